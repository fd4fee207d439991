/* The module _json: what lib/json.py does in C. JSON is RFC 8259; spelling, limits and messages are CPython's. */
#include <math.h>

#include "object/layout.h"
#include "object/printer.h"
#include "object/text.h"
#include "value/numtext.h"

/* ---- writing ---- */

struct encoder {
    struct printer out;
    value fallback;         /* called with what is none of JSON's types */
    value indent;           /* a str, or None: all in one line */
    value comma, colon;     /* separators: str */
    value open;             /* list: the containers that are being written; or None */
    bool skip_keys, ascii, allow_nan, sort_keys;
};

static void encode_value(struct encoder *e, value v, size_t level);

static void print_escape(struct printer *out, uint32_t unit)
{
    static const char digits[] = "0123456789abcdef";
    char text[6] = {'\\', 'u', digits[unit >> 12], digits[unit >> 8 & 15], digits[unit >> 4 & 15], digits[unit & 15]};
    print_text(out, text, sizeof text);
}

static void encode_char(struct encoder *e, uint32_t c)
{
    static const char special[] = "\"\\\n\r\t\f\b", names[] = "\"\\nrtfb";
    const char *found = c < 128 && c ? strchr(special, (int)c) : NULL;
    if (found) {
        char text[2] = {'\\', names[found - special]};
        print_text(&e->out, text, 2);
    } else if (c < 0x10000) {
        print_escape(&e->out, c);
    } else {
        print_escape(&e->out, 0xd800 + ((c - 0x10000) >> 10));
        print_escape(&e->out, 0xdc00 + ((c - 0x10000) & 0x3ff));
    }
}

static bool is_plain(const struct encoder *e, unsigned char c)
{
    return c >= ' ' && c != '"' && c != '\\' && (c < 127 || !e->ascii);
}

static void encode_str(struct encoder *e, value s)
{
    struct view v = str_view(s);
    const char *at = v.data, *end = v.data + v.len;
    print_text(&e->out, "\"", 1);
    while (at < end) {
        const char *from = at;
        while (at < end && is_plain(e, (unsigned char)*at))
            at++;
        print_text(&e->out, from, (size_t)(at - from));
        if (at < end)
            encode_char(e, utf8_decode(&at));
    }
    print_text(&e->out, "\"", 1);
}

/* Numbers of classes derived from int and float are written as those. */
static void encode_number(struct encoder *e, value v)
{
    if (!is_float(v)) {
        print_repr(&e->out, v);
        return;
    }
    real x = real_of(v);
    if (x - x == 0) {
        print_repr(&e->out, v);
        return;
    }
    if (!e->allow_nan)
        raise_value_error("Out of range float values are not JSON compliant: %r", v);
    print_z(&e->out, x != x ? "NaN" : x > 0 ? "Infinity" : "-Infinity");
}

static const char *constant_text(value v)
{
    return v == NONE ? "null" : v == TRUE ? "true" : v == FALSE ? "false" : NULL;
}

/* Begins a container; it must not be in itself. */
static void enter(struct encoder *e, value v)
{
    check_c_stack();
    check_interrupt();
    if (e->open == NONE)
        return;
    struct list *open = list_of(e->open);
    for (uint32_t i = 0; i < open->len; i++)
        if (list_items(open)[i] == v)
            raise_value_error("Circular reference detected");
    list_append(open, v);
}

static void leave(struct encoder *e)
{
    if (e->open != NONE)
        list_pop(list_of(e->open), list_of(e->open)->len - 1);
}

/* What comes between two items, before the first (count 0), and, if any, behind the last. */
static void new_line(struct encoder *e, size_t level)
{
    if (e->indent == NONE)
        return;
    print_text(&e->out, "\n", 1);
    for (size_t i = 0; i < level; i++)
        print_value(&e->out, e->indent);
}

static void next_item(struct encoder *e, size_t count, size_t level)
{
    if (count)
        print_value(&e->out, e->comma);
    new_line(e, level);
}

static void encode_array(struct encoder *e, value v, value array, size_t level)
{
    size_t count = 0;
    enter(e, v);
    print_text(&e->out, "[", 1);
    for (; count < (size_t)len_of(array); count++) {
        next_item(e, count, level + 1);
        encode_value(e, is_list(array) ? list_items(list_of(array))[count] : tuple_of(array)->items[count], level + 1);
    }
    if (count)
        new_line(e, level);
    print_text(&e->out, "]", 1);
    leave(e);
}

