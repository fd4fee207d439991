# needs: messages type_params
# list: making, items, slices, methods, operators, printing.


def raises(kind, f, *args, text=None):
    try:
        f(*args)
    except kind as e:
        if text is not None:
            assert str(e) == text, str(e)
        return
    assert False, 'no ' + kind.__name__


# making
assert list() == []
assert list('abc') == ['a', 'b', 'c']
assert list((1, 2)) == [1, 2]
assert list(range(5)) == [0, 1, 2, 3, 4]
assert list({1: 2, 3: 4}) == [1, 3]
assert list(x * x for x in range(4)) == [0, 1, 4, 9]
a = [1, 2, 3]
b = list(a)
assert b == a and b is not a
raises(TypeError, list, 1, text="'int' object is not iterable")
raises(TypeError, list, 1, 2, text='list expected at most 1 argument, got 2')

# items
assert a[0] == 1 and a[-1] == 3 and a[True] == 2
raises(IndexError, lambda: a[3], text='list index out of range')
raises(IndexError, lambda: a[-4], text='list index out of range')
raises(TypeError, lambda: a['x'], text='list indices must be integers or slices, not str')
raises(IndexError, lambda: a[10 ** 30])


class Two:
    def __index__(self):
        return 2


assert a[Two()] == 3
a[Two()] = 30
assert a == [1, 2, 30]
a[-1] = 3


def put(l, i, v):
    l[i] = v


def delete(l, i):
    del l[i]


raises(IndexError, put, a, 3, 0, text='list assignment index out of range')
raises(IndexError, delete, a, 3, text='list assignment index out of range')
raises(TypeError, put, a, 'x', 0, text='list indices must be integers or slices, not str')
del a[0]
assert a == [2, 3]
del a[-1]
assert a == [2]

# slices
a = list(range(10))
assert a[2:5] == [2, 3, 4]
assert a[:3] == [0, 1, 2] and a[7:] == [7, 8, 9] and a[:] == a and a[:] is not a
assert a[::2] == [0, 2, 4, 6, 8] and a[::-1] == [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]
assert a[8:2:-3] == [8, 5] and a[-3:-1] == [7, 8] and a[5:2] == [] and a[100:] == []
assert a[-100:3] == [0, 1, 2] and a[10 ** 30:] == [] and a[:-10 ** 30:-1] == a[::-1]
raises(ValueError, lambda: a[::0], text='slice step cannot be zero')
raises(TypeError, lambda: a['a':], text='slice indices must be integers or None or have an __index__ method')

a[2:4] = ['x']
assert a == [0, 1, 'x', 4, 5, 6, 7, 8, 9]
a[2:3] = [2, 3]
a[5:5] = (1, 2, 3)
assert a == [0, 1, 2, 3, 4, 1, 2, 3, 5, 6, 7, 8, 9]
a[5:8] = []
assert a == list(range(10))
a[::2] = 'abcde'
assert a == ['a', 1, 'b', 3, 'c', 5, 'd', 7, 'e', 9]
a[::-2] = range(5)
assert a == ['a', 4, 'b', 3, 'c', 2, 'd', 1, 'e', 0]
raises(ValueError, put, a, slice(None, None, 2), [1],
       text='attempt to assign sequence of size 1 to extended slice of size 5')
raises(TypeError, put, a, slice(0, 2), 5, text='must assign iterable to extended slice')
raises(TypeError, put, a, slice(0, 9, 2), 5, text='must assign iterable to extended slice')
a = list(range(10))
del a[2:4]
assert a == [0, 1, 4, 5, 6, 7, 8, 9]
del a[::3]
assert a == [1, 4, 6, 7, 9]
del a[::-2]
assert a == [4, 7]
del a[:]
assert a == []
a = list(range(5))
a[1:3] = a
assert a == [0, 0, 1, 2, 3, 4, 3, 4]
a[:] = a[::-1]
assert a == [4, 3, 4, 3, 2, 1, 0, 0]
a[:0] = (x for x in 'xy')
assert a[:3] == ['x', 'y', 4]
a[2:1] = [7]
assert a[:4] == ['x', 'y', 7, 4]

# methods
a = []
for i in range(100):
    a.append(i)
assert a == list(range(100)) and len(a) == 100
for i in range(99, -1, -1):
    assert a.pop() == i
assert a == []
raises(IndexError, a.pop, text='pop from empty list')
a = [1, 2, 3, 4]
assert a.pop(0) == 1 and a.pop(-2) == 3 and a == [2, 4]
raises(IndexError, a.pop, 2, text='pop index out of range')
a.insert(0, 'a')
a.insert(100, 'z')
a.insert(-1, 'y')
a.insert(-100, 'A')
assert a == ['A', 'a', 2, 4, 'y', 'z']
a.extend([1, 2])
a.extend('xy')
a.extend(a[:1])
a.extend(i for i in range(2))
assert a == ['A', 'a', 2, 4, 'y', 'z', 1, 2, 'x', 'y', 'A', 0, 1]
assert a.index(2) == 2 and a.index(2, 3) == 7 and a.index('y', -4) == 9
assert a.count('y') == 2 and a.count(None) == 0
raises(ValueError, a.index, 'q', text="'q' is not in list")
raises(ValueError, a.index, 'A', 1, 3, text="'A' is not in list")
a.remove('y')
assert a.index('y') == 8
raises(ValueError, a.remove, 'q', text='list.remove(x): x not in list')
a.reverse()
assert a[:3] == [1, 0, 'A']
b = a.copy()
a.clear()
assert a == [] and len(b) == 12
a = [1, 2, 3]
a.extend(a)
assert a == [1, 2, 3, 1, 2, 3]
assert a.append(1) is None and a.reverse() is None
raises(TypeError, a.append)
raises(TypeError, list.append, 1, 2)
list.append(a, 'end')
assert a[-1] == 'end'
a.__init__('ab')
assert a == ['a', 'b']

