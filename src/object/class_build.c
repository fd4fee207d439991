/* Making classes: the class statement, type.__new__, the method resolution order. */
#include "../vm/vm.h"
#include "class.h"
#include "code.h"

/* ---- the method resolution order (C3) ---- */

struct merge {
    value *seqs;
    size_t *at;
    size_t n;
}; /* tuples, and how far each is used up */

static value head_of(const struct merge *m, size_t i)
{
    const struct tuple *t = tuple_of(m->seqs[i]);
    return m->at[i] < t->len ? t->items[m->at[i]] : UNDEF;
}

static bool in_a_tail(const struct merge *m, value cls)
{
    for (size_t i = 0; i < m->n; i++) {
        const struct tuple *t = tuple_of(m->seqs[i]);
        for (size_t j = m->at[i] + 1; j < t->len; j++)
            if (t->items[j] == cls) return true;
    }
    return false;
}

static _Noreturn void raise_no_order(const struct merge *m)
{
    struct dict *heads = dict_new(0);
    for (size_t i = 0; i < m->n; i++)
        if (head_of(m, i) != UNDEF) dict_set(heads, head_of(m, i), NONE);
    struct printer p;
    printer_init(&p);
    value cls;
    const char *separator = "";
    for (uint32_t i = 0; dict_next(heads, &i, &cls, NULL); separator = ", ")
        print_format(&p, "%s%v", separator, class_of(cls)->name);
    raise_type_error("Cannot create a consistent method resolution order (MRO) for bases %v",
                     printer_str(&p));
}

/* Takes the first head that is in no tail, until all are used up. */
static void merge_into(struct list *out, struct merge *m)
{
    for (;;) {
        value next = UNDEF;
        bool left = false;
        for (size_t i = 0; i < m->n && next == UNDEF; i++) {
            value head = head_of(m, i);
            left |= head != UNDEF;
            if (head != UNDEF && !in_a_tail(m, head)) next = head;
        }
        if (next == UNDEF && !left) return;
        if (next == UNDEF) raise_no_order(m);
        list_append(out, next);
        for (size_t i = 0; i < m->n; i++)
            if (head_of(m, i) == next) m->at[i]++;
    }
}

static value linearise(const struct type *t, value bases)
{
    const struct tuple *b = tuple_of(bases);
    struct list *out = list_of(list_new(0, NULL));
    list_append(out, from_ptr(t));
    if (b->len == 1) {
        list_extend(out, type_mro(class_of(b->items[0])));
        return tuple_from_iterable(from_ptr(out));
    }
    value seqs = tuple_new(b->len + 1, NULL);
    struct bytearray *room = (struct bytearray *)bytearray_new(NULL, (b->len + 1) * sizeof(size_t));
    size_t *at = room->owner.buf;
    for (size_t i = 0; i < b->len; i++) {
        value mro = type_mro(class_of(b->items[i]));
        tuple_of(seqs)->items[i] = mro;
    }
    tuple_of(seqs)->items[b->len] = bases;
    memset(at, 0, (b->len + 1) * sizeof *at);
    merge_into(out, &(struct merge){tuple_of(seqs)->items, at, b->len + 1});
    return tuple_from_iterable(from_ptr(out));
}

value class_linearise(const struct type *t)
{
    return t->flags & TYPE_HEAP && t->rest->bases != UNDEF ? linearise(t, t->rest->bases) : type_mro(t);
}

/* What a metaclass's mro() gave: classes that instances of t can be instances of, too. */
static value checked_order(const struct type *t, value mro)
{
    const struct tuple *order = tuple_of(mro);
    if (!order->len) raise_type_error("type MRO must not be empty");
    for (size_t i = 0; i < order->len; i++) {
        if (!is_class(order->items[i])) raise_type_error("mro() returned a non-class ('%t')", order->items[i]);
        const struct type *k = class_of(order->items[i]), *native = k->flags & TYPE_HEAP ? k->rest->native : k;
        if (native && native != &type_object && !(t->rest->native && type_is_subtype(t->rest->native, native)))
            raise_type_error("mro() returned base with unsuitable layout ('%v')", k->name);
    }
    return mro;
}

