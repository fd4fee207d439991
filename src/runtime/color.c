/* Colours for tracebacks: a printer that reads what goes through it line by line, and knows each kind of line by its
 * shape. Lines too long for its buffer, and exception groups with their margins, stay as they are. */
#include "color.h"

#define RESET "\x1b[0m"
#define MAGENTA "\x1b[35m"
#define BOLD_MAGENTA "\x1b[1;35m"
#define BOLD_RED "\x1b[1;31m"

static void paint(struct color_printer *c, const char *color, const char *text, size_t n)
{
    print_z(c->out, color);
    print_text(c->out, text, n);
    print_z(c->out, RESET);
}

/* Prints up to `stop` or the end, in a colour; returns where that is. */
static size_t paint_until(struct color_printer *c, size_t from, size_t n, char stop)
{
    size_t at = from;
    while (at < n && c->line[at] != stop)
        at++;
    paint(c, MAGENTA, c->line + from, at - from);
    return at;
}

/* Prints as it is what is there if it is `text`; returns how long it is. */
static size_t copy(struct color_printer *c, size_t from, size_t n, const char *text)
{
    size_t len = strlen(text);
    if (n - from < len || memcmp(c->line + from, text, len) != 0)
        return 0;
    print_z(c->out, text);
    return len;
}

/*   File "NAME", line N, in NAME */
static bool paint_place(struct color_printer *c, size_t n)
{
    size_t at = copy(c, 0, n, "  File "), skip;
    if (at == 0)
        return false;
    if (at < n) { /* with its quotes */
        size_t end = at + 1;
        while (end < n && c->line[end] != '"')
            end++;
        end += end < n;
        paint(c, MAGENTA, c->line + at, end - at);
        at = end;
    }
    if ((skip = copy(c, at, n, ", line ")))
        at = paint_until(c, at + skip, n, ',');
    if ((skip = copy(c, at, n, ", in ")))
        at = paint_until(c, at + skip, n, '\n');
    print_text(c->out, c->line + at, n - at);
    return true;
}

/* A line of ~ and ^ alone. */
static bool paint_marks(struct color_printer *c, size_t n)
{
    bool any = false;
    for (size_t i = 0; i < n; i++) {
        if (c->line[i] == '~' || c->line[i] == '^')
            any = true;
        else if (c->line[i] != ' ' && c->line[i] != '\t')
            return false;
    }
    if (any)
        paint(c, BOLD_RED, c->line, n);
    return any;
}

/* NAME, or NAME: MESSAGE */
static bool paint_message(struct color_printer *c, size_t n)
{
    size_t at = 0;
    while (at < n && (char_class((unsigned char)c->line[at]) & CHAR_ID_CONTINUE || c->line[at] == '.'))
        at++;
    if (at == 0 || (at < n && c->line[at] != ':'))
        return false;
    paint(c, BOLD_MAGENTA, c->line, at);
    size_t skip = copy(c, at, n, ": ");
    if (skip)
        paint(c, MAGENTA, c->line + at + skip, n - at - skip);
    return true;
}

static void print_line(struct color_printer *c)
{
    size_t n = c->n;
    c->n = 0;
    if (c->whole && (paint_place(c, n) || paint_marks(c, n) || paint_message(c, n)))
        return;
    print_text(c->out, c->line, n);
}

static void write_colored(struct printer *p, const char *text, size_t n)
{
    struct color_printer *c = p->context;
    for (size_t i = 0; i < n; i++) {
        if (text[i] == '\n') {
            print_line(c);
            print_text(c->out, "\n", 1);
            c->whole = true;
            continue;
        }
        if (c->n == sizeof c->line) {
            c->whole = false;
            print_line(c);
        }
        c->line[c->n++] = text[i];
    }
}

struct printer *printer_color(struct color_printer *c, struct printer *out)
{
    printer_init(&c->p);
    c->p.write = write_colored;
    c->p.context = c;
    c->out = out;
    c->n = 0;
    c->whole = true;
    return &c->p;
}
