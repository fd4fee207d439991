/* memoryview: what its two files know of a view (memoryview.c has the text about them). */
#ifndef ADDER_OBJECT_MEMORYVIEW_H
#define ADDER_OBJECT_MEMORYVIEW_H

#include "class.h"
#include "item.h"

struct memoryview {
    struct object head;
    value base;    /* the object with the bytes; UNDEF: released */
    size_t offset; /* of the first item, in bytes */
    size_t len;    /* rows */
    word stride;   /* bytes from one row to the next; may be negative */
    char format;   /* see item.h */
    uint8_t itemsize;
    bool readonly;
    bool entered; /* inside `with`: the bytearray counts an export */
#if ADDER_METHODS
    bool marked; /* the format was given with an '@' */
    value exporter, given; /* the object whose __buffer__() gave this view, and is to be told when it is released */
    value inner; /* the sizes of all dimensions but the first, a tuple; UNDEF: one dimension; NONE: no dimension, one item */
    word row;    /* the bytes of a row */
#endif
};

#if ADDER_METHODS
static inline word row_size(const struct memoryview *m)
{
    return m->row;
}

static inline size_t dimensions(const struct memoryview *m)
{
    return m->inner == UNDEF ? 1 : m->inner == NONE ? 0 : tuple_of(m->inner)->len + 1;
}
#else
static inline word row_size(const struct memoryview *m)
{
    return m->itemsize;
}

static inline size_t dimensions(const struct memoryview *m)
{
    (void)m;
    return 1;
}
#endif

static inline size_t view_size(const struct memoryview *m)
{
    return m->len * (size_t)row_size(m);
}

static inline bool is_contiguous(const struct memoryview *m)
{
    return m->stride == row_size(m) || m->len == 1 || (m->len == 0 && dimensions(m) > 1);
}

static inline bool is_byte_format(char c)
{
    return c == 'B' || c == 'b' || c == 'c';
}

static inline value view_load(const struct memoryview *m, const uint8_t *item)
{
    return item_load_native(m->format, item);
}

struct memoryview *view_of(value self);             /* TypeError if it is none, ValueError if it was released */
uint8_t *view_data(const struct memoryview *m);     /* where the first item is, right now; BufferError: no longer there */
value view_new(const struct memoryview *like);      /* another view like this one, which is no object */
/* How far the item that key selects is from the first one, in bytes; writing: for words of errors. */
word view_find(const struct memoryview *m, value key, bool writing);
void need_one_dimension(const struct memoryview *m, const char *if_none, const char *if_more);

/* The size of a dimension, and in *stride the bytes from one of its indices to the next. */
size_t view_dimension(const struct memoryview *m, size_t i, word *stride);

extern const struct slots memoryview_slots;

#endif
