/* ExceptionGroup and BaseExceptionGroup: several exceptions at once. The members are the attribute
 * `exceptions`, a tuple. */
#include "class.h"

#if ADDER_GROUPS

/* ---- making ---- */

/* Checks the arguments; the type to make: a BaseExceptionGroup of Exceptions is an ExceptionGroup. */
const struct type *exception_group_check(const struct type *t, size_t n, const value *args)
{
    if (n != 2)
        raise_type_error("BaseExceptionGroup.__new__() takes exactly 2 arguments (%zd given)", (word)n);
    if (!is_str(unwrap(args[0])))
        raise_type_error("BaseExceptionGroup.__new__() argument 1 must be str, not %t", args[0]);
    if (is_type(args[1], &type_generic_alias) || find_special(args[1], SYMBOL(S___getitem__)) == UNDEF || as_dict(args[1]))
        raise_type_error("second argument (exceptions) must be a sequence");
    value members = tuple_from_iterable(args[1]);
    const struct tuple *m = tuple_of(members);
    if (m->len == 0) raise_value_error("second argument (exceptions) must be a non-empty sequence");
    bool nested = false;
    for (size_t i = 0; i < m->len; i++) {
        if (!is_exception(m->items[i]))
            raise_value_error("Item %zd of second argument (exceptions) is not an exception", (word)i);
        nested |= !is_instance(m->items[i], &type_Exception);
    }
    if (t == &type_BaseExceptionGroup && !nested) return &type_ExceptionGroup;
    if (nested && t == &type_ExceptionGroup)
        raise_type_error("Cannot nest BaseExceptions in an ExceptionGroup");
    if (nested && type_is_subtype(t, &type_Exception))
        raise_type_error("Cannot nest BaseExceptions in '%v'", t->name);
    return t;
}

void exception_group_init(value e)
{
    const struct tuple *args = tuple_of(*exception_slot(e, EXC_ARGS));
    instance_set((struct instance *)e, SYMBOL(S_exceptions), tuple_from_iterable(args->items[1]));
#if ADDER_METHODS
    instance_set((struct instance *)e, SYMBOL(S_message), args->items[0]);
#endif
}

value exception_group_members(value group)
{
    value v = instance_find((struct instance *)group, SYMBOL(S_exceptions));
    return v == UNDEF || !is_tuple(v) ? from_ptr(&empty_tuple) : v;
}

/* ---- splitting ---- */

static value need_group(value v)
{
    if (!is_exception(v) || !is_instance(v, &type_BaseExceptionGroup))
        raise_type_error("descriptor requires a 'BaseExceptionGroup' object but received a '%t'", v);
    return v;
}

static bool is_exception_class(value v)
{
    return is_class(v) && (class_of(v)->flags & TYPE_EXCEPTION);
}

static void check_condition(value condition)
{
    if (is_exception_class(condition)) return;
    if (is_tuple(condition)) {
        size_t i = 0, n = tuple_of(condition)->len;
        while (i < n && is_exception_class(tuple_of(condition)->items[i])) i++;
        if (i == n) return;
    } else if (!is_class(condition) && is_callable(condition)) {
        return;
    }
    raise_type_error(
        "expected an exception type, a tuple of exception types, or a callable (other than a class)");
}

static bool meets(value e, value condition)
{
    return is_class(condition) || is_tuple(condition) ? exception_matches(e, condition)
                                                      : truth(call1(condition, e));
}

value exception_group_derive(value group, value exceptions)
{
    value made = call_method(group, SYMBOL(S_derive), 1, &exceptions);
    if (!is_exception(made) || !is_instance(made, &type_BaseExceptionGroup))
        raise_type_error("derive must return an instance of BaseExceptionGroup");
    static const uint8_t copied[] = {EXC_TRACEBACK, EXC_CAUSE, EXC_CONTEXT};
    traceback_seen(*exception_slot(group, EXC_TRACEBACK));
    for (size_t i = 0; i < sizeof copied; i++)
        *exception_slot(made, copied[i]) = *exception_slot(group, copied[i]);
    *exception_slot(made, EXC_SUPPRESS) = TRUE; /* as setting a cause does, even none */
    value notes = *exception_slot(group, EXC_NOTES);
    if (notes != UNDEF && is_list(notes)) {
        notes = list_new(list_of(notes)->len, list_items(list_of(notes)));
        *exception_slot(made, EXC_NOTES) = notes;
    }
    return made;
}

