/* From a unit's pieces to a code object: jumps get their distances, the exception table its order, and
 * all of it one object of exactly the right size.
 *
 * The exception table: for each range of protected code, outer ones before those inside them, varints:
 * start - the start of the entry before; length; the handler's pc; then the register, one byte. Among them are the ranges
 * in which the variables of comprehensions are to be seen (RANGE_NAMES).
 * The line table is in code.c. */
#include "codegen.h"

/* ---- jumps ---- */

#define HOPS_MAX 8           /* a jump to a jump goes to where that goes */

static struct jump *jumps_of(const struct unit *u, unsigned *n)
{
    *n = scratch_len(u->jumps) / sizeof(struct jump);
    return (struct jump *)(void *)scratch_bytes(u->jumps);
}

/* The jump whose operand is at this place; they are in order. */
static const struct jump *jump_at(const struct jump *jumps, unsigned n, uint32_t at)
{
    unsigned low = 0, high = n;
    while (low < high) {
        unsigned mid = (low + high) / 2;
        if (jumps[mid].at < at)
            low = mid + 1;
        else
            high = mid;
    }
    return low < n && jumps[low].at == at ? &jumps[low] : NULL;
}

static void thread_jumps(struct unit *u)
{
    unsigned n;
    struct jump *jumps = jumps_of(u, &n);
    const uint8_t *code = scratch_bytes(u->code);
    for (unsigned i = 0; i < n; i++)
        for (unsigned hops = 0;
             hops < HOPS_MAX && jumps[i].target < here(u) && code[jumps[i].target] == BC_JUMP; hops++) {
            const struct jump *next = jump_at(jumps, n, jumps[i].target + 1);
            if (!next) break;
            jumps[i].target = next->target;
        }
}

static bool fits(int32_t distance)
{
    return distance >= INT16_MIN && distance <= INT16_MAX;
}

static void put_distance(uint8_t *at, int32_t distance, unsigned bytes)
{
    for (unsigned i = 0; i < bytes; i++) at[i] = (uint8_t)((uint32_t)distance >> (8 * i));
}

#if ADDER_LARGE_FUNCTIONS
/* ---- jumps that go too far ----
 * JUMP becomes JUMPFAR; any other one goes round the long form that follows it:
 *     Jxx long; JUMP on; long: JUMPFAR target; on:  */

#define FAR             0x80000000u /* in jump.at: needs the long form */
#define FAR_GROWTH      8
#define FAR_JUMP_GROWTH 2

struct relaxation {
    struct jump *jumps;
    unsigned n;
    uint32_t *growth; /* [i]: how much the jumps before number i have grown */
    const uint8_t *code;
};

static uint32_t moved(const struct relaxation *r, uint32_t pc)
{
    unsigned low = 0, high = r->n; /* jumps that end at or before pc */
    while (low < high) {
        unsigned mid = (low + high) / 2;
        if ((r->jumps[mid].at & ~FAR) + 2 <= pc)
            low = mid + 1;
        else
            high = mid;
    }
    return pc + r->growth[low];
}

/* Notes which of them are JUMP: the byte before the operand alone does not tell. */
static void find_plain(const struct relaxation *r, uint8_t *plain)
{
    unsigned i = 0;
    for (const uint8_t *at = r->code; i < r->n; at += instruction_size(at)) {
        if (r->jumps[i].at != (uint32_t)(at - r->code) + instruction_size(at) - 2) continue;
        plain[i++] = *at == BC_JUMP;
    }
}

static void measure(struct relaxation *r, const uint8_t *plain)
{
    uint32_t sum = 0;
    for (unsigned i = 0; i < r->n; i++) {
        r->growth[i] = sum;
        if (r->jumps[i].at & FAR) sum += plain[i] ? FAR_JUMP_GROWTH : FAR_GROWTH;
    }
    r->growth[r->n] = sum;
}

/* Marks the jumps that need the long form, until no more do. */
static void choose_far(struct relaxation *r, const uint8_t *plain)
{
    for (bool changed = true; changed;) {
        changed = false;
        measure(r, plain);
        for (unsigned i = 0; i < r->n; i++) {
            struct jump *j = &r->jumps[i];
            if (j->at & FAR) continue;
            int32_t distance = (int32_t)(moved(r, j->target) - moved(r, j->at + 2));
            if (fits(distance)) continue;
            j->at |= FAR;
            changed = true;
        }
        check_interrupt();
    }
}

