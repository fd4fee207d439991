/* Statements: assignment, deletion, control flow, import. */
#include "codegen.h"

/* ---- storing into a target ---- */

static void unpack_to(struct unit *u, const struct node *target, unsigned src, int n, int star, unsigned first)
{
    u->where = target;
    if (star < 0)
        emit(u, BC_UNPACK, (int)first, (int)src, n);
    else
        emit4(u, BC_UNPACKX, (int)first, (int)src, star, n - star - 1);
}

/* The first register of targets that are plain locals in a row; -1: they are not. */
static int locals_in_row(struct unit *u, const struct node *target)
{
    int first = -1;
    for (unsigned i = 0; i < target->n; i++) {
        const struct node *t = target->kid[i];
        if (t->kind != N_NAME) return -1;
        struct location p = name_place(u, t->val);
        if (p.kind != PLACE_REGISTER || (first >= 0 && p.reg != first + (int)i)) return -1;
        if (i == 0) first = p.reg;
    }
    return first;
}

static void store_items(struct unit *u, struct node **targets, unsigned n, unsigned first)
{
    for (unsigned i = 0; i < n; i++) {
        struct node *t = targets[i];
        gen_store(u, t->kind == N_STAR ? t->kid[0] : t, first + i);
    }
}

#define UNPACKED_MAX 50 /* so many at a time find registers behind all locals */

#if ADDER_LARGE_FUNCTIONS
void gen_unpack_far(struct unit *u, unsigned n, unsigned src, int star, unsigned dst)
{
    if (n >= UNPACK_ALL) compile_error(u->c, u->where, "too many expressions in star-unpacking assignment");
    emit4(u, BC_UNPACKFAR, (int)dst, (int)src, star < 0 ? (int)n : star, star < 0 ? UNPACK_ALL : (int)n - star - 1);
}

void gen_item_far(struct unit *u, unsigned dst, unsigned tuple, unsigned i)
{
    emit_const(u, dst, from_int((word)i));
    emit(u, BC_GETITEM, (int)dst, (int)tuple, (int)dst);
}

static void store_far(struct unit *u, struct node *target, unsigned src, int star)
{
    unsigned items = temporary(u), t = temporary(u);
    u->where = target;
    gen_unpack_far(u, target->n, src, star, items);
    for (unsigned i = 0; i < target->n; i++) {
        gen_item_far(u, t, items, i);
        store_items(u, target->kid + i, 1, t);
    }
}
#else
#define store_far(u, target, src, star) ((void)0)
#endif

static void store_sequence(struct unit *u, struct node *target, unsigned src)
{
    int star = -1;
    for (unsigned i = 0; i < target->n; i++) {
        if (target->kid[i]->kind != N_STAR) continue;
        if (star >= 0) compile_error(u->c, target, "multiple starred expressions in assignment");
        star = (int)i;
    }
    if (star > 255) compile_error(u->c, target, "too many expressions in star-unpacking assignment");
    int direct = star < 0 ? locals_in_row(u, target) : -1;
    if (direct >= 0) {
        unpack_to(u, target, src, (int)target->n, star, (unsigned)direct);
        for (unsigned i = 0; i < target->n; i++) {
            struct location p = name_place(u, target->kid[i]->val);
            mark_assigned(u, &p);
        }
        return;
    }
    if (ADDER_LARGE_FUNCTIONS && (target->n > UNPACKED_MAX || !temporaries_fit(u, target->n + 8))) {
        store_far(u, target, src, star);
        return;
    }
    unsigned first = temporaries(u, target->n);
    unpack_to(u, target, src, (int)target->n, star, first);
    store_items(u, target->kid, target->n, first);
}

void gen_store(struct unit *u, struct node *target, unsigned src)
{
    unsigned mark = u->top, object, key;
    check_c_stack();
    switch (target->kind) {
    case N_NAME:
        u->where = target;
        store_name(u, target->val, src);
        break;
    case N_ATTR:
        object = gen_last(u, target->kid[0]);
        mark_attribute(u, target, target);
        emit(u, BC_SETATTR, (int)src, (int)object, (int)constant(u, scope_mangle(u->scope, target->val)));
        break;
    case N_SUBSCR:
        object = gen_reg(u, target->kid[0]);
        key = gen_last(u, target->kid[1]);
        u->where = target;
        emit(u, BC_SETITEM, (int)src, (int)object, (int)key);
        break;
    case N_TUPLE:
    case N_LIST: store_sequence(u, target, src); break;
    default: compile_error(u->c, target, "starred assignment target must be in a list or tuple");
    }
    u->top = (uint8_t)mark;
}

