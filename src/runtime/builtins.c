/* The module builtins: its table, how names are found in it, and the functions about single values and
 * about iterables. Those about code, names and the console are in builtins_run.c. */
#include "../object/class.h"
#include "../object/text.h"
#include "builtins.h"

/* ---- the table ---- */

#pragma push_macro("bool") /* here it is a name like any other */
#undef bool

#define FUN_0(name) CFUNCTION(function_##name, name, CF_0, 0, 0, 0, f0, builtin_##name);
#define FUN_1(name) CFUNCTION(function_##name, name, CF_1, 1, 1, 0, f1, builtin_##name);
#define FUN_2(name) CFUNCTION(function_##name, name, CF_2, 2, 2, 0, f2, builtin_##name);
#define FUN_3(name) CFUNCTION(function_##name, name, CF_3, 3, 3, 0, f3, builtin_##name);
#define FUN_V(name, min, max) CFUNCTION(function_##name, name, CF_VAR, min, max, 0, fv, builtin_##name);
#define FUN_K(name, min, max) CFUNCTION(function_##name, name, CF_KW, min, max, 0, fk, builtin_##name);
#define OBJECT(name, object)
#define CONSTANT(name, v)
#include "builtins.def"
#include "builtins_undef.h"

/* A row of the table, then a row of the enum that numbers the rows, then the row's place by symbol. */
#define FUN_0(name) OBJECT(name, function_##name)
#define FUN_1(name) OBJECT(name, function_##name)
#define FUN_2(name) OBJECT(name, function_##name)
#define FUN_3(name) OBJECT(name, function_##name)
#define FUN_V(name, min, max) OBJECT(name, function_##name)
#define FUN_K(name, min, max) OBJECT(name, function_##name)

static const struct attr builtins_attrs[] = {
#define OBJECT(name, object) ATTR(name, object),
#define CONSTANT(name, v) ATTR_VALUE(name, v),
#define X(name, base) ATTR(name, type_##name),
#include "builtins.def"
#include "../object/exceptions.def"
#undef OBJECT
#undef CONSTANT
#undef X
};

enum builtin_row {
#define OBJECT(name, object) ROW_##name,
#define CONSTANT(name, v) ROW_##name,
#define X(name, base) ROW_##name,
#include "builtins.def"
#include "../object/exceptions.def"
#undef OBJECT
#undef CONSTANT
#undef X
    ROWS
};
#if ADDER_FAST
_Static_assert(ROWS < 255, "rows are numbered by bytes");

static const uint8_t row_of_symbol[S_COUNT] = {
#define OBJECT(name, object) [S_##name] = ROW_##name + 1,
#define CONSTANT(name, v) [S_##name] = ROW_##name + 1,
#define X(name, base) [S_##name] = ROW_##name + 1,
#include "builtins.def"
#include "../object/exceptions.def"
};

static unsigned row_of(sym id)
{
    return id < S_COUNT ? row_of_symbol[id] : 0;
}
#else
/* The row of a name, counted from 1; 0: there is none. */
static unsigned row_of(sym id)
{
    for (unsigned i = 0; i < ROWS; i++)
        if (builtins_attrs[i].symbol == id) return i + 1;
    return 0;
}
#endif

#pragma pop_macro("bool")

const struct module_def module_builtins = {
    .name = SYMBOL(S_builtins),
    .attrs = builtins_attrs,
    .nattrs = sizeof builtins_attrs / sizeof builtins_attrs[0],
};

value builtin_find(value name)
{
    if (runtime.builtins != UNDEF) {
        struct dict *d = ((struct module *)runtime.builtins)->dict;
        int i = d ? dict_find_symbol(d, name) : -1;
        if (i >= 0)
            return dict_entry(d, (uint32_t)i)[1];
    }
    sym id = sym_of(name);
    unsigned row = row_of(id);
    if (!row)
        return UNDEF;
    if (id == S___debug__)
        return from_bool(compile_optimise == 0);
    return builtins_attrs[row - 1].value;
}

struct dict *builtins_dict(void)
{
    struct module *m = (struct module *)import_builtin(SYMBOL(S_builtins));
    if (!m->dict) {
        m->dict = dict_new(1);
        m->dict->flags |= DICT_GLOBALS | DICT_CLASS; /* a change shows through every module's globals */
    }
    return m->dict;
}

/* ---- numbers ---- */

