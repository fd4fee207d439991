/* Stack segments, the machine's entries from C, and how exceptions raised in C get back to the loop. */
#include "frame.h"
#include "../object/class.h"
#include "../object/code.h"
#include "../object/printer.h"

struct vm vm;
struct machine machine;

/* ---- segments ---- */

static size_t segment_size(const struct object *o)
{
    const struct segment *s = (const struct segment *)o;
    return sizeof *s + s->words * sizeof(value);
}

static const struct slots segment_slots = { .size_of = segment_size };
const struct type type_segment = { {&type_type}, .slots = &segment_slots };

/* How far the frame at base may reach. */
static value *frame_end(value *base) { return base + frame_function(base)->code->info->registers + FRAME_SLACK; }

static bool segment_holds(const struct segment *s, const value *p) { return p >= s->stack && p <= s->stack + s->words; }

value *frame_top(void)
{
    return vm.base && segment_holds(machine.segment, vm.base) ? frame_end(vm.base) : machine.segment->stack;
}

static struct segment *segment_new(size_t words)
{
    size_t bytes = sizeof(struct segment) + words * sizeof(value);
    if (machine.stack_bytes + bytes > ADDER_VM_STACK)
        raise_error(&type_RecursionError, "maximum recursion depth exceeded");
    struct segment *s = heap_object(&type_segment, bytes);
    s->words = words;
    return s;
}

/* So many words that they are 1/share of the heap, between 40 and most. */
static size_t share_of_heap(size_t share, size_t most)
{
    size_t words = heap_size() / share / sizeof(value);
    return words < 40 ? 40 : words > most ? most : words;
}

#if ADDER_TRACING
/* ---- sys.setrecursionlimit() ----
 * Nobody counts frames as they come. A frame takes at least a head: as far as the frames that are left would reach if
 * they took no more, the limit can't be passed. Who comes further comes by segment_push(), which counts those of the
 * segment so far, and sets the mark in the new one. */

static value *segment_limit(struct segment *s);
static void walk_to_caller(struct frame_walk *w);

static size_t frames_max;

/* Generators that wait for one another by `yield from` have one frame on the stack all together: how many others. */
static size_t frames_unseen(const value *base)
{
    unsigned flags = link_flags(base);
    size_t n = 0;
    if (!(flags & FRAME_GENERATOR) || is_watched(flags)) return 0;
    for (const struct generator *g = frame_asked(base); g != frame_generator(base); n++)
        g = (const struct generator *)g->delegate;
    return n;
}

static size_t frames_count(void)
{
    size_t n = 0;
    for (struct frame_walk w = frame_walk(); w.base; walk_to_caller(&w)) {
        n += 1 + frames_unseen(w.base);
        if (link_flags(w.base) & FRAME_SEGMENT) return n + w.segment->depth;
    }
    return n;
}

/* The same; RecursionError if one more is too much. */
static size_t frames_checked(void)
{
    size_t depth = frames_count();
    if (depth >= frames_max)
        raise_error(&type_RecursionError, "maximum recursion depth exceeded");
    return depth;
}

void vm_check_chain(void)
{
    const struct segment *s = machine.segment;
    size_t depth = vm.base ? frames_unseen(vm.base) : 0;
    if (!depth) return;
    depth += s->depth;
    if (segment_holds(s, vm.base)) depth += (size_t)(vm.base - s->stack) / FRAME_HEAD;
    if (depth >= frames_max) frames_checked();
}

/* So many words of a segment with `depth` frames below may be used before frames are to be counted; no more than most. */
static size_t words_uncounted(size_t depth, size_t most)
{
    size_t left = frames_max > depth ? frames_max - depth : 0;
    if (left > most / FRAME_HEAD) return most;
    size_t words = (left + 1) * FRAME_HEAD + FRAME_SLACK - 1;
    return words < most ? words : most;
}

/* How many frames there are: the spare segment knows it, if it was called from here. */
static size_t depth_below(const struct segment *spare)
{
    return spare && spare->caller == vm.base ? spare->depth : frames_checked();
}

void vm_set_recursion_limit(size_t n)
{
    size_t depth = frames_count();
    if (depth >= n)
        raise_error(&type_RecursionError, "cannot set the recursion limit to %d at the recursion depth %d: the limit is too low",
                    (int)n, (int)depth);
    frames_max = n;
    vm.limit = segment_limit(machine.segment);
}
#else
#define words_uncounted(depth, most) (most)
#define depth_below(spare) 0
#endif

