/* What str, bytes and bytearray share. UTF-8 lets one function serve all three: it finds, counts, cuts and
 * joins byte ranges; only indexes and character classes differ by kind. Private to those types' files. */
#ifndef ADDER_TEXT_H
#define ADDER_TEXT_H

#include "../value/utf8.h"
#include "layout.h"
#include "printer.h"

enum text_kind { TEXT_STR, TEXT_BYTES, TEXT_BYTEARRAY };

/* A byte range with its kind. `owner` is there to keep the object alive while a struct text is on the C
 * stack. */
struct text {
    const char *data;
    size_t len;
    value owner;
    uint8_t kind;
    bool ascii; /* of a str */
};

/* ---- text.c ---- */

void text_of(value self, struct text *t); /* a str, bytes or bytearray, or a subclass's; TypeError */
/* An argument of a method of `t`: a str if that is one, else anything with a buffer. */
void text_arg(const struct text *t, value v, struct text *arg);
/* A value of t's kind. text_piece cuts [from, to) out of t itself. */
value text_new(const struct text *t, const char *data, size_t len, bool ascii);
value text_piece(const struct text *t, size_t from, size_t to);
/* Room for a result of t's kind, to be filled at once. */
value text_make(const struct text *t, size_t len, bool ascii, char **data);
/* The other operand of `sequence * v`: true if it is an int; false if v has the operator itself; else
 * TypeError. */
bool is_repeat_count(value v, value reflected);
/* Has v a binary operator of its own under this name? Only instances of classes in Python do. */
bool has_own_operator(value v, value name);

/* Appends n bytes at `to`, and returns where they end. Short runs are the rule, and a call to memcpy() is
 * dear for them; but code size counts more in small builds. */
static inline char *copy_bytes(char *to, const char *from, size_t n)
{
    if (ADDER_LEVEL < 2 || n > 16) {
        memcpy(to, from, n);
    } else if (n >= 8) {
        uint64_t first, last;
        memcpy(&first, from, 8);
        memcpy(&last, from + n - 8, 8);
        memcpy(to, &first, 8);
        memcpy(to + n - 8, &last, 8);
    } else if (n >= 4) {
        uint32_t first, last;
        memcpy(&first, from, 4);
        memcpy(&last, from + n - 4, 4);
        memcpy(to, &first, 4);
        memcpy(to + n - 4, &last, 4);
    } else if (n) { /* 1 to 3 */
        char middle = from[n / 2], last = from[n - 1];
        to[0] = from[0];
        to[n / 2] = middle;
        to[n - 1] = last;
    }
    return to + n;
}

/* ---- search.c: -1: not there ---- */

word search_forward(const char *text, size_t len, const char *part, size_t n);
word search_backward(const char *text, size_t len, const char *part, size_t n);
size_t search_count(const char *text, size_t len, const char *part, size_t n, size_t most);

/* ---- str.c ---- */

extern const struct slots str_slots;
#if ADDER_FAST
extern const struct slots long_str_slots;
#else
#define long_str_slots str_slots
#endif
static inline bool is_str_fast(value v)
{
    return is_sym(v) || (is_obj(v) && (obj_of(v)->type == &type_str || obj_of(v)->type == &type_long_str));
}
/* Fills *v if s is a str; str_view() in line for the most frequent kinds (in small builds, a call). */
static inline bool str_look_at(value s, struct view *v)
{
    if (ADDER_LEVEL == 2 && is_obj(s) && obj_of(s)->type == &type_str) {
        const struct str *o = (const struct str *)s;
        v->data = o->data;
        v->len = o->len_flags >> 2;
        v->ascii = o->len_flags & STR_ASCII;
        return true;
    }
    if (ADDER_LEVEL == 2 && is_sym(s)) {
        v->data = symbol_look(s, &v->len, &v->ascii);
        return true;
    }
    if (!is_str_fast(s)) return false;
    *v = str_view(s);
    return true;
}
/* The same of what is_str. */
static inline struct view str_look(value s)
{
    struct view v = {"", 0, true};
    str_look_at(s, &v);
    return v;
}
value str_make_known(const char *utf8, size_t len, bool ascii); /* str_new that need not look */
/* What str_make made and the caller filled: a single ASCII character becomes its symbol, and text that turned
 * out to be ASCII is marked so. Anything else is returned as it is. */
value text_made(value v);
size_t str_byte_offset(value s, struct view v, size_t index); /* of a character; v.len beyond the end */
void str_print_escape(uint32_t c, struct printer *out);       /* c as \n, \x1f, \u1234 */
void str_print_repr(const char *data, size_t len, struct printer *out);

/* ---- bytes.c: what bytearray shares with it ---- */

