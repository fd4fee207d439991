/* The built-in functions' prototypes, from builtins.def. */
#ifndef ADDER_BUILTINS_H
#define ADDER_BUILTINS_H

#include "../compiler/compiler.h"
#include "runtime.h"

#define FUN_0(name) value builtin_##name(void);
#define FUN_1(name) value builtin_##name(value v);
#define FUN_2(name) value builtin_##name(value a, value b);
#define FUN_3(name) value builtin_##name(value a, value b, value c);
#define FUN_V(name, min, max) value builtin_##name(size_t n, value *args);
#define FUN_K(name, min, max) value builtin_##name(size_t n, value *args, size_t nkw, const value *kwnames);
#define OBJECT(name, object)
#define CONSTANT(name, v)
#include "builtins.def"
#include "builtins_undef.h"

#endif
