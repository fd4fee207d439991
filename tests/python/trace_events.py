# sys.settrace(): which events come, and when.
# needs: tracing
import sys

assert sys.gettrace() is None

events = []
base = 0


def tracer(frame, event, arg):
    f = frame.f_code
    if f.co_filename != __file__:
        return None
    name = "" if f is target else f.co_name + " "
    text = "%s%s %d" % (name, event, frame.f_lineno - base)
    if event == "return":
        text += " %r" % (arg,)
    elif event == "exception":
        text += " " + arg[0].__name__
        assert isinstance(arg[1], arg[0])
        assert arg[2] is None or arg[2].tb_frame is frame
    else:
        assert arg is None
    events.append(text)
    return tracer


def run(f, *args):
    """What happens in f: its own events without its name, lines from its first."""
    global base, target
    events.clear()
    base = f.__code__.co_firstlineno
    target = f.__code__
    sys.settrace(tracer)
    try:
        f(*args)
    except Exception as e:
        events.append("raised " + type(e).__name__)
    sys.settrace(None)
    return events


def check(f, args, expected):
    got = run(f, *args)
    assert got == expected.split("; "), (f.__name__, "; ".join(got))


# ---- plain lines ----

def f():
    x = 1
    y = x + 1
    return y


check(f, (), "call 0; line 1; line 2; line 3; return 3 2")


def f():
    pass


check(f, (), "call 0; line 1; return 1 None")


def f(): return 1


check(f, (), "call 0; line 0; return 0 1")
check(lambda: 5, (), "call 0; line 0; return 0 5")


def f(a):
    x = a; y = 1

    # a comment

    z = None
    return


check(f, (1,), "call 0; line 1; line 5; line 6; return 6 None")


def f(a, b=1, *c, d=2, **e):
    """doc"""
    return (a,
            b)


check(f, (1,), "call 0; line 2; line 3; line 2; return 2 (1, 1)")


# ---- if ----

def f(a):
    if a == 1:
        x = 1
    elif a == 2:
        x = 2
    else:
        x = 3
    return x


check(f, (1,), "call 0; line 1; line 2; line 7; return 7 1")
check(f, (2,), "call 0; line 1; line 3; line 4; line 7; return 7 2")
check(f, (3,), "call 0; line 1; line 3; line 6; line 7; return 7 3")


def f(a):
    if a:
        str(a)


check(f, (0,), "call 0; line 1; return 1 None")
check(f, (1,), "call 0; line 1; line 2; return 2 None")


def f(a):
    if a:
        pass
    return a


check(f, (0,), "call 0; line 1; line 3; return 3 0")
check(f, (1,), "call 0; line 1; line 2; line 3; return 3 1")


def f(a):
    return "yes" if a else \
        "no"


check(f, (1,), "call 0; line 1; return 1 'yes'")
check(f, (0,), "call 0; line 1; line 2; line 1; return 1 'no'")


# ---- loops ----

def f(n):
    r = 0
    for i in range(n):
        r += i
    return r


check(f, (0,), "call 0; line 1; line 2; line 4; return 4 0")
check(f, (2,), "call 0; line 1; line 2; line 3; line 2; line 3; line 2; line 4; return 4 1")


def f():
    for i in (1, 2):
        pass


check(f, (), "call 0; line 1; line 2; line 1; line 2; line 1; return 1 None")


def f():
    for i in (1, 2, 3):
        if i == 1:
            continue
        if i == 2:
            break
        i = 5
    else:
        i = 6
    return i


check(f, (), "call 0; line 1; line 2; line 3; line 1; line 2; line 4; line 5; line 9; return 9 2")


def f():
    for i in "a":
        i = 1
    else:
        i = 6


check(f, (), "call 0; line 1; line 2; line 1; line 4; return 4 None")


def f(n):
    while n:
        n -= 1
    return n


check(f, (0,), "call 0; line 1; line 3; return 3 0")
check(f, (2,), "call 0; line 1; line 2; line 1; line 2; line 1; line 3; return 3 0")


def f(n):
    while True:
        n -= 1
        if n < 1:
            break


check(f, (2,), "call 0; line 1; line 2; line 3; line 1; line 2; line 3; line 4; return 4 None")


def f():
    for i in (1, 2): x = i
    return [i for i in (1, 2)]


check(f, (), "call 0; line 1; line 1; line 1; line 2; line 2; line 2; return 2 [1, 2]")


def f():
    n = 2
    while n: n -= 1


check(f, (), "call 0; line 1; line 2; line 2; return 2 None")


# ---- exceptions ----

def f():
    try:
        x = 1
    finally:
        x = 2


check(f, (), "call 0; line 1; line 2; line 4; return 4 None")


def f():
    try:
        raise KeyError
    except ValueError:
        x = 1
    except KeyError as e:
        x = 2
    else:
        x = 3
    return x


