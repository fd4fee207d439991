/* Scopes: who binds which name. One walk over a top-level statement notes for each scope the names it
 * mentions and how; then every name that a scope uses without binding it is looked for further out, and
 * what an inner function needs is marked to live in a cell. The module's own names are not noted: what
 * no function binds is global. */
#include "codegen.h"

struct walk {
    struct compiler *c;
    struct scope *scope;
};

static void visit(struct walk *w, struct node *n);

/* ---- the table of a scope's names ---- */

#define LINEAR_MAX (ADDER_LARGE_FUNCTIONS ? 16 : 65535) /* names that are searched one by one */

static uint32_t slot_of(const struct scope *s, uint32_t name)
{
    uint32_t mask = 4u * s->room - 1; /* the index has 4 slots a name */
    uint32_t i = (name * 0x9E3779B1u >> 7) & mask;
    while (s->index[i] && s->vars[s->index[i] - 1].name != name) i = (i + 1) & mask;
    return i;
}

struct var *scope_find(const struct scope *s, value name)
{
    uint32_t id = sym_of(name);
    if (ADDER_LARGE_FUNCTIONS && s->index) {
        unsigned number = s->index[slot_of(s, id)];
        return number ? &s->vars[number - 1] : NULL;
    }
    for (unsigned i = 0; i < s->nvars; i++)
        if (s->vars[i].name == id) return &s->vars[i];
    return NULL;
}

static void grow(struct walk *w, struct scope *s, const struct node *where)
{
    unsigned room = s->room ? 2u * s->room : 4;
    if (room > 0x8000) compile_error(w->c, where, "too many names in one scope");
    size_t old = s->room * sizeof(struct var), size = room * sizeof(struct var);
    struct var *vars = s->vars;
    if (!s->room || !arena_extend(w->c->tree, vars, old, size - old)) {
        vars = arena_alloc(w->c->tree, size);
        if (s->nvars) memcpy(vars, s->vars, s->nvars * sizeof *vars);
        s->vars = vars;
    }
    s->room = (uint16_t)room;
    if (room <= LINEAR_MAX) return;
    s->index = arena_alloc(w->c->tree, 4u * room * sizeof *s->index);
    for (unsigned i = 0; i < s->nvars; i++) s->index[slot_of(s, vars[i].name)] = (uint16_t)(i + 1);
}

/* The entry of a name, made if there is none. */
static struct var *enter(struct walk *w, struct scope *s, value name, const struct node *where)
{
    struct var *v = scope_find(s, name);
    if (v) return v;
    if (s->nvars == s->room) grow(w, s, where);
    v = &s->vars[s->nvars++];
    v->name = sym_of(name);
    if (ADDER_LARGE_FUNCTIONS && s->index) s->index[slot_of(s, v->name)] = s->nvars;
    return v;
}

/* ---- the tree of scopes ---- */

static struct scope *scope_open(struct walk *w, enum scope_kind kind, unsigned flags, const struct node *node)
{
    struct scope *s = arena_alloc(w->c->tree, sizeof *s), *parent = w->scope;
    s->kind = (uint8_t)kind;
    s->node = node;
    s->parent = parent;
    if (parent) {
        s->class_name = parent->class_name;
        flags |= parent->flags & SCOPE_IN_ITERABLE;
        if (parent->kind == SCOPE_FUNCTION || parent->flags & SCOPE_NESTED) flags |= SCOPE_NESTED;
        bool sees_class =
            parent->kind == SCOPE_CLASS || (parent->flags & SCOPE_IN_CLASS && parent->kind == SCOPE_HIDDEN);
        if (kind == SCOPE_HIDDEN && sees_class) flags |= SCOPE_IN_CLASS;
        if (parent->last)
            parent->last->sibling = s;
        else
            parent->child = s;
        parent->last = s;
    }
    s->flags = (uint16_t)flags;
    w->scope = s;
#if HIDDEN_SCOPES
    if (flags & SCOPE_IN_CLASS) enter(w, s, SYMBOL(S___classdict__), node)->flags |= VAR_USED;
#endif
    return s;
}

