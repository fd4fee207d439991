/* collections.deque: a ring in a buffer. 40 / 32 bytes, and 8 / 4 an item. */
#include "collections.h"

#include "../../src/object/text.h"

#define NO_MAX UINT32_MAX

struct deque {
    struct owner owner; /* owner.buf: value[cap] */
    uint32_t first;     /* where item 0 is */
    uint32_t len, cap;
    uint32_t max;       /* maxlen, or NO_MAX */
    uint32_t changes;   /* counts them, so that iterators notice */
};

static inline struct deque *deque_of(value v)
{
    return (struct deque *)v;
}

static struct deque *self_deque(value v)
{
    value native = unwrap(v);
    if (!is_type(native, &type_deque))
        raise_receiver("collections.deque", v);
    return deque_of(native);
}

/* Where item i is, 0 <= i < cap. */
static inline value *deque_at(const struct deque *d, size_t i)
{
    i += d->first;
    return (value *)d->owner.buf + (i >= d->cap ? i - d->cap : i);
}

/* ---- growing ---- */

static void deque_room(struct deque *d, size_t want)
{
    if (want <= d->cap)
        return;
    size_t cap = want + want / 2 + 3, old = d->cap;
    if (cap > UINT32_MAX / 2)
        raise_memory_error();
    value *items = heap_buffer_resize(&d->owner, cap * sizeof(value), BUFFER_VALUES);
    d->cap = (uint32_t)cap;
    if (d->first + (size_t)d->len > old) { /* it went round the end: its first part goes to the new end */
        size_t part = old - d->first;
        memmove(items + cap - part, items + d->first, part * sizeof(value));
        d->first = (uint32_t)(cap - part);
    }
}

static void deque_clear(struct deque *d)
{
    d->first = d->len = d->cap = 0;
    d->changes++;
    heap_buffer_free(&d->owner);
}

static value deque_pop_first(struct deque *d)
{
    value v = *deque_at(d, 0);
    d->first = d->first + 1 < d->cap ? d->first + 1 : 0;
    d->len--;
    d->changes++;
    return v;
}

static value deque_pop_last(struct deque *d)
{
    value v = *deque_at(d, d->len - 1);
    d->len--;
    d->changes++;
    return v;
}

static void deque_append(struct deque *d, value v)
{
    if (d->max == 0)
        return;
    if (d->len >= d->max)
        deque_pop_first(d);
    if (d->len == d->cap)
        deque_room(d, (size_t)d->len + 1);
    d->len++;
    *deque_at(d, d->len - 1) = v;
    d->changes++;
}

static void deque_append_left(struct deque *d, value v)
{
    if (d->max == 0)
        return;
    if (d->len >= d->max)
        deque_pop_last(d);
    if (d->len == d->cap)
        deque_room(d, (size_t)d->len + 1);
    d->first = (d->first ? d->first : d->cap) - 1;
    d->len++;
    *deque_at(d, 0) = v;
    d->changes++;
}

/* Another deque's items, or any iterable's; `d` itself is copied first. */
static void deque_extend(struct deque *d, value iterable, void (*append)(struct deque *d, value v))
{
    if (unwrap(iterable) == from_ptr(d))
        iterable = list_from_iterable(iterable);
    value it = get_iter(iterable);
    for (value x; (x = iter_next(it)) != STOP;)
        append(d, x);
}

static struct deque *deque_new(uint32_t max)
{
    struct deque *d = heap_object(&type_deque, sizeof *d);
    d->max = max;
    return d;
}

static struct deque *deque_copy(const struct deque *from, uint32_t max)
{
    struct deque *d = deque_new(max);
    deque_room(d, from->len);
    for (size_t i = 0; i < from->len; i++)
        deque_append(d, *deque_at(from, i));
    return d;
}

