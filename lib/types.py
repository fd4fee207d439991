"""Names of types that have none among the built-in ones, and help with making classes."""


def _generator():
    yield


class _Class:
    __slots__ = "slot",

    def method(self):
        pass


FunctionType = LambdaType = type(_generator)
CodeType = type(_generator.__code__)
GeneratorType = type(_generator())
MethodType = type(_Class().method)
BuiltinFunctionType = BuiltinMethodType = type(len)
WrapperDescriptorType = type(object.__init__)
MethodWrapperType = type(object().__str__)
MethodDescriptorType = type(str.join)
ClassMethodDescriptorType = type(dict.__dict__["fromkeys"])
GetSetDescriptorType = type(FunctionType.__dict__["__name__"])
MemberDescriptorType = type(_Class.__dict__.get("slot", FunctionType.__dict__["__name__"]))
ModuleType = type(__import__("sys"))
MappingProxyType = type(_Class.__dict__)
CellType = type((lambda x: lambda: x)(0).__closure__[0])
NoneType = type(None)
EllipsisType = type(...)
NotImplementedType = type(NotImplemented)
CapsuleType = type("PyCapsule", (), {})
try:
    exec("async def c(): pass\nasync def g(): yield", _names := {})
    CoroutineType = type(_c := _names["c"]())
    _c.close()
    AsyncGeneratorType = type(_names["g"]())
    del _c, _names
except SyntaxError: # a small build
    CoroutineType = AsyncGeneratorType = GeneratorType
try:
    GenericAlias = type(list[int])
    UnionType = type(int | str)
except TypeError: # a small build
    pass
try:
    1 / 0
except ZeroDivisionError as _error:
    TracebackType = type(_error.__traceback__)
if hasattr(_generator(), "gi_frame"):
    FrameType = type(_generator().gi_frame)
del _Class, _generator


class SimpleNamespace:
    """An object whose attributes are its keywords."""

    def __init__(self, mapping_or_iterable=(), /, **kwargs):
        for name, item in {**dict(mapping_or_iterable), **kwargs}.items():
            setattr(self, name, item)

    def __repr__(self):
        name = "namespace" if type(self) is SimpleNamespace else type(self).__name__
        if self in _printing:
            return name + "(...)"
        _printing.append(self)
        try:
            return "%s(%s)" % (name, ", ".join(["%s=%r" % item for item in self.__dict__.items()]))
        finally:
            _printing.pop()

    def __eq__(self, other):
        if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __replace__(self, /, **kwargs):
        made = type(self)()
        made.__dict__.update(self.__dict__)
        made.__dict__.update(kwargs)
        return made

    __hash__ = None


class _Printing(list):
    def __contains__(self, x):
        return any([x is item for item in self])


_printing = _Printing()


def resolve_bases(bases):
    """The classes that bases stand for, by their __mro_entries__."""
    found = []
    for base in bases:
        if isinstance(base, type) or not hasattr(base, "__mro_entries__"):
            found.append(base)
        else:
            found.extend(base.__mro_entries__(bases))
    return bases if found == list(bases) else tuple(found)


def prepare_class(name, bases=(), kwds=None):
    """(metaclass, namespace, keywords) as a class statement finds them."""
    kwds = dict(kwds or {})
    meta = kwds.pop("metaclass", type(bases[0]) if bases else type)
    if isinstance(meta, type):
        for base in bases:
            kind = type(base)
            if issubclass(kind, meta):
                meta = kind
            elif not issubclass(meta, kind):
                raise TypeError("metaclass conflict: the metaclass of a derived class must be a (non-strict) "
                                "subclass of the metaclasses of all its bases")
    names = meta.__prepare__(name, bases, **kwds) if hasattr(meta, "__prepare__") else {}
    return meta, names, kwds


def new_class(name, bases=(), kwds=None, exec_body=None):
    """A class, its namespace filled by exec_body."""
    resolved = resolve_bases(bases)
    meta, names, kwds = prepare_class(name, resolved, kwds)
    if exec_body is not None:
        exec_body(names)
    if resolved is not bases:
        names["__orig_bases__"] = bases
    return meta(name, resolved, names, **kwds)


def get_original_bases(cls, /):
    """The bases as the class statement had them."""
    if not isinstance(cls, type):
        raise TypeError("Expected an instance of type, not %r" % type(cls).__name__)
    return cls.__dict__.get("__orig_bases__", cls.__bases__)


def coroutine(func):
    """Makes the generators of a function awaitable, which they are anyway, and lets them `yield from` coroutines."""
    if not callable(func):
        raise TypeError("types.coroutine() expects a callable")
    if isinstance(func, FunctionType) and func.__code__.co_flags & 416 == 32:
        func.__code__ = func.__code__.replace(co_flags=func.__code__.co_flags | 256)
    return func


class DynamicClassAttribute:
    """A property of instances; of the class, its metaclass's __getattr__ gives the attribute."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
        self.__doc__ = doc or fget.__doc__
        self.overwrite_doc = doc is None

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            raise AttributeError
        if self.fget is None:
            raise AttributeError("unreadable attribute")
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("can't delete attribute")
        self.fdel(instance)

    def getter(self, fget):
        """The same with another getter."""
        return type(self)(fget, self.fset, self.fdel, self.__doc__)

    def setter(self, fset):
        """The same with a setter."""
        return type(self)(self.fget, fset, self.fdel, self.__doc__)

    def deleter(self, fdel):
        """The same with a deleter."""
        return type(self)(self.fget, self.fset, fdel, self.__doc__)
