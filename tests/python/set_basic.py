# needs: messages type_params
# set and frozenset.


def raises(kind, f, *args, text=None):
    try:
        f(*args)
    except kind as e:
        if text is not None:
            assert str(e) == text, str(e)
        return
    assert False, 'no ' + kind.__name__


# making
assert set() == set([]) and len(set()) == 0 and set('hello') == {'h', 'e', 'l', 'o'}
assert {1, 1.0, True, 2} == {1, 2} and frozenset([1, 2, 2]) == {1, 2}
assert set(range(5)) == {0, 1, 2, 3, 4} and set({1: 2}) == {1}
raises(TypeError, set, 1, text="'int' object is not iterable")
raises(TypeError, lambda: {[]}, text="unhashable type: 'list'")
raises(TypeError, lambda: {set()}, text="unhashable type: 'set'")
f = frozenset('ab')
assert frozenset(f) is f and set(f) == f and f.copy() is f

# elements
s = set()
for i in range(100):
    s.add(i)
    s.add(i)
assert len(s) == 100 and all(i in s for i in range(100)) and 100 not in s
assert s.add(1) is None
s.remove(5)
raises(KeyError, s.remove, 5, text='5')
s.discard(5)
s.discard(6)
assert len(s) == 98 and 5 not in s
n = 98
while s:
    assert s.pop() not in s
    n -= 1
assert n == 0
raises(KeyError, s.pop, text="'pop from an empty set'")
raises(TypeError, s.add, [])
raises(TypeError, lambda: [] in s, text="unhashable type: 'list'")
s = {frozenset([1]), 2}
assert {1} in s and {2} not in s
s.remove({1})
assert s == {2}
s.discard({3})
raises(KeyError, s.remove, {9})
s.clear()
assert s == set()

# operations, with sets and with other iterables
a, b = {1, 2, 3, 4}, {3, 4, 5}
for kind in (set, frozenset):
    x, y = kind(a), kind(b)
    assert x | y == {1, 2, 3, 4, 5} and x & y == {3, 4} and x - y == {1, 2} and x ^ y == {1, 2, 5}
    assert type(x | y) is kind and type(x & b) is kind and type(x - b) is kind and type(x ^ b) is kind
    assert x.union(y) == x | y and x.union([9], 'a') == {1, 2, 3, 4, 9, 'a'} and x.union() == x
    assert x.intersection(y) == {3, 4} and x.intersection([1, 2], {2}) == {2} and x.intersection() == x
    assert x.difference(y) == {1, 2} and x.difference([1], [2]) == {3, 4} and x.difference() == x
    assert x.symmetric_difference([1, 7]) == {2, 3, 4, 7}
    assert x.issubset(range(9)) and not x.issubset(y) and x.issuperset([1, 2]) and not x.issuperset(y)
    assert x.isdisjoint([7]) and not x.isdisjoint(y) and x.isdisjoint(())
    assert x.union() is not a and type(x.union([1])) is kind and x.copy() == x
    assert kind([1]) < x and x <= x and not x < x and x > kind([1, 2]) and x >= x
    assert not x <= y and not y <= x and x != y and x == a and not x == [1, 2, 3, 4]
    raises(TypeError, lambda: x | [1])
    raises(TypeError, lambda: x + y)
    raises(TypeError, lambda: x < [1])
raises(TypeError, lambda: {1} | [1], text="unsupported operand type(s) for |: 'set' and 'list'")
assert type({1} | frozenset([2])) is set and type(frozenset([2]) | {1}) is frozenset
assert {1} == frozenset([1]) and hash(frozenset([1, 2])) == hash(frozenset([2, 1]))
assert frozenset() == frozenset([]) and hash(frozenset()) == hash(frozenset([]))
assert {frozenset([1, 2]): 'x'}[frozenset([2, 1])] == 'x'

s = t = {1, 2, 3}
s |= {4}
s &= {2, 3, 4, 5}
s -= {3}
s ^= {2, 9}
assert t == {4, 9} and s is t
s.update([1], 'x', {2: 3})
assert t == {4, 9, 1, 'x', 2}
s.intersection_update({1, 2, 9}, [1, 2])
assert t == {1, 2}
s.difference_update([1], [5])
assert t == {2}
s.symmetric_difference_update([2, 3])
assert t == {3}
s -= s
assert s == set()
s |= {1, 2}
s ^= s
assert s == set()
s |= {1, 2}
s &= s
s |= s
assert s == {1, 2} and t is s
s.update(s)
s.difference_update(s)
assert s == set()
f = g = frozenset([1])
f |= {2}
assert f == {1, 2} and g == {1}


def or_list(s):
    s |= [1]


raises(TypeError, or_list, set(), text="unsupported operand type(s) for |=: 'set' and 'list'")

# iteration
s = {1, 2, 3}
it = iter(s)
next(it)
s.add(4)
raises(RuntimeError, next, it, text='Set changed size during iteration')
assert sorted(x for x in {3, 1, 2}) == [1, 2, 3]
assert len(list(iter({1, 2}))) == 2

# printing
assert repr(set()) == 'set()' and repr({1}) == '{1}' and repr(frozenset()) == 'frozenset()'
assert repr(frozenset([1])) == 'frozenset({1})' and repr({'a'}) == "{'a'}"
raises(TypeError, hash, set(), text="unhashable type: 'set'")
assert not set() and {0}


class Item:
    def __init__(self, s):
        self.s = s

    def __repr__(self):
        return repr(self.s)


s = set()
s.add(Item(s))
assert repr(s) == '{set(...)}'

# frozensets cannot change
for name in ('add', 'remove', 'discard', 'pop', 'clear', 'update'):
    assert not hasattr(frozenset(), name)

# all elements of a large set
s = {i * 3 for i in range(5000)}
for i in range(15000):
    assert (i in s) == (i % 3 == 0)
for i in range(0, 15000, 6):
    s.remove(i)
assert len(s) == 2500 and min(s) == 3
s = set(range(1000))
assert not any(i in s for i in range(1000, 50000))


# subclasses
class Sub(set):
    pass


s = Sub([1, 2])
s.add(3)
assert s == {1, 2, 3} and s | {4} == {1, 2, 3, 4} and {0} | s == {0, 1, 2, 3} and 2 in s and len(s) == 3
assert isinstance(s, set) and sorted(s) == [1, 2, 3] and s <= {1, 2, 3}


class Hashed(set):
    def __hash__(self):
        return 5


h = Hashed([1])
assert h in {h} and h not in {frozenset([1])}


class Sub2(frozenset):
    pass


assert Sub2([1]) == {1} and hash(Sub2([1])) == hash(frozenset([1]))
s = {1}
s.__init__([5, 6])
assert s == {5, 6} and s.__contains__(5) and s.__len__() == 2 and s.__or__({1}) == {1, 5, 6}
assert set[int] is not None
