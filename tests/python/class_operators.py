# needs: methods messages complex
# Operators of classes in Python: order and priority, reflected and in-place forms, comparison and hash,
# conversions, containers, calls.


def fails(kind, f, *args, **keywords):
    try:
        f(*args, **keywords)
    except kind as e:
        assert type(e) is kind, type(e)
        return str(e)
    raise AssertionError("nothing raised")


def same(a, b):
    assert a == b and type(a) is type(b), (a, b)


def run(source, **names):
    return eval(source, names)


BINARY = {"+": "add", "-": "sub", "*": "mul", "/": "truediv", "//": "floordiv", "%": "mod", "**": "pow", "@": "matmul",
          "<<": "lshift", ">>": "rshift", "&": "and", "|": "or", "^": "xor"}


class Log:
    pass


def method(name, value="own name"):
    def f(self, *args):
        return (type(self).__name__, name) if value == "own name" else value
    return f


def make(class_name, bases=(), names=(), value="own name"):
    return type(class_name, bases, {"__%s__" % n: method("__%s__" % n, value) for n in names})


# ---- the forward method first, then the reflected one ----
for sign, name in BINARY.items():
    A = make("A", names=[name])
    B = make("B", names=["r" + name])
    same(run("a %s b" % sign, a=A(), b=B()), ("A", "__%s__" % name))
    same(run("a %s b" % sign, a=object(), b=B()), ("B", "__r%s__" % name))
    same(run("a %s b" % sign, a=5, b=B()), ("B", "__r%s__" % name))
    same(run("a %s b" % sign, a="s", b=B()) if sign != "%" else ("B", "__rmod__"), ("B", "__r%s__" % name))
    same(run("a %s b" % sign, a=A(), b=5), ("A", "__%s__" % name))
    # NotImplemented hands on
    N = make("N", names=[name], value=NotImplemented)
    same(run("a %s b" % sign, a=N(), b=B()), ("B", "__r%s__" % name))
    text = fails(TypeError, run, "a %s b" % sign, a=N(), b=N())
    same(text, "unsupported operand type(s) for %s: 'N' and 'N'" % (sign if sign != "**" else "** or pow()"))
    # the reflected method isn't asked for two of one class
    R = make("R", names=["r" + name])
    assert fails(TypeError, run, "a %s b" % sign, a=R(), b=R()).startswith("unsupported operand")
    # a subclass that overrides the reflected method goes first
    Base = make("Base", names=[name, "r" + name])
    Sub = make("Sub", (Base,), names=["r" + name])
    Plain = make("Plain", (Base,))
    same(run("a %s b" % sign, a=Base(), b=Sub()), ("Sub", "__r%s__" % name))
    same(run("a %s b" % sign, a=Base(), b=Plain()), ("Base", "__%s__" % name))
    same(run("a %s b" % sign, a=Sub(), b=Base()), ("Sub", "__%s__" % name))
    # in place
    I = make("I", names=["i" + name, name])
    J = make("J", names=[name])
    K = type("K", (), {"__i%s__" % name: lambda self, o: NotImplemented, "__%s__" % name: lambda self, o: "fell back"})
    scope = {"a": I(), "b": J(), "c": K()}
    exec("a %s= 1\nb %s= 1\nc %s= 1" % (sign, sign, sign), scope)
    same((scope["a"], scope["b"], scope["c"]), (("I", "__i%s__" % name), ("J", "__%s__" % name), "fell back"))
    try:
        exec("a %s= 1" % sign, {"a": object()})
        assert False
    except TypeError as e:
        same(str(e), "unsupported operand type(s) for %s=: 'object' and 'int'" % sign)

# None as a method forbids the operation


class Forbids:
    __add__ = None
    __radd__ = None


same(fails(TypeError, run, "a + 1", a=Forbids()), "'NoneType' object is not callable")

# built-in subclasses


class Int(int):
    def __add__(self, o): return "Int.add"
    def __rsub__(self, o): return "Int.rsub"
    def __radd__(self, o): return "Int.radd"


same((Int(5) + 1, 1 + Int(5), 1 - Int(5), Int(5) - 1, Int(2) * 3), ("Int.add", "Int.radd", "Int.rsub", 4, 6))


class List(list):
    def __iadd__(self, o):
        self.append("iadd")
        return self
    def __mul__(self, n): return "mul"


l = List([1])
l += [2]
same(list(l), [1, "iadd"])
same((l * 2, 2 * List([1])), ("mul", [1, 1]))
same(List([1]) + [2], [1, 2])


