/* Tracebacks: the places that an exception passed on its way. A traceback object holds a part of them, innermost first;
 * the part within that is another object. While no program has seen an exception's traceback it is one object, which
 * grows; one that was seen stays as it is, and what comes after goes to a new one. So does tb_next when it is first
 * asked for: what a program sees has one place, and the rest.
 *
 * A place is three words: who ran there, the pc, and how often it came in a row (recursion). */
#include "class.h"
#include "code.h"
#include "../vm/vm.h"

struct place {
    value owner; /* the function; or the frame object, if there was one */
    value pc;
    value times; /* negative: once, and the line that a program has said */
};
struct traceback {
    struct owner head;
    uint32_t n;
    bool seen;  /* by a program */
    value next; /* the traceback within; UNDEF or NONE: none */
};

static struct place *places_of(const struct traceback *t)
{
    return t->head.buf;
}

static struct traceback *traceback_of(value v)
{
    return (struct traceback *)v;
}

static void traceback_trace(struct object *o)
{
    struct traceback *t = (struct traceback *)o;
    heap_visit(&t->next);
    if (t->n) heap_visit_all(t->head.buf, t->n * 3);
}

/* Room for one place more; NULL if there is no memory: then the traceback stays as it is. */
static struct place *place_new(struct traceback *t)
{
    if (heap_buffer_size(&t->head) < (t->n + 1) * sizeof(struct place) &&
        !heap_try_buffer_resize(&t->head, (t->n + 1 + t->n / 2) * sizeof(struct place), BUFFER_VALUES))
        return NULL;
    return &places_of(t)[t->n];
}

/* Whether the exception came from the same place again: recursion. */
static bool repeats(const struct traceback *t, value owner, uint32_t pc)
{
    const struct place *last = t->n ? &places_of(t)[t->n - 1] : NULL;
    return last && last->owner == owner && last->pc == from_int((word)pc);
}

static void add_place(value e, value owner, uint32_t pc)
{
    value *slot = exception_slot(e, EXC_TRACEBACK);
    struct traceback *t = *slot == UNDEF || *slot == NONE ? NULL : traceback_of(*slot);
    if (!t || t->seen) {
        t = heap_try_object(&type_traceback, sizeof *t);
        if (!t) return;
        t->next = *slot;
    } else if (repeats(t, owner, pc)) {
        struct place *last = &places_of(t)[t->n - 1];
        last->times = from_int(int_of(last->times) + 1);
        return;
    }
    struct place *p = place_new(t);
    if (!p) return;
    *p = (struct place){owner, from_int((word)pc), from_int(1)};
    t->n++;
    *slot = from_ptr(t);
}

static struct code *owner_code(value owner)
{
#if ADDER_TRACING
    if (is_type(owner, &type_frame)) return frame_code(owner);
#endif
    return ((struct function *)owner)->code;
}

void traceback_add(value e, value owner, uint32_t pc)
{
    if (owner_code(owner)->info->flags & CODE_NATIVE) return;
    heap_emergency = true;
    add_place(e, owner, pc);
    heap_emergency = false;
}

#if ADDER_TRACING
void traceback_owner_changes(struct object *traceback, value from, value to)
{
    struct traceback *t = (struct traceback *)traceback;
    for (uint32_t i = 0; i < t->n; i++)
        if (places_of(t)[i].owner == from) places_of(t)[i].owner = to;
}
#endif

value traceback_seen(value traceback)
{
    if (traceback == UNDEF || traceback == NONE) return NONE;
    traceback_of(traceback)->seen = true;
    return traceback;
}

/* ---- from the outermost inwards ---- */

static void walk_enter(struct traceback_walk *w, value traceback)
{
    w->traceback = traceback == NONE ? UNDEF : traceback;
    if (w->traceback == UNDEF) return;
    w->place = traceback_of(traceback)->n;
    w->times = 0;
}

struct traceback_walk traceback_walk(value traceback)
{
    struct traceback_walk w;
    walk_enter(&w, traceback);
    return w;
}

struct code *traceback_next(struct traceback_walk *w, struct code_position *at)
{
    if (w->traceback != UNDEF && w->times == 0 && w->place == 0) walk_enter(w, traceback_of(w->traceback)->next);
    if (w->traceback == UNDEF) return NULL;
    const struct traceback *t = traceback_of(w->traceback);
    if (w->place > t->n) w->place = t->n; /* a program has changed it meanwhile */
    const struct place *p = &places_of(t)[w->times ? w->place : --w->place];
    word times = int_of(p->times);
    if (++w->times >= times) w->times = 0;
    struct code *code = owner_code(p->owner);
    code_position(code, (uint32_t)int_of(p->pc), at);
    if (times < 0) *at = (struct code_position){(uint32_t)-times, (uint32_t)-times, COLUMN_UNKNOWN, COLUMN_UNKNOWN};
    return code;
}

