/* Raising SyntaxError and its kin, with the arguments that CPython gives them:
 * (message, (filename, line, offset, text, end_line, end_offset)), offsets from 1, in characters. */
#include "../object/printer.h"
#include "parser_internal.h"

const struct source *syntax_error_source;
value (*syntax_error_line)(value filename, uint32_t line);


/* The offset of byte `column` of the line; NO_COLUMN: 0. */
static value offset_of(value text, uint32_t column)
{
    if (text == NONE || column == NO_COLUMN) return from_int((word)(uint32_t)(column + 1));
    struct view v = str_view(text);
    size_t n = column < v.len ? column : v.len;
    return from_int((word)(utf8_count(v.data, n) + (column - n)) + 1);
}

/* As in CPython: the end in another line is at most the end of this one. */
static value end_offset_of(value text, const struct place *where)
{
    uint32_t column = where->end_column;
    if (where->end_line != where->line && text != NONE) {
        struct view v = str_view(text);
        size_t len = v.len - (v.len && v.data[v.len - 1] == '\n');
        if (column > len) column = (uint32_t)len;
    }
    return offset_of(text, column);
}

_Noreturn void syntax_raise(const struct type *type, value filename, const struct place *where, value text,
                            value message)
{
    bool ends = where->end_line != 0;
    value details[6] = {
        filename,
        from_int((word)where->line),
        offset_of(text, where->column),
        text,
        from_int((word)(ends ? where->end_line : where->line)),
        ends ? end_offset_of(text, where) : from_int(type == &type_IndentationError || where->end_column == NO_COLUMN ? -1 : 0),
    };
    value args[2] = {message, tuple_new(6, details)};
    raise(exception_new(type, 2, args));
}

#if ADDER_SYNTAX_TEXT
/* The line that begins here, and its newline if it has one, or if `ends`; it ends before `end`. What is no text is shown
 * up to its first NUL. */
static value text_of_line(const char *from, const char *end, bool ends)
{
    const char *at = from;
    while (at < end && *at && *at != '\n' && *at != '\r') at++;
    size_t n = (size_t)(at - from);
    n = utf8_check(from, n, NULL);
    char *data;
    bool newline = (at < end || ends) && from + n == at;
    value v = str_make(n + newline, utf8_is_ascii(from, n), &data);
    memcpy(data, from, n);
    if (newline) data[n] = '\n';
    return v;
}

static value earlier_line(const char *at, const char *end, uint32_t line)
{
    while (line > 1) {
        while (at < end && *at != '\n' && *at != '\r') at++;
        if (at == end) return NONE;
        if (*at == '\r' && at + 1 < end && at[1] == '\n') at++;
        at++;
        line--;
    }
    return text_of_line(at, end, false);
}

static value file_line(value filename, uint32_t line)
{
    value text = syntax_error_line ? syntax_error_line(filename, line) : UNDEF;
    return text == UNDEF ? NONE : text;
}

static value without_newline(value text)
{
    if (text == NONE) return text;
    struct view v = str_view(text);
    return v.len && v.data[v.len - 1] == '\n' ? str_new(v.data, v.len - 1) : text;
}

value line_text(struct lexer *x, uint32_t line)
{
    if (line == x->line && x->cut == 0) {
        size_t n = 0, most = x->start ? SIZE_MAX : SOURCE_KEEP - lex_here(x) % SOURCE_KEEP;
        for (int c; n < most && (c = lex_peek(x, n)) >= 0 && c != '\n' && c != '\r';)
            n++; /* so that the window has it; a very long line is cut */
        if (x->cut == 0) return text_of_line(x->text, x->end, x->source->whole);
    }
    if (x->start) {
        value text = earlier_line(x->start, x->end, line);
        bool at_end = x->token.place.column == 0 && lex_peek(x, 0) < 0;
        return x->token.place.line - at_end > line ? without_newline(text) : text; /* as in CPython, whose reader is further */
    }
    return file_line(x->filename, line);
}

#if ADDER_SYNTAX_MESSAGES
static value message_of(const char *format, va_list args)
{
    struct printer p;
    printer_init(&p);
    print_vformat(&p, format, args);
    return printer_str(&p);
}

/* What is wrong within a token is told at one point, and with the line alone; else its newline is told, too. */
static _Noreturn void raise_in_line(struct lexer *x, const struct type *type, const struct place *where, value message)
{
    value text = line_text(x, where->line);
    if (where->end_line == where->line && where->end_column == where->column) text = without_newline(text);
    syntax_raise(type, x->filename, where, text, message);
}

_Noreturn void (lex_error)(struct lexer *x, const struct type *type, struct place where, const char *format,
                         ...)
{
    va_list args;
    va_start(args, format);
    value message = message_of(format, args);
    va_end(args);
    raise_in_line(x, type, &where, message);
}

