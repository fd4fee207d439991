"""inspect: signatures, predicates, documentation."""
# needs: inspect tracing dataclasses
import inspect, functools
from inspect import *
from dataclasses import dataclass


def attempt(f):
    try:
        return str(f())
    except Exception as e:
        return "%s %s" % (type(e).__name__, e)


wanted_1 = iter([('a', 'a', '<_ParameterKind.POSITIONAL_ONLY: 0>', 'positional-only', 'True', 'True', '<Parameter "a">'), ('b: int = 1', 'b', '<_ParameterKind.POSITIONAL_ONLY: 0>', 'positional-only', 'False', 'False', '<Parameter "b: int = 1">'), ("c: str = 'x'", 'c', '<_ParameterKind.POSITIONAL_OR_KEYWORD: 1>', 'positional or keyword', 'False', 'False', '<Parameter "c: str = \'x\'">'), ('*args: int', 'args', '<_ParameterKind.VAR_POSITIONAL: 2>', 'variadic positional', 'True', 'False', '<Parameter "*args: int">'), ('d', 'd', '<_ParameterKind.KEYWORD_ONLY: 3>', 'keyword-only', 'True', 'True', '<Parameter "d">'), ('e: float = 2.5', 'e', '<_ParameterKind.KEYWORD_ONLY: 3>', 'keyword-only', 'False', 'False', '<Parameter "e: float = 2.5">'), ('**kw', 'kw', '<_ParameterKind.VAR_KEYWORD: 4>', 'variadic keyword', 'True', 'True', '<Parameter "**kw">')])

def f(a, b: int=1, /, c: str='x', *args: int, d, e: float=2.5, **kw) -> bool:
    pass

class A:
    """doc of A"""

    def __init__(self, x, y=2):
        pass

    def m(self, q, *, r=1):
        """method doc"""

    @classmethod
    def cm(cls, z):
        pass

    @staticmethod
    def sm(w):
        pass

    def __call__(self, k):
        pass

    @property
    def prop(self):
        """pd"""

class B(A):

    def m(self, q, *, r=1):
        pass

assert str(signature(f)) == "(a, b: int = 1, /, c: str = 'x', *args: int, d, e: float = 2.5, **kw) -> bool"
assert str(signature(A)) == '(x, y=2)'
assert str(signature(A.m)) == '(self, q, *, r=1)'
assert str(signature(A(1).m)) == '(q, *, r=1)'
assert str(signature(A.cm)) == '(z)'
assert str(signature(A.sm)) == '(w)'
assert str(signature(A(1))) == '(k)'
assert str(signature(lambda: 0)) == '()'
assert str(signature(lambda *a, k, **b: 0)) == '(*a, k, **b)'
s = signature(f)
for p in s.parameters.values():
    assert (str(p), str(p.name), str(repr(p.kind)), str(p.kind.description), str(p.default is Parameter.empty), str(p.annotation is Parameter.empty), str(repr(p))) == next(wanted_1)
