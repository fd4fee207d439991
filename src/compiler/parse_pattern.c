/* match, and its patterns. */
#include "parser_internal.h"

#if ADDER_MATCH

static struct node *parse_pattern(struct parser *p);
static struct node *parse_closed(struct parser *p);

/* ---- values ---- */

/* -1, or what may follow it: -1+2j */
static struct node *parse_number(struct parser *p)
{
    struct spot start = spot_here(p);
    bool negative = accept(p, T_MINUS);
    struct spot here = spot_here(p);
    value v = p->lex.token.val;
    expect(p, T_NUMBER);
    struct node *n = node_val(p, N_CONST, here, v);
    if (negative) {
        n = node1(p, N_UNARY, start, n);
        n->op = OP_NEG;
    }
    return n;
}

static struct node *parse_signed(struct parser *p)
{
    struct spot start = spot_here(p);
    struct node *n = parse_number(p);
    int kind = token_kind(p);
    if (kind != T_PLUS && kind != T_MINUS) return n;
    const struct node *left = n->kind == N_UNARY ? n->kid[0] : n;
    if (is_complex(left->val))
        parse_error(p, place_of(left), "real number required in complex literal");
    advance(p);
    if (token_kind(p) == T_NUMBER && !is_complex(p->lex.token.val))
        parse_error_here(p, "imaginary number required in complex literal");
    if (token_kind(p) != T_NUMBER) bad_syntax(p);
    n = node2(p, N_BINOP, start, n, parse_number(p));
    n->op = kind == T_PLUS ? OP_ADD : OP_SUB;
    return n;
}

/* A constant; NULL: there is none. *identity: it is compared by identity. */
static struct node *parse_literal(struct parser *p, bool *identity)
{
    *identity = false;
    switch (token_kind(p)) {
    case T_NUMBER:
    case T_MINUS: return parse_signed(p);
    case T_STRING: {
        struct node *n = parse_strings(p);
        if (n->kind != N_CONST)
            parse_error(p, place_of(n), "patterns may only match literals and attribute lookups");
        return n;
    }
    case KW_None:
    case KW_True:
    case KW_False: *identity = true; return parse_atom(p);
    }
    return NULL;
}

/* a.b.c, behind the first name. */
static struct node *parse_dotted(struct parser *p, struct spot start, value first)
{
    struct node *n = node_val(p, N_NAME, start, first);
    while (accept(p, T_DOT)) {
        value name = expect_name(p);
        n = node1(p, N_ATTR, start, n);
        n->val = name;
    }
    return n;
}

/* ---- sequences, mappings, classes ---- */

static struct node *parse_star_pattern(struct parser *p)
{
    struct spot start = spot_here(p);
    if (!accept(p, T_STAR)) return parse_pattern(p);
    value name = expect_name(p);
    return node_val(p, N_PSTAR, start, name == SYMBOL('_') ? UNDEF : name);
}

/* Pushes patterns with commas between them, up to `closer`; true if there was a comma. */
static bool parse_patterns(struct parser *p, int closer, struct node *first)
{
    bool comma = false;
    if (first) kids_push(p, first);
    while (!first || accept(p, T_COMMA)) {
        comma |= first != NULL;
        int kind = token_kind(p);
        if (kind == closer || (closer == T_COLON && kind == KW_if)) break;
        first = parse_star_pattern(p);
        kids_push(p, first);
    }
    return comma;
}

/* ( ) or [ ]: a sequence, or one pattern in round brackets. */
static struct node *parse_sequence(struct parser *p, int closer)
{
    struct spot start = spot_here(p);
    struct bracket b;
    size_t base = kids_mark(p);
    open_bracket(p, &b);
    bool comma = parse_patterns(p, closer, NULL);
    if (closer == T_RPAREN && !comma && kids_mark(p) == base + 1) {
        struct node *only = ((struct node **)p->kids->owner.buf)[base];
        if (only->kind == N_PSTAR) bad_syntax(p);
        close_bracket(p, closer);
        scratch_cut(p->kids, base * sizeof only);
        return only;
    }
    close_bracket(p, closer);
    return node_from(p, N_PSEQ, start, base, 0);
}

static struct node *parse_key(struct parser *p)
{
    bool identity;
    struct spot start = spot_here(p);
    struct node *n = parse_literal(p, &identity);
    if (n) return n;
    value name = expect_name(p);
    if (token_kind(p) != T_DOT) bad_syntax(p);
    return parse_dotted(p, start, name);
}

static struct node *parse_mapping(struct parser *p)
{
    struct spot start = spot_here(p);
    struct bracket b;
    value rest = UNDEF;
    size_t base = kids_mark(p);
    open_bracket(p, &b);
    while (token_kind(p) != T_RBRACE) {
        if (accept(p, T_STARSTAR)) {
            if (is_word(p, SYMBOL('_'))) bad_syntax(p);
            rest = expect_name(p);
            accept(p, T_COMMA);
            break; /* it must be the last */
        }
        kids_push(p, parse_key(p));
        expect(p, T_COLON);
        kids_push(p, parse_pattern(p));
        if (!accept(p, T_COMMA)) break;
    }
    close_bracket(p, T_RBRACE);
    struct node *n = node_from(p, N_PMAP, start, base, 0);
    n->val = rest;
    return n;
}

