/* Text files: lines and characters on top of a byte stream; open(); the standard files. */
#include "file.h"

#include <errno.h>

#if ADDER_FILES || ADDER_MODULES
static struct text_file *text_file_of(value self)
{
    if (!is_type(self, &type_TextIOWrapper))
        raise_type_error("a text file is required, not '%t'", self);
    return (struct text_file *)self;
}

value text_file_new(value stream, value encoding, value errors, value newline, bool line_buffering)
{
    uint8_t mode = NEWLINE_UNIVERSAL;
    if (newline != UNDEF && newline != NONE) {
        struct view s = need_str(newline, "newline");
        if (s.len == 0)
            mode = NEWLINE_KEEP;
        else if (s.len == 1 && *s.data == '\n')
            mode = NEWLINE_LF;
        else if (s.len == 1 && *s.data == '\r')
            mode = NEWLINE_CR;
        else if (s.len == 2 && !memcmp(s.data, "\r\n", 2))
            mode = NEWLINE_CRLF;
        else
            raise_value_error("illegal newline value: %r", newline);
    }
    struct text_file *t = heap_object(&type_TextIOWrapper, sizeof *t);
    t->stream = stream;
    t->encoding = encoding == NONE ? UNDEF : encoding;
    t->utf8 = codec_is_utf8(t->encoding);
    t->errors = errors == NONE ? UNDEF : errors;
    if (t->errors != UNDEF)
        need_str(t->errors, "errors");
    t->newline = mode;
    t->line_buffering = line_buffering;
    return from_ptr(t);
}

/* ---- reading ---- */

static value decode(struct text_file *t, const uint8_t *data, size_t n)
{
    if (t->utf8 && t->errors == UNDEF)
        return str_from_utf8((const char *)data, n);
    return codec_decode(data, n, UNDEF, t->encoding, t->errors);
}

static bool ends_line(const struct text_file *t, const uint8_t *at)
{
    switch (t->newline) {
    case NEWLINE_CR: return *at == '\r';
    case NEWLINE_CRLF: return *at == '\n' && at[-1] == '\r';
    default: return *at == '\n';
    }
}

/* Takes one character at a time; used when the simple ways below do not do. */
static void read_slowly(struct text_file *t, struct file *f, value out, size_t most, bool lines)
{
    bool universal = t->newline == NEWLINE_UNIVERSAL, keep = t->newline == NEWLINE_KEEP;
    uint8_t last = 0;
    while (most > 0 && file_fill(f)) {
        uint8_t c = *((uint8_t *)f->owner.buf + f->at++);
        bool newline = false;
        if (c == '\r' && (universal || keep)) {
            bool crlf = file_fill(f) && *((uint8_t *)f->owner.buf + f->at) == '\n';
            if (universal) {
                f->at += crlf;
                c = '\n';
                newline = true;
            } else {
                newline = !crlf;
            }
        } else {
            uint8_t pair[2] = {last, c};
            newline = ends_line(t, pair + 1);
        }
        bytearray_append(out, &c, 1);
        last = c;
        /* a character is whole when no continuation byte follows */
        if (c < 0x80 || !t->utf8 || !file_fill(f) ||
            utf8_is_start((char)*((uint8_t *)f->owner.buf + f->at)))
            most--;
        if (newline && lines)
            break;
    }
}

/* A line that lies in the buffer as it is; UNDEF if that is not so. */
static value line_in_buffer(struct text_file *t, struct file *f)
{
    if (t->newline > NEWLINE_LF)
        return UNDEF;
    const uint8_t *from = (uint8_t *)f->owner.buf + f->at;
    const uint8_t *newline = memchr(from, '\n', f->end - f->at);
    if (!newline)
        return UNDEF;
    size_t n = (size_t)(newline - from) + 1;
    if (t->newline != NEWLINE_LF && memchr(from, '\r', n))
        return UNDEF;
    f->at += (uint32_t)n;
    return decode(t, from, n);
}

