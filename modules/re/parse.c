/* The parser of patterns: makes the tree that compile.c turns into a program. Syntax and messages are CPython's. */
#include "../../src/value/unicode_names.h"
#include "parser.h"

#define TYPE_FLAGS (FLAG_ASCII | FLAG_LOCALE | FLAG_UNICODE)

/* ---- errors ---- */

#if ADDER_MESSAGES
_Noreturn void regex_raise_message(const struct parser *p, const char *at, const char *format, ...)
{
    struct printer out;
    value text, message, place = NONE, line = NONE, column = NONE;
    va_list args;
    printer_init(&out);
    va_start(args, format);
    print_vformat(&out, format, args);
    va_end(args);
    message = text = printer_str(&out);
    if (at) {
        size_t before = (size_t)(at - p->text), lines = 1;
        const char *start = p->text;
        for (const char *s = p->text; s < at; s++) {
            if (*s == '\n') {
                lines++;
                start = s + 1;
            }
        }
        size_t chars = p->binary ? before : utf8_count(p->text, before);
        size_t in_line = 1 + (p->binary ? (size_t)(at - start) : utf8_count(start, (size_t)(at - start)));
        place = from_int((word)chars);
        line = from_int((word)lines);
        column = from_int((word)in_line);
        if (memchr(p->text, '\n', (size_t)(p->end - p->text)))
            text = str_format_c("%v at position %zd (line %zd, column %zd)", text, chars, lines, in_line);
        else
            text = str_format_c("%v at position %zd", text, chars);
    }
    value e = exception_new(&type_PatternError, 1, &text);
    set_attr(e, SYMBOL(S_msg), message);
    set_attr(e, SYMBOL(S_pattern), at ? p->source : NONE);
    set_attr(e, SYMBOL(S_pos), place);
    set_attr(e, SYMBOL(S_lineno), line);
    set_attr(e, SYMBOL(S_colno), column);
    raise(e);
}
#endif

/* ---- reading ---- */

static inline bool is_letter(uint32_t c) { return c < 0x80 && (c | 32) - 'a' < 26; }

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 32;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

value regex_piece(const struct parser *p, const char *from, const char *to)
{
    if (!p->binary)
        return str_new(from, (size_t)(to - from));
    struct printer out;
    printer_init(&out);
    for (; from < to; from++)
        print_char(&out, (unsigned char)*from);
    return printer_str(&out);
}

/* ---- nodes ---- */

static uint32_t plus(uint32_t a, uint32_t b) { return a > UNLIMITED - b ? UNLIMITED : a + b; }

static uint32_t times(uint32_t a, uint32_t b)
{
    uint64_t n = (uint64_t)a * b;
    return n > UNLIMITED ? UNLIMITED : (uint32_t)n;
}

static uint32_t node_new(struct parser *p, enum node_kind kind)
{
    struct tree *t = p->tree;
    scratch_grow(t->nodes, t->node_count, 1, sizeof(struct node));
    struct node *n = tree_node(t, t->node_count);
    memset(n, 0, sizeof *n);
    n->kind = (uint8_t)kind;
    n->least = n->most = kind >= NODE_CHAR && kind <= NODE_SET;
    return t->node_count++;
}

static uint32_t node_above(struct parser *p, enum node_kind kind, uint32_t child)
{
    uint32_t i = node_new(p, kind);
    struct node *n = tree_node(p->tree, i), *c = tree_node(p->tree, child);
    n->child = child;
    n->least = c->least;
    n->most = c->most;
    return i;
}

static enum fold fold_now(const struct parser *p)
{
    if (!(p->flags & FLAG_IGNORECASE))
        return FOLD_NONE;
    return p->binary || p->flags & FLAG_ASCII ? FOLD_ASCII : FOLD_UNICODE;
}

static uint32_t char_node(struct parser *p, uint32_t c)
{
    uint32_t i = node_new(p, NODE_CHAR);
    struct node *n = tree_node(p->tree, i);
    enum fold how = fold_now(p);
    n->a = regex_fold(c, how);
    if (n->a == c && (how == FOLD_ASCII ? !is_letter(c) : !(char_class(c) & CHAR_CASED)))
        how = FOLD_NONE;
    n->how = (uint8_t)how;
    return i;
}

