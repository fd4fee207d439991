/* Arithmetic on ints of any size: values on top of the vectors of bignum.c. The operators of small
 * ints are in operate.c; what overflows there comes here. */
#include "number.h"

#include <math.h>

/* More limbs than any heap holds; every sum of two such counts is a word, and so is their count of bits. */
#define LIMBS_MAX ((size_t)INTPTR_MAX / (4 * LIMB_BITS))

/* ---- values <-> vectors ---- */

static struct big *big_new(size_t n)
{
    if (n > LIMBS_MAX) raise_memory_error();
    struct big *b = heap_object(&type_int, sizeof(struct big) + n * sizeof(limb));
    b->n = n;
    return b;
}

static inline bool is_big(value v)
{
    return is_type(v, &type_int);
}

bool is_integer(value v)
{
    return is_int(v) || is_bool(v) || is_big(v);
}

/* A bool as a small int. */
static inline value plain(value v)
{
    return is_bool(v) ? from_int(v == TRUE) : v;
}

void operand_load(struct operand *o, value v)
{
    v = plain(v);
    if (is_int(v)) {
        word i = int_of(v);
        uintptr_t m = i < 0 ? -(uintptr_t)i : (uintptr_t)i;
        o->negative = i < 0;
        o->d = o->own;
        o->own[0] = (limb)m;
        if (WORD_LIMBS == 2) o->own[WORD_LIMBS - 1] = (limb)((uint64_t)m >> 32);
        o->n = vec_trim(o->own, WORD_LIMBS);
        return;
    }
    const struct big *b = (const struct big *)v;
    o->d = b->digit;
    o->n = b->n;
    o->negative = b->negative;
}

/* Whether this magnitude is that of a small int, and which. d is trimmed. */
static bool small_from_limbs(const limb *d, size_t n, bool negative, value *out)
{
    if (n > WORD_LIMBS) return false;
    uintptr_t m = n ? (uintptr_t)d[0] : 0;
    if (WORD_LIMBS == 2 && n == 2) m |= (uintptr_t)((uint64_t)d[1] << 32);
    if (m > (uintptr_t)SMALL_MAX + negative) return false;
    *out = from_int(negative ? (word)-m : (word)m);
    return true;
}

value int_from_limbs(const limb *d, size_t n, bool negative)
{
    value v;
    n = vec_trim(d, n);
    if (small_from_limbs(d, n, negative, &v)) return v;
    struct big *b = big_new(n);
    memcpy(b->digit, d, n * sizeof(limb));
    b->negative = negative;
    return from_ptr(b);
}

limb *scratch_open(struct scratch *s, size_t n)
{
    s->big = NULL;
    s->d = s->own;
    if (n > SCRATCH_LIMBS) {
        s->big = big_new(n);
        s->d = s->big->digit;
    }
    return s->d;
}

void scratch_close(struct scratch *s)
{
    if (s->big) heap_free_object(s->big, sizeof(struct big) + s->big->n * sizeof(limb));
    s->big = NULL;
}

value scratch_int(struct scratch *s, size_t n, bool negative)
{
    n = vec_trim(s->d, n);
    if (s->big && n > SCRATCH_LIMBS && (size_t)s->big->n - n <= 1) { /* in place, with a limb to spare */
        s->big->spare = s->big->n - n;
        s->big->n = n;
        s->big->negative = negative;
        return from_ptr(s->big);
    }
    value v = int_from_limbs(s->d, n, negative);
    scratch_close(s);
    return v;
}

value int_from_int64(int64_t i)
{
    if (i >= SMALL_MIN && i <= SMALL_MAX) return from_int((word)i);
    uint64_t m = i < 0 ? -(uint64_t)i : (uint64_t)i;
    limb d[2] = { (limb)m, LIMB_BITS == 32 ? (limb)(m >> 32) : 0 };
    return int_from_limbs(d, 2, i < 0);
}

value int_from_uint64(uint64_t m)
{
    if (m <= (uint64_t)SMALL_MAX) return from_int((word)m);
    limb d[2] = { (limb)m, LIMB_BITS == 32 ? (limb)(m >> 32) : 0 };
    return int_from_limbs(d, 2, false);
}

