# Words and corners that programs about types showed: messages' names of types that modules bring, modules that get a
# class, what takes weak references, whose layout is told to differ. Expected results are CPython's.
# needs: types weakref collections slots methods messages derived_types class_hooks records
import collections
import types
import weakref


def raises(kind, text, f, *args, **keywords):
    try:
        f(*args, **keywords)
    except kind as e:
        assert type(e) is kind and str(e) == text, (type(e), str(e), text)
    else:
        assert False, text


def delete(o, key):
    del o[key]


def store(o, key):
    o[key] = None


# ---- types that a module brings are told with it ----
raises(AttributeError, "'collections.deque' object has no attribute 'foo'", lambda: collections.deque().foo)
raises(AttributeError, "type object 'collections.deque' has no attribute 'foo'", lambda: collections.deque.foo)
raises(TypeError, "unsupported operand type(s) for +: 'types.GenericAlias' and 'int'", lambda: list[int] + 1)
raises(TypeError, "can only concatenate list (not \"collections.deque\") to list", lambda: [] + collections.deque())
raises(AttributeError, "'Counter' object has no attribute 'foo'", lambda: collections.Counter().foo)
assert repr(collections.OrderedDict(a=1)).startswith("OrderedDict(")
assert repr(collections.defaultdict(int)).startswith("defaultdict(")
assert repr(collections.Counter()) == "Counter()"

# ---- arguments ----
raises(TypeError, "'start' is an invalid keyword argument for enumerate()", lambda: enumerate(start=0))
raises(TypeError, "'iterable' is an invalid keyword argument for enumerate()", lambda: enumerate(0, iterable=[]))
raises(TypeError, "enumerate() missing required argument 'iterable'", enumerate)
assert list(enumerate(start=2, iterable="a")) == list(enumerate(iterable="a", start=2)) == [(2, "a")]
raises(TypeError, "'complex' object cannot be interpreted as an integer", lambda: __import__(0, level=1j))

# ---- __class__ ----
class WithDict:
    __slots__ = ("__dict__",)

class WithBoth:
    __slots__ = ("__dict__", "__weakref__")

class Plain:
    pass

raises(TypeError, "__class__ assignment: 'Plain' object layout differs from 'WithDict'",
       setattr, WithDict(), "__class__", Plain)
o = WithBoth()
o.x = 1
o.__class__ = Plain
assert o.x == 1 and type(o) is Plain

class Verbose(types.ModuleType):
    written = ()

    def __setattr__(self, name, v):
        super().__setattr__(name, v)
        if name != "written":
            self.written += (name,)

    @property
    def twice(self):
        return self.number * 2

    def __repr__(self):
        return "verbose " + self.__name__

m = types.ModuleType("m")
m.number = 1
namespace = m.__dict__
m.__class__ = Verbose
m.number = 4
exec("more = number + 1\ndef f(): return number", namespace)
assert type(m) is Verbose and isinstance(m, types.ModuleType)
assert m.__dict__ is namespace and vars(m) is namespace and namespace["number"] == 4
assert m.twice == 8 and m.more == 5 and m.f() == 4 and m.written == ("number",) and repr(m) == "verbose m"
m.number = 5
assert m.f() == 5 and m.twice == 10
raises(AttributeError, "module 'm' has no attribute 'none'", lambda: m.none)
raises(AttributeError, "'Verbose' object has no attribute 'none'", delattr, m, "none")
m.__class__ = type("Other", (Verbose,), {})
assert m.twice == 10 and type(m).__name__ == "Other"
other = Verbose("other", "what it is")
other.number = 2
assert other.__dict__["number"] == 2 and other.__doc__ == "what it is"

class Placed(types.ModuleType):
    __slots__ = ("place",)

raises(TypeError, "__class__ assignment: 'Placed' object layout differs from 'module'",
       setattr, types.ModuleType("m"), "__class__", Placed)
raises(TypeError, "__class__ assignment only supported for mutable types or ModuleType subclasses",
       setattr, types.ModuleType("m"), "__class__", Plain)
raises(AttributeError, "'module' object has no attribute 'none'", delattr, types.ModuleType("m"), "none")

# ---- weak references ----
class Slotted:
    __slots__ = ("a",)

class Below(Slotted):
    __slots__ = ()

class Open(Slotted):
    pass

class Weak(Slotted):
    __slots__ = ("__weakref__",)

class Number(int):
    pass

class Items(list):
    pass

for v in (Slotted(), Below(), WithDict(), Number(), [], {}, (1,), "text", b"b", 5, 1.5, None, object(), range(3),
          ValueError(), property(), type("T", (tuple,), {})(), type("L", (list,), {"__slots__": ()})()):
    raises(TypeError, "cannot create weak reference to '%s' object" % type(v).__name__, weakref.ref, v)
for v in (Open(), Weak(), WithBoth(), Plain(), Items(), set(), frozenset([1]), raises, Plain, types, int,
          type("E", (ValueError,), {})(), type("S", (set,), {"__slots__": ()})()):
    assert weakref.ref(v)() is v
