/* f_locals of a function's frame: a mapping whose items are the variables themselves, as long as the frame runs, and
 * what they were at its end from then on. Classes and modules have a dict of their variables, and that is it. */
#include "frame.h"
#include "../object/class.h"
#include "../object/code.h"

#if ADDER_TRACING

struct frame_locals {
    struct object head;
    struct frame *frame;
};
static const struct type type_frame_locals;

static void locals_trace(struct object *o)
{
    heap_visit_ptr(&((struct frame_locals *)o)->frame);
}

/* The variables of a frame, one after another: its locals, those of functions around, and those of the comprehensions that
 * it is in, which hide the others of their names. */
struct variables {
    struct frame_view view;
    const struct code *code;
    struct range_walk ranges;
    struct code_counts counts;
    unsigned i, locals, n;
    value name, *at;
};

static struct variables variables_of(const struct frame *f, const struct frame_view *view)
{
    const struct code *c = f ? f->code : view->function->code;
    unsigned cells = view->function->code == c ? c->info->cells : 0;
    const struct code_counts counts = code_counts(c);
    unsigned locals = c->info->locals + counts.spilled;
    struct variables v = {*view, c, code_ranges(c, view->pc), counts, 0, locals, locals + cells, UNDEF, NULL};
    if (!view->base || (f && view->base == f->registers)) v.ranges.at = v.ranges.end; /* a frame that is over */
    return v;
}

/* The place in the cell, if that is made. */
static value *cell_place(value *at)
{
    return *at != UNDEF && is_type(*at, &type_cell) ? &((struct cell *)*at)->v : at;
}

/* The compiler's own have names with a dot; a generator expression's argument is seen all the same. */
static bool is_visible(const struct code_info *info, unsigned i, value name)
{
    struct view text = str_view(name);
    return text.len && (text.data[0] != '.' || (i < info->positional && info->flags & CODE_GENERATOR));
}

/* Local number i, its name and where it is; NULL: that is not known. */
static value *find_local(struct variables *v, unsigned i)
{
    const struct code_local local = code_local(v->code, &v->counts, i);
    v->name = local.name;
    value *at = v->view.base ? code_local_place(v->code, &local, v->view.base) : NULL;
    return at && code_has_cell(v->code, local.at, local.spilled) ? cell_place(at) : at;
}

static value *find_free(struct variables *v, unsigned i)
{
    v->name = code_name(v->code, v->code->info->locals + i);
    return cell_place(&v->view.function->cells[i]);
}

static bool variable_next(struct variables *v)
{
    while (v->i < v->n) {
        unsigned i = v->i++;
        v->at = i < v->locals ? find_local(v, i) : find_free(v, i - v->locals);
        if (v->at && is_visible(v->code->info, i, v->name)) return true;
    }
    while (range_next(&v->ranges)) {
        if (v->ranges.reg != RANGE_NAMES) continue;
        v->name = v->code->constants[v->ranges.handler >> RANGE_NAME_SHIFT];
        v->at = &v->view.base[v->ranges.handler & 255];
        if (v->ranges.handler & RANGE_CELL) v->at = cell_place(v->at);
        return true;
    }
    return false;
}

/* The variables and their values, as they are now. */
static struct dict *take(const struct frame *f, const struct frame_view *view)
{
    struct variables v = variables_of(f, view);
    struct dict *d = dict_new(v.n);
    while (variable_next(&v))
        if (*v.at != UNDEF) dict_set(d, v.name, *v.at);
    if (f && f->extra != UNDEF) dict_update(d, f->extra);
    return d;
}

/* The dict that has the variables; UNDEF: none has. In a comprehension it is its own variables that are seen. */
static value namespace_of(const struct frame_view *view)
{
    const struct code_info *info = view->function->code->info;
    struct range_walk w = code_ranges(view->function->code, view->pc);
    if (!(info->flags & (CODE_MODULE | CODE_CLASS))) return UNDEF;
    while (range_next(&w))
        if (w.reg == RANGE_NAMES) return UNDEF;
    if (info->flags & CODE_CLASS) return view->base ? view->base[0] : from_ptr(dict_new(0));
    return from_ptr(view->function->globals);
}

value vm_locals(void)
{
    struct frame_view view;
    if (!vm_frame(0, &view)) return from_ptr(dict_new(0));
    value names = namespace_of(&view);
    return names == UNDEF ? from_ptr(take(frame_find(view.base), &view)) : names;
}

value frame_locals(struct frame *f)
{
    struct frame_view view = frame_where(f);
    value names = namespace_of(&view);
    if (names != UNDEF) return names;
    struct frame_locals *l = heap_object(&type_frame_locals, sizeof *l);
    l->frame = f;
    return from_ptr(l);
}

static struct frame *frame_of(value self)
{
    return ((struct frame_locals *)self)->frame;
}

