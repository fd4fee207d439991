/* The hooks of debuggers and profilers: sys.settrace() and sys.setprofile().
 *
 * The machine's loop knows nothing of them. While one is set, frames run in a second loop, which asks here before every
 * instruction (loop_traced.c). Calls from C choose by machine.loop; and a loop that runs already comes by machine_poll(),
 * for PENDING_TRACE is set all the while: an empty machine.exception on its way then says that the catcher is to go on in
 * the other loop. Functions that the hooks call are not traced. */
#include "frame.h"
#include "../object/class.h"
#include "../object/code.h"

#if ADDER_TRACING

/* ---- on and off ---- */

void trace_choose(void)
{
    bool on = !machine.in_trace && (machine.trace != UNDEF || machine.profile != UNDEF);
    machine.loop = on ? machine_loop_traced : machine_loop;
    machine.resume = on ? generator_resume_alone : generator_resume;
    if (on) __atomic_fetch_or(&vm.pending, PENDING_TRACE, __ATOMIC_RELAXED);
    else __atomic_fetch_and(&vm.pending, ~(uint32_t)PENDING_TRACE, __ATOMIC_RELAXED);
}

static value *hook(bool profile)
{
    return profile ? &machine.profile : &machine.trace;
}

value trace_function(bool profile)
{
    return *hook(profile);
}

void trace_set(bool profile, value f)
{
    *hook(profile) = f == NONE ? UNDEF : f;
    trace_choose();
}

bool trace_is_on(void)
{
    return machine.loop != machine_loop;
}

static _Noreturn __attribute__((noinline)) void switch_loop(enum raising how)
{
    machine.switching = (uint8_t)how;
    machine.exception = UNDEF;
    THROW(machine.catcher);
}

void machine_poll(enum raising how)
{
    if (vm.pending & ~(uint32_t)PENDING_TRACE) handle_pending();
    if (trace_is_on()) switch_loop(how);
}

void trace_begin(const struct cfunction *f)
{
    const uint8_t *pc = vm.pc - 1; /* of the instruction that called C code */
    if (!trace_is_on() || !vm.base || (*pc != BC_CALL && *pc != BC_CALLM) || vm.base[pc[2]] != from_ptr(f)) return;
    vm.base[pc[1]] = NONE;
    vm.pc = pc + instruction_size(pc) + 1;
    switch_loop(GOING_ON);
}

/* ---- calling a hook ---- */

struct hook_call {
    value f, args[3];
};

static value run_hook(void *arg)
{
    const struct hook_call *c = arg;
    return call(c->f, 3, c->args);
}

/* Calls f(frame, event, arg). When it raises, it is removed, and the exception comes from `pc`: an instruction, plus 1;
 * or just before one, so that a handler that begins with it does not see the exception. (There a StopIteration might be
 * taken for the end of a loop: what is before is no instruction.) */
static value hook_run(bool profile, value f, struct frame *frame, sym event, value arg, const uint8_t *pc)
{
    struct hook_call c = {f, {from_ptr(frame), SYMBOL(event), arg}};
    value result, exception = machine.exception, stop_value = vm.stop_value;
    sym outer = machine.event;
    machine.in_trace = true;
    machine.event = event;
    trace_choose();
    bool fine = protect(run_hook, &c, &result);
    machine.in_trace = false;
    machine.event = outer;
    if (!fine) *hook(profile) = UNDEF;
    trace_choose();
    vm.stop_value = stop_value;
    if (!fine) {
        vm.pc = is_instance(result, &type_StopIteration) && vm.pc == pc ? pc + 1 : pc;
        vm_reraise(result);
    }
    machine.exception = exception;
    return result;
}

/* An event for the frame's own trace function. */
static void tell_frame(struct frame *f, sym event, value arg, const uint8_t *pc)
{
    value v = hook_run(false, f->trace, f, event, arg, pc);
    if (v != NONE) f->trace = v;
}

