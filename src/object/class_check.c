/* isinstance() and issubclass(): with tuples, unions, and the hooks of metaclasses. */
#include "class.h"

/* What isinstance and issubclass do with a class that is no tuple: by the metaclass's hook, if it has one. */
static int check_hook(value cls, value hook, value v)
{
    if (!ADDER_CLASS_HOOKS) return -1;
    if (!is_instance(cls, &type_type) || type_of(cls) != &type_type) {
        value f = find_special(cls, hook);
        if (f != UNDEF)
            return truth(call1(f, v));
    }
    return -1;
}

/* Whether the object's class has a __class__ of its own. */
static bool may_claim(value v)
{
    if (!ADDER_CLASS_HOOKS || !has_instance_layout(v))
        return false;
    const struct type *t = obj_of(v)->type;
    return (t->flags & TYPE_GETATTRIBUTE) || class_special(t, SYMBOL(S___class__)) != UNDEF;
}

/* What is no class may say by its __bases__, a tuple, where it comes from. UNDEF: it doesn't. */
static value abstract_bases(value v)
{
    value bases = find_attr(v, SYMBOL(S___bases__));
    return bases != UNDEF && is_tuple(bases) ? bases : UNDEF;
}

static bool abstract_subclass(value v, value cls)
{
    if (v == cls) return true;
    check_c_stack();
    value bases = abstract_bases(v);
    for (size_t i = 0; bases != UNDEF && i < tuple_of(bases)->len; i++)
        if (abstract_subclass(tuple_of(bases)->items[i], cls)) return true;
    return false;
}

/* The classes of a tuple or a union; UNDEF: it is neither. */
static value class_members(value cls)
{
    if (ADDER_TYPING && is_type(cls, &type_union)) return get_attr(cls, SYMBOL(S___args__));
    cls = unwrap(cls);
    return is_tuple(cls) ? cls : UNDEF;
}

bool class_check_instance(value v, value cls)
{
    if (from_ptr(type_of(v)) == cls)
        return !is_type(v, &type_method) || cls == from_ptr(type_told(v));
    value members = is_type(cls, &type_type) ? UNDEF : class_members(cls);
    if (members != UNDEF) {
        check_c_stack();
        for (size_t i = 0; i < tuple_of(members)->len; i++)
            if (class_check_instance(v, tuple_of(members)->items[i]))
                return true;
        return false;
    }
    int hook = check_hook(cls, SYMBOL(S___instancecheck__), v);
    if (hook >= 0)
        return hook;
    if (is_instance(cls, &type_type)) {
        if (type_is_subtype(type_told(v), class_of(cls)))
            return true;
        /* a proxy may claim to be something else */
        value claimed = may_claim(v) ? find_attr(v, SYMBOL(S___class__)) : UNDEF;
        return claimed != UNDEF && claimed != from_ptr(type_of(v)) && is_instance(claimed, &type_type) &&
               type_is_subtype((const struct type *)claimed, (const struct type *)cls);
    }
    if (ADDER_METHODS && abstract_bases(cls) != UNDEF) {
        value claimed = find_attr(v, SYMBOL(S___class__));
        return claimed != UNDEF && abstract_subclass(claimed, cls);
    }
    raise_type_error("isinstance() arg 2 must be a type, a tuple of types, or a union");
}

static bool subclass_check(value v, value cls)
{
    value members = class_members(cls);
    if (members != UNDEF) {
        check_c_stack();
        for (size_t i = 0; i < tuple_of(members)->len; i++)
            if (subclass_check(v, tuple_of(members)->items[i]))
                return true;
        return false;
    }
    int hook = check_hook(cls, SYMBOL(S___subclasscheck__), v);
    if (hook >= 0)
        return hook;
    if (is_instance(v, &type_type) && is_instance(cls, &type_type))
        return type_is_subtype((const struct type *)v, (const struct type *)cls);
    bool abstract = ADDER_METHODS && abstract_bases(v) != UNDEF;
    if (!is_instance(v, &type_type) && !abstract)
        raise_type_error("issubclass() arg 1 must be a class");
    if (abstract && (is_instance(cls, &type_type) || abstract_bases(cls) != UNDEF))
        return abstract_subclass(v, cls);
    raise_type_error("issubclass() arg 2 must be a class, a tuple of classes, or a union");
}

bool class_check_subclass(value v, value cls)
{
    return subclass_check(v, cls);
}
