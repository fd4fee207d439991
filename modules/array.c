/* array: items of one kind of number (or character), packed as C has them, in one growing buffer. */
#include "../src/object/item.h"
#include "../src/object/printer.h"
#include "../src/object/text.h"

static const char typecodes[] = "bBuwhHiIlLqQfd";

static struct array *array_of(value self)
{
    value v = unwrap(self);
    if (!is_type(v, &type_array))
        raise_type_error("descriptor requires an 'array.array' object but received a '%t'", self);
    return (struct array *)v;
}

static uint8_t *item_at(const struct array *a, size_t index)
{
    return (uint8_t *)a->owner.buf + index * a->itemsize;
}

static bool has_characters(const struct array *a)
{
    return a->typecode == 'u' || a->typecode == 'w';
}

/* Before the number of its items changes. */
static void check_exports(struct array *a)
{
    if (a->viewed && view_is_kept(from_ptr(a)))
        raise_error(&type_BufferError, "cannot resize an array that is exporting buffers");
    a->viewed = false;
}

static void set_length(struct array *a, size_t len)
{
    if (len != a->len) check_exports(a);
    size_t bytes = len * a->itemsize, room = heap_buffer_size(&a->owner);
    if (len > UINT32_MAX / a->itemsize) raise_memory_error();
    if (bytes > room)
        heap_buffer_resize(&a->owner, a->len ? bytes + bytes / 8 + 8 : bytes, BUFFER_BYTES);
    else if (bytes < room / 2)
        heap_buffer_resize(&a->owner, bytes, BUFFER_BYTES);
    a->len = (uint32_t)len;
}

static struct array *array_new(char typecode, size_t len)
{
    struct array *a = heap_object(&type_array, sizeof *a);
    a->typecode = typecode;
    a->itemsize = (uint8_t)item_size(typecode);
    set_length(a, len);
    return a;
}

static struct array *array_copy(const struct array *from, size_t start, size_t len)
{
    struct array *a = array_new(from->typecode, len);
    if (len) memory_copy(a->owner.buf, item_at(from, start), len * a->itemsize);
    return a;
}

/* ---- single items ---- */

static _Noreturn void raise_item_error(const struct array *a, value v, enum item_result result)
{
    static const char *const names[] = {
        /* in the order of codes */
        "signed char",    "unsigned byte integer", "signed short integer",
        "unsigned short", "signed integer",        "unsigned int",
    };
    static const char codes[] = "bBhHiI";
    if (result == ITEM_TYPE) {
        if (has_characters(a)) raise_type_error("array item must be unicode character");
        if (a->typecode == 'f' || a->typecode == 'd') raise_type_error("must be real number, not %t", v);
        raise_type_error("'%t' object cannot be interpreted as an integer", v);
    }
    const char *at = memchr(codes, a->typecode, sizeof codes - 1);
    value i = need_integer(v);
    bool negative = int_sign(i) < 0;
    if (at && negative && a->typecode == 'I')
        raise_error(&type_OverflowError, "can't convert negative value to unsigned int");
    if (at)
        raise_error(&type_OverflowError, "%s is %s", names[at - codes],
                    negative ? "less than minimum" : "greater than maximum");
    if (negative && !item_is_signed(a->typecode))
        raise_error(&type_OverflowError, "can't convert negative int to unsigned");
    raise_error(&type_OverflowError, "Python int too large to convert to C %s",
                a->typecode == 'l'   ? "long"
                : a->typecode == 'L' ? "unsigned long"
                : a->typecode == 'q' ? "long long"
                                     : "unsigned long long");
}

/* Makes v an item at `item`, which is outside of the array: converting it may run Python code. */
static void make_item(const struct array *a, uint8_t *item, value v)
{
    enum item_result result = item_store_native(a->typecode, item, v);
    if (result != ITEM_STORED) raise_item_error(a, v, result);
}

static value load(const struct array *a, size_t index)
{
    return item_load_native(a->typecode, item_at(a, index));
}

static void array_append(struct array *a, value v)
{
    uint8_t item[8];
    make_item(a, item, v);
    set_length(a, (size_t)a->len + 1);
    memcpy(item_at(a, a->len - 1), item, a->itemsize);
}

