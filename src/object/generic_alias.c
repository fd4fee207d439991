/* list[int] and int | str: classes with parameters, and unions of classes. */
#include "../vm/vm.h"
#include "class.h"

#if ADDER_TYPING
/* ---- parameters ---- */

/* How a type shows in the repr of an alias: by its bare name, if it is a class. */
static void print_type(struct printer *out, value v)
{
    if (v == ELLIPSIS) {
        print_z(out, "...");
        return;
    }
    if (is_list(v)) {
        const char *separator = "[";
        for (size_t i = 0; i < list_of(v)->len; i++, separator = ", ") {
            print_z(out, separator);
            print_type(out, list_items(list_of(v))[i]);
        }
        print_z(out, list_of(v)->len ? "]" : "[]");
        return;
    }
    bool alias = find_attr(v, SYMBOL(S___origin__)) != UNDEF && find_attr(v, SYMBOL(S___args__)) != UNDEF;
    value name = alias ? UNDEF : find_attr(v, SYMBOL(S___qualname__)), module = UNDEF;
    if (name != UNDEF) module = find_attr(v, SYMBOL(S___module__));
    if (module == UNDEF || module == NONE) {
        print_repr(out, v);
        return;
    }
    if (module != SYMBOL(S_builtins)) print_format(out, "%v.", module);
    print_value(out, name);
}

static bool is_parameter(value v)
{
    return is_type(v, &type_typevar) || is_type(v, &type_typevartuple) || is_type(v, &type_paramspec);
}

static void add_once(struct list *l, value v)
{
    for (size_t i = 0; i < l->len; i++)
        if (list_items(l)[i] == v) return;
    list_append(l, v);
}

/* The type parameters in some arguments, each once, in order. */
static value parameters_of(value args)
{
    check_c_stack();
    struct list *found = list_of(list_new(0, NULL));
    for (size_t i = 0; i < tuple_of(args)->len; i++) {
        value v = tuple_of(args)->items[i];
        if (is_parameter(v)) {
            add_once(found, v);
            continue;
        }
        value inner = is_tuple(v) ? parameters_of(v) : is_class(v) ? UNDEF : find_attr(v, SYMBOL(S___parameters__));
        for (size_t j = 0; inner != UNDEF && is_tuple(inner) && j < tuple_of(inner)->len; j++)
            add_once(found, tuple_of(inner)->items[j]);
    }
    return tuple_from_iterable(from_ptr(found));
}

static value in_tuple(value v)
{
    return is_tuple(v) ? v : tuple_new(1, &v);
}

value typing_get(unsigned name)
{
    return get_attr(vm_hooks.import(SYMBOL(S_typing), from_ptr(&empty_tuple), 0), SYMBOL(name));
}

/* The arguments with item in the place of the type parameters: typing knows how. */
static value bind_parameters(value self, value args, value item)
{
    if (!tuple_of(parameters_of(args))->len) raise_type_error("%r is not a generic class", self);
    const value all[] = {self, args, item};
    return tuple_from_iterable(call(typing_get(S__substitute), 3, all));
}

/* ---- aliases ---- */

struct alias {
    struct object head;
    value origin, args;
    bool unpacked; /* *tuple[int, str]: what iterating over the plain one gives */
};

static struct alias *self_alias(value v)
{
    return (struct alias *)v;
}

static void alias_trace(struct object *o)
{
    heap_visit_all(&((struct alias *)o)->origin, 2);
}

value generic_alias_new(value origin, value args)
{
    args = in_tuple(args);
    struct alias *a = heap_object(&type_generic_alias, sizeof *a);
    a->origin = origin;
    a->args = args;
    return from_ptr(a);
}

static value alias_make(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    (void)t, (void)kwnames;
    if (n != 2 || nkw) raise_type_error("GenericAlias expected 2 arguments, got %zd", (word)(n + nkw));
    return generic_alias_new(args[0], args[1]);
}

static value alias_call(value self, size_t n, value *args, size_t nkw, const value *kwnames)
{
    value o = call_kw(self_alias(self)->origin, n, args, nkw, kwnames);
    if (has_instance_layout(o) && !(obj_of(o)->type->flags & TYPE_NO_DICT))
        set_attr(o, SYMBOL(S___orig_class__), self);
    return o;
}

/* Nearly all attributes are those of the class. */
value alias_attribute(value self, value name)
{
    static const sym own[] = {S___class__,       S___origin__,    S___args__,  S___parameters__, S___unpacked__,
                              S___mro_entries__, S___reduce_ex__, S___reduce__};
    for (size_t i = 0; i < sizeof own / sizeof own[0]; i++)
        if (name == SYMBOL(own[i])) return generic_get_attr(self, name);
    if (name == SYMBOL(S___copy__) || name == SYMBOL(S___deepcopy__) || name == SYMBOL(S___bases__)) return UNDEF;
    return get_attr(self_alias(unwrap(self))->origin, name);
}

