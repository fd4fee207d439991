# needs: methods messages complex memoryview
# Classes derived from every built-in type that can be derived from; what may not be; __del__; what functions know.
import sys
import gc


def fails(kind, f, *args, **keywords):
    try:
        f(*args, **keywords)
    except kind as e:
        assert type(e) is kind, type(e)
        return str(e)
    raise AssertionError("nothing raised")


def same(a, b):
    assert a == b and type(a) is type(b), (a, b)


def derived(base):
    return type("My" + base.__name__, (base,), {"extra": lambda self: type(self).__name__})


# ---- numbers ----
Int, Float, Complex = derived(int), derived(float), derived(complex)
i = Int("42")
same(i + 1, 43)
same(repr(i), "42")
same((i.extra(), i.bit_length(), i == 42, hash(i) == hash(42)), ("Myint", 6, True, True))
same(int(i), 42)
same(-i, -42)
same(+i, 42)
same(abs(Int(-3)), 3)
same([0, 1, 2][Int(1)], 1)
same("%d %x" % (i, i), "42 2a")
same(f"{i:5d}", "   42")
same(Int.from_bytes(b"\1\0", "big"), Int(256))
same({42: "x"}[i], "x")
i.attr = 1
same(i.__dict__, {"attr": 1})
same(Int(), Int(0))
same(Int("ff", 16), Int(255))
assert "at most 2 arguments" in fails(TypeError, Int, "1", 2, 3)
f = Float("2.5")
same((f * 2, f.is_integer(), f.extra(), repr(f)), (5.0, False, "Myfloat", "2.5"))
same(Float.fromhex("0x1p1"), Float(2.0))
c = Complex(1, 2)
same((c + 1, c.real, c.extra(), repr(c)), (2 + 2j, 1.0, "Mycomplex", "(1+2j)"))
same(fails(TypeError, derived, bool), "type 'bool' is not an acceptable base type")


class NewInt(int):
    def __new__(cls, a, b):
        self = super().__new__(cls, a + b)
        self.parts = a, b
        return self


n = NewInt(1, 2)
same((int(n), n.parts), (3, (1, 2)))


class InitInt(int):
    def __init__(self, a, *rest):
        self.a = a


same(InitInt(5).a, 5)

# ---- text and bytes ----
Str, Bytes, Bytearray = derived(str), derived(bytes), derived(bytearray)
s = Str("abc")
same(s + "d", "abcd")
same(s.upper(), "ABC")
same(s[1:], "bc")
same(str(s), "abc")
same("".join([s, s]), "abcabc")
same((s.extra(), s == "abc", hash(s) == hash("abc"), {"abc": 1}[s], len(s), "b" in s), ("Mystr", True, True, 1, 3, True))
same(repr(s), "'abc'")
same(s.split("b"), ["a", "c"])
assert Str(b"abc", "ascii") == "abc"
same("%s" % s, "abc")
assert s % () == "abc"
same(getattr(object(), Str("__class__")), object)
b = Bytes(b"abc")
same((b[0], b + b"d", b.hex(), b.extra(), repr(b)), (97, b"abcd", "616263", "Mybytes", "b'abc'"))
ba = Bytearray(b"abc")
ba.append(100)
same((bytes(ba), ba.extra()), (b"abcd", "Mybytearray"))
ba += b"e"
assert type(ba) is Bytearray and len(ba) == 5
same(bytes(memoryview(ba)[1:3]), b"bc")


class StrOver(str):
    def __str__(self): return "own"
    def __repr__(self): return "repr"
    def __len__(self): return 99
    def __eq__(self, o): return "eq"
    def __hash__(self): return 5


o = StrOver("x")
same((str(o), repr(o), len(o), o == 1, hash(o), "%s" % o, f"{o}"), ("own", "repr", 99, "eq", 5, "own", "own"))

# ---- containers ----
List, Tuple, Dict, Set, Frozen = derived(list), derived(tuple), derived(dict), derived(set), derived(frozenset)
l = List([3, 1, 2])
l.sort()
same(l, List([1, 2, 3]))
same(l + [4], [1, 2, 3, 4])
same(l[1:], [2, 3])
same(l * 2, [1, 2, 3, 1, 2, 3])
same((l.copy(), l.extra(), repr(l)), ([1, 2, 3], "Mylist", "[1, 2, 3]"))
l += [4]
l *= 2
assert type(l) is List and len(l) == 8
l.__init__([7])
same(list(l), [7])
t = Tuple([1, 2])
same((t[0], t + (3,), t[:1], t.extra(), repr(t), hash(t) == hash((1, 2))), (1, (1, 2, 3), (1,), "Mytuple", "(1, 2)", True))
same(Tuple(), Tuple([]))
d = Dict(a=1)
d["b"] = 2
same((d["b"], d.extra(), repr(d), d.copy(), d | {"c": 3}), (2, "Mydict", "{'a': 1, 'b': 2}", {"a": 1, "b": 2}, {"a": 1, "b": 2, "c": 3}))
same(Dict.fromkeys("a"), Dict(a=None))
same([*d], ["a", "b"])
same({**d}, {"a": 1, "b": 2})
st = Set([1, 2])
st.add(3)
same((st.extra(), st & {1}, len(st)), ("Myset", Set([1]), 3))
st |= {9}
assert type(st) is Set and 9 in st
fr = Frozen([1])
same((fr.extra(), hash(fr) == hash(frozenset([1]))), ("Myfrozenset", True))
same(repr(Set([1])), "Myset({1})")
same(repr(Frozen()), "Myfrozenset()")
same(repr(Bytearray(b"a")), "Mybytearray(b'a')")


