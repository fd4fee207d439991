/* What the runtime asks of the machine, for a Cortex-M that hangs on a debugger or runs in an emulator: the
 * console goes through semihosting. A board's port replaces this file by one with its own serial line and clock. */
#include <errno.h>

#include "cortex.h"

const char port_platform[] = "cortex-m", port_machine[] = "Cortex-M";

enum { SYS_OPEN = 1, SYS_WRITE = 5, SYS_READ = 6, SYS_EXIT = 0x18 };
enum { MODE_READ = 0, MODE_WRITE = 4 };
#define EXIT_WELL 0x20026

static int semihost(int operation, const void *argument)
{
    register int r0 __asm__("r0") = operation;
    register const void *r1 __asm__("r1") = argument;
    __asm__ volatile("bkpt 0xab" : "+r"(r0) : "r"(r1) : "memory");
    return r0;
}

/* ---- console ---- */

static int console[2]; /* the debugger's handles of its terminal, for reading and for writing; 0: not open */

static int console_handle(bool writing)
{
    static const char name[] = ":tt";
    if (!console[writing]) {
        const struct { const char *name; int mode; size_t n; } open = {
            name, writing ? MODE_WRITE : MODE_READ, sizeof name - 1};
        console[writing] = semihost(SYS_OPEN, &open);
    }
    return console[writing];
}

static int console_transfer(int operation, const void *at, size_t n)
{
    const struct { int handle; const void *at; size_t n; } block = {
        console_handle(operation == SYS_WRITE), at, n};
    return semihost(operation, &block);
}

int port_console_write(const char *text, size_t n)
{
    return console_transfer(SYS_WRITE, text, n) ? -EIO : 0;
}

int port_error_write(const char *text, size_t n)
{
    return port_console_write(text, n);
}

word port_console_read(char *out, size_t n)
{
    int left = console_transfer(SYS_READ, out, n);
    return left < 0 ? -EIO : (word)n - left;
}

/* The debugger lets lines be edited, and knows no control sequences. */
enum port_terminal_kind port_terminal_kind(void)
{
    return PORT_TERMINAL_NONE;
}

bool port_terminal_colors(int file)
{
    (void)file;
    return false;
}

bool port_terminal_size(unsigned *columns, unsigned *rows)
{
    (void)columns, (void)rows;
    return false;
}

void port_terminal_reads(void)
{
}

void port_suspend(void)
{
}

int port_console_settle(void) { return 0; }
int port_console_flush(void) { return 0; }

/* Nobody can tell without waiting: so the answer is yes to those who would wait. */
bool port_console_poll(unsigned milliseconds)
{
    return milliseconds > 0;
}

/* The debugger's console has no way to break in. */
void port_keyboard_interrupt(bool on)
{
    (void)on;
}

void port_terminal_mode(enum port_terminal_mode mode)
{
    (void)mode;
}

bool port_is_terminal(int file)
{
    return file <= PORT_STDERR;
}

/* ---- the end ---- */

void port_exit(void)
{
    semihost(SYS_EXIT, (const void *)EXIT_WELL);
}

/* ---- what this machine has not ---- */

const char *port_error_text(int number)
{
    (void)number;
    return "input/output error";
}

const char *port_getenv(const char *name)
{
    (void)name;
    return NULL;
}

/* No signals here: the program just ends. */
_Noreturn void port_end_by_signal(int number)
{
    (void)number;
    port_exit();
    for (;;) {
    }
}
