/* The gamma function and its logarithm, by Lanczos' approximation with the coefficients of 13 terms that CPython
 * has, too: so results agree to the last bit. Where floats are singles the C library's functions serve. */
#include "math_module.h"

#if ADDER_DOUBLE
#define PI 3.14159265358979323846
#define G  6.024680040776729583740234375

/* The quotient of two polynomials, from the lowest power on; the denominator is x (x + 1) ... (x + 11). */
static const double numerator[] = {
    23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408,
};
static const double denominator[] = {
    0.0,       39916800.0, 120543840.0, 150917976.0, 105258076.0, 45995730.0, 13339535.0,
    2637558.0, 357423.0,   32670.0,     1925.0,      66.0,        1.0,
};
#define TERMS ((int)(sizeof numerator / sizeof numerator[0]))

/* For x > 0. Beyond 5 in powers of 1 / x, which don't overflow. */
static double lanczos_sum(double x)
{
    double above = 0, below = 0;
    for (int i = 0; i < TERMS; i++) {
        int k = x < 5 ? TERMS - 1 - i : i;
        above = (x < 5 ? above * x : above / x) + numerator[k];
        below = (x < 5 ? below * x : below / x) + denominator[k];
    }
    return above / below;
}

/* sin(pi x) for x > 0, exact where it is 0 or 1. */
static double sine_of_pi(double x)
{
    double y = fmod(x, 2);
    switch ((int)round(2 * y)) {
    case 0: return sin(PI * y);
    case 1: return cos(PI * (y - 0.5));
    case 2: return sin(PI * (1 - y));
    case 3: return -cos(PI * (y - 1.5));
    default: return sin(PI * (y - 2));
    }
}

/* r times (or divided by) y^power; a large power in two steps, since half of it does not overflow. */
static double scale(double r, double y, double power, bool divide)
{
    bool halves = power >= 139.5;
    double factor = pow(y, halves ? power / 2 : power);
    for (int i = 0; i <= halves; i++) r = divide ? r / factor : r * factor;
    return r;
}

static double gamma_of(double x)
{
    static const double g_less = G - 0.5;
    double size = fabs(x);
    if (x == floor(x) && x > 0 && x <= 23) { /* a factorial, and exact */
        double product = 1;
        for (double i = 2; i < x; i++) product *= i;
        return product;
    }
    if (size < 1e-20) return 1 / x;
    if (size > 200) return x > 0 ? (double)INFINITY : 0 / -sine_of_pi(size);
    double y = size + g_less;
    double lost = size > g_less ? y - size - g_less : y - g_less - size; /* in that addition */
    double correction = lost * G / y;
    if (x > 0) {
        double r = lanczos_sum(size) / exp(y);
        return scale(r + correction * r, y, size - 0.5, false);
    }
    double r = -PI / sine_of_pi(size) / size * exp(y) / lanczos_sum(size);
    return scale(r - correction * r, y, size - 0.5, true);
}

static double log_gamma_of(double x)
{
    static const double log_pi = 1.144729885849400174143427351353058711647;
    double size = fabs(x);
    if (x == 1 || x == 2) return 0;
    if (size < 1e-20) return -log(size);
    double r = log(lanczos_sum(size)) - G;
    r += (size - 0.5) * (log(size + G - 0.5) - 1);
    return x > 0 ? r : log_pi - log(fabs(sine_of_pi(size))) - log(size) - r;
}
#else
#define gamma_of     REAL_FN(tgamma)
#define log_gamma_of REAL_FN(lgamma)
#endif

/* Gamma is infinite at 0, -1, -2 ... */
static bool is_pole(real x)
{
    return x <= 0 && x == REAL_FN(floor)(x) && isfinite(x);
}

value math_gamma(value v)
{
    real x = need_real(v);
    if (is_pole(x) || (isinf(x) && x < 0)) math_raise_domain();
    real r = isfinite(x) ? gamma_of(x) : x;
    if (isinf(r) && isfinite(x)) math_raise_range();
    return from_real(r);
}

value math_lgamma(value v)
{
    real x = need_real(v);
    if (is_pole(x)) math_raise_domain();
    real r = isfinite(x) ? log_gamma_of(x) : REAL_FN(fabs)(x);
    if (isinf(r) && isfinite(x)) math_raise_range();
    return from_real(r);
}
