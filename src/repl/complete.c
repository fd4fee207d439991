/* Tab: completes names, attributes, modules behind `import`, and paths in strings. Nothing is called but what looking up
 * an attribute may call. */
#include "../compiler/lexer.h"
#include "../runtime/builtins.h"
#include "../runtime/file.h"
#include "editor.h"

#if ADDER_LEVEL > 0

#define MATCHES_MAX 500u /* more are not shown */

struct completion {
    struct editor *e;
    size_t from;     /* what is to be completed begins here, and ends at the cursor */
    value matches;   /* a list of str */
    const char *end; /* put behind a single match */
};

static struct view word_of(const struct completion *c)
{
    return (struct view){edit_at(c->e, c->from), c->e->cursor - c->from, false};
}

static bool starts_with(struct view s, struct view start)
{
    return s.len >= start.len && memcmp(s.data, start.data, start.len) == 0;
}

/* Names with underscores are for those who begin with one. */
static bool is_match(struct view word, struct view name)
{
    if (!starts_with(name, word))
        return false;
    size_t n = word.len < 2 ? word.len : 2;
    return name.len <= n || name.data[n] != '_' || (n == 1 && word.data[0] != '_') || n == 2;
}

static void add(struct completion *c, struct view name, const char *suffix)
{
    if (is_match(word_of(c), name))
        list_append(list_of(c->matches), str_format_c("%v%s", str_new(name.data, name.len), suffix));
}

static void add_names(struct completion *c, value names)
{
    value it = get_iter(names);
    for (value name; (name = iter_next(it)) != STOP;)
        if (is_str(unwrap(name)))
            add(c, str_view(unwrap(name)), "");
}

static void add_attributes(struct completion *c, value o)
{
    add_names(c, builtin_dir(1, &o));
}

/* ---- names and attributes ---- */

/* What is typed behind a keyword: most want a space. */
static const char *keyword_end(const char *name)
{
    static const char *const ends[] = {"None", "True", "False", "pass", "break", "continue", "return"};
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
        if (!strcmp(name, ends[i]))
            return "";
    return !strcmp(name, "try") || !strcmp(name, "finally") || !strcmp(name, "else") ? ":" : " ";
}

static void add_keyword(struct completion *c, const char *name)
{
    uint32_t before = list_of(c->matches)->len;
    if (name)
        add(c, (struct view){name, strlen(name), true}, "");
    if (list_of(c->matches)->len > before)
        c->end = keyword_end(name);
}

static void complete_name(struct completion *c)
{
    add_names(c, from_ptr(((struct module *)vm.main)->dict));
    if (c->from == c->e->cursor)
        return;
    add_attributes(c, import_builtin(SYMBOL(S_builtins)));
    for (unsigned i = 0; i < KEYWORD_SLOTS; i++) add_keyword(c, lex_keyword(i));
#if ADDER_MATCH
    static const char soft[][6] = {"match", "case", "type"};
    for (unsigned i = 0; i < 3; i++) add_keyword(c, soft[i]);
#endif
}

static value find_name(value name)
{
    const struct dict *d = ((struct module *)vm.main)->dict;
    int i = dict_find_symbol(d, name);
    return i >= 0 ? dict_entry(d, (uint32_t)i)[1] : builtin_find(name);
}

static value symbol_at(const struct completion *c, size_t from, size_t to)
{
    return symbol_intern(edit_at(c->e, from), to - from);
}

/* The value of NAME.NAME... in [from, to); UNDEF: there is none. */
static value look_up(const struct completion *c, size_t from, size_t to)
{
    value v = UNDEF;
    for (size_t at = from; at <= to;) {
        size_t end = at;
        while (end < to && edit_char(c->e, end) != '.')
            end++;
        value name = symbol_at(c, at, end);
        v = at == from ? find_name(name) : find_attr(v, name);
        if (v == UNDEF || end == at)
            return UNDEF;
        at = end + 1;
    }
    return v;
}

static size_t dotted_start(const struct completion *c, size_t at)
{
    while (at > 0 && (edit_is_name(edit_char(c->e, at - 1)) || edit_char(c->e, at - 1) == '.'))
        at--;
    return at;
}

