"""dataclasses: fields, options, generated methods."""
# needs: dataclasses
from dataclasses import *
import dataclasses
from typing import ClassVar
import copy


def attempt(f):
    try:
        return str(f())
    except Exception as e:
        return "%s %s" % (type(e).__name__, e)



@dataclass
class P:
    x: int
    y: int = 0

    def area(self):
        return self.x * self.y

p = P(3, 4)
assert str(p) == 'P(x=3, y=4)'
assert str(p.area()) == '12'
assert str(P(1)) == 'P(x=1, y=0)'
assert P(1) == P(1, 0)
assert P(1) != P(2)
assert str(P(x=5, y=6)) == 'P(x=5, y=6)'
assert str(P.__doc__) == 'P(x: int, y: int = 0)'
assert str(P.__match_args__) == "('x', 'y')"
assert not hasattr(P, 'x')
assert str(P.y) == '0'
assert attempt(lambda: P()) == "TypeError P.__init__() missing 1 required positional argument: 'x'"
assert attempt(lambda: P(1, 2, 3)) == 'TypeError P.__init__() takes from 2 to 3 positional arguments but 4 were given'
assert attempt(lambda: hash(p)) == "TypeError unhashable type: 'P'"
assert attempt(lambda: p < p) == "TypeError '<' not supported between instances of 'P' and 'P'"
assert str(fields(p)[0].name) == 'x'
assert str([f.name for f in fields(P)]) == "['x', 'y']"
assert str(fields(P)[1].default) == '0'
assert str(fields(P)[0].type) == "<class 'int'>"
assert str(asdict(p)) == "{'x': 3, 'y': 4}"
assert str(astuple(p)) == '(3, 4)'
assert str(replace(p, x=9)) == 'P(x=9, y=4)'
assert is_dataclass(P)
assert is_dataclass(p)
assert not is_dataclass(3)

@dataclass(order=True, frozen=True)
class V:
    major: int
    minor: int = field(default=0, compare=True)
    tags: list = field(default_factory=list, compare=False, repr=False)

a, b = (V(1, 2), V(1, 3))
assert a < b
assert a <= b
assert not a > b
assert str(sorted([b, a])) == '[V(major=1, minor=2), V(major=1, minor=3)]'
assert hash(a) == hash(V(1, 2))
assert str({a: 1}[V(1, 2)]) == '1'
assert a.tags is not b.tags

def f():
    a.major = 3

assert attempt(f) == "FrozenInstanceError cannot assign to field 'major'"

def f():
    del a.major

assert attempt(f) == "FrozenInstanceError cannot delete field 'major'"

def f():
    a.zzz = 3

assert attempt(f) == "FrozenInstanceError cannot assign to field 'zzz'"
assert attempt(lambda: a < 3) == "TypeError '<' not supported between instances of 'V' and 'int'"

@dataclass
class C:
    a: int
    b: InitVar[int] = 5
    c: int = field(init=False)
    d: list[int] = field(default_factory=list, metadata={'k': 1})

    def __post_init__(self, b):
        self.c = self.a + b

assert str(C(1)) == 'C(a=1, c=6, d=[])'
assert str(C(1, 10).c) == '11'
assert str(fields(C)[2].metadata['k']) == '1'

@dataclass
class K:
    x: int
    _: KW_ONLY
    y: int = 0
    z: int

assert str(K(1, z=3)) == 'K(x=1, y=0, z=3)'
assert str(K.__match_args__) == "('x',)"
assert str(K.__doc__) == 'K(x: int, *, y: int = 0, z: int)'
assert attempt(lambda: K(1, 2, 3)) == 'TypeError K.__init__() takes 2 positional arguments but 4 were given'

@dataclass(kw_only=True)
class K2:
    a: int = 1
    b: int

assert str(K2(b=2)) == 'K2(a=1, b=2)'
assert attempt(lambda: K2(2)) == 'TypeError K2.__init__() takes 1 positional argument but 2 were given'
assert attempt(lambda: K2()) == "TypeError K2.__init__() missing 1 required keyword-only argument: 'b'"

@dataclass(slots=True)
class S:
    x: int
    y: int = 5

s = S(1)
assert str(s) == 'S(x=1, y=5)'
assert str(s.y) == '5'
assert str(S.__slots__) == "('x', 'y')"
assert not hasattr(s, '__dict__')

def f():
    s.q = 1

assert attempt(f) == "AttributeError 'S' object has no attribute 'q' and no __dict__ for setting new attributes"

@dataclass
class Base:
    x: int = 1

@dataclass
class Derived(Base):
    y: int = 2
    x: int = 10

assert str(Derived()) == 'Derived(x=10, y=2)'
assert str(Derived.__mro__[1].__name__) == 'Base'
assert str(fields(Derived)[0].default) == '10'

def f():

    @dataclass
    class Bad:
        x: int = 1
        y: int

assert attempt(f) == "TypeError non-default argument 'y' follows default argument 'x'"

def f():

    @dataclass
    class Bad:
        x: list = []

assert attempt(f) == "ValueError mutable default <class 'list'> for field x is not allowed: use default_factory"

def f():

    @dataclass(frozen=True)
    class Bad(Base):
        pass

assert attempt(f) == 'TypeError cannot inherit frozen dataclass from a non-frozen one'

def f():

    @dataclass(order=True, eq=False)
    class Bad:
        pass