static uint32_t place_node(struct parser *p, enum place_kind kind)
{
    uint32_t i = node_new(p, NODE_AT);
    tree_node(p->tree, i)->how = (uint8_t)kind;
    return i;
}

/* ---- sets ---- */

static uint32_t *set_words(const struct parser *p, uint32_t at)
{
    return (uint32_t *)p->tree->sets->buf + at;
}

static uint32_t set_begin(struct parser *p, uint32_t flags)
{
    struct tree *t = p->tree;
    uint32_t at = t->set_words;
    scratch_grow(t->sets, at, SET_RANGES, sizeof(uint32_t));
    uint32_t *set = set_words(p, at);
    memset(set, 0, SET_RANGES * sizeof *set);
    set[0] = RX_SET;
    set[SET_FLAGS] = flags | (uint32_t)fold_now(p) << SET_FOLD_SHIFT;
    if (p->binary || p->flags & FLAG_ASCII)
        set[SET_FLAGS] |= SET_ASCII;
    t->set_words += SET_RANGES;
    return at;
}

static void set_add_range(struct parser *p, uint32_t from, uint32_t to)
{
    struct tree *t = p->tree;
    scratch_grow(t->sets, t->set_words, 2, sizeof(uint32_t));
    uint32_t *range = set_words(p, t->set_words);
    range[0] = from;
    range[1] = to;
    t->set_words += 2;
}

/* Makes the bitmap, and forgets the ranges that it makes useless. */
static uint32_t set_node(struct parser *p, uint32_t at)
{
    struct tree *t = p->tree;
    uint32_t *set = set_words(p, at), size = t->set_words - at, kept = SET_RANGES;
    set[SET_SIZE] = size;
    if (size == SET_RANGES + 2 && set[SET_RANGES] == set[SET_RANGES + 1] && set[SET_FLAGS] < SET_DIGIT &&
        !(set[SET_FLAGS] & SET_NEGATE)) { /* a single character */
        t->set_words = at;
        return char_node(p, set[SET_RANGES]);
    }
    for (uint32_t c = 0; c < 256; c++)
        if (regex_set_has(set, c))
            set[SET_BITMAP + c / 32] |= (uint32_t)1 << c % 32;
    bool all = (set[SET_FLAGS] >> SET_FOLD_SHIFT & 3) == FOLD_UNICODE;
    for (uint32_t i = SET_RANGES; i < size; i += 2) {
        if (all || set[i + 1] >= 256) {
            set[kept] = set[i];
            set[kept + 1] = set[i + 1];
            kept += 2;
        }
    }
    set[SET_SIZE] = kept;
    t->set_words = at + kept;
    uint32_t i = node_new(p, NODE_SET);
    tree_node(t, i)->a = at;
    return i;
}

/* The flag of \d, \S and so on; 0: it is none of them. */
static uint32_t class_flag(char c)
{
    switch (c) {
    case 'd': return SET_DIGIT;
    case 'D': return SET_NOT_DIGIT;
    case 's': return SET_SPACE;
    case 'S': return SET_NOT_SPACE;
    case 'w': return SET_WORD;
    case 'W': return SET_NOT_WORD;
    default: return 0;
    }
}

/* ---- escapes ---- */

static uint32_t parse_hex(struct parser *p, const char *start, unsigned digits)
{
    uint32_t c = 0;
    unsigned n = 0;
    for (; n < digits && p->at < p->end && hex_digit(*p->at) >= 0; n++)
        c = c << 4 | (uint32_t)hex_digit(*p->at++);
    if (n < digits)
        regex_raise(p, start, "incomplete escape %v", regex_piece(p, start, p->at));
    if (c > CHAR_MAX_CODE)
        regex_raise(p, start, "bad escape %v", regex_piece(p, start, p->at));
    return c;
}

