/* The heap, with types of our own: objects, buffers, marking, weak slots, finalisers; with ample and
 * with hardly any memory, with stress, and with failing allocations. Prints timings with -t. */
#include <setjmp.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <time.h>

#include "heap/heap_internal.h"
#include "unit.h"

/* ---- types ---- */

struct node {
    struct object head;
    value next, other, number;
};
struct row {
    struct object head;
    size_t n;
    value items[];
};
struct box {
    struct owner owner;
    uint32_t len, spare;
}; /* of bytes, or with values */
struct note {
    struct object head;
    value target;
}; /* target is weak */

static size_t row_size(const struct object *o)
{
    return sizeof(struct row) + ((const struct row *)o)->n * sizeof(value);
}

static void node_trace(struct object *o)
{
    struct node *n = (struct node *)o;
    heap_visit(&n->next);
    heap_visit(&n->other);
}

static void row_trace(struct object *o)
{
    struct row *r = (struct row *)o;
    heap_visit_all(r->items, r->n);
}

static void list_trace(struct object *o)
{
    struct box *b = (struct box *)o;
    heap_visit_all(b->owner.buf, b->len);
}

static int finalised;
static value revived;
static void node_finalise(struct object *o)
{
    finalised++;
    revived = (value)o;
}

static const struct slots node_slots = {.size = sizeof(struct node), .trace = node_trace};
static const struct slots final_slots = {
    .size = sizeof(struct node), .trace = node_trace, .finalise = node_finalise};
static const struct slots leaf_slots = {.size = sizeof(struct node)};
static const struct slots row_slots = {.size_of = row_size, .trace = row_trace};
static const struct slots text_slots = {.size_of = row_size};
static const struct slots box_slots = {.size = sizeof(struct box)};
static const struct slots list_slots_ = {.size = sizeof(struct box), .trace = list_trace};
static const struct slots note_slots = {.size = sizeof(struct note)};

static const struct type node_type = {.slots = &node_slots};
static const struct type final_type = {.slots = &final_slots};
static const struct type leaf_type = {.slots = &leaf_slots};
static const struct type row_type = {.slots = &row_slots};
static const struct type text_type = {.slots = &text_slots}; /* a leaf of any size */
static const struct type box_type = {.slots = &box_slots};
static const struct type values_type = {.slots = &list_slots_};
static const struct type note_type = {.slots = &note_slots};

/* ---- the heap under test ---- */

#define ROOTS 512
static value root[ROOTS];
static jmp_buf out;
static void *region;
static size_t region_size;
static char *stack_top;

static void out_of_memory(size_t bytes)
{
    (void)bytes;
    longjmp(out, 1);
}

static void visit_roots(void)
{
    heap_visit_all(root, ROOTS);
}

static uint64_t clock_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

static void begin(size_t size, bool plenty)
{
    if (region) munmap(region, region_size);
    region_size = size;
    region = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (region == MAP_FAILED) abort();
    if (size <= 64 << 20) memset(region, 0xA5, size); /* it need not be zero */
    memset(root, 0, sizeof root);
    heap_init(region, size, plenty, stack_top);
    heap_out_of_memory = out_of_memory;
    heap_add_roots(visit_roots);
    heap_clock = clock_ns;
}

/* Overwrites what calls before this left on the C stack, so that it keeps nothing alive. */
static NOINLINE void clear_stack(void)
{
    volatile char junk[8192];
    for (size_t i = 0; i < sizeof junk; i++) junk[i] = 0;
}

/* With the C stack as root, as always ... */
static NOINLINE void collect_with_stack(void)
{
    clear_stack();
    heap_collect();
}

/* ... and without, where what it may happen to hold would be in the way. */
static void collect(void)
{
    heap.c_stack_top = NULL;
    heap_collect();
    heap.c_stack_top = stack_top;
}

static struct heap_stats stats(void)
{
    struct heap_stats s;
    heap_stats(&s);
    CHECK_EQUAL(s.used + s.free, s.total);
    return s;
}

static struct node *new_node(value next)
{
    struct node *n = heap_object(&node_type, sizeof *n);
    n->next = next;
    return n;
}

static struct row *new_row(size_t n)
{
    struct row *r = heap_object(&row_type, sizeof *r + n * sizeof(value));
    r->n = n;
    return r;
}

static struct box *new_box(const struct type *t, size_t bytes, enum buffer_kind kind)
{
    struct box *b = heap_object(t, sizeof *b);
    heap_buffer(&b->owner, bytes, kind);
    b->len = (uint32_t)(t == &values_type ? bytes / sizeof(value) : bytes);
    return b;
}

static unsigned seed = 1;
static unsigned pick(unsigned n)
{
    seed = seed * 1103515245 + 12345;
    return (seed >> 8) % n;
}

/* ---- objects ---- */

