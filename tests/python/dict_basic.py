# needs: complex type_params
# dict: items, order, methods, views, iterators, operators, printing.


def raises(kind, f, *args, text=None):
    try:
        f(*args)
    except kind as e:
        if text is not None:
            assert str(e) == text, str(e)
        return
    assert False, 'no ' + kind.__name__


# making
assert dict() == {} and dict(a=1, b=2) == {'a': 1, 'b': 2}
assert dict([(1, 2), [3, 4], 'ab']) == {1: 2, 3: 4, 'a': 'b'}
assert dict({1: 2}, x=3) == {1: 2, 'x': 3}
assert dict(zip('abc', range(3))) == {'a': 0, 'b': 1, 'c': 2}
raises(TypeError, dict, 1, text="'int' object is not iterable")
raises(TypeError, dict, [1], text='cannot convert dictionary update sequence element #0 to a sequence')
raises(ValueError, dict, [(1, 2), (1, 2, 3)],
       text='dictionary update sequence element #1 has length 3; 2 is required')
raises(TypeError, dict, 1, 2, text='dict expected at most 1 argument, got 2')


class Mapping:
    def keys(self):
        return ['x', 'y']

    def __getitem__(self, k):
        return k * 2


assert dict(Mapping()) == {'x': 'xx', 'y': 'yy'}
assert {**Mapping(), 'z': 1} == {'x': 'xx', 'y': 'yy', 'z': 1}

# items
d = {}
d['a'] = 1
d[1] = 'one'
d[2.5] = 'x'
d[(1, 2)] = 't'
d[None] = 'n'
assert d['a'] == 1 and d[1] == 'one' and d[1.0] == 'one' and d[True] == 'one' and d[2.5] == 'x'
assert d[(1, 2)] == 't' and d[None] == 'n' and len(d) == 5
raises(KeyError, lambda: d['q'], text="'q'")
raises(KeyError, lambda: d[(1, 3)], text='(1, 3)')
raises(TypeError, lambda: d[[]], text="unhashable type: 'list'")
raises(TypeError, lambda: {}[{}], text="unhashable type: 'dict'")


def put(d, k, v):
    d[k] = v


def delete(d, k):
    del d[k]


raises(TypeError, put, d, [], 1, text="unhashable type: 'list'")
raises(TypeError, put, {}, set(), 1, text="unhashable type: 'set'")
del d['a']
raises(KeyError, delete, d, 'a', text="'a'")
d[1.0] = 'uno'
assert d == {1: 'uno', 2.5: 'x', (1, 2): 't', None: 'n'}
assert repr(d) == "{1: 'uno', 2.5: 'x', (1, 2): 't', None: 'n'}"
d = {0: 'a', False: 'b', 0.0: 'c', -0.0: 'd', 0j: 'e'}
assert d == {0: 'e'} and len(d) == 1
big = 10 ** 25
d = {big: 1, 2 ** 40: 2, 1 << 64: 3}
assert d[10 ** 25] == 1 and d[2.0 ** 40] == 2 and d[2.0 ** 64] == 3 and (1 << 65) not in d
nan = float('nan')
d = {nan: 1}
assert d[nan] == 1 and float('nan') not in d

# strings, however they are made
d = {}
for i in range(30):
    d['key' + str(i)] = i
for i in range(30):
    assert d['k' + 'ey%d' % i] == i
assert 'key30' not in d and 'ke' not in d and '' not in d
d[''.join(['ke', 'y1'])] = 'changed'
assert d['key1'] == 'changed' and len(d) == 30
d['x' * 1000] = 1
assert d['x' * 999 + 'x'] == 1
d['é'] = 2
assert d['é'] == 2 and b'key1' not in d

# order
for n in (1, 5, 8, 9, 20, 21, 22, 100, 1000):
    d = {i * 7 % 1009: i for i in range(n)}
    assert list(d) == [i * 7 % 1009 for i in range(n)]
    for i in range(0, n, 2):
        del d[i * 7 % 1009]
    rest = [i * 7 % 1009 for i in range(1, n, 2)]
    assert list(d) == rest and list(reversed(d)) == rest[::-1] and len(d) == len(rest)
    for i in range(0, n, 2):
        d[i * 7 % 1009] = 'again'
    assert list(d) == rest + [i * 7 % 1009 for i in range(0, n, 2)]
    assert all(d[k] == 'again' for k in list(d)[len(rest):])
    d.clear()
    assert d == {} and list(d) == []
    d[1] = 2
    assert d == {1: 2}

