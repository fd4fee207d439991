/* try, with, and every way of leaving them. Protected ranges go to the exception table; what must
 * happen on the way out (finally bodies, __exit__) is emitted once for each way. */
#include "codegen.h"

/* ---- blocks and protected ranges ---- */

void block_push(struct unit *u, struct block *b, enum block_kind kind)
{
    memset(b, 0, sizeof *b);
    b->outer = u->blocks;
    b->kind = (uint8_t)kind;
    b->start = NOWHERE;
    b->handler = HANDLER_ID + u->handlers++;
    b->first = guard_count(u);
    u->blocks = b;
}

void block_pop(struct unit *u, struct block *b)
{
    u->blocks = b->outer;
}

void range_open(struct unit *u, struct block *b, unsigned reg)
{
    b->handler_reg = (uint8_t)reg;
    b->assigned = u->assigned;
    b->start = here(u);
    b->open = true;
}

static void range_interrupt(struct unit *u, struct block *b)
{
    if (b->start != NOWHERE && b->start < here(u)) {
        struct guard g = {b->start, here(u), b->handler, b->handler_reg};
        memcpy(scratch_more(&u->guards, sizeof g), &g, sizeof g);
    }
    b->start = NOWHERE;
}

void range_close(struct unit *u, struct block *b)
{
    range_interrupt(u, b);
    b->open = false;
}

/* Here is where the exceptions of b's range go; also reached from above, if that is not dead. */
void handler_place(struct unit *u, struct block *b)
{
    struct guard *guards = (struct guard *)(void *)scratch_bytes(u->guards);
    bool reached = false;
    for (unsigned i = b->first; i < guard_count(u); i++) {
        if (guards[i].handler != b->handler) continue;
        guards[i].handler = here(u);
        reached = true;
    }
    if (!reached) return;
    struct label l; /* merges what is assigned on both ways */
    label_init(&l);
    l.assigned = b->assigned;
    bool dead = u->dead;
    label_place(u, &l);
    if (dead) u->assigned = b->assigned;
    u->dead = false;
}

/* ---- leaving ---- */

/* The name after `as` is unbound when its handler ends. */
static void clear_name(struct unit *u, value name)
{
    if (name == UNDEF) return;
    struct location p = name_place(u, name);
    unsigned mark = u->top, t = temporary(u);
    switch (p.kind) {
    case PLACE_GLOBAL:
    case PLACE_NAME:
    case PLACE_NAME_FREE:
        emit_none(u, t);
        store_place(u, &p, t);
        delete_place(u, &p);
        break;
    case PLACE_REGISTER: emit2(u, BC_LOADS, p.reg, 255); break;
    default: emit2(u, BC_LOADS, (int)t, 255); store_place(u, &p, t);
    }
    u->top = (uint8_t)mark;
}

static void gen_exit(struct unit *u, const struct block *b, unsigned dst, unsigned exception)
{
    u->where = b->node;
    emit(u, BC_EXIT, (int)dst, b->reg, (int)exception);
    if (ADDER_ASYNC && b->async) gen_await(u, dst, dst, AWAIT_EXIT);
}

static void leave_block(struct unit *u, struct block *b)
{
    unsigned mark = u->top, t;
    switch ((enum block_kind)b->kind) {
    case BLOCK_FINALLY: gen_block(u, b->node); break;
    case BLOCK_HANDLER:
        emit1(u, BC_POPEXC, b->reg);
        clear_name(u, b->name);
        break;
    case BLOCK_WITH:
        emit_none(u, t = temporary(u));
        gen_exit(u, b, t, t);
        break;
    case BLOCK_LOOP:
    case BLOCK_TRY: break;
    }
    u->top = (uint8_t)mark;
}

/* Emits what happens on the way out to `to` (NULL: of the function). u->blocks is put back by unwound(). */
static void unwind(struct unit *u, struct block *to)
{
    while (u->blocks != to) {
        struct block *b = u->blocks;
        range_interrupt(u, b);
        u->blocks = b->outer;
        leave_block(u, b);
    }
}

static void unwound(struct unit *u, struct block *blocks, struct block *to)
{
    u->blocks = blocks;
    for (struct block *b = blocks; b != to; b = b->outer)
        if (b->open) b->start = here(u);
}

static void check_star(struct unit *u, const struct node *n, const struct block *b)
{
    if (ADDER_GROUPS && b->star) compile_error(u->c, n, "'break', 'continue' and 'return' cannot appear in an except* block");
}

