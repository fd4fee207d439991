/* Match objects. */
#include "regex.h"

struct match *match_of(value self)
{
    if (!is_type(self, &type_Match))
        raise_type_error("descriptor requires a 're.Match' object but received a '%t'", self);
    return (struct match *)self;
}

void subject_take(struct subject *s, const struct regex *r, value v)
{
    value plain = unwrap(v);
    struct buffer b;
    s->owner = v;
    s->binary = !is_str(plain);
    s->ascii = true;
    if (!s->binary) {
        struct view view = str_view(plain);
        s->text = view.data;
        s->len = view.len;
        s->ascii = view.ascii;
    } else if (get_buffer(v, &b, false)) {
        s->text = b.len ? (const char *)b.data : "";
        s->len = b.len;
    } else {
        raise_type_error("expected string or bytes-like object, got '%t'", v);
    }
    if (s->binary && !r->binary)
        raise_type_error("cannot use a string pattern on a bytes-like object");
    if (!s->binary && r->binary)
        raise_type_error("cannot use a bytes pattern on a string-like object");
    if (s->len >= INT32_MAX)
        raise_error(&type_OverflowError, "string is too long");
}

value subject_piece(const struct subject *s, size_t from, size_t to)
{
    if (to > s->len) /* a bytearray has shrunk since */
        to = s->len;
    if (from > to)
        from = to;
    if (from == 0 && to == s->len && (is_str(s->owner) || is_bytes(s->owner)))
        return s->owner;
    if (s->binary)
        return bytes_new((const uint8_t *)s->text + from, to - from);
    return str_make_known(s->text + from, to - from, s->ascii || utf8_is_ascii(s->text + from, to - from));
}

value match_new(const struct matcher *m, value string, word pos, word endpos)
{
    uint32_t n = 2 * m->regex->groups + 2;
    struct match *o = heap_object(&type_Match, sizeof *o + n * sizeof o->place[0]);
    o->regex = m->regex;
    o->string = string;
    o->pos = pos;
    o->endpos = endpos;
    o->last = m->slot[m->last_slot];
    o->n = n;
    memcpy(o->place, m->slot, n * sizeof *m->slot);
    return from_ptr(o);
}

static bool has_matched(const struct match *m, uint32_t group)
{
    return m->place[2 * group] != NO_PLACE && m->place[2 * group + 1] != NO_PLACE;
}

value match_group(const struct match *m, uint32_t group)
{
    struct subject s;
    if (!has_matched(m, group))
        return UNDEF;
    subject_take(&s, m->regex, m->string);
    value v = subject_piece(&s, m->place[2 * group], m->place[2 * group + 1]);
    HOLD(m->string);
    return v;
}

static value group_or(const struct match *m, uint32_t group, value other)
{
    value v = match_group(m, group);
    return v == UNDEF ? other : v;
}

/* The number of a group, given by number or name. */
static uint32_t need_group(const struct match *m, value v)
{
    value index = unwrap(v);
    if (is_str(index)) {
        index = dict_get(dict_of(m->regex->groupindex), index);
    } else if (!is_integer(index) && slots_of(v)->index) {
        index = slots_of(v)->index(v);
    }
    if (index == TRUE || index == FALSE)
        index = from_int(index == TRUE);
    if (index == UNDEF || !is_int(index) || int_of(index) < 0 || int_of(index) > (word)m->regex->groups)
        raise_error(&type_IndexError, "no such group");
    return (uint32_t)int_of(index);
}

static value method_group(size_t n, value *args)
{
    struct match *m = match_of(args[0]);
    if (n <= 2)
        return group_or(m, n == 1 ? 0 : need_group(m, args[1]), NONE);
    value result = tuple_new(n - 1, NULL);
    for (size_t i = 1; i < n; i++)
        tuple_of(result)->items[i - 1] = group_or(m, need_group(m, args[i]), NONE);
    return result;
}

static value match_getitem(value self, value key)
{
    struct match *m = match_of(self);
    return group_or(m, need_group(m, key), NONE);
}

static value default_of(const char *name, size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym names[] = {S_default};
    value v;
    args_bind(name, n, args, nkw, kwnames, 1, 1, names, 1, 0, &v);
    return v == UNDEF ? NONE : v;
}

static value method_groups(size_t n, value *args, size_t nkw, const value *kwnames)
{
    struct match *m = match_of(args[0]);
    value other = default_of("groups", n, args, nkw, kwnames), result = tuple_new(m->regex->groups, NULL);
    for (uint32_t i = 0; i < m->regex->groups; i++)
        tuple_of(result)->items[i] = group_or(m, i + 1, other);
    return result;
}

static value method_groupdict(size_t n, value *args, size_t nkw, const value *kwnames)
{
    struct match *m = match_of(args[0]);
    value other = default_of("groupdict", n, args, nkw, kwnames), name, group;
    struct dict *names = dict_of(m->regex->groupindex), *result = dict_new(names->live);
    for (uint32_t i = 0; dict_next(names, &i, &name, &group);)
        dict_set(result, name, group_or(m, (uint32_t)int_of(group), other));
    return from_ptr(result);
}

/* ---- places ---- */

