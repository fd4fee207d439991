/* The methods that str, bytes and bytearray have in common and that look at each character: classes, case,
 * tabs; and those that fill up to a width. To bytes, only ASCII letters are letters. */
#include "text.h"

/* The character at `at`, and in *size how many bytes it takes. */
static inline uint32_t char_at(const struct text *t, size_t at, size_t *size)
{
    uint32_t c = (unsigned char)t->data[at];
    *size = 1;
    if (c >= 128 && t->kind == TEXT_STR) {
        const char *p = t->data + at;
        c = utf8_decode(&p);
        *size = (size_t)(p - t->data) - at;
    }
    return c;
}

static unsigned class_of(const struct text *t, uint32_t c)
{
    if (c < 128) return t->kind == TEXT_STR || c < 0x1c || c > 0x1f ? latin_class[c] : 0;
    return t->kind == TEXT_STR ? char_class(c) : 0;
}

/* ---- classes ---- */

/* Has every character one of these classes, and is there one at all? */
static value all_have(value self, unsigned classes)
{
    struct text t;
    text_of(self, &t);
    size_t size;
    for (size_t at = 0; at < t.len; at += size) {
        check_break_large(at | 3);
        if (!(class_of(&t, char_at(&t, at, &size)) & classes)) return FALSE;
    }
    return from_bool(t.len > 0);
}

static value isalpha_(value self)
{
    return all_have(self, CHAR_ALPHA);
}
static value isalnum_(value self)
{
    return all_have(self, CHAR_ALNUM);
}
static value isdigit_(value self)
{
    return all_have(self, CHAR_DIGIT);
}
static value isspace_(value self)
{
    return all_have(self, CHAR_SPACE);
}
static value isdecimal_(value self)
{
    return all_have(self, CHAR_DECIMAL);
}
static value isnumeric_(value self)
{
    return all_have(self, CHAR_NUMERIC);
}

static value isascii_(value self)
{
    struct text t;
    text_of(self, &t);
    return from_bool(t.ascii || utf8_is_ascii(t.data, t.len));
}

/* No cased character has one of the classes `not`, and there is a cased one. */
static value all_cased(value self, unsigned not )
{
    struct text t;
    text_of(self, &t);
    size_t size;
    bool cased = false;
    for (size_t at = 0; at < t.len; at += size) {
        check_break_large(at | 3);
        unsigned class = class_of(&t, char_at(&t, at, &size));
        if (class & not ) return FALSE;
        cased |= class & CHAR_CASED;
    }
    return from_bool(cased);
}

static value islower_(value self)
{
    return all_cased(self, CHAR_UPPER | CHAR_TITLE);
}
static value isupper_(value self)
{
    return all_cased(self, CHAR_LOWER | CHAR_TITLE);
}

static value istitle_(value self)
{
    struct text t;
    text_of(self, &t);
    size_t size;
    bool in_word = false, cased = false;
    for (size_t at = 0; at < t.len; at += size) {
        unsigned class = class_of(&t, char_at(&t, at, &size));
        if (class & (in_word ? CHAR_UPPER | CHAR_TITLE : CHAR_LOWER)) return FALSE;
        in_word = class & CHAR_CASED;
        cased |= in_word;
    }
    return from_bool(cased);
}

static value isprintable_(value self)
{
    struct text t;
    text_of(self, &t);
    return from_bool(t.len == 0 || all_have(self, CHAR_PRINTABLE) == TRUE);
}

static value isidentifier_(value self)
{
    struct text t;
    text_of(self, &t);
    size_t size;
    unsigned wanted = CHAR_ID_START;
    for (size_t at = 0; at < t.len; at += size) {
        if (!(class_of(&t, char_at(&t, at, &size)) & wanted)) return FALSE;
        wanted = CHAR_ID_CONTINUE;
    }
    return from_bool(t.len > 0);
}

/* ---- case ---- */

