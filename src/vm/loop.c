/* The loop: fetches, dispatches, and runs the fast path of each instruction in line. What is rare or
 * long is a function in ops.c, call.c, or below this floor.
 *
 * R is register 0 of the running frame, K its constants, pc the instruction. Before anything that may
 * raise, allocate or run Python code, SAVE() tells the rest of the system where we are: an
 * exception raised in C comes back by a long jump, and goes on at `unwind` with vm.base and vm.pc.
 */
#include "frame.h"
#include "ops.h"
#include "../object/class.h"
#include "../object/code.h"
#include "../object/dict_inline.h"

#ifndef LOOP_TRACED
#define LOOP_TRACED 0
#endif

#define A (pc[1])
#define B (pc[2])
#define C (pc[3])
#define D (pc[4])
#define SIGNED(i) ((int8_t)pc[i])
#define K16(i) (K[(unsigned)pc[i] | (unsigned)pc[(i) + 1] << 8])
#define J16(i) ((int16_t)((unsigned)pc[i] | (unsigned)pc[(i) + 1] << 8))
#define J32(i) ((int32_t)((uint32_t)J16U(i) | (uint32_t)J16U((i) + 2) << 16))
#define J16U(i) ((unsigned)pc[i] | (unsigned)pc[(i) + 1] << 8)
#if ADDER_FAST
#define SAVE() (vm.base = R, vm.pc = pc + 1)
#else
#define SAVE() ((void)0) /* at `dispatch`, for every instruction */
#endif
#define SAVE_JUMP() (vm.base = R, vm.pc = pc + 1)
#define FRAME_CODE() (frame_function(R)->code)
/* Who a traceback says ran here. */
#if ADDER_TRACING
#define FRAME_OWNER() \
    (link_flags(R) & FRAME_GENERATOR || tb_frame_is_named ? frame_owner(R) : from_ptr(frame_function(R)))
#else
#define FRAME_OWNER() from_ptr(frame_function(R))
#endif

#if ADDER_COMPUTED_GOTO
#define CASE(name) L_##name
#define DISPATCH() goto *labels[*pc]
#else
#define CASE(name) case BC_##name
#define CASES(first, last) case BC_##first ... BC_##last
#define DISPATCH() goto dispatch
#endif
#define NEXT_OP(length) do { pc += (length); DISPATCH(); } while (0)

#define likely(x) __builtin_expect(!!(x), 1)
#define unlikely(x) __builtin_expect(!!(x), 0)

/* Polls: at jumps; and where a frame begins or goes on. */
#if LOOP_TRACED
#define POLL() do { if (unlikely(vm.pending & ~(uint32_t)PENDING_TRACE)) { SAVE_JUMP(); handle_pending(); } } while (0)
#define POLL_FRAME() do { POLL(); trace_enter(R, pc); } while (0)
#define GENERATOR_RESUME generator_resume_alone
#define CALL_C trace_call
#define TRACE(call) call
#define machine_loop machine_loop_traced
#else
#if ADDER_TRACING
#define POLL_AS(how) do { if (unlikely(vm.pending)) { SAVE_JUMP(); machine_poll(how); } } while (0)
#else
#define POLL_AS(how) do { if (unlikely(vm.pending)) { SAVE_JUMP(); handle_pending(); } } while (0)
#endif
#define POLL() POLL_AS(GOING_ON)
#define POLL_FRAME() POLL_AS(NOT_RAISING)
#define GENERATOR_RESUME generator_resume
#define CALL_C call_kw
#define TRACE(call) ((void)0)
#endif

#if ADDER_FAST && !LOOP_TRACED
#define OP_SLICE op_slice
#else
#define OP_SLICE(r, pc) slice_new((r)[(pc)[2]], (r)[(pc)[2] + 1], (r)[(pc)[2] + 2])
#endif

#if ADDER_FAST
/* ---- arithmetic on two tagged ints: false when the result does not fit ---- */

static inline bool int_add(value a, value b, value *out)
{
    return !__builtin_add_overflow((word)(a - 1), (word)b, (word *)out);
}
static inline bool int_sub(value a, value b, value *out)
{
    word r;
    if (__builtin_sub_overflow((word)a, (word)b, &r)) return false;
    *out = (value)r | 1;
    return true;
}
static inline bool int_mul(value a, value b, value *out)
{
    word r;
    if (__builtin_mul_overflow((word)(a - 1), int_of(b), &r)) return false;
    *out = (value)r | 1;
    return true;
}
static inline bool int_floordiv(value a, value b, value *out)
{
    word x = int_of(a), y = int_of(b);
    if (y == 0 || y == -1) return false;
    word q = x / y;
    if ((x % y != 0) && ((x ^ y) < 0)) q--;
    *out = from_int(q);
    return true;
}
static inline bool int_mod(value a, value b, value *out)
{
    word x = int_of(a), y = int_of(b);
    if (y == 0 || y == -1) return false;
    word r = x % y;
    if (r != 0 && (r ^ y) < 0) r += y;
    *out = from_int(r);
    return true;
}
static inline bool int_and(value a, value b, value *out) { *out = a & b; return true; }
static inline bool int_or(value a, value b, value *out) { *out = a | b; return true; }
static inline bool int_xor(value a, value b, value *out) { *out = (a ^ b) | 1; return true; }
static inline bool int_shl(value a, value b, value *out)
{
    word x = int_of(a), n = int_of(b);
    if (n < 0 || n >= WORD_BITS - 2) return false;
    word r = (word)((value)x << n);
    if (r >> n != x || !fits_small(r)) return false;
    *out = from_int(r);
    return true;
}
static inline bool int_shr(value a, value b, value *out)
{
    word n = int_of(b);
    if (n < 0) return false;
    *out = from_int(int_of(a) >> (n < WORD_BITS ? n : WORD_BITS - 1));
    return true;
}
static inline bool int_div(value a, value b, value *out)
{
#if FLOAT_TAGGED && UINTPTR_MAX > 0xffffffffu
    word x = int_of(a), y = int_of(b);
    const word exact = (word)1 << 53;
    if (y == 0 || x > exact || x < -exact || y > exact || y < -exact) return false;
    value v = float_word((real)x / (real)y);
    if (!is_tagged_float(v)) return false;
    *out = v;
    return true;
#else
    (void)a; (void)b; (void)out;
    return false;
#endif
}

static inline bool int_inplace(unsigned op, value a, value b, value *out)
{
    switch (op) {
    case OP_FLOORDIV: return int_floordiv(a, b, out);
    case OP_MOD: return int_mod(a, b, out);
    case OP_AND: return int_and(a, b, out);
    case OP_OR: return int_or(a, b, out);
    case OP_XOR: return int_xor(a, b, out);
    case OP_SHL: return int_shl(a, b, out);
    case OP_SHR: return int_shr(a, b, out);
    default: return false;
    }
}

#define FLOAT_ADD(x, y) ((x) + (y))
#define FLOAT_SUB(x, y) ((x) - (y))
#define FLOAT_MUL(x, y) ((x) * (y))
#define FLOAT_DIV(x, y) ((x) / (y))

/* What the fast paths leave: by a function in C, or (R[B] op R[C]) perhaps by a method of the program's. */
#define SLOW_NUMBER(op, len) { SAVE(); R[A] = op_number(op, a, b); NEXT_OP(len); }
#define SLOW_INPLACE(op, len) { SAVE(); R[A] = op_number_inplace(op, a, b); NEXT_OP(len); }
#define SLOW_BINARY(op, len) { SAVE(); R[A] = binary(op, a, b); NEXT_OP(len); }
#define SLOW_OPERATOR(op, len) goto operator_slow;

/* One instruction of arithmetic. y is the right operand, len the instruction's length. */
#define ARITH_INT(op, y, len, int_fn, slow) { \
        value a = R[B], b = (y), r; \
        if (likely(both_int(a, b)) && likely(int_fn(a, b, &r))) { R[A] = r; NEXT_OP(len); } \
        slow(op, len) \
    }
#define ARITH(op, y, len, int_fn, float_op, slow) ARITH_OF(op, R[B], y, len, int_fn, float_op, slow)
#define ARITH_OF(op, x, y, len, int_fn, float_op, slow) { \
        value a = (x), b = (y), r; \
        if (both_int(a, b)) { \
            if (likely(int_fn(a, b, &r))) { R[A] = r; NEXT_OP(len); } \
        } else if (both_tagged_float(a, b)) { \
            r = float_word(float_op(tagged_float(a), tagged_float(b))); \
            if (likely(is_tagged_float(r))) { R[A] = r; NEXT_OP(len); } \
        } \
        slow(op, len) \
    }
/* The same with a small int in the instruction. */
#define ARITH_SMALL(op, int_fn, float_op, slow) { \
        value a = R[B], r; \
        if (likely(is_int(a))) { \
            if (likely(int_fn(a, from_int(SIGNED(3)), &r))) { R[A] = r; NEXT_OP(4); } \
        } else if (is_tagged_float(a)) { \
            r = float_word(float_op(tagged_float(a), (real)SIGNED(3))); \
            if (likely(is_tagged_float(r))) { R[A] = r; NEXT_OP(4); } \
        } \
        value b = from_int(SIGNED(3)); \
        slow(op, 4) \
    }
