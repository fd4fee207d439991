/* memoryview: a window on the bytes of another object, as a sequence of items of one kind.
 *
 * It never keeps an address: the bytes of a bytearray or array may move, and may become fewer (see vm/exports.c). It
 * keeps the object, and at each use asks it for its buffer and checks that its own part is still there (BufferError if
 * not). A view of a view refers to the first object. Views have one dimension. */
#include "class.h"
#include "item.h"
#include "sequence.h"
#include "text.h"

#if ADDER_MEMORYVIEW || ADDER_MODULES /* modules know the type */
struct memoryview {
    struct object head;
    value base;    /* the object with the bytes; UNDEF: released */
    size_t offset; /* of the first item, in bytes */
    size_t len;    /* items */
    word stride;   /* bytes from one item to the next; may be negative */
    char format;   /* see item.h */
    uint8_t itemsize;
    bool readonly;
    bool entered; /* inside `with`: the bytearray counts an export */
#if ADDER_METHODS
    value exporter, given; /* the object whose __buffer__() gave this view, and is to be told when it is released */
#endif
};

static void check_released(const struct memoryview *m)
{
    if (m->base == UNDEF) raise_value_error("operation forbidden on released memoryview object");
}

static struct memoryview *view_of(value self)
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

static bool is_contiguous(const struct memoryview *m)
{
    return m->stride == m->itemsize || m->len == 1;
}

/* Where the first item is, right now. */
static uint8_t *view_data(const struct memoryview *m)
{
    struct buffer b;
    check_released(m); /* by an __index__, perhaps */
    need_buffer(m->base, &b, false);
    size_t low = m->offset, high = m->offset;
    if (m->len) {
        size_t extent = (m->len - 1) * (size_t)(m->stride < 0 ? -m->stride : m->stride);
        low -= m->stride < 0 ? extent : 0;
        high += (m->stride < 0 ? 0 : extent) + m->itemsize;
    }
    if (high > b.len || low > high)
        raise_error(&type_BufferError, "memoryview: the object has become too small");
    return b.data + m->offset;
}

static value view_new(const struct memoryview *like)
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
#endif
}

/* ---- items ---- */

static value load(const struct memoryview *m, const uint8_t *p)
{
    return item_load_native(m->format, p);
}

