/* The table behind dict and set against a plain model, and list sorting, in normal and stress mode.
 * Prints timings with -t. */
#include <stdlib.h>
#include <time.h>

#include "object/dict_inline.h"
#include "unit.h"

static value keep[8]; /* roots */

static void visit_keep(void)
{
    heap_visit_all(keep, 8);
}

static void begin(void *region, size_t size, void *stack_top)
{
    memset(keep, 0, sizeof keep);
    heap_init(region, size, true, stack_top);
    heap_add_roots(visit_keep);
}

static uint64_t seed = 88172645463325252u;

static uint32_t random_below(uint32_t n)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (uint32_t)(seed >> 20) % n;
}

/* ---- dict ---- */

#define KEYS 60

/* Key number i, made anew: the same words only for some. */
static value key_number(unsigned i)
{
    char text[400];
    value pair[2];
    switch (i % 6) {
    case 0:
        return from_int((word)i * 1024 - 5000);
    case 1:
        return symbol_intern(text, (size_t)sprintf(text, "symbol%u", i));
    case 2:
        return str_new(text, (size_t)sprintf(text, "string%u", i));
    case 3:
        return from_real((real)i + (real)0.5);
    case 4:
        memset(text, 'x', 300);
        return str_new(text, 300 + (size_t)sprintf(text + 300, "%u", i));
    default:
        pair[0] = from_int((word)i);
        pair[1] = str_new(text, (size_t)sprintf(text, "part%u", i));
        return tuple_new(2, pair);
    }
}

struct model {
    int order[KEYS]; /* key numbers, in insertion order */
    int n;
    word v[KEYS];
};

static int model_find(const struct model *m, int key)
{
    for (int i = 0; i < m->n; i++) {
        if (m->order[i] == key)
            return i;
    }
    return -1;
}

static void model_remove(struct model *m, int at)
{
    memmove(m->order + at, m->order + at + 1, (size_t)(m->n - at - 1) * sizeof *m->order);
    m->n--;
}

static void check_same(const struct dict *d, const struct model *m)
{
    value k, v;
    int n = 0;
    for (uint32_t i = 0; dict_next(d, &i, &k, &v); n++) {
        if (n >= m->n)
            break;
        CHECK(equal(k, key_number((unsigned)m->order[n])));
        CHECK_EQUAL(int_of(v), m->v[m->order[n]]);
    }
    CHECK_EQUAL(n, m->n);
    CHECK_EQUAL(d->live, m->n);
}

/* kinds: only key numbers divisible by this (6: small ints alone, 1: all). */
static void test_dict(unsigned kinds, unsigned keys, int steps)
{
    struct model m = { .n = 0 };
    struct dict *d = dict_new(0);
    keep[0] = from_ptr(d);
    for (int step = 0; step < steps; step++) {
        int key = (int)(random_below(keys / kinds) * kinds), at = model_find(&m, key);
        switch (random_below(8)) {
        case 0:
        case 1:
        case 2:
            dict_set(d, key_number((unsigned)key), from_int(step));
            if (at < 0)
                m.order[m.n++] = key;
            m.v[key] = step;
            break;
        case 3:
            CHECK(dict_delete(d, key_number((unsigned)key)) == (at >= 0));
            if (at >= 0)
                model_remove(&m, at);
            break;
        case 4:
            if (m.n) {
                bool last = random_below(2);
                at = last ? m.n - 1 : 0;
                value item = dict_popitem(d, last);
                CHECK(equal(tuple_of(item)->items[0], key_number((unsigned)m.order[at])));
                model_remove(&m, at);
            }
            break;
        default: {
            value v = dict_get_quick(d, key_number((unsigned)key));
            CHECK((v != UNDEF) == (at >= 0));
            CHECK(v == UNDEF || int_of(v) == m.v[key]);
        }
        }
        if (step % 64 == 0)
            check_same(d, &m);
        if (random_below(500) == 0) {
            d = dict_copy(d);
            keep[0] = from_ptr(d);
        }
    }
    check_same(d, &m);
}

