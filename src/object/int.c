/* The types int and bool. The arithmetic is in integer.c, intpower.c and inttext.c. */
#include "number.h"
#include "printer.h"
#include "text.h"

/* ---- slots ---- */

static size_t int_size_of(const struct object *o)
{
    const struct big *b = (const struct big *)o;
    return sizeof(struct big) + (size_t)(b->n + b->spare) * sizeof(limb);
}

static inline bool is_plain_int(value v)
{
    return is_int(v) || is_type(v, &type_int);
}

static value int_slot_binary(enum op op, value a, value b)
{
    if (is_plain_int(a) && is_plain_int(b)) return int_binary(op, a, b);
    if (ADDER_DERIVED_TYPES && is_integer(a)) b = unwrap(b); /* whose class has had its turn, or has none before a's */
    if (!is_integer(a) || !is_integer(b)) return NOTIMPL;
    if (is_bool(a) && is_bool(b)) {
        if (op == OP_AND) return from_bool(a == TRUE && b == TRUE);
        if (op == OP_OR) return from_bool(a == TRUE || b == TRUE);
        if (op == OP_XOR) return from_bool(a != b);
    }
    return int_binary(op, a, b);
}

static value int_slot_compare(enum op op, value a, value b)
{
    return is_integer(a) && is_integer(b) ? order_result(op, int_compare(a, b)) : NOTIMPL;
}

static value int_slot_unary(enum op op, value a)
{
    switch (op) {
    case OP_NEG:
        return int_negate(a);
    case OP_INVERT:
#if ADDER_METHODS
        if (is_bool(a))
            warn_deprecated(str_format_c("Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns "
                                         "the bitwise inversion of the underlying int object and is usually not what you expect from "
                                         "negating a bool. Use the 'not' operator for boolean negation or ~int(x) if you really want "
                                         "the bitwise inversion of the underlying int."));
#endif
        return int_binary(OP_SUB, from_int(-1), a);
    case OP_ABS:
        if (int_sign(a) < 0) return int_negate(a);
        return is_bool(a) ? from_int(a == TRUE) : a;
    default:
        return is_bool(a) ? from_int(a == TRUE) : a;
    }
}

static int int_slot_truth(value v)
{
    return int_sign(v) != 0;
}

static bool int_slot_hash(value v, hashcode *out)
{
    *out = int_hash(v);
    return true;
}

static void int_slot_repr(value v, struct printer *out)
{
    int_print(v, 10, false, out);
}

static value int_slot_index(value v)
{
    return is_bool(v) ? from_int(v == TRUE) : v;
}

/* ---- int(...) ---- */

static _Noreturn void raise_literal(value text, int base)
{
    struct buffer b;
    if (ADDER_METHODS && get_buffer(text, &b, false)) text = bytes_new(b.data, b.len); /* shown as bytes, whatever it is */
    text = to_repr(text);
    struct view v = str_view(text);
    value shown = ADDER_METHODS ? str_new(v.data, utf8_offset(v.data, v.len, 200)) : text;
    raise_usual_value_error("invalid literal for int() with base %d: %v", base, shown);
}

static value int_from_argument_text(value v, int base)
{
    struct number_arg arg;
    if (!number_text(v, &arg)) return UNDEF;
    value i = int_from_text(arg.text, arg.len, base);
    HOLD(arg.owner);
    HOLD(arg.text);
    if (i == UNDEF) raise_literal(v, base);
    return i;
}

/* The result of __int__ or __index__. */
static value need_int_result(value v, const char *method)
{
    warn_derived(UNDEF, method, v, &type_int);
    if (!is_integer(unwrap(v))) raise_type_error("%s returned non-int (type %t)", method, v);
    return int_slot_index(unwrap(v));
}

static value int_from_value(value v)
{
    if (is_int(v)) return v;
    if (is_integer(v)) return int_slot_index(v);
    if (is_float(v)) return int_from_double((double)real_of(v));
    if (has_instance_layout(v)) {
        value f = find_special(v, SYMBOL(S___int__));
        if (f != UNDEF) return need_int_result(call0(f), "__int__");
        if (slots_of(v)->index && (f = find_special(v, SYMBOL(S___index__))) != UNDEF)
            return need_int_result(call0(f), "__index__");
    }
    value native = unwrap(v);
    if (native != v) {
        if (is_integer(native)) return int_slot_index(native);
        if (is_float(native)) return int_from_double((double)real_of(native));
    }
    value i = int_from_argument_text(v, 10);
    if (i == UNDEF) {
        raise_type_error("int() argument must be a string, a bytes-like object or a real number, not '%t'", v);
    }
    return i;
}

