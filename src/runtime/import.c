/* Import: modules in C (modules.def), source files and packages along sys.path. */
#include "../compiler/lexer.h"
#include "codefile.h"
#include "file.h"
#include "frozen.h"
#include "thread.h"

#include <errno.h>

/* ---- modules in C ---- */

#define MODULE(name) extern const struct module_def module_##name;
#define MODULE_FIRST(name) extern const struct module_def module_##name;
#include "modules.def"
#undef MODULE
#undef MODULE_FIRST

/* A file of the same name on sys.path comes before a MODULE, and behind a MODULE_FIRST. */
struct builtin_module {
    const struct module_def *def;
    bool first;
};
static const struct builtin_module builtin_modules[] = {
#define MODULE(name) {&module_##name, false},
#define MODULE_FIRST(name) {&module_##name, true},
#include "modules.def"
};
#define BUILTIN_MODULES (sizeof builtin_modules / sizeof builtin_modules[0])

static const struct builtin_module *builtin_entry(value name)
{
    for (size_t i = 0; i < BUILTIN_MODULES; i++)
        if (builtin_modules[i].def->name == name)
            return &builtin_modules[i];
    return NULL;
}

/* ---- sys.modules, sys.path ---- */

struct dict *import_modules(void)
{
    value own = sys_override(SYMBOL(S_modules));
    if (own != UNDEF && as_dict(own))
        return as_dict(own);
    if (vm.modules == UNDEF) {
        vm.modules = from_ptr(dict_new(2));
        if (vm.main != UNDEF)
            dict_set(dict_of(vm.modules), SYMBOL(S___main__), vm.main);
    }
    return dict_of(vm.modules);
}

/* MicroPython's old name of a module, if anybody knows it: utime, ustruct, ... */
static value old_name(value name)
{
    struct view s = str_view(name);
    char text[24] = "u";
    if (s.len + 1 > sizeof text)
        return UNDEF;
    memcpy(text + 1, s.data, s.len);
    return symbol_find(text, s.len + 1);
}

/* The C module, if it is in sys.modules under this name. */
static value loaded_builtin(const struct module_def *def, value name)
{
    value v = name == UNDEF ? UNDEF : dict_get(import_modules(), name);
    return v != UNDEF && is_type(v, &type_module) && ((struct module *)v)->def == def ? v : UNDEF;
}

/* The C module, made now if need be, and put into sys.modules under a name that is not taken. There is one of it,
 * whichever of its names it was imported by. */
static value load_builtin(const struct module_def *def, value name)
{
    value v = loaded_builtin(def, def->name);
    if (v == UNDEF)
        v = loaded_builtin(def, old_name(def->name));
    bool made = v == UNDEF;
    if (made) {
        struct module *m = heap_object(&type_module, sizeof *m);
        m->def = def;
        v = from_ptr(m);
    }
    struct dict *modules = import_modules();
    if (dict_get(modules, name) == UNDEF)
        dict_set(modules, name, v);
    if (!made)
        return v;
    if (def->name == SYMBOL(S_sys))
        runtime.sys = v;
    if (def->name == SYMBOL(S_builtins))
        runtime.builtins = v;
    if (def->init)
        def->init(v);
    return v;
}

value import_builtin(value name)
{
    const struct builtin_module *b = builtin_entry(name);
    return b ? load_builtin(b->def, name) : UNDEF;
}

#if ADDER_METHODS
void import_add_builtins(struct dict *globals)
{
    if (dict_get(globals, SYMBOL(S___builtins__)) == UNDEF)
        dict_set(globals, SYMBOL(S___builtins__), import_builtin(SYMBOL(S_builtins)));
}
#endif

void import_new_main(void)
{
    vm.main = module_new(SYMBOL(S___main__));
    import_add_builtins(((struct module *)vm.main)->dict);
}

value import_builtin_names(void)
{
    value t = tuple_new(BUILTIN_MODULES, NULL);
    for (size_t i = 0; i < BUILTIN_MODULES; i++)
        tuple_of(t)->items[i] = builtin_modules[i].def->name;
    return t;
}

