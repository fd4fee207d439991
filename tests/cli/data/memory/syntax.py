from dataclass_like import record


@record
class Point:
    x: int = 0
    y: int = 0


def kind(v):
    match v:
        case [1, *rest] | (2, *rest):
            return rest
        case {"a": int(a), **more}:
            return a, more
        case Point(x=0, y=y) if y > 1:
            return y
        case str() | None:
            return "text"
        case _:
            return v


async def later(n):
    return n


async def gather():
    return [await later(i) async for i in stream(3)]


async def stream(n):
    for i in range(n):
        yield i


def run(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as e:
        return e.value


def first[T](items: list[T]) -> T:
    for item in items:
        break
    else:
        raise IndexError
    while True:
        try:
            return item
        finally:
            del items


print([kind(v) for v in ([1, 2, 3], {"a": 5, "b": 6}, Point(0, 3), None, 7)], run(gather()), first([4, 5]))
try:
    raise ExceptionGroup("group", [ValueError(1), TypeError(2)])
except* ValueError as e:
    print(e.exceptions)
except* TypeError:
    print(f"{'nested' + f'{1 + 1:>{2 + 3}}'!r} {(lambda *a, k=1, **b: (a, k, b))(1, 2, z=3)}")
if (n := len("abc")) > 2 and not n == 4 or n is None:
    print(n, *(x for x in range(9) if x % 2 if x > 3), {**{"k": 1}, "j": -n**2}, [a for b in ([1], [2]) for a in b])
