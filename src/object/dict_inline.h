/* The table behind dict and set: its short cuts, and its inner functions, which the types built
 * on it (set.c, dict_methods.c, collections) share. See dict.c for how it works. */
#ifndef ADDER_DICT_INLINE_H
#define ADDER_DICT_INLINE_H

#include "layout.h"

#define HASH_UNKNOWN ((int64_t)-1)

#define TABLE_CHANGED (-2) /* the table changed while keys were compared: search again */

/* ---- the index: entry numbers + 1 in items as wide as they need to be; 0: a free place ---- */

static inline unsigned index_width(unsigned log2)
{
    return log2 <= 8 ? 1 : log2 <= 16 ? 2 : 4;
}

static inline uint32_t index_get(const void *index, uint32_t i, unsigned width)
{
    switch (width) {
    case 1:
        return ((const uint8_t *)index)[i];
    case 2:
        return ((const uint16_t *)index)[i];
    default:
        return ((const uint32_t *)index)[i];
    }
}

static inline void index_set(void *index, uint32_t i, unsigned width, uint32_t item)
{
    if (width == 1)
        ((uint8_t *)index)[i] = (uint8_t)item;
    else if (width == 2)
        ((uint16_t *)index)[i] = (uint16_t)item;
    else
        ((uint32_t *)index)[i] = item;
}

/* Whether entry n's key k, another word than key and with the same hash, equals key; or TABLE_CHANGED. */
int table_keys_equal(const struct dict *d, uint32_t n, value k, value key);

/* ---- tables ---- */

/* The entry of a key. *hash is the key's hash, or HASH_UNKNOWN (then it is set if it was needed).
 * -1: not there. May run Python code, which may even change the table: the answer is right all the same. */
int table_find(const struct dict *d, value key, int64_t *hash);
/* Adds a key that is not there; returns its entry, whose value is UNDEF. */
uint32_t table_append(struct dict *d, value key, int64_t hash);
/* Finds the key or adds it; *added says which. */
uint32_t table_find_or_append(struct dict *d, value key, int64_t hash, bool *added);
/* Makes entry n a hole. */
void table_remove(struct dict *d, uint32_t n);
/* The first or last key's entry; -1: the table is empty. */
int table_first(const struct dict *d);
int table_last(const struct dict *d);
/* Makes room for n more keys, if memory is there. */
void table_reserve(struct dict *d, size_t n);
/* Adds all of `from` (and its values, if both have values); stops if a comparison changes its size. */
void table_merge(struct dict *d, const struct dict *from);
/* Gives d the content of `from`, which becomes empty. */
void table_take(struct dict *d, struct dict *from);
/* An iterator of the items of a dict, and its next one. */
#if ADDER_METHODS
extern const struct type type_dict_item_iter;
static inline bool is_items_iter(value it) { return is_type(it, &type_dict_item_iter); }
#else
extern const struct type type_table_iter;
static inline bool is_items_iter(value it)
{
    return is_type(it, &type_table_iter) && ((const struct table_iter *)it)->kind == ITER_ITEMS;
}
#endif
enum pair_step dict_items_next_pair(value self, value *pair);
/* Slots and parts of dict, which its subclasses in C use, too. */
void table_trace(struct object *o);
word table_len(value self);
value dict_getitem(value self, value key);
void dict_setitem(value self, value key, value v);
int dict_contains(value self, value key);
value dict_compare(enum op op, value a, value b);
value dict_inplace(enum op op, value a, value b);
bool dict_equal(const struct dict *a, const struct dict *b);
value dict_popitem(struct dict *d, bool last);         /* raises KeyError */
void dict_print_items(const struct dict *d, struct printer *out);
void dict_update_args(struct dict *d, const char *name, size_t n, value *args, size_t nkw, const value *kwnames);

/* A key's hash as the table of a dict has it. */
static inline uint32_t hash_short(hashcode h) { return sizeof h == 4 ? (uint32_t)h : hash_fold((int64_t)h); }
static inline uint32_t table_hash_of(value key) { return hash_short(hash_of(key)); }