class Str(str):
    def __mod__(self, o): return "Str.mod"
    def __radd__(self, o): return "Str.radd"


same((Str("%s") % 5, "a" + Str("b")), ("Str.mod", "Str.radd"))


class RMod:
    def __rmod__(self, o): return "rmod"


same(5 % RMod(), "rmod")


class Dict(dict):
    def __or__(self, o): return "or"
    def __ror__(self, o): return "ror"


same((Dict() | {}, {} | Dict()), ("or", "ror"))

# ---- divmod, pow with three, abs, round and the like ----


class Num:
    def __divmod__(self, o): return "divmod", o
    def __rdivmod__(self, o): return "rdivmod", o
    def __pow__(self, o, m=None): return "pow", o, m
    def __rpow__(self, o, m=None): return "rpow", o, m
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __abs__(self): return "abs"
    def __invert__(self): return "invert"
    def __round__(self, n="none"): return "round", n
    def __trunc__(self): return "trunc"
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __complex__(self): return 1j
    def __float__(self): return 2.5
    def __int__(self): return 7
    def __index__(self): return 3


n = Num()
same(divmod(n, 1), ("divmod", 1))
same(divmod(1, n), ("rdivmod", 1))
same(pow(n, 2), ("pow", 2, None))
same(pow(n, 2, 3), ("pow", 2, 3))
same(2 ** n, ("rpow", 2, None))
same((-n, +n, abs(n), ~n), ("neg", "pos", "abs", "invert"))
same((round(n), round(n, 2)), (("round", "none"), ("round", 2)))
import math
same((math.trunc(n), math.floor(n), math.ceil(n)), ("trunc", "floor", "ceil"))
same((complex(n), float(n), int(n)), (1j, 2.5, 7))
same([10, 20, 30, 40][n], 40)
same((hex(n), bin(n), oct(n), range(n), "ab" * n, [0] * n), ("0x3", "0b11", "0o3", range(0, 3), "ababab", [0, 0, 0]))
same("abcdef"[n:], "def")
same("abcdef"[:n], "abc")
same(bytes(n), b"\0\0\0")
same(chr(Num()), "\3")
same((1).__lshift__(1), 2)
same(1 << int(n.__index__()), 8)


class OnlyIndex:
    def __index__(self): return 4


same((int(OnlyIndex()), float(OnlyIndex()), complex(OnlyIndex())), (4, 4.0, 4 + 0j))


class BadIndex:
    def __index__(self): return "x"


same(fails(TypeError, run, "[1][i]", i=BadIndex()), "__index__ returned non-int (type str)")


class BadFloat:
    def __float__(self): return 1
    def __int__(self): return 1.5
    def __complex__(self): return 1.5
    def __bool__(self): return 1
    def __len__(self): return "x"
    def __str__(self): return 5
    def __repr__(self): return None
    def __hash__(self): return "h"
    def __format__(self, spec): return 5
    def __iter__(self): return 5
    def __contains__(self, x): return "truthy"
    def __bytes__(self): return "no"
    def __dir__(self): return 5
    def __length_hint__(self): return "z"
    def __reversed__(self): return 5
    def __enter__(self): return 5


b = BadFloat()
same(fails(TypeError, float, b), "BadFloat.__float__ returned non-float (type int)")
same(fails(TypeError, int, b), "__int__ returned non-int (type float)")
same(fails(TypeError, complex, b), "__complex__ returned non-complex (type float)")
same(fails(TypeError, bool, b), "__bool__ should return bool, returned int")
same(fails(TypeError, run, "not b", b=b), "__bool__ should return bool, returned int")
same(fails(TypeError, len, b), "'str' object cannot be interpreted as an integer")
same(fails(TypeError, str, b), "__str__ returned non-string (type int)")
same(fails(TypeError, repr, b), "__repr__ returned non-string (type NoneType)")
same(fails(TypeError, hash, b), "__hash__ method should return an integer")
same(fails(TypeError, format, b), "__format__ must return a str, not int")
same(fails(TypeError, iter, b), "iter() returned non-iterator of type 'int'")
same(5 in b, True)
same(fails(TypeError, bytes, b), "__bytes__ returned non-bytes (type str)")
same(fails(TypeError, dir, b), "'int' object is not iterable")
same(reversed(b), 5)


class NegLen:
    def __len__(self): return -1


class BigLen:
    def __len__(self): return 1 << 100


class FloatLen:
    def __len__(self): return 1.5


