# needs: threading
# Frames, traces and tracebacks of other threads.
import gc
import sys
import threading

go, there = threading.Event(), threading.Event()
frames = []


def inner(a):
    b = [a, "own"]
    frames.append(sys._getframe())
    there.set()
    go.wait()
    return b


def outer():
    c = inner(5)
    return c


def generator():
    yield inner(6)


def line_of(f):
    return f.__code__.co_firstlineno


def deep(n):
    return deep(n - 1) if n else gc.collect()


for target, caller in (outer, "outer"), (lambda: next(generator()), "generator"):
    del frames[:]
    go.clear()
    there.clear()
    t = threading.Thread(target=target)
    t.start()
    there.wait()
    f = frames[0]
    for i in range(3):
        assert f.f_code is inner.__code__
        assert f.f_lineno == line_of(inner) + 4
        assert f.f_locals["b"] == [f.f_locals["a"], "own"]
        assert f.f_globals is globals()
        back = f.f_back
        assert back.f_code.co_name == caller
        assert back is f.f_back
        names = []
        while back:
            names.append(back.f_code.co_name)
            back = back.f_back
        assert "deep" not in names and "<module>" not in names and names[0] == caller
        deep(50)
    go.set()
    t.join()
    assert f.f_lineno == line_of(inner) + 5
    assert f.f_locals["b"] == [f.f_locals["a"], "own"]
    assert f.f_back.f_code.co_name == caller

# each thread has a trace function of its own
seen = []


def tracer(frame, event, arg):
    if frame.f_code is traced.__code__:
        seen.append((event, threading.current_thread().name))
    return tracer


def traced():
    return 1


threading.settrace(tracer)
assert threading.gettrace() is tracer
traced()
assert seen == []
t = threading.Thread(target=traced, name="one")
t.start()
t.join()
threading.settrace(None)
assert seen == [("call", "one"), ("line", "one"), ("return", "one")]
del seen[:]
t = threading.Thread(target=traced)
t.start()
t.join()
assert seen == []
sys.settrace(tracer)
t = threading.Thread(target=traced)
t.start()
t.join()
traced()
sys.settrace(None)
assert seen == [("call", "MainThread"), ("line", "MainThread"), ("return", "MainThread")]
threading.setprofile(lambda frame, event, arg: tracer(frame, event, arg) and None)
del seen[:]
t = threading.Thread(target=traced, name="two")
t.start()
t.join()
threading.setprofile(None)
assert seen == [("call", "two"), ("return", "two")]

# an exception of one thread, raised again in another
caught = []


def fails():
    try:
        1 / 0
    except ZeroDivisionError as e:
        caught.append(e)


t = threading.Thread(target=fails)
t.start()
t.join()
try:
    raise caught[0]
except ZeroDivisionError as e:
    names = []
    tb = e.__traceback__
    while tb:
        names.append(tb.tb_frame.f_code.co_name)
        tb = tb.tb_next
    assert names == ["<module>", "fails"]
