/* type: what classes are instances of. Which type a value has, subtyping, attributes of classes, and
 * calling a class. How classes are made is in class_build.c. */
#include "class.h"

/* ---- types of values ---- */

const struct type *type_of_immediate(value v)
{
    if (is_int(v)) return &type_int;
    if (is_sym(v)) return &type_str;
    if (is_tagged_float(v)) return &type_float;
    switch (v) {
    case TRUE:
    case FALSE: return &type_bool;
    case ELLIPSIS: return &type_ellipsis;
    case NOTIMPL: return &type_notimpl;
    default: return &type_none;
    }
}

const struct type *type_of(value v)
{
    if (!is_obj(v)) return type_of_immediate(v);
    const struct type *t = obj_of(v)->type;
    return t == &type_long_str ? &type_str : t == &type_long_bytes ? &type_bytes : t;
}

bool type_is_subtype(const struct type *t, const struct type *of)
{
    if (t == of || of == &type_object) return true;
    value order = type_mro_known(t);
    if (order == UNDEF) {
        while ((t = t->base))
            if (t == of) return true;
        return false;
    }
    const struct tuple *mro = tuple_of(order);
    for (size_t i = 1; i < mro->len; i++)
        if (class_of(mro->items[i]) == of) return true;
    return false;
}

bool is_instance(value v, const struct type *t)
{
    return type_is_subtype(type_of(v), t);
}

/* ---- memory ---- */

void type_trace(struct object *o)
{
    struct type *t = (struct type *)o;
    heap_visit(&t->name);
    heap_visit_ptr(&t->base);
    heap_visit_ptr(&t->rest->native);
    heap_visit(&t->rest->mro);
    heap_visit(&t->rest->bases);
    heap_visit_ptr(&t->dict);
    heap_visit_ptr(&t->rest->root);
    heap_visit(type_qualname(t));
}

/* ---- calling ---- */

/* A new instance with nothing done to it; what a class wraps is not there yet. */
value class_instance(const struct type *t)
{
    if (t == &type_object) return from_ptr(heap_object(t, sizeof(struct object)));
    if (t->flags & TYPE_ABSTRACT_METHODS) raise_abstract(t);
    if ((t->flags & (TYPE_INSTANCE | TYPE_EXCEPTION | TYPE_WRAPS)) != TYPE_INSTANCE) {
        const struct type *native = ADDER_METHODS && class_special(t, SYMBOL(S___new__)) != UNDEF ? type_native(t) : NULL;
        raise_type_error("object.__new__(%v) is not safe, use %v.__new__()", t->name, native ? native->name : t->name);
    }
    return from_ptr(instance_new(t));
}

bool type_is_immutable(const struct type *t)
{
    return t == &type_int || t == &type_str || t == &type_float || t == &type_tuple || t == &type_bytes ||
           (ADDER_SETS && t == &type_frozenset) || (ADDER_COMPLEX && t == &type_complex) ||
           (t->flags & TYPE_BY_NEW);
}

/* Whether the constructor leaves keywords to a derived class's __init__ (list's: to its __new__). */
static bool lets_keywords(const struct type *t)
{
    return ADDER_METHODS && (t == &type_tuple || t == &type_frozenset || t == &type_float || (t->flags & TYPE_BY_NEW));
}

static value make_empty(void *type)
{
    return ((const struct type *)type)->slots->make(type, 0, NULL, 0, NULL);
}

value native_new(const struct type *cls, size_t n, value *args, size_t nkw, const value *kwnames)
{
    const struct type *native = cls->flags & TYPE_HEAP ? cls->rest->native : cls;
    if (cls == native || !(cls->flags & TYPE_WRAPS)) {
        if (!native || !native->slots->make) raise_type_error("cannot create '%k' instances", cls);
        return native->slots->make(cls, n, args, nkw, kwnames);
    }
    if (cls->flags & TYPE_ABSTRACT_METHODS) raise_abstract(cls);
    struct instance *o = instance_new(cls);
    value v = UNDEF;
    if (type_is_immutable(native)) {
        v = native->slots->make(ADDER_METHODS && native == &type_weakref ? cls : native, n, args, nkw, kwnames);
    } else if (ADDER_METHODS && native == &type_super) {
        v = UNDEF; /* who calls it matters: __init__ makes it */
    } else if (native->slots->make && !protect(make_empty, (void *)native, &v)) {
        if (!exception_matches(v, from_ptr(&type_TypeError))) vm_reraise(v);
        v = UNDEF; /* it wants arguments: __init__ will bring them */
    }
    o->slots[0] = v;
    if (ADDER_METHODS && native == &type_weakref) ((struct weakref *)v)->owner = from_ptr(o);
    return from_ptr(o);
}

