/* Copies of built-in iterators under way: what __reduce__() tells of them, and __setstate__(). Both are one
 * function for all of them. */
#include "../value/utf8.h"
#include "../vm/vm.h"
#include "class.h"
#include "number.h"

#if ADDER_METHODS
/* make(*args), and __setstate__(state) if there is one. */
static value parts(value make, value args, value state)
{
    value items[] = {make, args, state};
    return tuple_new(state == UNDEF ? 2 : 3, items);
}

static value parts_of_iter(value first, value second, value state)
{
    value args[] = {first, second};
    value iter = get_attr(vm_hooks.import(SYMBOL(S_builtins), NONE, 0), SYMBOL(S_iter));
    return parts(iter, tuple_new(second == UNDEF ? 1 : 2, args), state);
}

/* What an iterator that has ended is one of: nothing, of the same kind if the iterator's type tells it. */
static value nothing_of(const struct type *t)
{
    if (t == &type_list_iter || t == &type_list_reversed) return list_from_iterable(from_ptr(&empty_tuple));
    return t == &type_str_iter || t == &type_ascii_iter ? str_new("", 0) : from_ptr(&empty_tuple);
}

static value seq_iter_parts(const struct seq_iter *it)
{
    if (it->seq == UNDEF) return parts_of_iter(nothing_of(it->head.type), UNDEF, UNDEF);
    size_t done = is_str(it->seq) ? utf8_count(str_view(it->seq).data, it->index) : it->index;
    return parts_of_iter(it->seq, UNDEF, from_int((word)done));
}

/* Its state is the index of the next item, one less than that in the struct: -1 before it has seen that there are no
 * more. (A list's ends with its last item.) */
static value reversed_parts(const struct type *t, const struct seq_iter *it)
{
    bool of_list = t == &type_list_reversed, ended = of_list ? it->index == 0 : it->seq == UNDEF;
    value seq = ended ? nothing_of(it->head.type) : it->seq;
    return parts(from_ptr(of_list ? &type_reversed : t), tuple_new(1, &seq),
                 ended ? UNDEF : from_int((word)it->index - 1));
}

static value range_iter_parts(const struct range_iter *it)
{
    value args[] = {it->next, binary(OP_ADD, it->next, binary(OP_MUL, it->left, it->step)), it->step};
    return parts_of_iter(call(from_ptr(&type_range), 3, args), UNDEF, NONE);
}

/* A list of the items that are left. */
static value table_iter_parts(const struct table_iter *it)
{
    struct table_iter rest = *it;
    return parts_of_iter(list_from_iterable(from_ptr(&rest)), UNDEF, UNDEF);
}

static value multi_iter_parts(const struct type *t, const struct multi_iter *it)
{
    value args = it->its;
    if (it->function != UNDEF) args = binary(OP_ADD, tuple_new(1, &it->function), args);
    return parts(from_ptr(t), args, it->strict ? TRUE : UNDEF);
}

static value pair_iter_parts(const struct type *t, const struct pair_iter *it)
{
    if (it->head.type == &type_callable_iter) {
        bool ended = it->it == UNDEF;
        return parts_of_iter(ended ? from_ptr(&empty_tuple) : it->it, ended ? UNDEF : it->other, UNDEF);
    }
    bool filter = it->head.type == &type_filter;
    return parts(from_ptr(t), tuple_pair(filter ? it->other : it->it, filter ? it->it : it->other), UNDEF);
}

value iter_parts(value self)
{
    const struct type *t = type_of(self);
    const struct slots *s = native_slots(&self);
    const void *it = obj_of(self);
    if (t == &type_memory_iter) return UNDEF;
    if (s == type_list_iter.slots || s == type_bytes_iter.slots) return seq_iter_parts(it);
    if (s == type_reversed.slots) return reversed_parts(t, it);
    if (s == type_range_iter.slots) return range_iter_parts(it);
    if (s == type_set_iter.slots) return table_iter_parts(it);
    if (s == type_zip.slots || s == type_map.slots) return multi_iter_parts(t, it);
    if (s == type_enumerate.slots || s == type_filter.slots || s == type_callable_iter.slots)
        return pair_iter_parts(t, it);
    return UNDEF;
}

/* ---- __setstate__ ---- */

/* The state of an iterator by index: an int from -1 to what a small int holds with some to spare. */
static word need_state(value state)
{
    if (!is_integer(state)) raise_type_error("an integer is required");
    word i = need_word(state), most = SMALL_MAX / 2;
    return i < -1 ? -1 : i < most ? i : most;
}

static void seq_iter_set(struct seq_iter *it, value state)
{
    word index = need_state(state);
    if (it->seq == UNDEF) return;
    it->index = index < 0 ? 0 : (size_t)index;
    if (is_str(it->seq)) {
        struct view text = str_view(it->seq);
        it->index = utf8_offset(text.data, text.len, it->index); /* it counts bytes */
    }
    if (index < 0 && is_list(it->seq)) it->seq = UNDEF; /* that ends it; others begin anew */
}

static void reversed_set(struct seq_iter *it, value state)
{
    size_t index = (size_t)(need_state(state) + 1), len = it->seq == UNDEF ? 0 : (size_t)len_of(it->seq);
    it->index = index < len ? index : len;
}

/* So many more of the numbers are done. */
static void range_iter_set(struct range_iter *it, value state)
{
    value done = need_integer(state);
    if (truth(compare(OP_LT, done, from_int(0)))) done = from_int(0);
    if (truth(compare(OP_GT, done, it->left))) done = it->left;
    it->next = binary(OP_ADD, it->next, binary(OP_MUL, done, it->step));
    it->left = binary(OP_SUB, it->left, done);
}

static value iter_setstate(value self, value state)
{
    value native = unwrap(self);
    const struct slots *s = slots_of(native);
    if (s == type_zip.slots || s == type_map.slots)
        ((struct multi_iter *)native)->strict = truth(state);
    else if (s == type_reversed.slots)
        reversed_set((struct seq_iter *)native, state);
    else if (s == type_range_iter.slots)
        range_iter_set((struct range_iter *)native, state);
    else if (s == type_bytes_iter.slots)
        seq_iter_set((struct seq_iter *)native, state);
    else
        seq_iter_set((struct seq_iter *)need_self(self, &type_list_iter), state);
    return NONE;
}

const struct cfunction iter_setstate_method = {
    { &type_builtin_function }, S___setstate__, CF_2, 2, 2, CF_METHOD, { .f2 = iter_setstate },
};
#endif
