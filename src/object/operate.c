/* Operators and the other protocols that C code and the machine use on any value: arithmetic,
 * comparison, truth, hash, length, items. Each has short cuts for the commonest types, and then
 * goes by the slots of the operands' types, in the order that the language prescribes. */
#include "class.h"
#include "printer.h"
#include "text.h"

static const char op_names[][4] = {
    "+", "-", "*", "/", "//", "%", "&", "|", "^", "<<", ">>", "**", "@", "<", "<=", ">", ">=", "==", "!=",
};

/* ---- numbers ---- */

/* Integers up to this convert to a real without rounding. */
#define REAL_EXACT ((word)1 << (ADDER_DOUBLE && WORD_BITS > 32 ? 53 : ADDER_DOUBLE ? 30 : 24))

static inline bool is_exact(word i)
{
    return i >= -REAL_EXACT && i <= REAL_EXACT;
}

static inline bool quick_real(value v, real *out)
{
    if (is_tagged_float(v)) {
        *out = tagged_float(v);
        return true;
    }
    if (is_int(v)) {
        *out = (real)int_of(v);
        return is_exact(int_of(v));
    }
    if (!is_type(v, &type_float))
        return false;
    *out = ((struct float_object *)v)->x;
    return true;
}

/* Two small ints. What overflows, and what needs care with zero, is left to int_binary(). */
static value small_binary(enum op op, value a, value b)
{
    word x = int_of(a), y = int_of(b), r;
    switch (op) {
    case OP_ADD:
        if (!__builtin_add_overflow((word)(a - 1), (word)b, &r))
            return (value)r;
        break;
    case OP_SUB:
        if (!__builtin_sub_overflow((word)a, (word)(b - 1), &r))
            return (value)r;
        break;
    case OP_MUL:
        if (!__builtin_mul_overflow((word)(a - 1), y, &r))
            return (value)r + 1;
        break;
    case OP_DIV:
        if (y != 0 && is_exact(x) && is_exact(y))
            return from_real((real)x / (real)y);
        break;
    case OP_FLOORDIV:
        if (y == 0 || y == -1)
            break;
        r = x / y;
        return from_int(r - ((x ^ y) < 0 && r * y != x));
    case OP_MOD:
        if (y == 0 || y == -1)
            break;
        r = x % y;
        return from_int(r != 0 && (r ^ y) < 0 ? r + y : r);
    case OP_AND:
        return a & b;
    case OP_OR:
        return a | b;
    case OP_XOR:
        return (a ^ b) | 1;
    case OP_SHL:
        if (y < 0 || y >= WORD_BITS - 1)
            break;
        r = (word)((value)x << y);
        if (r >> y == x && fits_small(r))
            return from_int(r);
        break;
    case OP_SHR:
        if (y < 0)
            break;
        return from_int(x >> (y < WORD_BITS ? y : WORD_BITS - 1));
    default:
        break;
    }
    return int_binary(op, a, b);
}

/* The four operations on floats; NOTIMPL for the others. */
static value real_binary(enum op op, real x, real y)
{
    switch (op) {
    case OP_ADD:
        return from_real(x + y);
    case OP_SUB:
        return from_real(x - y);
    case OP_MUL:
        return from_real(x * y);
    case OP_DIV:
        return y == 0 ? NOTIMPL : from_real(x / y);
    default:
        return NOTIMPL;
    }
}

/* ---- binary operators ---- */

static bool is_strict_subtype(value b, value a)
{
    const struct type *ta = type_of(a), *tb = type_of(b);
    return ta != tb && type_is_subtype(tb, ta);
}

/* By the slots: that of the more specific operand first, else the left one's. */
static value binary_by_slots(enum op op, value a, value b)
{
    const struct slots *sa = slots_of(a), *sb = slots_of(b);
    value r = NOTIMPL;
    if (sb->binary == sa->binary)
        return sa->binary ? sa->binary(op, a, b) : NOTIMPL;
    if (sb->binary && is_strict_subtype(b, a)) {
        const struct slots *first = sb;
        sb = sa;
        sa = first;
    }
    if (sa->binary)
        r = sa->binary(op, a, b);
    if (r == NOTIMPL && sb->binary)
        r = sb->binary(op, a, b);
    return r;
}