void native_init(value o, size_t n, value *args, size_t nkw, const value *kwnames)
{
    const struct type *t = type_of(o), *native = type_native(t);
    if (!(t->flags & TYPE_WRAPS) || type_is_immutable(native)) return;
    if (ADDER_METHODS && native == &type_list && class_special(t, SYMBOL(S___new__)) != UNDEF) nkw = 0;
    value init = type_own(native, SYMBOL(S___init__));
    struct instance *i = (struct instance *)o;
    if (i->slots[0] != UNDEF && init != UNDEF && !is_slot_init(init)) {
        call_prefixed(init, o, n, args, nkw, kwnames);
        return;
    }
    if (i->slots[0] != UNDEF && n + nkw == 0) return;
    value v = native->slots->make(native, n, args, nkw, kwnames);
    i->slots[0] = v;
    if (ADDER_METHODS && native == &type_property) property_show_doc(o);
    if (ADDER_METHODS && native == &type_module) instance_replace_dict(i, ((struct module *)v)->dict);
}

/* What a class without a __new__ of its own makes. */
static value class_make(const struct type *cls, bool has_init, size_t n, value *args, size_t nkw,
                        const value *kwnames)
{
    if (cls->flags & TYPE_EXCEPTION) return exception_make(cls, n, args, has_init ? 0 : nkw, kwnames);
    if ((ADDER_DERIVED_TYPES || ADDER_CLASS_HOOKS) && cls->rest->native)
        return native_new(cls, n, args, has_init && lets_keywords(cls->rest->native) ? 0 : nkw, kwnames);
    if (!has_init && n + nkw) raise_type_error("%v() takes no arguments", cls->name);
    return class_instance(cls);
}

static value call_new(const struct type *cls, value new, size_t n, value *args, size_t nkw,
                      const value *kwnames)
{
    new = descriptor_get(new, UNDEF, cls);
    return call_prefixed(new, from_ptr(cls), n, args, nkw, kwnames);
}

value type_call(value self, size_t n, value *args, size_t nkw, const value *kwnames)
{
    const struct type *cls = class_of(self);
    value new = UNDEF, init = UNDEF, o;
    if (!(cls->flags & TYPE_HEAP)) {
        if (!cls->slots->make) raise_type_error("cannot create '%k' instances", cls);
        o = cls->slots->make(cls, n, args, nkw, kwnames);
        if (!ADDER_CLASS_HOOKS || cls != &type_type || n != 3) return o;
    } else {
        new = class_special(cls, SYMBOL(S___new__));
        init = class_special(cls, SYMBOL(S___init__));
        o = new == UNDEF ? class_make(cls, init != UNDEF, n, args, nkw, kwnames) : call_new(cls, new, n, args, nkw, kwnames);
    }
    const struct type *t = type_of(o);
    if (t != cls) {
        if (!type_is_subtype(t, cls)) return o;
        init = class_special(t, SYMBOL(S___init__));
    }
    if (init != UNDEF) {
        value r = is_type(init, &type_function) ? call_prefixed(init, o, n, args, nkw, kwnames)
                                                : call_kw(descriptor_get(init, o, t), n, args, nkw, kwnames);
        if (r != NONE) raise_type_error("__init__() should return None, not '%t'", r);
        if ((t->flags & TYPE_WRAPS) && ((struct instance *)o)->slots[0] == UNDEF)
            native_init(o, n, args, 0, NULL); /* it did not call the built-in's __init__ */
    } else if (ADDER_METHODS && new != UNDEF && t->flags & TYPE_EXCEPTION) {
        call_prefixed(type_own(&type_BaseException, SYMBOL(S___init__)), o, n, args, nkw, kwnames);
    } else {
        native_init(o, n, args, nkw, kwnames);
    }
    return o;
}

