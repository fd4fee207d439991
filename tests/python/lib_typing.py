"""typing: aliases, generics, protocols, records, hints."""
# needs: typing
import typing, sys
from typing import *


def attempt(f):
    try:
        return str(f())
    except Exception as e:
        return "%s %s" % (type(e).__name__, e)


T = TypeVar('T')
U = TypeVar('U')
assert str(List[int]) == 'typing.List[int]'
assert str(Dict[str, int]) == 'typing.Dict[str, int]'
assert str(Tuple[int, ...]) == 'typing.Tuple[int, ...]'
assert str(Tuple[()]) == 'typing.Tuple[()]'
assert str(Set) == 'typing.Set'
assert str(FrozenSet[str]) == 'typing.FrozenSet[str]'
assert str(Type[int]) == 'typing.Type[int]'
assert str(List) == 'typing.List'
assert str(List[int].__origin__) == "<class 'list'>"
assert str(List[int].__args__) == "(<class 'int'>,)"
assert str(Callable[[int], str]) == 'typing.Callable[[int], str]'
assert str(Callable[..., int]) == 'typing.Callable[..., int]'
assert str(Callable[[], None]) == 'typing.Callable[[], NoneType]'
assert str(Callable[[int], str].__args__) == "(<class 'int'>, <class 'str'>)"
assert str(get_args(Callable[[int], str])) == "([<class 'int'>], <class 'str'>)"
assert str(Callable) == 'typing.Callable'
assert str(Literal[1, 'a', 1]) == "typing.Literal[1, 'a']"
assert Literal[1] == Literal[1]
assert not Literal[1] == Literal[True]
assert str(Literal['x'].__args__) == "('x',)"
assert str(Literal[Literal[1, 2], 3]) == 'typing.Literal[1, 2, 3]'
assert str(Annotated[int, 5, 'x']) == "typing.Annotated[int, 5, 'x']"
assert str(Annotated[int, 5].__metadata__) == '(5,)'
assert get_origin(Annotated[int, 5]) is Annotated
assert str(get_args(Annotated[int, 5])) == "(<class 'int'>, 5)"
assert str(Annotated[Annotated[int, 1], 2]) == 'typing.Annotated[int, 1, 2]'
assert str(ClassVar[int]) == 'typing.ClassVar[int]'
assert str(Final[str]) == 'typing.Final[str]'
assert str(Any) == 'typing.Any'
assert str(NoReturn) == 'typing.NoReturn'
assert str(Never) == 'typing.Never'
assert str(Self) == 'typing.Self'
assert str(LiteralString) == 'typing.LiteralString'
assert str(Required[int]) == 'typing.Required[int]'
assert str(TypeGuard[int]) == 'typing.TypeGuard[int]'
assert str(Concatenate[int, ...] if 0 else 1) == '1'
assert str(get_origin(List[int])) == "<class 'list'>"
assert str(get_origin(list[int])) == "<class 'list'>"
assert str(get_args(dict[str, int])) == "(<class 'str'>, <class 'int'>)"
assert get_origin(int) is None
assert str(get_args(int)) == '()'
assert get_origin(Literal[1]) is Literal
assert get_origin(ClassVar[int]) is ClassVar
assert str(get_origin(Generic)) == "<class 'typing.Generic'>"
assert get_origin(Optional[int]) is not None
assert str(get_args(Optional[int])) == "(<class 'int'>, <class 'NoneType'>)"
assert str(Iterable[int]) == 'typing.Iterable[int]'
assert str(Mapping[str, T]) == 'typing.Mapping[str, ~T]'
assert str(Mapping[str, T][int]) == 'typing.Mapping[str, int]'
assert isinstance([], Iterable)
assert isinstance([], List)
assert issubclass(dict, Mapping)

class Box(Generic[T]):

    def __init__(self, x: T):
        self.x = x

