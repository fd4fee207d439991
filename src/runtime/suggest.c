/* What a NameError, AttributeError or ImportError's traceback asks: "Did you mean: 'name'?" The nearest of the names
 * that there are, by how many letters must be changed, as CPython counts it. */
#include "suggest.h"
#include "../object/class.h"
#include "../vm/frame.h"
#include "builtins.h"
#include "frozen.h"
#include "runtime.h"

#if ADDER_TRACING

/* ---- how far two names are from each other ---- */

enum {
    MOVE_COST = 2, /* a character put in, left out or replaced */
    CASE_COST = 1, /* only its case */
    NAME_MAX = 40,
    CANDIDATES_MAX = 750,
};

static unsigned char lower(char c)
{
    return (unsigned char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

static unsigned replace_cost(char a, char b)
{
    return a == b ? 0 : lower(a) == lower(b) ? CASE_COST : MOVE_COST;
}

/* The cost of making b of a; more than `most` if it is. Names are compared by bytes. */
static unsigned distance(struct view a, struct view b, unsigned most)
{
    while (a.len && b.len && a.data[0] == b.data[0]) a.data++, b.data++, a.len--, b.len--;
    while (a.len && b.len && a.data[a.len - 1] == b.data[b.len - 1]) a.len--, b.len--;
    if (a.len == 0 || b.len == 0) return (unsigned)(a.len + b.len) * MOVE_COST;
    if (a.len > NAME_MAX || b.len > NAME_MAX) return most + 1;
    unsigned row[NAME_MAX], result = 0; /* costs of making the start of b of each start of a */
    for (unsigned i = 0; i < a.len; i++) row[i] = (i + 1) * MOVE_COST;
    for (unsigned j = 0; j < b.len; j++) {
        unsigned diagonal = j * MOVE_COST, least = most + 1;
        result = (j + 1) * MOVE_COST;
        for (unsigned i = 0; i < a.len; i++) {
            unsigned replaced = diagonal + replace_cost(a.data[i], b.data[j]);
            diagonal = row[i];
            result = (result < row[i] ? result : row[i]) + MOVE_COST;
            if (replaced < result) result = replaced;
            row[i] = result;
            if (result < least) least = result;
        }
        if (least > most) return most + 1;
    }
    return result;
}

struct search {
    struct view wrong;
    unsigned best;    /* what the next one must be below */
    unsigned seen;
    value found;
};

static void try_name(struct search *s, value name)
{
    if (!is_str(name) || s->seen++ >= CANDIDATES_MAX) return;
    struct view v = str_view(name);
    if (v.len == s->wrong.len && !memcmp(v.data, s->wrong.data, v.len)) return;
    unsigned most = (unsigned)(v.len + s->wrong.len + 3) * MOVE_COST / 6; /* no more than a third of both */
    if (most >= s->best) most = s->best - 1;
    unsigned d = distance(s->wrong, v, most);
    if (d > most) return;
    s->best = d;
    s->found = name;
}

static void try_all(struct search *s, value names, bool underscored)
{
    value it = get_iter(names);
    for (value name; s->best && (name = iter_next(it)) != STOP;)
        if (underscored || !is_str(name) || str_view(name).len == 0 || str_view(name).data[0] != '_') try_name(s, name);
}

/* ---- where names come from ---- */

/* Whether the frame is one of a method of o: then its private attributes are near. */
static bool is_in_method(value owner, value o)
{
    if (owner == UNDEF) return false;
    if (is_type(owner, &type_frame)) owner = from_ptr(((struct frame *)owner)->function);
    value f = find_type_attr(type_of(o), ((struct function *)owner)->code->name);
    return f == owner;
}

static void try_variables(struct search *s, value owner)
{
    if (owner == UNDEF) return;
    struct dict *globals = NULL;
    if (is_type(owner, &type_frame)) {
        try_all(s, get_attr(owner, SYMBOL(S_f_locals)), true);
        globals = dict_of(get_attr(owner, SYMBOL(S_f_globals)));
    } else {
        globals = ((struct function *)owner)->globals;
    }
    try_all(s, from_ptr(globals), true);
    value builtins = import_name(NULL, SYMBOL(S_builtins), NONE, 0);
    try_all(s, builtin_dir(1, &builtins), true);
}

/* `self.name` if the frame's self has such an attribute; UNDEF. */
static value on_self(value owner, value name)
{
    if (owner == UNDEF || !is_type(owner, &type_frame)) return UNDEF;
    value locals = get_attr(owner, SYMBOL(S_f_locals));
    if (!contains(locals, SYMBOL(S_self)) || find_attr(get_item(locals, SYMBOL(S_self)), name) == UNDEF) return UNDEF;
    return str_format_c("self.%v", name);
}

value suggest_nearest(value name, value names)
{
    struct search s = {str_view(name), UINT32_MAX, 0, UNDEF};
    try_all(&s, names, true);
    return s.found;
}

/* ---- the question ---- */

static value find_suggestion(value e, value name)
{
    struct search s = {.wrong = str_view(name), .found = UNDEF};
    value owner = traceback_innermost(*exception_slot(e, EXC_TRACEBACK));
    bool underscored = s.wrong.len && s.wrong.data[0] == '_';
    if (s.wrong.len > NAME_MAX) return UNDEF;
    s.best = UINT32_MAX;
    if (is_instance(e, &type_NameError)) {
        value v = on_self(owner, name);
        if (v != UNDEF) return v;
        try_variables(&s, owner);
    } else if (is_instance(e, &type_ImportError)) {
        value module = import_name(NULL, find_attr(e, SYMBOL(S_name)), from_ptr(&empty_tuple), 0);
        module = dict_get(import_modules(), find_attr(e, SYMBOL(S_name)));
        try_all(&s, builtin_dir(1, &module), underscored);
    } else {
        value o = find_attr(e, SYMBOL(S_obj));
        try_all(&s, builtin_dir(1, &o), underscored || is_in_method(owner, o));
    }
    return s.seen > CANDIDATES_MAX ? UNDEF : s.found;
}

struct question {
    value e, name;
};

static value find_caught(void *arg)
{
    const struct question *q = arg;
    return find_suggestion(q->e, q->name);
}

static bool is_module_name(value name)
{
    return contains(import_builtin_names(), name) || contains(frozen_names(), name);
}

void suggestion_print(struct printer *out, value e)
{
    bool import = is_instance(e, &type_ImportError), names = is_instance(e, &type_NameError);
    if (!import && !names && !is_instance(e, &type_AttributeError)) return;
    struct question q = {e, find_attr(e, SYMBOL(import ? S_name_from : S_name))};
    value found;
    if (q.name == UNDEF || !is_str(q.name)) return;
    if (!protect(find_caught, &q, &found)) found = UNDEF;
    if (found != UNDEF) print_format(out, ". Did you mean: '%v'?", found);
    if (names && is_module_name(q.name))
        print_format(out, "%s forget to import '%v'?", found == UNDEF ? ". Did you" : " Or did you", q.name);
}

#endif
