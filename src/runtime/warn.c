/* Warnings that come from C code: the module warnings tells them. */
#include "../compiler/compiler.h"
#include "../object/class.h"
#include "hooks.h"
#include "runtime.h"

#if ADDER_SYNTAX_WARNINGS

struct warning {
    value args[4]; /* of warnings.warn_explicit() */
};

static value call_warn(void *arg)
{
    struct warning *w = arg;
    value warnings = import_name(NULL, SYMBOL(S_warnings), from_ptr(&empty_tuple), 0);
    return call_method(warnings, SYMBOL(S_warn_explicit), 4, w->args);
}

static bool tell_syntax_warning(value filename, uint32_t line, value message)
{
    struct warning w = {{message, from_ptr(&type_SyntaxWarning), filename, from_int((word)line)}};
    value e;
    if (protect(call_warn, &w, &e)) return false;
    if (is_instance(e, &type_SyntaxWarning)) return true; /* a filter makes it an error */
    bool unable = is_instance(e, &type_MemoryError) || is_instance(e, &type_ImportError);
    if (!unable) vm_reraise(e);
    return false; /* the program goes on without having been told */
}

void warnings_init(void)
{
    syntax_warnings_forget();
    syntax_warning_hook = tell_syntax_warning;
}
#endif
