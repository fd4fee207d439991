/* Writes the operands of each instruction, from src/vm/opcodes.def: each form once, and where an instruction's is.
 * A C header for src/vm/opcodes.c, to the standard output. */
#include <stdio.h>
#include <string.h>

static const char *const forms[] = {
#define OP(name, operands) operands,
#include "../src/vm/opcodes.def"
#undef OP
};
#define COUNT (sizeof forms / sizeof forms[0])

/* The first instruction with the same form. */
static unsigned first_like(unsigned op)
{
    unsigned i = 0;
    while (strcmp(forms[i], forms[op]) != 0) i++;
    return i;
}

int main(void)
{
    unsigned offset[COUNT], used = 0;
    printf("/* Made by tools/genforms.c. */\nstatic const char forms[] =\n");
    for (unsigned op = 0; op < COUNT; op++) {
        unsigned first = first_like(op);
        offset[op] = first == op ? used : offset[first];
        if (first != op) continue;
        printf("    \"%s\\0\"\n", forms[op]);
        used += (unsigned)strlen(forms[op]) + 1;
    }
    printf("    ;\nstatic const uint16_t form_of[] = {");
    for (unsigned op = 0; op < COUNT; op++) printf("%s%u,", op % 16 ? " " : "\n    ", offset[op]);
    printf("\n};\n");
    return 0;
}
