/* What the files about classes, functions and exceptions share, and what the machine needs of them:
 * building and calling classes, attribute lookup step by step, C functions, and the constructors of
 * the small objects that only special syntax makes. */
#ifndef ADDER_CLASS_H
#define ADDER_CLASS_H

#include "layout.h"
#include "printer.h"

/* ---- type.c, class_build.c ---- */

/* The type of a value that is no object in memory (an int, a symbol, a float, None, ...). */
const struct type *type_of_immediate(value v);

/* The class statement: runs the body in a fresh namespace and calls the metaclass. `keywords`: a dict
 * or None. attribute_guess: how many attributes the methods' code stores on self. */
value class_build(value body, value name, value bases, value keywords, unsigned attribute_guess);
/* type.__new__: the namespace becomes the class's own. */
/* The most derived of the metaclasses of all bases, and of meta. TypeError if there is none. */
const struct type *class_metaclass(const struct type *meta, value bases);
value class_new(const struct type *meta, value name, value bases, struct dict *ns, size_t nkw,
                const value *kwvalues, const value *kwnames, unsigned attribute_guess);
/* cls(...): __new__ and __init__, or the built-in's constructor. */
value type_call(value cls, size_t n, value *args, size_t nkw, const value *kwnames);
/* How the machine may make an instance by itself: instance_new(), then call this __init__ (a Python
 * function). NONE: there is no __init__, and no argument is allowed. UNDEF: it must use type_call(). */
value class_init_function(const struct type *cls);
/* object.__new__(t), and the same for classes with a built-in base: what they wrap is made too. */
value class_instance(const struct type *t);
/* Built-in types whose constructor gets the arguments even if the class has an __init__; they have none themselves. */
bool type_is_immutable(const struct type *t);
value native_new(const struct type *cls, size_t n, value *args, size_t nkw, const value *kwnames);
/* The built-in base's __init__, on an instance that wraps. */
void native_init(value o, size_t n, value *args, size_t nkw, const value *kwnames);
_Noreturn void raise_abstract(const struct type *t);
value class_linearise(const struct type *t); /* the MRO by the C3 rule, as a tuple */
/* isinstance(v, cls) and issubclass(v, cls) (class_check.c). */
bool class_check_instance(value v, value cls);
bool class_check_subclass(value v, value cls);
/* Recomputes the flags that depend on which special methods a heap class has. */
void class_set_flags(struct type *t);
bool class_is_hook(value name); /* whether they depend on this one */
void check_class_name(value name); /* ValueError: has a NUL */
void class_set_bases(struct type *t, value bases); /* t.__bases__ = bases */
value type_subclasses(value cls);  /* a list */

void type_trace(struct object *o);

/* The classes along a type's MRO: for (walk = mro_walk(t); (k = mro_next(&walk));) */
struct mro_walk {
    const value *at, *end;
    const struct type *next;
};
struct mro_walk mro_walk(const struct type *t);
const struct type *mro_next(struct mro_walk *w);
value type_mro(const struct type *t);   /* as a tuple */
value type_bases(const struct type *t); /* as a tuple */
static inline bool is_class(value v)
{
    return is_obj(v) && (obj_of(v)->type == &type_type || (ADDER_CLASS_HOOKS && obj_of(v)->type->flags & TYPE_META));
}
static inline const struct type *class_of(value v)
{
    return (const struct type *)v;
}

value mappingproxy_new(value mapping);
extern const struct type type_mappingproxy;

/* ---- attribute.c ---- */

/* The key of the attribute cache for reading attributes of o (see layout.h): an instance's shape; a
 * class or module itself, marked by 1; a source module's dict; else the type. */
static inline value attribute_key(const struct object *o)
{
    const struct type *t = o->type;
    if (t->flags & TYPE_INSTANCE) return from_ptr(((const struct instance *)o)->shape);
    if (t->flags & TYPE_META) return from_ptr(o) + 1;
    if (t == &type_module) {
        struct dict *d = ((const struct module *)o)->dict;
        return d ? from_ptr(d) : from_ptr(o) + 1;
    }
    return from_ptr(t);
}

void attribute_init(void); /* once, at start */

