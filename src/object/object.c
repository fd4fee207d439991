/* object, the base of all classes, and the types of None, Ellipsis and NotImplemented. */
#include "../vm/vm.h"
#include "class.h"

/* ---- what every object can do ---- */

static value qualified_name(const struct type *t)
{
    return get_attr(from_ptr(t), SYMBOL(S___qualname__));
}

void object_repr(value self, struct printer *out)
{
    const struct type *t = type_of(self);
    value module = find_attr(from_ptr(t), SYMBOL(S___module__));
    print_char(out, '<');
    if (module != UNDEF && is_str(module) && module != SYMBOL(S_builtins)) print_format(out, "%v.", module);
    print_format(out, "%v object at 0x", qualified_name(t));
    int_print(id_of(self), 16, false, out);
    print_char(out, '>');
}

value object_format(value self, value spec)
{
    if (!is_str(unwrap(spec))) raise_type_error("__format__() argument must be str, not %T", spec);
    if (str_view(unwrap(spec)).len != 0)
        raise_type_error("unsupported format string passed to %t.__format__", self);
    return str_of_object(self, false);
}

static value method_repr(value self)
{
    struct printer p;
    printer_init(&p);
    object_repr(self, &p);
    return printer_str(&p);
}

/* As __repr__ gives it, whatever that is: str() will see. */
static value method_str(value self)
{
    value f = ADDER_METHODS && type_of(self)->flags & TYPE_HEAP ? class_special(type_of(self), SYMBOL(S___repr__)) : UNDEF;
    return f == UNDEF ? to_repr(self) : special_call(f, self, 0, NULL);
}

static value method_eq(value self, value other)
{
    return self == other ? TRUE : NOTIMPL;
}

/* By __eq__ of the object's own class, turned round. */
static value method_ne(value self, value other)
{
    value f = find_special(self, SYMBOL(S___eq__));
    value r = f == UNDEF ? NOTIMPL : call1(f, other);
    return r == NOTIMPL ? r : from_bool(!truth(r));
}

static value method_order(value self, value other)
{
    (void)self, (void)other;
    return NOTIMPL;
}

static value method_hash(value self)
{
    return int_from_hash(hash_identity(self));
}

static value method_getattribute(value self, value name)
{
    if (!is_str(unwrap(name))) raise_type_error("attribute name must be string, not '%t'", name);
    name = str_intern(unwrap(name));
    value v = generic_get_attr(self, name);
    if (v == UNDEF) raise_attribute_error(self, name);
    return v;
}

static value method_setattr(value self, value name, value v)
{
    if (!is_str(unwrap(name))) raise_type_error("attribute name must be string, not '%t'", name);
    generic_set_attr(self, str_intern(unwrap(name)), v);
    return NONE;
}

static value method_delattr(value self, value name)
{
    return method_setattr(self, name, UNDEF);
}

static value method_dir(value self)
{
    return attribute_names(self);
}

static value method_sizeof(value self)
{
    if (!is_obj(self)) return from_int(0);
    const struct slots *s = obj_of(self)->type->slots;
    size_t n = s->size ? s->size : s->size_of(obj_of(self));
    return from_int((word)n);
}

/* Whether the class has a method of its own in place of object's. */
static bool overrides(const struct type *t, unsigned name)
{
    return class_special(t, SYMBOL(name)) != UNDEF;
}

static value method_new_object(size_t n, value *args, size_t nkw, const value *kwnames)
{
    (void)kwnames;
    if (!is_class(args[0])) raise_type_error("object.__new__(X): X is not a type object (%t)", args[0]);
    const struct type *t = class_of(args[0]);
    if (n + nkw > 1) {
        if (overrides(t, S___new__))
            raise_type_error("object.__new__() takes exactly one argument (the type to instantiate)");
        if (!overrides(t, S___init__)) raise_type_error("%v() takes no arguments", t->name);
    }
    return class_instance(t);
}

