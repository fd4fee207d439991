/* format(): the format specification of str, int, float and complex; and str.format. */
#include "format.h"
#include "../value/numtext.h"

/* ---- reading a specification ---- */

void spec_init(struct spec *s, char align)
{
    *s = (struct spec){.fill = " ", .fill_len = 1, .align = align, .sign = '-', .width = -1, .precision = -1};
}

static bool is_align(char c)
{
    return c == '<' || c == '>' || c == '^' || c == '=';
}

/* Reads decimal digits of any script into *n, at most INT32_MAX; false: there are none. */
static bool read_number(const char **at, const char *end, int *n)
{
    bool any = false;
    word sum = 0;
    while (*at < end) {
        const char *next = *at;
        int digit = char_decimal(utf8_decode(&next));
        if (digit < 0) break;
        if (sum > (INTPTR_MAX - digit) / 10) raise_value_error("Too many decimal digits in format string");
        sum = sum * 10 + digit;
        *at = next;
        any = true;
    }
    if (any) *n = sum > INT32_MAX ? INT32_MAX : (int)sum;
    return any;
}

static void read_fill_and_align(struct spec *s, const char **at, const char *end, bool *aligned)
{
    size_t n = *at < end ? utf8_length(**at) : 0;
    if (n && *at + n < end && is_align((*at)[n])) {
        memcpy(s->fill, *at, n);
        s->fill_len = (uint8_t)n;
        s->align = (*at)[n];
        *at += n + 1;
        *aligned = true;
    } else if (n && is_align(**at)) {
        s->align = *(*at)++;
        *aligned = true;
    }
}

static bool take(const char **at, const char *end, char c)
{
    if (*at == end || **at != c) return false;
    ++*at;
    return true;
}

/* Reads , or _: which of them; 0: neither. */
static char read_grouping(const char **at, const char *end)
{
    char grouping = 0;
    if (take(at, end, ',')) grouping = ',';
    if (*at < end && ((grouping && **at == '_') || (**at == '_' && *at + 1 < end && (*at)[1] == ',')))
        raise_value_error("Cannot specify both ',' and '_'.");
    return take(at, end, '_') ? '_' : grouping;
}

static void read_precision(struct spec *s, const char **at, const char *end)
{
    bool any = read_number(at, end, &s->precision);
    s->fraction_grouping = ADDER_METHODS ? read_grouping(at, end) : 0;
    if (!any && !(ADDER_METHODS && s->fraction_grouping)) raise_value_error("Format specifier missing precision");
}

static _Noreturn void raise_grouping(const struct spec *s, char grouping, char type)
{
    if (s->code || type <= 32 || type > 126)
        raise_value_error("Cannot specify '%c' with '\\x%x'.", grouping, s->code ? s->code : (uint32_t)type);
    raise_value_error("Cannot specify '%c' with '%c'.", grouping, type);
}

static void read_spec(struct spec *s, value spec, value v, char default_align)
{
    struct view text = str_view(spec);
    const char *at = text.data, *end = at + text.len;
    bool aligned = false;
    spec_init(s, default_align);
    read_fill_and_align(s, &at, end, &aligned);
    if (at < end && (*at == '+' || *at == '-' || *at == ' '))
        s->sign = *at++;
    else
        s->sign = 0;
    s->z = take(&at, end, 'z');
    s->alt = take(&at, end, '#');
    if (s->fill[0] == ' ' && !(aligned && text.len > 1 && is_align(text.data[1])) && take(&at, end, '0')) {
        s->fill[0] = '0';
        if (!aligned && default_align == '>') s->align = '=';
    }
    read_number(&at, end, &s->width);
    s->grouping = ADDER_USUAL_METHODS ? read_grouping(&at, end) : 0;
    if (take(&at, end, '.')) read_precision(s, &at, end);
    if (end - at > 1 && (size_t)(end - at) > utf8_length(*at))
        raise_value_error("Invalid format specifier '%v' for object of type '%t'", spec, v);
    if (at < end) s->type = *at & 0x80 ? '?' : *at; /* no type is beyond ASCII */
    if (s->type == '?') s->code = utf8_decode(&at);
    char type = s->type ? s->type : default_align == '<' ? 's' : 'd';
    if (ADDER_USUAL_METHODS && s->grouping && !memchr("deEfFgG%", type, 8) && !(s->grouping == '_' && memchr("boxX", type, 4)))
        raise_grouping(s, s->grouping, type);
    if (ADDER_METHODS && s->fraction_grouping && type == 'n') raise_grouping(s, s->fraction_grouping, type);
    if (s->width == INT32_MAX) raise_memory_error();
    HOLD(spec);
}

