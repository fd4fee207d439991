/* The module sys. */
#include "compiler/compiler.h"
#include "object/class.h"
#include "runtime/builtins.h"
#include "runtime/file.h"
#include "runtime/frozen.h"
#include "runtime/hooks.h"
#include "runtime/record.h"
#include "runtime/thread.h"

#include <errno.h>
#include <float.h>

#if defined(__clang__)
#define ADDER_COMPILER "Clang " __clang_version__
#elif defined(__GNUC__)
#define ADDER_COMPILER "GCC " __VERSION__
#else
#define ADDER_COMPILER "C11"
#endif

/* ---- functions ---- */

static value sys_exit(size_t n, value *args)
{
    return builtin_exit(n, args);
}

static value sys_atexit(value f)
{
    value before = runtime.exit_function;
    runtime.exit_function = f == NONE ? UNDEF : f;
    return before == UNDEF ? NONE : before;
}

static value sys_exc_info(void)
{
    value e = vm.handling;
    value v[3] = {NONE, NONE, NONE};
    if (e != NONE && e != UNDEF) {
        v[0] = from_ptr(type_of(e));
        v[1] = e;
        v[2] = get_attr(e, SYMBOL(S___traceback__));
    }
    return tuple_new(3, v);
}

static value sys_exception(void)
{
    return vm.handling == UNDEF ? NONE : vm.handling;
}

/* print_exception(exception, file): MicroPython's. */
static value sys_print_exception(size_t n, value *args)
{
    if (ADDER_METHODS && n > 1 && args[1] != NONE && find_attr(args[1], SYMBOL(S_write)) == UNDEF)
        raise_os_error(EINVAL, UNDEF);
    if (!is_exception(args[0]))
        raise_type_error("exception expected, not %t", args[0]);
    if (n < 2 || args[1] == NONE) {
        struct printer p;
        printer_console(&p);
        traceback_print_outermost(&p, args[0]);
        console_check(port_console_settle());
        return NONE;
    }
    struct printer p;
    printer_init(&p);
    traceback_print_outermost(&p, args[0]);
    value text = printer_str(&p);
    call_method(args[1], SYMBOL(S_write), 1, &text);
    return NONE;
}

static value sys_excepthook(value type, value e, value traceback)
{
    (void)type;
    (void)traceback;
    if (!is_exception(e))
        raise_type_error("exception expected, not %t", e);
    report_by_default(e);
    return NONE;
}

static value sys_displayhook(value v)
{
    display_by_default(v);
    return NONE;
}

static value sys_intern(value v)
{
    if (!is_str(v))
        raise_type_error("intern() argument must be str, not %T", v);
    return str_intern(v);
}

/* What an object takes in the heap, its buffer included. */
static value sys_getsizeof(size_t n, value *args)
{
    value v = args[0];
    (void)n;
    if (!is_obj(v))
        return from_int(0);
    const struct slots *s = obj_of(v)->type->slots;
    size_t bytes = s->size_of ? s->size_of(obj_of(v)) : s->size;
    const struct type *t = obj_of(v)->type;
    if (t == &type_list || t == &type_dict || is_set_type(t) || t == &type_bytearray ||
        t == &type_long_str || t == &type_long_bytes)
        bytes += heap_buffer_size((struct owner *)v);
    return from_int((word)bytes);
}

/* In small builds it is the bytes of stacks alone that limit recursion. */
static word recursion_limit = VM_RECURSION_LIMIT;

static value sys_getrecursionlimit(void)
{
    return from_int(recursion_limit);
}

static value sys_setrecursionlimit(value v)
{
    int n = need_int(v);
    if (n < 1)
        raise_value_error("recursion limit must be greater or equal than 1");
    vm_set_recursion_limit((size_t)n);
    recursion_limit = n;
    return NONE;
}

#if ADDER_THREADS
static value sys_getswitchinterval(void)
{
    return from_real((real)thread_interval / (real)1e6);
}

static value sys_setswitchinterval(value v)
{
    double seconds = need_double(v);
    if (!(seconds > 0))
        raise_value_error("switch interval must be strictly positive");
    thread_interval = seconds < 1e-6 ? 1 : seconds > 1000 ? 1000000000 : (unsigned)(seconds * 1e6);
    return NONE;
}
#endif

