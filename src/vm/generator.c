/* Generators, coroutines and asynchronous generators. While suspended, the registers of the frame lie in
 * the object; to run, they are copied to the stack, where calls can build upon them. */
#include "ops.h"
#include "../object/class.h"

/* ---- making, resuming, suspending ---- */

static size_t generator_size(const struct object *o)
{
    return sizeof(struct generator) + ((const struct generator *)o)->registers * sizeof(value);
}

static void generator_trace(struct object *o)
{
    struct generator *g = (struct generator *)o;
    heap_visit_ptr(&g->function);
    heap_visit(&g->delegate);
    heap_visit(&g->handling);
    heap_visit(&g->name);
    if (g->state > GEN_PENDING) return;
    /* Those not in use may point to what is no object any more: while the generator called, they lay above what was live. */
    heap_visit_conservative(g->frame, g->frame + g->registers);
}

static const struct type *generator_type(unsigned flags)
{
    if (!ADDER_ASYNC) return &type_generator;
    switch (flags & CODE_ASYNC_GENERATOR) {
    case CODE_GENERATOR: return &type_generator;
    case CODE_COROUTINE: return &type_coroutine;
    default: return ADDER_ASYNC_GENERATORS ? &type_async_generator : &type_coroutine;
    }
}

value generator_new(struct function *f, const value *base)
{
    const struct code_info *info = f->code->info;
    size_t registers = info->registers;
    struct generator *g = heap_object(generator_type(info->flags), sizeof *g + registers * sizeof(value));
    g->function = f;
    g->registers = (uint16_t)registers;
    g->kind = (uint8_t)(info->flags & CODE_ASYNC_GENERATOR);
    memcpy(g->frame, base, info->locals * sizeof(value));
    if (info->handlers < info->lines) heap_add_finaliser(&g->head); /* `finally` is to run, whoever forgets it */
    return from_ptr(g);
}

static const char *kind_name(const struct generator *g)
{
    return g->kind == CODE_GENERATOR ? "generator" : g->kind == CODE_COROUTINE ? "coroutine" : "async generator";
}

/* The generator or coroutine that a suspended g hands on to; NULL: none. */
static struct generator *delegate_of(const struct generator *g)
{
    value d = g->delegate;
    return d != UNDEF && (is_type(d, &type_generator) || is_coroutine(d)) ? (struct generator *)d : NULL;
}

static bool is_running(const struct generator *g)
{
    while (g && g->state == GEN_SUSPENDED) g = delegate_of(g);
    return g && g->state == GEN_RUNNING;
}

static void check_not_running(const struct generator *g)
{
    if (is_running(g)) raise_usual_value_error("%s already executing", kind_name(g));
}

/* A frame with room for that many registers that lets g go on. */
static inline value *generator_push(struct generator *g, size_t room, value *at, const uint8_t *back, unsigned flags)
{
    value *base = at + FRAME_GENERATOR_EXTRA + FRAME_HEAD;
    if (base + room + FRAME_SLACK > vm.limit) {
        base = segment_push(vm.base, NULL, 0, room);
        link_set(base, back, 0, flags | FRAME_GENERATOR | FRAME_SEGMENT);
    } else {
        link_set(base, back, vm.base ? (size_t)(base - vm.base) : 0, flags | FRAME_GENERATOR);
    }
    base[-FRAME_HEAD] = from_ptr(g->function);
    base[-FRAME_HEAD - 1] = vm.handling;
    base[-FRAME_HEAD - 2] = base[-FRAME_HEAD - 3] = from_ptr(g);
    memcpy(base, g->frame, g->registers * sizeof(value));
    if (g->handling != UNDEF) vm.handling = g->handling;
    g->delegate = UNDEF;
    return base;
}

value *generator_resume(struct generator *asked, value sent, value *at, const uint8_t *back, unsigned flags)
{
    struct generator *g = asked;
    size_t room = g->registers;
    if (g->state == GEN_NEW) vm_check_chain();
    for (struct generator *next; g->delegate != UNDEF && g->handling == UNDEF && (next = delegate_of(g)) != NULL; g = next) {
        if (next->state == GEN_RUNNING) check_not_running(next);
        if (next->state != GEN_SUSPENDED) break; /* somebody else has finished it */
        if (next->registers > room) room = next->registers;
    }
    value *base = generator_push(g, room, at, back, flags);
    base[-FRAME_HEAD - 3] = from_ptr(asked);
    if (g->state == GEN_SUSPENDED) base[code_bytes(g->function->code)[g->pc - 2]] = sent; /* its YIELD's register */
    g->state = GEN_RUNNING;
    return base;
}