static void complete_attribute(struct completion *c)
{
    value o = look_up(c, dotted_start(c, c->from), c->from - 1);
    if (o != UNDEF)
        add_attributes(c, o);
}

/* ---- modules ---- */

/* The name of the module that a file or folder is, or an empty one. */
static struct view module_name(const char *folder, const struct port_entry *entry)
{
    size_t n = strlen(entry->name);
    char path[PORT_PATH_MAX];
    struct port_stat st;
    struct view none = {"", 0, true};
    if (n > 3 && !strcmp(entry->name + n - 3, ".py"))
        n -= 3;
    else if (strlen(folder) + n + sizeof "//__init__.py" > sizeof path)
        return none;
    else {
        size_t at = strlen(folder);
        memcpy(path, folder, at);
        path[at++] = '/';
        memcpy(path + at, entry->name, n);
        memcpy(path + at + n, "/__init__.py", sizeof "/__init__.py");
        if (!ADDER_FILES || port_stat(path, &st, true) < 0)
            return none;
    }
    for (size_t i = 0; i < n; i++)
        if (!edit_is_name(entry->name[i]))
            return none;
    return (struct view){entry->name, n, false};
}

/* Calls use() for each entry of a folder. */
static void each_entry(struct completion *c, const char *folder,
                       void (*use)(struct completion *c, const char *folder, const struct port_entry *entry))
{
    void *dir;
    struct port_entry entry;
    if (!ADDER_FILES || port_dir_open(*folder ? folder : ".", &dir) < 0)
        return;
    while (port_dir_next(dir, &entry) > 0)
        if (utf8_check(entry.name, strlen(entry.name), NULL) == strlen(entry.name))
            use(c, folder, &entry);
    port_dir_close(dir);
}

static void add_module(struct completion *c, const char *folder, const struct port_entry *entry)
{
    struct view name = module_name(*folder ? folder : ".", entry);
    if (name.len)
        add(c, name, "");
}

/* The modules in the package `package` (dotted; empty: at the top). */
static void complete_module(struct completion *c, value package)
{
    struct view p = str_view(package);
    if (p.len == 0)
        add_names(c, import_builtin_names());
    if (!ADDER_FILES)
        return;
    value it = get_iter(import_path());
    for (value folder; (folder = iter_next(it)) != STOP;) {
        char path[PORT_PATH_MAX];
        struct view f = is_str(unwrap(folder)) ? str_view(unwrap(folder)) : (struct view){"", PORT_PATH_MAX, true};
        if (f.len + 2 + p.len > sizeof path)
            continue;
        memcpy(path, f.data, f.len);
        size_t n = f.len;
        if (p.len && n)
            path[n++] = '/';
        for (size_t i = 0; i < p.len; i++)
            path[n++] = p.data[i] == '.' ? '/' : p.data[i];
        path[n] = 0;
        each_entry(c, path, add_module);
    }
}

/* What `from MODULE import` can have: the names of a module that is there, and modules of a package. */
static void complete_from(struct completion *c, value module)
{
    value m = dict_get(import_modules(), module);
    if (m == UNDEF)
        m = import_builtin(module);
    if (m != UNDEF)
        add_attributes(c, m);
    complete_module(c, module);
}

/* A line that begins with import or from; false: it is none. */
static bool complete_import(struct completion *c)
{
    size_t at = edit_line_start(c->e, c->e->cursor), end = c->e->cursor;
    while (at < end && edit_char(c->e, at) == ' ')
        at++;
    struct view line = {edit_at(c->e, at), end - at, false};
    bool from = starts_with(line, (struct view){"from ", 5, true});
    if (!from && !starts_with(line, (struct view){"import ", 7, true}))
        return false;
    word import = from ? search_forward(line.data, line.len, " import ", 8) : -1;
    size_t dotted = dotted_start(c, c->from);
    if (import >= 0) {
        size_t module_end = at + (size_t)import, module = dotted_start(c, module_end);
        complete_from(c, symbol_at(c, module, module_end));
    } else {
        complete_module(c, c->from > dotted ? symbol_at(c, dotted, c->from - 1) : SYMBOL(S_empty));
        if (from)
            c->end = " import ";
    }
    return true;
}

