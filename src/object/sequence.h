/* What the sequence types share. */
#ifndef ADDER_SEQUENCE_H
#define ADDER_SEQUENCE_H

#include "layout.h"

/* The other operand of `sequence * v`, or of `v * sequence`; false: it is no integer, or has the operator under the
 * name `reflected` (`__rmul__`, or `__mul__`) itself. Raises OverflowError. */
bool sequence_count(value v, value reflected, word *times);
/* The length of a sequence of n items, repeated. Raises MemoryError if it is absurd. */
size_t sequence_total(size_t n, word times);
/* Fills to[0..total) with the n items over and over. */
void sequence_fill(value *to, size_t total, const value *items, size_t n);
/* A start or stop argument of index(): a negative one counts from the end; at least 0. */
size_t sequence_bound(value v, size_t len);
/* slice.indices(len) for integers of any size: start, stop and step. */
void slice_indices(value slice, value len, value *out);
/* What comparing two sequences comes to when one has ended, or both. */
value sequence_compare_lengths(enum op op, size_t n, size_t m);
/* The items of any iterable as a list that may be read, not changed: itself if it is one. */
struct list *list_view_of(value iterable);
/* Whether iter(v) has a chance; for messages. */
bool is_iterable(value v);
/* reversed(seq) for anything with len() and items by number. */
value reversed_new(value seq);

#endif
