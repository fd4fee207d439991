/* dict, its views and its iterators, as programs see them. The table is in dict.c. */
#include "class.h"
#include "dict_inline.h"
#include "printer.h"
#include "sequence.h"

/* ---- finding the table ---- */

static struct dict *table_of_type(value v, const struct type *wanted, const struct type *or_wanted)
{
    v = unwrap(v);
    if (!is_obj(v) || has_instance_layout(v))
        return NULL;
    for (const struct type *t = obj_of(v)->type; t; t = t->base) {
        if (t == wanted || t == or_wanted)
            return dict_of(v);
    }
    return NULL;
}

struct dict *as_dict(value v)
{
    return is_dict(v) ? dict_of(v) : table_of_type(v, &type_dict, &type_dict);
}

struct dict *as_set(value v)
{
    return ADDER_SETS ? table_of_type(v, &type_set, &type_frozenset) : NULL;
}

static struct dict *self_dict(value v)
{
    struct dict *d = as_dict(v);
    if (!d)
        raise_type_error("descriptor requires a 'dict' object but received a '%t'", v);
    return d;
}

/* ---- iterators: of dicts and sets ---- */

#if ADDER_METHODS
extern const struct type type_dict_key_iter, type_dict_value_iter, type_set_iter;
extern const struct type type_dict_reverse_key_iter, type_dict_reverse_value_iter, type_dict_reverse_item_iter;

/* The types of iterators by what they give; behind them, of those that go backwards. */
static const struct type *const table_iter_types[] = {
    &type_dict_key_iter, &type_dict_value_iter, &type_dict_item_iter, &type_set_iter,
    &type_dict_reverse_key_iter, &type_dict_reverse_value_iter, &type_dict_reverse_item_iter,
};
#define TABLE_ITER_TYPE_OF(kind, reverse) table_iter_types[(kind) + ((reverse) ? 4 : 0)]
#else /* one will do */
#define TABLE_ITER_TYPE_OF(kind, reverse) &type_table_iter
#endif

value table_iter_new(value table, enum table_iter_kind kind, bool reverse)
{
    const struct dict *d = dict_of(table);
    struct table_iter *it = iterator_object(TABLE_ITER_TYPE_OF(kind, reverse), sizeof *it);
    it->table = table;
    it->live = it->left = d->live;
    it->kind = (uint8_t)kind;
    it->reverse = reverse;
    it->pos = ADDER_METHODS && reverse ? (uint32_t)(table_last(d) + 1) : 0;
    return from_ptr(it);
}

static bool table_previous(const struct dict *d, uint32_t *i, value *k, value *v)
{
    uint32_t n = *i < d->used ? *i : d->used;
    while (n-- > 0) {
        const value *e = table_key(d, n);
        if (e[0] == UNDEF)
            continue;
        *k = e[0];
        *v = e[1];
        *i = n;
        return true;
    }
    return false;
}

/* The next key, and its value; false: there are no more. */
static bool table_iter_step(struct table_iter *it, value *key, value *v_out)
{
    value k, v = UNDEF;
    if (it->table == UNDEF)
        return false;
    const struct dict *d = dict_of(it->table);
    bool is_set = ADDER_SETS && it->kind == ITER_SET;
    int64_t hash;
    if (d->live != it->live) {
        it->live = UINT32_MAX; /* so it stays */
        raise_usual_error(&type_RuntimeError, "%s changed size during iteration", is_set ? "Set" : "dictionary");
    }
    if (ADDER_METHODS && it->reverse) {
        if (!table_previous(d, &it->pos, &k, &v))
            k = UNDEF;
    } else if (is_set) {
        if (!set_next(d, &it->pos, &k, &hash))
            k = UNDEF;
    } else {
        if (it->pos == 0)
            it->pos = (uint32_t)(table_first(d) < 0 ? 0 : table_first(d));
        k = UNDEF;
        while (it->pos < d->used && k == UNDEF) {
            const value *e = table_key(d, it->pos++);
            k = e[0];
            v = e[1];
        }
    }
    if (k == UNDEF && (is_set || it->left == 0)) {
        it->table = UNDEF;
        return false;
    }
    if (k == UNDEF || (it->left == 0 && !is_set))
        raise_error(&type_RuntimeError, "dictionary keys changed during iteration");
    it->left -= it->left > 0;
    *key = k;
    *v_out = v;
    return true;
}

