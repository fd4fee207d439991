# needs: messages methods
# Subclasses of built-in types.


class Stack(list):
    def push(self, x):
        self.append(x)

    def __getitem__(self, i):
        return ("item", super().__getitem__(i))


s = Stack([1, 2])
s.push(3)
assert len(s) == 3 and s == [1, 2, 3] and list(s) == [1, 2, 3] and repr(s) == "[1, 2, 3]"
assert s[0] == ("item", 1) and isinstance(s, list) and s.pop() == 3 and sorted(s, reverse=True) == [2, 1]
s.name = "stack"
assert s.name == "stack" and s + [9] == [1, 2, 9] and [0] + s == [0, 1, 2] and 2 in s
s += [7]
assert type(s) is Stack and list(s) == [1, 2, 7]
s.extend((8,))
s[0] = 100
assert list.__getitem__(s, 0) == 100 and list.__len__(s) == 4 and s.index(7) == 2
assert [x for x in s] == [100, 2, 7, 8] and s.count(2) == 1 and bool(s) and not Stack()
s.sort()
assert list(s) == [2, 7, 8, 100]
for x in s:
    assert x in s
try:
    hash(s)
    assert False
except TypeError as e:
    assert str(e) == "unhashable type: 'Stack'"


class Init(list):
    def __init__(self, a, b):
        super().__init__([a, b])
        self.sum = a + b


i = Init(1, 2)
assert i == [1, 2] and i.sum == 3


class NoSuper(list):
    def __init__(self, n):
        for k in range(n):
            self.append(k)


assert NoSuper(3) == [0, 1, 2]


class Default(dict):
    def __missing__(self, k):
        self[k] = v = k * 2
        return v

    def __setitem__(self, k, v):
        super().__setitem__(k, v)
        self.last = k


d = Default(a=1)
assert d["a"] == 1 and d[4] == 8 and d == {"a": 1, 4: 8} and d.last == 4 and d.get(9) is None
assert dict(d) == {"a": 1, 4: 8} and {**d} == {"a": 1, 4: 8} and list(d.items()) == [("a", 1), (4, 8)]
assert isinstance(d, dict) and len(d) == 2 and "a" in d and repr(d) == "{'a': 1, 4: 8}" and d | {1: 2} == {"a": 1, 4: 8, 1: 2}
dict.__setitem__(d, "z", 26)
assert d.last == 4 and d["z"] == 26 and dict.__getitem__(d, "q") == "qq"


class Celsius(float):
    def __str__(self):
        return f"{float(self):.1f}C"

    def __add__(self, o):
        return Celsius(super().__add__(o))


c = Celsius(20.25)
assert str(c) == "20.2C" and c + 1 == 21.25 and type(c + 1) is Celsius and c * 2 == 40.5 and c > 20 and float(c) == 20.25
assert hash(c) == hash(20.25) and {20.25: 1}[c] == 1 and round(c) == 20 and int(c) == 20


class Id(int):
    def __new__(cls, v, tag):
        self = super().__new__(cls, v)
        self.tag = tag
        return self

    def __repr__(self):
        return f"Id({int(self)}, {self.tag!r})"


n = Id(5, "x")
assert n == 5 and n.tag == "x" and repr(n) == "Id(5, 'x')" and n + 1 == 6 and [0] * n == [0] * 5 and "abcdef"[n] == "f"
assert hash(n) == hash(5) and {5: "v"}[n] == "v" and n in (4, 5) and -n == -5 and not n < 5 and n.bit_length() == 3
assert isinstance(n, int) and f"{n:04d}" == "0005" and range(10)[n] == 5 and str(int(n)) == "5" and divmod(n, 2) == (2, 1)


class Name(str):
    def shout(self):
        return self.upper() + "!"


w = Name("bob")
assert w == "bob" and w.shout() == "BOB!" and w + "x" == "bobx" and "x" + w == "xbob" and w[0] == "b" and len(w) == 3
assert {"bob": 1}[w] == 1 and hash(w) == hash("bob") and isinstance(w, str) and "%s" % w == "bob" and f"{w:>5}" == "  bob"
assert ",".join([w, w]) == "bob,bob" and w.startswith("b") and repr(w) == "'bob'" and str(w) == "bob" and "o" in w
assert w in {"bob"} and sorted([Name("b"), Name("a")]) == ["a", "b"] and getattr([], Name("append"))


