/* Fuzz target: any bytes as source text, compiled in one of the three modes, never run. */
#include "fuzz.h"

static unsigned how;

void fuzz_prepare(void)
{
}

void fuzz_choose(struct fuzz_choice *c, struct bytes_in *in)
{
    how = take_byte(in);
    c->roomy = how & 8;
}

value fuzz_one(void *arg)
{
    struct bytes_in *in = arg;
    compile_optimise = how >> 2 & 1 ? 2 : 0;
    heap_set_stress(how >= 0xfc);
    if ((how & 0xf0) == 0xd0)
        heap_set_fail_after(1 + 3 * (long)in->n);
    struct code *code = compile_text((const char *)in->data, in->n, SYMBOL(S_lt_string), (enum compile_mode)(how % 3), 0);
    compile_wants_more((const char *)in->data, in->n);
    return from_ptr(code);
}
