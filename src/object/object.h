/* Objects: what every floor from here up shares. The type structure, the protocols (one slot a
 * protocol), how C functions are declared, and how C code raises.
 * The layouts of the built-in types' objects are in layout.h. */
#ifndef ADDER_OBJECT_H
#define ADDER_OBJECT_H

#include <stdarg.h>

#include "../heap/heap.h"
#include "../value/symbols.h"

static inline value from_ptr(const void *p) { return (value)p; }
static inline struct object *obj_of(value v) { return (struct object *)v; }

/* Keeps v's object alive up to here, where the compiler might have dropped v and kept a pointer into it. */
#define HOLD(v) __asm__ volatile("" : : "r"(v))

/* ---- operators: the order is that of the tables in operate.c and of opcodes.def ---- */

enum op {
    OP_ADD, OP_SUB, OP_MUL, OP_DIV, OP_FLOORDIV, OP_MOD, OP_AND, OP_OR, OP_XOR, OP_SHL, OP_SHR,
    OP_POW, OP_MATMUL,
    OP_LT, OP_LE, OP_GT, OP_GE, OP_EQ, OP_NE,
    OP_NEG, OP_POS, OP_INVERT, OP_ABS,
};

/* ---- buffers as programs see them (bytes, bytearray, array, memoryview) ---- */

struct buffer {
    uint8_t *data;
    size_t len;      /* bytes */
    char typecode;   /* of array and struct; 'B' for bytes */
    uint8_t itemsize;
    bool readonly;
};

/* ---- printing ---- */

/* Where repr and str write: a growing string, or a stream. See printer.h. */
struct printer;

/* ---- hashes: CPython's, of 64 bits, or shorter ones ---- */

#if ADDER_SET_ORDER
typedef uint64_t hashcode;
#define HASH_MODULUS (((int64_t)1 << 61) - 1) /* of numbers */
#define HASH_PRIME1 11400714785074694791u     /* of xxHash */
#define HASH_PRIME2 14029467366897019727u
#define HASH_PRIME5 2870177450012600261u
#define HASH_TURN 31
#else
typedef uint32_t hashcode;
#define HASH_PRIME1 2654435761u
#define HASH_PRIME2 2246822519u
#define HASH_PRIME5 374761393u
#define HASH_TURN 13
#endif

/* ---- types ---- */

/* The C side of a type, in ROM. NULL: the type has no such protocol. Every function may raise.
 * All user classes share one table (instance_slots in instance.c), which looks dunder methods up. */
struct slots {
    /* for the collector */
    uint16_t size;                          /* bytes of an object, if all have the same; else 0 ... */
    size_t (*size_of)(const struct object *o); /* ... and this tells */
    void (*trace)(struct object *o);        /* heap_visit each slot; NULL: holds no values */
#if ADDER_FINALISERS
    void (*finalise)(struct object *o);     /* see heap_add_finaliser */
#endif
    /* protocols */
    value (*make)(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames); /* T(...) */
    value (*call)(value self, size_t n, value *args, size_t nkw, const value *kwnames);
    value (*getattr)(value self, value name); /* attributes beyond the type's table; UNDEF: none such */
    bool (*setattr)(value self, value name, value v); /* v UNDEF: delete; false: none such */
    value (*binary)(enum op op, value a, value b);  /* arithmetic; a or b has this type; NOTIMPL: not mine */
    value (*inplace)(enum op op, value a, value b); /* a has this type; NOTIMPL: use binary */
    value (*compare)(enum op op, value a, value b); /* a has this type; NOTIMPL: not mine */
    value (*unary)(enum op op, value a);            /* NOTIMPL: not mine */
    value (*getitem)(value self, value key);
    void (*setitem)(value self, value key, value v); /* v UNDEF: delete */
    int (*contains)(value self, value v);           /* 0 or 1; NULL: by iteration */
    value (*iter)(value self);
    value (*next)(value self);                      /* STOP: exhausted; a generator's return value in vm_stop_value */
    word (*len)(value self);
    int (*truth)(value self);                       /* NULL: by len, else true */
    bool (*hash)(value self, hashcode *out);        /* false: unhashable */
    void (*repr)(value self, struct printer *out);
    void (*str)(value self, struct printer *out);   /* NULL: repr */
    value (*format)(value self, value spec);        /* __format__; NULL: str, then the spec for strings */
    bool (*buffer)(value self, struct buffer *out, bool writable);
    value (*index)(value self);                     /* __index__: an int */
};

