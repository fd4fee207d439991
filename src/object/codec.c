/* str to bytes and back: UTF-8, ASCII and Latin-1, UTF-16 and UTF-32, with the usual error handlers and those that
 * codecs.register_error() adds. */
#include "../value/unicode_names.h"
#include "text.h"

#if ADDER_CODECS

enum encoding { UTF_8, ASCII, LATIN_1, UTF_16, UTF_32 };

/* How a codec of more than one byte a unit orders them. */
enum byte_order { LITTLE, BIG, MARKED /* by a byte order mark; little if there is none */, SIGNED /* UTF-8 with one */ };

struct codec {
    const char *key;  /* the name in small letters, with nothing but letters and digits */
    const char *name; /* as exceptions tell it */
    uint8_t encoding;
    uint8_t order;
};

static const struct codec codecs[] = {
    {"utf8", "utf-8", UTF_8, 0},
    {"u8", "utf-8", UTF_8, 0},
    {"cp65001", "utf-8", UTF_8, 0},
    {"utf8sig", "utf-8", UTF_8, SIGNED},
    {"ascii", "ascii", ASCII, 0},
    {"usascii", "ascii", ASCII, 0},
    {"646", "ascii", ASCII, 0},
    {"us", "ascii", ASCII, 0},
    {"latin1", "latin-1", LATIN_1, 0},
    {"latin", "latin-1", LATIN_1, 0},
    {"iso88591", "latin-1", LATIN_1, 0},
    {"8859", "latin-1", LATIN_1, 0},
    {"iso8859", "latin-1", LATIN_1, 0},
    {"cp819", "latin-1", LATIN_1, 0},
    {"l1", "latin-1", LATIN_1, 0},
    {"utf16", "utf-16", UTF_16, MARKED},
    {"u16", "utf-16", UTF_16, MARKED},
    {"utf16le", "utf-16-le", UTF_16, LITTLE},
    {"utf16be", "utf-16-be", UTF_16, BIG},
    {"utf32", "utf-32", UTF_32, MARKED},
    {"u32", "utf-32", UTF_32, MARKED},
    {"utf32le", "utf-32-le", UTF_32, LITTLE},
    {"utf32be", "utf-32-be", UTF_32, BIG},
};

static const char *const handler_names[] = {
    "",
    "strict",          "ignore",        "replace",           "backslashreplace",
    "surrogateescape", "surrogatepass", "xmlcharrefreplace", "namereplace",
};
enum handler_kind {
    NOT_LOOKED_UP, /* nothing was wrong so far */
    STRICT,
    IGNORE,
    REPLACE,
    BACKSLASHREPLACE,
    SURROGATEESCAPE,
    SURROGATEPASS,
    XMLCHARREFREPLACE,
    NAMEREPLACE,
    REGISTERED
};

struct handler {
    enum handler_kind kind;
    value function; /* of one that is registered */
};

value codec_handlers = UNDEF;

value (*codec_lookup)(value encoding);

/* NULL: there is none in C. */
static const struct codec *find_codec(value encoding)
{
    if (encoding == UNDEF) return &codecs[0];
    struct view name = need_str(encoding, "encoding");
    char key[12];
    size_t n = 0;
    for (size_t i = 0; i < name.len; i++) {
        unsigned char c = ascii_lower((unsigned char)name.data[i]);
        if (c == '-' || c == '_' || c == ' ') continue;
        if (n == sizeof key) break;
        key[n++] = (char)c;
    }
    for (size_t i = 0; i < sizeof codecs / sizeof codecs[0]; i++) {
        if (strlen(codecs[i].key) == n && memcmp(codecs[i].key, key, n) == 0) return &codecs[i];
    }
    return NULL;
}

static _Noreturn void raise_unknown(value encoding)
{
    raise_error(&type_LookupError, "unknown encoding: %v", encoding);
}

static value find_codec_in_python(value encoding)
{
    value info = codec_lookup ? codec_lookup(encoding) : UNDEF;
    if (info == UNDEF) raise_unknown(encoding);
    return info;
}

