/* The methods that str, bytes and bytearray have in common: those that find, cut and join.
 * (Those about classes of characters, case and width are in text_case.c.) */
#include "class.h"
#include "text.h"

/* ---- texts ---- */

/* Fills *t if v is exactly a str, bytes or bytearray. */
static bool text_get(value v, struct text *t)
{
    t->owner = v;
    t->ascii = false;
    if (is_str(v)) {
        struct view view = str_view(v);
        t->data = view.data;
        t->len = view.len;
        t->ascii = view.ascii;
        t->kind = TEXT_STR;
        return true;
    }
    if (is_bytes(v)) {
        t->data = (const char *)bytes_view(v, &t->len);
        t->kind = TEXT_BYTES;
        return true;
    }
    if (is_type(v, &type_bytearray)) {
        const struct bytearray *b = (const struct bytearray *)v;
        t->data = b->owner.buf ? b->owner.buf : "";
        t->len = b->len;
        t->kind = TEXT_BYTEARRAY;
        return true;
    }
    return false;
}

void text_of(value self, struct text *t)
{
    if (!text_get(self, t) && !text_get(unwrap(self), t))
        raise_type_error("descriptor requires a 'str' or 'bytes' object but received '%t'", self);
}

/* Fills *t from anything with a buffer. */
static bool buffer_text(value v, struct text *t)
{
    struct buffer b;
    if (!get_buffer(v, &b, false)) return false;
    *t = (struct text){.data = (const char *)b.data, .len = b.len, .owner = v, .kind = TEXT_BYTES};
    return true;
}

/* `what` begins the message for a str method: "replace() argument 1 must be str". */
static void text_arg_for(const struct text *t, value v, struct text *arg, const char *what)
{
    if (t->kind == TEXT_STR) {
        if ((!text_get(v, arg) && !text_get(unwrap(v), arg)) || arg->kind != TEXT_STR)
            raise_type_error("%s, not %T", what, v);
    } else if (!buffer_text(v, arg)) {
        raise_type_error("a bytes-like object is required, not '%t'", v);
    }
}

void text_arg(const struct text *t, value v, struct text *arg)
{
    text_arg_for(t, v, arg, "must be str");
}

value text_make(const struct text *t, size_t len, bool ascii, char **data)
{
    if (t->kind == TEXT_STR) return str_make(len, ascii, data);
    if (t->kind == TEXT_BYTES) return bytes_make(len, (uint8_t **)data);
    value b = bytearray_new(NULL, len);
    *data = ((struct bytearray *)b)->owner.buf;
    return b;
}

value text_new(const struct text *t, const char *data, size_t len, bool ascii)
{
    if (t->kind == TEXT_STR) return str_make_known(data, len, ascii);
    if (t->kind == TEXT_BYTES) return bytes_new((const uint8_t *)data, len);
    return bytearray_new((const uint8_t *)data, len);
}

value text_piece(const struct text *t, size_t from, size_t to)
{
    const char *data = t->data + from;
    if (to - from == t->len && t->kind != TEXT_BYTEARRAY) return t->owner;
    return text_new(t, data, to - from, t->ascii || (t->kind == TEXT_STR && utf8_is_ascii(data, to - from)));
}

bool has_own_operator(value v, value name)
{
    return is_obj(v) && obj_of(v)->type->flags & TYPE_HEAP && class_special(obj_of(v)->type, name) != UNDEF;
}

bool is_repeat_count(value v, value reflected)
{
    return is_integer(v) ||
           (!has_own_operator(v, reflected) && !is_float(v) && find_special(v, SYMBOL(S___index__)) != UNDEF);
}

/* How many bytes the character at this place takes. */
static inline size_t char_size(const struct text *t, size_t at)
{
    return t->kind == TEXT_STR ? utf8_length(t->data[at]) : 1;
}

/* The start of the character that ends before `at`. */
static inline size_t char_before(const struct text *t, size_t at)
{
    at--;
    if (t->kind == TEXT_STR) {
        while (!utf8_is_start(t->data[at])) at--;
    }
    return at;
}

