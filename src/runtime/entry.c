/* A whole run of the program: the command line, what it says to run, and the exit status. */
#include "../compiler/compiler.h"
#include "../repl/repl.h"
#include "codefile.h"
#include "color.h"
#include "file.h"
#include "../object/code.h"
#include "runtime.h"
#include "thread.h"

struct command_line command_line;

/* Exit statuses of their own (and CPython's). */
#define STATUS_UNWRITTEN 120
#define STATUS_INTERRUPTED (128 + 2 + 256) /* by Ctrl-C: no exit status, but a signal's */

/* ---- the command line ---- */

enum run_kind { RUN_NOTHING, RUN_SCRIPT, RUN_TEXT, RUN_MODULE, RUN_INPUT, RUN_COMPILE };

struct options {
    enum run_kind kind;
    const char *what;     /* the script, text or module */
    bool inspect;         /* -i */
    bool stress, compile_only, disassemble;
    size_t heap;          /* bytes; 0: as much as is sensible */
    size_t fail_after;    /* the allocation that is to fail; 0: none */
    int status;           /* of a command line that is done with: -1 if it is not */
};

/* With the program's name in front. */
static const char usage[] =
    " [option] ... [-c CODE | -m MODULE | FILE | -] [argument] ...\n";

static const char help[] =
    "Runs a Python program. Without one, starts the prompt on a terminal, else runs standard input.\n"
    "\n"
    "What to run; all that follows it is in sys.argv:\n"
    "  FILE           a source file, or a folder with a __main__.py\n"
    "  -c CODE        the text CODE\n"
    "  -m MODULE      a module that is found on sys.path, or a package's __main__\n"
    "  -              standard input\n"
    "\n"
    "Options:\n"
    "  -i             go on with the prompt when the program has ended\n"
    "  -O, -O1        leave out assertions; __debug__ is False\n"
    "  -OO, -O2       leave out docstrings too\n"
    "  -v             tell on standard error what is imported, and from where\n"
#if ADDER_SYNTAX_WARNINGS
    "  -W FILTER      which warnings are told: error, ignore, always, default, module, once, or as\n"
    "                 ACTION:MESSAGE:CATEGORY:MODULE:LINE; of files, SyntaxWarnings are told only with it\n"
#endif
    "  -h, --help     show this\n"
    "  --version      show the version\n"
    "  --             end the options: FILE may begin with a -\n"
    "  -X heapsize=N[K|M]               give the program N bytes of heap, machine stack included;\n"
    "                                   without it, at most half of the memory that there is\n"
    "  -X compile-only                  compile the program, and do not run it\n"
    "  -X emit=bytecode|native|viper    the kind of code that is preferred (at present all is bytecode)\n"
    "  -X realtime                      accepted\n"
#ifdef ADDER_DISASSEMBLER
    "  -X disassemble                   compile the program, and print its bytecode\n"
#endif
#if ADDER_CODE_WRITER
    "  -X roundtrip                     make a code file of each source, and load that\n"
#endif
    "  -X stress                        collect and move all memory at every allocation (slow)\n"
    "  -X failafter=N                   let the N-th allocation fail\n"
#if ADDER_CODE_WRITER
    "\n"
    "adder compile [option] ... FILE.py ... makes code files, which run without being compiled again; see\n"
    "adder compile -h.\n"
#endif
    "\n"
    "Environment:\n"
    "  MICROPYPATH    the folders of modules, with : between; .frozen stands for the built-in ones\n"
    "                 (.frozen:~/.micropython/lib:/usr/lib/micropython if it is not set)\n"
    "  MICROPYINSPECT if it is not empty: as -i\n"
#if ADDER_SYNTAX_WARNINGS
    "  PYTHONWARNINGS filters as of -W, with , between\n"
#endif
    "\n"
    "Exit status: what SystemExit carries; 1 after another exception; 2 if the command line is wrong or FILE\n"
    "can't be read; 120 if output could not be written.\n";