/* The magnitude; false: over 64 bits. */
static bool magnitude_64(const struct operand *o, uint64_t *out)
{
    *out = o->n ? o->d[0] : 0;
    if (LIMB_BITS == 32 && o->n == 2) *out |= (uint64_t)o->d[1] << 32;
    return o->n <= 64 / LIMB_BITS;
}

bool int_to_int64(value v, int64_t *out)
{
    struct operand o;
    uint64_t m;
    if (is_int(v)) {
        *out = int_of(v);
        return true;
    }
    operand_load(&o, v);
    if (!magnitude_64(&o, &m) || m > (uint64_t)INT64_MAX + o.negative) return false;
    *out = o.negative ? (int64_t)-m : (int64_t)m;
    return true;
}

bool int_to_uint64(value v, uint64_t *out)
{
    struct operand o;
    operand_load(&o, v);
    return magnitude_64(&o, out) && !o.negative;
}

int int_sign(value v)
{
    struct operand o;
    operand_load(&o, v);
    return o.negative ? -1 : o.n != 0;
}

bool int_is_odd(value v)
{
    struct operand o;
    operand_load(&o, v);
    return o.n && (o.d[0] & 1);
}

size_t int_bit_length(value v)
{
    struct operand o;
    operand_load(&o, v);
    return o.n ? o.n * LIMB_BITS - (size_t)limb_clz(o.d[o.n - 1]) : 0;
}

int int_compare(value a, value b)
{
    struct operand x, y;
    operand_load(&x, a);
    operand_load(&y, b);
    if (x.negative != y.negative) return x.negative ? -1 : 1;
    int order = vec_compare(x.d, x.n, y.d, y.n);
    return x.negative ? -order : order;
}

/* ---- ints and reals ---- */

uint64_t int_top_bits(value v, int64_t *exponent, bool *sticky)
{
    struct operand o;
    operand_load(&o, v);
    *exponent = 0;
    *sticky = false;
    uint64_t m;
    if (magnitude_64(&o, &m)) return m;
    size_t i = o.n - 1;
    int shift = limb_clz(o.d[i]);
    limb part[2] = { 0, 0 }; /* the top, and what follows it */
    m = 0;
    for (size_t k = 0; k < 64 / LIMB_BITS; k++) {
        part[0] = o.d[i - k] << shift;
        part[1] = shift && i > k ? o.d[i - k - 1] >> (LIMB_BITS - shift) : 0;
        m = (LIMB_BITS == 64 ? 0 : m << 32) | (limb)(part[0] | part[1]);
    }
    i -= 64 / LIMB_BITS; /* the highest limb that is not all in m; there is one */
    *exponent = (int64_t)(i + 1) * LIMB_BITS - shift;
    *sticky = (limb)(o.d[i] << shift) != 0;
    while (!*sticky && i-- > 0) *sticky = o.d[i] != 0;
    return m;
}

real int_to_real(value v)
{
    if (is_int(v) && WORD_BITS == 32 && ADDER_DOUBLE) return (real)int_of(v);
    int64_t exponent;
    bool sticky;
    uint64_t m = int_top_bits(v, &exponent, &sticky);
    real x = real_from_parts(m, sticky, exponent);
    if (isinf(x)) raise_error(&type_OverflowError, "int too large to convert to float");
    return int_sign(v) < 0 ? -x : x;
}

double int_to_double(value v)
{
#if ADDER_DOUBLE
    return int_to_real(v);
#else
    int64_t exponent;
    bool sticky;
    uint64_t m = int_top_bits(v, &exponent, &sticky);
    double x = exponent > 2000 ? INFINITY : ldexp((double)(m | sticky), (int)exponent);
    if (isinf(x)) raise_error(&type_OverflowError, "int too large to convert to float");
    return int_sign(v) < 0 ? -x : x;
#endif
}

value int_from_double(double x)
{
    if (isnan(x)) raise_value_error("cannot convert float NaN to integer");
    if (isinf(x)) raise_error(&type_OverflowError, "cannot convert float infinity to integer");
    if (x > -9.2e18 && x < 9.2e18) return int_from_int64((int64_t)x);
    int exponent;
    double m = frexp(x < 0 ? -x : x, &exponent);
    value v = int_shift_left(int_from_uint64((uint64_t)ldexp(m, 53)), (size_t)(exponent - 53));
    return x < 0 ? int_negate(v) : v;
}

