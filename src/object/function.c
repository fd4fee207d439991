/* Functions in Python, their cells, and bound methods. */
#include "../vm/vm.h"
#include "class.h"

/* ---- cells ---- */

static void cell_trace(struct object *o)
{
    heap_visit(&((struct cell *)o)->v);
}

value cell_new(value v)
{
    struct cell *c = heap_object(&type_cell, sizeof *c);
    c->v = v;
    return from_ptr(c);
}

#if ADDER_METHODS
static value cell_make(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    (void)t, (void)kwnames;
    if (n > 1 || nkw) raise_type_error("cell expected at most 1 argument, got %zd", (word)(n + nkw));
    return cell_new(n ? args[0] : UNDEF);
}
#endif

static value cell_contents(value self)
{
    value v = ((struct cell *)self)->v;
    if (v == UNDEF) raise_value_error("Cell is empty");
    return v;
}

static void cell_set_contents(value self, value v)
{
    ((struct cell *)self)->v = v;
}

#if ADDER_METHODS
/* By their contents; an empty one is less than all others. */
static value cell_compare(enum op op, value a, value b)
{
    if (!is_type(b, &type_cell)) return NOTIMPL;
    value x = ((struct cell *)a)->v, y = ((struct cell *)b)->v;
    if (x == UNDEF || y == UNDEF) {
        x = from_int(x != UNDEF);
        y = from_int(y != UNDEF);
    }
    check_c_stack();
    return compare(op, x, y);
}

static bool cell_hash(value self, hashcode *out)
{
    (void)self, (void)out;
    return false;
}

static void cell_repr(value self, struct printer *out)
{
    value v = ((struct cell *)self)->v;
    print_z(out, "<cell at 0x");
    int_print(id_of(self), 16, false, out);
    if (v == UNDEF) {
        print_z(out, ": empty>");
        return;
    }
    print_format(out, ": %t object at 0x", v);
    int_print(id_of(v), 16, false, out);
    print_char(out, '>');
}
#endif

GETSET(a_cell_contents, cell_contents, cell_contents, cell_set_contents);
static const struct attr cell_attrs[] = {ATTR_MORE(cell_contents, a_cell_contents)};
static const struct slots cell_slots = {
    .size = sizeof(struct cell),
    .trace = cell_trace,
#if ADDER_METHODS
    .make = cell_make,
    .compare = cell_compare,
    .hash = cell_hash,
    .repr = cell_repr,
#endif
};
const struct type type_cell = {
    {&type_type}, .slots = &cell_slots, .flags = TYPE_NO_WEAK, .name = SYMBOL(S_cell), TYPE_ATTRS(cell_attrs), .base = &type_object};

/* ---- functions ---- */

static size_t function_size(const struct object *o)
{
    const struct function *f = (const struct function *)o;
    return sizeof *f + (f->code ? f->code->info->cells : 0) * sizeof(value);
}

static void function_trace(struct object *o)
{
    struct function *f = (struct function *)o;
    if (!f->code) return;
    heap_visit_ptr(&f->code);
    heap_visit_ptr(&f->globals);
    heap_visit(&f->defaults);
    heap_visit_ptr(&f->extra);
    heap_visit_all(f->cells, f->code->info->cells);
}

static void extra_trace(struct object *o)
{
    struct function_extra *e = (struct function_extra *)o;
    heap_visit_all(&e->kwdefaults, (sizeof *e - offsetof(struct function_extra, kwdefaults)) / sizeof(value));
}

static const struct slots extra_slots = {.size = sizeof(struct function_extra), .trace = extra_trace};
const struct type type_function_extra = {
    {&type_type}, .slots = &extra_slots, .name = SYMBOL(S_function), .base = &type_object};

struct function_extra *function_extra(struct function *f)
{
    if (!f->extra) {
        struct function_extra *e = heap_object(&type_function_extra, sizeof *e);
        f->extra = e;
    }
    return f->extra;
}

static struct function *self_function(value v)
{
    return (struct function *)v;
}

/* A field of the rarely used part, or what stands for it while there is none. */
#define EXTRA(self, field, otherwise)                                                                        \
    (self_function(self)->extra && self_function(self)->extra->field != UNDEF                                \
         ? self_function(self)->extra->field                                                                 \
         : (otherwise))

static value get_name(value self)
{
    return EXTRA(self, name, function_code(self_function(self))->name);
}

static value need_text(value v, const char *name)
{
    if (v == UNDEF || !is_str(unwrap(v))) raise_type_error("%s must be set to a string object", name);
    return unwrap(v);
}

