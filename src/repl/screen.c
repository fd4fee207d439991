/* Draws the statement being edited. The text flows from the prompt on, each of its lines behind the second prompt, and
 * wraps at the right edge if the terminal's width is known. Only what changed is written: `dirty` says from where on. */
#include <limits.h>

#include "editor.h"

/* ---- how wide things are ---- */

#if ADDER_LEVEL == 2
struct char_range { uint32_t first, last; };

static bool in_ranges(const struct char_range *r, size_t n, uint32_t c)
{
    for (; n--; r++)
        if (c >= r->first && c <= r->last)
            return true;
    return false;
}

/* In outline: what people type. */
static const struct char_range combining[] = {
    {0x300, 0x36f}, {0x483, 0x489}, {0x591, 0x5bd}, {0x610, 0x61a}, {0x64b, 0x65f}, {0x93c, 0x93c}, {0x941, 0x948},
    {0x94d, 0x94d}, {0xe31, 0xe31}, {0xe34, 0xe3a}, {0xe47, 0xe4e}, {0x1ab0, 0x1aff}, {0x1dc0, 0x1dff},
    {0x200b, 0x200f}, {0x202a, 0x202e}, {0x2060, 0x2064}, {0x20d0, 0x20ff}, {0x302a, 0x302d}, {0x3099, 0x309a},
    {0xfe00, 0xfe0f}, {0xfe20, 0xfe2f}, {0xfeff, 0xfeff}, {0xe0100, 0xe01ef},
}, wide[] = {
    {0x1100, 0x115f}, {0x2e80, 0x303e}, {0x3041, 0x4dbf}, {0x4e00, 0xa4cf}, {0xa960, 0xa97c}, {0xac00, 0xd7a3},
    {0xf900, 0xfaff}, {0xfe30, 0xfe6f}, {0xff00, 0xff60}, {0xffe0, 0xffe6}, {0x1f300, 0x1f64f}, {0x1f680, 0x1f6ff},
    {0x1f900, 0x1faff}, {0x20000, 0x3fffd},
};
#endif

unsigned char_columns(uint32_t c)
{
    if (c == '\t')
        return 4;
#if ADDER_LEVEL == 2
    if (c >= 0x300 && in_ranges(combining, sizeof combining / sizeof combining[0], c))
        return 0;
    if (c >= 0x1100 && in_ranges(wide, sizeof wide / sizeof wide[0], c))
        return 2;
#endif
    return 1;
}

/* A prompt's last line, without the escape sequences in it. */
static unsigned prompt_columns(value prompt)
{
    struct view s = str_view(prompt);
    unsigned n = 0;
    for (const char *at = s.data, *end = at + s.len; at < end;) {
        uint32_t c = utf8_decode(&at);
        if (c == 0x1b && at < end && *at == '[') {
            while (++at < end && (*at < 0x40 || *at > 0x7e)) {}
            at += at < end;
        } else if (c == '\n') {
            n = 0;
        } else {
            n += char_columns(c);
        }
    }
    return n;
}

/* ---- where things are ---- */

static struct screen_place start_place(const struct editor *e)
{
    return (struct screen_place){0, prompt_columns(e->ps1)};
}

/* Where what follows the character c at `p` goes; *row: the row that c itself is in. */
static struct screen_place place_after(const struct editor *e, struct screen_place p, uint32_t c, unsigned *row)
{
    unsigned width = e->screen.width, n = c == '\n' ? 0 : char_columns(c);
    if (width && n && p.column + n > width)
        p = (struct screen_place){p.row + 1, 0};
    *row = p.row;
    if (c == '\n')
        return (struct screen_place){p.row + 1, prompt_columns(e->ps2)};
    p.column += n;
    if (width && p.column >= width)
        p = (struct screen_place){p.row + 1, 0};
    return p;
}

/* The place of byte `to`, from that of an earlier one. */
static struct screen_place place_from(const struct editor *e, size_t from, struct screen_place p, size_t to)
{
    unsigned row;
    const char *at = edit_at(e, from), *end = edit_at(e, to);
    while (at < end)
        p = place_after(e, p, utf8_decode(&at), &row);
    return p;
}

static bool is_before(struct screen_place a, struct screen_place b)
{
    return a.row < b.row || (a.row == b.row && a.column < b.column);
}

/* ---- writing ---- */

static void put_sequence(unsigned n, char letter)
{
    char text[16], *at = text + sizeof text;
    *--at = letter;
    for (; n; n /= 10)
        *--at = (char)('0' + n % 10);
    *--at = '[';
    *--at = 0x1b;
    console_put(at, (size_t)(text + sizeof text - at));
}

static void put_str(value s)
{
    struct view v = str_view(s);
    console_put(v.data, v.len);
}

static void move_cursor(struct screen_place from, struct screen_place to)
{
    if (to.row != from.row)
        put_sequence(to.row < from.row ? from.row - to.row : to.row - from.row, to.row < from.row ? 'A' : 'B');
    if (to.column > from.column)
        put_sequence(to.column - from.column, 'C');
    else if (from.column - to.column > 4)
        put_sequence(from.column - to.column, 'D');
    else
        console_put("\b\b\b\b", from.column - to.column);
}

static void put_char(uint32_t c, const char *text, size_t n)
{
    if (c == '\t')
        console_put("    ", 4);
    else if (c < 0x20 || (c >= 0x7f && c < 0xa0))
        console_put("?", 1); /* it is not to reach the terminal */
    else
        console_put(text, n);
}

