/* The verifier. It runs a function on what registers may hold instead of on values: from the start, along every
 * jump, and into every handler, until nothing new is found. All that it knows of an instruction is what
 * opcodes.def says of its operands.
 *
 * What a register may hold is a set of kinds, and where two ways meet, the union of both. An instruction that
 * takes a list takes a register whose set has no other kind. The set of all kinds says that nothing is known
 * (the machine's words of a call window, say), and no instruction takes that.
 *
 * A set is kept for each register (and each local beyond the registers) at each label: an instruction that is
 * reached otherwise than from the one before it. */
#include "verify.h"
#include "../value/config.h"
#include "vm.h"

#if ADDER_CODE_FILES

enum kind {
    KIND_UNDEF = 1,
    KIND_NONE = 2,
    KIND_EXCEPTION = 4,
    KIND_LIST = 8,
    KIND_TUPLE = 16,
    KIND_NAMES = 32, /* a tuple of symbols, from the constants */
    KIND_DICT = 64,
    KIND_SET = 128,
    KIND_FUNCTION = 256,
    KIND_STR = 512,
    KIND_OTHER = 1024,
    KIND_CELL = 2048,
    KIND_SPILL = 4096,
    KIND_STATE = 8192, /* the three words of a loop's state: this, twice this, four times this */
    KIND_ANY = KIND_CELL - KIND_NONE, /* any value */
    KIND_JUNK = 0xffff,
};
typedef uint16_t kinds;

#define REGISTERS_LIMIT 480 /* a frame's link says how far it lies above the caller's in 9 bits */
#define OPERANDS        5

struct guarded {
    uint32_t start, stop, handler;
    uint8_t reg;
};

struct verifier {
    const struct code *code;
    const struct code_info *info;
    const uint8_t *bytes;
    uint32_t size;            /* of the bytecode */
    const char *wrong;        /* the first fault found; NULL: none yet */
    unsigned registers;
    unsigned spilled, spill;  /* how many locals are beyond the registers, and who has their list */
    uint8_t *starts, *labels; /* a bit for each byte of bytecode */
    struct guarded *ranges;
    unsigned nranges, nlabels;
    uint32_t *label_pc;       /* in order */
    uint8_t *label_state;     /* 0: not reached; 1: done with; 2: to be gone on from */
    unsigned dirty;           /* no label before that one is to be gone on from */
    unsigned width;           /* of a state: registers, spilled ones, rounded up */
    kinds *states, *now;      /* of each label; of the instruction looked at */
};

static void fail(struct verifier *v, const char *what)
{
    if (!v->wrong) v->wrong = what;
}

static bool get_bit(const uint8_t *bits, uint32_t i)
{
    return bits[i / 8] >> (i % 8) & 1;
}
static void set_bit(uint8_t *bits, uint32_t i)
{
    bits[i / 8] |= (uint8_t)(1u << (i % 8));
}

/* ---- the tables ---- */

static bool take_varint(const uint8_t **at, const uint8_t *end, uint32_t *out)
{
    uint32_t n = 0;
    for (unsigned shift = 0; *at < end && shift < 35; shift += 7) {
        uint8_t byte = *(*at)++;
        n |= (uint32_t)(byte & 127) << shift;
        *out = n;
        if (byte < 128) return true;
    }
    return false;
}

static void check_layout(struct verifier *v)
{
    const struct code_info *i = v->info;
    static const uint16_t flags = CODE_VARARGS | CODE_VARKW | CODE_ASYNC_GENERATOR | CODE_CLASS | CODE_MODULE |
                                  CODE_NESTED | CODE_DOCSTRING | CODE_SIMPLE | CODE_ITERABLE_COROUTINE |
                                  CODE_COLUMNS;
    unsigned stars = (i->flags & CODE_VARARGS) + (i->flags & CODE_VARKW) / CODE_VARKW;
    unsigned parameters = i->positional + i->keyword_only + stars;
    if (i->bytecode != sizeof *i || i->bytecode >= i->handlers || i->handlers > i->lines || i->lines > i->names ||
        i->names > i->size)
        fail(v, "parts of a function overlap");
    else if (i->registers > REGISTERS_LIMIT || i->locals > i->registers || parameters > i->locals ||
             i->positional_only > i->positional || i->cells > UINT8_MAX)
        fail(v, "counts of a function");
    else if (i->flags & ~flags || (i->flags & CODE_CLASS && i->positional != 1) ||
             (i->flags & CODE_SIMPLE && (i->flags & CODE_ASYNC_GENERATOR || i->keyword_only || stars)) ||
             (i->flags & CODE_DOCSTRING && (i->constants == 0 || !is_str(v->code->constants[0]))))
        fail(v, "flags of a function");
}

