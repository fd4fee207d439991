/* bytearray: bytes that change, in a buffer with room to grow.
 *
 * It keeps its size while a program has a memoryview of it: certainly inside `with memoryview(...)`, else as far as
 * view_is_kept() finds one. A view fetches the buffer's address at each use, and raises BufferError when its part is gone.
 */
#include "item.h"
#include "sequence.h"
#include "text.h"

static struct bytearray *bytearray_of(value self)
{
    value v = unwrap(self);
    if (!is_type(v, &type_bytearray))
        raise_type_error("descriptor requires a 'bytearray' object but received a '%t'", self);
    return (struct bytearray *)v;
}

static uint8_t *bytes_of(const struct bytearray *b)
{
    return b->owner.buf;
}

/* Before its size changes. */
static inline void check_exports(struct bytearray *b)
{
    if (!ADDER_METHODS || (!b->exports && !b->viewed)) return;
    if (b->exports || view_is_kept(from_ptr(b)))
        raise_error(&type_BufferError, "Existing exports of data: object cannot be re-sized");
    b->viewed = false;
}

/* Makes its length `len`; what is new is not cleared. */
static void set_length(struct bytearray *b, size_t len)
{
    if (len == b->len) return;
    check_exports(b);
    size_t room = heap_buffer_size(&b->owner);
    if (len > UINT32_MAX) raise_memory_error();
    if (len > room)
        heap_buffer_resize(&b->owner, b->len ? len + len / 8 + 8 : len, BUFFER_BYTES);
    else if (len < room / 2)
        heap_buffer_resize(&b->owner, len, BUFFER_BYTES);
    b->len = (uint32_t)len;
}

value bytearray_new(const uint8_t *data, size_t len)
{
    struct bytearray *b = heap_object(&type_bytearray, sizeof *b);
    if (len) {
        set_length(b, len);
        if (data) memory_copy(bytes_of(b), data, len);
    }
    return from_ptr(b);
}

void bytearray_splice(struct bytearray *b, size_t from, size_t to, const uint8_t *data, size_t n)
{
    size_t tail = b->len - to, len = from + n + tail;
    if (len < b->len) {
        check_exports(b);
        memory_move_down(bytes_of(b) + to, tail, to - from - n);
        set_length(b, len);
    } else if (len > b->len) {
        set_length(b, len);
        b->len = (uint32_t)(to + tail); /* until they have moved: Ctrl-C may undo that */
        memory_move_up(bytes_of(b) + to, tail, from + n - to);
        b->len = (uint32_t)len;
    }
    if (n) memcpy(bytes_of(b) + from, data, n);
}

void bytearray_append(value self, const uint8_t *data, size_t n)
{
    struct bytearray *b = (struct bytearray *)self;
    size_t len = b->len;
    if (n == 0) return;
    set_length(b, len + n);
    memcpy(bytes_of(b) + len, data, n);
}

/* ---- methods ---- */

static value append(value self, value item)
{
    uint8_t byte = (uint8_t)need_byte(item, "byte must be in range(0, 256)");
    bytearray_append(from_ptr(bytearray_of(self)), &byte, 1);
    return NONE;
}

/* The bytes of what is to be added; a copy, so that a bytearray can be added to itself. */
static value added_bytes(value v)
{
    struct buffer b;
    if (is_str(unwrap(v))) {
        if (ADDER_METHODS && len_of(v) == 0) return bytes_new(NULL, 0);
        raise_type_error("expected iterable of integers; got: 'str'");
    }
    if (ADDER_METHODS && is_memoryview(v) && !get_whole_buffer(v, &b))
        raise_type_error("can't set bytearray slice from %t", v);
    if (!get_buffer(v, &b, false) && !bytes_are_iterable(v))
        raise_type_error("can't extend bytearray with %t", v);
    return bytes_from_object(v, true);
}

static value extend(value self, value items)
{
    size_t n;
    value added = added_bytes(items);
    const uint8_t *data = bytes_view(added, &n);
    bytearray_append(from_ptr(bytearray_of(self)), data, n);
    HOLD(added);
    return NONE;
}

static value insert(value self, value index, value item)
{
    word at = need_word(index);
    uint8_t byte = (uint8_t)need_byte(item, "byte must be in range(0, 256)");
    struct bytearray *b = bytearray_of(self);
    word len = (word)b->len;
    if (at < 0) at = at + len < 0 ? 0 : at + len;
    if (at > len) at = len;
    bytearray_splice(b, (size_t)at, (size_t)at, &byte, 1);
    return NONE;
}

