/* What an instruction looks like: the tables made from opcodes.def. */
#include "vm.h"

const char opcode_operands[BC_COUNT][6] = {
#define OP(name, operands) operands,
#include "opcodes.def"
#undef OP
};

#ifdef ADDER_DISASSEMBLER
const char *const opcode_names[BC_COUNT] = {
#define OP(name, operands) #name,
#include "opcodes.def"
#undef OP
};
#endif
