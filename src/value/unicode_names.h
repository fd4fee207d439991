/* The names of characters, for \N{name}. Only in builds with ADDER_UNICODE_NAMES. */
#ifndef ADDER_UNICODE_NAMES_H
#define ADDER_UNICODE_NAMES_H

#include "value.h"

/* Is there a character of this name (or alias)? The case of letters does not matter. */
bool unicode_lookup_name(const char *name, size_t n, uint32_t *codepoint);

#endif