static void test_objects(void)
{
    begin(64 * 1024, false);
    struct node *a = new_node(UNDEF);
    CHECK_EQUAL((uintptr_t)a % 8, 0);
    CHECK(a->head.type == &node_type && !a->next && !a->other && !a->number);
    struct row *r = new_row(100);
    for (size_t i = 0; i < 100; i++) CHECK(r->items[i] == UNDEF);
    CHECK(heap_find(a) == &a->head && heap_find(&a->number) == &a->head);
    CHECK(heap_find((char *)&r->items[99] + 3) == &r->head);
    CHECK(heap_find(&root) == NULL && heap_find(r + 1000) == NULL);
    CHECK(heap_is_live(&node_type));
    struct node *b = new_node(UNDEF);
    b->number = 77;
    heap_free_object(b, sizeof *b);
    struct node *c = new_node(UNDEF);
    CHECK(c == b && c->number == 0);
    CHECK(heap_try_object(&row_type, SIZE_MAX - 3) == NULL);
    CHECK(heap_try_object(&row_type, 100 * 1024) == NULL);
    CHECK_EQUAL(stats().object_count, 3);
}

static NOINLINE size_t fill_with_nodes(void)
{
    volatile size_t n = 0;
    if (setjmp(out)) return n;
    for (;;) {
        struct node *o = new_node(root[0]);
        o->number = n;
        root[0] = (value)o;
        n++;
    }
}

static size_t chain_length(value v)
{
    size_t n = 0;
    for (; v; v = ((struct node *)v)->next) n++;
    return n;
}

static void test_holes(void)
{
    begin(16 * 1024, false);
    size_t n = fill_with_nodes(), payload = n * round_up(sizeof(struct node));
    CHECK(payload > 16 * 1024 * 95 / 100);
    CHECK_EQUAL(chain_length(root[0]), n);
    for (struct node *o = (struct node *)root[0]; o && o->next; o = (struct node *)o->next)
        o->next = ((struct node *)o->next)->next; /* every second one dies */
    size_t kept = chain_length(root[0]);
    collect();
    struct heap_stats s = stats();
    CHECK(s.object_count >= kept && s.object_count <= kept + 4);
    size_t more = fill_with_nodes();
    CHECK(more + kept + 4 >= n);
    CHECK_EQUAL(chain_length(root[0]), kept + more);
    root[0] = UNDEF;
    collect();
    CHECK(stats().object_count <= 4);
    CHECK(heap_try_object(&text_type, 15000) !=
          NULL); /* the size of an all-zero row, but it is never asked for */
}

/* Many sizes, kept at random; each holds its own pattern. */
static void check_row(const struct row *r)
{
    bool good = true;
    for (size_t i = 0; i < r->n; i++) good &= r->items[i] == from_int((word)(r->n * 1000 + i));
    CHECK(good);
}

static void churn(size_t rounds)
{
    for (size_t i = 0; i < rounds; i++) {
        size_t k = pick(ROOTS), n = pick(10) ? pick(12) : pick(120);
        if (root[k]) check_row((struct row *)root[k]);
        struct row *r = new_row(n);
        for (size_t j = 0; j < n; j++) r->items[j] = from_int((word)(n * 1000 + j));
        root[k] = pick(3) ? (value)r : UNDEF;
    }
}

static void test_churn(void)
{
    begin(256 * 1024, false);
    churn(20000);
    CHECK(heap.stats.collections > 2);
    begin(64 << 20, true);
    churn(100000);
    CHECK(heap.stats.collections > 0 && heap.stats.collections < 100);
    begin(1 << 20, false);
    heap_set_stress(true);
    churn(1500);
    CHECK_EQUAL(heap.stats.collections, 1500);
}

/* ---- marking ---- */

/* A chain that fills the heap, its nodes linked in the given order, so that no mark stack is left. */
static void test_full_chain(int order)
{
    begin(32 * 1024, false);
    size_t n = fill_with_nodes();
    struct node **all = malloc(n * sizeof *all);
    struct node *o = (struct node *)root[0];
    for (size_t i = n; i-- > 0; o = (struct node *)o->next) all[i] = o;
    for (size_t i = n; order == 2 && i-- > 1;) {
        size_t j = pick((unsigned)i + 1);
        struct node *t = all[i];
        all[i] = all[j];
        all[j] = t;
    }
    for (size_t i = 0; i < n; i++) {
        size_t to = order == 0 ? i + 1 : i - 1;
        all[i]->next = to < n ? (value)all[to] : UNDEF;
        all[i]->other = (value)all[pick((unsigned)n)];
    }
    root[0] = (value)all[order == 0 ? 0 : n - 1];
    memset(all, 0, n * sizeof *all);
    free(all);
    collect();
    CHECK((size_t)(heap.bottom - heap.top) < 64);
    CHECK_EQUAL(stats().object_count, n);
    CHECK_EQUAL(chain_length(root[0]), n);
}

