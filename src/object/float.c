/* The type float. Most floats are in their word (see value.h); the rest are objects. */
#include "number.h"
#include "printer.h"
#include "text.h"

#include <math.h>

#define REAL_DIGITS_MAX (ADDER_DOUBLE ? 323 : 45)

/* ---- boxes ---- */

static const struct float_object zero = { { &type_float }, (real)0.0 };
static const struct float_object minus_zero = { { &type_float }, (real)-0.0 };

value float_box(real x)
{
    if (x == 0) return from_ptr(signbit(x) ? &minus_zero : &zero);
    struct float_object *f = heap_object(&type_float, sizeof *f);
    f->x = x;
    return from_ptr(f);
}

/* ---- arithmetic ---- */

real real_modulo(real x, real y)
{
    real rest = REAL_FN(fmod)(x, y);
    if (rest == 0) return REAL_FN(copysign)(0, y);
    return (y < 0) != (rest < 0) ? rest + y : rest;
}

real real_floor_divide(real x, real y)
{
    real rest = REAL_FN(fmod)(x, y), quotient = (x - rest) / y;
    if (rest != 0 && (y < 0) != (rest < 0)) quotient -= 1;
    if (quotient == 0) return REAL_FN(copysign)(0, x / y);
    real down = REAL_FN(floor)(quotient); /* quotient is whole but for rounding */
    return quotient - down > (real)0.5 ? down + 1 : down;
}

static _Noreturn void raise_out_of_range(void)
{
    value args[2] = { from_int(34), str_new("Numerical result out of range", 29) };
    raise(exception_new(&type_OverflowError, 2, args));
}

value real_power(real x, real y)
{
    if (x == 0 && y < 0 && isfinite(y)) raise_error(&type_ZeroDivisionError, "0.0 cannot be raised to a negative power");
    if (x < 0 && isfinite(x) && isfinite(y) && y != REAL_FN(floor)(y)) {
        if (!ADDER_COMPLEX) raise_value_error("the power of a negative number is complex");
        return binary(OP_POW, from_complex(x, 0), from_real(y));
    }
    real r = REAL_FN(pow)(x, y);
    if (isinf(r) && isfinite(x) && isfinite(y)) raise_out_of_range();
    return from_real(r);
}

static void need_divisor(real y, const char *operation)
{
    if (y == 0) raise_error(&type_ZeroDivisionError, "float %s by zero", operation);
}

static value float_slot_binary(enum op op, value a, value b)
{
    real x, y;
    if (!is_arithmetic(op) || !number_to_real(a, &x) || !number_to_real(b, &y)) return NOTIMPL;
    switch (op) {
    case OP_ADD:
        return from_real(x + y);
    case OP_SUB:
        return from_real(x - y);
    case OP_MUL:
        return from_real(x * y);
    case OP_DIV:
        need_divisor(y, "division");
        return from_real(x / y);
    case OP_FLOORDIV:
        need_divisor(y, "floor division");
        return from_real(real_floor_divide(x, y));
    case OP_MOD:
        need_divisor(y, "modulo");
        return from_real(real_modulo(x, y));
    case OP_POW:
        return real_power(x, y);
    default:
        return NOTIMPL;
    }
}

static value float_slot_unary(enum op op, value a)
{
    real x = real_of(a);
    switch (op) {
    case OP_NEG:
        return from_real(-x);
    case OP_ABS:
        return from_real(REAL_FN(fabs)(x));
    case OP_POS:
        return a;
    default:
        return NOTIMPL;
    }
}

/* -1, 0, 1, or 2: not comparable, one is nan. Exact between float and int. */
static int order_of(value a, value b)
{
    if (!is_float(b)) {
        int order = int_compare_real(b, real_of(a));
        return order == 2 ? 2 : -order;
    }
    real x = real_of(a), y = real_of(b);
    return x < y ? -1 : x > y ? 1 : x == y ? 0 : 2;
}