static void set_name(value self, value v)
{
    v = need_text(v, "__name__");
    function_extra(self_function(self))->name = v;
}

static value get_qualname(value self)
{
    return EXTRA(self, qualname, function_code(self_function(self))->qualname);
}

value function_qualname(const struct function *f)
{
    return get_qualname(from_ptr(f));
}

static void set_qualname(value self, value v)
{
    v = need_text(v, "__qualname__");
    function_extra(self_function(self))->qualname = v;
}

static value get_doc(value self)
{
    const struct code *c = function_code(self_function(self));
    return EXTRA(self, doc, c->info->flags & CODE_DOCSTRING ? c->constants[0] : NONE);
}

static void set_doc(value self, value v)
{
    function_extra(self_function(self))->doc = v == UNDEF ? NONE : v;
}

static value get_defaults(value self)
{
    value v = self_function(self)->defaults;
    return v == UNDEF ? NONE : v;
}

static void set_defaults(value self, value v)
{
    if (v != UNDEF && v != NONE && !is_tuple(v))
        raise_type_error("__defaults__ must be set to a tuple object");
    self_function(self)->defaults = v == NONE ? UNDEF : v;
}

static value get_kwdefaults(value self)
{
    return EXTRA(self, kwdefaults, NONE);
}

static void set_kwdefaults(value self, value v)
{
    if (v != UNDEF && v != NONE && !is_dict(v))
        raise_type_error("__kwdefaults__ must be set to a dict object");
    function_extra(self_function(self))->kwdefaults = v == NONE ? UNDEF : v;
}

static value get_code(value self)
{
    return from_ptr(function_code(self_function(self)));
}

static void set_code(value self, value v)
{
    struct function *f = self_function(self);
    if (v == UNDEF || !is_type(v, &type_code)) raise_type_error("__code__ must be set to a code object");
    struct code *c = (struct code *)v;
    if (c->info->cells != f->code->info->cells)
        raise_value_error("%v() requires a code object with %d free vars, not %d", get_name(self),
                          (int)f->code->info->cells, (int)c->info->cells);
#if ADDER_TRACING
    function_code_changes(f);
#endif
    value name = get_name(self), qualname = get_qualname(self); /* they stay */
    struct function_extra *e = function_extra(f);
    e->name = name;
    e->qualname = qualname;
    f->code = c;
}

static value get_globals(value self)
{
    return from_ptr(self_function(self)->globals);
}

static value get_closure(value self)
{
    const struct function *f = self_function(self);
    return f->code->info->cells ? tuple_new(f->code->info->cells, f->cells) : NONE;
}

static value get_dict(value self)
{
    struct function_extra *e = function_extra(self_function(self));
    if (e->dict == UNDEF) {
        value d = from_ptr(dict_new(0));
        e->dict = d;
    }
    return e->dict;
}

static void set_dict(value self, value v)
{
    if (v == UNDEF || !is_dict(v))
        raise_type_error("__dict__ must be set to a dictionary, not a '%t'", v == UNDEF ? NONE : v);
    function_extra(self_function(self))->dict = v;
}

static value get_module(value self)
{
    value d = EXTRA(self, dict, UNDEF);
    value v = d == UNDEF ? UNDEF : dict_get(dict_of(d), SYMBOL(S___module__));
    if (v != UNDEF) return v;
    v = dict_get(self_function(self)->globals, SYMBOL(S___name__));
    return v == UNDEF ? NONE : v;
}

static void set_module(value self, value v)
{
    dict_set(dict_of(get_dict(self)), SYMBOL(S___module__), v == UNDEF ? NONE : v);
}

/* Annotations are evaluated when they are first asked for. */
static value get_annotations(value self)
{
    struct function_extra *e = function_extra(self_function(self));
    if (e->annotations == UNDEF) {
        bool any = e->annotate != UNDEF && e->annotate != NONE;
        value v = any ? call1(e->annotate, from_int(1)) : from_ptr(dict_new(0));
        e->annotations = v;
    }
    return e->annotations;
}

static void set_annotations(value self, value v)
{
    if (v != UNDEF && v != NONE && !as_dict(v))
        raise_type_error("__annotations__ must be set to a dict object");
    struct function_extra *e = function_extra(self_function(self));
    e->annotations = v == NONE ? UNDEF : v;
    e->annotate = UNDEF;
}

static value get_annotate(value self)
{
    return EXTRA(self, annotate, NONE);
}

