/* super: attributes of an object as its class's bases see them. */
#include "../vm/ops.h"
#include "class.h"
#include "code.h"

struct super {
    struct object head;
    const struct type *cls;
    value self;
    const struct type *self_type;
};

static void super_trace(struct object *o)
{
    struct super *s = (struct super *)o;
    heap_visit_ptr(&s->cls);
    heap_visit(&s->self);
    heap_visit_ptr(&s->self_type);
}

/* The class whose MRO is followed: self itself, if it is a class below cls (in a classmethod, or __new__). */
static const struct type *start_type(const struct type *cls, value self)
{
    if (is_class(self) && type_is_subtype(class_of(self), cls)) return class_of(self);
    if (is_instance(self, cls)) return type_of(self);
    value claimed = ADDER_CLASS_HOOKS && has_instance_layout(self) ? find_attr(self, SYMBOL(S___class__)) : UNDEF;
    if (claimed != UNDEF && is_class(claimed) && type_is_subtype(class_of(claimed), cls))
        return class_of(claimed);
    raise_type_error("super(type, obj): obj (%s %v) is not an instance or subtype of type (%v).",
                     is_class(self) ? "type" : "instance of",
                     is_class(self) ? class_of(self)->name : type_of(self)->name, cls->name);
}

/* The first attribute of this name behind cls in the MRO, unbound. */
static value find_behind(const struct type *start, const struct type *cls, value name)
{
    const struct type *k;
    bool behind = false;
    for (struct mro_walk w = mro_walk(start); (k = mro_next(&w)); behind |= k == cls) {
        value v = behind ? type_own(k, name) : UNDEF;
        if (v != UNDEF) return v;
    }
    return UNDEF;
}

static _Noreturn void raise_missing(value name)
{
    raise_error(&type_AttributeError, "'super' object has no attribute '%v'", name);
}

static const struct type *need_class(value cls)
{
    if (cls == UNDEF) raise_error(&type_RuntimeError, "super(): empty __class__ cell");
    if (!is_class(cls)) raise_type_error("super() argument 1 must be a type, not %t", cls);
    return class_of(cls);
}

/* The attribute as super(cls, self) gives it; UNDEF: there is none. */
static value find_bound(const struct type *cls, value self, const struct type *start, value name)
{
    value d = name == SYMBOL(S___class__) ? UNDEF : find_behind(start, cls, name);
    if (d == UNDEF) return UNDEF;
    bool of_class = is_class(self) && class_of(self) == start;
    return descriptor_get(d, of_class ? UNDEF : self, start);
}

value super_get(value cls, value self, value name)
{
    const struct type *t = need_class(cls);
    value v = find_bound(t, self, start_type(t, self), name);
    if (v == UNDEF && name == SYMBOL(S___class__)) return from_ptr(&type_super);
    if (v == UNDEF) raise_missing(name);
    return v;
}

/* As get_method(): a function and what to pass first, without making a bound method. */
value super_get_method(value cls, value o, value name, value *self)
{
    const struct type *t = need_class(cls), *start = start_type(t, o);
    *self = UNDEF;
    value d = find_behind(start, t, name);
    bool method =
        d != UNDEF && (is_type(d, &type_function) || (is_type(d, &type_builtin_function) &&
                                                      (((const struct cfunction *)d)->flags & CF_METHOD)));
    if (!method || (is_class(o) && class_of(o) == start)) return super_get(cls, o, name);
    *self = o;
    return d;
}

#if ADDER_METHODS
/* (Not in line, or there are two copies of each.) */
__attribute__((noinline)) value super_get(value cls, value self, value name);
__attribute__((noinline)) value super_get_method(value cls, value o, value name, value *self);

static value load_built_in(value cls, value o, value name, value *self)
{
    return self ? super_get_method(cls, o, name, self) : super_get(cls, o, name);
}

value (*super_load)(value cls, value o, value name, value *self) = load_built_in;

/* Calls what the program has put in the place of the built-in, if that is so here. */
static __attribute__((cold)) value load_by_name(value cls, value o, value name, value *self)
{
    value f = op_get_global(vm_globals(), SYMBOL(S_super));
    if (f == from_ptr(&type_super)) return load_built_in(cls, o, name, self);
    value made = call0(f);
    return self ? get_method(made, name, self) : get_attr(made, name);
}

__attribute__((cold)) void super_is_bound(void)
{
    super_load = load_by_name;
}
#endif

