/* Powers, powers modulo a number, greatest common divisors and square roots of ints. */
#include "number.h"

#include <math.h>

/* ---- powers ---- */

/* Gives up at once where the result cannot fit the heap, and not after minutes. */
static void check_power_fits(value a, uint64_t e)
{
    double bits = (double)(int_bit_length(a) - 1) * (double)e;
    if (bits < 1 << 20) return;
    if (bits > 8.0 * (double)heap_size()) raise_memory_error();
}

value int_power(value a, value b)
{
    uint64_t e;
    int sign = int_sign(a);
    if (!int_to_uint64(b, &e)) {
        if (sign == 0 || a == from_int(1) || a == TRUE) return a == TRUE ? from_int(1) : a;
        if (a == from_int(-1)) return int_is_odd(b) ? a : from_int(1);
        raise_memory_error();
    }
    if (e == 0) return from_int(1);
    if (a == from_int(2)) return int_shift_left(from_int(1), e > INTPTR_MAX ? INTPTR_MAX : (size_t)e);
    value r = int_binary(OP_ADD, a, from_int(0)); /* of a bool: an int */
    if (sign) check_power_fits(a, e);
    for (int i = 62 - __builtin_clzll(e); i >= 0; i--) {
        r = int_multiply(r, r);
        if (e >> i & 1) r = int_multiply(r, a);
        check_interrupt();
    }
    return r;
}

/* The bits [at, at + count) of a magnitude; count below LIMB_BITS. */
static unsigned bits_at(const struct operand *o, size_t at, int count)
{
    size_t i = at / LIMB_BITS;
    int shift = (int)(at % LIMB_BITS);
    limb d = i < o->n ? o->d[i] >> shift : 0;
    if (shift && i + 1 < o->n) d |= o->d[i + 1] << (LIMB_BITS - shift);
    return (unsigned)d & ((1u << count) - 1);
}

/* How many bits of an exponent to take at a time. */
static int window_for(size_t bits)
{
    return bits < 12 ? 1 : bits < 48 ? 3 : bits < 400 ? 4 : 5;
}

/* What multiplies modulo an odd m without dividing (Montgomery): x stands for x * B^n. */
struct montgomery {
    const limb *m;
    size_t n;
    limb inverse; /* -1 / m[0] mod B */
    limb *product; /* 2 n + 1 limbs */
    limb *work;    /* for vec_mul */
};

/* r = a * b / B^n mod m. r may be a or b. */
static void montgomery_multiply(struct montgomery *g, limb *r, const limb *a, const limb *b)
{
    limb *p = g->product;
    size_t n = g->n;
    vec_mul(p, a, n, b, n, g->work);
    limb carry = 0;
    for (size_t i = 0; i < n; i++) {
        limb2 top = (limb2)vec_addmul_1(p + i, g->m, n, p[i] * g->inverse) + p[i + n] + carry;
        p[i + n] = (limb)top;
        carry = (limb)(top >> LIMB_BITS);
    }
    if (carry || vec_compare(p + n, n, g->m, n) >= 0) vec_sub(p + n, p + n, n, g->m, n);
    memcpy(r, p + n, n * sizeof(limb));
}

static limb inverse_of_odd(limb d)
{
    limb x = d; /* right to 3 bits; each round doubles them */
    for (int bits = 3; bits < LIMB_BITS; bits *= 2) x *= 2 - d * x;
    return x;
}

/* base^e mod m, 0 <= base < m, m odd, e > 0. */
static value power_mod_odd(value base, value exponent, value modulus)
{
    struct operand e, m, b;
    struct scratch s;
    operand_load(&e, exponent);
    operand_load(&m, modulus);
    size_t n = m.n, bits = int_bit_length(exponent), room = vec_mul_room(n, n);
    int window = window_for(bits);
    size_t entries = (size_t)1 << window;

    /* The numbers as Montgomery has them: times B^n. */
    value one = NONE, scaled = NONE;
    int_divide(int_shift_left(from_int(1), n * LIMB_BITS), modulus, NULL, &one, "");
    int_divide(int_shift_left(base, n * LIMB_BITS), modulus, NULL, &scaled, "");
    limb *table = scratch_open(&s, entries * n + n + 2 * n + 1 + room), *r = table + entries * n;
    memset(table, 0, entries * n * sizeof(limb));
    operand_load(&b, one);
    memcpy(table, b.d, b.n * sizeof(limb));
    operand_load(&b, scaled);
    memcpy(table + n, b.d, b.n * sizeof(limb));
    HOLD(one);
    HOLD(scaled);

    struct montgomery g = { m.d, n, -inverse_of_odd(m.d[0]), r + n, r + 3 * n + 1 };
    for (size_t i = 2; i < entries; i++) montgomery_multiply(&g, table + i * n, table + (i - 1) * n, table + n);
    memcpy(r, table, n * sizeof(limb));
    for (size_t at = (bits + (size_t)window - 1) / (size_t)window * (size_t)window; at > 0;) {
        at -= (size_t)window;
        for (int i = 0; i < window; i++) montgomery_multiply(&g, r, r, r);
        unsigned part = bits_at(&e, at, window);
        if (part) montgomery_multiply(&g, r, r, table + part * n);
        check_interrupt();
    }
    memset(table, 0, n * sizeof(limb));
    table[0] = 1;
    montgomery_multiply(&g, r, r, table); /* back: divided by B^n */
    value result = int_from_limbs(r, n, false);
    HOLD(exponent);
    HOLD(modulus);
    HOLD(s.big);
    scratch_close(&s);
    return result;
}

