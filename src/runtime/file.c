/* Byte streams with a buffer: open(..., 'b'), and what text files stand on. */
#include "../object/class.h"
#include "file.h"
#include "thread.h"

#include <errno.h>

/* ---- paths ---- */

value codec_decode_z(const char *text)
{
    return codec_decode_part(text, strlen(text));
}

value codec_decode_part(const char *text, size_t n)
{
    if (utf8_check(text, n, NULL) == n)
        return str_new(text, n);
    return codec_decode((const uint8_t *)text, n, UNDEF, UNDEF, SYMBOL(S_surrogateescape));
}

value file_path(value v)
{
    value s = unwrap(v);
    struct buffer b;
    if (!is_str(s) && has_instance_layout(v)) { /* os.PathLike */
        value f = find_special(v, SYMBOL(S___fspath__));
        if (f != UNDEF)
            s = unwrap(call0(f));
    }
    if (is_bytes(s) && get_buffer(s, &b, false))
        s = codec_decode(b.data, b.len, UNDEF, UNDEF, SYMBOL(S_surrogateescape));
    if (!is_str(s))
        raise_type_error("expected str, bytes or os.PathLike object, not %t", v);
    struct view view = str_view(s);
    if (memchr(view.data, 0, view.len))
        raise_value_error("embedded null character");
    return s;
}

bool path_absolute(const char *path, char out[PORT_PATH_MAX])
{
    size_t n = 0, len = strlen(path);
    if (*path != '/' && port_current_dir(out, PORT_PATH_MAX) == 0) {
        n = strlen(out);
        if (len && out[n - 1] != '/')
            out[n++] = '/';
    }
    if (n + len >= PORT_PATH_MAX)
        return false;
    memcpy(out + n, path, len + 1);
    return true;
}

void path_copy(value v, char out[PORT_PATH_MAX])
{
    value s = file_path(v);
    struct view view = str_view(s);
    if (view.len && utf8_check(view.data, view.len, NULL) != view.len) /* surrogates: the bytes they came from */
        s = codec_encode(s, UNDEF, SYMBOL(S_surrogateescape));
    const char *data = view.data;
    size_t n = view.len;
    if (is_bytes(s))
        data = (const char *)bytes_view(s, &n);
    if (n >= PORT_PATH_MAX)
        raise_os_error(ENAMETOOLONG, v);
    memcpy(out, data, n);
    out[n] = 0;
}

#if ADDER_FILES || ADDER_MODULES
/* ---- life ---- */

static struct file *open_files; /* those that may have something to flush */

void file_forget_all(void)
{
    open_files = NULL;
}

static void forget_file(struct file *f)
{
    for (struct file **p = &open_files; *p; p = &(*p)->next) {
        if (*p == f) {
            *p = f->next;
            return;
        }
    }
}

struct file *file_new(int number, value raw, unsigned flags, value name)
{
    struct file *f = heap_object(&type_FileIO, sizeof *f);
    f->number = number;
    f->raw = raw;
    f->flags = flags;
    f->name = name;
    f->room = FILE_BUFFER;
    if (!(flags & FILE_BORROWED))
        heap_add_finaliser(&f->owner.head);
    f->next = open_files;
    open_files = f;
    return f;
}

static void file_trace(struct object *o)
{
    struct file *f = (struct file *)o;
    heap_visit(&f->raw);
    heap_visit(&f->name);
}

/* Writes what is left to one of the port's files, when there is nobody for errors to go to: they are told. */
static bool write_last(struct file *f)
{
    word r = port_file_write(f->number, (uint8_t *)f->owner.buf + f->at, f->end - f->at);
    f->flags &= ~(unsigned)FILE_WRITING;
    if (r >= 0)
        return true;
    struct error_printer e;
    print_format(printer_error(&e), "%s: can't write %r: [Errno %zd] %s\n", command_line.program, f->name, -r,
                 port_error_text((int)-r));
    error_printer_flush(&e);
    return false;
}

