def total(*args, scale=1, **more):
    return sum(args) * scale + sum(more.values())


def counter():
    n = 0

    def step(by=1):
        nonlocal n
        n += by
        return n

    return step


def numbers(n):
    for i in range(n):
        yield i


step = counter()
for i in range(5):
    step(i)
print(total(1, 2, 3, scale=2, a=4), step(), list(numbers(4)), sorted([3, 1, 2], key=lambda x: -x))


def deep(n):
    return n and 1 + deep(n - 1)


print(deep(400))
