/* The parser for those who want a tree and no code: tracebacks, which look at the failing expression. */
#include "parser_internal.h"

struct node *parse_first(const char *text, size_t n, struct arena *a)
{
    struct source source = { .at = text, .end = text + n };
    struct parser parser;
    parser_open(&parser, &source, SYMBOL(S_lt_string), COMPILE_EXEC);
    return parser_next(&parser, a);
}
