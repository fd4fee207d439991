/* Packs modules in Python for the image, as a header for src/runtime/frozen.c:
 *
 *   pack_sources all|few FOLDER PHRASES FILE... > HEADER
 *
 * Comments are left out, and an indentation of four becomes one; lines keep their numbers. What stands in strings is kept.
 *
 * As in DEFLATE, a text becomes symbols: bytes, and matches, which repeat what came up to 64 KiB before; a length or distance
 * is a symbol and some bits. But all texts share one pair of Huffman codes, and there are no blocks and no headers. Before
 * each text others are thought to stand: the texts of the interned names in ROM, which an image has anyway (all of them,
 * or so few that they are no help), and the phrases, which the file PHRASES has: what comes up in many modules. */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#undef ADDER_SYMBOL_SCAN
#include "../src/value/symbols.c"

enum { TEXT_END = 256, LENGTHS = 257, SYMBOLS = 286, DISTANCES = 32, CODE_BITS = 15, WINDOW = 65536, MATCH_MIN = 3,
       MATCH_MAX = 258, HASHES = 1 << 15, ROUNDS = 8 };

struct token {
    uint16_t symbol, distance_symbol;
    uint16_t extra, distance_extra;
    uint8_t extra_bits, distance_bits;
};
struct match {
    uint16_t length, distance_less_1;
};
struct text {
    const char *name;
    unsigned char *data;
    long size, start; /* of the text, behind what is thought to stand before it */
    struct match *matches;
    long match_count, *first_match; /* at each place, and after the last */
    struct token *tokens;
    long n;
};

static long uses[SYMBOLS], distance_uses[DISTANCES];
static uint8_t code_length[SYMBOLS], distance_length[DISTANCES];
static uint16_t code[SYMBOLS], distance_code[DISTANCES];

static void fail(const char *what, const char *where)
{
    fprintf(stderr, "pack_sources: %s: %s\n", what, where);
    exit(1);
}

static void read_text(struct text *t, const char *path)
{
    FILE *f = fopen(path, "rb");
    if (!f || fseek(f, 0, SEEK_END) || (t->size = ftell(f)) < 0 || fseek(f, 0, SEEK_SET)) fail("can't read", path);
    t->data = malloc((size_t)t->size + MATCH_MAX);
    t->tokens = malloc(((size_t)t->size + 1) * sizeof *t->tokens);
    if (!t->data || !t->tokens || fread(t->data, 1, (size_t)t->size, f) != (size_t)t->size) fail("can't read", path);
    fclose(f);
}

/* ---- leaving out ---- */

/* The end of the string whose first quote is at p. (One in an f-string's field has other quotes, in our modules.) */
static const unsigned char *string_end(const unsigned char *p, const unsigned char *end)
{
    unsigned char quote = *p;
    int quotes = end - p >= 3 && p[1] == quote && p[2] == quote ? 3 : 1;
    for (p += quotes; p < end; p++) {
        if (*p == '\\')
            p++;
        else if (*p == quote && (quotes == 1 || (end - p >= 3 && p[1] == quote && p[2] == quote)))
            return p + quotes;
    }
    return end;
}

/* Shortens a text in place. */
static void leave_out(struct text *t)
{
    const unsigned char *p = t->data, *end = p + t->size, *after;
    unsigned char *out = t->data;
    while (p < end) {
        if (*p == '"' || *p == '\'') {
            for (after = string_end(p, end); p < after;) *out++ = *p++;
        } else if (*p == '#') {
            while (p < end && *p != '\n') p++;
        } else if (*p == '\n') {
            while (out > t->data && out[-1] == ' ') out--;
            *out++ = *p++;
            for (after = p; p < end && *p == ' ';) p++;
            for (; after < p; after += 4) *out++ = ' ';
        } else {
            *out++ = *p++;
        }
    }
    t->size = out - t->data;
}

/* ---- matches ---- */

static int32_t heads[HASHES], *links;

static unsigned hash_at(const unsigned char *p)
{
    return ((p[0] << 10) ^ (p[1] << 5) ^ p[2]) & (HASHES - 1);
}

/* Notes the matches at a place: the nearest of each length. Lengths and distances grow. */
static void add_matches(struct text *t, long at)
{
    long best = MATCH_MIN - 1, most = t->size - at < MATCH_MAX ? t->size - at : MATCH_MAX;
    for (long i = heads[hash_at(t->data + at)]; i >= 0 && at - i <= WINDOW && best < most; i = links[i]) {
        long n = 0;
        while (n < most && t->data[i + n] == t->data[at + n]) n++;
        if (n <= best) continue;
        if (t->match_count % 4096 == 0) {
            t->matches = realloc(t->matches, (size_t)(t->match_count + 4096) * sizeof *t->matches);
            if (!t->matches) fail("no memory", t->name);
        }
        t->matches[t->match_count++] = (struct match){(uint16_t)n, (uint16_t)(at - i - 1)};
        best = n;
    }
}

