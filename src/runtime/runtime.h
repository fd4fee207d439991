/* The runtime: what makes programs run on top of the machine. Starting and stopping, built-in functions,
 * import, tracebacks, the console. */
#ifndef ADDER_RUNTIME_H
#define ADDER_RUNTIME_H

#include "../object/printer.h"
#include "../vm/vm.h"
#include "port.h"

#define ADDER_VERSION "0.1.0"
#define ADDER_MICROPYTHON_VERSION "1.29.0" /* what it is compatible with */

/* ---- start.c ---- */

/* Starts, as often as one likes, on a heap of `size` bytes (see heap_init); nothing is left of the run before.
 * stack_top: the highest address of the C stack that may hold
 * values; c_stack: how many bytes below it recursion may use. */
void runtime_start(void *heap, size_t size, bool plenty, void *stack_top, size_t c_stack);
extern const char *runtime_stack_top, *c_stack_limit; /* of the C stack that is in use */
/* Calls what sys.atexit() was given, and writes out what files and the console have buffered. false: something could
 * not be written, which was told. */
bool runtime_stop(void);
/* Forgets what programs made, as if started anew: __main__, modules, mounts, sys.*. The console stays as it is. */
void runtime_soft_reset(void);

/* Values that live as long as the runtime; UNDEF until first used. */
struct runtime {
    value builtins;        /* the module, once something was stored in it or it was imported */
    value sys;             /* the module, once it was imported */
    value argv;            /* sys.argv: a list */
    value standard[3];     /* sys.stdin, stdout, stderr: file objects */
    value last_exception;  /* sys.last_exc */
    value environ;         /* os.environ: a dict */
    value exit_function;   /* sys.atexit() */
    value scheduled[16];   /* micropython.schedule(): functions and their arguments, the next one first */
    value text_name;       /* the filename of -c: known from other "<string>"s by its identity */
    value statement;       /* what the prompt is running: a bytearray; and its filename */
    value statement_name;
    value unsupported;     /* io.UnsupportedOperation */
    value mounts, mount_here; /* of vfs/mount.c */
};
extern struct runtime runtime;

/* The command line, kept as it is until sys.argv or sys.path is asked for. */
struct command_line {
    const char *program;  /* the name it was started by, without its folder */
    int argc;
    char **argv;          /* argv[0] is the script, "-c", "-m" or "" */
    const char *script;   /* whose folder begins sys.path; NULL: the current folder */
    const char *text;     /* of -c, for tracebacks; NULL */
    int verbose;
    int warn_options;     /* how many -W there were */
    char **warn_option;
    bool round_trip;      /* -X roundtrip: code goes by way of a code file */
};
extern struct command_line command_line;
value runtime_argv(void); /* sys.argv: the list, made at first use */
value runtime_warn_options(void); /* sys.warnoptions: a new list, what the environment's PYTHONWARNINGS has and what -W gave */
bool has_warn_options(void);      /* whether it has any */

/* ---- interrupt.c ---- */

/* Sleeps, waking early for what is pending, which is handled (and may raise). */
void runtime_sleep_ns(uint64_t ns);
/* What a port function returned: handles -EINTR (true: try again), raises OSError for other errors.
 * false: all is well. */
bool port_retry(int64_t result, value filename);

/* ---- console.c ---- */

/* A printer that writes to standard output, or to standard error. */
void printer_console(struct printer *p);
/* What a printer to standard error needs: a piece of the caller's stack. It never allocates. */
struct error_printer {
    struct printer p;
    size_t n;
    char text[120];
};
struct printer *printer_error(struct error_printer *e);
void error_printer_flush(struct error_printer *e);
void console_check(int result); /* raises for what port_console_... returned */
bool console_close(void);       /* writes out standard output at the end; an error is printed: false */
/* sys.stdout, sys.stderr or sys.stdin, if the program has put something of its own there; else UNDEF. */
#if ADDER_MODULES
value sys_override(value name);
#else /* there is no sys */
static inline value sys_override(value name)
{
    (void)name;
    return UNDEF;
}
#endif
/* sys.displayhook: shows v unless it is None, and stores it in builtins._ */
void display_value(value v);
void display_by_default(value v); /* sys.__displayhook__ */
/* A line from sys.stdin, its newline included; empty at the end. */
value console_read_line(void);

/* ---- builtins.c ---- */

value builtin_find(value name);         /* UNDEF: no such built-in */
extern const struct module_def module_builtins;
struct compile_job { const char *text; size_t n; value filename; int mode; unsigned flags; };
value compile_job_run(void *job);   /* compile_text(), to be called by protect() */
struct dict *builtins_dict(void); /* what programs stored in builtins; made at first use */
/* exec() and eval() of code: with names in `locals` (a mapping), or in globals alone (UNDEF). */
value run_code(struct code *code, struct dict *globals, value locals);

/* ---- import.c ---- */

/* __import__(); fromlist None or a tuple; globals (NULL: none) are for relative imports; ImportError */
value import_name(struct dict *globals, value name, value fromlist, int level);
value import_statement(value name, value fromlist, int level); /* import_name(), or what builtins.__import__ is now */
value import_from(value module, value name); /* module.name or the submodule; ImportError */
struct dict *import_modules(void);  /* sys.modules */
value import_path(void);            /* sys.path: the list, made at first use */
void import_set_path(value v);
value import_module(value name);    /* import a.b.c: returns a.b.c */
void import_forget(void);           /* at start */
/* Which modules are being loaded, innermost first. */
struct loading {
    value module;
    struct loading *outer;
};
extern struct loading *import_loading;
value import_builtin(value name);   /* a module in C, by its name; UNDEF: none such */
value import_builtin_names(void);   /* sys.builtin_module_names */
void import_new_main(void);         /* vm.main: an empty __main__ */
#if ADDER_METHODS
void import_add_builtins(struct dict *globals); /* __builtins__, unless it is there */
#else
#define import_add_builtins(globals) ((void)0)
#endif
/* Compiles a source file as module code; OSError if it can't be read. */
struct code *import_compile_file(const char *path, value filename);
unsigned import_compile_flags(value filename); /* those of compiler.h for a module's source */
/* The same for what can only be read piece by piece, from the port's open file. */
struct code *import_compile_stream(int file, value filename);
/* adder -m: compiles a module's source, or a package's, and runs it as __main__. */
void import_run_main(value name, bool run);

/* ---- traceback.c ---- */

/* Prints an exception with its traceback and those it came from, as CPython lays it out. */
void traceback_print(struct printer *out, value exception);
/* The same where sys.tracebacklimit leaves the outermost calls, as CPython's traceback module has it. */
#if ADDER_METHODS
void traceback_print_outermost(struct printer *out, value exception);
/* What the module traceback asks for. Of an exception: its last line (of a SyntaxError: lines). Of a file's name, the
 * text of the lines ("": it is read from the file), the first and last line, the first and last column: these lines as
 * they are shown, underlined. */
value traceback_piece(size_t n, value *args);
#else
#define traceback_print_outermost traceback_print
#endif

/* ---- entry.c ---- */

/* What an exception that nothing caught does: prints it, and tells the exit status (more than 255: a signal's). */
int report_exception(value exception);
void report_by_default(value exception); /* sys.__excepthook__ */

#endif
