/* help(): what the prompt can do, what an object has, which modules there are. */
#include "../object/class.h"
#include "../value/utf8.h"
#include "builtins.h"

#if ADDER_LEVEL > 0

#define REPR_MAX 60 /* characters of a value that are shown */

/* ---- in general ---- */

static void print_general(struct printer *p)
{
    print_format(p,
                 "Adder is a small Python, compatible with MicroPython.\n"
                 "\n"
                 "At the prompt:\n"
                 "  Tab     completes names, attributes, modules and paths\n"
                 "  Up      goes back to what was entered before; blocks come back whole\n"
                 "  Ctrl-C  cancels, and interrupts what runs\n");
    print_format(p,
                 "  Ctrl-D  on an empty line: ends\n"
                 "  Ctrl-E  on an empty line: takes a program as it is pasted\n"
                 "  Ctrl-A  on an empty line: raw mode, for host tools; Ctrl-B there: back\n"
                 "  _       is the last value shown\n"
                 "\n"
                 "help(object) tells what an object has, help('modules') which modules there are.\n");
}

/* ---- modules ---- */

static void print_columns(struct printer *p, value names)
{
    value it = get_iter(names);
    unsigned column = 0;
    for (value name; (name = iter_next(it)) != STOP;) {
        if (column == 4) {
            print_text(p, "\n", 1);
            column = 0;
        }
        print_value(p, name);
        for (size_t n = str_chars(name); n < 18 && column < 3; n++)
            print_text(p, " ", 1);
        column++;
    }
    print_text(p, "\n", 1);
}

static void print_modules(struct printer *p)
{
    value names = list_from_iterable(import_builtin_names());
    list_sort(list_of(names), UNDEF, false);
    print_columns(p, names);
    print_z(p, "Plus any modules on the filesystem\n");
}

/* ---- objects ---- */

static value repr_job(void *v)
{
    return to_repr(*(value *)v);
}

/* A short word for what is called, and the start of what isn't. */
static void print_short(struct printer *p, value v)
{
    value text;
    if (!is_instance(v, &type_type) && (is_callable(v) || is_type(v, &type_property))) {
        print_format(p, "<%s>", is_type(v, &type_property) ? "property" : "function");
        return;
    }
    if (!protect(repr_job, &v, &text)) {
        print_z(p, "...");
        return;
    }
    struct view s = str_view(text);
    size_t n = utf8_offset(s.data, s.len, REPR_MAX);
    print_value(p, n < s.len ? str_new(s.data, n) : text);
    if (n < s.len)
        print_z(p, "...");
}

/* Without asking for what properties compute. */
static value attribute_of(value o, value name)
{
    bool own = is_instance(o, &type_type) || is_type(o, &type_module);
    value v = own ? UNDEF : find_type_attr(type_of(o), name);
    return v == UNDEF ? find_attr(o, name) : v;
}

static void print_object(struct printer *p, value o)
{
    value names = builtin_dir(1, &o), doc = attribute_of(o, SYMBOL(S___doc__));
    print_z(p, "object ");
    print_repr(p, o);
    print_format(p, " is of type %t\n", o);
    if (doc != UNDEF && is_str(doc))
        print_format(p, "%v\n", doc);
    value it = get_iter(names);
    for (value name; (name = iter_next(it)) != STOP;) {
        struct view s = need_str(name, "item of __dir__()");
        if (s.len > 1 && s.data[0] == '_' && s.data[1] == '_' && name != SYMBOL(S___name__))
            continue;
        value v = attribute_of(o, str_intern(unwrap(name)));
        if (v == UNDEF)
            continue;
        print_format(p, "  %v -- ", name);
        print_short(p, v);
        print_text(p, "\n", 1);
    }
}

value builtin_help(size_t n, value *args)
{
    struct printer p;
    printer_init(&p);
    if (n == 0)
        print_general(&p);
    else if (is_str(args[0]) && str_equal(args[0], SYMBOL(S_modules)))
        print_modules(&p);
    else
        print_object(&p, args[0]);
    value option[2] = {printer_str(&p), SYMBOL(S_empty)};
    static const value end = SYMBOL(S_end);
    return builtin_print(1, option, 1, &end); /* to wherever sys.stdout is */
}

#endif
