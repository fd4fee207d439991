/* The module _thread: starting threads, and locks. threading and queue, in lib/, stand on it. */
#include "runtime/hooks.h"
#include "runtime/thread.h"

#if ADDER_THREADS
#include "object/class.h"
#include "object/text.h"

#define TIMEOUT_MAX 9223372036.0  /* seconds: as many as fit 63 bits in nanoseconds */
#define STACK_MIN ((size_t)32 * 1024)

/* ---- arguments ---- */

#define NEVER UINT64_MAX

/* When a wait of so many seconds is over. The value is not negative. */
static uint64_t deadline_after(double seconds)
{
    if (seconds > TIMEOUT_MAX)
        raise_error(&type_OverflowError, "timeout value is too large");
    return port_clock_ns() + (uint64_t)(seconds * 1e9 + 0.999);
}

static double seconds_argument(value v)
{
    double seconds = need_double(v);
    if (seconds != seconds)
        raise_value_error("Invalid value NaN (not a number)");
    return seconds;
}

/* acquire(blocking=True, timeout=-1): 0: not to wait. */
static uint64_t acquire_deadline(size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym names[] = {S_blocking, S_timeout};
    value v[2];
    args_bind("acquire", n, args, nkw, kwnames, 1, 2, names, 2, 0, v);
    bool blocking = v[0] == UNDEF || truth(v[0]);
    double timeout = v[1] == UNDEF ? -1 : seconds_argument(v[1]);
    if (!blocking && timeout != -1)
        raise_value_error("can't specify a timeout for a non-blocking call");
    if (timeout < 0 && timeout != -1)
        raise_value_error("timeout value must be a non-negative number");
    return !blocking || timeout == 0 ? 0 : timeout < 0 ? NEVER : deadline_after(timeout);
}

/* ---- locks ---- */

struct lock {
    struct object head;
    bool locked;
    bool handed;    /* to the thread that was woken; nobody else may take it */
    unsigned owner; /* the rest is of RLock: a thread's number */
    unsigned count;
};
static const struct type type_lock, type_RLock;

static struct lock *need_lock(value self)
{
    return (struct lock *)need_self(self, &type_lock);
}

static struct lock *need_rlock(value self)
{
    return (struct lock *)need_self(self, &type_RLock);
}

/* deadline: 0: does not wait; NEVER. */
static bool lock_take(struct lock *l, uint64_t deadline)
{
    for (;;) {
        if (!l->locked)
            return l->locked = true;
        if (deadline == 0)
            return false;
        if (thread_wait(l, deadline) && l->handed) {
            l->handed = false;
            return true;
        }
        if (l->locked && port_clock_ns() >= deadline)
            return false;
        if (l->locked)
            check_interrupt();
    }
}

/* Whoever comes first after this has the lock, which is fast: the turn need not change. One who has waited for longer
 * than a turn gets it handed over. */
static void lock_give(struct lock *l)
{
    uint64_t waited = thread_waits(l);
    l->handed = l->locked = waited > (uint64_t)thread_interval * 1000;
    if (waited)
        thread_wake(l, false);
}

static value lock_make(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    (void)args, (void)kwnames;
    args_count(t == &type_lock ? "lock" : "RLock", n, nkw, 0, 0);
    return from_ptr(heap_object(t, sizeof(struct lock)));
}

static value lock_acquire(size_t n, value *args, size_t nkw, const value *kwnames)
{
    struct lock *l = need_lock(args[0]);
    return from_bool(lock_take(l, acquire_deadline(n, args, nkw, kwnames)));
}

static value lock_release(value self)
{
    struct lock *l = need_lock(self);
    if (!l->locked || l->handed)
        raise_error(&type_RuntimeError, "release unlocked lock");
    lock_give(l);
    return NONE;
}

static value lock_exit(size_t n, value *args)
{
    (void)n;
    return lock_release(args[0]);
}

static value lock_locked(value self)
{
    return from_bool(need_lock(self)->locked);
}

