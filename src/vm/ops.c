/* The slow paths of instructions: names, operators, loops, building, imports. */
#include "ops.h"
#include "../object/text.h"
#include "../object/class.h"
#include "../object/code.h"
#include "../object/dict_inline.h"
#include "../object/item.h"
#include "../object/printer.h"

/* ---- names ---- */

struct vm_hooks vm_hooks;

static _Noreturn void raise_name(const struct type *type, const char *format, value name)
{
#if ADDER_TRACING
    frame_object(0); /* it keeps the variables, for the traceback to say which may have been meant */
#endif
    value message = str_format_c(format, name);
    value e = exception_new(type, 1, &message);
    if (!ADDER_METHODS || type == &type_NameError) set_attr(e, SYMBOL(S_name), name); /* of others it is None */
    vm_raise(e);
}

_Noreturn void raise_unbound_name(value name)
{
    raise_name(&type_UnboundLocalError,
               PACKED_TEXT("cannot access local variable '%v' where it is not associated with a value"), name);
}

_Noreturn void raise_unbound(struct code *code, unsigned local) { raise_unbound_name(code_name(code, local)); }

_Noreturn void raise_free_unbound(struct code *code, unsigned name)
{
    raise_name(&type_NameError,
               PACKED_TEXT("cannot access free variable '%v' where it is not associated with a value in enclosing scope"),
               code_name(code, name));
}

static _Noreturn void raise_undefined(value name) { raise_name(&type_NameError, PACKED_TEXT("name '%v' is not defined"), name); }

static void remember_global(struct dict *globals, value name, enum cache_kind kind, int index, value v)
{
    if (index <= UINT16_MAX) cache_fill(from_ptr(globals), name, kind, (unsigned)index, v);
}

/* Only namespaces that tell the cache of new and deleted keys may be in it. */
static void globals_mark(struct dict *globals) { globals->flags |= DICT_GLOBALS; }

static value names_get(value names, value name);

#if ADDER_METHODS
/* Whether the module has built-ins of its own in place of the usual ones, in *builtins. */
static bool own_builtins(struct dict *globals, value *builtins)
{
    *builtins = dict_get(globals, SYMBOL(S___builtins__));
    return *builtins != UNDEF && !is_type(*builtins, &type_module);
}
#else
#define own_builtins(globals, builtins) ((void)(builtins), false)
#endif

value op_get_global(struct dict *globals, value name)
{
    int i = dict_find_symbol(globals, name);
    globals_mark(globals);
    if (i >= 0) {
        remember_global(globals, name, CACHE_GLOBAL, i, UNDEF);
        return dict_entry(globals, (uint32_t)i)[1];
    }
    value own, v;
    bool has_own = own_builtins(globals, &own);
    if (ADDER_METHODS && name == SYMBOL(S___builtins__)) return vm_hooks.import(SYMBOL(S_builtins), NONE, 0);
    if (ADDER_METHODS && has_own) super_is_bound();
    v = has_own ? names_get(own, name) : vm_hooks.builtin(name);
    if (v == UNDEF) raise_undefined(name);
    if (!has_own) remember_global(globals, name, CACHE_BUILTIN, 0, v);
    return v;
}

void op_set_global(struct dict *globals, value name, value v)
{
    globals_mark(globals);
    dict_set(globals, name, v);
    int i = ADDER_CACHE ? dict_find_symbol(globals, name) : -1;
    if (i >= 0) remember_global(globals, name, CACHE_GLOBAL, i, UNDEF);
}

void op_delete_global(struct dict *globals, value name)
{
    if (!dict_delete(globals, name)) raise_undefined(name);
}

struct names_arg { value names, name; };
static value names_get_caught(void *arg)
{
    struct names_arg *a = arg;
    return get_item(a->names, a->name);
}

/* The namespace of a class body may be any mapping (__prepare__). UNDEF: not there. */
static value names_get(value names, value name)
{
    if (is_dict(names)) return dict_get(dict_of(names), name);
    struct names_arg arg = { names, name };
    value v;
    if (protect(names_get_caught, &arg, &v)) return v;
    if (!exception_matches(v, from_ptr(&type_KeyError))) vm_reraise(v);
    return UNDEF;
}

value op_get_name(value names, struct dict *globals, value name)
{
    value v = names_get(names, name);
    return v != UNDEF ? v : op_get_global(globals, name);
}

value op_get_name_or_cell(value names, value name, value cell)
{
    value v = names_get(names, name);
    if (v == UNDEF) v = ((struct cell *)cell)->v;
    if (v == UNDEF) raise_undefined(name);
    return v;
}

void op_set_name(value names, value name, value v)
{
    if (is_dict(names)) dict_set(dict_of(names), name, v);
    else set_item(names, name, v);
}

