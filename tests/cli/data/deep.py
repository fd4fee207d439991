import sys


def add(a, b):
    return a + b


def call(x):
    return add(x, 1) * 2


class Thing:
    def method(self, n):
        data = [1, 2, 3]
        return data[n] + self.missing(n)[0]


def recurse(n):
    return recurse(n + 1) if n < 20 else 1 / 0


def multi():
    return add(
        1,
        "x",
    )


def chained():
    try:
        call("a")
    except TypeError as e:
        raise ValueError("bad value") from e


def context():
    try:
        {}["key"]
    except KeyError:
        undefined_name


def noted():
    e = RuntimeError("with notes")
    e.add_note("first note")
    e.add_note("second\nnote")
    raise e


def group():
    errors = []
    for f in (lambda: 1 / 0, lambda: [][1]):
        try:
            f()
        except Exception as e:
            errors.append(e)
    raise ExceptionGroup("several", errors + [ExceptionGroup("inner", [KeyError("k")])])


class Custom(Exception):
    pass


class Broken(Exception):
    def __str__(self):
        raise ValueError


def attribute():
    x = Thing()
    x.a.b.c = 1


def long_line():
    value = [1, 2]; return value[0] + value[1] + value[2] + value[
        0]


def empty():
    raise Custom


def custom():
    raise Custom("text", 2)


def broken():
    raise Broken


def unpack():
    a, b = [1, 2, 3]


def assertion():
    assert 1 == 2, "not the same"


def with_block():
    with open("/nowhere/file") as f:
        pass


def keyword():
    print(add(1, b=add(2, c=3)))


def non_ascii():
    é = "ü"; return é + 1


def deep_recursion():
    def f():
        f()
    try:
        f()
    except RecursionError as e:
        print("RecursionError")
        raise SystemExit(5)


def generator():
    def g():
        yield 1
        raise Custom("in generator")
    for x in g():
        pass


def comprehension():
    return [1 / x for x in (1, 0)]


def lambda_():
    (lambda x: x.nope)(1)


def suppressed():
    try:
        1 / 0
    except ZeroDivisionError:
        raise Custom("alone") from None


globals()[sys.argv[1]]()
