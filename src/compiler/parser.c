/* The parser: statements, and what all its files use. */
#include "parser_internal.h"

/* ---- nodes ---- */

static uint16_t clip(uint32_t n)
{
    return n < 65535 ? (uint16_t)n : 65535;
}

/* A node whose end is not known yet. */
static struct node *node_begin(struct parser *p, enum node_kind kind, struct spot start, uint32_t n)
{
    struct node *node = arena_alloc(p->arena, sizeof *node + n * sizeof node->kid[0]);
    node->kind = (uint8_t)kind;
    node->line = start.line;
    if (ADDER_PLACES) node->column = clip(spot_column(start));
    node->n = n;
    return node;
}

struct node *node_new(struct parser *p, enum node_kind kind, struct spot start, uint32_t n)
{
    return node_end(p, node_begin(p, kind, start, n));
}

void node_ends(struct node *node, uint32_t line, uint32_t column)
{
    if (!ADDER_ENDS) return;
    node->lines = line > node->line ? clip(line - node->line) : 0;
    node->end_column = clip(column);
}

struct node *node_end(struct parser *p, struct node *node)
{
    node_ends(node, p->lex.prev_line, p->lex.prev_column);
    return node;
}

struct node *node_take(struct parser *p, enum node_kind kind, uint32_t n)
{
    struct node *node = node_begin(p, kind, spot_here(p), n);
    advance(p);
    return node_end(p, node);
}

struct node *node1(struct parser *p, enum node_kind kind, struct spot start, struct node *a)
{
    struct node *n = node_new(p, kind, start, 1);
    n->kid[0] = a;
    return n;
}

struct node *node2(struct parser *p, enum node_kind kind, struct spot start, struct node *a, struct node *b)
{
    struct node *n = node_new(p, kind, start, 2);
    n->kid[0] = a;
    n->kid[1] = b;
    return n;
}

struct node *node3(struct parser *p, enum node_kind kind, struct spot start, struct node *a, struct node *b,
                   struct node *c)
{
    struct node *n = node_new(p, kind, start, 3);
    n->kid[0] = a;
    n->kid[1] = b;
    n->kid[2] = c;
    return n;
}

struct node *node_val(struct parser *p, enum node_kind kind, struct spot start, value v)
{
    struct node *n = node_new(p, kind, start, 0);
    n->val = v;
    return n;
}

void kids_push(struct parser *p, struct node *kid)
{
    struct scratch *s = p->kids;
    if (!s || s->room - s->len < sizeof kid) {
        scratch_room(&p->kids, sizeof kid);
        s = p->kids;
    }
    memcpy(scratch_data(s) + s->len, &kid, sizeof kid);
    s->len += sizeof kid;
}

struct node *node_from(struct parser *p, enum node_kind kind, struct spot start, size_t base, uint32_t n)
{
    size_t bytes = scratch_len(p->kids) - base * sizeof(struct node *);
    struct node *node = node_new(p, kind, start, n + (uint32_t)(bytes / sizeof node));
    if (bytes) {
        memcpy(node->kid + n, scratch_data(p->kids) + base * sizeof node, bytes);
        scratch_cut(p->kids, base * sizeof node);
    }
    return node;
}

/* ---- tokens ---- */

void expect(struct parser *p, int kind)
{
    if (token_kind(p) != kind) bad_syntax(p);
    advance(p);
}

void need_colon(struct parser *p, bool surely)
{
    if (token_kind(p) == T_COLON) return;
    if (surely || token_kind(p) == T_NEWLINE) parse_error_here(p, "expected ':'");
    bad_syntax(p);
}

void expect_colon(struct parser *p, bool surely)
{
    need_colon(p, surely);
    advance(p);
}

value expect_name(struct parser *p)
{
    value name = p->lex.token.val;
    expect(p, T_NAME);
    return name;
}

