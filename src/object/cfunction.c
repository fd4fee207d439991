/* Functions in C: calling them, with CPython's words when the number of arguments is wrong. */
#include "../vm/vm.h"
#include "class.h"

/* "len", or "list.append". */
static value full_name(const struct cfunction *f, size_t n, const value *args)
{
    if (!(f->flags & (CF_METHOD | CF_CLASS)) || n == 0) return SYMBOL(f->name);
    const struct type *t = f->flags & CF_CLASS ? class_of(args[0]) : type_of(args[0]), *k;
    while (t->flags & TYPE_HEAP) t = t->rest->native ? t->rest->native : &type_object;
    for (struct mro_walk w = mro_walk(t); (k = mro_next(&w));) /* it may be a base's */
        if (type_own(k, SYMBOL(f->name)) == from_ptr(f)) t = k;
    return str_format_c("%v.%v", t->name, SYMBOL(f->name));
}

/* How many arguments a function takes, self included. */
static size_t least_arguments(const struct cfunction *f)
{
    return f->kind <= CF_3 ? f->kind : f->min;
}

static size_t most_arguments(const struct cfunction *f)
{
    return f->kind <= CF_3 ? f->kind : f->max == 255 ? SIZE_MAX : f->max;
}

/* The function's name before its arguments; a type's for its __init__. */
static value call_name(const struct cfunction *f, const value *args)
{
    if (!ADDER_METHODS || f->name != S___init__ || !(f->flags & CF_METHOD)) return SYMBOL(f->name);
    const struct type *t = type_of(args[0]);
    return t->flags & TYPE_HEAP && type_native(t) ? type_native(t)->name : t->name;
}

static _Noreturn void raise_count(const struct cfunction *f, size_t n, const value *args, size_t nkw)
{
    size_t least = least_arguments(f), most = most_arguments(f);
    if (f->flags & (CF_METHOD | CF_CLASS)) {
        if (n == 0) raise_type_error("unbound method %v() needs an argument", SYMBOL(f->name));
        least -= least > 0;
        most -= most != SIZE_MAX;
        n--;
    }
    if (ADDER_METHODS && f->flags & CF_SLOT && f->name != S___init__ && !slot_is_method(f, type_of(args[0]))) {
        size_t wanted = n < least ? least : most;
        bool repeats = (f->name == S___mul__ || f->name == S___rmul__ || f->name == S___imul__) && slots_of(unwrap(args[0]))->getitem;
        raise_type_error("%sexpected %s%zd argument%s, got %zd", most > 1 || repeats ? " " : "",
                               least == most ? "" : n < least ? "at least " : "at most ", (word)wanted, wanted == 1 ? "" : "s", (word)n);
    }
    if (f->kind == CF_KW) {
        size_t wanted = n < least ? least : most;
        raise_type_error("%v() takes %s %zd %sargument%s (%zd given)", SYMBOL(f->name),
                         n < least ? "at least" : least == most ? "exactly" : "at most", (word)wanted,
                         n < least ? "positional " : "", wanted == 1 ? "" : "s", (word)(n < least ? n : n + nkw));
    }
    if (most == 0)
        raise_type_error("%v() takes no arguments (%zd given)", full_name(f, n + 1, args), (word)n);
    if (most == 1 && least == 1)
        raise_type_error("%v() takes exactly one argument (%zd given)", full_name(f, n + 1, args), (word)n);
    const char *which = least == most ? "" : n < least ? "at least " : "at most ";
    size_t wanted = n < least ? least : most;
    raise_usual_type_error("%v expected %s%zd argument%s, got %zd", call_name(f, args), which, (word)wanted,
                     wanted == 1 ? "" : "s", (word)n);
}

value cfunction_call(const struct cfunction *f, size_t n, value *args, size_t nkw, const value *kwnames)
{
    if (ADDER_METHODS && nkw && f->kind != CF_KW && f->name == S___init__ && n)
        raise_type_error("%v() takes no keyword arguments", call_name(f, args));
    if (nkw && f->kind != CF_KW) {
        bool wrapper = ADDER_METHODS && n && f->flags & CF_SLOT && !slot_is_method(f, type_of(args[0]));
        raise_type_error("%s%v() takes no keyword arguments", wrapper ? "wrapper " : "", wrapper ? SYMBOL(f->name) : full_name(f, n, args));
    }
    if (n > most_arguments(f) || (n < least_arguments(f) && (f->kind != CF_KW || n == 0)))
        raise_count(f, n, args, nkw);
    switch (f->kind) {
    case CF_0: return f->f.f0();
    case CF_1: return f->f.f1(args[0]);
    case CF_2: return f->f.f2(args[0], args[1]);
    case CF_3: return f->f.f3(args[0], args[1], args[2]);
    case CF_VAR: return f->f.fv(n, args);
    default: return f->f.fk(n, args, nkw, kwnames);
    }
}

static value builtin_call(value self, size_t n, value *args, size_t nkw, const value *kwnames)
{
    return cfunction_call((const struct cfunction *)self, n, args, nkw, kwnames);
}

static void builtin_repr(value self, struct printer *out)
{
    const struct cfunction *f = (const struct cfunction *)self;
    print_format(out, f->flags ? "<method '%v'>" : "<built-in function %v>", SYMBOL(f->name));
}

static value get_name(value self)
{
    return SYMBOL(((const struct cfunction *)self)->name);
}

/* A function doesn't know its module: one of those that the program has imported has it, or else builtins. */
static value get_module(value self)
{
    value name, module;
    if (((const struct cfunction *)self)->flags) return UNDEF;
    for (uint32_t i = 0; ADDER_METHODS && vm.modules != UNDEF && dict_next(dict_of(vm.modules), &i, &name, &module);) {
        const struct module_def *def = is_type(module, &type_module) ? ((struct module *)module)->def : NULL;
        for (uint32_t k = 0; def && k < def->nattrs; k++)
            if (def->attrs[k].value == self) return def->name;
    }
    return SYMBOL(S_builtins);
}

GETSET(a_name, __name__, get_name, NULL);
GETSET(a_qualname, __qualname__, get_name, NULL);
GETSET(a_module, __module__, get_module, NULL);
SLOTV(m_get, __get__, 2, 3, descriptor_method_get);

static const struct attr builtin_attrs[] = {
    ATTR(__name__, a_name),
    ATTR_MORE(__qualname__, a_qualname)
    ATTR_MORE(__module__, a_module)
    ATTR_MORE(__get__, m_get)
};

static const struct slots builtin_slots = {
    .size = sizeof(struct cfunction),
    .call = builtin_call,
    .repr = builtin_repr,
};

const struct type type_builtin_function = {
    .head = {&type_type},
    .slots = &builtin_slots,
    .name = SYMBOL(S_builtin_function_or_method),
    TYPE_ATTRS(builtin_attrs),
    .base = &type_object,
};
