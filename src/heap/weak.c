/* Finalisers and weak slots: two tables, in buffers that exist only once they are used. */
#include "heap_internal.h"

#if ADDER_FINALISERS

struct table {
    struct owner owner;
    size_t n;
};

struct weak {
    uint32_t holder; /* granule number */
    uint32_t slot;   /* offset in bytes of the slot in it, | WEAK_DIED */
    void (*died)(struct object *holder);
};
#define WEAK_DIED 1u          /* the slot is cleared, `died` not yet called */
#define WEAK_DONE 0xffffffffu /* in holder: the entry is no more in use */

#define FINALISE_DUE  0x80000000u /* in an entry of `finalisers`, a granule number */
#define FINALISE_DONE 0xffffffffu

static struct table finalisers, weaks;
static bool running, growing;
bool heap_finalisers_due;

static uint32_t *finaliser_at(size_t i)
{
    return (uint32_t *)finalisers.owner.buf + i;
}
static struct weak *weak_at(size_t i)
{
    return (struct weak *)weaks.owner.buf + i;
}

void weak_reset(void)
{
    memset(&finalisers, 0, sizeof finalisers);
    memset(&weaks, 0, sizeof weaks);
    heap_finalisers_due = running = growing = false;
}

/* Makes room for one more entry. A collection on the way must not trim the table. */
static void table_grow(struct table *t, size_t entry)
{
    size_t have = heap_buffer_size(&t->owner), need = (t->n + 1) * entry;
    if (need <= have) return;
    growing = true;
    bool done = heap_try_buffer_resize(&t->owner, need + need / 2, BUFFER_BYTES);
    growing = false;
    if (!done) heap_out_of_memory(need);
}

/* Gives back the room of a table that has become much smaller; never allocates. */
static void table_trim(struct table *t, size_t entry)
{
    size_t need = t->n * entry;
    if (need * 4 < heap_buffer_size(&t->owner)) heap_try_buffer_resize(&t->owner, need, BUFFER_BYTES);
}

/* ---- finalisers ---- */

void heap_add_finaliser(struct object *o)
{
    table_grow(&finalisers, sizeof(uint32_t));
    *finaliser_at(finalisers.n++) = heap_granule_of(o);
}

static void visit_finalisable(size_t i)
{
    value v = (value)heap_granule(*finaliser_at(i) & ~FINALISE_DUE);
    heap_visit(&v);
}

/* What waits to be finalised stays, and all that it refers to. */
void weak_visit_due(void)
{
    for (size_t i = 0; i < finalisers.n; i++) {
        uint32_t e = *finaliser_at(i);
        if (e != FINALISE_DONE && (e & FINALISE_DUE)) visit_finalisable(i);
    }
}

static void find_due(void)
{
    size_t found = 0;
    for (size_t i = 0; i < finalisers.n; i++) {
        uint32_t *e = finaliser_at(i);
        if (!(*e & FINALISE_DUE) && !heap_is_live(heap_granule(*e))) {
            *e |= FINALISE_DUE;
            found++;
        }
    }
    if (found) {
        heap_finalisers_due = true;
        weak_visit_due();
        heap_mark_rest();
    }
}

/* ---- weak slots ---- */

void heap_add_weak(struct object *holder, value *slot, void (*died)(struct object *holder))
{
    table_grow(&weaks, sizeof(struct weak));
    struct weak *w = weak_at(weaks.n++);
    w->holder = heap_granule_of(holder);
    w->slot = (uint32_t)((char *)slot - (char *)holder);
    w->died = died;
}

struct object *heap_next_weak(value target, size_t *at)
{
    while (*at < weaks.n) {
        const struct weak *w = weak_at((*at)++);
        if (w->holder == WEAK_DONE || (w->slot & WEAK_DIED)) continue;
        struct object *holder = heap_granule(w->holder);
        value v = *(value *)(void *)((char *)holder + w->slot);
        if (target == UNDEF ? v != UNDEF : v == target) return holder;
    }
    return NULL;
}

