/* collections.defaultdict and collections.OrderedDict: dicts with a little more. */
#include "collections.h"

/* ---- defaultdict: 40 / 28 bytes, and a dict's buffer ---- */

struct defaultdict {
    struct dict table;
    value factory; /* NONE: there is none */
};

static struct defaultdict *self_defaultdict(value v)
{
    value native = unwrap(v);
    if (!is_type(native, &type_defaultdict))
        raise_receiver("collections.defaultdict", v);
    return (struct defaultdict *)native;
}

static struct defaultdict *defaultdict_new(value factory)
{
    struct defaultdict *d = heap_object(&type_defaultdict, sizeof *d);
    d->table.stride = 2;
    d->factory = factory;
    return d;
}

static void defaultdict_fill(struct defaultdict *d, size_t n, value *args, size_t nkw, const value *kwnames)
{
    value factory = n ? args[0] : NONE;
    if (factory != NONE && !is_callable(factory))
        raise_type_error("first argument must be callable or None");
    d->factory = factory;
    dict_update_args(&d->table, "dict", n ? n - 1 : 0, n ? args + 1 : args, nkw, kwnames);
}

static value defaultdict_make(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    (void)t;
    struct defaultdict *d = defaultdict_new(NONE);
    defaultdict_fill(d, n, args, nkw, kwnames);
    return from_ptr(d);
}

static void defaultdict_trace(struct object *o)
{
    table_trace(o);
    heap_visit(&((struct defaultdict *)o)->factory);
}

static value defaultdict_missing(struct defaultdict *d, value key)
{
    if (d->factory == NONE)
        raise_key_error(key);
    value v = call0(d->factory);
    dict_set(&d->table, key, v);
    return v;
}

static value defaultdict_getitem(value self, value key)
{
    value v = dict_get_quick(dict_of(self), key);
    return v != UNDEF ? v : defaultdict_missing((struct defaultdict *)self, key);
}

/* a | b: has the type and factory of the one that is a defaultdict. */
/* One of the class and with the factory of `like`. */
static value defaultdict_like(value like, value content)
{
    struct defaultdict *d = self_defaultdict(like);
    if (like != from_ptr(d)) {
        value args[] = { d->factory, content };
        return call(from_ptr(type_of(like)), 2, args);
    }
    d = defaultdict_new(d->factory);
    table_merge(&d->table, as_dict(content));
    return from_ptr(d);
}

static value defaultdict_method_copy(value self)
{
    return defaultdict_like(self, self);
}

/* What `made`, a copy of the left one, is after it is updated from the right one. */
static value merged(value made, const struct dict *right)
{
    if (as_dict(made)) table_merge(as_dict(made), right);
    return made;
}

static value defaultdict_binary(enum op op, value a, value b)
{
    struct dict *x = as_dict(a), *y = as_dict(b);
    if (op != OP_OR || !x || !y)
        return NOTIMPL;
    return merged(defaultdict_like(is_type(unwrap(a), &type_defaultdict) ? a : b, a), y);
}

static value defaultdict_iter(value self)
{
    return table_iter_new(self, ITER_KEYS, false);
}

static void defaultdict_repr(value self, struct printer *out)
{
    value factory = self_defaultdict(self)->factory;
    print_format(out, "%v(", type_of(self)->name);
    if (repr_enter(factory)) {
        print_z(out, "...");
    } else {
        print_repr(out, factory);
        repr_leave(factory);
    }
    print_z(out, ", ");
    if (repr_enter(self)) {
        print_z(out, "{...}");
    } else {
        dict_print_items(dict_of(self), out);
        repr_leave(self);
    }
    print_char(out, ')');
}

static value defaultdict_method_init(size_t n, value *args, size_t nkw, const value *kwnames)
{
    defaultdict_fill(self_defaultdict(args[0]), n - 1, args + 1, nkw, kwnames);
    return NONE;
}

static value defaultdict_method_missing(value self, value key)
{
    return defaultdict_missing(self_defaultdict(self), key);
}

static value get_factory(value self)
{
    return self_defaultdict(self)->factory;
}

static void set_factory(value self, value v)
{
    self_defaultdict(self)->factory = v == UNDEF ? NONE : v;
}

static const struct slots defaultdict_slots = {
    .size = sizeof(struct defaultdict),
    .trace = defaultdict_trace,
    .make = defaultdict_make,
    .binary = defaultdict_binary,
    .inplace = dict_inplace,
    .compare = dict_compare,
    .getitem = defaultdict_getitem,
    .setitem = dict_setitem,
    .contains = dict_contains,
    .iter = defaultdict_iter,
    .len = table_len,
    .repr = defaultdict_repr,
};

