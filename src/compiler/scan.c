/* A glance over source text that sees only brackets, strings, comments and line ends. With it the lexer
 * looks for the end of a logical line before it is to be parsed, and the prompt finds out whether a
 * statement is complete. It takes text in pieces, byte by byte, and never fails. */
#include "parser_internal.h"

#if ADDER_SCAN

enum scan_state {
    SCAN_CODE,
    SCAN_COMMENT,
    SCAN_JOIN,    /* behind a backslash in code */
    SCAN_OPENING, /* in the quotes that begin a string: `count` of them so far */
    SCAN_STRING,  /* `count` of the quotes that would end it were just read */
    SCAN_ESCAPE,  /* behind a backslash in a string */
    SCAN_BRACE,   /* behind a { in a formatted string */
    SCAN_SPEC,    /* in the format specification of a field */
};

void scan_open(struct scan *s, int depth)
{
    memset(s, 0, sizeof *s);
    s->depth = depth;
}

/* A field of the current string, or of the specification of one, begins: its expression is code. */
static void field_opened(struct scan *s, bool in_spec)
{
    s->depth++;
    if (s->nested == SCAN_NESTED) return; /* too deep: stay in the string */
    s->outer[s->nested].quote = s->quote;
    s->outer[s->nested].triple = s->triple;
    s->outer[s->nested].raw = s->raw;
    s->outer[s->nested].in_spec = in_spec;
    s->outer[s->nested].depth = s->depth;
    s->nested++;
    s->state = SCAN_CODE;
}

static bool in_field(const struct scan *s)
{
    return s->nested && s->outer[s->nested - 1].depth == s->depth;
}

/* Back to what the field was in. */
static void field_closed(struct scan *s)
{
    s->nested--;
    s->depth--;
    s->state = s->outer[s->nested].in_spec ? SCAN_SPEC : SCAN_STRING;
    s->quote = s->outer[s->nested].quote;
    s->triple = s->outer[s->nested].triple;
    s->raw = s->outer[s->nested].raw;
    s->formatted = true;
    s->count = 0;
}

static void string_ended(struct scan *s)
{
    s->state = SCAN_CODE;
    s->last = '"';
}

/* The letters before a quote may be a prefix. */
static void see_word(struct scan *s, char c)
{
    if (!(lex_class[(unsigned char)c] & (LEX_NAME | LEX_DIGIT))) {
        s->word = 0;
        return;
    }
    if (s->word == 0) {
        s->word_prefix = true;
        s->word_formatted = s->word_raw = false;
    }
    if (s->word < 255) s->word++;
    unsigned char lower = ascii_lower((unsigned char)c);
    s->word_formatted |= lower == 'f' || lower == 't';
    s->word_raw |= lower == 'r';
    if (s->word > 2 || !memchr("rbuft", lower, 5)) s->word_prefix = false;
}

static void scan_code(struct scan *s, char c)
{
    switch (c) {
    case '#': s->state = SCAN_COMMENT; return;
    case '\\': s->state = SCAN_JOIN; return;
    case '\n':
    case '\r':
        s->word = 0;
        s->ended = s->depth <= 0 && !s->nested;
        return;
    case '\'':
    case '"':
        s->state = SCAN_OPENING;
        s->quote = c;
        s->count = 1;
        s->formatted = s->word && s->word_prefix && s->word_formatted;
        s->raw = s->word && s->word_prefix && s->word_raw;
        s->word = 0;
        return;
    case '(':
    case '[':
    case '{': s->depth++; break;
    case ')':
    case ']':
    case '}':
        if (c == '}' && in_field(s)) {
            field_closed(s);
            return;
        }
        s->depth--;
        break;
    case ':':
        if (in_field(s)) {
            s->state = SCAN_SPEC;
            return;
        }
        break;
    }
    see_word(s, c);
    if (!(lex_class[(unsigned char)c] & LEX_BLANK)) s->last = c;
}

