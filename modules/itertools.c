/* The module itertools. All its iterators are of one form: a few numbers, then as many values as the type's size has
 * room for. */
#include "object/class.h"
#include "object/number.h"

#include <stddef.h>

struct iterator {
    struct object head;
    size_t n[4];
    value v[];
};

static struct iterator *iterator_of(value self)
{
    return (struct iterator *)self;
}

static void iterator_trace(struct object *o)
{
    struct iterator *it = (struct iterator *)o;
    heap_visit_all(it->v, (o->type->slots->size - offsetof(struct iterator, v)) / sizeof(value));
}

static struct iterator *iterator_new(const struct type *t)
{
    return heap_object(t, t->slots->size);
}

static value iterator_self(value self)
{
    return self;
}

/* What is asked for the next item may be an iterator of iterators of iterators ... */
static value step(value it)
{
    check_c_stack();
    return iter_next(it);
}

#define MODULE_ROW ATTR_VALUE(__module__, SYMBOL(S_itertools))
static const struct attr module_attrs[] = {MODULE_ROW};

#define CONSTRUCTOR(name)                                                                                    \
    static value name(const struct type *type, size_t n, value *args, size_t nkw, const value *kwnames)
#define ITERATOR_SIZE(values) (offsetof(struct iterator, v) + (values) * sizeof(value))
#define ITERATOR_SLOTS(prefix, values)                                                                       \
    .size = ITERATOR_SIZE(values), .trace = iterator_trace, .make = prefix##_make, .iter = iterator_self,    \
    .next = prefix##_next
#define ITERATOR_TYPE(prefix, name_, values)                                                                 \
    static const struct slots prefix##_slots = {ITERATOR_SLOTS(prefix, values)};                             \
    static const struct type type_##prefix = {                                                               \
        {&type_type}, .slots = &prefix##_slots, .flags = TYPE_BASE | TYPE_BY_NEW, .name = SYMBOL(name_),                   \
        TYPE_ATTRS(module_attrs), .base = &type_object};

/* The object that a constructor of this name makes: the classes derived from it are wrapped around it. */
#define MADE(prefix) ((void)type, (void)kwnames, iterator_new(&type_##prefix))

/* ---- endless ones ---- */

static const struct type type_count, type_repeat, type_chain;

enum { COUNT_AT, COUNT_STEP };

static bool is_number(value v)
{
    value native = unwrap(v);
    return is_integer(native) || is_float(native) || (ADDER_COMPLEX && is_type(native, &type_complex)) ||
           find_special(v, SYMBOL(S___float__)) != UNDEF || find_special(v, SYMBOL(S___index__)) != UNDEF ||
           find_special(v, SYMBOL(S___int__)) != UNDEF;
}

CONSTRUCTOR(count_make)
{
    static const sym params[] = {S_start, S_step};
    value v[2];
    args_bind("count", n, args, nkw, kwnames, 0, 2, params, 2, 0, v);
    for (int i = 0; i < 2; i++)
        if (v[i] != UNDEF && !is_number(v[i])) raise_type_error("a number is required");
    struct iterator *it = MADE(count);
    it->v[COUNT_AT] = v[0] == UNDEF ? from_int(0) : v[0];
    it->v[COUNT_STEP] = v[1] == UNDEF ? from_int(1) : v[1];
    return from_ptr(it);
}

static value count_next(value self)
{
    struct iterator *it = iterator_of(self);
    value now = it->v[COUNT_AT], next = binary(OP_ADD, now, it->v[COUNT_STEP]);
    it->v[COUNT_AT] = next;
    return now;
}

static void count_repr(value self, struct printer *out)
{
    const struct iterator *it = iterator_of(self);
    print_format(out, it->v[COUNT_STEP] == from_int(1) ? "count(%r)" : "count(%r, %r)", it->v[COUNT_AT], it->v[COUNT_STEP]);
}

enum { CYCLE_SOURCE, CYCLE_SEEN };
static const struct type type_cycle;

CONSTRUCTOR(cycle_make)
{
    args_count("cycle", n, nkw, 1, 1);
    value source = get_iter(args[0]), seen = list_new(0, NULL);
    struct iterator *it = MADE(cycle);
    it->v[CYCLE_SOURCE] = source;
    it->v[CYCLE_SEEN] = seen;
    return from_ptr(it);
}

