/* What the runtime needs from a port: the narrow waist between Adder and the machine it runs on.
 * A port is one folder under port/ that defines these functions and a main().
 *
 * Nothing here raises. What can fail returns a negative errno. Paths are NUL-terminated UTF-8. */
#ifndef ADDER_PORT_H
#define ADDER_PORT_H

#include "../value/value.h"

/* ---- memory ---- */

/* The region for the heap. *size 0: as much as is sensible, and *plenty whether memory is committed
 * as it is touched; else exactly *size bytes. NULL: there is not as much. */
void *port_heap(size_t *size, bool *plenty);
/* How many bytes of C stack there are below the caller of this. */
size_t port_c_stack(void);

/* ---- console ---- */

/* Standard output: buffered by the port. 0 or a negative errno; -EINTR: an interrupt is wanted, and what could
 * not be written yet is dropped. An error that the writer could not be told of comes at the next call. */
int port_console_write(const char *text, size_t n);
/* The end of a print() or write(): a terminal is to show now what was written. */
int port_console_settle(void);
int port_console_flush(void);
/* Standard error: unbuffered; standard output is flushed before it. */
int port_error_write(const char *text, size_t n);
/* Standard input, at least one byte (it waits); 0: the end, or the terminal is gone. Standard output is flushed before. */
word port_console_read(char *out, size_t n);
/* Whether there is input, waiting for it at most this long; true at the end too. */
bool port_console_poll(unsigned milliseconds);
bool port_is_terminal(int file);
/* What the terminal behind standard input does with keys and with output. A port without such modes does nothing. */
enum port_terminal_mode {
    PORT_TERMINAL_COOKED, /* as it was found: it edits and echoes lines. For programs that read sys.stdin */
    PORT_TERMINAL_KEYS,   /* the prompt's: each key at once, unseen; Ctrl-C is a key. Lines of output end with \n */
    PORT_TERMINAL_RUN,    /* while a statement runs: keys wait unseen, but Ctrl-C interrupts. Reading from
                             sys.stdin makes it COOKED */
    PORT_TERMINAL_BINARY, /* for host tools: no byte is changed or held back either way; Ctrl-C interrupts
                             if port_keyboard_interrupt() says so, else it is a byte like others */
};
void port_terminal_mode(enum port_terminal_mode mode);
void port_terminal_reads(void); /* a program is about to read lines: PORT_TERMINAL_RUN becomes COOKED */
/* What is behind standard input and output, for the prompt. */
enum port_terminal_kind {
    PORT_TERMINAL_NONE,   /* no terminal, or one that knows no control sequences */
    PORT_TERMINAL_LINE,   /* a terminal of unknown size: a serial line, a host tool */
    PORT_TERMINAL_SCREEN, /* with somebody before it */
};
enum port_terminal_kind port_terminal_kind(void);
bool port_terminal_colors(int file); /* does this one show colours, and is anybody to see them? */
/* Ctrl-Z: stops the process, where there is somebody to continue it. */
void port_suspend(void);
/* Its size in characters; false: it is not known, as on a serial line. */
bool port_terminal_size(unsigned *columns, unsigned *rows);
/* Whether Ctrl-C makes an interrupt (micropython.kbd_intr). */
void port_keyboard_interrupt(bool on);

/* ---- time ---- */

uint64_t port_clock_ns(void);   /* monotonic, from any start */
uint64_t port_cpu_ns(void);     /* of this process, or as port_clock_ns */
int64_t port_time_ns(void);     /* since 1970, UTC */
bool port_sleep_ns(uint64_t ns); /* false: woke early, something is pending */
/* Local time at that moment: how many seconds it is ahead of UTC, whether it is summer time, what it is called. */
struct port_zone { int offset; bool summer; char name[16]; };
void port_zone(int64_t unix_seconds, struct port_zone *out);

/* ---- entropy ---- */

void port_entropy(void *out, size_t n);

/* ---- files ---- */

#define PORT_PATH_MAX (ADDER_LEVEL == 2 ? 4096 : 256)

enum port_open_flags {
    PORT_READ = 1, PORT_WRITE = 2, PORT_CREATE = 4, PORT_TRUNCATE = 8, PORT_APPEND = 16, PORT_EXCLUSIVE = 32,
    PORT_PRIVATE = 64, /* with CREATE: for this user alone */
};
enum { PORT_STDIN, PORT_STDOUT, PORT_STDERR }; /* files that are always open */

int port_file_open(const char *path, unsigned flags); /* a file's number >= 0 */
int port_file_close(int file);
word port_file_read(int file, void *out, size_t n);   /* 0: the end; -EINTR: something is pending */
word port_file_write(int file, const void *data, size_t n); /* all of it, unless an error comes or an interrupt is wanted */
int64_t port_file_seek(int file, int64_t offset, int whence); /* 0 start, 1 here, 2 end */
int port_file_truncate(int file, int64_t size);
int port_file_sync(int file);
/* Waits until one of n files is ready for one of its events (or has failed), at most so long; negative: for ever.
 * Sets what each is ready for. Returns how many are, 0 if none, or a negative errno. */