#if ADDER_TRACING
value *generator_resume_alone(struct generator *g, value sent, value *at, const uint8_t *back, unsigned flags)
{
    value *base = generator_push(g, g->registers, at, back, flags);
    if (g->state == GEN_SUSPENDED) base[code_bytes(g->function->code)[g->pc - 2]] = sent;
    g->state = GEN_RUNNING;
    return base;
}
#endif

bool generator_go_back(value *base)
{
    struct generator *g = frame_asked(base), *closed = frame_generator(base);
    if (g == closed) return false;
    while (g->delegate != from_ptr(closed)) g = (struct generator *)g->delegate;
    base[-FRAME_HEAD] = from_ptr(g->function);
    base[-FRAME_HEAD - 2] = from_ptr(g);
    memcpy(base, g->frame, g->registers * sizeof(value));
    g->delegate = UNDEF;
    g->state = GEN_RUNNING;
    return true;
}

void generator_suspend(struct generator *g, value *base, uint32_t pc)
{
    value outside = base[-FRAME_HEAD - 1];
    memcpy(g->frame, base, g->registers * sizeof(value));
    g->pc = pc;
    g->state = GEN_SUSPENDED;
    g->handling = vm.handling == outside && g->handling == UNDEF ? UNDEF : vm.handling;
    vm.handling = outside;
}

/* While a generator runs, `handling` is not UNDEF if it handles the very exception that its caller does: that was thrown
 * into it. */
value generator_handles(value *base, value e)
{
    if (is_watched(link_flags(base)) || vm.handling != base[-FRAME_HEAD - 1]) return vm.handling;
    struct generator *g = frame_generator(base);
    if (g->handling != UNDEF) return vm.handling;
    if (e == vm.handling) g->handling = e;
    return UNDEF;
}

value generator_handles_no_more(value *base)
{
    frame_generator(base)->handling = UNDEF;
    return base[-FRAME_HEAD - 1];
}

void generator_failed(struct generator *g)
{
#if ADDER_TRACING
    if (g->name != UNDEF) frame_detach_generator(g, vm.base, (uint32_t)(vm.pc - code_bytes(g->function->code)));
#endif
    g->state = GEN_CLOSED;
    g->handling = UNDEF;
    value e = machine.exception;
    bool stop = exception_matches(e, from_ptr(&type_StopIteration));
    bool async_stop = ADDER_ASYNC_GENERATORS && g->kind == CODE_ASYNC_GENERATOR && exception_matches(e, from_ptr(&type_StopAsyncIteration));
    if (!stop && !async_stop) return;
    value message = str_format_c("%s raised %s", kind_name(g), stop ? "StopIteration" : "StopAsyncIteration");
    value failed = exception_new(&type_RuntimeError, 1, &message);
    *exception_slot(failed, EXC_CAUSE) = e;
    *exception_slot(failed, EXC_CONTEXT) = e;
    *exception_slot(failed, EXC_SUPPRESS) = TRUE;
    machine.exception = failed;
}

/* ---- from C ---- */

/* What the machine gave back: a yielded value, or the result of a generator that has finished. */
static value generator_outcome(const struct generator *g, value v) { return g->state == GEN_CLOSED ? STOP : v; }

/* What pend_throw() has left to be thrown, or None; it is left no more. */
static value generator_take_pending(struct generator *g)
{
    if (g->state != GEN_PENDING) return NONE;
    value e = g->delegate;
    g->delegate = UNDEF;
    g->state = g->pc ? GEN_SUSPENDED : GEN_NEW;
    return e;
}

value generator_send(value self, value v)
{
    struct generator *g = (struct generator *)self;
    if (g->state == GEN_PENDING) return generator_throw(self, generator_take_pending(g));
    if (g->state != GEN_SUSPENDED || g->delegate != UNDEF) check_not_running(g);
    if (g->state == GEN_CLOSED) {
        if (g->kind == CODE_COROUTINE) raise_error(&type_RuntimeError, "cannot reuse already awaited coroutine");
        vm.stop_value = NONE;
        return STOP;
    }
    if (g->state == GEN_NEW && v != NONE)
        raise_type_error("can't send non-None value to a just-started %s", kind_name(g));
    check_c_stack();
    value *top = frame_top(), *base = MACHINE_RESUME(g, v, top, vm.pc, FRAME_ENTRY);
    struct generator *runs = frame_generator(base);
    return generator_outcome(g, machine_enter(base, code_bytes(runs->function->code) + runs->pc));
}

