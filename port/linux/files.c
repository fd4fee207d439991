/* Files and folders, straight from the system calls. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "linux.h"

int result_of(int r)
{
    return r < 0 ? -errno : r;
}

struct job {
    const char *path;
    int file, mode;
    void *data;
    size_t n;
};

static word open_outside(void *arg)
{
    const struct job *job = arg;
    int fd;
    do
        fd = open(job->path, job->mode, job->n);
    while (fd < 0 && errno == EINTR && !interrupt_pending());
    return result_of(fd);
}

int port_file_open(const char *path, unsigned flags)
{
    static const int access[4] = {0, O_RDONLY, O_WRONLY, O_RDWR};
    int mode = access[flags & (PORT_READ | PORT_WRITE)] | O_CLOEXEC;
    if (flags & PORT_CREATE)
        mode |= O_CREAT;
    if (flags & PORT_TRUNCATE)
        mode |= O_TRUNC;
    if (flags & PORT_APPEND)
        mode |= O_APPEND;
    if (flags & PORT_EXCLUSIVE)
        mode |= O_EXCL;
    struct job job = {.path = path, .mode = mode, .n = flags & PORT_PRIVATE ? 0600 : 0666};
    int fd = (int)thread_outside(open_outside, &job); /* a pipe waits for its other end */
    struct stat st;
    if (fd >= 0 && fstat(fd, &st) == 0 && S_ISDIR(st.st_mode)) {
        close(fd);
        return -EISDIR;
    }
    return fd;
}

int port_file_close(int file)
{
    return result_of(close(file));
}

static word read_outside(void *arg)
{
    const struct job *job = arg;
    for (;;) {
        ssize_t r = read(job->file, job->data, job->n);
        if (r >= 0)
            return r;
        if (errno != EINTR || interrupt_pending())
            return -errno;
    }
}

word port_file_read(int file, void *out, size_t n)
{
    struct job job = {.file = file, .data = out, .n = n};
    return thread_outside(read_outside, &job);
}

static word write_outside(void *arg)
{
    const struct job *job = arg;
    const char *at = job->data;
    for (size_t n = job->n; n;) {
        ssize_t r = write(job->file, at, n);
        if (r < 0) {
            if (errno == EINTR && !interrupt_wanted())
                continue;
            return -errno;
        }
        at += r;
        n -= (size_t)r;
    }
    return at - (const char *)job->data;
}

word port_file_write(int file, const void *data, size_t n)
{
    struct job job = {.file = file, .data = (void *)(uintptr_t)data, .n = n};
    return thread_outside(write_outside, &job);
}

int64_t port_file_seek(int file, int64_t offset, int whence)
{
    off_t at = lseek(file, offset, whence == 0 ? SEEK_SET : whence == 1 ? SEEK_CUR : SEEK_END);
    return at < 0 ? -errno : at;
}

int port_file_truncate(int file, int64_t size)
{
    return result_of(ftruncate(file, size));
}

int port_file_sync(int file)
{
    return result_of(fsync(file));
}

_Static_assert(sizeof(struct port_poll) == sizeof(struct pollfd) && POLLIN == PORT_POLL_IN && POLLOUT == PORT_POLL_OUT &&
               POLLERR == PORT_POLL_ERROR && POLLHUP == PORT_POLL_HANGUP, "struct port_poll is the system's");

int port_file_poll(struct port_poll *files, size_t n, int milliseconds)
{
    uint64_t ns = milliseconds < 0 ? FOREVER : (uint64_t)milliseconds * 1000000;
    return wait_for_files((struct pollfd *)(void *)files, n, ns);
}

const char *port_file_map(const char *path, word *n)
{
    struct stat st;
    if (stat(path, &st) == 0 && !S_ISREG(st.st_mode) && !S_ISDIR(st.st_mode)) {
        *n = -ENODEV;
        return NULL; /* not even opened: a pipe's writer would see that */
    }
    int fd = port_file_open(path, PORT_READ);
    const char *data = NULL;
    *n = fd;
    if (fd < 0)
        return NULL;
    if (fstat(fd, &st) < 0) {
        *n = -errno;
    } else if (S_ISREG(st.st_mode) && st.st_size == 0) {
        *n = 0;
        data = "";
    } else {
        data = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
        *n = data == MAP_FAILED ? -errno : st.st_size;
        if (data == MAP_FAILED)
            data = NULL;
    }
    close(fd);
    return data;
}

void port_file_unmap(const char *data, size_t n)
{
    if (n)
        munmap((void *)data, n);
}

/* ---- folders ---- */

int port_stat(const char *path, struct port_stat *out, bool follow)
{
    struct stat st;
    int r = follow ? stat(path, &st) : lstat(path, &st);
    if (r < 0)
        return -errno;
    *out = (struct port_stat){
        .mode = st.st_mode, .inode = st.st_ino, .device = st.st_dev, .links = st.st_nlink,
        .size = (uint64_t)st.st_size, .uid = st.st_uid, .gid = st.st_gid,
        .atime = st.st_atime, .mtime = st.st_mtime, .ctime = st.st_ctime,
    };
    return 0;
}

int port_statvfs(const char *path, struct port_statvfs *out)
{
    struct statvfs st;
    if (statvfs(path, &st) < 0)
        return -errno;
    *out = (struct port_statvfs){
        st.f_bsize, st.f_frsize, st.f_blocks, st.f_bfree, st.f_bavail,
        st.f_files, st.f_ffree, st.f_favail, st.f_flag, st.f_namemax,
    };
    return 0;
}

int port_make_dir(const char *path) { return result_of(mkdir(path, 0777)); }
int port_remove_dir(const char *path) { return result_of(rmdir(path)); }
int port_remove(const char *path) { return result_of(unlink(path)); }
int port_rename(const char *from, const char *to) { return result_of(rename(from, to)); }
int port_change_dir(const char *path) { return result_of(chdir(path)); }
int port_current_dir(char *out, size_t n) { return getcwd(out, n) ? 0 : -errno; }

int port_real_path(const char *path, char out[PORT_PATH_MAX])
{
    char *real = realpath(path, NULL);
    size_t n = real ? strlen(real) : 0;
    if (n && n < PORT_PATH_MAX) memcpy(out, real, n + 1);
    free(real);
    return !real ? -errno : n < PORT_PATH_MAX ? 0 : -ENAMETOOLONG;
}

int port_sync(void)
{
    sync();
    return 0;
}

int port_dir_open(const char *path, void **dir)
{
    *dir = opendir(path);
    return *dir ? 0 : -errno;
}

int port_dir_next(void *dir, struct port_entry *out)
{
    errno = 0;
    struct dirent *e = readdir(dir);
    if (!e)
        return -errno;
    *out = (struct port_entry){.name = e->d_name, .mode = DTTOIF(e->d_type), .inode = e->d_ino};
    struct stat st;
    bool told = e->d_type != DT_UNKNOWN; /* some file systems do not say what an entry is */
    if ((!told || e->d_type == DT_REG) && fstatat(dirfd(dir), e->d_name, &st, AT_SYMLINK_NOFOLLOW) == 0) {
        out->mode = st.st_mode;
        out->size = S_ISREG(st.st_mode) ? (uint64_t)st.st_size : 0;
    }
    return 1;
}

void port_dir_close(void *dir)
{
    closedir(dir);
}
