# needs: except_star
# Control flow: every way in and out of loops, try, with and match.
log = []


def note(x, result=None):
    log.append(x)
    return result


def taken():
    global log
    out, log = log, []
    return out


# Conditions
def conditions(a, b, c):
    out = []
    if a and b or c:
        out.append(1)
    if not (a or b) and not c:
        out.append(2)
    if a < b < c:
        out.append(3)
    elif a is None or b is not None and c in (1, 2, 3):
        out.append(4)
    else:
        out.append(5)
    out.append(a and b or c)
    out.append(a if b else c)
    out.append(not a)
    out.append(a < b <= c != 3)
    out.append((a or b) and c)
    return out


for a in (0, 1, 2):
    for b in (0, 1, 2):
        for c in (0, 1, 3):
            x = conditions(a, b, c)
            first = bool(a and b or c)
            assert (1 in x[:1]) == first or 2 in x
            assert x[-5:] == [a and b or c, a if b else c, not a, a < b and b <= c and c != 3, (a or b) and c]


class Chain:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        note(("lt", self.n, other.n))
        return self.n < other.n


assert (Chain(1) < Chain(2) < Chain(3)) is True and taken() == [("lt", 1, 2), ("lt", 2, 3)]
assert (Chain(2) < Chain(1) < Chain(3)) is False and taken() == [("lt", 2, 1)]
if note("a", 1) < note("b", 0) < note("c", 5):
    note("no")
assert taken() == ["a", "b"]
x = 5
x = x and x + 1
assert x == 6
x = 0 or x
assert x == 6


# Loops
def loops(n):
    out = []
    i = 0
    while i < n:
        i += 1
        if i == 2:
            continue
        if i == 5:
            break
        out.append(i)
    else:
        out.append("else")
    for j in range(n):
        if j == 1:
            continue
        for k in "ab":
            if k == "b":
                break
            out.append((j, k))
        else:
            out.append("never")
        if j == 3:
            break
    else:
        out.append("for else")
    while True:
        i -= 1
        if i < 0:
            break
        if i % 2:
            continue
        out.append(-i)
    return out


assert loops(3) == [1, 3, "else", (0, "a"), (2, "a"), "for else", -2, 0]
assert loops(7) == [1, 3, 4, (0, "a"), (2, "a"), (3, "a"), -4, -2, 0]
d = [0]
for a, (b, *c), d[0] in [(1, (2, 3, 4), 5)]:
    pass
assert (a, b, c, d) == (1, 2, [3, 4], [5])
while 0:
    never
else:
    note("while else")
assert taken() == ["while else"]
if 1:
    pass
else:
    never


# try / finally
def finals(how):
    for i in range(3):
        try:
            note("body")
            if how == "return":
                return note("value", "r")
            if how == "break":
                break
            if how == "continue":
                continue
            if how == "raise":
                raise ValueError(how)
        except ValueError as e:
            note("except")
            return str(e)
        else:
            note("else")
        finally:
            note("finally")
    else:
        note("loop else")
    return "end"


assert finals("return") == "r" and taken() == ["body", "value", "finally"]
assert finals("break") == "end" and taken() == ["body", "finally"]
assert finals("continue") == "end" and taken() == ["body", "finally"] * 3 + ["loop else"]
assert finals("raise") == "raise" and taken() == ["body", "except", "finally"]
assert finals("none") == "end" and taken() == ["body", "else", "finally"] * 3 + ["loop else"]


def nested(n):
    try:
        try:
            if n == 0:
                return note("r0", 0)
            if n == 1:
                raise KeyError(1)
            if n == 2:
                raise ValueError(2)
        except KeyError:
            note("key")
            raise TypeError
        finally:
            note("inner")
            if n == 4:
                raise OSError
    except TypeError as e:
        note(type(e.__context__).__name__)
    except ValueError:
        note("value")
        try:
            raise
        except ValueError as again:
            note(again.args)
    finally:
        note("outer")
    return "out"


assert nested(0) == 0 and taken() == ["r0", "inner", "outer"]
assert nested(1) == "out" and taken() == ["key", "inner", "KeyError", "outer"]
assert nested(2) == "out" and taken() == ["inner", "value", (2,), "outer"]
assert nested(3) == "out" and taken() == ["inner", "outer"]
try:
    nested(4)
except OSError as e:
    assert e.__context__ is None
assert taken() == ["inner", "outer"]


def keeps_value():
    x = 1
    try:
        return x
    finally:
        x = 2


assert keeps_value() == 1


def overrides():
    for i in range(2):
        try:
            return "lost"
        finally:
            break
    return "kept"


def swallow():
    while True:
        try:
            1 / 0
        finally:
            return "swallowed"


