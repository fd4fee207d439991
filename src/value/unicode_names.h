/* The names of characters, for \N{name}. Only in builds with ADDER_UNICODE_NAMES. */
#ifndef ADDER_UNICODE_NAMES_H
#define ADDER_UNICODE_NAMES_H

#include "value.h"

/* Is there a character of this name (or alias)? The case of letters does not matter. */
bool unicode_lookup_name(const char *name, size_t n, uint32_t *codepoint);

#define NAME_MAX_LENGTH 96
/* Writes the name of a character (no alias), and returns its length; 0: it has none. */
size_t unicode_name_of(uint32_t codepoint, char name[NAME_MAX_LENGTH]);

#endif
