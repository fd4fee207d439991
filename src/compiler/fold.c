/* Constant folding: expressions whose value is known become CONST nodes, in place. What would raise, or
 * would be large, is left to run time. */
#include "codegen.h"

static bool make_const(struct node *n, value v)
{
    n->kind = N_CONST;
    n->val = v;
    n->n = 0;
    return true;
}

/* const(x), MicroPython's: x, where x is constant. */
static bool fold_const_call(struct unit *u, struct node *n)
{
    const struct node *f = n->kid[0];
    if (f->kind != N_NAME || f->val != SYMBOL(S_const) || n->n != 2 || u->c->const_bound) return false;
    if (n->kid[1]->kind == N_STAR || n->kid[1]->kind == N_KEYWORD || !node_fold(u, n->kid[1])) return false;
    if (!is_global_name(u, f->val)) return false;
    return make_const(n, n->kid[1]->val);
}

#if ADDER_FOLDING
#define FOLDED_MAX  128 /* bytes of a string, items of a tuple that may come out */
#define FOLDED_BITS 1024

static bool is_number(value v)
{
    return is_integer(v) || is_float(v) || is_complex(v);
}

static size_t bits_of(value v)
{
    return is_integer(v) ? int_bit_length(v) : 0;
}

static size_t size_of(value v)
{
    if (is_str(v)) return str_view(v).len;
    if (is_tuple(v)) return tuple_of(v)->len;
    size_t n = 0;
    if (is_bytes(v)) bytes_view(v, &n);
    return n;
}

/* Whether a op b is worth computing now: quick, small, and of built-in types. */
static bool is_reasonable(enum op op, value a, value b)
{
    bool numbers = is_number(a) && is_number(b);
    switch (op) {
    case OP_ADD: return numbers || size_of(a) + size_of(b) <= FOLDED_MAX;
    case OP_MUL:
        if (numbers) return bits_of(a) + bits_of(b) <= FOLDED_BITS;
        if (is_int(b))
            return int_of(b) <= FOLDED_MAX &&
                   (int_of(b) <= 0 || size_of(a) * (size_t)int_of(b) <= FOLDED_MAX);
        if (is_int(a))
            return int_of(a) <= FOLDED_MAX &&
                   (int_of(a) <= 0 || size_of(b) * (size_t)int_of(a) <= FOLDED_MAX);
        return false;
    case OP_POW:
        if (!is_integer(a)) return numbers;
        return !is_integer(b) ||
               (is_int(b) && (int_of(b) <= 1 ||
                              (int_of(b) <= FOLDED_BITS && bits_of(a) * (size_t)int_of(b) <= FOLDED_BITS)));
    case OP_SHL: return numbers && is_int(b) && int_of(b) <= FOLDED_BITS && bits_of(a) <= FOLDED_BITS;
    case OP_MOD: return numbers; /* not "%s" % x */
    default: return numbers;
    }
}

struct operation {
    enum op op;
    value a, b;
};

static value compute_binary(void *arg)
{
    const struct operation *o = arg;
    return binary(o->op, o->a, o->b);
}

static value compute_unary(void *arg)
{
    const struct operation *o = arg;
    return o->op == (enum op)OP_NOT ? from_bool(!truth(o->a)) : unary(o->op, o->a);
}

static value compute_item(void *arg)
{
    const struct operation *o = arg;
    return get_item(o->a, o->b);
}

static bool fold_into(struct node *n, value (*compute)(void *), struct operation *o)
{
    value result;
    if (!protect(compute, o, &result) || size_of(result) > FOLDED_MAX) return false;
    return make_const(n, result);
}

static bool fold_operation(struct unit *u, struct node *n)
{
    struct operation o = {(enum op)node_op(n), UNDEF, UNDEF};
    if (n->kid[0]->kind != N_CONST || !node_fold(u, n->kid[1])) return false;
    o.a = n->kid[0]->val;
    o.b = n->kid[1]->val;
    return is_reasonable(o.op, o.a, o.b) && fold_into(n, compute_binary, &o);
}

