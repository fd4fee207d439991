/* collections.ChainMap: several mappings seen as one; changes go to the first. */
#include "collections.h"

struct chainmap {
    struct object head;
    value maps; /* a list, never empty */
};

static struct chainmap *self_chain(value v)
{
    value native = unwrap(v);
    if (!is_type(native, &type_chainmap))
        raise_receiver("collections.ChainMap", v);
    return (struct chainmap *)native;
}

static struct chainmap *chain_new(value maps)
{
    struct chainmap *c = heap_object(&type_chainmap, sizeof *c);
    c->maps = maps;
    return c;
}

static value chain_maps(size_t n, const value *maps)
{
    if (n)
        return list_new(n, maps);
    value empty = from_ptr(dict_new(0));
    return list_new(1, &empty);
}

static value chain_make(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    (void)t, (void)kwnames;
    args_count("ChainMap", n, nkw, 0, SIZE_MAX);
    return from_ptr(chain_new(chain_maps(n, args)));
}

static value first_map(value self)
{
    const struct list *maps = list_view_of(self_chain(self)->maps);
    if (maps->len == 0)
        raise_error(&type_IndexError, "list index out of range");
    return list_items(maps)[0];
}

/* ---- reading ---- */

/* d is updated from the maps, the last one first. */
static void chain_update(struct dict *d, const struct chainmap *c)
{
    const struct list *maps = list_view_of(c->maps);
    for (size_t i = maps->len; i-- > 0 && i < maps->len;)
        dict_update(d, list_items(maps)[i]);
}

/* All of it as one dict. */
static struct dict *chain_merge(const struct chainmap *c)
{
    struct dict *d = dict_new(0);
    chain_update(d, c);
    return d;
}

/* The keys: in the order in which the last map, and then those before it, brought them. */
static struct dict *chain_keys(const struct chainmap *c)
{
    struct dict *d = dict_new(0);
    const struct list *maps = list_view_of(c->maps);
    for (size_t i = maps->len; i-- > 0 && i < maps->len;) {
        value it = get_iter(list_items(maps)[i]);
        for (value k; (k = iter_next(it)) != STOP;)
            dict_set(d, k, NONE);
    }
    return d;
}

static value get_item_of(void *pair)
{
    return get_item(((value *)pair)[0], ((value *)pair)[1]);
}

/* A map of its own kind (a defaultdict) says by itself what is missing. */
static value chain_getitem(value self, value key)
{
    const struct list *maps = list_view_of(self_chain(self)->maps);
    for (size_t i = 0; i < maps->len; i++) {
        value pair[] = { list_items(maps)[i], key }, v;
        if (is_dict(pair[0])) {
            v = dict_get(dict_of(pair[0]), key);
            if (v != UNDEF)
                return v;
        } else if (protect(get_item_of, pair, &v)) {
            return v;
        } else if (!exception_matches(v, from_ptr(&type_KeyError))) {
            vm_reraise(v);
        }
    }
    return call_method(self, SYMBOL(S___missing__), 1, &key);
}

static int chain_contains(value self, value key)
{
    const struct list *maps = list_view_of(self_chain(self)->maps);
    for (size_t i = 0; i < maps->len; i++) {
        if (contains(list_items(maps)[i], key))
            return 1;
    }
    return 0;
}

/* The first map's value; UNDEF: none has the key. */
static value chain_find(value self, value key)
{
    return chain_contains(self, key) ? chain_getitem(self, key) : UNDEF;
}

static void chain_setitem(value self, value key, value v)
{
    value first = first_map(self);
    if (v == UNDEF && !contains(first, key))
        raise_error(&type_KeyError, "Key not found in the first mapping: %r", key);
    set_item(first, key, v);
}

static value chain_iter(value self)
{
    return get_iter(from_ptr(chain_keys((struct chainmap *)self)));
}

static word chain_len(value self)
{
    return (word)chain_keys((struct chainmap *)self)->live;
}

static int chain_truth(value self)
{
    const struct list *maps = list_view_of(((struct chainmap *)self)->maps);
    for (size_t i = 0; i < maps->len; i++) {
        if (truth(list_items(maps)[i]))
            return 1;
    }
    return 0;
}

