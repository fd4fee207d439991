# needs: messages methods
# iter, next, enumerate, zip, map, filter, reversed, and iteration by __getitem__.


def raises(kind, f, *args, text=None):
    try:
        f(*args)
    except kind as e:
        if text is not None:
            assert str(e) == text, str(e)
        return
    assert False, 'no ' + kind.__name__


it = iter([1, 2])
assert iter(it) is it and next(it) == 1 and next(it) == 2 and next(it, 'x') == 'x'
raises(StopIteration, next, it)
raises(TypeError, iter, 5, text="'int' object is not iterable")
raises(TypeError, next, [], text="'list' object is not an iterator")
assert list(iter('aé😀b')) == ['a', 'é', '😀', 'b']
assert list(iter(b'ab')) == [97, 98] and list(iter(bytearray(b'ab'))) == [97, 98]
it = iter([1, 2, 3])
assert it.__length_hint__() == 3
next(it)
assert it.__length_hint__() == 2
l = [1, 2]
it = iter(l)
list(it)
l.append(3)
assert list(it) == []


class Seq:
    def __init__(self, n):
        self.n = n

    def __getitem__(self, i):
        if i >= self.n:
            raise IndexError(i)
        return i * i


assert list(Seq(4)) == [0, 1, 4, 9] and 9 in Seq(4) and 10 not in Seq(4)
a, b = Seq(2)
assert (a, b) == (0, 1)


class Bad:
    def __getitem__(self, i):
        raise KeyError(i)


raises(KeyError, list, Bad())


class Sized(Seq):
    def __len__(self):
        return self.n


assert list(reversed(Sized(4))) == [9, 4, 1, 0]
raises(TypeError, reversed, Seq(3), text="object of type 'Seq' has no len()")
raises(TypeError, reversed, {1}, text="'set' object is not reversible")
raises(TypeError, reversed, 5)
assert list(reversed([1, 2, 3])) == [3, 2, 1] and list(reversed('abc')) == ['c', 'b', 'a']
assert list(reversed(range(3))) == [2, 1, 0] and list(reversed({1: 1, 2: 2})) == [2, 1]
l = [1, 2, 3]
r = reversed(l)
assert next(r) == 3 and r.__length_hint__() == 2
l.pop()
l.pop()
assert list(r) == []


class Iter:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration
        return self.n

    def __reversed__(self):
        return iter('backwards')


assert list(Iter()) == [1, 2, 3] and list(reversed(Iter())) == list('backwards')


class NotIterator:
    def __iter__(self):
        return 5


raises(TypeError, iter, NotIterator(), text="iter() returned non-iterator of type 'int'")


class NoIter:
    __iter__ = None

    def __getitem__(self, i):
        return i


raises(TypeError, iter, NoIter(), text="'NoIter' object is not iterable")

# iter(f, sentinel)
n = 0


def count():
    global n
    n += 1
    return n


assert list(iter(count, 4)) == [1, 2, 3]
it = iter(count, 6)
assert next(it) == 5 and next(it, 'end') == 'end' and next(it, 'end') == 'end' and n == 6
raises(TypeError, iter, 5, 6, text='iter(v, w): v must be callable')

# enumerate
assert list(enumerate('ab')) == [(0, 'a'), (1, 'b')] and list(enumerate('ab', 5)) == [(5, 'a'), (6, 'b')]
assert list(enumerate('ab', start=2 ** 62 - 1))[1] == (2 ** 62, 'b') and list(enumerate(iterable='a')) == [(0, 'a')]
assert list(enumerate('a', 10 ** 30)) == [(10 ** 30, 'a')]
raises(TypeError, enumerate)
raises(TypeError, enumerate, 5)
raises(TypeError, enumerate, 'a', 'b')

