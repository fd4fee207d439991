/* The descriptors that __slots__ makes: each stands for a place in the instances of its class and of those below,
 * in front of all attributes. */
#include "class.h"

#if ADDER_SLOTS
static struct member *self_member(value v)
{
    return (struct member *)v;
}

static void member_trace(struct object *o)
{
    struct member *m = (struct member *)o;
    heap_visit_ptr(&m->cls);
    heap_visit(&m->name);
}

value member_new(const struct type *cls, value name, unsigned index)
{
    struct member *m = heap_object(&type_member, sizeof *m);
    m->cls = cls;
    m->name = name;
    m->index = index;
    return from_ptr(m);
}

value *member_at(value member, value o)
{
    const struct member *m = self_member(member);
    if (!is_instance(o, m->cls))
        raise_type_error("descriptor '%v' for '%v' objects doesn't apply to a '%t' object", m->name, m->cls->name, o);
    return &((struct instance *)o)->slots[m->index];
}

static void member_repr(value self, struct printer *out)
{
    print_format(out, "<member '%v' of '%v' objects>", self_member(self)->name, self_member(self)->cls->name);
}

static value get_name(value self)
{
    return self_member(self)->name;
}

static value get_qualname(value self)
{
    value owner = get_attr(from_ptr(self_member(self)->cls), SYMBOL(S___qualname__));
    return str_format_c("%v.%v", owner, self_member(self)->name);
}

static value get_class(value self)
{
    return from_ptr(self_member(self)->cls);
}

static value method_get(size_t n, value *args)
{
    need_self(args[0], &type_member);
    if (args[1] == NONE && (n < 3 || args[2] == NONE)) raise_type_error("__get__(None, None) is invalid");
    if (args[1] == NONE) return args[0];
    value v = *member_at(args[0], args[1]);
    if (v == UNDEF) raise_attribute_error(args[1], self_member(args[0])->name);
    return v;
}

static value method_set(value self, value o, value v)
{
    need_self(self, &type_member);
    descriptor_set(self, o, v);
    return NONE;
}

static value method_delete(value self, value o)
{
    return method_set(self, o, UNDEF);
}

SLOTV(m_get, __get__, 2, 3, method_get);
SLOT3(m_set, __set__, method_set);
SLOT2(m_delete, __delete__, method_delete);
GETSET(a_name, __name__, get_name, NULL);
GETSET(a_qualname, __qualname__, get_qualname, NULL);
GETSET(a_objclass, __objclass__, get_class, NULL);
static const struct attr member_attrs[] = {
    ATTR(__get__, m_get),
    ATTR(__set__, m_set),
    ATTR(__delete__, m_delete),
    ATTR(__name__, a_name),
    ATTR(__qualname__, a_qualname),
    ATTR(__objclass__, a_objclass),
};
static const struct slots member_slots = {
    .size = sizeof(struct member),
    .trace = member_trace,
    .repr = member_repr,
};
const struct type type_member = {{&type_type},
                                 .slots = &member_slots,
                                 .flags = TYPE_NO_WEAK,
                                 .name = SYMBOL(S_member_descriptor),
                                 TYPE_ATTRS(member_attrs),
                                 .base = &type_object};
#endif
