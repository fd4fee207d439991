# needs: messages methods
# tuple.


def raises(kind, f, *args, text=None):
    try:
        f(*args)
    except kind as e:
        if text is not None:
            assert str(e) == text, str(e)
        return
    assert False, 'no ' + kind.__name__


assert tuple() == () and tuple('ab') == ('a', 'b') and tuple([1, 2]) == (1, 2)
t = (1, 2, 3)
assert tuple(t) is t and t[:] == t and t * 1 is t and () + t is t and t + () is t
assert t[0] == 1 and t[-1] == 3 and t[1:] == (2, 3) and t[::-1] == (3, 2, 1) and t[5:] == ()
raises(IndexError, lambda: t[3], text='tuple index out of range')
raises(TypeError, lambda: t['a'], text='tuple indices must be integers or slices, not str')
raises(TypeError, tuple, 5, text="'int' object is not iterable")
raises(TypeError, tuple, 1, 2, text='tuple expected at most 1 argument, got 2')


def put(t):
    t[0] = 1


def delete(t):
    del t[0]


raises(TypeError, put, t, text="'tuple' object does not support item assignment")
raises(TypeError, delete, t, text="'tuple' object doesn't support item deletion")
assert t + (4,) == (1, 2, 3, 4) and t * 2 == (1, 2, 3, 1, 2, 3) and 2 * t == t * 2 and t * 0 == () and t * -1 == ()
raises(TypeError, lambda: t + [1], text='can only concatenate tuple (not "list") to tuple')
raises(TypeError, lambda: t * 1.5, text="can't multiply sequence by non-int of type 'float'")
u = t
u += (4,)
assert u == (1, 2, 3, 4) and t == (1, 2, 3)
assert (1, 2) == (1, 2) and (1, 2) != (1, 3) and (1, 2) != [1, 2] and (1, 2) < (1, 3) and (1,) < (1, 0) and () < (0,)
assert (2,) > (1, 5) and (1, 2) >= (1, 2) and (1, 2) <= (1, 2)
raises(TypeError, lambda: (1,) < ('a',))
assert hash((1, 2)) == hash((1, 2)) and hash((1, (2, 3))) == hash((1.0, (2, True + 2)))
assert hash(()) == hash(()) and hash((1, 2)) != hash((2, 1))
raises(TypeError, hash, ([],), text="unhashable type: 'list'")
assert len({(i, j) for i in range(50) for j in range(50)}) == 2500
assert t.index(2) == 1 and t.count(2) == 1 and t.count(9) == 0 and (1, 2, 1).index(1, 1) == 2
raises(ValueError, t.index, 9, text='tuple.index(x): x not in tuple')
raises(ValueError, t.index, 1, 1)
assert 2 in t and 9 not in t and len(t) == 3 and not () and (0,)
assert repr(()) == '()' and repr((1,)) == '(1,)' and repr((1, 'a')) == "(1, 'a')"
l = []
t = (l, 1)
l.append(t)
assert repr(t) == '([(...)], 1)'
assert sorted([(2, 'a'), (1, 'b'), (1, 'a')]) == [(1, 'a'), (1, 'b'), (2, 'a')]
a, *b = (1, 2, 3)
assert a == 1 and b == [2, 3]
assert list(reversed((1, 2, 3))) == [3, 2, 1]


class Sub(tuple):
    def first(self):
        return self[0]


s = Sub([1, 2])
assert s == (1, 2) and s.first() == 1 and isinstance(s, tuple) and s + (3,) == (1, 2, 3) and (0,) + s == (0, 1, 2)
assert hash(s) == hash((1, 2)) and {s: 1}[(1, 2)] == 1 and len(s) == 2 and list(s) == [1, 2] and s[::-1] == (2, 1)
assert (1, 2).__len__() == 2 and (1, 2).__add__((3,)) == (1, 2, 3) and (1, 2).__eq__((1, 2)) is True
assert (1, 2).__getnewargs__() == ((1, 2),)
