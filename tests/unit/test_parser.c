/* The parser on sources that come through a small window, against the same text in one piece; and what the
 * prompt asks. In normal and in stress mode. */
#include <stdlib.h>

#include "compiler/parser_internal.h"
#include "runtime/runtime.h"
#include "unit.h"

#define HEAP_SIZE ((size_t)4 << 20)

static void *region;

/* ---- a window ---- */

struct window {
    const char *text;
    size_t n, step; /* what is to come; how much of it at a time */
    char data[SOURCE_KEEP + 64];
};

static bool window_refill(struct source *s, const char *keep)
{
    struct window *w = s->context;
    size_t kept = (size_t)(s->end - keep);
    CHECK(kept <= SOURCE_KEEP);
    memmove(w->data, keep, kept);
    size_t more = w->n < w->step ? w->n : w->step;
    memcpy(w->data + kept, w->text, more);
    memset(w->data + kept + more, '#', sizeof w->data - kept - more);
    w->text += more;
    w->n -= more;
    s->at = w->data;
    s->end = w->data + kept + more;
    return more > 0;
}

/* ---- trees ---- */

static bool same_tree(const struct node *a, const struct node *b)
{
    if (!a || !b) return a == b;
    if (a->kind != b->kind || a->op != b->op || a->n != b->n || a->line != b->line || a->lines != b->lines ||
        a->column != b->column || a->end_column != b->end_column)
        return false;
    if (a->val != b->val && (a->val == UNDEF || b->val == UNDEF || !equal(a->val, b->val))) return false;
    for (uint32_t i = 0; i < a->n; i++)
        if (!same_tree(a->kid[i], b->kid[i])) return false;
    return true;
}

struct job {
    const char *text;
    size_t step;
    unsigned statements; /* how many there were */
    bool same;
};

/* Parses the text both ways, statement by statement. */
static value compare_trees(void *arg)
{
    struct job *job = arg;
    size_t n = strlen(job->text);
    struct window *w = malloc(sizeof *w);
    *w = (struct window){.text = job->text, .n = n, .step = job->step};
    struct source whole = {.at = job->text, .end = job->text + n};
    struct source pieces = {.at = w->data, .end = w->data, .refill = window_refill, .context = w};
    struct parser one, other;
    struct arena a, b;
    parser_open(&one, &whole, SYMBOL(S_empty), COMPILE_EXEC);
    parser_open(&other, &pieces, SYMBOL(S_empty), COMPILE_EXEC);
    job->same = true;
    for (;;) {
        arena_open(&a);
        arena_open(&b);
        struct node *x = parser_next(&one, &a), *y = parser_next(&other, &b);
        if (!same_tree(x, y)) job->same = false;
        arena_close(&a);
        arena_close(&b);
        if (!x || !y) break;
        job->statements++;
    }
    free(w);
    return NONE;
}

static const char program[] =
    "# comment\n"
    "import a.bcdef.ghi as j, k\n"
    "x = 123456789012345678901234567890 + 0x_ff - 1_000.5e-3 * 2j  # and so on\n"
    "s = 'a\\x41\\n' \"b\" '''c\nd''', rb'\\x' if x else b'\\0\\377'\r\n"
    "f = f'{x!r:>{w}}{y = }{{}}' f\"\"\"{\n z # comment\n + 1 = :{a}{'b'}}\n\"\"\" 'tail' f'{ n  =  }'\n"
    "match (x): # no keyword here\r"
    "  case [1, *_] | {'k': C(a, b=2), **rest} as y if z: pass\n"
    "  case _:\n\t  pass\n"
    "match(1,\n 2)[3]; match[x] = y\n"
    "match [x,\n  '(:)', f'{a[\"]\"]}', # ]\n ]:\n case _: pass\n"
    "def function_with_a_rather_long_name[T: int, *Ts](a, /, b: str = 'c', *d, e=lambda: 1, **g) -> T:\n"
    "    '''doc\n    string'''\n"
    "\n"
    "    if a and \\\n       b or not c:\n        return [i async for i in j if k]\n"
    "    elif d: x: int = {**e, 'f': {1, *g}}\n"
    "    else:\n        with (a as b, c): yield x[1:2, ::3, ...]\n"
    "    try: pass\n    except* (A, B) as e: raise X from e\n    finally: del a, b[0]\n"
    "\xc3\xa4\xc3\xb6 = '\xe2\x82\xac' + \xe5\x8f\x98\n"
    "type X = int; type = 3";

