/* set and frozenset: tables of keys only (set_table.c, or dict.c). The operations take the items in CPython's order, since that
 * decides the order of what they make. */
#include "dict_inline.h"
#include "printer.h"
#include "sequence.h"
#include "text.h"

#if ADDER_SETS
struct set { /* 40 / 28 */
    struct dict table;
#if ADDER_SET_ORDER
    uint32_t next_pop; /* the place that pop() looks at first */
#endif
};

struct frozenset { /* 40 / 32 */
    struct dict table;
    hashcode hash; /* 0: not known */
};

/* ---- items ---- */

#if !ADDER_SET_ORDER
bool set_add_hashed(struct dict *s, value key, int64_t hash)
{
    bool added;
    table_find_or_append(s, key, hash, &added);
    return added;
}

static value set_take_one(struct dict *s)
{
    uint32_t n = (uint32_t)table_first(s);
    value v = *table_key(s, n);
    table_remove(s, n);
    return v;
}
#else
static value set_take_one(struct dict *s)
{
    return set_pop(s, &((struct set *)s)->next_pop);
}
#endif

bool set_add(struct dict *s, value v)
{
    return set_add_hashed(s, v, HASH_UNKNOWN);
}

static bool set_drop(struct dict *s, value key, int64_t hash)
{
    int n = set_find(s, key, &hash);
    if (n >= 0)
        set_remove(s, (uint32_t)n);
    return n >= 0;
}

static bool table_has(const struct dict *s, value key, int64_t hash)
{
    return set_find(s, key, &hash) >= 0;
}

int set_has(const struct dict *s, value v)
{
    return table_has(s, set_lookup_key(v), HASH_UNKNOWN);
}

bool set_discard(struct dict *s, value v)
{
    return set_drop(s, set_lookup_key(v), HASH_UNKNOWN);
}

/* ---- making ---- */

/* The items of a set, a dict or anything iterable, one by one, with the hashes that are known. */
struct items {
    const struct dict *set, *dict; /* both NULL: ask `it` */
    uint32_t i;
    value it;
    struct iter_room room;
};

static void items_begin(struct items *p, value from)
{
    p->set = as_set(from);
    p->dict = is_dict(from) ? dict_of(from) : NULL;
    p->i = 0;
    if (!p->set && !p->dict)
        p->it = get_iter_at(&p->room, from);
}

static bool items_next(struct items *p, value *k, int64_t *hash)
{
    *hash = HASH_UNKNOWN;
    if (p->set || p->dict) {
        check_break_large(p->i);
        return p->set ? set_next(p->set, &p->i, k, hash) : dict_next(p->dict, &p->i, k, NULL);
    }
    if ((++p->i & 1023) == 0)
        check_interrupt();
    return (*k = iter_next(p->it)) != STOP;
}

void set_update(struct dict *s, value from)
{
    struct items p;
    value k;
    int64_t hash;
    if (as_set(from)) {
        set_merge(s, as_set(from));
        return;
    }
    if (is_dict(from))
        set_make_room(s, dict_of(from)->live);
    items_begin(&p, from);
    while (items_next(&p, &k, &hash))
        set_add_hashed(s, k, hash);
}

value set_from_iterable(const struct type *t, value it)
{
    struct dict *s = set_new(t);
    set_update(s, it);
    return from_ptr(s);
}

static struct dict *set_copy(const struct type *t, const struct dict *from)
{
    struct dict *s = set_new(t);
    set_merge(s, from);
    return s;
}

/* The set that v is, or a new one of its items. */
static const struct dict *need_set(value v)
{
    const struct dict *s = as_set(v);
    return s ? s : dict_of(set_from_iterable(&type_set, v));
}

static bool is_frozen(const struct dict *s)
{
    return s->owner.head.type == &type_frozenset;
}

static struct dict *self_set(value v)
{
    struct dict *s = as_set(v);
    if (!s)
        raise_type_error("descriptor requires a 'set' object but received a '%t'", v);
    return s;
}

