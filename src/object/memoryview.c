/* memoryview: a window on the bytes of another object, as a sequence of items of one kind.
 *
 * It never keeps an address: the bytes of a bytearray or array may move, and may become fewer (see vm/exports.c). It
 * keeps the object, and at each use asks it for its buffer and checks that its own part is still there (BufferError if
 * not). A view of a view refers to the first object. cast() makes views of several dimensions, or of none: all but the
 * first dimension are always without gaps, for only the first can be sliced. What an index of the first dimension selects
 * is a row here: in a view of one dimension, an item. */
#include "memoryview.h"
#include "sequence.h"
#include "text.h"

#if ADDER_MEMORYVIEW || ADDER_MODULES /* modules know the type */
static void check_released(const struct memoryview *m)
{
    if (m->base == UNDEF) raise_value_error("operation forbidden on released memoryview object");
}

struct memoryview *view_of(value self)
{
    value v = unwrap(self);
    if (!is_type(v, &type_memoryview))
        raise_type_error("descriptor requires a 'memoryview' object but received a '%t'", self);
    struct memoryview *m = (struct memoryview *)v;
    check_released(m);
    return m;
}

#if ADDER_METHODS
value memoryview_base(value view)
{
    return ((const struct memoryview *)view)->base;
}

/* From now on the object looks for views before its size changes. */
static void note_view(value of)
{
    if (is_type(of, &type_bytearray)) ((struct bytearray *)of)->viewed = true;
    if (ADDER_MODULES && is_type(of, &type_array)) ((struct array *)of)->viewed = true;
}
#else
#define note_view(of) ((void)0)
#endif

uint8_t *view_data(const struct memoryview *m)
{
    struct buffer b;
    check_released(m); /* by an __index__, perhaps */
    need_buffer(m->base, &b, false);
    size_t low = m->offset, high = m->offset;
    if (m->len) {
        size_t extent = (m->len - 1) * (size_t)(m->stride < 0 ? -m->stride : m->stride);
        low -= m->stride < 0 ? extent : 0;
        high += (m->stride < 0 ? 0 : extent) + (size_t)row_size(m);
    }
    if (high > b.len || low > high)
        raise_error(&type_BufferError, "memoryview: the object has become too small");
    return b.data + m->offset;
}

value view_new(const struct memoryview *like)
{
    struct memoryview *m = heap_object(&type_memoryview, sizeof *m);
    struct object head = m->head;
    *m = *like;
    m->head = head;
    m->entered = false;
#if ADDER_METHODS
    m->exporter = m->given = UNDEF;
#endif
    note_view(m->base);
    return from_ptr(m);
}

/* The view of all of v, which has to be a buffer, in *m; returns what v's own __buffer__() gave, or UNDEF. */
static value view_over(value v, struct memoryview *m)
{
    value given = UNDEF;
#if ADDER_METHODS
    given = exported_view(v);
#endif
    v = unwrap(given == UNDEF ? v : given);
    if (is_type(v, &type_memoryview)) {
        *m = *view_of(v);
        return given;
    }
    struct buffer b;
    if (!get_buffer(v, &b, false))
        raise_type_error("memoryview: a bytes-like object is required, not '%t'", v);
    *m = (struct memoryview){.base = v,
                             .len = b.len / b.itemsize,
                             .stride = b.itemsize,
#if ADDER_METHODS
                             .row = b.itemsize,
#endif
                             .format = b.typecode,
                             .itemsize = b.itemsize,
                             .readonly = b.readonly};
    return given;
}

static value memoryview_make(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    (void)t;
    static const sym params[] = {S_object};
    value v;
    args_bind("memoryview", n, args, nkw, kwnames, 0, 1, params, 1, 1, &v);
    struct memoryview m;
    value given = view_over(v, &m), made = view_new(&m);
    (void)given;
#if ADDER_METHODS
    if (given != UNDEF) {
        ((struct memoryview *)made)->exporter = v;
        ((struct memoryview *)made)->given = given;
    }
#endif
    return made;
}

static void memoryview_trace(struct object *o)
{
    heap_visit(&((struct memoryview *)o)->base);
#if ADDER_METHODS
    heap_visit(&((struct memoryview *)o)->exporter);
    heap_visit(&((struct memoryview *)o)->given);
    heap_visit(&((struct memoryview *)o)->inner);
#endif
}

