# needs: match messages derived_types class_hooks methods
# Patterns and what joins Sequence and Mapping; class patterns' attributes; items counted from the end.
from collections import UserDict, UserList
from collections.abc import Mapping, MutableMapping, Sequence


def kind(v):
    match v:
        case [*_]:
            return "seq"
        case {}:
            return "map"


class Plain:
    pass


class Both(UserDict, Sequence):
    pass


class ListFirst(Plain, UserList, Mapping):
    pass


assert kind(UserDict()) == "map" and kind(UserList()) == "seq" and kind(Plain()) is None
assert kind(Both()) == "map" and kind(ListFirst()) == "seq"


class Parent:
    pass


class Child(Parent):
    pass


Sequence.register(Parent)
assert kind(Parent()) == kind(Child()) == "seq"
MutableMapping.register(Plain)
assert kind(Plain()) == "map" and kind(ListFirst()) == "map"
assert kind("text") is None and kind(b"") is None and kind(range(3)) == "seq"


class Numbers(Sequence):
    def __len__(self):
        return 42

    def __getitem__(self, i):
        return i


match Numbers():
    case [a, *_, b, c]:
        assert (a, b, c) == (0, 40, 41)
match [1, 2, 3, 4]:
    case [*_, 3, d]:
        assert d == 4
try:
    Numbers() * 2
except TypeError as e:
    assert str(e) == "unsupported operand type(s) for *: 'Numbers' and 'int'"


class Twice:
    __match_args__ = ("a", "a")
    a = None


for test in ("case Twice(x, y): pass", "case Twice(x, a=y): pass"):
    try:
        exec("match Twice():\n " + test)
    except TypeError as e:
        assert str(e) == "Twice() got multiple sub-patterns for attribute 'a'", e
    else:
        raise AssertionError
Twice.__match_args__ = ("a", 1)
try:
    exec("match Twice():\n case Twice(x, y): pass")
except TypeError as e:
    assert str(e) == "__match_args__ elements must be strings (got int)"

# deep patterns
for left, right in (("{1:", "}"), ("Plain(a=", ")"), ("[", "]")):
    exec("match 0:\n case " + left * 90 + "1" + right * 90 + ": pass")
