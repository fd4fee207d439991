"""Threads, and what they wait for each other with. All of it stands on the locks of _thread."""

import _thread
import sys
from _thread import RLock, TIMEOUT_MAX, allocate_lock, get_ident, get_native_id, stack_size
from collections import deque, namedtuple
from time import monotonic
from weakref import ref

__all__ = [
    "get_ident", "active_count", "Condition", "current_thread", "enumerate", "main_thread", "TIMEOUT_MAX", "Event",
    "Lock", "RLock", "Semaphore", "BoundedSemaphore", "Thread", "Barrier", "BrokenBarrierError", "Timer",
    "ThreadError", "setprofile", "settrace", "local", "stack_size", "excepthook", "ExceptHookArgs", "getprofile",
    "gettrace", "get_native_id", "setprofile_all_threads", "settrace_all_threads",
]

Lock = _thread.lock
ThreadError = _thread.error

_profile_hook = _trace_hook = None


def _old(f, name, instead):
    """The function by a name that it should no longer be called by."""
    def call(*args):
        from warnings import warn
        warn("%s() is deprecated, %s instead" % (name, instead), DeprecationWarning, stacklevel=2)
        return f(*args)
    call.__name__ = name
    return call


def settrace(func):
    """Sets a function that sys.settrace() gets in each thread that is started from now on."""
    global _trace_hook
    _trace_hook = func


def gettrace():
    return _trace_hook


def setprofile(func):
    """Sets a function that sys.setprofile() gets in each thread that is started from now on."""
    global _profile_hook
    _profile_hook = func


def getprofile():
    return _profile_hook


def settrace_all_threads(func):
    settrace(func)
    sys.settrace(func)


def setprofile_all_threads(func):
    setprofile(func)
    sys.setprofile(func)


class Condition:
    """A lock, and threads that have given it up till another one notifies them."""

    def __init__(self, lock=None):
        if lock is None:
            lock = RLock()
        self._lock = lock
        self.acquire = lock.acquire
        self.release = lock.release
        for name in "_release_save", "_acquire_restore", "_is_owned":
            if hasattr(lock, name):
                setattr(self, name, getattr(lock, name))
        self._waiters = deque()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        return "<Condition(%s, %d)>" % (self._lock, len(self._waiters))

    # for locks that don't say themselves how
    def _release_save(self):
        self._lock.release()

    def _acquire_restore(self, state):
        self._lock.acquire()

    def _is_owned(self):
        if self._lock.acquire(False):
            self._lock.release()
            return False
        return True

    def wait(self, timeout=None):
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        waiter = allocate_lock()
        waiter.acquire()
        self._waiters.append(waiter)
        state = self._release_save()
        notified = False
        try:
            if timeout is None:
                notified = waiter.acquire()
            else:
                notified = waiter.acquire(timeout > 0, timeout if timeout > 0 else -1)
            return notified
        finally:
            self._acquire_restore(state)
            if not notified and waiter in self._waiters:
                self._waiters.remove(waiter)

    def wait_for(self, predicate, timeout=None):
        end = None if timeout is None else monotonic() + timeout
        result = predicate()
        while not result:
            if end is not None:
                timeout = end - monotonic()
                if timeout <= 0:
                    break
            self.wait(timeout)
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        waiters = self._waiters
        while waiters and n > 0:
            waiters.popleft().release()
            n -= 1

    def notify_all(self):
        self.notify(len(self._waiters))

    notifyAll = _old(notify_all, "notifyAll", "use notify_all()")


