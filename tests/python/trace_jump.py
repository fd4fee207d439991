# A trace function that assigns f_lineno makes the program go on at another line.
# needs: tracing
import sys
import warnings

warnings.simplefilter("ignore")


def jump(function, start, target, event="line"):
    """What function(out) appends if it jumps from a line to another (counted from its first), or what the assignment raises."""
    out, first = [], function.__code__.co_firstlineno
    done = False

    def trace(frame, what, arg):
        nonlocal done
        if frame.f_code is not function.__code__:
            return None
        if not done and what == event and frame.f_lineno == first + start:
            done = True
            try:
                frame.f_lineno = first + target
                assert frame.f_lineno >= first + target
            except ValueError as e:
                out.append(str(e).replace(str(first + target), "N"))
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        function(out)
    except Exception as e:
        out.append(type(e).__name__)
    sys.settrace(before)
    assert done
    return out


def straight(out):
    out.append(1)
    out.append(2)

    out.append(4)


assert jump(straight, 1, 4) == [4]
assert jump(straight, 1, 3) == [4]
assert jump(straight, 2, 1) == [1, 1, 2, 4]
assert jump(straight, 2, 2) == [1, 2, 4]
assert jump(straight, 2, 5) == [1, "line N comes after the current code block", 2, 4]
assert jump(straight, 2, -1) == [1, "line N comes before the current code block", 2, 4]
assert jump(straight, 0, 2, "call") == ["can't jump from the 'call' trace event of a new frame", 1, 2, 4]
assert jump(straight, 4, 1, "return") == [1, 2, 4, "can only jump from a 'line' trace event"]


def loops(out):
    out.append(1)
    for i in 10, 20:
        out.append(i)
        for j in range(2):
            out.append(j)
        else:
            out.append(7)
    out.append(8)
    while len(out) < 9:
        out.append(10)
    return out


plain = [1, 10, 0, 1, 7, 20, 0, 1, 7, 8]
INTO = "can't jump into the body of a for loop"
assert jump(loops, 1, 3) == [INTO] + plain
assert jump(loops, 8, 3) == plain[:9] + [INTO, 8]
assert jump(loops, 3, 5) == [1, INTO] + plain[1:]
assert jump(loops, 3, 8) == [1, 8] + [10] * 7
assert jump(loops, 5, 8) == [1, 10, 8] + [10] * 6
assert jump(loops, 5, 3) == [1, 10, 10, 0, 1, 7, 20, 0, 1, 7, 8]
assert jump(loops, 1, 10) == [10] * 9


def handlers(out):
    try:
        out.append(2)
        raise KeyError("k")
    except KeyError as e:
        out.append(5)
        try:
            raise ValueError
        except ValueError:
            out.append(9)
        out.append(repr(sys.exception()))
    out.append(repr(sys.exception()))
    if len(out) < 20:
        raise


EXCEPT = "can't jump into an 'except' block as there's no exception"
plain = [2, 5, 9, "KeyError('k')", "None", "RuntimeError"]
assert jump(handlers, 2, 5) == [EXCEPT] + plain
assert jump(handlers, 9, 11) == [2, 5, "None", "RuntimeError"]
assert jump(handlers, 9, 10) == [2, 5, "KeyError('k')", "None", "RuntimeError"]
assert jump(handlers, 5, 11) == [2, "None", "RuntimeError"]
assert jump(handlers, 11, 5) == plain[:4] + [EXCEPT] + plain[4:]
assert jump(handlers, 3, 11) == [2, "None", "RuntimeError"]


class Manager:
    def __init__(self, out):
        self.out = out

    def __enter__(self):
        self.out.append("in")

    def __exit__(self, *args):
        self.out.append("out")


def managed(out):
    out.append(1)
    with Manager(out):
        out.append(3)
        out.append(4)
    out.append(5)
    try:
        out.append(7)
    finally:
        out.append(9)


plain = [1, "in", 3, 4, "out", 5, 7, 9]
assert jump(managed, 1, 3) == ["incompatible stacks"] + plain
assert jump(managed, 5, 4) == plain[:5] + ["incompatible stacks"] + plain[5:]
assert jump(managed, 3, 5) == [1, "in", 5, 7, 9]
assert jump(managed, 4, 3) == [1, "in", 3, 3, 4, "out", 5, 7, 9]
assert jump(managed, 1, 7) == [7, 9]


# what was not bound is None

def unbound(out):
    x = 1
    y = x + 1
    out.append((x, y))


assert jump(unbound, 1, 3) == [(None, None)]
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    jump(unbound, 2, 3)
assert [str(w.message) for w in caught] == ["assigning None to 1 unbound local"] and caught[0].category is RuntimeWarning
with warnings.catch_warnings():
    warnings.simplefilter("error")

    def trace(frame, event, arg):
        if event == "line" and frame.f_code is unbound.__code__:
            frame.f_lineno = frame.f_code.co_firstlineno + 3
        return trace
    sys.settrace(trace)
    try:
        unbound([])
        assert False
    except RuntimeWarning:
        pass
    finally:
        sys.settrace(None)


# generators, captured variables, many variables

def generates(out):
    def inner():
        yield 1
        x = 2
        yield (lambda: x)() + 1
        yield 4
    out.extend(inner())


assert jump(generates, 1, 5) == ["TypeError"]
space = {}
exec("def many(out):\n x0 = 1\n" + "".join(f" x{i} = x{i - 1} + 1\n" for i in range(1, 400)) + " out.append((x10, x399))\n", space)
assert jump(space["many"], 12, 401) == [(11, None)]
assert jump(space["many"], 1, 401) == [(None, None)]


# not from anywhere else

frame = sys._getframe()
for value, message in ((5, "f_lineno can only be set in a trace function"), ("x", "lineno must be an integer"), (1.5, "lineno must be an integer")):
    try:
        frame.f_lineno = value
        assert False
    except ValueError as e:
        assert str(e) == message, e
try:
    del frame.f_lineno
    assert False
except AttributeError as e:
    pass
print("ok")