void open_bracket(struct parser *p, struct bracket *b)
{
    static const char open[] = "([{";
    struct lexer *x = &p->lex;
    if (x->brackets == MAX_BRACKETS) lex_error_here(x, "too many nested parentheses");
    *b = (struct bracket){x->bracket, spot_here(p), open[x->token.kind - T_LPAREN], 0};
    x->bracket = b;
    x->brackets++;
    advance(p);
}

void close_bracket(struct parser *p, int kind)
{
    struct lexer *x = &p->lex;
    if (x->token.kind != kind) bad_syntax(p);
    x->bracket = x->bracket->up;
    x->brackets--;
    advance(p);
}

/* ---- assignments and expressions as statements ---- */

bool in_brackets(const struct node *n, struct spot start)
{
    return n->line != start.line || n->column != clip(spot_column(start));
}

/* May the expression, as the left side of a =, have been meant for the one of a ==? It began at `start`. */
static bool may_be_compared(const struct node *n, struct spot start)
{
    bool brackets = in_brackets(n, start);
    switch (n->kind) {
    case N_LIST:
    case N_TUPLE:
    case N_GENEXP:
    case N_STAR:
    case N_NAME:
    case N_ATTR:
    case N_SUBSCR: return false;
    case N_BOOLOP:
    case N_COMPARE:
    case N_IFEXP:
    case N_FUNCTION: return brackets;
    case N_UNARY: return brackets || n->op != OP_NOT;
    case N_CONST: return n->val != NONE && !is_bool(n->val);
    }
    return true;
}

/* The = behind something that is no target: says so. `e` is the whole left side, the first one of the
 * statement or not. */
static _Noreturn void bad_assignment(struct parser *p, struct node *e, struct spot start, bool first)
{
    const struct node *last = e;
    if (e->kind == N_TUPLE && e->n && e->kid[e->n - 1]->end_column == e->end_column) {
        last = e->kid[e->n - 1];
        start = spot_of(last);
    }
    advance(p);
    bool named = last != e && last->kind == N_NAME;
    if (ADDER_SYNTAX_HINTS && first && (named || may_be_compared(last, start)) && starts_expression(token_kind(p))) {
        const struct node *v = parse_bitwise(p);
        if (token_kind(p) != T_ASSIGN && token_kind(p) != T_WALRUS) bad_equals(p, last, named, v);
    }
    check_target(p, e, TARGET_ASSIGN);
    bad_syntax(p);
}

static bool is_target(const struct node *n)
{
    if (n->kind == N_STAR) n = n->kid[0];
    if (n->kind != N_LIST && n->kind != N_TUPLE)
        return n->kind == N_NAME || n->kind == N_ATTR || n->kind == N_SUBSCR;
    check_c_stack();
    for (uint32_t i = 0; i < n->n; i++)
        if (!is_target(n->kid[i])) return false;
    return true;
}

static struct node *parse_assignment(struct parser *p, struct node *e, struct spot start, bool is_yield)
{
    size_t base = kids_mark(p);
    struct spot from = start;
    do {
        if (is_yield) parse_error(p, place_of(e), "assignment to yield expression not possible");
        size_t done = kids_mark(p) - base;
        if (ADDER_SYNTAX_HINTS && done == 1 && !is_target(e)) chain_hint(p, ((struct node **)scratch_data(p->kids))[base], start, e, from);
        if (!is_target(e)) bad_assignment(p, e, start, done == 0);
        check_target(p, e, TARGET_ASSIGN);
        kids_push(p, e);
        advance(p);
        from = spot_here(p);
        is_yield = token_kind(p) == KW_yield;
        e = parse_list_or_yield(p);
    } while (token_kind(p) == T_ASSIGN);
    struct node *n = node_from(p, N_ASSIGN, start, base, 1);
    n->kid[0] = e;
    return n;
}

