/* The machine: runs bytecode. What the floors above use; the loop itself is in loop.c. */
#ifndef ADDER_VM_H
#define ADDER_VM_H

#include "../object/layout.h"
#include "../object/printer.h"
#include "operands.h"

enum opcode {
#define OP(name, operands) BC_##name,
#include "opcodes.def"
#undef OP
    BC_COUNT
};
const char *opcode_operands(unsigned op); /* as in opcodes.def, or at least as long */
bool opcode_goes_on(unsigned op);                   /* to the instruction behind it */
unsigned instruction_size(const uint8_t *at);       /* in bytes; *at must be an opcode */

/* A frame lies in a stack segment:  function | link | registers ...
 * base points at register 0. The link says how to go back: the caller's pc, how far below the
 * caller's base is, and the frame's kind. */
#define FRAME_LINKS (sizeof(value) == 8 ? 1 : 2)
#define FRAME_HEAD (1 + FRAME_LINKS)

/* What something is awaited for, so that errors can tell. */
#define UNPACK_ALL 65535 /* of UNPACKFAR: there is no list of the rest */
enum await_kind { AWAIT, AWAIT_NEXT, AWAIT_ENTER, AWAIT_EXIT, AWAIT_YIELD_FROM };

/* The machine's state that C code may look at. */
struct vm {
    value *base;             /* register 0 of the running frame; NULL outside of any */
    const uint8_t *pc;       /* where that frame is, when C code runs */
    value *limit;            /* end of the stack segment */
    value handling;          /* the exception being handled, or NONE */
    value stop_value;        /* what a generator returned, when a `next` slot says STOP */
    value modules;           /* sys.modules: a dict, or UNDEF */
    value path;              /* sys.path: a list, or UNDEF until first use */
    value main;              /* the __main__ module */
    volatile uint32_t pending; /* not 0: something to do at the next poll; see interrupt.c */
};
extern struct vm vm;

/* How a loop begins: at a frame's first instruction; where machine.exception was raised at vm.base, vm.pc; or (the loop
 * that traces) amid a frame. */
enum raising { NOT_RAISING, RAISED_IN_C, THROWN_IN, GOING_ON };

/* State that only this floor looks at. */
struct machine {
    struct segment *segment; /* the one in use */
    struct segment *spare;   /* kept for the next overflow */
    struct catcher *catcher;
    value exception;         /* on its way */
    size_t stack_bytes;      /* of all segments */
    const value *binding;    /* end of the registers of a frame that is being set up; else NULL or stale */
#if ADDER_TRACING
    struct frame *frames;    /* the objects of frames that are on the stack, those of generators left out */
    /* machine_loop() and generator_resume(), or while tracing what stands in for them */
    value (*loop)(value *base, const uint8_t *pc, enum raising raising);
    value *(*resume)(struct generator *g, value sent, value *at, const uint8_t *back, unsigned flags);
    value trace, profile;    /* what sys.settrace() and setprofile() set; UNDEF: nothing */
    uint8_t switching;       /* enum raising: how the other loop is to go on; see trace.c */
    bool in_trace;           /* a function of theirs runs: it is not traced */
    sym event;               /* which it has been told; 0: none runs */
#endif
};

#if ADDER_THREADS
/* What each thread has of the machine, while another one runs: the first five of struct vm, the containers that are
 * being printed, and the rest. */
struct vm_thread {
    value *base;
    const uint8_t *pc;
    value *limit;
    value handling, stop_value;
    struct machine machine;
    unsigned repr_depth;
    value repr_ring[REPR_RING];
};
void vm_thread_new(struct vm_thread *t);   /* that has not begun. May collect; raises MemoryError, RecursionError */
void vm_thread_save(struct vm_thread *t);  /* the one that runs */
void vm_thread_load(const struct vm_thread *t);
void vm_thread_visit(struct vm_thread *t); /* for a function that visits roots */
#endif

enum pending_bits {
    PENDING_INTERRUPT = 1,   /* KeyboardInterrupt is to be raised */
    PENDING_FINALISE = 2,    /* heap_run_finalisers() */
    PENDING_CALL = 4,        /* vm_pending_hook: scheduled callbacks, signals */
    PENDING_END = 8,         /* the program is to end: SIGTERM and the like */
    PENDING_SWITCH = 16,     /* another thread waits for its turn: thread.h */
    PENDING_TRACE = 32,      /* there is nothing to do, but the loop that traces is to run: see trace.c */
};
/* What is to be done at the next poll by this thread. */
static inline uint32_t vm_pending(void) { return vm.pending & ~(uint32_t)(PENDING_SWITCH | PENDING_TRACE); }
extern void (*vm_pending_hook)(void);