static value pop(size_t n, value *args)
{
    word at = n > 1 ? need_word(args[1]) : -1;
    struct bytearray *b = bytearray_of(args[0]);
    if (b->len == 0) raise_error(&type_IndexError, "pop from empty bytearray");
    if (at < 0) at += (word)b->len;
    if (at < 0 || at >= (word)b->len) raise_error(&type_IndexError, "pop index out of range");
    uint8_t byte = bytes_of(b)[at];
    bytearray_splice(b, (size_t)at, (size_t)at + 1, NULL, 0);
    return from_int(byte);
}

static value remove_(value self, value item)
{
    int byte = need_byte(item, "byte must be in range(0, 256)");
    struct bytearray *b = bytearray_of(self);
    const uint8_t *at = b->len ? memchr(bytes_of(b), byte, b->len) : NULL;
    if (!at) raise_value_error("value not found in bytearray");
    size_t i = (size_t)(at - bytes_of(b));
    bytearray_splice(b, i, i + 1, NULL, 0);
    return NONE;
}

static value reverse(value self)
{
    struct bytearray *b = bytearray_of(self);
    uint8_t *data = bytes_of(b);
    for (size_t i = 0, j = b->len; i + 1 < j; i++) {
        uint8_t byte = data[i];
        data[i] = data[--j];
        data[j] = byte;
    }
    return NONE;
}

static value clear(value self)
{
    set_length(bytearray_of(self), 0);
    return NONE;
}

static value copy(value self)
{
    struct bytearray *b = bytearray_of(self);
    return bytearray_new(bytes_of(b), b->len);
}

static value fromhex(size_t n, value *args)
{
    (void)n;
    size_t len;
    value made = bytes_fromhex(args[1]);
    const uint8_t *data = bytes_view(made, &len);
    value result = bytearray_new(data, len);
    HOLD(made);
    return args[0] == from_ptr(&type_bytearray) ? result : call1(args[0], result);
}

/* ---- slots ---- */

static value bytearray_make(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    (void)t;
    struct buffer buffer;
    if (n == 1 && nkw == 0) { /* without a copy in between */
        if (is_int(args[0]) && int_of(args[0]) >= 0) return bytearray_new(NULL, (size_t)int_of(args[0]));
        if (!is_memoryview(args[0]) && get_buffer(args[0], &buffer, false))
            return bytearray_new(buffer.data, buffer.len);
    }
    size_t len;
    value made = bytes_from_arguments("bytearray", n, args, nkw, kwnames);
    const uint8_t *data = bytes_view(made, &len);
    value result = bytearray_new(data, len);
    HOLD(made);
    return result;
}

/* What is assigned to a slice; deleting is assigning nothing. */
static value assigned_bytes(value v)
{
    struct buffer b;
    if (v == UNDEF) return bytes_new(NULL, 0);
    if (ADDER_METHODS && is_memoryview(v)) return memoryview_tobytes(v);
    if (is_str(unwrap(v)) || is_integer(v) || is_float(v))
        raise_type_error("can assign only bytes, buffers, or iterables of ints in range(0, 256)");
    if (!get_buffer(v, &b, false) && !bytes_are_iterable(v))
        raise_type_error("cannot convert '%t' object to bytearray", v);
    return bytes_from_object(v, true);
}

/* del b[start::step]: `count` items, step other than 1. */
static void delete_stepped(struct bytearray *b, size_t start, word step, size_t count)
{
    uint8_t *data = bytes_of(b);
    if (count == 0) return;
    if (step < 0) {
        start -= (count - 1) * (size_t)-step;
        step = -step;
    }
    check_exports(b);
    size_t to = start;
    for (size_t i = 0; i < count; i++) {
        size_t from = start + i * (size_t)step + 1;
        size_t end = i + 1 < count ? from + (size_t)step - 1 : b->len;
        memmove(data + to, data + from, end - from);
        to += end - from;
    }
    set_length(b, b->len - count);
}

static void assign_slice(struct bytearray *b, value slice, value v)
{
    word start, stop, step;
    size_t n;
    slice = plain_key(slice);
    if (ADDER_METHODS) slice_bounds(slice, b->len, &start, &stop, &step); /* a step of 0 is told first */
    value from = assigned_bytes(v);
    size_t count = slice_bounds(slice, b->len, &start, &stop, &step);
    const uint8_t *data = bytes_view(from, &n);
    if (step == 1) {
        bytearray_splice(b, (size_t)start, (size_t)start + count, data, n);
    } else if (!ADDER_USUAL_METHODS) {
        raise_value_error("steps are not in this build");
    } else if (v == UNDEF || n == 0) {
        delete_stepped(b, (size_t)start, step, count);
    } else if (n != count) {
        raise_value_error("attempt to assign bytes of size %zd to extended slice of size %zd", n, count);
    } else {
        for (size_t i = 0; i < count; i++, start += step) bytes_of(b)[start] = data[i];
    }
    HOLD(from);
}