#define ARITH_DIV(x, y, len, slow) { \
        value a = (x), b = (y), r; \
        if (both_tagged_float(a, b)) { /* the divisor is not 0: that is an object */ \
            r = float_word(FLOAT_DIV(tagged_float(a), tagged_float(b))); \
            if (likely(is_tagged_float(r))) { R[A] = r; NEXT_OP(len); } \
        } else if (both_int(a, b) && int_div(a, b, &r)) { R[A] = r; NEXT_OP(len); } \
        slow(OP_DIV, len) \
    }

/* Comparison of a and b into the C int `cond`. */
#define COMPARE(op, c_op) \
    if (both_int(a, b)) cond = (word)a c_op (word)b; \
    else if (both_tagged_float(a, b)) cond = tagged_float(a) c_op tagged_float(b); \
    else { SAVE(); cond = op_compare(op, a, b); }
/* == and !=: an immediate (a symbol, None, ...) equals no other immediate. */
#define COMPARE_EQ(op, c_op) \
    if (both_int(a, b) || (is_immediate(a) && is_immediate(b))) cond = a c_op b; \
    else if (both_tagged_float(a, b)) cond = tagged_float(a) c_op tagged_float(b); \
    else { SAVE(); cond = op_compare(op, a, b); }
#endif

#if ADDER_FAST
#define BRANCH(taken, len, at) { \
        if (taken) { \
            int jump = J16(at); \
            pc += (len) + jump; \
            if (jump < 0) POLL_AT(); \
            DISPATCH(); \
        } \
        NEXT_OP(len); \
    }
#else
#define BRANCH(taken, len, at) { jump_taken = (taken); pc += (len); goto branch; }
#endif
#define POLL_AT() POLL()

