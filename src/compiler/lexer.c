/* The lexer: the source's window, lines and indentation, names and operators.
 * Numbers are in lex_number.c and lex_number_plain.c, the texts of strings in lex_string.c. */
#include "../object/text.h"
#include "parser_internal.h"

/* ---- characters ---- */

#define X (LEX_NAME | LEX_STRING) /* a byte of a non-ASCII character */
#define N LEX_NAME
#define D LEX_DIGIT
#define Q LEX_STRING
#define E (LEX_STRING | LEX_EOL)
#define B LEX_BLANK
const uint8_t lex_class[256] = {
    E, 0, 0, 0, 0, 0, 0, 0, 0, B, E, 0, B, E, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    B, 0, Q, 0, 0, 0, 0, Q, 0, 0, 0, 0, 0, 0, 0, 0, D, D, D, D, D, D, D, D, D, D, 0, 0, 0, 0, 0, 0,
    0, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, 0, Q, 0, 0, N,
    0, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, Q, 0, Q, 0, 0,
    X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X,
    X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X,
    X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X,
    X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X,
};
#undef X
#undef N
#undef D
#undef Q
#undef E
#undef B

/* The keywords' texts one behind the other, and where each begins by its slot of the hash; an empty slot has the first. */
static const struct keyword_texts {
#define KEYWORD(slot, name) char word_##name[sizeof #name];
#include "keywords.def"
#undef KEYWORD
    char more[8]; /* what is compared with a word is as long as that */
} keyword_texts = {
#define KEYWORD(slot, name) #name,
#include "keywords.def"
#undef KEYWORD
    "",
};
static const uint8_t keyword_at[KEYWORD_SLOTS] = {
#define KEYWORD(slot, name) [slot] = offsetof(struct keyword_texts, word_##name),
#include "keywords.def"
#undef KEYWORD
};

const char *lex_keyword(unsigned slot)
{
    return slot && !keyword_at[slot] ? NULL : (const char *)&keyword_texts + keyword_at[slot];
}

/* ---- the window ---- */

/* Saves the captured text up to here. */
static void capture_save(struct lexer *x)
{
    if (!ADDER_CAPTURES || !x->capture) return;
    const char *from = x->capture;
    scratch_add(&x->captured, from, (size_t)(x->at - from));
    x->capture = x->at;
}

/* The line that was read ahead is used up: back to the source's window. */
static void leave_ahead(struct lexer *x)
{
    x->reading_ahead = false;
    x->at = x->text = x->source->at;
    x->end = x->source->end;
    x->cut = 0;
    if (ADDER_CAPTURES && x->capture) x->capture = x->at;
    scratch_cut(x->ahead, 0);
}

bool lex_fill(struct lexer *x)
{
    struct source *s = x->source;
    if (ADDER_MATCH && x->reading_ahead) {
        if (x->at < x->end)
            return false; /* what was read ahead is a whole line: nobody needs to look beyond it */
        capture_save(x);
        leave_ahead(x);
        if (x->at < x->end) return true;
    }
    if (!s->refill) return false;
    capture_save(x);
    if (x->end - x->text > SOURCE_KEEP) {
        x->cut += (uint32_t)(x->at - x->text);
        x->text = x->at;
    }
    size_t read = (size_t)(x->at - x->text);
    s->at = x->text;
    s->end = x->end;
    bool more = s->refill(s, x->text);
    x->text = s->at;
    x->at = s->at + read;
    x->end = s->end;
    if (ADDER_CAPTURES && x->capture) x->capture = x->at;
    return more;
}

int lex_peek_far(struct lexer *x, size_t k)
{
    while ((size_t)(x->end - x->at) <= k)
        if (!lex_fill(x)) return -1;
    return (unsigned char)x->at[k];
}

void lex_newline(struct lexer *x)
{
    if (*x->at == '\r' && lex_peek(x, 1) == '\n') x->at++;
    x->at++;
    x->line++;
    x->text = x->at;
    x->cut = 0;
}

