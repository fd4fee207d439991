/* Expressions. All operators, from `or` down to `**`, are one function that climbs precedences. */
#include "parser_internal.h"

enum level {
    LEVEL_NONE,
    LEVEL_OR,
    LEVEL_AND,
    LEVEL_NOT,
    LEVEL_COMPARE,
    LEVEL_BITOR,
    LEVEL_BITXOR,
    LEVEL_BITAND,
    LEVEL_SHIFT,
    LEVEL_SUM,
    LEVEL_PRODUCT,
    LEVEL_UNARY,
    LEVEL_POWER,
};

static const uint8_t levels[T_COUNT] = {
    [KW_or] = LEVEL_OR,
    [KW_and] = LEVEL_AND,
    [KW_in] = LEVEL_COMPARE,
    [KW_is] = LEVEL_COMPARE,
    [KW_not] = LEVEL_COMPARE, /* not in */
    [T_BINARY + OP_LT] = LEVEL_COMPARE,
    [T_BINARY + OP_LE] = LEVEL_COMPARE,
    [T_BINARY + OP_GT] = LEVEL_COMPARE,
    [T_BINARY + OP_GE] = LEVEL_COMPARE,
    [T_BINARY + OP_EQ] = LEVEL_COMPARE,
    [T_BINARY + OP_NE] = LEVEL_COMPARE,
    [T_BINARY + OP_OR] = LEVEL_BITOR,
    [T_BINARY + OP_XOR] = LEVEL_BITXOR,
    [T_BINARY + OP_AND] = LEVEL_BITAND,
    [T_BINARY + OP_SHL] = LEVEL_SHIFT,
    [T_BINARY + OP_SHR] = LEVEL_SHIFT,
    [T_BINARY + OP_ADD] = LEVEL_SUM,
    [T_BINARY + OP_SUB] = LEVEL_SUM,
    [T_BINARY + OP_MUL] = LEVEL_PRODUCT,
    [T_BINARY + OP_DIV] = LEVEL_PRODUCT,
    [T_BINARY + OP_FLOORDIV] = LEVEL_PRODUCT,
    [T_BINARY + OP_MOD] = LEVEL_PRODUCT,
    [T_BINARY + OP_MATMUL] = LEVEL_PRODUCT,
    [T_BINARY + OP_POW] = LEVEL_POWER,
};

static struct node *parse_operators(struct parser *p, int least);

bool starts_expression(int kind)
{
    switch (kind) {
    case T_NAME:
    case T_NUMBER:
    case T_STRING:
    case T_LPAREN:
    case T_LBRACKET:
    case T_LBRACE:
    case T_ELLIPSIS:
    case T_PLUS:
    case T_MINUS:
    case T_TILDE:
    case KW_None:
    case KW_True:
    case KW_False:
    case KW_not:
    case KW_lambda:
    case KW_await: return true;
    }
    return false;
}

/* In calls, in subscripts and first in brackets there must be something behind a star. */
static void check_unpacking(struct parser *p)
{
    if (!starts_expression(token_kind(p))) parse_error_here(p, "Invalid star expression");
}

/* Whether the current token is the first in brackets, other than those of a replacement field. */
static bool is_first_in_bracket(const struct parser *p)
{
    const struct bracket *b = p->lex.bracket;
    return b && !b->string && b->start.line == p->lex.prev_line && spot_column(b->start) + 1 == p->lex.prev_column;
}

static struct node *parse_star(struct parser *p)
{
    bool first = ADDER_SYNTAX_MESSAGES && is_first_in_bracket(p);
    struct node *n = node_take(p, N_STAR, 1);
    if (first) check_unpacking(p);
    n->kid[0] = parse_bitwise(p);
    return node_end(p, n);
}

/* ---- displays and comprehensions ---- */

