/* The table behind dict, and behind set and frozenset where they are not in CPython's order (set_table.c): compact and ordered.
 *
 *   buffer:  entries[cap]   key and value (a set: key only), in insertion order; a deleted one is a
 *                           hole: its key is UNDEF
 *            hashes[cap]    uint32_t each  \  only when there is an index
 *            index[size]    see below      /
 *
 * A table of up to 8 entries has neither hashes nor index: it is searched from the start, by word
 * first. That needs keys whose comparison cannot run Python code ("simple" ones: strings, numbers,
 * immediates); a first key of another kind gives even a small table its index.
 *
 * An index item is (entry number + 1), in its low index_log2 bits, and above them those bits of the
 * hash: so most mismatches are seen without touching the entry. 0 is free. The size is a power of
 * two, at most two thirds used (holes included), its items are as narrow as they can be.
 * Deleting leaves the index as it is: it then leads to a hole. Holes go when the table is full:
 * then it is rebuilt, larger if need be.
 *
 * So that a table can serve as a queue, the hash of a hole tells how many holes there are in a row:
 * in entry 0, from there on; in others, up to there.
 */
#include "dict_inline.h"

#define SMALL_CAP 8  /* entries of a table without index */
#define ASIDE_FROM ((uint32_t)1 << 20) /* a table of more entries is made anew beside the old one */
#define MIN_LOG2 3
#define MAX_LOG2 30

/* ---- layout ---- */

static inline uint32_t capacity(unsigned log2)
{
    return (uint32_t)(((uint64_t)2 << log2) / 3);
}

static inline uint32_t *hashes_of(const struct dict *d)
{
    return (uint32_t *)(void *)table_key(d, d->cap);
}

static inline void *index_of(const struct dict *d)
{
    return hashes_of(d) + d->cap;
}

static size_t table_bytes(unsigned stride, uint32_t cap, unsigned log2)
{
    size_t bytes = (size_t)cap * stride * sizeof(value);
    if (log2)
        bytes += (size_t)cap * sizeof(uint32_t) + ((size_t)index_width(log2) << log2);
    return bytes;
}

/* Enters entry n, which has hash h. */
static inline void index_put(void *index, unsigned log2, unsigned width, uint32_t h, uint32_t n)
{
    uint32_t mask = ((uint32_t)1 << log2) - 1, i = h & mask, perturb = h;
    while (index_get(index, i, width)) {
        perturb >>= 5;
        i = (i * 5 + perturb + 1) & mask;
    }
    index_set(index, i, width, (h & ~mask) | (n + 1));
}

/* ---- comparing keys ---- */

static inline bool is_text(value v)
{
    return is_sym(v) || is_type(v, &type_str) || is_type(v, &type_long_str);
}

static inline bool is_simple(value v)
{
    if (!is_obj(v))
        return true;
    const struct type *t = obj_of(v)->type;
    return t == &type_str || t == &type_long_str || t == &type_int || t == &type_float || t == &type_bytes ||
           t == &type_long_bytes;
}

static inline uint32_t load32(const char *p)
{
    uint32_t x;
    memcpy(&x, p, sizeof x);
    return x;
}

/* Whether two strings with the same hash, in different objects, are the same: most likely they are. */
static inline bool same_text(const struct str *x, const struct str *y)
{
    size_t n = x->len_flags >> 2, i = 0;
    const char *a = x->data, *b = y->data;
    if (n != y->len_flags >> 2)
        return false;
    if (n < 4)
        return n == 0 || (a[0] == b[0] && a[n / 2] == b[n / 2] && a[n - 1] == b[n - 1]);
    for (; i + 4 <= n; i += 4) {
        if (load32(a + i) != load32(b + i))
            return false;
    }
    return load32(a + n - 4) == load32(b + n - 4);
}

static inline value *any_key(const struct dict *d, uint32_t n)
{
    return (value *)d->owner.buf + (size_t)n * d->stride;
}

int table_keys_equal(const struct dict *d, uint32_t n, value k, value key)
{
    if (is_text(k) && is_text(key))
        return str_equal(k, key);
    if (is_simple(k) && is_simple(key))
        return equal(k, key);
    uint32_t cap = d->cap;
    unsigned index_log2 = d->index_log2;
    int same = equal(k, key);
    /* (Another table of the same form will do: else a key that makes the table anew would be compared for ever.) */
    if (d->cap != cap || d->index_log2 != index_log2 || n >= d->used || *any_key(d, n) != k)
        return TABLE_CHANGED;
    return same;
}

/* ---- searching ---- */

