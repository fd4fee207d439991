/* Numbers of many words, for exact conversions of floats. Internal to numtext.c and numscan.c. */
#ifndef ADDER_NUMWIDE_H
#define ADDER_NUMWIDE_H

#include "value.h"

struct wide {
    int n;          /* words, low one first */
    uint32_t *word; /* the caller's, with room for what comes of it */
};

void wide_set(struct wide *x, uint64_t c);
void wide_mul_add(struct wide *x, uint32_t factor, uint32_t add);
void wide_shift_left(struct wide *x, int bits);
uint32_t wide_divide(struct wide *x, uint32_t divisor); /* what is left over */

#endif
