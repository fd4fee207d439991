/* The mount table: which file system a path belongs to, and the module vfs. */
#include <errno.h>

#include "vfs.h"

/* runtime.mounts is the table: a list of tuples (fs, mount point), UNDEF as long as only the port's files are there.
 * runtime.mount_here is the row of the current folder; None: the folder "/" with nothing mounted there. */

static const struct path_hooks hooks;

static size_t mount_count(void)
{
    return runtime.mounts == UNDEF ? 0 : list_of(runtime.mounts)->len;
}

static value mount_row(size_t i) { return list_items(list_of(runtime.mounts))[i]; }
static value row_fs(value row) { return tuple_of(row)->items[0]; }
static value row_point(value row) { return tuple_of(row)->items[1]; }

static void make_table(void)
{
    if (runtime.mounts != UNDEF)
        return;
    struct posix_fs *all = heap_object(&type_VfsPosix, sizeof *all);
    value row = tuple_pair(from_ptr(all), SYMBOL('/'));
    runtime.mounts = list_new(1, &row);
    runtime.mount_here = row;
    path_hooks = &hooks;
}

/* ---- finding ---- */

static bool is_top(struct view path)
{
    for (size_t i = 0; i < path.len; i++)
        if (path.data[i] != '/')
            return false;
    return path.len > 0;
}

/* Whether path is this mount point or lies under it. */
static bool is_under(struct view path, struct view point)
{
    if (point.len == 1)
        return true;
    return path.len >= point.len && !memcmp(path.data, point.data, point.len) &&
           (path.len == point.len || path.data[point.len] == '/');
}

/* The row of the longest mount point that an absolute path begins with, and how many bytes of the path that takes. */
static value longest_match(struct view path, size_t *taken)
{
    value row = UNDEF;
    size_t best = 0;
    for (size_t i = 0; i < mount_count(); i++) {
        struct view point = str_view(row_point(mount_row(i)));
        if (point.len > best && is_under(path, point)) {
            best = point.len;
            row = mount_row(i);
        }
    }
    *taken = best > 1 ? best : 0;
    return row;
}

static void find_absolute(value path, struct place *out)
{
    struct view p = str_view(path);
    size_t taken;
    value row = longest_match(p, &taken);
    *out = (struct place){row, row == UNDEF ? UNDEF : row_fs(row), path, path};
    if (taken)
        out->path = p.len == taken ? SYMBOL('/') : str_new(p.data + taken, p.len - taken);
}

static bool is_whole_port(value fs)
{
    return is_type(fs, &type_VfsPosix) && ((struct posix_fs *)fs)->root == UNDEF;
}

/* base, a slash and path, which may begin with "./". */
static value join(value base, value path)
{
    struct view b = str_view(base), p = str_view(path);
    while (p.len && *p.data == '.' && (p.len == 1 || p.data[1] == '/')) {
        size_t skip = p.len == 1 ? 1 : 2;
        p.data += skip;
        p.len -= skip;
    }
    while (b.len && b.data[b.len - 1] == '/')
        b.len--;
    return str_format_c("%v/%v", str_new(b.data, b.len), str_new(p.data, p.len));
}

void vfs_find(value path, struct place *out)
{
    if (runtime.mounts == UNDEF) {
        *out = (struct place){UNDEF, from_ptr(&posix_all), path, UNDEF};
        return;
    }
    value s = file_path(path), here = runtime.mount_here;
    struct view v = str_view(s);
    if (v.len && *v.data == '/') {
        find_absolute(s, out);
        return;
    }
    if (here == NONE) {
        find_absolute(join(SYMBOL(S_empty), s), out);
        return;
    }
    value fs = row_fs(here), absolute = UNDEF;
    if (is_whole_port(fs)) { /* another file system may be mounted below the current folder */
        absolute = join(vfs_getcwd(), s);
        find_absolute(absolute, out);
        if (out->mount != here)
            return;
    }
    *out = (struct place){here, fs, s, absolute};
}

static void find_mounted(value path, struct place *out)
{
    vfs_find(path, out);
    if (out->fs == UNDEF)
        raise_os_error(ENODEV, path);
}