static void file_finalise(struct object *o)
{
    struct file *f = (struct file *)o;
    if (f->flags & FILE_CLOSED)
        return;
    if (f->flags & FILE_WRITING && f->raw == UNDEF)
        write_last(f);
    if (!(f->flags & FILE_BORROWED) && f->raw == UNDEF)
        port_file_close(f->number);
    f->flags |= FILE_CLOSED;
    forget_file(f);
}

struct file *need_file(value self)
{
    if (is_type(self, &type_TextIOWrapper))
        self = ((struct text_file *)self)->stream;
    if (!is_type(self, &type_FileIO))
        raise_type_error("a file is required, not '%t'", self);
    struct file *f = (struct file *)self;
    if (f->flags & FILE_CLOSED)
        raise_value_error("I/O operation on closed file.");
    return f;
}

static value any_file(value self) /* closed ones too */
{
    return is_type(self, &type_TextIOWrapper) ? ((struct text_file *)self)->stream : need_self(self, &type_FileIO);
}

value file_unsupported_operation(void)
{
    if (runtime.unsupported == UNDEF) {
        value bases[2] = {from_ptr(&type_OSError), from_ptr(&type_ValueError)};
        struct dict *names = dict_new(1);
        dict_set(names, SYMBOL(S___module__), SYMBOL(S_io));
        runtime.unsupported = class_new(&type_type, SYMBOL(S_UnsupportedOperation), tuple_new(2, bases), names, 0,
                                        NULL, NULL, 0);
    }
    return runtime.unsupported;
}

_Noreturn void file_raise_unsupported(const char *what)
{
    value message = str_new(what, strlen(what));
    raise(exception_new((const struct type *)file_unsupported_operation(), 1, &message));
}

/* ---- raw input and output ---- */

/* They may wait, and other code may run meanwhile: other threads, what an interrupt calls, a stream in Python. While it
 * does, the file is its user's. Each operation begins with file_claim(). */
#if ADDER_THREADS
#define FILE_USER thread_current
#else
#define FILE_USER ((struct thread *)f)
#define thread_count 0
#define thread_wake(of, all) (void)0
#endif

static void wait_for_user(struct file *f)
{
#if ADDER_THREADS
    while (f->user && f->user != thread_current) {
        thread_wait(f, UINT64_MAX);
        check_interrupt();
    }
#endif
    if (f->user)
        raise_error(&type_RuntimeError, "reentrant call inside %r", from_ptr(f));
    if (f->flags & FILE_CLOSED)
        raise_value_error("I/O operation on closed file.");
}

static inline void file_claim(struct file *f)
{
    if (f->user)
        wait_for_user(f);
}

static size_t raw_read_now(struct file *f, uint8_t *out, size_t n)
{
    if (f->raw != UNDEF) {
        value size = from_int((word)n);
        value data = call_method(f->raw, SYMBOL(S_read), 1, &size);
        struct buffer b;
        if (data == NONE)
            return 0;
        need_buffer(data, &b, false);
        if (b.len > n)
            raise_value_error("read() returned more than was asked for");
        memcpy(out, b.data, b.len);
        return b.len;
    }
    for (;;) {
        word r = f->number == PORT_STDIN ? port_console_read((char *)out, n) : port_file_read(f->number, out, n);
        if (!port_retry(r, UNDEF))
            return (size_t)r;
    }
}

/* Writes to a stream in Python, which may take less than it is given. How much it took: less than n if it would
 * have to wait for the rest, which its write() says by None. OSError if the answer can't be. */
static size_t stream_write(const struct file *f, const uint8_t *data, size_t n)
{
    size_t done = 0;
    while (done < n) {
        value piece = bytes_new(data + done, n - done);
        value taken = call_method(f->raw, SYMBOL(S_write), 1, &piece);
        if (f->flags & FILE_TRUSTING)
            return n;
        if (taken == NONE)
            break;
        word count = need_word(taken);
        if (count < 0 || (size_t)count > n - done)
            raise_error(&type_OSError, "raw write() returned invalid length %zd (should have been between 0 and %zd)",
                        count, n - done);
        done += (size_t)count;
    }
    return done;
}