/* Wide rows of rows, with a mark stack that cannot hold them. */
static void test_wide(void)
{
    begin(64 * 1024, false);
    struct row *r = new_row(100);
    root[0] = (value)r;
    size_t made = 1;
    for (size_t i = 0; i < 100; i++) {
        struct row *s = new_row(9);
        r->items[i] = (value)s;
        made++;
        for (size_t j = 0; j < 9; j++) {
            s->items[j] = (value)new_node((value)r);
            made++;
        }
    }
    size_t gap = (size_t)(heap.bottom - heap_front.cursor);
    root[1] = (value)new_box(&box_type, gap - 64 - sizeof(struct box), BUFFER_BYTES);
    made++;
    collect();
    CHECK((size_t)(heap.bottom - heap.top) < 100);
    CHECK_EQUAL(stats().object_count, made);
}

/* Another C stack than the current one, with nothing on it by chance. */
static value other_stack[3];
static void visit_other_stack(void)
{
    heap_visit_stack(other_stack, other_stack + 3);
}

static NOINLINE void drop_to_stack(value *volatile *interior)
{
    struct row *r = new_row(50);
    r->items[7] = (value)new_node(UNDEF);
    *interior = &r->items[30];
}

static void test_c_stack(void)
{
    begin(64 * 1024, false);
    struct node *volatile held = new_node((value)new_node(UNDEF));
    value *volatile interior;
    drop_to_stack(&interior);
    collect_with_stack();
    CHECK_EQUAL(chain_length((value)held), 2);
    struct row *r = (struct row *)heap_find(interior);
    CHECK(r && r->head.type == &row_type && ((struct node *)r->items[7])->head.type == &node_type);
    CHECK_EQUAL(stats().object_count, 4);
    held = NULL;
    interior = NULL;
    r = NULL;
    collect();
    CHECK_EQUAL(stats().object_count, 0);

    other_stack[1] = (value)new_node(UNDEF) + sizeof(value);
    heap_add_roots(visit_other_stack);
    collect();
    CHECK(heap_find((void *)other_stack[1]) != NULL);
    other_stack[1] = UNDEF;
}

/* A type that lives in the heap, and that only its instance refers to. */
static void test_heap_types(void)
{
    begin(64 * 1024, false);
    static const struct slots type_slots = {.size = sizeof(struct type)};
    static const struct type meta = {.slots = &type_slots};
    struct type *t = heap_object(&meta, sizeof *t);
    t->slots = &leaf_slots;
    root[0] = (value)heap_object(t, sizeof(struct node));
    t = NULL;
    collect();
    for (int i = 0; i < 100; i++) new_node(UNDEF);
    CHECK(obj_of(root[0])->type->slots == &leaf_slots);
}

/* ---- buffers ---- */

static void fill(struct box *b, unsigned tag)
{
    memset(b->owner.buf, (int)(tag % 251), heap_buffer_size(&b->owner));
    b->spare = tag;
}

static bool is_filled(const struct box *b, size_t n)
{
    const unsigned char *p = b->owner.buf;
    for (size_t i = 0; i < n; i++) {
        if (p[i] != b->spare % 251) return false;
    }
    return true;
}

static bool is_zero(const struct box *b, size_t from)
{
    const unsigned char *p = b->owner.buf;
    for (size_t i = from; i < heap_buffer_size(&b->owner); i++) {
        if (p[i]) return false;
    }
    return true;
}

static void check_blocks(void)
{
    size_t fixed = 0;
    char *p = heap.bottom;
    for (; p < heap.end; p = block_end((struct block *)p)) {
        struct block *b = (struct block *)p;
        fixed += b->owner >> 31;
        if (b->owner != BLOCK_FREE && block_owner(b)->buf != b + 1) {
            CHECK(!"a block's owner has another buffer");
            return;
        }
    }
    CHECK(p == heap.end);
    CHECK_EQUAL(fixed, heap.fixed);
    CHECK((char *)heap_front.limit <= heap.hole_end && heap.hole_end <= heap.top && heap.top <= heap.bottom);
}

static void resize_at_random(size_t rounds, unsigned most)
{
    for (size_t i = 0; i < rounds; i++) {
        size_t k = pick(ROOTS / 4), n = pick(4) ? pick(most / 8) : pick(most);
        struct box *b = (struct box *)root[k];
        if (!b) {
            b = heap_try_object(&box_type, sizeof *b);
            if (!b) continue;
            root[k] = (value)b;
        }
        size_t old = heap_buffer_size(&b->owner), keep = old < n ? old : n;
        CHECK(is_filled(b, old));
        switch (pick(8)) {
        case 0: root[k] = UNDEF; break;
        case 1:
            heap_buffer_free(&b->owner);
            CHECK(b->owner.buf == NULL && heap_buffer_size(&b->owner) == 0);
            break;
        case 2: {
            struct box *to = heap_try_object(&box_type, sizeof *to);
            if (to) {
                to->spare = b->spare;
                heap_buffer_give(&b->owner, &to->owner);
                CHECK(b->owner.buf == NULL && is_filled(to, old));
                root[k] = (value)to;
            }
            break;
        }
        default: {
            void *p = heap_try_buffer_resize(&b->owner, n, pick(20) ? BUFFER_BYTES : BUFFER_PINNED);
            CHECK(p == b->owner.buf || (p == NULL && heap_buffer_size(&b->owner) == old));
            if (p) {
                CHECK(heap_buffer_size(&b->owner) >= n && is_filled(b, keep) && is_zero(b, old));
                fill(b, (unsigned)i);
            } else {
                CHECK(!n || is_filled(b, old));
            }
        }
        }
        if (i % 64 == 0) check_blocks();
        if (i % 500 == 0) heap_collect();
    }
}

