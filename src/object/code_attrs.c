/* What programs see of code objects. The names and constants that CPython keeps in tables are here operands of
 * instructions: they are gathered when asked for. */
#include "code.h"
#include "../vm/vm.h"
#include "class.h"

/* ---- locals ---- */

#if ADDER_LARGE_FUNCTIONS || ADDER_CODE_FILES
struct code_counts code_counts(const struct code *c)
{
    const struct code_info *i = c->info;
    struct code_counts n = {i->positional_only, i->positional, i->keyword_only, 0, 0, 0};
    if (!(i->flags & CODE_SPILLED)) return n;
    memcpy(&n, (const uint8_t *)i + i->size - CODE_COUNTS_BYTES, CODE_COUNTS_BYTES);
    n.spilled_names = (i->size - i->names - CODE_COUNTS_BYTES) / 2 - n.spilled;
    n.parameter_names = i->flags & CODE_MANY ? n.spilled_names : 0;
    return n;
}
#endif

struct code_local code_local(const struct code *c, const struct code_counts *n, unsigned i)
{
    bool many = c->info->flags & CODE_MANY;
    unsigned first = many ? n->spilled : c->info->locals;
    bool spilled = (i < first) == many;
    if (i >= first) i -= first;
    return (struct code_local){code_name(c, spilled ? n->spilled_names + i : i), i, spilled};
}

value *code_local_place(const struct code *c, const struct code_local *local, value *base)
{
    if (!ADDER_LARGE_FUNCTIONS || !local->spilled) return base + local->at;
    value spill = base[c->info->locals - 1];
    bool made = spill != UNDEF && is_list(spill) && list_of(spill)->len > local->at;
    return made ? list_items(list_of(spill)) + local->at : NULL;
}

#define NEWCELL_BYTES 2

/* Whether the cell that the NEWCELL makes is stored in the list there. */
static bool is_for_list(const uint8_t *at, unsigned i)
{
    const uint8_t *store = at + NEWCELL_BYTES;
    return *store == BC_SETSPILL && store[1] == at[1] && (store[3] | (unsigned)store[4] << 8) == i;
}

const uint8_t *code_body(const struct code *c)
{
    const uint8_t *at = code_bytes(c);
    for (;;) {
        const uint8_t *next = at + instruction_size(at);
        if (ADDER_LARGE_FUNCTIONS && *at == BC_GETSPILL && *next == BC_NEWCELL && next[NEWCELL_BYTES] == BC_SETSPILL)
            at = next + NEWCELL_BYTES; /* a cell for what is in the list */
        else if (*at != BC_NEWCELL && *at != BC_NEWSPILL)
            return at;
        at += instruction_size(at);
    }
}

bool code_has_cell(const struct code *c, unsigned i, bool spilled)
{
    for (const uint8_t *at = code_bytes(c), *end = code_body(c); at < end; at += instruction_size(at))
        if (*at == BC_NEWCELL && (ADDER_LARGE_FUNCTIONS && spilled ? is_for_list(at, i) : at[1] == i)) return true;
    return false;
}

/* ---- the object ---- */

void code_repr(value self, struct printer *out)
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
    const struct code *c = code_of(self);
    return from_int(c->info->flags & (CODE_CLASS | CODE_MODULE) ? 0 : code_counts(c).positional); /* theirs is the namespace */
}

#if ADDER_METHODS

static value get_posonlyargcount(value self)
{
    return from_int(code_counts(code_of(self)).positional_only);
}
static value get_kwonlyargcount(value self)
{
    return from_int(code_counts(code_of(self)).keyword_only);
}
static value get_stacksize(value self)
{
    return from_int(code_of(self)->info->registers);
}

/* ---- names ---- */

/* The names of the locals, parameters first. Class and module bodies have none; registers of the compiler's own have no
 * name. */
static value locals_tuple(const struct code *c, bool in_cell)
{
    struct list *names = list_of(list_new(0, NULL));
    const struct code_counts n = code_counts(c);
    unsigned flags = c->info->flags, total = flags & (CODE_CLASS | CODE_MODULE) ? 0 : c->info->locals + n.spilled;
    unsigned parameters = n.positional + n.keyword_only + !!(flags & CODE_VARARGS) + !!(flags & CODE_VARKW);
    for (unsigned i = 0; i < total; i++) {
        struct code_local local = code_local(c, &n, i);
        struct view name = str_view(local.name);
        bool parameter = i < parameters, captured = code_has_cell(c, local.at, local.spilled);
        if (name.len && name.data[0] == '.' && !parameter) continue;
        if (in_cell ? captured : parameter || !captured) list_append(names, local.name);
    }
    return tuple_new(names->len, list_items(names));
}

