/* The module gc. */
#include "object/layout.h"
#include "runtime/runtime.h"

/* What there is: all of it, or Ctrl-C is raised. */
static void need_stats(struct heap_stats *s)
{
    heap_stats(s);
    check_break();
}

#if ADDER_LEVEL == 2
/* Clears the C stack below: what calls that are over have left there, the collector would find among its own words. */
static __attribute__((noinline)) void forget_calls(void)
{
    void *room[512];
    memset(room, 0, sizeof room);
    __asm__ volatile("" : : "r"(room) : "memory");
}
#else
#define forget_calls() ((void)0)
#endif

static value gc_collect(size_t n, value *args)
{
    /* What has lost its last name goes. */
    vm_forget_idle(args + n);
    forget_calls();
    struct heap_stats before, after;
    need_stats(&before);
    heap_collect();
    check_interrupt(); /* finalisers; Ctrl-C, which it gives up for */
    need_stats(&after);
    return int_from_uint64(before.used > after.used ? (before.used - after.used) / sizeof(value) / 4 : 0);
}

static value gc_enable(void)
{
    heap_disabled = false;
    return NONE;
}

static value gc_disable(void)
{
    heap_disabled = true;
    return NONE;
}

static value gc_isenabled(void)
{
    return from_bool(!heap_disabled);
}

static value gc_mem_free(void)
{
    struct heap_stats s;
    need_stats(&s);
    return int_from_uint64(s.free);
}

static value gc_mem_alloc(void)
{
    struct heap_stats s;
    need_stats(&s);
    return int_from_uint64(s.objects + s.buffers); /* and not what the heap's own tables take */
}

static value gc_threshold(size_t n, value *args)
{
    if (n == 0)
        return heap_threshold == SIZE_MAX ? from_int(-1) : int_from_uint64(heap_threshold);
    word bytes = need_word(args[0]);
    heap_threshold = bytes < 0 ? SIZE_MAX : (size_t)bytes & ~(size_t)15; /* whole units of allocation */
    return NONE;
}

/* ---- get_objects: counted first, then listed without allocating ---- */

struct object_list {
    struct list *list; /* NULL: only count */
    size_t n, room;
};

/* A tuple that C code still fills, and will when the items' own code has run. */
static bool is_unfinished(const struct object *o)
{
    if (!is_tuple(from_ptr(o)))
        return false;
    const struct tuple *t = (const struct tuple *)o;
    for (size_t i = 0; i < t->len; i++)
        if (t->items[i] == UNDEF)
            return true;
    return false;
}

static void see_object(struct object *o, void *arg)
{
    struct object_list *l = arg;
    const struct type *t = o->type;
    bool shown = t->slots->trace && t->base && t != &type_cell && t != &type_shape && t != &type_function_extra &&
                 !is_lazy_code(from_ptr(o)) && !is_unfinished(o);
    if (!shown || o == (struct object *)l->list)
        return;
    if (l->list && l->n < l->room)
        list_items(l->list)[l->n] = from_ptr(o);
    l->n++;
}

static value gc_get_objects(void)
{
    struct object_list l = {NULL, 0, 0};
    heap_collect();
    check_break();
    heap_walk(see_object, &l);
    l.room = l.n;
    l.list = list_of(list_new(l.n, NULL));
    l.n = 0;
    heap_walk(see_object, &l);
    if (l.n < l.room)
        l.list->len = (uint32_t)l.n;
    return from_ptr(l.list);
}

FUNV(gc_collect_function, collect, 0, 1, gc_collect);
FUN0(gc_enable_function, enable, gc_enable);
FUN0(gc_disable_function, disable, gc_disable);
FUN0(gc_isenabled_function, isenabled, gc_isenabled);
FUN0(gc_mem_free_function, mem_free, gc_mem_free);
FUN0(gc_mem_alloc_function, mem_alloc, gc_mem_alloc);
FUNV(gc_threshold_function, threshold, 0, 1, gc_threshold);
FUN0(gc_get_objects_function, get_objects, gc_get_objects);

static const struct attr gc_attrs[] = {
    ATTR(collect, gc_collect_function),
    ATTR(enable, gc_enable_function),
    ATTR(disable, gc_disable_function),
    ATTR(isenabled, gc_isenabled_function),
    ATTR(mem_free, gc_mem_free_function),
    ATTR(mem_alloc, gc_mem_alloc_function),
    ATTR(threshold, gc_threshold_function),
    ATTR(get_objects, gc_get_objects_function),
};

const struct module_def module_gc = {
    .name = SYMBOL(S_gc),
    .attrs = gc_attrs,
    .nattrs = sizeof gc_attrs / sizeof gc_attrs[0],
};