/* Turns the ring so that item n becomes item 0: by moving the fewer items over the gap. */
static void deque_turn(struct deque *d, size_t n)
{
    if (d->len < 2 || n == 0)
        return;
    d->changes++;
    if (d->len == d->cap) { /* no gap: nothing moves at all */
        d->first = (uint32_t)((d->first + n) % d->cap);
        return;
    }
    if (n <= d->len / 2) {
        for (; n; n--) {
            value v = deque_pop_first(d);
            d->len++;
            *deque_at(d, d->len - 1) = v;
        }
    } else {
        for (n = d->len - n; n; n--) {
            value v = deque_pop_last(d);
            d->first = (d->first ? d->first : d->cap) - 1;
            d->len++;
            *deque_at(d, 0) = v;
        }
    }
}

static void deque_delete(struct deque *d, size_t i)
{
    deque_turn(d, i);
    deque_pop_first(d);
    if (d->len)
        deque_turn(d, (d->len - i) % d->len);
}

/* ---- protocols ---- */

static void deque_fill(struct deque *d, size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym params[] = { S_iterable, S_maxlen };
    value given[2];
    args_bind("deque", n, args, nkw, kwnames, 0, 2, params, 2, 0, given);
    d->max = NO_MAX;
    if (given[1] != UNDEF && given[1] != NONE) {
        word max = need_word(given[1]);
        if (max < 0)
            raise_value_error("maxlen must be non-negative");
        d->max = (value)max < NO_MAX ? (uint32_t)max : NO_MAX;
    }
    deque_clear(d);
    if (given[0] != UNDEF)
        deque_extend(d, given[0], deque_append);
}

static value deque_make(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    (void)t;
    struct deque *d = deque_new(NO_MAX);
    deque_fill(d, n, args, nkw, kwnames);
    return from_ptr(d);
}

static void deque_trace(struct object *o)
{
    struct deque *d = (struct deque *)o;
    size_t to_end = d->cap - d->first, part = d->len < to_end ? d->len : to_end;
    if (d->len == 0)
        return;
    heap_visit_all((value *)d->owner.buf + d->first, part);
    heap_visit_all(d->owner.buf, d->len - part);
}

static word deque_len(value self)
{
    return deque_of(self)->len;
}

static value deque_getitem(value self, value key)
{
    const struct deque *d = deque_of(self);
    if (!is_integer(key) && !slots_of(key)->index)
        raise_type_error("sequence index must be integer, not '%t'", key);
    key = plain_key(key);
    return *deque_at(d, need_index(key, d->len, "deque"));
}

static void deque_setitem(value self, value key, value v)
{
    struct deque *d = deque_of(self);
    if (!is_integer(key) && !slots_of(key)->index)
        raise_type_error("sequence index must be integer, not '%t'", key);
    key = plain_key(key);
    size_t i = need_index(key, d->len, "deque");
    if (v == UNDEF)
        deque_delete(d, i);
    else
        *deque_at(d, i) = v;
}

static _Noreturn void raise_mutated(const struct type *error)
{
    raise_error(error, "deque mutated during iteration");
}

/* The index of the first item in [start, stop) that equals v; -1: none. Raises `error` if comparing
 * changes the deque. */
static word deque_find(const struct deque *d, value v, size_t start, size_t stop, const struct type *error)
{
    uint32_t changes = d->changes;
    for (size_t i = start; i < stop && i < d->len; i++) {
        value x = *deque_at(d, i);
        bool found = x == v || equal(x, v);
        if (d->changes != changes)
            raise_mutated(error);
        if (found)
            return (word)i;
    }
    return -1;
}

static int deque_contains(value self, value v)
{
    return deque_find(deque_of(self), v, 0, deque_of(self)->len, &type_RuntimeError) >= 0;
}

static value deque_compare(enum op op, value a, value b)
{
    b = unwrap(b);
    if (!is_type(b, &type_deque))
        return NOTIMPL;
    const struct deque *x = deque_of(a), *y = deque_of(b);
    if (op >= OP_EQ && x->len != y->len)
        return from_bool(op == OP_NE);
    check_c_stack();
    for (size_t i = 0; i < x->len && i < y->len; i++) {
        value p = *deque_at(x, i), q = *deque_at(y, i);
        if (p == q || equal(p, q))
            continue;
        return op >= OP_EQ ? from_bool(op == OP_NE) : compare(op, p, q);
    }
    return sequence_compare_lengths(op, x->len, y->len);
}

