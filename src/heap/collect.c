/* One collection, from begin to end. */
#include "heap_internal.h"

#if !defined(__GNUC__)
#include <setjmp.h>
#endif

#define SPARE_WORDS     16
#define WORTH_RELEASING ((size_t)256 << 10)
#define OBJECT_ESTIMATE 32 /* bytes of an average object, for when to collect next */

bool heap_is_live(const void *object)
{
    return !in_objects(object) || get_bit(heap.marks, granule_at(object));
}

/* False: given up. */
static bool mark(const void *stack)
{
    uintptr_t spare[SPARE_WORDS];
    heap_mark_begin(spare, SPARE_WORDS);
    heap_visit_stack(stack, heap.c_stack_top);
    for (size_t k = 0; k < MAX_OUTSIDE && heap.outside[k]; k++) {
        struct owner *owner = heap.outside[k];
        if (owner->buf && (block_of(owner->buf)->owner & BLOCK_FIXED))
            heap_visit_stack(owner->buf, (char *)owner->buf + heap_buffer_size(owner));
    }
    for (size_t i = 0; i < sizeof heap.roots / sizeof *heap.roots && heap.roots[i]; i++) heap.roots[i]();
    weak_visit_due();
    heap_mark_rest();
    if (!is_given_up()) weak_after_mark();
    if (is_given_up() || stop_wanted()) return false;
    for (size_t i = 0; i < sizeof heap.after_mark / sizeof *heap.after_mark && heap.after_mark[i]; i++)
        heap.after_mark[i]();
    weak_drop_dead();
    return true;
}

static size_t mark_words(void)
{
    return ((size_t)(heap.top - heap_front.base) / HEAP_GRANULE + WORD_BITS - 1) / WORD_BITS;
}

/* Makes the marks the starts, and finds the new top. */
static void sweep(void)
{
    size_t words = mark_words();
    bits *dead = heap_front.starts;
    heap_front.starts = heap.marks;
    heap.marks = dead;
    memset(dead, 0, words * sizeof *dead);

    while (words && !heap_front.starts[words - 1]) words--;
    heap.top = heap_front.base;
    if (words) {
        size_t g = (words - 1) * WORD_BITS + high_bit(heap_front.starts[words - 1]);
        heap.top += g * HEAP_GRANULE;
        heap.top += object_size((struct object *)heap.top);
    }
    heap_rewind();
}

/* Stress: what is free shows it. */
static void poison_free(void)
{
    for (char *p = heap_front.base; p < heap.top;) {
        char *end = get_bit(heap_front.starts, granule_at(p)) ? p + object_size((struct object *)p) : p;
        p = next_start(end, heap.top);
        heap_poison(end, p);
    }
    heap_poison(heap.top, heap.touched_low < heap.bottom ? heap.touched_low : heap.bottom);
    heap_poison(heap.touched_high > heap.top ? heap.touched_high : heap.top, heap.bottom);
    heap.touched_low = heap.top;
    heap.touched_high = heap.bottom;
}

/* Gives back pages of the gap that will not be used before the next collection. */
static void release_pages(void)
{
    size_t gap = (size_t)(heap.bottom - heap.top), keep = heap.trigger;
    if (!heap_release_pages || gap <= keep + WORTH_RELEASING) return;
    char *low = heap.top + keep, *high = heap.bottom - keep;
    char *low_end = heap.touched_low < heap.bottom ? heap.touched_low : heap.bottom;
    if (low_end > low + WORTH_RELEASING) {
        heap_release_pages(low, low_end);
        heap.touched_low = low;
    }
    char *high_end = heap.touched_high > heap.top ? heap.touched_high : heap.top;
    if (high > high_end + WORTH_RELEASING) {
        heap_release_pages(high_end, high);
        heap.touched_high = high;
    }
}

static void count_pause(uint64_t begin)
{
    heap.stats.collections++;
    if (!heap_clock) return;
    uint64_t ns = heap_clock() - begin;
    heap.stats.last_pause_ns = ns;
    heap.stats.total_pause_ns += ns;
    if (ns > heap.stats.max_pause_ns) heap.stats.max_pause_ns = ns;
}

/* Nothing has been freed. What has been done is right if it is not all of it: weak slots that were cleared referred
 * to objects that only finalisers can reach, and the finalisers that are due, are. */
static void give_up(void)
{
    memset(heap.marks, 0, mark_words() * sizeof(bits));
    heap.pins_set = true; /* maybe */
    heap.collecting = false;
}

/* stack: the lowest address of the C stack that counts. */
static bool collect(bool tight, const void *stack)
{
    uint64_t begin = heap_clock ? heap_clock() : 0;
    heap.collecting = true;
    heap_retract();
    if (heap.top > heap.touched_low) heap.touched_low = heap.top;
    if (!mark(stack)) {
        give_up();
        return false;
    }
    sweep();
    heap_pack_buffers(tight);
    if (HEAP_TESTS && heap_stress) poison_free();
    heap_set_soft_top();
    heap.volume = 0;
    if (is_plenty()) {
        size_t live =
            heap.live_objects * OBJECT_ESTIMATE + heap.live_large + (size_t)(heap.end - heap.bottom);
        heap.trigger = live > HEAP_MIN_VOLUME ? live : HEAP_MIN_VOLUME;
        release_pages();
    }
    weak_trim();
    heap.collecting = false;
    count_pause(begin);
    return true;
}

/* Registers that a callee saves are put on the stack first: a caller may keep its only reference to
 * an object in one of them. The frames of the collector itself do not count: what they have in them
 * by chance would keep objects alive and buffers in place. */
#if defined(__GNUC__)
static NOINLINE bool collect_from_caller(bool tight)
{
    return collect(tight, __builtin_frame_address(0));
}

NOINLINE bool heap_collect_now(bool tight)
{
    if (heap.collecting || stop_wanted()) return false;
    __builtin_unwind_init();
    bool done = collect_from_caller(tight);
    __asm__ volatile("" ::: "memory"); /* no tail call: this frame stays */
    return done;
}
#else
bool heap_collect_now(bool tight)
{
    if (heap.collecting || stop_wanted()) return false;
    jmp_buf registers;
    setjmp(registers);
    return collect(tight, &registers);
}
#endif

bool heap_collect(void)
{
    return heap_collect_now(true);
}

void heap_tidy(void)
{
    if (!is_plenty() && !heap_disabled && heap.volume > (size_t)(heap.bottom - heap.top) / 8) heap_collect_now(true);
}
