/* What the fuzz targets share. Each is a file with fuzz_one(), which is called for every input, on a runtime that
 * has just been started in a small heap of its own; see fuzz.c. The port (port.c) has no files, no terminal and
 * no clock: hostile programs can do no harm, and the same input does the same each time. */
#ifndef ADDER_FUZZ_H
#define ADDER_FUZZ_H

#include "compiler/compiler.h"
#include "object/class.h"
#include "runtime/runtime.h"

#define FUZZ_HEAP ((size_t)512 << 10)

/* The input, from its end to its beginning; 0 once it is used up. */
struct bytes_in {
    const uint8_t *data;
    size_t n;
};
static inline unsigned take_byte(struct bytes_in *in)
{
    return in->n ? in->data[--in->n] : 0;
}

struct fuzz_target {
    size_t heap;     /* bytes of heap for this input */
    uint32_t budget; /* backward jumps and calls, before KeyboardInterrupt; and as many again, before the end */
    bool stress;
};

/* Called first, before there is a runtime: may change what *t says, and take bytes. */
void fuzz_choose(struct fuzz_target *t, struct bytes_in *in);
/* One execution; called by protect(): may raise anything. */
value fuzz_one(void *bytes_in);

#endif
