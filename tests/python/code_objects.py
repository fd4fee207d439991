# Code objects: what they say of a function; and functions made and changed by hand.
# needs: tracing
import sys

module_x = 1


def f(a, b=1, /, c=2, *d, e, **g):
    "doc"
    x = 1.5
    def h(): return x + a + len(d)
    print(x.real, module_x)
    return h


c = f.__code__
assert type(c).__name__ == "code"
assert c.co_name == c.co_qualname == "f"
assert c.co_filename == __file__
assert c.co_firstlineno == 8
assert c.co_argcount == 3
assert c.co_posonlyargcount == 2
assert c.co_kwonlyargcount == 1
assert c.co_varnames == ("a", "b", "c", "e", "d", "g", "h"), c.co_varnames
assert c.co_nlocals == 7
assert c.co_cellvars == ("a", "d", "x"), c.co_cellvars
assert c.co_freevars == ()
assert sorted(c.co_names) == ["module_x", "print", "real"]
assert c.co_consts[0] == "doc" and 1.5 in c.co_consts
assert isinstance(c.co_code, bytes) and c.co_code
assert c.co_flags & 4 and c.co_flags & 8 and not c.co_flags & 16
assert repr(c).startswith("<code object f at 0x") and repr(c).endswith(', line 8>')

inner = [k for k in c.co_consts if type(k) is type(c)]
assert len(inner) == 1
h = inner[0]
assert h.co_name == "h" and h.co_qualname == "f.<locals>.h"
assert sorted(h.co_freevars) == ["a", "d", "x"]
assert h.co_flags & 16
assert h.co_names == ("len",)
assert h.co_varnames == () and h.co_nlocals == 0 and h.co_argcount == 0


def flags(f):
    return f.__code__.co_flags


def plain(): pass
def gen(): yield
async def co(): pass
async def agen(): yield


VARARGS, VARKEYWORDS, NESTED, GENERATOR, COROUTINE, ASYNC_GENERATOR = 4, 8, 16, 32, 128, 512
assert flags(plain) & 3 == 3
assert flags(plain) & (VARARGS | VARKEYWORDS | NESTED | GENERATOR | COROUTINE | ASYNC_GENERATOR) == 0
assert flags(gen) & (GENERATOR | COROUTINE | ASYNC_GENERATOR) == GENERATOR
assert flags(co) & (GENERATOR | COROUTINE | ASYNC_GENERATOR) == COROUTINE
assert flags(agen) & (GENERATOR | COROUTINE | ASYNC_GENERATOR) == ASYNC_GENERATOR
assert flags(lambda *a: 0) & (VARARGS | VARKEYWORDS) == VARARGS
assert flags(lambda **a: 0) & (VARARGS | VARKEYWORDS) == VARKEYWORDS
assert (lambda: 0).__code__.co_name == "<lambda>"
g = (i for i in ())
assert g.gi_code.co_name == "<genexpr>" and g.gi_code.co_varnames == (".0", "i")
assert g.gi_code.co_argcount == 1 and g.gi_code.co_flags & GENERATOR
m = compile("x = 1", "name", "exec")
assert m.co_name == m.co_qualname == "<module>" and m.co_filename == "name" and m.co_firstlineno == 1
assert m.co_varnames == () and m.co_argcount == 0 and m.co_names == ("x",)

for name in ("co_name", "co_argcount", "co_consts", "co_varnames"):
    try:
        setattr(c, name, 1)
        assert 0
    except AttributeError:
        pass


# the first decorator's line is the first
def deco(f):
    return f


@deco
@deco
def decorated():
    pass


@deco
class Decorated:
    line = sys._getframe().f_code.co_firstlineno


assert decorated.__code__.co_firstlineno == deco.__code__.co_firstlineno + 4
assert Decorated.line == deco.__code__.co_firstlineno + 10


# ---- where instructions come from ----

def lines():
    x = 1

    y = (x +
         2)
    return y


c = lines.__code__
ranges = list(c.co_lines())
assert all(len(r) == 3 and r[0] < r[1] for r in ranges)
assert ranges[0][0] == 0 and ranges[-1][1] == len(c.co_code)
assert all(a[1] == b[0] for a, b in zip(ranges, ranges[1:]))
found = {r[2] - c.co_firstlineno for r in ranges if r[2]}
assert {1, 3, 5} <= found and found <= {0, 1, 3, 4, 5}, found
places = list(c.co_positions())
assert all(len(p) == 4 for p in places)
first = c.co_firstlineno
assert (first + 3, first + 4, 9, 10) in places, places
assert any(p[0] == first + 5 for p in places)

# ---- comparing, replacing ----