static void set_annotate(value self, value v)
{
    struct function_extra *e = function_extra(self_function(self));
    e->annotate = v;
    e->annotations = UNDEF;
}

static value get_type_params(value self)
{
    return EXTRA(self, type_params, from_ptr(&empty_tuple));
}

static void set_type_params(value self, value v)
{
    if (v == UNDEF || !is_tuple(v)) raise_type_error("__type_params__ must be set to a tuple");
    function_extra(self_function(self))->type_params = v;
}

#if ADDER_USUAL_METHODS
static value function_getattr(value self, value name)
{
    value d = EXTRA(self, dict, UNDEF);
    int i = d == UNDEF ? -1 : dict_find_symbol(dict_of(d), name);
    return i < 0 ? UNDEF : dict_entry(dict_of(d), (uint32_t)i)[1];
}

static bool function_setattr(value self, value name, value v)
{
    if (v != UNDEF) {
        dict_set(dict_of(get_dict(self)), name, v);
        return true;
    }
    value d = EXTRA(self, dict, UNDEF);
    if (d == UNDEF || !dict_delete(dict_of(d), name)) raise_attribute_error(self, name);
    return true;
}

#else
#define function_getattr NULL
#define function_setattr NULL
#endif

static void function_repr(value self, struct printer *out)
{
    print_format(out, "<function %v at 0x", get_qualname(self));
    int_print(id_of(self), 16, false, out);
    print_char(out, '>');
}

/* d.__get__(object, cls) of all descriptors here. */
value descriptor_method_get(size_t n, value *args)
{
    value o = n < 2 || args[1] == NONE ? UNDEF : args[1];
    const struct type *cls = n > 2 && is_class(args[2]) ? class_of(args[2]) : o == UNDEF ? NULL : type_of(o);
    if (!cls) raise_type_error("__get__(None, None) is invalid");
    if (has_instance_layout(unwrap(args[0]))) raise_type_error("descriptor '__get__' requires another type than '%t'", args[0]);
    if (o != UNDEF) getset_check(args[0], o);
    value v = descriptor_get(unwrap(args[0]), o, cls);
    if (v == UNDEF) /* a computed attribute that is not there */
        raise_attribute_error(args[1], SYMBOL(((const struct getset *)unwrap(args[0]))->name));
    return v;
}

static value set_descriptor(value self, value o, value v)
{
    self = unwrap(self);
    getset_check(self, o);
    if (!descriptor_set(self, o, v)) raise_error(&type_AttributeError, "__set__");
    return NONE;
}

static value delete_descriptor(value self, value o)
{
    return set_descriptor(self, o, UNDEF);
}

#if ADDER_METHODS
static value get_builtins(value self)
{
    value v = dict_get(self_function(self)->globals, SYMBOL(S___builtins__));
    if (v == UNDEF) v = vm_hooks.import(SYMBOL(S_builtins), NONE, 0);
    return is_type(v, &type_module) ? get_attr(v, SYMBOL(S___dict__)) : v;
}
GETSET(a_builtins, __builtins__, get_builtins, NULL);
#endif

SLOTV(m_get, __get__, 2, 3, descriptor_method_get);
SLOT3(m_set, __set__, set_descriptor);
SLOT2(m_delete, __delete__, delete_descriptor);
GETSET(a_name, __name__, get_name, set_name);
GETSET(a_qualname, __qualname__, get_qualname, set_qualname);
GETSET(a_doc, __doc__, get_doc, set_doc);
GETSET(a_defaults, __defaults__, get_defaults, set_defaults);
GETSET(a_kwdefaults, __kwdefaults__, get_kwdefaults, set_kwdefaults);
GETSET(a_code, __code__, get_code, set_code);
GETSET(a_globals, __globals__, get_globals, NULL);
GETSET(a_closure, __closure__, get_closure, NULL);
GETSET(a_dict, __dict__, get_dict, set_dict);
GETSET(a_module, __module__, get_module, set_module);
GETSET(a_annotations, __annotations__, get_annotations, set_annotations);
GETSET(a_annotate, __annotate__, get_annotate, set_annotate);
GETSET(a_type_params, __type_params__, get_type_params, set_type_params);

