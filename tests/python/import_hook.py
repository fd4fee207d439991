# needs: messages class_hook
# builtins.__import__ in place of the import statement's own; __import__'s arguments.
import builtins
import sys

seen = []
real = builtins.__import__


def hook(name, globals=None, locals=None, fromlist=(), level=0):
    seen.append((name, fromlist and tuple(fromlist), level, globals is not None))
    if name == "invented":
        class module:
            value = 42
        return module
    return real(name, globals, locals, fromlist, level)


builtins.__import__ = hook
import invented
from invented import value as v
import math as m
builtins.__import__ = real
assert invented.value == v == 42 and m.sqrt(4) == 2
assert [s[:1] + s[2:] for s in seen] == [("invented", 0, True), ("invented", 0, True), ("math", 0, True)], seen
assert seen[1][1] == ("value",)

try:
    import invented
except ImportError as e:
    assert e.name == "invented"
else:
    assert False


def raises(error, text, *args):
    try:
        __import__(*args)
    except error as e:
        assert str(e) == text, e
    else:
        raise AssertionError(args)


raises(ValueError, "Empty module name", "")
raises(ValueError, "level must be >= 0", "sys", None, None, None, -1)
raises(TypeError, "globals must be a dict", "sys", "text", None, None, 1)
assert __import__("sys", "text") is sys

# from x import * of what is no module
sys.modules["number"] = 1
try:
    exec("from number import *")
except ImportError as e:
    assert str(e) == "from-import-* object has no __dict__ and no __all__"
else:
    assert False


class Names:
    a, _b = 1, 2


sys.modules["names"] = Names
space = {}
exec("from names import *", space)
assert space["a"] == 1 and "_b" not in space

# builtins.__build_class__
real_build = builtins.__build_class__
builtins.__build_class__ = lambda body, name, *bases, **kw: (name, bases, kw)


class Built(int, flag=1):
    pass


builtins.__build_class__ = real_build
assert Built == ("Built", (int,), {"flag": 1})
for bad in ((1, "A"), (lambda: 0, 1), (lambda: 0,)):
    try:
        real_build(*bad)
    except TypeError:
        pass
    else:
        assert False, bad