value class_init_function(const struct type *cls)
{
    if (type_native(cls) || (cls->flags & TYPE_ABSTRACT_METHODS) || class_special(cls, SYMBOL(S___new__)) != UNDEF)
        return UNDEF;
    value init = class_special(cls, SYMBOL(S___init__));
    if (init == UNDEF) return NONE;
    return is_type(init, &type_function) ? init : UNDEF;
}

/* ---- attributes of classes ---- */

static const struct type *need_class(value v)
{
    if (!is_class(v)) raise_type_error("descriptor of 'type' object needs a class, not '%t'", v);
    return class_of(v);
}

static value own_or(const struct type *t, unsigned name, value otherwise)
{
    value v = type_own(t, SYMBOL(name));
    return v == UNDEF ? otherwise : v;
}

/* Heap classes can change; the name tells an error's text. */
static struct type *need_heap(value self, unsigned name)
{
    const struct type *t = need_class(self);
    if (!(t->flags & TYPE_HEAP))
        raise_type_error("cannot set '%v' attribute of immutable type '%v'", SYMBOL(name), t->name);
    return (struct type *)t;
}

static value get_name(value self)
{
    return need_class(self)->name;
}

void check_class_name(value name)
{
    struct view v = str_view(name);
    if (memchr(v.data, 0, v.len)) raise_value_error("type name must not contain null characters");
}

/* A name may change, but not go. */
static struct type *need_named(value self, unsigned name, value v)
{
    struct type *t = need_heap(self, name);
    if (v == UNDEF)
        raise_type_error("cannot delete '%v' attribute of immutable type '%v'", SYMBOL(name), t->name);
    return t;
}

static void set_name(value self, value v)
{
    struct type *t = need_named(self, S___name__, v);
    if (!is_str(unwrap(v))) raise_type_error("can only assign string to %v.__name__, not '%t'", t->name, v);
    check_class_name(unwrap(v));
    if (*type_qualname(t) == UNDEF) *type_qualname(t) = t->name; /* it was the same */
    t->name = unwrap(v);
}

static value get_qualname(value self)
{
    const struct type *t = need_class(self);
    return t->flags & TYPE_HEAP && *type_qualname(t) != UNDEF ? *type_qualname(t) : t->name;
}

static void set_qualname(value self, value v)
{
    struct type *t = need_named(self, S___qualname__, v);
    if (!is_str(unwrap(v))) raise_type_error("can only assign string to %v.__qualname__, not '%t'", t->name, v);
    *type_qualname(t) = v;
}

/* Where a built-in type's objects have a module each, its own stands behind that in its attributes. */
static value get_module(value self)
{
    const struct type *t = need_class(self);
    value v = own_or(t, S___module__, SYMBOL(S_builtins));
    for (size_t i = 0; ADDER_METHODS && is_type(v, &type_getset); i++)
        if (i == t->nattrs)
            v = SYMBOL(S_builtins);
        else if (attr_name(&t->attrs[i]) == SYMBOL(S___module__))
            v = t->attrs[i].value;
    return v;
}

static void set_own(value self, unsigned name, value v)
{
    struct type *t = need_heap(self, name);
    if (v == UNDEF)
        dict_delete(t->dict, SYMBOL(name));
    else
        dict_set(t->dict, SYMBOL(name), v);
}

static void set_module(value self, value v)
{
    need_named(self, S___module__, v);
    set_own(self, S___module__, v);
}

static value get_doc(value self)
{
    const struct type *t = need_class(self);
    value doc = own_or(t, S___doc__, NONE);
    return descriptor_get(doc, UNDEF, t);
}

static void set_doc(value self, value v)
{
    need_named(self, S___doc__, v);
    set_own(self, S___doc__, v);
}

value type_mro(const struct type *t)
{
    if (type_mro_known(t) != UNDEF) return type_mro_known(t);
    struct list *l = list_of(list_new(0, NULL));
    const struct type *k;
    for (struct mro_walk w = mro_walk(t); (k = mro_next(&w));) list_append(l, from_ptr(k));
    return tuple_from_iterable(from_ptr(l));
}