/* ---- the range of find, count, startswith ... ---- */

struct span {
    size_t from, to;
    bool none;
}; /* byte offsets; none: start lies behind the end */

static word optional_index(size_t n, const value *args, size_t i, word otherwise)
{
    return i < n && args[i] != NONE ? need_slice_word(args[i]) : otherwise;
}

/* From the optional arguments args[2] and args[3]. Evaluates them first: that may run Python code. */
static struct span span_of(value self, size_t n, const value *args, struct text *t)
{
    word start = optional_index(n, args, 2, 0), stop = optional_index(n, args, 3, INTPTR_MAX);
    text_of(self, t);
    struct span s = {0, t->len, false};
    if (start == 0 && stop == INTPTR_MAX) return s;
    bool wide = t->kind == TEXT_STR && !t->ascii;
    word len = (word)(wide ? str_chars(t->owner) : t->len);
    if (start < 0) start = start + len < 0 ? 0 : start + len;
    if (stop < 0) stop = stop + len < 0 ? 0 : stop + len;
    if (stop > len) stop = len;
    if (start > stop) {
        s.none = true;
        return s;
    }
    s.from = (size_t)start;
    s.to = (size_t)stop;
    if (wide) {
        struct view v = {t->data, t->len, false};
        s.from = str_byte_offset(t->owner, v, s.from);
        s.to = str_byte_offset(t->owner, v, s.to);
    }
    return s;
}

/* What is looked for: of bytes, also a single one as an int, which goes to *byte. */
static void needle_of(const struct text *t, value v, struct text *part, char *byte, const char *what)
{
    if (t->kind == TEXT_STR) {
        text_arg_for(t, v, part, what);
    } else if (is_integer(v) || (has_instance_layout(v) && has_index(v) && !buffer_text(v, part))) {
        *byte = (char)need_byte(v, "byte must be in range(0, 256)");
        *part = (struct text){.data = byte, .len = 1, .owner = v, .kind = TEXT_BYTES};
    } else if (!buffer_text(v, part)) {
        raise_type_error("argument should be integer or bytes-like object, not '%t'", v);
    }
}

/* Both, with CPython's order of checks. */
static struct span needle_and_span(size_t n, value *args, struct text *t, struct text *part, char *byte,
                                   const char *what)
{
    text_of(args[0], t);
    bool is_text = t->kind == TEXT_STR;
    if (is_text) needle_of(t, args[1], part, byte, what);
    struct span s = span_of(args[0], n, args, t);
    if (!is_text) needle_of(t, args[1], part, byte, what);
    return s;
}

typedef word search_function(const char *text, size_t len, const char *part, size_t n);

/* The index of the first or last match, in characters; -1: none. */
static word find_index(size_t n, value *args, search_function *search, const char *what)
{
    struct text t, part;
    char byte;
    struct span s = needle_and_span(n, args, &t, &part, &byte, what);
    if (s.none) return -1;
    word at = search(t.data + s.from, s.to - s.from, part.data, part.len);
    if (at < 0) return -1;
    at += (word)s.from;
    return t.kind == TEXT_STR && !t.ascii ? (word)utf8_count(t.data, (size_t)at) : at;
}

static value must_find(size_t n, value *args, search_function *search, const char *what)
{
    word at = find_index(n, args, search, what);
    if (at < 0) raise_usual_value_error(is_str(unwrap(args[0])) ? "substring not found" : "subsection not found");
    return from_int(at);
}

static value find(size_t n, value *args)
{
    return from_int(find_index(n, args, search_forward, "find() argument 1 must be str"));
}

static value rfind(size_t n, value *args)
{
    return from_int(find_index(n, args, search_backward, "rfind() argument 1 must be str"));
}

static value index_(size_t n, value *args)
{
    return must_find(n, args, search_forward, "index() argument 1 must be str");
}

static value rindex_(size_t n, value *args)
{
    return must_find(n, args, search_backward, "rindex() argument 1 must be str");
}

