/* Checks for the unit tests. Each test is a program: it prints a line for each failed check, and
 * last how many passed and failed. */
#ifndef ADDER_UNIT_H
#define ADDER_UNIT_H

#include <stdio.h>

static int unit_passed, unit_failed;

#define CHECK(condition)  unit_check(!!(condition), #condition, __FILE__, __LINE__)
#define CHECK_EQUAL(a, b) unit_check_equal((long long)(a), (long long)(b), #a " == " #b, __FILE__, __LINE__)

static inline void unit_check(int good, const char *what, const char *file, int line)
{
    if (good) {
        unit_passed++;
        return;
    }
    unit_failed++;
    printf("%s:%d: failed: %s\n", file, line, what);
}

static inline void unit_check_equal(long long a, long long b, const char *what, const char *file, int line)
{
    if (a != b) printf("%s:%d: %lld and %lld: ", file, line, a, b);
    unit_check(a == b, what, file, line);
}

/* What main returns. */
static inline int unit_done(void)
{
    printf("%d passed, %d failed\n", unit_passed, unit_failed);
    return unit_failed != 0;
}

#endif
