/* Starting and stopping: brings up the floors below, and holds the runtime's roots. */
#include "../compiler/compiler.h"
#include "../object/class.h"
#include "../object/text.h"
#include "codefile.h"
#include "file.h"
#include "hooks.h"
#include "record.h"
#include "suggest.h"
#include "thread.h"

struct runtime runtime;

#if ADDER_CODE_FILES
#define CODE_LOADER code_load_part
#else
#define CODE_LOADER NULL
#endif

const char *runtime_stack_top;
const char *c_stack_limit;

/* The stack grows down: a local that lies below the limit means that there is little left. Data that is not deep can
 * still have no end of ways through it (a = [a, a], again and again), so Ctrl-C is looked for. */
void check_c_stack(void)
{
    if (vm.pending)
        check_break();
    char here;
    const char *volatile at = &here;
    if (at < c_stack_limit)
        raise_error(&type_RecursionError, "maximum recursion depth exceeded");
}

static void visit_roots(void)
{
    heap_visit_all((value *)&runtime, sizeof runtime / sizeof(value));
    record_visit();
#if ADDER_CODECS
    heap_visit(&codec_handlers);
#endif
}

/* Memory was used up, or the heap has given up because of Ctrl-C. */
static void out_of_memory(size_t bytes)
{
    (void)bytes;
    check_break();
    raise_memory_error();
}

/* An exception in a finaliser and the like has nobody to catch it. */
void report_ignored_by_default(value exception, value where)
{
    struct error_printer e;
    struct printer *out = printer_error(&e);
    print_format(out, "Exception ignored in: %r\n", where);
    traceback_print(out, exception);
    error_printer_flush(&e);
}

#if ADDER_CODECS
static value call_lookup(void *arg)
{
    value codecs = import_name(NULL, SYMBOL(S_codecs), from_ptr(&empty_tuple), 0);
    return call_method(codecs, SYMBOL(S_lookup), 1, arg);
}

static value lookup_codec(value encoding)
{
    value info;
    if (protect(call_lookup, &encoding, &info)) return info;
    if (!is_instance(info, &type_ImportError)) vm_reraise(info);
    return UNDEF; /* sys.path is without the image's modules */
}
#endif

static void report_ignored(value exception, value where)
{
#if ADDER_TRACING
    if (unraisable_report(exception, where)) return;
#endif
    report_ignored_by_default(exception, where);
}

void runtime_start(void *heap, size_t size, bool plenty, void *stack_top, size_t c_stack)
{
    if (c_stack > ADDER_C_STACK)
        c_stack = ADDER_C_STACK;
    memset(&runtime, 0, sizeof runtime);
    record_forget();
    file_forget_all();
    import_forget();
    vm_pending_hook = NULL;
    syntax_error_source = NULL;
    repr_depth = 0;
#if ADDER_CODECS
    codec_handlers = UNDEF;
    codec_lookup = lookup_codec;
#endif
    runtime_stack_top = stack_top;
    c_stack_limit = (const char *)stack_top - c_stack;
    heap_init(heap, size, plenty, stack_top);
#if ADDER_THREADS
    thread_begin(stack_top, c_stack_limit);
#endif
    heap_out_of_memory = out_of_memory;
    heap_stop = break_wanted;
    text_pause_hook = check_break;
    heap_add_roots(visit_roots);
    attribute_init();
    exception_init();
    os_error_text = port_error_text;
    exception_ignored_hook = report_ignored;
    warnings_init();
    vm_hooks = (struct vm_hooks){
        .builtin = builtin_find,
        .import = import_statement,
        .import_from = import_from,
        .display = display_value,
        .load_code = CODE_LOADER,
#if ADDER_TRACING
        .nearest = suggest_nearest,
#endif
#if ADDER_THREADS
        .each_thread = thread_each,
#endif
    };
    vm_init();
}

static value call_exit_function(void *unused)
{
    (void)unused;
    value f = runtime.exit_function;
    runtime.exit_function = UNDEF; /* once, whatever ends the program meanwhile */
    return call0(f);
}

static bool flush_files(void)
{
#if ADDER_FILES
    return file_flush_all();
#else
    return true;
#endif
}

static value finalise_all(void *unused)
{
    (void)unused;
    heap_finalise_all();
    return NONE;
}

/* The end of a program: its exit function, __del__ of what is left, and its files. last: and of all. */
static bool end_program(bool last)
{
    value result;
    if (runtime.exit_function != UNDEF && !protect(call_exit_function, NULL, &result))
        report_exception(result);
    if (last)
        thread_stop();
    heap_set_locked(0);
    bool written = flush_files(); /* before __del__ of files closes them, and nobody hears of what fails */
    if (!protect(finalise_all, NULL, &result))
        report_exception(result);
    return flush_files() && written;
}

bool runtime_stop(void)
{
    bool written = end_program(true);
    return console_close() && written;
}

void runtime_soft_reset(void)
{
    value standard[3], argv = runtime.argv;
    end_program(false);
    thread_abandon();
    memcpy(standard, runtime.standard, sizeof standard);
    runtime = (struct runtime){.argv = argv};
    memcpy(runtime.standard, standard, sizeof standard);
    path_hooks = NULL;
    vm.modules = vm.path = UNDEF;
    import_new_main();
    cache_clear();
    heap_collect();
}