static value count(size_t n, value *args)
{
    struct text t, part;
    char byte;
    struct span s = needle_and_span(n, args, &t, &part, &byte, "count() argument 1 must be str");
    if (s.none) return from_int(0);
    const char *from = t.data + s.from;
    size_t len = s.to - s.from;
    if (part.len == 0) return from_int((word)(t.kind == TEXT_STR ? utf8_count(from, len) : len) + 1);
    return from_int((word)search_count(from, len, part.data, part.len, SIZE_MAX));
}

/* ---- startswith, endswith ---- */

static bool range_begins(const struct text *t, const struct span *s, const struct text *part, bool at_end)
{
    if (s->none || part->len > s->to - s->from) return false;
    return memcmp(t->data + (at_end ? s->to - part->len : s->from), part->data, part->len) == 0;
}

static value begins_or_ends(size_t n, value *args, bool at_end)
{
    struct text t;
    struct span s = span_of(args[0], n, args, &t);
    value what = unwrap(args[1]);
    const char *name = at_end ? "endswith" : "startswith";
    size_t count = 1;
    const value *parts = &what;
    if (is_tuple(what)) {
        count = tuple_of(what)->len;
        parts = tuple_of(what)->items;
    }
    for (size_t i = 0; i < count; i++) {
        struct text part;
        struct buffer b;
        value v = unwrap(parts[i]);
        if (t.kind == TEXT_STR ? is_str(v) : get_buffer(v, &b, false)) {
            text_arg(&t, v, &part);
        } else if (is_tuple(what)) {
            if (t.kind != TEXT_STR) raise_type_error("a bytes-like object is required, not '%t'", v);
            raise_type_error("tuple for %s must only contain str, not %t", name, parts[i]);
        } else {
            const char *kind = t.kind == TEXT_STR ? "str" : "bytes";
            raise_type_error("%s first arg must be %s or a tuple of %s, not %t", name, kind, kind, args[1]);
        }
        if (range_begins(&t, &s, &part, at_end)) return TRUE;
    }
    return FALSE;
}

static value startswith(size_t n, value *args)
{
    return begins_or_ends(n, args, false);
}

static value endswith(size_t n, value *args)
{
    return begins_or_ends(n, args, true);
}

static value removeprefix(value self, value prefix)
{
    struct text t, p;
    text_of(self, &t);
    text_arg_for(&t, prefix, &p, "removeprefix() argument must be str");
    struct span all = {0, t.len, false};
    return text_piece(&t, range_begins(&t, &all, &p, false) ? p.len : 0, t.len);
}

static value removesuffix(value self, value suffix)
{
    struct text t, p;
    text_of(self, &t);
    text_arg_for(&t, suffix, &p, "removesuffix() argument must be str");
    struct span all = {0, t.len, false};
    return text_piece(&t, 0, t.len - (range_begins(&t, &all, &p, true) ? p.len : 0));
}

/* ---- white space, strip ---- */

/* Is there white space at byte `at`? */
static inline bool is_space_at(const struct text *t, size_t at)
{
    unsigned char c = (unsigned char)t->data[at];
    if (t->kind != TEXT_STR) return is_ascii_space(c);
    if (c < 128) return latin_class[c] & CHAR_SPACE;
    const char *p = t->data + at;
    return char_class(utf8_decode(&p)) & CHAR_SPACE;
}

/* Shall the character at `at` be stripped: is it in `set` (NULL: white space)? */
static inline bool is_stripped(const struct text *t, size_t at, const struct text *set)
{
    if (!set) return is_space_at(t, at);
    return search_forward(set->data, set->len, t->data + at, char_size(t, at)) >= 0;
}

