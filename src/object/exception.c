/* Exceptions: the built-in types, their fields and text, and how C code raises them.
 *
 * An exception is an instance whose first slots are fixed (see layout.h), so a subclass in Python is a
 * class like any other. What only some types have (errno, lineno, ...) is an ordinary attribute where
 * it was set, and else follows from args. */
#include "../value/utf8.h"
#include "class.h"

/* ---- making ---- */

value *exception_slot(value e, int slot)
{
    return &((struct instance *)e)->slots[slot];
}

static struct tuple *args_of(value e)
{
    return tuple_of(*exception_slot(e, EXC_ARGS));
}

static void set_field(value e, unsigned name, value v)
{
    instance_set((struct instance *)e, SYMBOL(name), v);
}

static value exception_alloc(const struct type *t, size_t n, const value *args)
{
    value all = tuple_new(n, args);
    value e = from_ptr(instance_new(t));
    *exception_slot(e, EXC_ARGS) = all;
    return e;
}

value exception_new(const struct type *t, size_t n, const value *args)
{
    return t->flags & TYPE_HEAP ? call(from_ptr(t), n, args) : exception_make(t, n, (value *)args, 0, NULL);
}

#if ADDER_WARNINGS
/* Numbers of errors that have a class of their own. They are those of Linux everywhere, which has others on MIPS for
 * all above 34. */
#ifdef __mips__
#define BY_MACHINE(usual, mips) mips
#else
#define BY_MACHINE(usual, mips) usual
#endif
static const struct {
    uint8_t number;
    const struct type *type;
} os_errors[] = {
    {1, &type_PermissionError},          {2, &type_FileNotFoundError},  {3, &type_ProcessLookupError},
    {4, &type_InterruptedError},         {10, &type_ChildProcessError}, {11, &type_BlockingIOError},
    {13, &type_PermissionError},         {17, &type_FileExistsError},   {20, &type_NotADirectoryError},
    {21, &type_IsADirectoryError},       {32, &type_BrokenPipeError},
    {BY_MACHINE(103, 130), &type_ConnectionAbortedError},
    {BY_MACHINE(104, 131), &type_ConnectionResetError},
    {BY_MACHINE(108, 143), &type_BrokenPipeError},
    {BY_MACHINE(110, 145), &type_TimeoutError},
    {BY_MACHINE(111, 146), &type_ConnectionRefusedError},
    {BY_MACHINE(114, 149), &type_BlockingIOError},
    {BY_MACHINE(115, 150), &type_BlockingIOError},
};

static const struct type *os_error_type(value number)
{
    if (number == TRUE) number = from_int(1);
    for (size_t i = 0; i < sizeof os_errors / sizeof os_errors[0]; i++)
        if (number == from_int(os_errors[i].number)) return os_errors[i].type;
    return &type_OSError;
}
#else
static const struct type *os_error_type(value number)
{
    (void)number;
    return &type_OSError;
}
#endif

/* Without files or modules nothing but the program raises one: then it is like any other. */
#define OS_ERRORS (ADDER_FILES || ADDER_MODULES || ADDER_USUAL_METHODS)

/* OSError(errno, strerror, filename, winerror, filename2): args keeps the first two. */
static void os_error_init(value e)
{
    const struct tuple *args = args_of(e);
    if (args->len < 2 || args->len > 5) return;
#if ADDER_METHODS
    if (args->len > 2 && is_instance(e, &type_BlockingIOError) && has_index(args->items[2])) {
        set_field(e, S_characters_written, need_integer(args->items[2]));
        return;
    }
#endif
    if (args->len > 2 && args->items[2] != NONE) set_field(e, S_filename, args->items[2]);
    if (ADDER_METHODS && args->len > 4) set_field(e, S_filename2, args->items[4]);
    if (args->len > 2) {
        value two = tuple_new(2, args->items);
        *exception_slot(e, EXC_ARGS) = two;
    }
}

#if ADDER_METHODS
static const struct {
    const struct type *type;
    uint16_t name;
} allowed[] = {
    {&type_ImportError, S_name},    {&type_ImportError, S_path},   {&type_ImportError, S_name_from},
    {&type_AttributeError, S_name}, {&type_AttributeError, S_obj}, {&type_NameError, S_name},
};