/* At the colon behind something that cannot have an annotation. */
static _Noreturn void bad_annotation(struct parser *p, const struct node *target)
{
    struct place colon = p->lex.token.place;
    advance(p);
    if (!ADDER_SYNTAX_HINTS || !starts_expression(token_kind(p))) parse_error(p, colon, "invalid syntax");
    parse_expression(p);
    if (target->kind == N_LIST || target->kind == N_TUPLE)
        parse_error(p, place_of(target), "only single target (not %s) can be annotated",
                    expression_name(target));
    parse_error(p, place_of(target), "illegal target for annotation");
}

/* bare: it is a name without brackets. */
static struct node *parse_annotated(struct parser *p, struct node *target, struct spot start, bool bare)
{
    struct node *v = NULL;
    if (target->kind == N_LIST || target->kind == N_TUPLE || target->kind == N_STAR || !is_target(target)) bad_annotation(p, target);
    check_target(p, target, TARGET_ASSIGN);
    advance(p);
    struct node *annotation = parse_expression(p);
    if (accept(p, T_ASSIGN)) v = parse_list_or_yield(p);
    struct node *n = node3(p, N_ANNASSIGN, start, target, annotation, v);
    n->op = bare;
    return n;
}

static struct node *parse_augmented(struct parser *p, struct node *target, struct spot start)
{
    int op = token_kind(p) - T_AUGMENTED;
    if (target->kind != N_NAME && target->kind != N_ATTR && target->kind != N_SUBSCR)
        parse_error(p, place_of(target), "'%s' is an illegal expression for augmented assignment",
                    expression_name(target));
    check_target(p, target, TARGET_ASSIGN);
    advance(p);
    struct node *n = node2(p, N_AUGASSIGN, start, target, parse_list_or_yield(p));
    n->op = (uint8_t)op;
    return n;
}

static struct node *parse_expression_statement(struct parser *p)
{
    struct spot start = first_spot(p);
    bool is_yield = first_kind(p) == KW_yield, name = first_kind(p) == T_NAME;
    struct node *e = parse_list_or_yield(p);
    int kind = token_kind(p);
    if (kind == T_ASSIGN) return parse_assignment(p, e, start, is_yield);
    if (kind == T_COLON && !is_yield) return parse_annotated(p, e, start, name && e->kind == N_NAME);
    if (kind >= T_AUGMENTED && kind <= T_AUGMENTED + OP_MATMUL) return parse_augmented(p, e, start);
#if ADDER_SYNTAX_HINTS
    if (starts_expression(kind)) missing_comma_hint(p, e);
#endif
    if (!SOFT_KEYWORDS && e->kind == N_NAME && (e->val == SYMBOL(S_match) || e->val == SYMBOL(S_type)) &&
        starts_expression(kind))
        lex_error_left_out(&p->lex);
    return node1(p, N_EXPR, start, e);
}

/* ---- simple statements ---- */

static bool at_end(const struct parser *p)
{
    return token_kind(p) == T_NEWLINE || token_kind(p) == T_SEMICOLON;
}

static struct node *parse_return(struct parser *p)
{
    struct node *n = node_take(p, N_RETURN, 1);
    if (!at_end(p)) n->kid[0] = parse_list(p);
    return node_end(p, n);
}

/* An expression, and perhaps a second one behind `between`. */
static struct node *parse_one_or_two(struct parser *p, enum node_kind kind, int between)
{
    struct node *n = node_take(p, kind, 2);
    if (kind == N_RAISE && at_end(p)) return n;
    n->kid[0] = parse_expression(p);
    if (accept(p, between)) n->kid[1] = parse_expression(p);
    n = node_end(p, n);
    warn_assert(n);
    return n;
}

static struct node *parse_delete(struct parser *p)
{
    struct spot start = spot_here(p);
    size_t base = kids_mark(p);
    advance(p);
    do {
        struct node *target = token_kind(p) == T_STAR ? parse_star_named(p) : parse_expression(p);
        check_target(p, target, TARGET_DELETE);
        kids_push(p, target);
    } while (accept(p, T_COMMA) && !at_end(p));
    return node_from(p, N_DELETE, start, base, 0);
}

