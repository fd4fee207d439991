/* tuple: items in place, unchangeable. */
#include "layout.h"
#include "printer.h"
#include "sequence.h"

const struct tuple ROM_OBJECT empty_tuple = { .head = { &type_tuple }, .len = 0 };

value tuple_new(size_t n, const value *items)
{
    if (n == 0)
        return from_ptr(&empty_tuple);
    if (n > UINT32_MAX / 2)
        raise_memory_error();
    struct tuple *t = heap_object_inline(&type_tuple, sizeof *t + n * sizeof(value));
    t->len = n;
    if (items && n <= 4) {
        for (size_t i = 0; i < n; i++)
            t->items[i] = items[i];
    } else if (items) {
        memory_copy(t->items, items, n * sizeof(value));
    }
    return from_ptr(t);
}

value tuple_pair(value a, value b)
{
    struct tuple *t = heap_object_inline(&type_tuple, sizeof *t + 2 * sizeof(value));
    t->len = 2;
    t->items[0] = a;
    t->items[1] = b;
    return from_ptr(t);
}

value tuple_from_iterable(value it)
{
    if (is_tuple(it))
        return it;
    struct list *l = list_of(is_list(it) ? it : list_from_iterable(it));
    value t = tuple_new(l->len, list_items(l));
    if (from_ptr(l) != it) {
        l->len = l->cap = 0;
        heap_buffer_free(&l->owner);
    }
    return t;
}

static struct tuple *self_tuple(value v)
{
    value native = unwrap(v);
    if (!is_tuple(native))
        raise_type_error("descriptor requires a 'tuple' object but received a '%t'", v);
    return tuple_of(native);
}

/* ---- protocols ---- */

static size_t tuple_size(const struct object *o)
{
    return sizeof(struct tuple) + ((const struct tuple *)o)->len * sizeof(value);
}

static void tuple_trace(struct object *o)
{
    struct tuple *t = (struct tuple *)o;
    heap_visit_all(t->items, t->len);
}

static value tuple_make(const struct type *type, size_t n, value *args, size_t nkw, const value *kwnames)
{
    (void)type, (void)kwnames;
    args_count("tuple", n, nkw, 0, 1);
    return n ? tuple_from_iterable(args[0]) : from_ptr(&empty_tuple);
}

static value tuple_slice(value self, value slice)
{
    const struct tuple *t = tuple_of(self);
    word start, stop, step;
    size_t n = slice_bounds(slice, t->len, &start, &stop, &step);
    if (step == 1)
        return n == t->len ? self : tuple_new(n, t->items + start);
    value out = tuple_new(n, NULL);
    for (size_t i = 0; i < n; i++, start += step)
        tuple_of(out)->items[i] = t->items[start];
    return out;
}

static value tuple_getitem(value self, value key)
{
    const struct tuple *t = tuple_of(self);
    if (is_type(key, &type_slice))
        return tuple_slice(self, key);
    return t->items[need_index(key, t->len, "tuple")];
}

static value tuple_concat(const struct tuple *a, const struct tuple *b)
{
    value out = tuple_new(a->len + b->len, NULL);
    memory_copy(tuple_of(out)->items, a->items, a->len * sizeof(value));
    memory_copy(tuple_of(out)->items + a->len, b->items, b->len * sizeof(value));
    return out;
}

static value tuple_repeat(value self, word times)
{
    const struct tuple *t = tuple_of(self);
    if (times == 1)
        return self;
    value out = tuple_new(sequence_total(t->len, times), NULL);
    if (out != from_ptr(&empty_tuple))
        sequence_fill(tuple_of(out)->items, tuple_of(out)->len, t->items, t->len);
    return out;
}

static value tuple_binary(enum op op, value a, value b)
{
    word times;
    if (op == OP_ADD && is_tuple(a)) {
        value other = unwrap(b);
        if (!is_tuple(other))
            return NOTIMPL;
        if (tuple_of(a)->len == 0)
            return other;
        return tuple_of(other)->len == 0 ? a : tuple_concat(tuple_of(a), tuple_of(other));
    }
    if (op == OP_MUL) {
        bool left = is_tuple(a);
        if (sequence_count(left ? b : a, SYMBOL(left ? S___rmul__ : S___mul__), &times))
            return tuple_repeat(left ? a : b, times);
    }
    return NOTIMPL;
}

