/* The terminal's modes. Its settings as they were found are restored whenever somebody else may see it: at the
 * end, however it comes, and while the program is stopped. */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "linux.h"

static struct termios found;                 /* the settings before the first change */
static enum port_terminal_mode current = PORT_TERMINAL_COOKED;
static bool have_found;

/* Async-signal-safe. */
static void apply(enum port_terminal_mode mode)
{
    struct termios t = found;
    if (mode != PORT_TERMINAL_COOKED) {
        t.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ECHONL | IEXTEN);
        t.c_lflag |= NOFLSH; /* an interrupt loses no byte around it */
        t.c_cc[VMIN] = 1;
        t.c_cc[VTIME] = 0;
    }
    if (mode == PORT_TERMINAL_KEYS || mode == PORT_TERMINAL_BINARY)
        t.c_iflag &= ~(tcflag_t)(BRKINT | INPCK | ISTRIP | ICRNL | INLCR | IGNCR | IXON | PARMRK);
    if (mode == PORT_TERMINAL_KEYS || mode == PORT_TERMINAL_RUN)
        t.c_oflag |= OPOST | ONLCR;
    if (mode == PORT_TERMINAL_KEYS)
        t.c_lflag &= ~(tcflag_t)ISIG;
    if (mode == PORT_TERMINAL_BINARY) {
        t.c_oflag &= ~(tcflag_t)OPOST;
        if (interrupt_on) {
            t.c_lflag |= ISIG; /* for Ctrl-C alone */
            t.c_cc[VQUIT] = t.c_cc[VSUSP] = _POSIX_VDISABLE;
        } else {
            t.c_lflag &= ~(tcflag_t)ISIG;
        }
    }
    while (tcsetattr(STDIN_FILENO, TCSADRAIN, &t) < 0 && errno == EINTR && !interrupt_pending()) {}
}

void terminal_restore(void)
{
    if (current != PORT_TERMINAL_COOKED)
        apply(PORT_TERMINAL_COOKED);
}

/* A signal that ends the process, or stops it: the handler is away by now (SA_RESETHAND), so it does what it
 * does, but after this. (Not by raise(), which is Adder's own.) */
static void on_end(int number)
{
    int error = errno;
    terminal_restore();
    kill(getpid(), number);
    errno = error;
}

static void handle(int number, void (*handler)(int), int flags)
{
    struct sigaction act;
    if (sigaction(number, NULL, &act) < 0 || act.sa_handler != SIG_DFL)
        return;
    act = (struct sigaction){.sa_handler = handler, .sa_flags = flags};
    sigemptyset(&act.sa_mask);
    sigaction(number, &act, NULL);
}

static void on_continue(int number)
{
    (void)number;
    int error = errno;
    handle(SIGTSTP, on_end, SA_RESETHAND);
    if (current != PORT_TERMINAL_COOKED)
        apply(current);
    errno = error;
}

static bool begin(void)
{
    if (tcgetattr(STDIN_FILENO, &found) < 0)
        return false;
    have_found = true;
    atexit(terminal_restore);
    static const int ends[] = {SIGQUIT, SIGTSTP}; /* system.c sees to the others */
    for (unsigned i = 0; i < sizeof ends / sizeof ends[0]; i++)
        handle(ends[i], on_end, SA_RESETHAND);
    handle(SIGCONT, on_continue, SA_RESTART);
    return true;
}

void port_terminal_mode(enum port_terminal_mode mode)
{
    if (mode == current || (!have_found && !begin()))
        return;
    port_console_flush(); /* under the mode that it was written for */
    current = mode;
    apply(mode);
}

void port_terminal_reads(void)
{
    if (current == PORT_TERMINAL_RUN)
        port_terminal_mode(PORT_TERMINAL_COOKED);
}

void terminal_interrupt_changed(void)
{
    if (current == PORT_TERMINAL_BINARY)
        apply(current);
}

bool port_terminal_size(unsigned *columns, unsigned *rows)
{
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) < 0 || size.ws_col == 0)
        return false;
    *columns = size.ws_col;
    *rows = size.ws_row;
    return true;
}

bool port_console_poll(unsigned milliseconds)
{
    struct pollfd wait = {STDIN_FILENO, POLLIN, 0};
    return poll(&wait, 1, (int)milliseconds) != 0;
}

/* ---- what it can do ---- */

static bool is_dumb(void)
{
    const char *name = getenv("TERM");
    return !name || !*name || !strcmp(name, "dumb");
}

/* A terminal of unknown size is a pseudo-terminal that a program made and nobody looks at. */
enum port_terminal_kind port_terminal_kind(void)
{
    unsigned columns, rows;
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
        return PORT_TERMINAL_NONE;
    if (!port_terminal_size(&columns, &rows))
        return PORT_TERMINAL_LINE;
    return is_dumb() ? PORT_TERMINAL_NONE : PORT_TERMINAL_SCREEN;
}

bool port_terminal_colors(int file)
{
    struct winsize size;
    const char *no_color = getenv("NO_COLOR");
    return isatty(file) && !(no_color && *no_color) && !is_dumb() && ioctl(file, TIOCGWINSZ, &size) == 0 &&
           size.ws_col != 0;
}

void port_suspend(void)
{
    enum port_terminal_mode mode = current;
    port_terminal_mode(PORT_TERMINAL_COOKED);
    kill(0, SIGTSTP); /* the whole job, as the terminal would do it */
    port_terminal_mode(mode);
}
