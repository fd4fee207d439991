/* What the normal form NFKC is made from (see utf8.h), in 33 KiB of tables: of the characters that identifiers may have. */
#include "utf8.h"

#if ADDER_NORMAL_FORM
#include "unicode_normal_tables.h"

#define COUNT(table) (sizeof table / sizeof table[0])

/* Hangul: a syllable is a leading consonant, a vowel and perhaps a trailing consonant (Unicode standard, 3.12). */
enum { LEADING = 0x1100, VOWEL = 0x1161, TRAILING = 0x11a7, SYLLABLE = 0xac00, LEADINGS = 19, VOWELS = 21, TRAILINGS = 28 };

/* The number of the run (first << 11 | count) that has c; -1: none. */
static int run_of(const uint32_t *runs, int count, uint32_t c)
{
    int from = 0, to = count;
    while (from < to) {
        int middle = (from + to) / 2;
        if (runs[middle] >> 11 <= c)
            from = middle + 1;
        else
            to = middle;
    }
    return from && c - (runs[from - 1] >> 11) < (runs[from - 1] & 0x7ff) ? from - 1 : -1;
}

static uint32_t part(unsigned i)
{
    return several_parts[i] >= 0xd800 && several_parts[i] < 0xf800 ? several_parts[i] + 0x2800u : several_parts[i];
}

unsigned char_decompose(uint32_t c, uint32_t out[4])
{
    uint32_t syllable = c - SYLLABLE;
    if (syllable < LEADINGS * VOWELS * TRAILINGS) {
        uint32_t trailing = syllable % TRAILINGS;
        out[0] = trailing ? c - trailing : LEADING + syllable / (VOWELS * TRAILINGS);
        out[1] = trailing ? TRAILING + trailing : VOWEL + syllable / TRAILINGS % VOWELS;
        return 2;
    }
    int i = run_of(single_runs, COUNT(single_runs), c);
    if (i >= 0) {
        out[0] = single_targets[i] + c - (single_runs[i] >> 11);
        return 1;
    }
    int from = 0, to = COUNT(several);
    while (from < to) {
        int middle = (from + to) / 2;
        if (several[middle] < c)
            from = middle + 1;
        else
            to = middle;
    }
    if (from == (int)COUNT(several) || several[from] != c) return 0;
    unsigned n = 0;
    for (unsigned at = several_starts[from]; at < several_starts[from + 1]; at++) out[n++] = part(at);
    return n;
}

unsigned char_combining(uint32_t c)
{
    int i = run_of(combining_runs, COUNT(combining_runs), c);
    return i < 0 ? 0 : combining_classes[i];
}

uint32_t char_compose(uint32_t a, uint32_t b)
{
    if (a - LEADING < LEADINGS && b - VOWEL < VOWELS)
        return SYLLABLE + ((a - LEADING) * VOWELS + b - VOWEL) * TRAILINGS;
    if (a - SYLLABLE < LEADINGS * VOWELS * TRAILINGS && (a - SYLLABLE) % TRAILINGS == 0 && b - TRAILING - 1 < TRAILINGS - 1)
        return a + b - TRAILING;
    int from = 0, to = COUNT(composed);
    while (from < to) {
        int middle = (from + to) / 2;
        unsigned at = several_starts[composed[middle]];
        uint32_t x = part(at), y = part(at + 1);
        if (x == a && y == b) return several[composed[middle]];
        if (x < a || (x == a && y < b))
            from = middle + 1;
        else
            to = middle;
    }
    return 0;
}
#endif