/* ---- items ---- */

static void store(const struct memoryview *m, word at, value v)
{
    uint8_t item[16];
    switch (item_store_native(m->format, item, v)) {
    case ITEM_RANGE: raise_value_error("memoryview: invalid value for format '%c'", m->format);
    case ITEM_TYPE: raise_type_error("memoryview: invalid type for format '%c'", m->format);
    default: break;
    }
    memcpy(view_data(m) + at, item, m->itemsize);
}

/* The items of m in a slice, in *part. */
static void view_part(const struct memoryview *m, value slice, struct memoryview *part)
{
    word start, stop, step;
    *part = *m;
    part->len = slice_bounds(slice, m->len, &start, &stop, &step);
    if (part->len) part->offset += (size_t)(start * m->stride);
    part->stride = m->stride * step;
}

/* view_find(), at once for what is usual: an int, and one dimension. */
static inline word item_offset(const struct memoryview *m, value key, bool writing)
{
    if (is_int(key) && dimensions(m) == 1) {
        word i = int_of(key);
        if (i < 0) i += (word)m->len;
        if ((size_t)i < m->len) return i * m->stride;
    }
    return view_find(m, key, writing);
}

static value memoryview_getitem(value self, value key)
{
    struct memoryview *m = view_of(self);
    if (is_type(key, &type_slice) && dimensions(m)) {
        struct memoryview part;
        view_part(m, key, &part);
        return view_new(&part);
    }
    word at = item_offset(m, key, false);
    if (ADDER_METHODS && key == ELLIPSIS) return self;
    return view_load(m, view_data(m) + at);
}

/* Bytes of the items, in their order, at out. */
static void copy_items(const struct memoryview *m, uint8_t *out)
{
    const uint8_t *data = view_data(m);
    if (is_contiguous(m)) {
        if (m->len) memory_copy(out, data, view_size(m));
        return;
    }
    for (size_t i = 0; i < m->len; i++, data += m->stride, out += row_size(m)) {
        memcpy(out, data, (size_t)row_size(m));
        check_break_large(i);
    }
}

/* m[slice] = v */
static void assign_slice(const struct memoryview *m, value slice, value v)
{
    struct memoryview to, from;
    struct buffer b;
    if (ADDER_METHODS && !is_memoryview(unwrap(v))) need_buffer(v, &b, false); /* this is looked at first */
    view_part(m, slice, &to);
    view_over(v, &from);
    if (from.format != to.format || from.len != to.len || dimensions(&from) != 1)
        raise_value_error("memoryview assignment: lvalue and rvalue have different structures");
    uint8_t *data = view_data(&to), *bytes = view_data(&from);
    size_t size = to.len * to.itemsize;
    if (is_contiguous(&from) && is_contiguous(&to) && (data + size <= bytes || bytes + size <= data)) {
        if (size) memory_copy(data, bytes, size);
        return;
    }
    value copy = bytes_make(size, &bytes); /* the two may overlap */
    copy_items(&from, bytes);
    data = view_data(&to);
    for (size_t i = 0; i < to.len; i++, data += to.stride)
        memcpy(data, bytes + i * to.itemsize, to.itemsize);
    HOLD(copy);
    HOLD(from.base);
    HOLD(to.base);
}

static void memoryview_setitem(value self, value key, value v)
{
    struct memoryview *m = view_of(self);
    if (m->readonly) raise_type_error("cannot modify read-only memory");
    if (v == UNDEF) raise_type_error("cannot delete memory");
    if (is_type(key, &type_slice) && dimensions(m) == 1) {
        assign_slice(m, key, v);
        return;
    }
    word at = item_offset(m, key, true);
    store(view_of(self), at, v);
}

static word memoryview_len(value self)
{
    struct memoryview *m = view_of(self);
    if (!dimensions(m)) raise_type_error("0-dim memory has no length");
    return (word)m->len;
}

#if ADDER_METHODS
static value memoryview_iter(value self)
{
    need_one_dimension(view_of(self), "invalid indexing of 0-dim memory", "multi-dimensional sub-views are not implemented");
    return seq_iter_new(self);
}
#else
#define memoryview_iter seq_iter_new
#endif

