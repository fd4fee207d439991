# Traceback objects: what a program can see and change of them; repeated frames when they are printed.
# needs: tracing
import io
import sys


def thrower(n=0):
    if n:
        thrower(n - 1)
    raise ValueError("thrown")


def caught(f, *args):
    try:
        f(*args)
    except BaseException as e:
        return e


def names(tb):
    result = []
    while tb:
        result.append(tb.tb_frame.f_code.co_name)
        tb = tb.tb_next
    return result


e = caught(thrower)
tb = e.__traceback__
assert type(tb).__name__ == "traceback"
assert tb is e.__traceback__
assert names(tb) == ["caught", "thrower"]
assert tb.tb_next is tb.tb_next
assert tb.tb_next.tb_next is None
assert tb.tb_frame is tb.tb_frame
first = thrower.__code__.co_firstlineno
assert tb.tb_next.tb_lineno == first + 3
assert tb.tb_lineno == caught.__code__.co_firstlineno + 2
assert tb.tb_next.tb_frame.f_lineno == first + 3
assert tb.tb_next.tb_frame.f_globals is globals()
assert isinstance(tb.tb_lasti, int) and tb.tb_lasti >= 0
for name in ("tb_lineno", "tb_frame", "tb_lasti"):
    try:
        setattr(tb, name, 1)
        assert 0
    except AttributeError:
        pass

# recursion: every frame is there
e = caught(thrower, 5)
assert names(e.__traceback__) == ["caught"] + ["thrower"] * 6
lines = []
tb = e.__traceback__.tb_next
while tb:
    lines.append(tb.tb_lineno - first)
    tb = tb.tb_next
assert lines == [2] * 5 + [3]

# a traceback that was seen stays as it is when the exception goes on
kept = []


def inner():
    try:
        thrower()
    except ValueError as e:
        kept.append(e.__traceback__)
        raise


e = caught(inner)
assert names(kept[0]) == ["inner", "thrower"]
assert names(e.__traceback__) == ["caught", "inner", "thrower"]
assert e.__traceback__.tb_next is kept[0]


def again():
    try:
        thrower()
    except ValueError as e:
        saved = e
    raise saved


e = caught(again)
assert names(e.__traceback__) == ["caught", "again", "again", "thrower"], names(e.__traceback__)


class Manager:
    def __enter__(self):
        pass

    def __exit__(self, kind, e, tb):
        self.tb = tb


def managed(m):
    with m:
        thrower()


m = Manager()
e = caught(managed, m)
assert names(m.tb) == ["managed", "thrower"]
assert e.__traceback__.tb_next is m.tb

# sys.exc_info()
try:
    thrower()
except ValueError as e:
    info = sys.exc_info()
    assert info[2] is e.__traceback__ and sys.exception() is e

# with_traceback(), __traceback__
e = caught(thrower)
tb = e.__traceback__
assert e.with_traceback(None) is e and e.__traceback__ is None
assert e.with_traceback(tb.tb_next) is e and e.__traceback__ is tb.tb_next
e.__traceback__ = tb
assert e.__traceback__ is tb
for bad in (1, "x", e):
    try:
        e.__traceback__ = bad
        assert 0
    except TypeError as error:
        assert str(error) == "__traceback__ must be a traceback or None"
try:
    raise ValueError("x").with_traceback(tb)
except ValueError as error:
    assert names(error.__traceback__) == ["<module>", "caught", "thrower"]

# tb_next can be set
e = caught(thrower, 2)
tb = e.__traceback__
assert names(tb) == ["caught", "thrower", "thrower", "thrower"]
tb.tb_next = tb.tb_next.tb_next.tb_next
assert names(tb) == ["caught", "thrower"] and names(e.__traceback__) == ["caught", "thrower"]
tb.tb_next = None
assert names(tb) == ["caught"]
other = caught(inner).__traceback__
tb.tb_next = other
assert names(tb) == ["caught", "caught", "inner", "thrower"]
other.tb_next.tb_next = None
assert names(tb) == ["caught", "caught", "inner"]
for bad in (tb, other):
    try:
        bad.tb_next = tb
        assert 0
    except ValueError as error:
        assert str(error) == "traceback loop detected"
try:
    tb.tb_next = 1
    assert 0
except TypeError as error:
    assert str(error) == "expected traceback object, got 'int'"
try:
    del tb.tb_next
    assert 0
except TypeError as error:
    assert str(error) == "can't delete tb_next attribute"

# new ones
TracebackType = type(tb)
frame = sys._getframe()
new = TracebackType(None, frame, 3, 42)
assert new.tb_next is None and new.tb_frame is frame and new.tb_lasti == 3 and new.tb_lineno == 42
outer = TracebackType(tb_next=new, tb_frame=frame, tb_lasti=1, tb_lineno=7)
assert outer.tb_next is new and outer.tb_lineno == 7 and outer.tb_next.tb_lineno == 42
for bad in ((), (1, frame, 1, 1), (None, 1, 1, 1), (None, frame, "x", 1), (None, frame, 1, None), (None, frame, 1)):
    try:
        TracebackType(*bad)
        assert 0, bad
    except TypeError:
        pass


def printed(e):
    before, sys.stderr = sys.stderr, io.StringIO()
    try:
        sys.excepthook(type(e), e, e.__traceback__)
        return sys.stderr.getvalue()
    finally:
        sys.stderr = before


text = printed(KeyError("k").with_traceback(outer))
assert text.count(", in <module>\n") == 2, text
assert text.startswith("Traceback (most recent call last):\n") and text.endswith("KeyError: 'k'\n")
assert printed(KeyError("k")) == "KeyError: 'k'\n"

# frames that a program has looked at keep their variables
def looked(x):
    frame = sys._getframe()
    y = x + 1
    raise ValueError


e = caught(looked, 4)
f = e.__traceback__.tb_next.tb_frame
assert f.f_locals["x"] == 4 and f.f_locals["y"] == 5 and f.f_locals["frame"] is f
assert f.f_back is not None and f.f_back.f_code.co_name == "caught"


# repeated lines are folded
def deep(n):
    if n:
        deep(n - 1)
    else:
        raise ValueError


def times(n):
    text = printed(caught(deep, n))
    fold = [line for line in text.split("\n") if "repeated" in line]
    return text.count(", in deep\n"), fold


assert times(2) == (3, [])
assert times(3) == (4, [])
assert times(4) == (4, ["  [Previous line repeated 1 more time]"]), times(4)
assert times(5) == (4, ["  [Previous line repeated 2 more times]"])
assert times(30) == (4, ["  [Previous line repeated 27 more times]"])


def ping(n):
    if n:
        pong(n - 1)
    else:
        raise ValueError


def pong(n):
    ping(n)


text = printed(caught(ping, 6))
assert "repeated" not in text and text.count(", in ping\n") == 7 and text.count(", in pong\n") == 6

# sys.tracebacklimit
sys.tracebacklimit = 1
assert printed(caught(thrower)).count("  File ") == 1
sys.tracebacklimit = 0
assert printed(caught(thrower)) == "ValueError: thrown\n"
del sys.tracebacklimit
print("ok")
