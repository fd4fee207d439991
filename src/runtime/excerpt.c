/* Pieces of source text in tracebacks, laid out as CPython 3.13 does: the lines that an expression spans, with
 * the part of it that failed underlined. In a binary operation, call or subscript ^ marks the operator or the
 * brackets, and ~ the rest. */
#include "excerpt.h"
#include "file.h"
#include "../compiler/compiler.h"
#include "../object/text.h"

/* ---- where the text is ---- */

struct source_text source_open(value filename)
{
    struct source_text s = {NULL, 0, false};
    if (filename == runtime.text_name && command_line.text) {
        s.data = command_line.text;
        s.n = strlen(s.data);
        return s;
    }
    if (filename == runtime.statement_name && runtime.statement != UNDEF) {
        const struct bytearray *b = (const struct bytearray *)runtime.statement;
        s.data = b->owner.buf;
        s.n = b->len;
        return s;
    }
#if ADDER_FILES
    char path[PORT_PATH_MAX];
    struct view name = str_view(filename);
    if (!name.len || *name.data == '<' || name.len >= sizeof path || memchr(name.data, 0, name.len))
        return s;
    path_copy(filename, path);
    if (path_hooks && !path_hooks->port_path(name, path))
        return s;
    word n;
    s.data = port_file_map(path, &n);
    s.n = s.data ? (size_t)n : 0;
    s.mapped = s.data != NULL;
#endif
    return s;
}

void source_close(struct source_text *s)
{
#if ADDER_FILES
    if (s->mapped)
        port_file_unmap(s->data, s->n);
#else
    (void)s;
#endif
}

/* ---- lines ---- */

struct line {
    const char *text;
    size_t n;
};

/* The lines of one expression, without the indentation that they share. */
struct excerpt {
    const char *text, *end; /* from the start of the first line to the end of the last */
    unsigned count;
    size_t indent;          /* bytes cut off each line */
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\f';
}

static struct line raw_line(const struct excerpt *e, unsigned i)
{
    const char *at = e->text;
    const char *newline;
    for (; i > 0 && (newline = memchr(at, '\n', (size_t)(e->end - at))); i--)
        at = newline + 1;
    newline = memchr(at, '\n', (size_t)(e->end - at));
    size_t n = (size_t)((newline ? newline : e->end) - at);
    while (n && (at[n - 1] == '\r' || is_blank(at[n - 1])))
        n--;
    return (struct line){at, n};
}

static size_t leading_blanks(struct line l)
{
    size_t n = 0;
    while (n < l.n && is_blank(l.text[n]))
        n++;
    return n;
}

/* Line i without the common indentation; nothing is left of one that is blank. */
static struct line line_at(const struct excerpt *e, unsigned i)
{
    struct line l = raw_line(e, i);
    if (leading_blanks(l) == l.n)
        return (struct line){l.text, 0};
    l.text += e->indent;
    l.n -= e->indent;
    return l;
}

static bool excerpt_find(struct excerpt *e, const struct source_text *s, uint32_t first, uint32_t last)
{
    if (!s->data || first == 0)
        return false;
    const char *at = s->data, *end = at + s->n, *newline;
    for (uint32_t i = 1; i < first; i++) {
        newline = memchr(at, '\n', (size_t)(end - at));
        if (!newline)
            return false;
        at = newline + 1;
    }
    e->text = e->end = at;
    e->count = 0;
    while (e->count <= last - first && e->end < end) {
        newline = memchr(e->end, '\n', (size_t)(end - e->end));
        e->end = newline ? newline + 1 : end;
        e->count++;
    }
    e->indent = SIZE_MAX;
    for (unsigned i = 0; i < e->count; i++) {
        struct line l = raw_line(e, i);
        size_t n = leading_blanks(l);
        if (n < l.n && n < e->indent)
            e->indent = n;
    }
    return e->indent != SIZE_MAX; /* else all lines are blank */
}

/* ---- columns ---- */

static bool is_wide(uint32_t c)
{
    static const struct { uint32_t first, last; } wide[] = {
        {0x1100, 0x115f}, {0x2e80, 0x303e}, {0x3041, 0xa4cf}, {0xac00, 0xd7a3},   {0xf900, 0xfaff},
        {0xfe30, 0xfe6f}, {0xff01, 0xff60}, {0xffe0, 0xffe6}, {0x1f300, 0x1f64f}, {0x1f680, 0x1f6ff},
        {0x1f900, 0x1f9ff}, {0x20000, 0x3fffd},
    };
    for (unsigned i = 0; i < sizeof wide / sizeof wide[0]; i++)
        if (c >= wide[i].first && c <= wide[i].last)
            return true;
    return false;
}