static value strip_sides(size_t n, value *args, bool left, bool right, const char *name)
{
    struct text t, chars, *set = NULL;
    text_of(args[0], &t);
    if (n > 1 && args[1] != NONE) {
        if (t.kind == TEXT_STR && !is_str(unwrap(args[1])))
            raise_type_error("%s arg must be None or str", name);
        text_arg(&t, args[1], &chars);
        set = &chars;
    }
    size_t from = 0, to = t.len;
    while (left && from < to && is_stripped(&t, from, set)) {
        from += char_size(&t, from);
        check_break_large(from | 3);
    }
    while (right && to > from) {
        check_break_large(to | 3);
        size_t last = char_before(&t, to);
        if (!is_stripped(&t, last, set)) break;
        to = last;
    }
    return text_piece(&t, from, to);
}

static value strip(size_t n, value *args)
{
    return strip_sides(n, args, true, true, "strip");
}

static value lstrip(size_t n, value *args)
{
    return strip_sides(n, args, true, false, "lstrip");
}

static value rstrip(size_t n, value *args)
{
    return strip_sides(n, args, false, true, "rstrip");
}

/* ---- split ---- */

/* From `at` on, over characters that are (or are not) white space. */
static size_t skip(const struct text *t, size_t at, bool space)
{
    if (t->kind != TEXT_STR) {
        while (at < t->len && is_ascii_space((unsigned char)t->data[at]) == space) at++;
    } else if (t->ascii) {
        while (at < t->len && !(latin_class[(unsigned char)t->data[at]] & CHAR_SPACE) != space) at++;
    } else {
        while (at < t->len && is_space_at(t, at) == space) at += char_size(t, at);
    }
    return at;
}

static void append_piece(struct list *l, const struct text *t, size_t from, size_t to)
{
    list_append(l, text_piece(t, from, to));
    check_break_large(l->len);
}

static void split_spaces(struct list *l, const struct text *t, size_t most)
{
    for (size_t at = skip(t, 0, true); at < t->len;) {
        size_t from = at;
        at = most-- ? skip(t, at, false) : t->len;
        append_piece(l, t, from, at);
        at = skip(t, at, true);
    }
}

/* The pieces come last first. */
static void split_spaces_backward(struct list *l, const struct text *t, size_t most)
{
    size_t at = t->len, before;
    for (;;) {
        while (at > 0 && is_space_at(t, before = char_before(t, at))) at = before;
        if (at == 0) return;
        size_t to = at;
        if (most-- == 0) {
            append_piece(l, t, 0, to);
            return;
        }
        while (at > 0 && !is_space_at(t, before = char_before(t, at))) at = before;
        append_piece(l, t, at, to);
    }
}

static void split_by(struct list *l, const struct text *t, const struct text *sep, size_t most)
{
    size_t from = 0;
    word at;
    while (most-- > 0 && (at = search_forward(t->data + from, t->len - from, sep->data, sep->len)) >= 0) {
        append_piece(l, t, from, from + (size_t)at);
        from += (size_t)at + sep->len;
    }
    append_piece(l, t, from, t->len);
}

static void split_by_backward(struct list *l, const struct text *t, const struct text *sep, size_t most)
{
    size_t to = t->len;
    word at;
    while (most-- > 0 && (at = search_backward(t->data, to, sep->data, sep->len)) >= 0) {
        append_piece(l, t, (size_t)at + sep->len, to);
        to = (size_t)at;
    }
    append_piece(l, t, 0, to);
}

static void reverse_items(struct list *l)
{
    value *items = list_items(l);
    for (size_t i = 0, j = l->len; i + 1 < j; i++) {
        value v = items[i];
        items[i] = items[--j];
        items[j] = v;
    }
}

static value split_either(size_t n, value *args, size_t nkw, const value *kwnames, bool backward)
{
    static const sym params[] = {S_sep, S_maxsplit};
    value v[2];
    args_bind(backward ? "rsplit" : "split", n, args, nkw, kwnames, 1, 2, params, 2, 0, v);
    word limit = v[1] == UNDEF ? -1 : need_word(v[1]);
    size_t most = limit < 0 ? SIZE_MAX : (size_t)limit;
    struct text t;
    text_of(args[0], &t);
    struct list *l;
    if (v[0] == UNDEF || v[0] == NONE) {
        l = list_of(list_new(0, NULL));
        (backward ? split_spaces_backward : split_spaces)(l, &t, most);
    } else {
        struct text sep;
        text_arg_for(&t, v[0], &sep, "must be str or None");
        if (sep.len == 0) raise_value_error("empty separator");
        l = list_of(list_new(0, NULL));
        (backward ? split_by_backward : split_by)(l, &t, &sep, most);
    }
    if (backward) reverse_items(l);
    return from_ptr(l);
}

