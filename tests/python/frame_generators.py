# Frames of generators and coroutines.
# needs: tracing
import sys


def gen(a):
    x = a
    got = yield x
    x = got
    yield x
    return sys._getframe()


first = gen.__code__.co_firstlineno
g = gen(1)
f = g.gi_frame
assert type(f).__name__ == "frame" and f is g.gi_frame
assert f.f_code is gen.__code__ is g.gi_code
assert f.f_lineno == first
assert f.f_locals == {"a": 1}
assert f.f_back is None
assert g.gi_suspended is False and g.gi_running is False
assert next(g) == 1
assert g.gi_frame is f and f.f_lineno == first + 2
assert f.f_locals == {"a": 1, "x": 1}
assert g.gi_suspended is True
f.f_locals["a"] = 7
assert f.f_locals["a"] == 7
try:
    f.clear()
    # CPython before 3.13 closes the generator
except RuntimeError as e:
    assert str(e) == "cannot clear a suspended frame", str(e)
assert g.send(5) == 5
assert f.f_locals["x"] == 5 and f.f_lineno == first + 4
assert g.__name__ == "gen"
g.__name__ = "renamed"
assert g.__name__ == "renamed" and g.gi_frame is f
try:
    next(g)
    assert 0
except StopIteration as e:
    assert e.value is f
assert g.gi_frame is None and g.__name__ == "renamed"
assert f.f_locals["x"] == 5 and f.f_lineno == first + 5
assert g.gi_suspended is False


# while it runs
def watch():
    f = sys._getframe()
    yield f, f.f_back.f_code.co_name, f.f_lineno
    yield f.f_back.f_code.co_name


def run(g):
    return next(g)


g = watch()
f, name, line = run(g)
assert f is g.gi_frame and name == "run"
assert line == watch.__code__.co_firstlineno + 2
assert f.f_back is None
assert run(g) == "run"
for name in watch():
    pass
assert name == "<module>"


# the frames of generators that delegate to each other
def inner():
    names = []
    f = sys._getframe()
    while f:
        names.append(f.f_code.co_name)
        f = f.f_back
    yield names
    names = []
    f = sys._getframe()
    while f:
        names.append(f.f_code.co_name)
        f = f.f_back
    yield names


def middle():
    mine = 1
    yield from inner()


def outer():
    mine = 2
    yield from middle()


g = outer()
assert next(g) == ["inner", "middle", "outer", "<module>"]
assert next(g) == ["inner", "middle", "outer", "<module>"]
assert list(outer())[1][:3] == ["inner", "middle", "outer"]
assert g.gi_yieldfrom.gi_code is middle.__code__
assert g.gi_frame.f_locals == {"mine": 2}
assert g.gi_yieldfrom.gi_frame.f_locals == {"mine": 1}


def deep(n):
    if n:
        yield from deep(n - 1)
    else:
        yield sys._getframe(3).f_locals["n"]


assert next(deep(9)) == 3


# one that ends by an exception, by close(), and one that was never begun
def failing():
    x = "bound"
    yield
    raise KeyError


g = failing()
f = g.gi_frame
next(g)
try:
    next(g)
except KeyError:
    pass
assert g.gi_frame is None and f.f_locals == {"x": "bound"}
assert f.f_lineno == failing.__code__.co_firstlineno + 3

g = failing()
f = g.gi_frame
next(g)
g.close()
assert g.gi_frame is None and f.f_lineno == failing.__code__.co_firstlineno + 2

g = failing()
f = g.gi_frame
f.clear()
assert g.gi_frame is None
assert list(g) == []

# a generator expression
g = (sys._getframe().f_code.co_name for i in range(2))
assert g.gi_frame.f_code.co_name == "<genexpr>"
assert list(g) == ["<genexpr>"] * 2


async def co():
    x = 1
    f = sys._getframe()
    return f


c = co()
f = c.cr_frame
assert f.f_code is co.__code__ is c.cr_code and c.cr_suspended is False and c.cr_running is False
assert c.cr_await is None
try:
    c.send(None)
except StopIteration as e:
    assert e.value is f
assert c.cr_frame is None and f.f_locals["x"] == 1


async def ag():
    yield 1


a = ag()
assert a.ag_frame.f_code is ag.__code__ is a.ag_code
assert a.ag_running is False and a.ag_await is None
try:
    a.asend(None).send(None)
except StopIteration as e:
    assert e.value == 1
assert a.ag_frame.f_lineno == ag.__code__.co_firstlineno + 1
print("ok")
