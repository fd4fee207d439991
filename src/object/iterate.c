/* Iteration: iter() and next() on any value, and the iterators that are not one type's own:
 * sequences by index, callables, enumerate, zip, map, filter, reversed. */
#include "dict_inline.h"
#include "item.h"
#include "sequence.h"
#include "../value/utf8.h"

value get_iter(value o)
{
    const struct slots *s = slots_of(o);
    if (s->iter)
        return s->iter(o);
    if (s->getitem && s->len)
        return seq_iter_new(o);
    raise_usual_type_error("'%t' object is not iterable", o);
}

/* ---- iterators in C's stack ---- */

static struct iter_room *room; /* where the next iterator object is to be placed; or NULL */

void *iterator_object(const struct type *t, size_t size)
{
    struct object *it = (struct object *)room;
    if (!it || size > sizeof *room)
        return heap_object(t, size);
    room = NULL;
    memset(it, 0, size);
    it->type = t;
    return it;
}

value get_iter_at(struct iter_room *at, value o)
{
    const struct type *t = is_obj(o) ? obj_of(o)->type : NULL;
    bool plain = t == &type_list || t == &type_tuple || t == &type_range || t == &type_dict || is_set_type(t) ||
                 (t && t->slots->iter == item_iter); /* they make one, and do nothing else */
    room = plain ? at : NULL;
    value it = get_iter(o);
    room = NULL;
    return it;
}

static value seq_iter_next(value self);
static const struct slots seq_iter_slots;

/* Every loop in C over an iterator passes here, and any iterator may be endless: so Ctrl-C is looked for. */
value iter_next(value it)
{
    check_interrupt();
    const struct slots *s = slots_of(it);
    if (s == &seq_iter_slots)
        return seq_iter_next(it);
    if (!s->next)
        raise_usual_type_error("'%t' object is not an iterator", it);
    return s->next(it);
}

static value iter_self(value self)
{
    return self;
}

/* ---- sequences by index ---- */

static const struct type type_seq_iter;
#if ADDER_METHODS
static const struct type type_tuple_iter;

/* They differ in their names. */
static const struct type *seq_iter_type(value seq)
{
    if (is_list(seq)) return &type_list_iter;
    if (is_tuple(seq)) return &type_tuple_iter;
    if (is_str(seq)) return str_view(seq).ascii ? &type_ascii_iter : &type_str_iter;
    return is_memoryview(seq) ? &type_memory_iter : &type_seq_iter;
}
#else
#define seq_iter_type(seq) (&type_seq_iter)
#endif

/* Of a str, the index counts bytes: see str_next. */
value seq_iter_new(value seq)
{
    struct seq_iter *it = iterator_object(seq_iter_type(seq), sizeof *it);
    it->seq = seq;
    return from_ptr(it);
}

/* get_item(seq, index), or STOP at the end, which an IndexError or StopIteration tells. */
static value protected_item(void *arg)
{
    const struct seq_iter *it = arg;
    return get_item(it->seq, from_int((word)it->index));
}

static value item_or_stop(struct seq_iter *it)
{
    value r;
    if (protect(protected_item, it, &r))
        return r;
    if (exception_matches(r, from_ptr(&type_IndexError)) || exception_matches(r, from_ptr(&type_StopIteration)))
        return STOP;
    raise(r);
}

static value seq_iter_next(value self)
{
    struct seq_iter *it = (struct seq_iter *)self;
    value r = STOP;
    if (it->seq == UNDEF)
        return STOP;
    if (is_list(it->seq)) {
        if (it->index < list_of(it->seq)->len)
            return list_items(list_of(it->seq))[it->index++];
    } else if (is_tuple(it->seq)) {
        if (it->index < tuple_of(it->seq)->len)
            return tuple_of(it->seq)->items[it->index++];
    } else if (is_str(it->seq)) {
        r = str_next(it->seq, &it->index); /* counts bytes */
    } else {
        word len = type_of(it->seq)->flags & TYPE_HEAP ? -1 : len_of(it->seq);
        if (len < 0)
            r = item_or_stop(it);
        else if (it->index < (size_t)len)
            r = get_item(it->seq, from_int((word)it->index));
        it->index++;
    }
    if (r == STOP)
        it->seq = UNDEF;
    return r;
}

