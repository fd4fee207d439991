# needs: messages methods
# print, compile, eval, exec, and the names around them.
import io
import sys


def raises(kind, message, f, *args, **kwargs):
    try:
        f(*args, **kwargs)
    except kind as e:
        assert message is None or str(e) == message, str(e)
    else:
        assert False, "no " + kind.__name__


# print to files
out = io.StringIO()
print("a", 1, None, file=out)
print(1, 2, sep="-", end="!", file=out)
print(file=out, flush=True)
print("x", "y", sep=None, end=None, file=out)
assert out.getvalue() == "a 1 None\n1-2!\nx y\n", out.getvalue()
raises(TypeError, "sep must be None or a string, not int", lambda: print(1, sep=1))
raises(TypeError, "print() got an unexpected keyword argument 'foo'", lambda: print(1, foo=1))


class Writer:
    def __init__(self):
        self.pieces = []

    def write(self, text):
        self.pieces.append(text)


w = Writer()
print("hello", "there", file=w)
assert "".join(w.pieces) == "hello there\n"

before = sys.stdout
sys.stdout = io.StringIO()
try:
    print("captured")
    text = sys.stdout.getvalue()
finally:
    sys.stdout = before
assert text == "captured\n"

# eval and exec
assert eval("1 + 2") == 3 and eval("  x * 2", {"x": 4}) == 8 and eval("x + y", {"x": 1}, {"y": 2}) == 3
names = {}
exec("a = 1\ndef f(): return a + 1", names)
assert names["f"]() == 2
local = {}
exec("b = 5\nc = b + d", {"d": 1}, local)
assert local == {"b": 5, "c": 6}
exec("top = 7")
assert top == 7


def inner():
    y = 3
    return eval("y + 1"), eval("[y for i in range(2)]", {"y": 1})


assert inner() == (4, [1, 1])
code = compile("1 + 1", "<here>", "eval")
assert eval(code) == 2
code = compile("z = 3", "<here>", "exec")
space = {}
exec(code, space)
assert space["z"] == 3
inside = {}
exec(code, {}, inside)
assert inside == {"z": 3}
raises(SyntaxError, None, eval, "1 +")
raises(SyntaxError, None, compile, "x = ", "<s>", "exec")
raises(ValueError, "compile() mode must be 'exec', 'eval' or 'single'", compile, "1", "<s>", "other")
raises(NameError, "name 'nothing_here' is not defined", eval, "nothing_here")
assert eval(b"1 + 1") == 2 and eval(compile("'x'", "<s>", "eval")) == "x"
assert exec("pass") is None
shown = io.StringIO()
sys.stdout = shown
try:
    exec(compile("1 + 2\nNone", "<s>", "single")) if False else exec(compile("1 + 2", "<s>", "single"))
finally:
    sys.stdout = before
assert shown.getvalue() == "3\n", shown.getvalue()
assert globals()["names"] is names and globals() is locals()


def use_locals(p):
    q = p + 1
    return locals()


assert use_locals(1) == {"p": 1, "q": 2}

# built-in names can be hidden and replaced
import builtins

assert builtins.len is len
builtins.added_name = 5
assert added_name == 5
del builtins.added_name
raises(NameError, "name 'added_name' is not defined", lambda: added_name)
len = lambda x: 77
assert len([]) == 77
del len
assert len([]) == 0
raises(SystemExit, "3", sys.exit, 3)


# code that wants closed-over variables can't be run by itself
def closing():
    x = 1

    def inner():
        return x
    return inner.__code__


try:
    exec(closing())
except TypeError:
    pass
else:
    assert False

# Built-ins of a namespace's own; mappings that make their items themselves.
names = {}
exec("x = len('ab')", names)
assert sorted(names) == ["__builtins__", "x"] and names.pop("__builtins__")
assert __builtins__
only = {"__builtins__": {"twice": lambda n: 2 * n}}
assert eval("twice(4)", only) == 8
raises(NameError, "name 'len' is not defined", lambda: eval("len('')", only))
raises(NameError, "name 'print' is not defined", lambda: exec("print()", {"__builtins__": {}}))
exec("def f(): return twice(1)\ndef g(): return len('')", only)
assert only["f"]() == 2 and only["f"].__builtins__ is only["__builtins__"]
raises(NameError, "name 'len' is not defined", only["g"])
names = {"__builtins__": __builtins__}
assert eval("len('abc')", names) == 3 and list(names) == ["__builtins__"]


class Making(dict):
    def __missing__(self, key):
        if key.startswith("made"):
            return key.upper()
        raise KeyError(key)


assert eval("made_a + made_b + str(len(''))", {}, Making()) == "MADE_AMADE_B0"
assert eval("made_a", Making()) == "MADE_A" and eval("made", {"__builtins__": Making()}) == "MADE"
raises(NameError, "name 'other' is not defined", lambda: eval("other", {}, Making()))
names = Making(b=1)
exec("c = b, made", names)
assert names["c"] == (1, "MADE")


class Keyed:
    def __getitem__(self, key):
        raise KeyError(key)

    def keys(self):
        return ["b", "a"]


assert eval("dir()", {}, Keyed()) == ["a", "b"]
raises(SyntaxError, "source code string cannot contain null bytes", lambda: compile("a\0", "?", "exec"))
raises(ValueError, "compile(): unrecognised flags", lambda: compile("a", "?", "exec", 0xff))
if sys.version_info >= (3, 14):
    raises(TypeError, "NotImplemented should not be used in a boolean context", lambda: bool(NotImplemented))

# A str has been decoded; bytes declare how they are to be.
names = {}
exec("# coding: latin-1\n\xe4 = '\xe4'", names)
assert names["\xe4"] == "\xe4" and eval("# coding: koi8-x\n1") == 1 and compile("# coding=nothing\n", "?", "exec")
raises(SyntaxError, None, lambda: exec(b"# coding: nothing\n1"))


class Part(bytes):
    def __index__(self):
        raise TypeError


assert bytes(Part(b"abc")) == b"abc" and bytearray(Part(b"abc")) == b"abc"

# ---- what a function declares global is not the namespace's, from the first line on ----


def in_function():
    exec("""
count = 0
def inc():
    global count
    count += 1
class C:
    def m(self):
        global count, other
        count += 1
        other = "o"
inc(); C().m()
x = 5
assert (count, other, "count" in locals(), "x" in locals()) == (2, "o", False, True)
assert "count" in globals() and "x" not in globals()
del count
text = "global z"
z = 1
assert "z" in locals()
""")


in_function()
g, l = {}, {}
exec(compile("""
def f():
    y = 1
    def g():
        global y
        return y
    def h():
        return y + 1
    return g, h
y = 9
g, h = f()
found = g(), h()
""", "name", "exec"), g, l)
assert g["y"] == 9 and "y" not in l and l["found"] == (9, 2)
raises(SyntaxError, "name 'x' is assigned to before global declaration (<string>, line 2)", exec, "x = 1\nglobal x", {}, {})