static value message_of(value e)
{
    return tuple_of(*exception_slot(e, EXC_ARGS))->items[0];
}

static void test_windows(void)
{
    static const size_t steps[] = {1, 2, 3, 7, 16, 64};
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
        struct job job = {.text = program, .step = steps[i]};
        value result;
        bool good = protect(compare_trees, &job, &result);
        CHECK(good);
        if (!good) printf("%s\n", str_view(message_of(result)).data);
        CHECK(job.same);
        CHECK_EQUAL(job.statements, 12);
    }
}

/* Every beginning of the program: both ways give the same error, or none. */
static value parse_all(void *arg)
{
    struct source *s = arg;
    struct parser p;
    struct arena a;
    parser_open(&p, s, SYMBOL(S_empty), COMPILE_EXEC);
    do arena_open(&a);
    while (parser_next(&p, &a));
    return NONE;
}

static void test_cut(void)
{
    struct window *w = malloc(sizeof *w);
    for (size_t n = 0; n < sizeof program; n += heap_stress ? 17 : 1) {
        struct source whole = {.at = program, .end = program + n};
        *w = (struct window){.text = program, .n = n, .step = 5};
        struct source pieces = {.at = w->data, .end = w->data, .refill = window_refill, .context = w};
        value a, b;
        bool good = protect(parse_all, &whole, &a);
        CHECK(protect(parse_all, &pieces, &b) == good);
        if (!good) CHECK(equal(message_of(a), message_of(b)));
    }
    free(w);
}

/* The tree of a small statement needs one chunk. */
static void test_small(void)
{
    struct arena a;
    arena_open(&a);
    struct node *n = parse_first("print(1)", 8, &a);
    CHECK_EQUAL(n->kind, N_EXPR);
    CHECK_EQUAL(n->kid[0]->kind, N_CALL);
    struct object *first = a.chunks;
    arena_alloc(&a, 8);
    CHECK(a.chunks == first);
    arena_close(&a);
}

static void test_wants_more(void)
{
    static const struct {
        const char *text;
        bool more;
    } cases[] = {
        {"x = 1", false},
        {"(1,", true},
        {"a)", false},
        {"x = [\n1,\n", true},
        {"x = {", true},
        {"x = ')('", false},
        {"# (", false},
        {"", false},
        {"\n", false},
        {"x = \\", true},
        {"x # \\", false},
        {"'ab\\", true},
        {"'abc", false},
        {"'''abc", true},
        {"'''abc'''", false},
        {"rb'''a", true},
        {"f'''{a", true},
        {"f'{a", true},
        {"f'{a}'", false},
        {"f'{x:#x}'", false},
        {"f'{d['a']}'", false},
        {"f'{{'", false},
        {"f'''{a!r:{'''x'''}}'''", false},
        {"if 1:", true},
        {"if 1:\n  x", true},
        {"if 1:\n  x\n", false},
        {"@dec", true},
        {"def f(): pass", true},
        {"def f(): pass\n", false},
        {"class A:\n\n  x = 1", true},
        {"try:\n  x\nexcept:", true},
        {"async def f():", true},
        {"for x in y: z", true},
        {"with a:", true},
        {"iffy", false},
        {"forest = 1", false},
        {"match(x)", false},
        {"match x:", true},
        {"match = 3", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        if (compile_wants_more(cases[i].text, strlen(cases[i].text)) != cases[i].more)
            printf("wants_more: %s\n", cases[i].text);
        CHECK(compile_wants_more(cases[i].text, strlen(cases[i].text)) == cases[i].more);
    }
}

static void test_all(void)
{
    test_windows();
    test_cut();
    test_small();
    test_wants_more();
}

int main(void)
{
    region = malloc(HEAP_SIZE);
    runtime_start(region, HEAP_SIZE, false, __builtin_frame_address(0), 1 << 20);
    symbol_hold();
    test_all();
    heap_set_stress(true);
    test_all();
    free(region);
    return unit_done();
}