static value read_line(struct text_file *t, size_t most)
{
    struct file *f = need_file(from_ptr(t));
    if (most == 0 || !file_fill(f)) /* asked once only: on a terminal the end comes again and again */
        return SYMBOL(S_empty);
    value line = most == SIZE_MAX ? line_in_buffer(t, f) : UNDEF;
    if (line != UNDEF)
        return line;
    value out = bytearray_new(NULL, 0);
    read_slowly(t, f, out, most, true);
    struct bytearray *b = (struct bytearray *)out;
    return decode(t, b->owner.buf, b->len);
}

/* \r\n and \r become \n, in place; returns the new length. */
static size_t translate_newlines(uint8_t *data, size_t n)
{
    uint8_t *out = memchr(data, '\r', n);
    if (!out)
        return n;
    for (uint8_t *at = out, *end = data + n; at < end; at++) {
        if (*at != '\r') {
            *out++ = *at;
            continue;
        }
        *out++ = '\n';
        if (at + 1 < end && at[1] == '\n')
            at++;
    }
    return (size_t)(out - data);
}

static value text_read(size_t n, value *args)
{
    struct text_file *t = text_file_of(args[0]);
    struct file *f = need_file(args[0]);
    word most = n < 2 || args[1] == NONE ? -1 : need_word(args[1]);
    value out;
    struct bytearray *b;
    if (most >= 0) {
        out = bytearray_new(NULL, 0);
        read_slowly(t, f, out, (size_t)most, false);
        b = (struct bytearray *)out;
        return decode(t, b->owner.buf, b->len);
    }
    out = file_read_rest(f);
    b = (struct bytearray *)out;
    size_t len = b->len;
    if (t->newline == NEWLINE_UNIVERSAL && len)
        len = translate_newlines(b->owner.buf, len);
    return decode(t, b->owner.buf, len);
}

static value text_readline(size_t n, value *args)
{
    word most = n < 2 || args[1] == NONE ? -1 : need_word(args[1]);
    return read_line(text_file_of(args[0]), most < 0 ? SIZE_MAX : (size_t)most);
}

static value text_iter(value self)
{
    need_file(self);
    return self;
}

static value text_next(value self)
{
    value line = read_line((struct text_file *)self, SIZE_MAX);
    return str_view(line).len ? line : STOP;
}

/* ---- writing ---- */

static void write_piece(struct text_file *t, struct file *f, const char *data, size_t n)
{
    if (t->utf8 && t->errors == UNDEF) {
        file_write(f, (const uint8_t *)data, n);
        return;
    }
    size_t len;
    value encoded = codec_encode(str_new(data, n), t->encoding, t->errors);
    const uint8_t *bytes = bytes_view(encoded, &len);
    file_write(f, bytes, len);
}

static value text_write(value self, value text)
{
    struct text_file *t = text_file_of(self);
    struct file *f = need_file(self);
    value s = unwrap(text);
    if (!is_str(s))
        raise_type_error("write() argument must be str, not %T", text);
    if (!(f->flags & FILE_WRITE))
        file_write(f, NULL, 0); /* says so */
    struct view v = str_view(s);
    if (!v.ascii && t->utf8 && utf8_check(v.data, v.len, NULL) != v.len)
        codec_encode(s, UNDEF, t->errors); /* raises, unless `errors` allows surrogates */
    if (t->newline < NEWLINE_CR) {
        write_piece(t, f, v.data, v.len);
    } else {
        const char *at = v.data, *end = at + v.len;
        while (at < end) {
            const char *newline = memchr(at, '\n', (size_t)(end - at));
            size_t n = (size_t)((newline ? newline : end) - at);
            write_piece(t, f, at, n);
            if (newline)
                write_piece(t, f, "\r\n", t->newline == NEWLINE_CR ? 1 : 2);
            at += n + (newline != NULL);
        }
    }
    if (t->line_buffering && memchr(v.data, '\n', v.len))
        file_flush(f);
    return from_int((word)str_chars(s));
}

static value text_seek(size_t n, value *args)
{
    struct file *f = need_file(args[0]);
    int64_t offset;
    int whence = n > 2 ? need_int(args[2]) : 0;
    if (!int_to_int64(need_integer(args[1]), &offset))
        raise_error(&type_OverflowError, "Python int too large to convert to C long");
    if (whence < 0 || whence > 2)
        raise_value_error("invalid whence (%d, should be 0, 1 or 2)", whence);
    if (whence && offset)
        file_raise_unsupported(whence == 1 ? "can't do nonzero cur-relative seeks" : "can't do nonzero end-relative seeks");
    if (offset < 0)
        raise_value_error("negative seek position %r", args[1]);
    return int_from_int64(file_seek(f, offset, whence));
}

