/* A whole run of the program: the command line, what it says to run, and the exit status. */
#include "../compiler/compiler.h"
#include "../repl/repl.h"
#include "codefile.h"
#include "file.h"
#include "../object/code.h"
#include "runtime.h"

struct command_line command_line;

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

static const char usage[] =
    "usage: adder [option] ... [-c CODE | -m MODULE | FILE | -] [argument] ...\n"
    "  -c CODE        run this program text\n"
    "  -m MODULE      run a module as the main program\n"
    "  -              run standard input\n"
    "  -i             go on with the prompt afterwards\n"
    "  -O[N]          optimise: 1 drops assertions, 2 docstrings too\n"
    "  -v             tell what is imported\n"
    "  -h, --help     this\n"
    "  --version      the version\n"
    "  -X heapsize=N[K|M]                  the heap's size, machine stack included\n"
    "  -X compile-only                     compile, do not run\n"
    "  -X emit=bytecode|native|viper       the kind of code to make\n"
    "  -X roundtrip                        make a code file of each source and load that\n"
    "  -X stress                           collect and move at every allocation (slow)\n"
    "  -X failafter=N                      let the N-th allocation fail\n"
    "  -X realtime                         accepted\n"
    "Environment: MICROPYPATH (folders of modules, with : between), MICROPYINSPECT (as -i).\n";

static void say(const char *text)
{
    port_console_write(text, strlen(text));
}

static int complain(const char *what, const char *about)
{
    struct error_printer e;
    print_format(printer_error(&e), "adder: %s%s\nTry `adder -h`.\n", what, about);
    error_printer_flush(&e);
    return 2;
}

/* N, NK or NM; 0: it is none. */
static size_t read_size(const char *text)
{
    size_t n = 0;
    for (; is_ascii_digit((unsigned char)*text); text++) {
        if (n > SIZE_MAX / 16)
            return 0;
        n = n * 10 + (size_t)(*text - '0');
    }
    unsigned shift = *text == 'k' || *text == 'K' ? 10 : *text == 'm' || *text == 'M' ? 20 : 0;
    text += shift != 0;
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
            o->status = complain("bad heap size: ", text + 9);
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
    } else if (strcmp(text, "emit=bytecode") && strcmp(text, "emit=native") && strcmp(text, "emit=viper") &&
               strcmp(text, "realtime")) {
        o->status = complain("unknown option -X ", text);
    }
}

/* The option that begins at argv[i]; returns the index of its last part. */
static int read_option(struct options *o, int argc, char **argv, int i)
{
    const char *a = argv[i];
    char letter = a[1];
    if (letter == 'c' || letter == 'm' || letter == 'X') {
        const char *operand = a[2] ? a + 2 : i + 1 < argc ? argv[++i] : NULL;
        if (!operand) {
            o->status = complain("argument expected for ", a);
        } else if (letter == 'X') {
            read_x_option(o, operand);
        } else {
            o->kind = letter == 'c' ? RUN_TEXT : RUN_MODULE;
            o->what = operand;
        }
    } else if (letter == 'O' && (!a[2] || (is_ascii_digit((unsigned char)a[2]) && !a[3]))) {
        compile_optimise = a[2] ? a[2] - '0' : compile_optimise + 1;
    } else if (!strcmp(a, "-i")) {
        o->inspect = true;
    } else if (!strcmp(a, "-v") || !strcmp(a, "-vv") || !strcmp(a, "-vvv")) {
        command_line.verbose += (int)strlen(a) - 1;
    } else if (!strcmp(a, "-h") || !strcmp(a, "--help")) {
        say(usage);
        o->status = 0;
    } else if (!strcmp(a, "--version") || !strcmp(a, "-V")) {
        say("Adder " ADDER_VERSION "\n");
        o->status = 0;
    } else {
        o->status = complain("unknown option ", a);
    }
    return i;
}

