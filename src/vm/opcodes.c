/* What an instruction looks like: the tables made from opcodes.def. */
#include "vm.h"

/* Who looks at operands beyond their size: the verifier, what lists a code object's names, the disassembler. */
#define OPERAND_LETTERS (ADDER_CODE_FILES || ADDER_METHODS)
#include "forms.h"

const char *opcode_operands(unsigned op)
{
    return forms + form_of[op];
}

unsigned instruction_size(const uint8_t *at)
{
    unsigned n = 1;
    for (const char *form = opcode_operands(*at); *form; form = operand_next(form)) n += operand_size(*form);
    return n;
}

bool opcode_goes_on(unsigned op)
{
    const char *form = opcode_operands(op);
    size_t n = strlen(form);
    return n == 0 || form[n - 1] != '.';
}