void gen_return(struct unit *u, struct node *n)
{
    struct node *v = n->kid[0];
    struct block *blocks = u->blocks;
    bool leaves = false;
    if (u->base->kind != SCOPE_FUNCTION) compile_error(u->c, n, "'return' outside function");
    if (v && (u->flags & CODE_ASYNC_GENERATOR) == CODE_ASYNC_GENERATOR)
        compile_error(u->c, n, "'return' with value in async generator");
    for (struct block *b = blocks; b; b = b->outer) {
        check_star(u, n, b);
        leaves |= b->kind >= BLOCK_FINALLY;
    }
    bool none = !v || (node_fold(u, v) && v->val == NONE);
    unsigned r = 0;
    if (!none && leaves)
        gen_to(u, v, r = temporary(u));
    else if (!none)
        r = gen_last(u, v);
    u->where = n;
    unwind(u, NULL); /* the line is now that of what was left last */
    if (none)
        emit0(u, BC_RETNONE);
    else
        emit1(u, BC_RET, (int)r);
    unwound(u, blocks, NULL);
}

void gen_leave(struct unit *u, struct node *n, bool is_break)
{
    struct block *blocks = u->blocks, *loop = blocks;
    while (loop && loop->kind != BLOCK_LOOP) {
        check_star(u, n, loop);
        loop = loop->outer;
    }
    if (!loop) compile_error(u->c, n, is_break ? "'break' outside loop" : "'continue' not properly in loop");
    unwind(u, loop);
    emit_jump(u, BC_JUMP, 0, 0, is_break ? loop->done : loop->next);
    unwound(u, blocks, loop);
}

/* ---- handlers ---- */

/* Around code that handles the exception in R[e]: R[e + 1] remembers what was being handled before. */
static void handler_begin(struct unit *u, struct block *h, unsigned e)
{
    emit2(u, BC_PUSHEXC, (int)e + 1, (int)e);
    block_push(u, h, BLOCK_HANDLER);
    h->reg = (uint8_t)(e + 1);
    range_open(u, h, e);
    set_floor(u);
}

/* What is raised in it goes on from here, and so does the exception itself. */
static void handler_end(struct unit *u, struct block *h)
{
    range_close(u, h);
    block_pop(u, h);
    handler_place(u, h);
    emit1(u, BC_POPEXC, h->reg);
    emit1(u, BC_RERAISE, h->handler_reg);
}

static void gen_handler_body(struct unit *u, struct node *handler, struct block *h, struct label *end)
{
    struct block named;
    unsigned e = h->handler_reg;
    if (handler->val != UNDEF) {
        store_name(u, handler->val, e);
        h->name = handler->val;
        block_push(u, &named, BLOCK_TRY);
        range_open(u, &named, e);
    }
    gen_block(u, handler->kid[1]);
    if (handler->val != UNDEF) {
        range_close(u, &named);
        block_pop(u, &named);
    }
    u->where = NULL; /* still in the body's last line */
    emit1(u, BC_POPEXC, h->reg);
    clear_name(u, h->name);
    emit_jump(u, BC_JUMP, 0, 0, end);
    if (handler->val != UNDEF) {
        handler_place(u, &named);
        clear_name(u, h->name);
        emit1(u, BC_RERAISE, (int)e);
    }
    h->name = UNDEF;
}

static void gen_handlers(struct unit *u, struct node *n, unsigned e, struct label *end)
{
    struct block h;
    handler_begin(u, &h, e);
    for (unsigned i = 3; i < n->n; i++) {
        struct node *handler = n->kid[i];
        struct label next;
        unsigned mark = u->top;
        label_init(&next);
        if (handler->kid[0]) {
            unsigned type = gen_last(u, handler->kid[0]);
            u->where = handler->kid[0];
            emit_jump(u, BC_JNOMATCH, (int)e, (int)type, &next);
            u->top = (uint8_t)mark;
        } else if (i + 1 < n->n) {
            compile_error(u->c, handler, "default 'except:' must be last");
        }
        gen_handler_body(u, handler, &h, end);
        label_place(u, &next);
    }
    handler_end(u, &h);
}

/* ---- except* ----
 * e: the exception, e + 1: handled before; then the rest not matched yet, the list of what was raised in
 * handlers, what the current one matches, and what was being handled before it. */

static void gen_star_handler(struct unit *u, struct node *handler, unsigned rest)
{
    unsigned raised = rest + 1, match = rest + 2, mark = u->top;
    struct label next, done;
    struct block h;
    label_init(&next);
    label_init(&done);
    unsigned type = gen_last(u, handler->kid[0]);
    u->where = handler->kid[0];
    emit(u, BC_STARMATCH, (int)rest, (int)match, (int)type);
    u->top = (uint8_t)mark;
    emit_jump(u, BC_JNONE, (int)match, 0, &next);
    handler_begin(u, &h, match); /* takes match + 1 */
    h.star = true;
    h.name = handler->val;
    if (h.name != UNDEF) store_name(u, h.name, match);
    gen_block(u, handler->kid[1]);
    range_close(u, &h);
    block_pop(u, &h);
    emit_jump(u, BC_JUMP, 0, 0, &done);
    handler_place(u, &h);
    u->where = handler;
    emit2(u, BC_APPEND, (int)raised, (int)match);
    label_place(u, &done); /* what matched stays the exception that is handled */
    clear_name(u, h.name);
    label_place(u, &next);
}

