# needs: complex methods
# Lines, indentation, names, numbers, encodings.


def run(source):
    names = {}
    exec(source, names)
    return names


def fails(source, kind=SyntaxError):
    try:
        compile(source, "f", "exec")
    except SyntaxError as e:
        assert type(e) is kind, (source, type(e), e.msg)
        return e.msg
    raise AssertionError("no error in " + repr(source))


# Line ends: \n, \r\n, \r, none at the end; in strings they are \n
for end in "\n", "\r\n", "\r":
    source = end.join(["x = 1", "if x:", "    y = 2", "", "    z = '''a", "b'''", "t = (1,", "  2)", "u = 1 + \\", "  2"])
    for tail in "", end, end + end, end + "  " + end, end + "# comment", end + "    # comment" + end:
        n = run(source + tail)
        assert (n["x"], n["y"], n["z"], n["t"], n["u"]) == (1, 2, "a\nb", (1, 2), 3), (source, n)
assert run("x = 'a\\\r\nb'")["x"] == "ab"
assert run("x = r'''a\\\r\nb'''")["x"] == "a\\\nb"
run("")
for source in "\n", "\n\n", " ", "\t\n", "#", "# comment", "\f", "  \n  # x\n":
    run(source)

# Indentation
assert run("if 1:\n\tx = 1\n\tif x:\n\t\ty = 2\n\tz = 3\n")["z"] == 3
assert run("if 1:\n        x = 1\n        y = 2")["y"] == 2
assert run("if 1:\n\f  x = 1\n  y = 2\n\fz = 3")["z"] == 3
assert run("if 1:\n  x = 1\n\n# comment\n       # comment\n  y = 2\n")["y"] == 2
assert run("if 1:\n  x = (1,\n2,\n        3)\n  y = 2\n")["y"] == 2
assert run("if 1:\n  if 1:\n    if 1:\n      x = 1\ny = 2")["y"] == 2
assert run("if 1: x = 1; y = 2;\nz = 3")["z"] == 3
assert run("if 1:\n  x = '''\nabc\n'''\n  y = 2")["y"] == 2
assert run("if 1:\n  \\\n  x = 1\n  y = 2")["y"] == 2
fails("if 1:\n\tx\n        y", TabError)
fails("if 1:\n        x\n\ty", TabError)
fails("if 1:\n  if 1:\n    x\n   y", IndentationError)
fails(" x", IndentationError)
fails("x\n y", IndentationError)

# Joined lines
assert run("x = 1 + \\\n    2")["x"] == 3
assert run("x = [1, # one\n\n  2, # two\n]")["x"] == [1, 2]
assert run("x = 1; y = 2")["y"] == 2

# Names
n = run("_ = 1; _a1 = 2; äöü = 3; ñ = 4; 变量 = 5; a\u0301 = 6; x·y = 7")
assert (n["_"], n["_a1"], n["äöü"], n["变量"]) == (1, 2, 3, 5)
fails("1ä = 1")
fails("x\0y")
assert run("match = case = type = 1; _ = 2; x = match + case + type + _")["x"] == 5

# Numbers
assert (0, 00, 0_0, 000, 1_000, 10) == (0, 0, 0, 0, 1000, 10)
assert (0x1F, 0Xff, 0x_f, 0b101, 0B1_0, 0o17, 0O1_7) == (31, 255, 15, 5, 2, 15, 15)
assert 123456789012345678 == 12345678901234567 * 10 + 8
assert 1234567890123456789 == 123456789012345678 * 10 + 9
assert 100000000000000000000000000000 == 10 ** 29 and 0xffffffffffffffffffffffff == 2 ** 96 - 1
assert (1.5, 1., .5, 1e3, 1E3, 1e+3, 1e-3, 1_0.2_5, 1_0e1_0, 0.0, 00.5, 1.e2) == (
    1.5, 1.0, 0.5, 1000.0, 1000.0, 1000.0, 0.001, 10.25, 1e11, 0.0, 0.5, 100.0)
assert (1j, 1.5J, .5j, 1e2j, 0j, 1_0j, 01j) == (
    complex(0, 1), complex(0, 1.5), complex(0, .5), complex(0, 100), complex(0, 0), complex(0, 10), complex(0, 1))
assert str(1e400) == "inf"
assert 1 .real == 1 and 1..real == 1.0 and 1.0.real == 1.0
x = 1
assert eval("1if x else 2") == 1 and eval("1and 5") == 5 and eval("1in(1,)") and eval("1is 1") is True
assert eval("0xfor x") == 15 and eval("1_0if 1else 2") == 10
for source in ("1_", "1__0", "0x", "0b2", "0o8", "0b", "0o", "08", "09", "0_7", "1e", "1e+", "1e_1", "1_.5", "1._5", "1.5_", "1a",
               "1.a", "1ja", "0x1g", "0xfg", "1_000_", "0b1_", "0b_", "1__2j", "1.5e1_"):
    fails(source)
assert eval("9" * 3000) == int("9" * 3000)
assert eval("0x" + "f" * 5000) == 16 ** 5000 - 1

# Encodings
for name in "utf-8", "UTF-8", "utf8", "utf_8", "ascii", "us-ascii":
    assert run(b"# -*- coding: " + name.encode() + b" -*-\nx = 1")["x"] == 1
assert run(b"#!/usr/bin/env python\n# vim: set fileencoding=utf-8 :\nx = '\xc3\xa4'")["x"] == "ä"
assert run(b"\xef\xbb\xbfx = '\xc3\xa4'")["x"] == "ä"
assert run(b"x = 1\n# coding: no-such-thing\n")["x"] == 1
for source in (b"# coding: no-such-thing\n", b"\n# coding=no-such-thing\n", b"x = '\xff'", b"x = '\xc3'", b"\xff = 1",
               b"x = '\xe2\x82'", b"x = '\xed\xa0\x80'"):
    try:
        compile(source, "f", "exec")
    except SyntaxError:
        pass
    else:
        raise AssertionError(source)
