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

bool code_handler(const struct code *c, uint32_t pc, uint32_t *handler, uint8_t *reg)
{
    const uint8_t *at = (const uint8_t *)c->info + c->info->handlers,
                  *end = (const uint8_t *)c->info + c->info->lines;
    uint32_t start = 0;
    bool found = false;
    while (at < end) {
        start += get_varint(&at, end);
        if (start >= pc) break;
        uint32_t stop = start + get_varint(&at, end), to = get_varint(&at, end);
        if (at == end) break;
        uint8_t r = *at++;
        if (pc > stop) continue;
        *handler = to; /* the last one that fits is the innermost */
        *reg = r;
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

bool code_has_cell(const struct code *c, unsigned i)
{
    for (const uint8_t *at = code_bytes(c); *at == BC_NEWCELL || *at == BC_NEWSPILL || *at == BC_LOADS || *at == BC_SETSPILL;
         at += instruction_size(at))
        if (*at == BC_NEWCELL && at[1] == i) return true;
    return false;
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
    (*info)->size = (uint32_t)info_bytes;
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

/* ---- what Python sees ---- */

static void code_repr(value self, struct printer *out)
{
    const struct code *c = (const void *)self;
    print_format(out, "<code object %v at 0x%x, file \"%v\", line %u>", c->name,
                 (unsigned)hash_identity(self), c->filename, (unsigned)c->info->first_line);
}

/* ---- attributes ---- */

static const struct code *code_of(value v)
{
    return (const struct code *)v;
}

static value get_name(value self)
{
    return code_of(self)->name;
}
static value get_qualname(value self)
{
    return code_of(self)->qualname;
}
static value get_filename(value self)
{
    return code_of(self)->filename;
}
static value get_firstlineno(value self)
{
    return from_int(code_of(self)->info->first_line);
}
static value get_argcount(value self)
{
    return from_int(code_of(self)->info->positional);
}

#if ADDER_METHODS

static value get_posonlyargcount(value self)
{
    return from_int(code_of(self)->info->positional_only);
}
static value get_kwonlyargcount(value self)
{
    return from_int(code_of(self)->info->keyword_only);
}
static value get_stacksize(value self)
{
    return from_int(code_of(self)->info->registers);
}

/* Class and module bodies have no named locals. */
static unsigned named_locals(const struct code *c)
{
    return c->info->flags & (CODE_CLASS | CODE_MODULE) ? 0 : c->info->locals;
}

static value get_nlocals(value self)
{
    return from_int((word)named_locals(code_of(self)));
}

static value names_tuple(const struct code *c, unsigned from, unsigned n)
{
    value names = tuple_new(n, NULL);
    for (unsigned i = 0; i < n; i++) tuple_of(names)->items[i] = code_name(c, from + i);
    return names;
}

static value get_varnames(value self)
{
    return names_tuple(code_of(self), 0, named_locals(code_of(self)));
}

static value get_freevars(value self)
{
    return names_tuple(code_of(self), code_of(self)->info->locals, code_of(self)->info->cells);
}

static value get_consts(value self)
{
    value all = tuple_new(code_of(self)->info->constants, code_of(self)->constants);
    for (size_t i = 0; i < tuple_of(all)->len; i++)
        if (is_lazy_code(tuple_of(all)->items[i])) {
            struct code *whole = code_whole((struct code *)tuple_of(all)->items[i]);
            tuple_of(all)->items[i] = from_ptr(whole);
        }
    return all;
}

static value get_code(value self)
{
    const struct code_info *info = code_of(self)->info;
    return bytes_new((const uint8_t *)info + info->bytecode, info->handlers - info->bytecode);
}

/* In CPython's bits. */
static value get_flags(value self)
{
    static const struct {
        uint16_t ours;
        uint32_t theirs;
    } bits[] = {
        {CODE_VARARGS, 4},           {CODE_VARKW, 8}, {CODE_NESTED, 16}, {CODE_ITERABLE_COROUTINE, 256},
        {CODE_DOCSTRING, 0x4000000},
    };
    unsigned flags = code_of(self)->info->flags;
    word result = flags & (CODE_CLASS | CODE_MODULE) ? 0 : 3;
    for (unsigned i = 0; i < sizeof bits / sizeof bits[0]; i++)
        if (flags & bits[i].ours) result |= (word)bits[i].theirs;
    switch (flags & CODE_ASYNC_GENERATOR) {
    case CODE_GENERATOR: result |= 32; break;
    case CODE_COROUTINE: result |= 128; break;
    case CODE_ASYNC_GENERATOR: result |= 512; break;
    }
    return from_int(result);
}

GETSET(code_posonlyargcount, co_posonlyargcount, get_posonlyargcount, NULL);
GETSET(code_kwonlyargcount, co_kwonlyargcount, get_kwonlyargcount, NULL);
GETSET(code_stacksize, co_stacksize, get_stacksize, NULL);
GETSET(code_nlocals, co_nlocals, get_nlocals, NULL);
GETSET(code_varnames, co_varnames, get_varnames, NULL);
GETSET(code_freevars, co_freevars, get_freevars, NULL);
GETSET(code_consts, co_consts, get_consts, NULL);
GETSET(code_code, co_code, get_code, NULL);
GETSET(code_flags_, co_flags, get_flags, NULL);

#endif

GETSET(code_name_, co_name, get_name, NULL);
GETSET(code_qualname, co_qualname, get_qualname, NULL);
GETSET(code_filename, co_filename, get_filename, NULL);
GETSET(code_firstlineno, co_firstlineno, get_firstlineno, NULL);
GETSET(code_argcount, co_argcount, get_argcount, NULL);

static const struct attr code_attrs[] = {
    ATTR_MORE(co_name, code_name_)
    ATTR_MORE(co_qualname, code_qualname)
    ATTR_MORE(co_filename, code_filename)
    ATTR_MORE(co_firstlineno, code_firstlineno)
    ATTR_MORE(co_argcount, code_argcount)
#if ADDER_METHODS
    ATTR(co_posonlyargcount, code_posonlyargcount),
    ATTR(co_kwonlyargcount, code_kwonlyargcount),
    ATTR(co_stacksize, code_stacksize),
    ATTR(co_nlocals, code_nlocals),
    ATTR(co_varnames, code_varnames),
    ATTR(co_freevars, code_freevars),
    ATTR(co_consts, code_consts),
    ATTR(co_code, code_code),
    ATTR(co_flags, code_flags_),
#endif
};

static const struct slots code_slots = {.size_of = code_size, .trace = code_trace, .repr = code_repr};

const struct type type_code = {
    {&type_type}, .slots = &code_slots, .name = SYMBOL(S_code), .base = &type_object, TYPE_ATTRS(code_attrs),
};
