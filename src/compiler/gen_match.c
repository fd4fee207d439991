/* match. A pattern jumps to the next case as soon as it fails; what it captures stays in temporaries
 * until all of it has matched, and is bound then. Of a pattern with many parts it is kept in a dict, and the parts are
 * taken one by one. */
#include "codegen.h"

#if ADDER_MATCH

struct capture {
    struct capture *next;
    value name;
    unsigned reg;
};

struct matcher {
    struct unit *u;
    struct capture *captures;
    struct label *fail;
    bool far;      /* there are many parts, */
    unsigned dict; /* and the captures are in here */
};

static void gen_pattern(struct matcher *m, struct node *p, unsigned subject, bool irrefutable_ok);

static void capture(struct matcher *m, const struct node *p, value name, unsigned reg)
{
    for (const struct capture *c = m->captures; c; c = c->next)
        if (c->name == name) compile_error(m->u->c, p, "multiple assignments to name '%v' in pattern", name);
    struct capture *c = arena_alloc(m->u->c->tree, sizeof *c);
    *c = (struct capture){m->captures, name, reg};
    m->captures = c;
    if (!m->far) return;
    unsigned key = temporary(m->u);
    emit_const(m->u, key, name);
    emit(m->u, BC_DICTSET, (int)m->dict, (int)key, (int)reg);
    m->u->top--;
}

static bool is_wildcard(const struct node *p)
{
    return (p->kind == N_PCAPTURE || p->kind == N_PSTAR) && p->val == UNDEF;
}

static void fail_if(struct matcher *m, enum opcode op, unsigned a, int b)
{
    emit_jump(m->u, op, (int)a, b, m->fail);
}

/* Fails unless R[length] is n (or at least n). */
static void need_length(struct matcher *m, unsigned length, unsigned n, bool at_least)
{
    struct unit *u = m->u;
    if (n < 128) {
        fail_if(m, at_least ? BC_JLTIT : BC_JNEIT, length, (int)n);
        return;
    }
    unsigned t = temporary(u);
    emit_const(u, t, from_int((word)n));
    fail_if(m, at_least ? BC_JLTT : BC_JNET, length, (int)t);
}

static void match_value(struct matcher *m, struct node *p, unsigned subject)
{
    struct unit *u = m->u;
    struct node *v = p->kid[0];
    unsigned mark = u->top;
    int i;
    bool known = node_fold(u, v);
    u->where = p;
    if (p->op && v->val == NONE) {
        fail_if(m, BC_JNOTNONE, subject, 0);
    } else if (p->op) {
        unsigned t = temporary(u);
        emit_const(u, t, v->val);
        fail_if(m, BC_JISNOT, subject, (int)t);
    } else if (known && is_small_operand(v->val, &i)) {
        fail_if(m, BC_JEQIF, subject, i);
    } else if (known) {
        fail_if(m, BC_JEQKF, subject, u->dead ? 0 : (int)constant(u, v->val));
    } else {
        unsigned r = gen_last(u, v);
        u->where = p;
        fail_if(m, BC_JEQF, subject, (int)r);
    }
    u->top = (uint8_t)mark;
}

/* ---- sequences ---- */

static int find_star(struct unit *u, struct node *p)
{
    int star = -1;
    for (unsigned i = 0; i < p->n; i++) {
        if (p->kid[i]->kind != N_PSTAR) continue;
        if (star >= 0) compile_error(u->c, p, "multiple starred names in sequence pattern");
        star = (int)i;
    }
    return star;
}

static void match_item(struct matcher *m, struct node *p, unsigned r)
{
    if (p->kind == N_PKEYWORD) p = p->kid[0];
    if (p->kind != N_PSTAR)
        gen_pattern(m, p, r, true);
    else if (p->val != UNDEF)
        capture(m, p, p->val, r);
}

