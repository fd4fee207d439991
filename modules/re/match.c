/* The matcher: runs a program over a subject. Choices still to be tried are on a stack of its own, together with what
 * has to be set back when they are: it does not recurse, and memory alone limits it. A loop over single characters
 * is one choice, whatever its length. */
#include "regex.h"

/* What a choice is; behind: the words a, b, c. */
enum choice_kind {
    CHOICE_BRANCH,  /* place: go on at the instruction there */
    CHOICE_LOOP,    /* place, count, last place: leave the loop */
    CHOICE_LAZY,    /* place: another round of the lazy loop */
    CHOICE_GREEDY1, /* place, least place: one character less */
    CHOICE_LAZY1,   /* place, how many more there may be: one character more */
    UNDO_LOOP,      /* slot, count, last place */
    UNDO_OPEN,      /* slot, place */
    UNDO_CLOSE,     /* slot, place, last group */
    CHOICE_BITS = 3,
    CHOICE_MASK = 7,
};

/* ---- memory ---- */

static const struct slots scratch_slots = {.size = sizeof(struct owner)};
static const struct type type_scratch = {
    .head = {&type_type}, .slots = &scratch_slots, .name = SYMBOL(S_re), .base = &type_object};

struct owner *scratch_new(void)
{
    return heap_object(&type_scratch, sizeof(struct owner));
}

void scratch_grow(struct owner *o, size_t count, size_t n, size_t size)
{
    size_t have = o->buf ? heap_buffer_size(o) : 0, need = (count + n) * size;
    if (need > have)
        heap_buffer_resize(o, need + need / 2 + 8 * size, BUFFER_BYTES);
}

void matcher_init(struct matcher *m, struct regex *r)
{
    m->regex = r;
    m->code = r->owner.buf;
    m->full = false;
    m->not_empty_at = NO_PLACE;
    m->rounds = 0;
    m->last_slot = 2 * r->groups + 2;
    m->slot = m->some_slots;
    m->more_slots = m->more_choices = NULL;
    m->choice = m->some_choices;
    m->room = MATCHER_CHOICES;
    if (r->slots > MATCHER_SLOTS) {
        m->more_slots = scratch_new();
        m->slot = heap_buffer(m->more_slots, r->slots * sizeof *m->slot, BUFFER_BYTES);
    }
}

static void more_room(struct matcher *m)
{
    if (m->room > UINT32_MAX / 2 / sizeof *m->choice)
        raise_memory_error();
    size_t room = m->room * 2;
    if (!m->more_choices) {
        m->more_choices = scratch_new();
        struct choice *c = heap_buffer(m->more_choices, room * sizeof *c, BUFFER_BYTES);
        memcpy(c, m->some_choices, sizeof m->some_choices);
        m->choice = c;
    } else {
        m->choice = heap_buffer_resize(m->more_choices, room * sizeof *m->choice, BUFFER_BYTES);
    }
    m->room = room;
}

static inline void push(struct matcher *m, enum choice_kind kind, uint32_t pc, uint32_t a, uint32_t b, uint32_t c)
{
    if (m->depth == m->room)
        more_room(m);
    m->choice[m->depth++] = (struct choice){pc << CHOICE_BITS | kind, a, b, c};
}

/* Sets back what an UNDO_* or a loop's choice says. */
static void undo(struct matcher *m, const struct choice *c)
{
    uint32_t *slot = m->slot + c->a;
    switch (c->what & CHOICE_MASK) {
    case CHOICE_LOOP:
        slot = m->slot + m->code[(c->what >> CHOICE_BITS) + 1];
        /* fall through */
    case UNDO_LOOP:
        slot[0] = c->b;
        slot[1] = c->c;
        break;
    case UNDO_CLOSE:
        m->slot[m->last_slot] = c->c;
        /* fall through */
    case UNDO_OPEN:
        *slot = c->b;
        break;
    }
}

