/* The module weakref: ref. */
#include "object/class.h"

static const struct attr weakref_attrs[] = {
    ATTR(ref, type_weakref),
    ATTR(ReferenceType, type_weakref),
};

const struct module_def module_weakref = {
    .name = SYMBOL(S_weakref),
    .attrs = weakref_attrs,
    .nattrs = sizeof weakref_attrs / sizeof weakref_attrs[0],
};