static uint8_t *put_long(uint8_t *out, bool plain, int32_t distance)
{
    if (plain) {
        out[-3] = BC_JUMPFAR;
        put_distance(out - 2, distance, 4);
        return out + 2;
    }
    put_distance(out - 2, 3, 2);
    *out++ = BC_JUMP;
    put_distance(out, 5, 2);
    out += 2;
    *out++ = BC_JUMPFAR;
    put_distance(out, distance, 4);
    return out + 4;
}

static struct scratch *rebuild_code(struct unit *u, const struct relaxation *r, const uint8_t *plain)
{
    struct scratch *result = NULL;
    uint8_t *out = scratch_more(&result, here(u) + r->growth[r->n]);
    uint32_t from = 0;
    for (unsigned i = 0; i < r->n; i++) {
        const struct jump *j = &r->jumps[i];
        uint32_t end = (j->at & ~FAR) + 2;
        memcpy(out, r->code + from, end - from);
        out += end - from;
        from = end;
        uint32_t here_now = end + r->growth[i], target = moved(r, j->target);
        if (!(j->at & FAR)) {
            put_distance(out - 2, (int32_t)(target - here_now), 2);
        } else {
            uint32_t grown = plain[i] ? FAR_JUMP_GROWTH : FAR_GROWTH;
            out = put_long(out, plain[i], (int32_t)(target - here_now - grown));
        }
    }
    memcpy(out, r->code + from, here(u) - from);
    return result;
}

static struct scratch *rebuild_lines(struct unit *u, const struct relaxation *r)
{
    struct scratch *result = NULL;
    const uint8_t *at = scratch_bytes(u->lines), *end = at + scratch_len(u->lines);
    struct line_state s = {0, u->first_line, 0, 0, 0, compile_columns};
    uint32_t last = 0;
    while (at < end) {
        const uint8_t *rest;
        uint8_t head = *at & 0xe0, entry[8];
        const uint8_t *next = line_next(at, end, &s, &rest);
        uint32_t pc = moved(r, s.pc), delta = pc - last;
        unsigned n = 1;
        if (delta > 0 && delta < 32)
            head |= (uint8_t)delta;
        else
            n += put_varint(entry + n, delta);
        entry[0] = head;
        memcpy(scratch_more(&result, n), entry, n);
        memcpy(scratch_more(&result, (size_t)(next - rest)), rest, (size_t)(next - rest));
        last = pc;
        at = next;
    }
    return result;
}

static void relax(struct unit *u)
{
    struct relaxation r = {.code = scratch_bytes(u->code)};
    struct scratch *growth = NULL, *plain_flags = NULL;
    r.jumps = jumps_of(u, &r.n);
    r.growth = scratch_more(&growth, (r.n + 1) * sizeof *r.growth);
    uint8_t *plain = scratch_more(&plain_flags, r.n);
    find_plain(&r, plain);
    choose_far(&r, plain);
    struct guard *guards = (struct guard *)(void *)scratch_bytes(u->guards);
    for (unsigned i = 0; i < scratch_len(u->guards) / sizeof *guards; i++) {
        guards[i].start = moved(&r, guards[i].start);
        guards[i].end = moved(&r, guards[i].end);
        if (guards[i].reg != RANGE_NAMES) guards[i].handler = moved(&r, guards[i].handler);
    }
    struct scratch *lines = rebuild_lines(u, &r);
    u->code = rebuild_code(u, &r, plain);
    u->lines = lines;
}
#else
static _Noreturn void relax(struct unit *u)
{
    struct node where = {.line = u->first_line};
    compile_error(u->c, &where, "too much code in one function");
}
#endif

static void patch_jumps(struct unit *u)
{
    unsigned n;
    if (ADDER_FOLDING) thread_jumps(u);
    struct jump *jumps = jumps_of(u, &n);
    uint8_t *code = scratch_bytes(u->code);
    for (unsigned i = 0; i < n; i++) {
        int32_t distance = (int32_t)(jumps[i].target - jumps[i].at - 2);
        if (!fits(distance)) {
            relax(u);
            return;
        }
        put_distance(code + jumps[i].at, distance, 2);
    }
}

/* ---- the exception table ---- */

/* Outer ranges first; of equal ones, that which was closed last is the outer one. */
static bool goes_before(const struct guard *a, const struct guard *b)
{
    if (a->start != b->start) return a->start < b->start;
    if (a->end != b->end) return a->end > b->end;
    return a->reg > b->reg;
}

