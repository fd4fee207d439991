/* The history between runs: the file that ADDER_HISTORY names, or ~/.adder_history. It reads like a session: an entry's
 * first line begins with ">>> ", its others with "... "; lines of other kinds are skipped. Each entry is appended
 * at once, so several sessions share the file and nothing is lost however one ends. Where there is no such file, and
 * none can be made, there is no history. */
#include "editor.h"

#if ADDER_LEVEL == 2

#define MARK 4 /* bytes before each line */

static bool history_path(char out[PORT_PATH_MAX])
{
    static const char name[] = "/.adder_history";
    const char *own = port_getenv("ADDER_HISTORY"), *home = port_getenv("HOME");
    const char *folder = own ? own : home;
    size_t n = folder ? strlen(folder) : 0;
    if (n == 0 || n + sizeof name > PORT_PATH_MAX)
        return false;
    memcpy(out, folder, n);
    memcpy(out + n, own ? "" : name, own ? 1 : sizeof name);
    return true;
}

static bool has_mark(const char *at, const char *end, const char *mark)
{
    return end - at >= MARK && memcmp(at, mark, MARK) == 0;
}

static const char *line_end(const char *at, const char *end)
{
    const char *newline = memchr(at, '\n', (size_t)(end - at));
    return newline ? newline : end;
}

/* How many entries there are. */
static size_t count_entries(const char *at, const char *end)
{
    size_t n = 0;
    while (at < end) {
        n += has_mark(at, end, ">>> ");
        at = line_end(at, end) + 1;
    }
    return n;
}

/* Where the entries begin but for the first `skip`. */
static const char *skip_entries(const char *at, const char *end, size_t skip)
{
    for (;; at = line_end(at, end) + 1) {
        if (at >= end)
            return end;
        if (has_mark(at, end, ">>> ") && skip-- == 0)
            return at;
    }
}

static const char *load_entry(struct list *l, const char *at, const char *end)
{
    value entry = bytearray_new(NULL, 0);
    do {
        const char *stop = line_end(at, end);
        if (((struct bytearray *)entry)->len)
            bytearray_append(entry, (const uint8_t *)"\n", 1);
        bytearray_append(entry, (const uint8_t *)at + MARK, (size_t)(stop - at) - MARK);
        at = stop + 1;
    } while (at < end && has_mark(at, end, "... "));
    const struct bytearray *b = (const struct bytearray *)entry;
    if (b->len && utf8_check(b->owner.buf, b->len, NULL) == b->len)
        list_append(l, str_new(b->owner.buf, b->len));
    return at;
}

/* Writes a new file with the latest entries alone, and puts it in the place of the old one. */
static void shorten(const char *path, const char *from, const char *end)
{
    char other[PORT_PATH_MAX + 4];
    size_t n = strlen(path);
    memcpy(other, path, n);
    memcpy(other + n, ".new", 5);
    int file = port_file_open(other, PORT_WRITE | PORT_CREATE | PORT_TRUNCATE | PORT_PRIVATE);
    if (file < 0)
        return;
    bool good = port_file_write(file, from, (size_t)(end - from)) >= 0;
    if (port_file_close(file) == 0 && good)
        port_rename(other, path);
    else
        port_remove(other);
}

struct load {
    struct editor *e;
    const char *path, *data;
    size_t n;
};

static value load(void *arg)
{
    struct load *job = arg;
    const char *end = job->data + job->n;
    size_t n = count_entries(job->data, end);
    const char *from = skip_entries(job->data, end, n > HISTORY_MAX ? n - HISTORY_MAX : 0), *at = from;
    while (at < end) {
        if (has_mark(at, end, ">>> "))
            at = load_entry(list_of(job->e->history), at, end);
        else
            at = line_end(at, end) + 1;
    }
    if (n > 2 * HISTORY_MAX)
        shorten(job->path, from, end);
    return NONE;
}

void history_load(struct editor *e)
{
    char path[PORT_PATH_MAX];
    struct port_stat st;
    value result;
    if (!history_path(path) || port_stat(path, &st, true) < 0 || (st.mode & 0xf000) != 0x8000)
        return;
    word n;
    const char *data = port_file_map(path, &n);
    if (!data)
        return;
    struct load job = {e, path, data, (size_t)n};
    protect(load, &job, &result);
    port_file_unmap(data, (size_t)n);
}

void history_save(const struct editor *e, struct view entry)
{
    char path[PORT_PATH_MAX];
    (void)e;
    struct port_stat st;
    if (!history_path(path) || (port_stat(path, &st, true) == 0 && (st.mode & 0xf000) != 0x8000))
        return;
    value text = bytearray_new(NULL, 0);
    const char *at = entry.data, *end = at + entry.len;
    while (at < end) {
        const char *stop = line_end(at, end);
        bytearray_append(text, (const uint8_t *)(at == entry.data ? ">>> " : "... "), MARK);
        bytearray_append(text, (const uint8_t *)at, (size_t)(stop - at));
        bytearray_append(text, (const uint8_t *)"\n", 1);
        at = stop + 1;
    }
    int file = port_file_open(path, PORT_WRITE | PORT_CREATE | PORT_APPEND | PORT_PRIVATE);
    if (file < 0)
        return;
    const struct bytearray *b = (const struct bytearray *)text;
    port_file_write(file, b->owner.buf, b->len);
    port_file_close(file);
}

#endif
