/* The layouts of the built-in types' objects, with their costs in bytes on 64 / 32 bits, and the
 * functions each type offers to the rest of the core. */
#ifndef ADDER_LAYOUT_H
#define ADDER_LAYOUT_H

#include "object.h"

/* ---- float.c: 16 / 8 (16 with doubles), only where the word does not hold it ---- */

struct ROM_OBJECT float_object { struct object head; real x; };
extern const struct type type_float;
value float_box(real x); /* always an object; 0.0 and -0.0 are static */
static inline value from_real(real x)
{
#if FLOAT_TAGGED
    value v = float_word(x);
    if (is_tagged_float(v)) return v;
#endif
    return float_box(x);
}
static inline bool is_float(value v) { return is_tagged_float(v) || is_type(v, &type_float); }
static inline real real_of(value v) /* v is_float */
{
#if FLOAT_TAGGED
    if (is_tagged_float(v)) return tagged_float(v);
#endif
    return ((struct float_object *)v)->x;
}

/* ---- int.c, bignum.c: big ints 16 / 8 + 8 / 4 a digit (of the word's width) ---- */

#if UINTPTR_MAX > 0xffffffffu && defined(__SIZEOF_INT128__)
typedef uint64_t limb; /* a digit of a big int */
__extension__ typedef unsigned __int128 limb2;
__extension__ typedef __int128 signed_limb2;
#else
typedef uint32_t limb;
typedef uint64_t limb2;
typedef int64_t signed_limb2;
#endif
#define LIMB_BITS (8 * (int)sizeof(limb))
/* Low digit first, normalised: no leading zero digit, and never a number that fits a small int. */
struct big { struct object head; uintptr_t negative : 1, spare : 1, n : WORD_BITS - 2; limb digit[]; }; /* spare: unused limbs */
extern const struct type type_int, type_bool;
value int_from_int64(int64_t i);
value int_from_uint64(uint64_t i);
bool is_integer(value v);           /* small, big or bool; not subclasses */
bool int_to_int64(value v, int64_t *out);   /* false: does not fit */
bool int_to_uint64(value v, uint64_t *out);
double int_to_double(value v);      /* correctly rounded; OverflowError */
int int_sign(value v);              /* -1, 0, 1 */
value int_binary(enum op op, value a, value b); /* both is_integer; op ADD..POW */
value int_from_double(double x);    /* truncates; ValueError for nan, OverflowError for inf */
extern unsigned int_digits_limit; /* the most digits of ints from and to text, but in bases 2, 4, 8 ...; 0: no limit */
void int_check_digits(size_t digits); /* ValueError beyond the limit */
value int_from_text(const char *text, size_t n, int base); /* UNDEF: not a number; underscores allowed */
value int_from_bytes(const uint8_t *data, size_t n, bool big_endian, bool is_signed);
bool int_to_bytes(value v, uint8_t *out, size_t n, bool big_endian, bool is_signed); /* false: too big */
void int_print(value v, int base, bool upper, struct printer *out); /* no prefix */
int int_compare(value a, value b);  /* -1, 0, 1; both is_integer, as in all that follows */
value int_divmod(value a, value b); /* a tuple, floor semantics; ZeroDivisionError */
value int_pow_mod(value a, value b, value m);
value int_round(value v, value ndigits);     /* ndigits UNDEF, None or an integer */
value float_round(value x, value ndigits);   /* without ndigits: an int */
size_t int_bit_length(value v);     /* of the magnitude */
value int_gcd(value a, value b);
hashcode int_hash(value v);
static inline value int_from_hash(hashcode h) { return int_from_int64(sizeof h == 4 ? (int32_t)h : (int64_t)h); }
hashcode real_hash(double x);       /* equal to that of an equal int */

/* ---- complex.c ---- */

struct ROM_OBJECT complex_object { struct object head; real re, im; };
extern const struct type type_complex;
value from_complex(double re, double im);
static inline bool is_complex(value v) { return ADDER_COMPLEX && is_type(v, &type_complex); }

/* ---- str.c. Short: 16 / 12 + bytes, in place. Long: the bytes are in a buffer. A symbol is a str too ---- */

