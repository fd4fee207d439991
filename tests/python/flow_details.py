# needs: tracing messages methods async columns traceback
# f_locals as a mapping, hints of print, exceptions that are initialised again, lines of calls over several lines.
import sys
import traceback
from collections.abc import Mapping


def frame_locals():
    x = 1
    d = sys._getframe().f_locals
    assert list(reversed(d)) == ["d", "x"] and isinstance(d, Mapping)
    assert repr(d) == "{'x': 1, 'd': {...}}"
    try:
        d[[]]
    except TypeError as e:
        assert str(e) == "unhashable type: 'list'"
    else:
        raise AssertionError


frame_locals()
for wrong, end in ((lambda: print >> 3, '. Did you mean "print(<message>, file=<output_stream>)"?'), (lambda: print << 3, ""),
                   (lambda: len >> 3, "")):
    try:
        wrong()
    except TypeError as e:
        assert str(e).endswith("'builtin_function_or_method' and 'int'" + end)
e = ImportError("m", name="n", path="p")
e.__init__("other")
assert (e.name, e.path, e.msg) == (None, None, "other")


class Found(ImportError):
    def __init__(self):
        self.name = "x"
        super().__init__("y", path="p")


assert Found().name is None and Found().path == "p"


class Wait:
    def __await__(self):
        yield 1


async def steps():
    await Wait()
    yield 2


for make, word in ((lambda g: g.asend(None), "__anext__()/asend()"), (lambda g: g.athrow(ValueError), "aclose()/athrow()"),
                   (lambda g: g.aclose(), "aclose()/athrow()")):
    g = steps()
    first, second = g.asend(None), make(g)
    assert first.send(None) == 1
    for message in ("asynchronous generator is already running", "cannot reuse already awaited " + word):
        try:
            second.send(None)
        except RuntimeError as e:
            assert str(e).endswith(message), e
        else:
            raise AssertionError
try:
    steps().__anext__().send(5)
except TypeError as e:
    assert str(e) == "can't send non-None value to a just-started async generator"


# a call or an attribute is on the line of the attribute's name
class Chain:
    def go(self, *args, fail=False):
        if fail:
            raise ValueError
        return self


c = Chain()


def f1():
    (c
     .go()
     .missing)


def f2():
    return (c.go(
        1)
        .go(2,
            fail=True)
        .go())


def f3():
    (c
     .none).x = 1


def f4():
    c \
        .go.x = 1


for f, line in ((f1, 3), (f2, 3), (f3, 2), (f4, 2)):
    try:
        f()
    except (AttributeError, ValueError) as e:
        assert e.__traceback__.tb_next.tb_lineno - f.__code__.co_firstlineno == line, (f, e.__traceback__.tb_next.tb_lineno)
        if f is f2:
            assert traceback.format_tb(e.__traceback__)[1].split("\n")[1:] == [
                "    .go(2,", "     ~~^^^", "        fail=True)", "        ^^^^^^^^^^", ""], traceback.format_tb(e.__traceback__)[1]
    else:
        raise AssertionError
