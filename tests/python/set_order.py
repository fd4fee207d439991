# needs: set_order complex methods
# Sets are in CPython's order: all that is expected here came out of CPython.
a = 33
d = {k: k % 3 for k in [100, 20, 3, 50, 17, 1, 9, 33]}
e = {k: k % 3 for k in [33, 50, 17, 66, 81, 1]}
assert list({3, 1, 2}) == [1, 2, 3]
assert list({17, 1, 2, 3, 4}) == [1, 2, 3, 4, 17]
assert list({33, 17, 1, 65, 2, 3, 4}) == [65, 2, 3, 1, 33, 4, 17]
assert [x for x in {33, 17, 1, 65, 2, 3, 4}] == [65, 2, 3, 1, 33, 4, 17]
assert list({a, 17, 1, 65, 2, 3, 4}) == [65, 33, 2, 1, 3, 4, 17]
assert list({17, a, 1, 49}) == [17, 49, 1, 33]
assert list({*[1, 17, 33], 5, *{65, 3, 1, 49}}) == [1, 33, 65, 3, 5, 17, 49]
assert list({i * 37 % 101 for i in range(40)}) == \
    [0, 3, 6, 9, 10, 13, 16, 19, 20, 23, 26, 29, 30, 33, 36, 37, 40, 43, 46, 47, 50, 53, 56, 57, 60, 63, 67,
    70, 73, 74, 77, 80, 83, 84, 87, 90, 93, 94, 97, 100]
assert list({-1, -2, -8, 8, 0, True, None}) == [0, True, None, -2, 8, -8, -1]
assert list({0.5, -0.5, 2.25, 1.0, 8.0, 1e10}) == [0.5, -0.5, 2.25, 1.0, 10000000000.0, 8.0]
assert list({(i, j) for i in range(4) for j in range(3)}) == \
    [(0, 1), (1, 2), (2, 1), (0, 0), (3, 1), (1, 1), (2, 0), (3, 0), (0, 2), (2, 2), (1, 0), (3, 2)]
assert list({1 + 2j, 1j, -1j, 5}) == [(-0-1j), 1j, 5, (1+2j)]
assert list({frozenset({1, 2}), frozenset(), frozenset({frozenset()})}) == \
    [frozenset(), frozenset({frozenset()}), frozenset({1, 2})]
assert list({1 << i for i in range(0, 130, 7)}) == \
    [128, 1, 268435456, 16384, 2097152, 34359738368, 4398046511104, 562949953421312, 72057594037927936,
    9223372036854775808, 151115727451828646838272, 19342813113834066795298816, 2475880078570760549798248448,
    316912650057057350374175801344, 40564819207303340847894502572032, 5192296858534827628530496329220096,
    85070591730234615865843651857942052864, 1180591620717411303424, 664613997892457936451903530140172288]
assert list({-(1 << i) for i in range(0, 130, 7)}) == \
    [-128, -16384, -268435456, -2097152, -34359738368, -4398046511104, -562949953421312, -72057594037927936,
    -1180591620717411303424, -151115727451828646838272, -19342813113834066795298816,
    -2475880078570760549798248448, -316912650057057350374175801344, -40564819207303340847894502572032,
    -5192296858534827628530496329220096, -664613997892457936451903530140172288,
    -85070591730234615865843651857942052864, -9223372036854775808, -1]
assert list(set(range(0, 60, 7))) == [0, 35, 7, 42, 14, 49, 21, 56, 28]
assert list(set(range(100, 40, -9))) == [64, 100, 73, 46, 82, 55, 91]
assert list(frozenset([100, 20, 3, 50, 17, 1])) == [1, 3, 100, 17, 50, 20]
assert list(set({100, 20, 3, 50, 17, 1})) == [1, 17, 3, 100, 50, 20]
assert list(set([100, 20, 3, 50, 17, 1]).copy()) == [1, 17, 3, 100, 50, 20]
assert list(set(dict.fromkeys([100, 20, 3, 50, 17, 1, 9, 33]))) == [1, 33, 3, 100, 9, 17, 50, 20]
assert list(set(range(0, 90, 9)) | set(range(0, 90, 10))) == \
    [0, 70, 72, 9, 10, 80, 81, 18, 20, 27, 30, 36, 40, 45, 50, 54, 60, 63]
assert list(set(range(0, 90, 9)) & set(range(0, 90, 6))) == [0, 36, 72, 18, 54]
assert list(set(range(0, 90, 9)) - set(range(0, 90, 6))) == [9, 45, 81, 27, 63]
assert list(set(range(0, 90, 9)) ^ set(range(0, 90, 6))) == \
    [66, 6, 9, 12, 78, 81, 84, 24, 27, 30, 42, 45, 48, 60, 63]
assert list(set(range(0, 90, 9)).union([7, 15], {4: 1})) == [0, 36, 4, 7, 72, 9, 45, 15, 81, 18, 54, 27, 63]
assert list(set(range(0, 90, 9)).intersection([72, 27, 7, 9])) == [72, 9, 27]
assert list(set(range(0, 90, 9)).difference(dict.fromkeys([72, 27, 7, 9]))) == [0, 36, 45, 81, 18, 54, 63]
assert list(set(range(0, 90, 9)).symmetric_difference([72, 27, 7, 9])) == [0, 36, 7, 45, 81, 18, 54, 63]
assert list(set(range(99)) - {5}) == \
    [0, 1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28,
    29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54,
    55, 56, 57, 58, 59, 60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80,
    81, 82, 83, 84, 85, 86, 87, 88, 89, 90, 91, 92, 93, 94, 95, 96, 97, 98]
