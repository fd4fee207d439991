/* Whether a program still has a memoryview of an object that is to change its size.
 *
 * Nobody is told when a view is dropped, and a view that is garbage must not stand in the way. So a count would
 * say too much; instead the object notes that there have been views of it, and before its size changes they are looked
 * for where a program keeps them: in the variables of the running functions and of their modules, and in
 * the attributes of the objects that these refer to. A view that is kept elsewhere is not found: using it later
 * raises BufferError, if its bytes are gone. */
#include "frame.h"
#include "../object/class.h"

#if ADDER_METHODS

static bool holds_one(value v, value exporter)
{
    return is_memoryview(v) && memoryview_base(v) == exporter;
}

static void look_at_attribute(value name, value v, void *arg)
{
    (void)name;
    value *search = arg; /* what is looked for, and whether it was found */
    if (holds_one(v, search[0])) search[1] = TRUE;
}

static bool refers_to_one(value v, value exporter)
{
    if (v != UNDEF && is_type(v, &type_cell)) v = ((struct cell *)v)->v;
    if (v == UNDEF) return false;
    if (holds_one(v, exporter)) return true;
    if (!has_instance_layout(v) || (obj_of(v)->type->flags & TYPE_EXCEPTION)) return false;
    value search[] = {exporter, FALSE};
    instance_each((struct instance *)v, look_at_attribute, search);
    return search[1] == TRUE;
}

static bool namespace_has_one(const struct dict *names, value exporter)
{
    value name, v;
    for (uint32_t i = 0; dict_next(names, &i, &name, &v);)
        if (refers_to_one(v, exporter)) return true;
    return false;
}

static bool frame_has_one(const struct frame_view *f, value exporter)
{
    const struct code_info *info = f->function->code->info;
    if (info->flags & CODE_MODULE) return false; /* its globals are looked through */
    if (info->flags & CODE_CLASS)
        return as_dict(f->base[0]) && namespace_has_one(as_dict(f->base[0]), exporter);
    for (unsigned i = 0; i < info->locals; i++)
        if (refers_to_one(f->base[i], exporter)) return true;
    for (unsigned i = 0; i < info->cells; i++)
        if (refers_to_one(f->function->cells[i], exporter)) return true;
    return false;
}

bool view_is_kept(value exporter)
{
    struct frame_walk w = frame_walk();
    struct frame_view f;
    const struct dict *seen = NULL;
    while (frame_walk_next(&w, &f)) {
        if (f.function->globals != seen && namespace_has_one(f.function->globals, exporter)) return true;
        seen = f.function->globals;
        if (frame_has_one(&f, exporter)) return true;
    }
    return false;
}
#endif