assert attempt(f) == 'ValueError eq must be true if order is true'
assert attempt(lambda: field(default=1, default_factory=int)) == 'ValueError cannot specify both default and default_factory'
assert attempt(lambda: asdict(3)) == 'TypeError asdict() should be called on dataclass instances'
assert attempt(lambda: fields(3)) == 'TypeError must be called with a dataclass type or instance'
assert attempt(lambda: replace(3)) == 'TypeError replace() should be called on dataclass instances'
assert attempt(lambda: replace(C(1), c=3)) == 'TypeError field c is declared with init=False, it cannot be specified with replace()'
M = make_dataclass('M', [('x', int), 'y', ('z', int, field(default=5))], namespace={'dbl': lambda self: self.x * 2})
assert str(M(1, 2)) == 'M(x=1, y=2, z=5)'
assert str(M(1, 2).dbl()) == '2'
assert str(M.__module__) == '__main__'
assert attempt(lambda: make_dataclass('M', ['1x'])) == "TypeError Field names must be valid identifiers: '1x'"
assert attempt(lambda: make_dataclass('M', ['x', 'x'])) == "TypeError Field name duplicated: 'x'"
assert attempt(lambda: make_dataclass('M', ['class'])) == "TypeError Field names must not be keywords: 'class'"

@dataclass
class Node:
    v: int
    kids: list = field(default_factory=list)
    d: dict = field(default_factory=dict)

n = Node(1, [Node(2), (Node(3),)], {'a': Node(4)})
assert str(n) == "Node(v=1, kids=[Node(v=2, kids=[], d={}), (Node(v=3, kids=[], d={}),)], d={'a': Node(v=4, kids=[], d={})})"
assert str(asdict(n)) == "{'v': 1, 'kids': [{'v': 2, 'kids': [], 'd': {}}, ({'v': 3, 'kids': [], 'd': {}},)], 'd': {'a': {'v': 4, 'kids': [], 'd': {}}}}"
assert str(astuple(n)) == "(1, [(2, [], {}), ((3, [], {}),)], {'a': (4, [], {})})"
n.kids.append(n)
assert str(n) == "Node(v=1, kids=[Node(v=2, kids=[], d={}), (Node(v=3, kids=[], d={}),), ...], d={'a': Node(v=4, kids=[], d={})})"

@dataclass(unsafe_hash=True)
class H:
    x: int
    y: int = field(hash=False, default=1)

assert hash(H(1, 2)) == hash(H(1, 3))
assert str(H(1)) == 'H(x=1, y=1)'

@dataclass(repr=False, eq=False, init=False)
class Nothing:
    x: int = 0

assert str(Nothing().x) == '0'
assert not Nothing() == Nothing()

@dataclass
class CV:
    a: int
    b: ClassVar[int] = 3
    c: 'ClassVar[str]' = 'x'

assert str(CV(1)) == 'CV(a=1)'
assert str(CV.b) == '3'
assert str([f.name for f in fields(CV)]) == "['a']"
match p:
    case P(x, y):
        assert str(x) == '3'
        assert str(y) == '4'

@dataclass
class E:

    def __repr__(self):
        return 'own'

assert str(E()) == 'own'

@dataclass
class Frozen2:
    pass

assert str(Frozen2()) == 'Frozen2()'
assert Frozen2() == Frozen2()
assert str(copy.replace(p, y=7)) == 'P(x=3, y=7)'
assert str(copy.copy(p)) == 'P(x=3, y=4)'
assert str(copy.deepcopy(n).kids[0]) == 'Node(v=2, kids=[], d={})'
assert str(InitVar[int]) == 'dataclasses.InitVar[int]'
assert str(MISSING.__class__.__name__) == '_MISSING_TYPE'
assert str(P.__dataclass_params__) == '_DataclassParams(init=True,repr=True,eq=True,order=False,unsafe_hash=False,frozen=False,match_args=True,kw_only=False,slots=False,weakref_slot=False)'
assert str(P.__init__.__qualname__) == 'P.__init__'
assert str(P.__eq__.__qualname__) == 'P.__eq__'
assert str(P.__init__.__annotations__) == "{'x': <class 'int'>, 'y': <class 'int'>, 'return': None}"

@dataclass(frozen=True, slots=True)
class FS:
    a: int
    b: str = 'q'

fs = FS(1)
assert str(fs) == "FS(a=1, b='q')"
assert hash(fs) == hash(FS(1))
assert str(copy.copy(fs)) == "FS(a=1, b='q')"
assert str(replace(fs, a=3)) == "FS(a=3, b='q')"

def f():
    fs.a = 3

assert attempt(f) == "FrozenInstanceError cannot assign to field 'a'"


# a method that the class has of its own stays, __init__ too
@dataclass
class OwnInit:
    x: int

    def __init__(self, x):
        self.x = 2 * x


assert OwnInit(3).x == 6 and OwnInit(3) == OwnInit(3)


# annotations that are text: only what leads to the names of typing and of this module is special
import typing
import dataclasses as other


@dataclass
class Texts:
    a: "typing.ClassVar[int]" = 1
    b: "typing . ClassVar" = 2
    c: "other.InitVar[int]" = 3
    d: "nothing.ClassVar" = 4
    e: "dataclasses.ClassVar" = 5
    f: "ClassVar[int]" = 6

    def __post_init__(self, c):
        self.got = c


assert [f.name for f in fields(Texts)] == ["d", "e"] and Texts(7, 8, 9).got == 7


@dataclass
class Recursive:
    Recursive: object = field()


Recursive.__dataclass_fields__["Recursive"].type = Recursive.__dataclass_fields__["Recursive"]
assert ",type=...," in repr(Recursive.__dataclass_fields__["Recursive"])


def redefine():
    @dataclass
    class Below(OwnInit):
        x = field()


assert attempt(redefine) == "TypeError 'x' is a field but has no type annotation"

import abc


class Ordered(abc.ABC):
    @abc.abstractmethod
    def __lt__(self, other):
        pass


@dataclass(order=True)
class Date(Ordered):
    year: int


assert Date(1) < Date(2) and Date.__abstractmethods__ == frozenset()