value builtin_abs(value v)
{
    return unary(OP_ABS, v);
}

/* v.__name__(...) of an instance, unbound part looked up on its type; NOTIMPL if there is none. */
static value call_special(value v, value name, size_t n, const value *args)
{
    value f = find_special(v, name);
    return f == UNDEF ? NOTIMPL : call(f, n, args);
}

static bool is_number(value v)
{
    v = unwrap(v);
    return is_integer(v) || is_float(v);
}

value builtin_divmod(value a, value b)
{
    if (is_integer(a) && is_integer(b))
        return int_divmod(a, b);
#if ADDER_USUAL_METHODS
    bool reflected = type_of(a) != type_of(b), first = reflected && is_instance(b, type_of(a));
    value r = first ? call_special(b, SYMBOL(S___rdivmod__), 1, &a) : NOTIMPL;
    if (r == NOTIMPL)
        r = call_special(a, SYMBOL(S___divmod__), 1, &b);
    if (r == NOTIMPL && reflected && !first)
        r = call_special(b, SYMBOL(S___rdivmod__), 1, &a);
    if (r != NOTIMPL)
        return r;
#endif
    if (!is_number(a) || !is_number(b))
        raise_type_error("unsupported operand type(s) for divmod(): '%t' and '%t'", a, b);
    a = unwrap(a);
    b = unwrap(b);
    if (is_integer(a) && is_integer(b))
        return int_divmod(a, b);
    value quotient = binary(OP_FLOORDIV, a, b);
    value pair[2] = {quotient, binary(OP_MOD, a, b)};
    return tuple_new(2, pair);
}

#if ADDER_USUAL_METHODS
static value pow_modulo(value *v)
{
    value a = unwrap(v[0]), b = unwrap(v[1]), m = unwrap(v[2]);
    value r = has_instance_layout(v[0]) ? call_special(v[0], SYMBOL(S___pow__), 2, v + 1) : NOTIMPL;
    if (r == NOTIMPL && has_instance_layout(v[1])) {
        const value args[] = {v[0], v[2]};
        r = call_special(v[1], SYMBOL(S___rpow__), 2, args);
    }
    if (r != NOTIMPL)
        return r;
    if (is_integer(a) && is_integer(b) && is_integer(m))
        return int_pow_mod(a, b, m);
    for (size_t i = 0; i < 3; i++) { /* each type is asked in turn */
        value x = unwrap(v[i]);
        if (is_float(x)) raise_type_error("pow() 3rd argument not allowed unless all arguments are integers");
        if (is_complex(x) && (is_number(a) || is_complex(a)) && (is_number(b) || is_complex(b))) raise_value_error("complex modulo");
    }
    raise_type_error("unsupported operand type(s) for ** or pow(): '%t', '%t', '%t'", v[0], v[1], v[2]);
}

value builtin_pow(size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym names[] = {S_base, S_exp, S_mod};
    value v[3];
    args_bind("pow", n, args, nkw, kwnames, 0, 3, names, 3, 2, v);
    if (v[2] == UNDEF || v[2] == NONE)
        return binary(OP_POW, v[0], v[1]);
    return pow_modulo(v);
}
#else
value builtin_pow(size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym names[] = {S_base, S_exp};
    value v[2];
    args_bind("pow", n, args, nkw, kwnames, 0, 2, names, 2, 2, v);
    return binary(OP_POW, v[0], v[1]);
}
#endif

value builtin_round(size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym names[] = {S_number, S_ndigits};
    value v[2];
    args_bind("round", n, args, nkw, kwnames, 0, 2, names, 2, 1, v);
    if (is_integer(v[0]))
        return int_round(v[0], v[1]);
    if (is_float(v[0]))
        return float_round(v[0], v[1]);
    value r = call_special(v[0], SYMBOL(S___round__), v[1] != UNDEF && v[1] != NONE, v + 1);
    if (r != NOTIMPL)
        return r;
    value native = unwrap(v[0]);
    if (is_integer(native))
        return int_round(native, v[1]);
    if (is_float(native))
        return float_round(native, v[1]);
    raise_type_error("type %t doesn't define __round__ method", v[0]);
}

static value in_base(value v, int base, const char *prefix)
{
    struct printer p;
    v = need_integer(v);
    printer_init(&p);
    if (int_sign(v) < 0) {
        print_text(&p, "-", 1);
        v = unary(OP_NEG, v);
    }
    print_text(&p, prefix, 2);
    int_print(v, base, false, &p);
    return printer_str(&p);
}

