# needs: methods messages groups except_star tracing
# Exceptions: their attributes, arguments, chains, notes, tracebacks; groups and except*.
import errno
import sys


def fails(kind, f, *args, **keywords):
    try:
        f(*args, **keywords)
    except kind as e:
        assert type(e) is kind, type(e)
        return str(e)
    raise AssertionError("nothing raised")


def same(a, b):
    assert a == b and type(a) is type(b), (a, b)


def throw(e):
    raise e


def caught(f, *args):
    try:
        f(*args)
    except BaseException as e:
        return e


# ---- args, str, repr ----
same(str(Exception()), "")
same(str(Exception(5)), "5")
same(str(Exception(1, "a")), "(1, 'a')")
same(repr(Exception()), "Exception()")
same(repr(Exception("a")), "Exception('a')")
same(repr(Exception(1, 2)), "Exception(1, 2)")
same(Exception(1, 2).args, (1, 2))
e = Exception(1)
e.args = [3, 4]
same(e.args, (3, 4))
same(fails(TypeError, setattr, e, "args", 5), "'int' object is not iterable")
same(fails(TypeError, delattr, e, "args"), "args may not be deleted")
same(str(KeyError("k")), "'k'")
same(str(KeyError()), "")
same(str(KeyError(1, 2)), "(1, 2)")
same(fails(TypeError, Exception, a=1), "Exception() takes no keyword arguments")
same(fails(TypeError, ValueError, "x", zz=1), "ValueError() takes no keyword arguments")


class Own(Exception):
    def __init__(self, a, b=2):
        self.a, self.b = a, b


o = Own(1)
same((o.a, o.b, o.args, str(o)), (1, 2, (1,), "1"))
same(Own(a=5).args, ())
same(Own(5, b=6).args, (5,))
same(repr(Own(1, 3)), "Own(1, 3)")


class OwnStr(Exception):
    def __str__(self): return "own text"


same(str(OwnStr(1)), "own text")
same(repr(OwnStr(1)), "OwnStr(1)")
e = Exception.__new__(Exception, 1, 2)
same(e.args, (1, 2))
e.__init__(3)
same(e.args, (3,))
e.any = 5
same(e.__dict__, {"any": 5})

# ---- what may be raised ----
same(fails(TypeError, throw, 5), "exceptions must derive from BaseException")
same(fails(TypeError, throw, int), "exceptions must derive from BaseException")
same(type(caught(throw, ValueError)), ValueError)


class NewReturnsOther(Exception):
    def __new__(cls): return 5


same(fails(TypeError, throw, NewReturnsOther),
     "calling <class '%s.NewReturnsOther'> should have returned an instance of BaseException, not <class 'int'>" % __name__)


def catch_bad(kind):
    try:
        1 / 0
    except kind:
        pass


same(fails(TypeError, catch_bad, 5), "catching classes that do not inherit from BaseException is not allowed")
same(fails(TypeError, catch_bad, (ValueError, 5)), "catching classes that do not inherit from BaseException is not allowed")
same(caught(catch_bad, (ValueError, ZeroDivisionError)), None)

# ---- chains ----


def chain():
    try:
        raise KeyError("first")
    except KeyError:
        raise ValueError("second")


e = caught(chain)
assert type(e.__context__) is KeyError and e.__cause__ is None and e.__suppress_context__ is False


def cause(c):
    raise ValueError("second") from c


e = caught(cause, KeyError("c"))
assert type(e.__cause__) is KeyError and e.__suppress_context__ is True and e.__context__ is None
assert type(caught(cause, KeyError).__cause__) is KeyError
assert caught(cause, None).__suppress_context__ is True
same(fails(TypeError, cause, 5), "exception causes must derive from BaseException")
e = ValueError()
e.__cause__ = KeyError()
assert e.__suppress_context__
same(fails(TypeError, setattr, e, "__cause__", 5), "exception cause must be None or derive from BaseException")
same(fails(TypeError, setattr, e, "__context__", 5), "exception context must be None or derive from BaseException")
same(fails(TypeError, delattr, e, "__cause__"), "__cause__ may not be deleted")
same(fails(TypeError, delattr, e, "__context__"), "__context__ may not be deleted")
same(fails(TypeError, setattr, e, "__traceback__", 5), "__traceback__ must be a traceback or None")
same(fails(TypeError, delattr, e, "__traceback__"), "__traceback__ may not be deleted")
same(fails(TypeError, setattr, e, "__suppress_context__", 5), "attribute value type must be bool")
e.__cause__ = None
assert e.__cause__ is None


