/* The lexer: text to tokens, one at a time. It is part of the parser, which tells it what it cannot know:
 * which brackets and blocks are open, and that a string's text comes next.
 *
 * Open brackets and blocks are records on the C stack of the parser's functions, linked from here, so
 * that nesting takes no memory of its own.
 *
 * Strings are read in two steps. A T_STRING token is only their prefix and opening quote; the parser
 * then calls lex_string(), which reads up to the closing quote or, in f-strings, to the next field. */
#ifndef ADDER_LEXER_H
#define ADDER_LEXER_H

#include "../value/numtext.h"
#include "../value/utf8.h"
#include "compiler.h"

/* ---- tokens ---- */

enum token_kind {
    T_EOF,
    T_NEWLINE,
    T_INDENT,
    T_DEDENT,
    T_NAME,
    T_NUMBER,
    T_STRING,
    T_LPAREN,
    T_LBRACKET,
    T_LBRACE,
    T_RPAREN,
    T_RBRACKET,
    T_RBRACE,
    T_COLON,
    T_COMMA,
    T_SEMICOLON,
    T_DOT,
    T_ELLIPSIS,
    T_ARROW,
    T_WALRUS,
    T_ASSIGN,
    T_BANG,
    T_TILDE,
    T_BAD,
    T_BINARY,                                /* + enum op: OP_ADD .. OP_NE */
    T_AUGMENTED = T_BINARY + OP_NE + 1,      /* + enum op: OP_ADD .. OP_MATMUL, of += and so on */
    T_KEYWORD = T_AUGMENTED + OP_MATMUL + 1, /* + the keyword's place in the hash table */
#define KEYWORD(slot, name) KW_##name = T_KEYWORD + slot,
#include "keywords.def"
#undef KEYWORD
    T_COUNT = T_KEYWORD + 64,
    T_STAR = T_BINARY + OP_MUL,
    T_STARSTAR = T_BINARY + OP_POW,
    T_SLASH = T_BINARY + OP_DIV,
    T_AT = T_BINARY + OP_MATMUL,
    T_PLUS = T_BINARY + OP_ADD,
    T_MINUS = T_BINARY + OP_SUB,
    T_OR = T_BINARY + OP_OR,
};

struct place { /* lines from 1, columns from 0 in bytes; end_line 0: no end is known */
    uint32_t line, column, end_line, end_column;
};
#define NO_COLUMN UINT32_MAX /* in the place of an error: nowhere in the line */

/* Where something begins. */
struct spot {
    uint32_t line;
#if ADDER_PLACES
    uint32_t column;
#endif
};
static inline struct spot spot_at(uint32_t line, uint32_t column)
{
    struct spot s = {.line = line};
#if ADDER_PLACES
    s.column = column;
#endif
    (void)column;
    return s;
}
static inline struct spot spot_of_place(struct place p)
{
    return spot_at(p.line, p.column);
}
static inline uint32_t spot_column(struct spot s)
{
#if ADDER_PLACES
    return s.column;
#else
    (void)s;
    return 0;
#endif
}

enum string_flags {
    STRING_RAW = 1,
    STRING_BYTES = 2,
    STRING_F = 4,
    STRING_T = ADDER_TEMPLATES ? 8 : 0,
    STRING_U = 16,
    STRING_TRIPLE = 32,
    STRING_DOUBLE = 64, /* the quote is " */
    STRING_FORMATTED = STRING_F | STRING_T,
};

static inline int string_letter(unsigned flags)
{
    return flags & STRING_T ? 't' : 'f';
} /* for messages */

struct token {
    uint8_t kind;
    uint8_t flags; /* T_STRING: enum string_flags */
    struct place place;
    value val; /* T_NAME: the symbol; T_NUMBER: the number */
};

/* ---- what the parser has open ---- */

struct bracket {
    struct bracket *up;
    struct spot start;
    char open;      /* ( [ { */
    uint8_t string; /* a replacement field: the flags of its string; else 0 */
};

struct indent {
    struct indent *up;
    uint32_t column, alt_column; /* with tabs to multiples of 8, and with tabs as 1 */
};

#define MAX_BRACKETS 200
#define MAX_INDENTS  100
#define MAX_FIELDS   150 /* f-strings in f-strings */

/* ---- the lexer ---- */

/* How much text a source's window must be able to keep, and still take more. */
#define SOURCE_KEEP (ADDER_LEVEL == 2 ? 1024 : 120)

enum lexer_state { LINE_BEGINS, LINE_DEDENTS, LINE_INSIDE };