/* Puts n items from `data` in place of [from, to). data must not lie in a's buffer. */
static void array_splice(struct array *a, size_t from, size_t to, const uint8_t *data, size_t n)
{
    size_t old = a->len, tail = (old - to) * a->itemsize;
    if (n != to - from) check_exports(a);
    if (from + n + (old - to) > old) set_length(a, from + n + (old - to));
    if (tail) memmove(item_at(a, from + n), item_at(a, to), tail);
    if (n) memcpy(item_at(a, from), data, n * a->itemsize);
    if (from + n + (old - to) < old) set_length(a, from + n + (old - to));
}

static void append_bytes(struct array *a, const uint8_t *data, size_t bytes)
{
    if (bytes % a->itemsize) raise_value_error("bytes length not a multiple of item size");
    size_t old = a->len;
    set_length(a, old + bytes / a->itemsize);
    if (bytes) memcpy(item_at(a, old), data, bytes);
}

static void append_str(struct array *a, value s)
{
    size_t n = str_chars(s), at = 0;
    set_length(a, a->len + n);
    for (size_t i = a->len - n; i < a->len; i++)
        item_store_native(a->typecode, item_at(a, i), str_next(s, &at));
}

static void append_iterable(struct array *a, value iterable)
{
    value it = get_iter(iterable);
    for (value v; (v = iter_next(it)) != STOP;) array_append(a, v);
}

static void append_array(struct array *a, const struct array *from)
{
    size_t old = a->len, n = from->len;
    set_length(a, old + n);
    if (n) memcpy(item_at(a, old), from->owner.buf, n * a->itemsize); /* also when a is from */
}

/* ---- construction ---- */

static value array_make(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    (void)t;
    (void)kwnames;
    if (nkw) raise_type_error("array.array() takes no keyword arguments");
    if (n == 0 || n > 2)
        raise_type_error(n ? "array() takes at most 2 arguments (%zd given)"
                           : "array() takes at least 1 argument (%zd given)",
                         n);
    value code = unwrap(args[0]), initial = n > 1 ? unwrap(args[1]) : UNDEF;
    if (!is_str(code) || str_chars(code) != 1)
        raise_type_error("array() argument 1 must be a unicode character, not %t", args[0]);
    if (!is_sym(code) || !memchr(typecodes, (int)sym_of(code), sizeof typecodes - 1))
        raise_value_error("bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, f or d)");
    char typecode = (char)sym_of(code);
    struct array *a;
    struct buffer b;
    if (initial != UNDEF && is_type(initial, &type_array) && ((struct array *)initial)->typecode == typecode)
        return from_ptr(array_copy((struct array *)initial, 0, ((struct array *)initial)->len));
    a = array_new(typecode, 0);
    if (initial != UNDEF && is_type(initial, &type_array) && has_characters((struct array *)initial) && !has_characters(a))
        raise_type_error("cannot use a unicode array to initialize an array with typecode '%c'", typecode);
    if (initial == UNDEF) return from_ptr(a);
    if (is_str(initial)) {
        if (!has_characters(a))
            raise_type_error("cannot use a str to initialize an array with typecode '%c'", typecode);
        append_str(a, initial);
    } else if ((is_bytes(initial) || is_type(initial, &type_bytearray)) && get_buffer(initial, &b, false)) {
        append_bytes(a, b.data, b.len);
        HOLD(initial);
    } else {
        append_iterable(a, args[1]);
    }
    return from_ptr(a);
}

/* ---- methods ---- */

static value append(value self, value v)
{
    array_append(array_of(self), v);
    return NONE;
}

static value extend(value self, value items)
{
    struct array *a = array_of(self);
    value from = unwrap(items);
    if (!is_type(from, &type_array))
        append_iterable(a, items);
    else if (((struct array *)from)->typecode != a->typecode)
        raise_type_error("can only extend with array of same kind");
    else
        append_array(a, (struct array *)from);
    return NONE;
}

static value insert(value self, value index, value v)
{
    struct array *a = array_of(self);
    uint8_t item[8];
    word at = need_word(index);
    make_item(a, item, v);
    word len = (word)a->len;
    at = at < 0 ? (at + len < 0 ? 0 : at + len) : at > len ? len : at;
    array_splice(a, (size_t)at, (size_t)at, item, 1);
    return NONE;
}

