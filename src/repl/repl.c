/* The friendly prompt: reads statements and runs them. On a terminal they are edited (edit.c); from a pipe they
 * come line by line, unedited and without echo. */
#include "editor.h"

/* ---- prompts ---- */

static value prompt_text(value name, const char *usual)
{
    value own = sys_override(name);
    if (own != UNDEF)
        return to_str(own);
    const char *color = port_terminal_colors(PORT_STDOUT) ? "\x1b[1;35m" : "";
    return str_format_c("%s%s%s", color, usual, *color ? "\x1b[0m" : "");
}

static void set_prompts(struct editor *e)
{
    e->ps1 = prompt_text(SYMBOL(S_ps1), ">>> ");
    e->ps2 = prompt_text(SYMBOL(S_ps2), "... ");
}

/* Tools look for the words at both ends of the first line. */
static void show_banner(void)
{
    struct printer p;
    printer_console(&p);
    print_format(&p, "MicroPython v%s by Adder %s on %s; %s version\nType \"help()\" for more information.\n",
                 ADDER_MICROPYTHON_VERSION, ADDER_VERSION, port_platform, port_machine);
}

/* ---- running ---- */

static value run_statement(void *arg)
{
    struct code *code = (struct code *)compile_job_run(arg);
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
    struct compile_job job = {b->owner.buf, b->len, filename, mode, COMPILE_WARN};
    if (protect(run_statement, &job, &result))
        return true;
    if (exception_matches(result, from_ptr(&type_SystemExit)))
        raise(result);
    report(result, to_output);
    return false;
}

/* ---- paste mode ---- */

#if ADDER_PASTE_MODE

/* Takes text as it comes, with an echo on a terminal; false: it was cancelled. */
static bool read_paste(value text, bool echo)
{
    struct keys keys = {0, false};
    console_put_z("paste mode; Ctrl-C to cancel, Ctrl-D to finish\n=== ");
    for (int c; (c = console_get()) != CTRL('D') && c != CONSOLE_END;) {
        struct bytearray *b = (struct bytearray *)text;
        bool after_cr = keys.after_cr;
        keys.after_cr = c == '\r';
        if (c == CTRL('C'))
            return false;
        if (c == '\n' && after_cr)
            continue;
        if (c == '\b' || c == KEY_RUBOUT) {
            const char *data = b->owner.buf;
            size_t n = b->len;
            while (n && !utf8_is_start(data[n - 1]))
                n--;
            if (n && data[n - 1] != '\n') {
                bytearray_splice(b, n - 1, b->len, NULL, 0);
                if (echo)
                    console_put_z("\b \b");
            }
            continue;
        }
        char byte = c == '\r' ? '\n' : (char)c;
        bytearray_append(text, (const uint8_t *)&byte, 1);
        if (byte == '\n')
            console_put_z(echo ? "\n=== " : "=== ");
        else if (echo && ((unsigned char)byte >= ' ' || byte == '\t'))
            console_put(&byte, 1);
    }
    return true;
}
#else
#define read_paste(text, echo) false
#endif

/* ---- statements from a pipe ---- */

/* Appends a line; false: the input has ended, and no byte was left of it. */
static bool read_line(struct editor *e)
{
    size_t before = e->text->len;
    int c;
    while ((c = console_get()) != CONSOLE_END) {
        char byte = (char)c;
        bytearray_append(from_ptr(e->text), (const uint8_t *)&byte, 1);
        if (c == '\n')
            return true;
    }
    return e->text->len > before;
}

/* The control characters that host tools send work here too, at the start of a statement. */
static enum edit_result read_statement(struct editor *e)
{
    static const uint8_t results[] = {
        [CTRL('A')] = EDIT_RAW, [CTRL('B')] = EDIT_BANNER, [CTRL('C')] = EDIT_CANCELLED, [CTRL('D')] = EDIT_END,
        [CTRL('E')] = EDIT_PASTE,
    };
    struct view v = str_view(e->ps1);
    console_put(v.data, v.len);
    int first = console_get();
    if (first > 0 && first < (int)sizeof results)
        return (enum edit_result)results[first];
    if (first == CONSOLE_END)
        return EDIT_END;
    char byte = (char)first;
    bytearray_append(from_ptr(e->text), (const uint8_t *)&byte, 1);
    while ((byte == '\n' && e->text->len == 1) || read_line(e)) {
        size_t n = e->text->len;
        if (!compile_wants_more(edit_at(e, 0), n - (edit_char(e, n - 1) == '\n')))
            break;
        v = str_view(e->ps2);
        console_put(v.data, v.len);
        byte = 0;
    }
    return EDIT_DONE;
}

