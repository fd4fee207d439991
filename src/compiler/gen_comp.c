/* Loops, and comprehensions. A list, set or dict comprehension runs in the frame around it, its names
 * in registers of their own; a generator expression is a function that is called with the iterator. */
#include "codegen.h"

/* ---- loops ----
 *     ITER state, iterable                         next:  ANEXT item; await
 *     JUMP next                                           store
 *     body: ...                                           body ... JUMP next
 *     next: LOOP state, item, body                 StopAsyncIteration goes on here  */

/* The register of a target that is a plain local; -1: it is something else. */
static int direct_target(struct unit *u, const struct node *target)
{
    if (target->kind != N_NAME) return -1;
    struct location p = name_place(u, target->val);
    return p.kind == PLACE_REGISTER ? p.reg : -1;
}

static void store_item(struct unit *u, struct loop *l)
{
    if (l->direct) {
        struct location p = name_place(u, l->target->val);
        mark_assigned(u, &p);
    } else {
        gen_store(u, l->target, l->item);
    }
}

static void begin_async(struct unit *u, struct loop *l)
{
    const struct node *where = u->where;
    l->item = l->direct ? l->item : temporary(u);
    label_place(u, &l->next);
    block_push(u, &l->guard, BLOCK_TRY);
    unsigned mark = u->top, t = temporaries(u, 2); /* the handler puts the exception there */
    range_open(u, &l->guard, t);
    emit2(u, BC_ANEXT, (int)t, (int)l->state);
    gen_await(u, t, t, AWAIT);
    range_close(u, &l->guard);
    block_pop(u, &l->guard);
    emit_move(u, l->item, t);
    u->top = (uint8_t)mark;
    u->where = where;
    store_item(u, l);
}

/* Whether n is a call of what is most likely the built-in range. */
static bool is_range_call(struct unit *u, const struct node *n)
{
    if (n->kind != N_CALL || n->n < 2 || n->n > 4 || n->kid[0]->kind != N_NAME || n->kid[0]->val != SYMBOL(S_range))
        return false;
    for (unsigned i = 1; i < n->n; i++)
        if (n->kid[i]->kind == N_STAR || n->kid[i]->kind == N_KEYWORD) return false;
    return is_global_name(u, SYMBOL(S_range));
}

/* No range object is made if R[w] turns out to be range, and its arguments ints. */
static void gen_range(struct unit *u, struct node *n, unsigned state)
{
    struct label counting;
    int w = (int)temporary(u), nargs = (int)n->n - 1;
    gen_to(u, n->kid[0], (unsigned)w);
    temporaries(u, WINDOW_HEAD - 1);
    for (int i = 1; i <= nargs; i++) gen_to(u, n->kid[i], temporary(u));
    u->where = n;
    label_init(&counting);
    emit_jump3(u, BC_RANGE, (int)state, w, nargs, &counting);
    emit(u, BC_CALL, (int)state, w, nargs);
    emit2(u, BC_ITER, (int)state, (int)state);
    label_place(u, &counting);
}

unsigned loop_iterate(struct unit *u, struct node *n, bool async)
{
    unsigned state = temporary(u);
    if (!async && is_range_call(u, n)) {
        temporaries(u, 2);
        gen_range(u, n, state);
        u->top = (uint8_t)(state + 3);
        return state;
    }
    mark_iterated(n);
    unsigned iterable = gen_with_last(u, n, state);
    u->top = (uint8_t)(state + 1);
    if (!async) temporaries(u, 2);
    u->where = n;
    emit2(u, ADDER_ASYNC && async ? BC_AITER : BC_ITER, (int)state, (int)iterable);
    return state;
}

void loop_begin(struct unit *u, struct loop *l, struct node *target, bool async, unsigned state)
{
    int direct = direct_target(u, target);
    l->target = target;
    l->async = ADDER_ASYNC && async;
    l->state = state;
    l->direct = direct >= 0;
    l->item = (unsigned)direct;
    label_init(&l->next);
    label_init(&l->body);
    if (ADDER_ASYNC && async) {
        begin_async(u, l);
        return;
    }
    if (!l->direct) l->item = temporary(u);
    struct bits assigned = u->assigned;
    bool dead = u->dead;
    emit_jump(u, BC_JUMP, 0, 0, &l->next);
    u->dead = dead;
    u->assigned = assigned;
    label_place(u, &l->body);
    store_item(u, l);
}

