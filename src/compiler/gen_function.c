/* Functions, classes, annotations and type parameters: everything that makes code objects of its own. */
#include "codegen.h"

/* ---- closures ---- */

#if ADDER_LARGE_FUNCTIONS
#define CELLS_MAX 32 /* that are in registers at once */

static bool is_far(const struct unit *u, const struct unit *inner)
{
    return inner->cells > CELLS_MAX || !temporaries_fit(u, inner->cells);
}

/* The cells go one by one into the stash. */
static void gen_closure_far(struct unit *u, struct unit *inner, unsigned dst)
{
    struct stashed stashed;
    const struct scope *s = inner->base;
    unsigned mark = u->top, number = constant(u, from_ptr(unit_close(inner)));
    stash_open(u, &stashed, inner->cells);
    unsigned t = temporary(u), first = stashed.at;
    for (unsigned i = 0; i < s->nvars && !u->dead; i++) {
        if (!(s->vars[i].flags & VAR_FREE)) continue;
        load_cell(u, var_name(&s->vars[i]), t);
        emit4(u, BC_STASH, u->stash - 1, (int)t, 1, (int)(first + s->vars[i].reg));
    }
    emit4(u, BC_CLOSUREFAR, (int)dst, (int)number, u->stash - 1, (int)first);
    stash_close(u, &stashed);
    u->top = (uint8_t)mark;
}
#else
#define is_far(u, inner) false
#define gen_closure_far(u, inner, dst) ((void)0)
#endif

void gen_closure(struct unit *u, struct unit *inner, unsigned dst)
{
    if (is_far(u, inner)) {
        gen_closure_far(u, inner, dst);
        return;
    }
    unsigned mark = u->top, first = u->top;
    const struct scope *s = inner->base;
    struct code *code = unit_close(inner);
    if (!u->dead) temporaries(u, inner->cells);
    for (unsigned i = 0; i < s->nvars && !u->dead; i++)
        if (s->vars[i].flags & VAR_FREE) load_cell(u, var_name(&s->vars[i]), first + s->vars[i].reg);
    unsigned number = constant(u, from_ptr(code));
    emit(u, BC_CLOSURE, (int)dst, (int)number, (int)first);
    u->top = (uint8_t)mark;
}

#if HIDDEN_SCOPES
/* The namespace of the class around a hidden function goes to its register 0. */
static void load_namespace(struct unit *u)
{
    if (!(u->base->flags & SCOPE_IN_CLASS)) return;
    load_free(u, scope_find(u->base, SYMBOL(S___classdict__)), 0);
}

/* An annotation or a type parameter's default, *Ts too; returns its register. */
static unsigned gen_type(struct unit *u, struct node *n)
{
    if (n->kind != N_STAR) return gen_last(u, n);
    unsigned r = gen_last(u, n->kid[0]), t = temporary(u);
    emit(u, BC_UNPACK, (int)t, (int)r, 1);
    return t;
}
#endif

#if ADDER_TYPING
/* An expression that is evaluated later: a function of one argument, the format (1: its value). */
static void gen_evaluator(struct unit *u, struct node *n, const struct node *key, value name, unsigned dst)
{
    struct unit inner;
    unit_open(&inner, u, scope_child(u->scope, key), name, n);
    load_namespace(&inner);
    unit_prologue(&inner);
    inner.flags |= CODE_SIMPLE;
    emit1(&inner, BC_RET, (int)gen_type(&inner, n));
    gen_closure(u, &inner, dst);
}
#endif

/* ---- annotations ---- */

#if ADDER_ANNOTATIONS

/* An __annotate__ function refuses every format but 1 (and 2, which is internal to CPython). */
static void begin_annotate(struct unit *u)
{
    struct label good;
    label_init(&good);
    emit_jump(u, BC_JLEIT, 0, 2, &good);
    unsigned t = temporary(u);
    emit_const(u, t, from_ptr(&type_NotImplementedError));
    emit1(u, BC_RAISE, (int)t);
    u->top--;
    label_place(u, &good);
    load_namespace(u);
    unit_prologue(u);
    u->flags |= CODE_SIMPLE;
    emit2(u, BC_DICT, (int)temporary(u), 0); /* u->locals: the dict */
}

