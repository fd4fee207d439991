/* Fuzz target: bytes choose a program (grammar.h), which is compiled and run. The last bytes choose how: the size of the
 * heap, stress, an allocation that fails. The environment variable FUZZ_PRINT shows each program first. */
#include <stdio.h>
#include <stdlib.h>

#include "fuzz.h"
#include "grammar.h"
#include "value/utf8.h"

#define TEXT_MAX       6000
#define DEPTH_MAX      14
#define STATEMENTS_MAX 16

static unsigned how, fail_after;
static bool print;

void fuzz_prepare(void)
{
    print = getenv("FUZZ_PRINT");
    struct code *code = compile_text(prelude, sizeof prelude - 1, SYMBOL(S_lt_string), COMPILE_EXEC, 0);
    run_code(code, ((struct module *)vm.main)->dict, UNDEF);
}

void fuzz_choose(struct fuzz_choice *c, struct bytes_in *in)
{
    how = take_byte(in);
    c->roomy = how & 1;
    c->budget = how >= 0xf8 ? 60 : 600;
    fail_after = (how & 0xe0) == 0x60 ? take_byte(in) * 8 + 1 : 0;
}

/* ---- bytes to text ---- */

struct writer {
    struct bytes_in *in;
    char text[TEXT_MAX];
    size_t n;
    unsigned depth, indent;
    unsigned inside; /* how many expressions it is in */
};

static void write_text(struct writer *w, const char *text, size_t n)
{
    if (n <= TEXT_MAX - w->n) {
        memcpy(w->text + w->n, text, n);
        w->n += n;
    }
}

static void write_line(struct writer *w)
{
    write_text(w, "\n                                                                ", 1 + (w->indent < 64 ? w->indent : 64));
}

/* Any of the names that the image knows. */
static void write_symbol(struct writer *w)
{
    unsigned s = take_byte(w->in) << 8;
    s = (s | take_byte(w->in)) % S_COUNT;
    for (;; s = (s + 1) % S_COUNT) {
        struct view name = str_view(SYMBOL(s));
        bool word = name.len && !is_ascii_digit((unsigned char)name.data[0]);
        for (size_t i = 0; i < name.len; i++)
            word &= name.data[i] == '_' || is_ascii_digit((unsigned char)name.data[i]) ||
                    ((name.data[i] | 32) >= 'a' && (name.data[i] | 32) <= 'z');
        if (word) {
            write_text(w, name.data, name.len);
            return;
        }
    }
}

static void write_rule(struct writer *w, char letter);

static void write_alternative(struct writer *w, const char *text)
{
    for (; *text; text++) {
        if (*text != '$') {
            write_text(w, text, 1);
            continue;
        }
        switch (*++text) {
        case '>':
            w->indent++;
            write_line(w);
            break;
        case '<':
            w->indent--;
            /* fall through */
        case ';':
            write_line(w);
            break;
        case 'N':
            write_symbol(w);
            break;
        default:
            write_rule(w, *text);
        }
    }
}

static void write_rule(struct writer *w, char letter)
{
    const struct rule *r = rules;
    while (r->letter != letter)
        r++;
    bool expression = letter == 'e';
    unsigned n = expression && w->inside >= 2 ? SIMPLE_EXPRESSIONS : letter == 'b' && w->indent >= 4 ? SIMPLE_BLOCKS : r->n;
    unsigned which = w->depth < DEPTH_MAX && w->n < TEXT_MAX / 2 ? take_byte(w->in) % n : 0;
    w->depth++;
    w->inside += expression;
    write_alternative(w, r->texts[which]);
    w->inside -= expression;
    w->depth--;
}

/* ---- running it ---- */

/* Writes the next statement and runs it. What is no Python (a `break` outside of a loop) is left out. */
static void run_statement(struct writer *w)
{
    const char *text = w->text + w->n;
    write_alternative(w, "try:$>$b$<except Exception as x:$>y = x$<");
    struct compile_job job = {text, (size_t)(w->text + w->n - text), SYMBOL(S_lt_string), COMPILE_EXEC, 0};
    if (print)
        fprintf(stderr, "%.*s\n", (int)job.n, job.text);
    value result;
    heap_set_stress(false);
    bool ok = protect(compile_job_run, &job, &result);
    if (!ok && type_is_subtype(type_of(result), &type_SyntaxError))
        return;
    if (!ok)
        raise(result);
    heap_set_stress(how >= 0xf8);
    run_code((struct code *)result, ((struct module *)vm.main)->dict, UNDEF);
}

value fuzz_one(void *arg)
{
    static struct writer w;
    w.in = arg;
    w.n = w.depth = w.indent = w.inside = 0;
    heap_set_fail_after((long)fail_after);
    for (unsigned i = 0; i < STATEMENTS_MAX && w.in->n; i++)
        run_statement(&w);
    return NONE;
}
