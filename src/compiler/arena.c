/* Memory of the compiler: arenas, for what lives as long as one tree, and scratches, growing pieces
 * of bytes. Both take buffers from the heap; whoever holds them keeps them alive.
 *
 * An arena begins with a small chunk, and each further one is a little larger, so that what the chunks cost
 * and what is unused of the last one are both small. They are scanned conservatively, so that a tree keeps
 * its constants. */
#include "compiler.h"

struct chunk {
    struct owner owner;
    struct chunk *next; /* the one made before */
};

#define CHUNK_FIRST 248 /* with the heap's header: 256 */
#define CHUNK_MORE  64

static void chunk_trace(struct object *o)
{
    heap_visit_ptr(&((struct chunk *)o)->next);
}

static const struct slots chunk_slots = {.size = sizeof(struct chunk), .trace = chunk_trace};
static const struct type type_chunk = {.slots = &chunk_slots, .name = SYMBOL(S_empty)};
static const struct slots scratch_slots = {.size = sizeof(struct scratch)};
static const struct type type_scratch = {.slots = &scratch_slots, .name = SYMBOL(S_empty)};

/* ---- arenas ---- */

void arena_open(struct arena *a)
{
    *a = (struct arena){NULL, NULL, NULL};
}

/* A new chunk with room for n bytes; when memory is short, for no more than these. */
static void arena_grow(struct arena *a, size_t n)
{
    struct chunk *last = (struct chunk *)(void *)a->chunks;
    size_t size = CHUNK_FIRST;
    check_break();
    if (last) size = heap_buffer_size(&last->owner) + CHUNK_MORE;
    struct chunk *c = heap_object(&type_chunk, sizeof *c);
    if (size < n || !heap_try_buffer_resize(&c->owner, size, BUFFER_PINNED))
        heap_buffer(&c->owner, n, BUFFER_PINNED);
    c->next = last;
    a->chunks = &c->owner.head;
    a->at = c->owner.buf;
    a->end = a->at + heap_buffer_size(&c->owner);
}

void *arena_alloc(struct arena *a, size_t n)
{
    n = (n + sizeof(value) - 1) & ~(sizeof(value) - 1);
    if ((size_t)(a->end - a->at) < n) arena_grow(a, n);
    void *p = a->at;
    a->at += n;
    return p;
}

bool arena_extend(struct arena *a, void *p, size_t n, size_t more)
{
    if ((char *)p + n != a->at || (size_t)(a->end - a->at) < more) return false;
    a->at += more;
    return true;
}

/* Gives back the chunks made since `last`. */
static void drop_chunks(struct arena *a, const struct object *last)
{
    struct chunk *c = (struct chunk *)(void *)a->chunks;
    while (c && &c->owner.head != last) {
        struct chunk *next = c->next;
        heap_buffer_free(&c->owner);
        heap_free_object(c, sizeof *c);
        c = next;
    }
}

void arena_close(struct arena *a)
{
    drop_chunks(a, NULL);
    arena_open(a);
}

void arena_cut(struct arena *a, struct arena to)
{
    char *used = a->chunks == to.chunks ? a->at : to.end;
    drop_chunks(a, to.chunks);
    *a = to;
    if (used > to.at) memset(to.at, 0, (size_t)(used - to.at));
}

/* ---- scratches ---- */

#define SCRATCH_FIRST 24
#define SCRATCH_KEPT  1024 /* a larger one is given back once it is empty */

void *scratch_room(struct scratch **where, size_t n)
{
    struct scratch *s = *where;
    if (!s) s = *where = heap_object(&type_scratch, sizeof *s);
    size_t need = s->len + n;
    if (s->room < need) {
        size_t more = s->room + s->room / 2;
        if (more < SCRATCH_FIRST) more = SCRATCH_FIRST;
        if (more < need) more = need;
        if (need > UINT32_MAX / 2) raise_memory_error();
        if (!heap_try_buffer_resize(&s->owner, more, s->kind)) heap_buffer_resize(&s->owner, need, s->kind);
        s->room = (uint32_t)heap_buffer_size(&s->owner);
    }
    return scratch_data(s) + s->len;
}

void *scratch_more(struct scratch **where, size_t n)
{
    struct scratch *s = *where;
    if (!s || s->room - s->len < n) {
        scratch_room(where, n);
        s = *where;
    }
    s->len += (uint32_t)n;
    return scratch_data(s) + s->len - n;
}

void scratch_pin(struct scratch **where)
{
    if (!*where) *where = heap_object(&type_scratch, sizeof **where);
    (*where)->kind = BUFFER_PINNED;
}

void scratch_add(struct scratch **where, const char *text, size_t n)
{
    if (n == 0) return;
    void *to = scratch_more(where, n);
    memcpy(to, text, n);
}

void scratch_cut(struct scratch *s, size_t len)
{
    if (!s) return;
    s->len = (uint32_t)len;
    if (len == 0 && s->room > SCRATCH_KEPT) {
        heap_buffer_free(&s->owner);
        s->room = 0;
    }
}
