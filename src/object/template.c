/* t-strings: Template and Interpolation objects (PEP 750). */
#include "class.h"

#if ADDER_TEMPLATES
/* ---- Interpolation ---- */

struct interpolation {
    struct object head;
    value value, expression, conversion, spec;
};

static void interpolation_trace(struct object *o)
{
    heap_visit_all(&((struct interpolation *)o)->value, 4);
}

/* conversion: 0, or 'r', 's', 'a'. */
value interpolation_new(value v, value expression, unsigned conversion, value spec)
{
    struct interpolation *i = heap_object(&type_interpolation, sizeof *i);
    i->value = v;
    i->expression = expression;
    i->conversion = conversion ? SYMBOL(conversion) : NONE;
    i->spec = spec == UNDEF || spec == NONE ? SYMBOL(S_empty) : spec;
    return from_ptr(i);
}

static value interpolation_make(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym params[] = {S_value, S_expression, S_conversion, S_format_spec};
    value v[4];
    (void)t;
    args_bind("Interpolation", n, args, nkw, kwnames, 0, 4, params, 4, 1, v);
    value i = interpolation_new(v[0], v[1] == UNDEF ? SYMBOL(S_empty) : v[1], 0, v[3]);
    if (v[2] != UNDEF && v[2] != NONE) {
        if (v[2] != SYMBOL('r') && v[2] != SYMBOL('s') && v[2] != SYMBOL('a'))
            raise_value_error("Interpolation() argument 'conversion' must be one of 's', 'a' or 'r'");
        ((struct interpolation *)i)->conversion = v[2];
    }
    return i;
}

static void interpolation_repr(value self, struct printer *out)
{
    const struct interpolation *i = (const struct interpolation *)self;
    print_format(out, "Interpolation(%r, %r, %r, %r)", i->value, i->expression, i->conversion, i->spec);
}

static value get_value(value self)
{
    return ((struct interpolation *)self)->value;
}
static value get_expression(value self)
{
    return ((struct interpolation *)self)->expression;
}
static value get_conversion(value self)
{
    return ((struct interpolation *)self)->conversion;
}
static value get_spec(value self)
{
    return ((struct interpolation *)self)->spec;
}

GETSET(a_value, value, get_value, NULL);
GETSET(a_expression, expression, get_expression, NULL);
GETSET(a_conversion, conversion, get_conversion, NULL);
GETSET(a_spec, format_spec, get_spec, NULL);
ROM_TUPLE(match_args, 4, SYMBOL(S_value), SYMBOL(S_expression), SYMBOL(S_conversion), SYMBOL(S_format_spec));
static const struct attr interpolation_attrs[] = {
    ATTR(value, a_value),      ATTR(expression, a_expression),   ATTR(conversion, a_conversion),
    ATTR(format_spec, a_spec), ATTR(__match_args__, match_args),
    ATTR_VALUE(__module__, SYMBOL(S_string_templatelib)),
};
static const struct slots interpolation_slots = {
    .size = sizeof(struct interpolation),
    .trace = interpolation_trace,
    .make = interpolation_make,
    .repr = interpolation_repr,
};
const struct type type_interpolation = {{&type_type},
                                        .slots = &interpolation_slots,
                                        .name = SYMBOL(S_Interpolation),
                                        TYPE_ATTRS(interpolation_attrs),
                                        .base = &type_object};

/* ---- Template ---- */

/* One str more than interpolations: they take turns, and a str begins and ends. */
struct template
{
    struct object head;
    value strings, interpolations;
};

static void template_trace(struct object *o)
{
    heap_visit_all(&((struct template *)o)->strings, 2);
}

static struct template *self_template(value v)
{
    return (struct template *)v;
}

value template_new(size_t n, const value *parts)
{
    value strings = list_new(0, NULL), interpolations = list_new(0, NULL);
    value text = SYMBOL(S_empty);
    for (size_t i = 0; i < n; i++) {
        if (is_type(parts[i], &type_interpolation)) {
            list_append(list_of(strings), text);
            list_append(list_of(interpolations), parts[i]);
            text = SYMBOL(S_empty);
        } else if (is_str(unwrap(parts[i]))) {
            text = str_concat(text, unwrap(parts[i]));
        } else {
            raise_type_error("Template.__new__ *args need to be of type 'str' or 'Interpolation', got %t",
                             parts[i]);
        }
    }
    list_append(list_of(strings), text);
    strings = tuple_from_iterable(strings);
    interpolations = tuple_from_iterable(interpolations);
    struct template *t = heap_object(&type_template, sizeof *t);
    t->strings = strings;
    t->interpolations = interpolations;
    return from_ptr(t);
}

static value template_make(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    (void)t, (void)kwnames;
    if (nkw) raise_type_error("Template.__new__ only accepts *args arguments");
    return template_new(n, args);
}

/* All parts in order, without empty strs. */
static value template_parts(value self)
{
    const struct tuple *strings = tuple_of(self_template(self)->strings);
    const struct tuple *interpolations = tuple_of(self_template(self)->interpolations);
    value parts = list_new(0, NULL);
    for (size_t i = 0; i < strings->len; i++) {
        if (strings->items[i] != SYMBOL(S_empty)) list_append(list_of(parts), strings->items[i]);
        if (i < interpolations->len) list_append(list_of(parts), interpolations->items[i]);
    }
    return parts;
}

static value template_iter(value self)
{
    return get_iter(template_parts(self));
}

static value template_binary(enum op op, value a, value b)
{
    if (op != OP_ADD) return NOTIMPL;
    if (!is_type(a, &type_template) || !is_type(b, &type_template))
        raise_type_error("can only concatenate Template (not \"%t\") to Template",
                         is_type(a, &type_template) ? b : a);
    value parts = template_parts(a);
    list_extend(list_of(parts), template_parts(b));
    parts = tuple_from_iterable(parts);
    return template_new(tuple_of(parts)->len, tuple_of(parts)->items);
}

static void template_repr(value self, struct printer *out)
{
    print_format(out, "Template(strings=%r, interpolations=%r)", self_template(self)->strings,
                 self_template(self)->interpolations);
}

static value get_strings(value self)
{
    return self_template(self)->strings;
}
static value get_interpolations(value self)
{
    return self_template(self)->interpolations;
}

static value get_values(value self)
{
    const struct tuple *from = tuple_of(self_template(self)->interpolations);
    value values = tuple_new(from->len, NULL);
    for (size_t i = 0; i < from->len; i++) tuple_of(values)->items[i] = get_value(from->items[i]);
    return values;
}

GETSET(a_strings, strings, get_strings, NULL);
GETSET(a_interpolations, interpolations, get_interpolations, NULL);
GETSET(a_values, values, get_values, NULL);
static const struct attr template_attrs[] = {
    ATTR(strings, a_strings),
    ATTR(interpolations, a_interpolations),
    ATTR(values, a_values),
    ATTR_VALUE(__module__, SYMBOL(S_string_templatelib)),
};
static const struct slots template_slots = {
    .size = sizeof(struct template),
    .trace = template_trace,
    .make = template_make,
    .binary = template_binary,
    .iter = template_iter,
    .repr = template_repr,
};
const struct type type_template = {{&type_type},
                                   .slots = &template_slots,
                                   .name = SYMBOL(S_Template),
                                   TYPE_ATTRS(template_attrs),
                                   .base = &type_object};
#endif
