/* math: the functions of integers. */
#include "math_module.h"

value math_gcd(size_t n, value *args)
{
    value g = from_int(0);
    for (size_t i = 0; i < n; i++) g = int_gcd(g, need_integer(args[i]));
    return g;
}

value math_lcm(size_t n, value *args)
{
    value m = from_int(1);
    for (size_t i = 0; i < n; i++) {
        value v = need_integer(args[i]), g = int_gcd(m, v), part;
        if (g == from_int(0)) return g;
        int_divide(m, g, &part, NULL, "");
        m = int_multiply(part, v);
        if (int_sign(m) < 0) m = int_negate(m);
    }
    return m;
}

value math_isqrt(value v)
{
    v = need_integer(v);
    if (int_sign(v) < 0) raise_value_error("isqrt() argument must be nonnegative");
    return int_isqrt(v);
}

/* from * (from + step) * ... up to `to`, at least one factor: halves of about equal length are multiplied, so
 * that the factors are. */
static value product_of_range(uint64_t from, uint64_t to, uint64_t step)
{
    uint64_t count = (to - from) / step + 1;
    if (count <= 16) {
        value r = from_int(1);
        uint64_t part = from, next = from, longer;
        for (uint64_t i = 1; i < count; i++) {
            next += step;
            if (!__builtin_mul_overflow(part, next, &longer)) {
                part = longer;
            } else {
                r = int_multiply(r, int_from_uint64(part));
                part = next;
            }
        }
        return int_multiply(r, int_from_uint64(part));
    }
    check_interrupt();
    uint64_t middle = from + count / 2 * step;
    value low = product_of_range(from, middle - step, step);
    return int_multiply(low, product_of_range(middle, to, step));
}

/* n! = 2^(n - bits set in n) * the product of the odd numbers in (n >> i + 1, n >> i] for all i, each
 * as often as i is. */
static value factorial_of(uint64_t n)
{
    value odd = from_int(1), all = from_int(1);
    if (n < 2) return odd;
    for (int i = 64 - __builtin_clzll(n); i-- > 0;) {
        uint64_t low = ((n >> i >> 1) + 1) | 1, high = n >> i;
        high -= !(high & 1);
        if (low <= high && high > 1) odd = int_multiply(odd, product_of_range(low, high, 2));
        all = int_multiply(all, odd);
    }
    return int_shift_left(all, (size_t)(n - (unsigned)__builtin_popcountll(n)));
}

value math_factorial(value v)
{
    uint64_t n;
    v = need_integer(v);
    if (int_sign(v) < 0) raise_value_error("factorial() not defined for negative values");
    if (!int_to_uint64(v, &n) || n > (uint64_t)INTPTR_MAX) {
        raise_error(&type_OverflowError, "factorial() argument should not exceed %zd", (size_t)INTPTR_MAX);
    }
    return factorial_of(n);
}

/* Reads the two counts; false: k > n, so the answer is 0. */
static bool read_counts(value *n, value *k)
{
    *n = need_integer(*n);
    *k = need_integer(*k);
    if (int_sign(*n) < 0) raise_value_error("n must be a non-negative integer");
    if (int_sign(*k) < 0) raise_value_error("k must be a non-negative integer");
    return int_compare(*k, *n) <= 0;
}

/* n (n - 1) ... (n - k + 1) */
static value falling_product(value n, uint64_t k)
{
    uint64_t top;
    if (k == 0) return from_int(1);
    if (int_to_uint64(n, &top)) return product_of_range(top - k + 1, top, 1);
    value r = n;
    for (uint64_t i = 1; i < k; i++) {
        n = int_binary(OP_SUB, n, from_int(1));
        r = int_multiply(r, n);
        check_interrupt();
    }
    return r;
}

static uint64_t need_count(value k)
{
    uint64_t count;
    if (!int_to_uint64(k, &count) || count > (uint64_t)INTPTR_MAX) {
        raise_error(&type_OverflowError, "k must not exceed %zd", (size_t)INTPTR_MAX);
    }
    return count;
}

value math_perm(size_t n, value *args)
{
    if (n == 1 || args[1] == NONE) return math_factorial(args[0]);
    value from = args[0], k = args[1];
    if (!read_counts(&from, &k)) return from_int(0);
    return falling_product(from, need_count(k));
}

value math_comb(value n, value k)
{
    uint64_t top;
    if (!read_counts(&n, &k)) return from_int(0);
    value other = int_binary(OP_SUB, n, k);
    if (int_compare(other, k) < 0) k = other;
    uint64_t count = need_count(k);
    if (int_to_uint64(n, &top)) { /* in machine words, as long as that goes */
        uint64_t r = 1, i = 0, longer;
        for (; i < count && !__builtin_mul_overflow(r, top - i, &longer); i++) r = longer / (i + 1);
        if (i == count) return int_from_uint64(r);
    }
    value r;
    int_divide(falling_product(n, count), factorial_of(count), &r, NULL, "");
    return r;
}
