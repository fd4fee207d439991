/* The verifier. It runs a function on what registers may hold instead of on values: from the start, along every
 * jump, and into every handler, until nothing new is found. All that it knows of an instruction is what
 * opcodes.def says of its operands; tools/geneffects.c makes steps of that, which are run here.
 *
 * What a register may hold is a set of kinds, and where two ways meet, the union of both. An instruction that
 * takes a list takes a register whose set has no other kind. The set of all kinds says that nothing is known
 * (the machine's words of a call window, say), and no instruction takes that.
 *
 * A set is kept for each register (and each local beyond the registers) at each label: an instruction that is
 * reached otherwise than from the one before it. */
#include "verify.h"
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

/* The sets that steps name: what the letters in opcodes.def stand for. */
#define KIND_SETS(SET) \
    SET(UNDEF, KIND_UNDEF) SET(VALUE, KIND_ANY) SET(MAYBE, KIND_ANY | KIND_UNDEF) SET(HELD, KIND_ANY | KIND_CELL) \
    SET(MOVABLE, KIND_ANY | KIND_UNDEF | KIND_CELL) SET(STR, KIND_STR) SET(STR_NONE, KIND_STR | KIND_NONE) \
    SET(LIST, KIND_LIST) SET(TUPLE, KIND_TUPLE) SET(TUPLES, KIND_TUPLE | KIND_NAMES) SET(NAMES, KIND_NAMES) \
    SET(DICT, KIND_DICT) SET(DICT_NONE, KIND_DICT | KIND_NONE) \
    SET(SET, KIND_SET) SET(FUNCTION, KIND_FUNCTION) SET(EXCEPTION, KIND_EXCEPTION) \
    SET(EXCEPTION_NONE, KIND_EXCEPTION | KIND_NONE) SET(CELL, KIND_CELL) SET(SPILL, KIND_SPILL) \
    SET(STATE0, KIND_STATE) SET(STATE1, 2 * KIND_STATE) SET(STATE2, 4 * KIND_STATE)
enum kind_set {
#define SET(name, set) KINDS_##name,
    KIND_SETS(SET)
#undef SET
};
static const kinds kind_sets[] = {
#define SET(name, set) set,
    KIND_SETS(SET)
#undef SET
};

/* A step looks at the operand `at` bytes into the instruction; x is that operand and `offset` added. */
enum action {
    STEP_READ,            /* R[x] has no other kind */
    STEP_READ_COUNT,      /* as many from there on as the next byte says */
    STEP_READ_CELLS,      /* as many as the code wants whose constant is the operand before */
    STEP_READ_NAMESPACE,  /* R[0] */
    STEP_READ_BEFORE,     /* R[x - 1], if x is not 0 */
    STEP_WINDOW,          /* x is no local */
    STEP_CONSTANT, STEP_NAME, STEP_NAMES, STEP_CODE, /* there is such a constant, and it is that */
    STEP_OPERATOR, STEP_NAME_NUMBER, STEP_CELL_NUMBER, /* there is such a one */
    STEP_CELL_NUMBER_FAR, STEP_STASHED_CELLS, STEP_NEW_STASH, STEP_STASH, STEP_UNSTASH,
    STEP_GENERATOR,       /* the function is a generator */
    STEP_RESUME,          /* goes on at the SEND before, too */
    STEP_CALL,            /* R[x] and all above is lost */
    STEP_HANDLER,         /* an exception may be raised after all that */
    STEP_WRITE,           /* R[x] has this kind */
    STEP_WRITE_COUNT,     /* as many as the byte after the next says */
    STEP_WRITE_STAR,      /* that, and one more, and as many as the byte behind that says */
    STEP_WRITE_MOVED,     /* that of R[the next byte] */
    STEP_WRITE_CONSTANT,  /* that of K[the next two bytes] */
    STEP_WRITE_IMMEDIATE, /* that of the immediate with the number in the next byte */
    STEP_WRITE_BOUND,     /* what it has, and is not UNDEF */
    STEP_WRITE_SPILLED, STEP_SPILL, STEP_CLEAR_SPILLED, /* from, to, all of the locals beyond the registers */
    STEP_PAIR,            /* a loop that takes a pair apart by itself goes on behind that */
    STEP_JUMP,            /* it may jump */
    STEP_JUMP_WRITING,    /* R[the operand at `offset`] is a value there */
};
struct step {
    uint8_t action, at, offset, set;
};
struct form {
    uint16_t first;
    uint8_t steps : 7, calls : 1, size : 4, jump : 3, goes_on : 1;
};
#include "effects.h"

