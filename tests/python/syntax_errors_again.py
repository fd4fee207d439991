# needs: syntax_messages async methods
# Of a class, methods with errors that only generating code finds: they are looked at a second time, with the class as a whole.
# And operands that the parser's hints find none of.


def told(source):
    try:
        compile(source, "f", "exec")
    except SyntaxError as e:
        return e.msg, e.lineno, e.offset
    assert False, source


BODY = "class A:\n def read(self):\n  %s\n"
OUTSIDE = "'await' outside async function", 3
for operands in "await a | b", "await a + b * c - d", "await a" + " + b" * 3000, "(await a) < b", "(await a) and b | c", "not (await a) * 2", "[await a + 1, b]":
    assert told(BODY % operands)[:2] == OUTSIDE, operands
    assert told("if 1:\n class A:\n  def read(self):\n   %s\n" % operands)[0] == OUTSIDE[0], operands
assert told(BODY % "1 + 2 + await a * (3 + 4)")[:2] == OUTSIDE
assert told(BODY % "return f'{1 + await a}' 'x' % b")[:2] == OUTSIDE

for source in '*i r"]]', "*a b", "*a, *b c", "*a, *b c = 1", "*lambda: 0 x", "lambda: 0, y z = 1", "*a\n*b c", "x, *y z = 1":
    told(source)
