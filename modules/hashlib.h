/* The algorithms of the module hashlib. */
#ifndef ADDER_HASHLIB_H
#define ADDER_HASHLIB_H

#include "object/layout.h"

/* What a block does to the state. The state is as long as the digest; words of 64 bits are pairs, the high half first. */
struct algorithm {
    value name;
    void (*block)(uint32_t *state, const uint32_t *word);
    uint8_t digest_size, block_size; /* in bytes */
    bool big_endian;
    const uint32_t *start;
};

enum { SHA512_SIZE = 64 };

#if ADDER_METHODS
extern const struct algorithm sha512;
/* The SHA-512 digest of n bytes. */
void sha512_of(const uint8_t *data, size_t n, uint8_t out[SHA512_SIZE]);
#endif

#endif
