/* Units: what every part of the code generator does with the code object it is making. Emitting
 * instructions, labels, the constants, and handing out registers. */
#include "codegen.h"

#if ADDER_SYNTAX_MESSAGES
void (compile_error)(const struct compiler *c, const struct node *where, const char *format, ...)
{
    struct printer p;
    va_list args;
    printer_init(&p);
    va_start(args, format);
    print_vformat(&p, format, args);
    va_end(args);
    syntax_error_at(c->filename, where, printer_str(&p));
}
#else
void compile_error_plain(const struct compiler *c, const struct node *where)
{
    syntax_error_at(c->filename, where, UNDEF);
}
#endif

void compile_left_out(const struct compiler *c, const struct node *where)
{
    syntax_error_at(c->filename, where, str_new("not in this build", 17));
}

/* ---- opening ---- */

/* Registers that come before the named ones: a namespace, the arguments of hidden functions. */
static unsigned fixed_registers(const struct scope *s)
{
    switch (s->kind) {
    case SCOPE_CLASS: return 1;
    case SCOPE_MODULE: return s->flags & SCOPE_NAMES ? 1 : 0;
    case SCOPE_HIDDEN: return s->flags & SCOPE_TYPEPARAMS ? 3 : 1;
    default: return 0;
    }
}

#if ADDER_METHODS
static bool name_is_less(const struct var *a, const struct var *b)
{
    struct view x = str_view(var_name(a)), y = str_view(var_name(b));
    int order = memcmp(x.data, y.data, x.len < y.len ? x.len : y.len);
    return order ? order < 0 : x.len < y.len;
}

/* Programs see a function's free variables, and those that functions within refer to, sorted by name. */
static void sort_cells(struct scope *s, bool (*are)(const struct var *v), unsigned first)
{
    for (unsigned i = 0; i < s->nvars; i++) {
        struct var *v = &s->vars[i];
        if (!are(v)) continue;
        v->reg = (uint16_t)first;
        for (unsigned j = 0; j < s->nvars; j++) v->reg += are(&s->vars[j]) && name_is_less(&s->vars[j], v);
    }
}
#else
#define sort_cells(s, are, first) ((void)(s), (void)(first))
#endif

static bool is_free(const struct var *v)
{
    return v->flags & VAR_FREE;
}

/* A local in a cell, if the build makes a difference; a parameter stays where it is. */
static bool is_cell(const struct var *v)
{
    return ADDER_METHODS && (v->flags & (VAR_CAPTURED | VAR_PARAM | VAR_FREE)) == VAR_CAPTURED;
}

static unsigned parameters_count(const struct scope *s)
{
    unsigned n = 0;
    while (n < s->nvars && s->vars[n].flags & VAR_PARAM) n++;
    return n;
}

/* Registers from *r on for the locals that are in cells, or for the others; what is too much has a place in the spill list,
 * of parameters all if they are too many. */
static void give_places(struct unit *u, unsigned *r, bool in_cells)
{
    struct scope *s = u->base;
    for (unsigned i = 0; i < s->nvars; i++) {
        struct var *v = &s->vars[i];
        if ((v->flags & (VAR_BOUND | VAR_FREE | VAR_GLOBAL)) != VAR_BOUND || is_cell(v) != in_cells) continue;
        bool spilled = v->flags & VAR_PARAM && ADDER_LARGE_FUNCTIONS ? u->flags & CODE_MANY : *r >= LOCALS_MAX;
        if (spilled && !ADDER_LARGE_FUNCTIONS) compile_error(u->c, u->where, "too many locals");
        if (spilled) v->flags |= VAR_SPILLED;
        v->reg = (uint16_t)(spilled ? u->spilled++ : (*r)++);
        if (v->flags & VAR_PARAM && !spilled) bit_set(&u->assigned, v->reg);
    }
}