enum mapping { MAP_LOWER, MAP_UPPER, MAP_FOLD, MAP_SWAP, MAP_TITLE, MAP_CAPITALIZE };

/* What to do to a character of this class; the case it gets, or -1. in_word: a cased one is before it. */
static int case_for(enum mapping m, unsigned class, bool first, bool in_word)
{
    switch (m) {
    case MAP_LOWER: return CASE_LOWER;
    case MAP_UPPER: return CASE_UPPER;
    case MAP_FOLD: return CASE_FOLD;
    case MAP_SWAP: return class & CHAR_LOWER ? CASE_UPPER : class & CHAR_UPPER ? CASE_LOWER : -1;
    case MAP_TITLE: return in_word ? CASE_LOWER : CASE_TITLE;
    default: return first ? CASE_TITLE : CASE_LOWER;
    }
}

static value map_ascii(const struct text *t, enum mapping m)
{
    char *out;
    size_t len = t->len;
    value result = text_make(t, len, t->ascii, &out);
    const unsigned char *in = (const unsigned char *)t->data;
    if (m == MAP_LOWER || m == MAP_FOLD || m == MAP_CAPITALIZE) {
        for (size_t i = 0; i < len; i++) out[i] = (char)ascii_lower(in[i]);
        if (m == MAP_CAPITALIZE && len) out[0] = (char)ascii_upper(in[0]);
    } else if (m == MAP_UPPER) {
        for (size_t i = 0; i < len; i++) out[i] = (char)ascii_upper(in[i]);
    } else if (m == MAP_SWAP) {
        for (size_t i = 0; i < len; i++) out[i] = (char)(ascii_lower(in[i]) ^ ascii_upper(in[i]) ^ in[i]);
    } else {
        bool in_word = false;
        for (size_t i = 0; i < len; i++) {
            out[i] = (char)(in_word ? ascii_lower(in[i]) : ascii_upper(in[i]));
            in_word = in[i] < 128 && latin_class[in[i]] & CHAR_CASED;
        }
    }
    return text_made(result);
}

/* Is the sigma that ends at `after`, and begins at `at`, the last letter of a word? Then its small form
 * differs. */
static bool is_final_sigma(const struct text *t, size_t at, size_t after)
{
    size_t size;
    unsigned class = 0;
    while (at > 0) {
        at = utf8_offset_back(t->data, at, 1);
        class = class_of(t, char_at(t, at, &size));
        if (!(class & CHAR_CASE_IGNORABLE)) break;
    }
    if (!(class & CHAR_CASED) || class & CHAR_CASE_IGNORABLE) return false;
    class = 0;
    for (; after < t->len; after += size) {
        class = class_of(t, char_at(t, after, &size));
        if (!(class & CHAR_CASE_IGNORABLE)) break;
    }
    return !(class & CHAR_CASED) || class & CHAR_CASE_IGNORABLE;
}

/* Writes the mapped text to out, or only measures it when out is NULL. */
static size_t map_unicode(const struct text *t, enum mapping m, char *out)
{
    size_t len = 0, size;
    bool in_word = false;
    for (size_t at = 0; at < t->len; at += size) {
        check_break_large(at | 3);
        uint32_t c = char_at(t, at, &size), to[3] = {c};
        unsigned class = class_of(t, c), n = 1;
        int to_case = case_for(m, class, at == 0, in_word);
        if (to_case == CASE_LOWER && c == 0x3a3)
            to[0] = is_final_sigma(t, at, at + size) ? 0x3c2 : 0x3c3;
        else if (to_case >= 0)
            n = char_map(c, (enum char_case)to_case, to);
        for (unsigned i = 0; i < n; i++) len += out ? utf8_encode(to[i], out + len) : utf8_size(to[i]);
        in_word = class & CHAR_CASED;
    }
    return len;
}