/* Drops the choices above `depth`; what groups held before stays there for older choices. */
static void cut(struct matcher *m, size_t depth)
{
    size_t to = depth;
    for (size_t i = depth; i < m->depth; i++) {
        enum choice_kind kind = m->choice[i].what & CHOICE_MASK;
        if (kind == UNDO_OPEN || kind == UNDO_CLOSE)
            m->choice[to++] = m->choice[i];
    }
    m->depth = to;
}

/* Drops them all, and sets back what they changed. */
static void unwind(struct matcher *m, size_t depth)
{
    while (m->depth > depth)
        undo(m, &m->choice[--m->depth]);
}

/* ---- characters ---- */

/* The character at *s, which moves behind it. */
static inline uint32_t next_char(const struct matcher *m, const char **s)
{
    unsigned char c = (unsigned char)**s;
    if (c >= 0x80 && m->wide)
        return utf8_decode(s);
    (*s)++;
    return c;
}

static inline const char *char_before(const struct matcher *m, const char *s)
{
    s--;
    if (m->wide)
        while (!utf8_is_start(*s))
            s--;
    return s;
}

uint32_t regex_fold(uint32_t c, enum fold how)
{
    uint32_t out[3];
    if (how == FOLD_NONE)
        return c;
    if (c < 0x80)
        return ascii_lower((unsigned char)c);
    if (how == FOLD_ASCII)
        return c;
    if (c == 0x130 || c == 0x131) /* I with and without a dot */
        return 'i';
    if (char_map(c, CASE_FOLD, out) == 1)
        return out[0];
    return char_map(c, CASE_LOWER, out) == 1 ? out[0] : c;
}

static bool class_has(uint32_t flags, uint32_t c)
{
    unsigned class = flags & SET_ASCII ? (c < 0x80 ? latin_class[c] : 0) : char_class(c);
    bool digit = class & CHAR_DECIMAL, word = class & CHAR_ALNUM || c == '_';
    bool space = flags & SET_ASCII ? c < 0x80 && is_ascii_space((unsigned char)c) : class & CHAR_SPACE;
    return flags & ((digit ? SET_DIGIT : SET_NOT_DIGIT) | (word ? SET_WORD : SET_NOT_WORD) |
                    (space ? SET_SPACE : SET_NOT_SPACE));
}

static bool plain_set_has(const uint32_t *set, uint32_t c)
{
    uint32_t flags = set[SET_FLAGS];
    if (flags >= SET_DIGIT && class_has(flags, c))
        return true;
    for (const uint32_t *r = set + SET_RANGES, *end = set + set[SET_SIZE]; r < end; r += 2)
        if (c - r[0] <= r[1] - r[0])
            return true;
    return false;
}

static bool mapped_set_has(const uint32_t *set, uint32_t c, enum char_case to)
{
    uint32_t out[3];
    return char_map(c, to, out) == 1 && out[0] != c && plain_set_has(set, out[0]);
}

/* In any case: those characters that fold to the same as c. */
static bool folded_set_has(const uint32_t *set, uint32_t c)
{
    static const uint16_t odd[][2] = {
        {'i', 0x130}, {'i', 0x131}, {'s', 0x17f}, {'k', 0x212a}, {0xe5, 0x212b}, {0x3bc, 0xb5}, {0x3c9, 0x2126}};
    uint32_t folded = regex_fold(c, FOLD_UNICODE);
    if (plain_set_has(set, folded) || mapped_set_has(set, folded, CASE_UPPER) || mapped_set_has(set, c, CASE_LOWER) ||
        mapped_set_has(set, c, CASE_UPPER) || mapped_set_has(set, c, CASE_TITLE))
        return true;
    for (size_t i = 0; i < sizeof odd / sizeof odd[0]; i++)
        if (folded == odd[i][0] && plain_set_has(set, odd[i][1]))
            return true;
    return false;
}

