/* The console: standard input and output as a stream of bytes, for the prompt and its raw modes. sys.stdin and
 * sys.stdout stand on the same stream, so nobody misses what somebody else read ahead or has not written yet. */
#ifndef ADDER_CONSOLE_H
#define ADDER_CONSOLE_H

#include "runtime.h"

/* The next byte; it waits, with all output shown, and does what is pending meanwhile (which may raise:
 * KeyboardInterrupt ...). CONSOLE_END: the input has ended, or the terminal is gone. */
int console_get(void);
#define CONSOLE_END (-1)
/* Bytes that are there, at least one (it waits) and at most n; 0: the end. */
size_t console_read(uint8_t *out, size_t n);
/* The same without a copy: the bytes that are there (it waits for one); NULL: the end. They stay there until
 * console_skip() says how many are done with. */
const uint8_t *console_peek(size_t *n);
void console_skip(size_t n);
/* A program begins to run while the terminal makes an interrupt of Ctrl-C: one that came before is no byte either. */
void console_catch_interrupt(void);
/* Whether console_get() would return at once, or would after waiting at most this long. */
bool console_ready(unsigned milliseconds);

/* Writes bytes as they are, without changing line ends; OSError. console_flush shows them. */
void console_put(const char *data, size_t n);
void console_put_z(const char *text);
void console_flush(void);

/* Whether print() and what else writes text ends lines with \r\n, which terminals and host tools expect of a device
 * where the port's console does not see to it. sys.stdout.buffer is left alone. */
void console_line_ends(bool crlf);

/* Whether both ends are a terminal: then the prompt edits and echoes. Otherwise it only reads lines. */
bool console_is_terminal(void);
/* What the terminal does with keys and output (port.h); nothing where there is no terminal. */
void console_mode(enum port_terminal_mode mode);

#endif
