/* What PEP 695 syntax makes: TypeVar, TypeVarTuple, ParamSpec, and the aliases of `type` statements.
 * Bounds, defaults and an alias's value are evaluated when they are first asked for. */
#include "../vm/vm.h"
#include "class.h"

#if ADDER_TYPING
/* ---- type parameters ---- */

/* bound and dflt are functions until they are evaluated; None: there is none. */
struct typevar {
    struct object head;
    value name, bound, dflt, constraints, module;
    uintptr_t done;
};
enum { BOUND_DONE = 1, DEFAULT_DONE = 2, COVARIANT = 4, CONTRAVARIANT = 8, INVARIANT = 16 };

static struct typevar *self_typevar(value v)
{
    return (struct typevar *)v;
}

static void typevar_trace(struct object *o)
{
    heap_visit_all(&((struct typevar *)o)->name, 5);
}

static const struct type *typevar_type(unsigned kind)
{
    return kind == TYPEVAR ? &type_typevar : kind == TYPEVARTUPLE ? &type_typevartuple : &type_paramspec;
}

/* The name of the module whose code is running. */
static value running_module(void)
{
    struct dict *globals = vm_globals();
    int i = globals ? dict_find_symbol(globals, SYMBOL(S___name__)) : -1;
    return i < 0 ? NONE : dict_entry(globals, (uint32_t)i)[1];
}

value typevar_new(unsigned kind, value name, value bound, value dflt)
{
    const struct type *type = typevar_type(kind);
    struct typevar *t = heap_object(type, sizeof *t);
    t->name = name;
    t->module = running_module();
    t->bound = bound == UNDEF ? NONE : bound;
    t->dflt = dflt == UNDEF ? NONE : dflt;
    return from_ptr(t);
}

/* A type by its name is a reference forward. */
static value type_or_name(value v)
{
    return is_str(v) ? call1(typing_get(S_ForwardRef), v) : v;
}

/* TypeVar("T", *constraints, bound=..., default=...): its values are there already. */
static value typevar_make(const struct type *type, size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const uint16_t names[] = {S_covariant, S_contravariant, S_infer_variance, S_bound, S_default, S_name};
    enum { COVARIANT_ARG, CONTRAVARIANT_ARG, INFER_ARG, BOUND_ARG, DEFAULT_ARG, NAME_ARG, ARGS };
    value given[ARGS] = {UNDEF, UNDEF, UNDEF, UNDEF, UNDEF, n ? args[0] : UNDEF};
    for (size_t i = 0; i < nkw; i++) {
        size_t k = 0;
        while (k < ARGS && kwnames[i] != SYMBOL(names[k])) k++;
        if (k == ARGS) raise_type_error("%v() got an unexpected keyword argument '%v'", type->name, kwnames[i]);
        given[k] = args[n + i];
    }
    value name = given[NAME_ARG];
    if (name == UNDEF || !is_str(unwrap(name))) raise_type_error("%v() argument 'name' must be str", type->name);
    bool is[3];
    for (size_t k = 0; k < 3; k++) is[k] = given[k] != UNDEF && truth(given[k]);
    if (is[COVARIANT_ARG] && is[CONTRAVARIANT_ARG]) raise_value_error("Bivariant types are not supported.");
    if (is[INFER_ARG] && (is[COVARIANT_ARG] || is[CONTRAVARIANT_ARG]))
        raise_value_error("Variance cannot be specified with infer_variance.");
    bool bound = given[BOUND_ARG] != UNDEF && given[BOUND_ARG] != NONE;
    if (n == 2) raise_type_error("A single constraint is not allowed");
    if (n > 2 && bound) raise_type_error("Constraints cannot be combined with bound=...");
    struct typevar *t = heap_object(type, sizeof *t);
    t->name = unwrap(name);
    t->module = running_module();
    t->bound = bound ? type_or_name(given[BOUND_ARG]) : NONE;
    t->dflt = given[DEFAULT_ARG] == UNDEF ? NONE : given[DEFAULT_ARG];
    t->done = BOUND_DONE | (given[DEFAULT_ARG] == UNDEF ? 0 : DEFAULT_DONE) |
              (is[COVARIANT_ARG]       ? COVARIANT
               : is[CONTRAVARIANT_ARG] ? CONTRAVARIANT
               : is[INFER_ARG]         ? 0
                                       : INVARIANT);
    value constraints = tuple_new(n > 1 ? n - 1 : 0, args + 1);
    for (size_t i = 1; i < n; i++) {
        value constraint = type_or_name(args[i]);
        tuple_of(constraints)->items[i - 1] = constraint;
    }
    t->constraints = constraints;
    return from_ptr(t);
}