/* Writes n bytes; fewer where a stream in Python would have to wait. */
static size_t raw_write_now(struct file *f, const uint8_t *data, size_t n)
{
    if (f->raw != UNDEF)
        return stream_write(f, data, n);
    if (f->number == PORT_STDOUT) {
        console_check(port_console_write((const char *)data, n));
    } else if (f->number == PORT_STDERR) {
        console_check(port_error_write((const char *)data, n));
    } else {
        word r = port_file_write(f->number, data, n);
        if (r < 0)
            port_retry(r, UNDEF);
    }
    return n;
}

struct raw_job {
    struct file *f;
    uint8_t *data;
    size_t n;
};

static value read_job(void *arg)
{
    struct raw_job *job = arg;
    job->n = raw_read_now(job->f, job->data, job->n);
    return NONE;
}

static value write_job(void *arg)
{
    struct raw_job *job = arg;
    job->n = raw_write_now(job->f, job->data, job->n);
    return NONE;
}

static size_t raw_call(struct file *f, value (*fn)(void *job), const uint8_t *data, size_t n)
{
    struct raw_job job = {f, (uint8_t *)(uintptr_t)data, n};
    value e;
    f->user = FILE_USER;
    bool fine = protect(fn, &job, &e);
    f->user = NULL;
    if (thread_count)
        thread_wake(f, true);
    if (!fine)
        vm_reraise(e);
    return job.n;
}

static size_t raw_read(struct file *f, uint8_t *out, size_t n) { return raw_call(f, read_job, out, n); }
static size_t raw_write(struct file *f, const uint8_t *data, size_t n) { return raw_call(f, write_job, data, n); }

/* ---- the buffer ---- */

/* BlockingIOError if a stream in Python can't take it all now; the rest stays to be written. */
static void write_out(struct file *f)
{
    uint32_t at = f->at, n = f->end - at;
    f->flags &= ~(unsigned)FILE_WRITING;
    f->at = f->end = 0;
    uint32_t done = (uint32_t)raw_write(f, (uint8_t *)f->owner.buf + at, n);
    if (done == n)
        return;
    f->at = at + done;
    f->end = at + n;
    f->flags |= FILE_WRITING;
    raise_os_error(EAGAIN, UNDEF);
}

/* Gives up what was read ahead: the port's position is then where the program thinks it is. */
static void drop_ahead(struct file *f)
{
    if (!(f->flags & FILE_WRITING) && f->at < f->end && f->raw == UNDEF)
        port_file_seek(f->number, (int64_t)f->at - (int64_t)f->end, 1);
    if (!(f->flags & FILE_WRITING))
        f->at = f->end = 0;
}

void file_flush(struct file *f)
{
    file_claim(f);
    if (f->flags & FILE_WRITING)
        write_out(f);
    if (f->raw != UNDEF && find_attr(f->raw, SYMBOL(S_flush)) != UNDEF)
        call_method(f->raw, SYMBOL(S_flush), 0, NULL);
    else if (f->raw == UNDEF && f->number == PORT_STDOUT)
        console_check(port_console_flush());
}

static value flush_one(void *f)
{
    write_out(f);
    return NONE;
}

bool file_flush_all(void)
{
    bool all = true;
    value e;
    for (struct file *f = open_files, *next; f; f = next) {
        next = f->next; /* a stream in Python may close itself */
        if (!(f->flags & FILE_WRITING))
            continue;
        if (f->raw == UNDEF) {
            all &= write_last(f);
        } else if (!protect(flush_one, f, &e)) {
            report_exception(e);
            all = false;
        }
    }
    return all;
}

bool file_fill(struct file *f)
{
    file_claim(f);
    if (!(f->flags & FILE_READ))
        file_raise_unsupported("not readable");
    if (f->flags & FILE_WRITING)
        write_out(f);
    if (f->at < f->end)
        return true;
    if (!f->owner.buf)
        heap_buffer(&f->owner, f->room, BUFFER_BYTES);
    f->at = f->end = 0;
    f->end = (uint32_t)raw_read(f, f->owner.buf, f->room);
    return f->end > 0;
}

