/* UTF-8: encoding, decoding, checking, counting. The loops take a word at a time where they can. */
#include "utf8.h"

#define EACH_BYTE(b) ((uintptr_t)-1 / 255 * (b)) /* a word with this byte everywhere */

static inline uintptr_t load_word(const char *p)
{
    uintptr_t w;
    memcpy(&w, p, sizeof w);
    return w;
}

/* How many continuation bytes (10xxxxxx) are in a word. */
static inline size_t continuations(uintptr_t w)
{
    uintptr_t ones = (w >> 7) & (~w >> 6) & EACH_BYTE(1);
    return (ones * EACH_BYTE(1)) >> (WORD_BITS - 8);
}

size_t utf8_encode(uint32_t c, char *out)
{
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xc0 | c >> 6);
        out[1] = (char)(0x80 | (c & 63));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xe0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 63));
        out[2] = (char)(0x80 | (c & 63));
        return 3;
    }
    out[0] = (char)(0xf0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 63));
    out[2] = (char)(0x80 | (c >> 6 & 63));
    out[3] = (char)(0x80 | (c & 63));
    return 4;
}

uint32_t utf8_decode(const char **text)
{
    const unsigned char *p = (const unsigned char *)*text;
    uint32_t c = *p++;
    if (c >= 0x80) {
        int more = c < 0xe0 ? 1 : c < 0xf0 ? 2 : 3;
        c &= 0x3f >> more;
        while (more--) c = c << 6 | (*p++ & 63);
    }
    *text = (const char *)p;
    return c;
}

/* How many bytes at the start are ASCII. */
static size_t ascii_prefix(const char *text, size_t len)
{
    size_t i = 0;
    while (len - i >= sizeof(uintptr_t) && !(load_word(text + i) & EACH_BYTE(0x80))) i += sizeof(uintptr_t);
    while (i < len && !(text[i] & 0x80)) i++;
    return i;
}

bool utf8_is_ascii(const char *text, size_t len)
{
    return ascii_prefix(text, len) == len;
}

/* The least and greatest second byte after each lead byte: this is where overlong forms, surrogates and
 * what is beyond U+10FFFF show. False: no lead byte at all. */
static bool second_byte(unsigned char lead, unsigned char *from, unsigned char *to)
{
    if (lead < 0xc2 || lead > 0xf4) return false;
    *from = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    *to = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    return true;
}

/* How many bytes from text[0], a non-ASCII byte, make up a character or begin one rightly. */
static size_t good_part(const char *text, size_t len)
{
    unsigned char from, to;
    if (!second_byte((unsigned char)text[0], &from, &to)) return 0;
    size_t size = utf8_length(text[0]);
    for (size_t i = 1; i < size; i++) {
        unsigned char c = i < len ? (unsigned char)text[i] : 0;
        if (c < from || c > to) return i;
        from = 0x80;
        to = 0xbf;
    }
    return size;
}

size_t utf8_check(const char *text, size_t len, bool *ascii)
{
    size_t i = ascii_prefix(text, len), paused = 0;
    if (ascii) *ascii = i == len || good_part(text + i, len - i) != utf8_length(text[i]);
    while (i < len) {
        if (!(text[i] & 0x80)) {
            i += ascii_prefix(text + i, len - i);
            continue;
        }
        size_t good = good_part(text + i, len - i);
        if (good == 0 || good != utf8_length(text[i])) break;
        i += good;
        if (i - paused > TEXT_PIECE) {
            paused = i;
            text_pause();
        }
    }
    return i;
}

const char *utf8_error(const char *text, size_t len, size_t *bad)
{
    size_t good = good_part(text, len);
    *bad = good ? good : 1;
    if (good == 0) return "invalid start byte";
    return good == len ? "unexpected end of data" : "invalid continuation byte";
}

size_t utf8_count(const char *text, size_t len)
{
    size_t i = 0, more = 0;
    while (len - i >= sizeof(uintptr_t)) {
        size_t end = i + (len - i > TEXT_PIECE ? TEXT_PIECE : (len - i) / sizeof(uintptr_t) * sizeof(uintptr_t));
        for (; i < end; i += sizeof(uintptr_t)) more += continuations(load_word(text + i));
        if (end % TEXT_PIECE == 0) text_pause();
    }
    for (; i < len; i++) more += !utf8_is_start(text[i]);
    return len - more;
}

size_t utf8_offset(const char *text, size_t len, size_t n)
{
    size_t i = 0;
    /* After this loop, n more characters begin at or behind i. */
    while (n >= sizeof(uintptr_t) && len - i >= sizeof(uintptr_t)) {
        n -= sizeof(uintptr_t) - continuations(load_word(text + i));
        i += sizeof(uintptr_t);
        if (i % TEXT_PIECE == 0) text_pause();
    }
    for (; i < len; i++) {
        if (utf8_is_start(text[i]) && n-- == 0) break;
    }
    return i;
}

size_t utf8_offset_back(const char *text, size_t from, size_t n)
{
    while (n > sizeof(uintptr_t) && from >= sizeof(uintptr_t)) {
        from -= sizeof(uintptr_t);
        n -= sizeof(uintptr_t) - continuations(load_word(text + from));
    }
    while (n && from) {
        if (utf8_is_start(text[--from])) n--;
    }
    return from;
}