static void read_command_line(struct options *o, int argc, char **argv)
{
    *o = (struct options){.kind = RUN_NOTHING, .status = -1};
    if (ADDER_CODE_WRITER && argc > 1 && !strcmp(argv[1], "compile")) {
        o->kind = RUN_COMPILE;
        command_line.argc = argc - 2;
        command_line.argv = argv + 2;
        return;
    }
    int i = 1;
    while (i < argc && argv[i][0] == '-' && argv[i][1] && o->kind == RUN_NOTHING && o->status < 0)
        i = read_option(o, argc, argv, i) + 1;
    static char no_script[] = "", text_script[] = "-c", module_script[] = "-m", input_script[] = "-";
    char *name = no_script;
    if (o->kind == RUN_TEXT) {
        name = text_script;
        command_line.text = o->what;
    } else if (o->kind == RUN_MODULE) {
        name = module_script;
    } else if (i < argc) {
        name = argv[i++];
        o->kind = strcmp(name, input_script) ? RUN_SCRIPT : RUN_INPUT;
        o->what = name;
        if (o->kind == RUN_SCRIPT)
            command_line.script = name;
    }
    /* sys.argv is what follows, with the script before it */
    argv[i - 1] = name;
    command_line.argc = argc - i + 1;
    command_line.argv = argv + i - 1;
    const char *inspect = port_getenv("MICROPYINSPECT");
    if (inspect && *inspect)
        o->inspect = true;
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

/* All of standard input, for programs that come that way. */
static struct code *compile_input(void)
{
    value text = bytearray_new(NULL, 0);
    char piece[512];
    word n;
    while ((n = port_console_read(piece, sizeof piece)) != 0)
        if (!port_retry(n, UNDEF))
            bytearray_append(text, (const uint8_t *)piece, (size_t)n);
    struct bytearray *b = (struct bytearray *)text;
    return compile_text(b->owner.buf, b->len, SYMBOL(S_lt_stdin), COMPILE_EXEC, 0);
}

static value run_program(void *arg)
{
    struct options *o = arg;
    struct code *code;
    vm.main = module_new(SYMBOL(S___main__));
    switch (o->kind) {
#if ADDER_CODE_WRITER
    case RUN_COMPILE: o->status = code_file_main(command_line.argc, command_line.argv); return NONE;
#endif
    case RUN_TEXT:
        runtime.text_name = str_new("<string>", 8);
        code = compile_text(o->what, strlen(o->what), runtime.text_name, COMPILE_EXEC, 0);
        break;
    case RUN_SCRIPT:
        code = import_compile_file(o->what, set_main_file(o->what));
        break;
    case RUN_MODULE:
        import_run_main(symbol_intern_z(o->what));
        return NONE;
    case RUN_INPUT:
        if (!port_is_terminal(PORT_STDIN)) {
            code = compile_input();
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

static value report(void *arg)
{
    value e = *(value *)arg;
    if (exception_matches(e, from_ptr(&type_SystemExit)))
        return from_int(exit_status(e));
    runtime.last_exception = e;
    struct error_printer err;
    traceback_print(printer_error(&err), e);
    error_printer_flush(&err);
    return from_int(exception_matches(e, from_ptr(&type_KeyboardInterrupt)) ? 130 : 1);
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

/* Whether the script can be read at all. */
static bool script_is_there(const struct options *o)
{
    struct port_stat st;
    int result = o->kind == RUN_SCRIPT ? port_stat(o->what, &st, true) : 0;
    if (result == 0)
        return true;
    struct error_printer e;
    print_format(printer_error(&e), "adder: can't open file '%s': [Errno %d] %s\n", o->what, -result,
                 port_error_text(-result));
    error_printer_flush(&e);
    return false;
}

int adder_main(int argc, char **argv)
{
    struct options o;
    bool plenty;
    value result;
    read_command_line(&o, argc, argv);
    if (o.status >= 0) {
        port_console_flush();
        return o.status;
    }
    if (!script_is_there(&o))
        return 2;
    if (o.kind == RUN_NOTHING && !port_is_terminal(PORT_STDIN) && !o.inspect)
        o.kind = RUN_INPUT;
    void *heap = port_heap(&o.heap, &plenty);
    if (!heap)
        return complain("there is no memory for the heap", "");
    runtime_start(heap, o.heap, plenty, __builtin_frame_address(0), port_c_stack());
    if (o.stress)
        heap_set_stress(true);
    if (o.fail_after)
        heap_set_fail_after((long)o.fail_after);
    int status = 0;
    if (!protect(run_program, &o, &result))
        status = report_exception(result);
    else if (o.status > 0)
        status = o.status;
    if (o.inspect && !protect(run_prompt, NULL, &result))
        status = report_exception(result);
    runtime_stop();
    return status;
}