size_t display_width(const char *text, size_t n)
{
    size_t width = 0;
    if (utf8_check(text, n, NULL) != n)
        return n;
    for (const char *at = text, *end = text + n; at < end;)
        width += 1 + is_wide(utf8_decode(&at));
    return width;
}

/* ---- what to underline how ---- */

struct spot {
    unsigned line;
    size_t col; /* in bytes */
};

/* ^ from `left` up to `right`, ~ elsewhere. */
struct anchors {
    bool found;
    struct spot left, right;
};

struct underline {
    const struct excerpt *e;
    struct spot from, to;
    struct anchors anchors;
    bool shown;
};

/* Moves to the next character for which `stop` says so; comments and the ends of lines are skipped. */
static bool seek(const struct excerpt *e, struct spot *p, bool (*stop)(char c))
{
    for (; p->line < e->count; p->line++, p->col = 0) {
        struct line l = line_at(e, p->line);
        for (; p->col < l.n; p->col++) {
            char c = l.text[p->col];
            if (c == '\\' || c == '#')
                break;
            if (stop(c))
                return true;
        }
    }
    return false;
}

static bool is_operator(char c) { return !is_blank(c) && c != ')' && c != '\n'; }
static bool is_bracket(char c) { return c == '['; }
static bool is_parenthesis(char c) { return c == '('; }

/* The tree's lines count from 2 (see segment_text), and its first line begins at the expression. */
static struct spot spot_of(const struct underline *u, uint32_t line, uint16_t column)
{
    struct spot p = {line - 2, column};
    if (p.line == 0)
        p.col += u->from.col;
    return p;
}

static struct spot node_start(const struct underline *u, const struct node *n)
{
    return spot_of(u, n->line, n->column);
}

static struct spot node_end(const struct underline *u, const struct node *n)
{
    return spot_of(u, n->line + n->lines, n->end_column);
}

static void find_anchors(struct underline *u, const struct node *n)
{
    struct spot left = node_end(u, n->kid[0]), right;
    const struct excerpt *e = u->e;
    if (n->kind == N_BINOP) {
        if (!seek(e, &left, is_operator))
            return;
        struct line l = line_at(e, left.line);
        struct spot operand = node_start(u, n->kid[1]);
        right = (struct spot){left.line, left.col + 1};
        bool before = operand.line > right.line || right.col < operand.col;
        if (right.col < l.n && before && is_operator(l.text[right.col]) && l.text[right.col] != '#' &&
            l.text[right.col] != '\\')
            right.col++;
    } else {
        if (!seek(e, &left, n->kind == N_CALL ? is_parenthesis : is_bracket))
            return;
        right = node_end(u, n);
    }
    u->anchors = (struct anchors){true, left, right};
}

/* The expression in parentheses of its own, so that it may span lines: as text to be parsed. */
static value segment_text(const struct underline *u)
{
    struct printer p;
    printer_init(&p);
    print_text(&p, "(\n", 2);
    for (unsigned i = u->from.line; i <= u->to.line; i++) {
        struct line l = line_at(u->e, i);
        size_t from = i == u->from.line ? u->from.col : 0, to = i == u->to.line ? u->to.col : l.n;
        if (from < to && to <= l.n)
            print_text(&p, l.text + from, to - from);
        print_text(&p, "\n", 1);
    }
    print_text(&p, ")", 1);
    return printer_str(&p);
}

/* The tree of the first statement in a text (a str). */
static const struct node *parse(value text, struct arena *tree)
{
    struct view s = str_view(text);
    arena_open(tree);
    const struct node *n = parse_first(s.data, s.len, tree);
    HOLD(text);
    return n;
}

static value find_anchors_job(void *arg)
{
    struct underline *u = arg;
    struct arena tree;
    const struct node *n = parse(segment_text(u), &tree);
    if (n && n->kind == N_EXPR && n->kid[0]) {
        n = n->kid[0];
        if (n->kind == N_BINOP || n->kind == N_SUBSCR || n->kind == N_CALL)
            find_anchors(u, n);
    }
    arena_close(&tree);
    return NONE;
}