class Pair(tuple):
    def __new__(cls, a, b):
        return tuple.__new__(cls, (a, b))

    @property
    def first(self):
        return self[0]


p = Pair(3, 4)
assert p == (3, 4) and p.first == 3 and len(p) == 2 and hash(p) == hash((3, 4)) and p + (5,) == (3, 4, 5)
a, b = p
assert (a, b) == (3, 4) and repr(p) == "(3, 4)" and isinstance(p, tuple) and "%d-%d" % p == "3-4"


class Bag(set):
    pass


g = Bag([1, 2])
g.add(3)
assert g == {1, 2, 3} and repr(Bag([1])) == "Bag({1})" and repr(Bag()) == "Bag()" and 2 in g and len(g & {1, 9}) == 1


class Frozen(frozenset):
    pass


assert Frozen([1]) == {1} and hash(Frozen([1])) == hash(frozenset([1])) and repr(Frozen([1])) == "Frozen({1})"


class Raw(bytes):
    pass


class Buf(bytearray):
    pass


assert Raw(b"ab") == b"ab" and Raw(b"ab")[0] == 97 and bytes(Raw(b"x")) == b"x"
assert Buf(b"ab") == b"ab" and b"".join([Raw(b"1"), Buf(b"2")]) == b"12"
b = Buf(b"ab")
b.append(99)
assert b == b"abc" and memoryview(b)[2] == 99

# Special methods as attributes of built-in types
assert [1, 2].__len__() == 2 and int.__add__(1, 2) == 3 and (5).__radd__(1) == 6 and "a".__eq__("a") is True
assert "a".__eq__(1) is NotImplemented and (1).__add__("a") is NotImplemented and int.__neg__(4) == -4
assert hasattr([], "__iter__") and hasattr({}, "__contains__") and not hasattr(5, "__len__") and not hasattr([], "__sub__")
assert list([1].__iter__()) == [1] and {1: 2}.__getitem__(1) == 2 and [].__repr__() == "[]" and "x".__hash__() == hash("x")
assert str.__len__("abc") == 3 and dict.__contains__({1: 1}, 1) and [].__class__ is list and (3).__bool__() is True
l = [1]
l.__setitem__(0, 5)
l.__iadd__([6])
assert l == [5, 6] and l.__contains__(6)
assert list.__hash__ is None and int.__new__(int, "7") == 7 and object.__repr__(5).startswith("<int object at")
assert type(object()) is object and object() != object()
try:
    object().x = 1
    assert False
except AttributeError as e:
    assert str(e) == "'object' object has no attribute 'x' and no __dict__ for setting new attributes"
try:
    [].append = 1
    assert False
except AttributeError as e:
    assert str(e) == "'list' object attribute 'append' is read-only"
try:
    [].foo
    assert False
except AttributeError as e:
    assert str(e) == "'list' object has no attribute 'foo'"
for f, text in [(lambda: [].append(), "list.append() takes exactly one argument (0 given)"),
                (lambda: len(), "len() takes exactly one argument (0 given)"),
                (lambda: [].clear(1), "list.clear() takes no arguments (1 given)"),
                (lambda: [].insert(1), "insert expected 2 arguments, got 1"),
                (lambda: [].pop(1, 2), "pop expected at most 1 argument, got 2"),
                (lambda: {}.get(), "get expected at least 1 argument, got 0"),
                (lambda: [].append(x=1), "list.append() takes no keyword arguments")]:
    try:
        f()
        assert False, text
    except TypeError as e:
        assert str(e) == text, (str(e), text)
print("ok")


# ---- keywords that a derived class takes for itself ----

def derived(base, new, init):
    def made(cls, *args, mark=None):
        return base.__new__(cls, *args)

    def begun(self, value, mark=None):
        self.mark = mark

    return type("Derived", (base,), ({"__new__": made} if new else {}) | ({"__init__": begun} if init else {}))


def refuses(f):
    try:
        f()
    except TypeError:
        return True
    return False