#if ADDER_FILES
#define DEFAULT_PATH ".frozen:~/.micropython/lib:/usr/lib/micropython"

/* The folder that the script really is in. */
static value script_folder(void)
{
    char real[PORT_PATH_MAX];
    const char *script = command_line.script;
    if (script && port_real_path(script, real) == 0)
        script = real;
    const char *slash = script ? strrchr(script, '/') : NULL;
    return slash ? codec_decode_part(script, slash == script ? 1 : (size_t)(slash - script)) : SYMBOL(S_empty);
}

static value default_path(void)
{
    value path = list_new(0, NULL);
    list_append(list_of(path), script_folder());
    const char *at = port_getenv("MICROPYPATH"), *home = port_getenv("HOME");
    if (!at)
        at = DEFAULT_PATH;
    while (*at) {
        size_t n = strcspn(at, ":");
        bool in_home = n > 1 && at[0] == '~' && at[1] == '/' && home;
        value entry = codec_decode_part(at + in_home, n - in_home);
        list_append(list_of(path), in_home ? str_concat(codec_decode_z(home), entry) : entry);
        at += n;
        at += *at == ':';
    }
    return path;
}
#else
#define default_path() list_new(0, NULL)
#endif

value import_path(void)
{
    value own = sys_override(SYMBOL(S_path));
    if (own != UNDEF)
        return own;
    if (vm.path == UNDEF)
        vm.path = default_path();
    return vm.path;
}

void import_set_path(value v)
{
    vm.path = v;
}

/* ---- errors ---- */

/* ImportErrors carry the name of the module. */
/* name_from: what was asked of the module; UNDEF: the module itself. */
_Noreturn static void raise_import(const struct type *type, value message, value name, value name_from)
{
    value e = exception_new(type, 1, &message);
    set_attr(e, SYMBOL(S_name), name);
    if (name_from != UNDEF)
        set_attr(e, SYMBOL(S_name_from), name_from);
    raise(e);
}

_Noreturn static void raise_not_found(value name, value parent)
{
    value message = parent == UNDEF ? str_format_c("No module named %r", name)
                                    : str_format_c("No module named %r; %r is not a package", name, parent);
    raise_import(&type_ModuleNotFoundError, message, name, UNDEF);
}

/* ---- which modules are being loaded now: for the wording of errors in circular imports, and for other threads ---- */

struct loading *import_loading;

void import_forget(void)
{
    import_loading = NULL;
}

#if ADDER_FILES
static bool is_loading(value module)
{
    for (struct loading *l = import_loading; l; l = l->outer)
        if (l->module == module)
            return true;
    return false;
}

/* Where a module's source is. A package in several folders without __init__.py has only `folders`. */
struct found {
    char path[ADDER_FILES ? PORT_PATH_MAX : 1]; /* of the file to run; "" for none */
    value folders;            /* a package's __path__: a list; UNDEF: it is a plain module */
};

/* The part of a dotted name before its last dot; the empty string if it has none. */
static value name_parent(value name)
{
    struct view s = str_view(name);
    size_t n = s.len;
    while (n && s.data[n - 1] != '.')
        n--;
    return n ? symbol_intern(s.data, n - 1) : SYMBOL(S_empty);
}

/* ---- source files ---- */

struct file_job {
    struct file_content content;
    value filename;
};

/* Streams are compiled through a window that moves along. */
struct stream {
    struct source source;
    value filename;
    int file;
    bool ended;
    char window[4 * SOURCE_KEEP];
};

static bool stream_refill(struct source *source, const char *keep)
{
    struct stream *s = source->context;
    size_t kept = (size_t)(source->end - keep), room = sizeof s->window - kept;
    memmove(s->window, keep, kept);
    source->at = s->window;
    source->end = s->window + kept;
    word n = 0;
    while (!s->ended) {
        n = s->file == PORT_STDIN ? port_console_read(s->window + kept, room)
                                  : port_file_read(s->file, s->window + kept, room);
        if (!port_retry(n, s->filename))
            break;
    }
    s->ended = n == 0;
    source->end += n;
    return n > 0;
}

