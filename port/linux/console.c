/* Standard input, output and error. Output collects in one buffer: a terminal sees each print() as
 * one write, a file or pipe gets blocks. */
#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <unistd.h>

#include "linux.h"

static char pending_output[4096];
static size_t pending_bytes;
static int untold_error;        /* a failed write to standard output that its writer has not heard of; or 0 */
static int8_t is_terminal = -1; /* not asked yet */

bool port_is_terminal(int file)
{
    return isatty(file);
}

/* While a thread waits for its output to be taken, others do not overtake it. They may add to what is pending. */
static bool is_writing;
static size_t pending_written; /* so much of it is out already */

/* Lets other threads run while what is behind fd takes nothing. */
static int wait_for_room(int fd)
{
    struct pollfd wait = {fd, POLLOUT, 0};
    int r = poll(&wait, 1, 0);
    while (r == 0 || r == -EINTR) {
        r = wait_for_files(&wait, 1, FOREVER);
        if (r == -EINTR && port_thread_is_main() && interrupt_wanted())
            return -EINTR;
    }
    return 0;
}

/* *written grows as it goes. */
static int write_all(int fd, const char *data, size_t n, size_t *written)
{
    while (*written < n) {
        size_t piece = n - *written;
        if (thread_others()) {
            int error = wait_for_room(fd);
            if (error)
                return error;
            if (piece > PIPE_BUF)
                piece = PIPE_BUF; /* for as much there is room then */
        }
        ssize_t done = write(fd, data + *written, piece);
        if (done >= 0) {
            *written += (size_t)done;
            continue;
        }
        if (errno != EINTR && errno != EAGAIN)
            return -errno;
        struct pollfd wait = {fd, POLLOUT, 0};
        if (errno == EAGAIN && poll(&wait, 1, -1) >= 0)
            continue;
        if (interrupt_wanted())
            return -EINTR;
    }
    return 0;
}

/* Waits till no other thread writes to standard output. At the end of the program it does no more. */
static int wait_for_output(void)
{
    while (is_writing && thread_others())
        if (wait_for_files(NULL, 0, 1000000) == -EINTR && port_thread_is_main() && interrupt_wanted())
            return -EINTR;
    return 0;
}

/* Writes out what is pending; what fails where nobody is told is kept for the next who asks. */
static void flush_quietly(void)
{
    int error = port_console_flush();
    if (error)
        untold_error = error;
}

int port_console_flush(void)
{
    int error = wait_for_output();
    if (error)
        return error;
    size_t n = pending_bytes;
    error = untold_error;
    untold_error = 0;
    if (n && !error) {
        is_writing = true;
        error = write_all(STDOUT_FILENO, pending_output, n, &pending_written);
        is_writing = false;
    }
    pending_written = 0;
    pending_bytes -= n;
    memmove(pending_output, pending_output + n, pending_bytes);
    return error;
}

/* What is larger than the buffer. */
static int write_directly(const char *text, size_t n)
{
    size_t written = 0;
    int error = wait_for_output();
    if (error)
        return error;
    is_writing = true;
    error = write_all(STDOUT_FILENO, text, n, &written);
    is_writing = false;
    return error;
}

int port_console_write(const char *text, size_t n)
{
    while (n > sizeof pending_output - pending_bytes) {
        int error = pending_bytes ? port_console_flush() : 0;
        if (error)
            return error;
        if (n > sizeof pending_output)
            return write_directly(text, n);
    }
    memcpy(pending_output + pending_bytes, text, n);
    pending_bytes += n;
    return 0;
}

int port_console_settle(void)
{
    if (is_terminal < 0)
        is_terminal = (int8_t)isatty(STDOUT_FILENO);
    return is_terminal ? port_console_flush() : 0;
}

int port_error_write(const char *text, size_t n)
{
    size_t written = 0;
    flush_quietly();
    return write_all(STDERR_FILENO, text, n, &written);
}

word port_console_read(char *out, size_t n)
{
    flush_quietly();
    port_terminal_reads();
    while (wait_for(STDIN_FILENO, FOREVER) == -EINTR)
        if (interrupt_pending())
            return -EINTR;
    word result = port_file_read(STDIN_FILENO, out, n);
    return result == -EIO ? 0 : result; /* the terminal is gone: its input has ended */
}
