# Classes whose methods return NotImplemented, and what generators and groups of exceptions do to contexts.
# needs: groups except_star messages methods derived_types class_hooks


def error(call):
    try:
        call()
    except TypeError as e:
        return str(e)


class S(str):
    def __ne__(self, o):
        return NotImplemented


class T(str):
    def __eq__(self, o):
        return NotImplemented
    __hash__ = None


class U(str):
    pass


class P:
    def __ne__(self, o):
        return NotImplemented
    def __eq__(self, o):
        return 5


class I(int):
    def __add__(self, o):
        return NotImplemented


class J(int):
    def __radd__(self, o):
        return NotImplemented


class K(int):
    def __add__(self, o):
        return NotImplemented
    def __radd__(self, o):
        return NotImplemented


class F(float):
    def __len__(self):
        return 5


class D(float):
    def __floordiv__(self, o):
        return NotImplemented


class E(float):
    def __rfloordiv__(self, o):
        return NotImplemented


class L(list):
    def __bool__(self):
        return True


class M(list):
    def __add__(self, o):
        return NotImplemented
    def __lt__(self, o):
        return NotImplemented
    def __iadd__(self, o):
        return NotImplemented


assert (S() != S()) is True
assert (S() != '') is False
assert ('' != S()) is False
assert (S('a') != 'a') is False
assert (S() == S()) is True
assert (T('a') == T('a')) is False
assert (T('a') == 'a') is True
assert ('a' == T('a')) is True
assert (T('a') == U('a')) is True
assert (U('a') == T('a')) is True
assert (T('a') != T('a')) is False
assert (P() != 5) is True
assert (P() != P()) is True
assert error(lambda: I(1) + I(2)) == "unsupported operand type(s) for +: 'I' and 'I'"
assert (I(1) + 2) == 3
assert (2 + I(1)) == 3
assert (J(1) + J(2)) == 3
assert (J(1) + 2) == 3
assert (2 + J(1)) == 3
assert error(lambda: I(1) + J(2)) == "unsupported operand type(s) for +: 'I' and 'J'"
assert (J(1) + I(2)) == 3
assert error(lambda: K(1) + K(2)) == "unsupported operand type(s) for +: 'K' and 'K'"
assert (K(1) + 2) == 3
assert (2 + K(1)) == 3
assert (I(1) + 2.5) == 3.5
assert (2.5 + I(1)) == 3.5
assert error(lambda: D(1) // 1) == "unsupported operand type(s) for //: 'D' and 'int'"
assert D(1) // 1.5 == 0 and 1 // D(2) == 0 and E(1) // 1 == 1 and E(1) // E(1) == 1
assert error(lambda: 1 // E(1)) == "unsupported operand type(s) for //: 'int' and 'E'"
assert 1.5 // E(1) == 1
assert (bool(F(0))) is False
assert (bool(F(1))) is True
assert (bool(L())) is True
assert error(lambda: M()+[1]) == "unsupported operand type(s) for +: 'M' and 'list'"
assert ([1] + M()) == [1]
assert error(lambda: M()+M()) == "unsupported operand type(s) for +: 'M' and 'M'"
assert (M()<M()) is False
assert (M()<[1]) is True
assert ([1] < M()) is False
assert (I(5) + True) == 6
assert (True + I(5)) == 6


# In place, too.
m = M([1])
try:
    m += [2]
    assert False
except TypeError as e:
    assert str(e) == "unsupported operand type(s) for +=: 'M' and 'list'"


# What is thrown into a generator has as its context what the generator handles, not what the caller of throw() does.

def generator():
    try:
        yield 1
    except KeyError as e:
        yield e.__context__
    try:
        1 / 0
    except ZeroDivisionError:
        try:
            yield 2
        except Exception as e:
            yield e.__context__


def delegates():
    yield from generator()


def context_thrown(g, e):
    try:
        g.throw(e)
    except type(e) as caught:
        return caught.__context__


try:
    [][1]
except IndexError:
    for make in generator, delegates:
        g = make()
        next(g)
        assert g.throw(KeyError(1)) is None
        next(g)
        assert type(g.throw(KeyError(2))) is ZeroDivisionError
        assert type(context_thrown(g, ValueError(3))) is KeyError
        assert context_thrown(g, ValueError(4)) is None             # it has ended
        assert context_thrown(make(), ValueError(5)) is None        # it has not begun
    try:
        try:
            raise ExceptionGroup("a", [ValueError(1), KeyError(2)])
        except* OSError:
            pass
    except ExceptionGroup as e:
        assert type(e.__context__) is IndexError and e.__suppress_context__ and e.__cause__ is None

group = ExceptionGroup("a", [ValueError(1), KeyError(2)])
assert not group.__suppress_context__ and group.split(ValueError)[0].__suppress_context__
assert group.subgroup(KeyError).__suppress_context__ and group.split(ExceptionGroup)[0] is group

# Contexts that go round in a circle.
try:
    try:
        raise ValueError(1)
    except ValueError as e:
        e.__context__ = e
        raise KeyError(2)
except KeyError as e:
    assert e.__context__.__context__ is e.__context__
    try:
        raise IndexError(3)
    except IndexError as e3:
        assert e3.__context__ is e

# What is iterated backwards may become shorter.
v, seen = bytearray(b"abcd"), []
for x in reversed(v):
    seen.append(x)
    v.clear()
assert seen == [100]

# Free variables are sorted by name.

def outer(z, b, a):
    def inner():
        return z, a, b
    return inner


f = outer(1, 2, 3)
assert f() == (1, 3, 2) and f.__code__.co_freevars == ("a", "b", "z")
assert [c.cell_contents for c in f.__closure__] == [3, 2, 1]

# What a handler of except* raises keeps the context that it got there.
try:
    try:
        raise ExceptionGroup("o", [ExceptionGroup("i", [ValueError()]), KeyError()])
    except* ValueError:
        pass
    except* KeyError:
        raise IndexError("new")
except IndexError as e:
    assert len(e.__context__.exceptions) == 1 and type(e.__context__.exceptions[0]) is KeyError

# The third argument of pow() and a value of the wrong type, looked at first.
for call, text in ((lambda: pow(object, 2.0, 0), "pow() 3rd argument not allowed unless all arguments are integers"),
                   (lambda: pow("a", 2, 3), "unsupported operand type(s) for ** or pow(): 'str', 'int', 'int'"),
                   (lambda: bytearray().__setitem__(0, 2.5), "'float' object cannot be interpreted as an integer")):
    assert error(call) == text, error(call)


# A subclass of int is its own index; a class is iterated by its metaclass's __getitem__.
class Index(int):
    def __index__(self):
        return 2


assert "abc"[Index()] == "a" and [5, 6][Index(1)] == 6 and list(range(Index(1))) == [0]


class Items(type):
    def __getitem__(cls, i):
        return "xyz"[i]


class HasItems(metaclass=Items):
    pass


assert list(HasItems) == ["x", "y", "z"] and "y" in HasItems and 1 not in HasItems

# What an exception tells stays when its args are set.
e = OSError(2, "n")
e.args = 1, 2
assert str(e) == "[Errno 2] n" and e.errno == 2 and e.args == (1, 2)
e = StopIteration(5)
e.args = ()
assert e.value == 5
assert error(lambda: sum(0, "x")) == "'int' object is not iterable"
