/* Calls: binding arguments to parameters, and calling from C. */
#include "ops.h"
#include "../object/class.h"
#include "../object/code.h"
#include "../object/printer.h"

/* ---- binding ---- */

/* The name of parameter i; for messages. */
static value parameter_name(const struct code *c, size_t i)
{
    return code_name(c, code_counts(c).parameter_names + (unsigned)i);
}

static _Noreturn void raise_too_many(const struct function *f, size_t n, const value *base)
{
    const struct code_counts counts = code_counts(f->code);
    size_t most = counts.positional, defaults = f->defaults == UNDEF ? 0 : tuple_of(f->defaults)->len;
    size_t by_keyword = 0;
    if (!ADDER_MESSAGES) /* shorter */
        raise_usual_type_error("%v() takes %zd positional arguments but %zd were given", function_qualname(f),
                               (word)most, (word)n);
    for (size_t i = 0; i < counts.keyword_only; i++) by_keyword += base[most + i] != UNDEF;
    value takes = defaults ? str_format_c("from %zd to %zd", (word)(most - defaults), (word)most)
                           : str_format_c("%zd", (word)most);
    value given = by_keyword ? str_format_c("%zd positional argument%s (and %zd keyword-only argument%s) were", (word)n,
                                            n == 1 ? "" : "s", (word)by_keyword, by_keyword == 1 ? "" : "s")
                             : str_format_c("%zd %s", (word)n, n == 1 ? "was" : "were");
    raise_type_error("%v() takes %v positional argument%s but %v given", function_qualname(f), takes,
                     most == 1 && !defaults ? "" : "s", given);
}

/* "'a'", "'a' and 'b'", "'a', 'b', and 'c'": of the UNDEF ones among base[from, to). */
static _Noreturn void raise_missing(const struct function *f, const value *base, size_t from, size_t to,
                                    const char *kind)
{
    size_t missing = 0, said = 0;
    if (!ADDER_MESSAGES) {
        while (base[from] != UNDEF) from++;
        raise_usual_type_error("%v() missing required argument '%v'", function_qualname(f),
                               parameter_name(f->code, from));
    }
    for (size_t i = from; i < to; i++) missing += base[i] == UNDEF;
    struct printer p;
    printer_init(&p);
    for (size_t i = from; i < to; i++) {
        if (base[i] != UNDEF) continue;
        if (said > 0) print_z(&p, missing == 2 ? " and " : said + 1 == missing ? ", and " : ", ");
        print_format(&p, "'%v'", parameter_name(f->code, i));
        said++;
    }
    raise_type_error("%v() missing %zd required %s argument%s: %v", function_qualname(f), (word)missing, kind,
                     missing == 1 ? "" : "s", printer_str(&p));
}

/* A keyword is the name of a positional-only parameter: all that are such are told. */
static _Noreturn void raise_positional_only(const struct function *f, size_t nkw, const value *kwnames)
{
    const struct code *c = f->code;
    struct printer p;
    const char *separator = "";
    if (!ADDER_MESSAGES) raise_type_error("");
    printer_init(&p);
    for (unsigned i = 0; i < code_counts(c).positional_only; i++)
        for (size_t k = 0; k < nkw; k++) {
            if (parameter_name(c, i) != kwnames[k]) continue;
            print_format(&p, "%s%v", separator, kwnames[k]);
            separator = ", ";
        }
    raise_type_error("%v() got some positional-only arguments passed as keyword arguments: '%v'", function_qualname(f),
                     printer_str(&p));
}

/* Which parameters of the function have a name, and what is the number of that. */
struct named {
    size_t from, to;
    unsigned names;
};

