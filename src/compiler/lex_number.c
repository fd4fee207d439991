/* Numbers in source text. The literal is checked and copied digit by digit, so that it may be longer
 * than the source's window; short decimal integers take a shorter way. */
#include "parser_internal.h"

#if ADDER_SYNTAX_MESSAGES

#if UINTPTR_MAX > 0xffffffffu
#define QUICK_DIGITS 18 /* decimal digits that surely fit a small int */
#else
#define QUICK_DIGITS 9
#endif

static void keep(struct lexer *x)
{
    char c = *x->at++;
    scratch_add(&x->words, &c, 1);
}

static bool is_digit_of(int c, unsigned base)
{
    return c >= 0 && c < 128 && digit_value((char)c) < base;
}

static _Noreturn void bad_literal(struct lexer *x, const char *kind)
{
    lex_error_here(x, "invalid %s literal", kind);
}

/* Does `rest` follow behind the next character? */
static bool goes_on(struct lexer *x, const char *rest)
{
    for (size_t i = 0; rest[i]; i++)
        if (lex_peek(x, i + 1) != rest[i]) return false;
    return true;
}

/* A number may be followed at once by a keyword (1if x else y), but by no other name. */
static void check_end(struct lexer *x, const char *kind)
{
    int c = lex_peek(x, 0);
    if (c < 0 || !(lex_class[c] & (LEX_NAME | LEX_DIGIT)) || c >= 0x80) return;
    bool keyword = false;
    switch (c) {
    case 'a': keyword = goes_on(x, "nd"); break;
    case 'e': keyword = goes_on(x, "lse"); break;
    case 'f': keyword = goes_on(x, "or"); break;
    case 'i': keyword = goes_on(x, "f") || goes_on(x, "n") || goes_on(x, "s"); break;
    case 'n': keyword = goes_on(x, "ot"); break;
    case 'o': keyword = goes_on(x, "r"); break;
    }
    if (!keyword) bad_literal(x, kind);
    warn_number(x, kind);
}

/* Digits with single underscores between them; there must be one at least. */
static void take_digits(struct lexer *x, unsigned base, const char *kind)
{
    for (;;) {
        int c = lex_peek(x, 0);
        if (!is_digit_of(c, base)) {
            if (base < 10 && is_digit_of(c, 10)) {
                x->at++;
                lex_error_here(x, "invalid digit '%c' in %s literal", c, kind);
            }
            bad_literal(x, kind);
        }
        do keep(x);
        while (is_digit_of(lex_peek(x, 0), base));
        if (lex_peek(x, 0) != '_') break;
        x->at++;
    }
    int c = lex_peek(x, 0);
    if (base < 10 && is_digit_of(c, 10)) {
        x->at++;
        lex_error_here(x, "invalid digit '%c' in %s literal", c, kind);
    }
    check_end(x, kind);
}

static value int_value(struct lexer *x, size_t base, unsigned radix)
{
    size_t n = x->words->len - base;
    if (ADDER_LEVEL == 2 && radix == 10 && int_digits_limit && n > int_digits_limit)
        lex_error_here(x, "Exceeds the limit (%u digits) for integer string conversion: value has %zd digits; "
                       "use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer "
                       "literals to avoid decimal conversion limits.", int_digits_limit, n);
    return int_from_text(scratch_data(x->words) + base, n, (int)radix);
}

static value prefixed(struct lexer *x, size_t base, unsigned radix, const char *kind)
{
    x->at += 2;
    if (lex_peek(x, 0) == '_') x->at++;
    take_digits(x, radix, kind);
    return int_value(x, base, radix);
}

static bool take_exponent(struct lexer *x)
{
    int c = lex_peek(x, 0);
    if (c != 'e' && c != 'E') return false;
    c = lex_peek(x, 1);
    if (c == '+' || c == '-') {
        if (!is_digit_of(lex_peek(x, 2), 10)) {
            x->at++;
            bad_literal(x, "decimal");
        }
        keep(x);
    } else if (!is_digit_of(c, 10)) {
        check_end(x, "decimal");
        return false;
    }
    keep(x);
    return true;
}

/* As take_digits, but what the number's next part may begin with may follow. */
static void take_part(struct lexer *x)
{
    for (;;) {
        while (is_digit_of(lex_peek(x, 0), 10)) keep(x);
        if (lex_peek(x, 0) != '_') return;
        x->at++;
        if (!is_digit_of(lex_peek(x, 0), 10)) bad_literal(x, "decimal");
    }
}

static bool all_zeros(struct lexer *x, size_t base)
{
    const char *text = scratch_data(x->words);
    for (size_t i = base; i < x->words->len; i++)
        if (text[i] != '0') return false;
    return true;
}

static value decimal(struct lexer *x, size_t base)
{
    bool real_number = false, zero_first = lex_peek(x, 0) == '0';
    take_part(x);
    if (lex_peek(x, 0) == '.') {
        real_number = true;
        keep(x);
        if (is_digit_of(lex_peek(x, 0), 10)) take_part(x);
    }
    if (take_exponent(x)) {
        real_number = true;
        take_part(x);
    }
    int c = lex_peek(x, 0);
    bool imaginary = c == 'j' || c == 'J';
    size_t n = scratch_len(x->words) - base;
    if (!real_number && !imaginary) {
        if (zero_first && n > 1 && !all_zeros(x, base)) {
            struct place at = x->token.place;
            const char *text = scratch_data(x->words) + base;
            at.end_line = at.line;
            at.end_column = at.column;
            while (*text++ == '0') at.end_column++;
            lex_error(x, &type_SyntaxError, at,
                      "leading zeros in decimal integer literals are not permitted; "
                      "use an 0o prefix for octal integers");
        }
        check_end(x, "decimal");
        return int_value(x, base, 10);
    }
    real number;
    real_scan(scratch_data(x->words) + base, n, 0, &number);
    if (imaginary) {
        if (!ADDER_COMPLEX) lex_error_here(x, "complex numbers are not in this build");
        x->at++;
        check_end(x, "imaginary");
        return from_complex(0, number);
    }
    check_end(x, "decimal");
    return from_real(number);
}

/* Nothing but a few digits, within the window? */
static bool quick(struct lexer *x)
{
    const char *at = x->at;
    word n = 0;
    while (at < x->end && is_ascii_digit((unsigned char)*at) && at - x->at < QUICK_DIGITS)
        n = n * 10 + (*at++ - '0');
    if (at == x->at || at == x->end || (*x->at == '0' && at - x->at > 1) || *at == '.' ||
        lex_class[(unsigned char)*at] & (LEX_NAME | LEX_DIGIT))
        return false;
    x->at = at;
    x->token.val = from_int(n);
    return true;
}

void lex_number(struct lexer *x)
{
    if (quick(x)) return;
    size_t base = scratch_len(x->words);
    int radix = lex_peek(x, 0) == '0' ? lex_peek(x, 1) : 0;
    switch (radix) {
    case 'x':
    case 'X': x->token.val = prefixed(x, base, 16, "hexadecimal"); break;
    case 'o':
    case 'O': x->token.val = prefixed(x, base, 8, "octal"); break;
    case 'b':
    case 'B': x->token.val = prefixed(x, base, 2, "binary"); break;
    default: x->token.val = decimal(x, base); break;
    }
    scratch_cut(x->words, base);
}
#endif