/* a + b + c ... leans to the left, ever so deep: on the way down the links are turned round. */
static bool fold_binary(struct unit *u, struct node *n)
{
    struct node *up = NULL, *next;
    for (; n->kind == N_BINOP && !(n->op & TRIED); n = next) {
        next = n->kid[0];
        n->kid[0] = up;
        up = n;
    }
    node_fold(u, n);
    while (up) {
        struct node *parent = up->kid[0];
        up->kid[0] = n;
        if (!fold_operation(u, up)) up->op |= TRIED;
        n = up;
        up = parent;
    }
    return n->kind == N_CONST;
}

static bool fold_unary(struct unit *u, struct node *n)
{
    struct operation o = {(enum op)node_op(n), UNDEF, UNDEF};
    if (!node_fold(u, n->kid[0])) return false;
    o.a = n->kid[0]->val;
    if (node_op(n) != OP_NOT && (!is_number(o.a) || (node_op(n) == OP_INVERT && is_bool(o.a)))) return false;
    return fold_into(n, compute_unary, &o);
}

static bool fold_tuple(struct unit *u, struct node *n)
{
    for (unsigned i = 0; i < n->n; i++)
        if (!node_fold(u, n->kid[i])) return false;
    if (n->n > 4 * FOLDED_MAX) return false;
    value v = tuple_new(n->n, NULL);
    for (unsigned i = 0; i < n->n; i++) tuple_of(v)->items[i] = n->kid[i]->val;
    return make_const(n, v);
}

static bool fold_item(struct unit *u, struct node *n)
{
    struct operation o = {OP_ADD, UNDEF, UNDEF};
    if (!node_fold(u, n->kid[0]) || !node_fold(u, n->kid[1])) return false;
    o.a = n->kid[0]->val;
    o.b = n->kid[1]->val;
    return fold_into(n, compute_item, &o);
}

static bool fold_name(struct unit *u, struct node *n)
{
    value v;
    if (n->val == SYMBOL(S___debug__)) return make_const(n, from_bool(u->c->optimise == 0));
    return u->c->consts && module_const(u, n->val, &v) && make_const(n, v);
}

static bool fold_new(struct unit *u, struct node *n)
{
    check_c_stack();
    switch (n->kind) {
    case N_BINOP: return fold_binary(u, n);
    case N_UNARY: return fold_unary(u, n);
    case N_TUPLE: return fold_tuple(u, n);
    case N_SUBSCR: return fold_item(u, n);
    case N_CALL: return fold_const_call(u, n);
    case N_NAME: return fold_name(u, n);
    default: return false;
    }
}

bool node_fold(struct unit *u, struct node *n)
{
    if (n->kind == N_CONST) return true;
    if (n->kind == N_NAME) return fold_name(u, n);
    if (n->op & TRIED) return false;
    if (n->kind != N_BINOP && n->kind != N_UNARY && n->kind != N_TUPLE && n->kind != N_SUBSCR &&
        n->kind != N_CALL)
        return false;
    if (fold_new(u, n)) return true;
    n->op |= TRIED;
    return false;
}

#else
/* -1 is no expression to anybody. */
static bool fold_minus(struct node *n)
{
    value v = n->kid[0]->kind == N_CONST ? n->kid[0]->val : NONE;
    return node_op(n) == OP_NEG && (is_integer(v) || is_float(v)) && !is_bool(v) && make_const(n, unary(OP_NEG, v));
}

bool node_fold(struct unit *u, struct node *n)
{
    switch (n->kind) {
    case N_CONST: return true;
    case N_UNARY: return fold_minus(n);
    case N_CALL: return fold_const_call(u, n);
    case N_NAME: return n->val == SYMBOL(S___debug__) && make_const(n, from_bool(u->c->optimise == 0));
    default: return false;
    }
}
#endif

int node_truth(struct unit *u, struct node *n)
{
    return node_fold(u, n) ? truth(n->val) : -1;
}
