/* The texts of strings: where they end, and what their escapes mean. */
#include "parser_internal.h"

#if ADDER_UNICODE_NAMES
#include "../value/unicode_names.h"
#endif

#define NAME_ROOM 96 /* no character has a longer name */

struct body {
    struct lexer *x;
    const struct token *string;
    size_t base;    /* where the text began in x->words */
    size_t read;    /* bytes of the source that gave more or less than one byte each, and ... */
    size_t written; /* ... what they gave: for the positions in messages */
    bool quote_escaped;
    bool warned;
};

static void add(struct body *b, const char *text, size_t n)
{
    scratch_add(&b->x->words, text, n);
}

static void add_char(struct body *b, char c)
{
    scratch_add(&b->x->words, &c, 1);
}

static void add_code(struct body *b, uint32_t c)
{
    char text[4];
    add(b, text, utf8_encode(c, text));
}

/* ---- errors ---- */

/* Is the string in a field of a string with the same quotes? Then a } is missing. */
static bool quotes_enclosing(const struct lexer *x, unsigned flags)
{
    const struct bracket *b = x->bracket;
    while (b && !b->string) b = b->up;
    return b && ((b->string ^ flags) & (STRING_TRIPLE | STRING_DOUBLE)) == 0;
}

static enum string_stop unterminated(struct body *b)
{
    struct lexer *x = b->x;
    if (lex_draining(x) && b->string->flags & STRING_FORMATTED) {
        x->at = x->end; /* no reason to look further */
        return STRING_END;
    }
    unsigned flags = b->string->flags, line = x->line - (lex_here(x) == 0 && x->line > b->string->place.line);
    struct place at = b->string->place;
    x->unfinished = flags & STRING_TRIPLE;
    const char *kind = flags & STRING_F ? "f-string" : flags & STRING_T ? "t-string" : "string";
    at.end_line = at.line;
    at.end_column = at.column;
    if (!(flags & STRING_FORMATTED) && quotes_enclosing(x, flags))
        lex_error(x, &type_SyntaxError, at, "f-string: expecting '}'");
    if (flags & STRING_TRIPLE)
        lex_error(x, &type_SyntaxError, at, "unterminated triple-quoted %s literal (detected at line %u)",
                  kind, line);
    lex_error(x, &type_SyntaxError, at, "unterminated %s literal (detected at line %u)%s", kind, line,
              b->quote_escaped ? "; perhaps you escaped the end quote?" : "");
}

#if ADDER_SYNTAX_MESSAGES
/* Where the whole string is, of which something has been read. */
static struct place whole_string(struct body *b)
{
    struct place at = b->string->place;
    if (!(b->string->flags & STRING_FORMATTED)) lex_skip_string(b->x, b->string);
    at.end_line = b->x->line;
    at.end_column = lex_here(b->x);
    return at;
}
#else
#define whole_string(b) ((b)->string->place)
#endif

/* x->at is at the backslash, and the bad escape has n bytes. */
static _Noreturn void bad_escape(struct body *b, size_t n, const char *problem)
{
    size_t from = scratch_len(b->x->words) - b->base + b->read - b->written;
    b->x->at += n;
    if (b->string->flags & STRING_BYTES)
        lex_error(b->x, &type_SyntaxError, whole_string(b), "(value error) invalid \\x escape at position %u",
                  (unsigned)from);
    lex_error(b->x, &type_SyntaxError, whole_string(b),
              "(unicode error) 'unicodeescape' codec can't decode bytes in position %u-%u: %s",
              (unsigned)from, (unsigned)(from + n - 1), problem);
}

/* ---- escapes ---- */

/* Of an escape that is none, or stands for more than a byte: the first in the string. */
static void warn_once(struct body *b, uint32_t octal)
{
    if (!ADDER_SYNTAX_WARNINGS || b->warned) return;
    warn_escape(b->x, b->string, octal);
    b->warned = true;
}

/* \x41 \u0041 \U00000041: `digits` hex digits behind the two characters here. */
static size_t hex_escape(struct body *b, unsigned digits)
{
    struct lexer *x = b->x;
    uint32_t c = 0;
    for (unsigned i = 0; i < digits; i++) {
        int digit = lex_peek(x, 2 + i);
        if (digit < 0 || digit_value((char)digit) >= 16)
            bad_escape(b, 2 + i,
                       digits == 2   ? "truncated \\xXX escape"
                       : digits == 4 ? "truncated \\uXXXX escape"
                                     : "truncated \\UXXXXXXXX escape");
        c = c << 4 | digit_value((char)digit);
    }
    if (c > CHAR_MAX_CODE) bad_escape(b, 2 + digits, "illegal Unicode character");
    if (b->string->flags & STRING_BYTES)
        add_char(b, (char)c);
    else
        add_code(b, c);
    return 2 + digits;
}

static size_t octal_escape(struct body *b)
{
    uint32_t c = 0;
    size_t n = 1;
    for (int digit; n < 4 && (digit = lex_peek(b->x, n)) >= '0' && digit <= '7'; n++)
        c = c * 8 + (uint32_t)(digit - '0');
    if (c > 255) warn_once(b, c);
    if (b->string->flags & STRING_BYTES)
        add_char(b, (char)c);
    else
        add_code(b, c);
    return n;
}