int int_compare_real(value v, real x)
{
    if (isnan(x)) return 2;
    if (isinf(x)) return x < 0 ? 1 : -1;
    real whole = REAL_FN(trunc)(x);
    int order = int_compare(v, int_from_double(whole));
    if (order == 0 && whole != x) order = x < whole ? 1 : -1;
    return order;
}

/* ---- hashes: equal for equal numbers, whatever their type ---- */

#if ADDER_SET_ORDER /* CPython's: the number modulo 2^61 - 1, where a power of two is a rotation */

static hashcode hash_shift(hashcode h, unsigned bits)
{
    return (h << bits & HASH_MODULUS) | h >> (61 - bits);
}

static hashcode hash_signed(hashcode h, bool negative)
{
    return hash_int64(negative ? -(int64_t)h : (int64_t)h);
}

hashcode int_hash(value v)
{
    int64_t i;
    if (int_to_int64(v, &i)) return hash_int64(i);
    struct operand o;
    operand_load(&o, v);
    hashcode h = 0;
    for (size_t k = o.n; k-- > 0;) {
        h = hash_shift(h, LIMB_BITS % 61) + ((uint64_t)o.d[k] & HASH_MODULUS) + ((uint64_t)o.d[k] >> 61);
        h = (h & HASH_MODULUS) + (h >> 61);
    }
    return hash_signed(h, o.negative);
}

hashcode real_hash(double x)
{
    if (isnan(x)) return 0;
    if (isinf(x)) return hash_int64(x < 0 ? -314159 : 314159);
    if (x >= -9223372036854775808.0 && x < 9223372036854775808.0 && (double)(int64_t)x == x)
        return hash_int64((int64_t)x);
    int exponent;
    double digits = frexp(fabs(x), &exponent) * 0x1p53;
    return hash_signed(hash_shift((hashcode)digits, (unsigned)(exponent - 53 + 61 * 20) % 61), x < 0);
}

#else
/* What is above 64 bits: a polynomial in this, of 32-bit words. */
#define HASH_FACTOR 0x9E3779B1u

uint32_t int_hash(value v)
{
    int64_t i;
    if (int_to_int64(v, &i)) return hash_int64(i);
    struct operand o;
    operand_load(&o, v);
    uint32_t h = 0;
    for (size_t k = o.n; k-- > 0;) {
        if (LIMB_BITS == 64) h = h * HASH_FACTOR + (uint32_t)((uint64_t)o.d[k] >> 32);
        h = h * HASH_FACTOR + (uint32_t)o.d[k];
    }
    return o.negative ? ~h : h;
}

uint32_t real_hash(double x)
{
    if (isnan(x)) return 0;
    if (isinf(x)) return x < 0 ? 0u - 314159 : 314159;
    if (x >= -9223372036854775808.0 && x < 9223372036854775808.0) {
        int64_t i = (int64_t)x;
        if ((double)i == x) return hash_int64(i);
        uint64_t bits;
        memcpy(&bits, &x, sizeof bits);
        return (uint32_t)((bits ^ bits >> 32) * HASH_FACTOR);
    }
    return int_hash(int_from_double(x)); /* it is whole */
}
#endif

/* ---- addition ---- */

static value add_operands(const struct operand *x, const struct operand *y, bool negate_y)
{
    struct scratch s;
    bool y_negative = y->negative ^ negate_y;
    if (x->negative == y_negative) {
        if (x->n < y->n) {
            const struct operand *swap = x;
            x = y;
            y = swap;
        }
        limb *r = scratch_open(&s, x->n + 1);
        r[x->n] = vec_add(r, x->d, x->n, y->d, y->n);
        return scratch_int(&s, x->n + 1, y_negative);
    }
    bool negative = x->negative;
    int order = vec_compare(x->d, x->n, y->d, y->n);
    if (order == 0) return from_int(0);
    if (order < 0) {
        const struct operand *swap = x;
        x = y;
        y = swap;
        negative = y_negative;
    }
    limb *r = scratch_open(&s, x->n);
    vec_sub(r, x->d, x->n, y->d, y->n);
    return scratch_int(&s, x->n, negative);
}

