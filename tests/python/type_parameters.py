# needs: type_params annotations methods messages typing
# Type variables, parameter specifications, type aliases and generic aliases made and used by hand, well and badly.
from typing import TypeVar, TypeVarTuple, ParamSpec, TypeAliasType


def outcome(f, *args, **keywords):
    try:
        return f(*args, **keywords)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


def same(a, b):
    assert a == b, (a, b)


class Box[V]:
    def __init__(self, v): self.v = v


# ---- type variables ----
T, U = TypeVar("T"), TypeVar("U", bound=int)
C = TypeVar("C", int, str)
same([repr(v) for v in (T, TypeVar("T", covariant=True), TypeVar("T", contravariant=True), TypeVar("T", infer_variance=True))],
     ['~T', '+T', '-T', 'T'])
same([v.__covariant__ for v in (T, TypeVar("T", covariant=True), TypeVar("T", contravariant=True))],
     [False, True, False])
same([v.__contravariant__ for v in (T, TypeVar("T", covariant=True), TypeVar("T", contravariant=True))],
     [False, False, True])
same([v.__infer_variance__ for v in (T, TypeVar("T", infer_variance=True))], [False, True])
same([T.__name__, U.__bound__, T.__bound__, C.__constraints__, T.__constraints__, T.__module__ == __name__],
     ['T', int, None, (int, str), (), True])
same([TypeVar("D", default=int).__default__, TypeVar("D", default=int).has_default(), T.has_default()],
     [int, True, False])
same([outcome(TypeVar, *a).split(":")[0] for a in ((), (1,), (None,))], ['TypeError', 'TypeError', 'TypeError'])
same(outcome(TypeVar, "T", other=1).split(":")[0], 'TypeError')
same(outcome(setattr, T, "__name__", 1).split(":")[0], 'AttributeError')
same(outcome(lambda: type("D", (T,), {})),
     "TypeError: type() doesn't support MRO entry resolution; use types.new_class()")
same(outcome(lambda: type("D", (ParamSpec("P"),), {})),
     "TypeError: type() doesn't support MRO entry resolution; use types.new_class()")
same(outcome(lambda: T()).split(":")[0], 'TypeError')
same((T | int).__args__ == (T, int), True)
same((int | T).__parameters__ == (T,), True)
same((T | U)[str, bool] == str | bool, True)
same((int | T)[int], int)
same(outcome(lambda: (T | U)[int]).split(":")[0], 'TypeError')
same(outcome(lambda: (int | str)[int]), 'TypeError: int | str is not a generic class')
same(isinstance(T, TypeVar), True)

# evaluated when they are asked for, once
count = []


def later[X: count.append("bound") or int, Y: (str, count.append("constraints") or bytes) = count.append("default") or str]():
    pass


X, Y = later.__type_params__
same(count, [])
same([X.__bound__, X.__bound__, Y.__constraints__, Y.__constraints__, Y.__default__, Y.__default__, Y.__bound__, X.__constraints__],
     [int, int, (str, bytes), (str, bytes), str, str, None, ()])
same(count, ['bound', 'constraints', 'default'])
same([repr(X), repr(Y)], ['X', 'Y'])