static struct node *parse_scope(struct parser *p, enum node_kind kind)
{
    struct spot start = spot_here(p);
    size_t base = kids_mark(p);
    advance(p);
    do {
        struct spot here = spot_here(p);
        value name = expect_name(p);
        kids_push(p, node_val(p, N_NAME, here, name));
    } while (accept(p, T_COMMA));
    return node_from(p, kind, start, base, 0);
}

static struct node *parse_word(struct parser *p, enum node_kind kind)
{
    return node_take(p, kind, 0);
}

#if ADDER_TYPING
/* type X = ...; the word `type` is behind us. */
static struct node *parse_type_alias(struct parser *p)
{
    struct spot start = first_spot(p);
    p->begun = NULL;
    value name = expect_name(p);
    struct node *types = parse_type_parameters(p);
    expect(p, T_ASSIGN);
    struct node *n = node2(p, N_TYPEALIAS, start, types, parse_expression(p));
    n->val = name;
    return n;
}
#endif

/* ---- imports ---- */

/* a.b.c as one symbol. */
static value parse_module_name(struct parser *p)
{
    value name = expect_name(p);
    if (token_kind(p) != T_DOT) return name;
    struct scratch **words = &p->lex.words;
    size_t base = scratch_len(*words), n;
    const char *text = symbol_text(name, &n);
    scratch_add(words, text, n);
    while (token_kind(p) == T_DOT) {
        advance(p);
        scratch_add(words, ".", 1);
        text = symbol_text(expect_name(p), &n);
        scratch_add(words, text, n);
    }
    name = symbol_intern(scratch_data(*words) + base, (*words)->len - base);
    scratch_cut(*words, base);
    return name;
}

/* Behind `import`. */
static void need_names(struct parser *p)
{
    struct place where = p->lex.token.place;
    if (token_kind(p) != T_NEWLINE) return;
    where.end_column--; /* what is there but the newline */
    parse_error(p, where, "Expected one or more names after 'import'");
}

/* Pushes an ALIAS: name [as other]. */
static void parse_alias(struct parser *p, bool dotted)
{
    struct spot start = spot_here(p);
    struct node *as = NULL;
    value name = dotted ? parse_module_name(p) : expect_name(p);
    if (accept(p, KW_as)) {
        struct spot here = spot_here(p);
        as = node_val(p, N_NAME, here, expect_name(p));
    }
    struct node *n = node1(p, N_ALIAS, start, as);
    n->val = name;
    kids_push(p, n);
}

static struct node *parse_import(struct parser *p)
{
    struct spot start = spot_here(p);
    size_t base = kids_mark(p);
    advance(p);
    need_names(p);
    do parse_alias(p, true);
    while (accept(p, T_COMMA));
    if (token_kind(p) == KW_from) {
        struct place where = {start.line, spot_column(start), p->lex.prev_line, p->lex.prev_column};
        advance(p);
        parse_module_name(p);
        where.end_column = p->lex.prev_column;
        parse_error(p, where, "Did you mean to use 'from ... import ...' instead?");
    }
    return node_from(p, N_IMPORT, start, base, 0);
}

static void parse_imported_names(struct parser *p)
{
    struct bracket b;
    bool brackets = token_kind(p) == T_LPAREN;
    need_names(p);
    if (brackets) open_bracket(p, &b);
    for (;;) {
        parse_alias(p, false);
        if (!accept(p, T_COMMA) || (brackets && token_kind(p) == T_RPAREN)) break;
        if (token_kind(p) == T_NEWLINE)
            parse_error_here(p, "trailing comma not allowed without surrounding parentheses");
    }
    if (brackets) close_bracket(p, T_RPAREN);
}