static value int_add(value a, value b, bool subtract)
{
    struct operand x, y;
    operand_load(&x, a);
    operand_load(&y, b);
    value r = add_operands(&x, &y, subtract);
    HOLD(a);
    HOLD(b);
    return r;
}

value int_negate(value a)
{
    return int_add(from_int(0), a, true);
}

/* ---- multiplication ---- */

value int_multiply(value a, value b)
{
    struct operand x, y;
    operand_load(&x, a);
    operand_load(&y, b);
    if (x.n == 0 || y.n == 0) return from_int(0);
    const struct operand *p = &x, *q = &y;
    if (x.n < y.n) {
        p = &y;
        q = &x;
    }
    if (p->n > LIMBS_MAX) raise_memory_error();
    struct scratch s, t;
    size_t room = vec_mul_room(p->n, q->n);
    limb *work = scratch_open(&t, room);
    limb *r = scratch_open(&s, p->n + q->n);
    if (q->n == 1) r[p->n] = vec_mul_1(r, p->d, p->n, q->d[0], 0);
    else vec_mul(r, p->d, p->n, a == b ? p->d : q->d, q->n, work);
    HOLD(a);
    HOLD(b);
    scratch_close(&t);
    return scratch_int(&s, p->n + q->n, x.negative ^ y.negative);
}

/* ---- division ---- */

/* |a| / |b|, b.n >= 1, a >= b: nq = a.n - b.n + 1 limbs of quotient to q, b.n of rest to r. */
static void divide_magnitudes(const struct operand *a, const struct operand *b, limb *q, limb *r)
{
#if !ADDER_ALGORITHMS
    vec_div_bits(q, r, a->d, a->n, b->d, b->n);
#else
    if (b->n == 1) {
        r[0] = vec_div_1(q, a->d, a->n, b->d[0]);
        return;
    }
    struct scratch top, low, work;
    int shift = limb_clz(b->d[b->n - 1]);
    limb *u = scratch_open(&top, a->n + 1), *v = scratch_open(&low, b->n);
    limb *t = scratch_open(&work, vec_div_room(a->n + 1, b->n));
    u[a->n] = vec_shl(u, a->d, a->n, shift);
    vec_shl(v, b->d, b->n, shift);
    vec_div(q, u, a->n + 1, v, b->n, t);
    vec_shr(r, u, b->n, shift);
    HOLD(top.big);
    HOLD(low.big);
    HOLD(work.big);
    scratch_close(&work);
    scratch_close(&low);
    scratch_close(&top);
#endif
}

/* Both of one limb: the common case, without vectors. */
static void divide_limbs(limb a, limb b, bool a_negative, bool b_negative, value *quotient, value *rest)
{
    limb q = a / b, r = a % b;
    if (r && a_negative != b_negative) {
        q++;
        r = b - r;
    }
    if (quotient) *quotient = int_from_limbs(&q, 1, a_negative != b_negative && q);
    if (rest) *rest = int_from_limbs(&r, 1, b_negative && r);
}

void int_divide(value a, value b, value *quotient, value *rest, const char *by_zero)
{
    struct operand x, y;
    operand_load(&x, a);
    operand_load(&y, b);
    if (y.n == 0) raise_error(&type_ZeroDivisionError, "%s", by_zero);
    if (x.n <= 1 && y.n == 1) {
        divide_limbs(x.n ? x.d[0] : 0, y.d[0], x.negative, y.negative, quotient, rest);
        return;
    }
    bool differ = x.negative != y.negative;
    if (vec_compare(x.d, x.n, y.d, y.n) < 0) {
        bool down = differ && x.n;
        if (quotient) *quotient = from_int(down ? -1 : 0);
        if (rest) *rest = down ? add_operands(&x, &y, false) : plain(a);
        HOLD(a);
        HOLD(b);
        return;
    }
    struct scratch sq, sr;
    size_t nq = x.n - y.n + 1;
    limb *q = scratch_open(&sq, nq + 1), *r = scratch_open(&sr, y.n);
    divide_magnitudes(&x, &y, q, r);
    q[nq] = 0;
    if (differ && vec_trim(r, y.n)) {
        const limb one = 1;
        vec_add(q, q, nq + 1, &one, 1);
        vec_sub(r, y.d, y.n, r, y.n);
    }
    HOLD(a);
    HOLD(b);
    if (quotient) *quotient = scratch_int(&sq, nq + 1, differ && vec_trim(q, nq + 1));
    else scratch_close(&sq);
    if (rest) *rest = scratch_int(&sr, y.n, y.negative && vec_trim(r, y.n));
    else scratch_close(&sr);
}

