/* Instances of user classes: their attributes (see shape.c). What operators do with them is in
 * instance_slots.c. */
#include "class.h"

static value *overflow_items(const struct instance *o)
{
    return list_items(list_of(o->slots[o->shape->cap - 1]));
}

/* Where attribute number i is. */
static value *attribute_at(struct instance *o, unsigned i)
{
    const struct shape *s = o->shape;
    return s->count <= s->cap || i < s->cap - 1u ? &o->slots[i] : &overflow_items(o)[i - (s->cap - 1u)];
}

static struct dict **dict_at(const struct instance *o)
{
    return (struct dict **)(void *)&((struct instance *)o)->slots[instance_first(o->head.type)];
}

bool instance_in_dict_mode(const struct instance *o)
{
    return o->shape->count == SHAPE_DICT;
}

struct instance *instance_new(const struct type *cls)
{
    if (cls->flags & TYPE_OUTGROWN) shape_learn(cls);
    struct shape *root = type_root(cls);
    struct instance *o = heap_object_inline(cls, sizeof *o + root->cap * sizeof(value));
    o->shape = root;
    if (cls->flags & TYPE_FINALISE) heap_add_finaliser(&o->head);
    return o;
}

value instance_find(const struct instance *o, value name)
{
    if (instance_in_dict_mode(o)) {
        const struct dict *d = *dict_at(o);
        int i = dict_find_symbol(d, name);
        return i < 0 ? UNDEF : dict_entry(d, (uint32_t)i)[1];
    }
    int i = shape_find(o->shape, name);
    return i < 0 ? UNDEF : *attribute_at((struct instance *)o, (unsigned)i);
}

void instance_each(const struct instance *o, void (*fn)(value name, value v, void *arg), void *arg)
{
    if (instance_in_dict_mode(o)) {
        value k, v;
        for (uint32_t i = 0; dict_next(*dict_at(o), &i, &k, &v);) fn(k, v, arg);
        return;
    }
    /* Shapes lead from the last attribute to the first. */
    value names[ATTRIBUTES_MAX];
    unsigned first = instance_first(o->head.type), n = o->shape->count;
    for (const struct shape *s = o->shape; s->parent; s = s->parent) names[s->count - 1u - first] = s->name;
    for (unsigned i = first; i < n; i++) fn(names[i - first], *attribute_at((struct instance *)o, i), arg);
}

static void add_to_dict(value name, value v, void *dict)
{
    dict_set(dict, name, v);
}

/* Puts all attributes into a dict, which stays in use: o.__dict__ is that dict. */
struct dict *instance_dict(struct instance *o)
{
    if (instance_in_dict_mode(o)) return *dict_at(o);
    unsigned first = instance_first(o->head.type);
    struct dict *d = dict_new(o->shape->count - first);
    instance_each(o, add_to_dict, d);
    struct shape *shape = shape_dict(o->shape);
    for (unsigned i = first; i < shape->cap; i++) o->slots[i] = UNDEF;
    o->slots[first] = from_ptr(d);
    o->shape = shape;
    return d;
}

void instance_replace_dict(struct instance *o, struct dict *d)
{
    instance_dict(o);
    *dict_at(o) = d;
}

/* The first attribute that finds no room: the last slot's moves into a list, and the slot holds the list. */
static void overflow(struct instance *o, value v)
{
    unsigned last = o->shape->cap - 1u;
    const value items[] = {o->slots[last], v};
    value list = list_new(2, items);
    shape_outgrown(o->shape);
    o->slots[last] = list;
}

void instance_set(struct instance *o, value name, value v)
{
    int i = shape_find(o->shape, name);
    if (i >= 0) {
        *attribute_at(o, (unsigned)i) = v;
        return;
    }
    struct shape *shape = instance_in_dict_mode(o) ? o->shape : shape_add(o->shape, name);
    if (shape->count == SHAPE_DICT) {
        dict_set(instance_dict(o), name, v);
        return;
    }
    if (shape->count <= shape->cap)
        o->slots[shape->count - 1] = v;
    else if (shape->count == shape->cap + 1)
        overflow(o, v);
    else
        list_append(list_of(o->slots[shape->cap - 1]), v);
    o->shape = shape;
}

bool instance_delete(struct instance *o, value name)
{
    struct shape *s = o->shape;
    if (s->name == name && s->parent && s->count <= s->cap) { /* it was added last */
        o->slots[s->count - 1] = UNDEF;
        o->shape = s->parent;
        return true;
    }
    return instance_find(o, name) != UNDEF && dict_delete(instance_dict(o), name);
}

/* o.__class__ = cls: the number of slots in place stays, whatever that class's own instances have. */
void instance_set_class(struct instance *o, const struct type *cls)
{
    bool has_dict = !(cls->flags & TYPE_NO_DICT);
    struct dict *d = has_dict ? instance_dict(o) : NULL;
    struct shape *root = shape_root_new(cls, instance_first(cls), o->shape->cap);
    struct shape *shape = has_dict ? shape_dict(root) : root;
    if (has_dict) o->slots[instance_first(cls)] = from_ptr(d);
    o->shape = shape;
    o->head.type = cls;
}

void instance_fill_cache(const struct instance *o, value name)
{
    const struct shape *s = o->shape;
    int found = ADDER_CACHE ? shape_find(s, name) : -1;
    if (found < 0) return;
    unsigned i = (unsigned)found;
    bool in_place = s->count <= s->cap || i < s->cap - 1u;
    if (in_place)
        cache_fill(from_ptr(s), name, CACHE_SLOT, i, UNDEF);
    else
        cache_fill(from_ptr(s), name, CACHE_LIST, i - (s->cap - 1u), UNDEF);
}

value need_self(value self, const struct type *t)
{
    value native = unwrap(self);
    if (slots_of(native) != t->slots)
        raise_type_error("descriptor requires a '%v' object but received a '%t'", t->name, self);
    return native;
}

#if ADDER_DERIVED_TYPES
value unwrap(value v)
{
    if (is_obj(v) && (obj_of(v)->type->flags & TYPE_WRAPS)) {
        value native = ((struct instance *)v)->slots[0];
        return native == UNDEF ? v : native;
    }
    return v;
}
#endif

#if ADDER_METHODS
value operand_of(value v)
{
    value native = unwrap(v);
    return type_of(native)->flags & TYPE_COPIES ? v : native;
}
#endif

const struct slots *native_slots(value *v)
{
    const struct type *t = type_of(*v);
    if (!(t->flags & TYPE_HEAP)) return slots_of(*v);
    if (!(t->flags & TYPE_WRAPS)) return t->rest->native ? t->rest->native->slots : type_object.slots;
    value native = unwrap(*v);
    if (native == *v) return type_object.slots;
    *v = native;
    return slots_of(native);
}
