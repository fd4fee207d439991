/* Tracebacks: the places that an exception passed on its way, innermost first. One object holds them
 * all; what a program sees of it is the outermost one, and tb_next is a copy without that.
 *
 * A place is three words: the code, the pc, and how often it came in a row (recursion). */
#include "class.h"
#include "code.h"

struct place {
    value code, pc, times;
};
struct traceback {
    struct owner owner;
    uint32_t n, total;
}; /* places, and places with repetitions */

static struct place *places_of(const struct traceback *t)
{
    return t->owner.buf;
}

static void traceback_trace(struct object *o)
{
    struct traceback *t = (struct traceback *)o;
    if (t->n) heap_visit_all(t->owner.buf, t->n * 3);
}

/* Room for one place more; NULL if there is no memory: then the traceback stays as it is. */
static struct place *place_new(struct traceback *t)
{
    if (heap_buffer_size(&t->owner) < (t->n + 1) * sizeof(struct place) &&
        !heap_try_buffer_resize(&t->owner, (t->n + 1 + t->n / 2) * sizeof(struct place), BUFFER_VALUES))
        return NULL;
    return &places_of(t)[t->n];
}

/* Whether the exception came from the same place again: recursion. */
static bool repeats(const struct traceback *t, const struct code *code, uint32_t pc)
{
    const struct place *last = t->n ? &places_of(t)[t->n - 1] : NULL;
    return last && last->code == from_ptr(code) && last->pc == from_int((word)pc);
}

static void add_place(value e, struct code *code, uint32_t pc)
{
    value *slot = exception_slot(e, EXC_TRACEBACK);
    bool first = *slot == UNDEF || *slot == NONE;
    struct traceback *t = first ? heap_try_object(&type_traceback, sizeof *t) : (struct traceback *)*slot;
    if (!t) return;
    if (repeats(t, code, pc)) {
        struct place *last = &places_of(t)[t->n - 1];
        last->times = from_int(int_of(last->times) + 1);
        t->total++;
        return;
    }
    struct place *p = place_new(t);
    if (!p) return;
    *p = (struct place){from_ptr(code), from_int((word)pc), from_int(1)};
    t->n++;
    t->total++;
    *slot = from_ptr(t);
}

void traceback_add(value e, struct code *code, uint32_t pc)
{
    heap_emergency = true;
    add_place(e, code, pc);
    heap_emergency = false;
}

/* Place number i, repetitions counted; NULL: there are not as many. */
static const struct place *place_at(const struct traceback *t, size_t i)
{
    if (t->n == t->total) return i < t->n ? &places_of(t)[i] : NULL;
    for (uint32_t at = 0; at < t->n; at++) {
        size_t times = (size_t)int_of(places_of(t)[at].times);
        if (i < times) return &places_of(t)[at];
        i -= times;
    }
    return NULL;
}

struct code *traceback_at(value traceback, size_t i, uint32_t *pc)
{
    if (traceback == UNDEF || traceback == NONE) return NULL;
    const struct place *p = place_at((const struct traceback *)traceback, i);
    if (!p) return NULL;
    *pc = (uint32_t)int_of(p->pc);
    return (struct code *)p->code;
}

/* ---- what programs see ---- */

static struct place *outermost(value self)
{
    const struct traceback *t = (const struct traceback *)self;
    return &places_of(t)[t->n - 1];
}

static value line_of(value code, value pc)
{
    struct code_position at;
    code_position((const struct code *)code, (uint32_t)int_of(pc), &at);
    return from_int((word)at.line);
}

static value get_lineno(value self)
{
    const struct place *p = outermost(self);
    return line_of(p->code, p->pc);
}

static value get_lasti(value self)
{
    return outermost(self)->pc;
}

static value get_next(value self)
{
    const struct traceback *t = (const struct traceback *)self;
    if (t->total <= 1) return NONE;
    struct traceback *next = heap_object(&type_traceback, sizeof *next);
    struct place *places = heap_buffer(&next->owner, t->n * sizeof *places, BUFFER_VALUES);
    memcpy(places, t->owner.buf, t->n * sizeof *places);
    next->n = t->n;
    next->total = t->total - 1;
    struct place *last = &places[t->n - 1];
    last->times = from_int(int_of(last->times) - 1);
    if (last->times == from_int(0)) next->n--;
    return from_ptr(next);
}

/* A frame as far as a traceback knows it: its code and where it was. */
struct frame {
    struct object head;
    value code, pc;
};

static void frame_trace(struct object *o)
{
    heap_visit(&((struct frame *)o)->code);
}

static const struct slots frame_slots;
static const struct attr frame_attrs[2];
static const struct type type_frame = {{&type_type},
                                       .slots = &frame_slots,
                                       .name = SYMBOL(S_frame),
                                       TYPE_ATTRS(frame_attrs),
                                       .base = &type_object};

static value get_frame(value self)
{
    struct frame *f = heap_object(&type_frame, sizeof *f);
    f->code = outermost(self)->code;
    f->pc = outermost(self)->pc;
    return from_ptr(f);
}

static value get_frame_code(value self)
{
    return ((struct frame *)self)->code;
}
static value get_frame_line(value self)
{
    return line_of(((struct frame *)self)->code, ((struct frame *)self)->pc);
}

GETSET(a_code, f_code, get_frame_code, NULL);
GETSET(a_line, f_lineno, get_frame_line, NULL);
static const struct attr frame_attrs[2] = {ATTR(f_code, a_code), ATTR(f_lineno, a_line)};
static const struct slots frame_slots = {.size = sizeof(struct frame), .trace = frame_trace};

GETSET(a_lineno, tb_lineno, get_lineno, NULL);
GETSET(a_lasti, tb_lasti, get_lasti, NULL);
GETSET(a_next, tb_next, get_next, NULL);
GETSET(a_frame, tb_frame, get_frame, NULL);
static const struct attr traceback_attrs[] = {
    ATTR_MORE(tb_lineno, a_lineno)
    ATTR_MORE(tb_lasti, a_lasti)
    ATTR_MORE(tb_next, a_next)
    ATTR_MORE(tb_frame, a_frame)
};
static const struct slots traceback_slots = {.size = sizeof(struct traceback), .trace = traceback_trace};
const struct type type_traceback = {{&type_type},
                                    .slots = &traceback_slots,
                                    .name = SYMBOL(S_traceback),
                                    TYPE_ATTRS(traceback_attrs),
                                    .base = &type_object};
