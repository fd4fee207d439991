/* Printing exceptions: tracebacks, the exceptions that they came from, groups, and syntax errors, as CPython
 * 3.13 lays them out. What goes wrong meanwhile (an exception in __str__, no memory) is printed as less. */
#include "../object/class.h"
#include "../value/utf8.h"
#include "excerpt.h"
#include "suggest.h"

/* ---- the margin: groups are drawn with lines to their left ---- */

struct tracer {
    struct printer *p;     /* what is printed here gets the margin */
    struct printer *out;
    unsigned depth;        /* of groups; 0: no margin */
    char margin;           /* the character before the next line */
    bool in_line;
    bool outermost;        /* sys.tracebacklimit leaves these, not the innermost ones */
    bool need_close;       /* the innermost group has not drawn its end */
};

#define GROUP_WIDTH 15u
#define GROUP_DEPTH 10u
#define CHAIN_MAX 1000u    /* exceptions that are followed from one to another */
#define REPEATS 3u         /* times that a line is shown, when recursion repeats it */

#if ADDER_GROUPS
static void draw_spaces(struct tracer *t, unsigned n)
{
    while (n--)
        print_text(t->out, " ", 1);
}

static void write_with_margin(struct printer *p, const char *text, size_t n)
{
    struct tracer *t = p->context;
    while (n) {
        const char *newline = memchr(text, '\n', n);
        size_t len = newline ? (size_t)(newline - text) + 1 : n;
        if (!t->in_line && t->depth) {
            char lead[2] = {t->margin, ' '};
            draw_spaces(t, 2 * t->depth);
            print_text(t->out, lead, 2);
            t->margin = '|';
        }
        print_text(t->out, text, len);
        t->in_line = !newline;
        text += len;
        n -= len;
    }
}
#endif

/* ---- one frame ---- */

static void print_frame(struct tracer *t, const struct code *code, const struct code_position *at)
{
    print_format(t->p, "  File \"%v\", line %u, in %v\n", code->filename, at->line, code->name);
    if (!ADDER_EXCERPTS) return;
    struct source_text s = source_open(code->filename);
    excerpt_print(t->p, &s, at);
    source_close(&s);
}

static void print_repeats(struct tracer *t, unsigned repeats)
{
    if (repeats > REPEATS)
        print_format(t->p, "  [Previous line repeated %u more time%s]\n", repeats - REPEATS,
                     repeats - REPEATS > 1 ? "s" : "");
}

/* sys.tracebacklimit; a huge number if there is none. */
static size_t frame_limit(void)
{
    if (!ADDER_CHAINS) return SIZE_MAX;
    value v = sys_override(SYMBOL(S_tracebacklimit));
    if (v == UNDEF || !is_int(v))
        return SIZE_MAX;
    return int_of(v) < 0 ? 0 : (size_t)int_of(v);
}

static size_t traceback_length(value e)
{
    struct traceback_walk w = traceback_walk(*exception_slot(e, EXC_TRACEBACK));
    struct code_position at;
    size_t n = 0;
    while (traceback_next(&w, &at))
        n++;
    return n;
}

static void print_frames(struct tracer *t, value e)
{
    const struct code *last_code = NULL, *code;
    uint32_t last_line = 0;
    unsigned repeats = 0;
    struct code_position at;
    size_t n = traceback_length(e), limit = frame_limit();
    struct traceback_walk w = traceback_walk(*exception_slot(e, EXC_TRACEBACK));
    for (; n > limit && !(ADDER_METHODS && t->outermost); n--)
        traceback_next(&w, &at);
    while ((!ADDER_METHODS || limit--) && (code = traceback_next(&w, &at)) != NULL) {
        if (code == last_code && at.line == last_line) {
            repeats++;
        } else {
            print_repeats(t, repeats);
            repeats = 1;
        }
        last_code = code;
        last_line = at.line;
        if (repeats <= REPEATS)
            print_frame(t, code, &at);
    }
    print_repeats(t, repeats);
}

/* ---- the last line ---- */

static value str_job(void *arg)
{
    return to_str(*(value *)arg);
}

static void print_message(struct tracer *t, value e)
{
    value text;
    print_qualified(t->p, type_of(e));
    if (!protect(str_job, &e, &text))
        print_z(t->p, ": <exception str() failed>");
    else if (str_view(text).len)
        print_format(t->p, ": %v", text);
    suggestion_print(t->p, e);
    print_text(t->p, "\n", 1);
}

#if ADDER_METHODS
static value repr_job(void *arg)
{
    return to_repr(*(value *)arg);
}

/* str() or repr() of a value, or that it failed. */
static void print_safely(struct tracer *t, value v, bool repr, const char *what)
{
    value text;
    if (protect(repr ? repr_job : str_job, &v, &text))
        print_value(t->p, text);
    else
        print_format(t->p, "<%s %s() failed>", what, repr ? "repr" : "str");
}