/* for x in y if z ... : pushes COMPFOR nodes. item: what is to be produced. */
void parse_comprehension(struct parser *p, const struct node *item)
{
    if (item->kind == N_STAR)
        parse_error(p, place_of(item), "iterable unpacking cannot be used in comprehension");
    while (at_comprehension(p)) {
        struct spot start = spot_here(p);
        if (!ADDER_ASYNC && token_kind(p) == KW_async) lex_error_left_out(&p->lex);
        bool async = accept(p, KW_async);
        size_t base = kids_mark(p);
        expect(p, KW_for);
        struct node *target = parse_targets(p);
        if (token_kind(p) != KW_in) parse_error_here(p, "'in' expected after for-loop variables");
        check_target(p, target, TARGET_ASSIGN);
        kids_push(p, target);
        advance(p);
        kids_push(p, parse_operators(p, LEVEL_OR));
        while (accept(p, KW_if)) kids_push(p, parse_operators(p, LEVEL_OR));
        struct node *n = node_from(p, N_COMPFOR, start, base, 0);
        n->op = async;
        kids_push(p, n);
    }
}

/* NAME := V without brackets of its own, which neither a key nor a slice's bound can be. */
static bool is_bare_named(const struct node *n)
{
    return ADDER_MORE_SYNTAX && n->kind == N_NAMED && n->op;
}

/* An item of a display; behind `with` it may have a target. */
static struct node *parse_item(struct parser *p, bool with)
{
    struct spot start = spot_here(p);
    struct node *n = parse_star_named(p);
    if (!with || token_kind(p) != KW_as || n->kind == N_STAR || is_bare_named(n)) return n;
    return parse_with_item(p, start, n);
}

/* What follows the first item up to the closing bracket: a display of this kind or its comprehension. */
static struct node *parse_display(struct parser *p, enum node_kind kind, struct spot start, struct node *first, int closer,
                                  bool with)
{
    struct node *last = first;
    size_t base = kids_mark(p);
    kids_push(p, first);
    if (at_comprehension(p)) {
        kind += N_LISTCOMP - N_LIST;
        parse_comprehension(p, first);
    } else {
        while (accept(p, T_COMMA) && token_kind(p) != closer) kids_push(p, last = parse_item(p, with));
        if (at_comprehension(p) && last != first)
            parse_error(p, place_between(first, last),
                        "did you forget parentheses around the comprehension target?");
    }
    close_bracket(p, closer);
    return node_from(p, kind, start, base, 0);
}

static struct node *parse_yield(struct parser *p)
{
    struct node *n = node_take(p, N_YIELD, 1);
    if (accept(p, KW_from)) {
        n->kind = N_YIELDFROM;
        n->kid[0] = parse_expression(p);
    } else if (starts_expression(token_kind(p)) || token_kind(p) == T_STAR) {
        n->kid[0] = parse_list(p);
    }
    return node_end(p, n);
}

/* ( ... ): a tuple, a generator expression, or any expression in brackets. */
struct node *parse_group(struct parser *p)
{
    bool with = ADDER_MORE_SYNTAX && p->with_bracket, targets = false;
    struct spot start = spot_here(p);
    p->with_bracket = false;
    struct bracket b;
    struct node *first;
    open_bracket(p, &b);
    if (token_kind(p) == T_RPAREN) {
        close_bracket(p, T_RPAREN);
        return node_new(p, N_TUPLE, start, 0);
    }
    if (token_kind(p) == KW_yield) {
        first = parse_yield(p);
        close_bracket(p, T_RPAREN);
        return first;
    }
    if (token_kind(p) == T_STARSTAR) parse_error_here(p, "cannot use double starred expression here");
    first = parse_item(p, with);
    if (!at_comprehension(p) && token_kind(p) != T_COMMA && first->kind != N_WITHITEM) {
        if (first->kind == N_STAR && token_kind(p) == T_RPAREN)
            parse_error(p, place_of(first), "cannot use starred expression here");
        close_bracket(p, T_RPAREN);
        if (first->kind == N_NAMED) first->op = 0;
        return first;
    }
    struct node *n = parse_display(p, N_TUPLE, start, first, T_RPAREN, with);
    n->op = with;
    for (uint32_t i = 0; with && i < n->n; i++) targets |= n->kid[i]->kind == N_WITHITEM;
    if (targets) need_colon(p, false);
    return n;
}

