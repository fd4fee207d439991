/* The module select: waiting for several streams. Those of the port are waited for together by the port; streams in
 * Python (io.IOBase with ioctl) are asked in turn, by request 3 of MicroPython's stream protocol. */
#include <errno.h>

#include "runtime/file.h"

enum { READABLE = PORT_POLL_IN, WRITABLE = PORT_POLL_OUT, IOCTL_POLL = 3 };

/* A row of struct poll: the stream, and the events that are waited for and that have come. */
enum { STREAM, EVENTS, READY, ROW };

struct poll {
    struct object head;
    value rows;           /* a list, ROW items for each stream */
    value tuple;          /* what ipoll() yields, again and again; UNDEF: made by its first step */
    size_t next;          /* the row where ipoll() goes on */
    bool once;            /* ipoll(): a stream that was ready is waited for no more */
};
static const struct type type_poll;

static struct poll *poll_of(value self)
{
    if (!is_type(self, &type_poll))
        raise_type_error("a poll object is required, not '%t'", self);
    return (struct poll *)self;
}

static struct list *rows_of(const struct poll *p) { return list_of(p->rows); }
static value *row_at(const struct poll *p, size_t i) { return list_items(rows_of(p)) + i; }

static struct poll *poll_new(void)
{
    value rows = list_new(0, NULL);
    struct poll *p = heap_object(&type_poll, sizeof *p);
    p->rows = rows;
    return p;
}

/* ---- which streams ---- */

/* The row of a stream; the count of all items if it is not there. */
static size_t find_row(const struct poll *p, value stream)
{
    size_t i = 0;
    while (i < rows_of(p)->len && *row_at(p, i) != stream)
        i += ROW;
    return i;
}

/* The port's number of a stream, and its struct file, if it has one; -1: a stream in Python. TypeError. */
static int stream_number(value stream, struct file **file)
{
    *file = NULL;
    while (is_type(stream, &type_FileIO) || is_type(stream, &type_TextIOWrapper)) {
        struct file *f = need_file(stream);
        *file = f;
        if (f->raw == UNDEF)
            return f->number;
        stream = f->raw;
    }
    if (is_int(stream)) {
        int number = need_int(stream);
        if (number < 0)
            raise_value_error("file descriptor cannot be a negative integer (%d)", number);
        return number;
    }
    if (find_attr(stream, SYMBOL(S_ioctl)) != UNDEF)
        return -1;
    if (find_attr(stream, SYMBOL(S_fileno)) == UNDEF)
        raise_type_error("argument must be an int, or have a fileno() method");
    return need_int(call_method(stream, SYMBOL(S_fileno), 0, NULL));
}

static void add_stream(struct poll *p, value stream, word events)
{
    struct file *file;
    stream_number(stream, &file);
    size_t i = find_row(p, stream);
    if (i < rows_of(p)->len) {
        row_at(p, i)[EVENTS] = from_int(events);
        return;
    }
    list_append(rows_of(p), stream);
    list_append(rows_of(p), from_int(events));
    list_append(rows_of(p), from_int(0));
}

static word events_argument(value v)
{
    word events = need_word(v);
    if (events < 0 || events > 0x7fff)
        raise_value_error("bad event mask %zd", events);
    return events;
}

static value poll_register(size_t n, value *args)
{
    add_stream(poll_of(args[0]), args[1], n > 2 ? events_argument(args[2]) : READABLE | WRITABLE);
    return NONE;
}

static value poll_modify(value self, value stream, value events)
{
    struct poll *p = poll_of(self);
    size_t i = find_row(p, stream);
    if (i == rows_of(p)->len)
        raise_os_error(ENOENT, UNDEF);
    row_at(p, i)[EVENTS] = from_int(events_argument(events));
    return NONE;
}

static value poll_unregister(value self, value stream)
{
    struct poll *p = poll_of(self);
    size_t i = find_row(p, stream);
    if (i == rows_of(p)->len)
        raise_key_error(stream);
    for (int k = 0; k < ROW; k++)
        list_pop(rows_of(p), i);
    return NONE;
}

/* ---- waiting ---- */

/* Asks a stream in Python what it is ready for. OSError, if it says so by a negative number. */
static word ask_stream(value stream, word events)
{
    value v[2] = {from_int(IOCTL_POLL), from_int(events)};
    word ready = need_word(call_method(stream, SYMBOL(S_ioctl), 2, v));
    if (ready < 0)
        raise_os_error((int)-ready, UNDEF);
    return ready;
}