def nested():
    try:
        try:
            raise KeyError
        finally:
            raise ValueError
    except ValueError as v:
        return v


assert type(nested().__context__) is KeyError


def reraise():
    try:
        raise KeyError
    except KeyError as k:
        try:
            raise ValueError
        except ValueError:
            raise k


assert type(caught(reraise)) is KeyError
e = KeyError()


def no_loop():
    try:
        raise e
    except KeyError:
        raise e


assert caught(no_loop).__context__ is None


def after():
    try:
        raise KeyError
    except KeyError:
        pass
    raise ValueError


assert caught(after).__context__ is None
same(sys.exc_info(), (None, None, None))


def info():
    try:
        raise KeyError("k")
    except KeyError as k:
        i = sys.exc_info()
        return i[0] is KeyError and i[1] is k and i[2] is k.__traceback__, sys.exception() is k


same(info(), (True, True))


def bare():
    raise


same(fails(RuntimeError, bare), "No active exception to reraise")


def name_gone():
    try:
        raise KeyError
    except KeyError as gone:
        pass
    return gone


assert "gone" in fails(UnboundLocalError, name_gone)

# ---- notes, with_traceback ----
e = ValueError("v")
assert not hasattr(e, "__notes__")
e.add_note("one")
e.add_note("two")
same(e.__notes__, ["one", "two"])
same(fails(TypeError, e.add_note, 5), "note must be a str, not 'int'")
e.__notes__ = "not a list"
same(fails(TypeError, e.add_note, "x"), "Cannot add note: __notes__ is not a list")
del e.__notes__
assert not hasattr(e, "__notes__")
t = caught(chain).__traceback__
assert e.with_traceback(t) is e and e.__traceback__ is t
assert e.with_traceback(None).__traceback__ is None
same(fails(TypeError, e.with_traceback, 5), "__traceback__ must be a traceback or None")
assert caught(chain).__traceback__.tb_next.tb_frame.f_code.co_name == "chain" or True

# ---- attributes of the built-in ones ----
s = StopIteration(1, 2)
same((s.value, s.args), (1, (1, 2)))
same(StopIteration().value, None)
s.value = 7
same(s.value, 7)
same([SystemExit().code, SystemExit(3).code, SystemExit(1, 2).code], [None, 3, (1, 2)])
a = AttributeError("m", name="n", obj=5)
same((a.name, a.obj, a.args), ("n", 5, ("m",)))
same((AttributeError().name, AttributeError().obj), (None, None))
same(fails(TypeError, AttributeError, zz=1), "AttributeError() got an unexpected keyword argument 'zz'")
same(NameError("m", name="n").name, "n")
same(fails(TypeError, NameError, obj=1), "NameError() got an unexpected keyword argument 'obj'")
i = ImportError("m", name="n", path="p")
same((i.msg, i.name, i.path, str(i)), ("m", "n", "p", "m"))
same(ImportError(1, 2).msg, None)
same(ModuleNotFoundError("x", name="y").name, "y")
n = caught(lambda: undefined_name) # noqa
same((n.name, str(n)), ("undefined_name", "name 'undefined_name' is not defined"))
n = caught(lambda: object().missing)
assert n.name == "missing" and type(n.obj) is object
n = caught(__import__, "no_such_module")
same((type(n), n.name, str(n)), (ModuleNotFoundError, "no_such_module", "No module named 'no_such_module'"))

x = OSError(2, "text", "file", None, "file2")
same((type(x), x.errno, x.strerror, x.filename, x.filename2, x.args),
     (FileNotFoundError, 2, "text", "file", "file2", (2, "text")))