/* A metaclass may have its own idea. */
static value class_mro(const struct type *t, const struct type *meta, value bases)
{
    if (!ADDER_CLASS_HOOKS) return linearise(t, bases);
    value f = class_special(meta, SYMBOL(S_mro));
    return f == UNDEF ? linearise(t, bases) : checked_order(t, tuple_from_iterable(special_call(f, from_ptr(t), 0, NULL)));
}

/* ---- bases and metaclass ---- */

/* type(name, bases, dict) takes no stand-ins for classes. */
static void check_entries(value bases)
{
    const struct tuple *b = tuple_of(bases);
    for (size_t i = 0; i < b->len; i++)
        if (!is_class(b->items[i]) && find_attr(b->items[i], SYMBOL(S___mro_entries__)) != UNDEF)
            raise_type_error("type() doesn't support MRO entry resolution; use types.new_class()");
}

static bool is_base(const struct type *t)
{
    if (!(ADDER_CLASS_HOOKS || t != &type_type) ||
        !(ADDER_DERIVED_TYPES || t->flags & (TYPE_HEAP | TYPE_EXCEPTION | TYPE_META) || t == &type_object))
        return false;
    return t->flags & TYPE_BASE;
}

static void check_bases(value bases)
{
    const struct tuple *b = tuple_of(bases);
    for (size_t i = 0; i < b->len; i++) {
        if (!is_class(b->items[i])) raise_type_error("bases must be types");
        const struct type *t = class_of(b->items[i]);
        if (!is_base(t)) raise_type_error("type '%k' is not an acceptable base type", t);
        for (size_t j = 0; j < i; j++)
            if (b->items[j] == b->items[i]) raise_type_error("duplicate base class %v", t->name);
    }
}

/* The nearest built-in base, object excepted. NULL: none. */
static const struct type *native_base(const struct type *t)
{
    return t->flags & TYPE_HEAP ? t->rest->native : t == &type_object ? NULL : t;
}

static _Noreturn void raise_layout_conflict(void)
{
    raise_type_error("multiple bases have instance lay-out conflict");
}

static const struct type *common_native(value bases)
{
    const struct tuple *b = tuple_of(bases);
    const struct type *native = NULL;
    for (size_t i = 0; i < b->len; i++) {
        const struct type *n = native_base(class_of(b->items[i]));
        if (!n || n == native) continue;
        bool both_exceptions = native && (native->flags & n->flags & TYPE_EXCEPTION);
        if (!native || (type_is_subtype(n, native) && n != native))
            native = n;
        else if (!type_is_subtype(native, n) && !both_exceptions)
            raise_layout_conflict();
    }
    return native;
}

const struct type *class_metaclass(const struct type *meta, value bases)
{
    if (!ADDER_CLASS_HOOKS) return &type_type;
    check_entries(bases);
    const struct tuple *b = tuple_of(bases);
    for (size_t i = 0; i < b->len; i++) {
        const struct type *other = type_of(b->items[i]);
        if (type_is_subtype(meta, other)) continue;
        if (!type_is_subtype(other, meta))
            raise_type_error(
                "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass "
                "of the metaclasses of all its bases");
        meta = other;
    }
    return meta;
}

/* ---- flags ---- */

static bool has(const struct type *t, unsigned name)
{
    return class_special(t, SYMBOL(name)) != UNDEF;
}

/* Special methods that the flags tell of. */
static const struct class_hook {
    uint16_t name;
    uint16_t flag;
} class_hooks[] = {
    {S___getattr__, TYPE_GETATTR},
#if ADDER_FINALISERS
    {S___del__, TYPE_FINALISE},
#endif
#if ADDER_CLASS_HOOKS
    {S___getattribute__, TYPE_GETATTRIBUTE},
    {S___setattr__, TYPE_SETATTR},
    {S___delattr__, TYPE_SETATTR},
    {S___get__, TYPE_DESCRIPTOR},
    {S___set__, TYPE_DATA_DESCRIPTOR},
    {S___delete__, TYPE_DATA_DESCRIPTOR},
#endif
};
#define CLASS_HOOKS (sizeof class_hooks / sizeof class_hooks[0])

