/* The types of the module collections, one file each or two, and what they share. */
#ifndef ADDER_COLLECTIONS_H
#define ADDER_COLLECTIONS_H

#include "../../src/object/class.h"
#include "../../src/object/dict_inline.h"
#include "../../src/object/sequence.h"

extern const struct type type_deque, type_defaultdict, type_ordereddict, type_counter;
extern const struct cfunction function_namedtuple;

/* A method called with something else than its type. */
static inline _Noreturn void raise_receiver(const char *type_name, value got)
{
    raise_type_error("descriptor requires a '%s' object but received a '%t'", type_name, got);
}

#endif
