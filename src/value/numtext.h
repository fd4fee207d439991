/* Numbers <-> text, without heap: everything here works on the caller's buffers and on a bounded
 * piece of the C stack (under 1 KiB). No text is NUL-terminated, neither what comes in nor what goes out.
 *
 * Every conversion is exact: what is written are the true digits of the number, rounded half to
 * even where digits are cut; what is read is rounded once, to the nearest.
 */
#ifndef ADDER_NUMTEXT_H
#define ADDER_NUMTEXT_H

#include "value.h"

/* ---- writing floats ---- */

enum real_flags {
    REAL_ALT = 1,    /* '#': always a point; 'g' keeps trailing zeros */
    REAL_DOT_0 = 2,  /* ".0" behind what would look like an int: repr(), and format() without a type */
    REAL_PLUS = 4,   /* '+' before what is not negative */
    REAL_SPACE = 8,  /* ' ' there instead */
    REAL_UPPER = 16, /* E, INF, NAN (the types E, F, G say the same) */
    REAL_NO_NEGATIVE_ZERO = 32, /* the 'z' option: what rounds to -0 is written as 0 */
};

/* Writes x; the count of characters, a sign included. type:
 *   'r'          the shortest text that reads back as x (precision is ignored); exponent form
 *                from 1e16 up and below 1e-4
 *   'e' 'f' 'g'  as C's printf, and 'E' 'F' 'G'; a precision < 0 means 6
 *   '%'          'f' of 100 * x, and '%' behind it
 * For format(x, '.3'), with a precision but no type: 'g' with REAL_DOT_0 (which then goes over to exponent
 * form one digit earlier, as CPython does). inf and nan are written so, whatever the type.
 * `out` must have room for REAL_ROOM(precision) characters; precision at most 2^30. */
size_t real_format(real x, char type, int precision, unsigned flags, char *out);
#if ADDER_DOUBLE
#define REAL_ROOM(precision) ((size_t)((precision) < 0 ? 6 : (precision)) + 345)
#else
#define REAL_ROOM(precision) ((size_t)((precision) < 0 ? 6 : (precision)) + 64)
#endif
#define REAL_REPR_ROOM 32 /* enough for 'r' */

/* x rounded half to even to `digits` behind the point (negative: before it); inf if that is too large. x is finite. */
real real_round(real x, int digits);

/* As float.hex(): 0x1.8p+1. */
size_t real_hex(real x, char *out);
#define REAL_HEX_ROOM 32

/* ---- reading floats ---- */

enum real_scan_flags {
    SCAN_UNDERSCORES = 1, /* single ones between digits */
    SCAN_NAMES = 2,       /* inf, infinity, nan in any case */
};

/* Reads the longest number at the start of text: [sign] digits [. digits] [e [sign] digits]. The count of
 * characters it took; 0: there is none (then *out is left). Too large gives inf. */
size_t real_scan(const char *text, size_t n, unsigned flags, real *out);
/* The whole text must be one number, as float() has it (but for white space around it). */
bool real_parse(const char *text, size_t n, real *out);
/* As float.fromhex(), without white space around it. HEX_BAD: no number; HEX_OVERFLOW: too large. */
enum hex_result { HEX_OK, HEX_BAD, HEX_OVERFLOW };
enum hex_result real_parse_hex(const char *text, size_t n, real *out);

/* The real nearest to (m + a bit less than 1, if sticky) * 2^exponent, ties to even; inf if it is too large. */
real real_from_parts(uint64_t m, bool sticky, int64_t exponent);

/* ---- integers that fit 64 bits ---- */

/* Writes x in base 2..36 so that it ends just before `end`; the count of digits (at least 1). */
size_t u64_format(uint64_t x, unsigned base, bool upper, char *end);
#define U64_ROOM 64
/* The value of a digit in base 36; 99 if it is none. */
unsigned digit_value(char c);

#endif
