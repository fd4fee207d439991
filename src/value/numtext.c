/* Floats to text.
 *
 * Three ways, the fastest that is certain is taken:
 *   - the shortest digits: Schubfach (Raffaello Giulietti, "The Schubfach way to render doubles"),
 *     with powers of ten to 128 bits;
 *   - up to 17 digits or 19 places: 64 x 64 or 64 x 128 bits, given up when that cannot tell how to round;
 *   - all digits: the number in base 2^32, its integer part divided by 10^9 and its fraction
 *     multiplied by 10^9 over and over.
 * All of them give digits and where the point is; one piece of code then lays them out. */
#include "numtext.h"

#include "numpower.h"
#include "numwide.h"

/* c * 2^q */
struct binary {
    uint64_t c;
    int q;
    bool even_spaced; /* the next smaller number is as near as the next larger one */
};

/* What all ways make: digits (at the place given to them) and the point: 0.DIGITS * 10^point. */
struct digits {
    char *text;
    int n;     /* 0: the number is zero */
    int point;
};

static struct binary binary_of(real_bits bits)
{
    struct binary b;
    int e = (int)(bits >> (REAL_MANT - 1)) & REAL_EXP_MAX;
    b.c = bits & (REAL_HIDDEN - 1);
    b.even_spaced = b.c != 0 || e <= 1;
    if (e) {
        b.c |= REAL_HIDDEN;
        b.q = REAL_MIN_Q - 1 + e;
    } else {
        b.q = REAL_MIN_Q;
    }
    return b;
}

/* ---- integers ---- */

size_t u64_format(uint64_t x, unsigned base, bool upper, char *end)
{
    char *p = end;
#if ADDER_FLOAT_TABLES
    if (base == 10) {
        while (x >> 32) { /* so that 32-bit processors divide 64 bits seldom */
            uint32_t low = (uint32_t)(x % 100000000);
            x /= 100000000;
            for (int i = 0; i < 4; i++, low /= 100) memcpy(p -= 2, digit_pairs + low % 100 * 2, 2);
        }
        uint32_t small = (uint32_t)x;
        for (; small >= 100; small /= 100) memcpy(p -= 2, digit_pairs + small % 100 * 2, 2);
        if (small >= 10) memcpy(p -= 2, digit_pairs + small * 2, 2);
        else *--p = (char)('0' + small);
        return (size_t)(end - p);
    }
#endif
    char ten = upper ? 'A' : 'a';
    do {
        unsigned d = (unsigned)(x % base);
        x /= base;
        *--p = (char)(d < 10 ? '0' + d : ten + d - 10);
    } while (x);
    return (size_t)(end - p);
}

#if ADDER_FLOAT_TABLES
/* Writes x (0: nothing) to d->text. */
static void digits_put(struct digits *d, uint64_t x, int exponent)
{
    char buf[20];
    d->n = x ? (int)u64_format(x, 10, false, buf + sizeof buf) : 0;
    memcpy(d->text, buf + sizeof buf - d->n, (size_t)d->n);
    d->point = d->n + exponent;
}

#endif

static void digits_strip(struct digits *d)
{
    while (d->n && d->text[d->n - 1] == '0') d->n--;
}

#if ADDER_FLOAT_TABLES
/* ---- the shortest digits ---- */

/* The upper 64 of g * c's 192 bits; its last bit is set too if what is below is not (nearly) zero. */
static uint64_t round_to_odd(struct power10 g, uint64_t c)
{
    struct num192 p = mul_power10(c, g);
    return p.w2 | (p.w1 > 1);
}

