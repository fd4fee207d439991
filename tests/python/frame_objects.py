# Frame objects: sys._getframe(), while the frame runs and after it has ended.
# needs: tracing
import sys


def here():
    return sys._getframe()


# ---- where it is ----

first = here.__code__.co_firstlineno
f = here()
assert type(f).__name__ == "frame"
assert f.f_code is here.__code__
assert f.f_lineno == first + 1
assert f.f_globals is globals()
assert f.f_builtins["len"] is len
assert f.f_back is sys._getframe()
assert f.f_back.f_code.co_name == "<module>"
assert f.f_back.f_back is None
assert isinstance(f.f_lasti, int) and f.f_lasti >= 0
assert repr(f).startswith("<frame at 0x") and ", code here>" in repr(f)
assert ", line %d," % (first + 1) in repr(f)
assert sys._getframe() is sys._getframe()
assert sys._getframe(0) is sys._getframe()
for depth in (1, 50):
    try:
        sys._getframe(depth)
        assert 0
    except ValueError as e:
        assert str(e) == "call stack is not deep enough"
try:
    sys._getframe("x")
    assert 0
except TypeError:
    pass


def outer():
    def inner():
        return [sys._getframe(i) for i in range(3)]
    return inner()


a, b, c = outer()
assert [x.f_code.co_name for x in (a, b, c)] == ["inner", "outer", "<module>"]
assert a.f_back is b and b.f_back is c and c is sys._getframe()
assert a.f_code.co_qualname == "outer.<locals>.inner"


# f_lineno moves on with the frame
def lines():
    f = sys._getframe()
    x = f.f_lineno
    y = f.f_lineno
    return y - x, f


n, f = lines()
assert n == 1 and f.f_lineno == lines.__code__.co_firstlineno + 4


def caller_line():
    return sys._getframe(1).f_lineno


here_line = sys._getframe().f_lineno
assert caller_line() == here_line + 1
assert [caller_line(),
        caller_line()][0] == here_line + 2


# ---- variables ----

def f1(a, b=2, *args, k=3, **kw):
    before = sys._getframe().f_locals
    names = list(before)
    local = 1
    return names, before, sys._getframe()


names, before, f = f1(1, 5, 6, z=7)
assert names == ["a", "b", "k", "args", "kw", "before"], names
assert before["a"] == 1 and before["b"] == 5 and before["k"] == 3
assert before["args"] == (6,) and before["kw"] == {"z": 7}
assert before["local"] == 1
assert f.f_locals["names"] is names
assert set(f.f_locals) == {"a", "b", "k", "args", "kw", "before", "names", "local"}
assert len(f.f_locals) == 8
assert "local" in before and "nothing" not in before
assert before.get("nothing", 9) == 9
assert before.get("local") == 1
assert dict(before)["local"] == 1
assert {**before}["k"] == 3
assert sorted(before.keys()) == sorted(before)
assert dict(before.items()) == dict(before)
assert before.copy()["b"] == 5 and type(before.copy()) is dict
assert (before | {"q": 1})["q"] == 1
try:
    before["nothing"]
    assert 0
except KeyError as e:
    assert "nothing" in str(e)


# reading sees changes, storing changes the variable
def f2():
    x = 1
    d = sys._getframe().f_locals
    assert d["x"] == 1
    x = 2
    assert d["x"] == 2
    d["x"] = 3
    assert x == 3
    d.update({"x": 4})
    assert x == 4
    assert d.setdefault("x", 5) == 4
    d["other"] = 6
    assert d["other"] == 6 and "other" in d
    assert "other" in sys._getframe().f_locals
    assert locals()["other"] == 6
    assert "unset" not in d
    if x == 0:
        unset = 1
    try:
        del d["x"]
        assert 0
    except TypeError:
        pass
    return d


d = f2()
assert d["x"] == 4 and d["other"] == 6


# ... of an outer frame
def change(name, v):
    sys._getframe(1).f_locals[name] = v


def f3():
    x = 1
    change("x", "new")
    return x


assert f3() == "new"


# captured variables
def f4(p):
    x = 1

    def inner():
        nonlocal x
        d = sys._getframe().f_locals
        assert d["x"] == 1 and "d" in d
        d["x"] = 10
        assert x == 10
        return sys._getframe()
    f = sys._getframe()
    assert f.f_locals["x"] == 1 and f.f_locals["p"] == 8
    g = inner()
    assert x == 10
    f.f_locals["x"] = 11
    assert x == 11
    f.f_locals["p"] = 12
    assert p == 12
    return f, g


f, g = f4(8)
assert f.f_locals["x"] == 11 and g.f_locals["x"] == 11
assert f.f_locals["p"] == 12