# methods
d = dict(a=1, b=2)
assert d.get('a') == 1 and d.get('z') is None and d.get('z', 5) == 5
assert d.setdefault('a', 9) == 1 and d.setdefault('c', 3) == 3 and d.setdefault('d') is None
assert d == {'a': 1, 'b': 2, 'c': 3, 'd': None}
assert d.pop('c') == 3 and d.pop('c', 'none') == 'none'
raises(KeyError, d.pop, 'c', text="'c'")
assert d.popitem() == ('d', None) and d.popitem() == ('b', 2) and d.popitem() == ('a', 1)
raises(KeyError, d.popitem, text="'popitem(): dictionary is empty'")
d.update({'x': 1})
d.update([('y', 2)], z=3)
d.update(w=4)
d.update()
assert list(d.items()) == [('x', 1), ('y', 2), ('z', 3), ('w', 4)]
raises(TypeError, d.update, 1)
c = d.copy()
assert c == d and c is not d
c['x'] = 100
assert d['x'] == 1
assert dict.fromkeys('ab') == {'a': None, 'b': None} and dict.fromkeys([1, 2], 0) == {1: 0, 2: 0}
raises(TypeError, d.get)
raises(TypeError, d.get, [], text="unhashable type: 'list'")

# views
d = {'a': 1, 'b': 2}
keys, values, items = d.keys(), d.values(), d.items()
assert repr(keys) == "dict_keys(['a', 'b'])" and repr(values) == 'dict_values([1, 2])'
assert repr(items) == "dict_items([('a', 1), ('b', 2)])"
d['c'] = 3
assert list(keys) == ['a', 'b', 'c'] and list(values) == [1, 2, 3] and len(items) == 3
assert 'c' in keys and 3 in values and ('c', 3) in items and ('c', 4) not in items and 'c' not in items
assert list(reversed(keys)) == ['c', 'b', 'a'] and list(reversed(values)) == [3, 2, 1]
assert list(reversed(items)) == [('c', 3), ('b', 2), ('a', 1)]
assert keys & {'a', 'z'} == {'a'} and keys | ['z'] == {'a', 'b', 'c', 'z'} and keys - {'a'} == {'b', 'c'}
assert keys ^ {'a', 'z'} == {'b', 'c', 'z'} and {'a', 'z'} - keys == {'z'} and ['a'] & keys == {'a'}
assert items & {('a', 1)} == {('a', 1)} and items | set() == {('a', 1), ('b', 2), ('c', 3)}
assert keys == {'a', 'b', 'c'} and keys <= {'a', 'b', 'c', 'd'} and keys > {'a'} and keys != {'a'}
assert keys == dict.fromkeys('cba').keys() and {'a', 'b', 'c'} == keys and keys >= set()
assert keys.isdisjoint('xyz') and not keys.isdisjoint('a') and values != values.__class__
assert values == values and d.values() != d.values()
assert keys.mapping['a'] == 1
raises(TypeError, lambda: keys + keys)
assert d.keys() is not d.keys() and type(keys).__name__ == 'dict_keys'

# iterators notice changes of size
for make in (iter, lambda d: iter(d.keys()), lambda d: iter(d.values()), lambda d: iter(d.items()), reversed):
    d = {1: 1, 2: 2}
    it = make(d)
    next(it)
    d[3] = 3
    raises(RuntimeError, next, it, text='dictionary changed size during iteration')
    raises(RuntimeError, next, it)
d = {1: 1, 2: 2}
try:
    for k in d:
        d[k + 10] = 1
    assert False
except RuntimeError as e:
    assert str(e) == 'dictionary changed size during iteration'
for k in d:
    d[k] = 'new'
it = iter(d)
assert it.__length_hint__() == len(d)
for x in it:
    pass
assert next(it, 'end') == 'end'
assert [k for k in {}] == []

# ... and update()
class Clears:
    def __hash__(self):
        return 0

    def __eq__(self, other):
        other.clear()
        return True

    def clear(self):
        d.clear()


d = {Clears(): 0, 1: 1}
raises(RuntimeError, {Clears(): 0}.update, d, text='dict mutated during update')

# operators
assert {1: 1, 2: 2} == {2: 2, 1: 1} and {1: 1} != {1: 2} and {1: 1} != {2: 1} and {1: 1} != [1]
assert {1: 1} | {2: 2, 1: 3} == {1: 3, 2: 2}
d = e = {1: 1}
d |= {2: 2}
d |= [(3, 3)]
assert e == {1: 1, 2: 2, 3: 3} and d is e
raises(TypeError, lambda: {} < {}, text="'<' not supported between instances of 'dict' and 'dict'")
raises(TypeError, lambda: {} | [], text="unsupported operand type(s) for |: 'dict' and 'list'")
raises(TypeError, lambda: {} + {}, text="unsupported operand type(s) for +: 'dict' and 'dict'")
raises(TypeError, hash, {}, text="unhashable type: 'dict'")
assert not {} and {0: 0}

