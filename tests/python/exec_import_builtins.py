# needs: methods messages
# What `import` calls in code that exec() runs with built-ins of its own.
import builtins
import types

shown = []


def print(*values):
    shown.append(" ".join(map(str, values)))


def run(source, names):
    space = {"__builtins__": names}
    try:
        exec(source, space)
    except Exception as e:
        print(type(e).__name__, e)
        return
    print([n for n in space if n != "__builtins__"])


run("import sys", builtins)
run("import sys", builtins.__dict__)
run("import sys", dict(vars(builtins)))
run("import sys", {})
run("from math import pi", {"print": print})
run("import sys", {"__import__": lambda *args: print(args[0], *args[3:])})
run("from a.b import c", {"__import__": lambda *args: print(args[0], *args[3:]) or types.SimpleNamespace(c=1)})
run("def f():\n import math\n return math\nf()", {})
run("import sys", {"__import__": None})

assert shown == r"""['sys']
['sys']
['sys']
ImportError __import__ not found
ImportError __import__ not found
sys None 0
['sys']
a.b ('c',) 0
['c']
ImportError __import__ not found
TypeError 'NoneType' object is not callable""".split("\n"), "\n".join(shown)