METHODK(m_dd_init, __init__, 1, 3, defaultdict_method_init);
METHOD1(m_dd_copy, copy, defaultdict_method_copy);
METHOD1(m_dd_copy_special, __copy__, defaultdict_method_copy);
METHOD2(m_dd_missing, __missing__, defaultdict_method_missing);
GETSET(g_dd_factory, default_factory, get_factory, set_factory);

static const struct attr defaultdict_attrs[] = {
    ATTR(__init__, m_dd_init),
    ATTR(copy, m_dd_copy),
    ATTR(__copy__, m_dd_copy_special),
    ATTR(__missing__, m_dd_missing),
    ATTR(default_factory, g_dd_factory),
    ATTR_VALUE(__module__, SYMBOL(S_collections)),
};

const struct type type_defaultdict = {
    .head = { &type_type },
    .slots = &defaultdict_slots,
    .flags = TYPE_BASE | TYPE_MAPPING | TYPE_COPIES | TYPE_NO_WEAK,
    .name = SYMBOL(S_defaultdict),
    TYPE_ATTRS(defaultdict_attrs),
    .base = &type_dict,
};

/* ---- OrderedDict: every dict keeps its order; this one can change it ---- */

static struct dict *self_ordered(value v)
{
    value native = unwrap(v);
    if (!is_type(native, &type_ordereddict))
        raise_receiver("collections.OrderedDict", v);
    return dict_of(native);
}

static struct dict *ordered_new(void)
{
    struct dict *d = heap_object(&type_ordereddict, sizeof *d);
    d->stride = 2;
    return d;
}

static value ordered_make(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    (void)t;
    struct dict *d = ordered_new();
    dict_update_args(d, "OrderedDict", n, args, nkw, kwnames);
    return from_ptr(d);
}

static value ordered_iter(value self)
{
    return table_iter_new(self, ITER_KEYS, false);
}

static bool same_order(const struct dict *a, const struct dict *b)
{
    value k, v, other, w;
    uint32_t i = 0, j = 0;
    while (dict_next(a, &i, &k, &v)) {
        if (!dict_next(b, &j, &other, &w) || !equal(k, other))
            return false;
    }
    return true;
}

/* With another OrderedDict, the order counts; with a dict it does not. */
static value ordered_compare(enum op op, value a, value b)
{
    const struct dict *other = as_dict(b);
    if (op < OP_EQ || !other)
        return NOTIMPL;
    bool same = dict_equal(dict_of(a), other);
    if (same && is_type(from_ptr(other), &type_ordereddict))
        same = same_order(dict_of(a), other);
    return from_bool(same == (op == OP_EQ));
}

/* One of the class of `like`. */
static value ordered_like(value like, value content)
{
    if (like != from_ptr(self_ordered(like)))
        return call1(from_ptr(type_of(like)), content);
    struct dict *d = ordered_new();
    table_merge(d, as_dict(content));
    return from_ptr(d);
}

static value ordered_method_copy(value self)
{
    return ordered_like(self, self);
}

static value ordered_binary(enum op op, value a, value b)
{
    struct dict *x = as_dict(a), *y = as_dict(b);
    if (op != OP_OR || !x || !y)
        return NOTIMPL;
    return merged(ordered_like(is_type(unwrap(a), &type_ordereddict) ? a : b, a), y);
}

static void ordered_repr(value self, struct printer *out)
{
    if (repr_enter(self)) {
        print_z(out, "...");
        return;
    }
    print_z(out, "OrderedDict(");
    if (dict_of(self)->live)
        dict_print_items(dict_of(self), out);
    print_char(out, ')');
    repr_leave(self);
}

static value method_popitem(size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym params[] = { S_last };
    value last;
    struct dict *d = self_ordered(args[0]);
    args_bind("popitem", n, args, nkw, kwnames, 1, 1, params, 1, 0, &last);
    if (d->live == 0)
        raise_error(&type_KeyError, "dictionary is empty");
    return dict_popitem(d, last == UNDEF || truth(last));
}

static void move_to_start(struct dict *d, value key, value v)
{
    struct dict *rest = dict_copy(d);
    dict_clear(d);
    dict_set(d, key, v);
    table_merge(d, rest);
}

