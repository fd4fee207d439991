"""functools, operator, contextlib, types, heapq, abc: what lib_functools and others don't try."""
# needs: functools contextlib async type_params collections.abc
import functools, operator, contextlib, types, heapq, abc, bisect, __future__
from functools import *
import collections.abc
import io


def attempt(f):
    try:
        return str(f())
    except Exception as e:
        return "%s %s" % (type(e).__name__, e)



def f(*a, **k):
    return (a, k)

p = partial(f, 1, x=2)
assert str(p(3, y=4)) == "((1, 3), {'x': 2, 'y': 4})"
assert str(p.args) == '(1,)'
assert str(p.keywords) == "{'x': 2}"
assert p.func is f
assert str(partial(p, 5)(6)) == "((1, 5, 6), {'x': 2})"
assert str(partial(p, x=9)()) == "((1,), {'x': 9})"
assert str(repr(partial(int, base=2))) == "functools.partial(<class 'int'>, base=2)"
assert attempt(lambda: partial(3)) == 'TypeError the first argument must be callable'
assert attempt(lambda: partial()) == "TypeError type 'partial' takes at least one argument"
assert str(reduce(operator.add, [1, 2, 3])) == '6'
assert str(reduce(operator.mul, [], 7)) == '7'
assert str(reduce(lambda a, b: a + b, 'abc')) == 'abc'
assert attempt(lambda: reduce(operator.add, [])) == 'TypeError reduce() of empty iterable with no initial value'

@lru_cache(maxsize=2)
def sq(x, y=0):
    return x * x + y

assert str(sq(1)) == '1'
assert str(sq(2)) == '4'
assert str(sq(1)) == '1'
assert str(sq(3)) == '9'
assert str(sq(2)) == '4'
assert str(sq(2, y=1)) == '5'
assert str(sq.cache_info()) == 'CacheInfo(hits=1, misses=5, maxsize=2, currsize=2)'
assert str(sq.cache_parameters()) == "{'maxsize': 2, 'typed': False}"
assert str(sq.__wrapped__(4)) == '16'
assert str(sq.__name__) == 'sq'
sq.cache_clear()
assert str(sq.cache_info()) == 'CacheInfo(hits=0, misses=0, maxsize=2, currsize=0)'
assert str(sq.cache_info().hits) == '0'
assert str(sq.cache_info()._fields if hasattr(sq.cache_info(), '_fields') else 0) == "('hits', 'misses', 'maxsize', 'currsize')"

@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)

assert str(fib(80)) == '23416728348467685'
assert str(fib.cache_info().misses) == '81'

@lru_cache(typed=True)
def ty(x):
    return type(x).__name__

assert str(ty(1)) == 'int'
assert str(ty(1.0)) == 'float'
assert str(ty(True)) == 'bool'
assert str(ty.cache_info().currsize) == '3'
assert attempt(lambda: ty([])) == "TypeError unhashable type: 'list'"
assert attempt(lambda: lru_cache('x')) == 'TypeError Expected first argument to be an integer, a callable, or None'

class A:

    def __init__(self):
        self.n = 0

    @cached_property
    def v(self):
        self.n += 1
        return self.n

    @lru_cache
    def m(self, x):
        return x + 1

a = A()
assert str(a.v) == '1'
assert str(a.v) == '1'
assert str(a.__dict__['v']) == '1'
assert str(A.v.attrname) == 'v'
assert str(a.m(3)) == '4'
del a.v
assert str(a.v) == '2'

class S0:
    __slots__ = ()

    @cached_property
    def v(self):
        return 1

assert attempt(lambda: S0().v) == "TypeError No '__dict__' attribute on 'S0' instance to cache 'v' property."

@total_ordering
class T:

    def __init__(self, x):
        self.x = x

    def __eq__(self, o):
        return self.x == o.x if isinstance(o, T) else NotImplemented

    def __lt__(self, o):
        return self.x < o.x if isinstance(o, T) else NotImplemented

assert T(1) <= T(1)
assert T(2) > T(1)
assert not T(1) >= T(2)
assert T(1) != T(2)
assert attempt(lambda: T(1) <= 3) == "TypeError '<=' not supported between instances of 'T' and 'int'"
assert attempt(lambda: total_ordering(type('Q', (), {}))) == 'ValueError must define at least one ordering operation: < > <= >='

@singledispatch
def show(x, *a):
    return 'object'

@show.register
def _(x: int):
    return 'int'

@show.register(list)
def _(x):
    return 'list'

