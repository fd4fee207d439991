/* Strings: implicit concatenation, and the fields of f-strings and t-strings (PEP 701, PEP 750).
 *
 * The text of a literal collects in the lexer's scratch `words`, above what others have there; a field's
 * expression may use it further up meanwhile. When a field is complete the text before it becomes a
 * constant. */
#include "parser_internal.h"

#define INTERN_MOST 20 /* ASCII texts up to this length become symbols, ... */
#define INTERN_NAME 64 /* ... and those that look like names, up to this one */

struct literal {
    const struct token *string; /* the piece being read */
    struct spot start;          /* of the first piece */
    unsigned specs;             /* how many format specifications it is in */
    size_t text;                /* where the text that is not yet a constant begins, in words */
};

static bool looks_like_name(const char *text, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!(lex_class[(unsigned char)text[i]] & (LEX_NAME | LEX_DIGIT))) return false;
    return true;
}

/* Interned if that is likely to be of use. */
value string_value(const char *text, size_t n)
{
    if ((n <= INTERN_MOST && utf8_is_ascii(text, n)) ||
        (n <= INTERN_NAME && utf8_is_ascii(text, n) && looks_like_name(text, n)))
        return symbol_intern(text, n);
    return str_new(text, n);
}

/* The text collected above `base` as a value, which takes it off. */
static value take_text(struct parser *p, size_t base, bool bytes)
{
    struct scratch *s = p->lex.words;
    size_t n = scratch_len(s) > base ? s->len - base : 0;
    const char *text = n ? scratch_data(s) + base : "";
    value v = bytes ? bytes_new((const uint8_t *)text, n) : string_value(text, n);
    scratch_cut(s, base);
    return v;
}

/* Pushes the text collected so far as a constant, if there is any. */
static void flush_text(struct parser *p, const struct literal *l)
{
    if (scratch_len(p->lex.words) > l->text)
        kids_push(p, node_val(p, N_CONST, l->start, take_text(p, l->text, false)));
}

/* ---- fields ---- */

static _Noreturn void field_error(struct parser *p, const struct literal *l, const char *what)
{
    struct token t = p->lex.token;
    if (ADDER_SYNTAX_MESSAGES && t.kind == T_STRING && !(t.flags & STRING_FORMATTED)) {
        lex_skip_string(&p->lex, &t); /* more likely its quote was meant to end the outer string */
        p->lex.token.kind = T_BAD;
    }
    parse_error_here(p, "%c-string: %s", string_letter(l->string->flags), what);
}

static const char *token_text(int kind)
{
    return kind == T_ASSIGN ? "=" : kind == T_BANG ? "!" : kind == T_COLON ? ":" : "}";
}

static bool ends_expression(int kind)
{
    return kind == T_ASSIGN || kind == T_BANG || kind == T_COLON || kind == T_RBRACE;
}

/* Adds source text to what is collected, with \n for each line end. */
static void add_source(struct parser *p, struct view v)
{
    for (size_t i = 0; i < v.len; i++) {
        const char *newline = v.data[i] == '\r' ? "\n" : v.data + i;
        if (v.data[i] == '\r' && i + 1 < v.len && v.data[i + 1] == '\n') continue;
        scratch_add(&p->lex.words, newline, 1);
    }
}

/* At the `!`: 'r', 's' or 'a'. */
static uint8_t parse_conversion(struct parser *p, const struct literal *l)
{
    int c = lex_peek(&p->lex, 0);
    bool blank = c >= 0 && lex_class[c] & LEX_BLANK;
    struct place where = p->lex.token.place;
    advance(p);
    if (token_kind(p) == T_COLON || token_kind(p) == T_RBRACE)
        field_error(p, l, "missing conversion character");
    if (blank) {
        where.end_line = p->lex.token.place.end_line;
        where.end_column = p->lex.token.place.end_column;
        parse_error(p, where, "%c-string: conversion type must come right after the exclamation mark",
                    string_letter(l->string->flags));
    }
    if (token_kind(p) != T_NAME) field_error(p, l, "invalid conversion character");
    value name = p->lex.token.val;
    if (name != SYMBOL('r') && name != SYMBOL('s') && name != SYMBOL('a'))
        parse_error_here(p, "%c-string: invalid conversion character '%v': expected 's', 'r', or 'a'",
                         string_letter(l->string->flags), name);
    advance(p);
    return (uint8_t)sym_of(name);
}

static void parse_field(struct parser *p, const struct literal *l);

/* Behind the colon: the format specification, up to and with the closing brace. */
static struct node *parse_spec(struct parser *p, const struct literal *outer)
{
    struct literal l = {outer->string, spot_at(p->lex.line, lex_here(&p->lex)), outer->specs + 1, scratch_len(p->lex.words)};
    size_t base = kids_mark(p);
    enum string_stop stop;
    while ((stop = lex_string(&p->lex, l.string, true)) == STRING_FIELD) parse_field(p, &l);
    lex_end_at(&p->lex, p->lex.token.place.end_line, p->lex.token.place.end_column - 1);
    if (stop == STRING_END) {
        p->lex.token.place.line = p->lex.line;
        p->lex.token.place.column = p->lex.prev_column;
        field_error(p, &l, "expecting '}', or format specs");
    }
    flush_text(p, &l);
    return node_from(p, N_FSTRING, l.start, base, 0);
}