value builtin_bin(value v) { return in_base(v, 2, "0b"); }
value builtin_oct(value v) { return in_base(v, 8, "0o"); }
value builtin_hex(value v) { return in_base(v, 16, "0x"); }

/* ---- characters and texts ---- */

value builtin_chr(value v)
{
    word c = need_index_word(v);
    if (c < 0 || c > (word)CHAR_MAX_CODE)
        raise_value_error("chr() arg not in range(0x110000)");
    return str_from_char((uint32_t)c);
}

value builtin_ord(value v)
{
    value native = unwrap(v);
    struct buffer b;
    size_t n;
    if (is_str(native)) {
        struct view s = str_view(native);
        const char *at = s.data;
        n = str_chars(native);
        if (n == 1)
            return from_int((word)utf8_decode(&at));
    } else if ((is_bytes(native) || type_of(native) == &type_bytearray) && get_buffer(native, &b, false)) {
        n = b.len;
        if (n == 1)
            return from_int(b.data[0]);
    } else {
        raise_type_error("ord() expected string of length 1, but %t found", v);
    }
    raise_type_error("ord() expected a character, but string of length %zd found", (word)n);
}

value builtin_repr(value v)
{
    return str_of_object(v, true);
}

value builtin_ascii(value v)
{
    return to_ascii(v);
}

value builtin_format(size_t n, value *args)
{
    value spec = n > 1 ? unwrap(args[1]) : SYMBOL(S_empty);
    if (!is_str(spec))
        raise_type_error("format() argument 2 must be str, not %T", args[1]);
    const struct slots *s = slots_of(args[0]);
    if (ADDER_METHODS && s->format) { /* it may be of a subclass of str */
        value text = s->format(args[0], spec);
        if (!is_str(unwrap(text)))
            raise_type_error("__format__ must return a str, not %t", text);
        return text;
    }
    return to_format(args[0], spec);
}

/* ---- about any value ---- */

value builtin_callable(value v) { return from_bool(is_callable(v)); }
value builtin_hash(value v) { return int_from_hash(hash_of(v)); }
value builtin_id(value v) { return id_of(v); }
value builtin_len(value v) { return int_from_int64(len_of(v)); }

static value need_name(value name)
{
    value s = unwrap(name);
    if (!is_str(s))
        raise_type_error("attribute name must be string, not '%t'", name);
    return str_intern(s);
}

value builtin_getattr(size_t n, value *args)
{
    value name = need_name(args[1]);
    if (n < 3)
        return get_attr(args[0], name);
    value v = find_attr(args[0], name);
    return v == UNDEF ? args[2] : v;
}

value builtin_hasattr(value o, value name)
{
    return from_bool(find_attr(o, need_name(name)) != UNDEF);
}

value builtin_setattr(value o, value name, value v)
{
    set_attr(o, need_name(name), v);
    return NONE;
}

value builtin_delattr(value o, value name)
{
    set_attr(o, need_name(name), UNDEF);
    return NONE;
}

value builtin_isinstance(value v, value cls) { return from_bool(class_check_instance(v, cls)); }
value builtin_issubclass(value v, value cls) { return from_bool(class_check_subclass(v, cls)); }

/* ---- iterables ---- */

value builtin_all(value it)
{
    struct iter_room at;
    it = get_iter_at(&at, it);
    for (value x; (x = iter_next(it)) != STOP;)
        if (!truth(x))
            return FALSE;
    return TRUE;
}

value builtin_any(value it)
{
    struct iter_room at;
    it = get_iter_at(&at, it);
    for (value x; (x = iter_next(it)) != STOP;)
        if (truth(x))
            return TRUE;
    return FALSE;
}

/* The sum goes on in small ints, then in floats (with the error of each addition kept aside: Neumaier),
 * then by whatever + means; in small builds by that alone. */
