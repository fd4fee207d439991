# needs: methods copy messages
# Iterators under way: __reduce__(), __setstate__(), __length_hint__(), and copies of them.
import copy


class Squares:
    def __len__(self):
        return 4

    def __getitem__(self, i):
        if i >= 4:
            raise IndexError
        return i * i


def raises(kind, text, f, *args):
    try:
        f(*args)
    except kind as e:
        assert str(e) == text, str(e)
    else:
        raise AssertionError("no " + kind.__name__)


def parts(it):
    return it.__reduce__()


# ---- by index: what it is one of, and the next index; nothing, once it has ended ----
squares = Squares()
for whole, rest, nothing in [
    ([1, 2, 3], [2, 3], []),
    ((1, 2, 3), [2, 3], ()),
    ("abc", ["b", "c"], ""),
    ("\xe9\u20ac\U0001f600", ["\u20ac", "\U0001f600"], ""),
    (b"abc", [98, 99], ()),
    (bytearray(b"abc"), [98, 99], ()),
    (squares, [1, 4, 9], ()),
]:
    it = iter(whole)
    assert parts(it) == (iter, (whole,), 0), parts(it)
    next(it)
    assert parts(it) == (iter, (whole,), 1), parts(it)
    assert it.__reduce_ex__(4) == parts(it)
    twin = copy.copy(it)
    assert type(twin) is type(it) and twin is not it
    assert list(twin) == rest
    assert it.__length_hint__() == len(rest)
    assert list(copy.deepcopy(it)) == rest
    twin = copy.copy(it)
    twin.__setstate__(2)
    assert list(twin) == rest[1:]
    twin = copy.copy(it)
    twin.__setstate__(10**9)
    assert list(twin) == []
    it.__setstate__(True)
    raises(TypeError, "an integer is required", it.__setstate__, "x")
    raises(TypeError, "an integer is required", it.__setstate__, 1.5)
    raises(OverflowError, "Python int too large to convert to C ssize_t", it.__setstate__, 1 << 70)
    assert list(it) == rest
    assert parts(it) == (iter, (nothing,)), parts(it)
    it.__setstate__(0)
    assert list(it) == list(copy.copy(it)) == [] and it.__length_hint__() == 0

it = iter([1, 2])
it.__setstate__(-1) # ends that of a list, and no other
assert list(it) == []
it = iter((1, 2))
it.__setstate__(-1)
assert list(it) == [1, 2]
assert type(iter(bytearray())).__name__ == "bytearray_iterator"
raises(TypeError, "cannot pickle 'memory_iterator' object", copy.copy, iter(memoryview(b"ab")))
raises(TypeError, "cannot pickle 'generator' object", copy.copy, (x for x in ""))
try:
    type(iter([])).__setstate__(5, 1)
except TypeError:
    pass
else:
    assert 0

# ---- numbers: the range that is left ----
for numbers in range(1, 20, 3), range(20, 1, -3), range(1 << 70, (1 << 70) + 9, 2):
    it = iter(numbers)
    assert parts(it) == (iter, (numbers,), None)
    next(it)
    assert parts(it) == (iter, (numbers[1:],), None)
    assert list(copy.copy(it)) == list(numbers)[1:]
    it.__setstate__(2)
    assert list(it) == list(numbers)[3:]
    it.__setstate__(-5)
    assert list(copy.copy(it)) == [] and it.__length_hint__() == 0
it = reversed(range(5))
it.__setstate__(99)
assert list(it) == []
raises(TypeError, "'str' object cannot be interpreted as an integer", it.__setstate__, "x")

