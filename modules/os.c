/* The module os: folders, files by name, the environment. os.path is in os_path.c. */
#include "object/layout.h"
#include "runtime/file.h"
#include "runtime/record.h"

/* Calls a function of the port with a path: OSError names it. */
static value with_path(value path, int (*fn)(const char *))
{
    char text[PORT_PATH_MAX];
    int result;
    path_copy(path, text);
    do
        result = fn(text);
    while (port_retry(result, path));
    return NONE;
}

/* ---- folders ---- */

static value os_getcwd(void)
{
    char text[PORT_PATH_MAX];
    int result = port_current_dir(text, sizeof text);
    if (result < 0)
        raise_os_error(-result, UNDEF);
    return codec_decode_z(text);
}

static value os_chdir(value path) { return with_path(path, port_change_dir); }
static value os_rmdir(value path) { return with_path(path, port_remove_dir); }
static value os_remove(value path) { return with_path(path, port_remove); }

/* mkdir(path, mode): the mode is the process's usual one. */
static value os_mkdir(size_t n, value *args)
{
    (void)n;
    return with_path(args[0], port_make_dir);
}

static value os_makedirs(size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym names[] = {S_name, S_mode, S_exist_ok};
    value v[3];
    char text[PORT_PATH_MAX];
    args_bind("makedirs", n, args, nkw, kwnames, 0, 3, names, 3, 1, v);
    path_copy(v[0], text);
    size_t len = strlen(text);
    while (len > 1 && text[len - 1] == '/')
        text[--len] = 0;
    struct port_stat st;
    for (char *at = text + 1; *at; at++) {
        if (*at != '/')
            continue;
        *at = 0;
        if (port_stat(text, &st, true) < 0) {
            int result = port_make_dir(text);
            if (result < 0)
                raise_os_error(-result, v[0]);
        }
        *at = '/';
    }
    int result = port_make_dir(text);
    bool fine = v[2] != UNDEF && truth(v[2]) && port_stat(text, &st, true) == 0 && (st.mode & 0xf000) == 0x4000;
    if (result < 0 && !fine)
        raise_os_error(-result, v[0]);
    return NONE;
}

static value os_rename(value from, value to)
{
    char a[PORT_PATH_MAX], b[PORT_PATH_MAX];
    path_copy(from, a);
    path_copy(to, b);
    int result = port_rename(a, b);
    if (result < 0)
        raise_os_error(-result, from);
    return NONE;
}

/* ---- walking a folder: ilistdir() ---- */