@show.register
def _(x: float | complex):
    return 'num'


@show.register(collections.abc.Mapping)
def _(x):
    return 'mapping'

assert str(show(1)) == 'int'
assert str(show(True)) == 'int'
assert str(show([])) == 'list'
assert str(show(1.5)) == 'num'
assert str(show(2j)) == 'num'
assert str(show({})) == 'mapping'
assert str(show('s')) == 'object'
assert str(show.dispatch(dict)({})) == 'mapping'
assert str(sorted((c.__name__ for c in show.registry))) == "['Mapping', 'complex', 'float', 'int', 'list', 'object']"
assert attempt(lambda: show()) == 'TypeError show requires at least 1 positional argument'
assert attempt(lambda: show.register(5)) == 'TypeError Invalid first argument to `register()`: 5. Use either `@register(some_class)` or plain `@register` on an annotated function.'

class D:

    @singledispatchmethod
    def go(self, x):
        return 'any'

    @go.register
    def _(self, x: int):
        return 'int'

    @singledispatchmethod
    @classmethod
    def cgo(cls, x):
        return cls.__name__
    part = partialmethod(lambda self, a, b: (a, b), 1)

assert str(D().go(3)) == 'int'
assert str(D().go('x')) == 'any'
assert str(D.cgo(3)) == 'D'
assert str(D().part(5)) == '(1, 5)'
assert str(D.part(D(), 6)) == '(1, 6)'

@wraps(f)
def w():
    """doc w"""

assert str(w.__name__) == 'f'
assert w.__wrapped__ is f
assert w.__doc__ is None
assert str(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a))) == '[3, 2, 1]'
assert str(operator.itemgetter(1)([1, 2])) == '2'
assert str(operator.itemgetter(0, 2)('abc')) == "('a', 'c')"
assert str(operator.attrgetter('real')(3)) == '3'
assert str(operator.attrgetter('a.b', 'c')(types.SimpleNamespace(a=types.SimpleNamespace(b=1), c=2))) == '(1, 2)'
assert str(operator.methodcaller('split', ',')('a,b')) == "['a', 'b']"
assert str(repr(operator.itemgetter(1, 2))) == 'operator.itemgetter(1, 2)'
assert str(repr(operator.methodcaller('x', 1, k=2))) == "operator.methodcaller('x', 1, k=2)"
assert str(repr(operator.attrgetter('a.b'))) == "operator.attrgetter('a.b')"
assert str(operator.length_hint([1, 2])) == '2'
assert str(operator.length_hint(5, 3)) == '3'
assert str(operator.countOf([1, 2, 1], 1)) == '2'
assert str(operator.indexOf('abc', 'c')) == '2'
assert str(operator.concat([1], [2])) == '[1, 2]'
assert str(operator.__add__(1, 2)) == '3'
assert str(operator.index(True)) == '1'
assert not operator.truth([])
assert str(operator.iadd([1], [2])) == '[1, 2]'
assert str(operator.ipow(2, 3)) == '8'
assert str(operator.matmul.__name__) == 'matmul'
assert str(operator.call(int, '5')) == '5'
assert attempt(lambda: operator.index(1.5)) == "TypeError 'float' object cannot be interpreted as an integer"
assert attempt(lambda: operator.concat(1, 2)) == "TypeError 'int' object can't be concatenated"
assert attempt(lambda: operator.indexOf([], 1)) == 'ValueError sequence.index(x): x not in sequence'
assert attempt(lambda: operator.attrgetter(3)) == 'TypeError attribute name must be a string'
log = []

class CM:

    def __init__(self, n, swallow=False):
        self.n = n
        self.swallow = swallow

    def __enter__(self):
        log.append('+%s' % self.n)
        return self.n

    def __exit__(self, *e):
        log.append('-%s%s' % (self.n, e[0].__name__ if e[0] else ''))
        return self.swallow

    async def __aenter__(self):
        log.append('a+%s' % self.n)
        return self.n

    async def __aexit__(self, *e):
        log.append('a-%s%s' % (self.n, e[0].__name__ if e[0] else ''))
        return self.swallow

def run(c):
    try:
        while True:
            c.send(None)
    except StopIteration as s:
        return s.value

def t1():
    del log[:]
    with contextlib.ExitStack() as st:
        st.enter_context(CM(1))
        st.enter_context(CM(2, True))
        st.callback(log.append, 'cb')
        st.push(lambda *e: log.append(e[0].__name__))
        1 / 0
    return log[:]

