# needs: methods syntax_messages
# f-strings as PEP 701 has them.
x, y, w, d, s = 1, 2.5, 6, {"a": 1, 'b': [2, 3]}, "str"

# Fields
assert f"" == "" and f"a" == "a" and f"{x}" == "1" and f"a{x}b{y}c" == "a1b2.5c" and F"{x}" == f'{x}' == f"""{x}""" == f'''{x}'''
assert f"{x}{y}" == "12.5" and f"{ x }" == "1" and f"{x + 1}" == "2" and f"{(x, y)}" == f"{x, y}" == "(1, 2.5)" and f"{x,}" == "(1,)"
assert f"{{}}" == "{}" and f"{{{x}}}" == "{1}" and f"{{{{" == "{{" and f"}}" == "}" and f"{x}}}" == "1}" and f"{{x}}" == "{x}"
assert f"{'a' 'b'}" == "ab" and f"{'{'}" == "{" and f"{'}'}" == "}" and f"{d['a']}" == "1" and f'{d["b"][1]}' == "3"
assert f"{ {1: 2}[1] }" == "2" and f"{[i for i in range(3)]}" == "[0, 1, 2]" and f"{(lambda a: a * 2)(3)}" == "6" and f"{ {1, } }" == "{1}"
assert f"{x if x else y}" == "1" and f"{not x}" == "False" and f"{x and y}" == "2.5" and f"{x == 1}" == "True" and f"{x != 1}" == "False"
assert f"{x!=1}" == "False" and f"{x==1}" == "True" and f"{x<=1}" == "True" and f"{x>=2}" == "False" and f"{x<2}" == "True"
assert f"{*[1, 2],}" == "(1, 2)" and f"{*d, x}" == "('a', 'b', 1)" and f"{(z := 5)}" == "5" and z == 5 and f"{-x}" == "-1" and f"{...}" == "Ellipsis"
assert f"{x.real}" == "1" and f"{1.5}" == "1.5" and f"{'a'.upper()}" == "A" and f"{s[::-1]}" == "rts" and f"{s[1:]}" == "tr" and f"{d.get('b')}" == "[2, 3]"

# Conversions and specifications
assert f"{s!r}" == "'str'" and f"{s!s}" == "str" and f"{'ä'!a}" == "'\\xe4'" and f"{s!r:>7}" == "  'str'" and f"{ s !r}" == "'str'"
assert f"{x:3}|{x:<3}|{x:03d}|{y:.2f}|{x:+}|{255:#x}|{s:*^9}" == "  1|1  |001|2.50|+1|0xff|***str***"
assert f"{x:{w}}" == "     1" and f"{x:{'>'}{w}}" == "     1" and f"{y:{w}.{x + 1}f}" == "  2.50" and f"{x:{w!r}}" == "     1"
assert f"{x:}" == "1" and f"{s:{''}}" == "str" and f"{s!r:^{w + 1}}" == " 'str' " and f"{x:{'{'}<3}" == "1{{" and f"{s:{'x' if 0 else '>5'}}" == "  str"
assert f"{y:{f'{w}'}}" == "   2.5" and f"{y:{f'{w}.{x}'}f}" == "   2.5" and f"{x:=5}" == "    1" and f"{x:\x3e5}" == "    1" and f"{s:\u2022<5}" == "str\u2022\u2022"


class Spec:
    def __format__(self, spec):
        return "<" + spec + ">"


o = Spec()
assert f"{o:abc}" == "<abc>" and f"{o:%H:%M:%S}" == "<%H:%M:%S>" and f"{o:a{x}b{y}c}" == "<a1b2.5c>" and f"{o:!r}" == "<!r>" and f"{o: }" == "< >"
assert f"{o:'\"}" == "<'\">" and f"{o:#}" == "<#>" and f"{o:=}" == "<=>" and f"{o:()[]}" == "<()[]>" and f"{o:\n}" == "<\n>" and f"{o:\\}" == "<\\>"
assert f'''{o:a
b}''' == "<a\nb>" and f"{o:{{1: 'z'}[1]}}" == "<z>" and f"{o:{ {1: 'z'}[1] }}" == "<z>"