#if ADDER_TRACING
/* ---- frames and hooks ---- */

static value need_frame(value depth)
{
    int n = need_int(depth);
    value frame = frame_object(n < 0 ? 0 : (unsigned)n);
    if (frame == UNDEF)
        raise_value_error("call stack is not deep enough");
    return frame;
}

static value sys_getframe(size_t n, value *args)
{
    return need_frame(n ? args[0] : from_int(0));
}

static value sys_getframemodulename(size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym names[] = {S_depth};
    struct frame_view view;
    value v;
    args_bind("_getframemodulename", n, args, nkw, kwnames, 0, 1, names, 1, 0, &v);
    int depth = v == UNDEF ? 0 : need_int(v);
    if (!frame_seen(depth < 0 ? 0 : (unsigned)depth, &view))
        return NONE;
    return get_attr(from_ptr(view.function), SYMBOL(S___module__));
}

static value get_hook(bool profile)
{
    value f = trace_function(profile);
    return f == UNDEF ? NONE : f;
}

/* Tracing begins with what comes after the call. */
static value set_hook(bool profile, value f, const struct cfunction *self)
{
    bool was_on = trace_is_on();
    trace_set(profile, f);
    if (!was_on)
        trace_begin(self);
    return NONE;
}

static const struct cfunction sys_settrace_function, sys_setprofile_function;
static value sys_gettrace(void)
{
    return get_hook(false);
}
static value sys_settrace(value f)
{
    return set_hook(false, f, &sys_settrace_function);
}
static value sys_getprofile(void)
{
    return get_hook(true);
}
static value sys_setprofile(value f)
{
    return set_hook(true, f, &sys_setprofile_function);
}

/* call_tracing(f, args): f(*args), traced even when a trace function calls this. */
static value sys_call_tracing(value f, value args)
{
    if (!is_tuple(unwrap(args)))
        raise_type_error("call_tracing() argument 2 must be tuple, not %t", args);
    const struct tuple *t = tuple_of(unwrap(args));
    return trace_anyway(f, t->len, t->items);
}

static value sys_is_interned(value v)
{
    if (!is_str(unwrap(v)))
        raise_type_error("_is_interned() argument must be str, not %t", v);
    return from_bool(is_sym(v));
}

static value sys_surrogateescape(void)
{
    return SYMBOL(S_surrogateescape);
}

static value sys_true(void)
{
    return TRUE;
}

FUNK(sys_breakpointhook_function, breakpointhook, 0, 255, breakpoint_by_default);
FUN1(sys_unraisablehook_function, unraisablehook, unraisable_by_default);
FUN2(sys_call_tracing_function, call_tracing, sys_call_tracing);
FUN1(sys_is_interned_function, _is_interned, sys_is_interned);
FUN0(sys_is_gil_enabled_function, _is_gil_enabled, sys_true);
FUN0(sys_getfilesystemencodeerrors_function, getfilesystemencodeerrors, sys_surrogateescape);
FUNV(sys_getframe_function, _getframe, 0, 1, sys_getframe);
FUNK(sys_getframemodulename_function, _getframemodulename, 0, 1, sys_getframemodulename);
FUN0(sys_gettrace_function, gettrace, sys_gettrace);
FUN1(sys_settrace_function, settrace, sys_settrace);
FUN0(sys_getprofile_function, getprofile, sys_getprofile);
FUN1(sys_setprofile_function, setprofile, sys_setprofile);
#endif

static value sys_utf8(void)
{
    return SYMBOL(S_utf_8);
}

static value sys_set_digits(value most)
{
    int n = need_int(most);
    if (n && n < 640) raise_value_error("maxdigits must be 0 or larger than 640");
    int_digits_limit = (unsigned)n;
    return NONE;
}

static value sys_get_digits(void)
{
    return from_int((word)int_digits_limit);
}

static value sys_false(void)
{
    return FALSE;
}

/* ---- sys.implementation: a small namespace ---- */

struct implementation { struct object head; };

