# Stresses: closures, functions as values, lambda.
def counter(step):
    n = 0

    def up():
        nonlocal n
        n += step
        return n

    return up


def compose(f, g):
    return lambda x: f(g(x))


def run(n):
    a = counter(1)
    b = counter(3)
    f = compose(lambda x: x + 1, lambda x: x * 2)
    total = 0
    for i in range(n):
        total += a() + b() + f(i)
        g = lambda x, y=i: x ^ y
        total = g(total)
    return total


print(run(250000))
