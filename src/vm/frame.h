/* Frames and stack segments: how calls are laid out. Internal to src/vm.
 *
 * A frame lies in a stack segment, upward:
 *
 *     [generator, saved handling]   only below the frame of a generator
 *     function                      base[-FRAME_HEAD]
 *     link (one word, or two)       base[-FRAME_LINKS ...]
 *     registers                     base[0 ...]
 *
 * The link packs the caller's pc (a pointer just behind its call instruction), how many words the
 * caller's base lies below this one, and what is special about the frame. A word of 64 bits holds it
 * all: pc 48 bits, distance 9, flags 6, and a 1 that makes it a harmless int to the collector.
 */
#ifndef ADDER_FRAME_H
#define ADDER_FRAME_H

#include <setjmp.h>

#include "vm.h"

enum frame_flags {
    FRAME_ENTRY = 2,    /* called from C: returning leaves the loop */
    FRAME_INIT = 4,     /* __init__ of an instance that waits in base[-FRAME_HEAD - 1]: that is the result */
    FRAME_GENERATOR = 8,
    FRAME_SEGMENT = 16, /* the first of its segment: the caller's base is in the segment's head */
    /* how the caller's instruction takes the result; none: CALL, CALLM (4 bytes, result register first) */
    FRAME_KEYWORDS = 32, /* CALLKW, CALLMKW: the pc is 2 bytes short of the next instruction */
    FRAME_STAR = 64,     /* CALLX: 3 bytes */
    FRAME_RESUME = 96,   /* NEXT, LOOP, SEND resumed a generator; GETATTR called a getter (5 bytes) */
    /* An operator or subscript by a method of the program's (4 bytes, result register first): NotImplemented
     * means to go on looking. A constructor is never called in that form. */
    FRAME_OPERATOR = FRAME_INIT | FRAME_RESUME,
    /* A frame object stands for this frame, and has its own flags (frame_object.c). It is no generator's: those are
     * never called for an operator. So returning from any other frame needs no test for this. */
    FRAME_WATCHED = FRAME_GENERATOR | FRAME_OPERATOR,
};
#define FRAME_FORM 96
#define FRAME_SPECIAL 126
#define FRAME_SLACK 4 /* words above a frame's registers that a call may use before it checks the limit */

#if UINTPTR_MAX > 0xffffffffu
static inline void link_set(value *base, const uint8_t *pc, size_t distance, unsigned flags)
{
    base[-1] = ((value)pc << 16) | (distance << 7) | flags | 1;
}
static inline const uint8_t *link_pc(const value *base) { return (const uint8_t *)(base[-1] >> 16); }
static inline size_t link_distance(const value *base) { return (base[-1] >> 7) & 511; }
#else
static inline void link_set(value *base, const uint8_t *pc, size_t distance, unsigned flags)
{
    base[-1] = (distance << 7) | flags | 1;
    base[-2] = (value)pc;
}
static inline const uint8_t *link_pc(const value *base) { return (const uint8_t *)base[-2]; }
static inline size_t link_distance(const value *base) { return base[-1] >> 7; }
#endif
static inline unsigned link_flags(const value *base) { return base[-1] & FRAME_SPECIAL; }
static inline bool is_init(unsigned flags) { return (flags & FRAME_INIT) && (flags & FRAME_FORM) != FRAME_RESUME; }
static inline bool is_watched(unsigned flags)
{
    return ADDER_TRACING && (flags & (FRAME_GENERATOR | FRAME_INIT)) == (FRAME_GENERATOR | FRAME_INIT);
}
static inline bool is_operator(unsigned flags) { return (flags & FRAME_OPERATOR) == FRAME_OPERATOR; }
static inline struct function *frame_function(const value *base) { return (struct function *)base[-FRAME_HEAD]; }
static inline struct generator *frame_generator(const value *base) { return (struct generator *)base[-FRAME_HEAD - 2]; }
/* Words below a generator's frame: the generator, the saved `handling`, and the generator that was asked to
 * go on: the same one, or one that delegates (by yield from, await) through others to this one. */