static void store(const struct memoryview *m, size_t index, value v)
{
    uint8_t item[16];
    switch (item_store_native(m->format, item, v)) {
    case ITEM_RANGE: raise_value_error("memoryview: invalid value for format '%c'", m->format);
    case ITEM_TYPE: raise_type_error("memoryview: invalid type for format '%c'", m->format);
    default: break;
    }
    memcpy(view_data(m) + (word)index * m->stride, item, m->itemsize);
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

/* The index in a tuple of one; raises what CPython does for tuples that views of more dimensions take. */
static value index_in_tuple(value key)
{
    const struct tuple *t = tuple_of(key);
    size_t indices = 0, slices = 0;
    for (size_t i = 0; i < t->len; i++) {
        indices += has_index(t->items[i]);
        slices += is_type(t->items[i], &type_slice);
    }
    if (t->len && slices == t->len) raise_error(&type_NotImplementedError, "multi-dimensional slicing is not implemented");
    if (indices != t->len) return key;
    if (t->len == 0) raise_error(&type_NotImplementedError, "sub-views are not implemented");
    if (t->len > 1) raise_type_error("cannot index 1-dimension view with %zd-element tuple", (word)t->len);
    return t->items[0];
}

static size_t item_index(const struct memoryview *m, value key)
{
    if (ADDER_METHODS && is_tuple(key)) key = index_in_tuple(key);
    if (ADDER_METHODS ? !has_index(key) : !is_integer(key)) raise_type_error("memoryview: invalid slice key");
    word i = ADDER_METHODS ? need_index_size(key, &type_IndexError) : need_index_word(key);
    if (i < 0) i += (word)m->len;
    if (i < 0 || i >= (word)m->len) raise_error(&type_IndexError, "index out of bounds on dimension 1");
    return (size_t)i;
}

static value memoryview_getitem(value self, value key)
{
    struct memoryview *m = view_of(self);
    if (is_type(key, &type_slice)) {
        struct memoryview part;
        view_part(m, key, &part);
        return view_new(&part);
    }
    word i = (word)item_index(m, key);
    return load(m, view_data(m) + i * m->stride);
}

/* Bytes of the items, in their order, at out. */
static void copy_items(const struct memoryview *m, uint8_t *out)
{
    const uint8_t *data = view_data(m);
    if (is_contiguous(m)) {
        if (m->len) memory_copy(out, data, m->len * m->itemsize);
        return;
    }
    for (size_t i = 0; i < m->len; i++, data += m->stride, out += m->itemsize) {
        memcpy(out, data, m->itemsize);
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
    if (from.format != to.format || from.len != to.len)
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
    if (is_type(key, &type_slice)) {
        assign_slice(m, key, v);
        return;
    }
    size_t i = item_index(m, key);
    store(view_of(self), i, v);
}

static word memoryview_len(value self)
{
    return (word)view_of(self)->len;
}

/* ---- methods ---- */

value memoryview_tobytes(value self)
{
    struct memoryview *m = view_of(self);
    uint8_t *out;
    value result = bytes_make(m->len * m->itemsize, &out);
    copy_items(m, out);
    return result;
}

static value tobytes(size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym params[] = {S_order};
    value order; /* all three are the same in one dimension */
    args_bind("tobytes", n, args, nkw, kwnames, 1, 1, params, 1, 0, &order);
    bool known = order == UNDEF || order == NONE || order == SYMBOL('C') || order == SYMBOL('F') || order == SYMBOL('A');
    if (!known && !is_str(unwrap(order))) raise_type_error("tobytes() argument 'order' must be str or None, not %t", order);
    if (!known) raise_value_error("order must be 'C', 'F' or 'A'");
    return memoryview_tobytes(args[0]);
}

static value tolist(value self)
{
    struct memoryview *m = view_of(self);
    struct list *l = list_of(list_new(m->len, NULL));
    for (size_t i = 0; i < m->len; i++) {
        list_items(l)[i] = load(m, view_data(m) + (word)i * m->stride);
        check_break_large(i);
    }
    return from_ptr(l);
}

static value hex(size_t n, value *args, size_t nkw, const value *kwnames)
{
    value all[4] = {memoryview_tobytes(args[0])}; /* self, and at most two arguments */
    for (size_t i = 1; i < n + nkw && i < 4; i++) all[i] = args[i];
    return bytes_method_hex.f.fk(n, all, nkw, kwnames);
}

static value release(value self)
{
    struct memoryview *m = (struct memoryview *)unwrap(self);
    if (!is_type(from_ptr(m), &type_memoryview)) view_of(self); /* raises */
    if (m->base != UNDEF && m->entered) ((struct bytearray *)m->base)->exports--;
    m->entered = false;
    m->base = UNDEF;
#if ADDER_METHODS
    value exporter = m->exporter;
    m->exporter = UNDEF;
    if (exporter != UNDEF) release_view(exporter, m->given);
#endif
    return NONE;
}

static value enter(value self)
{
    struct memoryview *m = view_of(self);
    if (!m->entered && is_type(m->base, &type_bytearray)) {
        ((struct bytearray *)m->base)->exports++;
        m->entered = true;
    }
    return self;
}

static value exit_(size_t n, value *args)
{
    (void)n;
    return release(args[0]);
}

/* One of the struct module's characters, '@' before it allowed. */
static char need_format(value v)
{
    struct view f = str_view(unwrap(v));
    if (ADDER_METHODS && !f.ascii) codec_encode(unwrap(v), SYMBOL(S_ascii), UNDEF); /* raises */
    size_t at = f.len == 2 && f.data[0] == '@';
    if (f.len != at + 1 || !item_size(f.data[at]))
        raise_value_error(
            "memoryview: destination format must be a native single character format prefixed with an "
            "optional '@'");
    return f.data[at];
}

static bool is_byte_format(char c)
{
    return c == 'B' || c == 'b' || c == 'c';
}

static value cast(size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym params[] = {S_format, S_shape};
    value v[2];
    args_bind("cast", n, args, nkw, kwnames, 1, 2, params, 2, 1, v);
    struct memoryview *m = view_of(args[0]), to = *m;
    if (!is_str(unwrap(v[0]))) raise_type_error("cast() argument 'format' must be str, not %T", v[0]);
    if (!is_contiguous(m)) raise_type_error("memoryview: casts are restricted to C-contiguous views");
    if (v[1] != UNDEF && m->len == 0) raise_type_error("memoryview: cannot cast view with zeros in shape or strides");
    if (v[1] != UNDEF && !is_list(v[1]) && !is_tuple(v[1])) raise_type_error("shape must be a list or a tuple");
    to.format = need_format(v[0]);
    to.itemsize = (uint8_t)item_size(to.format);
    if (!is_byte_format(to.format) && !is_byte_format(m->format))
        raise_type_error("memoryview: cannot cast between two non-byte formats");
    size_t bytes = m->len * m->itemsize;
    if (bytes % to.itemsize) raise_type_error("memoryview: length is not a multiple of itemsize");
    to.len = bytes / to.itemsize;
    to.stride = to.itemsize;
    if (v[1] != UNDEF) {
        value shape = tuple_from_iterable(v[1]);
        if (tuple_of(shape)->len != 1)
            raise_error(&type_NotImplementedError, "memoryview: views have one dimension");
        if (need_word(tuple_of(shape)->items[0]) != (word)to.len)
            raise_type_error("memoryview: product(shape) * itemsize != buffer size");
    }
    return view_new(&to);
}

static value toreadonly(value self)
{
    struct memoryview m = *view_of(self);
    m.readonly = true;
    return view_new(&m);
}

/* ---- attributes ---- */

static value one_item_tuple(word n)
{
    value item = from_int(n);
    return tuple_new(1, &item);
}

static value get_obj(value self)
{
    return view_of(self)->base;
}
static value get_nbytes(value self)
{
    return from_int((word)(view_of(self)->len * view_of(self)->itemsize));
}
static value get_itemsize(value self)
{
    return from_int(view_of(self)->itemsize);
}
static value get_format(value self)
{
    return SYMBOL(view_of(self)->format);
}
static value get_readonly(value self)
{
    return from_bool(view_of(self)->readonly);
}
static value get_shape(value self)
{
    return one_item_tuple((word)view_of(self)->len);
}
static value get_strides(value self)
{
    return one_item_tuple(view_of(self)->stride);
}
static value get_contiguous(value self)
{
    return from_bool(is_contiguous(view_of(self)));
}

static value get_ndim(value self)
{
    view_of(self);
    return from_int(1);
}

static value get_suboffsets(value self)
{
    view_of(self);
    return from_ptr(&empty_tuple);
}

/* ---- the other slots ---- */

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
                           .len = m->len * m->itemsize,
                           .typecode = m->format,
                           .itemsize = m->itemsize,
                           .readonly = m->readonly};
    return true;
}