static unsigned sort_guards(struct unit *u)
{
    struct guard *guards = (struct guard *)(void *)scratch_bytes(u->guards);
    unsigned n = scratch_len(u->guards) / sizeof *guards, gap = n;
    for (unsigned i = 0; i < n; i++) guards[i].reg |= i << 8; /* to tell which was closed last */
    while (gap > 1) {
        gap = gap < 5 ? 1 : gap * 5 / 11;
        for (unsigned i = gap; i < n; i++) {
            struct guard g = guards[i];
            unsigned j = i;
            for (; j >= gap && goes_before(&g, &guards[j - gap]); j -= gap) guards[j] = guards[j - gap];
            guards[j] = g;
        }
    }
    return n;
}

static struct scratch *make_handlers(struct unit *u)
{
    struct scratch *table = NULL;
    unsigned n = sort_guards(u);
    uint32_t start = 0;
    for (unsigned i = 0; i < n; i++) {
        const struct guard g = ((const struct guard *)(const void *)scratch_bytes(u->guards))[i];
        uint8_t entry[16];
        unsigned len = put_varint(entry, g.start - start);
        len += put_varint(entry + len, g.end - g.start);
        len += put_varint(entry + len, g.handler);
        entry[len++] = (uint8_t)g.reg;
        memcpy(scratch_more(&table, len), entry, len);
        start = g.start;
    }
    return table;
}

/* ---- the names of locals and cells ---- */

static struct scratch *make_names(struct unit *u)
{
    struct scratch *table = NULL;
    const struct scope *s = u->base;
    unsigned total = u->locals + u->cells, more = scratch_len(u->names);
    uint16_t *names = scratch_more(&table, total * sizeof *names + more);
    if (total) memset(names, 0xff, total * sizeof *names);
    for (unsigned i = 0; i < s->nvars; i++) {
        const struct var *v = &s->vars[i];
        bool local = v->flags & VAR_BOUND && !(v->flags & (VAR_GLOBAL | VAR_FREE | VAR_SPILLED)) &&
                     s->kind != SCOPE_CLASS;
        if (v->flags & VAR_FREE)
            names[u->locals + v->reg] = (uint16_t)constant(u, var_name(v));
        else if (local && s->kind != SCOPE_MODULE)
            names[v->reg] = (uint16_t)constant(u, var_name(v));
    }
    for (unsigned i = 0; i < total; i++) /* registers without a name */
        if (names[i] == 0xffff) names[i] = (uint16_t)constant(u, SYMBOL(S_dot_zero));
    if (more) memcpy(names + total, scratch_bytes(u->names), more);
    if (u->spilled) add_spilled_names(u, &table);
    return table;
}

/* ---- the code object ---- */

static void add_part(struct code_info *info, uint32_t at, const struct scratch *part)
{
    if (scratch_len(part)) memcpy((uint8_t *)info + at, scratch_bytes(part), scratch_len(part));
}

/* Not inline: pointers into the pieces that it leaves in registers would pin these just when room for the
 * code object is needed. */
static __attribute__((noinline)) void finish_parts(struct unit *u, struct scratch **names,
                                                   struct scratch **handlers)
{
    *names = make_names(u);
    patch_jumps(u);
    *handlers = make_handlers(u);
}

struct code *unit_close(struct unit *u)
{
    struct scratch *names, *handlers;
    u->dead = false; /* constants are added again */
    finish_parts(u, &names, &handlers);
    u->jumps = u->guards = NULL;
    uint32_t code_at = sizeof(struct code_info), handlers_at = code_at + here(u);
    uint32_t lines_at = handlers_at + scratch_len(handlers);
    uint32_t names_at = lines_at + scratch_len(u->lines), size = names_at + scratch_len(names);
    struct code_info *info;
    if (size > CODE_SIZE_MAX) compile_error(u->c, u->where, "too much code in one function");
    struct code *c = code_make(u->constants->len, size, &info);
    c->name = u->name;
    c->qualname = u->qualname;
    c->filename = u->c->filename;
    if (u->constants->len) memcpy(c->constants, list_items(u->constants), u->constants->len * sizeof(value));
    info->registers = u->registers;
    info->flags = u->flags | (compile_columns ? CODE_COLUMNS : 0) | (u->c->flags & COMPILE_NATIVE ? CODE_NATIVE : 0);
    if (!(u->flags & CODE_MANY)) {
        info->positional = (uint8_t)u->positional;
        info->positional_only = (uint8_t)u->positional_only;
        info->keyword_only = (uint8_t)u->keyword_only;
    }
    info->locals = u->locals;
    info->cells = u->cells;
    info->handlers = handlers_at;
    info->lines = lines_at;
    info->names = names_at;
    info->first_line = u->first_line;
    add_part(info, code_at, u->code);
    add_part(info, handlers_at, handlers);
    add_part(info, lines_at, u->lines);
    add_part(info, names_at, names);
    return c;
}
