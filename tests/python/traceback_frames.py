# needs: tracing
# The frames that an exception has passed keep their variables, for programs that ask a traceback for its frames.
import sys


def frames(error):
    found, tb = [], error.__traceback__
    while tb:
        found.append(tb.tb_frame)
        tb = tb.tb_next
    return found


def check(function, *expected):
    try:
        function()
    except ZeroDivisionError as e:
        assert e.__traceback__.tb_frame is sys._getframe()
        seen = frames(e)[1:]
        assert [(f.f_code.co_name, f.f_locals) for f in seen] == list(expected), [(f.f_code.co_name, f.f_locals) for f in seen]
        for inner, outer in zip(seen[1:], seen):
            assert inner.f_back is outer
            assert inner.f_lineno >= inner.f_code.co_firstlineno
        return seen
    assert False


# calls, arguments, variables that are unbound

def divide(a, b, *rest, key=None, **more):
    if a:
        result = a / b
    return result


def middle(n):
    half = n // 2
    total = [half, divide(half, 0, 7, key=1, other=2)]
    return total


check(lambda: middle(10), ("<lambda>", {}), ("middle", {"n": 10, "half": 5}),
      ("divide", {"a": 5, "b": 0, "key": 1, "rest": (7,), "more": {"other": 2}}))


# what is in cells, and free variables

def outer(x):
    y = x + 1

    def inner(z):
        return x + y + z // 0
    return inner(3)


try:
    outer(1)
except ZeroDivisionError as e:
    _, of_outer, of_inner = frames(e)
    assert of_outer.f_locals["x"] == 1 and of_outer.f_locals["y"] == 2 and of_outer.f_locals["inner"].__name__ == "inner"
    assert of_inner.f_locals == {"z": 3, "x": 1, "y": 2}


# generators, iterators in loops, methods, comprehensions

def generate(n):
    for i in range(n):
        yield 1 // (2 - i)


def take(n):
    got = []
    for v in generate(n):
        got.append(v)


check(lambda: take(5), ("<lambda>", {}), ("take", {"n": 5, "got": [0, 1], "v": 1}), ("generate", {"n": 5, "i": 2}))


def delegate():
    before = 1
    yield from generate(3)


check(lambda: list(delegate()), ("<lambda>", {}), ("delegate", {"before": 1}), ("generate", {"n": 3, "i": 2}))


class Thing:
    def __init__(self, size):
        self.size = size
        whole = 1 % size

    def __eq__(self, other):
        return divide(self.size, other)

    def __hash__(self):
        return 1


try:
    Thing(0)
except ZeroDivisionError as e:
    of_init = frames(e)[-1]
    assert of_init.f_code.co_name == "__init__" and of_init.f_locals["self"].size == 0 and "whole" not in of_init.f_locals

try:
    [0].index(Thing(3))
except ZeroDivisionError as e:
    assert [f.f_code.co_name for f in frames(e)] == ["<module>", "__eq__", "divide"]
    assert frames(e)[1].f_locals["other"] == 0 and frames(e)[2].f_back is frames(e)[1]


# after the frame is gone, its variables are the program's to change, and keep what they hold alive

def change(n):
    text = "before"
    raise KeyError(n)


try:
    change(1)
except KeyError as e:
    f = frames(e)[-1]
    assert f.f_locals["text"] == "before"
    f.clear()
    assert f.f_locals == {}


# an exception that is caught, kept and raised again

def first():
    mine = "first"
    raise ValueError(mine)


def second():
    kept = None
    try:
        first()
    except ValueError as e:
        kept = e
    mine = "second"
    raise kept


try:
    second()
except ValueError as e:
    names = [(f.f_code.co_name, f.f_locals.get("mine")) for f in frames(e)]
    assert names == [("<module>", None), ("second", "second"), ("second", "second"), ("first", "first")], names


# deep recursion

def down(n):
    if n == 0:
        raise LookupError
    down(n - 1)


try:
    down(300)
except LookupError as e:
    assert [f.f_locals["n"] for f in frames(e)[1:]] == list(range(300, -1, -1))


def endless(n):
    return endless(n + 1) + 1


try:
    endless(0)
except RecursionError as e:
    numbers = [f.f_locals["n"] for f in frames(e)[1:]]
    assert numbers == list(range(len(numbers))) and len(numbers) > 100


# traceback shows them
import traceback
try:
    middle(4)
except ZeroDivisionError as e:
    text = "".join(traceback.TracebackException.from_exception(e, capture_locals=True).format())
    assert "    half = 2\n    n = 4\n" in text and "    rest = (7,)\n" in text, text
print("ok")
