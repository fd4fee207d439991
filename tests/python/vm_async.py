# needs: async methods
# Coroutines and asynchronous generators, driven by hand.
def run(coroutine):
    """Runs to the end; sends the number of what it waits for."""
    sent = None
    while True:
        try:
            sent = coroutine.send(sent)
        except StopIteration as e:
            return e.value


class Wait:
    def __init__(self, v):
        self.v = v

    def __await__(self):
        got = yield self.v
        return got


async def add(a, b):
    return await Wait(a) + await Wait(b)


async def nested():
    x = await add(1, 2)
    y = await add(x, x)
    return x, y


assert run(nested()) == (3, 6)


async def numbers(n):
    for i in range(n):
        yield await Wait(i)


async def collect():
    out = []
    async for x in numbers(4):
        out.append(x)
    else:
        out.append("else")
    out += [x * x async for x in numbers(3)]
    out += [y for y in [await Wait(5)]]
    out.append({x: x + 1 async for x in numbers(2)})
    out.append({x async for x in numbers(2) if x})
    return out


assert run(collect()) == [0, 1, 2, 3, "else", 0, 1, 4, 5, {0: 1, 1: 2}, {1}]

log = []


class Manager:
    def __init__(self, swallow):
        self.swallow = swallow

    async def __aenter__(self):
        log.append("enter")
        return await Wait(9)

    async def __aexit__(self, kind, e, tb):
        log.append(kind.__name__ if kind else None)
        return self.swallow


async def manage():
    async with Manager(False) as m:
        log.append(m)
    async with Manager(True):
        raise KeyError
    try:
        async with Manager(False):
            raise ValueError
    except ValueError:
        log.append("out")
    async with Manager(True) as a, Manager(True) as b:
        return a + b


assert run(manage()) == 18
assert log == ["enter", 9, None, "enter", "KeyError", "enter", "ValueError", "out", "enter", "enter", None, None]


async def agen():
    got = []
    try:
        while True:
            try:
                got.append((yield len(got)))
            except ValueError:
                got.append("ve")
    finally:
        log.append(tuple(got))


async def drive():
    a = agen()
    out = [await a.__anext__(), await a.asend("x"), await a.athrow(ValueError), await anext(a)]
    await a.aclose()
    try:
        await a.__anext__()
    except StopAsyncIteration:
        out.append("stop")
    return out


assert run(drive()) == [0, 1, 2, 3, "stop"]
assert log[-1] == ("x", "ve", None)


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.n:
            raise StopAsyncIteration
        self.n -= 1
        return self.n


async def iterate():
    return [x async for x in Countdown(3)]


assert run(iterate()) == [2, 1, 0]


async def genexp():
    g = (x async for x in Countdown(3) if x != 1)
    return [x async for x in g]


assert run(genexp()) == [2, 0]


async def fails():
    await Wait(1)
    raise OSError(5, 'five')


try:
    run(fails())
except OSError as e:
    assert e.errno == 5
else:
    raise AssertionError

c = add(1, 2)
c.close()
try:
    c.send(None)
except RuntimeError as e:
    assert str(e) == "cannot reuse already awaited coroutine"
try:
    run(Countdown(1))
except AttributeError:
    pass


async def bad():
    await 5


try:
    run(bad())
except TypeError as e:
    assert "int" in str(e)
else:
    raise AssertionError
c = add(1, 2)
assert c.send(None) == 1
try:
    c.throw(KeyError("k"))
except KeyError:
    pass
else:
    raise AssertionError


# what is thrown into a step before it has begun is raised, also into that of aclose()
async def empty():
    return
    yield


for step in empty().aclose(), empty().athrow(KeyError), empty().asend(None), anext(empty()):
    try:
        step.throw(ValueError)
        assert False
    except ValueError:
        pass
    try:
        step.send(None)
        assert False
    except RuntimeError as e:
        assert str(e).startswith("cannot reuse already awaited ")
    step.close()