/* Where in the string, in characters, place i is; -1 if its group has not matched. */
static value place_value(const struct match *m, uint32_t i)
{
    struct subject s;
    if (!has_matched(m, i / 2))
        return from_int(-1);
    size_t place = m->place[i];
    subject_take(&s, m->regex, m->string);
    if (!s.ascii)
        place = utf8_count(s.text, place);
    HOLD(m->string);
    return from_int((word)place);
}

static value span_value(const struct match *m, uint32_t group)
{
    return tuple_pair(place_value(m, 2 * group), place_value(m, 2 * group + 1));
}

static uint32_t group_argument(const struct match *m, size_t n, value *args)
{
    return n == 1 ? 0 : need_group(m, args[1]);
}

static value method_start(size_t n, value *args)
{
    struct match *m = match_of(args[0]);
    return place_value(m, 2 * group_argument(m, n, args));
}

static value method_end(size_t n, value *args)
{
    struct match *m = match_of(args[0]);
    return place_value(m, 2 * group_argument(m, n, args) + 1);
}

static value method_span(size_t n, value *args)
{
    struct match *m = match_of(args[0]);
    return span_value(m, group_argument(m, n, args));
}

static value get_regs(value self)
{
    struct match *m = match_of(self);
    value result = tuple_new(m->n / 2, NULL);
    for (uint32_t i = 0; i < m->n / 2; i++)
        tuple_of(result)->items[i] = span_value(m, i);
    return result;
}

/* ---- the rest ---- */

static value method_expand(value self, value template)
{
    struct match *m = match_of(self);
    value out = bytearray_new(NULL, 0);
    template_expand(m, template_parse(m->regex, template), out);
    return text_result(out, m->regex->binary);
}

static value get_string(value self) { return match_of(self)->string; }
static value get_re(value self) { return from_ptr(match_of(self)->regex); }
static value get_pos(value self) { return from_int(match_of(self)->pos); }
static value get_endpos(value self) { return from_int(match_of(self)->endpos); }

static value get_lastindex(value self)
{
    uint32_t last = match_of(self)->last;
    return last ? from_int((word)last) : NONE;
}

static value get_lastgroup(value self)
{
    struct match *m = match_of(self);
    value name, group;
    for (uint32_t i = 0; dict_next(dict_of(m->regex->groupindex), &i, &name, &group);)
        if (int_of(group) == (word)m->last)
            return name;
    return NONE;
}

static void match_repr(value self, struct printer *out)
{
    struct match *m = match_of(self);
    print_format(out, "<re.Match object; span=%r, match=%r>", span_value(m, 0), match_group(m, 0));
}

static size_t match_size(const struct object *o)
{
    return sizeof(struct match) + ((const struct match *)o)->n * sizeof(uint32_t);
}

static void match_trace(struct object *o)
{
    struct match *m = (struct match *)o;
    heap_visit_ptr(&m->regex);
    heap_visit(&m->string);
}

static value get_itself(size_t n, value *args)
{
    (void)n;
    return args[0];
}

METHODV(group_method, group, 1, 255, method_group);
METHODK(groups_method, groups, 1, 2, method_groups);
METHODK(groupdict_method, groupdict, 1, 2, method_groupdict);
METHODV(start_method, start, 1, 2, method_start);
METHODV(end_method, end, 1, 2, method_end);
METHODV(span_method, span, 1, 2, method_span);
METHOD2(expand_method, expand, method_expand);
METHODV(copy_method, __copy__, 1, 1, get_itself);
METHODV(deepcopy_method, __deepcopy__, 2, 2, get_itself);
GETSET(string_get, string, get_string, NULL);
GETSET(re_get, re, get_re, NULL);
GETSET(pos_get, pos, get_pos, NULL);
GETSET(endpos_get, endpos, get_endpos, NULL);
GETSET(lastindex_get, lastindex, get_lastindex, NULL);
GETSET(lastgroup_get, lastgroup, get_lastgroup, NULL);
GETSET(regs_get, regs, get_regs, NULL);

static const struct attr match_attrs[] = {
    ATTR(group, group_method),
    ATTR(groups, groups_method),
    ATTR(start, start_method),
    ATTR(end, end_method),
    ATTR(span, span_method),
    ATTR(string, string_get),
    ATTR(groupdict, groupdict_method),
    ATTR(expand, expand_method),
    ATTR(re, re_get),
    ATTR(pos, pos_get),
    ATTR(endpos, endpos_get),
    ATTR(lastindex, lastindex_get),
    ATTR(lastgroup, lastgroup_get),
    ATTR(regs, regs_get),
    ATTR_MORE(__copy__, copy_method)
    ATTR_MORE(__deepcopy__, deepcopy_method)
    ATTR_VALUE(__module__, SYMBOL(S_re)),
};
static const struct slots match_slots = {
    .size_of = match_size,
    .trace = match_trace,
    .getitem = match_getitem,
    .repr = match_repr,
};
const struct type type_Match = {
    .head = {&type_type},
    .slots = &match_slots,
    .name = SYMBOL(S_Match),
    TYPE_ATTRS(match_attrs),
    .base = &type_object,
};