static void print_notes(struct tracer *t, value e)
{
    value notes = find_attr(e, SYMBOL(S___notes__));
    if (notes == UNDEF || notes == NONE)
        return;
    if (!(type_of(notes)->flags & TYPE_SEQUENCE)) {
        print_safely(t, notes, true, "__notes__");
        print_text(t->p, "\n", 1);
        return;
    }
    value it = get_iter(notes);
    for (value note; (note = iter_next(it)) != STOP;) {
        print_safely(t, note, false, "note");
        print_text(t->p, "\n", 1);
    }
}
#else
#define print_notes(t, e) ((void)0)
#endif

/* ---- syntax errors ---- */

static int number_attr(value e, sym name)
{
    value v = find_attr(e, SYMBOL(name));
    return v != UNDEF && is_int(v) ? (int)int_of(v) : -1;
}

/* The line of text and the carets below it. offset and end count characters from 1. */
static void print_syntax_line(struct tracer *t, struct view text, int offset, int end, bool same_line)
{
    size_t n = text.len, start = 0;
    while (n && text.data[n - 1] == '\n')
        n--;
    while (start < n && (text.data[start] == ' ' || text.data[start] == '\n' || text.data[start] == '\f'))
        start++;
    const char *line = text.data + start;
    n -= start;
    print_z(t->p, "    ");
    print_text(t->p, line, n);
    print_text(t->p, "\n", 1);
    if (offset < 0)
        return;
    int chars = (int)utf8_count(text.data, text.len), all = (int)(start + utf8_count(line, n));
    if (!same_line)
        end = all + 1;
    else if (end <= 0)
        end = offset;
    if (offset > chars)
        offset = all + 1;
    if (end > chars)
        end = all + 1;
    if (offset >= end)
        end = offset + 1;
    int column = offset - 1 - (int)start;
    if (column < 0)
        return;
    print_z(t->p, "    ");
    for (const char *at = line; column > 0; column--) { /* tabs are kept, so that the caret is where it should be */
        bool tab = at < line + n && *at == '\t';
        print_text(t->p, tab ? "\t" : " ", 1);
        if (at < line + n)
            at += utf8_length(*at);
    }
    for (; offset < end; offset++)
        print_text(t->p, "^", 1);
    print_text(t->p, "\n", 1);
}

static void print_syntax_error(struct tracer *t, value e)
{
    value filename = find_attr(e, SYMBOL(S_filename)), text = find_attr(e, SYMBOL(S_text)),
          message = find_attr(e, SYMBOL(S_msg));
    int line = number_attr(e, S_lineno);
    bool named = filename != UNDEF && filename != NONE;
    if (line >= 0) {
        print_z(t->p, "  File \"");
        print_value(t->p, named ? filename : SYMBOL(S_lt_string));
        print_format(t->p, "\", line %d\n", line);
    }
    if (ADDER_SYNTAX_TEXT && text != UNDEF && is_str(text))
        print_syntax_line(t, str_view(text), number_attr(e, S_offset), number_attr(e, S_end_offset),
                          number_attr(e, S_end_lineno) == line);
    print_qualified(t->p, type_of(e));
    print_z(t->p, ": ");
    if (message == UNDEF || message == NONE)
        print_z(t->p, "<no detail available>");
    else
        print_value(t->p, message);
    if (line < 0 && named)
        print_format(t->p, " (%v)", to_str(filename));
    print_text(t->p, "\n", 1);
}

static void print_exception_only(struct tracer *t, value e)
{
    if (is_instance(e, &type_SyntaxError))
        print_syntax_error(t, e);
    else
        print_message(t, e);
    print_notes(t, e);
}

/* ---- groups ---- */

#if ADDER_GROUPS
static void print_chain(struct tracer *t, value e);

static value group_members(value e)
{
    if (!is_group_type(type_of(e)))
        return UNDEF;
    value members = find_attr(e, SYMBOL(S_exceptions));
    return members != UNDEF && is_tuple(members) ? members : UNDEF;
}

static void print_members(struct tracer *t, const struct tuple *members)
{
    size_t n = members->len <= GROUP_WIDTH ? members->len : GROUP_WIDTH + 1;
    t->need_close = false;
    for (size_t i = 0; i < n; i++) {
        bool last = i == n - 1;
        if (last)
            t->need_close = true;
        draw_spaces(t, 2 * t->depth);
        print_z(t->out, i == 0 ? "+-" : "  ");
        if (i < GROUP_WIDTH)
            print_format(t->out, "+---------------- %zd ----------------\n", (word)i + 1);
        else
            print_z(t->out, "+---------------- ... ----------------\n");
        t->depth++;
        if (i < GROUP_WIDTH) {
            print_chain(t, members->items[i]);
        } else {
            size_t rest = members->len - GROUP_WIDTH;
            print_format(t->p, "and %zd more exception%s\n", (word)rest, rest > 1 ? "s" : "");
        }
        if (last && t->need_close) {
            draw_spaces(t, 2 * t->depth);
            print_z(t->out, "+------------------------------------\n");
            t->need_close = false;
        }
        t->depth--;
    }
}

