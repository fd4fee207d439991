/* The properties of characters (see utf8.h). The full profile has all of Unicode 15.1, in about 18 KiB of tables;
 * the others know ASCII and Latin-1. */
#include "utf8.h"

#if ADDER_LEVEL == 2
#define ADDER_UNICODE_FULL
#endif
#include "unicode_tables.h"

#ifdef ADDER_UNICODE_FULL

#define COUNT(table) (sizeof table / sizeof table[0])

/* The number of the last key <= wanted in the sorted table [from, to); from - 1 if there is none. */
static int last_not_above(const uint32_t *table, int from, int to, uint32_t wanted)
{
    while (from < to) {
        int middle = (from + to) / 2;
        if (table[middle] <= wanted)
            from = middle + 1;
        else
            to = middle;
    }
    return from - 1;
}

unsigned char_class(uint32_t c)
{
    if (c < 256) return latin_class[c];
    uint32_t run = class_runs[last_not_above(class_runs, 0, COUNT(class_runs), c << 8 | 255)];
    unsigned class = class_kinds[run & 127];
    if (run & 128 && (c - (run >> 8)) & 1) class ^= CHAR_LOWER | CHAR_UPPER;
    return class;
}

int char_decimal(uint32_t c)
{
    int i = last_not_above(decimal_zeros, 0, COUNT(decimal_zeros), c);
    return i >= 0 && c - decimal_zeros[i] < 10 ? (int)(c - decimal_zeros[i]) : -1;
}

/* Looks c up in one mapping's runs. */
static bool map_simple(uint32_t c, enum char_case to, uint32_t *out)
{
    int from = case_bounds[to], i = last_not_above(case_runs, from, case_bounds[to + 1], c << 11 | 0x7ff);
    if (i < from) return false;
    uint32_t distance = c - (case_runs[i] >> 11), count = case_runs[i] >> 1 & 0x3ff, skip = case_runs[i] & 1;
    if (distance & skip || distance >> skip >= count) return false;
    *out = c + (uint32_t)case_deltas[case_run_deltas[i]];
    return true;
}

unsigned char_map(uint32_t c, enum char_case to, uint32_t out[3])
{
    out[0] = c;
    if (c < 128) {
        out[0] = to == CASE_LOWER || to == CASE_FOLD ? ascii_lower((unsigned char)c)
                                                     : ascii_upper((unsigned char)c);
        return 1;
    }
    uint32_t key = (uint32_t)to << 16 | c;
    int i = c < 0x10000 ? last_not_above(special_cases, 0, COUNT(special_cases), key) : -1;
    if (i >= 0 && special_cases[i] == key) {
        unsigned n = 0;
        for (; n < 3 && special_targets[3 * i + (int)n]; n++) out[n] = special_targets[3 * i + (int)n];
        return n;
    }
    if (to == CASE_TITLE || to == CASE_FOLD) {
        if (map_simple(c, to, out)) return 1;
        to = to == CASE_TITLE ? CASE_UPPER : CASE_LOWER;
    }
    map_simple(c, to, out);
    return 1;
}

#else

unsigned char_class(uint32_t c)
{
    if (c < sizeof latin_class / sizeof *latin_class) return latin_class[c];
    return is_surrogate(c) ? 0 : CHAR_ALPHA | CHAR_ID_START | CHAR_ID_CONTINUE | CHAR_PRINTABLE;
}

int char_decimal(uint32_t c)
{
    return c - '0' < 10 ? (int)(c - '0') : -1;
}

unsigned char_map(uint32_t c, enum char_case to, uint32_t out[3])
{
    bool down = to == CASE_LOWER || to == CASE_FOLD;
    out[0] = c;
    if (c == 0xdf && !down) { /* sharp s */
        out[0] = 'S';
        out[1] = to == CASE_TITLE ? 's' : 'S';
        return 2;
    }
    if (c < 128)
        out[0] = down ? ascii_lower((unsigned char)c) : ascii_upper((unsigned char)c);
    else if (ADDER_LETTERS && c < 256 && c != 0xff && (latin_class[c] & (down ? CHAR_UPPER : CHAR_LOWER)) &&
             (c & 0x1f) != 0x17 && c >= 0xc0)
        out[0] = c ^ 0x20;
    return 1;
}

#endif