class ListOver(list):
    def append(self, x): super().append(x * 2)
    def __getitem__(self, i): return "item"
    def __len__(self): return 1
    def __iter__(self): return iter("over")
    def __contains__(self, x): return x == "yes"


lo = ListOver()
lo.append(2)
same((lo[0], len(lo), list(lo), "yes" in lo, list.__getitem__(lo, 0), sorted(lo)), ("item", 1, ["o", "v", "e", "r"], True, 4, ["e", "o", "r", "v"]))


class DictOver(dict):
    def __getitem__(self, k): return "got"
    def __setitem__(self, k, v): super().__setitem__(k, v * 2)
    def keys(self): return ["k"]
    def __delitem__(self, k): self.deleted = k


do = DictOver(a=1)
do["b"] = 2
del do["x"]
same((do["zz"], do.get("a"), do.get("b"), do.deleted), ("got", 1, 4, "x"))
do.update(c=3)
same(do.get("c"), 3)


class TupleFields(tuple):
    @property
    def first(self): return self[0]
    def __new__(cls, *args): return super().__new__(cls, args)


same(TupleFields(1, 2).first, 1)
a, b = TupleFields(1, 2)
same((a, b), (1, 2))

# ---- others ----
for base, make in ((object, lambda c: c()), (property, lambda c: c(None)), (staticmethod, lambda c: c(len)), (classmethod, lambda c: c(len)),
                   (enumerate, lambda c: c([1])), (zip, lambda c: c([1])), (map, lambda c: c(str, [1])), (filter, lambda c: c(None, [1])),
                   (type(sys), lambda c: c("m")), (type, lambda c: c("C", (), {})), (Exception, lambda c: c(1)),
                   (BaseException, lambda c: c()), (OSError, lambda c: c(1, "x")), (KeyError, lambda c: c("k"))):
    Derived = derived(base)
    made = make(Derived)
    assert type(made) is Derived and isinstance(made, base) and issubclass(Derived, base), base
    if base is not type:
        same(made.extra(), "My" + base.__name__)
same(list(derived(enumerate)("ab")), [(0, "a"), (1, "b")])
same(list(derived(zip)("ab", [1, 2])), [("a", 1), ("b", 2)])
same(list(derived(map)(str.upper, "ab")), ["A", "B"])
same(list(derived(filter)(None, [0, 1])), [1])
same(list(derived(reversed)([1, 2])), [2, 1])
m = derived(type(sys))("name", "doc")
m.x = 5
same((m.x, m.__name__, m.__doc__), (5, "name", "doc"))
for base in (bool, type(None), type(...), type(NotImplemented), range, slice, memoryview, type(lambda: 0), type(len), type((lambda: 0).__code__),
             type((i for i in ())), type({}.keys()), type(iter([])), type(int.__dict__)):
    assert "is not an acceptable base type" in fails(TypeError, derived, base)

# ---- __del__ ----
log = []


class Del:
    def __init__(self, name): self.name = name
    def __del__(self): log.append(self.name)


def drop():
    Del("dropped")
    x = Del("local")
    y = [Del("in a list")]


drop()
for n in range(20): # what lies around on the stack goes
    [i for i in range(50)]
gc.collect()
assert set(log) <= {"dropped", "local", "in a list"}, log


class DelSlots(Del):
    __slots__ = ()


class DelRaises:
    def __del__(self): raise ValueError("in __del__")


class Phoenix:
    saved = []
    def __del__(self): Phoenix.saved.append(self)


def burn():
    Phoenix()
    x = Phoenix()
    x.self = x


burn()
for n in range(20):
    [i for i in range(50)]
gc.collect()
for p in Phoenix.saved:
    assert type(p) is Phoenix
Phoenix.saved.clear()
gc.collect()
assert len(Phoenix.saved) <= 2 # once each

# ---- functions ----


def f(a, /, b, c=3, *args, d, e=5, **kw) -> "result":
    "the doc"
    return locals()