/* The same for any m. */
static value power_mod_any(value base, value exponent, value modulus)
{
    struct operand e;
    value r = from_int(1);
    for (size_t at = int_bit_length(exponent); at-- > 0;) {
        operand_load(&e, exponent);
        r = int_multiply(r, r);
        int_divide(r, modulus, NULL, &r, "");
        if (bits_at(&e, at, 1)) {
            r = int_multiply(r, base);
            int_divide(r, modulus, NULL, &r, "");
        }
        check_interrupt();
    }
    return r;
}

static value remainder_of(value a, value m)
{
    value r;
    int_divide(a, m, NULL, &r, "");
    return r;
}

/* 1 / a mod m, by the extended algorithm of Euclid. */
static value int_inverse(value a, value m)
{
    value x = from_int(1), y = from_int(0), b = m;
    a = remainder_of(a, m);
    while (int_sign(b)) {
        value q, rest, next;
        int_divide(a, b, &q, &rest, "");
        next = int_binary(OP_SUB, x, int_multiply(q, y));
        a = b;
        b = rest;
        x = y;
        y = next;
        check_interrupt();
    }
    if (a != from_int(1)) raise_value_error("base is not invertible for the given modulus");
    return remainder_of(x, m);
}

value int_pow_mod(value a, value b, value m)
{
    if (int_sign(m) == 0) raise_value_error("pow() 3rd argument cannot be 0");
    bool negative = int_sign(m) < 0;
    value modulus = negative ? int_negate(m) : int_binary(OP_ADD, m, from_int(0));
    if (modulus == from_int(1)) return from_int(0);
    if (int_sign(b) < 0) {
        if (!ADDER_METHODS) raise_value_error("pow() 2nd argument cannot be negative when 3rd argument specified");
        a = int_inverse(a, modulus);
        b = int_negate(b);
    }
    value base = remainder_of(a, modulus), r;
    if (int_sign(b) == 0) r = from_int(1);
    else if (ADDER_ALGORITHMS && int_is_odd(modulus)) r = power_mod_odd(base, b, modulus);
    else r = power_mod_any(base, b, modulus);
    if (negative && int_sign(r)) r = int_binary(OP_SUB, r, modulus);
    return r;
}

/* ---- greatest common divisor ---- */

static value magnitude_of(value v)
{
    return int_sign(v) < 0 ? int_negate(v) : int_binary(OP_ADD, v, from_int(0));
}

static limb gcd_limbs(limb a, limb b)
{
    if (a == 0 || b == 0) return a | b;
    int shift = limb_ctz(a | b);
    a >>= limb_ctz(a);
    while (b) {
        b >>= limb_ctz(b);
        if (a > b) {
            limb swap = a;
            a = b;
            b = swap;
        }
        b -= a;
    }
    return a << shift;
}

typedef int64_t step; /* of the cofactors; the leading parts have 62 or 30 bits */

/* Lehmer: how many steps of Euclid's algorithm the leading parts x >= y of two numbers already decide, as
 * a matrix: a' = f[0] a + f[1] b, b' = f[2] a + f[3] b. False: not even one. */
static bool lehmer_steps(step x, step y, step f[4])
{
    f[0] = f[3] = 1;
    f[1] = f[2] = 0;
    while (y + f[2] && y + f[3]) {
        step q = (x + f[0]) / (y + f[2]);
        if (q != (x + f[1]) / (y + f[3])) break;
        step t = f[0] - q * f[2];
        f[0] = f[2];
        f[2] = t;
        t = f[1] - q * f[3];
        f[1] = f[3];
        f[3] = t;
        t = x - q * y;
        x = y;
        y = t;
    }
    return f[1] != 0;
}