/* The bound: a tuple of it stands for constraints. */
static value evaluate_bound(struct typevar *t)
{
    if (!(t->done & BOUND_DONE) && t->bound != NONE) {
        value v = call1(t->bound, from_int(1));
        t->bound = is_tuple(v) ? NONE : v;
        t->constraints = is_tuple(v) ? v : UNDEF;
    }
    t->done |= BOUND_DONE;
    return t->bound;
}

static value get_bound(value self)
{
    return evaluate_bound(self_typevar(self));
}

static value get_constraints(value self)
{
    struct typevar *t = self_typevar(self);
    evaluate_bound(t);
    return t->constraints == UNDEF ? from_ptr(&empty_tuple) : t->constraints;
}

static value has_default(value self)
{
    const struct typevar *t = self_typevar(self);
    return from_bool((t->done & DEFAULT_DONE) || t->dflt != NONE);
}

static value get_default(value self)
{
    struct typevar *t = self_typevar(self);
    if (has_default(self) == FALSE) return typing_get(S_NoDefault);
    if (!(t->done & DEFAULT_DONE) && t->dflt != NONE) {
        value v = call1(t->dflt, from_int(1));
        t->dflt = v;
        t->done |= DEFAULT_DONE;
    }
    return t->dflt;
}

static void typevar_repr(value self, struct printer *out)
{
    const struct typevar *t = self_typevar(self);
    if (t->done & (COVARIANT | CONTRAVARIANT | INVARIANT) && !is_type(self, &type_typevartuple))
        print_char(out, t->done & COVARIANT ? '+' : t->done & CONTRAVARIANT ? '-' : '~');
    print_value(out, t->name);
}

/* P.args and P.kwargs: names for annotations. */
static value get_paramspec_args(value self)
{
    return call1(typing_get(S_ParamSpecArgs), self);
}
static value get_paramspec_kwargs(value self)
{
    return call1(typing_get(S_ParamSpecKwargs), self);
}

static value get_covariant(value self)
{
    return from_bool(self_typevar(self)->done & COVARIANT);
}
static value get_contravariant(value self)
{
    return from_bool(self_typevar(self)->done & CONTRAVARIANT);
}
static value get_infer_variance(value self)
{
    return from_bool(!(self_typevar(self)->done & (COVARIANT | CONTRAVARIANT | INVARIANT)));
}

static value typevar_binary(enum op op, value a, value b)
{
    const value both[] = {a, b};
    if (op != OP_OR) return NOTIMPL;
    return is_str(a) || is_str(b) ? union_make(UNDEF, tuple_new(2, both)) : union_new(a, b);
}

/* *Ts in a subscript */
static value typevar_iter(value self)
{
    value unpacked = get_item(typing_get(S_Unpack), self);
    return get_iter(tuple_new(1, &unpacked));
}

static value get_name(value self)
{
    return self_typevar(self)->name;
}

static value get_module(value self)
{
    return self_typevar(self)->module;
}

static value no_bases(value self, value bases)
{
    (void)bases;
    raise_type_error("Cannot subclass an instance of %v", type_of(self)->name);
}

METHOD2(m_mro_entries, __mro_entries__, no_bases);
METHOD1(m_has_default, has_default, has_default);
GETSET(a_module, __module__, get_module, NULL);
GETSET(a_name, __name__, get_name, NULL);
GETSET(a_bound, __bound__, get_bound, NULL);
GETSET(a_constraints, __constraints__, get_constraints, NULL);
GETSET(a_default, __default__, get_default, NULL);
GETSET(a_covariant, __covariant__, get_covariant, NULL);
GETSET(a_contravariant, __contravariant__, get_contravariant, NULL);
GETSET(a_infer_variance, __infer_variance__, get_infer_variance, NULL);
GETSET(a_args, args, get_paramspec_args, NULL);
GETSET(a_kwargs, kwargs, get_paramspec_kwargs, NULL);
#define TYPEVAR_ATTRS                                                                                        \
    ATTR(__name__, a_name), ATTR(__bound__, a_bound), ATTR(__constraints__, a_constraints),                  \
        ATTR(__default__, a_default), ATTR(has_default, m_has_default), ATTR(__covariant__, a_covariant),    \
        ATTR(__contravariant__, a_contravariant), ATTR(__infer_variance__, a_infer_variance),                \
        ATTR(__module__, a_module), ATTR_VALUE(__module__, SYMBOL(S_typing)), ATTR(__mro_entries__, m_mro_entries)