static const struct attr function_attrs[] = {
    ATTR(__name__, a_name),
    ATTR(__qualname__, a_qualname),
    ATTR_MORE(__doc__, a_doc)
    ATTR_MORE(__defaults__, a_defaults)
    ATTR_MORE(__kwdefaults__, a_kwdefaults)
    ATTR_MORE(__code__, a_code)
    ATTR_MORE(__globals__, a_globals)
    ATTR_MORE(__closure__, a_closure)
    ATTR_MORE(__dict__, a_dict)
    ATTR(__module__, a_module),
    ATTR_MORE(__annotations__, a_annotations)
    ATTR_MORE(__annotate__, a_annotate)
    ATTR_MORE(__type_params__, a_type_params)
    ATTR_MORE(__builtins__, a_builtins)
    ATTR_MORE(__get__, m_get)
};

#if ADDER_LEVEL == 2
static void check_closure(const struct code *c, value closure)
{
    size_t n = closure == NONE ? 0 : is_tuple(closure) ? tuple_of(closure)->len : SIZE_MAX;
    if (n == SIZE_MAX) raise_type_error("arg 5 (closure) must be None or tuple");
    if (n != c->info->cells)
        raise_value_error("%v requires closure of length %d, not %zd", c->name, (int)c->info->cells, (word)n);
    for (size_t i = 0; i < n; i++)
        if (!is_type(tuple_of(closure)->items[i], &type_cell))
            raise_type_error("arg 5 (closure) expected cell, found %t", tuple_of(closure)->items[i]);
}

/* FunctionType(code, globals, name=None, argdefs=None, closure=None, kwdefaults=None) */
static value function_make(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym params[] = {S_code, S_globals, S_name, S_argdefs, S_closure, S_kwdefaults};
    value v[6];
    (void)t;
    args_bind("function", n, args, nkw, kwnames, 0, 6, params, 6, 2, v);
    for (unsigned i = 2; i < 6; i++)
        if (v[i] == UNDEF) v[i] = NONE;
    if (!is_type(v[0], &type_code)) raise_type_error("function() argument 'code' must be code, not %t", v[0]);
    struct code *c = (struct code *)v[0];
    struct dict *globals = as_dict(v[1]);
    if (!globals) raise_type_error("function() argument 'globals' must be dict, not %t", v[1]);
    if (v[3] != NONE && !is_tuple(v[3])) raise_type_error("arg 4 (defaults) must be None or tuple");
    if (v[5] != NONE && !is_dict(v[5])) raise_type_error("arg 6 (kwdefaults) must be None or dict");
    check_closure(c, v[4]);
    globals->flags |= DICT_GLOBALS;
    struct function *f = heap_object(&type_function, sizeof *f + c->info->cells * sizeof(value));
    f->code = c;
    f->globals = globals;
    f->defaults = v[3] == NONE ? UNDEF : v[3];
    if (c->info->flags & CODE_CLASS && v[3] == NONE) { /* made by compile(): its argument is the namespace */
        value defaults = tuple_new(1, &v[1]);
        f->defaults = defaults;
    }
    for (size_t i = 0; i < c->info->cells; i++) f->cells[i] = tuple_of(v[4])->items[i];
    if (v[2] != NONE) set_name(from_ptr(f), v[2]);
    if (v[5] != NONE) function_extra(f)->kwdefaults = v[5];
    return from_ptr(f);
}
#endif

static const struct slots function_slots = {
    .size_of = function_size,
    .trace = function_trace,
    .call = function_call,
    .getattr = function_getattr,
    .setattr = function_setattr,
    .repr = function_repr,
#if ADDER_LEVEL == 2
    .make = function_make,
#endif
};

const struct type type_function = {{&type_type},
                                   .slots = &function_slots,
                                   .name = SYMBOL(S_function),
                                   TYPE_ATTRS(function_attrs),
                                   .base = &type_object};

/* ---- bound methods ---- */

value method_new(value function, value self)
{
    struct method *m = heap_object(&type_method, sizeof *m);
    m->function = function;
    m->self = self;
    return from_ptr(m);
}

value call_prefixed(value f, value first, size_t n, const value *args, size_t nkw, const value *kwnames)
{
    value all[8] = {first};
    if (1 + n + nkw > sizeof all / sizeof all[0])
        return call_kw(method_new(f, first), n, args, nkw, kwnames);
    for (size_t i = 0; i < n + nkw; i++) all[i + 1] = args[i];
    return call_kw(f, n + 1, all, nkw, kwnames);
}

static struct method *self_method(value v)
{
    return (struct method *)v;
}

static void method_trace(struct object *o)
{
    struct method *m = (struct method *)o;
    heap_visit(&m->function);
    heap_visit(&m->self);
}