static void scope_leave(struct walk *w)
{
    struct scope *s = w->scope, *parent = s->parent;
    w->scope = parent;
    if (s->kind != SCOPE_INLINE || parent->kind == SCOPE_MODULE || parent->kind == SCOPE_CLASS) return;
    /* it runs in the frame around it: what it uses and does not bind, that frame uses */
    for (unsigned i = 0; i < s->nvars; i++)
        if (!(s->vars[i].flags & VAR_BOUND))
            enter(w, parent, var_name(&s->vars[i]), s->node)->flags |= VAR_USED;
}

struct scope *scope_child(struct scope *s, const struct node *node)
{
    /* generation asks in nearly the order of the walk: go on where the last one was found */
    for (struct scope *child = s->last ? s->last->sibling : NULL; child; child = child->sibling)
        if (child->node == node) return s->last = child;
    for (struct scope *child = s->child; child; child = child->sibling)
        if (child->node == node) return s->last = child;
    return NULL;
}

#if ADDER_MORE_SYNTAX
value scope_mangle(const struct scope *s, value name)
{
    if (s->class_name == UNDEF) return name;
    size_t n, class_len;
    const char *text = symbol_text(name, &n);
    if (n < 3 || text[0] != '_' || text[1] != '_') return name;
    if ((text[n - 1] == '_' && text[n - 2] == '_') || memchr(text, '.', n)) return name;
    const char *class_text = symbol_text(s->class_name, &class_len);
    while (class_len && *class_text == '_') class_text++, class_len--;
    if (!class_len) return name;
    struct printer p;
    printer_init(&p);
    print_char(&p, '_');
    print_text(&p, class_text, class_len);
    print_value(&p, name);
    return str_intern(printer_str(&p));
}
#endif

/* ---- uses and bindings ---- */

static void use(struct walk *w, value name, const struct node *where)
{
    struct scope *s = w->scope;
    if (s->kind != SCOPE_MODULE) enter(w, s, scope_mangle(s, name), where)->flags |= VAR_USED;
}

static void check_name(struct walk *w, value name, const struct node *where, const char *what)
{
    (void)what;
    if (name == SYMBOL(S___debug__)) compile_error(w->c, where, "cannot %s __debug__", what);
}

static struct var *bind_in(struct walk *w, struct scope *s, value name, unsigned flags,
                           const struct node *where)
{
    check_name(w, name, where, "assign to");
    if (s->kind == SCOPE_MODULE) return NULL;
    struct var *v = enter(w, s, scope_mangle(s, name), where);
    if (flags & VAR_TARGET && v->flags & VAR_WALRUS)
        compile_error(w->c, where, "comprehension inner loop cannot rebind assignment expression target '%v'", name);
    if (flags & VAR_TARGET && (v->flags & (VAR_USED | VAR_BOUND)) == VAR_USED) flags |= VAR_EARLY;
    v->flags |= (uint16_t)(VAR_BOUND | flags);
    return v;
}

static void bind(struct walk *w, value name, unsigned flags, const struct node *where)
{
    if (w->scope->flags & SCOPE_COMPREHENSION) flags |= VAR_TARGET;
    bind_in(w, w->scope, name, flags, where);
}

static bool is_function_like(const struct scope *s)
{
    return s->kind == SCOPE_FUNCTION || s->kind == SCOPE_INLINE;
}

static void visit_name(struct walk *w, struct node *n)
{
    use(w, n->val, n);
    /* super() finds the class and the instance by itself */
    if (n->val == SYMBOL(S_super) && is_function_like(w->scope)) use(w, SYMBOL(S___class__), n);
}

static void visit_all(struct walk *w, struct node *n, unsigned from)
{
    for (unsigned i = from; i < n->n; i++) visit(w, n->kid[i]);
}

/* self.NAME = ... in the functions of a class tells how many attributes its instances will have, and its
 * __static_attributes__. */
static void note_self(struct walk *w, const struct node *n)
{
    struct scope *s = w->scope;
    if (n->kid[0]->kind != N_NAME || n->kid[0]->val != SYMBOL(S_self) || s->kind == SCOPE_CLASS) return;
    while (s && s->kind != SCOPE_CLASS) s = s->parent;
    if (s) enter(w, s, n->val, n)->flags |= VAR_SELF;
}

