/* Between the files of the compiler's back end: scopes, units, and what they offer one another.
 *
 *   scope.c         who binds which name: one pass over each top-level statement
 *   codegen.c       units: emitting, labels, constants, registers
 *   assemble.c      jumps, exception table, line table -> the code object
 *   fold.c          constant folding
 *   gen_name.c      names: load, store, delete
 *   gen_expr.c      expressions            gen_call.c      calls
 *   gen_comp.c      comprehensions         gen_function.c  functions, classes, type parameters
 *   gen_stmt.c      statements             gen_try.c       try, with, and leaving them
 *   gen_match.c     match
 *
 * Registers: the locals first (parameters at the start), above them a stack of temporaries, u->top the
 * first free one. Code that needs temporaries notes u->top and puts it back. */
#ifndef ADDER_CODEGEN_H
#define ADDER_CODEGEN_H

#include "compiler.h"
#include "../object/code.h"
#include "../vm/vm.h"

#define NOWHERE        UINT32_MAX
/* More than that are kept in a list, the spill (ADDER_LARGE_FUNCTIONS): see code.h. */
#define LOCALS_MAX     (ADDER_LARGE_FUNCTIONS ? 128 : 200)
#define LOCALS_TRACKED (ADDER_LARGE_FUNCTIONS ? 256 : 32) /* those whose binding is followed; others are always checked */
#define REGISTERS_MAX  254
#define CONSTANTS_MAX  65535
#define CONSTANTS_NEAR 20000 /* behind these, names and what must be an operand; values are far: see emit_far_const() */
#define CHUNK          16 /* items of a display that are built from registers at once */
#define ARGUMENTS_MAX  60 /* of a call by window; longer ones collect a list */

/* Registers of a call window before its arguments: as the machine has it that the code is for. */
#if ADDER_CODE_WRITER
#define WINDOW_HEAD compile_frame_head
#else
#define WINDOW_HEAD FRAME_HEAD
#endif

/* ---- the compilation ---- */

struct compiler {
    value filename;
    struct arena *tree;         /* the statement being compiled lives here, its scopes too */
    struct dict *consts;        /* module-level X = const(...): name -> value; NULL: none yet */
    struct dict *globals;       /* exec: names declared global, in functions too (ADDER_METHODS); NULL: none */
    struct unit *annotate;      /* collects the module's annotations; NULL: none yet */
    struct unit *annotate_unit; /* where it is to be */
    bool annotation_texts;      /* from __future__ import annotations */
    uint32_t future_end;        /* __future__ imports may stand where so much has been emitted */
    uint8_t mode, flags, optimise;
    bool const_bound; /* the program has a `const` of its own */
#if ADDER_SYNTAX_MESSAGES
    uint8_t stage; /* enum compile_stage, of what is being done: see first_error() */
#endif
};
enum compile_stage { STAGE_PARSE, STAGE_SCOPES, STAGE_BINDINGS, STAGE_CODE };
static inline void stage_begin(struct compiler *c, enum compile_stage stage)
{
#if ADDER_SYNTAX_MESSAGES
    c->stage = (uint8_t)stage;
#endif
    (void)c, (void)stage;
}
_Noreturn void compile_left_out(const struct compiler *c, const struct node *where); /* at what this build has not */
#if ADDER_SYNTAX_MESSAGES
_Noreturn void compile_error(const struct compiler *c, const struct node *where, const char *format, ...);
#if ADDER_PACKED_TEXTS
#define compile_error(c, where, format, ...) compile_error(c, where, PACKED_TEXT(format), ##__VA_ARGS__)
#endif
#else
_Noreturn void compile_error_plain(const struct compiler *c, const struct node *where);
#define compile_error(c, where, ...) (NO_TEXT(__VA_ARGS__), compile_error_plain(c, where))
#endif

/* What is seen earlier or later than in the stage that it belongs to: see first_error(). */
#define error_of_stage(c, stage, ...) (stage_begin(c, stage), compile_error(c, __VA_ARGS__))

