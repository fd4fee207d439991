/* File systems: the table of what is mounted where, and the one that shows the port's own files.
 *
 * A file system is an object with the methods mount(readonly, mkfs), umount(), open(path, mode), stat(path),
 * statvfs(path), ilistdir(path), chdir(path), getcwd(), mkdir(path), rmdir(path), remove(path) and rename(from, to),
 * as MicroPython's documentation has them: built in, or a class in Python. A path belongs to the file system with
 * the longest mount point that it begins with; it is passed on without that, beginning with "/". A relative path
 * belongs to the file system of the current folder, and is passed on as it is.
 *
 * At the start the port's files are mounted at "/", there is no table, and runtime code goes to the port straight.
 * The first call that could change that makes the table and sets path_hooks (runtime/file.h). */
#ifndef ADDER_VFS_H
#define ADDER_VFS_H

#include "runtime/file.h"

#define FOLDER 0x4000 /* kinds of things, as in stat()[0] and what ilistdir() yields */
#define PLAIN_FILE 0x8000
#define KIND_MASK 0xf000

/* Where a path belongs. */
struct place {
    value mount;    /* the row of the table: (fs, mount point); UNDEF without a table */
    value fs;       /* UNDEF: nothing is mounted there */
    value path;     /* for that file system */
    value absolute; /* the whole path, where that is known; else UNDEF */
};

/* ---- mount.c ---- */

void vfs_find(value path, struct place *out);
/* Calls the method `name` of the file system that a path belongs to. OSError (ENODEV): there is none. */
value vfs_call(value name, value path);
value vfs_rename(value from, value to);
value vfs_stat(value path, bool follow); /* a tuple of ten */
value vfs_statvfs(value path);           /* the same */
value vfs_getcwd(void);
value vfs_chdir(value path);
/* An iterator over the entries of a folder, mount points included: tuples (name, kind, inode, ...). */
value vfs_ilistdir(value path);
value vfs_mount(size_t n, value *args, size_t nkw, const value *kwnames);
value vfs_umount(value what); /* a mount point, or the file system itself */

/* ---- posix.c ---- */

/* The port's files from a folder on. */
struct posix_fs {
    struct object head;
    value root;    /* what paths that begin with "/" are put behind: a str; UNDEF for all files */
    bool readonly;
};
extern const struct type type_VfsPosix;
extern const struct posix_fs posix_all; /* what is mounted at the start */
/* The path by which the port knows a file of fs. */
value posix_native(const struct posix_fs *fs, value path);
value posix_stat(const struct posix_fs *fs, value path, bool follow);

#endif
