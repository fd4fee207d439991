/* The console as programs meet it: what print() writes to, the prompt's echo of values, input lines. */
#include "runtime.h"
#include "file.h"

void console_check(int result)
{
    /* What could not be written is gone, so there is nothing to try again. */
    port_retry(result, UNDEF);
}

/* Lone surrogates are no UTF-8: nobody outside is to see them. All begin with this byte. */
static void check_surrogates(const char *text, size_t n)
{
    if (memchr(text, 0xed, n) && utf8_check(text, n, NULL) != n)
        codec_encode(str_new(text, n), UNDEF, UNDEF); /* raises UnicodeEncodeError */
}

static void write_console(struct printer *p, const char *text, size_t n)
{
    (void)p;
    check_surrogates(text, n);
    int result = port_console_write(text, n);
    if (result)
        console_check(result);
}

void printer_console(struct printer *p)
{
    printer_init(p);
    p->write = write_console;
}

void error_printer_flush(struct error_printer *e)
{
    port_error_write(e->text, e->n);
    e->n = 0;
}

static void write_error(struct printer *p, const char *text, size_t n)
{
    struct error_printer *e = p->context;
    if (n > sizeof e->text - e->n)
        error_printer_flush(e);
    if (n > sizeof e->text) {
        port_error_write(text, n);
        return;
    }
    memcpy(e->text + e->n, text, n);
    e->n += n;
}

struct printer *printer_error(struct error_printer *e)
{
    printer_init(&e->p);
    e->p.write = write_error;
    e->p.context = e;
    e->n = 0;
    return &e->p;
}

value sys_override(value name)
{
    if (runtime.sys == UNDEF)
        return UNDEF;
    struct dict *d = ((struct module *)runtime.sys)->dict;
    int i = d ? dict_find_symbol(d, name) : -1;
    return i < 0 ? UNDEF : dict_entry(d, (uint32_t)i)[1];
}

/* ---- sys.displayhook ---- */

void display_value(value v)
{
    if (v == NONE)
        return;
    value out = sys_override(SYMBOL(S_stdout));
    if (out == UNDEF) {
        struct printer p;
        printer_console(&p);
        print_repr(&p, v);
        print_text(&p, "\n", 1);
        console_check(port_console_settle());
    } else {
        value text = str_concat(to_repr(v), SYMBOL('\n'));
        call_method(out, SYMBOL(S_write), 1, &text);
    }
    dict_set(builtins_dict(), SYMBOL('_'), v);
}

/* ---- input ---- */

value console_read_line(void)
{
    value in = sys_override(SYMBOL(S_stdin));
    if (in == UNDEF)
        in = standard_file(PORT_STDIN);
    return call_method(in, SYMBOL(S_readline), 0, NULL);
}