bool class_is_hook(value name)
{
    for (const struct class_hook *h = class_hooks; h != class_hooks + CLASS_HOOKS; h++)
        if (name == SYMBOL(h->name)) return true;
    return false;
}

void class_set_flags(struct type *t)
{
    bool looks_elsewhere = ADDER_METHODS && (type_native(t) == &type_super || type_native(t) == &type_generic_alias);
    uint32_t set = looks_elsewhere ? TYPE_GETATTRIBUTE : 0, all = set;
    for (const struct class_hook *h = class_hooks; h != class_hooks + CLASS_HOOKS; h++) {
        all |= h->flag;
        if (has(t, h->name)) set |= h->flag;
    }
    t->flags = (t->flags & ~all) | set;
}

/* What all instances of a class have in common with those of its bases. */
static uint32_t layout_flags(const struct type *native, value bases)
{
    uint32_t flags = TYPE_HEAP | TYPE_BASE;
    const struct tuple *b = tuple_of(bases);
    for (size_t i = 0; i < b->len && !(flags & TYPE_PATTERNS); i++)
        flags |= class_of(b->items[i])->flags & TYPE_PATTERNS;
    if (!native) return flags | TYPE_INSTANCE;
    if (ADDER_CLASS_HOOKS && native->flags & TYPE_META) return flags | TYPE_META;
    if (native->flags & TYPE_EXCEPTION) return flags | TYPE_INSTANCE | TYPE_EXCEPTION;
    return flags | TYPE_INSTANCE | TYPE_WRAPS;
}

/* ---- __slots__ ---- */

#if ADDER_SLOTS
/* Whether instances of a base have a __dict__. */
static bool has_dict(const struct type *t)
{
    return t->flags & TYPE_HEAP ? (t->flags & TYPE_INSTANCE) && !(t->flags & TYPE_NO_DICT)
                                : t->flags & TYPE_EXCEPTION || t == &type_module;
}

static bool takes_weakrefs(const struct type *t)
{
    return !(t->flags & TYPE_NO_WEAK);
}

static bool any_base(value bases, bool (*test)(const struct type *))
{
    const struct tuple *b = tuple_of(bases);
    for (size_t i = 0; i < b->len; i++)
        if (test(class_of(b->items[i]))) return true;
    return false;
}

static bool any_has_dict(value bases)
{
    return any_base(bases, has_dict);
}

/* The nearest class, t itself included, that has places of its own for __slots__; NULL: none. */
static const struct type *slots_owner(const struct type *t)
{
    const struct type *k, *found = NULL;
    for (struct mro_walk w = mro_walk(t); (k = mro_next(&w));)
        if ((k->flags & TYPE_HEAP) && k->rest->root && k->rest->root->count > (found ? found->rest->root->count : 0)) found = k;
    return found && found->rest->root->count > (found->flags & TYPE_EXCEPTION ? EXCEPTION_SLOTS : found->flags & TYPE_WRAPS ? 1 : 0)
               ? found : NULL;
}

/* The same among the bases: all layouts must go on from one. */
static const struct type *slots_base(const struct type *native, value bases)
{
    const struct tuple *b = tuple_of(bases);
    const struct type *owner = NULL;
    for (size_t i = 0; i < b->len; i++) {
        const struct type *other = slots_owner(class_of(b->items[i]));
        if (!other || (owner && type_is_subtype(owner, other))) continue;
        if (owner && !type_is_subtype(other, owner)) raise_layout_conflict();
        owner = other;
    }
    bool exceptions = owner && owner->rest->native && native && (owner->rest->native->flags & native->flags & TYPE_EXCEPTION);
    if (owner && owner->rest->native != native && !exceptions) raise_layout_conflict();
    return owner;
}