static void lock_repr(value self, struct printer *out)
{
    const struct lock *l = (struct lock *)self;
    print_format(out, "<%s _thread.lock object at 0x", l->locked ? "locked" : "unlocked");
    int_print(id_of(self), 16, false, out);
    print_char(out, '>');
}

METHODK(lock_acquire_method, acquire, 1, 3, lock_acquire);
METHOD1(lock_release_method, release, lock_release);
METHOD1(lock_locked_method, locked, lock_locked);
METHODV(lock_exit_method, __exit__, 1, 4, lock_exit);
static const struct attr lock_attrs[] = {
    ATTR_VALUE(__module__, SYMBOL(S__thread)),
    ATTR(acquire, lock_acquire_method),
    ATTR(acquire_lock, lock_acquire_method),
    ATTR(release, lock_release_method),
    ATTR(release_lock, lock_release_method),
    ATTR(locked, lock_locked_method),
    ATTR(locked_lock, lock_locked_method),
    ATTR(__enter__, lock_acquire_method),
    ATTR(__exit__, lock_exit_method),
};
static const struct slots lock_slots = {.size = sizeof(struct lock), .make = lock_make, .repr = lock_repr};
static const struct type type_lock = {
    .head = {&type_type},
    .slots = &lock_slots,
    .name = SYMBOL(S_lock),
    TYPE_ATTRS(lock_attrs),
    .base = &type_object,
};

/* ---- locks that their owner may take again ---- */

static bool is_owner(const struct lock *l)
{
    return l->locked && l->owner == thread_current->number;
}

static bool rlock_take(struct lock *l, uint64_t deadline, unsigned count)
{
    if (is_owner(l)) {
        l->count += count;
        return true;
    }
    if (!lock_take(l, deadline))
        return false;
    l->owner = thread_current->number;
    l->count = count;
    return true;
}

static void rlock_give(struct lock *l, unsigned count)
{
    if (!is_owner(l))
        raise_error(&type_RuntimeError, "cannot release un-acquired lock");
    l->count -= count;
    if (l->count == 0) {
        l->owner = 0;
        lock_give(l);
    }
}

static value rlock_acquire(size_t n, value *args, size_t nkw, const value *kwnames)
{
    struct lock *l = need_rlock(args[0]);
    return from_bool(rlock_take(l, acquire_deadline(n, args, nkw, kwnames), 1));
}

static value rlock_release(value self)
{
    rlock_give(need_rlock(self), 1);
    return NONE;
}

static value rlock_exit(size_t n, value *args)
{
    (void)n;
    return rlock_release(args[0]);
}

static value rlock_locked(value self) { return from_bool(need_rlock(self)->locked); }
static value rlock_is_owned(value self) { return from_bool(is_owner(need_rlock(self))); }

static value rlock_count(value self)
{
    struct lock *l = need_rlock(self);
    return from_int(is_owner(l) ? (word)l->count : 0);
}

/* For a Condition: gives it up, however often it was taken, and takes it as often again. */
static value rlock_release_save(value self)
{
    struct lock *l = need_rlock(self);
    value count = from_int((word)l->count);
    rlock_give(l, l->count);
    return count;
}

static value rlock_acquire_restore(value self, value count)
{
    word n = need_word(count);
    if (n < 1 || n > INT32_MAX)
        raise_value_error("bad count");
    rlock_take(need_rlock(self), NEVER, (unsigned)n);
    return NONE;
}

static void rlock_repr(value self, struct printer *out)
{
    const struct lock *l = (struct lock *)self;
    print_format(out, "<%s _thread.RLock object owner=%u count=%u at 0x", l->locked ? "locked" : "unlocked", l->owner,
                 l->count);
    int_print(id_of(self), 16, false, out);
    print_char(out, '>');
}

