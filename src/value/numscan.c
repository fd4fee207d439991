/* Text to floats. With ADDER_FLOAT_TABLES:
 *
 * The first 19 digits times a power of ten to 128 bits give an interval that holds the number. When both its
 * ends round to the same float, that is it. Else (about once in 10^9 for random text, always
 * for exact ties) all digits are compared with the midpoint between the two floats, exactly.
 *
 * Without, all digits are multiplied or divided by the power of ten, exactly. */
#include <math.h>

#include "numpower.h"
#include "numtext.h"
#include "numwide.h"

#define REAL_INFINITY ((real_bits)REAL_EXP_MAX << (REAL_MANT - 1))
#define REAL_SIGN ((real_bits)1 << (sizeof(real_bits) * 8 - 1))

unsigned digit_value(char c)
{
    if (c >= '0' && c <= '9') return (unsigned)(c - '0');
    unsigned letter = (unsigned)(c | 32) - 'a';
    return letter < 26 ? letter + 10 : 99;
}

/* ---- rounding ---- */

/* The float nearest to (m + some, if sticky) * 2^e, ties to even; m's top bit is set. Larger numbers have
 * larger bits, so a carry out of the mantissa is right by itself. */
static real_bits round_bits(uint64_t m, bool sticky, int e)
{
    int biased = e + 64 - REAL_MANT - REAL_MIN_Q + 1; /* of the result; below 1: subnormal */
    int cut = 64 - REAL_MANT;
    if (biased < 1) {
        cut += 1 - biased;
        biased = 1;
    }
    if (biased >= REAL_EXP_MAX) return REAL_INFINITY;
    if (cut > 64) return 0;
    uint64_t rest = m << (64 - cut), half = (uint64_t)1 << 63;
    uint64_t c = cut < 64 ? m >> cut : 0;
    if (rest > half || (rest == half && (sticky || (c & 1)))) c++;
    return ((real_bits)(biased - 1) << (REAL_MANT - 1)) + (real_bits)c;
}

real real_from_parts(uint64_t m, bool sticky, int64_t exponent)
{
    if (m == 0) return 0;
    int shift = __builtin_clzll(m);
    exponent -= shift;
    if (exponent > 2 * REAL_EXP_MAX) exponent = 2 * REAL_EXP_MAX;
    if (exponent < -2 * REAL_EXP_MAX) exponent = -2 * REAL_EXP_MAX;
    return real_of_bits(round_bits(m << shift, sticky, (int)exponent));
}

#if ADDER_FLOAT_TABLES
static real_bits round_192(struct num192 p, int e)
{
    int shift = __builtin_clzll(p.w2); /* 0 or 1, but for rounding */
    uint64_t m = p.w2, rest = p.w1;
    if (shift) {
        m = m << shift | rest >> (64 - shift);
        rest <<= shift;
    }
    return round_bits(m, rest || p.w0, e + 128 - shift);
}

#endif

/* ---- the text's parts ---- */

struct number_text {
    const char *digits, *end; /* digits, a point and underscores */
    uint64_t w;               /* the first 19 digits */
    int64_t exponent;         /* of w's last digit */
    bool truncated;           /* there are more that are not 0 */
};

/* ---- the exact way ---- */

/* As many digits as the midpoint between two floats can have, and one more. */
#define MAX_DIGITS (ADDER_DOUBLE ? 770 : 115)
#if ADDER_FLOAT_TABLES
#define WIDE_WORDS (ADDER_DOUBLE ? 86 : 16)
#else
#define WIDE_WORDS (ADDER_DOUBLE ? 170 : 32)
#endif

#define POWER5_13 1220703125u /* 5^13: the last that fits 32 bits */

static void wide_mul_power5(struct wide *x, int k)
{
    for (; k >= 13; k -= 13) wide_mul_add(x, POWER5_13, 0);
    for (; k > 0; k--) wide_mul_add(x, 5, 0);
}

#if ADDER_FLOAT_TABLES
static int wide_compare(const struct wide *x, const struct wide *y)
{
    if (x->n != y->n) return x->n < y->n ? -1 : 1;
    for (int i = x->n; i-- > 0;) {
        if (x->word[i] != y->word[i]) return x->word[i] < y->word[i] ? -1 : 1;
    }
    return 0;
}

#endif

/* All digits of t as a number; the exponent of the last. */
static int wide_read(struct wide *x, const struct number_text *t)
{
    int count = 0, first = 0, exponent = (int)t->exponent;
    bool more = false;
    x->n = 0;
    for (const char *p = t->digits; p < t->end; p++) {
        if ((uintptr_t)p % TEXT_PIECE == 0) text_pause();
        unsigned d = (unsigned)(*p - '0');
        if (d > 9 || (d == 0 && count == 0)) continue;
        if (count < MAX_DIGITS) {
            wide_mul_add(x, 10, d);
            count++;
            first += count <= 19;
        } else {
            more |= d != 0;
        }
    }
    if (more) { /* what is cut off is above zero: any digit will do */
        wide_mul_add(x, 10, 1);
        count++;
    }
    return exponent - (count - first);
}