static void add_annotation(struct unit *u, value name, struct node *annotation)
{
    unsigned mark = u->top, key = temporary(u), r;
    if (!annotation) return;
    emit_const(u, key, scope_mangle(u->scope, name));
    value text = u->c->annotation_texts ? annotation_text(annotation) : UNDEF;
    if (text != UNDEF)
        emit_const(u, r = temporary(u), text);
    else
        r = gen_type(u, annotation);
    u->where = annotation;
    emit(u, BC_DICTSET, u->locals, (int)key, (int)r);
    u->top = (uint8_t)mark;
}

static void gen_function_annotations(struct unit *u, struct node *n, unsigned dst)
{
    struct node *params = n->kid[0];
    struct unit inner;
    unit_open(&inner, u, scope_child(u->scope, params), SYMBOL(S___annotate__), n);
    begin_annotate(&inner);
    for (unsigned i = 0; i < params->n; i++)
        add_annotation(&inner, params->kid[i]->val, params->kid[i]->kid[0]);
    add_annotation(&inner, SYMBOL(S_return), n->kid[1]);
    emit1(&inner, BC_RET, inner.locals);
    gen_closure(u, &inner, dst);
}

static void add_assignment(void *context, struct node *n)
{
    add_annotation(context, n->kid[0]->val, n->kid[1]);
}

static void gen_class_annotations(struct unit *u, struct node *n)
{
    struct node *body = n->kid[2];
    struct scope *s = scope_child(u->scope, body);
    if (!s) return;
    struct unit inner;
    unsigned t = temporary(u);
    unit_open(&inner, u, s, SYMBOL(S___annotate__), n);
    begin_annotate(&inner);
    each_annotation(body, add_assignment, &inner);
    emit1(&inner, BC_RET, inner.locals);
    gen_closure(u, &inner, t);
    emit2(u, BC_SETN, (int)t, (int)constant(u, SYMBOL(S___annotate__)));
    u->top--;
}

/* The module's annotations are added to one unit that stays open until the end. */
static void add_module_annotation(struct unit *u, struct node *n)
{
    struct unit *a = u->c->annotate;
    struct scope *s = scope_child(u->scope, n);
    if (!a) {
        a = u->c->annotate = u->c->annotate_unit;
        unit_open(a, u, s, SYMBOL(S___annotate__), n);
        begin_annotate(a);
    }
    a->base = a->scope = s;
    a->where = n;
    a->dead = u->dead;
    add_assignment(a, n);
    a->dead = false;
    a->where = NULL;
    a->line_node = NULL;
}

void module_annotations_end(struct unit *u)
{
    struct unit *a = u->c->annotate;
    if (!a) return;
    struct scope empty = {.kind = SCOPE_HIDDEN};
    a->base = a->scope = &empty;
    unsigned t = temporary(u);
    emit1(a, BC_RET, a->locals);
    gen_closure(u, a, t);
    emit2(u, BC_SETG, (int)t, (int)constant(u, SYMBOL(S___annotate__)));
    u->top--;
}
#else
#define gen_function_annotations(u, n, dst) ((void)0)
#define gen_class_annotations(u, n) ((void)0)
#define add_module_annotation(u, n) ((void)0)
#endif

void gen_annotated(struct unit *u, struct node *n)
{
    struct node *target = n->kid[0];
    unsigned mark = u->top;
    if (n->kid[2]) {
        gen_assign_from(u, target, n->kid[2]);
    } else if (target->kind == N_ATTR) {
        gen_effect(u, target->kid[0]);
    } else if (target->kind == N_SUBSCR) {
        gen_reg(u, target->kid[0]);
        gen_effect(u, target->kid[1]);
    }
    u->top = (uint8_t)mark;
    bool module = u->base->kind == SCOPE_MODULE && !(u->base->flags & SCOPE_NAMES);
    if (ADDER_ANNOTATIONS && module && n->op && target->kind == N_NAME) add_module_annotation(u, n);
}

/* ---- function bodies ---- */

/* Of self, that the methods of a class set. */
static unsigned attributes_count(const struct scope *s)
{
    unsigned n = 0;
    for (unsigned i = 0; i < s->nvars; i++) n += (s->vars[i].flags & VAR_SELF) != 0;
    return n;
}

