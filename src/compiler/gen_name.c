/* Names: where each lives (register, cell, closure, spill list, class namespace, globals), and how it
 * is loaded, stored and deleted there. */
#include "codegen.h"

/* ---- finding ---- */

static struct location at(enum place_kind kind, value name, struct var *v)
{
    struct location p = {.kind = (uint8_t)kind, .reg = v ? v->reg : 0, .var = v, .name = name};
    return p;
}

static bool is_local(const struct var *v)
{
    return v && v->flags & VAR_BOUND && !(v->flags & (VAR_GLOBAL | VAR_FREE));
}

static struct location place_local(value name, struct var *v)
{
    if (ADDER_LARGE_FUNCTIONS && v->flags & VAR_SPILLED)
        return at(v->flags & VAR_CAPTURED ? PLACE_SPILL_CELL : PLACE_SPILL, name, v);
    return at(v->flags & VAR_CAPTURED ? PLACE_CELL : PLACE_REGISTER, name, v);
}

/* Names that live in the dict in register 0: of a class body, exec'd code, or a class's hidden functions. */
static struct location place_in_dict(const struct unit *u, value name, struct var *v)
{
    const struct scope *s = u->base;
    if (s->kind == SCOPE_MODULE) {
        bool global = u->c->globals && dict_find_symbol(u->c->globals, name) >= 0;
        return at(global ? PLACE_GLOBAL : PLACE_NAME, name, NULL);
    }
    if (v && v->flags & VAR_GLOBAL) return at(s->kind == SCOPE_CLASS ? PLACE_GLOBAL : PLACE_NAME, name, v);
    if (v && v->flags & VAR_FREE && v->flags & VAR_NONLOCAL) return at(PLACE_FREE, name, v);
    if (v && v->flags & VAR_FREE && !(v->flags & VAR_BOUND)) return at(PLACE_NAME_FREE, name, v);
    if (s->kind == SCOPE_HIDDEN && is_local(v)) return place_local(name, v);
    return at(PLACE_NAME, name, v);
}

struct location name_place(struct unit *u, value name)
{
    struct scope *s = u->scope;
    name = scope_mangle(s, name);
    for (; s->kind == SCOPE_INLINE; s = s->parent) {
        struct var *v = scope_find(s, name);
        if (is_local(v)) return place_local(name, v);
    }
    struct var *v = scope_find(s, name);
    if (s->kind == SCOPE_CLASS && s != u->scope) /* a comprehension in there does not see the class's names */
        return at(v && v->flags & VAR_FREE ? PLACE_FREE : PLACE_GLOBAL, name, v);
    if (NAMED_SCOPE(u)) return place_in_dict(u, name, v);
    if (v && v->flags & VAR_FREE) return at(PLACE_FREE, name, v);
    if (s->kind == SCOPE_MODULE || !is_local(v)) return at(PLACE_GLOBAL, name, v);
    return place_local(name, v);
}

bool is_global_name(struct unit *u, value name)
{
    struct location p = name_place(u, name);
    if (p.kind == PLACE_GLOBAL) return true; /* a class body's names are in its dict, if it binds them */
    return p.kind == PLACE_NAME && u->base->kind == SCOPE_CLASS &&
           !(scope_find(u->base, p.name)->flags & VAR_BOUND);
}

bool module_const(struct unit *u, value name, value *v)
{
    struct dict *consts = u->c->consts;
    int i = consts ? dict_find_symbol(consts, name) : -1;
    if (i < 0 || !is_global_name(u, name)) return false;
    *v = dict_entry(consts, (uint32_t)i)[1];
    return true;
}

/* ---- loading ---- */

/* UnboundLocalError unless R[r], where the local is, is bound. */
static void emit_check(struct unit *u, unsigned r, value name)
{
    unsigned number = u->dead ? 0 : name_number(u, name);
    if (number < 256) {
        emit2(u, BC_CHECK, (int)r, (int)number);
        return;
    }
    if (!ADDER_LARGE_FUNCTIONS) compile_error(u->c, u->where, "too many names");
    emit2(u, BC_CHECKFAR, (int)r, (int)constant(u, name));
}

static bool in_comprehension(const struct location *p)
{
    return p->var->flags & VAR_TARGET;
}

