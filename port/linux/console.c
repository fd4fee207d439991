/* Standard input, output and error. Output collects in one buffer: a terminal sees each print() as
 * one write, a file or pipe gets blocks. */
#include <errno.h>
#include <poll.h>
#include <unistd.h>

#include "linux.h"

static char pending_output[4096];
static size_t pending_bytes;
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
        if (errno == EINTR && !interrupt_pending())
            continue;
        if (errno != EAGAIN)
            return -errno;
        struct pollfd wait = {fd, POLLOUT, 0};
        poll(&wait, 1, -1);
    }
    return 0;
}

int port_console_flush(void)
{
    size_t n = pending_bytes;
    pending_bytes = 0;
    return n ? write_all(STDOUT_FILENO, pending_output, n) : 0;
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
    port_console_flush();
    return write_all(STDERR_FILENO, text, n);
}

word port_console_read(char *out, size_t n)
{
    port_console_flush();
    terminal_reads();
    word result = port_file_read(STDIN_FILENO, out, n);
    return result == -EIO ? 0 : result; /* the terminal is gone: its input has ended */
}
