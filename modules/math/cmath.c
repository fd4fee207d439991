/* The module cmath: functions of complex numbers, most of them the C library's with CPython's errors. */
#include "math_module.h"

#include <complex.h>
#include <float.h>

#if ADDER_DOUBLE
typedef double _Complex c_complex;
#else
typedef float _Complex c_complex;
#endif

/* A C complex number has the layout of two reals. */
union pair {
    real part[2];
    c_complex z;
};

static c_complex join(real re, real im)
{
    union pair p = { { re, im } };
    return p.z;
}

static real real_part(c_complex z)
{
    return (union pair){ .z = z }.part[0];
}

static real imag_part(c_complex z)
{
    return (union pair){ .z = z }.part[1];
}

static c_complex need_complex(value v)
{
    real re, im;
    complex_parts(v, &re, &im);
    return join(re, im);
}

static value from_c(c_complex z)
{
    return from_complex((double)real_part(z), (double)imag_part(z));
}

static bool has_nan(c_complex z)
{
    return isnan(real_part(z)) || isnan(imag_part(z));
}

static bool has_infinity(c_complex z)
{
    return isinf(real_part(z)) || isinf(imag_part(z));
}

/* ---- functions of one complex number ---- */

/* r = f(z): a nan out of what has none, or an infinity out of what is finite, is an error. */
static c_complex checked(c_complex z, c_complex r, enum infinite infinite)
{
    if (has_nan(z)) return r;
    if (has_nan(r)) math_raise_domain();
    if (has_infinity(r) && !has_infinity(z)) {
        if (infinite == MAY_OVERFLOW) math_raise_range();
        math_raise_domain();
    }
    return r;
}