#define REGISTERS_LIMIT 480 /* a frame's link says how far it lies above the caller's in 9 bits */
#define LABEL_DONE      1   /* of a label's state: gone on from */
#define LABEL_DIRTY     2   /* to be gone on from */

struct guarded {
    uint32_t start, stop, handler;
    unsigned label; /* number of the handler's */
    uint8_t reg;
};

static inline bool is_names(const struct guarded *r) { return r->reg == RANGE_NAMES; }

struct verifier {
    const struct code *code;
    const struct code_info *info;
    const uint8_t *bytes;
    uint32_t size;            /* of the bytecode */
    const char *wrong;        /* the first fault found; NULL: none yet */
    kinds wanted;             /* by the instruction that found something else in a register */
    uint32_t from, to;        /* of a jump from outside: labels, too, if they are not 0 */
    unsigned registers;
    unsigned spilled, listed; /* how many variables are in the list; how many of them are parameters */
    uint8_t *starts, *labels; /* a bit for each byte of bytecode */
    struct guarded *ranges;
    unsigned nranges, nlabels;
    uint32_t *label_pc;       /* in order */
    uint8_t *label_state;
    unsigned dirty;           /* no label before that one is dirty */
    unsigned stash;           /* words of the longest stash */
    unsigned width;           /* of a state: registers, spilled ones, the stash, rounded up to 8 bytes */
    kinds *states, *now;      /* of each label; of the instruction looked at */
    kinds *held;              /* where a jump from outside comes from */
    const struct guarded *range;      /* of the instruction looked at; NULL: none */
    uint32_t range_from, range_until; /* where that is so */
    bool has_names;                   /* there are ranges in which the variables of comprehensions are seen */
};

static void fail(struct verifier *v, const char *what)
{
    if (!v->wrong) v->wrong = what;
}

static inline bool get_bit(const uint8_t *bits, uint32_t i)
{
    return bits[i / 8] >> (i % 8) & 1;
}
static inline void set_bit(uint8_t *bits, uint32_t i)
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

static unsigned stars_count(const struct code_info *i)
{
    return (i->flags & CODE_VARARGS) + (i->flags & CODE_VARKW) / CODE_VARKW;
}

static void check_layout(struct verifier *v)
{
    const struct code_info *i = v->info;
    static const uint16_t flags = CODE_VARARGS | CODE_VARKW | CODE_ASYNC_GENERATOR | CODE_CLASS | CODE_MODULE |
                                  CODE_NESTED | CODE_DOCSTRING | CODE_SIMPLE | CODE_ITERABLE_COROUTINE |
                                  CODE_COLUMNS | CODE_SPILLED | CODE_MANY | CODE_NATIVE;
    unsigned stars = i->flags & CODE_MANY ? 0 : stars_count(i), parameters = i->positional + i->keyword_only + stars;
    if (sizeof *i >= i->handlers || i->handlers > i->lines || i->lines > i->names ||
        i->names > i->size)
        fail(v, "parts of a function overlap");
    else if (i->registers > REGISTERS_LIMIT || i->locals > i->registers || parameters > i->locals ||
             i->positional_only > i->positional)
        fail(v, "counts of a function");
    else if (i->flags & ~flags || (i->flags & CODE_CLASS && i->positional != 1) ||
             (i->flags & CODE_SIMPLE && (i->flags & (CODE_ASYNC_GENERATOR | CODE_MANY) || i->keyword_only || stars)) ||
             (i->flags & CODE_DOCSTRING && (i->constants == 0 || !is_str(v->code->constants[0]))))
        fail(v, "flags of a function");
}

/* The counts that the names table of a function with a list of variables ends in. */
static void check_spilled(struct verifier *v)
{
    const struct code_info *i = v->info;
    if (!(i->flags & CODE_SPILLED)) {
        if (i->flags & CODE_MANY) fail(v, "flags of a function");
        return;
    }
    if ((unsigned)(i->size - i->names) < CODE_COUNTS_BYTES || i->locals == 0) {
        fail(v, "names table");
        return;
    }
    struct code_counts n = code_counts(v->code);
    bool many = i->flags & CODE_MANY;
    unsigned parameters = n.positional + n.keyword_only + stars_count(i);
    v->spilled = n.spilled;
    if (n.positional_only > n.positional || (many ? parameters > n.spilled || i->positional || i->keyword_only
        : n.positional != i->positional || n.positional_only != i->positional_only || n.keyword_only != i->keyword_only))
        fail(v, "counts of a function");
    if (many) v->listed = parameters;
}