/* A key as a str; UNDEF: it is to be skipped. */
static value key_text(struct encoder *e, value key)
{
    value native = unwrap(key);
    if (is_str(native))
        return native;
    const char *constant = constant_text(key);
    if (constant)
        return str_new(constant, strlen(constant));
    if (is_integer(native) || is_float(native)) {
        struct encoder number = {.allow_nan = e->allow_nan};
        printer_init(&number.out);
        encode_number(&number, native);
        return printer_str(&number.out);
    }
    if (e->skip_keys)
        return UNDEF;
    raise_type_error("keys must be str, int, float, bool or None, not %t", key);
}

static bool encode_member(struct encoder *e, value key, value v, size_t count, size_t level)
{
    value text = key_text(e, key);
    if (text == UNDEF)
        return false;
    next_item(e, count, level);
    encode_str(e, text);
    print_value(&e->out, e->colon);
    encode_value(e, v, level);
    return true;
}

static void encode_object(struct encoder *e, value v, struct dict *d, size_t level)
{
    size_t count = 0;
    value key, item;
    enter(e, v);
    print_text(&e->out, "{", 1);
    if (e->sort_keys) {
        struct list *keys = list_of(list_from_iterable(from_ptr(d)));
        list_sort(keys, UNDEF, false);
        for (uint32_t i = 0; i < keys->len; i++) {
            key = list_items(keys)[i];
            item = dict_get(d, key);
            count += item != UNDEF && encode_member(e, key, item, count, level + 1);
        }
    } else {
        for (uint32_t i = 0; dict_next(d, &i, &key, &item);)
            count += encode_member(e, key, item, count, level + 1);
    }
    if (count)
        new_line(e, level);
    print_text(&e->out, "}", 1);
    leave(e);
}

static void encode_value(struct encoder *e, value v, size_t level)
{
    const char *constant = constant_text(v);
    value native = unwrap(v);
    if (constant) {
        print_z(&e->out, constant);
    } else if (is_str(native)) {
        encode_str(e, native);
    } else if (is_integer(native) || is_float(native)) {
        encode_number(e, native);
    } else if (is_list(native) || is_tuple(native)) {
        encode_array(e, v, native, level);
    } else if (as_dict(v)) {
        encode_object(e, v, as_dict(v), level);
    } else {
        enter(e, v);
        encode_value(e, call1(e->fallback, v), level);
        leave(e);
    }
}

/* encode(object, default, skipkeys, ensure_ascii, check_circular, allow_nan, indent, item_separator, key_separator,
 * sort_keys): the text. indent: a str or None. */
static value json_encode(size_t n, value *args)
{
    (void)n;
    struct encoder e = {
        .fallback = args[1], .skip_keys = truth(args[2]), .ascii = truth(args[3]),
        .open = truth(args[4]) ? list_new(0, NULL) : NONE, .allow_nan = truth(args[5]), .indent = args[6],
        .comma = args[7], .colon = args[8], .sort_keys = truth(args[9]),
    };
    printer_init(&e.out);
    encode_value(&e, args[0], 0);
    return printer_str(&e.out);
}

/* ---- reading ---- */

struct decoder {
    const char *text, *at, *end; /* UTF-8 */
    value failed;                /* called with a message and a place: raises */
    value object_hook, pairs_hook, parse_float, parse_int, parse_constant; /* or None */
    bool strict;                 /* no control characters in strings */
};

static value decode_value(struct decoder *d);

static _Noreturn void fail(struct decoder *d, const char *message, const char *at)
{
    value args[2] = {str_new(message, strlen(message)), from_int((word)utf8_count(d->text, (size_t)(at - d->text)))};
    call(d->failed, 2, args);
    raise_value_error("%v", args[0]);
}

static char peek(const struct decoder *d)
{
    return d->at < d->end ? *d->at : 0; /* which is nothing that JSON knows */
}

static char skip_space(struct decoder *d)
{
    while (d->at < d->end && (*d->at == ' ' || *d->at == '\n' || *d->at == '\t' || *d->at == '\r'))
        d->at++;
    return peek(d);
}