size_t file_read_into(struct file *f, uint8_t *out, size_t n)
{
    size_t done = 0;
    file_claim(f);
    while (done < n) {
        size_t ahead = f->flags & FILE_WRITING ? 0 : f->end - f->at;
        if (ahead == 0 && n - done >= f->room) { /* large pieces pass the buffer by */
            if (!(f->flags & FILE_READ))
                file_raise_unsupported("not readable");
            if (f->flags & FILE_WRITING)
                write_out(f);
            size_t got = raw_read(f, out + done, n - done);
            if (got == 0)
                break;
            done += got;
            continue;
        }
        if (ahead == 0) {
            if (!file_fill(f))
                break;
            ahead = f->end - f->at;
        }
        if (ahead > n - done)
            ahead = n - done;
        memcpy(out + done, (uint8_t *)f->owner.buf + f->at, ahead);
        f->at += (uint32_t)ahead;
        done += ahead;
    }
    return done;
}

value file_read_rest(struct file *f)
{
    value all = bytearray_new(NULL, 0);
    while (file_fill(f)) {
        bytearray_append(all, (uint8_t *)f->owner.buf + f->at, f->end - f->at);
        f->at = f->end;
    }
    return all;
}

void file_write(struct file *f, const uint8_t *data, size_t n)
{
    file_claim(f);
    if (!(f->flags & FILE_WRITE))
        file_raise_unsupported("not writable");
    if (!(f->flags & FILE_WRITING))
        drop_ahead(f);
    bool console = f->raw == UNDEF && (f->number == PORT_STDOUT || f->number == PORT_STDERR);
    if (f->flags & FILE_WRITING && n > f->room - f->end)
        write_out(f);
    if (n >= f->room || console || f->flags & FILE_UNBUFFERED) { /* (the port has the console's buffer) */
        if (raw_write(f, data, n) < n)
            raise_os_error(EAGAIN, UNDEF);
        if (console && f->number == PORT_STDOUT)
            console_check(port_console_settle());
        return;
    }
    if (!f->owner.buf)
        heap_buffer(&f->owner, f->room, BUFFER_BYTES);
    memcpy((uint8_t *)f->owner.buf + f->end, data, n);
    f->end += (uint32_t)n;
    f->flags |= FILE_WRITING;
}

int64_t file_seek(struct file *f, int64_t offset, int whence)
{
    file_claim(f);
    if (f->flags & FILE_WRITING)
        write_out(f);
    if (f->raw != UNDEF) {
        if (whence == 1)
            offset -= f->end - f->at;
        f->at = f->end = 0;
        value v[2] = {int_from_int64(offset), from_int(whence)};
        int64_t at;
        return int_to_int64(call_method(f->raw, SYMBOL(S_seek), 2, v), &at) ? at : 0;
    }
    if (whence == 1)
        offset -= f->end - f->at;
    int64_t at;
    do
        at = port_file_seek(f->number, offset, whence);
    while (port_retry(at, UNDEF));
    f->at = f->end = 0;
    return at;
}

/* Where the program thinks it is. */
static int64_t file_tell(struct file *f)
{
    file_claim(f);
    if (f->raw != UNDEF)
        return file_seek(f, 0, 1);
    int64_t at;
    do
        at = port_file_seek(f->number, 0, f->flags & FILE_WRITING && f->flags & FILE_APPEND ? 2 : 1);
    while (port_retry(at, UNDEF));
    int64_t buffered = (int64_t)f->end - (int64_t)f->at;
    return f->flags & FILE_WRITING ? at + buffered : at - buffered;
}

void file_close(struct file *f)
{
    if (f->flags & FILE_CLOSED)
        return;
    file_claim(f);
    if (f->flags & FILE_WRITING)
        write_out(f);
    f->flags |= FILE_CLOSED;
    forget_file(f);
    heap_buffer_free(&f->owner);
    f->at = f->end = 0;
    if (f->raw != UNDEF) {
        if (find_attr(f->raw, SYMBOL(S_close)) != UNDEF)
            call_method(f->raw, SYMBOL(S_close), 0, NULL);
    } else if (!(f->flags & FILE_BORROWED)) {
        port_retry(port_file_close(f->number), UNDEF);
    }
}