assert list(set(range(99)) - set(range(3, 97))) == [0, 1, 2, 97, 98]
assert list(d.keys() & e.keys()) == [33, 50, 17, 1]
assert list(d.keys() | e.keys()) == [1, 33, 3, 100, 66, 9, 17, 50, 81, 20]
assert list(d.keys() - e.keys()) == [3, 100, 9, 20]
assert list(d.keys() ^ e.keys()) == [66, 3, 100, 9, 81, 20]
assert list(d.items() ^ e.items()) == [(9, 0), (66, 0), (3, 0), (81, 0), (20, 2), (100, 1)]
assert list(d.items() & e.items()) == [(33, 0), (1, 1), (17, 2), (50, 2)]
assert list(d.keys() & {1, 33, 50, 17, 99, 100}) == [1, 33, 100, 17, 50]
assert list(d.keys() | [77, 1, 65]) == [1, 33, 3, 100, 65, 9, 77, 17, 50, 20]
assert list({77, 1, 65} - d.keys()) == [65, 77]
assert repr({33, 17, 1, 2, 3, 4}) == '{33, 2, 3, 4, 1, 17}'
assert list(dict.fromkeys({17, 9, 1, 33, 41, 5})) == [33, 1, 17, 5, 9, 41]
first, *rest = {9, 1, 17, 33, 2}
assert (first, rest) == (33, [2, 1, 17, 9])

# a removed one's place is taken by the next that comes by
s = set(list(range(20, 40)) + [16, 144, 272, 400])
assert list(s)[:5] == [16, 144, 272, 400, 20]
s.discard(16)
s.discard(144)
s.add(528)
assert list(s)[:4] == [528, 272, 400, 20]
s.add(656)
assert list(s)[:5] == [656, 528, 272, 400, 20]
s = {0, 1, 2}
for i in range(1, 50):
    s.discard((i - 1) * 8)
    s.add(i * 8)
assert list(s) == [392, 1, 2]

# a set may change while it is walked, if its size stays
s = {1, 2, 3}
it = iter(s)
assert next(it) == 1
s.remove(1)
s.add(7)
assert list(it) == [2, 3, 7] and list(it) == []
s, n = set(range(10)), 0
for x in s:
    s.remove(x)
    s.add(x + 16)
    n += 1
    if n == 40:
        break
assert list(s) == [64, 65, 66, 67, 68, 69, 70, 71, 72, 73]
it = iter(s)
s.add(1)
for i in range(2):
    try:
        next(it)
        assert False
    except RuntimeError as e:
        assert str(e) == 'Set changed size during iteration'

# pop() goes on where it was
s = set(range(10))
assert [s.pop() for i in range(4)] == [0, 1, 2, 3]
s.add(0)
assert s.pop() == 4 and s == {0, 5, 6, 7, 8, 9}
s.clear()
s.update(range(8, 16))
assert [s.pop() for i in range(3)] == [8, 9, 10]

# sets that many operations were done with, all in a number that CPython gives, too
state = 7


def number(n):
    global state
    state = (state * 1103515245 + 12345) & 0x7fffffff
    return (state >> 8) % n


def key():
    kind = number(10)
    if kind < 5:
        return number(40) - 10
    if kind == 5:
        return number(1000000)
    if kind == 6:
        return number(100) / 8
    if kind == 7:
        return number(5), number(5)
    if kind == 8:
        return (number(2) * 2 - 1) * (number(1 << 30) << number(70))
    return [None, True, 2 + 1j, (), (1, (2,)), frozenset([1, 2]), frozenset()][number(7)]


def items(n):
    return [key() for i in range(number(n))]


def some_set(n):
    all = items(n)
    made = [set, frozenset, dict.fromkeys, lambda all: {x for x in all}, lambda all: set(set(all))]
    return set(made[number(5)](all))


def pop_some(s, o):
    for i in range(min(len(s), number(8))):
        popped.append(s.pop())
    return s


def drop_and_add(s, o):
    for x in items(30):
        s.discard(x)
    for x in items(30):
        s.add(x)
    return s


def changed(method, *args):
    def change(s, o):
        getattr(s, method)(*[a(o) for a in args])
        return s
    return change


def same(o):
    return o


operations = [
    lambda s, o: s | o,
    lambda s, o: s & o,
    lambda s, o: s - o,
    lambda s, o: s ^ o,
    lambda s, o: o - s,
    lambda s, o: s.union(o, items(10), s),
    lambda s, o: s.intersection(items(60), dict.fromkeys(items(50))),
    lambda s, o: s.difference(o, items(5)),
    lambda s, o: s.difference(dict.fromkeys(items(50))),
    lambda s, o: s.symmetric_difference(items(20)),
    lambda s, o: {*s, *items(5), *o},
    lambda s, o: s.copy(),
    lambda s, o: s & s,
    pop_some,
    drop_and_add,
    changed('update', same, lambda o: items(10), lambda o: dict.fromkeys(items(9))),
    changed('intersection_update', same),
    changed('intersection_update'),
    changed('difference_update', same),
    changed('symmetric_difference_update', same),
    changed('symmetric_difference_update', lambda o: dict.fromkeys(items(10))),
    changed('__ior__', same),
    changed('__isub__', same),
    changed('__ixor__', same),
    lambda s, o: s.clear() or s,
]
total = 0
for step in range(120):
    s, popped = some_set(40 if step % 7 else 200), []
    for i in range(number(10)):
        n = number(len(operations))
        other = s if number(15) == 0 else some_set(40)
        if n > 12:
            s = set(s)
            if not isinstance(other, frozenset) and number(2):
                other = set(other)
        s = operations[n](s, other)
    total = (total * 31 + hash((tuple(s), tuple(popped), frozenset(s)))) % (2 ** 61 - 1)
assert total == 1788514991205241314
