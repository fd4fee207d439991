# needs: methods messages functools
# collections, copies of its containers, functools and itertools: what only few programs notice.
import builtins
import copy
import functools
import itertools
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque


def fails(kind, f, *args, **kw):
    try:
        f(*args, **kw)
    except kind as e:
        return str(e)
    raise AssertionError(kind)


# a built-in that is replaced, and put back
def length(x):
    return len(x)


assert length("ab") == 2
kept = builtins.len
builtins.len = lambda x: 42
assert length("ab") == 42
builtins.len = lambda x: 43
assert length("ab") == 43
builtins.len = kept
assert length("ab") == 2 and len("abc") == 3

# OrderedDict
od = OrderedDict(a=1, b=2)
assert od.pop("a", default=5) == 1 and od.pop("a", default=5) == 5 and od.setdefault("k", default=7) == 7
assert od.setdefault(key="n") is None and list(od) == ["b", "k", "n"]
assert fails(KeyError, od.pop, key="z") == "'z'"
assert OrderedDict.fromkeys("ab", value=3) == {"a": 3, "b": 3}
od.__init__([("x", 1)], b=9)
assert list(od.items()) == [("b", 9), ("k", 7), ("n", None), ("x", 1)]
assert type({1: 2} | OrderedDict(a=1)) is OrderedDict and type({} | Counter("a")) is dict


class Ordered(OrderedDict):
    pass


o = Ordered(a=[1])
o.extra = [5]
for made in copy.copy(o), copy.deepcopy(o):
    assert type(made) is Ordered and made == o and made.extra == [5]
assert copy.deepcopy(o)["a"] is not o["a"]
assert type(o.copy()) is Ordered

# defaultdict
d = defaultdict(None)
d["me"] = d
assert repr(d) == "defaultdict(None, {'me': defaultdict(None, {...})})"


class Default(defaultdict):
    pass


assert type(Default(list, a=1).copy()) is Default and Default(list, a=1).copy().default_factory is list
assert type({} | defaultdict(int)) is defaultdict

# Counter
assert Counter(iterable=None) == {"iterable": None} and repr(Counter(a=2, b=None)) == "Counter({'a': 2, 'b': None})"
c = Counter()
c.update({"x": "many"})
assert c["x"] == "many"

# ChainMap
inner = defaultdict(int)
m = ChainMap(inner, {1: 2})
assert 1 in m and 7 not in m and m.get(7, "no") == "no" and m[7] == 0 and list(m) == [1, 7] and len(m) == 2


class Quiet(dict):
    def __getitem__(self, key):
        raise AssertionError(key)


assert list(ChainMap({1: 2}, Quiet({3: 4}))) == [3, 1] and 3 in ChainMap({}, Quiet({3: 4}))


class Missing(ChainMap):
    def __missing__(self, key):
        return key * 2


assert Missing({1: 5})[1] == 5 and Missing({1: 5})[4] == 8 and Missing({}).get(4) is None
merged = {9: 9, 1: 1} | ChainMap({1: 7}, {1: 3, 2: 4})
assert type(merged) is ChainMap and merged.maps == [{9: 9, 1: 7, 2: 4}]
assert type((ChainMap(inner) | {3: 3}).maps[0]) is defaultdict

# deep copies
for x in (deque([1, [2]], 5), deque([[1]]), defaultdict(list, {1: [2]}), Counter("aab"), ChainMap({1: [2]}, {3: 4})):
    y = copy.deepcopy(x)
    assert y == x and y is not x and type(y) is type(x), x
assert copy.deepcopy(deque([1], 4)).maxlen == 4 and copy.deepcopy(defaultdict(list)).default_factory is list
f = (lambda: 0).__code__
assert copy.copy(f) is f and copy.deepcopy(f) is f

# iterators: __new__ takes the arguments, a subclass's __init__ may have its own
for cls, args, result in ((itertools.chain, ([1], [2]), [1, 2]), (map, (str, [1]), ["1"]), (filter, (None, [0, 1]), [1]),
                          (itertools.islice, ([1, 2, 3], 2), [1, 2])):
    class Own(cls):
        def __init__(self, *args, tag=None):
            self.tag = tag
    x = Own(*args, tag=3)
    assert type(x) is Own and x.tag == 3 and list(x) == result, cls


class Again:
    def __iter__(self):
        return self

    def __next__(self):
        return next(second)


first, second = itertools.tee(Again())
assert fails(RuntimeError, next, first) == "cannot re-enter the tee iterator"
first, second = itertools.tee(iter([1, 2]))
assert next(first) == 1 and list(second) == [1, 2] and list(first) == [2]


def broken():
    yield 1
    raise OSError


first, second = itertools.tee(broken())
assert next(first) == 1 and fails(OSError, next, first) == "" and next(second) == 1 and list(second) == []

# functools
p = functools.partial(max, 3, key=abs)
p.mark = [1]
for made in copy.copy(p), copy.deepcopy(p):
    assert made.func is max and made.args == (3,) and made.keywords == {"key": abs} and made.mark == [1] and made(-5) == -5