static unsigned names_count(const struct verifier *v)
{
    return (v->info->size - v->info->names) / 2;
}

static void check_names(struct verifier *v)
{
    if (names_count(v) < (unsigned)v->info->locals + v->info->cells) fail(v, "names table");
    for (unsigned i = 0; i < names_count(v) && !v->wrong; i++) {
        uint16_t k;
        memcpy(&k, (const uint8_t *)v->info + v->info->names + 2 * i, sizeof k);
        if (k >= v->info->constants || !is_sym(v->code->constants[k])) fail(v, "names table");
    }
}

static void check_lines(struct verifier *v)
{
    const uint8_t *at = (const uint8_t *)v->info + v->info->lines,
                  *end = (const uint8_t *)v->info + v->info->names;
    while (at < end && !v->wrong) {
        unsigned head = *at++, form = head >> 5, more = (head & 31) == 0;
        uint32_t n = 1;
        more += (form >= 4) + (form == 5);
        while (more-- && !v->wrong)
            if (!take_varint(&at, end, &n)) fail(v, "line table");
        if (form > 5) fail(v, "line table");
        if (!(v->info->flags & CODE_COLUMNS) || v->wrong) continue;
        if (!take_varint(&at, end, &n) || (n && !take_varint(&at, end, &n))) fail(v, "line table");
    }
}

/* Counts the ranges, and notes them once there is room. */
static void read_ranges(struct verifier *v)
{
    const uint8_t *at = (const uint8_t *)v->info + v->info->handlers,
                  *end = (const uint8_t *)v->info + v->info->lines;
    struct guarded r = {0};
    for (v->nranges = 0; at < end && !v->wrong; v->nranges++) {
        uint32_t delta, length;
        if (!take_varint(&at, end, &delta) || !take_varint(&at, end, &length) ||
            !take_varint(&at, end, &r.handler) || at == end) {
            fail(v, "exception table");
            return;
        }
        r.reg = *at++;
        r.start += delta;
        r.stop = r.start + length;
        if (delta > v->size || length > v->size || r.stop > v->size || r.handler >= v->size ||
            r.reg >= v->registers)
            fail(v, "exception table");
        if (v->ranges) v->ranges[v->nranges] = r;
    }
}

/* ---- instructions ---- */

static bool is_generator(const struct verifier *v)
{
    return v->info->flags & CODE_ASYNC_GENERATOR;
}

/* What a jump at pc says, whose distance is in the last bytes of the instruction. false: it has none. */
static bool jump_target(const struct verifier *v, uint32_t pc, uint32_t *target)
{
    const char *form = opcode_operands[v->bytes[pc]];
    const char *jump = strpbrk(form, "jJ");
    if (!jump) return false;
    uint32_t end = pc + instruction_size(v->bytes + pc), distance = 0;
    unsigned bytes = operand_size(*jump);
    for (unsigned i = 0; i < bytes; i++) distance |= (uint32_t)v->bytes[end - bytes + i] << (8 * i);
    *target = end + (bytes == 2 ? (uint32_t)(int32_t)(int16_t)distance : distance);
    return true;
}

/* NEXT and LOOP may take a pair apart themselves, where an UNPACK follows: where they then go on. */
static bool pair_target(const struct verifier *v, uint32_t pc, uint32_t *target)
{
    const uint8_t *body = v->bytes + pc + 5;
    uint32_t to;
    if (v->bytes[pc] == BC_LOOP) {
        if (!jump_target(v, pc, &to) || to >= v->size) return false;
        body = v->bytes + to;
    } else if (v->bytes[pc] != BC_NEXT || pc + 5 >= v->size) {
        return false;
    }
    if (*body != BC_UNPACK || v->bytes + v->size - body < 4) return false;
    if (body[2] != v->bytes[pc + 2] || body[3] != 2 || body[2] < v->info->locals) return false;
    *target = (uint32_t)(body + 4 - v->bytes);
    return true;
}

