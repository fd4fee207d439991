/* The interactive prompt in its modes. It knows bytes and the escape sequences of the usual terminals, not what is
 * behind them: a terminal, a pipe, a serial line.
 *
 *   repl.c     the friendly prompt: statements one by one, paste mode     edit.c and others (editor.h)   line editing
 *   raw.c      raw and raw-paste modes, for host tools
 */
#ifndef ADDER_REPL_H
#define ADDER_REPL_H

#include "../compiler/compiler.h"
#include "../runtime/console.h"

/* The friendly prompt, until the input ends. Raises what ends a program: SystemExit, OSError of the console. */
void repl_run(void);

/* Raw mode, from its banner on. Returns when the host leaves it. */
enum repl_end { REPL_FRIENDLY /* Ctrl-B */, REPL_END /* of the input */ };
enum repl_end repl_raw_run(void);

/* Compiles the text in a bytearray and runs it in __main__; what it raises is printed, on standard output if
 * `to_output`, else on standard error. Tracebacks show the text's lines. Returns whether all went well.
 * SystemExit alone is raised. The terminal's mode is the caller's business. */
bool repl_execute(value text, enum compile_mode mode, value filename, bool to_output);

#endif