/* The docstring that a body's first statement is, without indentation; UNDEF: it is none, or is dropped. */
#if ADDER_METHODS
value docstring(const struct compiler *c, const struct node *first);
#else
static inline value docstring(const struct compiler *c, const struct node *first)
{
    (void)c, (void)first;
    return UNDEF;
}
#endif

/* ---- scopes ---- */

/* Of a FOR, WITH, FUNCTION or COMPFOR. */
static inline bool is_async(const struct node *n) { return ADDER_ASYNC && n->op; }

enum scope_kind {
    SCOPE_MODULE,
    SCOPE_FUNCTION, /* def, lambda, generator expression, comprehension in a hidden scope of a class */
    SCOPE_CLASS,
    SCOPE_INLINE, /* a comprehension that runs in the frame around it */
    SCOPE_HIDDEN, /* annotations, type parameters, lazily evaluated expressions */
};
#define HIDDEN_SCOPES (ADDER_ANNOTATIONS || ADDER_TYPING)
/* A flag that the build has no use for is 0: no scope ever has it. */
enum scope_flags {
    SCOPE_ASYNC = ADDER_ASYNC ? 1 : 0, /* async def, or a generator expression that awaits */
    SCOPE_YIELDS = 2,
    SCOPE_COMPREHENSION = 4, /* of any kind, inlined or not */
    SCOPE_GENEXP = 8,
    SCOPE_LAMBDA = 16,
    SCOPE_IN_CLASS = HIDDEN_SCOPES ? 32 : 0,    /* hidden, and sees the names of the class body around it */
    SCOPE_WANTS_CLASS = 64, /* class: a method refers to __class__ */
    SCOPE_WANTS_DICT = HIDDEN_SCOPES ? 128 : 0, /* class: a hidden scope refers to its namespace */
    SCOPE_NAMES = 256,      /* module of exec and eval: names live in the dict in register 0 */
    SCOPE_RETURNS_VALUE = 512,
    SCOPE_TYPEPARAMS = ADDER_TYPING ? 1024 : 0,  /* hidden: the scope of type parameters */
    SCOPE_NESTED = 2048,      /* in a function */
    SCOPE_IN_ITERABLE = ADDER_MORE_SYNTAX ? 4096 : 0, /* comprehension: its iterables are being visited */
};
enum var_flags {
    VAR_BOUND = 1,
    VAR_USED = 2,
    VAR_PARAM = 4,
    VAR_GLOBAL = 8,    /* declared global, or global because an outer function says so */
    VAR_NONLOCAL = 16, /* declared nonlocal */
    VAR_DELETED = 32,  /* may become unbound again: always checked */
    VAR_WALRUS = ADDER_MORE_SYNTAX ? 64 : 0, /* an expression may change it half-way */
    VAR_ANNOTATED = 128,
    VAR_CAPTURED = 256, /* an inner function refers to it: lives in a cell */
    VAR_FREE = 512,     /* a cell that the closure brings */
    VAR_EARLY = 1024,   /* comprehension: read before its `for` binds it */
    VAR_SELF = 2048,    /* class: some method sets self.NAME */
    VAR_SPILLED = ADDER_LARGE_FUNCTIONS ? 4096 : 0, /* reg is an index into the spill list */
    VAR_TARGET = 8192,  /* comprehension: bound by a `for` */
};
struct var {
    uint32_t name; /* a sym */
    uint16_t flags;
    uint16_t reg; /* register; spill index; number of the closure's cell */
};
struct scope {
    /* last: the last child; while generating, the last one found */
    struct scope *parent, *child, *last, *sibling;
    const struct node *node; /* what it is the scope of: a key for scope_child */
    struct var *vars;        /* in order of first mention */
    uint16_t *index;         /* open hash of vars, when there are many; 0 free, else number + 1 */
    uint16_t nvars, room;
    uint16_t flags;
    uint8_t kind;
    uint8_t class_cell, dict_cell; /* class: their registers */
    value class_name;              /* for mangling __names; UNDEF: not in a class */
};
/* The scopes of a top-level statement (or expression). Raises SyntaxError. */
struct scope *scope_analyse(struct compiler *c, struct node *statement);
/* The same of a method whose class is not complete yet: the scope of that, in which the method's is the only one. */
struct scope *scope_analyse_method(struct compiler *c, struct node *method, value class_name);
struct scope *scope_child(struct scope *s, const struct node *node);
struct var *scope_find(const struct scope *s, value name);
#if ADDER_MORE_SYNTAX
value scope_mangle(const struct scope *s, value name); /* as it is in the class around, if it begins with __ */
#else
#define scope_mangle(s, name) ((void)(s), name)
#endif
static inline value var_name(const struct var *v)
{
    return SYMBOL(v->name);
}
/* Calls fn for each annotated assignment of a class body or module statement, not of those in functions. */
bool has_annotations(const struct node *function); /* a FUNCTION node */
/* The name that `import` binds for an ALIAS. */
value alias_binds(const struct node *alias);
void each_annotation(struct node *n, void (*fn)(void *context, struct node *assignment), void *context);

