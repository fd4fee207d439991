/* SHA-512, from FIPS 180-4: for the module hashlib, and for texts that seed random numbers. */
#include "hashlib.h"
#include "object/bignum.h"

#if ADDER_METHODS

/* The first 64 bits of the fraction of p's cube root; p < 512. */
static uint64_t cube_root_fraction(unsigned p)
{
    enum { WHOLE = 64 / LIMB_BITS, N = WHOLE + 1 }; /* the limb of the whole part, and limbs with that */
    limb root[N] = { 0 }, square[2 * N], cube[3 * N];
    for (int bit = 66; bit >= 0; bit--) {
        limb *place = &root[bit / LIMB_BITS], one = (limb)1 << bit % LIMB_BITS;
        *place |= one;
        vec_mul(square, root, N, root, N, NULL);
        vec_mul(cube, square, 2 * N, root, N, NULL);
        if (cube[3 * WHOLE] >= p)
            *place ^= one;
    }
    return root[0] | (uint64_t)root[WHOLE - 1] << LIMB_BITS % 64;
}

/* Those of the first 80 primes: made when first needed, which takes less room than a table. */
static const uint64_t *sha512_constants(void)
{
    static uint64_t constants[80];
    unsigned n = 0;
    for (unsigned p = 2; !constants[79]; p++) {
        unsigned divisor = 2;
        while (p % divisor)
            divisor++;
        if (divisor == p)
            constants[n++] = cube_root_fraction(p);
    }
    return constants;
}

static uint64_t rotate_right_64(uint64_t x, unsigned n) { return x >> n | x << (64 - n); }

static uint64_t pair(const uint32_t *words) { return (uint64_t)words[0] << 32 | words[1]; }

static void sha512_block(uint32_t *state, const uint32_t *word)
{
    const uint64_t *constants = sha512_constants();
    uint64_t w[80], v[8];
    for (int i = 0; i < 16; i++)
        w[i] = pair(word + 2 * i);
    for (int i = 16; i < 80; i++) {
        uint64_t a = w[i - 15], b = w[i - 2];
        w[i] = w[i - 16] + (rotate_right_64(a, 1) ^ rotate_right_64(a, 8) ^ a >> 7) + w[i - 7] +
               (rotate_right_64(b, 19) ^ rotate_right_64(b, 61) ^ b >> 6);
    }
    for (int i = 0; i < 8; i++)
        v[i] = pair(state + 2 * i);
    for (int i = 0; i < 80; i++) {
        uint64_t e = v[4], a = v[0];
        uint64_t t1 = v[7] + (rotate_right_64(e, 14) ^ rotate_right_64(e, 18) ^ rotate_right_64(e, 41)) +
                      ((e & v[5]) ^ (~e & v[6])) + constants[i] + w[i];
        uint64_t t2 = (rotate_right_64(a, 28) ^ rotate_right_64(a, 34) ^ rotate_right_64(a, 39)) +
                      ((a & v[1]) ^ (a & v[2]) ^ (v[1] & v[2]));
        memmove(v + 1, v, 7 * sizeof *v);
        v[4] += t1;
        v[0] = t1 + t2;
    }
    for (int i = 0; i < 8; i++) {
        uint64_t sum = pair(state + 2 * i) + v[i];
        state[2 * i] = (uint32_t)(sum >> 32);
        state[2 * i + 1] = (uint32_t)sum;
    }
}

static const uint32_t sha512_start[] = {
    0x6a09e667, 0xf3bcc908, 0xbb67ae85, 0x84caa73b, 0x3c6ef372, 0xfe94f82b, 0xa54ff53a, 0x5f1d36f1,
    0x510e527f, 0xade682d1, 0x9b05688c, 0x2b3e6c1f, 0x1f83d9ab, 0xfb41bd6b, 0x5be0cd19, 0x137e2179,
};
const struct algorithm sha512 = { SYMBOL(S_sha512), sha512_block, 64, 128, true, sha512_start };

#endif