static value map_case(value self, enum mapping m)
{
    struct text t;
    text_of(self, &t);
    if (!ADDER_LETTERS || t.ascii || t.kind != TEXT_STR) return map_ascii(&t, m);
    char *out;
    value result = str_make(map_unicode(&t, m, NULL), false, &out);
    map_unicode(&t, m, out);
    return text_made(result);
}

static value lower(value self)
{
    return map_case(self, MAP_LOWER);
}
static value upper(value self)
{
    return map_case(self, MAP_UPPER);
}
static value casefold_(value self)
{
    return map_case(self, MAP_FOLD);
}
static value swapcase(value self)
{
    return map_case(self, MAP_SWAP);
}
static value title(value self)
{
    return map_case(self, MAP_TITLE);
}
static value capitalize(value self)
{
    return map_case(self, MAP_CAPITALIZE);
}

/* ---- width ---- */

static size_t width_of(const struct text *t)
{
    return t->kind == TEXT_STR && !t->ascii ? str_chars(t->owner) : t->len;
}

static char *put_fill(char *out, size_t times, const struct text *fill)
{
    if (times) {
        memcpy(out, fill->data, fill->len);
        memory_repeat(out, fill->len, times * fill->len);
    }
    return out + times * fill->len;
}

/* t with `left` and `right` times the fill character around it. */
static value pad(const struct text *t, size_t left, size_t right, const struct text *fill)
{
    if (left + right == 0) return text_piece(t, 0, t->len);
    if (left + right > STR_MAX / fill->len) raise_memory_error();
    char *out;
    value result = text_make(t, t->len + (left + right) * fill->len, t->ascii && fill->ascii, &out);
    out = put_fill(out, left, fill);
    memory_copy(out, t->data, t->len);
    put_fill(out + t->len, right, fill);
    return text_made(result);
}

enum justify { TO_LEFT, TO_RIGHT, TO_CENTER };

static value justify(size_t n, value *args, enum justify how, const char *name)
{
    word width = need_word(args[1]);
    struct text t;
    text_of(args[0], &t);
    struct text fill = {.data = " ", .len = 1, .ascii = true};
    if (n > 2 && t.kind == TEXT_STR) {
        value c = unwrap(args[2]);
        if (!is_str(c)) raise_type_error("The fill character must be a unicode character, not %t", args[2]);
        text_of(c, &fill);
        if (str_chars(c) != 1) raise_type_error("The fill character must be exactly one character long");
    } else if (n > 2) {
        struct buffer b;
        value c = unwrap(args[2]);
        if (!(is_bytes(c) || is_type(c, &type_bytearray)) || !get_buffer(c, &b, false) || b.len != 1)
            raise_type_error("%s() argument 2 must be a byte string of length 1, not %T", name, args[2]);
        fill.data = (const char *)b.data;
    }
    size_t len = width_of(&t);
    if (width <= 0 || (size_t)width <= len) return text_piece(&t, 0, t.len);
    size_t more = (size_t)width - len;
    size_t left = how == TO_LEFT ? 0 : how == TO_RIGHT ? more : more / 2 + (more & (size_t)width & 1);
    return pad(&t, left, more - left, &fill);
}

static value ljust(size_t n, value *args)
{
    return justify(n, args, TO_LEFT, "ljust");
}
static value rjust(size_t n, value *args)
{
    return justify(n, args, TO_RIGHT, "rjust");
}
static value center(size_t n, value *args)
{
    return justify(n, args, TO_CENTER, "center");
}

static value zfill(value self, value width)
{
    static const struct text zero = {.data = "0", .len = 1, .ascii = true};
    word wanted = need_word(width);
    struct text t;
    text_of(self, &t);
    size_t len = width_of(&t);
    if (wanted <= 0 || (size_t)wanted <= len) return text_piece(&t, 0, t.len);
    size_t more = (size_t)wanted - len;
    value result = pad(&t, more, 0, &zero);
    if (t.len && (t.data[0] == '-' || t.data[0] == '+')) { /* the sign goes first */
        struct text made;
        text_of(result, &made);
        char *out = (char *)made.data;
        out[0] = t.data[0];
        out[more] = '0';
    }
    return result;
}