static uint32_t parse_char_name(struct parser *p, const char *start)
{
    if (!take(p, '{'))
        regex_raise(p, p->at, "missing {");
    const char *name = p->at, *close = memchr(name, '}', (size_t)(p->end - name));
    if (close == name || name == p->end)
        regex_raise(p, name, "missing character name");
    if (!close)
        regex_raise(p, name, "missing }, unterminated name");
    p->at = close + 1;
#if ADDER_UNICODE_NAMES
    uint32_t c;
    if (unicode_lookup_name(name, (size_t)(close - name), &c))
        return c;
#endif
    regex_raise(p, start, "undefined character name %r", regex_piece(p, name, close));
}

uint32_t regex_octal(struct parser *p, const char *start, unsigned most)
{
    uint32_t c = 0;
    for (; most && is_octal(p->at, p->end); most--)
        c = c * 8 + (uint32_t)(*p->at++ - '0');
    if (c > 0377)
        regex_raise(p, start, "octal escape value %v outside of range 0-0o377", regex_piece(p, start, p->at));
    return c;
}

int regex_letter_code(uint32_t letter)
{
    static const char letters[] = "abfnrtv\\", codes[] = "\a\b\f\n\r\t\v\\";
    const char *found = letter && letter < 0x80 ? memchr(letters, (int)letter, sizeof letters - 1) : NULL;
    return found ? codes[found - letters] : -1;
}

/* The character that an escape stands for, in a set or not; at: behind the backslash. Not octal numbers. */
static uint32_t parse_escaped_char(struct parser *p)
{
    const char *start = p->at - 1;
    uint32_t c = take_char(p);
    int code = regex_letter_code(c);
    if (code >= 0)
        return (uint32_t)code;
    if (c == 'x')
        return parse_hex(p, start, 2);
    if (c == 'u' && !p->binary)
        return parse_hex(p, start, 4);
    if (c == 'U' && !p->binary)
        return parse_hex(p, start, 8);
    if (c == 'N' && !p->binary)
        return parse_char_name(p, start);
    if (is_letter(c) || (c < 0x80 && is_ascii_digit((unsigned char)c)))
        regex_raise(p, start, "bad escape %v", regex_piece(p, start, p->at));
    return c;
}

static void check_escape_goes_on(const struct parser *p)
{
    if (at_end(p))
        regex_raise(p, p->at - 1, "bad escape (end of pattern)");
}

static struct node *group_node(const struct parser *p, uint32_t group)
{
    return tree_node(p->tree, ((uint32_t *)p->tree->groups->buf)[group]);
}

/* Within a lookbehind, only groups that are complete before it can be referred to. */
static void check_look_group(const struct parser *p, uint32_t group)
{
    if (p->look_groups != UNLIMITED && group < p->tree->group_count && !group_node(p, group)->closed)
        regex_raise(p, p->at, "cannot refer to an open group");
    if (group >= p->look_groups)
        regex_raise(p, p->at, "cannot refer to group defined in the same lookbehind subpattern");
}

static uint32_t backref_node(struct parser *p, uint32_t group, const char *at)
{
    if (!group_node(p, group)->closed)
        regex_raise(p, at, "cannot refer to an open group");
    check_look_group(p, group);
    uint32_t i = node_new(p, NODE_BACKREF);
    struct node *n = tree_node(p->tree, i), *g = group_node(p, group);
    n->a = group;
    n->how = (uint8_t)fold_now(p);
    n->least = g->least;
    n->most = g->most;
    return i;
}

static uint32_t parse_number_escape(struct parser *p)
{
    const char *digits = p->at, *start = digits - 1;
    if (*digits == '0')
        return char_node(p, regex_octal(p, start, 3));
    if (is_octal(digits, p->end) && is_octal(digits + 1, p->end) && is_octal(digits + 2, p->end))
        return char_node(p, regex_octal(p, start, 3));
    uint32_t group = (uint32_t)(*p->at++ - '0');
    if (is_digit(p))
        group = group * 10 + (uint32_t)(*p->at++ - '0');
    if (group >= p->tree->group_count)
        regex_raise(p, digits, "invalid group reference %u", group);
    return backref_node(p, group, start);
}

