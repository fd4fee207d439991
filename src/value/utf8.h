/* UTF-8 and the properties of characters. Nothing here allocates or raises.
 *
 * Text is UTF-8, with one liberty: a lone surrogate (U+D800..U+DFFF) may stand in it as the three
 * bytes that UTF-8 would give it, because Python's strings can hold one. Byte order is
 * code point order, so memcmp() compares texts.
 *
 * "Good" text below means text that utf8_check() accepts, or that holds surrogates too; the
 * functions that take good text never look beyond its end and need no checks. */
#ifndef ADDER_UTF8_H
#define ADDER_UTF8_H

#include "value.h"

#define CHAR_MAX_CODE 0x10ffffu

/* ---- bytes and code points ---- */

/* Does a character begin at this byte (or is it no continuation byte)? */
static inline bool utf8_is_start(char c)
{
    return ((unsigned char)c & 0xc0) != 0x80;
}
static inline bool is_surrogate(uint32_t c)
{
    return (c & ~0x7ffu) == 0xd800;
}
/* The length of the character that begins with this byte, in good text. */
static inline size_t utf8_length(char lead)
{
    unsigned char c = (unsigned char)lead;
    return c < 0x80 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
}
/* How many bytes this code point takes: 1 to 4. */
static inline size_t utf8_size(uint32_t c)
{
    return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
}
/* Writes c, at most CHAR_MAX_CODE, and returns how many bytes it took. */
size_t utf8_encode(uint32_t c, char *out);
/* The code point at *text, which is moved behind it. Good text, not at its end. */
uint32_t utf8_decode(const char **text);

bool utf8_is_ascii(const char *text, size_t len);
/* How many bytes of the text are good, surrogates not allowed: len if all are. *ascii, if not NULL,
 * tells whether the good part is ASCII. */
size_t utf8_check(const char *text, size_t len, bool *ascii);
/* What is wrong at text[0], where utf8_check() stopped: CPython's words for it; and in *bad how many
 * bytes the error covers. */
const char *utf8_error(const char *text, size_t len, size_t *bad);
/* Characters in good text. */
size_t utf8_count(const char *text, size_t len);
/* The byte offset of the n-th character of good text; len if it has no more than n. */
size_t utf8_offset(const char *text, size_t len, size_t n);
/* The same, backwards from byte offset `from`: n characters before it. */
size_t utf8_offset_back(const char *text, size_t from, size_t n);

/* ---- properties of characters ---- */

enum char_class {
    CHAR_ALPHA = 1,
    CHAR_DECIMAL = 2, /* str.isdecimal */
    CHAR_DIGIT = 4,   /* str.isdigit: decimals, superscripts, ... */
    CHAR_NUMERIC = 8, /* str.isnumeric: those, fractions, ... */
    CHAR_SPACE = 16,
    CHAR_LOWER = 32,
    CHAR_UPPER = 64,
    CHAR_TITLE = 128,           /* letters such as U+01C5 */
    CHAR_ID_START = 256,        /* may begin an identifier */
    CHAR_ID_CONTINUE = 512,     /* may go on one */
    CHAR_PRINTABLE = 1024,      /* repr() shows it as it is */
    CHAR_CASE_IGNORABLE = 2048, /* looked through by the rule for the Greek final sigma */
    CHAR_CASED = CHAR_LOWER | CHAR_UPPER | CHAR_TITLE,
    CHAR_ALNUM = CHAR_ALPHA | CHAR_DECIMAL | CHAR_DIGIT | CHAR_NUMERIC,
};

/* The classes of a code point, or-ed. Builds below `full` know ASCII and Latin-1 only; to them every other
 * character is printable, and alphabetic in identifiers. */
unsigned char_class(uint32_t c);
#if ADDER_NORMAL_FORM
/* Of characters that identifiers may have: one step of the decomposition that the normal forms NFKD and NFKC go by, the
 * number of characters in out, 0: it has none; the canonical combining class; what the characters compose to, 0: nothing. */
unsigned char_decompose(uint32_t c, uint32_t out[4]);
unsigned char_combining(uint32_t c);
uint32_t char_compose(uint32_t a, uint32_t b);
#endif
/* The classes of the first 256, at once: for bytes, and the lexer. */
extern const uint16_t latin_class[ADDER_LETTERS ? 256 : 128]; /* without ADDER_LETTERS all others count as letters */
static inline bool is_ascii_space(unsigned char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}
static inline bool is_ascii_digit(unsigned char c)
{
    return (unsigned char)(c - '0') < 10;
}
/* The value of a decimal digit of any script, or -1. */
int char_decimal(uint32_t c);

enum char_case { CASE_LOWER, CASE_UPPER, CASE_TITLE, CASE_FOLD };
/* Maps one character; returns how many there are in out: 1 to 3. (The final sigma is up to the caller.) */
unsigned char_map(uint32_t c, enum char_case to, uint32_t out[3]);
static inline unsigned char ascii_lower(unsigned char c)
{
    return (unsigned)(c - 'A') < 26 ? c + 32 : c;
}
static inline unsigned char ascii_upper(unsigned char c)
{
    return (unsigned)(c - 'a') < 26 ? c - 32 : c;
}

#endif