struct folder_iter {
    struct object head;
    void *dir; /* the port's; NULL: done */
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
    struct port_entry e;
    if (!folder_entry((struct folder_iter *)self, &e))
        return STOP;
    value v[3] = {codec_decode_z(e.name), from_int((word)(e.mode & 0xf000)), int_from_uint64(e.inode)};
    return tuple_new(3, v);
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

static value folder_open(size_t n, value *args)
{
    char text[PORT_PATH_MAX] = ".";
    value path = UNDEF;
    if (n && args[0] != NONE) {
        path = args[0];
        path_copy(path, text);
        if (!*text)
            strcpy(text, ".");
    }
    struct folder_iter *it = heap_object(&type_folder_iter, sizeof *it);
    heap_add_finaliser(&it->head);
    int result;
    do
        result = port_dir_open(text, &it->dir);
    while (port_retry(result, path));
    return from_ptr(it);
}

static value os_listdir(size_t n, value *args)
{
    value it = folder_open(n, args), names = list_new(0, NULL);
    struct port_entry e;
    while (folder_entry((struct folder_iter *)it, &e))
        list_append(list_of(names), codec_decode_z(e.name));
    return names;
}

/* ---- stat ---- */

static value stat_path(value path, bool follow)
{
    char text[PORT_PATH_MAX];
    struct port_stat st;
    int result;
    path_copy(path, text);
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

static value os_stat(value path) { return stat_path(path, true); }
static value os_lstat(value path) { return stat_path(path, false); }

static value os_statvfs(value path)
{
    char text[PORT_PATH_MAX];
    struct port_statvfs st;
    path_copy(path, text);
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

/* ---- the environment ---- */

static value os_environ(void)
{
    if (runtime.environ == UNDEF) {
        struct dict *d = dict_new(0);
        runtime.environ = from_ptr(d);
        for (const char *const *e = port_environment(); e && *e; e++) {
            const char *equals = strchr(*e, '=');
            if (equals)
                dict_set(d, str_new(*e, (size_t)(equals - *e)), codec_decode_z(equals + 1));
        }
    }
    return runtime.environ;
}

static value os_getenv(size_t n, value *args)
{
    value fallback = n > 1 ? args[1] : NONE;
    if (runtime.environ != UNDEF) {
        value v = dict_get(dict_of(runtime.environ), args[0]);
        return v == UNDEF ? fallback : v;
    }
    char name[PORT_PATH_MAX];
    path_copy(args[0], name);
    const char *content = port_getenv(name);
    return content ? codec_decode_z(content) : fallback;
}

static value os_putenv(value name, value content)
{
    char a[PORT_PATH_MAX], b[PORT_PATH_MAX];
    path_copy(name, a);
    path_copy(content, b);
    int result = port_setenv(a, b);
    if (result < 0)
        raise_os_error(-result, UNDEF);
    if (runtime.environ != UNDEF)
        dict_set(dict_of(runtime.environ), name, content);
    return NONE;
}

static value os_unsetenv(value name)
{
    char a[PORT_PATH_MAX];
    path_copy(name, a);
    int result = port_setenv(a, NULL);
    if (result < 0)
        raise_os_error(-result, UNDEF);
    if (runtime.environ != UNDEF)
        dict_delete(dict_of(runtime.environ), name);
    return NONE;
}

/* ---- the rest ---- */

static value os_urandom(value size)
{
    word n = need_word(size);
    uint8_t *data;
    if (n < 0)
        raise_value_error("negative argument not allowed");
    value v = bytes_make((size_t)n, &data);
    port_entropy(data, (size_t)n);
    return v;
}

static value os_system(value command)
{
    char text[PORT_PATH_MAX];
    path_copy(command, text);
    port_console_flush();
    return from_int(port_system(text));
}

static value os_getpid(void)
{
    return from_int(port_process_id());
}

static value os_uname(void)
{
    struct port_uname u;
    port_uname(&u);
    value v[5] = {codec_decode_z(u.system), codec_decode_z(u.node), codec_decode_z(u.release),
                  codec_decode_z(u.version), codec_decode_z(u.machine)};
    return record_new(RECORD_UNAME, v);
}

static value os_sync(void)
{
    port_sync();
    return NONE;
}

static value os_strerror(value number)
{
    const char *text = port_error_text(need_int(number));
    return text ? str_new(text, strlen(text)) : str_format_c("Unknown error %d", need_int(number));
}

static value os_fspath(value v)
{
    if (is_bytes(unwrap(v)))
        return v;
    return file_path(v);
}

static value os_isatty(value file)
{
    return from_bool(port_is_terminal(need_int(file)));
}

static value os_getattr(value module, value name)
{
    (void)module;
    switch (sym_of(name)) {
    case S_path: return import_builtin(SYMBOL(S_os_path));
    case S_environ: return os_environ();
    default: return UNDEF;
    }
}

FUN0(os_getcwd_function, getcwd, os_getcwd);
FUN1(os_chdir_function, chdir, os_chdir);
FUN1(os_rmdir_function, rmdir, os_rmdir);
FUN1(os_remove_function, remove, os_remove);
FUNV(os_mkdir_function, mkdir, 1, 2, os_mkdir);
FUNK(os_makedirs_function, makedirs, 0, 3, os_makedirs);
FUN2(os_rename_function, rename, os_rename);
FUNV(os_ilistdir_function, ilistdir, 0, 1, folder_open);
FUNV(os_listdir_function, listdir, 0, 1, os_listdir);
FUN1(os_stat_function, stat, os_stat);
FUN1(os_lstat_function, lstat, os_lstat);
FUN1(os_statvfs_function, statvfs, os_statvfs);
FUNV(os_getenv_function, getenv, 1, 2, os_getenv);
FUN2(os_putenv_function, putenv, os_putenv);
FUN1(os_unsetenv_function, unsetenv, os_unsetenv);
FUN1(os_urandom_function, urandom, os_urandom);
FUN1(os_system_function, system, os_system);
FUN0(os_getpid_function, getpid, os_getpid);
FUN0(os_uname_function, uname, os_uname);
FUN0(os_sync_function, sync, os_sync);
FUN1(os_strerror_function, strerror, os_strerror);
FUN1(os_fspath_function, fspath, os_fspath);
FUN1(os_isatty_function, isatty, os_isatty);

static const struct attr os_attrs[] = {
    ATTR(getcwd, os_getcwd_function),
    ATTR(chdir, os_chdir_function),
    ATTR(rmdir, os_rmdir_function),
    ATTR(remove, os_remove_function),
    ATTR(unlink, os_remove_function),
    ATTR(mkdir, os_mkdir_function),
    ATTR(makedirs, os_makedirs_function),
    ATTR(rename, os_rename_function),
    ATTR(replace, os_rename_function),
    ATTR(ilistdir, os_ilistdir_function),
    ATTR(listdir, os_listdir_function),
    ATTR(stat, os_stat_function),
    ATTR(lstat, os_lstat_function),
    ATTR(statvfs, os_statvfs_function),
    ATTR(getenv, os_getenv_function),
    ATTR(putenv, os_putenv_function),
    ATTR(unsetenv, os_unsetenv_function),
    ATTR(urandom, os_urandom_function),
    ATTR(system, os_system_function),
    ATTR(getpid, os_getpid_function),
    ATTR(uname, os_uname_function),
    ATTR(sync, os_sync_function),
    ATTR(strerror, os_strerror_function),
    ATTR(fspath, os_fspath_function),
    ATTR(isatty, os_isatty_function),
    ATTR(error, type_OSError),
    ATTR_VALUE(name, SYMBOL(S_posix)),
    ATTR_VALUE(sep, SYMBOL('/')),
    ATTR_VALUE(pathsep, SYMBOL(':')),
    ATTR_VALUE(linesep, SYMBOL('\n')),
    ATTR_VALUE(curdir, SYMBOL('.')),
    ATTR_VALUE(pardir, SYMBOL(S_dot_dot)),
    ATTR_VALUE(extsep, SYMBOL('.')),
    ATTR_VALUE(devnull, SYMBOL(S_dev_null)),
};

const struct module_def module_os = {
    .name = SYMBOL(S_os),
    .attrs = os_attrs,
    .nattrs = sizeof os_attrs / sizeof os_attrs[0],
    .getattr = os_getattr,
};