value builtin_sum(size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym names[] = {0, S_start};
    value v[2];
    args_bind("sum", n, args, nkw, kwnames, 0, 2, names, 2, 1, v);
    value total = v[1] == UNDEF ? from_int(0) : v[1];
    value native = unwrap(total);
    struct iter_room at;
    value it = get_iter_at(&at, v[0]);
    if (is_str(native))
        raise_type_error("sum() can't sum strings [use ''.join(seq) instead]");
    if (is_bytes(native))
        raise_type_error("sum() can't sum bytes [use b''.join(seq) instead]");
    if (type_of(native) == &type_bytearray)
        raise_type_error("sum() can't sum bytearray [use b''.join(seq) instead]");
    value x = iter_next(it);
#if ADDER_FAST
    while (x != STOP && both_int(total, x)) {
        word r;
        if (__builtin_add_overflow((word)total, (word)(x - 1), &r)) {
            total = binary(OP_ADD, total, x);
            x = iter_next(it);
            break;
        }
        total = (value)r;
        x = iter_next(it);
    }
    if (x != STOP && is_float(x) && is_int(total)) {
        total = from_real((real)int_of(total));
    }
    if (is_float(total) && x != STOP) {
        real sum = real_of(total), lost = 0;
        while (x != STOP && (is_float(x) || is_int(x))) {
            real y = is_int(x) ? (real)int_of(x) : real_of(x);
            real t = sum + y;
            if (is_float(x))
                lost += (sum < 0 ? -sum : sum) >= (y < 0 ? -y : y) ? (sum - t) + y : (y - t) + sum;
            sum = t;
            x = iter_next(it);
        }
        if (lost != 0 && lost - lost == 0)
            sum += lost;
        total = from_real(sum);
    }
#endif
    for (; x != STOP; x = iter_next(it))
        total = binary(OP_ADD, total, x);
    return total;
}

static value extreme(enum op op, const char *name, size_t n, value *args, size_t nkw, const value *kwnames)
{
    value key = UNDEF, fallback = UNDEF;
    if (n == 0)
        raise_type_error("%s expected at least 1 argument, got 0", name);
    for (size_t i = 0; i < nkw; i++) {
        if (kwnames[i] == SYMBOL(S_key))
            key = args[n + i];
        else if (kwnames[i] == SYMBOL(S_default))
            fallback = args[n + i];
        else
            raise_usual_type_error("%s() got an unexpected keyword argument '%v'", name, kwnames[i]);
    }
    if (n > 1 && fallback != UNDEF)
        raise_type_error("Cannot specify a default for %s() with multiple positional arguments", name);
    if (key == NONE)
        key = UNDEF;
    struct iter_room at;
    value it = n == 1 ? get_iter_at(&at, args[0]) : UNDEF;
    value best = UNDEF, best_key = UNDEF;
    for (size_t i = 0; it != UNDEF || i < n; i++) {
        value x = it != UNDEF ? iter_next(it) : args[i];
        if (x == STOP)
            break;
        value k = key == UNDEF ? x : call1(key, x);
        if (best == UNDEF) {
            best = x;
            best_key = k;
            continue;
        }
        bool better = both_int(k, best_key)
                          ? (op == OP_LT ? (word)k < (word)best_key : (word)k > (word)best_key)
                          : truth(compare(op, k, best_key));
        if (better) {
            best = x;
            best_key = k;
        }
    }
    if (best != UNDEF)
        return best;
    if (fallback == UNDEF)
        raise_usual_value_error("%s() iterable argument is empty", name);
    return fallback;
}

value builtin_max(size_t n, value *args, size_t nkw, const value *kwnames)
{
    return extreme(OP_GT, "max", n, args, nkw, kwnames);
}

value builtin_min(size_t n, value *args, size_t nkw, const value *kwnames)
{
    return extreme(OP_LT, "min", n, args, nkw, kwnames);
}

value builtin_sorted(size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym names[] = {0, S_key, S_reverse};
    value v[3];
    if (n != 1)
        raise_type_error("sorted expected 1 argument, got %zd", (word)n);
    value l = list_from_iterable(args[0]);
    args_bind("sort", n, args, nkw, kwnames, 0, 3, names, 1, 1, v);
    list_sort(list_of(l), v[1] == NONE ? UNDEF : v[1], v[2] != UNDEF && truth(v[2]));
    return l;
}

value builtin_next(size_t n, value *args)
{
    const struct slots *slots = slots_of(args[0]);
    if (!slots->next)
        raise_usual_type_error("'%t' object is not an iterator", args[0]);
    vm.stop_value = UNDEF;
    value v = iter_next(args[0]);
    if (v != STOP)
        return v;
    if (n > 1)
        return args[1];
    value result = vm.stop_value;
    raise(exception_new(&type_StopIteration, result != UNDEF && result != NONE, &result));
}