/* What a codec in Python makes of v, a str (encode) or bytes. */
static value call_codec(value encoding, value v, value errors, bool encode)
{
    value info = find_codec_in_python(encoding);
    if (find_attr(info, SYMBOL(S__is_text_encoding)) == FALSE)
        raise_error(&type_LookupError, "'%v' is not a text encoding; use codecs.%scode() to handle arbitrary codecs",
                    encoding, encode ? "en" : "de");
    const value args[2] = {v, errors};
    value result = unwrap(call(get_item(info, from_int(!encode)), errors == UNDEF ? 1 : 2, args));
    if (!is_tuple(result) || tuple_of(result)->len != 2)
        raise_type_error(encode ? "encoder must return a tuple (object, integer)"
                                : "decoder must return a tuple (object,integer)");
    result = unwrap(tuple_of(result)->items[0]);
    if (!(encode ? is_bytes(result) : is_str(result)))
        raise_type_error("'%v' %scoder returned '%t' instead of '%s'; use codecs.%scode() to %scode to arbitrary types",
                         encoding, encode ? "en" : "de", result, encode ? "bytes" : "str", encode ? "en" : "de",
                         encode ? "en" : "de");
    return result;
}

static void find_handler(struct handler *h, value errors)
{
    if (h->kind != NOT_LOOKED_UP) return;
    h->kind = STRICT;
    if (errors == UNDEF) return;
    struct view name = need_str(errors, "errors");
    for (unsigned i = STRICT; i < sizeof handler_names / sizeof handler_names[0]; i++) {
        if (strlen(handler_names[i]) == name.len && memcmp(handler_names[i], name.data, name.len) == 0)
            h->kind = (enum handler_kind)i;
    }
    if (h->kind != STRICT || (name.len == 6 && memcmp(name.data, "strict", 6) == 0)) return;
    h->kind = REGISTERED;
    if (codec_handlers != UNDEF) h->function = dict_get(dict_of(codec_handlers), unwrap(errors));
    if (h->function != UNDEF) return;
    raise_error(&type_LookupError, "unknown error handler name '%v'", errors);
}

static value codec_error(const struct type *type, const char *encoding, value object, size_t start, size_t end,
                         const char *reason)
{
    value args[5] = {str_new(encoding, strlen(encoding)), object, from_int((word)start), from_int((word)end),
                     UNDEF};
    args[4] = str_new(reason, strlen(reason));
    return exception_new(type, 5, args);
}

struct decoder {
    const struct codec *codec;
    const uint8_t *data;
    size_t len, at;
    value object; /* what is decoded, as exceptions show it; UNDEF: not made yet */
    bool big;
    const char *reason; /* after decode_char said false ... */
    size_t bad;         /* ... how many bytes are wrong */
};

/* What a registered handler says about an error: what stands for what is wrong, and in *at the index where to go on,
 * of `len`. decoded: where the bytes being decoded are, which it may exchange for others; NULL: it is encoding. */
static value call_handler(value function, value error, size_t len, struct decoder *decoded, size_t *at)
{
    bool encoding = !decoded;
    check_interrupt(); /* it may never come to an end */
    value answer = unwrap(call1(function, error));
    if (decoded) {
        decoded->object = unwrap(get_attr(error, SYMBOL(S_object)));
        if (!is_bytes(decoded->object)) raise_type_error("object attribute must be bytes");
        decoded->data = bytes_view(decoded->object, &decoded->len);
        len = decoded->len;
    }
    const struct tuple *t = is_tuple(answer) ? tuple_of(answer) : NULL;
    if (!t || t->len != 2 || !(is_str(unwrap(t->items[0])) || (encoding && is_bytes(unwrap(t->items[0])))))
        raise_type_error("%scoding error handler must return (%s, int) tuple", encoding ? "en" : "de",
                         encoding ? "str/bytes" : "str");
    word next = need_word(t->items[1]), from = next < 0 ? next + (word)len : next;
    if (from < 0 || (size_t)from > len)
        raise_error(&type_IndexError, "position %zd from error handler out of bounds", next);
    *at = (size_t)from;
    return unwrap(t->items[0]);
}

