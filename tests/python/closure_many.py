# needs: large_functions
# Functions that use most of a large function's variables, which are in cells then.
N = 200
NAMES = ["x%d" % i for i in range(N)]


def run(source):
    space = {}
    exec(source, space)
    return space["f"]()


assign = "\n    ".join("%s = %d" % (name, i) for i, name in enumerate(NAMES))
total = "[" + ", ".join(NAMES) + "]"
assert run("def f():\n    %s\n    def g():\n        return %s\n    return g()" % (assign, total)) == list(range(N))
assert run("def f():\n    %s\n    g = [lambda: %s for _ in '12']\n    return g[1]()" % (assign, total)) == list(range(N))
assert run("def f():\n    %s\n    def g():\n        def h():\n            return %s\n        return h\n    return g()()"
           % (assign, total)) == list(range(N))
assert run("def f():\n    %s\n    def g():\n        nonlocal %s\n        %s\n    g()\n    return %s"
           % (assign, ", ".join(NAMES), "; ".join(name + " += 1" for name in NAMES), total)) == list(range(1, N + 1))
assert run("def f(y=1):\n    %s\n    class C:\n        z = %s\n        def m(self):\n            return sum(%s) + y\n"
           "    del x0\n    return C().m" % (assign, total, total.replace("x0, ", "")))() == sum(range(N)) + 1
