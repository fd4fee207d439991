def numbers(n):
    for i in range(n):
        try:
            got = yield i
            if got:
                yield got
        finally:
            i = [i] * 3


def outer(n):
    return (yield from numbers(n))


class Context:
    def __enter__(self):
        return [self]

    def __exit__(self, kind, e, tb):
        return kind is ValueError


async def add(a, b):
    return a + b


async def total(n):
    s = 0
    for i in range(n):
        s = await add(s, i)
    return s


def make(n):
    x = []

    def inner(y, *rest, z=3, **kw):
        nonlocal x
        x = x + [y, rest, z, kw]
        return x
    return [inner(i, i, i, a=i) for i in range(n)]


g = outer(4)
out = [next(g), g.send("x"), next(g)]
try:
    g.throw(KeyError("k"))
except KeyError as e:
    out.append(str(e))
with Context() as c, Context():
    raise ValueError
try:
    total(5).send(None)
except StopIteration as e:
    out.append(e.value)
out.append(sum(x * y for x in range(5) for y in numbers(3)))
out.append([*map(lambda a, b: a * b, range(4), range(4))])
make(3)
print(out, sorted({i: str(i) for i in range(20)}.items(), key=lambda p: -p[0])[:2])
