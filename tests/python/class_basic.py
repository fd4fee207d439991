# needs: messages methods
# Classes: attributes, methods, special methods, inheritance, super().

class Point:
    "A point."
    dims = 2

    def __init__(self, x, y=0):
        self.x = x
        self.y = y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"

    def __eq__(self, other):
        if not isinstance(other, Point):
            return NotImplemented
        return self.x == other.x and self.y == other.y

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)

    def __neg__(self):
        return Point(-self.x, -self.y)

    def __bool__(self):
        return bool(self.x or self.y)

    def norm(self):
        return self.x * self.x + self.y * self.y

    @classmethod
    def origin(cls):
        return cls(0, 0)

    @staticmethod
    def double(n):
        return 2 * n


p = Point(1, 2)
assert repr(p) == "Point(1, 2)" and str(p) == "Point(1, 2)"
assert p == Point(1, 2) and p != Point(1, 3)
assert p + Point(y=1, x=1) == Point(2, 3)
assert -p == Point(-1, -2)
assert not Point.origin() and p
assert p.norm() == 5 and Point.norm(p) == 5
assert Point.double(4) == p.double(4) == 8
assert Point.__doc__ in ("A point.", None) and Point.__name__ == "Point"
assert Point.__module__ == __name__ and Point.__qualname__ == "Point"
assert p.dims == 2 and Point.dims == 2
p.dims = 3
assert p.dims == 3 and Point.dims == 2
del p.dims
assert p.dims == 2
Point.dims = 5
assert p.dims == 5
p.__dict__["z"] = 9
assert p.z == 9 and p.__dict__ == {"x": 1, "y": 2, "z": 9}
p.w = 1
assert p.__dict__["w"] == 1
p.__dict__ = {"x": 7, "y": 8}
assert p.x == 7 and not hasattr(p, "z")
try:
    hash(p)
    assert False
except TypeError as e:
    assert str(e) == "unhashable type: 'Point'", e
try:
    p.nothing
    assert False
except AttributeError as e:
    assert str(e) == "'Point' object has no attribute 'nothing'"
    assert e.name == "nothing" and e.obj is p
try:
    Point.nothing
    assert False
except AttributeError as e:
    assert str(e) == "type object 'Point' has no attribute 'nothing'"
try:
    del p.nothing
    assert False
except AttributeError as e:
    assert str(e) == "'Point' object has no attribute 'nothing'"
try:
    Point()
    assert False
except TypeError as e:
    assert str(e) == "Point.__init__() missing 1 required positional argument: 'x'", e


class Empty:
    pass


assert isinstance(Empty(), Empty) and type(Empty()) is Empty
assert Empty() != Empty() and hash(Empty()) is not None
e = Empty()
assert e == e and {e: 1}[e] == 1
assert repr(e).startswith(f"<{__name__}.Empty object at 0x")
try:
    Empty(1)
    assert False
except TypeError as x:
    assert str(x) == "Empty() takes no arguments"
for i in range(100):
    setattr(e, "a%d" % i, i)
for i in range(100):
    assert getattr(e, "a%d" % i) == i
assert len(e.__dict__) == 100 and list(e.__dict__)[:3] == ["a0", "a1", "a2"]
del e.a50
assert not hasattr(e, "a50") and e.a51 == 51 and getattr(e, "a50", None) is None


class A:
    def f(self):
        return "A"

    def __init__(self):
        self.trail = ["A"]


class B(A):
    def f(self):
        return "B" + super().f()

    def __init__(self):
        super().__init__()
        self.trail.append("B")


class C(A):
    def f(self):
        return "C" + super().f()

    def __init__(self):
        super().__init__()
        self.trail.append("C")


class D(B, C):
    def f(self):
        return "D" + super().f()

    def __init__(self):
        super().__init__()
        self.trail.append("D")


assert D().f() == "DBCA" and D().trail == ["A", "C", "B", "D"]
assert [k.__name__ for k in D.__mro__] == ["D", "B", "C", "A", "object"]
assert D.__bases__ == (B, C) and D.__base__ is B and D.mro() == list(D.__mro__)
assert issubclass(D, A) and not issubclass(A, D) and isinstance(D(), (int, C))
assert A.__subclasses__() == [B, C]
assert super(B, D()).f() == "CA"
try:
    type("X", (A, B), {})
    assert False
except TypeError as x:
    assert str(x) == "Cannot create a consistent method resolution order (MRO) for bases A, B", x
try:
    class X(A, A):
        pass
    assert False
except TypeError as x:
    assert str(x) == "duplicate base class A"
try:
    class X(bool):
        pass
    assert False
except TypeError as x:
    assert str(x) == "type 'bool' is not an acceptable base type"
try:
    class X(int, str):
        pass
    assert False