static _Noreturn void raise_unknown_code(const struct spec *s, value v)
{
    if (!s->code && s->type > 32 && s->type < 127)
        raise_value_error("Unknown format code '%c' for object of type '%t'", s->type, v);
    uint32_t code = s->code ? s->code : (uint32_t)s->type;
    raise_value_error("Unknown format code '\\x%x' for object of type '%t'", code, v);
}

/* ---- laying out ---- */

static void print_fill(struct printer *p, const struct spec *s, size_t n)
{
    char run[32];
    if (s->fill_len > 1) {
        while (n--) print_text(p, s->fill, s->fill_len);
        return;
    }
    memset(run, s->fill[0], sizeof run);
    for (; n > sizeof run; n -= sizeof run) {
        print_text(p, run, sizeof run);
        check_interrupt();
    }
    print_text(p, run, n);
}

/* Digits with zeros before them, `count` in all, in groups. */
static void print_grouped(struct printer *p, const struct number *n, size_t count, char separator)
{
    char run[48];
    size_t used = 0, zeros = count - n->ndigits;
    for (size_t i = 0; i < count; i++) {
        if (used + 2 > sizeof run) {
            print_text(p, run, used);
            used = 0;
        }
        if (ADDER_USUAL_METHODS && i && n->group && (count - i) % n->group == 0) run[used++] = separator;
        run[used++] = i < zeros ? '0' : n->digits[i - zeros];
    }
    print_text(p, run, used);
}

/* The point and what follows it; digits of a fraction may be in groups of three. */
static void print_rest(struct printer *p, const struct spec *s, const struct number *n)
{
    size_t done = 0;
    for (size_t next = 4; ADDER_METHODS && next <= n->nfraction; next += 3) { /* the point and the first three; three more */
        print_text(p, n->rest + done, next - done);
        print_text(p, &s->fraction_grouping, 1);
        done = next;
    }
    print_text(p, n->rest + done, n->nrest - done);
}

void print_number(struct printer *p, const struct spec *s, const struct number *n)
{
    size_t width = s->width < 0 ? 0 : (size_t)s->width, count = n->ndigits > n->least ? n->ndigits : n->least;
    size_t group = ADDER_USUAL_METHODS ? n->group : 0, fixed = (n->sign != 0) + n->prefix_len + n->nrest;
    if (ADDER_METHODS && n->nfraction) fixed += (n->nfraction - 1) / 3;
    if (s->align == '=' && s->fill_len == 1 && s->fill[0] == '0' && width > fixed) {
        /* Zeros count as digits: the least number of them that, with separators, fills the width. */
        size_t room = width - fixed, fits = group ? (room * group + group) / (group + 1) : room;
        if (group && fits + (fits - 1) / group < room) fits++;
        count = fits > count ? fits : count;
    }
    size_t len = fixed + count + (group && count ? (count - 1) / group : 0);
    size_t pad = width > len ? width - len : 0;
    size_t left = s->align == '>' ? pad : s->align == '^' ? pad / 2 : 0, inner = s->align == '=' ? pad : 0;
    print_fill(p, s, left);
    if (n->sign) print_text(p, &n->sign, 1);
    print_text(p, n->prefix, n->prefix_len);
    print_fill(p, s, inner);
    if (count == n->ndigits && !group)
        print_text(p, n->digits, count);
    else
        print_grouped(p, n, count, s->grouping);
    print_rest(p, s, n);
    print_fill(p, s, pad - left - inner);
}

