/* memoryview's dimensions, methods and attributes, and the type. */
#include "memoryview.h"
#include "sequence.h"
#include "text.h"

#if ADDER_MEMORYVIEW || ADDER_MODULES /* modules know the type */
/* ---- dimensions ---- */

size_t view_dimension(const struct memoryview *m, size_t i, word *stride)
{
    size_t size = m->len;
    *stride = m->stride;
#if ADDER_METHODS
    word row = m->row;
    for (size_t k = 0; k < i; k++) {
        size = (size_t)int_of(tuple_of(m->inner)->items[k]);
        *stride = row /= (word)size;
    }
#else
    (void)i;
#endif
    return size;
}

/* How far the index in dimension i is from the first one, in bytes. */
static word index_offset(const struct memoryview *m, value key, size_t i)
{
    word stride, size = (word)view_dimension(m, i, &stride);
    word index = ADDER_METHODS ? need_index_size(key, &type_IndexError) : need_index_word(key);
    if (index < 0) index += size;
    if (index < 0 || index >= size) raise_error(&type_IndexError, "index out of bounds on dimension %d", (int)i + 1);
    return index * stride;
}

#if ADDER_METHODS
static _Noreturn void raise_not_implemented(const char *what)
{
    raise_error(&type_NotImplementedError, "%s", what);
}

/* The item's offset for a tuple with an index for each dimension; false: key isn't one. */
static bool find_in_tuple(const struct memoryview *m, value key, bool writing, word *at)
{
    size_t n = tuple_of(key)->len, indices = 0, slices = 0, dims = dimensions(m);
    for (size_t i = 0; i < n; i++) {
        indices += has_index(tuple_of(key)->items[i]);
        slices += is_type(tuple_of(key)->items[i], &type_slice);
    }
    if (n && slices == n && dims)
        raise_not_implemented(writing ? "memoryview slice assignments are currently restricted to ndim = 1"
                                      : "multi-dimensional slicing is not implemented");
    if (indices != n || (n && !dims)) return false;
    if (n < dims) raise_not_implemented("sub-views are not implemented");
    if (n > dims) raise_type_error("cannot index %d-dimension view with %zd-element tuple", (int)dims, (word)n);
    *at = 0;
    for (size_t i = 0; i < n; i++) *at += index_offset(m, tuple_of(key)->items[i], i);
    return true;
}
#endif

word view_find(const struct memoryview *m, value key, bool writing)
{
#if ADDER_METHODS
    word at = 0;
    size_t dims = dimensions(m);
    if (is_tuple(key) ? find_in_tuple(m, key, writing, &at) : !dims && key == ELLIPSIS) return at;
    if (!dims) raise_type_error("invalid indexing of 0-dim memory");
    if (dims > 1 && has_index(key))
        raise_not_implemented(writing ? "sub-views are not implemented" : "multi-dimensional sub-views are not implemented");
    if (dims > 1 && is_type(key, &type_slice))
        raise_not_implemented("memoryview slice assignments are currently restricted to ndim = 1");
    if (!has_index(key)) raise_type_error("memoryview: invalid slice key");
#else
    (void)writing;
    if (!is_integer(key)) raise_type_error("memoryview: invalid slice key");
#endif
    return index_offset(m, key, 0);
}

#if ADDER_METHODS
void need_one_dimension(const struct memoryview *m, const char *if_none, const char *if_more)
{
    if (!dimensions(m)) raise_type_error("%s", if_none);
    if (dimensions(m) > 1) raise_not_implemented(if_more);
}

#endif

/* ---- methods ---- */

#if ADDER_METHODS
/* The items of the first n dimensions at out, the index of the first one changing fastest; returns the end of them. */
static uint8_t *copy_columns(const struct memoryview *m, size_t n, const uint8_t *data, uint8_t *out)
{
    if (n == 0) return memcpy(out, data, m->itemsize), out + m->itemsize;
    word stride;
    for (size_t i = 0, size = view_dimension(m, n - 1, &stride); i < size; i++, data += stride)
        out = copy_columns(m, n - 1, data, out);
    return out;
}
#endif

