/* From the tree of a pattern to its program, and to what a search can look for. */
#include "regex.h"

#define CODE_MAX (UINT32_MAX >> 4) /* words: a choice has three bits besides an instruction's place */

struct maker {
    struct tree tree;
    struct regex *regex;
    uint32_t size;     /* words so far */
    uint32_t slots;
    bool binary;
};

/* ---- words ---- */

/* Appends n words, and returns where they begin. */
static uint32_t emit(struct maker *m, uint32_t n, const uint32_t *words)
{
    uint32_t at = m->size;
    if (n > CODE_MAX - at)
        raise_memory_error();
    scratch_grow(&m->regex->owner, at, n, sizeof *words);
    uint32_t *code = (uint32_t *)m->regex->owner.buf + at;
    if (words)
        memcpy(code, words, n * sizeof *words);
    m->size += n;
    return at;
}
#define EMIT(m, ...)                                                                                         \
    emit(m, sizeof(uint32_t[]){__VA_ARGS__} / sizeof(uint32_t), (const uint32_t[]){__VA_ARGS__})

/* Sets the word at `at` to where the program goes on now. */
static void land(struct maker *m, uint32_t at)
{
    ((uint32_t *)m->regex->owner.buf)[at] = m->size;
}

static uint32_t new_slots(struct maker *m, uint32_t n)
{
    uint32_t at = m->slots;
    m->slots += n;
    return at;
}

/* ---- what nodes are ---- */

static const struct node *node_at(const struct maker *m, uint32_t i) { return tree_node(&m->tree, i); }

/* The node without the groups around it that say nothing. */
static uint32_t bare(const struct maker *m, uint32_t i)
{
    for (;;) {
        const struct node *n = node_at(m, i);
        bool alone = n->kind == NODE_SEQUENCE && n->child && !node_at(m, n->child)->next;
        if (!alone && (n->kind != NODE_GROUP || n->a))
            return i;
        i = n->child;
    }
}

static bool is_one_char(const struct node *n) { return n->kind >= NODE_CHAR && n->kind <= NODE_SET; }

static size_t char_bytes(const struct maker *m, uint32_t c, char *out)
{
    if (!m->binary)
        return utf8_encode(c, out);
    *out = (char)c;
    return 1;
}

/* The byte that a match of node i must begin with; NO_BYTE: not just one. 0 is no node. */
static uint32_t first_byte(const struct maker *m, uint32_t i)
{
    char bytes[4];
    if (!i)
        return NO_BYTE;
    const struct node *n = node_at(m, i);
    while (n->child && (n->kind == NODE_SEQUENCE || n->kind == NODE_GROUP))
        n = node_at(m, n->child);
    if (n->kind != NODE_CHAR || n->how != FOLD_NONE)
        return NO_BYTE;
    char_bytes(m, n->a, bytes);
    return (unsigned char)bytes[0];
}

/* ---- nodes ---- */

static void emit_node(struct maker *m, uint32_t i, uint32_t next);

static void emit_one_char(struct maker *m, const struct node *n)
{
    const uint32_t *set;
    switch (n->kind) {
    case NODE_CHAR:
        if (n->how == FOLD_NONE)
            EMIT(m, RX_CHAR, n->a);
        else
            EMIT(m, RX_CHAR_FOLD, n->a, n->how);
        break;
    case NODE_SET:
        set = (const uint32_t *)m->tree.sets->buf + n->a;
        emit(m, set[SET_SIZE], set);
        break;
    default:
        EMIT(m, n->kind == NODE_ANY ? RX_ANY : RX_ALL);
    }
}

/* The characters from node i on as one string; returns the node behind them. */
static uint32_t emit_string(struct maker *m, uint32_t i)
{
    uint32_t length = 0, end = i, at = EMIT(m, RX_STRING, 0), room = 0;
    for (; end; end = node_at(m, end)->next) {
        const struct node *n = node_at(m, end);
        char bytes[4];
        if (n->kind != NODE_CHAR || n->how != FOLD_NONE)
            break;
        size_t more = char_bytes(m, n->a, bytes);
        for (; room < length + more; room += 4)
            EMIT(m, 0);
        memcpy((char *)((uint32_t *)m->regex->owner.buf + at + 2) + length, bytes, more);
        length += (uint32_t)more;
    }
    ((uint32_t *)m->regex->owner.buf)[at + 1] = length;
    return end;
}

static void emit_sequence(struct maker *m, const struct node *sequence)
{
    for (uint32_t i = sequence->child; i;) {
        const struct node *n = node_at(m, i);
        if (n->kind == NODE_CHAR && n->how == FOLD_NONE) {
            i = emit_string(m, i);
        } else {
            emit_node(m, i, n->next);
            i = node_at(m, i)->next;
        }
    }
}

