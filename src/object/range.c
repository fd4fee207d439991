/* range: start, stop, step, and the length, which is worked out once. Any integers. */
#include "layout.h"
#include "printer.h"
#include "sequence.h"

static inline struct range *range_of(value v)
{
    return (struct range *)v;
}

/* ---- making ---- */

/* How many numbers there are from start on by step before stop. */
static value range_count(value start, value stop, value step)
{
    bool up = int_sign(step) > 0;
    if (both_int(start, stop) && is_int(step)) {
        /* Unsigned, for the distance may exceed a word. */
        value from = (value)int_of(start), to = (value)int_of(stop), by = (value)int_of(step);
        if (up ? int_of(start) >= int_of(stop) : int_of(start) <= int_of(stop))
            return from_int(0);
        return int_from_uint64(up ? (to - from - 1) / by + 1 : (from - to - 1) / (0 - by) + 1);
    }
    value low = up ? start : stop, high = up ? stop : start;
    if (compare(OP_GE, low, high) == TRUE)
        return from_int(0);
    value span = binary(OP_SUB, binary(OP_SUB, high, low), from_int(1));
    return binary(OP_ADD, binary(OP_FLOORDIV, span, up ? step : unary(OP_NEG, step)), from_int(1));
}

value range_new(value start, value stop, value step)
{
    if (step == from_int(0))
        raise_value_error("range() arg 3 must not be zero");
    struct range *r = heap_object(&type_range, sizeof *r);
    r->start = start;
    r->stop = stop;
    r->step = step;
    r->len = range_count(start, stop, step);
    return from_ptr(r);
}

static value range_make(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    (void)t, (void)kwnames;
    args_count("range", n, nkw, 1, 3);
    if (n == 1)
        return range_new(from_int(0), need_integer(args[0]), from_int(1));
    value start = need_integer(args[0]), stop = need_integer(args[1]);
    return range_new(start, stop, n == 3 ? need_integer(args[2]) : from_int(1));
}

/* ---- items ---- */

/* Item number i, 0 <= i < len: start + i * step. */
static value range_at(const struct range *r, value i)
{
    return binary(OP_ADD, r->start, binary(OP_MUL, i, r->step));
}

static value range_slice(const struct range *r, value slice)
{
    value bounds[3];
    slice_indices(slice, r->len, bounds);
    return range_new(range_at(r, bounds[0]), range_at(r, bounds[1]), binary(OP_MUL, r->step, bounds[2]));
}

static value range_getitem(value self, value key)
{
    const struct range *r = range_of(self);
    if (ADDER_USUAL_METHODS && is_type(key, &type_slice))
        return range_slice(r, key);
    if (ADDER_METHODS ? !has_index(key) : !is_integer(key) && !slots_of(key)->index)
        raise_type_error("range indices must be integers or slices, not %t", key);
    value i = need_integer(key);
    if (int_sign(i) < 0)
        i = binary(OP_ADD, i, r->len);
    if (int_sign(i) < 0 || !less(i, r->len))
        raise_error(&type_IndexError, "range object index out of range");
    return range_at(r, i);
}

/* The index of an int; UNDEF: it is not in the range. */
static value range_find(const struct range *r, value v)
{
    value from_start = binary(OP_SUB, v, r->start);
    value i = binary(OP_FLOORDIV, from_start, r->step);
    if (int_sign(i) < 0 || !less(i, r->len) || compare(OP_EQ, binary(OP_MUL, i, r->step), from_start) != TRUE)
        return UNDEF;
    return i;
}

static int range_contains(value self, value v)
{
    if (is_bool(v))
        v = from_int(v == TRUE);
    if (is_integer(v))
        return range_find(range_of(self), v) != UNDEF;
    return contains_by_iteration(self, v);
}

static word range_len(value self)
{
    return need_word(range_of(self)->len);
}

static int range_truth(value self)
{
    return range_of(self)->len != from_int(0);
}

#if ADDER_USUAL_METHODS
/* ---- comparison: as sequences, so an empty range has no start, and one of one item no step ---- */

static value range_compare(enum op op, value a, value b)
{
    if (op < OP_EQ || !is_type(b, &type_range))
        return NOTIMPL;
    const struct range *x = range_of(a), *y = range_of(b);
    bool same = equal(x->len, y->len);
    if (same && x->len != from_int(0))
        same = equal(x->start, y->start) && (x->len == from_int(1) || equal(x->step, y->step));
    return from_bool(same == (op == OP_EQ));
}

static bool range_hash(value self, hashcode *out)
{
    const struct range *r = range_of(self);
    value key[3] = { r->len, NONE, NONE };
    if (r->len != from_int(0))
        key[1] = r->start;
    if (r->len != from_int(0) && r->len != from_int(1))
        key[2] = r->step;
    *out = hash_of(tuple_new(3, key));
    return true;
}

#else /* by identity */
#define range_compare NULL
#define range_hash    NULL
#endif

