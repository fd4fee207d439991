/* The module random. In the full profile the generator is the Mersenne Twister MT19937 (Makoto Matsumoto and Takuji
 * Nishimura), and every function draws from it as CPython's does: a seed gives the same numbers. Elsewhere its 2.5 KB of
 * state are too much; there it is xoshiro128** (David Blackman and Sebastiano Vigna), seeded through splitmix64. Every
 * function serves twice: as a function of the module, on a generator of its own, and as a method of Random objects. */
#include "hashlib.h"
#include "object/class.h"
#include "object/number.h"
#include "runtime/port.h"

#include <math.h>

#if ADDER_METHODS
enum { TWISTER_WORDS = 624, STATE_WORDS = TWISTER_WORDS + 1 }; /* the last: how many of the others are used up */
#else
enum { STATE_WORDS = 4 };
#endif

struct random {
    struct object head;
    uint32_t s[STATE_WORDS];
    bool has_gauss; /* gauss() makes two at a time */
    real gauss;
#if ADDER_METHODS
    value self; /* the object of a derived class around it, whose own methods are asked for numbers; UNDEF: there is none */
#endif
};

extern const struct type type_Random;
static struct random shared;
static bool shared_seeded;

/* The words of 32 bits of an int's magnitude, the lowest first; at least one. */
static size_t word_count(value v)
{
    size_t bits = int_bit_length(v);
    return bits ? (bits + 31) / 32 : 1;
}

static uint32_t word_at(const struct operand *o, size_t i)
{
    size_t bit = i * 32;
    return o->n ? (uint32_t)(o->d[bit / LIMB_BITS] >> bit % LIMB_BITS) : 0;
}

/* ---- the generator: 32 bits at a time, seeded with any int; what a state must be ---- */

#if ADDER_METHODS

/* Mixes a word with the one before it. */
static uint32_t twister_mix(const uint32_t *s, size_t i, uint32_t factor)
{
    uint32_t before = s[i - 1];
    return s[i] ^ (before ^ before >> 30) * factor;
}

/* The place after i; the first word is only the copy of the last. */
static size_t twister_step(uint32_t *s, size_t i)
{
    if (++i < TWISTER_WORDS) return i;
    s[0] = s[TWISTER_WORDS - 1];
    return 1;
}

static void generator_seed(struct random *g, value seed)
{
    uint32_t *s = g->s;
    struct operand key;
    size_t i = 1, n = word_count(seed), rounds = n > TWISTER_WORDS ? n : TWISTER_WORDS;
    operand_load(&key, seed);
    s[0] = 19650218;
    for (; i < TWISTER_WORDS; i++) s[i] = (uint32_t)i + 1812433253 * (s[i - 1] ^ s[i - 1] >> 30);
    i = 1;
    for (size_t k = 0; k < rounds; k++) {
        s[i] = twister_mix(s, i, 1664525) + word_at(&key, k % n) + (uint32_t)(k % n);
        i = twister_step(s, i);
        check_break_at(k);
    }
    HOLD(seed);
    for (size_t k = 1; k < TWISTER_WORDS; k++) {
        s[i] = twister_mix(s, i, 1566083941) - (uint32_t)i;
        i = twister_step(s, i);
    }
    s[0] = 0x80000000;
    s[TWISTER_WORDS] = TWISTER_WORDS;
}

static void twister_refill(uint32_t *s)
{
    for (size_t i = 0; i < TWISTER_WORDS; i++) {
        size_t next = i + 1 < TWISTER_WORDS ? i + 1 : 0, far = i < 227 ? i + 397 : i - 227;
        uint32_t y = (s[i] & 0x80000000) | (s[next] & 0x7fffffff);
        s[i] = s[far] ^ y >> 1 ^ ((y & 1) ? 0x9908b0df : 0);
    }
    s[TWISTER_WORDS] = 0;
}

static uint32_t next_32(struct random *g)
{
    uint32_t *s = g->s;
    if (s[TWISTER_WORDS] >= TWISTER_WORDS) twister_refill(s);
    uint32_t y = s[s[TWISTER_WORDS]++];
    y ^= y >> 11;
    y ^= y << 7 & 0x9d2c5680;
    y ^= y << 15 & 0xefc60000;
    return y ^ y >> 18;
}