static void give_registers(struct unit *u)
{
    struct scope *s = u->base;
    unsigned r = fixed_registers(s);
    u->positional = (uint8_t)r;
    for (unsigned i = 0; i < r; i++) bit_set(&u->assigned, i);
    for (unsigned i = 0; i < s->nvars; i++)
        if (is_free(&s->vars[i])) s->vars[i].reg = u->cells++;
    if (!ADDER_LARGE_FUNCTIONS && u->cells > 255) compile_error(u->c, u->where, "too many free variables");
    sort_cells(s, is_free, 0);
    if (s->kind == SCOPE_FUNCTION || s->kind == SCOPE_HIDDEN) {
        if (parameters_count(s) > LOCALS_MAX) u->flags |= CODE_MANY;
        give_places(u, &r, false);
        unsigned first = r;
        give_places(u, &r, true);
        if (!u->spilled) sort_cells(s, is_cell, first);
    }
    if (s->flags & SCOPE_WANTS_CLASS) s->class_cell = (uint8_t)r++;
    if (s->flags & SCOPE_WANTS_DICT) s->dict_cell = (uint8_t)r++;
    if (ADDER_LARGE_FUNCTIONS && u->spilled) {
        u->spill = (uint8_t)r++;
        u->flags |= CODE_SPILLED;
    }
    u->locals = u->top = u->floor = (uint8_t)r;
    u->registers = (uint16_t)r;
}

static value join_name(value outer, const char *between, value name)
{
    struct printer p;
    printer_init(&p);
    print_value(&p, outer);
    print_z(&p, between);
    print_value(&p, name);
    return printer_str(&p);
}

static value qualified_name(const struct unit *u)
{
    const struct unit *outer = u->outer;
    while (ADDER_TYPING && outer && outer->base->flags & SCOPE_TYPEPARAMS) outer = outer->outer;
    if (!outer || outer->base->kind == SCOPE_MODULE || outer->qualname == UNDEF) return u->name;
    const struct var *v = scope_find(outer->base, u->name);
    if (v && v->flags & VAR_GLOBAL && !(u->base->flags & SCOPE_LAMBDA)) return u->name;
    bool is_function = outer->base->kind != SCOPE_CLASS && !(outer->base->flags & SCOPE_COMPREHENSION);
    return join_name(outer->qualname, is_function ? ".<locals>." : ".", u->name);
}

void unit_open(struct unit *u, struct unit *outer, struct scope *s, value name, const struct node *where)
{
    memset(u, 0, sizeof *u);
    u->outer = outer;
    u->c = outer ? outer->c : NULL;
    u->base = u->scope = s;
    u->where = where;
    u->name = name;
    u->first_line = where ? where->line : 1;
    u->line = u->first_line;
    if (!outer) return; /* the module: the caller goes on */
    u->qualname = qualified_name(u);
    u->constants = list_of(list_new(0, NULL));
    if (s->flags & SCOPE_NESTED) u->flags |= CODE_NESTED;
    give_registers(u);
}

void unit_open_module(struct unit *u, struct compiler *c, struct scope *s)
{
    unit_open(u, NULL, s, SYMBOL(S_lt_module), NULL);
    u->c = c;
    u->qualname = u->name;
    u->constants = list_of(list_new(0, NULL));
    u->flags = CODE_MODULE;
    if (s->flags & SCOPE_NAMES) u->flags |= CODE_CLASS;
    give_registers(u);
}

void unit_prologue(struct unit *u)
{
    struct scope *s = u->base;
    if (ADDER_LARGE_FUNCTIONS && u->spilled && !(u->flags & CODE_MANY)) emit2(u, BC_NEWSPILL, u->spill, u->spilled);
    for (unsigned i = 0; i < s->nvars; i++) {
        const struct var *v = &s->vars[i];
        if (!(v->flags & VAR_CAPTURED) || v->flags & VAR_FREE || s->kind == SCOPE_CLASS) continue;
        if (v->flags & VAR_SPILLED) {
            unsigned t = temporary(u);
            emit(u, BC_GETSPILL, (int)t, u->spill, v->reg);
            emit1(u, BC_NEWCELL, (int)t);
            emit(u, BC_SETSPILL, (int)t, u->spill, v->reg);
            u->top--;
        } else {
            emit1(u, BC_NEWCELL, v->reg);
        }
    }
    if (s->flags & SCOPE_WANTS_CLASS) emit1(u, BC_NEWCELL, s->class_cell);
    if (s->flags & SCOPE_WANTS_DICT) {
        emit_move(u, s->dict_cell, 0);
        emit1(u, BC_NEWCELL, s->dict_cell);
    }
}