assert str(s.return_annotation) == "<class 'bool'>"
assert str(repr(s)) == "<Signature (a, b: int = 1, /, c: str = 'x', *args: int, d, e: float = 2.5, **kw) -> bool>"
assert s == signature(f)
assert str(s.replace(return_annotation=Signature.empty)) == "(a, b: int = 1, /, c: str = 'x', *args: int, d, e: float = 2.5, **kw)"
assert str(list(s.parameters)) == "['a', 'b', 'c', 'args', 'd', 'e', 'kw']"
b = s.bind(1, 2, 'c', 4, 5, d=6, z=7)
assert str(b) == "<BoundArguments (a=1, b=2, c='c', args=(4, 5), d=6, kw={'z': 7})>"
assert str(b.args) == "(1, 2, 'c', 4, 5)"
assert str(b.kwargs) == "{'d': 6, 'z': 7}"
assert str(b.arguments) == "{'a': 1, 'b': 2, 'c': 'c', 'args': (4, 5), 'd': 6, 'kw': {'z': 7}}"
b = s.bind(1, d=3)
b.apply_defaults()
assert str(b.arguments) == "{'a': 1, 'b': 1, 'c': 'x', 'args': (), 'd': 3, 'e': 2.5, 'kw': {}}"
assert attempt(lambda: s.bind()) == "TypeError missing a required argument: 'a'"
assert attempt(lambda: s.bind(1)) == "TypeError missing a required argument: 'd'"
assert attempt(lambda: signature(lambda x: 0).bind(1, 2)) == 'TypeError too many positional arguments'
assert attempt(lambda: signature(lambda x: 0).bind(1, x=2)) == "TypeError multiple values for argument 'x'"
assert attempt(lambda: signature(lambda x: 0).bind(y=2)) == "TypeError missing a required argument: 'x'"
assert str(s.bind_partial()) == '<BoundArguments ()>'
assert attempt(lambda: signature(3)) == 'TypeError 3 is not a callable object'
assert attempt(lambda: Parameter('1', 0)) == "ValueError '1' is not a valid parameter name"
assert attempt(lambda: Parameter('x', Parameter.VAR_POSITIONAL, default=3)) == 'ValueError variadic positional parameters cannot have default values'
assert attempt(lambda: Signature([Parameter('a', Parameter.KEYWORD_ONLY), Parameter('b', Parameter.POSITIONAL_ONLY)])) == 'ValueError wrong parameter order: keyword-only parameter before positional-only parameter'

@functools.wraps(f)
def w(*a):
    pass

assert str(signature(w)) == "(a, b: int = 1, /, c: str = 'x', *args: int, d, e: float = 2.5, **kw) -> bool"
assert str(signature(w, follow_wrapped=False)) == '(*a) -> bool'
assert unwrap(w) is f
assert str(signature(functools.partial(f, 1, d=4))) == "(b: int = 1, /, c: str = 'x', *args: int, d=4, e: float = 2.5, **kw) -> bool"
assert str(signature(functools.partial(lambda a, b, c: 0, b=2))) == '(a, *, b=2, c)'
assert isfunction(f)
assert not isfunction(len)
assert isbuiltin(len)
assert ismethod(A(1).m)
assert not ismethod(A.m)
assert isclass(A)
assert ismodule(inspect)
assert isroutine(len)
assert isroutine(A.m)
assert not isgeneratorfunction(f)
assert not isabstract(A)
assert isdatadescriptor(A.prop)
assert not ismethoddescriptor(A.prop)

def g():
    yield

async def c():
    pass
async def ag():
    yield
assert isgeneratorfunction(g)
assert isgenerator(g())
assert iscoroutinefunction(c)
assert isasyncgenfunction(ag)
assert isasyncgen(ag())
assert not iscoroutinefunction(g)
x = c()
assert iscoroutine(x)
assert isawaitable(x)
assert not isawaitable(3)
x.close()
assert str(getdoc(A)) == 'doc of A'
assert str(getdoc(B.m)) == 'method doc'
assert str(getdoc(A.prop)) == 'pd'
assert str(cleandoc('  a\n    b\n      c\n    ')) == 'a\nb\n  c'
assert str(repr(cleandoc('\n\n x\n'))) == "'x'"
assert str([n for n, v in getmembers(A(1)) if n[0] != '_']) == "['cm', 'm', 'prop', 'sm']"
assert str([n for n, v in getmembers(A, isfunction) if n[0] != '_']) == "['m', 'sm']"
gen = g()
assert str(getgeneratorstate(gen)) == 'GEN_CREATED'
next(gen)
assert str(getgeneratorstate(gen)) == 'GEN_SUSPENDED'
list(gen)
assert str(getgeneratorstate(gen)) == 'GEN_CLOSED'

class D:

    def __getattr__(self, n):
        return 5
    z = 3