/* ---- assignment ---- */

/* The register that a plain local has; -1: the name is something else. */
static int plain_local(struct unit *u, const struct node *n)
{
    if (n->kind != N_NAME) return -1;
    struct location p = name_place(u, n->val);
    return p.kind == PLACE_REGISTER ? p.reg : -1;
}

void gen_assign_from(struct unit *u, struct node *target, struct node *v)
{
    unsigned mark = u->top;
    int local = plain_local(u, target);
    if (local >= 0) {
        struct location p = name_place(u, target->val);
        gen_to(u, v, (unsigned)local);
        mark_assigned(u, &p);
    } else {
        gen_store(u, target, gen_reg(u, v));
    }
    u->top = (uint8_t)mark;
}

static bool same_displays(const struct node *target, const struct node *v)
{
    if ((target->kind != N_TUPLE && target->kind != N_LIST) || (v->kind != N_TUPLE && v->kind != N_LIST))
        return false;
    if (target->n != v->n || v->n > CHUNK || v->n == 0) return false;
    for (unsigned i = 0; i < v->n; i++)
        if (target->kid[i]->kind == N_STAR || v->kid[i]->kind == N_STAR) return false;
    return true;
}

static bool is_target_before(const int *targets, unsigned n, unsigned reg)
{
    for (unsigned i = 0; i < n; i++)
        if (targets[i] == (int)reg) return true;
    return false;
}

/* a, b = x, y without a tuple. A value that is a local is used from where it is, unless an earlier
 * target changes it; the last value, when no other is still to be read from its target, goes there. */
static void gen_parallel(struct unit *u, struct node *target, struct node *v)
{
    int targets[CHUNK];
    unsigned values[CHUNK], n = v->n;
    bool all_plain = true;
    for (unsigned i = 0; i < n; i++) {
        targets[i] = plain_local(u, target->kid[i]);
        all_plain &= targets[i] >= 0;
    }
    for (unsigned i = 0; i < n; i++) {
        struct node *x = v->kid[i];
        bool free_target = all_plain && i + 1 == n && plain_local(u, x) < 0;
        for (unsigned j = 0; free_target && j + 1 < n; j++) free_target = (int)values[j] != targets[i];
        if (free_target) {
            gen_to(u, x, values[i] = (unsigned)targets[i]);
            continue;
        }
        values[i] = gen_reg(u, x);
        if (is_temporary(u, values[i]) || !is_target_before(targets, i, values[i])) continue;
        unsigned t = temporary(u);
        emit_move(u, t, values[i]);
        values[i] = t;
    }
    for (unsigned i = 0; i < n; i++) gen_store(u, target->kid[i], values[i]);
}

/* X = const(...) at module level: true if X needs no storing. */
static bool define_const(struct unit *u, struct node *target, const struct node *v)
{
    if (target->kind != N_NAME || u->base->kind != SCOPE_MODULE || u->outer || u->c->flags & COMPILE_NAMES)
        return false;
    if (!u->c->consts) u->c->consts = dict_new(0);
    size_t n;
    const char *text = symbol_text(target->val, &n);
    bool hidden = text[0] == '_' && u->c->mode == COMPILE_EXEC && !u->blocks;
    if (!hidden) { /* storing forgets what was there */
        unsigned t = temporary(u);
        emit_const(u, t, v->val);
        gen_store(u, target, t);
        u->top--;
    }
    dict_set(u->c->consts, target->val, v->val);
    return true;
}

static void gen_assign(struct unit *u, struct node *n)
{
    struct node *v = n->kid[0];
    unsigned mark = u->top;
    bool is_const = v->kind == N_CALL && v->kid[0]->kind == N_NAME && v->kid[0]->val == SYMBOL(S_const);
    if (ADDER_FOLDING && is_const && n->n == 2 && node_fold(u, v) && define_const(u, n->kid[1], v)) return;
    if (ADDER_FOLDING && n->n == 2 && same_displays(n->kid[1], v)) {
        gen_parallel(u, n->kid[1], v);
    } else if (n->n == 2 || node_fold(u, v)) {
        for (unsigned i = 1; i < n->n; i++) gen_assign_from(u, n->kid[i], v);
    } else {
        unsigned r = gen_reg(u, v);
        if (!is_temporary(u, r)) { /* a target may change it */
            unsigned t = temporary(u);
            emit_move(u, t, r);
            r = t;
        }
        for (unsigned i = 1; i < n->n; i++) gen_store(u, n->kid[i], r);
    }
    u->top = (uint8_t)mark;
}

