/* Attributes: how reading, storing and deleting o.name works for every kind of object, descriptors
 * included, and the cache that lets the machine skip all of it.
 *
 * The order is the language's: a data descriptor of the type, the object's own attribute, any other
 * attribute of the type, what the type computes (slots->getattr), __getattr__.
 *
 * Cache entries are made here, on the slow paths, and are such that a hit needs no further check. An
 * entry dies when a class anywhere changes its attribute of that name, and when the heap is collected. */
#include "class.h"

#if ADDER_CACHE
struct cache_entry attr_cache[ADDER_CACHE];

void cache_clear(void)
{
    memset(attr_cache, 0, sizeof attr_cache);
}

void cache_forget_name(value name)
{
    struct cache_entry *e = &attr_cache[cache_group(name)];
    for (const struct cache_entry *end = e + CACHE_GROUP; e != end; e++)
        if (e->name == (uint32_t)name) e->key = UNDEF;
}

/* An entry's home is where cache_at() says. One that must make way goes to one of the places beside it, and
 * comes back when it is asked for: so a few that share a home take turns, at little cost. */
#define CACHE_WAYS 4

static struct cache_entry *place_beside(const struct cache_entry *home, unsigned n)
{
    return &attr_cache[(size_t)(home - attr_cache) ^ n];
}

/* The entry for this, wherever it is; NULL: none. */
static struct cache_entry *cache_search(value key, value name)
{
    struct cache_entry *home = cache_at(key, name);
    for (unsigned n = 0; n < CACHE_WAYS; n++) {
        struct cache_entry *e = place_beside(home, n);
        if (cache_hit(e, key, name)) return e;
    }
    return NULL;
}

void cache_forget(value key, value name)
{
    struct cache_entry *e = cache_search(key, name);
    if (e) e->key = UNDEF;
}

static bool is_at_home(const struct cache_entry *e)
{
    return cache_at(e->key, e->name) == e;
}

/* The place beside a home that an entry can have: a free one, else a guest's, else each in turn. */
static struct cache_entry *place_for_guest(const struct cache_entry *home)
{
    static uint8_t turn;
    struct cache_entry *found = NULL;
    for (unsigned n = 1; n < CACHE_WAYS; n++) {
        struct cache_entry *e = place_beside(home, n);
        if (e->key == UNDEF) return e;
        if (!is_at_home(e)) found = e;
    }
    return found ? found : place_beside(home, 1 + turn++ % (CACHE_WAYS - 1));
}

void cache_fill(value key, value name, enum cache_kind kind, unsigned index, value v)
{
    struct cache_entry *e = cache_at(key, name);
    cache_forget(key, name);
    if (e->key != UNDEF && is_at_home(e)) *place_for_guest(e) = *e;
    *e = (struct cache_entry){key, (uint32_t)name, (uint16_t)kind, (uint16_t)index, v};
}

bool cache_promote(value key, value name)
{
    struct cache_entry *home = cache_at(key, name), *e = cache_search(key, name);
    if (!e || e == home) return false;
    struct cache_entry other = *home;
    *home = *e;
    *e = other;
    return true;
}
#endif

/* The entry for this, at its home; NULL: none. */
static struct cache_entry *cache_find(value key, value name)
{
    struct cache_entry *e = cache_at(key, name);
#if ADDER_CACHE
    if (!cache_hit(e, key, name) && !cache_promote(key, name)) return NULL;
#endif
    return e;
}

void attribute_init(void)
{
    cache_clear();
    unbound_init();
    if (ADDER_MODULES) weakref_init();
    if (ADDER_CACHE) heap_add_after_mark(cache_clear);
}

/* ---- along the MRO ---- */

struct mro_walk mro_walk(const struct type *t)
{
    value order = type_mro_known(t);
    if (order == UNDEF) return (struct mro_walk){NULL, NULL, t};
    const struct tuple *mro = tuple_of(order);
    return (struct mro_walk){mro->items, mro->items + mro->len, NULL};
}

const struct type *mro_next(struct mro_walk *w)
{
    if (w->at != w->end) return class_of(*w->at++);
    const struct type *t = w->next;
    if (t) w->next = t->base ? t->base : t == &type_object ? NULL : &type_object;
    return t;
}

