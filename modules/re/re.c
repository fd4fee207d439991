/* The module re: patterns, their methods, and the functions that make patterns and call those. */
#include "regex.h"

/* ---- searching again and again ---- */

/* Searches a string from match to match. An empty match must not be where the one before it ended. */
struct scan {
    struct regex *regex;
    value string;
    size_t at, end;      /* bytes */
    word pos, endpos;    /* the same at the start, in characters */
    bool not_empty, over;
};

/* pos, endpos: arguments, or UNDEF. */
static struct scan scan_new(struct regex *r, value string, value pos, value endpos)
{
    struct subject s;
    struct scan scan = {.regex = r, .string = string};
    word from = pos == UNDEF ? 0 : need_index_word(pos), to = endpos == UNDEF ? SMALL_MAX : need_index_word(endpos);
    subject_take(&s, r, string);
    value plain = unwrap(string);
    word len = (word)(s.ascii ? s.len : str_chars(plain));
    scan.endpos = to < 0 ? 0 : to > len ? len : to;
    scan.pos = from < 0 ? 0 : from > len ? len : from;
    scan.over = scan.pos > scan.endpos;
    struct view view = {s.text, s.len, s.ascii};
    scan.at = s.ascii ? (size_t)scan.pos : str_byte_offset(plain, view, (size_t)scan.pos);
    scan.end = s.ascii ? (size_t)scan.endpos : str_byte_offset(plain, view, (size_t)scan.endpos);
    HOLD(plain);
    return scan;
}

/* Looks at the string as it is now. false: there is no more to search. */
static bool scan_begin(struct scan *scan, struct matcher *m)
{
    struct subject s;
    if (scan->over)
        return false;
    matcher_init(m, scan->regex);
    subject_take(&s, scan->regex, scan->string);
    m->subject = scan->string;
    m->text = s.text;
    m->end = s.text + (scan->end < s.len ? scan->end : s.len);
    m->wide = !s.ascii;
    return scan->at <= (size_t)(m->end - m->text);
}

/* The next match, with its places in m; m must have begun. */
static bool scan_next(struct scan *scan, struct matcher *m)
{
    m->not_empty_at = scan->not_empty ? (uint32_t)scan->at : NO_PLACE;
    if (scan->at > (size_t)(m->end - m->text) || !matcher_search(m, scan->at)) {
        scan->over = true;
        return false;
    }
    scan->at = m->slot[1];
    scan->not_empty = m->slot[0] == m->slot[1];
    return true;
}

static value scan_match(const struct scan *scan, const struct matcher *m)
{
    return match_new(m, scan->string, scan->pos, scan->endpos);
}

/* What group g holds; "" if it has not matched. */
static value scan_group(const struct matcher *m, const struct subject *s, uint32_t g)
{
    uint32_t from = m->slot[2 * g], to = m->slot[2 * g + 1];
    bool matched = from != NO_PLACE && to != NO_PLACE;
    return subject_piece(s, matched ? from : 0, matched ? to : 0);
}

/* ---- methods of patterns ---- */

static struct regex *regex_of(value self)
{
    if (!is_type(self, &type_Pattern))
        raise_type_error("descriptor requires a 're.Pattern' object but received a '%t'", self);
    return (struct regex *)self;
}

enum search_kind { SEARCH, MATCH, FULLMATCH };

static value search_once(struct regex *r, value string, value pos, value endpos, enum search_kind kind)
{
    struct matcher m;
    struct scan scan = scan_new(r, string, pos, endpos);
    if (!scan_begin(&scan, &m))
        return NONE;
    m.full = kind == FULLMATCH;
    bool found = kind == SEARCH ? matcher_search(&m, scan.at) : matcher_match(&m, scan.at);
    return found ? scan_match(&scan, &m) : NONE;
}

static const sym search_names[] = {S_string, S_pos, S_endpos};

static value search_method(const char *name, size_t n, value *args, size_t nkw, const value *kwnames,
                           enum search_kind kind)
{
    value v[3];
    args_bind(name, n, args, nkw, kwnames, 1, 3, search_names, 3, 1, v);
    return search_once(regex_of(args[0]), v[0], v[1], v[2], kind);
}

