# needs: deep
# Calls: every way to bind arguments, and what goes wrong.
def error(f, *args, **kw):
    try:
        f(*args, **kw)
    except TypeError as e:
        return str(e)
    raise AssertionError("no TypeError")


def plain(a, b):
    return a, b


assert plain(1, 2) == (1, 2)
assert plain(b=1, a=2) == (2, 1)
assert plain(1, b=2) == (1, 2)
assert error(plain) == "plain() missing 2 required positional arguments: 'a' and 'b'"
assert error(plain, 1) == "plain() missing 1 required positional argument: 'b'"
assert error(plain, 1, 2, 3) == "plain() takes 2 positional arguments but 3 were given"
assert error(plain, 1, 2, c=3) == "plain() got an unexpected keyword argument 'c'"
assert error(plain, 1, a=3) == "plain() got multiple values for argument 'a'"


def defaults(a, b=10, c=20):
    return a, b, c


assert defaults(1) == (1, 10, 20)
assert defaults(1, c=2) == (1, 10, 2)
assert defaults(1, 2, 3) == (1, 2, 3)
assert error(defaults) == "defaults() missing 1 required positional argument: 'a'"
assert error(defaults, 1, 2, 3, 4) == "defaults() takes from 1 to 3 positional arguments but 4 were given"


def star(a, *rest, k=5, **kw):
    return a, rest, k, kw


assert star(1) == (1, (), 5, {})
assert star(1, 2, 3, k=6, z=7) == (1, (2, 3), 6, {"z": 7})
assert star(*range(4), **{"k": 1, "y": 2}) == (0, (1, 2, 3), 1, {"y": 2})


def only(a, /, b, *, c, d=4):
    return a, b, c, d


assert only(1, 2, c=3) == (1, 2, 3, 4)
assert only(1, b=2, c=3, d=5) == (1, 2, 3, 5)
assert error(only, 1, 2) == "only() missing 1 required keyword-only argument: 'c'"
assert error(only, a=1, b=2, c=3) == "only() got some positional-only arguments passed as keyword arguments: 'a'"
assert error(only, 1, 2, 3, c=1) == "only() takes 2 positional arguments but 3 positional arguments (and 1 keyword-only argument) were given"


def posonly(a, /, **kw):
    return a, kw


assert posonly(1, a=2) == (1, {"a": 2})


class C:
    def __init__(self, x, y=2):
        self.v = x, y

    def m(self, a, b=3):
        return self.v, a, b

    @staticmethod
    def s(a):
        return a

    @classmethod
    def c(cls, a):
        return cls, a

    def __call__(self, *a, **k):
        return a, k


o = C(1)
assert o.m(5) == ((1, 2), 5, 3)
assert C(1, y=7).m(b=1, a=2) == ((1, 7), 2, 1)
assert C(*(1,), **{"y": 9}).v == (1, 9)
m = o.m
assert m(4) == ((1, 2), 4, 3) and m(4, b=6) == ((1, 2), 4, 6)
assert o.s(3) == 3 and C.s(3) == 3 and o.c(4) == (C, 4) and C.c(4) == (C, 4)
assert o(1, z=2) == ((1,), {"z": 2})
assert "missing 1 required positional argument: 'x'" in error(C)
assert "'int' object is not callable" == error(3)


class Bad:
    def __init__(self):
        return 5


assert error(Bad) == "__init__() should return None, not 'int'"

# Many arguments, deep recursion over stack segments.
def many(*a):
    return len(a)


assert many(*range(5000)) == 5000


def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)


assert deep(800) == 800


def deep_star(n, *rest, **kw):
    return 0 if n == 0 else 1 + deep_star(n - 1, *rest, **kw)


assert deep_star(300, 1, 2, x=3) == 300


class Chain:
    def __init__(self, n):
        self.next = Chain(n - 1) if n else None


c = Chain(300)
n = 0
while c:
    c = c.next
    n += 1
assert n == 301


def forever():
    return forever()


try:
    forever()
except RecursionError:
    pass
else:
    raise AssertionError


class Loop:
    def __add__(self, other):
        return self + other

    def __repr__(self):
        return repr(self)


for f in (lambda: Loop() + 1, lambda: repr(Loop())):
    try:
        f()
    except RecursionError:
        pass
    else:
        raise AssertionError

# Evaluation order.
log = []


def say(x):
    log.append(x)
    return x


plain(say(1), b=say(2))
star(say(3), *[say(4)], k=say(5), **{"z": say(6)})
say(7), say(8)
d = {say(9): say(10), say(11): say(12)}
assert log == list(range(1, 13))
