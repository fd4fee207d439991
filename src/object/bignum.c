/* Arithmetic on vectors of digits. Multiplication: schoolbook, then Karatsuba. Division: schoolbook
 * with a reciprocal (Niels Moller and Torbjorn Granlund, "Improved division by invariant
 * integers"), then recursive (Christoph Burnikel and Joachim Ziegler, "Fast recursive division"); without
 * ADDER_ALGORITHMS bit by bit. */
#include "bignum.h"

/* From how many limbs the recursive ways pay. */
#define KARATSUBA_FROM 28
#define SQUARE_KARATSUBA_FROM 48
#define RECURSIVE_DIV_FROM 56
/* Operations on so many limbs look for Ctrl-C. */
#define INTERRUPT_FROM 1000

/* ---- addition, shifts ---- */

int vec_compare(const limb *a, size_t na, const limb *b, size_t nb)
{
    if (na != nb) return na < nb ? -1 : 1;
    while (na-- > 0) {
        if (a[na] != b[na]) return a[na] < b[na] ? -1 : 1;
    }
    return 0;
}

limb vec_add(limb *r, const limb *a, size_t na, const limb *b, size_t nb)
{
    limb carry = 0;
    size_t i = 0;
    for (; i < nb; i++) {
        limb2 s = (limb2)a[i] + b[i] + carry;
        r[i] = (limb)s;
        carry = (limb)(s >> LIMB_BITS);
    }
    for (; i < na && carry; i++) {
        r[i] = a[i] + 1;
        carry = r[i] == 0;
    }
    if (r != a && i < na) memcpy(r + i, a + i, (na - i) * sizeof(limb));
    return carry;
}

limb vec_sub(limb *r, const limb *a, size_t na, const limb *b, size_t nb)
{
    limb borrow = 0;
    size_t i = 0;
    for (; i < nb; i++) {
        limb2 s = (limb2)a[i] - b[i] - borrow;
        r[i] = (limb)s;
        borrow = (limb)(s >> LIMB_BITS) & 1;
    }
    for (; i < na && borrow; i++) {
        borrow = a[i] == 0;
        r[i] = a[i] - 1;
    }
    if (r != a && i < na) memcpy(r + i, a + i, (na - i) * sizeof(limb));
    return borrow;
}

limb vec_shl(limb *r, const limb *a, size_t n, int bits)
{
    if (bits == 0) {
        memmove(r, a, n * sizeof(limb));
        return 0;
    }
    limb out = 0, last = 0;
    if (n) out = a[n - 1] >> (LIMB_BITS - bits);
    for (size_t i = n; i-- > 0;) {
        last = i ? a[i - 1] >> (LIMB_BITS - bits) : 0;
        r[i] = a[i] << bits | last;
    }
    return out;
}

void vec_shr(limb *r, const limb *a, size_t n, int bits)
{
    if (bits == 0) {
        memmove(r, a, n * sizeof(limb));
        return;
    }
    for (size_t i = 0; i < n; i++) r[i] = a[i] >> bits | (i + 1 < n ? a[i + 1] << (LIMB_BITS - bits) : 0);
}

/* ---- multiplication ---- */

limb vec_mul_1(limb *r, const limb *a, size_t n, limb f, limb add)
{
    for (size_t i = 0; i < n; i++) {
        limb2 p = (limb2)a[i] * f + add;
        r[i] = (limb)p;
        add = (limb)(p >> LIMB_BITS);
    }
    return add;
}

limb vec_addmul_1(limb *r, const limb *a, size_t n, limb f)
{
    limb carry = 0;
    for (size_t i = 0; i < n; i++) {
        limb2 p = (limb2)a[i] * f + r[i] + carry;
        r[i] = (limb)p;
        carry = (limb)(p >> LIMB_BITS);
    }
    return carry;
}

limb vec_submul_1(limb *r, const limb *a, size_t n, limb f)
{
    limb carry = 0;
    for (size_t i = 0; i < n; i++) {
        limb2 p = (limb2)a[i] * f + carry;
        limb low = (limb)p;
        carry = (limb)(p >> LIMB_BITS) + (r[i] < low);
        r[i] -= low;
    }
    return carry;
}

