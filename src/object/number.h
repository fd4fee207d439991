/* What the number types and the math module share. Private to them: layout.h has what others use. */
#ifndef ADDER_NUMBER_H
#define ADDER_NUMBER_H

#include "../value/numtext.h"
#include "bignum.h"

/* Keeps v's object alive up to here, where the compiler might have dropped v and kept a pointer into it. */
#ifndef HOLD
#define HOLD(v) __asm__ volatile("" : : "r"(v))
#endif

/* ---- integer.c: ints as vectors ---- */

#define WORD_LIMBS (sizeof(word) / sizeof(limb))

/* The sign and magnitude of an int; valid where v is kept alive. Not to be copied: d may point into it. */
struct operand {
    const limb *d;
    size_t n; /* 0: zero */
    bool negative;
    limb own[WORD_LIMBS];
};
void operand_load(struct operand *o, value v);

/* Room for a result or for intermediate limbs: on the C stack if it is little, else in the heap. */
#define SCRATCH_LIMBS (16 * WORD_LIMBS)
struct scratch {
    limb *d;
    struct big *big; /* NULL: in own */
    limb own[SCRATCH_LIMBS];
};
limb *scratch_open(struct scratch *s, size_t n); /* cleared if it is in the heap only */
/* The int in the first n limbs, of the n or more asked for. */
value scratch_int(struct scratch *s, size_t n, bool negative);
void scratch_close(struct scratch *s);

value int_from_limbs(const limb *d, size_t n, bool negative);
value int_multiply(value a, value b);
value int_shift_left(value a, size_t bits);
value int_shift_right(value a, size_t bits);
/* Floor division: what is not NULL gets the quotient and the rest. ZeroDivisionError with this text. */
void int_divide(value a, value b, value *quotient, value *rest, const char *by_zero);
value int_negate(value a);
bool int_is_odd(value v);
real int_to_real(value v);          /* correctly rounded; OverflowError */
/* The top 64 bits of |v|, and how far to the left they belong. *exponent; *sticky: there are more below. */
uint64_t int_top_bits(value v, int64_t *exponent, bool *sticky);
int int_compare_real(value v, real x); /* -1, 0, 1, or 2: x is nan */

/* ---- intpower.c ---- */

value int_power(value a, value b);  /* b >= 0 */
value int_isqrt(value v);           /* v >= 0 */

/* ---- numarg.c: arguments ---- */

/* A number's text as int(), float() and complex() take it: str, bytes or anything with a buffer, without the
 * white space around it, decimal digits of other scripts made ASCII. `owner` keeps the bytes alive. */
struct number_arg {
    const char *text;
    size_t len;
    value owner;
};
bool number_text(value v, struct number_arg *out); /* false: v is none of these */
/* v as a real if it is an int, bool or float (or of a subclass); false: it is not. OverflowError. */
bool number_to_real(value v, real *out);
real need_real(value v); /* need_double, but rounded once */

/* ---- float.c, complex.c ---- */

/* Is this one of + - * / // % and **? The other operators are not for floats, however large an int is. */
static inline bool is_arithmetic(enum op op)
{
    return (1u << op & (1u << OP_ADD | 1u << OP_SUB | 1u << OP_MUL | 1u << OP_DIV | 1u << OP_FLOORDIV | 1u << OP_MOD |
                        1u << OP_POW)) != 0;
}

real real_floor_divide(real x, real y);
real real_modulo(real x, real y);
value real_power(real x, real y);       /* a complex if it must be one */
void complex_parts(value v, real *re, real *im); /* of any number, as cmath takes it; TypeError */

#if ADDER_DOUBLE
#define REAL_FN(name) name
#else
#define REAL_FN(name) name##f
#endif

#endif