exec("def f():\n try:\n  return 1\n finally:\n  return 2\n", globals())
assert f() == 2 and overrides() == "kept" and swallow() == "swallowed"


def clobber():
    # a local that is being assigned keeps its value when the expression fails
    x = "old"
    try:
        x = [note("item"), 1 // 0]
    except ZeroDivisionError:
        pass
    try:
        x = note("t", 1) and 1 // 0
    except ZeroDivisionError:
        pass
    try:
        x, y = 1, 1 // 0
    except ZeroDivisionError:
        pass
    try:
        x = f"{x}{1 // 0}"
    except ZeroDivisionError:
        return x


assert clobber() == "old"
taken()


# the exception being handled
import sys


def handling():
    out = []
    try:
        raise KeyError
    except KeyError:
        try:
            raise ValueError
        except ValueError as e:
            out.append(type(e.__context__))
            out.append(sys.exc_info()[0])
        out.append(sys.exc_info()[0])
        for i in range(2):
            try:
                raise TypeError
            except TypeError:
                continue
        out.append(sys.exc_info()[0])
    out.append(sys.exc_info()[0])
    return out


assert handling() == [KeyError, ValueError, KeyError, KeyError, None]


def generator_handling():
    try:
        raise KeyError
    except KeyError:
        yield sys.exc_info()[0]
        yield sys.exc_info()[0]


g = generator_handling()
assert next(g) is KeyError and sys.exc_info()[0] is None
try:
    raise OSError
except OSError:
    assert next(g) is KeyError and sys.exc_info()[0] is OSError


# with
class Manager:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        note("enter " + self.name)
        return self

    def __exit__(self, kind, e, tb):
        note(f"exit {self.name} {kind.__name__ if kind else None}")
        return self.swallow


def withs(how):
    for i in range(2):
        with Manager("a", how == "swallow") as a, Manager("b"):
            if how == "return":
                return a.name
            if how == "break":
                break
            if how == "continue":
                continue
            if how in ("raise", "swallow"):
                raise ValueError(how)
        note("after")
    return "end"


assert withs("return") == "a" and taken() == ["enter a", "enter b", "exit b None", "exit a None"]
assert withs("break") == "end" and taken() == ["enter a", "enter b", "exit b None", "exit a None"]
assert withs("continue") == "end" and taken() == ["enter a", "enter b", "exit b None", "exit a None"] * 2
assert withs("swallow") == "end" and taken() == ["enter a", "enter b", "exit b ValueError", "exit a ValueError", "after"] * 2
try:
    withs("raise")
except ValueError:
    assert taken() == ["enter a", "enter b", "exit b ValueError", "exit a ValueError"]
with (Manager("p") as p, Manager("q") as q,):
    note(p.name + q.name)
assert taken() == ["enter p", "enter q", "pq", "exit q None", "exit p None"]
t = [0]
with Manager("s") as t[0]:
    assert t[0].name == "s"
taken()
try:
    with 5:
        pass
except TypeError as e:
    assert "'int' object does not support the context manager protocol" in str(e), e


# except*
def stars(e):
    out = []
    try:
        raise e
    except* (ValueError, KeyError) as g:
        out.append([type(x).__name__ for x in g.exceptions])
    except* OSError as g:
        out.append(len(g.exceptions))
    else:
        out.append("else")
    finally:
        out.append("finally")
    return out


assert stars(ExceptionGroup("g", [ValueError(), OSError(), KeyError()])) == [["ValueError", "KeyError"], 1, "finally"]
assert stars(ExceptionGroup("g", [OSError(1)])) == [1, "finally"]
assert stars(ValueError(1)) == [["ValueError"], "finally"]
try:
    stars(ExceptionGroup("g", [TypeError(), OSError()]))
except ExceptionGroup as g:
    assert len(g.exceptions) == 1 and type(g.exceptions[0]) is TypeError

# assert
try:
    assert 1 == 2, note("why", "text")
except AssertionError as e:
    assert e.args == ("text",) and taken() == ["why"]
try:
    assert note(0), note("no")
except AssertionError:
    assert taken() == [0, "no"]

# del
d = {1: 2, 3: 4}
l = [1, 2, 3, 4, 5]
del d[1], l[1:3], (l[0])
assert d == {3: 4} and l == [4, 5]

# long chains do not nest
many = 200 if sys.implementation.name == "cpython" else 10000
exec("long = " + " + ".join(["1"] * many + ["long0"]), {"long0": 1}, space := {})
assert space["long"] == many + 1
exec(f"n = {many - 1}\n" + "if n == 0: r = 0\n" + "".join(f"elif n == {i}: r = {i}\n" for i in range(1, many)), space)
assert space["r"] == many - 1
assert eval("+".join(["'ab'"] * many)) == "ab" * many