static void digits_shortest(struct digits *d, struct binary b)
{
    if (b.q <= 0 && b.q > -REAL_MANT && (b.c & (((uint64_t)1 << -b.q) - 1)) == 0) { /* an integer */
        digits_put(d, b.c >> -b.q, 0);
        digits_strip(d);
        return;
    }
    int k = b.even_spaced ? log10_of_power2(b.q) : (b.q * 1262611 - 524031) >> 22;
    int h = b.q + log2_of_power10(-k) + 1;
    struct power10 g = power10(-k);
    uint64_t odd = b.c & 1; /* the ends of the interval round to even: they belong to an even c */
    uint64_t low = round_to_odd(g, (4 * b.c - (b.even_spaced ? 2 : 1)) << h) + odd;
    uint64_t mid = round_to_odd(g, (4 * b.c) << h);
    uint64_t high = round_to_odd(g, (4 * b.c + 2) << h) - odd;

    uint64_t s = mid / 4;
    if (s >= 10) { /* one digit less, if just one such number is in the interval */
        uint64_t t = s / 10;
        bool below = low <= 40 * t, above = 40 * t + 40 <= high;
        if (below != above) {
            digits_put(d, t + above, k + 1);
            digits_strip(d);
            return;
        }
    }
    bool below = low <= 4 * s, above = 4 * s + 4 <= high;
    if (below != above) s += above;
    else s += mid > 4 * s + 2 || (mid == 4 * s + 2 && (s & 1));
    digits_put(d, s, k);
    digits_strip(d);
}

#endif

/* ---- all digits ---- */

#define CHUNK 1000000000u
#define CHUNK_DIGITS 9
#define EXACT_WORDS ((((1 << (REAL_EXP_BITS - 1)) + REAL_MANT + 31) / 32) + 1)
#define EXACT_CHUNKS (((1 << (REAL_EXP_BITS - 1)) * 31 / 100 + 9) / 9)

/* The integer part of b, or its fraction as so many words behind the point. */
static void exact_load(struct wide *x, struct binary b, int words)
{
    uint64_t whole = b.q <= -64 ? 0 : b.q < 0 ? b.c >> -b.q : b.c;
    if (words == 0) {
        wide_set(x, whole);
        wide_shift_left(x, b.q > 0 ? b.q : 0);
        return;
    }
    wide_set(x, b.q <= -64 ? b.c : b.c - (whole << -b.q));
    wide_shift_left(x, words * 32 + b.q);
    while (x->n < words) x->word[x->n++] = 0;
}

static bool exact_is_zero(const struct wide *x)
{
    int i = 0;
    while (i < x->n && x->word[i] == 0) i++;
    return i == x->n;
}

/* Appends the 9 digits of a chunk; leading zeros of the number are left out. */
static void digits_chunk(struct digits *d, uint32_t chunk)
{
    char buf[CHUNK_DIGITS];
    memset(buf, '0', sizeof buf);
    int n = chunk ? (int)u64_format(chunk, 10, false, buf + sizeof buf) : 0;
    if (d->n) n = CHUNK_DIGITS;
    memcpy(d->text + d->n, buf + CHUNK_DIGITS - n, (size_t)n);
    d->n += n;
}

/* Cuts the digits, which go on with something else than zeros if `more`, to `keep` of them. */
static void digits_round(struct digits *d, int keep, bool more)
{
    if (keep >= d->n) return;
    if (keep < 0) {
        d->n = 0;
        return;
    }
    bool up = d->text[keep] >= '5';
    if (d->text[keep] == '5' && !more) {
        int i = keep + 1;
        while (i < d->n && d->text[i] == '0') i++;
        if (i == d->n) up = keep > 0 && (d->text[keep - 1] & 1);
    }
    d->n = keep;
    if (!up) return;
    int i = keep;
    while (i > 0 && d->text[i - 1] == '9') d->text[--i] = '0';
    if (i > 0) {
        d->text[i - 1]++;
        return;
    }
    d->text[0] = '1'; /* it was all nines: 1 and as many zeros */
    d->point++;
    if (keep == 0) d->n = 1;
}

/* The true digits of b: `count` of them, or up to 10^-count if fixed. Fewer if zeros follow. */
static void digits_exact(struct digits *d, struct binary b, bool fixed, int count)
{
    uint32_t room[EXACT_WORDS], chunks[EXACT_CHUNKS];
    struct wide x = {0, room};
    int n = 0, words = b.q < 0 ? (31 - b.q) / 32 : 0;
    d->n = d->point = 0;
    exact_load(&x, b, 0);
    while (x.n) chunks[n++] = wide_divide(&x, CHUNK);
    while (n) digits_chunk(d, chunks[--n]);
    d->point = d->n;

    if (words) exact_load(&x, b, words);
    while (!exact_is_zero(&x) && d->n <= (fixed ? d->point + count : count)) {
        bool first = d->n == 0;
        wide_mul_add(&x, CHUNK, 0);
        digits_chunk(d, x.n > words ? x.word[--x.n] : 0); /* what comes out before the point */
        if (first) d->point -= CHUNK_DIGITS - d->n;
    }
    digits_round(d, fixed ? d->point + count : count, !exact_is_zero(&x));
}