static value table_iter_next(value self)
{
    struct table_iter *it = (struct table_iter *)self;
    value k, v;
    if (!table_iter_step(it, &k, &v))
        return STOP;
    if (it->kind != ITER_ITEMS)
        return it->kind == ITER_VALUES ? v : k;
    return tuple_pair(k, v);
}

enum pair_step dict_items_next_pair(value self, value *pair)
{
    return table_iter_step((struct table_iter *)self, &pair[0], &pair[1]) ? PAIR_GOT : PAIR_END;
}

static value table_iter_iter(value self)
{
    return self;
}

static value table_iter_hint(value self)
{
    const struct table_iter *it = (const struct table_iter *)need_self(self, TABLE_ITER_TYPE_OF(ITER_KEYS, false));
    bool valid = it->table != UNDEF && dict_of(it->table)->live == it->live;
    return from_int(valid ? (word)it->left : 0);
}

static void table_iter_trace(struct object *o)
{
    heap_visit(&((struct table_iter *)o)->table);
}

static const struct slots table_iter_slots = {
    .size = sizeof(struct table_iter),
    .trace = table_iter_trace,
    .iter = table_iter_iter,
    .next = table_iter_next,
};

METHOD1(m_iter_hint, __length_hint__, table_iter_hint);

static const struct attr table_iter_attrs[] = {
    ATTR_MORE(__length_hint__, m_iter_hint)
};

