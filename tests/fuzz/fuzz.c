/* The frame of all fuzz targets, for libFuzzer: starts the runtime for an input, lets the target have it, collects
 * at the end (what is damaged shows then), and counts what the program does, so that none runs for ever.
 *
 * A program is stopped by KeyboardInterrupt when its budget is used up. One that catches it goes on until
 * the double of that, and is then left by a long jump: the next start forgets everything. */
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

#include "fuzz.h"

#define PENDING_FUZZ ((uint32_t)1 << 31) /* always set: each poll comes to handle_pending() */
#define C_STACK      ((size_t)160 << 10)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);
void __real_handle_pending(void);
void __wrap_handle_pending(void);
void __wrap_check_interrupt(void);

static _Alignas(4096) char region[FUZZ_HEAP];
static jmp_buf way_out;
static uint32_t budget;
static bool over;

/* In the places of handle_pending() and check_interrupt(), by the linker's --wrap. */
void __wrap_handle_pending(void)
{
    if (over) {
        if (--budget == 0)
            longjmp(way_out, 1);
        vm.pending |= PENDING_INTERRUPT;
    } else if (--budget == 0) {
        over = true;
        budget = 2000;
        vm.pending |= PENDING_INTERRUPT;
    }
    __real_handle_pending();
}

void __wrap_check_interrupt(void)
{
    if (vm.pending)
        __wrap_handle_pending();
}

static value print_exception(void *arg)
{
    struct error_printer e;
    traceback_print(printer_error(&e), *(value *)arg);
    error_printer_flush(&e);
    return NONE;
}

static __attribute__((noinline)) void run(struct bytes_in *in, const struct fuzz_target *t)
{
    value result, ignored;
    if (!protect(fuzz_one, in, &result))
        protect(print_exception, &result, &ignored);
    heap_set_stress(false);
    heap_collect();
    heap_run_finalisers();
    runtime_stop();
    heap_collect();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    struct bytes_in in = {data, n};
    struct fuzz_target t = {.heap = FUZZ_HEAP / 2, .budget = 3000};
    fuzz_choose(&t, &in);
    budget = t.budget;
    over = false;
    if (setjmp(way_out))
        return 0;
    runtime_start(region, t.heap, false, __builtin_frame_address(0), C_STACK);
    vm.main = from_ptr(module_new(SYMBOL(S___main__)));
    vm.pending |= PENDING_FUZZ;
    if (t.stress)
        heap_set_stress(true);
    run(&in, &t);
    return 0;
}