static struct node *parse_from(struct parser *p)
{
    struct spot start = spot_here(p);
    size_t base = kids_mark(p);
    unsigned dots = 0;
    value name = UNDEF;
    for (advance(p); token_kind(p) == T_DOT || token_kind(p) == T_ELLIPSIS; advance(p))
        dots += token_kind(p) == T_DOT ? 1 : 3;
    if (dots > 255) parse_error_here(p, "too many dots in relative import");
    if (dots == 0 || token_kind(p) == T_NAME) name = parse_module_name(p);
    expect(p, KW_import);
    struct spot here = spot_here(p);
    if (accept(p, T_STAR))
        kids_push(p, node1(p, N_ALIAS, here, NULL));
    else
        parse_imported_names(p);
    struct node *n = node_from(p, N_IMPORTFROM, start, base, 0);
    if (n->kid[0]->val == UNDEF) n->kid[0]->val = SYMBOL('*');
    n->val = name;
    n->op = (uint8_t)dots;
    return n;
}

static struct node *parse_simple(struct parser *p)
{
    switch (first_kind(p)) {
    case KW_return: return parse_return(p);
    case KW_raise: return parse_one_or_two(p, N_RAISE, KW_from);
    case KW_assert: return parse_one_or_two(p, N_ASSERT, T_COMMA);
    case KW_del: return parse_delete(p);
    case KW_pass: return parse_word(p, N_PASS);
    case KW_break: return parse_word(p, N_BREAK);
    case KW_continue: return parse_word(p, N_CONTINUE);
    case KW_global:
        p->class_name = UNDEF; /* of a method perhaps: its qualified name is another one then */
        return parse_scope(p, N_GLOBAL);
    case KW_nonlocal: return parse_scope(p, N_NONLOCAL);
    case KW_import: return parse_import(p);
    case KW_from: return parse_from(p);
#if ADDER_TYPING
    case T_NAME:
        if (p->begun || p->lex.token.val != SYMBOL(S_type)) break;
        p->begun = parse_name(p);
        if (token_kind(p) == T_NAME) return parse_type_alias(p);
#endif
    }
    return parse_expression_statement(p);
}

/* ---- blocks ---- */

void block_open(struct parser *p, struct indent *in, const char *owner, uint32_t line)
{
    struct lexer *x = &p->lex;
    expect(p, T_NEWLINE);
    if (x->token.kind != T_INDENT) {
        parse_indent_error(p, x->token.place, "expected an indented block after %s on line %u", owner,
                           (unsigned)line);
    }
    if (x->indents == MAX_INDENTS - 1) {
        struct place at = {x->line, 0, 0, 0};
        lex_error(x, &type_IndentationError, at, "too many levels of indentation");
    }
    *in = (struct indent){x->indent, x->column, x->alt_column};
    x->indent = in;
    x->indents++;
    advance(p);
}

void block_close(struct parser *p, struct indent *in)
{
    struct lexer *x = &p->lex;
    uint32_t line = x->prev_line, column = x->prev_column;
    x->indent = in->up;
    x->indents--;
    expect(p, T_DEDENT);
    lex_end_at(x, line, column); /* a block ends where its last statement does */
}

static struct node *parse_compound(struct parser *p);

/* Pushes the simple statements of a line. */
static void parse_line(struct parser *p)
{
    do {
        kids_push(p, parse_simple(p));
    } while (accept(p, T_SEMICOLON) && token_kind(p) != T_NEWLINE);
    if (token_kind(p) != T_NEWLINE) bad_syntax(p);
    uint32_t line = p->lex.prev_line, column = p->lex.prev_column;
    advance(p);
    lex_end_at(&p->lex, line, column);
    p->operand = NULL;
}

struct node *parse_block(struct parser *p, const char *owner, uint32_t line)
{
    size_t base = kids_mark(p);
    struct spot start = spot_here(p);
    if (token_kind(p) != T_NEWLINE) {
        parse_line(p);
        return node_from(p, N_BLOCK, start, base, 0);
    }
    struct indent in;
    check_c_stack();
    block_open(p, &in, owner, line);
    start = spot_here(p);
    do {
        struct node *n = parse_compound(p);
        if (n)
            kids_push(p, n);
        else
            parse_line(p);
    } while (token_kind(p) != T_DEDENT);
    block_close(p, &in);
    return node_from(p, N_BLOCK, start, base, 0);
}