static value set_make(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    (void)t, (void)kwnames;
    args_count("set", n, nkw, 0, 1);
    return n ? set_from_iterable(&type_set, args[0]) : from_ptr(set_new(&type_set));
}

static value frozenset_make(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    (void)t, (void)kwnames;
    args_count("frozenset", n, nkw, 0, 1);
    if (n && is_type(args[0], &type_frozenset))
        return args[0];
    return n ? set_from_iterable(&type_frozenset, args[0]) : from_ptr(set_new(&type_frozenset));
}

value set_lookup_key(value v)
{
    if (!is_obj(v))
        return v;
    value native = unwrap(v);
    if (!is_type(native, &type_set) || (native != v && has_own_operator(v, SYMBOL(S___hash__))))
        return v;
    return from_ptr(set_copy(&type_frozenset, dict_of(native)));
}

/* ---- the operations, on tables ---- */

/* Whether all of a is in b. */
static bool set_within(const struct dict *a, const struct dict *b)
{
    value k;
    int64_t hash;
    if (a->live > b->live)
        return false;
    for (uint32_t i = 0; set_next(a, &i, &k, &hash);) {
        check_break_large(i);
        if (!table_has(b, k, hash))
            return false;
    }
    return true;
}

static bool set_disjoint(const struct dict *a, const struct dict *b)
{
    value k;
    int64_t hash;
    if (a->live > b->live) {
        const struct dict *larger = a;
        a = b;
        b = larger;
    }
    for (uint32_t i = 0; set_next(a, &i, &k, &hash);) {
        check_break_large(i);
        if (table_has(b, k, hash))
            return false;
    }
    return true;
}

/* A new set of those of `from` that are (or are not) in s. */
static struct dict *set_select(const struct type *t, value from, const struct dict *s, bool in)
{
    struct dict *r = set_new(t);
    struct items p;
    value k;
    int64_t hash;
    for (items_begin(&p, from); items_next(&p, &k, &hash);) {
        if ((set_find(s, k, &hash) >= 0) == in)
            set_add_hashed(r, k, hash);
    }
    return r;
}

/* Of two sets the smaller one is asked for its items. */
static struct dict *set_intersection(const struct type *t, const struct dict *a, value b)
{
    const struct dict *s = as_set(b);
    if (s == a)
        return set_copy(t, a);
    return s && s->live > a->live ? set_select(t, from_ptr(a), s, true) : set_select(t, b, a, true);
}

/* Removes from s what is in b. */
static void set_subtract(struct dict *s, value b)
{
    const struct dict *other = as_set(b);
    struct items p;
    value k;
    int64_t hash;
    if (s == other) {
        dict_clear(s);
        return;
    }
    if (other && other->live / 8 > s->live)
        b = from_ptr(set_intersection(&type_set, s, b));
    for (items_begin(&p, b); items_next(&p, &k, &hash);)
        set_drop(s, k, hash);
    set_close_holes(s);
}

static struct dict *set_difference(const struct type *t, const struct dict *a, value b)
{
    const struct dict *s = is_dict(b) ? dict_of(b) : as_set(b);
    if (s && !(ADDER_SET_ORDER && a->live / 4 > s->live))
        return set_select(t, from_ptr(a), need_set(b), false);
    struct dict *r = set_copy(t, a);
    set_subtract(r, b);
    return r;
}

/* Removes from s what is in b, and adds what is not. */
static void set_toggle(struct dict *s, value b)
{
    struct items p;
    value k;
    int64_t hash;
    if (s == as_set(b)) {
        dict_clear(s);
        return;
    }
    if (!is_dict(b))
        b = from_ptr(need_set(b)); /* each only once */
    for (items_begin(&p, b); items_next(&p, &k, &hash);) {
        int n = set_find(s, k, &hash);
        if (n >= 0)
            set_remove(s, (uint32_t)n);
        else
            set_add_missing(s, k, hash);
    }
}

