# needs: except_star
# try in all its forms: what runs, in which order, and what is left behind.
log = []


def flow(kind):
    try:
        log.append("try")
        if kind == "return":
            return "r"
        if kind == "raise":
            raise KeyError("k")
        if kind == "other":
            raise OSError("o")
    except KeyError as e:
        log.append("except")
        return e.args[0]
    else:
        log.append("else")
    finally:
        log.append("finally")
    return "end"


assert flow("") == "end" and log == ["try", "else", "finally"]
log.clear()
assert flow("return") == "r" and log == ["try", "finally"]
log.clear()
assert flow("raise") == "k" and log == ["try", "except", "finally"]
log.clear()
try:
    flow("other")
except OSError:
    log.append("outer")
assert log == ["try", "finally", "outer"]


def loops():
    out = []
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            out.append(i)
        finally:
            out.append("f%d" % i)
    while True:
        try:
            try:
                raise ValueError
            finally:
                out.append("inner")
        except ValueError:
            out.append("caught")
            break
        finally:
            out.append("outer")
    return out


assert loops() == [0, "f0", "f1", 2, "f2", "f3", "inner", "caught", "outer"]


def override():
    for i in range(3):
        try:
            return "try"
        finally:
            if i < 2:
                continue
            return "finally"


assert override() == "finally"

# Chains.
try:
    try:
        raise ValueError("first")
    except ValueError as e:
        raise KeyError("second") from e
except KeyError as e:
    assert isinstance(e.__cause__, ValueError) and e.__suppress_context__
    assert e.__context__ is e.__cause__
try:
    try:
        raise ValueError("first")
    except ValueError:
        raise KeyError("second")
except KeyError as e:
    assert e.__cause__ is None and isinstance(e.__context__, ValueError)
try:
    try:
        1 / 0
    finally:
        {}["x"]
except KeyError as e:
    assert isinstance(e.__context__, ZeroDivisionError)
try:
    raise ValueError from None
except ValueError as e:
    assert e.__suppress_context__ and e.__cause__ is None

# The name is gone behind the handler; a bare raise.
try:
    raise ValueError
except ValueError as gone:
    pass
try:
    gone
except NameError:
    pass
else:
    raise AssertionError
try:
    raise
except RuntimeError as e:
    assert str(e) == "No active exception to reraise"


def reraise():
    try:
        raise KeyError("again")
    except KeyError:
        try:
            raise ValueError
        except ValueError:
            pass
        raise


try:
    reraise()
except KeyError as e:
    assert e.args == ("again",)

# Tuples, subclasses, what can't be caught.
for kind in (KeyError, IndexError, LookupError):
    try:
        raise kind
    except (IndexError, LookupError) as e:
        assert type(e) is kind
try:
    try:
        raise ValueError
    except 5:
        pass
except TypeError as e:
    assert "catching classes that do not inherit from BaseException is not allowed" in str(e)
try:
    raise 5
except TypeError as e:
    assert str(e) == "exceptions must derive from BaseException"


# with
class Manager:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow

    def __enter__(self):
        log.append("+" + self.name)
        return self.name

    def __exit__(self, kind, e, tb):
        log.append("-" + self.name + (kind.__name__ if kind else ""))
        return self.swallow


log.clear()
with Manager("a") as a, Manager("b") as b:
    log.append(a + b)
assert log == ["+a", "+b", "ab", "-b", "-a"]
log.clear()
with Manager("a", True), Manager("b"):
    raise KeyError
assert log == ["+a", "+b", "-bKeyError", "-aKeyError"]
log.clear()


def early():
    for i in range(3):
        with Manager(str(i)):
            if i == 1:
                return i


assert early() == 1 and log == ["+0", "-0", "+1", "-1"]
try:
    with 5:
        pass
except TypeError as e:
    assert "context manager" in str(e)

# Groups.
log.clear()
try:
    raise ExceptionGroup("g", [ValueError(1), TypeError(2), ExceptionGroup("h", [ValueError(3), KeyError(4)])])
except* ValueError as eg:
    log.append([type(e).__name__ for e in eg.exceptions])
except* KeyError as eg:
    log.append(eg.exceptions[0].exceptions[0].args)
except* TypeError:
    log.append("t")
assert log == [["ValueError", "ExceptionGroup"], (4,), "t"]
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
    except* ValueError:
        pass
except ExceptionGroup as eg:
    assert [type(e) for e in eg.exceptions] == [KeyError] and eg.message == "g"
try:
    raise KeyError("naked")
except* KeyError as eg:
    assert eg.exceptions[0].args == ("naked",)
try:
    try:
        raise KeyError("naked")
    except* ValueError:
        pass
except KeyError as e:
    assert e.args == ("naked",)
try:
    try:
        raise ExceptionGroup("g", [ValueError(1)])
    except* ValueError:
        raise OSError("new")
except OSError as e:
    assert e.args == ("new",)

# Through C: sort keys, comparisons, iteration protocols.
def failing(x):
    raise LookupError(x)


for f in (lambda: sorted([3, 1], key=failing), lambda: list(map(failing, [1])), lambda: max([1, 2], key=failing)):
    try:
        f()
    except LookupError:
        pass
    else:
        raise AssertionError


class Iterator:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration
        if self.n == 3:
            try:
                {}[0]
            except KeyError:
                pass
        return self.n


assert list(Iterator()) == [1, 2, 3] and [x for x in Iterator()] == [1, 2, 3]
a, *b = Iterator()
assert (a, b) == (1, [2, 3])
assert 1 in Iterator() and 7 not in Iterator()


def unbound(flag):
    if flag:
        x = 1
    return x


assert unbound(True) == 1
try:
    unbound(False)
except UnboundLocalError as e:
    assert str(e) == "cannot access local variable 'x' where it is not associated with a value"
try:
    undefined_name
except NameError as e:
    assert str(e) == "name 'undefined_name' is not defined" and e.name == "undefined_name"