static void find_matches(struct text *t)
{
    links = calloc((size_t)t->size + 1, sizeof *links);
    t->first_match = calloc((size_t)t->size + 1, sizeof *t->first_match);
    if (!links || !t->first_match) fail("no memory", t->name);
    for (int i = 0; i < HASHES; i++) heads[i] = -1;
    for (long at = 0; at < t->size; at++) {
        t->first_match[at] = t->match_count;
        if (at + MATCH_MIN > t->size) continue;
        add_matches(t, at);
        unsigned h = hash_at(t->data + at);
        links[at] = heads[h];
        heads[h] = (int32_t)at;
    }
    t->first_match[t->size] = t->match_count;
    free(links);
}

/* ---- tokens: those that take the fewest bits with the codes of the last round ---- */

static struct token match_token(long length, long distance_less_1)
{
    struct token k = {0};
    long l = length - MATCH_MIN, d = distance_less_1;
    if (length == MATCH_MAX) {
        k.symbol = SYMBOLS - 1;
    } else if (l < 8) {
        k.symbol = (uint16_t)(LENGTHS + l);
    } else {
        while (l >> (k.extra_bits + 3)) k.extra_bits++;
        k.symbol = (uint16_t)(LENGTHS + 4 * k.extra_bits + (l >> k.extra_bits));
        k.extra = (uint16_t)(l & ((1 << k.extra_bits) - 1));
    }
    if (d < 4) {
        k.distance_symbol = (uint16_t)d;
    } else {
        while (d >> (k.distance_bits + 2)) k.distance_bits++;
        k.distance_symbol = (uint16_t)(2 * k.distance_bits + (d >> k.distance_bits));
        k.distance_extra = (uint16_t)(d & ((1 << k.distance_bits) - 1));
    }
    return k;
}

static unsigned cost(unsigned length_of_code)
{
    return length_of_code ? length_of_code : CODE_BITS; /* in no text yet */
}

/* Finds the cheapest way from each place to the end, from the end on, and goes it. */
static void choose_tokens(struct text *t)
{
    struct way {
        unsigned bits;
        struct match step;
    } *ways = calloc((size_t)t->size + 1, sizeof *ways);
    if (!ways) fail("no memory", t->name);
    for (long at = t->size - 1; at >= t->start; at--) {
        ways[at] = (struct way){ways[at + 1].bits + cost(code_length[t->data[at]]), {1, 0}};
        long length = MATCH_MIN;
        for (long i = t->first_match[at]; i < t->first_match[at + 1]; i++) {
            for (struct match m = t->matches[i]; length <= m.length; length++) {
                struct token k = match_token(length, m.distance_less_1);
                unsigned sum = ways[at + length].bits + cost(code_length[k.symbol]) + k.extra_bits +
                               cost(distance_length[k.distance_symbol]) + k.distance_bits;
                if (sum < ways[at].bits) ways[at] = (struct way){sum, {(uint16_t)length, m.distance_less_1}};
            }
        }
    }
    t->n = 0;
    for (long at = t->start; at < t->size; at += ways[at].step.length) {
        struct match step = ways[at].step;
        bool literal = step.length == 1;
        struct token k = literal ? (struct token){.symbol = t->data[at]} : match_token(step.length, step.distance_less_1);
        uses[k.symbol]++;
        if (!literal) distance_uses[k.distance_symbol]++;
        t->tokens[t->n++] = k;
    }
    t->tokens[t->n++] = (struct token){.symbol = TEXT_END};
    uses[TEXT_END]++;
    free(ways);
}

/* ---- codes ---- */

/* The lengths of a Huffman code for these uses; counts are halved until none is longer than CODE_BITS. */
static void make_lengths(const long *counts, int n, uint8_t *lengths)
{
    long weight[2 * SYMBOLS], scaled[SYMBOLS];
    int parent[2 * SYMBOLS], longest_code;
    for (int i = 0; i < n; i++) scaled[i] = counts[i];
    do {
        bool used[2 * SYMBOLS] = {false};
        int nodes = n;
        for (int i = 0; i < n; i++) weight[i] = scaled[i];
        for (;;) {
            int a = -1, b = -1; /* the two lightest */
            for (int i = 0; i < nodes; i++) {
                if (used[i] || weight[i] == 0) continue;
                if (a < 0 || weight[i] < weight[a]) {
                    b = a;
                    a = i;
                } else if (b < 0 || weight[i] < weight[b]) {
                    b = i;
                }
            }
            if (b < 0) break;
            used[a] = used[b] = true;
            weight[nodes] = weight[a] + weight[b];
            parent[a] = parent[b] = nodes++;
        }
        longest_code = 0;
        for (int i = 0; i < n; i++) {
            int length = 0;
            for (int k = i; scaled[i] && k != nodes - 1; k = parent[k]) length++;
            lengths[i] = (uint8_t)length;
            if (length > longest_code) longest_code = length;
            if (scaled[i]) scaled[i] = (scaled[i] + 1) / 2;
        }
    } while (longest_code > CODE_BITS);
}

