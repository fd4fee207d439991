/* Writes the tables of the symbols in ROM, from src/value/symbols.def: a C header for
 * src/value/symbols.c, to the file named by the first argument, or to the standard output. */
#include <stdio.h>
#include <stdlib.h>

#include "../src/value/text_hash.c"

static struct {
    const char *text;
    size_t len;
} symbols[S_COUNT] = {
#define SYM(name)            [S_##name] = {#name, sizeof #name - 1},
#define SYM_TEXT(name, text) [S_##name] = {text, sizeof text - 1},
#include "../src/value/symbols.def"
#undef SYM
#undef SYM_TEXT
};
static char chars[S_last_char + 1];

static void check(size_t id)
{
    for (size_t i = 0; i < symbols[id].len; i++) {
        if ((unsigned char)symbols[id].text[i] > S_last_char) {
            fprintf(stderr, "symbols.def: %s is not ASCII\n", symbols[id].text);
            exit(1);
        }
    }
    if (id > S_last_char && symbols[id].len == 1) {
        fprintf(stderr, "symbols.def: %s has one character: it is a symbol already\n", symbols[id].text);
        exit(1);
    }
    for (size_t other = S_last_char + 1; other < id; other++) {
        if (symbols[other].len == symbols[id].len &&
            !memcmp(symbols[other].text, symbols[id].text, symbols[id].len)) {
            fprintf(stderr, "symbols.def: %s is there twice\n", symbols[id].text);
            exit(1);
        }
    }
}

static void write_numbers(FILE *out, const char *head, const unsigned long *numbers, size_t n)
{
    fprintf(out, "%s = {", head);
    for (size_t i = 0; i < n; i++) fprintf(out, "%s%lu,", i % 12 ? " " : "\n    ", numbers[i]);
    fprintf(out, "\n};\n\n");
}

static void write_text(FILE *out)
{
    fprintf(out, "static const char rom_text[] = {");
    size_t column = 0;
    for (size_t id = 0; id < S_COUNT; id++) {
        for (size_t i = 0; i < symbols[id].len; i++)
            fprintf(out, "%s%d,", column++ % 24 ? "" : "\n    ", symbols[id].text[i]);
    }
    fprintf(out, "\n};\n\n");
}

static void write_index(FILE *out, const unsigned long *hash)
{
    size_t size = 256;
    while (size < 2 * (size_t)(S_COUNT - S_last_char)) size *= 2;
    unsigned long *index = calloc(size, sizeof *index);
    for (size_t id = S_last_char + 1; id < S_COUNT; id++) {
        size_t i = hash[id] & (size - 1);
        while (index[i]) i = (i + 1) & (size - 1);
        index[i] = id;
    }
    fprintf(out, "#define ROM_INDEX_SIZE %zuu\n\n", size);
    write_numbers(out, "/* by hash; 0: free */\nstatic const uint16_t rom_index[ROM_INDEX_SIZE]", index,
                  size);
    free(index);
}

int main(int argc, char **argv)
{
    static unsigned long begin[S_COUNT + 1], hash[S_COUNT];
    FILE *out = argc > 1 ? fopen(argv[1], "w") : stdout;
    if (!out) {
        perror(argv[1]);
        return 1;
    }
    for (size_t id = 0; id < S_COUNT; id++) {
        if (id <= S_last_char) {
            chars[id] = (char)id;
            symbols[id].text = &chars[id];
            symbols[id].len = 1;
        }
        check(id);
        begin[id + 1] = begin[id] + symbols[id].len;
        hash[id] = text_hash(symbols[id].text, symbols[id].len);
    }
    fprintf(out, "/* Made by tools/gensyms.c from src/value/symbols.def. */\n\n");
    write_text(out);
    const char *type = begin[S_COUNT] > 65535 ? "uint32_t" : "uint16_t";
    fprintf(out, "/* Where the text of each symbol begins in rom_text. */\n");
    fprintf(out, "static const %s rom_begin[S_COUNT + 1]", type);
    write_numbers(out, "", begin, S_COUNT + 1);
    write_numbers(out, "const uint32_t rom_symbol_hash[S_COUNT]", hash, S_COUNT);
    write_index(out, hash);
    return fclose(out) ? 1 : 0;
}