static void say(const char *text)
{
    port_console_write(text, strlen(text));
}

/* What went wrong before anything ran, as one line. */
static int complain(const char *what, const char *about)
{
    struct error_printer e;
    print_format(printer_error(&e), "%s: %s%s\n", command_line.program, what, about);
    error_printer_flush(&e);
    return 2;
}

static int complain_usage(const char *what, const char *about)
{
    struct error_printer e;
    print_format(printer_error(&e), "%s: %s%s\nTry `%s -h`.\n", command_line.program, what, about,
                 command_line.program);
    error_printer_flush(&e);
    return 2;
}

/* N, NK or NM bytes; 0: it is none, or more than fits. MicroPython's w before the K or M, words of 4 bytes that grow
 * with the machine's, is understood too. */
static size_t read_size(const char *text)
{
    size_t n = 0;
    for (; is_ascii_digit((unsigned char)*text); text++) {
        if (n > SIZE_MAX / 16)
            return 0;
        n = n * 10 + (size_t)(*text - '0');
    }
    unsigned shift = 0;
    if (*text == 'w') {
        shift = sizeof(value) == 8;
        text++;
    }
    unsigned unit = *text == 'k' || *text == 'K' ? 10 : *text == 'm' || *text == 'M' ? 20 : 0;
    text += unit != 0;
    shift += unit;
    return *text || n > SIZE_MAX >> shift ? 0 : n << shift;
}

static bool starts_with(const char *text, const char *start)
{
    return strncmp(text, start, strlen(start)) == 0;
}

static void read_x_option(struct options *o, const char *text)
{
    if (starts_with(text, "heapsize=")) {
        o->heap = read_size(text + 9);
        if (o->heap < 1024)
            o->status = complain_usage("bad heap size: ", text + 9);
    } else if (!strcmp(text, "compile-only")) {
        o->compile_only = true;
#ifdef ADDER_DISASSEMBLER
    } else if (!strcmp(text, "disassemble")) {
        o->compile_only = o->disassemble = true;
#endif
    } else if (!strcmp(text, "roundtrip")) {
        command_line.round_trip = true;
    } else if (!strcmp(text, "stress")) {
        o->stress = true;
    } else if (starts_with(text, "failafter=")) {
        o->fail_after = read_size(text + 10);
        if (!o->fail_after)
            o->status = complain_usage("bad number: ", text + 10);
    } else if (strcmp(text, "emit=bytecode") && strcmp(text, "emit=native") && strcmp(text, "emit=viper") &&
               strcmp(text, "realtime")) {
        o->status = complain_usage("unknown option -X ", text);
    }
}

static void show_help(void)
{
    say("usage: ");
    say(command_line.program);
    say(usage);
    say(help);
}

/* The letters of a word that begins with one -, such as -i or -vO2. Returns the index of the last word used. */
static int read_letters(struct options *o, int argc, char **argv, int i)
{
    for (char *a = argv[i] + 1; *a && o->status < 0; a++) {
        switch (*a) {
        case 'c':
        case 'm':
#if ADDER_SYNTAX_WARNINGS
        case 'W':
#endif
        case 'X': {
            char *operand = a[1] ? a + 1 : i + 1 < argc ? argv[++i] : NULL;
            const char letter[3] = {'-', *a, 0};
            if (!operand) {
                o->status = complain_usage("argument expected for ", letter);
            } else if (*a == 'X') {
                read_x_option(o, operand);
            } else if (*a == 'W') {
                command_line.warn_option[command_line.warn_options++] = operand;
            } else {
                o->kind = *a == 'c' ? RUN_TEXT : RUN_MODULE;
                o->what = operand;
            }
            return i;
        }
        case 'O':
            if (is_ascii_digit((unsigned char)a[1]))
                compile_optimise = *++a - '0';
            else
                compile_optimise++;
            break;
        case 'i':
            o->inspect = true;
            break;
        case 'v':
            command_line.verbose++;
            break;
        case 'h':
            show_help();
            o->status = 0;
            break;
        case 'V':
            say("Adder " ADDER_VERSION "\n");
            o->status = 0;
            break;
        default:
            o->status = complain_usage("unknown option ", argv[i]);
        }
    }
    return i;
}

