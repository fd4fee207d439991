/* Writes the numbers and tables of the ROM symbols that a small build uses: only those of src/value/symbols.def whose
 * names (S_...) are among the words on standard input, in the order of their hashes, so that no index is
 * needed. The others are 0: only methods that no table has are named by them. The header goes to standard output, for src/value/symbols.h and src/value/symbols_compact.c. */
#include <stdio.h>
#include <stdlib.h>

#include "../src/value/text_hash.c"

static struct symbol {
    const char *id, *text;
    size_t len;
    uint32_t hash;
    int used;
} symbols[] = {
#define SYM(name)            {"S_" #name, #name, sizeof #name - 1, 0, 0},
#define SYM_TEXT(name, text) {"S_" #name, text, sizeof text - 1, 0, 0},
#include "../src/value/symbols.def"
};
#define COUNT (sizeof symbols / sizeof symbols[0])

static void read_words(void)
{
    char word[128];
    while (scanf("%127s", word) == 1)
        for (size_t i = 0; i < COUNT; i++)
            if (!strcmp(symbols[i].id, word))
                symbols[i].used = 1;
}

/* Those in use come first, by hash. */
static int order(const void *a, const void *b)
{
    const struct symbol *x = a, *y = b;
    if (x->used != y->used)
        return y->used - x->used;
    return x->hash != y->hash ? (x->hash > y->hash) - (x->hash < y->hash) : strcmp(x->text, y->text);
}

static size_t write_text(size_t n)
{
    size_t size = 0;
    printf("/* Of each symbol its length, then its text. */\nstatic const unsigned char rom_text[] = {");
    for (size_t i = 0; i < n; i++) {
        printf("\n    %zu,", symbols[i].len);
        for (size_t k = 0; k < symbols[i].len; k++)
            printf(" %d,", symbols[i].text[k]);
        size += 1 + symbols[i].len;
    }
    printf("\n};\n\n");
    return size;
}

static void write_begins(size_t n)
{
    size_t at = 0;
    printf("/* Where in rom_text each run of ROM_RUN symbols begins. */\n#define ROM_RUN 8\n"
           "static const uint16_t rom_begin[] = {");
    for (size_t i = 0; i < n; at += 1 + symbols[i++].len)
        if (i % 8 == 0)
            printf(" %zu,", at);
    printf("};\n\n");
}

int main(void)
{
    size_t n = 0;
    read_words();
    for (size_t i = 0; i < COUNT; i++) {
        symbols[i].hash = text_hash(symbols[i].text, symbols[i].len) & 0xffff;
        n += symbols[i].used != 0;
    }
    qsort(symbols, COUNT, sizeof symbols[0], order);
    printf("/* Made by tools/compact_symbols.c from src/value/symbols.def. */\n#ifndef SYMBOL_TABLES\n");
    for (size_t i = n; i < COUNT; i++)
        printf("%s = 0,\n", symbols[i].id);
    for (size_t i = 0; i < n; i++)
        printf(i ? "%s,\n" : "%s = S_last_char + 1,\n", symbols[i].id);
    printf("#else\n");
    write_text(n);
    write_begins(n);
    printf("static const uint16_t rom_hash[] = {");
    for (size_t i = 0; i < n; i++)
        printf(" %u,", (unsigned)symbols[i].hash);
    printf("};\n#endif\n");
    return ferror(stdout) || fflush(stdout);
}