# a variable whose value is a cell is not taken for one that is captured
def f5():
    x = 1
    cell = (lambda: x).__closure__[0]
    return sys._getframe(), locals()


f, l = f5()
assert f.f_locals["x"] == 1
assert f.f_locals["cell"].cell_contents == 1
assert l["cell"].cell_contents == 1

# module and class: the namespace itself
assert sys._getframe().f_locals is globals()


class C:
    x = 1
    frame = sys._getframe()
    frame.f_locals["y"] = 2
    names = list(frame.f_locals)


assert C.y == 2 and "x" in C.names and "__module__" in C.names
assert C.frame.f_code.co_name == "C"


# ---- after the end ----

def f6(n):
    if n == 0:
        return sys._getframe()
    return f6(n - 1)


f = f6(3)
chain = []
while f and f.f_code is f6.__code__:
    chain.append(f.f_locals["n"])
    f = f.f_back
assert chain == [0, 1, 2, 3], chain
assert f is sys._getframe()


def f7():
    global frame7
    frame7 = sys._getframe()
    x = "last"
    raise ValueError


try:
    f7()
except ValueError:
    pass
assert frame7.f_locals["x"] == "last"
assert frame7.f_lineno == f7.__code__.co_firstlineno + 4
assert frame7.f_back is sys._getframe()


class Made:
    def __init__(self, v):
        self.frame = sys._getframe()
        v = v + 1

    def __add__(self, other):
        self.frame = sys._getframe()
        return NotImplemented if other == 1 else "sum"

    def __radd__(self, other):
        return "radd"

    @property
    def prop(self):
        self.frame = sys._getframe()
        return 5

    def __getitem__(self, i):
        self.frame = sys._getframe()
        return i


m = Made(1)
assert m.frame.f_locals["v"] == 2 and m.frame.f_locals["self"] is m
assert m + 2 == "sum" and m.frame.f_locals["other"] == 2
assert m + Made(0) == "sum"
assert m.prop == 5 and m.frame.f_code.co_name == "prop"
assert m[7] == 7 and m.frame.f_locals["i"] == 7


class Other:
    def __radd__(self, other):
        return "radd"


class Asked:
    def __add__(self, other):
        self.frame = sys._getframe()
        return NotImplemented


assert Asked() + Other() == "radd"


class BadInit:
    def __init__(self):
        sys._getframe()
        return 1


try:
    BadInit()
    assert 0
except TypeError as e:
    assert "__init__() should return None" in str(e)

# called from C
frames = list(map(lambda x: sys._getframe(), [1, 2]))
assert frames[0] is not frames[1]
assert [f.f_locals["x"] for f in frames] == [1, 2]
assert frames[0].f_back is sys._getframe()


def by_key(x):
    kept.append(sys._getframe())
    return -x


kept = []
assert sorted([1, 3, 2], key=by_key) == [3, 2, 1]
assert sorted(f.f_locals["x"] for f in kept) == [1, 2, 3]


def star(*a, **k):
    return sys._getframe()


assert star(*[1, 2]).f_locals["a"] == (1, 2)
assert star(**{"q": 1}).f_locals["k"] == {"q": 1}
assert star(1, z=2).f_locals == {"a": (1,), "k": {"z": 2}}

# clear()
f = star(1)
f.clear()
assert "a" not in f.f_locals
try:
    sys._getframe().clear()
    assert 0
except RuntimeError as e:
    assert str(e) == "cannot clear an executing frame"

# f_trace and the like can be set without effect on a frame that is not traced
f = star()
assert f.f_trace is None and f.f_trace_lines is True and f.f_trace_opcodes is False
f.f_trace = len
f.f_trace_lines = False
assert f.f_trace is len and f.f_trace_lines is False
del f.f_trace
assert f.f_trace is None
try:
    f.f_code = 1
    assert 0
except AttributeError:
    pass


# many at once: recursion where each frame is looked at
def deep(n):
    f = sys._getframe()
    if n:
        deep(n - 1)
    return f.f_locals["n"]


assert deep(100) == 100
assert sys._getframemodulename() == "__main__"
assert sys._getframemodulename(99) is None
print("ok")

# ---- f_lineno can't be set ----

f = sys._getframe()
for wrong, kind, text in ((3, ValueError, "f_lineno can only be set in a trace function"),
                          ("x", ValueError, "lineno must be an integer")):
    try:
        f.f_lineno = wrong
        assert False
    except kind as e:
        assert str(e) == text
try:
    del f.f_lineno
    assert False
except AttributeError as e:
    assert str(e) == "cannot delete attribute"