static void visit_target(struct walk *w, struct node *n, unsigned flags)
{
    const char *what = flags & VAR_DELETED ? "delete" : "assign to";
    if (ADDER_SYNTAX_MESSAGES && (n->kind == N_NAME || n->kind == N_ATTR)) check_name(w, n->val, n, what);
    switch (n->kind) {
    case N_NAME: bind(w, n->val, flags, n); return;
    case N_TUPLE:
    case N_LIST:
    case N_STAR:
        check_c_stack();
        for (unsigned i = 0; i < n->n; i++) visit_target(w, n->kid[i], flags);
        return;
    case N_ATTR:
        if (!(flags & VAR_DELETED)) note_self(w, n);
        visit(w, n->kid[0]);
        return;
    default: visit(w, n);
    }
}

/* What an expression among the type parameters is. */
static const char *type_parameter_part(const struct node *params, const struct node *expression)
{
    for (unsigned i = 0; i < params->n; i++) {
        const struct node *param = params->kid[i];
        if (param->kid[1] == expression)
            return param->op == 0 ? "a TypeVar default" :
                   param->op == 1 ? "a TypeVarTuple default" : "a ParamSpec default";
    }
    return expression->kind == N_TUPLE ? "a TypeVar constraint" : "a TypeVar bound";
}

/* Hidden functions cannot yield, await or bind. */
static void refuse_hidden(struct walk *w, const struct node *n, const struct scope *s, const char *what)
{
    const char *where = "an annotation";
    if (!HIDDEN_SCOPES || s->kind != SCOPE_HIDDEN) return;
    if (s->flags & SCOPE_TYPEPARAMS)
        where = "the definition of a generic";
    else if (s->node->kind == N_TYPEALIAS)
        where = "a type alias";
    else if (s->parent->flags & SCOPE_TYPEPARAMS && s->node->kind != N_PARAMS)
        where = type_parameter_part(s->parent->node, s->node);
    compile_error(w->c, n, "%s expression cannot be used within %s", what, where);
}

#if ADDER_MORE_SYNTAX
/* The walrus binds in the function around all comprehensions. */
static void visit_named(struct walk *w, struct node *n)
{
    struct scope *s = w->scope;
    value name = scope_mangle(s, n->kid[0]->val);
    if (s->flags & SCOPE_IN_ITERABLE)
        compile_error(w->c, n, "assignment expression cannot be used in a comprehension iterable expression");
    refuse_hidden(w, n, s, "named");
    visit(w, n->kid[1]);
    bool comprehension = s->flags & SCOPE_COMPREHENSION;
    while (s->flags & SCOPE_COMPREHENSION) {
        struct var *v = scope_find(s, name);
        if (v && v->flags & VAR_TARGET)
            compile_error(w->c, n->kid[0],
                          "assignment expression cannot rebind comprehension iteration variable '%v'", n->kid[0]->val);
        enter(w, s, name, n)->flags |= VAR_USED | VAR_WALRUS;
        s = s->parent;
    }
    if (!comprehension) {
        bind_in(w, s, name, VAR_WALRUS, n->kid[0]);
        return;
    }
    if (s->kind == SCOPE_CLASS)
        compile_error(w->c, n->kid[0],
                      "assignment expression within a comprehension cannot be used in a class body");
    struct var *v = s->kind == SCOPE_MODULE ? NULL : scope_find(s, name);
    if (v && v->flags & VAR_GLOBAL) return;
    bind_in(w, s, name, VAR_WALRUS, n->kid[0]);
}
#endif

/* ---- global and nonlocal ---- */

/* For the message: the first statement that declares a name global or nonlocal. */
static const struct node *find_declaration(const struct node *n, value name)
{
    if (!n) return NULL;
    check_c_stack();
    for (unsigned i = 0; i < n->n; i++) {
        if ((n->kind == N_GLOBAL || n->kind == N_NONLOCAL) && n->kid[i]->val == name) return n;
        const struct node *found = find_declaration(n->kid[i], name);
        if (found) return found;
    }
    return NULL;
}