void codec_check_surrogates(value s)
{
    struct view text = str_view(s);
    if (!text.ascii && utf8_check(text.data, text.len, NULL) < text.len) codec_encode(s, UNDEF, UNDEF); /* raises */
}

static void check_argument(const char *fname, const char *name, value v)
{
    if (v == UNDEF) return;
    if (!is_str(unwrap(v))) raise_type_error("%s() argument '%s' must be str, not %T", fname, name, v);
    struct view text = str_view(unwrap(v));
    codec_check_surrogates(unwrap(v));
    if (memchr(text.data, 0, text.len))
        raise_value_error("embedded null character");
}

void codec_check_arguments(const char *fname, value encoding, value errors)
{
    check_argument(fname, "encoding", encoding);
    check_argument(fname, "errors", errors);
}

value codec_name(value encoding)
{
    const struct codec *codec = find_codec(encoding);
    if (!codec) raise_unknown(encoding);
    const char *name = codec->order == SIGNED ? "utf-8-sig" : codec->encoding == LATIN_1 ? "iso8859-1" : codec->name;
    return str_new(name, strlen(name));
}

bool codec_is_utf8(value encoding)
{
    const struct codec *codec = find_codec(encoding);
    if (!codec) find_codec_in_python(encoding);
    return codec && codec->encoding == UTF_8 && codec->order != SIGNED;
}

/* ---- encoding ---- */

struct encoder {
    const struct codec *codec;
    value out; /* a bytearray */
    bool big;
};

static void put_bytes(struct encoder *e, const char *bytes, size_t n)
{
    bytearray_append(e->out, (const uint8_t *)bytes, n);
}

/* Appends one unit of 2 or 4 bytes. */
static void put_unit(struct encoder *e, uint32_t unit, unsigned size)
{
    char bytes[4];
    for (unsigned i = 0; i < size; i++) bytes[e->big ? size - 1 - i : i] = (char)(unit >> 8 * i);
    put_bytes(e, bytes, size);
}

static bool is_encodable(const struct codec *codec, uint32_t c)
{
    switch (codec->encoding) {
    case ASCII: return c < 0x80;
    case LATIN_1: return c < 0x100;
    default: return !is_surrogate(c);
    }
}

static void encode_char(struct encoder *e, uint32_t c)
{
    char bytes[4];
    switch (e->codec->encoding) {
    case UTF_8: put_bytes(e, bytes, utf8_encode(c, bytes)); break;
    case UTF_16:
        if (c >= 0x10000) {
            put_unit(e, 0xd7c0 + (c >> 10), 2);
            c = 0xdc00 | (c & 0x3ff);
        }
        put_unit(e, c, 2);
        break;
    case UTF_32: put_unit(e, c, 4); break;
    default: bytes[0] = (char)c; put_bytes(e, bytes, 1);
    }
}

static void encode_text(struct encoder *e, const char *ascii, size_t n)
{
    for (size_t i = 0; i < n; i++) encode_char(e, (unsigned char)ascii[i]);
}

/* \x.. \u.... \U........ or &#...; for a character that the encoding lacks. */
static void encode_reference(struct encoder *e, uint32_t c, bool xml)
{
    char text[12];
    size_t n = 0;
    if (xml) {
        uint32_t power = 1000000;
        while (power > c) power /= 10;
        text[n++] = '&';
        text[n++] = '#';
        for (; power; power /= 10) text[n++] = (char)('0' + c / power % 10);
        text[n++] = ';';
    } else {
        int digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
        text[n++] = '\\';
        text[n++] = digits == 2 ? 'x' : digits == 4 ? 'u' : 'U';
        while (digits--) text[n++] = "0123456789abcdef"[c >> 4 * digits & 15];
    }
    encode_text(e, text, n);
}

/* \N{...} for a character that has a name. */
static bool encode_name(struct encoder *e, uint32_t c)
{
#if ADDER_UNICODE_NAMES
    char name[NAME_MAX_LENGTH];
    size_t n = unicode_name_of(c, name);
    if (n == 0) return false;
    encode_text(e, "\\N{", 3);
    encode_text(e, name, n);
    encode_text(e, "}", 1);
    return true;
#else
    (void)e, (void)c;
    return false;
#endif
}