# operators
assert [1] + [2, 3] == [1, 2, 3] and [] + [] == []
assert [1, 2] * 3 == [1, 2, 1, 2, 1, 2] and 2 * [0] == [0, 0] and [1] * 0 == [] and [1] * -5 == []
assert [0] * True == [0]
a = b = [1]
a += (2, 3)
assert b == [1, 2, 3]
a += 'xy'
assert b == [1, 2, 3, 'x', 'y']
a *= 2
assert b == [1, 2, 3, 'x', 'y'] * 2
a *= 0
assert b == [] and a is b
raises(TypeError, lambda: [1] + (2,), text='can only concatenate list (not "tuple") to list')
raises(TypeError, lambda: [1] * 'a')
raises(TypeError, lambda: [1] * 1.5, text="can't multiply sequence by non-int of type 'float'")
raises(TypeError, lambda: [1] - [1], text="unsupported operand type(s) for -: 'list' and 'list'")
raises(TypeError, lambda: 1 + [1], text="unsupported operand type(s) for +: 'int' and 'list'")
raises((MemoryError, OverflowError), lambda: [0, 1] * (2 ** 61))

assert [1, 2] == [1, 2] and [1, 2] != [1, 3] and [1] != [1, 2]
assert not [1, 2] == (1, 2) and [1, 2] != (1, 2)
assert [1, 2] < [1, 3] and [1] < [1, 0] and [] < [0] and [2] > [1, 9] and [1, 2] <= [1, 2] and [1, 2] >= [1]
raises(TypeError, lambda: [1] < ['a'], text="'<' not supported between instances of 'int' and 'str'")
raises(TypeError, lambda: [1] < (1,), text="'<' not supported between instances of 'list' and 'tuple'")
assert 2 in [1, 2] and 3 not in [1, 2] and 1.0 in [1] and True in [1]
nan = float('nan')
assert nan in [nan] and [nan] == [nan] and nan != nan
raises(TypeError, hash, [], text="unhashable type: 'list'")

# printing
assert repr([]) == '[]' and repr([1, 'a', None, [2.5]]) == "[1, 'a', None, [2.5]]"
a = [1]
a.append(a)
assert repr(a) == '[1, [...]]'
assert str([a]) == '[[1, [...]]]'
a = []
b = [a]
a.append(b)
try:
    a == [b]
    b == a and a == b
except RecursionError:
    pass

# a list changed while it is looked at
class Clears:
    def __init__(self, l):
        self.l = l

    def __eq__(self, other):
        self.l.clear()
        return False

    __hash__ = None


for what in ('count', 'index', 'remove'):
    l = []
    l.extend([Clears(l), Clears(l), 1, 2, 3])
    try:
        getattr(l, what)(7)
    except ValueError:
        pass
    assert l == []
l = []
l.extend([Clears(l), 1, 2])
assert 7 not in l
l.extend([Clears(l), 1, 2])
assert l != [0, 1, 2]
l = [1, 2, 3]
for x in l:
    if len(l) < 10:
        l.append(x)
assert l == [1, 2, 3, 1, 2, 3, 1, 2, 3, 1]
l = list(range(10))
seen = []
for x in l:
    seen.append(x)
    if x % 2 == 0:
        l.remove(x)
assert seen == [0, 2, 4, 6, 8] and l == [1, 3, 5, 7, 9]

# the special methods, by name
a = [3, 1, 2]
assert a.__len__() == 3 and a.__getitem__(1) == 1 and a.__contains__(2)
a.__setitem__(0, 5)
a.__delitem__(1)
assert a == [5, 2] and a.__eq__([5, 2]) is True and a.__lt__([6]) is True and a.__eq__(5) is NotImplemented
assert a.__add__([1]) == [5, 2, 1] and a.__mul__(2) == [5, 2, 5, 2] and list(a.__iter__()) == a
assert list(a.__reversed__()) == [2, 5]
assert list[int] is not None


class Sub(list):
    def double(self):
        return self + self


s = Sub([1, 2])
assert s == [1, 2] and isinstance(s, list) and len(s) == 2 and s.double() == [1, 2, 1, 2]
s.append(3)
assert s == [1, 2, 3] and [0] + s == [0, 1, 2, 3] and s[1:] == [2, 3] and repr(s) == '[1, 2, 3]'
s.sort(reverse=True)
assert s == [3, 2, 1] and list(s) == [3, 2, 1] and [*s] == [3, 2, 1]