static bool accept_word(struct decoder *d, const char *word)
{
    size_t n = strlen(word);
    if ((size_t)(d->end - d->at) < n || memcmp(d->at, word, n))
        return false;
    d->at += n;
    return true;
}

/* Four hexadecimal digits at d->at. */
static uint32_t decode_hex(struct decoder *d)
{
    uint32_t unit = 0;
    for (int i = 0; i < 4; i++) {
        unsigned char c = i < d->end - d->at ? (unsigned char)d->at[i] : 0;
        unsigned char low = c | 32;
        if (!is_ascii_digit(c) && !(low >= 'a' && low <= 'f'))
            fail(d, "Invalid \\uXXXX escape", d->at - 1);
        unit = unit << 4 | (is_ascii_digit(c) ? c - '0' + 0u : low - 'a' + 10u);
    }
    d->at += 4;
    return unit;
}

/* Behind a backslash: the character. */
static uint32_t decode_escape(struct decoder *d)
{
    static const char names[] = "\"\\/bfnrt", characters[] = "\"\\/\b\f\n\r\t";
    char c = peek(d);
    const char *found = c ? strchr(names, c) : NULL;
    if (!found && c != 'u')
        fail(d, "Invalid \\escape", d->at - 1);
    d->at++;
    if (found)
        return (unsigned char)characters[found - names];
    uint32_t unit = decode_hex(d);
    if ((unit & 0xfc00) != 0xd800 || d->end - d->at < 6 || d->at[0] != '\\' || d->at[1] != 'u')
        return unit;
    const char *second = d->at;
    d->at += 2;
    uint32_t low = decode_hex(d);
    if ((low & 0xfc00) == 0xdc00)
        return 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
    d->at = second;
    return unit;
}

/* Behind the opening quote. */
static value decode_str(struct decoder *d)
{
    const char *quote = d->at - 1, *from = d->at;
    struct printer p;
    printer_init(&p);
    for (;;) {
        while (d->at < d->end && *d->at != '"' && *d->at != '\\' && (unsigned char)*d->at >= ' ')
            d->at++;
        if (d->at == d->end)
            fail(d, "Unterminated string starting at", quote);
        if (*d->at == '"' && from == quote + 1) { /* nothing to be replaced */
            d->at++;
            return str_new(from, (size_t)(d->at - 1 - from));
        }
        print_text(&p, from, (size_t)(d->at - from));
        if (*d->at == '"')
            break;
        if (*d->at == '\\') {
            if (++d->at == d->end)
                fail(d, "Unterminated string starting at", quote);
            print_char(&p, decode_escape(d));
        } else {
            if (d->strict)
                fail(d, "Invalid control character at", d->at);
            print_text(&p, d->at++, 1);
        }
        from = d->at;
    }
    d->at++;
    return printer_str(&p);
}

static const char *skip_digits(const struct decoder *d, const char *at)
{
    while (at < d->end && is_ascii_digit((unsigned char)*at))
        at++;
    return at;
}

/* A number at d->at, or UNDEF. */
static value decode_number(struct decoder *d)
{
    const char *from = d->at, *at = from + (*from == '-'), *digits = at;
    bool is_int = true;
    at = at < d->end && *at == '0' ? at + 1 : skip_digits(d, at);
    if (at == digits)
        return UNDEF;
    if (d->end - at > 1 && *at == '.' && is_ascii_digit((unsigned char)at[1])) {
        at = skip_digits(d, at + 1);
        is_int = false;
    }
    if (at < d->end && (*at | 32) == 'e') {
        const char *power = at + 1;
        power += power < d->end && (*power == '+' || *power == '-');
        const char *end = skip_digits(d, power);
        if (end > power) {
            at = end;
            is_int = false;
        }
    }
    d->at = at;
    size_t n = (size_t)(at - from);
    value hook = is_int ? d->parse_int : d->parse_float;
    if (hook != NONE)
        return call1(hook, str_new(from, n));
    if (is_int)
        return int_from_text(from, n, 10);
    real x = 0;
    real_scan(from, n, 0, &x);
    return from_real(x);
}

