# needs: messages syntax_messages syntax_hints async match type_params
# Of several errors in a source CPython tells the first of the earliest stage: what the grammar refuses, then what names'
# scopes don't allow, then declarations without a binding, then what is found when code is made.

STAGES = [
    ["x = )", "f(x for x in y, 1)", "1 = x", "x = $", "x = '\\x4'", "del f()"],
    ["def f(a, a): pass", "def f():\n    z = 1\n    global z", "def f():\n    from m import *", "lambda a, a: 0",
     "[x := 1 for x in y]", "class C:\n    def f(self, self): pass", "def f(a):\n    nonlocal a"],
    ["def f():\n    nonlocal nowhere", "class C:\n    def f(self):\n        nonlocal nowhere",
     "def f():\n    global z\n    nonlocal z"],
    ["return", "break", "yield 1", "def f():\n    await x", "class C:\n    def f(self):\n        continue", "*a, *b = c",
     "*a = c", "f(a=1, a=2)", "match x:\n    case a: pass\n    case b: pass", "print(*a) ; b = *a",
     "try: pass\nexcept: pass\nexcept A: pass", "class C:\n    return", "class C[T=int, U]: pass"],
]


def error(source):
    try:
        compile(source, "file.py", "exec")
    except SyntaxError as e:
        return e.lineno, e.msg


def moved(found, lines):
    return found[0] + lines, found[1]


for early in range(len(STAGES)):
    for late in range(early + 1, len(STAGES)):
        for a in STAGES[early]:
            for b in STAGES[late]:
                assert error(b + "\n" + a + "\n") == moved(error(a), b.count("\n") + 1), (a, b)
                assert error(a + "\n" + b + "\n") == error(a), (a, b)
for stage in STAGES[1:]:
    for a in stage:
        for b in stage:
            assert error("pass\n" + a + "\npass\n" + b + "\n") == moved(error(a), 1), (a, b)

# within one statement, too; and in a class, whose methods are compiled one by one
assert error("class C:\n    def f(self):\n        break\n    def g(a, a): pass\nx = 1\n")[0] == 4
assert error("@f(a=1, a=1)\nclass C:\n    def f(self):\n        break\n")[0] == 1
assert error("class C:\n    def f(self):\n        break\n    def g(self): return\n    x = = 1\n") == (5, "invalid syntax")
assert error("return\n" * 3 + "def f(a, a): pass\n" * 3 + "x y\n") == (7, "invalid syntax")
