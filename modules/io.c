/* The module io: files in memory (StringIO, BytesIO), the base class of streams, and the names of the
 * file types, which are in src/runtime. */
#include "object/class.h"
#include "runtime/builtins.h"
#include "runtime/file.h"

/* A file in memory. Text is kept as UTF-8; positions are bytes here, and characters for the program. */
struct memory_file {
    struct owner owner;
    size_t len, pos, room; /* pos may lie behind the end */
    value shown;           /* what memoryviews by getbuffer() show, if there may be any: struct memory_buffer */
    bool text, closed, ascii;
};
/* The bytes of a BytesIO, for getbuffer(). */
struct memory_buffer {
    struct object head;
    struct memory_file *file;
};
extern const struct type type_StringIO, type_BytesIO;

static struct memory_file *need_memory(value self)
{
    self = unwrap(self);
    if (!is_type(self, &type_StringIO) && !is_type(self, &type_BytesIO))
        raise_type_error("a StringIO or BytesIO is required, not '%t'", self);
    struct memory_file *m = (struct memory_file *)self;
    if (m->closed)
        raise_value_error("I/O operation on closed file");
    return m;
}

static char *data_of(const struct memory_file *m)
{
    return m->owner.buf;
}

/* A piece of the content as a str or bytes. */
static value memory_piece(const struct memory_file *m, size_t from, size_t to)
{
    const char *data = from < to ? data_of(m) + from : "";
    return m->text ? str_new(data, to - from) : bytes_new((const uint8_t *)data, to - from);
}

static size_t bytes_left(const struct memory_file *m)
{
    return m->pos < m->len ? m->len - m->pos : 0;
}

/* How many bytes the next `wanted` characters (bytes) take; negative: all. */
static size_t bytes_wanted(const struct memory_file *m, word wanted)
{
    size_t left = bytes_left(m);
    if (wanted < 0)
        return left;
    if (m->text && !m->ascii && left)
        return utf8_offset(data_of(m) + m->pos, left, (size_t)wanted);
    return (size_t)wanted < left ? (size_t)wanted : left;
}

static word size_argument(size_t n, value *args)
{
    return n < 2 || args[1] == NONE ? -1 : need_word(args[1]);
}

/* ---- reading ---- */

static value memory_take(struct memory_file *m, size_t n)
{
    value v = memory_piece(m, m->pos, m->pos + n);
    m->pos += n;
    return v;
}

static value memory_read(size_t n, value *args)
{
    struct memory_file *m = need_memory(args[0]);
    return memory_take(m, bytes_wanted(m, size_argument(n, args)));
}

static value memory_line(struct memory_file *m, word wanted)
{
    size_t most = bytes_wanted(m, wanted);
    const char *newline = most ? memchr(data_of(m) + m->pos, '\n', most) : NULL;
    return memory_take(m, newline ? (size_t)(newline - (data_of(m) + m->pos)) + 1 : most);
}

static value memory_readline(size_t n, value *args)
{
    return memory_line(need_memory(args[0]), size_argument(n, args));
}

static value memory_readinto(value self, value into)
{
    struct memory_file *m = need_memory(self);
    struct buffer b;
    need_buffer(into, &b, true);
    size_t n = bytes_left(m);
    if (n > b.len)
        n = b.len;
    if (n)
        memory_copy(b.data, data_of(m) + m->pos, n);
    m->pos += n;
    return from_int((word)n);
}

static value memory_iter(value self)
{
    need_memory(self);
    return self;
}

static value memory_next(value self)
{
    struct memory_file *m = need_memory(self);
    return bytes_left(m) ? memory_line(m, -1) : STOP;
}

/* ---- writing ---- */

/* Before a BytesIO changes: not while a program has a view of it. */
static void check_exports(struct memory_file *m)
{
    if (m->shown != UNDEF && view_is_kept(m->shown))
        raise_error(&type_BufferError, "Existing exports of data: object cannot be re-sized");
    m->shown = UNDEF;
}

static void memory_room(struct memory_file *m, size_t n)
{
    if (n <= m->room)
        return;
    size_t room = n < 32 ? 32 : n + n / 2;
    heap_buffer_resize(&m->owner, room, BUFFER_BYTES);
    m->room = room;
}

