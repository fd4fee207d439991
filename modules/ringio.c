/* micropython.RingIO: a queue of bytes of a fixed size that never waits, as between an interrupt handler and a
 * program. One byte of its buffer always stays free: so equal positions mean that it is empty. */
#include <errno.h>

#include "object/layout.h"
#include "object/printer.h"
#include "ringio.h"
#include "runtime/file.h"

struct ring {
    struct object head;
    value buffer;       /* a writable one */
    size_t get, put;    /* where the next byte comes from, and goes to */
};

static struct ring *ring_of(value self)
{
    return (struct ring *)need_self(self, &type_RingIO);
}

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

/* How many bytes are wanted at most. This may run code, so it comes before all else. */
static size_t limit_of(size_t n, value *args, size_t at)
{
    word most = n <= at || args[at] == NONE ? -1 : need_word(args[at]);
    return most < 0 ? SIZE_MAX : (size_t)most;
}

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

static value ring_any(value self)
{
    struct ring *r = ring_of(self);
    return from_int((word)ring_used(r, ring_bytes(r).len));
}

static value take_bytes(struct ring *r, size_t count)
{
    uint8_t *out;
    value result = bytes_make(count, &out);
    struct buffer b = ring_bytes(r);
    ring_take(r, &b, out, count);
    return result;
}

static value ring_read(size_t n, value *args)
{
    struct ring *r = ring_of(args[0]);
    size_t most = limit_of(n, args, 1);
    return take_bytes(r, smaller(most, ring_used(r, ring_bytes(r).len)));
}

static value ring_readline(size_t n, value *args)
{
    struct ring *r = ring_of(args[0]);
    size_t most = limit_of(n, args, 1), count = 0;
    struct buffer b = ring_bytes(r);
    most = smaller(most, ring_used(r, b.len));
    while (count < most && b.data[(r->get + count++) % b.len] != '\n') {}
    return take_bytes(r, count);
}

static value ring_readinto(size_t n, value *args)
{
    struct ring *r = ring_of(args[0]);
    size_t count = limit_of(n, args, 2);
    struct buffer b = ring_bytes(r), out;
    need_buffer(args[1], &out, true);
    count = smaller(smaller(count, out.len), ring_used(r, b.len));
    ring_take(r, &b, out.data, count);
    return from_int((word)count);
}

static value ring_write(size_t n, value *args)
{
    struct ring *r = ring_of(args[0]);
    struct buffer data = file_write_part(n, args), b = ring_bytes(r);
    size_t count = smaller(data.len, b.len - 1 - ring_used(r, b.len));
    size_t first = b.len - r->put < count ? b.len - r->put : count;
    memmove(b.data + r->put, data.data, first);
    memmove(b.data, data.data + first, count - first);
    r->put = (r->put + count) % b.len;
    return from_int((word)count);
}

static value ring_close(value self)
{
    (void)self;
    return NONE;
}

#if ADDER_METHODS
/* What select and asyncio ask of a stream. */
static value ring_ioctl(value self, value request, value argument)
{
    enum { FLUSH = 1, POLL = 3, CLOSE = 4 };
    struct ring *r = ring_of(self);
    word which = need_word(request), events = need_word(argument), ready = 0;
    size_t len = ring_bytes(r).len, used = ring_used(r, len);
    if (which == FLUSH || which == CLOSE)
        return from_int(0);
    if (which != POLL)
        return from_int(-EINVAL);
    if (used > 0)
        ready |= PORT_POLL_IN;
    if (used < len - 1)
        ready |= PORT_POLL_OUT;
    return from_int(ready & events);
}

static void ring_repr(value self, struct printer *out)
{
    (void)self;
    print_z(out, "<RingIO>");
}
METHOD3(ring_ioctl_method, ioctl, ring_ioctl);
#else
#define ring_repr NULL
#endif

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
    ATTR_MORE(ioctl, ring_ioctl_method)
};

static const struct slots ring_slots = {
    .size = sizeof(struct ring),
    .trace = ring_trace,
    .make = ring_make,
    .repr = ring_repr,
};
const struct type type_RingIO = {
    .head = {&type_type},
    .slots = &ring_slots,
    .name = SYMBOL(S_RingIO),
    TYPE_ATTRS(ring_attrs),
    .base = &type_IOBase,
};