static value alias_getitem(value self, value item)
{
    const struct alias *a = self_alias(self);
    value v = generic_alias_new(a->origin, bind_parameters(self, a->args, item));
    self_alias(v)->unpacked = a->unpacked;
    return v;
}

static value alias_compare(enum op op, value a, value b)
{
    if (!is_type(b, &type_generic_alias) || op < OP_EQ) return NOTIMPL;
    bool same = self_alias(a)->unpacked == self_alias(b)->unpacked && equal(self_alias(a)->origin, self_alias(b)->origin) &&
                equal(self_alias(a)->args, self_alias(b)->args);
    return from_bool(same == (op == OP_EQ));
}

static bool alias_hash(value self, hashcode *out)
{
    *out = hash_of(self_alias(self)->origin) ^ hash_of(self_alias(self)->args);
    return true;
}

static value alias_binary(enum op op, value a, value b)
{
    return op == OP_OR ? union_new(a, b) : NOTIMPL;
}

/* For *tuple[int, str] in a subscript: one item, the alias unpacked. */
static value alias_iter(value self)
{
    const struct alias *a = self_alias(self);
    value v = generic_alias_new(a->origin, a->args);
    self_alias(v)->unpacked = true;
    return get_iter(tuple_new(1, &v));
}

/* Callable[[int], str], whose arguments are (int, str); not Callable[..., str]. */
static bool has_signature(const struct alias *a)
{
    size_t n = tuple_of(a->args)->len;
    value first = n ? tuple_of(a->args)->items[0] : ELLIPSIS;
    return is_class(a->origin) && class_of(a->origin)->name == SYMBOL(S_Callable) && first != ELLIPSIS &&
           !(n == 2 && is_type(first, &type_paramspec));
}

static void alias_repr(value self, struct printer *out)
{
    const struct alias *a = self_alias(self);
    check_c_stack();
    if (a->unpacked) print_char(out, '*');
    print_type(out, a->origin);
    print_char(out, '[');
    size_t n = tuple_of(a->args)->len;
    bool arguments = has_signature(a); /* they are in brackets of their own */
    if (arguments) print_z(out, n == 1 ? "[]" : "[");
    for (size_t i = 0; i < n; i++) {
        if (arguments && i + 1 == n && i) print_char(out, ']');
        print_z(out, i || (arguments && n == 1) ? ", " : "");
        print_type(out, tuple_of(a->args)->items[i]);
    }
    print_z(out, n ? "]" : "()]");
}

static value alias_mro_entries(value self, value bases)
{
    (void)bases;
    return tuple_new(1, &self_alias(need_self(self, &type_generic_alias))->origin);
}

static value alias_instancecheck(value self, value o)
{
    (void)self, (void)o;
    raise_type_error("isinstance() argument 2 cannot be a parameterized generic");
}

static value alias_subclasscheck(value self, value o)
{
    (void)self, (void)o;
    raise_type_error("issubclass() argument 2 cannot be a parameterized generic");
}

static value get_origin(value self)
{
    return self_alias(self)->origin;
}
static value get_args(value self)
{
    return self_alias(self)->args;
}
static value get_parameters(value self)
{
    return parameters_of(self_alias(self)->args);
}
static value get_unpacked(value self)
{
    return from_bool(self_alias(self)->unpacked);
}

METHOD2(m_mro_entries, __mro_entries__, alias_mro_entries);
METHOD2(m_instancecheck, __instancecheck__, alias_instancecheck);
METHOD2(m_subclasscheck, __subclasscheck__, alias_subclasscheck);
GETSET(a_origin, __origin__, get_origin, NULL);
GETSET(a_args, __args__, get_args, NULL);
GETSET(a_parameters, __parameters__, get_parameters, NULL);
GETSET(a_unpacked, __unpacked__, get_unpacked, NULL);
static const struct attr alias_attrs[] = {
    ATTR(__origin__, a_origin),
    ATTR(__args__, a_args),
    ATTR(__parameters__, a_parameters),
    ATTR(__unpacked__, a_unpacked),
    ATTR_VALUE(__module__, SYMBOL(S_types)),
    ATTR(__mro_entries__, m_mro_entries),
    ATTR(__instancecheck__, m_instancecheck),
    ATTR(__subclasscheck__, m_subclasscheck),
};
static const struct slots alias_slots = {
    .size = sizeof(struct alias),
    .trace = alias_trace,
    .make = alias_make,
    .call = alias_call,
    .getitem = alias_getitem,
    .compare = alias_compare,
    .hash = alias_hash,
    .binary = alias_binary,
    .iter = alias_iter,
    .repr = alias_repr,
};
const struct type type_generic_alias = {{&type_type},
                                        .slots = &alias_slots,
                                        .flags = TYPE_GETATTRIBUTE | TYPE_GETATTR | TYPE_BASE | TYPE_BY_NEW,
                                        .name = SYMBOL(S_GenericAlias),
                                        TYPE_ATTRS(alias_attrs),
                                        .base = &type_object};

