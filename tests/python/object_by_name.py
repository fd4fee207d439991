# needs: methods messages memoryview slots complex weakref type_params double
# What is mostly used by way of syntax, called by its name; what objects of the rarer types show; attributes set by hand.
import gc
import sys
import types
import weakref


def outcome(f, *args, **keywords):
    try:
        return f(*args, **keywords)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


def same(a, b):
    assert a == b, (a, b)


def shown(o):
    """Its repr, without addresses."""
    words = repr(o).split(" ")
    return " ".join("0x" if w.startswith("0x") else w for w in words).replace("0x>", "0x").rstrip(">")


# ---- operators by name ----
NAMES = ["__%s%s__" % (how, name) for name in "add sub mul truediv floordiv mod pow lshift rshift and or xor divmod matmul".split() for how in ("", "r", "i")]
NAMES += ["__lt__", "__le__", "__gt__", "__ge__", "__eq__", "__ne__", "__contains__", "__getitem__"]


def by_name(a, b):
    """What each operator's method of a gives with b; - where it has none."""
    out = []
    for name in NAMES:
        f = getattr(type(a), name, None)
        left = a.copy() if isinstance(a, (list, set, dict)) else a
        if f is None: got = "-"
        else:
            got = outcome(f, left, b)
            got = "N" if got is NotImplemented else "E" if isinstance(got, str) and "Error:" in got else str(sorted(got)) if isinstance(got, (set, frozenset)) else str(got)
        out.append(got)
    return " ".join(out)


same(by_name(7, 2),
     '9 9 - 5 -5 - 14 14 - 3.5 0.2857142857142857 - 3 0 - 1 2 - 49 128 - 28 256 - 1 0 - 2 2 - 7 7 - 5 5 - (3, 1) (0, 2) - - - - False False True True False True - -')
same(by_name(7, "a"),
     'N N - N N - N N - N N - N N - N N - N N - N N - N N - N N - N N - N N - N N - - - - N N N N N N - -')
same(by_name(7.5, 2.0),
     '9.5 9.5 - 5.5 -5.5 - 15.0 15.0 - 3.75 0.26666666666666666 - 3.0 0.0 - 1.5 2.0 - 56.25 181.01933598375618 - - - - - - - - - - E E - - - - (3.0, 1.5) (0.0, 2.0) - - - - False False True True False True - -')
same(by_name(7.5, "a"),
     'N N - N N - N N - N N - N N - N N - N N - - - - - - - - - - E E - - - - N N - - - - N N N N N N - -')
same(by_name(True, 3),
     '4 4 - -2 2 - 3 3 - 0.3333333333333333 3.0 - 0 3 - 1 0 - 1 3 - 8 6 - 0 1 - 1 1 - 3 3 - 2 2 - (0, 1) (3, 0) - - - - True True False False False True - -')
same(by_name({1, 2}, {2, 3}),
     '- - - [1] [3] [1] - - - - - - - - - - - - - - - - - - - - - [2] [2] [2] [1, 2, 3] [1, 2, 3] [1, 2, 3] [1, 3] [1, 3] [1, 3] - - - - - - False False False False False True False -')
same(by_name(frozenset([1]), [1]),
     '- - - N N - - - - - - - - - - - - - - - - - - - - - - N N - N N - N N - - - - - - - N N N N N N E -')
same(by_name({1: 1}, {2: 2}),
     '- - - - - - - - - - - - - - - - - - - - - - - - - - - - - - {1: 1, 2: 2} {2: 2, 1: 1} {1: 1, 2: 2} - - - - - - - - - N N N N False True E E')
same(by_name("a%s", "b"),
     'a%sb - - - - - E E - - - - - - - ab E - - - - - - - - - - - - - E E - - - - - - - - - - True True False False False True False E')
same(by_name([1], [2]),
     '[1, 2] - [1, 2] - - - E E E - - - - - - - - - - - - - - - - - - - - - E E - - - - - - - - - - True True False False False True False E')
same(by_name((1,), (2,)),
     '(1, 2) - - - - - E E - - - - - - - - - - - - - - - - - - - - - - E E - - - - - - - - - - True True False False False True False E')
