/* After a syntax error the rest of the source is still read, for its tokens only: a string that does not end
 * or a bracket that is never closed is most often what the parser stumbled over, so it goes first. */
#include "parser_internal.h"

#if ADDER_SYNTAX_HINTS

static void drain(struct lexer *x, const struct bracket *until);

/* Reads what an opening bracket has opened; it was read last. The end of the source may come first. */
static void drain_bracket(struct lexer *x, struct bracket b)
{
    x->bracket = &b;
    lex_next(x);
    drain(x, &b);
    x->bracket = b.up;
}

static void drain_field(struct lexer *x, const struct token *string)
{
    drain_bracket(x, (struct bracket){x->bracket, spot_at(x->line, lex_here(x)), '{', string->flags});
}

static void drain_string(struct lexer *x, struct token string)
{
    size_t base = scratch_len(x->words);
    if (!(string.flags & STRING_FORMATTED)) {
        lex_skip_string(x, &string);
        return;
    }
    string.flags |= STRING_RAW;
    while (lex_string(x, &string, false) == STRING_FIELD) drain_field(x, &string);
    scratch_cut(x->words, base);
}

/* Behind a colon that belongs to the field b: its format specification. */
static void drain_spec(struct lexer *x, const struct bracket *b)
{
    struct token string = x->token;
    string.flags = b->string;
    while (lex_string(x, &string, true) == STRING_FIELD) drain_field(x, &string);
    x->token.kind = T_RBRACE;
}

/* Begins at the current token; ends at the one that closes `until`, or at the end of the source. */
static void drain(struct lexer *x, const struct bracket *until)
{
    check_c_stack();
    for (; x->token.kind != T_EOF; lex_next(x)) {
        struct token t = x->token;
        if (t.kind == T_STRING) drain_string(x, t);
        if (t.kind >= T_LPAREN && t.kind <= T_LBRACE) {
            drain_bracket(x, (struct bracket){x->bracket, spot_at(t.place.line, t.place.column), "([{"[t.kind - T_LPAREN], 0});
            continue;
        }
        if (t.kind == T_COLON && x->bracket && x->bracket->string) {
            drain_spec(x, x->bracket);
            t.kind = T_RBRACE;
        }
        if (t.kind >= T_RPAREN && t.kind <= T_RBRACE && x->bracket) {
            const struct bracket *b = x->bracket;
            x->bracket = b->up;
            if (b == until) return;
            if (b->string) { /* a field that the parser had open: its string goes on */
                t.flags = b->string;
                drain_string(x, t);
            }
        }
    }
}

/* `line` is where the parser stands. Raises what is found wrong in the tokens, if anything is. Not for errors
 * in a field of a string: there the error itself says what is missing. */
void drain_source(struct parser *p, uint32_t line)
{
    struct lexer *x = &p->lex;
    if (x->fields) return;
    x->draining = line;
    x->indent = NULL;
    drain(x, NULL);
}
#endif