/* The attribute `name` along t's MRO, unbound, and the class that has it. UNDEF: none. */
value type_lookup(const struct type *t, value name, const struct type **owner);
/* A class's own attribute. */
value type_own(const struct type *t, value name);
/* The method of this name that a heap class of t's MRO defines in front of any built-in that has the
 * protocol (NULL test: `object` is the only built-in end). UNDEF: none; cached. */
value class_special(const struct type *t, value name);
/* Calls such a method: self first. */
value special_call(value f, value self, size_t n, const value *args);

/* What reading the class attribute d gives through o (UNDEF: through the class itself). */
value descriptor_get(value d, value o, const struct type *cls);
bool is_data_descriptor(value d);
/* If d is a computed attribute of a built-in type: TypeError unless o is an object of that type. */
#if ADDER_METHODS
value getset_made(const struct type *t, bool dict); /* the __dict__, or else the __weakref__, that a class lists */
const struct type *getset_owner(value d);           /* its class; NULL: another computed attribute */
void class_complete(struct type *t); /* adds to the namespace of a class what CPython lists there, and lookup finds elsewhere */
#else
#define getset_owner(d) NULL
#endif
bool getset_is_general(value d); /* of `object`: any object has it */
void getset_check(value d, value o);
bool descriptor_set(value d, value o, value v); /* false: d is no data descriptor */

value property_get(value property, value o);
void property_set(value property, value o, value v);
void property_show_doc(value o); /* of a class derived from property: its text is o's own, where the class has one */
void class_set_attr(const struct type *cls, value name, value v);
value module_name(value module);

/* object's own __getattribute__ and __setattr__. */
value generic_get_attr(value o, value name); /* UNDEF: none */
void generic_set_attr(value o, value name, value v);
_Noreturn void raise_attribute_error(value o, value name);
/* A list of all attribute names: dir(o). */
value attribute_names(value o);

/* ---- slot_methods.c: special methods of built-in types, made from their slots ---- */

bool slot_is_method(const struct cfunction *f, const struct type *t); /* t has it as a method, not only as a slot's */
#if ADDER_USUAL_METHODS
value slot_method(const struct type *t, value name); /* UNDEF: t has no such protocol */
bool is_slot_init(value f);                          /* the __init__ that is made of a constructor */
/* The base of t that its slot for the method f comes from. */
const struct type *slot_owner(const struct type *t, const struct cfunction *f);
void slot_method_names(const struct type *t, struct dict *names); /* adds all as keys */
#else
static inline value slot_method(const struct type *t, value name)
{
    (void)t, (void)name;
    return UNDEF;
}
static inline bool is_slot_init(value f)
{
    (void)f;
    return false;
}
static inline void slot_method_names(const struct type *t, struct dict *names) { (void)t, (void)names; }
#endif

/* ---- unbound.c: methods of built-in types, read from a class ---- */

#if ADDER_METHODS
void unbound_init(void); /* once, at start */
/* What reading the built-in function from cls gives: for a method always the same object, that checks what it is called
 * on; the function itself, if it is none. */
value unbound_method(value function, const struct type *cls);
bool is_unbound(value v);
extern const struct type type_method_descriptor, type_wrapper_descriptor;
#else
#define is_unbound(v) false
static inline void unbound_init(void) {}
static inline value unbound_method(value function, const struct type *cls) { return (void)cls, function; }
#endif

/* ---- shape.c ---- */

extern const struct shape exception_shape;
/* The shape of new instances; NULL: there are none. */
static inline struct shape *type_root(const struct type *t)
{
    if (type_has_rest(t)) return t->rest->root;
    return t->flags & TYPE_EXCEPTION ? (struct shape *)&exception_shape : NULL;
}
/* first: where the attributes begin. cap: how many slots there are to be, in all. */
struct shape *shape_root_new(const struct type *cls, unsigned first, unsigned cap);
struct shape *shape_add(struct shape *s, value name);
struct shape *shape_dict(struct shape *s);         /* the tree's shape with a dict */
int shape_find(const struct shape *s, value name); /* the attribute's number; -1: none */
void shape_outgrown(const struct shape *s);
void shape_learn(const struct type *cls);          /* a new root for a TYPE_OUTGROWN class */
#define ATTRIBUTES_MAX (ADDER_LEVEL == 2 ? 128 : 64) /* more than this: a dict */

/* ---- instance.c, instance_slots.c ---- */