same(by_name(b"a%d", 5),
     "E - - - - - b'a%da%da%da%da%d' b'a%da%da%da%da%d' - - - - - - - b'a5' N - - - - - - - - - - - - - E E - - - - - - - - - - N N N N N N False E")
same(by_name({1: 1}.keys(), {1}),
     '- - - [] [] - - - - - - - - - - - - - - - - - - - - - - [1] [1] - [1] [1] - [] [] - - - - - - - False True False True True False E -')
same(by_name(range(3), 1),
     '- - - - - - - - - - - - - - - - - - - - - - - - - - - - - - E E - - - - - - - - - - N N N N N N True 1')
same([int.__invert__(5), int.__index__(5), bool.__invert__.__name__, float.__pos__(1.5), complex.__pos__(1j)],
     [-6, 5, '__invert__', 1.5, 1j])

# ---- object's own ----
o = object()


class Plain:
    x = 5
    def __eq__(self, other): return other == 3
    __hash__ = None


p = Plain()
same([object.__eq__(o, o), object.__eq__(o, 1), object.__ne__(o, o), object.__ne__(o, 1), object.__lt__(o, o), object.__ge__(o, 1)],
     [True, NotImplemented, False, NotImplemented, NotImplemented, NotImplemented])
same([object.__ne__(p, 3), object.__ne__(p, 4)], [False, True])
same([object.__str__(5), object.__repr__(5)[:7], object.__format__(5, "")], ['5', '<int ob', '5'])
same(outcome(object.__format__, 5, "x"), 'TypeError: unsupported format string passed to int.__format__')
same(outcome(object.__format__, 5, 1).split(":")[0], 'TypeError')
same([object.__getattribute__(p, "x"), object.__dir__(p)[-1] != "", object.__sizeof__(p) > 0], [5, True, True])
same(outcome(object.__getattribute__, p, "y"), "AttributeError: 'Plain' object has no attribute 'y'")
same(outcome(object.__getattribute__, p, 5), "TypeError: attribute name must be string, not 'int'")
object.__setattr__(p, "y", 1)
object.__delattr__(p, "y")
same(outcome(object.__delattr__, p, "y"), "AttributeError: 'Plain' object has no attribute 'y'")
same(outcome(object.__setattr__, 5, "y", 1),
     "AttributeError: 'int' object has no attribute 'y' and no __dict__ for setting new attributes")
same(outcome(object.__setattr__, int, "y", 1).split(":")[0], 'TypeError')


class New:
    def __new__(cls, *args): return object.__new__(cls)


class Init:
    def __init__(self, *args): pass


class Both(New, Init): pass


class Neither: pass


class NewPasses:
    def __new__(cls, *args): return object.__new__(cls, *args)


class InitPasses:
    def __init__(self, *args): object.__init__(self, *args)


same([type(c(1)).__name__ for c in (New, Init, Both)], ['New', 'Init', 'Both'])
for c in (Neither, NewPasses, InitPasses):
    same(outcome(lambda: c(1)), {Neither: "TypeError: Neither() takes no arguments",
                                 NewPasses: "TypeError: object.__new__() takes exactly one argument (the type to instantiate)",
                                 InitPasses: "TypeError: object.__init__() takes exactly one argument (the instance to initialize)"}[c])
same(outcome(object.__init__, Init(), 1),
     'TypeError: object.__init__() takes exactly one argument (the instance to initialize)')
same(outcome(object.__init__, New(), 1), None)
same(outcome(object.__new__, New, 1),
     'TypeError: object.__new__() takes exactly one argument (the type to instantiate)')
same(outcome(object.__new__, Init, 1).__class__.__name__, 'Init')
same(outcome(object.__new__, int), 'TypeError: object.__new__(int) is not safe, use int.__new__()')
same([bool(None), not None, None.__bool__(), bool(...), outcome(bool, ...)], [False, True, False, True, True])
same([None == None, None != 1, None.__eq__(None), None.__eq__(1) is NotImplemented, hash(None) == hash(None)],
     [True, True, True, True, True])
same([type(None)() is None, type(...)() is ..., type(NotImplemented)() is NotImplemented], [True, True, True])

# ---- what is shown ----
def function():
    x = 1
    def inner(): return x, later
    if False: later = 1
    return inner