static bool state_valid(const uint32_t *s)
{
    return s[TWISTER_WORDS] <= TWISTER_WORDS;
}

#else

/* Takes 64 bits more into *h, and mixes (splitmix64). */
static uint64_t mix(uint64_t *h, uint64_t bits)
{
    uint64_t z = *h = (*h ^ bits) + 0x9e3779b97f4a7c15;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
    z = (z ^ z >> 27) * 0x94d049bb133111eb;
    return *h = z ^ z >> 31;
}

static void generator_seed(struct random *g, value seed)
{
    uint64_t h = 0;
    struct operand key;
    operand_load(&key, seed);
    for (size_t i = 0; i < word_count(seed); i++) mix(&h, word_at(&key, i));
    HOLD(seed);
    for (int i = 0; i < STATE_WORDS; i++) g->s[i] = (uint32_t)mix(&h, 1);
    g->s[0] |= 1; /* not all zeros */
}

static inline uint32_t rotate_left(uint32_t x, int n)
{
    return x << n | x >> (32 - n);
}

static uint32_t next_32(struct random *g)
{
    uint32_t *s = g->s, result = rotate_left(s[1] * 5, 7) * 9, t = s[1] << 9;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = rotate_left(s[3], 11);
    return result;
}

static bool state_valid(const uint32_t *s)
{
    return s[0] | s[1] | s[2] | s[3];
}

#endif

/* 1 to 64 bits, the high ones of what is drawn last. */
static uint64_t next_uint(struct random *g, unsigned bits)
{
    if (bits <= 32) return next_32(g) >> (32 - bits);
    uint64_t low = next_32(g);
    return low | (uint64_t)(next_32(g) >> (64 - bits)) << 32;
}

/* In [0, 1), all bits of the mantissa; as many are drawn whatever a float has. */
static real own_real(struct random *g)
{
    uint64_t high = next_32(g) >> 5, bits = high << 26 | next_32(g) >> 6;
#if ADDER_DOUBLE
    return (real)bits * (real)0x1p-53;
#else
    return (real)(bits >> 29) * (real)0x1p-24;
#endif
}

static value own_bits(struct random *g, size_t bits)
{
    struct scratch s;
    if (bits == 0) return from_int(0);
    if (bits <= 64) return int_from_uint64(next_uint(g, (unsigned)bits));
    size_t n = (bits + LIMB_BITS - 1) / LIMB_BITS;
    limb *d = scratch_open(&s, n);
    for (size_t i = 0; i < n; i++, bits -= LIMB_BITS) {
        d[i] = (limb)next_uint(g, bits < LIMB_BITS ? (unsigned)bits : LIMB_BITS);
        check_break_at(i);
    }
    return scratch_int(&s, n, false);
}

#if ADDER_METHODS
static const struct cfunction m_random, m_getrandbits;

/* The method that a derived class, or its object, has in place of Random's own; UNDEF: it has none. */
static value other_method(struct random *g, unsigned name, const struct cfunction *own)
{
    if (g->self == UNDEF) return UNDEF;
    value f = get_attr(g->self, SYMBOL(name));
    return is_type(f, &type_method) && ((struct method *)f)->function == from_ptr(own) ? UNDEF : f;
}

static real next_real(struct random *g)
{
    value f = other_method(g, S_random, &m_random);
    return f == UNDEF ? own_real(g) : need_real(call0(f));
}

static value next_bits(struct random *g, size_t bits)
{
    value f = other_method(g, S_getrandbits, &m_getrandbits);
    return f == UNDEF ? own_bits(g, bits) : need_integer(call1(f, int_from_uint64(bits)));
}

/* Whether the object's class has another random(), but no other getrandbits() in front of it. */
static bool reals_only(struct random *g)
{
    const struct type *t = &type_Random;
    if (g->self != UNDEF) {
        for (struct mro_walk w = mro_walk(type_of(g->self)); (t = mro_next(&w)) && type_own(t, SYMBOL(S_getrandbits)) == UNDEF;)
            if (type_own(t, SYMBOL(S_random)) != UNDEF) return true;
    }
    return false;
}