#define STR_INLINE_MAX 256u /* bytes; longer data goes to a buffer */
struct str { /* short and long have the same first words after the buffer pointer; see str_view */
    struct object head;
    uint32_t len_flags; /* bytes << 2 | STR_ASCII | STR_HASHED */
    uint32_t hash;
    char data[];        /* no NUL */
};
struct long_str { /* 48 / 40, and the buffer. Look at it through str_view() only */
    struct owner owner;
    uint32_t len_flags;
    uint32_t hash;
    uint32_t chars;           /* how many characters; 0: not counted yet */
    uint32_t at_char, at_byte; /* the last character looked up by index, and where it is */
    uint32_t room;            /* bytes in the buffer, where concatenation left spare ones; else 0 */
    struct long_str *whole;   /* the longer string that took the buffer over: this is its start; see str_concat */
};
#define STR_ASCII 1u
#define STR_HASHED 2u /* must be set in a str in ROM */
#define STR_MAX 0x3fffffffu /* bytes */
extern const struct type type_str;      /* what type() says for all three */
extern const struct type type_long_str; /* internal variant of str: head.type of long strings */
struct view { const char *data; size_t len; bool ascii; };
bool is_str(value v);                   /* symbol, short or long; not subclasses */
struct view str_view(value s);          /* s is_str. data is good while it is on the C stack */
static inline struct view str_view_quick(value s)       /* the same, in line for short ones */
{
    if (!is_type(s, &type_str))
        return str_view(s);
    const struct str *t = (const struct str *)s;
    return (struct view){ t->data, t->len_flags >> 2, t->len_flags & STR_ASCII };
}
uint32_t str_hash(value s);
bool str_equal(value a, value b);
size_t str_chars(value s);              /* length in characters */
value str_new(const char *utf8, size_t len);  /* must be valid UTF-8 (surrogates allowed as 3 bytes). May return a symbol for 0 or 1 ASCII characters */
value str_from_utf8(const char *bytes, size_t len); /* checked: UnicodeDecodeError */
value str_make(size_t len, bool ascii, char **data); /* to be filled at once, before any allocation */
value str_from_char(uint32_t codepoint);
value str_concat(value a, value b);
value str_join_pieces(size_t n, const value *pieces); /* all is_str */
value str_at(value s, word index);      /* the character s[index], negative ones too; UNDEF: out of range */
value str_next(value s, size_t *at);    /* the character at byte *at, which moves on; STOP at the end */
value str_format_c(const char *format, ...); /* as raise_error's format */
#if ADDER_PACKED_TEXTS
#define str_format_c(format, ...) str_format_c(PACKED_TEXT(format), ##__VA_ARGS__)
#endif
value str_intern(value s);              /* the symbol of the same text (symbol_intern) */
value str_percent(value format, value args); /* format % args */
struct view need_str(value v, const char *what); /* a str or a subclass; TypeError */

/* ---- bytes.c, bytearray.c, memoryview.c ---- */

struct bytes { struct object head; uint32_t len; uint32_t hash; uint8_t data[]; }; /* 16 / 12 + bytes; hash 0: not known */
struct long_bytes { struct owner owner; uint32_t len; uint32_t hash; };
extern const struct type type_bytes, type_long_bytes;
value bytes_new(const uint8_t *data, size_t len); /* data may be NULL: zeros */
value bytes_make(size_t len, uint8_t **data);     /* to be filled at once */
bool is_bytes(value v);
const uint8_t *bytes_view(value v, size_t *len);
struct bytearray { /* 24 / 16, and a buffer */
    struct owner owner;
    uint32_t len;
    uint32_t exports : 31; /* memoryviews that are certain to be in use: in `with` */
    uint32_t viewed : 1;   /* there may be others: see view_is_kept() */
};
struct array { /* 24 / 16, and a buffer: the items' bytes, and room for more (modules/array.c) */
    struct owner owner;
    uint32_t len; /* items */
    char typecode;
    uint8_t itemsize;
    bool viewed;
};
extern const struct type type_bytearray, type_memoryview, type_array;
#if ADDER_METHODS
value memoryview_base(value view); /* the object whose bytes it shows; UNDEF: none, it was released */
/* Whether the program still has a memoryview of the object (src/vm/exports.c). */
bool view_is_kept(value exporter);
#else
static inline bool view_is_kept(value exporter) { (void)exporter; return false; }
#endif
static inline bool is_memoryview(value v) { return ADDER_MEMORYVIEW && is_type(v, &type_memoryview); }
value bytearray_new(const uint8_t *data, size_t len);
void bytearray_append(value self, const uint8_t *data, size_t len);

