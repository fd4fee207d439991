/* VfsPosix: the port's own files as a file system. */
#include <errno.h>

#include "runtime/record.h"
#include "vfs.h"

const struct posix_fs ROM_OBJECT posix_all = {.head = {&type_VfsPosix}};

static const struct posix_fs *posix_of(value self)
{
    if (!is_type(self, &type_VfsPosix))
        raise_type_error("a VfsPosix is required, not '%t'", self);
    return (const struct posix_fs *)self;
}

value posix_native(const struct posix_fs *fs, value path)
{
    if (fs->root == UNDEF)
        return path;
    value s = file_path(path);
    struct view v = str_view(s);
    return v.len && *v.data == '/' ? str_concat(fs->root, s) : s;
}

enum access { LOOK, CHANGE };

/* The port's path for an argument of a method. OSError (EROFS, ENAMETOOLONG). */
static void posix_path(value self, value path, enum access access, char out[PORT_PATH_MAX])
{
    const struct posix_fs *fs = posix_of(self);
    if (access == CHANGE && fs->readonly)
        raise_os_error(EROFS, path);
    path_copy(posix_native(fs, path), out);
}

/* Calls a function of the port with a path: OSError names it. */
static value with_path(value self, value path, enum access access, int (*fn)(const char *))
{
    char text[PORT_PATH_MAX];
    int result;
    posix_path(self, path, access, text);
    do
        result = fn(text);
    while (port_retry(result, path));
    return NONE;
}

static value posix_chdir(value self, value path) { return with_path(self, path, LOOK, port_change_dir); }
static value posix_rmdir(value self, value path) { return with_path(self, path, CHANGE, port_remove_dir); }
static value posix_remove(value self, value path) { return with_path(self, path, CHANGE, port_remove); }
static value posix_mkdir(value self, value path) { return with_path(self, path, CHANGE, port_make_dir); }

static value posix_rename(value self, value from, value to)
{
    char a[PORT_PATH_MAX], b[PORT_PATH_MAX];
    posix_path(self, from, CHANGE, a);
    posix_path(self, to, CHANGE, b);
    int result = port_rename(a, b);
    if (result < 0)
        raise_os_error(-result, from);
    return NONE;
}

static value posix_getcwd(value self)
{
    const struct posix_fs *fs = posix_of(self);
    char text[PORT_PATH_MAX];
    int result = port_current_dir(text, sizeof text);
    if (result < 0)
        raise_os_error(-result, UNDEF);
    struct view root = fs->root == UNDEF ? (struct view){0} : str_view(fs->root);
    if (root.len && root.len <= strlen(text) && !memcmp(text, root.data, root.len) &&
        (!text[root.len] || text[root.len] == '/'))
        return codec_decode_z(text[root.len] ? text + root.len : "/");
    return codec_decode_z(text);
}

static value posix_open(value self, value path, value mode)
{
    const struct posix_fs *fs = posix_of(self);
    struct view m = need_str(mode, "mode");
    for (size_t i = 0; fs->readonly && i < m.len; i++)
        if (memchr("wax+", m.data[i], 4))
            raise_os_error(EROFS, path);
    value args[2] = {posix_native(fs, path), mode};
    return file_open_native(2, args, 0, NULL);
}

/* ---- walking a folder ---- */

struct folder_iter {
    struct object head;
    void *dir;   /* the port's; NULL: done */
    bool bytes;  /* names as bytes, since the path was */
};

static void folder_close(struct folder_iter *it)
{
    if (it->dir)
        port_dir_close(it->dir);
    it->dir = NULL;
}

static void folder_finalise(struct object *o)
{
    folder_close((struct folder_iter *)o);
}

static bool folder_entry(struct folder_iter *it, struct port_entry *e)
{
    while (it->dir) {
        int result = port_dir_next(it->dir, e);
        if (result <= 0) {
            folder_close(it);
            if (result < 0)
                raise_os_error(-result, UNDEF);
            return false;
        }
        if (strcmp(e->name, ".") && strcmp(e->name, ".."))
            return true;
    }
    return false;
}

static value folder_next(value self)
{
    struct folder_iter *it = (struct folder_iter *)self;
    struct port_entry e;
    if (!folder_entry(it, &e))
        return STOP;
    value name = it->bytes ? bytes_new((const uint8_t *)e.name, strlen(e.name)) : codec_decode_z(e.name);
    value v[4] = {name, from_int((word)(e.mode & KIND_MASK)), int_from_uint64(e.inode), int_from_uint64(e.size)};
    return tuple_new(4, v);
}

static value folder_self(value self)
{
    return self;
}

static const struct slots folder_slots = {
    .size = sizeof(struct folder_iter),
    .finalise = folder_finalise,
    .iter = folder_self,
    .next = folder_next,
};
static const struct type type_folder_iter = {
    .head = {&type_type},
    .slots = &folder_slots,
    .name = SYMBOL(S_iterator),
    .base = &type_object,
};

