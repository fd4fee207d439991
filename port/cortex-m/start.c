/* From reset to the prompt, on any Cortex-M: the vector table, the copy of the initialised data, the heap. */
#include "cortex.h"

extern char data_in_flash[], data_start[], data_end[], bss_start[], bss_end[], stack_limit[], stack_top[];

static char heap[64 * 1024] __attribute__((aligned(8), section(".noinit")));

static value start_program(void *unused)
{
    (void)unused;
    vm.main = module_new(SYMBOL(S___main__));
    repl_run();
    return NONE;
}

static void __attribute__((noreturn)) stop(void)
{
    for (;;)
        __asm__ volatile("wfi");
}

void __attribute__((noreturn, used)) reset_handler(void)
{
    memcpy(data_start, data_in_flash, (size_t)(data_end - data_start));
    memset(bss_start, 0, (size_t)(bss_end - bss_start));
    runtime_start(heap, sizeof heap, false, stack_top, (size_t)(stack_top - stack_limit));
    value result;
    if (!protect(start_program, NULL, &result))
        report_exception(result);
    port_exit();
    stop();
}

/* Where execution begins after reset: the stack is set, as a debugger or emulator that does not read the vectors
 * may not have done. */
void __attribute__((naked, noreturn)) reset_entry(void)
{
    __asm__ volatile("ldr r0, =stack_top\n mov sp, r0\n b reset_handler\n .ltorg");
}

/* The system exceptions; a chip's interrupts would follow. */
static const void *const vectors[16] __attribute__((used, section(".vectors"))) = {
    stack_top, reset_entry, stop, stop, stop, stop, stop, 0, 0, 0, 0, stop, stop, 0, stop, stop,
};
