/* The type complex. */
#include "../value/utf8.h"
#include "number.h"
#include "printer.h"

#include <math.h>

#if ADDER_COMPLEX || ADDER_MODULES /* modules know the type */
struct pair {
    real re, im;
};

value from_complex(double re, double im)
{
    struct complex_object *c = heap_object(&type_complex, sizeof *c);
    c->re = (real)re;
    c->im = (real)im;
    return from_ptr(c);
}

static value from_pair(struct pair z)
{
    return from_complex((double)z.re, (double)z.im);
}

static inline struct pair pair_of(value v) /* v is a complex */
{
    const struct complex_object *c = (const struct complex_object *)v;
    return (struct pair){ c->re, c->im };
}

/* v as a complex number if it is a number; false: it is not. */
static bool to_pair(value v, struct pair *out)
{
    if (!is_type(v, &type_complex) && !is_int(v)) v = unwrap(v);
    if (is_type(v, &type_complex)) {
        *out = pair_of(v);
        return true;
    }
    out->im = 0;
    return number_to_real(v, &out->re);
}

/* ---- arithmetic ---- */

static struct pair multiply(struct pair a, struct pair b)
{
    return (struct pair){ a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re };
}

/* Robert L. Smith's way, which does not overflow halfway. */
static struct pair divide(struct pair a, struct pair b)
{
    real re = REAL_FN(fabs)(b.re), im = REAL_FN(fabs)(b.im), ratio, denominator;
    if (re >= im) {
        if (re == 0) raise_error(&type_ZeroDivisionError, "complex division by zero");
        ratio = b.im / b.re;
        denominator = b.re + b.im * ratio;
        return (struct pair){ (a.re + a.im * ratio) / denominator, (a.im - a.re * ratio) / denominator };
    }
    if (im >= re) {
        ratio = b.re / b.im;
        denominator = b.re * ratio + b.im;
        return (struct pair){ (a.re * ratio + a.im) / denominator, (a.im * ratio - a.re) / denominator };
    }
    return (struct pair){ (real)NAN, (real)NAN };
}

static struct pair power_whole(struct pair a, unsigned n)
{
    struct pair r = { 1, 0 };
    for (; n; n >>= 1) {
        if (n & 1) r = multiply(r, a);
        if (n > 1) a = multiply(a, a);
    }
    return r;
}

static _Noreturn void raise_power_of_zero(void)
{
    raise_error(&type_ZeroDivisionError, "0.0 to a negative or complex power");
}

static struct pair power(struct pair a, struct pair b)
{
    if (b.im == 0 && b.re == REAL_FN(floor)(b.re) && REAL_FN(fabs)(b.re) <= 100) {
        if (b.re >= 0) return power_whole(a, (unsigned)b.re);
        if (a.re != 0 || a.im != 0) return divide((struct pair){ 1, 0 }, power_whole(a, (unsigned)-b.re));
    }
    if (a.re == 0 && a.im == 0) {
        if (b.im != 0 || b.re < 0) raise_power_of_zero();
        return (struct pair){ 0, 0 };
    }
    real size = REAL_FN(hypot)(a.re, a.im), angle = REAL_FN(atan2)(a.im, a.re);
    real length = REAL_FN(pow)(size, b.re);
    real phase = angle * b.re;
    if (b.im != 0) {
        length /= REAL_FN(exp)(angle * b.im);
        phase += b.im * REAL_FN(log)(size);
    }
    if (isinf(phase)) raise_power_of_zero();
    return (struct pair){ length * REAL_FN(cos)(phase), length * REAL_FN(sin)(phase) };
}

static value complex_slot_binary(enum op op, value a, value b)
{
    struct pair x, y;
    if (!is_arithmetic(op) || op == OP_MOD || op == OP_FLOORDIV || !to_pair(a, &x) || !to_pair(b, &y)) return NOTIMPL;
    switch (op) {
    case OP_ADD:
        return from_pair((struct pair){ x.re + y.re, x.im + y.im });
    case OP_SUB:
        return from_pair((struct pair){ x.re - y.re, x.im - y.im });
    case OP_MUL:
        return from_pair(multiply(x, y));
    case OP_DIV:
        return from_pair(divide(x, y));
    case OP_POW:
        x = power(x, y);
        if (isinf(x.re) || isinf(x.im)) raise_error(&type_OverflowError, "complex exponentiation");
        return from_pair(x);
    default:
        return NOTIMPL;
    }
}

static value complex_slot_unary(enum op op, value a)
{
    struct pair x = pair_of(a);
    real size;
    switch (op) {
    case OP_NEG:
        return from_pair((struct pair){ -x.re, -x.im });
    case OP_POS:
        return a;
    case OP_ABS:
        size = REAL_FN(hypot)(x.re, x.im);
        if (isinf(size) && isfinite(x.re) && isfinite(x.im)) {
            raise_error(&type_OverflowError, "absolute value too large");
        }
        return from_real(size);
    default:
        return NOTIMPL;
    }
}