/* ---- registers ---- */

unsigned temporaries(struct unit *u, unsigned n)
{
    unsigned first = u->top;
    if (first + n > REGISTERS_MAX)
        compile_error(u->c, u->where, "too many temporaries, the expression is too complex");
    u->top = (uint8_t)(first + n);
    if (u->top > u->registers) u->registers = u->top;
    return first;
}

unsigned temporary(struct unit *u)
{
    return temporaries(u, 1);
}

/* ---- the line table: see code.c for its form ---- */

unsigned put_varint(uint8_t *out, uint32_t n)
{
    unsigned len = 0;
    for (; n >= 128; n >>= 7) out[len++] = (uint8_t)(n | 128);
    out[len++] = (uint8_t)n;
    return len;
}

static uint32_t zigzag(int32_t n)
{
    return ((uint32_t)n << 1) ^ (uint32_t)(n >> 31);
}

static bool same_position(const struct unit *u, const struct node *n)
{
    const struct node *last = u->line_node;
    if (!last || n->line != u->line) return false;
#if ADDER_COLUMNS
    return last == n || !compile_columns ||
           (last->lines == n->lines && last->column == n->column && last->end_column == n->end_column);
#else
    return true;
#endif
}

/* An entry for what is emitted next: where the node is, or no more than its line. */
static void add_line(struct unit *u, const struct node *n, bool line_only)
{
    uint8_t entry[32];
    unsigned len = 1;
    uint32_t pc = here(u), delta = pc - u->line_pc;
    int32_t lines = (int32_t)(n->line - u->line);
    uint8_t head = 0;
    if (delta > 0 && delta < 32)
        head = (uint8_t)delta;
    else
        len += put_varint(entry + len, delta);
    unsigned form = lines >= 0 && lines < 4 ? (unsigned)lines : 4;
#if ADDER_COLUMNS
    if (n->lines && !line_only && compile_columns) form = 5;
#endif
    if (form >= 4) len += put_varint(entry + len, zigzag(lines));
#if ADDER_COLUMNS
    if (form == 5) len += put_varint(entry + len, n->lines);
    bool known = compile_columns && !line_only && n->column != COLUMN_UNKNOWN && n->end_column != COLUMN_UNKNOWN;
    if (compile_columns) len += put_varint(entry + len, known ? n->column + 1u : 0);
    if (known)
        len += put_varint(entry + len, form == 5 || n->end_column < n->column
                                           ? n->end_column
                                           : (unsigned)(n->end_column - n->column));
#endif
    entry[0] = (uint8_t)(head | form << 5);
    memcpy(scratch_more(&u->lines, len), entry, len);
    u->line_pc = pc;
    u->line = n->line;
    u->line_node = line_only ? NULL : n;
}

static void note_line(struct unit *u)
{
    const struct node *n = u->where;
    if (n && !same_position(u, n)) add_line(u, n, false);
}

/* Tracing knows the lines of all instructions. */
static void note_line_only(struct unit *u)
{
    if (ADDER_TRACING && u->where && u->where->line != u->line) add_line(u, u->where, true);
}

void begin_statement(struct unit *u)
{
    bool jumped_to = u->label_at == here(u) && u->label_at > u->line_pc;
    if (ADDER_TRACING && jumped_to && u->where->line == u->line && !u->dead) add_line(u, u->where, true);
}

void mark_line(struct unit *u, const struct node *n)
{
    u->where = n;
    if (!u->dead) note_line_only(u);
}

/* ---- emitting ---- */

uint32_t here(const struct unit *u)
{
    return scratch_len(u->code);
}

/* Instructions marked (x) in opcodes.def. */
static bool cannot_raise(enum opcode op)
{
    switch (op) {
    case BC_MOVE:
    case BC_LOADK:
    case BC_LOADI:
    case BC_LOADS:
    case BC_SETCELL:
    case BC_SETFREE:
    case BC_LOADFREE:
    case BC_GETSPILL:
    case BC_SETSPILL:
    case BC_STASH:
    case BC_UNSTASH:
    case BC_IS:
    case BC_ISNOT:
    case BC_JUMP:
    case BC_JNONE:
    case BC_JNOTNONE:
    case BC_JIS:
    case BC_JISNOT:
    case BC_RETNONE:
    case BC_RERAISE:
    case BC_PUSHEXC:
    case BC_POPEXC:
    case BC_NOP: return true;
    default: return false;
    }
}