static void gen_star_handlers(struct unit *u, struct node *n, unsigned e, struct label *end)
{
    struct block h;
    struct label none;
    u->where = n;
    handler_begin(u, &h, e);
    unsigned rest = temporaries(u, 4);
    emit2(u, BC_STARPREP, (int)rest, (int)e);
    emit(u, BC_LIST, (int)rest + 1, (int)rest + 1, 0);
    for (unsigned i = 3; i < n->n; i++) gen_star_handler(u, n->kid[i], rest);
    label_init(&none);
    u->where = n;
    emit_jump(u, BC_JNONE, (int)rest, 0, &none);
    emit2(u, BC_APPEND, (int)rest + 1, (int)rest);
    label_place(u, &none);
    emit(u, BC_STARRAISE, (int)e, (int)rest + 1, (int)rest);
    emit1(u, BC_POPEXC, h.reg);
    emit_jump(u, BC_JUMP, 0, 0, end);
    handler_end(u, &h);
}

/* ---- try ---- */

static void gen_try_except(struct unit *u, struct node *n)
{
    struct block b;
    struct label end;
    unsigned mark = u->top, e = temporaries(u, 2);
    u->top = (uint8_t)mark; /* the body may use them; the handlers may not */
    label_init(&end);
    block_push(u, &b, BLOCK_TRY);
    range_open(u, &b, e);
    gen_block(u, n->kid[0]);
    range_close(u, &b);
    block_pop(u, &b);
    if (n->kid[1]) gen_block(u, n->kid[1]);
    emit_jump(u, BC_JUMP, 0, 0, &end);
    handler_place(u, &b);
    temporaries(u, 2);
    u->where = n->kid[3];
    if (ADDER_GROUPS && n->op)
        gen_star_handlers(u, n, e, &end);
    else
        gen_handlers(u, n, e, &end);
    u->top = (uint8_t)mark;
    label_place(u, &end);
}

static void gen_body(struct unit *u, struct node *n)
{
    if (n->n > 3)
        gen_try_except(u, n);
    else
        gen_block(u, n->kid[0]);
}

void gen_try(struct unit *u, struct node *n)
{
    if (!n->kid[2]) {
        gen_body(u, n);
        return;
    }
    struct block b, h;
    struct label end;
    unsigned mark = u->top, e = temporaries(u, 2);
    u->top = (uint8_t)mark;
    label_init(&end);
    block_push(u, &b, BLOCK_FINALLY);
    b.node = n->kid[2];
    range_open(u, &b, e);
    gen_body(u, n);
    range_close(u, &b);
    block_pop(u, &b);
    if (!u->dead) gen_marked_block(u, n->kid[2]);
    emit_jump(u, BC_JUMP, 0, 0, &end);
    handler_place(u, &b);
    temporaries(u, 2);
    handler_begin(u, &h, e);
    gen_block(u, n->kid[2]);
    handler_end(u, &h);
    u->top = (uint8_t)mark;
    label_place(u, &end);
}

/* ---- with ----
 * t: the context, then what __enter__ gave; t + 1: __exit__; t + 2, t + 3: as in a handler. */

static void gen_with_item(struct unit *u, struct node *n, unsigned i)
{
    struct block b, h;
    struct label swallowed, end;
    struct node *item = n->kid[i], *context = item->kid[0];
    unsigned mark = u->top, t = temporaries(u, 4);
    check_c_stack();
    u->top = (uint8_t)(t + 2);
    label_init(&swallowed);
    label_init(&end);
    unsigned r = gen_with_last(u, context, t);
    u->where = context;
    emit2(u, is_async(n) ? BC_AENTER : BC_ENTER, (int)t, (int)r);
    if (is_async(n)) gen_await(u, t, t, AWAIT_ENTER);
    block_push(u, &b, BLOCK_WITH);
    b.node = context;
    b.reg = (uint8_t)(t + 1);
    b.async = is_async(n);
    range_open(u, &b, t + 2);
    set_floor(u);
    if (item->kid[1]) gen_store(u, item->kid[1], t);
    if (i + 1 < n->n)
        gen_with_item(u, n, i + 1);
    else
        gen_block(u, n->kid[0]);
    range_close(u, &b);
    block_pop(u, &b);
    emit_none(u, t);
    gen_exit(u, &b, t, t);
    emit_jump(u, BC_JUMP, 0, 0, &end);
    handler_place(u, &b);
    temporaries(u, 2);
    handler_begin(u, &h, t + 2);
    gen_exit(u, &b, t, t + 2);
    emit_jump(u, BC_JT, (int)t, 0, &swallowed);
    handler_end(u, &h);
    label_place(u, &swallowed);
    emit1(u, BC_POPEXC, h.reg);
    label_place(u, &end);
    u->top = (uint8_t)mark;
}

void gen_with_statement(struct unit *u, struct node *n)
{
    if (is_async(n) && !is_async_unit(u)) compile_error(u->c, n, "'async with' outside async function");
    gen_with_item(u, n, 1);
}