/* ---- compound statements ---- */

static struct node *parse_else(struct parser *p)
{
    uint32_t line = p->lex.token.place.line;
    if (!accept(p, KW_else)) return NULL;
    expect_colon(p, true);
    return parse_block(p, "'else' statement", line);
}

/* A word, a test and what is to be done then; a third kid is for what else. */
static struct node *parse_test_block(struct parser *p, enum node_kind kind, const char *owner)
{
    struct node *n = node_take(p, kind, 3);
    n->kid[0] = parse_named(p);
    expect_colon(p, false);
    n->kid[1] = parse_block(p, owner, n->line);
    return node_end(p, n);
}

/* A chain of elif is a chain of nodes, made without recursion. */
static struct node *parse_if(struct parser *p)
{
    struct node *first = NULL, *last = NULL;
    do {
        struct node *n = parse_test_block(p, N_IF, last ? "'elif' statement" : "'if' statement");
        if (last)
            last->kid[2] = n;
        else
            first = n;
        last = n;
    } while (token_kind(p) == KW_elif);
    last->kid[2] = parse_else(p);
    for (struct node *n = first; ADDER_ENDS && n && n->kind == N_IF; n = n->kid[2]) node_end(p, n);
    return first;
}

static struct node *parse_while(struct parser *p)
{
    struct node *n = parse_test_block(p, N_WHILE, "'while' statement");
    n->kid[2] = parse_else(p);
    return node_end(p, n);
}

static struct node *parse_for(struct parser *p, struct spot start, bool async)
{
    uint32_t line = p->lex.token.place.line;
    struct node *n = node_new(p, N_FOR, start, 4);
    advance(p);
    n->op = async;
    n->kid[0] = parse_targets(p);
    check_target(p, n->kid[0], TARGET_ASSIGN);
    expect(p, KW_in);
    n->kid[1] = parse_list(p);
    expect_colon(p, false);
    n->kid[2] = parse_block(p, "'for' statement", line);
    n->kid[3] = parse_else(p);
    return node_end(p, n);
}

/* ---- with ---- */

/* [as target]; NULL: there is none. */
static struct node *parse_with_target(struct parser *p)
{
    if (!accept(p, KW_as)) return NULL;
    struct node *target = token_kind(p) == T_STAR ? parse_star_named(p) : parse_primary(p);
    check_target(p, target, TARGET_ASSIGN);
    return target;
}

struct node *parse_with_item(struct parser *p, struct spot start, struct node *context)
{
    struct node *target = parse_with_target(p);
    return node2(p, N_WITHITEM, start, context, target);
}

/* Is this, with the colon behind it, the bracket behind `with`, of items and no tuple for a context? */
static bool is_item_list(const struct parser *p, const struct node *n)
{
    if (!ADDER_MORE_SYNTAX || token_kind(p) != T_COLON || n->kind != N_TUPLE || n->op != 1 || !n->n) return false;
    for (uint32_t i = 0; i < n->n; i++)
        if (n->kid[i]->kind == N_STAR || (n->kid[i]->kind == N_NAMED && n->kid[i]->op)) return false;
    return true;
}

/* Pushes the items. parse_group() leaves a bracket around all of them as a tuple, in which items are what they are only where
 * they have a target. */
static void parse_with_items(struct parser *p)
{
    struct spot start = spot_here(p);
    p->with_bracket = token_kind(p) == T_LPAREN;
    struct node *context = parse_expression(p);
    if (is_item_list(p, context)) {
        for (uint32_t i = 0; i < context->n; i++) {
            struct node *e = context->kid[i];
            kids_push(p, e->kind == N_WITHITEM ? e : node2(p, N_WITHITEM, spot_of(e), e, NULL));
        }
        return;
    }
    kids_push(p, parse_with_item(p, start, context));
    while (accept(p, T_COMMA)) {
        start = spot_here(p);
        kids_push(p, parse_with_item(p, start, parse_expression(p)));
    }
}

