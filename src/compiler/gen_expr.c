/* Expressions. gen_to() puts a value where it is wanted; the destination is written by the last
 * instruction only, so that a local keeps its value when something raises half-way. */
#include "codegen.h"

/* ---- operands ---- */

static void gen_named(struct unit *u, struct node *n)
{
    gen_assign_from(u, n->kid[0], n->kid[1]);
}

/* A register with the value; scratch < 0: a new temporary, if one is needed. */
static unsigned operand(struct unit *u, struct node *n, int scratch, bool last)
{
    node_fold(u, n);
    if (ADDER_MORE_SYNTAX && n->kind == N_NAMED) {
        gen_named(u, n);
        n = n->kid[0];
    }
    if (n->kind == N_NAME) {
        u->where = n;
        int r = local_register(u, n->val, last);
        if (r >= 0) return (unsigned)r;
    }
    if (scratch < 0) scratch = (int)temporary(u);
    gen_to(u, n, (unsigned)scratch);
    return (unsigned)scratch;
}

unsigned gen_reg(struct unit *u, struct node *n)
{
    return operand(u, n, -1, false);
}

unsigned gen_last(struct unit *u, struct node *n)
{
    return operand(u, n, -1, true);
}

unsigned gen_with(struct unit *u, struct node *n, unsigned scratch)
{
    return operand(u, n, (int)scratch, false);
}

unsigned gen_with_last(struct unit *u, struct node *n, unsigned scratch)
{
    return operand(u, n, (int)scratch, true);
}

/* dst if it is a temporary, so that it may hold what is on the way; else -1. */
static int scratch_of(const struct unit *u, unsigned dst)
{
    return is_temporary(u, dst) ? (int)dst : -1;
}

/* A register to build a value in, step by step. */
static unsigned builder(struct unit *u, unsigned dst)
{
    return is_temporary(u, dst) ? dst : temporary(u);
}

unsigned window_at(struct unit *u, unsigned dst)
{
    if (is_temporary(u, dst) && dst + 1u == u->top) u->top--;
    return u->top;
}

/* ---- arithmetic ---- */

static void gen_operation(struct unit *u, struct node *n, unsigned dst, unsigned left)
{
    struct node *right = n->kid[1];
    enum op op = (enum op)node_op(n);
    int i;
    if (right->kind == N_CONST && op != OP_MATMUL) {
        u->where = n;
        if ((op == OP_ADD || op == OP_SUB) && is_small_operand(right->val, &i)) {
            emit(u, op == OP_ADD ? BC_ADDI : BC_SUBI, (int)dst, (int)left, i);
            return;
        }
        if (!constants_are_far(u)) {
            emit(u, BC_ADDK + (op - OP_ADD), (int)dst, (int)left, (int)constant(u, right->val));
            return;
        }
    }
    unsigned r = gen_last(u, right);
    u->where = n;
    emit(u, BC_ADD + (op - OP_ADD), (int)dst, (int)left, (int)r);
}

/* Whether a constant at the left may go into the instruction. */
static bool is_reversible(const struct unit *u, const struct node *left, const struct node *n)
{
    (void)u;
    return !constants_are_far(u) && left->kind == N_CONST && node_op(n) <= OP_DIV && n->kid[1]->kind != N_CONST;
}

static void gen_reversed(struct unit *u, struct node *n, unsigned dst, value left)
{
    unsigned r = gen_last(u, n->kid[1]);
    u->where = n;
    emit(u, BC_RADDK + (node_op(n) - OP_ADD), (int)dst, (int)r, u->dead ? 0 : (int)constant(u, left));
}

/* A chain of operators leans to the left, ever so deep: its links are noted on the way down. (The tree itself stays as it
 * is: a method's with an error in it is looked at again.) */