/* An int in [0, n), n > 0, each equally likely, made of floats that have 53 bits. */
static value below_by_reals(struct random *g, value n)
{
    const uint64_t all = (uint64_t)1 << 53;
    uint64_t count;
    if (!int_to_uint64(n, &count) || count >= all) return int_from_double((double)next_real(g) * need_double(n));
    double limit = (double)(all - all % count) / (double)all, x;
    do {
        check_interrupt();
        x = (double)next_real(g);
        if (!(x >= 0)) raise_value_error("number of bits must be non-negative");
    } while (x >= limit);
    return int_from_uint64((uint64_t)(x * (double)all) % count);
}
#else
#define next_real own_real
#define next_bits own_bits
#endif

/* An int in [0, n), n > 0. */
static value next_int_below(struct random *g, value n)
{
    value r;
#if ADDER_METHODS
    if (reals_only(g)) return below_by_reals(g, n);
#endif
    do {
        check_interrupt(); /* a derived class may never give a number that fits */
        r = next_bits(g, int_bit_length(n));
    } while (int_compare(r, n) >= 0);
    return r;
}

/* In [0, n), each equally likely; n > 0. */
static uint64_t next_below(struct random *g, uint64_t n)
{
    unsigned bits = 64 - (unsigned)__builtin_clzll(n);
    uint64_t r;
#if ADDER_METHODS
    if (g->self != UNDEF) {
        if (!int_to_uint64(next_int_below(g, int_from_uint64(n)), &r)) raise_value_error("number of bits must be non-negative");
        return r;
    }
#endif
    do {
        r = next_uint(g, bits);
    } while (r >= n);
    return r;
}

/* ---- seeding ---- */

/* The int that text or bytes seed with. */
static value seed_of_bytes(const uint8_t *data, size_t n)
{
#if ADDER_METHODS
    uint8_t *with_digest;
    value text = bytes_make(n + SHA512_SIZE, &with_digest), seed;
    memcpy(with_digest, data, n);
    sha512_of(data, n, with_digest + n);
    seed = int_from_bytes(with_digest, n + SHA512_SIZE, true, false);
    HOLD(text);
    return seed;
#else
    return int_from_bytes(data, n, true, false);
#endif
}

/* The int that a value seeds with. */
static value seed_of(value v)
{
    if (v == UNDEF || v == NONE) {
        uint8_t entropy[32];
        port_entropy(entropy, sizeof entropy);
        return int_from_bytes(entropy, sizeof entropy, false, false);
    }
    value native = unwrap(v);
    if (is_integer(native)) return native;
    if (is_float(native)) return int_from_uint64(hash_of(native));
    struct buffer b;
    if (is_str(native)) {
        struct view view = str_view(native);
        b.data = (uint8_t *)view.data;
        b.len = view.len;
    } else if (!get_buffer(native, &b, false)) {
        raise_type_error("The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.");
    }
    value seed = seed_of_bytes(b.data, b.len);
    HOLD(b.data);
    return seed;
}

static void set_seed(struct random *g, value v)
{
    generator_seed(g, seed_of(v));
    g->has_gauss = false;
}

static struct random *shared_generator(void)
{
    if (!shared_seeded) {
        set_seed(&shared, NONE);
        shared_seeded = true;
    }
    return &shared;
}

static value random_seed(struct random *g, size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym names[] = { 'a', S_version };
    value v[2];
    args_bind("seed", n, args, nkw, kwnames, 0, 2, names, 2, 0, v);
    set_seed(g, v[0]);
    return NONE;
}

/* (3, the state's words, what gauss() keeps or None) */
static value random_getstate(struct random *g, size_t n, value *args, size_t nkw, const value *kwnames)
{
    value words[STATE_WORDS], items[3];
    args_bind("getstate", n, args, nkw, kwnames, 0, 0, NULL, 0, 0, NULL);
    for (int i = 0; i < STATE_WORDS; i++) words[i] = int_from_uint64(g->s[i]);
    items[0] = from_int(3);
    items[1] = tuple_new(STATE_WORDS, words);
    items[2] = g->has_gauss ? from_real(g->gauss) : NONE;
    return tuple_new(3, items);
}

/* The items of a tuple that must have n; ValueError. */
static const value *state_items(value v, size_t n)
{
    if (!is_tuple(v) || tuple_of(v)->len != n) raise_value_error("state vector is the wrong size");
    return tuple_of(v)->items;
}

