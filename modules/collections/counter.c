/* collections.Counter: a dict of counts. */
#include "collections.h"

static struct dict *self_counter(value v)
{
    value native = unwrap(v);
    if (!is_type(native, &type_counter))
        raise_receiver("collections.Counter", v);
    return dict_of(native);
}

static struct dict *counter_new(void)
{
    struct dict *d = heap_object(&type_counter, sizeof *d);
    d->stride = 2;
    return d;
}

/* ---- counting ---- */

static value count_of(const struct dict *d, value key)
{
    value v = dict_get(d, key);
    return v == UNDEF ? from_int(0) : v;
}

/* d[key] += n, or -= n */
static void count(struct dict *d, enum op op, value key, value n)
{
    int64_t hash = HASH_UNKNOWN;
    int i = table_find(d, key, &hash);
    if (i < 0) {
        uint32_t at = table_append(d, key, hash);
        table_key(d, at)[1] = from_int(0);
        i = (int)at;
    }
    value *e = table_key(d, (uint32_t)i);
    if (both_int(e[1], n) && op == OP_ADD) {
        e[1] = binary(OP_ADD, e[1], n);
        return;
    }
    dict_set(d, key, binary(op, e[1], n)); /* adding may run Python code, which may change the table */
}

static void count_all(struct dict *d, enum op op, value from)
{
    const struct dict *counts = as_dict(from);
    if (counts) {
        value k, v;
        if (op == OP_ADD && d->live == 0) {
            table_merge(d, counts);
            return;
        }
        for (uint32_t i = 0; dict_next(counts, &i, &k, &v);)
            count(d, op, k, v);
        return;
    }
    if (find_attr(from, SYMBOL(S_items)) != UNDEF && find_attr(from, SYMBOL(S_keys)) != UNDEF) {
        count_all(d, op, from_ptr(dict_of(call1(from_ptr(&type_dict), from))));
        return;
    }
    value it = get_iter(from);
    size_t n = 0;
    for (value k; (k = iter_next(it)) != STOP;) {
        count(d, op, k, from_int(1));
        if ((++n & 1023) == 0)
            check_interrupt();
    }
}

static void count_args(struct dict *d, const char *name, enum op op, size_t n, value *args, size_t nkw,
                       const value *kwnames)
{
    args_count(name, n, 0, 0, 1);
    if (n && args[0] != NONE)
        count_all(d, op, args[0]);
    bool any = op == OP_SUB || d->live; /* what an empty one is given stays as it is */
    for (size_t i = 0; i < nkw; i++) {
        if (any)
            count(d, op, kwnames[i], args[n + i]);
        else
            dict_set(d, kwnames[i], args[n + i]);
    }
}

static value counter_make(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    (void)t;
    struct dict *d = counter_new();
    count_args(d, "Counter", OP_ADD, n, args, nkw, kwnames);
    return from_ptr(d);
}

/* ---- operators: multisets, of which only positive counts are kept ---- */

static bool is_positive(value n)
{
    return less(from_int(0), n);
}

static value combine(enum op op, value x, value y)
{
    if (op == OP_ADD || op == OP_SUB)
        return binary(op, x, y);
    return less(x, y) == (op == OP_OR) ? y : x;
}

static struct dict *counter_combine(enum op op, const struct dict *a, const struct dict *b)
{
    struct dict *d = counter_new();
    value k, v;
    for (uint32_t i = 0; dict_next(a, &i, &k, &v);) {
        value n = combine(op, v, count_of(b, k));
        if (is_positive(n))
            dict_set(d, k, n);
    }
    for (uint32_t i = 0; op != OP_AND && dict_next(b, &i, &k, &v);) {
        if (dict_find(a, k) >= 0)
            continue;
        value n = op == OP_SUB ? unary(OP_NEG, v) : v;
        if (is_positive(n))
            dict_set(d, k, n);
    }
    return d;
}

static bool is_counter_operator(enum op op)
{
    return op == OP_ADD || op == OP_SUB || op == OP_OR || op == OP_AND;
}

