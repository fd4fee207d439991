# needs: _thread
# Threads of _thread: how they begin and end, what they get, numbers, sizes of stacks.
import _thread
import sys


def raises(error, f, *args, **keywords):
    try:
        f(*args, **keywords)
    except error as e:
        return str(e)
    raise AssertionError("nothing raised")


def run(f, *args, **keywords):
    """What f returns when another thread calls it."""
    done = _thread.allocate_lock()
    done.acquire()
    result = []

    def job():
        try:
            result.append(f(*args, **keywords))
        except BaseException as e:
            result.append(e)
        finally:
            done.release()
    _thread.start_new_thread(job, ())
    done.acquire()
    return result[0]


done = _thread.allocate_lock()
done.acquire()
got = []


def take(*args, **keywords):
    got.append((args, keywords))
    done.release()


for args, keywords in [((), {}), ((1,), {}), ((1, "two", [3]), {"a": 4}), ((), {"x": 1, "y": 2}), (tuple(range(40)), {})]:
    ident = _thread.start_new_thread(take, args, keywords)
    done.acquire()
    assert type(ident) is int and ident != 0
    assert got.pop() == (args, keywords)
_thread.start_new_thread(take, ())
done.acquire()
assert got.pop() == ((), {})
_thread.start_new(take, (5,))
done.acquire()
assert got.pop() == ((5,), {})

raises(TypeError, _thread.start_new_thread)
raises(TypeError, _thread.start_new_thread, take)
assert raises(TypeError, _thread.start_new_thread, 1, ()) == "first arg must be callable"
assert raises(TypeError, _thread.start_new_thread, take, [1]) == "2nd arg must be a tuple"
assert raises(TypeError, _thread.start_new_thread, take, (), 1) == "optional 3rd arg must be a dictionary"
raises(TypeError, _thread.start_new_thread, take, (), {}, 1)

me = _thread.get_ident()
assert me != 0 and me == _thread.get_ident()
assert run(_thread.get_ident) != me
assert _thread.get_native_id() != run(_thread.get_native_id)
assert run(lambda: _thread.get_ident() == _thread.get_ident()) is True
assert run(lambda: _thread._get_main_thread_ident()) == me

# exceptions stay where they are
assert isinstance(run(lambda: 1 / 0), ZeroDivisionError)
assert isinstance(run(_thread.exit), SystemExit)
assert isinstance(run(sys.exit, 3), SystemExit)
assert isinstance(run(_thread.exit_thread), SystemExit)
assert sys.exc_info() == (None, None, None)
try:
    [].pop()
except IndexError as e:
    assert run(sys.exc_info) == (None, None, None)
    assert run(lambda: sys.exception()) is None
    error = run(lambda: 1 / 0)
    assert error.__context__ is None
    assert sys.exception() is e


def handling(lock, other):
    try:
        {}["key"]
    except KeyError as e:
        other.release()
        lock.acquire()
        return sys.exception() is e


one, two = _thread.allocate_lock(), _thread.allocate_lock()
one.acquire()
two.acquire()
answers = []
_thread.start_new_thread(lambda: (answers.append(handling(one, two)), done.release()), ())
two.acquire()
try:
    raise ValueError
except ValueError as e:
    one.release()
    done.acquire()
    assert sys.exception() is e
assert answers == [True]

# an exit ends the thread alone, and silently
_thread.start_new_thread(sys.exit, ("not shown",))
_thread.start_new_thread(_thread.exit, ())

# generators go on in another thread, but not in two at once


def numbers():
    for i in range(6):
        yield i


g = numbers()
assert [next(g), run(next, g), next(g), run(next, g), run(lambda: list(g))] == [0, 1, 2, 3, [4, 5]]


def waits():
    one.acquire()
    two.release()
    one.acquire()
    yield 1


one.release()
g = waits()
_thread.start_new_thread(lambda: (got.append(next(g)), done.release()), ())
two.acquire()
assert raises(ValueError, next, g) == "generator already executing"
one.release()
done.acquire()
assert got.pop() == 1

# recursion, in Python and in C, is each thread's own


def deep(n):
    return n and 1 + deep(n - 1)


def nested(n):
    data = []
    for _ in range(n):
        data = [data]
    return len(repr(data))


def endless():
    return endless()


assert run(deep, 400) == 400
assert run(nested, 100) == 202
assert isinstance(run(endless), RecursionError)
assert deep(400) == 400

cycle = [1]
cycle.append(cycle)
assert repr(cycle) == run(repr, cycle) == "[1, [...]]"


class Slow:
    def __repr__(self):
        return run(repr, holder)


class Plain:
    def __repr__(self):
        return "plain"


# another thread prints the list while this one does
class Asks:
    asked = False

    def __repr__(self):
        if not Asks.asked:
            Asks.asked = True
            return run(repr, shared)
        return "again"


shared = [Asks()]
assert repr(shared) == "[[again]]"

# handles
raises(TypeError, _thread.start_joinable_thread)
raises(TypeError, _thread.start_joinable_thread, 1)
raises(TypeError, _thread.start_joinable_thread, take, handle=1)
h = _thread.start_joinable_thread(lambda: got.append(1))
assert h.join() is None
assert h.is_done() and got.pop() == 1
assert h.ident != 0
assert h.join(0) is None and h.join(1) is None and h.join(None) is None
h = _thread._ThreadHandle()
assert not h.is_done()
assert raises(RuntimeError, h.join) == "thread not started"
assert _thread.start_joinable_thread(lambda: got.append(2), handle=h, daemon=False) is h
h.join()
assert got.pop() == 2
assert raises(RuntimeError, _thread.start_joinable_thread, take, h) == "thread already started"
one.acquire(False)
h = _thread.start_joinable_thread(one.acquire)
h.join(0.001)
assert not h.is_done()
one.release()
h.join()
assert h.is_done()

before = _thread.stack_size()
assert _thread.stack_size(256 * 1024) == 0
assert _thread.stack_size(512 * 1024) == 256 * 1024
assert run(deep, 200) == 200
assert _thread.stack_size() == 512 * 1024
assert _thread.stack_size() == 0
raises(ValueError, _thread.stack_size, -1)
raises(TypeError, _thread.stack_size, "x")
assert _thread.stack_size(0) == 0

assert sys.getswitchinterval() == 0.005
sys.setswitchinterval(0.001)
assert abs(sys.getswitchinterval() - 0.001) < 1e-9
raises(ValueError, sys.setswitchinterval, 0)
raises(ValueError, sys.setswitchinterval, -1)
raises(TypeError, sys.setswitchinterval, "x")
sys.setswitchinterval(0.005)

if sys.implementation.name == "micropython":
    assert sys.implementation._thread == "GIL"