static value random_setstate(struct random *g, size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym names[] = { S_state };
    value v[1];
    args_bind("setstate", n, args, nkw, kwnames, 0, 1, names, 1, 1, v);
    const value *items = state_items(v[0], 3), *words = state_items(items[1], STATE_WORDS);
    uint32_t s[STATE_WORDS];
    for (int i = 0; i < STATE_WORDS; i++) {
        uint64_t part;
        if (!int_to_uint64(need_integer(words[i]), &part) || part > UINT32_MAX) {
            raise_value_error("state values must fit 32 bits");
        }
        s[i] = (uint32_t)part;
    }
    if (!state_valid(s)) raise_value_error("invalid state");
    real gauss = items[2] == NONE ? 0 : need_real(items[2]);
    memcpy(g->s, s, sizeof s);
    g->gauss = gauss;
    g->has_gauss = items[2] != NONE;
    return NONE;
}

/* ---- integers ---- */

static value random_getrandbits(struct random *g, size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym names[] = { 0 };
    value v[1];
    args_bind("getrandbits", n, args, nkw, kwnames, 0, 1, names, 1, 1, v);
    word bits = need_word(v[0]);
    if (bits < 0) raise_value_error("number of bits must be non-negative");
    return own_bits(g, (size_t)bits);
}

static value random_randbytes(struct random *g, size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym names[] = { 'n' };
    value v[1];
    args_bind("randbytes", n, args, nkw, kwnames, 0, 1, names, 1, 1, v);
    word count = need_word(v[0]);
    if (count < 0) raise_value_error("number of bits must be non-negative");
    value bits = next_bits(g, (size_t)count * 8), how[2] = { v[0], SYMBOL(S_little) };
    return call_method(bits, SYMBOL(S_to_bytes), 2, how);
}

/* start + step * [0, count) */
static value next_in_range(struct random *g, value start, value count, value step)
{
    value r = next_int_below(g, count);
    if (step != from_int(1)) r = int_binary(OP_MUL, r, step);
    return int_binary(OP_ADD, start, r);
}

static value random_randrange(struct random *g, size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym names[] = { S_start, S_stop, S_step };
    value v[3];
    args_bind("randrange", n, args, nkw, kwnames, 0, 3, names, 3, 1, v);
    value start = need_integer(v[0]), step = v[2] == UNDEF ? from_int(1) : need_integer(v[2]);
    if (v[1] == UNDEF || v[1] == NONE) {
        if (v[2] != UNDEF && step != from_int(1)) raise_type_error("Missing a non-None stop argument");
        if (int_sign(start) <= 0) raise_value_error("empty range for randrange()");
        return next_int_below(g, start);
    }
    value stop = need_integer(v[1]), width = int_binary(OP_SUB, stop, start);
    int sign = int_sign(step);
    if (sign == 0) raise_value_error("zero step for randrange()");
    /* rounded up: (width + step - sign) // step */
    value count = int_binary(OP_SUB, int_binary(OP_ADD, width, step), from_int(sign));
    count = int_binary(OP_FLOORDIV, count, step);
    if (int_sign(count) <= 0) {
        if (step == from_int(1)) raise_value_error("empty range in randrange(%r, %r)", start, stop);
        raise_value_error("empty range in randrange(%r, %r, %r)", start, stop, step);
    }
    return next_in_range(g, start, count, step);
}

static value random_randint(struct random *g, size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym names[] = { 'a', 'b' };
    value v[2];
    args_bind("randint", n, args, nkw, kwnames, 0, 2, names, 2, 2, v);
    value low = need_integer(v[0]), stop = int_binary(OP_ADD, need_integer(v[1]), from_int(1));
    value count = int_binary(OP_SUB, stop, low);
    if (int_sign(count) <= 0) raise_value_error("empty range in randrange(%r, %r)", low, stop);
    return next_in_range(g, low, count, from_int(1));
}

/* ---- floats ---- */

static value random_random(struct random *g, size_t n, value *args, size_t nkw, const value *kwnames)
{
    if (n | nkw) args_bind("random", n, args, nkw, kwnames, 0, 0, NULL, 0, 0, NULL);
    return from_real(own_real(g));
}

