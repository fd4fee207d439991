# breakpoint(), sys.breakpointhook(), sys.unraisablehook(), sys.call_tracing(), and what sys tells of the build.
# needs: tracing gc
import gc
import os
import sys

called = []


def hook(*args, **kw):
    called.append((args, kw, sys._getframe(1).f_code.co_name))
    return "answer"


default = sys.breakpointhook
assert sys.__breakpointhook__ is default
sys.breakpointhook = hook


def f():
    return breakpoint()


assert f() == "answer" and called == [((), {}, "f")]
assert breakpoint(1, 2, k=3) == "answer"
assert called[1] == ((1, 2), {"k": 3}, "<module>")
sys.breakpointhook = default

# the environment
os.environ["PYTHONBREAKPOINT"] = "0"
assert breakpoint() is None
assert breakpoint(1, x=2) is None
os.environ["PYTHONBREAKPOINT"] = "builtins.len"
assert breakpoint([1, 2]) == 2
os.environ["PYTHONBREAKPOINT"] = "len"
assert breakpoint("abc") == 3
os.environ["PYTHONBREAKPOINT"] = "sys.intern"
assert breakpoint("abc") == "abc"
try:
    breakpoint()
    assert 0
except TypeError:
    pass

import warnings

for bad in ("no_such_module.f", "sys.no_such_function", "no_such_builtin"):
    os.environ["PYTHONBREAKPOINT"] = bad
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        assert breakpoint() is None
    assert len(seen) == 1 and seen[0].category is RuntimeWarning
    assert str(seen[0].message) == 'Ignoring unimportable $PYTHONBREAKPOINT: "%s"' % bad
os.environ["PYTHONBREAKPOINT"] = "0"

del sys.breakpointhook
try:
    breakpoint()
    # it is a part of the image: what is deleted is the program's own
except RuntimeError as e:
    assert str(e) == "lost sys.breakpointhook"
sys.breakpointhook = default


# a hook that turns tracing on traces what comes after
events = []


def tracer(frame, event, arg):
    events.append((event, frame.f_code.co_name))
    return tracer


def start():
    sys._getframe(1).f_trace = tracer
    sys.settrace(tracer)


def g():
    breakpoint()
    x = 1
    sys.settrace(None)


sys.breakpointhook = start
g()
sys.breakpointhook = default
assert [e for e in events if e[1] == "g"] == [("line", "g")] * 2, events


# exceptions that nobody can be told of
class Bad:
    def __del__(self):
        raise ValueError("in __del__")


told = []


def unraisable(u):
    told.append((u.exc_type, str(u.exc_value), u.exc_traceback is None, u.object is not None))


before = sys.unraisablehook
assert sys.__unraisablehook__ is before
sys.unraisablehook = unraisable
b = Bad()
del b
gc.collect()
[0 for i in range(10)]
gc.collect()
sys.unraisablehook = before
assert told == [(ValueError, "in __del__", False, True)], told


# call_tracing
def traced(n):
    return n + 1


def outer_tracer(frame, event, arg):
    if event == "call" and frame.f_code is start_here.__code__:
        sys.call_tracing(traced, (1,))
        inner.append("back")
    elif event == "call" and frame.f_code is traced.__code__:
        inner.append("traced")


def start_here():
    pass


inner = []
sys.settrace(outer_tracer)
start_here()
sys.settrace(None)
assert inner == ["traced", "back"], inner
try:
    sys.call_tracing(traced, 1)
    assert 0
except TypeError:
    pass

# facts
assert sys.int_info.default_max_str_digits == 4300 and sys.int_info.str_digits_check_threshold == 640
assert sys.int_info.bits_per_digit in (15, 30, 32, 64) and sys.int_info.sizeof_digit in (2, 4, 8)
assert sys.api_version == 1013
assert sys.float_repr_style == "short"
assert sys.flags.int_max_str_digits == sys.get_int_max_str_digits()
assert {"sys", "builtins", "enum", "types"} <= sys.stdlib_module_names
assert isinstance(sys.stdlib_module_names, frozenset)
assert "no such module" not in sys.stdlib_module_names
assert isinstance(sys.orig_argv, list) and sys.orig_argv
assert isinstance(sys.warnoptions, list) and isinstance(sys._xoptions, dict)
assert isinstance(sys.prefix, str) and isinstance(sys.exec_prefix, str) and isinstance(sys.base_prefix, str)
assert isinstance(sys.platlibdir, str) and isinstance(sys.abiflags, str) and isinstance(sys.copyright, str)
assert sys.pycache_prefix is None
assert sys.getfilesystemencodeerrors() in ("surrogateescape", "strict", "surrogatepass")
assert sys._is_gil_enabled() is True
assert sys._is_interned(sys.intern("some text")) is True
print("ok")
