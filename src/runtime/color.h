/* Tracebacks in colour, for terminals. */
#ifndef ADDER_COLOR_H
#define ADDER_COLOR_H

#include "../object/printer.h"
#include "../value/utf8.h"

/* What such a printer needs: a piece of the caller's stack. Its text must end with a newline. */
struct color_printer {
    struct printer p;
    struct printer *out;
    size_t n;
    bool whole;      /* the line began in `line` */
    char line[240];
};
struct printer *printer_color(struct color_printer *c, struct printer *out);

#endif
