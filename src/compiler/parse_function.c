/* def, lambda, class, their parameters and type parameters. */
#include "parser_internal.h"

/* ---- parameters ---- */

struct parameters {
    size_t base; /* where their nodes begin on the stack of kids */
    bool lambda, slash, star, defaults;
};

static struct node *parse_default(struct parser *p, const struct parameters *s)
{
    struct place where = p->lex.token.place;
    advance(p);
    int kind = token_kind(p);
    if (kind == T_COMMA || kind == (s->lambda ? T_COLON : T_RPAREN))
        parse_error(p, where, "expected default value expression");
    return parse_expression(p);
}

/* A name, with what may follow it. */
static void parse_parameter(struct parser *p, struct parameters *s, enum param_kind kind)
{
    struct spot start = spot_here(p);
    struct node *annotation = NULL, *otherwise = NULL;
    struct place where = p->lex.token.place;
    value name = expect_name(p);
    if (!s->lambda && accept(p, T_COLON)) {
        struct spot star = spot_here(p);
        if (kind == PARAM_VARARGS && accept(p, T_STAR))
            annotation = node1(p, N_STAR, star, parse_bitwise(p));
        else
            annotation = parse_expression(p);
    }
    if (token_kind(p) == T_ASSIGN) {
        if (kind == PARAM_VARARGS) parse_error_here(p, "var-positional argument cannot have default value");
        if (kind == PARAM_VARKW) parse_error_here(p, "var-keyword argument cannot have default value");
        otherwise = parse_default(p, s);
        s->defaults |= kind == PARAM_NORMAL;
    } else if (kind == PARAM_NORMAL && s->defaults) {
        parse_error(p, where, "parameter without a default follows parameter with a default");
    }
    struct node *n = node2(p, N_PARAM, start, annotation, otherwise);
    n->val = name;
    n->op = kind;
    kids_push(p, n);
}

/* At the slash: those before it are positional only. */
static void parse_slash(struct parser *p, struct parameters *s)
{
    size_t n = kids_mark(p);
    if (!ADDER_MORE_SYNTAX) lex_error_left_out(&p->lex);
    if (s->slash) parse_error_here(p, "/ may appear only once");
    if (s->star) parse_error_here(p, "/ must be ahead of *");
    struct place where = p->lex.token.place;
    advance(p);
    if (n == s->base)
        parse_error(p, where,
                    token_kind(p) == T_COMMA ? "at least one argument must precede /" : "invalid syntax");
    struct node **kid = (struct node **)p->kids->owner.buf;
    for (size_t i = s->base; i < n; i++) kid[i]->op = PARAM_POSITIONAL_ONLY;
    s->slash = true;
    if (token_kind(p) == T_STAR) parse_error_here(p, "expected comma between / and *");
}

/* At the star. */
static void parse_star_parameter(struct parser *p, struct parameters *s, int closer)
{
    struct place star = p->lex.token.place;
    if (s->star) parse_error_here(p, "* argument may appear only once");
    s->star = true;
    advance(p);
    if (token_kind(p) == T_NAME) {
        parse_parameter(p, s, PARAM_VARARGS);
        return;
    }
    if (token_kind(p) != closer) {
        if (token_kind(p) != T_COMMA) bad_syntax(p);
        advance(p);
    }
    if (token_kind(p) == closer || token_kind(p) == T_STARSTAR) /* (a lambda's star is not where it is told) */
        parse_error(p, ADDER_SYNTAX_MESSAGES && closer == T_COLON ? p->lex.token.place : star, "named arguments must follow bare *");
    if (ADDER_SYNTAX_MESSAGES && token_kind(p) == T_STAR) parse_star_parameter(p, s, closer); /* refuses it */
    if (token_kind(p) == T_SLASH) parse_slash(p, s);
    parse_parameter(p, s, PARAM_KEYWORD_ONLY);
}

/* At a bracket; with nothing but names in it, it is clear what was meant. */
static _Noreturn void refuse_brackets(struct parser *p, bool lambda)
{
#if ADDER_SYNTAX_MESSAGES
    struct place where = p->lex.token.place;
    struct bracket b;
    bool names = false;
    open_bracket(p, &b);
    while (accept(p, T_NAME)) {
        names = true;
        if (!accept(p, T_COMMA)) break;
    }
    where.end_line = p->lex.token.place.end_line;
    where.end_column = p->lex.token.place.end_column;
    if (names && token_kind(p) == T_RPAREN)
        parse_error(p, where, "%s parameters cannot be parenthesized", lambda ? "Lambda expression" : "Function");
    where.end_line = where.line;
    where.end_column = where.column + 1;
    parse_error(p, where, "invalid syntax");
#else
    (void)lambda;
    bad_syntax(p);
#endif
}

static struct node *parse_parameters(struct parser *p, int closer)
{
    struct spot start = spot_here(p);
    struct parameters s = {kids_mark(p), closer == T_COLON, false, false, false};
    bool last = false;
    while (token_kind(p) != closer) {
        if (last) parse_error_here(p, "arguments cannot follow var-keyword argument");
        switch (token_kind(p)) {
        case T_SLASH: parse_slash(p, &s); break;
        case T_STAR: parse_star_parameter(p, &s, closer); break;
        case T_STARSTAR:
            advance(p);
            parse_parameter(p, &s, PARAM_VARKW);
            last = true;
            break;
        case T_LPAREN: refuse_brackets(p, s.lambda);
        default: parse_parameter(p, &s, s.star ? PARAM_KEYWORD_ONLY : PARAM_NORMAL); break;
        }
        if (!accept(p, T_COMMA)) break;
    }
    return node_from(p, N_PARAMS, start, s.base, 0);
}

/* ---- type parameters ---- */