static const struct type *result_type(const struct dict *like)
{
    return is_frozen(like) ? &type_frozenset : &type_set;
}

/* a op b, a set; b is one, too, but for what the methods are given. */
static struct dict *set_operate(enum op op, const struct dict *a, value b)
{
    const struct type *t = result_type(a);
    struct dict *s;
    switch (op) {
    case OP_AND:
        return set_intersection(t, a, b);
    case OP_SUB:
        return set_difference(t, a, b);
    case OP_OR:
        s = set_copy(t, a);
        if (as_set(b) != a)
            set_update(s, b);
        return s;
    default:
        s = dict_of(set_from_iterable(t, b));
        set_toggle(s, from_ptr(a));
        return s;
    }
}

static void set_operate_inplace(enum op op, struct dict *s, value b)
{
    switch (op) {
    case OP_OR:
        set_update(s, b);
        break;
    case OP_AND:
        table_take(s, set_intersection(&type_set, s, b));
        break;
    case OP_SUB:
        set_subtract(s, b);
        break;
    default:
        set_toggle(s, b);
        break;
    }
}

static bool is_set_operator(enum op op)
{
    return op == OP_OR || op == OP_AND || op == OP_SUB || op == OP_XOR;
}

value set_binary_of(enum op op, value a, value b)
{
    return from_ptr(set_operate(op, dict_of(a), b));
}

/* ---- protocols ---- */

static value set_binary(enum op op, value a, value b)
{
    const struct dict *x = as_set(a);
    if (!is_set_operator(op) || !x || !as_set(b))
        return NOTIMPL;
    return from_ptr(set_operate(op, x, b));
}

value set_inplace(enum op op, value a, value b)
{
    set_operate_inplace(op, dict_of(a), b);
    return a;
}

static value set_slot_inplace(enum op op, value a, value b)
{
    return is_set_operator(op) && as_set(b) ? set_inplace(op, a, b) : NOTIMPL;
}

static hashcode hash_spread_bits(hashcode h)
{
    return (h ^ (h << 16) ^ 89869747) * 3644798167;
}

/* As CPython's (where both have 64 bits): the order of the items does not matter. */
static bool frozenset_hash(value self, hashcode *out)
{
    struct frozenset *s = (struct frozenset *)self;
    if (s->hash == 0) {
        hashcode h = 0;
        value k;
        int64_t known;
        for (uint32_t i = 0; set_next(&s->table, &i, &k, &known);)
            h ^= hash_spread_bits(known == HASH_UNKNOWN ? hash_of(k) : (hashcode)known);
        h ^= ((hashcode)s->table.live + 1) * 1927868237;
        h ^= (h >> 11) ^ (h >> 25);
        h = h * 69069 + 907133923;
        s->hash = h == (hashcode)-1 ? 590923713 : h;
    }
    *out = s->hash;
    return true;
}

static value set_compare(enum op op, value a, value b)
{
    const struct dict *x = dict_of(a), *y = as_set(b);
    if (!y)
        return NOTIMPL;
    check_c_stack();
    switch (op) {
    case OP_EQ:
        return from_bool(x->live == y->live && set_within(x, y));
    case OP_NE:
        return from_bool(!(x->live == y->live && set_within(x, y)));
    case OP_LT:
        return from_bool(x->live < y->live && set_within(x, y));
    case OP_LE:
        return from_bool(set_within(x, y));
    case OP_GT:
        return from_bool(x->live > y->live && set_within(y, x));
    default:
        return from_bool(set_within(y, x));
    }
}

static int set_contains(value self, value v)
{
    return set_has(dict_of(self), v);
}

static value set_iter(value self)
{
    return table_iter_new(self, ITER_SET, false);
}

