/* list.sort() where size counts more than speed: a stable merge sort from the bottom up.
 *
 * Each pass merges runs of one list into another of the same length, so the list that it reads from always has
 * every item: it is what is left when a comparison raises. Meanwhile the list that is sorted is empty, and Python
 * code called by a comparison cannot disturb the sort. */
#include "layout.h"

#if !ADDER_ALGORITHMS

/* Items, and what they are compared by: the same list if there is no key function. */
struct side {
    struct list *items, *keys;
};

struct sort {
    struct list *list; /* the one that is sorted */
    struct side from, to;
    size_t n;
    value key;
    bool reverse;
};

static void move_item(struct sort *s, size_t to, size_t from)
{
    list_items(s->to.items)[to] = list_items(s->from.items)[from];
    if (s->from.keys != s->from.items) list_items(s->to.keys)[to] = list_items(s->from.keys)[from];
}

/* Merges the runs [at, middle) and [middle, end). */
static void merge(struct sort *s, size_t at, size_t middle, size_t end)
{
    size_t left = at, right = middle;
    const struct list *keys = s->from.keys;
    bool ordered = middle == end || !less(list_items(keys)[middle], list_items(keys)[middle - 1]);
    for (size_t to = at; to < end; to++) {
        bool take_right = right < end && (left == middle || (!ordered && less(list_items(keys)[right], list_items(keys)[left])));
        move_item(s, to, take_right ? right++ : left++);
    }
    check_interrupt();
}

static struct side side_new(size_t n, bool keyed)
{
    struct list *items = list_of(list_new(n, NULL));
    return (struct side){items, keyed ? list_of(list_new(n, NULL)) : items};
}

static value sort_all(void *arg)
{
    struct sort *s = arg;
    bool keyed = s->key != UNDEF;
    if (keyed) {
        struct list *keys = list_of(list_new(s->n, NULL));
        for (size_t i = 0; i < s->n; i++) {
            size_t at = s->reverse ? s->n - 1 - i : i; /* the order that the program sees */
            value k = call1(s->key, list_items(s->from.items)[at]);
            list_items(keys)[at] = k;
        }
        s->from.keys = keys;
    }
    s->to = side_new(s->n, keyed);
    for (size_t width = 1; width < s->n; width *= 2) {
        for (size_t at = 0; at < s->n; at += 2 * width) {
            size_t middle = s->n - at < width ? s->n : at + width;
            merge(s, at, middle, s->n - middle < width ? s->n : middle + width);
        }
        struct side done = s->to;
        s->to = s->from;
        s->from = done;
    }
    return NONE;
}

static void reverse_items(struct list *l)
{
    value *items = list_items(l);
    for (size_t i = 0, j = l->len; i + 1 < j; i++) {
        value v = items[i];
        items[i] = items[--j];
        items[j] = v;
    }
}

/* Makes `to` have the items of `from`, which becomes empty. */
static void list_take(struct list *to, struct list *from)
{
    uint32_t len = from->len, cap = from->cap;
    if (to->owner.buf) heap_buffer_free(&to->owner);
    from->len = from->cap = to->len = to->cap = 0;
    heap_buffer_give(&from->owner, &to->owner);
    to->len = len;
    to->cap = cap;
}

void list_sort(struct list *l, value key, bool reverse)
{
    if (l->len == 0) return;
    struct list *work = list_of(list_new(0, NULL));
    struct sort s = {.list = l, .from = {work, work}, .n = l->len, .key = key, .reverse = reverse};
    list_take(work, l);
    /* Equal items keep their order in a reversed sort, too: hence reversed before and after. */
    if (reverse) reverse_items(work);
    value result;
    bool ok = protect(sort_all, &s, &result);
    if (reverse) reverse_items(s.from.items);
    bool modified = l->owner.buf != NULL || l->len;
    list_take(l, s.from.items);
    if (!ok) raise(result);
    if (modified) raise_value_error("list modified during sort");
}

#endif