d = D()
d.q = 4
assert str(getattr_static(d, 'q')) == '4'
assert str(getattr_static(d, 'z')) == '3'
assert getattr_static(d, 'nope', None) is None
assert str(getmro(B)) == "(<class '__main__.B'>, <class '__main__.A'>, <class 'object'>)"
assert attempt(lambda: getattr_static(d, 'nope')) == 'AttributeError nope'
assert get_annotations(f) == {'b': int, 'c': str, 'args': int, 'e': float, 'return': bool}
assert str(getfullargspec(f)[:6]) == "(['a', 'b', 'c'], 'args', 'kw', (1, 'x'), ['d', 'e'], {'e': 2.5})"
assert str(sorted(getfullargspec(f).annotations)) == "['args', 'b', 'c', 'e', 'return']"
assert str(getcallargs(lambda a, b=2, *c: 0, 1, 5, 6)) == "{'a': 1, 'b': 5, 'c': (6,)}"
assert str(signature(A).parameters['y'].default) == '2'
assert str(formatannotation(int)) == 'int'
assert str(formatannotation('x')) == "'x'"
assert str(formatannotation(list[int])) == 'list[int]'
assert str(getmodulename('/a/b.py')) == 'b'
assert str(getmodule(f).__name__) == '__main__'
assert str(classify_class_attrs(A)[-1].name) == 'sm'

class N:

    def __new__(cls, a, b=3):
        return object.__new__(cls)

assert str(signature(N)) == '(a, b=3)'
assert str(signature(object) if 0 else '') == ''
assert str(str(signature(type('E', (), {})))) == '()'

@dataclass
class DC:
    x: int
    y: str = 'q'

assert str(signature(DC)) == "(x: int, y: str = 'q') -> None"


# parameters are ordered; signatures can be copied
import copy
import sys


def two(a, b=1):
    pass


shown = signature(two)
assert repr(shown.parameters) == "mappingproxy(OrderedDict({'a': <Parameter \"a\">, 'b': <Parameter \"b=1\">}))"
assert copy.deepcopy(shown) == shown and copy.copy(shown.parameters["b"]) == shown.parameters["b"]


# ---- signatures of what is called by way of something else ----
import collections
import enum
import functools
import inspect
import itertools
import math

P = collections.namedtuple("P", "x y z", defaults=(2, "three"))


class Sub(P):
    pass


class Color(enum.Enum):
    RED = 1


class Meta(type):
    def __call__(cls, name, *bases):
        return name


class Made(metaclass=Meta):
    def __init__(self, other):
        pass


class Callable:
    __call__ = staticmethod(lambda a, b=1: a)


class CallableClass:
    __call__ = classmethod(lambda cls, a: a)


class Partial:
    __init__ = functools.partialmethod(lambda self, x, a: None, 2)


class Told:
    __signature__ = "(a, b=2)"

    def __call__(self, *args):
        pass


class Like: # as good as a function
    __code__, __defaults__, __kwdefaults__, __name__, __annotations__ = two.__code__, (5,), None, "like", {}

    def __call__(self):
        pass


class Newer(DC):
    def __new__(cls, *args):
        return object.__new__(cls)


for obj, wanted in (
        (P, "(x, y=2, z='three')"), (Sub, "(x, y=2, z='three')"), (Color, "(*values)"),
        (enum.Enum, "(new_class_name, /, names, *, module=None, qualname=None, type=None, start=1, boundary=None)"),
        (Made, "(name, *bases)"), (Callable(), "(a, b=1)"), (CallableClass(), "(a)"), (Partial, "(a)"), (Told(), "(a, b=2)"),
        (Like(), "(a, b=5)"), (Newer, "(*args)"), (itertools.count, "(start=0, step=1)"),
        (itertools.zip_longest, "(*iterables, fillvalue=None)"), (itertools.tee, "(iterable, n=2, /)"), (pow, "(base, exp, mod=None)")):
    assert str(signature(obj)) == wanted, (obj, str(signature(obj)))


