/* Laying out one formatted value: shared by format(), str.format and the % operator. */
#ifndef ADDER_FORMAT_H
#define ADDER_FORMAT_H

#include "text.h"

/* [[fill]align][sign][z][#][0][width][grouping][.precision][type] */
struct spec {
    char fill[4];     /* one character in UTF-8 ... */
    uint8_t fill_len; /* ... and its bytes */
    char align;       /* < > ^ = */
    char sign;        /* + - or space */
    bool z, alt;
    char grouping; /* , or _ or 0 */
    char fraction_grouping; /* the same, of the digits behind the point */
    char type;     /* 0: none given */
    uint32_t code; /* what type is, if it is a character beyond ASCII */
    int width;     /* -1: none */
    int precision; /* -1: none */
};

/* A number taken apart: sign, prefix such as 0x, the digits that grouping and zero padding are about, and the
 * rest: point, fraction, exponent, percent sign. */
struct number {
    char sign; /* 0: none */
    const char *prefix, *digits, *rest;
    size_t prefix_len, ndigits, nrest;
    size_t nfraction; /* the rest begins with a point and so many digits that are grouped */
    size_t least;   /* at least so many digits, with zeros before them */
    unsigned group; /* digits between separators; 0: no grouping */
};

void spec_init(struct spec *s, char align);
void print_number(struct printer *p, const struct spec *s, const struct number *n);
/* Text cut to s->precision characters and filled up to s->width. Of bytes (is_text false) each byte counts.
 */
void print_padded(struct printer *p, const struct spec *s, const char *data, size_t len, bool is_text);
/* An int in base 2, 8, 10 or 16 by s->type (b o d x X), with at least so many digits. */
void print_int_by_spec(struct printer *p, const struct spec *s, value v, size_t least_digits);
void print_real_by_spec(struct printer *p, const struct spec *s, real x);
/* str.format and str.format_map: with a mapping, the names are looked up there. */
value format_fields(value format, size_t n, const value *args, size_t nkw, const value *kwnames,
                    value mapping);

#endif
