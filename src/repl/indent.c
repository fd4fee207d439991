/* When a statement wants another line, and how far that is indented. Hosts that send a program line by line indent by
 * themselves: the first blank in indentation made here takes its place, and no more is made for that statement. */
#include "../compiler/lexer.h"
#include "editor.h"

#define INDENT 4

bool indent_wants_more(const struct editor *e, size_t n)
{
    return compile_wants_more(edit_at(e, 0), n);
}

static size_t indentation(const struct editor *e, size_t from, size_t to)
{
    size_t n = 0;
    while (from + n < to && edit_char(e, from + n) == ' ')
        n++;
    return n;
}

/* Is the line that ends at `end` blank, and the one before it? */
static bool blank_twice(const struct editor *e, size_t end)
{
    for (unsigned i = 0; i < 2; i++) {
        size_t start = edit_line_start(e, end);
        if (start == 0 || start + indentation(e, start, end) != end)
            return false;
        end = start - 1;
    }
    return true;
}

/* Where the logical line begins that `at` is in, and what is open there. */
static size_t logical_line(const struct editor *e, size_t at, struct scan *s)
{
    size_t start = 0;
    for (;;) {
        scan_open(s, 0);
        size_t n = scan_text(s, edit_at(e, start), at - start, true);
        if (!s->ended)
            return start;
        start += n;
    }
}

void indent_new_line(struct editor *e)
{
    struct scan s;
    size_t at = e->cursor, start = logical_line(e, at, &s), n = 0;
    if (e->indents && scan_in_code(&s) && !blank_twice(e, at)) {
        n = indentation(e, start, at);
        if (s.last == ':' && start + n < at)
            n += INDENT;
    }
    static const char spaces[] = "                                ";
    edit_replace(e, at, at, "\n", 1);
    for (size_t left = n; left;) {
        size_t piece = left < sizeof spaces - 1 ? left : sizeof spaces - 1;
        edit_replace(e, e->cursor, e->cursor, spaces, piece);
        left -= piece;
    }
    e->indent = n;
}

bool indent_typed(struct editor *e, int key)
{
    size_t start = edit_line_start(e, e->cursor), n = e->cursor - start;
    if (indentation(e, start, e->cursor) != n)
        return false;
    size_t stop = n ? (n - 1) / INDENT * INDENT : 0; /* the tab stop before */
    switch (key) {
    case ' ':
        if (!e->indent)
            return false;
        edit_replace(e, start + 1, e->cursor, NULL, 0);
        e->indents = false;
        return true;
    case '\t':
        if (e->indent) {
            e->indents = false;
            edit_replace(e, start + INDENT, e->cursor, NULL, 0);
        } else {
            edit_replace(e, e->cursor, e->cursor, "    ", INDENT - n % INDENT);
        }
        return true;
    case '\b':
    case KEY_RUBOUT:
        if (n == 0)
            return false;
        edit_replace(e, start + stop, e->cursor, NULL, 0);
        return true;
    }
    return false;
}
