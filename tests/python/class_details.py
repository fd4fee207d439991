# needs: methods messages
# What str() returns, object.__new__, super as a base class, __subclasses__ of built-in types, hash(-1), pow() of three.
import sys
from decimal import Decimal
from fractions import Fraction


def error(f, *args, **keywords):
    try:
        f(*args, **keywords)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)
    return "no error"


# what __str__, __repr__ and __format__ return may be of a subclass of str
class Text(str):
    pass


class Shown:
    def __str__(self):
        return Text("s")

    def __repr__(self):
        return Text("r")

    def __format__(self, spec):
        return Text("f" + spec)


class OnlyRepr:
    def __repr__(self):
        return Text("r")


class Named(str):
    def __str__(self):
        return Text("named")


class Meta(type):
    def __str__(cls):
        return Text("meta")


class WithMeta(metaclass=Meta):
    pass


assert type(str(Shown())) is Text and str(Shown()) == "s" and type(repr(Shown())) is Text and repr(Shown()) == "r"
assert type(str(OnlyRepr())) is Text and type(str(Named("x"))) is Text and type(str(WithMeta)) is Text
assert type(str(Text("x"))) is str and str(Text("x")) == "x" and type(format(Shown(), "1")) is Text
assert type(f"a{Shown()}") is str and type("a%s" % Shown()) is str and type("a{}".format(Shown())) is str
assert type(Text("x").__str__()) is str

# object.__new__ makes no objects of built-in types
for base in (list, int, dict, str, tuple, set, float, bytes, bytearray):
    class Sub(base):
        pass
    assert error(object.__new__, Sub) == "TypeError: object.__new__(Sub) is not safe, use Sub.__new__()"
    assert type(base.__new__(Sub)) is Sub
assert error(object.__new__, list) == "TypeError: object.__new__(list) is not safe, use list.__new__()"


# super can be subclassed
class Upper(super):
    extra = 1

    def shout(self):
        return "!"


class Direct(super):
    def __init__(self, cls, o, more=0):
        super().__init__(cls, o)
        self.more = more


class A:
    name = "a"

    def f(self):
        return "A.f"

    @property
    def p(self):
        return self.__class__.__name__


class B(A):
    name = "b"

    def f(self):
        return Upper(B, self).f() + "B"

    def g(self):
        return Upper().f() if __class__ else None

    @property
    def p(self):
        return "B"


b = B()
assert b.f() == "A.fB" and b.g() == "A.f"
u = Upper(B, b)
assert u.name == "a" and u.extra == 1 and u.shout() == "!" and u.p == "B" and u.__self__ is b and u.__thisclass__ is B
d = Direct(B, b, 5)
assert d.name == "a" and d.more == 5 and d.f() == "A.f" and isinstance(d, super)
assert error(getattr, u, "nothing").startswith("AttributeError: ")
assert error(Upper, B, 1).startswith("TypeError: super(type, obj): obj (instance of int) is not an instance or subtype of type (B)")

# the types of the image are listed as subclasses
assert bool in int.__subclasses__() and ArithmeticError in Exception.__subclasses__()
assert set(LookupError.__subclasses__()) >= {IndexError, KeyError} and FileNotFoundError in OSError.__subclasses__()
assert B in A.__subclasses__() and A in object.__subclasses__()

# functions are of the module builtins
def function():
    pass


assert type(function).__module__ == type(len).__module__ == type(Exception.__init__).__module__ == "builtins"
assert function.__module__ == __name__ and repr(type(function)) == "<class 'function'>"


# no hash is -1
class Minus:
    def __hash__(self):
        return -1

    def __eq__(self, other):
        return other == -1


class Minus2(Minus):
    def __hash__(self):
        return hash(-1)


assert hash(-1) == hash(-1.0) == hash(complex(-1)) == hash(Fraction(-1)) == hash(Decimal(-1)) == -2
assert hash(Minus()) == -2 and (-1).__hash__() == -2 and hash(-2) == -2
assert {-1: "x"}[Minus()] == "x" and {-1: "x"}[Minus2()] == "x" and {-2: 1, -1: 2} == {-1: 2, -2: 1} and len({-1, -2}) == 2
assert {i: i for i in range(-20, 20)}[-1] == -1 and {i: i for i in range(-20, 20)}[-2] == -2

