/* What may be assigned to, and what is wrong with source that is no Python: messages as CPython has them,
 * as far as they can be had from where a parser without backtracking stands. */
#include "parser_internal.h"

struct place place_of(const struct node *n)
{
    return (struct place){n->line, n->column, n->line + n->lines, n->end_column};
}

struct place place_between(const struct node *from, const struct node *to)
{
    return (struct place){from->line, from->column, to->line + to->lines, to->end_column};
}

#if ADDER_SYNTAX_MESSAGES
/* ---- names of expressions ---- */

static const char *constant_name(value v)
{
    return v == NONE       ? "None"
           : v == TRUE     ? "True"
           : v == FALSE    ? "False"
           : v == ELLIPSIS ? "ellipsis"
                           : "literal";
}

const char *expression_name(const struct node *n)
{
    switch (n->kind) {
    case N_NAME: return "name";
    case N_ATTR: return "attribute";
    case N_SUBSCR: return "subscript";
    case N_STAR: return "starred";
    case N_LIST: return "list";
    case N_TUPLE: return "tuple";
    case N_FUNCTION: return "lambda";
    case N_CALL: return "function call";
    case N_BOOLOP:
    case N_BINOP:
    case N_UNARY: return "expression";
    case N_GENEXP: return "generator expression";
    case N_YIELD:
    case N_YIELDFROM: return "yield expression";
    case N_AWAIT: return "await expression";
    case N_LISTCOMP: return "list comprehension";
    case N_SETCOMP: return "set comprehension";
    case N_DICTCOMP: return "dict comprehension";
    case N_DICT: return "dict literal";
    case N_SET: return "set display";
    case N_FSTRING: return "f-string expression";
    case N_TSTRING: return "t-string expression";
    case N_COMPARE: return "comparison";
    case N_IFEXP: return "conditional expression";
    case N_NAMED: return "named expression";
    case N_CONST: return constant_name(n->val);
    }
    return "expression";
}
#endif

/* ---- targets ---- */

void check_target(struct parser *p, const struct node *n, enum target_use use)
{
    switch (n->kind) {
    case N_NAME:
    case N_ATTR:
    case N_SUBSCR: return;
    case N_LIST:
    case N_TUPLE:
        check_c_stack();
        for (uint32_t i = 0; i < n->n; i++) check_target(p, n->kid[i], use);
        return;
    case N_STAR:
        if (use != TARGET_ASSIGN) break;
        check_target(p, n->kid[0], use);
        return;
    }
    parse_error(p, place_of(n), use == TARGET_DELETE ? "cannot delete %s" : "cannot assign to %s",
                expression_name(n));
}

/* ---- bad syntax ---- */

#if ADDER_SYNTAX_MESSAGES
_Noreturn void (parse_error_here)(struct parser *p, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    parse_verror(p, &type_SyntaxError, p->lex.token.place, format, args);
}
#endif

#if ADDER_SYNTAX_MESSAGES
/* What is wrong at this place has no words of its own. Of a replacement field it is told how far its expression goes. */
static _Noreturn void plain_error(struct parser *p, struct place where)
{
    const struct bracket *b = p->lex.bracket;
    while (b && !b->string) b = b->up;
    if (b && p->field.rest.line)
        parse_error(p, p->field.rest, "%c-string: expecting '=', or '!', or ':', or '}'", string_letter(b->string));
    if (b) parse_error(p, p->field.first, "%c-string: expecting a valid expression after '{'", string_letter(b->string));
    parse_error(p, where, "invalid syntax");
}
#else
#define plain_error(p, where) parse_error(p, where, "invalid syntax")
#endif

