# needs: messages syntax_hints
# What is wrong with source that is no Python, and where: type, message, line and offset.


def check(source, message, line=1, offset=None, kind=SyntaxError):
    try:
        compile(source, "file.py", "exec")
    except SyntaxError as e:
        assert type(e) is kind, (source, type(e), e.msg)
        assert e.msg == message, (source, e.msg)
        assert e.lineno == line, (source, e.msg, e.lineno)
        assert offset is None or e.offset == offset, (source, e.msg, e.offset)
        assert e.filename == "file.py"
        assert e.args[0] == e.msg and e.args[1][:3] == ("file.py", e.lineno, e.offset)
    else:
        raise AssertionError("no error in " + repr(source))


# The text of the line comes along
try:
    compile("x = 1\ny = = 2\nz = 3\n", "f", "exec")
except SyntaxError as e:
    assert (e.lineno, e.offset, e.text, e.end_lineno, e.end_offset) == (2, 5, "y = = 2\n", 2, 6), e.args
try:
    compile("'äöü' + 3 3", "f", "exec")
except SyntaxError as e:  # columns count characters
    assert (e.lineno, e.offset) == (1, 11), e.args

# Nothing better to say
for source, line, offset in [
    ("x = = 1", 1, 5), ("a $ b", 1, 3), ("a ? b", 1, 3), ("x!y", 1, 2), ("return = 1", 1, 8), ("a = 5 6", 1, 7),
    ("def f(:\n pass", 1, 7), ("class", 1, 6), ("from", 1, 5), ("def", 1, 4), ("x = ", 1, 5), ("a b", 1, 3),
    ("if x y: pass", 1, 6), ("for x y in z: pass", 1, 7), ("x..y", 1, 3), ("x[::::]", 1, 5), ("x[]", 1, 3), ("del", 1, 4),
    ("assert", 1, 7), ("global", 1, 7), ("raise from x", 1, 7), ("match x:\n  pass", 2, 3), ("@", 1, 2),
    ("@x\ny = 1", 2, 1), ("async x", 1, 7), ("from a import b c", 1, 17), ("lambda x", 1, 9), (";", 1, 1), ("x;;y", 1, 3),
    ("a := 1", 1, 3), ("f(a, , b)", 1, 6), ("f(**x for x in y)", 1, 7), ("(yield from)", 1, 12), ("x if y else", 1, 12),
    ("not", 1, 4), ("await", 1, 6), ("is x", 1, 1), ("x = lambda *, case b: 0", 1, 20),
]:
    check(source, "invalid syntax", line, offset)

# Brackets
check("(a,b", "'(' was never closed", 1, 1)
check("x = (\n", "'(' was never closed", 1, 5)
check("x = (1,\ny = 2\n", "'(' was never closed", 1, 5)
check("x = {'a': [1, 2\ny = 3\nz = 4\n", "'[' was never closed", 1, 11)
check("foo(a b\nc d\n", "'(' was never closed", 1, 4)
check("f(a))", "unmatched ')'", 1, 5)
check("x = ]", "unmatched ']'", 1, 5)
check("f(a]", "closing parenthesis ']' does not match opening parenthesis '('", 1, 4)
check("f(\na}", "closing parenthesis '}' does not match opening parenthesis '(' on line 1", 2, 2)
check("foo(a b)", "invalid syntax. Perhaps you forgot a comma?", 1, 5)
check("foo(a\nb)", "invalid syntax. Perhaps you forgot a comma?", 1, 5)
check("[1, 2 3]", "invalid syntax. Perhaps you forgot a comma?", 1, 5)
check("{1: 2 3}", "invalid syntax. Perhaps you forgot a comma?", 1, 5)
check("x = (a, b c)", "invalid syntax. Perhaps you forgot a comma?", 1, 9)