static struct node *parse_with(struct parser *p, struct spot start, bool async)
{
    uint32_t line = p->lex.token.place.line;
    size_t base = kids_mark(p);
    advance(p);
    parse_with_items(p);
    expect_colon(p, false);
    struct node *body = parse_block(p, "'with' statement", line);
    struct node *n = node_from(p, N_WITH, start, base, 1);
    n->op = async;
    n->kid[0] = body;
    return n;
}

/* ---- try ---- */

/* A, B, C behind `except`: one expression, or a tuple. */
static struct node *parse_exception_types(struct parser *p)
{
    struct spot start = spot_here(p);
    struct node *e = parse_expression(p);
    if (token_kind(p) != T_COMMA) return e;
    size_t base = kids_mark(p);
    kids_push(p, e);
    while (accept(p, T_COMMA) && starts_expression(token_kind(p))) kids_push(p, parse_expression(p));
    if (token_kind(p) == KW_as) {
        struct place where = {start.line, spot_column(start), p->lex.prev_line, p->lex.prev_column};
        parse_error(p, where, "multiple exception types must be parenthesized when using 'as'");
    }
    return node_from(p, N_TUPLE, start, base, 0);
}

/* Pushes a HANDLER; whether it is an except*. `others`: whether those before it are; -1: it is the first. */
static bool parse_handler(struct parser *p, int others)
{
    struct node *n = node_take(p, N_HANDLER, 2);
    bool star = accept(p, T_STAR);
    struct place where = {n->line, n->column, n->line, star ? p->lex.prev_column : n->column + 6u};
    if (star && !ADDER_GROUPS) lex_error_left_out(&p->lex);
    if (star && (token_kind(p) == T_COLON || token_kind(p) == T_NEWLINE))
        parse_error_here(p, "expected one or more exception types");
    if (token_kind(p) != T_COLON && token_kind(p) != T_NEWLINE) {
        n->kid[0] = parse_exception_types(p);
        if (accept(p, KW_as)) n->val = expect_name(p);
    }
    expect_colon(p, false);
    if (others == !star) parse_error(p, where, "cannot have both 'except' and 'except*' on the same 'try'");
    n->kid[1] = parse_block(p, star ? "'except*' statement" : "'except' statement", n->line);
    kids_push(p, node_end(p, n));
    return star;
}

static struct node *parse_try(struct parser *p)
{
    struct spot start = spot_here(p);
    struct node *orelse = NULL, *finally = NULL;
    size_t base = kids_mark(p);
    int star = -1;
    advance(p);
    expect_colon(p, true);
    struct node *body = parse_block(p, "'try' statement", start.line);
    if (token_kind(p) != KW_except && token_kind(p) != KW_finally)
        parse_error_here(p, "expected 'except' or 'finally' block");
    while (token_kind(p) == KW_except) star = parse_handler(p, star);
    if (kids_mark(p) > base) orelse = parse_else(p);
    uint32_t line = p->lex.token.place.line;
    if (accept(p, KW_finally)) {
        expect_colon(p, true);
        finally = parse_block(p, "'finally' statement", line);
        warn_finally(finally);
    }
    struct node *n = node_from(p, N_TRY, start, base, 3);
    n->op = star > 0;
    n->kid[0] = body;
    n->kid[1] = orelse;
    n->kid[2] = finally;
    return n;
}

/* ---- definitions ---- */

static struct node *parse_async(struct parser *p, size_t decorators)
{
    struct spot start = spot_here(p);
    bool decorated = kids_mark(p) > decorators;
    if (!ADDER_ASYNC) lex_error_left_out(&p->lex);
    advance(p);
    switch (token_kind(p)) {
    case KW_def: return parse_def(p, start, decorators, true);
    case KW_for:
        if (!decorated) return parse_for(p, start, true);
        break;
    case KW_with:
        if (!decorated) return parse_with(p, start, true);
        break;
    }
    bad_syntax(p);
}