same(fails(ValueError, len, NegLen()), "__len__() should return >= 0")
same(fails(ValueError, bool, NegLen()), "__len__() should return >= 0")
same(fails(OverflowError, len, BigLen()), "cannot fit 'int' into an index-sized integer")
same(fails(TypeError, len, FloatLen()), "'float' object cannot be interpreted as an integer")


class Hints:
    def __init__(self, hint): self.hint = hint
    def __iter__(self): return iter([1, 2])
    def __length_hint__(self):
        if isinstance(self.hint, Exception): raise self.hint
        return self.hint


same(list(Hints(10)), [1, 2])
same(list(Hints(0)), [1, 2])
same(list(Hints(NotImplemented)), [1, 2])
same(list(Hints(TypeError("ignored"))), [1, 2])
same(fails(ValueError, list, Hints(-1)), "__length_hint__() should return >= 0")
same(fails(TypeError, list, Hints("x")), "__length_hint__ must be an integer, not str")
same(fails(KeyError, list, Hints(KeyError("k"))), "'k'")

# ---- comparison ----


class Cmp:
    def __init__(self, name): self.name = name
    def __lt__(self, o): return self.name + " lt"
    def __le__(self, o): return self.name + " le"
    def __gt__(self, o): return self.name + " gt"
    def __ge__(self, o): return self.name + " ge"
    def __eq__(self, o): return self.name + " eq"
    def __ne__(self, o): return self.name + " ne"


class SubCmp(Cmp): pass


a, b, s = Cmp("a"), Cmp("b"), SubCmp("s")
same((a < b, a <= b, a > b, a >= b, a == b, a != b), ("a lt", "a le", "a gt", "a ge", "a eq", "a ne"))
same((5 < a, 5 <= a, 5 > a, 5 >= a, 5 == a, 5 != a), ("a gt", "a ge", "a lt", "a le", "a eq", "a ne"))
same((a < s, a == s, a != s, s < a), ("s gt", "s eq", "s ne", "s lt")) # the subclass is asked first


class Eq:
    def __eq__(self, o): return "eq"


same(Eq() != 5, False)
same(fails(TypeError, hash, Eq()), "unhashable type: 'Eq'")
assert Eq.__hash__ is None


class EqHash(Eq):
    __hash__ = object.__hash__


assert isinstance(hash(EqHash()), int)


class SubEq(Eq): pass
same(fails(TypeError, hash, SubEq()), "unhashable type: 'SubEq'")


class NotComparable:
    def __eq__(self, o): return NotImplemented
    def __lt__(self, o): return NotImplemented


x, y = NotComparable(), NotComparable()
same((x == y, x == x, x != y, x != x), (False, True, True, False))
same(fails(TypeError, lambda: x < y), "'<' not supported between instances of 'NotComparable' and 'NotComparable'")
same(fails(TypeError, lambda: x > 5), "'>' not supported between instances of 'NotComparable' and 'int'")
same(fails(TypeError, lambda: object() >= 1), "'>=' not supported between instances of 'object' and 'int'")


class HashBig:
    def __hash__(self): return 1 << 200


assert isinstance(hash(HashBig()), int)


class HashBool:
    def __hash__(self): return True


same(hash(HashBool()), 1)


class Unhashable:
    __hash__ = None


same(fails(TypeError, hash, Unhashable()), "unhashable type: 'Unhashable'")
assert "nhashable" in fails(TypeError, lambda: {Unhashable(): 1}) # 3.14 says more

# identity goes before equality in containers


class Never:
    def __eq__(self, o): return False
    __hash__ = object.__hash__


v = Never()
assert v in [v] and v in (v,) and [v].index(v) == 0 and [v].count(v) == 1 and [v] == [v] and (v,) == (v,)
assert {v: 1}[v] == 1 and v in {v} and {1: v} == {1: v}
nan = float("nan")
assert [nan] == [nan] and nan in [nan] and nan not in [float("nan")]

# ---- containers ----


class Seq:
    def __getitem__(self, i):
        if i >= 3: raise IndexError
        return i * 10


s = Seq()
same(list(s), [0, 10, 20])
assert 20 in s and 30 not in s
same(tuple(reversed([*s])), (20, 10, 0))
same(fails(TypeError, len, s), "object of type 'Seq' has no len()")
same(fails(TypeError, reversed, s), "object of type 'Seq' has no len()")
x, y, z = s
same((x, y, z), (0, 10, 20))


