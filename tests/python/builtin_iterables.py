# needs: async methods memoryview
# Built-in functions about iterables.


def raises(kind, message, f, *args, **kwargs):
    try:
        f(*args, **kwargs)
    except kind as e:
        assert message is None or str(e) == message, str(e)
    else:
        assert False, "no " + kind.__name__


assert all([]) and all([1, "a"]) and not all([1, 0]) and any([0, 1]) and not any([])
assert min(3, 1, 2) == 1 and max([3, 1, 2]) == 3 and min("b", "a") == "a" and max((1, 2.5)) == 2.5
assert min([], default=5) == 5 and max([1], default=5) == 1 and max(["a", "bbb", "cc"], key=len) == "bbb"
assert max([1, 2, 3], key=lambda x: -x) == 1 and min([(2, "a"), (1, "b")])[1] == "b"
assert max([1, 1.0]) is not None and type(max([1, 1.0])) is int and type(min([1.0, 1])) is float
raises(ValueError, "max() iterable argument is empty", max, [])
raises(TypeError, "max expected at least 1 argument, got 0", max)
raises(TypeError, "'<' not supported between instances of 'str' and 'int'", min, 1, "a")
raises(TypeError, "Cannot specify a default for min() with multiple positional arguments", lambda: min(1, 2, default=3))

assert sorted([3, 1, 2]) == [1, 2, 3] and sorted("cab") == ["a", "b", "c"] and sorted([3, 1], reverse=True) == [3, 1]
assert sorted(["b", "A"], key=str.lower) == ["A", "b"] and sorted({2: 1, 1: 2}) == [1, 2]
raises(TypeError, "'<' not supported between instances of 'str' and 'int'", sorted, [1, "a"])

it = iter([1, 2])
assert next(it) == 1 and next(it) == 2 and next(it, "end") == "end"
raises(StopIteration, "", next, it)
raises(TypeError, "'list' object is not an iterator", next, [])
raises(TypeError, "'int' object is not iterable", iter, 1)
values = iter([1, 2, 0, 3])
assert list(iter(lambda: next(values), 0)) == [1, 2] and next(values) == 3
raises(TypeError, "iter(v, w): v must be callable", iter, 1, 2)


def gen():
    yield 1
    return 42


g = gen()
next(g)
try:
    next(g)
except StopIteration as e:
    assert e.value == 42

assert list(map(lambda x, y: x + y, [1, 2, 3], [10, 20])) == [11, 22]
assert list(filter(None, [0, 1, "", 2])) == [1, 2] and list(filter(lambda x: x > 1, range(4))) == [2, 3]
assert list(zip("ab", [1, 2, 3])) == [("a", 1), ("b", 2)] and list(zip()) == []
raises(ValueError, "zip() argument 2 is longer than argument 1", lambda: list(zip([1], [1, 2], strict=True)))
assert list(enumerate("ab", 5)) == [(5, "a"), (6, "b")] and list(reversed([1, 2])) == [2, 1]


class Seq:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i * 10


assert list(Seq()) == [0, 10, 20] and 20 in Seq()


# anext and aiter
class Count:
    def __init__(self, n):
        self.i, self.n = 0, n

    def __aiter__(self):
        return self

    async def __anext__(self):
        self.i += 1
        if self.i > self.n:
            raise StopAsyncIteration
        return self.i


def run(coroutine):
    try:
        while True:
            coroutine.send(None)
    except StopIteration as e:
        return e.value


async def main():
    c = aiter(Count(2))
    return [await anext(c), await anext(c, 9), await anext(c, 9)]


assert run(main()) == [1, 2, 9]
raises(TypeError, "'int' object is not an async iterator", anext, 1)
raises(TypeError, "'int' object is not an async iterable", aiter, 1)

# The names of iterators' types
names = [type(iter(x)).__name__ for x in ([1], (1,), "a", "\xe9", b"a", {1: 2}, {1}, range(3), memoryview(b"a"))]
assert names == ["list_iterator", "tuple_iterator", "str_ascii_iterator", "str_iterator", "bytes_iterator", "dict_keyiterator",
                 "set_iterator", "range_iterator", "memory_iterator"], names
for x in [1, 2], (1, 2), "ab", "\xe9b", memoryview(b"ab"):
    it = iter(x)
    assert iter(it) is it and next(it) == x[0] and list(it) == [x[1]] and list(it) == []