/* (u, v) = f (u, v), as lehmer_steps() gives f: both stay above zero and do not grow. */
static void lehmer_apply(limb *u, limb *v, size_t n, const step f[4])
{
    signed_limb2 carry_u = 0, carry_v = 0;
    for (size_t i = 0; i < n; i++) {
        signed_limb2 x = u[i], y = v[i];
        carry_u += f[0] * x + f[1] * y;
        carry_v += f[2] * x + f[3] * y;
        u[i] = (limb)carry_u;
        v[i] = (limb)carry_v;
        carry_u >>= LIMB_BITS;
        carry_v >>= LIMB_BITS;
    }
}

/* What is above the lowest `shift` bits of a: its leading ones. */
static step leading_bits(const limb *a, size_t n, size_t shift)
{
    struct operand o = { .d = a, .n = n };
    uint64_t x = bits_at(&o, shift, 30);
    if (LIMB_BITS == 64) x |= (uint64_t)bits_at(&o, shift + 30, 30) << 30;
    return (step)x;
}

#define LEAD_BITS (LIMB_BITS == 64 ? 60 : 30)

/* Makes the two n-limb numbers smaller for as long as Lehmer's method works, u >= v; n is what u has then. */
static size_t lehmer_reduce(limb *u, limb *v, size_t n)
{
    step f[4];
    for (;;) {
        n = vec_trim(u, n);
        size_t nv = vec_trim(v, n), bits = n * LIMB_BITS - (size_t)limb_clz(u[n - 1]);
        if (nv + 1 < n || n < 2) return n;
        step x = leading_bits(u, n, bits - LEAD_BITS), y = leading_bits(v, n, bits - LEAD_BITS);
        if (!lehmer_steps(x, y, f)) return n;
        lehmer_apply(u, v, n, f);
        check_interrupt();
    }
}

value int_gcd(value a, value b)
{
    struct operand x, y;
    struct scratch su, sv;
    a = magnitude_of(a);
    b = magnitude_of(b);
    if (int_compare(a, b) < 0) {
        value swap = a;
        a = b;
        b = swap;
    }
    while (int_sign(b)) { /* a >= b */
        operand_load(&x, a);
        operand_load(&y, b);
        size_t n = x.n;
        if (n == 1) {
            limb g = gcd_limbs(x.d[0], y.d[0]);
            return int_from_limbs(&g, 1, false);
        }
        if (y.n + 1 >= n) {
            limb *u = scratch_open(&su, n), *v = scratch_open(&sv, n);
            memcpy(u, x.d, n * sizeof(limb));
            memset(v, 0, n * sizeof(limb));
            memcpy(v, y.d, y.n * sizeof(limb));
            n = lehmer_reduce(u, v, n);
            HOLD(a);
            HOLD(b);
            a = scratch_int(&su, n, false);
            b = scratch_int(&sv, n, false);
            if (int_sign(b) == 0) break;
        }
        value rest = remainder_of(a, b);
        a = b;
        b = rest;
    }
    return a;
}

/* ---- square root ---- */

static uint64_t isqrt_64(uint64_t n)
{
    uint64_t r = 0;
    for (uint64_t bit = (uint64_t)1 << 62; bit; bit >>= 2) {
        uint64_t t = r + bit;
        r >>= 1;
        if (n >= t) {
            n -= t;
            r += bit;
        }
    }
    return r;
}

value int_isqrt(value v)
{
    uint64_t small;
    if (int_to_uint64(v, &small)) return int_from_uint64(isqrt_64(small));
    /* Newton, each round with twice the digits: from the root r of v's upper part, about 2k bits below it,
     * the next is (r + part / r) / 2 at twice the precision; it is at most 1 too large. */
    size_t half = (int_bit_length(v) - 1) / 2;
    size_t done = 30; /* bits that r has */
    value top = int_shift_right(v, 2 * half - 2 * done);
    int_to_uint64(top, &small);
    value r = int_from_uint64(isqrt_64(small));
    /* The rounds' precisions, from the last: done = half >> i. */
    int rounds = 0;
    while (half >> rounds > done) rounds++;
    done = half >> rounds;
    r = int_shift_right(r, 30 - done);
    while (rounds-- > 0) {
        size_t next = half >> rounds, more = next - done;
        value part, quotient;
        part = int_shift_right(v, 2 * half - next - done + 1); /* to the precision needed, times 2^(1 - more) */
        int_divide(part, r, &quotient, NULL, "");
        r = int_binary(OP_ADD, int_shift_left(r, more - 1), quotient);
        done = next;
        check_interrupt();
    }
    return int_compare(int_multiply(r, r), v) > 0 ? int_binary(OP_SUB, r, from_int(1)) : r;
}
