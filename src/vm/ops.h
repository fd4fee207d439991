/* The slow paths of instructions: what loop.c calls. Each may raise. */
#ifndef ADDER_OPS_H
#define ADDER_OPS_H

#include "frame.h"

_Noreturn void raise_unbound_name(value name);
_Noreturn void raise_unbound(struct code *code, unsigned local);      /* names-table index */
_Noreturn void raise_free_unbound(struct code *code, unsigned name);

/* names */
value op_get_global(struct dict *globals, value name);
void op_set_global(struct dict *globals, value name, value v);
void op_delete_global(struct dict *globals, value name);
value op_get_name(value names, struct dict *globals, value name);
value op_get_name_or_cell(value names, value name, value cell);
void op_set_name(value names, value name, value v);
void op_delete_name(value names, value name);
value op_new_spill(size_t n);
#define STASHES (ADDER_LARGE_FUNCTIONS || ADDER_CODE_FILES)
void op_new_stash(value *registers, size_t filled, size_t n);
void op_stash(value stash, value *registers, size_t n, size_t at, bool back);
void op_closure_far(value *to, struct code *code, const struct function *maker, value stash, size_t at);
void op_get_cell(value *to, value cell, value name);
void op_get_free(value *to, const struct function *f, unsigned i);

/* operators; numbers of mixed kinds first */
value op_number(enum op op, value a, value b);
value op_number_inplace(enum op op, value a, value b);
value op_inplace(enum op op, value a, value b);
value op_power(value a, value b);
bool op_compare(enum op op, value a, value b);
bool op_contains(value container, value v);
static inline bool op_is(value a, value b) { return a == b; }
value op_get_slice(value o, value start, value stop);
/* The slice that the instruction SLICE at pc makes. If the next one but stores into a buffer by it, it takes no memory. */
#if ADDER_FAST
value op_slice(const value *registers, const uint8_t *pc);
#endif

/* loops */
void op_iter(value *state, value iterable);
/* ... over range(n arguments in the call window); false: that is not what is called there, or no loop over small ints. */
bool op_range(value *state, const value *window, unsigned n);
value op_iter_argument(value iterable);
value op_next(value *state); /* of anything but ranges, lists, tuples */
value op_step(value *state); /* of anything but a generator (of a loop without ADDER_FAST) */
value op_aiter(value o);
value op_anext(value o);
void op_unpack(value *to, value iterable, size_t n);
void op_unpack_star(value *to, value iterable, size_t before, size_t after);
void op_unpack_far(value *result, value v, size_t before, size_t after);

/* calls */
/* Binds the arguments of a Python function in the new frame at base. UNDEF: run it; else the generator made of it. */
value op_bind(struct function *f, value *base, size_t n, size_t nkw, const value *kwnames);
/* A new frame for f, its arguments bound: its base; or NULL and in *made the generator that the call makes. */
value *op_push_call(struct function *f, size_t n, const value *args, const uint8_t *back, unsigned form, value *made);
/* Makes a call window call `method` with self before its n arguments; false: there is no room. */
bool op_insert_self(value *window, size_t n, value method, value self);
value op_init_result(value instance, value result);
/* f(*args, **keywords). Returns the base of a new frame to run, or NULL: it is done, *result. */
value *op_call_star(value f, value args, value keywords, const uint8_t *pc, value *result);

/* generators */
value op_send(value iterator, value v);       /* STOP: finished, vm.stop_value */
value op_thrown(value iterator, value exception);
value op_get_awaitable(value o, enum await_kind kind);
value op_async_value(value v);

/* building */
value op_set(size_t n, const value *items);
void op_extend(struct list *l, value iterable);
value op_star_list(value callee, value iterable); /* of a call's only *argument */
void op_set_update(value set, value iterable);
void op_dict_update(value dict, value mapping);
void op_dict_merge(value dict, value mapping, value callee);
value op_list_to_tuple(value list);
value op_format(value v, unsigned conversion, value spec);
value op_closure(struct code *code, struct dict *globals, const value *cells);
void op_set_defaults(struct function *f, value defaults);
void op_set_kwdefaults(struct function *f, value defaults);
void op_annotate(value function, value annotate);
void op_set_type_params(value o, value params);

/* exceptions */
_Noreturn void op_left_out(void);             /* an instruction that this build has not: of a code file from another */
value op_exception(value v);                  /* an instance of an exception class or instance; TypeError */
void op_set_cause(value exception, value cause);
void op_star_match(value *rest, value *match, value types);
value op_star_prepare(value exception);
value op_star_raise(value original, value raised, value rest); /* what is to be raised now, or None */
_Noreturn void op_assert_fail(value message);
void op_enter(value *to, value manager, bool async);
value op_exit(value exit, value exception);

/* import */
value op_import(value name, value fromlist, unsigned level);
value op_import_from(value module, value name);
value op_build_class(const value *w);
void op_import_star(value module, value *registers, struct function *f);

/* patterns */
value op_match_keys(value subject, value keys);
value op_match_rest(value subject, value keys);
value op_match_class(value subject, value cls, value names, unsigned positional);

void op_display(value v);

#endif
