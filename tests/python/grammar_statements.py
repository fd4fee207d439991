# needs: except_star
# Every kind of statement in the grammar, in unusual shapes.
import sys


def raises(source, *names):
    try:
        exec(source, dict(names))
    except Exception as e:
        return type(e).__name__
    return None


# Assignment
a = b = c = 1
assert (a, b, c) == (1, 1, 1)
a, b = b, a = 2, 3
assert (a, b) == (3, 2)
(a), [b], (c,) = 1, [2], (3,)
assert (a, b, c) == (1, 2, 3)
a, *b = 1, 2, 3
*a, b = 1, 2, 3
[a, *b, c] = range(5)
assert (a, b, c) == (0, [1, 2, 3], 4)
(a, (b, [*c, d])), e = (1, (2, "xyz")), 5
assert (a, b, c, d, e) == (1, 2, ["x", "y"], "z", 5)
*a, = "ab"
assert a == ["a", "b"]
[] = ()
() = []
x = *[1, 2], 3
assert x == (1, 2, 3)
x = 1,
assert x == (1,)


class O:
    pass


o = O()
o.a, o.b = 1, 2
l = [0, 0, 0]
l[0], l[1:2], *l[2:] = 1, [2], 3
assert l == [1, 2, 3] and o.a == 1
(o).c = (l)[0] = 5
for op in "+ - * / // % ** << >> & | ^".split():
    n = {"x": 7, "y": 2}
    exec("z = x %s y\nx %s= y" % (op, op), n)
    assert n["x"] == n["z"]
(x) = 1
(x) += 1
assert x == 2
l[0] += 1
o.a -= 1
assert l[0] == 6 and o.a == 0

# Annotations
v: int
v: int = 1
(w): str = "s"
o.z: int = 3
l[0]: "any" = 4
t: tuple = 1, 2
assert o.z == 3 and l[0] == 4 and t == (1, 2)


# del
x = y = z = 1
del x
del (y), [z]
x, y = 1, [1, 2, 3]
del (x, y[0]), y[:1]
assert y == [3]
del y,
del o.a
del ()

# Simple statements on one line
pass; x = 1; y = 2;
assert x + y == 3, "message"
if x: pass; y = 5
assert y == 5

# if, while, for
def flow(n):
    out = []
    if n == 0: out.append("a")
    elif n == 1:
        out.append("b")
    elif (m := n) == 2: out.append("c" + str(m))
    else:
        out.append("d")
    while n: n -= 1; out.append(n)
    else: out.append("end")
    for i, in [[1], [2]]: out.append(i)
    for (i, *j), k in (((1, 2, 3), 4),): out.append((i, j, k))
    else:
        out.append("done")
    for x in *"ab", "c": out.append(x)
    for o.attribute in 1, 2: continue
    for [x] in [(9,)]: break
    else: out.append("never")
    return out


assert flow(0) == ["a", "end", 1, 2, (1, [2, 3], 4), "done", "a", "b", "c"]
assert flow(2)[:3] == ["c2", 1, 0] and o.attribute == 2


# with
class M:
    def __init__(self, name="m"):
        self.name = name

    def __enter__(self):
        log.append(self.name)
        return self.name, 1

    def __exit__(self, *e):
        log.append("-" + self.name)

    def __or__(self, other):
        return other

    def make(self, name):
        return M(name)


log = []
with M("a"): pass
with M("b") as x: pass
with M("c"), M("d") as y, M("e"): pass
with (M("f")): pass
with (M("g"), M("h")): pass
with (M("i") as x, M("j")): pass
with (M("k") as x, M("l") as (y, z),): pass
with (
    M("m") as x,
    M("n"),
): pass
with (M("o")) as x: pass
with (M("p")), (M("q")): pass
with (M("r")).make("s") as x, M("t"): pass
with (M("u")) | (M("v")) as x: pass
with (M("w") if 1 else M("x")) as (x, y): pass
with (M("y")) as o.t, M("z") as l[0]: pass
with (m := M("A")): pass
with (lambda: M("B"))(): pass
assert "".join(x for x in log if len(x) == 1) == "abcdefghijklmnopqstvwyzAB" and x == "w" and y == 1
log.clear()
try:
    with (M("a"), M("b")) as x: pass
except (TypeError, AttributeError):
    log.append("tuple")
assert log == ["tuple"]


# try
def attempt(e):
    out = []
    try:
        if e: raise e
    except KeyError: out.append("key")
    except (ValueError, TypeError) as x: out.append(type(x).__name__)
    except: out.append("any")
    else: out.append("else")
    finally: out.append("finally")
    try: out.append(1)
    finally: return out