void op_delete_name(value names, value name)
{
    if (is_dict(names)) {
        if (!dict_delete(dict_of(names), name)) raise_undefined(name);
    } else {
        set_item(names, name, UNDEF);
    }
}

value op_new_spill(size_t n)
{
    value l = list_new(n, NULL);
    for (size_t i = 0; i < n; i++) list_items(list_of(l))[i] = UNDEF;
    return l;
}

#if STASHES
/* ---- the stash ---- */

struct stash {
    struct object head;
    size_t n;
    value words[]; /* whatever registers hold, such as what calls left there */
};

static size_t stash_size(const struct object *o) { return sizeof(struct stash) + ((const struct stash *)o)->n * sizeof(value); }

static void stash_trace(struct object *o)
{
    const struct stash *s = (const struct stash *)o;
    heap_visit_conservative(s->words, s->words + s->n);
}

static const struct slots stash_slots = {.size_of = stash_size, .trace = stash_trace};
static const struct type type_stash = {{&type_type}, .slots = &stash_slots};

void op_new_stash(value *registers, size_t filled, size_t n)
{
    struct stash *s = heap_object(&type_stash, sizeof *s + n * sizeof(value));
    s->n = n;
    memcpy(s->words, registers, filled * sizeof(value));
    *registers = from_ptr(s);
}

/* Words of it. (The verifier knows how long a function's longest stash is, not this one.) */
static value *stashed(value stash, size_t at, size_t n)
{
    struct stash *s = (struct stash *)stash;
    if (at + n > s->n) op_left_out();
    return s->words + at;
}

void op_stash(value stash, value *registers, size_t n, size_t at, bool back)
{
    value *words = stashed(stash, at, n);
    if (back) memcpy(registers, words, n * sizeof(value));
    else memcpy(words, registers, n * sizeof(value));
}

void op_closure_far(value *to, struct code *code, const struct function *maker, value stash, size_t at)
{
    *to = op_closure(code, maker->globals, stashed(stash, at, code->info->cells));
}

void op_get_cell(value *to, value cell, value name)
{
    value v = ((struct cell *)cell)->v;
    if (v == UNDEF) raise_unbound_name(name);
    *to = v;
}

void op_get_free(value *to, const struct function *f, unsigned i)
{
    value v = ((struct cell *)f->cells[i])->v;
    if (v == UNDEF) raise_free_unbound(f->code, f->code->info->locals + i);
    *to = v;
}
#endif

/* ---- operators ---- */

static inline bool real_from(value v, real *out)
{
    if (is_tagged_float(v)) *out = tagged_float(v);
    else if (is_int(v)) *out = (real)int_of(v);
    else if (is_type(v, &type_float)) *out = ((struct float_object *)v)->x;
    else return false;
    return true;
}

/* Whether an int converts to a float without rounding, so that mixed arithmetic may use it. */
static inline bool exact(value v) { return !is_int(v) || (word)(real)int_of(v) == int_of(v); }

value op_number(enum op op, value a, value b)
{
    real x, y;
    if (!both_int(a, b) && real_from(a, &x) && real_from(b, &y) && exact(a) && exact(b)) {
        switch (op) {
        case OP_ADD: return from_real(x + y);
        case OP_SUB: return from_real(x - y);
        case OP_MUL: return from_real(x * y);
        case OP_DIV: if (y != 0) return from_real(x / y); break;
        default: break;
        }
    }
    return binary(op, a, b);
}

static bool is_number(value v) { return is_int(v) || is_tagged_float(v) || is_type(v, &type_float); }

/* Whether these are numbers that have the operator, so that no message will tell of its in-place form. */
static bool numbers_have(enum op op, value a, value b)
{
    if (!is_number(a) || !is_number(b)) return false;
    return op <= OP_MOD || op == OP_POW || (op != OP_MATMUL && both_int(a, b));
}

value op_number_inplace(enum op op, value a, value b)
{
    return numbers_have(op, a, b) ? op_number(op, a, b) : inplace(op, a, b);
}

value op_inplace(enum op op, value a, value b)
{
    return numbers_have(op, a, b) ? binary(op, a, b) : inplace(op, a, b);
}

value op_power(value a, value b)
{
    if (b == from_int(2)) {
        if (is_tagged_float(a)) return from_real(tagged_float(a) * tagged_float(a));
        if (is_int(a)) return binary(OP_MUL, a, a);
    }
    return binary(OP_POW, a, b);
}

bool op_compare(enum op op, value a, value b)
{
    real x, y;
    if (!ADDER_FAST) return truth(compare(op, a, b));
    if (is_str(a) && is_str(b)) return op >= OP_EQ ? str_equal(a, b) == (op == OP_EQ) : str_slots.compare(op, a, b) == TRUE;
    if (!both_int(a, b) && real_from(a, &x) && real_from(b, &y) && exact(a) && exact(b)) {
        switch (op) {
        case OP_LT: return x < y;
        case OP_LE: return x <= y;
        case OP_GT: return x > y;
        case OP_GE: return x >= y;
        case OP_EQ: return x == y;
        case OP_NE: return x != y;
        default: break;
        }
    }
    return truth(compare(op, a, b));
}