/* Takes n items out of R[values] for every step-th of these parts. */
static void match_parts(struct matcher *m, struct node **parts, unsigned step, unsigned n, unsigned values, int star)
{
    struct unit *u = m->u;
    bool far = m->far && n > 2;
    unsigned first = temporaries(u, far ? 1 : n);
#if ADDER_LARGE_FUNCTIONS
    if (far)
        gen_unpack_far(u, n, values, star, first);
    else
#endif
    if (star < 0)
        emit(u, BC_UNPACK, (int)first, (int)values, (int)n);
    else
        emit4(u, BC_UNPACKX, (int)first, (int)values, star, (int)n - star - 1);
    unsigned item = u->top;
    for (unsigned i = 0; i < n; i++) {
#if ADDER_LARGE_FUNCTIONS
        if (far) {
            u->top = (uint8_t)item;
            gen_item_far(u, temporary(u), first, i);
        }
#endif
        match_item(m, parts[i * step], far ? item : first + i);
    }
}

/* [a, b, *_]: the items by their indices, the last ones counted from the length. */
static void match_items(struct matcher *m, struct node *p, unsigned subject, unsigned length, int star)
{
    struct unit *u = m->u;
    for (unsigned i = 0; i < p->n; i++) {
        if (is_wildcard(p->kid[i])) continue;
        unsigned r = temporary(u);
        u->where = p;
        if ((int)i < star && i < 128) {
            emit(u, BC_GETITEMI, (int)r, (int)subject, (int)i);
        } else {
            if ((int)i < star)
                emit_const(u, r, from_int((word)i));
            else
                emit(u, BC_SUBK, (int)r, (int)length, (int)constant(u, from_int((word)(p->n - i))));
            emit(u, BC_GETITEM, (int)r, (int)subject, (int)r);
        }
        gen_pattern(m, p->kid[i], r, true);
        if (m->far) u->top = (uint8_t)r;
    }
}

static void match_sequence(struct matcher *m, struct node *p, unsigned subject)
{
    struct unit *u = m->u;
    int star = find_star(u, p);
    unsigned wild = 0, n = p->n, length = 0;
    for (unsigned i = 0; i < n; i++) wild += is_wildcard(p->kid[i]);
    u->where = p;
    fail_if(m, BC_JNOTSEQ, subject, 0);
    if (star < 0 || n > 1) {
        length = temporary(u);
        emit2(u, BC_LENGTH, (int)length, (int)subject);
        need_length(m, length, star < 0 ? n : n - 1, star >= 0);
    }
    if (wild == n) return;
    if (star >= 0 && is_wildcard(p->kid[star])) {
        match_items(m, p, subject, length, star);
        return;
    }
    if (length) u->top = (uint8_t)length;
    u->where = p;
    if (star > 255) compile_error(u->c, p, "too many expressions in star-unpacking sequence pattern");
    match_parts(m, p->kid, 1, n, subject, star);
}

/* ---- mappings ---- */

static value constant_keys(struct unit *u, struct node *p, unsigned n)
{
    value keys = tuple_new(n, NULL);
    for (unsigned i = 0; i < n; i++) {
        struct node *key = p->kid[2 * i];
        if (!node_fold(u, key)) return UNDEF;
        tuple_of(keys)->items[i] = key->val;
        for (unsigned j = 0; j < i; j++)
            if (equal(tuple_of(keys)->items[j], key->val))
                compile_error(u->c, p, "mapping pattern checks duplicate key (%r)", key->val);
    }
    return keys;
}

static void load_keys(struct unit *u, struct node *p, unsigned n, unsigned dst)
{
    value keys = constant_keys(u, p, n);
    if (keys != UNDEF) {
        emit_const(u, dst, keys);
        return;
    }
    struct node *items = arena_alloc(u->c->tree, sizeof *items + n * sizeof items->kid[0]);
    for (unsigned i = 0; i < n; i++) items->kid[i] = p->kid[2 * i];
    u->where = p;
    gen_tuple(u, items->kid, n, dst);
}