/* ---- paths ---- */

static void add_path(struct completion *c, const char *folder, const struct port_entry *entry)
{
    if (*entry->name == '.' && (word_of(c).len == 0 || !strcmp(entry->name, ".") || !strcmp(entry->name, "..")))
        return;
    (void)folder;
    add(c, (struct view){entry->name, strlen(entry->name), false}, (entry->mode & 0xf000) == 0x4000 ? "/" : "");
}

static void complete_path(struct completion *c, char quote)
{
    if (!ADDER_FILES)
        return;
    size_t start = c->e->cursor;
    while (start > 0 && edit_char(c->e, start - 1) != quote)
        start--;
    c->from = c->e->cursor;
    while (c->from > start && edit_char(c->e, c->from - 1) != '/')
        c->from--;
    char folder[PORT_PATH_MAX];
    size_t n = c->from - start;
    if (n >= sizeof folder)
        return;
    memcpy(folder, edit_at(c->e, start), n);
    folder[n] = 0;
    each_entry(c, folder, add_path);
}

/* ---- what comes of it ---- */

static value collect(void *arg)
{
    struct completion *c = arg;
    struct editor *e = c->e;
    struct scan s;
    scan_open(&s, 0);
    scan_text(&s, edit_at(e, 0), e->cursor, false);
    if (scan_in_string(&s)) {
        complete_path(c, s.quote);
    } else {
        while (c->from > 0 && edit_is_name(edit_char(e, c->from - 1)))
            c->from--;
        if (complete_import(c))
            ;
        else if (c->from > 0 && edit_char(e, c->from - 1) == '.')
            complete_attribute(c);
        else
            complete_name(c);
    }
    list_sort(list_of(c->matches), UNDEF, false);
    return NONE;
}

/* Drops the second of two equal neighbours. */
static void drop_doubles(struct list *l)
{
    for (uint32_t i = 1; i < l->len;) {
        if (str_equal(list_items(l)[i], list_items(l)[i - 1]))
            list_pop(l, i);
        else
            i++;
    }
}

/* How many bytes all matches begin with. In sorted ones, the first and the last tell. */
static size_t common_length(const struct list *l)
{
    struct view a = str_view(list_items(l)[0]), b = str_view(list_items(l)[l->len - 1]);
    size_t n = 0;
    while (n < a.len && n < b.len && a.data[n] == b.data[n])
        n++;
    while (n < a.len && n > 0 && !utf8_is_start(a.data[n]))
        n--;
    return n;
}

static void show_matches(struct editor *e, const struct list *l)
{
    size_t longest = 0, column = 0;
    for (uint32_t i = 0; i < l->len; i++) {
        size_t n = str_chars(list_items(l)[i]);
        longest = n > longest ? n : longest;
    }
    size_t step = longest / 16 * 16 + 16, width = e->screen.width ? e->screen.width : 80;
    screen_leave(e);
    for (uint32_t i = 0; i < l->len && i < MATCHES_MAX; i++) {
        struct view v = str_view(list_items(l)[i]);
        if (column && column + longest > width) {
            console_put("\n", 1);
            column = 0;
        }
        console_put(v.data, v.len);
        column += step;
        bool more = i + 1 < l->len && column + longest <= width;
        for (size_t n = str_chars(list_items(l)[i]); more && n < step; n++)
            console_put(" ", 1);
    }
    if (l->len > MATCHES_MAX)
        console_put_z("\n...");
    console_put("\n", 1);
}

void complete_run(struct editor *e)
{
    struct completion c = {.e = e, .from = e->cursor, .matches = list_new(0, NULL), .end = ""};
    value failed;
    if (!protect(collect, &c, &failed))
        return;
    struct list *l = list_of(c.matches);
    drop_doubles(l);
    if (l->len == 0)
        return;
    size_t known = e->cursor - c.from, common = common_length(l);
    if (common > known || l->len == 1) {
        struct view v = str_view(list_items(l)[0]);
        edit_replace(e, e->cursor, e->cursor, v.data + known, common - known);
        if (l->len == 1)
            edit_replace(e, e->cursor, e->cursor, c.end, strlen(c.end));
    } else {
        show_matches(e, l);
    }
}

#endif
