# needs: messages methods
# __getattr__, __getattribute__, __setattr__, __delattr__, __dir__, __slots__, module attributes, caches.


class Proxy:
    def __init__(self, target):
        object.__setattr__(self, "_target", target)

    def __getattr__(self, name):
        return getattr(self._target, name)

    def __setattr__(self, name, v):
        setattr(self._target, name, v)

    def __delattr__(self, name):
        delattr(self._target, name)


class T:
    pass


t = T()
p = Proxy(t)
p.a = 1
assert t.a == 1 and p.a == 1
for i in range(3):
    p.a = i
    assert p.a == t.a == i
del p.a
assert not hasattr(t, "a") and not hasattr(p, "a")
try:
    p.zz
    assert False
except AttributeError as e:
    assert str(e) == "'T' object has no attribute 'zz'"


class Log:
    def __init__(self):
        self.v = 1

    def __getattribute__(self, name):
        if name == "secret":
            raise AttributeError("no secrets")
        return ("seen", object.__getattribute__(self, name))

    def m(self):
        return 5


log = Log()
assert log.v == ("seen", 1) and log.m[1]() == 5 and not hasattr(log, "secret")


class Both:
    def __getattribute__(self, name):
        if name.startswith("x"):
            raise AttributeError(name)
        return super().__getattribute__(name)

    def __getattr__(self, name):
        return "fallback " + name


b = Both()
b.y = 2
b.x = 1
assert b.y == 2 and b.x == "fallback x" and b.q == "fallback q"


class Frozen:
    def __init__(self):
        super().__setattr__("v", 1)

    def __setattr__(self, name, v):
        raise AttributeError("frozen")


f = Frozen()
assert f.v == 1
for _ in range(3):
    try:
        f.v = 2
        assert False
    except AttributeError as e:
        assert str(e) == "frozen" and f.v == 1
    assert f.v == 1

# Hooks that come later
class Late:
    pass


late = Late()
late.a = 1
assert late.a == 1
Late.__setattr__ = lambda self, n, v: object.__setattr__(self, n, v + 100)
late.a = 1
assert late.a == 101


class SubLate(Late):
    pass


s = SubLate()
s.b = 1
assert s.b == 101
Late.__getattr__ = lambda self, n: "late " + n
assert s.nothing == "late nothing" and late.other == "late other"
Late.__getattribute__ = lambda self, n: "all"
assert s.b == "all" and late.a == "all"
del Late.__getattribute__, Late.__getattr__, Late.__setattr__
assert s.b == 101 and not hasattr(s, "nothing")
s.b = 1
assert s.b == 1


class Dir:
    def __dir__(self):
        return ["b", "a"]


assert dir(Dir()) == ["a", "b"]


# __slots__
class Slots:
    __slots__ = ("a", "b")

    def __init__(self):
        self.a = 1


s = Slots()
s.b = 2
assert (s.a, s.b) == (1, 2) and not hasattr(s, "__dict__")
for action, text in [(lambda: setattr(s, "c", 1), "'Slots' object has no attribute 'c' and no __dict__ for setting new attributes"),
                     (lambda: s.c, "'Slots' object has no attribute 'c'")]:
    try:
        action()
        assert False
    except AttributeError as e:
        assert str(e) == text, e
del s.b
assert not hasattr(s, "b")
s.b = 3
assert s.b == 3


class MoreSlots(Slots):
    __slots__ = "c", "__d"

    def set(self):
        self.__d = 4
        return self.__d


m = MoreSlots()
m.a, m.b, m.c = 1, 2, 3
assert m.set() == 4 and (m.a, m.b, m.c) == (1, 2, 3)
try:
    m.e = 1
    assert False
except AttributeError:
    pass


class Open(Slots):
    pass


o = Open()
o.anything = 1
assert o.anything == 1 and o.a == 1
try:
    class Clash:
        __slots__ = ("a",)
        a = 1
    assert False
except ValueError as e:
    assert str(e) == "'a' in __slots__ conflicts with class variable"


class DictSlot:
    __slots__ = ("a", "__dict__")


d = DictSlot()
d.z = 1
assert d.z == 1


# Many shapes: the order in which attributes come does not matter
class Shape:
    pass


shapes = []
for i in range(50):
    x = Shape()
    names = ["p", "q", "r"]
    names = names[i % 3:] + names[:i % 3]
    for n in names:
        setattr(x, n, n + str(i))
    shapes.append(x)
for i, x in enumerate(shapes):
    assert (x.p, x.q, x.r) == (f"p{i}", f"q{i}", f"r{i}")


class Grow:
    def __init__(self, n):
        self.first = n
        for i in range(n):
            self.__dict__[f"k{i}"] = i if n % 2 else None
            setattr(self, f"a{i}", i)


for n in range(0, 40, 3):
    g = Grow(n)
    assert g.first == n and all(getattr(g, f"a{i}") == i for i in range(n))


# Instance attributes over methods, class attributes over time
class C:
    def m(self):
        return "class"


c = C()
results = []
for i in range(4):
    if i == 2:
        c.m = lambda: "instance"
    results.append(c.m())
assert results == ["class", "class", "instance", "instance"]
del c.m
assert c.m() == "class"

# setattr, getattr, with names made at run time
name = "".join(["dy", "namic"])
setattr(c, name, 5)
assert c.dynamic == 5 and getattr(c, name) == 5 and hasattr(c, name) and vars(c) == {"dynamic": 5}
delattr(c, name)
assert getattr(c, name, None) is None
try:
    setattr(c, 5, 1)
    assert False
except TypeError as e:
    assert "attribute name must be string" in str(e)

# Modules
import math
import sys
assert math.pi > 3 and math.sqrt(4) == 2
for _ in range(3):
    assert math.floor(2.5) == 2
try:
    math.nothing
    assert False
except AttributeError as e:
    assert str(e) == "module 'math' has no attribute 'nothing'"
here = sys.modules[__name__]
value = 1
assert here.value == 1
here.value = 2
assert value == 2
value = 3
assert here.value == 3 and here.__dict__ is globals() and here.__name__ == __name__
M = type(sys)
m = M("made", "doc")
m.x = 1
assert m.x == 1 and m.__name__ == "made" and m.__doc__ == "doc" and vars(m)["x"] == 1
m.__getattr__ = lambda n: n * 2
assert m.ab == "abab"
del m.x
assert m.x == "xx" and repr(M("n")) == "<module 'n'>"


class Mod(M):
    def hello(self):
        return self.x


m = Mod("sub")
m.x = 4
assert m.hello() == 4 and m.x == 4
try:
    (5).x = 1
    assert False
except AttributeError as e:
    assert str(e) == "'int' object has no attribute 'x' and no __dict__ for setting new attributes"
try:
    None.x
    assert False
except AttributeError as e:
    assert str(e) == "'NoneType' object has no attribute 'x'"
print("ok")