/* Closes g, which does not run and need not. */
static void generator_end(struct generator *g)
{
#if ADDER_TRACING
    if (g->state != GEN_CLOSED && g->name != UNDEF) frame_detach_generator(g, g->frame, g->pc);
#endif
    g->state = GEN_CLOSED;
}

value generator_throw(value self, value e)
{
    struct generator *g = (struct generator *)self;
    generator_take_pending(g);
    check_not_running(g);
    if (g->state == GEN_CLOSED && g->kind == CODE_COROUTINE)
        raise_error(&type_RuntimeError, "cannot reuse already awaited coroutine");
    if (g->state != GEN_SUSPENDED) {
        bool begun = g->state != GEN_NEW;
        generator_end(g);
        if (ADDER_METHODS && !begun) traceback_add(e, from_ptr(g->function), 0); /* the line of its def */
        vm_reraise(e); /* what its caller handles is no context of it */
    }
    check_c_stack();
    value *base = generator_push(g, g->registers, frame_top(), vm.pc, FRAME_ENTRY);
    g->state = GEN_RUNNING;
    return generator_outcome(g, machine_throw(base, code_bytes(g->function->code) + g->pc, e));
}

struct throw_arg { value g, e; };

static value throw_caught(void *arg)
{
    const struct throw_arg *a = arg;
    return generator_throw(a->g, a->e);
}

value generator_close(value self)
{
    struct generator *g = (struct generator *)self;
    generator_take_pending(g);
    check_not_running(g);
    if (g->state != GEN_SUSPENDED) {
        generator_end(g);
        return NONE;
    }
    struct throw_arg arg = { self, exception_new(&type_GeneratorExit, 0, NULL) };
    value v;
    if (protect(throw_caught, &arg, &v)) {
        if (v != STOP) raise_error(&type_RuntimeError, "%s ignored GeneratorExit", kind_name(g));
        return vm.stop_value;
    }
    if (!exception_matches(v, from_ptr(&type_GeneratorExit)) && !exception_matches(v, from_ptr(&type_StopIteration))) vm_reraise(v);
    return NONE;
}

#if ADDER_FINALISERS
static value close_forgotten(void *g)
{
    return generator_close(from_ptr(g));
}

static void generator_finalise(struct object *o)
{
    value result;
    if (((struct generator *)o)->state == GEN_SUSPENDED && !protect(close_forgotten, o, &result))
        exception_ignored(result, from_ptr(o));
}
#endif

/* StopIteration(value) for what the C protocol says as STOP. */
static value or_stop_iteration(value v)
{
    if (v != STOP) return v;
    value result = vm.stop_value;
    vm_raise(exception_new(&type_StopIteration, result == NONE || result == UNDEF ? 0 : 1, &result));
}

/* ---- their methods ---- */

/* throw(type, value, traceback) or throw(exception): the exception. */
static value thrown_exception(size_t n, value *args)
{
    if (ADDER_METHODS && n >= 3 && args[2] != NONE && !is_type(args[2], &type_traceback))
        raise_type_error("throw() third argument must be a traceback object");
    bool is_instance = is_exception(args[0]), has_value = n >= 2 && args[1] != NONE;
    if (!is_instance && !(is_class(args[0]) && (class_of(args[0])->flags & TYPE_EXCEPTION)))
        raise_type_error("exceptions must be classes or instances deriving from BaseException, not %t", args[0]);
    if (ADDER_METHODS && is_instance && has_value) raise_type_error("instance exception may not have a separate value");
    if (has_value && !is_instance) {
        if (type_is_subtype(type_of(args[1]), class_of(args[0]))) return args[1];
        return op_exception(is_tuple(args[1]) ? call(args[0], tuple_of(args[1])->len, tuple_of(args[1])->items) : call1(args[0], args[1]));
    }
    return op_exception(args[0]);
}

static value generator_next(value self) { return generator_send(self, NONE); }
static value need_generator(value self)
{
    return ADDER_ASYNC && is_type(self, &type_coroutine) ? self : need_self(self, &type_generator);
}
static value method_send(value self, value v) { return or_stop_iteration(generator_send(need_generator(self), v)); }
#if ADDER_METHODS
/* Stands for the arguments of a throw() on their way to the throw() of an iterator that is no generator, which
 * takes them as they are: a class, or what is no exception at all. */
static const struct type type_thrown_arguments = { EXCEPTION_FIELDS(BaseException), .name = SYMBOL(S_throw) };

/* Does this suspended generator hand on, by yield from or await, to an iterator with a throw() of its own? */
static bool hands_throw_on(value it)
{
    value first = it;
    while (is_type(it, &type_generator) || is_coroutine(it)) {
        const struct generator *g = (struct generator *)it;
        if (g->state != GEN_SUSPENDED || g->delegate == UNDEF) return false;
        it = g->delegate;
    }
    return it != first && find_attr(it, SYMBOL(S_throw)) != UNDEF;
}

