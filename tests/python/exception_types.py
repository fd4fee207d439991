# needs: codecs except_star tracing
# Exceptions: types, args, text, attributes.

e = ValueError("a", 1)
assert e.args == ("a", 1) and str(e) == "('a', 1)" and repr(e) == "ValueError('a', 1)"
assert str(ValueError()) == "" and repr(ValueError()) == "ValueError()" and str(ValueError("x")) == "x" and str(ValueError(5)) == "5"
e.args = [1, 2]
assert e.args == (1, 2)
assert str(KeyError("k")) == "'k'" and str(KeyError()) == "" and str(KeyError(1, 2)) == "(1, 2)"
e.extra = 5
assert e.extra == 5 and e.__dict__ == {"extra": 5}
for child, parent in [(ZeroDivisionError, ArithmeticError), (IndexError, LookupError), (KeyError, LookupError),
                      (UnicodeDecodeError, ValueError), (FileNotFoundError, OSError), (RecursionError, RuntimeError),
                      (TabError, SyntaxError), (ModuleNotFoundError, ImportError), (ConnectionResetError, ConnectionError),
                      (UnboundLocalError, NameError), (ExceptionGroup, Exception), (ExceptionGroup, BaseExceptionGroup)]:
    assert issubclass(child, parent)
assert not issubclass(KeyboardInterrupt, Exception) and issubclass(KeyboardInterrupt, BaseException)
assert IOError is OSError and EnvironmentError is OSError
assert ValueError.__mro__ == (ValueError, Exception, BaseException, object)
assert ExceptionGroup.__mro__ == (ExceptionGroup, BaseExceptionGroup, Exception, BaseException, object)

# OSError
e = OSError(2, "No such file", "f.txt")
assert type(e) is FileNotFoundError and e.errno == 2 and e.strerror == "No such file" and e.filename == "f.txt"
assert e.args == (2, "No such file") and str(e) == "[Errno 2] No such file: 'f.txt'"
assert str(OSError(2, "x", "a", None, "b")) == "[Errno 2] x: 'a' -> 'b'"
assert type(OSError(17, "x")) is FileExistsError and type(OSError(9999, "x")) is OSError and type(OSError(11, "")) is BlockingIOError
import errno
assert type(OSError(errno.ETIMEDOUT, "")) is TimeoutError and type(OSError(32, "")) is BrokenPipeError
e = OSError("just text")
assert e.errno is None and e.strerror is None and str(e) == "just text" and e.filename is None


class MyOS(OSError):
    pass


assert type(MyOS(2, "x")) is MyOS and MyOS(2, "x").errno == 2 and str(MyOS(5, "bad")) == "[Errno 5] bad"
e.errno = 7
assert e.errno == 7

# StopIteration, SystemExit, ImportError, NameError, AttributeError
assert StopIteration(4).value == 4 and StopIteration().value is None
assert SystemExit().code is None and SystemExit(3).code == 3 and SystemExit(1, 2).code == (1, 2)
e = ImportError("m", name="n", path="p")
assert e.msg == "m" and e.name == "n" and e.path == "p" and str(e) == "m" and ImportError("a", "b").msg is None
try:
    undefined_name
    assert False
except NameError as e:
    assert e.name == "undefined_name" and str(e) == "name 'undefined_name' is not defined"
e = AttributeError("t", name="n", obj=5)
assert e.name == "n" and e.obj == 5 and AttributeError("x").name is None
try:
    ValueError("x", a=1)
    assert False
except TypeError as e:
    assert str(e) == "ValueError() takes no keyword arguments"

# SyntaxError
e = SyntaxError("bad", ("file.py", 3, 5, "text", 3, 7))
assert (e.msg, e.filename, e.lineno, e.offset, e.text, e.end_lineno, e.end_offset) == ("bad", "file.py", 3, 5, "text", 3, 7)
assert str(e) == "bad (file.py, line 3)" and e.print_file_and_line is None and str(SyntaxError("m")) == "m"
assert SyntaxError().msg is None and SyntaxError("x").lineno is None
try:
    compile("a b", "some.py", "exec")
    assert False
except SyntaxError as e:
    assert e.filename == "some.py" and e.lineno == 1

# UnicodeError
try:
    b"a\xff".decode()
    assert False
except UnicodeDecodeError as e:
    assert (e.encoding, e.object, e.start, e.end, e.reason) == ("utf-8", b"a\xff", 1, 2, "invalid start byte")
    assert str(e) == "'utf-8' codec can't decode byte 0xff in position 1: invalid start byte"
try:
    "aé".encode("ascii")
    assert False
except UnicodeEncodeError as e:
    assert e.start == 1 and e.object == "aé"
    assert str(e) == "'ascii' codec can't encode character '\\xe9' in position 1: ordinal not in range(128)"

# Notes, traceback
e = ValueError("x")
assert not hasattr(e, "__notes__")
e.add_note("first")
e.add_note("second")
assert e.__notes__ == ["first", "second"]
try:
    e.add_note(5)
    assert False
except TypeError as x:
    assert str(x) == "note must be a str, not 'int'"
assert e.__traceback__ is None
try:
    raise e
except ValueError as x:
    assert x is e and e.__traceback__ is not None and e.__traceback__.tb_lineno > 80 and e.__traceback__.tb_next is None
    assert e.__traceback__.tb_frame.f_code.co_filename == __file__ or True
assert ValueError().with_traceback(None).__traceback__ is None
try:
    e.__traceback__ = 5
    assert False
except TypeError as x:
    assert str(x) == "__traceback__ must be a traceback or None"


def deep(n):
    if n == 0:
        raise KeyError("bottom")
    deep(n - 1)


try:
    deep(3)
except KeyError as x:
    tb, lines = x.__traceback__, []
    while tb:
        lines.append(tb.tb_lineno)
        tb = tb.tb_next
    assert len(lines) == 5 and len(set(lines)) == 3, lines


# Subclasses in Python
class Custom(Exception):
    def __init__(self, code, text="?"):
        super().__init__(f"{code}: {text}")
        self.code = code


try:
    raise Custom(5, "five")
except Custom as x:
    assert x.code == 5 and str(x) == "5: five" and x.args == ("5: five",) and repr(x) == "Custom('5: five')"


class NoInit(Exception):
    def __init__(self, a, b):
        self.a = a


x = NoInit(1, 2)
assert x.args == (1, 2) and x.a == 1 and str(x) == "(1, 2)"


class WithStr(KeyError):
    default = 3

    def __str__(self):
        return "custom " + str(self.args[0])


assert str(WithStr("q")) == "custom q" and WithStr(1).default == 3 and isinstance(WithStr(1), LookupError)


class Multi(ValueError, KeyError):
    pass


assert str(Multi("z")) in ("z", "'z'") and isinstance(Multi(), KeyError)


class Kw(Exception):
    def __init__(self, *, reason):
        self.reason = reason


assert Kw(reason=1).reason == 1 and Kw(reason=1).args == ()
try:
    raise Custom
    assert False
except TypeError as x:
    assert "missing 1 required positional argument: 'code'" in str(x)
for bad in (5, "text", int, None):
    try:
        raise bad
        assert False
    except TypeError as x:
        assert str(x) == "exceptions must derive from BaseException"
try:
    try:
        raise ValueError
    except 5:
        pass
    assert False
except TypeError as x:
    assert str(x) == "catching classes that do not inherit from BaseException is not allowed"
print("ok")
