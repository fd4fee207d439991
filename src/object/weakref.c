/* weakref.ref: refers to an object without keeping it alive. */
#include "class.h"

#if ADDER_MODULES
static void weakref_trace(struct object *o)
{
    heap_visit(&((struct weakref *)o)->callback); /* the target is not visited: that is the point */
    heap_visit(&((struct weakref *)o)->owner);
}

static value call_callback(void *holder)
{
    struct weakref *w = holder;
    return call1(w->callback, w->owner == UNDEF ? from_ptr(w) : w->owner);
}

static void target_died(struct object *holder)
{
    struct weakref *w = (struct weakref *)holder;
    value result;
    if (w->callback != UNDEF && !protect(call_callback, w, &result)) exception_ignored(result, w->callback);
    w->callback = UNDEF;
}

static value weakref_new(value target, value callback)
{
    struct weakref *w = heap_object(&type_weakref, sizeof *w);
    w->target = target;
    w->callback = callback == NONE ? UNDEF : callback;
    heap_add_weak(&w->head, &w->target, target_died);
    return from_ptr(w);
}

/* The references that all share who ask for one without a callback, by their targets' addresses: found again after each
 * collection, for it keeps none of them. NULL: not looked for yet. */
static struct dict *shared;

static void forget_shared(void)
{
    shared = NULL;
}

void weakref_init(void)
{
    forget_shared();
    heap_add_after_mark(forget_shared);
}

static value address_key(value target)
{
    return from_int((word)(target >> 3));
}

static void find_shared(void)
{
    size_t at = 0, n = 0;
    while (heap_next_weak(UNDEF, &at)) n++;
    struct dict *d = dict_new(n); /* has room for all: so nothing is collected while it is filled */
    at = 0;
    for (struct object *o; (o = heap_next_weak(UNDEF, &at));) {
        const struct weakref *w = (const struct weakref *)o;
        if (o->type == &type_weakref && w->callback == UNDEF && w->owner == UNDEF) dict_set(d, address_key(w->target), from_ptr(w));
    }
    shared = d;
}

static value weakref_shared(value target)
{
    if (!shared) find_shared();
    value v = dict_get(shared, address_key(target));
    if (v != UNDEF) return v;
    v = weakref_new(target, NONE);
    if (shared) dict_set(shared, address_key(target), v);
    return v;
}

/* t: the derived class if there is one, whose objects have a reference of their own each. */
static value weakref_make(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    (void)kwnames;
    if (nkw) raise_type_error("ref() takes no keyword arguments");
    if (n < 1 || n > 2)
        raise_type_error("ref expected at %s, got %zd", n < 1 ? "least 1 argument" : "most 2 arguments",
                         (word)n);
    value target = args[0], callback = n > 1 ? args[1] : NONE;
    if (!is_obj(target) || type_of(target)->flags & TYPE_NO_WEAK)
        raise_type_error("cannot create weak reference to '%t' object", target);
    return t == &type_weakref && callback == NONE ? weakref_shared(target) : weakref_new(target, callback);
}

static struct weakref *self_weakref(value v)
{
    return (struct weakref *)unwrap(v);
}

static value weakref_call(value self, size_t n, value *args, size_t nkw, const value *kwnames)
{
    (void)args, (void)kwnames;
    if (n + nkw) raise_type_error("weakref.__call__() takes no arguments (%zd given)", (word)(n + nkw));
    value target = self_weakref(self)->target;
    return target == UNDEF ? NONE : target;
}

static value weakref_compare(enum op op, value a, value b)
{
    if (!is_type(unwrap(b), &type_weakref) || op < OP_EQ) return NOTIMPL;
    value x = self_weakref(a)->target, y = self_weakref(b)->target;
    bool same = x == UNDEF || y == UNDEF ? a == b : equal(x, y);
    return from_bool(same == (op == OP_EQ));
}

static bool weakref_hash(value self, hashcode *out)
{
    struct weakref *w = self_weakref(self);
    if (w->target != UNDEF) { /* anew each time: who asked for a shared reference before may have seen another one */
        w->hash = hash_of(w->target);
        w->hashed = true;
    }
    if (!w->hashed) raise_type_error("weak object has gone away");
    *out = w->hash;
    return true;
}

static void weakref_repr(value self, struct printer *out)
{
    value target = self_weakref(self)->target;
    print_z(out, "<weakref at 0x");
    int_print(id_of(self), 16, false, out);
    if (target == UNDEF) {
        print_z(out, "; dead>");
        return;
    }
    print_format(out, "; to '%t' at 0x", target);
    int_print(id_of(target), 16, false, out);
    print_char(out, '>');
}

static value get_callback(value self)
{
    value v = self_weakref(self)->callback;
    return v == UNDEF ? NONE : v;
}

GETSET(a_callback, __callback__, get_callback, NULL);
static const struct attr weakref_attrs[] = {ATTR(__callback__, a_callback), ATTR_MORE(__class_getitem__, class_getitem)
                                            ATTR_VALUE(__module__, SYMBOL(S_weakref))};

static const struct slots weakref_slots = {
    .size = sizeof(struct weakref),
    .trace = weakref_trace,
    .make = weakref_make,
    .call = weakref_call,
    .compare = weakref_compare,
    .hash = weakref_hash,
    .repr = weakref_repr,
};

const struct type type_weakref = {{&type_type},
                                  .slots = &weakref_slots,
                                  .flags = TYPE_BASE | TYPE_BY_NEW | TYPE_NO_WEAK,
                                  .name = SYMBOL(S_ReferenceType),
                                  TYPE_ATTRS(weakref_attrs),
                                  .base = &type_object};
#endif