static value method_search(size_t n, value *args, size_t nkw, const value *kwnames)
{
    return search_method("search", n, args, nkw, kwnames, SEARCH);
}

static value method_match(size_t n, value *args, size_t nkw, const value *kwnames)
{
    return search_method("match", n, args, nkw, kwnames, MATCH);
}

static value method_fullmatch(size_t n, value *args, size_t nkw, const value *kwnames)
{
    return search_method("fullmatch", n, args, nkw, kwnames, FULLMATCH);
}

static value find_all(struct regex *r, value string, value pos, value endpos)
{
    struct matcher m;
    struct subject s;
    struct scan scan = scan_new(r, string, pos, endpos);
    struct list *result = list_of(list_new(0, NULL));
    if (!scan_begin(&scan, &m))
        return from_ptr(result);
    subject_take(&s, r, string);
    while (scan_next(&scan, &m)) {
        if (r->groups < 2) {
            list_append(result, scan_group(&m, &s, r->groups));
            continue;
        }
        value groups = tuple_new(r->groups, NULL);
        for (uint32_t g = 1; g <= r->groups; g++)
            tuple_of(groups)->items[g - 1] = scan_group(&m, &s, g);
        list_append(result, groups);
    }
    HOLD(string);
    return from_ptr(result);
}

static value method_findall(size_t n, value *args, size_t nkw, const value *kwnames)
{
    value v[3];
    args_bind("findall", n, args, nkw, kwnames, 1, 3, search_names, 3, 1, v);
    return find_all(regex_of(args[0]), v[0], v[1], v[2]);
}

/* ---- the iterator of finditer() ---- */

struct find_iter {
    struct object head;
    struct scan scan;
};

static value find_iter_next(value self)
{
    struct scan *scan = &((struct find_iter *)self)->scan;
    struct matcher m;
    value result = STOP;
    if (scan_begin(scan, &m) && scan_next(scan, &m))
        result = scan_match(scan, &m);
    HOLD(self);
    return result;
}

static value find_iter_iter(value self)
{
    return self;
}

static void find_iter_trace(struct object *o)
{
    struct find_iter *it = (struct find_iter *)o;
    heap_visit_ptr(&it->scan.regex);
    heap_visit(&it->scan.string);
}

static const struct slots find_iter_slots = {
    .size = sizeof(struct find_iter),
    .trace = find_iter_trace,
    .iter = find_iter_iter,
    .next = find_iter_next,
};
static const struct type type_find_iter = {
    .head = {&type_type},
    .slots = &find_iter_slots,
    .name = SYMBOL(S_callable_iterator),
    .base = &type_object,
};

static value find_iter_new(struct regex *r, value string, value pos, value endpos)
{
    struct scan scan = scan_new(r, string, pos, endpos);
    struct find_iter *it = heap_object(&type_find_iter, sizeof *it);
    it->scan = scan;
    return from_ptr(it);
}

static value method_finditer(size_t n, value *args, size_t nkw, const value *kwnames)
{
    value v[3];
    args_bind("finditer", n, args, nkw, kwnames, 1, 3, search_names, 3, 1, v);
    return find_iter_new(regex_of(args[0]), v[0], v[1], v[2]);
}

/* ---- split and sub ---- */

/* A count argument: 0 or less means all; a negative one `negative`. */
static size_t count_argument(value v, size_t negative)
{
    word n = v == UNDEF ? 0 : need_index_word(v);
    return n > 0 ? (size_t)n : n < 0 ? negative : SIZE_MAX;
}

static value split_string(struct regex *r, value string, value maxsplit)
{
    struct matcher m;
    struct subject s;
    size_t most = count_argument(maxsplit, 0), last = 0;
    struct scan scan = scan_new(r, string, UNDEF, UNDEF);
    struct list *result = list_of(list_new(0, NULL));
    scan_begin(&scan, &m);
    subject_take(&s, r, string);
    for (; most && scan_next(&scan, &m); most--) {
        list_append(result, subject_piece(&s, last, m.slot[0]));
        last = m.slot[1];
        for (uint32_t g = 1; g <= r->groups; g++) {
            bool matched = m.slot[2 * g] != NO_PLACE && m.slot[2 * g + 1] != NO_PLACE;
            list_append(result, matched ? scan_group(&m, &s, g) : NONE);
        }
    }
    list_append(result, subject_piece(&s, last, s.len));
    HOLD(string);
    return from_ptr(result);
}