/* The text, which is on the current line, is not UTF-8. */
static _Noreturn void bad_utf8(struct lexer *x, const char *text, size_t n, uint32_t column)
{
    size_t bad;
    const char *problem = utf8_error(text, n, &bad);
    struct place at = {x->line, column, x->line, column + 1};
    lex_error(x, &type_SyntaxError, at,
              "(unicode error) 'utf-8' codec can't decode byte 0x%x in position %u: %s",
              (unsigned)(unsigned char)*text, (unsigned)column, problem);
}

size_t lex_character(struct lexer *x)
{
    char c[4];
    size_t n = 0;
    int next;
    while (n < 4 && (next = lex_peek(x, n)) >= 0x80) c[n++] = (char)next;
    size_t size = utf8_length(c[0]);
    if (size > n || utf8_check(c, size, NULL) != size) bad_utf8(x, c, n, lex_here(x));
    return size;
}

static _Noreturn void null_byte(struct lexer *x)
{
    x->at++;
    lex_error_here(x, "source code cannot contain null bytes");
}

/* ---- capturing ---- */

size_t capture_here(struct lexer *x)
{
    return scratch_len(x->captured) + (size_t)(x->at - x->capture);
}

size_t capture_begin(struct lexer *x)
{
    if (!x->capture) x->capture = x->at;
    return capture_here(x);
}

struct view capture_text(struct lexer *x, size_t from, size_t to)
{
    const char *data = x->capture;
    if (scratch_len(x->captured)) {
        capture_save(x);
        data = scratch_data(x->captured);
    }
    return (struct view){data + from, to - from, false};
}

void capture_end(struct lexer *x, bool outermost)
{
    if (!outermost) return;
    x->capture = NULL;
    scratch_cut(x->captured, 0);
}

/* ---- reading ahead ---- */

#if ADDER_MATCH
bool lex_ends_with_colon(struct lexer *x)
{
    if (x->colon) return x->colon == 2;
    int kind = x->token.kind;
    struct scan s;
    scan_open(&s, kind >= T_LPAREN && kind <= T_LBRACE ? 1 : 0);
    size_t n = scan_text(&s, x->at, (size_t)(x->end - x->at), true);
    if (!s.ended && x->source->refill && !x->reading_ahead) {
        /* The line goes on behind the window: move it to a scratch, with its beginning. */
        size_t read = (size_t)(x->at - x->text);
        scratch_pin(&x->ahead);
        scratch_add(&x->ahead, x->text, (size_t)(x->end - x->text));
        for (bool more = true; more && !s.ended;) {
            x->text = x->at = x->end;
            more = lex_fill(x);
            n = scan_text(&s, x->at, (size_t)(x->end - x->at), true);
            scratch_add(&x->ahead, x->at, n);
            x->at += n;
        }
        if (x->at[-1] == '\r' && lex_peek(x, 0) == '\n') scratch_add(&x->ahead, x->at++, 1);
        x->source->at = x->at;
        x->source->end = x->end;
        x->reading_ahead = true;
        x->text = scratch_data(x->ahead);
        x->at = x->text + read;
        x->end = x->text + x->ahead->len;
    }
    x->colon = s.last == ':' && s.depth == 0 ? 2 : 1;
    return x->colon == 2;
}
#endif

/* ---- comments and encodings ---- */

#if ADDER_CODECS

/* The name of the encoding in a comment such as "-*- coding: utf-8 -*-", as PEP 263 has it; *n 0: none. */
static const char *find_encoding(const char *text, size_t len, size_t *n)
{
    *n = 0;
    for (size_t i = 0; i + 7 < len; i++) {
        if (memcmp(text + i, "coding", 6) != 0 || (text[i + 6] != ':' && text[i + 6] != '=')) continue;
        size_t from = i + 7;
        while (from < len && (text[from] == ' ' || text[from] == '\t')) from++;
        size_t to = from;
        while (to < len && (lex_class[(unsigned char)text[to]] & (LEX_NAME | LEX_DIGIT) || text[to] == '-' ||
                            text[to] == '.'))
            to++;
        if (to > from) {
            *n = to - from;
            return text + from;
        }
    }
    return NULL;
}

