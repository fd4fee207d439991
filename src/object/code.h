/* Questions about code objects: where an instruction came from, and where it goes on when it raises.
 * pc counts from the start of the bytecode. Every function takes it as the machine has it: any offset
 * with start < pc <= end of the instruction that is meant. */
#ifndef ADDER_CODE_H
#define ADDER_CODE_H

#include "layout.h"
#include "printer.h"

#define COLUMN_UNKNOWN 65535 /* no columns in this build, or the line is longer */

struct code_position {
    uint32_t line, end_line;     /* from 1 */
    uint16_t column, end_column; /* from 0, in bytes */
};

/* Where the instruction came from. false: not known (then *out has the function's first line). */
bool code_position(const struct code *c, uint32_t pc, struct code_position *out);
/* Where the instruction began that the pc is in, or behind: an offset into co_code. */
value code_lasti(const struct code *c, uint32_t pc);
/* The innermost handler of the instruction: put the exception into R[*reg], go on at *handler. */
bool code_handler(const struct code *c, uint32_t pc, uint32_t *handler, uint8_t *reg);
/* The entries of the exception table that the instruction is in, outer ones first. */
struct range_walk {
    const uint8_t *at, *end;
    uint32_t pc, start;
    uint32_t handler;
    uint8_t reg;
};
struct range_walk code_ranges(const struct code *c, uint32_t pc);
bool range_next(struct range_walk *w); /* false: there is none any more */
/* An entry with this register is no handler: the variable of a comprehension lives somewhere in its range. `handler` says
 * where: bits 0..7 the register, 8: it holds a cell, from 9 on the constant that is the name. */
#define RANGE_NAMES      255
#define RANGE_CELL       256u
#define RANGE_NAME_SHIFT 9
/* The name of local or cell number i (the names table), a symbol. */
value code_name(const struct code *c, unsigned i);
/* What registers have no room for is in a list, the spill, which is in the last of the registers of locals. Of a function
 * with very many parameters (CODE_MANY) these are all there, the first of the list. The names table of code with such a
 * list (CODE_SPILLED) ends in the names of what is in it, and in the beginning of struct code_counts. */
struct code_counts {
    uint16_t positional_only, positional, keyword_only; /* as in struct code_info */
    uint16_t spilled;                                   /* how many variables are in the list */
    /* not in the table: */
    unsigned spilled_names;   /* number of the name of the first of these */
    unsigned parameter_names; /* number of the first parameter's */
};
#define CODE_COUNTS_BYTES (unsigned)offsetof(struct code_counts, spilled_names)
#if ADDER_LARGE_FUNCTIONS || ADDER_CODE_FILES
struct code_counts code_counts(const struct code *c);
#else
static inline struct code_counts code_counts(const struct code *c)
{
    return (struct code_counts){c->info->positional_only, c->info->positional, c->info->keyword_only, 0, 0, 0};
}
#endif
/* The locals in the order that programs see, parameters first: those of registers and those of the list. */
struct code_local {
    value name;
    unsigned at; /* register, or index into the list */
    bool spilled;
};
struct code_local code_local(const struct code *c, const struct code_counts *n, unsigned i);
/* Where it is in the frame at `base`; NULL: there is no such list yet. */
value *code_local_place(const struct code *c, const struct code_local *local, value *base);
/* What is behind the prologue: the instructions that make the list and the cells. */
const uint8_t *code_body(const struct code *c);
/* Whether the local in this register, or with this index into the list, is captured by functions within: its place then
 * holds a cell, once the prologue has run. */
bool code_has_cell(const struct code *c, unsigned i, bool spilled);
/* What programs see (code_attrs.c). */
#define CODE_ATTRS (ADDER_METHODS ? 20 : 0)
extern const struct attr code_attrs[CODE_ATTRS];
void code_repr(value self, struct printer *out);
value code_compare(enum op op, value a, value b);
bool code_hash(value self, hashcode *out);
/* Prints the bytecode, exception table and constants (builds with ADDER_DISASSEMBLER). */
void code_disassemble(struct code *c, struct printer *out);

/* The line table, for the assembler: one entry at `at`, before the table's end, which follows that of *s. Returns where the next
 * one is; *rest (may be NULL): where what is behind the entry's pc begins. */
struct line_state {
    uint32_t pc, line, lines;
    uint16_t column, end_column;
    bool columns; /* the table has them */
};
const uint8_t *line_next(const uint8_t *at, const uint8_t *end, struct line_state *s, const uint8_t **rest);

/* The compiler's way to a code object: RAM of the right size, constants and info to be filled at once,
 * before anything else is allocated. `info_bytes`: struct code_info and all that is behind it. */
struct code *code_make(size_t constants, size_t info_bytes, struct code_info **info);
/* Code whose info lies elsewhere, and stays there while `home` lives (NONE: for ever). Constants are UNDEF. */
struct code *code_make_outside(const struct code_info *info, value home);

#endif
