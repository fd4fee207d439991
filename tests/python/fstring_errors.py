# needs: messages syntax_messages syntax_hints
# Where an expression in a replacement field ends that is none as a whole; as in CPython, where no token is different in 3.13.

REST = "f-string: expecting '=', or '!', or ':', or '}'"
NONE = "f-string: expecting a valid expression after '{'"


def error(source):
    try:
        compile("pass\nx = " + source + "\n", "file.py", "exec")
    except SyntaxError as e:
        return e.msg, e.lineno, e.offset - 4, e.end_offset - 4


for source, message, begin, end in [
        ("f'{ 1 + }'", REST, 7, 8), ("f'{a.}'", REST, 5, 6), ("f'{a==}'", REST, 5, 7), ("f'{a and}'", REST, 6, 9),
        ("f'{a if}'", REST, 6, 8), ("f'{a if b else}'", REST, 6, 8), ("f'{a if b else c +}'", REST, 18, 19),
        ("f'{a not}'", REST, 6, 9), ("f'{a + b * -}'", REST, 10, 11), ("f'{a(1 +)}'", REST, 5, 6),
        ("f'{a + b[1 +]}'", REST, 9, 10), ("f'{a, b +}'", REST, 9, 10), ("f'{x:{a +}}'", REST, 9, 10),
        ("f'{x}{a +}'", REST, 9, 10), ("f'{f\"{x}\" +}'", REST, 11, 12), ("f'{a +:5}'", REST, 6, 7),
        ("f'{a in!r}'", REST, 6, 8), ("f'{+ +}'", NONE, 4, 5), ("f'{(a +)}'", NONE, 4, 5),
        ("f'{(f\"{x}\" +)}'", NONE, 4, 5), ("f'{[1, 2 +]}'", NONE, 4, 5), ("f'{x:{+}}'", NONE, 7, 8),
        ("f'{a if f\"{b +}\" else c}'", REST, 14, 15)]:
    assert error(source) == (message, 2, begin, end), (source, error(source))
message, line, begin, end = error("f'{a! r}'")
assert message.startswith("f-string: conversion type must come right after the exclam") and (begin, end) == (5, 8)