static value method_move_to_end(size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym params[] = { S_key, S_last };
    value given[2];
    struct dict *d = self_ordered(args[0]);
    args_bind("move_to_end", n, args, nkw, kwnames, 1, 2, params, 2, 1, given);
    bool last = given[1] == UNDEF || truth(given[1]);
    int64_t hash = HASH_UNKNOWN;
    int i = table_find(d, given[0], &hash);
    if (i < 0)
        raise_key_error(given[0]);
    if (i == (last ? table_last(d) : table_first(d)))
        return NONE;
    value key = table_key(d, (uint32_t)i)[0], v = table_key(d, (uint32_t)i)[1];
    if (!last) {
        move_to_start(d, key, v);
        return NONE;
    }
    hash = table_hash(d, (uint32_t)i);
    table_remove(d, (uint32_t)i);
    uint32_t end = table_append(d, key, hash);
    table_key(d, end)[1] = v;
    return NONE;
}

#if ADDER_METHODS /* what a dict takes without keywords */
static value ordered_method_init(size_t n, value *args, size_t nkw, const value *kwnames)
{
    dict_update_args(self_ordered(args[0]), "OrderedDict", n - 1, args + 1, nkw, kwnames);
    return NONE;
}

/* The arguments of pop() and setdefault(): a key, and a default or UNDEF. */
static void bind_default(const char *name, size_t n, value *args, size_t nkw, const value *kwnames, value given[2])
{
    static const sym params[] = { S_key, S_default };
    args_bind(name, n, args, nkw, kwnames, 1, 2, params, 2, 1, given);
}

static value ordered_method_pop(size_t n, value *args, size_t nkw, const value *kwnames)
{
    value given[2];
    struct dict *d = self_ordered(args[0]);
    bind_default("pop", n, args, nkw, kwnames, given);
    value v = dict_pop(d, given[0]);
    if (v == UNDEF)
        v = given[1];
    if (v == UNDEF)
        raise_key_error(given[0]);
    return v;
}

static value ordered_method_setdefault(size_t n, value *args, size_t nkw, const value *kwnames)
{
    value given[2];
    struct dict *d = self_ordered(args[0]);
    bind_default("setdefault", n, args, nkw, kwnames, given);
    value v = dict_get(d, given[0]);
    if (v == UNDEF)
        dict_set(d, given[0], v = given[1] == UNDEF ? NONE : given[1]);
    return v;
}

static value ordered_method_fromkeys(size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym params[] = { S_iterable, S_value };
    value given[2];
    args_bind("fromkeys", n, args, nkw, kwnames, 1, 2, params, 2, 1, given);
    value made = call0(args[0]), it = get_iter(given[0]);
    for (value k; (k = iter_next(it)) != STOP;)
        set_item(made, k, given[1] == UNDEF ? NONE : given[1]);
    return made;
}

METHODK(m_od_init, __init__, 1, 255, ordered_method_init);
METHODK(m_od_pop, pop, 2, 3, ordered_method_pop);
METHODK(m_od_setdefault, setdefault, 2, 3, ordered_method_setdefault);
CLASS_METHODK(m_od_fromkeys, fromkeys, 2, 3, ordered_method_fromkeys);
#endif

static const struct slots ordered_slots = {
    .size = sizeof(struct dict),
    .trace = table_trace,
    .make = ordered_make,
    .binary = ordered_binary,
    .inplace = dict_inplace,
    .compare = ordered_compare,
    .getitem = dict_getitem,
    .setitem = dict_setitem,
    .contains = dict_contains,
    .iter = ordered_iter,
    .len = table_len,
    .repr = ordered_repr,
};

METHODK(m_od_popitem, popitem, 1, 2, method_popitem);
METHODK(m_od_move_to_end, move_to_end, 2, 3, method_move_to_end);
METHOD1(m_od_copy, copy, ordered_method_copy);

static const struct attr ordered_attrs[] = {
    ATTR(popitem, m_od_popitem),
    ATTR(move_to_end, m_od_move_to_end),
    ATTR(copy, m_od_copy),
    ATTR_MORE(__init__, m_od_init)
    ATTR_MORE(pop, m_od_pop)
    ATTR_MORE(setdefault, m_od_setdefault)
    ATTR_MORE(fromkeys, m_od_fromkeys)
    ATTR_VALUE(__module__, SYMBOL(S_collections)),
};

const struct type type_ordereddict = {
    .head = { &type_type },
    .slots = &ordered_slots,
    .flags = TYPE_BASE | TYPE_MAPPING | TYPE_COPIES,
    .name = SYMBOL(S_OrderedDict),
    TYPE_ATTRS(ordered_attrs),
    .base = &type_dict,
};