static void bind_keyword(struct function *f, struct named named, value *base, size_t given, value name, value v,
                         value *keywords, size_t nkw, const value *kwnames)
{
    struct code *c = f->code;
    const struct code_info *info = c->info;
    for (size_t i = named.from; i < named.to; i++) {
        value parameter = code_name(c, named.names + (unsigned)i);
        if (parameter != name && !(is_obj(name) && str_equal(parameter, name))) continue;
        if (i < given || base[i] != UNDEF)
            raise_usual_type_error("%v() got multiple values for argument '%v'", function_qualname(f), name);
        base[i] = v;
        return;
    }
    if (info->flags & CODE_VARKW) {
        if (*keywords == UNDEF) *keywords = from_ptr(dict_new(0));
        dict_set(dict_of(*keywords), name, v);
        return;
    }
    for (size_t i = 0; i < named.from; i++)
        if (parameter_name(c, i) == name) raise_positional_only(f, nkw, kwnames);
#if ADDER_TRACING
    value names = list_new(0, NULL);
    for (size_t i = named.from; i < named.to; i++) list_append(list_of(names), parameter_name(c, i));
    raise_unexpected_keyword(function_qualname(f), name, names);
#else
    raise_usual_type_error("%v() got an unexpected keyword argument '%v'", function_qualname(f), name);
#endif
}

static void bind_defaults(struct function *f, size_t given, size_t positional, struct named named, value *base)
{
    if (f->defaults != UNDEF) {
        const struct tuple *d = tuple_of(f->defaults);
        size_t skip = d->len > positional ? d->len - positional : 0;
        size_t first = positional - (d->len - skip);
        for (size_t i = first; i < positional; i++)
            if (base[i] == UNDEF) base[i] = d->items[i - first + skip];
    }
    for (size_t i = given; i < positional; i++)
        if (base[i] == UNDEF) raise_missing(f, base, 0, positional, "positional");
    value kwdefaults = f->extra ? f->extra->kwdefaults : UNDEF;
    bool missing = false;
    for (size_t i = positional; i < named.to; i++) {
        if (base[i] == UNDEF && kwdefaults != UNDEF && kwdefaults != NONE)
            base[i] = dict_get(dict_of(kwdefaults), code_name(f->code, named.names + (unsigned)i));
        missing |= base[i] == UNDEF;
    }
    if (missing) raise_missing(f, base, positional, named.to, "keyword-only");
}

/* Room for n values while the caller runs: `few` if they fit, else a tuple that the C stack keeps alive. */
#define FEW 32
static value *temporary_values(value few[FEW], size_t n)
{
    return n <= FEW ? few : tuple_of(tuple_new(n, NULL))->items;
}

/* Parameters that are too many for registers are bound elsewhere: the arguments are copied there ... */
static value *many_begin(const struct code_counts *counts, const value *base, size_t n)
{
    struct tuple *t = tuple_of(tuple_new(n > counts->spilled ? n : counts->spilled, NULL));
    memcpy(t->items, base, n * sizeof(value));
    return t->items;
}

/* ... and what has become of them begins the list of variables. */
static void many_end(struct code *c, const value *items, value *base)
{
    value spill = list_new(code_counts(c).spilled, items);
    memset(base, 0, c->info->locals * sizeof(value));
    base[c->info->locals - 1] = spill;
}

