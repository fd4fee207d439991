# sys.setprofile(): calls and returns, of functions in C too.
# needs: tracing
import sys

log = []


def profiler(frame, event, arg):
    if event.startswith("c_"):
        log.append((event, arg.__name__))
    else:
        log.append((event, frame.f_code.co_name))


def run(f):
    log.clear()
    sys.setprofile(profiler)
    try:
        f()
    except Exception:
        pass
    sys.setprofile(None)
    assert log[0] == ("call", "f"), log
    assert log[-1] == ("c_call", "setprofile"), log
    return log[1:-1]


assert sys.getprofile() is None


def f():
    pass


assert run(f) == [("return", "f")]
assert sys.getprofile() is None


def g():
    return 1


def f():
    g()
    x = g()


assert run(f) == [("call", "g"), ("return", "g")] * 2 + [("return", "f")], log


# functions in C, and methods of built-in types
def f():
    len("x")
    [].append(1)
    "a".upper()


assert run(f) == [("c_call", "len"), ("c_return", "len"), ("c_call", "append"), ("c_return", "append"),
                  ("c_call", "upper"), ("c_return", "upper"), ("return", "f")], log


# that fail
def f():
    try:
        len(1)
    except TypeError:
        pass
    [].pop()


assert run(f) == [("c_call", "len"), ("c_exception", "len"), ("c_call", "pop"), ("c_exception", "pop"),
                  ("return", "f")], log


# that call back
def f():
    sorted([2, 1], key=lambda x: x)


assert run(f) == [("c_call", "sorted"), ("call", "<lambda>"), ("return", "<lambda>"), ("call", "<lambda>"),
                  ("return", "<lambda>"), ("c_return", "sorted"), ("return", "f")], log


# by keyword
def f():
    sorted([], reverse=True)


assert run(f) == [("c_call", "sorted"), ("c_return", "sorted"), ("return", "f")], log


# an exception leaves a frame: its return has no value
def fails():
    raise KeyError


def f():
    fails()


values = []


def with_values(frame, event, arg):
    if event == "return":
        values.append((frame.f_code.co_name, arg))


def five():
    return 5


sys.setprofile(with_values)
five()
try:
    f()
except KeyError:
    pass
sys.setprofile(None)
assert values == [("five", 5), ("fails", None), ("f", None)], values


# generators: each time they go on
def gen():
    yield 1
    yield 2


def f():
    for i in gen():
        pass


assert run(f) == [("call", "gen"), ("return", "gen")] * 3 + [("return", "f")], log

# the frames are those of sys._getframe()
seen = []


def frames(frame, event, arg):
    if event == "call":
        seen.append(frame)


def f():
    return sys._getframe()


sys.setprofile(frames)
x = f()
sys.setprofile(None)
assert seen == [x]


# one that raises is removed
def bad(frame, event, arg):
    raise OSError(event)


sys.setprofile(bad)
try:
    g()
    assert 0
except OSError as e:
    assert str(e) == "call"
assert sys.getprofile() is None

# together with a tracer
both = []


def tracer(frame, event, arg):
    both.append("trace " + event)
    return tracer


def profile(frame, event, arg):
    if frame.f_code is g.__code__:
        both.append("profile " + event)


sys.setprofile(profile)
sys.settrace(tracer)
g()
sys.settrace(None)
sys.setprofile(None)
assert both == ["trace call", "profile call", "trace line", "trace return", "profile return"], both
print("ok")