static void match_mapping(struct matcher *m, struct node *p, unsigned subject)
{
    struct unit *u = m->u;
    unsigned n = p->n / 2;
    u->where = p;
    fail_if(m, BC_JNOTMAP, subject, 0);
    if (n == 0 && p->val == UNDEF) return;
    if (n) {
        unsigned length = temporary(u);
        emit2(u, BC_LENGTH, (int)length, (int)subject);
        need_length(m, length, n, true);
        u->top = (uint8_t)length;
    }
    unsigned keys = temporary(u), values = temporary(u);
    load_keys(u, p, n, keys);
    u->where = p;
    if (n) {
        emit(u, BC_MATCHKEYS, (int)values, (int)subject, (int)keys);
        fail_if(m, BC_JNONE, values, 0);
        if (p->val == UNDEF) u->top = (uint8_t)keys; /* what is within needs the registers */
        match_parts(m, p->kid + 1, 2, n, values, -1);
    }
    if (p->val == UNDEF) return;
    u->where = p;
    emit(u, BC_MATCHREST, (int)values, (int)subject, (int)keys);
    capture(m, p, p->val, values);
}

/* ---- classes ---- */

static value attribute_names(struct unit *u, struct node *p, unsigned positional)
{
    unsigned n = p->n - 1 - positional;
    value names = tuple_new(n, NULL);
    for (unsigned i = 0; i < n; i++) {
        const struct node *keyword = p->kid[1 + positional + i];
        tuple_of(names)->items[i] = keyword->val;
        for (unsigned j = 0; j < i; j++)
            if (tuple_of(names)->items[j] == keyword->val)
                compile_error(u->c, keyword->kid[0], "attribute name repeated in class pattern: %v", keyword->val);
    }
    return names;
}

static void match_class(struct matcher *m, struct node *p, unsigned subject)
{
    struct unit *u = m->u;
    unsigned positional = 0, n = p->n - 1;
    while (positional < n && p->kid[1 + positional]->kind != N_PKEYWORD) positional++;
    unsigned values = temporary(u), cls = temporaries(u, 2);
    gen_to(u, p->kid[0], cls);
    emit_const(u, cls + 1, attribute_names(u, p, positional));
    u->where = p;
    emit4(u, BC_MATCHCLASS, (int)values, (int)subject, (int)cls, (int)positional);
    fail_if(m, BC_JNONE, values, 0);
    if (n == 0) return;
    u->top = (uint8_t)values;
    match_parts(m, p->kid + 1, 1, n, values, -1);
}

/* ---- alternatives ---- */

static unsigned count_captures(const struct capture *from, const struct capture *to)
{
    unsigned n = 0;
    for (; from != to; from = from->next) n++;
    return n;
}

/* Moves what this alternative captured to where the first one put it. */
static void unify(struct matcher *m, const struct node *p, const struct capture *first,
                  const struct capture *mine, const struct capture *before)
{
    bool same = count_captures(first, before) == count_captures(mine, before);
    for (const struct capture *a = first; same && a != before; a = a->next) {
        const struct capture *b = mine;
        while (b != before && b->name != a->name) b = b->next;
        same = b != before;
        if (same && !m->far) emit_move(m->u, a->reg, b->reg);
    }
    if (!same) compile_error(m->u->c, p, "alternative patterns bind different names");
}

static void match_alternatives(struct matcher *m, struct node *p, unsigned subject, bool irrefutable_ok)
{
    struct unit *u = m->u;
    struct capture *before = m->captures, *first = NULL;
    struct label matched, *fail = m->fail;
    label_init(&matched);
    for (unsigned i = 0; i < p->n; i++) {
        struct label next;
        bool last = i + 1 == p->n;
        label_init(&next);
        m->captures = before;
        if (!last) m->fail = &next;
        gen_pattern(m, p->kid[i], subject, irrefutable_ok && last);
        if (i == 0) {
            first = m->captures;
            for (struct capture *c = first; !m->far && c != before; c = c->next) { /* registers of their own */
                unsigned r = temporary(u);
                emit_move(u, r, c->reg);
                c->reg = r;
            }
        } else {
            unify(m, p, first, m->captures, before);
        }
        m->fail = fail;
        if (last) break;
        emit_jump(u, BC_JUMP, 0, 0, &matched);
        label_place(u, &next);
    }
    label_place(u, &matched);
    m->captures = first;
}