/* The keywords that some types take, which become attributes. */
static void set_keywords(value e, const value *v, size_t nkw, const value *kwnames)
{
    const struct type *t = type_of(e);
    for (size_t k = 0; k < nkw; k++) {
        size_t i = 0, n = sizeof allowed / sizeof allowed[0];
        bool any = false;
        for (; i < n; i++) {
            bool takes = type_is_subtype(t, allowed[i].type);
            if (takes && kwnames[k] == SYMBOL(allowed[i].name)) break;
            any |= takes;
        }
        if (i == n && any)
            raise_usual_type_error("%v() got an unexpected keyword argument '%v'", t->name, kwnames[k]);
        if (i == n) raise_type_error("%v() takes no keyword arguments", t->name);
        set_field(e, allowed[i].name, v[k]);
    }
}
#else
static void set_keywords(value e, const value *v, size_t nkw, const value *kwnames)
{
    (void)e, (void)v, (void)kwnames;
    if (nkw) raise_type_error("exceptions take no keyword arguments");
}
#endif

#if ADDER_CODECS
static void check_unicode_arguments(const struct type *t, size_t n, const value *args, size_t nkw)
{
    size_t wanted = type_is_subtype(t, &type_UnicodeTranslateError) ? 4 : 5;
    bool counts = wanted == 4 || type_is_subtype(t, &type_UnicodeDecodeError) ||
                  type_is_subtype(t, &type_UnicodeEncodeError);
    if (counts && nkw) raise_type_error("%v() takes no keyword arguments", t->name);
    if (counts && n != wanted)
        raise_type_error("function takes exactly %zd arguments (%zd given)", (word)wanted, (word)n);
    if (!counts) return;
    size_t i = wanted == 5; /* of the object */
    bool decodes = type_is_subtype(t, &type_UnicodeDecodeError);
    struct buffer b;
    if (i && !is_str(unwrap(args[0]))) raise_type_error("argument 1 must be str, not %T", args[0]);
    if (decodes) need_buffer(args[1], &b, false);
    if (!decodes && !is_str(unwrap(args[i]))) raise_type_error("argument %zd must be str, not %T", (word)i + 1, args[i]);
    need_word(args[i + 1]);
    need_word(args[i + 2]);
    if (!is_str(unwrap(args[i + 3]))) raise_type_error("argument %zd must be str, not %T", (word)wanted, args[i + 3]);
}
#endif

#if ADDER_METHODS
/* Where the error is: file, line, offset, text; and where it ends. */
static void check_syntax_details(value details, size_t nkw)
{
    if (nkw) raise_type_error("SyntaxError() takes no keyword arguments");
    size_t n = tuple_of(tuple_from_iterable(details))->len;
    if (n < 4 || n > 6)
        raise_type_error("function takes at %s %zd arguments (%zd given)", n < 4 ? "least" : "most", n < 4 ? (word)4 : (word)6, (word)n);
    if (n == 5) raise_type_error("end_offset must be provided when end_lineno is provided");
}
#endif

value exception_make(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    if (t->flags & TYPE_ABSTRACT_METHODS) raise_abstract(t);
    if (is_group_type(t))
        t = exception_group_check(t, n, args);
    else if (t == &type_OSError && n >= 2 && n <= 5)
        t = nkw ? t : os_error_type(args[0]); /* keywords will be told with the name that was called */
#if ADDER_CODECS
    if (type_is_subtype(t, &type_UnicodeError)) check_unicode_arguments(t, n, args, nkw);
#endif
#if ADDER_METHODS
    if (n == 2 && type_is_subtype(t, &type_SyntaxError)) check_syntax_details(args[1], nkw);
#endif
    heap_emergency = true;
    value e = exception_alloc(t, n, args);
    if (OS_ERRORS && type_is_subtype(t, &type_OSError)) os_error_init(e);
    if (is_group_type(t)) exception_group_init(e);
    if (nkw) set_keywords(e, args + n, nkw, kwnames);
    heap_emergency = false;
    return e;
}

