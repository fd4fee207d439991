/* The statements of before: the arrows walk through them. */
#include "editor.h"

void history_add(struct editor *e)
{
    struct list *l = list_of(e->history);
    const char *text = edit_at(e, 0);
    size_t n = e->text->len;
    while (n && (unsigned char)text[n - 1] <= ' ')
        n--;
    if (n == 0)
        return;
    value entry = str_new(text, n);
    if (l->len && str_equal(list_items(l)[l->len - 1], entry))
        return;
    if (l->len >= HISTORY_MAX)
        list_pop(l, 0);
    list_append(l, entry);
#if ADDER_LEVEL == 2
    if (e->keep_history)
        history_save(e, str_view(entry));
#endif
}

void history_move(struct editor *e, int by)
{
    const struct list *l = list_of(e->history);
    if (by < 0 ? e->history_at == 0 : e->history_at >= l->len)
        return;
    if (e->history_at >= l->len)
        e->draft = edit_text(e, 0, e->text->len);
    e->history_at += (size_t)(word)by;
    edit_set(e, e->history_at < l->len ? list_items(l)[e->history_at] : e->draft);
    e->whole = true;
}