/* As a queue and as a stack, whatever the length: each step in constant time. */
static void test_queue(void)
{
    struct dict *d = dict_new(0);
    keep[0] = from_ptr(d);
    for (int i = 0; i < 50000; i++)
        dict_set(d, from_int(i), NONE);
    for (int i = 0; i < 200000; i++) {
        CHECK(tuple_of(dict_popitem(d, false))->items[0] == from_int(i));
        dict_set(d, from_int(50000 + i), NONE);
    }
    CHECK_EQUAL(d->live, 50000);
    for (int i = 249999; i > 200000; i--) {
        CHECK(tuple_of(dict_popitem(d, true))->items[0] == from_int(i));
        if (i % 2) {
            dict_set(d, NONE, NONE);
            CHECK(tuple_of(dict_popitem(d, true))->items[0] == NONE);
        }
    }
    CHECK_EQUAL(d->live, 1);
    CHECK(d->cap <= 200000);
    for (int i = 0; i < 100; i++)
        dict_set(d, from_int(-i), NONE);
    for (int i = 0; i < 100; i++)
        dict_popitem(d, i % 3);
}

static void test_set(void)
{
    struct dict *a = set_new(&type_set), *b = set_new(&type_frozenset);
    keep[0] = from_ptr(a);
    keep[1] = from_ptr(b);
    for (unsigned i = 0; i < KEYS; i++) {
        CHECK(set_add(a, key_number(i)));
        CHECK(!set_add(a, key_number(i)));
        if (i % 3)
            set_add(b, key_number(i));
    }
    keep[2] = binary(OP_SUB, from_ptr(a), from_ptr(b));
    CHECK_EQUAL(len_of(keep[2]), KEYS / 3);
    keep[3] = binary(OP_OR, keep[2], from_ptr(b));
    CHECK(equal(keep[3], from_ptr(a)));
    keep[3] = binary(OP_AND, from_ptr(b), keep[2]);
    CHECK_EQUAL(len_of(keep[3]), 0);
    keep[3] = binary(OP_XOR, from_ptr(a), from_ptr(b));
    CHECK(equal(keep[3], keep[2]));
    CHECK(truth(compare(OP_LT, from_ptr(b), from_ptr(a))));
    CHECK(contains(from_ptr(a), key_number(5)));
    CHECK(set_discard(a, key_number(5)));
    CHECK(!contains(from_ptr(a), key_number(5)));
    /* Equal frozensets have equal hashes, whatever the order. */
    struct dict *c = set_new(&type_frozenset);
    keep[4] = from_ptr(c);
    for (unsigned i = KEYS; i-- > 0;) {
        if (i % 3)
            set_add(c, key_number(i));
    }
    CHECK(hash_of(from_ptr(b)) == hash_of(from_ptr(c)));
}

/* ---- list.sort ---- */

static value sort_item(unsigned pattern, unsigned i, unsigned n)
{
    char text[32];
    switch (pattern) {
    case 0:
        return from_int((word)random_below(n) - (word)n / 2);
    case 1:
        return from_int((word)i);
    case 2:
        return from_int(-(word)i);
    case 3:
        return from_int((word)(i % 10));
    case 4:
        return from_real((real)random_below(n) + (real)1.25);
    case 5:
        return str_new(text, (size_t)sprintf(text, "%u", random_below(n)));
    case 6: /* ints among floats: compared by less() */
        return i % 3 ? from_int((word)random_below(n)) : from_real((real)random_below(n) + (real)0.5);
    default: /* rising, with a few out of place */
        return from_int(random_below(50) ? (word)i : (word)random_below(n));
    }
}

static value second(value pair)
{
    return tuple_of(pair)->items[1];
}

FUN1(f_second, key, second);