struct lexer {
    struct source *source;
    const char *at, *end;            /* the window's text not yet read */
    const char *text;                /* where the current line, or what is left of it, begins in the window */
    uint32_t cut;                    /* bytes of the line before `text` that are gone */
    uint32_t line;                   /* from 1 */
    uint32_t column, alt_column;     /* of this line's indentation */
    uint32_t prev_line, prev_column; /* where the token before `token` ended */
    struct token token;
    uint8_t state;                     /* enum lexer_state */
    uint8_t brackets, indents, fields; /* how many are open */
    uint8_t colon;           /* does the logical line end with a colon? 0: not looked yet, 1: no, 2: yes */
    struct bracket *bracket; /* innermost; NULL: none */
    struct indent *indent;
    struct scratch *words; /* texts of tokens being read; used like a stack */
    struct scratch *ahead; /* a logical line that was read ahead; the window is in it while reading_ahead */
    bool reading_ahead;
    bool unfinished;   /* the source has ended in a bracket or a string, or behind a backslash */
    uint32_t draining; /* not 0: the line of an error; only what is wrong in the tokens is of interest now */
    struct scratch *captured; /* the source's text since the outermost replacement field began ... */
    const char *capture;      /* ... up to here in the window; NULL: not capturing */
    const char *start;        /* the whole text, if the window holds it; else NULL */
    bool marked;              /* it began with a byte order mark */
    value filename;
};

void lexer_open(struct lexer *x, struct source *s, value filename);
/* Reads the next token into x->token. */
void lex_next(struct lexer *x);
/* Reads text of a string up to its end, and appends it, escapes resolved, to x->words. f-strings: up
 * to the next field. in_spec: the text of a format specification, which } ends. What was read last is
 * consumed; where it lies is in x->token.place's end. */
enum string_stop { STRING_END, STRING_FIELD, STRING_SPEC_END };
enum string_stop lex_string(struct lexer *x, const struct token *string, bool in_spec);
/* Reads the rest of a string that is not formatted; its escapes and characters need not be good. */
void lex_skip_string(struct lexer *x, const struct token *string);
/* For the statement that begins with the name `match` (the token before the current one): does its line end
 * with a colon? Reads ahead to the line's end. */
bool lex_ends_with_colon(struct lexer *x);

#define ADDER_CAPTURES (ADDER_MORE_SYNTAX || ADDER_TEMPLATES)
/* The source's text from one place to another, as a str: capture_begin() ... capture_text(). They nest. */
size_t capture_begin(struct lexer *x);                             /* from x->at; returns the mark */
size_t capture_here(struct lexer *x);                              /* the mark of x->at */
struct view capture_text(struct lexer *x, size_t from, size_t to); /* good until the next token */
void capture_end(struct lexer *x, bool outermost);

/* ---- between lexer.c, lex_number.c and lex_string.c ---- */

/* What bytes are, or-ed. Those of non-ASCII characters count as parts of names; they are looked at later. */
enum {
    LEX_NAME = 1, /* letters and _ */
    LEX_DIGIT = 2,
    LEX_STRING = 4, /* what needs a look in a string */
    LEX_EOL = 8,    /* what ends a comment */
    LEX_BLANK = 16,
};
extern const uint8_t lex_class[256];
#define KEYWORD_SLOTS 64
const char *lex_keyword(unsigned slot); /* of the keywords' hash; NULL: none is there */

bool lex_fill(struct lexer *x);              /* at x->end: more text; false: there is none */
int lex_peek_far(struct lexer *x, size_t k); /* the k-th byte from here; -1: the source ends before */
static inline int lex_peek(struct lexer *x, size_t k)
{
    return (size_t)(x->end - x->at) > k ? (unsigned char)x->at[k] : lex_peek_far(x, k);
}
static inline uint32_t lex_column(const struct lexer *x, const char *at)
{
    return (uint32_t)(at - x->text) + x->cut;
}
static inline uint32_t lex_here(const struct lexer *x)
{
    return lex_column(x, x->at);
}
/* The token before the current one ended here. */
static inline void lex_end_at(struct lexer *x, uint32_t line, uint32_t column)
{
    if (!ADDER_ENDS) return;
    x->prev_line = line;
    x->prev_column = column;
}
static inline uint32_t lex_draining(const struct lexer *x)
{
    return ADDER_SYNTAX_HINTS ? x->draining : 0;
}
/* The current token ends here. */
static inline void lex_token_end(struct lexer *x)
{
    if (!ADDER_ENDS) return;
    x->token.place.end_line = x->line;
    x->token.place.end_column = lex_here(x);
}
/* ... and begins here. */
static inline void lex_token_begin(struct lexer *x)
{
    x->token.place.line = x->line;
    if (ADDER_PLACES) x->token.place.column = lex_here(x);
    x->token.flags = 0;
}
void lex_newline(struct lexer *x);     /* consumes \n, \r or \r\n */
size_t lex_character(struct lexer *x); /* bytes of the non-ASCII character here; raises if it is no UTF-8 */
void lex_number(struct lexer *x);

/* ---- syntax_error.c ---- */