check(f, (), "call 0; line 1; line 2; exception 2 KeyError; line 3; line 5; line 6; line 9; return 9 2")


def f():
    try:
        raise KeyError
    except KeyError:
        pass
    finally:
        pass


check(f, (), "call 0; line 1; line 2; exception 2 KeyError; line 3; line 4; line 6; return 6 None")


def f():
    try:
        {}["a"]
    except KeyError:
        pass


check(f, (), "call 0; line 1; line 2; exception 2 KeyError; line 3; line 4; return 4 None")


def f():
    x = 1
    1 / 0
    x = 2


check(f, (), "call 0; line 1; line 2; exception 2 ZeroDivisionError; return 2 None; raised ZeroDivisionError")


def inner():
    raise OSError


def f():
    try:
        inner()
    except OSError:
        x = 1


before = inner.__code__.co_firstlineno - f.__code__.co_firstlineno
check(f, (), "call 0; line 1; line 2; inner call %d; inner line %d; inner exception %d OSError; "
      "inner return %d None; exception 2 OSError; line 3; line 4; return 4 None"
      % (before, before + 1, before + 1, before + 1))


def f():
    assert 1
    assert not 1, "text"


check(f, (), "call 0; line 1; line 2; exception 2 AssertionError; return 2 None; raised AssertionError")


class Manager:
    def __enter__(self):
        return 1

    def __exit__(self, *args):
        return True


def f(m):
    with m as x:
        y = 2
        raise m
    return y


m = Manager()
sys.settrace(None)
got = [e for e in run(f, m) if not e.startswith("__")]
assert got == ["call 0", "line 1", "line 2", "line 3", "exception 3 TypeError", "line 1", "line 4", "return 4 2"], got


# ---- calls of all kinds ----

def callee(x=0):
    return x


offset = 0


def names(f, *args):
    return [e.split(" ")[0] for e in run(f, *args) if " call " in e or e.startswith("call ")]


class K:
    def __init__(self):
        self.x = 1

    def __call__(self):
        return 1

    def __add__(self, other):
        return 1

    def __getitem__(self, i):
        return 1

    @property
    def prop(self):
        return 1

    @staticmethod
    def static():
        return 1

    @classmethod
    def klass(cls):
        return 1

    def __iter__(self):
        return iter((1,))

    def __len__(self):
        return 1

    def __eq__(self, other):
        return True

    def __str__(self):
        return "K"


def f():
    callee()
    callee(x=1)
    callee(*[1])
    callee(**{"x": 1})
    k = K()
    k()
    k + 1
    k[0]
    k.prop
    k.static()
    K.klass()
    for i in k:
        pass
    len(k)
    if k:
        pass
    k == 1
    str(k)
    "%s" % k
    list(map(callee, [1, 2]))
    sorted([2, 1], key=callee)


assert names(f) == ["call", "callee", "callee", "callee", "callee", "__init__", "__call__", "__add__", "__getitem__", "prop",
                    "static", "klass", "__iter__", "__len__", "__len__", "__eq__", "__str__", "__str__",
                    "callee", "callee", "callee", "callee"], names(f)


# ---- generators ----

def gen():
    x = yield 1
    yield 2


def f():
    for i in gen():
        pass


o = gen.__code__.co_firstlineno - f.__code__.co_firstlineno
check(f, (), "call 0; line 1; gen call {0}; gen line {1}; gen return {1} 1; line 2; line 1; gen call {1}; gen line {2}; "
      "gen return {2} 2; line 2; line 1; gen call {2}; gen return {2} None; return 1 None".format(o, o + 1, o + 2))


def sub():
    yield 1
    return 2


def gen():
    x = yield from sub()
    return x


def f():
    return list(gen())


assert [e for e in run(f) if "line" not in e] == [
    "call 0", "gen call -5", "sub call -10", "sub return -9 1", "gen return -4 1",
    "gen call -4", "sub call -9", "sub return -8 2", "gen exception -4 StopIteration", "gen return -3 2",
    "return 1 [1]"], events


async def co():
    return 1


async def main():
    return await co()


def f():
    try:
        main().send(None)
    except StopIteration as e:
        return e.value


assert [e.split()[0:2] for e in run(f) if "line" not in e] == [
    ["call", "0"], ["main", "call"], ["co", "call"], ["co", "return"], ["main", "exception"], ["main", "return"],
    ["exception", "2"], ["return", "4"]], events


# ---- classes and definitions ----

def f():
    class A:
        x = 1

        def m(self):
            pass
    return A


assert run(f)[:7] == ["call 0", "line 1", "A call 1", "A line 1", "A line 2", "A line 4", "A return 4 None"], events


def deco(f):
    return f


def f():
    @deco
    def g():
        return 1
    return g()


assert f.__code__.co_firstlineno == deco.__code__.co_firstlineno + 4
got = [e for e in run(f) if not e.startswith("deco")]
assert "g call 1" in got and "g line 3" in got and got[-2:] == ["g return 3 1", "return 4 1"], got