/* utf-8 under all its names, and with endings such as utf-8-sig. */
static bool is_utf8(const char *name, size_t n)
{
    char plain[4] = {0};
    for (size_t i = 0, k = 0; i < n && k < 4; i++)
        if (name[i] != '-' && name[i] != '_') plain[k++] = (char)ascii_lower((unsigned char)name[i]);
    return memcmp(plain, "utf8", 4) == 0;
}

static _Noreturn void encoding_error(struct lexer *x, value message)
{
    value where[4] = {x->filename, from_int(0), from_int(-1), NONE}, args[2] = {message, tuple_new(4, where)};
    raise(exception_new(&type_SyntaxError, 2, args));
}

struct decoding {
    const struct scratch *bytes;
    size_t read; /* so many of them have been */
    value encoding, text;
};

/* The text; returns that of the part that has been read. */
static value decode(void *arg)
{
    struct decoding *d = arg;
    const uint8_t *bytes = (const uint8_t *)scratch_data(d->bytes);
    d->text = codec_decode(bytes, scratch_len(d->bytes), UNDEF, d->encoding, UNDEF);
    return codec_decode(bytes, d->read, UNDEF, d->encoding, UNDEF);
}

/* The source, from the beginning if that is at hand, else from this line on. */
static struct scratch *rest_of_source(struct lexer *x, size_t *read)
{
    struct scratch *bytes = NULL;
    const char *from = x->start ? x->start : x->text;
    *read = (size_t)(x->at - from);
    scratch_add(&bytes, from, *read);
    do {
        scratch_add(&bytes, x->at, (size_t)(x->end - x->at));
        x->at = x->end;
    } while (lex_fill(x));
    return bytes;
}

/* The source is a str from here on. */
static void decode_source(struct lexer *x, value encoding)
{
    struct source *s = x->source;
    struct decoding d = {.encoding = encoding};
    value before;
    if (x->marked) encoding_error(x, str_format_c("encoding problem: %v with BOM", encoding));
    d.bytes = rest_of_source(x, &d.read);
    if (!protect(decode, &d, &before)) {
        if (!is_instance(before, &type_LookupError) && !is_instance(before, &type_ValueError)) raise(before);
        encoding_error(x, to_str(before));
    }
    struct view text = str_view(d.text);
    s->at = text.data;
    s->end = x->end = text.data + text.len;
    s->refill = NULL;
    s->context = (void *)d.text; /* keeps it */
    s->decoded = true;
    if (x->start) x->start = text.data;
    x->at = x->text = text.data + str_view(before).len;
    while (x->text > text.data && x->text[-1] != '\n' && x->text[-1] != '\r') x->text--;
}

/* Goes over to the encoding that is declared in the comment which has been collected above `base`. */
static void check_encoding(struct lexer *x, size_t base)
{
    size_t n;
    const char *name = find_encoding(scratch_data(x->words) + base, scratch_len(x->words) - base, &n);
    if (n && !is_utf8(name, n)) decode_source(x, str_new(name, utf8_check(name, n, NULL)));
    scratch_cut(x->words, base);
}
#else
#define check_encoding(x, base) ((void)(base))
#endif

static void skip_comment(struct lexer *x)
{
    bool capturing = ADDER_CAPTURES && x->capture,
         may_declare = ADDER_CODECS && !x->source->decoded && x->line <= 2 && x->prev_line == 0 && x->state == LINE_BEGINS;
    size_t base = scratch_len(x->words);
    capture_save(x);
    x->capture = NULL;
    do {
        const char *from = x->at, *at = from;
        while (at < x->end && !(lex_class[(unsigned char)*at] & LEX_EOL)) at++;
        x->at = at;
        if (may_declare) scratch_add(&x->words, from, (size_t)(at - from));
    } while (x->at == x->end && lex_fill(x));
    if (may_declare) check_encoding(x, base);
    if (capturing) x->capture = x->at;
}