static void emit_choice(struct maker *m, const struct node *choice)
{
    uint32_t jump = 0; /* the last jump to the end; each has the place of the one before where its target belongs */
    for (uint32_t i = choice->child; i; i = node_at(m, i)->next) {
        uint32_t other = node_at(m, i)->next, split = 0;
        if (other)
            split = EMIT(m, RX_SPLIT, 0, first_byte(m, i));
        emit_node(m, i, 0);
        if (other) {
            jump = EMIT(m, RX_JUMP, jump) + 1;
            land(m, split + 1);
        }
    }
    while (jump) {
        uint32_t before = ((uint32_t *)m->regex->owner.buf)[jump];
        land(m, jump);
        jump = before;
    }
}

/* A loop over what may be more than one character, or captures. */
static void emit_loop(struct maker *m, const struct node *n)
{
    uint32_t min = n->a, max = n->b, child = n->child;
    bool possessive = n->how == POSSESSIVE, lazy = n->how == LAZY;
    if (max == 0)
        return;
    uint32_t atomic = possessive ? new_slots(m, 2) : 0;
    if (possessive)
        EMIT(m, RX_ATOMIC, atomic);
    if (max == 1) {
        uint32_t split = 0;
        if (!min)
            split = lazy ? EMIT(m, RX_SPLIT_LAZY, 0) : EMIT(m, RX_SPLIT, 0, first_byte(m, child));
        emit_node(m, child, 0);
        if (!min)
            land(m, split + 1);
    } else {
        uint32_t slot = new_slots(m, 2);
        EMIT(m, RX_REPEAT, slot);
        uint32_t loop = EMIT(m, lazy ? RX_LOOP_LAZY : RX_LOOP, slot, min, max, 0);
        if (possessive)
            EMIT(m, RX_ATOMIC, atomic + 1);
        emit_node(m, child, 0);
        if (possessive)
            EMIT(m, RX_ATOMIC_END, atomic + 1);
        EMIT(m, RX_JUMP, loop);
        land(m, loop + 4);
    }
    if (possessive)
        EMIT(m, RX_ATOMIC_END, atomic);
}

static void emit_repeat(struct maker *m, const struct node *n, uint32_t next)
{
    static const uint8_t kinds[] = {[GREEDY] = RX_ONE_GREEDY, [LAZY] = RX_ONE_LAZY, [POSSESSIVE] = RX_ONE_POSSESSIVE};
    uint32_t one = bare(m, n->child);
    if (!is_one_char(node_at(m, one))) {
        emit_loop(m, n);
        return;
    }
    uint32_t at = EMIT(m, kinds[n->how], n->a, n->b, first_byte(m, next), 0);
    emit_one_char(m, node_at(m, one));
    land(m, at + 4);
}

static void emit_condition(struct maker *m, const struct node *n)
{
    uint32_t yes = n->child, no = node_at(m, yes)->next;
    uint32_t condition = EMIT(m, RX_CONDITION, n->a, 0);
    emit_node(m, yes, 0);
    uint32_t jump = EMIT(m, RX_JUMP, 0);
    land(m, condition + 2);
    emit_node(m, no, 0);
    land(m, jump + 1);
}

/* Node i; next: the one that follows in a sequence, if there is one. The tree does not move meanwhile. */
static void emit_node(struct maker *m, uint32_t i, uint32_t next)
{
    const struct node *n = node_at(m, i);
    uint32_t at, slot;
    check_c_stack();
    switch (n->kind) {
    case NODE_EMPTY:
        break;
    case NODE_AT:
        EMIT(m, RX_AT, n->how);
        break;
    case NODE_GROUP:
        if (n->a)
            EMIT(m, RX_OPEN, n->a);
        emit_node(m, n->child, 0);
        if (n->a)
            EMIT(m, RX_CLOSE, n->a);
        break;
    case NODE_SEQUENCE:
        emit_sequence(m, n);
        break;
    case NODE_CHOICE:
        emit_choice(m, n);
        break;
    case NODE_REPEAT:
        emit_repeat(m, n, next);
        break;
    case NODE_BACKREF:
        EMIT(m, RX_BACKREF, n->a, n->how);
        break;
    case NODE_CONDITION:
        emit_condition(m, n);
        break;
    case NODE_LOOK:
        slot = new_slots(m, 2);
        at = EMIT(m, RX_LOOK, slot, n->a, n->b, 0);
        emit_node(m, n->child, 0);
        EMIT(m, RX_LOOK_END, slot, n->a);
        land(m, at + 4);
        break;
    case NODE_ATOMIC:
        slot = new_slots(m, 1);
        EMIT(m, RX_ATOMIC, slot);
        emit_node(m, n->child, 0);
        EMIT(m, RX_ATOMIC_END, slot);
        break;
    default:
        emit_one_char(m, n);
    }
}

