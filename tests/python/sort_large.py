# modes: normal switch sanitize
# list.sort and sorted, long lists.


class random:
    state = 1

    @classmethod
    def randrange(cls, n):
        cls.state = (cls.state * 6364136223846793005 + 1442695040888963407) % 2 ** 64
        return (cls.state >> 33) % n

    @classmethod
    def random(cls):
        return cls.randrange(2 ** 24) / 2 ** 24

    @classmethod
    def choice(cls, items):
        return items[cls.randrange(len(items))]


def is_sorted(l):
    return all(l[i] <= l[i + 1] for i in range(len(l) - 1))


for n in (257, 1000, 4096):
    rising = list(range(n))
    for l in (rising[:], rising[::-1], [i % 7 for i in rising], [random.randrange(n + 1) for i in rising],
              [random.random() * n for i in rising], [str(random.randrange(n + 1)) for i in rising],
              [random.choice((i, i + 0.5)) for i in rising], [(i % 3, -i) for i in rising],
              rising[n // 2:] + rising[:n // 2], rising[::2] + rising[1::2],
              ['long common prefix %d' % random.randrange(n + 1) for i in rising],
              [bytes([i % 256, i % 3]) for i in rising], [[i % 5] for i in rising],
              [10 ** 20 + i % 9 for i in rising]):
        s = sorted(l)
        assert is_sorted(s) and len(s) == len(l)
        counts = {}
        for x in l:
            counts[str(x)] = counts.get(str(x), 0) + 1
        for x in s:
            counts[str(x)] -= 1
        assert not any(counts.values())
        t = sorted(l, reverse=True)
        assert t == s[::-1]

# errors leave a permutation
for n in (300, 1000):
    for at in (1, 2, n // 3, n, 2 * n, 5 * n):
        count = 0

        class Fails:
            def __init__(self, v):
                self.v = v

            def __lt__(self, other):
                global count
                count += 1
                if count == at:
                    raise ZeroDivisionError
                return self.v < other.v

        l = [Fails(i * 7919 % 1009) for i in range(n)]
        before = sorted(id(x) for x in l)
        for kw in ({}, {'reverse': True}):
            count = 0
            try:
                l.sort(**kw)
            except ZeroDivisionError:
                pass
            assert sorted(id(x) for x in l) == before