static value method_split(size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym names[] = {S_string, S_maxsplit};
    value v[2];
    args_bind("split", n, args, nkw, kwnames, 1, 2, names, 2, 1, v);
    return split_string(regex_of(args[0]), v[0], v[1]);
}

static void append_bytes(value out, const struct subject *s, size_t from, size_t to)
{
    to = to > s->len ? s->len : to;
    if (from < to)
        bytearray_append(out, (const uint8_t *)s->text + from, to - from);
}

/* Appends what replaces one match: a template's text, or what a function of the match returns. */
static void append_replacement(value out, const struct scan *scan, const struct matcher *m, value function,
                               const struct list *pieces)
{
    bool binary = scan->regex->binary;
    if (pieces && pieces->len == 1 && !is_int(list_items(pieces)[0])) {
        append_text(out, list_items(pieces)[0], binary);
    } else if (pieces && pieces->len) {
        template_expand((const struct match *)scan_match(scan, m), pieces, out);
    } else if (!pieces) {
        value text = call1(function, scan_match(scan, m));
        if (text != NONE)
            append_text(out, text, binary);
    }
}

/* The new string; *done: how many there were. */
static value substitute(struct regex *r, value replacement, value string, value count, size_t *done)
{
    struct matcher m;
    struct subject s;
    size_t most = count_argument(count, 0), last = 0, n = 0;
    bool function = is_callable(replacement);
    const struct list *pieces = function ? NULL : template_parse(r, replacement);
    struct scan scan = scan_new(r, string, UNDEF, UNDEF);
    value out = UNDEF;
    bool more = scan_begin(&scan, &m);
    subject_take(&s, r, string);
    for (; more && n < most && scan_next(&scan, &m); n++) {
        if (out == UNDEF)
            out = bytearray_new(NULL, 0);
        append_bytes(out, &s, last, m.slot[0]);
        last = m.slot[1];
        append_replacement(out, &scan, &m, replacement, pieces);
        if (function) { /* it may have changed a bytearray */
            more = scan_begin(&scan, &m);
            subject_take(&s, r, string);
        }
    }
    *done = n;
    if (!n)
        return subject_piece(&s, 0, s.len);
    append_bytes(out, &s, last, s.len);
    HOLD(string);
    return text_result(out, r->binary);
}

static value substitute_and_count(struct regex *r, value replacement, value string, value count)
{
    size_t n;
    value text = substitute(r, replacement, string, count, &n);
    return tuple_pair(text, from_int((word)n));
}

static const sym sub_names[] = {S_repl, S_string, S_count};

static value method_sub(size_t n, value *args, size_t nkw, const value *kwnames)
{
    value v[3];
    size_t done;
    args_bind("sub", n, args, nkw, kwnames, 1, 3, sub_names, 3, 2, v);
    return substitute(regex_of(args[0]), v[0], v[1], v[2], &done);
}

static value method_subn(size_t n, value *args, size_t nkw, const value *kwnames)
{
    value v[3];
    args_bind("subn", n, args, nkw, kwnames, 1, 3, sub_names, 3, 2, v);
    return substitute_and_count(regex_of(args[0]), v[0], v[1], v[2]);
}

/* ---- Pattern ---- */

static value get_pattern(value self) { return regex_of(self)->source; }
static value get_flags(value self) { return from_int((word)regex_of(self)->flags); }
static value get_groups(value self) { return from_int((word)regex_of(self)->groups); }
static value get_groupindex(value self) { return mappingproxy_new(regex_of(self)->groupindex); }

static const struct {
    uint16_t flag;
    sym name;
} flag_names[] = {
    {FLAG_IGNORECASE, S_IGNORECASE}, {FLAG_LOCALE, S_LOCALE},   {FLAG_MULTILINE, S_MULTILINE},
    {FLAG_DOTALL, S_DOTALL},         {FLAG_VERBOSE, S_VERBOSE}, {FLAG_DEBUG, S_DEBUG},
    {FLAG_ASCII, S_ASCII},
};

