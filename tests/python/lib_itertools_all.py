"""itertools: each function, its limits and errors."""
# needs: itertools operator methods
from itertools import *
import operator, copy


def attempt(f):
    try:
        return str(f())
    except Exception as e:
        return "%s %s" % (type(e).__name__, e)



def log(n, l):
    for i in range(n):
        l.append(i)
        yield i

assert str(list(islice(count(), 4))) == '[0, 1, 2, 3]'
assert str(list(islice(count(5, 3), 3))) == '[5, 8, 11]'
assert str(list(islice(count(0.5), 3))) == '[0.5, 1.5, 2.5]'
assert str(list(islice(count(step=-1), 3))) == '[0, -1, -2]'
assert str(count(3)) == 'count(3)'
assert str(count(3, 2)) == 'count(3, 2)'
assert str(repr(repeat(5))) == 'repeat(5)'
assert str(repr(repeat(5, 2))) == 'repeat(5, 2)'
assert str(list(repeat('a', 3))) == "['a', 'a', 'a']"
assert str(list(repeat(1, -2))) == '[]'
assert str(repeat(1, 4).__length_hint__()) == '4'
assert str(list(islice(cycle('ab'), 5))) == "['a', 'b', 'a', 'b', 'a']"
assert str(list(cycle([]))) == '[]'
assert str(list(accumulate([1, 2, 3]))) == '[1, 3, 6]'
assert str(list(accumulate([1, 2, 3], operator.mul))) == '[1, 2, 6]'
assert str(list(accumulate([], initial=5))) == '[5]'
assert str(list(accumulate([1, 2], initial=10))) == '[10, 11, 13]'
assert str(list(accumulate('abc', func=lambda a, b: b + a))) == "['a', 'ba', 'cba']"
assert str(list(batched('abcdefg', 3))) == "[('a', 'b', 'c'), ('d', 'e', 'f'), ('g',)]"
assert str(list(batched([], 2))) == '[]'
assert str(list(batched(range(4), 2))) == '[(0, 1), (2, 3)]'
assert str(list(batched(range(4), 2, strict=True)) if hasattr(batched, 'strict') else 0) == '0'
assert attempt(lambda: list(batched('abc', 0))) == 'ValueError n must be at least one'
assert attempt(lambda: list(batched('abc', 2, strict=True))) == 'ValueError batched(): incomplete batch'
assert str(list(chain('ab', [1], ()))) == "['a', 'b', 1]"
assert str(list(chain())) == '[]'
assert str(list(chain.from_iterable(['ab', 'cd']))) == "['a', 'b', 'c', 'd']"
assert str(list(compress('abcdef', [1, 0, 1, 0, 1]))) == "['a', 'c', 'e']"
assert str(list(dropwhile(lambda x: x < 3, [1, 3, 1]))) == '[3, 1]'
assert str(list(takewhile(lambda x: x < 3, [1, 2, 3, 1]))) == '[1, 2]'
assert str(list(filterfalse(None, [0, 1, '', 2]))) == "[0, '']"
assert str(list(filterfalse(lambda x: x % 2, range(6)))) == '[0, 2, 4]'
assert str([(k, list(g)) for k, g in groupby('aabbca')]) == "[('a', ['a', 'a']), ('b', ['b', 'b']), ('c', ['c']), ('a', ['a'])]"
assert str([(k, len(list(g))) for k, g in groupby([1, 2, 4, 5, 7], key=lambda x: x % 2)]) == '[(1, 1), (0, 2), (1, 2)]'
assert str([k for k, g in groupby('aabb')]) == "['a', 'b']"
assert str(list(groupby([]))) == '[]'
g = groupby('aab')
k1, g1 = next(g)
k2, g2 = next(g)
assert str(list(g1)) == '[]'
assert str(list(g2)) == "['b']"
assert str(k1) == 'a'
assert str(k2) == 'b'
assert str(list(islice('abcdef', 3))) == "['a', 'b', 'c']"
assert str(list(islice('abcdef', 2, 4))) == "['c', 'd']"
assert str(list(islice('abcdef', 1, None, 2))) == "['b', 'd', 'f']"
assert str(list(islice('abc', None))) == "['a', 'b', 'c']"
assert str(list(islice([], 3))) == '[]'
assert str(list(islice('abcdefg', 0, 6, 4))) == "['a', 'e']"
l = []
it = log(10, l)
assert str(list(islice(it, 2, 5, 3))) == '[2]'
assert str(len(l)) == '5'
assert str(next(it)) == '5'
l = []
it = log(10, l)
assert str(list(islice(it, 0))) == '[]'
assert str(len(l)) == '0'
assert str(list(islice(it, 3))) == '[0, 1, 2]'
assert str(len(l)) == '3'
assert attempt(lambda: islice('abc', -1)) == 'ValueError Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.'
assert attempt(lambda: islice('abc', 1, 2, 0)) == 'ValueError Step for islice() must be a positive integer or None.'
assert attempt(lambda: islice('abc', 'x')) == 'ValueError Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.'
assert attempt(lambda: islice('abc')) == 'TypeError islice expected at least 2 arguments, got 1'
assert attempt(lambda: islice('abc', 1, -2)) == 'ValueError Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.'
assert str(list(pairwise('abcd'))) == "[('a', 'b'), ('b', 'c'), ('c', 'd')]"
assert str(list(pairwise('a'))) == '[]'
assert str(list(pairwise([]))) == '[]'
assert str(list(starmap(pow, [(2, 5), [3, 2]]))) == '[32, 9]'
assert str(list(zip_longest('abc', 'x'))) == "[('a', 'x'), ('b', None), ('c', None)]"
assert str(list(zip_longest('ab', 'xyz', fillvalue='-'))) == "[('a', 'x'), ('b', 'y'), ('-', 'z')]"
assert str(list(zip_longest())) == '[]'
assert str(list(zip_longest([], []))) == '[]'
assert str(list(product('ab', [1, 2]))) == "[('a', 1), ('a', 2), ('b', 1), ('b', 2)]"
assert str(list(product('ab', repeat=2))) == "[('a', 'a'), ('a', 'b'), ('b', 'a'), ('b', 'b')]"
assert str(list(product())) == '[()]'
assert str(list(product([], [1]))) == '[]'
assert str(list(product('a', repeat=0))) == '[()]'
assert str(len(list(product(range(3), range(4), range(2))))) == '24'
assert str(list(permutations('abc'))) == "[('a', 'b', 'c'), ('a', 'c', 'b'), ('b', 'a', 'c'), ('b', 'c', 'a'), ('c', 'a', 'b'), ('c', 'b', 'a')]"
assert str(list(permutations('abc', 2))) == "[('a', 'b'), ('a', 'c'), ('b', 'a'), ('b', 'c'), ('c', 'a'), ('c', 'b')]"
assert str(list(permutations('ab', 3))) == '[]'
assert str(list(permutations('ab', 0))) == '[()]'
assert str(list(permutations([]))) == '[()]'
assert str(len(list(permutations(range(5), 3)))) == '60'
assert str(list(permutations('abcd', 3))[:7]) == "[('a', 'b', 'c'), ('a', 'b', 'd'), ('a', 'c', 'b'), ('a', 'c', 'd'), ('a', 'd', 'b'), ('a', 'd', 'c'), ('b', 'a', 'c')]"
assert str(list(combinations('abcd', 2))) == "[('a', 'b'), ('a', 'c'), ('a', 'd'), ('b', 'c'), ('b', 'd'), ('c', 'd')]"
assert str(list(combinations('abc', 4))) == '[]'
assert str(list(combinations('abc', 0))) == '[()]'
assert str(list(combinations('abc', 3))) == "[('a', 'b', 'c')]"
assert str(list(combinations(range(5), 3))[-3:]) == '[(1, 2, 4), (1, 3, 4), (2, 3, 4)]'
assert str(len(list(combinations(range(8), 4)))) == '70'
assert str(list(combinations_with_replacement('abc', 2))) == "[('a', 'a'), ('a', 'b'), ('a', 'c'), ('b', 'b'), ('b', 'c'), ('c', 'c')]"
assert str(list(combinations_with_replacement('', 2))) == '[]'
assert str(list(combinations_with_replacement('', 0))) == '[()]'
assert str(len(list(combinations_with_replacement(range(5), 3)))) == '35'
assert str(list(combinations_with_replacement('ab', 3))) == "[('a', 'a', 'a'), ('a', 'a', 'b'), ('a', 'b', 'b'), ('b', 'b', 'b')]"
assert attempt(lambda: permutations('ab', -1)) == 'ValueError r must be non-negative'
assert attempt(lambda: combinations('ab', -1)) == 'ValueError r must be non-negative'
assert attempt(lambda: product('ab', repeat=-1)) == 'ValueError repeat argument cannot be negative'
assert attempt(lambda: combinations('ab')) == "TypeError combinations() missing required argument 'r' (pos 2)"
assert attempt(lambda: list(chain(1))) == "TypeError 'int' object is not iterable"
assert attempt(lambda: cycle()) == 'TypeError cycle expected 1 argument, got 0'
assert attempt(lambda: starmap(1)) == 'TypeError starmap expected 2 arguments, got 1'
assert attempt(lambda: list(starmap(pow, [5]))) == "TypeError 'int' object is not iterable"
assert attempt(lambda: count('x')) == 'TypeError a number is required'
assert attempt(lambda: tee('a', -1)) == 'ValueError n must be >= 0'
assert attempt(lambda: repeat()) == "TypeError repeat() missing required argument 'object' (pos 1)"
a, b = tee(iter('abc'))
assert str(next(a)) == 'a'
assert str(list(b)) == "['a', 'b', 'c']"
assert str(list(a)) == "['b', 'c']"
assert str(tee('x', 0)) == '()'
assert str(len(tee('x', 3))) == '3'
a, = tee('abcd', 1)
next(a)
c = copy.copy(a)
assert str(list(a)) == "['b', 'c', 'd']"
assert str(list(c)) == "['b', 'c', 'd']"
l = []
a, b = tee(log(3, l))
assert str(next(a)) == '0'
assert str(next(a)) == '1'
assert str(len(l)) == '2'
assert str(next(b)) == '0'
assert str(len(l)) == '2'
assert str(list(a)) == '[2]'
assert str(list(b)) == '[1, 2]'
assert str(len(l)) == '3'