assert attempt(None) == ["else", "finally", 1]
assert attempt(KeyError()) == ["key", "finally", 1]
assert attempt(TypeError()) == ["TypeError", "finally", 1]
assert attempt(OSError) == ["any", "finally", 1]
out = []
try:
    raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
except* ValueError as e: out.append(len(e.exceptions))
except *(KeyError, TypeError) as e:
    out.append("k")
else: out.append("no")
finally: out.append("f")
assert out == [1, "k", "f"]
try:
    raise KeyError from ValueError
except KeyError as e:
    assert type(e.__cause__) is ValueError


# Functions
def p(a, b=2, /, c=3, *d, e, f=6, **g): return a, b, c, d, e, f, g


assert p(1, e=5) == (1, 2, 3, (), 5, 6, {}) and p(1, 9, 8, 7, e=0, h=1) == (1, 9, 8, (7,), 0, 6, {"h": 1})


def q(a, /): return a
def q2(a, /, b,): return a, b
def q3(*, a, b=1,): return a, b
def q4(*a: int, **b: "x",) -> None: return a, b
def q5(a=lambda x=1: x, *, b: int = 2) -> (1, 2): return a(), b
def q6(
    a,  # comment
    b: int
    = 1,
): return a, b


assert (q(1), q2(1, b=2), q3(a=1), q4(1, x=2), q5(), q6(1)) == (1, (1, 2), (1, 1), ((1,), {"x": 2}), (1, 2), (1, 1))
fs = [lambda: 1, lambda x: x, lambda *a: a, lambda **k: k, lambda a, /, b=1, *c, d, **e: (a, b, c, d, e), lambda *, a=1: a,
      lambda a=1, *b,: (a, b), lambda x, y=(lambda: 3): y()]
assert fs[4](1, d=2) == (1, 1, (), 2, {}) and fs[7](1) == 3 and fs[6](5, 6) == (5, (6,))


# Decorators may be any expression
def deco(*a):
    return lambda f: (a, f)


@deco(1)
@lambda f: f
@[deco, 2][0](3)
@(x := deco(4)) if 1 else None
def r(): pass


assert r[0] == (1,) and r[1][0] == (3,) and r[1][1][0] == (4,)


@deco()
class R: pass


@deco
async def ra(): pass


# Classes
class A0: x = 1
class A1(): "doc"
class A2(A0, A1,): pass
class A3(*[A0], metaclass=type, **{}): y: int = 2; z = 3


assert A3.y == 2 and A1.__doc__ in ("doc", None)


class Gen[T]:
    def m[S: int, U: (int, str), *V, **W](self, x: T) -> S: return x


def gen[T](x: T) -> T: return x


assert Gen().m(1) == 1 and gen(2) == 2 and Gen.__type_params__[0].__name__ == "T"


# Scopes
def outer():
    n = 1

    def inner():
        nonlocal n
        global gl, gl2
        n, gl, gl2 = 2, 3, 4
    inner()
    return n


assert outer() == 2 and gl + gl2 == 7


# Coroutines
async def aiter_(n):
    for i in range(n): yield i


async def co():
    async for x in aiter_(2): pass
    else: x += 10
    a = [i async for i in aiter_(3) if i]
    b = {i: await cc(i) async for i in aiter_(2)}
    c = [x for x in [await cc(1), await cc(2)]]
    async with AM() as (y, z), AM(): pass
    async with (AM() as w, AM()): return x, a, b, c, y, z, -await cc(2) ** 2, w
async def cc(x): return x


class AM:
    async def __aenter__(self): return 1, 2
    async def __aexit__(self, *e): pass


try:
    co().send(None)
except StopIteration as e:
    assert e.value == (11, [1, 2], {0: 0, 1: 1}, [1, 2], 1, 2, -4, (1, 2)), e.value


# yield
def gen1():
    x = yield
    y = yield x, 1
    z = yield from [10, 20]
    yield (yield 5), z
    w = [(yield 6)]
    lambda: (yield)
    return *w, y


g = gen1()
assert [next(g), g.send("x"), g.send("y"), next(g), next(g), g.send("v"), next(g)] == [None, ("x", 1), 10, 20, 5, ("v", None), 6]
try:
    g.send("w")
except StopIteration as e:
    assert e.value == ("w", "y")

# Imports
import sys, sys as s2
from sys import path, path as p1
from sys import (path, path as p2)
from sys import (
    path as p3,
    maxsize,
)
assert s2 is sys and p1 is p2 is p3 is path
for source in "from . import x", "from .. import x", "from ... import x", "from .a.b import c", "from ....a import *":
    assert raises(source) in ("ImportError", "KeyError"), source
assert raises("import no_such_module.a.b as c") == "ModuleNotFoundError"
names = {}
exec("from math import *", names)
assert names["pi"] > 3