static void visit_declaration(struct walk *w, struct node *n)
{
    bool is_global = n->kind == N_GLOBAL;
    const char *word = is_global ? "global" : "nonlocal";
    struct scope *s = w->scope;
    if (s->kind == SCOPE_MODULE && !is_global)
        error_of_stage(w->c, STAGE_BINDINGS, n, "nonlocal declaration not allowed at module level");
    if (s->kind == SCOPE_MODULE) return;
    for (unsigned i = 0; i < n->n; i++) {
        value name = n->kid[i]->val;
        struct var *v = enter(w, s, scope_mangle(s, name), n);
        if (v->flags & VAR_PARAM) compile_error(w->c, n, "name '%v' is parameter and %s", name, word);
        if (v->flags & (is_global ? VAR_NONLOCAL : VAR_GLOBAL))
            error_of_stage(w->c, STAGE_BINDINGS, find_declaration(s->node, name), "name '%v' is nonlocal and global", name);
        if (v->flags & VAR_ANNOTATED) compile_error(w->c, n, "annotated name '%v' can't be %s", name, word);
        bool again = v->flags & (VAR_GLOBAL | VAR_NONLOCAL);
        if (!again && v->flags & VAR_BOUND)
            compile_error(w->c, n, "name '%v' is assigned to before %s declaration", name, word);
        if (!again && v->flags & VAR_USED)
            compile_error(w->c, n, "name '%v' is used prior to %s declaration", name, word);
        v->flags |= is_global ? VAR_GLOBAL : VAR_NONLOCAL;
    }
}

/* ---- functions ---- */

static void bind_parameter(struct walk *w, struct node *param)
{
    struct var *v = scope_find(w->scope, scope_mangle(w->scope, param->val));
    if (v && v->flags & VAR_PARAM)
        compile_error(w->c, param, "duplicate argument '%v' in function definition", param->val);
    bind_in(w, w->scope, param->val, VAR_PARAM, param);
}

/* In the order of their registers: by position, by keyword only, *args, **kwargs. */
static void bind_parameters(struct walk *w, struct node *params)
{
    for (int pass = 0; pass < 2; pass++)
        for (unsigned i = 0; i < params->n; i++) {
            struct node *param = params->kid[i];
            bool rest = param->op == PARAM_VARARGS || param->op == PARAM_VARKW;
            if (rest == (pass == 1)) bind_parameter(w, param);
        }
}

static void visit_hidden(struct walk *w, struct node *n, const struct node *key)
{
    if (!n) return;
    scope_open(w, SCOPE_HIDDEN, 0, key);
    visit(w, n);
    scope_leave(w);
}

static void open_type_params(struct walk *w, struct node *params)
{
    bool defaults = false;
    scope_open(w, SCOPE_HIDDEN, SCOPE_TYPEPARAMS, params);
    for (unsigned i = 0; i < params->n; i++) {
        struct node *param = params->kid[i];
        struct var *v = scope_find(w->scope, scope_mangle(w->scope, param->val));
        if (v && v->flags & VAR_BOUND)
            compile_error(w->c, param, "duplicate type parameter '%v'", param->val);
        bind_in(w, w->scope, param->val, 0, param);
        if (defaults && !param->kid[1])
            error_of_stage(w->c, STAGE_CODE, param,
                           "non-default type parameter '%v' follows default type parameter", param->val);
        defaults = param->kid[1];
        visit_hidden(w, param->kid[0], param->kid[0]);
        visit_hidden(w, param->kid[1], param->kid[1]);
    }
}

bool has_annotations(const struct node *function)
{
    const struct node *params = function->kid[0];
    if (!ADDER_ANNOTATIONS) return false;
    for (unsigned i = 0; i < params->n; i++)
        if (params->kid[i]->kid[0]) return true;
    return function->kid[1] != NULL;
}

static void visit_annotations(struct walk *w, struct node *n)
{
    struct node *params = n->kid[0];
    if (!has_annotations(n)) return;
    scope_open(w, SCOPE_HIDDEN, 0, params);
    for (unsigned i = 0; i < params->n; i++) visit(w, params->kid[i]->kid[0]);
    visit(w, n->kid[1]);
    scope_leave(w);
}

