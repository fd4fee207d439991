/* The modules in the image: tools/freeze.py writes their table. */
#include "frozen.h"
#include "codefile.h"
#include "port.h"

#if ADDER_FROZEN && !defined(ADDER_SYMBOL_SCAN) /* this run of the preprocessor has no table yet */

struct frozen_module {
    const char *name; /* as a path below .frozen, with .py */
    const uint32_t *data;
    uint32_t size;
};

#ifndef ADDER_SYMBOL_SCAN /* it names no symbols */
#include "frozen_modules.h"
#endif

static const struct frozen_module *frozen_find(const char *name)
{
    for (const struct frozen_module *m = frozen_modules; m->name; m++)
        if (!strcmp(m->name, name)) return m;
    return NULL;
}

uint32_t frozen_kind(const char *path)
{
    const char *name = path + sizeof FROZEN_FOLDER - 1;
    size_t n = strlen(name);
    if (frozen_find(name)) return PORT_MODE_FILE;
    for (const struct frozen_module *m = frozen_modules; m->name; m++)
        if (!strncmp(m->name, name, n) && m->name[n] == '/') return PORT_MODE_FOLDER;
    return 0;
}

struct code *frozen_load(const char *path)
{
    const struct frozen_module *m = frozen_find(path + sizeof FROZEN_FOLDER - 1);
    return code_load_trusted((const char *)m->data, m->size);
}

#endif