#if ADDER_TRACING
/* From here to the end of its clause the variable of an inlined comprehension is seen by locals() and the like. */
static void range_name(struct unit *u, const struct location *p)
{
    if (!in_comprehension(p) || u->scope->kind != SCOPE_INLINE || u->dead) return;
    uint32_t where = constant(u, p->name) << RANGE_NAME_SHIFT | (p->kind == PLACE_CELL ? RANGE_CELL : 0) | p->reg;
    struct guard g = {here(u), NOWHERE, where, RANGE_NAMES};
    memcpy(scratch_more(&u->guards, sizeof g), &g, sizeof g);
}

void range_names_end(struct unit *u, unsigned first)
{
    struct guard *guards = (struct guard *)(void *)scratch_bytes(u->guards);
    for (unsigned i = first; i < guard_count(u); i++)
        if (guards[i].end == NOWHERE) guards[i].end = here(u);
}
#else
#define range_name(u, p) ((void)0)
#endif

void mark_assigned(struct unit *u, const struct location *p)
{
    if (p->kind != PLACE_REGISTER || u->dead) return;
    if (in_comprehension(p))
        range_name(u, p);
    else
        bit_set(&u->assigned, p->reg);
}

/* The local of a register place is bound from here on, or an error is raised. */
static void need_bound(struct unit *u, const struct location *p)
{
    unsigned flags = p->var->flags;
    if (in_comprehension(p)) {
        if (flags & VAR_EARLY) emit_check(u, p->reg, p->name);
        return;
    }
    if (!(flags & VAR_DELETED) && bit_get(&u->assigned, p->reg)) return;
    emit_check(u, p->reg, p->name);
    mark_assigned(u, p);
}

int local_register(struct unit *u, value name, bool last)
{
    struct location p = name_place(u, name);
    if (p.kind != PLACE_REGISTER || (p.var->flags & VAR_WALRUS && !last)) return -1;
    need_bound(u, &p);
    return p.reg;
}

static void load_content(struct unit *u, const struct location *p, unsigned dst, unsigned cell)
{
    unsigned number = u->dead ? 0 : name_number(u, p->name);
    if (ADDER_LARGE_FUNCTIONS && number > 255)
        emit(u, BC_GETCELLFAR, (int)dst, (int)cell, (int)constant(u, p->name));
    else
        emit(u, BC_GETCELL, (int)dst, (int)cell, number > 255 ? 255 : (int)number);
}

void load_free(struct unit *u, const struct var *v, unsigned dst)
{
    unsigned name = u->locals + v->reg;
    if (ADDER_LARGE_FUNCTIONS && name > 255)
        emit2(u, BC_GETFREEFAR, (int)dst, v->reg);
    else
        emit(u, BC_GETFREE, (int)dst, v->reg, (int)name);
}

void load_place(struct unit *u, const struct location *p, unsigned dst)
{
    unsigned mark = u->top, t;
    switch (p->kind) {
    case PLACE_REGISTER:
        need_bound(u, p);
        emit_move(u, dst, p->reg);
        break;
    case PLACE_CELL: load_content(u, p, dst, p->reg); break;
#if ADDER_LARGE_FUNCTIONS
    case PLACE_SPILL:
        t = temporary(u);
        emit(u, BC_GETSPILL, (int)t, u->spill, p->reg);
        if (!(p->var->flags & VAR_PARAM) || p->var->flags & VAR_DELETED) emit_check(u, t, p->name);
        emit_move(u, dst, t);
        break;
    case PLACE_SPILL_CELL:
        t = temporary(u);
        emit(u, BC_GETSPILL, (int)t, u->spill, p->reg);
        load_content(u, p, dst, t);
        break;
#endif
    case PLACE_FREE: load_free(u, p->var, dst); break;
    case PLACE_GLOBAL: emit2(u, BC_GETG, (int)dst, (int)constant(u, p->name)); break;
    case PLACE_NAME: emit2(u, BC_GETN, (int)dst, (int)constant(u, p->name)); break;
    case PLACE_NAME_FREE:
        t = temporary(u);
        emit2(u, BC_LOADFREE, (int)t, p->reg);
        emit(u, BC_GETNF, (int)dst, (int)constant(u, p->name), (int)t);
        break;
    }
    u->top = (uint8_t)mark;
}

/* ---- storing and deleting ---- */

