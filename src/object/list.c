/* list: a growing array of values in a buffer. Sorting is in sort.c. */
#include "layout.h"
#include "printer.h"
#include "sequence.h"
#include "text.h"

/* ---- making ---- */

/* Makes room for `want` items, and more, so that appending one by one stays cheap. */
static void list_room(struct list *l, size_t want)
{
    if (want <= l->cap)
        return;
    size_t more = (want >> 2) + (want < 4 ? 4 - want : 3);
    if (want + more > UINT32_MAX / 2)
        raise_memory_error();
    /* Where memory is short, less; but still more than one, as long as that can be had. */
    while (more && !heap_try_buffer_resize(&l->owner, (want + more) * sizeof(value), BUFFER_VALUES))
        more >>= 3;
    if (!more)
        heap_buffer_resize(&l->owner, want * sizeof(value), BUFFER_VALUES);
    l->cap = (uint32_t)(want + more);
}

/* Gives memory back when a list has become much shorter. */
static void list_shrink(struct list *l)
{
    if (l->len == 0) {
        heap_buffer_free(&l->owner);
        l->cap = 0;
    } else if (l->len < l->cap / 2 && l->cap > 16) {
        size_t cap = l->len + l->len / 8;
        if (heap_try_buffer_resize(&l->owner, cap * sizeof(value), BUFFER_VALUES))
            l->cap = (uint32_t)cap;
    }
}

/* A list of n items, which the caller fills in at once. */
static struct list *list_sized(size_t n)
{
    if (n > UINT32_MAX / 2)
        raise_memory_error();
    struct list *l = heap_object(&type_list, sizeof *l);
    if (n == 0)
        return l;
    heap_buffer(&l->owner, n * sizeof(value), BUFFER_VALUES);
    l->cap = l->len = (uint32_t)n;
    return l;
}

value list_new(size_t n, const value *items)
{
    struct list *l = list_sized(n);
    if (items && n) {
        memory_copy(list_items(l), items, n * sizeof(value));
    } else {
        for (size_t i = 0; i < n; i++)
            list_items(l)[i] = NONE;
    }
    return from_ptr(l);
}

value list_from_iterable(value it)
{
    value l = list_new(0, NULL);
    list_extend(list_of(l), it);
    return l;
}

static bool is_list_like(value v)
{
    return is_list(v) || is_list(unwrap(v));
}

/* The list that a method is called on. */
static struct list *self_list(value v)
{
    if (is_list(v))
        return list_of(v);
    value native = unwrap(v);
    if (!is_list(native))
        raise_type_error("descriptor requires a 'list' object but received a '%t'", v);
    return list_of(native);
}

/* ---- changing, for C code ---- */

void list_append(struct list *l, value v)
{
    if (l->len == l->cap)
        list_room(l, (size_t)l->len + 1);
    list_items(l)[l->len++] = v;
}

value list_pop(struct list *l, size_t index)
{
    value *items = list_items(l), v = items[index];
    memory_move_down(items + index + 1, (l->len - index - 1) * sizeof(value), sizeof(value));
    l->len--;
    if (l->len < l->cap / 4 && l->cap > 16)
        list_shrink(l);
    return v;
}

void list_insert(struct list *l, size_t index, value v)
{
    list_room(l, (size_t)l->len + 1);
    value *items = list_items(l);
    memory_move_up(items + index, (l->len - index) * sizeof(value), sizeof(value));
    items[index] = v;
    l->len++;
}

/* Appends n items, which may be its own. */
static void list_append_all(struct list *l, const value *items, size_t n)
{
    if (n == 0)
        return;
    list_room(l, l->len + n);
    memory_copy(list_items(l) + l->len, items, n * sizeof(value));
    l->len += (uint32_t)n;
}

void list_extend(struct list *l, value iterable)
{
    if (is_list(iterable)) {
        const struct list *from = list_of(iterable);
        if (from->len == 0)
            return;
        list_room(l, (size_t)l->len + from->len);
        list_append_all(l, list_items(from), from->len);
        return;
    }
    if (is_tuple(iterable)) {
        list_append_all(l, tuple_of(iterable)->items, tuple_of(iterable)->len);
        return;
    }
    struct iter_room at;
    value it = get_iter_at(&at, iterable);
    word hint = len_hint(iterable);
    if (hint > 8 && (size_t)hint < UINT32_MAX / 4)
        list_room(l, (size_t)l->len + (size_t)hint - (size_t)hint / 5);
    for (value x; (x = iter_next(it)) != STOP;) {
        list_append(l, x);
        if ((l->len & 1023) == 0)
            check_interrupt();
    }
}