static inline int search_index(const struct dict *d, value key, uint32_t h, unsigned width, bool text_only)
{
    uint32_t mask = ((uint32_t)1 << d->index_log2) - 1, i = h & mask, perturb = h;
    uint32_t tag = ~mask & (width == 1 ? 0xff : width == 2 ? 0xffff : 0xffffffff);
    unsigned stride_log2 = table_stride(d) - 1u;
    const value *keys = (const value *)d->owner.buf;
    const uint32_t *hashes = (const void *)(keys + ((size_t)d->cap << stride_log2));
    const void *index = hashes + d->cap;
    for (uint32_t item; (item = index_get(index, i, width)) != 0;) {
        if (((item ^ h) & tag) == 0) {
            uint32_t n = (item & mask) - 1;
            value k = keys[(size_t)n << stride_log2];
            if (k == key)
                return (int)n;
            if (hashes[n] == h && k != UNDEF && !(text_only && !is_text(k))) {
                int same;
                if (is_type(k, &type_str) && is_type(key, &type_str)) {
                    same = same_text((const struct str *)k, (const struct str *)key);
                } else {
                    same = table_keys_equal(d, n, k, key);
                    if (same == TABLE_CHANGED)
                        return TABLE_CHANGED;
                    keys = (const value *)d->owner.buf;
                    hashes = (const void *)(keys + ((size_t)d->cap << stride_log2));
                    index = hashes + d->cap;
                }
                if (same)
                    return (int)n;
            }
        }
        perturb >>= 5;
        i = (i * 5 + perturb + 1) & mask;
    }
    return -1;
}

static int search_hashed(const struct dict *d, value key, uint32_t h, bool text_only)
{
    switch (index_width(d->index_log2)) {
    case 1:
        return search_index(d, key, h, 1, text_only);
    case 2:
        return search_index(d, key, h, 2, text_only);
    default:
        return search_index(d, key, h, 4, text_only);
    }
}

/* A simple key in a table without index: never runs Python code. */
static int search_small(const struct dict *d, value key)
{
    uint32_t used = d->used;
    unsigned stride = table_stride(d);
    const value *keys = (const value *)d->owner.buf, *k = keys;
    for (uint32_t n = 0; n < used; n++, k += stride) {
        if (*k == key)
            return (int)n;
    }
    if (is_sym(key) || !is_immediate(key) || is_bool(key)) {
        bool text = is_text(key), number = is_int(key);
        k = keys;
        for (uint32_t n = 0; n < used; n++, k += stride) {
            if (*k == UNDEF || (is_sym(*k) && (is_sym(key) || !text)) || (number && is_int(*k)))
                continue;
            if (text ? is_text(*k) && str_equal(*k, key) : equal(*k, key))
                return (int)n;
        }
    }
    return -1;
}

/* hash_of() in the 32 bits of a table, in line where it is at hand. */
static inline uint32_t key_hash(value key)
{
    if (is_int(key))
        return hash_short(hash_int64(int_of(key)));
    if (is_type(key, &type_str) && (((const struct str *)key)->len_flags & STR_HASHED))
        return ((const struct str *)key)->hash;
    return table_hash_of(key);
}

/* A key that is not simple, in a table of simple ones. */
static int search_odd(const struct dict *d, value key, uint32_t h)
{
    for (uint32_t n = 0; n < d->used; n++) {
        value k = *table_key(d, n);
        if (k == UNDEF || key_hash(k) != h)
            continue;
        int same = table_keys_equal(d, n, k, key);
        if (same)
            return same == TABLE_CHANGED ? TABLE_CHANGED : (int)n;
    }
    return -1;
}

int table_find(const struct dict *d, value key, int64_t *hash)
{
    if (d->index_log2 == 0 && is_simple(key))
        return search_small(d, key);
    if (*hash == HASH_UNKNOWN)
        *hash = key_hash(key);
    int n;
    do
        n = d->index_log2 ? search_hashed(d, key, (uint32_t)*hash, false) : search_odd(d, key, (uint32_t)*hash);
    while (n == TABLE_CHANGED);
    return n;
}

int dict_find(const struct dict *d, value key)
{
    int64_t hash = HASH_UNKNOWN;
    return table_find(d, key, &hash);
}

int dict_find_symbol(const struct dict *d, value key)
{
    if (d->index_log2 == 0)
        return search_small(d, key);
    return search_hashed(d, key, symbol_hash(key), true);
}

/* ---- rebuilding ---- */

