/* What the sequence types share. */
#include "sequence.h"
#include "class.h"
#include "text.h"

bool sequence_count(value v, value reflected, word *times)
{
    if (is_int(v)) {
        *times = int_of(v);
        return true;
    }
    int64_t i;
    if (!is_repeat_count(v, reflected))
        return false;
    if (!int_to_int64(need_integer(v), &i) || i > INTPTR_MAX || i < INTPTR_MIN)
        raise_error(&type_OverflowError, "cannot fit '%t' into an index-sized integer", v);
    *times = (word)i;
    return true;
}

size_t sequence_total(size_t n, word times)
{
    size_t total;
    if (times <= 0 || n == 0)
        return 0;
    if (__builtin_mul_overflow(n, (size_t)times, &total) || total > UINT32_MAX / 2)
        raise_memory_error();
    return total;
}

void sequence_fill(value *to, size_t total, const value *items, size_t n)
{
    if (n == 1) {
        n = total < MEMORY_PIECE / sizeof(value) ? total : MEMORY_PIECE / sizeof(value);
        value v = *items;
        for (size_t i = 0; i < n; i++)
            to[i] = v;
    } else if (total) {
        memory_copy(to, items, n * sizeof(value));
    }
    if (n < total)
        memory_repeat(to, n * sizeof(value), total * sizeof(value));
}

size_t sequence_bound(value v, size_t len)
{
    if (!is_integer(v) && !slots_of(v)->index)
        raise_type_error("slice indices must be integers or have an __index__ method");
    word i = need_index_word(v);
    if (i < 0)
        i += (word)len;
    return i < 0 ? 0 : (size_t)i;
}

value sequence_compare_lengths(enum op op, size_t n, size_t m)
{
    return compare(op, from_int((word)n), from_int((word)m));
}

bool is_iterable(value v)
{
    const struct slots *s = slots_of(v);
    if (has_instance_layout(v))
        return find_special(v, SYMBOL(S___iter__)) != UNDEF || find_special(v, SYMBOL(S___getitem__)) != UNDEF;
    return s->iter || (s->getitem && s->len);
}

static value make_alias(value cls, value item)
{
    if (!ADDER_TYPING) raise_type_error("type '%v' is not subscriptable", class_of(cls)->name);
    return generic_alias_new(cls, item);
}

#if ADDER_METHODS
/* What makes an equal one: itself, as an object of the built-in type. */
static value self_in_tuple(value self)
{
    self = unwrap(self);
    if (has_instance_layout(self))
        raise_type_error("descriptor '__getnewargs__' requires another type than '%t'", self);
    if (is_bool(self)) self = from_int(self == TRUE);
    return tuple_new(1, &self);
}

const struct cfunction getnewargs = {
    { &type_builtin_function }, S___getnewargs__, CF_1, 1, 1, CF_METHOD, { .f1 = self_in_tuple },
};

static value make_view(value self, value flags)
{
    word bits = need_index_size(flags, &type_OverflowError);
    if (bits > INT32_MAX || bits < INT32_MIN) raise_error(&type_OverflowError, "buffer flags too %s", bits > 0 ? "large" : "small");
    struct buffer b;
    if ((bits & 1) && get_buffer(self, &b, false) && b.readonly)
        raise_error(&type_BufferError, is_memoryview(unwrap(self)) ? "memoryview: underlying buffer is not writable" : "Object is not writable.");
    return call1(from_ptr(&type_memoryview), unwrap(self)); /* not by its own __buffer__, which may have called this */
}

static value give_back(value self, value view)
{
    if (!is_memoryview(view)) raise_type_error("expected a memoryview object");
    if (!is_memoryview(self) && memoryview_base(view) != unwrap(self))
        raise_value_error("memoryview's buffer is not this object");
    return call_method(view, SYMBOL(S_release), 0, NULL);
}

const struct cfunction release_buffer_method = {
    { &type_builtin_function }, S___release_buffer__, CF_2, 2, 2, CF_METHOD, { .f2 = give_back },
};

const struct cfunction buffer_method = {
    { &type_builtin_function }, S___buffer__, CF_2, 2, 2, CF_METHOD | CF_SLOT, { .f2 = make_view },
};
#endif

const struct cfunction class_getitem = {
    { &type_builtin_function }, S___class_getitem__, CF_2, 2, 2, CF_CLASS, { .f2 = make_alias },
};