/* ---- tuple.c: 16 / 8 + 8 / 4 an item ---- */

struct tuple { struct object head; size_t len; value items[]; };
extern const struct type type_tuple;
extern const struct tuple empty_tuple;
value tuple_new(size_t n, const value *items); /* items NULL: UNDEF, to be filled */
value tuple_pair(value a, value b);
static inline bool is_tuple(value v) { return is_type(v, &type_tuple); }
static inline struct tuple *tuple_of(value v) { return (struct tuple *)v; }
value tuple_from_iterable(value it);
/* A tuple of n items, in ROM. */
#define ROM_TUPLE(obj, n, ...)                                                                       \
    static const struct ROM_OBJECT {                                                                 \
        struct object head;                                                                          \
        size_t len;                                                                                  \
        value items[n];                                                                              \
    } obj = { {&type_tuple}, n, {__VA_ARGS__} }

/* ---- list.c: 24 / 16, and a buffer of 8 / 4 an item + 16 / 8 ---- */

struct list { struct owner owner; uint32_t len; uint32_t cap; }; /* owner.buf: value[cap] */
extern const struct type type_list;
static inline bool is_list(value v) { return is_type(v, &type_list); }
static inline struct list *list_of(value v) { return (struct list *)v; }
static inline value *list_items(const struct list *l) { return (value *)l->owner.buf; }
value list_new(size_t n, const value *items); /* items NULL: n times None */
void list_append(struct list *l, value v);
value list_pop(struct list *l, size_t index);
void list_insert(struct list *l, size_t index, value v);
void list_extend(struct list *l, value iterable);
void list_sort(struct list *l, value key, bool reverse);
value list_from_iterable(value it);

/* ---- dict.c: 32 / 24, and a buffer. Insertion order ----
 * Buffer: entries of 2 words, a deleted one has key UNDEF; then, when cap > 8: uint32_t hashes[cap], and an
 * open-addressed index of uint8_t, uint16_t or uint32_t [index_size] of entry number + 1 (0: free).
 * A set begins with the same; its buffer is described in set_table.c, or without ADDER_SET_ORDER is a dict's with entries of
 * 1 word. */
struct dict {
    struct owner owner;
    uint32_t used;      /* entries in use, deleted ones included */
    uint32_t live;      /* keys */
    uint32_t cap;       /* entries there is room for; 0: no buffer */
    uint8_t index_log2; /* of index_size; 0: no index */
    uint8_t stride;     /* words an entry: 2, or 1 in a set */
    uint8_t flags;      /* DICT_GLOBALS ... */
    uint8_t spare;
};
#define DICT_GLOBALS 1 /* a module's or class's namespace: new and deleted symbol keys tell the attribute cache */
#define DICT_CLASS 2   /* a class's: every change tells the cache */
extern const struct type type_dict, type_set, type_frozenset;
static inline bool is_dict(value v) { return is_type(v, &type_dict); }
static inline struct dict *dict_of(value v) { return (struct dict *)v; }
static inline value *dict_entry(const struct dict *d, uint32_t i) { return (value *)d->owner.buf + 2 * (size_t)i; }
struct dict *dict_new(size_t room);
value dict_get(const struct dict *d, value key);       /* UNDEF: not there. May raise (hash, __eq__) */
int dict_find(const struct dict *d, value key);        /* the entry's number, or -1 */
int dict_find_symbol(const struct dict *d, value key); /* key is a symbol: never raises, never allocates */
void dict_set(struct dict *d, value key, value v);
bool dict_delete(struct dict *d, value key);           /* false: was not there */
value dict_pop(struct dict *d, value key);             /* UNDEF: was not there */
void dict_clear(struct dict *d);
struct dict *dict_copy(const struct dict *d);
void dict_update(struct dict *d, value from);          /* a mapping, or an iterable of pairs */
/* for (uint32_t i = 0; dict_next(d, &i, &k, &v);): skips deleted ones; v may be NULL */
bool dict_next(const struct dict *d, uint32_t *i, value *k, value *v);
struct dict *set_new(const struct type *t);
bool set_add(struct dict *s, value v);                 /* true: is new */
int set_has(const struct dict *s, value v);
bool set_discard(struct dict *s, value v);
void set_update(struct dict *s, value from);           /* adds the items of an iterable */
value set_from_iterable(const struct type *t, value it);
value set_binary_of(enum op op, value a, value b);     /* | & - ^ of a set and an iterable */
value set_inplace(enum op op, value a, value b);       /* the same, in a, which is returned */
struct dict *as_dict(value v); /* the table of a dict, or of an instance of a subclass (defaultdict, ...); else NULL */
struct dict *as_set(value v);  /* the same for set and frozenset */
static inline bool is_set_type(const struct type *t) { return ADDER_SETS && (t == &type_set || t == &type_frozenset); }