/* C(pattern, name=pattern) */
static struct node *parse_class_pattern(struct parser *p, struct node *cls, struct spot start)
{
    struct bracket b;
    bool keywords = false;
    const struct node *misplaced = NULL;
    size_t base = kids_mark(p);
    kids_push(p, cls);
    open_bracket(p, &b);
    while (token_kind(p) != T_RPAREN) {
        struct spot here = spot_here(p);
        struct node *n = parse_pattern(p);
        if (n->kind == N_PCAPTURE && token_kind(p) == T_ASSIGN) {
            advance(p);
            value name = n->val == UNDEF ? SYMBOL('_') : n->val;
            n = node1(p, N_PKEYWORD, here, parse_pattern(p));
            n->val = name;
            keywords = true;
        } else if (keywords && !misplaced) {
            misplaced = n;
        }
        kids_push(p, n);
        if (!accept(p, T_COMMA)) break;
    }
    if (misplaced && token_kind(p) == T_RPAREN)
        parse_error(p, place_of(misplaced), "positional patterns follow keyword patterns");
    close_bracket(p, T_RPAREN);
    return node_from(p, N_PCLASS, start, base, 0);
}

static struct node *parse_name_pattern(struct parser *p)
{
    struct spot start = spot_here(p);
    value name = expect_name(p);
    int kind = token_kind(p);
    if (kind == T_DOT || kind == T_LPAREN) {
        struct node *n = parse_dotted(p, start, name);
        return token_kind(p) == T_LPAREN ? parse_class_pattern(p, n, start) : node1(p, N_PVALUE, start, n);
    }
    return node_val(p, N_PCAPTURE, start, name == SYMBOL('_') ? UNDEF : name);
}

/* ---- patterns ---- */

static struct node *parse_closed(struct parser *p)
{
    struct spot start = spot_here(p);
    bool identity;
    switch (token_kind(p)) {
    case T_NAME: return parse_name_pattern(p);
    case T_LPAREN: return parse_sequence(p, T_RPAREN);
    case T_LBRACKET: return parse_sequence(p, T_RBRACKET);
    case T_LBRACE: return parse_mapping(p);
    }
    struct node *n = parse_literal(p, &identity);
    if (!n) bad_syntax(p);
    n = node1(p, N_PVALUE, start, n);
    n->op = identity;
    return n;
}

static struct node *parse_or_pattern(struct parser *p)
{
    struct spot start = spot_here(p);
    struct node *n = parse_closed(p);
    if (token_kind(p) != T_OR) return n;
    size_t base = kids_mark(p);
    kids_push(p, n);
    while (accept(p, T_OR)) kids_push(p, parse_closed(p));
    return node_from(p, N_POR, start, base, 0);
}

static struct node *parse_pattern(struct parser *p)
{
    struct spot start = spot_here(p);
    check_c_stack();
    struct node *n = parse_or_pattern(p);
    if (!accept(p, KW_as)) return n;
    if (is_word(p, SYMBOL('_'))) parse_error_here(p, "cannot use '_' as a target");
    if (token_kind(p) != T_NAME) {
        if (!starts_expression(token_kind(p))) bad_syntax(p);
        struct node *target = parse_expression(p);
        parse_error(p, place_of(target), "cannot use %s as pattern target", expression_name(target));
    }
    struct place where = p->lex.token.place;
    value name = expect_name(p);
    if (token_kind(p) == T_DOT || token_kind(p) == T_LPAREN || token_kind(p) == T_LBRACKET)
        parse_error(p, where, "cannot use %s as pattern target",
                    token_kind(p) == T_DOT      ? "attribute"
                    : token_kind(p) == T_LPAREN ? "function call"
                                                : "subscript");
    n = node1(p, N_PAS, start, n);
    n->val = name;
    return n;
}

/* ---- the statement ---- */

static struct node *parse_case(struct parser *p)
{
    struct spot start = spot_here(p);
    struct node *guard = NULL;
    if (!is_word(p, SYMBOL(S_case))) bad_syntax(p);
    advance(p);
    struct spot first = spot_here(p);
    struct node *pattern = parse_star_pattern(p);
    if (token_kind(p) == T_COMMA) {
        size_t base = kids_mark(p);
        parse_patterns(p, T_COLON, pattern);
        pattern = node_from(p, N_PSEQ, first, base, 0);
    } else if (pattern->kind == N_PSTAR) {
        bad_syntax(p);
    }
    if (accept(p, KW_if)) guard = parse_named(p);
    expect_colon(p, false);
    struct node *body = parse_block(p, "'case' statement", start.line);
    return node3(p, N_CASE, start, pattern, guard, body);
}

struct node *parse_match(struct parser *p, struct spot start)
{
    struct indent in;
    struct spot first = spot_here(p);
    size_t base = kids_mark(p);
    struct node *subject = parse_star_named(p);
    if (token_kind(p) == T_COMMA) {
        size_t items = kids_mark(p);
        kids_push(p, subject);
        while (accept(p, T_COMMA) && token_kind(p) != T_COLON) kids_push(p, parse_star_named(p));
        subject = node_from(p, N_TUPLE, first, items, 0);
    } else if (subject->kind == N_STAR) {
        bad_syntax(p);
    }
    kids_push(p, subject);
    expect_colon(p, false);
    block_open(p, &in, "'match' statement", start.line);
    do kids_push(p, parse_case(p));
    while (token_kind(p) != T_DEDENT);
    block_close(p, &in);
    return node_from(p, N_MATCH, start, base, 0);
}
#endif
