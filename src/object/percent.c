/* The % operator of str, bytes and bytearray: printf-like formatting. */
#include "class.h"
#include "format.h"

struct percent {
    struct printer out;
    const struct text *format;
    const char *at, *end;
    value args;         /* as given */
    const value *items; /* one after the other */
    size_t n, used;
    bool has_names; /* a %(name) was there: the arguments are one mapping */
};

/* One conversion: %[(name)][flags][width][.precision][l]type */
struct conversion {
    struct spec spec;
    bool zero, left;
    value named; /* the value of (name), or UNDEF */
};

static bool is_text(const struct percent *f)
{
    return f->format->kind == TEXT_STR;
}

static value next_argument(struct percent *f, struct conversion *c)
{
    value named = c->named;
    c->named = UNDEF;
    if (named != UNDEF) return named;
    if (f->used == f->n || f->has_names) raise_type_error("not enough arguments for format string");
    return f->items[f->used++];
}

/* ---- reading a conversion ---- */

static char peek(const struct percent *f)
{
    if (f->at == f->end) raise_value_error("incomplete format");
    return *f->at;
}

/* Is this what %(name) can look names up in? */
static bool is_mapping(const struct percent *f, value v)
{
    v = unwrap(v);
    return !is_tuple(v) && !is_str(v) && !(!is_text(f) && is_bytes_like(v)) && slots_of(v)->getitem &&
           !is_class(v) && (!has_instance_layout(v) || find_special(v, SYMBOL(S___getitem__)) != UNDEF);
}

static void read_name(struct percent *f, struct conversion *c)
{
    if (!is_mapping(f, f->args)) raise_type_error("format requires a mapping");
    const char *from = ++f->at;
    for (int open = 1; open; f->at++) {
        if (f->at == f->end) raise_value_error("incomplete format key");
        open += (*f->at == '(') - (*f->at == ')');
    }
    size_t len = (size_t)(f->at - 1 - from);
    value name = is_text(f) ? str_new(from, len) : bytes_new((const uint8_t *)from, len);
    f->has_names = true;
    c->named = get_item(f->args, name);
}

/* A width or precision: digits, or * for the next argument. */
static int read_count(struct percent *f, struct conversion *c, const char *what)
{
    if (peek(f) == '*') {
        f->at++;
        value v = next_argument(f, c);
        if (!is_integer(unwrap(v))) raise_type_error("* wants int");
        return need_int(v);
    }
    int64_t n = 0;
    while (is_ascii_digit((unsigned char)peek(f))) {
        n = n * 10 + (*f->at++ - '0');
        if (n > INT32_MAX) raise_value_error("%s too big", what);
    }
    return (int)n;
}

static void read_conversion(struct percent *f, struct conversion *c)
{
    spec_init(&c->spec, '>');
    c->named = UNDEF;
    c->zero = c->left = false;
    c->spec.sign = 0;
    if (peek(f) == '(') read_name(f, c);
    for (;; f->at++) {
        char flag = peek(f);
        if (flag == '-')
            c->left = true;
        else if (flag == '0')
            c->zero = true;
        else if (flag == '#')
            c->spec.alt = true;
        else if (flag == '+' || (flag == ' ' && c->spec.sign != '+'))
            c->spec.sign = flag;
        else if (flag != ' ')
            break;
    }
    if (*f->at == '*' || is_ascii_digit((unsigned char)*f->at)) {
        int width = read_count(f, c, "width");
        c->left |= width < 0;
        c->spec.width = width < 0 ? -width : width;
    }
    if (peek(f) == '.') {
        f->at++;
        int precision = read_count(f, c, "precision");
        c->spec.precision = precision < 0 ? 0 : precision;
    }
    if (peek(f) == 'l' || *f->at == 'h' || *f->at == 'L') f->at++;
    c->spec.type = peek(f);
    if (c->left) c->spec.align = '<';
}