static struct frame *need_frame(value *base, const uint8_t *pc)
{
    vm.base = base;
    vm.pc = pc;
    struct frame_walk w = frame_walk();
    struct frame_view view;
    frame_walk_next(&w, &view);
    return frame_get(&view);
}

/* The frame at base, if it has a trace function; else NULL. */
static struct frame *traced_frame(const value *base)
{
    struct frame *f = machine.trace == UNDEF ? NULL : frame_find(base);
    return f && f->trace != UNDEF ? f : NULL;
}

struct anyway {
    value f;
    size_t n;
    const value *args;
};

static value run_anyway(void *arg)
{
    const struct anyway *a = arg;
    return call(a->f, a->n, a->args);
}

value trace_anyway(value f, size_t n, const value *args)
{
    struct anyway a = {f, n, args};
    bool before = machine.in_trace;
    value result;
    machine.in_trace = false;
    trace_choose();
    bool fine = protect(run_anyway, &a, &result);
    machine.in_trace = before;
    trace_choose();
    if (!fine) vm_reraise(result);
    return result;
}

/* ---- calls, returns, exceptions ---- */

#define YIELD_SIZE 3 /* of YIELD and YIELDFROM, in bytes */

static bool is_native(const value *base)
{
    return frame_function(base)->code->info->flags & CODE_NATIVE;
}

void trace_enter(value *base, const uint8_t *pc)
{
    if (is_native(base)) return;
    struct frame *f = need_frame(base, pc);
    struct code_position at;
    uint32_t offset = (uint32_t)(pc - code_bytes(f->code));
    f->last = f->from = f->to = f->line = 0;
    if (offset) { /* a generator goes on: behind its yield */
        code_position(f->code, offset, &at);
        f->line = at.line;
        f->last = offset - YIELD_SIZE;
    }
    if (machine.trace != UNDEF) {
        value v = hook_run(false, machine.trace, f, S_call, NONE, pc);
        if (v != NONE) f->trace = v;
    }
    if (machine.profile != UNDEF) hook_run(true, machine.profile, f, S_call, NONE, pc);
}

void trace_return(value *base, const uint8_t *pc, value v)
{
    struct frame *f = traced_frame(base);
    if (f) {
        f->said = f->line; /* `return None` at the end of a function has no line of its own */
        tell_frame(f, S_return, v, pc + 1);
        f->said = 0;
    }
    if (machine.profile == UNDEF || is_native(base)) return;
    f = need_frame(base, pc + 1);
    hook_run(true, machine.profile, f, S_return, v, pc + 1);
}

static void tell_exception(struct frame *f, value e)
{
    value parts[3] = {from_ptr(type_of(e)), e, traceback_seen(*exception_slot(e, EXC_TRACEBACK))};
    value arg = tuple_new(3, parts);
    tell_frame(f, S_exception, arg, vm.pc);
}

void trace_exception(void)
{
    struct frame *f = traced_frame(vm.base);
    if (f) tell_exception(f, machine.exception);
}

void trace_stop(value *base, const uint8_t *pc, value v)
{
    struct frame *f = v == NONE ? NULL : traced_frame(base);
    if (!f) return;
    vm.base = base;
    vm.pc = pc;
    tell_exception(f, exception_new(&type_StopIteration, 1, &v));
}

/* ---- functions in C: for profilers alone ---- */

struct c_call {
    value f;
    size_t n, nkw;
    const value *args, *kwnames;
};

static value run_c_call(void *arg)
{
    const struct c_call *c = arg;
    return call_kw(c->f, c->n, c->args, c->nkw, c->kwnames);
}

static void tell_profile(sym event, value arg)
{
    const uint8_t *pc = vm.pc;
    if (machine.profile != UNDEF && !is_native(vm.base))
        hook_run(true, machine.profile, need_frame(vm.base, pc), event, arg, pc);
}