/* A bytearray's has a backslash before each '. */
void bytes_print_repr(const uint8_t *data, size_t len, bool of_bytearray, struct printer *out);
int need_byte(value v, const char *message); /* an int 0..255; ValueError with this message */
/* What an iterable of ints or something with a buffer holds, as bytes; a bytes is returned as it is. */
value bytes_from_object(value v, bool of_bytearray); /* the kind is for messages */
/* The bytes of the three constructor arguments (source, encoding, errors). */
value bytes_from_arguments(const char *name, size_t n, value *args, size_t nkw, const value *kwnames);
bool is_bytes_like(value v);      /* a bytes or bytearray itself? */
bool bytes_are_iterable(value v); /* could it be an iterable of ints? */
value bytes_binary(enum op op, value a, value b);
value bytes_compare(enum op op, value a, value b);
value bytes_getitem(value self, value key);
int bytes_contains(value self, value v);
value bytes_repeat(value self, word times);
value bytes_fromhex(value text);
extern const struct cfunction bytes_method_decode, bytes_method_hex, bytes_method_maketrans,
    bytes_method_translate;

/* ---- bytearray.c, memoryview.c ---- */

/* Throws away what a bytearray holds from byte `from` to `to`, and puts n bytes of data there. */
void bytearray_splice(struct bytearray *b, size_t from, size_t to, const uint8_t *data, size_t n);
value memoryview_tobytes(value self);

/* ---- codec.c ---- */

/* A dict of the functions that codecs.register_error() was given, by name; UNDEF: none yet. A root. */
extern value codec_handlers;
/* codecs.lookup(), for the encodings that are written in Python; UNDEF: there is none of this name. Set by the runtime. */
extern value (*codec_lookup)(value encoding);
value codec_name(value encoding); /* the name that CPython's codecs.lookup() tells; LookupError */
/* Both take UNDEF for what was left out: utf-8, strict. */
/* TypeError unless the arguments `encoding` and `errors` of a function are str (or UNDEF). */
void codec_check_arguments(const char *fname, value encoding, value errors);
void codec_check_surrogates(value s); /* UnicodeEncodeError, if the str has any */
bool codec_is_utf8(value encoding); /* UNDEF is; LookupError: there is no such encoding */
value codec_encode(value s, value encoding, value errors);                                       /* bytes */
value codec_decode(const uint8_t *data, size_t len, value source, value encoding, value errors); /* str */

/* ---- percent.c ---- */

value percent_format(const struct text *format, value args);

/* A method that several types' tables refer to. */
#ifdef ADDER_SYMBOL_SCAN
#define SHARED_METHOD(obj, symbol, kind_, min_, max_, member, fn)
#else
#define SHARED_METHOD(obj, symbol, kind_, min_, max_, member, fn)                                            \
    const struct cfunction obj = {                                                                           \
        {&type_builtin_function}, S_##symbol, kind_, min_, max_, CF_METHOD, {.member = fn}}
#endif

/* The methods that all three types have: rows for their tables. */
extern const struct cfunction text_capitalize, text_center, text_count, text_endswith, text_expandtabs,
    text_find, text_index, text_isalnum, text_isalpha, text_isascii, text_isdigit, text_islower, text_isspace,
    text_istitle, text_isupper, text_join, text_ljust, text_lower, text_lstrip, text_partition,
    text_removeprefix, text_removesuffix, text_replace, text_rfind, text_rindex, text_rjust, text_rpartition,
    text_rsplit, text_rstrip, text_split, text_splitlines, text_startswith, text_strip, text_swapcase,
    text_title, text_upper, text_zfill;
/* ... and those of str alone. */
extern const struct cfunction text_isdecimal, text_isnumeric, text_isprintable, text_isidentifier,
    text_casefold;
#define TEXT_METHODS                                                                                         \
    ATTR_MORE(capitalize, text_capitalize) ATTR_USUAL(center, text_center)                                    \
    ATTR_MORE(expandtabs, text_expandtabs) ATTR_MORE(isalnum, text_isalnum)                                  \
    ATTR_MORE(isascii, text_isascii) ATTR_MORE(istitle, text_istitle) ATTR_USUAL(ljust, text_ljust)           \
    ATTR_USUAL(partition, text_partition) ATTR_MORE(removeprefix, text_removeprefix)                          \
    ATTR_MORE(removesuffix, text_removesuffix) ATTR_USUAL(rjust, text_rjust)                                  \
    ATTR_USUAL(rpartition, text_rpartition) ATTR_USUAL(splitlines, text_splitlines)                            \
    ATTR_MORE(swapcase, text_swapcase) ATTR_MORE(title, text_title) ATTR_USUAL(zfill, text_zfill)             \
    ATTR(count, text_count), ATTR(endswith, text_endswith), ATTR(find, text_find),                           \
    ATTR(index, text_index), ATTR(isalpha, text_isalpha), ATTR(isdigit, text_isdigit),                       \
    ATTR(islower, text_islower), ATTR(isspace, text_isspace), ATTR(isupper, text_isupper),                   \
    ATTR(join, text_join), ATTR(lower, text_lower), ATTR(lstrip, text_lstrip),                               \
    ATTR(replace, text_replace), ATTR(rfind, text_rfind), ATTR_USUAL(rindex, text_rindex)                        \
    ATTR_USUAL(rsplit, text_rsplit) ATTR(rstrip, text_rstrip), ATTR(split, text_split),                           \
    ATTR(startswith, text_startswith), ATTR(strip, text_strip), ATTR(upper, text_upper)

#endif