struct list *list_view_of(value iterable)
{
    return list_of(is_list(iterable) ? iterable : list_from_iterable(iterable));
}

/* ---- slices ---- */

static value list_slice(const struct list *l, value slice)
{
    word start, stop, step;
    slice = plain_key(slice);
    size_t n = slice_bounds(slice, l->len, &start, &stop, &step);
    if (step == 1)
        return list_new(n, n ? list_items(l) + start : NULL);
    struct list *out = list_sized(n);
    value *to = list_items(out);
    const value *from = list_items(l);
    for (size_t i = 0; i < n; i++, start += step) {
        to[i] = from[start];
        check_break_large(i);
    }
    return from_ptr(out);
}

/* items[start : start + old] = n new items */
static void list_replace(struct list *l, size_t start, size_t old, const value *with, size_t n)
{
    if (n > old)
        list_room(l, l->len + (n - old));
    value *items = list_items(l), *rest = items + start + old;
    size_t bytes = (l->len - start - old) * sizeof(value);
    if (n > old)
        memory_move_up(rest, bytes, (n - old) * sizeof(value));
    else if (n < old)
        memory_move_down(rest, bytes, (old - n) * sizeof(value));
    if (n)
        memcpy(items + start, with, n * sizeof(value));
    l->len = l->len + (uint32_t)n - (uint32_t)old;
    if (l->len < l->cap / 2)
        list_shrink(l);
}

static void list_delete_steps(struct list *l, size_t n, word start, word step)
{
    if (n == 0)
        return;
    if (step < 0) {
        start += (word)(n - 1) * step;
        step = -step;
    }
    value *items = list_items(l);
    size_t to = (size_t)start, next = (size_t)start, left = n;
    for (size_t i = (size_t)start; i < l->len; i++) {
        if (i == next && left) {
            left--;
            next += (size_t)step;
        } else {
            items[to++] = items[i];
        }
    }
    l->len = (uint32_t)to;
    list_shrink(l);
}

static void list_set_slice(struct list *l, value slice, value v)
{
    word start, stop, step;
    struct list *with = NULL;
    slice = plain_key(slice);
    size_t n = slice_bounds(slice, l->len, &start, &stop, &step); /* may raise, before the items are looked at */
    if (v != UNDEF) {
        if (!is_iterable(v))
            raise_type_error("must assign iterable to extended slice");
        with = list_of(v) == l ? list_of(list_new(l->len, list_items(l))) : list_view_of(v);
        if (!is_list(v)) n = slice_bounds(slice, l->len, &start, &stop, &step); /* the iterator may have changed l */
    }
    if (step == 1) {
        list_replace(l, (size_t)start, n, with ? list_items(with) : NULL, with ? with->len : 0);
    } else if (!ADDER_USUAL_METHODS) {
        raise_value_error("steps are not in this build");
    } else if (!with) {
        list_delete_steps(l, n, start, step);
    } else {
        if (with->len != n)
            raise_value_error("attempt to assign sequence of size %zd to extended slice of size %zd",
                              (size_t)with->len, n);
        for (size_t i = 0; i < n; i++, start += step)
            list_items(l)[start] = list_items(with)[i];
    }
}

/* ---- protocols ---- */

static value list_getitem(value self, value key)
{
    struct list *l = list_of(self);
    if (is_int(key)) {
        word i = int_of(key);
        if (i < 0)
            i += l->len;
        if ((size_t)i < l->len)
            return list_items(l)[i];
    } else if (is_type(key, &type_slice)) {
        return list_slice(l, key);
    }
    key = plain_key(key);
    size_t i = need_index(key, l->len, "list");
    return list_items(l)[i];
}

static void list_setitem(value self, value key, value v)
{
    struct list *l = list_of(self);
    if (is_type(key, &type_slice)) {
        list_set_slice(l, key, v);
        return;
    }
    if (ADDER_METHODS ? !has_index(key) : !is_integer(key) && !slots_of(key)->index)
        raise_type_error("list indices must be integers or slices, not %t", key);
    word i = ADDER_METHODS ? need_index_size(key, &type_IndexError) : need_index_word(key);
    if (i < 0)
        i += l->len;
    if ((size_t)i >= l->len)
        raise_error(&type_IndexError, "list assignment index out of range");
    if (v == UNDEF)
        list_pop(l, (size_t)i);
    else
        list_items(l)[i] = v;
}

