/* What the files of the heap share, and nobody else sees.
 *
 *   heap.c      objects: allocation, holes, statistics
 *   buffers.c   buffers: allocation, resizing, sliding
 *   mark.c      marking: roots, the mark stack, the C stack
 *   collect.c   one collection from begin to end
 *   weak.c      finalisers and weak slots
 *
 * Granules are 8 bytes. `heap_front.starts` has a bit for each granule at which an object starts,
 * `heap.marks` one for each object that marking has reached; after marking the two change places,
 * which is all the sweeping there is. Between collections `marks` is all zero, and so is `starts`
 * from `top` on, as far as it has been cleared at all.
 */
#ifndef ADDER_HEAP_INTERNAL_H
#define ADDER_HEAP_INTERNAL_H

#include "../object/object.h"
#include "heap.h"

typedef uintptr_t bits;

#if defined(__GNUC__)
#define NOINLINE __attribute__((noinline))
#define LIKELY(x) __builtin_expect(!!(x), 1)
#define UNLIKELY(x) __builtin_expect(!!(x), 0)
#define NO_ASAN __attribute__((no_sanitize_address))
#else
#define NOINLINE
#define LIKELY(x) (x)
#define UNLIKELY(x) (x)
#define NO_ASAN
#endif

#define MAX_OUTSIDE 8
/* Where memory is plenty: bytes handed out between two collections, at least. */
#ifndef HEAP_MIN_VOLUME
#define HEAP_MIN_VOLUME ((size_t)1 << 20)
#endif

struct heap {
    char *region;          /* where it began: the bitmaps */
    char *end;             /* of buffers, and of the region */
    char *top;             /* of objects; the gap is [top, bottom) */
    char *bottom;          /* of buffers: the lowest block's header */
    char *soft_top;        /* objects go no higher without a collection: in holes they leave more in one piece */
    char *hole_end;        /* of the hole that heap_front.cursor is in; == top: it borders on the gap */
    bits *marks;
    size_t bit_words;      /* so much of the two bitmaps has been cleared */
    size_t chunk;          /* bytes cleared ahead at a time */
    size_t max_object;     /* no object is larger */
    size_t volume;         /* bytes handed out since the last collection */
    size_t trigger;        /* collect when volume reaches this */
    char *touched_low;     /* the gap has been written to up to here, ... */
    char *touched_high;    /* ... and from here on */
    bool plenty, collecting;
    bool given_up;         /* the collection that is under way: nothing more is marked */
    void *c_stack_top;
    struct owner *outside[MAX_OUTSIDE]; /* owners of buffers that are not in the heap */
    void (*roots[8])(void);
    void (*after_mark[6])(void);
    /* marking, see mark.c */
    struct object **mark_base, **mark_next, **mark_limit;
    size_t grey_low, grey_high;
    size_t span;           /* top - base while marking; 0: given up */
    unsigned patience;     /* so many objects or blocks until heap_stop is asked again */
    uintptr_t *pin_base, *pin_next, *pin_limit;
    bool pins_set, pins_stale; /* some blocks may have BLOCK_PINNED; of the last collection */
    size_t fixed;          /* how many blocks are BLOCK_FIXED */
    size_t live_objects, live_large; /* of the last collection: how many; bytes of large ones of values */
    struct heap_stats stats;
};
extern struct heap heap;

/* ---- objects ---- */

static inline size_t round_up(size_t n) { return (n + HEAP_GRANULE - 1) & ~(size_t)(HEAP_GRANULE - 1); }
static inline size_t offset_of(const void *p) { return (size_t)((const char *)p - heap_front.base); }
static inline size_t granule_at(const void *p) { return offset_of(p) / HEAP_GRANULE; }
static inline bool get_bit(const bits *map, size_t g) { return map[g / WORD_BITS] >> (g % WORD_BITS) & 1; }
static inline void set_bit(bits *map, size_t g) { map[g / WORD_BITS] |= (bits)1 << (g % WORD_BITS); }
static inline void clear_bit(bits *map, size_t g) { map[g / WORD_BITS] &= ~((bits)1 << (g % WORD_BITS)); }
static inline unsigned low_bit(bits b) /* b != 0 */
{
#if UINTPTR_MAX > 0xffffffffu
    return (unsigned)__builtin_ctzll(b);
#else
    return (unsigned)__builtin_ctz((unsigned)b);
#endif
}
static inline unsigned high_bit(bits b)
{
#if UINTPTR_MAX > 0xffffffffu
    return 63 - (unsigned)__builtin_clzll(b);
#else
    return 31 - (unsigned)__builtin_clz((unsigned)b);
#endif
}
static inline bool in_objects(const void *p) { return offset_of(p) < offset_of(heap.top); }

