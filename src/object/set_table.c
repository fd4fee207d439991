/* The table of a set or frozenset, in CPython's order. That follows from the hashes: each key lies at a place of its own in a
 * table, and the set is walked from place to place. So the sizes, the places and the moments at which a table is made anew are
 * CPython's.
 *
 *   buffer:  keys[cap]    in the order they came; one that was removed is a hole: UNDEF
 *            hashes[cap]  hashcode each
 *            index[size]  the places: the number of a key, and bits of its hash, as in a dict's (dict.c)
 *
 * A place that leads to a hole stays taken, as CPython's dummies do, until another key takes it or the table is made anew. `used`
 * counts the places that are taken, `live` the keys. A set that has never had a key has no buffer, and counts as a table of 8. */
#include "dict_inline.h"

#if ADDER_SET_ORDER
#define MIN_LOG2 3
#define MAX_LOG2 30
#define LARGE 50000   /* a table of more keys is made twice as large, a smaller one four times */
#define IN_A_ROW 9    /* places that are tried behind the first one, before the next leap */

/* ---- layout ---- */

static hashcode *hashes_of(const struct dict *s)
{
    return (hashcode *)(void *)set_key(s, s->cap);
}

static void *index_of(const struct dict *s)
{
    return hashes_of(s) + s->cap;
}

static uint32_t mask_of(unsigned log2)
{
    return ((uint32_t)1 << log2) - 1;
}

static unsigned log2_of(const struct dict *s)
{
    return s->index_log2 ? s->index_log2 : MIN_LOG2;
}

static size_t table_bytes(uint32_t cap, unsigned log2)
{
    return (size_t)cap * (sizeof(value) + sizeof(hashcode)) + ((size_t)index_width(log2) << log2);
}

/* Whether a table with so many places taken is too full. */
static bool is_full(uint32_t used, unsigned log2)
{
    return (uint64_t)used * 5 >= (uint64_t)mask_of(log2) * 3;
}

/* How many keys to have room for, if n are wanted: even, so that what is behind them is aligned. */
static uint32_t room_for(uint32_t n, unsigned log2)
{
    uint32_t most = (mask_of(log2) * (uint64_t)3 / 5 + 2) & ~1u;
    n = n < 4 ? 4 : (n + 1) & ~1u;
    return n < most ? n : most;
}

/* ---- places: a few in a row, then a leap ---- */

struct row {
    uint32_t i, end; /* its places: i to end */
    uint32_t mask;
    hashcode perturb;
};

static inline uint32_t row_end(uint32_t i, uint32_t mask)
{
    return i + IN_A_ROW <= mask ? i + IN_A_ROW : i;
}

static inline struct row row_first(hashcode h, uint32_t mask)
{
    uint32_t i = (uint32_t)h & mask;
    return (struct row){i, row_end(i, mask), mask, h};
}

/* From the first place of the row before. */
static inline void row_next(struct row *r, uint32_t first)
{
    r->perturb >>= 5;
    r->i = (first * 5 + 1 + (uint32_t)r->perturb) & r->mask;
    r->end = row_end(r->i, r->mask);
}

static inline int locate_in(const struct dict *s, value key, hashcode h, uint32_t *place, unsigned width)
{
    struct row r = row_first(h, mask_of(s->index_log2));
    uint32_t tag = ~r.mask & (width == 1 ? 0xff : width == 2 ? 0xffff : 0xffffffff);
    const hashcode *hashes = hashes_of(s);
    const void *index = index_of(s);
    for (;;) {
        for (uint32_t i = r.i; i <= r.end; i++) {
            uint32_t item = index_get(index, i, width), n = (item & r.mask) - 1;
            if (item == 0) {
                *place = i;
                return -1;
            }
            if (((item ^ (uint32_t)h) & tag) || hashes[n] != h)
                continue;
            value k = *set_key(s, n);
            if (k == key)
                return (int)n;
            if (k == UNDEF)
                continue;
            int same = table_keys_equal(s, n, k, key);
            if (same)
                return same == TABLE_CHANGED ? TABLE_CHANGED : (int)n;
            hashes = hashes_of(s);
            index = index_of(s);
        }
        row_next(&r, r.i);
    }
}

