/* What the keys do to the text. */
#include "editor.h"

/* ---- the text ---- */

static bool is_blank(const char *text, size_t n)
{
    while (n && (text[n - 1] == ' ' || text[n - 1] == '\t'))
        n--;
    return n == 0;
}

void edit_replace(struct editor *e, size_t from, size_t to, const char *data, size_t n)
{
    struct screen *s = &e->screen;
    bool cut_blanks = n == 0 && to == e->text->len && from > edit_line_start(e, from) &&
                      is_blank(edit_at(e, from), to - from);
    s->keep_tail = cut_blanks && (s->dirty == SCREEN_CLEAN || s->keep_tail);
    if (from < s->dirty)
        s->dirty = from;
    bytearray_splice(e->text, from, to, (const uint8_t *)data, n);
    if (e->cursor >= to)
        e->cursor += n - (to - from);
    else if (e->cursor > from)
        e->cursor = from + n;
    e->indent = 0;
}

void edit_set(struct editor *e, value text)
{
    struct view v = str_view(text);
    edit_replace(e, 0, e->text->len, v.data, v.len);
    e->cursor = e->text->len;
}

value edit_text(const struct editor *e, size_t from, size_t to)
{
    return str_new(edit_at(e, from), to - from);
}

static void insert(struct editor *e, const char *data, size_t n)
{
    edit_replace(e, e->cursor, e->cursor, data, n);
}

static void insert_char(struct editor *e, uint32_t c)
{
    char text[4];
    insert(e, text, utf8_encode(c, text));
}

/* ---- places in it ---- */

size_t edit_line_start(const struct editor *e, size_t at)
{
    while (at > 0 && edit_char(e, at - 1) != '\n')
        at--;
    return at;
}

size_t edit_line_end(const struct editor *e, size_t at)
{
    while (at < e->text->len && edit_char(e, at) != '\n')
        at++;
    return at;
}

/* One character on, or back, with the combining ones behind it. */
static size_t next_char(const struct editor *e, size_t at)
{
    const char *p = edit_at(e, at), *end = edit_at(e, e->text->len), *before = p;
    if (p < end)
        utf8_decode(&p);
    while (p < end) {
        before = p;
        if (char_columns(utf8_decode(&p)) || *before == '\n') {
            p = before;
            break;
        }
    }
    return (size_t)(p - edit_at(e, 0));
}

static size_t previous_char(const struct editor *e, size_t at)
{
    while (at > 0) {
        at = utf8_offset_back(edit_at(e, 0), at, 1);
        const char *p = edit_at(e, at);
        if (char_columns(utf8_decode(&p)))
            break;
    }
    return at;
}

bool edit_is_name(char c)
{
    return c == '_' || c & 0x80 || is_ascii_digit((unsigned char)c) || latin_class[(unsigned char)c] & CHAR_ALPHA;
}

static size_t word_start(const struct editor *e, size_t at)
{
    while (at > 0 && !edit_is_name(edit_char(e, at - 1)))
        at--;
    while (at > 0 && edit_is_name(edit_char(e, at - 1)))
        at--;
    return at;
}

static size_t word_end(const struct editor *e, size_t at)
{
    size_t n = e->text->len;
    while (at < n && !edit_is_name(edit_char(e, at)))
        at++;
    while (at < n && edit_is_name(edit_char(e, at)))
        at++;
    return at;
}

/* Where the word begins that blanks delimit. */
static size_t blank_word_start(const struct editor *e, size_t at)
{
    while (at > 0 && (unsigned char)edit_char(e, at - 1) <= ' ')
        at--;
    while (at > 0 && (unsigned char)edit_char(e, at - 1) > ' ')
        at--;
    return at;
}

/* ---- cutting ---- */

static void cut(struct editor *e, size_t from, size_t to)
{
    if (from == to)
        return;
    e->killed = edit_text(e, from, to);
    edit_replace(e, from, to, NULL, 0);
}

static void cut_to_end(struct editor *e)
{
    size_t end = edit_line_end(e, e->cursor);
    cut(e, e->cursor, end > e->cursor || end == e->text->len ? end : end + 1);
}

static void yank(struct editor *e)
{
    if (e->killed == UNDEF)
        return;
    struct view v = str_view(e->killed);
    insert(e, v.data, v.len);
}

static void erase_back(struct editor *e)
{
    edit_replace(e, previous_char(e, e->cursor), e->cursor, NULL, 0);
}

static void erase_here(struct editor *e)
{
    edit_replace(e, e->cursor, next_char(e, e->cursor), NULL, 0);
}

/* ---- moving by lines ---- */

/* To the same column of the line before or after; false: there is none. */
static bool move_line(struct editor *e, bool up)
{
    size_t start = edit_line_start(e, e->cursor), end = edit_line_end(e, e->cursor);
    if (up ? start == 0 : end == e->text->len)
        return false;
    size_t column = utf8_count(edit_at(e, start), e->cursor - start);
    size_t to = up ? edit_line_start(e, start - 1) : end + 1;
    size_t to_end = edit_line_end(e, to);
    e->cursor = to + utf8_offset(edit_at(e, to), to_end - to, column);
    return true;
}

static void move_back(struct editor *e)
{
    if (!move_line(e, true))
        history_move(e, -1);
}

static void move_on(struct editor *e)
{
    if (!move_line(e, false))
        history_move(e, 1);
}

/* ---- the ends of a statement ---- */