except TypeError as x:
    assert str(x) == "multiple bases have instance lay-out conflict"
try:
    super(B, 3).f()
    assert False
except TypeError as x:
    assert str(x) == "super(type, obj): obj (instance of int) is not an instance or subtype of type (B).", x

# Cells, names that are mangled, nested classes.


class Outer:
    class Inner:
        def who(self):
            return __class__

    def __secret(self):
        return 42

    def reveal(self):
        self.__hidden = 1
        return self.__secret()


assert Outer.Inner.__qualname__ == "Outer.Inner"
assert Outer.Inner().who() is Outer.Inner
o = Outer()
assert o.reveal() == 42 and o._Outer__hidden == 1

# __new__, __init_subclass__, __class_getitem__


class Singleton:
    only = None

    def __new__(cls, *args, **kw):
        if cls.only is None:
            cls.only = super().__new__(cls)
        return cls.only

    def __init__(self, n=0):
        self.n = n


assert Singleton(1) is Singleton(2) and Singleton.only.n == 2


class Other:
    def __new__(cls):
        return 7


assert Other() == 7


class Plugin:
    known = {}

    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        Plugin.known[tag] = cls

    def __class_getitem__(cls, item):
        return (cls.__name__, item)


class P1(Plugin, tag="one"):
    pass


assert Plugin.known == {"one": P1} and P1[int] == ("P1", int)
try:
    class P2(Empty, tag=1):
        pass
    assert False
except TypeError as x:
    assert str(x) == "P2.__init_subclass__() takes no keyword arguments", x

# type() with three arguments
T = type("T", (Point,), {"extra": 1, "twice": lambda self: self.x * 2})
t = T(4)
assert t.extra == 1 and t.twice() == 8 and T.__name__ == "T" and isinstance(t, Point)

# __class__ assignment
e2 = Empty()
e2.v = 1


class Empty2:
    def hello(self):
        return self.v


e2.__class__ = Empty2
assert e2.hello() == 1 and type(e2) is Empty2 and isinstance(e2, Empty2)
e2.u = 5
assert e2.u == 5 and e2.__dict__ == {"v": 1, "u": 5}

# Methods set later, and inherited caches.


class Base:
    def f(self):
        return 1


class Derived(Base):
    pass


d = Derived()
for i in range(3):
    assert d.f() == 1
Base.f = lambda self: 2
assert d.f() == 2
Derived.f = lambda self: 3
assert d.f() == 3
d.f = lambda: 4
assert d.f() == 4
del d.f
del Derived.f
assert d.f() == 2
Base.v = 1
assert [d.v for _ in range(3)] == [1, 1, 1]
Base.v = 2
assert d.v == 2
d.v = 9
assert d.v == 9 and Derived().v == 2

# Class attributes, and those of the metaclass
assert type(Base) is type and isinstance(Base, type)
assert type.__name__ == "type" and int.__name__ == "int"
assert str(int) == "<class 'int'>"
assert str(Point) == f"<class '{__name__}.Point'>"
try:
    int.foo = 1
    assert False
except TypeError as x:
    assert str(x) == "cannot set 'foo' attribute of immutable type 'int'"
assert "norm" in Point.__dict__ and Point.__dict__["dims"] == 5
try:
    Point.__dict__["q"] = 1
    assert False
except TypeError as x:
    assert "does not support item assignment" in str(x)
assert "norm" in dir(Point) and "x" in dir(Point(1)) and "__init__" in dir(Point(1))

# Decorated classes, annotations
def tag(cls):
    cls.tagged = True
    return cls


@tag
class Tagged:
    a: int = 1
    b: "str"


assert Tagged.tagged and Tagged.__annotations__ == {"a": int, "b": "str"}
assert Empty.__annotations__ == {}

# Class variables that change while they are read


class Counter:
    n = 0

    def bump(self):
        Counter.n += 1
        return self.n


k = Counter()
assert [k.bump() for _ in range(100)] == list(range(1, 101)) and Counter.n == 100
k.n = -1
assert k.bump() == -1 and Counter.n == 101
del k.n
assert k.n == 101
for i in range(3):
    Counter.n = property(lambda self: "prop")
    assert k.n == "prop"
    Counter.n = i
    assert k.n == i and Counter.n == i


class Wide:
    pass


w = [Wide() for _ in range(3)]
for o in w:
    for i in range(10):
        setattr(o, "f%d" % i, i)
assert all(getattr(o, "f%d" % i) == i for o in w for i in range(10)) and not hasattr(w[0], "f10")
w[0].f10 = 1
assert hasattr(w[0], "f10") and not hasattr(w[1], "f10")
Wide.f10 = 2
assert w[0].f10 == 1 and w[1].f10 == 2
print("ok")