/* The two parameters of a distribution; what is left out stays as it is in `out`. */
static void two_reals(const char *name, size_t n, value *args, size_t nkw, const value *kwnames, const sym names[2],
                      size_t required, real out[2])
{
    value v[2];
    args_bind(name, n, args, nkw, kwnames, 0, 2, names, 2, required, v);
    for (int i = 0; i < 2; i++) {
        if (v[i] != UNDEF) out[i] = need_real(v[i]);
    }
}

static const sym names_a_b[] = { 'a', 'b' };
static const sym names_mu_sigma[] = { S_mu, S_sigma };
static const sym names_alpha_beta[] = { S_alpha, S_beta };

static value random_uniform(struct random *g, size_t n, value *args, size_t nkw, const value *kwnames)
{
    real p[2];
    two_reals("uniform", n, args, nkw, kwnames, names_a_b, 2, p);
    return from_real(p[0] + (p[1] - p[0]) * next_real(g));
}

static value random_triangular(struct random *g, size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym names[] = { S_low, S_high, S_mode };
    value v[3];
    args_bind("triangular", n, args, nkw, kwnames, 0, 3, names, 3, 0, v);
    real low = v[0] == UNDEF ? 0 : need_real(v[0]), high = v[1] == UNDEF ? 1 : need_real(v[1]);
    real u = next_real(g), c = (real)0.5;
    if (high == low) return from_real(low);
    if (v[2] != UNDEF && v[2] != NONE) c = (need_real(v[2]) - low) / (high - low);
    if (u > c) {
        real swap = low;
        u = 1 - u;
        c = 1 - c;
        low = high;
        high = swap;
    }
    return from_real(low + (high - low) * REAL_FN(sqrt)(u * c));
}

/* Normally distributed, mean 0 and deviation 1: two at a time, by George Box and Mervin Muller. */
static real next_gauss(struct random *g)
{
    if (g->has_gauss) {
        g->has_gauss = false;
        return g->gauss;
    }
    real angle = next_real(g) * (real)6.283185307179586, radius = REAL_FN(sqrt)(-2 * REAL_FN(log)(1 - next_real(g)));
    g->gauss = REAL_FN(sin)(angle) * radius;
    g->has_gauss = true;
    return REAL_FN(cos)(angle) * radius;
}

/* The same by the ratio of two uniform numbers (Albert Kinderman and John Monahan), one at a time. */
static real next_normal(struct random *g)
{
    for (;;) {
        real u = next_real(g), v = 1 - next_real(g), z;
        z = (real)1.7155277699214135 /* 4 / sqrt(2 e) */ * (u - (real)0.5) / v;
        if (z * z / 4 <= -REAL_FN(log)(v)) return z;
    }
}

static value random_gauss(struct random *g, size_t n, value *args, size_t nkw, const value *kwnames)
{
    real p[2] = { 0, 1 };
    two_reals("gauss", n, args, nkw, kwnames, names_mu_sigma, 0, p);
    return from_real(p[0] + p[1] * next_gauss(g));
}

static value random_normalvariate(struct random *g, size_t n, value *args, size_t nkw, const value *kwnames)
{
    real p[2] = { 0, 1 };
    two_reals("normalvariate", n, args, nkw, kwnames, names_mu_sigma, 0, p);
    return from_real(p[0] + next_normal(g) * p[1]);
}

static value random_lognormvariate(struct random *g, size_t n, value *args, size_t nkw, const value *kwnames)
{
    real p[2];
    two_reals("lognormvariate", n, args, nkw, kwnames, names_mu_sigma, 2, p);
    return from_real(REAL_FN(exp)(p[0] + next_normal(g) * p[1]));
}

/* With mean 1. */
static real next_exponential(struct random *g)
{
    return -REAL_FN(log)(1 - next_real(g));
}

static value random_expovariate(struct random *g, size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym names[] = { S_lambd };
    value v[1];
    args_bind("expovariate", n, args, nkw, kwnames, 0, 1, names, 1, 0, v);
    real rate = v[0] == UNDEF ? 1 : need_real(v[0]);
    if (rate == 0) raise_error(&type_ZeroDivisionError, "float division by zero");
    return from_real(next_exponential(g) / rate);
}

