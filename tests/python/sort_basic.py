# needs: percent messages
# list.sort and sorted.


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


for n in (0, 1, 2, 3, 7, 31, 32, 33, 65, 100):
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

# stable, in both directions
pairs = [(i * 7 % 10, i) for i in range(500)]
s = sorted(pairs, key=lambda p: p[0])
assert s == sorted(pairs)
r = sorted(pairs, key=lambda p: p[0], reverse=True)
assert [p[0] for p in r] == sorted((p[0] for p in pairs), reverse=True)
for a, b in zip(r, r[1:]):
    assert a[0] > b[0] or a[1] < b[1]

# keys of all kinds
words = 'the quick brown Fox jumps over the lazy Dog'.split()
assert sorted(words, key=str.lower) == ['brown', 'Dog', 'Fox', 'jumps', 'lazy', 'over', 'quick', 'the', 'the']
assert sorted(words, key=len) == ['the', 'Fox', 'the', 'Dog', 'over', 'lazy', 'quick', 'brown', 'jumps']
assert sorted([3, -1, -2], key=abs) == [-1, -2, 3]
assert sorted([1, 2, 3], key=lambda x: -x) == [3, 2, 1]
assert sorted([2, 1], key=None) == [1, 2]
assert sorted('hello') == ['e', 'h', 'l', 'l', 'o']
assert sorted({3: 1, 1: 2}) == [1, 3]
assert sorted(['é', 'z', 'a', 'Z', '', 'ab', 'a\0', 'a\0b', '\U0001f600', '\uffff']) == \
    ['', 'Z', 'a', 'a\0', 'a\0b', 'ab', 'z', 'é', '\uffff', '\U0001f600']
many = ['a' * (i % 12) + chr(97 + i % 5) + '\0' * (i % 3) for i in range(300)]
assert is_sorted(sorted(many))
assert sorted([True, 0, False, 1, -1]) == [-1, 0, False, True, 1]
assert sorted([2.5, 1, 10 ** 30, -10 ** 30, float('inf'), float('-inf')]) == \
    [float('-inf'), -10 ** 30, 1, 2.5, 10 ** 30, float('inf')]

# arguments
l = [3, 1, 2]
assert l.sort() is None and l == [1, 2, 3]
for bad in (lambda: l.sort(1), lambda: l.sort(foo=1), lambda: sorted(), lambda: sorted([1], 2)):
    try:
        bad()
        assert False
    except TypeError:
        pass


# the order of comparisons: only < is used
class Item:
    def __init__(self, v):
        self.v = v

    def __lt__(self, other):
        return self.v < other.v


items = [Item(i * 37 % 101) for i in range(101)]
items.sort()
assert [i.v for i in items] == list(range(101))

# errors leave a permutation
for n in (2, 3, 50, 100):
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
try:
    [1, 'a'].sort()
    assert False
except TypeError as e:
    assert str(e) == "'<' not supported between instances of 'str' and 'int'"
l = [3, 2, 'x', 1]
try:
    l.sort()
    assert False
except TypeError:
    assert len(l) == 4
l = [5, 3, 1]
try:
    l.sort(key=lambda x: 1 // (x - 3))
except ZeroDivisionError:
    pass
assert l == [5, 3, 1]


# a list changed while it is sorted
class Appends:
    def __lt__(self, other):
        l.append(1)
        return False


l = [Appends() for i in range(5)]
try:
    l.sort()
    assert False
except ValueError as e:
    assert str(e) == 'list modified during sort'
assert len(l) == 5
l = [1, 2, 3]
seen = []
l.sort(key=lambda x: seen.append(list(l)) or x)
assert seen == [[], [], []] and l == [1, 2, 3]


# __lt__ that returns other things
class Odd:
    def __init__(self, v):
        self.v = v

    def __lt__(self, other):
        return 'yes' if self.v < other.v else []


assert [o.v for o in sorted([Odd(3), Odd(1), Odd(2)])] == [1, 2, 3]

# the key function sees the items in their order, also in a reversed sort
seen = []
def noted(x):
    seen.append(x)
    return x
assert sorted([3, 1, 2], key=noted, reverse=True) == [3, 2, 1] and seen == [3, 1, 2]
assert sorted([(1, "a"), (0, "b"), (1, "c"), (0, "d")], key=lambda p: p[0], reverse=True) == [(1, "a"), (1, "c"), (0, "b"), (0, "d")]