value traceback_innermost(value traceback)
{
    value owner = UNDEF;
    for (; traceback != NONE && traceback != UNDEF; traceback = traceback_of(traceback)->next)
        owner = places_of(traceback_of(traceback))[0].owner;
    return owner;
}

/* ---- what programs see ---- */

static struct place *outermost(value self)
{
    const struct traceback *t = traceback_of(self);
    return &places_of(t)[t->n - 1];
}

static value get_lineno(value self)
{
    struct traceback_walk w = traceback_walk(self);
    struct code_position at;
    traceback_next(&w, &at);
    return from_int((word)at.line);
}

static value get_lasti(value self)
{
    const struct place *p = outermost(self);
    return int_of(p->times) < 0 ? p->pc : code_lasti(owner_code(p->owner), (uint32_t)int_of(p->pc));
}

/* All but the outermost place goes to an object of its own. */
static void split(struct traceback *t)
{
    struct place last = *outermost(from_ptr(t));
    word more = int_of(last.times) > 1;
    if (t->n == 1 && !more) return;
    struct traceback *inner = heap_object(&type_traceback, sizeof *inner);
    inner->next = t->next;
    inner->seen = true;
    uint32_t n = t->n - !more;
    struct place *places = heap_buffer(&inner->head, n * sizeof *places, BUFFER_VALUES);
    memcpy(places, t->head.buf, n * sizeof *places);
    inner->n = n;
    if (more) places[n - 1].times = from_int(int_of(last.times) - 1);
    last.times = from_int(more ? 1 : int_of(last.times));
    places_of(t)[0] = last;
    t->n = 1;
    t->next = from_ptr(inner);
}

static value get_next(value self)
{
    struct traceback *t = traceback_of(self);
    split(t);
    return traceback_seen(t->next);
}

#if ADDER_TRACING
static void set_next(value self, value v)
{
    if (v == UNDEF) raise_type_error("can't delete tb_next attribute");
    if (v != NONE && !is_type(v, &type_traceback)) raise_type_error("expected traceback object, got '%t'", v);
    for (value at = v; at != NONE && at != UNDEF; at = traceback_of(at)->next)
        if (at == self) raise_value_error("traceback loop detected");
    split(traceback_of(self));
    traceback_of(self)->next = traceback_seen(v);
}

/* The frame object of a place is made when it is first asked for. */
static value get_frame(value self)
{
    struct traceback *t = traceback_of(self);
    split(t);
    const struct place *p = outermost(self);
    if (is_type(p->owner, &type_frame)) return p->owner;
    value frame = frame_of_call((struct function *)p->owner, (uint32_t)int_of(p->pc));
    outermost(self)->owner = frame;
    return frame;
}

/* TracebackType(tb_next, tb_frame, tb_lasti, tb_lineno) */
static value traceback_make(const struct type *type, size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym names[] = {S_tb_next, S_tb_frame, S_tb_lasti, S_tb_lineno};
    value v[4];
    (void)type;
    args_bind("TracebackType", n, args, nkw, kwnames, 0, 4, names, 4, 4, v);
    if (v[0] != NONE && !is_type(v[0], &type_traceback))
        raise_type_error("expected traceback object or None, got '%t'", v[0]);
    if (!is_type(v[1], &type_frame))
        raise_type_error("TracebackType() argument 'tb_frame' must be frame, not %t", v[1]);
    int lasti = need_int(v[2]), line = need_int(v[3]);
    struct traceback *t = heap_object(&type_traceback, sizeof *t);
    struct place *p = place_new(t);
    if (!p) raise_memory_error();
    *p = (struct place){v[1], from_int(lasti < 0 ? 0 : lasti), from_int(line > 0 ? -line : 1)};
    t->n = 1;
    t->next = traceback_seen(v[0]);
    t->seen = true;
    return from_ptr(t);
}

GETSET(a_next, tb_next, get_next, set_next);
GETSET(a_frame, tb_frame, get_frame, NULL);
#else
GETSET(a_next, tb_next, get_next, NULL);
#endif
GETSET(a_lineno, tb_lineno, get_lineno, NULL);
GETSET(a_lasti, tb_lasti, get_lasti, NULL);

static const struct attr traceback_attrs[] = {
    ATTR_MORE(tb_lineno, a_lineno)
    ATTR_MORE(tb_lasti, a_lasti)
    ATTR_MORE(tb_next, a_next)
#if ADDER_TRACING
    ATTR(tb_frame, a_frame),
#endif
};
static const struct slots traceback_slots = {
    .size = sizeof(struct traceback),
    .trace = traceback_trace,
#if ADDER_TRACING
    .make = traceback_make,
#endif
};
const struct type type_traceback = {{&type_type},
                                    .slots = &traceback_slots,
                                    .flags = TYPE_NO_WEAK,
                                    .name = SYMBOL(S_traceback),
                                    TYPE_ATTRS(traceback_attrs),
                                    .base = &type_object};