static value tuple_compare(enum op op, value a, value b)
{
    b = unwrap(b);
    if (!is_tuple(b))
        return NOTIMPL;
    const struct tuple *x = tuple_of(a), *y = tuple_of(b);
    if (op >= OP_EQ && x->len != y->len)
        return from_bool(op == OP_NE);
    check_c_stack();
    for (size_t i = 0; i < x->len && i < y->len; i++) {
        value p = x->items[i], q = y->items[i];
        check_break_large(i);
        if (p == q || equal(p, q))
            continue;
        return op >= OP_EQ ? from_bool(op == OP_NE) : compare(op, p, q);
    }
    return sequence_compare_lengths(op, x->len, y->len);
}

hashcode hash_items(size_t n, const value *items, hashcode add)
{
    hashcode h = HASH_PRIME5;
    check_c_stack();
    for (size_t i = 0; i < n; i++) {
        check_break_large(i);
        h += hash_of(items[i]) * HASH_PRIME2;
        h = ((h << HASH_TURN) | (h >> (8 * sizeof h - HASH_TURN))) * HASH_PRIME1;
    }
    h += add;
    return h == (hashcode)-1 ? 1546275796 : h;
}

static bool tuple_hash(value self, hashcode *out)
{
    const struct tuple *t = tuple_of(self);
    *out = hash_items(t->len, t->items, t->len ^ (HASH_PRIME5 ^ 3527539));
    return true;
}

/* The index of the first item in [start, stop) that equals v; -1: none. */
static word tuple_find(const struct tuple *t, value v, size_t start, size_t stop)
{
    for (size_t i = start; i < stop && i < t->len; i++) {
        check_break_large(i);
        if (t->items[i] == v || equal(t->items[i], v))
            return (word)i;
    }
    return -1;
}

static int tuple_contains(value self, value v)
{
    const struct tuple *t = tuple_of(self);
    return tuple_find(t, v, 0, t->len) >= 0;
}

static word tuple_len(value self)
{
    return (word)tuple_of(self)->len;
}

static void tuple_repr(value self, struct printer *out)
{
    const struct tuple *t = tuple_of(self);
    if (repr_enter(self)) {
        print_z(out, "(...)");
        return;
    }
    print_char(out, '(');
    for (size_t i = 0; i < t->len; i++) {
        if (i)
            print_z(out, ", ");
        print_repr(out, t->items[i]);
        check_break_large(i);
    }
    print_z(out, t->len == 1 ? ",)" : ")");
    repr_leave(self);
}

/* ---- methods ---- */

static value method_index(size_t n, value *args)
{
    const struct tuple *t = self_tuple(args[0]);
    size_t start = n > 2 ? sequence_bound(args[2], t->len) : 0;
    size_t stop = n > 3 ? sequence_bound(args[3], t->len) : t->len;
    word i = tuple_find(t, args[1], start, stop);
    if (i < 0)
        raise_value_error("tuple.index(x): x not in tuple");
    return from_int(i);
}

static value method_count(value self, value v)
{
    const struct tuple *t = self_tuple(self);
    word count = 0;
    for (size_t i = 0; i < t->len; i++)
        count += t->items[i] == v || equal(t->items[i], v);
    return from_int(count);
}

static value method_getnewargs(value self)
{
    value t = from_ptr(self_tuple(self));
    return tuple_new(1, &t);
}

static const struct slots tuple_slots = {
    .size_of = tuple_size,
    .trace = tuple_trace,
    .make = tuple_make,
    .binary = tuple_binary,
    .compare = tuple_compare,
    .getitem = tuple_getitem,
    .contains = tuple_contains,
    .iter = seq_iter_new,
    .len = tuple_len,
    .hash = tuple_hash,
    .repr = tuple_repr,
};

METHODV(m_index, index, 2, 4, method_index);
METHOD2(m_count, count, method_count);
METHOD1(m_getnewargs, __getnewargs__, method_getnewargs);

static const struct attr tuple_attrs[] = {
    ATTR(index, m_index),
    ATTR(count, m_count),
    ATTR_MORE(__getnewargs__, m_getnewargs)
    ATTR_MORE(__class_getitem__, class_getitem)
};

const struct type type_tuple = {
    .head = { &type_type },
    .slots = &tuple_slots,
    .flags = TYPE_BASE | TYPE_SEQUENCE | TYPE_NO_WEAK,
    .name = SYMBOL(S_tuple),
    TYPE_ATTRS(tuple_attrs),
    .base = &type_object,
};
