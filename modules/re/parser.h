/* What the parsers of patterns and of templates share: a place in a text, and errors that tell it. */
#ifndef ADDER_REGEX_PARSER_H
#define ADDER_REGEX_PARSER_H

#include "regex.h"

struct parser {
    struct tree *tree;
    value source;
    const char *text, *end, *at;
    bool binary;
    uint32_t flags;        /* in effect here */
    uint32_t look_groups;  /* within a lookbehind: groups from this on are defined in it; else UNLIMITED */
    uint32_t highest;      /* group a condition refers to, */
    const char *highest_at;
    bool again;            /* (?x) was found: begin anew */
};

/* Raises PatternError; at: where in the text, NULL if that does not matter. The format is raise_message()'s. Without
 * ADDER_MESSAGES, the exception tells nothing. */
_Noreturn void regex_raise_message(const struct parser *p, const char *at, const char *format, ...);
#if ADDER_MESSAGES
#define regex_raise regex_raise_message
#else
#define regex_raise(p, at, ...) \
    (0 ? regex_raise_message(p, at, __VA_ARGS__) : (void)0, raise_short(&type_PatternError))
#endif
/* What the text holds from `from` to `to`, as a str. */
value regex_piece(const struct parser *p, const char *from, const char *to);
/* What comes before `close`, which is taken too; *start: where it begins. */
value regex_name(struct parser *p, char close, const char **start);
/* Raises unless the name, which is at `at`, is an identifier. */
void regex_check_name(const struct parser *p, value name, const char *at);
/* An octal number of up to `most` digits; start: of the escape. */
uint32_t regex_octal(struct parser *p, const char *start, unsigned most);

static inline bool at_end(const struct parser *p) { return p->at == p->end; }
static inline bool is_next(const struct parser *p, char c) { return p->at < p->end && *p->at == c; }
static inline bool take(struct parser *p, char c)
{
    if (!is_next(p, c))
        return false;
    p->at++;
    return true;
}
static inline uint32_t take_char(struct parser *p)
{
    return p->binary ? (unsigned char)*p->at++ : utf8_decode(&p->at);
}
static inline bool is_digit(const struct parser *p) { return p->at < p->end && is_ascii_digit((unsigned char)*p->at); }
static inline bool is_octal(const char *s, const char *end) { return s < end && *s >= '0' && *s <= '7'; }
/* The letter's code in \n and the like, here letter n; -1: it has none. */
int regex_letter_code(uint32_t letter);

#endif