class Semaphore:
    """A counter that can't go below 0: acquire() takes one away, or waits."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._cond = Condition(Lock())
        self._value = value

    def __repr__(self):
        return "<%s.%s at %#x: value=%s>" % (type(self).__module__, type(self).__qualname__, id(self), self._value)

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        with self._cond:
            if not self._value:
                if not blocking or not self._cond.wait_for(lambda: self._value, timeout):
                    return False
            self._value -= 1
        return True

    __enter__ = acquire

    def __exit__(self, *args):
        self.release()

    def _limit(self, n):
        if n < 1:
            raise ValueError("n must be one or more")

    def release(self, n=1):
        self._limit(n)
        with self._cond:
            self._value += n
            self._cond.notify(n)


class BoundedSemaphore(Semaphore):
    """A semaphore that is not released more often than it was acquired."""

    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def __repr__(self):
        return "%s/%d>" % (super().__repr__()[:-1], self._initial_value)

    def release(self, n=1):
        self._limit(n)
        with self._cond:
            if self._value + n > self._initial_value:
                raise ValueError("Semaphore released too many times")
            self._value += n
            self._cond.notify(n)


class Event:
    """A flag that one can wait for."""

    def __init__(self):
        self._cond = Condition(Lock())
        self._flag = False

    def __repr__(self):
        return "<%s.%s at %#x: %s>" % (type(self).__module__, type(self).__qualname__, id(self),
                                       "set" if self._flag else "unset")

    def is_set(self):
        return self._flag

    isSet = _old(is_set, "isSet", "use is_set()")

    def set(self):
        with self._cond:
            self._flag = True
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag = False

    def wait(self, timeout=None):
        with self._cond:
            return self._flag or self._cond.wait(timeout) or self._flag


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    """So many threads wait till all of them have come."""

    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self._cond = Condition(Lock())
        self._action = action
        self._timeout = timeout
        self._parties = parties
        self._count = 0 # who wait, or have not left
        self._state = "filling" # then "draining"; or "resetting", "broken"

    def __repr__(self):
        where = "%s.%s at %#x" % (type(self).__module__, type(self).__qualname__, id(self))
        return "<%s: broken>" % where if self.broken else "<%s: waiters=%d/%d>" % (where, self.n_waiting, self._parties)

    def wait(self, timeout=None):
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            self._cond.wait_for(lambda: self._state not in ("draining", "resetting"))
            self._check()
            index = self._count
            self._count += 1
            try:
                if self._count == self._parties:
                    self._open()
                else:
                    if not self._cond.wait_for(lambda: self._state != "filling", timeout):
                        self._break()
                    elif self._state == "resetting":
                        raise BrokenBarrierError
                    self._check()
                return index
            finally:
                self._count -= 1
                if self._count == 0 and self._state in ("draining", "resetting"):
                    self._state = "filling"
                    self._cond.notify_all()

    def _check(self):
        if self._state == "broken":
            raise BrokenBarrierError

    def _open(self):
        try:
            if self._action:
                self._action()
        except:
            self._break()
            raise
        self._state = "draining"
        self._cond.notify_all()

    def _break(self):
        self._state = "broken"
        self._cond.notify_all()

    def reset(self):
        with self._cond:
            if self._count > 0:
                if self._state in ("filling", "broken"):
                    self._state = "resetting"
            else:
                self._state = "filling"
            self._cond.notify_all()

    def abort(self):
        with self._cond:
            self._break()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == "filling" else 0

    @property
    def broken(self):
        return self._state == "broken"


class local:
    """Attributes of which each thread has its own. They lie in a dict of the thread's, by the id of this object."""

    def __new__(cls, /, *args, **keywords):
        if (args or keywords) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        self = object.__new__(cls)
        object.__setattr__(self, "_local_made_of", (args, keywords))
        _local_new(self)
        return self

    def __getattribute__(self, name):
        own = _local_dict(self)
        if name == "__dict__":
            return own
        if name in own and not hasattr(type(_class_attribute(self, name)), "__set__"):
            return own[name]
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        own = _local_dict(self)
        if name == "__dict__":
            raise AttributeError("%r object attribute '__dict__' is read-only" % type(self).__name__)
        if hasattr(type(_class_attribute(self, name)), "__set__"):
            object.__setattr__(self, name, value)
        else:
            own[name] = value

    def __delattr__(self, name):
        own = _local_dict(self)
        if name == "__dict__":
            raise AttributeError("%r object attribute '__dict__' is read-only" % type(self).__name__)
        if hasattr(type(_class_attribute(self, name)), "__delete__"):
            object.__delattr__(self, name)
        elif name in own:
            del own[name]
        else:
            raise AttributeError("%r object has no attribute %r" % (type(self).__name__, name))


def _class_attribute(self, name):
    for cls in type(self).__mro__:
        if name in cls.__dict__:
            return cls.__dict__[name]


def _local_new(self):
    all_of_thread, key, own = _thread._locals(), id(self), {}

    def forget(died):
        if all_of_thread.get(key, (None, None))[1] is died: # and not one that came to have the same id
            del all_of_thread[key]
    all_of_thread[key] = own, ref(self, forget)
    return own


def _local_dict(self):
    found = _thread._locals().get(id(self))
    if found is not None and found[1]() is self:
        return found[0]
    own = _local_new(self)
    args, keywords = object.__getattribute__(self, "_local_made_of")
    type(self).__init__(self, *args, **keywords) # for this thread
    return own


_threads_lock = allocate_lock()
_active = {} # ident: Thread
_starting = set()
_counter = 0


def _new_name(template):
    global _counter
    with _threads_lock:
        _counter += 1
        return template % _counter