static value complex_slot_compare(enum op op, value a, value b)
{
    struct pair x = pair_of(a);
    bool same;
    b = unwrap(b);
    if (op != OP_EQ && op != OP_NE) return NOTIMPL;
    if (is_type(b, &type_complex)) {
        struct pair y = pair_of(b);
        same = x.re == y.re && x.im == y.im;
    } else if (is_float(b)) {
        same = x.re == real_of(b) && x.im == 0;
    } else if (is_integer(b)) {
        same = x.im == 0 && int_compare_real(b, x.re) == 0;
    } else {
        return NOTIMPL;
    }
    return from_bool(same == (op == OP_EQ));
}

static int complex_slot_truth(value v)
{
    struct pair x = pair_of(v);
    return x.re != 0 || x.im != 0;
}

static bool complex_slot_hash(value v, hashcode *out)
{
    struct pair x = pair_of(v);
    *out = real_hash((double)x.re) + 1000003 * real_hash((double)x.im);
    *out -= *out == (hashcode)-1; /* that is no hash */
    return true;
}

static void complex_slot_repr(value v, struct printer *out)
{
    char text[2 * REAL_REPR_ROOM + 4], *p = text;
    struct pair x = pair_of(v);
    bool whole = x.re != 0 || signbit(x.re);
    if (whole) {
        *p++ = '(';
        p += real_format(x.re, 'r', 0, 0, p);
    }
    p += real_format(x.im, 'r', 0, whole ? REAL_PLUS : 0, p);
    *p++ = 'j';
    if (whole) *p++ = ')';
    print_text(out, text, (size_t)(p - text));
}

/* ---- complex(...) ---- */

/* A sign alone stands for 1 before j. */
static size_t scan_part(const char *p, const char *end, real *out)
{
    size_t n = real_scan(p, (size_t)(end - p), SCAN_UNDERSCORES | SCAN_NAMES, out);
    if (n || p == end) return n;
    bool sign = *p == '+' || *p == '-';
    if (p + sign == end || (p[sign] | 32) != 'j') return 0;
    *out = *p == '-' ? -1 : 1;
    return sign ? 1 : 0;
}

/* [blanks] [(] [blanks] number [number j] | number j [blanks] [)]: what is around it is cut off before. */
static bool complex_parse(const char *p, const char *end, struct pair *out)
{
    real first;
    out->re = out->im = 0;
    if (p < end && *p == '(') {
        if (end[-1] != ')') return false;
        p++;
        end--;
        while (p < end && (*p == ' ' || (*p >= '\t' && *p <= '\r'))) p++;
        while (p < end && (end[-1] == ' ' || (end[-1] >= '\t' && end[-1] <= '\r'))) end--;
    }
    if (p == end) return false;
    size_t n = scan_part(p, end, &first);
    if (n == 0 && (*p | 32) == 'j') first = 1;
    else if (n == 0) return false;
    p += n;
    if (p < end && (*p | 32) == 'j') {
        out->im = first;
        return p + 1 == end;
    }
    out->re = first;
    if (p == end) return true;
    if (*p != '+' && *p != '-') return false;
    n = scan_part(p, end, &out->im);
    return n && p + n + 1 == end && (p[n] | 32) == 'j';
}

/* Is there an underscore that is not between two digits? */
static bool has_stray_underscore(value text)
{
    struct view v = str_view(unwrap(text));
    for (size_t i = 0; ADDER_MESSAGES && i < v.len; i++) {
        bool good = i && is_ascii_digit((unsigned char)v.data[i - 1]) && i + 1 < v.len &&
                    is_ascii_digit((unsigned char)v.data[i + 1]);
        if (v.data[i] == '_' && !good) return true;
    }
    return false;
}

static struct pair pair_from_text(value v)
{
    struct number_arg arg;
    struct pair z;
    number_text(v, &arg);
    bool good = complex_parse(arg.text, arg.text + arg.len, &z);
    HOLD(arg.owner);
    if (!good && has_stray_underscore(v)) raise_value_error("could not convert string to complex: %r", v);
    if (!good) raise_value_error("complex() arg is a malformed string");
    return z;
}

/* What v.__complex__() returns; false: it has none. */
static bool pair_from_special(value v, struct pair *out)
{
    value f = has_instance_layout(v) ? find_special(v, SYMBOL(S___complex__)) : UNDEF;
    if (f == UNDEF) return false;
    value r = call0(f);
    warn_derived(UNDEF, "__complex__", r, &type_complex);
    if (!is_type(unwrap(r), &type_complex)) raise_type_error("__complex__ returned non-complex (type %t)", r);
    *out = pair_of(unwrap(r));
    return true;
}

