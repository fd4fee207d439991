/* The plain prompt: statements line by line, each run as soon as it is whole. */
#include "../compiler/compiler.h"
#include "file.h"
#include "runtime.h"

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

static value run_statement(void *arg)
{
    struct bytearray *text = arg;
    if (!read_statement(text))
        return FALSE;
    runtime.statement_name = str_new("<stdin>", 7);
    struct code *code = compile_text(text->owner.buf, text->len, runtime.statement_name, COMPILE_SINGLE, 0);
    run_code(code, ((struct module *)vm.main)->dict, UNDEF);
    return TRUE;
}

static void show_banner(void)
{
    struct printer p;
    printer_console(&p);
    print_format(&p, "Adder %s on %s\nCtrl-D ends.\n", ADDER_VERSION, port_platform);
}

void prompt_run(void)
{
    if (port_is_terminal(PORT_STDIN))
        show_banner();
    value result = TRUE;
    while (result != FALSE) {
        value text = bytearray_new(NULL, 0);
        runtime.statement = text; /* for tracebacks */
        if (protect(run_statement, (void *)text, &result))
            continue;
        if (exception_matches(result, from_ptr(&type_SystemExit)))
            raise(result);
        if (exception_matches(result, from_ptr(&type_KeyboardInterrupt)))
            port_error_write("\n", 1); /* behind the ^C */
        report_exception(result);
    }
    runtime.statement = UNDEF;
    console_check(port_console_write("\n", 1));
    console_check(port_console_flush());
}