# Strings
check("'abc", "unterminated string literal (detected at line 1)", 1, 1)
check("x = 'it's good'", "unterminated string literal (detected at line 1)", 1, 15)
check("x = \"abc\ny = 1", "unterminated string literal (detected at line 1)", 1, 5)
check("'''abc\ndef", "unterminated triple-quoted string literal (detected at line 2)", 1, 1)
check("f'abc", "unterminated f-string literal (detected at line 1)", 1, 1)
check("f'''abc", "unterminated triple-quoted f-string literal (detected at line 1)", 1, 1)
check("b'\xe9'", "bytes can only contain ASCII literal characters", 1, 1)
check("'a' b'c'", "cannot mix bytes and nonbytes literals", 1)
check("'\\x1'", "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: truncated \\xXX escape", 1, 1)
check("'\\u123'", "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-4: truncated \\uXXXX escape", 1, 1)
check("'ab\\U1234567'",
      "(unicode error) 'unicodeescape' codec can't decode bytes in position 2-10: truncated \\UXXXXXXXX escape", 1, 1)
check("'\\U00110000'",
      "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-9: illegal Unicode character", 1, 1)
check("'\\N'", "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-1: malformed \\N character escape", 1, 1)
check("'\\N{no such}'",
      "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-10: unknown Unicode character name", 1, 1)
check("b'\\xg'", "(value error) invalid \\x escape at position 0", 1, 1)

# Replacement fields
check("f'{}'", "f-string: valid expression required before '}'", 1, 4)
check("f'{=}'", "f-string: valid expression required before '='", 1, 4)
check("f'{!r}'", "f-string: valid expression required before '!'", 1, 4)
check("f'{:x}'", "f-string: valid expression required before ':'", 1, 4)
check("f'{a'", "f-string: expecting '}'", 1, 5)
check("f'{a b}'", "invalid syntax. Perhaps you forgot a comma?", 1, 4)
check("f'{a $ b}'", "f-string: expecting '=', or '!', or ':', or '}'", 1, 6)
check("f'{a!}'", "f-string: missing conversion character", 1, 6)
check("f'{a!x}'", "f-string: invalid conversion character 'x': expected 's', 'r', or 'a'", 1, 6)
check("f'{a!r x}'", "f-string: expecting ':' or '}'", 1, 8)
check("f'}'", "f-string: single '}' is not allowed", 1, 3)
check("f'{a:{b}'", "f-string: expecting '}', or format specs", 1, 9)
check("f'{lambda x: 1}'", "f-string: lambda expressions are not allowed without parentheses", 1, 4)
check("f'{a)}'", "f-string: unmatched ')'", 1, 5)

# Numbers and characters
check("1abc", "invalid decimal literal", 1, 1)
check("1__0", "invalid decimal literal", 1, 2)
check("1_", "invalid decimal literal", 1, 2)
check("1e", "invalid decimal literal", 1, 1)
check("0b12", "invalid digit '2' in binary literal", 1, 4)
check("0o8", "invalid digit '8' in octal literal", 1, 3)
check("0xg", "invalid hexadecimal literal", 1, 2)
check("0b", "invalid binary literal", 1, 2)
check("1ja", "invalid imaginary literal", 1, 2)
check("x = 08", "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers", 1, 5)
check("x = 0012a", "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers", 1, 5)
check("0a", "invalid decimal literal", 1, 1)
check("x\u00a0= 1", "invalid non-printable character U+00A0", 1, 2)
check("x\x01", "invalid non-printable character U+0001", 1, 2)