/* ---- methods that text files have too ---- */

#define SHARED(obj, symbol, kind, min, max, member, fn) \
    const struct cfunction obj = {{&type_builtin_function}, S_##symbol, kind, min, max, CF_METHOD, {.member = fn}}

static value do_flush(value self)
{
    file_flush(need_file(self));
    return NONE;
}
static value do_close(value self)
{
    file_close((struct file *)any_file(self));
    return NONE;
}
static value do_fileno(value self)
{
    struct file *f = need_file(self);
    return f->raw == UNDEF ? from_int(f->number) : call_method(f->raw, SYMBOL(S_fileno), 0, NULL);
}
static value do_isatty(value self)
{
    struct file *f = need_file(self);
    return from_bool(f->raw == UNDEF && port_is_terminal(f->number));
}
static value do_readable(value self) { return from_bool(need_file(self)->flags & FILE_READ); }
static value do_writable(value self) { return from_bool(need_file(self)->flags & FILE_WRITE); }
static value do_seekable(value self)
{
    struct file *f = need_file(self);
    return from_bool(f->raw != UNDEF || port_file_seek(f->number, 0, 1) >= 0);
}
static value do_tell(value self)
{
    struct file *f = need_file(self);
    return int_from_int64(file_tell(f));
}
static value do_truncate(size_t n, value *args)
{
    struct file *f = need_file(args[0]);
    int64_t size;
    if (!(f->flags & FILE_WRITE))
        file_raise_unsupported("truncate");
    file_flush(f);
    if (n < 2 || args[1] == NONE)
        size = file_tell(f);
    else if (!int_to_int64(need_integer(args[1]), &size))
        raise_error(&type_OverflowError, "Python int too large to convert to C long");
    port_retry(port_file_truncate(f->number, size), UNDEF);
    return int_from_int64(size);
}
static value do_enter(value self)
{
    need_file(self);
    return self;
}
static value do_exit(size_t n, value *args)
{
    (void)n;
    file_close((struct file *)any_file(args[0]));
    return NONE;
}
static value do_readlines(size_t n, value *args)
{
    word hint = n > 1 && args[1] != NONE ? need_word(args[1]) : 0;
    value lines = list_new(0, NULL);
    size_t total = 0;
    for (value line; (line = iter_next(args[0])) != STOP;) {
        list_append(list_of(lines), line);
        total += (size_t)len_of(line);
        if (hint > 0 && total >= (size_t)hint)
            break;
    }
    return lines;
}
static value do_writelines(value self, value lines)
{
    value it = get_iter(lines);
    for (value line; (line = iter_next(it)) != STOP;)
        call_method(self, SYMBOL(S_write), 1, &line);
    return NONE;
}
SHARED(file_method_flush, flush, CF_1, 1, 1, f1, do_flush);
SHARED(file_method_close, close, CF_1, 1, 1, f1, do_close);
SHARED(file_method_fileno, fileno, CF_1, 1, 1, f1, do_fileno);
SHARED(file_method_isatty, isatty, CF_1, 1, 1, f1, do_isatty);
SHARED(file_method_readable, readable, CF_1, 1, 1, f1, do_readable);
SHARED(file_method_writable, writable, CF_1, 1, 1, f1, do_writable);
SHARED(file_method_seekable, seekable, CF_1, 1, 1, f1, do_seekable);
SHARED(file_method_truncate, truncate, CF_VAR, 1, 2, fv, do_truncate);
SHARED(file_method_enter, __enter__, CF_1, 1, 1, f1, do_enter);
SHARED(file_method_exit, __exit__, CF_VAR, 1, 4, fv, do_exit);
SHARED(file_method_tell, tell, CF_1, 1, 1, f1, do_tell);
SHARED(file_method_readlines, readlines, CF_VAR, 1, 2, fv, do_readlines);
SHARED(file_method_writelines, writelines, CF_2, 2, 2, f2, do_writelines);

static value get_closed(value self) { return from_bool(((struct file *)any_file(self))->flags & FILE_CLOSED); }
static value get_name(value self) { return ((struct file *)any_file(self))->name; }
static value get_mode(value self)
{
    struct file *f = (struct file *)any_file(self);
    char mode[5];
    size_t n = 0;
    bool both = (f->flags & FILE_READ) && (f->flags & FILE_WRITE);
    bool binary = is_type(self, &type_FileIO);
    mode[n++] = f->flags & FILE_APPEND ? 'a' : f->flags & FILE_CREATED ? 'x' : f->flags & FILE_READ ? 'r' : 'w';
    if (binary)
        mode[n++] = 'b';
    if (both)
        mode[n++] = '+';
    return str_new(mode, n);
}
const struct getset file_get_closed = {{&type_getset}, S_closed, get_closed, NULL};
const struct getset file_get_name = {{&type_getset}, S_name, get_name, NULL};
const struct getset file_get_mode = {{&type_getset}, S_mode, get_mode, NULL};

/* ---- methods of byte streams ---- */

static value file_do_read(size_t n, value *args)
{
    struct file *f = need_file(args[0]);
    word size = n < 2 || args[1] == NONE ? -1 : need_word(args[1]);
    if (size < 0) {
        struct bytearray *all = (struct bytearray *)file_read_rest(f);
        return bytes_new(all->owner.buf, all->len);
    }
    uint8_t piece[256];
    if ((size_t)size <= sizeof piece)
        return bytes_new(piece, file_read_into(f, piece, (size_t)size));
    value data = bytearray_new(NULL, (size_t)size);
    uint8_t *out = ((struct bytearray *)data)->owner.buf;
    return bytes_new(out, file_read_into(f, out, (size_t)size));
}

static value file_do_readinto(size_t n, value *args)
{
    struct file *f = need_file(args[0]);
    struct buffer b;
    need_buffer(args[1], &b, true);
    size_t most = b.len;
    if (n > 2 && need_word(args[2]) >= 0 && (size_t)need_word(args[2]) < most)
        most = (size_t)need_word(args[2]);
#if ADDER_THREADS
    if (thread_count) { /* others may change the size of what is read into */
        struct bytearray *own = (struct bytearray *)bytearray_new(NULL, most);
        size_t got = file_read_into(f, own->owner.buf, most);
        need_buffer(args[1], &b, true);
        memcpy(b.data, own->owner.buf, got < b.len ? got : b.len);
        return from_int((word)got);
    }
#endif
    return from_int((word)file_read_into(f, b.data, most));
}

static value file_line(struct file *f, size_t most)
{
    value line = UNDEF;
    size_t len = 0;
    while (len < most && file_fill(f)) {
        const uint8_t *from = (uint8_t *)f->owner.buf + f->at;
        size_t n = f->end - f->at;
        if (n > most - len)
            n = most - len;
        const uint8_t *newline = memchr(from, '\n', n);
        if (newline)
            n = (size_t)(newline - from) + 1;
        f->at += (uint32_t)n;
        if (line == UNDEF && (newline || n == most))
            return bytes_new(from, n);
        if (line == UNDEF)
            line = bytearray_new(NULL, 0);
        bytearray_append(line, from, n);
        len += n;
        if (newline)
            break;
    }
    struct bytearray *b = (struct bytearray *)line;
    return line == UNDEF ? bytes_new(NULL, 0) : bytes_new(b->owner.buf, b->len);
}

static value file_do_readline(size_t n, value *args)
{
    word most = n < 2 || args[1] == NONE ? -1 : need_word(args[1]);
    return file_line(need_file(args[0]), most < 0 ? SIZE_MAX : (size_t)most);
}

struct buffer file_write_part(size_t n, const value *args)
{
    word length = n > 2 ? need_word(args[n - 1]) : -1, offset = n > 3 ? need_word(args[2]) : 0;
    struct buffer b;
    need_buffer(args[1], &b, false);
    size_t from = offset < 0 ? 0 : (size_t)offset > b.len ? b.len : (size_t)offset;
    b.data += from;
    b.len -= from;
    if (length >= 0 && (size_t)length < b.len)
        b.len = (size_t)length;
    return b;
}

static value file_do_write(size_t n, value *args)
{
    struct file *f = need_file(args[0]);
    if (is_str(args[1]))
        raise_type_error("a bytes-like object is required, not '%t'", args[1]);
    struct buffer b = file_write_part(n, args);
#if ADDER_THREADS
    if (thread_count && !is_bytes(args[1])) { /* others may change what is being written */
        value own = bytes_new(b.data, b.len);
        b.data = (uint8_t *)(uintptr_t)bytes_view(own, &b.len);
    }
#endif
    file_write(f, b.data, b.len);
    return from_int((word)b.len);
}

static value file_do_seek(size_t n, value *args)
{
    struct file *f = need_file(args[0]);
    int64_t offset;
    int whence = n > 2 ? need_int(args[2]) : 0;
    if (!int_to_int64(need_integer(args[1]), &offset))
        raise_error(&type_OverflowError, "Python int too large to convert to C long");
    if (whence < 0 || whence > 2)
        raise_value_error("invalid whence (%d, should be 0, 1 or 2)", whence);
    return int_from_int64(file_seek(f, offset, whence));
}

static value file_iter(value self)
{
    need_file(self);
    return self;
}

static value file_next(value self)
{
    value line = file_line(need_file(self), SIZE_MAX);
    size_t n;
    bytes_view(line, &n);
    return n ? line : STOP;
}

static void file_repr(value self, struct printer *out)
{
    print_format(out, "<_io.FileIO name=%r mode='%v'>", ((struct file *)self)->name, get_mode(self));
}

METHODV(file_read_method, read, 1, 2, file_do_read);
METHODV(file_readinto_method, readinto, 2, 3, file_do_readinto);
METHODV(file_readline_method, readline, 1, 2, file_do_readline);
METHODV(file_write_method, write, 2, 4, file_do_write);
METHODV(file_seek_method, seek, 2, 3, file_do_seek);
static const struct attr file_attrs[] = {
    FILE_METHODS,
    ATTR(read, file_read_method),
    ATTR(read1, file_read_method),
    ATTR(readinto, file_readinto_method),
    ATTR(readline, file_readline_method),
    ATTR(write, file_write_method),
    ATTR(seek, file_seek_method),
};

/* FileIO(stream), BufferedReader(stream, size) and the like: a buffer in front of any stream. */
static value file_make(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    (void)t;
    if (n && (is_str(unwrap(args[0])) || is_int(args[0]))) {
        value mode = n > 1 ? unwrap(args[1]) : SYMBOL('r');
        args_count("FileIO", n, nkw, 1, 2);
        need_str(mode, "FileIO() argument 'mode'");
        value v[2] = {args[0], str_concat(mode, SYMBOL('b'))};
        return file_open(2, v, 0, NULL);
    }
    (void)kwnames;
    args_count("FileIO", n, nkw, 1, 2);
    if (is_type(args[0], &type_FileIO))
        return args[0];
    if (find_attr(args[0], SYMBOL(S_readinto)) == UNDEF && find_attr(args[0], SYMBOL(S_write)) == UNDEF)
        raise_type_error("a stream is required, not '%t'", args[0]);
    struct file *f = file_new(-1, args[0], FILE_READ | FILE_WRITE, NONE);
    if (n > 1) {
        word room = need_word(args[1]);
        if (room < 1 || room > 0x10000000)
            raise_value_error("invalid buffer size");
        f->room = (uint32_t)room;
    }
    return from_ptr(f);
}

static const struct slots file_slots = {
    .size = sizeof(struct file),
    .trace = file_trace,
    .finalise = file_finalise,
    .make = file_make,
    .iter = file_iter,
    .next = file_next,
    .repr = file_repr,
};
const struct type type_FileIO = {
    .head = {&type_type},
    .slots = &file_slots,
    .name = SYMBOL(S_FileIO),
    TYPE_ATTRS(file_attrs),
    .base = &type_IOBase,
};
#endif
