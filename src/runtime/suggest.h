/* "Did you mean: 'name'?" */
#ifndef ADDER_SUGGEST_H
#define ADDER_SUGGEST_H

#include "../object/printer.h"

/* Prints, behind the exception's message, what may have been meant, if there is something near. */
#if ADDER_TRACING
void suggestion_print(struct printer *out, value e);
value suggest_nearest(value name, value names); /* vm_hooks.nearest */
#else
static inline void suggestion_print(struct printer *out, value e)
{
    (void)out;
    (void)e;
}
#endif

#endif