static void gen_binary(struct unit *u, struct node *n, unsigned dst)
{
    size_t depth = 0;
    for (const struct node *link = n; link->kind == N_BINOP; link = link->kid[0]) depth++;
    struct node *few[4], **links = depth <= 4 ? few : arena_alloc(u->c->tree, depth * sizeof *links);
    for (size_t i = 0; i < depth; n = n->kid[0]) links[i++] = n;
    const struct node *first = links[depth - 1];
    int scratch = scratch_of(u, dst);
    if (scratch < 0 && (n->kind != N_NAME || depth > 1)) scratch = (int)temporary(u);
    bool reversed = is_reversible(u, n, first);
    unsigned left = reversed ? 0 : operand(u, n, scratch, first->kid[1]->kind == N_CONST);
    while (depth--) {
        unsigned mark = u->top, to = depth ? (unsigned)scratch : dst;
        if (reversed)
            gen_reversed(u, links[depth], to, n->val);
        else
            gen_operation(u, links[depth], to, left);
        reversed = false;
        u->top = (uint8_t)mark;
        left = to;
    }
}

static void gen_unary(struct unit *u, struct node *n, unsigned dst)
{
    unsigned r = operand(u, n->kid[0], scratch_of(u, dst), true);
    u->where = n;
    enum opcode op = BC_NOT;
    if (node_op(n) != OP_NOT) op = node_op(n) == OP_NEG ? BC_NEG : node_op(n) == OP_POS ? BC_POS : BC_INVERT;
    emit2(u, op, (int)dst, (int)r);
}

/* ---- comparisons ---- */

static struct dict *constant_set(const struct node *n)
{
    struct dict *s = set_new(&type_frozenset);
    for (unsigned i = 0; i < n->n; i++) set_add(s, n->kid[i]->val);
    return s;
}

/* `in [1, 2]` needs no list. */
static void fold_container(struct unit *u, struct node *n)
{
    if (n->kind != N_LIST && n->kind != N_SET) return;
    for (unsigned i = 0; i < n->n; i++)
        if (n->kid[i]->kind == N_STAR || !node_fold(u, n->kid[i])) return;
    if (!ADDER_SETS || n->kind == N_LIST) {
        n->kind = N_TUPLE;
        n->op &= (uint8_t)~TRIED;
        node_fold(u, n);
        return;
    }
    n->val = from_ptr(constant_set(n));
    n->kind = N_CONST;
    n->n = 0;
}

static enum opcode comparison_opcode(unsigned op)
{
    switch (op) {
    case OP_IN: return BC_IN;
    case OP_NOTIN: return BC_NOTIN;
    case OP_IS: return BC_IS;
    case OP_ISNOT: return BC_ISNOT;
    default: return BC_LT + (op - OP_LT);
    }
}

static void prepare_right(struct unit *u, const struct node *cmp)
{
    if (ADDER_FOLDING && (cmp->op == OP_IN || cmp->op == OP_NOTIN)) fold_container(u, cmp->kid[0]);
}

static void gen_compare(struct unit *u, struct node *n, unsigned dst)
{
    struct label end;
    unsigned result = n->n > 2 ? builder(u, dst) : dst;
    unsigned slots[2] = {0, 0};
    if (n->n > 2) slots[0] = temporaries(u, 2), slots[1] = slots[0] + 1;
    unsigned left = operand(u, n->kid[0], n->n > 2 ? (int)slots[1] : scratch_of(u, dst), false);
    label_init(&end);
    for (unsigned i = 1; i < n->n; i++) {
        struct node *cmp = n->kid[i];
        bool last = i + 1 == n->n;
        prepare_right(u, cmp);
        unsigned right = operand(u, cmp->kid[0], n->n > 2 ? (int)slots[~i & 1] : -1, last);
        u->where = n;
        emit(u, comparison_opcode(cmp->op), (int)result, (int)left, (int)right);
        if (!last) emit_jump(u, BC_JF, (int)result, 0, &end);
        left = right;
    }
    label_place(u, &end);
    emit_move(u, dst, result);
}