#if ADDER_FLOAT_TABLES
/* Whether t is nearer to the float after `low` than to it (or as near, and that one is even). */
static bool exact_above(const struct number_text *t, real_bits low)
{
    uint32_t x_room[WIDE_WORDS], mid_room[WIDE_WORDS];
    struct wide x = {0, x_room}, mid = {0, mid_room};
    int e = (int)(low >> (REAL_MANT - 1)), exponent = wide_read(&x, t);
    uint64_t c = low & (REAL_HIDDEN - 1);
    if (e) c |= REAL_HIDDEN;
    else e = 1;
    c = 2 * c + 1; /* the midpoint is c * 2^(e - 2 + REAL_MIN_Q) */
    wide_set(&mid, c);
    wide_mul_power5(exponent < 0 ? &mid : &x, exponent < 0 ? -exponent : exponent);
    int shift = e - 2 + REAL_MIN_Q - exponent;
    if (shift >= 0) wide_shift_left(&mid, shift);
    else wide_shift_left(&x, -shift);
    int order = wide_compare(&x, &mid);
    return order > 0 || (order == 0 && (low & 1));
}

/* ---- decimal ---- */

/* Where the hardware rounds each operation to a double, it does the common numbers in one. */
#if ADDER_DOUBLE && defined(__FLT_EVAL_METHOD__) && __FLT_EVAL_METHOD__ == 0
#define HARDWARE_EXACT 1
#else
#define HARDWARE_EXACT 0
#endif

static real_bits decimal_bits(const struct number_text *t)
{
    if (t->w == 0) return 0;
    int64_t exponent = t->exponent;
    if (HARDWARE_EXACT && !t->truncated && t->w <= REAL_HIDDEN && exponent <= 22 && exponent >= -22) {
        int k = exponent < 0 ? (int)-exponent : (int)exponent;
        real x = (real)t->w, scale = (real)power5_table[k] * (real)(1u << k); /* no rounding up to here */
        return bits_of_real(exponent < 0 ? x / scale : x * scale);
    }
    if (exponent < (ADDER_DOUBLE ? -343 : -65)) return 0;
    if (exponent > (ADDER_DOUBLE ? 308 : 38)) return REAL_INFINITY;

    int shift = __builtin_clzll(t->w);
    struct power10 g = power10((int)exponent);
    struct num192 high = mul_power10(t->w << shift, g), low = high;
    int e = log2_of_power10((int)exponent) - 127 - shift;
    if (!g.exact) { /* g may be almost 1 too large */
        uint64_t off = t->w << shift;
        bool borrow = low.w0 < off;
        low.w0 -= off;
        if (borrow && low.w1-- == 0) low.w2--;
    }
    if (t->truncated) { /* up to w + 1 */
        uint64_t off0 = g.low << shift, off1 = g.high << shift, off2 = 0;
        if (shift) {
            off1 |= g.low >> (64 - shift);
            off2 = g.high >> (64 - shift);
        }
        high.w0 += off0;
        uint64_t carry = high.w0 < off0;
        high.w1 += carry;
        carry = high.w1 < carry;
        high.w1 += off1;
        carry += high.w1 < off1;
        high.w2 += off2 + carry; /* cannot overflow: (w + 1) << shift is at most 2^64, g below 2^128 */
    }
    real_bits a = round_192(low, e);
    if (low.w0 == high.w0 && low.w1 == high.w1 && low.w2 == high.w2) return a;
    real_bits b = round_192(high, e);
    if (a == b) return a;
    return exact_above(t, a) ? b : a;
}

#else

/* The float nearest to (x + some, if sticky) * 2^e; x has two words at least. */
static real_bits round_wide(const struct wide *x, bool sticky, int e)
{
    const uint32_t *top = &x->word[x->n - 1];
    int shift = __builtin_clz(*top), words = x->n - 2;
    uint64_t m = ((uint64_t)*top << 32 | top[-1]) << shift;
    if (words && shift) m |= top[-2] >> (32 - shift);
    if (words && top[-2] << shift) sticky = true;
    for (int i = 0; i < words - 1; i++) sticky |= x->word[i] != 0;
    return round_bits(m, sticky, e + 32 * words - shift);
}

static real_bits decimal_bits(const struct number_text *t)
{
    uint32_t room[WIDE_WORDS];
    struct wide x = {0, room};
    if (t->w == 0 || t->exponent < (ADDER_DOUBLE ? -343 : -65)) return 0;
    if (t->exponent > (ADDER_DOUBLE ? 308 : 38)) return REAL_INFINITY;
    int exponent = wide_read(&x, t), k = -exponent, shift = 64; /* so that 64 bits are left */
    bool sticky = false;
    if (k > 0) shift += k * 7 / 3;
    wide_shift_left(&x, shift);
    wide_mul_power5(&x, exponent);
    for (; k >= 13; k -= 13) sticky |= wide_divide(&x, POWER5_13) != 0;
    for (; k > 0; k--) sticky |= wide_divide(&x, 5) != 0;
    return round_wide(&x, sticky, exponent - shift);
}
#endif