static value *segment_limit(struct segment *s)
{
    return s->stack + words_uncounted(s->depth, s->words);
}

value *segment_push(value *caller, const value *args, size_t n, size_t words)
{
    size_t depth = depth_below(machine.spare);
    words += FRAME_HEAD + FRAME_GENERATOR_EXTRA + 2 * FRAME_SLACK;
    struct segment *s = machine.spare;
    machine.spare = NULL;
    if (s == NULL || s->words < words) {
        size_t usual = words_uncounted(depth, machine.segment->words * 2), most = share_of_heap(32, 65536);
        if (usual > most) usual = most;
        s = segment_new(words > usual ? words : usual);
    }
    machine.stack_bytes += segment_size(&s->head);
    s->below = machine.segment;
    s->caller = caller;
    s->depth = depth;
    value *base = s->stack + FRAME_GENERATOR_EXTRA + FRAME_HEAD;
    for (size_t i = 0; i < n; i++) base[i] = args[i];
    vm.limit = segment_limit(s);
    machine.segment = s;
    return base;
}

void segment_pop(void)
{
    struct segment *s = machine.segment;
    machine.stack_bytes -= segment_size(&s->head);
    machine.segment = s->below;
    vm.limit = segment_limit(machine.segment);
    machine.spare = s;
}

void segment_drop(void)
{
    segment_pop();
    machine.spare->caller = machine.spare->stack; /* nobody: its depth is not known to hold any more */
}

void segments_unwind(const value *base)
{
    while (machine.segment->below && !segment_holds(machine.segment, base)) segment_drop();
}

/* Up to where s is live, when the running frame (or the one that called into the segment above) is at base. */
static const value *live_end(struct segment *s, const value *base, const value *binding)
{
    const value *end = s->stack;
    if (base && segment_holds(s, base)) end = frame_end((value *)base);
    else if (s->below) end = s->stack + s->words; /* a call is on its way into it */
    if (binding > end && segment_holds(s, binding)) end = binding;
    return end;
}

/* The live part of each segment, word by word; whatever is an object there, stays. */
static void segments_trace(struct machine *m, const value *base)
{
    m->spare = NULL;
    for (struct segment *s = m->segment; s; s = s->below) {
        heap_visit_ptr(&s);
        heap_visit_conservative(s->stack, live_end(s, base, m->binding));
        base = s->caller;
    }
    heap_visit(&m->exception);
#if ADDER_TRACING
    heap_visit_ptr(&m->frames);
    heap_visit(&m->trace);
    heap_visit(&m->profile);
#endif
}

#if ADDER_LEVEL == 2
void vm_forget_idle(value *from)
{
    if (!vm.base || !segment_holds(machine.segment, vm.base)) return;
    value *end = frame_end(vm.base), *last = machine.segment->stack + machine.segment->words;
    if (end > last) end = last;
    if (from > vm.base && from < end) memset(from, 0, (size_t)(end - from) * sizeof *from);
}
#endif

/* Roots. */
static void machine_trace(void)
{
    segments_trace(&machine, vm.base);
    heap_visit(&vm.handling);
    heap_visit(&vm.stop_value);
    heap_visit(&vm.modules);
    heap_visit(&vm.path);
    heap_visit(&vm.main);
}

/* After a collection: finalisers run at the next poll. */
static void note_finalisers(void)
{
    if (heap_finalisers_due) __atomic_fetch_or(&vm.pending, PENDING_FINALISE, __ATOMIC_RELAXED);
}

void vm_init(void)
{
    memset(&vm, 0, sizeof vm);
    memset(&machine, 0, sizeof machine);
#if ADDER_TRACING
    frames_max = VM_RECURSION_LIMIT;
#endif
    vm.handling = NONE;
#if ADDER_TRACING
    machine.loop = machine_loop;
    machine.resume = generator_resume;
#endif
    machine.segment = segment_new(share_of_heap(64, 2048));
    vm.limit = segment_limit(machine.segment);
    heap_add_roots(machine_trace);
    heap_add_after_mark(note_finalisers);
}

#if ADDER_THREADS
/* ---- threads ---- */

