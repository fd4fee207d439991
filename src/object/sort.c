/* list.sort(): a stable merge sort that makes use of runs already in order.
 *
 * The list is cut into runs, each ascending, or strictly descending and then reversed; short ones are
 * brought to a minimal length by insertion. Which neighbours are merged next is decided by powersort
 * (Munro and Wild, ESA 2018): nearly the best order, at hardly any cost. A merge copies the shorter run
 * aside; when one side wins again and again it gallops (searches exponentially).
 *
 * What is sorted are elements of one word (the item) or two (its key, and the item), so the code exists
 * twice. Many strings get keys, too: their first bytes. Keys that are all small ints, all tagged floats or all strings are compared in line.
 *
 * While it goes on, the list itself is empty, and its items are in the buffer of another, so that
 * Python code called by a comparison cannot disturb the sort. Whatever is raised, the list
 * ends up with all its items: a merge that is broken off puts back what it had set aside.
 */
#include "layout.h"

#if ADDER_ALGORITHMS

#define RUNS_MAX 64       /* enough for 2^32 items: the powers on the stack increase */
#define GALLOP_AFTER 7    /* wins in a row */
#define INSERTION_MAX 32
#define PREFIX_MIN (ADDER_LEVEL == 2 ? (size_t)64 : SIZE_MAX) /* texts */

/* Comparisons are in line where speed is worth more than size. */
#if ADDER_LEVEL == 2
#define HOT inline __attribute__((always_inline))
#else
#define HOT
#endif

enum compare_kind { BY_WORD, BY_FLOAT, BY_TEXT, BY_PREFIX, BY_LESS };

struct run {
    size_t start, len;
    int power;
};

struct sort {
    value *items;            /* the elements */
    size_t n;                /* how many */
    enum compare_kind kind;
    uint32_t ticks;
    /* what a merge has set aside: left elements of aside[] belong at items[gap] and after */
    value *aside;
    size_t aside_at, aside_left, gap;
    struct list *work;       /* its buffer is `items` */
    struct list *spare;      /* its buffer is `aside`; grows to half the size at most */
    struct list *list;       /* the one that is sorted */
    value key;
    bool reverse;
    size_t runs;
    struct run run[RUNS_MAX];
};

/* ---- comparing ---- */

/* In UTF-8, bytes are ordered as code points are. */
static bool text_less(value a, value b)
{
    struct view x = str_view_quick(a), y = str_view_quick(b);
    int c = memcmp(x.data, y.data, x.len < y.len ? x.len : y.len);
    return c ? c < 0 : x.len < y.len;
}

static bool general_less(struct sort *s, value a, value b)
{
    if ((++s->ticks & 1023) == 0)
        check_interrupt();
    return less(a, b);
}

/* Whether element a (of `width` words) is less than element b. */
static HOT bool before(struct sort *s, unsigned width, const value *a, const value *b)
{
    switch (s->kind) {
    case BY_WORD:
        return (word)*a < (word)*b;
    case BY_FLOAT:
        return tagged_float(*a) < tagged_float(*b);
    case BY_TEXT:
        return text_less(*a, *b);
    case BY_PREFIX:
        return *a != *b || width == 1 ? (word)*a < (word)*b : text_less(a[1], b[1]);
    default:
        return general_less(s, *a, *b);
    }
}

static enum compare_kind kind_of(value v)
{
    if (is_int(v))
        return BY_WORD;
    if (is_tagged_float(v))
        return BY_FLOAT;
    return is_str(v) ? BY_TEXT : BY_LESS;
}

/* The comparison that does for all keys, `width` words apart. */
static enum compare_kind kind_of_all(const value *keys, size_t n, size_t width)
{
    enum compare_kind kind = kind_of(keys[0]);
    for (size_t i = 1; i < n && kind != BY_LESS; i++) {
        if (kind_of(keys[i * width]) != kind)
            return BY_LESS;
    }
    return kind;
}

/* ---- the order of merges ---- */

/* The depth, in a perfectly balanced tree over n items, of the node between two neighbouring runs: the
 * first bit in which the positions of their middles, as fractions of n, differ. */
static int run_power(size_t start, size_t len1, size_t len2, size_t n)
{
    uint64_t a = 2 * (uint64_t)start + len1, b = a + len1 + len2, whole = 2 * (uint64_t)n;
    int power = 0;
    for (;;) {
        power++;
        a *= 2;
        b *= 2;
        if ((a >= whole) != (b >= whole))
            return power;
        if (a >= whole) {
            a -= whole;
            b -= whole;
        }
    }
}

