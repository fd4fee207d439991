/* slice: the three values between colons in a subscript. */
#include "layout.h"
#include "printer.h"
#include "sequence.h"

value slice_new(value start, value stop, value step)
{
    struct slice *s = heap_object(&type_slice, sizeof *s);
    s->start = start;
    s->stop = stop;
    s->step = step;
    return from_ptr(s);
}

static value slice_make(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    (void)t, (void)kwnames;
    args_count("slice", n, nkw, 1, 3);
    if (n == 1)
        return slice_new(NONE, args[0], NONE);
    return slice_new(args[0], args[1], n == 3 ? args[2] : NONE);
}

static struct slice *self_slice(value v)
{
    if (!is_type(v, &type_slice))
        raise_type_error("descriptor requires a 'slice' object but received a '%t'", v);
    return (struct slice *)v;
}

#if ADDER_USUAL_METHODS
static value slice_tuple(const struct slice *s)
{
    value items[3] = { s->start, s->stop, s->step };
    return tuple_new(3, items);
}

static value slice_compare(enum op op, value a, value b)
{
    if (!is_type(b, &type_slice))
        return NOTIMPL;
    return compare(op, slice_tuple(self_slice(a)), slice_tuple(self_slice(b)));
}

static bool slice_hash(value self, hashcode *out)
{
    *out = hash_items(3, &self_slice(self)->start, 0);
    return true;
}

#else
#define slice_compare NULL
#define slice_hash    NULL
#endif

static void slice_repr(value self, struct printer *out)
{
    const struct slice *s = self_slice(self);
    print_format(out, "slice(%r, %r, %r)", s->start, s->stop, s->step);
}

static void slice_trace(struct object *o)
{
    heap_visit_all(&((struct slice *)o)->start, 3);
}

static value get_start(value self)
{
    return self_slice(self)->start;
}

static value get_stop(value self)
{
    return self_slice(self)->stop;
}

static value get_step(value self)
{
    return self_slice(self)->step;
}

/* A bound clamped into 0..len, or for a negative step -1..len-1. */
static value clamp(value v, value len, bool back)
{
    value low = from_int(back ? -1 : 0), high = back ? binary(OP_SUB, len, from_int(1)) : len;
    if (!is_integer(v) && !slots_of(v)->index)
        raise_type_error("slice indices must be integers or None or have an __index__ method");
    v = need_integer(v);
    if (int_sign(v) < 0) {
        v = binary(OP_ADD, v, len);
        return int_sign(v) < 0 ? low : v;
    }
    return less(high, v) ? high : v;
}

void slice_indices(value slice, value len, value *out)
{
    const struct slice *s = (const struct slice *)slice;
    value step = s->step == NONE ? from_int(1) : need_integer(s->step);
    if (step == from_int(0))
        raise_value_error("slice step cannot be zero");
    bool back = int_sign(step) < 0;
    value last = binary(OP_SUB, len, from_int(1));
    out[0] = s->start != NONE ? clamp(s->start, len, back) : back ? last : from_int(0);
    out[1] = s->stop != NONE ? clamp(s->stop, len, back) : back ? from_int(-1) : len;
    out[2] = step;
}

static value method_indices(value self, value length)
{
    value items[3], len = need_integer(length);
    if (int_sign(len) < 0)
        raise_value_error("length should not be negative");
    slice_indices(from_ptr(self_slice(self)), len, items);
    return tuple_new(3, items);
}

static const struct slots slice_slots = {
    .size = sizeof(struct slice),
    .trace = slice_trace,
    .make = slice_make,
    .compare = slice_compare,
    .hash = slice_hash,
    .repr = slice_repr,
};

METHOD2(m_indices, indices, method_indices);
GETSET(g_start, start, get_start, NULL);
GETSET(g_stop, stop, get_stop, NULL);
GETSET(g_step, step, get_step, NULL);

static const struct attr slice_attrs[] = {
    ATTR(start, g_start),
    ATTR(stop, g_stop),
    ATTR(step, g_step),
    ATTR_USUAL(indices, m_indices)
};

const struct type type_slice = {
    .head = { &type_type },
    .slots = &slice_slots,
    .flags = TYPE_NO_WEAK,
    .name = SYMBOL(S_slice),
    TYPE_ATTRS(slice_attrs),
    .base = &type_object,
};