static void scan_string(struct scan *s, char c)
{
    if (c == s->quote) {
        if (!s->triple || ++s->count == 3) string_ended(s);
        return;
    }
    s->count = 0;
    if (c == '\\')
        s->state = SCAN_ESCAPE;
    else if (c == '{' && s->formatted)
        s->state = SCAN_BRACE;
    else if ((c == '\n' || c == '\r') && !s->triple)
        string_ended(s); /* it was not terminated: an error that others find */
}

static void scan_char(struct scan *s, char c)
{
    switch (s->state) {
    case SCAN_CODE: scan_code(s, c); return;
    case SCAN_COMMENT:
        if (c == '\n' || c == '\r') {
            s->state = SCAN_CODE;
            scan_code(s, c);
        }
        return;
    case SCAN_JOIN:
    case SCAN_ESCAPE: /* \r\n is one line end: the \n is to be skipped as well */
        if (c == '\r' && !s->continued) {
            s->continued = true;
            return;
        }
        if (s->continued && c != '\n') {
            s->continued = false;
            s->state = s->state == SCAN_JOIN ? SCAN_CODE : SCAN_STRING;
            scan_char(s, c);
            return;
        }
        s->continued = false;
        s->state = s->state == SCAN_JOIN ? SCAN_CODE : SCAN_STRING;
        return;
    case SCAN_OPENING:
        if (c == s->quote) {
            if (++s->count < 3) return;
            s->triple = true;
            s->count = 0;
            s->state = SCAN_STRING;
            return;
        }
        s->triple = false;
        if (s->count == 2) {
            string_ended(s);
            scan_code(s, c);
            return;
        }
        s->state = SCAN_STRING;
        scan_string(s, c);
        return;
    case SCAN_STRING: scan_string(s, c); return;
    case SCAN_BRACE:
        s->state = SCAN_STRING;
        if (c == '{') return;
        field_opened(s, false);
        scan_char(s, c);
        return;
    case SCAN_SPEC:
        if (c == '}')
            field_closed(s);
        else if (c == '{')
            field_opened(s, true);
        return;
    }
}

size_t scan_text(struct scan *s, const char *text, size_t n, bool stop)
{
    for (size_t i = 0; i < n; i++) {
        scan_char(s, text[i]);
        if (s->ended && stop) return i + 1;
    }
    return n;
}

bool scan_in_string(const struct scan *s)
{
    return s->state == SCAN_STRING || s->state == SCAN_ESCAPE || s->state == SCAN_BRACE || s->state == SCAN_SPEC ||
           (s->state == SCAN_OPENING && s->count == 1);
}

bool scan_in_code(const struct scan *s)
{
    return s->depth <= 0 && !s->nested && s->state != SCAN_JOIN && !scan_in_string(s);
}

/* ---- the prompt ---- */

/* Does a statement with blocks begin here? Such a one ends with an empty line. */
static bool is_compound(const char *text, size_t n)
{
    static const char *const words[] = {"if",    "for",   "def",   "try",  "with",
                                        "while", "class", "async", "match"};
    size_t k = 0;
    if (n && text[0] == '@') return true;
    while (k < n && lex_class[(unsigned char)text[k]] & (LEX_NAME | LEX_DIGIT)) k++;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        size_t length = strlen(words[i]);
        if (length != k || memcmp(words[i], text, k) != 0) continue;
        if (k < 5 || text[0] != 'm') return true;
        struct scan s; /* `match` is a keyword only where its line ends with a colon */
        scan_open(&s, 0);
        scan_text(&s, text, n, true);
        return s.last == ':' && s.depth == 0;
    }
    return false;
}

/* text: the lines so far, with newlines between them; an empty last line ends a block. */
bool compile_wants_more(const char *text, size_t n)
{
    while (n && (lex_class[(unsigned char)*text] & LEX_BLANK || *text == '\n' || *text == '\r')) text++, n--;
    struct scan s;
    scan_open(&s, 0);
    scan_text(&s, text, n, false);
    bool in_string = scan_in_string(&s);
    if (s.depth > 0 || (in_string && s.triple) || s.state == SCAN_JOIN || s.state == SCAN_ESCAPE) return true;
    if (in_string || s.depth < 0 || !is_compound(text, n)) return false;
    return n && text[n - 1] != '\n' && text[n - 1] != '\r';
}
#endif