static void bytearray_setitem(value self, value key, value v)
{
    struct bytearray *b = bytearray_of(self);
    if (is_type(key, &type_slice)) {
        assign_slice(b, key, v);
        return;
    }
    key = plain_key(key);
    int byte = 0;
    if (v != UNDEF && is_integer(key)) {
        if (ADDER_METHODS) need_index_size(key, &type_IndexError);
        byte = need_byte(v, "byte must be in range(0, 256)"); /* may change the length */
    }
    size_t i = need_index(key, b->len, "bytearray");
    if (v == UNDEF)
        bytearray_splice(b, i, i + 1, NULL, 0);
    else
        bytes_of(b)[i] = (uint8_t)byte;
}

static value bytearray_inplace(enum op op, value a, value b)
{
    struct bytearray *self = bytearray_of(a);
    struct buffer buffer;
    word times;
    if (op == OP_ADD) {
        if (!get_whole_buffer(b, &buffer)) {
            if (has_own_operator(b, SYMBOL(S___radd__))) return NOTIMPL;
            raise_type_error("can't concat %t to bytearray", b);
        }
        extend(a, b);
        return a;
    }
    if (op == OP_MUL && sequence_count(b, SYMBOL(S___rmul__), &times)) {
        value made = bytes_repeat(from_ptr(self), times);
        const struct bytearray *m = (const struct bytearray *)made;
        bytearray_splice(self, 0, self->len, bytes_of(m), m->len);
        HOLD(made);
        return a;
    }
    return NOTIMPL;
}

static word bytearray_len(value self)
{
    return (word)((struct bytearray *)self)->len;
}

static void bytearray_repr(value self, struct printer *out)
{
    const struct bytearray *b = (const struct bytearray *)self;
    print_text(out, "bytearray(", 10);
    bytes_print_repr(b->len ? bytes_of(b) : (const uint8_t *)"", b->len, true, out);
    print_text(out, ")", 1);
}

static bool bytearray_buffer(value self, struct buffer *out, bool writable)
{
    (void)writable;
    static uint8_t nothing[1];
    const struct bytearray *b = (const struct bytearray *)self;
    *out = (struct buffer){
        .data = b->len ? bytes_of(b) : nothing, .len = b->len, .typecode = 'B', .itemsize = 1};
    return true;
}

static const struct slots bytearray_slots = {
    .size = sizeof(struct bytearray),
    .make = bytearray_make,
    .binary = bytes_binary,
    .inplace = bytearray_inplace,
    .compare = bytes_compare,
    .getitem = bytes_getitem,
    .setitem = bytearray_setitem,
    .contains = bytes_contains,
    .iter = item_iter,
    .len = bytearray_len,
    .repr = bytearray_repr,
    .buffer = bytearray_buffer,
};

METHOD2(method_append, append, append);
METHOD2(method_extend, extend, extend);
METHOD3(method_insert, insert, insert);
METHODV(method_pop, pop, 1, 2, pop);
METHOD2(method_remove, remove, remove_);
METHOD1(method_reverse, reverse, reverse);
METHOD1(method_clear, clear, clear);
METHOD1(method_copy, copy, copy);
CLASS_METHODV(method_fromhex, fromhex, 2, 2, fromhex);

#if ADDER_METHODS
static value resize(value self, value length)
{
    struct bytearray *b = bytearray_of(self);
    word n = need_word(length);
    if (n < 0)
        raise_value_error("bytearray.resize(): new size must be >= 0");
    size_t before = b->len;
    set_length(b, (size_t)n);
    if ((size_t)n > before)
        memset((uint8_t *)b->owner.buf + before, 0, (size_t)n - before);
    return NONE;
}
METHOD2(m_resize, resize, resize);
#endif

static const struct attr bytearray_attrs[] = {
    TEXT_METHODS,
    ATTR(decode, bytes_method_decode),
    ATTR_USUAL(fromhex, method_fromhex)
    ATTR_USUAL(hex, bytes_method_hex)
    ATTR_MORE(maketrans, bytes_method_maketrans)
    ATTR_MORE(translate, bytes_method_translate)
    ATTR_MORE(__buffer__, buffer_method)
    ATTR_MORE(__release_buffer__, release_buffer_method)
    ATTR_MORE(resize, m_resize)
    ATTR(append, method_append),
    ATTR(extend, method_extend),
    ATTR_MORE(insert, method_insert)
    ATTR_MORE(pop, method_pop)
    ATTR_MORE(remove, method_remove)
    ATTR_MORE(reverse, method_reverse)
    ATTR_MORE(clear, method_clear)
    ATTR_MORE(copy, method_copy)
};

const struct type type_bytearray = {
    .head = {&type_type},
    .slots = &bytearray_slots,
    .flags = TYPE_BASE | TYPE_NO_WEAK,
    .name = SYMBOL(S_bytearray),
    TYPE_ATTRS(bytearray_attrs),
    .base = &type_object,
};