/* Canonical: shorter codes first, those of one length in the order of their symbols. */
static void make_codes(const uint8_t *lengths, int n, uint16_t *codes)
{
    unsigned next = 0;
    for (int length = 1; length <= CODE_BITS; length++, next <<= 1)
        for (int i = 0; i < n; i++)
            if (lengths[i] == length) codes[i] = (uint16_t)next++;
}

/* ---- output ---- */

static unsigned bits, bit_count, column;
static long bytes;

static void put_byte(unsigned byte)
{
    printf(column ? "%u," : "    %u,", byte);
    column = column == 24 ? 0 : column + 1;
    if (!column) printf("\n");
    bytes++;
}

static void put_bits(unsigned value, unsigned n) /* the low bit first */
{
    bits |= value << bit_count;
    bit_count += n;
    for (; bit_count >= 8; bit_count -= 8, bits >>= 8) put_byte(bits & 255);
}

static void put_code(unsigned value, unsigned n) /* the high bit first */
{
    while (n--) put_bits(value >> n & 1, 1);
}

static void finish(void)
{
    if (bit_count) put_bits(0, 8 - bit_count);
    printf(column ? "\n};\n" : "};\n");
    column = 0;
}

static void put_behind(struct text *t, const void *front, long size)
{
    unsigned char *data = malloc((size_t)(size + t->size) + MATCH_MAX);
    if (!data) fail("no memory", t->name);
    memcpy(data, front, (size_t)size);
    memcpy(data + size, t->data, (size_t)t->size);
    free(t->data);
    t->data = data;
    t->start = size;
    t->size += size;
}

static void put_text(const struct text *t, int number)
{
    printf("static const uint8_t packed_%d[] = { /* %s */\n", number, t->name);
    for (const struct token *k = t->tokens; k < t->tokens + t->n; k++) {
        put_code(code[k->symbol], code_length[k->symbol]);
        if (k->symbol < LENGTHS) continue;
        put_bits(k->extra, k->extra_bits);
        put_code(distance_code[k->distance_symbol], distance_length[k->distance_symbol]);
        put_bits(k->distance_extra, k->distance_bits);
    }
    finish();
}

static void put_lengths(const char *name, const uint8_t *lengths, int n)
{
    printf("static const uint8_t %s[] = { /* of codes: four bits each */\n", name);
    for (int i = 0; i < n; i++) put_bits(lengths[i], 4);
    finish();
}

int main(int argc, char **argv)
{
    if (argc < 4) fail("usage", "pack_sources all|few FOLDER PHRASES FILE...");
    long symbol_texts = strcmp(argv[1], "all") ? 0 : (long)sizeof rom_text;
    const char *folder = argv[2];
    int n = argc - 3; /* the first are the phrases */
    struct text *texts = calloc((size_t)n + 1, sizeof *texts);
    if (!texts) fail("no memory", "");
    for (int i = 0; i < n; i++) {
        texts[i].name = i ? argv[i + 3] + strlen(folder) + 1 : "phrases";
        read_text(&texts[i], argv[i + 3]);
        if (i) {
            leave_out(&texts[i]);
            put_behind(&texts[i], texts[0].data, texts[0].size);
        } else {
            put_behind(&texts[0], rom_text, symbol_texts);
        }
        find_matches(&texts[i]);
    }
    for (int round = 0; round < ROUNDS; round++) {
        memset(uses, 0, sizeof uses);
        memset(distance_uses, 0, sizeof distance_uses);
        for (int i = 0; i < n; i++) choose_tokens(&texts[i]);
        make_lengths(uses, SYMBOLS, code_length);
        make_lengths(distance_uses, DISTANCES, distance_length);
    }
    make_codes(code_length, SYMBOLS, code);
    make_codes(distance_length, DISTANCES, distance_code);
    printf("/* Made by tools/pack_sources.c from %s/. */\n", folder);
    put_lengths("packed_symbols", code_length, SYMBOLS);
    put_lengths("packed_distances", distance_length, DISTANCES);
    for (int i = 0; i < n; i++) put_text(&texts[i], i);
    printf("enum { SYMBOL_TEXTS = %ld, FRONT = %ld }; /* FRONT: with the phrases */\n", symbol_texts, texts[0].size);
    printf("static const struct packed_module packed_modules[] = {\n");
    for (int i = 1; i < n; i++)
        printf("    {\"%s\", packed_%d, %ld},\n", texts[i].name, i, texts[i].size - texts[i].start);
    printf("    {NULL, NULL, 0},\n};\n");
    return 0;
}