static value mangled(const struct type *t, value name)
{
    struct view n = str_view(name), c = str_view(t->name);
    bool is_private = n.len > 2 && memcmp(n.data, "__", 2) == 0 && memcmp(n.data + n.len - 2, "__", 2) != 0;
    size_t skip = 0;
    while (skip < c.len && c.data[skip] == '_') skip++;
    if (!is_private || skip == c.len) return name;
    return str_intern(str_format_c("_%v%v", str_new(c.data + skip, c.len - skip), name));
}

/* Whether instances of a built-in base differ in size: there is no place behind them. */
static bool varies(const struct type *native)
{
    return native == &type_int || native == &type_tuple || native == &type_bytes || native == &type_type;
}

/* Reads __slots__: the names that need a place, mangled. *dict, *weak: whether __dict__, __weakref__ are among them. */
static value slots_names(const struct type *t, value bases, value slots, bool *dict, bool *weak)
{
    if (is_str(unwrap(slots))) slots = tuple_new(1, &slots);
    value all = list_from_iterable(slots), names = list_new(0, NULL);
    if (list_of(all)->len && varies(t->rest->native))
        raise_type_error("nonempty __slots__ not supported for subtype of '%v'", class_of(tuple_of(bases)->items[0])->name);
    for (size_t i = 0; i < list_of(all)->len; i++) {
        value name = unwrap(list_items(list_of(all))[i]);
        if (!is_str(name)) raise_type_error("__slots__ items must be strings, not '%t'", name);
        if (call_method(name, SYMBOL(S_isidentifier), 0, NULL) != TRUE)
            raise_type_error("__slots__ must be identifiers");
        name = str_intern(name);
        bool *special = name == SYMBOL(S___dict__) ? dict : name == SYMBOL(S___weakref__) ? weak : NULL;
        if (special) {
            if (*special || any_base(bases, special == dict ? has_dict : takes_weakrefs))
                raise_type_error("%v slot disallowed: we already got one", name);
            *special = true;
            continue;
        }
        name = mangled(t, name);
        bool leaves = name == SYMBOL(S___qualname__) || name == SYMBOL(S___classcell__);
        value there = leaves ? UNDEF : dict_get(t->dict, name);
        if (there != UNDEF && !(there == NONE && name == SYMBOL(S___doc__)))
            raise_value_error("%r in __slots__ conflicts with class variable", name);
        if (!contains(names, name)) list_append(list_of(names), name);
    }
    list_sort(list_of(names), UNDEF, false);
    return names;
}

/* Makes the descriptors. Returns where the attributes of instances begin; *guess: how many to expect. */
static unsigned class_slots(struct type *t, value bases, unsigned *guess)
{
    const struct type *owner = slots_base(t->rest->native, bases);
    unsigned first = owner ? owner->rest->root->count : instance_first(t);
    value slots = type_own(t, SYMBOL(S___slots__));
    bool dict = false, weak = slots == UNDEF && !varies(t->rest->native);
    value names = slots == UNDEF ? UNDEF : slots_names(t, bases, slots, &dict, &weak);
    if (!weak && !any_base(bases, takes_weakrefs)) t->flags |= TYPE_NO_WEAK;
    if (slots == UNDEF) return first;
    size_t n = list_of(names)->len;
    for (size_t i = 0; i < n && (t->flags & TYPE_INSTANCE); i++) {
        value name = list_items(list_of(names))[i];
        dict_set(t->dict, name, member_new(t, name, first++));
    }
    if (!dict && !any_has_dict(bases)) {
        t->flags |= TYPE_NO_DICT;
        *guess = 0;
    }
    return first;
}
#else
static unsigned class_slots(struct type *t, value bases, unsigned *guess)
{
    (void)bases, (void)guess;
    return instance_first(t);
}
#endif

/* ---- the namespace ---- */

static void wrap_in(struct dict *ns, unsigned name, const struct type *wrapper)
{
    int i = dict_find_symbol(ns, SYMBOL(name));
    value f = i < 0 ? UNDEF : dict_entry(ns, (uint32_t)i)[1];
    if (f != UNDEF && is_type(f, &type_function)) dict_set(ns, SYMBOL(name), wrapped_new(wrapper, f));
}

