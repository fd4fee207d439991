/* Numbers in source text, where syntax errors need not say what is wrong (else: lex_number.c). What can be part of a
 * number is collected, and must be one. */
#include "parser_internal.h"

#if !ADDER_SYNTAX_MESSAGES

static bool is_letter(int c, const char *letters)
{
    return c > 0 && strchr(letters, c);
}

/* Collects it above what is in x->words. Whether it has a point or an exponent is in *real_number; returns its last character. */
static int take_number(struct lexer *x, bool prefix, bool *real_number)
{
    int last = 0, c;
    while ((c = lex_peek(x, 0)) >= 0 && c < 128) {
        bool sign = is_letter(c, "+-") && is_letter(last, "eE"), point = c == '.' && !*real_number;
        if (!(lex_class[c] & (LEX_NAME | LEX_DIGIT)) && (prefix || !(sign || point))) break;
        *real_number |= !prefix && is_letter(c, ".eE");
        char taken = (char)c;
        scratch_add(&x->words, &taken, 1);
        x->at++;
        last = c;
    }
    return last;
}

static value number_value(const char *text, size_t n, bool real_number, bool imaginary)
{
    real number;
    if (!real_number && !imaginary) return int_from_text(text, n, 0);
    if (real_scan(text, n - imaginary, SCAN_UNDERSCORES, &number) != n - imaginary) return UNDEF;
    return imaginary ? from_complex(0, number) : from_real(number);
}

void lex_number(struct lexer *x)
{
    size_t base = scratch_len(x->words);
    bool real_number = false, prefix = lex_peek(x, 0) == '0' && is_letter(lex_peek(x, 1), "xXoObB");
    bool imaginary = is_letter(take_number(x, prefix, &real_number), "jJ") && !prefix;
    if (!ADDER_COMPLEX && imaginary) lex_error_left_out(x);
    x->token.val = number_value(scratch_data(x->words) + base, x->words->len - base, real_number, ADDER_COMPLEX && imaginary);
    if (x->token.val == UNDEF) lex_error_here(x, "invalid number");
    scratch_cut(x->words, base);
}
#endif