#if ADDER_FAST
#define COMPARE_JUMPS(NAME, op, c_op, CMP) \
    CASE(J##NAME##T): { value a = R[A], b = R[B]; int cond; CMP(op, c_op) BRANCH(cond, 5, 3) } \
    CASE(J##NAME##F): { value a = R[A], b = R[B]; int cond; CMP(op, c_op) BRANCH(!cond, 5, 3) } \
    CASE(J##NAME##IT): { value a = R[A], b = from_int(SIGNED(2)); int cond; \
        if (likely(is_int(a))) cond = (word)a c_op (word)b; \
        else if (is_tagged_float(a)) cond = tagged_float(a) c_op (real)SIGNED(2); \
        else { SAVE(); cond = op_compare(op, a, b); } \
        BRANCH(cond, 5, 3) } \
    CASE(J##NAME##IF): { value a = R[A], b = from_int(SIGNED(2)); int cond; \
        if (likely(is_int(a))) cond = (word)a c_op (word)b; \
        else if (is_tagged_float(a)) cond = tagged_float(a) c_op (real)SIGNED(2); \
        else { SAVE(); cond = op_compare(op, a, b); } \
        BRANCH(!cond, 5, 3) }

/* An own attribute at the place that a cache entry tells. */
static inline value *cached_slot(struct instance *o, const struct cache_entry *e)
{
    if (e->kind == CACHE_SLOT) return &o->slots[e->index];
    return &list_items(list_of(o->slots[o->shape->cap - 1]))[e->index];
}

/* The entry (name, value) of a namespace that a cache entry tells; NULL: it has moved. */
static inline value *cached_global(const struct dict *globals, const struct cache_entry *e, value name)
{
    value *entry = (value *)globals->owner.buf + 2 * (size_t)e->index;
    return likely(e->index < globals->used && entry[0] == name) ? entry : NULL;
}
#endif

/* The truth of v where it is known without a call. */
static inline bool truth_of(value v, bool *out)
{
#if ADDER_FAST
    if (v == TRUE) { *out = true; return true; }
    if (v == FALSE || v == NONE) { *out = false; return true; }
    if (is_int(v)) { *out = v != from_int(0); return true; }
#else
    (void)v; (void)out;
#endif
    return false;
}

#if ADDER_FAST
/* Whether what comes next takes the pair in register b apart, and b is a temporary that nothing else reads. */
static inline bool is_pair_unpacked(const uint8_t *body, unsigned b, unsigned locals)
{
    return body[0] == BC_UNPACK && body[2] == b && body[3] == 2 && b >= locals;
}
#endif

value machine_loop(value *R, const uint8_t *pc, enum raising raising)
{
#if ADDER_COMPUTED_GOTO
    static const void *const labels[256] = {
#define OP(name, operands) &&L_##name,
#include "opcodes.def"
#undef OP
    };
#endif
    value *K = FRAME_CODE()->constants;
#if LOOP_TRACED
    if (raising == NOT_RAISING || raising == THROWN_IN) trace_enter(R, pc);
#endif
    if (raising == RAISED_IN_C) goto unwind;
    if (raising == THROWN_IN) goto unwind_frame;
#if ADDER_COMPUTED_GOTO
    DISPATCH();
    {
#else
#if !ADDER_FAST
    bool jump_taken;
    if (false) {
    branch: /* pc is behind a jump's offset */
        if (jump_taken) {
            int jump = J16(-2);
            pc += jump;
            if (jump < 0) POLL();
        }
    }
#endif
dispatch:
#if !ADDER_FAST
    SAVE_JUMP();
#endif
#if LOOP_TRACED
    if (!trace_is_on()) return machine.loop(R, pc, GOING_ON);
    pc = trace_line(R, pc);
#endif
    switch (*pc) {
#endif

    /* ---- moves ---- */

    CASE(MOVE): R[A] = R[B]; NEXT_OP(3);
    CASE(LOADK): R[A] = K16(2); NEXT_OP(4);
    CASE(LOADI): R[A] = from_int(SIGNED(2)); NEXT_OP(3);
    CASE(LOADS): R[A] = B == 255 ? UNDEF : IMMEDIATE(B); NEXT_OP(3);
    CASE(CHECK):
        if (unlikely(R[A] == UNDEF)) { SAVE(); raise_unbound(FRAME_CODE(), B); }
        NEXT_OP(3);
    CASE(CHECKFAR):
        if (unlikely(R[A] == UNDEF)) { SAVE(); raise_unbound_name(K16(2)); }
        NEXT_OP(4);
    CASE(DELLOCAL):
        if (unlikely(R[A] == UNDEF)) { SAVE(); raise_unbound(FRAME_CODE(), B); }
        R[A] = UNDEF;
        NEXT_OP(3);

    /* ---- names ---- */

#if ADDER_FAST
    CASE(GETG): {
        struct dict *globals = frame_function(R)->globals;
        value name = K16(2);
        struct cache_entry *e = cache_at(from_ptr(globals), name);
        if (likely(cache_hit(e, from_ptr(globals), name))) {
            if (e->kind == CACHE_GLOBAL) {
                value *entry = cached_global(globals, e, name);
                if (likely(entry != NULL)) { R[A] = entry[1]; NEXT_OP(4); }
            } else if (e->kind == CACHE_BUILTIN) {
                R[A] = e->v;
                NEXT_OP(4);
            }
        }
        if (cache_promote(from_ptr(globals), name)) DISPATCH();
        SAVE();
        R[A] = op_get_global(globals, name);
        NEXT_OP(4);
    }
    CASE(SETG): {
        struct dict *globals = frame_function(R)->globals;
        value name = K16(2);
        struct cache_entry *e = cache_at(from_ptr(globals), name);
        if (likely(cache_hit(e, from_ptr(globals), name)) && e->kind == CACHE_GLOBAL) {
            value *entry = cached_global(globals, e, name);
            if (likely(entry != NULL)) { entry[1] = R[A]; NEXT_OP(4); }
        }
        SAVE();
        op_set_global(globals, name, R[A]);
        NEXT_OP(4);
    }
#else
    CASE(GETG): R[A] = op_get_global(frame_function(R)->globals, K16(2)); NEXT_OP(4);
    CASE(SETG): op_set_global(frame_function(R)->globals, K16(2), R[A]); NEXT_OP(4);
#endif

    CASE(DELG): SAVE(); op_delete_global(frame_function(R)->globals, K16(1)); NEXT_OP(3);
    CASE(GETN): SAVE(); R[A] = op_get_name(R[0], frame_function(R)->globals, K16(2)); NEXT_OP(4);
    CASE(GETNF): SAVE(); R[A] = op_get_name_or_cell(R[0], K16(2), R[D]); NEXT_OP(5);
    CASE(SETN): SAVE(); op_set_name(R[0], K16(2), R[A]); NEXT_OP(4);
    CASE(DELN): SAVE(); op_delete_name(R[0], K16(1)); NEXT_OP(3);
    CASE(NEWCELL): SAVE(); R[A] = cell_new(R[A]); NEXT_OP(2);
    CASE(GETCELL): {
        value v = ((struct cell *)R[B])->v;
        if (unlikely(v == UNDEF)) { SAVE(); raise_unbound(FRAME_CODE(), C); }
        R[A] = v;
        NEXT_OP(4);
    }
    CASE(SETCELL): ((struct cell *)R[A])->v = R[B]; NEXT_OP(3);
    CASE(GETFREE): {
        value v = ((struct cell *)frame_function(R)->cells[B])->v;
        if (unlikely(v == UNDEF)) { SAVE(); raise_free_unbound(FRAME_CODE(), C); }
        R[A] = v;
        NEXT_OP(4);
    }
    CASE(SETFREE): ((struct cell *)frame_function(R)->cells[A])->v = R[B]; NEXT_OP(3);
    CASE(LOADFREE): R[A] = frame_function(R)->cells[J16U(2)]; NEXT_OP(4);
    CASE(GETSPILL): R[A] = list_items(list_of(R[B]))[J16U(3)]; NEXT_OP(5);
    CASE(SETSPILL): list_items(list_of(R[B]))[J16U(3)] = R[A]; NEXT_OP(5);
    CASE(NEWSPILL): SAVE(); R[A] = op_new_spill(J16U(2)); NEXT_OP(4);

    /* ---- attributes ---- */

#if ADDER_FAST
    CASE(GETATTR): {
        value o = R[B], name = K16(3);
        if (likely(is_obj(o))) {
            value key = attribute_key(obj_of(o));
            struct cache_entry *e = cache_at(key, name);
            if (likely(cache_hit(e, key, name))) {
                if (likely(e->kind == CACHE_SLOT)) { R[A] = ((struct instance *)o)->slots[e->index]; NEXT_OP(5); }
                if (e->kind == CACHE_VALUE) { R[A] = e->v; NEXT_OP(5); }
                if (e->kind == CACHE_LIST) { R[A] = *cached_slot((struct instance *)o, e); NEXT_OP(5); }
                if (e->kind == CACHE_MEMBER && ((struct instance *)o)->slots[e->index] != UNDEF) {
                    R[A] = ((struct instance *)o)->slots[e->index];
                    NEXT_OP(5);
                }
                if (e->kind == CACHE_GLOBAL && cached_global((struct dict *)key, e, name)) {
                    R[A] = cached_global((struct dict *)key, e, name)[1];
                    NEXT_OP(5);
                }
                if (e->kind == CACHE_GETTER && is_type(e->v, &type_function) && !(obj_of(o)->type->flags & TYPE_GETATTR)) {
                    SAVE();
                    value made;
                    value *base = op_push_call((struct function *)e->v, 1, &o, pc + 5, FRAME_RESUME, &made);
                    if (unlikely(base == NULL)) { R[A] = made; NEXT_OP(5); }
                    R = base;
                    K = FRAME_CODE()->constants;
                    pc = code_bytes(FRAME_CODE());
                    POLL_FRAME();
                    DISPATCH();
                }
            } else if (cache_promote(key, name)) {
                DISPATCH();
            }
        }
        SAVE();
        R[A] = get_attr(o, name);
        NEXT_OP(5);
    }
    CASE(SETATTR): {
        value o = R[B], name = K16(3);
        if (likely(has_instance_layout(o))) {
            struct instance *i = (struct instance *)o;
            struct cache_entry *e = cache_at(from_ptr(i->shape), name);
            if (likely(cache_hit(e, from_ptr(i->shape), name))) {
                if (e->kind == CACHE_SLOT || e->kind == CACHE_MEMBER) { i->slots[e->index] = R[A]; NEXT_OP(5); }
                if (e->kind == CACHE_ADD) { i->slots[e->index] = R[A]; i->shape = (struct shape *)e->v; NEXT_OP(5); }
                if (e->kind == CACHE_LIST) { *cached_slot(i, e) = R[A]; NEXT_OP(5); }
            } else if (cache_promote(from_ptr(i->shape), name)) {
                DISPATCH();
            }
        }
        SAVE();
        set_attr(o, name, R[A]);
        NEXT_OP(5);
    }
#else
    CASE(GETATTR): R[A] = get_attr(R[B], K16(3)); NEXT_OP(5);
    CASE(SETATTR): set_attr(R[B], K16(3), R[A]); NEXT_OP(5);
#endif

    CASE(DELATTR): SAVE(); set_attr(R[A], K16(2), UNDEF); NEXT_OP(4);
    CASE(METHOD): {
        value o = R[B], name = K16(3);
#if ADDER_FAST
        value key = is_obj(o) ? attribute_key(obj_of(o)) : from_ptr(type_of(o));
        struct cache_entry *e = cache_at(key, name);
        if (likely(cache_hit(e, key, name))) {
            if (likely(e->kind == CACHE_METHOD)) {
                R[A] = e->v;
                (R + A)[FRAME_HEAD] = o;
                NEXT_OP(5);
            }
            if (e->kind == CACHE_VALUE) {
                R[A] = e->v;
                (R + A)[FRAME_HEAD] = UNDEF;
                NEXT_OP(5);
            }
            if (e->kind == CACHE_GLOBAL && cached_global((struct dict *)key, e, name)) {
                R[A] = cached_global((struct dict *)key, e, name)[1];
                (R + A)[FRAME_HEAD] = UNDEF;
                NEXT_OP(5);
            }
        } else if (cache_promote(key, name)) {
            DISPATCH();
        }
#endif
        SAVE();
        value self = UNDEF;
        value method = get_method(o, name, &self);
        R[A] = method;
        (R + A)[FRAME_HEAD] = self;
        NEXT_OP(5);
    }
    CASE(GETSUPER): SAVE(); R[A] = super_load(R[A], (R + A)[1], K16(2), NULL); NEXT_OP(4);
    CASE(METHODSUPER): {
        SAVE();
        value self = UNDEF;
        value method = super_load(R[A], R[D], K16(2), &self);
        R[A] = method;
        (R + A)[FRAME_HEAD] = self;
        NEXT_OP(5);
    }

    /* ---- items ---- */

#if ADDER_FAST
    CASE(GETITEM): {
        value o = R[B], key = R[C];
        if (likely(is_obj(o))) {
            const struct type *t = obj_of(o)->type;
            if (is_int(key)) {
                size_t i = (size_t)int_of(key);
                if (t == &type_list) {
                    struct list *l = list_of(o);
                    if ((word)i < 0) i += l->len;
                    if (likely(i < l->len)) { R[A] = list_items(l)[i]; NEXT_OP(4); }
                } else if (t == &type_tuple) {
                    struct tuple *l = tuple_of(o);
                    if ((word)i < 0) i += l->len;
                    if (likely(i < l->len)) { R[A] = l->items[i]; NEXT_OP(4); }
                } else if (t == &type_bytearray) {
                    struct bytearray *l = (struct bytearray *)o;
                    if (likely(i < l->len)) { R[A] = from_int(((uint8_t *)l->owner.buf)[i]); NEXT_OP(4); }
                } else if (t == &type_str) {
                    struct str *s = (struct str *)o;
                    if ((s->len_flags & STR_ASCII) && i < s->len_flags >> 2) { R[A] = SYMBOL((uint8_t)s->data[i]); NEXT_OP(4); }
                } else if (t == &type_bytes) {
                    struct bytes *s = (struct bytes *)o;
                    if (likely(i < s->len)) { R[A] = from_int(s->data[i]); NEXT_OP(4); }
                } else if (t == &type_long_str) {
                    struct long_str *s = (struct long_str *)o;
                    if ((s->len_flags & STR_ASCII) && i < s->len_flags >> 2) {
                        R[A] = SYMBOL(((uint8_t *)s->owner.buf)[i]);
                        NEXT_OP(4);
                    }
                }
            }
            if (t == &type_dict) {
                SAVE();
                value v = dict_get_quick(dict_of(o), key);
                if (unlikely(v == UNDEF)) raise_key_error(key);
                R[A] = v;
                NEXT_OP(4);
            }
        }
        SAVE();
        value f = has_instance_layout(o) ? class_special(obj_of(o)->type, SYMBOL(S___getitem__)) : UNDEF;
        if (f != UNDEF && is_type(f, &type_function)) {
            value args[] = {o, key}, made;
            value *base = op_push_call((struct function *)f, 2, args, pc + 4, FRAME_OPERATOR, &made);
            if (unlikely(base == NULL)) { R[A] = made; NEXT_OP(4); }
            R = base;
            K = FRAME_CODE()->constants;
            pc = code_bytes(FRAME_CODE());
            POLL_FRAME();
            DISPATCH();
        }
        R[A] = get_item(o, key);
        NEXT_OP(4);
    }
    CASE(GETITEMI): {
        value o = R[B];
        size_t i = (size_t)(word)SIGNED(3);
        if (likely(is_obj(o))) {
            const struct type *t = obj_of(o)->type;
            if (t == &type_list) {
                struct list *l = list_of(o);
                if ((word)i < 0) i += l->len;
                if (likely(i < l->len)) { R[A] = list_items(l)[i]; NEXT_OP(4); }
            } else if (t == &type_tuple) {
                struct tuple *l = tuple_of(o);
                if ((word)i < 0) i += l->len;
                if (likely(i < l->len)) { R[A] = l->items[i]; NEXT_OP(4); }
            }
        }
        SAVE();
        R[A] = get_item(o, from_int(SIGNED(3)));
        NEXT_OP(4);
    }
    CASE(SETITEM): {
        value o = R[B], key = R[C];
        if (likely(is_obj(o))) {
            const struct type *t = obj_of(o)->type;
            if (t == &type_list && is_int(key)) {
                struct list *l = list_of(o);
                size_t i = (size_t)int_of(key);
                if ((word)i < 0) i += l->len;
                if (likely(i < l->len)) { list_items(l)[i] = R[A]; NEXT_OP(4); }
            } else if (t == &type_dict) {
                SAVE();
                if (!dict_set_quick(dict_of(o), key, R[A])) dict_set(dict_of(o), key, R[A]);
                NEXT_OP(4);
            } else if (t == &type_bytearray && both_int(key, R[A])) {
                struct bytearray *l = (struct bytearray *)o;
                if ((value)int_of(key) < l->len && (value)int_of(R[A]) < 256) {
                    ((uint8_t *)l->owner.buf)[int_of(key)] = (uint8_t)int_of(R[A]);
                    NEXT_OP(4);
                }
            }
        }
        SAVE();
        set_item(o, key, R[A]);
        NEXT_OP(4);
    }
#else
    CASE(GETITEM): R[A] = get_item(R[B], R[C]); NEXT_OP(4);
    CASE(GETITEMI): R[A] = get_item(R[B], from_int(SIGNED(3))); NEXT_OP(4);
    CASE(SETITEM): set_item(R[B], R[C], R[A]); NEXT_OP(4);
#endif

    CASE(DELITEM): SAVE(); set_item(R[A], R[B], UNDEF); NEXT_OP(3);
    CASE(GETSLICE): SAVE(); R[A] = op_get_slice(R[B], R[C], (R + C)[1]); NEXT_OP(4);
    CASE(SLICE): SAVE(); R[A] = OP_SLICE(R, pc); NEXT_OP(3);

    /* ---- arithmetic ---- */

#if ADDER_FAST
    CASE(ADD): ARITH(OP_ADD, R[C], 4, int_add, FLOAT_ADD, SLOW_OPERATOR)
    CASE(SUB): ARITH(OP_SUB, R[C], 4, int_sub, FLOAT_SUB, SLOW_OPERATOR)
    CASE(MUL): ARITH(OP_MUL, R[C], 4, int_mul, FLOAT_MUL, SLOW_OPERATOR)
    CASE(DIV): ARITH_DIV(R[B], R[C], 4, SLOW_OPERATOR)
    CASE(FLOORDIV): ARITH_INT(OP_FLOORDIV, R[C], 4, int_floordiv, SLOW_OPERATOR)
    CASE(MOD): ARITH_INT(OP_MOD, R[C], 4, int_mod, SLOW_OPERATOR)
    CASE(AND): ARITH_INT(OP_AND, R[C], 4, int_and, SLOW_OPERATOR)
    CASE(OR): ARITH_INT(OP_OR, R[C], 4, int_or, SLOW_OPERATOR)
    CASE(XOR): ARITH_INT(OP_XOR, R[C], 4, int_xor, SLOW_OPERATOR)
    CASE(SHL): ARITH_INT(OP_SHL, R[C], 4, int_shl, SLOW_OPERATOR)
    CASE(SHR): ARITH_INT(OP_SHR, R[C], 4, int_shr, SLOW_OPERATOR)
    CASE(POW): SAVE(); R[A] = op_power(R[B], R[C]); NEXT_OP(4);
    CASE(MATMUL): goto operator_slow;
    operator_slow: { /* R[A] = R[B] op R[C] */
        enum op op = (enum op)(OP_ADD + *pc - BC_ADD);
        value args[] = {R[B], R[C]}, f = UNDEF, made;
        SAVE();
        if (has_instance_layout(args[0])) f = instance_operator(op, args[0], args[1]);
        if (f == UNDEF) { R[A] = op_number(op, args[0], args[1]); NEXT_OP(4); }
        value *base = op_push_call((struct function *)f, 2, args, pc + 4, FRAME_OPERATOR, &made);
        if (unlikely(base == NULL)) { R[A] = made; NEXT_OP(4); }
        R = base;
        K = FRAME_CODE()->constants;
        pc = code_bytes(FRAME_CODE());
        POLL_FRAME();
        DISPATCH();
    }

    CASE(ADDK): ARITH(OP_ADD, K16(3), 5, int_add, FLOAT_ADD, SLOW_NUMBER)
    CASE(SUBK): ARITH(OP_SUB, K16(3), 5, int_sub, FLOAT_SUB, SLOW_NUMBER)
    CASE(MULK): ARITH(OP_MUL, K16(3), 5, int_mul, FLOAT_MUL, SLOW_NUMBER)
    CASE(DIVK): ARITH_DIV(R[B], K16(3), 5, SLOW_NUMBER)
    CASE(FLOORDIVK): ARITH_INT(OP_FLOORDIV, K16(3), 5, int_floordiv, SLOW_BINARY)
    CASE(MODK): ARITH_INT(OP_MOD, K16(3), 5, int_mod, SLOW_BINARY)
    CASE(ANDK): ARITH_INT(OP_AND, K16(3), 5, int_and, SLOW_BINARY)
    CASE(ORK): ARITH_INT(OP_OR, K16(3), 5, int_or, SLOW_BINARY)
    CASE(XORK): ARITH_INT(OP_XOR, K16(3), 5, int_xor, SLOW_BINARY)
    CASE(SHLK): ARITH_INT(OP_SHL, K16(3), 5, int_shl, SLOW_BINARY)
    CASE(SHRK): ARITH_INT(OP_SHR, K16(3), 5, int_shr, SLOW_BINARY)
    CASE(POWK): SAVE(); R[A] = op_power(R[B], K16(3)); NEXT_OP(5);

    CASE(RADDK): ARITH_OF(OP_ADD, K16(3), R[B], 5, int_add, FLOAT_ADD, SLOW_NUMBER)
    CASE(RSUBK): ARITH_OF(OP_SUB, K16(3), R[B], 5, int_sub, FLOAT_SUB, SLOW_NUMBER)
    CASE(RMULK): ARITH_OF(OP_MUL, K16(3), R[B], 5, int_mul, FLOAT_MUL, SLOW_NUMBER)
    CASE(RDIVK): ARITH_DIV(K16(3), R[B], 5, SLOW_NUMBER)

    CASE(ADDI): ARITH_SMALL(OP_ADD, int_add, FLOAT_ADD, SLOW_NUMBER)
    CASE(SUBI): ARITH_SMALL(OP_SUB, int_sub, FLOAT_SUB, SLOW_NUMBER)
    CASE(IADD): ARITH(OP_ADD, R[C], 4, int_add, FLOAT_ADD, SLOW_INPLACE)
    CASE(ISUB): ARITH(OP_SUB, R[C], 4, int_sub, FLOAT_SUB, SLOW_INPLACE)
    CASE(IMUL): ARITH(OP_MUL, R[C], 4, int_mul, FLOAT_MUL, SLOW_INPLACE)
    CASE(IADDI): ARITH_SMALL(OP_ADD, int_add, FLOAT_ADD, SLOW_INPLACE)
    CASE(ISUBI): ARITH_SMALL(OP_SUB, int_sub, FLOAT_SUB, SLOW_INPLACE)
    CASE(INPLACE): {
        value a = R[B], b = R[C], r;
        if (both_int(a, b) && int_inplace(D, a, b, &r)) { R[A] = r; NEXT_OP(5); }
        SAVE();
        R[A] = op_inplace(D, a, b);
        NEXT_OP(5);
    }
#else
    CASES(ADD, MATMUL): R[A] = op_number((enum op)(OP_ADD + *pc - BC_ADD), R[B], R[C]); NEXT_OP(4);
    CASES(ADDK, POWK): R[A] = op_number((enum op)(OP_ADD + *pc - BC_ADDK), R[B], K16(3)); NEXT_OP(5);
    CASES(RADDK, RDIVK): R[A] = op_number((enum op)(OP_ADD + *pc - BC_RADDK), K16(3), R[B]); NEXT_OP(5);
    CASES(ADDI, SUBI): R[A] = op_number((enum op)(OP_ADD + *pc - BC_ADDI), R[B], from_int(SIGNED(3))); NEXT_OP(4);
    CASES(IADD, IMUL): R[A] = op_number_inplace((enum op)(OP_ADD + *pc - BC_IADD), R[B], R[C]); NEXT_OP(4);
    CASES(IADDI, ISUBI):
        R[A] = op_number_inplace((enum op)(OP_ADD + *pc - BC_IADDI), R[B], from_int(SIGNED(3)));
        NEXT_OP(4);
    CASE(INPLACE): R[A] = op_number_inplace((enum op)D, R[B], R[C]); NEXT_OP(5);
#endif

#if ADDER_FAST
    CASE(NEG): {
        value v = R[B];
        if (is_int(v) && v != from_int(SMALL_MIN)) { R[A] = from_int(-int_of(v)); NEXT_OP(3); }
#if FLOAT_TAGGED
        if (is_tagged_float(v)) { R[A] = v ^ 4; NEXT_OP(3); } /* the sign bit was rotated to bit 2 */
#endif
        SAVE();
        R[A] = unary(OP_NEG, v);
        NEXT_OP(3);
    }
    CASE(POS): SAVE(); R[A] = unary(OP_POS, R[B]); NEXT_OP(3);
    CASE(INVERT): {
        value v = R[B];
        if (is_int(v)) { R[A] = v ^ ~(value)1; NEXT_OP(3); }
        SAVE();
        R[A] = unary(OP_INVERT, v);
        NEXT_OP(3);
    }
#else
    CASES(NEG, INVERT): R[A] = unary((enum op)(OP_NEG + *pc - BC_NEG), R[B]); NEXT_OP(3);
#endif
    CASE(NOT): {
        bool t;
        if (!truth_of(R[B], &t)) { SAVE(); t = truth(R[B]); }
        R[A] = from_bool(!t);
        NEXT_OP(3);
    }

    /* ---- comparison ---- */

#if ADDER_FAST
#define COMPARE_VALUE(NAME, op, c_op) \
    CASE(NAME): { \
        value a = R[B], b = R[C]; \
        if (both_int(a, b)) R[A] = from_bool((word)a c_op (word)b); \
        else if (both_tagged_float(a, b)) R[A] = from_bool(tagged_float(a) c_op tagged_float(b)); \
        else { SAVE(); R[A] = compare(op, a, b); } \
        NEXT_OP(4); \
    }
    COMPARE_VALUE(LT, OP_LT, <)
    COMPARE_VALUE(LE, OP_LE, <=)
    COMPARE_VALUE(GT, OP_GT, >)
    COMPARE_VALUE(GE, OP_GE, >=)
    COMPARE_VALUE(EQ, OP_EQ, ==)
    COMPARE_VALUE(NE, OP_NE, !=)
#else
    CASES(LT, NE): R[A] = compare((enum op)(OP_LT + *pc - BC_LT), R[B], R[C]); NEXT_OP(4);
#endif
    CASE(IS): R[A] = from_bool(op_is(R[B], R[C])); NEXT_OP(4);
    CASE(ISNOT): R[A] = from_bool(!op_is(R[B], R[C])); NEXT_OP(4);
    CASE(IN): SAVE(); R[A] = from_bool(op_contains(R[C], R[B])); NEXT_OP(4);
    CASE(NOTIN): SAVE(); R[A] = from_bool(!op_contains(R[C], R[B])); NEXT_OP(4);

    /* ---- jumps ---- */

    CASE(JUMP): {
        int jump = J16(1);
        pc += 3 + jump;
        if (jump < 0) POLL_AT();
        DISPATCH();
    }
    CASE(JUMPFAR): {
        int32_t jump = J32(1);
        pc += 5 + jump;
        if (jump < 0) POLL_AT();
        DISPATCH();
    }
    CASE(JT): {
        bool t;
        if (!truth_of(R[A], &t)) { SAVE(); t = truth(R[A]); }
        BRANCH(t, 4, 2)
    }
    CASE(JF): {
        bool t;
        if (!truth_of(R[A], &t)) { SAVE(); t = truth(R[A]); }
        BRANCH(!t, 4, 2)
    }
    CASE(JNONE): BRANCH(R[A] == NONE, 4, 2)
    CASE(JNOTNONE): BRANCH(R[A] != NONE, 4, 2)
    CASE(JIS): BRANCH(op_is(R[A], R[B]), 5, 3)
    CASE(JISNOT): BRANCH(!op_is(R[A], R[B]), 5, 3)
#if ADDER_FAST
    COMPARE_JUMPS(LT, OP_LT, <, COMPARE)
    COMPARE_JUMPS(LE, OP_LE, <=, COMPARE)
    COMPARE_JUMPS(GT, OP_GT, >, COMPARE)
    COMPARE_JUMPS(GE, OP_GE, >=, COMPARE)
    COMPARE_JUMPS(EQ, OP_EQ, ==, COMPARE_EQ)
    COMPARE_JUMPS(NE, OP_NE, !=, COMPARE_EQ)
#define COMPARE_CONSTANT(NAME, op, c_op) \
    CASE(J##NAME##KT): { value a = R[A], b = K16(2); int cond; COMPARE(op, c_op) BRANCH(cond, 6, 4) } \
    CASE(J##NAME##KF): { value a = R[A], b = K16(2); int cond; COMPARE(op, c_op) BRANCH(!cond, 6, 4) }
    COMPARE_CONSTANT(LT, OP_LT, <)
    COMPARE_CONSTANT(LE, OP_LE, <=)
    COMPARE_CONSTANT(GT, OP_GT, >)
    COMPARE_CONSTANT(GE, OP_GE, >=)
    CASE(JEQKT): { value a = R[A], b = K16(2); int cond; COMPARE_EQ(OP_EQ, ==) BRANCH(cond, 6, 4) }
    CASE(JEQKF): { value a = R[A], b = K16(2); int cond; COMPARE_EQ(OP_EQ, ==) BRANCH(!cond, 6, 4) }
#else
#define COMPARE_OF(first) (enum op)(OP_LT + *pc - BC_##first)
    CASES(JLTT, JNET): BRANCH(op_compare(COMPARE_OF(JLTT), R[A], R[B]), 5, 3)
    CASES(JLTF, JNEF): BRANCH(!op_compare(COMPARE_OF(JLTF), R[A], R[B]), 5, 3)
    CASES(JLTIT, JNEIT): BRANCH(op_compare(COMPARE_OF(JLTIT), R[A], from_int(SIGNED(2))), 5, 3)
    CASES(JLTIF, JNEIF): BRANCH(!op_compare(COMPARE_OF(JLTIF), R[A], from_int(SIGNED(2))), 5, 3)
    CASES(JLTKT, JGEKT): BRANCH(op_compare(COMPARE_OF(JLTKT), R[A], K16(2)), 6, 4)
    CASES(JLTKF, JGEKF): BRANCH(!op_compare(COMPARE_OF(JLTKF), R[A], K16(2)), 6, 4)
    CASE(JEQKT): BRANCH(op_compare(OP_EQ, R[A], K16(2)), 6, 4)
    CASE(JEQKF): BRANCH(!op_compare(OP_EQ, R[A], K16(2)), 6, 4)
#endif
    CASE(JIN): { SAVE(); bool t = op_contains(R[B], R[A]); BRANCH(t, 5, 3) }
    CASE(JNOTIN): { SAVE(); bool t = op_contains(R[B], R[A]); BRANCH(!t, 5, 3) }

    /* ---- loops ---- */

    CASE(ITER): SAVE(); op_iter(R + A, R[B]); NEXT_OP(3);
    CASE(RANGE): if (op_range(R + A, R + B, pc[3])) pc += J16(4); NEXT_OP(6);

#define DONE_JUMP { pc += 5 + J16(3); POLL_AT(); DISPATCH(); }
#if ADDER_FAST
    /* NEXT and LOOP share the fast paths: got(x) with the item, `done` at the end. */
#define ITERATE(got, done) \
        value *state = R + A; \
        value it = state[0]; \
        if (is_int(it)) { /* a range: items left, the next, the step */ \
            if (it != from_int(0)) { \
                value x = state[1]; \
                state[0] = it - 2; \
                state[1] = x + state[2] - 1; \
                got(x) \
            } \
            done \
        } \
        if (likely(is_obj(it))) { \
            const struct type *t = obj_of(it)->type; \
            if (t == &type_list) { \
                size_t i = (size_t)int_of(state[1]); \
                if (i < list_of(it)->len) { state[1] += 2; got(list_items(list_of(it))[i]) } \
                state[0] = from_int(0); \
                done \
            } \
            if (t == &type_tuple) { \
                size_t i = (size_t)int_of(state[1]); \
                if (i < tuple_of(it)->len) { state[1] += 2; got(tuple_of(it)->items[i]) } \
                done \
            } \
            if (t == &type_generator) goto resume_generator; \
        } \
        SAVE(); \
        if (is_pair_unpacked(body, B, FRAME_CODE()->info->locals)) { \
            value pair[2]; \
            enum pair_step step = iter_next_pair(it, pair); \
            if (step == PAIR_GOT) { \
                value *to = R + body[1]; \
                to[0] = pair[0]; \
                to[1] = pair[1]; \
                pc = body + 4; \
                POLL_AT(); \
                DISPATCH(); \
            } \
            if (step == PAIR_END) { done } \
        } \
        value x = op_next(state); \
        if (x != STOP) { got(x) } \
        done

#define GOT_FALL(x) { R[B] = (x); NEXT_OP(5); }
    CASE(NEXT): { const uint8_t *body = pc + 5; ITERATE(GOT_FALL, DONE_JUMP) }
#define GOT_BACK(x) { R[B] = (x); pc += 5 + J16(3); POLL_AT(); DISPATCH(); }
#define DONE_FALL NEXT_OP(5);
    CASE(LOOP): { const uint8_t *body = pc + 5 + J16(3); ITERATE(GOT_BACK, DONE_FALL) }
#else
    CASES(NEXT, LOOP): {
        if (is_type(R[A], &type_generator)) goto resume_generator;
        value x = op_step(R + A);
        if (x != STOP) R[B] = x;
        BRANCH((x != STOP) == (*pc == BC_LOOP), 5, 3)
    }
#endif

    resume_generator: { /* the iteration R[A] of NEXT or LOOP is a generator: its frame goes on top of ours */
        struct generator *g = (struct generator *)R[A];
        if (unlikely(g->state > GEN_SUSPENDED)) {
            SAVE();
            value x = op_next(R + A); /* closed: STOP; running: raises; an exception is thrown into it: as that goes */
            if (x != STOP) R[B] = x;
            if ((x != STOP) == (*pc == BC_LOOP)) DONE_JUMP
            NEXT_OP(5);
        }
        SAVE();
        R = GENERATOR_RESUME(g, NONE, R + FRAME_CODE()->info->registers, pc + 5, FRAME_RESUME);
    }
    enter_generator: /* its frame is at R */
        K = FRAME_CODE()->constants;
        pc = code_bytes(FRAME_CODE()) + frame_generator(R)->pc;
        POLL_FRAME();
        DISPATCH();

    CASE(GETITER): SAVE(); R[A] = get_iter(R[B]); NEXT_OP(3);
    CASE(ITERARG): SAVE(); R[A] = op_iter_argument(R[B]); NEXT_OP(3);
#if ADDER_ASYNC
    CASE(AITER): SAVE(); R[A] = op_aiter(R[B]); NEXT_OP(3);
    CASE(ANEXT): SAVE(); R[A] = op_anext(R[B]); NEXT_OP(3);
    CASE(GETAWAIT): SAVE(); R[A] = op_get_awaitable(R[B], (enum await_kind)C); NEXT_OP(4);
#else
    CASE(AITER):
    CASE(ANEXT):
    CASE(GETAWAIT): SAVE(); op_left_out();
#endif
#if ADDER_ASYNC_GENERATORS
    CASE(AGENWRAP): SAVE(); R[A] = op_async_value(R[B]); NEXT_OP(3);
#else
    CASE(AGENWRAP): SAVE(); op_left_out();
#endif
    CASE(UNPACK): {
        value v = R[B];
        size_t n = C;
        const value *items = NULL;
        if (is_tuple(v) && tuple_of(v)->len == n) items = tuple_of(v)->items;
        else if (is_list(v) && list_of(v)->len == n) items = list_items(list_of(v));
        if (likely(items != NULL)) {
            value *to = R + A;
            for (size_t i = 0; i < n; i++) to[i] = items[i];
            NEXT_OP(4);
        }
        SAVE();
        op_unpack(R + A, v, n);
        NEXT_OP(4);
    }
    CASE(UNPACKX): SAVE(); op_unpack_star(R + A, R[B], C, D); NEXT_OP(5);

    /* ---- calls ---- */

    {
        value *w;        /* the window */
        size_t n;        /* arguments by position */
        unsigned flags;

    CASE(CALLM):
        w = R + B;
        n = C;
        if (likely(w[FRAME_HEAD] != UNDEF)) n++;
        else for (size_t i = 0; i < n; i++) w[FRAME_HEAD + i] = w[FRAME_HEAD + i + 1];
        goto call_window;
    CASE(CALL):
        w = R + B;
        n = C;
    call_window: {
            value f = w[0];
            flags = 0;
            if (unlikely(!is_obj(f))) goto call_slow;
            const struct type *t = obj_of(f)->type;
            if (likely(t == &type_function)) {
#if ADDER_FAST
                const struct code *code = ((struct function *)f)->code;
                const struct code_info *info = code->info;
                value *base = w + FRAME_HEAD;
                if (likely((info->flags & CODE_SIMPLE) && info->positional == n &&
                           base + info->registers + FRAME_SLACK <= vm.limit)) {
                    link_set(base, pc + 4, B + FRAME_HEAD, 0);
                    for (size_t locals = info->locals; locals > n;) base[--locals] = UNDEF;
                    R = base;
                    K = (value *)code->constants;
                    pc = code_bytes(code);
                    POLL_FRAME();
                    DISPATCH();
                }
#endif
                goto call_function;
            }
            if (t == &type_builtin_function) {
                const struct cfunction *fn = (const struct cfunction *)f;
                value *args = w + FRAME_HEAD, v;
                vm.base = R;
                vm.pc = pc + 1;
                if (LOOP_TRACED) v = CALL_C(f, n, args, 0, NULL);
                else if (fn->kind == CF_1 && n == 1) v = fn->f.f1(args[0]);
                else if (fn->kind == CF_2 && n == 2) v = fn->f.f2(args[0], args[1]);
                else if (fn->kind == CF_3 && n == 3) v = fn->f.f3(args[0], args[1], args[2]);
                else if (fn->kind == CF_VAR && n >= fn->min && (n <= fn->max || fn->max == 255)) v = fn->f.fv(n, args);
                else v = cfunction_call(fn, n, args, 0, NULL);
                R[A] = v;
                NEXT_OP(4);
            }
            if (t == &type_type) {
                const struct type *cls = (const struct type *)f;
                SAVE();
                if (!(cls->flags & TYPE_HEAP) && cls->slots->make && cls != &type_type) {
                    value v = cls->slots->make(cls, n, w + FRAME_HEAD, 0, NULL);
                    R[A] = v;
                    NEXT_OP(4);
                }
                value init = (cls->flags & TYPE_HEAP) ? class_init_function(cls) : UNDEF;
                if (init == UNDEF || w + FRAME_HEAD + n + 2 + FRAME_SLACK > vm.limit) goto call_slow;
                if (init == NONE && n != 0) goto call_slow;
                value self = from_ptr(instance_new(cls));
                if (init == NONE) {
                    R[A] = self;
                    NEXT_OP(4);
                }
                /* The instance takes the class's place; __init__'s window begins a word above. */
                for (size_t i = n; i > 0; i--) w[FRAME_HEAD + 1 + i] = w[FRAME_HEAD + i - 1];
                w[FRAME_HEAD + 1] = self;
                w[0] = self;
                w[1] = init;
                w++;
                n++;
                flags = FRAME_INIT;
                goto call_function;
            }
            /* A bound method, an instance with __call__: what it is bound to goes before the arguments. */
            value self, method;
            if (t == &type_method) {
                self = ((struct method *)f)->self;
                method = ((struct method *)f)->function;
            } else if (ADDER_FAST && (t->flags & (TYPE_INSTANCE | TYPE_HEAP)) == (TYPE_INSTANCE | TYPE_HEAP)) {
                SAVE();
                self = f;
                method = class_special(t, SYMBOL(S___call__));
                if (method == UNDEF || !is_type(method, &type_function)) goto call_slow;
            } else {
                goto call_slow;
            }
            if (!op_insert_self(w, n, method, self)) goto call_slow;
            n++;
            goto call_window;
        }
    call_function: { /* a Python function, the general case */
            struct function *fn = (struct function *)w[0];
            if (unlikely(code_is_lazy(fn->code))) {
                SAVE();
                function_code(fn);
            }
            struct code *code = fn->code;
            const struct code_info *info = code->info;
            value *base = w + FRAME_HEAD;
            if (unlikely(base + info->registers + FRAME_SLACK > vm.limit)) {
                SAVE();
                base = segment_push(R, base, n, info->registers);
                base[-FRAME_HEAD] = from_ptr(fn);
                base[-FRAME_HEAD - 1] = w[-1]; /* the instance, if this is __init__ */
                link_set(base, pc + 4, 0, flags | FRAME_SEGMENT);
            } else {
                link_set(base, pc + 4, (size_t)(base - R), flags);
            }
            if (likely((info->flags & CODE_SIMPLE) && info->positional == n)) {
                size_t locals = info->locals;
                while (locals > n) base[--locals] = UNDEF;
            } else {
                SAVE();
                value made = op_bind(fn, base, n, 0, NULL);
                if (unlikely(made != UNDEF)) { R[A] = made; NEXT_OP(4); }
            }
            R = base;
            K = code->constants;
            pc = code_bytes(code);
            POLL_FRAME();
            DISPATCH();
        }
    call_slow:
        SAVE();
        {
            value v = call(w[0], n, w + FRAME_HEAD);
            if (flags & FRAME_INIT) v = op_init_result(w[-1], v);
            R[A] = v;
        }
        NEXT_OP(4);
    CASE(CALLMKW):
        w = R + B;
        n = C;
        if (likely(w[FRAME_HEAD] != UNDEF)) n++;
        else for (size_t i = 0; i < n; i++) w[FRAME_HEAD + i] = w[FRAME_HEAD + i + 1];
        goto call_keywords;
    CASE(CALLKW):
        w = R + B;
        n = C;
    call_keywords: {
            struct tuple *names = tuple_of(K16(4));
            n -= names->len;
            value f = w[0], self = UNDEF;
            SAVE();
            flags = FRAME_KEYWORDS;
            if (is_type(f, &type_type) && (((const struct type *)f)->flags & TYPE_HEAP)) {
                const struct type *cls = (const struct type *)f;
                value init = class_init_function(cls);
                if (init != UNDEF && init != NONE && w + FRAME_HEAD + n + names->len + 3 + FRAME_SLACK < vm.limit) {
                    self = from_ptr(instance_new(cls));
                    for (size_t i = n + names->len; i > 0; i--) w[FRAME_HEAD + 1 + i] = w[FRAME_HEAD + i - 1];
                    w[FRAME_HEAD + 1] = self;
                    w[0] = self;
                    w[1] = f = init;
                    w++;
                    n++;
                    flags |= FRAME_INIT;
                }
            }
            if (!is_type(f, &type_function)) {
                value v = CALL_C(f, n, w + FRAME_HEAD, names->len, names->items);
                R[A] = (flags & FRAME_INIT) ? op_init_result(w[-1], v) : v;
                NEXT_OP(6);
            }
            struct function *fn = (struct function *)f;
            const struct code_info *info = function_code(fn)->info;
            value *base = w + FRAME_HEAD;
            size_t room = info->registers > n + names->len ? info->registers : n + names->len;
            if (unlikely(base + room + FRAME_SLACK > vm.limit)) {
                base = segment_push(R, base, n + names->len, room);
                base[-FRAME_HEAD] = f;
                base[-FRAME_HEAD - 1] = w[-1];
                link_set(base, pc + 4, 0, flags | FRAME_SEGMENT);
            } else {
                link_set(base, pc + 4, (size_t)(base - R), flags);
            }
            value made = op_bind(fn, base, n, names->len, names->items);
            if (unlikely(made != UNDEF)) { R[A] = made; NEXT_OP(6); }
            R = base;
            K = FRAME_CODE()->constants;
            pc = code_bytes(FRAME_CODE());
            POLL_FRAME();
            DISPATCH();
        }

    CASE(CALLX): {
            SAVE();
            value f = (R + B)[0];
            value v;
            value *base = op_call_star(f, (R + B)[FRAME_HEAD], (R + B)[FRAME_HEAD + 1], pc, &v);
            if (base == NULL) { /* it is done */
                R[A] = v;
                NEXT_OP(3);
            }
            R = base;
            K = FRAME_CODE()->constants;
            pc = code_bytes(FRAME_CODE());
            POLL_FRAME();
            DISPATCH();
        }
    }

    {
        value v;
    CASE(RETNONE):
        v = NONE;
        goto do_return;
    CASE(RET):
        v = R[A];
    do_return:
        TRACE(trace_return(R, pc, v));
#if ADDER_TRACING
    leave:
#endif
        if (unlikely(link_flags(R))) goto special_return;
        pc = link_pc(R);
        R -= link_distance(R);
        K = FRAME_CODE()->constants;
        R[pc[-3]] = v;
        DISPATCH();

    special_return: {
            unsigned flags = link_flags(R);
            if (is_init(flags)) v = op_init_result(R[-FRAME_HEAD - 1], v);
            if (flags & FRAME_GENERATOR) {
#if ADDER_TRACING
                if (is_watched(flags)) {
                    frame_detach(R, pc + 1);
                    goto leave;
                }
#endif
                struct generator *g = frame_generator(R);
#if ADDER_TRACING
                if (unlikely(g->name != UNDEF)) {
                    SAVE_JUMP();
                    frame_detach_generator(g, R, (uint32_t)(vm.pc - code_bytes(FRAME_CODE())));
                }
#endif
                g->state = GEN_CLOSED;
                g->handling = UNDEF;
                vm.handling = R[-FRAME_HEAD - 1];
                vm.stop_value = v;
                if (generator_go_back(R)) {
                    K = FRAME_CODE()->constants;
                    pc = code_bytes(FRAME_CODE()) + frame_generator(R)->pc - GENERATOR_SEND;
                    goto delegate_done;
                }
            }
            pc = link_pc(R);
            value *caller = R - link_distance(R);
            if (flags & FRAME_SEGMENT) { caller = machine.segment->caller; segment_pop(); }
            vm.base = R = caller;
            if (flags & FRAME_ENTRY) return v;
            K = FRAME_CODE()->constants;
            switch (flags & FRAME_FORM) {
            case 0: R[pc[-3]] = v; break;
            case FRAME_KEYWORDS: R[pc[-3]] = v; pc += 2; break;
            case FRAME_STAR: R[pc[-2]] = v; break;
            default:
                if (is_operator(flags)) {
                    if (v == NOTIMPL && pc[-4] != BC_GETITEM) {
                        vm.pc = pc - 3;
                        v = binary_rest((enum op)(OP_ADD + pc[-4] - BC_ADD), R[pc[-2]], R[pc[-1]]);
                    }
                    R[pc[-3]] = v;
                    break;
                }
                /* a property's getter; or a generator that NEXT, LOOP or SEND resumed is finished */
                if (pc[-5] != BC_GETATTR) TRACE(trace_stop(R, pc, v));
                if (pc[-5] == BC_SEND || pc[-5] == BC_GETATTR) R[pc[-4]] = v;
                if (pc[-5] == BC_SEND || pc[-5] == BC_NEXT) pc += J16(-2);
            }
            DISPATCH();
        }
    }

    /* ---- generators ---- */

    {
        value v;
        struct generator *g;
    CASE(YIELDFROM):
        v = R[A];
        g = frame_generator(R);
        g->delegate = R[B];
        goto do_yield;
    CASE(YIELD):
        v = R[B];
        g = frame_generator(R);
    do_yield:
        TRACE(trace_return(R, pc, v));
        pc += 3;
        generator_suspend(g, R, (uint32_t)(pc - code_bytes(FRAME_CODE())));
        unsigned flags = link_flags(R);
        pc = link_pc(R);
        value *caller = R - link_distance(R);
        if (unlikely(flags & FRAME_SEGMENT)) { caller = machine.segment->caller; segment_pop(); }
        vm.base = R = caller;
        if (flags & FRAME_ENTRY) return v;
        K = FRAME_CODE()->constants;
        if (pc[-5] == BC_SEND) R[pc[-4]] = v;
        else R[pc[-3]] = v;
        if (pc[-5] == BC_LOOP) { pc += J16(-2); }
        POLL_AT();
        DISPATCH();
    }
    CASE(SEND): {
        value it = R[B];
        if (is_obj(it) && (obj_of(it)->type == &type_generator || (ADDER_ASYNC && obj_of(it)->type == &type_coroutine))) {
            struct generator *g = (struct generator *)it;
            if (g->state == GEN_SUSPENDED || (g->state == GEN_NEW && R[A] == NONE)) {
                SAVE();
                R = GENERATOR_RESUME(g, R[A], R + FRAME_CODE()->info->registers, pc + 5, FRAME_RESUME);
                goto enter_generator;
            }
        }
        SAVE();
        value v = op_send(it, R[A]);
        if (v == STOP) goto delegate_done;
        R[A] = v;
        NEXT_OP(5);
    }
    delegate_done:
        R[A] = vm.stop_value;
        pc += 5 + J16(3);
        DISPATCH();
    CASE(THROWN): {
        SAVE();
        value v = op_thrown(R[B], R[A]);
        if (v == STOP) goto delegate_done;
        R[A] = v;
        NEXT_OP(5);
    }

    /* ---- building ---- */

    CASE(LIST): SAVE(); { value v = list_new(C, R + B); R[A] = v; } NEXT_OP(4);
    CASE(TUPLE): SAVE(); { value v = tuple_new(C, R + B); R[A] = v; } NEXT_OP(4);
#if ADDER_SETS
    CASE(SET): SAVE(); { value v = op_set(C, R + B); R[A] = v; } NEXT_OP(4);
    CASE(SETADD): SAVE(); set_add(dict_of(R[A]), R[B]); NEXT_OP(3);
    CASE(SETUPDATE): SAVE(); op_set_update(R[A], R[B]); NEXT_OP(3);
#else
    CASE(SET):
    CASE(SETADD):
    CASE(SETUPDATE): SAVE(); op_left_out();
#endif
    CASE(DICT): SAVE(); { value v = from_ptr(dict_new(J16U(2))); R[A] = v; } NEXT_OP(4);
    CASE(APPEND): {
        struct list *l = list_of(R[A]);
        if (likely(l->len < l->cap)) { list_items(l)[l->len++] = R[B]; NEXT_OP(3); }
        SAVE();
        list_append(l, R[B]);
        NEXT_OP(3);
    }
    CASE(EXTEND): SAVE(); op_extend(list_of(R[A]), R[B]); NEXT_OP(3);
    CASE(DICTSET): SAVE(); dict_set(dict_of(R[A]), R[B], R[C]); NEXT_OP(4);
    CASE(DICTUPDATE): SAVE(); op_dict_update(R[A], R[B]); NEXT_OP(3);
    CASE(DICTMERGE): SAVE(); op_dict_merge(R[A], R[B], R[C]); NEXT_OP(4);
    CASE(LISTTUPLE): SAVE(); R[A] = op_list_to_tuple(R[B]); NEXT_OP(3);
    CASE(FORMAT): SAVE(); R[A] = op_format(R[B], C, D ? (R + D)[-1] : UNDEF); NEXT_OP(5);
    CASE(JOIN): SAVE(); { value v = str_join_pieces(C, R + B); R[A] = v; } NEXT_OP(4);
#if ADDER_TEMPLATES
    CASE(INTERPOLATION): SAVE(); R[A] = interpolation_new(R[B], (R + B)[1], C, (R + B)[2]); NEXT_OP(4);
    CASE(TEMPLATE): SAVE(); R[A] = template_new(tuple_of(R[B])->len, tuple_of(R[B])->items); NEXT_OP(3);
#else
    CASE(INTERPOLATION):
    CASE(TEMPLATE): SAVE(); op_left_out();
#endif
    CASE(CLOSURE): SAVE(); { value v = op_closure((struct code *)K16(2), frame_function(R)->globals, R + D); R[A] = v; } NEXT_OP(5);
    CASE(DEFAULTS): SAVE(); op_set_defaults((struct function *)R[A], R[B]); NEXT_OP(3);
    CASE(KWDEFAULTS): SAVE(); op_set_kwdefaults((struct function *)R[A], R[B]); NEXT_OP(3);
    CASE(ANNOTATE): SAVE(); op_annotate(R[A], R[B]); NEXT_OP(3);
    CASE(TYPEPARAMSET): SAVE(); op_set_type_params(R[A], R[B]); NEXT_OP(3);
    CASE(BUILDCLASS): {
        SAVE();
        value *w = R + B + FRAME_HEAD;
        value v = op_build_class(w);
        R[A] = v;
        NEXT_OP(3);
    }
#if ADDER_TYPING
    CASE(TYPEVAR): SAVE(); R[A] = typevar_new(C, R[B], (R + B)[1], (R + B)[2]); NEXT_OP(4);
    CASE(TYPEALIAS): SAVE(); R[A] = type_alias_new(R[B], (R + B)[1], (R + B)[2]); NEXT_OP(3);
#else
    CASE(TYPEVAR):
    CASE(TYPEALIAS): SAVE(); op_left_out();
#endif

    /* ---- exceptions ---- */

    CASE(RAISE): SAVE(); machine.exception = op_exception(R[A]); exception_set_context(machine.exception); goto unwind;
    CASE(RAISEFROM): {
        SAVE();
        value e = op_exception(R[A]);
        op_set_cause(e, R[B]);
        machine.exception = e;
        exception_set_context(e);
        goto unwind;
    }
    CASE(RERAISE):
        vm.base = R;
        vm.pc = pc + 1;
        machine.exception = R[A];
        goto unwind_quietly;
    CASE(RAISECURRENT):
        SAVE();
        if (vm.handling == NONE) raise_error(&type_RuntimeError, "No active exception to reraise");
        machine.exception = vm.handling;
        goto unwind_quietly;
    CASE(PUSHEXC): {
        value e = R[B];
        R[A] = link_flags(R) & FRAME_GENERATOR ? generator_handles(R, e) : vm.handling;
        vm.handling = e;
        NEXT_OP(3);
    }
    CASE(POPEXC): vm.handling = R[A] == UNDEF ? generator_handles_no_more(R) : R[A]; NEXT_OP(2);
    CASE(JNOMATCH): { SAVE(); bool t = exception_matches(R[A], R[B]); BRANCH(!t, 5, 3) }
#if ADDER_GROUPS
    CASE(STARMATCH): SAVE(); op_star_match(&R[A], &R[B], R[C]); NEXT_OP(4);
    CASE(STARPREP): SAVE(); R[A] = op_star_prepare(R[B]); NEXT_OP(3);
    CASE(STARRAISE): {
        SAVE();
        value e = op_star_raise(R[A], R[B], R[C]);
        if (e == NONE) NEXT_OP(4);
        machine.exception = e;
        goto unwind_quietly;
    }
#else
    CASE(STARMATCH):
    CASE(STARPREP):
    CASE(STARRAISE): SAVE(); op_left_out();
#endif
    CASE(ASSERTFAIL): SAVE(); op_assert_fail(R[A]);
    CASE(ENTER): SAVE(); op_enter(R + A, R[B], false); NEXT_OP(3);
    CASE(AENTER): SAVE(); op_enter(R + A, R[B], true); NEXT_OP(3);
    CASE(EXIT): SAVE(); R[A] = op_exit(R[B], R[C]); NEXT_OP(4);

    /* ---- import ---- */

    CASE(IMPORT): SAVE(); { value v = op_import(K16(2), R[D], pc[5]); R[A] = v; } NEXT_OP(6);
    CASE(IMPORTFROM): SAVE(); R[A] = op_import_from(R[B], K16(3)); NEXT_OP(5);
    CASE(IMPORTSTAR): SAVE(); op_import_star(R[A], R, frame_function(R)); NEXT_OP(2);
    CASE(IMPORTAS): SAVE(); R[A] = op_import_from(R[B], K16(3)); NEXT_OP(5);

    /* ---- patterns ---- */

#if ADDER_MATCH
    CASE(JNOTSEQ): BRANCH(!(type_of(R[A])->flags & TYPE_SEQUENCE), 4, 2)
    CASE(JNOTMAP): BRANCH(!(type_of(R[A])->flags & TYPE_MAPPING), 4, 2)
    CASE(LENGTH): SAVE(); R[A] = from_int(len_of(R[B])); NEXT_OP(3);
    CASE(MATCHKEYS): SAVE(); R[A] = op_match_keys(R[B], R[C]); NEXT_OP(4);
    CASE(MATCHREST): SAVE(); R[A] = op_match_rest(R[B], R[C]); NEXT_OP(4);
    CASE(MATCHCLASS): SAVE(); R[A] = op_match_class(R[B], R[C], (R + C)[1], J16U(4)); NEXT_OP(6);
#else
    CASE(JNOTSEQ):
    CASE(JNOTMAP):
    CASE(LENGTH):
    CASE(MATCHKEYS):
    CASE(MATCHREST):
    CASE(MATCHCLASS): SAVE(); op_left_out();
#endif

    CASE(DISPLAY): SAVE(); op_display(R[A]); NEXT_OP(2);
    CASE(NOP): NEXT_OP(1);

    /* ---- more than registers hold ---- */

#if STASHES
    CASE(GETCELLFAR): SAVE(); op_get_cell(R + A, R[B], K16(3)); NEXT_OP(5);
    CASE(GETFREEFAR): SAVE(); op_get_free(R + A, frame_function(R), J16U(2)); NEXT_OP(4);
    CASE(NEWSTASH): SAVE(); op_new_stash(R + A, B, J16U(3)); NEXT_OP(5);
    CASE(STASH): op_stash(R[A], R + B, C, J16U(4), false); NEXT_OP(6);
    CASE(UNSTASH): op_stash(R[A], R + B, C, J16U(4), true); NEXT_OP(6);
    CASE(UNPACKFAR): SAVE(); op_unpack_far(R + A, R[B], J16U(3), J16U(5)); NEXT_OP(7);
    CASE(CLOSUREFAR): SAVE(); op_closure_far(R + A, (struct code *)K16(2), frame_function(R), R[D], J16U(5)); NEXT_OP(7);
#else
    CASE(GETCELLFAR):
    CASE(GETFREEFAR):
    CASE(NEWSTASH):
    CASE(STASH):
    CASE(UNSTASH):
    CASE(UNPACKFAR):
    CASE(CLOSUREFAR): SAVE(); op_left_out();
#endif

#if !ADDER_COMPUTED_GOTO
    default: __builtin_unreachable();
#endif
    }

    /* machine.exception was raised at vm.base, vm.pc: to the innermost handler, or out of the entry frame. */
unwind:
    /* An iterator in C may call Python code that raises StopIteration: that ends the loop, too. */
    if (unlikely(vm.pc[-1] == BC_LOOP || vm.pc[-1] == BC_NEXT || vm.pc[-1] == BC_SEND) &&
        exception_matches(machine.exception, from_ptr(&type_StopIteration))) {
        R = vm.base;
        segments_unwind(R);
        TRACE(trace_exception());
        K = FRAME_CODE()->constants;
        pc = vm.pc - 1;
        vm.stop_value = stop_iteration_value(machine.exception);
        machine.exception = UNDEF;
        if (*pc == BC_SEND) goto delegate_done;
        pc += *pc == BC_NEXT ? 5 + J16(3) : 5;
        DISPATCH();
    }
unwind_frame:
    R = vm.base;
    segments_unwind(R);
    traceback_add(machine.exception, FRAME_OWNER(), (uint32_t)(vm.pc - code_bytes(FRAME_CODE())));
    TRACE(trace_exception());
unwind_quietly:
    R = vm.base;
    segments_unwind(R);
    for (;;) {
        uint32_t handler;
        uint8_t reg;
        struct code *code = FRAME_CODE();
        const uint8_t *bytes = code_bytes(code);
        if (code_handler(code, (uint32_t)(vm.pc - bytes), &handler, &reg)) {
            R[reg] = machine.exception;
            machine.exception = UNDEF;
            K = code->constants;
            pc = bytes + handler;
            POLL();
            DISPATCH();
        }
        unsigned flags = link_flags(R);
        TRACE(trace_return(R, vm.pc - 1, NONE));
#if ADDER_TRACING
        if (unlikely(is_watched(flags))) {
            frame_detach(R, vm.pc);
            flags = link_flags(R);
        }
        if (unlikely(code->name == SYMBOL(S___getattr__)) && flags & FRAME_ENTRY && code->info->positional == 2)
            attribute_error_tell(machine.exception, R[0], R[1]);
#endif
        if (flags & FRAME_GENERATOR) {
            generator_failed(frame_generator(R));
            vm.handling = R[-FRAME_HEAD - 1];
            if (generator_go_back(R)) {
                vm.pc = code_bytes(FRAME_CODE()) + frame_generator(R)->pc - GENERATOR_SEND + 1;
                traceback_add(machine.exception, FRAME_OWNER(), (uint32_t)(vm.pc - code_bytes(FRAME_CODE())));
                TRACE(trace_exception());
                continue;
            }
        }
        const uint8_t *back = link_pc(R);
        value *caller = R - link_distance(R);
        if (flags & FRAME_SEGMENT) { caller = machine.segment->caller; segment_drop(); }
        vm.base = R = caller;
        if (flags & FRAME_ENTRY) return UNDEF;
        vm.pc = back;
        traceback_add(machine.exception, FRAME_OWNER(), (uint32_t)(back - code_bytes(FRAME_CODE())));
        TRACE(trace_exception());
    }
}
