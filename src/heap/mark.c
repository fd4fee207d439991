/* Marking: which objects are alive.
 *
 * An object is marked when it is first met, and, if it may hold values, put on the mark stack, to be
 * traced later. The mark stack lies in the gap, so it may be small, or nothing at all. When it is
 * full the object is made grey instead: the mark bit of its second granule is set (each object has
 * two at least). When the stack has run empty, the grey ones between the lowest and the highest are
 * looked up in the bitmap. So marking never starts again from the roots, and a long chain of
 * objects costs what any other objects cost.
 *
 * The C stack is read word by word. What is, or points into, an object keeps it alive; what points
 * into a buffer is collected, sorted, and then looked up in one walk over the blocks: it
 * pins the block and keeps its owner alive.
 *
 * Marking is given up when heap_stop says so: from then on no object is in the span, so that nothing more
 * is marked, and all that is under way ends soon.
 */
#include "heap_internal.h"

#define MARK_STACK_MAX 16384 /* entries: more is not worth the memory it would touch */
#define PIN_MAX        65536
#define LARGE          64 /* slots */
#define PATIENCE       8192 /* objects or slots between two looks at heap_stop */

/* ---- objects ---- */

static bool in_span(const void *p)
{
    return offset_of(p) < heap.span;
}

static NOINLINE void make_grey(size_t g)
{
    set_bit(heap.marks, g + 1);
    if (g + 1 < heap.grey_low) heap.grey_low = g + 1;
    if (g + 1 > heap.grey_high) heap.grey_high = g + 1;
}

static inline void mark_object(struct object *o)
{
    size_t g = granule_at(o);
    bits *w = &heap.marks[g / WORD_BITS], bit = (bits)1 << (g % WORD_BITS);
    if (*w & bit) return;
    *w |= bit;
    heap.live_objects++;
    const struct type *t = o->type;
    if (!t->slots->trace && !in_span(t) && !heap.fixed) return; /* a leaf */
    if (LIKELY(heap.mark_next < heap.mark_limit))
        *heap.mark_next++ = o;
    else
        make_grey(g);
}

static inline void visit(value v)
{
    if (!(v & 7)) {
        if (in_span((const void *)v)) mark_object((struct object *)v);
    } else if ((v & 15) == 4 && v >= SYMBOL(S_COUNT) && heap_visit_symbol) {
        heap_visit_symbol(v);
    }
}

void heap_visit(value *slot)
{
    visit(*slot);
}

NOINLINE void heap_lose_patience(void)
{
    heap.patience = PATIENCE;
    if (!is_given_up() && !stop_wanted()) return;
    heap.given_up = true;
    heap.span = 0;
    heap.mark_next = heap.mark_base;
    heap.pin_next = heap.pin_base;
    heap.grey_low = SIZE_MAX;
    heap.grey_high = 0;
}

void heap_visit_all(value *slots, size_t n)
{
    if (n > LARGE && in_span(slots)) heap.live_large += n * sizeof *slots;
    for (; ADDER_LARGE_DATA && n > PATIENCE && !is_given_up(); slots += PATIENCE, n -= PATIENCE) {
        for (size_t i = 0; i < PATIENCE; i++) visit(slots[i]);
        heap_lose_patience();
    }
    if (is_given_up()) return;
    for (size_t i = 0; i < n; i++) visit(slots[i]);
}

void heap_visit_conservative(const void *from, const void *to)
{
    const value *p = (const value *)(((uintptr_t)from + sizeof *p - 1) & ~(uintptr_t)(sizeof *p - 1));
    for (; p + 1 <= (const value *)to; p++) {
        const void *o = (const void *)*p;
        if ((*p & 7) || (in_span(o) && get_bit(heap_front.starts, granule_at(o)))) visit(*p);
    }
}

static bool may_be_payload(uintptr_t w)
{
    return w % HEAP_GRANULE == 0 && w > (uintptr_t)heap.bottom && w <= (uintptr_t)heap.end;
}

/* If o owns a buffer that is scanned conservatively, scans it. The first word after the header of
 * an object that is no owner may be anything, but no block names it as its owner. */
static void visit_fixed(struct object *o)
{
    char *buf = ((struct owner *)o)->buf;
    if (!may_be_payload((uintptr_t)buf)) return;
    struct block *b = block_of(buf);
    if (b->owner == (block_code((struct owner *)o) | BLOCK_FIXED)) heap_visit_stack(buf, block_end(b));
}

static inline void trace_object(struct object *o)
{
    const struct type *t = o->type;
    heap_count_work();
    if (UNLIKELY(in_span(t))) mark_object((struct object *)t);
    if (t->slots->trace) t->slots->trace(o);
    if (UNLIKELY(heap.fixed)) visit_fixed(o);
}

/* ---- the mark stack ---- */

static void empty_stack(void)
{
    while (heap.mark_next > heap.mark_base) trace_object(*--heap.mark_next);
}

/* Traces the grey objects, in the order of their addresses. Meanwhile others may become grey:
 * those ahead are met in the same pass. */
