# Comprehensions run in the frame around them: what locals() and its like see there, in functions, classes and modules.
# needs: tracing type_params columns
import sys
import traceback


def names():
    return sorted(sys._getframe(1).f_locals)


# ---- in a function ----


def function(p):
    q = 2
    assert [locals() for x in [1]] == [{"p": 3, "q": 2, "x": 1}]
    assert [names() for x in [1]] == [["p", "q", "x"]]
    assert [dir() for x in [1]] == [["p", "q", "x"]]
    assert [vars()["x"] for x in [1]] == [1]
    assert [eval("x + p") for x in [1, 2]] == [4, 5]
    assert [exec("assert x == 1; new = 1") for x in [1]] == [None]
    # its variables hide those of the function
    assert [locals() for q in [7]] == [{"p": 3, "q": 7}] and q == 2
    assert [[eval("x") for x in [1]] + [eval("x")] for x in [2]] == [[1, 2]]
    assert {k: locals()["v"] for k, v in [(1, 2)]} == {1: 2}
    assert [eval("(a, b, c)") for a, (b, *c) in [(1, "234")]] == [(1, "2", ["3", "4"])]
    # each is there from where it is bound
    assert [(sorted(locals()), n) for x in [1] for n in [names()]] == [(["n", "p", "q", "x"], ["p", "q", "x"])]
    # what is stored in f_locals is seen
    assert [(sys._getframe().f_locals.update({"x": 9}), x)[1] for x in [1]] == [9]
    # and all are gone behind it, whatever ends it
    assert sorted(locals()) == ["p", "q"]
    try:
        [1 / x for x in [0]]
    except ZeroDivisionError as e:
        assert sorted(e.__traceback__.tb_frame.f_locals) == ["e", "p", "q"]
    # a generator expression has a frame of its own
    assert list(sorted(locals()) for x in [1]) == [[".0", "x"]]
    return sys._getframe()


assert sorted(function(3).f_locals) == ["p", "q"]


def in_cells():
    assert [(lambda: x, eval("x"), locals()["x"])[1:] for x in [1]] == [(1, 1)]
    assert [(lambda: x, sys._getframe().f_locals.update({"x": 9}), x)[2] for x in [1]] == [9]


in_cells()


def kept():
    return [sys._getframe() for x in [1]][0]


assert list(kept().f_locals) == []


def spoiled():
    seen = []
    sys.settrace(lambda frame, event, arg: frame.f_code.co_name == "inner" and
                 (lambda f, e, a: seen.append((e, dict(f.f_locals)))))
    inner()
    sys.settrace(None)
    return seen


def inner():
    try:
        [1 / x for x in [0]]
    except ZeroDivisionError:
        return


assert [local for event, local in spoiled() if event == "exception"] == [{"x": 0}]


async def waits():
    class Later:
        def __await__(self):
            yield

    return [await Later() for x in [5]]


w = waits()
w.send(None)
assert w.cr_frame.f_locals["x"] == 5
w.close()


# ---- the order: parameters and locals, what functions within refer to, what is of functions around ----


def order(z, y):
    b = a = 1
    g = lambda: (b, a, z)

    def within():
        d = 4
        assert list(locals()) == ["d", "a", "b"]
        return a, b

    within()
    return list(locals())


assert order(1, 2) == ["z", "y", "g", "within", "a", "b"]
assert order.__code__.co_cellvars == ("z", "a", "b")

# ---- in a module and in a class: its own variables alone ----

g = 1
assert [locals() for x in [1]] == [{"x": 1}]
assert [sorted(locals()) for x in [1] for y in [2]] == [["x", "y"]]
assert [[sorted(locals()) for x in [1]] for y in [2]] == [[["x", "y"]]]
assert [dir() for x in [1]] == [["x"]]
assert [eval("x + g") for x in [1]] == [2]
assert [exec("new = x") for x in [1]] == [None] and "new" not in globals()
assert "g" in locals() and "x" not in locals()


def outer(o, n):
    class C:
        a = [5, 6]
        o = "class"
        found = [(x, o) for x in a]
        cells = [lambda: x for x in a]
        seen = [[(y, x, o) for y in [x]] for x in a if n]
        local = [sorted(locals()) for _ in a[:1]]
        frame = [sys._getframe().f_code.co_name for _ in a]
        lambdas = {(lambda: 0).__qualname__ for _ in a}
        closed = [(lambda: [o, x, y])() for x in [1] for y in [x]]
        __private = 1
        mangled = [__private for __private in a]
        try:
            [a for x in [1]]
        except NameError as e:
            error = str(e)
        nonlocal n
        n = [n for _ in a]

    assert n == ["N", "N"]
    return C


C = outer("O", "N")
assert C.found == [(5, "O"), (6, "O")] and [f() for f in C.cells] == [6, 6]
assert C.seen == [[(5, 5, "O")], [(6, 6, "O")]]
assert C.local == [["_", "n", "o"]]
assert C.frame == ["C", "C"] and C.lambdas == {"outer.<locals>.C.<lambda>"}
assert C.closed == [["O", 1, 1]] and C.mangled == [5, 6]
assert C.error == "name 'a' is not defined"
assert "x" not in vars(C) and "_" not in vars(C)


class Generic[T]:
    seen = [T for x in [1]] + [(lambda: T)() for x in [1]]
    type Alias = [(lambda: 0).__qualname__ for x in [1]]


assert [t.__name__ for t in Generic.seen] == ["T", "T"]
assert Generic.Alias.__value__ == ["Generic.Alias.<locals>.<listcomp>.<lambda>"]

# an error in there is the class's
try:
    class Wrong:
        a = [1 / x for x in [0]]
except ZeroDivisionError as e:
    assert [f.name for f in traceback.extract_tb(e.__traceback__)] == ["<module>", "Wrong"]

type Bad = [1 / x for x in [0]]
try:
    Bad.__value__
except ZeroDivisionError as e:
    assert [f.name for f in traceback.extract_tb(e.__traceback__)] == ["<module>", "Bad"]