/* ---- fields that follow from args ---- */

enum field_kind {
    FIELD_ARG,    /* args[i] */
    FIELD_ONLY,   /* args[0], if that is all */
    FIELD_PAIR,   /* args[i], if there are two at least */
    FIELD_ERRNO,  /* the same; and of MicroPython, OSError(number): its files and streams raise no other */
    FIELD_DETAIL, /* args[1][i]: of SyntaxError */
    FIELD_CODE,   /* SystemExit: None, the argument, or all of them */
    FIELD_NONE,   /* None until it is set */
    FIELD_UNSET,  /* not there until it is set */
};

struct field {
    const struct type *type;
    uint16_t name;
    uint8_t kind, i;
};

static const struct field fields[] = {
    {&type_StopIteration, S_value, FIELD_ARG, 0},
    {&type_SystemExit, S_code, FIELD_CODE, 0},
    {&type_OSError, S_errno, FIELD_ERRNO, 0},
    {&type_OSError, S_strerror, FIELD_PAIR, 1},
    {&type_OSError, S_filename, FIELD_NONE, 0},
#if ADDER_METHODS
    {&type_OSError, S_filename2, FIELD_NONE, 0},
    {&type_OSError, S_characters_written, FIELD_UNSET, 0},
#endif
    {&type_ImportError, S_msg, FIELD_ONLY, 0},
    {&type_ImportError, S_name, FIELD_NONE, 0},
#if ADDER_METHODS
    {&type_ImportError, S_path, FIELD_NONE, 0},
    {&type_ImportError, S_name_from, FIELD_NONE, 0},
    {&type_AttributeError, S_name, FIELD_NONE, 0},
    {&type_AttributeError, S_obj, FIELD_NONE, 0},
    {&type_NameError, S_name, FIELD_NONE, 0},
#endif
    {&type_SyntaxError, S_msg, FIELD_ARG, 0},
    {&type_SyntaxError, S_filename, FIELD_DETAIL, 0},
    {&type_SyntaxError, S_lineno, FIELD_DETAIL, 1},
#if ADDER_SYNTAX_TEXT
    {&type_SyntaxError, S_offset, FIELD_DETAIL, 2},
    {&type_SyntaxError, S_text, FIELD_DETAIL, 3},
    {&type_SyntaxError, S_end_lineno, FIELD_DETAIL, 4},
    {&type_SyntaxError, S_end_offset, FIELD_DETAIL, 5},
    {&type_SyntaxError, S_print_file_and_line, FIELD_NONE, 0},
#endif
#if ADDER_CODECS
    {&type_UnicodeTranslateError, S_object, FIELD_ARG, 0},
    {&type_UnicodeTranslateError, S_start, FIELD_ARG, 1},
    {&type_UnicodeTranslateError, S_end, FIELD_ARG, 2},
    {&type_UnicodeTranslateError, S_reason, FIELD_ARG, 3},
    {&type_UnicodeError, S_encoding, FIELD_ARG, 0},
    {&type_UnicodeError, S_object, FIELD_ARG, 1},
    {&type_UnicodeError, S_start, FIELD_ARG, 2},
    {&type_UnicodeError, S_end, FIELD_ARG, 3},
    {&type_UnicodeError, S_reason, FIELD_ARG, 4},
#endif
#if ADDER_GROUPS
    {&type_BaseExceptionGroup, S_message, FIELD_ARG, 0},
#endif
};

static value field_value(const struct tuple *args, const struct field *f)
{
    switch (f->kind) {
    case FIELD_ARG: return f->i < args->len ? args->items[f->i] : NONE;
    case FIELD_ONLY: return args->len == 1 ? args->items[0] : NONE;
    case FIELD_ERRNO: return args->len >= 2 || (args->len == 1 && is_int(args->items[0])) ? args->items[0] : NONE;
    case FIELD_PAIR: return args->len >= 2 ? args->items[f->i] : NONE;
    case FIELD_CODE: return args->len == 0 ? NONE : args->len == 1 ? args->items[0] : from_ptr(args);
    case FIELD_DETAIL:
        if (args->len > 1 && is_tuple(args->items[1]) && f->i < tuple_of(args->items[1])->len)
            return tuple_of(args->items[1])->items[f->i];
        if (ADDER_METHODS && args->len == 2 && is_list(args->items[1]) && f->i < list_of(args->items[1])->len)
            return list_items(list_of(args->items[1]))[f->i];
        return NONE;
    case FIELD_UNSET: return UNDEF;
    default: return NONE;
    }
}

