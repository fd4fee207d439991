# Generators that are collected while they wait in the middle of a call: what calls leave in their registers is no object.


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
