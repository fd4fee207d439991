# Generators that are collected while they wait in the middle of a call: what calls leave in their registers is no object.
import gc


def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)


def deep(n):
    return deep(n - 1) if n else sum(tree(5))


for n in range(150):
    assert deep(n) == 57


def holds(n):
    for i in range(n):
        yield [str(i), deep(0)]


kept = [holds(5) for _ in range(20)]
for i in range(5):
    assert [next(g) for g in kept] == [[str(i), 57]] * 20


# What lies in registers above a call is not live while that runs: it may be gone when the generator is suspended.
class Thing:
    pass


def last(*args):
    return args[-1]


def collect():
    for _ in range(5):
        gc.collect()
        [Thing() for _ in range(10)]


def above():
    for _ in range(5):
        last(1, last(2, last(3, last(4, last(5, last(6, last(7, last(8, last(9, Thing())))))))))
        collect()
        yield 1
        gc.collect()


for _ in above():
    [Thing() for _ in range(300)]
    gc.collect()