/* ---- units ---- */

struct bits {
    uint32_t w[LOCALS_TRACKED / 32];
}; /* one for each register that may be a local */

struct label {
    uint32_t at;          /* NOWHERE: not placed yet */
    uint32_t jumps;       /* chain of the jumps that wait for it: index in u->jumps, or NOWHERE */
    struct bits assigned; /* locals that are bound on every way here */
};
struct jump {
    uint32_t at, target;
}; /* at: of its 2-byte operand. target: a pc, or the next in the chain */
struct guard {
    uint32_t start, end, handler;
    uint32_t reg;
}; /* handler: a pc, or HANDLER_ID + number */
#define HANDLER_ID 0x80000000u /* above what RANGE_NAMES makes of a variable */

enum block_kind {
    BLOCK_LOOP,
    BLOCK_TRY,     /* the body of try-except: nothing to do on the way out */
    BLOCK_FINALLY, /* body and handlers of a try with finally: leaving runs the finally body */
    BLOCK_HANDLER, /* an except body, or a finally body run for an exception */
    BLOCK_WITH,
};
struct block {
    struct block *outer;
    struct label *next, *done; /* loop: where continue and break go */
    struct node *node;         /* finally: its body. with: for positions */
    value name;                /* handler: the name after `as`, or UNDEF */
    uint32_t start;            /* of the protected range that is open; NOWHERE: none is */
    uint32_t handler;          /* id */
    uint32_t first;            /* number of guards before it */
    struct bits assigned;      /* when it was entered */
    uint8_t kind;
    uint8_t reg;         /* handler: what was being handled before. with: __exit__ */
    uint8_t handler_reg; /* where the exception goes */
    bool async;
    bool star; /* handler of an except* */
    bool open; /* its range goes on after what is emitted on the way out */
};

struct unit {
    struct unit *outer;
    struct compiler *c;
    struct scope *base;  /* the unit's own scope; at module level that of the statement */
    struct scope *scope; /* the innermost: a comprehension's while inside of it */
    struct scratch *code, *lines, *jumps, *guards, *index;
    struct list *constants;
    const struct node *where; /* what is being compiled, for the line table */
    struct block *blocks;
    value name, qualname;
    struct bits assigned; /* locals that are certainly bound here */
    bool dead;            /* this point cannot be reached: nothing is emitted */
    uint8_t locals;       /* named registers */
    uint8_t spill;        /* register of the spill list, when spilled > 0 */
    uint8_t top;          /* the first free temporary */
    uint8_t floor;        /* the first temporary that may be stashed: what is below is used where it is */
    uint8_t stash;        /* the register of the stash, and 1; 0: there is none */
    uint16_t stashed;     /* words of it in use */
    uint16_t stash_words; /* ... at most, so far */
    uint16_t registers;
    uint16_t spilled, cells;
    uint16_t flags; /* code_flags */
    uint16_t positional, positional_only, keyword_only;
    uint32_t far, far_table; /* so many constants are far; where the table is that the last one is in */
    uint32_t handlers; /* ids given */
    uint32_t first_line;
    uint32_t line_pc, line;       /* of the last entry of the line table */
    const struct node *line_node; /* whose position it has */
    uint32_t label_at;            /* where the last label is */
    struct scratch *names;        /* further names for CHECK: uint16_t constant numbers */
};