static void test_buffers(void)
{
    begin(64 * 1024, false);
    struct box *b = new_box(&box_type, 100, BUFFER_BYTES);
    CHECK_EQUAL(heap_buffer_size(&b->owner), 104);
    CHECK(is_zero(b, 0) && (uintptr_t)b->owner.buf % 8 == 0);
    fill(b, 5);
    struct box *c = new_box(&box_type, 40, BUFFER_BYTES);
    fill(c, 6);
    heap_buffer_resize(&b->owner, 1000, BUFFER_BYTES);
    CHECK(is_filled(b, 104) && is_zero(b, 104) && is_filled(c, 40));
    CHECK(heap_try_buffer_resize(&b->owner, 100000, BUFFER_BYTES) == NULL &&
          heap_buffer_size(&b->owner) == 1000);
    CHECK(heap_try_buffer_resize(&b->owner, SIZE_MAX - 2, BUFFER_BYTES) == NULL);
    heap_buffer_resize(&b->owner, 8, BUFFER_BYTES);
    CHECK(is_filled(b, 8) && heap_buffer_size(&b->owner) == 8);
    CHECK(heap_buffer_resize(&b->owner, 0, BUFFER_BYTES) == NULL && b->owner.buf == NULL);
    check_blocks();

    begin(64 * 1024, false);
    resize_at_random(20000, 2000);
    begin(64 * 1024, false);
    resize_at_random(20000, 20000);
    begin(64 << 20, true);
    resize_at_random(20000, 20000);
    begin(64 * 1024, false);
    heap_set_stress(true);
    resize_at_random(3000, 3000);
}

/* The last buffer that grows until memory is used up gets nearly all of it, whatever lies below. */
static void test_growth(void)
{
    begin(64 * 1024, false);
    root[0] = (value)new_box(&box_type, 8, BUFFER_BYTES);
    root[1] = (value)new_box(&box_type, 800, BUFFER_BYTES);
    fill((struct box *)root[1], 9);
    size_t n = 8;
    while (heap_try_buffer_resize((struct owner *)root[0], n + n / 8 + 8, BUFFER_BYTES)) n += n / 8 + 8;
    CHECK(n > 64 * 1024 * 80 / 100);
    CHECK(is_filled((struct box *)root[1], 800));
    check_blocks();
}

static NOINLINE char *pointer_into_dropped(void)
{
    root[3] = (value)new_box(&box_type, 500, BUFFER_BYTES); /* dies: a hole that others slide into */
    root[4] = (value)new_box(&box_type, 64, BUFFER_BYTES);
    struct box *b = new_box(&values_type, 10 * sizeof(value), BUFFER_VALUES);
    value *items = b->owner.buf;
    items[3] = (value)new_node(UNDEF);
    root[5] = (value)new_box(&box_type, 96, BUFFER_BYTES);
    fill((struct box *)root[4], 4);
    fill((struct box *)root[5], 5);
    root[3] = UNDEF;
    return (char *)b->owner.buf;
}

static void test_pins(void)
{
    begin(64 * 1024, false);
    heap_add_roots(visit_other_stack);
    other_stack[1] = (value)pointer_into_dropped();
    char *p = (char *)other_stack[1];
    void *four = ((struct owner *)root[4])->buf, *five = ((struct owner *)root[5])->buf;
    collect();
    collect();
    CHECK(((struct node *)((value *)(void *)p)[3])->head.type == &node_type);
    CHECK(!block_moves(block_of(p)));
    CHECK(((struct owner *)root[4])->buf > four); /* above the pinned one: slid */
    CHECK(((struct owner *)root[5])->buf > (void *)p &&
          five < (void *)p); /* below: filled the hole above it */
    CHECK(is_filled((struct box *)root[4], 64) && is_filled((struct box *)root[5], 96));
    check_blocks();
    other_stack[1] += block_size(block_of(p)); /* one past the end holds it too */
    collect();
    CHECK(block_of(p)->owner != BLOCK_FREE);

    char *volatile local = (char *)(other_stack[1] - 8); /* and the real stack does */
    other_stack[1] = UNDEF;
    collect_with_stack();
    CHECK(block_of(p)->owner != BLOCK_FREE);
    local = NULL;
    collect();
    struct heap_stats s = stats();
    CHECK_EQUAL(s.buffers, 64 + 96 + 2 * BLOCK_HEADER);
    CHECK_EQUAL(heap.end - heap.bottom, s.buffers);
    CHECK(local == NULL);
}

