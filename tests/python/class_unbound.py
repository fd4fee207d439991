# Methods of built-in types read from their class: they know it, and look at what they are called on.
# needs: methods messages derived_types sets type_params

import copy
import functools


def message(call, *args, **keywords):
    try:
        call(*args, **keywords)
    except TypeError as e:
        return str(e)
    return "no error"


# ---- what they are ----

assert repr(list.append) == "<method 'append' of 'list' objects>"
assert repr(list.__add__) == "<slot wrapper '__add__' of 'list' objects>"
assert repr(object.__init__) == "<slot wrapper '__init__' of 'object' objects>"
assert repr(int.__format__) == "<method '__format__' of 'int' objects>"
assert repr([].__len__).startswith("<method-wrapper '__len__' of list object at 0x")
assert type(list.append).__name__ == "method_descriptor" and type(list.__add__).__name__ == "wrapper_descriptor"
assert list.append.__name__ == "append" and list.append.__qualname__ == "list.append"
assert list.append.__objclass__ is list and bool.to_bytes.__objclass__ is int
assert list.append is list.append and list.__dict__["append"] is list.append and bool.to_bytes is int.to_bytes
assert list.append is not bytearray.append and list.append != bytearray.append and bool.__add__ is int.__add__
assert set.union is not frozenset.union
assert {list.append: 1}[list.append] == 1 and hash(str.lower) == hash(str.lower)
assert callable(list.append) and not hasattr(list.append, "__dict__")
assert copy.copy(object.__eq__) is object.__eq__

# ---- what they are called on ----

assert message(list.append) == "unbound method list.append() needs an argument"
assert message(str.join) == "unbound method str.join() needs an argument"
assert message(list.append, 1) == "descriptor 'append' for 'list' objects doesn't apply to a 'int' object"
assert message(list.append, (1,), 2, 3) == "descriptor 'append' for 'list' objects doesn't apply to a 'tuple' object"
assert message(frozenset.union, 1) == "descriptor 'union' for 'frozenset' objects doesn't apply to a 'int' object"
assert message(set.union, frozenset()) == "descriptor 'union' for 'set' objects doesn't apply to a 'frozenset' object"
assert message(bytes.upper, "a") == "descriptor 'upper' for 'bytes' objects doesn't apply to a 'str' object"
assert message(bytearray.upper, b"a") == "descriptor 'upper' for 'bytearray' objects doesn't apply to a 'bytes' object"
assert message(type.mro, 1) == "descriptor 'mro' for 'type' objects doesn't apply to a 'int' object"
assert message(BaseException.with_traceback, 1) == "descriptor 'with_traceback' for 'BaseException' objects doesn't apply to a 'int' object"
assert message(list.__add__, 1, 2) == "descriptor '__add__' requires a 'list' object but received a 'int'"
assert message(int.__add__, "a", 1) == "descriptor '__add__' requires a 'int' object but received a 'str'"
assert message(bool.__add__, "a", 1) == "descriptor '__add__' requires a 'int' object but received a 'str'"
assert message(list.__init__, 1) == "descriptor '__init__' requires a 'list' object but received a 'int'"
assert message(list.__len__) == "descriptor '__len__' of 'list' object needs an argument"
assert message(object.__repr__) == "descriptor '__repr__' of 'object' object needs an argument"
assert message(type({}.keys()).isdisjoint, 1, 2) == "descriptor 'isdisjoint' for 'dict_keys' objects doesn't apply to a 'int' object"
assert message(list.append.__get__, 1) == "descriptor 'append' for 'list' objects doesn't apply to a 'int' object"
assert message(list.append.__get__, None, None) == "__get__(None, None) is invalid"
assert message(float.hex, 1) == "descriptor 'hex' for 'float' objects doesn't apply to a 'int' object"

# ---- how many arguments ----

assert message(list.append, []) == "list.append() takes exactly one argument (0 given)"
assert message([].__add__) == "expected 1 argument, got 0"
assert message([].__add__, 1, 2) == "expected 1 argument, got 2"
assert message([].__len__, 1) == "expected 0 arguments, got 1"
assert message(object().__getattribute__) == "expected 1 argument, got 0"
assert message(object().__eq__, 1, 2) == "expected 1 argument, got 2"
assert message(object().__setattr__, 1) == " expected 2 arguments, got 1"
assert message({}.__setitem__, 1) == " expected 2 arguments, got 1"
assert message((1).__pow__) == " expected at least 1 argument, got 0"
assert message((1).__pow__, 1, 2, 3) == " expected at most 2 arguments, got 3"
assert message((lambda: 0).__get__) == " expected at least 1 argument, got 0"

# ---- calls ----

assert list.__add__([1], [2]) == [1, 2] and str.upper("a") == "A" and int.__add__(True, 2) == 3
assert sorted(["b", "A"], key=str.lower) == ["A", "b"] and list(map(str.upper, "ab")) == ["A", "B"]
assert functools.reduce(int.__add__, [1, 2, 3]) == 6
assert str.split("a b", maxsplit=0) == ["a b"] and str.format("{x}", x=1) == "1"
assert list.append.__get__(None, list) is list.append and list.append.__get__([])(1) is None
assert object.__repr__(5).startswith("<int object at 0x") and object.__eq__(1, 1) is True