/* ---- range.c, slice.c ---- */

struct range { struct object head; value start, stop, step; value len; }; /* any ints */
struct slice { struct object head; value start, stop, step; };
extern const struct type type_range, type_slice;
value slice_new(value start, value stop, value step);
value range_new(value start, value stop, value step); /* raises ValueError for step 0 */

/* ---- function.c ---- */

/* What never changes of a function's code: lies in ROM or in RAM, position-independent.
 * Behind it: bytecode, exception table, line table, names of locals; offsets are from its start. */
struct code_info {
    uint16_t registers;   /* of a frame, call windows within it included */
    uint16_t flags;       /* enum code_flags */
    uint16_t cells;       /* free variables that the closure brings */
    uint16_t constants;
    /* Offsets of what is behind the bytecode, which follows this, in 24 bits; a count in the byte behind each. */
    uint32_t handlers : 24;       /* the exception table; ends where lines begins */
    uint32_t positional : 8;      /* parameters by position, positional-only ones included */
    uint32_t lines : 24;          /* the line table; ends where names begins */
    uint32_t positional_only : 8;
    uint32_t names : 24;          /* uint16_t constant-table index of each local's name (locals), then each cell's */
    uint32_t keyword_only : 8;
    uint32_t size : 24;           /* of it all */
    uint32_t locals : 8;          /* named registers: parameters first (positional, keyword-only, *args, **kw) */
    uint32_t first_line;
};
#define CODE_SIZE_MAX 0xffffff
enum code_flags {
    CODE_VARARGS = 1, CODE_VARKW = 2, CODE_GENERATOR = 4, CODE_COROUTINE = 8, CODE_ASYNC_GENERATOR = 12,
    CODE_CLASS = 16,      /* a class body: names live in a dict in register 0 */
    CODE_MODULE = 32,
    CODE_NESTED = 64,
    CODE_DOCSTRING = 128, /* constant 0 is the docstring */
    CODE_SIMPLE = 256,    /* no defaults, *args, keywords-only, generator: the fast call */
    CODE_ITERABLE_COROUTINE = 512,
    CODE_COLUMNS = 1024,  /* the line table has columns */
    CODE_LAZY = 2048,     /* struct lazy_code; never in a file */
    CODE_SPILLED = 4096,  /* some variables are in a list: struct code_counts in code.h */
    CODE_MANY = ADDER_LARGE_FUNCTIONS ? 8192 : 0, /* ... and all parameters; calls make it */
    CODE_NATIVE = 16384,  /* of a built-in module that is C in CPython: frames are not shown */
};
struct code {
    struct object head;
    const struct code_info *info; /* in ROM, or behind the constants of this object */
    value name, qualname, filename; /* str */
    value constants[];            /* info->constants of them; then, in RAM, the struct code_info, or what keeps it */
};
extern const struct type type_code;
/* What stands for a function's code in a code file until it is needed: 32 / 16. It can be a constant, and a function's
 * code, and begins as struct code does; its info says no more than that it is lazy, and that there are no cells. */