cells = function().__closure__
same(sorted(shown(c).split(" at ")[1].replace("0x", "") != "" for c in cells), [True, True])
same(sorted(repr(c).endswith("empty>") for c in cells), [False, True])
same(["int object at" in repr(types.CellType(5)), "empty" in repr(types.CellType()), outcome(lambda: types.CellType().cell_contents)],
     [True, True, 'ValueError: Cell is empty'])
same(outcome(hash, types.CellType(1)).split(":")[0] in ("TypeError",), True)
same([types.CellType(1) == types.CellType(1), types.CellType(1) < types.CellType(2), types.CellType() < types.CellType(1)],
     [True, True, True])


class Slots:
    __slots__ = ("a", "b")


same([repr(int.real)[:17], repr(Slots.a), int.real.__name__, Slots.a.__name__],
     ["<attribute 'real'", "<member 'a' of 'Slots' objects>", 'real', 'a'])
s = Slots()
same(outcome(lambda: s.a), "AttributeError: 'Slots' object has no attribute 'a'")
same([Slots.a.__set__(s, 1), Slots.a.__get__(s), Slots.a.__delete__(s)], [None, 1, None])
same(outcome(Slots.a.__get__, 5).split(":")[0], 'TypeError')
same(outcome(Slots.a.__set__, 5, 1).split(":")[0], 'TypeError')
same(outcome(Slots.a.__delete__, s), 'AttributeError: a')
ref = weakref.ref(p)
same([repr(ref).split(" at ")[0], "Plain" in repr(ref), repr(ref).split("; ")[1].split(" at ")[0]],
     ['<weakref', True, "to 'Plain'"])
gone = [weakref.ref(C()) for C in [type("Gone", (), {})] * 50]
gc.collect()
same("dead>" in [repr(r).split("; ")[1] for r in gone], True)
same([repr(memoryview(b"a")).split(" at ")[0], repr(sys), repr(types.ModuleType("m"))],
     ['<memory', "<module 'sys' (built-in)>", "<module 'm'>"])
m = memoryview(b"a")
m.release()
same([repr(m).split(" at ")[0]], ['<released memory'])


def generator(): yield


same([repr(generator()).split(" at ")[0], generator().__name__, generator().__qualname__],
     ['<generator object generator', 'generator', 'generator'])
same([repr(slice(1)), repr(NotImplemented), repr(...)], ['slice(None, 1, None)', 'NotImplemented', 'Ellipsis'])
same([repr(types.MappingProxyType({1: 2})), str(types.MappingProxyType({1: 2}))], ['mappingproxy({1: 2})', '{1: 2}'])
same(outcome(lambda: types.MappingProxyType({}).__ior__({})).split(":")[0], 'TypeError')
same([types.MappingProxyType({1: 2}) | {3: 4}, {3: 4} | types.MappingProxyType({1: 2})], [{1: 2, 3: 4}, {3: 4, 1: 2}])
same(outcome(lambda: types.MappingProxyType({}) < 1).split(":")[0], 'TypeError')


def mapping_inplace():
    m = types.MappingProxyType({})
    m |= {}


same(outcome(mapping_inplace), "TypeError: '|=' is not supported by mappingproxy; use '|' instead")

# ---- memory views ----
m = memoryview(bytearray(b"hello"))
same([m.count(108) if hasattr(m, "count") else 2, m.index(108) if hasattr(m, "index") else 2], [2, 2])
if hasattr(m, "index"):
    same(outcome(m.index, 5), "ValueError: memoryview.index(x): x not found")
    same([m.index(108, 3), m.index(108, -2), outcome(m.index, 108, 4)], [3, 3, "ValueError: memoryview.index(x): x not found"])
same([m == b"hello", m == bytearray(b"hello"), m != b"world", m == "hello", m == memoryview(b"hello")],
     [True, True, True, False, True])
same(outcome(lambda: m < b"a"), "TypeError: '<' not supported between instances of 'memoryview' and 'bytes'")
same([m[::2] == b"hlo", m[::-1].tobytes(), m[::2].tolist(), m[1:3].tobytes()],
     [True, b'olleh', [104, 108, 111], b'el'])
c = m[:4].cast("H")
same([c == c, c == m, c[0] == int.from_bytes(b"he", sys.byteorder), len(c), c.nbytes, c.itemsize, c.format, c.shape],
     [True, False, True, 2, 4, 2, 'H', (2,)])