/* What the machine needs of the runtime above it, set at start. */
struct vm_hooks {
    value (*builtin)(value name); /* UNDEF: there is no such built-in */
    value (*import)(value name, value fromlist, int level);
    value (*import_from)(value module, value name); /* an attribute, or a sub-module; ImportError */
    void (*display)(value v);     /* sys.displayhook */
    struct code *(*load_code)(value file, uint32_t at); /* of a struct lazy_code */
#if ADDER_TRACING
    value (*nearest)(value name, value names); /* which of these names may be meant by it; UNDEF: none */
#endif
#if ADDER_THREADS
    void (*each_thread)(void (*fn)(struct vm_thread *t, void *arg), void *arg); /* all but the one that runs */
#endif
};
extern struct vm_hooks vm_hooks;

/* A function in C that was called with arguments from the machine's stack, which end at `from`, and before it looks at
 * others: the registers of its caller above them hold nothing any more, which is forgotten. */
#if ADDER_LEVEL == 2
void vm_forget_idle(value *from);
#else
#define vm_forget_idle(from) ((void)(from))
#endif

void vm_init(void);
/* A function of module code, to be called without arguments. */
value function_new(struct code *code, struct dict *globals);
/* Globals of the Python code that is running (NULL: none), its code and line: for exec, warnings, import. */
struct dict *vm_globals(void);
/* The dict of locals() of the innermost Python frame (a module's: its globals). */
value vm_locals(void);
/* A running frame: its registers, and where it is. */
struct frame_view {
    value *base;
    struct function *function;
    uint32_t pc;
    struct generator *generator; /* whose frame it is; NULL: a call's */
};
#if ADDER_TRACING
#define VM_RECURSION_LIMIT 1000 /* as in CPython, until a program sets another */
/* For a generator that begins: RecursionError if it is one frame too many, with those that wait for one another. */
void vm_check_chain(void);
/* So many frames there may be from now on, for this thread and those that begin later. Raises RecursionError if there are
 * as many already. */
void vm_set_recursion_limit(size_t n);
#else
#define vm_set_recursion_limit(n) ((void)(n))
#define vm_check_chain() ((void)0)
#define VM_RECURSION_LIMIT 1000 /* only what sys tells */
#endif
bool vm_frame(unsigned depth, struct frame_view *out); /* 0: the innermost; false: there is none */

#if ADDER_TRACING
/* Frame objects (frame_object.c). */
extern const struct type type_frame;
value frame_object(unsigned depth); /* of the frame at this depth; UNDEF: there is none */
bool frame_seen(unsigned depth, struct frame_view *view); /* as vm_frame(), without frames of CODE_NATIVE, as above */
/* Of a call that is over, and of whose locals nothing is known. */
value frame_of_call(struct function *f, uint32_t pc);
struct code *frame_code(value frame);
/* Before the function gets other code: whatever runs it, or will go on in it, has a copy from now on. */
void function_code_changes(struct function *f);
void traceback_owner_changes(struct object *traceback, value from, value to); /* traceback.c */
/* Hooks (trace.c): what sys.settrace() and setprofile() set; UNDEF: none. */
value trace_function(bool profile);
void trace_set(bool profile, value f);
bool trace_is_on(void); /* either is set, and it is not they who run */
/* The C function `f`, which has perhaps turned tracing on, has done its work and would return None. When the machine
 * called it, the machine goes on traced, and this does not return. */
void trace_begin(const struct cfunction *f);
value trace_anyway(value f, size_t n, const value *args); /* f(*args), traced even if a trace function runs */
#endif

/* Generators: send (v NONE for next), throw, close. STOP when finished: vm.stop_value has the result. */
value generator_send(value g, value v);
value generator_throw(value g, value exception);
value generator_close(value g);

/* What ends a protected call: longjmp to the innermost machine entry or protect(). */
void handle_pending(void); /* called when vm.pending: may raise */

#endif