void arguments_bind(struct function *f, value *frame, size_t n, size_t nkw, const value *kwnames)
{
    const struct code_info *info = f->code->info;
    size_t positional = info->positional;
    struct named named = {info->positional_only, positional + info->keyword_only, 0};
    value star = UNDEF, keywords = UNDEF;
    value few[FEW], *base = frame;
    if (ADDER_LARGE_FUNCTIONS && info->flags & CODE_MANY) {
        const struct code_counts counts = code_counts(f->code);
        positional = counts.positional;
        named = (struct named){counts.positional_only, positional + counts.keyword_only, counts.parameter_names};
        base = many_begin(&counts, frame, n + nkw);
    }
    value *kwvalues = temporary_values(few, nkw);
    for (size_t i = 0; i < nkw; i++) kwvalues[i] = base[n + i];
    if (info->flags & CODE_VARARGS)
        star = n > positional ? tuple_new(n - positional, base + positional) : from_ptr(&empty_tuple);
    size_t given = n < positional ? n : positional;
    for (size_t i = given; i < named.to || i < n + nkw; i++) base[i] = UNDEF;
    for (size_t i = 0; i < nkw; i++)
        bind_keyword(f, named, base, given, kwnames[i], kwvalues[i], &keywords, nkw, kwnames);
    if (n > positional && !(info->flags & CODE_VARARGS)) raise_too_many(f, n, base);
    bind_defaults(f, given, positional, named, base);
    size_t end = named.to;
    if (info->flags & CODE_VARARGS) base[end++] = star;
    if (info->flags & CODE_VARKW) {
        if (keywords == UNDEF) keywords = from_ptr(dict_new(0));
        base[end++] = keywords;
    }
    if (ADDER_LARGE_FUNCTIONS && base != frame) {
        many_end(f->code, base, frame);
        return;
    }
    for (size_t i = end; i < info->locals; i++) base[i] = UNDEF;
}

value op_bind(struct function *f, value *base, size_t n, size_t nkw, const value *kwnames)
{
    const struct code_info *info = f->code->info;
    size_t most = n + nkw > info->registers ? n + nkw : info->registers;
    machine.binding = base + most;
    arguments_bind(f, base, n, nkw, kwnames);
    value made = UNDEF;
    if (info->flags & CODE_ASYNC_GENERATOR) {
        made = generator_new(f, base);
        if (link_flags(base) & FRAME_SEGMENT) segment_pop();
        if (is_init(link_flags(base))) made = op_init_result(base[-FRAME_HEAD - 1], made);
    }
    machine.binding = NULL;
    return made;
}

bool op_insert_self(value *window, size_t n, value method, value self)
{
    value *args = window + FRAME_HEAD;
    if (args + n + FRAME_SLACK > vm.limit) return false;
    memmove(args + 1, args, n * sizeof(value));
    args[0] = self;
    window[0] = method;
    return true;
}

value op_init_result(value instance, value result)
{
    if (result != NONE) raise_type_error("__init__() should return None, not '%t'", result);
    return instance;
}

/* ---- calling from C ---- */

/* A frame for f above the running one, its arguments copied but not bound. */
static value *frame_place(struct function *f, size_t n, const value *args, size_t nkw, const uint8_t *back, unsigned flags)
{
    const struct code_info *info = function_code(f)->info;
    size_t most = n + nkw > info->registers ? n + nkw : info->registers;
    value *base = frame_top() + FRAME_HEAD;
    if (base + most + FRAME_SLACK > vm.limit) {
        base = segment_push(vm.base, args, n + nkw, most);
        base[-FRAME_HEAD] = from_ptr(f);
        link_set(base, back, 0, flags | FRAME_SEGMENT);
    } else {
        if (n + nkw) memmove(base, args, (n + nkw) * sizeof(value));
        base[-FRAME_HEAD] = from_ptr(f);
        link_set(base, back, vm.base ? (size_t)(base - vm.base) : 0, flags);
    }
    return base;
}

value *op_push_call(struct function *f, size_t n, const value *args, const uint8_t *back, unsigned form, value *made)
{
    value *base = frame_place(f, n, args, 0, back, form);
    const struct code_info *info = f->code->info;
    if ((info->flags & CODE_SIMPLE) && info->positional == n) {
        for (size_t i = n; i < info->locals; i++) base[i] = UNDEF;
        return base;
    }
    *made = op_bind(f, base, n, 0, NULL);
    return *made == UNDEF ? base : NULL;
}