static void mul_school(limb *r, const limb *a, size_t na, const limb *b, size_t nb)
{
    r[na] = vec_mul_1(r, a, na, b[0], 0);
    for (size_t i = 1; i < nb; i++) {
        r[na + i] = vec_addmul_1(r + i, a, na, b[i]);
        if (!ADDER_ALGORITHMS && (i & 63) == 0) check_interrupt();
    }
}

/* Each product of two different limbs once, doubled, and the squares. */
static void square_school(limb *r, const limb *a, size_t n)
{
    r[0] = 0;
    if (n > 1) r[n] = vec_mul_1(r + 1, a + 1, n - 1, a[0], 0);
    for (size_t i = 1; i + 1 < n; i++) r[n + i] = vec_addmul_1(r + 2 * i + 1, a + i + 1, n - i - 1, a[i]);
    r[2 * n - 1] = 0;
    limb carry = 0, bit = 0;
    for (size_t i = 0; i < n; i++) {
        limb2 s = (limb2)a[i] * a[i];
        limb low = r[2 * i], high = r[2 * i + 1];
        limb2 t = (limb2)(limb)(low << 1 | bit) + (limb)s + carry;
        r[2 * i] = (limb)t;
        t = (limb2)(limb)(high << 1 | low >> (LIMB_BITS - 1)) + (limb)(s >> LIMB_BITS) + (limb)(t >> LIMB_BITS);
        r[2 * i + 1] = (limb)t;
        carry = (limb)(t >> LIMB_BITS);
        bit = high >> (LIMB_BITS - 1);
    }
}

/* r[0..n) = |a - b| with nb <= na = n; true: it was negative. */
static bool sub_absolute(limb *r, const limb *a, size_t n, const limb *b, size_t nb)
{
    size_t ta = vec_trim(a, n), tb = vec_trim(b, nb);
    bool negative = vec_compare(a, ta, b, tb) < 0;
    if (negative) {
        vec_sub(r, b, tb, a, ta);
        ta = tb;
    } else {
        vec_sub(r, a, ta, b, tb);
    }
    memset(r + ta, 0, (n - ta) * sizeof(limb));
    return negative;
}

/* Karatsuba: three products of half the length. t: 2 n + 128 limbs. */
static void mul_equal(limb *r, const limb *a, const limb *b, size_t n, limb *t)
{
    if (n < (a == b ? SQUARE_KARATSUBA_FROM : KARATSUBA_FROM)) {
        if (a == b) square_school(r, a, n);
        else mul_school(r, a, n, b, n);
        return;
    }
    check_c_stack();
    if (n >= INTERRUPT_FROM) check_interrupt();
    size_t low = (n + 1) / 2, high = n - low;
    bool minus = sub_absolute(r, a, low, a + low, high);
    if (a == b) {
        minus = false;
        mul_equal(t, r, r, low, t + 2 * low);
    } else {
        minus ^= sub_absolute(r + low, b, low, b + low, high);
        mul_equal(t, r, r + low, low, t + 2 * low);
    }
    mul_equal(r, a, b, low, t + 2 * low);
    mul_equal(r + 2 * low, a + low, b + low, high, t + 2 * low);

    /* The middle: low * low + high * high -+ t. */
    limb *mid = t + 2 * low;
    mid[2 * low] = vec_add(mid, r, 2 * low, r + 2 * low, 2 * high);
    if (minus) mid[2 * low] += vec_add(mid, mid, 2 * low, t, 2 * low);
    else mid[2 * low] -= vec_sub(mid, mid, 2 * low, t, 2 * low);
    size_t room = 2 * n - low, length = vec_trim(mid, 2 * low + 1);
    vec_add(r + low, r + low, room, mid, length < room ? length : room);
}