METHODK(rlock_acquire_method, acquire, 1, 3, rlock_acquire);
METHOD1(rlock_release_method, release, rlock_release);
METHOD1(rlock_locked_method, locked, rlock_locked);
METHODV(rlock_exit_method, __exit__, 1, 4, rlock_exit);
METHOD1(rlock_is_owned_method, _is_owned, rlock_is_owned);
METHOD1(rlock_count_method, _recursion_count, rlock_count);
METHOD1(rlock_save_method, _release_save, rlock_release_save);
METHOD2(rlock_restore_method, _acquire_restore, rlock_acquire_restore);
static const struct attr rlock_attrs[] = {
    ATTR_VALUE(__module__, SYMBOL(S__thread)),
    ATTR(acquire, rlock_acquire_method),
    ATTR(release, rlock_release_method),
    ATTR(locked, rlock_locked_method),
    ATTR(__enter__, rlock_acquire_method),
    ATTR(__exit__, rlock_exit_method),
    ATTR(_is_owned, rlock_is_owned_method),
    ATTR(_recursion_count, rlock_count_method),
    ATTR(_release_save, rlock_save_method),
    ATTR(_acquire_restore, rlock_restore_method),
};
static const struct slots rlock_slots = {.size = sizeof(struct lock), .make = lock_make, .repr = rlock_repr};
static const struct type type_RLock = {
    .head = {&type_type},
    .slots = &rlock_slots,
    .flags = TYPE_BASE,
    .name = SYMBOL(S_RLock),
    TYPE_ATTRS(rlock_attrs),
    .base = &type_object,
};

/* ---- threads ---- */

struct handle {
    struct object head;
    value function, args, keywords; /* until it begins; keywords: a dict, or UNDEF */
    unsigned number;                /* of the thread; 0: it was not started */
    bool done;
};
static const struct type type_handle;

static size_t stack_wanted; /* stack_size(); 0: as usual */

static void handle_trace(struct object *o)
{
    heap_visit_all(&((struct handle *)o)->function, 3);
}

/* function(*args, **keywords) */
static value handle_call(void *arg)
{
    struct handle *h = arg;
    value function = h->function, args = h->args, keywords = h->keywords;
    size_t n = tuple_of(args)->len, nkw = keywords == UNDEF ? 0 : dict_of(keywords)->live;
    value *all = tuple_of(tuple_new(n + 2 * nkw, NULL))->items, *names = all + n + nkw, name, v;
    memcpy(all, tuple_of(args)->items, n * sizeof(value));
    size_t i = 0;
    for (uint32_t at = 0; i < nkw && dict_next(dict_of(keywords), &at, &name, &v); i++) {
        if (!is_str(name))
            raise_type_error("keywords must be strings");
        all[n + i] = v;
        names[i] = is_sym(name) ? name : str_intern(name);
    }
    return call_kw(function, n, all, nkw, names);
}

/* An exception that nobody waits for. arg: the function, and it. */
static value report(void *arg)
{
    const value *v = arg;
    struct error_printer e;
    struct printer *out = printer_error(&e);
    print_format(out, "Unhandled exception in thread started by %r\n", v[0]);
    traceback_print(out, v[1]);
    error_printer_flush(&e);
    return NONE;
}

/* The whole life of a thread. */
static void handle_run(value what)
{
    struct handle *h = (struct handle *)what;
    value e;
    if (!protect(handle_call, h, &e) && !exception_matches(e, from_ptr(&type_SystemExit))) {
        value v[2] = {h->function, e};
        if (!(ADDER_TRACING && unraisable_report(e, v[0])))
            protect(report, v, NULL);
    }
    h->function = h->args = h->keywords = UNDEF;
    h->done = true;
    thread_wake(h, true);
}

static struct handle *handle_new(void)
{
    return heap_object(&type_handle, sizeof(struct handle));
}

static void handle_start(struct handle *h, value function, value args, value keywords, bool daemon)
{
    if (h->number || h->done)
        raise_error(&type_RuntimeError, "thread already started");
    h->function = function;
    h->args = args;
    h->keywords = keywords;
    size_t stack = stack_wanted == 0 ? ADDER_C_STACK : stack_wanted < STACK_MIN ? STACK_MIN : stack_wanted;
    h->number = thread_start(handle_run, from_ptr(h), daemon, stack);
}