/* Whether it can be repeated: not a range, not a memoryview. */
static bool is_sequence(value v)
{
    v = unwrap(v);
    const struct type *t = type_of(v);
    return ((t->flags & (TYPE_SEQUENCE | TYPE_HEAP)) == TYPE_SEQUENCE && t->slots->binary) || t == &type_str || t == &type_bytes ||
           t == &type_bytearray;
}

/* Whether its type could be a sequence's: a *= b does not ask b then. */
static bool is_container(value v)
{
    const struct slots *s = slots_of(v);
    return s->len || s->contains;
}

/* a *= b where only b could be repeated, and neither has a method for it: the object of a class is not asked whether
 * it is a count. */
static bool is_wrong_repeat(value a, value b)
{
    return has_instance_layout(a) && is_sequence(b) && !is_sequence(a) && !has_own_operator(a, SYMBOL(S___mul__)) &&
           !has_own_operator(b, SYMBOL(S___rmul__));
}

static _Noreturn void raise_operands(enum op op, const char *mark, value a, value b)
{
    if (op == OP_ADD && is_sequence(a) && !has_own_operator(a, SYMBOL(S___add__))) {
        const struct type *t = type_of(unwrap(a));
        if (t == &type_bytes || t == &type_bytearray)
            raise_type_error("can't concat %t to %t", b, a);
        if (t == &type_list || t == &type_tuple || t == &type_str)
            raise_usual_type_error("can only concatenate %v (not \"%t\") to %v", t->name, b, t->name);
    }
    bool by_right = is_sequence(b) && !(ADDER_METHODS && *mark && is_container(a));
    if (op == OP_MUL && (is_sequence(a) || by_right))
        raise_type_error("can't multiply sequence by non-int of type '%t'", is_sequence(a) ? b : a);
    if (op == OP_POW && !*mark)
        mark = " or pow()";
    if (ADDER_METHODS && op == OP_SHR && !*mark && is_type(a, &type_builtin_function) &&
        ((const struct cfunction *)a)->name == S_print)
        raise_type_error("unsupported operand type(s) for >>: '%t' and '%t'. Did you mean \"print(<message>, "
                         "file=<output_stream>)\"?", a, b);
    raise_usual_type_error("unsupported operand type(s) for %s%s: '%t' and '%t'", op_names[op], mark, a, b);
}

value binary(enum op op, value a, value b)
{
    real x, y;
    if (both_int(a, b) && op != OP_MATMUL)
        return small_binary(op, a, b);
    value r = NOTIMPL;
    if (is_obj(a) && is_obj(b) && obj_of(a)->type == obj_of(b)->type && obj_of(a)->type->slots->binary) {
        r = obj_of(a)->type->slots->binary(op, a, b);
    } else {
        if (op <= OP_DIV && quick_real(a, &x) && quick_real(b, &y))
            r = real_binary(op, x, y);
        if (r == NOTIMPL)
            r = binary_by_slots(op, a, b);
    }
    if (r == NOTIMPL)
        raise_operands(op, "", a, b);
    return r;
}

value binary_rest(enum op op, value a, value b)
{
    value r = instance_binary_rest(op, a, b);
    const struct slots *s = slots_of(b);
    if (r == NOTIMPL && s->binary && s->binary != slots_of(a)->binary)
        r = s->binary(op, a, b);
    if (r == NOTIMPL)
        raise_operands(op, "", a, b);
    return r;
}

value inplace(enum op op, value a, value b)
{
    if (!is_obj(a) || !obj_of(a)->type->slots->inplace) {
        real x, y;
        if (both_int(a, b) && op != OP_MATMUL)
            return small_binary(op, a, b);
        if (op <= OP_DIV && quick_real(a, &x) && quick_real(b, &y)) {
            value r = real_binary(op, x, y);
            if (r != NOTIMPL)
                return r;
        }
    }
    const struct slots *s = slots_of(a);
    value r = s->inplace ? s->inplace(op, a, b) : NOTIMPL;
    if (r == NOTIMPL && !(ADDER_METHODS && op == OP_MUL && is_wrong_repeat(a, b)))
        r = binary_by_slots(op, a, b);
    if (r == NOTIMPL)
        raise_operands(op, "=", a, b);
    return r;
}

/* ---- comparison ---- */