/* super() without arguments, called from C: the first argument and __class__ of the running function. */
static void find_caller(value *cls, value *self)
{
    struct frame_view f;
    if (!vm_frame(0, &f)) raise_error(&type_RuntimeError, "super(): no current frame");
    const struct code *c = f.function->code;
    bool is_function = !(c->info->flags & (CODE_MODULE | CODE_CLASS));
    const struct code_counts n = code_counts(c);
    if (n.positional == 0 || (ADDER_METHODS && !is_function)) raise_error(&type_RuntimeError, "super(): no arguments");
    const struct code_local first = code_local(c, &n, 0);
    const value *place = code_local_place(c, &first, f.base);
    *self = place ? *place : UNDEF;
    if (*self != UNDEF && is_type(*self, &type_cell)) *self = ((struct cell *)*self)->v;
    if (*self == UNDEF) raise_error(&type_RuntimeError, "super(): arg[0] deleted");
    for (unsigned i = 0; i < c->info->cells; i++)
        if (code_name(c, c->info->locals + i) == SYMBOL(S___class__)) {
            *cls = ((struct cell *)f.function->cells[i])->v;
            return;
        }
    raise_error(&type_RuntimeError, "super(): __class__ cell not found");
}

static value super_make(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    (void)t, (void)kwnames;
    if (nkw) raise_type_error("super() takes no keyword arguments");
    if (n > 2) raise_type_error("super() expected at most 2 arguments, got %zd", (word)n);
    value cls = n ? args[0] : UNDEF, self = n > 1 ? args[1] : NONE;
    if (ADDER_USUAL_METHODS && n == 0) find_caller(&cls, &self);
    need_class(cls);
    const struct type *start = self == NONE ? NULL : start_type(class_of(cls), self);
    struct super *s = heap_object(&type_super, sizeof *s);
    s->cls = class_of(cls);
    s->self = self;
    s->self_type = start;
    return from_ptr(s);
}

static struct super *self_super(value v)
{
    return (struct super *)(ADDER_METHODS ? need_self(v, &type_super) : v);
}

value super_attribute(value self, value name)
{
    struct super *s = (struct super *)(ADDER_METHODS ? unwrap(self) : self);
    value v = s && s->self_type ? find_bound(s->cls, s->self, s->self_type, name) : UNDEF;
    return v == UNDEF ? generic_get_attr(self, name) : v;
}

static value method_getattribute(value self, value name)
{
    need_self(self, &type_super);
    if (!is_str(unwrap(name))) raise_type_error("attribute name must be string, not '%t'", name);
    value v = super_attribute(self, str_intern(unwrap(name)));
    if (v == UNDEF) raise_missing(name);
    return v;
}

static void super_repr(value self, struct printer *out)
{
    struct super *s = self_super(self);
    print_format(out, "<super: <class '%v'>, ", s->cls->name);
    if (s->self_type)
        print_format(out, "<%v object>>", s->self_type->name);
    else
        print_z(out, "NULL>");
}

static value get_this(value self)
{
    return from_ptr(self_super(self)->cls);
}
static value get_self(value self)
{
    return self_super(self)->self;
}
static value get_self_class(value self)
{
    const struct type *t = self_super(self)->self_type;
    return t ? from_ptr(t) : NONE;
}

value super_bind(value self, value o)
{
    value parts[] = {from_ptr(self_super(self)->cls), o};
    return self_super(self)->self_type ? self : super_make(&type_super, 2, parts, 0, NULL);
}

static value method_get(size_t n, value *args)
{
    (void)n;
    self_super(args[0]);
    return args[1] == NONE ? args[0] : super_bind(args[0], args[1]);
}
SLOTV(m_get, __get__, 2, 3, method_get);

SLOT2(m_getattribute, __getattribute__, method_getattribute);
GETSET(a_thisclass, __thisclass__, get_this, NULL);
GETSET(a_self, __self__, get_self, NULL);
GETSET(a_self_class, __self_class__, get_self_class, NULL);
static const struct attr super_attrs[] = {
    ATTR_USUAL(__getattribute__, m_getattribute)
    ATTR_MORE(__thisclass__, a_thisclass)
    ATTR_MORE(__self__, a_self)
    ATTR_MORE(__self_class__, a_self_class)
    ATTR_MORE(__get__, m_get)
};

static const struct slots super_slots = {
    .size = sizeof(struct super),
    .trace = super_trace,
    .make = super_make,
    .repr = super_repr,
};

/* Its attributes are looked for behind the class first, and only then are its own. */
const struct type type_super = {{&type_type},
                                .slots = &super_slots,
                                .flags = (ADDER_METHODS ? TYPE_BASE : 0) | TYPE_GETATTRIBUTE | TYPE_NO_WEAK,
                                .name = SYMBOL(S_super),
                                TYPE_ATTRS(super_attrs),
                                .base = &type_object};
