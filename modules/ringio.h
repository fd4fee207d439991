/* micropython.RingIO: see ringio.c. */
#ifndef ADDER_RINGIO_H
#define ADDER_RINGIO_H

#include "object/object.h"

extern const struct type type_RingIO;

#endif