/* Raises unless v is a number of any kind. */
static void check_number(value v, const char *which)
{
    value native = unwrap(v);
    if (is_complex(native) || is_float(native) || has_index(v) || find_special(v, SYMBOL(S___float__)) != UNDEF) return;
    raise_type_error(*which == 'f' ? "complex() %s argument must be a string or a number, not '%t'"
                                   : "complex() %s argument must be a number, not '%t'", which, v);
}

static struct pair pair_from_value(value v)
{
    struct pair z = { 0, 0 };
    bool converts = has_instance_layout(v) && is_integer(unwrap(v)); /* its class may have a __float__ */
    if (converts || !to_pair(v, &z)) z.re = (real)need_double(v);
    return z;
}

/* The first argument as a plain number: what its __complex__() returns, if it has that. */
static value first_number(value v)
{
    struct pair z;
    if (pair_from_special(v, &z)) return from_pair(z);
    check_number(v, "first");
    return v;
}

void complex_parts(value v, real *re, real *im)
{
    struct pair z = { 0, 0 };
    if (!pair_from_special(v, &z) && !to_pair(v, &z)) z.re = need_real(v);
    *re = z.re;
    *im = z.im;
}

static value complex_slot_make(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym names[] = { S_real, S_imag };
    value v[2];
    (void)t;
    args_bind("complex", n, args, nkw, kwnames, 0, 2, names, 2, 0, v);
    bool text = v[0] != UNDEF && is_str(unwrap(v[0]));
    if (text && v[1] != UNDEF) raise_type_error("complex() can't take second arg if first is a string");
    if (v[1] != UNDEF && is_str(unwrap(v[1]))) raise_type_error("complex() second arg can't be a string");
    if (text) return from_pair(pair_from_text(v[0]));
    if (v[1] == UNDEF && v[0] != UNDEF && is_type(v[0], &type_complex)) return v[0];
    value first = v[0] == UNDEF ? from_int(0) : first_number(v[0]);
    if (v[1] != UNDEF) check_number(v[1], "second");
    struct pair re = pair_from_value(first);
    if (v[1] == UNDEF) return from_pair(re);
    struct pair im = pair_from_value(v[1]);
    /* re + im * j, but with no signs of zeros lost */
    if (is_complex(unwrap(v[1]))) re.re -= im.im;
    if (is_complex(unwrap(first))) im.re += re.im;
    return from_pair((struct pair){ re.re, im.re });
}

/* ---- methods ---- */

static struct pair self_pair(value self)
{
    value v = unwrap(self);
    if (!is_type(v, &type_complex)) raise_type_error("descriptor requires a 'complex' object but received a '%t'", self);
    return pair_of(v);
}

static value complex_conjugate(value self)
{
    struct pair x = self_pair(self);
    return from_pair((struct pair){ x.re, -x.im });
}

/* complex() of one number, which may not be text. */
static value complex_from_number(size_t n, value *args)
{
    (void)n;
    if (is_str(unwrap(args[1]))) raise_type_error("must be real number, not %t", args[1]);
    value z = from_pair(pair_from_value(first_number(args[1])));
    return args[0] == from_ptr(&type_complex) ? z : call1(args[0], z);
}

static value complex_real(value self)
{
    return from_real(self_pair(self).re);
}

static value complex_imag(value self)
{
    return from_real(self_pair(self).im);
}

static value complex_self(value self)
{
    return from_pair(self_pair(self));
}

METHOD1(m_conjugate, conjugate, complex_conjugate);
CLASS_METHODV(m_from_number, from_number, 2, 2, complex_from_number);
static value complex_getnewargs(value self)
{
    const value parts[] = {complex_real(self), complex_imag(self)};
    return tuple_new(2, parts);
}
METHOD1(m_getnewargs, __getnewargs__, complex_getnewargs);
METHOD1(m_complex, __complex__, complex_self);
GETSET(g_real, real, complex_real, NULL);
GETSET(g_imag, imag, complex_imag, NULL);

static const struct attr complex_attrs[] = {
    ATTR_MORE(conjugate, m_conjugate)
    ATTR_MORE(from_number, m_from_number)
    ATTR_MORE(__complex__, m_complex)
    ATTR(real, g_real),
    ATTR(imag, g_imag),
    ATTR_MORE(__getnewargs__, m_getnewargs)
};

static const struct slots complex_slots = {
    .size = sizeof(struct complex_object),
    .make = complex_slot_make,
    .binary = complex_slot_binary,
    .compare = complex_slot_compare,
    .unary = complex_slot_unary,
    .truth = complex_slot_truth,
    .hash = complex_slot_hash,
    .repr = complex_slot_repr,
#if ADDER_METHODS
    .format = format_complex,
#endif
};

const struct type type_complex = {
    .head = { &type_type },
    .slots = &complex_slots,
    .flags = TYPE_BASE | TYPE_NO_WEAK,
    .name = SYMBOL(S_complex),
    TYPE_ATTRS(complex_attrs),
    .base = &type_object,
};
#endif