/* One look at all streams, waiting at most so long for the port's (negative: for ever); how many are ready. */
static size_t look(struct poll *p, struct bytearray *scratch, int milliseconds, bool *any_in_python)
{
    size_t n = rows_of(p)->len / ROW, found = 0;
    *any_in_python = false;
    for (size_t i = 0; i < n && (i + 1) * ROW <= rows_of(p)->len; i++) {
        value stream = row_at(p, i * ROW)[STREAM];
        word events = int_of(row_at(p, i * ROW)[EVENTS]), ready = 0;
        struct file *file;
        int number = stream_number(stream, &file);
        if (number < 0) {
            *any_in_python = true;
            ready = ask_stream(stream, events);
        } else if (events & READABLE && file && !(file->flags & FILE_WRITING) && file->at < file->end) {
            ready = READABLE; /* read ahead */
        }
        if ((i + 1) * ROW > rows_of(p)->len)
            break; /* the stream's ioctl() has taken rows away */
        row_at(p, i * ROW)[READY] = from_int(ready);
        found += ready != 0;
        struct port_poll *files = scratch->owner.buf;
        files[i] = (struct port_poll){number, (int16_t)events, 0};
    }
    int wait = found ? 0 : *any_in_python && (milliseconds < 0 || milliseconds > 1) ? 1 : milliseconds;
    int result = port_file_poll(scratch->owner.buf, n, wait);
    if (result < 0)
        port_retry(result, UNDEF);
    for (size_t i = 0; result > 0 && i < n && (i + 1) * ROW <= rows_of(p)->len; i++) {
        const struct port_poll *file = (const struct port_poll *)scratch->owner.buf + i;
        value *row = row_at(p, i * ROW);
        found += file->ready && row[READY] == from_int(0);
        row[READY] = from_int(int_of(row[READY]) | file->ready);
    }
    return found;
}

/* Waits until some stream is ready; how many are, 0 after so many milliseconds (negative: never). */
static size_t wait_for_streams(struct poll *p, int64_t milliseconds)
{
    uint64_t begin = port_clock_ns();
    struct bytearray *scratch = (struct bytearray *)bytearray_new(NULL, 0);
    console_check(port_console_flush());
    for (;;) {
        bool any_in_python;
        check_interrupt();
        size_t bytes = rows_of(p)->len / ROW * sizeof(struct port_poll);
        if (!scratch->owner.buf || heap_buffer_size(&scratch->owner) < bytes)
            heap_buffer_resize(&scratch->owner, bytes + sizeof(struct port_poll), BUFFER_BYTES);
        int64_t left = milliseconds < 0 ? -1 : milliseconds - (int64_t)((port_clock_ns() - begin) / 1000000);
        if (milliseconds >= 0 && left < 0)
            left = 0;
        size_t found = look(p, scratch, left > INT32_MAX ? INT32_MAX : (int)left, &any_in_python);
        if (found || left == 0)
            return found;
    }
}

static int64_t milliseconds_argument(value v)
{
    int64_t n;
    if (v == NONE)
        return -1;
    if (is_float(v))
        v = int_from_double(real_of(v));
    return int_to_int64(need_integer(v), &n) ? n : INT32_MAX;
}

static value row_tuple(const struct poll *p, size_t i)
{
    return tuple_pair(row_at(p, i)[STREAM], row_at(p, i)[READY]);
}

static value poll_poll(size_t n, value *args)
{
    struct poll *p = poll_of(args[0]);
    value found = list_new(0, NULL);
    wait_for_streams(p, n > 1 ? milliseconds_argument(args[1]) : -1);
    for (size_t i = 0; i < rows_of(p)->len; i += ROW)
        if (row_at(p, i)[READY] != from_int(0))
            list_append(list_of(found), row_tuple(p, i));
    return found;
}

static value poll_ipoll(size_t n, value *args)
{
    struct poll *p = poll_of(args[0]);
    p->once = n > 2 && need_word(args[2]) & 1;
    p->next = wait_for_streams(p, n > 1 ? milliseconds_argument(args[1]) : -1) ? 0 : SIZE_MAX;
    return args[0];
}