value type_own(const struct type *t, value name)
{
    if (t->flags & TYPE_HEAP) {
        int i = dict_find_symbol(t->dict, name);
        return i < 0 ? UNDEF : dict_entry(t->dict, (uint32_t)i)[1];
    }
    if (sym_of(name) >= S_COUNT) /* no name that a table in ROM could have */
        return UNDEF;
    for (const struct attr *a = t->attrs, *end = a + t->nattrs; a != end; a++)
        if (a->symbol == sym_of(name)) return a->value;
    return slot_method(t, name);
}

value type_lookup(const struct type *t, value name, const struct type **owner)
{
    /* Absence is cached, for instances: their own attributes are looked for on the class first. */
    value key = from_ptr(t) + 4;
    if (t->flags & TYPE_HEAP && cache_find(key, name)) return UNDEF;
    const struct type *k;
    for (struct mro_walk w = mro_walk(t); (k = mro_next(&w));) {
        value v = type_own(k, name);
        if (v != UNDEF) {
            if (owner) *owner = k;
            return v;
        }
    }
    if (t->flags & TYPE_HEAP) cache_fill(key, name, CACHE_ABSENT, 0, UNDEF);
    return UNDEF;
}

value find_type_attr(const struct type *t, value name)
{
    return type_lookup(t, name, NULL);
}

value class_special(const struct type *t, value name)
{
    value key = from_ptr(t) + 2, v = UNDEF;
    const struct cache_entry *e = cache_find(key, name);
    if (e) return e->v;
    if (!(t->flags & TYPE_HEAP)) return UNDEF;
    const struct type *k;
    for (struct mro_walk w = mro_walk(t); v == UNDEF && (k = mro_next(&w));) {
        if (k->flags & (TYPE_HEAP | TYPE_MIXIN))
            v = type_own(k, name);
        else if (k != &type_object && type_own(k, name) != UNDEF)
            break;
    }
    cache_fill(key, name, CACHE_SPECIAL, 0, v);
    return v;
}

value find_special(value o, value name)
{
    const struct type *t = type_of(o);
    value d = t->flags & TYPE_HEAP ? class_special(t, name) : UNDEF;
    if (d == UNDEF) d = type_lookup(t, name, NULL);
    return d == UNDEF ? UNDEF : descriptor_get(d, o, t);
}

/* ---- descriptors ---- */

/* Whether a value found on a class is a function that takes the object as its first argument. */
static bool is_method(value d)
{
    if (!is_obj(d)) return false;
    const struct type *t = obj_of(d)->type;
    return t == &type_function ||
           (t == &type_builtin_function && (((const struct cfunction *)d)->flags & CF_METHOD));
}

/* Whether reading it from the class, or through an instance, gives the value itself. */
static bool is_plain(value d)
{
    if (!is_obj(d)) return true;
    const struct type *t = obj_of(d)->type;
    if (t == &type_builtin_function) return ((const struct cfunction *)d)->flags == 0;
    return t != &type_function && t != &type_property && t != &type_getset && t != &type_staticmethod &&
           t != &type_classmethod && t != &type_super && !is_member(d) && !(t->flags & (TYPE_DESCRIPTOR | TYPE_WRAPS));
}

static value call_get(value d, value o, const struct type *cls)
{
    value f = type_lookup(obj_of(d)->type, SYMBOL(S___get__), NULL);
    if (f == UNDEF) return d;
    const value args[] = {d, o == UNDEF ? NONE : o, cls ? from_ptr(cls) : NONE};
    return call(f, 3, args); /* not bound, whatever it is */
}

void getset_check(value d, value o)
{
    if (!is_type(d, &type_getset) || ((const struct getset *)d)->name == GETSET_ANY) return;
    value name = SYMBOL(((const struct getset *)d)->name);
    const struct type *k, *owner = getset_owner(d);
    if (owner && !is_instance(o, owner))
        raise_type_error("descriptor '%v' for '%v' objects doesn't apply to a '%t' object", name, owner->name, o);
    if (owner) return;
    for (struct mro_walk w = mro_walk(type_of(o)); (k = mro_next(&w));)
        if (!(k->flags & TYPE_HEAP) && type_own(k, name) == d) return;
    raise_type_error("descriptor '%v' doesn't apply to a '%t' object", name, o);
}

/* A built-in type's computed attributes know only its own objects, but those of `object` any. A class in Python may
 * have got hold of another type's. (Not where types have no __dict__.) */
static value getset_self(value d, value o)
{
    if (!ADDER_USUAL_METHODS) return unwrap(o);
    if (getset_is_general(d)) return o;
    if (type_of(o)->flags & TYPE_HEAP) getset_check(d, o);
    return getset_owner(d) ? o : unwrap(o);
}

