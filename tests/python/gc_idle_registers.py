# gc.collect() finds what idle registers alone still hold; callbacks of one object run newest first.
# modes: normal stress sanitize arm-double
# needs: weakref deep
import gc
import weakref


class A:
    def method(self):
        return self


def pair():
    a = A()
    return a, weakref.ref(a)


def dies(make):
    # (between the two nothing keeps what was called last in the C stack)
    reference = make()
    spread = [0, 1, 2, 3]
    gc.collect()
    return reference() is None, spread


def from_call():
    return pair()[1]


def from_local():
    a = A()
    reference = weakref.ref(a.method())
    a = None
    return reference


for make in from_call, from_local:
    assert sum(dies(make)[0] for i in range(20)) >= 10, make # (a word of the C stack may look like any one)


def live_registers(x):
    # What an expression is in the middle of stays.
    return [A(), x + len([A().method(), gc.collect()]), {1: A(), 2: (A(), gc.collect())}, "%s %s" % (x, gc.collect() is None)]


for i in range(3):
    got = live_registers(i)
    assert type(got[0]) is A and got[1] == i + 2 and type(got[2][1]) is A and type(got[2][2][0]) is A, got
    assert got[3] == "%d False" % i


def in_calls(*args, **kwargs):
    return args, kwargs


args, kwargs = in_calls(A(), gc.collect(), *[A(), gc.collect()], a=A(), b=gc.collect(), **{"c": A(), "d": gc.collect()})
assert type(args[0]) is type(args[2]) is type(kwargs["a"]) is type(kwargs["c"]) is A


def generator():
    for i in range(3):
        yield A(), gc.collect(), A()


for a, n, b in generator():
    assert type(a) is type(b) is A
assert all(map(lambda collect: collect() is not None, [gc.collect] * 3))

order = []


def watched():
    a = A()
    return [weakref.ref(a, lambda r, i=i: order.append(i)) for i in range(5)]


for i in range(20):
    kept = watched()
    gc.collect()
    if order:
        break
assert order == [4, 3, 2, 1, 0], order