same((f.__name__, f.__qualname__, f.__doc__, f.__module__), ("f", "f", "the doc", __name__))
same((f.__defaults__, f.__kwdefaults__, f.__closure__), ((3,), {"e": 5}, None))
assert f.__globals__ is globals() and f.__dict__ == {} and f.__code__.co_name == "f"
f.x = 1
same((f.x, f.__dict__), (1, {"x": 1}))
del f.x
same(fails(AttributeError, lambda: f.x), "'function' object has no attribute 'x'")
same(f(1, 2, d=4), {"a": 1, "b": 2, "c": 3, "args": (), "d": 4, "e": 5, "kw": {}})
f.__defaults__ = (30,)
f.__kwdefaults__ = {"d": 40, "e": 50}
same(f(1, 2), {"a": 1, "b": 2, "c": 30, "args": (), "d": 40, "e": 50, "kw": {}})
f.__defaults__ = None
same(fails(TypeError, f, 1, 2), "f() missing 1 required positional argument: 'c'")
del f.__kwdefaults__
same(fails(TypeError, f, 1, 2, 3), "f() missing 2 required keyword-only arguments: 'd' and 'e'")
same(fails(TypeError, setattr, f, "__defaults__", 5), "__defaults__ must be set to a tuple object")
same(fails(TypeError, setattr, f, "__kwdefaults__", 5), "__kwdefaults__ must be set to a dict object")
same(fails(TypeError, setattr, f, "__name__", 5), "__name__ must be set to a string object")
same(fails(TypeError, setattr, f, "__qualname__", 5), "__qualname__ must be set to a string object")
same(fails(TypeError, setattr, f, "__code__", 5), "__code__ must be set to a code object")
same(fails(TypeError, setattr, f, "__dict__", 5), "__dict__ must be set to a dictionary, not a 'int'")
assert fails(AttributeError, setattr, f, "__globals__", {}) and fails(AttributeError, setattr, f, "__closure__", ())
f.__name__, f.__qualname__, f.__doc__, f.__module__ = "g", "Q.g", "new", "mod"
same((f.__name__, f.__qualname__, f.__doc__, f.__module__), ("g", "Q.g", "new", "mod"))
assert repr(f).startswith("<function Q.g at 0x")


def outer():
    n = 1
    def inner():
        nonlocal n
        n += 1
        return n
    return inner


g = outer()
same((g(), g.__closure__[0].cell_contents, g.__qualname__), (2, 2, "outer.<locals>.inner"))
g.__closure__[0].cell_contents = 10
same(g(), 11)
f2 = lambda x: x * 2 # noqa
same((f2.__name__, f2.__qualname__), ("<lambda>", "<lambda>"))


def swapped(a): return "swapped"


f2.__code__ = swapped.__code__
same(f2(1), "swapped")
same(fails(ValueError, setattr, f2, "__code__", g.__code__), "<lambda>() requires a code object with 0 free vars, not 1")

# wrong calls, told as CPython does
def none(): pass
def one(a): pass
def two(a, b): pass
def opt(a, b=1): pass
def kwonly(*, k): pass
def posonly(a, b, /): pass
def star(*a): pass


same(fails(TypeError, none, 1), "none() takes 0 positional arguments but 1 was given")
same(fails(TypeError, one), "one() missing 1 required positional argument: 'a'")
same(fails(TypeError, one, 1, 2), "one() takes 1 positional argument but 2 were given")
same(fails(TypeError, two), "two() missing 2 required positional arguments: 'a' and 'b'")
same(fails(TypeError, two, 1, 2, 3), "two() takes 2 positional arguments but 3 were given")
same(fails(TypeError, opt, 1, 2, 3), "opt() takes from 1 to 2 positional arguments but 3 were given")
same(fails(TypeError, kwonly), "kwonly() missing 1 required keyword-only argument: 'k'")
same(fails(TypeError, kwonly, 1, k=2), "kwonly() takes 0 positional arguments but 1 positional argument (and 1 keyword-only argument) were given")
same(fails(TypeError, one, 1, a=2), "one() got multiple values for argument 'a'")
same(fails(TypeError, one, b=2), "one() got an unexpected keyword argument 'b'")
same(fails(TypeError, posonly, a=1, b=2), "posonly() got some positional-only arguments passed as keyword arguments: 'a, b'")
same(fails(TypeError, star, k=1), "star() got an unexpected keyword argument 'k'")
same(fails(TypeError, lambda: one(**{1: 2})), "keywords must be strings")
# ---- annotations ----


def annotated(a: int, b: "text" = 1, *c: 3, **d: None) -> str: pass


same(annotated.__annotations__, {"a": int, "b": "text", "c": 3, "d": None, "return": str})
annotated.__annotations__ = {"x": 1}
same(annotated.__annotations__, {"x": 1})
del annotated.__annotations__
same(annotated.__annotations__, {})
same(fails(TypeError, setattr, annotated, "__annotations__", 5), "__annotations__ must be set to a dict object")


class Annotated:
    a: int
    b: str = "x"
    (c): float = 1.0


same(Annotated.__annotations__, {"a": int, "b": str})
same(Annotated.b, "x")


class SubAnnotated(Annotated):
    z: int


same(SubAnnotated.__annotations__, {"z": int})


class NotAnnotated(Annotated): pass


same(NotAnnotated.__annotations__, {})
Annotated.__annotations__ = {"q": 1}
same(Annotated.__annotations__, {"q": 1})
