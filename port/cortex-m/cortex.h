/* What the files of this port share. */
#ifndef ADDER_PORT_CORTEX_H
#define ADDER_PORT_CORTEX_H

#include "repl/repl.h"

/* The prompt has come to its end. May return: then the processor sleeps. */
void port_exit(void);

#endif