static void pattern_repr(value self, struct printer *out)
{
    struct regex *r = regex_of(self);
    const char *before = ", re.";
    print_format(out, "re.compile(%r", r->source);
    for (size_t i = 0; i < sizeof flag_names / sizeof flag_names[0]; i++) {
        if (r->flags & flag_names[i].flag) {
            print_format(out, "%s%v", before, SYMBOL(flag_names[i].name));
            before = "|re.";
        }
    }
    print_z(out, ")");
}

static value pattern_compare(enum op op, value a, value b)
{
    if ((op != OP_EQ && op != OP_NE) || !is_type(b, &type_Pattern))
        return NOTIMPL;
    struct regex *x = (struct regex *)a, *y = (struct regex *)b;
    bool same = x->flags == y->flags && x->binary == y->binary && equal(x->source, y->source);
    return from_bool(same == (op == OP_EQ));
}

static bool pattern_hash(value self, hashcode *out)
{
    struct regex *r = (struct regex *)self;
    *out = hash_of(r->source) ^ r->flags;
    return true;
}

static void pattern_trace(struct object *o)
{
    heap_visit(&((struct regex *)o)->source);
    heap_visit(&((struct regex *)o)->groupindex);
}

static value get_itself(size_t n, value *args)
{
    (void)n;
    return args[0];
}

METHODK(pattern_search, search, 1, 4, method_search);
METHODK(pattern_match, match, 1, 4, method_match);
METHODK(pattern_fullmatch, fullmatch, 1, 4, method_fullmatch);
METHODK(pattern_findall, findall, 1, 4, method_findall);
METHODK(pattern_finditer, finditer, 1, 4, method_finditer);
METHODK(pattern_split, split, 1, 3, method_split);
METHODK(pattern_sub, sub, 1, 4, method_sub);
METHODK(pattern_subn, subn, 1, 4, method_subn);
METHODV(pattern_copy, __copy__, 1, 1, get_itself);
METHODV(pattern_deepcopy, __deepcopy__, 2, 2, get_itself);
GETSET(pattern_pattern, pattern, get_pattern, NULL);
GETSET(pattern_flags, flags, get_flags, NULL);
GETSET(pattern_groups, groups, get_groups, NULL);
GETSET(pattern_groupindex, groupindex, get_groupindex, NULL);

static const struct attr pattern_attrs[] = {
    ATTR(search, pattern_search),
    ATTR(match, pattern_match),
    ATTR(fullmatch, pattern_fullmatch),
    ATTR(findall, pattern_findall),
    ATTR(finditer, pattern_finditer),
    ATTR(split, pattern_split),
    ATTR(sub, pattern_sub),
    ATTR(subn, pattern_subn),
    ATTR(pattern, pattern_pattern),
    ATTR(flags, pattern_flags),
    ATTR(groups, pattern_groups),
    ATTR(groupindex, pattern_groupindex),
    ATTR_MORE(__copy__, pattern_copy)
    ATTR_MORE(__deepcopy__, pattern_deepcopy)
    ATTR_VALUE(__module__, SYMBOL(S_re)),
};
static const struct slots pattern_slots = {
    .size = sizeof(struct regex),
    .trace = pattern_trace,
    .repr = pattern_repr,
    .compare = pattern_compare,
    .hash = pattern_hash,
};
const struct type type_Pattern = {
    .head = {&type_type},
    .slots = &pattern_slots,
    .name = SYMBOL(S_Pattern),
    TYPE_ATTRS(pattern_attrs),
    .base = &type_object,
};

static const struct attr error_attrs[] = {ATTR_VALUE(__module__, SYMBOL(S_re))};
const struct type type_PatternError = {
    EXCEPTION_FIELDS(Exception),
    .name = SYMBOL(S_PatternError),
    TYPE_ATTRS(error_attrs),
};

/* ---- the cache of patterns ---- */

#define CACHE_SIZE (ADDER_LEVEL == 2 ? 64 : 4) /* a power of two */

/* The patterns that functions compiled lately. A collection empties it. */
static struct {
    struct {
        struct regex *regex;
        uint32_t flags; /* as given */
    } entry[CACHE_SIZE];
    uint32_t epoch;
} cache;