static bool view_starts(struct view v, const char *start)
{
    size_t n = strlen(start);
    return v.len >= n && !memcmp(v.data, start, n);
}

/* Whether it is a built-in module that is C in CPython. */
static bool is_native(struct view filename)
{
    static const char *const names[] = {"_weakref.py", "bisect.py", "decimal/", "functools.py", "heapq.py", "operator.py",
                                        "warnings.py"};
    const size_t folder = sizeof FROZEN_FOLDER - 1;
    struct view file = {.data = filename.data + folder, .len = filename.len - folder};
    for (unsigned i = 0; i < sizeof names / sizeof names[0]; i++)
        if (view_starts(file, names[i])) return true;
    return false;
}

/* Of files SyntaxWarnings are told if the command line says something about warnings: MicroPython tells none. */
unsigned import_compile_flags(value filename)
{
    struct view name = str_view(filename);
    if (ADDER_TRACING && view_starts(name, FROZEN_FOLDER)) return is_native(name) ? COMPILE_NATIVE : 0;
    return ADDER_SYNTAX_WARNINGS && has_warn_options() ? COMPILE_WARN : 0;
}

struct code *import_compile_stream(int file, value filename)
{
    struct stream s = {.filename = filename, .file = file};
    s.source = (struct source){s.window, s.window, stream_refill, &s, false, false};
    return compile_source(&s.source, filename, COMPILE_EXEC, file == PORT_STDIN ? COMPILE_WARN : import_compile_flags(filename));
}

static value compile_file(void *arg)
{
    struct file_job *job = arg;
    const struct file_content *c = &job->content;
    if (!c->data)
        return from_ptr(import_compile_stream(c->stream, job->filename));
#if ADDER_CODE_FILES
    if (code_file_is(c->data, c->n)) return from_ptr(code_load_file(&job->content, job->filename));
#endif
    struct source s = {.at = c->data, .end = c->data + c->n};
    return from_ptr(compile_source(&s, job->filename, COMPILE_EXEC, import_compile_flags(job->filename)));
}

#if ADDER_CODE_WRITER

/* Through a code file, which lies where it stays, as one in flash does. */
static value round_trip(value code, value filename)
{
    struct bytearray *saved = (struct bytearray *)code_save((struct code *)code, TARGET_HERE);
    struct bytearray *home = (struct bytearray *)bytearray_new(NULL, 0);
    void *data = heap_buffer(&home->owner, saved->len, BUFFER_PINNED);
    memcpy(data, saved->owner.buf, saved->len);
    heap_buffer_free(&saved->owner);
    return from_ptr(code_load(data, saved->len, from_ptr(home), filename));
}

#endif

struct code *import_compile_file(const char *path, value filename)
{
#if ADDER_FROZEN
    if (frozen_has(path)) return frozen_load(path);
#endif
    struct file_job job = {.filename = filename};
    value code;
    file_load(codec_decode_z(path), &job.content);
    bool ok = protect(compile_file, &job, &code);
    file_unload(&job.content);
    if (!ok)
        raise(code);
#if ADDER_CODE_WRITER
    if (command_line.round_trip) code = round_trip(code, filename);
#endif
    return (struct code *)code;
}

/* Runs a source file as module m, which knows its name already. */
static void run_file(struct module *m, const char *path, bool run)
{
    if (command_line.verbose) {
        struct error_printer e;
        print_format(printer_error(&e), "import %v # %s\n", module_find(m, SYMBOL(S___name__)), path);
        error_printer_flush(&e);
    }
    value filename = module_find(m, SYMBOL(S___file__));
    struct code *code = import_compile_file(path, filename);
    if (run)
        run_code(code, m->dict, UNDEF);
}

/* ---- finding ---- */

