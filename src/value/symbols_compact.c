/* Symbols in ROM, for small images: about 12 bytes each. Those that the build uses, in the order of their hashes
 * (tools/compact_symbols.c). Finding one is a binary search, and its text a walk over a few others. */
#include "rom_symbols.h"

#if ADDER_COMPACT_SYMBOLS && !defined(ADDER_SYMBOL_SCAN)
#define SYMBOL_TABLES
#include <symbol_ids.h>

#define FIRST ((sym)S_last_char + 1)

#define CHARS_2(c)  c, c + 1
#define CHARS_8(c)  CHARS_2(c), CHARS_2(c + 2), CHARS_2(c + 4), CHARS_2(c + 6)
#define CHARS_32(c) CHARS_8(c), CHARS_8(c + 8), CHARS_8(c + 16), CHARS_8(c + 24)
static const char chars[] = {CHARS_32(0), CHARS_32(32), CHARS_32(64), CHARS_32(96)};

const char *rom_symbol_text(sym id, size_t *len)
{
    *len = 1;
    if (id < FIRST)
        return &chars[id];
    id -= FIRST;
    const unsigned char *at = rom_text + rom_begin[id / ROM_RUN];
    for (sym i = id % ROM_RUN; i > 0; i--)
        at += 1 + *at;
    *len = *at;
    return (const char *)at + 1;
}

uint32_t rom_symbol_hash_of(sym id)
{
    return id < FIRST ? text_hash(&chars[id], 1) : hash_spread(rom_hash[id - FIRST]);
}

value rom_symbol_find(const char *text, size_t len, uint32_t hash)
{
    if (len == 1 && (unsigned char)*text <= S_last_char)
        return SYMBOL((unsigned char)*text);
    sym low = FIRST, high = S_COUNT;
    while (low < high) {
        sym middle = (low + high) / 2;
        if (rom_hash[middle - FIRST] < (hash & 0xffff))
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < S_COUNT && rom_hash[low - FIRST] == (hash & 0xffff); low++) {
        size_t n;
        const char *own = rom_symbol_text(low, &n);
        if (n == len && !memcmp(own, text, len))
            return SYMBOL(low);
    }
    return UNDEF;
}
#endif
