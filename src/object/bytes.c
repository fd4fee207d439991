/* bytes: immutable bytes, in place or, when there are many, in a buffer. Also what bytearray shares with it:
 * the constructor's arguments, concatenation, comparison, hexadecimal. */
#include "class.h"
#include "item.h"
#include "sequence.h"
#include "text.h"

#define HEAD_SIZE offsetof(struct bytes, data)

static const struct bytes ROM_OBJECT empty_bytes = {.head = {&type_bytes}};

/* ---- looking and making ---- */

bool is_bytes(value v)
{
    return is_obj(v) && (obj_of(v)->type == &type_bytes || obj_of(v)->type == &type_long_bytes);
}

static inline bool is_long(value v)
{
    return obj_of(v)->type == &type_long_bytes;
}

const uint8_t *bytes_view(value v, size_t *len)
{
    if (is_long(v)) {
        const struct long_bytes *b = (const struct long_bytes *)v;
        *len = b->len;
        return b->owner.buf;
    }
    const struct bytes *b = (const struct bytes *)v;
    *len = b->len;
    return b->data;
}

value bytes_make(size_t len, uint8_t **data)
{
    if (len == 0) {
        *data = (uint8_t *)empty_bytes.data;
        return from_ptr(&empty_bytes);
    }
    if (len <= STR_INLINE_MAX) {
        struct bytes *b = heap_object(&type_bytes, HEAD_SIZE + len);
        b->len = (uint32_t)len;
        *data = b->data;
        return from_ptr(b);
    }
    if (len > UINT32_MAX) raise_memory_error();
    struct long_bytes *b = heap_object(&type_long_bytes, sizeof *b);
    *data = heap_buffer(&b->owner, len, BUFFER_BYTES);
    b->len = (uint32_t)len;
    return from_ptr(b);
}

value bytes_new(const uint8_t *data, size_t len)
{
    uint8_t *to;
    value b = bytes_make(len, &to);
    if (data && len) memory_copy(to, data, len);
    return b;
}

int need_byte(value v, const char *message)
{
    word i = is_int(v) ? int_of(v) : need_index_word(v);
    if (i < 0 || i > 255) raise_value_error("%s", message);
    return (int)i;
}

/* ---- construction ---- */

static value bytes_from_iterable(value v, bool of_bytearray)
{
    const char *range = of_bytearray ? "byte must be in range(0, 256)" : "bytes must be in range(0, 256)";
    value b = bytearray_new(NULL, 0);
    struct iter_room at;
    value it = get_iter_at(&at, v);
    if (ADDER_METHODS) len_hint(v); /* for what it raises */
    for (value x; (x = iter_next(it)) != STOP;) {
        uint8_t byte = (uint8_t)need_byte(x, range);
        bytearray_append(b, &byte, 1);
    }
    const struct bytearray *a = (const struct bytearray *)b;
    return bytes_new(a->owner.buf, a->len);
}

value bytes_from_object(value v, bool of_bytearray)
{
    struct buffer b;
    if (is_bytes(v)) return v;
    if (is_memoryview(v)) return memoryview_tobytes(v);
    if (get_buffer(v, &b, false)) {
        value copy = bytes_new(b.data, b.len);
        HOLD(v);
        return copy;
    }
    return bytes_from_iterable(v, of_bytearray);
}

bool bytes_are_iterable(value v)
{
    const struct slots *s = slots_of(v);
    if (is_class(v)) return find_special(v, SYMBOL(S___iter__)) != UNDEF;
    if (has_instance_layout(v))
        return find_special(v, SYMBOL(S___iter__)) != UNDEF ||
               find_special(v, SYMBOL(S___getitem__)) != UNDEF;
    return s->iter || (s->getitem && s->len);
}

