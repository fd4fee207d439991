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