static value random_paretovariate(struct random *g, size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym names[] = { S_alpha };
    value v[1];
    args_bind("paretovariate", n, args, nkw, kwnames, 0, 1, names, 1, 1, v);
    return from_real(REAL_FN(pow)(1 - next_real(g), -1 / need_real(v[0])));
}

static value random_weibullvariate(struct random *g, size_t n, value *args, size_t nkw, const value *kwnames)
{
    real p[2];
    two_reals("weibullvariate", n, args, nkw, kwnames, names_alpha_beta, 2, p);
    return from_real(p[0] * REAL_FN(pow)(next_exponential(g), 1 / p[1]));
}

/* Gamma distributed, scale 1, shape above 1: R. C. H. Cheng, "The generation of Gamma variables with non-integral shape
 * parameter". */
static real next_gamma_above_1(struct random *g, real shape)
{
    real root = REAL_FN(sqrt)(2 * shape - 1), b = shape - (real)1.3862943611198906 /* log 4 */, c = shape + root;
    for (;;) {
        real u = next_real(g);
        if (!((real)1e-7 < u && u < (real)0.9999999)) continue;
        real w = 1 - next_real(g), v = REAL_FN(log)(u / (1 - u)) / root, x = shape * REAL_FN(exp)(v);
        real z = u * u * w, r = b + c * v - x;
        if (r + (real)2.504077396776274 /* 1 + log 4.5 */ - (real)4.5 * z >= 0 || r >= REAL_FN(log)(z)) return x;
    }
}

/* ... shape below 1: J. H. Ahrens and U. Dieter, algorithm GS. */
static real next_gamma_below_1(struct random *g, real shape)
{
    real e = (real)2.718281828459045, b = (e + shape) / e;
    for (;;) {
        real p = b * next_real(g), x;
        if (p <= 1) x = REAL_FN(pow)(p, 1 / shape);
        else x = -REAL_FN(log)((b - p) / shape);
        if (next_real(g) <= (p > 1 ? REAL_FN(pow)(x, shape - 1) : REAL_FN(exp)(-x))) return x;
    }
}

static real next_gamma(struct random *g, real shape)
{
    if (!isfinite(shape)) return shape; /* no number would do */
    if (shape == 1) return next_exponential(g);
    return shape > 1 ? next_gamma_above_1(g, shape) : next_gamma_below_1(g, shape);
}

static value random_gammavariate(struct random *g, size_t n, value *args, size_t nkw, const value *kwnames)
{
    real p[2];
    two_reals("gammavariate", n, args, nkw, kwnames, names_alpha_beta, 2, p);
    if (p[0] <= 0 || p[1] <= 0) raise_value_error("gammavariate: alpha and beta must be > 0.0");
    return from_real(next_gamma(g, p[0]) * p[1]);
}

static value random_betavariate(struct random *g, size_t n, value *args, size_t nkw, const value *kwnames)
{
    real p[2];
    two_reals("betavariate", n, args, nkw, kwnames, names_alpha_beta, 2, p);
    if (p[0] <= 0 || p[1] <= 0) raise_value_error("gammavariate: alpha and beta must be > 0.0");
    real x = next_gamma(g, p[0]);
    return from_real(x == 0 ? 0 : x / (x + next_gamma(g, p[1])));
}

/* ---- sequences ---- */

static value random_choice(struct random *g, size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym names[] = { S_seq };
    value v[1];
    args_bind("choice", n, args, nkw, kwnames, 0, 1, names, 1, 1, v);
    word length = len_of(v[0]);
    if (length == 0) raise_error(&type_IndexError, "Cannot choose from an empty sequence");
    return get_item(v[0], from_int((word)next_below(g, (uint64_t)length)));
}

static value random_shuffle(struct random *g, size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym names[] = { 'x' };
    value v[1];
    args_bind("shuffle", n, args, nkw, kwnames, 0, 1, names, 1, 1, v);
    value x = v[0];
    for (word i = len_of(x) - 1; i > 0; i--) {
        word j = (word)next_below(g, (uint64_t)i + 1);
        if (is_list(x) && (size_t)i < list_of(x)->len) {
            value *items = list_items(list_of(x)), swap = items[i];
            check_break_at((size_t)i);
            items[i] = items[j];
            items[j] = swap;
        } else {
            value swap = get_item(x, from_int(i));
            set_item(x, from_int(i), get_item(x, from_int(j)));
            set_item(x, from_int(j), swap);
        }
    }
    return NONE;
}