static value decode_constant(struct decoder *d)
{
    static const struct {
        const char *name;
        value v;
    } constants[] = {{"null", NONE}, {"true", TRUE}, {"false", FALSE}};
    static const char *const numbers[] = {"NaN", "Infinity", "-Infinity"};
    for (size_t i = 0; i < 3; i++)
        if (accept_word(d, constants[i].name))
            return constants[i].v;
    for (size_t i = 0; i < 3; i++)
        if (accept_word(d, numbers[i]))
            return d->parse_constant != NONE ? call1(d->parse_constant, str_new(numbers[i], strlen(numbers[i])))
                   : from_real(i == 0 ? (real)NAN : i == 1 ? (real)INFINITY : -(real)INFINITY);
    return UNDEF;
}

static value decode_array(struct decoder *d)
{
    value array = list_new(0, NULL);
    char c = skip_space(d);
    while (c != ']') {
        list_append(list_of(array), decode_value(d));
        c = skip_space(d);
        if (c == ']')
            break;
        if (c != ',')
            fail(d, "Expecting ',' delimiter", d->at);
        const char *comma = d->at++;
        if ((c = skip_space(d)) == ']')
            fail(d, "Illegal trailing comma before end of array", comma);
    }
    d->at++;
    return array;
}

static void decode_member(struct decoder *d, value into)
{
    if (skip_space(d) != '"')
        fail(d, "Expecting property name enclosed in double quotes", d->at);
    d->at++;
    value key = decode_str(d);
    if (skip_space(d) != ':')
        fail(d, "Expecting ':' delimiter", d->at);
    d->at++;
    skip_space(d);
    value v = decode_value(d);
    if (is_list(into))
        list_append(list_of(into), tuple_pair(key, v));
    else
        dict_set(dict_of(into), key, v);
}

static value decode_object(struct decoder *d)
{
    value into = d->pairs_hook != NONE ? list_new(0, NULL) : from_ptr(dict_new(0));
    char c = skip_space(d);
    while (c != '}') {
        decode_member(d, into);
        c = skip_space(d);
        if (c == '}')
            break;
        if (c != ',')
            fail(d, "Expecting ',' delimiter", d->at);
        const char *comma = d->at++;
        if ((c = skip_space(d)) == '}')
            fail(d, "Illegal trailing comma before end of object", comma);
    }
    d->at++;
    value hook = d->pairs_hook != NONE ? d->pairs_hook : d->object_hook;
    return hook != NONE ? call1(hook, into) : into;
}

static value decode_value(struct decoder *d)
{
    value v = UNDEF;
    check_c_stack();
    check_interrupt();
    switch (peek(d)) {
    case '"': d->at++; return decode_str(d);
    case '[': d->at++; return decode_array(d);
    case '{': d->at++; return decode_object(d);
    case '-': case '0': case '1': case '2': case '3': case '4': case '5': case '6': case '7': case '8': case '9':
        v = decode_number(d);
        break;
    }
    if (v == UNDEF)
        v = decode_constant(d);
    if (v == UNDEF)
        fail(d, "Expecting value", d->at);
    return v;
}

/* decode(text, index, failed, object_hook, object_pairs_hook, parse_float, parse_int, parse_constant, strict): the value
 * at that index, and the index behind it. */
static value json_decode(size_t n, value *args)
{
    (void)n;
    value text = unwrap(args[0]);
    word index = need_word(args[1]);
    if (!is_str(text))
        raise_type_error("first argument must be a string, not %t", args[0]);
    if (index < 0)
        raise_value_error("idx cannot be negative");
    struct view v = str_view(text);
    size_t offset = utf8_offset(v.data, v.len, (size_t)index);
    struct decoder d = {
        .text = v.data, .at = v.data + offset, .end = v.data + v.len, .failed = args[2],
        .object_hook = args[3], .pairs_hook = args[4], .parse_float = args[5], .parse_int = args[6],
        .parse_constant = args[7], .strict = truth(args[8]),
    };
    value result = decode_value(&d);
    return tuple_pair(result, from_int((word)utf8_count(d.text, (size_t)(d.at - d.text))));
}

/* ---- the table ---- */

FUNV(json_encode_function, encode, 10, 10, json_encode);
FUNV(json_decode_function, decode, 9, 9, json_decode);

static const struct attr json_attrs[] = {
    ATTR(encode, json_encode_function),
    ATTR(decode, json_decode_function),
};

const struct module_def module__json = {
    .name = SYMBOL(S__json),
    .attrs = json_attrs,
    .nattrs = sizeof json_attrs / sizeof json_attrs[0],
};