# Lines
check("\\ x", "unexpected character after line continuation character", 1, 2)
check("x = 1 \\ 2", "unexpected character after line continuation character", 1, 8)
check("x \\", "unexpected EOF while parsing", 1)
check("  x", "unexpected indent", 1, kind=IndentationError)
check("x\n  y", "unexpected indent", 2, kind=IndentationError)
check("if 1:\n  x\n y\n", "unindent does not match any outer indentation level", 3, kind=IndentationError)
check("def f():\n\tx\n        y\n", "inconsistent use of tabs and spaces in indentation", 3, 1, kind=TabError)
for source, owner, line in [
    ("if 1:\nx", "'if' statement", 1), ("if 1: x\nelif 2:\nx", "'elif' statement", 2),
    ("if 1: x\nelse:\nx", "'else' statement", 2), ("while 1:\nx", "'while' statement", 1),
    ("for x in y:\nx", "'for' statement", 1), ("with x:\nx", "'with' statement", 1), ("try:\nx", "'try' statement", 1),
    ("try: x\nexcept:\nx", "'except' statement", 2), ("try: x\nexcept* y:\nx", "'except*' statement", 2),
    ("try: x\nfinally:\nx", "'finally' statement", 2), ("def f():\nx", "function definition", 1),
    ("\nclass C:\nx", "class definition", 2), ("match x:\nx", "'match' statement", 1),
    ("match x:\n case y:\n x", "'case' statement", 2),
]:
    check(source, "expected an indented block after %s on line %d" % (owner, line),
          source.count("\n") + 1, kind=IndentationError)

# Colons and keywords that are missing
for source in ("if 1\n x", "while x\n pass", "for x in y\n pass", "class C\n pass", "with x\n pass",
               "match x\n case y: z"):
    check(source, "expected ':'", 1, source.index("\n") + 1)
check("if x: y\nelse\n z", "expected ':'", 2, 5)
check("def f()\n pass", "expected ':'", 1, 8)
check("def f:\n pass", "expected '('", 1, 6)
check("try x", "expected ':'", 1, 5)
check("x = a if b", "expected 'else' after 'if' expression", 1, 5)
check("try:\n x\ny", "expected 'except' or 'finally' block", 3, 1)
check("try: x\nexcept A: y\nexcept* B: z", "cannot have both 'except' and 'except*' on the same 'try'", 3)
check("try: x\nexcept*: y", "expected one or more exception types", 2)
check("[x for x if y]", "'in' expected after for-loop variables", 1, 10)
check("print 1", "Missing parentheses in call to 'print'. Did you mean print(...)?", 1, 1)
check("exec 'x'", "Missing parentheses in call to 'exec'. Did you mean exec(...)?", 1, 1)
check("3 + not 3", "'not' after an operator must be parenthesized", 1, 5)

# Targets
maybe = "cannot assign to %s here. Maybe you meant '==' instead of '='?"
for source, what in [
    ("f() = 1", "function call"), ("a + 1 = 2", "expression"), ("-a = 2", "expression"), ("1 = x", "literal"),
    ("'a' = x", "literal"), ("f'{a}' = x", "f-string expression"), ("... = x", "ellipsis"), ("{} = x", "dict literal"),
    ("{1} = x", "set display"), ("[x for x in y] = z", "list comprehension"), ("{x for x in y} = z", "set comprehension"),
    ("{x: x for x in y} = z", "dict comprehension"), ("(await x) = y", "await expression"), ("(yield) = y", "yield expression"),
    ("(a if b else c) = 1", "conditional expression"), ("(a < b) = 1", "comparison"),
]:
    check(source, maybe % what, 1)
for source, what in [
    ("None = 1", "None"), ("True = 1", "True"), ("f() = x = 1", "function call"), ("x = f() = 1", "function call"),
    ("(a, 1) = 2", "literal"), ("[a, f()] = 2", "function call"), ("(x for x in y) = 1", "generator expression"),
    ("a < b = 1", "comparison"), ("a and b = 1", "expression"),
    ("for 1 in x: pass", "literal"), ("for f() in x: pass", "function call"), ("with a as f(): pass", "function call"),
    ("[x for f() in y]", "function call"),
]:
    check(source, "cannot assign to " + what, 1)
