# throw() hands its arguments on as they are to an iterator with a throw() of its own; NotImplemented is the
# result of unary operators like any other.
# needs: methods messages


class Inner:
    def __init__(self, log):
        self.log = log

    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def throw(self, *args):
        self.log.append(args)
        if args[0] == "stop":
            raise StopIteration(7)
        if args[0] == "fail":
            raise KeyError(3)
        return "handed on"


def delegating(log):
    result = yield from Inner(log)
    log.append(result)
    yield "after"


def around(log):
    yield from delegating(log)


for make in delegating, around:
    for args in (123,), (ValueError,), (ValueError, "x"), (ValueError, "x", None), ("text",):
        log = []
        g = make(log)
        assert next(g) == 1
        assert g.throw(*args) == "handed on"
        assert log == [args], log
        assert next(g) == 1

    log = []
    g = make(log)
    next(g)
    assert g.throw("stop") == "after"
    assert log == [("stop",), 7]

    log = []
    g = make(log)
    next(g)
    try:
        g.throw("fail")
        assert False
    except KeyError as e:
        assert e.args == (3,) and e.__context__ is None
    assert log == [("fail",)]

    e = ValueError(1)
    g = make(log)
    next(g)
    g.throw(e)
    assert log[-1] == (e,)

    # GeneratorExit closes what it delegates to.
    del log[:]
    g = make(log)
    next(g)
    for kind in GeneratorExit, GeneratorExit():
        try:
            g.throw(kind)
            assert False
        except GeneratorExit:
            pass
    assert log == []


# Without a throw() there, what is no exception is a TypeError, and the generator goes on.
class Plain:
    def __iter__(self):
        return self

    def __next__(self):
        return 5


def to_plain():
    yield from Plain()


g = to_plain()
next(g)
try:
    g.throw(12)
    assert False
except TypeError as e:
    assert "must be classes or instances" in str(e), e
assert next(g) == 5


class Unary:
    def __neg__(self):
        return NotImplemented

    def __abs__(self):
        return NotImplemented


assert -Unary() is NotImplemented
assert abs(Unary()) is NotImplemented
for op in lambda: +Unary(), lambda: ~Unary(), lambda: -"x", lambda: abs([]):
    try:
        op()
        assert False
    except TypeError as e:
        assert "bad operand type for" in str(e)
