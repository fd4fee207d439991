# needs: deep
# modes: normal switch sanitize
# Hostile source gives an exception, and the interpreter goes on.


def attempt(source, *kinds):
    try:
        compile(source, "f", "exec")
    except kinds or (SyntaxError, RecursionError, MemoryError) as e:
        return getattr(e, "msg", None)
    return "fine"


N = 20000
assert attempt("(" * N) in ("too many nested parentheses", None)
assert attempt("[" * 201) in ("too many nested parentheses", None)
assert attempt("x = " + "(" * 50 + "1" + ")" * 50) == "fine"
assert attempt("x = " + "[" * 50 + "1" + "]" * 50) == "fine"
assert attempt("".join(" " * i + "if 1:\n" for i in range(120)) + " " * 120 + "x") == "too many levels of indentation"
assert attempt("".join(" " * i + "if 1:\n" for i in range(15)) + " " * 15 + "x") == "fine"
for source in ("-" * N + "1", "not " * N + "1", "~" * N + "1", "lambda: " * N + "1", "a if b else " * N + "c", "a**" * N + "b",
               "a" + ".b" * N, "a" + "()" * N, "a" + "[0]" * N, "a+" * N + "b", "a and " * N + "b", "a<" * N + "b", "a," * N,
               "a=" * N + "b", "if a: pass\n" + "elif b: pass\n" * N, "x" + " " * N, "{" * N, "{a:" * N, "f(" * N, "f'{" * N, 'f"' + "{a:" * N,
               "(yield " * N, "*" * N, "@" * N, "x=[" + "for a in b " * N + "]", "match x:\n case " + "(" * N, "match x:\n case " + "[" * N,
               "match x:\n case " + "{1:" * N, "match(" * N, "match x:\n case " + "a." * N + "b: pass", "with " + "(" * N, "del " + "(" * N,
               "for " + "[" * N, "def f(" + "a:(" * N, "import " + "a." * N + "b", "\\\n" * N + "x", "'" * N, '"' * (N + 1), "f'" * N, "#" * N,
               "a" * N, "1" * 4000, "0x" + "1" * N, "1." + "1" * N, "1e" + "9" * 200, "'" + "a" * N + "'", "x = '''" + "\n" * N, "\n" * N + "x ="):
    attempt(source)
    if len(source) > 100:
        attempt(source[:len(source) // 2])
assert eval("+".join(["1"] * 1000)) == 1000
assert eval("'a' " * 1000) == "a" * 1000
assert len(eval("[" + "1," * 5000 + "]")) == 5000
assert eval("1 + 1") == 2

# Bits and pieces of programs
source = '''
@a.b[c](d)
async def f(a: int = 1, /, b=[*x], *c, d: "s" = {**y}, **e) -> f"{g!r:>{h}}":
    async with a as b, c as (d, *e): await x[1:2, ::3, *z]
    try: return (yield lambda *a, k=1: k) if not ~-1 ** 2 else {i: j async for i, j in k if l}
    except* (A, B) as e: raise X from Y
    else: global g; del g, h[0]
    finally: x: int = y = 3 if 0 else b'\\x41' rb"\\d"
match a, *b:
    case {"k": [1, *_, -2.5j], **rest} | C(x, y=None) as z if (w := z): pass
type T[A: int, *B, **C] = dict[A, B]
'''
for i in range(len(source)):
    attempt(source[:i])
    attempt(source[i:])
    attempt(source[:i] + source[i + 1:])
    attempt(source[:i] + "(" + source[i:])
    attempt(source[:i] + "'" + source[i:])