#if ADDER_METHODS
static void complete(struct type *t, unsigned name, value v)
{
    if (dict_find_symbol(t->dict, SYMBOL(name)) < 0) dict_set(t->dict, SYMBOL(name), v);
}

void class_complete(struct type *t)
{
    value bases = type_bases(t);
    if (has_dict(t) && !any_has_dict(bases)) complete(t, S___dict__, getset_made(t, true));
    if (takes_weakrefs(t) && !any_base(bases, takes_weakrefs)) complete(t, S___weakref__, getset_made(t, false));
    complete(t, S___doc__, NONE);
}
#endif

/* What type.__new__ changes in the namespace. Returns the cell of __class__, or UNDEF. */
static value finish_namespace(const struct type *t)
{
    struct dict *ns = t->dict;
    wrap_in(ns, S___new__, &type_staticmethod);
    if (ADDER_CLASS_HOOKS) wrap_in(ns, S___init_subclass__, &type_classmethod);
    if (ADDER_CLASS_HOOKS) wrap_in(ns, S___class_getitem__, &type_classmethod);
    if (dict_find_symbol(ns, SYMBOL(S___eq__)) >= 0 && dict_find_symbol(ns, SYMBOL(S___hash__)) < 0)
        dict_set(ns, SYMBOL(S___hash__), NONE);
    int i = dict_find_symbol(ns, SYMBOL(S___qualname__));
    if (i >= 0) {
        value qualname = dict_entry(ns, (uint32_t)i)[1];
        if (!is_str(unwrap(qualname))) raise_type_error("type __qualname__ must be a str, not %t", qualname);
        if (!equal(qualname, t->name)) *type_qualname(t) = qualname;
        dict_delete(ns, SYMBOL(S___qualname__));
    }
    if (dict_find_symbol(ns, SYMBOL(S___module__)) < 0) {
        struct dict *globals = vm_globals();
        i = globals ? dict_find_symbol(globals, SYMBOL(S___name__)) : -1;
        if (i >= 0) dict_set(ns, SYMBOL(S___module__), dict_entry(globals, (uint32_t)i)[1]);
    }
    value cell = dict_pop(ns, SYMBOL(S___classcell__));
    if (cell != UNDEF && !is_type(cell, &type_cell))
        raise_type_error("__classcell__ must be a nonlocal cell, not %r", from_ptr(type_of(cell)));
    return cell;
}

static value call_set_name(void *arg)
{
    const value *v = arg;
    return call(v[0], 2, v + 1);
}

static void note_set_name(value e, const struct type *t, value name)
{
    if (!ADDER_METHODS) return;
    value attribute = dict_get(t->dict, name);
    if (attribute == UNDEF) return;
    value note = str_format_c("Error calling __set_name__ on '%t' instance %r in '%v'", attribute, name, t->name);
    call_method(e, SYMBOL(S_add_note), 1, &note);
}

/* Tells each attribute that wants to know it (a descriptor, as a rule) what it is called. */
static void set_names(const struct type *t)
{
    if (!ADDER_CLASS_HOOKS) return;
    value names = list_from_iterable(from_ptr(t->dict)), found = list_new(0, NULL);
    for (size_t i = 0; i < list_of(names)->len; i++) { /* first all are looked for: they may change the class */
        value name = list_items(list_of(names))[i], v = dict_get(t->dict, name);
        if (v == UNDEF || !is_obj(v) || is_type(v, &type_function) || is_class(v)) continue;
        value f = find_special(v, SYMBOL(S___set_name__));
        if (f == UNDEF) continue;
        list_append(list_of(found), f);
        list_append(list_of(found), name);
    }
    for (size_t i = 0; i < list_of(found)->len; i += 2) {
        value call_of[] = {list_items(list_of(found))[i], from_ptr(t), list_items(list_of(found))[i + 1]}, e;
        if (!protect(call_set_name, call_of, &e)) {
            note_set_name(e, t, call_of[2]);
            vm_reraise(e);
        }
    }
}

