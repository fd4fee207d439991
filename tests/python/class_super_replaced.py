# A program's own `super` is what super() in a method calls, wherever it is bound, and until it is deleted.
# needs: methods class_hooks
import builtins


class Base:
    x = 5

    def m(self):
        return "Base.m"


class Derived(Base):
    def m(self):
        return super().m()

    def read(self):
        return super().x, super().m()


class Other:
    x = 7

    def __init__(self, *args):
        assert args == ()

    def m(self):
        return "Other.m"


d = Derived()
usual = "Base.m", (5, "Base.m")
other = "Other.m", (7, "Other.m")


def both():
    return d.m(), d.read()


assert both() == usual
super = Other
assert both() == other
super = 3
try:
    d.m()
    assert False
except TypeError as e:
    assert str(e) == "'int' object is not callable", e
del super
assert both() == usual
globals()["super"] = Other
assert both() == other
del globals()["super"]

usual_super = builtins.super
builtins.super = Other
assert both() == other
builtins.super = usual_super
assert both() == usual

source = """
class A:
    def m(self):
        return 'A.m'
class B(A):
    def m(self):
        return super().m()
result = B().m()
"""


def run(names):
    exec(source, names)
    return names["result"]


assert run({}) == "A.m"
assert run({"super": Other}) == "Other.m"
assert run({"super": usual_super}) == "A.m"
assert run({"__builtins__": dict(vars(builtins), super=Other)}) == "Other.m"