a = compile("x + 1", "s", "eval")
b = compile("x + 1", "s", "eval")
assert a == b and hash(a) == hash(b) and a is not b
assert a != compile("x + 2", "s", "eval")
assert a != compile("y + 1", "s", "eval")
assert a != 1 and not a == "x"
assert len({a, b}) == 1
n = f.__code__.replace(co_name="new", co_filename="file")
assert n.co_name == "new" and n.co_filename == "file" and n.co_argcount == 3
assert f.__code__.co_name == "f"
assert n != f.__code__ and f.__code__.replace() == f.__code__
n = lines.__code__.replace(co_firstlineno=100, co_qualname="q")
assert n.co_firstlineno == 100 and n.co_qualname == "q"
assert {r[2] for r in n.co_lines() if r[2]} >= {101, 103}
try:
    n.replace(co_name=1)
    assert 0
except TypeError:
    pass
try:
    n.replace(nothing=1)
    assert 0
except TypeError:
    pass
try:
    type(n)()
    assert 0
except TypeError:
    pass

# ---- functions by hand ----

FunctionType = type(f)
space = {"y": 5}
made = FunctionType(compile("y + 1", "s", "eval"), space)
assert made() == 6 and made.__globals__ is space and made.__name__ == "<module>"
assert made.__closure__ is None


def source(a, b=2, *, k=3):
    return a, b, k


made = FunctionType(source.__code__, globals(), "name", (7, 8), None)
assert made.__name__ == "name" and made.__defaults__ == (7, 8)
try:
    made()
    assert 0
except TypeError as e:
    assert "missing 1 required keyword-only argument: 'k'" in str(e)
made.__kwdefaults__ = {"k": 9}
assert made() == (7, 8, 9)
made = FunctionType(code=source.__code__, globals={}, argdefs=(1,))
assert made(5, k=1) == (5, 1, 1)


def outer(x):
    def inner():
        return x
    return inner


i1, i2 = outer(1), outer(2)
made = FunctionType(i1.__code__, {}, closure=i2.__closure__)
assert made() == 2
cell = type(i1.__closure__[0])
made = FunctionType(i1.__code__, {}, closure=(cell("own"),))
assert made() == "own"
for bad in ((1, {}), (source.__code__, 1), (source.__code__, {}, 1), (source.__code__, {}, None, 1),
            (source.__code__, {}, None, None, 1), (i1.__code__, {}, None, None, (1,)), (i1.__code__, {}),
            (source.__code__,), ()):
    try:
        FunctionType(*bad)
        assert 0, bad
    except TypeError:
        pass
    except ValueError:
        assert bad[0] is i1.__code__
for bad in ((), (cell(1), cell(2))):
    try:
        FunctionType(i1.__code__, {}, None, None, bad)
        assert 0
    except ValueError as e:
        assert str(e) == "inner requires closure of length 1, not %d" % len(bad), str(e)

# cells
assert i1.__closure__[0].cell_contents == 1
i1.__closure__[0].cell_contents = 3
assert i1() == 3
del i1.__closure__[0].cell_contents
try:
    i1()
    assert 0
except NameError as e:
    assert str(e) == "cannot access free variable 'x' where it is not associated with a value in enclosing scope"
try:
    i1.__closure__[0].cell_contents
    assert 0
except ValueError as e:
    assert str(e) == "Cell is empty"
assert cell(1) == cell(1) and cell(1) != cell(2) and cell(1) < cell(2) and cell() < cell(0)

# ---- other code for a function ----

def one(): return 1
def two(a=5): return a


old = one.__code__
one.__code__ = two.__code__
one.__defaults__ = (9,)
assert one() == 9
one.__code__ = old
assert one() == 1
try:
    one.__code__ = i1.__code__
    assert 0
except ValueError as e:
    assert str(e) == "one() requires a code object with 0 free vars, not 1", str(e)
for bad in (1, None):
    try:
        one.__code__ = bad
        assert 0
    except TypeError as e:
        assert str(e) == "__code__ must be set to a code object"


# ... while it runs: what runs goes on with the old code
def other(n=0):
    return "other", 1, 2, 3, "end"


def running(n):
    a = "kept"
    if n:
        x = running(n - 1)
    else:
        running.__code__ = other.__code__
        x = "changed"
    b = len(a) + len(["something", "more"])
    return a, b, x


assert running(2) == ("kept", 6, ("kept", 6, ("kept", 6, "changed")))
assert running(0) == ("other", 1, 2, 3, "end")


def going(n):
    x = "before"
    for i in range(n):
        yield x, i
    yield "last"


g = going(2)
assert next(g) == ("before", 0)
h = going(1)
going.__code__ = other.__code__
assert next(g) == ("before", 1) and next(g) == "last"
assert list(h) == [("before", 0), "last"]
assert going(0) == ("other", 1, 2, 3, "end")


def raising(x):
    y = x
    raise KeyError(y)


try:
    raising(1)
except KeyError as e:
    tb = e.__traceback__.tb_next
    line = tb.tb_lineno
    raising.__code__ = other.__code__
    assert tb.tb_lineno == line
    assert tb.tb_frame.f_code.co_name == "raising"
print("ok")