/* ---- printing one ---- */

static void pad_numbers_with_zeros(struct conversion *c)
{
    if (c->zero && !c->left) {
        c->spec.fill[0] = '0';
        c->spec.align = '=';
    }
}

static void print_integer(struct percent *f, struct conversion *c, value v)
{
    bool decimal = c->spec.type == 'd' || c->spec.type == 'i' || c->spec.type == 'u';
    value n = v;
    if (decimal && is_float(v))
        n = int_from_double((double)real_of(v));
    else if (is_bool(v))
        n = from_int(v == TRUE);
    else if (!is_integer(v)) {
        value method = decimal && !is_integer(unwrap(v)) ? find_special(v, SYMBOL(S___int__)) : UNDEF;
        bool as_index = method == UNDEF && has_index(v);
        bool usable = as_index || method != UNDEF;
        if (usable) n = as_index ? v : unwrap(call0(method));
        if (!usable || !(as_index || is_integer(n)))
            raise_type_error(decimal ? "%%%c format: a real number is required, not %t"
                                     : "%%%c format: an integer is required, not %t",
                             c->spec.type == 'i' && !is_text(f) ? 'd' : c->spec.type, v);
        n = need_integer(n);
    }
    pad_numbers_with_zeros(c);
    print_int_by_spec(&f->out, &c->spec, n, c->spec.precision < 0 ? 0 : (size_t)c->spec.precision);
}

static void print_float(struct percent *f, struct conversion *c, value v)
{
    if (!is_text(f) && !has_index(v) && !is_float(unwrap(v)) && find_special(v, SYMBOL(S___float__)) == UNDEF)
        raise_type_error("float argument required, not %t", v);
    pad_numbers_with_zeros(c);
    print_real_by_spec(&f->out, &c->spec, (real)need_double(v));
}

/* %c: a character by its number, or one as it is. */
static void print_one_char(struct percent *f, struct conversion *c, value v)
{
    char text[4];
    size_t n = 1;
    struct buffer b;
    value s = unwrap(v);
    c->spec.precision = -1;
    if (is_text(f) && is_str(s)) {
        if (str_chars(s) != 1) raise_type_error("%%c requires int or char");
        struct view view = str_view(s);
        print_padded(&f->out, &c->spec, view.data, view.len, true);
        return;
    }
    if (!is_text(f) && get_buffer(s, &b, false)) {
        if (b.len != 1) raise_type_error("%%c requires an integer in range(256) or a single byte");
        text[0] = (char)b.data[0];
    } else {
        if (!has_index(v))
            raise_type_error(is_text(f) ? "%%c requires int or char"
                                        : "%%c requires an integer in range(256) or a single byte");
        word code = need_index_word(s);
        if (code < 0 || code > (is_text(f) ? (word)CHAR_MAX_CODE : 255))
            raise_error(&type_OverflowError,
                        is_text(f) ? "%%c arg not in range(0x110000)" : "%%c arg not in range(256)");
        if (is_text(f))
            n = utf8_encode((uint32_t)code, text);
        else
            text[0] = (char)code;
    }
    print_padded(&f->out, &c->spec, text, n, is_text(f));
}

/* %s of bytes: what has a buffer, or __bytes__. */
static void print_bytes(struct percent *f, struct conversion *c, value v)
{
    struct buffer b;
    value from = ADDER_METHODS && is_memoryview(v) ? memoryview_tobytes(v) : v;
    if (!get_buffer(from, &b, false)) {
        value method = find_special(v, SYMBOL(S___bytes__));
        if (method != UNDEF) from = call0(method);
        if (method == UNDEF || !get_buffer(from, &b, false))
            raise_type_error(
                "%%b requires a bytes-like object, or an object that implements __bytes__, not '%t'", v);
    }
    print_padded(&f->out, &c->spec, (const char *)b.data, b.len, false);
    HOLD(from);
}

