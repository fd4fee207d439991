/* What C functions need to read their arguments: conversions that raise, indices, slices, keywords. */
#include "../vm/vm.h"
#include "class.h"

/* ---- integers ---- */

value need_integer(value v)
{
    if (is_int(v))
        return v;
    if (is_bool(v))
        return from_int(v == TRUE);
    if (is_integer(v))
        return v;
    const struct slots *s = slots_of(v);
    value i = s->index ? s->index(v) : UNDEF;
    if (i == UNDEF)
        raise_usual_type_error("'%t' object cannot be interpreted as an integer", v);
    return i;
}

bool has_index(value v)
{
    if (is_integer(v))
        return true;
    if (is_float(v) || !slots_of(v)->index)
        return false;
    return !has_instance_layout(v) || is_integer(unwrap(v)) || find_special(v, SYMBOL(S___index__)) != UNDEF;
}

word need_word(value v)
{
    if (is_int(v))
        return int_of(v);
    int64_t i;
    if (!int_to_int64(need_integer(v), &i) || i > INTPTR_MAX || i < INTPTR_MIN)
        raise_error(&type_OverflowError, "Python int too large to convert to C ssize_t");
    return (word)i;
}

word need_index_word(value v)
{
    if (is_int(v))
        return int_of(v);
    int64_t i;
    value integer = need_integer(v);
    if (int_to_int64(integer, &i) && i <= INTPTR_MAX && i >= INTPTR_MIN)
        return (word)i;
    return int_sign(integer) < 0 ? INTPTR_MIN : INTPTR_MAX;
}

bool index_was_clamped(value v, word i)
{
    return (i == INTPTR_MIN || i == INTPTR_MAX) && !(ADDER_METHODS && is_integer(v) && int_compare(v, int_from_int64(i)) == 0);
}

word need_index_size(value v, const struct type *error)
{
    word i = need_index_word(v);
    if (index_was_clamped(v, i))
        raise_error(error, "cannot fit '%t' into an index-sized integer", v);
    return i;
}

int need_int(value v)
{
    word i = need_index_word(v);
    if (i > INT32_MAX || i < INT32_MIN || index_was_clamped(v, i))
        raise_error(&type_OverflowError, "Python int too large to convert to C int");
    return (int)i;
}

#if ADDER_METHODS
void warn_deprecated(value message)
{
    value args[] = {message, from_ptr(&type_DeprecationWarning)};
    call_method(vm_hooks.import(SYMBOL(S_warnings), NONE, 0), SYMBOL(S_warn), 2, args);
}

void warn_derived(value v, const char *method, value r, const struct type *type)
{
    value name = type->name;
    if (type_of(r) == type || !type_is_subtype(type_of(r), type))
        return;
    value owner = v == UNDEF ? SYMBOL(S_empty) : str_format_c("%t.", v);
    warn_deprecated(str_format_c("%v%s returned non-%v (type %t).  The ability to return an instance of a strict subclass of %v is "
                                 "deprecated, and may be removed in a future version of Python.", owner, method, name, r, name));
}
#endif

double float_by_method(value v, value method)
{
    value r = call0(method);
    warn_derived(v, "__float__", r, &type_float);
    if (!is_float(unwrap(r)))
        raise_type_error("%t.__float__ returned non-float (type %t)", v, r);
    return (double)real_of(unwrap(r));
}

double need_double(value v)
{
    if (is_int(v))
        return (double)int_of(v);
    if (is_float(v))
        return (double)real_of(v);
    value native = unwrap(v);
    if (is_float(native))
        return (double)real_of(native);
    if (is_bool(v))
        return v == TRUE;
    if (is_integer(v))
        return int_to_double(v);
    value f = is_obj(v) ? find_special(v, SYMBOL(S___float__)) : UNDEF;
    if (f != UNDEF)
        return float_by_method(v, f);
    const struct slots *s = slots_of(v);
    value i = s->index ? s->index(v) : UNDEF;
    if (i == UNDEF)
        raise_usual_type_error("must be real number, not %t", v);
    return int_to_double(i);
}

/* ---- indices and slices ---- */

size_t need_index(value key, size_t len, const char *type_name)
{
    word i;
    if (is_int(key)) {
        i = int_of(key);
    } else {
        bool of_string = strcmp(type_name, "string") == 0;
        if (ADDER_METHODS ? !has_index(key) : !is_integer(key) && !slots_of(key)->index)
            raise_type_error(of_string ? "%s indices must be integers, not '%t'"
                                       : "%s indices must be integers or slices, not %t", type_name, key);
        i = need_index_size(key, &type_IndexError);
    }
    if (i < 0)
        i += (word)len;
    if (i < 0 || (size_t)i >= len)
        raise_error(&type_IndexError, strcmp(type_name, "byte") ? "%s index out of range" : "index out of range", type_name);
    return (size_t)i;
}

word need_slice_word(value v)
{
    if (!has_index(v))
        raise_type_error("slice indices must be integers or None or have an __index__ method");
    return need_index_word(v);
}

static inline word slice_word(value v, word if_none)
{
    return is_int(v) ? int_of(v) : v == NONE ? if_none : need_slice_word(v);
}

static inline word slice_clamp(word i, word len, bool backwards)
{
    if (i < 0) {
        i += len;
        if (i < 0)
            return backwards ? -1 : 0;
    }
    if (i >= len)
        return backwards ? len - 1 : len;
    return i;
}