static value pop(size_t n, value *args)
{
    word at = n > 1 ? need_word(args[1]) : -1;
    struct array *a = array_of(args[0]);
    if (a->len == 0) raise_error(&type_IndexError, "pop from empty array");
    if (at < 0) at += (word)a->len;
    if (at < 0 || at >= (word)a->len) raise_error(&type_IndexError, "pop index out of range");
    value v = load(a, (size_t)at);
    array_splice(a, (size_t)at, (size_t)at + 1, NULL, 0);
    return v;
}

/* The first item from `from` to `to` that equals v; -1: none. */
static word find_item(const struct array *a, value v, size_t from, size_t to)
{
    for (size_t i = from; i < to && i < a->len; i++) {
        if (equal(load(a, i), v)) return (word)i;
    }
    return -1;
}

static value remove_(value self, value v)
{
    struct array *a = array_of(self);
    word at = find_item(a, v, 0, a->len);
    if (at < 0) raise_value_error("array.remove(x): x not in array");
    array_splice(a, (size_t)at, (size_t)at + 1, NULL, 0);
    return NONE;
}

static size_t clamp_index(word i, size_t len)
{
    if (i < 0) i = i + (word)len < 0 ? 0 : i + (word)len;
    return (size_t)i;
}

static value index_(size_t n, value *args)
{
    struct array *a = array_of(args[0]);
    word start = n > 2 ? need_index_word(args[2]) : 0, stop = n > 3 ? need_index_word(args[3]) : INTPTR_MAX;
    word at = find_item(a, args[1], clamp_index(start, a->len), clamp_index(stop, a->len));
    if (at < 0) raise_value_error("array.index(x): x not in array");
    return from_int(at);
}

static value count(value self, value v)
{
    const struct array *a = array_of(self);
    word n = 0;
    for (size_t i = 0; i < a->len; i++) n += equal(load(a, i), v);
    return from_int(n);
}

static value reverse(value self)
{
    struct array *a = array_of(self);
    uint8_t item[8];
    for (size_t i = 0, j = a->len; i + 1 < j; i++) {
        memcpy(item, item_at(a, i), a->itemsize);
        memcpy(item_at(a, i), item_at(a, --j), a->itemsize);
        memcpy(item_at(a, j), item, a->itemsize);
    }
    return NONE;
}

static value byteswap(value self)
{
    struct array *a = array_of(self);
    for (size_t i = 0; i < a->len; i++) {
        uint8_t *p = item_at(a, i);
        for (unsigned j = 0, k = a->itemsize; j + 1 < k; j++) {
            uint8_t byte = p[j];
            p[j] = p[--k];
            p[k] = byte;
        }
    }
    return NONE;
}

static value clear(value self)
{
    set_length(array_of(self), 0);
    return NONE;
}

static value tobytes(value self)
{
    const struct array *a = array_of(self);
    return bytes_new(a->owner.buf, (size_t)a->len * a->itemsize);
}

static value frombytes(value self, value data)
{
    struct array *a = array_of(self);
    struct buffer b;
    need_buffer(data, &b, false);
    if (unwrap(data) == from_ptr(a))
        append_array(a, a);
    else
        append_bytes(a, b.data, b.len);
    HOLD(data);
    return NONE;
}

static value tolist(value self)
{
    const struct array *a = array_of(self);
    struct list *l = list_of(list_new(a->len, NULL));
    for (size_t i = 0; i < a->len; i++) list_items(l)[i] = load(a, i);
    return from_ptr(l);
}

static value fromlist(value self, value items)
{
    struct array *a = array_of(self);
    value l = unwrap(items);
    if (!is_list(l)) raise_type_error("arg must be list");
    /* All or nothing: the items are collected apart. */
    struct array *all = array_new(a->typecode, 0);
    for (size_t i = 0; i < list_of(l)->len; i++) array_append(all, list_items(list_of(l))[i]);
    append_array(a, all);
    return NONE;
}

static value tounicode(value self)
{
    const struct array *a = array_of(self);
    struct printer p;
    if (!has_characters(a))
        raise_value_error("tounicode() may only be called on unicode type arrays ('u' or 'w')");
    printer_init(&p);
    for (size_t i = 0; i < a->len; i++) print_value(&p, load(a, i));
    return printer_str(&p);
}

static value fromunicode(value self, value text)
{
    struct array *a = array_of(self);
    if (!has_characters(a))
        raise_value_error("fromunicode() may only be called on unicode type arrays ('u' or 'w')");
    need_str(text, "fromunicode() argument");
    append_str(a, unwrap(text));
    return NONE;
}