static value list_binary(enum op op, value a, value b)
{
    word times;
    if (op == OP_ADD && is_list(a) && is_list_like(b)) {
        const struct list *x = list_of(a), *y = list_of(unwrap(b));
        struct list *out = list_sized(x->len + (size_t)y->len);
        value *to = list_items(out);
        if (x->len)
            memory_copy(to, list_items(x), x->len * sizeof(value));
        if (y->len)
            memory_copy(to + x->len, list_items(y), y->len * sizeof(value));
        return from_ptr(out);
    }
    if (op == OP_MUL) {
        bool left = is_list(a);
        if (sequence_count(left ? b : a, SYMBOL(left ? S___rmul__ : S___mul__), &times)) {
            const struct list *l = list_of(left ? a : b);
            struct list *out = list_sized(sequence_total(l->len, times));
            sequence_fill(list_items(out), out->len, list_items(l), l->len);
            return from_ptr(out);
        }
    }
    return NOTIMPL;
}

static value list_inplace(enum op op, value a, value b)
{
    struct list *l = list_of(a);
    word times;
    if (op == OP_ADD) {
        if (has_own_operator(b, SYMBOL(S___radd__)))
            return NOTIMPL;
        list_extend(l, b);
        return a;
    }
    if (op != OP_MUL || !sequence_count(b, SYMBOL(S___rmul__), &times))
        return NOTIMPL;
    size_t n = l->len, total = sequence_total(n, times);
    if (total == 0) {
        l->len = 0;
        list_shrink(l);
        return a;
    }
    list_room(l, total);
    sequence_fill(list_items(l) + n, total - n, list_items(l), n);
    l->len = (uint32_t)total;
    return a;
}

static value list_compare(enum op op, value a, value b)
{
    b = unwrap(b);
    if (!is_list(b))
        return NOTIMPL;
    const struct list *x = list_of(a), *y = list_of(b);
    if (op >= OP_EQ && x->len != y->len)
        return from_bool(op == OP_NE);
    check_c_stack();
    for (size_t i = 0; i < x->len && i < y->len; i++) {
        value p = list_items(x)[i], q = list_items(y)[i];
        check_break_large(i);
        if (p == q || equal(p, q))
            continue;
        if (i >= x->len || i >= y->len)
            break;
        return op >= OP_EQ ? from_bool(op == OP_NE) : compare(op, p, q);
    }
    return sequence_compare_lengths(op, x->len, y->len);
}

/* The index of the first item in [start, stop) that equals v; -1: none. */
static word list_find(const struct list *l, value v, size_t start, size_t stop)
{
    for (size_t i = start; i < stop && i < l->len; i++) {
        value x = list_items(l)[i];
        if (x == v || equal(x, v))
            return (word)i;
        if ((i & 1023) == 1023)
            check_interrupt();
    }
    return -1;
}

static int list_contains(value self, value v)
{
    return list_find(list_of(self), v, 0, UINT32_MAX) >= 0;
}

static word list_len(value self)
{
    return list_of(self)->len;
}

static void list_trace(struct object *o)
{
    struct list *l = (struct list *)o;
    if (l->len)
        heap_visit_all(list_items(l), l->len);
}

static void list_repr(value self, struct printer *out)
{
    const struct list *l = list_of(self);
    if (repr_enter(self)) {
        print_z(out, "[...]");
        return;
    }
    print_char(out, '[');
    for (size_t i = 0; i < l->len; i++) {
        if (i)
            print_z(out, ", ");
        print_repr(out, list_items(l)[i]);
        check_break_large(i);
    }
    print_char(out, ']');
    repr_leave(self);
}

static value list_make(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    (void)t, (void)kwnames;
    args_count("list", n, nkw, 0, 1);
    return n ? list_from_iterable(args[0]) : list_new(0, NULL);
}

/* ---- methods ---- */

static value method_init(size_t n, value *args)
{
    struct list *l = self_list(args[0]);
    l->len = 0;
    list_shrink(l);
    if (n > 1)
        list_extend(l, args[1]);
    return NONE;
}

static value method_append(value self, value v)
{
    list_append(self_list(self), v);
    return NONE;
}

static value method_extend(value self, value iterable)
{
    list_extend(self_list(self), iterable);
    return NONE;
}

static value method_insert(value self, value index, value v)
{
    struct list *l = self_list(self);
    word i = need_word(index);
    if (i < 0)
        i += l->len;
    list_insert(l, i < 0 ? 0 : (size_t)i > l->len ? l->len : (size_t)i, v);
    return NONE;
}