/* ---- tabs ---- */

/* Writes t with spaces for tabs to out, or only measures it when out is NULL. */
static size_t expand(const struct text *t, size_t tab, char *out)
{
    size_t len = 0, column = 0;
    for (size_t at = 0; at < t->len; at++) {
        char c = t->data[at];
        size_t n = 1;
        check_break_large(at);
        if (c == '\t') {
            n = tab ? tab - column % tab : 0;
            column += n;
            c = ' ';
        } else if (c == '\n' || c == '\r') {
            column = 0;
        } else {
            column += t->kind != TEXT_STR || utf8_is_start(c);
        }
        if (out) memset(out + len, c, n);
        len += n;
        if (len > STR_MAX) raise_error(&type_OverflowError, "new string is too long");
    }
    return len;
}

static value expandtabs(size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym params[] = {S_tabsize};
    value size;
    args_bind("expandtabs", n, args, nkw, kwnames, 1, 1, params, 1, 0, &size);
    int tab = size == UNDEF ? 8 : need_int(size);
    struct text t;
    text_of(args[0], &t);
    size_t columns = tab < 0 ? 0 : (size_t)tab;
    char *out;
    value result = text_make(&t, expand(&t, columns, NULL), t.ascii, &out);
    expand(&t, columns, out);
    return text_made(result);
}

/* ---- the table rows ---- */

SHARED_METHOD(text_isalpha, isalpha, CF_1, 1, 1, f1, isalpha_);
SHARED_METHOD(text_isalnum, isalnum, CF_1, 1, 1, f1, isalnum_);
SHARED_METHOD(text_isdigit, isdigit, CF_1, 1, 1, f1, isdigit_);
SHARED_METHOD(text_isspace, isspace, CF_1, 1, 1, f1, isspace_);
SHARED_METHOD(text_isdecimal, isdecimal, CF_1, 1, 1, f1, isdecimal_);
SHARED_METHOD(text_isnumeric, isnumeric, CF_1, 1, 1, f1, isnumeric_);
SHARED_METHOD(text_isascii, isascii, CF_1, 1, 1, f1, isascii_);
SHARED_METHOD(text_islower, islower, CF_1, 1, 1, f1, islower_);
SHARED_METHOD(text_isupper, isupper, CF_1, 1, 1, f1, isupper_);
SHARED_METHOD(text_istitle, istitle, CF_1, 1, 1, f1, istitle_);
SHARED_METHOD(text_isprintable, isprintable, CF_1, 1, 1, f1, isprintable_);
SHARED_METHOD(text_isidentifier, isidentifier, CF_1, 1, 1, f1, isidentifier_);
SHARED_METHOD(text_lower, lower, CF_1, 1, 1, f1, lower);
SHARED_METHOD(text_upper, upper, CF_1, 1, 1, f1, upper);
SHARED_METHOD(text_casefold, casefold, CF_1, 1, 1, f1, casefold_);
SHARED_METHOD(text_swapcase, swapcase, CF_1, 1, 1, f1, swapcase);
SHARED_METHOD(text_title, title, CF_1, 1, 1, f1, title);
SHARED_METHOD(text_capitalize, capitalize, CF_1, 1, 1, f1, capitalize);
SHARED_METHOD(text_ljust, ljust, CF_VAR, 2, 3, fv, ljust);
SHARED_METHOD(text_rjust, rjust, CF_VAR, 2, 3, fv, rjust);
SHARED_METHOD(text_center, center, CF_VAR, 2, 3, fv, center);
SHARED_METHOD(text_zfill, zfill, CF_2, 2, 2, f2, zfill);
SHARED_METHOD(text_expandtabs, expandtabs, CF_KW, 1, 255, fk, expandtabs);
