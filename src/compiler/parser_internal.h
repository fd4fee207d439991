/* What the parser's files share.
 *
 *   parser.c        statements                parse_function.c  def, class, parameters, type parameters
 *   parse_expr.c    expressions               parse_fstring.c   strings, plain and formatted
 *   parse_pattern.c match and its patterns    parse_check.c     targets, and what is wrong with bad syntax
 *                                             parse_drain.c     the rest of a source with an error
 *
 * Recursive descent, one token of look-ahead. A function named parse_x begins at the first token of an x and
 * ends at the first one behind it. Kids of a node whose number is not known yet wait on a stack; what a
 * function pushes it takes off again. */
#ifndef ADDER_PARSER_INTERNAL_H
#define ADDER_PARSER_INTERNAL_H

#include "lexer.h"

/* For messages: how far the expression of the innermost replacement field has been read. */
struct field_progress {
    struct place first; /* the token that it began with */
    struct place rest;  /* the one behind the longest part that is an expression; line 0: none is */
    bool in_test;       /* in a conditional expression, between `if` and `else` */
};

struct parser {
    struct lexer lex;
    struct arena *arena;  /* of the statement being parsed */
    struct scratch *kids; /* a stack of struct node * */
    struct node *begun;   /* a NAME that is no keyword here (match, type): the expression that comes next begins with it */
    struct node *operand; /* the last complete operand of a conditional expression, for messages ... */
    uint32_t operand_line, operand_column;         /* ... where it begins, brackets included ... */
    uint32_t operand_end_line, operand_end_column; /* ... and where it ends */
    struct field_progress field;
    struct place probe;   /* while probing: where the error is if anything is wrong from here on */
    bool probing;         /* see two_expressions() */
    bool with_bracket;    /* the bracket that comes next is behind `with` */
    bool operand_named;   /* it could have been followed by := */
    uint8_t operand_word; /* it begins with: 1 a name, 2 a soft keyword */
    uint8_t mode;         /* enum compile_mode */
    uint8_t state;        /* enum parser_state */
    uint16_t nesting;     /* functions and classes that are open */
    value class_name;     /* in the body of a class of the top level, in no function: its name. Else UNDEF */
    value (*method_done)(void *context, struct node *method, value class_name); /* see method_compile(); may be NULL.
                             UNDEF: the tree is to be kept, and so are those to come */
    void *context;
};
enum parser_state { PARSER_NEW, PARSER_BETWEEN, PARSER_IN_LINE, PARSER_DONE };

/* ---- tokens ---- */

static inline int token_kind(const struct parser *p)
{
    return p->lex.token.kind;
}
static inline struct spot spot_here(const struct parser *p)
{
    return spot_at(p->lex.token.place.line, p->lex.token.place.column);
}
/* The same of what comes next, be it in p->begun. */
#define SOFT_KEYWORDS (ADDER_MATCH || ADDER_TYPING)
static inline int first_kind(const struct parser *p)
{
    return SOFT_KEYWORDS && p->begun ? T_NAME : token_kind(p);
}
static inline struct spot first_spot(const struct parser *p)
{
    return SOFT_KEYWORDS && p->begun ? spot_at(p->begun->line, p->begun->column) : spot_here(p);
}
static inline void advance(struct parser *p)
{
    lex_next(&p->lex);
}
static inline bool accept(struct parser *p, int kind)
{
    if (token_kind(p) != kind) return false;
    advance(p);
    return true;
}
static inline bool is_word(const struct parser *p, value symbol)
{
    return token_kind(p) == T_NAME && p->lex.token.val == symbol;
}
void expect(struct parser *p, int kind);                /* else bad_syntax() */
void need_colon(struct parser *p, bool surely);         /* surely: nothing else could have come */
void expect_colon(struct parser *p, bool surely);       /* the same, and consumes it */
value expect_name(struct parser *p);                    /* its symbol */
void open_bracket(struct parser *p, struct bracket *b); /* at ( [ or {, which is consumed */
void close_bracket(struct parser *p, int kind);         /* its counterpart is next, and consumed */

/* ---- nodes ---- */

/* A node from `start` to the end of the last token consumed. */
struct node *node_new(struct parser *p, enum node_kind kind, struct spot start, uint32_t n);
struct node *node1(struct parser *p, enum node_kind kind, struct spot start, struct node *a);
struct node *node2(struct parser *p, enum node_kind kind, struct spot start, struct node *a, struct node *b);
struct node *node3(struct parser *p, enum node_kind kind, struct spot start, struct node *a, struct node *b,
                   struct node *c);
struct node *node_val(struct parser *p, enum node_kind kind, struct spot start, value v); /* no kids */
/* A node that begins with the current token, which is consumed. */
struct node *node_take(struct parser *p, enum node_kind kind, uint32_t n);
/* Its end is that of the last token consumed; returns it. */
struct node *node_end(struct parser *p, struct node *node);
void node_ends(struct node *node, uint32_t line, uint32_t column); /* its end is here */
/* The kids pushed since `base`, behind n kids of the node that the caller fills. */
struct node *node_from(struct parser *p, enum node_kind kind, struct spot start, size_t base, uint32_t n);
static inline size_t kids_mark(const struct parser *p)
{
    return scratch_len(p->kids) / sizeof(struct node *);
}
void kids_push(struct parser *p, struct node *kid);
static inline struct spot spot_of(const struct node *n)
{
    return spot_at(n->line, n->column);
}

/* ---- parse_expr.c ---- */

