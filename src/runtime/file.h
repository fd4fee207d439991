/* Files as programs see them: byte streams with a buffer (file.c) and text on top of them (textfile.c). */
#ifndef ADDER_FILE_H
#define ADDER_FILE_H

#include "../object/text.h"
#include "runtime.h"

#define FILE_BUFFER (ADDER_LEVEL == 2 ? 8192 : ADDER_LEVEL == 1 ? 512 : 128)

enum file_flags {
    FILE_READ = 1,
    FILE_WRITE = 2,
    FILE_APPEND = 4,
    FILE_CREATED = 8,     /* mode 'x' */
    FILE_CLOSED = 16,
    FILE_BORROWED = 32,   /* closing it leaves the port's file open */
    FILE_WRITING = 64,    /* the buffer holds what is to be written */
    FILE_UNBUFFERED = 128,
    FILE_TRUSTING = 256,  /* raw's write() is not asked how much it has taken */
};

/* A byte stream: a file of the port, or (raw not UNDEF) an object that has read(), readinto() or write().
 * Its buffer, made at first use, holds either bytes read ahead or bytes to be written. */
struct file {
    struct owner owner;
    int32_t number;       /* the port's */
    uint32_t flags;
    uint32_t at, end;     /* the buffer's content: [at, end) */
    uint32_t room;        /* of the buffer */
    value raw;
    value name;           /* what was opened: a str or an int */
    struct file *next;    /* the open ones, so that they are flushed at the end; not traced */
    struct thread *user;  /* is reading or writing the port's file (or raw) now; NULL: nobody */
};
extern const struct type type_FileIO, type_IOBase;

/* Text: the same bytes, decoded. */
struct text_file {
    struct object head;
    value stream;         /* a struct file */
    value encoding;       /* UNDEF: UTF-8 */
    value errors;         /* UNDEF: strict */
    uint8_t newline;      /* enum newline */
    bool line_buffering;
    bool utf8;            /* encoding is UTF-8, by whatever name */
};
enum newline {
    NEWLINE_UNIVERSAL,    /* None: \r and \r\n are read as \n */
    NEWLINE_KEEP,         /* '': all three end lines, and stay as they are */
    NEWLINE_LF, NEWLINE_CR, NEWLINE_CRLF,
};
extern const struct type type_TextIOWrapper;

/* ---- file.c ---- */

struct file *file_new(int number, value raw, unsigned flags, value name);
struct file *need_file(value self);              /* open; ValueError, TypeError */
bool file_fill(struct file *f);                  /* at < end, or false at the end */
size_t file_read_into(struct file *f, uint8_t *out, size_t n); /* less than n only at the end */
value file_unsupported_operation(void);          /* io.UnsupportedOperation: made at first use */
_Noreturn void file_raise_unsupported(const char *what);
value file_read_rest(struct file *f);            /* a bytearray */
void file_write(struct file *f, const uint8_t *data, size_t n);
/* What a method write(self, data, [offset,] length) is to write, as MicroPython has it. The numbers come first: they
 * may run code, which may change the data. */
struct buffer file_write_part(size_t n, const value *args);
int64_t file_seek(struct file *f, int64_t offset, int whence);
void file_flush(struct file *f);
void file_close(struct file *f);
bool file_flush_all(void);   /* at the end; errors are printed: false */
#if ADDER_FILES || ADDER_MODULES
void file_forget_all(void); /* at start */
#else
static inline void file_forget_all(void) {}
#endif
/* The methods that files and text files share: rows for their tables. */
extern const struct cfunction file_method_flush, file_method_close, file_method_fileno, file_method_isatty,
    file_method_readable, file_method_writable, file_method_seekable, file_method_truncate, file_method_enter,
    file_method_exit, file_method_tell, file_method_readlines, file_method_writelines;
extern const struct getset file_get_closed, file_get_name, file_get_mode;
#define FILE_METHODS                                                                                          \
    ATTR(flush, file_method_flush), ATTR(close, file_method_close), ATTR(fileno, file_method_fileno),         \
    ATTR(isatty, file_method_isatty), ATTR(readable, file_method_readable),                                   \
    ATTR(writable, file_method_writable), ATTR(seekable, file_method_seekable),                               \
    ATTR(truncate, file_method_truncate), ATTR(__enter__, file_method_enter),                                 \
    ATTR(__exit__, file_method_exit), ATTR(tell, file_method_tell), ATTR(readlines, file_method_readlines),   \
    ATTR(writelines, file_method_writelines), ATTR(closed, file_get_closed), ATTR(name, file_get_name),       \
    ATTR(mode, file_get_mode)

/* ---- textfile.c ---- */

value text_file_new(value stream, value encoding, value errors, value newline, bool line_buffering);
value file_open(size_t n, value *args, size_t nkw, const value *kwnames); /* open() */
value file_open_native(size_t n, value *args, size_t nkw, const value *kwnames); /* the same, of the port's files */
value standard_file(int which);                  /* sys.stdin, stdout, stderr as they are at the start */

/* ---- paths ---- */

/* What vfs/ puts in the way of paths once programs mount something; NULL: all paths are the port's. */
struct path_hooks {
    value (*native)(value path); /* the port's path for it; UNDEF: it is in some other file system */
    bool (*port_path)(struct view path, char out[PORT_PATH_MAX]); /* the same without allocating; false: elsewhere */
    /* open() there; UNDEF: it is the port's file *native. OSError. */
    value (*open)(value path, value mode, value *native);
    int (*stat)(value path, struct port_stat *out, bool follow);
};
extern const struct path_hooks *path_hooks;
/* As port_stat(), wherever the path leads. May raise what a file system in Python raises, but OSError. */
int file_stat(value path, struct port_stat *out, bool follow);

/* A whole file in memory; or, as pipes and devices can't be that, open. */
struct file_content {
    const char *data; /* NULL: see stream */
    size_t n;
    int stream;       /* the port's open file, to be read piece by piece */
    value held; /* the bytearray that has the data; UNDEF: they are mapped */
};
void file_load(value path, struct file_content *out); /* OSError */
void file_unload(struct file_content *c);

value file_path(value v);                        /* a path argument as a str; TypeError, ValueError */
/* The same, NUL-terminated; OSError (ENAMETOOLONG). */
void path_copy(value v, char out[PORT_PATH_MAX]);
/* The same path from the top, in out; as it is if the current folder is gone. false: it is too long. */
bool path_absolute(const char *path, char out[PORT_PATH_MAX]);
value codec_decode_z(const char *text);          /* what the system gave: bad UTF-8 becomes surrogates */
value codec_decode_part(const char *text, size_t n);

#endif