static value int_slot_make(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym names[] = { 0, S_base };
    value v[2];
    (void)t;
    if (nkw == 0 && n == 1) return int_from_value(args[0]);
    if (nkw == 0) args_count("int", n, 0, 0, 2);
    args_bind("int", n, args, nkw, kwnames, 0, 2, names, 2, 0, v);
    if (v[0] == UNDEF) {
        if (v[1] != UNDEF) raise_type_error("int() missing string argument");
        return from_int(0);
    }
    if (v[1] == UNDEF) return int_from_value(v[0]);
    word base = need_index_word(v[1]);
    if (base != 0 && (base < 2 || base > 36)) raise_value_error("int() base must be >= 2 and <= 36, or 0");
    value text = unwrap(v[0]), i = UNDEF;
    if (!ADDER_METHODS || is_str(text) || is_bytes(text) || is_type(text, &type_bytearray)) i = int_from_argument_text(v[0], (int)base);
    if (i == UNDEF) raise_type_error("int() can't convert non-string with explicit base");
    return i;
}

/* ---- methods ---- */

/* self of a method, which may be of a subclass. */
static value int_self(value self)
{
    if (is_int(self)) return self;
    value v = unwrap(self);
    if (!is_integer(v)) raise_type_error("descriptor requires a 'int' object but received a '%t'", self);
    return int_slot_index(v);
}

static value int_bit_length_method(value self)
{
    return int_from_uint64(int_bit_length(int_self(self)));
}

static value int_bit_count(value self)
{
    struct operand o;
    uint64_t count = 0;
    self = int_self(self);
    operand_load(&o, self);
    for (size_t i = 0; i < o.n; i++) count += (unsigned)__builtin_popcountll(o.d[i]);
    HOLD(self);
    return int_from_uint64(count);
}

static value int_as_integer_ratio(value self)
{
    value pair[2] = { int_self(self), from_int(1) };
    return tuple_new(2, pair);
}

static value int_is_integer(value self)
{
    int_self(self);
    return TRUE;
}

static value int_denominator(value self)
{
    int_self(self);
    return from_int(1);
}

static value int_imag(value self)
{
    int_self(self);
    return from_int(0);
}

static value int_to_float(value self)
{
    return from_real(int_to_real(int_self(self)));
}

static value int_round_method(size_t n, value *args)
{
    return int_round(int_self(args[0]), n > 1 ? args[1] : UNDEF);
}

/* The byteorder argument: true if it is "big"; UNDEF: big. */
static bool is_big_endian(value order, const char *fname)
{
    if (order == UNDEF) return true;
    if (!is_str(unwrap(order))) raise_type_error("%s() argument 'byteorder' must be str, not %T", fname, order);
    struct view v = str_view(unwrap(order));
    bool big = v.len == 3 && memcmp(v.data, "big", 3) == 0;
    if (!big && (v.len != 6 || memcmp(v.data, "little", 6) != 0)) {
        raise_value_error("byteorder must be either 'little' or 'big'");
    }
    return big;
}

static value int_to_bytes_method(size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym names[] = { S_length, S_byteorder, S_signed };
    value v[3];
    args_bind("to_bytes", n, args, nkw, kwnames, 1, 3, names, 2, 0, v);
    value self = int_self(args[0]);
    word length = v[0] == UNDEF ? 1 : need_word(v[0]);
    bool big_endian = is_big_endian(v[1], "to_bytes"), is_signed = v[2] != UNDEF && truth(v[2]);
    if (length < 0) raise_value_error("length argument must be non-negative");
    if (!is_signed && int_sign(self) < 0) {
        raise_error(&type_OverflowError, "can't convert negative int to unsigned");
    }
    uint8_t *data;
    value result = bytes_make((size_t)length, &data);
    bool nothing = ADDER_METHODS && length == 0 && self == from_int(-1); /* which CPython lets pass */
    if (!nothing && !int_to_bytes(self, data, (size_t)length, big_endian, is_signed)) {
        raise_error(&type_OverflowError, "int too big to convert");
    }
    HOLD(self);
    return result;
}

static value int_from_bytes_method(size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym names[] = { S_bytes, S_byteorder, S_signed };
    value v[3];
    args_bind("from_bytes", n, args, nkw, kwnames, 1, 3, names, 2, 1, v);
    bool big_endian = is_big_endian(v[1], "from_bytes"), is_signed = v[2] != UNDEF && truth(v[2]);
    struct buffer b;
    value source = v[0];
    if (!get_whole_buffer(source, &b)) {
        if (is_str(source) || (!bytes_are_iterable(source) && find_special(source, SYMBOL(S___bytes__)) == UNDEF))
            raise_type_error("cannot convert '%t' object to bytes", source);
        source = call1(from_ptr(&type_bytes), source);
        need_buffer(source, &b, false);
    }
    value i = int_from_bytes(b.data, b.len, big_endian, is_signed);
    HOLD(source);
    HOLD(b.data);
    return args[0] == from_ptr(&type_int) ? i : call1(args[0], i);
}

