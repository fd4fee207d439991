# Stresses: list methods: append, pop, insert, slices, index, count, reverse, extend.
def run(n):
    a = []
    for i in range(n):
        a.append(i)
    total = 0
    while len(a) > n // 2:
        total += a.pop()
    b = a[10:-10]
    b.extend(a[::2])
    b.reverse()
    b[5:10] = [1, 2, 3]
    del b[::3]
    total += sum(b) + b.count(2) + b.index(3) + max(b) + min(b)
    q = []
    for i in range(2000):
        q.insert(0, i)
    for i in range(1999):
        total += q.pop(0)
    for i, x in enumerate(b):
        if x & 1:
            total += i
    for x, y in zip(a, b):
        total ^= x + y
    return total, len(b)


print(run(200000))