static void set_repr(value self, struct printer *out)
{
    const struct dict *s = dict_of(self);
    value k;
    int64_t hash;
    bool first = true, frozen = is_frozen(s);
    if (s->live == 0 || repr_enter(self)) {
        print_format(out, s->live ? "%t(...)" : "%t()", self);
        return;
    }
    if (frozen)
        print_format(out, "%t(", self);
    print_char(out, '{');
    for (uint32_t i = 0; set_next(s, &i, &k, &hash); first = false) {
        if (!first)
            print_z(out, ", ");
        print_repr(out, k);
    }
    print_z(out, frozen ? "})" : "}");
    repr_leave(self);
}

/* ---- methods of both ---- */

static value method_copy(value self)
{
    struct dict *s = self_set(self);
    return is_frozen(s) ? from_ptr(s) : from_ptr(set_copy(&type_set, s));
}

/* intersection() and difference(): one operation after another, the first makes a new set. */
static value set_chain(enum op op, size_t n, value *args)
{
    struct dict *s = self_set(args[0]);
    if (n == 1)
        return from_ptr(set_copy(result_type(s), s));
    for (size_t i = 1; i < n; i++) {
        if (op == OP_AND || i == 1)
            s = set_operate(op, s, args[i]);
        else
            set_subtract(s, args[i]);
    }
    return from_ptr(s);
}

static value method_union(size_t n, value *args)
{
    struct dict *self = self_set(args[0]), *s = set_copy(result_type(self), self);
    for (size_t i = 1; i < n; i++) {
        if (as_set(args[i]) != self)
            set_update(s, args[i]);
    }
    return from_ptr(s);
}

static value method_intersection(size_t n, value *args)
{
    return set_chain(OP_AND, n, args);
}

static value method_difference(size_t n, value *args)
{
    return set_chain(OP_SUB, n, args);
}

static value method_symmetric_difference(value self, value other)
{
    return from_ptr(set_operate(OP_XOR, self_set(self), other));
}

static value method_issubset(value self, value other)
{
    if (ADDER_METHODS && !as_set(other) && !is_dict(other)) { /* no more of the others is asked for than it takes */
        struct dict *s = self_set(self), *found = set_new(&type_set);
        value it = get_iter(other);
        for (value x; (x = iter_next(it)) != STOP;) {
            if (!table_has(s, x, HASH_UNKNOWN)) continue;
            set_add(found, x);
            if (found->live == s->live) return TRUE;
        }
        return from_bool(s->live == 0);
    }
    return from_bool(set_within(self_set(self), need_set(other)));
}

static value method_issuperset(value self, value other)
{
    if (ADDER_METHODS && !as_set(other) && !is_dict(other)) {
        value it = get_iter(other);
        for (value x; (x = iter_next(it)) != STOP;)
            if (!table_has(self_set(self), x, HASH_UNKNOWN)) return FALSE;
        return TRUE;
    }
    return from_bool(set_within(need_set(other), self_set(self)));
}

static value method_isdisjoint(value self, value other)
{
    return from_bool(set_disjoint(self_set(self), need_set(other)));
}

/* ---- methods of set ---- */

static value method_init(size_t n, value *args)
{
    struct dict *s = self_set(args[0]);
    dict_clear(s);
    if (n > 1)
        set_update(s, args[1]);
    return NONE;
}

static value method_add(value self, value v)
{
    set_add(self_set(self), v);
    return NONE;
}

static value method_remove(value self, value v)
{
    if (!set_discard(self_set(self), v))
        raise_key_error(v);
    return NONE;
}

static value method_discard(value self, value v)
{
    set_discard(self_set(self), v);
    return NONE;
}

static value method_pop(value self)
{
    struct dict *s = self_set(self);
    if (s->live == 0)
        raise_error(&type_KeyError, "pop from an empty set");
    return set_take_one(s);
}

static value method_clear(value self)
{
    dict_clear(self_set(self));
    return NONE;
}

static value method_update(size_t n, value *args)
{
    struct dict *s = self_set(args[0]);
    for (size_t i = 1; i < n; i++)
        set_update(s, args[i]);
    return NONE;
}