static void parse_type_parameter(struct parser *p)
{
    struct spot start = spot_here(p);
    struct node *bound = NULL, *otherwise = NULL;
    uint8_t kind = accept(p, T_STAR) ? 1 : accept(p, T_STARSTAR) ? 2 : 0;
    value name = expect_name(p);
    if (token_kind(p) == T_COLON) {
        struct place colon = p->lex.token.place;
        advance(p);
        bound = parse_expression(p);
        if (kind)
            parse_error(p, colon, "cannot use %s with %s", bound->kind == N_TUPLE ? "constraints" : "bound",
                        kind == 1 ? "TypeVarTuple" : "ParamSpec");
    }
    if (accept(p, T_ASSIGN)) {
        struct spot star = spot_here(p);
        if (kind == 1 && accept(p, T_STAR))
            otherwise = node1(p, N_STAR, star, parse_bitwise(p));
        else
            otherwise = parse_expression(p);
    }
    struct node *n = node2(p, N_TYPEPARAM, start, bound, otherwise);
    n->val = name;
    n->op = kind;
    kids_push(p, n);
}

struct node *parse_type_parameters(struct parser *p)
{
    struct spot start = spot_here(p);
    struct bracket b;
    size_t base = kids_mark(p);
    if (token_kind(p) != T_LBRACKET) return NULL;
    if (!ADDER_TYPING) lex_error_left_out(&p->lex);
    open_bracket(p, &b);
    if (token_kind(p) == T_RBRACKET) parse_error_here(p, "Type parameter list cannot be empty");
    do parse_type_parameter(p);
    while (accept(p, T_COMMA) && token_kind(p) != T_RBRACKET);
    close_bracket(p, T_RBRACKET);
    return node_from(p, N_TYPEPARAMS, start, base, 0);
}

/* ---- functions ---- */

struct node *parse_lambda(struct parser *p)
{
    struct spot start = spot_here(p);
    struct place where = p->lex.token.place;
    advance(p);
    struct node *parameters = parse_parameters(p, T_COLON);
    if (token_kind(p) == T_COLON && p->lex.bracket && p->lex.bracket->string) {
        where.end_line = p->lex.token.place.end_line;
        where.end_column = p->lex.token.place.end_column;
        parse_error(p, where, "f-string: lambda expressions are not allowed without parentheses");
    }
    expect(p, T_COLON);
    struct node *body = parse_expression(p);
    struct node *n = node_new(p, N_FUNCTION, start, 4);
    n->val = SYMBOL(S_lt_lambda);
    n->kid[0] = parameters;
    n->kid[3] = body;
    return n;
}

/* The tree of a method's body goes as soon as that is compiled, where nothing around it matters but its class: else a
 * large class would need room for the trees of all its methods at once. */
static void parse_body(struct parser *p, struct node *n, uint32_t line)
{
    value class_name = p->class_name, compiled;
    struct arena mark = *p->arena;
    p->class_name = UNDEF;
    p->nesting++;
    n->kid[3] = parse_block(p, "function definition", line);
    p->nesting--;
    p->class_name = class_name;
    node_end(p, n);
    if (class_name == UNDEF || n->kid[2] || !p->method_done) return;
    compiled = p->method_done(p->context, n, class_name);
    if (ADDER_SYNTAX_MESSAGES && compiled == UNDEF) {
        p->method_done = NULL;
        return;
    }
    arena_cut(p->arena, mark);
    heap_tidy(); /* while little of the tree is there, which does not move */
    p->operand = NULL;
    n->kid[3] = node_val(p, N_COMPILED, spot_of(n), compiled);
}

/* At `def`; `start` may be that of `async`. decorators: where they begin on the stack of kids. */
struct node *parse_def(struct parser *p, struct spot start, size_t decorators, bool async)
{
    struct bracket b;
    uint32_t line = p->lex.token.place.line;
    struct node *returns = NULL;
    advance(p);
    value name = expect_name(p);
    struct node *types = parse_type_parameters(p);
    if (token_kind(p) != T_LPAREN) parse_error_here(p, "expected '('");
    open_bracket(p, &b);
    struct node *parameters = parse_parameters(p, T_RPAREN);
    close_bracket(p, T_RPAREN);
    struct place arrow = p->lex.token.place;
    if (accept(p, T_ARROW)) {
        if (!starts_expression(token_kind(p))) parse_error(p, arrow, "expected ':'");
        returns = parse_expression(p);
    }
    expect_colon(p, true);
    struct node *n = node_from(p, N_FUNCTION, start, decorators, 4);
    n->op = async;
    n->val = name;
    n->kid[0] = parameters;
    n->kid[1] = returns;
    n->kid[2] = types;
    parse_body(p, n, line);
    return n;
}

/* ---- classes ---- */

struct node *parse_class(struct parser *p, size_t decorators)
{
    struct spot start = spot_here(p);
    struct node *arguments = NULL;
    advance(p);
    value name = expect_name(p);
    struct node *types = parse_type_parameters(p);
    if (token_kind(p) == T_LPAREN) {
        struct spot open = spot_here(p);
        struct bracket b;
        size_t base = kids_mark(p);
        open_bracket(p, &b);
        parse_arguments(p, open, false);
        close_bracket(p, T_RPAREN);
        arguments = node_from(p, N_ARGS, open, base, 0);
    }
    expect_colon(p, false);
    value outer = p->class_name;
    p->class_name = p->nesting++ || types ? UNDEF : name;
    struct node *body = parse_block(p, "class definition", start.line);
    p->nesting--;
    p->class_name = outer;
    struct node *n = node_from(p, N_CLASS, start, decorators, 3);
    n->val = name;
    n->kid[0] = arguments;
    n->kid[1] = types;
    n->kid[2] = body;
    return n;
}