/* Draws the text from a byte and its place on, as far as it is in rows [top, bottom]. */
static void draw(struct editor *e, size_t from, struct screen_place p, unsigned top, unsigned bottom)
{
    const char *at = edit_at(e, from), *end = edit_at(e, e->text->len);
    struct screen_place last = p;
    uint32_t c = 0;
    while (at < end) {
        const char *begin = at;
        unsigned row;
        last = p;
        c = utf8_decode(&at);
        p = place_after(e, p, c, &row);
        if (c != '\n') {
            if (row >= top && row <= bottom)
                put_char(c, begin, (size_t)(at - begin));
            continue;
        }
        if (p.row < top || p.row > bottom)
            continue;
        if (p.row > top) {
            if (is_before(last, e->screen.end))
                console_put_z("\x1b[K");
            console_put("\n", 1);
        }
        put_str(e->ps2);
    }
    /* A row filled to its edge leaves the cursor there: bring it to the next one. */
    if (p.column == 0 && p.row > last.row && c != '\n' && p.row > top && p.row <= bottom)
        console_put_z(" \r");
}

/* ---- a text higher than the terminal: as many rows as fit, around the cursor ---- */

static void put_top_left(void)
{
    console_put_z("\x1b[H\x1b[J");
}

static bool is_tall(const struct screen *s, struct screen_place end)
{
    return ADDER_LEVEL > 0 && s->height && end.row >= s->height;
}

static void draw_window(struct editor *e, struct screen_place cursor, struct screen_place end)
{
    struct screen *s = &e->screen;
    if (!s->window || cursor.row >= s->top + s->height)
        s->top = cursor.row - (cursor.row < s->height ? cursor.row : s->height - 1);
    if (cursor.row < s->top)
        s->top = cursor.row;
    put_top_left();
    s->window = true;
    s->end = (struct screen_place){0, 0};
    if (s->top == 0)
        put_str(e->ps1);
    draw(e, 0, start_place(e), s->top, s->top + s->height - 1);
    put_sequence(cursor.row - s->top + 1, 'd');
    put_sequence(cursor.column + 1, 'G');
    s->end = end;
}

/* ---- the whole ---- */

static void measure(struct screen *s)
{
    s->width = s->height = 0;
    port_terminal_size(&s->width, &s->height);
    if (s->width < 8 || s->height < 2)
        s->width = s->height = 0;
}

void screen_open(struct editor *e)
{
    struct screen *s = &e->screen;
    memset(s, 0, sizeof *s);
    measure(s);
    s->fresh = true;
    screen_update(e);
}

/* Draws the prompt, at the start of a line. */
static void draw_prompt(struct editor *e)
{
    struct screen *s = &e->screen;
    put_str(e->ps1);
    s->cursor = s->end = start_place(e);
    s->at = s->dirty = 0;
    s->fresh = s->window = false;
}

/* A combining character is drawn with what it stands on. */
static void include_base(struct editor *e)
{
    struct screen *s = &e->screen;
    while (s->dirty > 0 && s->dirty < e->text->len) {
        const char *at = edit_at(e, s->dirty);
        if (char_columns(utf8_decode(&at)))
            break;
        s->dirty = utf8_offset_back(edit_at(e, 0), s->dirty, 1);
    }
}

static void draw_changes(struct editor *e, struct screen_place from, struct screen_place end)
{
    struct screen *s = &e->screen;
    move_cursor(s->cursor, from);
    draw(e, s->dirty, from, 0, UINT_MAX);
    if (is_before(end, s->end) && !s->keep_tail)
        console_put_z(end.row < s->end.row ? "\x1b[J" : "\x1b[K");
    s->cursor = end;
}

void screen_update(struct editor *e)
{
    struct screen *s = &e->screen;
    unsigned width = s->width, height = s->height;
    measure(s);
    if (!s->fresh && (s->width != width || s->height != height)) {
        s->cursor = place_from(e, 0, start_place(e), s->at <= e->text->len ? s->at : e->text->len);
        s->fresh = true;
        screen_redraw(e);
        return;
    }
    if (s->fresh)
        draw_prompt(e);
    include_base(e);
    /* Places are counted from the last known one before all that is asked for. */
    size_t known = 0;
    struct screen_place p = start_place(e), from = p, end = s->end;
    if (s->at <= e->cursor && s->at <= s->dirty) {
        known = s->at;
        p = s->cursor;
    }
    struct screen_place cursor = place_from(e, known, p, e->cursor);
    bool changed = s->dirty != SCREEN_CLEAN;
    if (changed) {
        from = place_from(e, known, p, s->dirty);
        end = place_from(e, s->dirty, from, e->text->len);
    }
    if (is_tall(s, end)) {
        draw_window(e, cursor, end);
    } else {
        if (s->window) {
            put_top_left();
            draw_prompt(e);
            from = s->cursor;
        }
        if (changed)
            draw_changes(e, from, end);
        move_cursor(s->cursor, cursor);
    }
    s->end = end;
    s->cursor = cursor;
    s->at = e->cursor;
    s->dirty = SCREEN_CLEAN;
    s->keep_tail = false;
}

void screen_redraw(struct editor *e)
{
    struct screen *s = &e->screen;
    if (s->window)
        put_top_left();
    else
        move_cursor(s->cursor, (struct screen_place){0, 0});
    console_put_z("\x1b[J");
    s->fresh = true;
    screen_update(e);
}

void screen_clear(struct editor *e)
{
    put_top_left();
    e->screen.fresh = true;
    screen_update(e);
}

void screen_leave(struct editor *e)
{
    struct screen *s = &e->screen;
    screen_update(e);
    if (s->window) { /* all of it goes by, so that it can be scrolled back to */
        put_top_left();
        draw_prompt(e);
        draw(e, 0, s->cursor, 0, UINT_MAX);
    } else if (s->cursor.row < s->end.row) {
        put_sequence(s->end.row - s->cursor.row, 'B');
    }
    console_put("\n", 1);
    s->fresh = true;
    s->window = false;
}
