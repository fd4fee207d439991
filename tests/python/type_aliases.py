# needs: type_params annotations
# Generic aliases (list[int]), unions (int | str), type parameters, type statements.


def raises(kind, text, f, *args):
    try:
        f(*args)
    except kind as e:
        assert text in str(e), e
    else:
        assert False, "no " + kind.__name__


a = list[int]
assert a.__origin__ is list and a.__args__ == (int,) and repr(a) == "list[int]" and a == list[int] and a != list[str]
assert hash(a) == hash(list[int]) and {a: 1}[list[int]] == 1 and a([1, 2]) == [1, 2] and type(a()) is list
assert repr(dict[str, list[int]]) == "dict[str, list[int]]" and repr(tuple[int, ...]) == "tuple[int, ...]" and repr(tuple[()]) == "tuple[()]"
assert a.append is list.append and a.__parameters__ == () and type(a).__name__ == "GenericAlias"
assert repr(list["int"]) == "list['int']" and repr(list[None]) == "list[None]" and list[int, str].__args__ == (int, str)
raises(TypeError, "isinstance() argument 2 cannot be a parameterized generic", isinstance, [], list[int])
raises(TypeError, "issubclass() argument 2 cannot be a parameterized generic", issubclass, list, list[int])
raises(TypeError, "is not subscriptable", lambda: int[str])
raises(AttributeError, "", lambda: a.missing)
raises(TypeError, "", lambda: len(a))


class Sub(list[int]):
    pass


assert Sub.__bases__ == (list,) and Sub.__orig_bases__ == (list[int],) and Sub([1]) == [1]


class Own:
    def __class_getitem__(cls, item):
        return (cls.__name__, item)


assert Own[1] == ("Own", 1) and Own[int, 2] == ("Own", (int, 2))


# ---- unions ----

u = int | str
assert repr(u) == "int | str" and u == str | int and u != int | float and hash(u) == hash(str | int) and u.__args__ == (int, str)
assert isinstance(1, u) and isinstance("", u) and not isinstance(1.5, u) and issubclass(bool, u) and not issubclass(list, u)
assert repr(int | None) == "int | None" and (int | None) == (None | int) and isinstance(None, int | None)
assert (int | int) is int or (int | int) == int
assert repr(u | float) == "int | str | float" and repr(list[int] | None) == "list[int] | None" and (u | int) == u
raises(TypeError, "unsupported operand type(s) for |", lambda: int | 1)
raises(TypeError, "unsupported operand type(s) for |", lambda: u | "text")
raises(TypeError, "parameterized generic", isinstance, "", int | list[int])


# ---- parameters ----

def f[T, *Ts, **P](x: T, *args: *Ts) -> T:
    return x


T, Ts, P = f.__type_params__
assert [p.__name__ for p in (T, Ts, P)] == ["T", "Ts", "P"] and repr(T) == "T" and repr(Ts) == "Ts" and repr(P) == "P"
assert [type(p).__name__ for p in (T, Ts, P)] == ["TypeVar", "TypeVarTuple", "ParamSpec"]
assert f.__annotations__["x"] is T and f.__annotations__["return"] is T and f(3) == 3
assert T.__bound__ is None and T.__constraints__ == ()


class C[A: int, B: (int, str), D = list]:
    def get(self) -> A:
        return 1


A, B, D = C.__type_params__
assert A.__bound__ is int and B.__constraints__ == (int, str) and D.__default__ is list and A.has_default() is False
assert C().get() == 1 and C.get.__annotations__["return"] is A
order = []


def lazy[T: order.append(1)]():
    pass


assert order == [] and lazy.__type_params__[0].__bound__ is None and order == [1]
alias = C[int, str, float]
assert alias.__origin__ is C and alias.__args__ == (int, str, float) and alias().get() == 1
assert repr(alias).endswith("C[int, str, float]")
assert list[T].__parameters__ == (T,) and list[T][int] == list[int] and dict[T, int][str] == dict[str, int]
raises(TypeError, "is not a generic class", lambda: list[int][str])
raises(TypeError, "", lambda: dict[T, A][int])
assert (T | int).__args__ == (T, int)
raises(TypeError, "", lambda: type(T)())


# ---- type statements ----

type Name = int | str
type Tree[X] = X | list[Tree[X]]
type Never_looked_at = 1 / 0
assert Name.__name__ == "Name" and Name.__value__ == int | str and repr(Name) == "Name" and Name.__type_params__ == ()
X = Tree.__type_params__[0]
assert Tree.__value__.__args__[0] is X and Tree.__parameters__ == (X,) and repr(Tree[int]) == "Tree[int]" and Tree[int].__args__ == (int,)
raises(ZeroDivisionError, "", lambda: Never_looked_at.__value__)
assert type(Name).__name__ == "TypeAliasType" and repr(Name | None) == "Name | None"
raises(AttributeError, "", setattr, Name, "__value__", 1)
raises(TypeError, "", lambda: Name())

# a type variable tuple's default may be unpacked: it is what that gives
def unpacked[*Ts = *list[int]](): pass


assert [str(t.__default__) for t in unpacked.__type_params__] == ["*list[int]"]
starred = next(iter(tuple[int, str]))
assert repr(starred) == "*tuple[int, str]" and starred != tuple[int, str] and starred == list(tuple[int, str])[0]
assert starred.__unpacked__ and not tuple[int, str].__unpacked__ and starred.__args__ == (int, str)