static unsigned names_count(const struct verifier *v)
{
    return (v->info->size - v->info->names - (v->info->flags & CODE_SPILLED ? CODE_COUNTS_BYTES : 0)) / 2;
}

static void check_names(struct verifier *v)
{
    if (names_count(v) < (unsigned)v->info->locals + v->info->cells + v->spilled) fail(v, "names table");
    for (unsigned i = 0; i < names_count(v) && !v->wrong; i++) {
        uint16_t k;
        memcpy(&k, (const uint8_t *)v->info + v->info->names + 2 * i, sizeof k);
        if (k >= v->info->constants || !is_sym(v->code->constants[k])) fail(v, "names table");
    }
}

/* What is in the table in place of a handler. Builds without f_locals never look there. */
static void check_range_name(struct verifier *v, uint32_t where)
{
    if (!ADDER_TRACING) return;
    uint32_t k = where >> RANGE_NAME_SHIFT;
    if (k >= v->info->constants || !is_sym(v->code->constants[k])) fail(v, "names table");
    v->has_names = true;
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
        if (delta > v->size || length > v->size || r.stop > v->size) fail(v, "exception table");
        if (is_names(&r))
            check_range_name(v, r.handler);
        else if (r.handler >= v->size || r.reg >= v->registers)
            fail(v, "exception table");
        if (v->ranges) v->ranges[v->nranges] = r;
    }
}

/* ---- instructions and labels ---- */

/* Where the instruction at pc jumps to; it has a jump. */
static uint32_t jump_target(const struct verifier *v, uint32_t pc)
{
    const struct form *form = &forms[v->bytes[pc]];
    uint32_t end = pc + form->size;
    const uint8_t *at = v->bytes + end - form->jump;
    if (form->jump == 2) return end + (uint32_t)(int32_t)(int16_t)(at[0] | at[1] << 8);
    return end + (at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24);
}

#define UNPACK_BYTES 4
#define SEND_BYTES   5 /* a SEND is that long, and a YIELDFROM comes right after one */

/* NEXT and LOOP may take a pair apart themselves, where an UNPACK follows: where they then go on; 0: they don't. */
static uint32_t pair_target(const struct verifier *v, uint32_t pc)
{
    uint32_t body = v->bytes[pc] == BC_LOOP ? jump_target(v, pc) : pc + forms[BC_NEXT].size;
    if (body >= v->size || v->size - body < UNPACK_BYTES || v->bytes[body] != BC_UNPACK) return 0;
    const uint8_t *unpack = v->bytes + body;
    bool taken = unpack[2] == v->bytes[pc + 2] && unpack[3] == 2 && unpack[2] >= v->info->locals;
    return taken ? body + UNPACK_BYTES : 0;
}

static void add_label(struct verifier *v, uint32_t pc)
{
    if (pc < v->size)
        set_bit(v->labels, pc);
    else
        fail(v, "a jump to no instruction");
}

static void check_list(struct verifier *v, const uint8_t *at)
{
    unsigned n = at[2] | at[3] << 8;
    if (v->spilled != n || v->info->locals != at[1] + 1) fail(v, "locals beyond the registers");
}

/* Each instruction is whole, and what it may go on at is a label. */
static void scan(struct verifier *v)
{
    uint32_t last = 0; /* the instruction before */
    for (uint32_t pc = 0; pc < v->size && !v->wrong;) {
        unsigned op = v->bytes[pc];
        if (op >= BC_COUNT || forms[op].size > v->size - pc) {
            fail(v, "no instruction");
            return;
        }
        set_bit(v->starts, pc);
        if (forms[op].jump) add_label(v, jump_target(v, pc));
        if (op == BC_NEXT || op == BC_LOOP) {
            uint32_t behind = pair_target(v, pc);
            if (behind) add_label(v, behind);
        } else if (op == BC_NEWSPILL) {
            check_list(v, v->bytes + pc);
        } else if (op == BC_GETSPILL || op == BC_SETSPILL) { /* (A stash lies above the locals.) */
            if (v->bytes[pc + 2] >= v->info->locals) fail(v, "locals beyond the registers");
        } else if (op == BC_NEWSTASH) {
            unsigned n = v->bytes[pc + 3] | v->bytes[pc + 4] << 8;
            if (n < v->bytes[pc + 2]) fail(v, "a stash that is too small");
            if (n > v->stash) v->stash = n;
        } else if (op == BC_YIELDFROM) {
            if (pc < SEND_BYTES || last != pc - SEND_BYTES || v->bytes[last] != BC_SEND)
                fail(v, "a YIELDFROM without SEND");
            add_label(v, last);
        }
        last = pc;
        pc += forms[op].size;
    }
}

