"""collections.abc and the User containers: what belongs to them, mixin methods."""
# needs: collections.abc type_params
import collections, collections.abc as c
from collections import UserDict, UserList, UserString


assert collections.abc is c
things = ([], (), '', b'', {}, {}.keys(), {}.items(), {}.values(), set(), frozenset(), range(3), memoryview(b''), iter([]), (i for i in []), len, lambda: 0, 5, None, int, collections.deque(), collections.OrderedDict(), collections.ChainMap(), zip(), object())

def row(name):
    return ''.join([str(int(isinstance(x, getattr(c, name)))) for x in things])

assert str(row('Awaitable')) == '000000000000000000000000'
assert str(row('Coroutine')) == '000000000000000000000000'
assert str(row('AsyncIterable')) == '000000000000000000000000'
assert str(row('AsyncIterator')) == '000000000000000000000000'
assert str(row('AsyncGenerator')) == '000000000000000000000000'
assert str(row('Hashable')) == '011100010111111111100011'
assert str(row('Iterable')) == '111111111111110000011110'
assert str(row('Iterator')) == '000000000000110000000010'
assert str(row('Generator')) == '000000000000010000000000'
assert str(row('Reversible')) == '111111110011000000011000'
assert str(row('Sized')) == '111111111111000000011100'
assert str(row('Container')) == '111111111111000000011100'
assert str(row('Callable')) == '000000000000001100100000'
assert str(row('Collection')) == '111111111111000000011100'
assert str(row('Set')) == '000001101100000000000000'
assert str(row('MutableSet')) == '000000001000000000000000'
assert str(row('Mapping')) == '000010000000000000001100'
assert str(row('MutableMapping')) == '000010000000000000001100'
assert str(row('MappingView')) == '000001110000000000000000'
assert str(row('KeysView')) == '000001000000000000000000'
assert str(row('ItemsView')) == '000000100000000000000000'
assert str(row('ValuesView')) == '000000010000000000000000'
assert str(row('Sequence')) == '111100000011000000010000'
assert str(row('MutableSequence')) == '100000000000000000010000'

class S(c.Sequence):

    def __len__(s):
        return 3

    def __getitem__(s, i):
        if i < 0 or i > 2:
            raise IndexError
        return i * 10

s = S()
assert str(list(s)) == '[0, 10, 20]'
assert str(list(reversed(s))) == '[20, 10, 0]'
assert str(s.index(10)) == '1'
assert str(s.count(20)) == '1'
assert 20 in s
assert not 5 in s
d = UserDict(a=1)
d['b'] = 2
assert str(d) == "{'a': 1, 'b': 2}"
assert str(len(d)) == '2'
assert str(d | {'c': 3}) == "{'a': 1, 'b': 2, 'c': 3}"
assert str({**d}) == "{'a': 1, 'b': 2}"
assert str(d.copy()) == "{'a': 1, 'b': 2}"
assert str(list(d.items())) == "[('a', 1), ('b', 2)]"
assert str(d.keys()) == "KeysView({'a': 1, 'b': 2})"
assert str(d.values()) == "ValuesView({'a': 1, 'b': 2})"
assert str(d.pop('a')) == '1'
assert str(d.setdefault('z', 9)) == '9'
assert str(d) == "{'b': 2, 'z': 9}"
assert 'z' in d
assert d == {'b': 2, 'z': 9}
l = UserList([3, 1])
l.append(2)
l.sort()
assert str(l) == '[1, 2, 3]'
assert str(l + [5]) == '[1, 2, 3, 5]'
assert str(l[0:2]) == '[1, 2]'
assert str(type(l[0:2]).__name__) == 'UserList'
assert l == [1, 2, 3]
assert str(l * 2) == '[1, 2, 3, 1, 2, 3]'
u = UserString('abc')
assert str(u.upper()) == 'ABC'
assert str(type(u.upper()).__name__) == 'UserString'
assert str(u + 'd') == 'abcd'
assert str(u[0]) == 'a'
assert str(u.find('c')) == '2'
assert u == 'abc'
assert hash(u) == hash('abc')
assert 'b' in u
assert str(u.join(['1', '2'])) == '1abc2'
assert str(u.split('b')) == "['a', 'c']"