static value chain_compare(enum op op, value a, value b)
{
    b = unwrap(b);
    const struct dict *other = as_dict(b);
    if (is_type(b, &type_chainmap))
        other = chain_merge((struct chainmap *)b);
    if (op < OP_EQ || !other)
        return NOTIMPL;
    return from_bool(dict_equal(chain_merge((struct chainmap *)a), other) == (op == OP_EQ));
}

/* chain | mapping: the first map is copied and updated. mapping | chain: a chain of one map. */
static value chain_binary(enum op op, value a, value b)
{
    if (op != OP_OR)
        return NOTIMPL;
    value x = unwrap(a), y = unwrap(b);
    if (is_type(x, &type_chainmap)) {
        if (find_attr(b, SYMBOL(S_keys)) == UNDEF)
            return NOTIMPL;
        value maps = list_from_iterable(((struct chainmap *)x)->maps);
        value first = call_method(first_map(x), SYMBOL(S_copy), 0, NULL);
        call_method(first, SYMBOL(S_update), 1, &b);
        list_items(list_of(maps))[0] = first;
        return from_ptr(chain_new(maps));
    }
    struct dict *d = as_dict(x);
    if (!d)
        return NOTIMPL;
    d = dict_copy(d);
    chain_update(d, (struct chainmap *)y);
    value maps = from_ptr(d);
    return from_ptr(chain_new(list_new(1, &maps)));
}

static value chain_inplace(enum op op, value a, value b)
{
    if (op != OP_OR)
        return NOTIMPL;
    call_method(first_map(a), SYMBOL(S_update), 1, &b);
    return a;
}

static void chain_repr(value self, struct printer *out)
{
    const struct list *maps = list_view_of(((struct chainmap *)self)->maps);
    if (repr_enter(self)) {
        print_z(out, "...");
        return;
    }
    print_z(out, "ChainMap(");
    for (size_t i = 0; i < maps->len; i++) {
        if (i)
            print_z(out, ", ");
        print_repr(out, list_items(maps)[i]);
    }
    print_char(out, ')');
    repr_leave(self);
}

static void chain_trace(struct object *o)
{
    heap_visit(&((struct chainmap *)o)->maps);
}

/* ---- methods ---- */

static value method_init(size_t n, value *args)
{
    self_chain(args[0])->maps = chain_maps(n - 1, args + 1);
    return NONE;
}

static value method_get(size_t n, value *args)
{
    value v = chain_find(args[0], args[1]);
    return v != UNDEF ? v : n > 2 ? args[2] : NONE;
}

/* keys(), values(), items(): those of the merged dict. */
static value merged_call(value self, sym method)
{
    return call_method(from_ptr(chain_merge(self_chain(self))), SYMBOL(method), 0, NULL);
}

static value method_keys(value self)
{
    return merged_call(self, S_keys);
}

static value method_values(value self)
{
    return merged_call(self, S_values);
}

static value method_items(value self)
{
    return merged_call(self, S_items);
}

static value method_pop(size_t n, value *args)
{
    value first = first_map(args[0]);
    if (!contains(first, args[1])) {
        if (n < 3)
            raise_error(&type_KeyError, "Key not found in the first mapping: %r", args[1]);
        return args[2];
    }
    return call_method(first, SYMBOL(S_pop), n - 1, args + 1);
}

static value method_popitem(value self)
{
    value first = first_map(self);
    if (!truth(first))
        raise_error(&type_KeyError, "No keys found in the first mapping.");
    return call_method(first, SYMBOL(S_popitem), 0, NULL);
}

static value method_clear(value self)
{
    return call_method(first_map(self), SYMBOL(S_clear), 0, NULL);
}

static value method_update(size_t n, value *args, size_t nkw, const value *kwnames)
{
    value update = get_attr(first_map(args[0]), SYMBOL(S_update));
    return call_kw(update, n - 1, args + 1, nkw, kwnames);
}

static value method_setdefault(size_t n, value *args)
{
    value v = chain_find(args[0], args[1]);
    if (v == UNDEF) {
        v = n > 2 ? args[2] : NONE;
        set_item(first_map(args[0]), args[1], v);
    }
    return v;
}

static value method_copy(value self)
{
    value maps = list_from_iterable(self_chain(self)->maps);
    list_items(list_of(maps))[0] = call_method(first_map(self), SYMBOL(S_copy), 0, NULL);
    return call(from_ptr(type_of(self)), list_of(maps)->len, list_items(list_of(maps)));
}

