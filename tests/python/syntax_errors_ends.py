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
