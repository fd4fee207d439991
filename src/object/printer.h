/* Printers: where text goes that is produced piece by piece (repr, str, format, print, tracebacks). */
#ifndef ADDER_PRINTER_H
#define ADDER_PRINTER_H

#include "object.h"

/* A printer either collects text, or hands each piece to `write`. It lives on the C stack.
 * What is collected lies in `small` first, and in a bytearray when it outgrows that; a single str printed
 * by print_value() is just remembered, and is the result if nothing follows. */
#define PRINTER_SMALL 64
struct printer {
    void (*write)(struct printer *p, const char *text, size_t n); /* valid UTF-8; may raise. NULL: collects */
    value text;   /* the collecting printer's bytearray, or UNDEF */
    void *context;
    value only;   /* all there is so far: a str; or UNDEF */
    uint8_t n;    /* bytes in small */
    char small[PRINTER_SMALL];
};

void printer_init(struct printer *p);           /* collects */
value printer_str(struct printer *p);           /* what it collected, as a str; the printer is done */
void print_text(struct printer *p, const char *text, size_t n);
void print_z(struct printer *p, const char *text); /* NUL-terminated */
void print_char(struct printer *p, uint32_t codepoint);
void print_format(struct printer *p, const char *format, ...); /* as raise_error's */
#if ADDER_PACKED_TEXTS
#define print_format(p, format, ...) print_format(p, PACKED_TEXT(format), ##__VA_ARGS__)
#endif
void print_vformat(struct printer *p, const char *format, va_list args);
void print_value(struct printer *p, value v);   /* str(v) */
void print_repr(struct printer *p, value v);    /* repr(v) */
void print_qualified(struct printer *p, const struct type *t); /* MODULE.QUALNAME, without a module that everybody knows */
/* Guards against a container that holds itself: true if v is being printed already; else v is until
 * repr_leave(v). What catches exceptions (protect, the machine's entry) notes repr_depth before and sets
 * it back after. */
bool repr_enter(value v);
void repr_leave(value v);
extern unsigned repr_depth;
#define REPR_RING (ADDER_LEVEL == 2 ? 64 : 16)
extern value repr_ring[REPR_RING];

value to_str(value v);
value to_repr(value v);
value to_ascii(value v);                        /* repr(v) in ASCII, the rest escaped */
value to_format(value v, value spec);           /* format(v, spec), always is_str; spec a str */
/* The `format` slots of str, int (and bool), float, complex, in format.c. */
value format_str(value v, value spec);
value format_int(value v, value spec);
value format_float(value v, value spec);
value format_complex(value v, value spec);

#endif