static void cache_drop(void)
{
    memset(cache.entry, 0, sizeof cache.entry);
}

static uint32_t check_flags(value source, value v)
{
    word flags = v == UNDEF ? 0 : need_index_word(v);
    bool text = is_str(source);
    if (text && flags & FLAG_LOCALE)
        raise_value_error("cannot use LOCALE flag with a str pattern");
    if (!text && flags & FLAG_UNICODE)
        raise_value_error("cannot use UNICODE flag with a bytes pattern");
    if (flags & FLAG_ASCII && flags & (FLAG_UNICODE | FLAG_LOCALE))
        raise_value_error("ASCII and %s flags are incompatible", text ? "UNICODE" : "LOCALE");
    return (uint32_t)flags;
}

/* The pattern that the first argument of a function is, or says. */
static struct regex *need_regex(value pattern, value flags)
{
    if (is_type(pattern, &type_Pattern)) {
        if (flags != UNDEF && truth(flags))
            raise_value_error("cannot process flags argument with a compiled pattern");
        return (struct regex *)pattern;
    }
    value source = unwrap(pattern);
    if (!is_str(source) && !is_bytes(source))
        raise_type_error("first argument must be string or compiled pattern");
    uint32_t given = check_flags(source, flags), at = (hash_of(source) + given) & (CACHE_SIZE - 1);
    if (cache.epoch != heap_epoch) {
        cache.epoch = heap_epoch;
        cache_drop();
        heap_add_roots(cache_drop);
    }
    struct regex *r = cache.entry[at].regex;
    if (r && cache.entry[at].flags == given && r->binary == is_bytes(source) && equal(r->source, source))
        return r;
    r = regex_compile(source, given);
    if (!r->binary && !(r->flags & FLAG_ASCII))
        r->flags |= FLAG_UNICODE;
    cache.entry[at].regex = r;
    cache.entry[at].flags = given;
    return r;
}

/* ---- the module's functions ---- */

static value re_compile(size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym names[] = {S_pattern, S_flags};
    value v[2];
    args_bind("compile", n, args, nkw, kwnames, 0, 2, names, 2, 1, v);
    return from_ptr(need_regex(v[0], v[1]));
}

/* pattern, string, flags of these functions: the string goes to *string. */
static struct regex *bind_search(const char *name, size_t n, value *args, size_t nkw, const value *kwnames,
                                 value *string)
{
    static const sym names[] = {S_pattern, S_string, S_flags};
    value v[3];
    args_bind(name, n, args, nkw, kwnames, 0, 3, names, 3, 2, v);
    *string = v[1];
    return need_regex(v[0], v[2]);
}

static value re_search(size_t n, value *args, size_t nkw, const value *kwnames)
{
    value string;
    struct regex *r = bind_search("search", n, args, nkw, kwnames, &string);
    return search_once(r, string, UNDEF, UNDEF, SEARCH);
}

static value re_match(size_t n, value *args, size_t nkw, const value *kwnames)
{
    value string;
    struct regex *r = bind_search("match", n, args, nkw, kwnames, &string);
    return search_once(r, string, UNDEF, UNDEF, MATCH);
}

static value re_fullmatch(size_t n, value *args, size_t nkw, const value *kwnames)
{
    value string;
    struct regex *r = bind_search("fullmatch", n, args, nkw, kwnames, &string);
    return search_once(r, string, UNDEF, UNDEF, FULLMATCH);
}

static value re_findall(size_t n, value *args, size_t nkw, const value *kwnames)
{
    value string;
    struct regex *r = bind_search("findall", n, args, nkw, kwnames, &string);
    return find_all(r, string, UNDEF, UNDEF);
}

static value re_finditer(size_t n, value *args, size_t nkw, const value *kwnames)
{
    value string;
    struct regex *r = bind_search("finditer", n, args, nkw, kwnames, &string);
    return find_iter_new(r, string, UNDEF, UNDEF);
}

static value re_split(size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym names[] = {S_pattern, S_string, S_maxsplit, S_flags};
    value v[4];
    args_bind("split", n, args, nkw, kwnames, 0, 4, names, 4, 2, v);
    return split_string(need_regex(v[0], v[3]), v[1], v[2]);
}

