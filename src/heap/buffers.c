/* Buffers: blocks from `bottom` to `end`, each an 8-byte header and its payload.
 *
 * A new block is taken below the lowest one. A block that is freed elsewhere stays as a free
 * block, which the block below it may grow into, until a collection slides the live ones up.
 * So most of the free memory is in the gap, in one piece.
 */
#include "heap_internal.h"

/* ---- owners ---- */

struct owner *block_owner(const struct block *b)
{
    uint32_t code = b->owner & BLOCK_CODE;
    if (code > BLOCK_OUTSIDE) return heap.outside[BLOCK_CODE - code];
    return heap_granule(code - 1);
}

/* The code of an owner; BLOCK_FREE if it is outside of the heap, and too many such have been met. */
uint32_t block_code(struct owner *owner)
{
    if (in_objects(owner)) return heap_granule_of(owner) + 1;
    for (uint32_t k = 0; k < MAX_OUTSIDE; k++) {
        if (!heap.outside[k]) heap.outside[k] = owner;
        if (heap.outside[k] == owner) return BLOCK_CODE - k;
    }
    return BLOCK_FREE;
}

static bool is_live(const struct block *b) /* after marking, when starts are the marks */
{
    uint32_t code = b->owner & BLOCK_CODE;
    return code > BLOCK_OUTSIDE || (code && get_bit(heap_front.starts, code - 1));
}

/* ---- blocks ---- */

static void set_size(struct block *b, size_t size)
{
    b->size = (b->size & BLOCK_PINNED) | (uint32_t)(size / HEAP_GRANULE);
}

/* Makes a free block of [from, to), if that is not empty. */
static void make_free(char *from, char *to)
{
    if (from < to) {
        struct block *b = (struct block *)from;
        b->owner = BLOCK_FREE;
        b->size = (uint32_t)(((size_t)(to - from) - BLOCK_HEADER) / HEAP_GRANULE);
        if (HEAP_TESTS && heap_stress) heap_poison((char *)(b + 1), to);
    }
}

static void set_bottom(char *bottom)
{
    if (bottom < heap.bottom) heap.volume += (size_t)(heap.bottom - bottom);
    heap.bottom = bottom;
    if (bottom < heap.touched_high) heap.touched_high = bottom;
}

static bool gap_has(size_t bytes)
{
    if (bytes > (size_t)(heap.bottom - heap.top)) heap_retract();
    return bytes <= (size_t)(heap.bottom - heap.top);
}

/* The upper end of a free block: above a pinned one there may be a large one. */
static struct block *take_free(size_t total)
{
    char *p, *end;
    for (p = heap.bottom; p < heap.end; p = end) {
        end = block_end((struct block *)p);
        if (((struct block *)p)->owner == BLOCK_FREE && (size_t)(end - p) >= total) {
            heap.volume += total;
            make_free(p, end - total);
            return (struct block *)(end - total);
        }
    }
    return NULL;
}

static struct block *take_block(size_t size)
{
    size_t total = size + BLOCK_HEADER;
    struct block *b;
    if (gap_has(total)) {
        set_bottom(heap.bottom - total);
        b = (struct block *)heap.bottom;
    } else {
        b = take_free(total);
        if (!b) return NULL;
    }
    b->owner = BLOCK_FREE;
    b->size = (uint32_t)(size / HEAP_GRANULE);
    return b;
}

static void free_block(struct block *b)
{
    char *p = (char *)b, *end = block_end(b);
    if (b->owner & BLOCK_FIXED) heap.fixed--;
    while (end < heap.end && ((struct block *)end)->owner == BLOCK_FREE) end = block_end((struct block *)end);
    if (p == heap.bottom) {
        set_bottom(end);
        if (HEAP_TESTS && heap_stress) heap_poison(p, end);
    } else {
        make_free(p, end);
    }
}

/* Moves all blocks below `limit` down by delta bytes, which the gap has: a free block remains
 * there. False: one of them must not move. */
static bool shift_down(char *limit, size_t delta)
{
    for (char *p = heap.bottom; p < limit; p = block_end((struct block *)p)) {
        if (!block_moves((struct block *)p)) return false;
    }
    size_t bytes = (size_t)(limit - heap.bottom);
    memmove(heap.bottom - delta, heap.bottom, bytes);
    set_bottom(heap.bottom - delta);
    limit -= delta;
    for (char *p = heap.bottom; p < limit; p = block_end((struct block *)p)) {
        struct block *b = (struct block *)p;
        if (b->owner != BLOCK_FREE) block_owner(b)->buf = b + 1;
    }
    make_free(limit, limit + delta);
    return true;
}

/* ---- allocation ---- */

static void *new_buffer(struct owner *owner, size_t bytes, enum buffer_kind kind)
{
    size_t size = round_up(bytes);
    if (size < bytes || !heap_gate(size)) return NULL;
    struct block *b = take_block(size);
    if (!b) {
        if (!heap_locked && heap_collect_now(true)) b = take_block(size);
        if (!b) return NULL;
    }
    b->owner = block_code(owner);
    if (b->owner == BLOCK_FREE || !heap_clear((char *)(b + 1), size)) {
        free_block(b);
        return NULL;
    }
    if (kind == BUFFER_PINNED) {
        b->owner |= BLOCK_FIXED;
        heap.fixed++;
    }
    return owner->buf = b + 1;
}

