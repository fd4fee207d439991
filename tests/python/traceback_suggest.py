# Tracebacks ask what was meant.
# needs: tracing
import io
import os
import sys


def said(f, *args):
    """The last line of the traceback of f()."""
    try:
        f(*args)
    except Exception as e:
        before, sys.stderr = sys.stderr, io.StringIO()
        try:
            sys.excepthook(type(e), e, e.__traceback__)
            return sys.stderr.getvalue().rstrip("\n").split("\n")[-1]
        finally:
            sys.stderr = before
    assert 0


class A:
    def __init__(self):
        self.blech = 1
        self._hidden = 2

    def on_self(self):
        return blech

    def hidden(self):
        return self.hidden_

    def in_method(self):
        return self.hiden

    def near(self):
        return self.blach


def local():
    variable = 1
    return varaible


def unbound():
    return later_onn
    later_on = 1


def builtin():
    return prnt


def module_level():
    return modul_global


module_global = 1


def nested():
    inner_name = 1

    def f():
        inner_name
        return inner_nam
    f()


assert said(local) == "NameError: name 'varaible' is not defined. Did you mean: 'variable'?"
assert said(builtin) == "NameError: name 'prnt' is not defined. Did you mean: 'print'?"
assert said(module_level) == "NameError: name 'modul_global' is not defined. Did you mean: 'module_global'?"
assert said(nested) == "NameError: name 'inner_nam' is not defined. Did you mean: 'inner_name'?"
assert said(unbound) == "NameError: name 'later_onn' is not defined"
assert said(A().on_self) == "NameError: name 'blech' is not defined. Did you mean: 'self.blech'?"
assert said(lambda: qqqqqqqqqq) == "NameError: name 'qqqqqqqqqq' is not defined"
assert said(lambda: time) == "NameError: name 'time' is not defined. Did you forget to import 'time'?"
assert said(lambda: Prnit) == "NameError: name 'Prnit' is not defined"
assert said(lambda: Print) == "NameError: name 'Print' is not defined. Did you mean: 'print'?"

text = "AttributeError: 'A' object has no attribute '%s'%s"
assert said(lambda: A().blch) == text % ("blch", ". Did you mean: 'blech'?")
assert said(A().near) == text % ("blach", ". Did you mean: 'blech'?")
assert said(lambda: A()._hiden) == text % ("_hiden", ". Did you mean: '_hidden'?")
assert said(A().in_method) == text % ("hiden", ". Did you mean: 'hidden'?")
assert said(lambda: A().zzzzzz) == text % ("zzzzzz", "")
assert said(lambda: [].apend) == "AttributeError: 'list' object has no attribute 'apend'. Did you mean: 'append'?"
assert said(lambda: "".Upper) == "AttributeError: 'str' object has no attribute 'Upper'. Did you mean: 'upper'?"
assert said(lambda: int.from_byte) == \
    "AttributeError: type object 'int' has no attribute 'from_byte'. Did you mean: 'from_bytes'?"
assert said(lambda: os.pth) == "AttributeError: module 'os' has no attribute 'pth'. Did you mean: 'path'?"
assert said(lambda: os.getcw()) == "AttributeError: module 'os' has no attribute 'getcw'. Did you mean: 'getcwd'?"


def import_from():
    from os import getcw


line = said(import_from)
assert line.startswith("ImportError: cannot import name 'getcw' from 'os' ("), line
assert line.endswith("). Did you mean: 'getcwd'?"), line
try:
    import_from()
except ImportError as e:
    assert e.name == "os" and e.name_from == "getcw"


# what a class says that it has
class Dir:
    def __dir__(self):
        return ["something"]


assert said(lambda: Dir().somethin) == \
    "AttributeError: 'Dir' object has no attribute 'somethin'. Did you mean: 'something'?"


class BadDir:
    def __dir__(self):
        raise ValueError


assert said(lambda: BadDir().somethin) == "AttributeError: 'BadDir' object has no attribute 'somethin'"


class Odd:
    def __dir__(self):
        return [1, "x" * 50, None] if False else ["x" * 50, "xy"]


assert said(lambda: Odd().xz) == "AttributeError: 'Odd' object has no attribute 'xz'. Did you mean: 'xy'?"


# attributes with an underscore are near for a method of the object only
class Private:
    def __init__(self):
        self._bluch = 1

    def direct(self):
        return self.bluch

    def by_name(self):
        return getattr(self, "bluch")


assert said(Private().direct) == "AttributeError: 'Private' object has no attribute 'bluch'. Did you mean: '_bluch'?"
assert said(Private().by_name) == "AttributeError: 'Private' object has no attribute 'bluch'. Did you mean: '_bluch'?"
assert said(lambda: Private().bluch) == "AttributeError: 'Private' object has no attribute 'bluch'"


# exceptions made by programs
def raises(e):
    raise e


assert said(raises, NameError("text")) == "NameError: text"
assert said(raises, NameError("text", name="module_globa")) == "NameError: text. Did you mean: 'module_global'?"
assert said(raises, AttributeError("text", name="apend", obj=[])) == "AttributeError: text. Did you mean: 'append'?"
assert said(raises, AttributeError("text", name=1, obj=[])) == "AttributeError: text"
assert said(raises, ImportError("text", name="os", name_from="getcw")) == "ImportError: text. Did you mean: 'getcwd'?"
assert said(raises, ImportError("text", name="no such", name_from="x")) == "ImportError: text"
assert said(raises, AttributeError("text", name="b" * 60, obj=[])) == "AttributeError: text"
print("ok")


# ---- a keyword argument that is nearly one ----


def told(text, f, *args, **keywords):
    try:
        f(*args, **keywords)
        assert False
    except TypeError as e:
        assert str(e) == text, str(e)


def takes(x, /, alpha=1, *, gamma=2):
    pass


wrong = "takes() got an unexpected keyword argument "
told(wrong + "'alph'. Did you mean 'alpha'?", takes, 1, alph=1)
told(wrong + "'Gamma'. Did you mean 'gamma'?", takes, 1, Gamma=1)
told(wrong + "'beyond'", takes, 1, beyond=1)
told(wrong + "'y'", takes, 1, y=1)
told("sort() got an unexpected keyword argument 'revers'. Did you mean 'reverse'?", sorted, [], revers=True)
told("encode() got an unexpected keyword argument 'encodin'. Did you mean 'encoding'?", "".encode, encodin="ascii")


# ---- an AttributeError that leaves __getattr__ knows what was looked for ----


class Asked:
    blech = 1

    def __getattr__(self, name):
        raise AttributeError(f"no {name}")


class Told(Asked):
    def __getattr__(self, name):
        raise AttributeError("text", name="n", obj=None)


o = Asked()
try:
    o.bluch
    assert False
except AttributeError as e:
    assert str(e) == "no bluch" and e.name == "bluch" and e.obj is o
try:
    Told().bluch
    assert False
except AttributeError as e:
    assert e.name == "n" and e.obj is None
assert not hasattr(o, "bluch") and getattr(o, "x", 1) == 1
