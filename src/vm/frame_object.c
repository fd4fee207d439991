/* Frame objects: sys._getframe(), tb_frame, gi_frame. They are made when a program asks for one; a frame without costs
 * nothing.
 *
 * The object of a call's frame that is on the stack is in the list machine.frames, and the frame's link says
 * FRAME_WATCHED in place of its own flags, which the object keeps: so whoever takes the frame off the stack comes by
 * frame_detach(), which copies the locals to the object. A generator's object is found by the generator, in place of
 * its name, and asks it where it is. */
#include "frame.h"
#include "../object/class.h"
#include "../object/code.h"
#include "verify.h"

#if ADDER_TRACING

static void frame_trace(struct object *o)
{
    struct frame *f = (struct frame *)o;
    heap_visit_ptr(&f->outer);
    heap_visit_ptr(&f->function);
    heap_visit_ptr(&f->code);
    heap_visit_ptr(&f->generator);
    heap_visit(&f->back);
    heap_visit(&f->name);
    heap_visit(&f->trace);
    heap_visit(&f->extra);
    if (f->code) heap_visit_all(f->registers, f->code->info->locals);
}

static size_t frame_size(const struct object *o)
{
    const struct frame *f = (const struct frame *)o;
    return sizeof *f + (f->code ? f->code->info->locals : 0) * sizeof(value);
}

/* ---- finding and making ---- */

static struct frame *frame_new(struct function *function, bool must)
{
    size_t bytes = sizeof(struct frame) + function->code->info->locals * sizeof(value);
    struct frame *f = must ? heap_object(&type_frame, bytes) : heap_try_object(&type_frame, bytes);
    if (!f) return NULL;
    f->function = function;
    f->code = function->code;
    return f;
}

static struct frame *generator_frame(const struct generator *g)
{
    return g->name != UNDEF && is_type(g->name, &type_frame) ? (struct frame *)g->name : NULL;
}

/* m: the machine, or another thread's part of it, that base lies in. */
static struct frame *find_in(const struct machine *m, const value *base)
{
    unsigned flags = link_flags(base);
    if (!(flags & FRAME_GENERATOR)) return NULL;
    if (!is_watched(flags)) return generator_frame(frame_generator(base));
    struct frame *f = m->frames;
    while (f->base != base) f = f->outer;
    return f;
}

struct frame *frame_find(const value *base)
{
    return find_in(&machine, base);
}

static struct frame *watch(const struct frame_view *view, bool must);

value frame_owner(const value *base)
{
    struct frame *f = frame_find(base);
    if (!f && tb_frame_is_named && !(frame_function(base)->code->info->flags & CODE_NATIVE)) {
        struct frame_walk w = frame_walk();
        struct frame_view view;
        if (frame_walk_next(&w, &view)) f = watch(&view, false);
    }
    return f ? from_ptr(f) : from_ptr(frame_function(base));
}

static void set_flags(value *base, unsigned flags)
{
    base[-1] = (base[-1] & ~(value)FRAME_SPECIAL) | flags;
}

static struct frame *watch_in(struct machine *m, const struct frame_view *view, bool must)
{
    struct frame *f = view->generator ? generator_frame(view->generator) : find_in(m, view->base);
    if (f) return f;
    f = frame_new(view->function, must);
    if (!f) return NULL;
    if (view->generator) {
        f->generator = view->generator;
        f->name = view->generator->name;
        view->generator->name = from_ptr(f);
        return f;
    }
    f->base = view->base;
    f->flags = (uint8_t)link_flags(view->base);
    set_flags(view->base, FRAME_WATCHED | (f->flags & FRAME_SEGMENT));
    f->outer = m->frames;
    m->frames = f;
    return f;
}

static struct frame *watch(const struct frame_view *view, bool must)
{
    return watch_in(&machine, view, must);
}

struct frame *frame_get(const struct frame_view *view)
{
    return watch(view, true);
}

/* The next frame that programs may see. */
static bool walk_seen(struct frame_walk *w, struct frame_view *view)
{
    bool found;
    while ((found = frame_walk_next(w, view)) && view->function->code->info->flags & CODE_NATIVE) {}
    return found;
}

bool frame_seen(unsigned depth, struct frame_view *view)
{
    struct frame_walk w = frame_walk();
    bool found;
    while ((found = walk_seen(&w, view)) && depth) depth--;
    return found;
}

value frame_object(unsigned depth)
{
    struct frame_view view;
    return frame_seen(depth, &view) ? from_ptr(watch(&view, true)) : UNDEF;
}