static void finish(struct editor *e, enum edit_result result)
{
    e->result = (uint8_t)result;
}

/* Is the text complete as it stands, without an empty line at its end? */
static bool is_complete(struct editor *e)
{
    size_t n = e->text->len;
    edit_replace(e, n, n, "\n", 1);
    bool complete = !indent_wants_more(e, n + 1);
    edit_replace(e, n, n + 1, NULL, 0);
    e->screen.dirty = SCREEN_CLEAN; /* nobody saw it */
    return complete;
}

/* Enter on the last line runs the statement if it is whole; on others it makes a new line. */
static void enter(struct editor *e)
{
    size_t n = e->text->len;
    if (edit_line_end(e, e->cursor) == n) {
        bool several = memchr(edit_at(e, 0), '\n', n) != NULL;
        if (!indent_wants_more(e, n) || (e->whole && several && is_complete(e))) {
            finish(e, EDIT_DONE);
            return;
        }
        e->cursor = n;
    }
    e->whole = false;
    indent_new_line(e);
}

MAYBE_UNUSED static void paste(struct editor *e)
{
    value text = bytearray_new(NULL, 0);
    int key;
    while ((key = keys_next(&e->keys)) != KEY_PASTED && key != KEY_GONE) {
        char c[4];
        if (key < KEY_GONE)
            bytearray_append(text, (const uint8_t *)c, utf8_encode((uint32_t)key, c));
    }
    const struct bytearray *b = (const struct bytearray *)text;
    insert(e, b->owner.buf, b->len);
    e->whole = true;
    if (key == KEY_GONE)
        finish(e, EDIT_END);
}

/* ---- keys ---- */

/* Those that mean something else on an empty line. */
static bool empty_key(struct editor *e, int key)
{
    static const struct { uint8_t key, result; } keys[] = {
        {CTRL('A'), EDIT_RAW}, {CTRL('B'), EDIT_BANNER}, {CTRL('D'), EDIT_END}, {CTRL('E'), EDIT_PASTE},
    };
    for (size_t i = 0; e->text->len == 0 && i < sizeof keys / sizeof keys[0]; i++) {
        if (keys[i].key == key) {
            finish(e, (enum edit_result)keys[i].result);
            return true;
        }
    }
    return false;
}

void edit_key(struct editor *e, int key)
{
    if (empty_key(e, key) || indent_typed(e, key))
        return;
    switch (key) {
    case '\n': enter(e); break;
    case KEY_ALT | '\n': indent_new_line(e); break;
    case CTRL('C'): finish(e, EDIT_CANCELLED); break;
    case KEY_GONE: finish(e, EDIT_END); break;

    case CTRL('A'):
    case KEY_HOME: e->cursor = edit_line_start(e, e->cursor); break;
    case CTRL('E'):
    case KEY_END: e->cursor = edit_line_end(e, e->cursor); break;
    case CTRL('B'):
    case KEY_LEFT: e->cursor = previous_char(e, e->cursor); break;
    case CTRL('F'):
    case KEY_RIGHT: e->cursor = next_char(e, e->cursor); break;
    case CTRL('P'):
    case KEY_UP: move_back(e); break;
    case CTRL('N'):
    case KEY_DOWN: move_on(e); break;
    case KEY_ALT | 'b': e->cursor = word_start(e, e->cursor); break;
    case KEY_ALT | 'f': e->cursor = word_end(e, e->cursor); break;

    case '\b':
    case KEY_RUBOUT: erase_back(e); break;
    case CTRL('D'):
    case KEY_DELETE: erase_here(e); break;
    case CTRL('K'): cut_to_end(e); break;
    case CTRL('U'): cut(e, edit_line_start(e, e->cursor), e->cursor); break;
    case CTRL('W'): cut(e, blank_word_start(e, e->cursor), e->cursor); break;
    case KEY_ALT | KEY_RUBOUT: cut(e, word_start(e, e->cursor), e->cursor); break;
    case KEY_ALT | 'd': cut(e, e->cursor, word_end(e, e->cursor)); break;
    case CTRL('Y'): yank(e); break;

#if ADDER_LEVEL > 0
    case '\t': complete_run(e); break;
    case CTRL('L'): screen_clear(e); break;
    case KEY_PASTE: paste(e); break;
#endif
#if ADDER_LEVEL == 2
    case CTRL('R'): search_run(e); break;
    case CTRL('Z'):
        port_suspend();
        e->screen.fresh = true;
        break;
#endif
    default:
        if (key >= ' ' && key < KEY_GONE)
            insert_char(e, (uint32_t)key);
    }
}

#if ADDER_LINE_EDITOR
/* ---- a statement ---- */

void edit_open(struct editor *e)
{
    memset(e, 0, sizeof *e);
    e->history = list_new(0, NULL);
}

static void clear(struct editor *e)
{
    e->cursor = e->indent = 0;
    e->indents = true;
    e->whole = false;
    e->result = EDIT_GOES_ON;
    e->history_at = list_of(e->history)->len;
    e->draft = UNDEF;
}

enum edit_result edit_statement(struct editor *e)
{
    clear(e);
    screen_open(e);
    while (e->result == EDIT_GOES_ON) {
        edit_key(e, keys_next(&e->keys));
        if (e->result == EDIT_GOES_ON)
            screen_update(e);
    }
    screen_leave(e);
    if (e->result == EDIT_DONE)
        history_add(e);
    return (enum edit_result)e->result;
}
#endif