void emit4(struct unit *u, enum opcode op, int a, int b, int c, int d)
{
    if (u->dead) return;
    if (cannot_raise(op)) note_line_only(u);
    else note_line(u);
    const int operands[4] = {a, b, c, d};
    const char *form = opcode_operands(op);
    uint8_t bytes[12];
    unsigned n = 0;
    bytes[n++] = (uint8_t)op;
    for (unsigned i = 0; *form; i++, form = operand_next(form)) {
        int x = *form == 'j' ? 0 : operands[i];
        for (unsigned size = operand_size(*form); size; size--, x >>= 8) bytes[n++] = (uint8_t)x;
    }
    memcpy(scratch_more(&u->code, n), bytes, n);
    if (!opcode_goes_on(op)) u->dead = true;
}

void emit(struct unit *u, enum opcode op, int a, int b, int c)
{
    emit4(u, op, a, b, c, 0);
}

void emit_move(struct unit *u, unsigned dst, unsigned src)
{
    if (dst != src) emit2(u, BC_MOVE, (int)dst, (int)src);
}

void emit_none(struct unit *u, unsigned dst)
{
    emit2(u, BC_LOADS, (int)dst, 0);
}

bool is_small_operand(value v, int *out)
{
    if (!is_int(v) || int_of(v) < -128 || int_of(v) > 127) return false;
    *out = (int)int_of(v);
    return true;
}

#if ADDER_LARGE_FUNCTIONS
/* A tuple of tuples for the constants beyond CONSTANTS_NEAR, 128 by 128, which GETITEMI finds. */
#define FAR_SIDE 128
static value tuple_of_none(void)
{
    value t = tuple_new(FAR_SIDE, NULL);
    for (unsigned i = 0; i < FAR_SIDE; i++) tuple_of(t)->items[i] = NONE;
    return t;
}

static void emit_far_const(struct unit *u, unsigned dst, value v)
{
    unsigned n = u->far++, row = n / FAR_SIDE % FAR_SIDE, column = n % FAR_SIDE;
    if (row == 0 && column == 0) {
        u->far_table = u->constants->len;
        if (u->far_table >= CONSTANTS_MAX) compile_error(u->c, u->where, "too many constants");
        list_append(u->constants, tuple_of_none());
    }
    struct tuple *table = tuple_of(list_items(u->constants)[u->far_table]);
    if (column == 0) {
        value t = tuple_of_none();
        table->items[row] = t;
    }
    tuple_of(table->items[row])->items[column] = v;
    emit2(u, BC_LOADK, (int)dst, (int)u->far_table);
    emit(u, BC_GETITEMI, (int)dst, (int)dst, (int)row);
    emit(u, BC_GETITEMI, (int)dst, (int)dst, (int)column);
}

bool constants_are_far(const struct unit *u)
{
    return u->constants->len >= CONSTANTS_NEAR;
}
#endif

void emit_const(struct unit *u, unsigned dst, value v)
{
    int i;
    if (u->dead) return;
    if (is_small_operand(v, &i))
        emit2(u, BC_LOADI, (int)dst, i);
    else if (is_immediate(v) && !is_sym(v))
        emit2(u, BC_LOADS, (int)dst, (int)(v >> 4));
#if ADDER_LARGE_FUNCTIONS
    else if (constants_are_far(u))
        emit_far_const(u, dst, v);
#endif
    else
        emit2(u, BC_LOADK, (int)dst, (int)constant(u, v));
}

#if ADDER_LARGE_FUNCTIONS
/* ---- the stash ---- */

static void take_words(struct unit *u, struct stashed *s, unsigned n)
{
    *s = (struct stashed){NOWHERE, u->stashed, u->floor, u->top, u->stash};
    if (s->at + n > 65535) compile_error(u->c, u->where, "too many temporaries, the expression is too complex");
    u->stashed = (uint16_t)(s->at + n);
    if (!u->stash || u->stashed > u->stash_words) u->stash_words = u->stashed;
}

