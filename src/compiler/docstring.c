/* Docstrings: as in CPython from 3.13 on, without the spaces that all lines but the first begin with, nor those before the first. */
#include "../object/printer.h"
#include "codegen.h"

#if ADDER_METHODS
static size_t spaces_at(const char *p, const char *end)
{
    size_t n = 0;
    while (p + n < end && p[n] == ' ') n++;
    return n;
}

static const char *line_end(const char *p, const char *end)
{
    const char *newline = memchr(p, '\n', (size_t)(end - p));
    return newline ? newline : end;
}

/* How many spaces each line from the second on begins with; those that are only spaces don't count. */
static size_t common_margin(const char *p, const char *end)
{
    size_t margin = SIZE_MAX;
    while ((p = line_end(p, end)) < end) {
        size_t n = spaces_at(++p, end);
        p += n;
        if (p < end && *p != '\n' && n < margin) margin = n;
    }
    return margin == SIZE_MAX ? 0 : margin;
}

static value without_indentation(value doc)
{
    struct view v = str_view(doc);
    if (memchr(v.data, '\t', v.len)) {
        doc = call0(get_attr(doc, SYMBOL(S_expandtabs)));
        v = str_view(doc);
    }
    const char *p = v.data, *end = v.data + v.len;
    size_t margin = common_margin(p, end), before = spaces_at(p, end);
    if (!margin && !before) return doc;
    struct printer out;
    printer_init(&out);
    for (p += before;;) {
        const char *next = line_end(p, end);
        print_text(&out, p, (size_t)(next - p));
        if (next == end) break;
        print_char(&out, '\n');
        size_t n = spaces_at(++next, end);
        p = next + (n < margin ? n : margin);
    }
    HOLD(doc);
    return printer_str(&out);
}

value docstring(const struct compiler *c, const struct node *first)
{
    if (first->kind != N_EXPR || first->kid[0]->kind != N_CONST || !is_str(first->kid[0]->val) || c->optimise >= 2) return UNDEF;
    return without_indentation(first->kid[0]->val);
}
#endif