static value tofile(value self, value file)
{
    value data = tobytes(self);
    call_method(file, SYMBOL(S_write), 1, &data);
    return NONE;
}

static value fromfile(value self, value file, value items)
{
    struct array *a = array_of(self);
    word n = need_word(items);
    if (n < 0 || (size_t)n > UINT32_MAX / a->itemsize) raise_value_error("negative count");
    value size = from_int(n * a->itemsize), data = call_method(file, SYMBOL(S_read), 1, &size);
    if (!is_bytes(data)) raise_type_error("read() didn't return bytes");
    size_t len;
    bytes_view(data, &len);
    frombytes(self, data);
    if (len < (size_t)int_of(size)) raise_error(&type_EOFError, "read() didn't return enough bytes");
    return NONE;
}

static value buffer_info(value self)
{
    const struct array *a = array_of(self);
    value pair[2] = {int_from_uint64((uintptr_t)a->owner.buf), from_int(a->len)};
    return tuple_new(2, pair);
}

static value copy(value self)
{
    const struct array *a = array_of(self);
    return from_ptr(array_copy(a, 0, a->len));
}

static value deepcopy(value self, value memo)
{
    (void)memo;
    return copy(self);
}

static value get_typecode(value self)
{
    return SYMBOL(array_of(self)->typecode);
}
static value get_itemsize(value self)
{
    return from_int(array_of(self)->itemsize);
}

/* ---- slots ---- */

static value array_slice(const struct array *a, value slice)
{
    word start, stop, step;
    slice = plain_key(slice);
    size_t n = slice_bounds(slice, a->len, &start, &stop, &step);
    if (step == 1) return from_ptr(array_copy(a, (size_t)start, n));
    struct array *part = array_new(a->typecode, n);
    for (size_t i = 0; i < n; i++, start += step)
        memcpy(item_at(part, i), item_at(a, (size_t)start), a->itemsize);
    return from_ptr(part);
}

static value array_getitem(value self, value key)
{
    const struct array *a = (const struct array *)self;
    if (is_int(key)) {
        word i = int_of(key);
        if (i < 0) i += (word)a->len;
        if ((size_t)i < a->len) return load(a, (size_t)i);
    }
    if (is_type(key, &type_slice)) return array_slice(a, key);
    if (!is_integer(key) && !slots_of(key)->index) raise_type_error("array indices must be integers");
    key = plain_key(key);
    return load(a, need_index(key, a->len, "array"));
}

static void delete_stepped(struct array *a, size_t start, word step, size_t n)
{
    if (n == 0) return;
    if (step < 0) {
        start -= (n - 1) * (size_t)-step;
        step = -step;
    }
    size_t to = start;
    check_exports(a);
    for (size_t i = 0; i < n; i++) {
        size_t from = start + i * (size_t)step + 1, end = i + 1 < n ? from + (size_t)step - 1 : a->len;
        memmove(item_at(a, to), item_at(a, from), (end - from) * a->itemsize);
        to += end - from;
    }
    set_length(a, a->len - n);
}

static void assign_slice(struct array *a, value slice, value v)
{
    word start, stop, step;
    struct array *from = NULL;
    if (v != UNDEF) {
        value given = unwrap(v);
        if (!is_type(given, &type_array))
            raise_type_error("can only assign array (not \"%t\") to array slice", v);
        from = (struct array *)given;
        if (from->typecode != a->typecode) raise_type_error("bad argument type for built-in operation");
        if (from == a) from = array_copy(a, 0, a->len);
    }
    slice = plain_key(slice);
    size_t count = slice_bounds(slice, a->len, &start, &stop, &step), n = from ? from->len : 0;
    if (step == 1) {
        array_splice(a, (size_t)start, (size_t)start + count, from ? from->owner.buf : NULL, n);
    } else if (!from) {
        delete_stepped(a, (size_t)start, step, count);
    } else if (n != count) {
        raise_value_error("attempt to assign array of size %zd to extended slice of size %zd", n, count);
    } else {
        for (size_t i = 0; i < n; i++, start += step)
            memcpy(item_at(a, (size_t)start), item_at(from, i), a->itemsize);
    }
}