static void seq_iter_trace(struct object *o)
{
    heap_visit(&((struct seq_iter *)o)->seq);
}

static value seq_iter_hint(value self)
{
    const struct seq_iter *it = (const struct seq_iter *)self;
    if (slots_of(self) != &seq_iter_slots) need_self(self, &type_seq_iter);
    if (it->seq == UNDEF)
        return from_int(0);
    if (is_str(it->seq)) {
        struct view text = str_view(it->seq);
        return from_int((word)utf8_count(text.data + it->index, text.len - it->index));
    }
    word len = len_hint(it->seq);
    return len < 0 ? NOTIMPL : from_int(len > (word)it->index ? len - (word)it->index : 0);
}

static const struct slots seq_iter_slots = {
    .size = sizeof(struct seq_iter),
    .trace = seq_iter_trace,
    .iter = iter_self,
    .next = seq_iter_next,
};

METHOD1(m_seq_iter_hint, __length_hint__, seq_iter_hint);

static const struct attr seq_iter_attrs[] = {
    ATTR_MORE(__length_hint__, m_seq_iter_hint) ATTR_MORE(__setstate__, iter_setstate_method)
};

#define SEQ_ITER(id, name_)                                                                                  \
    const struct type id = {                                                                                 \
        {&type_type}, .slots = &seq_iter_slots, .name = SYMBOL(name_), TYPE_ATTRS(seq_iter_attrs), .base = &type_object}
static SEQ_ITER(type_seq_iter, S_iterator);
#if ADDER_METHODS
SEQ_ITER(type_list_iter, S_list_iterator);
static SEQ_ITER(type_tuple_iter, S_tuple_iterator);
SEQ_ITER(type_str_iter, S_str_iterator);
SEQ_ITER(type_ascii_iter, S_str_ascii_iterator);
const struct type type_memory_iter = {
    {&type_type}, .slots = &seq_iter_slots, .name = SYMBOL(S_memory_iterator), .base = &type_object};
#endif

/* ---- reversed: `index` items are still to come ---- */

#if ADDER_METHODS
#define LIST_REVERSED &type_list_reversed /* lists' have a type of their own */
#else
#define LIST_REVERSED &type_reversed
#endif

value reversed_new(value seq)
{
    struct seq_iter *it = heap_object(is_list(seq) ? LIST_REVERSED : &type_reversed, sizeof *it);
    it->seq = seq;
    it->index = (size_t)len_of(seq);
    return from_ptr(it);
}

/* The item at index it->index - 1, or STOP. */
static value item_before(struct seq_iter *it)
{
    struct seq_iter at = { .seq = it->seq, .index = it->index - 1 };
    if (it->index == 0)
        return STOP;
    it->index = 0; /* so an error ends the iterator */
    if (is_list(at.seq))
        return at.index < list_of(at.seq)->len ? list_items(list_of(at.seq))[at.index] : STOP;
    if (has_instance_layout(at.seq))
        return item_or_stop(&at);
    return at.index < (size_t)len_of(at.seq) ? get_item(at.seq, from_int((word)at.index)) : STOP;
}

static value reversed_next(value self)
{
    struct seq_iter *it = (struct seq_iter *)self;
    size_t index = it->index;
    value r = item_before(it);
    if (r == STOP)
        it->seq = UNDEF;
    else
        it->index = index - 1;
    return r;
}

static value reversed_make(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    (void)kwnames;
    if (ADDER_METHODS && t == LIST_REVERSED) raise_type_error("cannot create '%v' instances", t->name);
    args_count("reversed", n, nkw, 1, 1);
    value seq = args[0];
    if (is_list(seq) || is_tuple(seq) || is_str(seq))
        return reversed_new(seq);
    value f = find_special(seq, SYMBOL(S___reversed__));
    if (f != UNDEF && f != NONE)
        return call0(f);
    bool by_index = has_instance_layout(seq) ? find_special(seq, SYMBOL(S___getitem__)) != UNDEF
                                             : slots_of(seq)->getitem && slots_of(seq)->len;
    if (!by_index || as_dict(seq) || f == NONE)
        raise_type_error("'%t' object is not reversible", seq);
    return reversed_new(seq);
}

