/* Raw mode: a protocol for host tools. The host sends a program and Ctrl-D; the device answers
 *
 *     OK  what the program writes  04  the traceback, if any  04  >
 *
 * In raw-paste mode (the host begins with 05 'A' 01) the device first grants windows of bytes, so that no link
 * drops any: R 01, the window's size as two bytes, low first, and 01 for each further window. The host ends with 04,
 * and the device says 04 instead of OK; a 04 that it sends earlier means that it wants no more. */
#include "repl.h"

enum key { CTRL_A = 1, CTRL_B, CTRL_C, CTRL_D, CTRL_E };

/* On Linux the system holds bytes back by itself, so this is a matter of speed: a window is what the host may send
 * without hearing from us. */
#define PASTE_WINDOW (ADDER_LEVEL == 2 ? 32768u : 128u)

static const char banner[] = "raw REPL; CTRL-B to exit\r\n>";

/* ---- running a program ---- */

static value run_text(void *arg)
{
    struct compile_job *job = arg;
    struct code *code = (struct code *)compile_job_run(job);
    console_catch_interrupt();
    run_code(code, ((struct module *)vm.main)->dict, UNDEF);
    return NONE;
}

/* Host tools look for the name of the error number in the last line of a traceback, as MicroPython writes it. */
static void print_error_name(struct printer *p, value exception)
{
    value number = find_attr(exception, SYMBOL(S_errno)), module = import_builtin(SYMBOL(S_errno));
    value names = module == UNDEF ? UNDEF : find_attr(module, SYMBOL(S_errorcode));
    value name = names == UNDEF || number == UNDEF || !is_int(number) ? UNDEF : dict_get(dict_of(names), number);
    if (name != UNDEF)
        print_format(p, "OSError: [Errno %r] %v\n", number, name);
}

static value print_traceback(void *arg)
{
    value exception = *(value *)arg;
    struct printer p;
    printer_console(&p);
    traceback_print(&p, exception);
    if (exception_matches(exception, from_ptr(&type_OSError)))
        print_error_name(&p, exception);
    return NONE;
}

/* What ends an answer: the marks, and between them the traceback of an exception (None: there was none). */
static void end_answer(value exception)
{
    value failed;
    console_put("\4", 1);
    if (exception != NONE && !protect(print_traceback, &exception, &failed))
        report_exception(failed);
    console_put("\4", 1);
}

static value do_pending(void *unused)
{
    (void)unused;
    check_interrupt();
    return NONE;
}

/* An interrupt that comes when nothing runs any more concerns nobody. */
static void drop_interrupt(void)
{
    value ignored;
    port_keyboard_interrupt(false);
    while (vm_pending() && !protect(do_pending, NULL, &ignored)) {}
}

/* Runs a program; false: it raised SystemExit. */
static bool run_program(struct bytearray *text)
{
    value result;
    runtime.statement = from_ptr(text);
    runtime.statement_name = str_new("<stdin>", 7);
    struct compile_job job = {text->owner.buf, text->len, runtime.statement_name, COMPILE_EXEC, 0};
    port_keyboard_interrupt(true);
    bool ok = protect(run_text, &job, &result);
    drop_interrupt();
    heap_set_locked(0);
    bool ended = !ok && exception_matches(result, from_ptr(&type_SystemExit));
    if (ok || ended)
        result = NONE;
    else
        runtime.last_exception = result;
    end_answer(result);
    return !ended;
}

/* ---- reading ---- */

/* Appends what comes to `line`, up to one of the keys that mean something, and returns that, or CONSOLE_END. */
static int read_up_to_key(value line)
{
    size_t n;
    for (const uint8_t *from; (from = console_peek(&n)) != NULL;) {
        size_t i = 0;
        while (i < n && (from[i] < CTRL_A || from[i] > CTRL_D))
            i++;
        bytearray_append(line, from, i);
        console_skip(i + (i < n));
        if (i < n)
            return from[i];
    }
    return CONSOLE_END;
}

static struct bytearray *line_of(value line) { return (struct bytearray *)line; }

static bool line_is(value line, const char *text)
{
    size_t n = strlen(text);
    return line_of(line)->len == n && !memcmp(line_of(line)->owner.buf, text, n);
}

/* Drops what comes, up to Ctrl-D. */
static int drop_up_to_end(void)
{
    size_t n;
    for (const uint8_t *from; (from = console_peek(&n)) != NULL;) {
        const uint8_t *end = memchr(from, CTRL_D, n);
        console_skip(end ? (size_t)(end - from) + 1 : n);
        if (end)
            return CTRL_D;
    }
    return CONSOLE_END;
}