bool op_contains(value container, value v)
{
    if (is_obj(container)) {
        const struct type *t = obj_of(container)->type;
        if (t == &type_dict) return dict_get_quick(dict_of(container), v) != UNDEF;
        if (is_set_type(t)) return set_has(dict_of(container), v);
    }
    return contains(container, v) != 0;
}

/* o[start:stop] without a slice object where the bounds are small and o is a plain sequence. */
value op_get_slice(value o, value start, value stop)
{
    if (is_list(o) || is_tuple(o)) {
        size_t len = is_list(o) ? list_of(o)->len : tuple_of(o)->len;
        word from = 0, to = (word)len;
        if ((start == NONE || is_int(start)) && (stop == NONE || is_int(stop))) {
            if (start != NONE) from = int_of(start);
            if (stop != NONE) to = int_of(stop);
            if (from < 0) { from += (word)len; if (from < 0) from = 0; }
            if (to < 0) to += (word)len;
            if (to > (word)len) to = (word)len;
            size_t n = to > from ? (size_t)(to - from) : 0;
            if (n == 0) from = 0;
            if (is_tuple(o)) return tuple_new(n, tuple_of(o)->items + from);
            return list_new(n, list_items(list_of(o)) + from);
        }
    }
    /* Text and buffers do not keep what they are asked for, so it needs no place in the heap. */
    ROM_OBJECT struct slice here = {{&type_slice}, start, stop, NONE};
    bool plain = is_str_fast(o) || (is_obj(o) && !has_instance_layout(o) && obj_of(o)->type->slots->buffer);
    return get_item(o, plain ? from_ptr(&here) : slice_new(start, stop, NONE));
}

#if ADDER_FAST
static bool is_plain_buffer(value v) { return is_obj(v) && !has_instance_layout(v) && obj_of(v)->type->slots->buffer; }
static bool is_plain_bound(value v) { return is_int(v) || v == NONE; }

/* With all of these plain, no Python code runs before the slice has been used. */
value op_slice(const value *registers, const uint8_t *pc)
{
    static ROM_OBJECT struct slice passing = {{&type_slice}, NONE, NONE, NONE};
    const value *bounds = registers + pc[2];
    const uint8_t *next = pc + 3;
    bool plain = next[0] == BC_SETITEM && next[3] == pc[1] && is_plain_buffer(registers[next[1]]) &&
                 is_plain_buffer(registers[next[2]]) && is_plain_bound(bounds[0]) && is_plain_bound(bounds[1]) &&
                 is_plain_bound(bounds[2]);
    if (!plain) return slice_new(bounds[0], bounds[1], bounds[2]);
    passing.start = bounds[0];
    passing.stop = bounds[1];
    passing.step = bounds[2];
    return from_ptr(&passing);
}
#endif

/* ---- loops: state[0] says what is iterated ----
 *   an int     a range: items left; state[1] the next, state[2] the step
 *   a list, tuple, str   state[1] the next index (of a str: in bytes)
 *   a dict, set, frozenset   state[1] the next entry, state[2] how many keys it had; of a dict, where there is room,
 *              in the upper half how many are left
 *   bytes, bytearray, array  state[1] the next index
 *   else       an iterator */

/* An int of 32 bits has no room for both numbers. */
#define COUNTS_LEFT (ADDER_METHODS && WORD_BITS == 64)
#define ONE_LEFT ((word)1 << (WORD_BITS / 2 - 1))

/* The state for n numbers from start on; false: they are not all small ints, with the one behind the last. */
static bool count(value *state, word start, word step, word n)
{
    word far;
    if (__builtin_mul_overflow(n, step, &far) || __builtin_add_overflow(far, start, &far) || !fits_small(far))
        return false;
    state[0] = from_int(n);
    state[1] = from_int(start);
    state[2] = from_int(step);
    return true;
}

bool op_range(value *state, const value *window, unsigned n)
{
    const value *args = window + FRAME_HEAD;
    state[0] = state[1] = state[2] = from_int(0);
    if (window[0] != from_ptr(&type_range)) return false;
    for (unsigned i = 0; i < n; i++)
        if (!is_int(args[i])) return false;
    word start = n > 1 ? int_of(args[0]) : 0, stop = int_of(args[n > 1]), step = n > 2 ? int_of(args[2]) : 1;
    word distance = step > 0 ? stop - start : start - stop;
    if (step == 0) return false; /* range() says it */
    return count(state, start, step, distance <= 0 ? 0 : (distance - 1) / (step > 0 ? step : -step) + 1);
}