static value split(size_t n, value *args, size_t nkw, const value *kwnames)
{
    return split_either(n, args, nkw, kwnames, false);
}

static value rsplit(size_t n, value *args, size_t nkw, const value *kwnames)
{
    return split_either(n, args, nkw, kwnames, true);
}

/* Does a line end at `at`? The length of its end, else 0. */
static size_t line_end(const struct text *t, size_t at)
{
    unsigned char c = (unsigned char)t->data[at];
    if (c == '\r') return at + 1 < t->len && t->data[at + 1] == '\n' ? 2 : 1;
    if (c == '\n') return 1;
    if (t->kind != TEXT_STR) return 0;
    if (c < 128) return c == 0x0b || c == 0x0c || (c >= 0x1c && c <= 0x1e);
    const char *p = t->data + at;
    uint32_t code = utf8_decode(&p);
    return code == 0x85 ? 2 : code == 0x2028 || code == 0x2029 ? 3 : 0;
}

static value splitlines(size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym params[] = {S_keepends};
    value keep;
    args_bind("splitlines", n, args, nkw, kwnames, 1, 1, params, 1, 0, &keep);
    bool keepends = keep != UNDEF && truth(keep);
    struct text t;
    text_of(args[0], &t);
    struct list *l = list_of(list_new(0, NULL));
    for (size_t at = 0; at < t.len;) {
        size_t from = at, end = 0;
        while (at < t.len && !(end = line_end(&t, at))) {
            at += char_size(&t, at);
            check_break_large(at | 3);
        }
        append_piece(l, &t, from, keepends ? at + end : at);
        at += end;
    }
    return from_ptr(l);
}

static value partition_at(const struct text *t, const struct text *sep, word at, bool backward)
{
    struct tuple *result = tuple_of(tuple_new(3, NULL));
    value nothing = text_new(t, "", 0, true);
    size_t from = (size_t)at, to = (size_t)at + sep->len;
    if (at < 0) {
        value all = text_piece(t, 0, t->len);
        result->items[0] = backward ? nothing : all;
        result->items[1] = t->kind == TEXT_BYTEARRAY ? text_new(t, "", 0, true) : nothing;
        result->items[2] = backward ? all : nothing;
    } else {
        result->items[0] = text_piece(t, 0, from);
        result->items[1] = t->kind == TEXT_BYTEARRAY ? text_piece(t, from, to) : sep->owner;
        result->items[2] = text_piece(t, to, t->len);
    }
    return from_ptr(result);
}

static value partition_either(value self, value separator, bool backward)
{
    struct text t, sep;
    text_of(self, &t);
    if (ADDER_METHODS && t.kind == TEXT_BYTEARRAY && is_memoryview(separator)) separator = memoryview_tobytes(separator);
    text_arg(&t, separator, &sep);
    if (sep.len == 0) raise_value_error("empty separator");
    word at = (backward ? search_backward : search_forward)(t.data, t.len, sep.data, sep.len);
    return partition_at(&t, &sep, at, backward);
}

static value partition(value self, value separator)
{
    return partition_either(self, separator, false);
}

static value rpartition(value self, value separator)
{
    return partition_either(self, separator, true);
}

/* ---- join ---- */

static _Noreturn void raise_join_error(const char *expected, size_t number, value v)
{
    raise_usual_type_error("sequence item %zd: expected %s, %t found", number, expected, v);
}

#define JOIN_KNOWN (ADDER_LEVEL == 2 ? 64 : 1)

