/* Symbols: interned strings, each known by a small number. Those in symbols.def are in ROM;
 * the others are interned at run time and reclaimed by a collection that finds no use of them.
 * Ids 0..127 are the one-character ASCII strings; S_empty is "". */
#ifndef ADDER_SYMBOLS_H
#define ADDER_SYMBOLS_H

#include "value.h"

enum symbol_id {
    S_last_char = 127,
#ifdef ADDER_SYMBOL_SCAN /* they are only being numbered, or looked for */
#elif ADDER_COMPACT_SYMBOLS
#include <symbol_ids.h>
#else
#include <syms.h>
#endif
    S_COUNT
};
/* Those of one character are never in symbols.def; by name where tables need them: */
enum symbol_char {
    S_question = '?',
    S_a = 'a', S_b = 'b', S_c = 'c', S_d = 'd', S_e = 'e', S_f = 'f', S_g = 'g',
    S_h = 'h', S_i = 'i', S_j = 'j', S_k = 'k', S_l = 'l', S_m = 'm',
    S_n = 'n', S_o = 'o', S_p = 'p', S_q = 'q', S_r = 'r', S_s = 's', S_t = 't',
    S_u = 'u', S_v = 'v', S_w = 'w', S_x = 'x', S_y = 'y', S_z = 'z',
    S_A = 'A', S_B = 'B', S_C = 'C', S_D = 'D', S_E = 'E', S_F = 'F', S_G = 'G',
    S_H = 'H', S_I = 'I', S_J = 'J', S_K = 'K', S_L = 'L', S_M = 'M',
    S_N = 'N', S_O = 'O', S_P = 'P', S_Q = 'Q', S_R = 'R', S_S = 'S', S_T = 'T',
    S_U = 'U', S_V = 'V', S_W = 'W', S_X = 'X', S_Y = 'Y', S_Z = 'Z',
};

/* The symbol of this text; a new one if there was none. Raises MemoryError (also when all ids are
 * taken). The text may lie in the heap. */
value symbol_intern(const char *text, size_t len);
value symbol_intern_z(const char *text);
/* Some program has the name `tb_frame`: tracebacks keep the frames then, which costs time and memory. */
extern bool tb_frame_is_named;
/* UNDEF when there is no such symbol (then nothing can be stored under this name). */
value symbol_find(const char *text, size_t len);
/* The text of a symbol: UTF-8, not terminated. */
const char *symbol_text(value symbol, size_t *len);
uint32_t symbol_hash(value symbol);
bool symbol_is_ascii(value symbol);
/* Text, length and ASCII-ness at once. */
const char *symbol_look(value symbol, size_t *len, bool *ascii);
/* For micropython.qstr_info(): how many there are, and a list of those interned at run time. */
struct symbol_stats { size_t built_in, interned, bytes; };
void symbol_stats(struct symbol_stats *out);
value symbol_names(void);
/* While held (counts), no symbol is reclaimed: the compiler's trees hold symbols that nothing traces. */
void symbol_hold(void);
void symbol_release(void);
#if ADDER_COMPACT_SYMBOLS
/* Hashes of texts have 16 bits that count; the upper ones follow from them. */
static inline uint32_t hash_spread(uint32_t low) { return low | (low * 0x9e37u & 0xffffu) << 16; }
#endif
/* The hash of a string's bytes: that of symbols, and of equal strings. That of none is 0. */
uint32_t text_hash(const char *text, size_t len);

#endif