#define FRAME_GENERATOR_EXTRA 3
static inline struct generator *frame_asked(const value *base) { return (struct generator *)base[-FRAME_HEAD - 3]; }

struct segment {
    struct object head;
    struct segment *below;
    value *caller;       /* base of the frame that called into this segment */
    size_t depth;        /* frames are below the segment */
    size_t words;
    value stack[];
};
extern const struct type type_segment;

/* A jump that costs little where the compiler offers it: the registers need not be saved one by one. */
#if defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#define CATCH(c) __builtin_setjmp((c)->jump)
#define THROW(c) __builtin_longjmp((c)->jump, 1)
typedef void *jump_buffer[5];
#else
#define CATCH(c) _setjmp((c)->jump)
#define THROW(c) _longjmp((c)->jump, 1)
typedef jmp_buf jump_buffer;
#endif

/* A place that exceptions raised in C jump to, and what is put back there. All that outlives the jump
 * must be in here: the compiler sees that the address is known elsewhere, and keeps it in memory. */
struct catcher {
    jump_buffer jump;
    struct catcher *outer;
    value *base;
    const uint8_t *pc;
    struct segment *segment;
    value handling;
    unsigned repr_depth; /* of printer.h: containers being printed */
};

extern struct machine machine;


/* Where the next frame's head may begin: above the running frame. */
value *frame_top(void);
/* Moves to a new segment with room for `words` above the head; the arguments (n words from args) are
 * copied. Returns the new base, with its link's flags to be or-ed with FRAME_SEGMENT. May raise
 * RecursionError or MemoryError, before anything has changed. */
value *segment_push(value *caller, const value *args, size_t n, size_t words);
void segment_pop(void); /* when a FRAME_SEGMENT frame goes */
void segment_drop(void); /* the same for an exception: the frames below may go, too */
/* After an exception: drops the segments above the one that base lies in (a call that failed may have left one). */
void segments_unwind(const value *base);

/* The running frames, innermost first. */
struct frame_walk {
    value *base;
    const uint8_t *pc;
    struct segment *segment;
    struct generator *delegating; /* the next one: a generator that waits for the one before */
};
struct frame_walk frame_walk(void);
struct frame_walk frame_walk_from(value *base, const uint8_t *pc, struct segment *s); /* of another thread */
bool frame_walk_next(struct frame_walk *w, struct frame_view *out);

#if ADDER_TRACING
/* A frame object (frame_object.c). While its frame is on the stack it knows where, and stays in step with it. */
struct frame {
    struct object head;
    struct frame *outer;         /* the next one of machine.frames */
    struct function *function;
    struct code *code;           /* the function's, when it was called */
    value *base;                 /* the frame on the stack; NULL: it is none, or a generator's */
    struct generator *generator; /* whose it is, until that ends */
    value back;                  /* a frame object or NONE, once it has left the stack */
    value name;                  /* what the generator's field `name` held */
    value trace;                 /* f_trace; UNDEF: none */
    value extra;                 /* a dict of what was stored in f_locals under other names than the locals'; or UNDEF */
    uint32_t pc;                 /* once it has left the stack */
    uint8_t flags;               /* of the link, while it is on the stack */
    bool known;                  /* once it has left the stack: registers[] has its locals */
    bool no_lines, opcodes;      /* not f_trace_lines; f_trace_opcodes */
    bool to_test;                /* the tracer's: it has jumped to a loop's test */
    /* What the tracer knows: the line it is in; the last instruction; the line table's entry. */
    uint32_t line, last, from, to;
    uint32_t said;               /* the line that f_lineno says meanwhile; 0: where it is */
    uint32_t jump;               /* where f_lineno, assigned, goes, plus 1; 0: nowhere */
    uint16_t pops;               /* the register that then has the exception to handle again, plus 1; 0: none */
    value registers[];
};
/* The object of the frame at `base`, or of its generator; NULL: there is none. */
struct frame *frame_find(const value *base);
/* The same, made if need be. May raise MemoryError. */
struct frame *frame_get(const struct frame_view *view);
/* Who a traceback says ran at base. */
value frame_owner(const value *base);
/* The frame at base, which is watched and the innermost, is about to go: the object takes its locals with it. */
void frame_detach(value *base, const uint8_t *pc);
/* The same of a generator that has ended, and whose registers are at base. */
void frame_detach_generator(struct generator *g, const value *base, uint32_t pc);
/* Where it is; base is NULL if its locals are not known. */
struct frame_view frame_where(const struct frame *f);
value frame_locals(struct frame *f); /* f_locals */