_Static_assert(offsetof(struct vm_thread, machine) <= offsetof(struct vm, modules), "struct vm_thread begins as struct vm");

void vm_thread_new(struct vm_thread *t)
{
    struct segment *s = segment_new(share_of_heap(1024, 256));
    memset(t, 0, sizeof *t);
    t->handling = NONE;
#if ADDER_TRACING
    t->machine.loop = machine_loop;
    t->machine.resume = generator_resume;
#endif
    t->machine.segment = s;
    t->limit = segment_limit(s);
}

void vm_thread_save(struct vm_thread *t)
{
    memcpy(t, &vm, offsetof(struct vm_thread, machine));
    t->machine = machine;
    t->repr_depth = repr_depth;
    if (repr_depth) memcpy(t->repr_ring, repr_ring, sizeof repr_ring);
}

void vm_thread_load(const struct vm_thread *t)
{
    memcpy(&vm, t, offsetof(struct vm_thread, machine));
    machine = t->machine;
    repr_depth = t->repr_depth;
    if (repr_depth) memcpy(repr_ring, t->repr_ring, sizeof repr_ring);
#if ADDER_TRACING
    trace_choose();
#endif
}

void vm_thread_visit(struct vm_thread *t)
{
    segments_trace(&t->machine, t->base);
    heap_visit(&t->handling);
    heap_visit(&t->stop_value);
}

#endif
/* ---- catching ---- */

static void catcher_open(struct catcher *c)
{
    c->outer = machine.catcher;
    c->base = vm.base;
    c->pc = vm.pc;
    c->segment = machine.segment;
    c->handling = vm.handling;
    c->repr_depth = repr_depth;
    machine.catcher = c;
}

_Noreturn __attribute__((noinline)) void vm_reraise(value exception) /* a long jump must not be in the function it jumps to */
{
    machine.exception = exception;
    THROW(machine.catcher);
}

void exception_set_context(value e)
{
    value handled = vm.handling;
    if (handled == NONE || handled == e) return;
    /* Not into a circle: cut the chain where e is in it already. The program may have made it a circle: one that goes
     * half as fast is met there. What was never raised is hardly in it, and the chain may be long: a recursion in
     * handlers. */
    value traceback = *exception_slot(e, EXC_TRACEBACK);
    unsigned steps = traceback == NONE || traceback == UNDEF ? 64 : (unsigned)-1;
    value slow = handled;
    bool odd = false;
    for (value at = handled; at != NONE && at != UNDEF && steps; odd = !odd) {
        value *next = exception_slot(at, EXC_CONTEXT);
        if (*next == e) { *next = NONE; break; }
        at = *next;
        steps--;
        if (odd) slow = *exception_slot(slow, EXC_CONTEXT);
        if (at == slow) break;
    }
    *exception_slot(e, EXC_CONTEXT) = handled;
}

_Noreturn void vm_raise(value exception)
{
    heap_emergency = false;
    exception_set_context(exception);
    vm_reraise(exception);
}

bool protect(value (*fn)(void *arg), void *arg, value *result)
{
    struct catcher c;
    catcher_open(&c);
    bool fine = CATCH(&c) == 0;
    if (fine) {
        value v = fn(arg);
        if (result) *result = v;
    } else {
        while (machine.segment != c.segment) segment_drop();
        vm.base = c.base;
        vm.pc = c.pc;
        vm.handling = c.handling;
        repr_depth = c.repr_depth;
        if (result) *result = machine.exception;
        machine.exception = UNDEF;
    }
    machine.catcher = c.outer;
    return fine;
}

/* ---- entering the loop from C ---- */

static value enter(value *base, const uint8_t *pc, enum raising raising)
{
    struct catcher c;
    value v;
    catcher_open(&c);
    if (link_flags(base) & FRAME_GENERATOR) c.handling = base[-FRAME_HEAD - 1];
    vm.base = base;
    vm.pc = pc;
    if (CATCH(&c) == 0) {
        v = MACHINE_LOOP(base, pc, raising);
#if ADDER_TRACING
    } else if (machine.exception == UNDEF) { /* nothing was raised: tracing begins */
        v = machine.loop(vm.base, vm.pc - 1, machine.switching);
#endif
    } else { /* raised in C that the loop called; when more is raised while the loop handles this one, here again */
        repr_depth = c.repr_depth;
        v = MACHINE_LOOP(vm.base, vm.pc, RAISED_IN_C);
    }
    machine.catcher = c.outer;
    vm.base = c.base;
    vm.pc = c.pc;
    if (v == UNDEF) {
        vm.handling = c.handling;
        vm_reraise(machine.exception);
    }
    return v;
}