#if ADDER_METHODS
/* Their names, a tuple. */
static value attributes_set(const struct scope *s)
{
    value names = tuple_new(attributes_count(s), NULL);
    unsigned at = 0;
    for (unsigned i = 0; i < s->nvars; i++)
        if (s->vars[i].flags & VAR_SELF) tuple_of(names)->items[at++] = var_name(&s->vars[i]);
    return names;
}
#endif

static void declare_parameters(struct unit *u, const struct node *params)
{
    u->positional = 0;
    for (unsigned i = 0; i < params->n; i++) {
        switch (params->kid[i]->op) {
        case PARAM_POSITIONAL_ONLY: u->positional_only++; /* fall through */
        case PARAM_NORMAL: u->positional++; break;
        case PARAM_KEYWORD_ONLY: u->keyword_only++; break;
        case PARAM_VARARGS: u->flags |= CODE_VARARGS; break;
        default: u->flags |= CODE_VARKW;
        }
    }
}

static void declare_kind(struct unit *u)
{
    unsigned flags = u->base->flags;
    if (!ADDER_ASYNC_GENERATORS && flags & SCOPE_ASYNC && flags & SCOPE_YIELDS) compile_left_out(u->c, u->base->node);
    if (flags & SCOPE_ASYNC)
        u->flags |= flags & SCOPE_YIELDS ? CODE_ASYNC_GENERATOR : CODE_COROUTINE;
    else if (flags & SCOPE_YIELDS)
        u->flags |= CODE_GENERATOR;
    if (!u->keyword_only && !(u->flags & (CODE_VARARGS | CODE_VARKW | CODE_ASYNC_GENERATOR | CODE_MANY)))
        u->flags |= CODE_SIMPLE;
}

static value docstring_of_body(const struct unit *u, const struct node *body)
{
    return body->kind == N_BLOCK && body->n ? docstring(u->c, body->kid[0]) : UNDEF;
}

/* All of a function but its end. */
static void gen_function_unit(struct unit *u, struct unit *outer, struct node *n)
{
    struct node *body = n->kid[3];
    unit_open(u, outer, scope_child(outer->scope, n), n->val, n);
    if (n->kind == N_FUNCTION && n->n > 4) u->line = u->first_line = n->kid[4]->line; /* of the first decorator */
    declare_parameters(u, n->kid[0]);
    declare_kind(u);
    value doc = docstring_of_body(u, body);
    if (doc != UNDEF) {
        u->flags |= CODE_DOCSTRING;
        list_append(u->constants, doc);
    }
    unit_prologue(u);
    if (u->base->flags & SCOPE_LAMBDA) {
        unsigned r = gen_last(u, body);
        u->where = body;
        emit1(u, BC_RET, (int)r);
    } else {
        gen_block(u, body);
        emit0(u, BC_RETNONE);
    }
}

/* A method that is compiled already; the only cell it can want is __class__. */
static void gen_compiled(struct unit *u, const struct node *body, unsigned dst)
{
    struct code *code = method_code(body);
    unsigned cell = u->top;
    if (code->info->cells) load_cell(u, SYMBOL(S___class__), temporary(u));
    unsigned number = constant(u, from_ptr(code));
    emit(u, BC_CLOSURE, (int)dst, (int)number, (int)cell);
    u->top = (uint8_t)cell;
}

static void gen_function_code(struct unit *u, struct node *n, unsigned dst)
{
    struct unit inner;
    if (n->kid[3]->kind == N_COMPILED) {
        gen_compiled(u, n->kid[3], dst);
        return;
    }
    gen_function_unit(&inner, u, n);
    gen_closure(u, &inner, dst);
}

value method_compile(void *module, struct node *method, value class_name)
{
    struct unit *u = module, class, inner;
    struct scope *s = scope_analyse_method(u->c, method, class_name);
    u->base = u->scope = s->parent;
    unit_open(&class, u, s, class_name, method);
    gen_function_unit(&inner, &class, method);
    struct code *code = unit_close(&inner);
    value result = tuple_new(1u + (unsigned)attributes_count(s), NULL);
    value *items = tuple_of(result)->items;
    *items++ = from_ptr(code);
    for (unsigned i = 0; i < s->nvars; i++)
        if (s->vars[i].flags & VAR_SELF) *items++ = var_name(&s->vars[i]);
    return result;
}