value type_bases(const struct type *t)
{
    if (type_bases_known(t) != UNDEF) return type_bases_known(t);
    value base = t->base ? from_ptr(t->base) : t == &type_object ? UNDEF : from_ptr(&type_object);
    return tuple_new(base != UNDEF, &base);
}

static value get_mro(value self)
{
    return type_mro(need_class(self));
}

static value get_bases(value self)
{
    return type_bases(need_class(self));
}

#if ADDER_METHODS
static void set_bases(value self, value v)
{
    class_set_bases(need_named(self, S___bases__, v), v);
}
#else
#define set_bases NULL
#endif

static value get_base(value self)
{
    const struct type *t = need_class(self);
    value bases = type_bases(t);
    const struct type *native = type_native(t);
    size_t n = tuple_of(bases)->len;
    for (size_t i = 0; i < n; i++) { /* the one whose layout the class has */
        const struct type *b = class_of(tuple_of(bases)->items[i]);
        if (native && (b == native || type_native(b) == native)) return from_ptr(b);
    }
    return n ? tuple_of(bases)->items[0] : NONE;
}

/* What a built-in type's table has, as the type's __dict__ has it. */
static value shown(value v, const struct type *t)
{
    return is_type(v, &type_builtin_function) ? unbound_method(v, t) : v;
}

static value get_dict(value self)
{
    const struct type *t = need_class(self);
    if (t->flags & TYPE_HEAP) {
#if ADDER_METHODS
        class_complete((struct type *)t);
#endif
        return mappingproxy_new(from_ptr(t->dict));
    }
    struct dict *d = dict_new(t->nattrs), *names = dict_new(0);
    value name;
    slot_method_names(t, names);
    for (uint32_t i = 0; dict_next(names, &i, &name, NULL);) dict_set(d, name, shown(slot_method(t, name), t));
    if (slot_method(t, SYMBOL(S___hash__)) == NONE) dict_set(d, SYMBOL(S___hash__), NONE);
    for (uint32_t i = 0; i < t->nattrs; i++) dict_set(d, attr_name(&t->attrs[i]), shown(t->attrs[i].value, t));
    return mappingproxy_new(from_ptr(d));
}

/* Annotations are evaluated when they are first asked for. */
static value get_annotations(value self)
{
    const struct type *t = need_class(self);
    if (!(t->flags & TYPE_HEAP)) raise_attribute_error(self, SYMBOL(S___annotations__));
    value v = own_or(t, S___annotations__, UNDEF);
    if (v != UNDEF) return v;
    value annotate = own_or(t, S___annotate__, NONE), format = from_int(1);
    annotate = descriptor_get(annotate, UNDEF, t);
    v = annotate == NONE ? from_ptr(dict_new(0)) : call1(annotate, format);
    dict_set(t->dict, SYMBOL(S___annotations__), v);
    return v;
}

static void set_annotations(value self, value v)
{
    set_own(self, S___annotations__, v);
}

static value get_annotate(value self)
{
    return own_or(need_class(self), S___annotate__, NONE);
}

static void set_annotate(value self, value v)
{
    set_own(self, S___annotate__, v);
    dict_delete(need_heap(self, S___annotate__)->dict, SYMBOL(S___annotations__));
}

static value get_type_params(value self)
{
    const struct type *t = need_class(self);
    return t->flags & TYPE_HEAP ? own_or(t, S___type_params__, from_ptr(&empty_tuple)) : from_ptr(&empty_tuple);
}

static void set_type_params(value self, value v)
{
    need_named(self, S___type_params__, v);
    set_own(self, S___type_params__, v);
}

static value get_abstract(value self)
{
    const struct type *t = need_class(self);
    value v = t == &type_type ? UNDEF : own_or(t, S___abstractmethods__, UNDEF); /* type's own is this function */
    if (v == UNDEF) raise_error(&type_AttributeError, "__abstractmethods__");
    return v;
}

static void set_abstract(value self, value v)
{
    struct type *t = need_heap(self, S___abstractmethods__);
    if (v == UNDEF) get_abstract(self);
    set_own(self, S___abstractmethods__, v);
    t->flags &= ~(uint32_t)TYPE_ABSTRACT_METHODS;
    if (v != UNDEF && truth(v)) t->flags |= TYPE_ABSTRACT_METHODS;
}