#if ADDER_FLOAT_TABLES
/* ---- few digits ---- */

/* (high, low) / 2^shift, rounded half to even; false: more than 63 bits. */
static bool shift_round(uint64_t high, uint64_t low, int shift, uint64_t *out)
{
    uint64_t rest, tail = 0; /* what is cut off, its top bit in bit 63; what is below that */
    if (shift <= 0) {
        if (high || bit_length_64(low) - shift > 63) return false;
        *out = low << -shift;
        return true;
    }
    if (shift > 127) { /* high is far smaller than that */
        *out = 0;
        return true;
    }
    if (shift > 64) {
        tail = low;
        low = high;
        high = 0;
        shift -= 64;
    }
    if (shift == 64) {
        rest = low;
        low = high;
    } else {
        rest = low << (64 - shift);
        if (high >> shift) return false;
        low = low >> shift | high << (64 - shift);
    }
    const uint64_t half = (uint64_t)1 << 63;
    *out = low + (rest == half && tail == 0 ? low & 1 : rest >= half);
    return low < half;
}

/* b rounded to a multiple of 10^-places; false: too large for this way. */
static bool digits_fixed(struct digits *d, struct binary b, int places)
{
    if (places > 19) return false;
    if (b.q >= 0) places = 0; /* only zeros follow */
    uint64_t high, low = mul_64(b.c, power5_table[places], &high); /* under 98 bits */
    if (!shift_round(high, low, -(b.q + places), &low)) return false;
    digits_put(d, low, -places);
    return true;
}

/* b rounded to `count` digits; false: this way cannot tell. */
static bool digits_few(struct digits *d, struct binary b, int count)
{
    if (count > 17) return false;
    int length = bit_length_64(b.c), shift = 64 - length;
    int exponent = log10_of_power2(b.q + length - 1); /* of the first digit; may be one too small */
    for (;; exponent++) {
        int k = count - 1 - exponent;
        struct num192 p = mul_power10(b.c << shift, power10(k));
        /* the value is p * 2^-(128 + down) */
        int down = -(b.q - shift + log2_of_power10(k) - 127) - 128;
        uint64_t s = 0, fraction = p.w2;
        if (down < 64) { /* 64 if 9.99 became 10, and then 1 digit is wanted */
            s = p.w2 >> down;
            fraction = p.w2 << (64 - down) | p.w1 >> down;
        }
        const uint64_t half = (uint64_t)1 << 63;
        if (fraction == half) return false; /* a tie, or too near to one: p is less than 1 of w1 too large */
        digits_put(d, s + (fraction > half), -k);
        if (d->n == count) return true; /* else the exponent was too small, or 9.99 became 10.0 */
    }
}

#else

/* ---- without tables: the shortest digits by trying ---- */

#define digits_fixed(d, b, places) false
#define digits_few(d, b, count)    false

static char *put_exponent(char *p, int exponent, bool upper);

/* Whether the digits are read as b again. */
static bool digits_mean(const struct digits *d, struct binary b)
{
    char text[REAL_REPR_ROOM];
    real x = 0;
    memcpy(text, d->text, (size_t)d->n);
    real_scan(text, (size_t)(put_exponent(text + d->n, d->point - d->n, false) - text), 0, &x);
    struct binary own = binary_of(bits_of_real(x));
    return own.c == b.c && own.q == b.q;
}