void op_iter(value *state, value it)
{
    state[1] = state[2] = from_int(0);
    if (is_sym(it)) { state[0] = it; return; }
    if (is_obj(it)) {
        const struct type *t = obj_of(it)->type;
        if (t == &type_list || t == &type_tuple || t == &type_generator || t == &type_str || t == &type_long_str) {
            state[0] = it;
            return;
        }
        if (t == &type_dict || is_set_type(t)) {
            state[0] = it;
            word live = dict_of(it)->live;
            state[2] = from_int(COUNTS_LEFT && t == &type_dict ? live * (ONE_LEFT + 1) : live);
            return;
        }
        if (t->slots->iter == item_iter) {
            state[0] = it;
            return;
        }
        if (t == &type_range) {
            const struct range *r = (const struct range *)it;
            if (is_int(r->start) && is_int(r->stop) && is_int(r->step) && is_int(r->len) &&
                count(state, int_of(r->start), int_of(r->step), int_of(r->len)))
                return;
        }
    }
    state[0] = get_iter(it);
}

/* A plain container needs no iterator: ITER takes it as it is, and nobody else can see the difference. */
value op_iter_argument(value it)
{
    if (is_sym(it)) return it;
    if (is_obj(it)) {
        const struct type *t = obj_of(it)->type;
        if (t == &type_list || t == &type_tuple || t == &type_range || t == &type_str || t == &type_long_str) return it;
    }
    return get_iter(it);
}

static value next_of_str(value *state)
{
    struct view v = str_view(state[0]);
    size_t at = (size_t)int_of(state[1]);
    if (at >= v.len) return STOP;
    uint8_t c = (uint8_t)v.data[at];
    if (c < 128) {
        state[1] = from_int((word)at + 1);
        return SYMBOL(c);
    }
    size_t n = c >= 0xf0 ? 4 : c >= 0xe0 ? 3 : 2;
    state[1] = from_int((word)(at + n));
    char text[4];
    memcpy(text, v.data + at, n);
    return str_new(text, n);
}

/* A loop over a table has ended: it stays so. */
static value table_end(value *state)
{
    state[2] = from_int(-1);
    return STOP;
}

static value next_of_dict(value *state)
{
    const struct dict *d = dict_of(state[0]);
    word sizes = int_of(state[2]);
    if (sizes < 0) return STOP;
    bool same_size = d->live == (uint32_t)sizes % (uint32_t)ONE_LEFT;
    uint32_t at = (uint32_t)int_of(state[1]);
    value k;
    if (same_size && !dict_next(d, &at, &k, NULL)) return table_end(state);
    if (!same_size || (COUNTS_LEFT && sizes < ONE_LEFT)) {
        table_end(state);
        raise_usual_error(&type_RuntimeError, "dictionary %s during iteration", same_size ? "keys changed" : "changed size");
    }
    if (COUNTS_LEFT) state[2] = from_int(sizes - ONE_LEFT);
    state[1] = from_int((word)at);
    return k;
}

static value next_of_set(value *state)
{
    struct dict *d = dict_of(state[0]);
    if (state[2] == from_int(-1)) return STOP;
    if (d->live != (uint32_t)int_of(state[2])) {
        table_end(state);
        raise_usual_error(&type_RuntimeError, "Set changed size during iteration");
    }
    uint32_t at = (uint32_t)int_of(state[1]);
    int64_t hash;
    value k;
    if (!set_next(d, &at, &k, &hash)) return table_end(state);
    state[1] = from_int((word)at);
    return k;
}

static value next_item(value *state)
{
    size_t at = (size_t)int_of(state[1]);
    value v = item_next(state[0], &at);
    state[1] = from_int((word)at);
    if (v == STOP) state[0] = from_int(0);
    return v;
}

value op_next(value *state)
{
    value it = state[0];
    if (is_sym(it)) return next_of_str(state);
    const struct type *t = obj_of(it)->type;
    if (t == &type_str || t == &type_long_str) return next_of_str(state);
    if (t == &type_dict) return next_of_dict(state);
    if (is_set_type(t)) return next_of_set(state);
    if (t->slots->iter == item_iter) return next_item(state);
    return iter_next(it);
}

#if !ADDER_FAST || ADDER_TRACING
value op_step(value *state)
{
    value it = state[0], at = state[1];
    if (is_int(it)) {
        if (it == from_int(0)) return STOP;
        state[0] = it - 2;
        state[1] = at + state[2] - 1;
        return at;
    }
    if (!is_list(it) && !is_tuple(it)) return op_next(state);
    size_t i = (size_t)int_of(at);
    if (i >= (is_list(it) ? list_of(it)->len : tuple_of(it)->len)) {
        state[0] = from_int(0);
        return STOP;
    }
    state[1] = at + 2;
    return is_list(it) ? list_items(list_of(it))[i] : tuple_of(it)->items[i];
}
#endif