static value get_abc_flags(value self)
{
    (void)self;
    return UNDEF;
}

/* What abc tells of a class that joins Sequence or Mapping: 32 or 64, the bits that `__flags__` has then. */
static void set_abc_flags(value self, value v)
{
    struct type *t = need_heap(self, S___abc_tpflags__);
    t->flags = (t->flags & ~(uint32_t)TYPE_PATTERNS) | (need_word(v) == 32 ? TYPE_SEQUENCE : TYPE_MAPPING);
}

_Noreturn void raise_abstract(const struct type *t)
{
    value names = list_from_iterable(own_or(t, S___abstractmethods__, from_ptr(&empty_tuple)));
    list_sort(list_of(names), UNDEF, false);
    struct printer p;
    printer_init(&p);
    size_t n = list_of(names)->len;
    for (size_t i = 0; i < n; i++) print_format(&p, i ? ", '%v'" : "'%v'", list_items(list_of(names))[i]);
    raise_type_error("Can't instantiate abstract class %v without an implementation for abstract method%s %v",
                     t->name, n == 1 ? "" : "s", printer_str(&p));
}

/* ---- changing classes ---- */

struct subclass_search {
    const struct type *of;
    value *found;
    size_t n;
};

static void find_subclass(struct object *o, void *arg)
{
    struct subclass_search *s = arg;
    if (!(o->type->flags & TYPE_META)) return;
    const struct type *t = (const struct type *)o;
    bool found = t->base == s->of;
    value bases = t->rest->bases;
    for (size_t i = 1; bases != UNDEF && i < tuple_of(bases)->len; i++)
        found |= class_of(tuple_of(bases)->items[i]) == s->of;
    if (found && s->found) s->found[s->n] = from_ptr(t);
    s->n += found;
}

#define X(name, base) &type_##name,
static const struct type *const exceptions[] = {
#include "exceptions.def"
};
#undef X

/* The exceptions, and bool, that are in the image. */
static void add_image_subclasses(struct list *l, const struct type *of)
{
    for (size_t i = 0; i < sizeof exceptions / sizeof exceptions[0]; i++)
        if (exceptions[i]->base == of) list_append(l, from_ptr(exceptions[i]));
    if (of == &type_int) list_append(l, from_ptr(&type_bool));
#if ADDER_GROUPS
    if (of == &type_Exception) list_append(l, from_ptr(&type_ExceptionGroup)); /* it has two bases */
#endif
}

/* No class knows its subclasses: they are looked for in the heap. */
value type_subclasses(value self)
{
    struct subclass_search s = {need_class(self), NULL, 0};
    heap_collect();
    heap_walk(find_subclass, &s);
    value found = tuple_new(s.n, NULL);
    s = (struct subclass_search){s.of, tuple_of(found)->items, 0};
    heap_walk(find_subclass, &s);
    value all = list_new(0, NULL);
    if (ADDER_METHODS && !(s.of->flags & TYPE_HEAP)) add_image_subclasses(list_of(all), s.of);
    list_extend(list_of(all), found);
    return all;
}

static void refresh_flags(struct object *o, void *of)
{
    struct type *t = (struct type *)o;
    if ((o->type->flags & TYPE_META) && t->dict && type_is_subtype(t, of)) class_set_flags(t);
}

void class_set_attr(const struct type *cls, value name, value v)
{
    if (v != UNDEF)
        dict_set(cls->dict, name, v);
    else if (!dict_delete(cls->dict, name))
        raise_attribute_error(from_ptr(cls), name);
    if (class_is_hook(name)) {
        cache_clear();
        heap_collect();
        heap_walk(refresh_flags, (void *)cls);
    }
}

/* ---- methods ---- */

static value method_mro(value self)
{
    return list_from_iterable(class_linearise(need_class(self)));
}

static value method_instancecheck(value self, value o)
{
    return from_bool(is_instance(o, need_class(self)));
}

static value method_subclasscheck(value self, value sub)
{
    if (!is_class(sub)) raise_type_error("issubclass() arg 1 must be a class");
    return from_bool(type_is_subtype(class_of(sub), need_class(self)));
}

