/* Methods of built-in types as their class shows them: list.append, int.__add__. A type's table has plain functions that
 * know nothing of it, and some are in several tables. So reading one from a class makes an object that knows both; it
 * sees to it that self is of the type before the function is called. There is one for each method, made when it is first
 * read. Without ADDER_METHODS the function itself is what the class shows. */
#include "class.h"

#if ADDER_METHODS

struct unbound {
    struct object head;
    const struct type *owner;
    const struct cfunction *function;
    struct unbound *next; /* in its row of the table */
};

static const struct type type_new_wrapper;

#define ROWS 64
static struct unbound *table[ROWS];

static void visit_table(void)
{
    for (size_t i = 0; i < ROWS; i++) heap_visit_ptr(&table[i]);
}

void unbound_init(void)
{
    memset(table, 0, sizeof table);
    heap_add_roots(visit_table);
}

static void unbound_trace(struct object *o)
{
    heap_visit_ptr(&((struct unbound *)o)->next);
}

static struct unbound *self_unbound(value self)
{
    return (struct unbound *)self;
}

/* Which exceptions have a text of their own, and which have no __new__ of their own, in CPython. */
static const struct {
    const struct type *type;
    bool str, base_new;
} exceptions[] = {
    {&type_KeyError, true, true},            {&type_ImportError, true, true},        {&type_SyntaxError, true, true},
    {&type_StopIteration, false, true},      {&type_AttributeError, false, true},    {&type_NameError, false, true},
    {&type_SystemExit, false, true},         {&type_OSError, true, false},           {&type_UnicodeDecodeError, true, false},
    {&type_UnicodeEncodeError, true, false}, {&type_UnicodeTranslateError, true, false}, {&type_BaseExceptionGroup, true, false},
};

static const struct type *exception_owner(const struct type *t, unsigned name)
{
    for (size_t i = 0; i < sizeof exceptions / sizeof exceptions[0]; i++) {
        const struct type *k = exceptions[i].type;
        if (name == S___str__ && exceptions[i].str && type_is_subtype(t, k)) return k;
        if (name == S___new__ && exceptions[i].base_new && t == k) return t->base;
    }
    if (name == S___new__ && type_is_subtype(t, &type_OSError)) return &type_OSError;
    return name == S___str__ ? &type_BaseException : is_group_type(t) && name == S___new__ ? &type_BaseExceptionGroup : t;
}

/* CPython's types have a __getattribute__ each, its exceptions an __init__ ...: they are functions of bases here. NULL: as it is. */
static const struct type *owner_of_shared(const struct type *first, const struct type *found, unsigned name)
{
    if (found == &type_BaseException && (name == S___init__ || name == S___new__ || name == S___str__)) return exception_owner(first, name);
    if (found != &type_object) return NULL;
    switch (name) {
    case S___getattribute__: return first == &type_bool ? &type_int : first->flags & TYPE_EXCEPTION ? &type_BaseException : first;
    case S___setattr__:
    case S___delattr__: return first == &type_type ? first : NULL;
    case S___str__: return first == &type_bytes || first == &type_bytearray ? first : NULL;
    default: return NULL;
    }
}

/* The built-in type along cls's MRO that the function comes from; NULL: none. */
static const struct type *find_owner(const struct type *cls, const struct cfunction *f)
{
    const struct type *k, *first = NULL;
    for (struct mro_walk w = mro_walk(cls); (k = mro_next(&w));) {
        if (k->flags & TYPE_HEAP) continue;
        if (!first) first = k;
        if (type_own(k, SYMBOL(f->name)) != from_ptr(f)) continue;
        const struct type *owner = owner_of_shared(first, k, f->name);
        return owner ? owner : slot_owner(k, f);
    }
    return NULL;
}

/* How it is shown: as a static method, a special method that belongs to a slot, or any other method. */
static const struct type *kind_of(const struct cfunction *f, const struct type *owner)
{
    if (f->flags & CF_NEW) return &type_new_wrapper;
    bool slot = f->flags & CF_SLOT || f->name == S___init__ || f->name == S___call__;
    return slot && !slot_is_method(f, owner) ? &type_wrapper_descriptor : &type_method_descriptor;
}

value unbound_method(value function, const struct type *cls)
{
    const struct cfunction *f = (const struct cfunction *)function;
    if (!(f->flags & (CF_METHOD | CF_NEW))) return function;
    const struct type *owner = find_owner(cls, f);
    if (!owner) return function;
    size_t row = (size_t)(from_ptr(f) >> 3 ^ from_ptr(owner) >> 5) % ROWS;
    for (struct unbound *u = table[row]; u; u = u->next)
        if (u->owner == owner && u->function == f) return from_ptr(u);
    struct unbound *u = heap_object(kind_of(f, owner), sizeof *u);
    u->owner = owner;
    u->function = f;
    u->next = table[row];
    table[row] = u;
    return from_ptr(u);
}

/* Whether it is a special method that belongs to a slot: it has other words. */
static bool is_wrapper(const struct unbound *u)
{
    return u->head.type == &type_wrapper_descriptor;
}

