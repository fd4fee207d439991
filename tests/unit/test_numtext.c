/* numtext: against the C library's printf and strtod, on random bit patterns and on ties.
 * Usage: test_numtext [rounds [seed]] */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "value/numtext.h"

#if ADDER_DOUBLE
#define STRTOREAL strtod
#define NEXT nextafter
#else
#define STRTOREAL strtof
#define NEXT nextafterf
#endif

static int failures;

static void fail(const char *what, const char *ours, const char *theirs)
{
    fprintf(stderr, "%s: %s, not %s\n", what, ours, theirs);
    if (++failures == 20) exit(1);
}

static uint64_t state = 88172645463325252u;

static uint64_t next_bits(void)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state * 0x2545F4914F6CDD1D;
}

static unsigned below(unsigned n)
{
    return (unsigned)(next_bits() >> 33) % n;
}

/* Any pattern of bits, a number of cents, a fraction with few bits, or a pattern with few bits. */
static real next_real(unsigned kind)
{
    real_bits bits = (real_bits)next_bits();
    if (kind == 1) return (real)((double)(int64_t)(next_bits() >> below(64)) / 100);
    if (kind == 2) return (real)((double)below(100000) / (double)(1 << below(16)));
    if (kind == 3) bits &= ~(~(real_bits)0 >> below(sizeof bits * 8));
    return real_of_bits(bits);
}

static bool same(real x, real y)
{
    return bits_of_real(x) == bits_of_real(y);
}

static void check_parse(const char *what, const char *text)
{
    real y = 0;
    if (!real_parse(text, strlen(text), &y) || !same(y, STRTOREAL(text, NULL))) fail(what, "read wrongly", text);
}

/* repr reads back, and no text with a digit less does. */
static void check_repr(real x)
{
    char text[REAL_REPR_ROOM + 1], shorter[64], exact[REAL_ROOM(20) + 1];
    text[real_format(x, 'r', 0, REAL_DOT_0, text)] = '\0';
    check_parse("repr", text);
    if (!same(STRTOREAL(text, NULL), x)) fail("repr", text, "what it was");
    if (isinf(x) || x == 0) return;
    int n = 0; /* digits */
    for (; n < 20; n++) {
        snprintf(shorter, sizeof shorter, "%.*e", n, (double)x);
        exact[real_format(x, 'e', n, 0, exact)] = '\0';
        if (strcmp(exact, shorter)) fail("%e", exact, shorter);
        if (same(STRTOREAL(shorter, NULL), x)) break;
    }
    int digits = 0, zeros = 0;
    for (const char *p = text; *p && *p != 'e'; p++) {
        if (*p < '0' || *p > '9' || (digits == 0 && *p == '0')) continue;
        digits++;
        zeros = *p == '0' ? zeros + 1 : 0;
    }
    if (digits - zeros > n + 1) fail("not the shortest", text, shorter);
}

static void check_format(real x)
{
    static const char types[] = "efgEG";
    static char ours[2500], theirs[2500];
    char type = types[below(5)], what[32];
    int precision = (int)(below(8) ? below(24) : below(330));
    size_t room = REAL_ROOM(precision);
    snprintf(what, sizeof what, "%%.%d%c", precision, type);
    snprintf(theirs, sizeof theirs, what, (double)x);
    memset(ours, '@', sizeof ours);
    size_t n = real_format(x, type, precision, 0, ours);
    if (ours[room] != '@') fail(what, "too long", theirs);
    ours[n] = '\0';
    if (strcmp(ours, theirs)) fail(what, ours, theirs);
}

static void check_random_text(void)
{
    char text[1000];
    int length = (int)(below(16) ? below(30) : below(900)) + 1, n = 0, point = (int)below((unsigned)length + 1);
    for (int i = 0; i < length; i++) {
        if (i == point) text[n++] = '.';
        text[n++] = (char)('0' + below(10));
    }
    snprintf(text + n, sizeof text - (size_t)n, "e%d", (int)below(700) - 350);
    check_parse("digits", text);
}

/* The middle between x and its neighbour, and a little above. */
static void check_tie(real x)
{
    char text[1600];
    real y = NEXT(x, (real)INFINITY);
    if (isinf(y)) return;
    snprintf(text, sizeof text, "%.*Le", 800, ((long double)x + (long double)y) / 2);
    check_parse("tie", text);
    *(strchr(text, 'e') - 1) = '1';
    check_parse("above a tie", text);
}

static void check_hex(real x)
{
    char text[REAL_HEX_ROOM + 1];
    real y = 0;
    size_t n = real_hex(x, text);
    text[n] = '\0';
    if (!same(STRTOREAL(text, NULL), x)) fail("hex", text, "what it was");
    if (real_parse_hex(text, n, &y) != HEX_OK || !same(x, y)) fail("hex", text, "read back");
}

static void check_round(real x)
{
    char text[REAL_ROOM(20) + 1];
    int digits = (int)below(20);
    if (fabs((double)x) > 1e15) return;
    text[real_format(x, 'f', digits, 0, text)] = '\0';
    if (!same(real_round(x, digits), STRTOREAL(text, NULL))) fail("round", "other", text);
}

static void check_fixed_cases(void)
{
    static const struct { const char *text; bool good; } cases[] = {
        { "1_000.5_5", true }, { "1__0", false }, { "_1", false }, { "1_", false }, { "1._5", false }, { "1_.5", false },
        { ".", false }, { "5.", true }, { ".5", true }, { "+.5e-3", true }, { "1e", false }, { "1e+", false }, { "1e5_0", true },
        { "inf", true }, { "-Infinity", true }, { "NaN", true }, { "infi", false }, { "0x1", false }, { "", false }, { "-", false },
        { "1 ", false }, { "1e99999999999999999999999", true }, { "0e-99999999999999999999999", true },
    };
    real x;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        if (real_parse(cases[i].text, strlen(cases[i].text), &x) != cases[i].good) fail("parse", cases[i].text, "as expected");
    }
    for (int e = -400; e <= 400; e++) {
        char text[32];
        snprintf(text, sizeof text, "%de%d", e & 1 ? 1 : 17, e);
        check_parse("power of ten", text);
    }
    if (real_scan("12.5e+x", 7, 0, &x) != 4 || x != (real)12.5) fail("scan", "prefix", "12.5");
    if (real_from_parts(3, false, -1) != (real)1.5 || !isinf(real_from_parts(1, false, 5000))) fail("parts", "", "1.5");
}

int main(int argc, char **argv)
{
    long rounds = argc > 1 ? atol(argv[1]) : 100000;
    if (argc > 2) state ^= strtoull(argv[2], NULL, 10);
    check_fixed_cases();
    for (long i = 0; i < rounds; i++) {
        real x = next_real((unsigned)i % 4);
        if (isnan(x)) continue;
        check_repr(x);
        check_random_text();
        if (isinf(x)) continue;
        check_format(x);
        check_hex(x);
        check_round(x);
        if (i % 8 < 4) check_tie(x);
    }
    return failures != 0;
}