struct lazy_code {
    struct object head;
    const struct code_info *info;
    value file; /* who can load it */
    value code; /* where in that it is: an int. Then the code */
};
extern const struct type type_lazy_code;
struct code *lazy_code_new(value file, uint32_t at);
struct code *lazy_code_load(struct code *c); /* c is lazy. May raise ImportError and MemoryError */
static inline bool is_lazy_code(value v) { return ADDER_CODE_FILES && is_type(v, &type_lazy_code); }
static inline bool code_is_lazy(const struct code *c) { return ADDER_CODE_FILES && c->info->flags & CODE_LAZY; }
static inline struct code *code_whole(struct code *c) { return code_is_lazy(c) ? lazy_code_load(c) : c; }
/* The code itself where it is loaded by now, else what stands for it. */
static inline struct code *code_if_loaded(struct code *c)
{
    return code_is_lazy(c) && !is_int(((struct lazy_code *)c)->code) ? (struct code *)((struct lazy_code *)c)->code : c;
}
static inline const uint8_t *code_bytes(const struct code *c) { return (const uint8_t *)(c->info + 1); }

struct function { /* 40 / 20 + 8 / 4 a closed-over cell */
    struct object head;
    struct code *code;
    struct dict *globals;
    value defaults;    /* a tuple, or UNDEF */
    struct function_extra *extra; /* keyword defaults, __dict__, annotations ...; NULL until needed */
    value cells[];     /* struct cell */
};
struct function_extra { struct object head; value kwdefaults; /* dict */ value dict; value annotate; value doc; value name; value qualname; value type_params; value annotations; };
struct cell { struct object head; value v; };
struct method { struct object head; value function, self; };  /* a bound method */
struct property { struct object head; value get, set, del, doc, name; };
struct member { struct object head; const struct type *cls; value name; size_t index; }; /* see member.c */
struct wrapped_function { struct object head; value function; value dict; };  /* staticmethod, classmethod */
/* The function's code, loaded: for all who look at a function that need not be running. */
static inline struct code *function_code(struct function *f)
{
    return code_is_lazy(f->code) ? f->code = lazy_code_load(f->code) : f->code;
}
extern const struct type type_function, type_function_extra, type_cell, type_method, type_property, type_staticmethod, type_classmethod;
#if ADDER_SLOTS
extern const struct type type_member;
#endif
void super_is_bound(void); /* a namespace has a `super` of its own: from now on, super() asks which one is meant */
extern const struct type type_object, type_type, type_super, type_none, type_notimpl, type_ellipsis;
value method_new(value function, value self);
value cell_new(value v);

/* ---- instance.c: 16 / 8 + 8 / 4 an attribute ---- */

/* Shapes: which attribute is in which slot. A tree for each class; an instance points to one node.
 * Attribute number i is in slots[i] while the shape's count <= cap; when count > cap, those from
 * cap - 1 on are in a list in slots[cap - 1]. A shape with count SHAPE_DICT: slots[0] (or slots[1] when
 * the class wraps) is a dict of all. In a TYPE_WRAPS class, attribute numbers start at 1.
 * Exceptions: numbers start at EXCEPTION_SLOTS. */
struct ROM_OBJECT shape {
    struct object head;
    const struct type *cls;
    struct shape *parent, *child, *sibling; /* child, sibling: the transitions from here */
    value name;       /* the attribute that this shape adds; UNDEF in a root */
    uint16_t count;   /* slots that instances of this shape use */
    uint16_t cap;     /* slots that they have in place: the same in the whole tree */
};
#define SHAPE_DICT 0xffff
extern const struct type type_shape;
struct instance { struct object head; struct shape *shape; value slots[]; };
static inline bool has_instance_layout(value v) { return is_obj(v) && (obj_of(v)->type->flags & TYPE_INSTANCE); }
struct instance *instance_new(const struct type *cls);     /* without __init__ */
value instance_find(const struct instance *o, value name); /* own attributes; UNDEF: none */
void instance_set(struct instance *o, value name, value v);
struct dict *instance_dict(struct instance *o);            /* o.__dict__: turns o into dict mode */
void shape_tell_cap(const struct type *cls, unsigned attributes); /* a guess for new instances (the compiler's) */