# printing
d = {}
d['self'] = d
d['list'] = [d]
assert repr(d) == "{'self': {...}, 'list': [{...}]}"
assert repr({'a': {'b': {}}}) == "{'a': {'b': {}}}"


# keys with Python methods
class Key:
    compared = 0

    def __init__(self, v, h=None):
        self.v = v
        self.h = v if h is None else h

    def __hash__(self):
        return hash(self.h)

    def __eq__(self, other):
        Key.compared += 1
        return isinstance(other, Key) and self.v == other.v


d = {Key(i): i for i in range(100)}
assert all(d[Key(i)] == i for i in range(100)) and Key(100) not in d
d = {Key(i, 1): i for i in range(50)}
assert all(d[Key(i, 1)] == i for i in range(50)) and Key(50, 1) not in d and 1 not in d
Key.compared = 0
d = {Key(1): 1}
assert Key(2) not in d and 'x' not in d
assert Key.compared == 0
assert d.get(1) is None
d = {1: 'int', 2: 'other'}
assert Key(1) not in d and Key(3) not in d
d[Key(1)] = 'key'
assert d[1] == 'int' and d[Key(1)] == 'key'


class EqualToInt:
    def __hash__(self):
        return hash(7)

    def __eq__(self, other):
        return other == 7


d = {7: 'seven', 'x': 1}
assert d[EqualToInt()] == 'seven' and EqualToInt() in d
d = {EqualToInt(): 'object'}
assert d[7] == 'object' and 7.0 in d


# a hash that is another object's
class Named:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return hash(self.name)

    def __eq__(self, other):
        return self.name == (other.name if isinstance(other, Named) else other)


for k in ('a', 'some key', 'x' * 500, b'bytes', 1.5, -1, -2.5, 10 ** 20, (1, 'x'), None, frozenset([1])):
    assert hash(Named(k)) == hash(k)
    d = {Named(k): 1, 'other': 2}
    assert d[k] == 1 and {k: 3}[Named(k)] == 3 and Named(k) in {k}

# comparisons that change the dict
class Evil:
    def __init__(self, d, h):
        self.d, self.h, self.n = d, h, 0

    def __hash__(self):
        return self.h

    def __eq__(self, other):
        self.n += 1
        if self.n < 3:
            self.d.clear()
            for i in range(self.n * 20):
                self.d[i] = i
        return False


for h in range(5):
    d = {i: i for i in range(10)}
    e = Evil(d, hash(h))
    d.get(e)
    d[e] = 1
    try:
        d.pop(e, None)
    except KeyError:
        pass
d = {}
e = Evil(d, 1)
d[e] = 1
for i in range(10):
    d.get(1)
    d[1] = 1
    d.pop(1, 0)


class BadHash:
    def __hash__(self):
        raise ZeroDivisionError


raises(ZeroDivisionError, lambda: {BadHash(): 1})
raises(ZeroDivisionError, lambda: {}.get(BadHash()))
raises(ZeroDivisionError, lambda: BadHash() in {1: 1})


class Unhashable:
    __hash__ = None


raises(TypeError, lambda: {Unhashable(): 1}, text="unhashable type: 'Unhashable'")


# subclasses
class Default(dict):
    def __missing__(self, key):
        return key * 2


d = Default(a=1)
assert d['a'] == 1 and d['b'] == 'bb' and 'b' not in d and d.get('b') is None and len(d) == 1
assert d == {'a': 1} and {'a': 1} == d and isinstance(d, dict) and repr(d) == "{'a': 1}"
d.update(b=2)
d['c'] = 3
assert list(d) == ['a', 'b', 'c'] and dict(d) == {'a': 1, 'b': 2, 'c': 3} and {**d} == dict(d)
assert type(Default.fromkeys('ab')) is Default and Default.fromkeys('ab', 1) == {'a': 1, 'b': 1}

# by name
d = {1: 2}
assert d.__getitem__(1) == 2 and d.__len__() == 1 and d.__contains__(1) and list(d.__iter__()) == [1]
d.__setitem__(3, 4)
d.__delitem__(1)
assert d == {3: 4} and d.__eq__({3: 4}) is True and d.__or__({5: 6}) == {3: 4, 5: 6}
d.__init__({7: 8}, x=1)
assert d == {3: 4, 7: 8, 'x': 1}
assert dict[str, int] is not None
