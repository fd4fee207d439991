# needs: tracing
# What is C in CPython is not seen where frames are, though it may be Python here.
import functools
import heapq
import operator
import sys
import traceback
import warnings


def frames(e):
    return [f.name for f in traceback.extract_tb(e.__traceback__)]


def fail(*args):
    raise KeyError(args)


class Bad:
    __lt__ = fail


def attempt(f, *args):
    try:
        f(*args)
    except Exception as e:
        return frames(e)


assert attempt(functools.reduce, fail, [1, 2]) == ["attempt", "fail"]
assert attempt(functools.partial(fail, 1), 2) == ["attempt", "fail"]
assert attempt(functools.lru_cache(fail), 2) == ["attempt", "fail"]
assert attempt(sorted, [2, 1], 5) == ["attempt"]
assert attempt(lambda: sorted([2, 1], key=functools.cmp_to_key(fail))) == ["attempt", "<lambda>", "fail"]
assert attempt(heapq.heappush, [Bad()], Bad()) == ["attempt", "fail"]
assert attempt(operator.itemgetter(3), []) == ["attempt"]
assert attempt(operator.attrgetter("a.b"), []) == ["attempt"]

callers = []


def note(a, b):
    callers.append((sys._getframe(1).f_code.co_name, sys._getframe().f_back.f_code.co_name))
    return a + b


def outer():
    return functools.reduce(note, [1, 2, 3])


assert outer() == 6 and callers == [("outer", "outer")] * 2

events = []


def tell(frame, event, arg):
    events.append((event, frame.f_code.co_name))
    return tell


sys.settrace(tell)
functools.partial(outer)()
operator.itemgetter(0)([1])
sys.settrace(None)
assert [e for e in events if e[0] == "call"] == [("call", "outer"), ("call", "note"), ("call", "note")]
assert {name for _, name in events} == {"outer", "note"}

with warnings.catch_warnings(record=True) as told:
    warnings.simplefilter("always")

    def old(level):
        warnings.warn("old", DeprecationWarning, level)
    line = sys._getframe().f_lineno
    old(1)
    old(2)
assert [w.lineno for w in told] == [line - 1, line + 2] and all(w.filename == __file__ for w in told)
