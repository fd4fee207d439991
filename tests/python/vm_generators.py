# needs: messages
# Generators: send, throw, close, yield from, state, and exceptions through them.
def raises(kind, f, *args):
    try:
        f(*args)
    except kind as e:
        return e
    raise AssertionError(kind)


def count(n):
    for i in range(n):
        yield i
    return "end"


assert list(count(3)) == [0, 1, 2]
assert sum(count(10)) == 45
g = count(1)
assert next(g) == 0
assert raises(StopIteration, next, g).value == "end"
assert raises(StopIteration, next, g).value is None
assert next(g, "default") == "default"
assert raises(TypeError, count(1).send, 5).args[0] == "can't send non-None value to a just-started generator"


def echo():
    got = []
    while True:
        try:
            x = yield got
        except ValueError as e:
            got.append(str(e))
        else:
            got.append(x)


g = echo()
assert next(g) == []
assert g.send(1) == [1]
assert g.throw(ValueError("v")) == [1, "v"]
assert g.send(2) == [1, "v", 2]
raises(KeyError, g.throw, KeyError)
raises(StopIteration, next, g)

closed = []


def cleanup():
    try:
        yield 1
        yield 2
    finally:
        closed.append(True)


g = cleanup()
next(g)
g.close()
g.close()
assert closed == [True]


def stubborn():
    try:
        yield
    except GeneratorExit:
        yield


g = stubborn()
next(g)
assert "generator ignored GeneratorExit" in str(raises(RuntimeError, g.close))


def outer():
    r = yield from count(2)
    yield r
    try:
        yield from echo()
    except KeyError:
        yield "caught"
    yield from [7, 8]


g = outer()
assert [next(g), next(g), next(g), next(g)] == [0, 1, "end", []]
assert g.send(3) == [3]
assert g.throw(ValueError("x")) == [3, "x"]
assert g.throw(KeyError("k")) == "caught"
assert list(g) == [7, 8]


def stops():
    yield 1
    raise StopIteration("no")


g = stops()
next(g)
e = raises(RuntimeError, next, g)
assert str(e) == "generator raised StopIteration" and isinstance(e.__cause__, StopIteration)


def itself():
    yield next(me)


me = itself()
assert str(raises(ValueError, next, me)) == "generator already executing"


def fails(n):
    yield 0
    1 / n
    yield 1


g = fails(0)
next(g)
raises(ZeroDivisionError, next, g)
assert list(g) == []


def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)


assert sum(tree(8)) == 502


# The exception being handled belongs to each generator.
def handling():
    try:
        raise ValueError(1)
    except ValueError:
        yield 1
        try:
            raise
        except ValueError as e:
            yield e.args


g = handling()
next(g)
try:
    raise KeyError(2)
except KeyError:
    assert next(g) == (1,)
    try:
        raise
    except KeyError as e:
        assert e.args == (2,)

assert [x for x in count(3) for y in count(x)] == [1, 2, 2]
assert list(x * y for x in count(3) for y in count(3) if x != y) == [0, 0, 0, 2, 0, 2]
assert dict((i, c) for i, c in enumerate("ab")) == {0: "a", 1: "b"}
for a, b in zip(count(3), count(5)):
    assert a == b


def infinite():
    n = 0
    while True:
        yield n
        n += 1


total = 0
for n in infinite():
    if n > 1000:
        break
    total += n
assert total == 500500
lazy = (1 // x for x in [0])
raises(ZeroDivisionError, next, lazy)
gens = [count(i) for i in range(50)]
assert sum(sum(g) for g in gens) == sum(i * (i - 1) // 2 for i in range(50))