/* Makes a unit for a scope: registers for its locals. `params` may be NULL. */
void unit_open(struct unit *u, struct unit *outer, struct scope *s, value name, const struct node *where);
/* Emits what comes before the body: cells, spill list. After the parameters are known. */
void unit_prologue(struct unit *u);
void unit_open_module(struct unit *u, struct compiler *c, struct scope *s);
struct code *unit_close(struct unit *u); /* assemble.c */
#define NAMED_SCOPE(u) ((u)->base->kind == SCOPE_CLASS || ((u)->base->flags & (SCOPE_NAMES | SCOPE_IN_CLASS)))

uint32_t here(const struct unit *u);
static inline unsigned guard_count(const struct unit *u)
{
    return scratch_len(u->guards) / sizeof(struct guard);
}
/* Compiles a method of a class of the top level before the class is complete: its parameters and its body; what is
 * evaluated in the class (defaults, annotations, decorators) is not touched. module: its struct unit. Returns a tuple:
 * the code, and the names of the attributes that it gives self. Raises SyntaxError. */
value method_compile(void *module, struct node *method, value class_name);
static inline struct code *method_code(const struct node *compiled) /* a COMPILED node's */
{
    return (struct code *)tuple_of(compiled->val)->items[0];
}
/* One instruction, operands in the order of opcodes.def; no jumps. */
void emit(struct unit *u, enum opcode op, int a, int b, int c);
void emit4(struct unit *u, enum opcode op, int a, int b, int c, int d);
static inline void emit0(struct unit *u, enum opcode op)
{
    emit(u, op, 0, 0, 0);
}
static inline void emit1(struct unit *u, enum opcode op, int a)
{
    emit(u, op, a, 0, 0);
}
static inline void emit2(struct unit *u, enum opcode op, int a, int b)
{
    emit(u, op, a, b, 0);
}
void begin_statement(struct unit *u); /* it begins a line, wherever it is come from */
/* What follows is n, the attribute or the call of it: where its name stands, if that is not on the first line. */
void mark_attribute(struct unit *u, const struct node *n, const struct node *attribute);
void mark_line(struct unit *u, const struct node *n); /* what follows is n: for statements that make no code */
unsigned put_varint(uint8_t *out, uint32_t n); /* at most 5 bytes; how many */
void emit_jump3(struct unit *u, enum opcode op, int a, int b, int c, struct label *to);
void emit_jump(struct unit *u, enum opcode op, int a, int b, struct label *to);
void label_init(struct label *l);
void label_place(struct unit *u, struct label *l);
void emit_move(struct unit *u, unsigned dst, unsigned src);
void emit_const(struct unit *u, unsigned dst, value v);
void emit_none(struct unit *u, unsigned dst);
unsigned constant(struct unit *u, value v);       /* its number */
#if ADDER_LARGE_FUNCTIONS
bool constants_are_far(const struct unit *u); /* what need not be an operand is loaded into a register */
#else
#define constants_are_far(u) false
#endif
unsigned name_number(struct unit *u, value name); /* in the names table */
unsigned temporary(struct unit *u);               /* the next one, taken */
unsigned temporaries(struct unit *u, unsigned n); /* the first of n in a row */
/* So many more fit, and a few to work with. */
static inline bool temporaries_fit(const struct unit *u, unsigned n)
{
    return !ADDER_LARGE_FUNCTIONS || u->top + n + 8 <= REGISTERS_MAX;
}

#if ADDER_LARGE_FUNCTIONS
/* When registers run short, the temporaries from u->floor on are stashed: what follows has their registers. */
struct stashed {
    uint32_t size_at; /* where the size of the stash is to be, if it was made for this; else NOWHERE */
    uint16_t at;      /* the first word taken */
    uint8_t floor, top, stash;
};
#define REGISTERS_SHORT (REGISTERS_MAX - 40)
bool stash_begin(struct unit *u, struct stashed *s); /* false: there are none, nothing is done */
/* They are back; R[v] is kept in the register that is returned, not taken. */
unsigned stash_end(struct unit *u, struct stashed *s, unsigned v);
/* Begins a stash in a new temporary, unless there is one, and takes n words of it. */
void stash_open(struct unit *u, struct stashed *s, unsigned n);
void stash_close(struct unit *u, const struct stashed *s);
static inline void set_floor(struct unit *u) { u->floor = u->top; }
#else
#define set_floor(u) ((void)0)
#endif

