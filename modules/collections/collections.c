/* The module collections. */
#include "collections.h"

static const struct attr collections_attrs[] = {
    ATTR(deque, type_deque),
    ATTR(defaultdict, type_defaultdict),
    ATTR(OrderedDict, type_ordereddict),
    ATTR(Counter, type_counter),
    ATTR(ChainMap, type_chainmap),
    ATTR(namedtuple, function_namedtuple),
};

const struct module_def module_collections = {
    .name = SYMBOL(S_collections),
    .attrs = collections_attrs,
    .nattrs = sizeof collections_attrs / sizeof collections_attrs[0],
};
