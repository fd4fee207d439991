/* The names of characters, packed into about 175 KiB, read from start to end by each look-up: that takes a
 * fraction of a millisecond, and names are looked up when source is compiled, so an index would not pay.
 *
 * A name is a sequence of words. name_words lists all words: first, sorted, the NAME_ONE_BYTE most frequent
 * ones, then, sorted, the others; each is one byte that tells how many characters it shares with the word
 * before it, and then the characters that differ, the last one with bit 7 set. A word's id is its place
 * there: one byte, or two when the first is NAME_ONE_BYTE or more.
 *
 * name_stream lists all names by code point; each is one byte, of which the low half tells how many words it
 * shares with the name before it, and the high half how many follow; then the ids of those. The code points
 * are those of name_runs: first << 11 | count. The aliases have a stream of their own, and one code point
 * each.
 *
 * Not listed: Hangul syllables, and names that end in their code point. */
#include "unicode_names.h"
#include "utf8.h"

#if ADDER_UNICODE_NAMES
#include "unicode_names_data.h"

#define WORDS_MAX 16

struct word_ids {
    uint16_t id[WORDS_MAX];
    unsigned n;
};

/* The id of a word, or -1. */
static int word_id(const char *word, size_t n)
{
    char current[NAME_MAX_LENGTH];
    const uint8_t *at = name_words, *end = name_words + sizeof name_words;
    for (int id = 0; at < end; id++) {
        size_t len = *at++;
        do current[len++] = (char)(*at & 127);
        while (!(*at++ & 128));
        if (len == n && memcmp(current, word, n) == 0) return id;
    }
    return -1;
}

/* False: some word is in no name. */
static bool split_name(const char *name, size_t n, struct word_ids *ids)
{
    ids->n = 0;
    for (size_t from = 0, to; from <= n; from = to + 1) {
        for (to = from; to < n && name[to] != ' ';) to++;
        int id = to > from && ids->n < WORDS_MAX ? word_id(name + from, to - from) : -1;
        if (id < 0) return false;
        ids->id[ids->n++] = (uint16_t)id;
    }
    return true;
}

/* Goes on to the name that the stream has at `at`; returns where it ends. */
static const uint8_t *next_name(struct word_ids *name, const uint8_t *at)
{
    unsigned shared = *at & 15, more = *at >> 4;
    at++;
    for (name->n = shared; more; more--) {
        unsigned id = *at++;
        if (id >= NAME_ONE_BYTE) id = NAME_ONE_BYTE + ((id - NAME_ONE_BYTE) << 8 | *at++);
        name->id[name->n++] = (uint16_t)id;
    }
    return at;
}

/* Which name of the stream consists of these words; -1: none. */
static int find_name(const struct word_ids *wanted, const uint8_t *at, const uint8_t *end)
{
    struct word_ids name = {.n = 0};
    for (int number = 0; at < end; number++) {
        at = next_name(&name, at);
        if (name.n == wanted->n && memcmp(name.id, wanted->id, name.n * sizeof name.id[0]) == 0)
            return number;
    }
    return -1;
}

static uint32_t code_of_number(uint32_t number)
{
    const uint32_t *run = name_runs;
    while (number >= (*run & 2047)) number -= *run++ & 2047;
    return (*run >> 11) + number;
}

static bool find_listed(const char *name, size_t n, uint32_t *codepoint)
{
    struct word_ids wanted;
    if (!split_name(name, n, &wanted)) return false;
    int number = find_name(&wanted, name_stream, name_stream + sizeof name_stream);
    if (number >= 0) {
        *codepoint = code_of_number((uint32_t)number);
        return true;
    }
    number = find_name(&wanted, name_alias_stream, name_alias_stream + sizeof name_alias_stream);
    if (number >= 0) *codepoint = name_alias_codes[number];
    return number >= 0;
}

static bool begins_with(const char *name, size_t n, const char *prefix)
{
    size_t len = strlen(prefix);
    return n > len && memcmp(name, prefix, len) == 0;
}

/* Names such as CJK UNIFIED IDEOGRAPH-4E00. */
static bool find_computed(const char *name, size_t n, uint32_t *codepoint)
{
    for (size_t i = 0; i < sizeof name_computed / sizeof name_computed[0]; i++) {
        size_t at = strlen(name_computed[i].prefix), digits = n - at;
        uint32_t code = 0;
        if (!begins_with(name, n, name_computed[i].prefix) || digits < 4 || digits > 5 || name[at] == '0')
            continue;
        for (; at < n; at++) {
            char c = name[at];
            uint32_t digit = c >= '0' && c <= '9'   ? (uint32_t)(c - '0')
                             : c >= 'A' && c <= 'F' ? (uint32_t)(c - 'A' + 10)
                                                    : 0xffffff;
            code = code << 4 | digit;
        }
        if (code >= name_computed[i].from && code <= name_computed[i].to) {
            *codepoint = code;
            return true;
        }
    }
    return false;
}