void *heap_buffer(struct owner *owner, size_t bytes, enum buffer_kind kind)
{
    void *p = new_buffer(owner, bytes, kind);
    if (!p) heap_out_of_memory(bytes);
    return p;
}

static void shrink(struct owner *owner, struct block *b, size_t size)
{
    size_t delta = block_size(b) - size;
    char *end = block_end(b);
    if ((char *)b == heap.bottom && size <= delta && !(b->owner & BLOCK_FIXED)) {
        /* Moving it costs no more than what it gives to the gap. */
        memmove((char *)b + delta, b, BLOCK_HEADER + size);
        set_bottom((char *)b + delta);
        b = (struct block *)heap.bottom;
        set_size(b, size);
        owner->buf = b + 1;
        if (HEAP_TESTS && heap_stress) heap_poison(heap.bottom - delta, heap.bottom);
        return;
    }
    set_size(b, size);
    while (end < heap.end && ((struct block *)end)->owner == BLOCK_FREE) end = block_end((struct block *)end);
    make_free(block_end(b), end);
}

/* Grows b to size where the block above it is free. */
static bool grow_up(struct block *b, size_t size)
{
    char *data = (char *)(b + 1), *end = block_end(b), *to = end;
    /* (data + size may lie beyond the end of the address space.) */
    while ((size_t)(to - data) < size && to < heap.end && ((struct block *)to)->owner == BLOCK_FREE)
        to = block_end((struct block *)to);
    if ((size_t)(to - data) < size) return false;
    set_size(b, size);
    make_free(data + size, to);
    heap.volume += (size_t)(data + size - end);
    return true;
}

/* Grows the lowest block to size by moving it down. */
static bool grow_down(struct owner *owner, struct block *b, size_t size)
{
    size_t old = block_size(b);
    if ((char *)b != heap.bottom || (b->owner & BLOCK_FIXED) || !gap_has(size - old)) return false;
    char *p = (char *)b - (size - old);
    memmove(p, b, BLOCK_HEADER + old);
    set_bottom(p);
    b = (struct block *)p;
    set_size(b, size);
    owner->buf = b + 1;
    return true;
}

static bool grow_by_copy(struct owner *owner, struct block *b, size_t size)
{
    struct block *new = take_block(size);
    if (!new) return false;
    size_t n = block_size(b), piece;
    for (size_t at = 0; at < n; at += piece) {
        piece = n - at < HEAP_PIECE ? n - at : HEAP_PIECE;
        memcpy((char *)(new + 1) + at, (char *)(b + 1) + at, piece);
        if (piece == HEAP_PIECE && stop_wanted()) {
            free_block(new);
            return false;
        }
    }
    new->owner = b->owner;
    if (b->owner & BLOCK_FIXED) heap.fixed++;
    owner->buf = new + 1;
    free_block(b);
    return true;
}

/* Grows a block by moving all that are lower, and itself, down: needs only what is added. */
static bool grow_by_shift(struct owner *owner, struct block *b, size_t size)
{
    size_t delta = size - block_size(b);
    return gap_has(delta) && shift_down(block_end(b), delta) && grow_up(block_of(owner->buf), size);
}

static bool grow(struct owner *owner, size_t size)
{
    struct block *b = block_of(owner->buf);
    return grow_up(b, size) || grow_down(owner, b, size) || grow_by_copy(owner, b, size);
}

void *heap_try_buffer_resize(struct owner *owner, size_t bytes, enum buffer_kind kind)
{
    if (!owner->buf) return bytes ? new_buffer(owner, bytes, kind) : NULL;
    if (!bytes) {
        heap_buffer_free(owner);
        return NULL;
    }
    size_t size = round_up(bytes), old = heap_buffer_size(owner);
    if (size < bytes) return NULL;
    if (size < old) shrink(owner, block_of(owner->buf), size);
    if (size <= old) return owner->buf;
    if (!heap_gate(size)) return NULL;
    if (!grow(owner, size)) {
        if (heap_locked || !heap_collect_now(true)) return NULL;
        if (!grow(owner, size) && !grow_by_shift(owner, block_of(owner->buf), size)) return NULL;
    }
    if (!heap_clear((char *)owner->buf + old, size - old)) {
        shrink(owner, block_of(owner->buf), old);
        return NULL;
    }
    return owner->buf;
}

void *heap_buffer_resize(struct owner *owner, size_t bytes, enum buffer_kind kind)
{
    void *p = heap_try_buffer_resize(owner, bytes, kind);
    if (!p && bytes) heap_out_of_memory(bytes);
    return p;
}

void heap_buffer_free(struct owner *owner)
{
    if (owner->buf) {
        free_block(block_of(owner->buf));
        owner->buf = NULL;
    }
}

size_t heap_buffer_size(const struct owner *owner)
{
    return owner->buf ? block_size(block_of(owner->buf)) : 0;
}