/* What an object takes, its header and padding included. */
static inline size_t object_size(const struct object *o)
{
    const struct slots *s = o->type->slots;
    size_t n = round_up(s->size ? s->size : s->size_of(o));
    return n < HEAP_MIN_OBJECT ? HEAP_MIN_OBJECT : n;
}

char *next_start(char *from, char *to);  /* the first object that starts in [from, to), or to */
void heap_set_soft_top(void);            /* anew, after a collection */
void heap_retract(void);                 /* gives what was claimed of the gap, and not used, back to it */
bool heap_clear(char *p, size_t n);      /* false: given up on the way */
bool heap_gate(size_t bytes);            /* what every allocation asks first; false: it must fail */
void heap_rewind(void);                  /* the next object comes from the first hole */

/* Small memory is never plenty, and collecting it takes no time worth giving up for. */
static inline bool is_plenty(void) { return ADDER_LARGE_DATA && heap.plenty; }
static inline bool is_given_up(void) { return ADDER_LARGE_DATA && heap.given_up; }

/* Between pieces of work on large data. */
#define HEAP_PIECE ((size_t)1 << 20)
static inline bool stop_wanted(void) { return ADDER_LARGE_DATA && heap_stop && heap_stop(); }

/* ---- buffers ---- */

/* A buffer's header. It lies before the payload; the next higher block begins right after it, so
 * that blocks can be walked upwards from `bottom`. 8 bytes at both widths. */
struct block {
    uint32_t owner; /* a code, see below, | BLOCK_FIXED */
    uint32_t size;  /* of the payload in granules, | BLOCK_PINNED */
};
/* Codes of owners: BLOCK_FREE; or the owner's granule number + 1; or BLOCK_CODE - k for outside[k]. */
#define BLOCK_FREE 0u
#define BLOCK_FIXED 0x80000000u  /* in owner: BUFFER_PINNED */
#define BLOCK_PINNED 0x80000000u /* in size: something on the C stack pointed to it at the last collection */
#define BLOCK_CODE 0x7fffffffu
#define BLOCK_OUTSIDE (BLOCK_CODE - MAX_OUTSIDE) /* codes above it are outside owners */
#define BLOCK_HEADER sizeof(struct block)

static inline size_t block_size(const struct block *b) { return (size_t)(b->size & BLOCK_CODE) * HEAP_GRANULE; }
static inline char *block_end(const struct block *b) { return (char *)(b + 1) + block_size(b); }
static inline bool block_moves(const struct block *b) { return !((b->owner | b->size) >> 31); }
static inline struct block *block_of(const void *payload) { return (struct block *)(uintptr_t)payload - 1; }
struct owner *block_owner(const struct block *b);
uint32_t block_code(struct owner *owner);
void heap_pack_buffers(bool tight); /* frees those of dead owners and slides the rest */
void heap_poison(char *from, char *to);

/* ---- collecting ---- */

bool heap_collect_now(bool tight); /* tight: leave no free block among the buffers. False: given up */
void heap_mark_begin(uintptr_t *spare, size_t spare_words);
void heap_mark_rest(void);
void heap_lose_patience(void); /* when heap.patience is used up: gives the collection up if that is wanted */
/* One more object or block was looked at. */
static inline void heap_count_work(void)
{
    if (ADDER_LARGE_DATA && UNLIKELY(--heap.patience == 0)) heap_lose_patience();
}

#if ADDER_FINALISERS
void weak_reset(void);
void weak_visit_due(void);
void weak_after_mark(void);   /* clears weak slots, finds what is to be finalised */
void weak_drop_dead(void);    /* when all marking is over */
void weak_trim(void);         /* at the end of the collection: makes the tables smaller */
#else
static inline void weak_reset(void) {}
static inline void weak_visit_due(void) {}
static inline void weak_after_mark(void) {}
static inline void weak_drop_dead(void) {}
static inline void weak_trim(void) {}
#endif

#endif