/* The first index in the rising list whose number is above x. */
static size_t first_above(const value *numbers, size_t n, real x)
{
    size_t low = 0, high = n;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (x < need_real(numbers[middle])) high = middle;
        else low = middle + 1;
    }
    return low;
}

/* The sums of the first 1, 2, ... numbers, as a list. */
static struct list *running_sums(value numbers)
{
    struct list *sums = list_of(list_new(0, NULL));
    value total = UNDEF, it = get_iter(numbers);
    for (value x; (x = iter_next(it)) != STOP;) {
        total = total == UNDEF ? x : binary(OP_ADD, total, x);
        list_append(sums, total);
    }
    return sums;
}

static value random_choices(struct random *g, size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym names[] = { S_population, S_weights, S_cum_weights, 'k' };
    value v[4];
    args_bind("choices", n, args, nkw, kwnames, 0, 4, names, 2, 1, v);
    word count = v[3] == UNDEF ? 1 : need_word(v[3]), length = len_of(v[0]);
    bool weighted = v[1] != UNDEF && v[1] != NONE, summed = v[2] != UNDEF && v[2] != NONE;
    struct list *sums = NULL;
    real total = 0;
    if (weighted && summed) raise_type_error("Cannot specify both weights and cumulative weights");
    if (weighted) sums = running_sums(v[1]);
    if (summed) sums = list_of(list_from_iterable(v[2]));
    if (sums) {
        if ((word)sums->len != length) {
            raise_value_error("The number of weights does not match the population");
        }
        if (length) total = need_real(list_items(sums)[length - 1]);
        if (length && total <= 0) raise_value_error("Total of weights must be greater than zero");
        if (!isfinite(total)) raise_value_error("Total of weights must be finite");
    }
    struct list *out = list_of(list_new(0, NULL));
    if (count > 0 && length == 0) get_item(v[0], from_int(0)); /* raises */
    for (; count > 0; count--) {
        check_interrupt();
        real x = next_real(g);
        value at;
        if (sums) at = from_int((word)first_above(list_items(sums), (size_t)length - 1, x * total));
        else at = int_from_double((double)(x * (real)length));
        list_append(out, get_item(v[0], at));
    }
    return from_ptr(out);
}

/* A list with each item as often as its count says. */
static value repeated(value population, value counts)
{
    struct list *out = list_of(list_new(0, NULL));
    value it = get_iter(population), count_it = get_iter(counts);
    for (;;) {
        value x = iter_next(it), c = iter_next(count_it);
        if ((x == STOP) != (c == STOP)) {
            raise_value_error("The number of counts does not match the population");
        }
        if (x == STOP) return from_ptr(out);
        word count = need_word(c);
        if (count < 0) raise_value_error("Counts must be non-negative");
        for (; count > 0; count--) {
            check_interrupt();
            list_append(out, x);
        }
    }
}

/* Whether a list of all takes more memory than a set of those taken (by CPython's reckoning: the sequence depends on it). */
static bool few_of_many(word k, word length)
{
    word room = 1;
    if (k <= 5) return length > 21;
    for (; room / 3 < k; room *= 4) {
        if (room > length / 4) return false;
    }
    return length - 21 > room;
}

static value random_sample(struct random *g, size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym names[] = { S_population, 'k', S_counts };
    value v[3];
    args_bind("sample", n, args, nkw, kwnames, 0, 3, names, 2, 2, v);
    value population = v[0];
    const struct type *t = type_of(population);
    if (!slots_of(population)->getitem || t == &type_dict || is_set_type(t)) {
        raise_type_error("Population must be a sequence.  For dicts or sets, use sorted(d).");
    }
    if (v[2] != UNDEF && v[2] != NONE) population = repeated(population, v[2]);
    word length = len_of(population), k = need_word(v[1]);
    if (k < 0 || k > length) raise_value_error("Sample larger than population or is negative");
    struct list *out = list_of(list_new(0, NULL));
    if (few_of_many(k, length)) { /* remember which were taken */
        struct dict *taken = dict_new((size_t)k);
        while ((word)out->len < k) {
            value i = from_int((word)next_below(g, (uint64_t)length));
            if (dict_find(taken, i) >= 0) continue;
            dict_set(taken, i, NONE);
            list_append(out, get_item(population, i));
        }
        return from_ptr(out);
    }
    struct list *pool = list_of(list_from_iterable(population));
    for (word i = 0; i < k && (word)pool->len == length; i++) { /* what is left moves up */
        size_t j = (size_t)next_below(g, (uint64_t)(length - i));
        value *items = list_items(pool), x = items[j];
        items[j] = items[length - i - 1];
        list_append(out, x);
    }
    return from_ptr(out);
}