static bool items_equal(const struct memoryview *a, const struct memoryview *b)
{
    bool plain = a->format == b->format && a->format != 'f' && a->format != 'd'; /* equal bytes, equal items */
    if (plain && is_contiguous(a) && is_contiguous(b))
        return memory_compare(view_data(a), view_data(b), a->len * a->itemsize) == 0;
    for (size_t i = 0; i < a->len; i++) {
        check_break_large(i);
        value x = load(a, view_data(a) + (word)i * a->stride),
              y = load(b, view_data(b) + (word)i * b->stride);
        if (compare(OP_EQ, x, y) != TRUE) /* not equal(): a nan is no nan's equal */
            return false;
    }
    return true;
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
        same = x->len == y->len && items_equal(x, y);
        HOLD(source);
    }
    return from_bool(same == (op == OP_EQ));
}

static bool memoryview_hash(value self, uint32_t *out)
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

static const struct slots memoryview_slots = {
    .size = sizeof(struct memoryview),
    .trace = memoryview_trace,
    .make = memoryview_make,
    .compare = memoryview_compare,
    .getitem = memoryview_getitem,
    .setitem = memoryview_setitem,
    .iter = seq_iter_new,
    .len = memoryview_len,
    .hash = memoryview_hash,
    .repr = memoryview_repr,
    .buffer = memoryview_buffer,
};