size_t vec_mul_room(size_t na, size_t nb)
{
    if (!ADDER_ALGORITHMS || nb < KARATSUBA_FROM) return 0;
    return na == nb ? 2 * nb + 128 : 6 * nb + 128;
}

void vec_mul(limb *r, const limb *a, size_t na, const limb *b, size_t nb, limb *t)
{
    if (ADDER_ALGORITHMS && na == nb) {
        mul_equal(r, a, b, na, t);
        return;
    }
    if (!ADDER_ALGORITHMS || nb < KARATSUBA_FROM) {
        mul_school(r, a, na, b, nb);
        return;
    }
    /* Slices of a, as long as b. */
    mul_equal(r, a, b, nb, t);
    memset(r + 2 * nb, 0, (na - nb) * sizeof(limb));
    for (size_t i = nb; i < na; i += nb) {
        size_t length = na - i < nb ? na - i : nb;
        vec_mul(t, b, nb, a + i, length, t + nb + length);
        vec_add(r + i, r + i, na + nb - i, t, nb + length);
    }
}

/* ---- division ---- */

#if ADDER_ALGORITHMS

/* floor((B^2 - 1) / d) - B; d's top bit is set. */
static limb reciprocal(limb d)
{
    return (limb)((((limb2)(limb)~d << LIMB_BITS) | (limb)~(limb)0) / d);
}

limb vec_div_1(limb *q, const limb *a, size_t n, limb d)
{
    if (n == 1) {
        limb rest = a[0] % d;
        q[0] = a[0] / d;
        return rest;
    }
    int shift = limb_clz(d);
    d <<= shift;
    limb v = reciprocal(d), rest = 0, next;
    if (n && shift) rest = a[n - 1] >> (LIMB_BITS - shift);
    for (size_t i = n; i-- > 0;) {
        next = a[i] << shift;
        if (shift && i) next |= a[i - 1] >> (LIMB_BITS - shift);
        limb2 p = (limb2)v * rest + (((limb2)rest << LIMB_BITS) | next);
        limb guess = (limb)(p >> LIMB_BITS) + 1;
        limb left = next - guess * d;
        if (left > (limb)p) {
            guess--;
            left += d;
        }
        if (left >= d) {
            guess++;
            left -= d;
        }
        q[i] = guess;
        rest = left;
    }
    return rest >> shift;
}

/* The reciprocal of (d1, d0), d1's top bit set. */
static limb reciprocal_2(limb d1, limb d0)
{
    limb v = reciprocal(d1);
    limb p = d1 * v + d0;
    if (p < d0) {
        v--;
        if (p >= d1) {
            v--;
            p -= d1;
        }
        p -= d1;
    }
    limb2 t = (limb2)v * d0;
    limb high = (limb)(t >> LIMB_BITS);
    p += high;
    if (p < high) {
        v--;
        if (p > d1 || (p == d1 && (limb)t >= d0)) v--;
    }
    return v;
}

/* (u2, u1, u0) / (d1, d0), with the latter's reciprocal; (u2, u1) < (d1, d0). */
static limb div_3_by_2(limb u2, limb u1, limb u0, limb d1, limb d0, limb v)
{
    limb2 d = (limb2)d1 << LIMB_BITS | d0;
    limb2 p = (limb2)v * u2 + ((limb2)u2 << LIMB_BITS | u1);
    limb q = (limb)(p >> LIMB_BITS), low = (limb)p;
    limb2 rest = ((limb2)(limb)(u1 - q * d1) << LIMB_BITS | u0) - (limb2)d0 * q - d;
    q++;
    if ((limb)(rest >> LIMB_BITS) >= low) {
        q--;
        rest += d;
    }
    return rest >= d ? q + 1 : q;
}

static void div_school(limb *q, limb *a, size_t na, const limb *b, size_t nb)
{
    limb d1 = b[nb - 1], d0 = b[nb - 2], v = reciprocal_2(d1, d0);
    for (size_t i = na - nb; i-- > 0;) {
        limb *top = a + i + nb, guess = ~(limb)0;
        if (top[0] != d1 || top[-1] != d0) guess = div_3_by_2(top[0], top[-1], top[-2], d1, d0, v);
        limb borrow = vec_submul_1(a + i, b, nb, guess);
        if (borrow > top[0]) { /* one too many: once in B / 2 times */
            guess--;
            borrow -= vec_add(a + i, a + i, nb, b, nb);
        }
        top[0] -= borrow;
        q[i] = guess;
    }
}