/* The group of these members; None if there are none. */
static value subset(value group, value members)
{
    return list_of(members)->len ? exception_group_derive(group, members) : NONE;
}

static void split(value e, value condition, value *match, value *rest)
{
    check_c_stack();
    bool met = meets(e, condition);
    *match = met ? e : NONE;
    *rest = met ? NONE : e;
    if (met || !is_instance(e, &type_BaseExceptionGroup)) return;
    value members = exception_group_members(e), matching = list_new(0, NULL), others = list_new(0, NULL);
    for (size_t i = 0; i < tuple_of(members)->len; i++) {
        value m, r;
        split(tuple_of(members)->items[i], condition, &m, &r);
        if (m != NONE) list_append(list_of(matching), m);
        if (r != NONE) list_append(list_of(others), r);
    }
    *match = subset(e, matching);
    *rest = subset(e, others);
}

void exception_group_split(value group, value condition, value *match, value *rest)
{
    check_condition(condition);
    split(group, condition, match, rest);
}

static void add_leaves(struct list *to, value e)
{
    check_c_stack();
    if (!is_instance(e, &type_BaseExceptionGroup)) {
        list_append(to, e);
        return;
    }
    value members = exception_group_members(e);
    for (size_t i = 0; i < tuple_of(members)->len; i++) add_leaves(to, tuple_of(members)->items[i]);
}

static value project(value e, const struct list *leaves)
{
    check_c_stack();
    if (!is_instance(e, &type_BaseExceptionGroup)) {
        for (size_t i = 0; i < leaves->len; i++)
            if (list_items(leaves)[i] == e) return e;
        return NONE;
    }
    value members = exception_group_members(e), kept = list_new(0, NULL);
    for (size_t i = 0; i < tuple_of(members)->len; i++) {
        value m = project(tuple_of(members)->items[i], leaves);
        if (m != NONE) list_append(list_of(kept), m);
    }
    return subset(e, kept);
}

value exception_group_project(value group, const struct list *parts)
{
    struct list *leaves = list_of(list_new(0, NULL));
    for (size_t i = 0; i < parts->len; i++) add_leaves(leaves, list_items(parts)[i]);
    return project(group, leaves);
}

static value method_split(value self, value condition)
{
    value parts[2];
    exception_group_split(need_group(self), condition, &parts[0], &parts[1]);
    return tuple_new(2, parts);
}

static value method_subgroup(value self, value condition)
{
    value match, rest;
    exception_group_split(need_group(self), condition, &match, &rest);
    return match;
}

static value method_derive(value self, value exceptions)
{
    value args[] = {get_attr(need_group(self), SYMBOL(S_message)), exceptions};
    return exception_make(&type_BaseExceptionGroup, 2, args, 0, NULL);
}

METHOD2(m_split, split, method_split);
METHOD2(m_subgroup, subgroup, method_subgroup);
METHOD2(m_derive, derive, method_derive);

static value get_message(value self)
{
    return instance_find((struct instance *)need_group(self), SYMBOL(S_message));
}

/* What it was made of can't be set. */
GETSET(a_message, message, get_message, NULL);
GETSET(a_exceptions, exceptions, exception_group_members, NULL);

const struct attr exception_group_attrs[EXCEPTION_GROUP_ATTRS] = {
    ATTR(split, m_split),
    ATTR(subgroup, m_subgroup),
    ATTR(derive, m_derive),
    ATTR(__class_getitem__, class_getitem),
    ATTR_MORE(message, a_message)
    ATTR_MORE(exceptions, a_exceptions)
};

#endif
