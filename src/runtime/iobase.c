/* io.IOBase: the base of all streams. A class in Python that derives from it and defines readinto() or read(), and
 * write(), gets the other methods from here. */
#include "file.h"

#if ADDER_FILES || ADDER_MODULES
/* At most n bytes from the stream's own read() or readinto(); None and b"" where there is nothing. */
static value base_read(size_t n, value *args)
{
    word size = n < 2 || args[1] == NONE ? -1 : need_word(args[1]);
    size_t step = size < 0 ? 512 : (size_t)size;
    value all = bytearray_new(NULL, 0);
    for (;;) {
        value piece = bytearray_new(NULL, step);
        value got = call_method(args[0], SYMBOL(S_readinto), 1, &piece);
        if (got == NONE && ((struct bytearray *)all)->len == 0)
            return NONE;
        word count = got == NONE ? 0 : need_word(got);
        if (count < 0)
            raise_os_error((int)-count, UNDEF);
        if ((size_t)count > step)
            raise_value_error("readinto returned more than there is room for");
        bytearray_append(all, ((struct bytearray *)piece)->owner.buf, (size_t)count);
        if (count == 0 || size >= 0)
            break;
    }
    const struct bytearray *b = (struct bytearray *)all;
    return bytes_new(b->owner.buf, b->len);
}

static value base_readline(size_t n, value *args)
{
    word most = n < 2 || args[1] == NONE ? -1 : need_word(args[1]);
    value line = bytearray_new(NULL, 0), one = from_int(1);
    while (most < 0 || most-- > 0) {
        value c = call_method(args[0], SYMBOL(S_read), 1, &one);
        struct buffer b;
        if (c == NONE)
            break;
        need_buffer(c, &b, false);
        if (b.len == 0)
            break;
        bytearray_append(line, b.data, 1);
        if (b.data[0] == '\n')
            break;
    }
    const struct bytearray *b = (struct bytearray *)line;
    return bytes_new(b->owner.buf, b->len);
}

static value base_next(value self)
{
    value line = call_method(self, SYMBOL(S_readline), 0, NULL);
    if (!truth(line))
        raise(from_ptr(&type_StopIteration));
    return line;
}

static value base_readlines(value self)
{
    value lines = list_new(0, NULL);
    for (value line; truth(line = call_method(self, SYMBOL(S_readline), 0, NULL));)
        list_append(list_of(lines), line);
    return lines;
}

static value base_writelines(value self, value lines)
{
    value it = get_iter(lines);
    for (value line; (line = iter_next(it)) != STOP;)
        call_method(self, SYMBOL(S_write), 1, &line);
    return NONE;
}

static value base_self(value self) { return self; }

/* What MicroPython's streams are asked for: 1 flush, 4 close. A class without ioctl() has nothing to do. */
static value base_ioctl(value self, int request)
{
    value f = find_attr(self, SYMBOL(S_ioctl));
    value v[2] = {from_int(request), from_int(0)};
    if (f != UNDEF)
        call(f, 2, v);
    return NONE;
}

static value base_flush(value self) { return base_ioctl(self, 1); }
static value base_close(value self) { return base_ioctl(self, 4); }
static value base_false(value self) { (void)self; return FALSE; }

static value base_exit(size_t n, value *args)
{
    (void)n;
    call_method(args[0], SYMBOL(S_close), 0, NULL);
    return NONE;
}

METHODV(base_read_method, read, 1, 2, base_read);
METHODV(base_readline_method, readline, 1, 2, base_readline);
METHOD1(base_readlines_method, readlines, base_readlines);
METHOD2(base_writelines_method, writelines, base_writelines);
SLOT1(base_iter_method, __iter__, base_self);
SLOT1(base_next_method, __next__, base_next);
METHOD1(base_enter_method, __enter__, base_self);
METHODV(base_exit_method, __exit__, 1, 4, base_exit);
METHOD1(base_close_method, close, base_close);
METHOD1(base_flush_method, flush, base_flush);
METHOD1(base_readable_method, readable, base_false);
METHOD1(base_writable_method, writable, base_false);
METHOD1(base_seekable_method, seekable, base_false);
METHOD1(base_isatty_method, isatty, base_false);

static const struct attr base_attrs[] = {
    ATTR(read, base_read_method),
    ATTR(readline, base_readline_method),
    ATTR(readlines, base_readlines_method),
    ATTR(writelines, base_writelines_method),
    ATTR(__iter__, base_iter_method),
    ATTR(__next__, base_next_method),
    ATTR(__enter__, base_enter_method),
    ATTR(__exit__, base_exit_method),
    ATTR(close, base_close_method),
    ATTR(flush, base_flush_method),
    ATTR(readable, base_readable_method),
    ATTR(writable, base_writable_method),
    ATTR(seekable, base_seekable_method),
    ATTR(isatty, base_isatty_method),
};

static value base_make(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    (void)args;
    (void)kwnames;
    args_count("IOBase", n, nkw, 0, 0);
    return from_ptr(heap_object(t, sizeof(struct object)));
}

static const struct slots base_slots = {
    .size = sizeof(struct object),
    .make = base_make,
};
const struct type type_IOBase = {
    .head = {&type_type},
    .slots = &base_slots,
    .flags = TYPE_BASE | TYPE_MIXIN,
    .name = SYMBOL(S_IOBase),
    TYPE_ATTRS(base_attrs),
    .base = &type_object,
};
#endif