class Items:
    def __init__(self): self.log = []
    def __getitem__(self, k): self.log.append(("get", k)); return 1
    def __setitem__(self, k, v): self.log.append(("set", k, v))
    def __delitem__(self, k): self.log.append(("del", k))
    def __contains__(self, k): return k == "in"
    def __len__(self): return 2
    def __reversed__(self): return iter("reversed")


i = Items()
for got in (i[1], i[1:2], i[1, 2], i[...], i[::2, 3]):
    same(got, 1)
i[5] = 6
del i[7]
i["k"] += 1
same(i.log, [("get", 1), ("get", slice(1, 2)), ("get", (1, 2)), ("get", ...), ("get", (slice(None, None, 2), 3)),
             ("set", 5, 6), ("del", 7), ("get", "k"), ("set", "k", 2)])
assert "in" in i and "out" not in i
same("".join(reversed(i)), "reversed")
same(fails(TypeError, lambda: Log()[0]), "'Log' object is not subscriptable")
same(fails(TypeError, lambda: Log[0]), "type 'Log' is not subscriptable")


def set_item(o): o[0] = 1
def del_item(o): del o[0]


same(fails(TypeError, set_item, Log()), "'Log' object does not support item assignment")
same(fails(TypeError, del_item, Log()), "'Log' object doesn't support item deletion")
assert fails(TypeError, lambda: 5 in Log()).startswith("argument of type 'Log' is not ")
same(fails(TypeError, iter, Log()), "'Log' object is not iterable")
same(fails(TypeError, next, Log()), "'Log' object is not an iterator")
same(fails(TypeError, Log()), "'Log' object is not callable")


class NoIter:
    __iter__ = None
    __contains__ = None
    def __getitem__(self, i): return 1


same(fails(TypeError, iter, NoIter()), "'NoIter' object is not iterable")
same(fails(TypeError, lambda: 1 in NoIter()), "'NoIter' object is not a container")


class ClassItem:
    def __class_getitem__(cls, k): return cls.__name__, k


class SubClassItem(ClassItem): pass
same(ClassItem[5], ("ClassItem", 5))
same(SubClassItem["a", 1], ("SubClassItem", ("a", 1)))
same(fails(TypeError, lambda: ClassItem()[0]), "'ClassItem' object is not subscriptable")


class Missing(dict):
    def __missing__(self, k): return "missing", k


m = Missing(a=1)
same((m["a"], m["b"], m.get("b")), (1, ("missing", "b"), None))
same(dict.__getitem__(m, "c"), ("missing", "c"))
same("%(zz)s" % m, "('missing', 'zz')")

# ---- with ----


class NoExit:
    def __enter__(self): pass


def use(o):
    with o: pass


same(fails(TypeError, use, 5), "'int' object does not support the context manager protocol")
same(fails(TypeError, use, NoExit()), "'NoExit' object does not support the context manager protocol (missed __exit__ method)")

# ---- __call__ ----


class Call:
    def __call__(self, *args, **kw): return args, kw


same(Call()(1, a=2), ((1,), {"a": 2}))
assert callable(Call()) and not callable(Log())


class Deep:
    pass


Deep.__call__ = Deep() # a __call__ that calls itself
assert fails(RecursionError, Deep())

# ---- special methods of the built-in types, called by name ----
same((5).__pow__(3, 7), 6)
same((5).__pow__(3, None), 125)
same((5).__pow__(2.5), NotImplemented)
same((2).__rpow__(5), 25)
same((7).__divmod__(2), (3, 1))
same((7).__rdivmod__(20), (2, 6))
same(7.5.__divmod__(2), (3.0, 1.5))
same((7).__divmod__("x"), NotImplemented)
same(b"a".__bytes__(), b"a")
same([1].__add__([2]), [1, 2])
same(fails(TypeError, [1].__add__, 5), 'can only concatenate list (not "int") to list')
same(fails(TypeError, "a".__mul__, None), "'NoneType' object cannot be interpreted as an integer")
same((1).__add__("a"), NotImplemented)
same((1).__eq__("a"), NotImplemented)
assert fails(TypeError, int.__eq__, object(), 1) and fails(TypeError, int.__abs__, None) and fails(TypeError, bytes.__bytes__, None)
same(fails(TypeError, (5).__abs__, 1), "expected 0 arguments, got 1")
same(fails(TypeError, lambda: 5 @ 5), "unsupported operand type(s) for @: 'int' and 'int'")
assert not hasattr(str, "__radd__") and not hasattr(float, "__invert__") and not hasattr(complex, "__floordiv__")
assert not hasattr(bytearray, "__imod__") and not hasattr(list, "__bool__") and hasattr(range, "__bool__")