#if ADDER_METHODS
/* The index of the first item equal to v; -1: none. */
static word find_item(struct memoryview *m, value v, size_t start, size_t stop)
{
    for (size_t i = start; i < m->len && i < stop; i++)
        if (equal(get_item(from_ptr(m), from_int((word)i)), v)) return (word)i;
    return -1;
}

static value method_index(size_t n, value *args)
{
    struct memoryview *m = view_of(args[0]);
    size_t start = n > 2 ? sequence_bound(args[2], m->len) : 0, stop = n > 3 ? sequence_bound(args[3], m->len) : m->len;
    word i = find_item(m, args[1], start, stop);
    if (i < 0) raise_value_error("memoryview.index(x): x not found");
    return from_int(i);
}

static value method_count(value self, value v)
{
    struct memoryview *m = view_of(self);
    word count = 0;
    for (word i = 0; (i = find_item(m, v, (size_t)i, m->len)) >= 0; i++) count++;
    return from_int(count);
}
METHODV(m_index, index, 2, 4, method_index);
METHOD2(m_count, count, method_count);
#endif

METHODK(method_cast, cast, 2, 3, cast);
METHODK(method_hex, hex, 1, 3, hex);
METHODK(method_tobytes, tobytes, 1, 2, tobytes);
METHOD1(method_tolist, tolist, tolist);
METHOD1(method_toreadonly, toreadonly, toreadonly);
METHOD1(method_release, release, release);
METHOD1(method_enter, __enter__, enter);
METHODV(method_exit, __exit__, 1, 255, exit_);
GETSET(attr_obj, obj, get_obj, NULL);
GETSET(attr_nbytes, nbytes, get_nbytes, NULL);
GETSET(attr_itemsize, itemsize, get_itemsize, NULL);
GETSET(attr_format, format, get_format, NULL);
GETSET(attr_readonly, readonly, get_readonly, NULL);
GETSET(attr_ndim, ndim, get_ndim, NULL);
GETSET(attr_shape, shape, get_shape, NULL);
GETSET(attr_strides, strides, get_strides, NULL);
GETSET(attr_suboffsets, suboffsets, get_suboffsets, NULL);
GETSET(attr_contiguous, contiguous, get_contiguous, NULL);
GETSET(attr_c_contiguous, c_contiguous, get_contiguous, NULL);
GETSET(attr_f_contiguous, f_contiguous, get_contiguous, NULL);

static const struct attr memoryview_attrs[] = {
    ATTR_MORE(cast, method_cast)
    ATTR_MORE(hex, method_hex)
    ATTR_MORE(tobytes, method_tobytes)
    ATTR_MORE(tolist, method_tolist)
    ATTR_MORE(toreadonly, method_toreadonly)
    ATTR_MORE(release, method_release)
    ATTR_MORE(__enter__, method_enter)
    ATTR_MORE(__exit__, method_exit)
    ATTR_MORE(obj, attr_obj)
    ATTR_MORE(nbytes, attr_nbytes)
    ATTR(itemsize, attr_itemsize),
    ATTR_MORE(format, attr_format)
    ATTR_MORE(readonly, attr_readonly)
    ATTR_MORE(ndim, attr_ndim)
    ATTR_MORE(shape, attr_shape)
    ATTR_MORE(strides, attr_strides)
    ATTR_MORE(suboffsets, attr_suboffsets)
    ATTR_MORE(contiguous, attr_contiguous)
    ATTR_MORE(c_contiguous, attr_c_contiguous)
    ATTR_MORE(f_contiguous, attr_f_contiguous)
    ATTR_MORE(index, m_index)
    ATTR_MORE(count, m_count)
    ATTR_MORE(__buffer__, buffer_method)
    ATTR_MORE(__release_buffer__, release_buffer_method)
    ATTR_MORE(__class_getitem__, class_getitem)
};

const struct type type_memoryview = {
    .head = {&type_type},
    .slots = &memoryview_slots,
    .flags = TYPE_SEQUENCE,
    .name = SYMBOL(S_memoryview),
    TYPE_ATTRS(memoryview_attrs),
    .base = &type_object,
};
#endif
