"""traceback and linecache: underlined frames also of a part, groups, notes, what fails while it is printed."""
# needs: traceback tracing columns re except_star
import io
import linecache
import sys
import traceback
import warnings


def where(*args):
    return (args[0] +
            args[1])


def call(x):
    return where(*x)


try:
    call((1, "a"))
except TypeError as e:
    error = e
name = where.__code__.co_filename
frames = traceback.extract_tb(error.__traceback__)
places = [(f.name, f.lineno - where.__code__.co_firstlineno, f.end_lineno - f.lineno, f.colno, f.end_colno, f.line)
          for f in frames[1:]]
assert places == [("call", 6, 0, 11, 20, "return where(*x)"), ("where", 1, 1, 12, 19, "return (args[0] +")], places
inner = ('  File "%s", line %d, in where\n    return (args[0] +\n            ~~~~~~~~^\n            args[1])\n            ~~~~~~~\n'
         % (name, where.__code__.co_firstlineno + 1))
assert traceback.format_tb(error.__traceback__)[-1] == inner, traceback.format_tb(error.__traceback__)[-1]
assert traceback.format_exception(error, limit=-1) == [
    "Traceback (most recent call last):\n", inner, "TypeError: unsupported operand type(s) for +: 'int' and 'str'\n"]
assert traceback.StackSummary.extract(traceback.walk_tb(error.__traceback__))[-1].colno is None
assert traceback.format_list([("file", 3, "f", "text")]) == ['  File "file", line 3, in f\n    text\n']

# groups: all lines of the message; parts of parts; the limits of width and depth
group = ExceptionGroup("many\nlines", [ValueError(1), ExceptionGroup("in", [KeyError("k"), OSError("x\ny")])])
assert traceback.format_exception_only(group, show_group=True) == [
    "ExceptionGroup: many\nlines (2 sub-exceptions)\n", "   ValueError: 1\n", "   ExceptionGroup: in (2 sub-exceptions)\n",
    "      KeyError: 'k'\n", "      OSError: x\n", "      y\n"]
group.add_note("note\nmore")
group.__cause__ = IndexError("why")
assert "".join(traceback.format_exception(group)) == """IndexError: why

The above exception was the direct cause of the following exception:

  | ExceptionGroup: many
  | lines (2 sub-exceptions)
  | note
  | more
  +-+---------------- 1 ----------------
    | ValueError: 1
    +---------------- 2 ----------------
    | ExceptionGroup: in (2 sub-exceptions)
    +-+---------------- 1 ----------------
      | KeyError: 'k'
      +---------------- 2 ----------------
      | OSError: x
      | y
      +------------------------------------
"""
shown = traceback.TracebackException.from_exception(group, max_group_width=1, max_group_depth=1)
assert "".join(shown.format(chain=False)).split("\n")[5:] == [
    "    | ValueError: 1", "    +---------------- ... ----------------", "    | and 1 more exception",
    "    +------------------------------------", ""]
nested = ExceptionGroup("a", [ExceptionGroup("b", [ExceptionGroup("c", [ValueError()])])])
shown = traceback.TracebackException.from_exception(nested, max_group_depth=1)
assert "".join(shown.format()).split("\n")[1:] == [
    "  +-+---------------- 1 ----------------", "    | ... (max_group_depth is 1)",
    "    +------------------------------------", ""], "".join(shown.format())
file = io.StringIO()
sys.print_exception(group, file)
assert file.getvalue() == "".join(traceback.format_exception(group))


# what fails
class Bad(Exception):
    def __str__(self):
        1 / 0

    __repr__ = __str__


e = Bad()
e.__notes__ = Bad()
for text in ("".join(traceback.format_exception(e)), "".join(traceback.format_exception_only(e))):
    assert text == "Bad: <exception str() failed>\n<__notes__ repr() failed>\n"
e.__notes__ = (1, Bad(), "a\nb")
file = io.StringIO()
sys.print_exception(e, file)
assert file.getvalue() == "".join(traceback.format_exception(e)) == "Bad: <exception str() failed>\n1\n<note str() failed>\na\nb\n"
Bad.__module__ = 5
assert traceback.format_exception_only(e)[0] == "<unknown>.Bad: <exception str() failed>\n"
for wrong, message in (((42,), "Exception expected for value, int found"), ((e, e), "Both or neither of value and tb must be given")):
    try:
        traceback.format_exception(*wrong)
    except (TypeError, ValueError) as x:
        assert str(x) == message
    else:
        raise AssertionError


def keeps_local():
    local = Bad()
    sys._getframe()
    raise ValueError


try:
    keeps_local()
except ValueError as x:
    shown = traceback.TracebackException.from_exception(x, capture_locals=True, save_exc_type=False)
    assert shown.stack[-1].locals == {"local": "<local repr() failed>"}
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        assert shown.exc_type is None and shown.exc_type_str == "ValueError"
    assert str(caught[0].message) == "Deprecated in 3.13. Use exc_type_str instead."


def stack():
    return traceback.extract_stack(limit=2), traceback.extract_stack(limit=-1)


assert [[f.name for f in frames][-1] for frames in stack()] == ["stack", "<module>"]

# a long chain
e = None
for i in range(300):
    last = e
    e = ValueError(i)
    e.__context__ = last
assert len(traceback.format_exception(e)) == 599

# linecache: entries that a program makes; loaders; what has changed
linecache.cache["<made>"] = 3, None, ["def q(a):\n", "    return a.b + 1\n"], "<made>"
space = {}
exec(compile("def q(a):\n    return a.b + 1\n", "<made>", "exec"), space)
try:
    space["q"](1)
except AttributeError as e:
    assert traceback.format_tb(e.__traceback__)[-1] == '  File "<made>", line 2, in q\n    return a.b + 1\n           ^^^\n'
assert linecache.getline("<made>", 1) == "def q(a):\n" and linecache.getline("<made>", 3) == ""
linecache.checkcache()
assert "<made>" in linecache.cache


class Loader:
    def get_source(self, name):
        return "text of " + name


assert linecache.lazycache("nowhere.py", {"__name__": "mod", "__loader__": Loader()})
assert len(linecache.cache["nowhere.py"]) == 1 and linecache.lazycache("nowhere.py", None)
assert linecache.getlines("nowhere.py") == ["text of mod\n"]
assert not linecache.lazycache("<x>", {"__name__": "mod", "__loader__": Loader()}) and not linecache.lazycache("y.py", {})
assert linecache.getlines("not there \0") == linecache.getlines("") == [] and linecache.getline(name, 1).startswith('"""traceback')
linecache.clearcache()
assert not linecache.cache

# positions of instructions: two bytes each
code = where.__code__
positions = list(code.co_positions())
assert positions[error.__traceback__.tb_next.tb_next.tb_lasti // 2][0] == code.co_firstlineno + 1
assert len(positions) == len(code.co_code) // 2

# what the module asks the interpreter for refuses what is none of its business
import sys
if hasattr(sys, "_traceback_piece"): # not in CPython
    for args in (), (1,), (ValueError,), (1, "text", 1, 1, 1, 1), ("file", 1, 1, 1, 1, 1), ("file", "text", "1", 1, 1, 1):
        try:
            sys._traceback_piece(*args)
        except TypeError:
            pass
        else:
            assert False, args
    for line in -2**31, -1, 0, 2, 2**31 - 1: # none of these lines is there
        assert type(sys._traceback_piece("", "text", line, line, 0, 65535)) is str
