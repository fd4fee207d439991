/* UTF-8 and searching, against the plainest ways to do the same. */
#include "object/text.h"
#include "unit.h"
#include "value/unicode_names.h"

static uint32_t state = 12345;

static uint32_t random_below(uint32_t n)
{
    state = state * 1664525 + 1013904223;
    return (state >> 8) % n;
}

/* ---- UTF-8 ---- */

static void check_every_character(void)
{
    char text[4];
    for (uint32_t c = 0; c <= CHAR_MAX_CODE; c++) {
        size_t n = utf8_encode(c, text);
        const char *at = text;
        if (n != utf8_size(c) || n != utf8_length(text[0]) || utf8_decode(&at) != c || at != text + n)
            CHECK(false);
        if ((utf8_check(text, n, NULL) == n) == is_surrogate(c)) CHECK(false);
    }
}

static void check_offsets(void)
{
    static const uint32_t samples[] = {'a', 'z', 0xe9, 0x7ff, 0x20ac, 0xffff, 0x1f600};
    char text[400];
    size_t starts[101];
    for (int round = 0; round < 300; round++) {
        size_t len = 0, chars = random_below(100);
        for (size_t i = 0; i < chars; i++) {
            starts[i] = len;
            len += utf8_encode(samples[random_below(round % 3 ? 7 : 2)], text + len);
        }
        starts[chars] = len;
        CHECK(utf8_count(text, len) == chars);
        CHECK(utf8_offset(text, len, chars + 5) == len);
        for (size_t i = 0; i <= chars; i++) {
            CHECK(utf8_offset(text, len, i) == starts[i]);
            CHECK(utf8_offset_back(text, len, chars - i) == starts[i]);
        }
        CHECK(utf8_is_ascii(text, len) == (len == chars));
    }
}

/* All sequences of two lead bytes and the corners of what may follow. */
static void check_bad_bytes(void)
{
    static const unsigned char next[] = {0x00, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xff};
    for (int lead = 0x80; lead < 0x100; lead++) {
        for (unsigned i = 0; i < sizeof next; i++) {
            char text[4] = {(char)lead, (char)next[i], (char)0x80, (char)0x80};
            size_t wanted = lead < 0xc2 || lead > 0xf4 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
            unsigned char c = next[i];
            bool second = c >= 0x80 && c < 0xc0 && !(lead == 0xe0 && c < 0xa0) &&
                          !(lead == 0xed && c > 0x9f) && !(lead == 0xf0 && c < 0x90) &&
                          !(lead == 0xf4 && c > 0x8f);
            size_t good = wanted && second ? wanted : 0;
            CHECK(utf8_check(text, wanted ? wanted : 1, NULL) == good);
        }
    }
}

/* ---- searching ---- */

static word plain_search(const char *text, size_t len, const char *part, size_t n, bool backward)
{
    word found = -1;
    for (size_t i = 0; i + n <= len; i++) {
        if (memcmp(text + i, part, n) == 0) {
            found = (word)i;
            if (!backward) break;
        }
    }
    return found;
}

static void check_search(void)
{
    char text[700], part[300];
    for (int round = 0; round < 20000; round++) {
        uint32_t letters = 1 + random_below(3);
        size_t len = random_below(600), n = random_below(round % 4 ? 12 : 280);
        for (size_t i = 0; i < len; i++) text[i] = (char)('a' + random_below(letters));
        for (size_t i = 0; i < n; i++) part[i] = (char)('a' + random_below(letters));
        if (round % 2 && len > n) /* one that is there, perhaps all but for a byte */
            memcpy(part, text + random_below((uint32_t)(len - n)), n);
        if (round % 8 == 1 && n) part[random_below((uint32_t)n)] ^= 3;
        CHECK(search_forward(text, len, part, n) == plain_search(text, len, part, n, false));
        CHECK(search_backward(text, len, part, n) == plain_search(text, len, part, n, true));
    }
    CHECK(search_count("aaaaa", 5, "aa", 2, SIZE_MAX) == 2);
    CHECK(search_count("abcabc", 6, "c", 1, 1) == 1);
}

static void check_copies(void)
{
    char from[64], to[64];
    for (int i = 0; i < 64; i++) from[i] = (char)i;
    for (size_t n = 0; n < 40; n++) {
        memset(to, 0x55, sizeof to);
        CHECK(copy_bytes(to, from + 3, n) == to + n);
        CHECK(memcmp(to, from + 3, n) == 0 && to[n] == 0x55);
    }
}

static void check_names(void)
{
    uint32_t c;
    CHECK(unicode_lookup_name("latin small letter a", 20, &c) && c == 'a');
    CHECK(unicode_lookup_name("HANGUL SYLLABLE HIH", 19, &c) && c == 0xd7a3);
    CHECK(unicode_lookup_name("CJK UNIFIED IDEOGRAPH-20000", 27, &c) && c == 0x20000);
    CHECK(!unicode_lookup_name("LATIN SMALL LETTER", 18, &c));
    CHECK(!unicode_lookup_name("", 0, &c));
}

int main(void)
{
    check_every_character();
    check_offsets();
    check_bad_bytes();
    check_search();
    check_copies();
    check_names();
    return unit_done();
}