value order_result(enum op op, int order)
{
    static const uint8_t holds[] = { 1, 3, 4, 6, 2, 13 }; /* bit `order` + 1 */
    return from_bool(holds[op - OP_LT] >> (order + 1) & 1);
}

static inline value compare_words(enum op op, word a, word b)
{
    return order_result(op, (a > b) - (a < b));
}

static inline value compare_reals(enum op op, real a, real b)
{
    return order_result(op, a < b ? -1 : a > b ? 1 : a == b ? 0 : 2);
}

enum op op_reflected(enum op op)
{
    static const uint8_t reflected[] = { OP_GT, OP_GE, OP_LT, OP_LE, OP_EQ, OP_NE };
    return reflected[op - OP_LT];
}

static value compare_by_slots(enum op op, value a, value b)
{
    const struct slots *sa = slots_of(a), *sb = slots_of(b);
    bool b_first = sb->compare && is_obj(b) && is_strict_subtype(b, a);
    value r = NOTIMPL;
    if (b_first)
        r = sb->compare(op_reflected(op), b, a);
    if (r == NOTIMPL && sa->compare)
        r = sa->compare(op, a, b);
    if (r == NOTIMPL && sb->compare && !b_first)
        r = sb->compare(op_reflected(op), b, a);
    if (r != NOTIMPL)
        return r;
    if (op == OP_EQ)
        return from_bool(a == b);
    if (op == OP_NE)
        return from_bool(a != b);
    raise_usual_type_error("'%s' not supported between instances of '%t' and '%t'", op_names[op], a, b);
}

value compare(enum op op, value a, value b)
{
    if (both_int(a, b))
        return compare_words(op, (word)a, (word)b);
    if (op >= OP_EQ && is_sym(a) && is_sym(b))
        return from_bool((a == b) == (op == OP_EQ));
    real x, y;
    if (quick_real(a, &x) && quick_real(b, &y))
        return compare_reals(op, x, y);
    if (op >= OP_EQ && is_str(a) && is_str(b))
        return from_bool(str_equal(a, b) == (op == OP_EQ));
    return compare_by_slots(op, a, b);
}

bool equal(value a, value b)
{
    if (a == b)
        return true;
    if ((is_int(a) || is_sym(a)) && (is_int(b) || is_sym(b)))
        return false;
    value r = compare(OP_EQ, a, b);
    return is_bool(r) ? r == TRUE : truth(r);
}

bool less(value a, value b)
{
    value r = compare(OP_LT, a, b);
    return is_bool(r) ? r == TRUE : truth(r);
}

/* ---- unary operators ---- */

static value small_unary(enum op op, value a)
{
    word x = int_of(a);
    switch (op) {
    case OP_POS:
        return a;
    case OP_INVERT:
        return from_int(~x);
    case OP_ABS:
        if (x >= 0)
            return a;
        break;
    default:
        break;
    }
    return x == SMALL_MIN ? int_from_int64(-(int64_t)x) : from_int(-x);
}

value unary(enum op op, value a)
{
    if (is_int(a))
        return small_unary(op, a);
    if (is_tagged_float(a) && op == OP_NEG)
        return from_real(-tagged_float(a));
    const struct slots *s = slots_of(a);
    value r = s->unary ? s->unary(op, a) : NOTIMPL;
    if (r != NOTIMPL || instance_has_unary(op, a))
        return r;
    if (op == OP_ABS)
        raise_type_error("bad operand type for abs(): '%t'", a);
    raise_usual_type_error("bad operand type for unary %s: '%t'",
                     op == OP_NEG ? "-" : op == OP_POS ? "+" : "~", a);
}

/* ---- truth, hash, length ---- */

bool truth(value v)
{
    if (!is_obj(v)) {
        /* What is false among these: int 0, "", None and False. (0.0 is an object.) */
        if (ADDER_METHODS && v == NOTIMPL)
            return slots_of(v)->truth(v); /* raises */
        return v != FALSE && v != NONE && v != from_int(0) && v != SYMBOL(S_empty);
    }
    const struct slots *s = obj_of(v)->type->slots;
    if (s->truth)
        return s->truth(v);
    return s->len ? s->len(v) != 0 : true;
}