static NOINLINE void make_fixed(void)
{
    struct box *high = new_box(&box_type, 200, BUFFER_BYTES);
    struct box *b = new_box(&box_type, 100, BUFFER_PINNED);
    root[1] = (value)b;
    ((value *)b->owner.buf)[2] = (value)new_node((value)new_node(UNDEF));
    struct box *inner = new_box(&box_type, 64, BUFFER_PINNED); /* referred to by its payload's address */
    ((value *)b->owner.buf)[5] = (value)inner->owner.buf;
    ((value *)inner->owner.buf)[7] = (value)new_node(UNDEF);
    struct box *moves = new_box(&box_type, 64, BUFFER_BYTES); /* by an address within its payload */
    ((value *)inner->owner.buf)[6] = (value)moves->owner.buf + 10;
    (void)high;
}

static void test_fixed(void)
{
    begin(64 * 1024, false);
    make_fixed();
    struct owner *o = (struct owner *)root[1];
    char *at = o->buf;
    collect();
    CHECK(o->buf == at);
    CHECK_EQUAL(stats().object_count, 6);
    check_blocks();
    root[1] = UNDEF;
    o = NULL;
    at = NULL;
    collect();
    CHECK_EQUAL(heap.fixed, 0);
    CHECK_EQUAL(stats().buffers, 0);

    static struct owner outside; /* owners need not be in the heap */
    memset(&outside, 0, sizeof outside);
    heap_buffer(&outside, 50, BUFFER_PINNED);
    ((value *)outside.buf)[1] = (value)new_node(UNDEF);
    collect();
    CHECK_EQUAL(stats().object_count, 1);
    heap_buffer_free(&outside);
    CHECK_EQUAL(heap.fixed, 0);
}

/* ---- fragmentation ---- */

static NOINLINE size_t fill_with_boxes(struct box *all, size_t bytes)
{
    volatile size_t n = 0;
    if (setjmp(out)) return n;
    for (;;) {
        struct box *b = new_box(&box_type, bytes, BUFFER_BYTES);
        fill(b, (unsigned)bytes);
        if (n == all->len) return n;
        ((value *)all->owner.buf)[n] = (value)b;
        n++;
    }
}

static void test_fragmentation(size_t bytes, size_t percent)
{
    begin(1 << 20, false);
    size_t most = (1 << 20) / (bytes + BLOCK_HEADER + sizeof(struct box));
    struct box *all = new_box(&values_type, most * sizeof(value), BUFFER_VALUES);
    root[0] = (value)all;
    size_t n = fill_with_boxes(all, bytes);
    CHECK(n > most * 80 / 100);
    for (size_t i = 0; i < n; i++) {
        if (i % 8) ((value *)all->owner.buf)[i] = UNDEF;
    }
    collect_with_stack();
    struct heap_stats s = stats();
    struct box *big = heap_try_object(&box_type, sizeof *big);
    CHECK(big && heap_try_buffer_resize(&big->owner, s.free * percent / 100, BUFFER_BYTES));
    for (size_t i = 0; i < n; i += 8) CHECK(is_filled((struct box *)((value *)all->owner.buf)[i], bytes));
    printf("%zu-byte boxes, 7 of 8 dropped: %zu%% of the free memory is one piece\n", bytes,
           s.largest_buffer * 100 / s.free);
}

/* ---- a graph that changes at random, beside what it must be ---- */

#define MOST_NUMBERS 40000
static struct {
    unsigned next, other;
} must[MOST_NUMBERS]; /* by a node's number; 0: none */

static bool is_right(value v, unsigned number, int depth)
{
    if (!v || !number) return !v && !number;
    const struct box *list = (const struct box *)v;
    const value *items = list->owner.buf;
    if (list->owner.head.type != &values_type || items[0] != from_int((word)number)) return false;
    return !depth || (is_right(items[1], must[number].next, depth - 1) &&
                      is_right(items[2], must[number].other, depth - 1));
}