static void range_repr(value self, struct printer *out)
{
    const struct range *r = range_of(self);
    print_format(out, "range(%r, %r", r->start, r->stop);
    if (r->step != from_int(1))
        print_format(out, ", %r", r->step);
    print_char(out, ')');
}

static void range_trace(struct object *o)
{
    heap_visit_all(&((struct range *)o)->start, 4);
}

/* ---- the iterator ---- */

static value iter_new(value start, value step, value left)
{
    struct range_iter *it = iterator_object(&type_range_iter, sizeof *it);
    it->next = start;
    it->step = step;
    it->left = left;
    return from_ptr(it);
}

static value range_iter(value self)
{
    const struct range *r = range_of(self);
    return iter_new(r->start, r->step, r->len);
}

static value range_reversed(value self)
{
    const struct range *r = range_of(need_self(self, &type_range));
    value last = range_at(r, binary(OP_SUB, r->len, from_int(1)));
    return iter_new(last, unary(OP_NEG, r->step), r->len);
}

static value iter_self(value self)
{
    return self;
}

static value range_iter_next(value self)
{
    struct range_iter *it = (struct range_iter *)self;
    value v = it->next;
    if (it->left == from_int(0))
        return STOP;
    if (both_int(it->left, it->step) && is_int(v)) {
        it->left -= from_int(1) - from_int(0);
        if ((int_of(it->left) & 0xfff) == 0)
            check_interrupt();
        if (it->left != from_int(0)) /* so the next one is in the range, and a small int or close to it */
            it->next = binary(OP_ADD, v, it->step);
        return v;
    }
    it->left = binary(OP_SUB, it->left, from_int(1));
    if (it->left != from_int(0))
        it->next = binary(OP_ADD, v, it->step);
    return v;
}

static value range_iter_hint(value self)
{
    return ((struct range_iter *)need_self(self, &type_range_iter))->left;
}

static void range_iter_trace(struct object *o)
{
    heap_visit_all(&((struct range_iter *)o)->next, 3);
}

static const struct slots range_iter_slots = {
    .size = sizeof(struct range_iter),
    .trace = range_iter_trace,
    .iter = iter_self,
    .next = range_iter_next,
};

METHOD1(m_iter_hint, __length_hint__, range_iter_hint);

static const struct attr range_iter_attrs[] = {
    ATTR_MORE(__length_hint__, m_iter_hint) ATTR_MORE(__setstate__, iter_setstate_method)
};

const struct type type_range_iter = {
    .head = { &type_type },
    .slots = &range_iter_slots,
    .name = SYMBOL(S_range_iterator),
    TYPE_ATTRS(range_iter_attrs),
    .base = &type_object,
};

/* ---- methods ---- */

static value method_index(value self, value v)
{
    self = need_self(self, &type_range);
    const struct range *r = range_of(self);
    value i = is_integer(v) ? range_find(r, need_integer(v)) : UNDEF;
    if (!is_integer(v)) {
        value it = range_iter(self);
        word at = 0;
        for (value x; (x = iter_next(it)) != STOP; at++) {
            if (equal(x, v))
                return from_int(at);
        }
    }
    if (i == UNDEF)
        raise_value_error(is_integer(v) ? "%r is not in range" : "sequence.index(x): x not in sequence", v);
    return i;
}

static value method_count(value self, value v)
{
    self = need_self(self, &type_range);
    if (is_integer(v))
        return from_int(range_contains(self, v));
    word count = 0;
    value it = range_iter(self);
    for (value x; (x = iter_next(it)) != STOP;)
        count += equal(x, v);
    return from_int(count);
}

static value get_start(value self)
{
    return range_of(self)->start;
}

static value get_stop(value self)
{
    return range_of(self)->stop;
}

static value get_step(value self)
{
    return range_of(self)->step;
}

static const struct slots range_slots = {
    .size = sizeof(struct range),
    .trace = range_trace,
    .make = range_make,
    .compare = range_compare,
    .getitem = range_getitem,
    .contains = range_contains,
    .iter = range_iter,
    .len = range_len,
    .truth = range_truth,
    .hash = range_hash,
    .repr = range_repr,
};

METHOD2(m_index, index, method_index);
METHOD2(m_count, count, method_count);
METHOD1(m_reversed, __reversed__, range_reversed);
GETSET(g_start, start, get_start, NULL);
GETSET(g_stop, stop, get_stop, NULL);
GETSET(g_step, step, get_step, NULL);

static const struct attr range_attrs[] = {
    ATTR_USUAL(start, g_start)
    ATTR_USUAL(stop, g_stop)
    ATTR_USUAL(step, g_step)
    ATTR_MORE(index, m_index)
    ATTR_MORE(count, m_count)
    ATTR_MORE(__reversed__, m_reversed)
};

const struct type type_range = {
    .head = { &type_type },
    .slots = &range_slots,
    .flags = TYPE_SEQUENCE | TYPE_NO_WEAK,
    .name = SYMBOL(S_range),
    TYPE_ATTRS(range_attrs),
    .base = &type_object,
};