static value reversed_hint(value self)
{
    if (!is_type(self, LIST_REVERSED)) self = need_self(self, &type_reversed);
    const struct seq_iter *it = (const struct seq_iter *)self;
    bool shrunk = it->index > 0 && it->index > (size_t)len_of(it->seq);
    return from_int(shrunk ? 0 : (word)it->index);
}

static const struct slots reversed_slots = {
    .size = sizeof(struct seq_iter),
    .trace = seq_iter_trace,
    .make = reversed_make,
    .iter = iter_self,
    .next = reversed_next,
};

METHOD1(m_reversed_hint, __length_hint__, reversed_hint);

static const struct attr reversed_attrs[] = {
    ATTR_MORE(__length_hint__, m_reversed_hint) ATTR_MORE(__setstate__, iter_setstate_method)
};

#if ADDER_METHODS
const struct type type_list_reversed = {
    .head = { &type_type },
    .slots = &reversed_slots,
    .flags = TYPE_NO_WEAK,
    .name = SYMBOL(S_list_reverseiterator),
    TYPE_ATTRS(reversed_attrs),
    .base = &type_object,
};
#endif

const struct type type_reversed = {
    .head = { &type_type },
    .slots = &reversed_slots,
    .flags = TYPE_BASE | TYPE_BY_NEW | TYPE_NO_WEAK,
    .name = SYMBOL(S_reversed),
    TYPE_ATTRS(reversed_attrs),
    .base = &type_object,
};

/* ---- the iterators that hold two values: enumerate, filter, iter(f, sentinel) ---- */

static void pair_iter_trace(struct object *o)
{
    struct pair_iter *p = (struct pair_iter *)o;
    heap_visit(&p->it);
    heap_visit(&p->other);
}

static value pair_iter_new(const struct type *t, value it, value other)
{
    struct pair_iter *p = heap_object(t, sizeof *p);
    p->it = it;
    p->other = other;
    return from_ptr(p);
}

static value enumerate_make(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    (void)t;
    static const sym params[] = { S_iterable, S_start };
    value given[2];
    for (size_t i = 0; ADDER_METHODS && n + nkw <= 2 && i < nkw; i++) { /* the only one, or behind the iterable: start */
        bool may_be_iterable = n == 0, may_be_start = n + nkw == 2;
        if ((kwnames[i] != SYMBOL(S_iterable) || !may_be_iterable) && (kwnames[i] != SYMBOL(S_start) || !may_be_start))
            raise_type_error("'%v' is an invalid keyword argument for enumerate()", kwnames[i]);
    }
    if (ADDER_METHODS && n + nkw == 0) raise_type_error("enumerate() missing required argument 'iterable'");
    args_bind("enumerate", n, args, nkw, kwnames, 0, 2, params, 2, 1, given);
    value start = given[1] == UNDEF ? from_int(0) : need_integer(given[1]);
    return pair_iter_new(&type_enumerate, get_iter(given[0]), start);
}

static bool enumerate_step(struct pair_iter *p, value *pair)
{
    check_c_stack(); /* here and below: iterators of iterators of iterators ... */
    value x = iter_next(p->it);
    if (x == STOP)
        return false;
    pair[0] = p->other;
    pair[1] = x;
    p->other = binary(OP_ADD, p->other, from_int(1));
    return true;
}

static value enumerate_next(value self)
{
    value pair[2];
    return enumerate_step((struct pair_iter *)self, pair) ? tuple_pair(pair[0], pair[1]) : STOP;
}

static const struct slots enumerate_slots = {
    .size = sizeof(struct pair_iter),
    .trace = pair_iter_trace,
    .make = enumerate_make,
    .iter = iter_self,
    .next = enumerate_next,
};

static const struct attr enumerate_attrs[] = {
    ATTR_MORE(__class_getitem__, class_getitem)
};

