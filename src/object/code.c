/* Code objects: what they are made of, and their two tables.
 *
 * The line table: an entry for each instruction that may raise and whose place is not that of the entry
 * before. An entry holds for all that follows, up to the next.
 *     byte: bits 0..4  pc - the pc of the entry before (0: a varint follows)
 *           bits 5..7  0..3: lines further; 4: a signed varint follows; 5: that, and a varint: how many
 *                      lines it spans beyond its first
 *     with columns: varint: column + 1, 0: not known. If known: varint: columns that it spans, or
 *     (spanning lines) the last line's end column.
 * The exception table is described in compiler/assemble.c. */
#include "code.h"
#include "../vm/vm.h"
#include "printer.h"

/* Of the table that ends at `end`; nothing has verified what is in there. */
static uint32_t get_varint(const uint8_t **at, const uint8_t *end)
{
    uint32_t n = 0;
    for (unsigned shift = 0; *at < end && shift < 32; shift += 7) {
        uint8_t byte = *(*at)++;
        n |= (uint32_t)(byte & 127) << shift;
        if (byte < 128) break;
    }
    return n;
}

/* ---- the line table ---- */

const uint8_t *line_next(const uint8_t *at, const uint8_t *end, struct line_state *s, const uint8_t **rest)
{
    uint8_t head = *at++;
    unsigned form = head >> 5;
    s->pc += head & 31 ? head & 31 : get_varint(&at, end);
    if (rest) *rest = at;
    if (form < 4) {
        s->line += form;
    } else {
        uint32_t n = get_varint(&at, end);
        s->line += (n >> 1) ^ (0 - (n & 1));
    }
    s->lines = form == 5 ? get_varint(&at, end) : 0;
    s->column = s->end_column = COLUMN_UNKNOWN;
    uint32_t column = s->columns ? get_varint(&at, end) : 0;
    if (column) {
        s->column = (uint16_t)(column - 1);
        uint32_t last = get_varint(&at, end);
        s->end_column = (uint16_t)(form == 5 ? last : last + s->column);
    }
    return at;
}

bool code_position(const struct code *c, uint32_t pc, struct code_position *out)
{
    const uint8_t *at = (const uint8_t *)c->info + c->info->lines,
                  *end = (const uint8_t *)c->info + c->info->names;
    struct line_state s = {0, c->info->first_line, 0, COLUMN_UNKNOWN, COLUMN_UNKNOWN,
                           c->info->flags & CODE_COLUMNS},
                      last = s;
    bool found = false;
    while (at < end) {
        at = line_next(at, end, &s, NULL);
        if (s.pc >= pc) break;
        last = s;
        found = true;
    }
    out->line = last.line;
    out->end_line = last.line + last.lines;
    out->column = last.column;
    out->end_column = last.end_column;
    return found;
}

/* ---- the exception table ---- */

struct range_walk code_ranges(const struct code *c, uint32_t pc)
{
    const uint8_t *info = (const uint8_t *)c->info;
    return (struct range_walk){info + c->info->handlers, info + c->info->lines, pc, 0, 0, 0};
}

static inline bool next_range(struct range_walk *w)
{
    while (w->at < w->end) {
        w->start += get_varint(&w->at, w->end);
        if (w->start >= w->pc) return false;
        uint32_t stop = w->start + get_varint(&w->at, w->end);
        w->handler = get_varint(&w->at, w->end);
        if (w->at == w->end) return false;
        w->reg = *w->at++;
        if (w->pc <= stop) return true;
    }
    return false;
}

bool range_next(struct range_walk *w)
{
    return next_range(w);
}

bool code_handler(const struct code *c, uint32_t pc, uint32_t *handler, uint8_t *reg)
{
    struct range_walk w = code_ranges(c, pc);
    bool found = false;
    while (next_range(&w)) {
        if (w.reg == RANGE_NAMES) continue;
        *handler = w.handler; /* the last one that fits is the innermost */
        *reg = w.reg;
        found = true;
    }
    return found;
}

value code_name(const struct code *c, unsigned i)
{
    const uint8_t *at = (const uint8_t *)c->info + c->info->names + 2 * i;
    uint16_t number;
    memcpy(&number, at, sizeof number);
    return c->constants[number];
}

/* ---- the object ---- */

/* Whether the struct code_info is behind the constants: not in ROM. */
static bool has_info_inside(const struct code *c)
{
    return c->info && (const void *)c->info == (const void *)(c->constants + c->info->constants);
}

static size_t object_size(size_t constants, size_t info_bytes)
{
    size_t words = (info_bytes + sizeof(value) - 1) / sizeof(value);
    return sizeof(struct code) + (constants + words) * sizeof(value);
}

static size_t code_size(const struct object *o)
{
    const struct code *c = (const void *)o;
    return object_size(c->info->constants, has_info_inside(c) ? c->info->size : sizeof(value));
}

static void code_trace(struct object *o)
{
    struct code *c = (void *)o;
    heap_visit(&c->name);
    heap_visit(&c->qualname);
    heap_visit(&c->filename);
    heap_visit_all(c->constants, (size_t)c->info->constants + !has_info_inside(c));
}

struct code *code_make(size_t constants, size_t info_bytes, struct code_info **info)
{
    struct code *c = heap_object(&type_code, object_size(constants, info_bytes));
    *info = (void *)(c->constants + constants);
    c->info = *info;
    (*info)->constants = (uint16_t)constants;
    (*info)->size = (uint32_t)info_bytes & CODE_SIZE_MAX;
    return c;
}

struct code *code_make_outside(const struct code_info *info, value home)
{
    struct code *c = heap_object(&type_code, object_size(info->constants, sizeof(value)));
    c->info = info;
    c->constants[info->constants] = home;
    return c;
}

/* ---- code that is not loaded yet ---- */

#if ADDER_CODE_FILES

static void lazy_trace(struct object *o)
{
    struct lazy_code *l = (void *)o;
    heap_visit(&l->file);
    heap_visit(&l->code);
}

static const struct slots lazy_slots = {.size = sizeof(struct lazy_code), .trace = lazy_trace};
const struct type type_lazy_code = {{&type_type}, .slots = &lazy_slots, .name = SYMBOL(S_code), .base = &type_object};

struct code *lazy_code_new(value file, uint32_t at)
{
    static const struct code_info lazy = {.flags = CODE_LAZY};
    struct lazy_code *l = heap_object(&type_lazy_code, sizeof *l);
    l->info = &lazy;
    l->file = file;
    l->code = from_int((word)at);
    return (struct code *)l;
}

struct code *lazy_code_load(struct code *c)
{
    struct lazy_code *l = (struct lazy_code *)c;
    if (is_int(l->code)) {
        struct code *whole = vm_hooks.load_code(l->file, (uint32_t)int_of(l->code));
        l->code = from_ptr(whole);
        l->file = NONE;
    }
    return (struct code *)l->code;
}

#endif

/* ---- the type ---- */

static const struct slots code_slots = {
    .size_of = code_size,
    .trace = code_trace,
    .repr = code_repr,
#if ADDER_METHODS
    .compare = code_compare,
    .hash = code_hash,
#endif
};

const struct type type_code = {
    {&type_type}, .slots = &code_slots, .name = SYMBOL(S_code), .base = &type_object,
    .attrs = code_attrs, .nattrs = CODE_ATTRS,
};
