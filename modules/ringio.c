/* micropython.RingIO: a queue of bytes of a fixed size that never waits, as between an interrupt handler and a
 * program. One byte of its buffer always stays free: so equal positions mean that it is empty. */
#include "object/layout.h"
#include "ringio.h"
#include "runtime/file.h"

struct ring {
    struct object head;
    value buffer;       /* a writable one */
    size_t get, put;    /* where the next byte comes from, and goes to */
};

/* The ring's bytes: at least 2. A buffer that its owner has shortened meanwhile is emptied. */
static struct buffer ring_bytes(struct ring *r)
{
    struct buffer b;
    need_buffer(r->buffer, &b, true);
    if (b.len < 2)
        raise_value_error("buffer too small");
    if (r->get >= b.len || r->put >= b.len)
        r->get = r->put = 0;
    return b;
}

static size_t ring_used(const struct ring *r, size_t len)
{
    return r->put >= r->get ? r->put - r->get : r->put + len - r->get;
}

/* Takes n bytes, which are there. */
static void ring_take(struct ring *r, const struct buffer *b, uint8_t *out, size_t n)
{
    size_t first = b->len - r->get < n ? b->len - r->get : n;
    memcpy(out, b->data + r->get, first);
    memcpy(out + first, b->data, n - first);
    r->get = (r->get + n) % b->len;
}

static size_t at_most(size_t n, value limit)
{
    word most = limit == UNDEF || limit == NONE ? -1 : need_word(limit);
    return most < 0 || (size_t)most > n ? n : (size_t)most;
}

static value ring_any(value self)
{
    struct ring *r = (struct ring *)self;
    return from_int((word)ring_used(r, ring_bytes(r).len));
}

static value ring_read(size_t n, value *args)
{
    struct ring *r = (struct ring *)args[0];
    size_t count = at_most(ring_used(r, ring_bytes(r).len), n > 1 ? args[1] : UNDEF);
    uint8_t *out;
    value result = bytes_make(count, &out);
    struct buffer b = ring_bytes(r);
    ring_take(r, &b, out, count);
    return result;
}

static value ring_readline(size_t n, value *args)
{
    struct ring *r = (struct ring *)args[0];
    struct buffer b = ring_bytes(r);
    size_t most = at_most(ring_used(r, b.len), n > 1 ? args[1] : UNDEF), count = 0;
    while (count < most && b.data[(r->get + count++) % b.len] != '\n') {}
    value v[2] = {args[0], from_int((word)count)};
    return ring_read(2, v);
}

static value ring_readinto(size_t n, value *args)
{
    struct ring *r = (struct ring *)args[0];
    struct buffer b = ring_bytes(r), out;
    need_buffer(args[1], &out, true);
    size_t count = at_most(ring_used(r, b.len), n > 2 ? args[2] : UNDEF);
    if (count > out.len)
        count = out.len;
    ring_take(r, &b, out.data, count);
    return from_int((word)count);
}

static value ring_write(size_t n, value *args)
{
    struct ring *r = (struct ring *)args[0];
    struct buffer data, b = ring_bytes(r);
    need_buffer(args[1], &data, false);
    size_t from = file_write_part(n, args, &data.len), room = b.len - 1 - ring_used(r, b.len);
    size_t count = data.len < room ? data.len : room;
    size_t first = b.len - r->put < count ? b.len - r->put : count;
    memmove(b.data + r->put, data.data + from, first);
    memmove(b.data, data.data + from + first, count - first);
    r->put = (r->put + count) % b.len;
    return from_int((word)count);
}

static value ring_close(value self)
{
    (void)self;
    return NONE;
}

static value ring_make(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    (void)kwnames;
    args_count("RingIO", n, nkw, 1, 1);
    value buffer = args[0];
    struct buffer b;
    if (is_int(buffer)) {
        word size = int_of(buffer);
        if (size < 1)
            raise_value_error("size must be positive");
        buffer = bytearray_new(NULL, (size_t)size + 1);
    }
    need_buffer(buffer, &b, true);
    if (b.len < 2)
        raise_value_error("buffer too small");
    struct ring *r = heap_object(t, sizeof *r);
    r->buffer = buffer;
    return from_ptr(r);
}

static void ring_trace(struct object *o)
{
    heap_visit(&((struct ring *)o)->buffer);
}

METHOD1(ring_any_method, any, ring_any);
METHODV(ring_read_method, read, 1, 2, ring_read);
METHODV(ring_readline_method, readline, 1, 2, ring_readline);
METHODV(ring_readinto_method, readinto, 2, 3, ring_readinto);
METHODV(ring_write_method, write, 2, 4, ring_write);
METHOD1(ring_close_method, close, ring_close);
static const struct attr ring_attrs[] = {
    ATTR(any, ring_any_method),           ATTR(read, ring_read_method),   ATTR(readline, ring_readline_method),
    ATTR(readinto, ring_readinto_method), ATTR(write, ring_write_method), ATTR(close, ring_close_method),
};

static const struct slots ring_slots = {
    .size = sizeof(struct ring),
    .trace = ring_trace,
    .make = ring_make,
};
const struct type type_RingIO = {
    .head = {&type_type},
    .slots = &ring_slots,
    .name = SYMBOL(S_RingIO),
    TYPE_ATTRS(ring_attrs),
    .base = &type_IOBase,
};