#if ADDER_FINALISERS
#define FINALISE(fn) .finalise = fn,
#else
#define FINALISE(fn)
#endif

/* A name and what it stands for. Packed, since a table is only read from one end to the other. */
struct __attribute__((packed, aligned(2))) attr {
    uint16_t symbol;
    value value;
};
static inline value attr_name(const struct attr *a) { return SYMBOL(a->symbol); }

enum type_flags {
    TYPE_HEAP = 1,       /* made at run time: struct type lies in RAM and may change */
    TYPE_INSTANCE = 2,   /* its objects are struct instance (shape and slots); exceptions too */
    TYPE_BASE = 4,       /* may be subclassed */
    TYPE_EXCEPTION = 8,  /* a subclass of BaseException */
    TYPE_WRAPS = ADDER_DERIVED_TYPES ? 16 : 0, /* a subclass of a built-in: slots[0] of its instances is the native object */
    TYPE_GETATTR = 32,   /* has __getattr__ or __getattribute__ in Python: no caching of misses */
    TYPE_SETATTR = ADDER_CLASS_HOOKS ? 64 : 0, /* has __setattr__ or __delattr__ in Python */
    TYPE_DESCRIPTOR = ADDER_CLASS_HOOKS ? 128 : 0, /* its instances have __get__ */
    TYPE_DATA_DESCRIPTOR = ADDER_CLASS_HOOKS ? 256 : 0, /* ... and __set__ or __delete__ */
    TYPE_ABSTRACT_METHODS = 512,
    TYPE_GETATTRIBUTE = 1024,   /* has __getattribute__ in Python */
    TYPE_SEQUENCE = 2048,       /* matches a sequence pattern */
    TYPE_MAPPING = 4096,        /* matches a mapping pattern */
    TYPE_PATTERNS = TYPE_SEQUENCE | TYPE_MAPPING,
    TYPE_META = 8192,           /* its objects are classes: type and its subclasses */
    TYPE_NO_DICT = ADDER_SLOTS ? 16384 : 0, /* __slots__: instances have no attributes but those named */
    TYPE_FINALISE = ADDER_FINALISERS ? 32768 : 0, /* has __del__ in Python */
    TYPE_OUTGROWN = 65536,      /* an instance has more attributes than there are slots: the next one learns from it */
    TYPE_BY_NEW = ADDER_METHODS ? 131072 : 0, /* a built-in of which __new__ takes the arguments, and __init__ nothing */
    TYPE_MIXIN = 65536,         /* a built-in whose special methods are found as if they were in Python */
    TYPE_NO_WEAK = 524288,      /* there are no weak references to its instances */
    TYPE_COPIES = ADDER_METHODS ? 1048576 : 0, /* a built-in whose operators give objects of the derived class */
    TYPE_BARE = 262144,         /* a built-in that messages name without its module: CPython has it in Python */
};

/* Types in ROM end with `base` in small builds, where none of them needs the rest. */
#define TYPE_SHORT (!ADDER_FAST && !ADDER_GROUPS)

struct ROM_OBJECT type {
    struct object head; /* &type_type, or a metaclass */
    const struct slots *slots;
    uint32_t flags : 24;
    uint32_t nattrs : 8;      /* of attrs, the ROM table; 0 for heap types */
    value name;               /* a str */
    union {
        const struct attr *attrs; /* ROM table */
        struct dict *dict;        /* the namespace of a heap type */
    };
    const struct type *base;  /* the first base; NULL only for object */
    /* Of heap types, and of some in ROM; see type_mro_known() and so on. */
    struct type_rest {
        const struct type *native; /* the nearest built-in base: what a TYPE_WRAPS class wraps, or an exception */
        value mro;                /* a tuple, the type itself first; UNDEF: follow `base` */
        value bases;              /* a tuple; UNDEF: just `base` */
        struct shape *root;       /* the shape of a new instance */
    } rest[TYPE_SHORT ? 0 : 1];
};
#define TYPE_SIZE (offsetof(struct type, rest) + sizeof(struct type_rest) + sizeof(value)) /* of a heap type */

