/* Finding one byte range in another, forwards and backwards, in linear time.
 *
 * The common way is memchr() for the first byte, a look at the last one, and memcmp(). A text that fools it
 * (many near matches) is handed to the two-way algorithm (Crochemore, Perrin, JACM 1991), which
 * needs no memory besides a few words and is linear whatever the input. */
#include "text.h"

#if ADDER_ALGORITHMS
/* The i-th byte of a range seen from its start (step 1) or from its end (step -1). */
#define BYTE(p, i) ((unsigned char)(p)[(word)(i)*step])

/* Where the greatest suffix of part (in byte order, or the reverse order) begins; *period: its period. */
static size_t greatest_suffix(const char *part, size_t n, int step, bool reverse, size_t *period)
{
    size_t start = 0, next = 1, k = 0, p = 1; /* compares part[start + k] with part[next + k] */
    while (next + k < n) {
        unsigned char a = BYTE(part, next + k), b = BYTE(part, start + k);
        if (a == b) {
            if (++k == p) {
                next += p;
                k = 0;
            }
        } else if ((a < b) != reverse) {
            next += k + 1;
            k = 0;
            p = next - start;
        } else {
            start = next++;
            k = 0;
            p = 1;
        }
    }
    *period = p;
    return start;
}

static bool same_bytes(const char *part, size_t offset, size_t n, int step)
{
    for (size_t i = 0; i < n; i++) {
        if (BYTE(part, i) != BYTE(part, i + offset)) return false;
    }
    return true;
}

/* The index, in steps from text, of the first match; -1: none. 1 <= n. */
static word two_way(const char *text, size_t len, const char *part, size_t n, int step)
{
    size_t p, q;
    size_t cut = greatest_suffix(part, n, step, false, &p), other = greatest_suffix(part, n, step, true, &q);
    if (other > cut) {
        cut = other;
        p = q;
    }
    bool periodic = cut + p <= n && same_bytes(part, p, cut, step);
    if (!periodic) p = (cut > n - cut ? cut : n - cut) + 1;
    size_t rounds = 0, known = 0; /* of part's start, how much is known to match at `at` */
    for (size_t at = 0; at + n <= len;) {
        size_t i = known > cut ? known : cut;
        check_break_at(rounds++);
        while (i < n && BYTE(part, i) == BYTE(text, at + i)) i++;
        if (i < n) {
            at += i - cut + 1;
            known = 0;
            continue;
        }
        i = cut;
        while (i > known && BYTE(part, i - 1) == BYTE(text, at + i - 1)) i--;
        if (i <= known) return (word)at;
        at += p;
        known = periodic ? n - p : 0;
    }
    return -1;
}
#else
word two_way(const char *text, size_t len, const char *part, size_t n, int step); /* there is none */
#endif

word search_forward(const char *text, size_t len, const char *part, size_t n)
{
    if (n > len) return -1;
    if (n == 0) return 0;
    const char *at = text, *end = text + len - n + 1; /* of where it may begin */
    size_t work = 0;
    for (size_t looks = 0; at < end && (at = memchr(at, part[0], (size_t)(end - at)));) {
        if (n == 1) return at - text;
        check_break_at(looks++);
        if (at[n - 1] == part[n - 1] && at[1] == part[1]) {
            if (memcmp(at, part, n) == 0) return at - text;
            work += n;
            if (ADDER_ALGORITHMS && work / 8 > (size_t)(at - text) + 64) {
                word found = two_way(at, len - (size_t)(at - text), part, n, 1);
                return found < 0 ? -1 : found + (at - text);
            }
        }
        at++;
    }
    return -1;
}

word search_backward(const char *text, size_t len, const char *part, size_t n)
{
    if (n > len) return -1;
    if (n == 0) return (word)len;
    size_t work = 0;
    for (size_t at = len - n + 1; at-- > 0;) {
        check_break_at(at);
        if (text[at + n - 1] != part[n - 1] || text[at] != part[0]) continue;
        if (memcmp(text + at, part, n) == 0) return (word)at;
        work += n;
        if (ADDER_ALGORITHMS && work / 8 > len - at + 64) {
            word found = two_way(text + at + n - 1, at + n, part + n - 1, n, -1);
            return found < 0 ? -1 : (word)at - found;
        }
    }
    return -1;
}

size_t search_count(const char *text, size_t len, const char *part, size_t n, size_t most)
{
    size_t count = 0;
    word at;
    if (n == 1) { /* often: worth a loop of its own */
        for (const char *end = text + len;
             count < most && (text = memchr(text, part[0], (size_t)(end - text))); text++)
            check_break_at(count++);
        return count;
    }
    while (count < most && (at = search_forward(text, len, part, n)) >= 0) {
        check_break_at(count++);
        text += (size_t)at + n;
        len -= (size_t)at + n;
    }
    return count;
}