/* Jumps if (R[left] cmp) is `when`. Returns the register of the right side, for a chain. */
static unsigned branch_compare(struct unit *u, struct node *n, struct node *cmp, unsigned left, int scratch,
                               bool last, bool when, struct label *to)
{
    struct node *right = cmp->kid[0];
    unsigned op = cmp->op;
    int i;
    prepare_right(u, cmp);
    if (last && node_fold(u, right)) {
        u->where = n;
        if (op >= OP_LT && op <= OP_NE && is_small_operand(right->val, &i)) {
            emit_jump(u, (when ? BC_JLTIT : BC_JLTIF) + (op - OP_LT), (int)left, i, to);
            return 0;
        }
        if (op >= OP_LT && op <= OP_GE && !constants_are_far(u)) {
            emit_jump(u, (when ? BC_JLTKT : BC_JLTKF) + (op - OP_LT), (int)left,
                      u->dead ? 0 : (int)constant(u, right->val), to);
            return 0;
        }
        if (op == OP_EQ && !constants_are_far(u)) {
            emit_jump(u, when ? BC_JEQKT : BC_JEQKF, (int)left, u->dead ? 0 : (int)constant(u, right->val),
                      to);
            return 0;
        }
        if ((op == OP_IS || op == OP_ISNOT) && right->val == NONE) {
            emit_jump(u, (op == OP_IS) == when ? BC_JNONE : BC_JNOTNONE, (int)left, 0, to);
            return 0;
        }
    }
    unsigned r = operand(u, right, scratch, last);
    u->where = n;
    enum opcode jump;
    if (op == OP_IS || op == OP_ISNOT)
        jump = (op == OP_IS) == when ? BC_JIS : BC_JISNOT;
    else if (op == OP_IN || op == OP_NOTIN)
        jump = (op == OP_IN) == when ? BC_JIN : BC_JNOTIN;
    else
        jump = (when ? BC_JLTT : BC_JLTF) + (op - OP_LT);
    emit_jump(u, jump, (int)left, (int)r, to);
    return r;
}

static void branch_comparison(struct unit *u, struct node *n, bool when, struct label *to)
{
    struct label skip;
    bool chain = ADDER_FAST && n->n > 2;
    unsigned slots = chain ? temporaries(u, 2) : 0;
    unsigned left =
        operand(u, n->kid[0], chain ? (int)slots + 1 : -1, n->n == 2 && node_fold(u, n->kid[1]->kid[0]));
    if (!chain) {
        branch_compare(u, n, n->kid[1], left, -1, true, when, to);
        return;
    }
    label_init(&skip);
    for (unsigned i = 1; i < n->n; i++) {
        bool last = i + 1 == n->n;
        int scratch = (int)(slots + (~i & 1));
        if (last)
            branch_compare(u, n, n->kid[i], left, scratch, true, when, to);
        else
            left = branch_compare(u, n, n->kid[i], left, scratch, false, false, when ? &skip : to);
    }
    label_place(u, &skip);
}

/* ---- conditions ---- */

static void branch_boolop(struct unit *u, struct node *n, bool when, struct label *to)
{
    if ((n->op == 1) == when) {
        for (unsigned i = 0; i < n->n; i++) gen_branch(u, n->kid[i], when, to);
        return;
    }
    struct label skip;
    label_init(&skip);
    for (unsigned i = 0; i + 1 < n->n; i++) gen_branch(u, n->kid[i], !when, &skip);
    gen_branch(u, n->kid[n->n - 1], when, to);
    label_place(u, &skip);
}

void gen_branch(struct unit *u, struct node *n, bool when, struct label *to)
{
    unsigned mark = u->top;
    check_c_stack();
    int known = node_truth(u, n);
    if (known >= 0) {
        if ((known == 1) == when) emit_jump(u, BC_JUMP, 0, 0, to);
        return;
    }
    if (n->kind == N_UNARY && node_op(n) == OP_NOT) {
        gen_branch(u, n->kid[0], !when, to);
    } else if (n->kind == N_BOOLOP) {
        branch_boolop(u, n, when, to);
    } else if (n->kind == N_COMPARE && (ADDER_FAST || n->n == 2)) {
        branch_comparison(u, n, when, to);
    } else {
        unsigned r = gen_last(u, n);
        u->where = n;
        emit_jump(u, when ? BC_JT : BC_JF, (int)r, 0, to);
    }
    u->top = (uint8_t)mark;
}