void loop_end(struct unit *u, struct loop *l)
{
    if (!ADDER_ASYNC || !l->async) {
        label_place(u, &l->next);
        emit_jump(u, BC_LOOP, (int)l->state, (int)l->item, &l->body);
        return;
    }
    struct label other, done;
    label_init(&other);
    label_init(&done);
    emit_jump(u, BC_JUMP, 0, 0, &l->next);
    handler_place(u, &l->guard);
    unsigned e = l->guard.handler_reg, mark = u->top;
    if (u->top <= e + 1u) temporaries(u, e + 2u - u->top);
    emit_const(u, e + 1, from_ptr(&type_StopAsyncIteration));
    emit_jump(u, BC_JNOMATCH, (int)e, (int)e + 1, &other);
    emit_jump(u, BC_JUMP, 0, 0, &done);
    label_place(u, &other);
    emit1(u, BC_RERAISE, (int)e);
    label_place(u, &done);
    u->top = (uint8_t)mark;
}

/* ---- comprehensions ---- */

static unsigned first_clause(const struct node *n)
{
    return n->kind == N_DICTCOMP ? 2 : 1;
}

static void gen_element(struct unit *u, struct node *n, unsigned result)
{
    unsigned mark = u->top, r, wrapped;
    switch (n->kind) {
    case N_DICTCOMP: {
        unsigned key = gen_reg(u, n->kid[0]), v = gen_last(u, n->kid[1]);
        u->where = n;
        emit(u, BC_DICTSET, (int)result, (int)key, (int)v);
        break;
    }
    case N_GENEXP:
        r = gen_last(u, n->kid[0]);
        wrapped = temporary(u);
        u->where = n;
        if (u->base->flags & SCOPE_ASYNC) {
            emit2(u, BC_AGENWRAP, (int)wrapped, (int)r);
            r = wrapped;
        }
        emit2(u, BC_YIELD, (int)wrapped, (int)r);
        break;
    default:
        r = gen_last(u, n->kid[0]);
        u->where = n;
        emit2(u, n->kind == N_LISTCOMP ? BC_APPEND : BC_SETADD, (int)result, (int)r);
    }
    u->top = (uint8_t)mark;
}

/* Clause i and all that follow; its iteration is in R[state]. */
static void gen_clause(struct unit *u, struct node *n, unsigned i, unsigned state, unsigned result)
{
    struct loop l;
    struct node *clause = n->kid[i];
    unsigned mark = u->top, guards = guard_count(u);
    check_c_stack();
    u->where = clause->kid[1];
    loop_begin(u, &l, clause->kid[0], is_async(clause), state);
    for (unsigned c = 2; c < clause->n; c++) gen_branch(u, clause->kid[c], false, &l.next);
    if (i + 1 == n->n) {
        gen_element(u, n, result);
    } else {
#if ADDER_LARGE_FUNCTIONS
        struct stashed s;
        bool stashed = u->top > REGISTERS_SHORT && stash_begin(u, &s);
#endif
        unsigned inner = loop_iterate(u, n->kid[i + 1]->kid[1], is_async(n->kid[i + 1]));
        gen_clause(u, n, i + 1, inner, result);
#if ADDER_LARGE_FUNCTIONS
        if (stashed) stash_end(u, &s, s.top);
#endif
    }
    u->where = clause->kid[1];
    range_names_end(u, guards);
    loop_end(u, &l);
    u->top = (uint8_t)mark;
}

static void need_async(struct unit *u, const struct node *n)
{
    for (unsigned i = first_clause(n); i < n->n; i++)
        if (is_async(n->kid[i]) && n->kind != N_GENEXP && !is_async_unit(u))
            compile_error(u->c, n, "asynchronous comprehension outside of an asynchronous function");
}

static void build_empty(struct unit *u, const struct node *n, unsigned dst)
{
    if (n->kind == N_DICTCOMP)
        emit2(u, BC_DICT, (int)dst, 0);
    else
        emit(u, n->kind == N_LISTCOMP ? BC_LIST : BC_SET, (int)dst, (int)dst, 0);
}