/* Makes a stash in R[r], and takes n words of it, the first of them with what that and the registers behind it hold. */
static void make_stash(struct unit *u, struct stashed *s, unsigned r, unsigned n, unsigned filled)
{
    take_words(u, s, n);
    emit(u, BC_NEWSTASH, (int)r, (int)filled, 0);
    if (!u->dead) s->size_at = here(u) - 2;
    u->stash = (uint8_t)(r + 1);
}

bool stash_begin(struct unit *u, struct stashed *s)
{
    unsigned first = u->floor, n = u->top - first;
    if (u->top < first + 2u) return false;
    if (u->stash) {
        take_words(u, s, n);
        emit4(u, BC_STASH, u->stash - 1, (int)first, (int)n, s->at);
    } else {
        make_stash(u, s, first++, n, n);
    }
    u->top = u->floor = (uint8_t)first;
    return true;
}

unsigned stash_end(struct unit *u, struct stashed *s, unsigned v)
{
    u->top = s->top;
    unsigned kept = temporary(u);
    u->top = s->top;
    emit_move(u, kept, v);
    emit4(u, BC_UNSTASH, u->stash - 1, s->floor, s->top - s->floor, s->at);
    stash_close(u, s);
    return kept;
}

void stash_open(struct unit *u, struct stashed *s, unsigned n)
{
    if (u->stash)
        take_words(u, s, n);
    else
        make_stash(u, s, temporary(u), n, 0);
}

void stash_close(struct unit *u, const struct stashed *s)
{
    u->floor = s->floor;
    u->stash = s->stash;
    u->stashed = s->at;
    if (s->size_at == NOWHERE) return;
    uint8_t *size = scratch_bytes(u->code) + s->size_at;
    size[0] = (uint8_t)u->stash_words;
    size[1] = (uint8_t)(u->stash_words >> 8);
}
#endif

/* ---- labels ---- */

void label_init(struct label *l)
{
    l->at = NOWHERE;
    l->jumps = NOWHERE;
    memset(&l->assigned, 0xff, sizeof l->assigned);
}

static void bits_and(struct bits *a, const struct bits *b)
{
    for (unsigned i = 0; i < sizeof a->w / sizeof a->w[0]; i++) a->w[i] &= b->w[i];
}

void emit_jump(struct unit *u, enum opcode op, int a, int b, struct label *to)
{
    emit_jump3(u, op, a, b, 0, to);
}

void emit_jump3(struct unit *u, enum opcode op, int a, int b, int c, struct label *to)
{
    if (u->dead) return;
    if (to->at == NOWHERE) bits_and(&to->assigned, &u->assigned);
    emit4(u, op, a, b, c, 0);
    struct jump *j = scratch_more(&u->jumps, sizeof *j);
    j->at = here(u) - 2;
    j->target = to->at != NOWHERE ? to->at : to->jumps;
    if (to->at == NOWHERE) to->jumps = scratch_len(u->jumps) / sizeof *j - 1;
}

void label_place(struct unit *u, struct label *l)
{
    struct jump *jumps = (struct jump *)(void *)scratch_bytes(u->jumps);
    if (!u->dead) bits_and(&l->assigned, &u->assigned);
    if (!u->dead || l->jumps != NOWHERE) u->assigned = l->assigned;
    if (l->jumps != NOWHERE) u->dead = false;
    l->at = u->label_at = here(u);
    for (uint32_t i = l->jumps, next; i != NOWHERE; i = next) {
        next = jumps[i].target;
        jumps[i].target = l->at;
    }
}

/* ---- constants ---- */

#define CONSTANTS_LINEAR 16 /* that many are compared one by one; more are found by an index */

