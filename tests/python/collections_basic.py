# needs: match
# The module collections.
from collections import deque, namedtuple, OrderedDict, defaultdict, Counter, ChainMap


def raises(kind, f, *args, text=None, **kw):
    try:
        f(*args, **kw)
    except kind as e:
        if text is not None:
            assert str(e) == text, str(e)
        return
    assert False, 'no ' + kind.__name__


# ---- deque ----
d = deque()
assert len(d) == 0 and not d and list(d) == [] and d.maxlen is None and repr(d) == 'deque([])'
raises(IndexError, d.pop, text='pop from an empty deque')
raises(IndexError, d.popleft, text='pop from an empty deque')
d = deque('abc')
d.append('d')
d.appendleft('z')
assert list(d) == ['z', 'a', 'b', 'c', 'd'] and d[0] == 'z' and d[-1] == 'd' and d[2] == 'b'
assert d.pop() == 'd' and d.popleft() == 'z' and repr(d) == "deque(['a', 'b', 'c'])"
d.extend('de')
d.extendleft('XY')
assert ''.join(d) == 'YXabcde'
d.rotate(2)
assert ''.join(d) == 'deYXabc'
d.rotate(-3)
assert ''.join(d) == 'XabcdeY'
d.rotate()
assert ''.join(d) == 'YXabcde'
d.rotate(7000)
assert ''.join(d) == 'YXabcde'
d[1] = 'x'
del d[0]
assert ''.join(d) == 'xabcde'
d.insert(2, '-')
d.insert(100, '!')
d.insert(-100, '?')
d.insert(-1, '*')
assert ''.join(d) == '?xa-bcde*!', d
d.remove('-')
raises(ValueError, d.remove, 'q')
assert d.index('b') == 3 and d.count('b') == 1 and 'b' in d and 'q' not in d
raises(ValueError, d.index, 'b', 4)
d.reverse()
assert ''.join(d) == '!*edcbax?' and ''.join(reversed(d)) == '?xabcde*!'
raises(IndexError, lambda: d[100], text='deque index out of range')
raises(TypeError, lambda: d['a'])
c = d.copy()
c.clear()
assert len(d) == 9 and len(c) == 0
for n in range(1, 12):
    for r in range(-12, 13):
        x = deque(range(n))
        x.rotate(r)
        assert list(x) == [(i - r) % n for i in range(n)], (n, r, x)
for n in range(1, 10):
    for i in range(n):
        x = deque(range(n))
        x.popleft()
        x.append(n)
        del x[i]
        y = list(range(1, n + 1))
        del y[i]
        assert list(x) == y
        x.insert(i, 'new')
        y.insert(i, 'new')
        assert list(x) == y
d = deque(maxlen=3)
for i in range(5):
    d.append(i)
assert list(d) == [2, 3, 4] and d.maxlen == 3 and repr(d) == 'deque([2, 3, 4], maxlen=3)'
d.appendleft(1)
assert list(d) == [1, 2, 3]
d.extend('xy')
assert list(d) == [3, 'x', 'y']
raises(IndexError, d.insert, 0, 0, text='deque already at its maximum size')
assert list(deque('abcdef', 2)) == ['e', 'f'] and list(deque('abc', maxlen=0)) == []
raises(ValueError, deque, [], -1, text='maxlen must be non-negative')
assert deque([1]) + deque([2]) == deque([1, 2]) and deque([1]) * 3 == deque([1, 1, 1]) and 2 * deque([1]) == deque([1, 1])
assert list(deque([1, 2], maxlen=3) * 3) == [2, 1, 2]
d = e = deque([1])
d += [2, 3]
d *= 2
assert list(e) == [1, 2, 3, 1, 2, 3]
d.extend(d)
assert len(d) == 12
assert deque([1, 2]) == deque([1, 2]) and deque([1]) != [1] and deque([1, 2]) < deque([1, 3])
raises(TypeError, hash, deque())
it = iter(d)
next(it)
d.append(1)
raises(RuntimeError, next, it, text='deque mutated during iteration')
d = deque([1])
d.append(d)
assert repr(d) == 'deque([1, [...]])'
q = deque()
for i in range(20000):
    q.append(i)
    q.append(i)
    assert q.popleft() == i // 2
assert len(q) == 20000


class Sub(deque):
    pass


s = Sub([1, 2], 5)
s.append(3)
assert list(s) == [1, 2, 3] and s.maxlen == 5 and isinstance(s, deque) and len(s) == 3 and s[1] == 2

