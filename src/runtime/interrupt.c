/* What is to be done between two instructions: Ctrl-C, finalisers, scheduled calls; and the guard
 * against recursion in C. */
#include <errno.h>

#include "runtime.h"
#include "thread.h"

void (*vm_pending_hook)(void);

/* ---- pending work ---- */

void interrupt_request(void)
{
    __atomic_fetch_or(&vm.pending, PENDING_INTERRUPT, __ATOMIC_RELAXED);
    thread_wake_main();
}

static volatile int end_number; /* the signal */

void interrupt_end(int number)
{
    end_number = number;
    __atomic_fetch_or(&vm.pending, PENDING_END, __ATOMIC_RELAXED);
    thread_wake_main();
}

bool interrupt_wanted(void)
{
    return (vm.pending & (PENDING_INTERRUPT | PENDING_END)) != 0;
}

bool interrupt_pending(void)
{
    return vm_pending() != 0;
}

static bool take_pending(uint32_t bit)
{
    if (!(vm.pending & bit)) return false;
    return __atomic_fetch_and(&vm.pending, ~bit, __ATOMIC_RELAXED) & bit;
}

/* For what concerns the main thread alone. */
static bool take_as_main(uint32_t bit)
{
    return thread_is_main() && take_pending(bit);
}

bool break_wanted(void)
{
    return (vm.pending & PENDING_INTERRUPT) && thread_is_main();
}

void check_break(void)
{
    if (take_as_main(PENDING_INTERRUPT)) {
        heap_postpone();
        raise(from_ptr(&type_KeyboardInterrupt));
    }
}

void handle_pending(void)
{
    if (take_pending(PENDING_SWITCH))
        thread_yield();
    if (take_as_main(PENDING_END)) {
        runtime_stop();
        port_end_by_signal(end_number);
    }
    if (take_pending(PENDING_FINALISE) && heap_run_finalisers() && heap_finalisers_due)
        __atomic_fetch_or(&vm.pending, PENDING_FINALISE, __ATOMIC_RELAXED); /* those that made others: at the next poll */
    check_break();
    if (take_pending(PENDING_CALL) && vm_pending_hook)
        vm_pending_hook(); /* an interrupt that it asks for comes at the next poll */
}

void check_interrupt(void)
{
    if (vm.pending)
        handle_pending();
}

bool port_retry(int64_t result, value filename)
{
    if (result >= 0)
        return false;
    if (result != -EINTR)
        raise_os_error((int)-result, filename);
    check_interrupt();
    return true;
}

void runtime_sleep_ns(uint64_t ns)
{
    uint64_t end = port_clock_ns() + ns;
    port_console_settle();
    while (!port_sleep_ns(ns)) {
        check_interrupt();
        uint64_t now = port_clock_ns();
        if (now >= end)
            break;
        ns = end - now;
    }
}