static void deque_repeat(struct deque *d, word times)
{
    size_t n = d->len;
    size_t total = sequence_total(n, times);
    if (total == 0) {
        deque_clear(d);
        return;
    }
    if (total > d->max) /* only the last ones stay: the rest need not be made */
        times = (word)(d->max / n + 2);
    for (word i = 1; i < times; i++) {
        for (size_t j = 0; j < n; j++)
            deque_append(d, *deque_at(d, d->len - n));
        check_interrupt();
    }
}

/* A copy. A derived class's is made by its constructor. */
static value deque_duplicate(value self)
{
    struct deque *d = self_deque(self);
    if (self == from_ptr(d))
        return from_ptr(deque_copy(d, d->max));
    value args[2] = { self, d->max == NO_MAX ? NONE : from_int((word)d->max) };
    value made = call(from_ptr(type_of(self)), d->max == NO_MAX ? 1 : 2, args);
    if (!is_type(unwrap(made), &type_deque))
        raise_type_error("%t() must return a deque, not %t", self, made);
    return made;
}

static value deque_binary(enum op op, value a, value b)
{
    word times;
    bool left = is_type(unwrap(a), &type_deque);
    value made;
    if (op == OP_ADD && left) {
        if (has_own_operator(b, SYMBOL(S___radd__)))
            return NOTIMPL;
        if (!is_type(unwrap(b), &type_deque))
            raise_type_error("can only concatenate deque (not \"%t\") to deque", b);
        made = deque_duplicate(a);
        deque_extend(self_deque(made), b, deque_append);
    } else {
        if (op != OP_MUL || !sequence_count(left ? b : a, SYMBOL(left ? S___rmul__ : S___mul__), &times))
            return NOTIMPL;
        made = deque_duplicate(left ? a : b);
        deque_repeat(self_deque(made), times);
    }
    return made;
}

static value deque_inplace(enum op op, value a, value b)
{
    word times;
    if (op == OP_ADD) {
        if (has_own_operator(b, SYMBOL(S___radd__)))
            return NOTIMPL;
        deque_extend(deque_of(a), b, deque_append);
        return a;
    }
    if (op != OP_MUL || !sequence_count(b, SYMBOL(S___rmul__), &times))
        return NOTIMPL;
    deque_repeat(deque_of(a), times);
    return a;
}

static void deque_repr(value self, struct printer *out)
{
    const struct deque *d = deque_of(self);
    if (repr_enter(self)) {
        print_z(out, "[...]");
        return;
    }
    print_z(out, "deque([");
    for (size_t i = 0; i < d->len; i++) {
        if (i)
            print_z(out, ", ");
        print_repr(out, *deque_at(d, i));
    }
    if (d->max == NO_MAX)
        print_z(out, "])");
    else
        print_format(out, "], maxlen=%u)", d->max);
    repr_leave(self);
}

/* ---- iterators ---- */

struct deque_iter {
    struct object head;
    value deque;
    uint32_t index;
    uint32_t changes;
    bool back;
};

static const struct type type_deque_iter, type_deque_reverse_iter;

static value iter_new(const struct deque *d, bool back)
{
    struct deque_iter *it = heap_object(back ? &type_deque_reverse_iter : &type_deque_iter, sizeof *it);
    it->deque = from_ptr(d);
    it->changes = d->changes;
    it->back = back;
    return from_ptr(it);
}

static value deque_iter(value self)
{
    return iter_new(deque_of(self), false);
}

static value iter_self(value self)
{
    return self;
}

static value deque_iter_next(value self)
{
    struct deque_iter *it = (struct deque_iter *)self;
    const struct deque *d = deque_of(it->deque);
    if (it->changes != d->changes) {
        it->changes = d->changes - 1; /* so it stays */
        raise_mutated(&type_RuntimeError);
    }
    if (it->index >= d->len)
        return STOP;
    uint32_t i = it->index++;
    return *deque_at(d, it->back ? d->len - 1 - i : i);
}