/* ---- lines ---- */

/* At a backslash: a newline must follow, and something behind that. */
static void join_line(struct lexer *x)
{
    int c = lex_peek(x, 1);
    if (c != '\n' && c != '\r') {
        if (lex_draining(x)) {
            x->at = x->end; /* no reason to look further */
            return;
        }
        struct place where = {x->line, lex_here(x) + 1, x->line, UINT32_MAX /* nowhere, in CPython, too */};
        x->at++;
        x->unfinished = c < 0;
        if (c < 0) lex_error_here(x, "unexpected EOF while parsing");
        lex_error(x, &type_SyntaxError, where, "unexpected character after line continuation character");
    }
    x->at++;
    lex_newline(x);
    if (lex_peek(x, 0) < 0 && !lex_draining(x)) lex_error_here(x, "unexpected EOF while parsing");
}

static void count_space(struct lexer *x, int c)
{
    if (c == '\f')
        x->column = x->alt_column = 0;
    else if (c == '\t')
        x->column = (x->column | 7) + 1, x->alt_column++;
    else
        x->column++, x->alt_column++;
}

/* Skips empty lines, and finds out the indentation of the next one; false: there is none. */
static bool read_indentation(struct lexer *x)
{
    uint32_t column = 0, alt_column = 0; /* of a line that a backslash joins to the next */
    x->column = x->alt_column = 0;
    for (;;) {
        int c = lex_peek(x, 0);
        switch (c) {
        case ' ':
        case '\t':
        case '\f':
            count_space(x, c);
            x->at++;
            continue;
        case '#': skip_comment(x); continue;
        case '\n':
        case '\r':
            lex_newline(x);
            x->column = x->alt_column = column = alt_column = 0;
            continue;
        case '\\':
            if (column == 0) column = x->column, alt_column = x->alt_column;
            join_line(x);
            continue;
        }
        if (column) x->column = column, x->alt_column = alt_column;
        if (c < 0) x->column = x->alt_column = 0;
        return c >= 0;
    }
}

static void finish(struct lexer *x, int kind)
{
    x->token.kind = (uint8_t)kind;
    lex_token_end(x);
}

static _Noreturn void tab_error(struct lexer *x)
{
    struct place at = {x->line, 0, 0, 0};
    lex_error(x, &type_TabError, at, "inconsistent use of tabs and spaces in indentation");
}

/* At the beginning of a line, or in one that still ends blocks: true if that makes a token. */
static bool begin_line(struct lexer *x)
{
    bool fresh = x->state == LINE_BEGINS, more = fresh ? read_indentation(x) : lex_peek(x, 0) >= 0;
    const struct indent *top = x->indent;
    uint32_t column = top ? top->column : 0, alt_column = top ? top->alt_column : 0;
    lex_token_begin(x);
    if (x->column == column) {
        if (x->alt_column != alt_column) tab_error(x);
        x->state = more ? LINE_INSIDE : LINE_DEDENTS;
        if (!more) finish(x, T_EOF);
        return !more;
    }
    if (x->column > column) {
        if (x->alt_column <= alt_column) tab_error(x);
        x->state = LINE_INSIDE;
        finish(x, T_INDENT);
        return true;
    }
    if (x->alt_column >= alt_column) tab_error(x);
    if (fresh) {
        while (top && x->column < top->column) top = top->up;
        if (x->column != (top ? top->column : 0)) {
            size_t n = 0;
            for (int c; n < SOURCE_KEEP / 2 && (c = lex_peek(x, n)) >= 0 && !(lex_class[c] & LEX_EOL);) n++;
            struct place at = {x->line, lex_here(x) + (uint32_t)n, 0, 0};
            lex_error(x, &type_IndentationError, at, "unindent does not match any outer indentation level");
        }
    }
    x->state = LINE_DEDENTS;
    finish(x, T_DEDENT);
    return true;
}

