/* Powers of ten to 128 bits, and what arithmetic on 64 x 64 bits the conversions of floats need.
 * Internal to numtext.c and numscan.c. */
#ifndef ADDER_NUMPOWER_H
#define ADDER_NUMPOWER_H

#include "value.h"

/* A real is c * 2^q with an integer c of at most REAL_MANT bits; q >= REAL_MIN_Q. */
#if ADDER_DOUBLE
#define REAL_MANT 53
#define POWER10_MIN (-351) /* a multiple of 27 */
#define POWER10_MAX 350
#else
#define REAL_MANT 24
#define POWER10_MIN (-81)
#define POWER10_MAX 80
#endif
#define REAL_EXP_MAX ((1 << REAL_EXP_BITS) - 1)
#define REAL_MIN_Q (2 - (1 << (REAL_EXP_BITS - 1)) - (REAL_MANT - 1))
#define REAL_HIDDEN ((uint64_t)1 << (REAL_MANT - 1))

/* 10^k = (high, low) * 2^(log2_of_power10(k) - 127), rounded up; its top bit is set. */
struct power10 {
    uint64_t high, low;
    bool exact;
};
struct power10 power10(int k); /* POWER10_MIN <= k <= POWER10_MAX */

static inline int log2_of_power10(int k) { return (k * 1741647) >> 19; } /* floor(log2(10^k)) */
static inline int log10_of_power2(int q) { return (q * 1262611) >> 22; } /* floor(log10(2^q)) */

extern const uint64_t power5_table[27];
extern const char digit_pairs[200]; /* 00 01 .. 99 */

/* a * b; *high gets the upper half. */
static inline uint64_t mul_64(uint64_t a, uint64_t b, uint64_t *high)
{
#if defined(__SIZEOF_INT128__)
    __extension__ unsigned __int128 p = (unsigned __int128)a * b;
    *high = (uint64_t)(p >> 64);
    return (uint64_t)p;
#else
    uint64_t a0 = (uint32_t)a, a1 = a >> 32, b0 = (uint32_t)b, b1 = b >> 32;
    uint64_t low = a0 * b0;
    uint64_t mid = a1 * b0 + (low >> 32);
    uint64_t mid2 = a0 * b1 + (uint32_t)mid;
    *high = a1 * b1 + (mid >> 32) + (mid2 >> 32);
    return mid2 << 32 | (uint32_t)low;
#endif
}

static inline int bit_length_64(uint64_t x) { return x ? 64 - __builtin_clzll(x) : 0; }

/* A number of 192 bits, high word first. */
struct num192 {
    uint64_t w2, w1, w0;
};

static inline struct num192 mul_power10(uint64_t c, struct power10 g)
{
    struct num192 p;
    uint64_t carry;
    p.w0 = mul_64(c, g.low, &carry);
    p.w1 = mul_64(c, g.high, &p.w2);
    p.w1 += carry;
    p.w2 += p.w1 < carry;
    return p;
}

#endif