# ---- dicts and sets: a list of the rest ----
d = {1: "a", 2: "b", 3: "c"}
for it, rest in [
    (iter(d), [2, 3]),
    (iter(d.values()), ["b", "c"]),
    (iter(d.items()), [(2, "b"), (3, "c")]),
    (reversed(d), [2, 1]),
    (reversed(d.values()), ["b", "a"]),
    (reversed(d.items()), [(2, "b"), (1, "a")]),
    (iter({1, 2, 3}), [2, 3]),
    (iter(frozenset([1, 2, 3])), [2, 3]),
]:
    next(it)
    assert it.__length_hint__() == 2
    assert parts(it) == (iter, (rest,)), parts(it)
    assert list(copy.copy(it)) == list(copy.deepcopy(it)) == list(it) == rest
    assert parts(it) == (iter, ([],))
it = iter(d)
d[4] = 4
raises(RuntimeError, "dictionary changed size during iteration", it.__reduce__)

# ---- backwards: the index of the next item ----
for whole, nothing in [([1, 2, 3], []), ((1, 2, 3), ()), ("abc", ()), (squares, ())]:
    it = reversed(whole)
    items = list(reversed(whole))
    assert parts(it) == (reversed, (whole,), len(items) - 1)
    next(it)
    assert parts(it) == (reversed, (whole,), len(items) - 2)
    assert list(copy.copy(it)) == items[1:]
    it.__setstate__(0)
    assert it.__length_hint__() == 1
    assert list(copy.copy(it)) == items[-1:]
    it.__setstate__(99)
    assert list(copy.copy(it)) == items
    it.__setstate__(-7)
    assert parts(it) == ((reversed, (nothing,)) if whole == [1, 2, 3] else (reversed, (whole,), -1))
    assert list(it) == []
    assert parts(it) == (reversed, (nothing,)), parts(it)
    raises(TypeError, "an integer is required", it.__setstate__, None)


class Failing(Squares):
    def __getitem__(self, i):
        if i == 2:
            raise ValueError("here")
        return i


it = reversed(Failing())
assert next(it) == 3
raises(ValueError, "here", next, it)
assert list(it) == [] # an error ends it

# ---- iterators of iterators ----
it = enumerate("abc", 5)
next(it)
make, (inner, number) = parts(it)
assert make is enumerate and number == 6 and list(copy.copy(inner)) == ["b", "c"]
assert list(copy.deepcopy(it)) == [(6, "b"), (7, "c")] # a copy that is not deep has the same inner iterator
assert list(copy.copy(it)) == [(6, "b"), (7, "c")]
assert list(it) == []

it = zip("abc", [1, 2, 3])
make, inner = parts(it)
assert make is zip and len(inner) == 2
assert next(it) == ("a", 1)
assert list(copy.deepcopy(it)) == [("b", 2), ("c", 3)]
assert parts(zip()) == (zip, ())
it = zip("ab", [1], strict=True)
assert parts(it)[2] is True
raises(ValueError, "zip() argument 2 is shorter than argument 1", list, copy.copy(it))
it = zip("ab", [1])
it.__setstate__("yes")
raises(ValueError, "zip() argument 2 is shorter than argument 1", list, it)

it = map(pow, [2, 3, 4], [5, 6, 7])
assert next(it) == 32
assert parts(it)[0] is map and parts(it)[1][0] is pow
assert list(copy.deepcopy(it)) == list(it) == [729, 16384]
it = filter(None, [1, 0, 2])
assert parts(it)[:1] == (filter,) and parts(it)[1][0] is None
assert next(it) == 1
assert list(copy.deepcopy(it)) == list(it) == [2]

numbers = [1, 2, 3, 4]
it = iter(numbers.pop, 2)
assert parts(it) == (iter, (numbers.pop, 2))
assert next(copy.copy(it)) == 4
assert list(it) == [3]
assert parts(it) == (iter, ((),))


# ---- of derived classes: without their attributes ----
class Numbered(enumerate):
    pass


class Back(reversed):
    pass


it = Numbered("ab")
it.name = "x"
twin = copy.copy(it)
assert type(twin) is Numbered and not hasattr(twin, "name") and next(twin) == (0, "a")
it = Back("abc")
next(it)
assert parts(it) == (Back, ("abc",), 1)
assert list(copy.copy(it)) == ["b", "a"]
print("ok")