value descriptor_get(value d, value o, const struct type *cls)
{
    if (!is_obj(d)) return d;
    const struct type *t = obj_of(d)->type;
    if (t == &type_function) return o == UNDEF ? d : method_new(d, o);
    if (t == &type_builtin_function) {
        unsigned flags = ((const struct cfunction *)d)->flags;
        if (flags & CF_CLASS) return method_new(d, from_ptr(cls));
        return o == UNDEF || !(flags & CF_METHOD) ? unbound_method(d, cls) : method_new(d, o);
    }
    if (t == &type_getset) return o == UNDEF ? d : ((const struct getset *)d)->get(getset_self(d, o));
    if (t == &type_property) return o == UNDEF ? d : property_get(d, o);
    if (is_member(d)) return o == UNDEF ? d : *member_at(d, o);
    if (t == &type_super) return o == UNDEF ? d : super_bind(d, o);
    if (t == &type_staticmethod) return ((struct wrapped_function *)d)->function;
    if (t == &type_classmethod)
        return method_new(((struct wrapped_function *)d)->function, from_ptr(cls));
    if (t->flags & TYPE_DESCRIPTOR) return call_get(d, o, cls);
    value native = unwrap(d);
    if (native == d || is_type(native, &type_function)) return d;
    if (is_type(native, &type_property) && o == UNDEF) return d;
    value got = descriptor_get(native, o, cls);
    return got == native ? d : got;
}

bool is_data_descriptor(value d)
{
    if (!is_obj(d)) return false;
    const struct type *t = obj_of(d)->type;
    if (t->flags & TYPE_DATA_DESCRIPTOR) return true;
    return t == &type_property || t == &type_getset || is_member(d) ||
           ((t->flags & TYPE_WRAPS) && is_type(unwrap(d), &type_property));
}

/* Whether it goes before the object's own attribute when that is read: a data descriptor with __get__. */
static bool is_read_first(value d)
{
    if (d == UNDEF || !is_data_descriptor(d)) return false;
    const struct type *t = obj_of(d)->type;
    return !(t->flags & TYPE_DATA_DESCRIPTOR) || (t->flags & (TYPE_DESCRIPTOR | TYPE_WRAPS)) ||
           !(t->flags & TYPE_HEAP);
}

/* A computed attribute that can't be set. In CPython those of some types are fields, which say less. */
static _Noreturn void raise_readonly(value d, value o)
{
    value name = SYMBOL(((const struct getset *)d)->name);
#if ADDER_METHODS
    static const sym fields[] = {S_fget, S_fset, S_fdel, S_start, S_stop, S_step, S___self__, S___func__, S___wrapped__,
                                 S___closure__, S___base__, S___origin__, S___args__, S___objclass__, S___thisclass__, S___self_class__,
                                 S_message, S_exceptions};
    const struct type *t = type_of(o), *k, *owner = t;
    bool is_field = is_complex(o) || t == &type_code || (name == SYMBOL(S___name__) && (t == &type_method_descriptor || t == &type_wrapper_descriptor ||
                                                                     t == &type_getset || t == &type_member));
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) is_field |= name == SYMBOL(fields[i]);
    if (is_field) raise_error(&type_AttributeError, "readonly attribute");
    for (struct mro_walk w = mro_walk(t); (k = mro_next(&w));)
        if (type_own(k, name) == d) owner = k;
    raise_error(&type_AttributeError, "attribute '%v' of '%k' objects is not writable", name, owner);
#else
    raise_error(&type_AttributeError, "attribute '%v' of '%t' objects is not writable", name, o);
#endif
}

bool descriptor_set(value d, value o, value v)
{
    if (!is_data_descriptor(d)) return false;
    const struct type *t = obj_of(d)->type;
    if (t == &type_getset) {
        const struct getset *g = (const struct getset *)d;
        if (!g->set) raise_readonly(d, o);
        g->set(getset_self(d, o), v);
        return true;
    }
    if (is_member(d)) {
        value *at = member_at(d, o);
        if (v == UNDEF && *at == UNDEF) raise_error(&type_AttributeError, "%v", ((struct member *)d)->name);
        *at = v;
        return true;
    }
    if (!ADDER_CLASS_HOOKS || (is_type(unwrap(d), &type_property) && !(t->flags & TYPE_DATA_DESCRIPTOR))) {
        property_set(unwrap(d), o, v);
        return true;
    }
    value f = type_lookup(t, v == UNDEF ? SYMBOL(S___delete__) : SYMBOL(S___set__), NULL);
    if (f == UNDEF) raise_error(&type_AttributeError, v == UNDEF ? "__delete__" : "__set__");
    const value args[] = {o, v};
    special_call(f, d, v == UNDEF ? 1 : 2, args);
    return true;
}