/* What throw() throws into generator g: the exception that its arguments say, which are handed on unseen. */
static value thrown_into(value g, size_t n, value *args)
{
    value type = is_exception(args[0]) ? from_ptr(obj_of(args[0])->type) : args[0];
    bool closes = is_class(type) && type_is_subtype(class_of(type), &type_GeneratorExit);
    if (closes || !hands_throw_on(g)) return thrown_exception(n, args);
    return exception_new(&type_thrown_arguments, n, args);
}
#else
#define thrown_into(g, n, args) thrown_exception(n, args)
#endif

static value method_throw(size_t n, value *args)
{
    return or_stop_iteration(generator_throw(need_generator(args[0]), thrown_into(args[0], n - 1, args + 1)));
}
/* MicroPython's: the exception (None: no more) is thrown in when the generator is resumed; the one before, if any. */
static value method_pend_throw(value self, value e)
{
    struct generator *g = (struct generator *)need_generator(self);
    check_not_running(g);
    value before = generator_take_pending(g);
    if (e == NONE || g->state == GEN_CLOSED) return before;
    g->delegate = thrown_exception(1, &e);
    g->state = GEN_PENDING;
    return before;
}
static value method_close(value self) { return generator_close(need_generator(self)); }
static value get_running(value self) { return from_bool(is_running((struct generator *)self)); }
static value get_code(value self) { return from_ptr(((struct generator *)self)->function->code); }
static value get_delegate(value self)
{
    const struct generator *g = (const struct generator *)self;
    return g->delegate == UNDEF || is_running(g) ? NONE : g->delegate;
}
/* Once one was set, a tuple of the __name__ and the __qualname__; where there is a frame object, that has it. UNDEF: none. */
static value *own_name(struct generator *g)
{
#if ADDER_TRACING
    if (g->name != UNDEF && is_type(g->name, &type_frame)) return &((struct frame *)g->name)->name;
#endif
    return &g->name;
}
/* Its name, or the qualified one: its own, or its function's. */
static value name_of(value self, unsigned which)
{
    struct generator *g = (struct generator *)self;
    if (!ADDER_METHODS) return which ? g->function->code->qualname : g->function->code->name;
    value own = *own_name(g);
    if (own != UNDEF) return tuple_of(own)->items[which];
    return get_attr(from_ptr(g->function), which ? SYMBOL(S___qualname__) : SYMBOL(S___name__));
}
static value get_name(value self) { return name_of(self, 0); }
static value get_qualname(value self) { return name_of(self, 1); }
#if ADDER_METHODS
static void set_names(value self, value name, value qualname)
{
    value names = tuple_new(2, (value[]){name, qualname});
    *own_name((struct generator *)self) = names;
}
static void set_name(value self, value v)
{
    if (v == UNDEF || !is_str(v)) raise_type_error("__name__ must be set to a string object");
    set_names(self, v, get_qualname(self));
}
static void set_qualname(value self, value v)
{
    if (v == UNDEF || !is_str(v)) raise_type_error("__qualname__ must be set to a string object");
    set_names(self, get_name(self), v);
}
#else
#define set_name     NULL
#define set_qualname NULL
#endif
#if ADDER_TRACING
static value get_frame(value self)
{
    struct generator *g = (struct generator *)self;
    struct frame_view view = {g->frame, g->function, g->pc, g};
    return g->state == GEN_CLOSED ? NONE : from_ptr(frame_get(&view));
}
GETSET(gi_frame_getset, gi_frame, get_frame, NULL);
GETSET(cr_frame_getset, cr_frame, get_frame, NULL);
GETSET(ag_frame_getset, ag_frame, get_frame, NULL);
#define ATTR_FRAME(symbol, obj) ATTR(symbol, obj),
#else
#define ATTR_FRAME(symbol, obj)
#endif

#if ADDER_METHODS
static value get_suspended(value self)
{
    const struct generator *g = (const struct generator *)self;
    return from_bool(g->state == GEN_SUSPENDED || (g->state == GEN_PENDING && g->pc));
}
static value get_none(value self)
{
    (void)self;
    return NONE;
}
GETSET(gi_suspended_getset, gi_suspended, get_suspended, NULL);
GETSET(cr_suspended_getset, cr_suspended, get_suspended, NULL);
GETSET(cr_origin_getset, cr_origin, get_none, NULL);
#endif