static bool is_kind(const char *path, uint32_t kind)
{
#if ADDER_FROZEN
    if (frozen_has(path)) return frozen_kind(path) == kind;
#endif
    struct port_stat st;
    int result = path_hooks ? file_stat(codec_decode_z(path), &st, true) : port_stat(path, &st, true);
    return result == 0 && (st.mode & 0xf000) == kind;
}

/* What a module's file may be called, in order. One of MicroPython's is found to be refused. */
static const char suffixes[][5] = {".py", CODE_FILE_SUFFIX, ".mpy"};
#define SUFFIXES (ADDER_CODE_FILES ? sizeof suffixes / sizeof *suffixes : 1)

/* f->path, its first n bytes, with one of them. */
static bool find_suffix(struct found *f, size_t n)
{
    for (size_t i = 0; i < SUFFIXES; i++) {
        memcpy(f->path + n, suffixes[i], sizeof *suffixes);
        if (is_kind(f->path, PORT_MODE_FILE))
            return true;
    }
    return false;
}

/* f->path: the folder, from the top, so that the names of files still hold when the program goes to another folder. */
static void find_folder(struct found *f, value folder)
{
    char given[PORT_PATH_MAX];
    path_copy(folder, given);
    if (path_hooks || (ADDER_FROZEN && frozen_has(given)) || !path_absolute(given, f->path))
        strcpy(f->path, given);
}

/* Looks for `name` (without dots) in one folder. */
static bool find_in_folder(struct found *f, value folder, struct view name)
{
    static const char init[] = "/__init__";
    struct view dir = str_view(unwrap(folder));
    if (!name.len || dir.len >= sizeof f->path || memchr(dir.data, 0, dir.len))
        return false;
    find_folder(f, folder);
    size_t n = strlen(f->path);
    if (n + 1 + name.len + sizeof init + sizeof *suffixes > sizeof f->path)
        return false;
    if (n && f->path[n - 1] != '/')
        f->path[n++] = '/';
    memcpy(f->path + n, name.data, name.len);
    n += name.len;
    f->path[n] = 0;
    value own = UNDEF;
    if (is_kind(f->path, PORT_MODE_FOLDER)) {
        own = codec_decode_z(f->path);
        memcpy(f->path + n, init, sizeof init);
        if (find_suffix(f, n + sizeof init - 1)) {
            f->folders = list_new(1, &own);
            return true;
        }
    }
    if (find_suffix(f, n)) {
        f->folders = UNDEF;
        return true;
    }
    if (own != UNDEF) {
        if (f->folders == UNDEF)
            f->folders = list_new(0, NULL);
        list_append(list_of(f->folders), own);
    }
    return false;
}

static bool find_source(struct found *f, value path, value name)
{
    struct view tail = str_view(name);
    f->folders = UNDEF;
    value it = get_iter(path);
    for (value folder; (folder = iter_next(it)) != STOP;) {
        if (is_str(unwrap(folder)) && (ADDER_FROZEN || folder != SYMBOL(S_dot_frozen)) && find_in_folder(f, folder, tail))
            return true;
    }
    f->path[0] = 0;
    return f->folders != UNDEF;
}

/* ---- loading ---- */

struct load_job {
    struct module *module;
    const char *path;
};

static value run_module(void *arg)
{
    struct load_job *job = arg;
    run_file(job->module, job->path, true);
    return NONE;
}

/* Gives a module its __file__, __path__ and __package__. */
static void describe_module(struct module *m, const struct found *f, value package)
{
    dict_set(m->dict, SYMBOL(S___package__), package);
    if (f->folders != UNDEF)
        dict_set(m->dict, SYMBOL(S___path__), f->folders);
    if (f->path[0])
        dict_set(m->dict, SYMBOL(S___file__), codec_decode_z(f->path));
}