/* ---- reading ---- */

static bool is_class_type(const struct type *t)
{
    return t->flags & TYPE_META;
}

/* What the object itself has under this name, be it an instance, a class or a module. */
static value own_attribute(value o, const struct type *t, value name)
{
    if (t->flags & TYPE_INSTANCE) return instance_find((struct instance *)o, name);
    if (is_class_type(t)) {
        value d = type_lookup(class_of(o), name, NULL);
        return d == UNDEF ? UNDEF : descriptor_get(d, UNDEF, class_of(o));
    }
    if (t == &type_module) return module_find((struct module *)o, name);
    return UNDEF;
}

static value computed_attribute(value o, value name)
{
    const struct slots *s = slots_of(o);
    return s->getattr ? s->getattr(o, name) : UNDEF;
}

value generic_get_attr(value o, value name)
{
    const struct type *t = type_of(o);
    value d = type_lookup(t, name, NULL);
    if (is_read_first(d)) return descriptor_get(d, o, t);
    value v = own_attribute(o, t, name);
    if (v == UNDEF && d != UNDEF) v = descriptor_get(d, o, t);
    return v == UNDEF ? computed_attribute(o, name) : v;
}

/* Whether attributes that the class of an instance has can be cached under the instance's shape. */
static bool caches_class(value o, const struct type *t)
{
    return (t->flags & TYPE_HEAP) && !instance_in_dict_mode((struct instance *)o);
}

/* Entries say how an attribute is stored, too: so none for classes that have their own ways. */
static bool stores_plainly(const struct type *t)
{
    return (t->flags & TYPE_HEAP) && !(t->flags & (TYPE_SETATTR | TYPE_GETATTRIBUTE));
}

static void remember_member(const struct type *t, value key, value name, value d)
{
    if (stores_plainly(t)) cache_fill(key, name, CACHE_MEMBER, (unsigned)((struct member *)d)->index, UNDEF);
}

/* Notes in the cache how an instance's attribute is found, if it is of a kind that can be. */
static void remember_instance(value o, const struct type *t, value name, value d)
{
    struct instance *i = (struct instance *)o;
    value key = from_ptr(i->shape);
    if (!ADDER_CACHE || !(t->flags & TYPE_HEAP)) return;
    if (d == UNDEF || !is_data_descriptor(d)) {
        if (shape_find(i->shape, name) >= 0) {
            if (stores_plainly(t)) instance_fill_cache(i, name);
            return;
        }
        if (d != UNDEF && caches_class(o, t)) {
            if (is_plain(d))
                cache_fill(key, name, CACHE_VALUE, 0, d);
            else if (is_type(d, &type_staticmethod))
                cache_fill(key, name, CACHE_VALUE, 0, ((struct wrapped_function *)d)->function);
        }
    } else if (is_member(d)) {
        remember_member(t, key, name, d);
    } else if (!(t->flags & TYPE_GETATTR) && is_type(d, &type_property) &&
               is_type(((struct property *)d)->get, &type_function)) {
        cache_fill(key, name, CACHE_GETTER, 0, ((struct property *)d)->get);
    }
}

/* The same for a class's attribute. */
static void remember_class(value o, const struct type *meta, value name, value d)
{
    if ((d != UNDEF && is_data_descriptor(d)) || (meta->flags & TYPE_GETATTRIBUTE)) return;
    value own = type_lookup(class_of(o), name, NULL);
    if (own == UNDEF) return;
    if (ADDER_METHODS && is_type(own, &type_builtin_function)) own = unbound_method(own, class_of(o));
    if (is_plain(own) || is_method(own) || is_unbound(own))
        cache_fill(o + 1, name, CACHE_VALUE, 0, own);
    else if (is_type(own, &type_staticmethod))
        cache_fill(o + 1, name, CACHE_VALUE, 0, ((struct wrapped_function *)own)->function);
}

