/* The disassembler: bytecode as text, one instruction a line, with its source line, the constants it
 * names, and the exception table behind. Functions inside follow. */
#include "../object/code.h"
#include "vm.h"

#ifdef ADDER_DISASSEMBLER

static const uint8_t *print_operand(struct code *c, struct printer *out, const uint8_t *at, char form,
                                    uint32_t end)
{
    unsigned size = operand_size(form);
    uint32_t k = 0;
    for (unsigned i = 0; i < size; i++) k |= (uint32_t)at[i] << (8 * i);
    switch (form) {
    case '.': break;
    case 'i': print_format(out, " %d", (int8_t)k); break;
    case 'j': print_format(out, " ->%u", (unsigned)(end + (uint32_t)(int16_t)k)); break;
    case 'J': print_format(out, " ->%u", (unsigned)(end + k)); break;
    case 'u':
    case 'w':
    case 'o':
    case 'g':
    case 'y': print_format(out, " %u", (unsigned)k); break;
    case 'k':
    case 'n':
    case 'N':
    case 't':
    case 'q':
        print_z(out, " ");
        print_repr(out, c->constants[k]);
        break;
    default: print_format(out, " r%u", (unsigned)k);
    }
    return at + size;
}

static const char *opcode_name(unsigned op)
{
    static const char names[] =
#define OP(name, operands) #name "\0"
#include "opcodes.def"
#undef OP
        ;
    const char *name = names;
    while (op--) name += strlen(name) + 1;
    return name;
}

static const uint8_t *print_instruction(struct code *c, struct printer *out, const uint8_t *at,
                                        const uint8_t *start)
{
    const char *form = opcode_operands(*at);
    uint32_t end = (uint32_t)(at - start) + instruction_size(at);
    print_format(out, "%u %s", (unsigned)(at - start), opcode_name(*at));
    at++;
    for (; *form; form = operand_next(form)) at = print_operand(c, out, at, *form, end);
    print_z(out, "\n");
    return at;
}

static uint32_t get_varint(const uint8_t **at)
{
    uint32_t n = 0;
    for (unsigned shift = 0;; shift += 7) {
        uint8_t byte = *(*at)++;
        n |= (uint32_t)(byte & 127) << shift;
        if (byte < 128) return n;
    }
}

static void print_handlers(struct code *c, struct printer *out)
{
    const uint8_t *at = (const uint8_t *)c->info + c->info->handlers,
                  *end = (const uint8_t *)c->info + c->info->lines;
    uint32_t start = 0;
    while (at < end) {
        start += get_varint(&at);
        uint32_t stop = start + get_varint(&at), to = get_varint(&at);
        print_format(out, "  %u..%u goes on at %u, r%u\n", (unsigned)start, (unsigned)stop, (unsigned)to,
                     (unsigned)*at++);
    }
}

void code_disassemble(struct code *c, struct printer *out)
{
    const uint8_t *start = code_bytes(c), *end = (const uint8_t *)c->info + c->info->handlers;
    uint32_t line = 0;
    check_c_stack();
    print_format(out, "%v: %u registers, %u locals, %u cells, flags 0x%x, %u bytes\n", c->qualname,
                 c->info->registers, c->info->locals, c->info->cells, c->info->flags,
                 (unsigned)c->info->size);
    for (const uint8_t *at = start; at < end;) {
        struct code_position where;
        if (code_position(c, (uint32_t)(at - start) + 1, &where) && where.line != line)
            print_format(out, " line %u\n", (unsigned)(line = where.line));
        print_z(out, "    ");
        at = print_instruction(c, out, at, start);
    }
    print_handlers(c, out);
    for (unsigned i = 0; i < c->info->constants; i++)
        if (is_type(c->constants[i], &type_code) || is_lazy_code(c->constants[i]))
            code_disassemble(code_whole((struct code *)c->constants[i]), out);
}

#endif
