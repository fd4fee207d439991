/* str: text, in UTF-8.
 *
 * A str is one of three things: a symbol (an interned text, no object at all), a struct str with the bytes
 * in place, or a struct long_str with the bytes in a buffer. "" and every single ASCII character
 * are always symbols. ASCII text is indexed in constant time; in other text a long str remembers the
 * place of the last character asked for, so that walking along by index does not start over each time.
 *
 * Concatenation leaves spare room behind a long result. When that str is the left operand of the next
 * concatenation, the new str takes the buffer over and appends in place; the old one remains as its
 * start (long_str.whole). So `s += x` in a loop costs what x is long, not what s is. The bytes
 * themselves do not move by this, so views of the old str stay good. */
#include "class.h"
#include "sequence.h"
#include "text.h"

#define HEAD_SIZE offsetof(struct str, data)

/* ---- looking ---- */

bool is_str(value v)
{
    return is_str_fast(v);
}

static inline bool is_long(value s)
{
    return obj_of(s)->type == &type_long_str;
}

/* len_flags, and behind it the hash, of a str that is no symbol. */
static inline uint32_t *str_info(value s)
{
    return is_long(s) ? &((struct long_str *)s)->len_flags : &((struct str *)s)->len_flags;
}

/* The str whose buffer holds s's bytes. Shortens the way for the next time. */
static struct long_str *buffer_holder(struct long_str *s)
{
    struct long_str *end = s;
    while (end->whole) end = end->whole;
    while (s->whole && s->whole != end) {
        struct long_str *next = s->whole;
        s->whole = end;
        s = next;
    }
    return end;
}

/* (Each way returns a new struct: one local variable would be copied, which stalls the processor.) */
struct view str_view(value s)
{
    if (is_sym(s)) {
        size_t len;
        bool ascii;
        const char *data = symbol_look(s, &len, &ascii);
        return (struct view){data, len, ascii};
    }
    if (is_long(s)) {
        struct long_str *l = (struct long_str *)s;
        const char *data = (l->whole ? buffer_holder(l) : l)->owner.buf;
        return (struct view){data, l->len_flags >> 2, l->len_flags & STR_ASCII};
    }
    const struct str *o = (const struct str *)s;
    return (struct view){o->data, o->len_flags >> 2, o->len_flags & STR_ASCII};
}

uint32_t str_hash(value s)
{
    if (is_sym(s)) return symbol_hash(s);
    uint32_t *info = str_info(s);
    if (!(info[0] & STR_HASHED)) {
        struct view v = str_view(s);
        info[1] = text_hash(v.data, v.len);
        info[0] |= STR_HASHED;
    }
    return info[1];
}

bool str_equal(value a, value b)
{
    if (a == b) return true;
    if (is_sym(a) && is_sym(b)) return false;
    if (!is_sym(a) && !is_sym(b)) {
        const uint32_t *x = str_info(a), *y = str_info(b);
        if (x[0] >> 2 != y[0] >> 2 || (x[0] & y[0] & STR_HASHED && x[1] != y[1])) return false;
    }
    struct view x = str_look(a), y = str_look(b);
    return x.len == y.len && memory_compare(x.data, y.data, x.len) == 0;
}

size_t str_chars(value s)
{
    struct view v = str_view(s);
    if (v.ascii) return v.len;
    if (is_sym(s) || !is_long(s)) return utf8_count(v.data, v.len);
    struct long_str *l = (struct long_str *)s;
    if (l->chars == 0) l->chars = (uint32_t)utf8_count(v.data, v.len);
    return l->chars;
}

/* Goes on from the place remembered, or from the start if that is nearer. */
static size_t long_str_offset(struct long_str *s, struct view v, size_t index)
{
    size_t at = s->at_byte;
    if (index >= s->at_char)
        at += utf8_offset(v.data + at, v.len - at, index - s->at_char);
    else if (index < s->at_char / 2)
        at = utf8_offset(v.data, v.len, index);
    else
        at = utf8_offset_back(v.data, at, s->at_char - index);
    if (at < v.len) {
        s->at_char = (uint32_t)index;
        s->at_byte = (uint32_t)at;
    }
    return at;
}

size_t str_byte_offset(value s, struct view v, size_t index)
{
    if (v.ascii) return index < v.len ? index : v.len;
    if (is_sym(s) || !is_long(s)) return utf8_offset(v.data, v.len, index);
    return long_str_offset((struct long_str *)s, v, index);
}