# ---- OrderedDict ----
d = OrderedDict([('a', 1), ('b', 2), ('c', 3)])
assert repr(d) == "OrderedDict({'a': 1, 'b': 2, 'c': 3})" and repr(OrderedDict()) == 'OrderedDict()'
d.move_to_end('a')
assert list(d) == ['b', 'c', 'a']
d.move_to_end('a', last=False)
assert list(d) == ['a', 'b', 'c'] and list(reversed(d)) == ['c', 'b', 'a']
raises(KeyError, d.move_to_end, 'q', text="'q'")
assert d == {'c': 3, 'b': 2, 'a': 1} and d != OrderedDict(c=3, b=2, a=1) and d == OrderedDict(a=1, b=2, c=3)
assert {'c': 3, 'b': 2, 'a': 1} == d
assert d.popitem() == ('c', 3) and d.popitem(last=False) == ('a', 1) and d == {'b': 2}
d['x'] = 5
d.update(y=6)
assert list(d.items()) == [('b', 2), ('x', 5), ('y', 6)] and d.pop('x') == 5 and d.get('q') is None
assert d.setdefault('z', 1) == 1 and 'z' in d and len(d) == 3
c = d.copy()
assert type(c) is OrderedDict and c == d and isinstance(d, dict)
assert type(d | {}) is OrderedDict and OrderedDict.fromkeys('ab', 0) == {'a': 0, 'b': 0}
raises(KeyError, OrderedDict().popitem, text="'dictionary is empty'")
raises(KeyError, lambda: d['nope'], text="'nope'")
cache = OrderedDict()
for i in range(5000):
    cache[i % 100] = i
    cache.move_to_end(i % 100)
    if len(cache) > 50:
        cache.popitem(last=False)
assert len(cache) == 50 and list(cache) == list(range(50, 100))


class Lru(OrderedDict):
    def __getitem__(self, key):
        self.move_to_end(key)
        return super().__getitem__(key)


l = Lru(a=1, b=2)
assert l['a'] == 1 and list(l) == ['b', 'a']

# ---- defaultdict ----
d = defaultdict(list)
d['a'].append(1)
d['a'].append(2)
d['b'].append(3)
assert d == {'a': [1, 2], 'b': [3]} and d.get('q') is None and 'q' not in d and len(d) == 2
assert repr(d) == "defaultdict(<class 'list'>, {'a': [1, 2], 'b': [3]})"
d = defaultdict(int, {'x': 1}, y=2)
d['z'] += 5
d['x'] += 1
assert d == {'x': 2, 'y': 2, 'z': 5} and d.default_factory is int and isinstance(d, dict)
d = defaultdict(lambda: 'new')
assert d[5] == 'new' and list(d) == [5]
d.default_factory = None
raises(KeyError, lambda: d[6], text='6')
raises(TypeError, defaultdict, 5, text='first argument must be callable or None')
c = defaultdict(int, a=1).copy()
assert type(c) is defaultdict and c['q'] == 0
c = defaultdict(int, a=1) | {'b': 2}
assert type(c) is defaultdict and c == {'a': 1, 'b': 2}
assert repr(defaultdict()) == 'defaultdict(None, {})'
for k, v in defaultdict(int, a=1).items():
    assert (k, v) == ('a', 1)
assert dict(**defaultdict(int, a=1)) == {'a': 1} and sorted(defaultdict(int, a=1)) == ['a']
tree = defaultdict(lambda: defaultdict(int))
tree['a']['b'] += 1
assert tree['a']['b'] == 1


class MyDefault(defaultdict):
    pass


m = MyDefault(int)
m['a'] += 1
assert m == {'a': 1}

# ---- namedtuple ----
P = namedtuple('P', 'x y')
p = P(1, 2)
assert p.x == 1 and p.y == 2 and p == (1, 2) and p[0] == 1 and repr(p) == 'P(x=1, y=2)' and isinstance(p, tuple)
assert P(y=5, x=4) == (4, 5) and P._fields == ('x', 'y') and P._make([7, 8]) == P(7, 8) and p._asdict() == {'x': 1, 'y': 2}
assert p._replace(x=9) == (9, 2) and p == (1, 2) and P.__match_args__ == ('x', 'y') and P.__doc__ == 'P(x, y)'
x, y = p
assert (x, y) == (1, 2) and list(p) == [1, 2] and len(p) == 2 and hash(p) == hash((1, 2)) and p + (3,) == (1, 2, 3)
assert P.__name__ == 'P' and P.__module__ == __name__ and {p: 1}[(1, 2)] == 1 and p < P(1, 3) and p in [(1, 2)]
raises(TypeError, P, 1, text="P.__new__() missing 1 required positional argument: 'y'")
raises(TypeError, P, text="P.__new__() missing 2 required positional arguments: 'x' and 'y'")
raises(TypeError, P, 1, 2, 3, text='P.__new__() takes 3 positional arguments but 4 were given')
raises(TypeError, P, 1, 2, z=3, text="P.__new__() got an unexpected keyword argument 'z'")
raises(TypeError, P, 1, 2, x=3, text="P.__new__() got multiple values for argument 'x'")
raises(TypeError, P._make, [1], text='Expected 2 arguments, got 1')
raises(TypeError, p._replace, z=1, text="Got unexpected field names: ['z']")


def put(p):
    p.x = 5