assert str(t1()) == "['+1', '+2', 'ZeroDivisionError', 'cb', '-2ZeroDivisionError', '-1']"
async def t2():
    del log[:]
    async with contextlib.AsyncExitStack() as st:
        await st.enter_async_context(CM(1))
        st.enter_context(CM(2))

        async def cb(x):
            log.append(x)
        st.push_async_callback(cb, 'acb')
        st.push_async_exit(CM(3, True))
        raise KeyError
    return log[:]
assert str(run(t2())) == "['a+1', '+2', 'a-3KeyError', 'acb', '-2', 'a-1']"

@contextlib.asynccontextmanager
async def acm(x):
    log.append('in')
    try:
        yield x
    except ValueError:
        log.append('caught')
    finally:
        log.append('out')

async def t3():
    del log[:]
    async with acm(5) as v:
        log.append(v)
        raise ValueError
    return log[:]
assert str(run(t3())) == "['in', 5, 'caught', 'out']"
buf = io.StringIO()

with contextlib.redirect_stdout(buf):
    assert str('hid' + 'den') == 'hidden'
assert str(buf.getvalue()) == ''

with contextlib.suppress(KeyError, ValueError):
    {}[1]

@contextlib.contextmanager
def cm():
    try:
        yield 1
    except KeyError:
        log.append('k')

@cm()
def deco():
    return 5

assert str(deco()) == '5'
assert attempt(lambda: contextlib.ExitStack().enter_context(3)) == "TypeError 'builtins.int' object does not support the context manager protocol"

def bad():

    @contextlib.contextmanager
    def two():
        yield 1
        yield 2
    with two():
        pass

assert attempt(bad) == "RuntimeError generator didn't stop"
assert isinstance(CM(1), contextlib.AbstractContextManager)
assert not issubclass(int, contextlib.AbstractContextManager)
assert str(contextlib.nullcontext(4).__enter__()) == '4'
assert attempt(lambda: contextlib.AbstractContextManager()) == "TypeError Can't instantiate abstract class AbstractContextManager without an implementation for abstract method '__exit__'"
assert str(types.SimpleNamespace(a=1, b='x')) == "namespace(a=1, b='x')"
assert types.SimpleNamespace(a=1) == types.SimpleNamespace(a=1)
assert str(types.new_class('N', (int,), {}, lambda ns: ns.update(q=5)).q) == '5'
assert str(types.resolve_bases((int,))) == "(<class 'int'>,)"
assert str(types.get_original_bases(bool)) == "(<class 'int'>,)"
h = [5, 3, 8, 1]
heapq.heapify(h)
assert str(heapq.heappop(h)) == '1'
assert str(heapq.heappushpop(h, 4)) == '3'
assert str(heapq.nlargest(2, [4, 1, 9])) == '[9, 4]'
assert str(heapq.nsmallest(2, ['bb', 'a', 'ccc'], key=len)) == "['a', 'bb']"
assert str(list(heapq.merge([1, 4], [2, 3]))) == '[1, 2, 3, 4]'
assert str(list(heapq.merge([4, 1], [3, 2], reverse=True))) == '[4, 3, 2, 1]'

class AB(abc.ABC):

    @abc.abstractmethod
    def x(self):
        pass

    @property
    @abc.abstractmethod
    def y(self):
        pass

    @classmethod
    @abc.abstractmethod
    def z(cls):
        pass

assert str(sorted(AB.__abstractmethods__)) == "['x', 'y', 'z']"
assert attempt(lambda: AB()) == "TypeError Can't instantiate abstract class AB without an implementation for abstract methods 'x', 'y', 'z'"

class AC(AB):
    x = y = z = 1

assert str(AC().x) == '1'
assert str(AC.__abstractmethods__) == 'frozenset()'
assert isinstance(AC(), AB)
assert AB.register(int) is int
assert isinstance(3, AB)
assert issubclass(bool, AB)
assert attempt(lambda: AB.register(5)) == 'TypeError Can only register classes'
assert str(__future__.annotations.compiler_flag) == '16777216'
assert str(__future__.division.getMandatoryRelease()) == "(3, 0, 0, 'alpha', 0)"
assert str(len(__future__.all_feature_names)) == '10'
assert str(bisect.bisect([1, 2, 2, 3], 2)) == '3'
assert str(bisect.bisect_left([1, 2, 2, 3], 2)) == '1'
assert attempt(lambda: bisect.bisect([1], 1, -1)) == 'ValueError lo must be non-negative'