/* What a class must know of a method that is compiled already. */
static void visit_compiled(struct walk *w, const struct node *body)
{
    const struct tuple *t = tuple_of(body->val);
    if (method_code(body)->info->cells) w->scope->flags |= SCOPE_WANTS_CLASS;
    for (size_t i = 1; i < t->len; i++) enter(w, w->scope, t->items[i], body)->flags |= VAR_SELF;
}

static void visit_function_scope(struct walk *w, struct node *n, bool lambda)
{
    scope_open(w, SCOPE_FUNCTION, (is_async(n) ? SCOPE_ASYNC : 0) | (lambda ? SCOPE_LAMBDA : 0), n);
    bind_parameters(w, n->kid[0]);
    visit(w, n->kid[3]);
    scope_leave(w);
}

static void visit_function(struct walk *w, struct node *n)
{
    struct node *params = n->kid[0], *type_params = ADDER_TYPING ? n->kid[2] : NULL;
    bool lambda = n->val == SYMBOL(S_lt_lambda);
    visit_all(w, n, 4);
    for (unsigned i = 0; i < params->n; i++) visit(w, params->kid[i]->kid[1]);
    if (!lambda) bind(w, n->val, 0, n);
    if (type_params) open_type_params(w, type_params);
    visit_annotations(w, n);
    if (n->kid[3]->kind == N_COMPILED)
        visit_compiled(w, n->kid[3]);
    else
        visit_function_scope(w, n, lambda);
    if (type_params) scope_leave(w);
}

static void visit_class(struct walk *w, struct node *n)
{
    struct node *type_params = ADDER_TYPING ? n->kid[1] : NULL;
    visit_all(w, n, 3);
    bind(w, n->val, 0, n);
    if (type_params) open_type_params(w, type_params);
    visit(w, n->kid[0]);
    struct scope *s = scope_open(w, SCOPE_CLASS, 0, n);
    s->class_name = n->val;
    if (type_params) enter(w, s, SYMBOL(S_dot_type_params), n)->flags |= VAR_USED;
    visit(w, n->kid[2]);
    scope_leave(w);
    if (type_params) {
        enter(w, w->scope, SYMBOL(S_dot_type_params), n)->flags |= VAR_BOUND;
        scope_leave(w);
    }
}

#if ADDER_TYPING
static void visit_type_alias(struct walk *w, struct node *n)
{
    bind(w, n->val, 0, n);
    if (n->kid[0]) open_type_params(w, n->kid[0]);
    visit_hidden(w, n->kid[1], n);
    if (n->kid[0]) scope_leave(w);
}
#endif

/* An annotation is evaluated later, in a hidden function: one for a class body, one for the module. */
static void visit_annotated(struct walk *w, struct node *n)
{
    struct scope *s = w->scope;
    struct node *target = n->kid[0];
    if (n->op && target->kind == N_NAME) {
        struct var *v = s->kind == SCOPE_MODULE ? NULL : scope_find(s, scope_mangle(s, target->val));
        if (v && v->flags & (VAR_GLOBAL | VAR_NONLOCAL))
            compile_error(w->c, n, "annotated name '%v' can't be %s", target->val,
                          v->flags & VAR_GLOBAL ? "global" : "nonlocal");
        bind(w, target->val, VAR_ANNOTATED, n);
        bool module = s->kind == SCOPE_MODULE;
        if (ADDER_ANNOTATIONS && (module || s->kind == SCOPE_CLASS)) {
            const struct node *key = module ? n : s->node->kid[2];
            struct scope *hidden = scope_child(s, key);
            struct scope *last = s->child; /* scope_child moved the end of the list */
            while (last && last->sibling) last = last->sibling;
            s->last = last;
            if (hidden)
                w->scope = hidden;
            else
                scope_open(w, SCOPE_HIDDEN, 0, key);
            visit(w, n->kid[1]);
            w->scope = s;
        }
    } else if (target->kind != N_NAME || n->kid[2]) { /* (name): type binds nothing */
        visit_target(w, target, 0);
    }
    visit(w, n->kid[2]);
}

/* ---- comprehensions ---- */