/* start_new_thread(function, args, kwargs={}) */
static value thread_start_new(size_t n, value *args)
{
    if (!is_callable(args[0]))
        raise_type_error("first arg must be callable");
    if (!is_tuple(unwrap(args[1])))
        raise_type_error("2nd arg must be a tuple");
    value keywords = n > 2 ? unwrap(args[2]) : UNDEF;
    if (n > 2 && !is_dict(keywords))
        raise_type_error("optional 3rd arg must be a dictionary");
    struct handle *h = handle_new();
    handle_start(h, args[0], unwrap(args[1]), keywords, true);
    return from_int((word)h->number);
}

/* start_joinable_thread(function, handle=None, daemon=True) */
static value thread_start_joinable(size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym names[] = {S_function, S_handle, S_daemon};
    value v[3];
    args_bind("start_joinable_thread", n, args, nkw, kwnames, 0, 3, names, 3, 1, v);
    if (!is_callable(v[0]))
        raise_type_error("thread function must be callable");
    bool own = v[1] == UNDEF || v[1] == NONE;
    if (!own && !is_type(v[1], &type_handle))
        raise_type_error("'handle' must be a _ThreadHandle");
    bool daemon = v[2] == UNDEF || truth(v[2]);
    struct handle *h = own ? handle_new() : (struct handle *)v[1];
    handle_start(h, v[0], from_ptr(&empty_tuple), UNDEF, daemon);
    return from_ptr(h);
}

static value handle_make(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    (void)t, (void)args, (void)kwnames;
    args_count("_ThreadHandle", n, nkw, 0, 0);
    return from_ptr(handle_new());
}

static struct handle *need_handle(value self)
{
    return (struct handle *)need_self(self, &type_handle);
}

/* join(timeout=None): it need not have ended then. */
static value handle_join(size_t n, value *args)
{
    struct handle *h = need_handle(args[0]);
    double seconds = n > 1 && args[1] != NONE ? seconds_argument(args[1]) : -1;
    uint64_t deadline = seconds < 0 ? NEVER : deadline_after(seconds);
    if (!h->number && !h->done)
        raise_error(&type_RuntimeError, "thread not started");
    if (!h->done && h->number == thread_current->number)
        raise_error(&type_RuntimeError, "Cannot join current thread");
    while (!h->done && port_clock_ns() < deadline) {
        thread_wait(h, deadline);
        check_interrupt();
    }
    return NONE;
}

static value handle_is_done(value self) { return from_bool(need_handle(self)->done); }
static value handle_ident(value self) { return from_int((word)((struct handle *)self)->number); }

static value handle_set_done(value self)
{
    struct handle *h = need_handle(self);
    h->done = true;
    thread_wake(h, true);
    return NONE;
}

static void handle_repr(value self, struct printer *out)
{
    print_format(out, "<_ThreadHandle object: ident=%u>", ((struct handle *)self)->number);
}

METHODV(handle_join_method, join, 1, 2, handle_join);
METHOD1(handle_is_done_method, is_done, handle_is_done);
METHOD1(handle_set_done_method, _set_done, handle_set_done);
GETSET(handle_get_ident, ident, handle_ident, NULL);
static const struct attr handle_attrs[] = {
    ATTR_VALUE(__module__, SYMBOL(S__thread)),
    ATTR(join, handle_join_method),
    ATTR(is_done, handle_is_done_method),
    ATTR(_set_done, handle_set_done_method),
    ATTR(ident, handle_get_ident),
};
static const struct slots handle_slots = {
    .size = sizeof(struct handle), .trace = handle_trace, .make = handle_make, .repr = handle_repr};
static const struct type type_handle = {
    .head = {&type_type},
    .slots = &handle_slots,
    .name = SYMBOL(S__ThreadHandle),
    TYPE_ATTRS(handle_attrs),
    .base = &type_object,
};

/* ---- functions ---- */