/* R[dst] = R[left] op= v */
static void gen_inplace(struct unit *u, const struct node *n, unsigned dst, unsigned left)
{
    struct node *v = n->kid[1];
    int i;
    bool small = node_fold(u, v) && is_small_operand(v->val, &i);
    if (small && (n->op == OP_ADD || n->op == OP_SUB)) {
        u->where = n;
        emit(u, n->op == OP_ADD ? BC_IADDI : BC_ISUBI, (int)dst, (int)left, i);
        return;
    }
    unsigned mark = u->top, r = gen_last(u, v);
    u->where = n;
    if (n->op <= OP_MUL)
        emit(u, BC_IADD + (n->op - OP_ADD), (int)dst, (int)left, (int)r);
    else
        emit4(u, BC_INPLACE, (int)dst, (int)left, (int)r, n->op);
    u->top = (uint8_t)mark;
}

static void gen_augmented(struct unit *u, struct node *n)
{
    struct node *target = n->kid[0];
    unsigned mark = u->top, object, key, t;
    if (target->kind == N_NAME) {
        u->where = target;
        int local = has_named(n->kid[1]) ? -1 : local_register(u, target->val, true);
        struct location p = name_place(u, target->val);
        if (local >= 0) {
            gen_inplace(u, n, (unsigned)local, (unsigned)local);
        } else {
            load_place(u, &p, t = temporary(u));
            gen_inplace(u, n, t, t);
            store_place(u, &p, t);
        }
    } else if (target->kind == N_ATTR) {
        object = gen_reg(u, target->kid[0]);
        int name = (int)constant(u, scope_mangle(u->scope, target->val));
        t = temporary(u);
        mark_attribute(u, target, target);
        emit(u, BC_GETATTR, (int)t, (int)object, name);
        gen_inplace(u, n, t, t);
        mark_attribute(u, target, target);
        emit(u, BC_SETATTR, (int)t, (int)object, name);
    } else {
        object = gen_reg(u, target->kid[0]);
        key = gen_reg(u, target->kid[1]);
        t = temporary(u);
        u->where = target;
        emit(u, BC_GETITEM, (int)t, (int)object, (int)key);
        gen_inplace(u, n, t, t);
        u->where = target;
        emit(u, BC_SETITEM, (int)t, (int)object, (int)key);
    }
    u->top = (uint8_t)mark;
}

static void gen_delete(struct unit *u, struct node *target)
{
    unsigned mark = u->top, object, key;
    switch (target->kind) {
    case N_NAME:
        u->where = target;
        delete_name(u, target->val);
        break;
    case N_ATTR:
        object = gen_last(u, target->kid[0]);
        mark_attribute(u, target, target);
        emit2(u, BC_DELATTR, (int)object, (int)constant(u, scope_mangle(u->scope, target->val)));
        break;
    case N_SUBSCR:
        object = gen_reg(u, target->kid[0]);
        key = gen_last(u, target->kid[1]);
        u->where = target;
        emit2(u, BC_DELITEM, (int)object, (int)key);
        break;
    default:
        check_c_stack();
        for (unsigned i = 0; i < target->n; i++) gen_delete(u, target->kid[i]);
    }
    u->top = (uint8_t)mark;
}

/* ---- control flow ---- */

/* Compiles for its errors alone what cannot be reached. */
static void gen_unreachable(struct unit *u, struct node *n)
{
    if (!n) return;
    bool dead = u->dead;
    struct bits assigned = u->assigned;
    const struct node *where = u->where;
    u->dead = true;
    gen_statement(u, n);
    u->where = where;
    u->dead = dead;
    u->assigned = assigned;
}

void gen_marked_block(struct unit *u, struct node *n)
{
    const struct node *only = n->kind == N_BLOCK && n->n == 1 ? n->kid[0] : n;
    gen_block(u, n);
    if (ADDER_TRACING && only->kind == N_PASS) emit0(u, BC_NOP);
}