/* Set while the iterables are visited: no walrus may stand there. */
static void visit_iterable(struct walk *w, struct node *n)
{
    struct scope *s = w->scope;
    unsigned before = s->flags & SCOPE_IN_ITERABLE;
    s->flags |= SCOPE_IN_ITERABLE;
    visit(w, n);
    s->flags = (uint16_t)((s->flags & ~SCOPE_IN_ITERABLE) | before);
}

static struct scope *unit_scope(struct scope *s)
{
    while (s->kind == SCOPE_INLINE) s = s->parent;
    return s;
}

static void visit_comprehension(struct walk *w, struct node *n)
{
    unsigned first = n->kind == N_DICTCOMP ? 2 : 1;
    visit_iterable(w, n->kid[first]->kid[1]);
    bool inlined = n->kind != N_GENEXP && !(w->scope->flags & SCOPE_IN_CLASS);
    unsigned flags = SCOPE_COMPREHENSION | (n->kind == N_GENEXP ? SCOPE_GENEXP | SCOPE_YIELDS : 0);
    struct scope *s = scope_open(w, inlined ? SCOPE_INLINE : SCOPE_FUNCTION, flags, n);
    if (!inlined) enter(w, s, SYMBOL(S_dot_zero), n)->flags |= VAR_BOUND | VAR_PARAM;
    for (unsigned i = first; i < n->n; i++) {
        struct node *clause = n->kid[i];
        if (is_async(clause) && unit_scope(s)->flags & SCOPE_GENEXP) unit_scope(s)->flags |= SCOPE_ASYNC;
        if (i > first) visit_iterable(w, clause->kid[1]);
        visit_target(w, clause->kid[0], 0);
        visit_all(w, clause, 2);
    }
    for (unsigned i = 0; i < first; i++) visit(w, n->kid[i]);
    scope_leave(w);
}

/* ---- yield and await ---- */

static void visit_yield(struct walk *w, struct node *n)
{
    struct scope *s = w->scope;
    if (s->flags & SCOPE_COMPREHENSION) {
        static const char *const where[] = {"list comprehension", "generator expression", "set comprehension",
                                            "dict comprehension"};
        compile_error(w->c, n, "'yield' inside %s", where[s->node->kind - N_LISTCOMP]);
    }
    refuse_hidden(w, n, s, "yield");
    if (s->kind != SCOPE_FUNCTION)
        error_of_stage(w->c, STAGE_CODE, n, "'yield%s' outside function", n->kind == N_YIELDFROM ? " from" : "");
    if (n->kind == N_YIELDFROM && s->flags & SCOPE_ASYNC)
        error_of_stage(w->c, STAGE_CODE, n, "'yield from' inside async function");
    s->flags |= SCOPE_YIELDS;
    visit_all(w, n, 0);
}

#if ADDER_ASYNC
static void visit_await(struct walk *w, struct node *n)
{
    struct scope *s = unit_scope(w->scope);
    refuse_hidden(w, n, s, "await");
    if (s->flags & SCOPE_GENEXP) s->flags |= SCOPE_ASYNC;
    visit_all(w, n, 0);
}
#endif

/* ---- import ---- */

value alias_binds(const struct node *alias)
{
    if (alias->n && alias->kid[0]) return alias->kid[0]->val;
    size_t n;
    const char *text = symbol_text(alias->val, &n);
    const char *dot = memchr(text, '.', n);
    return dot ? symbol_intern(text, (size_t)(dot - text)) : alias->val;
}

static void visit_import(struct walk *w, struct node *n)
{
    for (unsigned i = 0; i < n->n; i++) {
        struct node *alias = n->kid[i];
        if (alias->val != SYMBOL('*'))
            bind(w, alias_binds(alias), 0, n);
        else if (w->scope->kind != SCOPE_MODULE)
            compile_error(w->c, alias, "import * only allowed at module level");
    }
}

/* ---- the walk ---- */

static void visit_try(struct walk *w, struct node *n)
{
    visit(w, n->kid[0]);
    visit_all(w, n, 3); /* in source order */
    visit(w, n->kid[1]);
    visit(w, n->kid[2]);
}

static void visit_with(struct walk *w, struct node *n)
{
    for (unsigned i = 1; i < n->n; i++) {
        visit(w, n->kid[i]->kid[0]);
        if (n->kid[i]->kid[1]) visit_target(w, n->kid[i]->kid[1], 0);
    }
    visit(w, n->kid[0]);
}