/* The function itself; defaults and keyword defaults are in registers, -1: there are none. */
static void gen_plain_function(struct unit *u, struct node *n, unsigned dst, int defaults, int kwdefaults)
{
    unsigned mark = u->top;
    bool annotations = ADDER_ANNOTATIONS && has_annotations(n);
    bool simple = defaults < 0 && kwdefaults < 0 && !annotations;
    unsigned f = simple || is_temporary(u, dst) ? dst : temporary(u);
    if (annotations) {
        unsigned t = temporary(u);
        gen_function_annotations(u, n, t);
        gen_function_code(u, n, f);
        u->where = n;
        emit2(u, BC_ANNOTATE, (int)f, (int)t);
    } else {
        gen_function_code(u, n, f);
    }
    u->where = n;
    if (defaults >= 0) emit2(u, BC_DEFAULTS, (int)f, defaults);
    if (kwdefaults >= 0) emit2(u, BC_KWDEFAULTS, (int)f, kwdefaults);
    emit_move(u, dst, f);
    u->top = (uint8_t)mark;
}

static unsigned count_defaults(const struct node *params, bool keyword_only)
{
    unsigned n = 0;
    for (unsigned i = 0; i < params->n; i++)
        n += params->kid[i]->kid[1] && (params->kid[i]->op == PARAM_KEYWORD_ONLY) == keyword_only;
    return n;
}

/* A tuple of the defaults in a new temporary; -1: there are none. */
static int gen_defaults(struct unit *u, const struct node *params)
{
    unsigned n = count_defaults(params, false), i = 0;
    if (!n) return -1;
    struct node *items = arena_alloc(u->c->tree, sizeof *items + n * sizeof items->kid[0]);
    *items = *params;
    items->kind = N_TUPLE;
    items->op = 0;
    items->n = n;
    for (unsigned p = 0; p < params->n; p++)
        if (params->kid[p]->kid[1] && params->kid[p]->op != PARAM_KEYWORD_ONLY)
            items->kid[i++] = params->kid[p]->kid[1];
    unsigned t = temporary(u);
    gen_to(u, items, t);
    return (int)t;
}

static int gen_keyword_defaults(struct unit *u, const struct node *params)
{
    unsigned n = count_defaults(params, true);
    if (!n) return -1;
    unsigned t = temporary(u), mark = u->top;
    emit2(u, BC_DICT, (int)t, (int)n);
    for (unsigned i = 0; i < params->n; i++) {
        const struct node *p = params->kid[i];
        if (!p->kid[1] || p->op != PARAM_KEYWORD_ONLY) continue;
        unsigned key = temporary(u);
        emit_const(u, key, scope_mangle(u->scope, p->val));
        unsigned r = gen_last(u, p->kid[1]);
        u->where = p;
        emit(u, BC_DICTSET, (int)t, (int)key, (int)r);
        u->top = (uint8_t)mark;
    }
    return (int)t;
}

/* ---- classes ---- */

static void set_name(struct unit *u, unsigned r, sym name)
{
    emit2(u, BC_SETN, (int)r, (int)constant(u, SYMBOL(name)));
}

static void gen_class_body(struct unit *u, struct node *n)
{
    struct scope *s = u->base;
    const struct var *type_params = ADDER_TYPING ? scope_find(s, SYMBOL(S_dot_type_params)) : NULL;
    unit_prologue(u);
    u->flags |= CODE_CLASS;
    unsigned t = temporary(u);
    emit2(u, BC_GETG, (int)t, (int)constant(u, SYMBOL(S___name__)));
    set_name(u, t, S___module__);
    emit_const(u, t, u->qualname);
    set_name(u, t, S___qualname__);
#if ADDER_METHODS
    emit_const(u, t, from_int((word)u->first_line));
    set_name(u, t, S___firstlineno__);
#endif
    value doc = docstring_of_body(u, n->kid[2]);
    if (doc != UNDEF) {
        emit_const(u, t, doc);
        set_name(u, t, S___doc__);
    }
    if (type_params && type_params->flags & VAR_FREE) {
        load_free(u, type_params, t);
        set_name(u, t, S___type_params__);
    }
    u->top--;
    gen_block(u, n->kid[2]);
    u->where = NULL; /* still in the last line */
    gen_class_annotations(u, n);
#if ADDER_METHODS
    t = temporary(u);
    emit_const(u, t, attributes_set(s));
    set_name(u, t, S___static_attributes__);
    u->top--;
#endif
    if (s->flags & SCOPE_WANTS_CLASS) set_name(u, s->class_cell, S___classcell__);
    emit0(u, BC_RETNONE);
}