/* ---- the loop ---- */

struct prompt {
    struct editor editor;
    bool edits;    /* on a terminal */
    bool pasting;
    value text;    /* of the statement */
};

/* Reads what is to be run next. */
static enum edit_result read_next(struct prompt *p)
{
    enum edit_result result;
    p->text = bytearray_new(NULL, 0);
    p->editor.text = (struct bytearray *)p->text;
    if (ADDER_PASTE_MODE && p->pasting) {
        console_mode(p->edits ? PORT_TERMINAL_KEYS : PORT_TERMINAL_COOKED);
        result = read_paste(p->text, p->edits) ? EDIT_DONE : EDIT_CANCELLED;
        if (p->edits || result == EDIT_DONE)
            console_put("\n", 1);
        return result;
    }
    set_prompts(&p->editor);
    if (p->edits) {
        bool pastes = ADDER_LINE_EDITOR && port_terminal_kind() == PORT_TERMINAL_SCREEN;
        console_mode(PORT_TERMINAL_KEYS);
        if (pastes)
            console_put_z("\x1b[?2004h"); /* bracketed paste */
        result = edit_statement(&p->editor);
        if (pastes)
            console_put_z("\x1b[?2004l");
    } else {
        result = read_statement(&p->editor);
    }
    return result;
}

static void run_next(struct prompt *p)
{
    enum compile_mode mode = ADDER_PASTE_MODE && p->pasting ? COMPILE_EXEC : p->edits ? COMPILE_SHOWN : COMPILE_SINGLE;
    p->pasting = false;
    console_mode(PORT_TERMINAL_RUN);
    if (p->edits)
        console_catch_interrupt(); /* typed while Ctrl-C was still a key */
    repl_execute(p->text, mode, str_new("<stdin>", 7), false);
}

/* Does what the keys asked for; false: the prompt ends. */
static bool act(struct prompt *p, enum edit_result result)
{
    switch (result) {
    case EDIT_DONE: run_next(p); break;
    case EDIT_CANCELLED:
        if (!p->pasting)
            port_error_write("KeyboardInterrupt\n", 18);
        p->pasting = false;
        break;
    case EDIT_RAW:
        if (repl_raw_run() == REPL_END)
            return false;
        show_banner();
        break;
    case EDIT_BANNER: show_banner(); break;
    case EDIT_PASTE: p->pasting = ADDER_PASTE_MODE; break;
    default: return false;
    }
    return true;
}

/* One statement; NONE: the prompt ends. Ctrl-C may come at any moment, so all of it is protected. */
static value read_and_act(void *arg)
{
    struct prompt *p = arg;
    return act(p, read_next(p)) ? TRUE : NONE;
}

/* What was raised while something was read or shown. A console that fails has nobody to talk to. */
static void recover(struct prompt *p, value exception)
{
    if (exception_matches(exception, from_ptr(&type_OSError)) ||
        exception_matches(exception, from_ptr(&type_SystemExit)))
        raise(exception);
    p->pasting = false;
    port_error_write("\n", 1);
    if (exception_matches(exception, from_ptr(&type_KeyboardInterrupt)))
        port_error_write("KeyboardInterrupt\n", 18);
    else
        report_exception(exception);
}

void repl_run(void)
{
    struct prompt p = {.edits = console_is_terminal() && port_terminal_kind() != PORT_TERMINAL_NONE};
    edit_open(&p.editor);
    if (p.edits) {
        p.editor.keep_history = ADDER_LEVEL == 2 && port_terminal_kind() == PORT_TERMINAL_SCREEN;
#if ADDER_LEVEL == 2
        if (p.editor.keep_history)
            history_load(&p.editor);
#endif
        console_mode(PORT_TERMINAL_RUN);
    }
    if (port_is_terminal(PORT_STDIN))
        show_banner();
    for (value result = TRUE; result != NONE;) {
        heap_set_locked(0);
        if (!protect(read_and_act, &p, &result))
            recover(&p, result);
    }
    console_mode(PORT_TERMINAL_COOKED);
    runtime.statement = UNDEF;
    if (p.edits)
        port_console_flush(); /* if the terminal is gone, nothing is lost */
    else
        console_put("\n", 1);
}