/* trace.c, for the loop that traces. pc: the next instruction. */
void trace_choose(void);             /* the loop for this thread */
void machine_poll(enum raising how); /* where the loop that does not trace polls */
void trace_enter(value *base, const uint8_t *pc);  /* a call, or a generator goes on */
const uint8_t *trace_line(value *base, const uint8_t *pc); /* where to go on */
void trace_return(value *base, const uint8_t *pc, value v);
void trace_exception(void);              /* machine.exception came to vm.base, vm.pc */
void trace_stop(value *base, const uint8_t *pc, value v); /* the generator that it has resumed returns v */
value trace_call(value f, size_t n, const value *args, size_t nkw, const value *kwnames); /* of a function in C */
#endif

/* Sorts the arguments of a call into registers: base[0 .. n) positional, then nkw values of kwnames.
 * Raises TypeError in CPython's words. */
void arguments_bind(struct function *f, value *base, size_t n, size_t nkw, const value *kwnames);
/* Resumes g, which is new or suspended: returns the base of a frame at `at` (or in a new segment) that the
 * loop goes on in, at the pc of frame_generator(). If g delegates to a suspended generator, that is the one
 * that runs, without the frames between. Raises ValueError if it runs already. */
value *generator_resume(struct generator *g, value sent, value *at, const uint8_t *back, unsigned flags);
/* The same for the loop that traces: it is g itself that runs. */
value *generator_resume_alone(struct generator *g, value sent, value *at, const uint8_t *back, unsigned flags);
/* The generator in this frame is closed. If another delegates to it, that one's frame takes the place, to go
 * on at the SEND that ended: its pc less GENERATOR_SEND. False: it was the one that was asked. */
bool generator_go_back(value *base);
#define GENERATOR_SEND 8 /* bytes of a SEND and the YIELDFROM that follows */
/* Keeps the registers and pc of the running generator, whose frame the caller then pops. */
void generator_suspend(struct generator *g, value *base, uint32_t pc);
/* The generator in this frame comes to a handler of e. Returns what is to be handled again behind it; UNDEF: what whoever
 * has resumed the generator handles then. */
value generator_handles(value *base, value e);
value generator_handles_no_more(value *base); /* it leaves the handler for which that was UNDEF */
void generator_failed(struct generator *g); /* an exception leaves it: closes it; StopIteration becomes RuntimeError */
/* Makes the generator (or coroutine) of a call whose arguments are bound in base. */
value generator_new(struct function *f, const value *base);

/* Runs from a frame that is set up at base, with FRAME_ENTRY. */
value machine_enter(value *base, const uint8_t *pc);
/* The same, but raising e there. */
value machine_throw(value *base, const uint8_t *pc, value e);
/* The loop. UNDEF: an exception left the entry frame. */
value machine_loop(value *base, const uint8_t *pc, enum raising raising);
#if ADDER_TRACING
value machine_loop_traced(value *base, const uint8_t *pc, enum raising raising);
#define MACHINE_LOOP machine.loop
#define MACHINE_RESUME machine.resume
#else
#define MACHINE_LOOP machine_loop
#define MACHINE_RESUME generator_resume
#endif
value stop_iteration_value(value exception); /* what a StopIteration carries, or None */
_Noreturn void vm_reraise(value exception); /* as it is */
void exception_set_context(value exception);

#endif