#if ADDER_MATCH
static void visit_pattern(struct walk *w, struct node *n)
{
    visit_all(w, n, 0);
    if (n->val != UNDEF) bind(w, n->val, 0, n);
}
#endif

/* Visits what is nothing special; returns the kid to go on with, so that long chains do not recurse. */
static struct node *visit_rest(struct walk *w, struct node *n)
{
    if (n->n == 0) return NULL;
    switch (n->kind) {
    case N_BINOP:
    case N_ATTR:
    case N_SUBSCR:
    case N_CALL:
    case N_COMPARE: visit_all(w, n, 1); return n->kid[0];
    default:
        for (unsigned i = 0; i + 1 < n->n; i++) visit(w, n->kid[i]);
        return n->kid[n->n - 1];
    }
}

static void visit_assignment(struct walk *w, struct node *n)
{
    visit(w, n->kid[0]);
    for (unsigned i = 1; i < n->n; i++) visit_target(w, n->kid[i], 0);
}

static void visit(struct walk *w, struct node *n)
{
    check_c_stack();
    while (n) {
        switch (n->kind) {
        case N_CONST: return;
        case N_NAME: visit_name(w, n); return;
#if ADDER_MORE_SYNTAX
        case N_NAMED: visit_named(w, n); return;
#endif
        case N_FUNCTION: visit_function(w, n); return;
        case N_CLASS: visit_class(w, n); return;
    #if ADDER_TYPING
    case N_TYPEALIAS: visit_type_alias(w, n); return;
#endif
        case N_GLOBAL:
        case N_NONLOCAL: visit_declaration(w, n); return;
        case N_LISTCOMP:
        case N_SETCOMP:
        case N_DICTCOMP:
        case N_GENEXP: visit_comprehension(w, n); return;
        case N_YIELD:
        case N_YIELDFROM: visit_yield(w, n); return;
    #if ADDER_ASYNC
    case N_AWAIT: visit_await(w, n); return;
#endif
        case N_IMPORT:
        case N_IMPORTFROM: visit_import(w, n); return;
        case N_TRY: visit_try(w, n); return;
        case N_WITH: visit_with(w, n); return;
        case N_ASSIGN: visit_assignment(w, n); return;
        case N_ANNASSIGN: visit_annotated(w, n); return;
        case N_AUGASSIGN:
            visit(w, n->kid[0]);
            if (n->kid[0]->kind == N_NAME) visit_target(w, n->kid[0], 0);
            if (ADDER_SYNTAX_MESSAGES && n->kid[0]->kind == N_ATTR) check_name(w, n->kid[0]->val, n->kid[0], "assign to");
            n = n->kid[1];
            break;
#if ADDER_SYNTAX_MESSAGES
        case N_KEYWORD:
            check_name(w, n->val, n, "assign to");
            n = n->kid[0];
            break;
#endif
        case N_DELETE:
            for (unsigned i = 0; i < n->n; i++) visit_target(w, n->kid[i], VAR_DELETED);
            return;
        case N_FOR:
            visit(w, n->kid[1]);
            visit_target(w, n->kid[0], 0);
            visit(w, n->kid[2]);
            n = n->kid[3];
            break;
        case N_HANDLER:
            visit(w, n->kid[0]);
            if (n->val != UNDEF) bind(w, n->val, VAR_DELETED, n);
            n = n->kid[1];
            break;
#if ADDER_MATCH
        case N_PCAPTURE:
        case N_PAS:
        case N_PSTAR:
        case N_PMAP: visit_pattern(w, n); return;
#endif
        default: n = visit_rest(w, n);
        }
    }
}

/* ---- finding what is bound further out ---- */

