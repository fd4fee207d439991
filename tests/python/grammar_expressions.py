# needs: percent
# Expressions: precedence, displays, calls, subscripts, strings.


class T:
    """Shows how an expression was grouped."""

    def __init__(self, s):
        self.s = s

    def __getattr__(self, name):
        return T(self.s + "." + name)

    def __call__(self, *a, **k):
        return T("%s(%s)" % (self.s, ",".join([show(x) for x in a] + [n + "=" + show(x) for n, x in k.items()])))

    def __getitem__(self, i):
        return T("%s[%s]" % (self.s, show(i)))


def show(x):
    if isinstance(x, T):
        return x.s
    if isinstance(x, slice):
        return ":".join("" if y is None else show(y) for y in (x.start, x.stop, x.step))
    if isinstance(x, tuple):
        return "(" + ",".join(show(y) for y in x) + ")"
    return repr(x)


def make(op):
    return lambda self, other: T("(%s%s%s)" % (self.s, op, show(other)))


for name, op in dict(add="+", sub="-", mul="*", truediv="/", floordiv="//", mod="%", matmul="@", pow="**", lshift="<<", rshift=">>",
                     and_="&", or_="|", xor="^", lt="<", le="<=", eq="==", ne="!=", gt=">", ge=">=").items():
    setattr(T, "__%s__" % name.rstrip("_"), make(op))
for name, op in dict(neg="-", pos="+", invert="~").items():
    setattr(T, "__%s__" % name, (lambda op: lambda self: T("(%s%s)" % (op, self.s)))(op))
names = {c: T(c) for c in "abcdefg"}


def group(source, wanted):
    got = show(eval(source, dict(names)))
    assert got == wanted, (source, got, wanted)


group("a+b*c", "(a+(b*c))")
group("a*b+c", "((a*b)+c)")
group("a-b-c", "((a-b)-c)")
group("a-(b-c)", "(a-(b-c))")
group("a**b**c", "(a**(b**c))")
group("-a**b", "(-(a**b))")
group("a**-b", "(a**(-b))")
group("a**-b**c", "(a**(-(b**c)))")
group("-a*b", "((-a)*b)")
group("~-+a", "(~(-(+a)))")
group("a|b^c&d<<e+f*g", "(a|(b^(c&(d<<(e+(f*g))))))")
group("a*b+c<<d&e^f|g", "((((((a*b)+c)<<d)&e)^f)|g)")
group("a/b//c%d@e*f", "(((((a/b)//c)%d)@e)*f)")
group("a<<b>>c", "((a<<b)>>c)")
group("a|b<c+d", "((a|b)<(c+d))")
group("a.b.c(d)[e].f", "a.b.c(d)[e].f")
group("-a.b**c.d[e]", "(-(a.b**c.d[e]))")
group("a(b)(c)[d][e]", "a(b)(c)[d][e]")
group("a if 1 else b if 0 else c", "a")
group("a if 0 else b if 0 else c", "c")
group("(a if 0 else b) + c", "(b+c)")
group("a[b:c]", "a[b:c:]")
group("a[:]", "a[::]")
group("a[::]", "a[::]")
group("a[::b]", "a[::b]")
group("a[b:]", "a[b::]")
group("a[:b:]", "a[:b:]")
group("a[b:c:d]", "a[b:c:d]")
group("a[b,]", "a[(b)]")
group("a[b,c:d,::e]", "a[(b,c:d:,::e)]")
group("a[*(b,c)]", "a[(b,c)]")
group("a[b,*(c,d),e:f]", "a[(b,c,d,e:f:)]")
group("a[()]", "a[()]")
group("a[b:=c]", "a[c]")
group("a(b,c=d)", "a(b,c=d)")
group("a(*(b,c),d,**{'e':f})", "a(b,c,d,e=f)")
group("a(b,*(),**{},)", "a(b)")
group("a(c=b,*(d,))", "a(d,c=b)")
group("a((b:=c),d)", "a(c,d)")
group("a(b:=c)", "a(c)")
group("a(b if 1 else c)", "a(b)")
group("(a)", "a")
group("((((a))))", "a")
group("a,", "(a)")
group("a,b", "(a,b)")
group("(a,)", "(a)")
group("()", "()")

# Logic: short cuts and results
log = []


def t(x, v=None):
    log.append(x)
    return x if v is None else v


assert (t(1) or t(2), t(0) or t(2), t(1) and t(2), t(0) and t(3)) == (1, 2, 2, 0) and log == [1, 0, 2, 1, 2, 0]
assert (not 1 == 2, not (not 1), not 0 or 1 / 0, 0 and 1 or 2, 1 or 0 and 1 / 0) == (True, True, True, 2, 1)
assert 1 < 2 < 3 and not 1 < 3 < 2 and 1 < 2 == 2 != 3 >= 3 in [3] is not None
log.clear()
assert not t(1) < t(1) < t(2) and log == [1, 1]
assert (1 in [1], 1 not in [1], 1 is 1, None is not None, not 1 in [2], not None is None) == (True, False, True, False, True, False)
x = None
assert (x is not None) is False and (not x) is True
assert (1 if 0 else 2, (1 if 1 else 2) + 1, [1, 2][0 if 0 else 1]) == (2, 2, 2)
assert (lambda: 1 if 0 else 2)() == 2 and (lambda x: lambda y: x + y)(1)(2) == 3

