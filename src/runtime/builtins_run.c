/* Built-in functions about code, names and the console. */
#include "../object/class.h"
#include "builtins.h"
#include "file.h"

/* ---- print, input, open ---- */

struct print_options {
    value sep, end, file;
    bool flush;
};

static void print_option(struct print_options *o, value name, value v)
{
    if (name == SYMBOL(S_flush))
        o->flush = truth(v);
    else if (name == SYMBOL(S_file))
        o->file = v == NONE ? UNDEF : v;
    else if (name == SYMBOL(S_sep))
        o->sep = v;
    else if (name == SYMBOL(S_end))
        o->end = v;
    else
        raise_type_error("print() got an unexpected keyword argument '%v'", name);
}

static value option_text(value v, value usual, const char *name)
{
    if (v == NONE) return usual;
    if (!is_str(unwrap(v))) raise_type_error("%s must be None or a string, not %t", name, v);
    return unwrap(v);
}

/* Any file: one write() for each argument and what comes between. */
static void print_to(const struct print_options *o, size_t n, value *args)
{
    value write = get_attr(o->file, SYMBOL(S_write));
    for (size_t i = 0; i < n; i++) {
        if (i)
            call1(write, o->sep);
        call1(write, to_str(args[i]));
    }
    call1(write, o->end);
    if (o->flush)
        call_method(o->file, SYMBOL(S_flush), 0, NULL);
}

value builtin_print(size_t n, value *args, size_t nkw, const value *kwnames)
{
    struct print_options o = {NONE, NONE, UNDEF, false};
    for (size_t i = 0; i < nkw; i++)
        print_option(&o, kwnames[i], args[n + i]);
    o.sep = option_text(o.sep, SYMBOL(' '), "sep");
    o.end = option_text(o.end, SYMBOL('\n'), "end");
    if (o.file == UNDEF)
        o.file = sys_override(SYMBOL(S_stdout));
    if (o.file == NONE)
        return NONE;
    bool console = o.file == UNDEF || o.file == runtime.standard[PORT_STDOUT];
    if (!console) {
        print_to(&o, n, args);
        return NONE;
    }
    struct printer p;
    printer_console(&p);
    for (size_t i = 0; i < n; i++) {
        if (i)
            print_value(&p, o.sep);
        print_value(&p, args[i]);
        check_break_at(i);
    }
    print_value(&p, o.end);
    console_check(o.flush ? port_console_flush() : port_console_settle());
    return NONE;
}

value builtin_input(size_t n, value *args)
{
    port_terminal_reads(); /* the answer is to be echoed, however soon it comes */
    if (n) {
        value option[2] = {args[0], SYMBOL(S_empty)};
        static const value end = SYMBOL(S_end);
        builtin_print(1, option, 1, &end);
    }
    port_console_flush();
    value line = console_read_line();
    struct view s = str_view(line);
    if (s.len == 0)
        raise_error(&type_EOFError, "EOF when reading a line");
    return s.data[s.len - 1] == '\n' ? str_new(s.data, s.len - 1) : line;
}

#if ADDER_FILES
value builtin_open(size_t n, value *args, size_t nkw, const value *kwnames)
{
    return file_open(n, args, nkw, kwnames);
}
#endif

/* ---- compile, eval, exec ---- */

/* The text of a source argument, which may be a str (COMPILE_STR is added to *flags then) or anything with a buffer. */
static const char *source_text(value v, const char *function, size_t *n, unsigned *flags)
{
    value s = unwrap(v);
    struct buffer b;
    if (is_str(s)) {
        struct view view = str_view(s);
        *flags |= COMPILE_STR;
#if ADDER_CODECS
        codec_check_surrogates(s);
#endif
        b.len = view.len;
        b.data = (uint8_t *)view.data;
    } else if (!get_buffer(s, &b, false)) {
        raise_type_error("%s() arg 1 must be a string, bytes or %s object", function,
                         *function == 'c' ? "AST" : "code");
    }
    if (ADDER_METHODS && b.len && memchr(b.data, 0, b.len))
        raise_error(&type_SyntaxError, "source code string cannot contain null bytes");
    *n = b.len;
    return (const char *)b.data;
}

#if ADDER_METHODS
/* A text with nothing but comments in it is no expression, and no statement either; the error is in its last line. */
static void need_more(const char *text, size_t n, enum compile_mode mode, value filename)
{
    const char *at = text, *end = text + n, *line = text;
    word lines = 0;
    for (; at < end; lines++) {
        line = at;
        while (at < end && strchr(" \t\f\r", *at)) at++;
        if (at < end && *at == '#')
            while (at < end && *at != '\n') at++;
        if (at < end && *at++ != '\n') return;
    }
    if (mode == COMPILE_EXEC) return;
    value last = codec_decode_part(line, (size_t)(end - line));
    const value where[] = {filename, from_int(lines), from_int(0), last, from_int(lines), from_int(0)};
    value args[2] = {str_new("invalid syntax", 14), tuple_new(6, where)};
    raise(exception_new(&type_SyntaxError, 2, args));
}
#else
#define need_more(text, n, mode, filename) ((void)0)
#endif