static value load_source(value name, const struct found *f)
{
    value m = module_new(name);
    struct module *module = (struct module *)m;
    describe_module(module, f, f->folders != UNDEF ? name : name_parent(name));
    struct dict *modules = import_modules();
    dict_set(modules, name, m);
    if (!f->path[0])
        return m;
    struct loading here = {m, import_loading};
    struct load_job job = {module, f->path};
    value result;
    import_loading = &here;
    bool ok = protect(run_module, &job, &result);
    import_loading = here.outer;
    thread_wake_import(m);
    modules = import_modules();
    if (!ok) {
        dict_delete(modules, name);
        raise(result);
    }
    value now = dict_get(modules, name); /* a module may replace itself */
    return now == UNDEF ? m : now;
}
#endif /* ADDER_FILES */

/* sys.modules[name]; UNDEF: not there. What another thread is loading is waited for. */
static value loaded(value name)
{
    value m;
    do
        m = dict_get(import_modules(), name);
    while (m != UNDEF && thread_finish_import(m));
    if (m == NONE) {
        value message = str_format_c("import of %v halted; None in sys.modules", name);
        raise_import(&type_ModuleNotFoundError, message, name, UNDEF);
    }
    return m;
}

/* The C module of this name; NULL: none. old: MicroPython's old name of it will do. */
static const struct builtin_module *builtin_of(value name, bool old)
{
    const struct builtin_module *b = builtin_entry(name);
    struct view s = str_view(name);
    if (b || !old || s.len < 2 || s.data[0] != 'u')
        return b;
    value plain = symbol_find(s.data + 1, s.len - 1); /* by its old name one gets past files of the new one */
    return plain == UNDEF ? NULL : builtin_entry(plain);
}

#if ADDER_FILES
/* Loads a module that is not in sys.modules. tail: its name within the package; path: where to look. */
static value load_module(value name, value tail, value path, value parent)
{
    const struct builtin_module *b = builtin_of(name, parent == UNDEF);
    if (b && b->first)
        return load_builtin(b->def, name);
    if (path != UNDEF) {
        struct found f;
        bool found = find_source(&f, path, tail);
        value meanwhile = ADDER_THREADS ? loaded(name) : UNDEF; /* by another thread, while this one has looked */
        if (meanwhile != UNDEF)
            return meanwhile;
        if (found && (f.path[0] || !b))
            return load_source(name, &f);
    }
    if (b)
        return load_builtin(b->def, name);
    raise_not_found(name, path == UNDEF ? parent : UNDEF);
}

/* Imports name = parent.tail, whose parent is imported (UNDEF: it has none). */
static value import_child(value name, value tail, value parent, value parent_name)
{
    value m = loaded(name);
    const struct builtin_module *b = m != UNDEF && parent == UNDEF ? builtin_entry(name) : NULL;
    if (b && !(is_type(m, &type_module) && ((struct module *)m)->def) && len_of(import_path()) == 0)
        return load_builtin(b->def, name); /* so a file extends the module that it stands for: MicroPython's way */
    if (m != UNDEF)
        return m;
    value path = parent == UNDEF ? import_path() : find_attr(parent, SYMBOL(S___path__));
    m = load_module(name, tail, path, parent_name);
    if (parent != UNDEF)
        set_attr(parent, tail, m);
    return m;
}

/* Imports a dotted name; returns the last module, and in *top the first. */
static value import_dotted(value name, value *top)
{
    struct view s = str_view(name);
    if (!memchr(s.data, '.', s.len))
        return *top = import_child(name, name, UNDEF, UNDEF);
    value m = UNDEF, parent_name = UNDEF;
    for (size_t from = 0, to = 0; from <= s.len; from = to + 1) {
        const char *dot = memchr(s.data + from, '.', s.len - from);
        to = dot ? (size_t)(dot - s.data) : s.len;
        if (to == from)
            raise_not_found(name, UNDEF);
        value prefix = symbol_intern(s.data, to);
        m = import_child(prefix, symbol_intern(s.data + from, to - from), m, parent_name);
        if (parent_name == UNDEF)
            *top = m;
        parent_name = prefix;
        s = str_view(name);
    }
    return m;
}
#else
/* Without files there are no packages, and no modules but those in C and what a program has put into sys.modules. */
static value import_dotted(value name, value *top)
{
    value m = loaded(name);
    const struct builtin_module *b = m == UNDEF ? builtin_of(name, true) : NULL;
    if (m == UNDEF && !b)
        raise_not_found(name, UNDEF);
    return *top = b ? load_builtin(b->def, name) : m;
}
#endif