static void gen_if(struct unit *u, struct node *n)
{
    struct label end;
    label_init(&end);
    while (n && n->kind == N_IF) {
        int known = node_truth(u, n->kid[0]);
        if (known == 1) {
            gen_block(u, n->kid[1]);
            gen_unreachable(u, n->kid[2]);
            n = NULL;
            break;
        }
        struct label orelse;
        label_init(&orelse);
        if (known == 0) {
            mark_line(u, n->kid[0]);
            gen_unreachable(u, n->kid[1]);
        } else {
            gen_branch(u, n->kid[0], false, &orelse);
            gen_marked_block(u, n->kid[1]);
            if (n->kid[2]) emit_jump(u, BC_JUMP, 0, 0, &end);
            label_place(u, &orelse);
        }
        n = n->kid[2];
    }
    if (n) gen_marked_block(u, n);
    label_place(u, &end);
}

/* The test stands below the body: one jump for each round. */
static void gen_while_below(struct unit *u, struct node *n, struct block *b)
{
    struct label body;
    struct bits assigned = u->assigned;
    bool dead = u->dead;
    label_init(&body);
    emit_jump(u, BC_JUMP, 0, 0, b->next);
    u->dead = dead;
    u->assigned = assigned;
    label_place(u, &body);
    gen_block(u, n->kid[1]);
    label_place(u, b->next);
    block_pop(u, b);
    gen_branch(u, n->kid[0], true, &body);
    if (n->kid[2]) gen_block(u, n->kid[2]);
}

/* The test, if there is one, stands above the body: what it binds, the body may use. */
static void gen_while_above(struct unit *u, struct node *n, struct block *b, bool forever)
{
    struct label orelse;
    label_init(&orelse);
    label_place(u, b->next);
    if (forever) mark_line(u, n);
    else gen_branch(u, n->kid[0], false, &orelse);
    gen_block(u, n->kid[1]);
    emit_jump(u, BC_JUMP, 0, 0, b->next);
    block_pop(u, b);
    label_place(u, &orelse);
    if (forever)
        gen_unreachable(u, n->kid[2]);
    else if (n->kid[2])
        gen_block(u, n->kid[2]);
}

static void gen_while(struct unit *u, struct node *n)
{
    struct block b;
    struct label next, done;
    int known = node_truth(u, n->kid[0]);
    label_init(&next);
    label_init(&done);
    block_push(u, &b, BLOCK_LOOP);
    b.next = &next;
    b.done = &done;
    if (known == 0) {
        mark_line(u, n);
        gen_unreachable(u, n->kid[1]);
        block_pop(u, &b);
        if (n->kid[2]) gen_block(u, n->kid[2]);
    } else if (known == 1 || has_named(n->kid[0])) {
        gen_while_above(u, n, &b, known == 1);
    } else {
        gen_while_below(u, n, &b);
    }
    label_place(u, &done);
}

static void gen_for(struct unit *u, struct node *n)
{
    struct block b;
    struct loop l;
    struct label done;
    if (is_async(n) && !is_async_unit(u)) compile_error(u->c, n, "'async for' outside async function");
    unsigned mark = u->top, state = loop_iterate(u, n->kid[1], is_async(n));
    label_init(&done);
    loop_begin(u, &l, n->kid[0], is_async(n), state);
    block_push(u, &b, BLOCK_LOOP);
    b.next = &l.next;
    b.done = &done;
    gen_block(u, n->kid[2]);
    block_pop(u, &b);
    u->where = n->kid[1];
    loop_end(u, &l);
    u->top = (uint8_t)mark;
    if (n->kid[3]) gen_block(u, n->kid[3]);
    label_place(u, &done);
}

static void gen_raise(struct unit *u, struct node *n)
{
    if (!n->kid[0]) {
        u->where = n;
        emit0(u, BC_RAISECURRENT);
        return;
    }
    unsigned e = gen_reg(u, n->kid[0]);
    if (n->kid[1]) {
        unsigned cause = gen_last(u, n->kid[1]);
        u->where = n;
        emit2(u, BC_RAISEFROM, (int)e, (int)cause);
    } else {
        u->where = n;
        emit1(u, BC_RAISE, (int)e);
    }
}

