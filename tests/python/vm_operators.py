# needs: messages methods
# Operators, subscripts and calls that are methods of the program's: what they see, return and raise.
import sys


class V:
    def __init__(self, x):
        self.x = x

    def __add__(self, other):
        if not isinstance(other, V):
            return NotImplemented
        return V(self.x + other.x)

    def __radd__(self, other):
        return V(other + self.x) if isinstance(other, int) else NotImplemented

    def __sub__(self, other):
        raise KeyError("sub")

    def __mul__(self, other, third=3):
        return self.x * other * third

    def __matmul__(self, *others):
        return others

    def __truediv__(self, other):
        yield self.x
        yield other

    def __getitem__(self, key):
        return NotImplemented if key == 0 else (self.x, key)

    def __call__(self, *args, **kw):
        return self.x, args, kw

    def __eq__(self, other):
        return isinstance(other, V) and self.x == other.x


a, b = V(1), V(2)
assert a + b == V(3)
assert 5 + a == V(6)
for other in (5, "s", None, [1], 1.5):
    try:
        a + other
    except TypeError as e:
        assert "unsupported operand type(s) for +: 'V' and '%s'" % type(other).__name__ in str(e), e
    else:
        assert False
try:
    "s" + a
except TypeError:
    pass
else:
    assert False
assert a * 7 == 21
assert (a @ b)[0] is b
four = 4
assert list(a / 4) == list(a / four) == [1, 4]
assert a[0] is NotImplemented
assert a[5] == (1, 5) and a["k"] == (1, "k") and a[1:2] == (1, slice(1, 2))
assert a() == (1, (), {}) and a(1, 2, z=3) == (1, (1, 2), {"z": 3})
assert a(*[1], **{"k": 2}) == (1, (1,), {"k": 2})

# What is raised comes with both lines, and a handler around the operator is found.
try:
    a - b
except KeyError as e:
    tb, lines = e.__traceback__, []
    while tb:
        lines.append(tb.tb_lineno)
        tb = tb.tb_next
    assert len(lines) == 2 and lines[1] == V.__sub__.__code__.co_firstlineno + 1, lines
else:
    assert False


def finally_runs():
    log = []
    try:
        try:
            log.append(a - b)
        finally:
            log.append("f")
    except KeyError:
        log.append("k")
    return log


assert finally_runs() == ["f", "k"]


# A subclass's reflected method goes first; one that declines leaves the other its turn.
class W(V):
    def __radd__(self, other):
        return "W.radd"


class X(V):
    def __radd__(self, other):
        return NotImplemented


assert a + W(5) == "W.radd"
assert a + X(5) == V(6)
assert W(5) + a == V(6)


class Declines:
    def __add__(self, other):
        return NotImplemented

    __lshift__ = __add__


class Takes:
    def __radd__(self, other):
        return "taken from", type(other).__name__

    def __rlshift__(self, other):
        return "shifted"


assert Declines() + Takes() == ("taken from", "Declines")
assert Declines() << Takes() == "shifted"
for f in (lambda: Declines() + Declines(), lambda: Declines() << 1, lambda: Declines() + [1]):
    try:
        f()
    except TypeError:
        pass
    else:
        assert False


# Classes with a built-in base.
class I(int):
    def __add__(self, other):
        return "I", int(self) + other


class L(list):
    def __getitem__(self, i):
        return list.__getitem__(self, i) * 2


assert I(3) + 4 == ("I", 7)
assert 4 + I(3) == 7
assert I(3) * 2 == 6
assert L([1, 2])[1] == 4
assert L([1, 2]) + [3] == [1, 2, 3]


# Without end, in the machine's frames.
class Endless:
    def __add__(self, other):
        return self + other

    def __getitem__(self, i):
        return self[i]

    def __call__(self):
        return self()


for f in (lambda: Endless() + 1, lambda: Endless()[1], lambda: Endless()()):
    try:
        f()
    except RecursionError:
        pass
    else:
        assert False


# The operands stay as they are when the result takes the place of one.
def same_register(v):
    v = v + v
    v = v + v
    return v.x


assert same_register(V(3)) == 12


# Not found on the instance, and a class attribute that is no function.
class Odd:
    __add__ = len
    __getitem__ = staticmethod(lambda i: ("static", i))
    __call__ = print


o = Odd()
o.__mul__ = lambda x: 1
assert o["a"] == ("static", "a")
for f in (lambda: o * 2, lambda: o + o):
    try:
        f()
    except TypeError:
        pass
    else:
        assert False


class Proxy:
    def __getattr__(self, name):
        return lambda *a: name


try:
    Proxy() + 1
except TypeError:
    pass
else:
    assert False
try:
    Proxy()()
except TypeError as e:
    assert str(e) == "'Proxy' object is not callable"
else:
    assert False