/* ---- unions ---- */

struct union_type {
    struct object head;
    value args;
};

static value union_args(value v)
{
    return ((struct union_type *)v)->args;
}

static void union_trace(struct object *o)
{
    heap_visit(&((struct union_type *)o)->args);
}

static bool is_unionable(value v)
{
    return v == NONE || is_class(v) || is_type(v, &type_generic_alias) || is_type(v, &type_union) ||
           is_parameter(v) || is_type(v, &type_type_alias);
}

static void add_members(struct list *l, value v)
{
    if (is_type(v, &type_union)) {
        for (size_t i = 0; i < tuple_of(union_args(v))->len; i++)
            add_members(l, tuple_of(union_args(v))->items[i]);
        return;
    }
    if (v == NONE) v = from_ptr(&type_none);
    if (is_str(v)) v = call1(typing_get(S_ForwardRef), v);
    for (size_t i = 0; i < l->len; i++)
        if (equal(list_items(l)[i], v)) return;
    list_append(l, v);
}

static value union_of(value members)
{
    if (list_of(members)->len == 1) return list_items(list_of(members))[0];
    value args = tuple_from_iterable(members);
    struct union_type *u = heap_object(&type_union, sizeof *u);
    u->args = args;
    return from_ptr(u);
}

value union_new(value a, value b)
{
    if (!is_unionable(a) || !is_unionable(b) || (a == NONE && b == NONE)) return NOTIMPL;
    value members = list_new(0, NULL);
    add_members(list_of(members), a);
    add_members(list_of(members), b);
    return union_of(members);
}

static value union_binary(enum op op, value a, value b)
{
    return op == OP_OR ? union_new(a, b) : NOTIMPL;
}

static value union_getitem(value self, value item)
{
    value args = bind_parameters(self, union_args(self), item), members = list_new(0, NULL);
    for (size_t i = 0; i < tuple_of(args)->len; i++) add_members(list_of(members), tuple_of(args)->items[i]);
    return union_of(members);
}

static bool all_in(value a, value b)
{
    for (size_t i = 0; i < tuple_of(a)->len; i++)
        if (!contains(b, tuple_of(a)->items[i])) return false;
    return true;
}

static value union_compare(enum op op, value a, value b)
{
    if (!is_type(b, &type_union) || op < OP_EQ) return NOTIMPL;
    bool same = all_in(union_args(a), union_args(b)) && all_in(union_args(b), union_args(a));
    return from_bool(same == (op == OP_EQ));
}

static bool union_hash(value self, hashcode *out)
{
    value args = union_args(self);
    *out = 0;
    for (size_t i = 0; i < tuple_of(args)->len; i++) *out ^= hash_of(tuple_of(args)->items[i]);
    return true;
}

static void union_repr(value self, struct printer *out)
{
    value args = union_args(self);
    for (size_t i = 0; i < tuple_of(args)->len; i++) {
        print_z(out, i ? " | " : "");
        value v = tuple_of(args)->items[i];
        print_type(out, v == from_ptr(&type_none) ? NONE : v);
    }
}

static value get_union_parameters(value self)
{
    return parameters_of(union_args(self));
}

/* typing.Union[...]: of anything */
value union_make(value cls, value items)
{
    (void)cls;
    items = in_tuple(items);
    if (!tuple_of(items)->len) raise_type_error("Cannot take a Union of no types.");
    value members = list_new(0, NULL);
    for (size_t i = 0; i < tuple_of(items)->len; i++) add_members(list_of(members), tuple_of(items)->items[i]);
    return union_of(members);
}

static value get_union_origin(value self)
{
    (void)self;
    return from_ptr(&type_union);
}

static const struct cfunction m_union_make = {
    { &type_builtin_function }, S___class_getitem__, CF_2, 2, 2, CF_CLASS, { .f2 = union_make },
};
GETSET(a_union_origin, __origin__, get_union_origin, NULL);
GETSET(a_union_args, __args__, union_args, NULL);
GETSET(a_union_parameters, __parameters__, get_union_parameters, NULL);
static const struct attr union_attrs[] = {
    ATTR(__class_getitem__, m_union_make),
    ATTR_VALUE(__module__, SYMBOL(S_typing)),
    ATTR(__origin__, a_union_origin),
    ATTR(__args__, a_union_args),
    ATTR(__parameters__, a_union_parameters),
};
static const struct slots union_slots = {
    .size = sizeof(struct union_type),
    .trace = union_trace,
    .binary = union_binary,
    .getitem = union_getitem,
    .compare = union_compare,
    .hash = union_hash,
    .repr = union_repr,
};
const struct type type_union = {{&type_type},
                                .slots = &union_slots,
                                .flags = TYPE_NO_WEAK,
                                .name = SYMBOL(S_Union),
                                TYPE_ATTRS(union_attrs),
                                .base = &type_object};
#endif
