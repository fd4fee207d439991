/* The symbols in ROM, for symbol_table.c. */
#ifndef ADDER_ROM_SYMBOLS_H
#define ADDER_ROM_SYMBOLS_H

#include "symbols.h"

#if ADDER_COMPACT_SYMBOLS
uint32_t rom_symbol_hash_of(sym id);
#else
extern const uint32_t rom_symbol_hash[S_COUNT];
#define rom_symbol_hash_of(id) rom_symbol_hash[id]
#endif
/* Where all are, the texts lie one behind the other, from that of 0 on. */
const char *rom_symbol_text(sym id, size_t *len);
/* The symbol of a text whose hash is `hash`; UNDEF: it is not in ROM. */
value rom_symbol_find(const char *text, size_t len, uint32_t hash);

#endif
