# needs: large_functions
# Functions that use most of a large function's variables, which are in cells then; more than a byte can number.
def run(source):
    space = {}
    exec(source, space)
    return space["f"]()


def raised(fn):
    try:
        fn()
    except NameError as e:
        return str(e).split("'")[1]


for N in (30, 32, 33, 200, 255, 256, 257, 700):
    NAMES = ["x%d" % i for i in range(N)]
    assign = "\n    ".join("%s = %d" % (name, i) for i, name in enumerate(NAMES))
    total = "[" + ", ".join(NAMES) + "]"
    start = "def f(y=1):\n    %s\n" % assign
    g = run(start + "    def g():\n        return %s\n    return g" % total)
    assert g() == list(range(N)) and list(g.__code__.co_freevars) == sorted(NAMES)
    assert [c.cell_contents for c in g.__closure__] == [int(name[1:]) for name in sorted(NAMES)]
    assert run(start + "    g = [lambda: %s for _ in '12']\n    return g[1]()" % total) == list(range(N))
    assert run(start + "    def g():\n        def h():\n            return %s\n        return h\n    return g()()" % total) == list(range(N))
    assert run(start + "    def g():\n        nonlocal %s\n        %s\n    g()\n    return %s"
               % (", ".join(NAMES), "; ".join(name + " += 1" for name in NAMES), total)) == list(range(1, N + 1))
    assert run(start + "    class C:\n        z = %s\n        def m(self):\n            return sum(%s) + y\n"
               "    del x0\n    return C().m" % (total, total.replace("x0, ", "")))() == sum(range(N)) + 1
    assert raised(lambda: run(start + "    def g(): return w, %s\n    if not y: w = 1\n    return %s + [w]" % (total, total))) == "w"
    for name in NAMES[0], NAMES[-1]:
        assert raised(run(start + "    del %s\n    return lambda: %s" % (name, total))) == name
        g = run(start + "    def g():\n        nonlocal %s\n        del %s\n        %s\n    return g" % (name, name, total))
        assert raised(g) == raised(g) == name