#if ADDER_METHODS
static value method_make(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    (void)t, (void)kwnames;
    if (n != 2 || nkw) raise_type_error("method expected 2 arguments, got %zd", (word)(n + nkw));
    if (!is_callable(args[0])) raise_type_error("first argument must be callable");
    if (args[1] == NONE) raise_type_error("instance must not be None");
    return method_new(args[0], args[1]);
}
#else
#define method_make NULL
#endif

static value method_call(value self, size_t n, value *args, size_t nkw, const value *kwnames)
{
    return call_kw(self, n, args, nkw, kwnames); /* which knows methods */
}

static value method_compare(enum op op, value a, value b)
{
    if (!is_type(b, &type_method) || op < OP_EQ) return NOTIMPL;
    bool same = self_method(a)->self == self_method(b)->self &&
                equal(self_method(a)->function, self_method(b)->function);
    return from_bool(same == (op == OP_EQ));
}

static bool method_hash(value self, hashcode *out)
{
    const struct method *m = self_method(self);
    *out = hash_identity(m->self) ^ hash_of(m->function);
    return true;
}

static void method_repr(value self, struct printer *out)
{
    const struct method *m = self_method(self);
    if (!is_type(m->function, &type_builtin_function)) {
        value name = find_attr(m->function, SYMBOL(S___qualname__));
        if (ADDER_METHODS && name == UNDEF) name = find_attr(m->function, SYMBOL(S___name__));
        print_format(out, "<bound method %v of %r>", name == UNDEF ? SYMBOL('?') : name, m->self);
        return;
    }
    const struct cfunction *f = (const struct cfunction *)m->function;
    print_format(out, f->flags & CF_SLOT ? "<method-wrapper '%v' of %t object at 0x" : "<built-in method %v of %t object at 0x",
                 SYMBOL(f->name), m->self);
    int_print(id_of(m->self), 16, false, out);
    print_char(out, '>');
}

static value method_getattr(value self, value name)
{
    return get_attr(self_method(self)->function, name); /* its error names the function */
}

static value get_self(value self)
{
    return self_method(self)->self;
}

static value get_func(value self)
{
    value f = self_method(self)->function;
    return is_type(f, &type_builtin_function) ? UNDEF : f;
}

static value get_method_doc(value self)
{
    return get_attr(self_method(self)->function, SYMBOL(S___doc__));
}

GETSET(a_self, __self__, get_self, NULL);
GETSET(a_func, __func__, get_func, NULL);
GETSET(a_method_doc, __doc__, get_method_doc, NULL);
#if ADDER_METHODS
static value get_method_dict(value self)
{
    return get_attr(self_method(self)->function, SYMBOL(S___dict__));
}
GETSET(a_method_dict, __dict__, get_method_dict, NULL);
#endif
/* It is bound by now. */
static value method_get(size_t n, value *args)
{
    (void)n;
    return args[0];
}
SLOTV(m_method_get, __get__, 2, 3, method_get);

static const struct attr method_attrs[] = {
    ATTR(__self__, a_self),
    ATTR(__func__, a_func),
    ATTR_MORE(__doc__, a_method_doc)
    ATTR_MORE(__dict__, a_method_dict)
    ATTR_MORE(__get__, m_method_get)
};

static const struct slots method_slots = {
    .size = sizeof(struct method),
    .trace = method_trace,
    .make = method_make,
    .call = method_call,
    .getattr = method_getattr,
    .compare = method_compare,
    .hash = method_hash,
    .repr = method_repr,
};

#if ADDER_METHODS
/* What methods of built-in types are told to be, if CPython has a slot for them: no object is of this type. */
static const struct type type_method_wrapper = {
    {&type_type}, .slots = &method_slots, .name = SYMBOL(S_method_wrapper), TYPE_ATTRS(method_attrs), .base = &type_object};

const struct type *type_told(value v)
{
    if (!is_type(v, &type_method) || !is_type(self_method(v)->function, &type_builtin_function)) return type_of(v);
    return ((const struct cfunction *)self_method(v)->function)->flags & CF_SLOT ? &type_method_wrapper : &type_builtin_function;
}
#endif

const struct type type_method = {{&type_type},
                                 .slots = &method_slots,
                                 .name = SYMBOL(S_method),
                                 TYPE_ATTRS(method_attrs),
                                 .base = &type_object};

/* ---- staticmethod and classmethod ---- */

value wrapped_new(const struct type *t, value function)
{
    struct wrapped_function *w = heap_object(t, sizeof *w);
    w->function = function;
    return from_ptr(w);
}

