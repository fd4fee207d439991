/* The machine's loop once more, for as long as a debugger or profiler looks on: small rather than fast, and before each
 * instruction it asks trace.c. */
#include "../value/config.h"

#if ADDER_TRACING

#undef ADDER_FAST
#define ADDER_FAST 0
#undef ADDER_COMPUTED_GOTO
#define ADDER_COMPUTED_GOTO 0
#define LOOP_TRACED 1
#include "loop.c"

#endif
