"""Names of types that have none among the built-in ones."""


def _generator():
    yield


async def _coroutine():
    pass


async def _async_generator():
    yield


class _Class:
    def method(self):
        pass


FunctionType = LambdaType = type(lambda: None)
CodeType = type(_generator.__code__)
GeneratorType = type(_generator())
_c = _coroutine()
CoroutineType = type(_c)
_c.close()
AsyncGeneratorType = type(_async_generator())
MethodType = type(_Class().method)
BuiltinFunctionType = BuiltinMethodType = type(len)
ModuleType = type(__import__("sys"))
MappingProxyType = type(_Class.__dict__)
try:
    GenericAlias = type(list[int])
    UnionType = type(int | str)
except TypeError: # a small build
    pass
NoneType = type(None)
EllipsisType = type(...)
NotImplementedType = type(NotImplemented)
del _c, _Class, _generator, _coroutine, _async_generator


class SimpleNamespace:
    """An object whose attributes are its keywords."""

    def __init__(self, mapping={}, /, **keywords):
        for name, item in {**dict(mapping), **keywords}.items():
            setattr(self, name, item)

    def __repr__(self):
        return "namespace(%s)" % ", ".join("%s=%r" % item for item in self.__dict__.items())

    def __eq__(self, other):
        if isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented

    __hash__ = None


def new_class(name, bases=(), kwds=None, exec_body=None):
    """A class, its namespace filled by exec_body."""
    kwds = dict(kwds or {})
    meta = kwds.pop("metaclass", type(bases[0]) if bases else type)
    names = meta.__prepare__(name, bases, **kwds) if hasattr(meta, "__prepare__") else {}
    if exec_body is not None:
        exec_body(names)
    return meta(name, tuple(bases), names, **kwds)


def coroutine(function):
    """Accepted: a generator can be awaited as it is."""
    return function