static value cycle_next(value self)
{
    struct iterator *it = iterator_of(self);
    if (it->v[CYCLE_SOURCE] != UNDEF) {
        value item = step(it->v[CYCLE_SOURCE]);
        if (item != STOP) {
            list_append(list_of(it->v[CYCLE_SEEN]), item);
            return item;
        }
        it->v[CYCLE_SOURCE] = UNDEF;
    }
    const struct list *seen = list_of(it->v[CYCLE_SEEN]);
    if (seen->len == 0) return STOP;
    if (it->n[0] >= seen->len) it->n[0] = 0;
    return list_items(seen)[it->n[0]++];
}

ITERATOR_TYPE(cycle, S_cycle, 2)

enum { REPEAT_LEFT, REPEAT_LIMITED }; /* of n */

CONSTRUCTOR(repeat_make)
{
    static const sym params[] = {S_object, S_times};
    value v[2];
    args_bind("repeat", n, args, nkw, kwnames, 0, 2, params, 2, 1, v);
    word times = v[1] == UNDEF ? 0 : need_index_word(v[1]);
    struct iterator *it = MADE(repeat);
    it->v[0] = v[0];
    it->n[REPEAT_LEFT] = times < 0 ? 0 : (size_t)times;
    it->n[REPEAT_LIMITED] = v[1] != UNDEF;
    return from_ptr(it);
}

static value repeat_next(value self)
{
    struct iterator *it = iterator_of(self);
    if (it->n[REPEAT_LIMITED] && it->n[REPEAT_LEFT]-- == 0) {
        it->n[REPEAT_LEFT] = 0;
        return STOP;
    }
    return it->v[0];
}

static void repeat_repr(value self, struct printer *out)
{
    const struct iterator *it = iterator_of(self);
    print_format(out, it->n[REPEAT_LIMITED] ? "repeat(%r, %zd)" : "repeat(%r)", it->v[0], (word)it->n[REPEAT_LEFT]);
}

static value repeat_hint(value self)
{
    const struct iterator *it = iterator_of(need_self(self, &type_repeat));
    if (!it->n[REPEAT_LIMITED]) raise_type_error("len() of unsized object");
    return from_int((word)it->n[REPEAT_LEFT]);
}

METHOD1(m_repeat_hint, __length_hint__, repeat_hint);
static const struct attr repeat_attrs[] = {ATTR(__length_hint__, m_repeat_hint), MODULE_ROW};
static const struct slots count_slots = {ITERATOR_SLOTS(count, 2), .repr = count_repr};
static const struct slots repeat_slots = {ITERATOR_SLOTS(repeat, 1), .repr = repeat_repr};
static const struct type type_count = {
    {&type_type}, .slots = &count_slots, .flags = TYPE_BASE | TYPE_BY_NEW, .name = SYMBOL(S_count),
    TYPE_ATTRS(module_attrs), .base = &type_object};
static const struct type type_repeat = {{&type_type}, .slots = &repeat_slots, .flags = TYPE_BASE | TYPE_BY_NEW, .name = SYMBOL(S_repeat),
                                        TYPE_ATTRS(repeat_attrs), .base = &type_object};

/* ---- one after the other ---- */

enum { CHAIN_REST, CHAIN_NOW };

static value chain_of(value iterables)
{
    value rest = get_iter(iterables);
    struct iterator *it = iterator_new(&type_chain);
    it->v[CHAIN_REST] = rest;
    it->v[CHAIN_NOW] = UNDEF;
    return from_ptr(it);
}

CONSTRUCTOR(chain_make)
{
    (void)type, (void)kwnames;
    if (nkw) raise_type_error("chain() takes no keyword arguments");
    return chain_of(tuple_new(n, args));
}

static value chain_from_iterable(size_t n, value *args)
{
    (void)n;
    return chain_of(args[1]);
}

static value chain_next(value self)
{
    struct iterator *it = iterator_of(self);
    while (it->v[CHAIN_REST] != UNDEF) {
        if (it->v[CHAIN_NOW] != UNDEF) {
            value item = step(it->v[CHAIN_NOW]);
            if (item != STOP) return item;
            it->v[CHAIN_NOW] = UNDEF;
        }
        value next = step(it->v[CHAIN_REST]);
        if (next == STOP) {
            it->v[CHAIN_REST] = UNDEF;
            break;
        }
        value now = get_iter(next);
        it->v[CHAIN_NOW] = now;
    }
    return STOP;
}