static void find_labels(struct verifier *v)
{
    set_bit(v->labels, 0);
    set_bit(v->labels, v->from);
    set_bit(v->labels, v->to);
    scan(v);
    for (unsigned i = 0; i < v->nranges && !v->wrong; i++) {
        const struct guarded *r = &v->ranges[i];
        if (!is_names(r)) add_label(v, r->handler);
        if (!get_bit(v->starts, r->start) || (r->stop < v->size && !get_bit(v->starts, r->stop)))
            fail(v, "exception table");
    }
    for (uint32_t i = 0; i <= v->size / 8; i++) {
        if (v->labels[i] & ~v->starts[i]) fail(v, "a jump to no instruction");
        for (unsigned bits = v->labels[i]; bits; bits &= bits - 1) v->nlabels++;
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

static void set_dirty(struct verifier *v, unsigned number)
{
    v->label_state[number] = LABEL_DIRTY;
    if (number < v->dirty) v->dirty = number;
}

/* What is known now holds at a label, too. (Words of 8 bytes: four sets at a time.) */
static void merge_at(struct verifier *v, unsigned number)
{
    uint64_t *there = (uint64_t *)(void *)(v->states + number * v->width);
    const uint64_t *now = (const uint64_t *)(const void *)v->now;
    uint64_t news = v->label_state[number] == 0;
    for (unsigned i = 0, n = v->width / 4; i < n; i++) {
        uint64_t before = there[i], both = before | now[i];
        news |= both ^ before;
        there[i] = both;
    }
    if (news) set_dirty(v, number);
}

static void merge(struct verifier *v, uint32_t pc)
{
    merge_at(v, label_number(v, pc));
}

static void find_range(struct verifier *v, uint32_t pc)
{
    v->range = NULL;
    v->range_from = 0;
    v->range_until = v->size;
    for (unsigned i = 0; i < v->nranges; i++) {
        const struct guarded *r = &v->ranges[i];
        if (r->start > pc) {
            if (r->start < v->range_until) v->range_until = r->start;
            break;
        }
        if (pc < r->stop && !is_names(r)) {
            v->range = r; /* the last one is the innermost */
            v->range_from = r->start;
            if (r->stop < v->range_until) v->range_until = r->stop;
        }
    }
}

/* What is known now holds at the handler of the instruction at pc, but for the register that has the exception. */
static void merge_handler(struct verifier *v, uint32_t pc)
{
    if (pc < v->range_from || pc >= v->range_until) find_range(v, pc);
    const struct guarded *r = v->range;
    if (!r) return;
    kinds was = v->now[r->reg];
    v->now[r->reg] = KIND_EXCEPTION;
    merge_at(v, r->label);
    v->now[r->reg] = was;
}

static void enter_function(struct verifier *v)
{
    v->dirty = v->nlabels;
    const struct code_info *i = v->info;
    bool many = i->flags & CODE_MANY;
    unsigned parameters = many ? 0 : i->positional + i->keyword_only + stars_count(i);
    for (unsigned r = 0; r < v->registers; r++)
        v->now[r] = r < parameters ? KIND_ANY : r < i->locals ? KIND_UNDEF : KIND_JUNK;
    if (many) v->now[i->locals - 1] = KIND_SPILL;
    for (unsigned s = 0; many && s < v->spilled; s++) v->now[v->registers + s] = s < v->listed ? KIND_ANY : KIND_UNDEF;
    merge(v, 0);
}

/* ---- constants ---- */

static kinds constant_kind(value k)
{
    if (is_str(k)) return KIND_STR;
    if (!is_tuple(k)) return k == NONE ? KIND_NONE : KIND_OTHER;
    for (size_t i = 0; i < tuple_of(k)->len; i++)
        if (!is_sym(tuple_of(k)->items[i])) return KIND_TUPLE;
    return KIND_NAMES;
}

/* The constant that an operand says; None, if there is no such one. */
static value constant_at(struct verifier *v, const uint8_t *operand)
{
    unsigned k = operand[0] | operand[1] << 8;
    if (k < v->info->constants) return v->code->constants[k];
    fail(v, "no such constant");
    return NONE;
}

static value need_code(struct verifier *v, const uint8_t *operand)
{
    value k = constant_at(v, operand);
    if (is_type(k, &type_code) || is_lazy_code(k)) return k;
    fail(v, "a constant of the wrong kind");
    return UNDEF;
}

static kinds immediate_kind(struct verifier *v, uint32_t n)
{
    if (n == 255) return KIND_UNDEF;
    if (n > NOTIMPL >> 4) fail(v, "no such immediate");
    return n == NONE >> 4 ? KIND_NONE : KIND_OTHER;
}

/* ---- steps ---- */

static void read_registers(struct verifier *v, unsigned x, unsigned n, kinds allowed)
{
    if (x + n > v->registers) {
        fail(v, "no such register");
        return;
    }
    kinds all = 0;
    while (n--) all |= v->now[x++];
    if (!(all & (kinds)~allowed)) return;
    if (!v->wrong) v->wanted = allowed;
    fail(v, "a register that may hold something else");
}

static void write_registers(struct verifier *v, unsigned x, unsigned n, kinds k)
{
    if (x + n > v->registers) {
        fail(v, "no such register");
        return;
    }
    if (x == 0 && n && v->info->flags & CODE_CLASS && k & (kinds)~KIND_ANY) fail(v, "a class body without its dict");
    while (n--) v->now[x++] = k;
}

/* The local beyond the registers that an operand says, as a place in the state. */
static kinds *spilled_place(struct verifier *v, const uint8_t *operand)
{
    unsigned w = operand[0] | operand[1] << 8;
    if (w < v->spilled) return v->now + v->registers + w;
    fail(v, "no such local");
    return v->now;
}

/* The words of the stash that an operand says, as places in the state; NULL: there are no such ones. */
static kinds *stash_places(struct verifier *v, const uint8_t *operand, unsigned n)
{
    unsigned w = operand[0] | operand[1] << 8;
    if (w + n <= v->stash) return v->now + v->registers + v->spilled + w;
    fail(v, "no such words of a stash");
    return NULL;
}

/* The list and the stash themselves can't be had from there: of each there is one at a time. */
static kinds stashed(kinds k)
{
    return k & KIND_SPILL ? KIND_JUNK : k;
}

/* The words of a loop's state that are not moved together are no state. */
static kinds moved(kinds k, unsigned i, unsigned n)
{
    bool apart = (k & KIND_STATE && i + 2 >= n) || (k & 2 * KIND_STATE && (i < 1 || i + 1 >= n)) || (k & 4 * KIND_STATE && i < 2);
    return apart ? KIND_JUNK : stashed(k);
}

static void move_stashed(struct verifier *v, const uint8_t *at, bool back)
{
    unsigned n = at[1];
    kinds *words = stash_places(v, at + 2, n), *registers = v->now + at[0];
    if (at[0] + n > v->registers) fail(v, "no such register");
    for (unsigned i = 0; i < n && !v->wrong; i++) {
        if (back) registers[i] = moved(words[i], i, n);
        else words[i] = moved(registers[i], i, n);
    }
}

static void new_stash(struct verifier *v, const uint8_t *at)
{
    unsigned taken = at[1];
    kinds *words = v->now + v->registers + v->spilled;
    if (at[0] + taken > v->registers) fail(v, "no such register");
    if (v->wrong) return;
    for (unsigned i = 0; i < v->stash; i++) words[i] = i < taken ? moved(v->now[at[0] + i], i, taken) : KIND_UNDEF;
    for (unsigned r = v->info->locals; r < v->registers; r++) v->now[r] = stashed(v->now[r]);
    write_registers(v, at[0], 1, KIND_SPILL);
}

/* A loop over pairs that makes none: the register for it is not written, those for its items are. */
static void merge_pair(struct verifier *v, uint32_t pc)
{
    uint32_t target = pair_target(v, pc);
    if (!target) return;
    unsigned first = v->bytes[target - UNPACK_BYTES + 1];
    if (first + 2 > v->registers) return; /* the UNPACK is found to be wrong where it is */
    kinds was[2] = {v->now[first], v->now[first + 1]};
    v->now[first] = v->now[first + 1] = KIND_ANY;
    merge(v, target);
    v->now[first] = was[0];
    v->now[first + 1] = was[1];
}

static void merge_jump(struct verifier *v, uint32_t pc, const struct step *s)
{
    unsigned x = v->bytes[pc + s->offset];
    if (x >= v->registers) {
        fail(v, "no such register");
        return;
    }
    kinds was = v->now[x];
    write_registers(v, x, 1, KIND_ANY);
    merge(v, jump_target(v, pc));
    v->now[x] = was;
}

/* A program that runs meanwhile may look at the variables that are seen here. */
static inline void check_range_names(struct verifier *v, uint32_t pc)
{
    for (unsigned i = 0; i < v->nranges && v->ranges[i].start <= pc; i++) {
        const struct guarded *r = &v->ranges[i];
        if (is_names(r) && pc < r->stop) read_registers(v, r->handler & 255, 1, kind_sets[KINDS_MOVABLE]);
    }
}

/* (A step that fails lets those behind it run, too: each one looks at its registers itself.) */
static inline void do_instruction(struct verifier *v, uint32_t pc, const struct form *form)
{
    const struct step *s = steps + form->first, *end = s + form->steps;
    const uint8_t *bytes = v->bytes + pc;
    kinds *now = v->now;
    unsigned registers = v->registers;
    if (v->nranges && !form->calls) merge_handler(v, pc); /* of a call, once its window is lost */
    for (; s < end; s++) {
        const uint8_t *at = bytes + s->at;
        unsigned x = *at + s->offset;
        kinds set = kind_sets[s->set];
        value k;
        switch ((enum action)s->action) {
        case STEP_READ:
            if (x >= registers || now[x] & (kinds)~set) read_registers(v, x, 1, set);
            break;
        case STEP_WRITE:
            if (x && x < registers)
                now[x] = set;
            else
                write_registers(v, x, 1, set);
            break;
        case STEP_READ_COUNT: read_registers(v, x, at[1], set); break;
        case STEP_READ_CELLS:
            k = need_code(v, at - 2);
            if (k != UNDEF) read_registers(v, x, ((struct code *)k)->info->cells, set);
            break;
        case STEP_READ_NAMESPACE: read_registers(v, 0, 1, set); break;
        case STEP_READ_BEFORE:
            if (x) read_registers(v, x - 1, 1, set);
            break;
        case STEP_WINDOW:
            if (x < v->info->locals) fail(v, "a call window among the locals");
            break;
        case STEP_CONSTANT: constant_at(v, at); break;
        case STEP_NAME:
            if (!is_sym(constant_at(v, at))) fail(v, "a constant of the wrong kind");
            break;
        case STEP_NAMES:
            k = constant_at(v, at);
            if (constant_kind(k) != KIND_NAMES || tuple_of(k)->len > at[-1]) fail(v, "a constant of the wrong kind");
            break;
        case STEP_CODE: need_code(v, at); break;
        case STEP_OPERATOR:
            if (x > OP_MATMUL) fail(v, "no such operator");
            break;
        case STEP_NAME_NUMBER:
            if (x >= names_count(v)) fail(v, "no such name");
            break;
        case STEP_CELL_NUMBER:
            if (x >= v->info->cells) fail(v, "no such closure cell");
            break;
        case STEP_CELL_NUMBER_FAR:
            if ((at[0] | at[1] << 8) >= v->info->cells) fail(v, "no such closure cell");
            break;
        case STEP_STASHED_CELLS:
            k = need_code(v, at - 2);
            if (k == UNDEF) break;
            unsigned n = ((struct code *)k)->info->cells;
            const kinds *words = stash_places(v, at + 1, n);
            for (unsigned i = 0; words && i < n; i++)
                if (words[i] & (kinds)~set) fail(v, "a register that may hold something else");
            break;
        case STEP_NEW_STASH: new_stash(v, at); break;
        case STEP_STASH: move_stashed(v, at, false); break;
        case STEP_UNSTASH: move_stashed(v, at, true); break;
        case STEP_GENERATOR:
            if (!(v->info->flags & CODE_ASYNC_GENERATOR)) fail(v, "a yield outside of a generator");
            break;
        case STEP_RESUME: merge(v, pc - SEND_BYTES); break;
        case STEP_CALL:
            for (; x < registers; x++) now[x] = KIND_JUNK;
            /* fall through */
        case STEP_HANDLER:
            if (v->nranges) merge_handler(v, pc);
            break;
        case STEP_WRITE_COUNT: write_registers(v, x, at[2], set); break;
        case STEP_WRITE_STAR: write_registers(v, x, at[2] + 1u + at[3], set); break;
        case STEP_WRITE_MOVED:
            if (at[1] < registers) write_registers(v, x, 1, now[at[1]]);
            break;
        case STEP_WRITE_CONSTANT: write_registers(v, x, 1, constant_kind(constant_at(v, at + 1))); break;
        case STEP_WRITE_IMMEDIATE: write_registers(v, x, 1, immediate_kind(v, at[1])); break;
        case STEP_WRITE_BOUND:
            if (x < registers) write_registers(v, x, 1, now[x] & (kinds)~KIND_UNDEF);
            break;
        case STEP_WRITE_SPILLED: write_registers(v, x, 1, *spilled_place(v, at + 2)); break;
        case STEP_SPILL:
            if (x < registers) *spilled_place(v, at + 2) = now[x];
            break;
        case STEP_CLEAR_SPILLED:
            for (unsigned i = 0; i < v->spilled; i++) now[registers + i] = KIND_UNDEF;
            break;
        case STEP_PAIR: merge_pair(v, pc); break;
        case STEP_JUMP: merge(v, jump_target(v, pc)); break;
        case STEP_JUMP_WRITING: merge_jump(v, pc, s); break;
        }
    }
}

/* From a label on, up to where nothing new comes. */
static void go_on_from(struct verifier *v, unsigned label)
{
    uint32_t pc = v->label_pc[label];
    for (;;) {
        memcpy(v->now, v->states + label * v->width, v->width * sizeof(kinds));
        v->label_state[label] = LABEL_DONE;
        v->range_from = v->range_until = 0; /* something else is known of all */
        do {
            const struct form *form = &forms[v->bytes[pc]];
            if (ADDER_TRACING && v->has_names) check_range_names(v, pc);
            do_instruction(v, pc, form);
            pc += form->size;
            if (v->wrong || !form->goes_on) return;
            if (pc >= v->size) {
                fail(v, "its end is none");
                return;
            }
        } while (!get_bit(v->labels, pc));
        label = label_number(v, pc);
        merge_at(v, label);
        if (v->label_state[label] != LABEL_DIRTY) return;
    }
}

/* From the labels that are dirty on. */
static void run(struct verifier *v)
{
    for (uint64_t left = 100 * (uint64_t)v->nlabels + 1000; !v->wrong; left--) {
        while (v->dirty < v->nlabels && v->label_state[v->dirty] != LABEL_DIRTY) v->dirty++;
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

/* So many cleared bytes of the room. */
static uint8_t *clear_room(struct owner *room, size_t bytes)
{
    if (heap_buffer_size(room) < bytes) {
        heap_buffer_free(room);
        return heap_buffer(room, bytes, BUFFER_BYTES);
    }
    memset(room->buf, 0, bytes);
    return room->buf;
}

/* Room for ranges, and for a bit for each byte of code: that much is known at once. */
static size_t lay_out_bits(struct verifier *v, uint8_t *at)
{
    uint8_t *start = at;
    v->ranges = carve(&at, v->nranges * sizeof *v->ranges);
    v->starts = carve(&at, v->size / 8 + 1);
    v->labels = carve(&at, v->size / 8 + 1);
    return (size_t)(at - start);
}

static size_t lay_out_states(struct verifier *v, uint8_t *at)
{
    uint8_t *start = at;
    v->states = carve(&at, (size_t)v->nlabels * v->width * sizeof(kinds));
    v->now = carve(&at, v->width * sizeof(kinds));
    v->held = carve(&at, v->width * sizeof(kinds));
    v->label_pc = carve(&at, v->nlabels * sizeof(uint32_t));
    v->label_state = carve(&at, v->nlabels);
    return (size_t)(at - start);
}

/* The room grows when the labels are counted, and what was there before is made again. */
static void prepare(struct verifier *v, struct owner *room)
{
    static uint8_t nowhere[1];
    size_t bits = lay_out_bits(v, nowhere);
    lay_out_bits(v, clear_room(room, bits));
    read_ranges(v);
    find_labels(v);
    v->width = (v->registers + v->spilled + v->stash + 3) & ~3u;
    if ((uint64_t)v->nlabels * v->width > 32 * 1024 * 1024) fail(v, "too many jumps");
    if (v->wrong) return;
    size_t states = lay_out_states(v, nowhere);
    if (heap_buffer_size(room) < bits + states) heap_buffer_resize(room, bits + states, BUFFER_BYTES);
    uint8_t *at = room->buf;
    lay_out_bits(v, at);
    memset(at + bits, 0, states);
    lay_out_states(v, at + bits);
    unsigned n = 0;
    for (uint32_t i = 0; i <= v->size / 8; i++)
        for (unsigned bits_left = v->labels[i]; bits_left; bits_left &= bits_left - 1)
            v->label_pc[n++] = 8 * i + (unsigned)__builtin_ctz(bits_left);
    for (unsigned i = 0; i < v->nranges; i++)
        if (!is_names(&v->ranges[i])) v->ranges[i].label = label_number(v, v->ranges[i].handler);
}

static void verify(struct verifier *v, const struct code *c, struct owner *room)
{
    v->code = c;
    v->info = c->info;
    v->registers = c->info->registers;
    check_layout(v);
    if (v->wrong) return;
    v->bytes = code_bytes(c);
    v->size = c->info->handlers - (uint32_t)sizeof *c->info;
    check_spilled(v);
    check_names(v);
    read_ranges(v);
    if (!v->wrong) prepare(v, room);
    if (v->wrong) return;
    enter_function(v);
    run(v);
}

const char *code_verify(const struct code *c, struct owner *room)
{
    struct verifier v = {0};
    verify(&v, c, room);
    return v.wrong;
}

#if ADDER_TRACING
/* ---- a debugger's jump ---- */

/* Whether all goes well from `pc` on if nothing is in the registers from `known` on. */
static bool may_go_on(struct verifier *v, uint32_t pc, unsigned known)
{
    v->wrong = NULL;
    v->dirty = v->nlabels;
    v->range_from = v->range_until = 0;
    memset(v->label_state, 0, v->nlabels);
    memset(v->states, 0, (size_t)v->nlabels * v->width * sizeof(kinds));
    memcpy(v->now, v->held, v->width * sizeof(kinds));
    for (unsigned r = known; r < v->registers; r++) v->now[r] = KIND_JUNK;
    merge(v, pc);
    run(v);
    return !v->wrong;
}

/* So many registers are needed from `pc` on; more than there are: what is held is not enough. */
static unsigned needs(struct verifier *v, uint32_t pc)
{
    unsigned n = v->info->locals;
    while (!may_go_on(v, pc, n) && n++ < v->registers) {}
    return n;
}

static const char *jump_refused(const struct verifier *v)
{
    if (v->wanted >= KIND_STATE) return "can't jump into the body of a for loop";
    if (v->wanted == KIND_EXCEPTION || v->wanted == (KIND_EXCEPTION | KIND_NONE))
        return "can't jump into an 'except' block as there's no exception";
    return "incompatible stacks";
}

const char *code_jump(const struct code *c, struct owner *room, uint32_t from, uint32_t to, struct code_jump *out)
{
    struct verifier v = {.from = from, .to = to};
    verify(&v, c, room);
    if (v.wrong) return v.wrong;
    memcpy(v.held, v.states + label_number(&v, from) * v.width, v.width * sizeof(kinds));
    for (unsigned i = 0; i < v.registers + v.spilled; i++) /* unbound locals are None then */
        if ((i < c->info->locals || i >= v.registers) && v.held[i] & KIND_UNDEF) v.held[i] ^= KIND_UNDEF | KIND_NONE;
    unsigned held = needs(&v, from);
    for (unsigned r = held; r < v.registers; r++) v.held[r] = KIND_JUNK; /* left over */
    out->needs = needs(&v, to);
    if (out->needs > v.registers) return jump_refused(&v);
    out->pops = out->needs;
    while (out->pops < held && v.held[out->pops] != (KIND_EXCEPTION | KIND_NONE)) out->pops++;
    if (out->pops >= held) out->pops = -1u;
    return NULL;
}
#endif

#endif