/* ---- names, keywords, prefixes of strings ---- */

static int keyword_of(const char *text, size_t n)
{
    if (n < 2 || n > 8) return 0;
    const unsigned char *c = (const unsigned char *)text;
    unsigned slot = (37u * c[0] + 43u * c[1] + 56u * c[n - 1] + 45u * (unsigned)n) % KEYWORD_SLOTS;
    const char *k = (const char *)&keyword_texts + keyword_at[slot];
    return memcmp(k, text, n) == 0 && k[n] == 0 ? (int)(T_KEYWORD + slot) : 0;
}

/* The flags of a prefix; -1: it is none. */
static int prefix_flags(const char *text, size_t n)
{
    unsigned flags = 0;
    for (size_t i = 0; i < n; i++) {
        unsigned flag;
        switch (ascii_lower((unsigned char)text[i])) {
        case 'r': flag = STRING_RAW; break;
        case 'b': flag = STRING_BYTES; break;
        case 'f': flag = STRING_F; break;
        case 't':
            if (!ADDER_TEMPLATES) return -1;
            flag = STRING_T;
            break;
        case 'u': flag = STRING_U; break;
        default: return -1;
        }
        flags |= flag;
    }
    if (n < 2) return (int)flags;
    return flags == (STRING_RAW | STRING_BYTES) || flags == (STRING_RAW | STRING_F) ||
                   flags == (STRING_RAW | STRING_T)
               ? (int)flags
               : -1;
}

/* At a quote: the token is its string's beginning. */
static void open_string(struct lexer *x, unsigned flags)
{
    int quote = lex_peek(x, 0);
    if (quote == '"') flags |= STRING_DOUBLE;
    if (lex_peek(x, 1) == quote && lex_peek(x, 2) == quote) {
        flags |= STRING_TRIPLE;
        x->at += 2;
    }
    x->at++;
    x->token.flags = (uint8_t)flags;
    finish(x, T_STRING);
}

static _Noreturn void bad_letter(struct lexer *x, uint32_t c, uint32_t column)
{
    struct place place = {x->line, column, x->line, column};
#if ADDER_SYNTAX_MESSAGES
    char code[8];
    char *digits = code + sizeof code;
    digits -= u64_format(c, 16, true, digits);
    while (digits > code + sizeof code - 4) *--digits = '0';
    value hex = str_new(digits, (size_t)(code + sizeof code - digits));
    if (char_class(c) & CHAR_PRINTABLE)
        lex_error(x, &type_SyntaxError, place, "invalid character '%c' (U+%v)", (int)c, hex);
    lex_error(x, &type_SyntaxError, place, "invalid non-printable character U+%v", hex);
#else
    lex_error(x, &type_SyntaxError, place, "invalid character '%c'", (int)c);
#endif
}

/* A name that is not ASCII: it must be UTF-8, of characters that names may have. */
static void check_letters(struct lexer *x, const char *text, size_t n)
{
    size_t good = utf8_check(text, n, NULL);
    const char *at = text, *end = text + good;
    while (ADDER_LETTERS && at < end) {
        const char *from = at;
        uint32_t c = utf8_decode(&at);
        unsigned wanted = from == text ? CHAR_ID_START : CHAR_ID_CONTINUE;
        if (c == '_' || char_class(c) & wanted) continue;
        bad_letter(x, c, x->token.place.column + (uint32_t)(from - text));
    }
    if (good < n) bad_utf8(x, end, n - good, x->token.place.column + (uint32_t)good);
}

