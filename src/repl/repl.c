/* The plain prompt: statements line by line, each run as soon as it is whole. */
#include "repl.h"

static void show_prompt(bool more)
{
    value own = sys_override(more ? SYMBOL(S_ps2) : SYMBOL(S_ps1));
    struct printer p;
    printer_console(&p);
    if (own == UNDEF)
        print_z(&p, more ? "... " : ">>> ");
    else
        print_value(&p, own);
    console_check(port_console_flush());
}

/* Reads a whole statement; false at the end of the input. */
static bool read_statement(struct bytearray *text)
{
    bool more = false;
    do {
        show_prompt(more);
        value line = console_read_line();
        struct view s = str_view(line);
        if (s.len == 0) {
            if (text->len == 0)
                return false;
            break;
        }
        bytearray_append(from_ptr(text), (const uint8_t *)s.data, s.len);
        bool ended = ((const char *)text->owner.buf)[text->len - 1] == '\n';
        more = compile_wants_more(text->owner.buf, text->len - ended);
    } while (more);
    return true;
}

/* ---- running ---- */

static value run_statement(void *arg)
{
    struct compile_job *job = arg;
    struct code *code = (struct code *)compile_job_run(job);
    run_code(code, ((struct module *)vm.main)->dict, UNDEF);
    return NONE;
}

static value print_to_output(void *arg)
{
    struct printer p;
    printer_console(&p);
    traceback_print(&p, *(value *)arg);
    return NONE;
}

static void report(value exception, bool to_output)
{
    value result;
    if (!to_output) {
        report_exception(exception);
        return;
    }
    runtime.last_exception = exception;
    if (!protect(print_to_output, &exception, &result))
        report_exception(result);
}

bool repl_execute(value text, enum compile_mode mode, value filename, bool to_output)
{
    const struct bytearray *b = (const struct bytearray *)text;
    value result;
    runtime.statement = text;
    runtime.statement_name = filename;
    if (!to_output || mode != COMPILE_EXEC)
        console_mode(PORT_TERMINAL_RUN);
    struct compile_job job = {b->owner.buf, b->len, filename, mode, 0};
    if (protect(run_statement, &job, &result))
        return true;
    if (exception_matches(result, from_ptr(&type_SystemExit)))
        raise(result);
    report(result, to_output);
    return false;
}

static void show_banner(void)
{
    struct printer p;
    printer_console(&p);
    print_format(&p, "Adder %s on %s\nCtrl-D ends.\n", ADDER_VERSION, port_platform);
}

static value read_protected(void *text)
{
    return from_bool(read_statement(text));
}

void repl_run(void)
{
    if (port_is_terminal(PORT_STDIN))
        show_banner();
    value result = TRUE;
    while (result != FALSE) {
        value text = bytearray_new(NULL, 0);
        runtime.statement = text;
        if (!protect(read_protected, (void *)text, &result)) {
            report(result, false);
            continue;
        }
        if (result == TRUE)
            repl_execute(text, COMPILE_SINGLE, str_new("<stdin>", 7), false);
    }
    runtime.statement = UNDEF;
    console_put_z("\n");
    console_flush();
}
