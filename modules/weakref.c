/* The module weakref: ref. What is in Python comes from lib/_weakref.py when it is asked for. */
#include "object/class.h"
#include "runtime/runtime.h"

/* The references to an object. */
static value weakref_getweakrefs(value target)
{
    value found = list_new(0, NULL);
    size_t at = 0;
    for (struct object *o; (o = heap_next_weak(target, &at));)
        if (o->type == &type_weakref) {
            value owner = ((struct weakref *)o)->owner;
            list_append(list_of(found), owner == UNDEF ? from_ptr(o) : owner);
        }
    return found;
}

static value weakref_getweakrefcount(value target)
{
    return from_int((word)list_of(weakref_getweakrefs(target))->len);
}

FUN1(weakref_getweakrefs_function, getweakrefs, weakref_getweakrefs);
FUN1(weakref_getweakrefcount_function, getweakrefcount, weakref_getweakrefcount);

static const struct attr weakref_attrs[] = {
    ATTR(getweakrefs, weakref_getweakrefs_function),
    ATTR(getweakrefcount, weakref_getweakrefcount_function),
    ATTR(ref, type_weakref),
    ATTR(ReferenceType, type_weakref),
};

#if ADDER_FROZEN
static value weakref_getattr(value module, value name)
{
    size_t n;
    (void)module;
    if (symbol_text(name, &n)[0] == '_' && name != SYMBOL(S___all__)) return UNDEF;
    return find_attr(import_module(str_new("_weakref", 8)), name);
}
#endif

const struct module_def module_weakref = {
    .name = SYMBOL(S_weakref),
    .attrs = weakref_attrs,
    .nattrs = sizeof weakref_attrs / sizeof weakref_attrs[0],
#if ADDER_FROZEN
    .getattr = weakref_getattr,
#endif
};