/* ---- what os does with paths ---- */

/* Whether a place is the mount point of a file system that is not the port's. */
static bool is_mount_point(const struct place *p)
{
    return p->mount != UNDEF && !is_type(p->fs, &type_VfsPosix) && is_str(p->path) && is_top(str_view(p->path));
}

value vfs_call(value name, value path)
{
    struct place p;
    find_mounted(path, &p);
    if (is_mount_point(&p)) { /* not for the file system to make or to remove */
        if (name == SYMBOL(S_mkdir))
            raise_os_error(EEXIST, path);
        if (name == SYMBOL(S_rmdir) || name == SYMBOL(S_remove))
            raise_os_error(EINVAL, path);
    }
    return call_method(p.fs, name, 1, &p.path);
}

value vfs_rename(value from, value to)
{
    struct place a, b;
    find_mounted(from, &a);
    find_mounted(to, &b);
    if (a.fs != b.fs)
        raise_os_error(EXDEV, from);
    value paths[2] = {a.path, b.path};
    return call_method(a.fs, SYMBOL(S_rename), 2, paths);
}

/* A tuple of ten numbers, 0 but for the first or the last: what there is to say of "/" with nothing mounted there. */
static value top_numbers(int first, int last)
{
    value v[10];
    for (size_t i = 0; i < 10; i++)
        v[i] = from_int(i == 0 ? first : i == 9 ? last : 0);
    return tuple_new(10, v);
}

value vfs_statvfs(value path)
{
    struct place p;
    vfs_find(path, &p);
    if (p.fs == UNDEF && is_top(str_view(p.absolute)))
        return top_numbers(0, 255);
    return vfs_call(SYMBOL(S_statvfs), path);
}

value vfs_stat(value path, bool follow)
{
    struct place p;
    vfs_find(path, &p);
    if (p.fs == UNDEF ? is_top(str_view(p.absolute)) : is_mount_point(&p))
        return top_numbers(FOLDER, 0);
    if (p.fs == UNDEF)
        raise_os_error(ENODEV, path);
    if (is_type(p.fs, &type_VfsPosix))
        return posix_stat((struct posix_fs *)p.fs, p.path, follow);
    return call_method(p.fs, SYMBOL(S_stat), 1, &p.path);
}

value vfs_getcwd(void)
{
    if (runtime.mounts == UNDEF)
        return call_method(from_ptr(&posix_all), SYMBOL(S_getcwd), 0, NULL);
    value here = runtime.mount_here;
    if (here == NONE)
        return SYMBOL('/');
    value folder = call_method(row_fs(here), SYMBOL(S_getcwd), 0, NULL), point = row_point(here);
    struct view v = need_str(folder, "getcwd() result");
    if (point == SYMBOL('/'))
        return v.len && *v.data == '/' ? folder : str_concat(point, folder);
    return is_top(v) ? point : str_concat(point, folder);
}

value vfs_chdir(value path)
{
    struct place p;
    vfs_find(path, &p);
    if (p.fs == UNDEF && is_top(str_view(p.absolute))) {
        runtime.mount_here = NONE;
        return NONE;
    }
    if (p.fs == UNDEF)
        raise_os_error(ENODEV, path);
    call_method(p.fs, SYMBOL(S_chdir), 1, &p.path);
    if (p.mount != UNDEF)
        runtime.mount_here = p.mount;
    return NONE;
}

/* The names of the mount points in a folder, as a list of what ilistdir() yields. */
static value mount_points_in(value folder)
{
    value found = list_new(0, NULL);
    struct view f = str_view(folder);
    while (f.len && f.data[f.len - 1] == '/')
        f.len--;
    for (size_t i = 0; i < mount_count(); i++) {
        struct view p = str_view(row_point(mount_row(i)));
        if (p.len <= f.len + 1 || memcmp(p.data, f.data, f.len) || p.data[f.len] != '/')
            continue;
        const char *name = p.data + f.len + 1;
        size_t n = p.len - f.len - 1;
        if (memchr(name, '/', n))
            continue;
        value v[3] = {str_new(name, n), from_int(FOLDER), from_int(0)};
        list_append(list_of(found), tuple_new(3, v));
    }
    return found;
}

