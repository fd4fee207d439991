/* Records: the tuples with names that modules return (os.stat_result, time.struct_time, ...). They are
 * named tuples where there is room for that, and plain tuples in small builds. */
#ifndef ADDER_RECORD_H
#define ADDER_RECORD_H

#include "runtime.h"

enum record { RECORD_STAT, RECORD_STATVFS, RECORD_TIME, RECORD_UNAME, RECORD_VERSION, RECORD_FLOAT, RECORD_FLAGS, RECORD_INT, RECORD_HASH, RECORD_UNRAISABLE,
              RECORDS };

/* items: as many as the kind has. */
value record_new(enum record kind, const value *items);
/* Its class, which is called with a sequence of all items; UNDEF in small builds. */
value record_class(enum record kind);
#if ADDER_MODULES
void record_forget(void); /* at start */
void record_visit(void);  /* the roots */
#else
static inline void record_forget(void) {}
static inline void record_visit(void) {}
#endif

#endif
