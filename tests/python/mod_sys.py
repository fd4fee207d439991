# needs: records
# The module sys.
import sys

assert "path" in dir(sys) and "version" in dir(sys) and "ps1" in dir(sys)
assert sys.implementation.name == sys.implementation[0] == "micropython"
assert sys.implementation.version == sys.implementation[1] and len(sys.implementation.version) == 4
assert sys.implementation._machine == sys.implementation[2] == sys.implementation[-2]
assert len(sys.implementation) == 4 and list(sys.implementation)[3] == sys.implementation._build
assert not hasattr(sys.implementation, "_mpy")
assert sys.flags.optimize == sys.flags[3] == 0 and sys.flags.utf8_mode == 1 and len(sys.flags) == 18
assert sys.ps1 == ">>> " and sys.ps2 == "... "
assert sys.executable == "" or sys.executable[0] == "/"
assert sys.byteorder in ("little", "big")
assert sys.maxsize in (2**31 - 1, 2**63 - 1) and sys.maxunicode == 0x10FFFF
assert sys.hexversion >> 16 == sys.version_info[0] << 8 | sys.version_info[1]
assert sys.version_info >= (3, 14) and sys.version_info.major == 3
assert sys.get_int_max_str_digits() in (4300, 0)
assert sys.float_info.mant_dig in (24, 53) and sys.float_info[7] == sys.float_info.mant_dig
assert sys.intern("ab c") is sys.intern("".join(["ab", " c"]))
assert sys.getsizeof([]) > 0
assert sys.getdefaultencoding() == sys.getfilesystemencoding() == "utf-8"
limit = sys.getrecursionlimit()
sys.setrecursionlimit(limit + 1)
assert sys.getrecursionlimit() == limit + 1
sys.setrecursionlimit(limit)
assert sys.exc_info() == (None, None, None) and sys.exception() is None
try:
    1 / 0
except ZeroDivisionError as e:
    assert sys.exc_info()[:2] == (ZeroDivisionError, e) and sys.exception() is e
    assert sys.exc_info()[2] is e.__traceback__


def raises(error, f, *args):
    try:
        f(*args)
    except error:
        return
    raise AssertionError(error)


raises(TypeError, sys.intern, 1)
raises(TypeError, sys.print_exception, 1)
raises(TypeError, sys.excepthook, int, 1, None)
raises(ValueError, sys.setrecursionlimit, 0)
raises(SystemExit, sys.exit)
raises(AttributeError, lambda: sys.no_such)

# hooks
shown = []
sys.displayhook = shown.append
exec(compile("1 + 1", "<test>", "single"))
exec(compile("None", "<test>", "single"))
sys.displayhook = sys.__displayhook__
assert shown == [2, None]

import io
out = io.StringIO()
try:
    raise ValueError("text")
except ValueError as e:
    sys.print_exception(e, out)
assert out.getvalue().splitlines()[0] == "Traceback (most recent call last):"
assert out.getvalue().splitlines()[-1] == "ValueError: text"