static value tobytes(size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym params[] = {S_order};
    value order;
    args_bind("tobytes", n, args, nkw, kwnames, 1, 1, params, 1, 0, &order);
    bool known = order == UNDEF || order == NONE || order == SYMBOL('C') || order == SYMBOL('F') || order == SYMBOL('A');
    if (!known && !is_str(unwrap(order))) raise_type_error("tobytes() argument 'order' must be str or None, not %t", order);
    if (!known) raise_value_error("order must be 'C', 'F' or 'A'");
    struct memoryview *m = view_of(args[0]);
#if ADDER_METHODS
    if (order == SYMBOL('F') && dimensions(m) > 1 && m->len) {
        uint8_t *out;
        value columns = bytes_make(view_size(m), &out);
        copy_columns(m, dimensions(m), view_data(m), out);
        return columns;
    }
#endif
    return memoryview_tobytes(from_ptr(m));
}

/* The items from dimension i on, as lists in lists. */
static value list_of_items(const struct memoryview *m, size_t i, word at)
{
    if (i == dimensions(m)) return view_load(m, view_data(m) + at);
    word stride;
    size_t size = view_dimension(m, i, &stride);
    struct list *l = list_of(list_new(size, NULL));
    for (size_t k = 0; k < size; k++, at += stride) {
        value item = list_of_items(m, i + 1, at);
        list_items(l)[k] = item;
        check_break_large(k);
    }
    return from_ptr(l);
}

static value tolist(value self)
{
    return list_of_items(view_of(self), 0, 0);
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
    if (f.len != at + 1 || !item_size(f.data[at]) || (ADDER_METHODS && strchr("uw", f.data[at])))
        raise_value_error(
            "memoryview: destination format must be a native single character format prefixed with an "
            "optional '@'");
    return f.data[at];
}

#if ADDER_METHODS
#define MAX_DIMENSIONS 64 /* as in CPython */

/* Gives *m, a view of one dimension without gaps, the sizes in a tuple. */
static void set_shape(struct memoryview *m, value shape)
{
    const struct tuple *given = tuple_of(shape);
    struct tuple *sizes = tuple_of(tuple_new(given->len, NULL));
    size_t items = 1;
    for (size_t i = 0; i < sizes->len; i++) {
        if (!is_integer(unwrap(given->items[i]))) raise_type_error("memoryview.cast(): elements of shape must be integers");
        word size = need_word(given->items[i]);
        sizes->items[i] = from_int(size);
        if (size <= 0) raise_value_error("memoryview.cast(): elements of shape must be integers > 0");
        if (__builtin_mul_overflow(items, (size_t)size, &items) || items > (size_t)INTPTR_MAX / m->itemsize)
            raise_value_error("memoryview.cast(): product(shape) > SSIZE_MAX");
    }
    if (items != m->len) raise_type_error("memoryview: product(shape) * itemsize != buffer size");
    if (sizes->len == 1) return;
    m->inner = NONE;
    if (!sizes->len) return;
    m->len = (size_t)int_of(sizes->items[0]);
    m->stride = m->row = (word)(items / m->len * m->itemsize);
    m->inner = tuple_new(sizes->len - 1, sizes->items + 1);
}
#endif

static value cast(size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym params[] = {S_format, S_shape};
    value v[2];
    args_bind("cast", n, args, nkw, kwnames, 1, 2, params, 2, 1, v);
    struct memoryview *m = view_of(args[0]), to = *m;
    if (!is_str(unwrap(v[0]))) raise_type_error("cast() argument 'format' must be str, not %T", v[0]);
    if (!is_contiguous(m)) raise_type_error("memoryview: casts are restricted to C-contiguous views");
#if ADDER_METHODS
    value shape = UNDEF;
    if ((v[1] != UNDEF || m->inner != UNDEF) && m->len == 0)
        raise_type_error("memoryview: cannot cast view with zeros in shape or strides");
    if (v[1] != UNDEF) {
        if (!is_list(v[1]) && !is_tuple(v[1])) raise_type_error("shape must be a list or a tuple");
        shape = tuple_from_iterable(v[1]);
        size_t dims = tuple_of(shape)->len;
        if (dims > MAX_DIMENSIONS) raise_value_error("memoryview: number of dimensions must not exceed %d", MAX_DIMENSIONS);
        if (dims != 1 && m->inner != UNDEF) raise_type_error("memoryview: cast must be 1D -> ND or ND -> 1D");
    }
#endif
    to.format = need_format(v[0]);
    to.itemsize = (uint8_t)item_size(to.format);
    if (!is_byte_format(to.format) && !is_byte_format(m->format))
        raise_type_error("memoryview: cannot cast between two non-byte formats");
    if (view_size(m) % to.itemsize) raise_type_error("memoryview: length is not a multiple of itemsize");
    to.len = view_size(m) / to.itemsize;
    to.stride = to.itemsize;
#if ADDER_METHODS
    to.row = to.itemsize;
    to.inner = UNDEF;
    to.marked = str_view(unwrap(v[0])).len == 2;
    if (shape != UNDEF) set_shape(&to, shape);
#endif
    return view_new(&to);
}