_Noreturn void (lex_error_here)(struct lexer *x, const char *format, ...)
{
    uint32_t column = lex_here(x);
    struct place where = {x->line, column ? column - 1 : 0, x->line, column ? column - 1 : 0};
    va_list args;
    va_start(args, format);
    value message = message_of(format, args);
    va_end(args);
    raise_in_line(x, &type_SyntaxError, &where, message);
}

#if ADDER_SYNTAX_HINTS
/* Where something is missing at the end of the source: behind its last line, or of a file, just on that; `anything`: just on
 * it, too. */
static struct place place_at_end(struct lexer *x, value *text, bool anything)
{
    struct place at = {x->token.place.line, NO_COLUMN, 0, anything ? 0 : NO_COLUMN};
    if (x->token.place.column == 0 && at.line > 1) *text = line_text(x, --at.line);
    if (x->source->decoded && !anything) {
        struct view line = str_view(*text);
        at.column = (uint32_t)line.len - (line.len && line.data[line.len - 1] == '\n');
    }
    return at;
}

static bool is_at_end(struct lexer *x, const struct place *where)
{
    unsigned kind = x->token.kind;
    return (kind == T_EOF || kind == T_DEDENT) && where->line == x->token.place.line && lex_peek(x, 0) < 0;
}
#endif

_Noreturn void parse_verror(struct parser *p, const struct type *type, struct place where, const char *format,
                            va_list args)
{
    struct lexer *x = &p->lex;
    value message = message_of(format, args);
    if (p->probing) {
        where = p->probe;
        message = str_new("invalid syntax", 14);
    }
    value text = line_text(x, where.line);
#if ADDER_SYNTAX_HINTS
    if (is_at_end(x, &where)) where = place_at_end(x, &text, where.column == NO_COLUMN);
    drain_source(p, x->token.place.line);
#endif
    syntax_raise(type, x->filename, &where, text, message);
}

_Noreturn void (parse_error)(struct parser *p, struct place where, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    parse_verror(p, &type_SyntaxError, where, format, args);
}

_Noreturn void (parse_indent_error)(struct parser *p, struct place where, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    parse_verror(p, &type_IndentationError, where, format, args);
}

#else

static _Noreturn void raise_at_place(struct lexer *x, const struct type *type, struct spot where, const char *text)
{
    struct place place = {where.line, where.column, 0, 0};
    syntax_raise(type, x->filename, &place, line_text(x, where.line), str_new(text, strlen(text)));
}

_Noreturn void lex_error_place(struct lexer *x, const struct type *type, struct spot where)
{
    raise_at_place(x, type, where, type == &type_SyntaxError ? "invalid syntax" : "invalid indentation");
}

_Noreturn void lex_error_token(struct lexer *x)
{
    lex_error_place(x, &type_SyntaxError, spot_at(x->token.place.line, x->token.place.column));
}

_Noreturn void lex_error_plain(struct lexer *x)
{
    uint32_t column = lex_here(x);
    lex_error_place(x, &type_SyntaxError, spot_at(x->line, column ? column - 1 : 0));
}
#endif

_Noreturn void lex_error_left_out(struct lexer *x)
{
#if ADDER_SYNTAX_MESSAGES
    lex_error(x, &type_SyntaxError, x->token.place, "this is not in this build");
#else
    raise_at_place(x, &type_SyntaxError, spot_at(x->token.place.line, x->token.place.column), "not in this build");
#endif
}

_Noreturn void syntax_error_at(value filename, const struct node *where, value message)
{
    struct place place = {where->line, where->column, ADDER_ENDS ? where->line + where->lines : 0, where->end_column};
    const struct source *s = syntax_error_source;
    value text = s ? earlier_line(s->at, s->end, where->line) : file_line(filename, where->line);
    if (!ADDER_SYNTAX_MESSAGES && message == UNDEF) message = str_new("invalid syntax", 14);
    syntax_raise(&type_SyntaxError, filename, &place, text, message);
}

#else

/* Without columns, text and heuristics: in such a build the line's number has to do. */

static _Noreturn void raise_at_line(const struct type *type, value filename, uint32_t line, const char *message)
{
    struct place where = {line, 0, 0, 0};
    syntax_raise(type, filename, &where, NONE, str_new(message, strlen(message)));
}

_Noreturn void lex_error_type(struct lexer *x, const struct type *type)
{
    raise_at_line(type, x->filename, x->token.place.line ? x->token.place.line : x->line, "invalid syntax");
}

_Noreturn void lex_error_plain(struct lexer *x)
{
    lex_error_type(x, &type_SyntaxError);
}

_Noreturn void lex_error_left_out(struct lexer *x)
{
    raise_at_line(&type_SyntaxError, x->filename, x->token.place.line, "not in this build");
}

_Noreturn void syntax_error_at(value filename, const struct node *where, value message)
{
    struct place place = {where->line, 0, 0, 0};
    syntax_raise(&type_SyntaxError, filename, &place, NONE, message == UNDEF ? str_new("invalid syntax", 14) : message);
}
#endif