hashcode hash_of(value v)
{
    if (is_int(v))
        return hash_int64(int_of(v));
    if (is_sym(v))
        return (hashcode)(int32_t)symbol_hash(v);
    if (is_type(v, &type_str))
        return (hashcode)(int32_t)str_hash(v);
    const struct slots *s = slots_of(v);
    hashcode h;
    if (!s->hash) {
        if (!s->compare)
            return hash_identity(v);
    } else if (s->hash(v, &h)) {
        return h;
    }
    raise_usual_type_error("unhashable type: '%t'", v);
}

word len_of(value v)
{
    const struct slots *s = slots_of(v);
    if (!s->len)
        raise_usual_type_error("object of type '%t' has no len()", v);
    return s->len(v);
}

static value call_hint(void *f)
{
    return call0((value)f);
}

static value call_len(void *v)
{
    return int_from_int64(len_of((value)v));
}

/* A TypeError says that there is no length to be had. */
static bool ask_length(value (*ask)(void *), value of, value *length)
{
    if (protect(ask, (void *)of, length))
        return true;
    if (!exception_matches(*length, from_ptr(&type_TypeError)))
        raise(*length);
    return false;
}

word len_hint(value v)
{
    const struct slots *s = slots_of(v);
    if (is_type(v, &type_generator))
        return -1;
    bool of_user_class = is_obj(v) && (obj_of(v)->type->flags & TYPE_HEAP);
    if (s->len && !of_user_class)
        return s->len(v);
    value n;
    if (!of_user_class || find_special(v, SYMBOL(S___len__)) == UNDEF || !ask_length(call_len, v, &n)) {
        value f = find_special(v, SYMBOL(S___length_hint__));
        if (f == UNDEF || !ask_length(call_hint, f, &n) || n == NOTIMPL)
            return -1;
    }
    if (!is_integer(unwrap(n)))
        raise_type_error("__length_hint__ must be an integer, not %t", n);
    word hint = need_index_word(unwrap(n));
    if (hint < 0)
        raise_value_error("__length_hint__() should return >= 0");
    return hint;
}

value id_of(value v)
{
    return int_from_uint64(v);
}

/* ---- items ---- */

value get_item(value o, value key)
{
    const struct slots *s = slots_of(o);
    if (!s->getitem)
        raise_usual_type_error("'%t' object is not subscriptable", o);
    return s->getitem(o, key);
}

void raise_no_deletion(value o, bool of_sequence)
{
    raise_type_error(of_sequence ? "'%t' object doesn't support item deletion" : "'%t' object does not support item deletion", o);
}

void set_item(value o, value key, value v)
{
    const struct slots *s = slots_of(o);
    if (s->setitem)
        s->setitem(o, key, v);
    else if (v == UNDEF)
        raise_no_deletion(o, s->len && has_index(key));
    else
        raise_usual_type_error("'%t' object does not support item assignment", o);
}

#if ADDER_METHODS
static value iter_of(void *o)
{
    return get_iter(*(value *)o);
}

value get_iter_else(value o, const char *message)
{
    value it;
    if (protect(iter_of, &o, &it)) return it;
    if (!is_instance(it, &type_TypeError)) raise(it);
    raise_type_error(message, o);
}
#endif

int contains_by_iteration(value container, value v)
{
    struct iter_room at;
    value it = ADDER_METHODS && has_instance_layout(container) ? get_iter_else(container, "argument of type '%t' is not iterable")
                                                               : get_iter_at(&at, container);
    for (value x; (x = iter_next(it)) != STOP;) {
        if (equal(x, v))
            return 1;
        check_interrupt();
    }
    return 0;
}

int contains(value container, value v)
{
    const struct slots *s = slots_of(container);
    if (s->contains)
        return s->contains(container, v);
    if (!s->iter && !(s->getitem && s->len))
        raise_usual_type_error("argument of type '%t' is not iterable", container);
    return contains_by_iteration(container, v);
}

/* ---- buffers ---- */

bool get_buffer(value v, struct buffer *out, bool writable)
{
    const struct slots *s = slots_of(v);
    return s->buffer && s->buffer(v, out, writable);
}

void need_buffer(value v, struct buffer *out, bool writable)
{
    if (get_buffer(v, out, writable))
        return;
    if (writable)
        raise_type_error("a read-write bytes-like object is required, not '%t'", v);
    raise_type_error("a bytes-like object is required, not '%t'", v);
}
