/* Fuzz target: any bytes as source text, compiled in one of the three modes, never run. */
#include "fuzz.h"

static enum compile_mode mode;

void fuzz_choose(struct fuzz_target *t, struct bytes_in *in)
{
    unsigned b = take_byte(in);
    mode = (enum compile_mode)(b % 3);
    compile_optimise = b >> 2 & 1 ? 2 : 0;
    t->stress = (b & 0xf8) == 0xf8;
    if (b >> 3 & 1)
        t->heap = 6144 + (size_t)(b >> 4) * 1024;
}

value fuzz_one(void *arg)
{
    struct bytes_in *in = arg;
    struct code *code = compile_text((const char *)in->data, in->n, SYMBOL(S_lt_string), mode, 0);
    compile_wants_more((const char *)in->data, in->n);
    return from_ptr(code);
}