static struct wrapped_function *self_wrapped(value v)
{
    return (struct wrapped_function *)unwrap(v);
}

static void wrapped_trace(struct object *o)
{
    struct wrapped_function *w = (struct wrapped_function *)o;
    heap_visit(&w->function);
    heap_visit(&w->dict);
}

static value wrapped_make(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    (void)kwnames;
    if (nkw) raise_type_error("%v() takes no keyword arguments", t->name);
    if (n != 1) raise_type_error("%v expected 1 argument, got %zd", t->name, (word)n);
    return wrapped_new(t, args[0]);
}

static value staticmethod_call(value self, size_t n, value *args, size_t nkw, const value *kwnames)
{
    return call_kw(self_wrapped(self)->function, n, args, nkw, kwnames);
}

#if ADDER_METHODS
static value wrapped_getattr(value self, value name)
{
    struct wrapped_function *w = self_wrapped(self);
    static const sym copied[] = {S___name__, S___qualname__, S___module__, S___annotations__, S___annotate__};
    value v = w->dict == UNDEF ? UNDEF : dict_get(dict_of(w->dict), name);
    for (size_t i = 0; i < sizeof copied / sizeof copied[0] && v == UNDEF; i++)
        if (name == SYMBOL(copied[i])) return find_attr(w->function, name);
    return v;
}

static value get_wrapped_dict(value self)
{
    struct wrapped_function *w = self_wrapped(self);
    if (w->dict == UNDEF) {
        value d = from_ptr(dict_new(0));
        w->dict = d;
    }
    return w->dict;
}

static bool wrapped_setattr(value self, value name, value v)
{
    struct dict *d = dict_of(get_wrapped_dict(self));
    if (v != UNDEF) dict_set(d, name, v);
    return v != UNDEF || dict_delete(d, name);
}
#else
#define wrapped_getattr  NULL
#define wrapped_setattr  NULL
#define get_wrapped_dict NULL
#endif

static void wrapped_repr(value self, struct printer *out)
{
    print_format(out, "<%t(%r)>", self, self_wrapped(self)->function);
}

static value get_wrapped(value self)
{
    return self_wrapped(self)->function;
}

static value get_wrapped_doc(value self)
{
    return get_attr(self_wrapped(self)->function, SYMBOL(S___doc__));
}

GETSET(a_wrapped_dict, __dict__, get_wrapped_dict, NULL);

static value get_wrapped_abstract(value self)
{
    value v = find_attr(self_wrapped(self)->function, SYMBOL(S___isabstractmethod__));
    return from_bool(v != UNDEF && truth(v));
}

GETSET(a_wrapped_abstract, __isabstractmethod__, get_wrapped_abstract, NULL);
GETSET(a_wrapped, __wrapped__, get_wrapped, NULL);
GETSET(a_wrapped_func, __func__, get_wrapped, NULL);
GETSET(a_wrapped_doc, __doc__, get_wrapped_doc, NULL);
static const struct attr wrapped_attrs[] = {
    ATTR_MORE(__wrapped__, a_wrapped)
    ATTR_MORE(__func__, a_wrapped_func)
    ATTR_MORE(__isabstractmethod__, a_wrapped_abstract)
    ATTR_MORE(__dict__, a_wrapped_dict)
    ATTR_MORE(__doc__, a_wrapped_doc)
    ATTR_MORE(__get__, m_get)
};

#define WRAPPED_SLOTS                                                                                        \
    .size = sizeof(struct wrapped_function), .trace = wrapped_trace, .make = wrapped_make,                   \
    .repr = wrapped_repr, .getattr = wrapped_getattr, .setattr = wrapped_setattr
static const struct slots staticmethod_slots = {WRAPPED_SLOTS, .call = staticmethod_call};
static const struct slots classmethod_slots = {WRAPPED_SLOTS};
const struct type type_staticmethod = {{&type_type},
                                       .slots = &staticmethod_slots,
                                       .flags = TYPE_BASE | TYPE_NO_WEAK,
                                       .name = SYMBOL(S_staticmethod),
                                       TYPE_ATTRS(wrapped_attrs),
                                       .base = &type_object};
const struct type type_classmethod = {{&type_type},
                                      .slots = &classmethod_slots,
                                      .flags = TYPE_BASE | TYPE_NO_WEAK,
                                      .name = SYMBOL(S_classmethod),
                                      TYPE_ATTRS(wrapped_attrs),
                                      .base = &type_object};

/* ---- property ---- */

