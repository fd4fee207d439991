# needs: methods syntax_messages os_errors
# SyntaxWarnings of what the program compiles itself: what is told, of which line, and what filters make of it.
import sys
import warnings


def told(source, mode="exec"):
    """What compiling the source warns of."""
    with warnings.catch_warnings(record=True) as log:
        warnings.simplefilter("always")
        compile(source, "f.py", mode)
    assert all(w.category is SyntaxWarning and w.filename == "f.py" for w in log)
    return [(w.lineno, str(w.message)) for w in log]


def says(source, *messages):
    assert [m for _, m in told(source)] == list(messages), (source, told(source))


def bad_escape(c, octal=""):
    if sys.version_info < (3, 14):
        return "invalid %sescape sequence '\\%s'" % (octal, c)
    return ('"\\%s" is an invalid %sescape sequence. Such sequences will not work in the future. Did you mean "\\\\%s"? '
            'A raw string is also an option.' % (c, octal, c))


# escapes that are none: one warning for each literal
says(r'x = "\d"', bad_escape("d"))
says(r'x = "a\d\e" "\f\g"', bad_escape("d"), bad_escape("g"))
says(r'x = b"\u1234"', bad_escape("u"))
says(r'x = "\400"', bad_escape("400", "octal "))
says(r'x = f"\d{1}\e"', bad_escape("d"), bad_escape("e"))
says('x = r"\\d" "\\\\d" "\\n" "\\\n"; y = b"\\377"')
assert told('x = 1\n"""\n\n\\d\n"""') == [(2, bad_escape("d"))]

# numbers with a keyword behind them
says("x = 1if 1else 0", "invalid decimal literal", "invalid decimal literal")
says("0x1for x in []", "invalid hexadecimal literal")
says("0b1and 2", "invalid binary literal")
says("0o7or 1", "invalid octal literal")
says("1jif 1 else 2", "invalid imaginary literal")
says("1.5or 2, 1e5in x, 1_0if y else 2", *["invalid decimal literal"] * 3)
says("1 if 2 else 3; 0x1.real; 1 .real")

# is with literals
for literal, name in (("1", "int"), ("-1", "int"), ('"a"', "str"), ('b"a"', "bytes"), ("1.5", "float"), ("2j", "complex"),
                      ("()", "tuple"), ("(1, 2)", "tuple")):
    says("x is " + literal, "\"is\" with '%s' literal. Did you mean \"==\"?" % name)
    says(literal + " is not x", "\"is not\" with '%s' literal. Did you mean \"!=\"?" % name)
says('1 is x is "a"', "\"is\" with 'int' literal. Did you mean \"==\"?")
says("x is None is True is ... is False; x is [1]; x is (1, y); x == 1; 1 < x is y")

# an assertion on a tuple
always = "assertion is always true, perhaps remove parentheses?"
says('assert (x, "message")', always)
says("assert (1,)", always)
says("assert (), 1; assert x, (1, 2); assert [1, 2]")

# what cannot be called, has no items, has only numbered ones
for display, name in (("(1, 2)", "tuple"), ("[1]", "list"), ("{1}", "set"), ("{1: 2}", "dict"), ('"a"', "str"), ("1", "int"),
                      ("f'{x}'", "str"), ("None", "NoneType"), ("...", "ellipsis"), ("[x for x in y]", "list"),
                      ("{x for x in y}", "set"), ("{x: x for x in y}", "dict"), ("(x for x in y)", "generator")):
    says(display + "(3)", "'%s' object is not callable; perhaps you missed a comma?" % name)
for display, name in (("None", "NoneType"), ("1", "int"), ("1.5", "float"), ("{1}", "set"), ("(x for x in y)", "generator"),
                      ("(lambda: 1)", "function"), ("...", "ellipsis")):
    says(display + "[3]", "'%s' object is not subscriptable; perhaps you missed a comma?" % name)
wrong = "%s indices must be integers or slices, not %s; perhaps you missed a comma?"
for display, name in (("[1]", "list"), ("(1, 2)", "tuple"), ('"ab"', "str"), ('b"ab"', "bytes"), ("[x for x in y]", "list"),
                      ("f'{x}'", "str")):
    for index, of in (('"a"', "str"), ("1.5", "float"), ("(1, 2)", "tuple"), ("None", "NoneType"), ("[1]", "list"), ("{}", "dict"),
                      ("lambda: 1", "function"), ("-1.5", "float")):
        says("%s[%s]" % (display, index), wrong % (name, of))
    says("%s[1], %s[-1], %s[True], %s[1:2], %s[x]" % ((display,) * 5))
says("(lambda: 1)(2); {1: 2}[3]; {1: 2}['a']; x[1](2)['a']; print ('a')")
assert told("y = [\n  (1, 2)\n  (3, 4)\n]") == [(2, "'tuple' object is not callable; perhaps you missed a comma?")]

# leaving a finally block early (since 3.14)
if sys.version_info >= (3, 14):
    assert told("""
def f():
    for i in x:
        try:
            pass
        finally:
            if i:
                return 1
            elif i > 2:
                break
            with i:
                continue
            for j in i:
                break
            else:
                continue
            def g():
                return 2
            class C:
                while x:
                    break
            try:
                return 3
            except E:
                pass
            else:
                break
            finally:
                return 4
""") == [(8, "'return' in a 'finally' block"), (10, "'break' in a 'finally' block"), (12, "'continue' in a 'finally' block"),
         (16, "'continue' in a 'finally' block"), (23, "'return' in a 'finally' block"), (27, "'break' in a 'finally' block"),
         (29, "'return' in a 'finally' block")]
    assert told("for x in y:\n try: a\n finally:\n  match b:\n   case 1: continue") == [(5, "'continue' in a 'finally' block")]
    says("for x in y:\n try: break\n except E: continue\n finally: z")

# eval and exec warn of the line in <string>; the order is that of the text
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    assert eval("1if 1else 0") == 1
    exec("x = 5\nx is 5\nx = '\\d'")
    assert [(w.filename, w.lineno) for w in log] == [("<string>", 1), ("<string>", 1), ("<string>", 3), ("<string>", 2)]
    del log[:]
    try:
        exec("x = '\\d'\nx is 5\n(")
    except SyntaxError as e:
        assert e.lineno == 3
    assert [str(w.message) for w in log] == [bad_escape("d")] # of tokens, before the error

# a filter can make errors of them, or nothing
with warnings.catch_warnings():
    warnings.simplefilter("error")
    for source, line in (r'x = "\d"', 1), ("\n\nx is 1", 3), ("assert (1, 2)", 1), ("1if 1 else 2", 1):
        try:
            compile(source, "f.py", "exec")
            assert False
        except SyntaxError as e:
            assert type(e) is SyntaxError and e.filename == "f.py" and e.lineno == line
            warnings.simplefilter("ignore")
            compile(source, "f.py", "exec")
            warnings.simplefilter("error")
            message = e.msg
        assert [m for _, m in told(source)] == [message]
    warnings.filterwarnings("ignore", message=".*literal")
    compile("x is 1", "f.py", "exec")

# a showwarning() of the program's own that fails
with warnings.catch_warnings():
    warnings.simplefilter("always")

    def showwarning(*args):
        raise OverflowError(str(args[0]))
    warnings.showwarning = showwarning
    try:
        eval("1or 2")
        assert False
    except OverflowError as e:
        assert str(e) == "invalid decimal literal"