static value method_init(size_t n, value *args, size_t nkw, const value *kwnames)
{
    (void)kwnames;
    const struct type *t = type_of(args[0]);
    if (n + nkw > 1 && ADDER_METHODS) {
        value new = find_type_attr(&type_object, SYMBOL(S___new__));
        if (find_type_attr(t, SYMBOL(S___init__)) != find_type_attr(&type_object, SYMBOL(S___init__)))
            raise_type_error("object.__init__() takes exactly one argument (the instance to initialize)");
        if ((t->flags & TYPE_HEAP || t == &type_object) && find_type_attr(t, SYMBOL(S___new__)) == new)
            raise_type_error("%v.__init__() takes exactly one argument (the instance to initialize)", t->name);
    } else if (n + nkw > 1) {
        if (overrides(t, S___init__))
            raise_type_error("object.__init__() takes exactly one argument (the instance to initialize)");
        if (!overrides(t, S___new__))
            raise_type_error("%v.__init__() takes exactly one argument (the instance to initialize)",
                             t->name);
    }
    return NONE;
}

#if ADDER_METHODS
/* How objects are taken apart for copies is told in Python. */
static value by_copyreg(value self, unsigned function, value protocol)
{
    value args[] = {self, protocol};
    return call_method(vm_hooks.import(SYMBOL(S_copyreg), NONE, 0), SYMBOL(function), protocol == UNDEF ? 1 : 2, args);
}

static value reduce(value self, value protocol)
{
    value parts = iter_parts(self);
    return parts == UNDEF ? by_copyreg(self, S__reduce, protocol) : parts;
}

static value method_reduce(value self)
{
    return reduce(self, from_int(0));
}

static value method_reduce_ex(value self, value protocol)
{
    need_int(protocol);
    value own = find_type_attr(type_of(self), SYMBOL(S___reduce__));
    if (own != find_type_attr(&type_object, SYMBOL(S___reduce__)))
        return call_method(self, SYMBOL(S___reduce__), 0, NULL);
    return reduce(self, protocol);
}

static value method_getstate(value self)
{
    return by_copyreg(self, S__state, UNDEF);
}
#endif

static value method_init_subclass(size_t n, value *args, size_t nkw, const value *kwnames)
{
    (void)n, (void)kwnames;
    if (nkw) raise_type_error("%v.__init_subclass__() takes no keyword arguments", qualified_name(class_of(args[0])));
    if (n > 1)
        raise_type_error("%v.__init_subclass__() takes no arguments (%zd given)", qualified_name(class_of(args[0])), (word)n - 1);
    return NONE;
}

static value method_subclasshook(size_t n, value *args)
{
    (void)n, (void)args;
    return NOTIMPL;
}

static value get_class(value self)
{
    return from_ptr(type_told(self));
}

#if ADDER_METHODS
/* Whether what __slots__ made is in the same places. */
static bool same_members(const struct type *from, const struct type *to)
{
    const struct type *k;
    if (instance_first(from) != instance_first(to)) return false;
    for (struct mro_walk w = mro_walk(to); (k = mro_next(&w));) {
        value name, v;
        for (uint32_t i = 0; (k->flags & TYPE_HEAP) && dict_next(k->dict, &i, &name, &v);) {
            value other = is_member(v) ? find_type_attr(from, name) : UNDEF;
            if (is_member(v) && (other == UNDEF || !is_member(other) ||
                                 ((struct member *)other)->index != ((struct member *)v)->index))
                return false;
        }
    }
    return true;
}

static bool same_layout(const struct type *from, const struct type *to)
{
    const uint32_t flags = TYPE_INSTANCE | TYPE_WRAPS | TYPE_NO_DICT | TYPE_NO_WEAK;
    if (from == &type_module) return to->rest->native == from && instance_first(to) == 1;
    return from->rest->native == to->rest->native && !((from->flags ^ to->flags) & flags) && same_members(from, to);
}

static void set_class(value self, value cls)
{
    if (cls == UNDEF) raise_type_error("can't delete __class__ attribute");
    if (!is_class(cls)) raise_type_error("__class__ must be set to a class, not '%t' object", cls);
    const struct type *from = type_of(self), *to = class_of(cls);
    bool is_module = from == &type_module && !((struct module *)self)->def && type_is_subtype(to, from); /* from source */
    if (!(is_module || (from->flags & TYPE_HEAP && from->flags & TYPE_INSTANCE)) || !(to->flags & TYPE_HEAP))
        raise_type_error("__class__ assignment only supported for mutable types or ModuleType subclasses");
    if (!same_layout(from, to))
        raise_type_error("__class__ assignment: '%v' object layout differs from '%v'", to->name, from->name);
    if (is_module)
        module_become((struct module *)self, to);
    else
        instance_set_class((struct instance *)self, to);
}
#else
#define set_class NULL
#endif

