/* What the files of this port share. */
#ifndef ADDER_PORT_LINUX_H
#define ADDER_PORT_LINUX_H

#include "runtime/port.h"

/* The result of a system call: a negative errno for -1. */
int result_of(int r);
void signals_start(void);
/* Waits until fd (-1: none) can be read: more than 0; or for `ns`, or FOREVER: 0; or until a signal has come or
 * something is pending: -EINTR. */
int wait_for(int fd, uint64_t ns);
struct pollfd;
int wait_for_files(struct pollfd *files, size_t n, uint64_t ns); /* the same for several, as poll() does it */
#define FOREVER UINT64_MAX
extern bool interrupt_on;              /* whether Ctrl-C interrupts */
void terminal_restore(void);           /* its settings as they were found */
void terminal_interrupt_changed(void); /* interrupt_on did */

#endif