static value get_varnames(value self)
{
    return locals_tuple(code_of(self), false);
}

static value get_nlocals(value self)
{
    return from_int((word)tuple_of(get_varnames(self))->len);
}

static value get_cellvars(value self)
{
    return locals_tuple(code_of(self), true);
}

static value get_freevars(value self)
{
    const struct code *c = code_of(self);
    value names = tuple_new(c->info->cells, NULL);
    for (unsigned i = 0; i < c->info->cells; i++) tuple_of(names)->items[i] = code_name(c, c->info->locals + i);
    return names;
}

/* ---- what instructions refer to ---- */

/* Adds the constant of each operand of one of these letters to a dict: as key its number, and in order. */
static void gather(const struct code *c, const char *letters, struct dict *found)
{
    const uint8_t *at = code_bytes(c), *end = (const uint8_t *)c->info + c->info->handlers;
    for (; at < end; at += instruction_size(at)) {
        const uint8_t *operand = at + 1;
        for (const char *form = opcode_operands(*at); *form; form = operand_next(form)) {
            if (strchr(letters, *form)) {
                unsigned number = operand[0] | (unsigned)operand[1] << 8;
                value v = c->constants[number];
                if (is_lazy_code(v)) v = from_ptr(code_whole((struct code *)v));
                dict_set(found, from_int((word)number), v);
            }
            operand += operand_size(*form);
        }
    }
}

static value values_tuple(const struct dict *d)
{
    struct list *l = list_of(list_new(0, NULL));
    value k, v;
    for (uint32_t i = 0; dict_next(d, &i, &k, &v);) list_append(l, v);
    return tuple_new(l->len, list_items(l));
}

static value get_names(value self)
{
    struct dict *found = dict_new(0);
    gather(code_of(self), "nN", found);
    return values_tuple(found);
}

static value get_consts(value self)
{
    const struct code *c = code_of(self);
    struct dict *found = dict_new(0);
    if (c->info->flags & CODE_DOCSTRING) dict_set(found, from_int(0), c->constants[0]);
    gather(c, "kqt", found);
    return values_tuple(found);
}

/* ---- places ---- */

static value known_column(uint16_t column)
{
    return column == COLUMN_UNKNOWN ? NONE : from_int(column);
}

/* An iterator over (line, last line, column, last column), one for each two bytes: for tb_lasti, the (tb_lasti // 2)-th. */
static value code_positions(value self)
{
    const struct code *c = code_of(need_self(self, &type_code));
    const uint8_t *start = code_bytes(c), *end = (const uint8_t *)c->info + c->info->handlers;
    struct list *all = list_of(list_new(0, NULL));
    size_t said = 1; /* the middle of two bytes: instructions have two or more, but for some that can't fail */
    for (const uint8_t *at = start; at < end;) {
        struct code_position p;
        code_position(c, (uint32_t)(at - start) + 1, &p);
        value place[4] = {from_int((word)p.line), from_int((word)p.end_line), known_column(p.column),
                          known_column(p.end_column)};
        value position = tuple_new(4, place);
        at += instruction_size(at);
        for (; said < (size_t)(at - start); said += 2) list_append(all, position);
        check_interrupt();
    }
    return get_iter(from_ptr(all));
}

value code_lasti(const struct code *c, uint32_t pc)
{
    const uint8_t *start = code_bytes(c), *end = (const uint8_t *)c->info + c->info->handlers, *at = start;
    for (const uint8_t *next; (next = at + instruction_size(at)) < start + pc && next < end;) at = next;
    return from_int(at - start);
}

