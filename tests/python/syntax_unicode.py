# needs: unicode
# Characters that no name may have.

def fails(source, column):
    try:
        compile(source, "f", "exec")
    except SyntaxError as e:
        assert (e.msg, e.lineno, e.offset) == ("invalid character '€' (U+20AC)", 1, column), e
    else:
        assert False, source


fails("x = €", 5)
fails("é = x€", 6)
fails("a€ = 1", 2)
fails("€a = 1", 1)


# names are in the normal form NFKC, wherever they stand; strings are as they are
if hasattr(str, "casefold") and "\u01c5".lower() == "\u01c6": # all of Unicode
    names = {}
    exec("""
\ufb01 = 1
e\u0301 = 2
\U0001d518\U0001d52b\U0001d526\U0001d520\U0001d52c\U0001d521\U0001d522 = 3
\u1112\u1161\u11ab = 4
a\u0323\u0307 = a\u0307\u0323 = 5
class C:
    \u01c5 = 6
    def f(self, \uff58): return x, self.\u01c6
text = "\ufb01"
""", names)
    assert names["fi"] == 1 and names["\xe9"] == 2 and names["Unicode"] == 3 and names["\ud55c"] == 4
    assert names["\u1ea1\u0307"] == 5 and "a\u0307\u0323" not in names and names["text"] == "\ufb01"
    c = names["C"]
    assert vars(c)["D\u017e"] == 6 and not hasattr(c, "\u01c5")
    setattr(c, "d\u017e", 7)
    assert c().f(x=1) == (1, 7)
