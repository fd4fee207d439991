# needs: methods
# range and slice.


def raises(kind, f, *args, text=None):
    try:
        f(*args)
    except kind as e:
        if text is not None:
            assert str(e) == text, str(e)
        return
    assert False, 'no ' + kind.__name__


for args in ((5,), (0,), (-3,), (1, 5), (5, 1), (0, 10, 3), (10, 0, -3), (0, 10, 20), (-5, 5, 2), (3, -4, -1),
             (0, 1, -1)):
    r = range(*args)
    expected = []
    start, stop, step = (0, args[0], 1) if len(args) == 1 else (args + (1,))[:3]
    x = start
    while x < stop if step > 0 else x > stop:
        expected.append(x)
        x += step
    assert list(r) == expected and len(r) == len(expected) and bool(r) == bool(expected)
    assert list(reversed(r)) == expected[::-1]
    assert (r.start, r.stop, r.step) == (start, stop, step)
    for x in range(-12, 13):
        assert (x in r) == (x in expected) and r.count(x) == expected.count(x)
        assert (x + 0.0 in r) == (x in expected)
        if x in expected:
            assert r.index(x) == expected.index(x)
        else:
            raises(ValueError, r.index, x)
    for i in range(-len(expected), len(expected)):
        assert r[i] == expected[i]
    raises(IndexError, lambda: r[len(expected)], text='range object index out of range')
    raises(IndexError, lambda: r[-len(expected) - 1])
    for a in (None, -20, -3, -1, 0, 1, 3, 20):
        for b in (None, -20, -2, 0, 2, 20):
            for c in (None, 1, 2, -1, -3):
                assert list(r[a:b:c]) == expected[a:b:c], (args, a, b, c)
raises(ValueError, range, 0, 1, 0, text='range() arg 3 must not be zero')
raises(TypeError, range, text='range expected at least 1 argument, got 0')
raises(TypeError, range, 1.5, text="'float' object cannot be interpreted as an integer")
raises(TypeError, range, 'a')
raises(TypeError, lambda: range(3)['a'], text='range indices must be integers or slices, not str')
raises(ValueError, lambda: range(3)[::0])
raises(ValueError, range(3).index, 'a')
assert 'a' not in range(3) and 1.5 not in range(3) and range(3).count('a') == 0 and True in range(3)
assert list(range(True, 3)) == [1, 2]

# equality, hash, printing
assert range(0) == range(5, 2) and range(0, 3, 2) == range(0, 4, 2) and range(3) != range(4)
assert range(1, 2, 5) == range(1, 2) and range(3) != [0, 1, 2]
assert hash(range(0)) == hash(range(5, 2)) and hash(range(0, 3, 2)) == hash(range(0, 4, 2))
assert repr(range(3)) == 'range(0, 3)' and repr(range(1, 5, 2)) == 'range(1, 5, 2)'
raises(TypeError, lambda: range(3) < range(4))

# big
big = 10 ** 30
r = range(big, big + 10, 3)
assert list(r) == [big, big + 3, big + 6, big + 9] and len(r) == 4 and big + 3 in r and big + 4 not in r
assert r.index(big + 6) == 2 and r[-1] == big + 9 and r[1:3] == range(big + 3, big + 9, 3)
assert list(reversed(r)) == [big + 9, big + 6, big + 3, big]
r = range(big)
assert r[-1] == big - 1 and r[big - 5] == big - 5 and big // 2 in r and -1 not in r and bool(r)
raises(OverflowError, len, r)
assert r[5:][0] == 5 and r[::-1][0] == big - 1
it = iter(range(2 ** 62 - 2, 2 ** 62 + 2))
assert [next(it) for i in range(4)] == [2 ** 62 - 2, 2 ** 62 - 1, 2 ** 62, 2 ** 62 + 1]
import sys
assert len(range(-sys.maxsize // 4, sys.maxsize // 4)) == sys.maxsize // 2
it = iter(range(3))
assert it.__length_hint__() == 3 and next(it) == 0 and it.__length_hint__() == 2 and list(it) == [1, 2]
assert next(it, 'end') == 'end'

# slice
s = slice(1, 2, 3)
assert (s.start, s.stop, s.step) == (1, 2, 3) and repr(s) == 'slice(1, 2, 3)'
assert repr(slice(5)) == 'slice(None, 5, None)' and slice(1, 2) == slice(1, 2) and slice(1) != slice(2)
assert slice(None).indices(5) == (0, 5, 1) and slice(None, None, -1).indices(5) == (4, -1, -1)
assert slice(-2, 100, 2).indices(5) == (3, 5, 2) and slice(10, 2).indices(5) == (5, 2, 1)
raises(ValueError, slice(None).indices, -1, text='length should not be negative')
raises(ValueError, slice(None, None, 0).indices, 5, text='slice step cannot be zero')
raises(TypeError, slice('a').indices, 5)
raises(TypeError, slice)
assert slice('a', [1]).stop == [1]
assert slice(-10 ** 30, 10 ** 30, 10 ** 20).indices(10 ** 25) == (0, 10 ** 25, 10 ** 20)
assert slice(None, None, -10 ** 30).indices(10 ** 25) == (10 ** 25 - 1, -1, -10 ** 30)
