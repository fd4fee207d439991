/* The frame of all fuzz targets, for libFuzzer: lets the target have an input, collects at the end (what is damaged
 * shows then), and counts what a program does, so that none runs for ever.
 *
 * The runtime is started once for each size of heap. Then a copy of the used heap and of all static variables is
 * taken, and put back before each execution. The variables of Adder are those between the marks of first.c and
 * last.c, which the linker is given as the first and the last file; the few that begin with something else than
 * zeros (.data, where the checks have half a megabyte of their own) are set by hand.
 *
 * A program is stopped by KeyboardInterrupt when its budget is used up. One that catches it goes on a little, and is
 * then left by a long jump: the next execution begins with the copy anyway. */
#include <setjmp.h>
#include <stdlib.h>

#include "fuzz.h"
#include "heap/heap_internal.h"

#define PENDING_FUZZ ((uint32_t)1 << 31) /* always set: each poll comes to handle_pending() */
#define C_STACK      ((size_t)160 << 10)
#define AFTER_BUDGET 300
#define BETWEEN_INTERRUPTS 50
#define SMALL_HEAP   ((size_t)80 << 10)
#define LARGE_HEAP   ((size_t)512 << 10)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);
void __real_handle_pending(void);
void __wrap_handle_pending(void);
void __wrap_check_interrupt(void);
void __real_check_break(void);
void __wrap_check_break(void);
void __wrap___asan_handle_no_return(void);
__attribute__((weak)) void __asan_unpoison_memory_region(const volatile void *from, size_t n);

extern char fuzz_first[], fuzz_last[];

static jmp_buf way_out;
static uint32_t budget;
static bool over;

/* ---- the budget: in the places of handle_pending() and its kin, by the linker's --wrap ---- */

static void spend(void)
{
    if (--budget == 0) {
        if (over)
            longjmp(way_out, 1);
        over = true;
        budget = AFTER_BUDGET;
    }
    if (over && budget % BETWEEN_INTERRUPTS == 0)
        vm.pending |= PENDING_INTERRUPT;
}

void __wrap_handle_pending(void)
{
    spend();
    __real_handle_pending();
}

void __wrap_check_break(void)
{
    spend();
    __real_check_break();
}

void __wrap_check_interrupt(void)
{
    if (vm.pending)
        __wrap_handle_pending();
}

/* Before each long jump the checks forget what they know of the stack. Their own way, by system calls for all of the
 * stack's room, took more time than all the rest of an execution. */
void __wrap___asan_handle_no_return(void)
{
    char *from = __builtin_frame_address(0);
    __asan_unpoison_memory_region(from, (size_t)((char *)heap.c_stack_top - from));
}

/* ---- copies ---- */

struct piece {
    char *from;
    size_t n;
    char *copy;
};

/* A runtime that is ready: the static variables, the lower and the upper end of its heap. */
struct snapshot {
    _Alignas(4096) char region[LARGE_HEAP];
    bool taken;
    struct piece pieces[3];
};
static struct snapshot small, large;

/* The red zones between variables are copied too, so this is not memcpy(), which the checks look into. */
static void copy_bytes(char *to, const char *from, size_t n)
{
    __asm__ volatile("rep movsb" : "+D"(to), "+S"(from), "+c"(n) : : "memory");
}

static struct piece piece_take(char *from, char *end)
{
    struct piece p = {from, (size_t)(end - from), malloc((size_t)(end - from))};
    copy_bytes(p.copy, p.from, p.n);
    return p;
}

static value prepare(void *unused)
{
    (void)unused;
    vm.main = from_ptr(module_new(SYMBOL(S___main__)));
    fuzz_prepare();
    return NONE;
}

static __attribute__((noinline)) void snapshot_take(struct snapshot *s, size_t size)
{
    value result;
    runtime_start(s->region, size, false, __builtin_frame_address(0), C_STACK);
    if (!protect(prepare, NULL, &result))
        abort();
    heap_collect();
    if ((char *)&heap < fuzz_first || (char *)&heap > fuzz_last)
        abort();
    s->pieces[0] = piece_take(fuzz_first, fuzz_last);
    char *low_end = heap.touched_low > heap_front.limit ? heap.touched_low : heap_front.limit;
    s->pieces[1] = piece_take(s->region, low_end > heap.top ? low_end : heap.top);
    s->pieces[2] = piece_take(heap.bottom, heap.region + size);
    s->taken = true;
}

static void snapshot_restore(const struct snapshot *s)
{
    for (unsigned i = 0; i < 3; i++)
        copy_bytes(s->pieces[i].from, s->pieces[i].copy, s->pieces[i].n);
    heap_threshold = SIZE_MAX;
    heap_fail_after = -1;
}

/* ---- an execution ---- */

static value print_exception(void *arg)
{
    struct error_printer e;
    traceback_print(printer_error(&e), *(value *)arg);
    error_printer_flush(&e);
    return NONE;
}

static __attribute__((noinline)) void run(struct bytes_in *in)
{
    value result, ignored;
    if (!protect(fuzz_one, in, &result))
        protect(print_exception, &result, &ignored);
    heap_set_stress(false);
    heap_collect();
    runtime_stop();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    struct bytes_in in = {data, n};
    struct fuzz_choice choice = {.budget = 3000};
    fuzz_choose(&choice, &in);
    struct snapshot *s = choice.roomy ? &large : &small;
    budget = UINT32_MAX;
    over = false;
    if (!s->taken)
        snapshot_take(s, choice.roomy ? LARGE_HEAP : SMALL_HEAP);
    snapshot_restore(s);
    heap.c_stack_top = __builtin_frame_address(0);
    vm.pending |= PENDING_FUZZ;
    budget = choice.budget;
    if (!setjmp(way_out))
        run(&in);
    return 0;
}
