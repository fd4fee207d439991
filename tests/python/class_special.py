# needs: messages
# Special methods: every operator and protocol of instances.


class Num:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"Num({self.n})"


def binary(name):
    def forward(self, other):
        return (name, self.n, getattr(other, "n", other))

    def reflected(self, other):
        return ("r" + name, self.n, other)

    def inplace(self, other):
        self.n = ("i" + name, self.n, other)
        return self
    return forward, reflected, inplace


names = "add sub mul truediv floordiv mod pow matmul and or xor lshift rshift".split()
for name in names:
    f, r, i = binary(name)
    setattr(Num, f"__{name}__", f)
    setattr(Num, f"__r{name}__", r)
    setattr(Num, f"__i{name}__", i)

a = Num(1)
assert a + 2 == ("add", 1, 2) and 2 + a == ("radd", 1, 2)
assert a - 2 == ("sub", 1, 2) and 2 - a == ("rsub", 1, 2)
assert a * 2 == ("mul", 1, 2) and 2 * a == ("rmul", 1, 2)
assert a / 2 == ("truediv", 1, 2) and 2 / a == ("rtruediv", 1, 2)
assert a // 2 == ("floordiv", 1, 2) and 2 // a == ("rfloordiv", 1, 2)
assert a % 2 == ("mod", 1, 2) and 2 % a == ("rmod", 1, 2)
assert a ** 2 == ("pow", 1, 2) and 2 ** a == ("rpow", 1, 2)
assert a @ 2 == ("matmul", 1, 2) and 2 @ a == ("rmatmul", 1, 2)
assert a & 2 == ("and", 1, 2) and 2 & a == ("rand", 1, 2)
assert a | 2 == ("or", 1, 2) and 2 | a == ("ror", 1, 2)
assert a ^ 2 == ("xor", 1, 2) and 2 ^ a == ("rxor", 1, 2)
assert a << 2 == ("lshift", 1, 2) and 2 << a == ("rlshift", 1, 2)
assert a >> 2 == ("rshift", 1, 2) and 2 >> a == ("rrshift", 1, 2)
assert 1.5 + a == ("radd", 1, 1.5) and [1] + a == ("radd", 1, [1])
assert (a + Num(3)) == ("add", 1, 3)
for name, op in zip(names, "+= -= *= /= //= %= **= @= &= |= ^= <<= >>=".split()):
    x = Num(5)
    space = {"x": x}
    exec(f"x {op} 2", space)
    assert space["x"] is x and x.n == ("i" + name, 5, 2), name


class Unary:
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __invert__(self): return "invert"
    def __abs__(self): return "abs"
    def __int__(self): return 7
    def __float__(self): return 7.5
    def __index__(self): return 3
    def __len__(self): return 4
    def __round__(self, n=None): return ("round", n)


u = Unary()
assert (-u, +u, ~u, abs(u), int(u), float(u), len(u)) == ("neg", "pos", "invert", "abs", 7, 7.5, 4)
assert [10, 11, 12, 13][u] == 13 and hex(u) == "0x3" and "ab" * u == "ababab" and range(u) == range(3)
assert round(u) == ("round", None) and round(u, 2) == ("round", 2)


class Order:
    def __init__(self, k): self.k = k
    def __lt__(self, o): return self.k < o.k
    def __le__(self, o): return self.k <= o.k


assert Order(1) < Order(2) and Order(2) > Order(1) and not Order(2) < Order(1)
assert Order(1) <= Order(1) and Order(1) >= Order(1)
assert [o.k for o in sorted([Order(3), Order(1), Order(2)])] == [1, 2, 3]
try:
    Num(1) < Num(2)
    assert False
except TypeError as e:
    assert str(e) == "'<' not supported between instances of 'Num' and 'Num'"
try:
    Order(1) + 1
    assert False
except TypeError as e:
    assert str(e) == "unsupported operand type(s) for +: 'Order' and 'int'"
try:
    -Order(1)
    assert False
except TypeError as e:
    assert str(e) == "bad operand type for unary -: 'Order'"


class Eq:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == getattr(o, "v", o)
    def __hash__(self): return hash(self.v)


assert Eq(1) == Eq(1) and Eq(1) != Eq(2) and Eq(1) == 1 and 1 == Eq(1) and {Eq(1): "x"}[Eq(1)] == "x"
assert Eq(5) in [1, 5] and len({Eq(1), Eq(1), Eq(2)}) == 2


class NotHashable:
    __hash__ = None


try:
    hash(NotHashable())
    assert False
except TypeError as e:
    assert str(e) == "unhashable type: 'NotHashable'"


