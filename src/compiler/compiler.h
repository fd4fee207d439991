/* The compiler: source text in, code objects out. One top-level statement at a time:
 * parse to a tree in an arena, resolve scopes, generate code, drop the arena.
 *
 *   lexer.c    text -> tokens               parser.c   tokens -> tree
 *   scope.c    who binds which name         codegen.c  tree -> bytecode (and its helpers)
 *   assemble.c jumps, line table, exception table, the code object
 *
 * What this floor offers to those above is at the top; the rest is between its files. */
#ifndef ADDER_COMPILER_H
#define ADDER_COMPILER_H

#include "../object/layout.h"

/* Where source text comes from: a window that is refilled, so that a file is never whole in RAM. */
struct source {
    const char *at, *end;            /* text not yet read */
    bool (*refill)(struct source *s, const char *keep); /* more text behind `end`, keeping [keep, end) by moving it;
                                        false: no more. NULL: all is there. Sets `at` to where the kept text is
                                        now, and `end` (in both cases). [keep, end) is at most SOURCE_KEEP bytes
                                        (lexer.h). */
    void *context;
    bool decoded; /* it was a str */
    bool whole;   /* and as exec() has it: its last line counts as ended */
};

enum compile_mode {
    COMPILE_EXEC, COMPILE_EVAL, COMPILE_SINGLE,
    COMPILE_SHOWN, /* as SINGLE, but any number of statements */
};

/* Compiles a whole source. The result's code takes no arguments: a module body, an expression
 * that returns its value (EVAL), or a statement whose expression values are shown by sys.displayhook (SINGLE).
 * flags: of COMPILE_... below. Raises SyntaxError and its kin, MemoryError. */
struct code *compile_source(struct source *s, value filename, enum compile_mode mode, unsigned flags);
struct code *compile_text(const char *text, size_t n, value filename, enum compile_mode mode, unsigned flags);
/* For the prompt: whether this text is the start of a statement that wants more lines. */
bool compile_wants_more(const char *text, size_t n);
#define COMPILE_TOP_AWAIT 1
#define COMPILE_STR  8  /* the text was a str: a comment that declares an encoding means nothing */
#define COMPILE_WARN 4  /* SyntaxWarnings are told, if the build has them */
#define COMPILE_NATIVE 32 /* all code is CODE_NATIVE */
#define COMPILE_CALL 16 /* for compile(), exec() or eval(): there is no file of which errors could show a line */
#define COMPILE_NAMES 2 /* exec and eval: names live in the dict in register 0 (an argument), as in a class body */
extern unsigned compile_frame_head; /* FRAME_HEAD of the machine that is to run the code (with ADDER_CODE_WRITER) */
extern bool compile_columns; /* line tables say columns, too, if the build knows them */
extern int compile_optimise; /* -O level: 1 drops asserts, 2 docstrings too */

/* ---- arena.c: memory for one tree; chunks are pinned buffers that the collector scans conservatively ---- */

struct arena { struct object *chunks; char *at, *end; };
void arena_open(struct arena *a);
void *arena_alloc(struct arena *a, size_t n); /* cleared, word-aligned; MemoryError */
/* Makes the n bytes at p longer, if nothing has been put behind them. Both are multiples of a word. */
bool arena_extend(struct arena *a, void *p, size_t n, size_t more);
void arena_close(struct arena *a);            /* drops all */
void arena_cut(struct arena *a, struct arena to); /* drops what came since it was as `to` */

/* ---- scratches (arena.c): growing pieces of bytes ---- */

struct scratch {
    struct owner owner;
    uint32_t len, room;
    uint32_t kind; /* enum buffer_kind */
};
/* Makes room for n more bytes, and returns where they go. All of these make the scratch if it is not there
 * yet. */
void *scratch_room(struct scratch **where, size_t n);
/* The same, and takes it. The pointer is good until the next allocation. */
void *scratch_more(struct scratch **where, size_t n);
void scratch_pin(struct scratch **where); /* its data shall stay put between additions */
void scratch_add(struct scratch **where, const char *text, size_t n);
void scratch_cut(struct scratch *s, size_t len); /* back to len bytes; s may be NULL */
static inline char *scratch_data(const struct scratch *s)
{
    return s->owner.buf;
}
static inline uint8_t *scratch_bytes(const struct scratch *s) /* the same of one that may not be there */
{
    return s ? s->owner.buf : NULL;
}
static inline size_t scratch_len(const struct scratch *s)
{
    return s ? s->len : 0;
}

/* ---- the tree ---- */

enum node_kind {
#define NODE(kind) N_##kind,
#include "ast.def"
#undef NODE
    N_COUNT
};
enum { OP_NOT = 32, OP_IN, OP_NOTIN, OP_IS, OP_ISNOT }; /* node ops beyond enum op */
enum param_kind { PARAM_POSITIONAL_ONLY, PARAM_NORMAL, PARAM_VARARGS, PARAM_KEYWORD_ONLY, PARAM_VARKW };

/* Tokens and nodes know columns, and where they end: for the places of errors, or of instructions in line tables. */
#define ADDER_PLACES (ADDER_SYNTAX_TEXT || ADDER_COLUMNS)
#define ADDER_ENDS   (ADDER_SYNTAX_MESSAGES || ADDER_COLUMNS)
struct node {
    uint8_t kind, op;
    uint16_t lines;          /* lines it spans beyond its first (65535: or more) */
    uint32_t line;           /* from 1 */
    uint16_t column, end_column; /* from 0, in bytes; 65535: or beyond */
    uint32_t n;              /* kids */
    value val;
    struct node *kid[];
};

/* ---- parser.c ---- */

struct parser;               /* in parser_internal.h; lexer state included; lives on the C stack */
void parser_open(struct parser *p, struct source *s, value filename, enum compile_mode mode);
/* The next top-level statement (or the expression in EVAL mode), in `a`; NULL at the end. Raises SyntaxError. */
struct node *parser_next(struct parser *p, struct arena *a);
/* The first statement of a text that stays where it is (parse_text.c). */
struct node *parse_first(const char *text, size_t n, struct arena *a);
/* Raises SyntaxError (or the given subclass) at this place, with the line's text. */
/* What is being compiled, if all its text is in memory: for the lines in messages. */
extern const struct source *syntax_error_source;
/* The text of a line of a file, or UNDEF; where that is not so. The runtime may set it. */
extern value (*syntax_error_line)(value filename, uint32_t line);
#if ADDER_SYNTAX_WARNINGS
/* Tells a SyntaxWarning; true: it is to be an error. Set by the runtime; may raise. */
extern bool (*syntax_warning_hook)(value filename, uint32_t line, value message);
extern struct syntax_warnings *syntax_warnings_current; /* where the compilation that runs notes them: a thread's own */
void syntax_warnings_forget(void); /* at start: whatever was being compiled */
#endif
#if !ADDER_SYNTAX_MESSAGES
/* Stands for an error's text and its arguments, which are not evaluated. */
int no_text(const char *format, ...);
#define NO_TEXT(...) (0 ? (void)no_text(__VA_ARGS__) : (void)0)
#endif
_Noreturn void syntax_error_at(value filename, const struct node *where, value message);

/* ---- scope.c, codegen.c ---- */

struct unit;                 /* one code object being made, see codegen.h */

#endif