/* The scope around s whose local `name` is; NULL: none, it is global. */
static struct scope *binder(struct scope *s, value name, struct var **found)
{
    for (struct scope *p = s->parent; p && p->kind != SCOPE_MODULE; p = p->parent) {
        *found = NULL;
        if (p->kind == SCOPE_CLASS) {
            if (name == SYMBOL(S___class__))
                p->flags |= SCOPE_WANTS_CLASS;
#if HIDDEN_SCOPES
            else if (name == SYMBOL(S___classdict__))
                p->flags |= SCOPE_WANTS_DICT;
#endif
            else
                continue;
            return p;
        }
        struct var *v = scope_find(p, name);
        if (!v) continue;
        *found = v;
        if (v->flags & VAR_GLOBAL) return NULL;
        if (v->flags & VAR_BOUND && !(v->flags & VAR_NONLOCAL)) return p;
    }
    *found = NULL;
    return NULL;
}

static _Noreturn void no_binding(struct compiler *c, const struct scope *s, value name,
                                 const struct scope *found)
{
    const struct node *where = find_declaration(s->node, name);
    if (!where) where = s->node;
    if (found) compile_error(c, where, "nonlocal binding not allowed for type parameter '%v'", name);
    compile_error(c, where, "no binding for nonlocal '%v' found", name);
}

static void resolve_var(struct walk *w, struct scope *s, unsigned i)
{
    value name = var_name(&s->vars[i]);
    struct var *found;
    struct scope *p = binder(s, name, &found);
    if (s->vars[i].flags & VAR_NONLOCAL && (!p || p->flags & SCOPE_TYPEPARAMS)) no_binding(w->c, s, name, p);
    if (!p) {
        if (found) s->vars[i].flags |= VAR_GLOBAL;
        return;
    }
    if (found) found->flags |= VAR_CAPTURED;
    for (struct scope *q = s; q != p; q = q->parent) /* hand the cell down */
        if (q->kind != SCOPE_INLINE) enter(w, q, name, s->node)->flags |= VAR_FREE;
}

/* An inlined comprehension's names are those of the scope around; but a class's are not seen in there. */
static void resolve(struct walk *w, struct scope *s)
{
    check_c_stack();
    s->last = NULL;
    if (s->kind == SCOPE_INLINE ? s->parent->kind == SCOPE_CLASS : s->kind != SCOPE_MODULE)
        for (unsigned i = 0; i < s->nvars; i++) {
            unsigned flags = s->vars[i].flags;
            if (flags & (VAR_GLOBAL | VAR_FREE)) continue;
            if (flags & VAR_NONLOCAL || (flags & VAR_USED && !(flags & VAR_BOUND))) resolve_var(w, s, i);
        }
    for (struct scope *child = s->child; child; child = child->sibling) resolve(w, child);
}

struct scope *scope_analyse(struct compiler *c, struct node *statement)
{
    struct walk w = {c, NULL};
    struct scope *s = scope_open(&w, SCOPE_MODULE, c->flags & COMPILE_NAMES ? SCOPE_NAMES : 0, NULL);
    stage_begin(c, STAGE_SCOPES);
    visit(&w, statement);
    stage_begin(c, STAGE_BINDINGS);
    if (s->child) resolve(&w, s);
    return s;
}

struct scope *scope_analyse_method(struct compiler *c, struct node *method, value class_name)
{
    struct walk w = {c, NULL};
    struct scope *s = scope_open(&w, SCOPE_MODULE, c->flags & COMPILE_NAMES ? SCOPE_NAMES : 0, NULL);
    struct scope *class = scope_open(&w, SCOPE_CLASS, 0, NULL);
    class->class_name = class_name;
    visit_function_scope(&w, method, false);
    resolve(&w, s);
    return class;
}

/* ---- annotated assignments ---- */

void each_annotation(struct node *n, void (*fn)(void *context, struct node *assignment), void *context)
{
    check_c_stack();
    while (n) {
        switch (n->kind) {
        case N_ANNASSIGN:
            if (n->op && n->kid[0]->kind == N_NAME) fn(context, n);
            return;
        case N_BLOCK:
        case N_IF:
        case N_WHILE:
        case N_FOR:
        case N_WITH:
        case N_TRY:
        case N_HANDLER:
        case N_MATCH:
        case N_CASE:
            if (n->n == 0) return;
            for (unsigned i = 0; i + 1 < n->n; i++) each_annotation(n->kid[i], fn, context);
            n = n->kid[n->n - 1];
            break;
        default: return;
        }
    }
}