static void remember_module(value o, value name)
{
    struct module *m = (struct module *)o;
    if (m->dict) {
        int i = dict_find_symbol(m->dict, name);
        if (i >= 0 && i <= UINT16_MAX && (m->dict->flags & DICT_GLOBALS))
            cache_fill(from_ptr(m->dict), name, CACHE_GLOBAL, (unsigned)i, UNDEF);
        return;
    }
    for (uint32_t i = 0; i < m->def->nattrs; i++)
        if (attr_name(&m->def->attrs[i]) == name) cache_fill(o + 1, name, CACHE_VALUE, 0, m->def->attrs[i].value);
}

static void remember(value o, const struct type *t, value name)
{
    if (!ADDER_CACHE) return;
    value d = type_lookup(t, name, NULL);
    if (t->flags & TYPE_INSTANCE)
        remember_instance(o, t, name, d);
    else if (is_class_type(t))
        remember_class(o, t, name, d);
    else if (t == &type_module)
        remember_module(o, name);
    else if (d != UNDEF && is_plain(d))
        cache_fill(from_ptr(t), name, CACHE_VALUE, 0, d);
}

/* What protected functions return for "there is none": an immediate that is never seen. */
#define MISSING IMMEDIATE(7)

struct attribute {
    value o, name;
};

/* Without a __getattribute__ in Python. */
static value usual_attribute(value o, value name)
{
    const struct type *native = ADDER_METHODS ? type_native(type_of(o)) : NULL;
    if (ADDER_METHODS && native == &type_super) return super_attribute(o, name);
    if (ADDER_METHODS && native == &type_generic_alias) return alias_attribute(o, name);
    return generic_get_attr(o, name);
}

static value protected_getattribute(void *arg)
{
    struct attribute *a = arg;
    value f = class_special(type_of(a->o), SYMBOL(S___getattribute__));
    value v = f != UNDEF ? special_call(f, a->o, 1, &a->name) : usual_attribute(a->o, a->name);
    return v == UNDEF ? MISSING : v;
}

/* Attributes of objects whose class has __getattribute__ or __getattr__. */
static value custom_get_attr(value o, const struct type *t, value name)
{
    struct attribute a = {o, name};
    value hook = class_special(t, SYMBOL(S___getattr__)), v;
    if (hook == UNDEF) {
        v = protected_getattribute(&a);
        return v == MISSING ? UNDEF : v;
    }
    if (!protect(protected_getattribute, &a, &v)) {
        if (!type_is_subtype(type_of(v), &type_AttributeError)) vm_reraise(v);
    } else if (v != MISSING) {
        return v;
    }
    return special_call(hook, o, 1, &name);
}

static value lookup(value o, value name)
{
    const struct type *t = type_of(o);
    if (!(t->flags & (TYPE_GETATTRIBUTE | TYPE_GETATTR))) return generic_get_attr(o, name);
    if (t == &type_super) return super_attribute(o, name);
    if (ADDER_TYPING && t == &type_generic_alias) return alias_attribute(o, name);
    check_c_stack();
    if (ADDER_CLASS_HOOKS && t->flags & TYPE_GETATTRIBUTE) return custom_get_attr(o, t, name);
    /* What is found without running the program's code needs no protection. */
    value d = type_lookup(t, name, NULL);
    if (!ADDER_CLASS_HOOKS || d == UNDEF || is_plain(d) || is_method(d)) {
        value v = generic_get_attr(o, name);
        if (v != UNDEF) return v;
        return special_call(class_special(t, SYMBOL(S___getattr__)), o, 1, &name);
    }
    return custom_get_attr(o, t, name);
}

/* An instance's own attribute at the place that a cache entry tells. */
static value *cached_slot(struct instance *i, const struct cache_entry *e)
{
    return e->kind != CACHE_LIST ? &i->slots[e->index]
                                 : &list_items(list_of(i->slots[i->shape->cap - 1]))[e->index];
}

/* The cache entry for an attribute of an instance; NULL: none. */
static const struct cache_entry *instance_entry(value o, value name)
{
    if (!has_instance_layout(o)) return NULL;
    return cache_find(from_ptr(((struct instance *)o)->shape), name);
}

/* What the cache knows of an instance's attribute; true: *out is it, UNDEF if there is none. */
static bool read_cached(value o, value name, value *out)
{
    const struct cache_entry *e = instance_entry(o, name);
    if (!e) return false;
    switch (e->kind) {
    case CACHE_SLOT:
    case CACHE_LIST: *out = *cached_slot((struct instance *)o, e); return true;
    case CACHE_MEMBER: *out = *cached_slot((struct instance *)o, e); return *out != UNDEF;
    case CACHE_VALUE: *out = e->v; return true;
    case CACHE_MISSING: *out = UNDEF; return true;
    default: return false;
    }
}