/* An iterator over (from, to, line): offsets into co_code. */
static value code_lines(value self)
{
    const struct code *c = code_of(need_self(self, &type_code));
    const uint8_t *at = (const uint8_t *)c->info + c->info->lines, *end = (const uint8_t *)c->info + c->info->names;
    struct line_state s = {0, c->info->first_line, 0, 0, 0, c->info->flags & CODE_COLUMNS};
    uint32_t from = 0, line = s.line, size = c->info->handlers - (uint32_t)sizeof *c->info;
    struct list *all = list_of(list_new(0, NULL));
    for (bool more = true; more;) {
        more = at < end;
        if (more) at = line_next(at, end, &s, NULL);
        if (more && s.line == line) continue;
        uint32_t to = more ? s.pc : size;
        value range[3] = {from_int((word)from), from_int((word)to), from_int((word)line)};
        if (to > from) list_append(all, tuple_new(3, range));
        from = to;
        line = s.line;
    }
    return get_iter(from_ptr(all));
}

/* ---- a code object like this one ---- */

static value replaced(value v, value before, const char *name)
{
    if (v == UNDEF) return before;
    if (!is_str(unwrap(v))) raise_type_error("replace() argument '%s' must be str, not %t", name, v);
    return str_intern(unwrap(v));
}

/* Only what it is called, where it comes from, and the flag of types.coroutine() can be replaced. */
static value code_replace(size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym names[] = {S_co_name, S_co_qualname, S_co_filename, S_co_firstlineno, S_co_flags};
    const struct code *c = code_of(need_self(args[0], &type_code));
    struct code_info *info;
    value v[5];
    args_bind("replace", n, args, nkw, kwnames, 1, 5, names, 0, 0, v);
    struct code *made = code_make(c->info->constants, c->info->size, &info);
    memcpy(info, c->info, c->info->size);
    memcpy(made->constants, c->constants, c->info->constants * sizeof(value));
    made->name = replaced(v[0], c->name, "co_name");
    made->qualname = replaced(v[1], c->qualname, "co_qualname");
    made->filename = replaced(v[2], c->filename, "co_filename");
    if (v[3] != UNDEF) info->first_line = (uint32_t)need_int(v[3]);
    if (v[4] != UNDEF && need_int(v[4]) & 256) info->flags |= CODE_ITERABLE_COROUTINE;
    return from_ptr(made);
}

/* ---- comparing ---- */

value code_compare(enum op op, value a, value b)
{
    const struct code *x = code_of(a), *y = code_of(b);
    if (op < OP_EQ || !is_type(b, &type_code)) return NOTIMPL;
    check_c_stack();
    bool same = x->info->size == y->info->size && memcmp(x->info, y->info, x->info->size) == 0 &&
                equal(x->name, y->name) && equal(x->qualname, y->qualname);
    for (size_t i = 0; same && i < x->info->constants; i++)
        same = type_of(x->constants[i]) == type_of(y->constants[i]) && equal(x->constants[i], y->constants[i]);
    return from_bool(same == (op == OP_EQ));
}

bool code_hash(value self, hashcode *out)
{
    *out = hash_of(code_of(self)->name) ^ code_of(self)->info->first_line ^ (uint32_t)code_of(self)->info->size << 8;
    return true;
}

/* ---- the rest ---- */

static value get_code(value self)
{
    const struct code_info *info = code_of(self)->info;
    return bytes_new((const uint8_t *)(info + 1), info->handlers - sizeof *info);
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
GETSET(code_cellvars, co_cellvars, get_cellvars, NULL);
GETSET(code_names, co_names, get_names, NULL);
METHOD1(m_lines, co_lines, code_lines);
METHOD1(m_positions, co_positions, code_positions);
METHODK(m_replace, replace, 1, 1, code_replace);
GETSET(code_consts, co_consts, get_consts, NULL);
GETSET(code_code, co_code, get_code, NULL);
GETSET(code_flags_, co_flags, get_flags, NULL);

#endif

GETSET(code_name_, co_name, get_name, NULL);
GETSET(code_qualname, co_qualname, get_qualname, NULL);
GETSET(code_filename, co_filename, get_filename, NULL);
GETSET(code_firstlineno, co_firstlineno, get_firstlineno, NULL);
GETSET(code_argcount, co_argcount, get_argcount, NULL);

const struct attr code_attrs[CODE_ATTRS] = {
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
    ATTR(co_cellvars, code_cellvars),
    ATTR(co_names, code_names),
    ATTR(co_lines, m_lines),
    ATTR(co_positions, m_positions),
    ATTR(replace, m_replace),
    ATTR(__replace__, m_replace),
#endif
};
