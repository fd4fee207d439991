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
    struct parser parser;
    struct arena tree;
    struct compiler c;
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
    stage_begin(u->c, STAGE_CODE);
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

/* ---- what goes first, if there are several errors ---- */

#if ADDER_SYNTAX_MESSAGES
static bool is_syntax_error(value e)
{
    return type_is_subtype(type_of(e), &type_SyntaxError);
}

struct method_job {
    struct unit *module;
    struct node *method;
    value class_name;
};

static value compile_method_job(void *arg)
{
    struct method_job *m = arg;
    return method_compile(m->module, m->method, m->class_name);
}

/* Of a method with an error the tree is kept, and of those behind it: what is wrong is then found in the class as a whole,
 * in which something may be wrong that goes first. */
static value compile_method(void *context, struct node *method, value class_name)
{
    struct unit *module = context;
    struct method_job m = {module, method, class_name};
    value result;
    bool done = protect(compile_method_job, &m, &result);
    if (!done && !is_syntax_error(result)) raise(result);
    module->c->stage = STAGE_PARSE;
    return done ? result : UNDEF;
}

/* Raises the next error in the rest of the source, if there is one, whatever its stage. */
static value check_rest(void *arg)
{
    struct job *job = arg;
    for (struct node *n;;) {
        arena_close(&job->tree);
        arena_open(&job->tree);
        job->c.stage = STAGE_PARSE;
        n = parser_next(&job->parser, &job->tree);
        if (!n) return NONE;
        scope_analyse(&job->c, n);
    }
}

/* The error that is told: the first of the earliest stage, each of which is done with all of the source in CPython. `error`
 * is the first of all. */
static value first_error(struct job *job, value error)
{
    job->parser.method_done = NULL;
    for (value other; job->c.stage > STAGE_PARSE && is_syntax_error(error);) {
        unsigned stage = job->c.stage;
        if (protect(check_rest, job, &other)) break;
        if (job->c.stage < stage || !is_syntax_error(other))
            error = other;
        else
            job->c.stage = (uint8_t)stage;
    }
    return error;
}
#else
#define compile_method method_compile
#define first_error(job, error) (error)
#endif

/* ---- a whole source ---- */

static value compile_job(void *arg)
{
    struct job *job = arg;
    struct parser *parser = &job->parser;
    struct scope module = {.kind = SCOPE_MODULE, .flags = job->flags & COMPILE_NAMES ? SCOPE_NAMES : 0};
    struct unit u;
    job->c = (struct compiler){
        .filename = job->filename,
        .tree = &job->tree,
        .mode = (uint8_t)job->mode,
        .flags = (uint8_t)job->flags,
        .optimise = (uint8_t)compile_optimise,
        .globals = find_globals(job),
    };
#if ADDER_ANNOTATIONS
    struct unit annotate;
    job->c.annotate_unit = &annotate;
#endif
    parser_open(parser, job->source, job->filename, job->mode);
    unit_open_module(&u, &job->c, &module);
    parser->method_done = compile_method;
    parser->context = &u;
    for (bool first = true;; first = false) {
        heap_tidy(); /* while there is no tree, which would not move */
        arena_open(&job->tree);
        stage_begin(&job->c, STAGE_PARSE);
        struct node *n = parser_next(parser, &job->tree);
        if (!n) break;
        compile_next(&u, n, first);
        arena_close(&job->tree);
        if (job->mode == COMPILE_EVAL) break;
    }
    u.base = u.scope = &module;
    module_annotations_end(&u);
    arena_close(&job->tree);
    emit0(&u, BC_RETNONE);
    return from_ptr(unit_close(&u));
}

struct code *compile_source(struct source *s, value filename, enum compile_mode mode, unsigned flags)
{
    struct job job = {.source = s, .filename = filename, .mode = mode, .flags = flags};
    value result;
    const struct source *outer = syntax_error_source;
    syntax_error_source = s->refill || flags & COMPILE_CALL ? NULL : s;
    symbol_hold(); /* the trees' symbols are not traced */
#if ADDER_SYNTAX_WARNINGS
    struct syntax_warnings warnings = {NULL}, *outer_warnings = syntax_warnings_begin(flags & COMPILE_WARN ? &warnings : NULL);
#endif
    bool done = protect(compile_job, &job, &result);
    if (!done) result = first_error(&job, result);
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
