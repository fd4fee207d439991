/* Functions of sys that programs may replace (hooks.c). */
#ifndef ADDER_HOOKS_H
#define ADDER_HOOKS_H

#include "../object/object.h"

/* sys.breakpointhook(): calls what the environment's PYTHONBREAKPOINT names, or pdb.set_trace(). */
value breakpoint_by_default(size_t n, value *args, size_t nkw, const value *kwnames);
/* sys.unraisablehook(), called with a record that says what was raised, and where. */
value unraisable_by_default(value args);
/* Tells the program's own sys.unraisablehook; false: there is none, or it failed. */
bool unraisable_report(value exception, value where);
void report_ignored_by_default(value exception, value where); /* start.c */

/* From now on SyntaxWarnings are told by the module warnings (warn.c). */
#if ADDER_SYNTAX_WARNINGS
void warnings_init(void);
#else
#define warnings_init() ((void)0)
#endif

#endif