/* The entries of a folder in which there are mount points: these first, and what they hide is left out. */
static value merge_entries(value points, const struct place *p)
{
    size_t n = list_of(points)->len;
    value it = get_iter(call_method(p->fs, SYMBOL(S_ilistdir), 1, &p->path));
    for (value entry; (entry = iter_next(it)) != STOP;) {
        value name = get_item(entry, from_int(0));
        bool hidden = false;
        for (size_t i = 0; i < n && !hidden; i++)
            hidden = equal(tuple_of(list_items(list_of(points))[i])->items[0], name);
        if (!hidden)
            list_append(list_of(points), entry);
    }
    return get_iter(points);
}

value vfs_ilistdir(value path)
{
    struct place p;
    vfs_find(path, &p);
    if (p.absolute != UNDEF) {
        value points = mount_points_in(p.absolute);
        if (p.fs == UNDEF && is_top(str_view(p.absolute)))
            return get_iter(points);
        if (p.fs != UNDEF && list_of(points)->len)
            return merge_entries(points, &p);
    }
    if (p.fs == UNDEF)
        raise_os_error(ENODEV, path);
    return get_iter(call_method(p.fs, SYMBOL(S_ilistdir), 1, &p.path));
}

/* ---- what the runtime does with paths ---- */

static value hook_native(value path)
{
    struct place p;
    vfs_find(path, &p);
    return p.fs != UNDEF && is_type(p.fs, &type_VfsPosix) ? posix_native((struct posix_fs *)p.fs, p.path) : UNDEF;
}

static value hook_open(value path, value mode, value *native)
{
    struct place p;
    find_mounted(path, &p);
    if (is_type(p.fs, &type_VfsPosix) && !((struct posix_fs *)p.fs)->readonly) {
        *native = posix_native((struct posix_fs *)p.fs, p.path);
        return UNDEF;
    }
    value v[2] = {p.path, mode};
    return call_method(p.fs, SYMBOL(S_open), 2, v);
}

struct stat_job {
    value path;
    bool follow;
};

static value stat_job(void *arg)
{
    struct stat_job *job = arg;
    return vfs_stat(job->path, job->follow);
}

static uint64_t stat_item(value st, int i)
{
    uint64_t n;
    return len_of(st) > i && int_to_uint64(need_integer(get_item(st, from_int(i))), &n) ? n : 0;
}

static int hook_stat(value path, struct port_stat *out, bool follow)
{
    value native = hook_native(path), st;
    if (native != UNDEF) {
        char text[PORT_PATH_MAX];
        path_copy(native, text);
        return port_stat(text, out, follow);
    }
    struct stat_job job = {path, follow};
    if (!protect(stat_job, &job, &st)) {
        if (!exception_matches(st, from_ptr(&type_OSError)))
            raise(st);
        value number = find_attr(st, SYMBOL(S_errno));
        return number != UNDEF && is_int(number) && int_of(number) > 0 ? -(int)int_of(number) : -EIO;
    }
    *out = (struct port_stat){
        .mode = (uint32_t)stat_item(st, 0), .inode = stat_item(st, 1), .device = stat_item(st, 2),
        .links = stat_item(st, 3), .uid = (uint32_t)stat_item(st, 4), .gid = (uint32_t)stat_item(st, 5),
        .size = stat_item(st, 6), .atime = (int64_t)stat_item(st, 7), .mtime = (int64_t)stat_item(st, 8),
        .ctime = (int64_t)stat_item(st, 9),
    };
    return 0;
}

