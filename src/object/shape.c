/* Shapes: which attribute of an instance is in which slot. See layout.h.
 *
 * A class has a tree of shapes. Its root is the shape of a new instance; each child adds an attribute.
 * A parent refers to its children, so a tree lives as long as its class, or an instance of it. All
 * shapes of a tree have the same cap: the number of slots that instances have in place. When
 * instances prove to need more, the class gets a new root, with a larger cap, for those to come.
 *
 * Built-in exceptions share two shapes in ROM: without attributes of their own, and with a dict. */
#include "class.h"

static void shape_trace(struct object *o)
{
    struct shape *s = (struct shape *)o;
    heap_visit_ptr(&s->cls);
    heap_visit_ptr(&s->parent);
    heap_visit_ptr(&s->child);
    heap_visit_ptr(&s->sibling);
    heap_visit(&s->name);
}

static const struct slots shape_slots = {.size = sizeof(struct shape), .trace = shape_trace};
const struct type type_shape = {
    {&type_type}, .slots = &shape_slots, .name = SYMBOL(S_shape), .base = &type_object};

#define EXCEPTION_CAP (EXCEPTION_SLOTS + 1)
const struct shape exception_shape = {{&type_shape}, &type_BaseException, NULL,         NULL, NULL,
                                      UNDEF,         EXCEPTION_SLOTS,     EXCEPTION_CAP};
static const struct shape exception_dict_shape = {{&type_shape}, &type_BaseException, NULL, NULL, NULL, UNDEF,
                                                  SHAPE_DICT,    EXCEPTION_CAP};

unsigned instance_first(const struct type *cls)
{
    if (type_root(cls)) return type_root(cls)->count;
    return cls->flags & TYPE_EXCEPTION ? EXCEPTION_SLOTS : cls->flags & TYPE_WRAPS ? 1 : 0;
}

static struct shape *shape_new(const struct type *cls, struct shape *parent, value name, unsigned count,
                               unsigned cap)
{
    struct shape *s = heap_object(&type_shape, sizeof *s);
    s->cls = cls;
    s->parent = parent;
    s->name = name;
    s->count = (uint16_t)count;
    s->cap = (uint16_t)cap;
    if (parent) {
        s->sibling = parent->child;
        parent->child = s;
    }
    return s;
}

struct shape *shape_root_new(const struct type *cls, unsigned first, unsigned cap)
{
    if (cap < first + 1 && !(ADDER_SLOTS && cls->flags & TYPE_NO_DICT)) cap = first + 1;
    return shape_new(cls, NULL, UNDEF, first, cap);
}

static struct shape *shape_child(struct shape *s, value name)
{
    for (struct shape *c = s->child; c; c = c->sibling)
        if (c->name == name) return c;
    return NULL;
}

/* The shape with one attribute more; a dict shape if there are too many, or s can have no children. */
struct shape *shape_add(struct shape *s, value name)
{
    struct shape *c = shape_child(s, name);
    if (c) return c;
    if (s == &exception_shape || s->count - instance_first(s->cls) >= ATTRIBUTES_MAX) return shape_dict(s);
    return shape_new(s->cls, s, name, s->count + 1u, s->cap);
}

/* The shape of this tree whose instances keep their attributes in a dict: a child of the root without a name.
 */
struct shape *shape_dict(struct shape *s)
{
    if (s == &exception_shape) return (struct shape *)&exception_dict_shape;
    while (s->parent) s = s->parent;
    struct shape *c = shape_child(s, UNDEF);
    return c ? c : shape_new(s->cls, s, UNDEF, SHAPE_DICT, s->cap);
}

/* The number of an attribute, or -1. */
int shape_find(const struct shape *s, value name)
{
    if (s->count == SHAPE_DICT) return -1;
    for (; s->parent; s = s->parent)
        if (s->name == name) return s->count - 1;
    return -1;
}

/* An instance of this shape has run out of slots. */
void shape_outgrown(const struct shape *s)
{
    struct type *cls = (struct type *)s->cls;
    if ((cls->flags & TYPE_HEAP) && cls->rest->root->cap == s->cap) cls->flags |= TYPE_OUTGROWN;
}

static unsigned deepest(const struct shape *s)
{
    unsigned most = s->count == SHAPE_DICT ? 0 : s->count;
    for (const struct shape *c = s->child; c; c = c->sibling) {
        unsigned n = deepest(c);
        most = n > most ? n : most;
    }
    return most;
}

/* Instances to come get as many slots as any has used. */
void shape_learn(const struct type *cls)
{
    struct type *t = (struct type *)cls;
    unsigned cap = deepest(t->rest->root);
    t->flags &= ~(uint32_t)TYPE_OUTGROWN;
    if (cap > t->rest->root->cap) {
        struct shape *root = shape_root_new(t, t->rest->root->count, cap);
        t->rest->root = root;
    }
}

void shape_tell_cap(const struct type *cls, unsigned attributes)
{
    struct type *t = (struct type *)cls;
    unsigned cap = instance_first(cls) + (attributes > ATTRIBUTES_MAX ? ATTRIBUTES_MAX : attributes);
    if ((t->flags & TYPE_HEAP) && t->rest->root && t->rest->root->cap < cap && !(t->flags & TYPE_NO_DICT)) {
        struct shape *root = shape_root_new(t, t->rest->root->count, cap);
        t->rest->root = root;
    }
}