/* ---- exception.c: instances with fixed first slots ---- */

enum { EXC_ARGS, EXC_TRACEBACK, EXC_CAUSE, EXC_CONTEXT, EXC_SUPPRESS, EXC_NOTES, EXCEPTION_SLOTS };
#define X(name, base) extern const struct type type_##name;
#include "exceptions.def"
#undef X
value exception_new(const struct type *t, size_t n, const value *args);
static inline bool is_exception(value v) { return is_obj(v) && (obj_of(v)->type->flags & TYPE_EXCEPTION); }
value *exception_slot(value e, int slot);
bool exception_matches(value e, value type_or_tuple); /* raises TypeError if it is not a class */
/* One place of a traceback, added as the exception comes to a frame: the function, or its frame object. */
void traceback_add(value e, value owner, uint32_t pc);
value traceback_seen(value traceback); /* before a program gets it: from now on it stays as it is. UNDEF: NONE */

/* ---- module.c ---- */

struct module {
    struct object head;
    const struct module_def *def; /* NULL: from source */
#if ADDER_METHODS
    value room; /* it may become a struct instance: see module_become() */
#endif
    struct dict *dict;
};
extern const struct type type_module;
value module_new(value name); /* with a globals dict: __name__, and what else each module has, None */
value module_find(struct module *m, value name); /* UNDEF: none */
void module_become(struct module *m, const struct type *to); /* m.__class__ = a subclass of module */

/* ---- generator.c ---- */

struct generator { /* a generator, coroutine or asynchronous generator */
    struct object head;
    struct function *function;
    uint32_t pc;          /* where to go on */
    uint8_t state;        /* enum generator_state */
    uint8_t kind;         /* of code_flags: CODE_GENERATOR, _COROUTINE, _ASYNC_GENERATOR */
    uint16_t registers;
    value delegate;       /* what it awaits or yields from, for gi_yieldfrom; UNDEF */
    value handling;       /* the exceptions it was handling when it yielded, or UNDEF */
    value name;           /* UNDEF: the function's */
    value frame[];        /* its registers while it is suspended */
};
enum generator_state {
    GEN_NEW, GEN_SUSPENDED,
    GEN_PENDING, /* new or suspended, and pend_throw() has put an exception in `delegate` */
    GEN_RUNNING, GEN_CLOSED
};
extern const struct type type_generator, type_coroutine, type_async_generator;
static inline bool is_coroutine(value v) { return ADDER_ASYNC && is_type(v, &type_coroutine); }

/* ---- iterators (iterate.c) ---- */

struct seq_iter { struct object head; value seq; size_t index; }; /* list, tuple, str, bytes, ... by index; reversed() */
struct range_iter { struct object head; value next, step, left; }; /* ints; left: how many are to come */
struct table_iter { struct object head; value table; uint32_t pos, live, left; uint8_t kind; bool reverse; }; /* dict, set */
enum table_iter_kind { ITER_KEYS, ITER_VALUES, ITER_ITEMS, ITER_SET };
struct pair_iter { /* enumerate, filter, iter(f, sentinel) */
    struct object head;
    value it;    /* enumerate, filter: the iterator; callable: the function, UNDEF when exhausted */
    value other; /* enumerate: the next number; filter: the function, or None; callable: the sentinel */
};
struct multi_iter { /* zip, map */
    struct object head;
    value function; /* of map; UNDEF for zip */
    value its;      /* a tuple of iterators */
    bool strict;
};
struct dict_view { struct object head; value dict; };
extern const struct type type_bytes_iter, type_range_iter, type_dict_keys, type_dict_values, type_dict_items, type_callable_iter;
extern const struct type type_enumerate, type_zip, type_map, type_filter, type_reversed;
/* What a loop over pairs that are taken apart at once can use in place of iter_next(): no tuple is made.
 * Only the iterators of enumerate(), zip() of two, and dict.items() can do it. */