struct view need_str(value v, const char *what)
{
    value s = unwrap(v);
    if (!is_str(s)) raise_type_error("%s must be str, not %T", what, v);
    return str_view(s);
}

/* ---- making ---- */

static value short_str_make(size_t len, bool ascii, char **data)
{
    struct str *s = heap_object_inline(&type_str, HEAD_SIZE + len);
    s->len_flags = (uint32_t)len << 2 | ascii;
    *data = s->data;
    return from_ptr(s);
}

static value long_str_make(size_t len, size_t room, bool ascii, char **data)
{
    if (len > STR_MAX) raise_memory_error();
    if (room > STR_MAX) room = len;
    struct long_str *s = heap_object(&type_long_str, sizeof *s);
    *data = heap_buffer(&s->owner, room, BUFFER_BYTES);
    s->len_flags = (uint32_t)len << 2 | ascii;
    s->room = room > len ? (uint32_t)room : 0;
    return from_ptr(s);
}

value str_make(size_t len, bool ascii, char **data)
{
    if (len == 0) {
        size_t n;
        *data = (char *)symbol_text(SYMBOL(S_empty), &n); /* somewhere */
        return SYMBOL(S_empty);
    }
    return len <= STR_INLINE_MAX ? short_str_make(len, ascii, data) : long_str_make(len, len, ascii, data);
}

static value text_copy(const char *utf8, size_t len, bool ascii)
{
    char *data;
    value s = str_make(len, ascii, &data);
    copy_bytes(data, utf8, len);
    return s;
}

#if ADDER_LEVEL == 2
/* The single characters beyond ASCII that were made last are remembered until the next collection, as text
 * tends to repeat its characters. */
#define CHAR_CACHE 256
static value char_cache[CHAR_CACHE];
static uint32_t char_cache_epoch;

static void char_cache_drop(void)
{
    memset(char_cache, 0, sizeof char_cache);
}

static value wide_char(const char *text, size_t n)
{
    if (char_cache_epoch != heap_epoch) {
        char_cache_epoch = heap_epoch;
        char_cache_drop();
        heap_add_roots(char_cache_drop);
    }
    value *slot = &char_cache[(text[n - 1] & 63) | (text[n - 2] & 3) << 6];
    const struct str *known = (const struct str *)*slot;
    if (known && known->len_flags >> 2 == n && memcmp(known->data, text, n) == 0) return *slot;
    return *slot = text_copy(text, n, false);
}
#else
static value wide_char(const char *text, size_t n)
{
    return text_copy(text, n, false);
}
#endif

value str_make_known(const char *utf8, size_t len, bool ascii)
{
    if (len == 0) return SYMBOL(S_empty);
    if (len == 1) return SYMBOL(utf8[0]);
    if (!ascii && len <= 4 && len == utf8_length(utf8[0])) return wide_char(utf8, len);
    return text_copy(utf8, len, ascii);
}

value text_made(value v)
{
    if (!is_obj(v) || !is_str(v)) return v;
    struct view s = str_view(v);
    if (!s.ascii && utf8_is_ascii(s.data, s.len)) {
        str_info(v)[0] |= STR_ASCII;
        s.ascii = true;
    }
    return s.ascii && s.len == 1 ? SYMBOL(s.data[0]) : v;
}

value str_new(const char *utf8, size_t len)
{
    return str_make_known(utf8, len, utf8_is_ascii(utf8, len));
}

value str_from_utf8(const char *bytes, size_t len)
{
    bool ascii;
    if (utf8_check(bytes, len, &ascii) == len) return str_make_known(bytes, len, ascii);
    return codec_decode((const uint8_t *)bytes, len, UNDEF, UNDEF, UNDEF); /* raises */
}

value str_from_char(uint32_t codepoint)
{
    if (codepoint < 128) return SYMBOL(codepoint);
    char bytes[4];
    return wide_char(bytes, utf8_encode(codepoint, bytes));
}

value str_intern(value s)
{
    if (is_sym(s)) return s;
    struct view v = str_view(s);
    value symbol = symbol_intern(v.data, v.len);
    HOLD(s);
    return symbol;
}

value (str_format_c)(const char *format, ...)
{
    struct printer p;
    va_list args;
    printer_init(&p);
    va_start(args, format);
    print_vformat(&p, format, args);
    va_end(args);
    return printer_str(&p);
}