static void gen_boolop(struct unit *u, struct node *n, unsigned dst)
{
    struct label end;
    unsigned result = builder(u, dst);
    label_init(&end);
    for (unsigned i = 0; i + 1 < n->n; i++) {
        gen_to(u, n->kid[i], result);
        emit_jump(u, n->op == 1 ? BC_JT : BC_JF, (int)result, 0, &end);
    }
    gen_to(u, n->kid[n->n - 1], result);
    label_place(u, &end);
    emit_move(u, dst, result);
}

static void gen_ifexp(struct unit *u, struct node *n, unsigned dst)
{
    struct label orelse, end;
    label_init(&orelse);
    label_init(&end);
    gen_branch(u, n->kid[0], false, &orelse);
    gen_to(u, n->kid[1], dst);
    emit_jump(u, BC_JUMP, 0, 0, &end);
    label_place(u, &orelse);
    gen_to(u, n->kid[2], dst);
    label_place(u, &end);
}

/* ---- attributes and items ---- */

void mark_attribute(struct unit *u, const struct node *n, const struct node *attribute)
{
    u->where = n;
    if (!ADDER_COLUMNS || !attribute->lines || attribute->end_column == COLUMN_UNKNOWN) return;
    size_t len;
    symbol_text(attribute->val, &len);
    struct node *at = arena_alloc(u->c->tree, sizeof *at);
    at->kind = n->kind;
    at->line = attribute->line + attribute->lines;
    at->lines = (uint16_t)(n->line + n->lines - at->line);
    at->column = (uint16_t)(attribute->end_column - len);
    at->end_column = n->end_column;
    u->where = at;
}

static void gen_attribute(struct unit *u, struct node *n, unsigned dst)
{
    if (gen_super_attribute(u, n, dst)) return;
    unsigned r = operand(u, n->kid[0], scratch_of(u, dst), true);
    mark_attribute(u, n, n);
    emit(u, BC_GETATTR, (int)dst, (int)r, (int)constant(u, scope_mangle(u->scope, n->val)));
}

static void gen_or_none(struct unit *u, struct node *n, unsigned dst)
{
    if (n)
        gen_to(u, n, dst);
    else
        emit_none(u, dst);
}

static void gen_slice(struct unit *u, struct node *n, unsigned dst)
{
    unsigned mark = u->top, first = window_at(u, dst);
    for (unsigned i = 0; i < 3; i++) gen_or_none(u, n->kid[i], temporary(u));
    u->where = n;
    emit2(u, BC_SLICE, (int)dst, (int)first);
    u->top = (uint8_t)mark;
}

static void gen_item(struct unit *u, struct node *n, unsigned dst)
{
    struct node *index = n->kid[1];
    int i;
    bool simple = node_fold(u, index);
    unsigned object = operand(u, n->kid[0], scratch_of(u, dst), simple);
    if (simple && is_small_operand(index->val, &i)) {
        u->where = n;
        emit(u, BC_GETITEMI, (int)dst, (int)object, i);
    } else if (index->kind == N_SLICE && !index->kid[2]) {
        unsigned bounds = temporary(u);
        gen_or_none(u, index->kid[0], bounds);
        gen_or_none(u, index->kid[1], temporary(u));
        u->where = n;
        emit(u, BC_GETSLICE, (int)dst, (int)object, (int)bounds);
    } else {
        unsigned key = gen_last(u, index);
        u->where = n;
        emit(u, BC_GETITEM, (int)dst, (int)object, (int)key);
    }
}

/* ---- displays ---- */

static bool all_constant(struct unit *u, struct node **items, unsigned n)
{
    for (unsigned i = 0; i < n; i++)
        if (items[i]->kind == N_STAR || !node_fold(u, items[i])) return false;
    return true;
}