METHOD2(send_method, send, method_send);
METHODV(throw_method, throw, 2, 4, method_throw);
METHOD1(close_method, close, method_close);
METHOD2(pend_throw_method, pend_throw, method_pend_throw);
GETSET(name_getset, __name__, get_name, set_name);
GETSET(qualname_getset, __qualname__, get_qualname, set_qualname);
GETSET(gi_running_getset, gi_running, get_running, NULL);
GETSET(gi_code_getset, gi_code, get_code, NULL);
GETSET(gi_yieldfrom_getset, gi_yieldfrom, get_delegate, NULL);
GETSET(cr_running_getset, cr_running, get_running, NULL);
GETSET(cr_code_getset, cr_code, get_code, NULL);
GETSET(cr_await_getset, cr_await, get_delegate, NULL);

static const struct attr generator_attrs[] = {
    ATTR(send, send_method), ATTR(throw, throw_method), ATTR(close, close_method),
    ATTR_MORE(__name__, name_getset) ATTR_MORE(__qualname__, qualname_getset)
    ATTR_USUAL(pend_throw, pend_throw_method) ATTR_MORE(gi_running, gi_running_getset) ATTR_MORE(gi_code, gi_code_getset) ATTR_FRAME(gi_frame, gi_frame_getset)
    ATTR_MORE(gi_yieldfrom, gi_yieldfrom_getset)
    ATTR_MORE(gi_suspended, gi_suspended_getset) ATTR_MORE(__class_getitem__, class_getitem)
};

static void generator_repr(value self, struct printer *out)
{
    print_format(out, "<%t object %v at 0x%zx>", self, get_qualname(self), (size_t)self);
}

static value iter_self(value self) { return self; }

static const struct slots generator_slots = {
    .size_of = generator_size, .trace = generator_trace, FINALISE(generator_finalise) .iter = iter_self, .next = generator_next, .repr = generator_repr,
};
const struct type type_generator = {
    {&type_type}, .slots = &generator_slots, .name = SYMBOL(S_generator), .base = &type_object, TYPE_ATTRS(generator_attrs),
};

#if ADDER_ASYNC
/* ---- coroutines ---- */

/* coroutine.__await__(): an iterator that runs it. */
struct await_iter { struct object head; value coroutine; };
static const struct type type_coroutine_wrapper;
static void await_trace(struct object *o) { heap_visit(&((struct await_iter *)o)->coroutine); }
static value await_next(value self) { return generator_send(((struct await_iter *)self)->coroutine, NONE); }
static value awaited(value self)
{
    return ((struct await_iter *)need_self(self, &type_coroutine_wrapper))->coroutine;
}
static value await_send(value self, value v) { return method_send(awaited(self), v); }
static value await_throw(size_t n, value *args)
{
    return or_stop_iteration(generator_throw(awaited(args[0]), thrown_exception(n - 1, args + 1)));
}
static value await_close(value self) { return generator_close(awaited(self)); }

METHOD2(await_send_method, send, await_send);
METHODV(await_throw_method, throw, 2, 4, await_throw);
METHOD1(await_close_method, close, await_close);
static const struct attr await_attrs[] = {
    ATTR(send, await_send_method), ATTR(throw, await_throw_method), ATTR(close, await_close_method),
};
static const struct slots await_slots = {
    .size = sizeof(struct await_iter), .trace = await_trace, .iter = iter_self, .next = await_next,
};
static const struct type type_coroutine_wrapper = {
    {&type_type}, .slots = &await_slots, .name = SYMBOL(S_coroutine_wrapper), .base = &type_object, TYPE_ATTRS(await_attrs),
};

static value coroutine_await(value self)
{
    self = need_self(self, &type_coroutine);
    struct await_iter *w = heap_object(&type_coroutine_wrapper, sizeof *w);
    w->coroutine = self;
    return from_ptr(w);
}

SLOT1(await_method, __await__, coroutine_await);
static const struct attr coroutine_attrs[] = {
    ATTR(send, send_method), ATTR(throw, throw_method), ATTR(close, close_method), ATTR(__await__, await_method),
    ATTR_MORE(__name__, name_getset) ATTR_MORE(__qualname__, qualname_getset)
    ATTR_USUAL(pend_throw, pend_throw_method) ATTR_MORE(cr_running, cr_running_getset) ATTR_MORE(cr_code, cr_code_getset) ATTR_FRAME(cr_frame, cr_frame_getset)
    ATTR_MORE(cr_await, cr_await_getset)
    ATTR_MORE(cr_suspended, cr_suspended_getset) ATTR_MORE(cr_origin, cr_origin_getset) ATTR_MORE(__class_getitem__, class_getitem)
};
static const struct slots coroutine_slots = {
    .size_of = generator_size, .trace = generator_trace, FINALISE(generator_finalise) .repr = generator_repr,
};
const struct type type_coroutine = {
    {&type_type}, .slots = &coroutine_slots, .name = SYMBOL(S_coroutine), .base = &type_object, TYPE_ATTRS(coroutine_attrs),
};