/* What stands for an unencodable character; false: this handler has nothing for it. */
static bool encode_by_handler(struct encoder *e, uint32_t c, enum handler_kind handler)
{
    char byte = (char)c;
    switch (handler) {
    case IGNORE: return true;
    case REPLACE: encode_char(e, '?'); return true;
    case BACKSLASHREPLACE: encode_reference(e, c, false); return true;
    case XMLCHARREFREPLACE: encode_reference(e, c, true); return true;
    case NAMEREPLACE:
        if (!encode_name(e, c)) encode_reference(e, c, false);
        return true;
    case SURROGATEESCAPE:
        if (c < 0xdc80 || c > 0xdcff || e->codec->encoding > LATIN_1) return false;
        put_bytes(e, &byte, 1);
        return true;
    case SURROGATEPASS:
        if (!is_surrogate(c) || e->codec->encoding == ASCII || e->codec->encoding == LATIN_1) return false;
        encode_char(e, c);
        return true;
    default: return false;
    }
}

static value encode_error(const struct codec *codec, value s, const char *at)
{
    struct view v = str_view(s);
    size_t start = utf8_count(v.data, (size_t)(at - v.data)), end = start;
    for (const char *p = at; p < v.data + v.len && !is_encodable(codec, utf8_decode(&p)); end++) {
        if (codec->encoding > LATIN_1) { /* these tell of one at a time */
            end++;
            break;
        }
    }
    return codec_error(&type_UnicodeEncodeError, codec->name, s, start, end,
                       codec->encoding == ASCII     ? "ordinal not in range(128)"
                       : codec->encoding == LATIN_1 ? "ordinal not in range(256)"
                                                    : "surrogates not allowed");
}

/* Lets a registered handler see to the characters from `at` on; returns where to go on. */
static const char *encode_by_function(struct encoder *e, value s, const char *at, value function)
{
    value error = encode_error(e->codec, s, at);
    size_t next;
    value made = call_handler(function, error, str_chars(s), NULL, &next);
    if (is_bytes(made)) {
        size_t n;
        const uint8_t *bytes = bytes_view(made, &n);
        if ((e->codec->encoding == UTF_16 && n & 1) || (e->codec->encoding == UTF_32 && n & 3)) raise(error);
        put_bytes(e, (const char *)bytes, n);
    } else {
        struct view v = str_view(made);
        uint32_t most = e->codec->encoding == LATIN_1 ? 0xff : 0x7f;
        for (const char *p = v.data; p < v.data + v.len;) {
            uint32_t c = utf8_decode(&p);
            if (c > most) raise(error);
            encode_char(e, c);
        }
    }
    HOLD(made);
    struct view v = str_view(s);
    return v.data + str_byte_offset(s, v, next);
}

static value bytes_of_bytearray(value b)
{
    const struct bytearray *a = (const struct bytearray *)b;
    return bytes_new(a->owner.buf, a->len);
}

value codec_encode(value s, value encoding, value errors)
{
    const struct codec *codec = find_codec(encoding);
    if (!codec) return call_codec(encoding, s, errors, true);
    struct view v = str_view(s);
    bool by_byte = codec->encoding <= LATIN_1, marked = codec->order >= MARKED;
    if (!marked && ((v.ascii && by_byte) || (codec->encoding == UTF_8 && utf8_check(v.data, v.len, NULL) == v.len))) {
        value result = bytes_new((const uint8_t *)v.data, v.len);
        HOLD(s);
        return result;
    }
    struct handler handler = {NOT_LOOKED_UP, UNDEF};
    struct encoder e = {codec, bytearray_new(NULL, 0), codec->order == BIG};
    if (marked) encode_char(&e, 0xfeff);
    const char *at = v.data, *end = at + v.len;
    while (at < end) {
        const char *from = at;
        check_break_large((size_t)(at - v.data) | 3);
        uint32_t c = utf8_decode(&at);
        if (is_encodable(codec, c)) {
            encode_char(&e, c);
            continue;
        }
        find_handler(&handler, errors);
        if (handler.kind == REGISTERED)
            at = encode_by_function(&e, s, from, handler.function);
        else if (!encode_by_handler(&e, c, handler.kind))
            raise(encode_error(codec, s, from));
    }
    HOLD(s);
    return bytes_of_bytearray(e.out);
}