/* The words of an entry in the tables that the functions above work on. */
static inline unsigned table_stride(const struct dict *d) { return ADDER_SET_ORDER ? 2 : d->stride; }

static inline value *table_key(const struct dict *d, uint32_t n)
{
    return (value *)d->owner.buf + ((size_t)n << (table_stride(d) - 1));
}

/* The hash of entry n's key if the table holds it, else HASH_UNKNOWN. */
static inline int64_t table_hash(const struct dict *d, uint32_t n)
{
    return d->index_log2 ? (int64_t)((const uint32_t *)(const void *)table_key(d, d->cap))[n] : HASH_UNKNOWN;
}

/* The next key from entry *i on, and its hash as table_hash() tells it; false: there is none.
 * The table may have changed since the last call. */
static inline bool table_next(const struct dict *d, uint32_t *i, value *k, int64_t *hash)
{
    while (*i < d->used) {
        uint32_t n = (*i)++;
        *k = *table_key(d, n);
        if (*k != UNDEF) {
            *hash = table_hash(d, n);
            return true;
        }
    }
    return false;
}

/* ---- sets: keys only; in set_table.c, or tables like a dict's ---- */

/* What to look up in a set for v: for a set, the frozenset equal to it. */
value set_lookup_key(value v);

#if ADDER_SET_ORDER
static inline value *set_key(const struct dict *s, uint32_t n) { return (value *)s->owner.buf + n; }
/* As table_find(), with hashes of 64 bits. */
int set_find(const struct dict *s, value key, int64_t *hash);
/* Adds a key, whose hash may be HASH_UNKNOWN; false: it was there. */
bool set_add_hashed(struct dict *s, value key, int64_t hash);
/* The same for a key that was just looked for in vain. (CPython looks again.) */
#define set_add_missing set_add_hashed
/* The next key from place *i on, and its hash; false: there is none. The set may have changed since the last call. */
bool set_next(const struct dict *s, uint32_t *i, value *k, int64_t *hash);
/* Adds all of `from`. */
void set_merge(struct dict *s, const struct dict *from);
/* Makes room for n more keys if they would not fit: to be called where CPython does, since it changes the order. */
void set_make_room(struct dict *s, uint32_t n);
/* Makes the table anew if more than a quarter of it are holes. */
void set_close_holes(struct dict *s);
/* Removes and returns a key of a set that has some: the first from place *from on, which moves behind it. */
value set_pop(struct dict *s, uint32_t *from);
/* Makes entry n a hole. */
static inline void set_remove(struct dict *s, uint32_t n)
{
    *set_key(s, n) = UNDEF;
    s->live--;
}
#else
#define set_remove table_remove
#define set_find table_find
#define set_add_missing table_append
#define set_next table_next
#define set_merge table_merge
#define set_make_room(s, n) ((void)0)
#define set_close_holes(s) ((void)0)
bool set_add_hashed(struct dict *s, value key, int64_t hash);
#endif

/* d[key], UNDEF if it is not there: the machine's path. A small table is searched by word in line. */
static inline value dict_get_quick(const struct dict *d, value key)
{
    if (d->index_log2 == 0) {
        const value *e = (const value *)d->owner.buf;
        for (uint32_t n = d->used; n; n--, e += 2) {
            if (e[0] == key && key != UNDEF)
                return e[1];
        }
    }
    return dict_get(d, key);
}

/* d[key] = v where that changes an existing entry of a small plain dict; false: use dict_set. */
static inline bool dict_set_quick(struct dict *d, value key, value v)
{
    if (d->index_log2 == 0 && d->flags == 0) {
        value *e = (value *)d->owner.buf;
        for (uint32_t n = d->used; n; n--, e += 2) {
            if (e[0] == key) {
                e[1] = v;
                return true;
            }
        }
    }
    return false;
}

#endif