static value counter_binary(enum op op, value a, value b)
{
    a = unwrap(a);
    b = unwrap(b);
    if (op == OP_OR && is_type(a, &type_dict)) { /* as of two dicts */
        struct dict *d = dict_copy(dict_of(a));
        table_merge(d, dict_of(b));
        return from_ptr(d);
    }
    if (!is_counter_operator(op) || !is_type(a, &type_counter) || !is_type(b, &type_counter))
        return NOTIMPL;
    return from_ptr(counter_combine(op, dict_of(a), dict_of(b)));
}

static value counter_inplace(enum op op, value a, value b)
{
    value r = counter_binary(op, a, b);
    if (r == NOTIMPL)
        return op == OP_OR ? NOTIMPL : r;
    table_take(dict_of(a), dict_of(r));
    return a;
}

static value counter_unary(enum op op, value a)
{
    if (op != OP_POS && op != OP_NEG)
        return NOTIMPL;
    struct dict *empty = counter_new();
    return from_ptr(op == OP_POS ? counter_combine(OP_ADD, dict_of(a), empty)
                                 : counter_combine(OP_SUB, empty, dict_of(a)));
}

/* Whether for each key of either, op holds between its counts. */
static bool all_counts(enum op op, const struct dict *a, const struct dict *b)
{
    value k, v;
    for (uint32_t i = 0; dict_next(a, &i, &k, &v);) {
        if (!truth(compare(op, v, count_of(b, k))))
            return false;
    }
    for (uint32_t i = 0; dict_next(b, &i, &k, &v);) {
        if (dict_find(a, k) < 0 && !truth(compare(op, from_int(0), v)))
            return false;
    }
    return true;
}

static value counter_compare(enum op op, value a, value b)
{
    b = unwrap(b);
    if (!is_type(b, &type_counter))
        return op >= OP_EQ ? dict_compare(op, a, b) : NOTIMPL;
    const struct dict *x = dict_of(a), *y = dict_of(b);
    switch (op) {
    case OP_EQ:
        return from_bool(all_counts(OP_EQ, x, y));
    case OP_NE:
        return from_bool(!all_counts(OP_EQ, x, y));
    case OP_LT:
        return from_bool(all_counts(OP_LE, x, y) && !all_counts(OP_EQ, x, y));
    case OP_GT:
        return from_bool(all_counts(OP_GE, x, y) && !all_counts(OP_EQ, x, y));
    default:
        return from_bool(all_counts(op, x, y));
    }
}

/* ---- other protocols ---- */

static value counter_getitem(value self, value key)
{
    return count_of(dict_of(self), key);
}

static void counter_setitem(value self, value key, value v)
{
    if (v == UNDEF)
        dict_delete(dict_of(self), key);
    else
        dict_set(dict_of(self), key, v);
}

static value counter_iter(value self)
{
    return table_iter_new(self, ITER_KEYS, false);
}

static value second(value pair)
{
    return tuple_of(pair)->items[1];
}

FUN1(f_second, key, second);

/* (element, count), the highest counts first. */
static value by_count(void *dict)
{
    const struct dict *d = dict;
    value items = list_new(0, NULL), pair[2];
    for (uint32_t i = 0; dict_next(d, &i, &pair[0], &pair[1]);)
        list_append(list_of(items), tuple_new(2, pair));
    list_sort(list_of(items), from_ptr(&f_second), true);
    return items;
}

static void counter_repr(value self, struct printer *out)
{
    if (dict_of(self)->live == 0) {
        print_format(out, "%t()", self);
        return;
    }
    if (repr_enter(self)) {
        print_z(out, "...");
        return;
    }
    value items;
    print_format(out, "%t(", self);
    if (protect(by_count, dict_of(self), &items)) {
        items = call1(from_ptr(&type_dict), items);
        dict_print_items(dict_of(items), out);
    } else { /* counts without an order */
        dict_print_items(dict_of(self), out);
    }
    print_char(out, ')');
    repr_leave(self);
}

/* ---- methods ---- */

static value method_init(size_t n, value *args, size_t nkw, const value *kwnames)
{
    count_args(self_counter(args[0]), "Counter", OP_ADD, n - 1, args + 1, nkw, kwnames);
    return NONE;
}