/* Whether text starts with these letters, in any case. */
static bool starts_with(const char *p, const char *end, const char *letters)
{
    for (; *letters; letters++, p++) {
        if (p == end || (*p | 32) != *letters) return false;
    }
    return true;
}

static size_t scan_name(const char *p, const char *end, real_bits *bits)
{
    if (starts_with(p, end, "nan")) {
        *bits = bits_of_real((real)NAN); /* which bits make it a quiet one depends on the machine */
        return 3;
    }
    *bits = REAL_INFINITY;
    if (starts_with(p, end, "infinity")) return 8;
    return starts_with(p, end, "inf") ? 3 : 0;
}

static bool is_digit_at(const char *p, const char *end)
{
    return p < end && (unsigned)(*p - '0') < 10;
}

/* Reads [e [sign] digits] at p; *out is clamped to what is far out of range whatever the digits are. */
static const char *scan_exponent(const char *p, const char *end, char letter, bool underscores, int64_t *out)
{
    *out = 0;
    if (p == end || (*p | 32) != letter) return p;
    const char *q = p + 1;
    bool negative = q < end && *q == '-';
    if (q < end && (*q == '-' || *q == '+')) q++;
    if (!is_digit_at(q, end)) return p;
    for (; is_digit_at(q, end) || (underscores && q < end && *q == '_' && is_digit_at(q + 1, end)); q++) {
        if (*q == '_') q++; /* to the digit behind it */
        if (*out < INT64_C(1000000000000000)) *out = *out * 10 + (*q - '0');
    }
    if (negative) *out = -*out;
    return q;
}

/* Takes the digits at the start of the text, with a point; where they end, which is p if there is none. */
static const char *scan_mantissa(struct number_text *t, const char *p, const char *end, bool underscores)
{
    int count = 0;
    bool point = false, any = false;
    t->digits = p;
    t->w = 0;
    t->exponent = 0;
    t->truncated = false;
    for (; p < end; p++) {
        if ((uintptr_t)p % TEXT_PIECE == 0) text_pause();
        unsigned d = (unsigned)(*p - '0');
        if (d < 10) {
            any = true;
            if (count < 19) {
                t->w = t->w * 10 + d;
                t->exponent -= point;
                count += t->w != 0; /* leading zeros do not count */
            } else {
                t->truncated |= d != 0;
                t->exponent += !point;
            }
        } else if (*p == '.' && !point && (any || is_digit_at(p + 1, end))) {
            point = true;
        } else if (*p != '_' || !underscores || !any || !is_digit_at(p - 1, end) || !is_digit_at(p + 1, end)) {
            break;
        }
    }
    t->end = p;
    return p;
}

size_t real_scan(const char *text, size_t n, unsigned flags, real *out)
{
    const char *p = text, *end = text + n;
    bool underscores = flags & SCAN_UNDERSCORES;
    real_bits bits = 0;
    bool negative = p < end && *p == '-';
    if (p < end && (*p == '-' || *p == '+')) p++;
    struct number_text t;
    const char *stop = scan_mantissa(&t, p, end, underscores);
    if (stop > p) {
        int64_t exponent;
        p = scan_exponent(stop, end, 'e', underscores, &exponent);
        t.exponent += exponent;
        bits = decimal_bits(&t);
    } else {
        size_t name = flags & SCAN_NAMES ? scan_name(p, end, &bits) : 0;
        if (name == 0) return 0;
        p += name;
    }
    *out = real_of_bits(negative ? bits | REAL_SIGN : bits);
    return (size_t)(p - text);
}

bool real_parse(const char *text, size_t n, real *out)
{
    return n && real_scan(text, n, SCAN_UNDERSCORES | SCAN_NAMES, out) == n;
}

/* ---- hexadecimal ---- */

enum hex_result real_parse_hex(const char *text, size_t n, real *out)
{
    const char *p = text, *end = text + n;
    real_bits bits = 0;
    bool negative = p < end && *p == '-';
    if (p < end && (*p == '-' || *p == '+')) p++;
    size_t name = scan_name(p, end, &bits);
    if (name) {
        if (p + name != end) return HEX_BAD;
        *out = real_of_bits(negative ? bits | REAL_SIGN : bits);
        return HEX_OK;
    }
    if (end - p >= 2 && p[0] == '0' && (p[1] | 32) == 'x') p += 2;
    uint64_t m = 0;
    int64_t exponent = 0, stated;
    bool point = false, any = false, sticky = false;
    for (; p < end; p++) {
        unsigned d = digit_value(*p);
        if (*p == '.' && !point) {
            point = true;
            continue;
        }
        if (d > 15) break;
        any = true;
        if (m >> 60 == 0) {
            m = m << 4 | d;
            exponent -= point ? 4 : 0;
        } else {
            sticky |= d != 0;
            exponent += point ? 0 : 4;
        }
    }
    if (!any) return HEX_BAD;
    if (scan_exponent(p, end, 'p', false, &stated) != end) return HEX_BAD;
    bits = bits_of_real(real_from_parts(m, sticky, exponent + stated));
    if (bits == REAL_INFINITY) return HEX_OVERFLOW;
    *out = real_of_bits(negative ? bits | REAL_SIGN : bits);
    return HEX_OK;
}