/* ---- the type ---- */

static value get_buffer_attr(value self) { return ((struct text_file *)self)->stream; }
static value get_encoding(value self)
{
    value e = ((struct text_file *)self)->encoding;
    return e == UNDEF ? SYMBOL(S_utf_8) : e;
}
static value get_errors(value self)
{
    value e = ((struct text_file *)self)->errors;
    return e == UNDEF ? SYMBOL(S_strict) : e;
}
static value get_line_buffering(value self) { return from_bool(((struct text_file *)self)->line_buffering); }
GETSET(text_get_buffer, buffer, get_buffer_attr, NULL);
GETSET(text_get_encoding, encoding, get_encoding, NULL);
GETSET(text_get_errors, errors, get_errors, NULL);
GETSET(text_get_line_buffering, line_buffering, get_line_buffering, NULL);
METHODV(text_read_method, read, 1, 2, text_read);
METHODV(text_readline_method, readline, 1, 2, text_readline);
METHOD2(text_write_method, write, text_write);
METHODV(text_seek_method, seek, 2, 3, text_seek);
static const struct attr text_attrs[] = {
    FILE_METHODS,
    ATTR(read, text_read_method),
    ATTR(readline, text_readline_method),
    ATTR(write, text_write_method),
    ATTR(seek, text_seek_method),
    ATTR(buffer, text_get_buffer),
    ATTR(encoding, text_get_encoding),
    ATTR(errors, text_get_errors),
    ATTR(line_buffering, text_get_line_buffering),
};

static void text_trace(struct object *o)
{
    heap_visit_all(&((struct text_file *)o)->stream, 3);
}

static void text_repr(value self, struct printer *out)
{
    struct text_file *t = (struct text_file *)self;
    print_format(out, "<_io.TextIOWrapper name=%r mode=%r encoding=%r>", file_get_name.get(self),
                 file_get_mode.get(self), t->encoding == UNDEF ? SYMBOL(S_UTF_8) : t->encoding);
}

static value text_file_make(const struct type *type, size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym names[] = {S_buffer, S_encoding, S_errors, S_newline, S_line_buffering};
    value v[5];
    (void)type;
    args_bind("TextIOWrapper", n, args, nkw, kwnames, 0, 5, names, 5, 1, v);
    value stream = v[0];
    if (!is_type(stream, &type_FileIO)) {
        if (is_str(unwrap(stream)) || is_integer(unwrap(stream)))
            raise_type_error("a stream is required, not '%t'", stream); /* FileIO() would open a file */
        stream = call1(from_ptr(&type_FileIO), stream);
        ((struct file *)stream)->flags |= FILE_TRUSTING; /* as CPython's */
    }
    return text_file_new(stream, v[1], v[2], v[3], v[4] != UNDEF && truth(v[4]));
}

static const struct slots text_slots = {
    .size = sizeof(struct text_file),
    .trace = text_trace,
    .make = text_file_make,
    .iter = text_iter,
    .next = text_next,
    .repr = text_repr,
};
const struct type type_TextIOWrapper = {
    .head = {&type_type},
    .slots = &text_slots,
    .name = SYMBOL(S_TextIOWrapper),
    TYPE_ATTRS(text_attrs),
    .base = &type_IOBase,
};

/* ---- open() ---- */

struct open_mode {
    unsigned file;  /* enum file_flags */
    unsigned port;  /* enum port_open_flags */
    bool text;
};

