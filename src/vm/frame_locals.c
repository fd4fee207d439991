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

value frame_locals(struct frame *f)
{
    const struct code_info *info = f->code->info;
    if (info->flags & CODE_MODULE) return from_ptr(f->function->globals);
    struct frame_view view = frame_where(f);
    if (info->flags & CODE_CLASS) return view.base ? view.base[0] : from_ptr(dict_new(0));
    struct frame_locals *l = heap_object(&type_frame_locals, sizeof *l);
    l->frame = f;
    return from_ptr(l);
}

static struct frame *frame_of(value self)
{
    return ((struct frame_locals *)self)->frame;
}

/* Whether register i holds a cell, once the function's prologue has run. */
static bool is_in_cell(const struct code *c, unsigned i, value v)
{
    return v != UNDEF && is_type(v, &type_cell) && code_has_cell(c, i);
}

/* How many names there are: of locals, then of the variables of functions around. */
static unsigned names_count(const struct frame *f)
{
    return f->code->info->locals + (f->function->code == f->code ? f->code->info->cells : 0u);
}

/* The name of variable number i and where it is; NULL: it has no name, or nothing is known of it. */
static value *variable(const struct frame *f, const struct frame_view *view, unsigned i, value *name)
{
    unsigned locals = f->code->info->locals;
    *name = code_name(f->code, i);
    struct view text = str_view(*name);
    if (text.len == 0 || (text.data[0] == '.' && i >= f->code->info->positional)) return NULL;
    if (i >= locals) return &((struct cell *)f->function->cells[i - locals])->v;
    if (!view->base) return NULL;
    value *at = &view->base[i];
    return is_in_cell(f->code, i, *at) ? &((struct cell *)*at)->v : at;
}

/* The variables and their values, as they are now. */
static struct dict *snapshot(value self)
{
    struct frame *f = frame_of(self);
    struct dict *d = dict_new(names_count(f));
    for (unsigned i = 0; i < names_count(f); i++) {
        struct frame_view view = frame_where(f);
        value name, *at = variable(f, &view, i, &name);
        if (at && *at != UNDEF) dict_set(d, name, *at);
    }
    if (f->extra != UNDEF) dict_update(d, f->extra);
    return d;
}

/* Where the variable of this name is; NULL: there is none. */
static value *locals_find(struct frame *f, value key)
{
    struct frame_view view = frame_where(f);
    (void)hash_of(key);
    key = unwrap(key);
    if (!is_str(key)) return NULL;
    for (unsigned i = 0; i < names_count(f); i++) {
        value name, *at = variable(f, &view, i, &name);
        if (at && str_equal(name, key)) return at;
    }
    return NULL;
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