void print_padded(struct printer *p, const struct spec *s, const char *data, size_t len, bool is_text)
{
    size_t chars = len;
    if (s->precision >= 0 && (size_t)s->precision < len)
        len = is_text ? utf8_offset(data, len, (size_t)s->precision) : (size_t)s->precision;
    if (s->width < 0) {
        print_text(p, data, len);
        return;
    }
    chars = is_text ? utf8_count(data, len) : len;
    size_t pad = (size_t)s->width > chars ? (size_t)s->width - chars : 0;
    size_t left = s->align == '>' || s->align == '=' ? pad : s->align == '^' ? pad / 2 : 0;
    print_fill(p, s, left);
    print_text(p, data, len);
    print_fill(p, s, pad - left);
}

static char sign_for(const struct spec *s, bool negative)
{
    return negative ? '-' : s->sign == '-' ? 0 : s->sign;
}

/* ---- str ---- */

value format_str(value self, value spec)
{
    if (spec == SYMBOL(S_empty)) return self;
    struct spec s;
    read_spec(&s, spec, self, '<');
    if (s.type && s.type != 's') raise_unknown_code(&s, self);
    if (s.sign)
        raise_value_error(s.sign == ' ' ? "Space not allowed in string format specifier"
                                        : "Sign not allowed in string format specifier");
    if (s.z) raise_value_error("Negative zero coercion (z) not allowed in string format specifier");
    if (s.alt) raise_value_error("Alternate form (#) not allowed in string format specifier");
    if (s.align == '=') raise_value_error("'=' alignment not allowed in string format specifier");
    struct view v = str_view(self);
    struct printer p;
    printer_init(&p);
    print_padded(&p, &s, v.data, v.len, true);
    HOLD(self);
    return printer_str(&p);
}

/* ---- int ---- */

void print_int_by_spec(struct printer *p, const struct spec *s, value v, size_t least_digits)
{
    int base = s->type == 'b' ? 2 : s->type == 'o' ? 8 : s->type == 'x' || s->type == 'X' ? 16 : 10;
    bool upper = s->type == 'X';
    char local[U64_ROOM], prefix[2] = {'0', s->type};
    struct number n = {
        .prefix = prefix, .prefix_len = s->alt && base != 10 ? 2 : 0, .rest = "", .least = least_digits};
    value text = UNDEF;
    if (is_int(v)) {
        word i = int_of(v);
        n.sign = sign_for(s, i < 0);
        n.ndigits =
            u64_format(i < 0 ? -(uint64_t)i : (uint64_t)i, (unsigned)base, upper, local + sizeof local);
        n.digits = local + sizeof local - n.ndigits;
    } else {
        struct printer digits;
        printer_init(&digits);
        int_print(v, base, upper, &digits);
        text = printer_str(&digits);
        struct view t = str_view(text);
        bool negative = t.data[0] == '-';
        n.sign = sign_for(s, negative);
        n.digits = t.data + negative;
        n.ndigits = t.len - negative;
    }
    if (s->grouping) n.group = base == 10 ? 3 : 4;
    print_number(p, s, &n);
    HOLD(text);
}

/* format(i, 'c') */
static void print_char_by_spec(struct printer *p, struct spec *s, value v)
{
    if (s->sign) raise_value_error("Sign not allowed with integer format specifier 'c'");
    if (s->alt) raise_value_error("Alternate form (#) not allowed with integer format specifier 'c'");
    word c = need_index_word(v);
    if (c < 0 || c > (word)CHAR_MAX_CODE)
        raise_error(&type_OverflowError, index_was_clamped(v, c) ? "Python int too large to convert to C long"
                                                                 : "%%c arg not in range(0x110000)");
    char text[4];
    print_padded(p, s, text, utf8_encode((uint32_t)c, text), true);
}

