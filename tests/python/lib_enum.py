"""enum: members, flags, the functional interface, checks."""
# needs: enum
import enum
from enum import *
import copy


def attempt(f):
    try:
        return str(f())
    except Exception as e:
        return "%s %s" % (type(e).__name__, e)



class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1

    def describe(self):
        return self.name.lower()

    @classmethod
    def favourite(cls):
        return cls.BLUE

    @property
    def twice(self):
        return self.value * 2

assert str(Color) == "<enum 'Color'>"
assert str(Color.RED) == 'Color.RED'
assert str(repr(Color.RED)) == '<Color.RED: 1>'
assert str(list(Color)) == '[<Color.RED: 1>, <Color.GREEN: 2>, <Color.BLUE: 3>]'
assert str(len(Color)) == '3'
assert str(Color(2)) == 'Color.GREEN'
assert str(Color['BLUE']) == 'Color.BLUE'
assert Color.CRIMSON is Color.RED
assert str(Color.RED.describe()) == 'red'
assert str(Color.favourite()) == 'Color.BLUE'
assert str(Color.RED.twice) == '2'
assert str(Color.RED.name) == 'RED'
assert str(Color.RED.value) == '1'
assert str(f'{Color.RED}') == 'Color.RED'
assert str('%s' % Color.RED) == 'Color.RED'
assert str('{:>12}|'.format(Color.RED)) == '   Color.RED|'
assert not Color.RED == 1
assert Color.RED == Color.RED
assert Color.RED in Color
assert 1 in Color
assert not 9 in Color
assert isinstance(Color.RED, Color)
assert hash(Color.RED) == hash('RED')
assert attempt(lambda: Color(7)) == 'ValueError 7 is not a valid Color'
assert attempt(lambda: Color['X']) == "KeyError 'X'"
assert attempt(lambda: Color.X) == "AttributeError type object 'Color' has no attribute 'X'"

def a():
    Color.RED = 5

assert attempt(a) == "AttributeError cannot reassign member 'RED'"

def a():
    del Color.RED

assert attempt(a) == "AttributeError 'Color' cannot delete member 'RED'."

def a():

    class More(Color):
        X = 4

assert attempt(a) == "TypeError <enum 'More'> cannot extend <enum 'Color'>"

def a():

    class D(Enum):
        A = 1
        A = 2

assert attempt(a) == "TypeError 'A' already defined as 1"
assert str(dict(Color.__members__)) == "{'RED': <Color.RED: 1>, 'GREEN': <Color.GREEN: 2>, 'BLUE': <Color.BLUE: 3>, 'CRIMSON': <Color.RED: 1>}"
assert str(Color.__members__.__class__.__name__) == 'mappingproxy'
assert str(reversed(Color) and list(reversed(Color))) == '[<Color.BLUE: 3>, <Color.GREEN: 2>, <Color.RED: 1>]'
assert attempt(lambda: Color.RED < Color.BLUE) == "TypeError '<' not supported between instances of 'Color' and 'Color'"
assert attempt(lambda: Color.RED.foo) == "AttributeError 'Color' object has no attribute 'foo'"

class N(IntEnum):
    ONE = 1
    TWO = auto()
    FIVE = 5
    SIX = auto()

assert str(N.ONE + 1) == '2'
assert str(N.TWO) == '2'
assert str(repr(N.TWO)) == '<N.TWO: 2>'
assert str(f'{N.SIX}') == '6'
assert str('%d' % N.FIVE) == '5'
assert N.FIVE == 5
assert str(N(6)) == '6'
assert N.ONE < N.TWO
assert str([1, 2, 3][N.ONE]) == '2'
assert str(str(N.ONE)) == '1'
assert str(format(N.FIVE, '03d')) == '005'
assert str(max(N)) == '6'
assert str(sorted(N, reverse=True)) == '[<N.SIX: 6>, <N.FIVE: 5>, <N.TWO: 2>, <N.ONE: 1>]'

class S(StrEnum):
    A = auto()
    Bc = auto()
    D = 'dd'