static struct node *parse_field_value(struct parser *p, const struct literal *l)
{
    int kind = token_kind(p);
    if (ends_expression(kind))
        parse_error_here(p, "%c-string: valid expression required before '%s'",
                         string_letter(l->string->flags), token_text(kind));
    if (!starts_expression(kind) && kind != KW_yield && kind != T_STAR)
        field_error(p, l, "expecting a valid expression after '{'");
    return parse_list_or_yield(p);
}

/* The expression's text from the field's beginning to the current token, which is one character. */
static struct view field_source(struct parser *p, size_t mark, bool trim)
{
    struct view v = capture_text(&p->lex, mark, capture_here(&p->lex) - 1);
    while (trim && v.len && (is_ascii_space((unsigned char)v.data[v.len - 1]) || v.data[v.len - 1] == '='))
        v.len--;
    return v;
}

/* Behind the opening brace: pushes the text before the field and the field. */
static void parse_field(struct parser *p, const struct literal *l)
{
    struct lexer *x = &p->lex;
    bool outermost = x->capture == NULL, show = false;
    struct spot start = spot_at(x->line, lex_here(x) - 1);
    struct bracket b = {x->bracket, start, '{', l->string->flags};
    struct node *spec = NULL;
    uint8_t conversion = 0;
    value source = UNDEF;
    check_c_stack();
    if (l->specs > 2 || x->fields == MAX_FIELDS || x->brackets == MAX_BRACKETS)
        lex_error_here(x, "%c-string: expressions nested too deeply", string_letter(l->string->flags));
    x->fields++;
    x->brackets++;
    x->bracket = &b;
    size_t mark = ADDER_CAPTURES ? capture_begin(x) : 0;
    struct field_progress outer = p->field;
    advance(p);
    if (ADDER_SYNTAX_MESSAGES) p->field = (struct field_progress){.first = x->token.place};
    struct node *v = parse_field_value(p, l);
    if (token_kind(p) == T_ASSIGN) {
        if (!ADDER_MORE_SYNTAX) lex_error_left_out(x);
        show = true;
        advance(p);
        if (ends_expression(token_kind(p)) && token_kind(p) != T_ASSIGN)
            add_source(p, field_source(p, mark, false));
    }
    if (!ends_expression(token_kind(p)) || token_kind(p) == T_ASSIGN) {
        if (!show) explain_syntax(p);
        field_error(p, l, show ? "expecting '!', or ':', or '}'" : "expecting '=', or '!', or ':', or '}'");
    }
    if (l->string->flags & STRING_T) {
        struct view text = field_source(p, mark, true);
        source = string_value(text.data, text.len);
    }
    if (token_kind(p) == T_BANG) {
        conversion = parse_conversion(p, l);
        if (token_kind(p) != T_COLON && token_kind(p) != T_RBRACE) field_error(p, l, "expecting ':' or '}'");
    } else if (show && token_kind(p) == T_RBRACE) {
        conversion = 'r';
    }
    if (token_kind(p) == T_COLON) spec = parse_spec(p, l);
    if (ADDER_CAPTURES) capture_end(x, outermost);
    x->bracket = b.up;
    x->brackets--;
    x->fields--;
    if (ADDER_SYNTAX_MESSAGES) p->field = outer;
    lex_end_at(x, x->token.place.end_line, x->token.place.end_column);
    flush_text(p, l);
    struct node *n = node2(p, N_FVALUE, start, v, spec);
    n->op = conversion;
    n->val = source;
    kids_push(p, n);
}

/* ---- literals ---- */

struct node *parse_strings(struct parser *p)
{
    struct lexer *x = &p->lex;
    struct literal l = {NULL, spot_here(p), 0, scratch_len(x->words)};
    unsigned first = x->token.flags, formatted = 0, mixed = 0;
    size_t base = kids_mark(p);
    do {
        struct token string = x->token;
        l.string = &string;
        formatted |= string.flags & STRING_FORMATTED;
        while (lex_string(x, &string, false) == STRING_FIELD) parse_field(p, &l);
        mixed |= first ^ string.flags;
        if (mixed & STRING_T) {
            x->token.kind = T_BAD; /* it has been read */
            string.place.end_line = x->line;
            string.place.end_column = lex_here(x);
            parse_error(p, string.place, "cannot mix t-string literals with string or bytes literals");
        }
        advance(p);
    } while (token_kind(p) == T_STRING);
    if (mixed & STRING_BYTES) parse_error_here(p, "cannot mix bytes and nonbytes literals");
    if (!formatted) {
        value v = take_text(p, l.text, first & STRING_BYTES);
        return node_val(p, N_CONST, l.start, v);
    }
    flush_text(p, &l);
    return node_from(p, formatted & STRING_T ? N_TSTRING : N_FSTRING, l.start, base, 0);
}