static value thread_allocate_lock(void) { return from_ptr(heap_object(&type_lock, sizeof(struct lock))); }
static value thread_get_ident(void) { return from_int((word)thread_current->number); }
static value thread_get_native_id(void) { return int_from_uint64(port_thread_id()); }
static value thread_main_ident(void) { return from_int(1); }
static value thread_get_count(void) { return from_int((word)thread_count); }
static value thread_own_locals(void) { return from_ptr(thread_locals()); }
_Noreturn static value thread_exit(void) { raise(from_ptr(&type_SystemExit)); }

/* stack_size(n=0): how many bytes threads to come may use for recursion in C; 0: as usual. Returns what was set before. */
static value thread_stack_size(size_t n, value *args)
{
    word before = (word)stack_wanted, size = n ? need_word(args[0]) : 0;
    if (size < 0)
        raise_value_error("size must be 0 or a positive value");
    if (size > 1 << 30)
        raise_value_error("size not valid: %zd bytes", size);
    stack_wanted = (size_t)size;
    return from_int(before);
}

static value thread_interrupt_main(size_t n, value *args)
{
    enum { SIGNAL_INTERRUPT = 2, SIGNALS = 65 };
    word number = n ? need_word(args[0]) : SIGNAL_INTERRUPT;
    if (number < 1 || number >= SIGNALS) raise_value_error("signal number out of range");
    if (number != SIGNAL_INTERRUPT) return NONE; /* nobody handles it */
    if (thread_is_main()) {
        interrupt_request();
        check_interrupt();
    } else {
        port_thread_interrupt();
    }
    return NONE;
}

static value thread_is_alive(value number)
{
    return from_bool(thread_find((unsigned)need_word(number)));
}

FUN1(is_alive_function, _is_alive, thread_is_alive);
FUN0(allocate_lock_function, allocate_lock, thread_allocate_lock);
FUN0(get_ident_function, get_ident, thread_get_ident);
FUN0(get_native_id_function, get_native_id, thread_get_native_id);
FUN0(main_ident_function, _get_main_thread_ident, thread_main_ident);
FUN0(count_function, _count, thread_get_count);
FUN0(locals_function, _locals, thread_own_locals);
FUN0(exit_function, exit, thread_exit);
FUNV(stack_size_function, stack_size, 0, 1, thread_stack_size);
FUNV(interrupt_main_function, interrupt_main, 0, 1, thread_interrupt_main);
FUNV(start_new_function, start_new_thread, 2, 3, thread_start_new);
FUNK(start_joinable_function, start_joinable_thread, 0, 3, thread_start_joinable);

static const struct attr thread_attrs[] = {
    ATTR(LockType, type_lock),
    ATTR(lock, type_lock),
    ATTR(RLock, type_RLock),
    ATTR(_ThreadHandle, type_handle),
    ATTR(error, type_RuntimeError),
    ATTR(allocate_lock, allocate_lock_function),
    ATTR(allocate, allocate_lock_function),
    ATTR(get_ident, get_ident_function),
    ATTR(get_native_id, get_native_id_function),
    ATTR(_get_main_thread_ident, main_ident_function),
    ATTR(_count, count_function),
    ATTR(_is_alive, is_alive_function),
    ATTR(_locals, locals_function),
    ATTR(exit, exit_function),
    ATTR(exit_thread, exit_function),
    ATTR(stack_size, stack_size_function),
    ATTR(interrupt_main, interrupt_main_function),
    ATTR(start_new_thread, start_new_function),
    ATTR(start_new, start_new_function),
    ATTR(start_joinable_thread, start_joinable_function),
};

static value thread_getattr(value module, value name)
{
    (void)module;
    return name == SYMBOL(S_TIMEOUT_MAX) ? from_real((real)TIMEOUT_MAX) : UNDEF;
}
static const sym thread_computed[] = {S_TIMEOUT_MAX, 0};

const struct module_def module__thread = {
    .name = SYMBOL(S__thread),
    .attrs = thread_attrs,
    .nattrs = sizeof thread_attrs / sizeof thread_attrs[0],
    .getattr = thread_getattr,
    .computed = thread_computed,
};
#endif