bool regex_set_has(const uint32_t *set, uint32_t c)
{
    uint32_t flags = set[SET_FLAGS];
    enum fold how = flags >> SET_FOLD_SHIFT & 3;
    bool has = plain_set_has(set, c);
    if (!has && how == FOLD_UNICODE)
        has = folded_set_has(set, c);
    else if (!has && how == FOLD_ASCII && c < 0x80)
        has = plain_set_has(set, ascii_lower((unsigned char)c)) || plain_set_has(set, ascii_upper((unsigned char)c));
    return has != (flags & SET_NEGATE);
}

static inline bool in_set(const uint32_t *set, uint32_t c)
{
    return c < 256 ? set[SET_BITMAP + c / 32] >> c % 32 & 1 : regex_set_has(set, c);
}

/* Whether the character's instruction matches c. */
static inline bool one_matches(const uint32_t *one, uint32_t c)
{
    switch (one[0]) {
    case RX_CHAR: return c == one[1];
    case RX_CHAR_FOLD: return regex_fold(c, one[2]) == one[1];
    case RX_ANY: return c != '\n';
    case RX_SET: return in_set(one, c);
    default: return true;
    }
}

/* Where the first `most` characters from s end that match, or as many as there are; *count of them. */
static const char *run_of(const struct matcher *m, const uint32_t *one, const char *s, uint32_t most, uint32_t *count)
{
    const char *end = m->end, *start = s;
    size_t left = (size_t)(end - s);
    uint32_t n = 0;
    if (!m->wide) { /* a byte is a character */
        if (most < left)
            end = s + most;
        if (one[0] == RX_ALL) {
            s = end;
        } else if (one[0] == RX_ANY) {
            const char *line = s < end ? memchr(s, '\n', (size_t)(end - s)) : NULL;
            s = line ? line : end;
        } else if (one[0] == RX_SET) {
            while (s < end && in_set(one, (unsigned char)*s)) s++;
        } else {
            while (s < end && one_matches(one, (unsigned char)*s)) s++;
        }
        *count = (uint32_t)(s - start);
        return s;
    }
    if (most == UNLIMITED && one[0] == RX_ANY) {
        const char *line = left ? memchr(s, '\n', left) : NULL;
        return line ? line : end;
    }
    for (; n < most && s < end; n++) {
        const char *next = s;
        if (!one_matches(one, next_char(m, &next)))
            break;
        s = next;
    }
    *count = n;
    return s;
}

/* ---- places ---- */

static bool is_word(const struct matcher *m, const char *s, bool ascii)
{
    uint32_t c = next_char(m, &s);
    return class_has(SET_WORD | (ascii ? SET_ASCII : 0), c);
}

/* Whether s is where a word begins or ends; wanted: or the other way round. Never in an empty subject. */
static bool at_boundary(const struct matcher *m, const char *s, bool ascii, bool wanted)
{
    if (m->text == m->end)
        return false;
    bool before = s > m->text && is_word(m, char_before(m, s), ascii);
    bool boundary = before != (s < m->end && is_word(m, s, ascii));
    return boundary == wanted;
}

static bool is_at(const struct matcher *m, const char *s, enum place_kind kind)
{
    switch (kind) {
    case AT_BEGIN: return s == m->text;
    case AT_LINE_BEGIN: return s == m->text || s[-1] == '\n';
    case AT_END: return s == m->end || (s + 1 == m->end && *s == '\n');
    case AT_LINE_END: return s == m->end || *s == '\n';
    case AT_VERY_END: return s == m->end;
    case AT_BOUNDARY: return at_boundary(m, s, false, true);
    case AT_NOT_BOUNDARY: return at_boundary(m, s, false, false);
    case AT_BOUNDARY_ASCII: return at_boundary(m, s, true, true);
    default: return at_boundary(m, s, true, false);
    }
}

