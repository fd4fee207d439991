/* What the files of the modules math and cmath share. */
#ifndef ADDER_MATH_MODULE_H
#define ADDER_MATH_MODULE_H

#include "object/number.h"

#include <math.h>

/* What a function does with a finite argument: its result is finite too, or may be too large. */
enum infinite { NEVER_LARGE, MAY_OVERFLOW };

/* math.c: ValueError "math domain error", OverflowError "math range error" */
_Noreturn void math_raise_domain(void);
_Noreturn void math_raise_range(void);

/* integers.c */
value math_gcd(size_t n, value *args);
value math_lcm(size_t n, value *args);
value math_isqrt(value v);
value math_factorial(value v);
value math_perm(size_t n, value *args);
value math_comb(value n, value k);

/* gamma.c */
value math_gamma(value v);
value math_lgamma(value v);

/* sums.c */
value math_fsum(value iterable);
value math_sumprod(value p, value q);
value math_prod(size_t n, value *args, size_t nkw, const value *kwnames);
value math_hypot(size_t n, value *args);
value math_dist(value p, value q);

#endif