/* The iterator that awaiting o runs; UNDEF: it can't be awaited. */
static value awaitable_iter(value o)
{
    if (!is_obj(o)) return UNDEF;
    const struct type *t = obj_of(o)->type;
    if (t == &type_coroutine) {
        struct generator *g = (struct generator *)o;
        if (g->state == GEN_SUSPENDED && g->delegate != UNDEF)
            raise_error(&type_RuntimeError, "coroutine is being awaited already");
        return o;
    }
    /* MicroPython's asyncio awaits plain generators and iterators as well. */
    if (t == &type_generator) return o;
    value method = find_special(o, SYMBOL(S___await__));
    if (method != UNDEF) {
        value it = call0(method);
        if (is_coroutine(it)) raise_type_error("__await__() returned a coroutine");
        if (!is_iterator(it)) raise_type_error("__await__() returned non-iterator of type '%t'", it);
        return it;
    }
    return is_iterator(o) ? o : UNDEF;
}

static value awaitable_caught(void *o)
{
    value it = awaitable_iter(*(value *)o);
    if (it == UNDEF) raise_type_error("'%t' object can't be awaited", *(value *)o);
    return it;
}

value op_get_awaitable(value o, enum await_kind kind)
{
    value it;
    if (kind == AWAIT_YIELD_FROM) {
        if (!is_coroutine(o)) return get_iter(o);
        if (!(frame_function(vm.base)->code->info->flags & CODE_ITERABLE_COROUTINE))
            raise_type_error("cannot 'yield from' a coroutine object in a non-coroutine generator");
    }
    if (kind == AWAIT_NEXT) {
        if (protect(awaitable_caught, &o, &it)) return it;
        if (exception_matches(it, from_ptr(&type_MemoryError))) vm_reraise(it);
        value text = str_format_c("'async for' received an invalid object from __anext__: %t", o);
        value failed = exception_new(&type_TypeError, 1, &text);
        op_set_cause(failed, it);
        *exception_slot(failed, EXC_CONTEXT) = it;
        vm_reraise(failed);
    }
    it = kind == AWAIT ? awaitable_caught(&o) : awaitable_iter(o);
    if (it == UNDEF)
        raise_type_error("'async with' received an object from __a%s__ that does not implement __await__: %t",
                         kind == AWAIT_ENTER ? "enter" : "exit", o);
    return it;
}

#endif

/* ---- yield from, await: handing on what is sent and thrown ---- */

value stop_iteration_value(value e)
{
    const struct tuple *args = tuple_of(*exception_slot(e, EXC_ARGS));
    return args->len ? args->items[0] : NONE;
}

struct send_arg { value it, v; };

static value send_caught(void *arg)
{
    const struct send_arg *a = arg;
    return call_method(a->it, SYMBOL(S_send), 1, &a->v);
}

value op_send(value it, value v)
{
    if (is_type(it, &type_generator) || is_coroutine(it)) return generator_send(it, v);
    vm.stop_value = NONE;
    if (v == NONE) return iter_next(it);
    struct send_arg arg = { it, v };
    value result;
    if (protect(send_caught, &arg, &result)) return result;
    if (!exception_matches(result, from_ptr(&type_StopIteration))) vm_reraise(result);
    vm.stop_value = stop_iteration_value(result);
    return STOP;
}

static value throw_method_caught(void *arg)
{
    const struct throw_arg *a = arg;
    value v = a->e;
#if ADDER_METHODS
    if (is_type(v, &type_thrown_arguments)) {
        value args = *exception_slot(v, EXC_ARGS);
        return call_method(a->g, SYMBOL(S_throw), tuple_of(args)->len, tuple_of(args)->items);
    }
#endif
    return call_method(a->g, SYMBOL(S_throw), 1, &v);
}

value op_thrown(value it, value e)
{
    bool ours = is_type(it, &type_generator) || is_coroutine(it);
    if (exception_matches(e, from_ptr(&type_GeneratorExit))) {
        if (ours) generator_close(it);
        else if (find_attr(it, SYMBOL(S_close)) != UNDEF) call_method(it, SYMBOL(S_close), 0, NULL);
        vm_reraise(e);
    }
    if (ours) return generator_throw(it, e);
    if (find_attr(it, SYMBOL(S_throw)) == UNDEF) vm_reraise(e);
    struct throw_arg arg = { it, e };
    value result;
    if (protect(throw_method_caught, &arg, &result)) return result;
    if (!exception_matches(result, from_ptr(&type_StopIteration))) vm_reraise(result);
    vm.stop_value = stop_iteration_value(result);
    return STOP;
}