static bool has_star(struct node **items, unsigned n)
{
    for (unsigned i = 0; i < n; i++)
        if (items[i]->kind == N_STAR) return true;
    return false;
}

/* Whether all items are to go into a run of registers. */
static bool fits_run(const struct unit *u, struct node **items, unsigned n)
{
    return n <= CHUNK + CHUNK / 2 && temporaries_fit(u, n) && !has_star(items, n);
}

/* Items without a star, up to the limit, into a run of registers; how many. */
static unsigned gen_run(struct unit *u, struct node **items, unsigned n, unsigned limit)
{
    if (!temporaries_fit(u, limit)) limit = 0;
    unsigned i = 0;
    for (; i < n && i < limit && items[i]->kind != N_STAR; i++) gen_to(u, items[i], temporary(u));
    return i;
}

struct display {
    uint8_t build, add, update;
};
static const struct display list_display = {BC_LIST, BC_APPEND, BC_EXTEND};
static const struct display set_display = {BC_SET, BC_SETADD, BC_SETUPDATE};

/* All items are constants: they come out of a tuple. */
static void gen_constant_items(struct unit *u, const struct display *d, struct node **items, unsigned n,
                               unsigned to)
{
    value v = tuple_new(n, NULL);
    for (unsigned i = 0; i < n; i++) tuple_of(v)->items[i] = items[i]->val;
    emit(u, (enum opcode)d->build, (int)to, (int)to, 0);
    unsigned t = temporary(u);
    emit_const(u, t, v);
    emit2(u, (enum opcode)d->update, (int)to, (int)t);
}

/* A list or set, first items by registers, the rest one by one. */
static void gen_display(struct unit *u, const struct display *d, struct node **items, unsigned n,
                        unsigned dst)
{
    unsigned mark = u->top;
    const struct node *where = u->where;
    if (n >= 4 && all_constant(u, items, n)) {
        unsigned to = builder(u, dst);
        gen_constant_items(u, d, items, n, to);
        emit_move(u, dst, to);
    } else if (fits_run(u, items, n)) {
        unsigned first = window_at(u, dst);
        gen_run(u, items, n, n);
        u->where = where;
        emit(u, (enum opcode)d->build, (int)dst, (int)first, (int)n);
    } else {
        unsigned to = builder(u, dst), first = u->top;
        unsigned done = gen_run(u, items, n, CHUNK);
        u->where = where;
        emit(u, (enum opcode)d->build, (int)to, (int)first, (int)done);
        for (unsigned i = done; i < n; i++) {
            bool star = items[i]->kind == N_STAR;
            u->top = (uint8_t)first;
            unsigned r = gen_last(u, star ? items[i]->kid[0] : items[i]);
            u->where = star ? items[i] : where;
            emit2(u, (enum opcode)(star ? d->update : d->add), (int)to, (int)r);
        }
        emit_move(u, dst, to);
    }
    u->top = (uint8_t)mark;
}

/* A set of constants is in the order of a copy of CPython's constant, which is a frozenset that it has made twice, the second time from
 * the items of the first. A loop goes over that itself. */
static bool gen_constant_set(struct unit *u, struct node *n, unsigned dst)
{
    bool copied = n->op != ITERATED;
    if (n->n < (copied ? 3 : 1) || !all_constant(u, n->kid, n->n)) return false;
    value items = tuple_from_iterable(from_ptr(constant_set(n)));
    unsigned mark = u->top, to = builder(u, dst), made = copied ? temporary(u) : to, t = temporary(u);
    emit_const(u, t, items);
    emit(u, BC_SET, (int)made, (int)made, 0);
    emit2(u, BC_SETUPDATE, (int)made, (int)t);
    if (copied) {
        emit(u, BC_SET, (int)to, (int)to, 0);
        emit2(u, BC_SETUPDATE, (int)to, (int)made);
    }
    emit_move(u, dst, to);
    u->top = (uint8_t)mark;
    return true;
}