/* ---- functions and methods ---- */

static struct random *self_generator(value self)
{
    value v = unwrap(self);
    if (!is_type(v, &type_Random)) raise_type_error("descriptor requires a 'Random' object but received a '%t'", self);
    return (struct random *)v;
}

#define FUNCTIONS(X) \
    X(seed) X(getstate) X(setstate) X(getrandbits) X(randbytes) X(randrange) X(randint) X(random) X(uniform) \
    X(triangular) X(gauss) X(normalvariate) X(lognormvariate) X(expovariate) X(paretovariate) X(weibullvariate) X(gammavariate) \
    X(betavariate) X(choice) X(shuffle) X(choices) X(sample)

typedef value random_function(struct random *g, size_t n, value *args, size_t nkw, const value *kwnames);

static value on_shared(size_t n, value *args, size_t nkw, const value *kwnames, random_function *f)
{
    return f(shared_generator(), n, args, nkw, kwnames);
}

static value on_method(size_t n, value *args, size_t nkw, const value *kwnames, random_function *f)
{
    struct random *g = self_generator(args[0]);
#if ADDER_METHODS
    if (args[0] != from_ptr(g)) g->self = args[0];
#endif
    return f(g, n - 1, args + 1, nkw, kwnames);
}

#define DEFINE(name) \
    static value shared_##name(size_t n, value *args, size_t nkw, const value *kwnames) \
    { \
        return on_shared(n, args, nkw, kwnames, random_##name); \
    } \
    static value method_##name(size_t n, value *args, size_t nkw, const value *kwnames) \
    { \
        return on_method(n, args, nkw, kwnames, random_##name); \
    } \
    FUNK(f_##name, name, 0, 255, shared_##name); \
    METHODK(m_##name, name, 1, 255, method_##name);
FUNCTIONS(DEFINE)
#define FUNCTION_ROW(name) ATTR(name, f_##name),
#define METHOD_ROW(name) ATTR(name, m_##name),

static value random_make(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym names[] = { 'x' };
    value x;
    (void)t;
    args_bind("Random", n, args, nkw, kwnames, 0, 1, names, 1, 0, &x);
    struct random *g = heap_object(&type_Random, sizeof *g);
    set_seed(g, x);
    return from_ptr(g);
}

#if ADDER_METHODS
static value random_init(size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym names[] = { 'x' };
    value x;
    args_bind("__init__", n, args, nkw, kwnames, 1, 1, names, 1, 0, &x);
    if (x == UNDEF) x = NONE;
    call_method(args[0], SYMBOL(S_seed), 1, &x);
    return NONE;
}
METHODK(m_init, __init__, 1, 255, random_init);

static void random_trace(struct object *o)
{
    heap_visit(&((struct random *)o)->self);
}
#endif

static const struct slots random_slots = {
    .size = sizeof(struct random),
    .make = random_make,
#if ADDER_METHODS
    .trace = random_trace,
#endif
};

static const struct attr random_type_attrs[] = {
    FUNCTIONS(METHOD_ROW)
    ATTR_MORE(__init__, m_init)
    ATTR_VALUE(__module__, SYMBOL(S_random)),
};

const struct type type_Random = {
    .head = { &type_type },
    .slots = &random_slots,
    .flags = TYPE_BASE | TYPE_BARE,
    .name = SYMBOL(S_Random),
    TYPE_ATTRS(random_type_attrs),
    .base = &type_object,
};

static const struct attr random_attrs[] = {
    FUNCTIONS(FUNCTION_ROW)
    ATTR(Random, type_Random),
};

const struct module_def module_random = {
    .name = SYMBOL(S_random),
    .attrs = random_attrs,
    .nattrs = sizeof random_attrs / sizeof random_attrs[0],
};