/* ---- how matches begin ---- */

static void add_byte(uint32_t *bytes, unsigned b) { bytes[b / 32] |= (uint32_t)1 << b % 32; }

/* Adds the first bytes of all characters from 128 on: in a str, those above the ASCII ones. */
static void add_wide(uint32_t *bytes)
{
    for (unsigned b = 0x80; b < 0x100; b++)
        add_byte(bytes, b);
}

static void add_one_char(const struct maker *m, const struct node *n, uint32_t *bytes)
{
    const uint32_t *set = n->kind == NODE_SET ? (const uint32_t *)m->tree.sets->buf + n->a : NULL;
    for (uint32_t c = 0; c < (m->binary ? 0x100u : 0x80u); c++) {
        bool in = true;
        if (set)
            in = set[SET_BITMAP + c / 32] >> c % 32 & 1;
        else if (n->kind == NODE_CHAR)
            in = regex_fold(c, n->how) == n->a;
        else if (n->kind == NODE_ANY)
            in = c != '\n';
        if (in)
            add_byte(bytes, c);
    }
    if (!m->binary && (n->kind != NODE_CHAR || n->how == FOLD_UNICODE || n->a >= 0x80))
        add_wide(bytes);
}

/* What is known of how a match begins; of choices, the least. */
enum beginning { BEGINS_UNKNOWN, BEGINS_MAYBE_EMPTY, BEGINS_KNOWN };

static enum beginning add_first_bytes(const struct maker *m, uint32_t i, uint32_t *bytes);

static enum beginning add_sequence(const struct maker *m, const struct node *sequence, uint32_t *bytes)
{
    for (uint32_t i = sequence->child; i; i = node_at(m, i)->next) {
        enum beginning one = add_first_bytes(m, i, bytes);
        if (one != BEGINS_MAYBE_EMPTY)
            return one;
    }
    return BEGINS_MAYBE_EMPTY;
}

/* Adds the bytes that a match of node i may begin with, unless it is empty. */
static enum beginning add_first_bytes(const struct maker *m, uint32_t i, uint32_t *bytes)
{
    const struct node *n = node_at(m, i);
    enum beginning all = BEGINS_KNOWN, one;
    check_c_stack();
    if (is_one_char(n)) {
        add_one_char(m, n, bytes);
        return BEGINS_KNOWN;
    }
    switch (n->kind) {
    case NODE_GROUP:
    case NODE_ATOMIC:
        return add_first_bytes(m, n->child, bytes);
    case NODE_REPEAT:
        one = add_first_bytes(m, n->child, bytes);
        return one == BEGINS_KNOWN && !n->a ? BEGINS_MAYBE_EMPTY : one;
    case NODE_SEQUENCE:
        return add_sequence(m, n, bytes);
    case NODE_CHOICE:
        for (i = n->child; i; i = node_at(m, i)->next) {
            one = add_first_bytes(m, i, bytes);
            all = one < all ? one : all;
        }
        return all;
    case NODE_BACKREF:
    case NODE_CONDITION:
        return BEGINS_UNKNOWN;
    default:
        return BEGINS_MAYBE_EMPTY;
    }
}

/* The first instruction that is not within a group, to see how the program begins. */
static enum start_kind start_of(const struct maker *m, const uint32_t *bytes, bool known)
{
    const uint32_t *op = (const uint32_t *)m->regex->owner.buf + START_WORDS;
    if (op[0] == RX_STRING)
        return START_STRING;
    if (op[0] == RX_AT && op[1] == AT_BEGIN)
        return START_FIRST;
    if (!known)
        return START_ANY;
    memcpy(m->regex->owner.buf, bytes, START_WORDS * sizeof *bytes);
    return START_BYTES;
}

struct regex *regex_compile(value source, uint32_t flags)
{
    struct maker m = {.binary = is_bytes(source)};
    m.tree.flags = flags;
    regex_parse(&m.tree, source, m.binary);
    struct regex *r = m.regex = heap_object(&type_Pattern, sizeof *r);
    uint32_t bytes[START_WORDS] = {0};
    r->source = source;
    r->groupindex = from_ptr(m.tree.names);
    r->flags = m.tree.flags;
    r->groups = m.tree.group_count - 1;
    r->binary = m.binary;
    r->entry = START_WORDS;
    m.slots = 2 * r->groups + 3;
    emit(&m, START_WORDS, bytes);
    emit_node(&m, m.tree.root, 0);
    EMIT(&m, RX_MATCH);
    bool known = add_first_bytes(&m, m.tree.root, bytes) == BEGINS_KNOWN;
    r->start = (uint8_t)start_of(&m, bytes, known);
    r->slots = m.slots;
    heap_buffer_resize(&r->owner, m.size * sizeof(uint32_t), BUFFER_BYTES);
    return r;
}
