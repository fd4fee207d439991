/* What the fuzz targets share; fuzz.c is their frame. The port (port.c) has no folders, no terminal and no clock:
 * hostile programs can do no harm, and the same input does the same each time. */
#ifndef ADDER_FUZZ_H
#define ADDER_FUZZ_H

#include "compiler/compiler.h"
#include "object/class.h"
#include "runtime/runtime.h"

/* The input, taken from its end; 0 once it is used up. */
struct bytes_in {
    const uint8_t *data;
    size_t n;
};
static inline unsigned take_byte(struct bytes_in *in)
{
    return in->n ? in->data[--in->n] : 0;
}

/* What is done once, in a runtime that has just been started; every execution begins where it ended. May raise. */
void fuzz_prepare(void);

struct fuzz_choice {
    bool roomy;      /* a heap of 512 KiB instead of 80 KiB */
    uint32_t budget; /* backward jumps and calls, before KeyboardInterrupt; and a few more, before the end */
};
/* Called first: reads how the rest of the input is to be taken. */
void fuzz_choose(struct fuzz_choice *c, struct bytes_in *in);
/* One execution: arg is what is left of the input, a struct bytes_in. May raise. */
value fuzz_one(void *arg);

#endif
