/* Whether a statement at the prompt is complete, where nothing else needs a glance over text (else: scan.c): the parser
 * is asked. What it thinks is wrong does not matter, only whether the text ends where more has to come. */
#include "parser_internal.h"

#if !ADDER_SCAN

struct beginning {
    struct parser parser;
    struct source source;
    struct arena tree;
    int first; /* its first token */
};

static value parse_beginning(void *arg)
{
    struct beginning *b = arg;
    parser_open(&b->parser, &b->source, NONE, COMPILE_SINGLE);
    advance(&b->parser);
    b->first = token_kind(&b->parser);
    b->parser.state = PARSER_BETWEEN;
    parser_next(&b->parser, &b->tree);
    return NONE;
}

bool compile_wants_more(const char *text, size_t n)
{
    struct beginning b = {.source = {.at = text, .end = text + n}};
    value result;
    arena_open(&b.tree);
    symbol_hold();
    protect(parse_beginning, &b, &result);
    symbol_release();
    arena_close(&b.tree);
    if (b.parser.lex.unfinished) return true;
    switch (b.first) {
    case KW_if:
    case KW_for:
    case KW_def:
    case KW_try:
    case KW_with:
    case KW_while:
    case KW_class:
    case T_AT: return n && text[n - 1] != '\n' && text[n - 1] != '\r'; /* an empty line ends it */
    }
    return false;
}
#endif
