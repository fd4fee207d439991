/* Large memory, by pieces: between two of them Ctrl-C is looked for. memcpy() of some hundred MB, which the system
 * has to provide first, takes a tenth of a second and more. */
#include "object.h"

void memory_copy_long(void *to, const void *from, size_t n)
{
    char *out = to;
    const char *in = from;
    for (; n > MEMORY_PIECE; out += MEMORY_PIECE, in += MEMORY_PIECE, n -= MEMORY_PIECE) {
        memcpy(out, in, MEMORY_PIECE);
        check_break();
    }
    memcpy(out, in, n);
}

/* Both ways of moving look for Ctrl-C in their first half only, and then undo it: the second is done as fast. */

void memory_move_up_long(char *at, size_t n, size_t by)
{
    size_t left = n;
    for (; left > MEMORY_PIECE; left -= MEMORY_PIECE) {
        if (left > n / 2 && break_wanted()) {
            memmove(at + left, at + left + by, n - left);
            check_break();
        }
        memmove(at + left - MEMORY_PIECE + by, at + left - MEMORY_PIECE, MEMORY_PIECE);
    }
    memmove(at + by, at, left);
}

void memory_move_down_long(char *at, size_t n, size_t by)
{
    char lost[64]; /* what the first piece goes over: more of it isn't kept, then nothing is undone */
    size_t done = 0;
    if (by <= sizeof lost) memcpy(lost, at - by, by);
    for (; n - done > MEMORY_PIECE; done += MEMORY_PIECE) {
        if (by <= sizeof lost && done < n / 2 && break_wanted()) {
            memmove(at, at - by, done);
            memcpy(at - by, lost, by);
            check_break();
        }
        memmove(at + done - by, at + done, MEMORY_PIECE);
    }
    memmove(at + done - by, at + done, n - done);
}

int memory_compare_long(const void *a, const void *b, size_t n)
{
    const char *x = a, *y = b;
    int order = 0;
    for (; n > MEMORY_PIECE && order == 0; x += MEMORY_PIECE, y += MEMORY_PIECE, n -= MEMORY_PIECE) {
        order = memcmp(x, y, MEMORY_PIECE);
        check_break();
    }
    return order ? order : memcmp(x, y, n);
}

void memory_repeat(void *at, size_t n, size_t total)
{
    char *out = at;
    size_t from = n, window = n;
    if (n == 1) { /* often */
        from = total < MEMORY_PIECE ? total : MEMORY_PIECE;
        memset(out, *out, from);
    }
    for (size_t done = from, more; done < total; done += more) {
        if (done <= MEMORY_PIECE) window = done;
        more = window < total - done ? window : total - done;
        memory_copy(out + done, out, more);
        check_break();
    }
}