# Self-documenting
assert f"{x=}" == "x=1" and f"{x = }" == "x = 1" and f"{ x =}" == " x =1" and f"{s=}" == "s='str'" and f"{s=!s}" == "s=str" and f"{s=:>5}" == "s=  str"
assert f"{s=!r:>7}" == "s=  'str'" and f"{x+1=}" == "x+1=2" and f"{d['a']=}" == "d['a']=1" and f"a{x=}b{y=}c" == "ax=1by=2.5c" and f"{'='=}" == "'='='='"
assert f"{x == 1 = }" == "x == 1 = True" and f"{x=:{w}}" == "x=     1" and f"{f'{x=}'=}" == "f'{x=}'='x=1'" and f"{(x)=}" == "(x)=1" and f"{x,y=}" == "x,y=(1, 2.5)"
assert f"""{
x
=
}""" == "\nx\n=\n1" and f"{x  =  !r}" == "x  =  1" and f"{x = :>3}" == "x =   1"

# Quotes of the same kind, comments, lines, backslashes
assert f"{d["a"]}" == "1" and f'{d['b']}' == "[2, 3]" and f"{", ".join(["a", "b"])}" == "a, b" and f"{"{"}" == "{" and f"{'"'}{"'"}" == "\"'"
assert f"{f"{f"{f"{x}"}"}"}" == "1" and f'{f'{f'{"a" 'b'}'}'}' == "ab" and f"{"a" f"{x}" "b"}" == "a1b" and f"{x:{f"{w}"}}" == "     1"
assert f"{"\n".join("ab")}" == "a\nb" and f"{'\x41'}" == "A" and f"{'a\
b'}" == "ab" and f"{r"\n"}" == "\\n"
assert f"{x  # comment with " and }
}" == "1" and f"{
    x
    + 1  # two
}" == "2" and f'''{
x}''' == "1" and f"{[  # list
    1,
    2]}" == "[1, 2]"
assert f"""a
{x}
"b" 'c' {d["a"]}
""" == "a\n1\n\"b\" 'c' 1\n" and f"""{'''a'''}{"""b"""}""" == "ab" and f"""{f"""{x}"""}""" == "1"

# Prefixes, concatenation
assert fr"\{x}\n" == rf"\{x}\n" == Rf"\{x}\n" == fR'\{x}\n' == "\\1\\n" and f"\{x}" == "\\1" and f"\x41{x}\u2022\u00e4" == "A1\u2022\u00e4"
assert "a" f"{x}" "b" f"{y}" r"\c" == "a1b2.5\\c" and f"{x}" f"{x}" == "11" and "{x}" f"{x}" == "{x}1" and f"{x}" "{y}" == "1{y}" and u"a" f"{x}" == "a1"
assert ("a"
        f"{x}"
        # comment
        "b") == "a1b" and f"a" "b" == "ab" and "" f"" "" == "" and f'{x}' "'" == "1'"
assert f"äöü{'é'}€{x}" == "äöüé€1" and f"{x}\
{y}" == "12.5" and f"a\
b" == "ab"


# Scopes, order, generators
def f(a):
    def g():
        return f"{a}{a!r}{[a for _ in range(2)]}"
    return g(), f"{(lambda: a)()}", f"{(yield_ := a)}"


assert f("q") == ("q'q'['q', 'q']", "q", "q")


def gen():
    return f"{yield 1}{(yield 2)!r:>{yield 3}}"


g = gen()
assert [next(g), g.send("a"), g.send("b")] == [1, 2, 3]
try:
    g.send(5)
except StopIteration as e:
    assert e.value == "a  'b'"
log = []


class L:
    def __init__(self, n): self.n = n
    def __format__(self, s): log.append(self.n + s); return self.n


assert f"{L('a'):{L('b')}}{L('c')}" == "ac" and log == ["b", "ab", "c"], log
# No docstring
def no_doc():
    f"doc"
    f"{1}"


assert no_doc.__doc__ is None

# What is said about what is no expression
def says(source):
    try:
        compile(source, "?", "eval")
    except SyntaxError as e:
        return e.msg


for source in ("f'{+}'", "f'{not}'", "f'{+ lambda: 1}'", "f'{3:{{>10}}}'", "f'{x=}{+;}'", "f'{ ~ * }'", "f'{ (1 +) }'",
               "f'{ { { (a) !a}x }'", "f'{ { 1 = } }'", "f'{a}{ [1 for] !r}'", "f'{ (a[1;]) }'"):
    assert says(source) == "f-string: expecting a valid expression after '{'", source
assert says("f'{1:{2:{3:{4}}}}'") == "f-string: expressions nested too deeply"
for source in r"'\N{'", r"'\N{BULLET'":
    assert says(source).endswith("malformed \\N character escape")