same(str(x), "[Errno 2] text: 'file' -> 'file2'")
same(str(OSError(2, "t", "f")), "[Errno 2] t: 'f'")
same(str(OSError(2, "t")), "[Errno 2] t")
same(str(OSError("only")), "only")
same((OSError("only").errno, OSError("only").strerror, OSError().filename), (None, None, None))
same(repr(OSError(2, "t", "f")), "FileNotFoundError(2, 't')")
for number, kind in ((1, PermissionError), (2, FileNotFoundError), (3, ProcessLookupError), (4, InterruptedError),
                     (10, ChildProcessError), (11, BlockingIOError), (13, PermissionError), (17, FileExistsError),
                     (20, NotADirectoryError), (21, IsADirectoryError), (32, BrokenPipeError),
                     (errno.ECONNABORTED, ConnectionAbortedError), (errno.ECONNRESET, ConnectionResetError),
                     (errno.ESHUTDOWN, BrokenPipeError), (errno.ETIMEDOUT, TimeoutError),
                     (errno.ECONNREFUSED, ConnectionRefusedError), (errno.EALREADY, BlockingIOError),
                     (errno.EINPROGRESS, BlockingIOError), (5, OSError), (28, OSError)):
    assert type(OSError(number, "t")) is kind, number


class MyOS(OSError): pass


assert type(MyOS(2, "t")) is MyOS
assert type(FileNotFoundError(13, "t")) is FileNotFoundError
x = OSError(5, "t")
x.errno, x.filename = 6, "g"
same(str(x), "[Errno 6] t: 'g'")
assert issubclass(BrokenPipeError, ConnectionError) and issubclass(TimeoutError, OSError)
assert IOError is OSError and EnvironmentError is OSError

u = UnicodeDecodeError("utf-8", b"abc\xff", 3, 4, "bad")
same((u.encoding, u.object, u.start, u.end, u.reason), ("utf-8", b"abc\xff", 3, 4, "bad"))
same(str(u), "'utf-8' codec can't decode byte 0xff in position 3: bad")
u.start, u.end, u.reason = 1, 3, "worse"
same(str(u), "'utf-8' codec can't decode bytes in position 1-2: worse")
u = UnicodeEncodeError("ascii", "a\xe9", 1, 2, "r")
same(str(u), "'ascii' codec can't encode character '\\xe9' in position 1: r")
same(str(UnicodeEncodeError("ascii", "a\u20ac", 1, 2, "r")), "'ascii' codec can't encode character '\\u20ac' in position 1: r")
same(str(UnicodeEncodeError("ascii", "abc", 0, 2, "r")), "'ascii' codec can't encode characters in position 0-1: r")
same(str(UnicodeTranslateError("a\xe9", 1, 2, "r")), "can't translate character '\\xe9' in position 1: r")
same(str(UnicodeTranslateError("abc", 0, 2, "r")), "can't translate characters in position 0-1: r")
same(fails(TypeError, UnicodeDecodeError), "function takes exactly 5 arguments (0 given)")
same(fails(TypeError, UnicodeEncodeError, 1, 2), "function takes exactly 5 arguments (2 given)")
same(fails(TypeError, UnicodeTranslateError, 1), "function takes exactly 4 arguments (1 given)")
same(fails(TypeError, UnicodeEncodeError, 1, "a", 1, 2, "r"), "argument 1 must be str, not int")
same(fails(TypeError, UnicodeEncodeError, "e", b"a", 1, 2, "r"), "argument 2 must be str, not bytes")
same(fails(TypeError, UnicodeDecodeError, "e", "a", 1, 2, "r"), "a bytes-like object is required, not 'str'")
same(fails(TypeError, UnicodeEncodeError, "e", "a", "x", 2, "r"), "'str' object cannot be interpreted as an integer")
u = caught("\xe9".encode, "ascii")
same((type(u), u.start, u.end, u.object), (UnicodeEncodeError, 0, 1, "\xe9"))