/* (Used while a traceback is printed: it must do without memory.) */
static bool hook_port_path(struct view path, char out[PORT_PATH_MAX])
{
    bool absolute = path.len && *path.data == '/';
    size_t taken = 0;
    value row = absolute ? longest_match(path, &taken) : runtime.mount_here;
    if (row == UNDEF || row == NONE || !is_type(row_fs(row), &type_VfsPosix))
        return false;
    value root = ((struct posix_fs *)row_fs(row))->root;
    struct view r = root == UNDEF || !absolute ? (struct view){"", 0, true} : str_view(root);
    size_t n = path.len - taken;
    if (r.len + n >= PORT_PATH_MAX)
        return false;
    memcpy(out, r.data, r.len);
    memcpy(out + r.len, path.data + taken, n);
    out[r.len + n] = 0;
    return true;
}

static const struct path_hooks hooks = {hook_native, hook_port_path, hook_open, hook_stat};

/* ---- mounting ---- */

/* A mount point as the table has it. OSError (EINVAL): it does not begin with "/". */
static value point_of(value v)
{
    value path = file_path(v);
    struct view p = str_view(path);
    if (!p.len || *p.data != '/')
        raise_os_error(EINVAL, v);
    if (is_top(p))
        return SYMBOL('/');
    while (p.data[p.len - 1] == '/')
        p.len--;
    return str_new(p.data, p.len);
}

value vfs_mount(size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym names[] = {0, 0, S_readonly, S_mkfs};
    value v[4];
    if (n == 0 && nkw == 0) {
        make_table();
        return list_from_iterable(runtime.mounts);
    }
    args_bind("mount", n, args, nkw, kwnames, 0, 4, names, 2, 2, v);
    value fs = v[0], point = point_of(v[1]);
    make_table();
    for (size_t i = 0; i < mount_count(); i++)
        if (str_equal(row_point(mount_row(i)), point))
            raise_os_error(EPERM, v[1]);
    if (find_attr(fs, SYMBOL(S_mount)) == UNDEF) /* a block device, with a file system that nobody here knows */
        raise_os_error(ENODEV, v[1]);
    value flags[2] = {from_bool(v[2] != UNDEF && truth(v[2])), from_bool(v[3] != UNDEF && truth(v[3]))};
    call_method(fs, SYMBOL(S_mount), 2, flags);
    list_append(list_of(runtime.mounts), tuple_pair(fs, point));
    return NONE;
}

value vfs_umount(value what)
{
    bool by_name = is_str(unwrap(what));
    value point = by_name ? point_of(what) : UNDEF;
    make_table();
    struct list *table = list_of(runtime.mounts);
    size_t i = 0;
    while (i < table->len && (by_name ? !str_equal(row_point(mount_row(i)), point) : row_fs(mount_row(i)) != what))
        i++;
    if (i == table->len)
        raise_os_error(EINVAL, by_name ? what : UNDEF);
    value row = list_pop(table, i);
    if (runtime.mount_here == row) {
        struct place top;
        find_absolute(SYMBOL('/'), &top);
        runtime.mount_here = top.mount == UNDEF ? NONE : top.mount;
    }
    return call_method(row_fs(row), SYMBOL(S_umount), 0, NULL);
}

/* ---- the module vfs ---- */

/* rom_ioctl(operation, id, ...): there are no ROM partitions, so 1 says 0, and all others fail. */
static value vfs_rom_ioctl(size_t n, value *args)
{
    (void)n;
    switch (need_word(args[0])) {
    case 1: return from_int(0);
    case 2: case 3: case 4: case 5: case 6: return from_int(-EINVAL);
    default: raise_os_error(EINVAL, UNDEF);
    }
}

FUNK(vfs_mount_function, mount, 0, 2, vfs_mount);
FUN1(vfs_umount_function, umount, vfs_umount);
FUNV(vfs_rom_ioctl_function, rom_ioctl, 1, 4, vfs_rom_ioctl);

static const struct attr vfs_attrs[] = {
    ATTR(mount, vfs_mount_function),
    ATTR(umount, vfs_umount_function),
    ATTR(rom_ioctl, vfs_rom_ioctl_function),
    ATTR(VfsPosix, type_VfsPosix),
};

const struct module_def module_vfs = {
    .name = SYMBOL(S_vfs),
    .attrs = vfs_attrs,
    .nattrs = sizeof vfs_attrs / sizeof vfs_attrs[0],
};
