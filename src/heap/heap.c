/* Objects: where they are put, and what is known of them.
 *
 * An allocation takes the next bytes of the current hole, [cursor, limit), which are cleared
 * already. When it is used up, the next piece of the hole is cleared; then the next hole is
 * looked for, upwards from the last; past the last object, `top` moves into the gap. Only a
 * collection begins at the lowest hole again. So sweeping is part of allocating, and costs
 * nothing for memory that nobody asks for.
 */
#include "heap_internal.h"

#define CHUNK_MAX 8192u /* cleared ahead at a time: stays in the cache */
#define CHUNK_MIN 64u
#define SKIP_MAX  64u /* a larger object is put at the top when the rest of a hole is too small for it */
#define LOOK_MAX  65536u /* so many objects are looked behind for a hole at a time: a pause of less than a millisecond */
#define POISON    0xDB

struct heap heap;
struct heap_front heap_front;
uint32_t heap_epoch;
bool heap_stress, heap_disabled, heap_emergency;
unsigned heap_locked;
size_t heap_emergency_size;
static size_t emergency_left;
size_t heap_threshold = SIZE_MAX;
long heap_fail_after = -1;

void (*heap_out_of_memory)(size_t bytes);
uint64_t (*heap_clock)(void);
void (*heap_release_pages)(void *from, void *to);
void (*heap_visit_symbol)(value symbol);
bool (*heap_stop)(void);

void heap_init(void *start, size_t size, bool plenty, void *c_stack_top)
{
    size_t most = (size_t)(BLOCK_OUTSIDE - 1);
    if (size / HEAP_GRANULE > most) size = most * HEAP_GRANULE;
    size &= ~(size_t)(HEAP_GRANULE - 1);

    memset(&heap, 0, sizeof heap);
    heap_epoch++;
    weak_reset();
    heap_stress = heap_disabled = false;
    heap_locked = 0;
    heap_threshold = SIZE_MAX;
    heap_fail_after = -1;
    heap_visit_symbol = NULL;
    heap_stop = NULL;

    /* Two bits for each granule of what is left: bytes * 2 / 64 == (size - 2 * bytes) / 8 / 8 * 2. */
    size_t bitmap = (size / 66 / sizeof(bits) + 1) * sizeof(bits);
    bitmap = round_up(bitmap);
    heap.region = start;
    heap_front.starts = start;
    heap.marks = (bits *)((char *)start + bitmap);
    heap_front.base = (char *)start + 2 * bitmap;
    /* A granule stays unused: a pointer to what lies behind the region must not pin the last buffer. */
    heap.end = heap.region + size - HEAP_GRANULE;
    heap.top = heap.touched_low = heap_front.base;
    heap.bottom = heap.touched_high = heap.end;
    heap.plenty = plenty;
    heap.c_stack_top = c_stack_top;
    heap.chunk = round_up(size / 32);
    if (heap.chunk > CHUNK_MAX) heap.chunk = CHUNK_MAX;
    if (heap.chunk < CHUNK_MIN) heap.chunk = CHUNK_MIN;
    heap.max_object = heap.chunk;
    heap.trigger = plenty ? HEAP_MIN_VOLUME : SIZE_MAX;
    heap_set_soft_top();
    heap_rewind();
}

void heap_set_stack_top(void *c_stack_top)
{
    heap.c_stack_top = c_stack_top;
}

void heap_add_roots(void (*trace)(void))
{
    for (size_t i = 0; i < sizeof heap.roots / sizeof *heap.roots; i++) {
        if (heap.roots[i] == trace) return;
        if (!heap.roots[i]) {
            heap.roots[i] = trace;
            return;
        }
    }
}

void heap_add_after_mark(void (*fn)(void))
{
    for (size_t i = 0; i < sizeof heap.after_mark / sizeof *heap.after_mark; i++) {
        if (heap.after_mark[i] == fn) return;
        if (!heap.after_mark[i]) {
            heap.after_mark[i] = fn;
            return;
        }
    }
}

/* ---- switches: the fast path does not know them, so it must find nothing to give ---- */

static void forget_cleared(void)
{
    heap_front.limit = heap_front.cursor;
}

void heap_set_stress(bool on)
{
    heap_stress = on;
    forget_cleared();
}

void heap_set_locked(unsigned times)
{
    heap_locked = times;
    emergency_left = heap_emergency_size;
    forget_cleared();
}

void heap_set_fail_after(long n)
{
    heap_fail_after = n;
    forget_cleared();
}

/* Whether each allocation must come by heap_gate. */
static bool is_gated(void)
{
    return (HEAP_TESTS && (heap_stress || heap_fail_after > 0)) || heap_locked;
}

/* The volume that starts a collection. */
static size_t collect_at(void)
{
    return heap_threshold == SIZE_MAX ? heap.trigger : heap_threshold;
}

