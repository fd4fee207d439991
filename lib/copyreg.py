"""How objects are taken apart and made anew: for copies, and for pickle."""

dispatch_table = {}

try:
    complex
except NameError: # a build without

    class complex:
        pass


def pickle(cls, function, constructor_ob=None):
    """function(object) tells how objects of cls are taken apart."""
    if not callable(function):
        raise TypeError("reduction functions must be callable")
    dispatch_table[cls] = function
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    """Accepted: any function can make objects."""
    if not callable(object):
        raise TypeError("constructors must be callable")


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def _reconstructor(cls, base, state):
    made = base.__new__(cls) if base is object else base.__new__(cls, state)
    if base is not object and base.__init__ is not object.__init__:
        base.__init__(made, state)
    return made


def _native(cls):
    """The built-in type that an object of cls is made of."""
    for base in cls.__mro__:
        if not base.__flags__ & 512:
            return base


def _slotnames(cls):
    """What __slots__ name, along the MRO."""
    found = []
    for base in cls.__mro__:
        slots = base.__dict__.get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name in ("__dict__", "__weakref__"):
                continue
            if name.startswith("__") and not name.endswith("__"):
                stripped = base.__name__.lstrip("_")
                if stripped:
                    name = "_" + stripped + name
            found.append(name)
    return found


def _state(o):
    """object.__getstate__"""
    names = _slotnames(type(o))
    state = getattr(o, "__dict__", None) or None
    if names:
        missing = object()
        slots = {name: v for name in names if (v := getattr(o, name, missing)) is not missing}
        if state:
            state = {k: v for k, v in state.items() if k not in slots} or None
        if slots:
            return state, slots
    return state


def _arguments(o, cls, native):
    """The arguments of cls.__new__ and its keywords; None: there are none."""
    if hasattr(cls, "__getnewargs_ex__"):
        args = o.__getnewargs_ex__()
        if not isinstance(args, tuple):
            raise TypeError("__getnewargs_ex__ should return a tuple, not '%s'" % type(args).__name__)
        if len(args) != 2:
            raise ValueError("__getnewargs_ex__ should return a tuple of length 2, not %d" % len(args))
        for item, kind, place in zip(args, (tuple, dict), ("first", "second")):
            if not isinstance(item, kind):
                raise TypeError("%s item of the tuple returned by __getnewargs_ex__ must be a %s, not '%s'" % (
                    place, kind.__name__, type(item).__name__))
        return args
    if hasattr(cls, "__getnewargs__"):
        args = o.__getnewargs__()
        if not isinstance(args, tuple):
            raise TypeError("__getnewargs__ should return a tuple, not '%s'" % type(args).__name__)
        return args, {}
    return None, {}


def _first(cls, origin, args):
    """*origin[args]"""
    return next(iter(cls(origin, args)))


def _union(*args):
    """a | b | ..."""
    import typing
    return typing.Union[args]


_BY_CONTENT = {
    set: lambda o: (list(o),),
    frozenset: lambda o: (list(o),),
    bytearray: lambda o: (bytes(o),),
}


def _reduce(o, protocol):
    """object.__reduce_ex__ where the class has no __reduce__ of its own."""
    cls = type(o)
    native = _native(cls)
    if o is None or o is ... or o is NotImplemented:
        return repr(o)
    kind = native.__name__
    if kind == "GenericAlias":
        alias = cls, (o.__origin__, o.__args__)
        return (_first, (cls, *alias[1])) if o.__unpacked__ else alias
    if kind in ("TypeVar", "TypeVarTuple", "ParamSpec", "TypeAliasType", "builtin_function_or_method"):
        return o.__name__
    if kind == "method":
        return getattr, (o.__self__, o.__name__)
    if kind == "Union":
        return _union, o.__args__
    if cls in (range, slice):
        return cls, (o.start, o.stop, o.step)
    if native in _BY_CONTENT:
        return cls, _BY_CONTENT[native](o), o.__getstate__()
    name = native.__module__ == "collections" and native.__name__
    if name == "deque":
        return cls, () if o.maxlen is None else ((), o.maxlen), o.__getstate__(), iter(o)
    if name == "Counter":
        return cls, (dict(o),), o.__getstate__()
    if name:
        args = (o.default_factory,) if name == "defaultdict" and o.default_factory else ()
        return cls, args, o.__getstate__(), None, iter(o.items())
    if protocol < 2:
        if native is not object and native not in (int, float, complex, str, bytes, tuple, list, dict):
            raise TypeError("cannot pickle '%s' object" % cls.__name__)
        args = cls, native, None if native is object else native(o)
        state = o.__getstate__()
        return (_reconstructor, args) if state is None else (_reconstructor, args, state)
    args, keywords = _arguments(o, cls, native)
    if args is None and native not in (object, list, dict):
        raise TypeError("cannot pickle '%s' object" % cls.__name__)
    items = iter(o) if native is list else None
    pairs = iter(o.items()) if native is dict else None
    if keywords:
        return __newobj_ex__, (cls, args, keywords), o.__getstate__(), items, pairs
    return __newobj__, (cls, *(args or ())), o.__getstate__(), items, pairs
