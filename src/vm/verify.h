/* The verifier: whether code that came from outside may be run. */
#ifndef ADDER_VERIFY_H
#define ADDER_VERIFY_H

#include "../object/code.h"

/* Checks that nothing the machine could do with this code object leaves what the machine relies on: tables within
 * their bounds, jumps and handlers that go to instructions, registers, constants and names that exist, registers
 * that hold what instructions take from them unseen. Its constants are there, and its info->size bytes can be read;
 * nothing else is taken for granted. Code objects among the constants are not looked into.
 * room: an object with a buffer for notes, which grows as needed; anything may be in it.
 * NULL: it is fine; else what is wrong, for a message. Raises MemoryError and KeyboardInterrupt. */
const char *code_verify(const struct code *c, struct owner *room);

struct code_jump {
    unsigned needs; /* so many registers there need what they hold */
    unsigned pops;  /* of the others the first that holds what was being handled before; -1: none does */
};
/* For a debugger: whether a function that has come to the instruction at `from` may go on at `to`, once its unbound locals
 * are None. Returns NULL and tells more, or why it may not, as CPython words it. Raises as code_verify(). */
const char *code_jump(const struct code *c, struct owner *room, uint32_t from, uint32_t to, struct code_jump *out);

#endif
