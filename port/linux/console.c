/* Standard input, output and error. Output collects in one buffer: a terminal sees each print() as
 * one write, a file or pipe gets blocks. */
#include <errno.h>
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

static int write_all(int fd, const char *data, size_t n)
{
    while (n) {
        ssize_t done = write(fd, data, n);
        if (done >= 0) {
            data += done;
            n -= (size_t)done;
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

/* Writes out what is pending; what fails where nobody is told is kept for the next who asks. */
static void flush_quietly(void)
{
    int error = port_console_flush();
    if (error)
        untold_error = error;
}

int port_console_flush(void)
{
    size_t n = pending_bytes;
    int error = untold_error;
    pending_bytes = 0;
    untold_error = 0;
    return n && !error ? write_all(STDOUT_FILENO, pending_output, n) : error;
}

int port_console_write(const char *text, size_t n)
{
    if (n > sizeof pending_output - pending_bytes) {
        int error = port_console_flush();
        if (error)
            return error;
        if (n > sizeof pending_output)
            return write_all(STDOUT_FILENO, text, n);
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
    flush_quietly();
    return write_all(STDERR_FILENO, text, n);
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