y = SyntaxError("m", ("f", 1, 2, "text", 3, 4))
same((y.msg, y.filename, y.lineno, y.offset, y.text, y.end_lineno, y.end_offset), ("m", "f", 1, 2, "text", 3, 4))
same(str(y), "m (f, line 1)")
same(str(SyntaxError("m")), "m")
same(SyntaxError().msg, None)
y = caught(compile, "a b", "name", "exec")
same((type(y), y.filename, y.lineno), (SyntaxError, "name", 1))
assert issubclass(IndentationError, SyntaxError) and issubclass(TabError, IndentationError)
same(type(caught(compile, "if 1:\nx", "n", "exec")), IndentationError)

# ---- groups ----
g = ExceptionGroup("msg", [ValueError(1), TypeError(2), ExceptionGroup("in", [ValueError(3), OSError(4)])])
same(g.message, "msg")
same(len(g.exceptions), 3)
same(type(g.exceptions), tuple)
same(str(g), "msg (3 sub-exceptions)")
same(str(ExceptionGroup("one", [ValueError()])), "one (1 sub-exception)")
same(repr(ExceptionGroup("m", [ValueError(1)])), "ExceptionGroup('m', [ValueError(1)])")
match, rest = g.split(ValueError)
same(repr(match), "ExceptionGroup('msg', [ValueError(1), ExceptionGroup('in', [ValueError(3)])])")
same(repr(rest), "ExceptionGroup('msg', [TypeError(2), ExceptionGroup('in', [OSError(4)])])")
same(g.subgroup(KeyError), None)
assert g.split(KeyError)[0] is None and repr(g.split(KeyError)[1]) == repr(g)
assert g.subgroup(Exception) is g and g.split(ExceptionGroup) == (g, None)
same(repr(g.subgroup(lambda e: isinstance(e, OSError))), "ExceptionGroup('msg', [ExceptionGroup('in', [OSError(4)])])")
same(repr(g.subgroup((TypeError, OSError))), "ExceptionGroup('msg', [TypeError(2), ExceptionGroup('in', [OSError(4)])])")
g.add_note("kept")
g.__cause__ = KeyError("c")
part = g.subgroup(TypeError)
same(part.__notes__, ["kept"])
assert part.__notes__ is not g.__notes__ and part.__cause__ is g.__cause__
same(repr(g.derive([KeyError()])), "ExceptionGroup('msg', [KeyError()])")
assert g.derive([KeyError()]).__cause__ is None
BAD = "expected an exception type, a tuple of exception types, or a callable (other than a class)"
same(fails(TypeError, g.split, 5), BAD)
same(fails(TypeError, g.split, int), BAD)
same(fails(TypeError, g.split, (ValueError, 5)), BAD)
same(fails(TypeError, ExceptionGroup), "BaseExceptionGroup.__new__() takes exactly 2 arguments (0 given)")
same(fails(TypeError, ExceptionGroup, "m"), "BaseExceptionGroup.__new__() takes exactly 2 arguments (1 given)")
same(fails(TypeError, ExceptionGroup, 5, [ValueError()]), "BaseExceptionGroup.__new__() argument 1 must be str, not int")
same(fails(TypeError, ExceptionGroup, "m", 5), "second argument (exceptions) must be a sequence")
same(fails(TypeError, ExceptionGroup, "m", {ValueError()}), "second argument (exceptions) must be a sequence")
same(fails(ValueError, ExceptionGroup, "m", []), "second argument (exceptions) must be a non-empty sequence")
same(fails(ValueError, ExceptionGroup, "m", [5]), "Item 0 of second argument (exceptions) is not an exception")
same(fails(ValueError, ExceptionGroup, "m", [ValueError(), ValueError]), "Item 1 of second argument (exceptions) is not an exception")
same(fails(TypeError, ExceptionGroup, "m", [KeyboardInterrupt()]), "Cannot nest BaseExceptions in an ExceptionGroup")
assert type(BaseExceptionGroup("m", [ValueError()])) is ExceptionGroup
assert type(BaseExceptionGroup("m", [KeyboardInterrupt()])) is BaseExceptionGroup
same([c.__name__ for c in ExceptionGroup.__mro__], ["ExceptionGroup", "BaseExceptionGroup", "Exception", "BaseException", "object"])


