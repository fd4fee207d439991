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

bool class_check_instance(value v, value cls)
{
    if (is_tuple(unwrap(cls))) {
        cls = unwrap(cls);
        check_c_stack();
        for (size_t i = 0; i < tuple_of(cls)->len; i++)
            if (class_check_instance(v, tuple_of(cls)->items[i]))
                return true;
        return false;
    }
    if (from_ptr(type_of(v)) == cls)
        return true;
    int hook = check_hook(cls, SYMBOL(S___instancecheck__), v);
    if (hook >= 0)
        return hook;
    if (is_instance(cls, &type_type)) {
        if (is_instance(v, (const struct type *)cls))
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
    if (!ADDER_TYPING || !is_type(cls, &type_union))
        raise_type_error(ADDER_TYPING && is_type(cls, &type_generic_alias)
                             ? "isinstance() argument 2 cannot be a parameterized generic"
                             : "isinstance() arg 2 must be a type, a tuple of types, or a union");
    return class_check_instance(v, get_attr(cls, SYMBOL(S___args__)));
}

#if ADDER_METHODS
/* Those of a union are looked at before what is asked about. */
static void check_members(value members)
{
    for (size_t i = 0; i < tuple_of(members)->len; i++)
        if (is_type(tuple_of(members)->items[i], &type_generic_alias))
            raise_type_error("issubclass() argument 2 cannot be a parameterized generic");
}
#endif

static bool subclass_check(value v, value cls)
{
    if (is_tuple(unwrap(cls))) {
        cls = unwrap(cls);
        check_c_stack();
        for (size_t i = 0; i < tuple_of(cls)->len; i++)
            if (subclass_check(v, tuple_of(cls)->items[i]))
                return true;
        return false;
    }
    int hook = check_hook(cls, SYMBOL(S___subclasscheck__), v);
    if (hook >= 0)
        return hook;
    if (is_instance(v, &type_type) && is_instance(cls, &type_type))
        return type_is_subtype((const struct type *)v, (const struct type *)cls);
    bool abstract = ADDER_METHODS && abstract_bases(v) != UNDEF;
#if ADDER_METHODS
    if (is_type(cls, &type_union)) check_members(get_attr(cls, SYMBOL(S___args__)));
#endif
    if (!is_instance(v, &type_type) && !abstract)
        raise_type_error("issubclass() arg 1 must be a class");
    if (abstract && (is_instance(cls, &type_type) || abstract_bases(cls) != UNDEF))
        return abstract_subclass(v, cls);
    if (!ADDER_TYPING || !is_type(cls, &type_union))
        raise_type_error(ADDER_TYPING && is_type(cls, &type_generic_alias)
                             ? "issubclass() argument 2 cannot be a parameterized generic"
                             : "issubclass() arg 2 must be a class, a tuple of classes, or a union");
    return subclass_check(v, get_attr(cls, SYMBOL(S___args__)));
}

bool class_check_subclass(value v, value cls)
{
    return subclass_check(v, cls);
}