value format_int(value v, value spec)
{
    if (spec == SYMBOL(S_empty)) return to_str(v);
    struct spec s;
    struct printer p;
    read_spec(&s, spec, v, '>');
    if (s.type && memchr("eEfFgG%", s.type, 7)) {
        value x = from_real((real)need_double(v));
        return format_float(x, spec);
    }
    if (!s.type || s.type == 'n') s.type = 'd';
    if (!memchr("bcdoxX", s.type, 6)) raise_unknown_code(&s, v);
    if (s.precision >= 0 || (ADDER_METHODS && s.fraction_grouping)) raise_value_error("Precision not allowed in integer format specifier");
    if (s.z) raise_value_error("Negative zero coercion (z) not allowed in integer format specifier");
    printer_init(&p);
    if (s.type == 'c')
        print_char_by_spec(&p, &s, v);
    else
        print_int_by_spec(&p, &s, is_bool(v) ? from_int(v == TRUE) : v, 0);
    return printer_str(&p);
}

/* ---- float ---- */

/* Room for the longest text of a float with this precision: the caller's if it is enough, else from the heap.
 */
static char *real_room(int precision, char *local, size_t size, value *keep)
{
    if (precision < (1 << 30) && REAL_ROOM(precision) <= size) return local;
    if (precision >= 1 << 30) raise_value_error("precision too big");
    *keep = bytearray_new(NULL, REAL_ROOM(precision));
    return ((struct bytearray *)*keep)->owner.buf;
}

#define REAL_LOCAL (REAL_ROOM(0) + 20)

/* Writes |x| as the specification says; the count of characters. */
static size_t real_text(const struct spec *s, real x, char *out)
{
    unsigned flags = (s->alt ? REAL_ALT : 0) | (s->z ? REAL_NO_NEGATIVE_ZERO : 0);
    char type = s->type == 'n' ? 'g' : s->type;
    if (!type) {
        flags |= REAL_DOT_0;
        type = s->precision < 0 ? 'r' : 'g';
    }
    return real_format(x, type, s->precision, flags, out);
}

void print_real_by_spec(struct printer *p, const struct spec *s, real x)
{
    char local[REAL_LOCAL];
    value keep = UNDEF;
    char *text = real_room(s->precision, local, sizeof local, &keep);
    size_t len = real_text(s, x, text);
    bool negative = text[0] == '-';
    struct number n = {.sign = sign_for(s, negative), .prefix = "", .digits = text + negative};
    while (n.digits + n.ndigits < text + len && is_ascii_digit((unsigned char)n.digits[n.ndigits]))
        n.ndigits++;
    n.rest = n.digits + n.ndigits;
    n.nrest = (size_t)(text + len - n.rest);
    n.group = s->grouping && n.ndigits ? 3 : 0; /* not of inf and nan */
    if (ADDER_METHODS && s->fraction_grouping && n.nrest && *n.rest == '.')
        while (n.nfraction + 1 < n.nrest && is_ascii_digit((unsigned char)n.rest[n.nfraction + 1])) n.nfraction++;
    print_number(p, s, &n);
    HOLD(keep);
}

value format_float(value v, value spec)
{
    if (spec == SYMBOL(S_empty)) return to_str(v);
    struct spec s;
    struct printer p;
    read_spec(&s, spec, v, '>');
    if (s.type && !memchr("eEfFgGn%", s.type, 8)) raise_unknown_code(&s, v);
    printer_init(&p);
    print_real_by_spec(&p, &s, real_of(v));
    return printer_str(&p);
}

/* ---- complex ---- */

