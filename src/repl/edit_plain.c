/* The line editor of the smallest builds: what is typed comes at the end of the line, backspace takes it away again,
 * and the up arrow brings the line before back into an empty one. */
#include "../value/utf8.h"
#include "editor.h"

#if !ADDER_LINE_EDITOR
void edit_open(struct editor *e)
{
    memset(e, 0, sizeof *e);
}

static void show(value prompt)
{
    struct view v = str_view(prompt);
    console_put(v.data, v.len);
}

static void type(struct editor *e, const char *data, size_t n)
{
    bytearray_append(from_ptr(e->text), (const uint8_t *)data, n);
    console_put(data, n);
}

/* Takes the last character of the line that begins at `start` away. */
static void erase(struct editor *e, size_t start)
{
    size_t n = e->text->len;
    if (n == start)
        return;
    do
        n--;
    while (n > start && !utf8_is_start(edit_char(e, n)));
    bytearray_splice(e->text, n, e->text->len, NULL, 0);
    console_put_z("\b \b");
}

/* Behind an escape: the last byte of the sequence. */
static int escape_end(void)
{
    int c = console_get();
    if (c == '[' || c == 'O')
        while ((c = console_get()) >= 0x20 && c < 0x40) {
        }
    return c;
}

/* Reads the line that begins at `start`; EDIT_GOES_ON: to its end. */
static enum edit_result read_line(struct editor *e, size_t start)
{
    for (;;) {
        int c = console_get();
        bool after_cr = e->keys.after_cr;
        e->keys.after_cr = c == '\r';
        if (c < 0 || (c == CTRL('D') && e->text->len == 0))
            return EDIT_END;
        if (c == CTRL('C'))
            return EDIT_CANCELLED;
        if (c == '\r' || (c == '\n' && !after_cr))
            return EDIT_GOES_ON;
        if (e->text->len == 0 && (c == CTRL('A') || c == CTRL('B') || (ADDER_PASTE_MODE && c == CTRL('E'))))
            return c == CTRL('A') ? EDIT_RAW : c == CTRL('B') ? EDIT_BANNER : EDIT_PASTE;
        if (c == '\b' || c == KEY_RUBOUT) {
            erase(e, start);
        } else if (c == 0x1b) {
            if (escape_end() == 'A' && e->text->len == start && e->draft != UNDEF) {
                struct view v = str_view(e->draft);
                type(e, v.data, v.len);
            }
        } else if (c >= ' ' || c == '\t') {
            char byte = (char)c;
            type(e, &byte, 1);
        }
    }
}

enum edit_result edit_statement(struct editor *e)
{
    show(e->ps1);
    for (size_t start = 0;; start = e->text->len) {
        enum edit_result result = read_line(e, start);
        console_put("\n", 1);
        if (result != EDIT_GOES_ON)
            return result;
        size_t n = e->text->len;
        if (n > start)
            e->draft = str_new(edit_at(e, start), n - start);
        if (!compile_wants_more(edit_at(e, 0), n))
            return EDIT_DONE;
        bytearray_append(from_ptr(e->text), (const uint8_t *)"\n", 1);
        show(e->ps2);
    }
}
#endif
