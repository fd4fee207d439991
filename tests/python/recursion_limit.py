# sys.setrecursionlimit(): as many frames as it says, whatever they are frames of.
# needs: tracing deep
import sys

best = 0


def reach(n=1):
    global best
    best = max(best, n)
    reach(n + 1)


def count(f, *args):
    global best
    best = 0
    try:
        f(*args)
    except RecursionError as e:
        assert str(e) == "maximum recursion depth exceeded"
        return best
    assert False


def chain(n=1):
    global best
    best = n
    yield n
    yield from chain(n + 1)


# (the module and count() are frames, too)
assert sys.getrecursionlimit() == 1000 and count(reach) == 998 == count(list, chain())


for limit in 50, 100, 101, 1000, 5000, 150:
    sys.setrecursionlimit(limit)
    assert sys.getrecursionlimit() == limit
    assert count(reach) == count(reach) == limit - 2


def inner():
    return count(reach)


assert inner() == 147
assert [inner() for _ in [1]] == [147]
assert list(map(lambda _: inner(), [1])) == [146]


def generator():
    yield inner()


assert next(generator()) == 146


def many(a, b=2, *c, d=4, **e):
    global best
    best += 1
    big = [a, b, c, d, e]
    many(a, b, big, d=5, e=6)


def nothing():
    nothing()


def rising(*args):
    global best
    best = max(best, len(args))
    rising(*args, 1)


def each(n=1):
    global best
    best = max(best, n)
    for x in each(n + 1):
        yield x


def through_c(n=1):
    global best
    best = max(best, n)
    sorted([1], key=lambda x: through_c(n + 1))


class Special:
    def __getattr__(self, name):
        global best
        best += 1
        return getattr(self, name + "x")

    @property
    def p(self):
        global best
        best += 1
        return self.p

    def __add__(self, other):
        global best
        best += 1
        return self + other

    def __eq__(self, other):
        global best
        best += 1
        return self == other

    def __call__(self):
        global best
        best += 1
        return self()


s = Special()
assert count(many, 1) == 148
assert count(nothing) == 0
assert count(rising) == 147
assert count(lambda: list(each())) == 147
assert count(through_c) == 74
assert count(lambda: s.a) == count(lambda: s.p) == count(lambda: s + 1) == count(lambda: s == 1) == 147
assert count(s) == 148

# what is left when some of it is used up
def remaining(used):
    return remaining(used - 1) if used else count(reach)


assert [remaining(n) for n in (0, 10, 100, 140, 146)] == [147, 137, 47, 7, 1]

# frames of different sizes one after the other
def alternate(n=1):
    global best
    best = max(best, n)
    a = b = c = d = e = f = g = h = n
    lambda: (a, b, c, d)
    return small(n + 1)


def small(n):
    return alternate(n + 1)


assert count(alternate) in (147, 148)

# the traceback has them all
sys.setrecursionlimit(60)
try:
    reach()
except RecursionError as e:
    t, n = e.__traceback__, 0
    while t:
        t, n = t.tb_next, n + 1
    assert n == 60


# a handler may use what is free again
def handled(n):
    try:
        return handled(n + 1)
    except RecursionError:
        return n


assert handled(0) == 58


# ---- what is refused ----


def raises(kind, text, f, *args):
    try:
        f(*args)
    except kind as e:
        assert str(e) == text, str(e)
        return
    assert False


def set_to(n):
    sys.setrecursionlimit(n)


low = "cannot set the recursion limit to %d at the recursion depth %d: the limit is too low"
raises(RecursionError, low % (2, 2), sys.setrecursionlimit, 2)
raises(RecursionError, low % (3, 3), set_to, 3)
set_to(4)
set_to(1000)
raises(ValueError, "recursion limit must be greater or equal than 1", sys.setrecursionlimit, 0)
raises(ValueError, "recursion limit must be greater or equal than 1", sys.setrecursionlimit, -5)
raises(OverflowError, "Python int too large to convert to C int", sys.setrecursionlimit, 2**40)
raises(TypeError, "'str' object cannot be interpreted as an integer", sys.setrecursionlimit, "1")
assert sys.getrecursionlimit() == 1000

# raised, it is no limit for those who need not so much
sys.setrecursionlimit(10**6)


def deep(n):
    return n and deep(n - 1)


assert deep(1500) == 0


# the smallest frames there are, from the bottom of the stack
sys.setrecursionlimit(1000)
calls = 0


def smallest():
    global calls
    calls += 1
    smallest()


try:
    smallest()
except RecursionError:
    assert calls == 999, calls
