/* The table behind dict and set: its short cuts, and its inner functions, which the types built
 * on it (set.c, dict_methods.c, collections) share. See dict.c for how it works. */
#ifndef ADDER_DICT_INLINE_H
#define ADDER_DICT_INLINE_H

#include "layout.h"

#define HASH_UNKNOWN ((int64_t)-1)

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
/* What to look up in a set for v: for a set, the frozenset equal to it. */
value set_lookup_key(value v);
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

static inline value *table_key(const struct dict *d, uint32_t n)
{
    return (value *)d->owner.buf + ((size_t)n << (d->stride - 1));
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