value int_divmod(value a, value b)
{
    value pair[2];
    int_divide(a, b, &pair[0], &pair[1], "integer division or modulo by zero");
    return tuple_new(2, pair);
}

/* a / b as a real, rounded once. */
static value int_true_divide(value a, value b)
{
    size_t la = int_bit_length(a), lb = int_bit_length(b);
    const size_t exact = ADDER_DOUBLE ? 53 : 24;
    if (lb == 0) raise_error(&type_ZeroDivisionError, "division by zero");
    if (la <= exact && lb <= exact) return from_real(int_to_real(a) / int_to_real(b));
    bool negative = (int_sign(a) < 0) != (int_sign(b) < 0);
    if (int_sign(a) < 0) a = int_negate(a);
    if (int_sign(b) < 0) b = int_negate(b);
    /* Scaled so that the quotient has 63 or 64 bits. */
    int64_t scale = 63 - ((int64_t)la - (int64_t)lb);
    value quotient, rest;
    uint64_t m;
    if (scale > 0) a = int_shift_left(a, (size_t)scale);
    else b = int_shift_left(b, (size_t)-scale);
    int_divide(a, b, &quotient, &rest, "");
    int_to_uint64(quotient, &m);
    real x = real_from_parts(m, rest != from_int(0), -scale);
    if (isinf(x)) raise_error(&type_OverflowError, "integer division result too large for a float");
    return from_real(negative ? -x : x);
}

/* ---- shifts ---- */

value int_shift_left(value a, size_t bits)
{
    struct operand x;
    struct scratch s;
    operand_load(&x, a);
    if (x.n == 0) return from_int(0);
    size_t words = bits / LIMB_BITS;
    if (words > LIMBS_MAX) raise_error(&type_OverflowError, "too many digits in integer");
    limb *r = scratch_open(&s, x.n + words + 1);
    memset(r, 0, words * sizeof(limb));
    r[words + x.n] = vec_shl(r + words, x.d, x.n, (int)(bits % LIMB_BITS));
    HOLD(a);
    return scratch_int(&s, x.n + words + 1, x.negative);
}

value int_shift_right(value a, size_t bits)
{
    struct operand x;
    struct scratch s;
    operand_load(&x, a);
    size_t words = bits / LIMB_BITS;
    if (words >= x.n) return from_int(x.negative ? -1 : 0);
    size_t n = x.n - words;
    limb *r = scratch_open(&s, n + 1);
    vec_shr(r, x.d + words, n, (int)(bits % LIMB_BITS));
    r[n] = 0;
    if (x.negative) { /* down, if a bit was lost */
        bool lost = (limb)(x.d[words] & (((limb)1 << bits % LIMB_BITS) - 1)) != 0;
        for (size_t i = 0; i < words && !lost; i++) lost = x.d[i] != 0;
        const limb one = 1;
        if (lost) vec_add(r, r, n + 1, &one, 1);
    }
    HOLD(a);
    return scratch_int(&s, n + 1, x.negative);
}

static value int_shift(value a, value b, bool left)
{
    uint64_t bits;
    if (int_sign(b) < 0) raise_value_error("negative shift count");
    if (!int_to_uint64(b, &bits) || bits > (uint64_t)INTPTR_MAX) {
        if (!left) return from_int(int_sign(a) < 0 ? -1 : 0);
        if (int_sign(a) == 0) return from_int(0);
        raise_error(&type_OverflowError, "too many digits in integer");
    }
    return left ? int_shift_left(a, (size_t)bits) : int_shift_right(a, (size_t)bits);
}

/* ---- bits, as of two's complement without end ---- */

static inline limb apply_bits(enum op op, limb a, limb b)
{
    return op == OP_AND ? a & b : op == OP_OR ? a | b : a ^ b;
}