static value method_update(size_t n, value *args, size_t nkw, const value *kwnames)
{
    count_args(self_counter(args[0]), "update", OP_ADD, n - 1, args + 1, nkw, kwnames);
    return NONE;
}

static value method_subtract(size_t n, value *args, size_t nkw, const value *kwnames)
{
    count_args(self_counter(args[0]), "subtract", OP_SUB, n - 1, args + 1, nkw, kwnames);
    return NONE;
}

static value method_most_common(size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym params[] = { (sym)'n' };
    value count;
    args_bind("most_common", n, args, nkw, kwnames, 1, 1, params, 1, 0, &count);
    struct list *items = list_of(by_count(self_counter(args[0])));
    if (count == UNDEF || count == NONE)
        return from_ptr(items);
    word top = need_index_word(count);
    size_t len = top < 0 ? 0 : (size_t)top < items->len ? (size_t)top : items->len;
    return list_new(len, list_items(items));
}

static value method_elements(value self)
{
    const struct dict *d = self_counter(self);
    value all = list_new(0, NULL), k, v;
    for (uint32_t i = 0; dict_next(d, &i, &k, &v);) {
        for (word n = need_word(v); n > 0; n--) {
            list_append(list_of(all), k);
            check_break_at((size_t)n);
        }
        check_interrupt();
    }
    return get_iter(all);
}

static value method_total(value self)
{
    const struct dict *d = self_counter(self);
    value total = from_int(0), k, v;
    for (uint32_t i = 0; dict_next(d, &i, &k, &v);)
        total = binary(OP_ADD, total, v);
    return total;
}

static value method_copy(value self)
{
    struct dict *d = self_counter(self);
    if (self != from_ptr(d))
        return call1(from_ptr(type_of(self)), self);
    struct dict *copy = counter_new();
    table_merge(copy, d);
    return from_ptr(copy);
}

static value method_missing(value self, value key)
{
    (void)self, (void)key;
    return from_int(0);
}

static value method_fromkeys(size_t n, value *args)
{
    (void)n, (void)args;
    raise_error(&type_NotImplementedError, "Counter.fromkeys() is undefined.  Use Counter(iterable) instead.");
}

static const struct slots counter_slots = {
    .size = sizeof(struct dict),
    .trace = table_trace,
    .make = counter_make,
    .binary = counter_binary,
    .inplace = counter_inplace,
    .compare = counter_compare,
    .unary = counter_unary,
    .getitem = counter_getitem,
    .setitem = counter_setitem,
    .contains = dict_contains,
    .iter = counter_iter,
    .len = table_len,
    .repr = counter_repr,
};

METHODK(m_init, __init__, 1, 2, method_init);
METHODK(m_update, update, 1, 2, method_update);
METHODK(m_subtract, subtract, 1, 2, method_subtract);
METHODK(m_most_common, most_common, 1, 2, method_most_common);
METHOD1(m_elements, elements, method_elements);
METHOD1(m_total, total, method_total);
METHOD1(m_copy, copy, method_copy);
METHOD1(m_copy_special, __copy__, method_copy);
METHOD2(m_missing, __missing__, method_missing);
CLASS_METHODV(m_fromkeys, fromkeys, 1, 3, method_fromkeys);

static const struct attr counter_attrs[] = {
    ATTR(__init__, m_init),
    ATTR(update, m_update),
    ATTR(subtract, m_subtract),
    ATTR(most_common, m_most_common),
    ATTR(elements, m_elements),
    ATTR(total, m_total),
    ATTR(copy, m_copy),
    ATTR(__copy__, m_copy_special),
    ATTR(__missing__, m_missing),
    ATTR(fromkeys, m_fromkeys),
    ATTR_VALUE(__module__, SYMBOL(S_collections)),
};

const struct type type_counter = {
    .head = { &type_type },
    .slots = &counter_slots,
    .flags = TYPE_BASE | TYPE_MAPPING | TYPE_BARE,
    .name = SYMBOL(S_Counter),
    TYPE_ATTRS(counter_attrs),
    .base = &type_dict,
};
