/* mappingproxy: a mapping that can only be read: the __dict__ of classes. */
#include "class.h"

struct proxy {
    struct object head;
    value mapping;
};

static value mapping_of(value self)
{
    return ((struct proxy *)self)->mapping;
}

value mappingproxy_new(value mapping)
{
    struct proxy *p = heap_object(&type_mappingproxy, sizeof *p);
    p->mapping = mapping;
    return from_ptr(p);
}

static void proxy_trace(struct object *o)
{
    heap_visit(&((struct proxy *)o)->mapping);
}

static value proxy_make(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    (void)t, (void)kwnames;
    if (n != 1 || nkw)
        raise_type_error("mappingproxy() takes exactly 1 argument (%zd given)", (word)(n + nkw));
    if (find_special(args[0], SYMBOL(S___getitem__)) == UNDEF || is_list(args[0]) || is_tuple(args[0]))
        raise_type_error("mappingproxy() argument must be a mapping, not %t", args[0]);
    return mappingproxy_new(args[0]);
}

/* The methods that only read are the mapping's own. */
#define FORWARD(name, kind, most)                                                                            \
    static value proxy_##name(size_t n, value *args)                                                         \
    {                                                                                                        \
        return call_method(mapping_of(need_self(args[0], &type_mappingproxy)), SYMBOL(S_##name), n - 1,      \
                           args + 1);                                                                        \
    }                                                                                                        \
    METHODV(m_##name, name, kind, most, proxy_##name);
FORWARD(get, 2, 3)
FORWARD(keys, 1, 1)
FORWARD(values, 1, 1)
FORWARD(items, 1, 1)
FORWARD(copy, 1, 1)
FORWARD(__reversed__, 1, 1)

static const struct attr proxy_attrs[] = {
    ATTR(get, m_get),
    ATTR(keys, m_keys),
    ATTR(values, m_values),
    ATTR(items, m_items),
    ATTR_MORE(copy, m_copy)
    ATTR_MORE(__reversed__, m___reversed__)
    ATTR_MORE(__class_getitem__, class_getitem)
};

static value plain(value v)
{
    return is_type(v, &type_mappingproxy) ? mapping_of(v) : v;
}

static value proxy_binary(enum op op, value a, value b)
{
    return op == OP_OR ? binary(op, plain(a), plain(b)) : NOTIMPL;
}

static value proxy_inplace(enum op op, value a, value b)
{
    (void)a, (void)b;
    if (op == OP_OR) raise_type_error("'|=' is not supported by mappingproxy; use '|' instead");
    return NOTIMPL;
}

static value proxy_compare(enum op op, value a, value b)
{
    return compare(op, mapping_of(a), plain(b));
}

static value proxy_getitem(value self, value key)
{
    return get_item(mapping_of(self), key);
}
static int proxy_contains(value self, value key)
{
    return contains(mapping_of(self), key);
}
static value proxy_iter(value self)
{
    return get_iter(mapping_of(self));
}
static word proxy_len(value self)
{
    return len_of(mapping_of(self));
}

static void proxy_repr(value self, struct printer *out)
{
    print_format(out, "mappingproxy(%r)", mapping_of(self));
}

static void proxy_str(value self, struct printer *out)
{
    print_value(out, mapping_of(self));
}

static const struct slots proxy_slots = {
    .size = sizeof(struct proxy),
    .trace = proxy_trace,
    .make = proxy_make,
    .binary = proxy_binary,
    .inplace = ADDER_METHODS ? proxy_inplace : NULL,
    .compare = proxy_compare,
    .getitem = proxy_getitem,
    .contains = proxy_contains,
    .iter = proxy_iter,
    .len = proxy_len,
    .repr = proxy_repr,
    .str = proxy_str,
};

const struct type type_mappingproxy = {{&type_type},
                                       .slots = &proxy_slots,
                                       .flags = TYPE_MAPPING | TYPE_NO_WEAK,
                                       .name = SYMBOL(S_mappingproxy),
                                       TYPE_ATTRS(proxy_attrs),
                                       .base = &type_object};
