# Of which class the results are that operators and copies of a built-in type's subclass give.
# needs: methods derived_types collections copy double
import copy
from collections import Counter, OrderedDict, defaultdict, deque


class D(deque):
    pass


class OD(OrderedDict):
    pass


class DD(defaultdict):
    pass


class L(list):
    pass


class Adding(deque):
    def __add__(self, other):
        return super().__add__(other)


def check(made, cls, shown):
    assert type(made) is cls and repr(made) == shown, (type(made), made)


d = D([1, 2], 5)
check(d + d, D, "D([1, 2, 1, 2], maxlen=5)")
check(d + deque([3]), D, "D([1, 2, 3], maxlen=5)")
check(deque([3]) + d, deque, "deque([3, 1, 2])")
check(d * 2, D, "D([1, 2, 1, 2], maxlen=5)")
check(2 * d, D, "D([1, 2, 1, 2], maxlen=5)")
check(d.__mul__(3), D, "D([2, 1, 2, 1, 2], maxlen=5)")
check(deque.__add__(d, d), D, "D([1, 2, 1, 2], maxlen=5)")
check(Adding([1]) + deque([2]), Adding, "Adding([1, 2])")
check(d.copy(), D, "D([1, 2], maxlen=5)")
check(copy.copy(d), D, "D([1, 2], maxlen=5)")
whole = d
d += [3]
d *= 2
assert d is whole
check(d, D, "D([2, 3, 1, 2, 3], maxlen=5)")

for f, words in ((lambda: [1] + d, 'can only concatenate list (not "D") to list'),
                 (lambda: L() + d, 'can only concatenate list (not "D") to list'),
                 (lambda: d + [1], 'can only concatenate deque (not "list") to deque'),
                 (lambda: d * 1.5, "can't multiply sequence by non-int of type 'float'")):
    try:
        f()
        assert False
    except TypeError as e:
        assert str(e) == words, e


class Odd(deque):
    def __new__(cls, *args):
        return 5 if args else super().__new__(cls)


odd = Odd()
odd.append(1)
for f in lambda: odd + odd, lambda: odd * 2, odd.copy:
    try:
        f()
        assert False
    except TypeError as e:
        assert str(e) == "Odd() must return a deque, not int", e

check(OD(a=1) | {"b": 2}, OD, "OD({'a': 1, 'b': 2})")
check({"b": 2} | OD(a=1), OD, "OD({'b': 2, 'a': 1})")
check(super(OD, OD(a=1)).__or__({1: 2}), OD, "OD({'a': 1, 1: 2})")
check(DD(int, a=1) | {"b": 2}, DD, "DD(<class 'int'>, {'a': 1, 'b': 2})")
check({"b": 2} | DD(int, a=1), DD, "DD(<class 'int'>, {'b': 2, 'a': 1})")
check(L([1]) + L([2]), list, "[1, 2]")


# an exception's args are what it was called with, whatever its __new__ hands on
class Coded(ValueError):
    def __new__(cls, text, code):
        self = super().__new__(cls, text)
        self.code = code
        return self


assert repr(Coded("a", 1)) == "Coded('a', 1)"

# what cannot be joined is told with the class's own name
for kind in bytes, bytearray:
    class Joined(kind):
        pass
    try:
        Joined() + 1
    except TypeError as e:
        assert str(e) == "can't concat int to Joined", e