static value method_prepare(size_t n, value *args, size_t nkw, const value *kwnames)
{
    (void)n, (void)args, (void)nkw, (void)kwnames;
    return from_ptr(dict_new(0));
}

static value method_call(size_t n, value *args, size_t nkw, const value *kwnames)
{
    need_class(args[0]);
    return type_call(args[0], n - 1, args + 1, nkw, kwnames);
}

static value type_make(const struct type *meta, size_t n, value *args, size_t nkw, const value *kwnames)
{
    if (n == 1 && meta == &type_type && nkw == 0) return from_ptr(type_told(args[0]));
    if (ADDER_METHODS && n == 1 && meta == &type_type) raise_type_error("type() takes no keyword arguments");
    if (!ADDER_CLASS_HOOKS || n != 3)
        raise_type_error(meta == &type_type ? "type() takes 1 or 3 arguments"
                                            : "type.__new__() takes exactly 3 arguments (%zd given)",
                         (word)n);
    value name = unwrap(args[0]);
    if (!is_str(name)) raise_type_error("type.__new__() argument 1 must be str, not %T", args[0]);
    if (!is_tuple(args[1])) raise_type_error("type.__new__() argument 2 must be tuple, not %T", args[1]);
    if (!as_dict(args[2])) raise_type_error("type.__new__() argument 3 must be dict, not %T", args[2]);
    const struct type *winner = class_metaclass(meta, args[1]);
    value new = winner == meta ? UNDEF : class_special(winner, SYMBOL(S___new__));
    if (new != UNDEF) return call_new(winner, new, n, args, nkw, kwnames);
    return class_new(winner, name, args[1], dict_copy(as_dict(args[2])), nkw, args + 3, kwnames, 0);
}

static value method_type_new(size_t n, value *args, size_t nkw, const value *kwnames)
{
    if (!is_class(args[0]) || !(class_of(args[0])->flags & TYPE_META))
        raise_type_error("type.__new__(X): X is not a type object (%t)", args[0]);
    if (ADDER_METHODS && n != 4) raise_type_error("type.__new__() takes exactly 3 arguments (%zd given)", (word)n - 1);
    return type_make(class_of(args[0]), n - 1, args + 1, nkw, kwnames);
}

/* Classes are made whole by type.__new__. */
static value method_init(size_t n, value *args, size_t nkw, const value *kwnames)
{
    (void)args, (void)kwnames;
    if (nkw && n == 2) raise_type_error("type.__init__() takes no keyword arguments");
    if (n != 2 && n != 4) raise_type_error("type.__init__() takes 1 or 3 arguments");
    return NONE;
}

/* ---- protocols ---- */

static void type_repr(value self, struct printer *out)
{
    value module = find_attr(self, SYMBOL(S___module__)), name = find_attr(self, SYMBOL(S___qualname__));
    if (module != UNDEF && is_str(module) && module != SYMBOL(S_builtins))
        print_format(out, "<class '%v.%v'>", module, name);
    else
        print_format(out, "<class '%v'>", class_of(self)->name);
}

static value type_binary(enum op op, value a, value b)
{
    return ADDER_TYPING && op == OP_OR ? union_new(a, b) : NOTIMPL;
}

/* Whether the class, or one that it derives from, was defined with type parameters. */
static bool is_generic(const struct type *t)
{
    const struct type *k;
    for (struct mro_walk w = mro_walk(t); (k = mro_next(&w));)
        if ((k->flags & TYPE_HEAP) && type_own(k, SYMBOL(S___type_params__)) != UNDEF) return true;
    return false;
}

/* Cls[item] */
static value type_getitem(value self, value key)
{
    const struct type *t = class_of(self);
    value f = find_attr(self, SYMBOL(S___class_getitem__));
    if (f != UNDEF && f != NONE) return call1(f, key);
    if (ADDER_TYPING && (t == &type_type || is_generic(t))) return generic_alias_new(self, key);
    raise_type_error("type '%v' is not subscriptable", t->name);
}

