# What functions of the library say of too few items, too many arguments and the like.
# needs: messages collections heapq random typing
import heapq
import random
import typing
from collections import namedtuple

P = namedtuple("P", "x y", defaults=[0])
Q = namedtuple("Q", "x y")
None_ = namedtuple("None_", "")
for f, kind, words in (
        (lambda: P(1, 2, 3), TypeError, "P.__new__() takes from 2 to 3 positional arguments but 4 were given"),
        (lambda: Q(1, 2, 3), TypeError, "Q.__new__() takes 3 positional arguments but 4 were given"),
        (lambda: None_(1), TypeError, "None_.__new__() takes 1 positional argument but 2 were given"),
        (lambda: heapq.heappop([]), IndexError, "index out of range"),
        (lambda: random.choices([]), IndexError, "list index out of range"),
        (lambda: random.choices("", k=3), IndexError, "string index out of range"),
        (lambda: typing.Optional[int, str], TypeError,
         "typing.Optional requires a single type. Got (<class 'int'>, <class 'str'>).")):
    try:
        f()
        assert False, words
    except kind as e:
        assert str(e) == words, e
assert random.choices([], k=0) == []
