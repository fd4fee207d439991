/* The module math: functions of floats, most of them the C library's with CPython's errors. */
#include "math_module.h"

_Noreturn void math_raise_domain(void)
{
    raise_value_error("math domain error");
}

_Noreturn void math_raise_range(void)
{
    raise_error(&type_OverflowError, "math range error");
}

/* ---- functions of one float ---- */

/* r = f(x): a nan out of what is none, or an infinity out of what is finite, is an error. */
static value checked(real x, real r, enum infinite infinite)
{
    if (isnan(r) && !isnan(x)) math_raise_domain();
    if (isinf(r) && isfinite(x)) {
        if (infinite == MAY_OVERFLOW) math_raise_range();
        math_raise_domain();
    }
    return from_real(r);
}

#define FUNCTION(name, infinite) \
    static value math_##name(value v) \
    { \
        real x = need_real(v); \
        return checked(x, REAL_FN(name)(x), infinite); \
    } \
    FUN1(f_##name, name, math_##name);

FUNCTION(acos, NEVER_LARGE)
FUNCTION(acosh, NEVER_LARGE)
FUNCTION(asin, NEVER_LARGE)
FUNCTION(asinh, NEVER_LARGE)
FUNCTION(atan, NEVER_LARGE)
FUNCTION(atanh, NEVER_LARGE)
FUNCTION(cbrt, NEVER_LARGE)
FUNCTION(cos, NEVER_LARGE)
FUNCTION(cosh, MAY_OVERFLOW)
FUNCTION(erf, NEVER_LARGE)
FUNCTION(erfc, NEVER_LARGE)
FUNCTION(exp, MAY_OVERFLOW)
FUNCTION(exp2, MAY_OVERFLOW)
FUNCTION(expm1, MAY_OVERFLOW)
FUNCTION(fabs, NEVER_LARGE)
FUNCTION(log1p, NEVER_LARGE)
FUNCTION(sin, NEVER_LARGE)
FUNCTION(sinh, MAY_OVERFLOW)
FUNCTION(sqrt, NEVER_LARGE)
FUNCTION(tan, NEVER_LARGE)
FUNCTION(tanh, NEVER_LARGE)

#define PI 3.14159265358979323846264338327950288

static value math_degrees(value v)
{
    return from_real(need_real(v) * (real)(180.0 / PI));
}

static value math_radians(value v)
{
    return from_real(need_real(v) * (real)(PI / 180.0));
}

static value math_isfinite(value v)
{
    return from_bool(isfinite(need_real(v)));
}

static value math_isinf(value v)
{
    return from_bool(isinf(need_real(v)));
}

static value math_isnan(value v)
{
    return from_bool(isnan(need_real(v)));
}

static value math_ulp(value v)
{
    real x = REAL_FN(fabs)(need_real(v));
    if (!isfinite(x)) return from_real(x);
    real up = REAL_FN(nextafter)(x, (real)INFINITY);
    return from_real(isinf(up) ? x - REAL_FN(nextafter)(x, 0) : up - x);
}

static value math_frexp(value v)
{
    real x = need_real(v);
    int exponent = 0;
    if (isfinite(x)) x = REAL_FN(frexp)(x, &exponent);
    value pair[2] = { from_real(x), from_int(exponent) };
    return tuple_new(2, pair);
}

static value math_modf(value v)
{
    real whole, fraction = REAL_FN(modf)(need_real(v), &whole);
    value pair[2] = { from_real(fraction), from_real(whole) };
    return tuple_new(2, pair);
}

/* ---- to integers ---- */

/* floor() and ceil(): `name` is the special method. */
static value rounded(value v, value name, real (*fn)(real))
{
    if (is_int(v)) return v;
    if (!is_float(v)) {
        value f = find_special(v, name);
        if (f != UNDEF) return call0(f);
        if (is_integer(unwrap(v))) return need_integer(v); /* a build whose ints have no such method */
    }
    return int_from_double((double)fn(need_real(v)));
}

static value math_floor(value v)
{
    return rounded(v, SYMBOL(S___floor__), REAL_FN(floor));
}

static value math_ceil(value v)
{
    return rounded(v, SYMBOL(S___ceil__), REAL_FN(ceil));
}

static value math_trunc(value v)
{
    if (is_float(v)) return int_from_double((double)real_of(v));
    value f = find_special(v, SYMBOL(S___trunc__));
    if (f != UNDEF) return call0(f);
    if (is_integer(unwrap(v))) return need_integer(v);
    raise_type_error("type %t doesn't define __trunc__ method", v);
}

/* ---- logarithms ---- */

/* fn(v), also of ints beyond all floats: their top bits and a multiple of fn(2). */
static real logarithm(value v, real (*fn)(real))
{
    value native = unwrap(v);
    if (is_integer(native) && int_sign(native) <= 0) math_raise_domain();
    if (is_integer(native) && int_bit_length(native) > 64) {
        int64_t exponent;
        bool sticky;
        uint64_t m = int_top_bits(native, &exponent, &sticky);
        exponent += 64;
        real x = real_from_parts(m, sticky, -64);
        if (exponent < (ADDER_DOUBLE ? 1024 : 128)) return fn(REAL_FN(ldexp)(x, (int)exponent));
        return fn(x) + fn(2) * (real)exponent;
    }
    real x = need_real(v);
    if (x <= 0) math_raise_domain();
    return fn(x);
}

static value math_log(size_t n, value *args)
{
    real x = logarithm(args[0], REAL_FN(log));
    if (n == 1) return from_real(x);
    real base = logarithm(args[1], REAL_FN(log));
    if (base == 0) raise_error(&type_ZeroDivisionError, "float division by zero");
    return from_real(x / base);
}

static value math_log2(value v)
{
    return from_real(logarithm(v, REAL_FN(log2)));
}

static value math_log10(value v)
{
    return from_real(logarithm(v, REAL_FN(log10)));
}

/* ---- functions of more ---- */

static value math_atan2(value a, value b)
{
    real y = need_real(a);
    return from_real(REAL_FN(atan2)(y, need_real(b)));
}

static value math_copysign(value a, value b)
{
    real x = need_real(a);
    return from_real(REAL_FN(copysign)(x, need_real(b)));
}

/* r = f(x, y): a nan out of two that are none is an error. */
static value checked_2(real x, real y, real r)
{
    if (isnan(r) && !isnan(x) && !isnan(y)) math_raise_domain();
    return from_real(r);
}

static value math_fmod(value a, value b)
{
    real x = need_real(a), y = need_real(b);
    return checked_2(x, y, REAL_FN(fmod)(x, y));
}

static value math_remainder(value a, value b)
{
    real x = need_real(a), y = need_real(b);
    return checked_2(x, y, REAL_FN(remainder)(x, y));
}

static value math_pow(value a, value b)
{
    real x = need_real(a), y = need_real(b);
    real r = REAL_FN(pow)(x, y);
    if (isinf(r) && isfinite(x) && isfinite(y)) {
        if (x == 0) math_raise_domain();
        math_raise_range();
    }
    return checked_2(x, y, r);
}

static value math_ldexp(value a, value b)
{
    real x = need_real(a);
    if (!is_integer(unwrap(b))) raise_type_error("Expected an int as second argument to ldexp.");
    word exponent = need_index_word(b);
    if (x == 0 || !isfinite(x)) return from_real(x);
    if (exponent > 100000) math_raise_range();
    real r = REAL_FN(ldexp)(x, exponent < -100000 ? -100000 : (int)exponent);
    if (isinf(r)) math_raise_range();
    return from_real(r);
}

static value math_fma(value a, value b, value c)
{
    real x = need_real(a), y = need_real(b), z = need_real(c);
    real r = REAL_FN(fma)(x, y, z);
    if (isnan(r) && !isnan(x) && !isnan(y) && !isnan(z)) raise_value_error("invalid operation in fma");
    if (isinf(r) && isfinite(x) && isfinite(y) && isfinite(z)) {
        raise_error(&type_OverflowError, "overflow in fma");
    }
    return from_real(r);
}

/* Floats in order, as ints: neighbours are 1 apart, both zeros are 0. */
static int64_t position_of(real x)
{
    const real_bits sign = (real_bits)1 << (sizeof(real_bits) * 8 - 1);
    real_bits b = bits_of_real(x);
    return b & sign ? -(int64_t)(b ^ sign) : (int64_t)b;
}

static real real_at(int64_t position, bool negative_zero)
{
    if (position == 0 && negative_zero) return (real)-0.0;
    real x = real_of_bits((real_bits)(position < 0 ? -position : position));
    return position < 0 ? -x : x;
}

static value math_nextafter(size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym names[] = { 0, 0, S_steps };
    value v[3];
    args_bind("nextafter", n, args, nkw, kwnames, 0, 3, names, 2, 2, v);
    real x = need_real(v[0]), y = need_real(v[1]);
    if (v[2] == UNDEF || v[2] == NONE) return from_real(REAL_FN(nextafter)(x, y));
    value integer = need_integer(v[2]);
    uint64_t steps;
    if (int_sign(integer) < 0) raise_value_error("steps must be a non-negative integer");
    if (!int_to_uint64(integer, &steps)) steps = UINT64_MAX;
    if (steps == 0 || isnan(x)) return from_real(x);
    if (isnan(y)) return from_real(y);
    int64_t from = position_of(x), to = position_of(y);
    uint64_t apart = from < to ? (uint64_t)to - (uint64_t)from : (uint64_t)from - (uint64_t)to;
    if (steps >= apart) return from_real(y);
    int64_t at = from < to ? from + (int64_t)steps : from - (int64_t)steps;
    return from_real(real_at(at, from < 0));
}

static value math_isclose(size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym names[] = { 'a', 'b', S_rel_tol, S_abs_tol };
    value v[4];
    args_bind("isclose", n, args, nkw, kwnames, 0, 4, names, 2, 2, v);
    real a = need_real(v[0]), b = need_real(v[1]);
    real relative = v[2] == UNDEF ? (real)1e-9 : need_real(v[2]);
    real absolute = v[3] == UNDEF ? 0 : need_real(v[3]);
    if (relative < 0 || absolute < 0) raise_value_error("tolerances must be non-negative");
    if (a == b) return TRUE;
    if (isinf(a) || isinf(b)) return FALSE;
    real difference = REAL_FN(fabs)(b - a);
    return from_bool(difference <= REAL_FN(fabs)(relative * b) || difference <= REAL_FN(fabs)(relative * a) ||
                     difference <= absolute);
}

/* ---- the table ---- */

FUN1(f_ceil, ceil, math_ceil);
FUN1(f_degrees, degrees, math_degrees);
FUN1(f_factorial, factorial, math_factorial);
FUN1(f_floor, floor, math_floor);
FUN1(f_frexp, frexp, math_frexp);
FUN1(f_fsum, fsum, math_fsum);
FUN1(f_gamma, gamma, math_gamma);
FUN1(f_isfinite, isfinite, math_isfinite);
FUN1(f_isinf, isinf, math_isinf);
FUN1(f_isnan, isnan, math_isnan);
FUN1(f_isqrt, isqrt, math_isqrt);
FUN1(f_lgamma, lgamma, math_lgamma);
FUN1(f_log10, log10, math_log10);
FUN1(f_log2, log2, math_log2);
FUN1(f_modf, modf, math_modf);
FUN1(f_radians, radians, math_radians);
FUN1(f_trunc, trunc, math_trunc);
FUN1(f_ulp, ulp, math_ulp);
FUN2(f_atan2, atan2, math_atan2);
FUN2(f_comb, comb, math_comb);
FUN2(f_copysign, copysign, math_copysign);
FUN2(f_dist, dist, math_dist);
FUN2(f_fmod, fmod, math_fmod);
FUN2(f_ldexp, ldexp, math_ldexp);
FUN2(f_pow, pow, math_pow);
FUN2(f_remainder, remainder, math_remainder);
FUN2(f_sumprod, sumprod, math_sumprod);
FUN3(f_fma, fma, math_fma);
FUNV(f_gcd, gcd, 0, 255, math_gcd);
FUNV(f_hypot, hypot, 0, 255, math_hypot);
FUNV(f_lcm, lcm, 0, 255, math_lcm);
FUNV(f_log, log, 1, 2, math_log);
FUNV(f_perm, perm, 1, 2, math_perm);
FUNK(f_isclose, isclose, 0, 2, math_isclose);
FUNK(f_nextafter, nextafter, 2, 2, math_nextafter);
FUNK(f_prod, prod, 1, 1, math_prod);

static const struct float_object infinity = { { &type_float }, (real)INFINITY };
static const struct float_object not_a_number = { { &type_float }, (real)NAN };

/* The constants as from_real() makes them. */
#if FLOAT_TAGGED
#define TAGGED(bits) ((((value)(bits) + FLOAT_BIAS) << 3) | (((value)(bits) + FLOAT_BIAS) >> (WORD_BITS - 3)))
#if ADDER_DOUBLE
#define CONSTANT_PI TAGGED(0x400921fb54442d18)
#define CONSTANT_E TAGGED(0x4005bf0a8b145769)
#define CONSTANT_TAU TAGGED(0x401921fb54442d18)
#else
#define CONSTANT_PI TAGGED(0x40490fdb)
#define CONSTANT_E TAGGED(0x402df854)
#define CONSTANT_TAU TAGGED(0x40c90fdb)
#endif
#else
static const struct float_object boxed_pi = { { &type_float }, (real)PI };
static const struct float_object boxed_e = { { &type_float }, (real)2.71828182845904523536 };
static const struct float_object boxed_tau = { { &type_float }, (real)(2 * PI) };
#define CONSTANT_PI (value)&boxed_pi
#define CONSTANT_E (value)&boxed_e
#define CONSTANT_TAU (value)&boxed_tau
#endif

static const struct attr math_attrs[] = {
    ATTR_VALUE(pi, CONSTANT_PI),
    { 'e', CONSTANT_E },
    ATTR_VALUE(tau, CONSTANT_TAU),
    ATTR(inf, infinity),
    ATTR(nan, not_a_number),
    ATTR(sqrt, f_sqrt),
    ATTR(floor, f_floor),
    ATTR(ceil, f_ceil),
    ATTR(sin, f_sin),
    ATTR(cos, f_cos),
    ATTR(tan, f_tan),
    ATTR(exp, f_exp),
    ATTR(log, f_log),
    ATTR(pow, f_pow),
    ATTR(fabs, f_fabs),
    ATTR(acos, f_acos),
    ATTR(acosh, f_acosh),
    ATTR(asin, f_asin),
    ATTR(asinh, f_asinh),
    ATTR(atan, f_atan),
    ATTR(atan2, f_atan2),
    ATTR(atanh, f_atanh),
    ATTR(cbrt, f_cbrt),
    ATTR(comb, f_comb),
    ATTR(copysign, f_copysign),
    ATTR(cosh, f_cosh),
    ATTR(degrees, f_degrees),
    ATTR(dist, f_dist),
    ATTR(erf, f_erf),
    ATTR(erfc, f_erfc),
    ATTR(exp2, f_exp2),
    ATTR(expm1, f_expm1),
    ATTR(factorial, f_factorial),
    ATTR(fma, f_fma),
    ATTR(fmod, f_fmod),
    ATTR(frexp, f_frexp),
    ATTR(fsum, f_fsum),
    ATTR(gamma, f_gamma),
    ATTR(gcd, f_gcd),
    ATTR(hypot, f_hypot),
    ATTR(isclose, f_isclose),
    ATTR(isfinite, f_isfinite),
    ATTR(isinf, f_isinf),
    ATTR(isnan, f_isnan),
    ATTR(isqrt, f_isqrt),
    ATTR(lcm, f_lcm),
    ATTR(ldexp, f_ldexp),
    ATTR(lgamma, f_lgamma),
    ATTR(log10, f_log10),
    ATTR(log1p, f_log1p),
    ATTR(log2, f_log2),
    ATTR(modf, f_modf),
    ATTR(nextafter, f_nextafter),
    ATTR(perm, f_perm),
    ATTR(prod, f_prod),
    ATTR(radians, f_radians),
    ATTR(remainder, f_remainder),
    ATTR(sinh, f_sinh),
    ATTR(sumprod, f_sumprod),
    ATTR(tanh, f_tanh),
    ATTR(trunc, f_trunc),
    ATTR(ulp, f_ulp),
};

const struct module_def module_math = {
    .name = SYMBOL(S_math),
    .attrs = math_attrs,
    .nattrs = sizeof math_attrs / sizeof math_attrs[0],
};
