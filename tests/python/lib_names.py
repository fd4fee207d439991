"""What modules of the library have and give: subscripts of classes, names for *, derived classes of containers."""
# needs: collections.abc contextlib queue weakref functools derived_types methods threading async inspect
import collections.abc
import contextlib
import copy
import functools
import queue
import string
import weakref
from collections import ChainMap, OrderedDict, defaultdict


def fails(kind, f):
    try:
        f()
    except kind as e:
        return str(e)
    assert False


# ---- subscripts ----
for cls in (queue.Queue, queue.LifoQueue, queue.PriorityQueue, queue.SimpleQueue, contextlib.closing, contextlib.aclosing,
            contextlib.nullcontext, contextlib.chdir, weakref.ref, weakref.WeakSet, weakref.WeakValueDictionary):
    assert cls[int].__origin__ is cls and cls[int].__args__ == (int,)
assert repr(queue.Queue[int]) == "queue.Queue[int]"
for cls in contextlib.closing, contextlib.nullcontext, contextlib.suppress, contextlib.redirect_stdout:
    assert issubclass(cls, contextlib.AbstractContextManager)
assert issubclass(contextlib.aclosing, contextlib.AbstractAsyncContextManager)

# ---- names for * ----


def star(module):
    space = {}
    exec("from %s import *" % module, space)
    return space


assert {"UserDict", "ChainMap", "deque"} <= star("collections").keys() and "abc" not in star("collections")
assert {"ref", "proxy", "WeakSet", "finalize", "getweakrefs"} <= star("weakref").keys()
assert not {"GenericAlias", "namedtuple", "object"} & star("functools").keys() and "wraps" in star("functools")
assert not {"ABCMeta", "abstractmethod"} & star("numbers").keys() and "Number" in star("numbers")
assert "bin" not in star("enum")
assert {"ChainMap", "UserDict", "UserList", "UserString", "namedtuple"} <= set(dir(collections))

# ---- ChainMap is a class like others ----
m = ChainMap({1: 2}, {3: 4})
m.note = "own"
assert m.note == "own" and ChainMap.__mro__[1] is collections.abc.MutableMapping and ChainMap.__module__ == "collections"
assert len(m) == 2 and bool(m) and not ChainMap({}) and 3 in m and m.get(9, 8) == 8 and list(m) == [3, 1]
assert m.new_child() == m and m.new_child({5: 6}, x=7).maps[0] == {5: 6, "x": 7} and m.parents == {3: 4}
assert fails(KeyError, lambda: m.pop(3)) == repr("Key not found in the first mapping: 3")
assert fails(KeyError, lambda: m.__delitem__(9)) == repr("Key not found in the first mapping: 9")
assert fails(KeyError, lambda: ChainMap().popitem()) == repr("No keys found in the first mapping.")
assert fails(KeyError, lambda: m[9]) == "9"
assert fails(TypeError, lambda: reversed(m)) == "'ChainMap' object is not reversible"
assert fails(TypeError, lambda: m | 3) == "unsupported operand type(s) for |: 'ChainMap' and 'int'"
m[5] = m
assert repr(m) == "ChainMap({1: 2, 5: ...}, {3: 4})"


class Named(ChainMap):
    pass


assert type(Named({1: 2}) | {3: 4}) is type({3: 4} | Named()) is type(Named().parents) is type(copy.copy(Named())) is Named
assert copy.deepcopy(Named({1: [2]})).maps == [{1: [2]}]
n = Named({1: 2})
n |= [(3, 4)]
assert type(n) is Named and n == {1: 2, 3: 4}
match ChainMap({"a": 1}):
    case {"a": 1}:
        pass
    case _:
        assert False

# ---- | of dicts of derived classes ----


class Ordered(OrderedDict):
    pass


class Default(defaultdict):
    pass


class Plain(dict):
    pass


merged = Ordered({1: 2}) | {3: 4}
assert type(merged) is Ordered and list(merged.items()) == [(1, 2), (3, 4)]
assert type({3: 4} | Ordered()) is Ordered and type(OrderedDict() | Ordered()) is OrderedDict
merged = Default(list, {1: 2}) | {1: 3}
assert type(merged) is Default and merged.default_factory is list and merged == {1: 3}
assert type({} | Default(list)) is Default and type(Plain() | {}) is type({} | Plain()) is dict
assert type(OrderedDict() | Plain()) is OrderedDict and Plain({1: 2}) | Plain({1: 3}) == {1: 3}

# ---- a partial that has itself in it ----
p = functools.partial(int)
p.__setstate__((p, (), {}, {}))
assert repr(p) == "functools.partial(...)"
p.__setstate__((int, (p,), {"x": p}, {}))
assert repr(p) == "functools.partial(<class 'int'>, ..., x=...)"
assert repr(functools.partial(int, functools.partial(int))) == \
    "functools.partial(<class 'int'>, functools.partial(<class 'int'>))"

# ---- patterns of string.Template ----


class At(string.Template):
    delimiter = "@"


class Odd(string.Template):
    pattern = r"(?P<other>.*)|(?P<escaped>@{2})|@(?P<named>[a-z]+)|@{(?P<braced>[a-z]+)}|(?P<invalid>@)"


assert At("@a $a").substitute(a=3) == "3 $a" and At.pattern is not string.Template.pattern
assert Odd.pattern.search("x").group("other") == "x" and string.Template.pattern.search("$x").group("named") == "x"
assert fails(ValueError, lambda: Odd("@a").is_valid()).startswith("('Unrecognized named group in pattern'")
assert fails(ValueError, lambda: Odd("@a").get_identifiers()).startswith("('Unrecognized named group in pattern'")
assert string.Template("$a ${b}").substitute({"a": 1}, b=2) == "1 2"
assert collections.UserString("a").encode(None, None) == b"a" == collections.UserString("a").encode()


# ---- weak sets of derived classes are copied with what they have ----
class Thing:
    pass


class Slotted(weakref.WeakSet):
    __slots__ = "x", "y"


a, b = Thing(), Thing()
s = Slotted([a, b])
s.x = [1]
s.note = "own"
dup = copy.copy(s)
assert set(dup) == {a, b} and dup.x is s.x and dup.note == "own" and not hasattr(dup, "y")
dup.intersection_update([a])
assert set(dup) == {a}
fails(TypeError, lambda: s.intersection_update([[]]))

# ---- coroutine functions stay that when they are deprecated ----
import inspect
import warnings


@warnings.deprecated("old")
async def old():
    pass


@warnings.deprecated("old")
def plain():
    pass


assert inspect.iscoroutinefunction(old) and not inspect.iscoroutinefunction(plain)

# ---- many threads use one cache ----
import threading


@functools.lru_cache(5)
def cached(n):
    return [n]


wrong = []


def use():
    try:
        for i in range(300):
            if cached(i % 9) != [i % 9]:
                wrong.append(i)
            if not i % 50:
                cached.cache_clear()
    except Exception as e:
        wrong.append(e)


threads = [threading.Thread(target=use) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
assert not wrong and cached.cache_info().currsize <= 8

# ---- the flags that __buffer__() is called with; annotations as texts ----
assert inspect.BufferFlags.FULL_RO == 0x11c and inspect.BufferFlags(9) is inspect.BufferFlags.CONTIG
try:
    import annotationlib
except ImportError: # before 3.14
    pass
else:
    assert annotationlib.annotations_to_string({"a": int, "b": "x", "c": list[int]}) == {"a": "int", "b": "x", "c": "list[int]"}
    import typing
    assert annotationlib.ForwardRef is typing.ForwardRef