value frame_of_call(struct function *function, uint32_t pc)
{
    struct frame *f = frame_new(function, true);
    f->pc = pc;
    f->back = NONE;
    return from_ptr(f);
}

struct code *frame_code(value frame)
{
    return ((struct frame *)frame)->code;
}

/* ---- a frame goes ---- */

static void keep(struct frame *f, const value *base, uint32_t pc)
{
    memcpy(f->registers, base, f->code->info->locals * sizeof(value));
    f->known = true;
    f->pc = pc;
    f->base = NULL;
    f->generator = NULL;
    struct frame_walk w = frame_walk();
    struct frame_view view;
    struct frame *back = NULL;
    if (frame_walk_next(&w, &view) && view.base == base && walk_seen(&w, &view)) back = watch(&view, false);
    f->back = back ? from_ptr(back) : NONE;
}

void frame_detach(value *base, const uint8_t *pc)
{
    struct frame **at = &machine.frames;
    while ((*at)->base != base) at = &(*at)->outer;
    struct frame *f = *at;
    *at = f->outer;
    f->outer = NULL;
    set_flags(base, f->flags);
    vm.base = base;
    vm.pc = pc;
    keep(f, base, (uint32_t)(pc - code_bytes(f->code)));
}

void frame_detach_generator(struct generator *g, const value *base, uint32_t pc)
{
    struct frame *f = generator_frame(g);
    if (!f) return;
    g->name = f->name;
    keep(f, base, pc);
}

/* ---- a function gets other code ---- */

struct change {
    struct function *from, *to;
};

static void change_object(struct object *o, void *arg)
{
    const struct change *c = arg;
    if (o->type == &type_generator || is_coroutine(from_ptr(o)) || o->type == &type_async_generator) {
        struct generator *g = (struct generator *)o;
        if (g->function == c->from) g->function = c->to;
    } else if (o->type == &type_frame) {
        struct frame *f = (struct frame *)o;
        if (f->function == c->from) f->function = c->to;
    } else if (o->type == &type_traceback) {
        traceback_owner_changes(o, from_ptr(c->from), from_ptr(c->to));
    }
}

static void change_stack(struct frame_walk w, const struct change *c)
{
    struct frame_view view;
    while (frame_walk_next(&w, &view))
        if (view.function == c->from && (!view.generator || view.base != view.generator->frame))
            view.base[-FRAME_HEAD] = from_ptr(c->to);
}

#if ADDER_THREADS
static void change_thread(struct vm_thread *t, void *arg)
{
    change_stack(frame_walk_from(t->base, t->pc, t->machine.segment), arg);
}
#endif

void function_code_changes(struct function *f)
{
    size_t bytes = sizeof *f + f->code->info->cells * sizeof(value);
    if (code_is_lazy(f->code)) return; /* it never ran */
    struct function *copy = heap_object(&type_function, bytes);
    memcpy((char *)copy + sizeof copy->head, (char *)f + sizeof f->head, bytes - sizeof f->head);
    struct change c = {f, copy};
    change_stack(frame_walk(), &c);
#if ADDER_THREADS
    vm_hooks.each_thread(change_thread, &c);
#endif
    heap_walk(change_object, &c);
}

/* ---- what programs see ---- */

static struct frame *self_frame(value v)
{
    return (struct frame *)v;
}

/* Moves on to the running frame that f stands for. */
static bool walk_to(struct frame_walk *w, const struct frame *f, struct frame_view *view)
{
    while (frame_walk_next(w, view))
        if (f->generator ? view->generator == f->generator : view->base == f->base) return true;
    return false;
}

/* Where a running frame is; machine NULL: nowhere. */
struct place {
    const struct frame *f;
    struct machine *machine;
    struct frame_walk walk; /* behind it */
    struct frame_view view;
};

#if ADDER_THREADS
static void find_in_thread(struct vm_thread *t, void *arg)
{
    struct place *p = arg;
    if (p->machine) return;
    p->walk = frame_walk_from(t->base, t->pc, t->machine.segment);
    if (walk_to(&p->walk, p->f, &p->view)) p->machine = &t->machine;
}
#endif

static struct place find_running(const struct frame *f)
{
    struct place p = {f, NULL, frame_walk(), {0}};
    if (walk_to(&p.walk, f, &p.view)) p.machine = &machine;
#if ADDER_THREADS
    else vm_hooks.each_thread(find_in_thread, &p);
#endif
    return p;
}