static const struct attr typevar_attrs[] = {TYPEVAR_ATTRS};
static const struct attr paramspec_attrs[] = {TYPEVAR_ATTRS, ATTR(args, a_args), ATTR(kwargs, a_kwargs)};

#define TYPEVAR_SLOTS                                                                                        \
    .size = sizeof(struct typevar), .trace = typevar_trace, .make = typevar_make, .repr = typevar_repr
static const struct slots typevar_slots = {TYPEVAR_SLOTS, .binary = typevar_binary};
static const struct slots typevartuple_slots = {TYPEVAR_SLOTS, .iter = typevar_iter};
#define TYPEVAR_TYPE(slots_, attrs_, name_)                                                                          \
    {                                                                                                        \
        {&type_type}, .slots = &slots_, .name = SYMBOL(S_##name_), TYPE_ATTRS(attrs_),                \
                      .base = &type_object                                                                   \
    }
const struct type type_typevar = TYPEVAR_TYPE(typevar_slots, typevar_attrs, TypeVar);
const struct type type_paramspec = TYPEVAR_TYPE(typevar_slots, paramspec_attrs, ParamSpec);
const struct type type_typevartuple = TYPEVAR_TYPE(typevartuple_slots, typevar_attrs, TypeVarTuple);

/* ---- type X = ... ---- */

struct type_alias {
    struct object head;
    value name, params, evaluator, value, module;
};

static struct type_alias *self_alias(value v)
{
    return (struct type_alias *)v;
}

static void type_alias_trace(struct object *o)
{
    heap_visit_all(&((struct type_alias *)o)->name, 5);
}

value type_alias_new(value name, value params, value evaluator)
{
    struct type_alias *a = heap_object(&type_type_alias, sizeof *a);
    a->name = name;
    a->module = running_module();
    a->params = params == UNDEF || params == NONE ? from_ptr(&empty_tuple) : params;
    a->evaluator = evaluator;
    return from_ptr(a);
}

static value type_alias_make(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym params[] = {S_name, S_value, S_type_params};
    value v[3];
    (void)t;
    args_bind("typealias", n, args, nkw, kwnames, 0, 3, params, 2, 2, v);
    need_str(v[0], "typealias() argument 'name'");
    if (v[2] != UNDEF && !is_tuple(v[2])) raise_type_error("type_params must be a tuple");
    value a = type_alias_new(v[0], v[2], UNDEF);
    self_alias(a)->value = v[1];
    return a;
}

static value get_value(value self)
{
    struct type_alias *a = self_alias(self);
    if (a->value == UNDEF) {
        value v = call1(a->evaluator, from_int(1));
        a->value = v;
    }
    return a->value;
}

static void type_alias_repr(value self, struct printer *out)
{
    print_value(out, self_alias(self)->name);
}

static value type_alias_binary(enum op op, value a, value b)
{
    return op == OP_OR ? union_new(a, b) : NOTIMPL;
}

static value type_alias_getitem(value self, value item)
{
    if (tuple_of(self_alias(self)->params)->len == 0)
        raise_type_error("Only generic type aliases are subscriptable");
    return generic_alias_new(self, item);
}

static value get_alias_name(value self)
{
    return self_alias(self)->name;
}
static value get_type_params(value self)
{
    return self_alias(self)->params;
}

GETSET(a_alias_name, __name__, get_alias_name, NULL);
GETSET(a_value, __value__, get_value, NULL);
GETSET(a_type_params, __type_params__, get_type_params, NULL);
GETSET(a_parameters, __parameters__, get_type_params, NULL);
static value get_alias_module(value self)
{
    return self_alias(self)->module;
}
GETSET(a_alias_module, __module__, get_alias_module, NULL);

static const struct attr type_alias_attrs[] = {
    ATTR(__module__, a_alias_module),
    ATTR(__name__, a_alias_name),
    ATTR(__value__, a_value),
    ATTR(__type_params__, a_type_params),
    ATTR(__parameters__, a_parameters),
    ATTR_VALUE(__module__, SYMBOL(S_typing)),
};
static const struct slots type_alias_slots = {
    .size = sizeof(struct type_alias),
    .trace = type_alias_trace,
    .make = type_alias_make,
    .binary = type_alias_binary,
    .getitem = type_alias_getitem,
    .repr = type_alias_repr,
};
const struct type type_type_alias = {{&type_type},
                                     .slots = &type_alias_slots,
                                     .name = SYMBOL(S_TypeAliasType),
                                     TYPE_ATTRS(type_alias_attrs),
                                     .base = &type_object};
#endif