value machine_enter(value *base, const uint8_t *pc) { return enter(base, pc, NOT_RAISING); }

value machine_throw(value *base, const uint8_t *pc, value e)
{
    if (vm.handling != base[-FRAME_HEAD - 1]) exception_set_context(e); /* what the generator handles, not its caller */
    machine.exception = e;
    return enter(base, pc, THROWN_IN);
}

/* ---- looking at the frames ---- */

struct frame_walk frame_walk_from(value *base, const uint8_t *pc, struct segment *s)
{
    struct frame_walk w = {base, pc, s, NULL};
    while (w.base && !segment_holds(w.segment, w.base)) w.segment = w.segment->below;
    return w;
}

struct frame_walk frame_walk(void)
{
    return frame_walk_from(vm.base, vm.pc, machine.segment);
}

static void walk_to_caller(struct frame_walk *w)
{
    unsigned flags = link_flags(w->base);
    w->pc = link_pc(w->base);
    if (flags & FRAME_SEGMENT) {
        w->base = w->segment->caller;
        w->segment = w->segment->below;
    } else if (link_distance(w->base) == 0) {
        w->base = NULL;
    } else {
        w->base -= link_distance(w->base);
    }
}

bool frame_walk_next(struct frame_walk *w, struct frame_view *out)
{
    struct generator *g = w->delegating;
    if (g) {
        *out = (struct frame_view){g->frame, g->function, g->pc, g};
    } else if (w->base) {
        struct function *f = frame_function(w->base);
        unsigned flags = link_flags(w->base);
        g = (flags & FRAME_GENERATOR) && !is_watched(flags) ? frame_generator(w->base) : NULL;
        *out = (struct frame_view){w->base, f, (uint32_t)(w->pc - code_bytes(f->code)), g};
    } else {
        return false;
    }
    if (g && g != frame_asked(w->base)) { /* the one that delegates to it has no frame on the stack */
        w->delegating = frame_asked(w->base);
        while (w->delegating->delegate != from_ptr(g)) w->delegating = (struct generator *)w->delegating->delegate;
    } else {
        w->delegating = NULL;
        walk_to_caller(w);
    }
    return true;
}

bool vm_frame(unsigned depth, struct frame_view *out)
{
    struct frame_walk w = frame_walk();
    bool found;
    while ((found = frame_walk_next(&w, out)) && depth) depth--;
    return found;
}

struct dict *vm_globals(void)
{
    return vm.base ? frame_function(vm.base)->globals : NULL;
}

#if !ADDER_TRACING /* else: frame_locals.c */
static void locals_add(struct dict *names, value name, value v, bool in_cell)
{
    if (name == UNDEF) return;
    struct view text = str_view(name);
    if (text.len == 0 || text.data[0] == '.') return; /* the compiler's own */
    if (in_cell && v != UNDEF && is_type(v, &type_cell)) v = ((struct cell *)v)->v;
    if (v != UNDEF) dict_set(names, name, v);
}

value vm_locals(void)
{
    if (vm.base == NULL) return from_ptr(dict_new(0));
    const struct function *f = frame_function(vm.base);
    const struct code_info *info = f->code->info;
    if (info->flags & CODE_CLASS) return vm.base[0];
    if (info->flags & CODE_MODULE) return from_ptr(f->globals);
    struct dict *names = dict_new(info->locals);
    const struct code_counts counts = code_counts(f->code);
    for (unsigned i = 0; i < info->locals + counts.spilled; i++) {
        const struct code_local local = code_local(f->code, &counts, i);
        const value *place = code_local_place(f->code, &local, vm.base);
        if (place) locals_add(names, local.name, *place, code_has_cell(f->code, local.at, local.spilled));
    }
    for (unsigned i = 0; i < info->cells; i++) locals_add(names, code_name(f->code, info->locals + i), f->cells[i], true);
    return from_ptr(names);
}
#endif