static void array_setitem(value self, value key, value v)
{
    struct array *a = (struct array *)self;
    if (is_type(key, &type_slice)) {
        assign_slice(a, key, v);
        return;
    }
    if (!is_integer(key) && !slots_of(key)->index) raise_type_error("array indices must be integers");
    uint8_t item[8];
    word i = need_index_word(key);
    if (v != UNDEF) make_item(a, item, v);
    if (i < 0) i += (word)a->len;
    if (i < 0 || i >= (word)a->len) raise_error(&type_IndexError, "array assignment index out of range");
    if (v == UNDEF)
        array_splice(a, (size_t)i, (size_t)i + 1, NULL, 0);
    else
        memcpy(item_at(a, (size_t)i), item, a->itemsize);
}

static int array_contains(value self, value v)
{
    const struct array *a = (const struct array *)self;
    return find_item(a, v, 0, a->len) >= 0;
}

static word array_len(value self)
{
    return (word)((struct array *)self)->len;
}

static value array_repeat(const struct array *a, word times)
{
    size_t n = times > 0 ? (size_t)times : 0, bytes = (size_t)a->len * a->itemsize;
    if (bytes && n > UINT32_MAX / bytes) raise_memory_error();
    struct array *result = array_new(a->typecode, a->len * n);
    if (bytes && n) {
        memory_copy(result->owner.buf, a->owner.buf, bytes);
        memory_repeat(result->owner.buf, bytes, bytes * n);
    }
    return from_ptr(result);
}

/* Is v something to multiply by? If not, but a number, the error is ours to raise. */
static bool is_count(value v)
{
    if (is_integer(v)) return true;
    if (has_instance_layout(v)) return is_repeat_count(v, SYMBOL(S___rmul__));
    raise_type_error("can't multiply sequence by non-int of type '%t'", v);
}

static value array_binary(enum op op, value left, value right)
{
    value x = unwrap(left), y = unwrap(right);
    bool first = is_type(x, &type_array);
    const struct array *a = (const struct array *)(first ? x : y);
    if (op == OP_MUL) {
        value times = first ? right : left;
        return is_count(times) ? array_repeat(a, need_index_word(times)) : NOTIMPL;
    }
    if (op != OP_ADD || !first) return NOTIMPL;
    if (!is_type(y, &type_array)) {
        if (has_instance_layout(right)) return NOTIMPL;
        raise_type_error("can only append array (not \"%t\") to array", right);
    }
    if (((struct array *)y)->typecode != a->typecode)
        raise_type_error("bad argument type for built-in operation");
    struct array *sum = array_copy(a, 0, a->len);
    append_array(sum, (struct array *)y);
    return from_ptr(sum);
}

static value array_inplace(enum op op, value self, value v)
{
    struct array *a = array_of(self);
    if (op == OP_ADD) {
        if (has_own_operator(v, SYMBOL(S___radd__))) return NOTIMPL;
        if (!is_type(unwrap(v), &type_array)) raise_type_error("can only extend with array (not \"%t\")", v);
        extend(self, v);
        return self;
    }
    if (op != OP_MUL || !is_count(v)) return NOTIMPL;
    const struct array *made = (const struct array *)array_repeat(a, need_index_word(v));
    array_splice(a, 0, a->len, made->owner.buf, made->len);
    return self;
}

static value array_compare(enum op op, value left, value right)
{
    value other = unwrap(right);
    if (!is_type(other, &type_array)) return NOTIMPL;
    const struct array *a = (const struct array *)left, *b = (const struct array *)other;
    if ((op == OP_EQ || op == OP_NE) && a->len != b->len) return from_bool(op == OP_NE);
    for (size_t i = 0; i < a->len && i < b->len; i++) {
        value x = load(a, i), y = load(b, i);
        if (compare(OP_EQ, x, y) != TRUE) return op == OP_EQ ? FALSE : op == OP_NE ? TRUE : compare(op, x, y);
    }
    return compare(op, from_int(a->len), from_int(b->len));
}

static bool array_hash(value self, hashcode *out)
{
    (void)self;
    (void)out;
    return false;
}

static void array_repr(value self, struct printer *out)
{
    const struct array *a = (const struct array *)self;
    print_format(out, "array('%c'", a->typecode);
    if (a->len && has_characters(a)) {
        print_format(out, ", %r", tounicode(self));
    } else if (a->len) {
        print_z(out, ", [");
        for (size_t i = 0; i < a->len; i++) {
            if (i) print_z(out, ", ");
            print_repr(out, load(a, i));
        }
        print_z(out, "]");
    }
    print_z(out, ")");
}