static value float_slot_compare(enum op op, value a, value b)
{
    b = unwrap(b);
    if (!is_float(b) && !is_integer(b)) return NOTIMPL;
    return order_result(op, order_of(a, b));
}

static int float_slot_truth(value v)
{
    return real_of(v) != 0;
}

static bool float_slot_hash(value v, hashcode *out)
{
    real x = real_of(v);
    *out = isnan(x) ? hash_identity(v) : real_hash((double)x);
    return true;
}

static void float_slot_repr(value v, struct printer *out)
{
    char text[REAL_REPR_ROOM];
    print_text(out, text, real_format(real_of(v), 'r', 0, REAL_DOT_0, text));
}

/* ---- float(...) ---- */

/* shown: what messages tell of, which is v, or of a subclass and v is what is in it. */
static value float_from_value(value v, value shown)
{
    struct number_arg arg;
    real x;
    if (is_float(v)) return v;
    if (!has_instance_layout(v)) {
        if (number_to_real(v, &x)) return from_real(x);
        if (number_text(v, &arg)) {
            bool good = real_parse(arg.text, arg.len, &x);
            HOLD(arg.owner);
            if (!good) raise_usual_value_error("could not convert string to float: %r", shown);
            return from_real(x);
        }
    }
    value f = find_special(v, SYMBOL(S___float__));
    if (f != UNDEF) return from_real((real)float_by_method(v, f));
    if (unwrap(v) != v && (is_integer(unwrap(v)) || !has_index(v))) return float_from_value(unwrap(v), shown);
    if (!has_index(v)) raise_type_error("float() argument must be a string or a real number, not '%t'", shown);
    return from_real((real)need_double(v));
}

static value float_slot_make(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    (void)t;
    (void)kwnames;
    args_count("float", n, nkw, 0, 1);
    return n ? float_from_value(args[0], args[0]) : from_real(0);
}

/* ---- methods ---- */

static real self_real(value self)
{
    if (is_float(self)) return real_of(self);
    value v = unwrap(self);
    if (!is_float(v)) raise_type_error("descriptor requires a 'float' object but received a '%t'", self);
    return real_of(v);
}

static value float_self(value self)
{
    return from_real(self_real(self));
}

static value float_imag(value self)
{
    self_real(self);
    return from_real(0);
}

static value float_is_integer(value self)
{
    real x = self_real(self);
    return from_bool(isfinite(x) && REAL_FN(floor)(x) == x);
}

static value float_as_integer_ratio(value self)
{
    real x = self_real(self);
    int exponent;
    if (isinf(x)) raise_error(&type_OverflowError, "cannot convert Infinity to integer ratio");
    if (isnan(x)) raise_value_error("cannot convert NaN to integer ratio");
    double m = frexp((double)x, &exponent); /* exact: a single is a double too */
    while (m != floor(m)) {
        m *= 2;
        exponent--;
    }
    value pair[2] = { int_from_double(m), from_int(1) };
    int side = exponent < 0;
    pair[side] = int_shift_left(pair[side], (size_t)(side ? -exponent : exponent));
    return tuple_new(2, pair);
}

static value float_hex(value self)
{
    char text[REAL_HEX_ROOM];
    return str_new(text, real_hex(self_real(self), text));
}

static value float_fromhex(size_t n, value *args)
{
    struct number_arg arg;
    real x;
    (void)n;
    if (!is_str(unwrap(args[1]))) raise_type_error("bad argument type for built-in operation");
#if ADDER_CODECS
    codec_check_surrogates(unwrap(args[1]));
#endif
    if (ADDER_METHODS && !str_view(unwrap(args[1])).ascii) raise_value_error("invalid hexadecimal floating-point string");
    number_text(args[1], &arg);
    enum hex_result result = real_parse_hex(arg.text, arg.len, &x);
    HOLD(arg.owner);
    if (result == HEX_BAD) raise_value_error("invalid hexadecimal floating-point string");
    if (result == HEX_OVERFLOW) {
        raise_error(&type_OverflowError, "hexadecimal value too large to represent as a float");
    }
    return args[0] == from_ptr(&type_float) ? from_real(x) : call1(args[0], from_real(x));
}