/* Where a heap type has its __qualname__; UNDEF: it is the name. */
static inline value *type_qualname(const struct type *t) { return (value *)((char *)t + TYPE_SIZE) - 1; }

/* Declares a built-in type's ROM structure. Attributes: a static const struct attr NAME_attrs[]. */
#define TYPE_ATTRS(table) .attrs = table, .nattrs = sizeof table / sizeof table[0]

/* UNDEF or NULL for types that don't have the rest. */
static inline bool type_has_rest(const struct type *t) { return !TYPE_SHORT || t->flags & TYPE_HEAP; }
static inline value type_mro_known(const struct type *t) { return type_has_rest(t) ? t->rest->mro : UNDEF; }
static inline value type_bases_known(const struct type *t) { return type_has_rest(t) ? t->rest->bases : UNDEF; }
static inline const struct type *type_native(const struct type *t) { return type_has_rest(t) ? t->rest->native : NULL; }

const struct type *type_of(value v);          /* the Python type; never an internal variant's name */
#if ADDER_METHODS
const struct type *type_told(value v);        /* what programs are told that it is: methods of built-in types are functions */
#else
#define type_told type_of
#endif
static inline const struct slots *slots_of(value v)
{
    return (is_obj(v) ? obj_of(v)->type : type_of(v))->slots;
}
bool type_is_subtype(const struct type *t, const struct type *of);
static inline bool is_type(value v, const struct type *t) { return is_obj(v) && obj_of(v)->type == t; }
bool is_instance(value v, const struct type *t); /* t or a subclass; ints, symbols, ... too */
/* The native object in an instance of a subclass of a built-in; v itself for all else. C code calls
 * this (or the type's own check, which does) on arguments before it looks at the layout. */
#if ADDER_DERIVED_TYPES
value unwrap(value v);
#else
static inline value unwrap(value v) { return v; }
#endif
/* unwrap(self), for a method of t and of types with the same slots: TypeError for other objects, since a method
 * may be called on anything. */
value need_self(value self, const struct type *t);

/* ---- functions in C ---- */

enum cfunction_kind { CF_0, CF_1, CF_2, CF_3, CF_VAR, CF_KW };

struct ROM_OBJECT cfunction {
    struct object head; /* &type_builtin_function (or type_staticmethod_c etc., see function.c) */
    uint32_t name;      /* a sym */
    uint8_t kind;
    uint8_t min, max;   /* arguments of CF_VAR and CF_KW; max 255: any number */
    uint8_t flags;      /* CF_METHOD: an unbound method of a built-in type */
    union {
        value (*f0)(void);
        value (*f1)(value a);
        value (*f2)(value a, value b);
        value (*f3)(value a, value b, value c);
        value (*fv)(size_t n, value *args);
        /* the values of the keywords follow the positional ones: args[n] .. args[n + nkw - 1] */
        value (*fk)(size_t n, value *args, size_t nkw, const value *kwnames);
    } f;
};
#define CF_METHOD 1 /* in a type's table: takes self, so it binds */
#define CF_CLASS 2  /* in a type's table: a classmethod: its first argument is the class */
#define CF_SLOT 4   /* and it is a slot's: messages are worded otherwise */
#define CF_NEW (ADDER_METHODS ? 8 : 0) /* in a type's table: its __new__, which the class shows as unbound.c says */