/* Behind what group g matched, once more at s; NULL: it does not match there. */
static const char *again(const struct matcher *m, uint32_t g, enum fold how, const char *s)
{
    uint32_t from = m->slot[2 * g], to = m->slot[2 * g + 1];
    if (from == NO_PLACE || to == NO_PLACE || to < from)
        return NULL;
    const char *p = m->text + from, *end = m->text + to;
    if (how == FOLD_NONE) {
        size_t n = to - from;
        return n <= (size_t)(m->end - s) && !memcmp(p, s, n) ? s + n : NULL;
    }
    while (p < end)
        if (s >= m->end || regex_fold(next_char(m, &p), how) != regex_fold(next_char(m, &s), how))
            return NULL;
    return s;
}

/* n characters before s; NULL: there are not so many. */
static const char *back(const struct matcher *m, const char *s, uint32_t n)
{
    if (!m->wide)
        return n <= (size_t)(s - m->text) ? s - n : NULL;
    while (n--) {
        if (s == m->text)
            return NULL;
        s = char_before(m, s);
    }
    return s;
}

/* ---- the machine ---- */

#define PLACE(s) ((uint32_t)((s) - text))

/* The last place from `least` to `s` where the byte `next` is; NULL: none. */
static const char *last_byte(const char *least, const char *s, const char *end, uint32_t next)
{
    if (next == NO_BYTE)
        return s;
    if (s == end)
        s--;
    while (s >= least && (unsigned char)*s != next)
        s--;
    return s >= least ? s : NULL;
}

/* Tries the character loop at pc; NULL: it does not match. */
static const char *run_one_loop(struct matcher *m, uint32_t pc, const char *s)
{
    const uint32_t *op = m->code + pc, *one = op + 5;
    const char *text = m->text;
    uint32_t min = op[1], max = op[2], count;
    if (min) {
        s = run_of(m, one, s, min, &count);
        if (count < min)
            return NULL;
    }
    uint32_t more = max == UNLIMITED ? UNLIMITED : max - min;
    if (op[0] == RX_ONE_LAZY) {
        if (more)
            push(m, CHOICE_LAZY1, pc, PLACE(s), more, 0);
        return s;
    }
    const char *least = s;
    s = run_of(m, one, s, more, &count);
    if (op[0] == RX_ONE_POSSESSIVE || s == least)
        return s;
    s = last_byte(least, s, m->end, op[3]);
    if (s && s > least)
        push(m, CHOICE_GREEDY1, pc, PLACE(s), PLACE(least), 0);
    return s;
}

/* One character less in a greedy loop. The choice c is on top of the stack, and stays if there may be yet less. */
static const char *one_less(struct matcher *m, struct choice *c)
{
    const char *least = m->text + c->b, *s = char_before(m, m->text + c->a);
    s = last_byte(least, s, m->end, m->code[(c->what >> CHOICE_BITS) + 3]);
    if (!s || s == least)
        m->depth--;
    else
        c->a = (uint32_t)(s - m->text);
    return s;
}

/* One character more in a lazy loop, or as many as it takes until what must follow does. */
static const char *one_more(struct matcher *m, struct choice *c)
{
    const uint32_t *op = m->code + (c->what >> CHOICE_BITS);
    const char *s = m->text + c->a;
    uint32_t left = c->b;
    do {
        if (!left || s == m->end || !one_matches(op + 5, next_char(m, &s))) {
            m->depth--;
            return NULL;
        }
        if (left != UNLIMITED)
            left--;
    } while (op[3] != NO_BYTE && (s == m->end || (unsigned char)*s != op[3]));
    c->a = (uint32_t)(s - m->text);
    c->b = left;
    return s;
}

