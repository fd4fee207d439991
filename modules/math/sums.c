/* math: sums and products of many numbers. Sums of floats are exact, rounded once at the end. */
#include "math_module.h"

/* ---- an accumulator wide enough for any sum of floats ---- */

#if ADDER_DOUBLE
#define MANT_BITS 53
#define MIN_EXPONENT (-1074) /* of the smallest float's last bit */
#define EXPONENTS 2048
#else
#define MANT_BITS 24
#define MIN_EXPONENT (-149)
#define EXPONENTS 256
#endif
#define CHUNKS (EXPONENTS / 32 + 5)

/* The sum of chunk[i] * 2^(32 i + MIN_EXPONENT). Each addition changes a chunk by less than 2^32, so carries can
 * wait for 2^30 of them. */
struct exact_sum {
    int64_t chunk[CHUNKS];
    uint32_t additions;
    real special; /* the sum of the infinities and nans */
    bool both_infinities;
};

static void sum_init(struct exact_sum *s)
{
    memset(s, 0, sizeof *s);
}

static void sum_carry(struct exact_sum *s)
{
    int64_t carry = 0;
    for (int i = 0; i < CHUNKS; i++) {
        int64_t t = s->chunk[i] + carry;
        carry = t >> 32;
        s->chunk[i] = t - carry * ((int64_t)1 << 32);
    }
    s->chunk[CHUNKS - 1] += carry * ((int64_t)1 << 32);
    s->additions = 0;
}

static void sum_add(struct exact_sum *s, real x)
{
    if (!isfinite(x)) {
        s->both_infinities |= isinf(x) && isinf(s->special) && signbit(x) != signbit(s->special);
        s->special += x;
        return;
    }
    int exponent;
    real fraction = REAL_FN(frexp)(x, &exponent);
    int at = exponent - MANT_BITS - MIN_EXPONENT; /* of the last bit of 2^MANT_BITS * fraction */
    int down = at < 0 ? -at : 0;                  /* a subnormal's bits below are zeros */
    int64_t m = (int64_t)REAL_FN(ldexp)(fraction, MANT_BITS - down);
    bool negative = m < 0;
    uint64_t bits = (uint64_t)(negative ? -m : m);
    at += down;
    int shift = at % 32;
    int64_t *c = s->chunk + at / 32;
    uint64_t low = bits << shift, high = shift ? bits >> (64 - shift) : 0;
    int64_t part[3] = { (int64_t)(uint32_t)low, (int64_t)(low >> 32), (int64_t)high };
    for (int i = 0; i < 3; i++) c[i] += negative ? -part[i] : part[i];
    if (++s->additions == (uint32_t)1 << 30) sum_carry(s);
}

/* The sum, rounded to nearest, ties to even. */
static real sum_result(struct exact_sum *s)
{
    sum_carry(s);
    bool negative = s->chunk[CHUNKS - 1] < 0;
    if (negative) {
        for (int i = 0; i < CHUNKS; i++) s->chunk[i] = -s->chunk[i];
        sum_carry(s);
    }
    int top = CHUNKS - 1;
    while (top > 0 && s->chunk[top] == 0) top--;
    /* Three chunks from the top hold at least 65 bits. */
    int first = top >= 2 ? top - 2 : 0;
    uint64_t m = (uint64_t)s->chunk[top], rest = 0;
    bool sticky = false;
    for (int i = top - 1; i >= first; i--) {
        if (i > first || top < 2) m = m << 32 | (uint64_t)s->chunk[i];
        else rest = (uint64_t)s->chunk[i];
    }
    for (int i = 0; i < first; i++) sticky |= s->chunk[i] != 0;
    int64_t exponent = 32 * (int64_t)first + MIN_EXPONENT;
    if (top >= 2) { /* m has 33 to 64 bits, and rest 32 more */
        int free = __builtin_clzll(m);
        m = m << free | (free ? rest >> (32 - free) : 0);
        sticky |= (uint32_t)(rest << free) != 0;
        exponent += 32 - free;
    }
    real x = real_from_parts(m, sticky, exponent);
    return negative ? -x : x;
}

value math_fsum(value iterable)
{
    struct exact_sum s;
    value it = get_iter(iterable);
    sum_init(&s);
    for (value v; (v = iter_next(it)) != STOP; check_interrupt()) sum_add(&s, need_real(v));
    if (s.both_infinities) raise_value_error("-inf + inf in fsum");
    if (s.special != 0) return from_real(s.special);
    real x = sum_result(&s);
    if (isinf(x)) raise_error(&type_OverflowError, "intermediate overflow in fsum");
    return from_real(x);
}