static value exception_getattr(value self, value name)
{
    const struct type *t = type_of(self);
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
        if (name == SYMBOL(fields[i].name) && type_is_subtype(t, fields[i].type))
            return field_value(args_of(self), &fields[i]);
    return UNDEF;
}

void exception_field_names(const struct type *t, struct dict *names)
{
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
        if (type_is_subtype(t, fields[i].type)) dict_set(names, SYMBOL(fields[i].name), NONE);
    if (is_group_type(t)) dict_set(names, SYMBOL(S_exceptions), NONE);
}

#if ADDER_METHODS
struct dict *exception_dict(value e)
{
    struct dict *d = instance_dict((struct instance *)e), *own = d, *names = dict_new(0);
    value name, v, notes = *exception_slot(e, EXC_NOTES);
    exception_field_names(type_of(e), names);
    for (uint32_t i = 0; dict_next(names, &i, &name, &v);) {
        if (dict_get(d, name) == UNDEF) continue;
        if (own == d) own = dict_copy(d);
        dict_delete(own, name);
    }
    if (notes == UNDEF) return own;
    if (own == d) own = dict_copy(d);
    dict_set(own, SYMBOL(S___notes__), notes);
    return own;
}
#endif

/* A field's value, whether it was set or follows from args. */
static value field(value e, unsigned name)
{
    value v = instance_find((struct instance *)e, SYMBOL(name));
    return v == UNDEF ? exception_getattr(e, SYMBOL(name)) : v;
}

/* ---- text ---- */

static void exception_repr(value self, struct printer *out)
{
    const struct tuple *args = args_of(self);
    print_format(out, "%t(", self);
    for (size_t i = 0; i < args->len; i++) print_format(out, i ? ", %r" : "%r", args->items[i]);
    print_char(out, ')');
}

static bool os_error_str(value self, struct printer *out)
{
    value number = field(self, S_errno), text = field(self, S_strerror);
    value file = field(self, S_filename);
    if (text == NONE && (number == NONE || args_of(self)->len < 2)) return false;
    print_format(out, "[Errno %v] %v", to_str(number), to_str(text));
    if (file != NONE) print_format(out, ": %r", file);
#if ADDER_METHODS
    value file2 = field(self, S_filename2);
    if (file2 != NONE) print_format(out, " -> %r", file2);
#endif
    return true;
}

static bool syntax_error_str(value self, struct printer *out)
{
    value file = field(self, S_filename), line = field(self, S_lineno);
    print_value(out, field(self, S_msg));
    bool has_file = file != NONE && is_str(file), has_line = is_int(line);
    if (!has_file && !has_line) return true;
    print_z(out, " (");
    if (has_file) { /* without its folders */
        struct view v = str_view(file);
        size_t start = v.len;
        while (start > 0 && v.data[start - 1] != '/') start--;
        print_text(out, v.data + start, v.len - start);
        print_z(out, has_line ? ", " : "");
    }
    if (has_line) print_format(out, "line %v", to_str(line));
    print_char(out, ')');
    return true;
}

#if ADDER_CODECS
/* A character as a str literal's escape. */
static void print_escape(struct printer *out, value c)
{
    const char *text = str_view(c).data;
    uint32_t code = utf8_decode(&text);
    print_z(out, code < 0x100 ? "'\\x" : code < 0x10000 ? "'\\u" : "'\\U");
    for (int digits = code < 0x100 ? 2 : code < 0x10000 ? 4 : 8; digits-- > 0;)
        print_char(out, (uint32_t) "0123456789abcdef"[code >> (4 * digits) & 15]);
    print_char(out, '\'');
}