/* ---- joining ---- */

/* a + b where a has a buffer with room enough: the result takes the buffer over. */
static value long_str_extend(struct long_str *a, const struct view *b, bool ascii)
{
    struct long_str *s = heap_object(&type_long_str, sizeof *s);
    size_t len = a->len_flags >> 2;
    heap_buffer_give(&a->owner, &s->owner);
    memcpy((char *)s->owner.buf + len, b->data, b->len);
    s->len_flags = (uint32_t)(len + b->len) << 2 | ascii;
    s->room = a->room;
    a->room = 0;
    a->whole = s;
    s->at_char = a->at_char;
    s->at_byte = a->at_byte;
    if (a->chars) s->chars = a->chars + (uint32_t)utf8_count(b->data, b->len);
    return from_ptr(s);
}

/* A result that is more of the same: leaves room for more of it. */
static value long_concat(value a, value b, const struct view *x, const struct view *y)
{
    size_t len = x->len + y->len;
    bool ascii = x->ascii && y->ascii;
    if (len > STR_MAX) raise_memory_error();
    value s;
    if (!is_sym(a) && is_long(a) && ((struct long_str *)a)->room >= len) {
        s = long_str_extend((struct long_str *)a, y, ascii);
    } else {
        char *data;
        s = long_str_make(len, x->len > y->len ? len + len / 8 : len, ascii, &data);
        memory_copy(data, x->data, x->len);
        memory_copy(data + x->len, y->data, y->len);
    }
    HOLD(a);
    HOLD(b);
    return s;
}

value str_concat(value a, value b)
{
    struct view x = str_look(a), y = str_look(b);
    if (x.len == 0) return b;
    if (y.len == 0) return a;
    if (x.len + y.len > STR_INLINE_MAX) return long_concat(a, b, &x, &y);
    char *data;
    value s = short_str_make(x.len + y.len, x.ascii && y.ascii, &data);
    copy_bytes(copy_bytes(data, x.data, x.len), y.data, y.len);
    HOLD(a);
    HOLD(b);
    return s;
}

value str_join_pieces(size_t n, const value *pieces)
{
    size_t len = 0, filled = 0;
    bool ascii = true;
    for (size_t i = 0; i < n; i++) {
        struct view v = str_look(pieces[i]);
        len += v.len;
        ascii &= v.ascii;
        filled = v.len ? i : filled;
        if (len > STR_MAX) raise_memory_error();
    }
    if (len <= 1 || n == 1) return n ? pieces[filled] : SYMBOL(S_empty);
    char *data;
    value s = str_make(len, ascii, &data);
    for (size_t i = 0; i < n; i++) {
        struct view v = str_look(pieces[i]);
        data = copy_bytes(data, v.data, v.len);
    }
    return s;
}

/* ---- items ---- */

/* The character at byte offset `at`. */
static inline value char_at(const struct view *v, size_t at)
{
    char c = v->data[at];
    return c & 0x80 ? wide_char(v->data + at, utf8_length(c)) : SYMBOL(c);
}

value str_at(value s, word index)
{
    struct view v = str_view(s);
    if (v.ascii) {
        if (index < 0) index += (word)v.len;
        return (size_t)index < v.len ? SYMBOL(v.data[index]) : UNDEF;
    }
    if (index < 0) index += (word)str_chars(s);
    if (index < 0) return UNDEF;
    size_t at = str_byte_offset(s, v, (size_t)index);
    value c = at < v.len ? char_at(&v, at) : UNDEF;
    HOLD(s);
    return c;
}

value str_next(value s, size_t *at)
{
    struct view v = str_view(s);
    if (*at >= v.len) return STOP;
    value c = char_at(&v, *at);
    *at += utf8_length(v.data[*at]);
    HOLD(s);
    return c;
}