class L(list):
    push = list.append
    __hash__ = object.__hash__
    __repr__ = object.__repr__
    __setattr__ = object.__setattr__
    __getattribute__ = object.__getattribute__
    __init__ = list.__init__
    __iter__ = list.__iter__
    __getitem__ = list.__getitem__
    __call__ = list.count


v = L([1, 2])
v.push(3)
assert list(v) == [1, 2, 3] and v[0] == 1 and v(3) == 1 and {v: 1}[v] == 1 and repr(v).startswith("<__main__.L object at ")
v.x = 1
assert v.x == 1 and L.append is list.append and L.push is list.append
assert super(L, L).append is list.append and super(L, v).append(4) is None and v.pop() == 4


class Wrong:
    push = list.append
    __len__ = list.__len__


assert message(lambda: Wrong().push) == "descriptor 'append' for 'list' objects doesn't apply to a 'Wrong' object"
assert message(len, Wrong()) == "descriptor '__len__' requires a 'list' object but received a 'Wrong'"

# ---- __new__ ----

assert repr(int.__new__).startswith("<built-in method __new__ of type object at 0x") and int.__new__ is int.__new__
assert int.__new__ is not str.__new__ and int.__new__.__name__ == "__new__" and int.__new__.__self__ is int
assert message(int.__new__) == "int.__new__(): not enough arguments"
assert message(str.__new__, 1) == "str.__new__(X): X is not a type object (int)"
assert message(list.__new__, str) == "list.__new__(str): str is not a subtype of list"
assert message(ValueError.__new__, 1) == "ValueError.__new__(X): X is not a type object (int)"
assert message([].__new__) == "list.__new__(): not enough arguments"
assert int.__new__(bool is int or int, "7") == 7 and type(list.__new__(L)) is L and L.__new__ is list.__new__


class N(int):
    def __new__(cls, v):
        return int.__new__(cls, v + 1)


class M(N):
    def __new__(cls, v):
        return super().__new__(cls, v * 2)


class Borrowed(int):
    __new__ = int.__new__


assert N(1) == 2 and M(3) == 7 and type(M(3)) is M and Borrowed("5") == 5 and N.__new__ is not int.__new__

# ---- whose they are ----

assert int.__getattribute__ is not object.__getattribute__ and int.__getattribute__(5, "real") == 5
assert message(int.__getattribute__, "a", "x") == "descriptor '__getattribute__' requires a 'int' object but received a 'str'"
assert L.__getattribute__ is object.__getattribute__ and N.__getattribute__ is int.__getattribute__
assert message(ValueError.__init__, KeyError()) == "descriptor '__init__' requires a 'ValueError' object but received a 'KeyError'"
assert message(dict.__getitem__, 1) == "descriptor '__getitem__' for 'dict' objects doesn't apply to a 'int' object"
assert message({}.__getitem__) == "dict.__getitem__() takes exactly one argument (0 given)"
assert message(set().__contains__, 1, 2) == "set.__contains__() takes exactly one argument (2 given)"
assert message([].__getitem__, 1, 2) == "list.__getitem__() takes exactly one argument (2 given)"
assert message([].__contains__, 1, 2) == "expected 1 argument, got 2"
assert message([].__mul__) == " expected 1 argument, got 0" and message((1).__mul__) == "expected 1 argument, got 0"
assert int.__init__ is object.__init__ and range.__init__ is object.__init__ and list.__init__ is not object.__init__
assert (7).__init__(1, x=2) is None and (i for i in ()).__init__(3) is None
assert message(object.__init__, [], 1) == "object.__init__() takes exactly one argument (the instance to initialize)"
assert message(object().__init__, 1) == "object.__init__() takes exactly one argument (the instance to initialize)"
assert message(object.__init__, L, 1) == "object.__init__() takes exactly one argument (the instance to initialize)"
assert (2).__rpow__(3) == 9 and (2).__rpow__(3, 5) == 4 and (3).__pow__(2, 5) == 4 and (2).__pow__("a", 5) is NotImplemented
assert message((2.5).__pow__, 2, 3) == "pow() 3rd argument not allowed unless all arguments are integers"


class Zip(zip):
    def __init__(self, *args):
        self.args = args


assert list(Zip("ab", "c")) == [("a", "c")] and Zip("a").args == ("a",)

# ---- list[int] shows what list shows ----

assert list[int].append is list.append and list[int].__eq__([1], [1]) is True and list[int].__origin__ is list
assert message(list[int].__add__, 1) == "descriptor '__add__' requires a 'list' object but received a 'int'"
assert list[int].__class_getitem__(str) == list[str]
try:
    list[int].nothing
    assert False
except AttributeError as e:
    assert str(e) == "type object 'list' has no attribute 'nothing'"
assert message(lambda: L.__dict__ < 1) == "'<' not supported between instances of 'dict' and 'int'"