/* |v| of round(v, -digits): a multiple of 10^digits, the even one of two equally near. */
static value int_round_to(value v, size_t digits)
{
    value power = int_power(from_int(10), int_from_uint64(digits)), quotient, rest;
    int_divide(v, power, &quotient, &rest, "");
    value twice = int_shift_left(rest, 1);
    int order = int_compare(twice, power);
    if (order > 0 || (order == 0 && int_is_odd(quotient))) quotient = int_binary(OP_ADD, quotient, from_int(1));
    return int_multiply(quotient, power);
}

value int_round(value v, value ndigits)
{
    if (ndigits == UNDEF || ndigits == NONE) return int_slot_index(v);
    int64_t digits;
    ndigits = need_integer(ndigits);
    if (int_sign(ndigits) >= 0) return int_slot_index(v);
    /* 10^digits is over twice as large as v: 0 */
    if (!int_to_int64(ndigits, &digits) || digits < -(int64_t)(int_bit_length(v) / 3 + 1)) return from_int(0);
    return int_round_to(v, (size_t)-digits);
}

METHOD1(m_bit_length, bit_length, int_bit_length_method);
METHOD1(m_bit_count, bit_count, int_bit_count);
METHOD1(m_as_integer_ratio, as_integer_ratio, int_as_integer_ratio);
METHOD1(m_is_integer, is_integer, int_is_integer);
METHOD1(m_conjugate, conjugate, int_self);
METHODK(m_to_bytes, to_bytes, 1, 255, int_to_bytes_method);
CLASS_METHODK(m_from_bytes, from_bytes, 1, 255, int_from_bytes_method);
SLOT1(m_int, __int__, int_self);
SLOT1(m_float, __float__, int_to_float);
METHOD1(m_trunc, __trunc__, int_self);
METHOD1(m_floor, __floor__, int_self);
METHOD1(m_ceil, __ceil__, int_self);
METHODV(m_round, __round__, 1, 2, int_round_method);
GETSET(g_real, real, int_self, NULL);
GETSET(g_imag, imag, int_imag, NULL);
GETSET(g_numerator, numerator, int_self, NULL);
GETSET(g_denominator, denominator, int_denominator, NULL);

static const struct attr int_attrs[] = {
    ATTR_USUAL(bit_length, m_bit_length)
    ATTR_MORE(bit_count, m_bit_count)
    ATTR(to_bytes, m_to_bytes),
    ATTR(from_bytes, m_from_bytes),
    ATTR_MORE(as_integer_ratio, m_as_integer_ratio)
    ATTR_MORE(is_integer, m_is_integer)
    ATTR_MORE(conjugate, m_conjugate)
    ATTR_MORE(real, g_real)
    ATTR_MORE(imag, g_imag)
    ATTR_MORE(numerator, g_numerator)
    ATTR_MORE(denominator, g_denominator)
    ATTR_MORE(__int__, m_int)
    ATTR_MORE(__float__, m_float)
    ATTR_MORE(__trunc__, m_trunc)
    ATTR_MORE(__floor__, m_floor)
    ATTR_MORE(__ceil__, m_ceil)
    ATTR_MORE(__round__, m_round)
    ATTR_MORE(__getnewargs__, getnewargs)
};

static const struct slots int_slots = {
    .size_of = int_size_of,
    .make = int_slot_make,
    .binary = int_slot_binary,
    .compare = int_slot_compare,
    .unary = int_slot_unary,
    .truth = int_slot_truth,
    .hash = int_slot_hash,
    .repr = int_slot_repr,
    .format = format_int,
    .index = int_slot_index,
};

const struct type type_int = {
    .head = { &type_type },
    .slots = &int_slots,
    .flags = TYPE_BASE | TYPE_NO_WEAK,
    .name = SYMBOL(S_int),
    TYPE_ATTRS(int_attrs),
    .base = &type_object,
};

/* ---- bool ---- */

static value bool_slot_make(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    (void)t;
    (void)kwnames;
    args_count("bool", n, nkw, 0, 1);
    return from_bool(n && truth(args[0]));
}

static void bool_slot_repr(value v, struct printer *out)
{
    print_z(out, v == TRUE ? "True" : "False");
}

static const struct slots bool_slots = {
    .size = sizeof(struct object),
    .make = bool_slot_make,
    .binary = int_slot_binary,
    .compare = int_slot_compare,
    .unary = int_slot_unary,
    .truth = int_slot_truth,
    .hash = int_slot_hash,
    .repr = bool_slot_repr,
    .format = format_int,
    .index = int_slot_index,
};

const struct type type_bool = {
    .head = { &type_type },
    .slots = &bool_slots,
    .flags = TYPE_NO_WEAK,
    .name = SYMBOL(S_bool),
    .base = &type_int,
};
