/* Arithmetic on numbers of many words: see numwide.h. */
#include "numwide.h"

#include <string.h>

void wide_set(struct wide *x, uint64_t c)
{
    x->word[0] = (uint32_t)c;
    x->word[1] = (uint32_t)(c >> 32);
    x->n = x->word[1] ? 2 : c != 0;
}

void wide_mul_add(struct wide *x, uint32_t factor, uint32_t add)
{
    uint32_t carry = add;
    for (int i = 0; i < x->n; i++) {
        uint64_t t = (uint64_t)x->word[i] * factor + carry;
        x->word[i] = (uint32_t)t;
        carry = (uint32_t)(t >> 32);
    }
    if (carry) x->word[x->n++] = carry;
}

void wide_shift_left(struct wide *x, int bits)
{
    int words = bits / 32;
    wide_mul_add(x, (uint32_t)1 << bits % 32, 0);
    memmove(x->word + words, x->word, (size_t)x->n * 4);
    memset(x->word, 0, (size_t)words * 4);
    x->n += words;
}

uint32_t wide_divide(struct wide *x, uint32_t divisor)
{
    uint32_t rest = 0;
    for (int i = x->n; i-- > 0;) {
        uint64_t t = (uint64_t)rest << 32 | x->word[i];
        x->word[i] = (uint32_t)(t / divisor);
        rest = (uint32_t)(t % divisor);
    }
    while (x->n && x->word[x->n - 1] == 0) x->n--;
    return rest;
}