static value posix_ilistdir(value self, value path)
{
    char text[PORT_PATH_MAX];
    posix_path(self, path, LOOK, text);
    if (!*text)
        memcpy(text, ".", 2);
    struct folder_iter *it = heap_object(&type_folder_iter, sizeof *it);
    heap_add_finaliser(&it->head);
    it->bytes = is_bytes(unwrap(path));
    int result;
    do
        result = port_dir_open(text, &it->dir);
    while (port_retry(result, path));
    return from_ptr(it);
}

/* ---- stat ---- */

value posix_stat(const struct posix_fs *fs, value path, bool follow)
{
    char text[PORT_PATH_MAX];
    struct port_stat st;
    int result;
    posix_path(from_ptr(fs), path, LOOK, text);
    if (!*text) /* as on a device, where host tools ask so for the current folder */
        memcpy(text, ".", 2);
    do
        result = port_stat(text, &st, follow);
    while (port_retry(result, path));
    value v[10] = {
        from_int((word)st.mode),      int_from_uint64(st.inode), int_from_uint64(st.device),
        int_from_uint64(st.links),    int_from_uint64(st.uid),   int_from_uint64(st.gid),
        int_from_uint64(st.size),     int_from_int64(st.atime),  int_from_int64(st.mtime),
        int_from_int64(st.ctime),
    };
    return record_new(RECORD_STAT, v);
}

static value posix_stat_method(value self, value path)
{
    return posix_stat(posix_of(self), path, true);
}

static value posix_statvfs(value self, value path)
{
    char text[PORT_PATH_MAX];
    struct port_statvfs st;
    posix_path(self, path, LOOK, text);
    int result = port_statvfs(text, &st);
    if (result < 0)
        raise_os_error(-result, path);
    value v[10] = {
        int_from_uint64(st.block_size), int_from_uint64(st.fragment_size),   int_from_uint64(st.blocks),
        int_from_uint64(st.free),       int_from_uint64(st.available),       int_from_uint64(st.files),
        int_from_uint64(st.files_free), int_from_uint64(st.files_available), int_from_uint64(st.flags),
        int_from_uint64(st.name_max),
    };
    return record_new(RECORD_STATVFS, v);
}

/* ---- the type ---- */

static value posix_mount(value self, value readonly, value mkfs)
{
    (void)mkfs;
    ((struct posix_fs *)posix_of(self))->readonly = truth(readonly);
    return NONE;
}

static value posix_umount(value self)
{
    posix_of(self);
    return NONE;
}

/* VfsPosix(root): a relative root is seen from where the program is now. */
static value posix_make(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    (void)kwnames;
    args_count("VfsPosix", n, nkw, 0, 1);
    value root = n ? file_path(args[0]) : SYMBOL(S_empty);
    struct view v = str_view(root);
    if (v.len && *v.data != '/')
        root = str_format_c("%v/%v", posix_getcwd(from_ptr(&posix_all)), root);
    v = str_view(root);
    while (v.len && v.data[v.len - 1] == '/')
        v.len--;
    root = v.len ? str_new(v.data, v.len) : UNDEF;
    struct posix_fs *fs = heap_object(t, sizeof *fs);
    fs->root = root;
    return from_ptr(fs);
}

static void posix_trace(struct object *o)
{
    heap_visit(&((struct posix_fs *)o)->root);
}

METHOD3(posix_mount_method, mount, posix_mount);
METHOD1(posix_umount_method, umount, posix_umount);
METHOD3(posix_open_method, open, posix_open);
METHOD2(posix_chdir_method, chdir, posix_chdir);
METHOD1(posix_getcwd_method, getcwd, posix_getcwd);
METHOD2(posix_ilistdir_method, ilistdir, posix_ilistdir);
METHOD2(posix_mkdir_method, mkdir, posix_mkdir);
METHOD2(posix_remove_method, remove, posix_remove);
METHOD3(posix_rename_method, rename, posix_rename);
METHOD2(posix_rmdir_method, rmdir, posix_rmdir);
METHOD2(posix_stat_method_object, stat, posix_stat_method);
METHOD2(posix_statvfs_method, statvfs, posix_statvfs);

static const struct attr posix_attrs[] = {
    ATTR(mount, posix_mount_method),
    ATTR(umount, posix_umount_method),
    ATTR(open, posix_open_method),
    ATTR(chdir, posix_chdir_method),
    ATTR(getcwd, posix_getcwd_method),
    ATTR(ilistdir, posix_ilistdir_method),
    ATTR(mkdir, posix_mkdir_method),
    ATTR(remove, posix_remove_method),
    ATTR(rename, posix_rename_method),
    ATTR(rmdir, posix_rmdir_method),
    ATTR(stat, posix_stat_method_object),
    ATTR(statvfs, posix_statvfs_method),
};

static const struct slots posix_slots = {
    .size = sizeof(struct posix_fs),
    .trace = posix_trace,
    .make = posix_make,
};
const struct type type_VfsPosix = {
    .head = {&type_type},
    .slots = &posix_slots,
    .name = SYMBOL(S_VfsPosix),
    TYPE_ATTRS(posix_attrs),
    .base = &type_object,
};