/* ---- raw-paste mode ---- */

/* Appends what the host sends, window by window; returns the key that ends it, or CONSOLE_END. */
static int read_windows(value text)
{
    size_t n, granted = 2 * PASTE_WINDOW;
    char start[] = {'R', 1, PASTE_WINDOW & 0xff, PASTE_WINDOW >> 8, 1};
    console_put(start, sizeof start);
    for (const uint8_t *from; (from = console_peek(&n)) != NULL;) {
        size_t i = 0;
        while (i < n && from[i] != CTRL_D && from[i] != CTRL_C)
            i++;
        bytearray_append(text, from, i);
        console_skip(i + (i < n));
        if (i < n)
            return from[i];
        for (granted -= n < granted ? n : granted; granted <= PASTE_WINDOW; granted += PASTE_WINDOW)
            console_put("\1", 1);
    }
    return CONSOLE_END;
}

/* ---- the dialogue ---- */

enum state { GO_ON, LEAVE, ENDED };

struct dialogue {
    value text;      /* a bytearray: what the host has sent of the program */
    bool pasting;    /* in raw-paste mode */
    value trouble;   /* what was raised while there was no program to raise it */
    enum state state;
};

static void start_text(struct dialogue *d)
{
    d->text = bytearray_new(NULL, 0);
    d->pasting = false;
}

static void soft_reset(void)
{
    runtime_soft_reset();
    console_put_z("\r\nMPY: soft reboot\r\n");
    console_put_z(banner);
}

static void run_and_answer(struct dialogue *d)
{
    console_put_z(d->pasting ? "\4" : "OK");
    console_flush();
    struct bytearray *text = line_of(d->text);
    start_text(d);
    if (run_program(text))
        console_put(">", 1);
    else
        soft_reset();
}

/* Answers as if the program had raised this, though it never ran. */
static void answer_error(value exception)
{
    end_answer(exception);
    console_put(">", 1);
}

/* The text could not be received: there is no memory for it, say. The host is told at once where it listens. */
static value refuse(void *arg)
{
    struct dialogue *d = arg;
    bool pasting = d->pasting;
    start_text(d);
    if (pasting) {
        console_put("\4", 1);
        console_flush();
    }
    if (drop_up_to_end() == CONSOLE_END) {
        d->state = ENDED;
        return NONE;
    }
    if (!pasting)
        console_put_z("OK");
    answer_error(d->trouble);
    return NONE;
}

static void raw_paste(struct dialogue *d)
{
    start_text(d);
    d->pasting = true;
    int key = read_windows(d->text);
    if (key == CONSOLE_END)
        d->state = ENDED;
    else if (key == CTRL_D)
        run_and_answer(d);
    else {
        console_put("\4", 1);
        start_text(d);
        answer_error(exception_new(&type_KeyboardInterrupt, 0, NULL));
    }
}

/* Up to one key and what it means. */
static value raw_step(void *arg)
{
    struct dialogue *d = arg;
    switch (read_up_to_key(d->text)) {
    case CTRL_A:
        if (line_is(d->text, "\5A")) {
            raw_paste(d);
            break;
        }
        console_put_z(banner);
        start_text(d);
        break;
    case CTRL_B:
        d->state = LEAVE;
        break;
    case CTRL_C:
        start_text(d);
        break;
    case CTRL_D:
        if (line_of(d->text)->len)
            run_and_answer(d);
        else
            soft_reset();
        break;
    default:
        d->state = ENDED;
    }
    return NONE;
}

enum repl_end repl_raw_run(void)
{
    struct dialogue d = {.state = GO_ON};
    value result;
    drop_interrupt();
    console_mode(PORT_TERMINAL_BINARY);
    console_line_ends(true);
    console_put_z("\r\n");
    console_put_z(banner);
    start_text(&d);
    bool ok = true;
    while (ok && d.state == GO_ON) {
        if (protect(raw_step, &d, &d.trouble))
            continue;
        ok = !exception_matches(d.trouble, from_ptr(&type_OSError)) && protect(refuse, &d, &result);
    }
    console_line_ends(false);
    port_keyboard_interrupt(true);
    if (!ok)
        raise(d.trouble);
    return d.state == LEAVE ? REPL_FRIENDLY : REPL_END;
}