static struct node *parse_list_display(struct parser *p)
{
    struct spot start = spot_here(p);
    struct bracket b;
    open_bracket(p, &b);
    if (token_kind(p) != T_RBRACKET) return parse_display(p, N_LIST, start, parse_star_named(p), T_RBRACKET, false);
    close_bracket(p, T_RBRACKET);
    return node_new(p, N_LIST, start, 0);
}

/* The value of a dict's item: the colon is next. */
static struct node *parse_dict_value(struct parser *p)
{
    if (token_kind(p) != T_COLON) {
        struct place at = p->lex.token.place;
        at.line = at.end_line = p->lex.prev_line;
        at.column = p->lex.prev_column - 1;
        at.end_column = p->lex.prev_column;
        if (token_kind(p) == T_COMMA || token_kind(p) == T_RBRACE)
            parse_error(p, at, "':' expected after dictionary key");
        bad_syntax(p);
    }
    struct place colon = p->lex.token.place;
    advance(p);
    if (token_kind(p) == T_STAR)
        parse_error(p, place_of(parse_star(p)), "cannot use a starred expression in a dictionary value");
    if (token_kind(p) == T_COMMA || token_kind(p) == T_RBRACE)
        parse_error(p, colon, "expression expected after dictionary key and ':'");
    return parse_expression(p);
}

static struct node *parse_dict(struct parser *p, struct spot start, struct node *key, size_t base)
{
    enum node_kind kind = N_DICT;
    for (;;) {
        if (!key && token_kind(p) == T_STARSTAR) {
            struct place where = p->lex.token.place;
            advance(p);
            kids_push(p, NULL);
            kids_push(p, parse_bitwise(p));
            if (at_comprehension(p) && kids_mark(p) == base + 2)
                parse_error(p, where, "dict unpacking cannot be used in dict comprehension");
        } else {
            if (!key) key = parse_expression(p);
            kids_push(p, key);
            struct node *v = parse_dict_value(p);
            kids_push(p, v);
            if (at_comprehension(p) && kids_mark(p) == base + 2) {
                kind = N_DICTCOMP;
                parse_comprehension(p, v);
                break;
            }
        }
        key = NULL;
        if (!accept(p, T_COMMA) || token_kind(p) == T_RBRACE) break;
    }
    close_bracket(p, T_RBRACE);
    return node_from(p, kind, start, base, 0);
}

static struct node *parse_braces(struct parser *p)
{
    struct spot start = spot_here(p);
    struct bracket b;
    size_t base = kids_mark(p);
    open_bracket(p, &b);
    if (token_kind(p) == T_RBRACE) {
        close_bracket(p, T_RBRACE);
        return node_new(p, N_DICT, start, 0);
    }
    if (token_kind(p) == T_STARSTAR) return parse_dict(p, start, NULL, base);
    struct node *first = parse_star_named(p);
    if (token_kind(p) == T_COLON && first->kind != N_STAR && !is_bare_named(first))
        return parse_dict(p, start, first, base);
    if (!ADDER_SETS) lex_error_left_out(&p->lex);
    return parse_display(p, N_SET, start, first, T_RBRACE, false);
}

/* ---- atoms ---- */

static struct node *parse_constant(struct parser *p, value v)
{
    struct node *n = node_take(p, N_CONST, 0);
    n->val = v;
    return n;
}

struct node *parse_name(struct parser *p)
{
    struct node *n = p->begun;
    if (SOFT_KEYWORDS && n) {
        p->begun = NULL;
        return n;
    }
    value name = p->lex.token.val;
    n = node_take(p, N_NAME, 0);
    n->val = name;
    return n;
}

