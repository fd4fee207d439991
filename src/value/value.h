/* The value word: every Python value is one machine word.
 *
 *   ...............................x1   small int, 31 or 63 bits
 *   ...............................10   float, self-tagged, full precision
 *   ............................ 0100   symbol: an interned string, its id above
 *   ............................ 1100   the other immediates: None, True, False, ...
 *   ..............................000   pointer to an object, 8-byte aligned, RAM or ROM
 *
 * A float is tagged by itself: add 1 at the third-highest exponent bit, rotate left by 3, and
 * every float whose exponent is near zero ends in binary 10. The rest (0.0 among them) are
 * objects. (Float self-tagging: Melancon, Feeley, Serrano, OOPSLA 2025.)
 *
 * UNDEF, the zero word, is no Python value: it stands for "absent" (an unbound local, an
 * argument left out, a hole in a table). Cleared memory is full of it.
 */
#ifndef ADDER_VALUE_H
#define ADDER_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "config.h"

typedef uintptr_t value;
typedef intptr_t word; /* the payload of a small int, or any signed machine word */

#define WORD_BITS (8 * (int)sizeof(value))
#define SMALL_MAX (INTPTR_MAX >> 1)
#define SMALL_MIN (INTPTR_MIN >> 1)

#define UNDEF ((value)0)
#define IMMEDIATE(n) (((value)(n) << 4) | 12)
#define NONE IMMEDIATE(0)
#define FALSE IMMEDIATE(1)
#define TRUE IMMEDIATE(2)
#define ELLIPSIS IMMEDIATE(3)
#define NOTIMPL IMMEDIATE(4)
#define STOP IMMEDIATE(5) /* what `next` slots return when an iterator is exhausted; never seen by programs */

/* Of the structures that objects in ROM are made of: compilers for 32 bits align them to 4 bytes else. */
#define ROM_OBJECT __attribute__((aligned(8)))

/* ---- kinds ---- */

static inline bool is_int(value v) { return v & 1; }              /* small int only */
static inline bool is_sym(value v) { return (v & 15) == 4; }
static inline bool is_immediate(value v) { return (v & 7) == 4; }
static inline bool is_obj(value v) { return (v & 7) == 0; }       /* v must not be UNDEF */
static inline bool is_bool(value v) { return v == TRUE || v == FALSE; }
static inline bool both_int(value a, value b) { return a & b & 1; }

/* ---- small ints ---- */

static inline word int_of(value v) { return (word)v >> 1; }
static inline value from_int(word i) { return ((value)i << 1) | 1; }  /* SMALL_MIN <= i <= SMALL_MAX */
static inline bool fits_small(word i) { return i >= SMALL_MIN && i <= SMALL_MAX; }
static inline value from_bool(bool b) { return b ? TRUE : FALSE; }

/* ---- symbols ---- */

typedef uint32_t sym; /* a symbol's id */
#define SYMBOL(id) (((value)(id) << 4) | 4)
static inline sym sym_of(value v) { return (sym)(v >> 4); }

/* ---- floats ---- */

#if ADDER_DOUBLE
typedef double real;
typedef uint64_t real_bits;
#define REAL_EXP_BITS 11
#else
typedef float real;
typedef uint32_t real_bits;
#define REAL_EXP_BITS 8
#endif

/* Floats are tagged in the word when they have its width; else every float is an object. */
#define FLOAT_TAGGED (ADDER_DOUBLE == (UINTPTR_MAX > 0xffffffffu))

static inline real_bits bits_of_real(real x) { real_bits b; memcpy(&b, &x, sizeof b); return b; }
static inline real real_of_bits(real_bits b) { real x; memcpy(&x, &b, sizeof x); return x; }

#if FLOAT_TAGGED
#define FLOAT_BIAS ((value)1 << (WORD_BITS - 4)) /* 1 at the third-highest exponent bit */
static inline bool is_tagged_float(value v) { return ((v - 2) & 3) == 0; }
static inline bool both_tagged_float(value a, value b) { return (((a - 2) | (b - 2)) & 3) == 0; }
static inline real tagged_float(value v)
{
    return real_of_bits(((v >> 3) | (v << (WORD_BITS - 3))) - FLOAT_BIAS);
}
/* The word of x; it is a tagged float only if is_tagged_float() says so. */
static inline value float_word(real x)
{
    value b = bits_of_real(x) + FLOAT_BIAS;
    return (b << 3) | (b >> (WORD_BITS - 3));
}
#else
static inline bool is_tagged_float(value v) { (void)v; return false; }
static inline bool both_tagged_float(value a, value b) { (void)a; (void)b; return false; }
static inline real tagged_float(value v) { (void)v; return 0; }
static inline value float_word(real x) { (void)x; return 0; }
#endif

/* Called once a MiB of text that is hashed, checked, counted or read as a number; it need not return. NULL: nothing is.
 * Small builds have no such texts. */
#define TEXT_PIECE ((size_t)1 << 20)
extern void (*text_pause_hook)(void);
static inline void text_pause(void)
{
    if (ADDER_FAST && text_pause_hook) text_pause_hook();
}

#endif