check("x = yield = 1", "assignment to yield expression not possible", 1, 5)
check("f() += 1", "'function call' is an illegal expression for augmented assignment", 1, 1)
check("a, b += 1", "'tuple' is an illegal expression for augmented assignment", 1, 1)
check("(a, b): int", "only single target (not tuple) can be annotated", 1, 1)
check("[a]: int = 1", "only single target (not list) can be annotated", 1, 1)
check("f(): int", "illegal target for annotation", 1, 1)
check("del f()", "cannot delete function call", 1, 5)
check("del 1, x", "cannot delete literal", 1, 5)
check("del (a, b + c)", "cannot delete expression", 1, 9)
check("(a.b := 1)", "cannot use assignment expressions with attribute", 1, 2)
check("if x = 3: pass", "invalid syntax. Maybe you meant '==' or ':=' instead of '='?", 1, 4)
check("if x.a = 3: pass", maybe % "attribute", 1, 4)
check("(*a)", "cannot use starred expression here", 1, 2)
check("(**a)", "cannot use double starred expression here", 1, 2)

# Calls
check("f(a=1, b)", "positional argument follows keyword argument", 1)
check("f(**a, b)", "positional argument follows keyword argument unpacking", 1)
check("f(**a, *b)", "iterable argument unpacking follows keyword argument unpacking", 1)
check("f(a, x for x in y)", "Generator expression must be parenthesized", 1, 6)
check("f(x for x in y, a)", "Generator expression must be parenthesized", 1, 3)
check("f(a.b=1)", 'expression cannot contain assignment, perhaps you meant "=="?', 1, 3)
check("f(True=1)", "cannot assign to True", 1, 3)
check("f(a=)", "expected argument value expression", 1, 3)
check("f(*a=1)", "cannot assign to iterable argument unpacking", 1, 3)
check("f(**a=1)", "cannot assign to keyword argument unpacking", 1, 3)
check("f(*)", "Invalid star expression", 1, 4)
for source in "(*)", "[*, a]", "{*: 1}", "( * )", "x = ((*), 1)", "del [*for]":
    check(source, "Invalid star expression", 1)
for source in "*", "[a, *]", "(a, *)", "x = *":
    check(source, "invalid syntax", 1)

# Displays
check("{1:}", "expression expected after dictionary key and ':'", 1, 3)
check("{1: 2, 3}", "':' expected after dictionary key", 1, 8)
check("{1: *a}", "cannot use a starred expression in a dictionary value", 1, 5)
check("[*x for x in y]", "iterable unpacking cannot be used in comprehension", 1, 2)
check("{**x for x in y}", "dict unpacking cannot be used in dict comprehension", 1)
check("[x, y for x, y in z]", "did you forget parentheses around the comprehension target?", 1, 2)

# Parameters
check("def f(a=1, b): pass", "parameter without a default follows parameter with a default", 1, 12)
check("lambda a=1, b: 0", "parameter without a default follows parameter with a default", 1, 13)
check("def f(*): pass", "named arguments must follow bare *", 1, 7)
check("lambda a, *, : 1", "named arguments must follow bare *", 1, 14)
check("lambda *, **k: 1", "named arguments must follow bare *", 1, 11)
check("def f(*, *a): pass", "* argument may appear only once", 1, 10)
check("f(*a=)", "invalid syntax", 1, 5)
try:
    compile("f(x, **a.b=1 + 2, 3)", "f", "exec")
except SyntaxError as e:
    assert (e.offset, e.end_offset) == (6, 17), e.args
check("def f(*, **k): pass", "named arguments must follow bare *", 1, 7)
check("def f(*a, *b): pass", "* argument may appear only once", 1, 11)
check("def f(**k, a): pass", "arguments cannot follow var-keyword argument", 1, 12)
check("def f(*a=1): pass", "var-positional argument cannot have default value", 1, 9)
check("def f(**k=1): pass", "var-keyword argument cannot have default value", 1, 10)
check("def f(a, /, b, /): pass", "/ may appear only once", 1, 16)
check("def f(*, a, /): pass", "/ must be ahead of *", 1, 13)
check("def f(/, a): pass", "at least one argument must precede /", 1, 7)
check("def f(a=, b): pass", "expected default value expression", 1, 8)
check("def f((a, b)): pass", "Function parameters cannot be parenthesized", 1, 7)