const struct type type_enumerate = {
    .head = { &type_type },
    .slots = &enumerate_slots,
    .flags = TYPE_BASE | TYPE_BY_NEW | TYPE_NO_WEAK,
    .name = SYMBOL(S_enumerate),
    TYPE_ATTRS(enumerate_attrs),
    .base = &type_object,
};

static value filter_make(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    (void)t, (void)kwnames;
    args_count("filter", n, nkw, 2, 2);
    return pair_iter_new(&type_filter, get_iter(args[1]), args[0]);
}

static value filter_next(value self)
{
    struct pair_iter *p = (struct pair_iter *)self;
    check_c_stack();
    bool plain = p->other == NONE || p->other == from_ptr(&type_bool);
    for (value x; (x = iter_next(p->it)) != STOP;) {
        if (truth(plain ? x : call1(p->other, x)))
            return x;
        check_interrupt();
    }
    return STOP;
}

static const struct slots filter_slots = {
    .size = sizeof(struct pair_iter),
    .trace = pair_iter_trace,
    .make = filter_make,
    .iter = iter_self,
    .next = filter_next,
};

const struct type type_filter = {
    .head = { &type_type },
    .slots = &filter_slots,
    .flags = TYPE_BASE | TYPE_BY_NEW | TYPE_NO_WEAK,
    .name = SYMBOL(S_filter),
    .base = &type_object,
};

value callable_iter_new(value f, value sentinel)
{
    if (!is_callable(f))
        raise_type_error("iter(v, w): v must be callable");
    return pair_iter_new(&type_callable_iter, f, sentinel);
}

static value callable_iter_next(value self)
{
    struct pair_iter *p = (struct pair_iter *)self;
    if (p->it == UNDEF)
        return STOP;
    check_interrupt(); /* it may go on for ever */
    check_c_stack();
    value x = call0(p->it);
    if (p->it == UNDEF || !equal(x, p->other))
        return p->it == UNDEF ? STOP : x;
    p->it = UNDEF;
    return STOP;
}

static const struct slots callable_iter_slots = {
    .size = sizeof(struct pair_iter),
    .trace = pair_iter_trace,
    .iter = iter_self,
    .next = callable_iter_next,
};

const struct type type_callable_iter = {
    .head = { &type_type },
    .slots = &callable_iter_slots,
    .name = SYMBOL(S_callable_iterator),
    .base = &type_object,
};

/* ---- the iterators over several iterables: zip, map ---- */

static void multi_iter_trace(struct object *o)
{
    struct multi_iter *m = (struct multi_iter *)o;
    heap_visit(&m->function);
    heap_visit(&m->its);
}

static value multi_iter_new(const struct type *t, const char *name, value function, size_t n, const value *iterables,
                            size_t nkw, const value *kwnames)
{
    bool strict = false;
    if (ADDER_METHODS && nkw > 1) raise_type_error("%s() takes at most 1 keyword argument (%zd given)", name, (word)nkw);
    for (size_t i = 0; i < nkw; i++) {
        if (kwnames[i] != SYMBOL(S_strict))
            raise_usual_type_error("%s() got an unexpected keyword argument '%v'", name, kwnames[i]);
        strict = truth(iterables[n + i]);
    }
    struct multi_iter *m = heap_object(t, sizeof *m);
    m->function = function;
    m->strict = strict;
    m->its = tuple_new(n, NULL);
    for (size_t i = 0; i < n; i++)
        tuple_of(m->its)->items[i] = get_iter(iterables[i]);
    return from_ptr(m);
}

static value zip_make(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    (void)t;
    return multi_iter_new(&type_zip, "zip", UNDEF, n, args, nkw, kwnames);
}

static value map_make(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    (void)t;
    if (n < 2)
        raise_type_error("map() must have at least two arguments.");
    return multi_iter_new(&type_map, "map", args[0], n - 1, args + 1, nkw, kwnames);
}