/* Where a codec failed: one byte or character, or a run of them. */
static bool unicode_error_str(value self, const char *action, struct printer *out)
{
    bool decode = *action == 'd', translate = *action == 't';
    value object = field(self, S_object), start = field(self, S_start), end = field(self, S_end);
    if (object == NONE || !is_int(start) || !is_int(end)) return false;
    word from = int_of(start), to = int_of(end);
    if (!translate) print_format(out, "'%v' codec ", to_str(field(self, S_encoding)));
    print_format(out, "can't %s ", action);
    if (to != from + 1 || from < 0 || from >= len_of(object)) {
        print_format(out, "%s in position %zd-%zd", decode ? "bytes" : "characters", from, to - 1);
    } else {
        value item = get_item(object, start);
        print_z(out, decode ? "byte " : "character ");
        if (decode)
            print_format(out, int_of(item) < 16 ? "0x0%x" : "0x%x", (unsigned)int_of(item));
        else
            print_escape(out, item);
        print_format(out, " in position %zd", from);
    }
    print_format(out, ": %v", to_str(field(self, S_reason)));
    return true;
}
#endif

/* The text of the types that have their own; false: as all others. */
static bool special_str(value self, struct printer *out)
{
    const struct type *t = type_of(self);
    size_t n = args_of(self)->len;
    if (OS_ERRORS && type_is_subtype(t, &type_OSError)) return os_error_str(self, out);
    if (ADDER_USUAL_METHODS && type_is_subtype(t, &type_SyntaxError)) return (ADDER_METHODS || n > 0) && syntax_error_str(self, out);
#if ADDER_CODECS
    if (type_is_subtype(t, &type_UnicodeDecodeError)) return unicode_error_str(self, "decode", out);
    if (type_is_subtype(t, &type_UnicodeEncodeError)) return unicode_error_str(self, "encode", out);
    if (type_is_subtype(t, &type_UnicodeTranslateError)) return unicode_error_str(self, "translate", out);
#endif
    if (is_group_type(t)) {
        size_t members = tuple_of(exception_group_members(self))->len;
        print_format(out, "%v (%zd sub-exception%s)", to_str(field(self, S_message)), (word)members,
                     members == 1 ? "" : "s");
        return true;
    }
    if (ADDER_METHODS && type_is_subtype(t, &type_ImportError) && is_str(field(self, S_msg))) {
        print_value(out, field(self, S_msg));
        return true;
    }
    if (type_is_subtype(t, &type_KeyError) && n == 1) {
        print_repr(out, args_of(self)->items[0]);
        return true;
    }
    return false;
}

static void exception_str(value self, struct printer *out)
{
    const struct tuple *args = args_of(self);
    if (special_str(self, out)) return;
    if (args->len == 1)
        print_value(out, args->items[0]);
    else if (args->len > 1)
        print_repr(out, from_ptr(args));
}

/* ---- attributes and methods ---- */

static value need_exception(value v)
{
    if (!is_exception(v))
        raise_type_error("descriptor requires a 'BaseException' object but received a '%t'", v);
    return v;
}

/* The fields that follow from args stay as they are when the program sets those. */
static void keep_fields(value self)
{
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
        if (fields[i].kind == FIELD_NONE || !type_is_subtype(type_of(self), fields[i].type)) continue;
        value v = field(self, fields[i].name);
        if (v != NONE && v != UNDEF) set_field(self, fields[i].name, v);
    }
}

static void set_args(value self, value v)
{
    if (v == UNDEF) raise_type_error("args may not be deleted");
    v = tuple_from_iterable(v);
    if (ADDER_METHODS) keep_fields(self);
    *exception_slot(self, EXC_ARGS) = v;
}

/* Whether it is an OSError, and of no class with an __init__ of its own. */
static bool inherits_os_init(const struct type *t)
{
    return ADDER_METHODS && type_is_subtype(t, &type_OSError) && class_special(t, SYMBOL(S___init__)) == UNDEF;
}