/* R[dst] = the class, without its decorators. */
static void gen_plain_class(struct unit *u, struct node *n, unsigned dst)
{
    struct node *args = n->kid[0];
    struct scope *s = scope_child(u->scope, n);
    unsigned mark = u->top, w = window_at(u, dst);
    temporaries(u, WINDOW_HEAD);
    unsigned body = temporaries(u, 2), bases = temporary(u);
    unsigned positional = args ? arguments_sort(u, args->kid, args->n) : 0;
    {
        struct unit inner;
        unit_open(&inner, u, s, n->val, n);
        if (n->n > 3) inner.line = inner.first_line = n->kid[3]->line; /* of the first decorator */
        gen_class_body(&inner, n);
        gen_closure(u, &inner, body);
    }
    emit_const(u, body + 1, n->val);
    u->where = n;
    gen_tuple(u, args ? args->kid : NULL, positional, bases);
    unsigned keywords = temporary(u);
    u->where = n;
    if (args && args->n > positional)
        gen_keywords(u, args->kid + positional, args->n - positional, keywords, keywords);
    else
        emit_none(u, keywords);
    unsigned guess = attributes_count(s);
    emit2(u, BC_LOADI, (int)temporary(u), guess > 127 ? 127 : (int)guess);
    u->where = n;
    emit2(u, BC_BUILDCLASS, (int)dst, (int)w);
    u->top = (uint8_t)mark;
}

/* ---- type parameters ---- */

#if ADDER_TYPING

static void gen_type_param(struct unit *u, struct node *p)
{
    unsigned t = temporaries(u, 3);
    emit_const(u, t, p->val);
    for (unsigned i = 0; i < 2; i++) {
        if (p->kid[i])
            gen_evaluator(u, p->kid[i], p->kid[i], p->val, t + 1 + i);
        else
            emit_none(u, t + 1 + i);
    }
    u->where = p;
    emit(u, BC_TYPEVAR, (int)t, (int)t, p->op);
    store_name(u, p->val, t);
    u->top = (uint8_t)t;
}

/* Creates the parameters; R[dst] = the tuple of them. */
static void gen_type_params(struct unit *u, struct node *params, unsigned dst)
{
    for (unsigned i = 0; i < params->n; i++) gen_type_param(u, params->kid[i]);
    struct node *names = arena_alloc(u->c->tree, sizeof *names + params->n * sizeof names->kid[0]);
    for (unsigned i = 0; i < params->n; i++) {
        struct node *name = names->kid[i] = arena_alloc(u->c->tree, sizeof *name);
        *name = *params->kid[i];
        name->kind = N_NAME;
        name->n = 0;
    }
    gen_tuple(u, names->kid, params->n, dst);
}

static void gen_alias_value(struct unit *u, struct node *n, unsigned name, int type_params, unsigned dst)
{
    emit_const(u, name, n->val);
    if (type_params >= 0)
        emit_move(u, name + 1, (unsigned)type_params);
    else
        emit_none(u, name + 1);
    gen_evaluator(u, n->kid[1], n, n->val, name + 2);
    u->where = n;
    emit2(u, BC_TYPEALIAS, (int)dst, (int)name);
}

/* What is generic is made in a hidden function, where its type parameters are locals. It is called
 * with None (register 0 is for the namespace of a class around it), the defaults and keyword defaults. */
static void gen_generic_code(struct unit *u, struct node *n, struct node *params, bool defaults,
                             bool kwdefaults, unsigned dst)
{
    struct unit inner;
    unit_open(&inner, u, scope_child(u->scope, params), n->val, n);
    load_namespace(&inner);
    unit_prologue(&inner);
    inner.flags |= CODE_SIMPLE;
    unsigned type_params = temporary(&inner), r = temporary(&inner);
    gen_type_params(&inner, params, type_params);
    if (n->kind == N_FUNCTION) {
        gen_plain_function(&inner, n, r, defaults ? 1 : -1, kwdefaults ? 2 : -1);
        emit2(&inner, BC_TYPEPARAMSET, (int)r, (int)type_params);
    } else if (n->kind == N_CLASS) {
        store_name(&inner, SYMBOL(S_dot_type_params), type_params);
        gen_plain_class(&inner, n, r);
    } else {
        gen_alias_value(&inner, n, temporaries(&inner, 3), (int)type_params, r);
    }
    emit1(&inner, BC_RET, (int)r);
    gen_closure(u, &inner, dst);
}

