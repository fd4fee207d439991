# needs: messages syntax_messages syntax_hints unicode
# The line that a SyntaxError keeps: with its newline, which exec()'s last line is given, but without where a token is wrong.


def text(source, mode="exec"):
    try:
        compile(source, "file.py", mode)
    except SyntaxError as e:
        return e.text


for wrong in "x = = 1", "a b", "f(a=1, 2)", "None = 1", "'\\x1'", "b'\u00e9'", "  x", "(1, 2", "try: pass", "def f():":
    for end in "", "\n":
        assert text(wrong + end) == wrong + "\n", (wrong, end)
for wrong in "'abc", "'''abc", "1__0", "0b2", "0xg", "1a", "(]", "x)", "f'{a}}'", "x = \u201ca\u201d", "f'abc":
    for end in "", "\n", "\nz = 1\n":
        assert text(wrong + end) == wrong, (wrong, end)
assert text("a = 1\nb = = 2") == "b = = 2\n"
assert text("if x:\ny") == "y\n"
assert text("1 +", "eval") == "1 +"
