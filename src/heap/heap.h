/* The heap: one contiguous region, two ends.
 *
 *   low                                                                        high
 *   | bitmaps | objects ->  (holes)  | top        gap        bottom | <- buffers    |
 *
 * Objects grow from below, have a one-word header (their type), and stay where they are.
 * Buffers grow from above, belong to exactly one object, and slide to the top when the heap
 * is collected. What lies between is the free memory.
 *
 * A buffer's owner holds the buffer's address in its first word after the header
 * (struct owner); a slide rewrites that word and nothing else. While a pointer into a buffer
 * (or one past its end) is in a register or on the C stack, the buffer is pinned: C code may
 * keep such a pointer in a local variable across an allocation, but must never store it
 * in an object other than as the owner's `buf`.
 *
 * Objects that only the C stack refers to are found there: C code needs no handles.
 */
#ifndef ADDER_HEAP_H
#define ADDER_HEAP_H

#include "../value/value.h"

struct type;

struct object {
    const struct type *type;
};

/* The common start of every object that owns a buffer. */
struct owner {
    struct object head;
    void *buf; /* NULL: no buffer */
};

/* ---- tracing ---- */

/* Called by trace functions for each slot that holds a value. It marks what *slot refers to
 * (symbols too); a later moving collector may rewrite the slot. UNDEF and any immediate are fine. */
void heap_visit(value *slot);
void heap_visit_all(value *slots, size_t n);
/* The same for a slot that holds an object's address, or NULL. */
#define heap_visit_ptr(slot) heap_visit((value *)(void *)(slot))
/* Marks what [from, to) may point to: any aligned word that is the address of an object, or a symbol. */
void heap_visit_conservative(const void *from, const void *to);
/* The same for another C stack than the current one (call it from a roots function): pointers into
 * objects count too, and pointers into buffers pin them. */
void heap_visit_stack(const void *from, const void *to);

/* Adds a function that visits roots; called in each collection. At most 8. */
void heap_add_roots(void (*trace)(void));
/* Adds a function called after marking, before anything dies: it may ask heap_is_live(). At most 6. */
void heap_add_after_mark(void (*fn)(void));
bool heap_is_live(const void *object); /* marked in this collection, or not in the heap at all */

/* ---- life ---- */

/* Takes the region [start, start+size): size at least 1 KiB, start 8-byte aligned; of more than
 * 16 GiB the first 16 are used. `plenty` says that memory is no concern (Linux): collections start
 * by allocation volume, and not only when the gap is used up. Only what is used of the region is
 * ever touched. c_stack_top: the highest address of the C stack that may hold values.
 * May be called again: everything is forgotten, roots and switches too. */
void heap_init(void *start, size_t size, bool plenty, void *c_stack_top);
size_t heap_size(void); /* of the region, in bytes */
void heap_set_stack_top(void *c_stack_top); /* another C stack is the current one now */
extern uint32_t heap_epoch; /* how often heap_init was called: tells static tables that they are stale */

/* ---- objects ---- */

/* A new object of `bytes` bytes, header included: cleared, its type set.
 * bytes must equal what the type's slots say is its size. Raises MemoryError. May collect. */
void *heap_object(const struct type *type, size_t bytes);
static inline void *heap_object_inline(const struct type *type, size_t bytes); /* for the hottest callers */
/* The same, NULL when there is no memory. */
void *heap_try_object(const struct type *type, size_t bytes);
/* Gives back an object that nothing refers to any more, and that owns no buffer, where that is
 * certain; cheap, a hint. */
void heap_free_object(void *object, size_t bytes);

/* ---- buffers ---- */

enum buffer_kind {
    BUFFER_BYTES,  /* never read by the collector */
    BUFFER_VALUES, /* whoever owns it traces it: the owner's trace function */
    BUFFER_PINNED, /* never moves by itself, and is scanned as the C stack is while its owner lives
                    * (arenas, C modules' memory); heap_buffer_resize may still move it */
};

/* Gives `owner` a new buffer of at least `bytes` bytes, cleared, and sets owner->buf.
 * The owner must have none. Raises MemoryError. May collect, so owner must be reachable
 * (the C stack is enough). */
void *heap_buffer(struct owner *owner, size_t bytes, enum buffer_kind kind);
/* Changes the size of owner's buffer (created if NULL, with this kind), keeping the content
 * up to the lesser size and clearing what is new. Returns the new address. bytes 0 frees it.
 * Raises MemoryError, and then nothing has changed. */
void *heap_buffer_resize(struct owner *owner, size_t bytes, enum buffer_kind kind);
void *heap_try_buffer_resize(struct owner *owner, size_t bytes, enum buffer_kind kind);
void heap_buffer_free(struct owner *owner);
/* How many bytes the owner's buffer holds: what was asked for, rounded up to a multiple of 8. 0: none. */
size_t heap_buffer_size(const struct owner *owner);
/* Hands from's buffer to `to` (which must have none). */
void heap_buffer_give(struct owner *from, struct owner *to);

/* ---- collecting ---- */

/* All of it: nothing that is dead stays, buffers are packed. False: it was given up (heap_stop), nothing was freed. */
bool heap_collect(void);
/* What is urgent comes first: the next few allocations start no collection, where memory is plenty. */
void heap_postpone(void);
/* Collects if memory is short and much of what is gone may be garbage. For moments at which little is
 * pinned, before something is put in the heap that will be: it would lie in the way of what is above. */
