/* The hash of texts: 8 bytes a step, by one multiplication of 32 by 32 bits each. It is read
 * little-endian and with the same width everywhere, since the tables of symbols in ROM, made on the
 * host, hold such hashes. tools/gensyms.c includes this file. */
#include "symbols.h"

#define SEED_A 0x9e3779b9u /* odd constants with about as many ones as zeros */
#define SEED_B 0x85ebca6bu

static inline uint32_t load32(const char *p)
{
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    uint32_t x;
    memcpy(&x, p, 4);
    return x;
#else
    const unsigned char *u = (const unsigned char *)p;
    return u[0] | (uint32_t)u[1] << 8 | (uint32_t)u[2] << 16 | (uint32_t)u[3] << 24;
#endif
}

/* Takes in two words. The sum keeps what a product with a zero would lose. */
static inline void mix(uint32_t *a, uint32_t *b, uint32_t x, uint32_t y)
{
    uint64_t product = (uint64_t)(*a ^ x) * (*b ^ y);
    *a = (uint32_t)product + (y << 15 | y >> 17);
    *b = (uint32_t)(product >> 32) + x;
}

void (*text_pause_hook)(void);

uint32_t text_hash(const char *text, size_t len)
{
    uint32_t a = SEED_A ^ (uint32_t)len, b = SEED_B;
    size_t n = len;
    while (n > 8) {
        size_t rest = n > TEXT_PIECE + 8 ? n - TEXT_PIECE : 8;
        for (; n > rest; n -= 8, text += 8) mix(&a, &b, load32(text), load32(text + 4));
        if (n > 8) text_pause();
    }
    if (n >= 4) { /* the two may overlap */
        mix(&a, &b, load32(text), load32(text + n - 4));
    } else if (n == 0) {
        return 0;
    } else {
        const unsigned char *u = (const unsigned char *)text;
        mix(&a, &b, u[0] | (uint32_t)u[n / 2] << 8 | (uint32_t)u[n - 1] << 16, 0);
    }
    mix(&a, &b, SEED_A, (uint32_t)len);
    a ^= b;
    a ^= a >> 15;
#if ADDER_COMPACT_SYMBOLS
    a = hash_spread(a & 0xffff);
#endif
    return a;
}