value trace_call(value f, size_t n, const value *args, size_t nkw, const value *kwnames)
{
    struct c_call c = {f, n, nkw, args, kwnames};
    value result;
    if (machine.profile == UNDEF || !is_type(f, &type_builtin_function)) return call_kw(f, n, args, nkw, kwnames);
    bool binds = ((const struct cfunction *)f)->flags & CF_METHOD;
    value shown = binds && n ? method_new(f, args[0]) : f;
    tell_profile(S_c_call, shown);
    bool fine = protect(run_c_call, &c, &result);
    tell_profile(fine ? S_c_return : S_c_exception, shown);
    if (!fine) vm_reraise(result);
    return result;
}

/* ---- lines ---- */

static void tell_line(struct frame *f, uint32_t line, const uint8_t *pc)
{
    if (f->jump) return;
    f->line = f->said = line;
    if (f->trace != UNDEF && !f->no_lines) tell_frame(f, S_line, NONE, pc);
    if (f->jump) f->line = f->said;
    f->said = 0;
}

/* Tells the lines that begin at the instruction `at`: more than one if statements before it made no code. `again`: a
 * loop has come round, so that the line counts even if it is the one it was in. */
static void tell_lines(struct frame *f, uint32_t at, bool again, const uint8_t *pc)
{
    bool to_loop = *pc == BC_LOOP && !again; /* the first time */
    const struct code_info *info = f->code->info;
    const uint8_t *next = (const uint8_t *)info + info->lines, *end = (const uint8_t *)info + info->names;
    struct line_state s = {0, info->first_line, 0, 0, 0, info->flags & CODE_COLUMNS};
    uint32_t from = 0, line = info->first_line;
    bool begins = false;
    f->to = UINT32_MAX;
    while (next < end) {
        next = line_next(next, end, &s, NULL);
        if (s.pc > at) {
            f->to = s.pc;
            break;
        }
        if (s.pc == at && begins && line != f->line && line != s.line && !to_loop) {
            const uint8_t *here = vm.pc;
            vm.pc = pc;
            tell_line(f, line, pc);
            vm.pc = here;
        }
        begins = s.pc == at;
        from = s.pc;
        line = s.line;
    }
    f->from = from;
    if (f->line == 0 || again || (begins && line != f->line)) tell_line(f, line, pc + 1);
}

/* Whether a round of a loop begins. The test of a loop may stand at its end, and is then jumped to at first. */
static bool comes_round(struct frame *f, const uint8_t *pc, const uint8_t *last)
{
    if (!f->line) return false;
    bool jumped = (*last == BC_JUMP || *last == BC_RANGE) && pc > last;
    if (*pc == BC_LOOP) return !jumped;
    f->to_test |= jumped && *last == BC_JUMP;
    if (pc > last || *last == BC_LOOP || *pc == BC_SEND) return false;
    bool first = f->to_test;
    f->to_test = false;
    return !first;
}

/* Goes where a debugger has said; it need not be told of that line. */
static const uint8_t *jump(struct frame *f, value *base)
{
    const uint8_t *to = code_bytes(f->code) + f->jump - 1;
    if (f->pops) vm.handling = base[f->pops - 1] == UNDEF ? generator_handles_no_more(base) : base[f->pops - 1];
    f->last = f->jump - 1;
    f->jump = f->from = f->to = 0;
    vm.pc = to + 1;
    return to;
}

const uint8_t *trace_line(value *base, const uint8_t *pc)
{
    struct frame *f = traced_frame(base);
    if (!f) return pc;
    uint32_t at = (uint32_t)(pc - code_bytes(f->code)), last = f->last;
    if (f->line == 0 && pc < code_body(f->code)) return pc; /* the call is still under way */
    bool again = comes_round(f, pc, code_bytes(f->code) + last);
    f->last = at;
    if (again || at < f->from || at >= f->to) tell_lines(f, at, again, pc);
    if (f->jump) return jump(f, base);
    if (f->opcodes && f->trace != UNDEF) tell_frame(f, S_opcode, NONE, pc + 1);
    return pc;
}

#endif