void store_place(struct unit *u, const struct location *p, unsigned src)
{
    unsigned mark = u->top;
    switch (p->kind) {
    case PLACE_REGISTER:
        emit_move(u, p->reg, src);
        mark_assigned(u, p);
        break;
    case PLACE_CELL:
        emit2(u, BC_SETCELL, p->reg, (int)src);
        range_name(u, p);
        break;
#if ADDER_LARGE_FUNCTIONS
    case PLACE_SPILL: emit(u, BC_SETSPILL, (int)src, u->spill, p->reg); break;
    case PLACE_SPILL_CELL: {
        unsigned t = temporary(u);
        emit(u, BC_GETSPILL, (int)t, u->spill, p->reg);
        emit2(u, BC_SETCELL, (int)t, (int)src);
        break;
    }
#endif
    case PLACE_FREE:
        if (p->reg < 256) {
            emit2(u, BC_SETFREE, p->reg, (int)src);
        } else {
            unsigned t = temporary(u);
            emit2(u, BC_LOADFREE, (int)t, p->reg);
            emit2(u, BC_SETCELL, (int)t, (int)src);
        }
        break;
    case PLACE_GLOBAL:
        /* (Once const() has worked, `except NameError: const = ...` is never run.) */
        if (p->name == SYMBOL(S_const) && !u->c->consts) u->c->const_bound = true;
        if (u->c->consts) dict_delete(u->c->consts, p->name);
        emit2(u, BC_SETG, (int)src, (int)constant(u, p->name));
        break;
    case PLACE_NAME:
    case PLACE_NAME_FREE: emit2(u, BC_SETN, (int)src, (int)constant(u, p->name)); break;
    }
    u->top = (uint8_t)mark;
}

void delete_place(struct unit *u, const struct location *p)
{
    unsigned mark = u->top, t;
    switch (p->kind) {
    case PLACE_REGISTER: emit2(u, BC_DELLOCAL, p->reg, u->dead ? 0 : (int)name_number(u, p->name)); break;
    case PLACE_GLOBAL: emit1(u, BC_DELG, (int)constant(u, p->name)); break;
    case PLACE_NAME:
    case PLACE_NAME_FREE: emit1(u, BC_DELN, (int)constant(u, p->name)); break;
    default: /* in a cell or the spill list: empty it, if it is not empty already */
        t = temporary(u);
        load_place(u, p, t);
        emit2(u, BC_LOADS, (int)t, 255);
        store_place(u, p, t);
    }
    u->top = (uint8_t)mark;
}

/* ---- by name ---- */

void load_name(struct unit *u, value name, unsigned dst)
{
    struct location p = name_place(u, name);
    load_place(u, &p, dst);
}

void store_name(struct unit *u, value name, unsigned src)
{
    struct location p = name_place(u, name);
    store_place(u, &p, src);
}

void delete_name(struct unit *u, value name)
{
    struct location p = name_place(u, name);
    delete_place(u, &p);
}

/* ---- cells ---- */

void load_cell(struct unit *u, value name, unsigned dst)
{
    const struct scope *s = u->base;
    if (s->kind == SCOPE_CLASS && name == SYMBOL(S___class__)) {
        emit_move(u, dst, s->class_cell);
        return;
    }
#if HIDDEN_SCOPES
    if (s->kind == SCOPE_CLASS && name == SYMBOL(S___classdict__)) {
        emit_move(u, dst, s->dict_cell);
        return;
    }
#endif
    for (s = u->scope;; s = s->parent) {
        const struct var *v = scope_find(s, name);
        if (v && v->flags & VAR_FREE) {
            emit2(u, BC_LOADFREE, (int)dst, v->reg);
            return;
        }
        if (v && v->flags & VAR_CAPTURED) {
            if (v->flags & VAR_SPILLED)
                emit(u, BC_GETSPILL, (int)dst, u->spill, v->reg);
            else
                emit_move(u, dst, v->reg);
            return;
        }
        if (s->kind != SCOPE_INLINE) return;
    }
}

/* ---- the spill list ---- */

#if ADDER_LARGE_FUNCTIONS
void add_spilled_names(struct unit *u, struct scratch **table)
{
    const struct code_counts counts = {u->positional_only, u->positional, u->keyword_only, u->spilled, 0, 0};
    const struct scope *s = u->base;
    uint16_t *names = scratch_more(table, u->spilled * sizeof *names);
    for (unsigned i = 0; i < s->nvars; i++)
        if (s->vars[i].flags & VAR_SPILLED) names[s->vars[i].reg] = (uint16_t)constant(u, var_name(&s->vars[i]));
    memcpy(scratch_more(table, CODE_COUNTS_BYTES), &counts, CODE_COUNTS_BYTES);
}
#endif
