# The modules micropython and gc.
import gc
import micropython
from micropython import RingIO

# const and the decorators change nothing
X = micropython.const(12)
assert X == 12


@micropython.native
def f(a):
    return a + 1


@micropython.viper
def g(a: int) -> int:
    return a + 2


@micropython.bytecode
def h(a):
    return a + 3


assert (f(1), g(1), h(1)) == (2, 3, 4)

# the heap
level = micropython.opt_level()
micropython.opt_level(3)
assert micropython.opt_level() == 3
micropython.opt_level(level)
assert micropython.alloc_emergency_exception_buf(100) is None
assert isinstance(micropython.stack_use(), int) and micropython.stack_use() > 0
assert not micropython.heap_locked()
micropython.heap_lock()
micropython.heap_lock()
locked = micropython.heap_locked()
try:
    y = [1, 2, 3]
    failed = False
except MemoryError:
    failed = True
first = micropython.heap_unlock()
second = micropython.heap_unlock()
assert locked and failed and (first, second) == (1, 0) and not micropython.heap_locked()
micropython.kbd_intr(-1)
micropython.kbd_intr(3)

# schedule
done = []
micropython.schedule(done.append, 1)
micropython.schedule(lambda v: done.append(v), 2)
for _ in range(10):
    pass
assert done == [1, 2]

# gc
assert gc.isenabled()
gc.disable()
assert not gc.isenabled()
gc.enable()
assert gc.isenabled()
garbage = [[i] for i in range(1000)]
before = gc.mem_alloc()
garbage = None
assert isinstance(gc.collect(), int) and gc.collect(2) >= 0
assert gc.mem_alloc() < before
assert gc.mem_free() > 0
free, used = gc.mem_free(), gc.mem_alloc()
assert used < 100_000_000
assert gc.threshold() == -1
assert gc.threshold(1 << 20) is None and gc.threshold() == 1 << 20
assert gc.threshold(-1) is None and gc.threshold() == -1
assert any(o is done for o in gc.get_objects())


# RingIO
def raises(error, f, *args):
    try:
        f(*args)
    except error:
        return
    raise AssertionError(error)


r = RingIO(4)
assert r.any() == 0 and r.read() == b"" and r.readline() == b""
assert r.write(b"ab") == 2 and r.any() == 2
assert r.write(b"cdef") == 2 and r.any() == 4  # full
assert r.write(b"x") == 0
assert r.read(1) == b"a" and r.write(b"e") == 1
assert r.read() == b"bcde" and r.any() == 0
for i in range(50):  # round and round
    assert r.write(bytes([i, i + 1, i + 2])) == 3
    assert r.read(5) == bytes([i, i + 1, i + 2])
r.write(b"x\nyz")
assert r.readline() == b"x\n" and r.readline(1) == b"y" and r.readline() == b"z"
r.write(b"1234")
into = bytearray(3)
assert r.readinto(into) == 3 and into == b"123"
assert r.readinto(into, 1) == 1 and into == b"423" and r.readinto(into) == 0
assert r.write(b"abcdef", 1, 3) == 3 and r.read() == b"bcd"
assert r.close() is None
store = bytearray(5)
r = RingIO(store)
assert r.write(b"abcdef") == 4 and store == b"abcd\0" and r.read() == b"abcd"
raises(ValueError, RingIO, 0)
raises(ValueError, RingIO, -1)
raises(ValueError, RingIO, bytearray(1))
raises(TypeError, RingIO, b"abc")
raises(TypeError, RingIO)
raises(TypeError, r.write, "text")
raises(TypeError, r.readinto, b"abc")
store = bytearray(8)
r = RingIO(store)
r.write(b"1234567")
del store[2:]
assert r.any() == 0 and r.write(b"ab") == 1 and r.read() == b"a"
del store[1:]
raises(ValueError, r.any)


# generator.pend_throw(): an exception for the next resumption, whoever asks for it.
def counter():
    i = 0
    while True:
        try:
            yield i
        except KeyError:
            i += 10
        i += 1


if hasattr(counter(), "pend_throw"):
    g = counter()
    assert next(g) == 0
    assert g.pend_throw(KeyError()) is None
    assert next(g) == 11
    g.pend_throw(KeyError())
    for x in g:
        assert x == 22
        break
    g.pend_throw(KeyError)
    assert isinstance(g.pend_throw(None), KeyError)
    assert g.send(None) == 23

    def outer():
        yield from g

    o = outer()
    assert next(o) == 24
    g.pend_throw(KeyError())
    assert next(o) == 35
    o.pend_throw(KeyError())
    assert next(o) == 46
    o.pend_throw(ValueError("x"))
    try:
        for x in o:
            assert False
    except ValueError:
        pass
    assert list(o) == []
    new = counter()
    new.pend_throw(OSError(1))
    try:
        next(new)
    except OSError:
        pass
    else:
        assert False
    closed = counter()
    next(closed)
    closed.pend_throw(OSError(1))
    closed.close()
    assert list(closed) == []