static uint32_t parse_escape(struct parser *p)
{
    check_escape_goes_on(p);
    char c = *p->at;
    bool ascii = p->binary || p->flags & FLAG_ASCII;
    if (is_ascii_digit((unsigned char)c))
        return parse_number_escape(p);
    uint32_t flag = class_flag(c);
    if (flag) {
        p->at++;
        return set_node(p, set_begin(p, flag));
    }
    switch (c) {
    case 'A': p->at++; return place_node(p, AT_BEGIN);
    case 'Z': p->at++; return place_node(p, AT_VERY_END);
    case 'b': p->at++; return place_node(p, ascii ? AT_BOUNDARY_ASCII : AT_BOUNDARY);
    case 'B': p->at++; return place_node(p, ascii ? AT_NOT_BOUNDARY_ASCII : AT_NOT_BOUNDARY);
    default: return char_node(p, parse_escaped_char(p));
    }
}

/* ---- [...] ---- */

/* One end of a range, or a class (then *flag is its). */
static uint32_t parse_set_item(struct parser *p, uint32_t *flag)
{
    *flag = 0;
    if (!take(p, '\\'))
        return take_char(p);
    check_escape_goes_on(p);
    *flag = class_flag(*p->at);
    if (*flag) {
        p->at++;
        return 0;
    }
    return is_octal(p->at, p->end) ? regex_octal(p, p->at - 1, 3) : parse_escaped_char(p);
}

static void check_set_goes_on(const struct parser *p, const char *start)
{
    if (at_end(p))
        regex_raise(p, start, "unterminated character set");
}

/* Behind the '['. */
static uint32_t parse_set(struct parser *p)
{
    const char *start = p->at - 1;
    uint32_t set = set_begin(p, take(p, '^') ? SET_NEGATE : 0), flag, last_flag;
    for (bool first = true;; first = false) {
        check_set_goes_on(p, start);
        if (!first && take(p, ']'))
            break;
        const char *item = p->at;
        uint32_t from = parse_set_item(p, &flag), to = from;
        if (take(p, '-')) {
            check_set_goes_on(p, start);
            if (is_next(p, ']')) {
                p->at--; /* the '-' stands for itself */
            } else {
                to = parse_set_item(p, &last_flag);
                if (flag || last_flag || to < from)
                    regex_raise(p, item, "bad character range %v", regex_piece(p, item, p->at));
            }
        }
        if (flag)
            set_words(p, set)[SET_FLAGS] |= flag;
        else
            set_add_range(p, from, to);
    }
    return set_node(p, set);
}

/* ---- repeats ---- */

/* The number at p->at; UNLIMITED: there is none. */
static uint32_t parse_count(struct parser *p)
{
    if (!is_digit(p))
        return UNLIMITED;
    uint64_t n = 0;
    for (; is_digit(p); p->at++) {
        n = n * 10 + (uint64_t)(*p->at - '0');
        if (n >= UNLIMITED)
            n = UNLIMITED;
    }
    if (n == UNLIMITED)
        raise_error(&type_OverflowError, "the repetition number is too large");
    return (uint32_t)n;
}

/* {m,n} and so on, behind the '{'; false: it is no repeat, and nothing is taken. */
static bool parse_counts(struct parser *p, uint32_t *min, uint32_t *max)
{
    const char *start = p->at;
    if (is_next(p, '}'))
        return false;
    for (; is_digit(p); p->at++) {} /* numbers are looked at once it is certain that they are some */
    if (take(p, ','))
        for (; is_digit(p); p->at++) {}
    bool good = is_next(p, '}');
    p->at = start;
    if (!good)
        return false;
    *min = *max = parse_count(p);
    if (take(p, ','))
        *max = parse_count(p);
    if (*min == UNLIMITED)
        *min = 0;
    p->at++;
    if (*max < *min)
        regex_raise(p, start, "min repeat greater than max repeat");
    return true;
}