static value deque_iter_hint(value self)
{
    const struct deque_iter *it = (const struct deque_iter *)need_self(self, &type_deque_iter);
    const struct deque *d = deque_of(it->deque);
    return from_int(it->changes == d->changes ? (word)d->len - (word)it->index : 0);
}

static void deque_iter_trace(struct object *o)
{
    heap_visit(&((struct deque_iter *)o)->deque);
}

static const struct slots deque_iter_slots = {
    .size = sizeof(struct deque_iter),
    .trace = deque_iter_trace,
    .iter = iter_self,
    .next = deque_iter_next,
};

METHOD1(m_iter_hint, __length_hint__, deque_iter_hint);

static const struct attr deque_iter_attrs[] = {
    ATTR(__length_hint__, m_iter_hint),
};

static const struct type type_deque_iter = {
    .head = { &type_type },
    .slots = &deque_iter_slots,
    .name = SYMBOL(S__deque_iterator),
    TYPE_ATTRS(deque_iter_attrs),
    .base = &type_object,
};

static const struct type type_deque_reverse_iter = {
    .head = { &type_type },
    .slots = &deque_iter_slots,
    .name = SYMBOL(S__deque_reverse_iterator),
    TYPE_ATTRS(deque_iter_attrs),
    .base = &type_object,
};

/* ---- methods ---- */

static value method_init(size_t n, value *args, size_t nkw, const value *kwnames)
{
    deque_fill(self_deque(args[0]), n - 1, args + 1, nkw, kwnames);
    return NONE;
}

static value method_append(value self, value v)
{
    deque_append(self_deque(self), v);
    return NONE;
}

static value method_appendleft(value self, value v)
{
    deque_append_left(self_deque(self), v);
    return NONE;
}

static struct deque *need_items(value self)
{
    struct deque *d = self_deque(self);
    if (d->len == 0)
        raise_error(&type_IndexError, "pop from an empty deque");
    return d;
}

static value method_pop(value self)
{
    return deque_pop_last(need_items(self));
}

static value method_popleft(value self)
{
    return deque_pop_first(need_items(self));
}

static value method_extend(value self, value iterable)
{
    deque_extend(self_deque(self), iterable, deque_append);
    return NONE;
}

static value method_extendleft(value self, value iterable)
{
    deque_extend(self_deque(self), iterable, deque_append_left);
    return NONE;
}

static value method_rotate(size_t n, value *args)
{
    struct deque *d = self_deque(args[0]);
    word by = n > 1 ? need_word(args[1]) : 1, len = d->len;
    if (len > 1) {
        by %= len;
        deque_turn(d, (size_t)(by > 0 ? len - by : -by));
    }
    return NONE;
}

static value method_clear(value self)
{
    deque_clear(self_deque(self));
    return NONE;
}

static value method_count(value self, value v)
{
    const struct deque *d = self_deque(self);
    word count = 0;
    uint32_t changes = d->changes;
    for (size_t i = 0; i < d->len; i++) {
        value x = *deque_at(d, i);
        count += x == v || equal(x, v);
        if (d->changes != changes)
            raise_mutated(&type_RuntimeError);
    }
    return from_int(count);
}

static value method_index(size_t n, value *args)
{
    const struct deque *d = self_deque(args[0]);
    size_t start = n > 2 ? sequence_bound(args[2], d->len) : 0;
    size_t stop = n > 3 ? sequence_bound(args[3], d->len) : d->len;
    word i = deque_find(d, args[1], start, stop, &type_RuntimeError);
    if (i < 0)
        raise_value_error("%r is not in deque", args[1]);
    return from_int(i);
}