assert str(Box[int]) == '__main__.Box[int]'
assert str(Box[int](5).x) == '5'
assert str(Box[int].__origin__) == "<class '__main__.Box'>"
assert str(Box.__parameters__) == '(~T,)'
assert str(Box[T].__parameters__) == '(~T,)'
assert str(Box[U][str]) == '__main__.Box[str]'
assert str(Box.__mro__) == "(<class '__main__.Box'>, <class 'typing.Generic'>, <class 'object'>)"
assert str(Box[int](3).__orig_class__) == '__main__.Box[int]'
assert str(Box.__orig_bases__) == '(typing.Generic[~T],)'
assert attempt(lambda: Box[int, str]) == "TypeError Too many arguments for <class '__main__.Box'>; actual 2, expected 1"
assert attempt(lambda: Box[int][str]) == 'TypeError __main__.Box[int] is not a generic class'
assert attempt(lambda: Generic[int]) == 'TypeError Parameters to Generic[...] must all be type variables or parameter specification variables.'
assert attempt(lambda: Generic[T, T]) == 'TypeError Parameters to Generic[...] must all be unique'

class Pair(Box[T], Generic[T, U]):
    pass

assert str(Pair.__parameters__) == '(~T, ~U)'
assert str(Pair[int, str]) == '__main__.Pair[int, str]'
assert str([c.__name__ for c in Pair.__mro__]) == "['Pair', 'Box', 'Generic', 'object']"

class MyList(List[int]):
    pass

assert str([c.__name__ for c in MyList.__mro__]) == "['MyList', 'list', 'Generic', 'object']"
assert str(MyList([1])) == '[1]'

class MyD(Dict[str, T]):
    pass

assert str(MyD[int]) == '__main__.MyD[int]'
assert str(MyD.__parameters__) == '(~T,)'

class Emp(NamedTuple):
    name: str
    id: int = 3

    def hi(self):
        return 'hi ' + self.name

e = Emp('bob')
assert str(e) == "Emp(name='bob', id=3)"
assert str(e.hi()) == 'hi bob'
assert str(e.id) == '3'
assert str(Emp._fields) == "('name', 'id')"
assert str(Emp._field_defaults) == "{'id': 3}"
assert str(Emp.__annotations__) == "{'name': <class 'str'>, 'id': <class 'int'>}"
assert isinstance(e, tuple)
assert e == ('bob', 3)
assert str(Emp.__name__) == 'Emp'
assert str(Emp.__mro__[1]) == "<class 'tuple'>"
P = NamedTuple('P', [('x', int), ('y', int)])
assert str(P(1, 2)) == 'P(x=1, y=2)'
assert str(P.__annotations__) == "{'x': <class 'int'>, 'y': <class 'int'>}"

def f():

    class Bad(NamedTuple):
        a: int = 1
        b: int

assert attempt(f) == 'TypeError Non-default namedtuple field b cannot follow default field a'

class Movie(TypedDict):
    name: str
    year: int

class M2(Movie, total=False):
    extra: Required[str]
    opt: int

m = Movie(name='x', year=3)
assert str(m) == "{'name': 'x', 'year': 3}"
assert str(type(m)) == "<class 'dict'>"
assert str(Movie.__annotations__) == "{'name': <class 'str'>, 'year': <class 'int'>}"
assert Movie.__required_keys__ == {'name', 'year'}
assert str(sorted(M2.__required_keys__)) == "['extra', 'name', 'year']"
assert str(sorted(M2.__optional_keys__)) == "['opt']"
assert not M2.__total__
assert is_typeddict(Movie)
assert not is_typeddict(dict)
assert attempt(lambda: isinstance(m, Movie)) == 'TypeError TypedDict does not support instance and class checks'
TD = TypedDict('TD', {'a b': int}, total=False)
assert str(TD.__annotations__) == "{'a b': <class 'int'>}"
assert not TD.__total__

@runtime_checkable
class Closer(Protocol):

    def close(self):
        ...

class HasX(Protocol):
    x: int

class F:

    def close(self):
        pass

assert isinstance(F(), Closer)
assert not isinstance(3, Closer)
assert issubclass(F, Closer)
assert not issubclass(int, Closer)
assert attempt(lambda: isinstance(3, HasX)) == 'TypeError Instance and class checks can only be used with @runtime_checkable protocols'
assert attempt(lambda: Closer()) == 'TypeError Protocols cannot be instantiated'

class Impl(Closer):

    def close(self):
        return 1

assert str(Impl().close()) == '1'
assert isinstance(Impl(), Closer)

class RX(HasX):
    x = 3

assert str(RX().x) == '3'

@runtime_checkable
class PX(Protocol):
    x: int

class Q:
    x = 4