static void gen_set(struct unit *u, struct node *n, unsigned dst)
{
    if (ADDER_SET_ORDER && gen_constant_set(u, n, dst)) return;
    gen_display(u, &set_display, n->kid, n->n, dst);
}

void gen_list(struct unit *u, struct node **items, unsigned n, unsigned dst)
{
    gen_display(u, &list_display, items, n, dst);
}

void gen_tuple(struct unit *u, struct node **items, unsigned n, unsigned dst)
{
    unsigned mark = u->top;
    const struct node *where = u->where;
    if (fits_run(u, items, n)) {
        unsigned first = window_at(u, dst);
        gen_run(u, items, n, n);
        u->where = where;
        emit(u, BC_TUPLE, (int)dst, (int)first, (int)n);
    } else {
        unsigned to = builder(u, dst);
        gen_list(u, items, n, to);
        u->where = where;
        emit2(u, BC_LISTTUPLE, (int)dst, (int)to);
    }
    u->top = (uint8_t)mark;
}

static void gen_dict(struct unit *u, struct node *n, unsigned dst)
{
    unsigned to = builder(u, dst), mark = u->top;
    emit2(u, BC_DICT, (int)to, n->n / 2 > 65535 ? 65535 : (int)(n->n / 2));
    for (unsigned i = 0; i < n->n; i += 2) {
        if (n->kid[i]) {
            unsigned key = gen_reg(u, n->kid[i]), v = gen_last(u, n->kid[i + 1]);
            u->where = n;
            emit(u, BC_DICTSET, (int)to, (int)key, (int)v);
        } else {
            unsigned v = gen_last(u, n->kid[i + 1]);
            u->where = n;
            emit2(u, BC_DICTUPDATE, (int)to, (int)v);
        }
        u->top = (uint8_t)mark;
    }
    emit_move(u, dst, to);
}

/* ---- f-strings and t-strings ---- */

#define JOINED_MAX 32 /* parts that are joined at once */

static void gen_field(struct unit *u, struct node *n, unsigned dst)
{
    struct node *spec = n->kid[1];
    unsigned mark = u->top, r = operand(u, n->kid[0], scratch_of(u, dst), !spec), spec_reg = 0;
    if (spec && spec->n) {
        spec_reg = temporary(u);
        gen_to(u, spec, spec_reg++);
    }
    u->where = n;
    emit4(u, BC_FORMAT, (int)dst, (int)r, n->op, (int)spec_reg);
    u->top = (uint8_t)mark;
}

static void gen_part(struct unit *u, struct node *part, unsigned dst)
{
    if (part->kind == N_FVALUE)
        gen_field(u, part, dst);
    else
        gen_to(u, part, dst);
}

static void gen_fstring(struct unit *u, struct node *n, unsigned dst)
{
    if (n->n <= 1) {
        if (n->n)
            gen_part(u, n->kid[0], dst);
        else
            emit_const(u, dst, SYMBOL(S_empty));
        return;
    }
    unsigned mark = u->top, first = window_at(u, dst);
    for (unsigned i = 0; i < n->n; i++) {
        unsigned done = u->top - first;
        if (done == JOINED_MAX || (done > 1 && !temporaries_fit(u, 1))) {
            emit(u, BC_JOIN, (int)first, (int)first, (int)done);
            u->top = (uint8_t)(first + 1);
        }
        gen_part(u, n->kid[i], temporary(u));
    }
    u->where = n;
    emit(u, BC_JOIN, (int)dst, (int)first, (int)(u->top - first));
    u->top = (uint8_t)mark;
}

#if ADDER_TEMPLATES
static void gen_interpolation(struct unit *u, struct node *n, unsigned dst)
{
    unsigned mark = u->top, first = window_at(u, dst);
    gen_to(u, n->kid[0], temporary(u));
    emit_const(u, temporary(u), n->val);
    unsigned spec = temporary(u);
    if (n->kid[1])
        gen_to(u, n->kid[1], spec);
    else
        emit_const(u, spec, SYMBOL(S_empty));
    u->where = n;
    emit(u, BC_INTERPOLATION, (int)dst, (int)first, n->op);
    u->top = (uint8_t)mark;
}

