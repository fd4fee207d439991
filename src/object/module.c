/* Modules: those in C have a table in ROM, and a dict once a program stores something in them; those
 * from source have a dict. */
#include "class.h"

static void module_trace(struct object *o)
{
    heap_visit_ptr(&((struct module *)o)->dict);
}

static struct module *self_module(value v)
{
    return (struct module *)unwrap(v);
}

value module_new(value name)
{
    struct module *m = heap_object(&type_module, sizeof *m);
    struct dict *d = dict_new(ADDER_METHODS ? 8 : 4);
    m->dict = d;
    dict_set(d, SYMBOL(S___name__), name);
#if ADDER_METHODS
    static const uint16_t unknown[] = {S___doc__, S___package__, S___loader__, S___spec__};
    for (size_t i = 0; i < sizeof unknown / sizeof unknown[0]; i++) dict_set(d, SYMBOL(unknown[i]), NONE);
#endif
    d->flags |= DICT_GLOBALS;
    return from_ptr(m);
}

value module_find(struct module *m, value name)
{
    if (m->dict) {
        int i = dict_find_symbol(m->dict, name);
        if (i >= 0) return dict_entry(m->dict, (uint32_t)i)[1];
    }
    if (!m->def) return UNDEF;
    for (uint32_t i = 0; i < m->def->nattrs; i++)
        if (attr_name(&m->def->attrs[i]) == name) return m->def->attrs[i].value;
    if (name == SYMBOL(S___name__)) return m->def->name;
    return m->def->getattr ? m->def->getattr(from_ptr(m), name) : UNDEF;
}

value module_name(value module)
{
    value name = module_find(self_module(module), SYMBOL(S___name__));
    return name != UNDEF && is_str(unwrap(name)) ? unwrap(name) : SYMBOL('?');
}

/* The dict of a module in C is made, with all that its table has, when somebody wants to see or change it. */
static struct dict *module_dict(struct module *m)
{
    if (m->dict) return m->dict;
    struct dict *d = dict_new(m->def->nattrs + 1);
    dict_set(d, SYMBOL(S___name__), m->def->name);
    for (uint32_t i = 0; i < m->def->nattrs; i++) dict_set(d, attr_name(&m->def->attrs[i]), m->def->attrs[i].value);
    d->flags |= DICT_GLOBALS | DICT_CLASS; /* of builtins: a change shows through every module's globals */
    cache_clear();
    m->dict = d;
    return d;
}

#if ADDER_METHODS
static value module_make(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym params[] = {S_name, S_doc};
    value v[2];
    (void)t;
    args_bind("module", n, args, nkw, kwnames, 0, 2, params, 2, 1, v);
    if (!is_str(unwrap(v[0]))) raise_type_error("module() argument 1 must be str, not %T", v[0]);
    value m = module_new(unwrap(v[0]));
    if (v[1] != UNDEF) dict_set(self_module(m)->dict, SYMBOL(S___doc__), v[1]);
    return m;
}
#else
#define module_make NULL
#endif

/* Annotations of a module are evaluated when they are first asked for. */
static value module_annotations(struct module *m)
{
    value annotate = module_find(m, SYMBOL(S___annotate__));
    value v = annotate == UNDEF || annotate == NONE ? from_ptr(dict_new(0)) : call1(annotate, from_int(1));
    dict_set(module_dict(m), SYMBOL(S___annotations__), v);
    return v;
}

/* What is not in the dict: __getattr__ of the module may know. */
static value module_getattr(value self, value name)
{
    struct module *m = self_module(self);
    if (ADDER_ANNOTATIONS && name == SYMBOL(S___annotations__)) return module_annotations(m);
    value v = module_find(m, name); /* of a subclass's instance, not looked for yet */
    if (v != UNDEF) return v;
    value f = module_find(m, SYMBOL(S___getattr__));
    return f == UNDEF ? UNDEF : call1(f, name);
}

static bool module_setattr(value self, value name, value v)
{
    struct dict *d = module_dict(self_module(self));
    if (v == UNDEF) return dict_delete(d, name);
    dict_set(d, name, v);
    return true;
}

static void module_repr(value self, struct printer *out)
{
    struct module *m = self_module(self);
    value file = module_find(m, SYMBOL(S___file__));
    print_format(out, "<module %r", module_name(self));
    if (m->def)
        print_z(out, " (built-in)");
    else if (file != UNDEF)
        print_format(out, " from %r", file);
    print_char(out, '>');
}

#if ADDER_METHODS
/* In place: the object is an instance from now on, with the dict where it was, and wraps a module with the same dict. */
void module_become(struct module *m, const struct type *to)
{
    struct shape *shape = shape_dict(shape_root_new(to, 1, 2));
    struct module *native = heap_object(&type_module, sizeof *native);
    struct instance *o = (struct instance *)(void *)m;
    native->def = m->def;
    native->dict = module_dict(m);
    o->shape = shape;
    o->slots[0] = from_ptr(native);
    o->head.type = to;
}
#endif

static value get_dict(value self)
{
    return from_ptr(module_dict(self_module(self)));
}

static value get_doc(value self)
{
    value v = module_find(self_module(self), SYMBOL(S___doc__));
    return v == UNDEF ? NONE : v;
}

static void set_doc(value self, value v)
{
    module_setattr(self, SYMBOL(S___doc__), v);
}

GETSET(a_dict, __dict__, get_dict, NULL);
GETSET(a_doc, __doc__, get_doc, set_doc);
static const struct attr module_attrs[] = {ATTR(__dict__, a_dict), ATTR_MORE(__doc__, a_doc)};

static const struct slots module_slots = {
    .size = sizeof(struct module),
    .trace = module_trace,
    .make = module_make,
    .getattr = module_getattr,
    .setattr = module_setattr,
    .repr = module_repr,
};

const struct type type_module = {{&type_type},
                                 .slots = &module_slots,
                                 .flags = TYPE_BASE,
                                 .name = SYMBOL(S_module),
                                 TYPE_ATTRS(module_attrs),
                                 .base = &type_object};
