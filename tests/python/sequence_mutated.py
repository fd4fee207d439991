# Sequences that change while their index, slice, item, key or comparison is asked for.
# needs: memoryview methods
import array
import collections


class Index:
    def __init__(self, act, v):
        self.act, self.v = act, v

    def __index__(self):
        self.act()
        return self.v


def fails(errors, f, *args):
    try:
        f(*args)
    except errors:
        return
    assert False, f


# lists
def full():
    return list(range(100))


a = full()
assert a[Index(a.clear, 0):50] == []
a = full()
assert a[Index(a.clear, 0):50:2] == []
a = full()
a[Index(a.clear, 0):50] = range(25)
assert a == list(range(25))
a = full()
fails(ValueError, a.__setitem__, slice(Index(a.clear, 0), 50, 2), range(25))
a = full()
del a[Index(a.clear, 0):50:3]
assert a == []
for f in ("__getitem__", "__delitem__", "pop"):
    a = full()
    fails(IndexError, getattr(a, f), Index(a.clear, 50))
a = full()
fails(IndexError, a.__setitem__, Index(a.clear, 50), 1)
a = full()
a.insert(Index(a.clear, 50), 1)
assert a == [1]

# bytearrays
for key in (slice(None, None, None), slice(0, 50, 2), slice(None, 3)):
    b = bytearray(100)
    k = slice(Index(b.clear, 0), key.stop, key.step)
    assert b[k] == b""
b = bytearray(100)
fails(IndexError, b.__setitem__, Index(b.clear, 50), 1)
b = bytearray(100)
fails(IndexError, b.__setitem__, 3, Index(b.clear, 50))
b = bytearray(100)
b.insert(Index(b.clear, 50), 3)
assert b == b"\3"
b = bytearray(100)
b.append(Index(b.clear, 50))
assert b == b"2"
b = bytearray(100)
b.insert(3, Index(b.clear, 50))
assert b == b"2"

# deques
d = collections.deque(range(10))
fails(IndexError, d.__getitem__, Index(d.clear, 5))
d = collections.deque(range(10))
fails(IndexError, d.__setitem__, Index(d.clear, 5), 1)

# memory views
for key in (5, -1):
    m = memoryview(bytearray(10))
    fails(ValueError, m.__getitem__, Index(m.release, key))
    m = memoryview(bytearray(10))
    fails(ValueError, m.__setitem__, 3, Index(m.release, 5))

# steps and bounds beyond all
for t in ([1, 2, 3], (1, 2, 3), b"abc", bytearray(b"abc"), "abc", memoryview(b"abc"), array.array("i", [1, 2, 3])):
    for huge in (1 << 62, (1 << 63) - 1, -(1 << 63), 1 << 80, -(1 << 80)):
        for start in range(-4, 5):
            assert list(t[start::huge]) == list(t)[start::10 if huge > 0 else -10]
        t[huge:], t[:huge], t[huge:huge:-1]
a = [1, 2, 3]
a[1::1 << 62] = [7]
assert a == [1, 7, 3]
del a[2::1 << 62]
assert a == [1, 7]
fails(ValueError, [].__setitem__, slice(None, None, 1 << 62), [1])


# comparisons and keys that change what is compared
class Clears:
    def __init__(self, what):
        self.what = what

    def __eq__(self, other):
        self.what.clear()
        return False

    def __lt__(self, other):
        self.what.clear()
        return True

    def __hash__(self):
        return 1


a = []
a.extend(Clears(a) for _ in range(20))
assert a != [0] * 20
a = []
a.extend(Clears(a) for _ in range(20))
assert 5 not in a and a.count(3) == 0
a = []
a.extend(Clears(a) for _ in range(20))
fails(ValueError, a.remove, 3)
a.extend(Clears(a) for _ in range(20))
fails(ValueError, a.index, 3)
a = []
a.extend(Clears(a) for _ in range(20))
a.sort()
d = {}
for i in range(20):
    d[Clears({})] = i
k = Clears(d)
assert d.get(k) is None
d = {Clears({}): 1}
try:
    d[Clears(d)] = 2
except RuntimeError:
    pass
s = {Clears({}) for _ in range(5)}
Clears(s) in s