_Noreturn void lex_error_left_out(struct lexer *x); /* at a part of the language that this build has not */

/* The text of a line of the source; NONE: not known any more. Reads the current line to its end. */
value line_text(struct lexer *x, uint32_t line);
_Noreturn void syntax_raise(const struct type *type, value filename, const struct place *where, value text,
                            value message);
#if ADDER_SYNTAX_MESSAGES
_Noreturn void lex_error(struct lexer *x, const struct type *type, struct place where, const char *format,
                         ...);
/* At the one character before x->at, as CPython's tokenizer places its errors. */
_Noreturn void lex_error_here(struct lexer *x, const char *format, ...);
#if ADDER_PACKED_TEXTS
#define lex_error(x, type, where, format, ...) lex_error(x, type, where, PACKED_TEXT(format), ##__VA_ARGS__)
#define lex_error_here(x, format, ...) lex_error_here(x, PACKED_TEXT(format), ##__VA_ARGS__)
#endif
#elif ADDER_SYNTAX_TEXT
_Noreturn void lex_error_place(struct lexer *x, const struct type *type, struct spot where);
_Noreturn void lex_error_token(struct lexer *x); /* at the current token */
_Noreturn void lex_error_plain(struct lexer *x); /* at the one character before x->at */
#define lex_error(x, type, where, ...) (NO_TEXT(__VA_ARGS__), lex_error_place(x, type, spot_of_place(where)))
#define lex_error_here(x, ...) (NO_TEXT(__VA_ARGS__), lex_error_plain(x))
#else
_Noreturn void lex_error_type(struct lexer *x, const struct type *type);
_Noreturn void lex_error_plain(struct lexer *x);
#define lex_error(x, type, where, ...) (NO_TEXT(__VA_ARGS__), (void)(where), lex_error_type(x, type))
#define lex_error_here(x, ...) (NO_TEXT(__VA_ARGS__), lex_error_plain(x))
#endif

/* ---- normal_form.c ---- */

value normal_name(const char *text, size_t n); /* the symbol of a name that is not ASCII, in its normal form */

/* ---- syntax_warning.c: each notes a warning if it finds reason to, and warnings are wanted ---- */

#if ADDER_SYNTAX_WARNINGS
struct syntax_warnings {
    struct dict *noted; /* the warnings are its keys; NULL: none yet. On the C stack, where the collector finds it */
};
/* From here on warnings are noted in w (NULL: in nothing). Returns what is to be given to syntax_warnings_end(), which
 * tells them: those about tokens alone, if the source was not compiled. False: *error is to be raised. */
struct syntax_warnings *syntax_warnings_begin(struct syntax_warnings *w);
bool syntax_warnings_end(struct syntax_warnings *outer, value filename, bool compiled, value *error);
void warn_number(struct lexer *x, const char *kind); /* a keyword follows at once */
/* The escape at x->at is none; octal: its value, which is too large for a byte, or 0. */
void warn_escape(struct lexer *x, const struct token *string, uint32_t octal);
void warn_call(const struct node *function);
void warn_subscript(const struct node *object, const struct node *index);
void warn_comparison(const struct node *n);
void warn_assert(const struct node *n);
void warn_finally(const struct node *block);
#else
#define warn_number(x, kind) ((void)0)
#define warn_escape(x, string, octal) ((void)(octal))
#define warn_call(function) ((void)0)
#define warn_subscript(object, index) ((void)0)
#define warn_comparison(n) ((void)0)
#define warn_assert(n) ((void)0)
#define warn_finally(block) ((void)0)
#endif

/* ---- scan.c: a glance over text, for its brackets, strings and comments only ---- */

/* Needed for what looks ahead: the line editor, `match`. */
#define ADDER_SCAN (ADDER_LINE_EDITOR || ADDER_MATCH)

#define SCAN_NESTED 6 /* strings in fields of strings; deeper ones are taken as plain text */
struct scan {
    uint8_t state, count; /* see scan.c */
    char quote;
    bool triple, formatted, raw, continued;
    bool ended; /* stopped behind the end of a logical line */
    uint8_t nested;
    struct {
        char quote;
        bool triple, raw, in_spec;
        int depth;
    } outer[SCAN_NESTED];
    int depth;    /* open brackets */
    char last;    /* the last significant character outside of strings ('"' for these); 0: none */
    uint8_t word; /* letters of the current word, and whether ... */
    bool word_formatted, word_raw,
        word_prefix; /* ... it may be the prefix of a string, with an f or t, with an r */
};
void scan_open(struct scan *s, int depth);
/* Reads text; stops behind the newline that ends the logical line, if wanted. Returns how much it read. */
size_t scan_text(struct scan *s, const char *text, size_t n, bool stop);
bool scan_in_string(const struct scan *s);
bool scan_in_code(const struct scan *s); /* outside of strings, brackets and joined lines */

#endif
