/* Writes what the verifier does for each instruction, from the operand letters in src/vm/opcodes.def: a list of steps
 * for each form that instructions have, and for each opcode its form and size. The steps are explained in
 * src/vm/verify.c. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *name, *form;
} opcodes[] = {
#define OP(name, operands) {#name, operands},
#include "../src/vm/opcodes.def"
};
#define OPCODES (sizeof opcodes / sizeof *opcodes)

static char steps[64 * 1024]; /* text so far, of one form */
static unsigned nsteps;

static void step(const char *action, unsigned at, const char *offset, const char *kinds)
{
    size_t n = strlen(steps);
    snprintf(steps + n, sizeof steps - n, "    {STEP_%s, %u, %s, %s},\n", action, at, offset, kinds);
    nsteps++;
}

static const char *value_kinds(char letter)
{
    switch (letter) {
    case 'v': case '=': case 'R': case 'V': case 'W': case 'T': case 'Y': return "KINDS_VALUE";
    case 'z': case 'U': case '!': case '-': case '&': return "KINDS_MAYBE";
    case 'h': return "KINDS_HELD";
    case 'm': case '<': return "KINDS_MOVABLE";
    case 'b': case 'B': return "KINDS_STR";
    case 'l': case 'L': return "KINDS_LIST";
    case 'a': return "KINDS_TUPLES";
    case 'A': return "KINDS_TUPLE";
    case 't': return "KINDS_NAMES";
    case 'd': case 'D': return "KINDS_DICT";
    case 'e': case 'E': return "KINDS_SET";
    case 'f': case 'F': return "KINDS_FUNCTION";
    case 'x': case 'X': case '%': return "KINDS_EXCEPTION";
    case 'H': case '^': return "KINDS_EXCEPTION_NONE";
    case 'c': case 'C': return "KINDS_CELL";
    case 'p': case 'P': case '>': case 'r': case '$': return "KINDS_SPILL";
    default: return NULL;
    }
}

/* The letter at *form, with a ? behind it. */
static const char *read_kinds(const char *form)
{
    if (form[1] != '?') return value_kinds(*form);
    switch (*form) {
    case 'd': return "KINDS_DICT_NONE";
    case 'b': return "KINDS_STR_NONE";
    case 'x': return "KINDS_EXCEPTION_NONE";
    default: return NULL;
    }
}

static int is_in(char c, const char *set)
{
    return c && strchr(set, c) != NULL;
}
static int reads(char c)
{
    return is_in(c, "vzmhbladefxcpr$=%^!-&Rt");
}
static int writes(char c)
{
    return is_in(c, "VUBLADEFXCPHY=%^R");
}

static unsigned size_of(char c)
{
    return is_in(c, "knNtqw@j") ? 2 : c == 'J' ? 4 : c == '.' ? 0 : 1;
}

static const char *next(const char *form)
{
    if (*form == '(') form = strchr(form, ')');
    form++;
    return *form == '?' ? form + 1 : form;
}

/* What is in ( ): its reads or its writes. */
static void group(const char *form, unsigned at, int writing)
{
    unsigned register_offset = 0, links = 0;
    int state = 0;
    for (form++; *form != ')'; form++) {
        char offset[40];
        snprintf(offset, sizeof offset, links ? "%u + FRAME_LINKS" : "%u", register_offset);
        if (*form == '|') {
            if (!writing) step("WINDOW", at, "0", "0");
            links = 1;
            continue;
        }
        if (is_in(*form, "*#") && !writing)
            step("READ_COUNT", at, offset, *form == '*' ? "KINDS_VALUE" : "KINDS_STR");
        else if (*form == '~' && !writing)
            step("READ_CELLS", at, offset, "KINDS_CELL");
        else if (*form == '+' && writing)
            step(strstr(form, "uu") ? "WRITE_STAR" : "WRITE_COUNT", at, offset, "KINDS_VALUE");
        else if (is_in(*form, "sS")) {
            static const char *const states[] = {"KINDS_STATE0", "KINDS_STATE1", "KINDS_STATE2"};
            if (writing == (*form == 'S')) step(writing ? "WRITE" : "READ", at, offset, states[state]);
            state++;
        } else if (writing ? writes(*form) : reads(*form))
            step(writing ? "WRITE" : "READ", at, offset, writing ? value_kinds(*form) : read_kinds(form));
        if (form[1] == '?') form++;
        register_offset++;
    }
}