struct port_poll { int file; int16_t events, ready; }; /* file -1: left out */
enum { PORT_POLL_IN = 1, PORT_POLL_OUT = 4, PORT_POLL_ERROR = 8, PORT_POLL_HANGUP = 16 };
int port_file_poll(struct port_poll *files, size_t n, int milliseconds);
/* A whole file as memory that stays as it is until port_file_unmap: its bytes, or NULL with -errno in *n.
 * -ENODEV: it is a pipe or a device, which can only be read piece by piece. */
const char *port_file_map(const char *path, word *n);
void port_file_unmap(const char *data, size_t n);

#define PORT_MODE_FOLDER 0x4000u
#define PORT_MODE_FILE 0x8000u
struct port_stat {
    uint32_t mode; /* mode & 0xf000 is PORT_MODE_FOLDER, _FILE or another kind */
    uint64_t inode, device, links, size;
    uint32_t uid, gid;
    int64_t atime, mtime, ctime; /* seconds since 1970 */
};
int port_stat(const char *path, struct port_stat *out, bool follow);
struct port_statvfs {
    uint64_t block_size, fragment_size, blocks, free, available, files, files_free, files_available, flags, name_max;
};
int port_statvfs(const char *path, struct port_statvfs *out);
int port_make_dir(const char *path);
int port_remove_dir(const char *path);
int port_remove(const char *path);
int port_rename(const char *from, const char *to);
int port_change_dir(const char *path);
int port_current_dir(char *out, size_t n);
int port_real_path(const char *path, char out[PORT_PATH_MAX]); /* without symbolic links, from the top */
int port_sync(void);

/* Walks a folder: open, then next until it returns 0 (the end) or less (an error), then close. */
struct port_entry { const char *name; uint32_t mode; uint64_t inode, size; }; /* the size of plain files */
int port_dir_open(const char *path, void **dir);
int port_dir_next(void *dir, struct port_entry *out); /* 1: there is one */
void port_dir_close(void *dir);

#if ADDER_THREADS
/* ---- threads ---- */

/* A new thread that calls run(arg), with at least so much of C stack. 0, or a negative errno. Signals do not go to it. The
 * next one is started when this one has begun. */
int port_thread_start(void (*run)(void *arg), void *arg, size_t stack);
bool port_thread_is_main(void);  /* the calling one */
uint64_t port_thread_id(void);   /* the system's number for it */
void port_thread_interrupt(void); /* Ctrl-C for the main thread, from another one */
/* One lock, held for a few instructions at a time. */
void port_threads_lock(void);
void port_threads_unlock(void);
/* An event is a word, 0 at first, that one thread waits for. It is set until that has seen it. */
bool port_event_wait(uint32_t *event, uint64_t ns); /* false: not within this time, or a signal came */
void port_event_set(uint32_t *event);               /* a signal handler may call it, too */
#endif

/* ---- the system around ---- */

const char *port_getenv(const char *name);             /* NULL: not set */
int port_setenv(const char *name, const char *content); /* NULL: unset */
const char *const *port_environment(void);             /* NAME=CONTENT, ..., NULL */
int port_system(const char *command);
int port_process_id(void);
int port_executable(char *out, size_t n);              /* the path of the program itself */
/* Ends the process as a signal ends it, for those who wait for it to see. */
_Noreturn void port_end_by_signal(int number);
struct port_uname { char system[32], node[65], release[65], version[80], machine[65]; };
void port_uname(struct port_uname *out);
const char *port_error_text(int number);                /* strerror */
extern const char port_platform[];                      /* sys.platform */
extern const char port_machine[];                       /* sys.implementation._machine's first part */

/* ---- what ports call ---- */

/* The whole program, from its command line to its exit status. */
int adder_main(int argc, char **argv);
/* Ctrl-C: may be called at any moment, from a signal handler or an interrupt. */
void interrupt_request(void);
/* The program is to end, as by SIGTERM; from a signal handler too. Its exit function is called and its files are
 * written out, at the next chance to do so; then port_end_by_signal(number). */
void interrupt_end(int number);
/* Something waits to be handled: a call that waits for input returns now, with -EINTR. */
bool interrupt_pending(void);
/* For what may wait: fn(arg) runs while other threads do; it must not touch anything of theirs. */
#if ADDER_THREADS
word thread_outside(word (*fn)(void *arg), void *arg);
bool thread_others(void); /* are there any? */
#else
static inline bool thread_others(void) { return false; }
static inline word thread_outside(word (*fn)(void *arg), void *arg) { return fn(arg); }
static inline bool port_thread_is_main(void) { return true; }
#endif
/* What waits is Ctrl-C or the end: a call that writes returns now too, though it loses what is not yet written. */
bool interrupt_wanted(void);

#endif