static value implementation_version(void)
{
    ROM_TUPLE(version, 4, ((value)1 << 1) | 1, ((value)29 << 1) | 1, ((value)0 << 1) | 1, SYMBOL(S_preview));
    return from_ptr(&version);
}

static value implementation_getattr(value self, value name)
{
    (void)self;
    switch (sym_of(name)) {
    case S_name: return SYMBOL(S_micropython);
    case S_version: return implementation_version();
    case S__machine: return str_format_c("%s [%s] version", port_machine, ADDER_COMPILER);
    case S__build: return SYMBOL(S_standard);
#if ADDER_THREADS
    case S__thread: return SYMBOL(S_GIL); /* one thread at a time runs Python code */
#endif
    case S__v2: return TRUE; /* follows CPython where MicroPython will from its version 2 on */
    case S_cache_tag: return NONE;
    default: return UNDEF;
    }
}

static word implementation_len(value self)
{
    (void)self;
    return 4;
}

/* It is a tuple too: name, version, _machine, _build. */
static value implementation_getitem(value self, value key)
{
    static const sym fields[4] = {S_name, S_version, S__machine, S__build};
    return implementation_getattr(self, SYMBOL(fields[need_index(key, 4, "tuple")]));
}

static void implementation_repr(value self, struct printer *out)
{
    (void)self;
    print_format(out, "(name='micropython', version=%r, _machine=%r, _build='standard')", implementation_version(),
                 implementation_getattr(self, SYMBOL(S__machine)));
}

static const struct slots implementation_slots = {
    .size = sizeof(struct implementation),
    .getattr = implementation_getattr,
    .len = implementation_len,
    .getitem = implementation_getitem,
    .repr = implementation_repr,
};
static const struct type type_implementation = {
    .head = {&type_type},
    .slots = &implementation_slots,
    .name = SYMBOL(S_implementation),
    .base = &type_object,
};
static const struct implementation ROM_OBJECT implementation = {{&type_implementation}};

/* ---- what is computed when asked for ---- */

static value version_info(void)
{
    value v[5] = {from_int(3), from_int(14), from_int(0), SYMBOL(S_final), from_int(0)};
    return record_new(RECORD_VERSION, v);
}

static value float_info(void)
{
#if ADDER_DOUBLE
    value v[11] = {from_real(DBL_MAX), from_int(DBL_MAX_EXP), from_int(DBL_MAX_10_EXP), from_real(DBL_MIN),
                   from_int(DBL_MIN_EXP), from_int(DBL_MIN_10_EXP), from_int(DBL_DIG), from_int(DBL_MANT_DIG),
                   from_real(DBL_EPSILON), from_int(2), from_int(1)};
#else
    value v[11] = {from_real(FLT_MAX), from_int(FLT_MAX_EXP), from_int(FLT_MAX_10_EXP), from_real(FLT_MIN),
                   from_int(FLT_MIN_EXP), from_int(FLT_MIN_10_EXP), from_int(FLT_DIG), from_int(FLT_MANT_DIG),
                   from_real(FLT_EPSILON), from_int(2), from_int(1)};
#endif
    return record_new(RECORD_FLOAT, v);
}

static value flags(void)
{
    int optimise = compile_optimise;
    value v[18];
    for (size_t i = 0; i < 18; i++)
        v[i] = from_int(0);
    v[3] = from_int(optimise);
    v[4] = from_int(1); /* dont_write_bytecode */
    v[8] = from_int(command_line.verbose);
    v[13] = FALSE; /* dev_mode */
    v[14] = from_int(1); /* utf8_mode */
    v[16] = FALSE; /* safe_path */
    v[17] = from_int((word)int_digits_limit);
    return record_new(RECORD_FLAGS, v);
}

#if ADDER_TRACING
static value int_info(void)
{
    value v[4] = {from_int(LIMB_BITS), from_int(sizeof(limb)), from_int(4300), from_int(640)};
    return record_new(RECORD_INT, v);
}

#if ADDER_SET_ORDER
static value hash_info(void) /* (texts have hashes of 32 bits, without a seed) */
{
    value v[9] = {from_int(64), int_from_int64(HASH_MODULUS), from_int(314159), from_int(0), from_int(1000003),
                  symbol_intern_z("adder"), from_int(32), from_int(0), from_int(0)};
    return record_new(RECORD_HASH, v);
}
#endif

