# needs: methods
# A property whose docstring is given as None has that of its getter; a method shows its function's __name__.
import types

shown = []


def print(*values):
    shown.append(" ".join(map(str, values)))


def getter(self):
    "of the getter"


def other(self):
    "of another"


class Derived(property):
    pass


for kind in property, Derived:
    p = kind(getter, None, None, None)
    print(p.__doc__, "|", p.getter(other).__doc__, "|", kind(getter, doc="own").getter(other).__doc__)
    print(kind(doc=None).__doc__ == kind().__doc__, kind(lambda self: 1, doc=None).__doc__ == kind().__doc__)


class Callable:
    def __call__(self):
        pass


function = Callable()
method = types.MethodType(function, 5)
print(method)
function.__name__ = "named"
print(method)
function.__qualname__ = "a.named"
print(method)

assert shown == r"""of the getter | of another | own
True True
of the getter | of another | of another
True True
<bound method ? of 5>
<bound method named of 5>
<bound method a.named of 5>""".split("\n"), "\n".join(shown)