# ---- local trace functions ----

log = []


def only_calls(frame, event, arg):
    log.append((event, frame.f_code.co_name))


sys.settrace(only_calls)
callee()
callee()
sys.settrace(None)
assert log == [("call", "callee")] * 2, log


# a function that returns None keeps the local one
def keeps(frame, event, arg):
    log.append(event)
    if event == "call":
        return keeps


log.clear()
sys.settrace(keeps)
callee()
sys.settrace(None)
assert log == ["call", "line", "return"], log


# one that changes its mind
def second(frame, event, arg):
    log.append("second " + event)


def changes(frame, event, arg):
    log.append(event)
    return second if event == "line" else changes


def f():
    x = 1
    x = 2


log.clear()
sys.settrace(changes)
f()
sys.settrace(None)
assert log == ["call", "line", "second line", "second return"], log


# f_trace_lines, f_trace_opcodes
def no_lines(frame, event, arg):
    log.append(event)
    frame.f_trace_lines = False
    return no_lines


log.clear()
sys.settrace(no_lines)
f()
sys.settrace(None)
assert log == ["call", "return"], log


def opcodes(frame, event, arg):
    log.append(event)
    frame.f_trace_opcodes = True
    return opcodes


log.clear()
sys.settrace(opcodes)
f()
sys.settrace(None)
assert log[0] == "call" and log[-1] == "return" and log.count("line") == 2 and log.count("opcode") >= 2, log


# f_trace of a frame that runs already
def f():
    sys.settrace(only_calls)
    sys._getframe().f_trace = keeps
    x = 1
    x = 2
    sys.settrace(None)
    x = 3


log.clear()
f()
assert log == ["line", "line", "line"], log


def setter():
    sys._getframe(1).f_trace = keeps
    sys.settrace(only_calls)


def f():
    setter()
    x = 1
    sys.settrace(None)


log.clear()
f()
assert log == ["line", "line"], log


# a trace function that raises ends the tracing, and its exception goes on from there
def raises(frame, event, arg):
    log.append(event)
    if event == where:
        raise RuntimeError(event)
    return raises


def f():
    try:
        x = 1
    except RuntimeError as e:
        return "caught " + str(e)


for where in ("call", "line", "return"):
    log.clear()
    sys.settrace(raises)
    try:
        result = f()
    except RuntimeError as e:
        result = "left " + str(e)
    assert sys.gettrace() is None
    assert log[-1] == where
    assert result == "left " + where, result

# gettrace() within; it is not traced itself
seen = []


def asks(frame, event, arg):
    seen.append(sys.gettrace() is asks)
    callee()


sys.settrace(asks)
callee()
sys.settrace(None)
assert seen == [True], seen

# the frame that is given
frames = []


def collect(frame, event, arg):
    if event == "call":
        frames.append(frame)
    else:
        assert frame is frames[-1]
        assert frame is sys._getframe(1)
    return collect


def f(a):
    b = a
    return b


sys.settrace(collect)
f(1)
f(2)
sys.settrace(None)
assert len(frames) == 2 and frames[0] is not frames[1]
assert [x.f_locals["b"] for x in frames] == [1, 2]
assert [x.f_back for x in frames] == [sys._getframe()] * 2
assert frames[0].f_trace is collect


# recursion
def fact(n):
    return n * fact(n - 1) if n else 1


def count(frame, event, arg):
    log.append(event)


log.clear()
sys.settrace(count)
assert fact(30) == 265252859812191058636308480000000
sys.settrace(None)
assert log == ["call"] * 31


# on and off again and again
def toggle():
    sys.settrace(count)
    callee()
    sys.settrace(None)
    callee()


log.clear()
for i in range(5):
    toggle()
assert log == ["call"] * 5

# from a callback of C
log.clear()
list(map(lambda x: sys.settrace(count), [1]))
callee()
sys.settrace(None)
assert log == ["call"], log

try:
    sys.settrace()
    assert 0
except TypeError:
    pass
print("ok")


# statements that are constants, conditions that are false, a return behind what it leaves
def f():
    try:
        2
    except ValueError:
        4
    else:
        6
        if False:
            8
    while 0:
        10
    x = 11
    if x:
        13


check(f, (), "call 0; line 1; line 2; line 6; line 7; line 9; line 11; line 12; line 13; return 13 None")


class Manager:
    def __enter__(self):
        pass

    def __exit__(self, *args):
        pass


def f():
    with Manager():
        return


check(f, (), "call 0; line 1; __enter__ call -7; __enter__ line -6; __enter__ return -6 None; line 2; line 1; "
      "__exit__ call -4; __exit__ line -3; __exit__ return -3 None; return 1 None")


def f(x):
    match x:
        case 1:
            return 1
        case _:
            return 2


check(f, (3,), "call 0; line 1; line 2; line 4; line 5; return 5 2")