#if ADDER_SYNTAX_HINTS
void bad_equals(struct parser *p, const struct node *a, bool named, const struct node *b)
{
    struct place where = place_of(a);
    if (!named)
        parse_error(p, where, "cannot assign to %s here. Maybe you meant '==' instead of '='?", expression_name(a));
    where.end_line = place_of(b).end_line;
    where.end_column = place_of(b).end_column;
    parse_error(p, where, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
}

static bool is_bare_tuple(const struct node *n)
{
    if (n->kind != N_TUPLE || n->n == 0) return false;
    struct place whole = place_of(n), a = place_of(n->kid[0]), b = place_of(n->kid[n->n - 1]);
    return (a.line == whole.line && a.column == whole.column) || (b.end_line == whole.end_line && b.end_column == whole.end_column);
}

/* What of an expression, which began at `start`, operators that bind no weaker than | make; NULL: it begins with others. */
static const struct node *bitwise_part(const struct node *n, struct spot start)
{
    if (in_brackets(n, start) || (n->kind == N_TUPLE && !is_bare_tuple(n))) return n;
    switch (n->kind) {
    case N_TUPLE:
    case N_COMPARE:
    case N_BOOLOP: return bitwise_part(n->kid[0], start);
    case N_IFEXP: return bitwise_part(n->kid[1] /* what stands first */, start);
    case N_UNARY: return n->op == OP_NOT ? NULL : n;
    case N_STAR:
    case N_FUNCTION: return NULL;
    }
    return n;
}

void chain_hint(struct parser *p, const struct node *target, struct spot start, const struct node *v, struct spot from)
{
    const struct node *last = is_bare_tuple(target) ? target->kid[target->n - 1] : target, *part = bitwise_part(v, from);
    bool named = last->kind == N_NAME && (last != target || !in_brackets(target, start));
    if (part && part != v && last->kind != N_LIST && last->kind != N_TUPLE && last->kind != N_STAR) bad_equals(p, last, named, part);
}

/* Whether an == may have been meant for the = behind it. */
static bool may_be_left(const struct node *a)
{
    switch (a->kind) {
    case N_BOOLOP:
    case N_COMPARE:
    case N_LIST:
    case N_TUPLE:
    case N_GENEXP: return false;
    case N_UNARY: return a->op != OP_NOT;
    case N_CONST: return a->val != NONE && !is_bool(a->val);
    default: return true;
    }
}

/* x, y z = 1 at the beginning of a statement: from z on CPython looks for expressions one by one. */
void missing_comma_hint(struct parser *p, const struct node *left)
{
    const struct node *last = p->operand;
    bool legacy = last && last->kind == N_NAME && (last->val == SYMBOL(S_print) || last->val == SYMBOL(S_exec));
    if (p->probing || legacy || !is_bare_tuple(left)) return;
    p->probe = p->lex.token.place;
    p->probing = true;
    while (starts_expression(token_kind(p)) || token_kind(p) == T_COMMA)
        if (!accept(p, T_COMMA)) parse_expression(p);
    const struct node *a = p->operand, *b;
    if (a && accept(p, T_ASSIGN) && may_be_left(a) && starts_expression(token_kind(p))) {
        b = parse_bitwise(p);
        p->probing = token_kind(p) == T_ASSIGN || token_kind(p) == T_WALRUS;
        if (!p->probing) bad_equals(p, a, a->kind == N_NAME, b);
    }
    parse_error(p, p->probe, "invalid syntax");
}

/* x = 1 where only an expression may stand. */
static void compare_hint(struct parser *p)
{
    struct node *a = p->operand;
    struct place where = {p->operand_line, p->operand_column, p->operand_end_line, p->operand_end_column};
    struct place here = p->lex.token.place;
    bool is_name = a->kind == N_NAME;
    if (!may_be_left(a)) return;
    advance(p);
    if (!starts_expression(token_kind(p))) plain_error(p, here);
    parse_bitwise(p);
    if (token_kind(p) == T_ASSIGN || token_kind(p) == T_WALRUS) plain_error(p, here);
    if (!is_name)
        parse_error(p, where, "cannot assign to %s here. Maybe you meant '==' instead of '='?",
                    expression_name(a));
    where.end_line = p->lex.prev_line;
    where.end_column = p->lex.prev_column;
    parse_error(p, where, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
}

/* Two expressions in a row: `print x`, or a missing comma in brackets. */
static void two_expressions(struct parser *p)
{
    struct node *a = p->operand;
    struct place where = place_of(a);
    int kind = token_kind(p);
    bool bare = p->operand_word == 1 && a->kind == N_NAME;
    const char *legacy = NULL;
    if (bare && a->val == SYMBOL(S_print))
        legacy = "print";
    else if (bare && a->val == SYMBOL(S_exec))
        legacy = "exec";
    bool comma = p->lex.brackets && p->operand_word != 2 && !(bare && kind == T_STRING);
    if (!comma && !legacy && kind == T_STRING) return;
    p->probe = p->lex.token.place;
    p->probing = true;
    if (legacy)
        parse_list_or_yield(p);
    else
        parse_expression(p);
    p->probing = false;
    if (!legacy && !comma) parse_error(p, p->probe, "invalid syntax");
    where.end_line = p->lex.prev_line;
    where.end_column = p->lex.prev_column;
    if (legacy)
        parse_error(p, where, "Missing parentheses in call to '%s'. Did you mean %s(...)?", legacy, legacy);
    parse_error(p, where, "invalid syntax. Perhaps you forgot a comma?");
}

#endif

#if ADDER_SYNTAX_MESSAGES
_Noreturn void bad_walrus(struct parser *p, const struct node *target)
{
    struct place where = p->lex.token.place;
    advance(p);
    if (target->kind == N_NAME || !starts_expression(token_kind(p))) parse_error(p, where, "invalid syntax");
    parse_expression(p);
    parse_error(p, place_of(target), "cannot use assignment expressions with %s", expression_name(target));
}
#endif

/* Heuristics for the token behind a complete operand. */
void explain_syntax(struct parser *p)
{
#if ADDER_SYNTAX_HINTS
    const struct lexer *x = &p->lex;
    int kind = x->token.kind;
    if (p->probing || !p->operand || p->operand_end_line != x->prev_line ||
        p->operand_end_column != x->prev_column)
        return;
    if (kind == T_ASSIGN && p->operand_named) compare_hint(p);
    if (kind == T_WALRUS) bad_walrus(p, p->operand);
    if (starts_expression(kind)) two_expressions(p);
#else
    (void)p;
#endif
}

_Noreturn void bad_syntax(struct parser *p)
{
    struct lexer *x = &p->lex;
#if ADDER_SYNTAX_HINTS
    if (x->token.kind == T_DEDENT && lex_peek(x, 0) < 0) parse_indent_error(p, x->token.place, "unexpected unindent");
#endif
    if (x->token.kind == T_INDENT || x->token.kind == T_DEDENT) {
        uint32_t column = lex_here(x); /* (x->column counts a tab as several) */
        struct place at = {x->line, column ? column - 1 : 0, 0, 0};
        lex_error(x, &type_IndentationError, at, x->token.kind == T_INDENT ? "unexpected indent" : "unexpected unindent");
    }
    explain_syntax(p);
#if ADDER_SYNTAX_MESSAGES
    struct token t = x->token;
    if (t.kind == T_STRING && !(t.flags & STRING_FORMATTED)) {
        lex_skip_string(x, &t); /* it may be what is wrong; and it has the token's end */
        t = x->token;
        x->token.kind = T_BAD; /* it has been read */
    }
    if (t.kind == T_EOF) t.place.column = NO_COLUMN; /* the end of the source is nowhere in a line */
    plain_error(p, t.place);
#else
    parse_error_here(p, "invalid syntax");
#endif
}