void heap_tidy(void);
struct heap_stats {
    size_t total, used, free;    /* bytes; used + free == total, used counts garbage not yet found */
    size_t objects, buffers;     /* bytes each holds, headers included */
    size_t object_count;
    size_t largest_buffer;       /* the largest single buffer that could be had now */
    size_t collections;          /* since start */
    uint64_t last_pause_ns, max_pause_ns, total_pause_ns;
};
void heap_stats(struct heap_stats *out); /* may be given up on the way (heap_stop) */
extern bool heap_disabled;        /* gc.disable(): collect only when memory is used up */
extern size_t heap_threshold;     /* gc.threshold(): collect after that many bytes; SIZE_MAX: off */
/* To be read; set by the functions, since the fast path of heap_object looks at none of them. */
#if ADDER_FILES /* no image without a command line can ask for them */
#define HEAP_TESTS 1
#else
#define HEAP_TESTS 0
#endif
extern bool heap_stress;          /* collect and slide at every allocation, fill what is free with 0xDB */
extern unsigned heap_locked;      /* how often micropython.heap_lock() was called: every allocation raises MemoryError */
extern long heap_fail_after;      /* tests: the n-th allocation from now (1: the next) fails; <= 0: off */
void heap_set_stress(bool on);
void heap_set_locked(unsigned times);
/* Bytes that exceptions may take of a locked heap (0 at start): micropython.alloc_emergency_exception_buf(). */
extern size_t heap_emergency_size;
extern bool heap_emergency;       /* an exception is being made, or gets its traceback */
void heap_set_fail_after(long n);

/* Walks every live object (after a collection; else garbage too), for gc.get_objects and tests. */
void heap_walk(void (*fn)(struct object *o, void *arg), void *arg);
/* The object that starts at, or contains in its in-place bytes, this address; NULL if none. */
struct object *heap_find(const void *address);

/* Objects whose type has a finaliser are registered when made (may collect; raises MemoryError).
 * Each is run once, after the collection that found the object unreachable, by
 * heap_run_finalisers(), which the machine calls at its next safe point once heap_finalisers_due
 * is set (and still is afterwards, if finalisers made objects that are due already). A finaliser may do anything but
 * raise. heap_finalise_all() runs those of all objects that
 * are left, at the end of the program. */
#if ADDER_FINALISERS
void heap_add_finaliser(struct object *o);
extern bool heap_finalisers_due;
bool heap_run_finalisers(void); /* false: they run already, further out or in another thread */
void heap_finalise_all(void);
#else
#define heap_finalisers_due false
static inline void heap_add_finaliser(struct object *o) { (void)o; }
static inline bool heap_run_finalisers(void) { return true; }
static inline void heap_finalise_all(void) {}
#endif
/* Weak references: registers the slot `*slot` in place inside object `holder`, whose trace function
 * must not visit it. When the object it refers to dies, *slot becomes UNDEF and is registered no
 * longer; later heap_run_finalisers() calls `died` (if not NULL) with holder, if that still lives:
 * it may do anything but raise. May collect; raises MemoryError. */
void heap_add_weak(struct object *holder, value *slot, void (*died)(struct object *holder));
/* The holder of the next weak slot that refers to target, UNDEF: to anything; *at: where to go on, at first 0. NULL: no more. */
struct object *heap_next_weak(value target, size_t *at);

/* What the heap needs from above, set once at start: how to say that memory is used up. */
extern void (*heap_out_of_memory)(size_t bytes); /* must not return */
/* And what it can use; NULL: it does without. */
/* Whether to give up what takes long, since the program is interrupted. A collection then ends before anything is
 * freed, and what was asked for fails unless there is room as it is: heap_out_of_memory() may say why. */
extern bool (*heap_stop)(void);
extern uint64_t (*heap_clock)(void);                   /* nanoseconds, for the statistics of pauses */
extern void (*heap_release_pages)(void *from, void *to); /* what is in there is needed no more */
extern void (*heap_visit_symbol)(value symbol);        /* marks the text of a symbol that is not in ROM */
/* The object at a granule number (see heap_granule_of): a reference in 4 bytes at any word width. */
static inline void *heap_granule(uint32_t n);
static inline uint32_t heap_granule_of(const void *object);

/* ---- the fast paths ---- */

#define HEAP_GRANULE 8u     /* objects lie at multiples of it */
#define HEAP_MIN_OBJECT 16u /* bytes that the smallest object takes: two granules, see mark.c */

/* Where the next object comes from: [cursor, limit) is free and cleared. */
struct heap_front {
    char *cursor, *limit;
    char *base;        /* where object space begins */
    uintptr_t *starts; /* a bit for each granule of it: an object starts there */
};
extern struct heap_front heap_front;
void *heap_object_slow(const struct type *type, size_t bytes);

static inline void heap_set_start(const void *p)
{
    size_t g = (size_t)((const char *)p - heap_front.base) / HEAP_GRANULE;
    heap_front.starts[g / WORD_BITS] |= (uintptr_t)1 << (g % WORD_BITS);
}

static inline void *heap_object_inline(const struct type *type, size_t bytes)
{
    char *p = heap_front.cursor;
    size_t n = bytes < HEAP_MIN_OBJECT ? HEAP_MIN_OBJECT : bytes;
    if (n > (size_t)(heap_front.limit - p))
        return heap_object_slow(type, n);
    heap_front.cursor = p + ((n + HEAP_GRANULE - 1) & ~(size_t)(HEAP_GRANULE - 1));
    heap_set_start(p);
    ((struct object *)(void *)p)->type = type;
    return p;
}

static inline void *heap_granule(uint32_t n)
{
    return heap_front.base + (size_t)n * HEAP_GRANULE;
}

static inline uint32_t heap_granule_of(const void *object)
{
    return (uint32_t)((size_t)((const char *)object - heap_front.base) / HEAP_GRANULE);
}
#endif
