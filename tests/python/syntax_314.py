# needs: tstrings
# What Python 3.14 added to the syntax: except without brackets, t-strings.
import sys

if sys.version_info >= (3, 14):
    names = {}
    exec('''
def attempt(e):
    try:
        raise e
    except KeyError, ValueError:
        return 1
    except TypeError, (IndexError, OSError),:
        return 2
    except:
        return 3
assert [attempt(e) for e in (KeyError, ValueError, TypeError, IndexError, OSError, NameError)] == [1, 1, 2, 2, 2, 3]
out = []
try:
    raise ExceptionGroup("g", [KeyError(1), ValueError(2)])
except* KeyError, ValueError:
    out.append(1)
assert out == [1]

x, y = 1, "s"
t = t"a{x}b{y!r:>{5}}{ x+1 =}c"
assert t.strings == ("a", "b", " x+1 =", "c"), t.strings
assert [i.value for i in t.interpolations] == [1, "s", 2]
assert [i.conversion for i in t.interpolations] == [None, "r", "r"]
assert [i.format_spec for i in t.interpolations] == ["", ">5", ""]
assert [i.expression for i in t.interpolations][:2] == ["x", "y"]
assert (t"a" t"{x}").strings == ("a", "") and t"".strings == ("",) and rt"\\\\{x}".strings == ("\\\\\\\\", "") and Tr'{x}'.values == (1,)
''', names)
    for source, message in [
        ("try: x\nexcept A, B as c: y", "multiple exception types must be parenthesized when using 'as'"),
        ("t'a' 'b'", "cannot mix t-string literals with string or bytes literals"),
        ("t'{", "'{' was never closed"),
        ("t'abc", "unterminated t-string literal (detected at line 1)"),
        ("t'{}'", "t-string: valid expression required before '}'"),
        ("t'{a'", None), ("ft''", None), ("bt''", None), ("tu''", None),
    ]:
        try:
            compile(source, "f", "exec")
        except SyntaxError as e:
            assert message is None or e.msg == message, (source, e.msg)
        else:
            raise AssertionError(source)