/* Holders that are dead themselves are not left out: a finaliser may bring them back. */
static void clear_slots(void)
{
    for (size_t i = 0; i < weaks.n; i++) {
        struct weak *w = weak_at(i);
        if (w->holder == WEAK_DONE || (w->slot & WEAK_DIED)) continue;
        value *slot = (value *)(void *)((char *)heap_granule(w->holder) + w->slot);
        if (*slot == UNDEF || !is_obj(*slot) || heap_is_live(obj_of(*slot))) continue;
        *slot = UNDEF;
        if (w->died) {
            w->slot |= WEAK_DIED;
            heap_finalisers_due = true;
        } else {
            w->holder = WEAK_DONE;
        }
    }
}

static void drop_weaks(void)
{
    size_t n = 0;
    for (size_t i = 0; i < weaks.n; i++) {
        if (weak_at(i)->holder != WEAK_DONE) *weak_at(n++) = *weak_at(i);
    }
    weaks.n = n;
}

/* ---- what the collector calls ---- */

void weak_after_mark(void)
{
    clear_slots();
    find_due();
}

void weak_drop_dead(void)
{
    for (size_t i = 0; i < weaks.n; i++) {
        struct weak *w = weak_at(i);
        if (w->holder != WEAK_DONE && !heap_is_live(heap_granule(w->holder))) w->holder = WEAK_DONE;
    }
    if (!running) drop_weaks();
}

void weak_trim(void)
{
    if (growing) return;
    table_trim(&finalisers, sizeof(uint32_t));
    table_trim(&weaks, sizeof(struct weak));
}

/* ---- running them ---- */

static void drop_done(void)
{
    size_t n = 0;
    for (size_t i = 0; i < finalisers.n; i++) {
        if (*finaliser_at(i) != FINALISE_DONE) *finaliser_at(n++) = *finaliser_at(i);
    }
    finalisers.n = n;
}

static bool still_due(void)
{
    for (size_t i = 0; i < finalisers.n; i++) {
        if (*finaliser_at(i) != FINALISE_DONE && (*finaliser_at(i) & FINALISE_DUE)) return true;
    }
    for (size_t i = 0; i < weaks.n; i++) {
        if (weak_at(i)->holder != WEAK_DONE && (weak_at(i)->slot & WEAK_DIED)) return true;
    }
    return false;
}

/* Of the first n entries, the newest first as in CPython. */
static bool run_died(size_t n)
{
    bool any = false;
    for (size_t i = n; i-- > 0;) {
        struct weak w = *weak_at(i);
        if (w.holder != WEAK_DONE && (w.slot & WEAK_DIED)) {
            weak_at(i)->holder = WEAK_DONE;
            w.died(heap_granule(w.holder));
            any = true;
        }
    }
    return any;
}

static bool run_due(size_t n)
{
    bool any = false;
    for (size_t i = 0; i < n; i++) {
        uint32_t *e = finaliser_at(i);
        if (*e == FINALISE_DONE || !(*e & FINALISE_DUE)) continue;
        struct object *o = heap_granule(*e & ~FINALISE_DUE);
        *e = FINALISE_DONE;
        if (o->type->slots->finalise) o->type->slots->finalise(o);
        any = true;
    }
    return any;
}

/* What is run may allocate, so that more becomes due, before or behind the current entry, and so that
 * the tables move; but while `running`, entries stay where they are in them. Objects made by finalisers wait
 * for the next time: one that always makes another must not hold up the program for ever. */
bool heap_run_finalisers(void)
{
    if (running) return false;
    running = true;
    size_t nfinalisers = finalisers.n, nweaks = weaks.n;
    bool any = true;
    while (any && heap_finalisers_due) {
        heap_finalisers_due = false;
        any = run_died(nweaks);
        any |= run_due(nfinalisers);
    }
    running = false;
    heap_finalisers_due = still_due();
    drop_done();
    drop_weaks();
    weak_trim();
    return true;
}

void heap_finalise_all(void)
{
    for (size_t i = 0; i < finalisers.n; i++)
        *finaliser_at(i) |= FINALISE_DUE; /* FINALISE_DONE stays what it is */
    heap_finalisers_due = finalisers.n > 0;
    heap_run_finalisers();
}
#endif