static void gen_tstring(struct unit *u, struct node *n, unsigned dst)
{
    unsigned t = builder(u, dst);
    gen_tuple(u, n->kid, n->n, t);
    u->where = n;
    emit2(u, BC_TEMPLATE, (int)dst, (int)t);
}
#endif

/* ---- yield and await ---- */

bool is_async_unit(const struct unit *u)
{
    if (u->base->kind == SCOPE_MODULE) return ADDER_ASYNC && u->c->flags & COMPILE_TOP_AWAIT;
    return u->base->flags & SCOPE_ASYNC;
}

static void gen_yield(struct unit *u, struct node *n, unsigned dst)
{
    unsigned r;
    if (n->kid[0])
        r = operand(u, n->kid[0], scratch_of(u, dst), true);
    else
        emit_none(u, r = builder(u, dst));
    u->where = n;
    if (u->base->flags & SCOPE_ASYNC) {
        unsigned wrapped = builder(u, dst);
        emit2(u, BC_AGENWRAP, (int)wrapped, (int)r);
        r = wrapped;
    }
    emit2(u, BC_YIELD, (int)dst, (int)r);
}

/* Runs the iterator in R[iterator] to its end, yielding what it yields: R[dst] = what it returned.
 *     s = None
 *     next:  SEND s, iterator, done
 *     out:   YIELDFROM s, iterator  an exception thrown in here goes to
 *            JUMP next
 *            THROWN s, iterator, done
 *            JUMP out
 *     done: */
void gen_delegate(struct unit *u, unsigned iterator, unsigned dst)
{
    struct label next, out, done;
    struct block guard;
    const struct node *where = u->where;
    unsigned s = is_temporary(u, dst) && dst != iterator ? dst : temporary(u);
    label_init(&next);
    label_init(&out);
    label_init(&done);
    if (u->dead) return;
    emit_none(u, s);
    label_place(u, &next);
    emit_jump(u, BC_SEND, (int)s, (int)iterator, &done);
    label_place(u, &out);
    block_push(u, &guard, BLOCK_TRY);
    range_open(u, &guard, s);
    emit2(u, BC_YIELDFROM, (int)s, (int)iterator);
    range_close(u, &guard);
    block_pop(u, &guard);
    emit_jump(u, BC_JUMP, 0, 0, &next);
    handler_place(u, &guard);
    u->where = where;
    emit_jump(u, BC_THROWN, (int)s, (int)iterator, &done);
    emit_jump(u, BC_JUMP, 0, 0, &out);
    label_place(u, &done);
    emit_move(u, dst, s);
}

void gen_await(struct unit *u, unsigned v, unsigned dst, enum await_kind kind)
{
    unsigned mark = u->top, iterator = temporary(u);
    if (u->base->kind == SCOPE_MODULE) u->flags |= CODE_COROUTINE;
    emit(u, BC_GETAWAIT, (int)iterator, (int)v, (int)kind);
    gen_delegate(u, iterator, dst);
    u->top = (uint8_t)mark;
}

#if ADDER_ASYNC
static void gen_await_expression(struct unit *u, struct node *n, unsigned dst)
{
    if (!is_async_unit(u)) {
        bool function = u->base->kind == SCOPE_FUNCTION;
        compile_error(u->c, n, function ? "'await' outside async function" : "'await' outside function");
    }
    unsigned r = gen_last(u, n->kid[0]);
    u->where = n;
    gen_await(u, r, dst, AWAIT);
}
#endif

static void gen_yield_from(struct unit *u, struct node *n, unsigned dst)
{
    unsigned iterator = temporary(u), r = gen_with_last(u, n->kid[0], iterator);
    u->where = n;
    if (ADDER_ASYNC)
        emit(u, BC_GETAWAIT, (int)iterator, (int)r, AWAIT_YIELD_FROM);
    else
        emit2(u, BC_GETITER, (int)iterator, (int)r);
    gen_delegate(u, iterator, dst);
}