raises(AttributeError, put, p)
Q = namedtuple('Q', ['a', 'b', 'c'], defaults=[10, 20])
assert Q(1) == (1, 10, 20) and Q(1, 2) == (1, 2, 20) and Q._field_defaults == {'b': 10, 'c': 20} and Q(1, c=5) == (1, 10, 5)
R = namedtuple('R', 'a, def, a, _x', rename=True)
assert R._fields == ('a', '_1', '_2', '_3')
raises(ValueError, namedtuple, 'a b', 'x', text="Type names and field names must be valid identifiers: 'a b'")
raises(ValueError, namedtuple, 'A', 'class', text="Type names and field names cannot be a keyword: 'class'")
raises(ValueError, namedtuple, 'A', '_x', text="Field names cannot start with an underscore: '_x'")
raises(ValueError, namedtuple, 'A', 'x x', text="Encountered duplicate field name: 'x'")
raises(TypeError, namedtuple, 'A', 'x', defaults=(1, 2), text='Got more default values than field names')
many = namedtuple('Many', ['f%d' % i for i in range(30)])
m = many(*range(30))
assert [getattr(m, 'f%d' % i) for i in range(30)] == list(range(30)) and m.f29 == 29 and m.f7 == 7 and m.f8 == 8
assert namedtuple('Empty', '')() == ()


class Point(namedtuple('Point', 'x y')):
    __slots__ = ()

    def __new__(cls, x, y=0):
        return super().__new__(cls, x, y)

    def length2(self):
        return self.x * self.x + self.y * self.y


p = Point(3)
assert p == (3, 0) and p.length2() == 9 and repr(Point(3, 4)) == 'Point(x=3, y=4)' and type(p._replace(y=1)) is Point
match Point(5, 6):
    case Point(x=5, y=b):
        assert b == 6
    case _:
        assert False
match P(1, 2):
    case P(a, b):
        assert (a, b) == (1, 2)
    case _:
        assert False

# ---- Counter ----
c = Counter('abracadabra')
assert c == {'a': 5, 'b': 2, 'r': 2, 'c': 1, 'd': 1} and c['z'] == 0 and 'z' not in c
assert c.most_common(2) == [('a', 5), ('b', 2)] and c.most_common()[-1] == ('d', 1) and c.most_common(0) == []
assert repr(Counter('aab')) == "Counter({'a': 2, 'b': 1})" and repr(Counter()) == 'Counter()'
assert ''.join(Counter(a=2, b=0, c=1).elements()) == 'aac' and c.total() == 11
c.update('aa')
c.update({'z': 3})
c.subtract(b=1)
assert c['a'] == 7 and c['z'] == 3 and c['b'] == 1
del c['z']
del c['not there']
assert 'z' not in c
a, b = Counter(a=3, b=1), Counter(a=1, b=2)
assert a + b == Counter(a=4, b=3) and a - b == Counter(a=2) and a & b == Counter(a=1, b=1) and a | b == Counter(a=3, b=2)
assert +Counter(a=1, b=-1) == Counter(a=1) and -Counter(a=1, b=-1) == Counter(b=1)
a += b
assert a == Counter(a=4, b=3)
a -= Counter(b=3)
assert a == Counter(a=4) and 'b' not in a
assert Counter(a=1) == Counter(a=1, b=0) and Counter(a=1) <= Counter(a=1, b=1) and Counter(a=1) < Counter(a=2)
assert not Counter(a=1) > Counter(b=1) and Counter(a=2) >= Counter(a=1)
assert Counter(words := 'a b a'.split()) == Counter(a=2, b=1) and Counter(Counter(a=1)) == {'a': 1}
assert type(c.copy()) is Counter and isinstance(c, dict)
raises(NotImplementedError, Counter.fromkeys, 'a')
c = Counter()
c['x'] += 1
assert c == {'x': 1} and c.get('y') is None


class Evil:
    def __init__(self):
        self.n = 0

    def __hash__(self):
        return 1

    def __eq__(self, other):
        return False


Counter([Evil() for i in range(100)])

# ---- ChainMap ----
m = ChainMap({'a': 1}, {'a': 2, 'b': 3})
assert m['a'] == 1 and m['b'] == 3 and len(m) == 2 and list(m) == ['a', 'b'] and m.get('q') is None and 'b' in m
m['b'] = 5
assert m.maps == [{'a': 1, 'b': 5}, {'a': 2, 'b': 3}]
del m['b']
assert m['b'] == 3
raises(KeyError, lambda: m['q'], text="'q'")
raises(KeyError, m.pop, 'b')
n = m.new_child({'c': 9})
assert n['c'] == 9 and n['a'] == 1 and n.parents == m and repr(n) == "ChainMap({'c': 9}, {'a': 1}, {'a': 2, 'b': 3})"
assert dict(n) == {'a': 1, 'b': 3, 'c': 9} and sorted(n.items()) == [('a', 1), ('b', 3), ('c', 9)]
assert ChainMap() == {} and not ChainMap() and n
assert (m | {'x': 1})['x'] == 1
