# needs: percent methods
# What fuzzing found in running programs.

# types without a repr of their own
import collections
import struct

for o in (iter([]), iter(""), iter({}), iter(range(3)), map(len, []), zip(), enumerate([]), filter(None, []),
          iter(int, 3), reversed([]), property(), collections.deque().__iter__(), struct.iter_unpack("b", b"a")):
    assert repr(o).startswith("<") and repr(o) == str(o) == "%s" % (o,) == "{}".format(o) == f"{o!r}"

# a list that outgrows a small heap takes the last of it in a few steps, not item by item
import sys

if sys.implementation.name == "adder":
    a = [1]
    try:
        for x in a:
            a.extend(reversed(a))
            if len(a) > 1 << 20:
                break
    except MemoryError:
        pass

# methods and computed attributes of a type, called on objects of others
def raises(error, f, *args):
    try:
        f(*args)
    except error:
        return
    assert False, (f, args)


def generator():
    yield 1


views = ({}.keys(), {}.items(), iter([]), iter({}), iter({1}), iter(range(2)), reversed([1]), iter(b"a"),
         iter(collections.deque()), generator(), property(), range(3), 1, "", [], None)
names = ("index", "count", "__reversed__", "__length_hint__", "close", "send", "throw", "getter", "setter", "deleter",
         "__set_name__", "__iter__", "__next__", "__format__", "__len__")
for v in views:
    for name in names:
        f = getattr(type(v), name, None)
        for o in views:
            if f is not None and type(o) is not type(v):
                for args in ((), (1,), (1, 2), (None,), ("x", "y")):
                    try:
                        f(o, *args)
                    except Exception:
                        pass
raises(TypeError, range.count, [], 1)
raises(TypeError, type(generator()).close, 5)
raises(TypeError, property.setter, 5, len)
raises(TypeError, int.__format__, 1, None)
raises(TypeError, str.__format__, "", 5)
raises(TypeError, object.__getattribute__, 1, 5)
raises(TypeError, object.__getattribute__, object(), None)
raises(TypeError, collections.namedtuple("N", "a").__new__, int, 1)


class Thief:
    notes = generator.__class__.__dict__["__code__"] if hasattr(generator.__class__, "__dict__") else None


if Thief.__dict__["notes"] is not None:
    raises(TypeError, getattr, Thief(), "notes")

# finalisers that always make another object with one, in a heap that is full
import gc

made = 0


class Chain(list):
    def __del__(self):
        global made
        made += 1
        if made < 200:
            Chain()
            gc.collect()


for i in range(10):         # (one of them may still be on the stack)
    Chain()
    gc.collect()
assert 1 <= made <= 200

# weak references in a heap that is used up while their table grows
import weakref

if sys.implementation.name == "adder":
    refs = []
    try:
        while len(refs) < 100000:
            refs.append(weakref.ref(Chain))
            list(refs)
    except MemoryError:
        pass
    refs = None

# gc.get_objects() shows no tuple that is not complete
import gc


def look():
    for i in range(3):
        for o in gc.get_objects():
            if type(o) is tuple:
                len(repr(o))
        yield i


if sys.implementation.name == "adder" and hasattr(gc, "get_objects"):
    assert list(zip(look(), look())) == [(0, 0), (1, 1), (2, 2)]