static const sym re_sub_names[] = {S_pattern, S_repl, S_string, S_count, S_flags};

static value re_sub(size_t n, value *args, size_t nkw, const value *kwnames)
{
    value v[5];
    size_t done;
    args_bind("sub", n, args, nkw, kwnames, 0, 5, re_sub_names, 5, 3, v);
    return substitute(need_regex(v[0], v[4]), v[1], v[2], v[3], &done);
}

static value re_subn(size_t n, value *args, size_t nkw, const value *kwnames)
{
    value v[5];
    args_bind("subn", n, args, nkw, kwnames, 0, 5, re_sub_names, 5, 3, v);
    return substitute_and_count(need_regex(v[0], v[4]), v[1], v[2], v[3]);
}

static value re_escape(value pattern)
{
    static const char special[] = "()[]{}?*+-|^$\\.&~# \t\n\r\v\f";
    value plain = unwrap(pattern), out = bytearray_new(NULL, 0);
    bool binary = !is_str(plain);
    struct buffer b;
    if (binary) {
        need_buffer(pattern, &b, false);
    } else {
        struct view v = str_view(plain);
        b.data = (uint8_t *)v.data;
        b.len = v.len;
    }
    const uint8_t *s = b.data, *end = s + b.len;
    while (s < end) {
        const uint8_t *from = s;
        while (s < end && !memchr(special, *s, sizeof special - 1))
            s++;
        bytearray_append(out, from, (size_t)(s - from));
        if (s < end) {
            uint8_t pair[] = {'\\', *s++};
            bytearray_append(out, pair, 2);
        }
    }
    HOLD(plain);
    return text_result(out, binary);
}

static value re_purge(void)
{
    cache_drop();
    return NONE;
}

FUNK(function_compile, compile, 0, 2, re_compile);
FUNK(function_search, search, 0, 3, re_search);
FUNK(function_match, match, 0, 3, re_match);
FUNK(function_fullmatch, fullmatch, 0, 3, re_fullmatch);
FUNK(function_findall, findall, 0, 3, re_findall);
FUNK(function_finditer, finditer, 0, 3, re_finditer);
FUNK(function_split, split, 0, 4, re_split);
FUNK(function_sub, sub, 0, 5, re_sub);
FUNK(function_subn, subn, 0, 5, re_subn);
FUN1(function_escape, escape, re_escape);
FUN0(function_purge, purge, re_purge);

#define FLAG(symbol, flag) ATTR_VALUE(symbol, ((value)(flag) << 1) | 1)

static const struct attr re_attrs[] = {
    ATTR(compile, function_compile),
    ATTR(search, function_search),
    ATTR(match, function_match),
    ATTR(fullmatch, function_fullmatch),
    ATTR(findall, function_findall),
    ATTR(finditer, function_finditer),
    ATTR(split, function_split),
    ATTR(sub, function_sub),
    ATTR(subn, function_subn),
    ATTR(escape, function_escape),
    ATTR(purge, function_purge),
    ATTR(Pattern, type_Pattern),
    ATTR(Match, type_Match),
    ATTR(error, type_PatternError),
    ATTR(PatternError, type_PatternError),
    FLAG(NOFLAG, 0),
    FLAG(I, FLAG_IGNORECASE), FLAG(IGNORECASE, FLAG_IGNORECASE),
    FLAG(L, FLAG_LOCALE),     FLAG(LOCALE, FLAG_LOCALE),
    FLAG(M, FLAG_MULTILINE),  FLAG(MULTILINE, FLAG_MULTILINE),
    FLAG(S, FLAG_DOTALL),     FLAG(DOTALL, FLAG_DOTALL),
    FLAG(U, FLAG_UNICODE),    FLAG(UNICODE, FLAG_UNICODE),
    FLAG(X, FLAG_VERBOSE),    FLAG(VERBOSE, FLAG_VERBOSE),
    FLAG(A, FLAG_ASCII),      FLAG(ASCII, FLAG_ASCII),
    FLAG(DEBUG, FLAG_DEBUG),
};

const struct module_def module_re = {
    .name = SYMBOL(S_re),
    .attrs = re_attrs,
    .nattrs = sizeof re_attrs / sizeof re_attrs[0],
};