static void change_graph(unsigned rounds, unsigned roots)
{
    unsigned kept[ROOTS] = {0};
    for (unsigned i = 1; i < rounds; i++) {
        unsigned k = pick(roots), a = pick(roots), b = pick(roots);
        struct box *x = new_box(&values_type, 3 * sizeof(value), BUFFER_VALUES);
        value *items = x->owner.buf;
        items[0] = from_int((word)i);
        if (pick(4)) {
            items[1] = root[a];
            must[i].next = kept[a];
        }
        if (pick(4)) { /* a link to what only others may refer to */
            items[2] =
                root[b] && must[kept[b]].next ? ((value *)((struct box *)root[b])->owner.buf)[1] : UNDEF;
            must[i].other = root[b] ? must[kept[b]].next : 0;
        }
        root[k] = (value)x;
        kept[k] = i;
        if (pick(30) == 0) { /* forget the past: else nothing ever dies */
            k = pick(roots);
            if (root[k]) {
                items = ((struct box *)root[k])->owner.buf;
                items[1] = items[2] = UNDEF;
                must[kept[k]].next = must[kept[k]].other = 0;
            }
        }
        if (pick(6) == 0) root[k] = kept[k] = 0;
        k = pick(roots);
        CHECK(is_right(root[k], kept[k], 6));
    }
    check_blocks();
}

static void test_graph(void)
{
    begin(512 << 10, false);
    change_graph(MOST_NUMBERS, 30);
    CHECK(heap.stats.collections > 2);
    memset(must, 0, sizeof must);
    begin(64 << 20, true);
    change_graph(MOST_NUMBERS, 100);
    memset(must, 0, sizeof must);
    begin(4 << 20, false);
    heap_set_stress(true);
    change_graph(1500, 20);
}

/* ---- weak slots and finalisers ---- */

static struct object *died_holder;
static void note_died(struct object *o)
{
    died_holder = o;
}

static NOINLINE void make_weak(void)
{
    root[0] = (value)heap_object(&note_type, sizeof(struct note));
    root[1] = (value)new_node(UNDEF);
    struct note *n = (struct note *)root[0];
    n->target = root[1];
    heap_add_weak(&n->head, &n->target, note_died);
    struct note *dead = heap_object(&note_type, sizeof *dead); /* the holder dies first */
    dead->target = root[1];
    heap_add_weak(&dead->head, &dead->target, NULL);
}

static void test_weak(bool stress)
{
    begin(64 * 1024, false);
    heap_set_stress(stress);
    make_weak();
    struct note *n = (struct note *)root[0];
    collect();
    CHECK(n->target == root[1] && !died_holder);
    root[1] = UNDEF;
    collect();
    CHECK(n->target == UNDEF && !died_holder && heap_finalisers_due);
    collect();
    heap_run_finalisers();
    CHECK(died_holder == &n->head);
    died_holder = NULL;
    collect();
    heap_run_finalisers();
    CHECK(!died_holder);
    CHECK_EQUAL(stats().buffers, 0); /* the table is gone */
}

static NOINLINE void make_final(int n)
{
    for (int i = 0; i < n; i++) {
        struct node *o = heap_object(&final_type, sizeof *o);
        o->next = (value)new_node(UNDEF);
        o->number = 12345;
        heap_add_finaliser(&o->head);
        root[0] = (value)o;
    }
}

static void test_finalisers(bool stress)
{
    begin(64 * 1024, false);
    heap_set_stress(stress);
    finalised = 0;
    revived = UNDEF;
    make_final(10);
    collect();
    CHECK(heap_finalisers_due);
    CHECK_EQUAL(stats().object_count, 20); /* kept until they have been finalised */
    collect();
    heap_run_finalisers();
    CHECK_EQUAL(finalised, 9);
    CHECK(!heap_finalisers_due);
    const struct node *r = (const struct node *)revived;
    CHECK(r->number == 12345 && obj_of(r->next)->type == &node_type);
    r = NULL;
    root[1] = revived;
    collect();
    heap_run_finalisers();
    CHECK_EQUAL(finalised, 9); /* once each */
    CHECK_EQUAL(stats().object_count, 4);
    heap_finalise_all();
    CHECK_EQUAL(finalised, 10);
    root[0] = root[1] = revived = UNDEF;
    collect();
    CHECK_EQUAL(stats().objects + stats().buffers, 0);
}

/* ---- giving up ---- */

static unsigned stop_share; /* heap_stop is true once in so many times */
static bool stop_sometimes(void)
{
    return pick(stop_share) == 0;
}

#define CHAIN 100000
static NOINLINE void make_chain(void)
{
    root[1] = UNDEF;
    for (size_t i = 0; i < CHAIN; i++) {
        new_node(UNDEF);
        root[1] = (value)new_node(root[1]);
    }
}

static bool chain_is_whole(void)
{
    size_t n = 0;
    for (value v = root[1]; v; v = ((struct node *)v)->next) n++;
    return n == CHAIN;
}

static bool marks_are_clear(void)
{
    bits any = 0;
    for (size_t i = 0; i < heap.bit_words; i++) any |= heap.marks[i];
    return any == 0;
}

