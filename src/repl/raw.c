/* Raw mode: a protocol for host tools. */
#include "repl.h"

enum repl_end repl_raw_run(void)
{
    return REPL_FRIENDLY;
}
