# needs: _thread
# Locks of _thread, with one thread and with two.
import _thread


def raises(error, f, *args, **keywords):
    try:
        f(*args, **keywords)
    except error as e:
        return str(e)
    raise AssertionError("nothing raised")


lock = _thread.allocate_lock()
assert type(lock) is _thread.LockType
assert isinstance(lock, _thread.LockType)
assert _thread.LockType.__module__ == "_thread"
assert repr(lock).startswith("<unlocked _thread.lock object at 0x")
assert lock.locked() is False
assert lock.acquire() is True
assert lock.locked() is True
assert repr(lock).startswith("<locked _thread.lock object at 0x")
assert lock.acquire(False) is False
assert lock.acquire(0) is False
assert lock.acquire(blocking=False) is False
assert lock.acquire(False, -1) is False
assert lock.acquire(True, 0) is False
assert lock.acquire(True, 0.001) is False
assert lock.acquire(timeout=0.001) is False
assert lock.release() is None
assert lock.acquire(1, 0.5) is True
lock.release()
assert lock.acquire(timeout=-1) is True
lock.release()
assert lock.acquire(timeout=0) is True
lock.release()
assert raises(RuntimeError, lock.release) == "release unlocked lock"
assert raises(ValueError, lock.acquire, False, 1) == "can't specify a timeout for a non-blocking call"
assert raises(ValueError, lock.acquire, True, -2) == "timeout value must be a non-negative number"
assert raises(OverflowError, lock.acquire, True, 1e100)
raises(OverflowError, lock.acquire, True, float("inf"))
raises(ValueError, lock.acquire, True, float("nan"))
raises(TypeError, lock.acquire, True, "x")
raises(TypeError, lock.acquire, True, 1, 2)
raises(TypeError, lock.acquire, wait=1)
raises(TypeError, lock.release, 1)
raises(TypeError, _thread.allocate_lock, 1)
assert not lock.locked()
with lock as result:
    assert result is True
    assert lock.locked()
assert not lock.locked()
try:
    with lock:
        raise KeyError
except KeyError:
    assert not lock.locked()
for names in ("acquire", "acquire_lock"), ("release", "release_lock"), ("locked", "locked_lock"):
    for name in names:
        assert callable(getattr(lock, name))
assert lock.acquire_lock() and lock.locked_lock()
lock.release_lock()
assert not lock.locked()
assert raises(AttributeError, setattr, lock, "x", 1)
assert hash(lock) == hash(lock)
assert lock == lock and lock != _thread.allocate_lock()
assert _thread.error is RuntimeError
assert _thread.TIMEOUT_MAX > 1000000
assert lock.acquire(True, 1000000)
lock.release()

# a lock that another thread releases
lock.acquire()
_thread.start_new_thread(lock.release, ())
assert lock.acquire() is True

# ... that has waited for it
second = _thread.allocate_lock()
second.acquire()
log = []


def first_then_second():
    with lock:
        log.append(2)
    second.release()


_thread.start_new_thread(first_then_second, ())
log.append(1)
lock.release()
second.acquire()
assert log == [1, 2]
second.release()

# locks that can be taken again
r = _thread.RLock()
assert repr(r).startswith("<unlocked _thread.RLock object owner=0 count=0 at 0x")
assert r.acquire() is True
assert r.acquire(False) is True
assert r.acquire(True, 1) is True
assert " count=3 " in repr(r) and repr(r).startswith("<locked _thread.RLock")
assert r._is_owned()
assert r._recursion_count() == 3
state = r._release_save()
assert not r._is_owned()
assert r._recursion_count() == 0
r._acquire_restore(state)
assert r._recursion_count() == 3
for left in 2, 1, 0:
    assert r.release() is None
    assert r._recursion_count() == left
assert raises(RuntimeError, r.release) == "cannot release un-acquired lock"
assert raises(RuntimeError, r._release_save) == "cannot release un-acquired lock"
raises(ValueError, r.acquire, False, 1)
with r as result:
    assert result is True
    with r:
        assert r._recursion_count() == 2
assert r._recursion_count() == 0

results = []
done = _thread.allocate_lock()
done.acquire()


def other():
    results.append(r.acquire(False))
    results.append(r.acquire(True, 0.001))
    results.append(r._is_owned())
    try:
        r.release()
    except RuntimeError as e:
        results.append(str(e))
    done.release()


r.acquire()
_thread.start_new_thread(other, ())
done.acquire()
assert results == [False, False, False, "cannot release un-acquired lock"]
assert r._recursion_count() == 1
_thread.start_new_thread(lambda: (r.acquire(), r.acquire(), r.release(), r.release(), done.release()), ())
r.release()
done.acquire()
assert r.acquire(False)


class Sub(_thread.RLock):
    pass


s = Sub()
with s:
    assert s._is_owned()
assert not s._is_owned()