static _Noreturn void raise_lengths(const char *name, size_t i, const char *which)
{
    raise_value_error(i > 1 ? "%s() argument %zd is %s than arguments 1-%zd" : "%s() argument %zd is %s than argument %zd",
                      name, i + 1, which, i);
}

/* Iterator number i has ended: with strict, the others must have too. */
static void multi_iter_ended(struct multi_iter *m, const struct tuple *its, size_t i)
{
    const char *name = m->function == UNDEF ? "zip" : "map";
    if (!m->strict)
        return;
    if (i > 0)
        raise_lengths(name, i, "shorter");
    for (size_t j = 1; j < its->len; j++) {
        if (iter_next(its->items[j]) != STOP)
            raise_lengths(name, j, "longer");
    }
}

/* The next item of each, in out; false: one has ended. */
static bool multi_iter_step(struct multi_iter *m, struct tuple *its, value *out)
{
    check_c_stack();
    for (size_t i = 0; i < its->len; i++) {
        value x = iter_next(its->items[i]);
        if (x == STOP) {
            multi_iter_ended(m, its, i);
            return false;
        }
        out[i] = x;
    }
    return true;
}

static value zip_next(value self)
{
    struct multi_iter *m = (struct multi_iter *)self;
    if (tuple_of(m->its)->len == 0)
        return STOP;
    struct tuple *its = tuple_of(m->its);
    value few[4];
    if (its->len == 2)
        return multi_iter_step(m, its, few) ? tuple_pair(few[0], few[1]) : STOP;
    if (its->len <= 4)
        return multi_iter_step(m, its, few) ? tuple_new(its->len, few) : STOP;
    value out = tuple_new(its->len, NULL);
    return multi_iter_step(m, its, tuple_of(out)->items) ? out : STOP;
}

enum pair_step iter_next_pair(value it, value *pair)
{
    const struct type *t = is_obj(it) ? obj_of(it)->type : NULL;
    if (is_items_iter(it))
        return dict_items_next_pair(it, pair);
    if (t == &type_enumerate)
        return enumerate_step((struct pair_iter *)it, pair) ? PAIR_GOT : PAIR_END;
    if (t != &type_zip)
        return PAIR_OTHER;
    struct multi_iter *m = (struct multi_iter *)it;
    if (m->its == UNDEF)
        return PAIR_END;
    struct tuple *its = tuple_of(m->its);
    if (its->len != 2)
        return PAIR_OTHER;
    return multi_iter_step(m, its, pair) ? PAIR_GOT : PAIR_END;
}

static value map_next(value self)
{
    struct multi_iter *m = (struct multi_iter *)self;
    struct tuple *its = tuple_of(m->its);
    value few[4];
    if (its->len <= 4)
        return multi_iter_step(m, its, few) ? call(m->function, its->len, few) : STOP;
    volatile value many = tuple_new(its->len, NULL); /* volatile: so that the stack keeps it alive */
    value *args = tuple_of(many)->items;
    return multi_iter_step(m, its, args) ? call(m->function, its->len, args) : STOP;
}

static const struct slots zip_slots = {
    .size = sizeof(struct multi_iter),
    .trace = multi_iter_trace,
    .make = zip_make,
    .iter = iter_self,
    .next = zip_next,
};

static const struct attr multi_iter_attrs[] = {
    ATTR_MORE(__setstate__, iter_setstate_method)
};

const struct type type_zip = {
    .head = { &type_type },
    .slots = &zip_slots,
    .flags = TYPE_BASE | TYPE_BY_NEW | TYPE_NO_WEAK,
    .name = SYMBOL(S_zip),
    TYPE_ATTRS(multi_iter_attrs),
    .base = &type_object,
};

static const struct slots map_slots = {
    .size = sizeof(struct multi_iter),
    .trace = multi_iter_trace,
    .make = map_make,
    .iter = iter_self,
    .next = map_next,
};

const struct type type_map = {
    .head = { &type_type },
    .slots = &map_slots,
    .flags = TYPE_BASE | TYPE_BY_NEW | TYPE_NO_WEAK,
    .name = SYMBOL(S_map),
    TYPE_ATTRS(multi_iter_attrs),
    .base = &type_object,
};
