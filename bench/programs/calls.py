# Stresses: calls of plain functions with several arguments, defaults and keywords.
def three(a, b, c):
    return a + b - c


def default(a, b=2, c=3):
    return a * b + c


def outer(n):
    total = 0
    for i in range(n):
        total += three(i, 1, 2)
        total -= default(i)
        total += default(i, c=5)
        total ^= three(total, i, 7)
    return total


print(outer(400000))