struct node *parse_expression(struct parser *p); /* lambda, conditional, operators */
struct node *parse_named(struct parser *p);                    /* with := */
struct node *parse_star_named(struct parser *p);               /* with * or := */
struct node *parse_list(struct parser *p);                     /* a, *b: a tuple if there is a comma */
struct node *parse_list_or_yield(struct parser *p);
struct node *parse_bitwise(struct parser *p); /* operators down to | */
struct node *parse_targets(struct parser *p); /* of `for`; to be checked */
struct node *parse_primary(struct parser *p);
struct node *parse_atom(struct parser *p);
struct node *parse_name(struct parser *p);
void parse_arguments(struct parser *p, struct spot start, bool generator); /* pushes; the ) is next */
struct node *parse_group(struct parser *p);                                /* in round brackets */
bool starts_expression(int kind);
static inline bool at_comprehension(const struct parser *p)
{
    return token_kind(p) == KW_for || token_kind(p) == KW_async;
}
/* The current token is behind what would be a complete expression if it is the field's. */
static inline void note_field_rest(struct parser *p)
{
    if (!ADDER_SYNTAX_MESSAGES || !p->lex.fields || !p->lex.bracket->string || p->field.in_test) return;
    p->field.rest = p->lex.token.place;
}
void parse_comprehension(struct parser *p, const struct node *item); /* pushes the COMPFORs */

/* ---- parse_fstring.c ---- */

struct node *parse_strings(struct parser *p); /* all that follow each other */
value string_value(const char *text, size_t n);

/* ---- parse_function.c ---- */

struct node *parse_lambda(struct parser *p);
struct node *parse_def(struct parser *p, struct spot start, size_t decorators, bool async);
struct node *parse_class(struct parser *p, size_t decorators);
struct node *parse_type_parameters(struct parser *p); /* NULL: there are none */

/* ---- parser.c ---- */

/* context [as target] */
struct node *parse_with_item(struct parser *p, struct spot start, struct node *context);
struct node *parse_block(struct parser *p, const char *owner, uint32_t line); /* behind the colon */
/* NEWLINE and INDENT are next: a block in which it is all of the same kind. block_close() at its end. */
void block_open(struct parser *p, struct indent *in, const char *owner, uint32_t line);
void block_close(struct parser *p, struct indent *in);

/* ---- parse_pattern.c ---- */

struct node *parse_match(struct parser *p, struct spot start); /* behind the word `match` */

/* ---- parse_drain.c ---- */

void drain_source(struct parser *p, uint32_t line);

/* ---- parse_check.c ---- */

enum target_use { TARGET_ASSIGN, TARGET_DELETE };
const char *expression_name(const struct node *n); /* for messages */
void check_target(struct parser *p, const struct node *n, enum target_use use);
struct place place_of(const struct node *n) __attribute__((pure));
struct place place_between(const struct node *from, const struct node *to) __attribute__((pure));
/* At a = behind `a` where == was meant, or := if it is a bare name, and b behind that. */
_Noreturn void bad_equals(struct parser *p, const struct node *a, bool named, const struct node *b);
/* The same for target = v at the beginning of a statement, if v is no target, but has a = behind it. It began at `from`. */
void chain_hint(struct parser *p, const struct node *target, struct spot start, const struct node *v, struct spot from);
#if ADDER_SYNTAX_HINTS
void missing_comma_hint(struct parser *p, const struct node *left); /* at an expression right behind that */
#endif
#if ADDER_SYNTAX_MESSAGES
bool in_brackets(const struct node *n, struct spot start); /* it began at `start` (parser.c) */
_Noreturn void bad_walrus(struct parser *p, const struct node *target); /* at a := that cannot be there */
_Noreturn void parse_verror(struct parser *p, const struct type *type, struct place where, const char *format,
                            va_list args);
_Noreturn void parse_error(struct parser *p, struct place where, const char *format, ...);
_Noreturn void parse_indent_error(struct parser *p, struct place where, const char *format, ...);
_Noreturn void parse_error_here(struct parser *p, const char *format, ...); /* at the current token */
#if ADDER_PACKED_TEXTS
#define parse_error(p, where, format, ...) parse_error(p, where, PACKED_TEXT(format), ##__VA_ARGS__)
#define parse_indent_error(p, where, format, ...) parse_indent_error(p, where, PACKED_TEXT(format), ##__VA_ARGS__)
#define parse_error_here(p, format, ...) parse_error_here(p, PACKED_TEXT(format), ##__VA_ARGS__)
#endif
#elif ADDER_SYNTAX_TEXT /* the place is that of the token where it was noticed */
#define parse_error(p, where, ...) (NO_TEXT(__VA_ARGS__), (void)(where), lex_error_token(&(p)->lex))
#define parse_error_here(p, ...) (NO_TEXT(__VA_ARGS__), lex_error_token(&(p)->lex))
#define parse_indent_error(p, where, ...) \
    (NO_TEXT(__VA_ARGS__), (void)(where), lex_error_place(&(p)->lex, &type_IndentationError, spot_here(p)))
#else
#define parse_error(p, where, ...) (NO_TEXT(__VA_ARGS__), (void)(where), lex_error_plain(&(p)->lex))
#define parse_error_here(p, ...) (NO_TEXT(__VA_ARGS__), lex_error_plain(&(p)->lex))
#define parse_indent_error(p, where, ...) \
    (NO_TEXT(__VA_ARGS__), (void)(where), lex_error_type(&(p)->lex, &type_IndentationError))
#endif
#if !ADDER_SYNTAX_MESSAGES
#define bad_walrus(p, target) bad_syntax(p)
#endif
void explain_syntax(struct parser *p); /* raises, if it knows what is wrong with the current token */
_Noreturn void bad_syntax(struct parser *p); /* at the current token: says what is wrong, as well as it can */

#endif
