/* The operands of an instruction, as opcodes.def writes them: for the machine, and for tools. */
#ifndef ADDER_OPERANDS_H
#define ADDER_OPERANDS_H

#include <string.h>

/* Behind the operand that `form` points to. */
static inline const char *operand_next(const char *form)
{
    if (*form == '(') form = strchr(form, ')');
    form++;
    return *form == '?' ? form + 1 : form;
}
/* In bytes. */
static inline unsigned operand_size(char letter)
{
    switch (letter) {
    case 'k':
    case 'n':
    case 'N':
    case 't':
    case 'q':
    case 'w':
    case '@':
    case 'j': return 2;
    case 'J': return 4;
    case '.': return 0;
    default: return 1;
    }
}

#endif