static void gen_generic(struct unit *u, struct node *n, struct node *params, unsigned dst, int defaults,
                        int kwdefaults)
{
    unsigned mark = u->top, w = temporaries(u, WINDOW_HEAD), arg = temporaries(u, 3);
    gen_generic_code(u, n, params, defaults >= 0, kwdefaults >= 0, w);
    emit_none(u, arg);
    if (defaults >= 0)
        emit_move(u, arg + 1, (unsigned)defaults);
    else
        emit_none(u, arg + 1);
    if (kwdefaults >= 0)
        emit_move(u, arg + 2, (unsigned)kwdefaults);
    else
        emit_none(u, arg + 2);
    u->where = n;
    emit(u, BC_CALL, (int)dst, (int)w, 3);
    u->top = (uint8_t)mark;
}

void gen_type_alias(struct unit *u, struct node *n)
{
    unsigned t = temporaries(u, 3);
    if (n->kid[0])
        gen_generic(u, n, n->kid[0], t, -1, -1);
    else
        gen_alias_value(u, n, t, -1, t);
    store_name(u, n->val, t);
}

#else
#define gen_generic(u, n, params, dst, defaults, kwdefaults) ((void)0)
#endif

/* ---- decorators ---- */

/* MicroPython's @micropython.native and the like say how to compile: that is not for run time. */
static bool is_compile_hint(struct unit *u, const struct node *d)
{
    if (d->kind != N_ATTR || d->kid[0]->kind != N_NAME || d->kid[0]->val != SYMBOL(S_micropython))
        return false;
    size_t n;
    const char *text = symbol_text(d->val, &n);
    if (n > 4 && memcmp(text, "asm_", 4) == 0) compile_error(u->c, d, "inline assembler is not available");
    return d->val == SYMBOL(S_native) || d->val == SYMBOL(S_viper) || d->val == SYMBOL(S_bytecode);
}

static void gen_undecorated(struct unit *u, struct node *n, unsigned dst)
{
    u->where = n;
    if (n->kind == N_CLASS) {
        if (ADDER_TYPING && n->kid[1])
            gen_generic(u, n, n->kid[1], dst, -1, -1);
        else
            gen_plain_class(u, n, dst);
        return;
    }
    unsigned mark = u->top;
    int defaults = gen_defaults(u, n->kid[0]), kwdefaults = gen_keyword_defaults(u, n->kid[0]);
    if (ADDER_TYPING && n->kid[2])
        gen_generic(u, n, n->kid[2], dst, defaults, kwdefaults);
    else
        gen_plain_function(u, n, dst, defaults, kwdefaults);
    u->top = (uint8_t)mark;
}

/* The decorators are evaluated into windows one inside the other. */
static void gen_decorated(struct unit *u, struct node *n, struct node **decorators, unsigned count,
                          unsigned dst)
{
    check_c_stack();
    while (count && is_compile_hint(u, *decorators)) decorators++, count--;
    if (count == 0) {
        gen_undecorated(u, n, dst);
        return;
    }
#if ADDER_LARGE_FUNCTIONS
    struct stashed s;
    if (u->top > REGISTERS_SHORT && stash_begin(u, &s)) {
        unsigned t = temporary(u);
        gen_decorated(u, n, decorators, count, t);
        emit_move(u, dst, stash_end(u, &s, t));
        return;
    }
#endif
    unsigned mark = u->top, w = window_at(u, dst);
    gen_to(u, *decorators, temporary(u));
    temporaries(u, WINDOW_HEAD - 1);
    gen_decorated(u, n, decorators + 1, count - 1, temporary(u));
    u->where = *decorators;
    emit(u, BC_CALL, (int)dst, (int)w, 1);
    u->top = (uint8_t)mark;
}

void gen_function(struct unit *u, struct node *n, unsigned dst)
{
    gen_decorated(u, n, n->kid + 4, n->n - 4, dst);
}

void gen_class(struct unit *u, struct node *n, unsigned dst)
{
    gen_decorated(u, n, n->kid + 3, n->n - 3, dst);
}