for base, value in (tuple, [1]), (frozenset, [1]), (float, 2.5), (list, [1]):
    both = derived(base, True, True)(value, mark=3)
    assert both.mark == 3 and isinstance(both, base)
    assert refuses(lambda: derived(base, False, False)(value, mark=3))
for base, value in (tuple, [1]), (frozenset, [1]), (float, 2.5):
    made = derived(base, False, True)(value, mark=3)
    assert made == base(value) and made.mark == 3
    assert refuses(lambda: derived(base, True, False)(value, mark=3)) is False
assert derived(list, True, False)([1], mark=3) == [1]
assert refuses(lambda: derived(set, True, False)([1], mark=3))
assert isinstance(derived(staticmethod, False, True)(len, mark=1), staticmethod)


# ---- conversions ask the derived class ----

class Told(float):
    def __float__(self):
        return 42.0


assert float(Told(1)) == 42 and Told(1) + 1 == 2 and abs(Told(-1)) == 1


class Index(int):
    def __index__(self):
        return 8


assert list(range(20))[Index(7)] == 7 and Index(7).__index__() == 8 and hex(Index(7)) == "0x7"


class Text(bytes):
    pass


class Asked:
    def __bytes__(self):
        return Text(b"ab")


assert type(bytes(Asked())) is Text and type(Text(Asked())) is Text and Text(Asked()) == b"ab"
for base, value in (list, [1]), (int, 3), (bytes, b"a"), (bytearray, b"a"):
    blocked = type("Blocked", (base,), {"__bytes__": None})
    try:
        bytes(blocked(value))
    except TypeError as e:
        assert str(e) == "'NoneType' object is not callable"
    else:
        assert False


# ---- what is deprecated says so ----
import operator
import sys
import warnings


class Part(int):
    pass


class Real(float):
    pass


class Gives:
    def __index__(self):
        return Part(3)

    __int__ = __index__

    def __float__(self):
        return Real(2)


def told(f):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        value = f()
    return value, [(w.category.__name__, str(w.message).split("(")[0], not hasattr(sys, "_getframe") or w.filename == __file__) for w in caught]


yes = True
assert told(lambda: ~yes)[0] == -2
assert "Bitwise inversion '~' on bool is deprecated" in told(lambda: ~yes)[1][0][1]
for f, text in ((lambda: int(Gives()), "__int__ returned non-int "), (lambda: hex(Gives()), "__index__ returned non-int "),
                (lambda: float(Gives()), "Gives.__float__ returned non-float "), (lambda: [0, 1, 2, 3][Gives()], "__index__ returned non-int ")):
    assert told(f)[1] == [("DeprecationWarning", text, True)], told(f)
assert told(lambda: float(Real(1)) + int(Part(2)) + operator.index(Part(1)) + ~Part(1)) == (2.0, [])


# properties of a class of their own: the getter's text is told, and not the class's
class Told(property):
    "the class's"


class Tells:
    @Told
    def x(self):
        "the getter's"
        return 3

    @x.setter
    def x(self, v): self.v = v

    y = Told(doc="given")


if hasattr(int, "__doc__"): # not in small builds
    x = Tells.__dict__["x"]
    assert type(x) is Told and x.__doc__ == Tells.x.__doc__ == "the getter's" and Told.__doc__ == "the class's"
    assert Tells.y.__doc__ == "given" and Tells().x == 3


# a class derived from that of list[int] has what the other class has, but its own special methods
try:
    Alias = type(list[int])
except TypeError: # not there
    Alias = None
if Alias:
    class Mine(Alias):
        def __repr__(self): return "Mine " + super().__repr__()
        def __call__(self, *args): return args
        def own(self): return 1

    a = Mine(list, (int,))
    assert repr(a) == "Mine list[int]" and a(3) == (3,) and type(a) is Mine and isinstance(a, Alias)
    assert a.__origin__ is list and a.__args__ == (int,) and a.append is list.append and not hasattr(a, "own")
    assert a == list[int] and hash(a) == hash(list[int])

    class FromMine(a):
        pass
    assert FromMine.__mro__ == (FromMine, list, object)