class Thread:
    """A function that runs while others do."""

    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None, context=None):
        if group is not None:
            raise AssertionError("group argument must be None for now")
        if name is None:
            name = _new_name("Thread-%d")
            target_name = getattr(target, "__name__", None)
            if target_name is not None:
                name = "%s (%s)" % (name, target_name)
        self._target = target
        self._name = str(name)
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._ident = self._native_id = self._handle = None
        self._initialized = True

    def __repr__(self):
        assert self._initialized, "Thread.__init__() was not called"
        status = "initial" if self._handle is None else "started" if self.is_alive() else "stopped"
        if self._daemonic:
            status += " daemon"
        if self._ident is not None:
            status += " %s" % self._ident
        return "<%s(%s, %s)>" % (type(self).__name__, self._name, status)

    def _check_initialized(self, message="Thread.__init__() not called", kind=AssertionError):
        if not self._initialized:
            raise kind(message)

    def start(self):
        self._check_initialized("thread.__init__() not called", RuntimeError)
        if self._handle is not None:
            raise RuntimeError("threads can only be started once")
        self._handle = _thread._ThreadHandle()
        self._begun = allocate_lock()
        self._begun.acquire()
        _starting.add(self)
        try:
            _thread.start_joinable_thread(self._bootstrap, self._handle, self._daemonic)
        except Exception:
            _starting.discard(self)
            self._handle = None
            raise
        self._begun.acquire()

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def _bootstrap(self):
        self._ident = get_ident()
        self._native_id = get_native_id()
        _active[self._ident] = self
        _starting.discard(self)
        self._begun.release()
        try:
            if _trace_hook:
                sys.settrace(_trace_hook)
            if _profile_hook:
                sys.setprofile(_profile_hook)
            self.run()
        except BaseException as error:
            _call_excepthook(ExceptHookArgs((type(error), error, error.__traceback__, self)))
        finally:
            del _active[self._ident]

    def join(self, timeout=None):
        self._check_initialized(kind=RuntimeError)
        if self._handle is None:
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        self._handle.join(timeout if timeout is None or timeout > 0 else 0)

    def is_alive(self):
        self._check_initialized()
        return self._handle is not None and not self._handle.is_done()

    @property
    def name(self):
        self._check_initialized()
        return self._name

    @name.setter
    def name(self, name):
        self._check_initialized()
        self._name = str(name)

    @property
    def ident(self):
        self._check_initialized()
        return self._ident

    @property
    def native_id(self):
        self._check_initialized()
        return self._native_id

    @property
    def daemon(self):
        self._check_initialized()
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        self._check_initialized()
        if self._handle is not None:
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    isDaemon = _old(lambda self: self.daemon, "isDaemon", "get the daemon attribute")
    setDaemon = _old(lambda self, daemonic: setattr(self, "daemon", daemonic), "setDaemon", "set the daemon attribute")
    getName = _old(lambda self: self.name, "getName", "get the name attribute")
    setName = _old(lambda self, name: setattr(self, "name", name), "setName", "set the name attribute")


class _ForeignThread(Thread):
    """A thread that was not started by this module."""

    def __init__(self, ident, name, daemon):
        super().__init__(name=name, daemon=daemon)
        self._ident = ident
        self._native_id = get_native_id() if ident == get_ident() else None
        self._handle = _thread._ThreadHandle()
        _active[ident] = self

    def is_alive(self):
        return _thread._is_alive(self._ident)


class _MainThread(_ForeignThread):
    pass


class _DummyThread(_ForeignThread):
    """One of _thread.start_new_thread()."""

    def __init__(self):
        super().__init__(get_ident(), _new_name("Dummy-%d"), True)

    def join(self, timeout=None):
        raise RuntimeError("cannot join a dummy thread")


class Timer(Thread):
    """Calls a function after so many seconds, unless cancel() is called before."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval = interval
        self.function = function
        self.args = [] if args is None else args
        self.kwargs = {} if kwargs is None else kwargs
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


def current_thread():
    return _active.get(get_ident()) or _DummyThread()


def main_thread():
    return _main_thread


def enumerate():
    for thread in list(_active.values()):
        if isinstance(thread, _DummyThread) and not thread.is_alive():
            _active.pop(thread.ident, None)
    return list(_active.values()) + list(_starting)


def active_count():
    return len(enumerate())


currentThread = _old(current_thread, "currentThread", "use current_thread()")
activeCount = _old(active_count, "activeCount", "use active_count()")


_HookArgs = namedtuple("ExceptHookArgs", "exc_type exc_value exc_traceback thread")


class ExceptHookArgs(_HookArgs):
    """What excepthook() gets; made of a sequence."""

    def __new__(cls, args):
        return cls._make(args)


def excepthook(args, /):
    """Tells of an exception that has ended a thread."""
    if args.exc_type is SystemExit or sys.stderr is None:
        return
    name = get_ident() if args.thread is None else args.thread.name
    print("Exception in thread %s:" % name, file=sys.stderr)
    sys.print_exception(args.exc_value, sys.stderr)


__excepthook__ = excepthook


def _call_excepthook(args):
    try:
        excepthook(args)
    except BaseException as error:
        error.__suppress_context__ = True
        print("Exception in threading.excepthook:", file=sys.stderr)
        sys.excepthook(type(error), error, error.__traceback__)


_main_thread = _MainThread(_thread._get_main_thread_ident(), "MainThread", False)
