"""functools."""
# needs: functools deep
import functools
from functools import cached_property, cmp_to_key, lru_cache, partial, partialmethod, reduce, total_ordering, wraps

# partial
p = partial(int, base=2)
assert p("101") == 5 and p.keywords == {"base": 2} and p.args == () and p.func is int
q = partial(partial(max, 3), 5)
assert q(4) == 5 and q.args == (3, 5) and q.func is max
assert repr(partial(print, 1, end="")).startswith("functools.partial(<built-in function print>, 1, end='')")
try:
    partial(3)
except TypeError:
    pass
else:
    assert False


class C:
    def set(self, what, how=None):
        return self, what, how

    on = partialmethod(set, True, how="fast")


c = C()
assert c.on() == (c, True, "fast")

# reduce
assert reduce(lambda a, b: a * b, range(1, 6)) == 120 and reduce(lambda a, b: a + b, [], 7) == 7
try:
    reduce(lambda a, b: a, [])
except TypeError:
    pass
else:
    assert False


# wraps
def decorate(f):
    @wraps(f)
    def inner(*args):
        "inner's"
        return f(*args) + 1
    return inner


@decorate
def double(x):
    "double's"
    return 2 * x


assert double(2) == 5 and double.__name__ == "double" and double.__doc__ == "double's"
assert double.__wrapped__(2) == 4

# lru_cache
calls = []


@lru_cache(maxsize=2)
def square(x):
    calls.append(x)
    return x * x


assert [square(x) for x in (1, 2, 1, 3, 1, 2)] == [1, 4, 1, 9, 1, 4]
assert calls == [1, 2, 3, 2]
info = square.cache_info()
assert (info.hits, info.misses, info.maxsize, info.currsize) == (2, 4, 2, 2)
square.cache_clear()
assert square.cache_info().currsize == 0


@functools.cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


assert [fib(n) for n in (5, 9, 12, 15)] == [5, 34, 144, 610]
assert fib.__name__ == "fib"


class D:
    def __init__(self):
        self.n = 0

    @lru_cache
    def method(self, x):
        self.n += 1
        return x

    @cached_property
    def slow(self):
        "once"
        self.n += 10
        return self.n


d = D()
assert d.method(3) == d.method(3) == 3 and d.n == 1
assert d.slow == 11 and d.slow == 11 and d.n == 11
del d.slow
assert d.slow == 21 and isinstance(D.slow, cached_property)

# orderings
assert sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)) == [3, 2, 1]


@total_ordering
class Age:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        return self.n < other.n


assert Age(1) <= Age(1) and Age(2) > Age(1) and Age(2) >= Age(1) and not Age(1) > Age(1)


# singledispatch
@functools.singledispatch
def kind(x):
    return "other"


@kind.register(int)
def _(x):
    return "int"


@kind.register
def _(x: list):
    return "list"


assert [kind(x) for x in (1, True, [], "")] == ["int", "int", "list", "other"]