/* A property that was seen before: its getter. */
static value cached_getter(value o, value name)
{
    const struct cache_entry *e = instance_entry(o, name);
    return e && e->kind == CACHE_GETTER ? e->v : UNDEF;
}

value get_attr(value o, value name)
{
    value v = cached_getter(o, name);
    if (v != UNDEF) return call1(v, o);
    if (read_cached(o, name, &v) && v != UNDEF) return v;
    v = lookup(o, name);
    if (v == UNDEF) raise_attribute_error(o, name);
    const struct type *t = type_of(o);
    if (!(t->flags & TYPE_GETATTRIBUTE)) remember(o, t, name);
    return v;
}

static value protected_lookup(void *arg)
{
    struct attribute *a = arg;
    value v = lookup(a->o, a->name);
    return v == UNDEF ? MISSING : v;
}

/* Whether reading d, found on the type of o, and what comes after it, can't run the program's code. */
static bool lookup_is_quiet(value o, const struct type *t, value d)
{
    if ((t->flags & (TYPE_GETATTRIBUTE | TYPE_GETATTR | TYPE_META)) || t == &type_module) return false;
    if (d != UNDEF && !is_plain(d) && !is_method(d)) return false;
    return (t->flags & TYPE_INSTANCE) || !slots_of(o)->getattr;
}

/* Notes that an instance has no such attribute, nor has its class. */
static void remember_missing(value o, const struct type *t, value name)
{
    if (ADDER_CACHE && (t->flags & TYPE_INSTANCE) && !type_native(t) && caches_class(o, t))
        cache_fill(from_ptr(((struct instance *)o)->shape), name, CACHE_MISSING, 0, UNDEF);
}

value find_attr(value o, value name)
{
    value v;
    if (read_cached(o, name, &v)) return v;
    const struct type *t = type_of(o);
    value d = type_lookup(t, name, NULL);
    if (lookup_is_quiet(o, t, d)) {
        v = own_attribute(o, t, name);
        if (v == UNDEF) v = d == UNDEF ? computed_attribute(o, name) : descriptor_get(d, o, t);
        if (v == UNDEF)
            remember_missing(o, t, name);
        else if (t->flags & TYPE_INSTANCE)
            remember_instance(o, t, name, d);
        return v;
    }
    struct attribute a = {o, name};
    if (protect(protected_lookup, &a, &v)) return v == MISSING ? UNDEF : v;
    if (!type_is_subtype(type_of(v), &type_AttributeError)) vm_reraise(v);
    return UNDEF;
}

/* A class's method, for a call: the function, and what to pass first. */
static value class_method(value o, value name, value *self)
{
    value d = type_lookup(class_of(o), name, NULL);
    if (d == UNDEF || !is_obj(d)) return UNDEF;
    if (is_type(d, &type_classmethod) && is_method(((struct wrapped_function *)d)->function))
        d = ((struct wrapped_function *)d)->function;
    else if (!is_type(d, &type_builtin_function) || !(((const struct cfunction *)d)->flags & CF_CLASS))
        return UNDEF;
    cache_fill(o + 1, name, CACHE_METHOD, 0, d);
    *self = o;
    return d;
}

value get_method(value o, value name, value *self)
{
    const struct type *t = type_of(o);
    *self = UNDEF;
    if (t->flags & TYPE_GETATTRIBUTE) return get_attr(o, name);
    value d = type_lookup(t, name, NULL);
    if (is_class_type(t)) {
        if (d == UNDEF || !is_data_descriptor(d)) {
            value f = class_method(o, name, self);
            if (f != UNDEF) return f;
        }
        return get_attr(o, name);
    }
    if (d == UNDEF || t == &type_module) return get_attr(o, name);
    bool found = is_method(d);
    if (!found && !is_type(d, &type_classmethod)) return get_attr(o, name);
    value own = own_attribute(o, t, name);
    if (own != UNDEF) return own;
    if (!found) {
        *self = from_ptr(t);
        d = ((struct wrapped_function *)d)->function;
        if (is_method(d)) return d;
        *self = UNDEF;
        return get_attr(o, name);
    }
    if (!(t->flags & TYPE_INSTANCE) || caches_class(o, t))
        cache_fill(is_obj(o) ? attribute_key(obj_of(o)) : from_ptr(t), name, CACHE_METHOD, 0, d);
    *self = o;
    return d;
}