assert isinstance(Q(), PX)
assert attempt(lambda: issubclass(Q, PX)) == "TypeError Protocols with non-method members don't support issubclass(). Non-method members: 'x'."
assert isinstance(3, SupportsInt)
assert not isinstance('', SupportsInt)
assert isinstance(3.5, SupportsRound)
assert isinstance(3, SupportsIndex)
assert isinstance(3, Hashable)
assert not isinstance([], Hashable)
UserId = NewType('UserId', int)
assert str(UserId(5)) == '5'
assert str(UserId.__name__) == 'UserId'
assert str(UserId) == '__main__.UserId'
assert str(UserId.__supertype__) == "<class 'int'>"
assert str(cast(int, 'x')) == 'x'
assert not TYPE_CHECKING
assert str(cast('List[int]', 3)) == '3'

@overload
def ov(x: int) -> int:
    ...

@overload
def ov(x: str) -> str:
    ...

def ov(x):
    return x

assert str(ov(3)) == '3'
assert str(len(get_overloads(ov))) == '2'
clear_overloads()
assert str(get_overloads(ov)) == '[]'
assert attempt(lambda: assert_never(3)) == 'AssertionError Expected code to be unreachable, but got: 3'

@final
class Fin:
    pass

class Ov:

    @override
    def m(self):
        pass

assert Fin.__final__
assert Ov.m.__override__

class Fwd:
    a: 'int'
    b: 'List[Fwd]'
    c: Optional['Fwd'] = None
    d: ClassVar['int'] = 3
    e: Annotated[int, 'meta']

assert str(get_type_hints(Fwd)['a']) == "<class 'int'>"
assert str(get_type_hints(Fwd)['b']) == 'typing.List[__main__.Fwd]'
assert str(get_type_hints(Fwd)['e']) == "<class 'int'>"
assert str(get_type_hints(Fwd, include_extras=True)['e']) == "typing.Annotated[int, 'meta']"

def fn(a: int, b: 'str'='', *args: 'int', **kw: Any) -> None:
    ...

assert str(get_type_hints(fn)) == "{'a': <class 'int'>, 'b': <class 'str'>, 'args': <class 'int'>, 'kw': typing.Any, 'return': <class 'NoneType'>}"
assert str(T) == '~T'
assert str(T.__name__) == 'T'
assert T.__bound__ is None
assert str(TypeVar('B', bound=int).__bound__) == "<class 'int'>"
assert str(TypeVar('C', int, str).__constraints__) == "(<class 'int'>, <class 'str'>)"
assert str(TypeVar('K', covariant=True)) == '+K'
assert str(ForwardRef('x')) == "ForwardRef('x')"
assert ForwardRef('x') == ForwardRef('x')
assert str(NoDefault) == 'typing.NoDefault'
assert str(AnyStr) == '~AnyStr'
assert str(Text) == "<class 'str'>"
assert attempt(lambda: Any()) == 'TypeError Any cannot be instantiated'
assert attempt(lambda: isinstance(3, Any)) == 'TypeError typing.Any cannot be used with isinstance()'
assert attempt(lambda: List()) == 'TypeError Type List cannot be instantiated; use list() instead'
assert attempt(lambda: ClassVar[int, str]) == "TypeError typing.ClassVar accepts only single type. Got (<class 'int'>, <class 'str'>)."
assert attempt(lambda: isinstance([], List[int])) == 'TypeError Subscripted generics cannot be used with class and instance checks'
assert Optional[int] == Union[int, None]
assert Union[int, str] == Union[str, int]
assert Union[int] is int
assert Union[int, int] is int
assert str(Awaitable[int]) == 'typing.Awaitable[int]'
assert str(Deque[int]) == 'typing.Deque[int]'
assert str(DefaultDict[str, int]) == 'typing.DefaultDict[str, int]'
assert str(Counter[str]) == 'typing.Counter[str]'
assert str(ContextManager.__origin__.__name__) == 'AbstractContextManager'
assert str(Pattern[str] if 0 else 1) == '1'
assert str(list[T][int]) == 'list[int]'
assert str(Dict[str, List[T]][int]) == 'typing.Dict[str, typing.List[int]]'
assert str(Callable[[T], U][int, str]) == 'typing.Callable[[int], str]'
assert List[int] == List[int]
assert hash(List[int]) == hash(List[int])
assert not List[int] == List[str]
assert str({List[int]: 1}[List[int]]) == '1'
assert str(get_protocol_members(Closer)) == "frozenset({'close'})"
assert is_protocol(Closer)
assert not is_protocol(int)
