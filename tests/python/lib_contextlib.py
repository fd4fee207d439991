"""contextlib."""
# needs: contextlib
import contextlib
from contextlib import ExitStack, closing, contextmanager, nullcontext, suppress

log = []


@contextmanager
def managed(name, swallow=False):
    log.append("enter " + name)
    try:
        yield name
    except ValueError:
        log.append("caught")
        if not swallow:
            raise
    finally:
        log.append("exit " + name)


with managed("a") as name:
    assert name == "a"
assert log == ["enter a", "exit a"]
with managed("b", True):
    raise ValueError
try:
    with managed("c"):
        raise ValueError("through")
except ValueError as e:
    assert str(e) == "through"
else:
    assert False
try:
    with managed("d"):
        raise KeyError(1)
except KeyError:
    pass
else:
    assert False
assert log[-2:] == ["enter d", "exit d"]


@contextmanager
def wrong():
    yield 1
    yield 2


try:
    with wrong():
        pass
except RuntimeError:
    pass
else:
    assert False


@managed("decorator")
def decorated(x):
    log.append("in")
    return x


del log[:]
assert decorated(5) == 5 and decorated(6) == 6
assert log == ["enter decorator", "in", "exit decorator"] * 2

with suppress(KeyError, IndexError):
    [][1]
try:
    with suppress(KeyError):
        1 / 0
except ZeroDivisionError:
    pass
else:
    assert False


class Thing:
    closed = False

    def close(self):
        self.closed = True


t = Thing()
with closing(t) as inner:
    assert inner is t and not t.closed
assert t.closed
with nullcontext(3) as three:
    assert three == 3

# ExitStack
del log[:]
with ExitStack() as stack:
    stack.enter_context(managed("1"))
    stack.callback(log.append, "callback")
    stack.enter_context(managed("2"))
assert log == ["enter 1", "enter 2", "exit 2", "callback", "exit 1"]
with ExitStack() as stack:
    stack.enter_context(managed("3", True))
    raise ValueError
with ExitStack() as stack:
    stack.push(lambda kind, e, tb: kind is KeyError)
    raise KeyError
stack = ExitStack()
stack.callback(log.append, "later")
other = stack.pop_all()
stack.close()
assert log[-1] != "later"
other.close()
assert log[-1] == "later"
try:
    with ExitStack() as stack:
        stack.enter_context(3)
except TypeError:
    pass
else:
    assert False


# asynchronous ones
@contextlib.asynccontextmanager
async def later(swallow):
    try:
        yield 7
    except ValueError:
        if not swallow:
            raise


async def use(swallow):
    async with later(swallow) as x:
        log.append(x)
        raise ValueError
    return "swallowed"


def run(coroutine):
    try:
        while True:
            coroutine.send(None)
    except StopIteration as e:
        return e.value


assert run(use(True)) == "swallowed"
try:
    run(use(False))
except ValueError:
    pass
else:
    assert False
