# What the smallest build leaves out says so.
# modes: tiny


def raises(kind, f, *args):
    try:
        f(*args)
    except kind as e:
        return e
    assert 0, "nothing was raised"


def derive(base):
    class Derived(base):
        pass
    return Derived


def with_metaclass():
    class C(metaclass=type):
        pass


for base in list, int, str, dict, type, property:
    raises(TypeError, derive, base)
assert issubclass(derive(derive(KeyError)), LookupError) and isinstance(derive(object)(), object)
raises(TypeError, with_metaclass)
raises(TypeError, type, "C", (), {})
raises(NameError, lambda: set())
raises(NameError, lambda: frozenset())
for source in "{1}", "{x for x in ()}", "1 in {1, 2}":
    raises(SyntaxError, eval, source)