static struct property *self_property(value v)
{
    return (struct property *)need_self(v, &type_property);
}

static void property_trace(struct object *o)
{
    struct property *p = (struct property *)o;
    heap_visit_all(&p->get, 5);
}

static value none_is_absent(value v)
{
    return v == NONE ? UNDEF : v;
}

static value property_make(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym params[] = {S_fget, S_fset, S_fdel, S_doc};
    value v[4];
    (void)t;
    args_bind("property", n, args, nkw, kwnames, 0, 4, params, 4, 0, v);
    struct property *p = heap_object(&type_property, sizeof *p);
    p->get = none_is_absent(v[0]);
    p->set = none_is_absent(v[1]);
    p->del = none_is_absent(v[2]);
    p->doc = none_is_absent(v[3]);
    return from_ptr(p);
}

static value property_name(const struct property *p)
{
    return p->name != UNDEF ? p->name : p->get == UNDEF ? UNDEF : find_attr(p->get, SYMBOL(S___name__));
}

static _Noreturn void raise_no_accessor(const struct property *p, value o, const char *what)
{
    value name = property_name(p), owner = get_attr(from_ptr(type_of(o)), SYMBOL(S___qualname__));
    if (name == UNDEF) raise_error(&type_AttributeError, "property of '%v' object has no %s", owner, what);
    raise_error(&type_AttributeError, "property %r of '%v' object has no %s", name, owner, what);
}

value property_get(value property, value o)
{
    const struct property *p = (const struct property *)property;
    if (p->get == UNDEF) raise_no_accessor(p, o, "getter");
    return call1(p->get, o);
}

void property_set(value property, value o, value v)
{
    const struct property *p = (const struct property *)property;
    value f = v == UNDEF ? p->del : p->set;
    if (f == UNDEF) raise_no_accessor(p, o, v == UNDEF ? "deleter" : "setter");
    const value args[] = {o, v};
    call(f, v == UNDEF ? 1 : 2, args);
}

/* A property like this one, one function replaced. A subclass makes one of its own kind, without the docstring. */
static value property_with(value self, value get, value set, value del)
{
    const struct property *p = self_property(self);
    bool documented = p->doc != UNDEF && is_type(self, &type_property);
    const value args[] = {
        get != UNDEF      ? get
        : p->get != UNDEF ? p->get
                          : NONE,
        set != UNDEF      ? set
        : p->set != UNDEF ? p->set
                          : NONE,
        del != UNDEF      ? del
        : p->del != UNDEF ? p->del
                          : NONE,
        p->doc,
    };
    value made = call(from_ptr(type_of(self)), documented ? 4 : 3, args);
    if (is_type(unwrap(made), &type_property)) self_property(made)->name = p->name;
    return made;
}

static value property_getter(value self, value f)
{
    return property_with(self, f, UNDEF, UNDEF);
}

static value property_setter(value self, value f)
{
    return property_with(self, UNDEF, f, UNDEF);
}

static value property_deleter(value self, value f)
{
    return property_with(self, UNDEF, UNDEF, f);
}

static value property_set_name(size_t n, value *args)
{
    if (n != 3) raise_type_error("__set_name__() takes 2 positional arguments but %zd were given", (word)n - 1);
    self_property(args[0])->name = args[2];
    return NONE;
}

static value present(value v)
{
    return v == UNDEF ? NONE : v;
}

static value get_fget(value self)
{
    return present(self_property(self)->get);
}
static value get_fset(value self)
{
    return present(self_property(self)->set);
}
static value get_fdel(value self)
{
    return present(self_property(self)->del);
}

static value get_property_doc(value self)
{
    const struct property *p = self_property(self);
    return present(p->doc != UNDEF || p->get == UNDEF ? p->doc : find_attr(p->get, SYMBOL(S___doc__)));
}

static void set_property_doc(value self, value v)
{
    self_property(self)->doc = v;
}

#if ADDER_METHODS
static value show_doc(void *o)
{
    set_attr(*(value *)o, SYMBOL(S___doc__), get_property_doc(*(value *)o));
    return NONE;
}

void property_show_doc(value o)
{
    value e;
    if (protect(show_doc, &o, &e)) return;
    bool of_getter = self_property(o)->doc == UNDEF && get_property_doc(o) != NONE;
    if (of_getter || !is_instance(e, &type_AttributeError)) vm_reraise(e); /* else it is dropped */
}
#endif

static value get_property_name(value self)
{
    return property_name(self_property(self));
}

static void set_property_name(value self, value v)
{
    self_property(self)->name = v;
}