static void init_subclass(const struct type *t, size_t nkw, const value *kwvalues, const value *kwnames)
{
    if (!ADDER_CLASS_HOOKS) return;
    value f = super_get(from_ptr(t), from_ptr(t), SYMBOL(S___init_subclass__));
    call_kw(f, 0, kwvalues, nkw, kwnames);
}

value class_new(const struct type *meta, value name, value bases, struct dict *ns, size_t nkw,
                const value *kwvalues, const value *kwnames, unsigned guess)
{
    const value object_only = from_ptr(&type_object);
    if (tuple_of(bases)->len == 0) bases = tuple_new(1, &object_only);
    meta = class_metaclass(meta, bases);
    check_bases(bases);
    check_class_name(name);
    const struct type *native = common_native(bases), *base = class_of(tuple_of(bases)->items[0]);
    struct type *t = heap_object(meta, TYPE_SIZE);
    t->flags = layout_flags(native, bases);
    t->slots = ADDER_CLASS_HOOKS && t->flags & TYPE_META ? &metaclass_slots : &instance_slots;
    t->name = name;
    t->base = base;
    t->rest->native = native;
    t->dict = ns;
    if (tuple_of(bases)->len > 1 || type_mro_known(base) != UNDEF ||
        (ADDER_CLASS_HOOKS && class_special(meta, SYMBOL(S_mro)) != UNDEF)) {
        t->rest->bases = bases;
        value mro = class_mro(t, meta, bases);
        t->rest->mro = mro;
    }
    value cell = finish_namespace(t);
    unsigned expected = guess, first = class_slots(t, bases, &expected);
    if (t->flags & TYPE_INSTANCE) {
        if (base->flags & TYPE_HEAP && base->rest->root) expected += base->rest->root->cap - instance_first(base);
        struct shape *root =
            shape_root_new(t, first, first + (expected > ATTRIBUTES_MAX ? ATTRIBUTES_MAX : expected));
        t->rest->root = root;
    }
    class_set_flags(t);
#if ADDER_METHODS
    const struct type *documented;
    if (type_lookup(t, SYMBOL(S___doc__), &documented) != UNDEF && documented != t && (documented->flags & TYPE_HEAP || documented == &type_property))
        class_complete(t); /* docstrings aren't inherited */
#endif
    ns->flags |= DICT_CLASS;
    if (cell != UNDEF) ((struct cell *)cell)->v = from_ptr(t);
    set_names(t);
    init_subclass(t, nkw, kwvalues, kwnames);
    return from_ptr(t);
}

#if ADDER_METHODS
/* ---- other bases for a class that is there ---- */

/* Whether instances refer to nothing, of those that programs name as bases: CPython frees them in another way. */
static bool is_plain(const struct type *t)
{
    return t == &type_object || t == &type_bytearray || (type_is_immutable(t) && t != &type_tuple && t != &type_frozenset);
}

static void check_new_bases(const struct type *t, value bases)
{
    if (!is_tuple(bases)) raise_type_error("can only assign tuple to %v.__bases__, not %t", t->name, bases);
    const struct tuple *b = tuple_of(bases);
    if (b->len == 0) raise_type_error("can only assign non-empty tuple to %v.__bases__, not ()", t->name);
    for (size_t i = 0; i < b->len; i++) {
        if (!is_class(b->items[i]))
            raise_type_error("%v.__bases__ must be tuple of classes, not '%t'", t->name, b->items[i]);
        if (type_is_subtype(class_of(b->items[i]), t))
            raise_type_error("a __bases__ item causes an inheritance cycle");
    }
    check_bases(bases);
    const struct type *native = common_native(bases);
    bool fits = native == t->rest->native;
#if ADDER_SLOTS
    fits = fits && slots_base(native, bases) == slots_base(native, type_bases(t)) &&
           any_has_dict(bases) == any_has_dict(type_bases(t));
#endif
    if (!fits)
        raise_type_error("__bases__ assignment: '%v' %s differs from '%v'", class_of(b->items[0])->name,
                         is_plain(class_of(b->items[0])) == is_plain(t->base) ? "object layout" : "deallocator", t->base->name);
}