def broken[Z: 1 // 0 = nothing_of_that_name](): pass


Z, = broken.__type_params__
for i in range(2):
    same(outcome(lambda: Z.__bound__), 'ZeroDivisionError: integer division or modulo by zero')
    same(outcome(lambda: Z.__default__), "NameError: name 'nothing_of_that_name' is not defined")

# ---- parameter specifications and tuples of variables ----
P, Ts = ParamSpec("P"), TypeVarTuple("Ts")
same([repr(P), repr(P.args), repr(P.kwargs), repr(Ts), P.__name__, Ts.__name__],
     ['~P', 'P.args', 'P.kwargs', 'Ts', 'P', 'Ts'])
same([P.__covariant__, P.__contravariant__], [False, False])
same([P.__module__ == __name__, Ts.__module__ == __name__], [True, True])
same(list(Ts)[0] is not None, True)


def variadic[*A, **B](): pass


same([repr(p) for p in variadic.__type_params__], ['A', 'B'])

# ---- type aliases ----
type Plain = int
type Of[A] = list[A]
same([repr(Plain), Plain.__name__, Plain.__value__, Plain.__type_params__, Plain.__module__ == __name__],
     ['Plain', 'Plain', int, (), True])
same([Of.__type_params__[0].__name__, repr(Of[int]), Of[int].__origin__ is Of, Of[int].__args__],
     ['A', 'Of[int]', True, (int,)])
same((Plain | None).__args__ == (Plain, type(None)), True)
same(outcome(lambda: Plain[int]), 'TypeError: Only generic type aliases are subscriptable')
same(outcome(lambda: Plain()).split(":")[0], 'TypeError')
same(outcome(setattr, Plain, "__value__", 1).split(":")[0], 'AttributeError')
made = TypeAliasType("Made", dict[str, T], type_params=(T,))
same([repr(made), made.__value__ == dict[str, T], made.__type_params__ == (T,), repr(made[int])],
     ['Made', True, True, 'Made[int]'])
same(outcome(TypeAliasType), "TypeError: typealias() missing required argument 'name' (pos 1)")
same(outcome(TypeAliasType, "X"), "TypeError: typealias() missing required argument 'value' (pos 2)")
same(outcome(TypeAliasType, 1, int), "TypeError: typealias() argument 'name' must be str, not int")
same(outcome(TypeAliasType, "X", int, type_params=5), 'TypeError: type_params must be a tuple')
same(outcome(TypeAliasType, "X", int, type_params=[T]), 'TypeError: type_params must be a tuple')
same(outcome(TypeAliasType, "X", int, other=5).split(":")[0], 'TypeError')
type Wrong = 1 // 0
same([outcome(lambda: Wrong.__value__) for i in range(2)],
     ['ZeroDivisionError: integer division or modulo by zero',
      'ZeroDivisionError: integer division or modulo by zero'])
type Itself = list[Itself]
same(repr(Itself.__value__), 'list[Itself]')

# ---- generic aliases ----
same(repr(list[int, [str, [], ...]]), 'list[int, [str, [], ...]]')
same(repr(dict[str, list[T]]), 'dict[str, list[~T]]')
same(dict[str, list[T]].__parameters__ == (T,), True)
same(repr(dict[str, list[T]][int]), 'dict[str, list[int]]')
same(repr(dict[T, list[U]][int, str]), 'dict[int, list[str]]')
same(repr(dict[T, list[T]][int]), 'dict[int, list[int]]')
same(outcome(lambda: dict[T, U][int]).split(":")[0], 'TypeError')
same(outcome(lambda: list[int][str]), 'TypeError: list[int] is not a generic class')
same(list[int](range(3)), [0, 1, 2])
same([list[int] == list[int], list[int] != list[str], list[int] == 5, hash(list[int]) == hash(list[int])],
     [True, True, False, True])
same(outcome(lambda: list[int] < list[int]).split(":")[0], 'TypeError')
same(outcome(isinstance, [], list[int]), 'TypeError: isinstance() argument 2 cannot be a parameterized generic')
same(outcome(issubclass, list, list[int]), 'TypeError: issubclass() argument 2 cannot be a parameterized generic')
same([list[int].append is list.append, list[int].__origin__, list[int].__doc__ == list.__doc__], [True, list, True])
same((list[int] | None).__args__, (list[int], type(None)))
same(repr(list[int] | dict[str, int]), 'list[int] | dict[str, int]')
same(repr(tuple[()]), 'tuple[()]')
same(repr(list[None, ..., "forward"]), "list[None, ..., 'forward']")
same(dir(list[int])[:2] == dir(list)[:2], False)
same(outcome(lambda: type("L", (list[int],), {})),
     "TypeError: type() doesn't support MRO entry resolution; use types.new_class()")
same(outcome(lambda: type("L", (list[int], list[str]), {})).split(":")[0], 'TypeError')
GenericAlias = type(list[int])
same([repr(GenericAlias(list, int)), repr(GenericAlias(5, (1, 2))), GenericAlias(list, (int,)) == list[int]],
     ['list[int]', '5[1, 2]', True])
same(outcome(GenericAlias, list), 'TypeError: GenericAlias expected 2 arguments, got 1')
same(outcome(GenericAlias, list, int, 5), 'TypeError: GenericAlias expected 2 arguments, got 3')
same(outcome(GenericAlias, list, int, x=5).split(":")[0], 'TypeError')
same(outcome(setattr, list[int], "__origin__", 5).split(":")[0], 'AttributeError')
same(outcome(lambda: list[int].no_such), "AttributeError: type object 'list' has no attribute 'no_such'")
same(outcome(lambda: int[str]), "TypeError: type 'int' is not subscriptable")
same([hasattr(int, "__getitem__"), hasattr(type, "__getitem__"), hasattr(list, "__class_getitem__")],
     [False, False, True])
same(outcome(lambda: int.__getitem__), "AttributeError: type object 'int' has no attribute '__getitem__'")
same([t.__module__ for t in (TypeVar, TypeAliasType, type(outcome), type(len), type(list[int]), Box)],
     ['typing', 'typing', 'builtins', 'builtins', 'types', '__main__'])


class Cyclic:
    def __getitem__(self, item): return list[self]
    __parameters__ = (T,)
    def __repr__(self): raise ValueError("repr")


same(outcome(lambda: repr(list[Cyclic()])), 'ValueError: repr')
same(outcome(lambda: list[Cyclic()][int].__origin__), list)


class BadParameters:
    def __init__(self, p): self.__parameters__ = p


same(outcome(lambda: list[BadParameters(5)].__parameters__), ())
same(outcome(lambda: list[BadParameters((T,))][int]).split(":")[0], 'TypeError')

# ---- unions ----
same([repr(int | None), repr(None | int), (int | str) == (str | int), hash(int | str) == hash(str | int)],
     ['int | None', 'None | int', True, True])
same([isinstance(1, int | str), isinstance(1.5, int | str), issubclass(bool, int | str), isinstance(None, int | None)],
     [True, False, True, True])
same(outcome(isinstance, 1, int | list[int]), True)
same(outcome(issubclass, 1, int | str), 'TypeError: issubclass() arg 1 must be a class')
same(outcome(lambda: int | 5), "TypeError: unsupported operand type(s) for |: 'type' and 'int'")
same(outcome(lambda: 5 | int), "TypeError: unsupported operand type(s) for |: 'int' and 'type'")
same(outcome(lambda: (int | str) | 5).split(":")[0], 'TypeError')
same(outcome(lambda: (int | str)()).split(":")[0], 'TypeError')
same(outcome(lambda: (int | str) < (int | str)).split(":")[0], 'TypeError')
same([(int | int), (int | str | int).__args__, (int | (str | bytes)).__args__], [int, (int, str), (int, str, bytes)])
same(outcome(setattr, int | str, "__args__", 5).split(":")[0], 'AttributeError')
same(outcome(lambda: type("L", (int | str,), {})).split(":")[0], 'TypeError')


# ---- Generic ----
same([Box[int](5).v, repr(Box[int]).split(".")[-1], Box[int](5).__orig_class__ == Box[int]], [5, 'Box[int]', True])


class Slotted[V]:
    __slots__ = ()


same(type(Slotted[int]()).__name__, 'Slotted')