/* Takes the newest choice: where to go on, and in *pc with what. NULL: there is none. */
static const char *next_choice(struct matcher *m, uint32_t *pc)
{
    const char *s;
    while (m->depth) {
        check_break_at(m->rounds++);
        struct choice *c = &m->choice[m->depth - 1];
        uint32_t at = c->what >> CHOICE_BITS;
        const uint32_t *op = m->code + at;
        switch (c->what & CHOICE_MASK) {
        case CHOICE_BRANCH:
            m->depth--;
            *pc = at;
            return m->text + c->a;
        case CHOICE_LOOP:
            m->depth--;
            undo(m, c);
            *pc = op[4];
            return m->text + c->a;
        case CHOICE_LAZY: {
            uint32_t *slot = m->slot + op[1], place = c->a;
            m->depth--;
            if (slot[0] >= op[3] || slot[1] == place)
                break;
            push(m, UNDO_LOOP, 0, op[1], slot[0], slot[1]);
            slot[0]++;
            slot[1] = place;
            *pc = at + 5;
            return m->text + place;
        }
        case CHOICE_GREEDY1:
        case CHOICE_LAZY1:
            check_break(); /* each looks at many characters */
            *pc = op[4];
            s = (c->what & CHOICE_MASK) == CHOICE_GREEDY1 ? one_less(m, c) : one_more(m, c);
            if (s)
                return s;
            break;
        default:
            m->depth--;
            undo(m, c);
        }
    }
    return NULL;
}

/* The head of a loop of the general kind, at s: which instruction comes next; 0: no match. */
static uint32_t loop_head(struct matcher *m, uint32_t pc, uint32_t place)
{
    const uint32_t *op = m->code + pc;
    uint32_t *slot = m->slot + op[1], count = slot[0];
    check_break_at(m->rounds++);
    if (count < op[2]) {
        push(m, UNDO_LOOP, 0, op[1], count, slot[1]);
    } else if (op[0] == RX_LOOP_LAZY) {
        push(m, CHOICE_LAZY, pc, place, 0, 0);
        return op[4];
    } else if (count < op[3] && slot[1] != place) {
        push(m, CHOICE_LOOP, pc, place, count, slot[1]);
        slot[1] = place;
    } else {
        return op[4];
    }
    if (count != UNLIMITED - 1)
        slot[0] = count + 1;
    return pc + 5;
}