/* ---- any expression ---- */

static void gen_name_to(struct unit *u, struct node *n, unsigned dst)
{
    u->where = n;
    load_name(u, n->val, dst);
}

static void gen_new(struct unit *u, struct node *n, unsigned dst)
{
    u->where = n;
    switch (n->kind) {
    case N_CONST: emit_const(u, dst, n->val); break;
    case N_NAME: gen_name_to(u, n, dst); break;
    case N_BINOP: gen_binary(u, n, dst); break;
    case N_UNARY: gen_unary(u, n, dst); break;
    case N_BOOLOP: gen_boolop(u, n, dst); break;
    case N_COMPARE: gen_compare(u, n, dst); break;
    case N_IFEXP: gen_ifexp(u, n, dst); break;
#if ADDER_MORE_SYNTAX
    case N_NAMED:
        gen_named(u, n);
        gen_name_to(u, n->kid[0], dst);
        break;
#endif
    case N_CALL: gen_call(u, n, dst); break;
    case N_ATTR: gen_attribute(u, n, dst); break;
    case N_SUBSCR: gen_item(u, n, dst); break;
    case N_SLICE: gen_slice(u, n, dst); break;
    case N_LIST: gen_list(u, n->kid, n->n, dst); break;
    case N_TUPLE: gen_tuple(u, n->kid, n->n, dst); break;
    case N_SET: gen_set(u, n, dst); break;
    case N_DICT: gen_dict(u, n, dst); break;
    case N_LISTCOMP:
    case N_SETCOMP:
    case N_DICTCOMP:
    case N_GENEXP: gen_comprehension(u, n, dst); break;
#if ADDER_ASYNC
    case N_AWAIT: gen_await_expression(u, n, dst); break;
#endif
    case N_YIELD: gen_yield(u, n, dst); break;
    case N_YIELDFROM: gen_yield_from(u, n, dst); break;
    case N_FSTRING: gen_fstring(u, n, dst); break;
#if ADDER_TEMPLATES
    case N_TSTRING: gen_tstring(u, n, dst); break;
    case N_FVALUE: gen_interpolation(u, n, dst); break; /* of a t-string */
#endif
    case N_FUNCTION: gen_function(u, n, dst); break;
    default: compile_error(u->c, n, "can't use starred expression here");
    }
}

#if ADDER_LARGE_FUNCTIONS
/* The same as gen_new() when registers are short; false: that is not needed, or does not help. */
static bool gen_stashed(struct unit *u, struct node *n, unsigned dst)
{
    struct stashed s;
    if (n->kind == N_CONST || n->kind == N_NAME || !stash_begin(u, &s)) return false;
    unsigned t = temporary(u);
    gen_to(u, n, t);
    emit_move(u, dst, stash_end(u, &s, t));
    return true;
}
#else
#define REGISTERS_SHORT 0
#define gen_stashed(u, n, dst) false
#endif

void gen_to(struct unit *u, struct node *n, unsigned dst)
{
    unsigned mark = u->top;
    check_c_stack();
    node_fold(u, n);
    if (!ADDER_LARGE_FUNCTIONS || u->top <= REGISTERS_SHORT || !gen_stashed(u, n, dst)) gen_new(u, n, dst);
    u->top = (uint8_t)mark;
}

void gen_effect(struct unit *u, struct node *n)
{
    unsigned mark = u->top;
    if (!node_fold(u, n)) gen_last(u, n);
    u->top = (uint8_t)mark;
}

#if ADDER_MORE_SYNTAX
/* ---- looking for a walrus ---- */

bool has_named(const struct node *n)
{
    check_c_stack();
    while (n && n->kind != N_CONST && n->kind != N_FUNCTION) {
        if (n->kind == N_NAMED) return true;
        for (unsigned i = 1; i < n->n; i++)
            if (has_named(n->kid[i])) return true;
        n = n->n ? n->kid[0] : NULL;
    }
    return false;
}
#endif
