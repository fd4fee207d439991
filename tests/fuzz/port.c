/* The port under the fuzz targets: a console that takes everything, one file ("f") that is a piece of memory, no
 * folders, no processes, and a clock that steps each time it is asked. */
#include <errno.h>
#include <stdlib.h>

#include "runtime/port.h"

const char port_platform[] = "fuzz";
const char port_machine[] = "fuzz";

/* ---- memory: the targets start the runtime themselves ---- */

void *port_heap(size_t *size, bool *plenty) { (void)size; (void)plenty; return NULL; }
size_t port_c_stack(void) { return 65536; }

/* ---- console ---- */

static volatile unsigned sink;

int port_console_write(const char *text, size_t n)
{
    for (size_t i = 0; i < n; i++) /* all of it must be readable */
        sink += (unsigned char)text[i];
    return 0;
}

int port_console_settle(void) { return 0; }
int port_console_flush(void) { return 0; }
int port_error_write(const char *text, size_t n) { return port_console_write(text, n); }
word port_console_read(char *out, size_t n) { (void)out; (void)n; return 0; }
bool port_console_poll(unsigned milliseconds) { (void)milliseconds; return true; }
bool port_is_terminal(int file) { (void)file; return false; }
void port_terminal_mode(enum port_terminal_mode mode) { (void)mode; }
enum port_terminal_kind port_terminal_kind(void) { return PORT_TERMINAL_NONE; }
bool port_terminal_colors(int file) { (void)file; return false; }
void port_terminal_reads(void) { }
void port_suspend(void) { }
bool port_terminal_size(unsigned *columns, unsigned *rows) { (void)columns; (void)rows; return false; }
void port_keyboard_interrupt(bool on) { (void)on; }

/* ---- time, entropy ---- */

static uint64_t now;

uint64_t port_clock_ns(void) { return now += 1000; }
uint64_t port_cpu_ns(void) { return now += 1000; }
int64_t port_time_ns(void) { return (int64_t)(now += 1000); }
bool port_sleep_ns(uint64_t ns) { now += ns; return true; }
void port_zone(int64_t unix_seconds, struct port_zone *out)
{
    (void)unix_seconds;
    *out = (struct port_zone){3600, false, "CET"};
}
void port_entropy(void *out, size_t n) { memset(out, 42, n); }

/* ---- files ---- */

enum { FILE_NUMBER = 5, FILE_MAX = 4096 };
static uint8_t content[FILE_MAX];
static size_t length, at;

int port_file_open(const char *path, unsigned flags)
{
    if (strcmp(path, "f"))
        return -ENOENT;
    if (flags & PORT_TRUNCATE)
        length = 0;
    at = flags & PORT_APPEND ? length : 0;
    return FILE_NUMBER;
}

int port_file_close(int file) { return file == FILE_NUMBER ? 0 : -EBADF; }

word port_file_read(int file, void *out, size_t n)
{
    if (file != FILE_NUMBER)
        return file == PORT_STDIN ? 0 : -EBADF;
    size_t left = at < length ? length - at : 0;
    if (n > left)
        n = left;
    memcpy(out, content + at, n);
    at += n;
    return (word)n;
}

word port_file_write(int file, const void *data, size_t n)
{
    if (file != FILE_NUMBER)
        return port_console_write(data, n), (word)n;
    if (at > FILE_MAX || n > FILE_MAX - at)
        return -ENOSPC;
    if (at > length)
        memset(content + length, 0, at - length);
    memcpy(content + at, data, n);
    at += n;
    if (at > length)
        length = at;
    return (word)n;
}

int64_t port_file_seek(int file, int64_t offset, int whence)
{
    if (file != FILE_NUMBER)
        return -EBADF;
    int64_t to = offset + (whence == 0 ? 0 : (int64_t)(whence == 1 ? at : length));
    if (to < 0 || to > FILE_MAX)
        return -EINVAL;
    return (int64_t)(at = (size_t)to);
}

int port_file_truncate(int file, int64_t size)
{
    if (file != FILE_NUMBER || size < 0 || size > FILE_MAX)
        return -EINVAL;
    if ((size_t)size > length)
        memset(content + length, 0, (size_t)size - length);
    length = (size_t)size;
    return 0;
}

int port_file_sync(int file) { return file == FILE_NUMBER ? 0 : -EBADF; }
int port_file_poll(struct port_poll *files, size_t n, int milliseconds) { (void)files; (void)n; (void)milliseconds; return 0; }
const char *port_file_map(const char *path, word *n) { (void)path; *n = -ENOENT; return NULL; }
void port_file_unmap(const char *data, size_t n) { (void)data; (void)n; }
int port_stat(const char *path, struct port_stat *out, bool follow)
{
    (void)follow;
    if (strcmp(path, "f"))
        return -ENOENT;
    *out = (struct port_stat){.mode = 0x8000, .size = length};
    return 0;
}
int port_statvfs(const char *path, struct port_statvfs *out) { (void)path; (void)out; return -ENOSYS; }
int port_make_dir(const char *path) { (void)path; return -EACCES; }
int port_remove_dir(const char *path) { (void)path; return -EACCES; }
int port_remove(const char *path) { (void)path; return -EACCES; }
int port_rename(const char *from, const char *to) { (void)from; (void)to; return -EACCES; }
int port_change_dir(const char *path) { (void)path; return -EACCES; }
int port_current_dir(char *out, size_t n) { return n < 2 ? -ERANGE : (memcpy(out, "/", 2), 0); }
int port_real_path(const char *path, char out[PORT_PATH_MAX]) { (void)path; (void)out; return -ENOENT; }
int port_sync(void) { return 0; }
int port_dir_open(const char *path, void **dir) { (void)path; (void)dir; return -ENOENT; }
int port_dir_next(void *dir, struct port_entry *out) { (void)dir; (void)out; return 0; }
void port_dir_close(void *dir) { (void)dir; }

/* ---- the system around ---- */

const char *port_getenv(const char *name) { (void)name; return NULL; }
int port_setenv(const char *name, const char *value_) { (void)name; (void)value_; return -EACCES; }
const char *const *port_environment(void)
{
    static const char *const environment[] = {"HOME=/", NULL};
    return environment;
}
int port_system(const char *command) { (void)command; return -EACCES; }
int port_executable(char *out, size_t n) { (void)out; (void)n; return -ENOENT; }
_Noreturn void port_end_by_signal(int number) { (void)number; abort(); }
int port_process_id(void) { return 1; }
void port_uname(struct port_uname *out) { memset(out, 0, sizeof *out); }
const char *port_error_text(int number) { return number < 40 ? "an error" : NULL; }