static value method_new_child(size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym params[] = { (sym)'m' };
    value m;
    args_bind("new_child", n, args, nkw > 0 && kwnames[0] == SYMBOL('m'), kwnames, 1, 1, params, 1, 0, &m);
    if (m == UNDEF || m == NONE)
        m = from_ptr(dict_new(0));
    for (size_t i = 0; i < nkw; i++) {
        if (kwnames[i] != SYMBOL('m'))
            set_item(m, kwnames[i], args[n + i]);
    }
    value maps = list_from_iterable(self_chain(args[0])->maps);
    list_insert(list_of(maps), 0, m);
    return call(from_ptr(type_of(args[0])), list_of(maps)->len, list_items(list_of(maps)));
}

static value get_parents(value self)
{
    value maps = list_from_iterable(self_chain(self)->maps);
    list_pop(list_of(maps), 0);
    return call(from_ptr(type_of(self)), list_of(maps)->len, list_items(list_of(maps)));
}

static value get_maps(value self)
{
    return self_chain(self)->maps;
}

static void set_maps(value self, value v)
{
    if (v == UNDEF)
        raise_error(&type_AttributeError, "cannot delete attribute 'maps'");
    self_chain(self)->maps = v;
}

static value method_fromkeys(size_t n, value *args)
{
    value d = call_method(from_ptr(&type_dict), SYMBOL(S_fromkeys), n - 1, args + 1);
    return call1(args[0], d);
}

static value method_missing(value self, value key)
{
    (void)self;
    raise_key_error(key);
}

static const struct slots chain_slots = {
    .size = sizeof(struct chainmap),
    .trace = chain_trace,
    .make = chain_make,
    .binary = chain_binary,
    .inplace = chain_inplace,
    .compare = chain_compare,
    .getitem = chain_getitem,
    .setitem = chain_setitem,
    .contains = chain_contains,
    .iter = chain_iter,
    .len = chain_len,
    .truth = chain_truth,
    .repr = chain_repr,
};

METHODV(m_init, __init__, 1, 255, method_init);
METHOD2(m_getitem, __getitem__, chain_getitem);
METHODV(m_get, get, 2, 3, method_get);
METHOD1(m_keys, keys, method_keys);
METHOD1(m_values, values, method_values);
METHOD1(m_items, items, method_items);
METHODV(m_pop, pop, 2, 3, method_pop);
METHOD1(m_popitem, popitem, method_popitem);
METHOD1(m_clear, clear, method_clear);
METHODK(m_update, update, 1, 2, method_update);
METHODV(m_setdefault, setdefault, 2, 3, method_setdefault);
METHOD1(m_copy, copy, method_copy);
METHOD1(m_copy_special, __copy__, method_copy);
METHODK(m_new_child, new_child, 1, 2, method_new_child);
METHOD2(m_missing, __missing__, method_missing);
CLASS_METHODV(m_fromkeys, fromkeys, 2, 3, method_fromkeys);
GETSET(g_parents, parents, get_parents, NULL);
GETSET(g_maps, maps, get_maps, set_maps);

static const struct attr chain_attrs[] = {
    ATTR(__init__, m_init),
    ATTR(maps, g_maps),
    ATTR(parents, g_parents),
    ATTR(new_child, m_new_child),
    ATTR(__getitem__, m_getitem),
    ATTR(get, m_get),
    ATTR(keys, m_keys),
    ATTR(values, m_values),
    ATTR(items, m_items),
    ATTR(pop, m_pop),
    ATTR(popitem, m_popitem),
    ATTR(clear, m_clear),
    ATTR(update, m_update),
    ATTR(setdefault, m_setdefault),
    ATTR(copy, m_copy),
    ATTR(__copy__, m_copy_special),
    ATTR(__missing__, m_missing),
    ATTR(fromkeys, m_fromkeys),
    ATTR(__class_getitem__, class_getitem),
    ATTR_VALUE(__module__, SYMBOL(S_collections)),
};

const struct type type_chainmap = {
    .head = { &type_type },
    .slots = &chain_slots,
    .flags = TYPE_BASE | TYPE_MAPPING | TYPE_MIXIN | TYPE_BARE, /* __getitem__ knows a subclass's __missing__ */
    .name = SYMBOL(S_ChainMap),
    TYPE_ATTRS(chain_attrs),
    .base = &type_object,
};
