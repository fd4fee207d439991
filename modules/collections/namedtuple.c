/* collections.namedtuple: makes subclasses of tuple whose fields are attributes, read by C getters. */
#include "collections.h"

/* ---- reading a field ---- */

static value field_at(value self, size_t i)
{
    value t = unwrap(self);
    if (!is_tuple(t))
        raise_receiver("tuple", self);
    if (i >= tuple_of(t)->len)
        raise_error(&type_IndexError, "tuple index out of range");
    return tuple_of(t)->items[i];
}

static void refuse_set(value self, value v)
{
    (void)self, (void)v;
    raise_error(&type_AttributeError, "can't set attribute");
}

/* The first fields have getters in ROM. */
#define GETTERS(X) X(0) X(1) X(2) X(3) X(4) X(5) X(6) X(7)
#define GETTER(n) \
    static value get_field_##n(value self) \
    { \
        return field_at(self, n); \
    }
GETTERS(GETTER)
#undef GETTER
static const struct getset field_getters[] = {
#define GETTER(n) { { &type_getset }, GETSET_ANY, get_field_##n, refuse_set },
    GETTERS(GETTER)
#undef GETTER
};
#define ROM_GETTERS (sizeof field_getters / sizeof field_getters[0])

/* The others are properties, whose function is one of these: called with the tuple, it gives an item. */
struct field_getter {
    struct object head;
    value index;
};

static value field_getter_call(value self, size_t n, value *args, size_t nkw, const value *kwnames)
{
    (void)kwnames;
    args_count("field", n, nkw, 1, 1);
    return field_at(args[0], (size_t)int_of(((struct field_getter *)self)->index));
}

static const struct slots field_getter_slots = {
    .size = sizeof(struct field_getter),
    .call = field_getter_call,
};

static const struct type type_field_getter = {
    .head = { &type_type },
    .slots = &field_getter_slots,
    .name = SYMBOL(S__tuplegetter),
    .base = &type_object,
};

static value field_descriptor(size_t i)
{
    if (i < ROM_GETTERS && !ADDER_METHODS)
        return from_ptr(&field_getters[i]);
    if (i < ROM_GETTERS) {
        struct made_getset *g = heap_object(&type_getset, sizeof *g);
        memcpy(&g->base.name, &field_getters[i].name, sizeof g->base - offsetof(struct getset, name));
        g->of = from_int((word)i);
        return from_ptr(g);
    }
    struct field_getter *getter = heap_object(&type_field_getter, sizeof *getter);
    getter->index = from_int((word)i);
    return call1(from_ptr(&type_property), from_ptr(getter));
}

/* ---- making instances ---- */

static value class_fields(value cls)
{
    if (!is_class(cls) || type_native(class_of(cls)) != &type_tuple)
        raise_type_error("a named tuple's class is required, not '%t'", cls);
    value fields = get_attr(cls, SYMBOL(S__fields));
    if (!is_tuple(fields))
        raise_type_error("_fields must be a tuple");
    return fields;
}

static value tuple_instance(value cls, value items)
{
    struct instance *o = instance_new(class_of(cls));
    o->slots[0] = items;
    return from_ptr(o);
}

/* Raises for the parameters that are UNDEF: "'x', 'y', and 'z'". */
static _Noreturn void raise_missing(value cls, const struct tuple *fields, const value *items)
{
    size_t missing = 0, nth = 0;
    for (size_t i = 0; i < fields->len; i++)
        missing += items[i] == UNDEF;
    struct printer names;
    printer_init(&names);
    for (size_t i = 0; i < fields->len; i++) {
        if (items[i] != UNDEF)
            continue;
        if (nth++)
            print_z(&names, nth < missing ? ", " : missing == 2 ? " and " : ", and ");
        print_repr(&names, fields->items[i]);
    }
    raise_type_error("%v.__new__() missing %zd required positional argument%s: %v", class_of(cls)->name, missing,
                     missing == 1 ? "" : "s", printer_str(&names));
}

static _Noreturn void raise_too_many(value cls, size_t most, size_t n)
{
    size_t least = most - (size_t)len_of(get_attr(cls, SYMBOL(S__field_defaults)));
    value range = str_format_c(least < most ? "from %zd to %zd" : "%zd", least, most);
    raise_type_error("%v.__new__() takes %v positional argument%s but %zd were given", class_of(cls)->name, range,
                     most == 1 ? "" : "s", n);
}

static size_t field_find(const struct tuple *fields, value name)
{
    size_t i = 0;
    while (i < fields->len && !equal(fields->items[i], name))
        i++;
    return i;
}

