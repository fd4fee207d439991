/* Arithmetic on vectors of digits (limbs of the word's width, low first): what big ints are made of.
 * Nothing here knows values or allocates; where an operation needs room, the caller gives it. Long operations
 * call check_interrupt(), so the caller keeps what the vectors lie in alive (HOLD).
 * No result may overlap an operand, but where r == a is said to be fine. */
#ifndef ADDER_BIGNUM_H
#define ADDER_BIGNUM_H

#include "layout.h"

/* The count of limbs without leading zeros. */
static inline size_t vec_trim(const limb *a, size_t n)
{
    while (n && a[n - 1] == 0) n--;
    return n;
}

static inline int limb_clz(limb x) { return LIMB_BITS == 64 ? __builtin_clzll(x) : __builtin_clz((uint32_t)x); }
static inline int limb_ctz(limb x) { return LIMB_BITS == 64 ? __builtin_ctzll(x) : __builtin_ctz((uint32_t)x); }
static inline int limb_bit_length(limb x) { return x ? LIMB_BITS - limb_clz(x) : 0; }

/* -1, 0, 1; both are trimmed. */
int vec_compare(const limb *a, size_t na, const limb *b, size_t nb);
/* r[0..na) = a + b, the carry is returned; na >= nb; r == a and r == b are fine. */
limb vec_add(limb *r, const limb *a, size_t na, const limb *b, size_t nb);
/* r[0..na) = a - b, the borrow is returned; na >= nb; r == a and r == b are fine. */
limb vec_sub(limb *r, const limb *a, size_t na, const limb *b, size_t nb);
/* r[0..n) = a * f + add; what is above is returned; r == a is fine. */
limb vec_mul_1(limb *r, const limb *a, size_t n, limb f, limb add);
/* r[0..n) += a * f; what is above is returned. */
limb vec_addmul_1(limb *r, const limb *a, size_t n, limb f);
/* r[0..n) -= a * f; what is still to be taken from above is returned. */
limb vec_submul_1(limb *r, const limb *a, size_t n, limb f);
/* r[0..n) = a << bits (below LIMB_BITS); what is above is returned; r >= a is fine. */
limb vec_shl(limb *r, const limb *a, size_t n, int bits);
/* r[0..n) = a >> bits (below LIMB_BITS); r <= a is fine. */
void vec_shr(limb *r, const limb *a, size_t n, int bits);

/* r[0..na + nb) = a * b; na >= nb >= 1. A square (a == b, na == nb) takes less time.
 * t: vec_mul_room(na, nb) limbs. */
size_t vec_mul_room(size_t na, size_t nb);
void vec_mul(limb *r, const limb *a, size_t na, const limb *b, size_t nb, limb *t);

/* q[0..n) = a / d, the rest is returned; q == a is fine. */
limb vec_div_1(limb *q, const limb *a, size_t n, limb d);
/* q[0..na - nb) = a / b, and a becomes the rest (nb limbs; those above are 0). nb >= 2, b's top bit is set,
 * and a / b fits: the top nb limbs of a are less than b. t: vec_div_room(na, nb) limbs. */
size_t vec_div_room(size_t na, size_t nb);
void vec_div(limb *q, limb *a, size_t na, const limb *b, size_t nb, limb *t);
/* The same bit by bit: q of na - nb + 1 limbs, and the rest to r, nb limbs. b's top limb is not 0, na >= nb. */
void vec_div_bits(limb *q, limb *r, const limb *a, size_t na, const limb *b, size_t nb);

#endif
