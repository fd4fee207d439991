/* Ctrl-R: looks back in the history for what is typed, key by key. */
#include "editor.h"

struct search {
    struct editor *e;
    value wanted;  /* a bytearray */
    size_t at;     /* the entry shown */
    value ps1;     /* the prompt that comes back */
    bool failed;
};

static void show(struct search *s)
{
    struct editor *e = s->e;
    const struct bytearray *b = (const struct bytearray *)s->wanted;
    e->ps1 = str_format_c("(%sreverse search) `%v': ", s->failed ? "failed " : "", str_new(b->owner.buf, b->len));
    screen_redraw(e);
}

/* The latest entry at or before `from` that has it. */
static void find(struct search *s, size_t from)
{
    const struct list *l = list_of(s->e->history);
    const struct bytearray *b = (const struct bytearray *)s->wanted;
    for (size_t i = from < l->len ? from + 1 : l->len; b->len && i-- > 0;) {
        struct view v = str_view(list_items(l)[i]);
        word at = search_backward(v.data, v.len, b->owner.buf, b->len);
        if (at < 0)
            continue;
        s->at = i;
        s->failed = false;
        edit_set(s->e, list_items(l)[i]);
        s->e->cursor = (size_t)at;
        return;
    }
    s->failed = b->len > 0;
}

static void wanted_key(struct search *s, int key)
{
    struct bytearray *b = (struct bytearray *)s->wanted;
    char c[4];
    if (key == KEY_RUBOUT || key == '\b') {
        size_t last = b->len ? utf8_offset_back(b->owner.buf, b->len, 1) : 0;
        bytearray_splice(b, last, b->len, NULL, 0);
    } else {
        bytearray_append(s->wanted, (const uint8_t *)c, utf8_encode((uint32_t)key, c));
    }
    find(s, SIZE_MAX);
}

/* Takes a key if it is one of the search's; false: it ends the search, and is to do what it always does. */
static bool search_key(struct search *s, int key)
{
    if (key == CTRL('R')) {
        if (s->at > 0)
            find(s, s->at - 1);
        else
            s->failed = true;
        return true;
    }
    if (key == KEY_RUBOUT || key == '\b' || (key >= ' ' && key < KEY_GONE)) {
        wanted_key(s, key);
        return true;
    }
    return false;
}

void search_run(struct editor *e)
{
    struct search s = {.e = e, .wanted = bytearray_new(NULL, 0), .at = list_of(e->history)->len, .ps1 = e->ps1};
    value before = edit_text(e, 0, e->text->len);
    size_t cursor = e->cursor;
    int key;
    do
        show(&s);
    while (search_key(&s, key = keys_next(&e->keys)));
    e->ps1 = s.ps1;
    if (key == CTRL('G') || key == CTRL('C')) {
        edit_set(e, before);
        e->cursor = cursor;
    } else {
        if (e->history_at >= list_of(e->history)->len)
            e->draft = before;
        e->whole = true;
        e->history_at = s.at;
    }
    screen_redraw(e);
    if (key != CTRL('G'))
        edit_key(e, key);
}