/* ---- the sort, for elements of W words ---- */

#define W 1
#define NAMED(name) name##_1
#include "sort_body.h"
#undef W
#undef NAMED
#define W 2
#define NAMED(name) name##_2
#include "sort_body.h"
#undef W
#undef NAMED

/* ---- list.sort() ---- */

static void reverse_items(value *items, size_t n)
{
    for (size_t i = 0, j = n; i + 1 < j; i++) {
        value v = items[i];
        items[i] = items[--j];
        items[j] = v;
    }
}

static void sort_pairs(struct sort *s, struct list *pairs)
{
    s->items = list_items(pairs);
    sort_2(s);
    for (size_t i = 0; i < s->n; i++)
        list_items(s->work)[i] = list_items(pairs)[2 * i + 1];
}

/* With a key function: pairs in a buffer of their own. An exception leaves the items as they are. */
static void sort_by_key(struct sort *s)
{
    struct list *pairs = list_of(list_new(2 * s->n, NULL));
    for (size_t i = 0; i < s->n; i++) {
        size_t at = s->reverse ? s->n - 1 - i : i; /* the order that the program sees */
        value item = list_items(s->work)[at];
        value k = call1(s->key, item);
        list_items(pairs)[2 * at] = k;
        list_items(pairs)[2 * at + 1] = item;
    }
    s->kind = kind_of_all(list_items(pairs), s->n, 2);
    sort_pairs(s, pairs);
}

/* The first bytes of a text as a small int: mostly enough to tell which of two is less. */
static value text_prefix(value text)
{
    struct view v = str_view_quick(text);
    value prefix = 0;
    for (size_t i = 0; i < sizeof(value) - 1; i++)
        prefix = prefix << 8 | (i < v.len ? (uint8_t)v.data[i] : 0);
    return from_int((word)prefix);
}

/* Many texts, where memory is plenty: with their prefixes as keys, few texts are looked at. */
static void sort_by_prefix(struct sort *s)
{
    struct list *pairs = list_of(list_new(2 * s->n, NULL));
    value *items = list_items(pairs);
    for (size_t i = 0; i < s->n; i++) {
        value text = list_items(s->work)[i];
        items[2 * i] = text_prefix(text);
        items[2 * i + 1] = text;
    }
    s->kind = BY_PREFIX;
    sort_pairs(s, pairs);
}

static value sort_all(void *arg)
{
    struct sort *s = arg;
    s->spare = list_of(list_new(0, NULL));
    if (s->key != UNDEF) {
        sort_by_key(s);
        return NONE;
    }
    s->items = list_items(s->work);
    s->kind = kind_of_all(s->items, s->n, 1);
    if (s->kind == BY_TEXT && s->n >= PREFIX_MIN)
        sort_by_prefix(s);
    else
        sort_1(s);
    return NONE;
}

/* Puts the list's items back, in whatever order they are. */
static bool give_back(struct sort *s)
{
    struct list *l = s->list;
    bool modified = l->owner.buf != NULL || l->len;
    if (modified) {
        l->len = l->cap = 0;
        heap_buffer_free(&l->owner);
    }
    uint32_t n = s->work->len, cap = s->work->cap;
    s->work->len = s->work->cap = 0;
    heap_buffer_give(&s->work->owner, &l->owner);
    l->len = n;
    l->cap = cap;
    return modified;
}

void list_sort(struct list *l, value key, bool reverse)
{
    if (l->len < 2 && key == UNDEF)
        return;
    if (l->len == 0)
        return;
    struct sort s = { .n = l->len, .list = l, .key = key, .reverse = reverse };
    s.work = list_of(list_new(0, NULL));
    s.work->len = l->len;
    s.work->cap = l->cap;
    l->len = l->cap = 0;
    heap_buffer_give(&l->owner, &s.work->owner);

    /* Equal items keep their order in a reversed sort, too: hence reversed before and after. */
    if (reverse)
        reverse_items(list_items(s.work), s.n);
    value result;
    bool ok = protect(sort_all, &s, &result);
    if (!ok && s.aside_left && s.items == list_items(s.work))
        memcpy(s.items + s.gap, s.aside + s.aside_at, s.aside_left * sizeof(value));
    if (reverse)
        reverse_items(list_items(s.work), s.n);
    bool modified = give_back(&s);
    if (!ok)
        raise(result);
    if (modified)
        raise_value_error("list modified during sort");
}

#endif