/* ---- the other slots ---- */

value memoryview_tobytes(value self)
{
    struct memoryview *m = view_of(self);
    uint8_t *out;
    value result = bytes_make(view_size(m), &out);
    copy_items(m, out);
    return result;
}

#if ADDER_METHODS
bool get_whole_buffer(value v, struct buffer *out)
{
    if (is_memoryview(v) && !is_contiguous(view_of(v))) return false;
    return get_buffer(v, out, false);
}
#endif

static bool memoryview_buffer(value self, struct buffer *out, bool writable)
{
    struct memoryview *m = view_of(self);
    if (writable && m->readonly) return false;
    if (!is_contiguous(m))
        raise_error(&type_BufferError, "memoryview: underlying buffer is not C-contiguous");
    *out = (struct buffer){.data = view_data(m),
                           .len = view_size(m),
                           .typecode = m->format,
                           .itemsize = m->itemsize,
                           .readonly = m->readonly};
    return true;
}

static bool items_equal(const struct memoryview *a, const struct memoryview *b)
{
    bool plain = a->format == b->format && a->format != 'f' && a->format != 'd'; /* equal bytes, equal items */
    if (plain && is_contiguous(a) && is_contiguous(b)) return memory_compare(view_data(a), view_data(b), view_size(a)) == 0;
    size_t row = (size_t)row_size(a) / a->itemsize;
    for (size_t i = 0; i < a->len * row; i++) {
        check_break_large(i);
        word at = (word)(i / row), rest = (word)(i % row);
        value x = view_load(a, view_data(a) + at * a->stride + rest * a->itemsize),
              y = view_load(b, view_data(b) + at * b->stride + rest * b->itemsize);
        if (compare(OP_EQ, x, y) != TRUE) /* not equal(): a nan is no nan's equal */
            return false;
    }
    return true;
}

static bool shapes_equal(const struct memoryview *a, const struct memoryview *b)
{
#if ADDER_METHODS
    bool tuples = dimensions(a) > 1 && dimensions(b) > 1;
    if (tuples ? !equal(a->inner, b->inner) : a->inner != b->inner) return false;
#endif
    return a->len == b->len;
}

static value memoryview_compare(enum op op, value a, value b)
{
    struct buffer unused;
    value other = unwrap(b);
    if ((op != OP_EQ && op != OP_NE) ||
        (!is_type(other, &type_memoryview) && !get_buffer(other, &unused, false)))
        return NOTIMPL;
    struct memoryview *x = (struct memoryview *)a;
    bool same = a == other;
    bool other_released = is_type(other, &type_memoryview) && ((struct memoryview *)other)->base == UNDEF;
    if (x->base != UNDEF && !other_released) {
        value source = memoryview_make(&type_memoryview, 1, &other, 0, NULL);
        const struct memoryview *y = (const struct memoryview *)source;
        same = shapes_equal(x, y) && items_equal(x, y);
        HOLD(source);
    }
    return from_bool(same == (op == OP_EQ));
}

static bool memoryview_hash(value self, hashcode *out)
{
    struct memoryview *m = view_of(self);
    if (!m->readonly) raise_value_error("cannot hash writable memoryview object");
    if (!is_byte_format(m->format))
        raise_value_error("memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
    if (ADDER_METHODS) hash_of(m->base); /* it must have one, too */
    *out = hash_of(memoryview_tobytes(self));
    return true;
}

static void memoryview_repr(value self, struct printer *out)
{
    const struct memoryview *m = (const struct memoryview *)self;
    print_format(out, m->base == UNDEF ? "<released memory at 0x%lx>" : "<memory at 0x%lx>",
                 (unsigned long)self);
}

const struct slots memoryview_slots = {
    .size = sizeof(struct memoryview),
    .trace = memoryview_trace,
    .make = memoryview_make,
    .compare = memoryview_compare,
    .getitem = memoryview_getitem,
    .setitem = memoryview_setitem,
    .iter = memoryview_iter,
    .len = memoryview_len,
    .hash = memoryview_hash,
    .repr = memoryview_repr,
    .buffer = memoryview_buffer,
};
#endif