# zip
assert list(zip('ab', [1, 2, 3])) == [('a', 1), ('b', 2)] and list(zip()) == [] and list(zip('ab')) == [('a',), ('b',)]
assert list(zip('ab', 'cd', 'ef', 'gh', 'ij')) == [('a', 'c', 'e', 'g', 'i'), ('b', 'd', 'f', 'h', 'j')]
assert list(zip('ab', 'cd', strict=True)) == [('a', 'c'), ('b', 'd')]
raises(ValueError, lambda: list(zip('ab', 'c', strict=True)), text='zip() argument 2 is shorter than argument 1')
raises(ValueError, lambda: list(zip('a', 'cd', strict=True)), text='zip() argument 2 is longer than argument 1')
raises(ValueError, lambda: list(zip('a', 'c', 'ef', strict=True)),
       text='zip() argument 3 is longer than arguments 1-2')
raises(ValueError, lambda: list(zip('ab', 'cd', 'e', strict=True)),
       text='zip() argument 3 is shorter than arguments 1-2')
raises(TypeError, zip, 5)
raises(TypeError, lambda: zip('a', foo=1))
assert dict(zip('ab', zip('cd', 'ef'))) == {'a': ('c', 'e'), 'b': ('d', 'f')}
z = zip([1, 2, 3], [4, 5])
assert list(z) == [(1, 4), (2, 5)] and list(z) == []

# map and filter
assert list(map(str, [1, 2])) == ['1', '2'] and list(map(lambda a, b: a + b, [1, 2], [3, 4, 5])) == [4, 6]
assert list(map(max, [1, 5], [2, 4], [3, 3], [0, 0], [1, 9], [2, 2])) == [3, 9]
assert list(map(pow, [2, 3], (3, 2))) == [8, 9]
raises(TypeError, map, str, text='map() must have at least two arguments.')
raises(TypeError, lambda: list(map(5, [1])), text="'int' object is not callable")
raises(TypeError, map, str, 5)
assert list(filter(None, [0, 1, '', 'a', [], None])) == [1, 'a']
assert list(filter(lambda x: x % 2, range(6))) == [1, 3, 5] and list(filter(bool, [0, 2])) == [2]
raises(TypeError, filter, None)
for it in (enumerate('a'), zip('a'), map(str, 'a'), filter(None, 'a'), reversed('a'), iter(range(3))):
    assert iter(it) is it
    list(it)
    raises(StopIteration, next, it)
m = map(lambda x: 1 // x, [1, 0, 2])
assert next(m) == 1
raises(ZeroDivisionError, next, m)
assert next(m) == 0

# unpacking and the like
assert [*zip('ab', 'cd')] == [('a', 'c'), ('b', 'd')] and sum(map(int, '123')) == 6
(a, b), c = zip('xy', 'zw')
assert (a, b, c) == ('x', 'z', ('y', 'w'))
assert any(map(bool, [0, 1])) and all(filter(None, [1, 2])) and max(map(len, ['a', 'bb'])) == 2

# loops over pairs
def pairs():
    got = []
    for a, b in zip([1, 2], [3]):
        got.append((a, b))
    assert (a, b) == (1, 3) and got == [(1, 3)]
    for i, c in enumerate('xy', 5):
        pass
    assert (i, c) == (6, 'y')
    for k, v in {'a': 1, 'b': 2}.items():
        got.append(k)
    assert (k, v) == ('b', 2) and got[1:] == ['a', 'b']
    for i, (k, v) in enumerate({1: 2}.items()):
        assert (i, k, v) == (0, 1, 2)
    for a, b in zip():
        assert False
    for a, b, c in zip('a', 'b', 'c'):
        assert (a, b, c) == ('a', 'b', 'c')
    for a, b in zip('ab', 'cd', strict=True):
        pass
    d = {}
    for d['k'], d['v'] in enumerate('z'):
        pass
    assert d == {'k': 0, 'v': 'z'}
    return [(a, b) for a, b in zip('ab', 'cd')], {k: v for k, v in enumerate('x')}


assert pairs() == ([('a', 'c'), ('b', 'd')], {0: 'x'})


def bad_triples():
    for a, b in zip('a', 'b', 'c'):
        pass


raises(ValueError, bad_triples)


def changing(d):
    for k, v in d.items():
        d[k + 1] = v


raises(RuntimeError, changing, {1: 1})


def failing():
    for i, x in enumerate(1 // x for x in (1, 0)):
        pass


raises(ZeroDivisionError, failing)
