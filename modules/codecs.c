/* The module _codecs: what lib/codecs.py needs to know of the built-in codecs. */
#include "object/text.h"

#if ADDER_CODECS
static value codecs_register_error(value name, value function)
{
    need_str(name, "register_error() argument 1");
    if (!is_callable(function)) raise_type_error("handler must be callable");
    if (codec_handlers == UNDEF) codec_handlers = from_ptr(dict_new(0));
    dict_set(dict_of(codec_handlers), unwrap(name), function);
    return NONE;
}

/* The function registered under this name, or None. */
static value codecs_registered_error(value name)
{
    need_str(name, "lookup_error() argument");
    value function = codec_handlers == UNDEF ? UNDEF : dict_get(dict_of(codec_handlers), unwrap(name));
    return function == UNDEF ? NONE : function;
}

FUN2(codecs_register_error_function, register_error, codecs_register_error);
FUN1(codecs_registered_error_function, registered_error, codecs_registered_error);
FUN1(codecs_name_function, name, codec_name);

static const struct attr codecs_attrs[] = {
    ATTR(register_error, codecs_register_error_function),
    ATTR(registered_error, codecs_registered_error_function),
    ATTR(name, codecs_name_function),
};

const struct module_def module__codecs = {
    .name = SYMBOL(S__codecs),
    .attrs = codecs_attrs,
    .nattrs = sizeof codecs_attrs / sizeof codecs_attrs[0],
};
#endif