bool matcher_match(struct matcher *m, size_t start)
{
    const char *text = m->text, *s = text + start;
    const uint32_t *code = m->code;
    uint32_t pc = m->regex->entry;
    m->depth = 0;
    memset(m->slot, 0xff, m->last_slot * sizeof *m->slot);
    m->slot[m->last_slot] = 0;
    for (;;) {
        const uint32_t *op = code + pc;
        switch (op[0]) {
        case RX_MATCH:
            if ((m->full && s != m->end) || (PLACE(s) == start && start == m->not_empty_at))
                goto fail;
            m->slot[0] = (uint32_t)start;
            m->slot[1] = PLACE(s);
            return true;
        case RX_CHAR:
            if (s == m->end || next_char(m, &s) != op[1])
                goto fail;
            pc += 2;
            continue;
        case RX_CHAR_FOLD:
            if (s == m->end || regex_fold(next_char(m, &s), op[2]) != op[1])
                goto fail;
            pc += 3;
            continue;
        case RX_ANY:
            if (s == m->end || next_char(m, &s) == '\n')
                goto fail;
            pc++;
            continue;
        case RX_ALL:
            if (s == m->end)
                goto fail;
            next_char(m, &s);
            pc++;
            continue;
        case RX_SET:
            if (s == m->end || !in_set(op, next_char(m, &s)))
                goto fail;
            pc += op[SET_SIZE];
            continue;
        case RX_STRING:
            if (op[1] > (size_t)(m->end - s) || memcmp(s, op + 2, op[1]))
                goto fail;
            s += op[1];
            pc += 2 + (op[1] + 3) / 4;
            continue;
        case RX_AT:
            if (!is_at(m, s, op[1]))
                goto fail;
            pc += 2;
            continue;
        case RX_OPEN:
            push(m, UNDO_OPEN, 0, 2 * op[1], m->slot[2 * op[1]], 0);
            m->slot[2 * op[1]] = PLACE(s);
            pc += 2;
            continue;
        case RX_CLOSE:
            push(m, UNDO_CLOSE, 0, 2 * op[1] + 1, m->slot[2 * op[1] + 1], m->slot[m->last_slot]);
            m->slot[2 * op[1] + 1] = PLACE(s);
            m->slot[m->last_slot] = op[1];
            pc += 2;
            continue;
        case RX_SPLIT:
            if (op[2] != NO_BYTE && (s == m->end || (unsigned char)*s != op[2])) {
                pc = op[1];
                continue;
            }
            push(m, CHOICE_BRANCH, op[1], PLACE(s), 0, 0);
            pc += 3;
            continue;
        case RX_SPLIT_LAZY:
            push(m, CHOICE_BRANCH, pc + 2, PLACE(s), 0, 0);
            pc = op[1];
            continue;
        case RX_JUMP:
            pc = op[1];
            continue;
        case RX_REPEAT:
            push(m, UNDO_LOOP, 0, op[1], m->slot[op[1]], m->slot[op[1] + 1]);
            m->slot[op[1]] = 0;
            m->slot[op[1] + 1] = NO_PLACE;
            pc += 2;
            continue;
        case RX_LOOP:
        case RX_LOOP_LAZY:
            pc = loop_head(m, pc, PLACE(s));
            continue;
        case RX_ONE_GREEDY:
        case RX_ONE_LAZY:
        case RX_ONE_POSSESSIVE:
            s = run_one_loop(m, pc, s);
            if (!s)
                goto fail;
            pc = op[4];
            continue;
        case RX_BACKREF:
            s = again(m, op[1], op[2], s);
            if (!s)
                goto fail;
            pc += 3;
            continue;
        case RX_CONDITION: {
            uint32_t from = m->slot[2 * op[1]], to = m->slot[2 * op[1] + 1];
            pc = from == NO_PLACE || to == NO_PLACE || to < from ? op[2] : pc + 3;
            continue;
        }
        case RX_LOOK: {
            const char *from = back(m, s, op[3]);
            if (!from && !op[2])
                goto fail;
            if (!from) {
                pc = op[4];
                continue;
            }
            m->slot[op[1]] = (uint32_t)m->depth;
            m->slot[op[1] + 1] = PLACE(s);
            if (op[2])
                push(m, CHOICE_BRANCH, op[4], PLACE(s), 0, 0);
            s = from;
            pc += 5;
            continue;
        }
        case RX_LOOK_END:
            if (op[2]) {
                unwind(m, m->slot[op[1]]);
                goto fail;
            }
            cut(m, m->slot[op[1]]);
            s = text + m->slot[op[1] + 1];
            pc += 3;
            continue;
        case RX_ATOMIC:
            m->slot[op[1]] = (uint32_t)m->depth;
            pc += 2;
            continue;
        case RX_ATOMIC_END:
            cut(m, m->slot[op[1]]);
            pc += 2;
            continue;
        }
    fail:
        s = next_choice(m, &pc);
        if (!s)
            return false;
    }
}

/* ---- searching ---- */

/* The first place from `at` on where a match may begin; -1: none. */
static word possible_start(const struct matcher *m, size_t at)
{
    const uint32_t *code = m->code;
    const char *s = m->text + at;
    size_t left = (size_t)(m->end - s);
    if (m->regex->start == START_STRING) {
        const uint32_t *op = code + m->regex->entry;
        word found = search_forward(s, left, (const char *)(op + 2), op[1]);
        return found < 0 ? -1 : (word)at + found;
    }
    if (m->regex->start == START_BYTES) {
        for (; s < m->end; s++) {
            unsigned char c = (unsigned char)*s;
            if (code[c / 32] >> c % 32 & 1)
                return s - m->text;
        }
        return -1;
    }
    return m->regex->start == START_FIRST && at ? -1 : (word)at;
}

bool matcher_search(struct matcher *m, size_t at)
{
    for (;;) {
        check_break_at(m->rounds++);
        word start = possible_start(m, at);
        if (start < 0)
            return false;
        at = (size_t)start;
        if (matcher_match(m, at))
            return true;
        if (m->text + at >= m->end)
            return false;
        at += m->wide ? utf8_length(m->text[at]) : 1;
    }
}