static value method_init(size_t n, value *args, size_t nkw, const value *kwnames)
{
    value self = need_exception(args[0]), all = tuple_new(n - 1, args + 1);
    if (inherits_os_init(type_of(self))) return NONE; /* made whole by __new__ */
    if (is_group_type(type_of(self))) {
        set_keywords(self, args + n, nkw, kwnames); /* raises */
        set_args(self, all);
        return NONE;
    }
#if ADDER_CODECS
    if (type_is_subtype(type_of(self), &type_UnicodeError)) check_unicode_arguments(type_of(self), n - 1, args + 1, nkw);
#endif
#if ADDER_METHODS
    if (n == 3 && type_is_subtype(type_of(self), &type_SyntaxError)) check_syntax_details(args[2], nkw);
#endif
    *exception_slot(self, EXC_ARGS) = all;
    if (OS_ERRORS && type_is_subtype(type_of(self), &type_OSError)) os_error_init(self);
#if ADDER_METHODS
    for (size_t i = 0; i < sizeof allowed / sizeof allowed[0]; i++) /* what an __init__() before has set */
        if (type_is_subtype(type_of(self), allowed[i].type) && field(self, allowed[i].name) != NONE)
            set_field(self, allowed[i].name, NONE);
#endif
    set_keywords(self, args + n, nkw, kwnames);
    return NONE;
}

static value or_none(value v)
{
    return v == UNDEF ? NONE : v;
}

static value get_args(value self)
{
    return *exception_slot(self, EXC_ARGS);
}
static value get_traceback(value self)
{
    return traceback_seen(*exception_slot(self, EXC_TRACEBACK));
}
static value get_cause(value self)
{
    return or_none(*exception_slot(self, EXC_CAUSE));
}
static value get_context(value self)
{
    return or_none(*exception_slot(self, EXC_CONTEXT));
}
static value get_suppress(value self)
{
    return from_bool(*exception_slot(self, EXC_SUPPRESS) == TRUE);
}
static value get_notes(value self)
{
    return *exception_slot(self, EXC_NOTES);
}

static void set_traceback(value self, value v)
{
    if (v == UNDEF) raise_type_error("__traceback__ may not be deleted");
    if (v != NONE && !is_type(v, &type_traceback))
        raise_type_error("__traceback__ must be a traceback or None");
    *exception_slot(self, EXC_TRACEBACK) = v;
}

static void set_chained(value self, int slot, const char *what, value v)
{
    if (v == UNDEF) raise_type_error("__%s__ may not be deleted", what);
    if (v != NONE && !is_exception(v))
        raise_type_error("exception %s must be None or derive from BaseException", what);
    *exception_slot(self, slot) = v;
}

static void set_cause(value self, value v)
{
    set_chained(self, EXC_CAUSE, "cause", v);
    *exception_slot(self, EXC_SUPPRESS) = TRUE;
}

static void set_context(value self, value v)
{
    set_chained(self, EXC_CONTEXT, "context", v);
}

static void set_suppress(value self, value v)
{
    if (v == UNDEF || !is_bool(v)) raise_type_error("attribute value type must be bool");
    *exception_slot(self, EXC_SUPPRESS) = v;
}

static void set_notes(value self, value v)
{
    *exception_slot(self, EXC_NOTES) = v;
}

static value method_with_traceback(value self, value traceback)
{
    set_traceback(need_exception(self), traceback);
    return self;
}

static value method_add_note(value self, value note)
{
    if (!is_str(unwrap(note))) raise_type_error("note must be a str, not '%t'", note);
    value *notes = exception_slot(need_exception(self), EXC_NOTES);
    if (*notes == UNDEF) {
        value l = list_new(0, NULL);
        *notes = l;
    }
    if (!is_list(*notes)) raise_type_error("Cannot add note: __notes__ is not a list");
    list_append(list_of(*notes), note);
    return NONE;
}

static value method_reduce(value self)
{
    const struct instance *o = (const struct instance *)need_exception(self);
    const value parts[] = {from_ptr(type_of(self)), get_args(self), UNDEF};
    bool plain = o->shape->count == EXCEPTION_SLOTS;
    value t = tuple_new(plain ? 2 : 3, parts);
    if (!plain) {
        value d = from_ptr(dict_copy(instance_dict((struct instance *)self)));
        tuple_of(t)->items[2] = d;
    }
    return t;
}