/* For messages: whether get_iter() has a chance. */
static bool may_iterate(value v)
{
    const struct type *t = type_of(v);
    if (ADDER_METHODS && t->flags & TYPE_HEAP) /* their slots look for methods */
        return find_type_attr(t, SYMBOL(S___iter__)) != UNDEF || find_type_attr(t, SYMBOL(S___getitem__)) != UNDEF;
    if (ADDER_TYPING && t == &type_union) return false;
    return t->slots->iter || (t->slots->getitem && t != &type_type);
}

void op_unpack(value *to, value iterable, size_t n)
{
    if (is_list(iterable) || is_tuple(iterable)) {
        size_t len = is_list(iterable) ? list_of(iterable)->len : tuple_of(iterable)->len;
        if (len == n) return; /* nothing from an empty list */
        if (len > n) raise_usual_value_error("too many values to unpack (expected %zd, got %zd)", (word)n, (word)len);
        raise_usual_value_error("not enough values to unpack (expected %zd, got %zd)", (word)n, (word)len);
    }
    if (!may_iterate(iterable))
        raise_usual_type_error("cannot unpack non-iterable %t object", iterable);
    struct iter_room at;
    value it = get_iter_at(&at, iterable);
    value got = tuple_new(n, NULL); /* `to` may hold the iterable, or be seen by code that runs meanwhile */
    for (size_t i = 0; i < n; i++) {
        value x = iter_next(it);
        if (x == STOP) raise_usual_value_error("not enough values to unpack (expected %zd, got %zd)", (word)n, (word)i);
        tuple_of(got)->items[i] = x;
    }
    if (iter_next(it) != STOP) raise_usual_value_error("too many values to unpack (expected %zd)", (word)n);
    memcpy(to, tuple_of(got)->items, n * sizeof(value));
}

void op_unpack_star(value *to, value iterable, size_t before, size_t after)
{
    if (!may_iterate(iterable))
        raise_usual_type_error("cannot unpack non-iterable %t object", iterable);
    struct list *all = list_of(list_from_iterable(iterable));
    size_t len = all->len;
    if (len < before + after)
        raise_usual_value_error("not enough values to unpack (expected at least %zd, got %zd)", (word)(before + after), (word)len);
    value rest = list_new(len - before - after, list_items(all) + before);
    const value *items = list_items(all);
    memcpy(to, items, before * sizeof(value));
    to[before] = rest;
    memcpy(to + before + 1, items + len - after, after * sizeof(value));
}

#if STASHES
void op_unpack_far(value *result, value v, size_t before, size_t after)
{
    bool star = after != UNPACK_ALL;
    value all = tuple_new(before + (star ? 1 + after : 0), NULL);
    value *to = tuple_of(all)->items;
    if (star) op_unpack_star(to, v, before, after);
    else op_unpack(to, v, before);
    if (!star && is_list(v)) memcpy(to, list_items(list_of(v)), before * sizeof(value));
    if (!star && is_tuple(v)) memcpy(to, tuple_of(v)->items, before * sizeof(value));
    *result = all;
}
#endif

/* ---- building ---- */

#if ADDER_SETS
value op_set(size_t n, const value *items)
{
    struct dict *s = set_new(&type_set);
    for (size_t i = 0; i < n; i++) set_add(s, items[i]);
    return from_ptr(s);
}

void op_set_update(value set, value iterable)
{
    set_update(dict_of(set), iterable);
}
#endif

/* What an error about a call's arguments begins with. */
static value callee_title(value f)
{
    if (!ADDER_METHODS) return SYMBOL(S_empty);
    if (is_dict(f)) f = vm_hooks.builtin(SYMBOL(S___build_class__)); /* a class statement's */
    value name = find_attr(f, SYMBOL(S___qualname__)), module = find_attr(f, SYMBOL(S___module__));
    if (name == UNDEF || !is_str(name)) return str_format_c("%v ", f);
    if (module == UNDEF || module == NONE || module == SYMBOL(S_builtins)) return str_format_c("%v() ", name);
    return str_format_c("%v.%v() ", module, name);
}

static _Noreturn void bad_star(value callee, const char *stars, const char *wanted, value v)
{
    raise_type_error("%vargument after %s must be %s, not %t", callee_title(callee), stars, wanted, v);
}

value op_star_list(value callee, value iterable)
{
    if (!may_iterate(iterable)) bad_star(callee, "*", "an iterable", iterable);
    return list_from_iterable(iterable);
}

