/* The console as programs meet it: what print() writes to, the prompt's echo of values, input lines. */
#include "console.h"
#include "file.h"

void console_check(int result)
{
    /* What could not be written is gone, so there is nothing to try again. */
    port_retry(result, UNDEF);
}

bool console_close(void)
{
    int error = port_console_flush();
    if (error == 0)
        return true;
    struct error_printer e;
    print_format(printer_error(&e), "%s: can't write standard output: [Errno %d] %s\n", command_line.program, -error,
                 port_error_text(-error));
    error_printer_flush(&e);
    return false;
}

/* Lone surrogates are no UTF-8: nobody outside is to see them. All begin with this byte. */
static void check_surrogates(const char *text, size_t n)
{
    if (memchr(text, 0xed, n) && utf8_check(text, n, NULL) != n)
        codec_encode(str_new(text, n), UNDEF, UNDEF); /* raises UnicodeEncodeError */
}

static bool ends_crlf; /* see console_line_ends() */

static void write_console(struct printer *p, const char *text, size_t n)
{
    (void)p;
    check_surrogates(text, n);
    for (const char *newline; ends_crlf && (newline = memchr(text, '\n', n)) != NULL;) {
        size_t line = (size_t)(newline - text);
        console_put(text, line);
        console_put("\r\n", 2);
        text += line + 1;
        n -= line + 1;
    }
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

#if ADDER_CODECS
static void write_error(struct printer *p, const char *text, size_t n);

/* Lone surrogates, in the names of files for one, as escapes. */
static void write_escaped(struct printer *p, const char *text, size_t n)
{
    static const char hex[] = "0123456789abcdef";
    while (n) {
        size_t good = utf8_check(text, n, NULL);
        write_error(p, text, good);
        text += good;
        n -= good;
        if (n < 3)
            break;
        char escape[6] = {'\\', 'u', 'd', hex[text[1] >> 2 & 15], hex[(text[1] & 3) << 2 | (text[2] >> 4 & 3)],
                          hex[text[2] & 15]};
        write_error(p, escape, sizeof escape);
        text += 3;
        n -= 3;
    }
}
#endif

static void write_error(struct printer *p, const char *text, size_t n)
{
    struct error_printer *e = p->context;
#if ADDER_CODECS
    if (memchr(text, 0xed, n) && utf8_check(text, n, NULL) != n) {
        write_escaped(p, text, n);
        return;
    }
#endif
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

#if ADDER_MODULES
value sys_override(value name)
{
    if (runtime.sys == UNDEF)
        return UNDEF;
    struct dict *d = ((struct module *)runtime.sys)->dict;
    int i = d ? dict_find_symbol(d, name) : -1;
    return i < 0 ? UNDEF : dict_entry(d, (uint32_t)i)[1];
}
#endif

/* ---- sys.displayhook ---- */

void display_value(value v)
{
    value own = sys_override(SYMBOL(S_displayhook));
    if (own != UNDEF)
        call1(own, v);
    else
        display_by_default(v);
}

void display_by_default(value v)
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

#if !ADDER_FILES
static value read_own_line(void)
{
    value text = bytearray_new(NULL, 0);
    const struct bytearray *b = (const struct bytearray *)text;
    for (int c = 0; c != '\n' && (c = console_get()) != CONSOLE_END;) {
        uint8_t byte = (uint8_t)c;
        bytearray_append(text, &byte, 1);
    }
    return codec_decode(b->owner.buf, b->len, text, UNDEF, UNDEF);
}
#endif

value console_read_line(void)
{
    value in = sys_override(SYMBOL(S_stdin));
#if ADDER_FILES
    if (in == UNDEF)
        in = standard_file(PORT_STDIN);
#else
    if (in == UNDEF)
        return read_own_line();
#endif
    value line = call_method(in, SYMBOL(S_readline), 0, NULL);
    if (!is_str(unwrap(line)))
        raise_type_error("object.readline() returned non-string");
    return unwrap(line);
}

/* ---- the stream of bytes ---- */

/* fill(): whether there is input, waiting for it; it lies at [at(), at() + *n). */
#if ADDER_FILES /* in the buffer of sys.stdin */
static struct file *input(void)
{
    return (struct file *)((struct text_file *)standard_file(PORT_STDIN))->stream;
}

static bool fill(void)
{
    struct file *f = input();
    return !(f->flags & FILE_CLOSED) && file_fill(f);
}

static uint8_t *at(size_t *n)
{
    struct file *f = input();
    *n = f->flags & FILE_CLOSED ? 0 : f->end - f->at;
    return (uint8_t *)f->owner.buf + f->at;
}

void console_skip(size_t n)
{
    input()->at += (uint32_t)n;
}
#else
static uint8_t ahead[ADDER_LEVEL == 0 ? 16 : 64], ahead_at, ahead_end;

static bool fill(void)
{
    if (ahead_at < ahead_end)
        return true;
    word got;
    do
        got = port_console_read((char *)ahead, sizeof ahead);
    while (port_retry(got, UNDEF));
    ahead_at = 0;
    ahead_end = (uint8_t)got;
    return got > 0;
}

static uint8_t *at(size_t *n)
{
    *n = (size_t)(ahead_end - ahead_at);
    return ahead + ahead_at;
}

void console_skip(size_t n)
{
    ahead_at = (uint8_t)(ahead_at + n);
}
#endif

const uint8_t *console_peek(size_t *n)
{
    check_interrupt();
    return fill() ? at(n) : NULL;
}

int console_get(void)
{
    size_t n;
    const uint8_t *from = console_peek(&n);
    if (!from)
        return CONSOLE_END;
    int byte = *from;
    console_skip(1);
    return byte;
}

size_t console_read(uint8_t *out, size_t n)
{
    size_t there;
    const uint8_t *from = console_peek(&there);
    if (!from)
        return 0;
    if (n > there)
        n = there;
    memcpy(out, from, n);
    console_skip(n);
    return n;
}

void console_catch_interrupt(void)
{
    enum { CTRL_C = 3 };
    size_t n;
    at(&n);
    if (n == 0 && (!port_console_poll(0) || !fill()))
        return;
    const uint8_t *from = at(&n), *key = memchr(from, CTRL_C, n);
    if (key) {
        console_skip((size_t)(key - from) + 1); /* as a terminal does: what was typed before is gone */
        interrupt_request();
    }
}

bool console_ready(unsigned milliseconds)
{
    size_t n;
    at(&n);
    return n || port_console_poll(milliseconds);
}

void console_put(const char *data, size_t n)
{
    console_check(port_console_write(data, n));
}

void console_put_z(const char *text)
{
    console_put(text, strlen(text));
}

void console_flush(void)
{
    console_check(port_console_flush());
}

void console_line_ends(bool crlf)
{
    ends_crlf = crlf;
#if ADDER_FILES
    for (int i = PORT_STDOUT; i <= PORT_STDERR; i++)
        ((struct text_file *)standard_file(i))->newline = crlf ? NEWLINE_CRLF : NEWLINE_UNIVERSAL;
#endif
}

bool console_is_terminal(void)
{
    return port_is_terminal(PORT_STDIN) && port_is_terminal(PORT_STDOUT);
}

void console_mode(enum port_terminal_mode mode)
{
    port_terminal_mode(mode);
}