raises(TypeError, "__weakref__ slot disallowed: we already got one",
       type, "Twice", (Plain,), {"__slots__": ("__weakref__",)})
assert weakref.ref(type("Once", (Slotted,), {"__slots__": "__weakref__"})()) is not None

# ---- text ----
class Odd:
    def __repr__(self):
        return 1

class Odder(Odd):
    def __str__(self):
        return super().__str__()

raises(TypeError, "__str__ returned non-string (type int)", str, Odder())
raises(TypeError, "__repr__ returned non-string (type int)", repr, Odder())
assert Odd().__str__() == object.__str__(Odder()) == 1

# ---- what can't be deleted ----
class Getting:
    def __getitem__(self, i):
        return i

class Setting:
    def __setitem__(self, i, v):
        pass

class Deleting:
    def __delitem__(self, i):
        pass

raises(TypeError, "'Plain' object does not support item deletion", delete, Plain(), slice(0, 1))
raises(TypeError, "'Getting' object does not support item deletion", delete, Getting(), slice(0, 1))
raises(TypeError, "'Getting' object doesn't support item deletion", delete, Getting(), 0)
raises(AttributeError, "__delitem__", delete, Setting(), 0)
raises(AttributeError, "__setitem__", store, Deleting(), 0)

# ---- properties' docstrings ----
class Bare(property):
    __slots__ = ()

class Kept(property):
    __slots__ = ("__doc__",)

class Loose(property):
    pass

def documented(self):
    "what it gives"

def undocumented(self):
    return 5

raises(AttributeError, "'Bare' object attribute '__doc__' is read-only", Bare, documented)
assert Bare(undocumented).__doc__ is None and Bare(undocumented, doc="dropped").__doc__ is None
assert Kept(documented).__doc__ == "what it gives"
assert Loose(documented).__doc__ == "what it gives" and vars(Loose(documented)) == {"__doc__": "what it gives"}

def documented_otherwise(self):
    "something else"

assert Loose(documented, doc="x").getter(documented_otherwise).__doc__ == "something else"
assert property(documented, doc="x").getter(documented_otherwise).__doc__ == "x"

class NoDoc:
    @property
    def __doc__(self):
        raise AttributeError

assert property(NoDoc()).__doc__ is None and Loose(NoDoc()).__doc__ is None

# ---- unions ----
assert isinstance(1, int | list[int]) and issubclass(int, int | list[int])
raises(TypeError, "isinstance() argument 2 cannot be a parameterized generic", isinstance, "", int | list[int])
raises(TypeError, "issubclass() argument 2 cannot be a parameterized generic", issubclass, str, int | list[int])

# ---- what can't be set, and in which words ----
class Slot:
    __slots__ = ("a",)

    def f(self):
        pass

for o, name in ((raises, "__closure__"), (Slot().f, "__self__"), (Slot().f, "__func__"), (classmethod(raises), "__func__"),
                (staticmethod(raises), "__wrapped__"), (list[int], "__origin__"), (list[int], "__args__"), (Plain, "__base__"),
                (raises.__code__, "co_name"), (Slot.a, "__name__"), (int.__add__, "__objclass__"), (slice(1), "stop"), (1j, "real")):
    raises(AttributeError, "readonly attribute", setattr, o, name, None)
raises(AttributeError, "attribute '__isabstractmethod__' of 'property' objects is not writable",
       setattr, property(), "__isabstractmethod__", True)
raises(AttributeError, "attribute '__parameters__' of 'types.GenericAlias' objects is not writable",
       setattr, list[int], "__parameters__", ())
for name in ("__module__", "__type_params__"):
    raises(TypeError, "cannot delete '%s' attribute of immutable type 'Slot'" % name, delattr, Slot, name)
raises(AttributeError, "__abstractmethods__", delattr, Slot, "__abstractmethods__")

def local():
    class Slot:
        __slots__ = ("a",)
    return Slot()

Slot.__module__ = "elsewhere"
raises(AttributeError, "'elsewhere.Slot' object has no attribute 'a'", lambda: Slot().a)
raises(AttributeError, "'local.<locals>.Slot' object has no attribute 'a'" if __name__ == "__main__" else "", lambda: local().a)

def with_attribute():
    pass

with_attribute.more = 1
raises(AttributeError, "'staticmethod' object has no attribute 'more'", lambda: staticmethod(with_attribute).more)
raises(AttributeError, "'classmethod' object has no attribute '__code__'", lambda: classmethod(with_attribute).__code__)
assert classmethod(with_attribute).__qualname__ == "with_attribute"

# ---- methods of built-in types, told of ----
raises(TypeError, "'builtin_function_or_method' object is not subscriptable", lambda: [].append[0])
raises(TypeError, "'builtin_function_or_method' object is not iterable", list, {}.items)
raises(TypeError, "object of type 'method-wrapper' has no len()", len, (1).__add__)
raises(TypeError, "unsupported operand type(s) for +: 'int' and 'method'", lambda: 1 + Slot().f)