extern const struct slots instance_slots, metaclass_slots;
/* Has v a method for this unary operator? Then NotImplemented is its result like any other. */
#if ADDER_METHODS
bool instance_has_unary(enum op op, value v);
#else
#define instance_has_unary(op, v) false
#endif
/* For the machine: the Python function that `a op b` calls first with a and b, or UNDEF if it is not so simple. */
value instance_operator(enum op op, value a, value b);
/* The rest of `a op b` when that has returned NotImplemented; NOTIMPL. */
value instance_binary_rest(enum op op, value a, value b);
#if ADDER_METHODS
/* The memoryview that a method __buffer__() in Python gives; UNDEF: v has none. memoryview(), bytes() and bytearray() ask for
 * it; release_view() gives it back where the use is over. */
value exported_view(value v);
void release_view(value v, value view);
#endif
/* str(v) or repr(v) as a program gets it: what a method returns may be of a subclass of str. */
#if ADDER_METHODS
value str_of_object(value v, bool repr);
#else
static inline value str_of_object(value v, bool repr) { return repr ? to_repr(v) : to_str(v); }
#endif
/* The slots of the nearest built-in base, and in *v the object that they work on. */
const struct slots *native_slots(value *v);
/* What that base's operators get for v: the object in it, but v itself if they care for its class. */
value operand_of(value v);
/* The same for an instance, where only what it wraps can have the protocol in question. */
static inline const struct slots *wrapped_slots(value *v)
{
    return ADDER_DERIVED_TYPES || ADDER_CLASS_HOOKS ? native_slots(v) : type_object.slots;
}
unsigned instance_first(const struct type *cls); /* number of the first attribute: behind what is wrapped, and __slots__ */
void instance_replace_dict(struct instance *o, struct dict *d); /* o.__dict__ = d */
bool instance_in_dict_mode(const struct instance *o);
bool instance_delete(struct instance *o, value name); /* false: has none */
void instance_set_class(struct instance *o, const struct type *cls);
/* Calls fn for each own attribute, in order. */
void instance_each(const struct instance *o, void (*fn)(value name, value v, void *arg), void *arg);
/* Makes a CACHE_SLOT or CACHE_LIST entry of an own attribute. */
void instance_fill_cache(const struct instance *o, value name);
value native_getitem(value self, value key);         /* by the built-in base, with __missing__ */
/* The repr of the built-in object that an instance wraps, with the name of its class. */
void native_repr(value self, value native, struct printer *out);
int contains_by_iteration(value container, value v); /* operate.c */

/* ---- object.c ---- */

void object_repr(value self, struct printer *out);
value object_format(value self, value spec);

/* ---- member.c ---- */

value member_new(const struct type *cls, value name, unsigned index);
/* The place in o; TypeError if o has none. */
value *member_at(value member, value o);
#if ADDER_SLOTS
static inline bool is_member(value v) { return is_type(v, &type_member); }
#else
static inline bool is_member(value v) { (void)v; return false; }
#endif

/* ---- function.c ---- */

/* f(first, *args, **keywords): the keywords' values follow the positional ones in args. */
value call_prefixed(value f, value first, size_t n, const value *args, size_t nkw, const value *kwnames);

/* The call slot of Python functions: the machine's. */
value function_call(value self, size_t n, value *args, size_t nkw, const value *kwnames);
value cfunction_call(const struct cfunction *f, size_t n, value *args, size_t nkw, const value *kwnames);
struct function_extra *function_extra(struct function *f); /* made if need be */
value function_qualname(const struct function *f); /* as it is now, for messages */
value descriptor_method_get(size_t n, value *args);        /* d.__get__(object, cls) */
value wrapped_new(const struct type *t, value function);   /* a staticmethod or classmethod */

/* ---- exception.c ---- */

/* The machine's: sets __context__, and goes on at the innermost handler. */
_Noreturn void vm_raise(value exception);
_Noreturn void vm_reraise(value exception); /* as it is */
/* Says that an exception could not be raised, and where: set by the runtime. */
extern void (*exception_ignored_hook)(value exception, value where);
void exception_ignored(value exception, value where);
/* What strerror says: set by the runtime. */
extern const char *(*os_error_text)(int number);
/* exception_group.c */
extern const struct type type_BaseExceptionGroup;
static inline bool is_group_type(const struct type *t)
{
    return ADDER_GROUPS && type_is_subtype(t, &type_BaseExceptionGroup);
}
const struct type *exception_group_check(const struct type *t, size_t n, const value *args);
void exception_group_init(value e);
#define EXCEPTION_GROUP_ATTRS (ADDER_METHODS ? 6 : 4)
extern const struct attr exception_group_attrs[EXCEPTION_GROUP_ATTRS];
bool is_iterator(value v); /* whether it can be asked for the next item */