#define FUNCTION(name, infinite) \
    static value cmath_##name(value v) \
    { \
        c_complex z = need_complex(v); \
        return from_c(checked(z, REAL_FN(c##name)(z), infinite)); \
    } \
    FUN1(f_##name, name, cmath_##name);

FUNCTION(acos, NEVER_LARGE)
FUNCTION(acosh, NEVER_LARGE)
FUNCTION(asin, NEVER_LARGE)
FUNCTION(asinh, NEVER_LARGE)
FUNCTION(atan, NEVER_LARGE)
FUNCTION(atanh, NEVER_LARGE)
FUNCTION(cos, MAY_OVERFLOW)
FUNCTION(cosh, MAY_OVERFLOW)
FUNCTION(exp, MAY_OVERFLOW)
FUNCTION(sin, MAY_OVERFLOW)
FUNCTION(sinh, MAY_OVERFLOW)
FUNCTION(tan, NEVER_LARGE)
FUNCTION(tanh, NEVER_LARGE)

/* The root of what is finite and not 0, by the larger of its two parts: the other is its half quotient. */
static c_complex root(c_complex z)
{
    real re = REAL_FN(fabs)(real_part(z)), im = REAL_FN(fabs)(imag_part(z)), large;
    const real least = (real)(ADDER_DOUBLE ? DBL_MIN : FLT_MIN);
    const int digits = ADDER_DOUBLE ? DBL_MANT_DIG : FLT_MANT_DIG, up = digits / 2 * 2 + 1;
    if (re < least && im < least) { /* the length would lose bits */
        re = REAL_FN(ldexp)(re, up);
        large = REAL_FN(ldexp)(REAL_FN(sqrt)(re + REAL_FN(hypot)(re, REAL_FN(ldexp)(im, up))), -(up + 1) / 2);
    } else {
        re /= 8;
        large = 2 * REAL_FN(sqrt)(re + REAL_FN(hypot)(re, im / 8));
    }
    real small = im / (2 * large);
    if (real_part(z) >= 0) return join(large, REAL_FN(copysign)(small, imag_part(z)));
    return join(small, REAL_FN(copysign)(large, imag_part(z)));
}

static value cmath_sqrt(value v)
{
    c_complex z = need_complex(v);
    bool plain = isfinite(real_part(z)) && isfinite(imag_part(z)) && (real_part(z) != 0 || imag_part(z) != 0);
    return from_c(plain ? root(z) : REAL_FN(csqrt)(z));
}

/* ---- logarithms ---- */

static c_complex logarithm(value v)
{
    c_complex z = need_complex(v);
    return checked(z, REAL_FN(clog)(z), NEVER_LARGE);
}

static value cmath_log(size_t n, value *args)
{
    if (n == 1) return from_c(logarithm(args[0]));
    c_complex z = REAL_FN(clog)(need_complex(args[0])); /* of 0, too */
    c_complex base = logarithm(args[1]);
    if (real_part(base) == 0 && imag_part(base) == 0) math_raise_domain();
    value numerator = from_c(z);
    return binary(OP_DIV, numerator, from_c(base));
}

static value cmath_log10(value v)
{
    const real ln10 = (real)2.30258509299404568402;
    c_complex z = logarithm(v);
    return from_c(join(real_part(z) / ln10, imag_part(z) / ln10));
}

/* ---- polar coordinates ---- */

static real angle(c_complex z)
{
    return REAL_FN(atan2)(imag_part(z), real_part(z));
}

static value cmath_phase(value v)
{
    return from_real(angle(need_complex(v)));
}

static value cmath_polar(value v)
{
    c_complex z = need_complex(v);
    real r = REAL_FN(hypot)(real_part(z), imag_part(z));
    if (isinf(r) && !has_infinity(z) && !has_nan(z)) math_raise_range();
    value length = from_real(r);
    return tuple_pair(length, from_real(angle(z)));
}

static value cmath_rect(value a, value b)
{
    real r = need_real(a), phi = need_real(b);
    if (phi == 0) return from_c(join(r, isfinite(r) ? r * phi : r < 0 ? -phi : phi));
    if (!isfinite(phi)) {
        if (isinf(phi) && r != 0 && !isnan(r)) math_raise_domain();
        return from_c(r == 0 ? join(0, 0) : join(isinf(r) ? (real)INFINITY : (real)NAN, (real)NAN));
    }
    return from_c(join(r * REAL_FN(cos)(phi), r * REAL_FN(sin)(phi)));
}

/* ---- kinds of numbers ---- */

static value cmath_isfinite(value v)
{
    c_complex z = need_complex(v);
    return from_bool(isfinite(real_part(z)) && isfinite(imag_part(z)));
}

static value cmath_isinf(value v)
{
    return from_bool(has_infinity(need_complex(v)));
}

static value cmath_isnan(value v)
{
    return from_bool(has_nan(need_complex(v)));
}

static real size_of(c_complex z)
{
    return REAL_FN(hypot)(real_part(z), imag_part(z));
}

static value cmath_isclose(size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym names[] = { 'a', 'b', S_rel_tol, S_abs_tol };
    value v[4];
    args_bind("isclose", n, args, nkw, kwnames, 0, 4, names, 2, 2, v);
    c_complex a = need_complex(v[0]), b = need_complex(v[1]);
    real relative = v[2] == UNDEF ? (real)1e-9 : need_real(v[2]);
    real absolute = v[3] == UNDEF ? 0 : need_real(v[3]);
    if (relative < 0 || absolute < 0) raise_value_error("tolerances must be non-negative");
    if (real_part(a) == real_part(b) && imag_part(a) == imag_part(b)) return TRUE;
    if (has_infinity(a) || has_infinity(b)) return FALSE;
    real difference = size_of(join(real_part(a) - real_part(b), imag_part(a) - imag_part(b)));
    return from_bool(difference <= relative * size_of(b) || difference <= relative * size_of(a) ||
                     difference <= absolute);
}

/* ---- the table ---- */

FUN1(f_isfinite, isfinite, cmath_isfinite);
FUN1(f_isinf, isinf, cmath_isinf);
FUN1(f_isnan, isnan, cmath_isnan);
FUN1(f_sqrt, sqrt, cmath_sqrt);
FUN1(f_log10, log10, cmath_log10);
FUN1(f_phase, phase, cmath_phase);
FUN1(f_polar, polar, cmath_polar);
FUN2(f_rect, rect, cmath_rect);
FUNV(f_log, log, 1, 2, cmath_log);
FUNK(f_isclose, isclose, 0, 2, cmath_isclose);

static const struct float_object pi = { { &type_float }, (real)3.14159265358979323846 };
static const struct float_object e = { { &type_float }, (real)2.71828182845904523536 };
static const struct float_object tau = { { &type_float }, (real)6.28318530717958647693 };
static const struct float_object infinity = { { &type_float }, (real)INFINITY };
static const struct float_object not_a_number = { { &type_float }, (real)NAN };
static const struct complex_object infinity_j = { { &type_complex }, 0, (real)INFINITY };
static const struct complex_object not_a_number_j = { { &type_complex }, 0, (real)NAN };

static const struct attr cmath_attrs[] = {
    ATTR(pi, pi),
    { 'e', (value)&e },
    ATTR(tau, tau),
    ATTR(inf, infinity),
    ATTR(nan, not_a_number),
    ATTR(infj, infinity_j),
    ATTR(nanj, not_a_number_j),
    ATTR(acos, f_acos),
    ATTR(acosh, f_acosh),
    ATTR(asin, f_asin),
    ATTR(asinh, f_asinh),
    ATTR(atan, f_atan),
    ATTR(atanh, f_atanh),
    ATTR(cos, f_cos),
    ATTR(cosh, f_cosh),
    ATTR(exp, f_exp),
    ATTR(isclose, f_isclose),
    ATTR(isfinite, f_isfinite),
    ATTR(isinf, f_isinf),
    ATTR(isnan, f_isnan),
    ATTR(log, f_log),
    ATTR(log10, f_log10),
    ATTR(phase, f_phase),
    ATTR(polar, f_polar),
    ATTR(rect, f_rect),
    ATTR(sin, f_sin),
    ATTR(sinh, f_sinh),
    ATTR(sqrt, f_sqrt),
    ATTR(tan, f_tan),
    ATTR(tanh, f_tanh),
};

const struct module_def module_cmath = {
    .name = SYMBOL(S_cmath),
    .attrs = cmath_attrs,
    .nattrs = sizeof cmath_attrs / sizeof cmath_attrs[0],
};