static void check_self(const struct unbound *u, value self)
{
    if (type_is_subtype(type_of(self), u->owner)) return;
    raise_type_error(is_wrapper(u) ? "descriptor '%v' requires a '%v' object but received a '%t'"
                                   : "descriptor '%v' for '%v' objects doesn't apply to a '%t' object",
                     SYMBOL(u->function->name), u->owner->name, self);
}

static value unbound_call(value self, size_t n, value *args, size_t nkw, const value *kwnames)
{
    const struct unbound *u = self_unbound(self);
    if (n == 0 && is_wrapper(u))
        raise_type_error("descriptor '%v' of '%v' object needs an argument", SYMBOL(u->function->name), u->owner->name);
    if (n == 0) raise_type_error("unbound method %v.%v() needs an argument", u->owner->name, SYMBOL(u->function->name));
    check_self(u, args[0]);
    bool sets = u->function->name == S___setattr__ ? n == 3 : u->function->name == S___delattr__ && n == 2;
    if (sets && !nkw && u->owner == &type_object && is_class(args[0]))
        raise_type_error("can't apply this %v to %t object", SYMBOL(u->function->name), args[0]);
    return cfunction_call(u->function, n, args, nkw, kwnames);
}

static value new_call(value self, size_t n, value *args, size_t nkw, const value *kwnames)
{
    const struct unbound *u = self_unbound(self);
    value name = u->owner->name;
    if (n == 0) raise_type_error("%v.__new__(): not enough arguments", name);
    if (!is_class(args[0])) raise_type_error("%v.__new__(X): X is not a type object (%t)", name, args[0]);
    const struct type *t = class_of(args[0]);
    if (!type_is_subtype(t, u->owner))
        raise_type_error("%v.__new__(%v): %v is not a subtype of %v", name, t->name, t->name, name);
    return cfunction_call(u->function, n, args, nkw, kwnames);
}

static value unbound_get(size_t n, value *args)
{
    const struct unbound *u = self_unbound(args[0]);
    value o = args[1];
    if (o == NONE && (n < 3 || args[2] == NONE)) raise_type_error("__get__(None, None) is invalid");
    if (o == NONE && args[2] != from_ptr(&type_none)) return args[0];
    check_self(u, o);
    return method_new(from_ptr(u->function), o);
}

static void unbound_repr(value self, struct printer *out)
{
    const struct unbound *u = self_unbound(self);
    if (u->head.type == &type_new_wrapper) {
        print_format(out, "<built-in method __new__ of type object at 0x");
        int_print(id_of(from_ptr(u->owner)), 16, false, out);
        print_char(out, '>');
        return;
    }
    print_format(out, is_wrapper(u) ? "<slot wrapper '%v' of '%v' objects>" : "<method '%v' of '%v' objects>",
                 SYMBOL(u->function->name), u->owner->name);
}

static value get_name(value self)
{
    return SYMBOL(self_unbound(self)->function->name);
}

static value get_qualname(value self)
{
    const struct unbound *u = self_unbound(self);
    return str_format_c("%v.%v", u->owner->name, SYMBOL(u->function->name));
}

static value get_class(value self)
{
    return from_ptr(self_unbound(self)->owner);
}

GETSET(a_name, __name__, get_name, NULL);
GETSET(a_qualname, __qualname__, get_qualname, NULL);
GETSET(a_class, __objclass__, get_class, NULL);
SLOTV(m_get, __get__, 2, 3, unbound_get);

static const struct attr unbound_attrs[] = {
    ATTR(__name__, a_name),
    ATTR(__qualname__, a_qualname),
    ATTR(__objclass__, a_class),
    ATTR_VALUE(__doc__, NONE),
    ATTR(__get__, m_get),
};

static const struct slots unbound_slots = {
    .size = sizeof(struct unbound),
    .trace = unbound_trace,
    .call = unbound_call,
    .repr = unbound_repr,
};

static const struct attr new_attrs[] = {
    ATTR(__name__, a_name),
    ATTR(__qualname__, a_qualname),
    ATTR(__self__, a_class),
    ATTR_VALUE(__doc__, NONE),
};

static const struct slots new_slots = {
    .size = sizeof(struct unbound),
    .trace = unbound_trace,
    .call = new_call,
    .repr = unbound_repr,
};

static const struct type type_new_wrapper = {
    .head = {&type_type},
    .slots = &new_slots,
    .name = SYMBOL(S_builtin_function_or_method),
    TYPE_ATTRS(new_attrs),
    .base = &type_object,
};

#define UNBOUND_TYPE(symbol)                                                                                 \
    const struct type type_##symbol = {                                                                      \
        .head = {&type_type},                                                                                \
        .slots = &unbound_slots,                                                                             \
        .flags = TYPE_DESCRIPTOR,                                                                            \
        .name = SYMBOL(S_##symbol),                                                                          \
        TYPE_ATTRS(unbound_attrs),                                                                           \
        .base = &type_object,                                                                                \
    }
UNBOUND_TYPE(method_descriptor);
UNBOUND_TYPE(wrapper_descriptor);

bool is_unbound(value v)
{
    return is_type(v, &type_method_descriptor) || is_type(v, &type_wrapper_descriptor) || is_type(v, &type_new_wrapper);
}

#endif