static void print_group(struct tracer *t, value e, const struct tuple *members)
{
    if (t->depth > GROUP_DEPTH) {
        print_format(t->p, "... (max_group_depth is %u)\n", GROUP_DEPTH);
        return;
    }
    bool top = t->depth == 0;
    if (top) {
        t->depth = 1;
        t->margin = '+';
    }
    if (traceback_length(e) && frame_limit()) {
        print_z(t->p, "Exception Group Traceback (most recent call last):\n");
        print_frames(t, e);
    }
    t->margin = '|';
    print_exception_only(t, e);
    print_members(t, members);
    if (top)
        t->depth = 0;
}
#endif

static void print_one(struct tracer *t, value e)
{
#if ADDER_GROUPS
    value members = group_members(e);
    if (members != UNDEF) {
        print_group(t, e, tuple_of(members));
        return;
    }
#endif
    if (traceback_length(e) && frame_limit()) {
        print_z(t->p, "Traceback (most recent call last):\n");
        print_frames(t, e);
    }
    print_exception_only(t, e);
}

/* ---- chains ---- */

#if ADDER_CHAINS

/* The exception that e came from; UNDEF: none. */
static value came_from(value e, const char **sentence)
{
    value cause = *exception_slot(e, EXC_CAUSE), context = *exception_slot(e, EXC_CONTEXT);
    if (cause != UNDEF && cause != NONE) {
        *sentence = "\nThe above exception was the direct cause of the following exception:\n\n";
        return cause;
    }
    *sentence = "\nDuring handling of the above exception, another exception occurred:\n\n";
    value suppress = *exception_slot(e, EXC_SUPPRESS);
    if (context == UNDEF || context == NONE || (suppress != UNDEF && truth(suppress)))
        return UNDEF;
    return context;
}

/* The i-th exception of the chain that ends with e, 0 being e. UNDEF: it is not there any more, since printing
 * can be what changes a chain: the MemoryError of full memory is one object, raised again and again. */
static value chain_at(value e, unsigned i)
{
    const char *sentence;
    while (i-- && e != UNDEF)
        e = came_from(e, &sentence);
    return e;
}

/* Is `what` among the first n exceptions of the chain? */
static bool chain_has(value e, unsigned n, value what)
{
    const char *sentence;
    for (; n > 0 && e != UNDEF && e != what; n--)
        e = came_from(e, &sentence);
    return n > 0 && e == what;
}

/* How many there are, up to the first that is there already. */
static unsigned chain_length(value e)
{
    const char *sentence;
    unsigned n = 1;
    for (value at = e; (at = came_from(at, &sentence)) != UNDEF && n < CHAIN_MAX && !chain_has(e, n, at); n++)
        ;
    return n;
}

static void print_chain(struct tracer *t, value e)
{
    check_c_stack();
    for (unsigned i = chain_length(e); i-- > 0;) {
        const char *sentence;
        value at = chain_at(e, i);
        if (at == UNDEF)
            continue;
        print_one(t, at);
        value next = i ? chain_at(e, i - 1) : UNDEF;
        if (next != UNDEF) {
            came_from(next, &sentence);
            print_z(t->p, sentence);
        }
    }
}
#else
#define print_chain print_one
#endif

static void print_traceback(struct printer *out, value exception, bool outermost)
{
    struct tracer t = {.p = out, .out = out, .margin = '|', .outermost = outermost};
#if ADDER_GROUPS
    struct printer with_margin;
    printer_init(&with_margin);
    with_margin.write = write_with_margin;
    with_margin.context = &t;
    t.p = &with_margin;
#endif
    print_chain(&t, exception);
}

void traceback_print(struct printer *out, value exception)
{
    print_traceback(out, exception, false);
}

#if ADDER_METHODS
void traceback_print_outermost(struct printer *out, value exception)
{
    print_traceback(out, exception, true);
}

value traceback_piece(size_t n, value *args)
{
    struct printer p;
    struct tracer t = {.p = &p, .out = &p};
    printer_init(&p);
    if (n < 6) {
        if (!is_exception(args[0])) raise_type_error("exception expected, not %t", args[0]);
        if (is_instance(args[0], &type_SyntaxError)) print_syntax_error(&t, args[0]);
        else print_message(&t, args[0]);
        return printer_str(&p);
    }
    struct view file = need_str(args[0], "file name"), text = need_str(args[1], "text");
    struct code_position at = {(uint32_t)need_int(args[2]), (uint32_t)need_int(args[3]), (uint16_t)need_int(args[4]),
                               (uint16_t)need_int(args[5])};
    struct source_text s = {text.data, text.len, false};
    if (text.len) {
        at.end_line -= at.line - 1;
        at.line = 1;
    } else if (file.len) {
        s = source_open(args[0]);
    }
    excerpt_print(&p, &s, &at);
    source_close(&s);
    return printer_str(&p);
}
#endif