# Walrus
if (n := 10) > 5: pass
assert n == 10 and (n := n + 1) == 11 and [n := 1, n ** 2] == [1, 1] and {(n := 5): n} == {5: 5} and f"{(n := 7)}" == "7"
assert [last := i for i in range(5)] and last == 4
assert any((hit := i) > 2 for i in range(5)) and hit == 3
while (n := n - 1) > 3: pass
assert n == 3
assert (lambda: (y := 2) + y)() == 4
x = (y := 1), 2
assert x == (1, 2) and y == 1
assert len(z := "abc") == 3 and z[(i := 1)] == "b" and {w := 1} == {1} and z[i := 2] == "c"

# Displays
a, b, d = [1, 2], (3,), {"x": 1}
assert [*a, *b, 4] == [1, 2, 3, 4] and (*a, *b) == (1, 2, 3) and {*a, *b, 1} == {1, 2, 3} and [*()] == []
assert {**d, "y": 2, **{"x": 3}} == {"x": 3, "y": 2} and {} == dict() and {1: 2, } == {1: 2} and [1, ] == [1] and {1, } == {1}
assert [[], [[]], ((),), {(): []}] == [[], [[]], ((),), {(): []}]
assert {1: lambda: 2, "a" "b": 3}["ab"] == 3
assert [
    1, 2,

    3  # comment
    ,
] == [1, 2, 3]

# Comprehensions
assert [x for x in range(5) if x if x % 2] == [1, 3]
assert [(x, y) for x in range(3) for y in range(x)] == [(1, 0), (2, 0), (2, 1)]
assert {x: y for x, y in [(1, 2), (3, 4)]} == {1: 2, 3: 4} and {x % 2 for x in range(5)} == {0, 1}
assert sum(x for x in range(5)) == 10 and sum((x for x in range(5)), 1) == 11 and list(x for x in "ab") == ["a", "b"]
assert [x for x, in [(1,), (2,)]] == [1, 2] and [x for *x, y in ["abc"]] == [["a", "b"]] and [a for a, (b, c) in [(1, (2, 3))]] == [1]
assert [x for x in [1, 2] if x or x in [3]] == [1, 2] and [x for x in (1 if 0 else 2, 3)] == [2, 3]
assert [lambda: i for i in range(1)][0]() == 0 and [y for x in [[1], [2]] for y in [*x, 0]] == [1, 0, 2, 0]
assert [[y for y in range(x)] for x in range(3)] == [[], [0], [0, 1]]
assert [x if x else -1 for x in range(2)] == [-1, 1] and [not x for x in (0,)] == [True]

# Strings
assert "a" 'b' """c""" '''d''' r"\n" == "abcd\\n" and b"a" rb"\x" B'c' == b"a\\xc" and u"x" U'y' == "xy"
assert ("a"
        # comment
        "b") == "ab" and "a" \
    "b" == "ab"
assert "\a\b\f\n\r\t\v\\\'\"" == "\x07\x08\x0c\x0a\x0d\x09\x0b\x5c\x27\x22"
assert "\0\1\12\123\1234\777" == "\x00\x01\x0aSS4\u01ff" and b"\0\377" == bytes([0, 255])
assert "\x41\u00e4\U0001F600\ud800" == "A" + chr(0xe4) + chr(0x1f600) + chr(0xd800)
assert b"\N{x}\u1234" == b"\\N{x}\\u1234" and b"\x00\xff" == bytes([0, 255])
assert r"\"" == '\\"' and r'\'' == "\\'" and r"\\" == "\\\\" and len(r"""a\
b""") == 4 and "a\
b" == "ab" and R"\N{x}\x" == "\\N{x}\\x"
assert """a"b""c\"""d""" == 'a"b""c"""d' and '''''' == "" == "" "" and """a
b""" == "a\nb" and ''''a''' == "'a" and """\"""" == '"'
assert Rb"\d" == rB"\d" == br"\d" == bR"\d" == b"\\d" == BR'\d' and Br"a" == b"a" and (b"" b"") == b""
assert "äöü€😀"[3] == "\u20ac" and len("äöü€😀") == 5 and "{}" "}{" == "{}}{"
assert "x" "y"[0] == "x" and "%s" "%s" % (1, 2) == "12" and "a" "b".upper() == "AB"
assert type(...) is type(Ellipsis) and ....__class__ is type(...)