static value stdlib_names(void)
{
    return set_binary_of(OP_OR, set_from_iterable(&type_frozenset, import_builtin_names()),
                         set_from_iterable(&type_set, frozen_names()));
}
#endif

static value executable(void)
{
    char path[PORT_PATH_MAX];
    return port_executable(path, sizeof path) < 0 ? SYMBOL(S_empty) : codec_decode_z(path);
}

static value sys_getattr(value module, value name)
{
    (void)module;
    switch (sym_of(name)) {
    case S_path: return import_path();
    case S_argv: return runtime_argv();
    case S_modules: return from_ptr(import_modules());
    case S_stdin:
    case S___stdin__: return standard_file(PORT_STDIN);
    case S_stdout:
    case S___stdout__: return standard_file(PORT_STDOUT);
    case S_stderr:
    case S___stderr__: return standard_file(PORT_STDERR);
    case S_version: return str_format_c("3.14.0; Adder %s", ADDER_VERSION);
    case S_version_info: return version_info();
    case S_platform: return symbol_intern_z(port_platform);
    case S_maxsize: return int_from_int64(INTPTR_MAX);
    case S_float_info: return float_info();
    case S_builtin_module_names: return import_builtin_names();
    case S_last_exc: return runtime.last_exception;
    case S_executable: return executable();
    case S_flags: return flags();
#if ADDER_SYNTAX_WARNINGS
    case S_warnoptions: return runtime_warn_options();
#endif
#if ADDER_TRACING
    case S_int_info: return int_info();
#if ADDER_SET_ORDER
    case S_hash_info: return hash_info();
#endif
    case S_stdlib_module_names: return stdlib_names();
    case S__xoptions: return from_ptr(dict_new(0));
    case S_orig_argv: return list_from_iterable(runtime_argv());
    case S_copyright: return str_format_c("Copyright (c) 2026 Adder contributors");
#endif
    case S_ps1: return str_new(">>> ", 4);
    case S_ps2: return str_new("... ", 4);
    default: return UNDEF;
    }
}

/* What sys_getattr() knows. */
static const sym computed[] = {
    S_path,    S_argv,         S_modules,  S_stdin,   S___stdin__,   S_stdout,
    S___stdout__, S_stderr,    S___stderr__, S_version, S_version_info, S_platform,
    S_maxsize, S_float_info,   S_builtin_module_names, S_last_exc, S_executable, S_flags,
#if ADDER_TRACING
    S_int_info, S_stdlib_module_names, S__xoptions, S_orig_argv, S_copyright,
#endif
#if ADDER_SET_ORDER
    S_hash_info,
#endif
#if ADDER_SYNTAX_WARNINGS
    S_warnoptions,
#endif
    S_ps1,     S_ps2,          0,
};

/* ---- the table ---- */

FUNV(sys_exit_function, exit, 0, 1, sys_exit);
FUN1(sys_atexit_function, atexit, sys_atexit);
FUN0(sys_exc_info_function, exc_info, sys_exc_info);
FUN0(sys_exception_function, exception, sys_exception);
FUNV(sys_print_exception_function, print_exception, 1, 2, sys_print_exception);
#if ADDER_METHODS
FUNV(sys_traceback_piece_function, _traceback_piece, 1, 6, traceback_piece);
#endif
FUN3(sys_excepthook_function, excepthook, sys_excepthook);
FUN1(sys_displayhook_function, displayhook, sys_displayhook);
FUN1(sys_intern_function, intern, sys_intern);
FUNV(sys_getsizeof_function, getsizeof, 1, 2, sys_getsizeof);
#if ADDER_THREADS
FUN0(sys_getswitchinterval_function, getswitchinterval, sys_getswitchinterval);
FUN1(sys_setswitchinterval_function, setswitchinterval, sys_setswitchinterval);
#endif
FUN0(sys_getrecursionlimit_function, getrecursionlimit, sys_getrecursionlimit);
FUN1(sys_setrecursionlimit_function, setrecursionlimit, sys_setrecursionlimit);
FUN0(sys_getdefaultencoding_function, getdefaultencoding, sys_utf8);
FUN0(sys_getfilesystemencoding_function, getfilesystemencoding, sys_utf8);
FUN1(sys_set_int_max_str_digits_function, set_int_max_str_digits, sys_set_digits);
FUN0(sys_get_int_max_str_digits_function, get_int_max_str_digits, sys_get_digits);
FUN0(sys_is_finalizing_function, is_finalizing, sys_false);

