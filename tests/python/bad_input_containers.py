# needs: methods messages array collections
# Lists, tuples, dicts, sets and their iterators, changed in the middle of each operation that runs a program's code:
# what CPython 3.13 gives where that doesn't depend on its own steps, or else just that nothing breaks.
import array
import collections


def outcome(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


def same(a, b):
    assert a == b, (a, b)


class Acts:
    """Does something whenever it is compared, hashed, converted or asked for its truth."""
    def __init__(self, act, value=False, hash=1): self.act, self.value, self.hash = act, value, hash
    def __eq__(self, other):
        self.act()
        return self.value
    def __lt__(self, other):
        self.act()
        return self.value
    __gt__ = __le__ = __ge__ = __ne__ = __lt__
    def __hash__(self): return self.hash
    def __bool__(self):
        self.act()
        return self.value
    def __index__(self):
        self.act()
        return int(self.value)
    __int__ = __index__
    def __repr__(self):
        self.act()
        return "Acts"
    def __str__(self):
        self.act()
        return "acts"
    def __call__(self, *args):
        self.act()
        return self.value
    def __add__(self, other):
        self.act()
        return self.value
    __radd__ = __mul__ = __rmul__ = __add__


# ---- lists: emptied, grown and refilled in the middle ----
def list_case(f, change, value=False):
    """f(l, a): l has an object in its middle that changes it."""
    l = [0, 1, 2, 3, 4]
    a = Acts(lambda: change(l), value)
    l[2] = a
    out = outcome(f, l, a)
    assert len(l) <= 5000 and all(x is a or isinstance(x, int) for x in l if x is not l)
    if isinstance(out, list):
        return ["a" if x is a else x for x in out] if len(out) < 10 else len(out)
    return out


def clear(l): l.clear()
def grow(l): l.append(7)
def shrink(l): del l[1:]
def refill(l): l[:] = [9, 9, 9, 9, 9, 9]
def reverse(l): l.reverse()


for f, expected in (
    (lambda l, a: 3 in l, [False, True, False, True, False, True, False, True]),
    (lambda l, a: a in l, [False, True, False, True, False, True, True, True]),
    (lambda l, a: l.index(3),
     ['ValueError: 3 is not in list', 2, 'ValueError: 3 is not in list', 2, 'ValueError: 3 is not in list', 2,
      'ValueError: 3 is not in list', 2]),
    (lambda l, a: l.count(7), [0, 1, 0, 1, 0, 1, 0, 1]),
    (lambda l, a: l.remove(3),
     ['ValueError: list.remove(x): x not in list', None, 'ValueError: list.remove(x): x not in list', None,
      'ValueError: list.remove(x): x not in list', None, 'ValueError: list.remove(x): x not in list', None]),
    (lambda l, a: l == [0, 1, 5, 3, 4], [False, False, False, False, False, False, False, False]),
    (lambda l, a: l != [0, 1, 5, 3, 4], [True, True, True, True, True, True, True, True]),
    (lambda l, a: l < [0, 1, 5, 3, 4], [True, True, True, True, False, False, False, True]),
    (lambda l, a: l >= [0, 1, 5] if len(l) < 5 else None, [None, None, None, None, None, None, None, None]),
    (lambda l, a: [0, 1, 5, 3, 4] == l, [False, False, False, False, False, False, False, False]),
    (lambda l, a: sum(l), [False, True, False, True, 27, 28, 1, 2]),
    (lambda l, a: [x for x in l if x],
     [[1], [1, 'a'], [1], [1, 'a'], [1, 9, 9, 9], [1, 'a', 9, 9, 9], [1, 1], [1, 'a', 1]]),
    (lambda l, a: any(x == 9 for x in l), [False, True, False, True, True, True, False, True]),
    (lambda l, a: repr(l),
     ['[0, 1, Acts]', '[0, 1, Acts]', '[0, 1, Acts]', '[0, 1, Acts]', '[0, 1, Acts, 9, 9, 9]',
      '[0, 1, Acts, 9, 9, 9]', '[0, 1, Acts, 1, 0]', '[0, 1, Acts, 1, 0]']),
    (lambda l, a: "%s" % (l,),
     ['[0, 1, Acts]', '[0, 1, Acts]', '[0, 1, Acts]', '[0, 1, Acts]', '[0, 1, Acts, 9, 9, 9]',
      '[0, 1, Acts, 9, 9, 9]', '[0, 1, Acts, 1, 0]', '[0, 1, Acts, 1, 0]']),
    (lambda l, a: l[a],
     ['IndexError: list index out of range', 'IndexError: list index out of range', 0,
      'IndexError: list index out of range', 9, 9, 4, 3]),
    (lambda l, a: l[a:], [[], [], [0], [], [9, 9, 9, 9, 9, 9], [9, 9, 9, 9, 9], [4, 3, 'a', 1, 0], [3, 'a', 1, 0]]),
    (lambda l, a: l[:a], [[], [], [], [0], [], [9], [], [4]]),
    (lambda l, a: l[a:3:2], [[], [], [0], [], [9, 9], [9], [4, 'a'], [3]]),
    (lambda l, a: l.pop(a),
     ['IndexError: pop from empty list', 'IndexError: pop from empty list', 0, 'IndexError: pop index out of range',
      9, 9, 4, 3]),
    (lambda l, a: l.insert(a, 5), [None, None, None, None, None, None, None, None]),
    (lambda l, a: l.__setitem__(a, 5),
     ['IndexError: list assignment index out of range', 'IndexError: list assignment index out of range', None,
      'IndexError: list assignment index out of range', None, None, None, None]),
    (lambda l, a: l.__delitem__(a),
     ['IndexError: list assignment index out of range', 'IndexError: list assignment index out of range', None,
      'IndexError: list assignment index out of range', None, None, None, None]),
    (lambda l, a: l.__setitem__(slice(a, None), [5, 6]), [None, None, None, None, None, None, None, None]),
    (lambda l, a: l.__setitem__(slice(None, a), [5, 6]), [None, None, None, None, None, None, None, None]),
    (lambda l, a: l.__delitem__(slice(a, None)), [None, None, None, None, None, None, None, None]),
    (lambda l, a: l.__delitem__(slice(None, None, 2)), [None, None, None, None, None, None, None, None]),
    (lambda l, a: l * a, [False, True, False, True, False, True, False, True]),
    (lambda l, a: list(map(a, l)),
     [[False], [True], [False], [True], [False, False, False, False, False, False],
      [True, True, True, True, True, True], [False, False, False, False, False], [True, True, True, True, True]]),
    (lambda l, a: list(filter(a, l)), [[], [0], [], [0], [], [0, 9, 9, 9, 9, 9], [], [0, 3, 'a', 1, 4]]),
    (lambda l, a: [y for x, y in zip(l, map(a, l))],
     [[False], [True], [False], [True], [False, False, False, False, False, False],
      [True, True, True, True, True, True], [False, False, False, False, False], [True, True, True, True, True]]),
    (lambda l, a: [a(x) for x in reversed(l)],
     [[False], [True], [False], [True], [False, False, False, False, False], [True, True, True, True, True],
      [False, False, False, False, False], [True, True, True, True, True]]),
    (lambda l, a: [(i, a(x))[0] for i, x in enumerate(l)],
     [[0], [0], [0], [0], [0, 1, 2, 3, 4, 5], [0, 1, 2, 3, 4, 5], [0, 1, 2, 3, 4], [0, 1, 2, 3, 4]]),
    (lambda l, a: sorted(l, key=a),
     [[0, 1, 'a', 3, 4], [0, 1, 'a', 3, 4], [0, 1, 'a', 3, 4], [0, 1, 'a', 3, 4], [0, 1, 'a', 3, 4],
      [0, 1, 'a', 3, 4], [0, 1, 'a', 3, 4], [0, 1, 'a', 3, 4]]),
    (lambda l, a: l.sort(key=a),
     [None, None, None, None, 'ValueError: list modified during sort', 'ValueError: list modified during sort', None,
      None]),
    (lambda l, a: max(l, key=a), [0, 0, 0, 0, 0, 0, 0, 0]),
    (lambda l, a: min(l, key=a), [0, 0, 0, 0, 0, 0, 0, 0]),
    (lambda l, a: l.sort(reverse=a), [None, None, None, None, None, None, None, None]),
    (lambda l, a: all(map(a, l)), [False, True, False, True, False, True, False, True]),
    (lambda l, a: tuple(a(x) for x in l),
     [(False,), (True,), (False,), (True,), (False, False, False, False, False, False),
      (True, True, True, True, True, True), (False, False, False, False, False), (True, True, True, True, True)]),
    (lambda l, a: l.extend(a(x) for x in l[:]), [None, None, None, None, None, None, None, None]),
    (lambda l, a: l.__setitem__(slice(1, 2), (a(x) for x in l[:])), [None, None, None, None, None, None, None, None]),
    (lambda l, a: dict.fromkeys(l) and None, [None, None, None, None, None, None, None, None]),
    (lambda l, a: set(l) and None, [None, None, None, None, None, None, None, None]),
    (lambda l, a: l.copy() == l, [True, True, True, True, True, True, True, True]),
    (lambda l, a: l.index(3, 0, a),
     ['ValueError: 3 is not in list', 'ValueError: 3 is not in list', 'ValueError: 3 is not in list',
      'ValueError: 3 is not in list', 'ValueError: 3 is not in list', 'ValueError: 3 is not in list',
      'ValueError: 3 is not in list', 'ValueError: 3 is not in list']),
    (lambda l, a: l.index(3, a),
     ['ValueError: 3 is not in list', 'ValueError: 3 is not in list', 'ValueError: 3 is not in list',
      'ValueError: 3 is not in list', 'ValueError: 3 is not in list', 'ValueError: 3 is not in list', 1, 1]),
    (lambda l, a: [*l, a(1), *l],
     [[0, 1, 'a', 3, 4, False], [0, 1, 'a', 3, 4, True], [0, 1, 'a', 3, 4, False, 0], [0, 1, 'a', 3, 4, True, 0], 12,
      12, 11, 11]),
    (lambda l, a: len([l, a(1), l]), [3, 3, 3, 3, 3, 3, 3, 3]),
):
    same([list_case(f, change, value) for change in (clear, shrink, refill, reverse) for value in (False, True)], expected)

# the same, where the growth must end
for f, expected in (
    (lambda l, a: l.index(8), ['ValueError: 8 is not in list', 2]),
    (lambda l, a: l.count(7), [1, 2]),
    (lambda l, a: l == [0, 1, 5, 3, 4], [False, False]),
    (lambda l, a: repr(l), ['[0, 1, Acts, 3, 4, 7]', '[0, 1, Acts, 3, 4, 7]']),
    (lambda l, a: l.pop(a), [0, 1]),
    (lambda l, a: l[a:], [[0, 1, 'a', 3, 4, 7], [1, 'a', 3, 4, 7]]),
    (lambda l, a: l.insert(a, 5), [None, None]),
    (lambda l, a: sorted(l, key=a), [[0, 1, 'a', 3, 4], [0, 1, 'a', 3, 4]]),
    (lambda l, a: l.sort(key=a), ['ValueError: list modified during sort', 'ValueError: list modified during sort']),
    (lambda l, a: [a(x) for x in reversed(l)], [[False, False, False, False, False], [True, True, True, True, True]]),
    (lambda l, a: [a(x) for x in l if len(l) < 20], [15, 15]),
):
    same([list_case(f, grow, value) for value in (False, True)], expected)

# operators of an object that could be an index, too, come before those of the sequence
class Operand:
    def __index__(self): return 2
    def __iter__(self): return iter([5])
    def __mul__(self, other): return "mul"
    def __rmul__(self, other): return "rmul"
    def __add__(self, other): return "add"
    def __radd__(self, other): return "radd"


class OnlyIndex:
    def __index__(self): return 2


def in_place(a, b):
    a += b
    return a


def in_place_times(a, b):
    a *= b
    return a


for make in (lambda: [1], lambda: (1,), lambda: "a", lambda: b"a", lambda: bytearray(b"a"), lambda: array.array("i", [1]),
             lambda: collections.deque([1])):
    same([f(make(), Operand()) for f in (lambda a, b: a * b, lambda a, b: b * a, lambda a, b: a + b, lambda a, b: b + a, in_place, in_place_times)],
         ["rmul", "mul", "radd", "add", "radd", "rmul"])
    same([f(make(), OnlyIndex()) == make() * 2 for f in (lambda a, b: a * b, lambda a, b: b * a, in_place_times)], [True] * 3)
for make in (lambda: [1], lambda: bytearray(b"a"), lambda: array.array("i", [1]), lambda: collections.deque([1])):
    for n in (1 << 70, -1 << 70):
        if hasattr(make(), "pop") and not isinstance(make(), collections.deque):
            same(outcome(make().pop, n), "OverflowError: Python int too large to convert to C ssize_t")
        same(outcome(make().insert, n, 1), "OverflowError: Python int too large to convert to C ssize_t")

# a sort looks at an empty list, and puts its own back
l = [3, 1, 2]
seen = []
l.sort(key=lambda x: seen.append(len(l)) or x)
same((l, seen), ([1, 2, 3], [0, 0, 0]))
l = [3, 1, 2]
same(outcome(lambda: l.sort(key=lambda x: l.append(x) or x)), 'ValueError: list modified during sort')
same(sorted(l), [1, 2, 3])
l = [3, 1, 2]
same(outcome(lambda: l.sort(key=lambda x: l.clear() or x)), None)
same(outcome(lambda: l.sort(key=lambda x: l.sort() or -x)), None)
same(l, [3, 2, 1])
l = [3, 1, 2]
same(outcome(lambda: l.sort(key=lambda x: l.extend([5]) or 1 // 0)),
     'ZeroDivisionError: integer division or modulo by zero')
same(len(l), 3)
l = [3, 1, 2]
same(outcome(lambda: l.sort(key=lambda x: 1 // (x - 1))), 'ZeroDivisionError: integer division or modulo by zero')
same(sorted(l), [1, 2, 3])
l = [[3], [1], [2]]
same(outcome(lambda: l.sort(key=lambda x: x.append(1) or x)), None)
same(l, [[1, 1], [2, 1], [3, 1]])
for key in (5, "a", [], (lambda: 0), lambda x, y: 0):
    assert outcome(lambda: [2, 1].sort(key=key)).startswith("TypeError: ")
    assert outcome(lambda: sorted([2, 1], key=key)).startswith("TypeError: ")
same(outcome(lambda: [].sort(5)), 'TypeError: sort() takes no positional arguments')
same(outcome(lambda: sorted()), 'TypeError: sorted expected 1 argument, got 0')
same(outcome(lambda: sorted([1], lambda x: x)), 'TypeError: sorted expected 1 argument, got 2')
same(outcome(lambda: sorted([2, "a", 1])), "TypeError: '<' not supported between instances of 'str' and 'int'")
same(outcome(lambda: sorted([2, None, 1], reverse=True)),
     "TypeError: '<' not supported between instances of 'NoneType' and 'int'")
same(outcome(lambda: sorted([1, 2, 3], reverse="yes")), [3, 2, 1])
same(outcome(lambda: sorted([1, 2], reverse=Acts(lambda: 1 // 0))),
     'ZeroDivisionError: integer division or modulo by zero')


# tuples can't change, what they hold can
class Swaps:
    def __init__(self, n): self.n = n
    def __eq__(self, o):
        d.clear()
        return self.n == getattr(o, "n", o)
    def __hash__(self): return self.n


d = {}
t = (1, [2], Swaps(3))
same([t == (1, [2], 3), t != (1, [2], 3), t.index(3), t.count(3), 3 in t, t < (1, [2], 3)],
     [True, False, 2, 1, True, False])


# ---- dicts ----
def dict_case(f, change):
    d = {i: i for i in range(5)}
    key = Acts(lambda: change(d), False, 2)
    out = outcome(f, d, key)
    d[100] = 1
    assert d[100] == 1 and len(list(d)) == len(d)
    return out


def dict_clear(d): d.clear()
def dict_refill(d):
    d.clear()
    d.update((i, "new") for i in range(50))
def dict_drop(d): d.pop(2, None)
def dict_store(d): d[2] = "stored"


for f, expected in (
    (lambda d, k: d.get(k, "none"), ['none', 'none', 'none', 'none']),
    (lambda d, k: k in d, [False, False, False, False]),
    (lambda d, k: d.pop(k, "none"), ['none', 'none', 'none', 'none']),
    (lambda d, k: d.setdefault(k, "set"), ['set', 'set', 'set', 'set']),
    (lambda d, k: len(d) and d.__setitem__(k, 1), [None, None, None, None]),
    (lambda d, k: k in d.keys(), [False, False, False, False]),
    (lambda d, k: (k, 1) in d.items(), [False, False, False, False]),
    (lambda d, k: (2, k) in d.items(), [False, False, False, False]),
    (lambda d, k: k in d.values(),
     ['RuntimeError: dictionary changed size during iteration',
      'RuntimeError: dictionary changed size during iteration',
      'RuntimeError: dictionary changed size during iteration', False]),
    (lambda d, k: d == {0: 0, 1: 1, 2: k, 3: 3, 4: 4}, [False, False, False, False]),
    (lambda d, k: d.items() == {(0, 0), (2, k)}, [False, False, False, False]),
    (lambda d, k: len(d.keys() & {k}), [0, 0, 0, 0]),
    (lambda d, k: d.keys().isdisjoint([k]), [True, True, True, True]),
    (lambda d, k: d.keys() >= {k}, [False, False, False, False]),
    (lambda d, k: d.update({k: 1}) or None, [None, None, None, None]),
    (lambda d, k: d.update([(k, 1)]) or None, [None, None, None, None]),
    (lambda d, k: len(d | {k: 1}) > 0, [True, True, True, True]),
    (lambda d, k: [k(x) for x in d][:2],
     ['RuntimeError: dictionary changed size during iteration',
      'RuntimeError: dictionary changed size during iteration',
      'RuntimeError: dictionary changed size during iteration', [False, False]]),
    (lambda d, k: [k(x) for x in d.values()][:2],
     ['RuntimeError: dictionary changed size during iteration',
      'RuntimeError: dictionary changed size during iteration',
      'RuntimeError: dictionary changed size during iteration', [False, False]]),
    (lambda d, k: [k(x) for x in d.items()][:2],
     ['RuntimeError: dictionary changed size during iteration',
      'RuntimeError: dictionary changed size during iteration',
      'RuntimeError: dictionary changed size during iteration', [False, False]]),
    (lambda d, k: [k(x) for x in reversed(d)][:2],
     ['RuntimeError: dictionary changed size during iteration',
      'RuntimeError: dictionary changed size during iteration',
      'RuntimeError: dictionary changed size during iteration', [False, False]]),
    (lambda d, k: {**d, k: 1} and None, [None, None, None, None]),
    (lambda d, k: list(map(k, d)),
     ['RuntimeError: dictionary changed size during iteration',
      'RuntimeError: dictionary changed size during iteration',
      'RuntimeError: dictionary changed size during iteration', [False, False, False, False, False]]),
    (lambda d, k: (d.__setitem__(3, k), repr(d))[1],
     ['{0: 0, 1: 1, 2: 2, 3: Acts}',
      "{0: 0, 1: 1, 2: 2, 3: Acts, 4: 'new', 5: 'new', 6: 'new', 7: 'new', 8: 'new', 9: 'new', 10: 'new', 11: 'new', 12: 'new', 13: 'new', 14: 'new', 15: 'new', 16: 'new', 17: 'new', 18: 'new', 19: 'new', 20: 'new', 21: 'new', 22: 'new', 23: 'new', 24: 'new', 25: 'new', 26: 'new', 27: 'new', 28: 'new', 29: 'new', 30: 'new', 31: 'new', 32: 'new', 33: 'new', 34: 'new', 35: 'new', 36: 'new', 37: 'new', 38: 'new', 39: 'new', 40: 'new', 41: 'new', 42: 'new', 43: 'new', 44: 'new', 45: 'new', 46: 'new', 47: 'new', 48: 'new', 49: 'new'}",
      '{0: 0, 1: 1, 2: 2, 3: Acts, 4: 4}', '{0: 0, 1: 1, 2: 2, 3: Acts, 4: 4}']),
    (lambda d, k: sorted(d, key=k) and None, [None, None, None, None]),
    (lambda d, k: d.__delitem__(k), ['KeyError: Acts', 'KeyError: Acts', 'KeyError: Acts', 'KeyError: Acts']),
):
    same([dict_case(f, change) for change in (dict_clear, dict_refill, dict_drop, dict_store)], expected)

# a key whose hash changes, raises from some call on, or that is equal to all
class Counted:
    left = 0
    def __hash__(self):
        Counted.left -= 1
        if Counted.left < 0: raise KeyError("hash")
        return 7
    def __eq__(self, o):
        Counted.left -= 1
        if Counted.left < 0: raise KeyError("eq")
        return self is o


def counted(f):
    """The outcomes when the first, the second ... call raises; the last one is that of a whole run."""
    out = []
    for n in range(20):
        Counted.left = n
        out.append(outcome(f))
        if not str(out[-1]).startswith("KeyError: "):
            return len(out)
    return None


a, b, c = Counted(), Counted(), Counted()
same([counted(f) for f in (lambda: len({a: 1, b: 2}), lambda: len({a, b, c}), lambda: {a: 1}[a], lambda: len({a, b} | {c}),
                           lambda: len(set([a, b]) & {a}), lambda: len({a, b} - {b}), lambda: len({a, b} ^ {b, c}), lambda: {a} <= {a, b},
                           lambda: {a, b} == {b, a}, lambda: {a: 1, b: 2} == {b: 2, a: 1}, lambda: len(dict.fromkeys([a, b, a])),
                           lambda: len(frozenset([a, b, a])), lambda: len({x: 1 for x in (a, b)}), lambda: len({**{a: 1}, **{b: 2}}),
                           lambda: {a, b}.isdisjoint([c]), lambda: {a, b}.issuperset([a]), lambda: hash((a, b)) and 1, lambda: hash(frozenset([a, b])) and 1)],
                            [4, 7, 3, 7, 5, 6, 9, 5, 8, 8, 5, 5, 4, 4, 7, 5, 3, 4])


# views and iterators of a dict that has changed
changed = "RuntimeError: dictionary changed size during iteration"
d = dict.fromkeys(range(10))
its = [iter(d), iter(d.keys()), iter(d.values()), iter(d.items()), reversed(d), reversed(d.values()), reversed(d.items())]
for it in its: next(it)
d["new"] = 1
same([outcome(next, it) for it in its],
     [changed] * 7)
same([outcome(next, it) for it in its],
     [changed] * 7)
d = dict.fromkeys(range(10))
its = [iter(d), iter(d.keys()), iter(d.values()), iter(d.items())]
for it in its: next(it)
d.clear()
same([outcome(next, it) for it in its],
     [changed] * 4)
d = dict.fromkeys(range(5))
it = iter(d)
same([next(it) for i in range(5)], [0, 1, 2, 3, 4])
del d[1]
d[5] = 3
assert outcome(list, it) in ([], "RuntimeError: dictionary keys changed during iteration")
d = {1: 1, 2: 2}
it = iter(d)
same(list(it), [1, 2])
d[3] = 3
same(outcome(next, it, "ended"), 'ended')
d = {1: 1, 2: 2}
same(outcome(lambda: [d.pop(k) for k in list(d)]), [1, 2])
same(outcome(lambda: d.popitem()), "KeyError: 'popitem(): dictionary is empty'")
same(outcome(lambda: {}.popitem()), "KeyError: 'popitem(): dictionary is empty'")
it = iter({1: 1, 2: 2}.items())
same([it.__length_hint__(), next(it), it.__length_hint__(), next(it), it.__length_hint__()],
     [2, (1, 1), 1, (2, 2), 0])

# what update() takes
class Keys:
    """Acts while its keys are asked for, or its items."""
    def __init__(self, keys, act): self.k, self.act = keys, act
    def keys(self):
        self.act()
        return self.k
    def __getitem__(self, key):
        self.act()
        return key


d = {1: 1}
same(outcome(lambda: d.update(Keys([1, 2, 3], d.clear)) or d), {3: 3})
d = {1: 1}
same(outcome(lambda: d.update((d.clear() or (i, i)) for i in range(3)) or d), {2: 2})
same(outcome(lambda: d.update(Keys([[]], int)) or d), "TypeError: unhashable type: 'list'")
same(outcome(lambda: d.update([(1, 2), [3]])),
     'ValueError: dictionary update sequence element #1 has length 1; 2 is required')
same(outcome(lambda: d.update([5])), 'TypeError: cannot convert dictionary update sequence element #0 to a sequence')
same(outcome(lambda: d.update(5)), "TypeError: 'int' object is not iterable")
same(outcome(lambda: d.update(["ab", "cd"]) or d), {2: 2, 1: 2, 'a': 'b', 'c': 'd'})
same(outcome(lambda: d.update([([], 1)])), "TypeError: unhashable type: 'list'")
same(outcome(lambda: dict(5)), "TypeError: 'int' object is not iterable")
same(outcome(lambda: dict([1])), 'TypeError: cannot convert dictionary update sequence element #0 to a sequence')
same(outcome(lambda: dict(["abc"])), 'ValueError: dictionary update sequence element #0 has length 3; 2 is required')
same(outcome(lambda: dict([(1, 2), (3,)])),
     'ValueError: dictionary update sequence element #1 has length 1; 2 is required')
same(outcome(lambda: dict([], [])), 'TypeError: dict expected at most 1 argument, got 2')
same(outcome(lambda: {} | []), "TypeError: unsupported operand type(s) for |: 'dict' and 'list'")
same(outcome(lambda: dict.fromkeys(5)), "TypeError: 'int' object is not iterable")
same(outcome(lambda: dict.fromkeys([[]])), "TypeError: unhashable type: 'list'")
same(outcome(lambda: dict.fromkeys()), 'TypeError: fromkeys expected at least 1 argument, got 0')
same(outcome(lambda: {}.setdefault()), 'TypeError: setdefault expected at least 1 argument, got 0')
same(outcome(lambda: {}.pop()), 'TypeError: pop expected at least 1 argument, got 0')
same(outcome(lambda: {}.pop(1)), 'KeyError: 1')
same(outcome(lambda: {}.get()), 'TypeError: get expected at least 1 argument, got 0')
same(outcome(lambda: {}[[]]), "TypeError: unhashable type: 'list'")
same(outcome(lambda: {}.__contains__({})), "TypeError: unhashable type: 'dict'")
same(outcome(lambda: {[]: 1}), "TypeError: unhashable type: 'list'")
same(outcome(lambda: {{}}), "TypeError: unhashable type: 'dict'")
same(outcome(lambda: {1: {}} == {1: Acts(lambda: 1 // 0)}), 'ZeroDivisionError: integer division or modulo by zero')

# ---- sets ----
def set_case(f, change):
    s = set(range(5))
    a = Acts(lambda: change(s), False, 2)
    out = outcome(f, s, a)
    s.add("after")
    assert "after" in s and len(list(s)) == len(s)
    return out if isinstance(out, (str, bool, type(None))) else type(out).__name__


def set_clear(s): s.clear()
def set_refill(s):
    s.clear()
    s.update(range(2, 100))
def set_drop(s): s.discard(2)


for f, expected in (
    (lambda s, a: a in s, [False, False, False]),
    (lambda s, a: s.add(a), [None, None, None]),
    (lambda s, a: s.discard(a), [None, None, None]),
    (lambda s, a: s.remove(a) if a is None else None, [None, None, None]),
    (lambda s, a: s.update([a]), [None, None, None]),
    (lambda s, a: s.isdisjoint([a]), [True, True, True]),
    (lambda s, a: s.isdisjoint({a}), [True, True, True]),
    (lambda s, a: s <= {a}, [False, False, False]),
    (lambda s, a: s >= {a}, [False, False, False]),
    (lambda s, a: s == {0, 1, 3, 4, a}, [False, False, False]),
    (lambda s, a: s | {a}, ['set', 'set', 'set']),
    (lambda s, a: s & {a}, ['set', 'set', 'set']),
    (lambda s, a: s - {a}, ['set', 'set', 'set']),
    (lambda s, a: s ^ {a}, ['set', 'set', 'set']),
    (lambda s, a: {a} & s, ['set', 'set', 'set']),
    (lambda s, a: {a} - s, ['set', 'set', 'set']),
    (lambda s, a: s.intersection([a, a]), ['set', 'set', 'set']),
    (lambda s, a: s.difference([a, a]), ['set', 'set', 'set']),
    (lambda s, a: s.symmetric_difference([a, a]), ['set', 'set', 'set']),
    (lambda s, a: s.intersection_update([a, a]), [None, None, None]),
    (lambda s, a: s.difference_update([a, a]), [None, None, None]),
    (lambda s, a: s.symmetric_difference_update([a, a]), [None, None, None]),
    (lambda s, a: s.__ior__({a}) and None, [None, None, None]),
    (lambda s, a: s.__iand__({a}) is s, [True, True, True]),
    (lambda s, a: s.__isub__({a}) is s, [True, True, True]),
    (lambda s, a: s.__ixor__({a}) is s, [True, True, True]),
    (lambda s, a: s.issuperset([a]), [False, False, False]),
    (lambda s, a: [a(x) for x in s] and None,
     ['RuntimeError: Set changed size during iteration', 'RuntimeError: Set changed size during iteration',
      'RuntimeError: Set changed size during iteration']),
    (lambda s, a: sorted(s, key=a) and None, [None, None, None]),
    (lambda s, a: s.update(a(x) or x for x in range(200, 205)), [None, None, None]),
):
    same([set_case(f, change) for change in (set_clear, set_refill, set_drop)], expected)

s = set(range(10))
it = iter(s)
next(it)
s.add("more")
same(outcome(next, it), 'RuntimeError: Set changed size during iteration')
same(outcome(next, it), 'RuntimeError: Set changed size during iteration')
s = {1, 2}
it = iter(s)
same(it.__length_hint__(), 2)
s.clear()
same(outcome(next, it), 'RuntimeError: Set changed size during iteration')
same(outcome(lambda: set().pop()), "KeyError: 'pop from an empty set'")
same(outcome(lambda: set().remove(1)), 'KeyError: 1')
same(outcome(lambda: set().remove([])), "TypeError: unhashable type: 'list'")
same(outcome(lambda: set().add({})), "TypeError: unhashable type: 'dict'")
same(outcome(lambda: {1} | [1]), "TypeError: unsupported operand type(s) for |: 'set' and 'list'")
same(outcome(lambda: {1} < [1]), "TypeError: '<' not supported between instances of 'set' and 'list'")
same(outcome(lambda: {1}.union(5)), "TypeError: 'int' object is not iterable")
same(outcome(lambda: {1}.union([1], [[]])), "TypeError: unhashable type: 'list'")
same(outcome(lambda: {1}.update([2], 5)), "TypeError: 'int' object is not iterable")
same(outcome(lambda: set(1, 2)), 'TypeError: set expected at most 1 argument, got 2')
same(outcome(lambda: frozenset(5)), "TypeError: 'int' object is not iterable")
same(outcome(lambda: {1}.issubset(5)), "TypeError: 'int' object is not iterable")
same(outcome(lambda: {1}.isdisjoint(5)), "TypeError: 'int' object is not iterable")
same({1, 2} in {frozenset([1, 2])}, True)
same(outcome(lambda: {frozenset([1, 2])}.remove({1, 2})), None)
same(outcome(lambda: {1}.remove({1, 2})), 'KeyError: {1, 2}')

# ---- iterators that are used while they run ----
def again():
    for x in m:
        yield x


m = map(lambda x: next(m, "inner"), [1, 2, 3, 4])
same(outcome(list, m), ['inner'])
z = None
z = zip([1, 2, 3], map(lambda x: next(z, "inner"), [1, 2, 3, 4, 5, 6]))
same(type(outcome(list, z)).__name__, "list")
f = filter(lambda x: next(f, None) or True, range(6))
same(outcome(list, f), [0])
e = enumerate(map(lambda x: next(e, "inner"), range(4)))
same(type(outcome(list, e)).__name__, "list")
l = [1, 2, 3]
it = iter(l)
same([next(it), it.__length_hint__(), l.clear(), it.__length_hint__(), list(it), l.extend("ab"), list(it)],
     [1, 2, None, 0, [], None, []])
l = [1, 2, 3]
r = reversed(l)
same([next(r), r.__length_hint__(), l.pop(), l.pop(), list(r)], [3, 2, 3, 2, []])
n = []
it = iter(lambda: next(it, 5) if n.append(1) or len(n) < 3 else 5, 5)
same(list(it), [])
it = iter([1, 2, 3])
same([x + next(it, 100) for x in it], [3, 103])
same(outcome(lambda: zip([1], 5)), "TypeError: 'int' object is not iterable")
same(outcome(lambda: list(zip([1], [1, 2], strict=True))), 'ValueError: zip() argument 2 is longer than argument 1')
same(outcome(lambda: list(zip([1, 2], [1], strict=True))), 'ValueError: zip() argument 2 is shorter than argument 1')
same(outcome(lambda: list(zip([1, 2], [1, 2], [1], strict=True))),
     'ValueError: zip() argument 3 is shorter than arguments 1-2')
same(outcome(lambda: zip([1], strict=Acts(lambda: 1 // 0))), 'ZeroDivisionError: integer division or modulo by zero')
same(outcome(lambda: zip([1], other=1)), "TypeError: zip() got an unexpected keyword argument 'other'")
same(outcome(lambda: map(len)), 'TypeError: map() must have at least two arguments.')
same(outcome(lambda: map()), 'TypeError: map() must have at least two arguments.')
same(outcome(lambda: list(map(5, [1]))), "TypeError: 'int' object is not callable")
same(outcome(lambda: filter(len)), 'TypeError: filter expected 2 arguments, got 1')
same(outcome(lambda: list(filter(5, [1]))), "TypeError: 'int' object is not callable")
same(outcome(lambda: enumerate([], "a")), "TypeError: 'str' object cannot be interpreted as an integer")
same(outcome(lambda: reversed({1})), "TypeError: 'set' object is not reversible")
same(outcome(lambda: reversed()), 'TypeError: reversed expected 1 argument, got 0')
same(outcome(lambda: reversed(5)), "TypeError: 'int' object is not reversible")
same(outcome(lambda: iter(5)), "TypeError: 'int' object is not iterable")
same(outcome(lambda: iter(5, 5)), 'TypeError: iter(v, w): v must be callable')
same(outcome(lambda: iter()), 'TypeError: iter expected at least 1 argument, got 0')
same(outcome(lambda: next(5)), "TypeError: 'int' object is not an iterator")
same(outcome(lambda: next([])), "TypeError: 'list' object is not an iterator")
same(outcome(lambda: next(iter([]))), 'StopIteration: ')
same(outcome(lambda: next(iter([]), 1, 2)), 'TypeError: next expected at most 2 arguments, got 3')
same(outcome(lambda: min()), 'TypeError: min expected at least 1 argument, got 0')
same(outcome(lambda: min([])), 'ValueError: min() iterable argument is empty')
same(outcome(lambda: max(1, "a")), "TypeError: '>' not supported between instances of 'str' and 'int'")
same(outcome(lambda: max([], default=4)), 4)
same(outcome(lambda: max(1, 2, default=4)),
     'TypeError: Cannot specify a default for max() with multiple positional arguments')
same(outcome(lambda: max([1], key=5)), "TypeError: 'int' object is not callable")
same(outcome(lambda: sum(["a"], "")), "TypeError: sum() can't sum strings [use ''.join(seq) instead]")
same(outcome(lambda: sum([b"a"], b"")), "TypeError: sum() can't sum bytes [use b''.join(seq) instead]")
same(outcome(lambda: sum([[]])), "TypeError: unsupported operand type(s) for +: 'int' and 'list'")
same(outcome(lambda: sum(5)), "TypeError: 'int' object is not iterable")
same(outcome(lambda: sum([1], 2, 3)), 'TypeError: sum() takes at most 2 arguments (3 given)')