static struct dict *snapshot(value self)
{
    struct frame_view view = frame_where(frame_of(self));
    return take(frame_of(self), &view);
}

/* Where the variable of this name is; NULL: there is none. */
static value *locals_find(struct frame *f, value key)
{
    struct frame_view view = frame_where(f);
    (void)hash_of(key);
    key = unwrap(key);
    if (!is_str(key)) return NULL;
    struct variables v = variables_of(f, &view);
    value *found = NULL;
    while (variable_next(&v))
        if (str_equal(v.name, key)) found = v.at;
    return found;
}

/* UNDEF: not there. */
static value locals_get(value self, value key)
{
    struct frame *f = frame_of(self);
    value *at = locals_find(f, key);
    if (at && *at != UNDEF) return *at;
    return f->extra == UNDEF ? UNDEF : dict_get(dict_of(f->extra), key);
}

static value locals_getitem(value self, value key)
{
    value v = locals_get(self, key);
    if (v == UNDEF) raise_error(&type_KeyError, "local variable '%r' is not defined", key);
    return v;
}

static void locals_setitem(value self, value key, value v)
{
    struct frame *f = frame_of(self);
    if (v == UNDEF) raise_type_error("cannot remove variables from FrameLocalsProxy");
    value *at = locals_find(f, key);
    if (at) {
        *at = v;
        return;
    }
    if (f->extra == UNDEF) {
        value extra = from_ptr(dict_new(0));
        f->extra = extra;
    }
    dict_set(dict_of(f->extra), key, v);
}

static int locals_contains(value self, value key)
{
    return locals_get(self, key) != UNDEF;
}

static value locals_iter(value self)
{
    return get_iter(from_ptr(snapshot(self)));
}

static word locals_len(value self)
{
    return (word)snapshot(self)->live;
}

static void locals_repr(value self, struct printer *out)
{
    value frame = from_ptr(frame_of(self)); /* each f_locals is an object of its own */
    if (repr_enter(frame)) {
        print_z(out, "{...}");
        return;
    }
    print_repr(out, from_ptr(snapshot(self)));
    repr_leave(frame);
}

static value plain(value v)
{
    return is_type(v, &type_frame_locals) ? from_ptr(snapshot(v)) : v;
}

static value locals_binary(enum op op, value a, value b)
{
    return op == OP_OR ? binary(op, plain(a), plain(b)) : NOTIMPL;
}

static value locals_compare(enum op op, value a, value b)
{
    if (op < OP_EQ) return NOTIMPL;
    if (!is_type(b, &type_frame_locals)) return compare(op, plain(a), b);
    return from_bool((frame_of(a) == frame_of(b)) == (op == OP_EQ));
}

/* The methods that only read are those of a dict. */
static value locals_getattr(value self, value name)
{
    static const uint16_t names[] = {S_get, S_keys, S_values, S_items, S_copy};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (name == SYMBOL(names[i])) return get_attr(from_ptr(snapshot(self)), name);
    return UNDEF;
}

static value locals_update(value self, value from)
{
    struct dict *d = dict_new(0);
    value k, v;
    self = need_self(self, &type_frame_locals);
    dict_update(d, plain(from));
    for (uint32_t i = 0; dict_next(d, &i, &k, &v);) locals_setitem(self, k, v);
    return NONE;
}

static value locals_setdefault(size_t n, value *args)
{
    value self = need_self(args[0], &type_frame_locals), v = locals_get(self, args[1]);
    if (v != UNDEF) return v;
    v = n > 2 ? args[2] : NONE;
    locals_setitem(self, args[1], v);
    return v;
}

static value locals_reversed(value self)
{
    return call_method(from_ptr(snapshot(need_self(self, &type_frame_locals))), SYMBOL(S___reversed__), 0, NULL);
}

METHOD1(m_reversed, __reversed__, locals_reversed);
METHOD2(m_update, update, locals_update);
METHODV(m_setdefault, setdefault, 2, 3, locals_setdefault);
static const struct attr locals_attrs[] = {
    ATTR(update, m_update), ATTR(setdefault, m_setdefault), ATTR(__reversed__, m_reversed),
};

static const struct slots locals_slots = {
    .size = sizeof(struct frame_locals),
    .trace = locals_trace,
    .getattr = locals_getattr,
    .binary = locals_binary,
    .compare = locals_compare,
    .getitem = locals_getitem,
    .setitem = locals_setitem,
    .contains = locals_contains,
    .iter = locals_iter,
    .len = locals_len,
    .repr = locals_repr,
};
static const struct type type_frame_locals = {{&type_type},
                                              .slots = &locals_slots,
                                              .flags = TYPE_MAPPING,
                                              .name = SYMBOL(S_FrameLocalsProxy),
                                              TYPE_ATTRS(locals_attrs),
                                              .base = &type_object};

#endif
