/* breakpoint() with sys.breakpointhook(), and sys.unraisablehook(). */
#include "hooks.h"
#include "../object/class.h"
#include "../vm/vm.h"
#include "builtins.h"
#include "record.h"
#include "runtime.h"

#if ADDER_TRACING

/* ---- breakpoint() ---- */

/* What the environment says is to be called: "module.function"; UNDEF: nothing. */
static value wanted_debugger(void)
{
    value os = import_name(NULL, SYMBOL(S_os), from_ptr(&empty_tuple), 0), name = SYMBOL(S_PYTHONBREAKPOINT);
    value v = call_method(find_attr(os, SYMBOL(S_environ)), SYMBOL(S_get), 1, &name);
    if (v == SYMBOL('0')) return UNDEF;
    return v == NONE || v == SYMBOL(S_empty) ? str_new("pdb.set_trace", 13) : v;
}

static value find_debugger(void *arg)
{
    struct view name = str_view(*(value *)arg);
    size_t dot = name.len;
    while (dot && name.data[dot - 1] != '.') dot--;
    value module = dot ? str_intern(str_new(name.data, dot - 1)) : SYMBOL(S_builtins);
    value function = str_intern(str_new(name.data + dot, name.len - dot));
    import_name(NULL, module, from_ptr(&empty_tuple), 0);
    return get_attr(dict_get(import_modules(), module), function);
}

value breakpoint_by_default(size_t n, value *args, size_t nkw, const value *kwnames)
{
    value name = wanted_debugger(), f;
    if (name == UNDEF) return NONE;
    if (protect(find_debugger, &name, &f)) return call_kw(f, n, args, nkw, kwnames);
    if (!exception_matches(f, from_ptr(&type_ImportError)) && !exception_matches(f, from_ptr(&type_AttributeError)))
        vm_reraise(f);
    value warn[2] = {str_format_c("Ignoring unimportable $PYTHONBREAKPOINT: \"%v\"", name), from_ptr(&type_RuntimeWarning)};
    value warnings = import_name(NULL, SYMBOL(S_warnings), from_ptr(&empty_tuple), 0);
    call_method(warnings, SYMBOL(S_warn), 2, warn);
    return NONE;
}

static const struct cfunction *breakpoint_function(void)
{
    return (const struct cfunction *)builtin_find(SYMBOL(S_breakpoint));
}

value builtin_breakpoint(size_t n, value *args, size_t nkw, const value *kwnames)
{
    value sys = import_name(NULL, SYMBOL(S_sys), from_ptr(&empty_tuple), 0);
    value f = find_attr(sys, SYMBOL(S_breakpointhook));
    if (f == UNDEF) raise_error(&type_RuntimeError, "lost sys.breakpointhook");
    bool was_on = trace_is_on();
    value result = call_kw(f, n, args, nkw, kwnames);
    if (!was_on && result == NONE) trace_begin(breakpoint_function());
    return result;
}

/* ---- exceptions that nobody can be told of ---- */

struct unraisable {
    value exception, where, hook;
};

static value call_hook(void *arg)
{
    const struct unraisable *u = arg;
    value e = u->exception;
    value fields[5] = {from_ptr(type_of(e)), e, get_attr(e, SYMBOL(S___traceback__)), NONE, u->where};
    return call1(u->hook, record_new(RECORD_UNRAISABLE, fields));
}

bool unraisable_report(value exception, value where)
{
    struct unraisable u = {exception, where, sys_override(SYMBOL(S_unraisablehook))};
    value ignored;
    return u.hook != UNDEF && protect(call_hook, &u, &ignored);
}

value unraisable_by_default(value args)
{
    value e = get_attr(args, SYMBOL(S_exc_value));
    if (!is_exception(e)) raise_type_error("exception expected, not %t", e);
    report_ignored_by_default(e, get_attr(args, SYMBOL(S_object)));
    return NONE;
}

#endif
