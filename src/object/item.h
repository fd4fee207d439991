/* Items of arrays, memoryviews and packed structs: numbers as bytes. The codes are those of the struct
 * module. */
#ifndef ADDER_ITEM_H
#define ADDER_ITEM_H

#include "layout.h"

#if ADDER_ITEMS
/* Codes: ? c b B h H i I l L q Q n N P e f d, and of arrays u w: characters, as strs. */
struct item_kind {
    uint8_t size;     /* native; 0: no such code */
    uint8_t align;    /* native, within a struct */
    uint8_t standard; /* the size outside of native mode; 0: no such code there */
};
extern const struct item_kind item_kinds['w' - '?' + 1]; /* from '?' to 'w' */
static inline struct item_kind item_kind(char code)
{
    return code >= '?' && code <= 'w' ? item_kinds[code - '?'] : (struct item_kind){0, 1, 0};
}
static inline unsigned item_size(char code)
{
    return item_kind(code).size;
}
bool item_is_signed(char code);
#else
static inline unsigned item_size(char code) { return code == 'B'; }
#endif
#define ITEM_BIG_ENDIAN (__BYTE_ORDER__ == __ORDER_BIG_ENDIAN__)

/* The value of the item at p, which need not be aligned. size is that of the format, which may differ
 * from item_size(code) where it is an integer. A 'c' gives a bytes of length 1. */
value item_load(char code, unsigned size, bool big_endian, const uint8_t *p);

/* The same, of native size and order: fast. */
#if ADDER_ITEMS
value item_load_native(char code, const uint8_t *p);
#else
static inline value item_load_native(char code, const uint8_t *p)
{
    (void)code;
    return from_int(*p);
}
#endif

enum item_result { ITEM_STORED, ITEM_RANGE, ITEM_TYPE };
/* Writes v. ITEM_RANGE: it does not fit; ITEM_TYPE: it is of the wrong type (of 'c': no bytes of length 1).
 * Raises only what an __index__ or __float__ raises. */
enum item_result item_store(char code, unsigned size, bool big_endian, uint8_t *p, value v);
/* The same, of native size and order. A number too large for a float becomes infinite, as in C. */
enum item_result item_store_native(char code, uint8_t *p, value v);

/* The `iter` slot of what has a buffer: an iterator over its items. */
value item_iter(value seq);
/* The item at *index, which then is that of the next; STOP behind the last. Of what item_iter() iterates over. */
value item_next(value seq, size_t *index);

#endif