#if ADDER_ASYNC_GENERATORS
/* ---- asynchronous generators ----
 * One runs like a generator, but what it yields by `yield` is wrapped in an async_value, so that it differs
 * from what its awaits hand through. anext(), asend() and athrow() give an awaitable that runs it to the next
 * such value, which then ends the awaitable as its result. */

struct async_value { struct object head; value v; };
static void async_value_trace(struct object *o) { heap_visit(&((struct async_value *)o)->v); }
static const struct slots async_value_slots = { .size = sizeof(struct async_value), .trace = async_value_trace };
static const struct type type_async_value = {
    {&type_type}, .slots = &async_value_slots, .name = SYMBOL(S_async_generator), .base = &type_object,
};

value op_async_value(value v)
{
    struct async_value *w = heap_object(&type_async_value, sizeof *w);
    w->v = v;
    return from_ptr(w);
}

struct async_step {
    struct object head;
    value generator;
    value send;      /* what its first run sends; or the exception it throws */
    bool throws, closes, started, finished;
};

static void step_trace(struct object *o)
{
    struct async_step *s = (struct async_step *)o;
    heap_visit(&s->generator);
    heap_visit(&s->send);
}

/* The generator's answer to a step: a wrapped value ends the step, any other is awaited further up. */
static value step_outcome(struct async_step *s, value v)
{
    if (v == STOP) {
        s->finished = true;
        if (s->closes) { vm.stop_value = NONE; return STOP; }
        vm_raise(exception_new(&type_StopAsyncIteration, 0, NULL));
    }
    if (!is_type(v, &type_async_value)) return v;
    s->finished = true;
    if (s->closes) raise_error(&type_RuntimeError, "async generator ignored GeneratorExit");
    vm.stop_value = ((struct async_value *)v)->v;
    return STOP;
}

struct step_arg { struct async_step *s; value v; };

static value step_run(void *arg)
{
    const struct step_arg *a = arg;
    struct async_step *s = a->s;
    bool first = !s->started;
    s->started = true;
    if (first && s->throws) return generator_throw(s->generator, s->send);
    return generator_send(s->generator, first && a->v == NONE ? s->send : a->v);
}

static value step_throw(void *arg)
{
    const struct step_arg *a = arg;
    a->s->started = true;
    return generator_throw(a->s->generator, a->v);
}

static value step_guarded(struct async_step *s, value (*run)(void *arg), value v)
{
    struct generator *g = (struct generator *)s->generator;
    if (s->finished)
        raise_error(&type_RuntimeError, "cannot reuse already awaited %s",
                    s->throws || s->closes ? "aclose()/athrow()" : "__anext__()/asend()");
    if (!s->started && (g->state == GEN_RUNNING || (g->state == GEN_SUSPENDED && g->delegate != UNDEF))) {
        s->finished = true;
        raise_error(&type_RuntimeError, "%s(): asynchronous generator is already running",
                    s->closes ? "aclose" : s->throws ? "athrow" : "anext");
    }
    bool begins = !s->started && run == step_run;
    if (begins && s->closes && g->state == GEN_NEW) generator_end(g);
    if (begins && s->throws && g->state == GEN_CLOSED) {
        s->finished = true;
        vm.stop_value = NONE;
        return STOP;
    }
    struct step_arg arg = { s, v };
    value result;
    if (protect(run, &arg, &result)) return step_outcome(s, result);
    s->finished = true;
    if (s->closes && (exception_matches(result, from_ptr(&type_GeneratorExit)) || exception_matches(result, from_ptr(&type_StopAsyncIteration)))) {
        vm.stop_value = NONE;
        return STOP;
    }
    vm_reraise(result);
}

static value step_next(value self) { return step_guarded((struct async_step *)self, step_run, NONE); }
static const struct type type_async_step;
static struct async_step *need_step(value self) { return (struct async_step *)need_self(self, &type_async_step); }
static value step_send(value self, value v) { return or_stop_iteration(step_guarded(need_step(self), step_run, v)); }
static value step_throw_method(size_t n, value *args)
{
    return or_stop_iteration(step_guarded(need_step(args[0]), step_throw, thrown_exception(n - 1, args + 1)));
}
static value step_thrown(void *arg)
{
    const struct step_arg *a = arg;
    return step_guarded(a->s, step_throw, a->v);
}