/* Is there a repeat here? Takes it then. */
static bool parse_repeat(struct parser *p, uint32_t *min, uint32_t *max)
{
    *min = 0;
    *max = UNLIMITED;
    if (take(p, '{')) {
        if (parse_counts(p, min, max))
            return true;
        p->at--;
        return false;
    }
    if (take(p, '?'))
        *max = 1;
    else if (take(p, '+'))
        *min = 1;
    else if (!take(p, '*'))
        return false;
    return true;
}

static uint32_t repeat_node(struct parser *p, uint32_t item, uint32_t min, uint32_t max, const char *at)
{
    struct node *n = item ? tree_node(p->tree, item) : NULL;
    if (!n || n->kind == NODE_AT)
        regex_raise(p, at, "nothing to repeat");
    if (n->kind == NODE_REPEAT)
        regex_raise(p, at, "multiple repeat");
    uint32_t i = node_above(p, NODE_REPEAT, item);
    n = tree_node(p->tree, i);
    n->how = take(p, '?') ? LAZY : take(p, '+') ? POSSESSIVE : GREEDY;
    n->a = min;
    n->b = max;
    n->least = times(n->least, min);
    n->most = times(n->most, max);
    return i;
}

/* ---- groups ---- */

static uint32_t parse_choice(struct parser *p, bool first);
static uint32_t parse_sequence(struct parser *p, bool first);

value regex_name(struct parser *p, char close, const char **start)
{
    *start = p->at;
    const char *end = memchr(p->at, close, (size_t)(p->end - p->at));
    if (end == p->at || at_end(p))
        regex_raise(p, p->at, "missing group name");
    if (!end)
        regex_raise(p, p->at, "missing %c, unterminated name", close);
    p->at = end + 1;
    return regex_piece(p, *start, end);
}

void regex_check_name(const struct parser *p, value name, const char *at)
{
    size_t i = 0;
    struct view v = str_view(name);
    const char *s = v.data, *end = s + v.len;
    bool good = !p->binary || v.ascii;
    for (; good && s < end; i++) {
        uint32_t c = utf8_decode(&s);
        good = c == '_' || char_class(c) & (i ? CHAR_ID_CONTINUE : CHAR_ID_START);
    }
    HOLD(name);
    if (!good)
        regex_raise(p, at, "bad character in group name %r", p->binary && !v.ascii ? to_ascii(name) : name);
}

static uint32_t find_group(const struct parser *p, value name, const char *at)
{
    regex_check_name(p, name, at);
    value n = dict_get(p->tree->names, name);
    if (n == UNDEF)
        regex_raise(p, at, "unknown group name %r", name);
    return (uint32_t)int_of(n);
}

static void parse_close(struct parser *p, const char *open)
{
    if (!take(p, ')'))
        regex_raise(p, open, "missing ), unterminated subpattern");
}

/* A group's inside, and the ')'. name: UNDEF for none. */
static uint32_t parse_capture(struct parser *p, const char *open, value name, const char *name_at)
{
    struct tree *t = p->tree;
    uint32_t number = t->group_count, i = node_new(p, NODE_GROUP);
    scratch_grow(t->groups, number, 1, sizeof(uint32_t));
    ((uint32_t *)t->groups->buf)[number] = i;
    t->group_count++;
    tree_node(t, i)->a = number;
    if (name != UNDEF) {
        value old = dict_get(t->names, name);
        if (old != UNDEF)
            regex_raise(p, name_at, "redefinition of group name %r as group %u; was group %u", name, number,
                                (unsigned)int_of(old));
        dict_set(t->names, name, from_int((word)number));
    }
    uint32_t child = parse_choice(p, false);
    parse_close(p, open);
    struct node *n = tree_node(t, i), *c = tree_node(t, child);
    n->child = child;
    n->least = c->least;
    n->most = c->most;
    n->closed = true;
    return i;
}

