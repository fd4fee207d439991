/* What the files of this port share. */
#ifndef ADDER_PORT_LINUX_H
#define ADDER_PORT_LINUX_H

#include "runtime/port.h"

/* The result of a system call: a negative errno for -1. */
int result_of(int r);
void signals_start(void);

#endif
