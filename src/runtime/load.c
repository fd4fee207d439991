/* Files as wholes, and paths, in whichever file system they are: what import and os.path need. */
#include "file.h"

#include <errno.h>

const struct path_hooks *path_hooks;

int file_stat(value path, struct port_stat *out, bool follow)
{
    if (path_hooks)
        return path_hooks->stat(path, out, follow);
    char text[PORT_PATH_MAX];
    path_copy(path, text);
    return port_stat(text, out, follow);
}

static void load_mapped(value path, struct file_content *out)
{
    char text[PORT_PATH_MAX];
    word n;
    path_copy(path, text);
    do {
        out->data = port_file_map(text, &n);
    } while (!out->data && n != -ENODEV && port_retry(n, path));
    if (out->data) {
        out->n = (size_t)n;
        return;
    }
    do
        out->stream = port_file_open(text, PORT_READ);
    while (port_retry(out->stream, path));
}

/* How much to ask for at once: streams in Python may say what suits them (ioctl 11). */
static size_t piece_size(value stream)
{
    enum { LEAST = 16, USUAL = 256, MOST = 4096 };
    if (find_attr(stream, SYMBOL(S_ioctl)) == UNDEF)
        return USUAL;
    value v[2] = {from_int(11), from_int(0)};
    value size = call_method(stream, SYMBOL(S_ioctl), 2, v);
    word n = is_int(size) ? int_of(size) : 0;
    return n < LEAST ? USUAL : n > MOST ? MOST : (size_t)n;
}

static value read_stream(void *arg)
{
    value stream = *(value *)arg, all = bytearray_new(NULL, 0), piece = bytearray_new(NULL, piece_size(stream));
    struct bytearray *p = (struct bytearray *)piece;
    for (;;) {
        value got = call_method(stream, SYMBOL(S_readinto), 1, &piece);
        word n = got == NONE ? 0 : need_word(got);
        if (n < 0 || (size_t)n > p->len)
            raise_value_error("readinto() returned %zd", n);
        if (n == 0)
            return all;
        bytearray_append(all, p->owner.buf, (size_t)n);
    }
}

void file_load(value path, struct file_content *out)
{
    *out = (struct file_content){.held = UNDEF};
    if (!path_hooks) {
        load_mapped(path, out);
        return;
    }
    value stream = path_hooks->open(path, str_new("rb", 2), &path), all;
    if (stream == UNDEF) {
        load_mapped(path, out);
        return;
    }
    bool ok = protect(read_stream, &stream, &all);
    call_method(stream, SYMBOL(S_close), 0, NULL);
    if (!ok)
        raise(all);
    out->held = all;
    out->n = ((struct bytearray *)all)->len;
    out->data = out->n ? ((struct bytearray *)all)->owner.buf : "";
}

void file_unload(struct file_content *c)
{
    if (!c->data)
        port_file_close(c->stream);
    else if (c->held == UNDEF)
        port_file_unmap(c->data, c->n);
    else
        heap_buffer_free(&((struct bytearray *)c->held)->owner);
    c->held = UNDEF;
}