f = memoryview(bytearray(8)).cast("d")
f[0] = float("nan")
same([f == f, f.tolist() == f.tolist()], [False, False])
same(outcome(lambda: m[::2].cast("B")), 'TypeError: memoryview: casts are restricted to C-contiguous views')
same(outcome(lambda: m.cast("H")), 'TypeError: memoryview: length is not a multiple of itemsize')
same(outcome(lambda: m.cast("q")).split(":")[0], 'TypeError')
same(outcome(lambda: m.cast("Z")),
     "ValueError: memoryview: destination format must be a native single character format prefixed with an optional '@'")
same(outcome(lambda: m.cast("B", [5]).shape), (5,))
same(outcome(lambda: m.cast("B", (2,))).split(":")[0], 'TypeError')
same(outcome(lambda: c.cast("H")), 'TypeError: memoryview: cannot cast between two non-byte formats')
same(outcome(hash, m), 'ValueError: cannot hash writable memoryview object')
same([hash(memoryview(b"ab")) == hash(b"ab"), outcome(hash, memoryview(b"abcd").cast("H"))],
     [True, "ValueError: memoryview: hashing is restricted to formats 'B', 'b' or 'c'"])
same(outcome(lambda: m["a"]), 'TypeError: memoryview: invalid slice key')
same(outcome(lambda: m[5]), 'IndexError: index out of bounds on dimension 1')
same(outcome(m.__setitem__, 0, 256), "ValueError: memoryview: invalid value for format 'B'")
same(outcome(m.__setitem__, 0, "a"), "TypeError: memoryview: invalid type for format 'B'")
same(outcome(m.__setitem__, slice(0, 2), b"abc"),
     'ValueError: memoryview assignment: lvalue and rvalue have different structures')
same(outcome(m.__setitem__, slice(0, 2), "ab").split(":")[0], 'TypeError')
same(outcome(m.__delitem__, 0), 'TypeError: cannot delete memory')
same(outcome(memoryview(b"a").__setitem__, 0, 1), 'TypeError: cannot modify read-only memory')
same([m.tobytes("C"), m.hex(), m.hex("-"), m.hex("-", 2), m.readonly, memoryview(b"a").readonly, m.toreadonly().readonly, m.ndim, m.strides],
     [b'hello', '68656c6c6f', '68-65-6c-6c-6f', '68-656c-6c6f', False, True, True, 1, (1,)])
same([m.contiguous, m.c_contiguous, m[::2].contiguous, m.obj, m.suboffsets],
     [True, True, False, bytearray(b'hello'), ()])
b = bytearray(b"abc")
with memoryview(b) as v:
    for change in (lambda: b.append(1), lambda: b.clear(), lambda: b.extend(b"a"), lambda: b.pop(), lambda: b.insert(0, 1), lambda: b.__delitem__(0),
                   lambda: b.__setitem__(slice(0, 1), b"abc"), lambda: b.remove(97), lambda: b.__iadd__(b"a"), lambda: b.__imul__(2),
                   lambda: b.__delitem__(slice(0, 2))):
        same(outcome(change), "BufferError: Existing exports of data: object cannot be re-sized")
    b[0] = 65
    b[1:2] = b"B"
    b.reverse()
    same([bytes(v), b.upper(), b.find(v), b == v, b.startswith(v), b.join([v, v]), b.replace(v, b"-"), b.translate(None, v), b.count(v), b.split(v), b.strip(v),
          b.partition(v), b + v, v in [b]],
           [b'cBA', bytearray(b'CBA'), 0, True, True, bytearray(b'cBAcBAcBA'), bytearray(b'-'), bytearray(b''), 1, [bytearray(b''), bytearray(b'')], bytearray(b''), (bytearray(b''), bytearray(b'cBA'), bytearray(b'')), bytearray(b'cBAcBA'), True])
b.append(1)
same(outcome(lambda: v[0]), 'ValueError: operation forbidden on released memoryview object')
same(outcome(lambda: v.tolist()), 'ValueError: operation forbidden on released memoryview object')
same([outcome(len, v), outcome(lambda: v == v), outcome(lambda: v.format), outcome(hash, v), outcome(v.release), outcome(v.__enter__)],
     ['ValueError: operation forbidden on released memoryview object', True,
      'ValueError: operation forbidden on released memoryview object',
      'ValueError: operation forbidden on released memoryview object', None,
      'ValueError: operation forbidden on released memoryview object'])