/* ---- sumprod ---- */

static bool is_summable(value v)
{
    return is_float(v) || is_int(v) || (is_integer(v) && int_bit_length(v) < 120); /* a single holds 2^120, too */
}

/* Adds a * b exactly if both are floats, or one is and the other is an int; false: it is not done. */
static bool sum_add_product(struct exact_sum *s, value a, value b)
{
    real x, y;
    if (!is_float(a) && !is_float(b)) return false;
    if (!is_summable(a) || !is_summable(b)) return false;
    number_to_real(a, &x);
    number_to_real(b, &y);
    real product = x * y;
    int ex, ey;
    REAL_FN(frexp)(x, &ex);
    REAL_FN(frexp)(y, &ey);
    /* The error of the product is a float too, if it is not too small for one. */
    if (!isfinite(product) || (product != 0 && ex + ey < MIN_EXPONENT + 2 * MANT_BITS + 2)) return false;
    if (product == 0 && x != 0 && y != 0) return false;
    sum_add(s, product);
    sum_add(s, REAL_FN(fma)(x, y, -product));
    return true;
}

value math_sumprod(value p, value q)
{
    struct exact_sum floats;
    value total = from_int(0), p_it = get_iter(p), q_it = get_iter(q);
    bool any_float = false;
    sum_init(&floats);
    for (;; check_interrupt()) {
        value a = iter_next(p_it), b = iter_next(q_it);
        if ((a == STOP) != (b == STOP)) raise_value_error("Inputs are not the same length");
        if (a == STOP) break;
        if (sum_add_product(&floats, a, b)) any_float = true;
        else total = binary(OP_ADD, total, binary(OP_MUL, a, b));
    }
    if (!any_float) return total;
    return binary(OP_ADD, total, from_real(sum_result(&floats)));
}

value math_prod(size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym names[] = { 0, S_start };
    value v[2];
    args_bind("prod", n, args, nkw, kwnames, 0, 2, names, 1, 1, v);
    value r = v[1] == UNDEF ? from_int(1) : v[1], it = get_iter(v[0]);
    for (value x; (x = iter_next(it)) != STOP; check_interrupt()) r = binary(OP_MUL, r, x);
    return r;
}

/* ---- distances ---- */

/* The square root of the sum of squares: scaled by the largest, the squares in twice the precision. */
static real vector_length(const real *v, size_t n)
{
    real largest = 0, sum = 0, low = 0;
    bool nan = false;
    for (size_t i = 0; i < n; i++) {
        real x = REAL_FN(fabs)(v[i]);
        nan |= isnan(x);
        if (x > largest) largest = x;
    }
    if (isinf(largest)) return largest;
    if (nan) return (real)NAN;
    if (largest == 0) return 0;
    int exponent;
    REAL_FN(frexp)(largest, &exponent);
    for (size_t i = 0; i < n; i++) {
        real x = REAL_FN(ldexp)(v[i], -exponent), square = x * x, t = sum + square;
        low += REAL_FN(fma)(x, x, -square) + (sum >= square ? sum - t + square : square - t + sum);
        sum = t;
    }
    real r = REAL_FN(sqrt)(sum + low);
    r += (REAL_FN(fma)(-r, r, sum) + low) / (2 * r); /* one step of Newton */
    return REAL_FN(ldexp)(r, exponent);
}

/* Room for n reals; `owner` keeps it alive. */
static real *reals_new(size_t n, value *owner)
{
    uint8_t *data;
    *owner = bytes_make((n + 1) * sizeof(real), &data);
    uintptr_t at = (uintptr_t)data;
    return (real *)(at + (sizeof(real) - at % sizeof(real)) % sizeof(real));
}

value math_hypot(size_t n, value *args)
{
    value owner;
    real *v = reals_new(n, &owner);
    for (size_t i = 0; i < n; i++) v[i] = need_real(args[i]);
    real r = vector_length(v, n);
    HOLD(owner);
    HOLD(v);
    return from_real(r);
}

value math_dist(value p, value q)
{
    value owner;
    if (!is_tuple(p)) p = tuple_from_iterable(p);
    if (!is_tuple(q)) q = tuple_from_iterable(q);
    size_t n = tuple_of(p)->len;
    if (n != tuple_of(q)->len) raise_value_error("both points must have the same number of dimensions");
    real *v = reals_new(n, &owner);
    for (size_t i = 0; i < n; i++) v[i] = need_real(tuple_of(p)->items[i]) - need_real(tuple_of(q)->items[i]);
    real r = vector_length(v, n);
    HOLD(owner);
    HOLD(v);
    return from_real(r);
}