/* ---- storing and deleting ---- */

static _Noreturn void raise_missing(value o, value name, value text)
{
    value e = exception_new(&type_AttributeError, 1, &text);
    instance_set((struct instance *)e, SYMBOL(S_name), name);
    instance_set((struct instance *)e, SYMBOL(S_obj), o);
    vm_raise(e);
}

#if ADDER_TRACING
void attribute_error_tell(value e, value o, value name)
{
    if (!type_is_subtype(type_of(e), &type_AttributeError) || !is_str(name) || is_type(o, &type_cell)) return;
    struct instance *i = (struct instance *)e;
    if (instance_find(i, SYMBOL(S_name)) != UNDEF || instance_find(i, SYMBOL(S_obj)) != UNDEF) return;
    instance_set(i, SYMBOL(S_name), name);
    instance_set(i, SYMBOL(S_obj), o);
}
#endif

static value missing_text(value o, value name)
{
    return str_format_c("'%t' object has no attribute '%v'", o, name);
}

static _Noreturn void raise_cannot_set(value o, value name, value d)
{
#if ADDER_METHODS
    value function = is_type(o, &type_method) ? ((const struct method *)o)->function : o;
    if (is_type(function, &type_builtin_function) && find_attr(o, name) != UNDEF)
        raise_error(&type_AttributeError, "attribute '%v' of '%t' objects is not writable", name, o);
#endif
    if (d != UNDEF) raise_error(&type_AttributeError, "'%t' object attribute '%v' is read-only", o, name);
    raise_error(&type_AttributeError,
                "'%t' object has no attribute '%v' and no __dict__ for setting new attributes", o, name);
}

static void set_instance_attr(value o, const struct type *t, value name, value v, value d)
{
    struct instance *i = (struct instance *)o;
    if (v == UNDEF) {
        bool (*computed)(value, value, value) = slots_of(o)->setattr;
        if (instance_delete(i, name) || (computed && computed(o, name, UNDEF))) return;
        if (t->flags & TYPE_NO_DICT) raise_cannot_set(o, name, d);
        raise_missing(o, name, missing_text(o, name));
        return;
    }
    struct shape *before = i->shape;
    if ((t->flags & TYPE_NO_DICT) && instance_find(i, name) == UNDEF) raise_cannot_set(o, name, d);
    instance_set(i, name, v);
    if (!stores_plainly(t)) return;
    struct shape *after = i->shape;
    if (after == before)
        instance_fill_cache(i, name);
    else if (after->count <= after->cap)
        cache_fill(from_ptr(before), name, CACHE_ADD, after->count - 1u, from_ptr(after));
}

void generic_set_attr(value o, value name, value v)
{
    const struct type *t = type_of(o);
    value d = type_lookup(t, name, NULL);
    if (is_class_type(t) && !(class_of(o)->flags & TYPE_HEAP))
        raise_type_error("cannot set '%v' attribute of immutable type '%v'", name, class_of(o)->name);
    if (d != UNDEF && descriptor_set(d, o, v)) {
        if (is_member(d)) remember_member(t, from_ptr(((struct instance *)o)->shape), name, d);
        return;
    }
    if (t->flags & TYPE_INSTANCE)
        set_instance_attr(o, t, name, v, d);
    else if (is_class_type(t)) {
        class_set_attr(class_of(o), name, v);
        if (d == UNDEF && v != UNDEF && is_plain(v) && !(t->flags & TYPE_GETATTRIBUTE))
            cache_fill(o + 1, name, CACHE_VALUE, 0, v); /* class variables are read as often as they change */
    } else if (!slots_of(o)->setattr || !slots_of(o)->setattr(o, name, v)) {
        if (v == UNDEF && d == UNDEF && slots_of(o)->setattr) raise_missing(o, name, missing_text(o, name));
        raise_cannot_set(o, name, d);
    }
}

/* Stores where the cache says that the attribute is, or is to be. Those entries are made only for classes
 * without __setattr__. */
static bool write_cached(value o, value name, value v)
{
    struct instance *i = (struct instance *)o;
    const struct cache_entry *e = instance_entry(o, name);
    if (v == UNDEF || !e) return false;
    if (e->kind == CACHE_ADD) {
        i->slots[e->index] = v;
        i->shape = (struct shape *)e->v;
        return true;
    }
    if (e->kind != CACHE_SLOT && e->kind != CACHE_LIST && e->kind != CACHE_MEMBER) return false;
    *cached_slot(i, e) = v;
    return true;
}