/* The places of a traceback (which may be NONE or UNDEF), from the outermost inwards: the code, and where in it; NULL:
 * no more. What happens meanwhile may change the traceback. */
struct traceback_walk {
    value traceback;
    uint32_t place;
    word times;
};
struct code_position;
struct traceback_walk traceback_walk(value traceback);
struct code *traceback_next(struct traceback_walk *w, struct code_position *at);
value traceback_innermost(value traceback); /* the function that raised, or its frame object; UNDEF: it is not known */
value exception_make(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames);
void exception_init(void); /* once, at start */
void exception_field_names(const struct type *t, struct dict *names); /* adds those that follow from args as keys */
struct dict *exception_dict(value e); /* its __dict__; a copy without the fields, if any of them was set */
extern const struct type type_traceback;
extern const struct slots exception_slots;
#if TYPE_SHORT
#define EXCEPTION_REST(...)
#else
#define EXCEPTION_REST(...) .rest = {{__VA_ARGS__}},
#endif
/* The fields of an exception type of a module: { EXCEPTION_FIELDS(base), .name = ... } */
#define EXCEPTION_FIELDS(base_)                                                                              \
    .head = {&type_type}, .slots = &exception_slots, .flags = TYPE_BASE | TYPE_INSTANCE | TYPE_EXCEPTION,    \
    EXCEPTION_REST(.root = (struct shape *)&exception_shape) .base = &type_##base_
/* Parts of a group by a condition (a class, tuple or function), each a group or None. */
void exception_group_split(value group, value condition, value *match, value *rest);
/* A group like this one with other members. */
value exception_group_derive(value group, value exceptions);
value exception_group_members(value group); /* a tuple */
/* A group like this one of only those exceptions that are in the groups of the list `parts`; None: of none. */
value exception_group_project(value group, const struct list *parts);

/* ---- generic_alias.c, typevar.c, template.c ---- */

value generic_alias_new(value origin, value args); /* args: one, or a tuple */
value alias_attribute(value self, value name);     /* UNDEF: none */
value union_new(value a, value b);                 /* a | b; NOTIMPL unless both may be in a union */
value union_make(value cls, value items);          /* Union[items]; cls is ignored */
value typing_get(unsigned name);                   /* an attribute of the module typing, which is imported */
/* e leaves a __getattr__(o, name): if it is an AttributeError that knows neither, it is told. */
void attribute_error_tell(value e, value o, value name);
extern const struct type type_generic_alias, type_union, type_typevar, type_typevartuple, type_paramspec;
extern const struct type type_type_alias, type_template, type_interpolation;
enum { TYPEVAR, TYPEVARTUPLE, PARAMSPEC };
/* bound and default: functions that evaluate them, or None. */
value typevar_new(unsigned kind, value name, value bound, value dflt);
value type_alias_new(value name, value params, value evaluator);
value template_new(size_t n, const value *parts);
value interpolation_new(value v, value expression, unsigned conversion, value spec);

/* ---- super.c ---- */

/* super(cls, self).name, and as get_method() gives it; UNDEF in *self: nothing to pass. */
value super_get(value cls, value self, value name);
value super_get_method(value cls, value o, value name, value *self);
/* For the machine, super().name in a method: the same (self NULL: the first), if `super` is the built-in there. */
#if ADDER_METHODS
extern value (*super_load)(value cls, value o, value name, value *self);
#else
static inline value super_load(value cls, value o, value name, value *self)
{
    return self ? super_get_method(cls, o, name, self) : super_get(cls, o, name);
}
#endif
value super_attribute(value self, value name); /* of a super object; UNDEF: none */
value super_bind(value self, value o); /* super(cls) as a class attribute, read through o */

/* ---- weakref.c ---- */

struct weakref {
    struct object head;
    value target, callback;
    value owner; /* the instance of a derived class around it; UNDEF: there is none */
    hashcode hash;
    bool hashed;
};
extern const struct type type_weakref;
void weakref_init(void); /* at start */

#endif
