/* Packs the texts of messages in small builds. A text is marked PACKED_TEXT(...) in preprocessed C; packed, a byte above
 * 127 stands for two others, which may be such bytes themselves. The pairs are found in all texts of a build.
 *
 *   pack_texts list < PREPROCESSED > TEXTS    the marked texts, as C has them, one a line: "...";
 *   pack_texts pairs < TEXTS > PAIRS          the pairs, as a header for src/object/printer.c
 *   pack_texts pack PAIRS < PREPROCESSED      the source with its texts packed */
#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FIRST 128
#define PAIRS 128
#define MOST  512 /* bytes of a text */

static const char mark[] = "PACKED_TEXT";
static unsigned char pairs[PAIRS][2];
static int npairs;

static void fail(const char *what, const char *where)
{
    fprintf(stderr, "pack_texts: %s: %.60s\n", what, where);
    exit(1);
}

static char *read_all(FILE *f)
{
    size_t n = 0, room = 1 << 16;
    char *all = malloc(room);
    for (size_t got; (got = fread(all + n, 1, room - n - 1, f)) > 0; n += got)
        if (room - n - got < 4096) all = realloc(all, room *= 2);
    all[n] = 0;
    return all;
}

/* ---- C's literals ---- */

static int read_escape(const char **at)
{
    static const char names[] = "n\nt\tr\r\"\"''\\\\";
    const char *s = *at;
    if (*s >= '0' && *s <= '7') {
        int c = 0;
        for (int i = 0; i < 3 && *s >= '0' && *s <= '7'; i++) c = c * 8 + *s++ - '0';
        *at = s;
        return c;
    }
    for (const char *n = names; *n; n += 2)
        if (*n == *s) {
            *at = s + 1;
            return n[1];
        }
    fail("an escape that is not known here", s - 1);
    return 0;
}

/* Adds the literal at *at, and those that follow it with nothing between, to text: its new length. */
static size_t read_literals(const char **at, unsigned char *text)
{
    size_t n = 0;
    const char *s = *at;
    while (*s == '"') {
        const char *begin = s++;
        while (*s != '"') {
            int c = (unsigned char)*s++;
            if (c == '\\') c = read_escape(&s);
            if (c == 0 || c >= FIRST) fail("a text that is not ASCII", begin);
            if (n == MOST) fail("a text that is too long", begin);
            text[n++] = (unsigned char)c;
        }
        *at = ++s;
        while (isspace((unsigned char)*s)) s++;
    }
    return n;
}

static void write_literal(const unsigned char *text, size_t n)
{
    putchar('"');
    for (size_t i = 0; i < n; i++)
        if (text[i] >= ' ' && text[i] < 127 && text[i] != '"' && text[i] != '\\')
            putchar(text[i]);
        else
            printf("\\%03o", text[i]);
    putchar('"');
}

/* ---- pairs ---- */

/* Puts `code` for each pair a, b in the text: its new length. */
static size_t replace(unsigned char *text, size_t n, int a, int b, int code)
{
    size_t to = 0;
    for (size_t i = 0; i < n; i++)
        if (i + 1 < n && text[i] == a && text[i + 1] == b) {
            text[to++] = (unsigned char)code;
            i++;
        } else {
            text[to++] = text[i];
        }
    return to;
}

static size_t pack(unsigned char *text, size_t n)
{
    for (int i = 0; i < npairs; i++) n = replace(text, n, pairs[i][0], pairs[i][1], FIRST + i);
    return n;
}

struct text {
    unsigned char *data;
    size_t n;
};

/* Again and again, the most frequent pair of all texts gets the next code. */
static void find_pairs(struct text *texts, size_t count)
{
    static unsigned seen[256][256];
    for (npairs = 0; npairs < PAIRS; npairs++) {
        memset(seen, 0, sizeof seen);
        int a = 0, b = 0;
        for (size_t t = 0; t < count; t++)
            for (size_t i = 0; i + 1 < texts[t].n; i++) {
                int x = texts[t].data[i], y = texts[t].data[i + 1];
                if (++seen[x][y] > seen[a][b]) a = x, b = y;
                if (x == y && i + 2 < texts[t].n && texts[t].data[i + 2] == x) i++;
            }
        if (seen[a][b] < 4) return;
        pairs[npairs][0] = (unsigned char)a;
        pairs[npairs][1] = (unsigned char)b;
        for (size_t t = 0; t < count; t++) texts[t].n = replace(texts[t].data, texts[t].n, a, b, FIRST + npairs);
    }
}

static void write_pairs(const char *all)
{
    struct text *texts = NULL;
    size_t count = 0, most = 0;
    for (const char *s = all; *s; s++) {
        if (*s != '"') continue;
        unsigned char text[MOST];
        texts = realloc(texts, (count + 1) * sizeof *texts);
        struct text *t = &texts[count++];
        t->n = read_literals(&s, text);
        t->data = memcpy(malloc(t->n + 1), text, t->n);
        if (t->n > most) most = t->n;
    }
    find_pairs(texts, count);
    printf("/* Written by tools/pack_texts.c: see there. */\n#define PACKED_FIRST %d\n#define PACKED_MOST %zu\n"
           "static const uint8_t packed_pairs[][2] = {\n", FIRST, most);
    for (int i = 0; i < npairs; i++) printf("    {%d, %d},\n", pairs[i][0], pairs[i][1]);
    printf("    {0, 0},\n};\n");
}

static void read_pairs(const char *name)
{
    FILE *f = fopen(name, "r");
    if (!f) fail("cannot be read", name);
    char line[200];
    int a, b;
    while (fgets(line, sizeof line, f))
        if (sscanf(line, " {%d, %d}", &a, &b) == 2 && npairs < PAIRS && a) {
            pairs[npairs][0] = (unsigned char)a;
            pairs[npairs++][1] = (unsigned char)b;
        }
    fclose(f);
}

/* ---- the marked texts ---- */

/* Shows the literals between the marker's parentheses; or writes them packed, with all that stands around them. */
static const char *do_marked(const char *s, bool list)
{
    int depth = 0;
    do {
        unsigned char text[MOST];
        if (!*s) fail("no end", mark);
        if (*s == '"') {
            size_t n = read_literals(&s, text);
            if (!list) n = pack(text, n);
            write_literal(text, n);
            if (list) puts(";");
            continue;
        }
        depth += (*s == '(') - (*s == ')');
        if (!list) putchar(*s);
        s++;
    } while (depth);
    return s;
}

static void do_source(const char *s, bool list)
{
    for (const char *next; (next = strstr(s, mark)); s = do_marked(next + strlen(mark), list))
        if (!list) fwrite(s, 1, (size_t)(next - s), stdout);
    if (!list) fputs(s, stdout);
}

int main(int argc, char **argv)
{
    if (argc == 2 && !strcmp(argv[1], "list")) {
        do_source(read_all(stdin), true);
    } else if (argc == 2 && !strcmp(argv[1], "pairs")) {
        write_pairs(read_all(stdin));
    } else if (argc == 3 && !strcmp(argv[1], "pack")) {
        read_pairs(argv[2]);
        do_source(read_all(stdin), false);
    } else {
        fail("unknown arguments", argc > 1 ? argv[1] : "");
    }
    return 0;
}
