/* Writes the version of the bytecode: a number that is another one whenever the instructions are. */
#include <stdio.h>

#include "../src/value/text_hash.c"

static const char instructions[] =
#define OP(name, operands) #name " " operands "\n"
#include "../src/vm/opcodes.def"
    ;

int main(void)
{
    printf("#define CODE_VERSION 0x%04xu\n", (unsigned)(text_hash(instructions, sizeof instructions - 1) & 0xffff));
    return 0;
}