/* The option that begins at argv[i]; returns the index of its last word. */
static int read_option(struct options *o, int argc, char **argv, int i)
{
    const char *a = argv[i];
    if (!strcmp(a, "--help")) {
        show_help();
        o->status = 0;
    } else if (!strcmp(a, "--version")) {
        say("Adder " ADDER_VERSION "\n");
        o->status = 0;
    } else if (a[1] == '-') {
        o->status = complain_usage("unknown option ", a);
    } else {
        return read_letters(o, argc, argv, i);
    }
    return i;
}

static bool wants_prompt(void)
{
    const char *inspect = port_getenv("MICROPYINSPECT");
    return inspect && *inspect;
}

static void read_command_line(struct options *o, int argc, char **argv)
{
    *o = (struct options){.kind = RUN_NOTHING, .status = -1};
    const char *slash = argc ? strrchr(argv[0], '/') : NULL;
    command_line.program = slash ? slash + 1 : argc && argv[0][0] ? argv[0] : "adder";
    if (ADDER_CODE_WRITER && argc > 1 && !strcmp(argv[1], "compile")) {
        o->kind = RUN_COMPILE;
        command_line.argc = argc - 2;
        command_line.argv = argv + 2;
        return;
    }
    int i = argc ? 1 : 0;
    bool more = true;
    command_line.warn_option = argv; /* where words were that have been read */
    while (more && i < argc && argv[i][0] == '-' && argv[i][1] && o->kind == RUN_NOTHING && o->status < 0) {
        more = strcmp(argv[i], "--") != 0;
        if (more)
            i = read_option(o, argc, argv, i);
        i++;
    }
    static char no_script[] = "", text_script[] = "-c", input_script[] = "-";
    char *name = no_script;
    if (o->kind == RUN_TEXT) {
        name = text_script;
        command_line.text = o->what;
    } else if (o->kind == RUN_MODULE) {
        name = argv[i - 1]; /* as MicroPython has it: in the place of -m, of which it may be a part */
        name += strlen(name) - strlen(o->what);
    } else if (i < argc) {
        name = argv[i++];
        o->kind = more && !strcmp(name, input_script) ? RUN_INPUT : RUN_SCRIPT;
        o->what = name;
        if (o->kind == RUN_SCRIPT)
            command_line.script = name;
    }
    /* sys.argv is what follows, with the script before it */
    if (i == 0)
        return;
    argv[i - 1] = name;
    command_line.argc = argc - i + 1;
    command_line.argv = argv + i - 1;
}

value runtime_argv(void)
{
    value own = sys_override(SYMBOL(S_argv));
    if (own != UNDEF)
        return own;
    if (runtime.argv == UNDEF) {
        runtime.argv = list_new(0, NULL);
        for (int i = 0; i < command_line.argc; i++) {
            const char *a = command_line.argv[i];
            list_append(list_of(runtime.argv), codec_decode_z(a));
        }
    }
    return runtime.argv;
}

#if ADDER_SYNTAX_WARNINGS

static const char *warn_environment(void)
{
    const char *text = port_getenv("PYTHONWARNINGS");
    return text ? text : "";
}

bool has_warn_options(void)
{
    return command_line.warn_options || *warn_environment();
}

value runtime_warn_options(void)
{
    value options = list_new(0, NULL);
    const char *at = warn_environment();
    while (*at) {
        size_t n = strcspn(at, ",");
        if (n)
            list_append(list_of(options), codec_decode_part(at, n));
        at += n + (at[n] != 0);
    }
    for (int i = 0; i < command_line.warn_options; i++)
        list_append(list_of(options), codec_decode_z(command_line.warn_option[i]));
    return options;
}

#endif

/* ---- running ---- */