value bytes_from_arguments(const char *name, size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym params[] = {S_source, S_encoding, S_errors};
    value v[3];
    args_bind(name, n, args, nkw, kwnames, 0, 3, params, 3, 0, v);
    value source = v[0] == UNDEF ? UNDEF : unwrap(v[0]);
    if (v[1] != UNDEF || v[2] != UNDEF) {
        codec_check_arguments(name, v[1], v[2]);
        if (source == UNDEF || !is_str(source))
            raise_type_error(v[1] != UNDEF ? "encoding without a string argument"
                                           : "errors without a string argument");
        if (v[1] != UNDEF) return codec_encode(source, v[1], v[2]);
    }
    if (source == UNDEF) return from_ptr(&empty_bytes);
    if (is_str(source)) raise_type_error("string argument without an encoding");
    if (is_integer(source) ||
        (has_instance_layout(v[0]) && !is_bytes_like(source) && find_special(v[0], SYMBOL(S___index__)) != UNDEF)) {
        word len = ADDER_METHODS ? need_index_size(v[0], &type_OverflowError) : need_index_word(v[0]);
        if (len < 0) raise_value_error("negative count");
        return bytes_new(NULL, (size_t)len);
    }
    if (is_memoryview(source)) return memoryview_tobytes(source);
#if ADDER_METHODS
    value view = exported_view(v[0]);
    if (view != UNDEF) {
        value copy = memoryview_tobytes(view);
        release_view(v[0], view);
        return copy;
    }
#endif
    struct buffer b;
    if (!get_buffer(source, &b, false) && !bytes_are_iterable(v[0]))
        raise_type_error("cannot convert '%t' object to %s", v[0], name);
    return bytes_from_object(v[0], name[5] != 0);
}

static value bytes_make_slot(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    (void)t;
    if (n == 1 && nkw == 0 && has_instance_layout(args[0])) {
        value method = class_special(type_of(args[0]), SYMBOL(S___bytes__));
        if (method != UNDEF) {
            value result = special_call(method, args[0], 0, NULL);
            if (!is_bytes(unwrap(result))) raise_type_error("__bytes__ returned non-bytes (type %t)", result);
            return result;
        }
    }
    return bytes_from_arguments("bytes", n, args, nkw, kwnames);
}

/* ---- hexadecimal ---- */

/* b.hex(): n bytes in groups of `group` (0: all), counted from the left if it is negative. */
static value hex_text(const uint8_t *data, size_t len, char sep, word group)
{
    size_t every = (size_t)(group < 0 ? -group : group);
    size_t seps = every && len ? (len - 1) / every : 0, first = every;
    if (len > STR_MAX / 3) raise_memory_error();
    if (every && group > 0 && len % every) first = len % every;
    char *out;
    value s = str_make(2 * len + seps, true, &out);
    for (size_t i = 0; i < len; i++) {
        check_break_large(i);
        if (seps && i && i >= first && (i - first) % every == 0) *out++ = sep;
        *out++ = "0123456789abcdef"[data[i] >> 4];
        *out++ = "0123456789abcdef"[data[i] & 15];
    }
    return s;
}

static value hex(size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym params[] = {S_sep, S_bytes_per_sep};
    value v[2];
    args_bind("hex", n, args, nkw, kwnames, 1, 2, params, 2, 0, v);
    char sep = 0;
    word group = v[1] == UNDEF ? 1 : need_int(v[1]);
    if (v[0] == UNDEF) {
        group = 0;
    } else {
        struct buffer b;
        value s = unwrap(v[0]);
        if (is_str(s)) {
            struct view text = str_view(s);
            b.data = (uint8_t *)text.data;
            b.len = text.len;
        } else {
            size_t n = len_of(s); /* raises, unless it has any */
            if (n == 1 && !is_bytes(s)) raise_type_error("sep must be str or bytes.");
            b = (struct buffer){.len = n};
            if (is_bytes(s)) get_buffer(s, &b, false);
        }
        if (b.len != 1 || b.data[0] > 127)
            raise_value_error(b.len == 1 || (is_str(s) && str_chars(s) == 1) ? "sep must be ASCII." : "sep must be length 1.");
        sep = (char)b.data[0];
    }
    struct buffer b;
    need_buffer(args[0], &b, false);
    return hex_text(b.data, b.len, sep, group);
}

