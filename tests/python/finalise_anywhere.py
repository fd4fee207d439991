# modes: normal stress
# Finalisers that misbehave: that save their object, raise, allocate, collect, and that change the list or dict that is
# being worked on. Each runs once, none does harm. Objects are counted where all of them must have gone sooner or later.
import gc
import sys

log = []
ignored = []
if hasattr(sys, "unraisablehook"):
    sys.unraisablehook = lambda what: ignored.append(what.exc_type)


def settle():
    """Collects what is gone, with other things where pointers to it may have been left on the stack."""
    for i in range(4):
        (lambda a, b, c, d: [a, b, c, d])(i, 2, 3, 4)
        [j for j in range(20)]
        gc.collect()


def drop(make, n, depth=20):
    """Calls make(0) ... make(n - 1) deep in the stack, forgets what they return, and collects it."""
    if depth:
        drop(make, n, depth - 1)
    else:
        for i in range(n):
            make(i)
    if depth == 20:
        settle()


class Acts:
    """Calls its act with itself when it is finalised."""
    def __init__(self, act, n=0):
        self.act, self.n = act, n

    def __del__(self):
        self.act(self)


# ---- saved by their finalisers ----

saved = []


def save(o):
    log.append(o.n)
    saved.append(o)


def make_saved(i):
    o = Acts(save, i)
    o.me = o
    o.items = [i, {"n": [i]}]
    if i % 2:
        o.other = Acts(save, i + 100)
        o.other.other = o


drop(make_saved, 30)
settle()
assert len(saved) > 20 and len(saved) == len(log)
for o in saved:
    assert type(o) is Acts and o.n in range(200)
    if o.n < 100:
        assert o.me is o and o.items == [o.n, {"n": [o.n]}]
    if hasattr(o, "other"):
        assert o.other.other is o and abs(o.other.n - o.n) == 100
o = None
while saved:
    saved.pop()
settle()
settle()
assert len({n: 0 for n in log}) == len(log) # once each
saved.clear()


# their classes may change in there, and their attributes go
class Other:
    pass


def becomes(o):
    saved.append(o)
    del o.act
    o.n = "changed"
    o.__class__ = Other


if hasattr(Other, "__mro__"): # classes of objects can't be set in small builds
    drop(lambda i: Acts(becomes, i), 10)
    for o in saved:
        assert type(o) is Other and o.n == "changed" and not hasattr(o, "act")
    o = None
    saved.clear()
    settle()

# ---- that raise ----

KINDS = [ValueError, KeyError, StopIteration, GeneratorExit, KeyboardInterrupt, SystemExit, MemoryError, RuntimeError]
log.clear()


def fail(o):
    log.append(o.n)
    raise KINDS[o.n % len(KINDS)](o.n)


drop(lambda i: Acts(fail, i), 40)
assert len(log) > 20
if hasattr(sys, "unraisablehook"):
    assert len(ignored) == len(log), (ignored, log)
    assert ignored == [KINDS[n % len(KINDS)] for n in log]

# the exception that is being handled stays the one
try:
    try:
        raise IndexError("outer")
    except IndexError:
        drop(lambda i: Acts(fail, 0), 10)
        raise
except IndexError as e:
    assert e.args == ("outer",) and e.__context__ is None


def generator():
    try:
        yield 1
        yield 2
    finally:
        drop(lambda i: Acts(fail, 1), 10)


assert list(generator()) == [1, 2]


def returns():
    try:
        return "result"
    finally:
        drop(lambda i: Acts(fail, 2), 10)


assert returns() == "result"


# generators that nobody closed, whose finally raises or yields
def left(i):
    try:
        yield i
    finally:
        log.append("left")
        if i % 2:
            raise ValueError(i)
        yield "more"


log.clear()
drop(lambda i: next(left(i)), 20)
assert "left" in log and len(log) <= 20


# ones that can't be called, or not with one argument
class Nothing:
    __del__ = None


class Number:
    __del__ = 1


class Arguments:
    def __del__(self, more):
        log.append("never")


class Endless:
    def __del__(self):
        log.append("deeper")
        self.__del__()


class Ours:
    """Only the class's counts."""
    def __init__(self):
        self.__del__ = lambda: log.append("never")


log.clear()
for cls in (Nothing, Number, Arguments, Ours):
    drop(lambda i: cls(), 10)
assert log == []
drop(lambda i: Endless(), 1)
log.clear()

# ---- that allocate and collect ----


def generations(o):
    log.append(o.n)
    if o.n:
        for i in range(2):
            Acts(generations, o.n - 1)
    [str(i) * 10 for i in range(50)]
    {i: [i] for i in range(50)}