void op_extend(struct list *l, value iterable)
{
    if (!is_list(iterable) && !is_tuple(iterable)) {
        if (!may_iterate(iterable))
            raise_type_error("Value after * must be an iterable, not %t", iterable);
    }
    list_extend(l, iterable);
}

static bool is_mapping(value v)
{
    return is_dict(unwrap(v)) || find_attr(v, SYMBOL(S_keys)) != UNDEF;
}

void op_dict_update(value dict, value mapping)
{
    if (!is_mapping(mapping)) raise_type_error("'%t' object is not a mapping", mapping);
    dict_update(dict_of(dict), mapping);
}

void op_dict_merge(value dict, value mapping, value callee)
{
    if (!is_mapping(mapping)) bad_star(callee, "**", "a mapping", mapping);
    struct dict *from = dict_new(0);
    dict_update(from, mapping);
    value k, v;
    for (uint32_t i = 0; dict_next(from, &i, &k, &v);) {
        if (!is_str(k)) raise_type_error("keywords must be strings");
        if (dict_find(dict_of(dict), k) >= 0) raise_type_error("%vgot multiple values for keyword argument %r", callee_title(callee), k);
        dict_set(dict_of(dict), k, v);
    }
}

value op_list_to_tuple(value list)
{
    return tuple_new(list_of(list)->len, list_items(list_of(list)));
}

value op_format(value v, unsigned conversion, value spec)
{
    if (conversion == 'r') v = to_repr(v);
    else if (conversion == 's') v = to_str(v);
    else if (conversion == 'a') v = to_ascii(v);
    if (spec == UNDEF) {
        if (is_str(v)) return v;
        spec = SYMBOL(S_empty);
    }
    return to_format(v, spec);
}

value op_closure(struct code *code, struct dict *globals, const value *cells)
{
    size_t n = code->info->cells;
    struct function *f = heap_object(&type_function, sizeof *f + n * sizeof(value));
    f->code = code_if_loaded(code);
    f->globals = globals;
    for (size_t i = 0; i < n; i++) f->cells[i] = cells[i];
    return from_ptr(f);
}

value function_new(struct code *code, struct dict *globals) { return op_closure(code, globals, NULL); }

/* The two come as arguments of a function, where this one has type parameters: the verifier can't know them. */
void op_set_defaults(struct function *f, value defaults)
{
    if (!is_tuple(defaults)) raise_type_error("__defaults__ must be set to a tuple object");
    f->defaults = defaults;
}

void op_set_kwdefaults(struct function *f, value defaults)
{
    if (!is_dict(defaults)) raise_type_error("__kwdefaults__ must be set to a dict object");
    function_extra(f)->kwdefaults = defaults;
}

void op_annotate(value function, value annotate)
{
    function_extra((struct function *)function)->annotate = annotate;
}

void op_set_type_params(value o, value params)
{
    if (is_type(o, &type_function)) function_extra((struct function *)o)->type_params = params;
    else set_attr(o, SYMBOL(S___type_params__), params);
}

/* ---- exceptions ---- */

value op_exception(value v)
{
    if (is_exception(v)) return v;
    if (is_class(v) && (class_of(v)->flags & TYPE_EXCEPTION)) {
        value e = call0(v);
        if (is_exception(e)) return e;
        raise_type_error("calling %r should have returned an instance of BaseException, not %r", v, from_ptr(type_of(e)));
    }
    raise_usual_type_error("exceptions must derive from BaseException");
}

void op_set_cause(value e, value cause)
{
    if (cause != NONE) {
        if (is_class(cause) && (class_of(cause)->flags & TYPE_EXCEPTION)) cause = op_exception(cause);
        if (!is_exception(cause)) raise_type_error("exception causes must derive from BaseException");
    }
    *exception_slot(e, EXC_CAUSE) = cause;
    *exception_slot(e, EXC_SUPPRESS) = TRUE;
}

_Noreturn void op_left_out(void)
{
    raise_error(&type_RuntimeError, "the code needs a part of the language that is not in this build");
}

#if ADDER_GROUPS
static bool is_group(value e) { return type_is_subtype(obj_of(e)->type, &type_BaseExceptionGroup); }

static void check_star_types(value types)
{
    if (is_tuple(types)) {
        for (size_t i = 0; i < tuple_of(types)->len; i++) check_star_types(tuple_of(types)->items[i]);
        return;
    }
    if (!is_class(types) || !(class_of(types)->flags & TYPE_EXCEPTION))
        raise_type_error("catching classes that do not inherit from BaseException is not allowed");
    if (type_is_subtype(class_of(types), &type_BaseExceptionGroup))
        raise_type_error("catching ExceptionGroup with except* is not allowed. Use except instead.");
}

void op_star_match(value *rest, value *match, value types)
{
    check_star_types(types);
    if (*rest == NONE || !is_group(*rest)) { *match = NONE; return; }
    value m, r;
    exception_group_split(*rest, types, &m, &r);
    *match = m;
    *rest = r;
}