static bool array_buffer(value self, struct buffer *out, bool writable)
{
    (void)writable;
    static uint8_t nothing[8];
    const struct array *a = (const struct array *)self;
    *out = (struct buffer){.data = a->len ? a->owner.buf : nothing,
                           .len = (size_t)a->len * a->itemsize,
                           .typecode = a->typecode,
                           .itemsize = a->itemsize};
    return true;
}

static const struct slots array_slots = {
    .size = sizeof(struct array),
    .make = array_make,
    .binary = array_binary,
    .inplace = array_inplace,
    .compare = array_compare,
    .getitem = array_getitem,
    .setitem = array_setitem,
    .contains = array_contains,
    .iter = item_iter,
    .len = array_len,
    .hash = array_hash,
    .repr = array_repr,
    .buffer = array_buffer,
};

METHOD2(method_append, append, append);
METHOD2(method_extend, extend, extend);
METHOD3(method_insert, insert, insert);
METHODV(method_pop, pop, 1, 2, pop);
METHOD2(method_remove, remove, remove_);
METHODV(method_index, index, 2, 4, index_);
METHOD2(method_count, count, count);
METHOD1(method_reverse, reverse, reverse);
METHOD1(method_byteswap, byteswap, byteswap);
METHOD1(method_clear, clear, clear);
METHOD1(method_tobytes, tobytes, tobytes);
METHOD2(method_frombytes, frombytes, frombytes);
METHOD1(method_tolist, tolist, tolist);
METHOD2(method_fromlist, fromlist, fromlist);
METHOD1(method_tounicode, tounicode, tounicode);
METHOD2(method_fromunicode, fromunicode, fromunicode);
METHOD2(method_tofile, tofile, tofile);
METHOD3(method_fromfile, fromfile, fromfile);
METHOD1(method_buffer_info, buffer_info, buffer_info);
METHOD1(method_copy, __copy__, copy);
METHOD2(method_deepcopy, __deepcopy__, deepcopy);
GETSET(attr_typecode, typecode, get_typecode, NULL);
GETSET(attr_itemsize, itemsize, get_itemsize, NULL);

static const struct attr array_attrs[] = {
    ATTR(append, method_append),
    ATTR(extend, method_extend),
    ATTR(insert, method_insert),
    ATTR(pop, method_pop),
    ATTR(remove, method_remove),
    ATTR(index, method_index),
    ATTR(count, method_count),
    ATTR(reverse, method_reverse),
    ATTR(byteswap, method_byteswap),
    ATTR(clear, method_clear),
    ATTR(tobytes, method_tobytes),
    ATTR(frombytes, method_frombytes),
    ATTR(tolist, method_tolist),
    ATTR(fromlist, method_fromlist),
    ATTR(tounicode, method_tounicode),
    ATTR(fromunicode, method_fromunicode),
    ATTR(tofile, method_tofile),
    ATTR(fromfile, method_fromfile),
    ATTR(buffer_info, method_buffer_info),
    ATTR(__copy__, method_copy),
    ATTR(__deepcopy__, method_deepcopy),
    ATTR(typecode, attr_typecode),
    ATTR(itemsize, attr_itemsize),
    ATTR_VALUE(__module__, SYMBOL(S_array)),
};

const struct type type_array = {
    .head = {&type_type},
    .slots = &array_slots,
    .flags = TYPE_BASE | TYPE_SEQUENCE | TYPE_BY_NEW,
    .name = SYMBOL(S_array),
    TYPE_ATTRS(array_attrs),
    .base = &type_object,
};

/* ---- the module ---- */

static value array_module_getattr(value module, value name)
{
    (void)module;
    return name == SYMBOL(S_typecodes) ? str_new(typecodes, sizeof typecodes - 1) : UNDEF;
}

static const struct attr attrs[] = {ATTR(array, type_array), ATTR(ArrayType, type_array)};

const struct module_def module_array = {
    .name = SYMBOL(S_array),
    .attrs = attrs,
    .nattrs = sizeof attrs / sizeof attrs[0],
    .getattr = array_module_getattr,
};