static void test_sort(unsigned pattern, unsigned n)
{
    keep[0] = list_new(0, NULL);
    keep[1] = list_new(0, NULL);
    struct list *l = list_of(keep[0]), *pairs = list_of(keep[1]);
    for (unsigned i = 0; i < n; i++) {
        value pair[2] = { from_int((word)i), sort_item(pattern, i, n) };
        list_append(l, pair[1]);
        list_append(pairs, tuple_new(2, pair));
    }
    list_sort(l, UNDEF, false);
    CHECK_EQUAL(l->len, n);
    for (unsigned i = 1; i < n; i++)
        CHECK(!less(list_items(l)[i], list_items(l)[i - 1]));
    /* With a key: stable, either way round. */
    for (int reverse = 0; reverse < 2; reverse++) {
        list_sort(pairs, from_ptr(&f_second), reverse);
        CHECK_EQUAL(pairs->len, n);
        for (unsigned i = 1; i < n; i++) {
            value a = list_items(pairs)[i - 1], b = list_items(pairs)[i];
            value x = reverse ? second(b) : second(a), y = reverse ? second(a) : second(b);
            CHECK(!less(y, x));
            /* Sorting the rising list in reverse keeps equal ones in their order, too. */
            if (equal(x, y))
                CHECK(int_of(tuple_of(a)->items[0]) < int_of(tuple_of(b)->items[0]));
        }
    }
}

/* ---- timings ---- */

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static void timings(void)
{
    char text[32];
    double t = now();
    struct dict *d = dict_new(0);
    keep[0] = from_ptr(d);
    for (int i = 0; i < 200000; i++)
        dict_set(d, str_new(text, (size_t)sprintf(text, "key%d", i)), from_int(i));
    printf("200,000 string keys: %.4f s\n", now() - t);
    t = now();
    for (int i = 0; i < 200000; i++)
        CHECK(dict_get_quick(d, str_new(text, (size_t)sprintf(text, "key%d", i))) == from_int(i));
    printf("... found again: %.4f s\n", now() - t);
    t = now();
    for (int i = 0; i < 200000; i++)
        keep[1] = str_new(text, (size_t)sprintf(text, "key%d", i));
    printf("... of which making the strings: %.4f s\n", now() - t);
    d = dict_new(0);
    keep[0] = from_ptr(d);
    t = now();
    for (int i = 0; i < 1000000; i++)
        dict_set(d, from_int(i), from_int(i));
    printf("1,000,000 int keys: %.4f s\n", now() - t);
    t = now();
    value sum = 0;
    for (int i = 0; i < 1000000; i++)
        sum += dict_get_quick(d, from_int(i));
    printf("... found again: %.4f s (%d)\n", now() - t, (int)sum & 1);
    static const char *const names[] = { "random ints", "rising", "falling", "ten values", "random floats",
                                         "random strings", "mixed numbers", "nearly rising" };
    for (unsigned pattern = 0; pattern < 8; pattern++) {
        keep[0] = list_new(0, NULL);
        for (unsigned i = 0; i < 1000000; i++)
            list_append(list_of(keep[0]), sort_item(pattern, i, 1000000));
        t = now();
        list_sort(list_of(keep[0]), UNDEF, false);
        printf("sort 1,000,000 %s: %.4f s\n", names[pattern], now() - t);
    }
}

int main(int argc, char **argv)
{
    void *stack_top = __builtin_frame_address(0);
    size_t size = (size_t)512 << 20;
    void *region = calloc(1, size);
    begin(region, size, stack_top);
    if (argc > 1 && strcmp(argv[1], "-t") == 0)
        timings();
    test_dict(6, KEYS, 20000);
    test_dict(1, KEYS, 50000);
    test_dict(1, 8, 20000);
    test_dict(2, 20, 20000);
    test_queue();
    test_set();
    static const unsigned lengths[] = { 0, 1, 2, 3, 10, 31, 33, 64, 100, 257, 1000, 5000 };
    for (unsigned pattern = 0; pattern < 8; pattern++) {
        for (unsigned i = 0; i < sizeof lengths / sizeof lengths[0]; i++)
            test_sort(pattern, lengths[i]);
    }
    heap_stress = true;
    test_dict(1, KEYS, 1500);
    test_set();
    for (unsigned pattern = 0; pattern < 8; pattern++)
        test_sort(pattern, 150);
    return unit_done();
}