value op_star_prepare(value e)
{
    if (type_is_subtype(obj_of(e)->type, &type_BaseExceptionGroup)) return e;
    value args[2] = { SYMBOL(S_empty), tuple_new(1, &e) };
    return call(from_ptr(&type_BaseExceptionGroup), 2, args);
}

/* Whether `part` came from `original` unchanged: one of its own groups, not raised anew by a handler. */
static bool came_from(value original, value part)
{
    return *exception_slot(original, EXC_TRACEBACK) == *exception_slot(part, EXC_TRACEBACK);
}

value op_star_raise(value original, value raised, value rest)
{
    const struct list *l = list_of(raised);
    if (l->len == 0) return NONE;
    for (size_t i = 0; i < l->len; i++) /* a code file may put anything there */
        if (!is_exception(list_items(l)[i])) raise_type_error("exceptions must derive from BaseException");
    /* A naked exception was put into a group for the handlers: at most one of them saw it. */
    if (!is_group(original)) return rest == NONE ? list_items(l)[0] : original;
    struct list *left = list_of(list_new(0, NULL)), *again = list_of(list_new(0, NULL));
    for (size_t i = 0; i < l->len; i++) list_append(came_from(original, list_items(l)[i]) ? again : left, list_items(l)[i]);
    if (again->len) list_append(left, exception_group_project(original, again)); /* what was not handled, as it was */
    value e = list_items(left)[0];
    if (left->len > 1) {
        value args[2] = {SYMBOL(S_empty), from_ptr(left)};
        e = call(from_ptr(&type_BaseExceptionGroup), 2, args);
    }
    return e;
}
#endif

_Noreturn void op_assert_fail(value message)
{
    if (message == UNDEF) vm_raise(exception_new(&type_AssertionError, 0, NULL));
    vm_raise(exception_new(&type_AssertionError, 1, &message));
}

void op_enter(value *to, value manager, bool async)
{
    value enter = find_special(manager, SYMBOL(async ? S___aenter__ : S___enter__));
    value exit = enter == UNDEF ? UNDEF : find_special(manager, SYMBOL(async ? S___aexit__ : S___exit__));
    if (exit == UNDEF)
        raise_usual_type_error("'%t' object does not support the %scontext manager protocol%s", manager,
                         async ? "asynchronous " : "", enter != UNDEF ? (async ? " (missed __aexit__ method)" : " (missed __exit__ method)") : "");
    to[1] = exit;
    to[0] = call0(enter);
}

value op_exit(value exit, value e)
{
    value args[3] = { NONE, NONE, NONE };
    if (e != NONE) {
        args[0] = from_ptr(type_of(e));
        args[1] = e;
        args[2] = traceback_seen(*exception_slot(e, EXC_TRACEBACK));
    }
    return call(exit, 3, args);
}

/* ---- import ---- */

value op_import(value name, value fromlist, unsigned level)
{
    return vm_hooks.import(name, fromlist, (int)level);
}

value op_import_from(value module, value name)
{
    return vm_hooks.import_from(module, name);
}

/* ---- classes ---- */

#if ADDER_METHODS
static bool is_usual_build_class(value f)
{
    return is_type(f, &type_builtin_function) && ((const struct cfunction *)f)->name == S___build_class__;
}

/* What a program has put in the place of builtins.__build_class__. */
static value call_build_class(value f, const value *w)
{
    const struct tuple *bases = tuple_of(w[2]);
    size_t n = 2 + bases->len, nkw = w[3] == NONE || w[3] == UNDEF ? 0 : dict_of(w[3])->live;
    struct tuple *args = tuple_of(tuple_new(n + nkw, NULL)), *names = tuple_of(tuple_new(nkw, NULL));
    args->items[0] = w[0];
    args->items[1] = w[1];
    memcpy(args->items + 2, bases->items, bases->len * sizeof(value));
    value name, v;
    uint32_t at = 0;
    for (size_t i = 0; nkw && dict_next(dict_of(w[3]), &at, &name, &v); i++) {
        names->items[i] = name;
        args->items[n + i] = v;
    }
    return call_kw(f, n, args->items, nkw, names->items);
}
#endif

/* w: the body function, the class's name, a tuple of bases, a dict of keywords or None, and how many attributes its
 * instances are likely to have. */
value op_build_class(const value *w)
{
#if ADDER_METHODS
    value f = vm_hooks.builtin(SYMBOL(S___build_class__));
    if (!is_usual_build_class(f)) return call_build_class(f, w);
#endif
    return class_build(w[0], w[1], w[2], w[3], is_int(w[4]) ? (unsigned)int_of(w[4]) : 0);
}

