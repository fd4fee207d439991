/* The module os.path: paths as texts, by the POSIX rules, and simple questions about files. */
#include "object/layout.h"
#include "runtime/file.h"

static struct view need_path(value *v)
{
    *v = file_path(*v);
    return str_view(*v);
}

static value piece(struct view s, size_t from, size_t to)
{
    return str_new(s.data + from, to - from);
}

/* ---- texts ---- */

static value path_join(size_t n, value *args)
{
    size_t first = 0;
    for (size_t i = 0; i < n; i++) { /* an absolute part begins anew */
        struct view s = need_path(&args[i]);
        if (s.len && *s.data == '/')
            first = i;
    }
    struct printer p;
    printer_init(&p);
    bool slash = true; /* none is needed before the first */
    for (size_t i = first; i < n; i++) {
        struct view s = str_view(args[i]);
        if (!slash)
            print_text(&p, "/", 1);
        print_value(&p, args[i]);
        slash = s.len ? s.data[s.len - 1] == '/' : slash || i > first;
    }
    return printer_str(&p);
}

/* Where the last part begins. */
static size_t base_start(struct view s)
{
    size_t n = s.len;
    while (n && s.data[n - 1] != '/')
        n--;
    return n;
}

/* Where what is before the last part ends: without slashes, unless it is nothing else. */
static size_t head_end(struct view s)
{
    size_t base = base_start(s), n = base;
    while (n && s.data[n - 1] == '/')
        n--;
    return n ? n : base;
}

static value path_basename(value v)
{
    struct view s = need_path(&v);
    return piece(s, base_start(s), s.len);
}

static value path_dirname(value v)
{
    struct view s = need_path(&v);
    return piece(s, 0, head_end(s));
}

static value path_split(value v)
{
    struct view s = need_path(&v);
    value pair[2] = {piece(s, 0, head_end(s)), UNDEF};
    pair[1] = piece(s, base_start(s), s.len);
    return tuple_new(2, pair);
}

static value path_splitext(value v)
{
    struct view s = need_path(&v);
    size_t base = base_start(s), first = base, dot = s.len;
    while (first < s.len && s.data[first] == '.') /* leading dots are no extension */
        first++;
    for (size_t i = s.len; i > first; i--) {
        if (s.data[i - 1] == '.') {
            dot = i - 1;
            break;
        }
    }
    value pair[2] = {piece(s, 0, dot), UNDEF};
    pair[1] = piece(s, dot, s.len);
    return tuple_new(2, pair);
}

static value path_isabs(value v)
{
    struct view s = need_path(&v);
    return from_bool(s.len && *s.data == '/');
}

/* Removes empty parts, "." and "..". */
static value path_normpath(value v)
{
    struct view s = need_path(&v);
    size_t root = 0, n = 0;
    while (root < s.len && s.data[root] == '/')
        root++;
    if (root > 2 || root == 0)
        root = root > 0;
    value text = bytearray_new((const uint8_t *)s.data, s.len); /* the result is never longer */
    char *out = ((struct bytearray *)text)->owner.buf;
    for (size_t at = root; at < s.len;) {
        const char *slash = memchr(s.data + at, '/', s.len - at);
        size_t end = slash ? (size_t)(slash - s.data) : s.len, len = end - at;
        const char *part = s.data + at;
        at = end + 1;
        if (len == 0 || (len == 1 && *part == '.'))
            continue;
        if (len == 2 && part[0] == '.' && part[1] == '.') {
            size_t last = n;
            while (last && out[root + last - 1] != '/')
                last--;
            bool climbs = n - last == 2 && out[root + last] == '.' && out[root + last + 1] == '.';
            if (n && !climbs) {
                n = last ? last - 1 : 0;
                continue;
            }
            if (!n && root)
                continue;
        }
        if (n)
            out[root + n++] = '/';
        memcpy(out + root + n, part, len);
        n += len;
    }
    return root + n ? str_new(out, root + n) : SYMBOL('.');
}

static value path_abspath(value v)
{
    struct view s = need_path(&v);
    if (s.len && *s.data == '/')
        return path_normpath(v);
    char here[PORT_PATH_MAX];
    int result = port_current_dir(here, sizeof here);
    if (result < 0)
        raise_os_error(-result, UNDEF);
    return path_normpath(str_format_c("%s/%v", here, v));
}

static value path_expanduser(value v)
{
    struct view s = need_path(&v);
    const char *home = port_getenv("HOME");
    if (!home || !s.len || *s.data != '~' || (s.len > 1 && s.data[1] != '/'))
        return v;
    return str_format_c("%s%v", home, piece(s, 1, s.len));
}

/* ---- questions ---- */

static value has_kind(value v, uint32_t kind, bool follow)
{
    struct port_stat st;
    return from_bool(file_stat(v, &st, follow) == 0 && (st.mode & 0xf000) == kind);
}

static value path_exists(value v)
{
    struct port_stat st;
    return from_bool(file_stat(v, &st, true) == 0);
}

static value path_isdir(value v) { return has_kind(v, 0x4000, true); }
static value path_isfile(value v) { return has_kind(v, 0x8000, true); }
static value path_islink(value v) { return has_kind(v, 0xa000, false); }

static struct port_stat need_stat(value v)
{
    struct port_stat st;
    int result = file_stat(v, &st, true);
    if (result < 0)
        raise_os_error(-result, v);
    return st;
}

static value path_getsize(value v)
{
    struct port_stat st = need_stat(v);
    return int_from_uint64(st.size);
}

static value path_getmtime(value v)
{
    struct port_stat st = need_stat(v);
    return from_real((real)st.mtime);
}

FUNV(path_join_function, join, 1, 255, path_join);
FUN1(path_basename_function, basename, path_basename);
FUN1(path_dirname_function, dirname, path_dirname);
FUN1(path_split_function, split, path_split);
FUN1(path_splitext_function, splitext, path_splitext);
FUN1(path_isabs_function, isabs, path_isabs);
FUN1(path_normpath_function, normpath, path_normpath);
FUN1(path_abspath_function, abspath, path_abspath);
FUN1(path_expanduser_function, expanduser, path_expanduser);
FUN1(path_exists_function, exists, path_exists);
FUN1(path_isdir_function, isdir, path_isdir);
FUN1(path_isfile_function, isfile, path_isfile);
FUN1(path_islink_function, islink, path_islink);
FUN1(path_getsize_function, getsize, path_getsize);
FUN1(path_getmtime_function, getmtime, path_getmtime);

static const struct attr path_attrs[] = {
    ATTR(join, path_join_function),
    ATTR(basename, path_basename_function),
    ATTR(dirname, path_dirname_function),
    ATTR(split, path_split_function),
    ATTR(splitext, path_splitext_function),
    ATTR(isabs, path_isabs_function),
    ATTR(normpath, path_normpath_function),
    ATTR(abspath, path_abspath_function),
    ATTR(expanduser, path_expanduser_function),
    ATTR(exists, path_exists_function),
    ATTR(isdir, path_isdir_function),
    ATTR(isfile, path_isfile_function),
    ATTR(islink, path_islink_function),
    ATTR(getsize, path_getsize_function),
    ATTR(getmtime, path_getmtime_function),
    ATTR_VALUE(sep, SYMBOL('/')),
};

const struct module_def module_os_path = {
    .name = SYMBOL(S_os_path),
    .attrs = path_attrs,
    .nattrs = sizeof path_attrs / sizeof path_attrs[0],
};
