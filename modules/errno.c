/* The module errno: the port's error numbers. */
#include "object/layout.h"
#include "runtime/runtime.h"

#include <errno.h>

/* NUMBER's operand is pasted before <errno.h>'s macro replaces it, and replaced where it stands alone. */
#define NUMBER(name) {S_##name, ((value)(name) << 1) | 1}

static const struct attr errno_attrs[] = {
    NUMBER(EPERM),
    NUMBER(ENOENT),
    NUMBER(ESRCH),
    NUMBER(EINTR),
    NUMBER(EIO),
    NUMBER(ENXIO),
    NUMBER(E2BIG),
    NUMBER(ENOEXEC),
    NUMBER(EBADF),
    NUMBER(ECHILD),
    NUMBER(EAGAIN),
    NUMBER(ENOMEM),
    NUMBER(EACCES),
    NUMBER(EFAULT),
    NUMBER(EBUSY),
    NUMBER(EEXIST),
    NUMBER(EXDEV),
    NUMBER(ENODEV),
    NUMBER(ENOTDIR),
    NUMBER(EISDIR),
    NUMBER(EINVAL),
    NUMBER(ENFILE),
    NUMBER(EMFILE),
    NUMBER(ENOTTY),
    NUMBER(EFBIG),
    NUMBER(ENOSPC),
    NUMBER(ESPIPE),
    NUMBER(EROFS),
    NUMBER(EMLINK),
    NUMBER(EPIPE),
    NUMBER(EDOM),
    NUMBER(ERANGE),
    NUMBER(EDEADLK),
    NUMBER(ENAMETOOLONG),
    NUMBER(ENOSYS),
    NUMBER(ENOTEMPTY),
    NUMBER(ELOOP),
    NUMBER(EPROTO),
    NUMBER(EBADMSG),
    NUMBER(EOVERFLOW),
    NUMBER(ENOTSOCK),
    NUMBER(EDESTADDRREQ),
    NUMBER(EMSGSIZE),
    NUMBER(EPROTOTYPE),
    NUMBER(ENOPROTOOPT),
    NUMBER(EPROTONOSUPPORT),
    NUMBER(EOPNOTSUPP),
    NUMBER(ENOTSUP), /* the same number: errorcode has the later name */
    NUMBER(EAFNOSUPPORT),
    NUMBER(EADDRINUSE),
    NUMBER(EADDRNOTAVAIL),
    NUMBER(ENETDOWN),
    NUMBER(ENETUNREACH),
    NUMBER(ECONNABORTED),
    NUMBER(ECONNRESET),
    NUMBER(ENOBUFS),
    NUMBER(EISCONN),
    NUMBER(ENOTCONN),
    NUMBER(ESHUTDOWN),
    NUMBER(ETIMEDOUT),
    NUMBER(ECONNREFUSED),
    NUMBER(EHOSTUNREACH),
    NUMBER(EALREADY),
    NUMBER(EINPROGRESS),
    NUMBER(ESTALE),
    NUMBER(ECANCELED),
};
#define ERRNO_ATTRS (sizeof errno_attrs / sizeof errno_attrs[0])

/* errno.errorcode: from numbers to names. */
static value errno_getattr(value module, value name)
{
    (void)module;
    if (name != SYMBOL(S_errorcode))
        return UNDEF;
    struct dict *d = dict_new(ERRNO_ATTRS);
    for (size_t i = 0; i < ERRNO_ATTRS; i++)
        dict_set(d, errno_attrs[i].value, attr_name(&errno_attrs[i]));
    return from_ptr(d);
}

const struct module_def module_errno = {
    .name = SYMBOL(S_errno),
    .attrs = errno_attrs,
    .nattrs = ERRNO_ATTRS,
    .getattr = errno_getattr,
};
