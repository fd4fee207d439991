# needs: threading
# threading: Thread and what threads wait for each other with.
import io
import sys
import threading
import time
import _thread
from threading import Barrier, BoundedSemaphore, Condition, Event, Lock, RLock, Semaphore, Thread, Timer


def raises(error, f, *args, **keywords):
    try:
        f(*args, **keywords)
    except error as e:
        return str(e)
    raise AssertionError("nothing raised")


def in_threads(n, f, *args):
    threads = [Thread(target=f, args=args) for _ in range(n)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()


# ---- Thread ----

main = threading.main_thread()
assert main is threading.current_thread()
assert main.name == "MainThread" and main.is_alive() and not main.daemon
assert main.ident == threading.get_ident()
assert repr(main) == "<_MainThread(MainThread, started %d)>" % main.ident
assert threading.enumerate() == [main]
assert threading.active_count() == 1
assert raises(RuntimeError, main.join) == "cannot join current thread"
assert raises(RuntimeError, main.start) == "threads can only be started once"

seen = []


def job(*args, **keywords):
    t = threading.current_thread()
    seen.append((t, t.name, t.ident == threading.get_ident(), t.native_id == threading.get_native_id(), t.daemon,
                 t.is_alive(), t in threading.enumerate(), args, keywords))


t = Thread(target=job, args=(1, 2), kwargs={"a": 3})
assert t.name.startswith("Thread-") and t.name.endswith(" (job)")
assert t.ident is None and t.native_id is None and not t.is_alive() and t.daemon is False
assert repr(t) == "<Thread(%s, initial)>" % t.name
assert raises(RuntimeError, t.join) == "cannot join thread before it is started"
assert t.start() is None
assert t.join() is None
assert not t.is_alive()
assert seen.pop() == (t, t.name, True, True, False, True, True, (1, 2), {"a": 3})
assert repr(t) == "<Thread(%s, stopped %d)>" % (t.name, t.ident)
assert raises(RuntimeError, t.start) == "threads can only be started once"
assert t.join() is None and t.join(0) is None and t.join(-5) is None
assert threading.enumerate() == [main]

t = Thread(None, job, "by name", daemon=True)
assert t.name == "by name" and t.daemon and t.isDaemon() and t.getName() == "by name"
t.name = "another"
assert t.name == "another"
t.setName(5)
assert t.name == "5"
assert repr(t) == "<Thread(5, initial daemon)>"
t.start()
t.join()
assert seen.pop()[1] == "5"
assert raises(RuntimeError, setattr, t, "daemon", False) == "cannot set daemon status of active thread"
raises(AttributeError, setattr, t, "ident", 1)
t = Thread()
assert t.name.startswith("Thread-") and "(" not in t.name
t.setDaemon(True)
assert t.daemon
t.start()
t.join()
assert raises(AssertionError, Thread, 1) == "group argument must be None for now"
raises(TypeError, Thread, None, None, None, (), None, True)


class Sub(Thread):
    def __init__(self, result):
        super().__init__(name="sub")
        self.wanted = result

    def run(self):
        self.result = self.wanted


s = Sub(7)
s.start()
s.join()
assert s.result == 7 and repr(s) == "<Sub(sub, stopped %d)>" % s.ident


class Forgets(Thread):
    def __init__(self):
        pass


f = Forgets()
assert raises(RuntimeError, f.start) == "thread.__init__() not called"
assert raises(RuntimeError, f.join) == "Thread.__init__() not called"
assert raises((RuntimeError, AssertionError), lambda: f.name) == "Thread.__init__() not called"
raises((RuntimeError, AssertionError), repr, f)

# daemon is inherited
made = []
d = Thread(target=lambda: made.append(Thread()), daemon=True)
d.start()
d.join()
assert made.pop().daemon

# a join that does not wait for the end
gate = Lock()
gate.acquire()
t = Thread(target=gate.acquire)
t.start()
assert repr(t) == "<Thread(%s, started %d)>" % (t.name, t.ident)
t.join(0.001)
assert t.is_alive() and threading.active_count() == 2 and t in threading.enumerate()
gate.release()
t.join()
assert not t.is_alive()
gate.release()

# threads that this module did not start
ready, names = Lock(), []
ready.acquire()


def foreign():
    t = threading.current_thread()
    names.append((t.name, t.daemon, t.is_alive(), t is threading.current_thread(), type(t).__name__))
    ready.release()


_thread.start_new_thread(foreign, ())
ready.acquire()
name = names.pop()
assert name[0].startswith("Dummy-") and name[1:] == (True, True, True, "_DummyThread")

# ---- exceptions that end a thread ----


def fails():
    raise ValueError("why")


def report(f):
    sys.stderr = io.StringIO()
    try:
        in_threads(1, f)
        return sys.stderr.getvalue()
    finally:
        sys.stderr = sys.__stderr__


text = report(fails)
assert text.startswith("Exception in thread Thread-") and " (fails):\nTraceback (most recent call last):\n" in text
assert text.endswith("ValueError: why\n") and ", in fails\n" in text
assert report(sys.exit) == ""
assert report(_thread.exit) == ""

hooked = []
threading.excepthook = hooked.append
assert report(fails) == ""
args = hooked.pop()
assert args.exc_type is ValueError and str(args.exc_value) == "why" and args.exc_traceback is not None
assert args.thread.name.endswith(" (fails)") and len(args) == 4 and args[0] is ValueError


def bad_hook(args):
    raise KeyError("hook")


threading.excepthook = bad_hook
text = report(fails)
assert text.startswith("Exception in threading.excepthook:\n") and "KeyError: 'hook'" in text
threading.excepthook = threading.__excepthook__
assert "ValueError: why" in report(fails)
direct = threading.ExceptHookArgs([ValueError, ValueError("x"), None, None])
assert direct.exc_value.args == ("x",) and direct.thread is None

# ---- Condition ----

c = Condition()
assert raises(RuntimeError, c.wait) == "cannot wait on un-acquired lock"
assert raises(RuntimeError, c.notify) == "cannot notify on un-acquired lock"
assert raises(RuntimeError, c.notify_all) == "cannot notify on un-acquired lock"
raises(RuntimeError, c.release)
assert c.acquire() is True
assert c.wait(0) is False
assert c.wait(0.001) is False
assert c.wait_for(lambda: False, 0.001) is False
assert c.wait_for(lambda: 5) == 5
assert c.wait_for(lambda: [], 0) == []
c.notify()
c.release()
for lock in None, Lock(), RLock():
    c = Condition(lock)
    items, got = [], []

    def consume():
        with c:
            while not items:
                c.wait()
            got.append(items.pop())

    threads = [Thread(target=consume) for _ in range(4)]
    for t in threads:
        t.start()
    for i in range(2):
        with c:
            items.append(i)
            c.notify()
    with c:
        items.extend([2, 3])
        c.notify_all()
    for t in threads:
        t.join()
    assert sorted(got) == [0, 1, 2, 3]
c = Condition(RLock())
with c, c: # given up as often as it was taken
    def wake():
        with c:
            c.notify()
    t = Thread(target=wake)
    t.start()
    assert c.wait() is True
    t.join()
assert repr(Condition()).startswith("<Condition(<unlocked _thread.RLock object") and repr(Condition()).endswith(", 0)>")

# ---- Event ----

e = Event()
assert not e.is_set() and e.wait(0) is False and e.wait(0.001) is False
assert ": unset>" in repr(e)
e.set()
assert e.is_set() and e.wait() is True and e.wait(5) is True and ": set>" in repr(e)
e.clear()
assert not e.is_set()
woken = []
threads = [Thread(target=lambda: woken.append(e.wait())) for _ in range(5)]
for t in threads:
    t.start()
e.set()
for t in threads:
    t.join()
assert woken == [True] * 5

# ---- Semaphore ----

s = Semaphore()
assert s.acquire() is True
assert s.acquire(False) is False
assert s.acquire(timeout=0.001) is False
assert s.acquire(True, 0) is False
s.release(2)
assert s.acquire() and s.acquire(False) and not s.acquire(blocking=False)
assert raises(ValueError, Semaphore, -1) == "semaphore initial value must be >= 0"
assert raises(ValueError, s.acquire, False, 1) == "can't specify timeout for non-blocking acquire"
assert raises(ValueError, s.release, 0) == "n must be one or more"
assert ": value=0>" in repr(s)
s.release()
with s:
    assert not s.acquire(False)
assert s.acquire(False)
b = BoundedSemaphore(2)
assert b.acquire() and b.acquire() and not b.acquire(False)
b.release(2)
assert raises(ValueError, b.release) == "Semaphore released too many times"
assert raises(ValueError, b.release, 0) == "n must be one or more"
assert ": value=2/2>" in repr(b)
inside, most, guard = 0, 0, Lock()


def enter(n):
    global inside, most
    for _ in range(n):
        with b:
            with guard:
                inside += 1
                most = max(most, inside)
            with guard:
                inside -= 1


in_threads(6, enter, 20)
assert inside == 0 and 1 <= most <= 2

# ---- Barrier ----

b = Barrier(3)
assert (b.parties, b.n_waiting, b.broken) == (3, 0, False)
assert ": waiters=0/3>" in repr(b)
indexes = []


def rounds(n):
    for _ in range(n):
        indexes.append(b.wait())


in_threads(3, rounds, 5)
assert sorted(indexes) == [0] * 5 + [1] * 5 + [2] * 5
assert (b.n_waiting, b.broken) == (0, False)
calls = []
b = Barrier(2, action=lambda: calls.append(1))
in_threads(2, rounds, 3)
assert calls == [1, 1, 1]
errors = []


def meet():
    try:
        b.wait()
    except Exception as e:
        errors.append(type(e).__name__)


b = Barrier(2, action=fails)
in_threads(2, meet)
assert sorted(errors) == ["BrokenBarrierError", "ValueError"] and b.broken
assert repr(b).endswith(": broken>")
raises(threading.BrokenBarrierError, b.wait)
b.reset()
assert not b.broken
b.abort()
assert b.broken
b = Barrier(2, timeout=0.001)
raises(threading.BrokenBarrierError, b.wait)
assert b.broken
b.reset()
raises(threading.BrokenBarrierError, b.wait, 0.001)
raises(ValueError, Barrier, 0)
assert Barrier(1).wait() == 0
assert issubclass(threading.BrokenBarrierError, RuntimeError)

# ---- Timer ----

rang = Event()
t = Timer(0.001, rang.set)
assert isinstance(t, Thread) and t.interval == 0.001
t.start()
assert rang.wait() is True
t.join()
calls = []
t = Timer(0, lambda *a, **k: calls.append((a, k)), [1], {"b": 2})
t.start()
t.join()
assert calls == [((1,), {"b": 2})]
t = Timer(1000, calls.clear)
t.start()
t.cancel()
t.join()
assert len(calls) == 1

# ---- local ----

values = threading.local()
values.x = 1
assert values.x == 1 and values.__dict__ == {"x": 1}
found = []


def look():
    found.append(hasattr(values, "x"))
    values.x = 2
    values.y = 3
    found.append(values.__dict__)
    del values.x
    found.append(dict(values.__dict__))
    try:
        del values.x
    except AttributeError:
        found.append("none")


in_threads(1, look)
assert found == [False, {"y": 3}, {"y": 3}, "none"]
assert values.x == 1 and not hasattr(values, "y")
raises(AttributeError, getattr, values, "z")
raises(AttributeError, setattr, values, "__dict__", {})
raises(AttributeError, delattr, values, "__dict__")
raises(TypeError, threading.local, 1)
raises(TypeError, threading.local, a=1)


class Mine(threading.local):
    number = 5
    initialized = 0

    def __init__(self, a, *, b=0):
        self.a = a
        self.b = b
        Mine.initialized += 1

    def total(self):
        return self.a + self.b + self.number

    @property
    def half(self):
        return self.a / 2

    @half.setter
    def half(self, value):
        self.a = 2 * value


m = Mine(1, b=2)
assert m.total() == 8 and m.half == 0.5
m.a = 10
m.half = 7
assert m.a == 14 and "half" not in m.__dict__
found = []
in_threads(1, lambda: found.append((m.total(), m.a, m.b)))
assert found == [(8, 1, 2)] and Mine.initialized == 2
assert m.a == 14
m.number = 1
in_threads(1, lambda: found.append(m.number))
assert found[1] == 5 and m.number == 1 and Mine.number == 5
locals_ = [threading.local() for _ in range(50)]
for i, l in enumerate(locals_):
    l.i = i
assert [l.i for l in locals_] == list(range(50))
del locals_, l

# ---- names ----

assert threading.Lock is _thread.LockType
assert threading.TIMEOUT_MAX == _thread.TIMEOUT_MAX
assert threading.ThreadError is RuntimeError
assert threading.stack_size(0) == 0
assert threading.gettrace() is None and threading.getprofile() is None
for name in threading.__all__:
    assert hasattr(threading, name), name
while _thread._count(): # the thread that this module did not start
    time.sleep(0.001)
assert threading.enumerate() == [main]

# ---- a thread that was never made whole; a hook that fails ----


class Hollow(threading.Thread):
    def __init__(self):
        pass


for kind, text, f in ((AssertionError, "Thread.__init__() was not called", lambda: repr(Hollow())),
                      (AssertionError, "Thread.__init__() not called", lambda: Hollow().name),
                      (RuntimeError, "thread.__init__() not called", lambda: Hollow().start()),
                      (RuntimeError, "Thread.__init__() not called", lambda: Hollow().join())):
    try:
        f()
        assert False
    except kind as e:
        assert str(e) == text