static void gen_assert(struct unit *u, struct node *n)
{
    struct label passed;
    if (u->c->optimise) {
        gen_unreachable(u, n->kid[0]->kind == N_CONST ? NULL : n->kid[1]);
        return;
    }
    label_init(&passed);
    gen_branch(u, n->kid[0], true, &passed);
    unsigned r;
    if (n->kid[1])
        r = gen_last(u, n->kid[1]);
    else
        emit2(u, BC_LOADS, (int)(r = temporary(u)), 255);
    u->where = n->kid[0];
    emit1(u, BC_ASSERTFAIL, (int)r);
    label_place(u, &passed);
}

/* ---- import ---- */

/* import a.b.c as d: the parts after the first, one attribute after the other. */
static void gen_import_parts(struct unit *u, value name, unsigned t)
{
    size_t n;
    const char *text = symbol_text(name, &n);
    size_t from = 0;
    for (size_t i = 0; i <= n; i++) {
        if (i < n && text[i] != '.') continue;
        if (from) {
            value part = symbol_intern(text + from, i - from);
            emit(u, BC_IMPORTAS, (int)t, (int)t, (int)constant(u, part));
            text = symbol_text(name, &n);
        }
        from = i + 1;
    }
}

static void gen_import(struct unit *u, struct node *n)
{
    for (unsigned i = 0; i < n->n; i++) {
        struct node *alias = n->kid[i];
        unsigned t = temporary(u), none = temporary(u);
        u->where = n;
        emit_none(u, none);
        emit4(u, BC_IMPORT, (int)t, (int)constant(u, alias->val), (int)none, 0);
        if (alias->n && alias->kid[0]) gen_import_parts(u, alias->val, t);
        store_name(u, alias_binds(alias), t);
        u->top = (uint8_t)t;
    }
}

#if ADDER_SYNTAX_MESSAGES
static bool is_future_feature(value name)
{
    static const char features[] = "nested_scopes generators division absolute_import with_statement "
                                   "print_function unicode_literals generator_stop annotations ";
    size_t n;
    const char *text = symbol_text(name, &n), *at = features;
    while (*at) {
        const char *space = strchr(at, ' ');
        if ((size_t)(space - at) == n && memcmp(at, text, n) == 0) return true;
        at = space + 1;
    }
    return name == SYMBOL(S_barry_as_FLUFL);
}

static void check_future(struct unit *u, struct node *n)
{
    if (u->base->kind != SCOPE_MODULE || u->blocks || here(u) != u->c->future_end)
        compile_error(u->c, n, "from __future__ imports must occur at the beginning of the file");
    for (unsigned i = 0; i < n->n; i++) {
        value name = n->kid[i]->val;
        if (name == SYMBOL(S_braces)) compile_error(u->c, n, "not a chance");
        if (!is_future_feature(name))
            compile_error(u->c, n, "future feature %v is not defined", name);
        u->c->annotation_texts |= ADDER_ANNOTATIONS && name == SYMBOL(S_annotations);
    }
}
#endif

static void gen_import_from(struct unit *u, struct node *n)
{
#if ADDER_SYNTAX_TEXT
    if (n->op == 0 && n->val == SYMBOL(S___future__)) {
#if ADDER_SYNTAX_MESSAGES
        check_future(u, n);
#endif
        return;
    }
#endif
    bool const_bound = u->c->const_bound;
    value names = tuple_new(n->n, NULL);
    for (unsigned i = 0; i < n->n; i++) tuple_of(names)->items[i] = n->kid[i]->val;
    unsigned module = temporary(u), t = temporary(u);
    u->where = n;
    emit_const(u, t, names);
    emit4(u, BC_IMPORT, (int)module, (int)constant(u, n->val == UNDEF ? SYMBOL(S_empty) : n->val), (int)t,
          n->op);
    for (unsigned i = 0; i < n->n; i++) {
        struct node *alias = n->kid[i];
        u->where = n;
        if (alias->val == SYMBOL('*')) {
            emit1(u, BC_IMPORTSTAR, (int)module);
            continue;
        }
        emit(u, BC_IMPORTFROM, (int)t, (int)module, (int)constant(u, alias->val));
        store_name(u, alias_binds(alias), t);
    }
    if (n->val == SYMBOL(S_micropython)) u->c->const_bound = const_bound;
}

/* ---- global at module level ---- */