/* float() of numbers only. */
static value float_from_number(size_t n, value *args)
{
    (void)n;
    value x = from_real(need_real(args[1]));
    return args[0] == from_ptr(&type_float) ? x : call1(args[0], x);
}

static value float_trunc(value self)
{
    return int_from_double((double)self_real(self));
}

static value float_floor(value self)
{
    return int_from_double((double)REAL_FN(floor)(self_real(self)));
}

static value float_ceil(value self)
{
    return int_from_double((double)REAL_FN(ceil)(self_real(self)));
}

/* The nearest whole number, ties to even. */
static real nearest(real x)
{
    real r = REAL_FN(round)(x);
    return REAL_FN(fabs)(x - r) == (real)0.5 ? 2 * REAL_FN(round)(x / 2) : r;
}

value float_round(value v, value ndigits)
{
    real x = real_of(v);
    if (ndigits == UNDEF || ndigits == NONE) return int_from_double((double)nearest(x));
    word digits = need_index_word(ndigits);
    if (!isfinite(x) || digits > REAL_DIGITS_MAX) return v;
    real r = digits < -REAL_DIGITS_MAX ? REAL_FN(copysign)(0, x) : real_round(x, (int)digits);
    if (isinf(r)) raise_error(&type_OverflowError, "rounded value too large to represent");
    return from_real(r);
}

static value float_round_method(size_t n, value *args)
{
    return float_round(float_self(args[0]), n > 1 ? args[1] : UNDEF);
}

METHOD1(m_is_integer, is_integer, float_is_integer);
METHOD1(m_as_integer_ratio, as_integer_ratio, float_as_integer_ratio);
METHOD1(m_hex, hex, float_hex);
CLASS_METHODV(m_fromhex, fromhex, 2, 2, float_fromhex);
CLASS_METHODV(m_from_number, from_number, 2, 2, float_from_number);
METHOD1(m_conjugate, conjugate, float_self);
SLOT1(m_int, __int__, float_trunc);
SLOT1(m_float, __float__, float_self);
METHOD1(m_trunc, __trunc__, float_trunc);
METHOD1(m_floor, __floor__, float_floor);
METHOD1(m_ceil, __ceil__, float_ceil);
METHODV(m_round, __round__, 1, 2, float_round_method);
GETSET(g_real, real, float_self, NULL);
GETSET(g_imag, imag, float_imag, NULL);

static const struct attr float_attrs[] = {
    ATTR_MORE(is_integer, m_is_integer)
    ATTR_MORE(as_integer_ratio, m_as_integer_ratio)
    ATTR_MORE(hex, m_hex)
    ATTR_MORE(fromhex, m_fromhex)
    ATTR_MORE(from_number, m_from_number)
    ATTR_MORE(conjugate, m_conjugate)
    ATTR_MORE(real, g_real)
    ATTR_MORE(imag, g_imag)
    ATTR_MORE(__int__, m_int)
    ATTR_MORE(__float__, m_float)
    ATTR_MORE(__trunc__, m_trunc)
    ATTR_MORE(__floor__, m_floor)
    ATTR_MORE(__ceil__, m_ceil)
    ATTR_MORE(__round__, m_round)
    ATTR_MORE(__getnewargs__, getnewargs)
};

static const struct slots float_slots = {
    .size = sizeof(struct float_object),
    .make = float_slot_make,
    .binary = float_slot_binary,
    .compare = float_slot_compare,
    .unary = float_slot_unary,
    .truth = float_slot_truth,
    .hash = float_slot_hash,
    .repr = float_slot_repr,
    .format = format_float,
};

const struct type type_float = {
    .head = { &type_type },
    .slots = &float_slots,
    .flags = TYPE_BASE | TYPE_NO_WEAK,
    .name = SYMBOL(S_float),
    TYPE_ATTRS(float_attrs),
    .base = &type_object,
};