static value method_pop(size_t n, value *args)
{
    struct list *l = self_list(args[0]);
    word i = n > 1 ? need_word(args[1]) : -1;
    if (l->len == 0)
        raise_error(&type_IndexError, "pop from empty list");
    if (i < 0)
        i += l->len;
    if ((size_t)i >= l->len)
        raise_error(&type_IndexError, "pop index out of range");
    return list_pop(l, (size_t)i);
}

static value method_remove(value self, value v)
{
    struct list *l = self_list(self);
    word i = list_find(l, v, 0, l->len);
    if (i < 0)
        raise_usual_value_error("list.remove(x): x not in list");
    if ((size_t)i < l->len)
        list_pop(l, (size_t)i);
    return NONE;
}

static value method_index(size_t n, value *args)
{
    struct list *l = self_list(args[0]);
    size_t start = n > 2 ? sequence_bound(args[2], l->len) : 0;
    size_t stop = n > 3 ? sequence_bound(args[3], l->len) : l->len;
    word i = list_find(l, args[1], start, stop);
    if (i < 0)
        raise_usual_value_error("%r is not in list", args[1]);
    return from_int(i);
}

static value method_count(value self, value v)
{
    const struct list *l = self_list(self);
    word count = 0;
    for (size_t i = 0; i < l->len; i++) {
        value x = list_items(l)[i];
        count += x == v || equal(x, v);
        if ((i & 1023) == 1023)
            check_interrupt();
    }
    return from_int(count);
}

static value method_clear(value self)
{
    struct list *l = self_list(self);
    l->len = 0;
    list_shrink(l);
    return NONE;
}

static value method_copy(value self)
{
    const struct list *l = self_list(self);
    return list_new(l->len, list_items(l));
}

static value method_reverse(value self)
{
    struct list *l = self_list(self);
    for (size_t i = 0, j = l->len; i + 1 < j; i++) {
        j--;
        value v = list_items(l)[i];
        list_items(l)[i] = list_items(l)[j];
        list_items(l)[j] = v;
    }
    return NONE;
}

static value method_sort(size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym params[] = { S_key, S_reverse };
    value given[2];
    struct list *l = self_list(args[0]);
    args_bind("sort", n, args, nkw, kwnames, 1, 2, params, 0, 0, given);
    value key = given[0] == UNDEF || given[0] == NONE ? UNDEF : given[0];
    list_sort(l, key, given[1] != UNDEF && truth(given[1]));
    return NONE;
}

static value method_reversed(value self)
{
    return reversed_new(unwrap(self)); /* whatever a subclass says of its length and items */
}

static const struct slots list_slots = {
    .size = sizeof(struct list),
    .trace = list_trace,
    .make = list_make,
    .binary = list_binary,
    .inplace = list_inplace,
    .compare = list_compare,
    .getitem = list_getitem,
    .setitem = list_setitem,
    .contains = list_contains,
    .iter = seq_iter_new,
    .len = list_len,
    .repr = list_repr,
};

SLOTV(m_init, __init__, 1, 2, method_init);
METHOD2(m_append, append, method_append);
METHOD2(m_extend, extend, method_extend);
METHOD3(m_insert, insert, method_insert);
METHODV(m_pop, pop, 1, 2, method_pop);
METHOD2(m_remove, remove, method_remove);
METHODV(m_index, index, 2, 4, method_index);
METHOD2(m_count, count, method_count);
METHOD1(m_clear, clear, method_clear);
METHOD1(m_copy, copy, method_copy);
METHOD1(m_reverse, reverse, method_reverse);
METHODK(m_sort, sort, 1, 3, method_sort);
METHOD1(m_reversed, __reversed__, method_reversed);

static const struct attr list_attrs[] = {
    ATTR(__init__, m_init),
    ATTR(append, m_append),
    ATTR(extend, m_extend),
    ATTR(insert, m_insert),
    ATTR(pop, m_pop),
    ATTR(remove, m_remove),
    ATTR(index, m_index),
    ATTR(count, m_count),
    ATTR(clear, m_clear),
    ATTR(copy, m_copy),
    ATTR(reverse, m_reverse),
    ATTR(sort, m_sort),
    ATTR_MORE(__reversed__, m_reversed)
    ATTR_MORE(__class_getitem__, class_getitem)
};

const struct type type_list = {
    .head = { &type_type },
    .slots = &list_slots,
    .flags = TYPE_BASE | TYPE_SEQUENCE | TYPE_NO_WEAK,
    .name = SYMBOL(S_list),
    TYPE_ATTRS(list_attrs),
    .base = &type_object,
};