#define SEND_BYTES 5 /* a SEND is that long, and a YIELDFROM comes right after one */

static void find_starts(struct verifier *v)
{
    for (uint32_t pc = 0; pc < v->size;) {
        unsigned op = v->bytes[pc], size = 0;
        if (op < BC_COUNT) size = instruction_size(v->bytes + pc);
        if (size == 0 || size > v->size - pc) {
            fail(v, "no instruction");
            return;
        }
        set_bit(v->starts, pc);
        if (op == BC_NEWSPILL) {
            unsigned n = v->bytes[pc + 2] | v->bytes[pc + 3] << 8;
            if (v->spilled && (v->spilled != n || v->spill != v->bytes[pc + 1]))
                fail(v, "locals beyond the registers");
            v->spilled = n;
            v->spill = v->bytes[pc + 1];
        }
        pc += size;
    }
}

static void add_label(struct verifier *v, uint32_t pc)
{
    if (pc >= v->size || !get_bit(v->starts, pc)) {
        fail(v, "a jump to no instruction");
        return;
    }
    v->nlabels += !get_bit(v->labels, pc);
    set_bit(v->labels, pc);
}

static void find_labels(struct verifier *v)
{
    uint32_t target;
    add_label(v, 0);
    for (uint32_t pc = 0; pc < v->size && !v->wrong; pc += instruction_size(v->bytes + pc)) {
        if (jump_target(v, pc, &target)) add_label(v, target);
        if (pair_target(v, pc, &target)) add_label(v, target);
        if (*opcode_operands[v->bytes[pc]] != 'R') continue;
        if (pc < SEND_BYTES || !get_bit(v->starts, pc - SEND_BYTES) || v->bytes[pc - SEND_BYTES] != BC_SEND)
            fail(v, "a YIELDFROM without SEND");
        else
            add_label(v, pc - SEND_BYTES);
    }
    for (unsigned i = 0; i < v->nranges && !v->wrong; i++) {
        const struct guarded *r = &v->ranges[i];
        add_label(v, r->handler);
        if (!get_bit(v->starts, r->start) || (r->stop < v->size && !get_bit(v->starts, r->stop)))
            fail(v, "exception table");
    }
}

/* ---- states ---- */