#if ADDER_USUAL_METHODS
value builtin_compile(size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym names[] = {S_source, S_filename, S_mode, S_flags, S_dont_inherit, S_optimize};
    value v[6];
    args_bind("compile", n, args, nkw, kwnames, 0, 6, names, 6, 3, v);
    if (is_type(v[0], &type_code))
        return v[0];
    value filename = file_path(v[1]);
    need_str(v[2], "compile() argument 'mode'");
    int given = v[3] == UNDEF ? 0 : need_int(v[3]), wanted = v[5] == UNDEF ? -1 : need_int(v[5]);
    value mode_name = str_intern(unwrap(v[2]));
    enum compile_mode mode = COMPILE_EXEC;
    if (mode_name == SYMBOL(S_eval))
        mode = COMPILE_EVAL;
    else if (mode_name == SYMBOL(S_single))
        mode = COMPILE_SINGLE;
    else if (mode_name != SYMBOL(S_exec))
        raise_value_error("compile() mode must be 'exec', 'eval' or 'single'");
    int before = compile_optimise;
    if (wanted < -1 || wanted > 2)
        raise_value_error("compile(): invalid optimize value");
    if (ADDER_METHODS && given & ~0x1fef610) /* those that CPython has */
        raise_value_error("compile(): unrecognised flags");
    size_t len;
    unsigned flags = COMPILE_NAMES | COMPILE_CALL | COMPILE_WARN;
    const char *text = source_text(v[0], "compile", &len, &flags);
    need_more(text, len, mode, filename);
    if (wanted < 0 || wanted == before)
        return from_ptr(compile_text(text, len, filename, mode, flags));
    compile_optimise = wanted;
    struct compile_job job = {text, len, filename, mode, flags};
    value result;
    bool ok = protect(compile_job_run, &job, &result);
    compile_optimise = before;
    if (!ok)
        raise(result);
    return result;
}
#endif

value compile_job_run(void *arg)
{
    struct compile_job *job = arg;
    return from_ptr(compile_text(job->text, job->n, job->filename, job->mode, job->flags));
}

value run_code(struct code *code, struct dict *globals, value locals)
{
    if (code->info->cells)
        raise_type_error("code object passed to exec() may not contain free variables");
    value f = function_new(code, globals);
    if (!(code->info->flags & CODE_CLASS))
        return call0(f);
    return call1(f, locals == UNDEF ? from_ptr(globals) : locals);
}

/* Whether it has items by key, or by number: what CPython takes for a mapping. */
static bool is_mapping(value v)
{
    return find_special(v, SYMBOL(S___getitem__)) != UNDEF && !is_class(v);
}

static struct dict *need_globals(value v, const char *function)
{
    struct dict *d = as_dict(v);
    if (!d && *function == 'e' && function[1] == 'v')
        raise_type_error(is_mapping(v) ? "globals must be a real dict; try eval(expr, {}, mapping)"
                                       : "globals must be a dict");
    if (!d)
        raise_type_error("%s() globals must be a dict, not %t", function, v);
    d->flags |= DICT_GLOBALS;
    if (ADDER_METHODS && dict_get(d, SYMBOL(S_super)) != UNDEF)
        super_is_bound();
    import_add_builtins(d);
    return d;
}

/* exec(source, globals, locals) and eval: what was left out is taken from where the call is. */
static value run_source(const char *function, enum compile_mode mode, value *v)
{
    struct dict *globals;
    value locals = v[2] == NONE ? UNDEF : v[2];
    if (v[1] == UNDEF || v[1] == NONE) {
        globals = vm_globals();
        if (!globals)
            globals = ((struct module *)vm.main)->dict;
        if (locals == UNDEF)
            locals = vm_locals();
    } else {
        globals = need_globals(v[1], function);
        if (ADDER_METHODS && locals == UNDEF && !is_type(v[1], &type_dict))
            locals = v[1]; /* it may give its items in its own way */
    }
    if (locals != UNDEF) {
        struct dict *d = !ADDER_METHODS || is_type(locals, &type_dict) ? as_dict(locals) : NULL;
        if (!d && !is_mapping(locals))
            raise_type_error(*function == 'e' && function[1] == 'v' ? "locals must be a mapping"
                                                                   : "locals must be a mapping or None, not %t",
                             locals);
        locals = d == globals ? UNDEF : d ? from_ptr(d) : locals;
    }
    struct code *code;
    if (is_type(v[0], &type_code)) {
        code = (struct code *)v[0];
    } else {
        size_t n;
        unsigned flags = COMPILE_CALL | COMPILE_WARN | (locals == UNDEF ? 0 : COMPILE_NAMES);
        const char *text = source_text(v[0], function, &n, &flags);
        if (mode == COMPILE_EVAL) /* leading white space is no indentation there */
            while (n && (*text == ' ' || *text == '\t'))
                text++, n--;
        need_more(text, n, mode, SYMBOL(S_lt_string));
        code = compile_text(text, n, SYMBOL(S_lt_string), mode, flags);
    }
    return run_code(code, globals, locals);
}

