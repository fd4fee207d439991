/* Writes the operands of each instruction, from src/vm/opcodes.def: each form once, and where an instruction's is. And
 * the same of plain forms, in which a letter tells no more than the size of an operand: enough where no bytecode comes
 * from outside. A C header for src/vm/opcodes.c, to the standard output. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "../src/vm/operands.h"

static const char *const operands[] = {
#define OP(name, operands) operands,
#include "../src/vm/opcodes.def"
#undef OP
};
#define COUNT (sizeof operands / sizeof operands[0])

static char forms[COUNT][32];

static void make_plain(char *to, const char *form)
{
    for (; *form; form = operand_next(form)) {
        unsigned size = operand_size(*form);
        *to++ = *form == 'j' ? 'j' : size == 0 ? '.' : size == 1 ? 'v' : size == 2 ? 'k' : 'J';
    }
    *to = 0;
}

/* The first instruction with the same form. */
static unsigned first_like(unsigned op)
{
    unsigned i = 0;
    while (strcmp(forms[i], forms[op]) != 0) i++;
    return i;
}

static void write_forms(const char *offset_type)
{
    unsigned offset[COUNT], used = 0;
    printf("static const char forms[] =\n");
    for (unsigned op = 0; op < COUNT; op++) {
        unsigned first = first_like(op);
        offset[op] = first == op ? used : offset[first];
        if (first != op) continue;
        printf("    \"%s\\0\"\n", forms[op]);
        used += (unsigned)strlen(forms[op]) + 1;
    }
    printf("    ;\nstatic const %s form_of[] = {", offset_type);
    for (unsigned op = 0; op < COUNT; op++) printf("%s%u,", op % 16 ? " " : "\n    ", offset[op]);
    printf("\n};\n");
}

int main(void)
{
    printf("/* Made by tools/genforms.c. */\n#if OPERAND_LETTERS\n");
    for (unsigned op = 0; op < COUNT; op++) strcpy(forms[op], operands[op]);
    write_forms("uint16_t");
    printf("#else\n");
    for (unsigned op = 0; op < COUNT; op++) make_plain(forms[op], operands[op]);
    write_forms("uint8_t");
    printf("#endif\n");
    return 0;
}