class Sub(chain):
    pass

assert str(list(Sub('ab'))) == "['a', 'b']"
assert isinstance(Sub(), chain)
assert str(type(count()).__name__) == 'count'
assert iter(cycle('a')) is not None
assert str(next(islice(count(10 ** 20), 2, 3))) == '100000000000000000002'

def boom():
    yield 1
    raise KeyError('boom')

assert attempt(lambda: list(chain(boom()))) == "KeyError 'boom'"
assert attempt(lambda: list(accumulate(boom()))) == "KeyError 'boom'"
assert attempt(lambda: list(product(boom()))) == "KeyError 'boom'"
assert attempt(lambda: list(zip_longest(boom(), 'abc'))) == "KeyError 'boom'"
assert attempt(lambda: list(groupby(boom()))) == "KeyError 'boom'"
assert attempt(lambda: list(pairwise(boom()))) == "KeyError 'boom'"
it = takewhile(lambda x: x < 2, iter([1, 2, 1]))
assert str(list(it)) == '[1]'
assert str(list(it)) == '[]'
it = count()
assert str(next(it)) == '0'
assert str(next(it)) == '1'
assert str(list(zip(it, 'ab'))) == "[(2, 'a'), (3, 'b')]"
assert str(next(it)) == '5'
assert str(sum(islice(cycle([1, 2, 3]), 1000))) == '1999'
assert str(sum((1 for _ in product(range(10), repeat=3)))) == '1000'
assert str(max(accumulate(range(50)))) == '1225'