same([bytearray(5) == bytes(5)], [True])

# ---- attributes set and deleted ----
class C:
    "text"
    def method(self): "about"
    @property
    def prop(self): "on prop"


same([C.prop.__doc__, C.prop.__name__ if hasattr(C.prop, "__name__") else "prop", C.__doc__, C.method.__doc__],
     ['on prop', 'prop', 'text', 'about'])
for name, good, bad in (("__name__", "D", 5), ("__qualname__", "E.D", 5), ("__module__", "m", None), ("__doc__", "new", None), ("__bases__", (object,), 5)):
    if name != "__bases__":
        setattr(C, name, good)
        same(getattr(C, name), good)
    if bad is not None: same(outcome(setattr, C, name, bad).split(":")[0], "TypeError")
C.__type_params__ = (1,)
same(C.__type_params__, (1,))
same([outcome(delattr, C, n).split(":")[0] for n in ("__name__", "__qualname__", "__bases__", "__mro__", "__dict__", "nothing")],
     ['TypeError', 'TypeError', 'TypeError', 'AttributeError', 'AttributeError', 'AttributeError'])
same(outcome(setattr, C, "__mro__", ()), "AttributeError: attribute '__mro__' of 'type' objects is not writable")
same([outcome(setattr, int, n, None).split(":")[0] for n in ("__name__", "__qualname__", "__module__", "__doc__", "__bases__", "x")],
     ['TypeError', 'TypeError', 'TypeError', 'TypeError', 'TypeError', 'TypeError'])


def f(a, b=1, *, c=2): "doc"


same([outcome(setattr, f, n, 5) for n in ("__defaults__", "__kwdefaults__", "__code__", "__dict__", "__name__", "__qualname__")],
     ['TypeError: __defaults__ must be set to a tuple object',
      'TypeError: __kwdefaults__ must be set to a dict object', 'TypeError: __code__ must be set to a code object',
      "TypeError: __dict__ must be set to a dictionary, not a 'int'",
      'TypeError: __name__ must be set to a string object', 'TypeError: __qualname__ must be set to a string object'])
f.__dict__ = {"x": 1}
f.__defaults__, f.__kwdefaults__ = (5, 6), {"c": 7}
same([f.x, f.__defaults__, f.__kwdefaults__, f.__dict__, f.__builtins__ is not None, f.__closure__, f.__module__ == __name__],
     [1, (5, 6), {'c': 7}, {'x': 1}, True, None, True])
same([outcome(delattr, f, n) for n in ("__defaults__", "__kwdefaults__", "x", "nothing", "__doc__", "__name__", "__code__")],
     [None, None, None, "AttributeError: 'function' object has no attribute 'nothing'", None,
      'TypeError: __name__ must be set to a string object', 'TypeError: __code__ must be set to a code object'])
same([f.__defaults__, f.__kwdefaults__, f.__doc__], [None, None, None])
same(outcome(f), "TypeError: f() missing 2 required positional arguments: 'a' and 'b'")
module = types.ModuleType("m", "doc")
same([module.__name__, module.__doc__, module.__loader__, module.__spec__, module.__package__, module.__annotations__, sorted(module.__dict__)],
     ['m', 'doc', None, None, None, {},
      ['__annotations__', '__doc__', '__loader__', '__name__', '__package__', '__spec__']])
module.__doc__ = "other"
module.__annotations__ = {"x": int}
same([module.__doc__, module.__annotations__, outcome(lambda: module.x)],
     ['other', {'x': int}, "AttributeError: module 'm' has no attribute 'x'"])
same([outcome(f, module, *a).split(":")[0] for f, a in ((delattr, ("x",)), (setattr, ("__dict__", {})))],
     ['AttributeError', 'AttributeError'])
del module.__annotations__
same(module.__annotations__, {})
module.__getattr__ = lambda name: name * 2
same([module.ab, hasattr(module, "zz")], ['abab', True])
same([outcome(types.ModuleType), outcome(types.ModuleType, 5).split(":")[0], outcome(types.ModuleType, "a", "b", "c")],
     ["TypeError: module() missing required argument 'name' (pos 1)", 'TypeError',
      'TypeError: module() takes at most 2 arguments (3 given)'])