drop(lambda i: Acts(generations, 3), 3)
settle()
assert 0 in log and log.count(3) <= 3 and log.count(2) <= 6 and log.count(1) <= 12 and log.count(0) <= 24


def collects(o):
    log.append(o.n)
    Acts(lambda o: log.append(-1))
    gc.collect()
    log.append("then")


log.clear()
drop(lambda i: Acts(collects, i), 10)
assert log.count("then") == len([n for n in log if n != "then" and n >= 0]) > 0

# ---- that change what is being changed ----


active = True # whether finalisers change anything


def whole(items):
    """A list or dict that can be walked, copied and measured, and holds what was put into it."""
    global active
    active = False
    assert len(items) == len(list(items)) == len(items.copy())
    for x in items:
        assert isinstance(x, (int, Acts)), x
    if isinstance(items, dict):
        for key, x in list(items.items()):
            assert isinstance(x, (int, Acts)) and items[key] is x
    active = True


items = []
table = {}


def grow(o):
    if not active or len(items) > 100: # for loops over them end
        return
    items.append(o.n)
    items[:0] = [1, 2, 3]
    table[o.n + 1000] = o.n
    for i in range(20):
        table[i + 2000] = i


def shrink(o):
    if not active:
        return
    if items:
        del items[len(items) // 2:]
    if table:
        table.popitem()


def empty(o):
    if active:
        items.clear()
        table.clear()


def collect_and(x):
    """x, after another of those objects is gone and a collection has been."""
    Acts(acting, 7)
    gc.collect()
    return x


class Collects:
    """A key that collects whenever it is compared."""
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n % 3

    def __eq__(self, other):
        return collect_and(self.n == getattr(other, "n", None))

    def __lt__(self, other):
        return collect_and(self.n < other.n)


def list_set(): items[1:4] = [Acts(acting), 5]
def list_step(): items[::2] = [0] * len(items[::2])
def list_delete(): del items[1:3]
def list_pop(): items.pop()
def list_put(): items[0] = 3
def list_extend(): items.extend(collect_and(i) for i in range(5))
def list_self(): items.extend(items)
def list_insert(): items.insert(1, collect_and(4))
def list_sort(): items.sort(key=lambda x: collect_and(0))
def list_remove(): items.remove(Collects(4))
def list_find(): items.index(Collects(5))
def list_same(): items == [Collects(1)] * len(items)
def list_build(): [collect_and(x) for x in items]
def list_sum(): sum(collect_and(1) for x in items)
def list_times(): items.__imul__(collect_and(2))
def dict_set(): table[0] = collect_and(1)
def dict_delete(): del table[1]
def dict_pop(): table.pop(2)
def dict_last(): table.popitem()
def dict_update(): table.update((collect_and(i), i) for i in range(30))
def dict_walk():
    for key in table:
        table[key] = collect_and(0)
def dict_find(): table.get(Collects(3))
def dict_default(): table.setdefault(collect_and(77), 1)
def dict_same(): table == {Collects(i): i for i in range(len(table))}
def dict_build(): {collect_and(key): x for key, x in table.items()}
def dict_copy(): dict(table, a=collect_and(1))
def dict_clear(): table.clear()


OPERATIONS = [list_set, list_step, list_delete, list_pop, list_put, list_extend, list_self, list_insert, list_sort, list_remove,
              list_find, list_same, list_build, list_sum, list_times, dict_set, dict_delete, dict_pop, dict_last, dict_update,
              dict_walk, dict_find, dict_default, dict_same, dict_build, dict_copy, dict_clear]


def attempt(operation):
    try:
        operation()
    except (IndexError, KeyError, ValueError, RuntimeError, AttributeError): # as the finaliser left nothing, or was noticed
        pass


for acting in (grow, shrink, empty):
    for operation in OPERATIONS:
        items[:] = [Acts(acting, i) for i in range(4)]
        items.extend([1, 2, 3])
        table.clear()
        table.update({i: Acts(acting, i) for i in range(6)})
        attempt(operation)
        whole(items)
        whole(table)
        settle()
        whole(items)
        whole(table)
    acting = len
    items.clear()
    table.clear()
    settle()

acting = empty


# among keys that collect when they are compared, too
keys = {}


def clear_keys(o):
    if active:
        keys.clear()


acting = clear_keys
for i in range(12):
    keys[Collects(i)] = i
    active = False
    assert len(keys) == len(list(keys))
    active = True
keys.get(Collects(5))
keys.pop(Collects(6), None)
some = [Collects(i % 5) for i in range(12)]
some.sort()
assert [x.n for x in some] == sorted(i % 5 for i in range(12))
active = False
assert len(keys) == len(list(keys.items()))
keys.clear()

acting = len # nothing
settle()