/* Replaces `over` bytes at the position by n others. */
static void memory_put(struct memory_file *m, const char *data, size_t n, size_t over)
{
    size_t from = m->pos;
    size_t tail = from + over < m->len ? m->len - from - over : 0;
    memory_room(m, from + n + tail);
    char *buf = data_of(m);
    if (from > m->len)
        memset(buf + m->len, 0, from - m->len);
    if (tail && n != over)
        memmove(buf + from + n, buf + from + over, tail);
    if (n)
        memory_copy(buf + from, data, n);
    m->pos = from + n;
    m->len = m->pos + tail;
}

static void write_text(struct memory_file *m, value text)
{
    struct view s = need_str(text, "string argument");
    size_t chars = s.ascii ? s.len : utf8_count(s.data, s.len);
    size_t over = bytes_wanted(m, (word)chars);
    memory_put(m, s.data, s.len, over);
    m->ascii &= s.ascii;
}

/* write(data); MicroPython's write(data, [offset,] length) of BytesIO too. */
static value memory_write(size_t n, value *args)
{
    struct memory_file *m = need_memory(args[0]);
    value v = args[1];
    if (m->text) {
        if (!is_str(unwrap(v)))
            raise_type_error("string argument expected, got '%t'", v);
        write_text(m, v);
        return from_int((word)str_chars(unwrap(v)));
    }
    struct buffer b = file_write_part(n, args);
    check_exports(m);
    if (m->room && b.data >= (uint8_t *)data_of(m) && b.data < (uint8_t *)data_of(m) + m->room)
        raise_error(&type_BufferError, "Existing exports of data: object cannot be re-sized"); /* a view of its own */
    memory_put(m, (const char *)b.data, b.len, bytes_wanted(m, (word)b.len));
    return from_int((word)b.len);
}

/* ---- positions ---- */

static size_t chars_to_bytes(const struct memory_file *m, size_t chars)
{
    if (!m->text || m->ascii)
        return chars;
    size_t all = m->len ? utf8_count(data_of(m), m->len) : 0;
    return chars <= all && m->len ? utf8_offset(data_of(m), m->len, chars) : m->len + chars - all;
}

static value memory_tell(value self)
{
    struct memory_file *m = need_memory(self);
    if (!m->text || m->ascii || !m->len)
        return from_int((word)m->pos);
    size_t in = m->pos < m->len ? m->pos : m->len;
    return from_int((word)(utf8_count(data_of(m), in) + (m->pos - in)));
}

static value memory_seek(size_t n, value *args)
{
    struct memory_file *m = need_memory(args[0]);
    word offset = need_word(args[1]), whence = n > 2 ? need_word(args[2]) : 0;
    if (whence < 0 || whence > 2)
        raise_value_error("invalid whence (%zd, should be 0, 1 or 2)", whence);
    if (m->text && whence && offset)
        raise_error(&type_OSError, "Can't do nonzero cur-relative seeks");
    if (whence == 0 && offset < 0)
        raise_value_error("%s %zd", m->text ? "Negative seek position" : "negative seek value", offset);
    if (whence == 0) {
        m->pos = chars_to_bytes(m, (size_t)offset);
    } else {
        word base = (word)(whence == 1 ? m->pos : m->len);
        m->pos = offset < -base ? 0 : (size_t)(base + offset);
    }
    return memory_tell(from_ptr(m));
}

static value memory_truncate(size_t n, value *args)
{
    struct memory_file *m = need_memory(args[0]);
    word size = n < 2 || args[1] == NONE ? -1 : need_word(args[1]);
    if (n > 1 && args[1] != NONE && size < 0)
        raise_value_error("negative size value %zd", size);
    size_t bytes = size < 0 ? m->pos : chars_to_bytes(m, (size_t)size);
    check_exports(m);
    if (bytes < m->len)
        m->len = bytes;
    return size < 0 ? memory_tell(from_ptr(m)) : from_int(size);
}

/* ---- the rest ---- */

static value memory_getvalue(value self)
{
    struct memory_file *m = need_memory(self);
    return memory_piece(m, 0, m->len);
}

static bool memory_buffer(value self, struct buffer *out, bool writable)
{
    (void)writable;
    static uint8_t nothing[1];
    const struct memory_file *m = ((const struct memory_buffer *)self)->file;
    *out = (struct buffer){
        .data = m->len ? (uint8_t *)data_of(m) : nothing, .len = m->len, .typecode = 'B', .itemsize = 1};
    return true;
}

