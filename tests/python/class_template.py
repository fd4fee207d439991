# needs: methods
# t-strings, where there are any (from Python 3.14 on).
TEXT = '''
name, n = "World", 42
t = t"Hello {name}! {n:>{5}} {n!r:x}"
assert t.strings == ("Hello ", "! ", " ", "") and t.values == ("World", 42, 42)
i = t.interpolations[1]
assert (i.value, i.expression, i.conversion, i.format_spec) == (42, "n", None, ">5")
assert t.interpolations[2].conversion == "r" and t.interpolations[2].format_spec == "x"
assert [p if isinstance(p, str) else p.value for p in t] == ["Hello ", "World", "! ", 42, " ", 42]
u = t + t" {name}?"
assert u.strings == ("Hello ", "! ", " ", " ", "?") and len(u.interpolations) == 4
try:
    t + "text"
    assert False
except TypeError as e:
    assert str(e) == 'can only concatenate Template (not "str") to Template'
kind = type(i)
match i:
    case kind(value, expression, conversion=None):
        assert value == 42 and expression == "n"
    case _:
        assert False
assert type(t)("a", "b", kind(1, "x"), "c").strings == ("ab", "c")
assert t"".strings == ("",) and list(t"") == [] and repr(t"a") == "Template(strings=('a',), interpolations=())"
try:
    kind(1, "x", "q")
    assert False
except ValueError as e:
    assert str(e) == "Interpolation() argument 'conversion' must be one of 's', 'a' or 'r'"
'''
try:
    compile('t""', "", "eval")
except SyntaxError:
    pass
else:
    exec(TEXT)
print("ok")
