# needs: messages syntax_messages syntax_hints
# From where to where an error is: at the end of a line with a comment, and in brackets around parameters.


def place(source):
    try:
        compile(source, "file.py", "exec")
    except SyntaxError as e:
        return e.msg, e.offset, e.end_lineno, e.end_offset


IMPORT = "Expected one or more names after 'import'"
for source, *expected in [
        ("import # c\n", IMPORT, 8, 1, 11), ("import", IMPORT, 7, 1, 7), ("from . import # c", IMPORT, 15, 1, 18),
        ("x = # c\n", "invalid syntax", 5, 1, 9), ("x = 1 +  # c\ny", "invalid syntax", 10, 1, 14),
        ("if x # c\n", "expected ':'", 6, 1, 10), ("x = \n", "invalid syntax", 5, 1, 6),
        ("a b # c\n", "invalid syntax", 3, 1, 4), ("x = 1 + # c", "invalid syntax", 9, 1, 13),
        ("def f((a, b)): pass", "Function parameters cannot be parenthesized", 7, 1, 13),
        ("def f(x, (a,\n)): pass", "Function parameters cannot be parenthesized", 10, 2, 2),
        ("lambda (a): 0", "Lambda expression parameters cannot be parenthesized", 8, 1, 11),
        ("def f( ()): pass", "invalid syntax", 8, 1, 9), ("def f((1)): pass", "invalid syntax", 7, 1, 8),
        ("def f((a, *b)): pass", "invalid syntax", 7, 1, 8), ("def f(x, ((a))): pass", "invalid syntax", 10, 1, 11)]:
    assert place(source) == tuple(expected), (source, place(source))
# What the end of a source lacks, an index that is none, and errors that go over several lines: the line that is shown, too.
for source, *expected in [
        ("@a\n", "invalid syntax", 1, 0, 1, 0, "@a\n"),
        ("@a", "invalid syntax", 1, 0, 1, 0, "@a\n"),
        ("@a\n\n", "invalid syntax", 2, 0, 2, 0, "\n"),
        ("@a\n  #c\n", "invalid syntax", 2, 0, 2, 0, "  #c\n"),
        ("x = 1\n@a.b\n", "invalid syntax", 2, 0, 2, 0, "@a.b\n"),
        ("try:\n x\n", "expected 'except' or 'finally' block", 2, 3, 2, -1, " x\n"),
        ("try:\n x", "expected 'except' or 'finally' block", 2, 3, 2, -1, " x\n"),
        ("try: x\n\n", "expected 'except' or 'finally' block", 2, 1, 2, -1, "\n"),
        ("if 1:\n try:\n  x\n", "expected 'except' or 'finally' block", 3, 4, 3, -1, "  x\n"),
        ("if 1:\n  @a\n", "unexpected unindent", 2, 5, 2, -1, "  @a\n"),
        ("class A:\n @a\n @b", "unexpected unindent", 3, 4, 3, -1, " @b\n"),
        ("x = [\n\n", "'[' was never closed", 1, 5, 1, 0, "x = ["),
        ("x = (1,\n", "'(' was never closed", 1, 5, 1, 0, "x = (1,\n"),
        ("f(x[])", "invalid syntax. Perhaps you forgot a comma?", 1, 3, 1, 6, "f(x[])\n"),
        ("f(a + b[].c)", "invalid syntax. Perhaps you forgot a comma?", 1, 3, 1, 12, "f(a + b[].c)\n"),
        ("y = x[]", "invalid syntax", 1, 7, 1, 8, "y = x[]\n"),
        ("x[y[]]", "invalid syntax. Perhaps you forgot a comma?", 1, 3, 1, 6, "x[y[]]\n"),
        ("def f()->: pass", "expected ':'", 1, 8, 1, 10, "def f()->: pass\n"),
        ("def f() -> -> x: pass", "expected ':'", 1, 9, 1, 11, "def f() -> -> x: pass\n"),
        ("f((a) c)", "invalid syntax. Perhaps you forgot a comma?", 1, 4, 1, 8, "f((a) c)\n"),
        ("f((a, b) c)", "invalid syntax. Perhaps you forgot a comma?", 1, 3, 1, 11, "f((a, b) c)\n"),
        ("f((a).d c)", "invalid syntax. Perhaps you forgot a comma?", 1, 3, 1, 10, "f((a).d c)\n"),
        ("f((a)\n(b) c\n)", "invalid syntax. Perhaps you forgot a comma?", 1, 3, 2, 6, "f((a)"),
        ("f(a\n      cccccccccccccccc)", "invalid syntax. Perhaps you forgot a comma?", 1, 3, 2, 4, "f(a"),
        ("a, b c = 1", "invalid syntax. Maybe you meant '==' or ':=' instead of '='?", 1, 6, 1, 11, "a, b c = 1\n"),
        ("a, b c, d e = f(x), 2", "invalid syntax. Maybe you meant '==' or ':=' instead of '='?", 1, 11, 1, 19, "a, b c, d e = f(x), 2\n"),
        ("a, b c.x = 1", "cannot assign to attribute here. Maybe you meant '==' instead of '='?", 1, 6, 1, 9, "a, b c.x = 1\n"),
        ("a, b c = d = 1", "invalid syntax", 1, 6, 1, 7, "a, b c = d = 1\n"),
        ("(a, b) c = 1", "invalid syntax", 1, 8, 1, 9, "(a, b) c = 1\n"),
]:
    try:
        compile(source, "file.py", "exec")
        assert False
    except SyntaxError as e:
        assert [e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, e.text] == expected, (source, e.args)