static void memory_buffer_trace(struct object *o)
{
    heap_visit_ptr(&((struct memory_buffer *)o)->file);
}

static const struct slots memory_buffer_slots = {
    .size = sizeof(struct memory_buffer),
    .trace = memory_buffer_trace,
    .buffer = memory_buffer,
};
static const struct type type_memory_buffer = {
    .head = {&type_type}, .slots = &memory_buffer_slots, .name = SYMBOL(S__BytesIOBuffer), .base = &type_object};

static value memory_getbuffer(value self)
{
    struct memory_file *m = need_memory(self);
    if (m->shown == UNDEF) {
        struct memory_buffer *b = heap_object(&type_memory_buffer, sizeof *b);
        b->file = m;
        m->shown = from_ptr(b);
    }
    return call1(from_ptr(&type_memoryview), m->shown);
}

static void memory_trace(struct object *o)
{
    heap_visit(&((struct memory_file *)o)->shown);
}

static value memory_close(value self)
{
    struct memory_file *m = (struct memory_file *)need_self(self, &type_BytesIO);
    check_exports(m);
    m->closed = true;
    heap_buffer_free(&m->owner);
    m->len = m->pos = m->room = 0;
    return NONE;
}

static value memory_enter(value self)
{
    need_memory(self);
    return self;
}

static value memory_exit(size_t n, value *args)
{
    (void)n;
    return memory_close(args[0]);
}

static value memory_flush(value self)
{
    need_memory(self);
    return NONE;
}

static value memory_true(value self)
{
    need_memory(self);
    return TRUE;
}

static value memory_false(value self)
{
    need_memory(self);
    return FALSE;
}

static value memory_readlines(size_t n, value *args)
{
    struct memory_file *m = need_memory(args[0]);
    word hint = size_argument(n, args);
    size_t start = m->pos;
    value lines = list_new(0, NULL);
    while (bytes_left(m) && (hint <= 0 || m->pos - start < (size_t)hint)) {
        list_append(list_of(lines), memory_line(m, -1));
        check_break_at(list_of(lines)->len);
    }
    return lines;
}

static value memory_writelines(value self, value lines)
{
    value it = get_iter(lines);
    for (value line; (line = iter_next(it)) != STOP;)
        memory_write(2, (value[]){self, line});
    return NONE;
}

static value memory_closed(value self)
{
    return from_bool(((struct memory_file *)need_self(self, &type_BytesIO))->closed);
}

/* StringIO(initial_value, newline), BytesIO(initial_bytes); MicroPython: a number is how much room to make. */
static value memory_make(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    bool text = t == &type_StringIO;
    static const sym text_names[] = {S_initial_value, S_newline}, byte_names[] = {S_initial_bytes};
    value v[2] = {UNDEF, UNDEF};
    args_bind(text ? "StringIO" : "BytesIO", n, args, nkw, kwnames, 0, text ? 2 : 1, text ? text_names : byte_names,
              text ? 2 : 1, 0, v);
    struct memory_file *m = heap_object(t, sizeof *m);
    m->text = text;
    m->ascii = true;
    if (v[0] == UNDEF || v[0] == NONE)
        return from_ptr(m);
    if (is_int(v[0]))
        memory_room(m, (size_t)need_index_word(v[0]));
    else if (text && !is_str(unwrap(v[0])))
        raise_type_error("initial_value must be str or None, not %t", v[0]);
    else
        memory_write(2, (value[]){from_ptr(m), v[0]});
    m->pos = 0;
    return from_ptr(m);
}

METHODV(memory_read_method, read, 1, 2, memory_read);
METHODV(memory_readline_method, readline, 1, 2, memory_readline);
METHODV(memory_readlines_method, readlines, 1, 2, memory_readlines);
METHOD2(memory_readinto_method, readinto, memory_readinto);
METHODV(memory_write_method, write, 2, 4, memory_write);
METHOD2(memory_writelines_method, writelines, memory_writelines);
METHODV(memory_seek_method, seek, 2, 3, memory_seek);
METHOD1(memory_tell_method, tell, memory_tell);
METHODV(memory_truncate_method, truncate, 1, 2, memory_truncate);
METHOD1(memory_getvalue_method, getvalue, memory_getvalue);
METHOD1(memory_getbuffer_method, getbuffer, memory_getbuffer);
METHOD1(memory_flush_method, flush, memory_flush);
METHOD1(memory_close_method, close, memory_close);
METHOD1(memory_enter_method, __enter__, memory_enter);
METHODV(memory_exit_method, __exit__, 1, 4, memory_exit);
METHOD1(memory_readable_method, readable, memory_true);
METHOD1(memory_writable_method, writable, memory_true);
METHOD1(memory_seekable_method, seekable, memory_true);
METHOD1(memory_isatty_method, isatty, memory_false);
GETSET(memory_closed_attr, closed, memory_closed, NULL);

