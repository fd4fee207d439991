# needs: except_star
# Exceptions: cause and context, groups, del and finalisers.
try:
    try:
        raise ValueError("a")
    except ValueError as first:
        kept = first
        raise KeyError("b") from first
except KeyError as e:
    assert e.__cause__ is kept and e.__context__ is kept and e.__suppress_context__
try:
    try:
        raise ValueError("a")
    except ValueError:
        {}["x"]
except KeyError as e:
    assert isinstance(e.__context__, ValueError) and e.__cause__ is None and not e.__suppress_context__
try:
    try:
        raise ValueError("a")
    except ValueError:
        raise KeyError("b") from None
except KeyError as e:
    assert e.__cause__ is None and e.__suppress_context__ and isinstance(e.__context__, ValueError)
e = ValueError()
e.__cause__ = KeyError()
assert e.__suppress_context__ and isinstance(e.__cause__, KeyError)
e.__cause__ = None
assert e.__cause__ is None and e.__context__ is None
for name, text in [("__cause__", "exception cause must be None or derive from BaseException"),
                   ("__context__", "exception context must be None or derive from BaseException")]:
    try:
        setattr(e, name, 5)
        assert False
    except TypeError as x:
        assert str(x) == text

# Groups
eg = ExceptionGroup("several", [ValueError("v"), KeyError("k"), ExceptionGroup("inner", [TypeError("t")])])
assert eg.message == "several" and len(eg.exceptions) == 3 and isinstance(eg.exceptions, tuple)
assert str(eg) == "several (3 sub-exceptions)" and str(eg.exceptions[2]) == "inner (1 sub-exception)"
assert repr(ExceptionGroup("m", [ValueError("v")])) == "ExceptionGroup('m', [ValueError('v')])"
assert isinstance(eg, Exception)
match, rest = eg.split(ValueError)
assert [type(x) for x in match.exceptions] == [ValueError] and len(rest.exceptions) == 2 and match.message == "several"
assert eg.subgroup(OSError) is None and eg.subgroup(lambda e: True) is eg
assert [type(x).__name__ for x in eg.subgroup((KeyError, TypeError)).exceptions] == ["KeyError", "ExceptionGroup"]
match, rest = eg.split(Exception)
assert match is eg and rest is None
assert type(BaseExceptionGroup("b", [ValueError()])) is ExceptionGroup
assert type(BaseExceptionGroup("b", [KeyboardInterrupt()])) is BaseExceptionGroup
for args, kind, text in [(("m",), TypeError, "BaseExceptionGroup.__new__() takes exactly 2 arguments (1 given)"),
                         ((1, [ValueError()]), TypeError, "BaseExceptionGroup.__new__() argument 1 must be str, not int"),
                         (("m", 5), TypeError, "second argument (exceptions) must be a sequence"),
                         (("m", []), ValueError, "second argument (exceptions) must be a non-empty sequence"),
                         (("m", [5]), ValueError, "Item 0 of second argument (exceptions) is not an exception"),
                         (("m", [KeyboardInterrupt()]), TypeError, "Cannot nest BaseExceptions in an ExceptionGroup")]:
    try:
        ExceptionGroup(*args)
        assert False
    except kind as x:
        assert str(x) == text, (x, text)


class MyGroup(ExceptionGroup):
    def derive(self, excs):
        return MyGroup(self.message, excs)


g = MyGroup("g", [ValueError(), KeyError()])
g.add_note("n")
m, r = g.split(KeyError)
assert type(m) is MyGroup and type(r) is MyGroup and m.__notes__ == ["n"] and m.__notes__ is not g.__notes__
caught = []
try:
    raise eg
except* ValueError as part:
    caught.append(("V", len(part.exceptions)))
except* (KeyError, TypeError) as part:
    caught.append(("KT", len(part.exceptions)))
assert caught == [("V", 1), ("KT", 2)]
try:
    try:
        raise ExceptionGroup("x", [ValueError(1), OSError(2)])
    except* ValueError:
        pass
except ExceptionGroup as left:
    assert [type(x) for x in left.exceptions] == [OSError]

# Finalisers
import gc
gone = []


class Del:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        gone.append(self.n)


def scope():
    for i in range(20):
        Del(i)
    a = Del("a")
    b = Del("b")
    a.other, b.other = b, a


def churn(n):
    return churn(n - 1) + [n] if n else []


scope()
churn(50)
gc.collect()
for _ in range(3):
    churn(50)
    gc.collect()
assert len(gone) >= 15 and len(gone) == len(set(gone))

# Exceptions in special methods come through


class Bad:
    def __getattr__(self, name):
        raise KeyError(name)

    def __bool__(self):
        raise ZeroDivisionError

    def __iter__(self):
        raise LookupError

    def __hash__(self):
        raise MemoryError


for action, kind in [(lambda: Bad().x, KeyError), (lambda: hasattr(Bad(), "x"), KeyError), (lambda: not Bad(), ZeroDivisionError),
                     (lambda: list(Bad()), LookupError), (lambda: {Bad()}, MemoryError), (lambda: getattr(Bad(), "q", 1), KeyError)]:
    try:
        action()
        assert False
    except kind:
        pass


class Deep:
    def __getattr__(self, name):
        return getattr(self, name)

    def __repr__(self):
        return repr(self)

    def __eq__(self, o):
        return self == o

    def __add__(self, o):
        return self + o


for action in (lambda: Deep().x, lambda: repr(Deep()), lambda: Deep() == Deep(), lambda: Deep() + 1):
    try:
        action()
        assert False
    except RecursionError as e:
        assert "maximum recursion depth exceeded" in str(e)
print("ok")