#define TABLE_ITER_TYPE(object, symbol) \
    const struct type object = { \
        .head = { &type_type }, \
        .slots = &table_iter_slots, \
        .name = SYMBOL(S_##symbol), \
        TYPE_ATTRS(table_iter_attrs), \
        .base = &type_object, \
    }
#if ADDER_METHODS
TABLE_ITER_TYPE(type_dict_key_iter, dict_keyiterator);
TABLE_ITER_TYPE(type_dict_value_iter, dict_valueiterator);
TABLE_ITER_TYPE(type_dict_item_iter, dict_itemiterator);
TABLE_ITER_TYPE(type_dict_reverse_key_iter, dict_reversekeyiterator);
TABLE_ITER_TYPE(type_dict_reverse_value_iter, dict_reversevalueiterator);
TABLE_ITER_TYPE(type_dict_reverse_item_iter, dict_reverseitemiterator);
TABLE_ITER_TYPE(type_set_iter, set_iterator);
#else
TABLE_ITER_TYPE(type_table_iter, iterator);
#endif

/* ---- views ---- */

static struct dict *view_dict(value view)
{
    return dict_of(((struct dict_view *)view)->dict);
}

static enum table_iter_kind view_kind(value view)
{
    const struct type *t = obj_of(view)->type;
    return t == &type_dict_keys ? ITER_KEYS : t == &type_dict_values ? ITER_VALUES : ITER_ITEMS;
}

static value view_new(const struct type *t, value dict)
{
    struct dict_view *view = heap_object(t, sizeof *view);
    view->dict = from_ptr(self_dict(dict));
    return from_ptr(view);
}

static void view_trace(struct object *o)
{
    heap_visit(&((struct dict_view *)o)->dict);
}

static word view_len(value self)
{
    return view_dict(self)->live;
}

static value view_iter(value self)
{
    return table_iter_new(((struct dict_view *)self)->dict, view_kind(self), false);
}

static value view_reversed(value self)
{
    if (slots_of(self) != type_dict_values.slots)
        need_self(self, &type_dict_keys);
    return table_iter_new(((struct dict_view *)self)->dict, view_kind(self), true);
}

static int view_contains(value self, value v)
{
    const struct dict *d = view_dict(self);
    switch (view_kind(self)) {
    case ITER_KEYS:
        return dict_find(d, v) >= 0;
    case ITER_ITEMS:
        v = unwrap(v);
        if (!is_tuple(v) || tuple_of(v)->len != 2)
            return 0;
        value found = dict_get(d, tuple_of(v)->items[0]);
        return found != UNDEF && equal(found, tuple_of(v)->items[1]);
    default:
        return contains_by_iteration(self, v);
    }
}

#if ADDER_METHODS
static bool is_set_view(value v)
{
    return is_type(v, &type_dict_keys) || is_type(v, &type_dict_items);
}

/* Whether `other` holds all that the view does. */
static bool view_within(value view, value other)
{
    value it = get_iter(view);
    for (value x; (x = iter_next(it)) != STOP;) {
        if (!contains(other, x))
            return false;
    }
    return true;
}

static value view_compare(enum op op, value a, value b)
{
    check_c_stack();
    if (!is_set_view(a) || !(is_set_view(b) || as_set(b)))
        return NOTIMPL;
    word n = view_len(a), m = len_of(b);
    switch (op) {
    case OP_EQ:
        return from_bool(n == m && view_within(a, b));
    case OP_NE:
        return from_bool(!(n == m && view_within(a, b)));
    case OP_LT:
        return from_bool(n < m && view_within(a, b));
    case OP_LE:
        return from_bool(n <= m && view_within(a, b));
    case OP_GT:
        return from_bool(n > m && view_within(b, a));
    default:
        return from_bool(n >= m && view_within(b, a));
    }
}

/* view & other: what the view is asked about needs no hash unless it is in it. */
static value view_intersection(value view, value other)
{
    if (is_type(other, &type_set)) {
        if (view_len(view) <= len_of(other))
            return set_binary_of(OP_AND, other, view);
    } else if (is_set_view(other) && view_len(other) > view_len(view)) {
        value larger = other;
        other = view;
        view = larger;
    }
    value found = set_from_iterable(&type_set, from_ptr(&empty_tuple)), it = get_iter(other);
    for (value x; (x = iter_next(it)) != STOP;)
        if (view_contains(view, x)) set_add(dict_of(found), x);
    return found;
}

static void add_missing(value found, value from, value in)
{
    value it = get_iter(from);
    for (value x; (x = iter_next(it)) != STOP;)
        if (!view_contains(in, x)) set_add(dict_of(found), x);
}

/* a ^ b of items: those that both have need no hash. */
static value items_difference(value a, value b)
{
    value found = set_from_iterable(&type_set, from_ptr(&empty_tuple));
    add_missing(found, b, a);
    add_missing(found, a, b);
    return found;
}

/* The operators make sets. */
static value view_binary(enum op op, value a, value b)
{
    if (!(op == OP_OR || op == OP_AND || op == OP_SUB || op == OP_XOR))
        return NOTIMPL;
    if (!is_set_view(a) && !is_set_view(b))
        return NOTIMPL;
    if (op == OP_AND) return is_set_view(a) ? view_intersection(a, b) : view_intersection(b, a);
    if (op == OP_XOR && is_type(a, &type_dict_items) && is_type(b, &type_dict_items)) return items_difference(a, b);
    if (is_type(a, &type_dict_keys) && is_dict(((const struct dict_view *)a)->dict)) a = ((const struct dict_view *)a)->dict;
    return set_inplace(op, set_from_iterable(&type_set, a), b);
}

#else
#define view_binary  NULL
#define view_compare NULL
#endif

static value view_isdisjoint(value self, value other)
{
    value it = get_iter(other);
    for (value x; (x = iter_next(it)) != STOP;) {
        if (view_contains(self, x))
            return FALSE;
    }
    return TRUE;
}

static value view_mapping(value self)
{
    return mappingproxy_new(((struct dict_view *)self)->dict);
}

static void view_repr(value self, struct printer *out)
{
    print_format(out, "%t(", self);
    if (repr_enter(self)) {
        print_z(out, "...)");
        return;
    }
    print_char(out, '[');
    value it = view_iter(self), x = iter_next(it);
    while (x != STOP) {
        print_repr(out, x);
        x = iter_next(it);
        if (x != STOP)
            print_z(out, ", ");
    }
    print_z(out, "])");
    repr_leave(self);
}

static const struct slots view_slots = {
    .size = sizeof(struct dict_view),
    .trace = view_trace,
    .binary = view_binary,
    .compare = view_compare,
    .contains = view_contains,
    .iter = view_iter,
    .len = view_len,
    .repr = view_repr,
};

#if ADDER_METHODS
/* The values are no set: they have no operators, no __contains__, and are equal to nothing but themselves. */
static const struct slots values_slots = {
    .size = sizeof(struct dict_view),
    .trace = view_trace,
    .iter = view_iter,
    .len = view_len,
    .repr = view_repr,
};
#else
#define values_slots view_slots
#endif

METHOD1(m_view_reversed, __reversed__, view_reversed);
METHOD2(m_view_isdisjoint, isdisjoint, view_isdisjoint);
GETSET(g_view_mapping, mapping, view_mapping, NULL);

static const struct attr view_attrs[] = {
    ATTR_MORE(__reversed__, m_view_reversed)
    ATTR_MORE(mapping, g_view_mapping)
    ATTR_MORE(isdisjoint, m_view_isdisjoint) /* the last: values() lack it */
};
#define VIEW_ATTRS (sizeof view_attrs / sizeof *view_attrs)

#define VIEW_TYPE(object, symbol, slots_, nattrs_) \
    const struct type object = { \
        .head = { &type_type }, \
        .slots = &slots_, \
        .name = SYMBOL(S_##symbol), \
        .attrs = view_attrs, \
        .nattrs = nattrs_, \
        .base = &type_object, \
    }
VIEW_TYPE(type_dict_keys, dict_keys, view_slots, VIEW_ATTRS);
VIEW_TYPE(type_dict_values, dict_values, values_slots, VIEW_ATTRS - ADDER_METHODS);
VIEW_TYPE(type_dict_items, dict_items, view_slots, VIEW_ATTRS);

/* ---- protocols of dict ---- */

static void dict_add_pair(struct dict *d, value pair, size_t number)
{
    if (!is_iterable(pair))
        raise_type_error("cannot convert dictionary update sequence element #%zd to a sequence", number);
    value items = is_tuple(pair) ? pair : tuple_from_iterable(pair);
    const struct tuple *t = tuple_of(items);
    if (t->len != 2)
        raise_value_error("dictionary update sequence element #%zd has length %zd; 2 is required", number, t->len);
    dict_set(d, t->items[0], t->items[1]);
}

void dict_update(struct dict *d, value from)
{
    struct dict *other = has_instance_layout(from) ? NULL : as_dict(from);
    if (other) {
        uint32_t live = other->live;
        table_merge(d, other);
        if (other->live != live && other != d)
            raise_error(&type_RuntimeError, "dict mutated during update");
        return;
    }
    value keys = find_attr(from, SYMBOL(S_keys)), it;
    if (keys != UNDEF) {
        it = get_iter(call0(keys));
        for (value k; (k = iter_next(it)) != STOP;)
            dict_set(d, k, get_item(from, k));
        return;
    }
    it = get_iter(from);
    size_t number = 0;
    for (value pair; (pair = iter_next(it)) != STOP; number++)
        dict_add_pair(d, pair, number);
}

/* What dict(), update() and __init__() share: at most one mapping, then keywords. */
void dict_update_args(struct dict *d, const char *name, size_t n, value *args, size_t nkw, const value *kwnames)
{
    args_count(name, n, 0, 0, 1);
    if (n)
        dict_update(d, args[0]);
    for (size_t i = 0; i < nkw; i++)
        dict_set(d, kwnames[i], args[n + i]);
}

static value dict_make(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    (void)t;
    struct dict *d = dict_new(0);
    dict_update_args(d, "dict", n, args, nkw, kwnames);
    return from_ptr(d);
}

value dict_getitem(value self, value key)
{
    value v = dict_get_quick(dict_of(self), key);
    if (v == UNDEF)
        raise_key_error(key);
    return v;
}

void dict_setitem(value self, value key, value v)
{
    if (v != UNDEF)
        dict_set(dict_of(self), key, v);
    else if (!dict_delete(dict_of(self), key))
        raise_key_error(key);
}

int dict_contains(value self, value key)
{
    return dict_find(dict_of(self), key) >= 0;
}

static value dict_iter(value self)
{
    return table_iter_new(self, ITER_KEYS, false);
}

bool dict_equal(const struct dict *a, const struct dict *b)
{
    if (a->live != b->live)
        return false;
    check_c_stack();
    value k, v;
    for (uint32_t i = 0; dict_next(a, &i, &k, &v);) {
        int64_t hash = table_hash(a, i - 1);
        int n = table_find(b, k, &hash);
        if (n < 0 || !equal(v, table_key(b, (uint32_t)n)[1]))
            return false;
    }
    return true;
}

value dict_compare(enum op op, value a, value b)
{
    struct dict *other = as_dict(b);
    if (op < OP_EQ || !other)
        return NOTIMPL;
    return from_bool(dict_equal(dict_of(a), other) == (op == OP_EQ));
}

static value dict_binary(enum op op, value a, value b)
{
    struct dict *x = as_dict(a), *y = as_dict(b);
    if (op != OP_OR || !x || !y || y->owner.head.type->slots->binary != dict_binary) /* (its own, then) */
        return NOTIMPL;
    struct dict *d = dict_copy(x);
    table_merge(d, y);
    return from_ptr(d);
}

value dict_inplace(enum op op, value a, value b)
{
    if (op != OP_OR)
        return NOTIMPL;
    dict_update(dict_of(a), b);
    return a;
}

void dict_print_items(const struct dict *d, struct printer *out)
{
    value k, v;
    bool first = true;
    print_char(out, '{');
    for (uint32_t i = 0; dict_next(d, &i, &k, &v); first = false) {
        if (!first)
            print_z(out, ", ");
        print_repr(out, k);
        print_z(out, ": ");
        print_repr(out, v);
    }
    print_char(out, '}');
}

static void dict_repr(value self, struct printer *out)
{
    if (repr_enter(self)) {
        print_z(out, "{...}");
        return;
    }
    dict_print_items(dict_of(self), out);
    repr_leave(self);
}

/* ---- methods of dict ---- */

static value method_init(size_t n, value *args, size_t nkw, const value *kwnames)
{
    dict_update_args(self_dict(args[0]), "dict", n - 1, args + 1, nkw, kwnames);
    return NONE;
}

static value method_update(size_t n, value *args, size_t nkw, const value *kwnames)
{
    dict_update_args(self_dict(args[0]), "update", n - 1, args + 1, nkw, kwnames);
    return NONE;
}

static value method_get(size_t n, value *args)
{
    value v = dict_get_quick(self_dict(args[0]), args[1]);
    return v != UNDEF ? v : n > 2 ? args[2] : NONE;
}

static value method_setdefault(size_t n, value *args)
{
    struct dict *d = self_dict(args[0]);
    bool added;
    value *slot = &table_key(d, table_find_or_append(d, args[1], HASH_UNKNOWN, &added))[1];
    if (added)
        *slot = n > 2 ? args[2] : NONE;
    return *slot;
}

static value method_pop(size_t n, value *args)
{
    value v = dict_pop(self_dict(args[0]), args[1]);
    if (v != UNDEF)
        return v;
    if (n < 3)
        raise_key_error(args[1]);
    return args[2];
}

value dict_popitem(struct dict *d, bool last)
{
    int n = last ? table_last(d) : table_first(d);
    if (n < 0)
        raise_error(&type_KeyError, "popitem(): dictionary is empty");
    value item = tuple_new(2, table_key(d, (uint32_t)n));
    table_remove(d, (uint32_t)n);
    return item;
}

static value method_popitem(value self)
{
    return dict_popitem(self_dict(self), true);
}

static value method_clear(value self)
{
    dict_clear(self_dict(self));
    return NONE;
}

static value method_copy(value self)
{
    return from_ptr(dict_copy(self_dict(self)));
}

static value method_keys(value self)
{
    return view_new(&type_dict_keys, self);
}

static value method_values(value self)
{
    return view_new(&type_dict_values, self);
}

static value method_items(value self)
{
    return view_new(&type_dict_items, self);
}

static value method_reversed(value self)
{
    return table_iter_new(from_ptr(self_dict(self)), ITER_KEYS, true);
}

/* The keys of a set or dict, with their known hashes. */
static void fromkeys_of_table(struct dict *d, value of, value fill)
{
    const struct dict *from = dict_of(of);
    value k;
    int64_t hash;
    bool added;
    for (uint32_t i = 0; is_dict(of) ? table_next(from, &i, &k, &hash) : set_next(from, &i, &k, &hash);) {
        if (hash != HASH_UNKNOWN)
            hash = is_dict(of) ? hash : (int64_t)hash_short((hashcode)hash);
        table_key(d, table_find_or_append(d, k, hash, &added))[1] = fill;
    }
}

static value method_fromkeys(size_t n, value *args)
{
    value d = call0(args[0]), fill = n > 2 ? args[2] : NONE;
    if (is_dict(d) && (is_dict(args[1]) || (as_set(args[1]) && !has_instance_layout(args[1])))) {
        fromkeys_of_table(dict_of(d), args[1], fill);
        return d;
    }
    value it = get_iter(args[1]);
    for (value k; (k = iter_next(it)) != STOP;) {
        if (is_dict(d))
            dict_set(dict_of(d), k, fill);
        else
            set_item(d, k, fill);
    }
    return d;
}

static const struct slots dict_slots = {
    .size = sizeof(struct dict),
    .trace = table_trace,
    .make = dict_make,
    .binary = dict_binary,
    .inplace = dict_inplace,
    .compare = dict_compare,
    .getitem = dict_getitem,
    .setitem = dict_setitem,
    .contains = dict_contains,
    .iter = dict_iter,
    .len = table_len,
    .repr = dict_repr,
};

SLOTK(m_init, __init__, method_init);
METHODK(m_update, update, 1, 255, method_update);
METHODV(m_get, get, 2, 3, method_get);
METHODV(m_setdefault, setdefault, 2, 3, method_setdefault);
METHODV(m_pop, pop, 2, 3, method_pop);
METHOD1(m_popitem, popitem, method_popitem);
METHOD1(m_clear, clear, method_clear);
METHOD1(m_copy, copy, method_copy);
METHOD1(m_keys, keys, method_keys);
METHOD1(m_values, values, method_values);
METHOD1(m_items, items, method_items);
METHOD1(m_reversed, __reversed__, method_reversed);
CLASS_METHODV(m_fromkeys, fromkeys, 2, 3, method_fromkeys);

static const struct attr dict_attrs[] = {
    ATTR(__init__, m_init),
    ATTR(get, m_get),
    ATTR(items, m_items),
    ATTR(keys, m_keys),
    ATTR(values, m_values),
    ATTR(pop, m_pop),
    ATTR(setdefault, m_setdefault),
    ATTR(update, m_update),
    ATTR(copy, m_copy),
    ATTR(clear, m_clear),
    ATTR(popitem, m_popitem),
    ATTR_USUAL(fromkeys, m_fromkeys)
    ATTR_MORE(__reversed__, m_reversed)
    ATTR_MORE(__class_getitem__, class_getitem)
};

const struct type type_dict = {
    .head = { &type_type },
    .slots = &dict_slots,
    .flags = TYPE_BASE | TYPE_MAPPING | TYPE_NO_WEAK,
    .name = SYMBOL(S_dict),
    TYPE_ATTRS(dict_attrs),
    .base = &type_object,
};
