# Source in other encodings than UTF-8, as a comment in the first two lines declares.
# needs: codecs os_errors
import sys


def run(source):
    space = {}
    exec(compile(source, "name", "exec"), space)
    return space


def refused(source, text, kind=SyntaxError):
    try:
        compile(source, "name", "exec")
    except kind as e:
        assert e.msg == text, e.msg
        return e
    assert False


assert run(b"# coding: latin-1\nx = '\xe9'")["x"] == "\xe9"
assert run(b"#!/bin/sh\n# vim: set fileencoding=cp1252 :\nx = '\x80'")["x"] == "\u20ac"
assert run(b"\n# -*- coding: iso-8859-15 -*-\nx = '\xa4'")["x"] == "\u20ac"
assert run(b"# caf\xe9\n# coding: latin-1\nx = '\xe9'")["x"] == "\xe9"
assert run(b"# coding: latin-1\r\nx = '\xe9'\r\n")["x"] == "\xe9"
assert run(b"  # coding=koi8-r\nx = '\xe9'")["x"] == "\u0418"
assert run(b"# coding: latin-1\n\xe9 = 1")["\xe9"] == 1
assert run(b"# coding: latin-1\nmatch (1,\n 2):\n    case [a, b]: x = '\xe9'")["x"] == "\xe9"
assert run(b"# coding: unicode_escape\nx = '\\u00e9'")["x"] == "\xe9"
assert run(b"# coding: ascii\nx = 1")["x"] == 1
assert run(b"# coding: latin-1\n" + b"x = '\xe9'\n" * 2000)["x"] == "\xe9"
assert eval(b"# coding: latin-1\n'\xe9'") == "\xe9"
assert eval(bytearray(b"# coding: latin-1\n'\xe9'")) == "\xe9"

# of UTF-8, in a str, further down, or where it is no comment it means nothing
assert run(b"# coding: utf-8\nx = '\xc3\xa9'")["x"] == "\xe9"
assert run(b"\xef\xbb\xbf# coding: UTF_8\nx = '\xc3\xa9'")["x"] == "\xe9"
assert run("# coding: latin-1\nx = '\xe9'")["x"] == "\xe9"
assert run("# coding: nonsense\nx = 1")["x"] == 1
assert run(b"\n\n# coding: nonsense\nx = 1")["x"] == 1
assert run(b"x = 1\n# coding: nonsense\n")["x"] == 1
assert run(b"'''\n# coding: nonsense\n'''\nx = 1")["x"] == 1

e = refused(b"# coding: nonsense\n1", "unknown encoding: nonsense")
assert e.args[1] == ("name", 0, -1, None) and e.lineno == 0
refused(b"# coding: ascii\n'\xe9'", "'ascii' codec can't decode byte 0xe9 in position 17: ordinal not in range(128)")
refused(b"#\n# coding: ascii\n'\xe9'", "'ascii' codec can't decode byte 0xe9 in position 19: ordinal not in range(128)")
refused(b"# coding: rot13\n1", "'rot13' is not a text encoding; use codecs.decode() to handle arbitrary codecs")
refused(b"\xef\xbb\xbf# coding: ascii\n1", "encoding problem: ascii with BOM")

# what is wrong behind it is where it is
e = refused(b"# coding: latin-1\n\xe9 = '\xe9'; 1 1", "invalid syntax")
assert (e.lineno, e.offset, e.text.rstrip()) == (2, 12, "\xe9 = '\xe9'; 1 1")
e = refused(b"# coding: latin-1\n\xe9 = 1\nx = (\n1 1", "'(' was never closed")
assert (e.lineno, e.offset, e.text.rstrip()) == (3, 5, "x = (")
e = refused(b"# coding: latin-1\nreturn\n'\xe9'", "'return' outside function")
assert (e.lineno, e.offset, e.text) == (2, 1, None)