static value method_insert(value self, value index, value v)
{
    struct deque *d = self_deque(self);
    word i = need_word(index), len = d->len;
    if (d->len >= d->max)
        raise_error(&type_IndexError, "deque already at its maximum size");
    if (i < 0)
        i = i + len < 0 ? 0 : i + len;
    if (i > len)
        i = len;
    deque_turn(d, (size_t)i == d->len ? 0 : (size_t)i);
    if (i == len) {
        deque_append(d, v);
    } else {
        deque_append_left(d, v);
        deque_turn(d, (d->len - (size_t)i) % d->len);
    }
    return NONE;
}

static value method_remove(value self, value v)
{
    struct deque *d = self_deque(self);
    word i = deque_find(d, v, 0, d->len, &type_IndexError);
    if (i < 0)
        raise_value_error("%r is not in deque", v);
    deque_delete(d, (size_t)i);
    return NONE;
}

static value method_reverse(value self)
{
    struct deque *d = self_deque(self);
    for (size_t i = 0, j = d->len; i + 1 < j; i++) {
        value *a = deque_at(d, i), *b = deque_at(d, --j), v = *a;
        *a = *b;
        *b = v;
    }
    d->changes++;
    return NONE;
}

static value method_reversed(value self)
{
    return iter_new(self_deque(self), true);
}

static value get_maxlen(value self)
{
    const struct deque *d = self_deque(self);
    return d->max == NO_MAX ? NONE : int_from_uint64(d->max);
}

static const struct slots deque_slots = {
    .size = sizeof(struct deque),
    .trace = deque_trace,
    .make = deque_make,
    .binary = deque_binary,
    .inplace = deque_inplace,
    .compare = deque_compare,
    .getitem = deque_getitem,
    .setitem = deque_setitem,
    .contains = deque_contains,
    .iter = deque_iter,
    .len = deque_len,
    .repr = deque_repr,
};

METHODK(m_init, __init__, 1, 3, method_init);
METHOD2(m_append, append, method_append);
METHOD2(m_appendleft, appendleft, method_appendleft);
METHOD1(m_pop, pop, method_pop);
METHOD1(m_popleft, popleft, method_popleft);
METHOD2(m_extend, extend, method_extend);
METHOD2(m_extendleft, extendleft, method_extendleft);
METHODV(m_rotate, rotate, 1, 2, method_rotate);
METHOD1(m_clear, clear, method_clear);
METHOD1(m_copy, copy, deque_duplicate);
METHOD1(m_copy_special, __copy__, deque_duplicate);
METHOD2(m_count, count, method_count);
METHODV(m_index, index, 2, 4, method_index);
METHOD3(m_insert, insert, method_insert);
METHOD2(m_remove, remove, method_remove);
METHOD1(m_reverse, reverse, method_reverse);
METHOD1(m_reversed, __reversed__, method_reversed);
GETSET(g_maxlen, maxlen, get_maxlen, NULL);

static const struct attr deque_attrs[] = {
    ATTR(__init__, m_init),
    ATTR(append, m_append),
    ATTR(appendleft, m_appendleft),
    ATTR(pop, m_pop),
    ATTR(popleft, m_popleft),
    ATTR(extend, m_extend),
    ATTR(extendleft, m_extendleft),
    ATTR(rotate, m_rotate),
    ATTR(clear, m_clear),
    ATTR(copy, m_copy),
    ATTR(__copy__, m_copy_special),
    ATTR(count, m_count),
    ATTR(index, m_index),
    ATTR(insert, m_insert),
    ATTR(remove, m_remove),
    ATTR(reverse, m_reverse),
    ATTR(__reversed__, m_reversed),
    ATTR(maxlen, g_maxlen),
    ATTR(__class_getitem__, class_getitem),
    ATTR_VALUE(__module__, SYMBOL(S_collections)),
};

const struct type type_deque = {
    .head = { &type_type },
    .slots = &deque_slots,
    .flags = TYPE_BASE | TYPE_SEQUENCE | TYPE_COPIES,
    .name = SYMBOL(S_deque),
    TYPE_ATTRS(deque_attrs),
    .base = &type_object,
};