static value get_dict(value self)
{
    const struct type *t = type_of(self);
    if (!(t->flags & TYPE_INSTANCE) || (t->flags & TYPE_NO_DICT)) return UNDEF;
#if ADDER_METHODS
    if (t->flags & TYPE_EXCEPTION) return from_ptr(exception_dict(self));
#endif
    return from_ptr(instance_dict((struct instance *)self));
}

static void set_dict(value self, value v)
{
    const struct type *t = type_of(self);
    if (!(t->flags & TYPE_INSTANCE) || (t->flags & TYPE_NO_DICT))
        raise_attribute_error(self, SYMBOL(S___dict__));
    if (v != UNDEF && !as_dict(v)) raise_type_error("__dict__ must be set to a dictionary, not a '%t'", v);
    instance_replace_dict((struct instance *)self, v == UNDEF ? dict_new(0) : as_dict(v));
}

SLOT1(m_repr, __repr__, method_repr);
SLOT1(m_str, __str__, method_str);
SLOT2(m_eq, __eq__, method_eq);
SLOT2(m_ne, __ne__, method_ne);
SLOT2(m_lt, __lt__, method_order);
SLOT2(m_le, __le__, method_order);
SLOT2(m_gt, __gt__, method_order);
SLOT2(m_ge, __ge__, method_order);
SLOT1(m_hash, __hash__, method_hash);
METHOD2(m_format, __format__, object_format);
SLOT2(m_getattribute, __getattribute__, method_getattribute);
SLOT3(m_setattr, __setattr__, method_setattr);
SLOT2(m_delattr, __delattr__, method_delattr);
METHOD1(m_dir, __dir__, method_dir);
METHOD1(m_sizeof, __sizeof__, method_sizeof);
#if ADDER_METHODS
METHOD1(m_reduce, __reduce__, method_reduce);
METHOD2(m_reduce_ex, __reduce_ex__, method_reduce_ex);
METHOD1(m_getstate, __getstate__, method_getstate);
#endif
SLOTK(m_init, __init__, method_init);
STATIC_NEW(m_new, method_new_object);
CLASS_METHODK(m_init_subclass, __init_subclass__, 1, 255, method_init_subclass);
CLASS_METHODV(m_subclasshook, __subclasshook__, 2, 2, method_subclasshook);
GETSET(a_class, __class__, get_class, set_class);
GETSET(a_dict, __dict__, get_dict, set_dict);

#if ADDER_METHODS
static value get_weakref(value self)
{
    size_t at = 0;
    if (is_class(self)) { /* the classes' own are made when they are asked for */
        const struct type *k;
        for (struct mro_walk w = mro_walk(class_of(self)); (k = mro_next(&w));)
            if (k->flags & TYPE_HEAP) class_complete((struct type *)k);
        value v = type_lookup(class_of(self), SYMBOL(S___weakref__), NULL);
        return is_type(v, &type_getset) && !getset_owner(v) ? UNDEF : v;
    }
    if (!(type_of(self)->flags & TYPE_HEAP) || type_of(self)->flags & TYPE_NO_WEAK) return UNDEF;
    struct object *o = heap_next_weak(self, &at);
    while (o && o->type != &type_weakref) o = heap_next_weak(self, &at);
    return o ? from_ptr(o) : NONE;
}
GETSET(a_weakref, __weakref__, get_weakref, NULL);

value getset_made(const struct type *t, bool dict)
{
    const struct getset *from = dict ? &a_dict : &a_weakref;
    struct made_getset *g = heap_object(&type_getset, sizeof *g);
    memcpy(&g->base.name, &from->name, sizeof g->base - offsetof(struct getset, name));
    g->of = from_ptr(t);
    return from_ptr(g);
}

const struct type *getset_owner(value d)
{
    const struct getset *g = (const struct getset *)d;
    bool made = (g->get == get_dict && g != &a_dict) || (g->get == get_weakref && g != &a_weakref);
    return made ? class_of(((const struct made_getset *)d)->of) : NULL;
}
#endif

bool getset_is_general(value d)
{
    bool weakref = false;
#if ADDER_METHODS
    weakref = d == from_ptr(&a_weakref);
#endif
    return d == from_ptr(&a_class) || d == from_ptr(&a_dict) || weakref;
}