/* ---- any pattern ---- */

static void match_capture(struct matcher *m, struct node *p, unsigned subject, bool irrefutable_ok)
{
    if (!irrefutable_ok && p->val == UNDEF)
        compile_error(m->u->c, p, "wildcard makes remaining patterns unreachable");
    if (!irrefutable_ok)
        compile_error(m->u->c, p, "name capture '%v' makes remaining patterns unreachable", p->val);
    if (p->val != UNDEF) capture(m, p, p->val, subject);
}

static void gen_pattern(struct matcher *m, struct node *p, unsigned subject, bool irrefutable_ok)
{
    check_c_stack();
    switch (p->kind) {
    case N_PVALUE: match_value(m, p, subject); break;
    case N_PCAPTURE: match_capture(m, p, subject, irrefutable_ok); break;
    case N_PAS:
        gen_pattern(m, p->kid[0], subject, irrefutable_ok);
        capture(m, p, p->val, subject);
        break;
    case N_POR: match_alternatives(m, p, subject, irrefutable_ok); break;
    case N_PSEQ: match_sequence(m, p, subject); break;
    case N_PMAP: match_mapping(m, p, subject); break;
    case N_PCLASS: match_class(m, p, subject); break;
    default: compile_error(m->u->c, p, "invalid pattern");
    }
}

/* The first one first. */
static void bind_captures(struct matcher *m)
{
    struct capture *c = NULL, *next;
    for (; m->captures; m->captures = next) {
        next = m->captures->next;
        m->captures->next = c;
        c = m->captures;
    }
    for (; c; c = c->next) {
        if (m->far) {
            c->reg = temporary(m->u);
            emit_const(m->u, c->reg, c->name);
            emit(m->u, BC_GETITEM, (int)c->reg, (int)m->dict, (int)c->reg);
            m->u->top--;
        }
        store_name(m->u, c->name, c->reg);
    }
}

#if ADDER_LARGE_FUNCTIONS
#define PARTS_MAX 32 /* that are in registers */

static unsigned count_parts(const struct node *p)
{
    unsigned parts = p->n;
    check_c_stack();
    for (unsigned i = 0; i < p->n; i++)
        if (p->kid[i]) parts += count_parts(p->kid[i]);
    return parts;
}
#else
#define PARTS_MAX 0
#define count_parts(p) 0
#endif

void gen_match(struct unit *u, struct node *n)
{
    unsigned subject = temporary(u), mark = u->top;
    struct label end;
    label_init(&end);
    gen_to(u, n->kid[0], subject);
    for (unsigned i = 1; i < n->n; i++) {
        struct node *c = n->kid[i];
        struct label next;
        label_init(&next);
        struct matcher m = {.u = u, .fail = &next, .far = count_parts(c->kid[0]) > PARTS_MAX};
        mark_line(u, c->kid[0]);
        if (m.far) emit2(u, BC_DICT, (int)(m.dict = temporary(u)), 0);
        gen_pattern(&m, c->kid[0], subject, c->kid[1] || i + 1 == n->n);
        bind_captures(&m);
        u->top = (uint8_t)mark;
        if (c->kid[1]) gen_branch(u, c->kid[1], false, &next);
        gen_block(u, c->kid[2]);
        if (i + 1 < n->n) emit_jump(u, BC_JUMP, 0, 0, &end);
        label_place(u, &next);
    }
    label_place(u, &end);
}
#endif
