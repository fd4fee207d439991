/* The methods that only str has, and its type. */
#include "format.h"

static value str_of(value self)
{
    value v = unwrap(self);
    if (!is_str(v)) raise_type_error("descriptor requires a 'str' object but received a '%t'", self);
    return v;
}

static value encode(size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym params[] = {S_encoding, S_errors};
    value v[2];
    args_bind("encode", n, args, nkw, kwnames, 1, 2, params, 2, 0, v);
    codec_check_arguments("encode", v[0], v[1]);
    return codec_encode(str_of(args[0]), v[0], v[1]);
}

static value format(size_t n, value *args, size_t nkw, const value *kwnames)
{
    return format_fields(str_of(args[0]), n - 1, args + 1, nkw, kwnames, UNDEF);
}

static value format_map(value self, value mapping)
{
    return format_fields(str_of(self), 0, NULL, 0, NULL, mapping);
}

/* ---- maketrans, translate ---- */

/* A key of a translation table: an int, or a str of one character. */
static value table_key(value key)
{
    value s = unwrap(key);
    if (is_integer(s)) return s;
    if (!is_str(s)) raise_type_error("keys in translate table must be strings or integers");
    if (str_chars(s) != 1) raise_value_error("string keys in translate table must be of length 1");
    const char *data = str_view(s).data;
    return from_int((word)utf8_decode(&data));
}

static value maketrans_from_dict(value mapping)
{
    value source = unwrap(mapping), key, v;
    if (!is_dict(source)) raise_type_error("if you give only one argument to maketrans it must be a dict");
    struct dict *table = dict_new(0);
    for (uint32_t i = 0; dict_next(dict_of(source), &i, &key, &v);) dict_set(table, table_key(key), v);
    return from_ptr(table);
}

static value maketrans(size_t n, value *args)
{
    if (n == 1) return maketrans_from_dict(args[0]);
    if (ADDER_METHODS) need_str(args[1], "maketrans() argument 2");
    if (ADDER_METHODS && n > 2) need_str(args[2], "maketrans() argument 3");
    if (!is_str(unwrap(args[0])))
        raise_type_error("first maketrans argument must be a string if there is a second argument");
    struct view from = str_view(unwrap(args[0])), to = need_str(args[1], "maketrans() argument 2");
    const char *x = from.data, *y = to.data;
    struct dict *table = dict_new(0);
    if (utf8_count(from.data, from.len) != utf8_count(to.data, to.len))
        raise_value_error("the first two maketrans arguments must have equal length");
    while (x < from.data + from.len) {
        value key = from_int((word)utf8_decode(&x));
        dict_set(table, key, from_int((word)utf8_decode(&y)));
    }
    if (n > 2) {
        struct view drop = need_str(args[2], "maketrans() argument 3");
        for (const char *z = drop.data; z < drop.data + drop.len;)
            dict_set(table, from_int((word)utf8_decode(&z)), NONE);
    }
    return from_ptr(table);
}

static value get_item_of(void *pair)
{
    value *v = pair;
    return get_item(v[0], v[1]);
}

/* What the table says about a character; UNDEF: nothing, it stays. */
static value look_up(value table, value code)
{
    if (is_type(table, &type_dict)) return dict_get(dict_of(table), code);
    value pair[2] = {table, code}, result;
    if (protect(get_item_of, pair, &result)) return result;
    if (!exception_matches(result, from_ptr(&type_LookupError))) raise(result);
    return UNDEF;
}

static void print_translated(struct printer *p, uint32_t c, value to)
{
    value v = to == UNDEF ? UNDEF : unwrap(to);
    if (v == UNDEF) {
        print_char(p, c);
    } else if (is_integer(v)) {
        word code = need_index_word(v);
        if (code < 0 || code > (word)CHAR_MAX_CODE)
            raise_value_error("character mapping must be in range(0x110000)");
        print_char(p, (uint32_t)code);
    } else if (is_str(v)) {
        print_value(p, v);
    } else if (v != NONE) {
        raise_type_error("character mapping must return integer, None or str");
    }
}

static value translate(value self, value table)
{
    value s = str_of(self);
    struct view v = str_view(s);
    struct printer p;
    printer_init(&p);
    for (const char *at = v.data, *end = at + v.len; at < end;) {
        check_break_large((size_t)(at - v.data) | 3);
        uint32_t c = utf8_decode(&at);
        print_translated(&p, c, look_up(table, from_int((word)c)));
    }
    HOLD(s);
    return printer_str(&p);
}

METHODK(method_encode, encode, 1, 255, encode);
METHODK(method_format, format, 1, 255, format);
METHOD2(method_format_map, format_map, format_map);
FUNV(method_maketrans, maketrans, 1, 3, maketrans);
METHOD2(method_translate, translate, translate);

static const struct attr str_attrs[] = {
    TEXT_METHODS,
    ATTR_MORE(casefold, text_casefold)
    ATTR_MORE(isdecimal, text_isdecimal)
    ATTR_MORE(isidentifier, text_isidentifier)
    ATTR_MORE(isnumeric, text_isnumeric)
    ATTR_MORE(isprintable, text_isprintable)
    ATTR(encode, method_encode),
    ATTR(format, method_format),
    ATTR_MORE(format_map, method_format_map)
    ATTR_MORE(maketrans, method_maketrans)
    ATTR_MORE(translate, method_translate)
    ATTR_MORE(__getnewargs__, getnewargs)
};

#define STR_TYPE(slots_)                                                                                     \
    .head = {&type_type}, .slots = slots_, .flags = TYPE_BASE | TYPE_NO_WEAK, .name = SYMBOL(S_str), TYPE_ATTRS(str_attrs), \
    .base = &type_object

const struct type type_str = {STR_TYPE(&str_slots)};
const struct type type_long_str = {STR_TYPE(&long_str_slots)};
