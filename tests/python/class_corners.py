# Corners of classes and functions: where a name is found, and what is asked in which order.
# needs: methods derived_types class_hooks messages
import builtins
import sys


def fails(f, *args):
    try:
        f(*args)
    except Exception as e:
        return "%s: %s" % (type(e).__name__, e)


# an instance has no __qualname__, nor has the namespace of a class
class Outer:
    class Inner:
        none = property()

        def method(self):
            pass

        method.mark = 1

    class Odd:
        __qualname__ = "Some.Name"


assert Outer.Inner.__qualname__ == "Outer.Inner" and Outer.Odd.__qualname__ == "Some.Name"
assert not hasattr(Outer.Inner(), "__qualname__") and not hasattr(Outer.Odd(), "__qualname__")
assert "__qualname__" not in vars(Outer.Odd) and "__qualname__" not in vars(Outer)
Outer.Inner.__qualname__ = "Elsewhere"
assert Outer.Inner.__qualname__ == "Elsewhere" and Outer.Inner.__name__ == "Inner"
Outer.__name__ = "Renamed"
assert Outer.__qualname__ == "Outer"
assert fails(lambda: Outer.Inner().none) == "AttributeError: property 'none' of 'Elsewhere' object has no getter"

# a bound method shows what its function has
bound = Outer.Inner().method
assert bound.__dict__ == {"mark": 1} and "mark" in dir(bound)

# three-argument pow() asks the classes
class Power(int):
    def __pow__(self, other, mod=None):
        return "pow", int(self), other, mod

    def __rpow__(self, other, mod=None):
        return "rpow", int(self), other, mod


assert pow(Power(2), 3, 5) == ("pow", 2, 3, 5) and pow(Power(2), 3) == ("pow", 2, 3, None)
assert range(sys.maxsize).__len__() == sys.maxsize

# attributes that only some classes have
assert fails(lambda: type.__abstractmethods__) == "AttributeError: __abstractmethods__"
assert fails(lambda: int.__abstractmethods__) == "AttributeError: __abstractmethods__"
assert type.__type_params__ == () and int.__type_params__ == ()

# objects that act as classes by __bases__
class Abstract:
    def __init__(self, *bases):
        self.__bases__ = bases


class Claims:
    def __init__(self, cls):
        self.cls = cls

    __class__ = property(lambda self: self.cls)


base = Abstract()
middle = Abstract(base)
lowest = Abstract(Abstract(), middle)
assert issubclass(lowest, base) and issubclass(base, base) and not issubclass(base, lowest)
assert issubclass(lowest, (int, base)) and issubclass(Abstract(int), int) and not issubclass(int, base)
assert isinstance(Claims(lowest), base) and not isinstance(Claims(base), lowest) and not isinstance(3, base)
assert fails(issubclass, 3, base) == "TypeError: issubclass() arg 1 must be a class"
assert fails(isinstance, 3, 4) == "TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union"


deep = base
for n in range(50):
    deep = Abstract(deep, Abstract())
assert issubclass(deep, base) and not issubclass(base, deep)


class Raises:
    @property
    def __bases__(self):
        raise RuntimeError("bases")


assert fails(isinstance, 1, Raises()) == fails(issubclass, Raises(), int) == "RuntimeError: bases"


# a built-in function that is replaced again and again
def length():
    return len([1, 2])


kept = builtins.len
assert length() == 2
for n in range(3):
    builtins.len = lambda x, n=n: n
    assert length() == n
    builtins.len = kept
    assert length() == 2


# without a specification, format() of what derives from a number or text is str()
for native, value in (int, 3), (float, 1.5), (str, "a"):
    class Shown(native):
        def __str__(self):
            return "shown"

    class Represented(native):
        def __repr__(self):
            return "represented"

    assert format(Shown(value)) == f"{Shown(value)}" == "{}".format(Shown(value)) == native.__format__(Shown(value), "") == "shown"
    assert format(Represented(value)) == ("a" if native is str else "represented")


class NoItems:
    pass


def unpack(x):
    a, b = x


assert fails(unpack, NoItems()) == "TypeError: cannot unpack non-iterable NoItems object"

# the decorators of old for what is abstract
import abc


class Old(abc.ABC):
    @abc.abstractclassmethod
    def a(cls):
        pass

    @abc.abstractstaticmethod
    def b():
        pass

    @abc.abstractproperty
    def c(self):
        pass


assert sorted(Old.__abstractmethods__) == ["a", "b", "c"] and fails(Old).startswith("TypeError: Can't instantiate abstract class Old")


# a docstring can't be deleted; None says that a class has no items; super() without what it is about
class Documented:
    "text"


assert fails(lambda: delattr(Documented, "__doc__")) == \
    "TypeError: cannot delete '__doc__' attribute of immutable type 'Documented'" and Documented.__doc__ == "text"


class NoItem(tuple):
    __class_getitem__ = None


assert fails(lambda: NoItem[int]) == "TypeError: type 'NoItem' is not subscriptable"


def deleted(x):
    del x
    super()


assert fails(deleted, 1) == "RuntimeError: super(): arg[0] deleted"


class Wrong:
    def __init__(self, *what):
        self.what = what

    def __getnewargs_ex__(self):
        return self.what


for what, text in ((("args", {}), "first item of the tuple returned by __getnewargs_ex__ must be a tuple, not 'str'"),
                   (((), "bad"), "second item of the tuple returned by __getnewargs_ex__ must be a dict, not 'str'")):
    assert fails(Wrong(*what).__reduce_ex__, 2) == "TypeError: " + text


class Twice(type):
    def __new__(cls, name, bases, namespace):
        made = super().__new__(cls, name, bases, namespace)
        type("Other", (), namespace)
        return made


def use():
    class Used(metaclass=Twice):
        def method(self):
            return __class__


assert fails(use).startswith("TypeError: __class__ set to <class ")