/* The attributes that __reduce__ found. */
static value method_setstate(value self, value state)
{
    need_exception(self);
    if (state == NONE) return NONE;
    if (!as_dict(state)) raise_type_error("state is not a dictionary");
    value k, v;
    for (uint32_t i = 0; dict_next(as_dict(state), &i, &k, &v);) {
        if (!is_str(unwrap(k))) raise_type_error("attribute name must be string, not '%t'", k);
        set_attr(self, str_intern(unwrap(k)), v);
    }
    return NONE;
}

SLOTK(m_init, __init__, method_init);
METHOD2(m_setstate, __setstate__, method_setstate);
METHOD2(m_with_traceback, with_traceback, method_with_traceback);
METHOD2(m_add_note, add_note, method_add_note);
METHOD1(m_reduce, __reduce__, method_reduce);
GETSET(a_args, args, get_args, set_args);
GETSET(a_traceback, __traceback__, get_traceback, set_traceback);
GETSET(a_cause, __cause__, get_cause, set_cause);
GETSET(a_context, __context__, get_context, set_context);
GETSET(a_suppress, __suppress_context__, get_suppress, set_suppress);
GETSET(a_notes, __notes__, get_notes, set_notes);

static const struct attr exception_attrs[] = {
    ATTR(args, a_args),           ATTR_USUAL(__traceback__, a_traceback)       ATTR(__cause__, a_cause),
    ATTR_MORE(__context__, a_context) ATTR_MORE(__suppress_context__, a_suppress) ATTR_MORE(__notes__, a_notes)
    ATTR(__init__, m_init),       ATTR_MORE(with_traceback, m_with_traceback) ATTR_MORE(add_note, m_add_note)
    ATTR_MORE(__reduce__, m_reduce) ATTR_MORE(__setstate__, m_setstate)
};

/* ---- types ---- */

static size_t exception_size(const struct object *o)
{
    (void)o;
    return sizeof(struct instance) + exception_shape.cap * sizeof(value);
}

static void exception_trace(struct object *o)
{
    heap_visit_all(((struct instance *)o)->slots, exception_shape.cap);
}

const struct slots exception_slots = {
    .size_of = exception_size,
    .trace = exception_trace,
    .make = exception_make,
    .getattr = exception_getattr,
    .repr = exception_repr,
    .str = exception_str,
};

#if ADDER_GROUPS
/* ExceptionGroup has two bases. */
ROM_TUPLE(group_bases, 2, (value)&type_BaseExceptionGroup, (value)&type_Exception);
ROM_TUPLE(group_mro, 5, (value)&type_ExceptionGroup, (value)&type_BaseExceptionGroup, (value)&type_Exception,
          (value)&type_BaseException, (value)&type_object);
#endif

#define ROOT                 .root = (struct shape *)&exception_shape
#define BASE_EXCEPTION       EXCEPTION_REST(ROOT) TYPE_ATTRS(exception_attrs)
#define BASE_EXCEPTION_GROUP EXCEPTION_REST(ROOT) .attrs = exception_group_attrs, .nattrs = EXCEPTION_GROUP_ATTRS
#define EXCEPTION_GROUP      EXCEPTION_REST(ROOT, .mro = (value)&group_mro, .bases = (value)&group_bases)
#define XA(name_, base_, parts)                                                                              \
    const struct type type_##name_ = {.head = {&type_type},                                                  \
                                      .slots = &exception_slots,                                             \
                                      .flags = TYPE_BASE | TYPE_INSTANCE | TYPE_EXCEPTION | TYPE_NO_WEAK,    \
                                      .name = SYMBOL(S_##name_),                                             \
                                      .base = &type_##base_,                                                 \
                                      parts};
#define X(name_, base_) XA(name_, base_, EXCEPTION_REST(ROOT))
#include "exceptions.def"
#undef X

/* ---- catching and raising ---- */