/* s[start:stop:step] of `count` characters, step other than 1. Walks twice: to measure, and to copy. */
static value stepped_slice(value s, const struct view *v, word start, word step, size_t count)
{
    size_t len = 0, first = str_byte_offset(s, *v, (size_t)start), stride = (size_t)(step < 0 ? -step : step);
    bool ascii = true;
    value result = SYMBOL(S_empty);
    char *data = NULL;
    for (int pass = 0; pass < 2; pass++) {
        size_t at = first;
        for (size_t i = 0; i < count; i++) {
            size_t n = utf8_length(v->data[at]);
            if (pass) {
                memcpy(data, v->data + at, n);
                data += n;
            } else {
                len += n;
                ascii &= n == 1;
            }
            if (i + 1 == count) break;
            check_break_large(i);
            if (v->ascii)
                at += (size_t)step;
            else if (step > 0)
                at += utf8_offset(v->data + at, v->len - at, stride);
            else
                at = utf8_offset_back(v->data, at, stride);
        }
        if (pass == 0) result = str_make(len, ascii, &data);
    }
    HOLD(s);
    return text_made(result);
}

static value str_slice(value s, value slice)
{
    struct view v = str_view(s);
    word start, stop, step;
    size_t count = slice_bounds(slice, str_chars(s), &start, &stop, &step);
    v = str_view(s); /* a slice's __index__ may have run and extended s */
    if (count == 0) return SYMBOL(S_empty);
    if (step != 1) return stepped_slice(s, &v, start, step, count);
    size_t from = (size_t)start, to = from + count;
    if (!v.ascii) {
        from = str_byte_offset(s, v, from);
        to = from + utf8_offset(v.data + from, v.len - from, count);
    }
    if (from == 0 && to == v.len) return s;
    value piece =
        str_make_known(v.data + from, to - from, v.ascii || utf8_is_ascii(v.data + from, to - from));
    HOLD(s);
    return piece;
}

static value str_getitem(value self, value key)
{
    if (is_int(key)) {
        value c = str_at(self, int_of(key));
        if (c == UNDEF) raise_error(&type_IndexError, "string index out of range");
        return c;
    }
    if (is_type(key, &type_slice)) return str_slice(self, key);
    return str_at(self, (word)need_index(key, str_chars(self), "string"));
}

static int str_contains(value self, value v)
{
    value part = unwrap(v);
    if (!is_str(part)) raise_type_error("'in <string>' requires string as left operand, not %t", v);
    struct view t = str_view(self), p = str_view(part);
    return search_forward(t.data, t.len, p.data, p.len) >= 0;
}

/* ---- operators ---- */

static value str_repeat(value s, word n)
{
    struct view v = str_view(s);
    if (n <= 0 || v.len == 0) return SYMBOL(S_empty);
    if (n == 1) return s;
    if ((size_t)n > STR_MAX / v.len) raise_memory_error();
    size_t len = v.len * (size_t)n;
    char *data;
    value result = str_make(len, v.ascii, &data);
    memory_copy(data, v.data, v.len);
    memory_repeat(data, v.len, len);
    HOLD(s);
    return result;
}

value str_percent(value format, value args)
{
    struct text f;
    text_of(format, &f);
    return percent_format(&f, args);
}

static value str_binary(enum op op, value a, value b)
{
    if (op == OP_ADD && is_str_fast(a) && is_str_fast(b)) return str_concat(a, b);
    value x = unwrap(a), y = unwrap(b);
    word times;
    switch (op) {
    case OP_ADD:
        if (!is_str(x)) return NOTIMPL;
        if (!is_str(y)) {
            if (has_own_operator(b, SYMBOL(S___radd__))) return NOTIMPL;
            raise_usual_type_error("can only concatenate str (not \"%t\") to str", b);
        }
        return str_concat(x, y);
    case OP_MUL:
        if (is_str(x)) return sequence_count(b, SYMBOL(S___rmul__), &times) ? str_repeat(x, times) : NOTIMPL;
        return sequence_count(a, SYMBOL(S___mul__), &times) ? str_repeat(y, times) : NOTIMPL;
    case OP_MOD: return ADDER_PERCENT && is_str(x) ? str_percent(x, b) : NOTIMPL;
    default: return NOTIMPL;
    }
}

static int view_order(const struct view *x, const struct view *y)
{
    int order = memory_compare(x->data, y->data, x->len < y->len ? x->len : y->len);
    return order ? (order > 0) - (order < 0) : (x->len > y->len) - (x->len < y->len);
}

static value str_compare(enum op op, value a, value b)
{
    b = unwrap(b);
    if (!is_str(b)) return NOTIMPL;
    if (op == OP_EQ) return from_bool(str_equal(a, b));
    if (op == OP_NE) return from_bool(!str_equal(a, b));
    struct view x = str_view(a), y = str_view(b);
    return order_result(op, view_order(&x, &y));
}