value import_module(value name)
{
    value top;
    return import_dotted(str_intern(name), &top);
}

/* ---- relative names ---- */

static value global_find(struct dict *globals, value name)
{
    int i = globals ? dict_find_symbol(globals, name) : -1;
    return i < 0 ? UNDEF : dict_entry(globals, (uint32_t)i)[1];
}

#if ADDER_FILES
/* The text that a program may have stored under this name; UNDEF: none. */
static value global_text(struct dict *globals, value name, const char *what)
{
    value v = global_find(globals, name);
    if (v == UNDEF || v == NONE)
        return UNDEF;
    need_str(v, what);
    return unwrap(v);
}

/* The package that code with these globals belongs to. */
static value current_package(struct dict *globals)
{
    value package = global_text(globals, SYMBOL(S___package__), "package");
    if (package == UNDEF) {
        package = global_text(globals, SYMBOL(S___name__), "__name__");
        if (package != UNDEF && global_find(globals, SYMBOL(S___path__)) == UNDEF)
            package = name_parent(package);
    }
    if (package == UNDEF || str_view(package).len == 0)
        raise_error(&type_ImportError, "attempted relative import with no known parent package");
    return package;
}

/* The absolute name of `level` dots and `name`. */
static value absolute_name(struct dict *globals, value name, int level)
{
    value package = current_package(globals);
    while (--level > 0) {
        package = name_parent(package);
        if (str_view(package).len == 0)
            raise_error(&type_ImportError, "attempted relative import beyond top-level package");
    }
    return str_view(name).len == 0 ? package : str_format_c("%v.%v", package, name);
}

/* ---- the import statement ---- */

/* For `from package import name`: imports the submodule, if that is what it is. */
struct submodule_job {
    value package, name, full;
};

static value import_submodule(void *arg)
{
    struct submodule_job *job = arg;
    value package_name = get_attr(job->package, SYMBOL(S___name__));
    job->full = str_intern(str_format_c("%v.%v", package_name, job->name));
    return import_child(job->full, job->name, job->package, package_name);
}

static void import_from_package(value package, value name)
{
    if (find_attr(package, name) != UNDEF)
        return;
    struct submodule_job job = {package, name, UNDEF};
    value e;
    if (protect(import_submodule, &job, &e))
        return;
    /* that it is not there is for `from` to say; what went wrong inside of it is not */
    if (!exception_matches(e, from_ptr(&type_ModuleNotFoundError)) || find_attr(e, SYMBOL(S_name)) == UNDEF ||
        !equal(find_attr(e, SYMBOL(S_name)), job.full))
        raise(e);
}

static void import_fromlist(value module, value fromlist)
{
    if (find_attr(module, SYMBOL(S___path__)) == UNDEF)
        return;
    value it = get_iter(fromlist);
    for (value name; (name = iter_next(it)) != STOP;) {
        need_str(name, "Item in ``from list''");
        name = str_intern(unwrap(name));
        if (name == SYMBOL('*')) {
            value all = find_attr(module, SYMBOL(S___all__));
            if (all != UNDEF)
                import_fromlist(module, all);
        } else {
            import_from_package(module, name);
        }
    }
}

