# Stresses: reading and writing attributes, calling methods.
class Counter:
    step = 3

    def __init__(self):
        self.total = 0
        self.calls = 0

    def add(self, n):
        self.total += n * self.step
        self.calls += 1
        return self

    def reset(self):
        self.total = 0


class Account(Counter):
    def __init__(self, owner):
        super().__init__()
        self.owner = owner
        self.log = []

    def add(self, n):
        if n & 1023 == 0:
            self.log.append(n)
        return super().add(n)


def run(n):
    c = Counter()
    a = Account("x")
    for i in range(n):
        c.add(i).add(1)
        a.add(i)
        if c.total > 1000000:
            c.reset()
    return c.total, c.calls, a.total, len(a.log)


print(run(200000))