struct frame_view frame_where(const struct frame *f)
{
    struct frame_view view = {f->known ? (value *)f->registers : NULL, f->function, f->pc, f->generator};
    if (f->generator && f->generator->state != GEN_RUNNING) {
        view.base = f->generator->frame;
        view.pc = f->generator->pc;
    } else if (f->generator || f->base) {
        struct place p = find_running(f);
        if (p.machine) return p.view;
    }
    return view;
}

static value get_back(value self)
{
    const struct frame *f = self_frame(self);
    if (!f->base && !f->generator) return f->back;
    struct place p = find_running(f);
    if (!p.machine || !walk_seen(&p.walk, &p.view)) return NONE;
    return from_ptr(watch_in(p.machine, &p.view, true));
}

static value get_code(value self)
{
    return from_ptr(frame_code(self));
}

static value get_line(value self)
{
    struct code_position at;
    const struct frame *f = self_frame(self);
    if (f->said) return from_int((word)f->said);
    struct frame_view view = frame_where(f);
    code_position(f->code, view.pc, &at);
    return from_int((word)at.line);
}

/* ---- f_lineno: a debugger's jump ---- */

/* The first line with code from `line` on. */
static uint32_t line_with_code(const struct code *c, word line)
{
    const uint8_t *next = (const uint8_t *)c->info + c->info->lines, *end = (const uint8_t *)c->info + c->info->names;
    struct line_state s = {0, c->info->first_line, 0, 0, 0, c->info->flags & CODE_COLUMNS};
    uint32_t found = UINT32_MAX;
    while (next < end) {
        next = line_next(next, end, &s, NULL);
        if ((word)s.line >= line && s.line < found) found = s.line;
    }
    return found;
}

/* The best place where this line begins: the one that keeps most of what the registers hold. UINT32_MAX: there is none. */
static uint32_t find_jump(const struct code *c, uint32_t from, uint32_t line, struct code_jump *best, const char **why)
{
    value room = bytearray_new(NULL, 0);
    const uint8_t *next = (const uint8_t *)c->info + c->info->lines, *end = (const uint8_t *)c->info + c->info->names;
    struct line_state s = {0, c->info->first_line, 0, 0, 0, c->info->flags & CODE_COLUMNS};
    uint32_t to = UINT32_MAX, last = 0;
    while (next < end) {
        struct code_jump jump;
        next = line_next(next, end, &s, NULL);
        bool begins = s.line == line && s.line != last && s.pc >= (uint32_t)(code_body(c) - code_bytes(c));
        last = s.line;
        if (!begins) continue;
        const char *refused = code_jump(c, &((struct bytearray *)room)->owner, from, s.pc, &jump);
        if (refused) *why = refused;
        else if (to == UINT32_MAX || jump.needs > best->needs) to = s.pc, *best = jump;
    }
    return to;
}

/* The unbound locals of a frame; they are given a value, unless that is UNDEF. */
static unsigned unbound_locals(const struct frame *f, value v)
{
    const struct code *c = f->code;
    const struct code_counts counts = code_counts(c);
    value *base = frame_where(f).base;
    unsigned unbound = 0;
    for (unsigned i = 0; i < c->info->locals + counts.spilled; i++) {
        struct code_local local = code_local(c, &counts, i);
        value *place = code_local_place(c, &local, base);
        if (!place || *place != UNDEF) continue;
        *place = v;
        unbound++;
    }
    return unbound;
}

/* As in CPython, since what binds them may have been jumped over. */
static void bind_unbound(const struct frame *f)
{
    unsigned n = unbound_locals(f, UNDEF);
    if (n == 0) return;
    value warnings = vm_hooks.import(SYMBOL(S_warnings), NONE, 0);
    value args[2] = {str_format_c("assigning None to %u unbound local%s", n, n == 1 ? "" : "s"), from_ptr(&type_RuntimeWarning)};
    call(get_attr(warnings, SYMBOL(S_warn)), 2, args);
    unbound_locals(f, NONE);
}

static void set_line(value self, value v)
{
    struct frame *f = self_frame(self);
    const struct code *c = f->code;
    if (v == UNDEF) raise_error(&type_AttributeError, "cannot delete attribute");
    if (!is_integer(v)) raise_value_error("lineno must be an integer");
    if (!machine.event) raise_value_error("f_lineno can only be set in a trace function");
    if (machine.event == S_call) raise_value_error("can't jump from the 'call' trace event of a new frame");
    if (machine.event != S_line || !f->said) raise_value_error("can only jump from a 'line' trace event");
    word line = need_word(v);
    if (line < (word)c->info->first_line) raise_value_error("line %d comes before the current code block", line);
    uint32_t found = line_with_code(c, line), to;
    const char *why = "cannot find bytecode for specified line";
    struct code_jump jump;
    if (found == UINT32_MAX) raise_value_error("line %d comes after the current code block", line);
    to = find_jump(c, f->last, found, &jump, &why);
    if (to == UINT32_MAX) raise_value_error("%s", why);
    bind_unbound(f);
    f->jump = to + 1;
    f->pops = (uint16_t)(jump.pops + 1);
    f->said = found;
}