/* Limb i of o in two's complement; *carry starts as o->negative. */
static inline limb complement_limb(const struct operand *o, size_t i, limb *carry)
{
    limb d = i < o->n ? o->d[i] : 0;
    if (!o->negative) return d;
    d = ~d + *carry;
    *carry &= d == 0;
    return d;
}

static value int_bits(enum op op, value a, value b)
{
    struct operand x, y;
    struct scratch s;
    operand_load(&x, a);
    operand_load(&y, b);
    bool negative = apply_bits(op, x.negative, y.negative) & 1;
    size_t n = (x.n > y.n ? x.n : y.n) + 1;
    if (op == OP_AND && !x.negative) n = x.n; /* no longer than what is not negative */
    if (op == OP_AND && !y.negative && y.n < n) n = y.n;
    limb *r = scratch_open(&s, n);
    limb carry_x = x.negative, carry_y = y.negative, carry = 1;
    for (size_t i = 0; i < n; i++) {
        limb d = apply_bits(op, complement_limb(&x, i, &carry_x), complement_limb(&y, i, &carry_y));
        check_break_at(i);
        if (negative) {
            d = ~d + carry;
            carry &= d == 0;
        }
        r[i] = d;
    }
    HOLD(a);
    HOLD(b);
    return scratch_int(&s, n, negative);
}

/* ---- the operators ---- */

/* An int of at most one limb. */
struct single {
    limb m;
    bool negative;
};

static inline bool load_single(value v, struct single *out)
{
    if (is_int(v)) {
        word i = int_of(v);
        out->negative = i < 0;
        out->m = (limb)(i < 0 ? -(uintptr_t)i : (uintptr_t)i);
        return WORD_LIMBS == 1 || (uintptr_t)out->m == (i < 0 ? -(uintptr_t)i : (uintptr_t)i);
    }
    if (!is_big(v)) return false;
    const struct big *b = (const struct big *)v;
    out->negative = b->negative;
    out->m = b->digit[0];
    return b->n == 1;
}

static value int_from_limb2(limb2 m, bool negative)
{
    limb high = (limb)(m >> LIMB_BITS), low = (limb)m;
    if (WORD_LIMBS == 1 && high == 0 && low <= (limb)SMALL_MAX) return from_int(negative ? -(word)low : (word)low);
    if (WORD_LIMBS > 1 || (high == 0 && negative && low == (limb)SMALL_MAX + 1)) {
        limb d[2] = { low, high };
        return int_from_limbs(d, 2, negative);
    }
    struct big *b = big_new(1 + (high != 0));
    b->negative = negative;
    b->digit[0] = low;
    if (high) b->digit[1] = high;
    return from_ptr(b);
}

/* Short cuts for numbers around 64 bits, which hashes and random numbers are made of. UNDEF: no such. */
static value single_binary(enum op op, value a, value b)
{
    struct single x, y;
    if (!load_single(b, &y)) return UNDEF;
    if (!load_single(a, &x)) {
        const struct big *big = (const struct big *)a;
        if (op != OP_AND || y.negative || !is_big(a) || big->negative) return UNDEF;
        return int_from_limb2(big->digit[0] & y.m, false);
    }
    switch (op) {
    case OP_SUB:
        y.negative = !y.negative;
        /* fall through */
    case OP_ADD:
        if (x.negative == y.negative) return int_from_limb2((limb2)x.m + y.m, x.negative);
        if (x.m >= y.m) return int_from_limb2(x.m - y.m, x.negative && x.m != y.m);
        return int_from_limb2(y.m - x.m, y.negative);
    case OP_MUL:
        return int_from_limb2((limb2)x.m * y.m, x.negative != y.negative && x.m && y.m);
    case OP_AND:
    case OP_OR:
    case OP_XOR:
        if (x.negative || y.negative) return UNDEF;
        return int_from_limb2(apply_bits(op, x.m, y.m), false);
    default:
        return UNDEF;
    }
}

static value int_to_power(value a, value b)
{
    if (int_sign(b) >= 0) return int_power(a, b);
    real x = int_to_real(a), y = int_to_real(b);
    if (x == 0) raise_error(&type_ZeroDivisionError, "0.0 cannot be raised to a negative power");
    return real_power(x, y);
}

