"""itertools."""
# needs: itertools
from itertools import *

assert list(islice(count(3), 3)) == [3, 4, 5] and list(islice(count(1, 2), 3)) == [1, 3, 5]
assert list(islice(cycle("ab"), 5)) == list("ababa") and list(cycle([])) == []
assert list(repeat(1, 3)) == [1, 1, 1] and next(repeat(2)) == 2
assert list(accumulate([1, 2, 3])) == [1, 3, 6] and list(accumulate([])) == []
assert list(accumulate([1, 2, 3], lambda a, b: a * b, initial=2)) == [2, 2, 4, 12]
assert list(batched("abcde", 2)) == [("a", "b"), ("c", "d"), ("e",)]
assert list(chain("ab", [1], ())) == ["a", "b", 1] and list(chain.from_iterable(["ab", "c"])) == ["a", "b", "c"]
assert list(compress("abcd", [1, 0, 1])) == ["a", "c"]
assert list(dropwhile(lambda x: x < 3, [1, 3, 1])) == [3, 1] and list(takewhile(lambda x: x < 3, [1, 3, 1])) == [1]
assert list(filterfalse(lambda x: x % 2, range(5))) == [0, 2, 4] and list(filterfalse(None, [0, 1])) == [0]
assert [(k, list(g)) for k, g in groupby("aabbba")] == [("a", ["a"] * 2), ("b", ["b"] * 3), ("a", ["a"])]
assert [k for k, g in groupby([1, 3, 2, 4, 5], lambda x: x % 2)] == [1, 0, 1]
assert list(islice("abcdefg", 2)) == ["a", "b"] and list(islice("abcdefg", 2, None, 2)) == ["c", "e", "g"]
assert list(islice("abcdefg", 2, 5)) == ["c", "d", "e"] and list(islice([], 3)) == []
try:
    islice("abc", -1)
except ValueError:
    pass
else:
    assert False
assert list(pairwise("abc")) == [("a", "b"), ("b", "c")] and list(pairwise("a")) == []
assert list(starmap(pow, [(2, 3), (3, 2)])) == [8, 9]
a, b = tee([1, 2, 3])
assert next(a) == 1 and list(b) == [1, 2, 3] and list(a) == [2, 3]
assert list(zip_longest("abc", "x", fillvalue="-")) == [("a", "x"), ("b", "-"), ("c", "-")]
assert list(zip_longest()) == []
assert list(product("ab", [1, 2])) == [("a", 1), ("a", 2), ("b", 1), ("b", 2)]
assert len(list(product(range(3), repeat=3))) == 27 and list(product()) == [()] and list(product("ab", "")) == []
assert list(permutations("abc", 2)) == [("a", "b"), ("a", "c"), ("b", "a"), ("b", "c"), ("c", "a"), ("c", "b")]
assert len(list(permutations(range(4)))) == 24 and list(permutations("a", 2)) == []
assert list(combinations("abc", 2)) == [("a", "b"), ("a", "c"), ("b", "c")] and list(combinations("ab", 3)) == []
assert list(combinations_with_replacement("ab", 2)) == [("a", "a"), ("a", "b"), ("b", "b")]