static unsigned label_number(const struct verifier *v, uint32_t pc)
{
    unsigned low = 0, high = v->nlabels - 1;
    while (low < high) {
        unsigned mid = (low + high) / 2;
        if (v->label_pc[mid] < pc)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

/* What is known now holds at a label, too. */
static void merge(struct verifier *v, uint32_t pc)
{
    unsigned number = label_number(v, pc);
    kinds *there = v->states + number * v->width;
    kinds news = v->label_state[number] == 0;
    for (unsigned i = 0; i < v->width; i++) {
        news |= v->now[i] & (kinds)~there[i];
        there[i] |= v->now[i];
    }
    if (!news) return;
    v->label_state[number] = 2;
    if (number < v->dirty) v->dirty = number;
}

/* The same at the handler of the instruction at pc, where the exception is in a register. */
static void merge_handler(struct verifier *v, uint32_t pc)
{
    const struct guarded *found = NULL;
    for (unsigned i = 0; i < v->nranges && v->ranges[i].start <= pc; i++)
        if (pc < v->ranges[i].stop) found = &v->ranges[i]; /* the last one is the innermost */
    if (!found) return;
    kinds was = v->now[found->reg];
    v->now[found->reg] = KIND_EXCEPTION;
    merge(v, found->handler);
    v->now[found->reg] = was;
}

static void enter_function(struct verifier *v)
{
    const struct code_info *i = v->info;
    unsigned stars = (i->flags & CODE_VARARGS) + (i->flags & CODE_VARKW) / CODE_VARKW;
    unsigned parameters = i->positional + i->keyword_only + stars;
    for (unsigned r = 0; r < v->registers; r++)
        v->now[r] = r < parameters ? KIND_ANY : r < i->locals ? KIND_UNDEF : KIND_JUNK;
    merge(v, 0);
}

/* ---- operands ---- */

struct instruction {
    uint32_t pc, end;
    unsigned n;                 /* operands */
    const char *form[OPERANDS];
    uint32_t x[OPERANDS];
    unsigned count;             /* what operand u says */
    unsigned written;           /* how many registers + stands for */
    unsigned cells;             /* of the code that q says */
    value constant;             /* operand k, or UNDEF */
};

static void decode(struct verifier *v, uint32_t pc, struct instruction *in)
{
    memset(in, 0, sizeof *in);
    in->pc = pc;
    uint32_t at = pc + 1;
    for (const char *form = opcode_operands[v->bytes[pc]]; *form; form = operand_next(form)) {
        unsigned size = operand_size(*form);
        if (size == 0) continue;
        uint32_t x = 0;
        for (unsigned i = 0; i < size; i++) x |= (uint32_t)v->bytes[at++] << (8 * i);
        in->form[in->n] = form;
        in->x[in->n++] = x;
        if (*form != 'u') continue;
        if (in->n >= 2 && in->form[in->n - 2][0] == 'u') {
            in->written = in->count + x + 1;
        } else {
            in->count = in->written = x;
        }
    }
    in->end = at;
}

static kinds mask_of(char letter)
{
    switch (letter) {
    case 'v':
    case '=':
    case 'R':
    case 'V':
    case 'W':
    case 'T':
    case 'Y': return KIND_ANY;
    case 'z':
    case 'U':
    case '!':
    case 'O':
    case '-':
    case '&': return KIND_ANY | KIND_UNDEF;
    case 'h': return KIND_ANY | KIND_CELL;
    case 'm': return KIND_ANY | KIND_UNDEF | KIND_CELL;
    case 'b':
    case 'B': return KIND_STR;
    case 'l':
    case 'L': return KIND_LIST;
    case 'a': return KIND_TUPLE | KIND_NAMES;
    case 'A': return KIND_TUPLE;
    case 'r': return KIND_LIST | KIND_TUPLE | KIND_NAMES;
    case 't': return KIND_NAMES;
    case 'd':
    case 'D': return KIND_DICT;
    case 'e':
    case 'E': return KIND_SET;
    case 'f':
    case 'F': return KIND_FUNCTION;
    case 'x':
    case 'X':
    case '%': return KIND_EXCEPTION;
    case 'H':
    case '^': return KIND_EXCEPTION | KIND_NONE;
    case 'c':
    case 'C': return KIND_CELL;
    case 'p':
    case 'P':
    case '>':
    case '<': return KIND_SPILL;
    case 's':
    case 'S': return KIND_STATE;
    default: return 0;
    }
}

/* Whether the operand's register is read, written. */
static bool reads(char letter)
{
    return strchr("vzmhblardefxcps=%^!O-&R<t", letter) != NULL;
}
static bool writes(char letter)
{
    return strchr("VUBLADEFXCPSHMKIWTY=%^!O-&R>", letter) != NULL;
}

static void read_register(struct verifier *v, uint32_t x, kinds mask)
{
    if (x >= v->registers)
        fail(v, "no such register");
    else if (v->now[x] & (kinds)~mask)
        fail(v, "a register that may hold something else");
}

static kinds constant_kind(value k)
{
    if (is_str(k)) return KIND_STR;
    if (!is_tuple(k)) return k == NONE ? KIND_NONE : KIND_OTHER;
    for (size_t i = 0; i < tuple_of(k)->len; i++)
        if (!is_sym(tuple_of(k)->items[i])) return KIND_TUPLE;
    return KIND_NAMES;
}

static void check_constant(struct verifier *v, struct instruction *in, char letter, uint32_t x)
{
    if (x >= v->info->constants) {
        fail(v, "no such constant");
        return;
    }
    value k = v->code->constants[x];
    bool fine = true;
    switch (letter) {
    case 'N': read_register(v, 0, KIND_ANY); /* fall through */
    case 'n': fine = is_sym(k); break;
    case 't': fine = constant_kind(k) == KIND_NAMES && tuple_of(k)->len <= in->count; break;
    case 'q':
        fine = is_type(k, &type_code);
        if (fine) in->cells = ((const struct code *)k)->info->cells;
        break;
    default: in->constant = k;
    }
    if (!fine) fail(v, "a constant of the wrong kind");
}

static void check_number(struct verifier *v, struct instruction *in, char letter, uint32_t x)
{
    switch (letter) {
    case 'k':
    case 'n':
    case 'N':
    case 't':
    case 'q': check_constant(v, in, letter, x); break;
    case 'o':
        if (x > OP_MATMUL) fail(v, "no such operator");
        break;
    case 'g':
        if (x >= names_count(v)) fail(v, "no such name");
        break;
    case 'y':
        if (x >= v->info->cells) fail(v, "no such closure cell");
        break;
    case 'Y':
    case 'R':
        if (!is_generator(v)) fail(v, "a yield outside of a generator");
        break;
    }
}

static void write_register(struct verifier *v, uint32_t x, kinds k)
{
    if (x >= v->registers)
        fail(v, "no such register");
    else if (x == 0 && v->info->flags & CODE_CLASS && k & (kinds)~KIND_ANY)
        fail(v, "a class body without its dict");
    else
        v->now[x] = k;
}

/* What is in ( ): `writing` says which half of it counts. */
static void do_group(struct verifier *v, const struct instruction *in, const char *form, uint32_t x, bool writing)
{
    uint32_t first = x;
    for (form++; *form != ')'; form++) {
        kinds mask = mask_of(*form);
        unsigned n = 1;
        switch (*form) {
        case '|':
            if (first < v->info->locals) fail(v, "a call window among the locals");
            x += FRAME_LINKS;
            continue;
        case '*': n = in->count, mask = KIND_ANY; break;
        case '#': n = in->count, mask = KIND_STR; break;
        case '~': n = in->cells, mask = KIND_CELL; break;
        case '+': n = in->written, mask = KIND_ANY; break;
        case 's':
        case 'S': mask = (kinds)(KIND_STATE << (x - first)); break;
        }
        if (form[1] == '?') mask |= KIND_NONE;
        bool is_read = strchr("*#~", *form) || reads(*form), is_written = *form == '+' || writes(*form);
        for (; n && !v->wrong; n--, x++) {
            if (!writing && is_read) read_register(v, x, mask);
            if (writing && is_written) write_register(v, x, mask);
        }
        if (form[1] == '?') form++;
    }
}

/* Local number w beyond the registers, as a place in the state. */
static kinds *spilled_place(struct verifier *v, const struct instruction *in)
{
    uint32_t w = in->x[2];
    if (w >= v->spilled) {
        fail(v, "no such local");
        w = 0;
    }
    return v->now + v->registers + w;
}

static void do_reads(struct verifier *v, struct instruction *in)
{
    for (unsigned i = in->n; i-- > 0 && !v->wrong;) /* numbers come last, and what is in ( ) needs them */
        if (*in->form[i] != '(' && !reads(*in->form[i])) check_number(v, in, *in->form[i], in->x[i]);
    for (unsigned i = 0; i < in->n && !v->wrong; i++) {
        const char *form = in->form[i];
        if (*form == '(') {
            do_group(v, in, form, in->x[i], false);
        } else if (*form == ',') {
            if (in->x[i]) read_register(v, in->x[i] - 1, KIND_STR);
        } else if (*form == 't') {
            check_number(v, in, 't', in->x[i]);
        } else if (*form == '<') {
            read_register(v, in->x[i], mask_of('m'));
        } else if (reads(*form)) {
            if (*form == 'R') check_number(v, in, 'R', in->x[i]);
            read_register(v, in->x[i], mask_of(*form) | (form[1] == '?' ? KIND_NONE : 0));
        }
    }
}

static kinds immediate_kind(struct verifier *v, uint32_t n)
{
    if (n == 255) return KIND_UNDEF;
    if (n > NOTIMPL >> 4) fail(v, "no such immediate");
    return n == NONE >> 4 ? KIND_NONE : KIND_OTHER;
}

static void do_write(struct verifier *v, const struct instruction *in, char letter, uint32_t x)
{
    kinds k = mask_of(letter);
    switch (letter) {
    case 'M': k = v->now[in->x[1]]; break;
    case 'K': k = constant_kind(in->constant); break;
    case 'I': k = immediate_kind(v, in->x[1]); break;
    case '!': k = v->now[x] & (kinds)~KIND_UNDEF; break;
    case '-': k = KIND_UNDEF; break;
    case '&': k = KIND_CELL; break;
    case '%': k = KIND_ANY; break;
    case '>': k = *spilled_place(v, in); break;
    case 'P':
        for (unsigned i = 0; i < v->spilled; i++) v->now[v->registers + i] = KIND_UNDEF;
        break;
    }
    if (letter != 'W' && letter != 'T' && letter != 'O') write_register(v, x, k);
}

static void do_writes(struct verifier *v, const struct instruction *in)
{
    for (unsigned i = in->n; i-- > 0 && !v->wrong;) { /* the first operand last, as the machine does */
        if (*in->form[i] == '(') do_group(v, in, in->form[i], in->x[i], true);
        if (*in->form[i] == '<') *spilled_place(v, in) = v->now[in->x[i]];
        else if (*in->form[i] != '(' && writes(*in->form[i])) do_write(v, in, *in->form[i], in->x[i]);
    }
}

/* A call destroys its window, and all above. */
static void do_call(struct verifier *v, const struct instruction *in)
{
    for (unsigned i = 0; i < in->n; i++) {
        const char *form = in->form[i];
        if (*form != '(' || form[1] != 'v' || form[2] != '|') continue;
        for (uint32_t r = in->x[i]; r < v->registers; r++) v->now[r] = KIND_JUNK;
    }
}

static int find_operand(const struct instruction *in, char letter)
{
    for (unsigned i = 0; i < in->n; i++)
        if (*in->form[i] == letter) return (int)i;
    return -1;
}

/* Where a jump goes, and what the two ways have that differs. */
static void do_jump(struct verifier *v, const struct instruction *in)
{
    uint32_t target;
    int bound = find_operand(in, 'O'), jumping = find_operand(in, 'T'), staying = find_operand(in, 'W');
    int changed = bound >= 0 ? bound : jumping >= 0 ? jumping : staying;
    kinds was = KIND_JUNK;
    if (changed >= 0) {
        if (in->x[changed] >= v->registers) {
            fail(v, "no such register");
            return;
        }
        was = v->now[in->x[changed]];
    }
    if (pair_target(v, in->pc, &target)) { /* without a pair in between */
        uint32_t first = v->bytes[target - 3];
        if (first + 1 < v->registers) {
            kinds pair[2] = {v->now[first], v->now[first + 1]};
            v->now[first] = v->now[first + 1] = KIND_ANY;
            merge(v, target);
            v->now[first] = pair[0];
            v->now[first + 1] = pair[1];
        }
    }
    if (bound >= 0) v->now[in->x[bound]] &= (kinds)~KIND_UNDEF;
    if (jumping >= 0) v->now[in->x[jumping]] = KIND_ANY;
    if (jump_target(v, in->pc, &target)) merge(v, target);
    if (changed >= 0) v->now[in->x[changed]] = staying >= 0 ? KIND_ANY : was;
}

static void do_instruction(struct verifier *v, struct instruction *in)
{
    do_reads(v, in);
    if (v->wrong) return;
    if (*opcode_operands[v->bytes[in->pc]] == 'R') merge(v, in->pc - SEND_BYTES);
    do_call(v, in);
    merge_handler(v, in->pc);
    do_writes(v, in);
    if (v->wrong) return;
    if (*opcode_operands[v->bytes[in->pc]] == '(') merge_handler(v, in->pc); /* may fail when half is written */
    do_jump(v, in);
}

/* From a label on, up to where nothing new comes. */
static void go_on_from(struct verifier *v, unsigned label)
{
    uint32_t pc = v->label_pc[label];
    memcpy(v->now, v->states + label * v->width, v->width * sizeof(kinds));
    v->label_state[label] = 1;
    for (;;) {
        struct instruction in;
        decode(v, pc, &in);
        do_instruction(v, &in);
        if (v->wrong || !opcode_goes_on(v->bytes[pc])) return;
        pc = in.end;
        if (pc >= v->size) {
            fail(v, "the end is no end");
            return;
        }
        if (!get_bit(v->labels, pc)) continue;
        merge(v, pc);
        label = label_number(v, pc);
        if (v->label_state[label] != 2) return;
        v->label_state[label] = 1;
        memcpy(v->now, v->states + label * v->width, v->width * sizeof(kinds));
    }
}

static void run(struct verifier *v)
{
    v->dirty = v->nlabels;
    enter_function(v);
    for (uint64_t left = 100 * (uint64_t)v->nlabels + 1000; !v->wrong; left--) {
        while (v->dirty < v->nlabels && v->label_state[v->dirty] != 2) v->dirty++;
        if (v->dirty == v->nlabels) return;
        if (left == 0) fail(v, "too many jumps");
        if (left % 64 == 0) check_interrupt();
        go_on_from(v, v->dirty);
    }
}

/* ---- room ---- */

static void *carve(uint8_t **at, size_t bytes)
{
    uint8_t *here = *at;
    *at += (bytes + 7) & ~(size_t)7;
    return here;
}

static size_t rounded(size_t bytes)
{
    return (bytes + 7) & ~(size_t)7;
}

/* What is known before the labels are counted: nothing is allocated while it is in use. */
static value make_bits(struct verifier *v)
{
    size_t bits = rounded(v->size / 8 + 1);
    value room = bytearray_new(NULL, v->nranges * sizeof *v->ranges + 2 * bits + 8);
    uint8_t *at = ((struct bytearray *)room)->owner.buf;
    v->ranges = carve(&at, v->nranges * sizeof *v->ranges);
    v->starts = carve(&at, bits);
    v->labels = carve(&at, bits);
    return room;
}

static value make_states(struct verifier *v)
{
    v->registers = v->info->registers;
    v->width = (v->registers + v->spilled + 3) & ~3u;
    size_t n = v->nlabels;
    if ((uint64_t)n * v->width > 64 * 1024 * 1024) {
        fail(v, "too many jumps");
        return NONE;
    }
    value room = bytearray_new(NULL, rounded(n * sizeof(uint32_t)) + rounded(n) +
                                         rounded((n + 1) * v->width * sizeof(kinds)) + 8);
    uint8_t *at = ((struct bytearray *)room)->owner.buf;
    v->states = carve(&at, n * v->width * sizeof(kinds));
    v->now = carve(&at, v->width * sizeof(kinds));
    v->label_pc = carve(&at, n * sizeof(uint32_t));
    v->label_state = carve(&at, n);
    return room;
}

static void list_labels(struct verifier *v)
{
    unsigned n = 0;
    for (uint32_t pc = 0; pc < v->size; pc++)
        if (get_bit(v->labels, pc)) v->label_pc[n++] = pc;
}

const char *code_verify(const struct code *c)
{
    struct verifier v = {.code = c, .info = c->info, .registers = c->info->registers};
    check_layout(&v);
    if (v.wrong) return v.wrong;
    v.bytes = code_bytes(c);
    v.size = c->info->handlers - c->info->bytecode;
    check_names(&v);
    check_lines(&v);
    read_ranges(&v);
    if (v.wrong) return v.wrong;
    value bits = make_bits(&v), states = NONE;
    read_ranges(&v);
    find_starts(&v);
    if (!v.wrong) find_labels(&v);
    const uint8_t *held = v.starts; /* keeps the first room where it is */
    if (!v.wrong) states = make_states(&v);
    if (!v.wrong) {
        list_labels(&v);
        run(&v);
    }
    HOLD((value)held);
    if (states != NONE) heap_buffer_free(&((struct bytearray *)states)->owner);
    heap_buffer_free(&((struct bytearray *)bits)->owner);
    return v.wrong;
}

#endif