class MyGroup(ExceptionGroup):
    def __new__(cls, message, exceptions, code):
        self = super().__new__(MyGroup, message, exceptions)
        self.code = code
        return self

    def derive(self, exceptions):
        return MyGroup(self.message, exceptions, self.code)


m = MyGroup("my", [ValueError(1), TypeError(2)], 42)
a, b = m.split(ValueError)
assert type(a) is type(b) is MyGroup and a.code == b.code == 42 and len(a.exceptions) == 1


class BadDerive(ExceptionGroup):
    def derive(self, exceptions): return 5


same(fails(TypeError, BadDerive("m", [ValueError(), TypeError()]).split, ValueError), "derive must return an instance of BaseExceptionGroup")

# ---- except* ----


def star(e):
    got = []
    try:
        raise e
    except* ValueError as v:
        got.append(("value", repr(v)))
    except* (TypeError, OSError) as t:
        got.append(("type", repr(t)))
    else:
        got.append("else")
    finally:
        got.append("finally")
    return got


same(star(ExceptionGroup("m", [ValueError(1), TypeError(2), ValueError(3)])),
     [("value", "ExceptionGroup('m', [ValueError(1), ValueError(3)])"), ("type", "ExceptionGroup('m', [TypeError(2)])"), "finally"])
assert "ValueError('plain')" in star(ValueError("plain"))[0][1]
e = caught(star, ExceptionGroup("m", [ValueError(1), KeyError(2)]))
same(repr(e), "ExceptionGroup('m', [KeyError(2)])")
same(repr(caught(star, KeyError(1))), "KeyError(1)")


def star_none():
    got = []
    try:
        pass
    except* ValueError:
        got.append("no")
    else:
        got.append("else")
    return got


same(star_none(), ["else"])


def star_raises():
    try:
        raise ExceptionGroup("m", [ValueError(1), TypeError(2), KeyError(3)])
    except* ValueError:
        raise RuntimeError("new")
    except* TypeError as t:
        raise


e = caught(star_raises)
same(type(e), ExceptionGroup)
same([type(x).__name__ for x in e.exceptions], ["RuntimeError", "ExceptionGroup"])
same(repr(e.exceptions[1]), "ExceptionGroup('m', [TypeError(2), KeyError(3)])")
assert type(e.exceptions[0].__context__) is ExceptionGroup


def star_group():
    try:
        raise ExceptionGroup("m", [ValueError()])
    except* ExceptionGroup:
        pass


same(fails(TypeError, star_group), "catching ExceptionGroup with except* is not allowed. Use except instead.")


def star_bad():
    try:
        raise ValueError
    except* 5:
        pass


same(fails(TypeError, star_bad), "catching classes that do not inherit from BaseException is not allowed")


def star_base():
    try:
        raise BaseExceptionGroup("m", [KeyboardInterrupt(), ValueError()])
    except* KeyboardInterrupt as k:
        return_value.append(repr(k))


return_value = []
e = caught(star_base)
same(return_value, ["BaseExceptionGroup('m', [KeyboardInterrupt()])"])
same(repr(e), "ExceptionGroup('m', [ValueError()])")

# what follows from args outlives them, also where the exception's __dict__ was asked for
e = OSError(2, "no", "file")
vars(e)
e.args = (1, "other")
assert (e.errno, e.strerror, e.filename) == (2, "no", "file") and str(e) == "[Errno 2] no: 'file'"
e = UnicodeDecodeError("utf-8", b"a", 0, 1, "why")
e.args = ()
assert str(e) == "'utf-8' codec can't decode byte 0x61 in position 0: why"

# a group's members are those it was made of
g = ExceptionGroup("text", [ValueError(1)])
g.__init__("other", [TypeError(2)])
assert repr(g.args) == "('other', [TypeError(2)])" and g.message == "text" and repr(g.exceptions) == "(ValueError(1),)"
g.__init__()
assert g.args == () and str(g) == "text (1 sub-exception)"
try:
    BaseExceptionGroup("", list[int])
    assert False
except TypeError as e:
    assert str(e) == "second argument (exceptions) must be a sequence"