/* A collection that is given up frees nothing, and leaves nothing behind for the next one. */
static void test_stop(void)
{
    begin(64 << 20, true);
    stop_share = 12;
    finalised = 0;
    make_chain();
    make_final(20000);
    size_t given_up = 0, before = stats().object_count;
    for (int i = 0; i < 60; i++) {
        heap_stop = stop_sometimes;
        bool done = heap_collect();
        heap_stop = NULL;
        given_up += !done;
        CHECK(done ? stats().object_count <= before : stats().object_count == before);
        CHECK(chain_is_whole() && marks_are_clear());
        check_blocks();
        if (done) make_chain();
        before = stats().object_count;
    }
    CHECK(given_up > 5 && given_up < 55);
    heap_run_finalisers();
    CHECK_EQUAL(finalised, 19999);
    begin(256 << 20, true);
    heap_stop = stop_sometimes;
    resize_at_random(2000, 6 << 20);
    begin(16 << 20, false);
    heap_stop = stop_sometimes;
    resize_at_random(2000, 3 << 20);
    heap_stop = NULL;
}

/* ---- switches ---- */

static void test_failing(void)
{
    begin(64 * 1024, false);
    heap_set_fail_after(3);
    CHECK(heap_try_object(&node_type, sizeof(struct node)));
    struct box *b = heap_try_object(&box_type, sizeof *b);
    CHECK(!heap_try_buffer_resize(&b->owner, 100, BUFFER_BYTES));
    CHECK(heap_try_buffer_resize(&b->owner, 100, BUFFER_BYTES));
    heap_set_locked(true);
    CHECK(!heap_try_object(&node_type, sizeof(struct node)));
    CHECK(!heap_try_buffer_resize(&b->owner, 200, BUFFER_BYTES));
    CHECK(heap_try_buffer_resize(&b->owner, 50, BUFFER_BYTES));
    heap_set_locked(false);
    CHECK(heap_try_object(&node_type, sizeof(struct node)));
    volatile bool raised = false;
    heap_set_fail_after(1);
    if (!setjmp(out))
        new_node(UNDEF);
    else
        raised = true;
    CHECK(raised);
}

static size_t released;
static void release(void *from, void *to)
{
    released += (size_t)((char *)to - (char *)from);
    memset(from, 0xEE, (size_t)((char *)to - (char *)from)); /* its content is lost */
}

static void test_plenty(void)
{
    begin((size_t)256 << 20, true);
    heap_release_pages = release;
    released = 0;
    for (int i = 0; i < 200000; i++) root[0] = (value)new_node(root[0]);
    root[1] = (value)new_box(&box_type, 30 << 20, BUFFER_BYTES);
    collect();
    CHECK(heap.stats.collections < 10);
    CHECK_EQUAL(released, 0);
    root[0] = root[1] = UNDEF;
    collect();
    CHECK(released > (25 << 20));
    heap_release_pages = NULL;
    churn(50000);
    heap_disabled = true;
    size_t before = heap.stats.collections;
    churn(100000);
    CHECK_EQUAL(heap.stats.collections, before);
    heap_disabled = false;
    heap_threshold = 10000;
    churn(1000);
    CHECK(heap.stats.collections > before + 1);
}

/* A heap of the least size. */
static void test_tiny(void)
{
    for (size_t size = 1024; size < 1200; size += 8) {
        begin(size, false);
        size_t n = fill_with_nodes();
        CHECK(n * round_up(sizeof(struct node)) > size * 88 / 100);
        root[0] = UNDEF;
        collect();
        resize_at_random(200, 600);
    }
}

/* ---- timings ---- */

static double seconds(uint64_t from)
{
    return (double)(clock_ns() - from) / 1e9;
}

static double time_collection(void)
{
    heap_collect();
    uint64_t best = UINT64_MAX;
    for (int i = 0; i < 5; i++) {
        heap_collect();
        if (heap.stats.last_pause_ns < best) best = heap.stats.last_pause_ns;
    }
    return (double)best / 1e6;
}

static void time_allocation(void)
{
    const int n = 20000000;
    begin((size_t)4 << 30, true);
    uint64_t from = clock_ns();
    for (int i = 0; i < n; i++) root[0] = (value)heap_object_inline(&node_type, sizeof(struct node));
    printf("%.2f ns for an object of %zu bytes in line, ", seconds(from) * 1e9 / n, sizeof(struct node));
    from = clock_ns();
    for (int i = 0; i < n; i++) root[0] = (value)heap_object(&leaf_type, sizeof(struct node));
    printf("%.2f by a call, ", seconds(from) * 1e9 / n);
    from = clock_ns();
    for (int i = 0; i < n / 4; i++) root[0] = (value)new_box(&box_type, 64, BUFFER_BYTES);
    printf("%.2f for one with a buffer of 64\n", seconds(from) * 4e9 / n);
    printf("%zu collections, longest %.3f ms\n", heap.stats.collections,
           (double)heap.stats.max_pause_ns / 1e6);

    for (int i = 0; i < 500000; i++) { /* holes of one between live ones */
        root[1] = (value)new_node(root[1]);
        new_node(UNDEF);
    }
    from = clock_ns();
    for (int i = 0; i < n; i++) root[0] = (value)heap_object_inline(&node_type, sizeof(struct node));
    printf("%.2f ns beside 500,000 live ones with holes\n", seconds(from) * 1e9 / n);
}