value plain_key(value key)
{
    if (is_int(key) || !is_type(key, &type_slice))
        return is_integer(key) || (ADDER_METHODS ? !has_index(key) : !slots_of(key)->index) ? key : need_integer(key);
    const struct slice *s = (const struct slice *)key;
    value bounds[3] = {s->step, s->start, s->stop}; /* called in this order, as CPython does */
    bool plain = true;
    for (unsigned i = 0; i < 3; i++) {
        if (i && bounds[0] == from_int(0)) raise_value_error("slice step cannot be zero");
        if (is_int(bounds[i]) || bounds[i] == NONE)
            continue;
        plain = false;
        bounds[i] = int_from_int64(need_slice_word(bounds[i]));
    }
    return plain ? key : slice_new(bounds[1], bounds[2], bounds[0]);
}

size_t slice_bounds(value slice, size_t length, word *start, word *stop, word *step)
{
    const struct slice *s = (const struct slice *)slice;
    word len = (word)length;
    word by = slice_word(s->step, 1);
    if (by == 0)
        raise_value_error("slice step cannot be zero");
    if (by > len + 2)
        by = len + 2;
    if (by < -len - 2)
        by = -len - 2;
    bool back = by < 0;
    word from = slice_clamp(slice_word(s->start, back ? INTPTR_MAX : 0), len, back);
    word to = s->stop == NONE ? (back ? -1 : len) : slice_clamp(slice_word(s->stop, 0), len, back);
    *start = from;
    *stop = to;
    *step = by;
    word n = back ? from - to : to - from;
    if (by == 1 || by == -1) /* most are, and dividing is slow */
        return n > 0 ? (size_t)n : 0;
    return n > 0 ? (size_t)((n - 1) / (back ? -by : by) + 1) : 0;
}

/* ---- keywords ---- */

/* Raises that `given` arguments of a kind ("", "keyword ", "positional ") are not `limit`. */
static _Noreturn void raise_count(const char *fname, const char *which, size_t limit, const char *kind, size_t given)
{
    raise_type_error("%s() takes %s %zd %sargument%s (%zd given)", fname, which, limit, kind,
                     limit == 1 ? "" : "s", given);
}

/* Checks how many arguments there are: `total` of all kinds, `given` by position. */
static void check_count(const char *fname, size_t given, size_t total, size_t nparams, const sym *params,
                        size_t positional, size_t required)
{
    size_t nameless = 0; /* required parameters that can't be given by name */
    while (nameless < required && params[nameless] == 0)
        nameless++;
    if (total > nparams)
        raise_count(fname, "at most", nparams, given ? "" : "keyword ", total);
    if (given > positional && positional == 0)
        raise_type_error("%s() takes no positional arguments", fname);
    if (given > positional)
        raise_count(fname, required == positional ? "exactly" : "at most", positional, "positional ", given);
    if (given < nameless)
        raise_count(fname, nameless < positional ? "at least" : "exactly", nameless, "positional ", given);
}

/* The number of the parameter of this name; nparams: none. */
static size_t param_find(value name, size_t nparams, const sym *params)
{
    size_t i = 0;
    while (i < nparams && (params[i] == 0 || SYMBOL(params[i]) != name))
        i++;
    return i;
}

#if ADDER_TRACING
_Noreturn void raise_unexpected_keyword(value function, value name, value names)
{
    value near = vm_hooks.nearest(name, names);
    raise_type_error(near == UNDEF ? "%v() got an unexpected keyword argument '%v'"
                                   : "%v() got an unexpected keyword argument '%v'. Did you mean '%v'?", function, name, near);
}

static _Noreturn void raise_unexpected(const char *fname, value name, size_t nparams, const sym *params)
{
    value names = list_new(0, NULL);
    for (size_t i = 0; i < nparams; i++)
        if (params[i]) list_append(list_of(names), SYMBOL(params[i]));
    raise_unexpected_keyword(str_new(fname, strlen(fname)), name, names);
}
#else
#define raise_unexpected(fname, name, nparams, params) \
    raise_usual_type_error("%s() got an unexpected keyword argument '%v'", fname, name)
#endif

/* A keyword that names no parameter, or (i < nparams) one that was given by position. */
static _Noreturn void raise_keyword(const char *fname, value name, size_t i, size_t nparams, const sym *params)
{
    (void)params;
    if (i == nparams) raise_unexpected(fname, name, nparams, params);
    raise_type_error("argument for %s() given by name ('%v') and position (%zd)", fname, name, i + 1);
}

void args_bind(const char *fname, size_t n, value *args, size_t nkw, const value *kwnames,
               int skip_self, size_t nparams, const sym *params, size_t positional, size_t required, value *out)
{
    size_t given = n - (size_t)skip_self;
    size_t unknown = nkw;
    check_count(fname, given, given + nkw, nparams, params, positional, required);
    for (size_t i = 0; i < nparams; i++)
        out[i] = i < given ? args[i + (size_t)skip_self] : UNDEF;
    for (size_t k = 0; k < nkw; k++) {
        size_t i = param_find(kwnames[k], nparams, params);
        if (i < nparams && i >= given)
            out[i] = args[n + k];
        else if (unknown == nkw || i < nparams)
            unknown = k;
    }
    for (size_t i = 0; i < required; i++) {
        if (out[i] == UNDEF)
            raise_usual_type_error("%s() missing required argument '%v' (pos %zd)", fname, SYMBOL(params[i]), i + 1);
    }
    if (unknown < nkw)
        raise_keyword(fname, kwnames[unknown], param_find(kwnames[unknown], nparams, params), nparams, params);
}

void args_count(const char *fname, size_t n, size_t nkw, size_t min, size_t max)
{
    if (nkw)
        raise_type_error("%s() takes no keyword arguments", fname);
    if (n >= min && n <= max)
        return;
    size_t bound = n < min ? min : max;
    raise_usual_type_error("%s expected %s%zd argument%s, got %zd", fname,
                     min == max ? "" : n < min ? "at least " : "at most ", bound, bound == 1 ? "" : "s", n);
}