bool exception_matches(value e, value type)
{
    if (is_tuple(type)) {
        check_c_stack();
        bool any = false;
        for (size_t i = 0; i < tuple_of(type)->len; i++)
            any = exception_matches(e, tuple_of(type)->items[i]) || any;
        return any;
    }
    if (!is_class(type) || !(class_of(type)->flags & TYPE_EXCEPTION))
        raise_type_error("catching classes that do not inherit from BaseException is not allowed");
    return type_is_subtype(type_of(e), class_of(type));
}

_Noreturn void raise(value exception)
{
    if (is_class(exception) && (class_of(exception)->flags & TYPE_EXCEPTION)) exception = call0(exception);
    if (!is_exception(exception)) raise_usual_type_error("exceptions must derive from BaseException");
    vm_raise(exception);
}

static _Noreturn void raise_formatted(const struct type *type, const char *format, va_list args)
{
    struct printer p;
    heap_emergency = true;
    printer_init(&p);
    print_vformat(&p, format, args);
    value message = printer_str(&p);
    vm_raise(exception_make(type, 1, &message, 0, NULL));
}

_Noreturn void (raise_message)(const struct type *type, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    raise_formatted(type, format, args);
}

#if ADDER_MESSAGES
_Noreturn void (raise_type_error)(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    raise_formatted(&type_TypeError, format, args);
}

_Noreturn void (raise_value_error)(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    raise_formatted(&type_ValueError, format, args);
}
#else
#if ADDER_USUAL_MESSAGES
_Noreturn void (raise_usual_type_error)(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    raise_formatted(&type_TypeError, format, args);
}
#endif

/* What to say of an exception of each type; none: nothing. */
static const struct short_text {
    const struct type *type;
    const char *text;
} short_texts[] = {
    {&type_TypeError, "wrong type or arguments"}, {&type_ValueError, "invalid value"},
    {&type_IndexError, "index out of range"},     {&type_OverflowError, "too large"},
    {&type_ZeroDivisionError, "division by zero"}, {&type_RecursionError, "recursion too deep"},
    {&type_AttributeError, "attribute is read-only"}, {&type_RuntimeError, "not possible now"},
};

_Noreturn void raise_short(const struct type *type)
{
    value text = UNDEF;
    for (size_t i = 0; i < sizeof short_texts / sizeof short_texts[0]; i++)
        if (short_texts[i].type == type) text = str_new(short_texts[i].text, strlen(short_texts[i].text));
    vm_raise(exception_make(type, text != UNDEF, &text, 0, NULL));
}

_Noreturn void raise_short_type_error(void)
{
    raise_short(&type_TypeError);
}

_Noreturn void raise_short_value_error(void)
{
    raise_short(&type_ValueError);
}
#endif

_Noreturn void raise_key_error(value key)
{
    vm_raise(exception_make(&type_KeyError, 1, &key, 0, NULL));
}

const char *(*os_error_text)(int number);

_Noreturn void raise_os_error(int number, value filename)
{
    const char *text = os_error_text ? os_error_text(number) : "error";
    value args[] = {from_int(number), str_new(text, strlen(text)), filename};
    vm_raise(exception_make(&type_OSError, filename == UNDEF || filename == NONE ? 2 : 3, args, 0, NULL));
}

/* When memory is used up there is none for an exception: this one is always there. */
static struct ROM_OBJECT {
    struct object head;
    const struct shape *shape;
    value slots[EXCEPTION_SLOTS + 1];
} memory_error;

_Noreturn void raise_memory_error(void)
{
    memset(&memory_error, 0, sizeof memory_error);
    memory_error.head.type = &type_MemoryError;
    memory_error.shape = &exception_shape;
    memory_error.slots[EXC_ARGS] = from_ptr(&empty_tuple);
    vm_raise(from_ptr(&memory_error));
}

static void visit_memory_error(void)
{
    heap_visit_all(memory_error.slots, EXCEPTION_SLOTS + 1);
}

void exception_init(void)
{
    memset(&memory_error, 0, sizeof memory_error);
    heap_add_roots(visit_memory_error);
}

void (*exception_ignored_hook)(value exception, value where);

void exception_ignored(value exception, value where)
{
    if (exception_ignored_hook) exception_ignored_hook(exception, where);
}