#if ADDER_UNICODE_NAMES || ADDER_SYNTAX_MESSAGES
/* \N{DIGIT ONE} */
static size_t name_escape(struct body *b)
{
    struct lexer *x = b->x;
    char name[NAME_ROOM];
    size_t n = 0;
    int c;
    if (lex_peek(x, 2) != '{') bad_escape(b, 2, "malformed \\N character escape");
    while ((c = lex_peek(x, 3 + n)) != '}') {
        if (c < ' ' || c > 126 || n == NAME_ROOM || c == (b->string->flags & STRING_DOUBLE ? '"' : '\''))
            bad_escape(b, 3 + n,
                       n == NAME_ROOM ? "unknown Unicode character name" : "malformed \\N character escape");
        name[n++] = (char)c;
    }
#if ADDER_UNICODE_NAMES
    uint32_t code;
    if (n && unicode_lookup_name(name, n, &code)) {
        add_code(b, code);
        return n + 4;
    }
#else
    (void)name;
#endif
    bad_escape(b, n + 4, n ? "unknown Unicode character name" : "malformed \\N character escape");
}
#else
#define name_escape(b) (bad_escape(b, 2, "unknown Unicode character name"), 0)
#endif

/* The character that \c stands for; 0: none that stands for one. */
static char simple_escape(int c)
{
    static const char from[] = "\\'\"abfnrtv", to[] = "\\'\"\a\b\f\n\r\t\v";
    for (unsigned i = 0; from[i]; i++)
        if (from[i] == c) return to[i];
    return 0;
}

static size_t escape(struct body *b, int c)
{
    bool text = !(b->string->flags & STRING_BYTES);
    char simple = simple_escape(c);
    if (simple) {
        if (c == '\'' || c == '"') b->quote_escaped = true;
        add_char(b, simple);
        return 2;
    }
    if (c >= '0' && c <= '7') return octal_escape(b);
    if (c == 'x') return hex_escape(b, 2);
    if (text && c == 'u') return hex_escape(b, 4);
    if (text && c == 'U') return hex_escape(b, 8);
    if (text && c == 'N') return name_escape(b);
    warn_once(b, 0);
    add_char(b, '\\'); /* no escape: both characters stay */
    return 1;
}

/* At a backslash. */
static void read_backslash(struct body *b)
{
    struct lexer *x = b->x;
    unsigned flags = b->string->flags;
    int c = lex_peek(x, 1);
    if (c < 0) {
        x->at++;
        x->unfinished = true;
        return;
    }
    if (flags & STRING_RAW) {
        add_char(b, '\\');
        x->at++;
        if (c == '\'' || c == '"' || c == '\\') {
            add_char(b, (char)c);
            x->at++;
            b->quote_escaped |= c != '\\';
        } else if (c == '\n' || c == '\r') {
            add_char(b, '\n');
            lex_newline(x);
        }
        return;
    }
    if (c == '\n' || c == '\r') {
        x->at++;
        lex_newline(x);
        b->read += 2;
        return;
    }
    size_t before = scratch_len(x->words), n = escape(b, c);
    x->at += n;
    b->read += n;
    b->written += scratch_len(x->words) - before;
}

/* ---- the text ---- */

static void read_non_ascii(struct body *b)
{
    struct lexer *x = b->x;
    size_t n = lex_character(x);
    if (b->string->flags & STRING_BYTES) {
        x->at += n;
        lex_error(x, &type_SyntaxError, whole_string(b), "bytes can only contain ASCII literal characters");
    }
    add(b, x->at, n);
    x->at += n;
}

static enum string_stop stop(struct lexer *x, size_t n, enum string_stop why)
{
    x->at += n;
    lex_token_end(x);
    return why;
}

enum string_stop lex_string(struct lexer *x, const struct token *string, bool in_spec)
{
    struct body b = {.x = x, .string = string, .base = scratch_len(x->words)};
    const bool triple = string->flags & STRING_TRIPLE, formatted = string->flags & STRING_FORMATTED;
    const char quote = string->flags & STRING_DOUBLE ? '"' : '\'';
    for (;;) {
        const char *from = x->at, *at = from;
        while (at < x->end && !(lex_class[(unsigned char)*at] & LEX_STRING)) at++;
        add(&b, from, (size_t)(at - from));
        x->at = at;
        if (at == x->end) {
            if (!lex_fill(x)) return unterminated(&b);
            continue;
        }
        int c = (unsigned char)*at;
        if (c >= 0x80) {
            read_non_ascii(&b);
            continue;
        }
        switch (c) {
        case '\\': read_backslash(&b); continue;
        case '\n':
        case '\r':
            if (!triple && in_spec && !lex_draining(x)) {
                int letter = string_letter(string->flags);
                x->at++;
                lex_error_here(x, "%c-string: newlines are not allowed in format specifiers for single quoted %c-strings", letter,
                               letter);
            }
            if (!triple && in_spec) return stop(x, 0, STRING_END);
            if (!triple) return unterminated(&b);
            add_char(&b, '\n');
            lex_newline(x);
            continue;
        case 0: x->at++; lex_error_here(x, "source code cannot contain null bytes");
        case '{':
            if (!formatted) break;
            if (in_spec || lex_peek(x, 1) != '{') return stop(x, 1, STRING_FIELD);
            x->at++;
            break;
        case '}':
            if (!formatted) break;
            if (in_spec) return stop(x, 1, STRING_SPEC_END);
            if (lex_peek(x, 1) == '}') {
                x->at++;
            } else if (!lex_draining(x)) {
                x->at++;
                lex_error_here(x, "%c-string: single '}' is not allowed", string_letter(string->flags));
            }
            break;
        default:
            if (c == quote && (!triple || (lex_peek(x, 1) == quote && lex_peek(x, 2) == quote)))
                return stop(x, triple ? 3 : 1, STRING_END);
            break;
        }
        add_char(&b, (char)c);
        x->at++;
    }
}

void lex_skip_string(struct lexer *x, const struct token *string)
{
    struct token raw = *string;
    size_t base = scratch_len(x->words);
    raw.flags = (uint8_t)((raw.flags | STRING_RAW) & ~(unsigned)STRING_BYTES);
    lex_string(x, &raw, false);
    scratch_cut(x->words, base);
}