static inline bool is_temporary(const struct unit *u, unsigned r)
{
    return r >= u->locals;
}
bool is_small_operand(value v, int *out); /* an int of -128 .. 127 */

static inline bool bit_get(const struct bits *b, unsigned i)
{
    return i < LOCALS_TRACKED && b->w[i >> 5] >> (i & 31) & 1;
}
static inline void bit_set(struct bits *b, unsigned i)
{
    if (i < LOCALS_TRACKED) b->w[i >> 5] |= (uint32_t)1 << (i & 31);
}

/* ---- folding ---- */

#define ITERATED 1 /* op of a set display: of a loop, which does nothing else with it */
static inline void mark_iterated(struct node *n)
{
    if (n->kind == N_SET) n->op = ITERATED;
}
#define TRIED 0x80 /* in node.op: it is known not to be constant */
static inline unsigned node_op(const struct node *n)
{
    return n->op & 0x7f;
}
bool node_fold(struct unit *u, struct node *n); /* true: n is a CONST now */
/* 1, 0: the truth of n is known at compile time; -1: it is not. */
int node_truth(struct unit *u, struct node *n);

/* ---- names ---- */

enum place_kind {
    PLACE_REGISTER,
    PLACE_CELL,
    PLACE_SPILL,
    PLACE_SPILL_CELL,
    PLACE_FREE,
    PLACE_GLOBAL,
    PLACE_NAME,
    PLACE_NAME_FREE
};
struct location {
    uint8_t kind;
    uint16_t reg;
    struct var *var;
    value name;
};
struct location name_place(struct unit *u, value name);       /* mangles */
#if ADDER_TRACING
/* The variables of comprehensions that were bound since there were `first` guards end here. */
void range_names_end(struct unit *u, unsigned first);
#else
#define range_names_end(u, first) ((void)(first))
#endif
void load_place(struct unit *u, const struct location *p, unsigned dst);
void store_place(struct unit *u, const struct location *p, unsigned src);
void delete_place(struct unit *u, const struct location *p);
void load_name(struct unit *u, value name, unsigned dst);
void store_name(struct unit *u, value name, unsigned src);
void delete_name(struct unit *u, value name);
void load_cell(struct unit *u, value name, unsigned dst); /* the cell itself */
void load_free(struct unit *u, const struct var *v, unsigned dst); /* what is in the closure's cell */
#if ADDER_LARGE_FUNCTIONS
void add_spilled_names(struct unit *u, struct scratch **table); /* the end of the names table: see code_counts */
#else
#define add_spilled_names(u, table) ((void)0)
#endif
bool is_global_name(struct unit *u, value name);          /* neither local nor bound by the class body */
bool module_const(struct unit *u, value name, value *v);  /* a const() name: its value */
/* Notes that the local in this register is bound now. */
void mark_assigned(struct unit *u, const struct location *p);
/* The register of a local that is used where it is; -1: it must be loaded (or, unless `last`, may
 * change before it is used). Checks that it is bound. */
int local_register(struct unit *u, value name, bool last);

/* ---- expressions ---- */

void gen_to(struct unit *u, struct node *n, unsigned dst);
/* The value in some register: a local's own, or a new temporary. */
unsigned gen_reg(struct unit *u, struct node *n);
/* The same when nothing else is evaluated before the value is used. */
unsigned gen_last(struct unit *u, struct node *n);
/* The same, with `scratch` (a temporary that is taken) for the temporary. */
unsigned gen_with(struct unit *u, struct node *n, unsigned scratch);
unsigned gen_with_last(struct unit *u, struct node *n, unsigned scratch);
/* Where a run of registers may begin whose result goes to dst: at dst itself, if that is the last
 * temporary taken (it is given back). */