static struct module *main_module(void)
{
    return (struct module *)vm.main;
}

static value set_main_file(const char *path)
{
    value file = codec_decode_z(path);
    dict_set(main_module()->dict, SYMBOL(S___file__), file);
    return file;
}

static value run_program(void *arg)
{
    struct options *o = arg;
    struct code *code;
    import_new_main();
    switch (o->kind) {
#if ADDER_CODE_WRITER
    case RUN_COMPILE: o->status = code_file_main(command_line.argc, command_line.argv); return NONE;
#endif
    case RUN_TEXT:
        runtime.text_name = str_new("<string>", 8);
        code = compile_text(o->what, strlen(o->what), runtime.text_name, COMPILE_EXEC, COMPILE_STR | COMPILE_WARN);
        break;
    case RUN_SCRIPT:
        code = import_compile_file(o->what, set_main_file(o->what));
        break;
    case RUN_MODULE:
        import_run_main(str_intern(codec_decode_z(o->what)), !o->compile_only);
        return NONE;
    case RUN_INPUT:
        if (!port_is_terminal(PORT_STDIN)) {
            code = import_compile_stream(PORT_STDIN, SYMBOL(S_lt_stdin));
            break;
        }
        /* fall through */
    default:
        o->inspect = true;
        return NONE;
    }
#ifdef ADDER_DISASSEMBLER
    if (o->disassemble) {
        struct printer p;
        printer_console(&p);
        code_disassemble(code, &p);
    }
#endif
    if (!o->compile_only)
        run_code(code, main_module()->dict, UNDEF);
    return NONE;
}

static value run_prompt(void *unused)
{
    (void)unused;
    repl_run();
    return NONE;
}

/* ---- how a run ends ---- */

static int exit_status(value e)
{
    struct tuple *args = tuple_of(*exception_slot(e, EXC_ARGS));
    value code = args->len == 0 ? NONE : args->len == 1 ? args->items[0] : from_ptr(args);
    if (has_instance_layout(e) && find_attr(e, SYMBOL(S_code)) != UNDEF)
        code = find_attr(e, SYMBOL(S_code));
    if (code == NONE)
        return 0;
    if (is_integer(code)) {
        int64_t n;
        return int_to_int64(code, &n) ? (int)(n & 0xff) : 255;
    }
    struct error_printer err;
    print_value(printer_error(&err), code);
    print_text(&err.p, "\n", 1);
    error_printer_flush(&err);
    return 1;
}

/* To what the program has put in the place of sys.stderr; false: nothing. */
static bool report_to_file(value exception)
{
    value file = sys_override(SYMBOL(S_stderr));
    if (file == UNDEF || file == runtime.standard[PORT_STDERR])
        return false;
    struct printer p;
    printer_init(&p);
    traceback_print(&p, exception);
    value text = printer_str(&p);
    if (file != NONE)
        call_method(file, SYMBOL(S_write), 1, &text);
    return true;
}

void report_by_default(value exception)
{
    if (report_to_file(exception))
        return;
    struct error_printer err;
    struct color_printer color;
    struct printer *out = printer_error(&err);
    if (ADDER_LEVEL == 2 && port_terminal_colors(PORT_STDERR))
        out = printer_color(&color, out);
    traceback_print(out, exception);
    error_printer_flush(&err);
}

struct hook_job {
    value hook, exception;
};

static value call_excepthook(void *arg)
{
    struct hook_job *job = arg;
    value args[3] = {from_ptr(type_of(job->exception)), job->exception,
                     get_attr(job->exception, SYMBOL(S___traceback__))};
    return call(job->hook, 3, args);
}