value builtin_exec(size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym names[] = {0, S_globals, S_locals, S_closure};
    value v[4] = {UNDEF, UNDEF, UNDEF, UNDEF};
    args_bind("exec", n, args, nkw, kwnames, 0, 3 + ADDER_METHODS, names, 3, 1, v);
    if (v[3] != UNDEF && v[3] != NONE) { /* code in functions alone has free variables, and this runs none of it */
        size_t len;
        unsigned flags = 0;
        if (v[1] != UNDEF && v[1] != NONE) need_globals(v[1], "exec");
        if (!is_type(v[0], &type_code)) source_text(v[0], "exec", &len, &flags);
        raise_type_error(is_type(v[0], &type_code) ? "cannot use a closure with this code object"
                                                   : "closure can only be used when source is a code object");
    }
    run_source("exec", COMPILE_EXEC, v);
    return NONE;
}

value builtin_eval(size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym names[] = {0, S_globals, S_locals};
    value v[3];
    args_bind("eval", n, args, nkw, kwnames, 0, 3, names, 3, 1, v);
#if ADDER_METHODS /* it looks at the locals first, exec() at the globals */
    if (v[2] != UNDEF && v[2] != NONE && !is_mapping(v[2])) raise_type_error("locals must be a mapping");
#endif
    return run_source("eval", COMPILE_EVAL, v);
}

value builtin___import__(size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym names[] = {S_name, S_globals, S_locals, S_fromlist, S_level};
    value v[5];
    args_bind("__import__", n, args, nkw, kwnames, 0, 5, names, 5, 1, v);
    value name = unwrap(v[0]), fromlist = v[3] == UNDEF ? NONE : v[3];
    int level = v[4] == UNDEF ? 0 : need_int(v[4]);
    if (!is_str(name))
        raise_type_error("module name must be a string");
    if (level < 0)
        raise_value_error("level must be >= 0");
    struct dict *globals = v[1] == UNDEF || v[1] == NONE ? vm_globals() : as_dict(unwrap(v[1]));
    if (level > 0 && !globals)
        raise_type_error("globals must be a dict");
    return import_name(globals, str_intern(name), fromlist, level);
}

#if ADDER_METHODS
/* __build_class__(body, name, *bases, **keywords): what a class statement calls. */
value builtin___build_class__(size_t n, value *args, size_t nkw, const value *kwnames)
{
    if (n < 2) raise_type_error("__build_class__: not enough arguments");
    if (!is_type(args[0], &type_function))
        raise_type_error("__build_class__: func must be a function");
    if (!is_str(unwrap(args[1])))
        raise_type_error("__build_class__: name is not a string");
    value bases = tuple_new(n - 2, args + 2), keywords = NONE;
    if (nkw)
        keywords = from_ptr(dict_new((uint32_t)nkw));
    for (size_t i = 0; i < nkw; i++)
        dict_set(dict_of(keywords), kwnames[i], args[n + i]);
    return class_build(args[0], str_intern(unwrap(args[1])), bases, keywords, 0);
}
#endif

/* ---- names ---- */

value builtin_globals(void)
{
    struct dict *d = vm_globals();
    return from_ptr(d ? d : ((struct module *)vm.main)->dict);
}

value builtin_locals(void)
{
    return vm_locals();
}

static value sorted_list(value v)
{
    value l = list_from_iterable(v);
    list_sort(list_of(l), UNDEF, false);
    return l;
}

value builtin_dir(size_t n, value *args)
{
    if (n == 0) {
        value names = vm_locals();
        return sorted_list(!ADDER_METHODS || is_type(names, &type_dict) ? names : call_method(names, SYMBOL(S_keys), 0, NULL));
    }
    value o = args[0];
    value f = type_of(o)->flags & TYPE_HEAP ? find_special(o, SYMBOL(S___dir__)) : UNDEF;
    if (f != UNDEF)
        return sorted_list(call0(f));
    if (is_type(o, &type_module)) {
        value own = find_attr(o, SYMBOL(S___dir__));
        if (own != UNDEF)
            return sorted_list(call0(own));
    }
    return sorted_list(attribute_names(o));
}

value builtin_vars(size_t n, value *args)
{
    if (n == 0)
        return vm_locals();
    value d = find_attr(args[0], SYMBOL(S___dict__));
    if (d == UNDEF)
        raise_type_error("vars() argument must have __dict__ attribute");
    return d;
}

value builtin_exit(size_t n, value *args)
{
    raise(exception_new(&type_SystemExit, n, args));
}