same([outcome(lambda: super(C, C()).nothing), outcome(lambda: super(C, C).nothing), outcome(lambda: super(5, 5)), outcome(lambda: super(C, 5))],
     ["AttributeError: 'super' object has no attribute 'nothing'",
      "AttributeError: 'super' object has no attribute 'nothing'",
      'TypeError: super() argument 1 must be a type, not int',
      'TypeError: super(type, obj): obj (instance of int) is not an instance or subtype of type (D).'])
unbound = super(C)
same([repr(super(C, C())).startswith("<super: "), repr(unbound).endswith("NULL>"), unbound.__self__, unbound.__thisclass__.__qualname__, unbound.__self_class__],
     [True, True, None, 'E.D', None])
same([type(unbound.__get__(C(), C)).__name__, super.__getattribute__(super(C, C()), "__hash__") is not None],
     ['super', True])
same(outcome(super.__getattribute__, super(C, C()), "nothing"),
     "AttributeError: 'super' object has no attribute 'nothing'")

# ---- dicts and sets, the rest ----
d = {"a": 1}
same([dict.fromkeys({"x": 1, "y": 2}, 0), dict.fromkeys({"x"}, 0), dict.fromkeys({"x": 1}.keys()), dict.fromkeys("ab", [])],
     [{'x': 0, 'y': 0}, {'x': 0}, {'x': None}, {'a': [], 'b': []}])
same([d.keys() == {"a"}, d.keys() != {"b"}, d.keys() < {"a", "b"}, d.keys() <= {"a"}, d.items() >= {("a", 1)}, d.values() == d.values(), d.items() == [("a", 1)]],
     [True, True, True, True, True, False, False])
same([outcome(lambda: d.keys() < 5), outcome(lambda: d.values() < d.values()), outcome(lambda: d.keys() + d.keys())],
     ["TypeError: '<' not supported between instances of 'dict_keys' and 'int'",
      "TypeError: '<' not supported between instances of 'dict_values' and 'dict_values'",
      "TypeError: unsupported operand type(s) for +: 'dict_keys' and 'dict_keys'"])
same([outcome(lambda: d.keys() & 5), d.keys() & ["a"], d.keys() | ["b"] == {"a", "b"}, d.items() - [("a", 1)], d.keys() ^ ["a"], ["a"] & d.keys()],
     ["TypeError: 'int' object is not iterable", {'a'}, True, set(), set(), {'a'}])
deep = {}
deep["keys"], deep["items"], deep["values"] = deep.keys(), deep.items(), 1
same(repr(deep.keys()), "dict_keys(['keys', 'items', 'values'])")
nested = {}
nested[1] = nested.values()
assert "..." in repr(nested)
same([d.keys().mapping["a"], outcome(d.keys().mapping.__class__.__name__.upper), d.keys().isdisjoint("b"), outcome(hash, d.keys()), outcome(d.items().__contains__, 5)],
     [1, 'MAPPINGPROXY', True, "TypeError: unhashable type: 'dict_keys'", False])
same([list(reversed(d.items())), list(reversed(d.values())), outcome(d.popitem), outcome(d.popitem)],
     [[('a', 1)], [1], ('a', 1), "KeyError: 'popitem(): dictionary is empty'"])
large = {i: i for i in range(50000)}
for i in range(0, 50000, 2): del large[i]
for i in range(50000, 90000): large[i] = i
same([len(large), sum(large) == sum(large.values()), next(iter(large))], [65000, True, 1])
large = set(range(50000))
for i in range(0, 50000, 3): large.discard(i)
large |= set(range(50000, 80000))
same([len(large), 1 in large, 0 in large, 79999 in large], [63333, True, False, True])
same([repr(set(range(3))), repr(frozenset()), repr(set()), str(frozenset([1]))],
     ['{0, 1, 2}', 'frozenset()', 'set()', 'frozenset({1})'])


class Named(set): pass


same([repr(Named([1])), Named([1]) == {1}, type(Named([1]) | {2}).__name__, type({2} | Named([1])).__name__, len({1, 2, 3} - Named([1]))],
     ['Named({1})', True, 'set', 'set', 2])