struct new_bases {
    struct type *t;
    struct list *changed; /* each class, and the order it had: None if that followed from the first base */
};

/* The orders of t and of all classes below it. */
static void update_orders(struct type *t, struct list *changed)
{
    check_c_stack();
    value mro = class_mro(t, t->head.type, type_bases(t));
    list_append(changed, from_ptr(t));
    list_append(changed, t->rest->mro == UNDEF ? NONE : t->rest->mro);
    t->rest->mro = mro;
    struct list *below = list_of(type_subclasses(from_ptr(t)));
    for (size_t i = 0; i < below->len; i++) update_orders((struct type *)class_of(list_items(below)[i]), changed);
}

static value update_all(void *arg)
{
    struct new_bases *n = arg;
    update_orders(n->t, n->changed);
    return NONE;
}

void class_set_bases(struct type *t, value bases)
{
    check_new_bases(t, bases);
    value old = t->rest->bases, result;
    const struct type *base = t->base;
    struct new_bases n = {t, list_of(list_new(0, NULL))};
    t->rest->bases = bases;
    t->base = class_of(tuple_of(bases)->items[0]);
    bool done = protect(update_all, &n, &result);
    for (size_t i = 0; i < n.changed->len; i += 2) {
        struct type *c = (struct type *)class_of(list_items(n.changed)[i]);
        if (!done) c->rest->mro = list_items(n.changed)[i + 1] == NONE ? UNDEF : list_items(n.changed)[i + 1];
    }
    if (!done) {
        t->rest->bases = old;
        t->base = base;
    }
    cache_clear();
    for (size_t i = 0; i < n.changed->len; i += 2) class_set_flags((struct type *)class_of(list_items(n.changed)[i]));
    if (!done) vm_reraise(result);
}
#endif

/* ---- the class statement ---- */

#if ADDER_CLASS_HOOKS
/* Bases that are no classes may stand for some, by __mro_entries__. */
static value resolve_bases(value bases)
{
    struct list *out = NULL;
    const struct tuple *b = tuple_of(bases);
    for (size_t i = 0; i < b->len; i++) {
        value base = b->items[i];
        value f = is_class(base) ? UNDEF : find_attr(base, SYMBOL(S___mro_entries__));
        if (f == UNDEF) {
            if (out) list_append(out, base);
            continue;
        }
        if (!out) out = list_of(list_new(i, b->items));
        value entries = call1(f, bases);
        if (!is_tuple(entries)) raise_type_error("__mro_entries__ must return a tuple");
        list_extend(out, entries);
    }
    return out ? tuple_from_iterable(from_ptr(out)) : bases;
}

/* The keywords as values and names, for a call; `first` values go in front. */
struct keywords {
    size_t n;
    value *values;
    value *names;
};

static struct keywords keywords_of(value dict, size_t first, const value *values)
{
    size_t n = dict == NONE ? 0 : dict_of(dict)->live;
    struct keywords k = {n, NULL, NULL};
    k.values = tuple_of(tuple_new(first + n + 1, NULL))->items;
    k.names = tuple_of(tuple_new(n + 1, NULL))->items;
    for (size_t i = 0; i < first; i++) k.values[i] = values[i];
    size_t at = 0;
    value name, v;
    for (uint32_t i = 0; n && dict_next(dict_of(dict), &i, &name, &v); at++) {
        k.names[at] = name;
        k.values[first + at] = v;
    }
    return k;
}