/* Ends the generator, too, wherever this step has led it. */
static value step_close(value self)
{
    struct async_step *s = need_step(self);
    struct step_arg arg = { s, exception_new(&type_GeneratorExit, 0, NULL) };
    value result;
    if (s->finished) return NONE;
    if (!protect(step_thrown, &arg, &result)) {
        if (!exception_matches(result, from_ptr(&type_GeneratorExit)) && !exception_matches(result, from_ptr(&type_StopAsyncIteration)))
            vm_reraise(result);
    } else if (result != STOP) {
        raise_error(&type_RuntimeError, "coroutine ignored GeneratorExit");
    }
    return NONE;
}

METHOD2(step_send_method, send, step_send);
METHODV(step_throw_obj, throw, 2, 4, step_throw_method);
METHOD1(step_close_method, close, step_close);
SLOT1(step_await_method, __await__, iter_self);
static const struct attr step_attrs[] = {
    ATTR(send, step_send_method), ATTR(throw, step_throw_obj), ATTR(close, step_close_method), ATTR(__await__, step_await_method),
};
static const struct slots step_slots = {
    .size = sizeof(struct async_step), .trace = step_trace, .iter = iter_self, .next = step_next,
};
static const struct type type_async_step = {
    {&type_type}, .slots = &step_slots, .name = SYMBOL(S_async_generator_asend), .base = &type_object, TYPE_ATTRS(step_attrs),
};

static struct async_step *step_new(value g, value send)
{
    need_self(g, &type_async_generator);
    struct async_step *s = heap_object(&type_async_step, sizeof *s);
    s->generator = g;
    s->send = send;
    return s;
}

static value async_next(value self) { return from_ptr(step_new(self, NONE)); }
static value async_send(value self, value v) { return from_ptr(step_new(self, v)); }
static value async_throw(size_t n, value *args)
{
    struct async_step *s = step_new(args[0], thrown_exception(n - 1, args + 1));
    s->throws = true;
    return from_ptr(s);
}
static value async_close(value self)
{
    struct async_step *s = step_new(self, exception_new(&type_GeneratorExit, 0, NULL));
    s->throws = s->closes = true;
    return from_ptr(s);
}

SLOT1(async_iter_method, __aiter__, iter_self);
SLOT1(async_next_method, __anext__, async_next);
METHOD2(async_send_method, asend, async_send);
METHODV(async_throw_method, athrow, 2, 4, async_throw);
METHOD1(async_close_method, aclose, async_close);
GETSET(ag_running_getset, ag_running, get_running, NULL);
GETSET(ag_code_getset, ag_code, get_code, NULL);
#if ADDER_METHODS
GETSET(ag_suspended_getset, ag_suspended, get_suspended, NULL);
GETSET(ag_await_getset, ag_await, get_delegate, NULL);
#endif
static const struct attr async_attrs[] = {
    ATTR(__aiter__, async_iter_method), ATTR(__anext__, async_next_method), ATTR(asend, async_send_method),
    ATTR(athrow, async_throw_method), ATTR(aclose, async_close_method),
    ATTR_MORE(__name__, name_getset) ATTR_MORE(__qualname__, qualname_getset)
    ATTR_MORE(ag_running, ag_running_getset) ATTR_MORE(ag_code, ag_code_getset)
    ATTR_MORE(ag_suspended, ag_suspended_getset) ATTR_MORE(ag_await, ag_await_getset) ATTR_FRAME(ag_frame, ag_frame_getset)
    ATTR_MORE(__class_getitem__, class_getitem)
};
const struct type type_async_generator = {
    {&type_type}, .slots = &coroutine_slots, .name = SYMBOL(S_async_generator), .base = &type_object, TYPE_ATTRS(async_attrs),
};

#endif

#if ADDER_ASYNC
/* ---- async for ---- */

value op_aiter(value o)
{
    value method = find_special(o, SYMBOL(S___aiter__));
    if (method == UNDEF) raise_type_error("'async for' requires an object with __aiter__ method, got %t", o);
    value it = call0(method);
    if (find_special(it, SYMBOL(S___anext__)) == UNDEF)
        raise_type_error("'async for' received an object from __aiter__ that does not implement __anext__: %t", it);
    return it;
}

value op_anext(value o)
{
    value method = find_special(o, SYMBOL(S___anext__));
    if (method == UNDEF) raise_type_error("'async for' requires an iterator with __anext__ method, got %t", o);
    return op_get_awaitable(call0(method), AWAIT_NEXT);
}
#endif