void heap_buffer_give(struct owner *from, struct owner *to)
{
    if (from->buf) {
        struct block *b = block_of(from->buf);
        b->owner = (b->owner & BLOCK_FIXED) | block_code(to);
    }
    to->buf = from->buf;
    from->buf = NULL;
}

/* ---- sliding ---- */

/* Makes free blocks of those whose owner is dead, adjacent ones to one. Returns the bytes that are
 * free, the gap not counted. */
static size_t free_dead(void)
{
    size_t sum = 0;
    struct block *free = NULL; /* the one that ends where we are */
    for (char *p = heap.bottom; p < heap.end;) {
        struct block *b = (struct block *)p;
        char *end = block_end(b);
        if (is_live(b)) {
            free = NULL;
        } else {
            if (b->owner & BLOCK_FIXED) heap.fixed--;
            sum += (size_t)(end - p);
            if (!free) {
                free = b;
                b->owner = BLOCK_FREE;
            }
            free->size = (uint32_t)((size_t)(end - (char *)(free + 1)) / HEAP_GRANULE);
        }
        p = end;
    }
    return sum;
}

/* Links the live blocks from the bottom on until `enough` bytes of free ones lie among them. Each
 * owner's buf, which the slide sets anew, holds the next lower block meanwhile. Returns the
 * highest; *end is where the last free block, which is higher, ends, or where it was given up. */
static struct block *link_blocks(size_t enough, char **end)
{
    struct block *last = NULL;
    char *p = heap.bottom;
    for (size_t sum = 0; sum < enough && !is_given_up(); p = *end) {
        struct block *b = (struct block *)p;
        heap_count_work();
        *end = block_end(b);
        if (b->owner == BLOCK_FREE) {
            sum += (size_t)(*end - p);
        } else {
            block_owner(b)->buf = last;
            last = b;
        }
    }
    return last;
}

#define MAX_HOLES 8

/* What is left free above pinned blocks. */
struct holes {
    size_t n;
    struct {
        char *from, *to;
    } at[MAX_HOLES];
};

static void add_hole(struct holes *holes, char *from, char *to)
{
    size_t i = holes->n, least = 0;
    if (from == to) return;
    if (i < MAX_HOLES) {
        holes->n++;
    } else { /* forget the smallest: it stays free until the next collection */
        for (i = 1; i < MAX_HOLES; i++) {
            if (holes->at[i].to - holes->at[i].from < holes->at[least].to - holes->at[least].from) least = i;
        }
        i = least;
        if (to - from < holes->at[i].to - holes->at[i].from) {
            make_free(from, to);
            return;
        }
        make_free(holes->at[i].from, holes->at[i].to);
    }
    holes->at[i].from = from;
    holes->at[i].to = to;
}

/* Where a block of total bytes can go above a pinned block; NULL: nowhere. */
static char *take_hole(struct holes *holes, size_t total)
{
    for (size_t i = 0; i < holes->n; i++) {
        if ((size_t)(holes->at[i].to - holes->at[i].from) >= total) return holes->at[i].to -= total;
    }
    return NULL;
}

/* Slides the linked blocks up to `end`, the highest first. When it is given up, the rest stay where they are. */
static void slide(struct block *b, char *end)
{
    struct holes holes = {.n = 0};
    while (b) {
        struct owner *owner = block_owner(b);
        struct block *lower = owner->buf;
        size_t total = BLOCK_HEADER + block_size(b);
        if (ADDER_LARGE_DATA && (total > HEAP_PIECE || --heap.patience == 0)) heap_lose_patience();
        if (!block_moves(b) || is_given_up()) {
            add_hole(&holes, block_end(b), end);
            end = (char *)b;
            owner->buf = b + 1;
        } else {
            char *to = take_hole(&holes, total);
            if (!to) to = end -= total;
            if (to != (char *)b) memmove(to, b, total);
            owner->buf = (struct block *)to + 1;
        }
        b = lower;
    }
    for (size_t i = 0; i < holes.n; i++) make_free(holes.at[i].from, holes.at[i].to);
    set_bottom(end);
}

/* Stress: what could slide moves a little at each collection, even where nothing has died. */
static void move_all(void)
{
    char *limit = heap.bottom;
    for (char *p = heap.bottom; p < heap.end && block_moves((struct block *)p);
         p = block_end((struct block *)p))
        limit = block_end((struct block *)p);
    if (heap.stats.collections % 2 && gap_has(HEAP_GRANULE) && limit > heap.bottom)
        shift_down(limit, HEAP_GRANULE);
}

void heap_pack_buffers(bool tight)
{
    size_t free = free_dead();
    /* Where memory is plenty, what is small against the rest may stay: old buffers, which lie
     * highest, then need not move for it. */
    size_t allowed = tight ? 0 : (size_t)(heap.end - heap.bottom) / 16;
    if (free > allowed && !stop_wanted()) {
        char *end = heap.bottom;
        struct block *last = link_blocks(free - allowed, &end);
        slide(last, end);
    }
    if (HEAP_TESTS && heap_stress) move_all();
}
