/* Calls. The window is placed at the lowest free temporary, or at the result's register when that is
 * the last one taken: a call in a call then needs no more registers than its arguments. */
#include "codegen.h"

/* ---- arguments ---- */

static bool is_keyword(const struct node *n)
{
    return n->kind == N_KEYWORD;
}

/* Positional ones and *x are evaluated first, wherever they stand. */
unsigned arguments_sort(const struct unit *u, struct node **arguments, unsigned n)
{
    unsigned positional = 0;
    for (unsigned i = 0; i < n; i++) {
        struct node *a = arguments[i];
        if (is_keyword(a)) {
            for (unsigned j = positional; a->val != UNDEF && j < i; j++)
                if (arguments[j]->val == a->val)
                    compile_error(u->c, a, "keyword argument repeated: %v", a->val);
            continue;
        }
        for (unsigned j = i; j > positional; j--) arguments[j] = arguments[j - 1];
        arguments[positional++] = a;
    }
    return positional;
}

void gen_keywords(struct unit *u, struct node **arguments, unsigned n, unsigned dst, unsigned callee)
{
    const struct node *where = u->where;
    unsigned into = dst, mark = u->top, merge = 0;
    emit2(u, BC_DICT, (int)dst, (int)n);
    for (unsigned i = 0; i < n; i++) {
        struct node *a = arguments[i];
        if (a->val == UNDEF) {
            unsigned r = gen_last(u, a->kid[0]);
            u->where = where;
            emit(u, BC_DICTMERGE, (int)dst, (int)r, (int)callee);
            u->top = (uint8_t)mark;
            merge = 1; /* names after a ** are checked against it: they go into a dict of their own */
            continue;
        }
        if (merge == 1) {
            into = temporary(u);
            emit2(u, BC_DICT, (int)into, 1);
            merge = 2;
        }
        unsigned inner = u->top, key = temporary(u);
        emit_const(u, key, a->val);
        unsigned r = gen_last(u, a->kid[0]);
        u->where = where;
        emit(u, BC_DICTSET, (int)into, (int)key, (int)r);
        u->top = (uint8_t)inner;
        if (merge == 2 && (i + 1 == n || arguments[i + 1]->val == UNDEF)) {
            emit(u, BC_DICTMERGE, (int)dst, (int)into, (int)callee);
            u->top = (uint8_t)mark;
            merge = 1;
        }
    }
}

static bool needs_collecting(const struct unit *u, struct node **arguments, unsigned n)
{
    if (n > ARGUMENTS_MAX || !temporaries_fit(u, WINDOW_HEAD + n)) return true;
    for (unsigned i = 0; i < n; i++)
        if (arguments[i]->kind == N_STAR || (is_keyword(arguments[i]) && arguments[i]->val == UNDEF))
            return true;
    return false;
}

static value keyword_names(struct node **arguments, unsigned n)
{
    value names = tuple_new(n, NULL);
    for (unsigned i = 0; i < n; i++) tuple_of(names)->items[i] = arguments[i]->val;
    return names;
}

/* ---- super ---- */

/* Whether n is `super()` in a method, where it can be told what it stands for. */
static bool is_super_call(struct unit *u, const struct node *n)
{
    if (n->kind != N_CALL || n->n != 1 || n->kid[0]->kind != N_NAME || n->kid[0]->val != SYMBOL(S_super))
        return false;
    if (u->base->kind != SCOPE_FUNCTION || u->base->flags & SCOPE_COMPREHENSION || !u->positional)
        return false;
    const struct var *v = scope_find(u->base, SYMBOL(S___class__));
    return v && v->flags & VAR_FREE && is_global_name(u, SYMBOL(S_super));
}

static void load_class(struct unit *u, unsigned dst)
{
    load_name(u, SYMBOL(S___class__), dst);
}

static void load_self(struct unit *u, unsigned dst)
{
    load_name(u, var_name(&u->base->vars[0]), dst);
}

static unsigned self_register(struct unit *u)
{
    int r = local_register(u, var_name(&u->base->vars[0]), true);
    if (r >= 0) return (unsigned)r;
    unsigned t = temporary(u);
    load_self(u, t);
    return t;
}