static value poll_next(value self)
{
    struct poll *p = (struct poll *)self;
    for (; p->next < rows_of(p)->len; p->next += ROW) {
        value *row = row_at(p, p->next);
        if (row[READY] == from_int(0))
            continue;
        if (p->tuple == UNDEF)
            p->tuple = tuple_pair(NONE, NONE);
        row = row_at(p, p->next);
        memcpy(tuple_of(p->tuple)->items, (value[2]){row[STREAM], row[READY]}, 2 * sizeof(value));
        if (p->once)
            row[EVENTS] = from_int(0);
        p->next += ROW;
        return p->tuple;
    }
    return STOP;
}

static value poll_iter(value self)
{
    return self;
}

/* ---- the type ---- */

static void poll_trace(struct object *o)
{
    heap_visit_all(&((struct poll *)o)->rows, 2);
}

METHODV(poll_register_method, register, 2, 3, poll_register);
METHOD3(poll_modify_method, modify, poll_modify);
METHOD2(poll_unregister_method, unregister, poll_unregister);
METHODV(poll_poll_method, poll, 1, 2, poll_poll);
METHODV(poll_ipoll_method, ipoll, 1, 3, poll_ipoll);

static const struct attr poll_attrs[] = {
    ATTR(register, poll_register_method),
    ATTR(modify, poll_modify_method),
    ATTR(unregister, poll_unregister_method),
    ATTR(poll, poll_poll_method),
    ATTR(ipoll, poll_ipoll_method),
};
static const struct slots poll_slots = {
    .size = sizeof(struct poll),
    .trace = poll_trace,
    .iter = poll_iter,
    .next = poll_next,
};
static const struct type type_poll = {
    .head = {&type_type},
    .slots = &poll_slots,
    .name = SYMBOL(S_poll),
    TYPE_ATTRS(poll_attrs),
    .base = &type_object,
};

/* ---- the module ---- */

static value select_poll(void)
{
    return from_ptr(poll_new());
}

/* select(rlist, wlist, xlist, timeout in seconds): three lists of those that are ready. */
static value select_select(size_t n, value *args)
{
    static const int events[3] = {READABLE, WRITABLE, 0};
    value lists[3], ready[3];
    struct poll *p = poll_new();
    for (int k = 0; k < 3; k++) {
        lists[k] = list_from_iterable(args[k]);
        for (size_t i = 0; i < list_of(lists[k])->len; i++) {
            value stream = list_items(list_of(lists[k]))[i];
            size_t at = find_row(p, stream);
            word before = at < rows_of(p)->len ? int_of(row_at(p, at)[EVENTS]) : 0;
            add_stream(p, stream, before | events[k]);
        }
    }
    double seconds = n > 3 && args[3] != NONE ? need_double(args[3]) : -1;
    if (n > 3 && args[3] != NONE && !(seconds >= 0))
        raise_value_error("timeout must be non-negative");
    wait_for_streams(p, seconds < 0 ? -1 : seconds > 1e9 ? (int64_t)1e12 : (int64_t)(seconds * 1000 + 0.999));
    for (int k = 0; k < 3; k++) {
        ready[k] = list_new(0, NULL);
        word wanted = events[k] ? events[k] | PORT_POLL_ERROR | PORT_POLL_HANGUP : 0;
        for (size_t i = 0; i < list_of(lists[k])->len; i++) {
            value stream = list_items(list_of(lists[k]))[i];
            size_t at = find_row(p, stream);
            if (at < rows_of(p)->len && int_of(row_at(p, at)[READY]) & wanted)
                list_append(list_of(ready[k]), stream);
        }
    }
    return tuple_new(3, ready);
}

FUN0(select_poll_function, poll, select_poll);
FUNV(select_select_function, select, 3, 4, select_select);

static const struct attr select_attrs[] = {
    ATTR(poll, select_poll_function),
    ATTR(select, select_select_function),
    ATTR(error, type_OSError),
    ATTR_VALUE(POLLIN, ((value)PORT_POLL_IN << 1) | 1),
    ATTR_VALUE(POLLOUT, ((value)PORT_POLL_OUT << 1) | 1),
    ATTR_VALUE(POLLERR, ((value)PORT_POLL_ERROR << 1) | 1),
    ATTR_VALUE(POLLHUP, ((value)PORT_POLL_HANGUP << 1) | 1),
};

const struct module_def module_select = {
    .name = SYMBOL(S_select),
    .attrs = select_attrs,
    .nattrs = sizeof select_attrs / sizeof select_attrs[0],
};
