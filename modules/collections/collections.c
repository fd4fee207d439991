/* The module collections. What is in Python comes from lib/collections when it is asked for. */
#include "collections.h"
#include "runtime/runtime.h"

static const struct attr collections_attrs[] = {
    ATTR(deque, type_deque),
    ATTR(defaultdict, type_defaultdict),
    ATTR(OrderedDict, type_ordereddict),
    ATTR(Counter, type_counter),
    ATTR(namedtuple, function_namedtuple),
};

#if ADDER_FROZEN
static value collections_getattr(value module, value name)
{
    (void)module;
    switch (sym_of(name)) {
    case S___path__: {
        value folder = str_new(".frozen/collections", 19);
        return list_new(1, &folder);
    }
    case S_abc: return import_module(str_new("collections.abc", 15));
    case S___all__:
    case S_ChainMap:
    case S_UserDict:
    case S_UserList:
    case S_UserString: return get_attr(import_module(str_new("collections.user", 16)), name);
    default: return UNDEF;
    }
}

static const sym computed[] = {S_abc, S_ChainMap, S_UserDict, S_UserList, S_UserString, 0};
#endif

const struct module_def module_collections = {
    .name = SYMBOL(S_collections),
    .attrs = collections_attrs,
    .nattrs = sizeof collections_attrs / sizeof collections_attrs[0],
#if ADDER_FROZEN
    .getattr = collections_getattr,
    .computed = computed,
#endif
};
