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
