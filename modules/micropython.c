/* The module micropython: what programs for small devices tell the machine. */
#include "compiler/compiler.h"
#include "object/layout.h"
#include "ringio.h"
#include "runtime/runtime.h"

/* const(), and the decorators that choose how a function is compiled: nothing changes at run time. */
static value same(value v)
{
    return v;
}

static value mp_opt_level(size_t n, value *args)
{
    if (n == 0)
        return from_int(compile_optimise);
    compile_optimise = need_int(args[0]);
    return NONE;
}

static value mp_mem_info(size_t n, value *args)
{
    struct heap_stats s;
    struct printer p;
    (void)args;
    heap_stats(&s);
    printer_console(&p);
    print_format(&p, "heap: total %zu, used %zu, free %zu\n", s.objects + s.buffers + s.free, s.objects + s.buffers,
                 s.free);
    print_format(&p, " objects %zu, buffers %zu, largest buffer that can be had %zu\n", s.objects, s.buffers,
                 s.largest_buffer);
    if (n)
        print_format(&p, " collections %zu, longest pause %zu us\n", s.collections,
                     (size_t)(s.max_pause_ns / 1000));
    console_check(port_console_settle());
    return NONE;
}

/* Symbols are what MicroPython calls qstrs. */
static value mp_qstr_info(size_t n, value *args)
{
    (void)args;
    struct symbol_stats s;
    struct printer p;
    symbol_stats(&s);
    printer_console(&p);
    print_format(&p, "symbols: %zu in the image, %zu interned, which take %zu bytes\n", s.built_in, s.interned, s.bytes);
    if (n) {
        value names = symbol_names();
        for (size_t i = 0; i < list_of(names)->len; i++)
            print_format(&p, "Q(%v)\n", list_items(list_of(names))[i]);
    }
    console_check(port_console_settle());
    return NONE;
}

/* The prompt ends all locks when a program is through. */
static value mp_heap_lock(void)
{
    heap_set_locked(heap_locked + 1);
    return NONE;
}

static value mp_heap_locked(void)
{
    return from_int((word)heap_locked);
}

static value mp_heap_unlock(void)
{
    if (heap_locked)
        heap_set_locked(heap_locked - 1);
    return mp_heap_locked();
}

static value mp_kbd_intr(value v)
{
    port_keyboard_interrupt(need_int(v) >= 0);
    return NONE;
}

/* As many bytes of a 32-bit machine. */
static value mp_emergency(value bytes)
{
    word n = need_int(bytes);
    if (n < 0 || n > 65536)
        raise_value_error("the size is to be 0 to 65536");
    heap_emergency_size = (size_t)n * (sizeof(word) / 4);
    heap_set_locked(heap_locked);
    return NONE;
}

/* ---- schedule(function, argument): to be called soon, between two instructions ---- */

#define SCHEDULED (sizeof runtime.scheduled / sizeof runtime.scheduled[0])

static bool in_scheduled;        /* a scheduled function runs: others wait */
static bool interrupt_afterwards; /* it has scheduled kbd_intr */

static value call_scheduled(void *arg)
{
    const value *pair = arg;
    return call1(pair[0], pair[1]);
}

static void run_scheduled(void)
{
    value result;
    bool fine = true;
    if (in_scheduled)
        return;
    in_scheduled = true;
    while (fine && runtime.scheduled[0] != UNDEF) {
        value pair[2] = {runtime.scheduled[0], runtime.scheduled[1]};
        memmove(runtime.scheduled, runtime.scheduled + 2, sizeof runtime.scheduled - sizeof pair);
        runtime.scheduled[SCHEDULED - 2] = runtime.scheduled[SCHEDULED - 1] = UNDEF;
        fine = protect(call_scheduled, pair, &result);
    }
    in_scheduled = false;
    if (runtime.scheduled[0] != UNDEF)
        __atomic_fetch_or(&vm.pending, PENDING_CALL, __ATOMIC_RELAXED);
    if (interrupt_afterwards)
        interrupt_request();
    interrupt_afterwards = false;
    if (!fine)
        raise(result);
}

FUN1(mp_kbd_intr_function, kbd_intr, mp_kbd_intr);

static value mp_schedule(value function, value argument)
{
    size_t i = 0;
    if (function == from_ptr(&mp_kbd_intr_function)) { /* takes no place in the queue */
        if (in_scheduled)
            interrupt_afterwards = true;
        else
            interrupt_request();
        return NONE;
    }
    while (i < SCHEDULED && runtime.scheduled[i] != UNDEF)
        i += 2;
    if (i == SCHEDULED)
        raise_error(&type_RuntimeError, "schedule queue full");
    runtime.scheduled[i] = function;
    runtime.scheduled[i + 1] = argument;
    vm_pending_hook = run_scheduled;
    __atomic_fetch_or(&vm.pending, PENDING_CALL, __ATOMIC_RELAXED);
    return NONE;
}

static value mp_stack_use(void)
{
    char here;
    return int_from_uint64((uint64_t)(runtime_stack_top - &here));
}

FUN1(mp_const_function, const, same);
FUN1(mp_native_function, native, same);
FUN1(mp_viper_function, viper, same);
FUN1(mp_bytecode_function, bytecode, same);
FUNV(mp_opt_level_function, opt_level, 0, 1, mp_opt_level);
FUNV(mp_mem_info_function, mem_info, 0, 1, mp_mem_info);
FUNV(mp_qstr_info_function, qstr_info, 0, 1, mp_qstr_info);
FUN1(mp_emergency_function, alloc_emergency_exception_buf, mp_emergency);
FUN0(mp_heap_lock_function, heap_lock, mp_heap_lock);
FUN0(mp_heap_unlock_function, heap_unlock, mp_heap_unlock);
FUN0(mp_heap_locked_function, heap_locked, mp_heap_locked);
FUN2(mp_schedule_function, schedule, mp_schedule);
FUN0(mp_stack_use_function, stack_use, mp_stack_use);

static const struct attr micropython_attrs[] = {
    ATTR(const, mp_const_function),
    ATTR(native, mp_native_function),
    ATTR(viper, mp_viper_function),
    ATTR(bytecode, mp_bytecode_function),
    ATTR(opt_level, mp_opt_level_function),
    ATTR(mem_info, mp_mem_info_function),
    ATTR(qstr_info, mp_qstr_info_function),
    ATTR(alloc_emergency_exception_buf, mp_emergency_function),
    ATTR(heap_lock, mp_heap_lock_function),
    ATTR(heap_unlock, mp_heap_unlock_function),
    ATTR(heap_locked, mp_heap_locked_function),
    ATTR(kbd_intr, mp_kbd_intr_function),
    ATTR(schedule, mp_schedule_function),
    ATTR(stack_use, mp_stack_use_function),
    ATTR(RingIO, type_RingIO),
};

const struct module_def module_micropython = {
    .name = SYMBOL(S_micropython),
    .attrs = micropython_attrs,
    .nattrs = sizeof micropython_attrs / sizeof micropython_attrs[0],
};