bool heap_gate(size_t bytes)
{
    if (heap_locked) {
        if (!heap_emergency || bytes > emergency_left) return false;
        emergency_left -= bytes;
        return true;
    }
    if (HEAP_TESTS && heap_fail_after > 0 && --heap_fail_after == 0) return false;
    if (bytes > (size_t)(heap.end - heap_front.base)) return false;
    if (HEAP_TESTS && heap_stress) {
        heap_collect_now(true);
    } else if (!heap_disabled) {
        if (heap.volume >= collect_at()) heap_collect_now(false);
    }
    return true;
}

void heap_postpone(void)
{
    size_t most = collect_at() / 4 * 3;
    if (heap.volume > most) heap.volume = most;
}

/* ---- holes ---- */

char *next_start(char *from, char *to)
{
    if (from >= to) return to;
    size_t g = granule_at(from), w = g / WORD_BITS, last = granule_at(to - HEAP_GRANULE) / WORD_BITS;
    bits b = heap_front.starts[w] >> (g % WORD_BITS) << (g % WORD_BITS);
    while (!b) {
        if (w == last) return to;
        b = heap_front.starts[++w];
    }
    char *found = heap_front.base + (w * WORD_BITS + low_bit(b)) * HEAP_GRANULE;
    return found < to ? found : to;
}

static bool at_top(void)
{
    return heap.hole_end == heap.top;
}

void heap_rewind(void)
{
    heap_front.cursor = heap_front.limit = heap.hole_end = heap_front.base;
}

void heap_retract(void)
{
    if (at_top()) heap.top = heap.hole_end = heap_front.limit = heap_front.cursor;
}

bool heap_clear(char *p, size_t n)
{
    for (; n > HEAP_PIECE; p += HEAP_PIECE, n -= HEAP_PIECE) {
        memset(p, 0, HEAP_PIECE);
        if (stop_wanted()) return false;
    }
    memset(p, 0, n);
    return true;
}

/* Clears the next piece of the hole, so that [cursor, limit) has at least size bytes. False: given up. */
static bool clear_ahead(size_t size)
{
    size_t want = is_gated() || size > heap.chunk ? size : heap.chunk;
    size_t there = (size_t)(heap.hole_end - heap_front.cursor);
    char *limit = heap_front.cursor + (want < there ? want : there);
    size_t more = (size_t)(limit - heap_front.limit);
    if (!heap_clear(heap_front.limit, more)) return false;
    heap.volume += more;
    heap_front.limit = limit;
    return true;
}

/* Makes the next hole of at least size bytes the current one; false: none was found, and the current one is an
 * empty one where to go on, or the one at the top. Objects with less than that behind them are not
 * looked at: the distance of their start bits tells. */
static bool find_hole(size_t size)
{
    char *p = heap.hole_end, *next;
    for (unsigned left = LOOK_MAX; p < heap.top && left; p = next, left--) {
        next = next_start(p + HEAP_GRANULE, heap.top);
        bool used = get_bit(heap_front.starts, granule_at(p));
        if ((size_t)(next - p) < size + (used ? HEAP_MIN_OBJECT : 0)) continue;
        char *hole = used ? p + object_size((struct object *)p) : p;
        if ((size_t)(next - hole) >= size) {
            heap_front.cursor = heap_front.limit = hole;
            heap.hole_end = next;
            return true;
        }
    }
    heap_front.cursor = heap_front.limit = heap.hole_end = p;
    return false;
}

/* Moves the top up; the bitmaps are cleared as far as objects may lie. */
static void raise_top(char *top)
{
    heap.top = top;
    size_t words = granule_at(top - HEAP_GRANULE) / WORD_BITS + 1;
    if (words > heap.bit_words) {
        size_t more = (words - heap.bit_words) * sizeof(bits);
        memset(heap_front.starts + heap.bit_words, 0, more);
        memset(heap.marks + heap.bit_words, 0, more);
        heap.bit_words = words;
    }
}

void heap_set_soft_top(void)
{
    heap.soft_top = is_plenty() ? heap.end : heap.top + (heap.bottom - heap.top) / 2;
}

/* Whether size bytes at p, in the gap, may become an object. */
static bool may_extend(const char *p, size_t size)
{
    if (size > (size_t)(heap.bottom - p)) return false;
    return p + size <= heap.soft_top || heap_disabled;
}

/* Extends the hole that borders on the gap to at least size bytes. */
static bool extend_top(size_t size)
{
    size_t there = (size_t)(heap.bottom - heap_front.cursor);
    if (!may_extend(heap_front.cursor, size)) return false;
    size_t want = is_gated() || size > heap.chunk ? size : heap.chunk;
    raise_top(heap_front.cursor + (want < there ? want : there));
    heap.hole_end = heap.top;
    return true;
}