static void div_recursive(limb *q, limb *a, size_t na, const limb *b, size_t nb, limb *t);

/* For a quotient shorter than b: from the upper parts of both, then put right. */
static void div_by_top(limb *q, limb *a, const limb *b, size_t nb, size_t nq, limb *t)
{
    size_t low = nb - nq;
    limb *top = a + low;
    const limb *b_top = b + low;
    bool same = true;
    for (size_t i = 0; i < nq && same; i++) same = top[nq + i] == b_top[i];
    if (same) { /* the quotient is B^nq - 1, the largest there is */
        memset(q, 0xff, nq * sizeof(limb));
        memset(top + nq, 0, nq * sizeof(limb));
        top[nq] = vec_add(top, top, nq, b_top, nq);
    } else {
        div_recursive(q, top, 2 * nq, b_top, nq, t);
    }
    if (nq >= low) vec_mul(t, q, nq, b, low, t + nb);
    else vec_mul(t, b, low, q, nq, t + nb);
    limb borrow = vec_sub(a, a, nb + 1, t, nb);
    while (borrow) { /* at most twice */
        const limb one = 1;
        vec_sub(q, q, nq, &one, 1);
        borrow -= vec_add(a, a, nb + 1, b, nb);
    }
}

static void div_recursive(limb *q, limb *a, size_t na, const limb *b, size_t nb, limb *t)
{
    size_t nq = na - nb;
    if (nq < RECURSIVE_DIV_FROM || nb < RECURSIVE_DIV_FROM) {
        div_school(q, a, na, b, nb);
        return;
    }
    check_c_stack();
    if (nb >= INTERRUPT_FROM) check_interrupt();
    size_t step = nq < nb ? nq : (nb + 1) / 2; /* limbs of the quotient at a time, from the top */
    while (nq) {
        size_t part = nq % step ? nq % step : step;
        nq -= part;
        if (part < RECURSIVE_DIV_FROM / 2) div_school(q + nq, a + nq, nb + part, b, nb);
        else div_by_top(q + nq, a + nq, b, nb, part, t);
    }
}

size_t vec_div_room(size_t na, size_t nb)
{
    if (na - nb < RECURSIVE_DIV_FROM || nb < RECURSIVE_DIV_FROM) return 0;
    return 4 * nb + 128;
}

void vec_div(limb *q, limb *a, size_t na, const limb *b, size_t nb, limb *t)
{
    div_recursive(q, a, na, b, nb, t);
}
#else
limb vec_div_1(limb *q, const limb *a, size_t n, limb d)
{
    limb2 rest = 0;
    for (size_t i = n; i-- > 0;) {
        rest = rest << LIMB_BITS | a[i];
        q[i] = (limb)(rest / d);
        rest %= d;
    }
    return (limb)rest;
}

void vec_div_bits(limb *q, limb *r, const limb *a, size_t na, const limb *b, size_t nb)
{
    size_t nq = na - nb + 1;
    memset(q, 0, nq * sizeof(limb));
    memcpy(r, a + nq, (nb - 1) * sizeof(limb));
    r[nb - 1] = 0;
    for (size_t i = nq * LIMB_BITS; i-- > 0;) {
        limb out = vec_shl(r, r, nb, 1), bit = (limb)1 << i % LIMB_BITS;
        if (a[i / LIMB_BITS] & bit) r[0] |= 1;
        if (out || vec_compare(r, vec_trim(r, nb), b, nb) >= 0) {
            vec_sub(r, r, nb, b, nb);
            q[i / LIMB_BITS] |= bit;
        }
        if ((i & 1023) == 0) check_interrupt();
    }
}
#endif