struct node *parse_atom(struct parser *p)
{
    switch (first_kind(p)) {
    case T_NAME: return parse_name(p);
    case T_NUMBER: return parse_constant(p, p->lex.token.val);
    case T_STRING: return parse_strings(p);
    case T_LPAREN: return parse_group(p);
    case T_LBRACKET: return parse_list_display(p);
    case T_LBRACE: return parse_braces(p);
    case T_ELLIPSIS: return parse_constant(p, ELLIPSIS);
    case KW_None: return parse_constant(p, NONE);
    case KW_True: return parse_constant(p, TRUE);
    case KW_False: return parse_constant(p, FALSE);
    }
    bad_syntax(p);
}

/* ---- calls, subscripts, attributes ---- */

/* name=value, which begins at `name`; the = is next. plain: it began with a name, and not with a bracket. */
static struct node *parse_keyword(struct parser *p, struct spot start, const struct node *name, bool plain)
{
    struct place where = place_of(name);
    where.end_line = p->lex.token.place.end_line;
    where.end_column = p->lex.token.place.end_column;
    if (name->kind == N_CONST && (is_bool(name->val) || name->val == NONE))
        parse_error(p, where, "cannot assign to %s", expression_name(name));
    if (name->kind != N_NAME || !plain)
        parse_error(p, where, "expression cannot contain assignment, perhaps you meant \"==\"?");
    advance(p);
    if (token_kind(p) == T_COMMA || token_kind(p) == T_RPAREN)
        parse_error(p, where, "expected argument value expression");
    struct node *v = parse_expression(p);
    if (at_comprehension(p))
        parse_error(p, where, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    struct node *n = node1(p, N_KEYWORD, start, v);
    n->val = name->val;
    return n;
}

struct seen_arguments {
    bool keyword, unpacking;
    uint32_t count;
    const char *misplaced; /* what a positional one follows: told when all have been read */
};

#if ADDER_SYNTAX_MESSAGES
/* At the = behind an unpacking that began at `start`. */
static _Noreturn void refuse_value(struct parser *p, struct spot start, const char *kind)
{
    struct place assign = p->lex.token.place;
    advance(p);
    if (!starts_expression(token_kind(p))) parse_error(p, assign, "invalid syntax");
    parse_error(p, place_of(node1(p, N_STAR, start, parse_expression(p))), "cannot assign to %s argument unpacking", kind);
}
#else
#define refuse_value(p, start, kind) bad_syntax(p)
#endif

static struct node *parse_argument(struct parser *p, struct seen_arguments *seen)
{
    struct spot start = spot_here(p);
    struct spot comma = spot_at(p->lex.prev_line, p->lex.prev_column - 1);
    struct node *v;
    if (accept(p, T_STAR)) {
        check_unpacking(p);
        v = node1(p, N_STAR, start, parse_expression(p));
        if (token_kind(p) == T_ASSIGN) refuse_value(p, start, "iterable");
        if (seen->unpacking)
            parse_error(p, place_of(node1(p, N_STAR, comma, v)), "iterable argument unpacking follows keyword argument unpacking");
        return v;
    }
    if (accept(p, T_STARSTAR)) {
        v = node1(p, N_KEYWORD, start, parse_expression(p));
        v->val = UNDEF;
        seen->unpacking = true;
        if (token_kind(p) == T_ASSIGN) refuse_value(p, start, "keyword");
        if (at_comprehension(p)) bad_syntax(p);
        return v;
    }
    bool name = token_kind(p) == T_NAME;
    v = parse_named(p);
    if (token_kind(p) == T_ASSIGN) {
        seen->keyword = true;
        return parse_keyword(p, start, v, name);
    }
    if (at_comprehension(p)) return v;
    bool late = seen->unpacking || seen->keyword;
    if (!ADDER_SYNTAX_MESSAGES && late) bad_syntax(p);
    if (late && !seen->misplaced) seen->misplaced = seen->unpacking ? " unpacking" : "";
    return v;
}

/* `start` is where the ( is: a generator expression without brackets of its own has those of the call. */
void parse_arguments(struct parser *p, struct spot start, bool generator)
{
    struct seen_arguments seen = {0};
    while (token_kind(p) != T_RPAREN) {
        size_t base = kids_mark(p);
        struct node *v = parse_argument(p, &seen);
        kids_push(p, v);
        seen.count++;
        if (at_comprehension(p)) {
            parse_comprehension(p, v);
            if (seen.count > 1 || token_kind(p) != T_RPAREN || !generator) {
                struct place where = place_of(v);
                where.end_line = p->lex.prev_line;
                where.end_column = p->lex.prev_column;
                if (seen.count > 1 || token_kind(p) == T_COMMA)
                    parse_error(p, where, "Generator expression must be parenthesized");
                bad_syntax(p);
            }
            /* its end is that of the bracket, which comes next */
            struct node *n = node_from(p, N_GENEXP, start, base, 0);
            node_ends(n, p->lex.token.place.end_line, p->lex.token.place.end_column);
            kids_push(p, n);
            return;
        }
        if (!accept(p, T_COMMA)) break;
    }
    if (ADDER_SYNTAX_MESSAGES && seen.misplaced && token_kind(p) == T_RPAREN)
        parse_error_here(p, "positional argument follows keyword argument%s", seen.misplaced);
}

static struct node *parse_call(struct parser *p, struct node *function, struct spot start)
{
    struct spot open = spot_here(p);
    struct bracket b;
    size_t base = kids_mark(p);
    open_bracket(p, &b);
    kids_push(p, function);
    parse_arguments(p, open, true);
    close_bracket(p, T_RPAREN);
    warn_call(function);
    return node_from(p, N_CALL, start, base, 0);
}

/* One index: an expression, *expression or a slice. */
static struct node *parse_slice(struct parser *p)
{
    struct spot start = spot_here(p);
    struct node *part[3] = {NULL, NULL, NULL};
    if (accept(p, T_STAR)) {
        check_unpacking(p);
        return node1(p, N_STAR, start, parse_bitwise(p));
    }
    if (token_kind(p) != T_COLON) {
        part[0] = parse_named(p);
        if (token_kind(p) != T_COLON || is_bare_named(part[0])) return part[0];
    }
    for (int i = 1; i < 3 && accept(p, T_COLON); i++)
        if (token_kind(p) != T_COLON && token_kind(p) != T_COMMA && token_kind(p) != T_RBRACKET)
            part[i] = parse_expression(p);
    return node3(p, N_SLICE, start, part[0], part[1], part[2]);
}

static struct node *parse_subscript(struct parser *p, struct node *object, struct spot start)
{
    struct bracket b;
    open_bracket(p, &b);
    struct spot first = spot_here(p);
    struct node *index = parse_slice(p);
    if (token_kind(p) == T_COMMA || index->kind == N_STAR) {
        size_t base = kids_mark(p);
        kids_push(p, index);
        while (accept(p, T_COMMA) && token_kind(p) != T_RBRACKET) kids_push(p, parse_slice(p));
        index = node_from(p, N_TUPLE, first, base, 0);
    }
    close_bracket(p, T_RBRACKET);
    warn_subscript(object, index);
    return node2(p, N_SUBSCR, start, object, index);
}

/* At [, in brackets: it can be no index, but a list behind a missing comma. */
static bool is_empty_list(struct parser *p)
{
    size_t k = 0;
    if (!ADDER_SYNTAX_HINTS || !p->lex.brackets) return false;
    while (lex_peek(&p->lex, k) == ' ') k++;
    return lex_peek(&p->lex, k) == ']';
}

static struct node *parse_trailers(struct parser *p, struct node *n, struct spot start)
{
    for (;;) {
        note_field_rest(p);
        switch (token_kind(p)) {
        case T_DOT: {
            advance(p);
            value name = expect_name(p);
            n = node1(p, N_ATTR, start, n);
            n->val = name;
            break;
        }
        case T_LPAREN: n = parse_call(p, n, start); break;
        case T_LBRACKET:
            if (is_empty_list(p)) return n;
            n = parse_subscript(p, n, start);
            break;
        default: return n;
        }
    }
}

struct node *parse_primary(struct parser *p)
{
    struct spot start = first_spot(p);
    if (first_kind(p) == KW_await) {
        if (!ADDER_ASYNC) lex_error_left_out(&p->lex);
        struct node *n = node_take(p, N_AWAIT, 1);
        check_c_stack();
        if (token_kind(p) == KW_await) bad_syntax(p);
        n->kid[0] = parse_primary(p);
        return node_end(p, n);
    }
    return parse_trailers(p, parse_atom(p), start);
}

/* ---- operators ---- */

/* a or b or c: one node. */
static struct node *parse_bool(struct parser *p, struct node *left, struct spot start, int level)
{
    size_t base = kids_mark(p);
    int kind = token_kind(p);
    kids_push(p, left);
    while (accept(p, kind)) kids_push(p, parse_operators(p, level + 1));
    struct node *n = node_from(p, N_BOOLOP, start, base, 0);
    n->op = level == LEVEL_OR;
    return n;
}

/* Consumes a comparison operator. */
static uint8_t parse_comparator(struct parser *p)
{
    int kind = token_kind(p);
    advance(p);
    switch (kind) {
    case KW_in: return OP_IN;
    case KW_is: return accept(p, KW_not) ? OP_ISNOT : OP_IS;
    case KW_not: expect(p, KW_in); return OP_NOTIN;
    }
    return (uint8_t)(kind - T_BINARY);
}

/* a < b < c: one node. */
static struct node *parse_comparison(struct parser *p, struct node *left, struct spot start)
{
    size_t base = kids_mark(p);
    kids_push(p, left);
    while (levels[token_kind(p)] == LEVEL_COMPARE) {
        struct spot here = spot_here(p);
        uint8_t op = parse_comparator(p);
        struct node *n = node1(p, N_CMP, here, parse_operators(p, LEVEL_BITOR));
        n->op = op;
        kids_push(p, n);
    }
    struct node *n = node_from(p, N_COMPARE, start, base, 0);
    warn_comparison(n);
    return n;
}

/* What follows an arithmetic operator. */
static struct node *parse_operand(struct parser *p, int level)
{
    struct place where = p->lex.token.place;
    if (token_kind(p) != KW_not) return parse_operators(p, level);
    parse_operators(p, LEVEL_NOT);
    where.end_line = p->lex.prev_line;
    where.end_column = p->lex.prev_column;
    parse_error(p, where, "'not' after an operator must be parenthesized");
}

static struct node *parse_unary(struct parser *p)
{
    int kind = token_kind(p);
    struct node *n = node_take(p, N_UNARY, 1);
    n->op = kind == KW_not ? OP_NOT : kind == T_MINUS ? OP_NEG : kind == T_PLUS ? OP_POS : OP_INVERT;
    n->kid[0] = kind == KW_not ? parse_operators(p, LEVEL_NOT) : parse_operand(p, LEVEL_UNARY);
    return node_end(p, n);
}

/* Operators of this level and the higher ones. */
static struct node *parse_operators(struct parser *p, int least)
{
    struct spot start = first_spot(p);
    int kind = first_kind(p);
    struct node *left;
    check_c_stack();
    if ((kind == KW_not && least <= LEVEL_NOT) || kind == T_MINUS || kind == T_PLUS || kind == T_TILDE)
        left = parse_unary(p);
    else
        left = parse_primary(p);
    for (;;) {
        kind = token_kind(p);
        int level = levels[kind];
        if (level < least || level == LEVEL_NONE) return left;
        switch (level) {
        case LEVEL_OR:
        case LEVEL_AND: left = parse_bool(p, left, start, level); break;
        case LEVEL_COMPARE: left = parse_comparison(p, left, start); break;
        default: {
            advance(p);
            struct node *right =
                level == LEVEL_SUM || level == LEVEL_PRODUCT
                    ? parse_operand(p, level + 1)
                    : parse_operators(p, level == LEVEL_POWER ? LEVEL_UNARY : level + 1);
            left = node2(p, N_BINOP, start, left, right);
            left->op = (uint8_t)(kind - T_BINARY);
        }
        }
    }
}

struct node *parse_bitwise(struct parser *p)
{
    return parse_operators(p, LEVEL_BITOR);
}

/* ---- whole expressions ---- */

/* Remembers an operand for what bad_syntax() may have to say about it. */
static void remember(struct parser *p, struct node *n, struct spot start, int word)
{
    if (!ADDER_SYNTAX_HINTS) return;
    p->operand = n;
    p->operand_line = start.line;
    p->operand_column = spot_column(start);
    p->operand_end_line = p->lex.prev_line;
    p->operand_end_column = p->lex.prev_column;
    p->operand_word = (uint8_t)word;
    p->operand_named = false;
}

static struct node *parse_conditional(struct parser *p, struct node *body, struct spot start)
{
    bool outer = p->field.in_test;
    if (ADDER_SYNTAX_MESSAGES) p->field.in_test = true;
    advance(p);
    struct node *test = parse_operators(p, LEVEL_OR);
    if (token_kind(p) != KW_else) {
        if (token_kind(p) == T_COLON) bad_syntax(p);
        struct place where = {start.line, spot_column(start), p->lex.prev_line, p->lex.prev_column};
        parse_error(p, where, "expected 'else' after 'if' expression");
    }
    if (ADDER_SYNTAX_MESSAGES) p->field.in_test = outer;
    advance(p);
    struct node *orelse = parse_expression(p);
    return node3(p, N_IFEXP, start, test, body, orelse);
}

struct node *parse_expression(struct parser *p)
{
    struct spot start = first_spot(p);
    int word = first_kind(p) == T_NAME;
    if (ADDER_SYNTAX_HINTS && word && (p->begun || is_word(p, SYMBOL(S_match)) || is_word(p, SYMBOL(S_case)) ||
                      is_word(p, SYMBOL(S_type)) || is_word(p, SYMBOL('_'))))
        word = 2;
    if (first_kind(p) == KW_lambda) {
        check_c_stack();
        return parse_lambda(p);
    }
    struct node *n = parse_operators(p, LEVEL_OR);
    remember(p, n, start, word);
    return token_kind(p) == KW_if ? parse_conditional(p, n, start) : n;
}

struct node *parse_named(struct parser *p)
{
    struct spot start = spot_here(p);
    bool name = token_kind(p) == T_NAME;
    struct node *n = parse_expression(p);
    p->operand_named = ADDER_SYNTAX_HINTS && n == p->operand;
    if (token_kind(p) != T_WALRUS) return n;
    if (!ADDER_MORE_SYNTAX) lex_error_left_out(&p->lex);
    if (n->kind != N_NAME || !name) bad_walrus(p, n);
    advance(p);
    struct node *v = parse_expression(p);
    n = node2(p, N_NAMED, start, n, v);
    n->op = 1;
    return n;
}

struct node *parse_star_named(struct parser *p)
{
    return token_kind(p) == T_STAR ? parse_star(p) : parse_named(p);
}

/* One item, with a star or not, or a tuple of those with commas between them. */
static struct node *parse_tuple(struct parser *p, struct node *(*item)(struct parser *p))
{
    struct spot start = first_spot(p);
    struct node *first = first_kind(p) == T_STAR ? parse_star(p) : item(p);
    if (token_kind(p) != T_COMMA) return first;
    size_t base = kids_mark(p);
    kids_push(p, first);
    while (accept(p, T_COMMA)) {
        int kind = token_kind(p);
        if (kind != T_STAR && !starts_expression(kind)) break;
        kids_push(p, kind == T_STAR ? parse_star(p) : item(p));
    }
    return node_from(p, N_TUPLE, start, base, 0);
}

struct node *parse_list(struct parser *p)
{
    return parse_tuple(p, parse_expression);
}

struct node *parse_list_or_yield(struct parser *p)
{
    return first_kind(p) == KW_yield ? parse_yield(p) : parse_list(p);
}

struct node *parse_targets(struct parser *p)
{
    return parse_tuple(p, parse_bitwise);
}