/* The entry of a key with hash h; -1: it is not there, and the search ended at the free *place. */
static int locate(const struct dict *s, value key, hashcode h, uint32_t *place)
{
    int n;
    do {
        switch (index_width(s->index_log2)) {
        case 1:
            if (s->index_log2 == 0) {
                *place = (uint32_t)h & mask_of(MIN_LOG2);
                return -1;
            }
            n = locate_in(s, key, h, place, 1);
            break;
        case 2:
            n = locate_in(s, key, h, place, 2);
            break;
        default:
            n = locate_in(s, key, h, place, 4);
        }
    } while (n == TABLE_CHANGED);
    return n;
}

/* The first free place for hash h. */
static uint32_t free_place(const struct dict *s, hashcode h)
{
    unsigned width = index_width(s->index_log2);
    const void *index = index_of(s);
    for (struct row r = row_first(h, mask_of(s->index_log2));; row_next(&r, r.i)) {
        for (uint32_t i = r.i; i <= r.end; i++) {
            if (index_get(index, i, width) == 0)
                return i;
        }
    }
}

/* Of the places on the way to a free one the last that leads to a hole; *n: the hole. False: there is none. */
static bool find_hole(const struct dict *s, hashcode h, uint32_t *place, uint32_t *n)
{
    struct row r = row_first(h, mask_of(s->index_log2));
    for (bool found = false;;) {
        for (uint32_t i = r.i; i <= r.end; i++) {
            uint32_t item = index_get(index_of(s), i, index_width(s->index_log2)), at = (item & r.mask) - 1;
            if (item == 0)
                return found;
            if (*set_key(s, at) != UNDEF)
                continue;
            *place = i;
            *n = at;
            found = true;
        }
        row_next(&r, r.i);
    }
}

/* Makes a key entry n, whose place this is. */
static void take_place(struct dict *s, value key, hashcode h, uint32_t place, uint32_t n)
{
    unsigned log2 = s->index_log2;
    *set_key(s, n) = key;
    hashes_of(s)[n] = h;
    index_set(index_of(s), place, index_width(log2), ((uint32_t)h & ~mask_of(log2)) | (n + 1));
    s->live++;
}

/* ---- making room ---- */

/* Room for more keys in a table of the same size. */
static void table_widen(struct dict *s)
{
    unsigned log2 = log2_of(s);
    uint32_t old = s->cap, cap = room_for(old * 2, log2);
    heap_buffer_resize(&s->owner, table_bytes(cap, log2), BUFFER_VALUES);
    const hashcode *hashes = hashes_of(s);
    const void *index = index_of(s);
    s->cap = cap;
    s->index_log2 = (uint8_t)log2;
    if (old == 0)
        return;
    memmove(index_of(s), index, (size_t)index_width(log2) << log2);
    memmove(hashes_of(s), hashes, s->used * sizeof *hashes);
}

/* Adds all keys of `from`, in order, where there is room and none of them. */
static void put_all(struct dict *s, const struct dict *from)
{
    value k;
    int64_t hash;
    for (uint32_t i = 0; set_next(from, &i, &k, &hash);) {
        check_break_large(i);
        if (s->used == s->cap)
            table_widen(s);
        take_place(s, k, (hashcode)hash, free_place(s, (hashcode)hash), s->used++);
    }
}

/* The table made anew for more than `least` keys: without holes, the keys taken in order. */
static void table_renew(struct dict *s, uint64_t least)
{
    unsigned log2 = MIN_LOG2;
    while (((uint64_t)1 << log2) <= least) {
        if (++log2 > MAX_LOG2)
            raise_memory_error();
    }
    struct dict *to = heap_object(&type_set, type_set.slots->size);
    uint32_t cap = room_for(s->live * 2, log2);
    heap_buffer(&to->owner, table_bytes(cap, log2), BUFFER_VALUES);
    to->cap = cap;
    to->index_log2 = (uint8_t)log2;
    put_all(to, s);
    table_take(s, to);
}