/* ---- decoding ---- */

static bool decode_fails(struct decoder *d, size_t bad, const char *reason)
{
    d->bad = bad;
    d->reason = reason;
    return false;
}

static uint32_t unit_at(const struct decoder *d, size_t at, unsigned size)
{
    uint32_t unit = 0;
    for (unsigned i = 0; i < size; i++) unit |= (uint32_t)d->data[at + (d->big ? size - 1 - i : i)] << 8 * i;
    return unit;
}

static bool decode_utf_16(struct decoder *d, uint32_t *c)
{
    size_t left = d->len - d->at;
    if (left < 2) return decode_fails(d, left, "truncated data");
    *c = unit_at(d, d->at, 2);
    if (is_surrogate(*c)) {
        if (*c >= 0xdc00) return decode_fails(d, 2, "illegal encoding");
        if (left < 4) return decode_fails(d, left, "unexpected end of data");
        uint32_t low = unit_at(d, d->at + 2, 2);
        if (low < 0xdc00 || low > 0xdfff) return decode_fails(d, 2, "illegal UTF-16 surrogate");
        *c = 0x10000 + ((*c & 0x3ff) << 10 | (low & 0x3ff));
        d->at += 2;
    }
    d->at += 2;
    return true;
}

static bool decode_utf_32(struct decoder *d, uint32_t *c)
{
    if (d->len - d->at < 4) return decode_fails(d, d->len - d->at, "truncated data");
    *c = unit_at(d, d->at, 4);
    if (*c > CHAR_MAX_CODE) return decode_fails(d, 4, "code point not in range(0x110000)");
    if (is_surrogate(*c))
        return decode_fails(d, 4, "code point in surrogate code point range(0xd800, 0xe000)");
    d->at += 4;
    return true;
}

/* The next character, not UTF-8. */
static bool decode_char(struct decoder *d, uint32_t *c)
{
    switch (d->codec->encoding) {
    case UTF_16: return decode_utf_16(d, c);
    case UTF_32: return decode_utf_32(d, c);
    default:
        *c = d->data[d->at];
        if (*c >= 0x80 && d->codec->encoding == ASCII) return decode_fails(d, 1, "ordinal not in range(128)");
        d->at++;
        return true;
    }
}

/* Prints all there is up to an error or the end; true at the end. */
static bool decode_run(struct decoder *d, struct printer *out)
{
    if (d->codec->encoding == UTF_8) {
        const char *text = (const char *)d->data + d->at;
        size_t left = d->len - d->at, good = utf8_check(text, left, NULL);
        print_text(out, text, good);
        d->at += good;
        if (good < left) d->reason = utf8_error(text + good, left - good, &d->bad);
        return good == left;
    }
    uint32_t c;
    while (d->at < d->len) {
        check_break_large(d->at | 3);
        if (!decode_char(d, &c)) return false;
        print_char(out, c);
    }
    return true;
}

/* A surrogate that stands at d->at, as this encoding would have it; 0: none. *size: its bytes. */
static uint32_t encoded_surrogate(const struct decoder *d, size_t *size)
{
    uint32_t c = 0;
    size_t left = d->len - d->at;
    const char *p = (const char *)d->data + d->at;
    *size = d->codec->encoding == UTF_8 ? 3 : d->codec->encoding == UTF_16 ? 2 : 4;
    if (left < *size || d->codec->encoding == ASCII) return 0;
    if (d->codec->encoding != UTF_8)
        c = unit_at(d, d->at, (unsigned)*size);
    else if ((uint8_t)p[0] == 0xed && !utf8_is_start(p[1]) && !utf8_is_start(p[2]))
        c = utf8_decode(&p);
    return is_surrogate(c) ? c : 0;
}