assert str(S.A) == 'a'
assert str(repr(S.Bc)) == "<S.Bc: 'bc'>"
assert str(S.D) == 'dd'
assert S.D == 'dd'
assert str(S.D.upper()) == 'DD'
assert str(f'{S.Bc:>5}') == '   bc'
assert str(S('dd')) == 'dd'
assert str('%s' % S.A) == 'a'
assert str(len(S.Bc)) == '2'

class P(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W

assert str(P.R) == 'P.R'
assert str(repr(P.R | P.X)) == '<P.R|X: 5>'
assert str(P.R | P.W) == 'P.RW'
assert str(repr(P.RW)) == '<P.RW: 3>'
assert str(P(0)) == 'P(0)'
assert str(repr(P(0))) == '<P: 0>'
assert str(~P.R) == 'P.W|X'
assert str(repr(~P.R)) == '<P.W|X: 6>'
assert P.R in P.RW
assert not bool(P.R & P.W)
assert str(list(P.RW)) == '[<P.R: 1>, <P.W: 2>]'
assert str(list(P)) == '[<P.R: 1>, <P.W: 2>, <P.X: 4>]'
assert str(len(P.RW)) == '2'
assert str(P.R ^ P.RW) == 'P.W'
assert str(P(5)) == 'P.R|X'
assert str(P.X.value) == '4'
assert str(P['RW']) == 'P.RW'
assert str(P.RW.name) == 'RW'
assert str((P.R | P.X).name) == 'R|X'
assert P(0).name is None
assert attempt(lambda: P(8)) == "ValueError <flag 'P'> invalid value 8\n    given 0b0 1000\n  allowed 0b0 0111"
assert attempt(lambda: P(-1)) == 'P.R|W|X'
assert attempt(lambda: P('x')) == "ValueError 'x' is not a valid P"
assert attempt(lambda: P.R | 1) == "TypeError unsupported operand type(s) for |: 'P' and 'int'"
assert attempt(lambda: 1 in P.R) == "TypeError unsupported operand type(s) for 'in': 'int' and 'P'"
assert str(list(P.__members__)) == "['R', 'W', 'X', 'RW']"
assert str(P) == "<flag 'P'>"

class I(IntFlag):
    A = 1
    B = 2
    C = 4

assert str(I.A) == '1'
assert str(repr(I.A | I.B)) == '<I.A|B: 3>'
assert str(I.A | 8) == '9'
assert str(repr(I.A | 8)) == '<I.A|8: 9>'
assert str(I(16)) == '16'
assert str(repr(I(16))) == '<I: 16>'
assert str(repr(~I.A)) == '<I.B|C: 6>'
assert str(I.A + 1) == '2'
assert I.A | I.B == 3
assert str(f'{I.A | I.B}') == '3'
assert str(repr(I(0))) == '<I: 0>'
assert str(repr(I.A & 6)) == '<I: 0>'
assert str(repr(2 | I.A)) == '<I.A|B: 3>'
assert isinstance(I.A | 1024, I)
assert str(list(I(7))) == '[<I.A: 1>, <I.B: 2>, <I.C: 4>]'
assert str(repr(I(-1))) == '<I.A|B|C: 7>'
assert str(repr(I(9) & ~I.A)) == '<I: 0>'

class Conf(Flag, boundary=CONFORM):
    A = 1
    B = 2

assert str(repr(Conf(7))) == '<Conf.A|B: 3>'

class Ej(Flag, boundary=EJECT):
    A = 1
    B = 2

assert str(repr(Ej(7))) == '7'
assert str(repr(Ej(3))) == '<Ej.A|B: 3>'

class K(Flag, boundary=KEEP):
    A = 1
    B = 2

assert str(repr(K(7))) == '<K.A|B|4: 7>'
assert str(K(12)) == 'K(12)'
assert str(list(K(7))) == '[<K.A: 1>, <K.B: 2>]'
A = Enum('A', 'x y z')
assert str(list(A)) == '[<A.x: 1>, <A.y: 2>, <A.z: 3>]'
assert str(A.__module__) == '__main__'
assert str(A.__qualname__) == 'A'
B = Enum('B', {'p': 10, 'q': 20}, type=int)
assert str(list(B)) == '[<B.p: 10>, <B.q: 20>]'
assert str(B.p + 1) == '11'
C = IntEnum('C', [('m', 3), ('n', 4)], start=2)
assert str(list(C)) == '[<C.m: 3>, <C.n: 4>]'
D = Flag('D', ['a', 'b'])
assert str(list(D)) == '[<D.a: 1>, <D.b: 2>]'
assert str(D.a | D.b) == 'D.a|b'
E2 = Enum('E2', ('u', 'v'), start=5, module='mm', qualname='Q.E2')
assert str(list(E2)) == '[<E2.u: 5>, <E2.v: 6>]'
assert str(E2.__module__) == 'mm'
assert str(E2.__qualname__) == 'Q.E2'

class Planet(Enum):
    MERCURY = (3.303e+23, 2439700.0)
    EARTH = (5.976e+24, 6378140.0)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def g(self):
        return self.mass / self.radius ** 2

assert str(Planet.EARTH.mass) == '5.976e+24'
assert str(Planet.EARTH.value) == '(5.976e+24, 6378140.0)'
assert str(repr(Planet.EARTH)) == '<Planet.EARTH: (5.976e+24, 6378140.0)>'
assert str(Planet((3.303e+23, 2439700.0))) == 'Planet.MERCURY'

class Co(bytes, Enum):

    def __new__(cls, value, label, unit):
        obj = bytes.__new__(cls, [value])
        obj._value_ = value
        obj.label = label
        obj.unit = unit
        return obj
    PX = (0, 'P.X', 'km')
    PY = (1, 'P.Y', 'km')

assert str(Co.PX) == 'Co.PX'
assert str(Co.PX.value) == '0'
assert str(Co.PY.label) == 'P.Y'
assert str(bytes(Co.PY)) == "b'\\x01'"
assert str(Co(1)) == 'Co.PY'

def a():

    @unique
    class U(Enum):
        A = 1
        B = 2
        C = 1

assert attempt(a) == "ValueError duplicate values found in <enum 'U'>: C -> A"

def a():

    @verify(CONTINUOUS)
    class U(Enum):
        A = 1
        B = 3

assert attempt(a) == "ValueError invalid enum 'U': missing values 2"

def a():

    @verify(UNIQUE)
    class U(Enum):
        A = 1
        B = 1

assert attempt(a) == "ValueError aliases found in <enum 'U'>: B -> A"

def a():

    @verify(NAMED_FLAGS)
    class U(Flag):
        A = 1
        B = 6

assert attempt(a) == "ValueError invalid Flag 'U': alias B is missing combined values of 0x6 [use enum.show_flag_values(value) for details]"

class Nx(Enum):

    @nonmember
    class Inner:
        pass
    x = nonmember(5)
    f = member(lambda: 3)

    def meth(self):
        pass
    y = 1

    class In2:
        z = 3

assert str(Nx.x) == '5'
assert str(Nx.Inner) == "<class '__main__.Nx.Inner'>"
assert str(Nx.In2) == "<class '__main__.Nx.In2'>"
assert str(Nx.f.value()) == '3'

class M(Enum):
    A = 1

    @classmethod
    def _missing_(cls, v):
        if v == 'a':
            return cls.A
        if v == 'bad':
            return 5

assert str(M('a')) == 'M.A'
assert attempt(lambda: M('bad')) == 'TypeError error in M._missing_: returned 5 instead of None or a valid member'
assert attempt(lambda: M('c')) == "ValueError 'c' is not a valid M"

class G(Enum):

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name * 2
    A = auto()
    B = auto()

assert str(G.A.value) == 'AA'
assert str(G.B.value) == 'BB'
assert str([m.value for m in G]) == "['AA', 'BB']"

class Ig(Enum):
    _ignore_ = ['i', 'Ig']
    Ig = vars()
    for i in range(3):
        Ig['m%d' % i] = i

assert str(list(Ig)) == '[<Ig.m0: 0>, <Ig.m1: 1>, <Ig.m2: 2>]'

class F(float, Enum):
    PI = 3.14

assert str(F.PI) == 'F.PI'
assert str(repr(F.PI)) == '<F.PI: 3.14>'
assert str(F.PI * 2) == '6.28'
assert str(f'{F.PI:.1f}' if 0 else 1) == '1'

class Str(str, Enum):
    A = 'aa'

assert str(Str.A) == 'Str.A'
assert str(repr(Str.A)) == "<Str.A: 'aa'>"
assert Str.A == 'aa'
assert str(f'{Str.A}') == 'Str.A'
assert str('%s' % Str.A) == 'Str.A'
assert str(Str.A.upper()) == 'AA'
assert str(Str('aa')) == 'Str.A'

class O(Enum):
    _order_ = 'A B'
    A = 1
    B = 2

def a():

    class O(Enum):
        _order_ = 'B A'
        A = 1
        B = 2

assert attempt(a) == "TypeError member order does not match _order_:\n  ['A', 'B']\n  ['B', 'A']"
assert copy.copy(Color.RED) is Color.RED
assert copy.deepcopy([Color.RED])[0] is Color.RED

class Base(Enum):

    def hello(self):
        return 'hi ' + self.name

class Der(Base):
    Z = 26

assert str(Der.Z.hello()) == 'hi Z'
assert str(Der.__mro__[1:3]) == "(<enum 'Base'>, <enum 'Enum'>)"

class T(tuple, Enum):
    A = (1, 2)

assert str(T.A) == 'T.A'
assert str(repr(T.A)) == '<T.A: (1, 2)>'
assert str(T.A[1]) == '2'

class W(Enum):
    name_ = 1
    value = 5

assert attempt(lambda: (W.value, W.value.value, W.name_.value)) == '(<W.value: 5>, 5, 1)'
assert str(enum.bin(10)) == '0b0 1010'
assert str(enum.bin(-10)) == '0b1 0110'
assert str(enum.bin(5, 8)) == '0b0 00000101'
assert str(enum.show_flag_values(10)) == '[2, 8]'
assert str(STRICT) == 'strict'
assert str(repr(KEEP)) == "<FlagBoundary.KEEP: 'keep'>"
assert str(Color.RED.__class__) == "<enum 'Color'>"
assert str(type(Color)) == "<class 'enum.EnumType'>"
assert EnumMeta is EnumType
assert str(Color.__name__) == 'Color'
assert Color.__doc__ is None
assert Color.RED.__doc__ is None
match Color.RED:
    case Color.GREEN:
        pass
    case Color.RED:
        pass
assert str({Color.RED: 1}[Color(1)]) == '1'
assert Color.RED is Color(Color.RED)
assert bool(Color.RED)
assert not bool(P(0))
assert callable(Color)
assert str(Enum.__members__ if hasattr(Enum, '__members__') else None) == '{}'
assert Color.__contains__(Color.RED)
assert str(dir(Color)[:3]) == "['BLUE', 'GREEN', 'RED']"
assert str([d for d in dir(Color.RED) if d[0] != '_']) == "['describe', 'favourite', 'name', 'twice', 'value']"


# members made by auto() in tuples; what is said of a wrong __new__; flags without a value
class Several(Enum):
    A = auto()
    B = auto(), auto()
    C = auto(), "x"


assert [m.value for m in Several] == [1, (2, 3), (4, "x")]


def bad_new():
    class Bad(Enum):
        def __new__(cls, value):
            return super().__new__(cls, value)
        A = 1


assert attempt(bad_new) == "TypeError do not use `super().__new__; call the appropriate __new__ directly"
assert attempt(lambda: Enum("E", names=0)) == "TypeError 'int' object is not iterable"


class Nothing(Flag):
    A = 1
    E = None


for f in (lambda: Nothing.A | Nothing.E, lambda: Nothing.E & Nothing.A, lambda: Nothing.A ^ Nothing.E):
    assert attempt(f).startswith("TypeError 'Nothing.E' cannot be combined with other flags with ")
assert attempt(lambda: ~Nothing.E) == "TypeError 'Nothing.E' cannot be inverted"


class Upper(IntEnum):
    first = 1

    def __str__(self):
        return self.name.upper()


assert format(Upper.first) == "%s" % Upper.first == f"{Upper.first}" == "FIRST" and format(Upper.first, "3") == "  1"