static bool same_constant(value a, value b)
{
    if (a == b) return true;
    if (!is_obj(a) || !is_obj(b) || obj_of(a)->type != obj_of(b)->type) return false;
    if (is_str(a)) return str_equal(a, b);
    if (is_float(a)) return bits_of_real(real_of(a)) == bits_of_real(real_of(b));
    if (is_complex(a)) {
        const struct complex_object *x = (void *)a, *y = (void *)b;
        return bits_of_real(x->re) == bits_of_real(y->re) && bits_of_real(x->im) == bits_of_real(y->im);
    }
    if (is_integer(a)) return int_compare(a, b) == 0;
    if (is_bytes(a)) {
        size_t n, m;
        const uint8_t *x = bytes_view(a, &n), *y = bytes_view(b, &m);
        return n == m && memcmp(x, y, n) == 0;
    }
    if (!is_tuple(a) || tuple_of(a)->len != tuple_of(b)->len) return false;
    check_c_stack();
    for (size_t i = 0; i < tuple_of(a)->len; i++)
        if (!same_constant(tuple_of(a)->items[i], tuple_of(b)->items[i])) return false;
    return true;
}

static uint32_t constant_hash(value v)
{
    if (!is_obj(v)) return hash_identity(v) * 0x9E3779B1u;
    if (is_str(v)) return str_hash(v);
    if (is_float(v)) return real_hash(real_of(v)) ^ 0x55u;
    if (is_integer(v)) return int_hash(v);
    if (is_bytes(v)) {
        size_t n;
        const uint8_t *data = bytes_view(v, &n);
        return text_hash((const char *)data, n) + 1;
    }
    if (!is_tuple(v)) return hash_identity(from_ptr(obj_of(v)->type));
    check_c_stack();
    uint32_t h = 17;
    for (size_t i = 0; i < tuple_of(v)->len; i++) h = h * 31 + constant_hash(tuple_of(v)->items[i]);
    return h;
}

/* Puts constant number i into the index, or says which equal one is there already. */
static unsigned index_constant(struct unit *u, value v, unsigned i)
{
    uint16_t *index = (uint16_t *)(void *)scratch_bytes(u->index);
    uint32_t mask = scratch_len(u->index) / sizeof *index - 1;
    uint32_t at = constant_hash(v);
    for (at = (at ^ at >> 15) & mask; index[at]; at = (at + 1) & mask)
        if (same_constant(list_items(u->constants)[index[at] - 1], v)) return index[at] - 1u;
    index[at] = (uint16_t)(i + 1);
    return i;
}

/* Room in the index for one more than the n constants. */
static void grow_index(struct unit *u, unsigned n)
{
    uint32_t size = 64;
    while (size <= 2 * n) size *= 2;
    if (scratch_len(u->index) / sizeof(uint16_t) >= size) return;
    u->index = NULL;
    memset(scratch_more(&u->index, size * sizeof(uint16_t)), 0, size * sizeof(uint16_t));
    for (unsigned i = 0; i < u->constants->len; i++) index_constant(u, list_items(u->constants)[i], i);
}

unsigned constant(struct unit *u, value v)
{
    unsigned n = u->constants->len, i;
    if (u->dead) return 0;
    if (!ADDER_LARGE_FUNCTIONS || n < CONSTANTS_LINEAR) {
        for (i = 0; i < n; i++)
            if (same_constant(list_items(u->constants)[i], v)) return i;
    } else {
        grow_index(u, n);
        i = index_constant(u, v, n);
        if (i < n) return i;
    }
    if (n >= CONSTANTS_MAX) compile_error(u->c, u->where, "too many constants");
    list_append(u->constants, v);
    return n;
}

unsigned name_number(struct unit *u, value name)
{
    const struct var *v = scope_find(u->base, name);
    if (v && v->flags & VAR_FREE) return u->locals + v->reg;
    if (v && v->flags & VAR_BOUND && !(v->flags & (VAR_SPILLED | VAR_GLOBAL)) && u->base->kind != SCOPE_CLASS)
        return v->reg;
    unsigned k = constant(u, name), first = u->locals + u->cells;
    const uint16_t *names = (const uint16_t *)(const void *)scratch_bytes(u->names);
    unsigned n = scratch_len(u->names) / sizeof *names;
    for (unsigned i = 0; i < n; i++)
        if (names[i] == k) return first + i;
    *(uint16_t *)scratch_more(&u->names, sizeof(uint16_t)) = (uint16_t)k;
    return first + n;
}