value format_complex(value v, value spec)
{
    if (spec == SYMBOL(S_empty)) return to_str(v);
    const struct complex_object *c = (const struct complex_object *)v;
    struct spec s;
    struct printer inner, p;
    read_spec(&s, spec, v, '>');
    if (s.type && !memchr("eEfFgGn", s.type, 7)) raise_unknown_code(&s, v);
    if (s.fill[0] == '0' && s.fill_len == 1)
        raise_value_error("Zero padding is not allowed in complex format specifier");
    if (s.align == '=') raise_value_error("'=' alignment flag is not allowed in complex format specifier");
    struct spec part = s;
    part.width = -1;
    bool bare = !s.type; /* as repr() does it: in parentheses, and without the real part if that is 0 */
    bool only_imaginary = bare && c->re == 0 && !(bits_of_real(c->re) >> (8 * sizeof(real) - 1));
    if (bare) part.type = s.precision < 0 ? 'r' : 'g';
    printer_init(&inner);
    if (bare && !only_imaginary) print_text(&inner, "(", 1);
    if (!only_imaginary) {
        print_real_by_spec(&inner, &part, c->re);
        part.sign = '+';
    }
    print_real_by_spec(&inner, &part, c->im);
    print_z(&inner, bare && !only_imaginary ? "j)" : "j");
    value text = printer_str(&inner);
    struct view t = str_view(text);
    s.precision = -1;
    printer_init(&p);
    print_padded(&p, &s, t.data, t.len, true);
    HOLD(text);
    return printer_str(&p);
}

/* ---- str.format ---- */

struct fields {
    size_t n, nkw;
    const value *args, *kwnames; /* the keywords' values follow the positional ones */
    value mapping;               /* of format_map, or UNDEF */
    word next;                   /* the number of the next {}; -1: numbers are given */
};

static void print_fields(struct printer *p, struct fields *f, const char *at, const char *end, int depth);

static value positional_field(const struct fields *f, size_t index)
{
    if (f->mapping != UNDEF) raise_value_error("Format string contains positional fields");
    if (index >= f->n)
        raise_error(&type_IndexError, "Replacement index %zd out of range for positional args tuple", index);
    return f->args[index];
}

static value named_field(const struct fields *f, value name)
{
    if (f->mapping != UNDEF) return get_item(f->mapping, name);
    for (size_t i = 0; i < f->nkw; i++) {
        if (str_equal(f->kwnames[i], name)) return f->args[f->n + i];
    }
    raise_key_error(name);
}

/* Reads a number that makes up all of [at, end); false: it is something else. */
static bool whole_number(const char *at, const char *end, size_t *n)
{
    int number;
    if (at == end || !read_number(&at, end, &number) || at < end) return false;
    *n = (size_t)number;
    return true;
}

/* The value that the first part of a field's name stands for. */
static value first_field(struct fields *f, const char *at, const char *end)
{
    size_t index;
    bool numbered = whole_number(at, end, &index);
    if (!numbered && at < end) return named_field(f, str_new(at, (size_t)(end - at)));
    if (numbered && f->next > 0)
        raise_value_error("cannot switch from automatic field numbering to manual field specification");
    if (!numbered && f->next < 0)
        raise_value_error("cannot switch from manual field specification to automatic field numbering");
    if (numbered)
        f->next = -1;
    else
        index = (size_t)f->next++;
    return positional_field(f, index);
}

static const char *find_byte(const char *at, const char *end, char c)
{
    const char *found = memchr(at, c, (size_t)(end - at));
    return found ? found : end;
}

/* name.attribute[item] ... */
static value field_value(struct fields *f, const char *at, const char *end)
{
    const char *stop = at;
    if (!ADDER_USUAL_METHODS) return first_field(f, at, end);
    while (stop < end && *stop != '.' && *stop != '[') stop++;
    value v = first_field(f, at, stop);
    while (stop < end) {
        at = stop + 1;
        if (*stop == '.') {
            for (stop = at; stop < end && *stop != '.' && *stop != '[';) stop++;
            if (stop == at) raise_value_error("Empty attribute in format string");
            v = get_attr(v, symbol_intern(at, (size_t)(stop - at)));
        } else if (*stop == '[') {
            size_t index;
            stop = find_byte(at, end, ']');
            if (stop == end) raise_value_error("Missing ']' in format string");
            if (stop == at) raise_value_error("Empty attribute in format string");
            v = get_item(v, whole_number(at, stop, &index) ? from_int((word)index)
                                                           : str_new(at, (size_t)(stop - at)));
            stop++;
        } else {
            raise_value_error("Only '.' or '[' may follow ']' in format field specifier");
        }
    }
    return v;
}