/* The value of a hexadecimal digit, or -1. */
static int hex_digit(char c)
{
    c = (char)ascii_lower((unsigned char)c);
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static _Noreturn void raise_not_hex(const char *text, size_t at)
{
    raise_value_error("non-hexadecimal number found in fromhex() arg at position %zd", utf8_count(text, at));
}

value bytes_fromhex(value text)
{
    struct view v = need_str(text, "fromhex() argument");
    for (size_t i = 0; ADDER_METHODS && !v.ascii && i < v.len; i++)
        if ((unsigned char)v.data[i] >= 0x80) raise_not_hex(v.data, i);
    uint8_t *out;
    value made = bytes_make(v.len / 2, &out); /* at most so many */
    size_t n = 0;
    for (size_t i = 0; i < v.len; i++) {
        if (is_ascii_space((unsigned char)v.data[i])) continue;
        int high = hex_digit(v.data[i]), low = i + 1 < v.len ? hex_digit(v.data[i + 1]) : -1;
        if (high < 0 || low < 0) {
            raise_not_hex(v.data, high < 0 ? i : i + 1);
        }
        out[n++] = (uint8_t)(high << 4 | low);
        i++;
        check_break_large(i | 1);
    }
    HOLD(text);
    return n == v.len / 2 ? made : bytes_new(out, n);
}

static value decode(size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym params[] = {S_encoding, S_errors};
    value v[2];
    args_bind("decode", n, args, nkw, kwnames, 1, 2, params, 2, 0, v);
    struct text t;
    codec_check_arguments("decode", v[0], v[1]);
    text_of(args[0], &t);
    return codec_decode((const uint8_t *)t.data, t.len, t.owner, v[0], v[1]);
}

/* ---- translate ---- */

static value maketrans(value from, value to)
{
    struct buffer f, t;
    need_buffer(from, &f, false);
    need_buffer(to, &t, false);
    if (f.len != t.len) raise_value_error("maketrans arguments must have same length");
    uint8_t *table;
    value result = bytes_make(256, &table);
    for (int i = 0; i < 256; i++) table[i] = (uint8_t)i;
    for (size_t i = 0; i < f.len; i++) table[f.data[i]] = t.data[i];
    HOLD(from);
    HOLD(to);
    return result;
}

static value translate(size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym params[] = {0, S_delete};
    value v[2];
    args_bind("translate", n, args, nkw, kwnames, 1, 2, params, 2, 1, v);
    struct buffer table = {0}, deleted = {0};
    uint8_t drop[32] = {0};
    if (v[0] != NONE) {
        need_buffer(v[0], &table, false);
        if (table.len != 256) raise_value_error("translation table must be 256 characters long");
    }
    if (v[1] != UNDEF) need_buffer(v[1], &deleted, false);
    for (size_t i = 0; i < deleted.len; i++)
        drop[deleted.data[i] >> 3] |= (uint8_t)(1 << (deleted.data[i] & 7));
    struct text t;
    text_of(args[0], &t);
    size_t len = 0;
    for (size_t i = 0; i < t.len; i++) {
        check_break_large(i);
        len += !(drop[(uint8_t)t.data[i] >> 3] >> (t.data[i] & 7) & 1);
    }
    char *out;
    value result = text_make(&t, len, false, &out);
    for (size_t i = 0; i < t.len; i++) {
        uint8_t byte = (uint8_t)t.data[i];
        check_break_large(i);
        if (!(drop[byte >> 3] >> (byte & 7) & 1)) *out++ = (char)(table.data ? table.data[byte] : byte);
    }
    HOLD(v[0]);
    return result;
}

/* ---- operators, also bytearray's ---- */

/* a and b are unwrapped; what they were. */
static value bytes_concat(value a, value b, value given_a, value given)
{
    struct buffer y;
    struct text x;
    text_of(a, &x);
    if (!get_whole_buffer(b, &y)) {
        if (has_own_operator(b, SYMBOL(S___radd__))) return NOTIMPL;
        raise_type_error("can't concat %t to %t", given, given_a);
    }
    char *out;
    value result = text_make(&x, x.len + y.len, false, &out);
    memory_copy(out, x.data, x.len);
    memory_copy(out + x.len, y.data, y.len);
    HOLD(a);
    HOLD(b);
    return result;
}

value bytes_repeat(value self, word n)
{
    struct text t;
    text_of(self, &t);
    if (n <= 0 || !t.len) return text_new(&t, "", 0, false);
    if (n == 1) return text_piece(&t, 0, t.len);
    if ((size_t)n > UINT32_MAX / t.len) raise_memory_error();
    char *out;
    size_t len = t.len * (size_t)n;
    value result = text_make(&t, len, false, &out);
    memory_copy(out, t.data, t.len);
    memory_repeat(out, t.len, len);
    HOLD(self);
    return result;
}

bool is_bytes_like(value v)
{
    return is_bytes(v) || is_type(v, &type_bytearray);
}

value bytes_binary(enum op op, value a, value b)
{
    value x = unwrap(a), y = unwrap(b);
    word times;
    switch (op) {
    case OP_ADD: return is_bytes_like(x) ? bytes_concat(x, y, a, b) : NOTIMPL;
    case OP_MUL:
        if (is_bytes_like(x)) return sequence_count(b, SYMBOL(S___rmul__), &times) ? bytes_repeat(x, times) : NOTIMPL;
        return sequence_count(a, SYMBOL(S___mul__), &times) ? bytes_repeat(y, times) : NOTIMPL;
    case OP_MOD:
        if (ADDER_PERCENT && is_bytes_like(x)) {
            struct text format;
            text_of(x, &format);
            return percent_format(&format, b);
        }
        return NOTIMPL;
    default: return NOTIMPL;
    }
}

value bytes_compare(enum op op, value a, value b)
{
    struct buffer x, y;
    value other = unwrap(b);
    /* bytes compare with bytes, a bytearray with anything that has a buffer. */
    if (is_bytes(a) ? !is_bytes(other) : !get_whole_buffer(other, &y)) return NOTIMPL;
    get_buffer(a, &x, false);
    get_buffer(other, &y, false);
    if ((op == OP_EQ || op == OP_NE) && x.len != y.len) return from_bool(op == OP_NE);
    int order = memory_compare(x.data, y.data, x.len < y.len ? x.len : y.len);
    if (order == 0) order = (x.len > y.len) - (x.len < y.len);
    return order_result(op, (order > 0) - (order < 0));
}

/* What a bytes or bytearray holds. */
static inline const uint8_t *data_of(value self, size_t *len)
{
    if (!is_type(self, &type_bytearray)) return bytes_view(self, len);
    const struct bytearray *b = (const struct bytearray *)self;
    *len = b->len;
    return b->owner.buf;
}

static value bytes_slice(value self, value slice)
{
    struct text t;
    word start, stop, step;
    slice = plain_key(slice);
    text_of(self, &t);
    size_t count = slice_bounds(slice, t.len, &start, &stop, &step);
    if (step == 1) return text_piece(&t, count ? (size_t)start : 0, count ? (size_t)start + count : 0);
    char *out;
    value result = text_make(&t, count, false, &out);
    for (size_t i = 0; i < count; i++, start += step) out[i] = t.data[start];
    HOLD(self);
    return result;
}

value bytes_getitem(value self, value key)
{
    size_t len;
    data_of(self, &len);
    if (is_type(key, &type_slice)) return bytes_slice(self, key);
    bool mutable = is_type(self, &type_bytearray);
    size_t i;
    if (is_int(key))
        i = (size_t)(int_of(key) < 0 ? int_of(key) + (word)len : int_of(key));
    else
        i = need_index(key, len, mutable ? "bytearray" : "byte");
    const uint8_t *data = data_of(self, &len); /* an __index__ may have changed it */
    if (i >= len)
        raise_error(&type_IndexError, mutable ? "bytearray index out of range" : "index out of range");
    return from_int(data[i]);
}

int bytes_contains(value self, value v)
{
    struct text t;
    text_of(self, &t);
    struct buffer b;
    if (is_integer(v) || !get_buffer(v, &b, false)) {
        if (!has_index(v))
            raise_type_error("a bytes-like object is required, not '%t'", v);
        int byte = need_byte(v, "byte must be in range(0, 256)");
        text_of(self, &t);
        return t.len && memchr(t.data, byte, t.len) != NULL;
    }
    return search_forward(t.data, t.len, (const char *)b.data, b.len) >= 0;
}

/* ---- the other slots ---- */

static word bytes_len(value self)
{
    size_t len;
    bytes_view(self, &len);
    return (word)len;
}

static bool bytes_hash(value self, hashcode *out)
{
    size_t len;
    const uint8_t *data = bytes_view(self, &len);
    uint32_t *hash = is_long(self) ? &((struct long_bytes *)self)->hash : &((struct bytes *)self)->hash;
    uint32_t h = *hash;
    if (h == 0 && len) *hash = h = text_hash((const char *)data, len) | 1;
    *out = (hashcode)(int32_t)h;
    return true;
}

void bytes_print_repr(const uint8_t *data, size_t len, bool of_bytearray, struct printer *out)
{
    char quote = memchr(data, '\'', len) && !memchr(data, '"', len) ? '"' : '\'';
    print_text(out, "b", 1);
    print_text(out, &quote, 1);
    for (size_t i = 0; i < len; i++) {
        char c = (char)data[i], text[4] = {'\\', c};
        check_break_large(i);
        if (c == quote || c == '\\' || (c == '\'' && of_bytearray)) {
            print_text(out, text, 2);
        } else if (c >= ' ' && c < 127) {
            print_text(out, &c, 1);
        } else if (c == '\t' || c == '\n' || c == '\r') {
            text[1] = c == '\t' ? 't' : c == '\n' ? 'n' : 'r';
            print_text(out, text, 2);
        } else {
            text[1] = 'x';
            text[2] = "0123456789abcdef"[data[i] >> 4];
            text[3] = "0123456789abcdef"[data[i] & 15];
            print_text(out, text, 4);
        }
    }
    print_text(out, &quote, 1);
}

static void bytes_repr(value self, struct printer *out)
{
    size_t len;
    const uint8_t *data = bytes_view(self, &len);
    bytes_print_repr(data, len, false, out);
    HOLD(self);
}

static bool bytes_buffer(value self, struct buffer *out, bool writable)
{
    if (writable) return false;
    *out = (struct buffer){.typecode = 'B', .itemsize = 1, .readonly = true};
    out->data = (uint8_t *)bytes_view(self, &out->len);
    return true;
}

static size_t bytes_size_of(const struct object *o)
{
    if (!ADDER_FAST && o->type == &type_long_bytes) return sizeof(struct long_bytes);
    return HEAD_SIZE + ((const struct bytes *)o)->len;
}

#define BYTES_SLOTS                                                                                          \
    .make = bytes_make_slot, .binary = bytes_binary, .compare = bytes_compare, .getitem = bytes_getitem,     \
    .contains = bytes_contains, .iter = item_iter, .len = bytes_len, .hash = bytes_hash, .repr = bytes_repr, \
    .buffer = bytes_buffer

static const struct slots bytes_slots = {.size_of = bytes_size_of, BYTES_SLOTS};
#if ADDER_FAST
static const struct slots long_bytes_slots = {.size = sizeof(struct long_bytes), BYTES_SLOTS};
#else /* one table for both */
#define long_bytes_slots bytes_slots
#endif

static value fromhex(size_t n, value *args)
{
    (void)n;
    value result = bytes_fromhex(args[1]);
    return args[0] == from_ptr(&type_bytes) ? result : call1(args[0], result);
}

CLASS_METHODV(method_fromhex, fromhex, 2, 2, fromhex);
const struct cfunction bytes_method_maketrans = {{&type_builtin_function}, S_maketrans, CF_2, 2, 2, 0,
                                                 {.f2 = maketrans}};
SHARED_METHOD(bytes_method_decode, decode, CF_KW, 1, 255, fk, decode);
SHARED_METHOD(bytes_method_hex, hex, CF_KW, 1, 255, fk, hex);
SHARED_METHOD(bytes_method_translate, translate, CF_KW, 1, 255, fk, translate);

static value as_bytes(value self)
{
    value native = unwrap(self);
    if (!is_bytes(native)) raise_type_error("descriptor requires a 'bytes' object but received a '%t'", self);
    return native;
}
METHOD1(m_bytes, __bytes__, as_bytes);

static const struct attr bytes_attrs[] = {
    TEXT_METHODS,
    ATTR(decode, bytes_method_decode),
    ATTR_USUAL(fromhex, method_fromhex)
    ATTR_USUAL(hex, bytes_method_hex)
    ATTR_MORE(maketrans, bytes_method_maketrans)
    ATTR_MORE(translate, bytes_method_translate)
    ATTR_MORE(__bytes__, m_bytes)
    ATTR_MORE(__buffer__, buffer_method)
    ATTR_MORE(__getnewargs__, getnewargs)
};

#define BYTES_TYPE(slots_)                                                                                   \
    .head = {&type_type}, .slots = slots_, .flags = TYPE_BASE | TYPE_NO_WEAK, .name = SYMBOL(S_bytes),       \
    TYPE_ATTRS(bytes_attrs), .base = &type_object

const struct type type_bytes = {BYTES_TYPE(&bytes_slots)};
const struct type type_long_bytes = {BYTES_TYPE(&long_bytes_slots)};