/* Prints what stands for the d->bad wrong bytes, and goes behind them; false: nothing does. */
static bool decode_by_handler(struct decoder *d, struct printer *out, enum handler_kind handler)
{
    size_t size;
    uint32_t c;
    switch (handler) {
    case IGNORE: break;
    case REPLACE: print_char(out, 0xfffd); break;
    case BACKSLASHREPLACE:
        for (size_t i = 0; i < d->bad; i++) {
            uint8_t byte = d->data[d->at + i];
            char text[4] = {'\\', 'x', "0123456789abcdef"[byte >> 4], "0123456789abcdef"[byte & 15]};
            print_text(out, text, 4);
        }
        break;
    case SURROGATEESCAPE:
        size = 0; /* of the wrong bytes, those before the first ASCII one */
        while (size < d->bad && d->data[d->at + size] >= 0x80)
            print_char(out, 0xdc00u + d->data[d->at + size++]);
        if (size == 0) return false;
        d->bad = size;
        break;
    case SURROGATEPASS:
        if (!(c = encoded_surrogate(d, &size))) return false;
        print_char(out, c);
        d->bad = size;
        break;
    default: return false;
    }
    d->at += d->bad;
    return true;
}

/* The codec's name in exceptions: with the order of bytes that was found. */
static const char *decoder_name(const struct decoder *d)
{
    if (d->codec->order != MARKED) return d->codec->name;
    if (d->codec->encoding == UTF_16) return d->big ? "utf-16-be" : "utf-16-le";
    return d->big ? "utf-32-be" : "utf-32-le";
}

/* A byte order mark says how the units are ordered, and is skipped. */
static void read_mark(struct decoder *d)
{
    unsigned size = d->codec->encoding == UTF_16 ? 2 : 4;
    if (d->codec->order != MARKED || d->len < size ||
        (d->codec->encoding != UTF_16 && d->codec->encoding != UTF_32))
        return;
    for (int big = 0; big < 2; big++) {
        d->big = big;
        if (unit_at(d, 0, size) == 0xfeff) {
            d->at = size;
            return;
        }
    }
    d->big = false;
}

static value decode_error(struct decoder *d)
{
    if (d->object == UNDEF) d->object = bytes_new(d->data, d->len);
    return codec_error(&type_UnicodeDecodeError, decoder_name(d), d->object, d->at, d->at + d->bad, d->reason);
}

static void decode_by_function(struct decoder *d, struct printer *out, value function)
{
    print_value(out, call_handler(function, decode_error(d), d->len, d, &d->at));
}

value codec_decode(const uint8_t *data, size_t len, value source, value encoding, value errors)
{
    if (len == 0) return SYMBOL(S_empty); /* whatever the encoding is */
    struct decoder d = {.codec = find_codec(encoding), .data = data, .len = len, .object = UNDEF};
    bool ascii;
    if (!d.codec) return call_codec(encoding, bytes_new(data, len), errors, false);
    if (d.codec->order == SIGNED && len >= 3 && memcmp(data, "\xef\xbb\xbf", 3) == 0) {
        d.data = data += 3;
        d.len = len -= 3;
    } else if (source != UNDEF && is_bytes(unwrap(source))) {
        d.object = unwrap(source);
    }
    if (d.codec->encoding <= LATIN_1) {
        size_t good = utf8_check((const char *)data, len, &ascii);
        if (good == len && (ascii || d.codec->encoding == UTF_8))
            return str_make_known((const char *)data, len, ascii);
    }
    struct handler handler = {NOT_LOOKED_UP, UNDEF};
    struct printer out;
    printer_init(&out);
    d.big = d.codec->order == BIG;
    read_mark(&d);
    while (!decode_run(&d, &out)) {
        find_handler(&handler, errors);
        if (handler.kind == REGISTERED)
            decode_by_function(&d, &out, handler.function);
        else if (handler.kind == XMLCHARREFREPLACE || handler.kind == NAMEREPLACE)
            raise_type_error("don't know how to handle UnicodeDecodeError in error callback");
        else if (!decode_by_handler(&d, &out, handler.kind))
            raise(decode_error(&d));
    }
    HOLD(source);
    return printer_str(&out);
}

#endif