/* The names that `from module import *` takes: __all__, or all that don't begin with an underscore. */
void op_import_star(value module, value *registers, struct function *f)
{
    bool in_dict = f->code->info->flags & CODE_CLASS;
    value all = find_attr(module, SYMBOL(S___all__));
    if (all == UNDEF && !is_type(module, &type_module) && find_attr(module, SYMBOL(S___dict__)) == UNDEF)
        raise_error(&type_ImportError, "from-import-* object has no __dict__ and no __all__");
    value names = all != UNDEF ? all : attribute_names(module);
    value it = get_iter(names);
    for (value name; (name = iter_next(it)) != STOP;) {
        struct view text = need_str(name, "item in __all__");
        if (all == UNDEF && text.len > 0 && text.data[0] == '_') continue;
        value symbol = str_intern(unwrap(name));
        value v = get_attr(module, symbol);
        if (in_dict) op_set_name(registers[0], symbol, v);
        else op_set_global(f->globals, symbol, v);
    }
}

/* ---- patterns ---- */

value op_match_keys(value subject, value keys)
{
    size_t n = tuple_of(keys)->len;
    value out = tuple_new(n, NULL);
    value missing = UNDEF, get = UNDEF;
    for (size_t i = 0; i < n; i++) {
        value key = tuple_of(keys)->items[i], v;
        for (size_t j = 0; j < i; j++)
            if (equal(key, tuple_of(keys)->items[j])) raise_value_error("mapping pattern checks duplicate key (%r)", key);
        if (is_dict(subject)) {
            v = dict_get(dict_of(subject), key);
            if (v == UNDEF) return NONE;
        } else {
            if (get == UNDEF) {
                missing = call0(from_ptr(&type_object));
                get = get_attr(subject, SYMBOL(S_get));
            }
            value args[2] = { key, missing };
            v = call(get, 2, args);
            if (v == missing) return NONE;
        }
        tuple_of(out)->items[i] = v;
    }
    return out;
}

value op_match_rest(value subject, value keys)
{
    struct dict *rest = dict_new(0);
    dict_update(rest, subject);
    for (size_t i = 0; i < tuple_of(keys)->len; i++) dict_delete(rest, tuple_of(keys)->items[i]);
    return from_ptr(rest);
}

/* The built-ins whose only positional sub-pattern matches the subject itself. */
static bool matches_self(const struct type *t)
{
    static const struct type *const types[] = {
        &type_bool, &type_bytearray, &type_bytes, &type_dict, &type_float, &type_frozenset,
        &type_int, &type_list, &type_set, &type_str, &type_tuple,
    };
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
        if (type_is_subtype(t, types[i])) return true;
    return false;
}

/* Which attribute the i-th sub-pattern is for. */
static value match_name(value match_args, size_t positional, value names, size_t i)
{
    return i < positional ? tuple_of(match_args)->items[i] : tuple_of(names)->items[i - positional];
}

value op_match_class(value subject, value cls, value names, unsigned positional)
{
    if (!is_class(cls)) raise_type_error("called match pattern must be a class");
    if (!class_check_instance(subject, cls)) return NONE;
    size_t keywords = tuple_of(names)->len;
    value out = tuple_new(positional + keywords, NULL);
    value match_args = positional ? find_attr(cls, SYMBOL(S___match_args__)) : UNDEF;
    if (positional && match_args == UNDEF && matches_self(class_of(cls))) {
        if (positional > 1)
            raise_type_error("%v() accepts 1 positional sub-pattern (%u given)", class_of(cls)->name, positional);
        tuple_of(out)->items[0] = subject;
        match_args = NONE;
    } else if (positional) {
        if (match_args == UNDEF) match_args = from_ptr(&empty_tuple);
        if (!is_tuple(match_args)) raise_type_error("%v.__match_args__ must be a tuple (got %t)", class_of(cls)->name, match_args);
        size_t allowed = tuple_of(match_args)->len;
        if (positional > allowed)
            raise_type_error("%v() accepts %zd positional sub-pattern%s (%u given)", class_of(cls)->name, (word)allowed,
                             allowed == 1 ? "" : "s", positional);
    }
    for (size_t i = match_args == NONE ? positional : 0; i < positional + keywords; i++) {
        value name = match_name(match_args, positional, names, i);
        if (!is_str(name)) raise_type_error("__match_args__ elements must be strings (got %t)", name);
        for (size_t j = 0; j < i && match_args != UNDEF && match_args != NONE; j++)
            if (equal(match_name(match_args, positional, names, j), name))
                raise_type_error("%v() got multiple sub-patterns for attribute %r", class_of(cls)->name, name);
        value v = find_attr(subject, str_intern(name));
        if (v == UNDEF) return NONE;
        tuple_of(out)->items[i] = v;
    }
    return out;
}

void op_display(value v) { vm_hooks.display(v); }