/* ---- the other slots ---- */

static value str_make_slot(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    (void)t;
    static const sym params[] = {S_object, S_encoding, S_errors};
    value v[3];
    if (n > 3 && !nkw) args_count("str", n, 0, 0, 3);
    args_bind("str", n, args, nkw, kwnames, 0, 3, params, 3, 0, v);
    if (v[1] == UNDEF && v[2] == UNDEF) return v[0] == UNDEF ? SYMBOL(S_empty) : str_of_object(v[0], false);
    codec_check_arguments("str", v[1], v[2]);
    if (v[0] == UNDEF) return SYMBOL(S_empty);
    struct buffer b;
    if (is_str(unwrap(v[0]))) raise_type_error("decoding str is not supported");
    if (!get_buffer(v[0], &b, false))
        raise_type_error("decoding to str: need a bytes-like object, %t found", v[0]);
    return codec_decode(b.data, b.len, v[0], v[1], v[2]);
}

static word str_len(value self)
{
    return (word)str_chars(self);
}

static int str_truth(value self)
{
    return self != SYMBOL(S_empty);
}

static bool str_hash_slot(value self, hashcode *out)
{
    *out = (hashcode)(int32_t)str_hash(self);
    return true;
}

/* Writes c as an escape: \n, \x1f, \u1234. */
void str_print_escape(uint32_t c, struct printer *out)
{
    static const char short_escapes[] = "t\tn\nr\r\\\\";
    for (const char *e = short_escapes; *e; e += 2) {
        if ((unsigned char)e[1] == c) {
            char text[2] = {'\\', e[0]};
            print_text(out, text, 2);
            return;
        }
    }
    char text[10] = {'\\', c < 0x100 ? 'x' : c < 0x10000 ? 'u' : 'U'};
    int digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
    for (int i = 0; i < digits; i++) text[2 + i] = "0123456789abcdef"[c >> 4 * (digits - 1 - i) & 15];
    print_text(out, text, (size_t)digits + 2);
}

void str_print_repr(const char *data, size_t len, struct printer *out)
{
    char quote = memchr(data, '\'', len) && !memchr(data, '"', len) ? '"' : '\'';
    const char *end = data + len, *plain = data;
    print_text(out, &quote, 1);
    while (data < end) {
        const char *at = data;
        check_break_large((size_t)(end - at) | 3);
        if (*at >= ' ' && *at < 127 && *at != quote && *at != '\\') {
            data++;
            continue;
        }
        uint32_t c = utf8_decode(&data);
        if (c >= 128 && char_class(c) & CHAR_PRINTABLE) continue;
        print_text(out, plain, (size_t)(at - plain));
        plain = data;
        if (c == (unsigned char)quote)
            print_text(out, "\\'", 2);
        else
            str_print_escape(c, out);
    }
    print_text(out, plain, (size_t)(end - plain));
    print_text(out, &quote, 1);
}

static void str_repr(value self, struct printer *out)
{
    struct view v = str_view(self);
    str_print_repr(v.data, v.len, out);
}

static void str_str(value self, struct printer *out)
{
    struct view v = str_view(self);
    print_text(out, v.data, v.len);
}

static size_t str_size_of(const struct object *o)
{
    if (!ADDER_FAST && o->type == &type_long_str) return sizeof(struct long_str);
    return HEAD_SIZE + (((const struct str *)o)->len_flags >> 2);
}

static void long_str_trace(struct object *o)
{
    if (ADDER_FAST || o->type == &type_long_str) heap_visit_ptr(&((struct long_str *)o)->whole);
}

#define STR_SLOTS                                                                                            \
    .make = str_make_slot, .binary = str_binary, .compare = str_compare, .getitem = str_getitem,             \
    .contains = str_contains, .iter = seq_iter_new, .len = str_len, .truth = str_truth, .hash = str_hash_slot,   \
    .repr = str_repr, .str = str_str, .format = format_str

#if ADDER_FAST
const struct slots str_slots = {.size_of = str_size_of, STR_SLOTS};
const struct slots long_str_slots = {.size = sizeof(struct long_str), .trace = long_str_trace, STR_SLOTS};
#else /* one table for both */
const struct slots str_slots = {.size_of = str_size_of, .trace = long_str_trace, STR_SLOTS};
#endif