/* The namespace for the body: what __prepare__ of the metaclass gives, as a rule a dict. */
static value prepare(value meta, value name, value bases, value keywords)
{
    if (meta == from_ptr(&type_type) ||
        (is_class(meta) && class_special(class_of(meta), SYMBOL(S___prepare__)) == UNDEF &&
         type_is_subtype(class_of(meta), &type_type)))
        return from_ptr(dict_new(0));
    value f = find_attr(meta, SYMBOL(S___prepare__));
    if (f == UNDEF) return from_ptr(dict_new(0));
    const value args[] = {name, bases};
    struct keywords k = keywords_of(keywords, 2, args);
    value ns = call_kw(f, 2, k.values, k.n, k.names);
    if (!as_dict(ns) && find_special(ns, SYMBOL(S___getitem__)) == UNDEF)
        raise_type_error("%v.__prepare__() must return a mapping, not %t",
                         is_class(meta) ? class_of(meta)->name : SYMBOL(S_lt_metaclass), ns);
    return ns;
}

#if ADDER_TYPING
static value generic_base(void *params)
{
    return call1(typing_get(S__generic), *(value *)params);
}

/* class A[T](B) has one more base: typing.Generic[T]. The body gets the parameters from the scope around it. */
static value with_generic(value body, value bases)
{
    if (!is_type(body, &type_function)) return bases;
    const struct function *f = (const struct function *)body;
    const struct code *c = function_code((struct function *)body);
    value base;
    for (unsigned i = 0; i < c->info->cells; i++) {
        if (code_name(c, c->info->locals + i) != SYMBOL(S_dot_type_params)) continue;
        value params = ((struct cell *)f->cells[i])->v;
        if (protect(generic_base, &params, &base)) return binary(OP_ADD, bases, tuple_new(1, &base));
        if (!exception_matches(base, from_ptr(&type_ImportError))) vm_reraise(base);
    }
    return bases;
}
#else
#define with_generic(body, bases) (bases)
#endif

value class_build(value body, value name, value bases, value keywords, unsigned attribute_guess)
{
    bases = with_generic(body, bases);
    value resolved = resolve_bases(bases);
    value meta = UNDEF;
    if (keywords != NONE && keywords != UNDEF) {
        keywords = from_ptr(dict_copy(dict_of(keywords)));
        meta = dict_pop(dict_of(keywords), SYMBOL(S_metaclass));
    } else {
        keywords = NONE;
    }
    if (meta == UNDEF)
        meta =
            tuple_of(resolved)->len ? from_ptr(type_of(tuple_of(resolved)->items[0])) : from_ptr(&type_type);
    if (is_class(meta)) meta = from_ptr(class_metaclass(class_of(meta), resolved));
    value ns = prepare(meta, name, resolved, keywords);
    call1(body, ns);
    value cell = as_dict(ns) ? dict_get(as_dict(ns), SYMBOL(S___classcell__)) : UNDEF;
    if (resolved != bases) set_item(ns, SYMBOL(S___orig_bases__), bases);
    if (meta == from_ptr(&type_type)) {
        struct keywords k = keywords_of(keywords, 0, NULL);
        return class_new(&type_type, name, resolved, dict_of(ns), k.n, k.values, k.names, attribute_guess);
    }
    const value args[] = {name, resolved, ns};
    struct keywords k = keywords_of(keywords, 3, args);
    value cls = call_kw(meta, 3, k.values, k.n, k.names);
    if (is_class(cls)) {
        shape_tell_cap(class_of(cls), attribute_guess);
        if (cell != UNDEF && is_type(cell, &type_cell) && ((struct cell *)cell)->v == UNDEF)
            raise_error(
                &type_RuntimeError,
                "__class__ not set defining '%v' as %r. Was __classcell__ propagated to type.__new__?", name,
                cls);
        if (ADDER_METHODS && cell != UNDEF && is_type(cell, &type_cell) && ((struct cell *)cell)->v != cls)
            raise_type_error("__class__ set to %r defining '%v' as %r", ((struct cell *)cell)->v, name, cls);
    }
    return cls;
}
#else
value class_build(value body, value name, value bases, value keywords, unsigned attribute_guess)
{
    if (keywords != NONE && keywords != UNDEF) raise_type_error("keywords of classes are not in this build");
    struct dict *ns = dict_new(0);
    call1(body, from_ptr(ns));
    return class_new(&type_type, name, bases, ns, 0, NULL, NULL, attribute_guess);
}
#endif