value int_binary(enum op op, value a, value b)
{
    value r = single_binary(op, a, b);
    if (r != UNDEF) return r;
    switch (op) {
    case OP_ADD:
    case OP_SUB:
        return int_add(a, b, op == OP_SUB);
    case OP_MUL:
        return int_multiply(a, b);
    case OP_DIV:
        return int_true_divide(a, b);
    case OP_FLOORDIV:
        int_divide(a, b, &r, NULL, "integer division or modulo by zero");
        return r;
    case OP_MOD:
        int_divide(a, b, NULL, &r, "integer modulo by zero");
        return r;
    case OP_AND:
    case OP_OR:
    case OP_XOR:
        return int_bits(op, a, b);
    case OP_SHL:
    case OP_SHR:
        return int_shift(a, b, op == OP_SHL);
    case OP_POW:
        return int_to_power(a, b);
    default:
        return NOTIMPL;
    }
}

/* ---- bytes ---- */

#if ADDER_ALGORITHMS
value int_from_bytes(const uint8_t *data, size_t n, bool big_endian, bool is_signed)
{
    struct scratch s;
    bool negative = is_signed && n && (data[big_endian ? 0 : n - 1] & 0x80);
    size_t limbs = (n + sizeof(limb) - 1) / sizeof(limb);
    limb *r = scratch_open(&s, limbs + 1);
    memset(r, 0, (limbs + 1) * sizeof(limb));
    unsigned carry = 1;
    for (size_t i = 0; i < n; i++) {
        unsigned byte = data[big_endian ? n - 1 - i : i];
        check_break_at(i);
        if (negative) {
            byte = (byte ^ 0xff) + carry;
            carry = byte >> 8;
            byte &= 0xff;
        }
        r[i / sizeof(limb)] |= (limb)byte << 8 * (i % sizeof(limb));
    }
    return scratch_int(&s, limbs + 1, negative);
}

bool int_to_bytes(value v, uint8_t *out, size_t n, bool big_endian, bool is_signed)
{
    struct operand o;
    operand_load(&o, v);
    if (o.negative && !is_signed) return false;
    unsigned carry = 1;
    bool fits = true;
    size_t have = o.n * sizeof(limb);
    for (size_t i = 0; i < n || i < have; i++) {
        check_break_at(i);
        unsigned byte = i < have ? (unsigned)(o.d[i / sizeof(limb)] >> 8 * (i % sizeof(limb))) & 0xff : 0;
        if (i >= n) {
            fits &= byte == 0;
            continue;
        }
        if (o.negative) {
            byte = (byte ^ 0xff) + carry;
            carry = byte >> 8;
            byte &= 0xff;
        }
        out[big_endian ? n - 1 - i : i] = (uint8_t)byte;
    }
    if (!is_signed || !fits) return fits;
    if (n == 0) return o.n == 0;
    bool top = out[big_endian ? 0 : n - 1] & 0x80;
    return top == o.negative;
}
#else
value int_from_bytes(const uint8_t *data, size_t n, bool big_endian, bool is_signed)
{
    bool negative = is_signed && n && (data[big_endian ? 0 : n - 1] & 0x80);
    value v = from_int(negative ? -1 : 0);
    for (size_t i = 0; i < n; i++) {
        check_break();
        v = int_binary(OP_OR, int_shift_left(v, 8), from_int(data[big_endian ? i : n - 1 - i]));
    }
    return v;
}

bool int_to_bytes(value v, uint8_t *out, size_t n, bool big_endian, bool is_signed)
{
    bool negative = int_sign(v) < 0;
    uint8_t byte = 0;
    v = plain(v);
    for (size_t i = 0; i < n; i++) {
        check_break();
        byte = (uint8_t)int_of(int_binary(OP_AND, v, from_int(0xff)));
        out[big_endian ? n - 1 - i : i] = byte;
        v = int_binary(OP_SHR, v, from_int(8));
    }
    /* What is left is the sign alone, and the top bit tells it. */
    return v == from_int(negative && n ? -1 : 0) && (!negative || is_signed) && !(is_signed && n && (byte >> 7) != negative);
}
#endif