static void read_word(struct lexer *x)
{
    const char *from = x->at, *at = from;
    size_t base = scratch_len(x->words);
    unsigned seen = 0;
    for (;;) {
        while (at < x->end && lex_class[(unsigned char)*at] & (LEX_NAME | LEX_DIGIT))
            seen |= (unsigned char)*at++;
        x->at = at;
        if (at < x->end) break;
        scratch_add(&x->words, from, (size_t)(at - from)); /* the window ends: the word may go on behind it */
        bool more = lex_fill(x);
        from = at = x->at;
        if (!more) break;
    }
    size_t n = (size_t)(at - from);
    const char *text = from;
    if (scratch_len(x->words) > base) {
        scratch_add(&x->words, from, n);
        text = scratch_data(x->words) + base;
        n = x->words->len - base;
    }
    int kind, flags;
    if (n <= 2 && at < x->end && (*at == '\'' || *at == '"') && (flags = prefix_flags(text, n)) >= 0) {
        scratch_cut(x->words, base);
        open_string(x, (unsigned)flags);
        return;
    }
    kind = keyword_of(text, n);
    if (!kind) {
        kind = T_NAME;
        if (seen >= 0x80) check_letters(x, text, n);
        x->token.val = ADDER_NORMAL_FORM && seen >= 0x80 ? normal_name(text, n) : symbol_intern(text, n);
    }
    scratch_cut(x->words, base);
    finish(x, kind);
}

/* ---- operators ---- */

static void read_closer(struct lexer *x, int c)
{
    const struct bracket *b = x->bracket;
    char open = c == ')' ? '(' : c == ']' ? '[' : '{';
    x->at++;
    if (b && b->open == open) {
        finish(x, c == ')' ? T_RPAREN : c == ']' ? T_RBRACKET : T_RBRACE);
        return;
    }
    if (!b) lex_error_here(x, "unmatched '%c'", c);
    if (b->string) lex_error_here(x, "%c-string: unmatched '%c'", string_letter(b->string), c);
    if (b->start.line != x->line)
        lex_error_here(x, "closing parenthesis '%c' does not match opening parenthesis '%c' on line %u", c,
                       b->open, (unsigned)b->start.line);
    lex_error_here(x, "closing parenthesis '%c' does not match opening parenthesis '%c'", c, b->open);
}

/* The operators of one character, and what begins with them; 0: there is none. */
static const uint8_t operators['~' + 1 - '!'] = {
#define ONE(c, kind) [c - '!'] = kind
    ONE('(', T_LPAREN), ONE('[', T_LBRACKET), ONE('{', T_LBRACE), ONE(',', T_COMMA), ONE(';', T_SEMICOLON), ONE('~', T_TILDE),
    ONE('.', T_DOT), ONE('=', T_ASSIGN), ONE(':', T_COLON), ONE('!', T_BANG),
    ONE('+', T_BINARY + OP_ADD), ONE('-', T_BINARY + OP_SUB), ONE('*', T_BINARY + OP_MUL), ONE('/', T_BINARY + OP_DIV),
    ONE('%', T_BINARY + OP_MOD), ONE('&', T_BINARY + OP_AND), ONE('|', T_BINARY + OP_OR), ONE('^', T_BINARY + OP_XOR),
    ONE('@', T_BINARY + OP_MATMUL), ONE('<', T_BINARY + OP_LT), ONE('>', T_BINARY + OP_GT),
#undef ONE
};

/* With an = behind it. In a field of an f-string, a colon ends what comes before. */
static int kind_with_equal(const struct lexer *x, int kind)
{
    if (kind >= T_BINARY + OP_LT) return kind + OP_LE - OP_LT;
    if (kind >= T_BINARY) return kind + T_AUGMENTED - T_BINARY;
    if (kind == T_COLON) return x->bracket && x->bracket->string ? T_BAD : T_WALRUS;
    return kind == T_ASSIGN ? T_BINARY + OP_EQ : kind == T_BANG ? T_BINARY + OP_NE : T_BAD;
}

/* Written twice; T_BAD: that is nothing. */
static int kind_twice(int c)
{
    return T_BINARY + (c == '*' ? OP_POW : c == '/' ? OP_FLOORDIV : c == '<' ? OP_SHL : c == '>' ? OP_SHR : T_BAD - T_BINARY);
}

static _Noreturn void bad_character(struct lexer *x, int c)
{
    lex_error_here(x, "invalid non-printable character U+00%c%x", '0' + c / 16, (unsigned)c % 16);
}