/* For str: a place in the result for all, then all into their places. */
static value join_strs(value separator, size_t n, const value *items)
{
    struct view sep = str_look(separator), v;
    size_t len = n ? (n - 1) * sep.len : 0;
    bool ascii = sep.ascii || n < 2;
    struct {
        const char *data;
        size_t len;
    } known[JOIN_KNOWN]; /* spares the second look at each */
    for (size_t i = 0; i < n; i++) {
        if (!str_look_at(items[i], &v) && !str_look_at(unwrap(items[i]), &v))
            raise_join_error("str instance", i, items[i]);
        check_break_large(i);
        len += v.len;
        ascii &= v.ascii;
        if (i < JOIN_KNOWN) {
            known[i].data = v.data;
            known[i].len = v.len;
        }
    }
    if (len > STR_MAX) raise_memory_error();
    if (n == 1) return unwrap(items[0]);
    char *out;
    value result = str_make(len, ascii, &out);
    sep = str_look(separator);
    for (size_t i = 0; i < n; i++) {
        check_break_large(i);
        if (i && sep.len) out = copy_bytes(out, sep.data, sep.len);
        if (i < JOIN_KNOWN) {
            out = copy_bytes(out, known[i].data, known[i].len);
        } else {
            v = str_look(unwrap(items[i]));
            out = copy_bytes(out, v.data, v.len);
        }
    }
    return text_made(result);
}

static value join_buffers(const struct text *sep, size_t n, const value *items)
{
    struct text item;
    size_t len = n ? (n - 1) * sep->len : 0;
    for (size_t i = 0; i < n; i++) {
        MAYBE_UNUSED struct buffer b;
        if ((ADDER_METHODS && !get_whole_buffer(items[i], &b)) || !buffer_text(items[i], &item))
            raise_join_error("a bytes-like object", i, items[i]);
        len += item.len;
        if (len > UINT32_MAX) raise_memory_error();
    }
    if (n == 1 && sep->kind == TEXT_BYTES && is_bytes(unwrap(items[0]))) return unwrap(items[0]);
    char *out;
    value result = text_make(sep, len, false, &out);
    for (size_t i = 0; i < n; i++) {
        check_break_large(i);
        buffer_text(items[i], &item);
        if (i) out = copy_bytes(out, sep->data, sep->len);
        out = copy_bytes(out, item.data, item.len);
    }
    return result;
}

static value join_items(value self, size_t n, const value *items)
{
    struct text t;
    text_of(self, &t);
    return t.kind == TEXT_STR ? join_strs(t.owner, n, items) : join_buffers(&t, n, items);
}

static value join(value self, value iterable)
{
    value result;
    if (is_tuple(iterable)) {
        result = join_items(self, tuple_of(iterable)->len, tuple_of(iterable)->items);
    } else {
        value l = iterable;
        if (!is_list(l)) {
            if (!bytes_are_iterable(l)) raise_type_error("can only join an iterable");
            l = list_from_iterable(ADDER_METHODS && has_instance_layout(l) ? get_iter_else(l, "can only join an iterable") : l);
        }
        /* Joining runs no Python code, so the list stays as it is. */
        result = join_items(self, list_of(l)->len, list_items(list_of(l)));
        HOLD(l);
    }
    HOLD(self);
    return result;
}

/* ---- replace ---- */

/* replace('', new): puts `new` before the first `times` characters (the end counts as one). */
static value insert_between(const struct text *t, const struct text *new, size_t most)
{
    size_t times = (t->kind == TEXT_STR ? utf8_count(t->data, t->len) : t->len) + 1;
    if (times > most) times = most;
    if (new->len && times > (STR_MAX - t->len) / new->len) raise_memory_error();
    char *out;
    value result = text_make(t, t->len + times * new->len, t->ascii & new->ascii, &out);
    size_t at = 0;
    while (times-- > 0) {
        check_break_large(times);
        memcpy(out, new->data, new->len);
        out += new->len;
        if (at < t->len) {
            size_t n = char_size(t, at);
            memcpy(out, t->data + at, n);
            out += n;
            at += n;
        }
    }
    memory_copy(out, t->data + at, t->len - at);
    return text_made(result);
}

