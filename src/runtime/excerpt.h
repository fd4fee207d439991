/* Pieces of source text in tracebacks. */
#ifndef ADDER_EXCERPT_H
#define ADDER_EXCERPT_H

#include "../object/code.h"
#include "runtime.h"

/* The text of a source file, or of what -c or the prompt is running. data NULL: it can't be had. */
struct source_text {
    const char *data;
    size_t n;
    bool mapped;
};
struct source_text source_open(value filename);
void source_close(struct source_text *s);

/* Prints the lines of an expression, each behind four spaces, with a line of ~ and ^ below where that says more
 * than the line alone. Columns may be COLUMN_UNKNOWN. */
void excerpt_print(struct printer *out, const struct source_text *s, const struct code_position *at);
/* How many columns a terminal needs for the text. */
size_t display_width(const char *text, size_t n);

#endif