static void read_operand(const char *form, unsigned at)
{
    switch (*form) {
    case '(': group(form, at, 0); return;
    case 'k': step("CONSTANT", at, "0", "0"); return;
    case 'N': step("READ_NAMESPACE", at, "0", "KINDS_VALUE"); /* fall through */
    case 'n': step("NAME", at, "0", "0"); return;
    case 't': step("NAMES", at, "0", "0"); return;
    case 'q': step("CODE", at, "0", "0"); return;
    case 'o': step("OPERATOR", at, "0", "0"); return;
    case 'g': step("NAME_NUMBER", at, "0", "0"); return;
    case 'y': step("CELL_NUMBER", at, "0", "0"); return;
    case '@': step("CELL_NUMBER_FAR", at, "0", "0"); return;
    case 'G': step("WINDOW", at, "0", "0"); return;
    case '{': step("WINDOW", at, "0", "0"); step("STASH", at, "0", "0"); return;
    case '}': step("WINDOW", at, "0", "0"); return;
    case '$': step("STASHED_CELLS", at, "0", "KINDS_CELL"); /* fall through */
    case 'r': step("WINDOW", at, "0", "0"); break;
    case ',': step("READ_BEFORE", at, "0", "KINDS_STR"); return;
    case '<': step("READ", at, "0", "KINDS_MOVABLE"); return;
    case 'Y': step("GENERATOR", at, "0", "0"); return;
    case 'R': step("GENERATOR", at, "0", "0"); break;
    }
    if (reads(*form)) step("READ", at, "0", read_kinds(form));
}

static void write_operand(const char *form, unsigned at)
{
    switch (*form) {
    case '(': group(form, at, 1); return;
    case 'M': step("WRITE_MOVED", at, "0", "0"); return;
    case 'K': step("WRITE_CONSTANT", at, "0", "0"); return;
    case 'I': step("WRITE_IMMEDIATE", at, "0", "0"); return;
    case '!': step("WRITE_BOUND", at, "0", "0"); return;
    case '-': step("WRITE", at, "0", "KINDS_UNDEF"); return;
    case '&': step("WRITE", at, "0", "KINDS_CELL"); return;
    case '%': step("WRITE", at, "0", "KINDS_VALUE"); return;
    case '>': step("WRITE_SPILLED", at, "0", "0"); return;
    case '<': step("SPILL", at, "0", "0"); return;
    case 'P': step("CLEAR_SPILLED", at, "0", "0"); break;
    case 'G': step("NEW_STASH", at, "0", "0"); return;
    case '}': step("UNSTASH", at, "0", "0"); return;
    }
    if (writes(*form)) step("WRITE", at, "0", value_kinds(*form));
}

struct operand {
    const char *form;
    unsigned at;
};

static void jump(const struct operand *operands, unsigned n)
{
    const char *how = "JUMP";
    unsigned of = 0, at = 0;
    for (unsigned i = 0; i < n; i++) {
        char c = *operands[i].form;
        if (c == 'j' || c == 'J') at = operands[i].at;
        if (c == 'T') how = "JUMP_WRITING", of = operands[i].at;
    }
    if (!at) return;
    char registers[16];
    snprintf(registers, sizeof registers, "%u", of);
    step(how, at, registers, "0");
    for (unsigned i = 0; i < n; i++)
        if (*operands[i].form == 'W') step("WRITE", operands[i].at, "0", "KINDS_VALUE");
}

static void make_steps(const char *form)
{
    struct operand operands[8];
    unsigned n = 0, at = 1;
    steps[0] = 0;
    nsteps = 0;
    for (const char *f = form; *f; f = next(f)) {
        operands[n++] = (struct operand){f, at};
        at += size_of(*f);
    }
    for (unsigned i = 0; i < n; i++) read_operand(operands[i].form, operands[i].at);
    if (*form == 'R') step("RESUME", 1, "0", "0");
    for (unsigned i = 0; i < n; i++)
        if (!strncmp(operands[i].form, "(v|", 3)) step("CALL", operands[i].at, "0", "0");
    for (unsigned i = n; i-- > 0;) write_operand(operands[i].form, operands[i].at); /* the first one last */
    if (*form == '(') step("HANDLER", 0, "0", "0"); /* it may fail when half is written */
    if (!strncmp(form, "(sss)", 5)) step("PAIR", 1, "0", "0");
    jump(operands, n);
}

int main(void)
{
    static unsigned first[OPCODES], count[OPCODES], size[OPCODES], jumps[OPCODES];
    unsigned total = 0;
    printf("static const struct step steps[] = {\n");
    for (size_t i = 0; i < OPCODES; i++) {
        size_t other = 0;
        while (strcmp(opcodes[other].form, opcodes[i].form)) other++;
        first[i] = first[other];
        make_steps(opcodes[i].form);
        count[i] = nsteps;
        size[i] = 1;
        for (const char *f = opcodes[i].form; *f; f = next(f)) {
            size[i] += size_of(*f);
            if (*f == 'j' || *f == 'J') jumps[i] = size_of(*f);
        }
        if (other < i) continue;
        first[i] = total;
        printf("    /* %s */\n%s", opcodes[i].form, steps);
        total += nsteps;
    }
    if (total > 65535) return 1;
    printf("};\n\n/* where an opcode's steps begin, how many, whether it calls, its size, how many bytes say where it jumps, whether it goes on */\n"
           "static const struct form forms[] = {\n");
    for (size_t i = 0; i < OPCODES; i++) {
        size_t n = strlen(opcodes[i].form);
        int goes_on = n == 0 || opcodes[i].form[n - 1] != '.';
        int calls = strstr(opcodes[i].form, "(v|") != NULL;
        printf("    {%u, %u, %d, %u, %u, %d}, /* %s */\n", first[i], count[i], calls, size[i], jumps[i], goes_on,
               opcodes[i].name);
    }
    printf("};\n");
    return 0;
}