static void print_string(struct percent *f, struct conversion *c, value v)
{
    value text = c->spec.type == 's'                 ? to_str(v)
                 : c->spec.type == 'r' && is_text(f) ? to_repr(v)
                                                     : to_ascii(v);
    if (c->spec.width < 0 && c->spec.precision < 0) {
        print_value(&f->out, text);
        return;
    }
    struct view view = str_view(text);
    print_padded(&f->out, &c->spec, view.data, view.len, true);
    HOLD(text);
}

/* A bare %s or %d of what needs no conversion: by far the most frequent ones. */
static bool print_plain(struct percent *f)
{
    char type = *f->at;
    if ((type != 's' && type != 'd') || f->used == f->n || f->has_names) return false;
    value v = f->items[f->used];
    if (!(type == 's' ? is_text(f) && is_str_fast(v) : is_int(v))) return false;
    f->at++;
    f->used++;
    print_value(&f->out, v);
    return true;
}

static void print_conversion(struct percent *f, struct conversion *c)
{
    char type = c->spec.type;
    size_t at = (size_t)(f->at - f->format->data);
    if (type == '%' && f->at[-1] == '%') {
        f->at++;
        print_text(&f->out, "%", 1);
        return;
    }
    f->at++;
    value v = next_argument(f, c);
    if (!memchr("diuoxXeEfFgGcrsab", type, 17) || (type == 'b' && is_text(f))) {
        const char *p = f->format->data + at;
        uint32_t code = is_text(f) ? utf8_decode(&p) : (unsigned char)type;
        raise_value_error("unsupported format character '%c' (0x%x) at index %zd",
                          (code > 31 && code < 127) || !is_text(f) ? code : '?', code,
                          is_text(f) ? utf8_count(f->format->data, at) : at);
    }
    if (memchr("diuoxX", type, 6))
        print_integer(f, c, v);
    else if (memchr("eEfFgG", type, 6))
        print_float(f, c, v);
    else if (type == 'c')
        print_one_char(f, c, v);
    else if (!is_text(f) && (type == 's' || type == 'b'))
        print_bytes(f, c, v);
    else
        print_string(f, c, v);
}

/* ---- all of it ---- */

static value finish(struct percent *f)
{
    struct printer *p = &f->out;
    if (is_text(f)) return printer_str(p);
    if (p->only != UNDEF) {
        struct view v = str_view(p->only);
        return text_new(f->format, v.data, v.len, true);
    }
    if (p->text == UNDEF) return text_new(f->format, p->small, p->n, true);
    const struct bytearray *b = (const struct bytearray *)p->text;
    return text_new(f->format, b->owner.buf, b->len, true);
}

value percent_format(const struct text *format, value args)
{
    struct percent f = {.format = format,
                        .at = format->data,
                        .end = format->data + format->len,
                        .args = args,
                        .items = &args,
                        .n = 1};
    value native = unwrap(args);
    if (is_tuple(native)) {
        f.n = tuple_of(native)->len;
        f.items = tuple_of(native)->items;
    }
    printer_init(&f.out);
    while (f.at < f.end) {
        check_break_large((size_t)(f.end - f.at) | 3);
        const char *percent = memchr(f.at, '%', (size_t)(f.end - f.at));
        if (!percent) percent = f.end;
        if (percent > f.at) print_text(&f.out, f.at, (size_t)(percent - f.at));
        if (percent == f.end) break;
        f.at = percent + 1;
        if (f.at < f.end && print_plain(&f)) continue;
        struct conversion c;
        read_conversion(&f, &c);
        print_conversion(&f, &c);
    }
    if (f.used < f.n && !f.has_names && !(f.n == 1 && !is_tuple(native) && is_mapping(&f, args)))
        raise_type_error("not all arguments converted during %s formatting",
                         is_text(&f) ? "string" : "bytes");
    HOLD(format->owner);
    return finish(&f);
}
