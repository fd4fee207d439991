/* The compiler's front door: a source goes through it one top-level statement at a time, and comes out
 * as one code object. */
#include "codegen.h"
#include "../object/text.h"
#include "parser_internal.h"

int compile_optimise;
bool compile_columns = ADDER_COLUMNS;
#if ADDER_CODE_WRITER
unsigned compile_frame_head = FRAME_HEAD;
#endif

struct job {
    struct source *source;
    value filename;
    enum compile_mode mode;
    unsigned flags;
};

/* The module's docstring goes to __doc__. */
static bool take_docstring(struct unit *u, struct node *n)
{
    value doc = u->c->mode == COMPILE_EXEC ? docstring(u->c, n) : UNDEF;
    if (doc == UNDEF) return false;
    unsigned t = temporary(u);
    u->where = n;
    emit_const(u, t, doc);
    store_name(u, SYMBOL(S___doc__), t);
    u->top--;
    return true;
}

static __attribute__((noinline)) void compile_next(struct unit *u, struct node *n, bool first)
{
    u->base = u->scope = scope_analyse(u->c, n);
    if (u->c->mode == COMPILE_EVAL) {
        emit1(u, BC_RET, (int)gen_last(u, n));
    } else {
        if (first && take_docstring(u, n)) {
            u->c->future_end = here(u);
        } else {
            if (!first && n->kind != N_IMPORTFROM && n->kind != N_BLOCK) u->c->future_end = UINT32_MAX;
            gen_statement(u, n);
        }
    }
    u->top = u->locals;
    u->where = u->line_node = NULL; /* the tree goes */
}

#if ADDER_METHODS
static void note_globals(struct dict *names, const struct node *n)
{
    if (!n) return;
    check_c_stack();
    for (unsigned i = 0; i < n->n; i++) {
        if (n->kind == N_GLOBAL) dict_set(names, n->kid[i]->val, NONE);
        note_globals(names, n->kid[i]);
    }
}

/* What any function in there declares global, is so at the top level, too, where names are otherwise the namespace's: all of
 * the text is to be looked through first. */
static __attribute__((noinline)) struct dict *find_globals(const struct job *job)
{
    const struct source *s = job->source;
    if (!(job->flags & COMPILE_NAMES) || search_forward(s->at, (size_t)(s->end - s->at), "global", 6) < 0) return NULL;
    struct dict *names = dict_new(0);
    struct arena tree;
    struct parser parser;
#if ADDER_SYNTAX_WARNINGS
    struct syntax_warnings *warnings = syntax_warnings_current;
    syntax_warnings_current = NULL; /* they are noted the next time */
#endif
    parser_open(&parser, job->source, job->filename, job->mode);
    for (const struct node *n = NULL;; arena_close(&tree)) {
        arena_open(&tree);
        n = parser_next(&parser, &tree);
        if (!n) break;
        note_globals(names, n);
    }
#if ADDER_SYNTAX_WARNINGS
    syntax_warnings_current = warnings;
#endif
    return names;
}
#else
#define find_globals(job) NULL
#endif

static value compile_job(void *arg)
{
    struct job *job = arg;
    struct arena tree;
    struct parser parser;
    struct scope module = {.kind = SCOPE_MODULE, .flags = job->flags & COMPILE_NAMES ? SCOPE_NAMES : 0};
    struct unit u;
    struct compiler c = {
        .filename = job->filename,
        .tree = &tree,
        .mode = (uint8_t)job->mode,
        .flags = (uint8_t)job->flags,
        .optimise = (uint8_t)compile_optimise,
        .globals = find_globals(job),
    };
#if ADDER_ANNOTATIONS
    struct unit annotate;
    c.annotate_unit = &annotate;
#endif
    parser_open(&parser, job->source, job->filename, job->mode);
    unit_open_module(&u, &c, &module);
    parser.method_done = method_compile;
    parser.context = &u;
    for (bool first = true;; first = false) {
        heap_tidy(); /* while there is no tree, which would not move */
        arena_open(&tree);
        struct node *n = parser_next(&parser, &tree);
        if (!n) break;
        compile_next(&u, n, first);
        arena_close(&tree);
        if (job->mode == COMPILE_EVAL) break;
    }
    u.base = u.scope = &module;
    module_annotations_end(&u);
    arena_close(&tree);
    emit0(&u, BC_RETNONE);
    return from_ptr(unit_close(&u));
}

struct code *compile_source(struct source *s, value filename, enum compile_mode mode, unsigned flags)
{
    struct job job = {s, filename, mode, flags};
    value result;
    const struct source *outer = syntax_error_source;
    syntax_error_source = s->refill || flags & COMPILE_WARN ? NULL : s; /* exec() and the like have no file to show */
    symbol_hold(); /* the trees' symbols are not traced */
#if ADDER_SYNTAX_WARNINGS
    struct syntax_warnings warnings = {NULL}, *outer_warnings = syntax_warnings_begin(flags & COMPILE_WARN ? &warnings : NULL);
#endif
    bool done = protect(compile_job, &job, &result);
    symbol_release();
#if ADDER_SYNTAX_WARNINGS
    done &= syntax_warnings_end(outer_warnings, filename, done, &result);
#endif
    syntax_error_source = outer;
    if (!done) raise(result);
    return (struct code *)result;
}

struct code *compile_text(const char *text, size_t n, value filename, enum compile_mode mode, unsigned flags)
{
    struct source s = {.at = text, .end = text + n, .decoded = flags & COMPILE_STR,
                       .whole = flags & COMPILE_STR && mode == COMPILE_EXEC};
    return compile_source(&s, filename, mode, flags);
}