static void read_operator(struct lexer *x, int c)
{
    if (c == ')' || c == ']' || c == '}') {
        read_closer(x, c);
        return;
    }
    unsigned n = 1, at = (unsigned)(c - '!');
    int kind = at < sizeof operators && operators[at] ? operators[at] : T_BAD, longer = T_BAD;
    int next = kind >= T_DOT || kind == T_COLON ? lex_peek(x, 1) : -1;
    if (next == '=') {
        longer = kind_with_equal(x, kind);
    } else if (next == c) {
        longer = kind_twice(c);
        if (longer != T_BAD && lex_peek(x, 2) == '=') longer += T_AUGMENTED - T_BINARY, n = 2;
        if (c == '.' && lex_peek(x, 2) == '.') longer = T_ELLIPSIS, n = 2;
    } else if (next == '>' && c == '-') {
        longer = T_ARROW;
    } else if (c == '.' && next >= '0' && next <= '9') {
        lex_number(x);
        finish(x, T_NUMBER);
        return;
    }
    if (longer != T_BAD) kind = longer, n++;
    x->at += n;
    finish(x, kind);
    if (kind == T_BAD && (c < ' ' || c == 127)) bad_character(x, c);
}

/* ---- tokens ---- */

/* The source has ended inside of a line. */
static void read_end(struct lexer *x)
{
    const struct bracket *b = x->bracket;
    if (b && !(lex_draining(x) && b->start.line >= lex_draining(x))) {
        struct place at = {b->start.line, spot_column(b->start), 0, 0};
        x->unfinished = true;
        lex_error(x, &type_SyntaxError, at, "'%c' was never closed", b->open);
    }
    finish(x, T_NEWLINE);
    if (ADDER_ENDS) x->token.place.end_column++;
    x->state = LINE_BEGINS;
    x->colon = 0;
}

void lex_next(struct lexer *x)
{
    lex_end_at(x, x->token.place.end_line, x->token.place.end_column);
    if (x->state != LINE_INSIDE && begin_line(x)) return;
    for (;;) {
        const char *at = x->at, *end = x->end;
        while (at < end && lex_class[(unsigned char)*at] & LEX_BLANK) at++;
        x->at = at;
        if (at == end && lex_fill(x)) continue;
        lex_token_begin(x);
        if (x->at == x->end) {
            read_end(x);
            return;
        }
        int c = (unsigned char)*x->at;
        if (lex_class[c] & LEX_NAME) {
            read_word(x);
            return;
        }
        if (lex_class[c] & LEX_DIGIT) {
            lex_number(x);
            finish(x, T_NUMBER);
            return;
        }
        if (c == '#') {
            skip_comment(x);
            if (!ADDER_SYNTAX_MESSAGES || x->bracket) continue;
            c = lex_peek(x, 0); /* the newline's place is with the comment */
            if (c < 0) {
                read_end(x);
                return;
            }
        }
        switch (c) {
        case '\\': join_line(x); continue;
        case '\n':
        case '\r':
            if (x->bracket) {
                lex_newline(x);
                continue;
            }
            x->at++;
            finish(x, T_NEWLINE);
            x->at--;
            lex_newline(x);
            x->state = LINE_BEGINS;
            x->colon = 0;
            return;
        case '\'':
        case '"': open_string(x, 0); return;
        case 0: null_byte(x);
        default: read_operator(x, c); return;
        }
    }
}

void lexer_open(struct lexer *x, struct source *s, value filename)
{
    x->source = s;
    x->at = x->text = s->at;
    x->end = s->end;
    x->line = 1;
    x->filename = filename;
    if (!s->refill) x->start = s->at;
    x->token.kind = T_NEWLINE;
    x->marked = lex_peek(x, 0) == 0xef && lex_peek(x, 1) == 0xbb && lex_peek(x, 2) == 0xbf;
    if (x->marked) x->text = x->at += 3;
}