value import_name(struct dict *globals, value name, value fromlist, int level)
{
    value top = UNDEF;
    if (level == 0 && str_view(name).len == 0)
        raise_value_error("Empty module name");
    value full = level > 0 ? str_intern(absolute_name(globals, name, level)) : name;
    value m = import_dotted(full, &top);
    if (fromlist == NONE || !truth(fromlist)) {
        if (level == 0 || str_view(name).len == 0)
            return top;
        /* __import__('a.b', level=1): the module that the first part names */
        struct view s = str_view(name);
        const char *dot = memchr(s.data, '.', s.len);
        return dot ? import_module(absolute_name(globals, str_new(s.data, (size_t)(dot - s.data)), level)) : m;
    }
    import_fromlist(m, fromlist);
    return m;
}
#else
value import_name(struct dict *globals, value name, value fromlist, int level)
{
    (void)globals, (void)fromlist;
    if (level > 0)
        raise_error(&type_ImportError, "attempted relative import with no known parent package");
    return import_module(name);
}
#endif

value import_statement(value name, value fromlist, int level)
{
    struct dict *globals = vm_globals();
    const struct module *m = runtime.builtins == UNDEF ? NULL : (const struct module *)runtime.builtins;
    value own = m ? global_find(m->dict, SYMBOL(S___import__)) : UNDEF;
#if ADDER_METHODS
    value builtins = globals ? dict_get(globals, SYMBOL(S___builtins__)) : UNDEF;
    if (builtins != UNDEF && is_dict(unwrap(builtins)) && (!m || unwrap(builtins) != from_ptr(m->dict))) { /* exec() was given its own */
        own = dict_get(dict_of(unwrap(builtins)), SYMBOL(S___import__));
        if (own == UNDEF) raise_error(&type_ImportError, "__import__ not found");
    }
#endif
    if (own == UNDEF)
        return import_name(globals, name, fromlist, level);
    value args[5] = {name, globals ? from_ptr(globals) : NONE, NONE, fromlist, from_int(level)};
    return call(own, 5, args);
}

value import_from(value module, value name)
{
    value v = find_attr(module, name);
    if (v != UNDEF)
        return v;
    value module_name = find_attr(module, SYMBOL(S___name__));
    if (module_name == UNDEF || !is_str(module_name))
        module_name = str_new("<unknown module name>", 21);
#if ADDER_FILES
    v = dict_get(import_modules(), str_format_c("%v.%v", module_name, name));
    if (v != UNDEF)
        return v;
    value file = find_attr(module, SYMBOL(S___file__));
    if (file == UNDEF)
        file = str_new("unknown location", 16);
    const char *partial = is_loading(module) ? "partially initialized module " : "";
    const char *why = *partial ? " (most likely due to a circular import)" : "";
    raise_import(&type_ImportError,
                 str_format_c("cannot import name %r from %s%r%s (%v)", name, partial, module_name, why, file),
                 module_name, name);
#else
    raise_import(&type_ImportError, str_format_c("cannot import name %r from %r", name, module_name), module_name, name);
#endif
}

#if ADDER_FILES
/* ---- adder -m ---- */

void import_run_main(value name, bool run)
{
    value top, parent_name = name_parent(name), parent = UNDEF;
    struct found f;
    if (str_view(parent_name).len)
        parent = import_dotted(parent_name, &top);
    size_t skip = parent == UNDEF ? 0 : str_view(parent_name).len + 1;
    struct view s = str_view(name);
    value tail = symbol_intern(s.data + skip, s.len - skip);
    value path = parent == UNDEF ? import_path() : find_attr(parent, SYMBOL(S___path__));
    bool found = path != UNDEF && find_source(&f, path, tail);
    if (!found && builtin_entry(name))
        raise_import(&type_ImportError, str_format_c("No code object available for %v", name), name, UNDEF);
    if (!found)
        raise_not_found(name, path == UNDEF ? parent_name : UNDEF);
    if (f.folders != UNDEF) { /* a package: its __main__ */
        value folders = f.folders;
        import_module(name);
        if (!find_source(&f, folders, SYMBOL(S___main__)) || !f.path[0])
            raise_error(&type_ImportError, "No module named %v.__main__; %r is a package and cannot be directly executed",
                        name, name);
        parent_name = name;
    }
    struct module *m = (struct module *)vm.main;
    f.folders = UNDEF;
    describe_module(m, &f, parent_name);
    run_file(m, f.path, run);
}
#endif