#if ADDER_METHODS
/* The bits of CPython's that programs ask for. */
static value get_flags(value self)
{
    static const struct {
        const struct type *type;
        uint8_t bit;
    } kinds[] = {
        {&type_int, 24},  {&type_list, 25}, {&type_tuple, 26},         {&type_bytes, 27},
        {&type_str, 28},  {&type_dict, 29}, {&type_BaseException, 30}, {&type_type, 31},
    };
    const struct type *t = need_class(self);
    uint64_t bits = (t->flags & TYPE_HEAP ? 1 << 9 : 1 << 8) | (t->flags & TYPE_BASE ? 1 << 10 : 0) |
                    (t->flags & TYPE_ABSTRACT_METHODS ? 1 << 20 : 0) | (t->flags & TYPE_SEQUENCE ? 1 << 5 : 0) |
                    (t->flags & TYPE_MAPPING ? 1 << 6 : 0);
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (type_is_subtype(t, kinds[i].type)) bits |= (uint64_t)1 << kinds[i].bit;
    return int_from_uint64(bits);
}
GETSET(a_flags, __flags__, get_flags, NULL);
#endif

METHOD1(m_mro, mro, method_mro);
METHOD1(m_subclasses, __subclasses__, type_subclasses);
METHOD2(m_instancecheck, __instancecheck__, method_instancecheck);
METHOD2(m_subclasscheck, __subclasscheck__, method_subclasscheck);
CLASS_METHODK(m_prepare, __prepare__, 1, 255, method_prepare);
SLOTK(m_call, __call__, method_call);
SLOTK(m_init, __init__, method_init);
STATIC_NEW(m_new, method_type_new);
GETSET(a_name, __name__, get_name, set_name);
GETSET(a_qualname, __qualname__, get_qualname, set_qualname);
GETSET(a_module, __module__, get_module, set_module);
GETSET(a_doc, __doc__, get_doc, set_doc);
GETSET(a_mro, __mro__, get_mro, NULL);
GETSET(a_bases, __bases__, get_bases, set_bases);
GETSET(a_base, __base__, get_base, NULL);
GETSET(a_dict, __dict__, get_dict, NULL);
GETSET(a_annotations, __annotations__, get_annotations, set_annotations);
GETSET(a_annotate, __annotate__, get_annotate, set_annotate);
GETSET(a_type_params, __type_params__, get_type_params, set_type_params);
GETSET(a_abstract, __abstractmethods__, get_abstract, set_abstract);
GETSET(a_abc_flags, __abc_tpflags__, get_abc_flags, set_abc_flags);

static const struct attr type_attrs[] = {
    ATTR(__name__, a_name),
    ATTR(__qualname__, a_qualname),
    ATTR(__module__, a_module),
    ATTR_MORE(__doc__, a_doc)
    ATTR_MORE(__mro__, a_mro)
    ATTR_USUAL(__bases__, a_bases)
    ATTR_MORE(__base__, a_base)
    ATTR_USUAL(__dict__, a_dict)
    ATTR_MORE(__annotations__, a_annotations)
    ATTR_MORE(__annotate__, a_annotate)
    ATTR_MORE(__type_params__, a_type_params)
    ATTR_MORE(__abstractmethods__, a_abstract)
    ATTR_MORE(__abc_tpflags__, a_abc_flags)
    ATTR_MORE(__flags__, a_flags)
    ATTR_MORE(mro, m_mro)
    ATTR_MORE(__subclasses__, m_subclasses)
    ATTR_MORE(__instancecheck__, m_instancecheck)
    ATTR_MORE(__subclasscheck__, m_subclasscheck)
    ATTR_MORE(__prepare__, m_prepare)
    ATTR_USUAL(__call__, m_call)
    ATTR_USUAL(__new__, m_new)
    ATTR_USUAL(__init__, m_init)
};

static const struct slots type_slots = {
    .size = TYPE_SIZE,
    .trace = type_trace,
    .make = type_make,
    .call = type_call,
    .binary = type_binary,
    .getitem = type_getitem,
    .repr = type_repr,
};

const struct type type_type = {
    .head = {&type_type},
    .slots = &type_slots,
    .flags = TYPE_BASE | TYPE_META,
    .name = SYMBOL(S_type),
    TYPE_ATTRS(type_attrs),
    .base = &type_object,
};