CLASS_METHODV(m_from_iterable, from_iterable, 2, 2, chain_from_iterable);
static const struct attr chain_attrs[] = {
    ATTR(from_iterable, m_from_iterable),
    MODULE_ROW,
    ATTR_MORE(__class_getitem__, class_getitem)
};
static const struct slots chain_slots = {ITERATOR_SLOTS(chain, 2)};
static const struct type type_chain = {{&type_type}, .slots = &chain_slots, .flags = TYPE_BASE | TYPE_BY_NEW, .name = SYMBOL(S_chain),
                                       TYPE_ATTRS(chain_attrs), .base = &type_object};

/* ---- a function and an iterator ---- */

enum { BY_FUNCTION, BY_SOURCE };

static value by_function(const struct type *t, const char *name, size_t n, value *args, size_t nkw)
{
    args_count(name, n, nkw, 2, 2);
    value source = get_iter(args[1]);
    struct iterator *it = iterator_new(t);
    it->v[BY_FUNCTION] = args[0];
    it->v[BY_SOURCE] = source;
    return from_ptr(it);
}

static bool holds(const struct iterator *it, value item)
{
    value f = it->v[BY_FUNCTION];
    return truth(f == NONE || f == from_ptr(&type_bool) ? item : call1(f, item));
}

#define BY_MAKE(prefix)                                                                                      \
    static const struct type type_##prefix;                                                                  \
    CONSTRUCTOR(prefix##_make)                                                                               \
    {                                                                                                        \
        (void)type, (void)kwnames;                                                                           \
        return by_function(&type_##prefix, #prefix, n, args, nkw);                                           \
    }

BY_MAKE(dropwhile)

static value dropwhile_next(value self)
{
    struct iterator *it = iterator_of(self);
    for (value item; (item = step(it->v[BY_SOURCE])) != STOP;) {
        if (it->n[0]) return item;
        if (!truth(call1(it->v[BY_FUNCTION], item))) {
            it->n[0] = true;
            return item;
        }
    }
    return STOP;
}

ITERATOR_TYPE(dropwhile, S_dropwhile, 2)
BY_MAKE(takewhile)

static value takewhile_next(value self)
{
    struct iterator *it = iterator_of(self);
    value item = it->n[0] ? STOP : step(it->v[BY_SOURCE]);
    if (item == STOP || truth(call1(it->v[BY_FUNCTION], item))) return item;
    it->n[0] = true;
    return STOP;
}

ITERATOR_TYPE(takewhile, S_takewhile, 2)
BY_MAKE(filterfalse)

static value filterfalse_next(value self)
{
    struct iterator *it = iterator_of(self);
    for (value item; (item = step(it->v[BY_SOURCE])) != STOP;)
        if (!holds(it, item)) return item;
    return STOP;
}

ITERATOR_TYPE(filterfalse, S_filterfalse, 2)
BY_MAKE(starmap)

static value starmap_next(value self)
{
    struct iterator *it = iterator_of(self);
    value args = step(it->v[BY_SOURCE]);
    if (args == STOP) return STOP;
    if (!is_tuple(args)) args = tuple_from_iterable(args);
    value result = call(it->v[BY_FUNCTION], tuple_of(args)->len, tuple_of(args)->items);
    HOLD(args);
    return result;
}

ITERATOR_TYPE(starmap, S_starmap, 2)

enum { SUM_SOURCE, SUM_FUNCTION, SUM_TOTAL, SUM_INITIAL };
static const struct type type_accumulate;

CONSTRUCTOR(accumulate_make)
{
    static const sym params[] = {S_iterable, S_func, S_initial};
    value v[3];
    args_bind("accumulate", n, args, nkw, kwnames, 0, 3, params, 2, 1, v);
    value source = get_iter(v[0]);
    struct iterator *it = MADE(accumulate);
    it->v[SUM_SOURCE] = source;
    it->v[SUM_FUNCTION] = v[1] == NONE ? UNDEF : v[1];
    it->v[SUM_INITIAL] = v[2] == NONE ? UNDEF : v[2];
    return from_ptr(it);
}

static value accumulate_next(value self)
{
    struct iterator *it = iterator_of(self);
    value total = it->v[SUM_TOTAL];
    if (it->v[SUM_INITIAL] != UNDEF) {
        total = it->v[SUM_INITIAL];
        it->v[SUM_INITIAL] = UNDEF;
        return it->v[SUM_TOTAL] = total;
    }
    value item = step(it->v[SUM_SOURCE]);
    if (item == STOP) return STOP;
    if (total != UNDEF) {
        value pair[] = {total, item};
        item = it->v[SUM_FUNCTION] == UNDEF ? binary(OP_ADD, total, item) : call(it->v[SUM_FUNCTION], 2, pair);
    }
    return it->v[SUM_TOTAL] = item;
}

ITERATOR_TYPE(accumulate, S_accumulate, 4)

static const struct type type_compress;

CONSTRUCTOR(compress_make)
{
    static const sym params[] = {S_data, S_selectors};
    value v[2];
    args_bind("compress", n, args, nkw, kwnames, 0, 2, params, 2, 2, v);
    value data = get_iter(v[0]), selectors = get_iter(v[1]);
    struct iterator *it = MADE(compress);
    it->v[0] = data;
    it->v[1] = selectors;
    return from_ptr(it);
}

static value compress_next(value self)
{
    struct iterator *it = iterator_of(self);
    for (value item; (item = step(it->v[0])) != STOP;) {
        value selector = step(it->v[1]);
        if (selector == STOP) return STOP;
        if (truth(selector)) return item;
    }
    return STOP;
}

ITERATOR_TYPE(compress, S_compress, 2)

/* ---- pieces ---- */

enum { SLICE_NEXT, SLICE_STOP, SLICE_STEP, SLICE_AT }; /* of n; SLICE_STOP SIZE_MAX: there is none */
static const struct type type_islice;

/* A limit, or what stands for None. */
static size_t slice_limit(value v, size_t none, const char *what)
{
    if (v == NONE) return none;
    bool whole = is_integer(unwrap(v)) || slots_of(v)->index;
    word w = whole ? need_index_word(v) : -1;
    if (w < 0) raise_value_error("%s islice() must be None or an integer: 0 <= x <= sys.maxsize.", what);
    return (size_t)w;
}

CONSTRUCTOR(islice_make)
{
    args_count("islice", n, nkw, 2, 4);
    size_t start = n > 2 ? slice_limit(args[1], 0, "Indices for") : 0;
    size_t stop = slice_limit(args[n > 2 ? 2 : 1], SIZE_MAX, n > 2 ? "Indices for" : "Stop argument for");
    size_t by = 1;
    if (n > 3 && args[3] != NONE) {
        word w = need_index_word(args[3]);
        if (w < 1) raise_value_error("Step for islice() must be a positive integer or None.");
        by = (size_t)w;
    }
    value source = get_iter(args[0]);
    struct iterator *it = MADE(islice);
    it->v[0] = source;
    it->n[SLICE_NEXT] = start;
    it->n[SLICE_STOP] = stop;
    it->n[SLICE_STEP] = by;
    return from_ptr(it);
}

static value islice_next(value self)
{
    struct iterator *it = iterator_of(self);
    if (it->v[0] == UNDEF) return STOP;
    value item = STOP;
    size_t next = it->n[SLICE_NEXT], stop = it->n[SLICE_STOP];
    while (it->n[SLICE_AT] < next && (item = step(it->v[0])) != STOP) it->n[SLICE_AT]++;
    if (it->n[SLICE_AT] >= next && it->n[SLICE_AT] < stop && (item = step(it->v[0])) != STOP) {
        it->n[SLICE_AT]++;
        it->n[SLICE_NEXT] = stop - next <= it->n[SLICE_STEP] ? stop : next + it->n[SLICE_STEP];
        return item;
    }
    it->v[0] = UNDEF;
    return STOP;
}

ITERATOR_TYPE(islice, S_islice, 1)

static const struct type type_pairwise;

CONSTRUCTOR(pairwise_make)
{
    args_count("pairwise", n, nkw, 1, 1);
    value source = get_iter(args[0]);
    struct iterator *it = MADE(pairwise);
    it->v[0] = source;
    return from_ptr(it);
}

static value pairwise_next(value self)
{
    struct iterator *it = iterator_of(self);
    if (it->v[0] == UNDEF) return STOP;
    value before = it->v[1], item = STOP;
    if (before == UNDEF) {
        before = step(it->v[0]);
        it->v[1] = before == STOP ? UNDEF : before;
    }
    if (before != STOP && it->v[0] != UNDEF) item = step(it->v[0]);
    if (item == STOP) {
        it->v[0] = it->v[1] = UNDEF;
        return STOP;
    }
    it->v[1] = item;
    return tuple_pair(before, item);
}

ITERATOR_TYPE(pairwise, S_pairwise, 2)

enum { BATCH_SIZE, BATCH_STRICT }; /* of n */
static const struct type type_batched;

CONSTRUCTOR(batched_make)
{
    static const sym params[] = {S_iterable, 'n', S_strict};
    value v[3];
    args_bind("batched", n, args, nkw, kwnames, 0, 3, params, 2, 2, v);
    word size = need_index_word(v[1]);
    if (size < 1) raise_value_error("n must be at least one");
    value source = get_iter(v[0]);
    bool strict = v[2] != UNDEF && truth(v[2]);
    struct iterator *it = MADE(batched);
    it->v[0] = source;
    it->n[BATCH_SIZE] = (size_t)size;
    it->n[BATCH_STRICT] = strict;
    return from_ptr(it);
}

static value batched_next(value self)
{
    struct iterator *it = iterator_of(self);
    if (it->v[0] == UNDEF) return STOP;
    value batch = list_new(0, NULL), item = NONE;
    while (list_of(batch)->len < it->n[BATCH_SIZE] && (item = step(it->v[0])) != STOP) list_append(list_of(batch), item);
    if (item == STOP) it->v[0] = UNDEF;
    if (list_of(batch)->len == 0) return STOP;
    if (it->n[BATCH_STRICT] && item == STOP) raise_value_error("batched(): incomplete batch");
    return tuple_from_iterable(batch);
}

ITERATOR_TYPE(batched, S_batched, 1)

/* ---- groupby ---- */

enum { GROUPS_SOURCE, GROUPS_FUNCTION, GROUPS_WANTED, GROUPS_KEY, GROUPS_ITEM, GROUPS_NOW };
enum { GROUP_PARENT, GROUP_KEY };
static const struct type type_groupby, type_grouper;

CONSTRUCTOR(groupby_make)
{
    static const sym params[] = {S_iterable, S_key};
    value v[2];
    args_bind("groupby", n, args, nkw, kwnames, 0, 2, params, 2, 1, v);
    value source = get_iter(v[0]);
    struct iterator *it = MADE(groupby);
    it->v[GROUPS_SOURCE] = source;
    it->v[GROUPS_FUNCTION] = v[1] == NONE ? UNDEF : v[1];
    return from_ptr(it);
}

/* Reads one more item; false: there is none. */
static bool groupby_step(struct iterator *it)
{
    value item = step(it->v[GROUPS_SOURCE]);
    if (item == STOP) return false;
    value key = it->v[GROUPS_FUNCTION] == UNDEF ? item : call1(it->v[GROUPS_FUNCTION], item);
    it->v[GROUPS_ITEM] = item;
    it->v[GROUPS_KEY] = key;
    return true;
}

static value groupby_next(value self)
{
    struct iterator *it = iterator_of(self);
    it->v[GROUPS_NOW] = UNDEF;
    while (it->v[GROUPS_KEY] == UNDEF ||
           (it->v[GROUPS_WANTED] != UNDEF && equal(it->v[GROUPS_WANTED], it->v[GROUPS_KEY])))
        if (!groupby_step(it)) return STOP;
    it->v[GROUPS_WANTED] = it->v[GROUPS_KEY];
    struct iterator *group = iterator_new(&type_grouper);
    group->v[GROUP_PARENT] = self;
    group->v[GROUP_KEY] = it->v[GROUPS_KEY];
    it->v[GROUPS_NOW] = from_ptr(group);
    return tuple_pair(it->v[GROUPS_KEY], from_ptr(group));
}

static value grouper_next(value self)
{
    struct iterator *group = iterator_of(self), *it = iterator_of(group->v[GROUP_PARENT]);
    if (it->v[GROUPS_NOW] != self) return STOP;
    if (it->v[GROUPS_ITEM] == UNDEF && !groupby_step(it)) return STOP;
    if (!equal(group->v[GROUP_KEY], it->v[GROUPS_KEY])) return STOP;
    value item = it->v[GROUPS_ITEM];
    it->v[GROUPS_ITEM] = UNDEF;
    return item;
}

ITERATOR_TYPE(groupby, S_groupby, 6)
static const struct slots grouper_slots = {
    .size = ITERATOR_SIZE(2), .trace = iterator_trace, .iter = iterator_self, .next = grouper_next};
static const struct type type_grouper = {
    {&type_type}, .slots = &grouper_slots, .name = SYMBOL(S__grouper), TYPE_ATTRS(module_attrs),
    .base = &type_object};

/* ---- tee: what was read waits in a chain of lists, [item, the next list]; the last one is empty, or has one item
 * while the source is asked ---- */

enum { TEE_SOURCE, TEE_NODE };
static const struct type type_tee;

static value tee_new(value source, value node)
{
    struct iterator *it = iterator_new(&type_tee);
    it->v[TEE_SOURCE] = source;
    it->v[TEE_NODE] = node;
    return from_ptr(it);
}

static value tee_from(value iterable)
{
    if (is_type(iterable, &type_tee))
        return tee_new(iterator_of(iterable)->v[TEE_SOURCE], iterator_of(iterable)->v[TEE_NODE]);
    value source = get_iter(iterable);
    return tee_new(source, list_new(0, NULL));
}

CONSTRUCTOR(tee_make)
{
    (void)type, (void)kwnames;
    args_count("_tee", n, nkw, 1, 1);
    return tee_from(args[0]);
}

static value tee_step(void *it)
{
    return step(((struct iterator *)it)->v[TEE_SOURCE]);
}

static value tee_next(value self)
{
    struct iterator *it = iterator_of(self);
    value node = it->v[TEE_NODE], v;
    if (list_of(node)->len == 1) raise_error(&type_RuntimeError, "cannot re-enter the tee iterator");
    if (list_of(node)->len == 0) {
        list_append(list_of(node), NONE);
        bool ok = protect(tee_step, it, &v);
        list_pop(list_of(node), 0);
        if (!ok) vm_reraise(v);
        if (v == STOP) return STOP;
        value next = list_new(0, NULL);
        list_append(list_of(node), v);
        list_append(list_of(node), next);
    }
    it->v[TEE_NODE] = list_items(list_of(node))[1];
    return list_items(list_of(node))[0];
}

static value tee_copy(value self)
{
    return tee_from(need_self(self, &type_tee));
}

METHOD1(m_tee_copy, __copy__, tee_copy);
static const struct attr tee_attrs[] = {ATTR(__copy__, m_tee_copy), MODULE_ROW};
static const struct slots tee_slots = {ITERATOR_SLOTS(tee, 2)};
static const struct type type_tee = {
    {&type_type}, .slots = &tee_slots, .name = SYMBOL(S__tee), TYPE_ATTRS(tee_attrs), .base = &type_object};

static value itertools_tee(size_t n, value *args)
{
    word times = n > 1 ? need_index_word(args[1]) : 2;
    if (times < 0) raise_value_error("n must be >= 0");
    value made = list_new(0, NULL);
    if (times) list_append(list_of(made), tee_from(args[0]));
    for (word i = 1; i < times; i++) list_append(list_of(made), tee_from(list_items(list_of(made))[0]));
    return tuple_from_iterable(made);
}

/* ---- zip_longest ---- */

enum { LONGEST_SOURCES, LONGEST_FILL };
static const struct type type_zip_longest;

CONSTRUCTOR(zip_longest_make)
{
    value fill = NONE;
    for (size_t i = 0; i < nkw; i++) {
        if (kwnames[i] != SYMBOL(S_fillvalue)) raise_type_error("zip_longest() got an unexpected keyword argument");
        fill = args[n + i];
    }
    value sources = list_new(0, NULL);
    for (size_t i = 0; i < n; i++) list_append(list_of(sources), get_iter(args[i]));
    struct iterator *it = MADE(zip_longest);
    it->v[LONGEST_SOURCES] = sources;
    it->v[LONGEST_FILL] = fill;
    it->n[0] = n; /* how many have not ended */
    return from_ptr(it);
}

static value zip_longest_next(value self)
{
    struct iterator *it = iterator_of(self);
    size_t n = list_of(it->v[LONGEST_SOURCES])->len;
    if (it->n[0] == 0) return STOP;
    value row = tuple_new(n, NULL);
    for (size_t i = 0; i < n; i++) {
        value source = list_items(list_of(it->v[LONGEST_SOURCES]))[i];
        value item = source == NONE ? STOP : step(source);
        if (item == STOP && source != NONE) {
            list_items(list_of(it->v[LONGEST_SOURCES]))[i] = NONE;
            if (it->n[0] == 0 || --it->n[0] == 0) return STOP;
        }
        tuple_of(row)->items[i] = item == STOP ? it->v[LONGEST_FILL] : item;
    }
    return row;
}

ITERATOR_TYPE(zip_longest, S_zip_longest, 2)

/* ---- all ways to choose: `indices` is a list of ints, where in the pool each item of the last tuple was ---- */

enum { CHOICE_POOL, CHOICE_INDICES, CHOICE_CYCLES };
enum { CHOICE_BEFORE, CHOICE_RUNNING, CHOICE_DONE }; /* n[0] */
static const struct type type_product, type_permutations, type_combinations, type_combinations_with_replacement;

static value index_list(size_t n, size_t first, size_t by)
{
    value l = list_new(0, NULL);
    for (size_t i = 0; i < n; i++) list_append(list_of(l), from_int((word)(first + by * i)));
    return l;
}

static size_t index_at(value l, size_t i)
{
    return (size_t)int_of(list_items(list_of(l))[i]);
}

static void index_set(value l, size_t i, size_t to)
{
    list_items(list_of(l))[i] = from_int((word)to);
}

/* The tuple that the indices stand for. */
static value chosen(const struct iterator *it, size_t n)
{
    value row = tuple_new(n, NULL);
    for (size_t i = 0; i < n; i++) {
        value pool = it->v[CHOICE_POOL];
        if (it->head.type == &type_product) pool = tuple_of(pool)->items[i];
        tuple_of(row)->items[i] = tuple_of(pool)->items[index_at(it->v[CHOICE_INDICES], i)];
    }
    return row;
}

CONSTRUCTOR(product_make)
{
    word repeat = 1;
    for (size_t i = 0; i < nkw; i++) {
        if (kwnames[i] != SYMBOL(S_repeat))
            raise_type_error("product() got an unexpected keyword argument '%v'", kwnames[i]);
        repeat = need_index_word(args[n + i]);
    }
    if (repeat < 0) raise_value_error("repeat argument cannot be negative");
    value pools = list_new(0, NULL);
    bool empty = false;
    for (word r = 0; r < repeat; r++)
        for (size_t i = 0; i < n; i++) {
            value pool = r ? list_items(list_of(pools))[i] : tuple_from_iterable(args[i]);
            empty |= tuple_of(pool)->len == 0;
            list_append(list_of(pools), pool);
        }
    value indices = index_list(list_of(pools)->len, 0, 0), all = tuple_from_iterable(pools);
    struct iterator *it = MADE(product);
    it->v[CHOICE_POOL] = all;
    it->v[CHOICE_INDICES] = indices;
    it->n[0] = empty ? CHOICE_DONE : CHOICE_BEFORE;
    return from_ptr(it);
}

static bool product_advance(struct iterator *it)
{
    value pools = it->v[CHOICE_POOL], indices = it->v[CHOICE_INDICES];
    for (size_t i = tuple_of(pools)->len; i-- > 0;) {
        size_t next = index_at(indices, i) + 1;
        if (next < tuple_of(tuple_of(pools)->items[i])->len) {
            index_set(indices, i, next);
            return true;
        }
        index_set(indices, i, 0);
    }
    return false;
}

/* The next tuple of n items; `advance` changes the indices, false: there are no more. */
static value choice_next(value self, size_t n, bool (*advance)(struct iterator *))
{
    struct iterator *it = iterator_of(self);
    if (it->n[0] == CHOICE_DONE) return STOP;
    if (it->n[0] == CHOICE_RUNNING && !advance(it)) {
        it->n[0] = CHOICE_DONE;
        return STOP;
    }
    it->n[0] = CHOICE_RUNNING;
    return chosen(it, n);
}

static value product_next(value self)
{
    return choice_next(self, tuple_of(iterator_of(self)->v[CHOICE_POOL])->len, product_advance);
}

ITERATOR_TYPE(product, S_product, 2)

/* (iterable, r): n[1] is r. */
static struct iterator *choice_make(const struct type *t, const char *name, size_t n, value *args, size_t nkw,
                                    const value *kwnames)
{
    static const sym params[] = {S_iterable, 'r'};
    value v[2];
    args_bind(name, n, args, nkw, kwnames, 0, 2, params, 2, t == &type_permutations ? 1 : 2, v);
    value pool = tuple_from_iterable(v[0]);
    size_t size = tuple_of(pool)->len;
    word r = v[1] == UNDEF || (v[1] == NONE && t == &type_permutations) ? (word)size : need_index_word(v[1]);
    if (r < 0) raise_value_error("r must be non-negative");
    bool again = t == &type_combinations_with_replacement;
    bool none = again ? size == 0 && r > 0 : (size_t)r > size;
    value indices = index_list(none ? 0 : t == &type_permutations ? size : (size_t)r, 0, !again);
    struct iterator *it = iterator_new(t);
    it->v[CHOICE_POOL] = pool;
    it->v[CHOICE_INDICES] = indices;
    it->n[0] = none ? CHOICE_DONE : CHOICE_BEFORE;
    it->n[1] = (size_t)r;
    return it;
}

CONSTRUCTOR(permutations_make)
{
    (void)type;
    struct iterator *it = choice_make(&type_permutations, "permutations", n, args, nkw, kwnames);
    size_t size = tuple_of(it->v[CHOICE_POOL])->len;
    value cycles = it->n[0] == CHOICE_DONE ? NONE : index_list(it->n[1], 0, 0);
    it->v[CHOICE_CYCLES] = cycles;
    for (size_t i = 0; cycles != NONE && i < it->n[1]; i++) index_set(cycles, i, size - i);
    return from_ptr(it);
}

/* Each place has a countdown of the items that it has not had yet; at 0 the items behind it are turned by one. */
static bool permutations_advance(struct iterator *it)
{
    value indices = it->v[CHOICE_INDICES], cycles = it->v[CHOICE_CYCLES];
    size_t size = list_of(indices)->len;
    for (size_t i = it->n[1]; i-- > 0;) {
        size_t left = index_at(cycles, i) - 1;
        value *at = list_items(list_of(indices)), first = at[i];
        if (left) {
            index_set(cycles, i, left);
            at[i] = at[size - left];
            at[size - left] = first;
            return true;
        }
        for (size_t k = i; k + 1 < size; k++) at[k] = at[k + 1];
        at[size - 1] = first;
        index_set(cycles, i, size - i);
    }
    return false;
}

static value permutations_next(value self)
{
    return choice_next(self, iterator_of(self)->n[1], permutations_advance);
}

ITERATOR_TYPE(permutations, S_permutations, 3)

CONSTRUCTOR(combinations_make)
{
    (void)type;
    return from_ptr(choice_make(&type_combinations, "combinations", n, args, nkw, kwnames));
}

CONSTRUCTOR(combinations_with_replacement_make)
{
    (void)type;
    return from_ptr(choice_make(&type_combinations_with_replacement, "combinations_with_replacement", n, args, nkw, kwnames));
}

/* Moves the last index that can be moved, and those behind it to where they begin then. */
static bool combinations_advance(struct iterator *it)
{
    bool again = it->head.type == &type_combinations_with_replacement;
    size_t size = tuple_of(it->v[CHOICE_POOL])->len, r = it->n[1];
    value indices = it->v[CHOICE_INDICES];
    for (size_t i = r; i-- > 0;) {
        size_t next = index_at(indices, i) + 1;
        if (next >= (again ? size : size - (r - 1 - i))) continue;
        for (size_t k = i; k < r; k++) index_set(indices, k, again ? next : next + k - i);
        return true;
    }
    return false;
}

static value combinations_next(value self)
{
    return choice_next(self, iterator_of(self)->n[1], combinations_advance);
}

#define combinations_with_replacement_next combinations_next
ITERATOR_TYPE(combinations, S_combinations, 2)
ITERATOR_TYPE(combinations_with_replacement, S_combinations_with_replacement, 2)

/* ---- the module ---- */

FUNV(itertools_tee_function, tee, 1, 2, itertools_tee);

static const struct attr itertools_attrs[] = {
    ATTR(count, type_count),
    ATTR(cycle, type_cycle),
    ATTR(repeat, type_repeat),
    ATTR(chain, type_chain),
    ATTR(dropwhile, type_dropwhile),
    ATTR(takewhile, type_takewhile),
    ATTR(filterfalse, type_filterfalse),
    ATTR(starmap, type_starmap),
    ATTR(accumulate, type_accumulate),
    ATTR(compress, type_compress),
    ATTR(islice, type_islice),
    ATTR(pairwise, type_pairwise),
    ATTR(batched, type_batched),
    ATTR(groupby, type_groupby),
    ATTR(tee, itertools_tee_function),
    ATTR(zip_longest, type_zip_longest),
    ATTR(product, type_product),
    ATTR(permutations, type_permutations),
    ATTR(combinations, type_combinations),
    ATTR(combinations_with_replacement, type_combinations_with_replacement),
};

const struct module_def module_itertools = {
    .name = SYMBOL(S_itertools),
    .attrs = itertools_attrs,
    .nattrs = sizeof itertools_attrs / sizeof itertools_attrs[0],
};