static value get_property_abstract(value self)
{
    const struct property *p = self_property(self);
    const value accessors[] = {p->get, p->set, p->del};
    for (size_t i = 0; i < 3; i++) {
        value v = accessors[i] == UNDEF ? UNDEF : find_attr(accessors[i], SYMBOL(S___isabstractmethod__));
        if (v != UNDEF && truth(v)) return TRUE;
    }
    return FALSE;
}

METHOD2(m_getter, getter, property_getter);
METHOD2(m_setter, setter, property_setter);
METHOD2(m_deleter, deleter, property_deleter);
METHODV(m_set_name, __set_name__, 1, 255, property_set_name);
GETSET(a_fget, fget, get_fget, NULL);
GETSET(a_fset, fset, get_fset, NULL);
GETSET(a_fdel, fdel, get_fdel, NULL);
GETSET(a_property_doc, __doc__, get_property_doc, set_property_doc);
GETSET(a_property_name, __name__, get_property_name, set_property_name);
GETSET(a_abstract, __isabstractmethod__, get_property_abstract, NULL);

static const struct attr property_attrs[] = {
    ATTR_MORE(fget, a_fget)
    ATTR_MORE(fset, a_fset)
    ATTR_MORE(fdel, a_fdel)
    ATTR(getter, m_getter),
    ATTR(setter, m_setter),
    ATTR(deleter, m_deleter),
    ATTR_MORE(__doc__, a_property_doc)
    ATTR_MORE(__name__, a_property_name)
    ATTR_MORE(__isabstractmethod__, a_abstract)
    ATTR_MORE(__set_name__, m_set_name)
    ATTR_MORE(__get__, m_get)
    ATTR_MORE(__set__, m_set)
    ATTR_MORE(__delete__, m_delete)
};

static const struct slots property_slots = {
    .size = sizeof(struct property),
    .trace = property_trace,
    .make = property_make,
};

const struct type type_property = {{&type_type},
                                   .slots = &property_slots,
                                   .flags = TYPE_BASE | TYPE_NO_WEAK,
                                   .name = SYMBOL(S_property),
                                   TYPE_ATTRS(property_attrs),
                                   .base = &type_object};

/* ---- getset ---- */

static value get_getset_name(value self)
{
    return SYMBOL(((const struct getset *)self)->name);
}

static void getset_repr(value self, struct printer *out)
{
    const struct type *owner = getset_owner(self);
    print_format(out, owner ? "<attribute '%v' of '%v' objects>" : "<attribute '%v'>", get_getset_name(self), owner ? owner->name : NONE);
}

GETSET(a_getset_name, __name__, get_getset_name, NULL);
#if ADDER_METHODS
static struct made_getset *field_getset_of(value self)
{
    return ((struct getset *)self)->name == GETSET_ANY ? (struct made_getset *)self : NULL;
}

static value get_getset_doc(value self)
{
    const struct made_getset *f = field_getset_of(self);
    if (!f || !is_int(f->of)) return f ? f->of : NONE;
    struct printer p;
    printer_init(&p);
    print_format(&p, "Alias for field number %zd", int_of(f->of));
    return printer_str(&p);
}

static void set_getset_doc(value self, value v)
{
    struct made_getset *f = field_getset_of(self);
    if (!f) raise_error(&type_AttributeError, "attribute '__doc__' of 'getset_descriptor' objects is not writable");
    f->of = v == UNDEF ? NONE : v;
}

static void getset_trace(struct object *o)
{
    heap_visit(&((struct made_getset *)o)->of);
}

GETSET(a_getset_doc, __doc__, get_getset_doc, set_getset_doc);
#define GETSET_SLOTS .size = sizeof(struct made_getset), .trace = getset_trace
#else
#define GETSET_SLOTS .size = sizeof(struct getset)
#endif
static const struct attr getset_attrs[] = {
    ATTR_MORE(__name__, a_getset_name)
    ATTR_MORE(__doc__, a_getset_doc)
    ATTR_MORE(__get__, m_get)
    ATTR_MORE(__set__, m_set)
    ATTR_MORE(__delete__, m_delete)
};
static const struct slots getset_slots = {GETSET_SLOTS, .repr = getset_repr};
const struct type type_getset = {{&type_type},
                                 .slots = &getset_slots,
                                 .flags = TYPE_NO_WEAK,
                                 .name = SYMBOL(S_getset_descriptor),
                                 TYPE_ATTRS(getset_attrs),
                                 .base = &type_object};
