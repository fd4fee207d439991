/* Modules in Python that are part of the image: lib/, compiled when the image is built. They are files below the
 * folder .frozen, for import only: code files that lie in read-only memory and run there. */
#ifndef ADDER_FROZEN_H
#define ADDER_FROZEN_H

#include "../object/layout.h"

#define FROZEN_FOLDER ".frozen/"

/* What there is at a path: PORT_MODE_FILE, PORT_MODE_FOLDER, 0 for nothing. */
uint32_t frozen_kind(const char *path);
value frozen_names(void); /* of all modules, and packages, outside of any other: the keys of a dict */
/* The code of the module at a path, which is there. Raises MemoryError. */
struct code *frozen_load(const char *path);
static inline bool frozen_has(const char *path) /* the folder itself, too */
{
    size_t n = sizeof FROZEN_FOLDER - 2;
    return !strncmp(path, FROZEN_FOLDER, n) && (path[n] == '/' || !path[n]);
}

#endif