/* (?P...: behind the 'P'. */
static uint32_t parse_named(struct parser *p, const char *open)
{
    const char *at;
    if (take(p, '<')) {
        value name = regex_name(p, '>', &at);
        regex_check_name(p, name, at);
        return parse_capture(p, open, name, at);
    }
    if (take(p, '=')) {
        value name = regex_name(p, ')', &at);
        return backref_node(p, find_group(p, name, at), at);
    }
    if (at_end(p))
        regex_raise(p, p->at, "unexpected end of pattern");
    at = p->at;
    take_char(p);
    regex_raise(p, open + 1, "unknown extension ?P%v", regex_piece(p, at, p->at));
}

/* Behind (?= or (?<! and so on. */
static uint32_t parse_look(struct parser *p, const char *open, bool behind, bool negative)
{
    uint32_t outer = p->look_groups;
    if (behind && outer == UNLIMITED)
        p->look_groups = p->tree->group_count;
    uint32_t child = parse_choice(p, false);
    p->look_groups = outer;
    parse_close(p, open);
    struct node *c = tree_node(p->tree, child);
    uint32_t width = c->most;
    bool varies = behind && (c->least != width || width == UNLIMITED);
    uint32_t i = node_above(p, NODE_LOOK, child);
    struct node *n = tree_node(p->tree, i);
    n->a = negative;
    n->b = behind ? width : 0;
    n->how = varies;
    n->least = n->most = 0;
    return i;
}

/* The group that a condition names, by number or by name. */
static uint32_t parse_condition_group(struct parser *p)
{
    const char *at;
    value name = regex_name(p, ')', &at);
    uint64_t group = 0;
    const char *s = at;
    for (; s < p->at - 1 && is_ascii_digit((unsigned char)*s) && group < UNLIMITED; s++)
        group = group * 10 + (uint64_t)(*s - '0');
    if (s < p->at - 1 && group < UNLIMITED)
        return find_group(p, name, at);
    if (!group)
        regex_raise(p, at, "bad group number");
    if (group >= INT32_MAX)
        regex_raise(p, at, "invalid group reference %v", name);
    if (group > p->highest) {
        p->highest = (uint32_t)group;
        p->highest_at = at;
    }
    return (uint32_t)group;
}

/* Behind (?(. */
static uint32_t parse_condition(struct parser *p, const char *open)
{
    uint32_t group = parse_condition_group(p);
    check_look_group(p, group);
    uint32_t yes = parse_sequence(p, false), no;
    if (take(p, '|')) {
        no = parse_sequence(p, false);
        if (is_next(p, '|'))
            regex_raise(p, p->at, "conditional backref with more than two branches");
    } else {
        no = node_new(p, NODE_EMPTY);
    }
    parse_close(p, open);
    uint32_t i = node_above(p, NODE_CONDITION, yes);
    struct node *n = tree_node(p->tree, i), *other = tree_node(p->tree, no);
    tree_node(p->tree, yes)->next = no;
    n->a = group;
    if (other->least < n->least)
        n->least = other->least;
    if (other->most > n->most)
        n->most = other->most;
    return i;
}

/* ---- flags within the pattern ---- */

static uint32_t flag_of(char c)
{
    switch (c) {
    case 'i': return FLAG_IGNORECASE;
    case 'L': return FLAG_LOCALE;
    case 'm': return FLAG_MULTILINE;
    case 's': return FLAG_DOTALL;
    case 'u': return FLAG_UNICODE;
    case 'x': return FLAG_VERBOSE;
    case 'a': return FLAG_ASCII;
    default: return 0;
    }
}

