/* Symbols in ROM: the one-character ones, and those of symbols.def. tools/gensyms.c writes the tables: all texts in one
 * piece and where each begins, their hashes, in the order of which they are numbered, and where those of each bucket begin. */
#include "rom_symbols.h"

#if !ADDER_COMPACT_SYMBOLS
#define SYMBOL_TABLES
#include <syms.h>

const char *rom_symbol_text(sym id, size_t *len)
{
    *len = (size_t)(rom_begin[id + 1] - rom_begin[id]);
    return rom_text + rom_begin[id];
}

value rom_symbol_find(const char *text, size_t len, uint32_t hash)
{
    if (len == 1 && (unsigned char)text[0] <= S_last_char) return SYMBOL((unsigned char)text[0]);
    const uint16_t *bucket = &rom_bucket[hash >> (32 - ROM_BUCKET_BITS)];
    for (sym id = bucket[0]; id < bucket[1]; id++) {
        size_t n = (size_t)(rom_begin[id + 1] - rom_begin[id]);
        if (rom_symbol_hash[id] == hash && n == len && !memcmp(rom_text + rom_begin[id], text, len)) return SYMBOL(id);
    }
    return UNDEF;
}
#endif