static value method_intersection_update(size_t n, value *args)
{
    struct dict *s = self_set(args[0]);
    table_take(s, dict_of(set_chain(OP_AND, n, args)));
    return NONE;
}

static value method_difference_update(size_t n, value *args)
{
    struct dict *s = self_set(args[0]);
    for (size_t i = 1; i < n; i++)
        set_subtract(s, args[i]);
    return NONE;
}

static value method_symmetric_difference_update(value self, value other)
{
    set_toggle(self_set(self), other);
    return NONE;
}

METHOD1(m_copy, copy, method_copy);
METHODV(m_union, union, 1, 255, method_union);
METHODV(m_intersection, intersection, 1, 255, method_intersection);
METHODV(m_difference, difference, 1, 255, method_difference);
METHOD2(m_symmetric_difference, symmetric_difference, method_symmetric_difference);
METHOD2(m_issubset, issubset, method_issubset);
METHOD2(m_issuperset, issuperset, method_issuperset);
METHOD2(m_isdisjoint, isdisjoint, method_isdisjoint);
SLOTV(m_init, __init__, 1, 2, method_init);
METHOD2(m_add, add, method_add);
METHOD2(m_remove, remove, method_remove);
METHOD2(m_discard, discard, method_discard);
METHOD1(m_pop, pop, method_pop);
METHOD1(m_clear, clear, method_clear);
METHODV(m_update, update, 1, 255, method_update);
METHODV(m_intersection_update, intersection_update, 1, 255, method_intersection_update);
METHODV(m_difference_update, difference_update, 1, 255, method_difference_update);
METHOD2(m_symmetric_difference_update, symmetric_difference_update, method_symmetric_difference_update);

#define FROZEN_ATTRS (4 + 4 * ADDER_USUAL_METHODS + ADDER_METHODS) /* the first ones are all that a frozenset has */
static const struct attr set_attrs[] = {
    ATTR(copy, m_copy),
    ATTR(union, m_union),
    ATTR(intersection, m_intersection),
    ATTR(difference, m_difference),
    ATTR_USUAL(symmetric_difference, m_symmetric_difference)
    ATTR_USUAL(issubset, m_issubset)
    ATTR_USUAL(issuperset, m_issuperset)
    ATTR_USUAL(isdisjoint, m_isdisjoint)
    ATTR_MORE(__class_getitem__, class_getitem)
    ATTR(__init__, m_init),
    ATTR(add, m_add),
    ATTR(remove, m_remove),
    ATTR(discard, m_discard),
    ATTR(pop, m_pop),
    ATTR(clear, m_clear),
    ATTR(update, m_update),
    ATTR_USUAL(intersection_update, m_intersection_update)
    ATTR_USUAL(difference_update, m_difference_update)
    ATTR_USUAL(symmetric_difference_update, m_symmetric_difference_update)
};

static const struct slots set_slots = {
    .size = sizeof(struct set),
    .trace = table_trace,
    .make = set_make,
    .binary = set_binary,
    .inplace = set_slot_inplace,
    .compare = set_compare,
    .contains = set_contains,
    .iter = set_iter,
    .len = table_len,
    .repr = set_repr,
};

static const struct slots frozenset_slots = {
    .size = sizeof(struct frozenset),
    .trace = table_trace,
    .make = frozenset_make,
    .binary = set_binary,
    .compare = set_compare,
    .contains = set_contains,
    .iter = set_iter,
    .len = table_len,
    .hash = frozenset_hash,
    .repr = set_repr,
};

const struct type type_set = {
    .head = { &type_type },
    .slots = &set_slots,
    .flags = TYPE_BASE,
    .name = SYMBOL(S_set),
    TYPE_ATTRS(set_attrs),
    .base = &type_object,
};

const struct type type_frozenset = {
    .head = { &type_type },
    .slots = &frozenset_slots,
    .flags = TYPE_BASE,
    .name = SYMBOL(S_frozenset),
    .attrs = set_attrs,
    .nattrs = FROZEN_ATTRS,
    .base = &type_object,
};
#endif