void set_attr(value o, value name, value v)
{
    if (write_cached(o, name, v)) return;
    const struct type *t = type_of(o);
    if (t->flags & TYPE_SETATTR) {
        value f = class_special(t, v == UNDEF ? SYMBOL(S___delattr__) : SYMBOL(S___setattr__));
        if (f != UNDEF) {
            const value args[] = {name, v};
            check_c_stack();
            special_call(f, o, v == UNDEF ? 1 : 2, args);
            return;
        }
    }
    generic_set_attr(o, name, v);
}

_Noreturn void raise_attribute_error(value o, value name)
{
    value text, d = find_type_attr(type_of(o), name);
    if (is_class(o))
        text = str_format_c("type object '%k' has no attribute '%v'", o, name);
    else if (is_type(unwrap(o), &type_module))
        text = str_format_c("module '%v' has no attribute '%v'", module_name(o), name);
    else if (d != UNDEF && is_member(d)) /* with nothing in its place */
        text = str_format_c("'%q' object has no attribute '%v'", type_of(o), name);
    else
        text = missing_text(o, name);
    raise_missing(o, name, text);
}

/* ---- dir ---- */

/* Names are collected as the keys of a dict. */
static void add_name(value name, value v, void *names)
{
    (void)v;
    dict_set(names, name, NONE);
}

static void add_dict_names(const struct dict *d, struct dict *names)
{
    value k;
    for (uint32_t i = 0; d && dict_next(d, &i, &k, NULL);) add_name(k, NONE, names);
}

/* Some of what is in the tables is there only for certain objects. */
static bool is_listed(const struct type *k, value name)
{
    return !(k == &type_object && (name == SYMBOL(S___dict__) || name == SYMBOL(S___weakref__))) && name != SYMBOL(S___notes__);
}

static void add_class_names(const struct type *t, struct dict *names)
{
    const struct type *k;
    for (struct mro_walk w = mro_walk(t); (k = mro_next(&w));) {
        if (k->flags & TYPE_HEAP) {
#if ADDER_METHODS
            class_complete((struct type *)k);
#endif
            add_dict_names(k->dict, names);
            continue;
        }
        for (uint32_t i = 0; i < k->nattrs; i++)
            if (is_listed(k, attr_name(&k->attrs[i]))) add_name(attr_name(&k->attrs[i]), NONE, names);
        slot_method_names(k, names);
    }
    if (t->flags & TYPE_INSTANCE && !(t->flags & TYPE_NO_DICT)) add_name(SYMBOL(S___dict__), NONE, names);
    if (t->flags & TYPE_EXCEPTION) exception_field_names(t, names);
}

value attribute_names(value o)
{
    const struct type *t = type_of(o);
    struct dict *names = dict_new(16);
    if (is_type(o, &type_module)) {
        const struct module *m = (const struct module *)o;
        add_dict_names(m->dict, names);
        for (uint32_t i = 0; m->def && i < m->def->nattrs; i++) add_name(attr_name(&m->def->attrs[i]), NONE, names);
        for (const sym *s = m->def ? m->def->computed : NULL; s && *s; s++)
            if (find_attr(o, SYMBOL(*s)) != UNDEF) add_name(SYMBOL(*s), NONE, names);
    } else if (is_class(o)) {
        add_class_names(class_of(o), names);
    } else {
        if (t->flags & TYPE_INSTANCE)
            instance_each((struct instance *)o, add_name, names);
        value f = is_type(o, &type_method) ? ((struct method *)o)->function : o;
        if (is_type(f, &type_function) && ((struct function *)f)->extra && ((struct function *)f)->extra->dict != UNDEF)
            add_dict_names(as_dict(((struct function *)f)->extra->dict), names);
        add_class_names(t, names);
        if (is_exception(o) && *exception_slot(o, EXC_NOTES) != UNDEF) add_name(SYMBOL(S___notes__), NONE, names);
        value origin = ADDER_TYPING && is_type(o, &type_generic_alias) ? get_attr(o, SYMBOL(S___origin__)) : UNDEF;
        if (origin != UNDEF && is_class(origin)) add_class_names(class_of(origin), names);
    }
    return list_from_iterable(from_ptr(names));
}