value function_call(value self, size_t n, value *args, size_t nkw, const value *kwnames)
{
    struct function *f = (struct function *)self;
    check_c_stack();
    value *base = frame_place(f, n, args, nkw, vm.pc, FRAME_ENTRY);
    const struct code_info *info = f->code->info;
    if ((info->flags & CODE_SIMPLE) && info->positional == n && nkw == 0) {
        for (size_t i = n; i < info->locals; i++) base[i] = UNDEF;
    } else {
        value made = op_bind(f, base, n, nkw, kwnames);
        if (made != UNDEF) return made;
    }
    return machine_enter(base, code_bytes(f->code));
}

static value call_with_self(value f, value self, size_t n, const value *args, size_t nkw, const value *kwnames)
{
    value few[FEW];
    value *all = temporary_values(few, n + nkw + 1);
    all[0] = self;
    memcpy(all + 1, args, (n + nkw) * sizeof(value));
    return call_kw(f, n + 1, all, nkw, kwnames);
}

value call_kw(value f, size_t n, const value *args, size_t nkw, const value *kwnames)
{
    if (is_obj(f)) {
        const struct type *t = obj_of(f)->type;
        if (t == &type_function) return function_call(f, n, (value *)args, nkw, kwnames);
        if (t == &type_builtin_function) return cfunction_call((const struct cfunction *)f, n, (value *)args, nkw, kwnames);
        check_c_stack();
        if (t == &type_method) {
            const struct method *m = (const struct method *)f;
            return call_with_self(m->function, m->self, n, args, nkw, kwnames);
        }
        if (t == &type_type) return type_call(f, n, (value *)args, nkw, kwnames);
        if (t->slots->call) return t->slots->call(f, n, (value *)args, nkw, kwnames);
    }
    raise_usual_type_error("'%t' object is not callable", f);
}

value call(value f, size_t n, const value *args) { return call_kw(f, n, args, 0, NULL); }

value call_method(value o, value name, size_t n, const value *args)
{
    value self = UNDEF;
    value f = get_method(o, name, &self);
    return self == UNDEF ? call(f, n, args) : call_with_self(f, self, n, args, 0, NULL);
}

bool is_callable(value v)
{
    if (!is_obj(v)) return false;
    const struct type *t = obj_of(v)->type;
    if (t == &type_function || t == &type_builtin_function || t == &type_method || type_is_subtype(t, &type_type)) return true;
    if (t->flags & TYPE_HEAP) return find_special(v, SYMBOL(S___call__)) != UNDEF;
    return t->slots->call != NULL;
}

/* ---- f(*args, **keywords) ---- */

/* The values of *args and **keywords one after the other, and the keywords' names behind them: the
 * callee may change the list and the dict. */
static value *star_values(value args, value keywords, size_t n, size_t nkw, value few[FEW])
{
    value *all = temporary_values(few, n + 2 * nkw);
    memcpy(all, is_tuple(args) ? tuple_of(args)->items : list_items(list_of(args)), n * sizeof(value));
    value name, v;
    size_t i = n;
    for (uint32_t at = 0; i < n + nkw && dict_next(dict_of(keywords), &at, &name, &v); i++) {
        if (!is_str(name)) raise_type_error("keywords must be strings");
        all[i] = v;
        all[i + nkw] = is_sym(name) ? name : str_intern(name);
    }
    return all;
}

value *op_call_star(value f, value args, value keywords, const uint8_t *pc, value *result)
{
    if (!is_tuple(args) && !is_list(args)) args = op_star_list(f, args);
    size_t n = is_tuple(args) ? tuple_of(args)->len : list_of(args)->len;
    size_t nkw = is_dict(keywords) ? dict_of(keywords)->live : 0;
    value few[FEW];
    value *all = star_values(args, keywords, n, nkw, few);
    if (!is_type(f, &type_function)) {
        *result = call_kw(f, n, all, nkw, all + n + nkw);
        return NULL;
    }
    value *base = frame_place((struct function *)f, n, all, nkw, pc + 3, FRAME_STAR);
    *result = op_bind((struct function *)f, base, n, nkw, all + n + nkw);
    return *result == UNDEF ? base : NULL;
}
