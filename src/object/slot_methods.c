/* The special methods of built-in types: [].__len__, int.__add__, super().__setitem__. Types don't list
 * them; they are made from the slots. One table names all of them, each with the slot that a type
 * must have for it. The functions work on the built-in object, also when self is an instance of a
 * subclass that wraps it: a method of the subclass never calls itself through super(). */
#include "../vm/vm.h"
#include "class.h"

#if ADDER_USUAL_METHODS
static _Noreturn void raise_no_slot(value self, unsigned name)
{
    raise_type_error("descriptor '%v' requires another type than '%t'", SYMBOL(name), self);
}


/* The slots of the built-in behind self, and self unwrapped; raises if it lacks the protocol. */
#define NATIVE(slot, name)                                                                                   \
    const value whole = self;                                                                                \
    (void)whole;                                                                                             \
    const struct slots *s = native_slots(&self);                                                             \
    if (!s->slot) raise_no_slot(self, S_##name)

/* ---- operators ---- */

#if ADDER_METHODS
static value native_binary(enum op op, value self, value other, bool reflected)
{
    const value whole = self;
    const struct slots *s = native_slots(&self);
    if (!s->binary) raise_type_error("descriptor requires another type than '%t'", self);
    self = operand_of(whole);
    value plain = operand_of(other);
    value r = reflected ? s->binary(op, plain, self) : s->binary(op, self, plain);
    if (r == NOTIMPL && s->getitem && s->len && (op == OP_ADD || op == OP_MUL)) { /* sequences know no other way */
        if (op == OP_ADD) return binary(op, self, other);
        need_integer(other);
    }
    return r;
}

static value native_inplace(enum op op, value self, value other)
{
    value whole = self;
    const struct slots *s = native_slots(&self);
    if (!s->inplace) raise_type_error("descriptor requires another type than '%t'", self);
    value r = s->inplace(op, self, unwrap(other));
    if (r == NOTIMPL && op == OP_MUL) need_integer(other);
    return r == self ? whole : r;
}
#endif

#if ADDER_METHODS
/* The quotient and the remainder; reflected: of other by self. */
static value native_divmod(value self, value other, bool reflected)
{
    native_slots(&self);
    other = unwrap(other);
    if (is_integer(self) && is_integer(other))
        return reflected ? int_divmod(other, self) : int_divmod(self, other);
    value parts[2] = {native_binary(OP_FLOORDIV, self, other, reflected)};
    if (parts[0] == NOTIMPL) return NOTIMPL;
    parts[1] = native_binary(OP_MOD, self, other, reflected);
    return tuple_new(2, parts);
}

static value do_divmod(value self, value other)
{
    return native_divmod(self, other, false);
}

static value do_rdivmod(value self, value other)
{
    return native_divmod(self, other, true);
}
SLOT2(m_divmod, __divmod__, do_divmod);
SLOT2(m_rdivmod, __rdivmod__, do_rdivmod);
#endif

static value native_compare(enum op op, value self, value other)
{
    const struct slots *s = native_slots(&self);
    if (!s->compare) raise_type_error("descriptor requires another type than '%t'", self);
    return s->compare(op, self, unwrap(other));
}

#if ADDER_METHODS
static value native_unary(enum op op, value self)
{
    const struct slots *s = native_slots(&self);
    value r = s->unary ? s->unary(op, self) : NOTIMPL;
    if (r == NOTIMPL) raise_type_error("descriptor requires another type than '%t'", self);
    return r;
}
#endif

#if ADDER_METHODS
#define BINARY(name, op)                                                                                     \
    static value do_##name(value a, value b)                                                                 \
    {                                                                                                        \
        return native_binary(op, a, b, false);                                                               \
    }                                                                                                        \
    static value do_r##name(value a, value b)                                                                \
    {                                                                                                        \
        return native_binary(op, a, b, true);                                                                \
    }                                                                                                        \
    static value do_i##name(value a, value b)                                                                \
    {                                                                                                        \
        return native_inplace(op, a, b);                                                                     \
    }                                                                                                        \
    SLOT2(m_##name, __##name##__, do_##name);                                                              \
    SLOT2(m_r##name, __r##name##__, do_r##name);                                                           \
    SLOT2(m_i##name, __i##name##__, do_i##name);
BINARY(add, OP_ADD)
BINARY(sub, OP_SUB)
BINARY(mul, OP_MUL)
BINARY(truediv, OP_DIV)
BINARY(floordiv, OP_FLOORDIV)
BINARY(mod, OP_MOD)
BINARY(and, OP_AND)
BINARY(or, OP_OR)
BINARY(xor, OP_XOR)
BINARY(lshift, OP_SHL)
BINARY(rshift, OP_SHR)
BINARY(pow, OP_POW)
/* With a third argument: modulo that. */
static value native_power(value self, value other, value m, bool reflected)
{
    value a = unwrap(self), b = unwrap(other);
    m = unwrap(m);
    if (m == NONE) return native_binary(OP_POW, self, other, reflected);
    if (ADDER_COMPLEX && is_complex(a) && (is_integer(b) || is_float(b) || is_complex(b))) raise_value_error("complex modulo");
    if (is_float(a)) raise_type_error("pow() 3rd argument not allowed unless all arguments are integers");
    if (!is_integer(a) || !is_integer(b) || !is_integer(m)) return NOTIMPL;
    return reflected ? int_pow_mod(b, a, m) : int_pow_mod(a, b, m);
}

static value do_power(size_t n, value *args)
{
    return native_power(args[0], args[1], n > 2 ? args[2] : NONE, false);
}

static value do_rpower(size_t n, value *args)
{
    return native_power(args[0], args[1], n > 2 ? args[2] : NONE, true);
}
SLOTV(m_power, __pow__, 2, 3, do_power);
SLOTV(m_rpower, __rpow__, 2, 3, do_rpower);
BINARY(matmul, OP_MATMUL)
#endif

#define COMPARE(name, op)                                                                                    \
    static value do_##name(value a, value b)                                                                 \
    {                                                                                                        \
        return native_compare(op, a, b);                                                                     \
    }                                                                                                        \
    SLOT2(m_##name, __##name##__, do_##name);
#if ADDER_METHODS
COMPARE(lt, OP_LT)
COMPARE(le, OP_LE)
COMPARE(gt, OP_GT)
COMPARE(ge, OP_GE)
#endif
COMPARE(eq, OP_EQ)
COMPARE(ne, OP_NE)

#define UNARY(name, op)                                                                                      \
    static value do_##name(value a)                                                                          \
    {                                                                                                        \
        return native_unary(op, a);                                                                          \
    }                                                                                                        \
    SLOT1(m_##name, __##name##__, do_##name);
#if ADDER_METHODS
UNARY(neg, OP_NEG)
UNARY(pos, OP_POS)
UNARY(invert, OP_INVERT)
UNARY(abs, OP_ABS)
#endif

/* ---- containers ---- */

static value do_getitem(value self, value key)
{
    return native_getitem(self, key);
}

static value do_setitem(value self, value key, value v)
{
    NATIVE(setitem, __setitem__);
    s->setitem(self, key, v);
    return NONE;
}

static value do_delitem(value self, value key)
{
    NATIVE(setitem, __delitem__);
    s->setitem(self, key, UNDEF);
    return NONE;
}

static value do_contains(value self, value v)
{
    const struct slots *s = native_slots(&self);
    return from_bool(s->contains ? s->contains(self, v) : contains_by_iteration(self, v));
}

static value do_iter(value self)
{
    NATIVE(iter, __iter__);
    value it = s->iter(self);
    return it == self ? whole : it;
}

static value do_next(value self)
{
    NATIVE(next, __next__);
    vm.stop_value = UNDEF;
    value v = s->next(self);
    if (v != STOP) return v;
    v = vm.stop_value;
    raise(exception_new(&type_StopIteration, v != UNDEF && v != NONE, &v));
}

static value do_len(value self)
{
    NATIVE(len, __len__);
    return int_from_int64(s->len(self));
}

/* ---- the rest ---- */

static value do_bool(value self)
{
    self = unwrap(self);
    if (has_instance_layout(self)) raise_no_slot(self, S___bool__);
    return from_bool(truth(self));
}

static value do_hash(value self)
{
    return int_from_hash(hash_of(unwrap(self)));
}

static value do_index(value self)
{
    if (is_integer(unwrap(self))) return need_integer(unwrap(self));
    NATIVE(index, __index__);
    return s->index(self);
}

static value do_repr(value self)
{
    value derived = self;
    NATIVE(repr, __repr__);
    struct printer p;
    printer_init(&p);
    if (derived != self)
        native_repr(derived, self, &p);
    else
        s->repr(self, &p);
    return printer_str(&p);
}

static value do_str(value self)
{
    const struct slots *s = native_slots(&self);
    if (!s->str) return is_str(self) ? self : to_repr(self);
    struct printer p;
    printer_init(&p);
    s->str(self, &p);
    return printer_str(&p);
}

static value do_format(value self, value spec)
{
    value o = self;
    NATIVE(format, __format__);
    if (!is_str(unwrap(spec))) raise_type_error("__format__() argument must be str, not %T", spec);
    spec = unwrap(spec);
    return o != self && str_view(spec).len == 0 ? to_str(o) : s->format(self, spec);
}

static value do_call(size_t n, value *args, size_t nkw, const value *kwnames)
{
    value self = args[0];
    NATIVE(call, __call__);
    return s->call(self, n - 1, args + 1, nkw, kwnames);
}

static value do_new(size_t n, value *args, size_t nkw, const value *kwnames)
{
    if (!is_class(args[0])) raise_type_error("__new__(X): X is not a type object (%t)", args[0]);
    return native_new(class_of(args[0]), n - 1, args + 1, nkw, kwnames);
}

#if ADDER_METHODS
/* __init__ of an object that is there already: it becomes as a new one. */
static void init_again(value self, size_t n, value *args, size_t nkw, const value *kwnames)
{
    const struct type *t = type_of(self);
    if (t == &type_bytearray) {
        set_item(self, slice_new(NONE, NONE, NONE), t->slots->make(t, n, args, nkw, kwnames));
    } else if (t == &type_property || t == &type_classmethod || t == &type_staticmethod) {
        value made = t->slots->make(t, n, args, nkw, kwnames);
        memcpy(obj_of(self) + 1, obj_of(made) + 1, t->slots->size - sizeof(struct object));
    }
}
#else
#define init_again(self, n, args, nkw, kwnames) (void)(nkw), (void)(kwnames)
#endif

static value do_init(size_t n, value *args, size_t nkw, const value *kwnames)
{
    if (type_of(args[0])->flags & TYPE_WRAPS)
        native_init(args[0], n - 1, args + 1, nkw, kwnames);
    else
        init_again(args[0], n - 1, args + 1, nkw, kwnames);
    return NONE;
}

SLOT2(m_getitem, __getitem__, do_getitem);
SLOT3(m_setitem, __setitem__, do_setitem);
SLOT2(m_delitem, __delitem__, do_delitem);
SLOT2(m_contains, __contains__, do_contains);
SLOT1(m_iter, __iter__, do_iter);
SLOT1(m_next, __next__, do_next);
SLOT1(m_len, __len__, do_len);
SLOT1(m_bool, __bool__, do_bool);
SLOT1(m_hash, __hash__, do_hash);
SLOT1(m_index, __index__, do_index);
SLOT1(m_repr, __repr__, do_repr);
SLOT1(m_str, __str__, do_str);
METHOD2(m_format, __format__, do_format);
SLOTK(m_call, __call__, do_call);
SLOTK(m_init, __init__, do_init);
STATIC_NEW(m_new, do_new);

/* ---- the table ---- */

struct row {
    const struct cfunction *function;
    uint16_t slot;     /* which a type must have: its offset in struct slots */
    uint8_t operator;  /* + 1: must be among the type's in `operators`; 0: always there with the slot */
    uint8_t reflected; /* the operator's reflected method */
};

#ifdef ADDER_SYMBOL_SCAN
#define ROW(name, slot) S___##name##__
#define ROWS(name, op)  S___##name##__ S___r##name##__ S___i##name##__
#define PAIR(name, op)  S___##name##__ S___r##name##__
#define OPERATOR(name, slot, op, reflected) S___##name##__
#else
#define ROW(name, slot)                                                                                      \
    {                                                                                                        \
        &m_##name, offsetof(struct slots, slot), 0, 0                                                        \
    }
#define OPERATOR(name, slot, op, reflected)                                                                  \
    {                                                                                                        \
        &m_##name, offsetof(struct slots, slot), op + 1, reflected                                           \
    }
#define PAIR(name, op) OPERATOR(name, binary, op, 0), OPERATOR(r##name, binary, op, 1)
#define ROWS(name, op) PAIR(name, op), OPERATOR(i##name, inplace, op, 0)
#endif

static const struct row rows[] = {
    ROW(len, len),
    ROW(getitem, getitem),
    ROW(setitem, setitem),
    ROW(delitem, setitem),
    ROW(contains, contains),
    ROW(iter, iter),
    ROW(next, next),
    ROW(init, make),
    ROW(new, make),
    ROW(call, call),
    ROW(repr, repr),
    ROW(str, str),
    ROW(format, format),
    ROW(hash, hash),
    ROW(bool, truth),
    ROW(index, index),
    ROW(eq, compare),
    ROW(ne, compare),
#if ADDER_METHODS
    ROW(lt, compare),
    ROW(le, compare),
    ROW(gt, compare),
    ROW(ge, compare),
    OPERATOR(neg, unary, OP_NEG, 0),
    OPERATOR(pos, unary, OP_POS, 0),
    OPERATOR(invert, unary, OP_INVERT, 0),
    OPERATOR(abs, unary, OP_ABS, 0),
    ROWS(add, OP_ADD),
    ROWS(sub, OP_SUB),
    ROWS(mul, OP_MUL),
    ROWS(truediv, OP_DIV),
    ROWS(floordiv, OP_FLOORDIV),
#if ADDER_METHODS
    PAIR(divmod, OP_FLOORDIV),
#endif
    ROWS(mod, OP_MOD),
    ROWS(and, OP_AND),
    ROWS(or, OP_OR),
    ROWS(xor, OP_XOR),
    ROWS(lshift, OP_SHL),
    ROWS(rshift, OP_SHR),
#ifdef ADDER_SYMBOL_SCAN
    ROWS(pow, OP_POW),
#else
    OPERATOR(power, binary, OP_POW, 0),
    OPERATOR(rpower, binary, OP_POW, 1),
    OPERATOR(ipow, inplace, OP_POW, 0),
#endif
    ROWS(matmul, OP_MATMUL),
#endif
};

#if ADDER_METHODS
/* Which operators the common types have; others are taken to have all. */
#define SIGNS      (1 << OP_NEG | 1 << OP_POS | 1 << OP_ABS)
#define FIELD      (1 << OP_ADD | 1 << OP_SUB | 1 << OP_MUL | 1 << OP_DIV | 1 << OP_POW | SIGNS)
#define ARITHMETIC (FIELD | 1 << OP_FLOORDIV | 1 << OP_MOD)
#define BITS       (1 << OP_AND | 1 << OP_OR | 1 << OP_XOR)
#define INTEGER    (ARITHMETIC | BITS | 1 << OP_SHL | 1 << OP_SHR | 1 << OP_INVERT)
#define SEQUENCE   (1 << OP_ADD | 1 << OP_MUL)
static const struct {
    const struct type *type;
    uint32_t operators;
} operators[] = {
    {&type_int, INTEGER},
    {&type_bool, INTEGER},
    {&type_float, ARITHMETIC},
#if ADDER_COMPLEX
    {&type_complex, FIELD},
#endif
    {&type_str, SEQUENCE | 1 << OP_MOD},
    {&type_bytes, SEQUENCE | 1 << OP_MOD},
    {&type_bytearray, SEQUENCE | 1 << OP_MOD},
    {&type_list, SEQUENCE},
    {&type_tuple, SEQUENCE},
    {&type_dict, 1 << OP_OR},
    {&type_set, BITS | 1 << OP_SUB},
    {&type_frozenset, BITS | 1 << OP_SUB},
    {&type_dict_keys, BITS | 1 << OP_SUB},
    {&type_dict_items, BITS | 1 << OP_SUB},
    {&type_mappingproxy, 1 << OP_OR},
    {&type_type, 1 << OP_OR},
#if ADDER_TYPING
    {&type_generic_alias, 1 << OP_OR},
    {&type_union, 1 << OP_OR},
    {&type_typevar, 1 << OP_OR},
    {&type_type_alias, 1 << OP_OR},
#endif
    {&type_none, 0}, /* None | int is of the class's making */
};

/* Sequences aren't added the other way round, and % has no form in place. */
static bool has_operator(const struct type *t, const struct row *r)
{
    if (r->operator == OP_MOD + 1 && r->slot == offsetof(struct slots, inplace)) return false;
    for (size_t i = 0; r->operator && i < sizeof operators / sizeof operators[0]; i++) {
        uint32_t has = operators[i].operators;
        if (operators[i].type == t)
            return has >> (r->operator - 1) & 1 &&
                   !(r->reflected && r->operator == OP_ADD + 1 && !(has & 1 << OP_SUB));
    }
    return true;
}
#else
#define has_operator(type, row) true
#endif

/* Whether the type's constructor is __init__, too, and not __new__ alone. */
static bool has_init(const struct type *t)
{
    static const struct type *const none[] = {&type_range, &type_slice, &type_bool, &type_memoryview, &type_mappingproxy, &type_method,
                                              &type_generic_alias, &type_none, &type_ellipsis, &type_notimpl};
    for (size_t i = 0; ADDER_METHODS && i < sizeof none / sizeof none[0]; i++)
        if (none[i] == t) return false;
    return !type_is_immutable(t) || (ADDER_METHODS && t == &type_weakref);
}

static bool provides(const struct type *t, const struct row *r)
{
    void *slot; /* any of the slots: all are pointers */
    memcpy(&slot, (const char *)t->slots + r->slot, sizeof slot);
    if (ADDER_METHODS && r->function == &m_bool && t->slots->len && t != &type_range) return false; /* their length tells */
    if (ADDER_METHODS && t == &type_type && r->slot == offsetof(struct slots, getitem)) return false; /* __class_getitem__ */
    return slot && has_operator(t, r) && !(r->function == &m_init && !has_init(t));
}

/* object lists its methods; exceptions have those of BaseException. */
static bool inherits_all(const struct type *t)
{
    return t == &type_object || ((t->flags & TYPE_EXCEPTION) && t != &type_BaseException);
}

value slot_method(const struct type *t, value name)
{
    size_t n;
    if (inherits_all(t) || !is_sym(name) || sym_of(name) >= S_COUNT ||
        memcmp(symbol_text(name, &n), "__", 2) != 0)
        return UNDEF;
    /* No hash but a comparison: unhashable. */
    if (name == SYMBOL(S___hash__) && !t->slots->hash && t->slots->compare) return NONE;
    for (const struct row *r = rows; r != rows + sizeof rows / sizeof rows[0]; r++)
        if (r->function->name == sym_of(name)) return provides(t, r) ? from_ptr(r->function) : UNDEF;
    return UNDEF;
}

void slot_method_names(const struct type *t, struct dict *names)
{
    if (inherits_all(t)) return;
    for (const struct row *r = rows; r != rows + sizeof rows / sizeof rows[0]; r++)
        if (provides(t, r)) dict_set(names, SYMBOL(r->function->name), NONE);
}

#if ADDER_METHODS
bool slot_is_method(const struct cfunction *f, const struct type *t)
{
    bool is_dict = type_is_subtype(t, &type_dict);
    return f == &m_getitem ? is_dict || type_is_subtype(t, &type_list)
                           : f == &m_contains && (is_dict || type_is_subtype(t, &type_set) || type_is_subtype(t, &type_frozenset));
}

const struct type *slot_owner(const struct type *t, const struct cfunction *f)
{
    const struct row *r = rows;
    while (r->function != f)
        if (++r == rows + sizeof rows / sizeof rows[0]) return t;
    if (t == &type_bool && r->operator && BITS >> (r->operator - 1) & 1) return t;
    for (const struct type *base = t->base; base && memcmp((const char *)t->slots + r->slot, (const char *)base->slots + r->slot,
                                                           sizeof(void *)) == 0; base = base->base)
        if (provides(base, r)) t = base;
    return t;
}
#endif

bool is_slot_init(value f)
{
    return f == from_ptr(&m_init);
}
#endif