def bound(f, *args, **named):
    try:
        return repr(signature(f).bind(*args, **named))
    except TypeError as e:
        return str(e)


def mixed(a, /, b, *, c):
    pass


assert bound(mixed) == "missing a required argument: 'a'" and bound(mixed, 1) == "missing a required argument: 'b'"
assert bound(mixed, 1, 2) == "missing a required keyword-only argument: 'c'"
assert bound(mixed, 1, 2, 3) == "too many positional arguments"
assert bound(mixed, 1, b=2) == "missing a required argument: 'c'"
assert bound(mixed, 1, 2, a=3, c=4) == "got an unexpected keyword argument 'a'"
assert bound(mixed, 1, 2, c=4) == "<BoundArguments (a=1, b=2, c=4)>"


# ---- the words of a wrong call ----
def call_words(f, *args, **named):
    try:
        return getcallargs(f, *args, **named)
    except TypeError as e:
        return str(e)


assert call_words(two) == "two() missing 1 required positional argument: 'a'"
assert call_words(two, 1, 2, 3) == "two() takes from 1 to 2 positional arguments but 3 were given"
assert call_words(two, 1, a=2) == "two() got multiple values for argument 'a'"
assert call_words(two, 1, z=2) == "two() got an unexpected keyword argument 'z'"
assert call_words(two, 1) == {"a": 1, "b": 1}
assert call_words(lambda a, *b, c=3, **d: 0, 1, 2, x=5) == {"a": 1, "b": (2,), "c": 3, "d": {"x": 5}}


class Bound:
    def m(self, a, b=2):
        pass


me = Bound()
assert call_words(me.m, 1) == {"self": me, "a": 1, "b": 2}
assert call_words(me.m) == "m() missing 1 required positional argument: 'a'"


# ---- attributes as they are stored ----
class Evil:
    @property
    def __dict__(self):
        raise RuntimeError

    @property
    def __class__(self):
        raise RuntimeError

    x = 3


assert getattr_static(Evil(), "x") == 3


class Shadow:
    __dict__ = {"x": 1}


assert getattr_static(Shadow(), "x", 5) == 5


class OddMeta(type):
    __mro__ = property(lambda cls: ())
    m = 4


class Odd(metaclass=OddMeta):
    x = 5


assert getattr_static(Odd, "x") == 5 and getattr_static(Odd(), "x") == 5 and getattr_static(Odd, "m") == 4

# ---- frames, classes ----


def framed(a, b=2, *rest, **more):
    local = 1
    return inspect.currentframe()


frame = framed(1, 2, 3, z=4)
info = inspect.getargvalues(frame)
assert info[:3] == (["a", "b"], "rest", "more") and info.locals["local"] == 1
assert inspect.formatargvalues(*info) == "(a=1, b=2, *rest=(3,), **more={'z': 4})"
here = inspect.stack()[0]
assert here.lineno == inspect.currentframe().f_lineno - 1 and here.function == "<module>"


class Base:
    pass


class Derived(Base):
    pass


assert inspect.getclasstree([Derived, Base]) == [(object, ()), [(Base, (object,)), [(Derived, (Base,))]]]
assert inspect.unwrap(two) is two and not inspect.ismethoddescriptor([].append)
assert math.pow.__module__ == "math" and itertools.tee.__module__ == "itertools" and len.__module__ == "builtins"
space = {}
exec("from inspect import *", space)
assert "sys" not in space and "signature" in space
for obj, wanted in ((collections.deque.insert, "(self, index, value, /)"), (math.gcd, "(*integers)"), (math.pow, "(x, y, /)"),
                    (collections.deque().rotate, "(n=1, /)"), (collections.namedtuple,
                     "(typename, field_names, *, rename=False, defaults=None, module=None)")):
    assert str(signature(obj)) == wanted, (obj, str(signature(obj)))