static value replace_parts(const struct text *t, const struct text *old, const struct text *new, size_t most)
{
    size_t times = old->len > t->len ? 0 : search_count(t->data, t->len, old->data, old->len, most);
    if (times == 0) return text_piece(t, 0, t->len);
    size_t rest = t->len - times * old->len;
    if (new->len && times > (STR_MAX - rest) / new->len) raise_memory_error();
    char *out;
    value result = text_make(t, rest + times * new->len, t->ascii & new->ascii, &out);
    const char *from = t->data, *end = t->data + t->len;
    while (times-- > 0) {
        check_break_large(times);
        size_t n = (size_t)search_forward(from, (size_t)(end - from), old->data, old->len);
        memory_copy(out, from, n);
        memcpy(out + n, new->data, new->len);
        out += n + new->len;
        from += n + old->len;
    }
    memory_copy(out, from, (size_t)(end - from));
    return text_made(result);
}

static value replace(size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym params[] = {0, 0, S_count};
    value v[3];
    struct text t, old, new;
    text_of(args[0], &t);
    if (ADDER_METHODS && t.kind != TEXT_STR) {
        if (nkw) args_count(t.kind == TEXT_BYTES ? "bytes.replace" : "bytearray.replace", n, nkw, 0, 0);
        args_count("replace", n - 1, 0, 2, 3);
    }
    args_bind("replace", n, args, nkw, kwnames, 1, 3, params, 3, 2, v);
    text_arg_for(&t, v[0], &old, "replace() argument 1 must be str");
    text_arg_for(&t, v[1], &new, "replace() argument 2 must be str");
    word limit = v[2] == UNDEF ? -1 : need_word(v[2]);
    size_t most = limit < 0 ? SIZE_MAX : (size_t)limit;
    text_of(args[0], &t); /* finding the limit may have changed it */
    if (most == 0) return text_piece(&t, 0, t.len);
    value result = old.len ? replace_parts(&t, &old, &new, most) : insert_between(&t, &new, most);
    HOLD(v[0]);
    HOLD(v[1]);
    return result;
}

/* ---- the table rows ---- */

SHARED_METHOD(text_find, find, CF_VAR, 2, 4, fv, find);
SHARED_METHOD(text_rfind, rfind, CF_VAR, 2, 4, fv, rfind);
SHARED_METHOD(text_index, index, CF_VAR, 2, 4, fv, index_);
SHARED_METHOD(text_rindex, rindex, CF_VAR, 2, 4, fv, rindex_);
SHARED_METHOD(text_count, count, CF_VAR, 2, 4, fv, count);
SHARED_METHOD(text_startswith, startswith, CF_VAR, 2, 4, fv, startswith);
SHARED_METHOD(text_endswith, endswith, CF_VAR, 2, 4, fv, endswith);
SHARED_METHOD(text_removeprefix, removeprefix, CF_2, 2, 2, f2, removeprefix);
SHARED_METHOD(text_removesuffix, removesuffix, CF_2, 2, 2, f2, removesuffix);
SHARED_METHOD(text_strip, strip, CF_VAR, 1, 2, fv, strip);
SHARED_METHOD(text_lstrip, lstrip, CF_VAR, 1, 2, fv, lstrip);
SHARED_METHOD(text_rstrip, rstrip, CF_VAR, 1, 2, fv, rstrip);
SHARED_METHOD(text_split, split, CF_KW, 1, 255, fk, split);
SHARED_METHOD(text_rsplit, rsplit, CF_KW, 1, 255, fk, rsplit);
SHARED_METHOD(text_splitlines, splitlines, CF_KW, 1, 255, fk, splitlines);
SHARED_METHOD(text_partition, partition, CF_2, 2, 2, f2, partition);
SHARED_METHOD(text_rpartition, rpartition, CF_2, 2, 2, f2, rpartition);
SHARED_METHOD(text_join, join, CF_2, 2, 2, f2, join);
SHARED_METHOD(text_replace, replace, CF_KW, 1, 255, fk, replace);
