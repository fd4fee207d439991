/* Packs the texts of messages in small builds. A text is marked PACKED_TEXT(...) in preprocessed C; packed, a byte above
 * 127, or below 32 (but tab, newline and return), stands for two others, which may be such bytes themselves. The pairs
 * are found in all texts of a build.
 *
 *   pack_texts list < PREPROCESSED > TEXTS    the marked texts, as C has them, one a line: "...";
 *   pack_texts pairs < TEXTS > PAIRS          the pairs, as a header for src/object/printer.c
 *   pack_texts pack PAIRS < PREPROCESSED      the source with its texts packed */
#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PAIRS 160 /* of which those of 0, tab, newline and return stay empty */
#define MOST  512 /* bytes of a text */

static const char mark[] = "PACKED_TEXT";
static unsigned char pairs[PAIRS][2];

/* The byte that stands for a pair; 0: this one may be none. */
static int code_of(int pair)
{
    int code = pair ^ 128;
    return code == '\t' || code == '\n' || code == '\r' ? 0 : code;
}

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
            if (!strchr("\t\n\r", c) && (c < ' ' || c > 126)) fail("a text that is not ASCII", begin);
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
    for (int i = 0; i < PAIRS; i++)
        if (pairs[i][0]) n = replace(text, n, pairs[i][0], pairs[i][1], code_of(i));
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
    for (int i = 0; i < PAIRS; i++) {
        if (!code_of(i)) continue;
        memset(seen, 0, sizeof seen);
        int a = 0, b = 0;
        for (size_t t = 0; t < count; t++)
            for (size_t k = 0; k + 1 < texts[t].n; k++) {
                int x = texts[t].data[k], y = texts[t].data[k + 1];
                if (++seen[x][y] > seen[a][b]) a = x, b = y;
                if (x == y && k + 2 < texts[t].n && texts[t].data[k + 2] == x) k++;
            }
        if (seen[a][b] < 4) return;
        pairs[i][0] = (unsigned char)a;
        pairs[i][1] = (unsigned char)b;
        for (size_t t = 0; t < count; t++) texts[t].n = replace(texts[t].data, texts[t].n, a, b, code_of(i));
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
    int npairs = PAIRS;
    while (npairs > 1 && !pairs[npairs - 1][0]) npairs--;
    printf("/* Written by tools/pack_texts.c. The pair of byte c is that at c ^ 128; {0, 0}, or beyond: c is itself. */\n"
           "#define PACKED_PAIRS %d\n#define PACKED_MOST %zu /* bytes of a text */\n"
           "static const uint8_t packed_pairs[PACKED_PAIRS][2] = {\n", npairs, most);
    for (int i = 0; i < npairs; i++) printf("    {%d, %d},\n", pairs[i][0], pairs[i][1]);
    printf("};\n");
}

static void read_pairs(const char *name)
{
    FILE *f = fopen(name, "r");
    if (!f) fail("cannot be read", name);
    char line[200];
    int a, b;
    for (int n = 0; fgets(line, sizeof line, f) && n < PAIRS;)
        if (sscanf(line, " {%d, %d}", &a, &b) == 2) {
            pairs[n][0] = (unsigned char)a;
            pairs[n++][1] = (unsigned char)b;
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