/* 1,000,000 lists of two; each refers to the one before, or all are in one list. */
static double time_lists(bool linked)
{
    const size_t n = 1000000;
    begin((size_t)4 << 30, true);
    heap_disabled = true;
    struct box *all = new_box(&values_type, n * sizeof(value), BUFFER_VALUES);
    root[0] = (value)all;
    for (size_t i = 0; i < n; i++) {
        struct box *x = new_box(&values_type, 2 * sizeof(value), BUFFER_VALUES);
        ((value *)x->owner.buf)[0] = from_int((word)i);
        ((value *)x->owner.buf)[1] = linked ? root[1] : NONE;
        if (linked)
            root[1] = (value)x;
        else
            ((value *)all->owner.buf)[i] = (value)x;
    }
    return time_collection();
}

static void time_marking(void)
{
    const size_t n = 1000000;
    double chain = time_lists(true), row = time_lists(false);
    printf("1,000,000 lists: linked %.2f ms, flat %.2f ms, ratio %.2f\n", chain, row, chain / row);
    begin((size_t)4 << 30, true);
    heap_disabled = true;
    for (size_t i = 0; i < n; i++) root[0] = (value)new_node(root[0]);
    double linked = time_collection();
    begin((size_t)4 << 30, true);
    heap_disabled = true;
    struct box *b = new_box(&values_type, n * sizeof(value), BUFFER_VALUES);
    root[0] = (value)b;
    for (size_t i = 0; i < n; i++) ((value *)b->owner.buf)[i] = (value)new_node(UNDEF);
    double flat = time_collection();
    double mib = (double)(n * sizeof(struct node)) / (1 << 20);
    printf("1,000,000 nodes: linked %.2f ms, flat %.2f ms, ratio %.2f; %.3f ms for a live MiB\n", linked,
           flat, linked / flat, linked / mib);

    begin((size_t)4 << 30, true);
    heap_disabled = true;
    struct box *all = new_box(&values_type, n * sizeof(value), BUFFER_VALUES);
    root[0] = (value)all;
    for (size_t i = 0; i < n; i++) {
        struct box *x = new_box(&values_type, 2 * sizeof(value), BUFFER_VALUES);
        ((value *)all->owner.buf)[i] = (value)x;
        if (i) *(value *)x->owner.buf = ((value *)all->owner.buf)[pick((unsigned)i)];
    }
    printf("1,000,000 lists of 2 that refer to random others: %.2f ms\n", time_collection());
    for (size_t i = 0; i < n; i++) {
        if (i % 5)
            ((value *)all->owner.buf)[i] = UNDEF;
        else
            *(value *)((struct box *)((value *)all->owner.buf)[i])->owner.buf = UNDEF;
    }
    heap_collect();
    printf("4 of 5 dropped: %.2f ms, then %.2f ms\n", (double)heap.stats.last_pause_ns / 1e6,
           time_collection());
}

static void time_sparse(void)
{
    begin((size_t)4 << 30, true);
    heap_disabled = true;
    size_t n = ((size_t)256 << 20) / sizeof(struct node);
    for (size_t i = 0; i < n; i++) {
        struct node *o = new_node(UNDEF);
        if (i % 5 == 0) {
            o->next = root[0];
            root[0] = (value)o;
        }
    }
    heap_collect();
    double first = (double)heap.stats.last_pause_ns / 1e6;
    double sparse = time_collection();
    begin((size_t)4 << 30, true);
    heap_disabled = true;
    for (size_t i = 0; i < n / 5; i++) root[0] = (value)new_node(root[0]);
    printf("256 MiB, 80%% empty: %.2f ms, then %.2f ms; the live ones alone %.2f ms\n", first, sparse,
           time_collection());
}

int main(int argc, char **argv)
{
    char here;
    stack_top = (char *)(((uintptr_t)&here + 256) & ~(uintptr_t)15);
    (void)argv;
    if (argc > 1) {
        time_allocation();
        time_marking();
        time_sparse();
        return 0;
    }
    test_objects();
    test_holes();
    test_churn();
    for (int order = 0; order < 3; order++) test_full_chain(order);
    test_wide();
    clear_stack();
    test_c_stack();
    test_heap_types();
    test_buffers();
    test_growth();
    clear_stack();
    test_pins();
    test_fixed();
    clear_stack();
    test_fragmentation(40, 60);
    clear_stack();
    test_fragmentation(200, 85);
    test_graph();
    test_weak(false);
    test_weak(true);
    test_finalisers(false);
    test_finalisers(true);
    test_stop();
    test_failing();
    test_plenty();
    test_tiny();
    return unit_done();
}