/* All numbers of so few digits that two floats in a row tell them apart come back; subnormal floats have fewer. */
static void digits_shortest(struct digits *d, struct binary b)
{
    char text[REAL_ROOM(ADDER_DOUBLE ? 330 : 50)]; /* for all digits of large numbers */
    struct digits all = { text, 0, 0 };
    for (int n = b.c & REAL_HIDDEN ? ADDER_DOUBLE ? 15 : 6 : 1;; n++) {
        digits_exact(&all, b, false, n);
        if (digits_mean(&all, b)) break;
        if (!b.even_spaced && text[all.n - 1] < '9') { /* there is more room above it than below */
            text[all.n - 1]++;
            if (digits_mean(&all, b)) break;
        }
    }
    digits_strip(&all);
    d->n = all.n;
    d->point = all.point;
    memcpy(d->text, text, (size_t)all.n);
}
#endif

/* ---- layout ---- */

static char *put_exponent(char *p, int exponent, bool upper)
{
    char buf[8], *end = buf + sizeof buf;
    *p++ = upper ? 'E' : 'e';
    *p++ = exponent < 0 ? '-' : '+';
    size_t n = u64_format((uint64_t)(exponent < 0 ? -exponent : exponent), 10, false, end);
    if (n < 2) *p++ = '0';
    memcpy(p, end - n, n);
    return p + n;
}

/* d.text begins at p. D.DDD: n digits in all, and the exponent. */
static char *layout_exponent(char *p, struct digits *d, int n, bool point, bool upper)
{
    int exponent = d->n ? d->point - 1 : 0;
    if (d->n < n) memset(p + d->n, '0', (size_t)(n - d->n));
    if (n > 1 || point) {
        memmove(p + 2, p + 1, (size_t)(n - 1));
        p[1] = '.';
        n++;
    }
    return put_exponent(p + n, exponent, upper);
}

/* d.text begins at p. All digits before the point, and `places` behind it. */
static char *layout_fixed(char *p, struct digits *d, int places, bool point)
{
    int before = d->n && d->point > 0 ? d->point : 0;   /* digits before the point */
    int zeros = d->n && d->point < 0 ? -d->point : 0;   /* between it and the first digit */
    if (d->n == 0 || zeros > places) zeros = places;
    int have = d->n < before ? before : d->n;
    memset(p + d->n, '0', (size_t)(have - d->n));
    int behind = have - before;                         /* digits behind the point */
    if (behind > places - zeros) behind = places - zeros;
    int lead = before ? 0 : 1;
    char *start = p + lead + before;
    memmove(start + 1 + zeros, p + before, (size_t)behind);
    if (lead) *p = '0';
    start[0] = '.';
    memset(start + 1, '0', (size_t)zeros);
    memset(start + 1 + zeros + behind, '0', (size_t)(places - zeros - behind));
    return places || point ? start + 1 + places : start;
}

static char *format_finite(struct binary b, char type, int precision, unsigned flags, char *p)
{
    struct digits d = { p, 0, 0 };
    bool alt = flags & REAL_ALT, upper = flags & REAL_UPPER;
    if (precision < 0) precision = 6;
    if (type == 'f') {
        if (b.c && !digits_fixed(&d, b, precision)) digits_exact(&d, b, true, precision);
        return layout_fixed(p, &d, precision, alt);
    }
    int limit = 16; /* exponent form from 10^limit */
    if (type == 'r') {
        if (b.c) digits_shortest(&d, b);
    } else {
        if (type == 'e') precision++;
        else if (precision == 0) precision = 1;
        if (b.c && !digits_few(&d, b, precision)) digits_exact(&d, b, false, precision);
        if (type == 'e') return layout_exponent(p, &d, precision, alt, upper);
        limit = flags & REAL_DOT_0 ? precision - 1 : precision;
    }
    bool keep_zeros = alt && type == 'g';
    if (!keep_zeros) digits_strip(&d);
    int point = d.n ? d.point : 1;
    if (point > limit || point < -3) {
        return layout_exponent(p, &d, keep_zeros ? precision : d.n ? d.n : 1, alt, upper);
    }
    int places = keep_zeros ? precision - point : d.n - point;
    if (d.n == 0 && !keep_zeros) places = 0;
    if (places < 0) places = 0;
    if (places == 0 && (flags & REAL_DOT_0)) places = 1;
    return layout_fixed(p, &d, places, alt);
}