bool gen_super_attribute(struct unit *u, struct node *n, unsigned dst)
{
    if (!is_super_call(u, n->kid[0])) return false;
    unsigned mark = u->top, t = window_at(u, dst);
    temporaries(u, 2);
    load_class(u, t);
    load_self(u, t + 1);
    u->where = n;
    emit2(u, BC_GETSUPER, (int)t, (int)constant(u, scope_mangle(u->scope, n->val)));
    emit_move(u, dst, t);
    u->top = (uint8_t)mark;
    return true;
}

/* ---- calls ---- */

/* The method o.name and o itself into the window at w; arguments follow. */
static void gen_method(struct unit *u, struct node *f, unsigned w)
{
    int name = (int)constant(u, scope_mangle(u->scope, f->val));
    temporary(u);
    if (is_super_call(u, f->kid[0])) {
        load_class(u, w);
        temporaries(u, WINDOW_HEAD);
        unsigned mark = u->top, self = self_register(u);
        u->where = f;
        emit(u, BC_METHODSUPER, (int)w, name, (int)self);
        u->top = (uint8_t)mark;
        return;
    }
    unsigned object = gen_with_last(u, f->kid[0], w);
    u->top = (uint8_t)(w + 1);
    temporaries(u, WINDOW_HEAD);
    mark_attribute(u, f, f);
    emit(u, BC_METHOD, (int)w, (int)object, name);
}

static void gen_collected_call(struct unit *u, struct node *n, unsigned w, unsigned positional, unsigned dst)
{
    gen_to(u, n->kid[0], temporary(u));
    temporaries(u, WINDOW_HEAD - 1);
    unsigned list = temporary(u);
    u->where = n;
    if (positional == 1 && n->kid[1]->kind == N_STAR)
        gen_to(u, n->kid[1]->kid[0], list);
    else
        gen_list(u, n->kid + 1, positional, list);
    unsigned dict = temporary(u), keywords = n->n - 1 - positional;
    u->where = n;
    if (keywords)
        gen_keywords(u, n->kid + 1 + positional, keywords, dict, w);
    else
        emit_none(u, dict);
    u->where = n;
    emit2(u, BC_CALLX, (int)dst, (int)w);
}

static void gen_bare_super(struct unit *u, struct node *n, unsigned w, unsigned dst)
{
    gen_to(u, n->kid[0], temporary(u));
    temporaries(u, WINDOW_HEAD - 1);
    load_class(u, temporary(u));
    load_self(u, temporary(u));
    u->where = n;
    emit(u, BC_CALL, (int)dst, (int)w, 2);
}

void gen_call(struct unit *u, struct node *n, unsigned dst)
{
    unsigned mark = u->top, w = window_at(u, dst), nargs = n->n - 1;
    struct node **arguments = n->kid + 1;
    unsigned positional = arguments_sort(u, arguments, nargs);
    if (is_super_call(u, n)) {
        gen_bare_super(u, n, w, dst);
    } else if (needs_collecting(u, arguments, nargs)) {
        gen_collected_call(u, n, w, positional, dst);
    } else {
        bool method = n->kid[0]->kind == N_ATTR;
        if (method) {
            gen_method(u, n->kid[0], w);
        } else {
            gen_to(u, n->kid[0], temporary(u));
            temporaries(u, WINDOW_HEAD - 1);
        }
        for (unsigned i = 0; i < nargs; i++)
            gen_to(u, is_keyword(arguments[i]) ? arguments[i]->kid[0] : arguments[i], temporary(u));
        if (method)
            mark_attribute(u, n, n->kid[0]);
        else
            u->where = n;
        if (positional == nargs) {
            emit(u, method ? BC_CALLM : BC_CALL, (int)dst, (int)w, (int)nargs);
        } else {
            unsigned names =
                constant(u, u->dead ? NONE : keyword_names(arguments + positional, nargs - positional));
            emit4(u, method ? BC_CALLMKW : BC_CALLKW, (int)dst, (int)w, (int)nargs, (int)names);
        }
    }
    u->top = (uint8_t)mark;
}
