/* Writes the numbers and tables of the symbols in ROM, from src/value/symbols.def, as a header for
 * src/value/symbols.h and src/value/symbols.c. They are numbered in the order of their hashes: so those in a
 * bucket of hashes are neighbours, and where a bucket begins is all that finding one needs. */
#include <stdio.h>
#include <stdlib.h>

#include "../src/value/text_hash.c"

static struct symbol {
    const char *id, *text;
    size_t len;
    uint32_t hash;
} symbols[] = {
#define SYM(name)            {"S_" #name, #name, sizeof #name - 1, 0},
#define SYM_TEXT(name, text) {"S_" #name, text, sizeof text - 1, 0},
#include "../src/value/symbols.def"
};
#define COUNT (sizeof symbols / sizeof symbols[0])
#define CHARS (S_last_char + 1) /* symbols, too: the first */

static void fail(const struct symbol *s, const char *what)
{
    fprintf(stderr, "symbols.def: %s %s\n", s->text, what);
    exit(1);
}

static int order(const void *a, const void *b)
{
    const struct symbol *x = a, *y = b;
    return x->hash != y->hash ? (x->hash > y->hash) - (x->hash < y->hash) : strcmp(x->text, y->text);
}

static void sort_symbols(void)
{
    for (struct symbol *s = symbols; s < symbols + COUNT; s++) {
        for (size_t i = 0; i < s->len; i++)
            if ((unsigned char)s->text[i] > S_last_char) fail(s, "is not ASCII");
        if (s->len == 1) fail(s, "has one character: it is a symbol already");
        s->hash = text_hash(s->text, s->len);
    }
    qsort(symbols, COUNT, sizeof symbols[0], order);
    for (struct symbol *s = symbols + 1; s < symbols + COUNT; s++)
        if (!strcmp(s[-1].text, s->text)) fail(s, "is there twice");
}

/* Numbers of a table, several to a line. */
static void write_number(unsigned long number)
{
    static unsigned column;
    printf("%s%lu,", column++ % 16 ? " " : "\n    ", number);
}

static void write_text(void)
{
    printf("static const char rom_text[] = {");
    for (unsigned c = 0; c < CHARS; c++) write_number(c);
    for (const struct symbol *s = symbols; s < symbols + COUNT; s++)
        for (size_t i = 0; i < s->len; i++) write_number((unsigned char)s->text[i]);
    printf("\n};\n\n");
}

static void write_begins(void)
{
    unsigned long at = CHARS;
    printf("/* Where the text of each symbol begins in rom_text. */\nstatic const uint16_t rom_begin[S_COUNT "
           "+ 1] = {");
    for (unsigned c = 0; c < CHARS; c++) write_number(c);
    for (const struct symbol *s = symbols; s < symbols + COUNT; at += s++->len) write_number(at);
    write_number(at);
    printf("\n};\n\n");
}

static void write_hashes(void)
{
    printf("const uint32_t rom_symbol_hash[S_COUNT] = {");
    for (unsigned c = 0; c < CHARS; c++) {
        char text = (char)c;
        write_number(text_hash(&text, 1));
    }
    for (const struct symbol *s = symbols; s < symbols + COUNT; s++) write_number(s->hash);
    printf("\n};\n\n");
}

/* As many as there are symbols, about. */
static void write_buckets(void)
{
    unsigned bits = 0;
    while (COUNT >> (bits + 1)) bits++;
    printf("/* Which symbol is the first of each bucket, the upper bits of the hash. */\n#define "
           "ROM_BUCKET_BITS %u\n"
           "static const uint16_t rom_bucket[(1 << ROM_BUCKET_BITS) + 1] = {",
           bits);
    size_t i = 0;
    for (unsigned long bucket = 0; bucket <= 1ul << bits; bucket++) {
        while (i < COUNT && symbols[i].hash >> (32 - bits) < bucket) i++;
        write_number(CHARS + i);
    }
    printf("\n};\n");
}

int main(void)
{
    sort_symbols();
    printf("/* Made by tools/gensyms.c from src/value/symbols.def. */\n#ifndef SYMBOL_TABLES\n");
    for (const struct symbol *s = symbols; s < symbols + COUNT; s++)
        printf(s == symbols ? "%s = S_last_char + 1,\n" : "%s,\n", s->id);
    printf("#else\n");
    write_text();
    write_begins();
    write_hashes();
    write_buckets();
    printf("#endif\n");
    return ferror(stdout) || fflush(stdout);
}