enum pair_step { PAIR_OTHER, PAIR_GOT, PAIR_END };
enum pair_step iter_next_pair(value it, value *pair);
value callable_iter_new(value f, value sentinel); /* iter(f, sentinel) */
value table_iter_new(value table, enum table_iter_kind kind, bool reverse);
#if ADDER_METHODS
extern const struct type type_list_iter, type_str_iter, type_ascii_iter, type_memory_iter, type_list_reversed,
    type_set_iter;
value iter_parts(value it); /* what __reduce__() of a built-in iterator gives; UNDEF: it is none, or one that can't be copied */
extern const struct cfunction iter_setstate_method; /* the __setstate__ of those that have one */
#endif

/* ---- the attribute cache (attribute.c): one shared, direct-mapped table ----
 * key: a globals dict, or what attribute_key() of class.h says. Emptied by each collection. */
enum cache_kind {
    CACHE_EMPTY,
    CACHE_SLOT,     /* instance: slots[index] */
    CACHE_MEMBER,   /* the same, but UNDEF there is a miss: one of __slots__ */
    CACHE_LIST,     /* instance: in the overflow list, at [index] */
    CACHE_VALUE,    /* found on the class: v, as it is (class attribute, staticmethod unwrapped) */
    CACHE_METHOD,   /* found on the class: v, a function that binds */
    CACHE_GLOBAL,   /* key is a globals dict: entry number index holds it */
    CACHE_BUILTIN,  /* key is a globals dict that lacks the name: v from builtins */
    CACHE_ABSENT,   /* key is a class + 4: neither it nor a base has the name */
    CACHE_ADD,      /* store: adding this attribute: slots[index] = value; the new shape is v */
    CACHE_GETTER,   /* found on the class: a property; v, its getter, is to be called with the instance */
    CACHE_MISSING,  /* instance: neither it nor its class has this */
    CACHE_SPECIAL,  /* key is a heap type, marked by 2: v, its special method, or UNDEF for none */
};
struct cache_entry { value key; uint32_t name; uint16_t kind; uint16_t index; value v; };
#if ADDER_CACHE
extern struct cache_entry attr_cache[ADDER_CACHE];
/* Entries of one name lie together in a group, so that they can be forgotten quickly. */
#define CACHE_GROUP (ADDER_CACHE < 64 ? ADDER_CACHE : 64)
static inline size_t cache_group(value name) { return (name * (CACHE_GROUP / 16)) & (ADDER_CACHE - CACHE_GROUP); }
static inline struct cache_entry *cache_at(value key, value name)
{
    return &attr_cache[(((key >> 5) ^ (name >> 8)) & (CACHE_GROUP - 1)) | cache_group(name)];
}
static inline bool cache_hit(const struct cache_entry *e, value key, value name)
{
    return e->key == key && e->name == (uint32_t)name;
}
void cache_forget_name(value name);             /* a class attribute of this name changed somewhere */
void cache_forget(value key, value name);       /* this one */
void cache_clear(void);
void cache_fill(value key, value name, enum cache_kind kind, unsigned index, value v);
/* After a miss: whether the entry was beside its place, because another needed that; it is there now. */
bool cache_promote(value key, value name);
#else
static inline struct cache_entry *cache_at(value key, value name) { (void)key; (void)name; return NULL; }
static inline bool cache_hit(const struct cache_entry *e, value key, value name)
{
    (void)e; (void)key; (void)name;
    return false;
}
static inline void cache_forget_name(value name) { (void)name; }
static inline void cache_forget(value key, value name) { (void)key; (void)name; }
static inline void cache_clear(void) {}
static inline void cache_fill(value key, value name, enum cache_kind kind, unsigned index, value v)
{
    (void)key; (void)name; (void)kind; (void)index; (void)v;
}
#endif
/* What LOAD_METHOD does on a miss: the attribute of o, and in *self what to pass first (UNDEF: nothing). */
value get_method(value o, value name, value *self);

#endif