/* Closes the holes among entries and (if there is an index) hashes. The index is wrong afterwards. */
static void table_compact(struct dict *d)
{
    if (d->live == d->used)
        return;
    uint32_t *hashes = d->index_log2 ? hashes_of(d) : NULL;
    uint32_t to = 0;
    for (uint32_t n = 0; n < d->used; n++) {
        value *from = table_key(d, n), *into = table_key(d, to);
        if (from[0] == UNDEF)
            continue;
        into[0] = from[0];
        if (table_stride(d) == 2)
            into[1] = from[1];
        if (hashes)
            hashes[to] = hashes[n];
        to++;
    }
    d->used = to;
    if (d->flags & DICT_GLOBALS)
        cache_clear(); /* it knows entries by number */
}

static void table_fill_index(struct dict *d)
{
    unsigned log2 = d->index_log2, width = index_width(log2);
    const uint32_t *hashes = hashes_of(d);
    void *index = index_of(d);
    memset(index, 0, (size_t)width << log2);
    for (uint32_t n = 0; n < d->used; n++)
        index_put(index, log2, width, hashes[n], n);
}

/* The same for a large table, made anew beside the old one, so that Ctrl-C can end it: the old one is as it was.
 * False: there is no memory for that. */
static bool table_rebuild_aside(struct dict *d, uint32_t cap, unsigned log2)
{
    struct dict *to = heap_object(&type_dict, sizeof *to);
    if (!heap_try_buffer_resize(&to->owner, table_bytes(table_stride(d), cap, log2), BUFFER_VALUES))
        return false;
    to->stride = d->stride;
    to->cap = cap;
    to->index_log2 = (uint8_t)log2;
    uint32_t *hashes = hashes_of(to);
    const uint32_t *old_hashes = hashes_of(d);
    void *index = index_of(to);
    unsigned width = index_width(log2);
    for (uint32_t n = 0; n < d->used; n++) {
        const value *from = table_key(d, n);
        check_break_large(n);
        if (from[0] == UNDEF)
            continue;
        value *into = table_key(to, to->live);
        into[0] = from[0];
        if (table_stride(d) == 2)
            into[1] = from[1];
        hashes[to->live] = old_hashes[n];
        index_put(index, log2, width, old_hashes[n], to->live++);
    }
    if (d->flags & DICT_GLOBALS)
        cache_clear();
    heap_buffer_free(&d->owner);
    heap_buffer_give(&to->owner, &d->owner);
    d->used = d->live;
    d->cap = cap;
    d->index_log2 = (uint8_t)log2;
    return true;
}

/* Gives the table this capacity and index, and closes its holes. */
static void table_rebuild(struct dict *d, uint32_t cap, unsigned log2)
{
    if (ADDER_ALGORITHMS && d->used > ASIDE_FROM && table_rebuild_aside(d, cap, log2))
        return;
    size_t bytes = table_bytes(table_stride(d), cap, log2);
    size_t old_bytes = table_bytes(table_stride(d), d->cap, d->index_log2);
    if (bytes > old_bytes)
        heap_buffer_resize(&d->owner, bytes, BUFFER_VALUES);
    table_compact(d);
    const uint32_t *old_hashes = hashes_of(d);
    bool hashed = d->index_log2 != 0;
    d->cap = cap;
    d->index_log2 = (uint8_t)log2;
    if (log2) {
        uint32_t *hashes = hashes_of(d);
        if (hashed) {
            memmove(hashes, old_hashes, d->used * sizeof *hashes);
        } else {
            for (uint32_t n = 0; n < d->used; n++) /* all are simple: this cannot fail */
                hashes[n] = table_hash_of(*table_key(d, n));
        }
        table_fill_index(d);
    }
    if (bytes < old_bytes)
        heap_try_buffer_resize(&d->owner, bytes, BUFFER_VALUES);
}

/* Room for `want` entries in all, with an index. */
static void table_rebuild_indexed(struct dict *d, size_t want)
{
    unsigned log2 = MIN_LOG2;
    while (capacity(log2) < want) {
        if (++log2 > MAX_LOG2)
            raise_memory_error();
    }
    table_rebuild(d, capacity(log2), log2);
}

/* Called when used == cap: makes room for one more key at least. */
static void table_grow(struct dict *d)
{
    if (d->index_log2 || (d->cap >= SMALL_CAP && d->live == d->used)) {
        table_rebuild_indexed(d, (size_t)d->live + d->live / 2 + 1);
    } else if (d->live < d->used) {
        table_compact(d);
    } else {
        uint32_t cap = d->cap < 2 ? 2 : d->cap * 2;
        table_rebuild(d, cap > SMALL_CAP ? SMALL_CAP : cap, 0);
    }
}

void table_reserve(struct dict *d, size_t n)
{
    size_t want = d->live + n;
    if (want <= d->cap || want > capacity(MAX_LOG2))
        return;
    if (d->index_log2 == 0 && want <= SMALL_CAP)
        table_rebuild(d, (uint32_t)want, 0);
    else
        table_rebuild_indexed(d, want);
}