/* cls(*args, **kw) */
static value namedtuple_new(size_t n, value *args, size_t nkw, const value *kwnames)
{
    value cls = args[0], defaults = UNDEF;
    const struct tuple *fields = tuple_of(class_fields(cls));
    if (n - 1 > fields->len)
        raise_too_many(cls, fields->len + 1, n);
    if (n - 1 == fields->len && nkw == 0)
        return tuple_instance(cls, tuple_new(n - 1, args + 1));
    value t = tuple_new(fields->len, NULL);
    value *items = tuple_of(t)->items;
    memcpy(items, args + 1, (n - 1) * sizeof(value));
    for (size_t k = 0; k < nkw; k++) {
        size_t i = field_find(fields, kwnames[k]);
        if (i == fields->len)
            raise_type_error("%v.__new__() got an unexpected keyword argument '%v'", class_of(cls)->name, kwnames[k]);
        if (items[i] != UNDEF)
            raise_type_error("%v.__new__() got multiple values for argument '%v'", class_of(cls)->name, kwnames[k]);
        items[i] = args[n + k];
    }
    bool missing = false;
    if (n - 1 + nkw < fields->len)
        defaults = get_attr(cls, SYMBOL(S__field_defaults));
    for (size_t i = 0; i < fields->len; i++) {
        if (items[i] == UNDEF && defaults != UNDEF && is_dict(defaults))
            items[i] = dict_get(dict_of(defaults), fields->items[i]);
        missing |= items[i] == UNDEF;
    }
    if (missing)
        raise_missing(cls, fields, items);
    return tuple_instance(cls, t);
}

static value method_make(value cls, value iterable)
{
    value t = tuple_from_iterable(iterable), fields = class_fields(cls);
    if (tuple_of(t)->len != tuple_of(fields)->len)
        raise_type_error("Expected %zd arguments, got %zd", tuple_of(fields)->len, tuple_of(t)->len);
    return tuple_instance(cls, t);
}

/* ---- methods ---- */

static value self_items(value self)
{
    value t = unwrap(self);
    if (!is_tuple(t))
        raise_receiver("tuple", self);
    return t;
}

static value method_replace(size_t n, value *args, size_t nkw, const value *kwnames)
{
    value cls = from_ptr(type_of(args[0])), from = self_items(args[0]);
    const struct tuple *fields = tuple_of(class_fields(cls));
    value t = tuple_new(tuple_of(from)->len, tuple_of(from)->items);
    value unknown = list_new(0, NULL);
    for (size_t k = 0; k < nkw; k++) {
        size_t i = field_find(fields, kwnames[k]);
        if (i < fields->len)
            tuple_of(t)->items[i] = args[n + k];
        else
            list_append(list_of(unknown), kwnames[k]);
    }
    if (list_of(unknown)->len)
        raise_type_error("Got unexpected field names: %r", unknown);
    return tuple_instance(cls, t);
}

static value method_asdict(value self)
{
    value items = self_items(self);
    const struct tuple *fields = tuple_of(class_fields(from_ptr(type_of(self))));
    struct dict *d = dict_new(fields->len);
    for (size_t i = 0; i < fields->len && i < tuple_of(items)->len; i++)
        dict_set(d, fields->items[i], tuple_of(items)->items[i]);
    return from_ptr(d);
}

static value method_repr(value self)
{
    value items = self_items(self);
    const struct tuple *fields = tuple_of(class_fields(from_ptr(type_of(self))));
    struct printer out;
    printer_init(&out);
    if (repr_enter(self))
        return SYMBOL(S_ellipsis_dots);
    print_format(&out, "%v(", type_of(self)->name);
    for (size_t i = 0; i < fields->len && i < tuple_of(items)->len; i++) {
        print_format(&out, i ? ", %v=" : "%v=", fields->items[i]);
        print_repr(&out, tuple_of(items)->items[i]);
    }
    print_char(&out, ')');
    repr_leave(self);
    return printer_str(&out);
}

static value method_getnewargs(value self)
{
    return self_items(self);
}

STATIC_NEW(f_new, namedtuple_new);
static const struct cfunction m_make = {
    { &type_builtin_function }, S__make, CF_2, 2, 2, CF_CLASS, { .f2 = method_make },
};
METHODK(m_replace, _replace, 1, 1, method_replace);
METHODK(m_replace_special, __replace__, 1, 1, method_replace);
METHOD1(m_asdict, _asdict, method_asdict);
SLOT1(m_repr, __repr__, method_repr);
METHOD1(m_getnewargs, __getnewargs__, method_getnewargs);

static const struct attr class_attrs[] = {
    ATTR(__new__, f_new),
    ATTR(_make, m_make),
    ATTR(_replace, m_replace),
    ATTR(__replace__, m_replace_special),
    ATTR(_asdict, m_asdict),
    ATTR(__repr__, m_repr),
    ATTR(__getnewargs__, m_getnewargs),
};

/* ---- namedtuple() ---- */