assert p.__reduce__() == (functools.partial, (max,), (max, (3,), {"key": abs}, {"mark": [1]}))
p.__setstate__((min, (1, 2), None, None))
assert p() == 1 and p.keywords == {} and p.__dict__ == {}
for state in (min, (), {}), [min, (), {}, None], (None, (), {}, None), (min, [], {}, None), (min, (), [], None):
    fails(TypeError, p.__setstate__, state)


class Base:
    def method(self, *args, **kw):
        return self, args, kw

    half = functools.partialmethod(method, 1, a=2)
    fixed = functools.partialmethod(staticmethod(lambda *args: args), 8)


b = Base()
assert b.half(3) == (b, (1, 3), {"a": 2}) and Base.half(b, 3) == (b, (1, 3), {"a": 2}) and b.fixed(9) == (8, 9)
assert Base.fixed() == (8,) and not Base.__dict__["half"].__isabstractmethod__


def wrapped():
    pass


wrapped.kind = {1: 2}


class Wrapper:
    pass


w = Wrapper()
w.kind = {3: 4}
functools.update_wrapper(w, wrapped, ("__name__", "nothing"), ("kind",))
assert w.kind == {1: 2, 3: 4} and w.__name__ == "wrapped" and w.__wrapped__ is wrapped and not hasattr(w, "nothing")
del w.kind
fails(AttributeError, functools.update_wrapper, w, wrapped, (), ("kind",))

cached = functools.lru_cache(4)(len)
builtins.len, kept = cached, len
try:
    assert [len("abc"), len("abc"), len("ab")] == [3, 3, 2]
finally:
    builtins.len = kept
assert cached.cache_info() == (1, 2, 4, 2) and cached.cache_info()._asdict()["hits"] == 1


class Meta(type):
    @functools.cached_property
    def prop(cls):
        return 1


class Of(metaclass=Meta):
    pass


assert fails(TypeError, lambda: Of.prop) == \
    "The '__dict__' attribute on 'Meta' instance does not support item assignment for caching 'prop' property."


class ReadOnly(functools.cached_property):
    def __set__(self, instance, v):
        raise AttributeError("read only")


class Has:
    calls = 0

    @ReadOnly
    def prop(self):
        self.calls += 1
        return self.calls


h = Has()
assert h.prop == 1 and h.prop == 1 and fails(AttributeError, setattr, h, "prop", 2) == "read only"

# dispatch: an abstract base in the MRO comes before one that was registered
from collections import abc


@functools.singledispatch
def kind(x):
    return "base"


class O(abc.Sized):
    def __len__(self):
        return 0


kind.register(abc.Iterable, lambda x: "iterable")
kind.register(abc.Container, lambda x: "container")
kind.register(abc.Sized, lambda x: "sized")
kind.register(abc.Set, lambda x: "set")
assert kind(O()) == "sized"
abc.Iterable.register(O)
assert kind(O()) == "sized"
abc.Set.register(O)
assert kind(O()) == "set"


class P:
    pass


assert kind(P()) == "base"
abc.Iterable.register(P)
assert kind(P()) == "iterable"
abc.Container.register(P)
assert fails(RuntimeError, kind, P()).startswith("Ambiguous dispatch: <class 'collections.abc.")


class Falsy(type):
    def __bool__(cls):
        return False


class A(metaclass=Falsy):
    pass


kind.register(A, lambda x: "A")
assert kind(A()) == "A"

# the built-in's own __repr__ has the name of the derived class, too
from collections import UserString
for base, arg, text in ((set, [1], "S({1})"), (frozenset, [1], "S({1})"), (bytearray, b"a", "S(b'a')"), (deque, [1], "S([1])"),
                        (OrderedDict, {1: 2}, "S({1: 2})"), (Counter, "a", "S({'a': 1})"), (list, [1], "[1]"), (dict, {1: 2}, "{1: 2}"),
                        (int, 3, "3"), (str, "x", "'x'")):
    class S(base):
        def __repr__(self):
            assert super().__repr__() == base.__repr__(self)
            return "<" + super().__repr__() + ">"
    assert repr(S(arg)) == "<" + text + ">" and repr([S(arg)]) == "[<" + text + ">]", base
assert fails(TypeError, lambda: ChainMap() | [(1, 2)]) == "unsupported operand type(s) for |: 'ChainMap' and 'list'"
assert UserString("ab").__getnewargs__() == ("ab",)

# the fields of named tuples have a text that can be changed
from collections import namedtuple
Point, Vector = namedtuple("Point", "x y"), namedtuple("Vector", "x y")
assert [Point.x.__doc__, Point.y.__doc__] == ["Alias for field number 0", "Alias for field number 1"]
Point.x.__doc__ = "to the right"
assert Point.x.__doc__ == "to the right" and Vector.x.__doc__ == "Alias for field number 0" and Point(1, 2).x == 1
del Point.x.__doc__
assert Point.x.__doc__ is None and Point.x is Point.x and fails(AttributeError, setattr, Point(1, 2), "x", 3) == "can't set attribute"
fails(AttributeError, setattr, int.real, "__doc__", "text")