static value convert_field(value v, uint32_t conversion)
{
    switch (conversion) {
    case 0: return v;
    case 'r': return to_repr(v);
    case 's': return to_str(v);
    case 'a': return to_ascii(v);
    default:
        if (conversion > 32 && conversion < 127)
            raise_value_error("Unknown conversion specifier %c", conversion);
        raise_value_error("Unknown conversion specifier \\x%x", conversion);
    }
}

/* {name!conversion:spec} */
struct field {
    const char *name, *name_end, *spec, *spec_end;
    uint32_t conversion; /* 0: none */
    bool nested;         /* there are fields in the specification */
};

/* Where a field's name ends: where ! : or the closing brace is. */
static const char *name_end(const char *at, const char *end)
{
    for (; at < end && *at != '}' && *at != ':' && *at != '!'; at++) {
        if (*at == '{') raise_value_error("unexpected '{' in field name");
        if (*at == '[') at = find_byte(at, end, ']');
        if (at == end) break;
    }
    if (at == end) raise_value_error("expected '}' before end of string");
    return at;
}

/* Reads the conversion at `at`, behind its '!'; returns where it is over: a ':', a closing brace, or the end. */
static const char *read_field_conversion(struct field *f, const char *at, const char *end)
{
    if (at == end) raise_value_error("end of string while looking for conversion specifier");
    f->conversion = utf8_decode(&at);
    if (at < end && *at != ':' && *at != '}') raise_value_error("expected ':' after conversion specifier");
    return at;
}

/* Reads the field that begins behind the brace at `at`; returns where it is over, behind its closing brace. */
static const char *read_field(struct field *f, const char *at, const char *end)
{
    if (at == end) raise_value_error("Single '{' encountered in format string");
    *f = (struct field){.name = at};
    at = f->name_end = name_end(at, end);
    if (*at == '!') at = read_field_conversion(f, at + 1, end);
    if (at < end && *at == ':') at++;
    f->spec = at;
    for (int open = 1;; at++) {
        if (at == end) raise_value_error("unmatched '{' in format spec");
        f->nested |= *at == '{';
        open += (*at == '{') - (*at == '}');
        if (open == 0) break;
    }
    f->spec_end = at;
    return at + 1;
}

static void print_field(struct printer *p, struct fields *all, const struct field *f, int depth)
{
    value spec = SYMBOL(S_empty), v = convert_field(field_value(all, f->name, f->name_end), f->conversion);
    if (ADDER_USUAL_METHODS && f->nested) {
        struct printer inner;
        printer_init(&inner);
        print_fields(&inner, all, f->spec, f->spec_end, depth - 1);
        spec = printer_str(&inner);
    } else if (f->spec_end > f->spec) {
        spec = str_new(f->spec, (size_t)(f->spec_end - f->spec));
    }
    if (spec == SYMBOL(S_empty) && (is_int(v) || is_str(v)))
        print_value(p, v);
    else
        print_value(p, to_format(v, spec));
}

static void print_fields(struct printer *p, struct fields *f, const char *at, const char *end, int depth)
{
    struct field field;
    if (depth < 0) raise_value_error("Max string recursion exceeded");
    while (at < end) {
        const char *from = at;
        while (at < end && *at != '{' && *at != '}') at++;
        if (at + 1 < end && at[0] == at[1]) { /* a doubled brace stands for itself */
            print_text(p, from, (size_t)(at - from) + 1);
            at += 2;
            continue;
        }
        if (at > from) print_text(p, from, (size_t)(at - from));
        if (at == end) return;
        if (*at == '}') raise_value_error("Single '}' encountered in format string");
        at = read_field(&field, at + 1, end);
        print_field(p, f, &field, depth);
    }
}

value format_fields(value format, size_t n, const value *args, size_t nkw, const value *kwnames,
                    value mapping)
{
    struct fields f = {n, nkw, args, kwnames, mapping, 0};
    struct view v = str_view(format);
    struct printer p;
    printer_init(&p);
    print_fields(&p, &f, v.data, v.data + v.len, 1);
    HOLD(format);
    return printer_str(&p);
}