/* One or more letters; what must come instead of another one is in `wanted`. */
static uint32_t parse_letters(struct parser *p, bool off, const char *wanted)
{
    uint32_t flags = 0;
    for (;;) {
        if (at_end(p))
            regex_raise(p, p->at, flags || !off ? wanted : "missing flag");
        uint32_t flag = flag_of(*p->at);
        if (!flag) {
            if (flags && (*p->at == ':' || (!off && (*p->at == '-' || *p->at == ')'))))
                return flags;
            if (!off && !flags)
                return 0;
            bool letter = is_letter((unsigned char)*p->at);
            regex_raise(p, p->at, letter ? "unknown flag" : flags ? wanted : "missing flag");
        }
        p->at++;
        if (off && flag & TYPE_FLAGS)
            regex_raise(p, p->at, "bad inline flags: cannot turn off flags 'a', 'u' and 'L'");
        if (flag == (p->binary ? FLAG_UNICODE : FLAG_LOCALE))
            regex_raise(p, p->at, p->binary ? "bad inline flags: cannot use 'u' flag with a bytes pattern"
                                                    : "bad inline flags: cannot use 'L' flag with a str pattern");
        flags |= flag;
        if (flag & TYPE_FLAGS && (flags & TYPE_FLAGS) != flag)
            regex_raise(p, p->at, "bad inline flags: flags 'a', 'u' and 'L' are incompatible");
    }
}

static uint32_t flags_with(uint32_t flags, uint32_t on, uint32_t off)
{
    if (on & TYPE_FLAGS)
        flags &= ~(uint32_t)TYPE_FLAGS;
    return (flags | on) & ~off;
}

/* (?flags) or (?flags:...), behind the '?'. 0: (?flags), and they are in effect. */
static uint32_t parse_flags(struct parser *p, const char *open, bool first)
{
    uint32_t on = parse_letters(p, false, "missing -, : or )"), off = 0, outer = p->flags;
    if (take(p, ')')) {
        if (!first)
            regex_raise(p, open, "global flags not at the start of the expression");
        if (on & FLAG_VERBOSE && !(p->flags & FLAG_VERBOSE))
            p->again = true;
        p->flags = p->tree->flags = flags_with(p->tree->flags, on, 0);
        return 0;
    }
    if (take(p, '-')) {
        off = parse_letters(p, true, "missing :");
        if (on & off)
            regex_raise(p, p->at, "bad inline flags: flag turned on and off");
    }
    p->at++; /* the ':' */
    p->flags = flags_with(outer, on, off);
    uint32_t child = parse_choice(p, false);
    p->flags = outer;
    parse_close(p, open);
    return node_above(p, NODE_GROUP, child);
}

static void skip_comment(struct parser *p, const char *open)
{
    const char *close = memchr(p->at, ')', (size_t)(p->end - p->at));
    if (!close)
        regex_raise(p, open, "missing ), unterminated comment");
    p->at = close + 1;
}

/* Behind the '('. 0: there is nothing to match: a comment, or flags. */
static uint32_t parse_group(struct parser *p, bool first)
{
    const char *open = p->at - 1, *at;
    uint32_t child;
    if (!take(p, '?'))
        return parse_capture(p, open, UNDEF, NULL);
    if (at_end(p))
        regex_raise(p, p->at, "unexpected end of pattern");
    at = p->at;
    switch (*p->at++) {
    case 'P': return parse_named(p, open);
    case '=': return parse_look(p, open, false, false);
    case '!': return parse_look(p, open, false, true);
    case '(': return parse_condition(p, open);
    case ':':
    case '>':
        child = parse_choice(p, false);
        parse_close(p, open);
        return node_above(p, *at == '>' ? NODE_ATOMIC : NODE_GROUP, child);
    case '#':
        skip_comment(p, open);
        return 0;
    case '<':
        if (at_end(p))
            regex_raise(p, p->at, "unexpected end of pattern");
        if (is_next(p, '=') || is_next(p, '!'))
            return parse_look(p, open, true, *p->at++ == '!');
        take_char(p);
        break;
    default:
        p->at--;
        if (*at == '-' || flag_of(*at))
            return parse_flags(p, open, first);
        take_char(p);
    }
    regex_raise(p, open + 1, "unknown extension ?%v", regex_piece(p, at, p->at));
}

/* ---- sequences and choices ---- */

/* In verbose patterns: takes white space or a comment, if there is one. */
static bool skip_blank(struct parser *p)
{
    if (!(p->flags & FLAG_VERBOSE))
        return false;
    if (is_ascii_space((unsigned char)*p->at)) {
        p->at++;
        return true;
    }
    if (*p->at != '#')
        return false;
    while (p->at < p->end && *p->at++ != '\n') {}
    return true;
}