class Seq:
    def __init__(self, items): self.items = items
    def __len__(self): return len(self.items)
    def __getitem__(self, i): return self.items[i]


s = Seq([1, 2, 3])
assert list(s) == [1, 2, 3] and 2 in s and 9 not in s and s[0] == 1 and s[-1] == 3 and s[1:] == [2, 3]
assert bool(s) and not Seq([]) and max(s) == 3 and sum(s) == 6 and list(reversed(s)) == [3, 2, 1]
a, *b = s
assert a == 1 and b == [2, 3]
assert [x for x in zip(s, s)] == [(1, 1), (2, 2), (3, 3)]


class Map:
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __contains__(self, k): return k in self.d
    def __iter__(self): return iter(self.d)
    def keys(self): return self.d.keys()


m = Map()
m["a"] = 1
m["a"] += 5
assert m["a"] == 6 and "a" in m and list(m) == ["a"] and dict(m) == {"a": 6} and {**m} == {"a": 6}
del m["a"]
assert "a" not in m
for bad, text in [(lambda: Num(1)[0], "'Num' object is not subscriptable"),
                  (lambda: len(Num(1)), "object of type 'Num' has no len()"),
                  (lambda: iter(Num(1)), "'Num' object is not iterable"),
                  (lambda: Num(1)(), "'Num' object is not callable"),
                  (lambda: next(Num(1)), "'Num' object is not an iterator"),
                  (lambda: s.__setitem__, "'Seq' object has no attribute '__setitem__'"),
                  (lambda: setattr(s, "x", 1) or s.__class__.__delattr__(s, "y"), "'Seq' object has no attribute 'y'")]:
    try:
        bad()
        assert False, text
    except (TypeError, AttributeError) as e:
        assert str(e) == text, (str(e), text)
try:
    s[0] = 1
    assert False
except TypeError as e:
    assert str(e) == "'Seq' object does not support item assignment"
try:
    del s[0]
    assert False
except TypeError as e:
    assert str(e) == "'Seq' object doesn't support item deletion"


class Count:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


assert list(Count(3)) == [2, 1, 0] and [x for x in Count(2)] == [1, 0] and next(Count(5)) == 4
assert next(Count(0), "end") == "end" and list(map(str, Count(2))) == ["1", "0"]
total = 0
for x in Count(4):
    total += x
assert total == 6


class Call:
    def __call__(self, *args, **kw): return args, kw


assert Call()(1, 2, k=3) == ((1, 2), {"k": 3}) and callable(Call()) and not callable(Num(1))


class Text:
    def __str__(self): return "text"
    def __format__(self, spec): return f"<{spec}>"


assert str(Text()) == "text" and f"{Text():abc}" == "<abc>" and format(Text()) == "<>" and "%s" % Text() == "text"
assert f"{Num(1)}" == "Num(1)" and "{}".format(Num(2)) == "Num(2)" and repr([Num(1)]) == "[Num(1)]"
try:
    f"{Num(1):x}"
    assert False
except TypeError as e:
    assert str(e) == "unsupported format string passed to Num.__format__"


class BadStr:
    def __str__(self): return 5
    def __repr__(self): return 6
    def __len__(self): return -1
    def __bool__(self): return 1


for f, text in [(str, "__str__ returned non-string (type int)"), (repr, "__repr__ returned non-string (type int)"),
                (bool, "__bool__ should return bool, returned int")]:
    try:
        f(BadStr())
        assert False
    except TypeError as e:
        assert str(e) == text, e
try:
    len(BadStr())
    assert False
except ValueError as e:
    assert str(e) == "__len__() should return >= 0"


class Context:
    def __enter__(self): return "in"
    def __exit__(self, kind, e, tb): return kind is KeyError


with Context() as c:
    assert c == "in"
    raise KeyError(1)

# Reflected methods of subclasses go first.


class Base:
    def __add__(self, o): return "base"
    def __radd__(self, o): return "rbase"


class Sub(Base):
    def __radd__(self, o): return "rsub"


class Same(Base):
    pass


assert Base() + Sub() == "rsub" and Base() + Same() == "base" and Sub() + Base() == "base"


class MyInt(int):
    def __radd__(self, o): return "myint"


assert 1 + MyInt(2) == "myint" and MyInt(1) + 2 == 3


class Lookup:
    pass


x = Lookup()
x.__len__ = lambda: 5  # special methods are looked for on the class only
try:
    len(x)
    assert False
except TypeError:
    pass
Lookup.__len__ = lambda self: 6
assert len(x) == 6
del Lookup.__len__
try:
    len(x)
    assert False
except TypeError:
    pass
print("ok")