# ---- making classes by hand ----
class Ordered(type):
    def mro(cls):
        return order

for order, text in (([], "type MRO must not be empty"), ([1], "mro() returned a non-class ('int')"),
                    ([int], "mro() returned base with unsuitable layout ('int')")):
    raises(TypeError, text, Ordered, "C", (), {})
raises(TypeError, "type.__new__() takes exactly 3 arguments (1 given)", type.__new__, type, 1)
raises(TypeError, "type.__init__() takes no keyword arguments", lambda: type.__init__(int, 1, x=2))
raises(TypeError, "object.__init_subclass__() takes no arguments (1 given)", object.__init_subclass__, 1)
raises(TypeError, "int.__init_subclass__() takes no keyword arguments", lambda: int.__init_subclass__(x=1))

class Base:
    pass

class Derived(Base):
    pass

class Count(int):
    pass

raises(TypeError, "__bases__ assignment: 'Derived' deallocator differs from 'object'", setattr, Plain, "__bases__", (Derived,))
raises(TypeError, "__bases__ assignment: 'list' object layout differs from 'Base'", setattr, Derived, "__bases__", (list,))
raises(TypeError, "__bases__ assignment: 'object' object layout differs from 'int'", setattr, Count, "__bases__", (object,))

# ---- which operand's method goes first, and whose class is named ----
class Whole(int):
    __radd__ = lambda self, other: "R"
    __rand__ = lambda self, other: "RA"

class Other(int):
    pass

class Text(str):
    pass

class Iterable(int):
    def __iter__(self):
        return iter("ab")

assert 1 + Whole(3) == "R" and True + Whole(3) == 4 and Other(2) + Whole(3) == 5
assert True & Whole(1) == 1 and 1 & Whole(1) == "RA" and 1.5 + Whole(3) == 4.5
raises(TypeError, 'can only concatenate str (not "Other") to str', lambda: "a" + Other(1))
raises(TypeError, 'can only concatenate str (not "Other") to str', lambda: Text("a") + Other(1))
raises(TypeError, 'can only concatenate list (not "Other") to list', lambda: Items([1]) + Other(1))
raises(TypeError, "can't concat Other to bytes", lambda: b"a" + Other(1))
raises(TypeError, "'Other' object is not iterable", exec, "v = [1]\nv += Other(1)", {"Other": Other})
for made in ([1], Items([1])):
    made += Iterable(5)
    assert made == [1, "a", "b"]
assert type("Set", (set,), {})() not in {1}
raises(TypeError, "__index__ returned non-int (type Text)", lambda: [1][type("I", (), {"__index__": lambda self: Text("s")})()])
assert "%d" % type("I", (), {"__int__": lambda self: 7})() == "7"

# ---- a special method that is None is called, but where None means that there is none ----
def with_none(name):
    return type("N", (), {name: None})()

not_callable = "'NoneType' object is not callable"
for name, f in (("__index__", lambda v: [1][v]), ("__int__", int), ("__float__", float), ("__complex__", complex), ("__round__", round),
                ("__dir__", dir), ("__bytes__", lambda v: b"%b" % v)):
    raises(TypeError, not_callable, f, with_none(name))
raises(TypeError, "'N' object is not reversible", reversed, with_none("__reversed__"))
raises(TypeError, "'N' object is not iterable", iter, with_none("__iter__"))
raises(TypeError, "wrapper __add__() takes no keyword arguments", lambda: (1).__add__(x=1))
raises(TypeError, "dict.__contains__() takes no keyword arguments", lambda: {}.__contains__(x=1))
raises(TypeError, "__format__() argument must be str, not Other", (5).__format__, Other(1))

# ---- methods of built-in types are functions in C ----
assert type([].append) is [].append.__class__ is types.BuiltinMethodType is type(len) and type("".__len__) is types.MethodWrapperType
assert isinstance([].append, types.BuiltinFunctionType) and not isinstance([].append, types.MethodType)
assert isinstance(Slot().f, types.MethodType) and type(Slot().f) is types.MethodType and type("".__len__).__name__ == "method-wrapper"
for v in (object(), [], {}, set(), ValueError(), Plain()):
    assert type(v.__init__) is types.MethodWrapperType and repr(v.__init__).startswith("<method-wrapper '__init__' of ")
assert type(raises.__call__) is types.MethodWrapperType
raises(TypeError, "list expected at most 1 argument, got 2", [].__init__, 1, 2)
raises(TypeError, "set expected at most 1 argument, got 2", set().__init__, 1, 2)
raises(TypeError, "list() takes no keyword arguments", lambda: [].__init__(x=1))
assert type(dict.fromkeys).__name__ == "builtin_function_or_method"
match [].append:
    case types.MethodType():
        assert False
    case types.BuiltinFunctionType():
        pass