/* ---- changing ---- */

#define NOINLINE __attribute__((noinline)) /* it is called in many places */

/* Tells the attribute cache about a change of a namespace; `names`: keys came or went. */
static NOINLINE void table_tell_cache(struct dict *d, value key, bool names)
{
    if (!is_sym(key))
        return;
    if (d->flags & DICT_CLASS)
        cache_forget_name(key);
    if (names)
        cache_forget(from_ptr(d), key);
    if (ADDER_METHODS && key == SYMBOL(S_super))
        super_is_bound();
}

uint32_t table_append(struct dict *d, value key, int64_t hash)
{
    if (d->index_log2 == 0 && !is_simple(key))
        table_rebuild_indexed(d, (size_t)d->live + 1);
    else if (d->used == d->cap)
        table_grow(d);
    uint32_t n = d->used;
    if (d->index_log2) {
        uint32_t h = hash == HASH_UNKNOWN ? table_hash_of(key) : (uint32_t)hash;
        hashes_of(d)[n] = h;
        index_put(index_of(d), d->index_log2, index_width(d->index_log2), h, n);
    }
    value *e = table_key(d, n);
    e[0] = key;
    if (table_stride(d) == 2)
        e[1] = UNDEF;
    d->used = n + 1;
    d->live++;
    if (d->flags)
        table_tell_cache(d, key, true);
    return n;
}

uint32_t table_find_or_append(struct dict *d, value key, int64_t hash, bool *added)
{
    int n = table_find(d, key, &hash);
    *added = n < 0;
    return n < 0 ? table_append(d, key, hash) : (uint32_t)n;
}

void table_remove(struct dict *d, uint32_t n)
{
    value *e = table_key(d, n);
    if (d->flags)
        table_tell_cache(d, e[0], true);
    e[0] = UNDEF;
    if (table_stride(d) == 2)
        e[1] = UNDEF;
    d->live--;
    if (d->index_log2)
        hashes_of(d)[n] = 1;
}

/* ---- walking ---- */

int table_first(const struct dict *d)
{
    uint32_t n = 0;
    if (d->live == 0)
        return -1;
    if (*table_key(d, 0) != UNDEF)
        return 0;
    if (d->index_log2)
        n = hashes_of(d)[0];
    while (*table_key(d, n) == UNDEF)
        n++;
    if (d->index_log2)
        hashes_of(d)[0] = n;
    return (int)n;
}

int table_last(const struct dict *d)
{
    if (d->live == 0)
        return -1;
    uint32_t n = d->used - 1;
    while (*table_key(d, n) == UNDEF)
        n -= d->index_log2 ? hashes_of(d)[n] : 1;
    if (d->index_log2 && n < d->used - 1)
        hashes_of(d)[d->used - 1] = d->used - 1 - n;
    return (int)n;
}

bool dict_next(const struct dict *d, uint32_t *i, value *k, value *v)
{
    uint32_t n = *i;
    if (n == 0) {
        int first = table_first(d);
        if (first < 0)
            return false;
        n = (uint32_t)first;
    }
    for (; n < d->used; n++) {
        const value *e = table_key(d, n);
        if (e[0] == UNDEF)
            continue;
        *k = e[0];
        if (v)
            *v = e[1];
        *i = n + 1;
        return true;
    }
    *i = n;
    return false;
}

/* ---- whole tables ---- */

static struct dict *table_new(const struct type *t, unsigned stride, size_t room)
{
    struct dict *d = heap_object(t, t->slots->size);
    d->stride = (uint8_t)stride;
    if (room)
        table_reserve(d, room);
    return d;
}

struct dict *dict_new(size_t room)
{
    return table_new(&type_dict, 2, room);
}

#if ADDER_SETS
struct dict *set_new(const struct type *t)
{
    return table_new(t, 1, 0);
}
#endif

void dict_clear(struct dict *d)
{
    if (d->flags)
        cache_clear();
    d->used = d->live = d->cap = 0;
    d->index_log2 = 0;
    heap_buffer_free(&d->owner);
}

void table_take(struct dict *d, struct dict *from)
{
    dict_clear(d);
    heap_buffer_give(&from->owner, &d->owner);
    d->used = from->used;
    d->live = from->live;
    d->cap = from->cap;
    d->index_log2 = from->index_log2;
    from->used = from->live = from->cap = 0;
    from->index_log2 = 0;
}

