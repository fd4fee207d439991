# Stresses: generators, generator expressions, yield from.
def numbers(n):
    for i in range(n):
        yield i


def evens(source):
    for x in source:
        if x % 2 == 0:
            yield x


def squares(source):
    for x in source:
        yield x * x


def tree(depth):
    if depth:
        yield from tree(depth - 1)
        yield depth
        yield from tree(depth - 1)


def echo():
    total = 0
    while True:
        x = yield total
        total += x


def run(n):
    total = sum(squares(evens(numbers(n))))
    total += sum(x ^ 1 for x in numbers(n) if x & 2)
    total += sum(tree(13))
    e = echo()
    next(e)
    for i in range(n):
        total += e.send(i) & 1
    return total


print(run(150000))