/* One item that may be repeated; 0: there is nothing to match. empty: the sequence is, up to now. */
static uint32_t parse_item(struct parser *p, bool first, bool empty)
{
    uint32_t c = take_char(p);
    switch (c) {
    case '\\': return parse_escape(p);
    case '[': return parse_set(p);
    case '(': return parse_group(p, first && empty);
    case '.': return node_new(p, p->flags & FLAG_DOTALL ? NODE_ALL : NODE_ANY);
    case '^': return place_node(p, p->flags & FLAG_MULTILINE ? AT_LINE_BEGIN : AT_BEGIN);
    case '$': return place_node(p, p->flags & FLAG_MULTILINE ? AT_LINE_END : AT_END);
    default: return char_node(p, c);
    }
}

/* Up to a '|', a ')' or the end. first: flags for all of the pattern are allowed. */
static uint32_t parse_sequence(struct parser *p, bool first)
{
    struct tree *t = p->tree;
    uint32_t sequence = node_new(p, NODE_SEQUENCE), last = 0, before = 0, min, max;
    check_c_stack();
    while (!at_end(p) && *p->at != '|' && *p->at != ')' && !p->again) {
        if (skip_blank(p))
            continue;
        const char *at = p->at;
        bool repeat = parse_repeat(p, &min, &max);
        uint32_t item = repeat ? repeat_node(p, last, min, max, at) : parse_item(p, first, !last);
        if (!item)
            continue;
        if (!repeat)
            before = last;
        if (before)
            tree_node(t, before)->next = item;
        else
            tree_node(t, sequence)->child = item;
        last = item;
    }
    struct node *n = tree_node(t, sequence);
    for (uint32_t i = n->child; i; i = tree_node(t, i)->next) {
        n->least = plus(n->least, tree_node(t, i)->least);
        n->most = plus(n->most, tree_node(t, i)->most);
    }
    return sequence;
}

static uint32_t parse_choice(struct parser *p, bool first)
{
    struct tree *t = p->tree;
    uint32_t last = parse_sequence(p, first);
    if (!is_next(p, '|'))
        return last;
    uint32_t choice = node_above(p, NODE_CHOICE, last);
    while (take(p, '|')) {
        uint32_t other = parse_sequence(p, false);
        struct node *n = tree_node(t, choice), *o = tree_node(t, other);
        tree_node(t, last)->next = other;
        last = other;
        if (o->least < n->least)
            n->least = o->least;
        if (o->most > n->most)
            n->most = o->most;
    }
    return choice;
}

void regex_parse(struct tree *t, value source, bool binary)
{
    struct parser p = {.tree = t, .source = source, .binary = binary};
    size_t len;
    t->nodes = scratch_new();
    t->sets = scratch_new();
    t->groups = scratch_new();
    do {
        if (binary) {
            p.text = (const char *)bytes_view(source, &len);
        } else {
            struct view v = str_view(source);
            p.text = v.data;
            len = v.len;
        }
        p.at = p.text;
        p.end = p.text + len;
        p.flags = t->flags;
        p.look_groups = UNLIMITED;
        p.again = false;
        t->node_count = t->group_count = 1; /* 0 is no node, and all of the match */
        t->set_words = 0;
        t->names = dict_new(0);
        scratch_grow(t->groups, 0, 1, sizeof(uint32_t));
        t->root = parse_choice(&p, true);
    } while (p.again);
    if (!at_end(&p))
        regex_raise(&p, p.at, "unbalanced parenthesis");
    if (p.highest >= t->group_count)
        regex_raise(&p, p.highest_at, "invalid group reference %u", p.highest);
    for (uint32_t i = 1; i < t->node_count; i++)
        if (tree_node(t, i)->kind == NODE_LOOK && tree_node(t, i)->how)
            regex_raise(&p, NULL, "look-behind requires fixed-width pattern");
    HOLD(source);
}