static void table_grow(struct dict *s)
{
    table_renew(s, (uint64_t)s->live * (s->live > LARGE ? 2 : 4));
}

void set_make_room(struct dict *s, uint32_t n)
{
    if (is_full(s->used + n, log2_of(s)))
        table_renew(s, ((uint64_t)s->live + n) * 2);
}

void set_close_holes(struct dict *s)
{
    if (s->used - s->live > mask_of(log2_of(s)) / 4)
        table_grow(s);
}

/* ---- what dict_inline.h declares ---- */

int set_find(const struct dict *s, value key, int64_t *hash)
{
    uint32_t place;
    if (*hash == HASH_UNKNOWN)
        *hash = (int64_t)hash_of(key);
    return locate(s, key, (hashcode)*hash, &place);
}

bool set_add_hashed(struct dict *s, value key, int64_t hash)
{
    hashcode h = hash == HASH_UNKNOWN ? hash_of(key) : (hashcode)hash;
    uint32_t place, hole;
    if (locate(s, key, h, &place) >= 0)
        return false;
    if (s->used > s->live && find_hole(s, h, &place, &hole)) {
        take_place(s, key, h, place, hole);
        return true;
    }
    if (s->used == s->cap) {
        if (is_full(s->used, log2_of(s))) { /* there was no memory for that when it became so */
            table_grow(s);
            place = free_place(s, h);
        } else {
            table_widen(s);
        }
    }
    take_place(s, key, h, place, s->used++);
    if (is_full(s->used, s->index_log2))
        table_grow(s);
    return true;
}

static inline bool next_in(const struct dict *s, uint32_t *i, value *k, int64_t *hash, unsigned width)
{
    uint32_t mask = mask_of(s->index_log2);
    const void *index = index_of(s);
    while (*i <= mask) {
        uint32_t item = index_get(index, (*i)++, width);
        if (item == 0)
            continue;
        uint32_t n = (item & mask) - 1;
        *k = *set_key(s, n);
        if (*k == UNDEF)
            continue;
        *hash = (int64_t)hashes_of(s)[n];
        return true;
    }
    return false;
}

bool set_next(const struct dict *s, uint32_t *i, value *k, int64_t *hash)
{
    switch (index_width(s->index_log2)) {
    case 1:
        return s->index_log2 && next_in(s, i, k, hash, 1);
    case 2:
        return next_in(s, i, k, hash, 2);
    default:
        return next_in(s, i, k, hash, 4);
    }
}

value set_pop(struct dict *s, uint32_t *from)
{
    uint32_t mask = mask_of(s->index_log2), i = *from & mask;
    for (;; i = (i + 1) & mask) {
        uint32_t item = index_get(index_of(s), i, index_width(s->index_log2));
        value *k = set_key(s, (item & mask) - 1);
        if (item == 0 || *k == UNDEF)
            continue;
        value v = *k;
        *k = UNDEF;
        s->live--;
        *from = i + 1;
        return v;
    }
}

/* An empty set becomes a copy: the same bytes. */
static void table_clone(struct dict *s, const struct dict *from)
{
    size_t bytes = table_bytes(from->cap, from->index_log2);
    dict_clear(s);
    heap_buffer(&s->owner, bytes, BUFFER_VALUES);
    memory_copy(s->owner.buf, from->owner.buf, bytes);
    s->used = s->live = from->live;
    s->cap = from->cap;
    s->index_log2 = from->index_log2;
}

void set_merge(struct dict *s, const struct dict *from)
{
    value k;
    int64_t hash;
    if (s == from || from->live == 0)
        return;
    set_make_room(s, from->live);
    if (s->used == 0 && log2_of(s) == from->index_log2 && from->used == from->live) {
        table_clone(s, from);
        return;
    }
    if (s->used == 0) {
        put_all(s, from);
        return;
    }
    for (uint32_t i = 0; set_next(from, &i, &k, &hash);) {
        check_break_large(i);
        set_add_hashed(s, k, hash);
    }
}
#endif