extern const struct type type_builtin_function;
#define MAYBE_UNUSED __attribute__((unused)) /* its row may be left out: ATTR_USUAL, ATTR_MORE */
#ifdef ADDER_SYMBOL_SCAN /* a method whose row is left out needs no symbol; the row names it too */
#define CFUNCTION(obj, symbol, kind_, min_, max_, flags_, member, fn)
#else
#define CFUNCTION(obj, symbol, kind_, min_, max_, flags_, member, fn) \
    MAYBE_UNUSED static const struct cfunction obj = { {&type_builtin_function}, S_##symbol, kind_, min_, max_, flags_, {.member = fn} }
#endif
/* FUN1(obj, symbol, c_function) and so on: a module's function. METHOD1: a method whose only
 * argument is self; METHODV's and METHODK's min and max count self too. */
#define FUN0(obj, symbol, fn) CFUNCTION(obj, symbol, CF_0, 0, 0, 0, f0, fn)
#define FUN1(obj, symbol, fn) CFUNCTION(obj, symbol, CF_1, 1, 1, 0, f1, fn)
#define FUN2(obj, symbol, fn) CFUNCTION(obj, symbol, CF_2, 2, 2, 0, f2, fn)
#define FUN3(obj, symbol, fn) CFUNCTION(obj, symbol, CF_3, 3, 3, 0, f3, fn)
#define FUNV(obj, symbol, min, max, fn) CFUNCTION(obj, symbol, CF_VAR, min, max, 0, fv, fn)
#define FUNK(obj, symbol, min, max, fn) CFUNCTION(obj, symbol, CF_KW, min, max, 0, fk, fn)
#define METHOD1(obj, symbol, fn) CFUNCTION(obj, symbol, CF_1, 1, 1, CF_METHOD, f1, fn)
#define METHOD2(obj, symbol, fn) CFUNCTION(obj, symbol, CF_2, 2, 2, CF_METHOD, f2, fn)
#define METHOD3(obj, symbol, fn) CFUNCTION(obj, symbol, CF_3, 3, 3, CF_METHOD, f3, fn)
#define METHODV(obj, symbol, min, max, fn) CFUNCTION(obj, symbol, CF_VAR, min, max, CF_METHOD, fv, fn)
#define METHODK(obj, symbol, min, max, fn) CFUNCTION(obj, symbol, CF_KW, min, max, CF_METHOD, fk, fn)
/* What a type has a slot for in CPython, where that makes the messages. */
#define SLOT1(obj, symbol, fn) CFUNCTION(obj, symbol, CF_1, 1, 1, CF_METHOD | CF_SLOT, f1, fn)
#define SLOT2(obj, symbol, fn) CFUNCTION(obj, symbol, CF_2, 2, 2, CF_METHOD | CF_SLOT, f2, fn)
#define SLOT3(obj, symbol, fn) CFUNCTION(obj, symbol, CF_3, 3, 3, CF_METHOD | CF_SLOT, f3, fn)
#define SLOTV(obj, symbol, min, max, fn) CFUNCTION(obj, symbol, CF_VAR, min, max, CF_METHOD | CF_SLOT, fv, fn)
#define SLOTK(obj, symbol, fn) CFUNCTION(obj, symbol, CF_KW, 1, 255, CF_METHOD | CF_SLOT, fk, fn)
#define STATIC_NEW(obj, fn) CFUNCTION(obj, __new__, CF_KW, 1, 255, CF_NEW, fk, fn)
/* The same for classmethods: args[0] is the class, which may be a subclass. */
#define CLASS_METHODV(obj, symbol, min, max, fn) CFUNCTION(obj, symbol, CF_VAR, min, max, CF_CLASS, fv, fn)
#define CLASS_METHODK(obj, symbol, min, max, fn) CFUNCTION(obj, symbol, CF_KW, min, max, CF_CLASS, fk, fn)
/* The __class_getitem__ of generic built-in types: list[int]. */
extern const struct cfunction class_getitem;
/* The __getnewargs__ and __buffer__ of all types that have it. */
extern const struct cfunction getnewargs, buffer_method, release_buffer_method;
/* A row of a type's or module's table. */
#define ATTR(symbol, obj) { S_##symbol, (value)&obj }
/* Rows of builds with ADDER_USUAL_METHODS, and with ADDER_METHODS; their commas are their own. */
#if ADDER_USUAL_METHODS
#define ATTR_USUAL(symbol, obj) ATTR(symbol, obj),
#else
#define ATTR_USUAL(symbol, obj)
#endif
#if ADDER_METHODS
#define ATTR_MORE(symbol, obj) ATTR(symbol, obj),
#else
#define ATTR_MORE(symbol, obj)
#endif
#define ATTR_VALUE(symbol, v) { S_##symbol, v }

/* A computed attribute of a built-in type ("getset"): in a type's table, binds by calling get. */
struct ROM_OBJECT getset {
    struct object head; /* &type_getset */
    uint32_t name; /* a sym; GETSET_ANY: get and set check themselves what they are called on */
    value (*get)(value self);
    void (*set)(value self, value v); /* NULL: read-only; v UNDEF: delete */
};
extern const struct type type_getset;
#define GETSET_ANY 0
/* One in the heap: that of a named tuple's field, its name GETSET_ANY; or __dict__ or __weakref__ of a class's objects. */
struct made_getset {
    struct getset base;
    value of; /* the field's __doc__, an int: the usual one, of this field number; or the class */
};
#ifdef ADDER_SYMBOL_SCAN
#define GETSET(obj, symbol, get, set)
#else
#define GETSET(obj, symbol, get, set) \
    MAYBE_UNUSED static const struct getset obj = { {&type_getset}, S_##symbol, get, set }
#endif

/* Sorts the arguments of a CF_KW function into out[0..nparams), UNDEF where left out.
 * params: symbols in order; the first `positional` may be given by position; the first
 * `required` must be given. A param name of 0 is positional-only. Raises TypeError as CPython words it.
 * skip_self: 1 if args[0] is self: it is left where it is, and out begins behind it. */
#if ADDER_TRACING
/* Raises TypeError: `function` (a str) has no parameter of this name, but those in the list. */
_Noreturn void raise_unexpected_keyword(value function, value name, value names);
#endif
void args_bind(const char *fname, size_t n, value *args, size_t nkw, const value *kwnames,
               int skip_self, size_t nparams, const sym *params, size_t positional, size_t required, value *out);

/* The same for functions without keywords (a type's `make`): min to max arguments, else TypeError. */
void args_count(const char *fname, size_t n, size_t nkw, size_t min, size_t max);

/* ---- modules in C ---- */

struct module_def { /* in ROM; modules.def lists them */
    value name;
    const struct attr *attrs;
    uint32_t nattrs;
    value (*getattr)(value module, value name);  /* computed at each access; UNDEF: none such. May be NULL. */
    void (*init)(value module);                  /* at import; may be NULL */
    const sym *computed;                         /* the names that getattr knows, for dir(); a 0 ends them; may be NULL */
};

/* ---- raising ---- */

_Noreturn void raise(value exception); /* an instance, or a class (then instantiated) */
/* The format is printer_format's: %s %d %u %c %x %zd, and %v a str value as it is, %r its repr,
 * %t the name of its type, %T that of a wrong argument's: of None, "None"; %k the name of a class, %q its module
 * and qualified name. */
_Noreturn void raise_message(const struct type *type, const char *format, ...);
/* The same where the text may be left out: without ADDER_MESSAGES it is the type's short one, and the arguments
 * are not computed. */
#if ADDER_MESSAGES
#define raise_error raise_message
_Noreturn void raise_type_error(const char *format, ...);
_Noreturn void raise_value_error(const char *format, ...);
#if ADDER_PACKED_TEXTS
#define raise_message(type, format, ...) raise_message(type, PACKED_TEXT(format), ##__VA_ARGS__)
#define raise_type_error(format, ...) raise_type_error(PACKED_TEXT(format), ##__VA_ARGS__)
#define raise_value_error(format, ...) raise_value_error(PACKED_TEXT(format), ##__VA_ARGS__)
#endif
#else
_Noreturn void raise_short(const struct type *type);
_Noreturn void raise_short_type_error(void);
_Noreturn void raise_short_value_error(void);
#define raise_error(type, ...) (0 ? raise_message(type, __VA_ARGS__) : (void)0, raise_short(type))
#define raise_type_error(...) (0 ? raise_message(NULL, __VA_ARGS__) : (void)0, raise_short_type_error())
#define raise_value_error(...) (0 ? raise_message(NULL, __VA_ARGS__) : (void)0, raise_short_value_error())
#endif
/* The same for what goes wrong most often: without ADDER_USUAL_MESSAGES the text may be left out. */
#if ADDER_USUAL_MESSAGES && !ADDER_MESSAGES
#define raise_usual_error raise_message
_Noreturn void raise_usual_type_error(const char *format, ...);
#if ADDER_PACKED_TEXTS
#define raise_usual_type_error(format, ...) raise_usual_type_error(PACKED_TEXT(format), ##__VA_ARGS__)
#endif
#define raise_usual_value_error(...) raise_message(&type_ValueError, __VA_ARGS__)
#else
#define raise_usual_error raise_error
#define raise_usual_type_error raise_type_error
#define raise_usual_value_error raise_value_error
#endif
_Noreturn void raise_key_error(value key);
_Noreturn void raise_os_error(int number, value filename); /* filename may be UNDEF */
_Noreturn void raise_memory_error(void);

/* Calls fn(arg); true and its result, or false and the exception that it raised. */
bool protect(value (*fn)(void *arg), void *arg, value *result);

/* Every C function that recurses by the data's depth calls this first: RecursionError in time. Handles Ctrl-C too. */
void check_c_stack(void);
/* Long operations in C call this now and then: handles Ctrl-C and the like; may raise. Cheap. */
void check_interrupt(void);
/* The same for Ctrl-C alone: no Python code runs, so that loops over plain data may call it with pointers in hand. */
void check_break(void);
bool break_wanted(void); /* it would raise */
/* ... now and then: i is the number of the round. */
static inline void check_break_at(size_t i) { if ((i & 0x7fff) == 0x7fff) check_break(); }
/* ... in a loop that looks at each piece of some data once: only a lot of data takes long. */
static inline void check_break_large(size_t i) { if (ADDER_LARGE_DATA) check_break_at(i); }

/* ---- memory that may be large (memory.c): Ctrl-C is looked for as by check_break() ---- */

#define MEMORY_PIECE ((size_t)1 << 20)
void memory_copy_long(void *to, const void *from, size_t n);
int memory_compare_long(const void *a, const void *b, size_t n);
void memory_move_up_long(char *at, size_t n, size_t by);
void memory_move_down_long(char *at, size_t n, size_t by);
#define MEMORY_IS_SHORT(n) (!ADDER_LARGE_DATA || (ADDER_FAST && (n) <= MEMORY_PIECE))
static inline void memory_copy(void *to, const void *from, size_t n) /* they don't overlap */
{
    if (MEMORY_IS_SHORT(n))
        memcpy(to, from, n);
    else
        memory_copy_long(to, from, n);
}
static inline int memory_compare(const void *a, const void *b, size_t n)
{
    return MEMORY_IS_SHORT(n) ? memcmp(a, b, n) : memory_compare_long(a, b, n);
}
/* Moves n bytes by so many, within one buffer; before KeyboardInterrupt is raised all is as it was. */
static inline void memory_move_up(void *at, size_t n, size_t by)
{
    if (MEMORY_IS_SHORT(n))
        memmove((char *)at + by, at, n);
    else
        memory_move_up_long(at, n, by);
}
static inline void memory_move_down(void *at, size_t n, size_t by)
{
    if (MEMORY_IS_SHORT(n))
        memmove((char *)at - by, at, n);
    else
        memory_move_down_long(at, n, by);
}
/* Repeats the first n bytes (at least 1, unless total is 0) until there are `total`. */
void memory_repeat(void *at, size_t n, size_t total);

/* ---- the protocols, for any value (attribute.c, call.c, iterate.c, operate.c) ---- */

value get_attr(value o, value name);              /* raises AttributeError */
value find_attr(value o, value name);             /* UNDEF: there is none */
void set_attr(value o, value name, value v);      /* v UNDEF: delete */
value find_type_attr(const struct type *t, value name); /* along the MRO, unbound; UNDEF: none */
value find_special(value o, value name);          /* of o's type, bound to o; UNDEF: none (or None) */

value call(value f, size_t n, const value *args);
value call_kw(value f, size_t n, const value *args, size_t nkw, const value *kwnames); /* values after args */
value call_method(value o, value name, size_t n, const value *args);
static inline value call0(value f) { return call(f, 0, NULL); }
static inline value call1(value f, value a) { return call(f, 1, &a); }
bool is_callable(value v);

value get_iter(value o);
value get_iter_else(value o, const char *message); /* the same, but TypeError has this message; %t in it is o's type */
value seq_iter_new(value seq);                    /* by __getitem__(0), (1), ... until IndexError */
/* The same for a loop in C whose iterator nobody else sees: that of a plain container takes no memory of the heap. */
struct iter_room { value words[6]; };
value get_iter_at(struct iter_room *at, value o);
void *iterator_object(const struct type *t, size_t size); /* what types make their iterators with: as heap_object() */
value iter_next(value it);                        /* STOP: exhausted */
/* for (value x; (x = iter_next(it)) != STOP;) */

value binary(enum op op, value a, value b);
value binary_rest(enum op op, value a, value b);  /* when the method of a's class has said NotImplemented */
value inplace(enum op op, value a, value b);
value compare(enum op op, value a, value b);      /* rich comparison, any result */
enum op op_reflected(enum op op);                /* a < b is b > a, and so on */
value order_result(enum op op, int order);        /* of `a op b` when they compare as -1, 0, 1; 2: as nan does */
bool equal(value a, value b);                     /* identical or == */
bool less(value a, value b);
value unary(enum op op, value a);
bool truth(value v);
int contains(value container, value v);
int contains_by_iteration(value container, value v);
hashcode hash_of(value v);                        /* raises TypeError: unhashable */
/* 64 bits as 32: one that fits 32 bits stays as it is. */
static inline uint32_t hash_fold(int64_t n)
{
    return (uint32_t)n + ((uint32_t)(n >> 32) + ((uint32_t)n >> 31)) * 0x9E3779B1u;
}
/* The hash of an integer that fits 64 bits; equal numbers of all other types must have the same. A hash
 * is its own hash. */
static inline hashcode hash_int64(int64_t n)
{
#if ADDER_SET_ORDER
    if (n <= -HASH_MODULUS || n >= HASH_MODULUS)
        n %= HASH_MODULUS;
    return (hashcode)n - (n == -1);
#else
    return hash_fold(n) - (ADDER_METHODS && n == -1);
#endif
}
/* The items' hashes mixed as xxHash mixes its lanes, and `add`. */
hashcode hash_items(size_t n, const value *items, hashcode add);
/* The hash of an object that is equal to nothing but itself. */
static inline hashcode hash_identity(value v) { return (uint32_t)(v >> 3) ^ (uint32_t)((uint64_t)v >> 35); }
word len_of(value v);                             /* raises TypeError */
word len_hint(value v);                           /* -1: not known */
value get_item(value o, value key);
_Noreturn void raise_no_deletion(value o, bool of_sequence); /* that it has no items to delete */
void set_item(value o, value key, value v);       /* v UNDEF: delete */
bool get_buffer(value v, struct buffer *out, bool writable); /* false: has none */
/* The same to read; false too for a memoryview with gaps, for which get_buffer() raises BufferError. */
#if ADDER_METHODS && ADDER_MEMORYVIEW
bool get_whole_buffer(value v, struct buffer *out);
#else
#define get_whole_buffer(v, out) get_buffer(v, out, false)
#endif
void need_buffer(value v, struct buffer *out, bool writable);/* raises TypeError */
value id_of(value v);                             /* the int that id() returns; the one place identity shows */

/* ---- arguments ---- */

word need_word(value v);     /* an int (by __index__) that fits a machine word; TypeError, OverflowError */
word need_index_word(value v); /* the same, clamped at the ends instead of OverflowError */
bool index_was_clamped(value v, word i); /* whether that happened, if it gave i */
word need_index_size(value v, const struct type *error); /* the same, but *error if it fits no word */
word need_slice_word(value v); /* the same for a bound of a slice, with the message of those */
int need_int(value v);       /* the same for a C int */
value need_integer(value v); /* any int (by __index__): small or big; TypeError */
bool has_index(value v);     /* is it an int, or has it __index__()? */
double need_double(value v); /* a number: float, int, __float__ */
#if ADDER_METHODS
/* DeprecationWarnings from C, at the line that the program is at. */
void warn_deprecated(value message);
/* That `method` of v has returned r, if it is not of exactly this type, but of a derived one. */
void warn_derived(value v, const char *method, value r, const struct type *type);
#else
#define warn_derived(v, method, r, type) ((void)(v), (void)(r))
#endif
double float_by_method(value v, value method); /* what v.__float__, found already, gives; TypeError: no float */
/* Index into a sequence: handles negatives; IndexError "TYPE index out of range". */
size_t need_index(value key, size_t len, const char *type_name);
/* The same index or slice, but of plain ints: the __index__ methods in it are called now. What they do to the
 * sequence is done then: for all sequences that can change. A key that is neither comes back as it is. */
value plain_key(value key);
/* Bounds of a slice over len items: as slice.indices(), but a step that goes beyond all items is cut down to what
 * can be added without overflow. Returns the count of items. */
size_t slice_bounds(value slice, size_t len, word *start, word *stop, word *step);

#endif