static value report(void *arg)
{
    value e = *(value *)arg;
    if (exception_matches(e, from_ptr(&type_SystemExit)))
        return from_int(exit_status(e));
    runtime.last_exception = e;
    value own = sys_override(SYMBOL(S_excepthook)), result;
    struct hook_job job = {own, e};
    if (own == UNDEF) {
        report_by_default(e);
    } else if (!protect(call_excepthook, &job, &result)) {
        static const char text[] = "Error in sys.excepthook:\n", original[] = "\nOriginal exception was:\n";
        port_error_write(text, sizeof text - 1);
        report_by_default(result);
        port_error_write(original, sizeof original - 1);
        report_by_default(e);
    }
    return from_int(exception_matches(e, from_ptr(&type_KeyboardInterrupt)) ? STATUS_INTERRUPTED : 1);
}

int report_exception(value exception)
{
    value status;
    if (protect(report, &exception, &status))
        return (int)int_of(status);
    static const char lost[] = "an exception was raised while another one was printed\n";
    port_error_write(lost, sizeof lost - 1);
    return 1;
}

/* ---- the whole ---- */

static bool complain_script(const char *path, int error)
{
    struct error_printer e;
    print_format(printer_error(&e), "%s: can't open file '%s': [Errno %d] %s\n", command_line.program, path, error,
                 port_error_text(error));
    error_printer_flush(&e);
    return false;
}

/* Whether there is a script, which can be read. Its whole path goes to `path`. A folder stands for the __main__.py in it. */
static bool find_script(struct options *o, char path[PORT_PATH_MAX])
{
    static const char main_name[] = "/__main__.py";
    struct port_stat st;
    if (path_absolute(o->what, path)) command_line.script = o->what = path;
    size_t n = strlen(o->what);
    int error = port_stat(o->what, &st, true);
    if (error == 0 && (st.mode & 0xf000) == PORT_MODE_FOLDER && n + sizeof main_name <= PORT_PATH_MAX) {
        memcpy(path + n, main_name, sizeof main_name);
        if (port_stat(path, &st, true) < 0) {
            path[n] = 0;
            complain("can't find '__main__' module in ", path);
            return false;
        }
    }
    if (error == 0 && (st.mode & 0xf000) == PORT_MODE_FILE) { /* others may be opened only once */
        error = port_file_open(o->what, PORT_READ);
        if (error >= 0)
            error = port_file_close(error);
    }
    return error == 0 || complain_script(o->what, -error);
}

static value finish_threads(void *unused)
{
    (void)unused;
    thread_finish();
    return NONE;
}

/* Runs what there is to run, then the prompt if that is wanted, and waits for threads; returns the exit status. */
static int run_all(struct options *o)
{
    value result;
    int status = 0;
    if (!protect(run_program, o, &result))
        status = report_exception(result);
    else if (o->status > 0)
        status = o->status;
    if (vm.main == UNDEF) /* there was no memory even for that */
        return status;
    if ((o->inspect || (wants_prompt() && o->kind != RUN_COMPILE)) && !protect(run_prompt, NULL, &result))
        status = report_exception(result);
    if (ADDER_THREADS && !protect(finish_threads, NULL, &result))
        status = report_exception(result);
    return status;
}

int adder_main(int argc, char **argv)
{
    struct options o;
    bool plenty;
    char path[PORT_PATH_MAX];
    read_command_line(&o, argc, argv);
    if (o.status >= 0)
        return console_close() ? o.status : STATUS_UNWRITTEN;
    if (o.kind == RUN_SCRIPT && !find_script(&o, path))
        return 2;
    if (o.kind == RUN_NOTHING && !port_is_terminal(PORT_STDIN) && !o.inspect && !wants_prompt())
        o.kind = RUN_INPUT;
    void *heap = port_heap(&o.heap, &plenty);
    if (!heap)
        return complain("there is no memory for the heap", "");
    runtime_start(heap, o.heap, plenty, __builtin_frame_address(0), port_c_stack());
    if (o.stress)
        heap_set_stress(true);
    if (o.fail_after)
        heap_set_fail_after((long)o.fail_after);
    int status = run_all(&o);
    if (!runtime_stop() && status == 0)
        status = STATUS_UNWRITTEN;
    if (status == STATUS_INTERRUPTED)
        port_end_by_signal(2); /* SIGINT */
    return status;
}