try:
    c.Sequence()
except TypeError as e:
    assert str(e) == "Can't instantiate abstract class Sequence without an implementation for abstract methods '__getitem__', '__len__'"
assert str(c.Callable[[int], str]) == 'collections.abc.Callable[[int], str]'
assert str(c.Callable[..., int]) == 'collections.abc.Callable[..., int]'
assert str(c.Iterable[int]) == 'collections.abc.Iterable[int]'
assert str(c.Sequence) == "<class 'collections.abc.Sequence'>"

class MS(c.MutableSet):

    def __init__(s, it=()):
        s.d = list(dict.fromkeys(it))

    def __contains__(s, x):
        return x in s.d

    def __iter__(s):
        return iter(s.d)

    def __len__(s):
        return len(s.d)

    def add(s, x):
        if x not in s.d:
            s.d.append(x)

    def discard(s, x):
        if x in s.d:
            s.d.remove(x)

a = MS([1, 2, 3])
b = MS([2, 3, 4])
assert str(sorted(a & b)) == '[2, 3]'
assert str(sorted(a | b)) == '[1, 2, 3, 4]'
assert str(sorted(a - b)) == '[1]'
assert str(sorted(a ^ b)) == '[1, 4]'
assert not a <= b
assert a == {1, 2, 3}
assert a.isdisjoint([9])
assert str(sorted({1, 2, 9} - a)) == '[9]'
assert a > {1}
a |= {7}
a -= {1}
a ^= {2, 8}
assert str(sorted(a)) == '[3, 7, 8]'
assert str(a.pop()) == '3'
assert str(len(a)) == '2'
assert issubclass(c.Sequence, c.Reversible)
assert issubclass(dict, c.Mapping)
assert issubclass(int, c.Hashable)
assert c.Sized.__subclasshook__(list)

@c.Sequence.register
class Reg:
    pass

assert isinstance(Reg(), c.Sequence)
assert issubclass(Reg, c.Collection)
assert not issubclass(Reg, c.MutableSequence)

class ML(c.MutableSequence):

    def __init__(s):
        s.l = []

    def __getitem__(s, i):
        return s.l[i]

    def __setitem__(s, i, v):
        s.l[i] = v

    def __delitem__(s, i):
        del s.l[i]

    def __len__(s):
        return len(s.l)

    def insert(s, i, v):
        s.l.insert(i, v)

m = ML()
m.append(1)
m.extend([2, 3])
m.reverse()
m += [4]
assert str(list(m)) == '[3, 2, 1, 4]'
assert str(m.pop()) == '4'
assert str(m.index(2)) == '1'
assert not 9 in m
m.remove(2)
m.clear()
assert str(len(m)) == '0'

class MM(c.MutableMapping):

    def __init__(s):
        s.d = {}

    def __getitem__(s, k):
        return s.d[k]

    def __setitem__(s, k, v):
        s.d[k] = v

    def __delitem__(s, k):
        del s.d[k]

    def __iter__(s):
        return iter(s.d)

    def __len__(s):
        return len(s.d)

m = MM()
m.update({'a': 1}, b=2)
m.update([('c', 3)])
assert str(list(m.keys())) == "['a', 'b', 'c']"
assert str(list(m.values())) == '[1, 2, 3]'
assert str(list(m.items())) == "[('a', 1), ('b', 2), ('c', 3)]"
assert str(m.get('z', 5)) == '5'
assert m == {'a': 1, 'b': 2, 'c': 3}
assert 'a' in m
assert str(m.pop('a')) == '1'
assert str(m.pop('q', 0)) == '0'
assert str(m.setdefault('x', 7)) == '7'
assert str(m.popitem()) == "('b', 2)"
assert str(sorted(m.keys() & {'c', 'b'})) == "['c']"
assert not m.keys() | {'k'} >= {'b'}