static const struct attr memory_attrs[] = {
    ATTR(read, memory_read_method),
    ATTR(read1, memory_read_method),
    ATTR(readline, memory_readline_method),
    ATTR(readlines, memory_readlines_method),
    ATTR(readinto, memory_readinto_method),
    ATTR(write, memory_write_method),
    ATTR(writelines, memory_writelines_method),
    ATTR(seek, memory_seek_method),
    ATTR(tell, memory_tell_method),
    ATTR(truncate, memory_truncate_method),
    ATTR(getvalue, memory_getvalue_method),
    ATTR(flush, memory_flush_method),
    ATTR(close, memory_close_method),
    ATTR(__enter__, memory_enter_method),
    ATTR(__exit__, memory_exit_method),
    ATTR(readable, memory_readable_method),
    ATTR(writable, memory_writable_method),
    ATTR(seekable, memory_seekable_method),
    ATTR(isatty, memory_isatty_method),
    ATTR(closed, memory_closed_attr),
    ATTR(getbuffer, memory_getbuffer_method), /* the last: BytesIO only */
};

static void memory_repr(value self, struct printer *out)
{
    print_format(out, "<_io.%t object at 0x%zx>", self, (size_t)self);
}

static const struct slots memory_slots = {
    .size = sizeof(struct memory_file),
    .trace = memory_trace,
    .make = memory_make,
    .iter = memory_iter,
    .next = memory_next,
    .repr = memory_repr,
};
const struct type type_StringIO = {
    .head = {&type_type},
    .slots = &memory_slots,
    .flags = TYPE_BASE,
    .name = SYMBOL(S_StringIO),
    .attrs = memory_attrs,
    .nattrs = sizeof memory_attrs / sizeof memory_attrs[0] - 1,
    .base = &type_IOBase,
};
const struct type type_BytesIO = {
    .head = {&type_type},
    .slots = &memory_slots,
    .flags = TYPE_BASE,
    .name = SYMBOL(S_BytesIO),
    TYPE_ATTRS(memory_attrs),
    .base = &type_IOBase,
};

/* ---- the table ---- */

FUNK(io_open_function, open, 0, 255, builtin_open);

static const struct attr io_attrs[] = {
    ATTR(open, io_open_function),
    ATTR(StringIO, type_StringIO),
    ATTR(BytesIO, type_BytesIO),
    ATTR(FileIO, type_FileIO),
    ATTR(TextIOWrapper, type_TextIOWrapper),
    ATTR(BufferedReader, type_FileIO),
    ATTR(BufferedWriter, type_FileIO),
    ATTR(BufferedRandom, type_FileIO),
    ATTR(IOBase, type_IOBase),
    ATTR(RawIOBase, type_IOBase),
    ATTR(BufferedIOBase, type_IOBase),
    ATTR(TextIOBase, type_IOBase),
#if ADDER_WARNINGS
    ATTR(BlockingIOError, type_BlockingIOError),
#endif
    ATTR_VALUE(SEEK_SET, ((value)0 << 1) | 1),
    ATTR_VALUE(SEEK_CUR, ((value)1 << 1) | 1),
    ATTR_VALUE(SEEK_END, ((value)2 << 1) | 1),
    ATTR_VALUE(DEFAULT_BUFFER_SIZE, ((value)FILE_BUFFER << 1) | 1),
};

static value io_getattr(value module, value name)
{
    (void)module;
    return name == SYMBOL(S_UnsupportedOperation) ? file_unsupported_operation() : UNDEF;
}

const struct module_def module_io = {
    .name = SYMBOL(S_io),
    .attrs = io_attrs,
    .nattrs = sizeof io_attrs / sizeof io_attrs[0],
    .getattr = io_getattr,
};