static struct open_mode read_mode(value mode)
{
    struct open_mode m = {0, 0, true};
    struct view s = need_str(mode, "mode");
    bool binary = false, text = false, plus = false;
    int kinds = 0;
    for (size_t i = 0; i < s.len; i++) {
        switch (s.data[i]) {
        case 'r': m.file |= FILE_READ; m.port |= PORT_READ; kinds++; break;
        case 'w': m.file |= FILE_WRITE; m.port |= PORT_WRITE | PORT_CREATE | PORT_TRUNCATE; kinds++; break;
        case 'a': m.file |= FILE_WRITE | FILE_APPEND; m.port |= PORT_WRITE | PORT_CREATE | PORT_APPEND; kinds++; break;
        case 'x': m.file |= FILE_WRITE | FILE_CREATED; m.port |= PORT_WRITE | PORT_CREATE | PORT_EXCLUSIVE; kinds++; break;
        case '+': plus = true; break;
        case 'b': binary = true; break;
        case 't': text = true; break;
        default: raise_value_error("invalid mode: %r", mode);
        }
    }
    if (binary && text)
        raise_value_error("can't have text and binary mode at once");
    if (kinds != 1)
        raise_value_error("must have exactly one of create/read/write/append mode");
    if (plus) {
        m.file |= FILE_READ | FILE_WRITE;
        m.port |= PORT_READ | PORT_WRITE;
    }
    m.text = !binary;
    return m;
}

static struct file *open_number(value name, struct open_mode m)
{
    int number;
    if (is_int(name)) {
        number = need_int(name);
        if (number < 0)
            raise_value_error("negative file descriptor");
    } else {
        char path[PORT_PATH_MAX];
        path_copy(name, path);
        do
            number = port_file_open(path, m.port);
        while (port_retry(number, name));
    }
    return file_new(number, UNDEF, m.file, name);
}

static value open_file(size_t n, value *args, size_t nkw, const value *kwnames, bool native)
{
    static const sym names[] = {S_file, S_mode, S_buffering, S_encoding, S_errors, S_newline, S_closefd, S_opener};
    enum { NAME, MODE, BUFFERING, ENCODING, ERRORS, NEWLINE, CLOSEFD, OPENER, PARAMETERS };
    value v[PARAMETERS];
    args_bind("open", n, args, nkw, kwnames, 0, PARAMETERS, names, PARAMETERS, 1, v);
    value mode = v[MODE] == UNDEF ? SYMBOL('r') : v[MODE];
    struct open_mode m = read_mode(mode);
    word buffering = v[BUFFERING] == UNDEF ? -1 : need_word(v[BUFFERING]);
    if (!m.text) {
        static const char *const what[] = {"an encoding", "an errors", "a newline"};
        for (int i = 0; i < 3; i++)
            if (v[ENCODING + i] != UNDEF && v[ENCODING + i] != NONE)
                raise_value_error("binary mode doesn't take %s argument", what[i]);
    }
    if (m.text && buffering == 0)
        raise_value_error("can't have unbuffered text I/O");
    if (path_hooks && !native && !is_int(v[NAME])) {
        value other = path_hooks->open(v[NAME], mode, &v[NAME]);
        if (other != UNDEF)
            return other;
    }
    struct file *f = open_number(v[NAME], m);
    if (v[CLOSEFD] != UNDEF && !truth(v[CLOSEFD]))
        f->flags |= FILE_BORROWED;
    if (buffering == 0)
        f->flags |= FILE_UNBUFFERED;
    else if (buffering > 1)
        f->room = buffering > 0x1000000 ? 0x1000000 : (uint32_t)buffering;
    if (!m.text)
        return from_ptr(f);
    return text_file_new(from_ptr(f), v[ENCODING], v[ERRORS], v[NEWLINE], buffering == 1);
}

value file_open(size_t n, value *args, size_t nkw, const value *kwnames)
{
    return open_file(n, args, nkw, kwnames, false);
}

value file_open_native(size_t n, value *args, size_t nkw, const value *kwnames)
{
    return open_file(n, args, nkw, kwnames, true);
}

/* ---- the standard files ---- */

value standard_file(int which)
{
    static const char *const names[] = {"<stdin>", "<stdout>", "<stderr>"};
    if (runtime.standard[which] == UNDEF) {
        unsigned flags = FILE_BORROWED | (which == PORT_STDIN ? FILE_READ : FILE_WRITE);
        struct file *f = file_new(which, UNDEF, flags, str_new(names[which], strlen(names[which])));
        runtime.standard[which] = text_file_new(from_ptr(f), UNDEF, UNDEF, UNDEF, false);
    }
    return runtime.standard[which];
}
#endif