/* `return f(...)` and `x = f(...)` that failed in the call are clear without carets. */
static value is_plain_call_job(void *arg)
{
    struct underline *u = arg;
    struct printer p;
    printer_init(&p);
    for (unsigned i = 0; i < u->e->count; i++) {
        struct line l = line_at(u->e, i);
        print_text(&p, l.text, l.n);
        print_text(&p, "\n", 1);
    }
    struct arena tree;
    const struct node *n = parse(printer_str(&p), &tree);
    const struct node *v = NULL;
    if (n && n->kind == N_RETURN && n->kid[0] && n->kid[0]->kind == N_CALL && n->kid[0]->kid[0]->kind == N_NAME)
        v = n->kid[0];
    if (n && n->kind == N_ASSIGN && n->n == 2 && n->kid[0]->kind == N_CALL && n->kid[1]->kind == N_NAME)
        v = n->kid[0];
    bool plain = v && v->line == 1 && v->line + v->lines == u->e->count && v->column == u->from.col &&
                 v->end_column == u->to.col;
    arena_close(&tree);
    return from_bool(plain);
}

/* Is there anything in the lines besides the expression? */
static bool is_part(const struct underline *u)
{
    struct line first = line_at(u->e, u->from.line), last = line_at(u->e, u->to.line);
    for (size_t i = 0; i < u->from.col && i < first.n; i++)
        if (!is_blank(first.text[i]))
            return true;
    for (size_t i = u->to.col; i < last.n; i++)
        if (!is_blank(last.text[i]))
            return true;
    return false;
}

static void choose_underline(struct underline *u)
{
    value result;
    u->anchors.found = false;
    protect(find_anchors_job, u, &result);
    if (protect(is_plain_call_job, u, &result) && result == TRUE)
        u->shown = false;
    else
        u->shown = u->anchors.found || is_part(u);
}

/* ---- printing ---- */

static void print_spaces(struct printer *out, size_t n)
{
    while (n--)
        print_text(out, " ", 1);
}

static bool is_before(struct spot a, struct spot b)
{
    return a.line < b.line || (a.line == b.line && a.col < b.col);
}

static void print_carets(struct printer *out, const struct underline *u, unsigned i, struct line l)
{
    size_t blanks = leading_blanks(l), end = i == u->to.line && u->to.col < l.n ? u->to.col : l.n;
    for (size_t col = 0; col < end;) {
        struct spot at = {i, col};
        size_t len = utf8_length(l.text[col]);
        size_t width = display_width(l.text + col, len <= l.n - col ? len : 1);
        char mark = '^';
        if (col < blanks || is_before(at, u->from))
            mark = ' ';
        else if (u->anchors.found && (is_before(at, u->anchors.left) || !is_before(at, u->anchors.right)))
            mark = '~';
        while (width--)
            print_text(out, &mark, 1);
        col += len;
    }
}

static void print_line(struct printer *out, const struct underline *u, unsigned i)
{
    struct line l = line_at(u->e, i);
    print_spaces(out, 4);
    print_text(out, l.text, l.n);
    print_text(out, "\n", 1);
    if (!u->shown)
        return;
    print_spaces(out, 4);
    print_carets(out, u, i, l);
    print_text(out, "\n", 1);
}

/* The first and the last line, and those around the anchors. */
static bool is_significant(const struct underline *u, unsigned i)
{
    if (i == 0 || i == u->e->count - 1)
        return true;
    return u->anchors.found && ((i + 1 >= u->anchors.left.line && i <= u->anchors.left.line + 1) ||
                                (i + 1 >= u->anchors.right.line && i <= u->anchors.right.line + 1));
}

static void print_lines(struct printer *out, const struct underline *u)
{
    for (unsigned i = 0; i < u->e->count; i++) {
        unsigned skip = i;
        while (!is_significant(u, skip))
            skip++;
        if (skip > i + 1) {
            print_format(out, "    ...<%u lines>...\n", skip - i);
            i = skip;
        }
        print_line(out, u, i);
    }
}

void excerpt_print(struct printer *out, const struct source_text *s, const struct code_position *at)
{
    struct excerpt e;
    bool columns = at->column != COLUMN_UNKNOWN && at->end_column != COLUMN_UNKNOWN;
    uint32_t last = columns && at->end_line >= at->line ? at->end_line : at->line;
    if (!excerpt_find(&e, s, at->line, last))
        return;
    struct underline u = {.e = &e, .shown = false};
    if (columns) {
        struct line first = line_at(&e, 0), end = line_at(&e, e.count - 1);
        u.from = (struct spot){0, at->column > e.indent ? at->column - e.indent : 0};
        u.to = (struct spot){e.count - 1, at->end_column > e.indent ? at->end_column - e.indent : 0};
        if (u.from.col <= first.n && u.to.col <= end.n)
            choose_underline(&u);
    }
    print_lines(out, &u);
}