static bool is_keyword(value name)
{
    static const char *const keywords[] = {
#define KEYWORD(slot, name) #name,
#include "../../src/compiler/keywords.def"
#undef KEYWORD
    };
    struct view v = str_view(name);
    for (size_t i = 0; i < sizeof keywords / sizeof keywords[0]; i++) {
        if (strlen(keywords[i]) == v.len && memcmp(keywords[i], v.data, v.len) == 0)
            return true;
    }
    return false;
}

static bool is_identifier(value name)
{
    return truth(call_method(name, SYMBOL(S_isidentifier), 0, NULL));
}

static void check_name(value name)
{
    if (!is_identifier(name))
        raise_value_error("Type names and field names must be valid identifiers: %r", name);
    if (is_keyword(name))
        raise_value_error("Type names and field names cannot be a keyword: %r", name);
}

static bool starts_with_underscore(value name)
{
    struct view v = str_view(name);
    return v.len && v.data[0] == '_';
}

static value symbol_name(value v)
{
    value s = unwrap(v);
    return str_intern(is_str(s) ? s : to_str(v));
}

/* The names as a tuple of symbols: from a sequence, or one string with spaces or commas between them. */
static value field_names(value names, bool rename)
{
    value s = unwrap(names);
    if (is_str(s)) {
        const value comma_to_space[2] = { SYMBOL(','), SYMBOL(' ') };
        names = call_method(call_method(s, SYMBOL(S_replace), 2, comma_to_space), SYMBOL(S_split), 0, NULL);
    }
    value fields = list_from_iterable(names);
    struct list *l = list_of(fields);
    struct dict *seen = dict_new(0);
    for (size_t i = 0; i < l->len; i++) {
        value name = symbol_name(list_items(l)[i]);
        if (rename && (!is_identifier(name) || is_keyword(name) || starts_with_underscore(name) || dict_find(seen, name) >= 0))
            name = str_intern(str_format_c("_%zd", i));
        else
            check_name(name);
        if (!rename && starts_with_underscore(name))
            raise_value_error("Field names cannot start with an underscore: %r", name);
        if (dict_find(seen, name) >= 0)
            raise_value_error("Encountered duplicate field name: %r", name);
        dict_set(seen, name, NONE);
        list_items(l)[i] = name;
    }
    return tuple_from_iterable(fields);
}

/* A dict of the last fields and their defaults. */
static value field_defaults(const struct tuple *fields, value defaults)
{
    struct dict *d = dict_new(0);
    if (defaults == UNDEF || defaults == NONE)
        return from_ptr(d);
    value values = tuple_from_iterable(defaults);
    size_t n = tuple_of(values)->len;
    if (n > fields->len)
        raise_type_error("Got more default values than field names");
    for (size_t i = 0; i < n; i++)
        dict_set(d, fields->items[fields->len - n + i], tuple_of(values)->items[i]);
    return from_ptr(d);
}

static value class_doc(value type_name, const struct tuple *fields)
{
    struct printer out;
    printer_init(&out);
    print_format(&out, "%v(", type_name);
    for (size_t i = 0; i < fields->len; i++)
        print_format(&out, i ? ", %v" : "%v", fields->items[i]);
    print_char(&out, ')');
    return printer_str(&out);
}

static value namedtuple(size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym params[] = { S_typename, S_field_names, S_rename, S_defaults, S_module };
    value given[5];
    args_bind("namedtuple", n, args, nkw, kwnames, 0, 5, params, 2, 2, given);
    value name = symbol_name(given[0]);
    check_name(name);
    value fields = field_names(given[1], given[2] != UNDEF && truth(given[2]));
    struct dict *ns = dict_new(0);
    dict_set(ns, SYMBOL(S___doc__), class_doc(name, tuple_of(fields)));
    dict_set(ns, SYMBOL(S___slots__), from_ptr(&empty_tuple));
    dict_set(ns, SYMBOL(S__fields), fields);
    dict_set(ns, SYMBOL(S__field_defaults), field_defaults(tuple_of(fields), given[3]));
    dict_set(ns, SYMBOL(S___match_args__), fields);
    if (given[4] != UNDEF && given[4] != NONE)
        dict_set(ns, SYMBOL(S___module__), given[4]);
    for (size_t i = 0; i < sizeof class_attrs / sizeof class_attrs[0]; i++)
        dict_set(ns, attr_name(&class_attrs[i]), class_attrs[i].value);
    for (size_t i = 0; i < tuple_of(fields)->len; i++)
        dict_set(ns, tuple_of(fields)->items[i], field_descriptor(i));
    value base = from_ptr(&type_tuple);
    return class_new(&type_type, name, tuple_new(1, &base), ns, 0, NULL, NULL, 0);
}

const struct cfunction function_namedtuple = {
    { &type_builtin_function }, S_namedtuple, CF_KW, 0, 2, 0, { .fk = namedtuple },
};