static const struct attr object_attrs[] = {
    ATTR(__class__, a_class),
    ATTR(__init__, m_init),
    ATTR(__new__, m_new),
    ATTR(__repr__, m_repr),
    ATTR(__str__, m_str),
    ATTR_USUAL(__eq__, m_eq)
    ATTR_USUAL(__ne__, m_ne)
    ATTR_MORE(__lt__, m_lt)
    ATTR_MORE(__le__, m_le)
    ATTR_MORE(__gt__, m_gt)
    ATTR_MORE(__ge__, m_ge)
    ATTR_USUAL(__hash__, m_hash)
    ATTR_MORE(__format__, m_format)
    ATTR_USUAL(__getattribute__, m_getattribute)
    ATTR_USUAL(__setattr__, m_setattr)
    ATTR_USUAL(__delattr__, m_delattr)
    ATTR_MORE(__dir__, m_dir)
    ATTR_MORE(__sizeof__, m_sizeof)
    ATTR_MORE(__reduce__, m_reduce)
    ATTR_MORE(__reduce_ex__, m_reduce_ex)
    ATTR_MORE(__getstate__, m_getstate)
    ATTR_USUAL(__init_subclass__, m_init_subclass)
    ATTR_MORE(__subclasshook__, m_subclasshook)
    ATTR(__dict__, a_dict),
    ATTR_MORE(__weakref__, a_weakref)
    ATTR_VALUE(__doc__, NONE),
};

/* object(): nothing but a header. */
static value object_make(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    (void)t, (void)args, (void)kwnames;
    if (n + nkw) raise_type_error("object() takes no arguments");
    return from_ptr(heap_object(&type_object, sizeof(struct object)));
}

static const struct slots object_slots = {
    .size = sizeof(struct object),
    .make = object_make,
    .repr = object_repr,
};

const struct type type_object = {
    .head = {&type_type},
    .slots = &object_slots,
    .flags = TYPE_BASE | TYPE_NO_WEAK,
    .name = SYMBOL(S_object),
    TYPE_ATTRS(object_attrs),
};

/* ---- None, Ellipsis, NotImplemented ---- */

#if ADDER_METHODS
static value single(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    (void)args, (void)kwnames;
    if (n + nkw) raise_type_error("%v takes no arguments", t->name);
    return t == &type_none ? NONE : t == &type_ellipsis ? ELLIPSIS : NOTIMPL;
}
#else
#define single NULL
#endif

static void single_repr(value self, struct printer *out)
{
    print_z(out, self == NONE ? "None" : self == ELLIPSIS ? "Ellipsis" : "NotImplemented");
}

static int single_truth(value self)
{
    if (self == NOTIMPL) raise_type_error("NotImplemented should not be used in a boolean context");
    return self != NONE;
}

static value none_binary(enum op op, value a, value b)
{
    return ADDER_TYPING && op == OP_OR ? union_new(a, b) : NOTIMPL;
}

#if ADDER_SET_ORDER
static bool none_hash(value self, hashcode *out)
{
    (void)self;
    *out = 0xfca86420; /* CPython's */
    return true;
}
#else
#define none_hash NULL
#endif

static const struct slots none_slots = {
    .size = sizeof(struct object),
    .make = single,
    .repr = single_repr,
    .truth = single_truth,
    .hash = none_hash,
    .binary = none_binary,
};
#if ADDER_METHODS /* what they have not, they have no special methods for */
static const struct slots ellipsis_slots = {
    .size = sizeof(struct object), .make = single, .repr = single_repr};
static const struct slots notimpl_slots = {
    .size = sizeof(struct object),
    .make = single,
    .repr = single_repr,
    .truth = single_truth,
};
#else
#define ellipsis_slots none_slots
#define notimpl_slots  none_slots
#endif

const struct type type_none = {
    {&type_type}, .slots = &none_slots, .flags = TYPE_NO_WEAK, .name = SYMBOL(S_NoneType), .base = &type_object};
const struct type type_ellipsis = {
    {&type_type}, .slots = &ellipsis_slots, .flags = TYPE_NO_WEAK, .name = SYMBOL(S_ellipsis), .base = &type_object};
const struct type type_notimpl = {
    {&type_type}, .slots = &notimpl_slots, .flags = TYPE_NO_WEAK, .name = SYMBOL(S_NotImplementedType), .base = &type_object};
