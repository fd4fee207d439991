# needs: methods
# sys, gc, and what the modules named micropython and uX are on MicroPython.
import gc
import sys


def raises(kind, message, f, *args, **kwargs):
    try:
        f(*args, **kwargs)
    except kind as e:
        assert message is None or str(e) == message, str(e)
    else:
        assert False, "no " + kind.__name__


assert sys.argv[0].endswith("sys_basics.py") and isinstance(sys.path, list) and sys.path[0].endswith("tests/python")
assert sys.modules["__main__"].sys is sys and "gc" in sys.modules
assert sys.version_info[0] == 3 and sys.version_info >= (3, 4) and isinstance(sys.version, str)
assert sys.platform == "linux" and sys.byteorder in ("little", "big") and sys.maxsize in (2**63 - 1, 2**31 - 1)
assert sys.hexversion >> 24 == 3 and sys.maxunicode == 0x10FFFF and sys.getdefaultencoding() == "utf-8"
assert sys.implementation.name in ("cpython", "micropython") and len(sys.implementation.version) >= 4
assert sys.intern("abc" + "d") is sys.intern("abcd") and sys.getsizeof([1, 2, 3]) > sys.getsizeof([])
assert "sys" in sys.builtin_module_names
assert sys.exc_info() == (None, None, None)
try:
    1 / 0
except ZeroDivisionError as e:
    info = sys.exc_info()
    assert info[0] is ZeroDivisionError and info[1] is e and info[2] is e.__traceback__ and sys.exception() is e
assert sys.exc_info() == (None, None, None) and sys.exception() is None
limit = sys.getrecursionlimit()
sys.setrecursionlimit(limit + 1)
assert sys.getrecursionlimit() == limit + 1
raises(ValueError, None, sys.setrecursionlimit, 0)
raises(SystemExit, None, sys.exit)
try:
    sys.exit("why")
except SystemExit as e:
    assert e.code == "why" and e.args == ("why",)
try:
    sys.exit()
except SystemExit as e:
    assert e.code is None and e.args == ()

gc.collect()
assert gc.isenabled()
gc.disable()
assert not gc.isenabled()
gc.enable()
assert isinstance(gc.get_objects(), list)

if sys.implementation.name == "micropython":
    import io
    import micropython
    import usys
    import utime

    assert usys is sys and utime.ticks_ms and micropython.const(5) == 5 and gc.mem_alloc() > 0 and gc.mem_free() > 0
    assert gc.threshold() == -1 or gc.threshold() > 0
    out = io.StringIO()
    try:
        1 / 0
    except Exception as e:
        sys.print_exception(e, out)
    text = out.getvalue()
    assert text.startswith("Traceback (most recent call last):\n") and text.endswith("ZeroDivisionError: division by zero\n")
    calls = []
    micropython.schedule(calls.append, 7)
    for i in range(10):
        pass
    assert calls == [7]
    micropython.heap_lock()
    try:
        x = [0] * 100
        assert False
    except MemoryError:
        pass
    finally:
        micropython.heap_unlock()
    assert "Adder" in sys.version and sys.implementation._machine

    @micropython.native
    def double(x):
        return 2 * x

    assert double(4) == 8 and micropython.opt_level() == 0