static struct node *parse_decorated(struct parser *p)
{
    size_t base = kids_mark(p);
    while (accept(p, T_AT)) {
        kids_push(p, parse_named(p));
        expect(p, T_NEWLINE);
    }
    switch (token_kind(p)) {
    case KW_def: return parse_def(p, spot_here(p), base, false);
    case KW_class: return parse_class(p, base);
    case KW_async: return parse_async(p, base);
    }
    bad_syntax(p);
}

/* ---- match, or a name ---- */

#if ADDER_MATCH
/* At the token behind the name `match`: is it a keyword? */
static bool is_match(struct parser *p)
{
    switch (token_kind(p)) {
    case T_LPAREN:
    case T_LBRACKET:
    case T_MINUS:
    case T_PLUS:
    case T_STAR:
    case KW_not: return lex_ends_with_colon(&p->lex);
    }
    return starts_expression(token_kind(p));
}

#endif

/* A compound statement; NULL: there is none. Then what it has consumed to find out is in p->begun. */
static struct node *parse_compound(struct parser *p)
{
    struct spot start = spot_here(p);
    switch (token_kind(p)) {
    case KW_if: return parse_if(p);
    case KW_while: return parse_while(p);
    case KW_for: return parse_for(p, start, false);
    case KW_with: return parse_with(p, start, false);
    case KW_try: return parse_try(p);
    case KW_def: return parse_def(p, start, kids_mark(p), false);
    case KW_class: return parse_class(p, kids_mark(p));
    case KW_async: return parse_async(p, kids_mark(p));
    case T_AT: return parse_decorated(p);
#if ADDER_MATCH
    case T_NAME:
        if (p->lex.token.val != SYMBOL(S_match)) return NULL;
        p->begun = parse_name(p);
        if (!is_match(p)) break;
        p->begun = NULL;
        return parse_match(p, start);
#endif
    }
    return NULL;
}

/* ---- the whole ---- */

void parser_open(struct parser *p, struct source *s, value filename, enum compile_mode mode)
{
    memset(p, 0, sizeof *p);
    p->mode = (uint8_t)mode;
    lexer_open(&p->lex, s, filename);
}

static struct node *parse_eval(struct parser *p)
{
    if (token_kind(p) == T_STAR) bad_syntax(p);
    struct node *n = parse_list(p);
    if (token_kind(p) == T_NEWLINE) advance(p);
    if (token_kind(p) != T_EOF) bad_syntax(p);
    p->state = PARSER_DONE;
    return n;
}

/* A statement of the top level. The newline behind a simple one is left for the next call, so that no more of
 * the source is read than is needed. */
static struct node *parse_top(struct parser *p)
{
    struct node *n = p->state == PARSER_IN_LINE ? NULL : parse_compound(p);
    if (n) {
        p->state = p->mode == COMPILE_SINGLE ? PARSER_DONE : PARSER_BETWEEN;
        return n;
    }
    n = parse_simple(p);
    if (!at_end(p)) bad_syntax(p);
    accept(p, T_SEMICOLON);
    p->state = PARSER_IN_LINE;
    return n;
}

struct node *parser_next(struct parser *p, struct arena *a)
{
    p->arena = a;
    p->operand = NULL; /* it was in the last statement's tree */
    check_interrupt();
    switch (p->state) {
    case PARSER_NEW:
        advance(p);
        p->state = PARSER_BETWEEN;
        if (p->mode == COMPILE_EVAL) return parse_eval(p);
        break;
    case PARSER_IN_LINE:
        if (!accept(p, T_NEWLINE)) break;
        p->state = p->mode == COMPILE_SINGLE ? PARSER_DONE : PARSER_BETWEEN;
        break;
    }
    if (token_kind(p) == T_EOF || (p->state == PARSER_DONE && p->mode == COMPILE_EVAL)) return NULL;
    if (p->state == PARSER_DONE)
        parse_error_here(p, "multiple statements found while compiling a single statement");
    return parse_top(p);
}