static const struct attr sys_attrs[] = {
    ATTR(exit, sys_exit_function),
    ATTR(atexit, sys_atexit_function),
    ATTR(exc_info, sys_exc_info_function),
    ATTR(exception, sys_exception_function),
    ATTR(print_exception, sys_print_exception_function),
    ATTR_MORE(_traceback_piece, sys_traceback_piece_function)
    ATTR(excepthook, sys_excepthook_function),
    ATTR(displayhook, sys_displayhook_function),
    ATTR(intern, sys_intern_function),
    ATTR(getsizeof, sys_getsizeof_function),
#if ADDER_THREADS
    ATTR(getswitchinterval, sys_getswitchinterval_function),
    ATTR(setswitchinterval, sys_setswitchinterval_function),
#endif
    ATTR(getrecursionlimit, sys_getrecursionlimit_function),
    ATTR(setrecursionlimit, sys_setrecursionlimit_function),
    ATTR(getdefaultencoding, sys_getdefaultencoding_function),
    ATTR(getfilesystemencoding, sys_getfilesystemencoding_function),
#if ADDER_TRACING
    ATTR(breakpointhook, sys_breakpointhook_function),
    ATTR(__breakpointhook__, sys_breakpointhook_function),
    ATTR(unraisablehook, sys_unraisablehook_function),
    ATTR(__unraisablehook__, sys_unraisablehook_function),
    ATTR(call_tracing, sys_call_tracing_function),
    ATTR(_is_interned, sys_is_interned_function),
    ATTR(_is_gil_enabled, sys_is_gil_enabled_function),
    ATTR(getfilesystemencodeerrors, sys_getfilesystemencodeerrors_function),
    ATTR_VALUE(api_version, ((value)1013 << 1) | 1),
    ATTR_VALUE(float_repr_style, SYMBOL(S_short)),
    ATTR_VALUE(platlibdir, SYMBOL(S_lib)),
    ATTR_VALUE(abiflags, SYMBOL(S_empty)),
    ATTR_VALUE(prefix, SYMBOL(S_empty)),
    ATTR_VALUE(exec_prefix, SYMBOL(S_empty)),
    ATTR_VALUE(base_prefix, SYMBOL(S_empty)),
    ATTR_VALUE(base_exec_prefix, SYMBOL(S_empty)),
    ATTR_VALUE(pycache_prefix, NONE),
    ATTR(_getframe, sys_getframe_function),
    ATTR(_getframemodulename, sys_getframemodulename_function),
    ATTR(gettrace, sys_gettrace_function),
    ATTR(settrace, sys_settrace_function),
    ATTR(getprofile, sys_getprofile_function),
    ATTR(setprofile, sys_setprofile_function),
#endif
    ATTR(set_int_max_str_digits, sys_set_int_max_str_digits_function),
    ATTR(get_int_max_str_digits, sys_get_int_max_str_digits_function),
    ATTR(is_finalizing, sys_is_finalizing_function),
    ATTR(__excepthook__, sys_excepthook_function),
    ATTR(__displayhook__, sys_displayhook_function),
    ATTR(implementation, implementation),
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    ATTR_VALUE(byteorder, SYMBOL(S_big)),
#else
    ATTR_VALUE(byteorder, SYMBOL(S_little)),
#endif
    ATTR_VALUE(hexversion, ((value)0x030e00f0 << 1) | 1),
    ATTR_VALUE(maxunicode, ((value)0x10ffff << 1) | 1),
    ATTR_VALUE(dont_write_bytecode, TRUE),
};

const struct module_def module_sys = {
    .name = SYMBOL(S_sys),
    .attrs = sys_attrs,
    .nattrs = sizeof sys_attrs / sizeof sys_attrs[0],
    .getattr = sys_getattr,
    .computed = computed,
};