static char *take_at_top(size_t size)
{
    char *p = heap.top;
    raise_top(p + size);
    if (!heap_clear(p, size)) {
        heap.top = p;
        return NULL;
    }
    heap.volume += size;
    return p;
}

static char *take_object(size_t size)
{
    bool skip = size > SKIP_MAX;
    while (size > (size_t)(heap.hole_end - heap_front.cursor)) {
        if (at_top()) {
            if (!extend_top(size)) return NULL;
        } else if (skip && may_extend(heap.top, size)) {
            return take_at_top(size);
        } else {
            skip = !find_hole(size);
        }
    }
    if (!clear_ahead(size)) return NULL;
    char *p = heap_front.cursor;
    heap_front.cursor += size;
    return p;
}

/* ---- allocation ---- */

static void *object_slow(const struct type *type, size_t bytes)
{
    if (!heap_gate(bytes)) return NULL;
    size_t size = round_up(bytes);
    char *p = take_object(size);
    if (!p && heap_locked) return NULL;
    if (!p) {
        if (!heap_collect_now(true)) return NULL;
        p = take_object(size);
        if (!p) { /* it is larger than what the soft limit leaves */
            heap.soft_top = heap.end;
            p = take_object(size);
        }
        if (!p) return NULL;
    }
    if (size > heap.max_object) heap.max_object = size;
    heap_set_start(p);
    struct object *o = (struct object *)p;
    o->type = type;
    return o;
}

NOINLINE void *heap_object_slow(const struct type *type, size_t bytes)
{
    void *o = object_slow(type, bytes);
    if (!o) heap_out_of_memory(bytes);
    return o;
}

void *heap_object(const struct type *type, size_t bytes)
{
    return heap_object_inline(type, bytes);
}

void *heap_try_object(const struct type *type, size_t bytes)
{
    size_t n = bytes < HEAP_MIN_OBJECT ? HEAP_MIN_OBJECT : bytes;
    if (n <= (size_t)(heap_front.limit - heap_front.cursor)) return heap_object_inline(type, n);
    return object_slow(type, n);
}

void heap_free_object(void *object, size_t bytes)
{
    size_t size = round_up(bytes < HEAP_MIN_OBJECT ? HEAP_MIN_OBJECT : bytes);
    if (!in_objects(object)) return;
    clear_bit(heap_front.starts, granule_at(object));
    if ((char *)object + size == heap_front.cursor) {
        heap_front.cursor = object;
        memset(object, 0, size);
        return;
    }
    if ((char *)object + size == heap.top) heap.top = object;
    if (HEAP_TESTS && heap_stress) heap_poison(object, (char *)object + size);
}

size_t heap_size(void)
{
    return (size_t)(heap.end - heap.region) + HEAP_GRANULE;
}

void heap_poison(char *from, char *to)
{
    if (from < to) memset(from, POISON, (size_t)(to - from));
}

/* ---- what there is ---- */

struct object *heap_find(const void *address)
{
    if (!in_objects(address)) return NULL;
    size_t g = granule_at(address), w = g / WORD_BITS;
    size_t reach = heap.max_object / HEAP_GRANULE;
    size_t first = g > reach ? (g - reach) / WORD_BITS : 0;
    bits b = heap_front.starts[w] << (WORD_BITS - 1 - g % WORD_BITS) >> (WORD_BITS - 1 - g % WORD_BITS);
    while (!b) {
        if (w == first) return NULL;
        b = heap_front.starts[--w];
    }
    char *o = heap_front.base + (w * WORD_BITS + high_bit(b)) * HEAP_GRANULE;
    return (const char *)address < o + object_size((struct object *)o) ? (struct object *)o : NULL;
}

void heap_walk(void (*fn)(struct object *o, void *arg), void *arg)
{
    for (char *p = heap_front.base; (p = next_start(p, heap.top)) < heap.top; p += HEAP_GRANULE)
        fn((struct object *)p, arg);
}

void heap_stats(struct heap_stats *out)
{
    *out = heap.stats;
    out->total = heap_size();
    for (char *p = heap_front.base; (p = next_start(p, heap.top)) < heap.top; p += HEAP_GRANULE) {
        out->objects += object_size((struct object *)p);
        if (++out->object_count % 65536 == 0 && stop_wanted()) break;
    }
    for (char *p = heap.bottom; p < heap.end; p = block_end((struct block *)p)) {
        struct block *b = (struct block *)p;
        if (b->owner != BLOCK_FREE) out->buffers += BLOCK_HEADER + block_size(b);
    }
    out->used = out->total - (size_t)(heap.end - heap_front.base) + out->objects + out->buffers;
    out->free = out->total - out->used;
    size_t gap = (size_t)(heap.bottom - (at_top() ? heap_front.cursor : heap.top));
    out->largest_buffer = gap < BLOCK_HEADER ? 0 : gap - BLOCK_HEADER;
}