/* An empty table becomes a copy of one without holes: the same bytes. */
static void table_clone(struct dict *d, const struct dict *from)
{
    size_t bytes = table_bytes(table_stride(from), from->cap, from->index_log2);
    dict_clear(d);
    heap_buffer(&d->owner, bytes, BUFFER_VALUES);
    memory_copy(d->owner.buf, from->owner.buf, bytes);
    d->used = d->live = from->live;
    d->cap = from->cap;
    d->index_log2 = from->index_log2;
}

void table_merge(struct dict *d, const struct dict *from)
{
    if (d == from || from->live == 0)
        return;
    if (d->live == 0 && from->live == from->used && table_stride(d) == table_stride(from) && !d->flags) {
        table_clone(d, from);
        return;
    }
    bool values = table_stride(d) == 2 && table_stride(from) == 2;
    if (from->live > 8 && d->live < from->live)
        table_reserve(d, from->live);
    value k;
    int64_t hash;
    uint32_t live = from->live;
    for (uint32_t i = 0; from->live == live && table_next(from, &i, &k, &hash);) {
        bool added;
        check_break_large(i);
        value v = values ? table_key(from, i - 1)[1] : UNDEF;
        uint32_t n = table_find_or_append(d, k, hash, &added);
        if (values)
            table_key(d, n)[1] = v;
        if (values && d->flags)
            table_tell_cache(d, k, false);
    }
}

struct dict *dict_copy(const struct dict *d)
{
    struct dict *copy = dict_new(0);
    table_merge(copy, d);
    return copy;
}

void table_trace(struct object *o)
{
    struct dict *d = (struct dict *)o;
    if (d->owner.buf)
        heap_visit_all(d->owner.buf, (size_t)d->used * d->stride);
}

word table_len(value self)
{
    return (word)dict_of(self)->live;
}

/* ---- dict ---- */

#define UNDECIDED TABLE_CHANGED

/* dict_find() for the keys that most programs use, ints and short strings, in a table with an index;
 * UNDECIDED: ask that. It is what makes dicts fast: short, and without calls. */
static inline int find_quick(const struct dict *d, value key)
{
    unsigned log2 = d->index_log2;
    if (ADDER_LEVEL < 2 || log2 == 0 || !(is_int(key) || is_sym(key) || is_type(key, &type_str)))
        return UNDECIDED;
    uint32_t h = key_hash(key), mask = ((uint32_t)1 << log2) - 1, i = h & mask, perturb = h;
    unsigned width = index_width(log2);
    uint32_t tag = ~mask & (width == 1 ? 0xff : width == 2 ? 0xffff : 0xffffffff);
    const value *keys = (const value *)d->owner.buf;
    const uint32_t *hashes = (const void *)(keys + 2 * (size_t)d->cap);
    const void *index = hashes + d->cap;
    for (uint32_t item; (item = index_get(index, i, width)) != 0;) {
        uint32_t n = (item & mask) - 1;
        if (((item ^ h) & tag) == 0) {
            value k = keys[2 * (size_t)n];
            if (k == key)
                return (int)n;
            if (hashes[n] == h && k != UNDEF) {
                if (!is_type(k, &type_str) || !is_type(key, &type_str))
                    return UNDECIDED;
                if (same_text((const struct str *)k, (const struct str *)key))
                    return (int)n;
            }
        }
        perturb >>= 5;
        i = (i * 5 + perturb + 1) & mask;
    }
    return -1;
}

value dict_get(const struct dict *d, value key)
{
    int n = find_quick(d, key);
    if (n == UNDECIDED)
        n = dict_find(d, key);
    return n < 0 ? UNDEF : table_key(d, (uint32_t)n)[1];
}

/* The general way. */
static void dict_set_any(struct dict *d, value key, value v)
{
    int64_t hash = HASH_UNKNOWN;
    int n = table_find(d, key, &hash);
    if (n < 0)
        n = (int)table_append(d, key, hash);
    else if (d->flags)
        table_tell_cache(d, key, false);
    table_key(d, (uint32_t)n)[1] = v;
}

void dict_set(struct dict *d, value key, value v)
{
    int n = d->flags ? UNDECIDED : find_quick(d, key);
    if (n < 0)
        dict_set_any(d, key, v);
    else
        table_key(d, (uint32_t)n)[1] = v;
}

value dict_pop(struct dict *d, value key)
{
    int n = dict_find(d, key);
    if (n < 0)
        return UNDEF;
    value v = table_key(d, (uint32_t)n)[1];
    table_remove(d, (uint32_t)n);
    return v;
}

bool dict_delete(struct dict *d, value key)
{
    int n = dict_find(d, key);
    if (n < 0)
        return false;
    table_remove(d, (uint32_t)n);
    return true;
}
