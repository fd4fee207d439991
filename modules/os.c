/* The module os: folders, files by name, the environment. os.path is in os_path.c. */
#include "../vfs/vfs.h"
#include "runtime/record.h"

/* ---- folders and files: all by the file system that the path belongs to ---- */

static value os_rmdir(value path) { return vfs_call(SYMBOL(S_rmdir), path); }
static value os_remove(value path) { return vfs_call(SYMBOL(S_remove), path); }
static value os_stat(value path) { return vfs_stat(path, true); }
static value os_lstat(value path) { return vfs_stat(path, false); }

/* mkdir(path, mode): the mode is the process's usual one. */
static value os_mkdir(size_t n, value *args)
{
    (void)n;
    return vfs_call(SYMBOL(S_mkdir), args[0]);
}

static bool is_folder(value path)
{
    struct port_stat st;
    return file_stat(path, &st, true) == 0 && (st.mode & KIND_MASK) == FOLDER;
}

static value os_makedirs(size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym names[] = {S_name, S_mode, S_exist_ok};
    value v[3];
    args_bind("makedirs", n, args, nkw, kwnames, 0, 3, names, 3, 1, v);
    value path = file_path(v[0]);
    struct view p = str_view(path);
    while (p.len > 1 && p.data[p.len - 1] == '/')
        p.len--;
    for (size_t i = 1; i < p.len; i++) {
        if (p.data[i] != '/')
            continue;
        value part = str_new(p.data, i);
        struct port_stat st;
        if (file_stat(part, &st, true) < 0)
            vfs_call(SYMBOL(S_mkdir), part);
    }
    if (v[2] != UNDEF && truth(v[2]) && is_folder(path))
        return NONE;
    return vfs_call(SYMBOL(S_mkdir), path);
}

static value os_ilistdir(size_t n, value *args)
{
    return vfs_ilistdir(n && args[0] != NONE ? args[0] : SYMBOL(S_empty));
}

static value os_listdir(size_t n, value *args)
{
    value it = os_ilistdir(n, args), names = list_new(0, NULL);
    for (value entry; (entry = iter_next(it)) != STOP;)
        list_append(list_of(names), get_item(entry, from_int(0)));
    return names;
}

/* ---- the environment ---- */

static value make_environ(void *unused)
{
    (void)unused;
    return get_attr(import_module(str_new("_environ", 8)), SYMBOL(S_environ));
}

/* Taken over when it is first asked for: what putenv() does afterwards does not show in it. */
static value os_environ(void)
{
    if (runtime.environ == UNDEF) {
        struct dict *d = dict_new(0);
        value environ;
        if (ADDER_FROZEN && protect(make_environ, NULL, &environ)) d = as_dict(environ);
        else environ = from_ptr(d); /* sys.path is without the image's modules */
        runtime.environ = environ;
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
    if (!is_str(unwrap(args[0])))
        raise_type_error("str expected, not %t", args[0]);
    if (runtime.environ != UNDEF) {
        value v = dict_get(as_dict(runtime.environ), args[0]);
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
    os_environ();
    path_copy(name, a);
    path_copy(content, b);
    int result = port_setenv(a, b);
    if (result < 0)
        raise_os_error(-result, UNDEF);
    return NONE;
}

static value os_unsetenv(value name)
{
    char a[PORT_PATH_MAX];
    os_environ();
    path_copy(name, a);
    int result = port_setenv(a, NULL);
    if (result < 0)
        raise_os_error(-result, UNDEF);
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

FUN0(os_getcwd_function, getcwd, vfs_getcwd);
FUN1(os_chdir_function, chdir, vfs_chdir);
FUN1(os_rmdir_function, rmdir, os_rmdir);
FUN1(os_remove_function, remove, os_remove);
FUNV(os_mkdir_function, mkdir, 1, 2, os_mkdir);
FUNK(os_makedirs_function, makedirs, 0, 3, os_makedirs);
FUN2(os_rename_function, rename, vfs_rename);
FUNV(os_ilistdir_function, ilistdir, 0, 1, os_ilistdir);
FUNV(os_listdir_function, listdir, 0, 1, os_listdir);
FUN1(os_stat_function, stat, os_stat);
FUN1(os_lstat_function, lstat, os_lstat);
FUN1(os_statvfs_function, statvfs, vfs_statvfs);
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
FUNK(os_mount_function, mount, 0, 2, vfs_mount);
FUN1(os_umount_function, umount, vfs_umount);

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
    ATTR(mount, os_mount_function),
    ATTR(umount, os_umount_function),
    ATTR(VfsPosix, type_VfsPosix),
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

static const sym computed[] = {S_path, S_environ, 0};

const struct module_def module_os = {
    .name = SYMBOL(S_os),
    .attrs = os_attrs,
    .nattrs = sizeof os_attrs / sizeof os_attrs[0],
    .getattr = os_getattr,
    .computed = computed,
};