# Imports, patterns
check("from a import b,", "trailing comma not allowed without surrounding parentheses", 1)
check("from a import", "Expected one or more names after 'import'", 1)
check("import a from b", "Did you mean to use 'from ... import ...' instead?", 1, 1)
check("match x:\n case a as _: pass", "cannot use '_' as a target", 2, 12)
check("match x:\n case C(a=1, b): pass", "positional patterns follow keyword patterns", 2, 14)
check("match x:\n case 1j + 2j: pass", "real number required in complex literal", 2, 7)
check("match x:\n case 1 + 2: pass", "imaginary number required in complex literal", 2, 11)

# eval and single
for source in ("", "1 2", "x = 1", "1; 2", "pass"):
    try:
        compile(source, "f", "eval")
    except SyntaxError as e:
        assert e.msg == "invalid syntax", (source, e.msg)
    else:
        raise AssertionError(source)
try:
    compile("x = 1\ny = 2\n", "f", "single")
except SyntaxError as e:
    assert e.msg == "multiple statements found while compiling a single statement", e.msg
else:
    raise AssertionError

# imports from __future__ come first; other statements, also such that make no code, end them
for source in ("from __future__ import division\n'text'\nfrom __future__ import generators",
               "'''doc'''\n'no doc'\nfrom __future__ import division", "'''doc'''\npass\nfrom __future__ import division"):
    check(source, "from __future__ imports must occur at the beginning of the file", 3)
compile("'''doc'''\nfrom __future__ import division; from __future__ import generators\n", "f", "exec")

# handlers of one kind; a class pattern that never ends
for source, end in (("try: pass\nexcept A: pass\nexcept* B: pass", 8), ("try: pass\nexcept* A: pass\nexcept B: pass", 7)):
    try:
        compile(source, "f", "exec")
    except SyntaxError as e:
        assert e.msg == "cannot have both 'except' and 'except*' on the same 'try'"
        assert (e.lineno, e.offset, e.end_offset) == (3, 1, end), (e.offset, e.end_offset)
check("match y:\n case e(e=v,v,", "'(' was never closed", 2)

# what can't be bound by both a walrus and a loop, or in what is looped over
for source, message in (
        ("[i for i in x if (j := 0) for j in x]",
         "comprehension inner loop cannot rebind assignment expression target 'j'"),
        ("{i for i in x if (j := 0) for j, k in x}",
         "comprehension inner loop cannot rebind assignment expression target 'j'"),
        ("[i for i in (lambda: (j := x))()]",
         "assignment expression cannot be used in a comprehension iterable expression"),
        ("[[(j := 0) for i in x] for j in x]", "assignment expression cannot rebind comprehension iteration variable 'j'"),
        ("class C:\n def f(self): [(__x := 2) for __x in y]",
         "assignment expression cannot rebind comprehension iteration variable '__x'")):
    for text in (source, "def f():\n " + source.replace("\n", "\n ")):
        try:
            compile(text, "f", "exec")
        except SyntaxError as e:
            assert e.msg == message, e.msg
        else:
            raise AssertionError(text)

# nothing but comments is no expression, and no statement
for text, where in (("", ("<e>", 0, 0, "", 0, 0)), ("\n", ("<e>", 1, 0, "\n", 1, 0)), ("# c", ("<e>", 1, 0, "# c", 1, 0)), ("# a\n# b", ("<e>", 2, 0, "# b", 2, 0))):
    for mode in "eval", "single":
        try:
            compile(text, "<e>", mode)
        except SyntaxError as e:
            assert e.args == ("invalid syntax", where), e.args
        else:
            assert False, text
    compile(text, "<e>", "exec")
try:
    eval("")
except SyntaxError as e:
    assert str(e) == "invalid syntax (<string>, line 0)"