# pow() of three as methods
assert int.__pow__(3, 5, 7) == 5 and (3).__pow__(-1, 7) == 5 and int.__rpow__(3, 5, 7) == 6 and (2).__rpow__(3) == 9
assert int.__pow__(3, 5, None) == 243 and int.__pow__(3, "x", 7) is NotImplemented
assert error(float.__pow__, 3.0, 5, 7) == "TypeError: pow() 3rd argument not allowed unless all arguments are integers"
assert error(int.__pow__, 3, 5, 0) == "ValueError: pow() 3rd argument cannot be 0"

# texts that are no ints are shown as bytes; True is pickled as an int
assert error(int, bytearray(b"x")) == "ValueError: invalid literal for int() with base 10: b'x'"
assert error(int, memoryview(b"1x")) == "ValueError: invalid literal for int() with base 10: b'1x'"
assert error(int, bytearray()) == error(int, b"") == "ValueError: invalid literal for int() with base 10: b''"
assert repr(True.__getnewargs__()) == "(1,)"

# far indices
far = -sys.maxsize - 1
assert error(lambda: (1, 2)[far]) == "IndexError: tuple index out of range"
assert error(lambda: [1, 2][far]) == "IndexError: list index out of range"
assert error(lambda: "ab"[far]) == "IndexError: string index out of range"
assert error(lambda: [1, 2][far - 1]) == "IndexError: cannot fit 'int' into an index-sized integer"


# x *= sequence
class Plain:
    pass


def times(x, y):
    x *= y
    return x


assert error(times, Plain(), [1]) == "TypeError: unsupported operand type(s) for *=: 'Plain' and 'list'"
assert error(times, {}, [1]) == "TypeError: unsupported operand type(s) for *=: 'dict' and 'list'"
assert error(times, 2.5, [1]) == "TypeError: can't multiply sequence by non-int of type 'float'"
assert error(times, [1], Plain()) == "TypeError: can't multiply sequence by non-int of type 'Plain'"
assert error(lambda: Plain() * [1]) == "TypeError: can't multiply sequence by non-int of type 'Plain'"
assert times(3, [1]) == [1, 1, 1]

# sources
assert error(exec, 3) == "TypeError: exec() arg 1 must be a string, bytes or code object"
assert error(eval, None) == "TypeError: eval() arg 1 must be a string, bytes or code object"
assert error(compile, 3, "a", "exec") == "TypeError: compile() arg 1 must be a string, bytes or AST object"

# memoryview's options
m = memoryview(b"abcd")
assert m.tobytes("C") == m.tobytes(order="F") == m.tobytes(None) == m.tobytes("A") == b"abcd"
assert error(m.tobytes, order="Q") == "ValueError: order must be 'C', 'F' or 'A'"
assert error(m.cast, 1) == "TypeError: cast() argument 'format' must be str, not int"


# the name of a NameError; an UnboundLocalError has none, so nothing is suggested for it
def unbound():
    try:
        plain
    except UnboundLocalError as e:
        assert e.name is None and str(e) == "cannot access local variable 'plain' where it is not associated with a value"
    plain = 1


def free():
    def inner():
        try:
            later
        except NameError as e:
            assert e.name == "later" and type(e) is NameError
    inner()
    later = 1


unbound()
free()
try:
    undefined
except NameError as e:
    assert e.name == "undefined"
assert [c.__name__ for c in BaseException.__subclasses__()] == \
    ['BaseExceptionGroup', 'Exception', 'GeneratorExit', 'KeyboardInterrupt', 'SystemExit']
assert [c.__name__ for c in Exception.__subclasses__()][:4] == \
    ['ArithmeticError', 'AssertionError', 'AttributeError', 'BufferError'] and ExceptionGroup in Exception.__subclasses__()