/* At the top level it changes nothing, but a name must not have been used before. */
static void gen_global(struct unit *u, struct node *n)
{
    if (u->base->kind != SCOPE_MODULE) return;
    for (unsigned i = 0; i < n->n; i++) {
        value name = n->kid[i]->val;
        const uint8_t *code = scratch_bytes(u->code), *end = code + scratch_len(u->code);
        for (const uint8_t *at = code; at < end;) {
            bool get = *at == BC_GETG || *at == BC_GETN, set = *at == BC_SETG || *at == BC_SETN;
            if ((get || set) && list_items(u->constants)[at[2] | at[3] << 8] == name)
                error_of_stage(u->c, STAGE_SCOPES, n,
                              get ? "name '%v' is used prior to global declaration"
                                  : "name '%v' is assigned to before global declaration",
                              name);
            at += instruction_size(at);
        }
        if (ADDER_METHODS || !(u->c->flags & COMPILE_NAMES)) continue; /* it is known since the beginning */
        if (!u->c->globals) u->c->globals = dict_new(0);
        dict_set(u->c->globals, name, NONE);
    }
}

/* ---- any statement ---- */

static void gen_expression_statement(struct unit *u, struct node *n)
{
    if (u->c->mode >= COMPILE_SINGLE && u->base->kind == SCOPE_MODULE) {
        unsigned r = gen_last(u, n->kid[0]);
        u->where = n;
        emit1(u, BC_DISPLAY, (int)r);
        return;
    }
    if (n->kid[0]->kind != N_CONST || !is_str(n->kid[0]->val)) mark_line(u, n); /* a docstring is no statement */
    gen_effect(u, n->kid[0]);
}

static void gen_definition(struct unit *u, struct node *n)
{
    unsigned mark = u->top;
    struct location p = name_place(u, n->val);
    bool direct = p.kind == PLACE_REGISTER;
    unsigned r = direct ? p.reg : temporary(u);
    if (n->kind == N_FUNCTION)
        gen_function(u, n, r);
    else
        gen_class(u, n, r);
    u->where = n;
    if (direct)
        mark_assigned(u, &p);
    else
        store_place(u, &p, r);
    u->top = (uint8_t)mark;
}

void gen_block(struct unit *u, struct node *n)
{
    if (n->kind != N_BLOCK) {
        gen_statement(u, n);
        return;
    }
    for (unsigned i = 0; i < n->n; i++) gen_statement(u, n->kid[i]);
}

void gen_statement(struct unit *u, struct node *n)
{
    unsigned mark = u->top, floor = u->floor;
    check_c_stack();
    set_floor(u);
    u->where = n;
    begin_statement(u);
    switch (n->kind) {
    case N_BLOCK: gen_block(u, n); break;
    case N_EXPR: gen_expression_statement(u, n); break;
    case N_ASSIGN: gen_assign(u, n); break;
    case N_AUGASSIGN: gen_augmented(u, n); break;
    case N_ANNASSIGN: gen_annotated(u, n); break;
    case N_RETURN: gen_return(u, n); break;
    case N_DELETE:
        for (unsigned i = 0; i < n->n; i++) gen_delete(u, n->kid[i]);
        break;
    case N_PASS: mark_line(u, n); break;
    case N_NONLOCAL: break;
    case N_GLOBAL: gen_global(u, n); break;
    case N_BREAK: gen_leave(u, n, true); break;
    case N_CONTINUE: gen_leave(u, n, false); break;
    case N_IF: gen_if(u, n); break;
    case N_WHILE: gen_while(u, n); break;
    case N_FOR: gen_for(u, n); break;
    case N_WITH: gen_with_statement(u, n); break;
    case N_TRY:
        mark_line(u, n);
        gen_try(u, n);
        break;
    case N_RAISE: gen_raise(u, n); break;
    case N_ASSERT: gen_assert(u, n); break;
    case N_IMPORT: gen_import(u, n); break;
    case N_IMPORTFROM: gen_import_from(u, n); break;
    case N_FUNCTION:
    case N_CLASS: gen_definition(u, n); break;
#if ADDER_TYPING
    case N_TYPEALIAS: gen_type_alias(u, n); break;
#endif
#if ADDER_MATCH
    case N_MATCH: gen_match(u, n); break;
#endif
    default: compile_error(u->c, n, "invalid statement");
    }
    u->top = (uint8_t)mark;
    u->floor = (uint8_t)floor;
}