static value toreadonly(value self)
{
    struct memoryview m = *view_of(self);
    m.readonly = true;
    return view_new(&m);
}

/* ---- attributes ---- */

/* The sizes of the dimensions, or the distances of their indices. */
static value tuple_of_dimensions(value self, bool strides)
{
    const struct memoryview *m = view_of(self);
    value t = tuple_new(dimensions(m), NULL);
    for (size_t i = 0; i < dimensions(m); i++) {
        word stride, size = (word)view_dimension(m, i, &stride);
        tuple_of(t)->items[i] = from_int(strides ? stride : size);
    }
    return t;
}

static value get_obj(value self)
{
    return view_of(self)->base;
}
static value get_nbytes(value self)
{
    return from_int((word)view_size(view_of(self)));
}
static value get_itemsize(value self)
{
    return from_int(view_of(self)->itemsize);
}
static value get_format(value self)
{
    const struct memoryview *m = view_of(self);
#if ADDER_METHODS
    if (m->marked) return str_format_c("@%c", m->format);
#endif
    return SYMBOL(m->format);
}
static value get_readonly(value self)
{
    return from_bool(view_of(self)->readonly);
}
static value get_shape(value self)
{
    return tuple_of_dimensions(self, false);
}
static value get_strides(value self)
{
    return tuple_of_dimensions(self, true);
}
static value get_c_contiguous(value self)
{
    return from_bool(is_contiguous(view_of(self)));
}

static bool is_column_contiguous(const struct memoryview *m)
{
    word expected = m->itemsize, stride;
    if (dimensions(m) < 2) return is_contiguous(m);
    for (size_t i = 0; m->len && i < dimensions(m); i++) {
        word size = (word)view_dimension(m, i, &stride);
        if (size > 1 && stride != expected) return false;
        expected *= size;
    }
    return true;
}

static value get_f_contiguous(value self)
{
    return from_bool(is_column_contiguous(view_of(self)));
}

static value get_contiguous(value self)
{
    return from_bool(is_contiguous(view_of(self)) || is_column_contiguous(view_of(self)));
}

static value get_ndim(value self)
{
    return from_int((word)dimensions(view_of(self)));
}

static value get_suboffsets(value self)
{
    view_of(self);
    return from_ptr(&empty_tuple);
}

/* ---- the type ---- */

#if ADDER_METHODS
/* The index of the first item equal to v; -1: none. */
static word find_item(const struct memoryview *m, value v, size_t start, size_t stop)
{
    for (size_t i = start; i < m->len && i < stop; i++)
        if (equal(get_item(from_ptr(m), from_int((word)i)), v)) return (word)i;
    return -1;
}

static value method_index(size_t n, value *args)
{
    struct memoryview *m = view_of(args[0]);
    need_one_dimension(m, "invalid lookup on 0-dim memory", "multi-dimensional lookup is not implemented");
    size_t start = n > 2 ? sequence_bound(args[2], m->len) : 0, stop = n > 3 ? sequence_bound(args[3], m->len) : m->len;
    word i = find_item(m, args[1], start, stop);
    if (i < 0) raise_value_error("memoryview.index(x): x not found");
    return from_int(i);
}

static value method_count(value self, value v)
{
    struct memoryview *m = view_of(self);
    need_one_dimension(m, "invalid indexing of 0-dim memory", "multi-dimensional sub-views are not implemented");
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
GETSET(attr_c_contiguous, c_contiguous, get_c_contiguous, NULL);
GETSET(attr_f_contiguous, f_contiguous, get_f_contiguous, NULL);

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