static void trace_grey(void)
{
    size_t from = heap.grey_low / WORD_BITS, to = heap.grey_high / WORD_BITS;
    heap.grey_low = SIZE_MAX;
    heap.grey_high = 0;
    for (size_t w = from; w <= to; w++) {
        bits grey;
        while (!is_given_up() && (grey = heap.marks[w] & ~heap_front.starts[w]) != 0) {
            size_t g = w * WORD_BITS + low_bit(grey);
            heap.marks[w] &= ~(grey & -grey);
            trace_object((struct object *)(heap_front.base + (g - 1) * HEAP_GRANULE));
            empty_stack();
        }
    }
}

/* Shares the gap between the mark stack and the words that may point to buffers; spare is for
 * these if the gap is small. */
void heap_mark_begin(uintptr_t *spare, size_t spare_words)
{
    size_t words = (size_t)(heap.bottom - heap.top) / sizeof(uintptr_t);
    heap.mark_base = heap.mark_next = (struct object **)(void *)heap.top;
    if (words < 4 * spare_words) {
        heap.pin_base = spare;
        heap.pin_limit = spare + spare_words;
    } else {
        size_t n = words / 4 < PIN_MAX ? words / 4 : PIN_MAX;
        heap.pin_limit = (uintptr_t *)(void *)heap.bottom;
        heap.pin_base = heap.pin_limit - n;
        words -= n;
    }
    heap.pin_next = heap.pin_base;
    heap.pins_stale = heap.pins_set;
    heap.pins_set = false;
    heap.mark_limit = heap.mark_base + (words < MARK_STACK_MAX ? words : MARK_STACK_MAX);
    heap.grey_low = SIZE_MAX;
    heap.grey_high = 0;
    heap.span = (size_t)(heap.top - heap_front.base);
    heap.given_up = false;
    heap.patience = PATIENCE;
    heap.live_objects = heap.live_large = 0;
    if ((char *)heap.mark_limit > heap.touched_low) heap.touched_low = (char *)heap.mark_limit;
}

/* ---- the C stack ---- */

static void sort_words(uintptr_t *a, size_t n)
{
    size_t gap = 1;
    while (gap < n / 3) gap = 3 * gap + 1;
    for (; gap; gap /= 3) {
        for (size_t i = gap; i < n; i++) {
            uintptr_t x = a[i];
            size_t j = i;
            for (; j >= gap && a[j - gap] > x; j -= gap) a[j] = a[j - gap];
            a[j] = x;
        }
    }
}

/* Pins the blocks that the collected words point to, from the start of the payload to one past
 * its end, and marks their owners. The first time in a collection, it forgets the pins of the last. */
static void pin_blocks(void)
{
    uintptr_t *next = heap.pin_base, *end = heap.pin_next;
    bool forget = heap.pins_stale;
    if (next == end && !forget) return;
    heap.pins_stale = false;
    heap.pins_set |= next < end;
    sort_words(next, (size_t)(end - next));
    for (char *p = heap.bottom; p < heap.end; p = block_end((struct block *)p)) {
        struct block *b = (struct block *)p;
        bool pinned = false;
        if (forget) b->size &= ~BLOCK_PINNED;
        while (next < end && *next < (uintptr_t)(b + 1)) next++;
        for (; next < end && *next <= (uintptr_t)block_end(b); next++) pinned = true;
        if (pinned && b->owner != BLOCK_FREE) {
            b->size |= BLOCK_PINNED;
            struct owner *owner = block_owner(b);
            if (in_span(owner)) mark_object(&owner->head);
        }
    }
    heap.pin_next = heap.pin_base;
}

static void add_pin(uintptr_t w)
{
    if (heap.pin_next > heap.pin_base && heap.pin_next[-1] == w) return;
    if (heap.pin_next == heap.pin_limit) pin_blocks();
    *heap.pin_next++ = w;
}

/* Marks the owner of the block that never moves and whose payload is at w; false: there is none. For
 * such blocks, which may refer to each other in long chains, the walk over all blocks is not needed. */
static bool visit_payload(uintptr_t w)
{
    if (!heap.fixed || !may_be_payload(w)) return false;
    struct block *b = block_of((void *)w);
    uint32_t code = b->owner & BLOCK_CODE;
    if (b->owner == code || code == BLOCK_FREE || code > BLOCK_OUTSIDE) return false;
    struct owner *owner = block_owner(b);
    if (!in_span(owner) || !get_bit(heap_front.starts, code - 1) || owner->buf != (void *)w) return false;
    mark_object(&owner->head);
    return true;
}

NO_ASAN void heap_visit_stack(const void *from, const void *to)
{
    const uintptr_t *p = (const uintptr_t *)((uintptr_t)from & ~(uintptr_t)(sizeof *p - 1));
    uintptr_t bottom = (uintptr_t)heap.bottom, end = (uintptr_t)heap.end;
    for (; p < (const uintptr_t *)to; p++) {
        uintptr_t w = *p;
        if (in_span((const void *)w)) {
            struct object *o = heap_find((const void *)w);
            if (o) mark_object(o);
        } else if (w - bottom <= end - bottom) {
            if (!visit_payload(w)) add_pin(w);
        } else if (is_sym(w)) {
            visit(w);
        }
    }
}

/* ---- all of it ---- */

void heap_mark_rest(void)
{
    do {
        empty_stack();
        while (heap.grey_low <= heap.grey_high) trace_grey();
        if (!is_given_up()) pin_blocks();
    } while (heap.mark_next > heap.mark_base || heap.grey_low <= heap.grey_high);
}