/* The longest of these comma-separated parts that text begins with: its number; *taken: its length. -1: none.
 */
static int longest_part(const char *text, size_t n, const char *parts, size_t *taken)
{
    int best = -1;
    *taken = 0;
    for (int i = 0;; i++) {
        size_t len = 0;
        while (parts[len] && parts[len] != ',') len++;
        if (len <= n && memcmp(text, parts, len) == 0 && (best < 0 || len > *taken)) {
            best = i;
            *taken = len;
        }
        if (!parts[len]) return best;
        parts += len + 1;
    }
}

/* HANGUL SYLLABLE and the romanisation of its two or three letters. */
static const char hangul_prefix[] = "HANGUL SYLLABLE ";
static const char *const hangul_letters[] = {
    "G,GG,N,D,DD,R,M,B,BB,S,SS,,J,JJ,C,K,T,P,H",
    "A,AE,YA,YAE,EO,E,YEO,YE,O,WA,WAE,OE,YO,U,WEO,WE,WI,YU,EU,YI,I",
    ",G,GG,GS,N,NJ,NH,D,L,LG,LM,LB,LS,LT,LP,LH,M,B,BS,S,SS,NG,J,C,K,T,P,H",
};
static const uint8_t hangul_counts[] = {19, 21, 28};

static bool find_hangul(const char *name, size_t n, uint32_t *codepoint)
{
    if (!begins_with(name, n, hangul_prefix)) return false;
    uint32_t code = 0;
    size_t at = sizeof hangul_prefix - 1, taken;
    for (int i = 0; i < 3; i++, at += taken) {
        int part = longest_part(name + at, n - at, hangul_letters[i], &taken);
        if (part < 0) return false;
        code = code * hangul_counts[i] + (uint32_t)part;
    }
    *codepoint = 0xac00 + code;
    return at == n;
}

bool unicode_lookup_name(const char *name, size_t n, uint32_t *codepoint)
{
    char upper[NAME_MAX_LENGTH];
    if (n == 0 || n > sizeof upper) return false;
    for (size_t i = 0; i < n; i++) upper[i] = (char)ascii_upper((unsigned char)name[i]);
    return find_hangul(upper, n, codepoint) || find_computed(upper, n, codepoint) ||
           find_listed(upper, n, codepoint);
}

/* ---- from characters to names ---- */

/* Appends a word, and a blank before it; returns where it ends. */
static char *put_word(unsigned wanted, char *out)
{
    char word[NAME_MAX_LENGTH];
    const uint8_t *at = name_words;
    size_t len = 0;
    for (unsigned id = 0; id <= wanted; id++) {
        len = *at++;
        do word[len++] = (char)(*at & 127);
        while (!(*at++ & 128));
    }
    *out++ = ' ';
    memcpy(out, word, len);
    return out + len;
}

static size_t listed_name(uint32_t codepoint, char *name)
{
    uint32_t number = 0;
    const uint32_t *run = name_runs, *end = run + sizeof name_runs / sizeof name_runs[0];
    while (run < end && codepoint - (*run >> 11) >= (*run & 2047)) number += *run++ & 2047;
    if (run == end) return 0;
    number += codepoint - (*run >> 11);
    struct word_ids words = {.n = 0};
    const uint8_t *at = name_stream;
    for (uint32_t i = 0; i <= number; i++) at = next_name(&words, at);
    char text[NAME_MAX_LENGTH + 1], *to = text;
    for (unsigned i = 0; i < words.n; i++) to = put_word(words.id[i], to);
    memcpy(name, text + 1, (size_t)(to - text - 1));
    return (size_t)(to - text - 1);
}

static size_t hangul_name(uint32_t index, char *name)
{
    char *to = name + sizeof hangul_prefix - 1;
    memcpy(name, hangul_prefix, sizeof hangul_prefix - 1);
    for (unsigned i = 0, below = 21 * 28; i < 3; i++, below = i < 2 ? 28 : 1) {
        const char *part = hangul_letters[i];
        for (uint32_t n = index / below % hangul_counts[i]; n; part++) n -= *part == ',';
        while (*part && *part != ',') *to++ = *part++;
    }
    return (size_t)(to - name);
}

size_t unicode_name_of(uint32_t codepoint, char name[NAME_MAX_LENGTH])
{
    if (codepoint - 0xac00 < 19 * 21 * 28) return hangul_name(codepoint - 0xac00, name);
    for (size_t i = 0; i < sizeof name_computed / sizeof name_computed[0]; i++) {
        if (codepoint < name_computed[i].from || codepoint > name_computed[i].to) continue;
        size_t n = strlen(name_computed[i].prefix);
        memcpy(name, name_computed[i].prefix, n);
        for (int shift = codepoint > 0xffff ? 16 : 12; shift >= 0; shift -= 4)
            name[n++] = "0123456789ABCDEF"[codepoint >> shift & 15];
        return n;
    }
    return listed_name(codepoint, name);
}

#endif