/* Whether no digit before the exponent is other than 0. */
static bool is_zero_text(const char *p, const char *end)
{
    while (p < end && (*p == '0' || *p == '.')) p++;
    return p == end || *p == 'e' || *p == 'E';
}

size_t real_format(real x, char type, int precision, unsigned flags, char *out)
{
    char *p = out;
    if (type == 'E' || type == 'F' || type == 'G') {
        flags |= REAL_UPPER;
        type = (char)(type + 32);
    }
    bool percent = type == '%';
    if (percent) {
        x *= 100;
        type = 'f';
    }
    real_bits bits = bits_of_real(x);
    bool negative = bits >> (sizeof bits * 8 - 1);
    struct binary b = binary_of(bits);
    bool finite = b.q < REAL_EXP_MAX + REAL_MIN_Q - 1;
    if (!finite && b.c != REAL_HIDDEN) negative = false;
    if (negative) *p++ = '-';
    else if (flags & REAL_PLUS) *p++ = '+';
    else if (flags & REAL_SPACE) *p++ = ' ';

    char *start = p;
    if (!finite) {
        const char *lower_names = b.c == REAL_HIDDEN ? "inf" : "nan";
        const char *upper_names = b.c == REAL_HIDDEN ? "INF" : "NAN";
        memcpy(p, flags & REAL_UPPER ? upper_names : lower_names, 3);
        p += 3;
    } else {
        p = format_finite(b, type, precision, flags, p);
        if (negative && (flags & REAL_NO_NEGATIVE_ZERO) && is_zero_text(start, p)) {
            if (flags & (REAL_PLUS | REAL_SPACE)) *out = flags & REAL_PLUS ? '+' : ' ';
            else memmove(out, start, (size_t)(p-- - start));
        }
    }
    if (percent) *p++ = '%';
    return (size_t)(p - out);
}

real real_round(real x, int digits)
{
    struct binary b = binary_of(bits_of_real(x));
    const int most = -REAL_MIN_Q; /* no float has more digits than these, on either side of the point */
    if (digits >= (b.q < 0 ? -b.q : 0) || b.c == 0) return x;
    char text[REAL_ROOM(ADDER_DOUBLE ? 330 : 50)];
    struct digits d = { text, 0, 0 };
    if (digits < 0 || !digits_fixed(&d, b, digits)) digits_exact(&d, b, true, digits < -most ? -most : digits);
    real y = 0;
    if (d.n) real_scan(text, (size_t)(put_exponent(text + d.n, d.point - d.n, false) - text), 0, &y);
    return bits_of_real(x) >> (sizeof(real_bits) * 8 - 1) ? -y : y;
}

size_t real_hex(real x, char *out)
{
    char *p = out;
    real_bits bits = bits_of_real(x);
    struct binary b = binary_of(bits);
    if (b.q >= REAL_EXP_MAX + REAL_MIN_Q - 1) return real_format(x, 'r', 0, 0, out);
    if (bits >> (sizeof bits * 8 - 1)) *p++ = '-';
    memcpy(p, "0x", 2);
    p += 2;
    *p++ = (char)('0' + (b.c >> (REAL_MANT - 1)));
    *p++ = '.';
    int exponent = 0;
    if (b.c == 0) {
        *p++ = '0';
    } else {
        const int places = (REAL_MANT + 2) / 4;
        char buf[U64_ROOM];
        uint64_t fraction = (b.c & (REAL_HIDDEN - 1)) << (places * 4 - (REAL_MANT - 1));
        memset(buf, '0', sizeof buf);
        u64_format(fraction, 16, false, buf + sizeof buf);
        memcpy(p, buf + sizeof buf - places, (size_t)places);
        p += places;
        exponent = b.q + REAL_MANT - 1;
    }
    *p++ = 'p';
    *p++ = exponent < 0 ? '-' : '+';
    char buf[8];
    size_t n = u64_format((uint64_t)(exponent < 0 ? -exponent : exponent), 10, false, buf + sizeof buf);
    memcpy(p, buf + sizeof buf - n, n);
    return (size_t)(p + n - out);
}