/* Registers for the comprehension's names; cells for those that something inside captures. */
static void give_registers(struct unit *u, struct scope *s)
{
    for (unsigned i = 0; i < s->nvars; i++) {
        struct var *v = &s->vars[i];
        if (!(v->flags & VAR_BOUND)) continue;
        v->reg = (uint16_t)temporary(u);
        if (v->flags & (VAR_CAPTURED | VAR_EARLY)) emit2(u, BC_LOADS, v->reg, 255);
        if (v->flags & VAR_CAPTURED) emit1(u, BC_NEWCELL, v->reg);
    }
}

static void gen_inline(struct unit *u, struct node *n, struct scope *s, unsigned dst)
{
    unsigned first = first_clause(n), mark = u->top;
    struct scope *outer = u->scope;
    unsigned result = is_temporary(u, dst) ? dst : temporary(u);
    unsigned state = loop_iterate(u, n->kid[first]->kid[1], is_async(n->kid[first]));
    u->where = n;
    build_empty(u, n, result);
    u->scope = s;
    give_registers(u, s);
    unsigned floor = u->floor;
    set_floor(u);
    gen_clause(u, n, first, state, result);
    u->floor = (uint8_t)floor;
    u->scope = outer;
    emit_move(u, dst, result);
    u->top = (uint8_t)mark;
}

/* The body of a generator expression, or of a comprehension in a hidden scope of a class. */
static void gen_comprehension_body(struct unit *u, struct node *n)
{
    unit_prologue(u);
    if (!ADDER_ASYNC_GENERATORS && u->base->flags & SCOPE_ASYNC) compile_left_out(u->c, n);
    u->flags |= u->base->flags & SCOPE_ASYNC    ? CODE_ASYNC_GENERATOR
                : u->base->flags & SCOPE_YIELDS ? CODE_GENERATOR
                                                : 0;
    u->positional = 1;
    unsigned result = 0;
    if (n->kind != N_GENEXP) build_empty(u, n, result = temporary(u));
    unsigned first = first_clause(n), state = temporaries(u, 3);
    set_floor(u);
    u->where = n->kid[first]->kid[1];
    emit2(u, ADDER_ASYNC && is_async(n->kid[first]) ? BC_AITER : BC_ITER, (int)state, 0);
    gen_clause(u, n, first, state, result);
    if (n->kind != N_GENEXP)
        emit1(u, BC_RET, (int)result);
    else
        emit0(u, BC_RETNONE);
}

static void gen_comprehension_function(struct unit *u, struct node *n, struct scope *s, unsigned dst)
{
    static const uint16_t names[] = {S_lt_listcomp, S_lt_genexpr, S_lt_setcomp, S_lt_dictcomp};
    struct unit inner;
    unit_open(&inner, u, s, SYMBOL(names[n->kind - N_LISTCOMP]), n);
    gen_comprehension_body(&inner, n);
    gen_closure(u, &inner, dst);
}

void gen_comprehension(struct unit *u, struct node *n, unsigned dst)
{
    struct scope *s = scope_child(u->scope, n);
    need_async(u, n);
    if (s->kind == SCOPE_INLINE) {
#if ADDER_LARGE_FUNCTIONS
        struct stashed stashed;
        if (!temporaries_fit(u, s->nvars + 4 * n->n + 32) && stash_begin(u, &stashed)) {
            unsigned t = temporary(u);
            gen_inline(u, n, s, t);
            emit_move(u, dst, stash_end(u, &stashed, t));
            return;
        }
#endif
        gen_inline(u, n, s, dst);
        return;
    }
    unsigned mark = u->top, w = window_at(u, dst);
    struct node *clause = n->kid[first_clause(n)];
    temporaries(u, WINDOW_HEAD);
    gen_comprehension_function(u, n, s, w);
    mark_iterated(clause->kid[1]);
    unsigned argument = temporary(u), iterable = gen_with_last(u, clause->kid[1], argument);
    u->where = clause->kid[1];
    if (is_async(clause))
        emit_move(u, argument, iterable);
    else
        emit2(u, BC_ITERARG, (int)argument, (int)iterable);
    u->where = n;
    emit(u, BC_CALL, (int)dst, (int)w, 1);
    u->top = (uint8_t)mark;
}