unsigned window_at(struct unit *u, unsigned dst);
void gen_effect(struct unit *u, struct node *n);
void gen_branch(struct unit *u, struct node *n, bool when, struct label *to);
void gen_call(struct unit *u, struct node *n, unsigned dst);
/* a dict of KEYWORD nodes */
void gen_keywords(struct unit *u, struct node **arguments, unsigned n, unsigned dst, unsigned callee);
/* keywords last; how many are not */
unsigned arguments_sort(const struct unit *u, struct node **arguments, unsigned n);
void gen_tuple(struct unit *u, struct node **items, unsigned n, unsigned dst);
bool gen_super_attribute(struct unit *u, struct node *n, unsigned dst);
void gen_list(struct unit *u, struct node **items, unsigned n, unsigned dst);
void gen_await(struct unit *u, unsigned value, unsigned dst, enum await_kind kind);
void gen_delegate(struct unit *u, unsigned iterator, unsigned dst);
void gen_comprehension(struct unit *u, struct node *n, unsigned dst);
#if ADDER_MORE_SYNTAX
bool has_named(const struct node *n); /* is there a walrus? */
#else
#define has_named(n) false
#endif
bool is_async_unit(const struct unit *u);

/* A `for`, of a statement or a comprehension. */
struct loop {
    struct label next, body; /* next: where `continue` goes */
    struct block guard;      /* async: the protected anext() */
    unsigned state;          /* the iteration's registers: 3, async: 1 */
    unsigned item;           /* where items come */
    bool async, direct;      /* direct: item is the target itself */
    struct node *target;
};
/* Evaluates n and begins to iterate over it; returns the state's register, that of 3 temporaries (async: 1) which are
 * then taken. */
unsigned loop_iterate(struct unit *u, struct node *n, bool async);
/* Code for the body of a loop over the iteration in R[state] follows. */
void loop_begin(struct unit *u, struct loop *l, struct node *target, bool async, unsigned state);
void loop_end(struct unit *u, struct loop *l); /* goes on when the iteration is exhausted */

/* ---- statements ---- */

void gen_statement(struct unit *u, struct node *n);
void gen_block(struct unit *u, struct node *n);
void gen_marked_block(struct unit *u, struct node *n); /* the same; for tracing a lone `pass` is code, to tell it from what follows */
void gen_store(struct unit *u, struct node *target, unsigned src);
#if ADDER_LARGE_FUNCTIONS
/* What is unpacked of R[src] for n targets or patterns, as a tuple; and item number i of that. */
void gen_unpack_far(struct unit *u, unsigned n, unsigned src, int star, unsigned dst);
void gen_item_far(struct unit *u, unsigned dst, unsigned tuple, unsigned i);
#endif
void gen_assign_from(struct unit *u, struct node *target, struct node *v);
void gen_annotated(struct unit *u, struct node *n);
/* An annotation as text; UNDEF: it is not one of the usual forms, so it is evaluated as ever. */
value annotation_text(const struct node *annotation);
void gen_function(struct unit *u, struct node *n, unsigned dst);
void gen_class(struct unit *u, struct node *n, unsigned dst);
void gen_type_alias(struct unit *u, struct node *n);
void gen_closure(struct unit *u, struct unit *inner, unsigned dst); /* closes inner; R[dst] = its function */
#if ADDER_ANNOTATIONS
void module_annotations_end(struct unit *u);
#else
#define module_annotations_end(u) ((void)0)
#endif
void gen_match(struct unit *u, struct node *n);
void gen_try(struct unit *u, struct node *n);
void gen_with_statement(struct unit *u, struct node *n);
void gen_return(struct unit *u, struct node *n);
void gen_leave(struct unit *u, struct node *n, bool is_break);

void block_push(struct unit *u, struct block *b, enum block_kind kind);
void block_pop(struct unit *u, struct block *b);
void range_open(struct unit *u, struct block *b, unsigned reg); /* exceptions from here go to b's handler */
void range_close(struct unit *u, struct block *b);
void handler_place(struct unit *u, struct block *b);

#endif