static value get_lasti(value self)
{
    const struct frame *f = self_frame(self);
    return code_lasti(f->code, frame_where(f).pc);
}

static value get_globals(value self)
{
    return from_ptr(self_frame(self)->function->globals);
}

static value get_builtins(value self)
{
    (void)self;
    return get_attr(vm_hooks.import(SYMBOL(S_builtins), NONE, 0), SYMBOL(S___dict__));
}

static value get_locals(value self)
{
    return frame_locals(self_frame(self));
}

static value get_generator(value self)
{
    const struct generator *g = self_frame(self)->generator;
    return g ? from_ptr(g) : NONE;
}

static value get_trace(value self)
{
    value v = self_frame(self)->trace;
    return v == UNDEF ? NONE : v;
}

static void set_trace(value self, value v)
{
    self_frame(self)->trace = v == NONE ? UNDEF : v;
}

static bool need_flag(value v, const char *name)
{
    if (v != TRUE && v != FALSE) raise_type_error("%s must be bool", name);
    return v == TRUE;
}

static value get_trace_lines(value self)
{
    return from_bool(!self_frame(self)->no_lines);
}

static void set_trace_lines(value self, value v)
{
    self_frame(self)->no_lines = !need_flag(v, "f_trace_lines");
}

static value get_trace_opcodes(value self)
{
    return from_bool(self_frame(self)->opcodes);
}

static void set_trace_opcodes(value self, value v)
{
    self_frame(self)->opcodes = need_flag(v, "f_trace_opcodes");
}

static value frame_clear(value self)
{
    struct frame *f = self_frame(need_self(self, &type_frame));
    if (f->base || (f->generator && f->generator->state == GEN_RUNNING))
        raise_error(&type_RuntimeError, "cannot clear an executing frame");
    if (f->generator && f->generator->state == GEN_NEW) generator_close(from_ptr(f->generator));
    else if (f->generator) raise_error(&type_RuntimeError, "cannot clear a suspended frame");
    memset(f->registers, 0, f->code->info->locals * sizeof(value));
    f->extra = UNDEF;
    return NONE;
}

static void frame_repr(value self, struct printer *out)
{
    const struct code *c = frame_code(self);
    print_format(out, "<frame at 0x");
    int_print(id_of(self), 16, false, out);
    print_format(out, ", file %r, line %d, code %v>", c->filename, (int)int_of(get_line(self)), c->name);
}

GETSET(a_back, f_back, get_back, NULL);
GETSET(a_code, f_code, get_code, NULL);
GETSET(a_line, f_lineno, get_line, set_line);
GETSET(a_lasti, f_lasti, get_lasti, NULL);
GETSET(a_globals, f_globals, get_globals, NULL);
GETSET(a_builtins, f_builtins, get_builtins, NULL);
GETSET(a_locals, f_locals, get_locals, NULL);
GETSET(a_generator, f_generator, get_generator, NULL);
GETSET(a_trace, f_trace, get_trace, set_trace);
GETSET(a_trace_lines, f_trace_lines, get_trace_lines, set_trace_lines);
GETSET(a_trace_opcodes, f_trace_opcodes, get_trace_opcodes, set_trace_opcodes);
METHOD1(m_clear, clear, frame_clear);

static const struct attr frame_attrs[] = {
    ATTR(f_back, a_back),
    ATTR(f_code, a_code),
    ATTR(f_lineno, a_line),
    ATTR(f_lasti, a_lasti),
    ATTR(f_globals, a_globals),
    ATTR(f_builtins, a_builtins),
    ATTR(f_locals, a_locals),
    ATTR(f_generator, a_generator),
    ATTR(f_trace, a_trace),
    ATTR(f_trace_lines, a_trace_lines),
    ATTR(f_trace_opcodes, a_trace_opcodes),
    ATTR(clear, m_clear),
};
static const struct slots frame_slots = {.size_of = frame_size, .trace = frame_trace, .repr = frame_repr};
const struct type type_frame = {
    {&type_type}, .slots = &frame_slots, .flags = TYPE_NO_WEAK, .name = SYMBOL(S_frame), TYPE_ATTRS(frame_attrs), .base = &type_object};

#endif