value builtin_iter(size_t n, value *args)
{
    return n < 2 ? get_iter(args[0]) : callable_iter_new(args[0], args[1]);
}

#if ADDER_METHODS
/* ---- aiter, anext ---- */

value builtin_aiter(value v)
{
    value f = find_special(v, SYMBOL(S___aiter__));
    if (f == UNDEF)
        raise_type_error("'%t' object is not an async iterable", v);
    value it = call0(f);
    if (find_special(it, SYMBOL(S___anext__)) == UNDEF)
        raise_type_error("aiter() returned not an async iterator of type '%t'", it);
    return it;
}

/* anext(it, default): awaits, and turns StopAsyncIteration into the default. */
struct anext_default {
    struct object head;
    value awaited; /* the iterator of what is awaited */
    value fallback;
};

struct anext_call {
    struct anext_default *self;
    value name;
    size_t n;
    value *args;
};

static value anext_forward(void *arg)
{
    struct anext_call *c = arg;
    return call_method(c->self->awaited, c->name, c->n, c->args);
}

static const struct type type_anext;

static struct anext_default *need_anext(value self)
{
    return (struct anext_default *)need_self(self, &type_anext);
}

/* send(), throw() and the like go to what is awaited. */
static value anext_step(value self, value name, size_t n, value *args)
{
    struct anext_call c = {need_anext(self), name, n, args};
    value result;
    if (protect(anext_forward, &c, &result))
        return result;
    if (!exception_matches(result, from_ptr(&type_StopAsyncIteration)))
        raise(result);
    raise(exception_new(&type_StopIteration, 1, &c.self->fallback));
}

static value next_of(void *iterator)
{
    return iter_next((value)iterator);
}

static value anext_slot_next(value self)
{
    struct anext_default *a = (struct anext_default *)self;
    value result;
    vm.stop_value = NONE;
    if (protect(next_of, (void *)a->awaited, &result))
        return result;
    if (!exception_matches(result, from_ptr(&type_StopAsyncIteration)))
        raise(result);
    vm.stop_value = a->fallback;
    return STOP;
}

static value anext_send(value self, value v)
{
    if (v != NONE)
        return anext_step(self, SYMBOL(S_send), 1, &v);
    v = anext_slot_next(from_ptr(need_anext(self)));
    if (v == STOP)
        raise(exception_new(&type_StopIteration, 1, &vm.stop_value));
    return v;
}

static value anext_throw(size_t n, value *args) { return anext_step(args[0], SYMBOL(S_throw), n - 1, args + 1); }
static value anext_close(value self)
{
    return call_method(need_anext(self)->awaited, SYMBOL(S_close), 0, NULL);
}
static value anext_self(value self)
{
    return self;
}
METHOD2(anext_send_method, send, anext_send);
METHODV(anext_throw_method, throw, 2, 4, anext_throw);
METHOD1(anext_close_method, close, anext_close);
SLOT1(anext_await_method, __await__, anext_self);
static const struct attr anext_attrs[] = {
    ATTR(send, anext_send_method),
    ATTR(throw, anext_throw_method),
    ATTR(close, anext_close_method),
    ATTR(__await__, anext_await_method),
};

static void anext_trace(struct object *o)
{
    heap_visit_all(&((struct anext_default *)o)->awaited, 2);
}

static const struct slots anext_slots = {
    .size = sizeof(struct anext_default),
    .trace = anext_trace,
    .iter = anext_self,
    .next = anext_slot_next,
};
static const struct type type_anext = {
    .head = {&type_type},
    .slots = &anext_slots,
    .name = SYMBOL(S_anext_awaitable),
    TYPE_ATTRS(anext_attrs),
    .base = &type_object,
};

value builtin_anext(size_t n, value *args)
{
    value f = find_special(args[0], SYMBOL(S___anext__));
    if (f == UNDEF)
        raise_type_error("'%t' object is not an async iterator", args[0]);
    value awaitable = call0(f);
    if (n < 2)
        return awaitable;
    struct anext_default *a = heap_object(&type_anext, sizeof *a);
    value await = find_special(awaitable, SYMBOL(S___await__));
    a->awaited = await == UNDEF ? awaitable : call0(await);
    a->fallback = args[1];
    return from_ptr(a);
}
#endif
