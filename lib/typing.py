"""Names for annotations. Nothing is checked."""

from abc import ABCMeta

TYPE_CHECKING = False
Union = type(int | str)


def _parameters():
    """The types that the syntax of type parameters makes."""
    space = {}
    exec("def f[T, **P, *Ts](): return T, P, Ts\ntype A = 0", space)
    return *map(type, space["f"]()), type(space["A"])


TypeVar, ParamSpec, TypeVarTuple, TypeAliasType = _parameters()


_PARAMETERS = TypeVar, ParamSpec, TypeVarTuple


def _shown(x):
    if x is ...:
        return "..."
    if isinstance(x, (list, tuple)):
        return "[%s]" % ", ".join(map(_shown, x))
    if x is None:
        return "None"
    if isinstance(x, type):
        return x.__qualname__ if x.__module__ == "builtins" else "%s.%s" % (x.__module__, x.__qualname__)
    if type(x) is type(_shown):
        return x.__name__
    return repr(x)


def _tuple(x):
    return x if isinstance(x, tuple) else (x,)


def _type(x):
    """An argument as it is kept."""
    return type(None) if x is None else ForwardRef(x) if isinstance(x, str) else x


def _find_parameters(args):
    found = {}
    for a in args:
        if isinstance(a, _PARAMETERS):
            found[a] = None
        elif isinstance(a, (list, tuple)):
            found.update(dict.fromkeys(_find_parameters(a)))
        elif not isinstance(a, type):
            found.update(dict.fromkeys(getattr(a, "__parameters__", ())))
    return tuple(found)


class _Form:
    """What can be in a union."""
    __slots__ = ()

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class _Special(_Form):
    """A form of its own: bare, or with what its subscript is handed to."""
    __slots__ = "_name", "_make"

    def __init__(self, name, make=None):
        self._name = name
        self._make = make

    def __init_subclass__(cls, **keywords):
        raise TypeError("Cannot subclass special typing classes")

    def __repr__(self):
        return "typing." + self._name

    def __getattr__(self, name):
        if name in ("__name__", "__qualname__"):
            return self._name
        if name == "__module__":
            return "typing"
        raise AttributeError(name)

    def __getitem__(self, item):
        if self._make is None:
            raise TypeError("%r is not subscriptable" % self)
        return self._make(self, item)

    def __call__(self, *args, **keywords):
        raise TypeError("Cannot instantiate %r" % self)

    def __instancecheck__(self, x):
        raise TypeError("%r cannot be used with isinstance()" % self)

    def __subclasscheck__(self, x):
        raise TypeError("%r cannot be used with issubclass()" % self)

    def __mro_entries__(self, bases):
        raise TypeError("Cannot subclass %r" % self)

    def __reduce__(self):
        return self._name


class _GenericAlias(_Form):
    """origin[args]; bare: args is None."""

    def __init__(self, origin, args, name=None, metadata=None):
        self.__origin__ = origin
        self._name = name
        if args is not None:
            self.__args__ = args
            self.__parameters__ = _find_parameters(args)
        if metadata is not None:
            self.__metadata__ = metadata

    def _title(self):
        return "typing." + self._name if self._name else _shown(self.__origin__)

    def __repr__(self):
        args = self.__dict__.get("__args__")
        if args is None:
            return self._title()
        if "__metadata__" in self.__dict__:
            return "typing.Annotated[%s, %s]" % (_shown(self.__origin__), ", ".join(map(repr, self.__metadata__)))
        if self._name == "Literal":
            return "typing.Literal[%s]" % ", ".join([_shown(a) if isinstance(a, type) else repr(a) for a in args])
        if self._name == "Callable" and not (len(args) == 2 and (args[0] is ... or _is_spec(args[0]))):
            return "typing.Callable[%s, %s]" % (_shown(list(args[:-1])), _shown(args[-1]))
        return "%s[%s]" % (self._title(), ", ".join(map(_shown, args)) or "()")

    def __getitem__(self, item):
        name = self._name
        if "__args__" not in self.__dict__: # a bare one
            if name == "Callable":
                if not isinstance(item, tuple) or len(item) != 2:
                    raise TypeError("Callable must be used as Callable[[arg, ...], result].")
                args, result = item
                if not (isinstance(args, (list, tuple)) or args is ... or _is_spec(args)):
                    raise TypeError("Callable[args, result]: args must be a list. Got %r" % (args,))
                args = [_type(a) for a in args] if isinstance(args, (list, tuple)) else [args]
                return _GenericAlias(self.__origin__, (*args, _type(result)), name)
            args = tuple([_type(a) for a in _tuple(item)])
            wanted = _COUNTS.get(name, 1)
            if not wanted:
                raise TypeError("%r is not a generic class" % (self,))
            defaults = _DEFAULTS.get(name, ())
            if len(args) < wanted <= len(args) + len(defaults):
                args += defaults[len(defaults) - wanted + len(args):]
            if wanted > 0 and not any([_unpacked(a) for a in args]):
                _check_count(self, len(args), wanted, wanted - len(defaults), "at least " if defaults else "")
            return _GenericAlias(self.__origin__, args, name)
        if not self.__parameters__:
            raise TypeError("%r is not a generic class" % (self,))
        args = tuple(_substitute(self, self.__args__, item))
        if "__metadata__" in self.__dict__:
            return Annotated[(args[0], *self.__metadata__)]
        if name == "Concatenate":
            last = args[-1]
            if isinstance(last, tuple):
                return (*args[:-1], *last)
            if getattr(last, "_name", None) == "Concatenate":
                args = args[:-1] + last.__args__
        if self.__origin__ is Union:
            return Union[args]
        return _GenericAlias(self.__origin__, args, name)

    def __getattr__(self, name):
        if name[:2] != "__" or name in ("__doc__", "__name__", "__qualname__", "__module__"):
            if name in ("__name__", "__qualname__") and self._name:
                return self._name
            return getattr(self.__origin__, name)
        raise AttributeError(name)

    def __call__(self, *args, **keywords):
        if self._name in ("List", "Dict", "Set", "FrozenSet", "Tuple", "Type"):
            raise TypeError("Type %s cannot be instantiated; use %s() instead" % (self._name, self.__origin__.__name__))
        made = self.__origin__(*args, **keywords)
        try:
            if "__args__" in self.__dict__:
                made.__orig_class__ = self
        except Exception:
            pass
        return made

    def __mro_entries__(self, bases):
        origin = self.__origin__
        if isinstance(origin, _Special):
            raise TypeError("Cannot subclass %r" % self)
        if "__metadata__" in self.__dict__:
            return origin,
        later = bases[list(bases).index(self) + 1:]
        if origin is Generic:
            if sum([getattr(b, "__origin__", None) is Generic for b in bases]) > 1:
                raise TypeError("Cannot inherit from Generic[...] multiple times.")
            if any([getattr(b, "__origin__", b) is Protocol for b in bases if b is not self]) or \
                    any([isinstance(b, _GenericAlias) for b in later]):
                return ()
        elif self._name and isinstance(origin, type):
            generic = any([isinstance(b, _GenericAlias) or isinstance(b, type) and issubclass(b, Generic) for b in later])
            return (() if origin in bases else (origin,)) + (() if generic else (Generic,))
        return origin,

    def __instancecheck__(self, x):
        return self.__subclasscheck__(type(x))

    def __subclasscheck__(self, c):
        if "__args__" in self.__dict__:
            raise TypeError("Subscripted generics cannot be used with class and instance checks")
        return issubclass(c, self.__origin__)

    def _key(self):
        args = self.__dict__.get("__args__")
        if self._name == "Literal":
            args = frozenset([(a, type(a)) for a in args])
        return self.__origin__, args, self.__dict__.get("__metadata__")

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self):
        return hash(self._key())

    __iter__ = None

    def __new__(cls, origin, args, name=None, metadata=None):
        return object.__new__(_GenericAlias if args is None or metadata or name == "Callable" else _UnpackableAlias)

    def __init_subclass__(cls, **keywords):
        if cls.__module__ != "typing":
            raise TypeError("Cannot subclass special typing classes")

    def __setattr__(self, name, value):
        if name == "_name" or name[:2] == "__":
            object.__setattr__(self, name, value)
        else:
            setattr(self.__origin__, name, value)

    def __dir__(self):
        return sorted({*object.__dir__(self), *[n for n in dir(self.__origin__) if n[:2] != "__"]})

    def __reduce__(self):
        args = self.__dict__.get("__args__")
        if args is None:
            return self._name
        return _GenericAlias, (self.__origin__, args, self._name, self.__dict__.get("__metadata__"))


class _UnpackableAlias(_GenericAlias):
    def __iter__(self):
        yield _GenericAlias(Unpack, (self,), "Unpack")


def _is_spec(x):
    return isinstance(x, ParamSpec) or getattr(x, "_name", None) == "Concatenate"


# ---- what stands for type parameters ----

def _unpacked(a):
    """The items of *tuple[...]; None: it is something else."""
    if isinstance(a, _GenericAlias) and a._name == "Unpack":
        a = a.__args__[0]
    elif isinstance(a, type) or getattr(a, "__unpacked__", False) is not True:
        return None
    return a.__args__ if getattr(a, "__origin__", None) is tuple else None


def _flat(args):
    found = []
    for a in args:
        items = _unpacked(a)
        if items is None or items and items[-1] is ...:
            found.append(a)
        else:
            found += items
    return found


def _check_count(alias, n, wanted, least, word="at least "):
    if not least <= n <= wanted:
        raise TypeError("Too %s arguments for %r; actual %d, expected %s%d" % (
            ("many", alias, n, "", wanted) if n > wanted else ("few", alias, n, word, least)))


def _spread(alias, params, args):
    """The arguments with all those for a TypeVarTuple in one place, as a tuple."""
    at = [isinstance(p, TypeVarTuple) for p in params].index(True)
    if any([isinstance(p, TypeVarTuple) for p in params[at + 1:]]):
        raise TypeError("More than one TypeVarTuple parameter in %r" % (alias,))
    n, left, right, fill = len(args), at, len(params) - at - 1, None
    endless = [i for i, a in enumerate(args) if (_unpacked(a) or (0,))[-1] is ...]
    if len(endless) > 1:
        raise TypeError("More than one unpacked arbitrary-length tuple argument")
    if endless:
        fill = _unpacked(args[endless[0]])[0]
        left, right = min(left, endless[0]), min(right, n - endless[0] - 1)
    elif left + right > n:
        raise TypeError("Too few arguments for %r; actual %d, expected at least %d" % (alias, n, len(params) - 1))
    middle = args[left:n - right]
    if not middle and params[at].has_default():
        middle = tuple(_flat([params[at].__default__]))
    return (*args[:left], *[fill] * (at - left), middle, *[fill] * (len(params) - right - at - 1), *args[n - right:])


def _bind(alias, params, item):
    """One value for each parameter."""
    args = tuple(_flat([_type(a) for a in _tuple(item)]))
    if len(params) == 1 and isinstance(params[0], ParamSpec) and not (
            len(args) == 1 and (isinstance(args[0], (list, tuple)) or args[0] is ... or _is_spec(args[0]))) and (
            args or not params[0].has_default()):
        args = args,
    needed = [p for p in params if not p.has_default() and not isinstance(p, TypeVarTuple)]
    if len(args) > len(params) and not any([isinstance(p, TypeVarTuple) for p in params]):
        _check_count(alias, len(args), len(params), len(needed))
    for i, p in enumerate(params):
        if isinstance(p, TypeVarTuple):
            args = _spread(alias, params, args)
        elif i == len(args) and p.has_default():
            args += p.__default__,
        elif i >= len(args):
            _check_count(alias, len(args), len(params), len(needed))
        if isinstance(p, ParamSpec):
            a = args[i]
            if isinstance(a, (list, tuple)):
                args = (*args[:i], tuple([_type(x) for x in a]), *args[i + 1:])
            elif not (a is ... or _is_spec(a)):
                raise TypeError("Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got %r" % (a,))
    _check_count(alias, len(args), len(params), len(needed))
    return args


def _put(alias, args, by):
    found = []
    for a in args:
        inner = () if isinstance(a, type) else getattr(a, "__parameters__", ())
        spread = getattr(alias.__origin__, "__name__", None) == "Callable" and not isinstance(a, tuple)
        if isinstance(a, _PARAMETERS):
            a = by[a]
        elif isinstance(a, tuple):
            a = tuple(_put(alias, a, by))
        elif getattr(a, "_name", None) == "Unpack" and isinstance(a.__args__[0], TypeVarTuple):
            a = by[a.__args__[0]]
            spread = True
        elif inner:
            of = []
            for p in inner:
                of += by[p] if isinstance(p, TypeVarTuple) else [by[p]]
            a = a[tuple(of)]
        if spread and isinstance(a, tuple):
            found += a
        else:
            found.append(a)
    return found


def _substitute(alias, args, item):
    """The arguments of an alias with others, item, in the place of its parameters."""
    params = alias.__parameters__
    by = dict(zip(params, _bind(alias, params, item)))
    for p, a in by.items():
        if isinstance(p, TypeVar) and (isinstance(a, (tuple, list)) or a is ... or _unpacked(a) or
                                       getattr(a, "_name", None) == "Unpack"):
            raise TypeError("%s is not valid as type argument" % (a,))
    return _put(alias, args, by)


class _SpecPart(_Form):
    """P.args or P.kwargs of a ParamSpec P."""

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return "%s.%s" % (self.__origin__.__name__, self._part)

    def __eq__(self, other):
        return self.__origin__ == other.__origin__ if type(other) is type(self) else NotImplemented

    def __hash__(self):
        return hash((self._part, self.__origin__))

    def __mro_entries__(self, bases):
        raise TypeError("Cannot subclass an instance of " + type(self).__name__)


class ParamSpecArgs(_SpecPart):
    """The positional ones."""
    _part = "args"


class ParamSpecKwargs(_SpecPart):
    """Those by keyword."""
    _part = "kwargs"


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """Any type."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


def _one(self, item):
    if isinstance(item, tuple):
        raise TypeError("%r accepts only single type. Got %r." % (self, item))
    return _GenericAlias(self, (_type(item),), self._name)


def _optional(self, item):
    if isinstance(item, tuple):
        raise TypeError("%r requires a single type. Got %.100r." % (self, item))
    return Union[item, None]


def _several(self, item):
    return _GenericAlias(self, tuple([_type(a) for a in _tuple(item)]), self._name)


def _literal(self, item):
    values = []
    for value in _tuple(item):
        values += value.__args__ if getattr(value, "_name", None) == "Literal" else [value]
    found = []
    for value in values:
        if not any([value == other and type(value) is type(other) for other in found]):
            found.append(value)
    return _GenericAlias(self, tuple(found), "Literal")


def _annotated(self, item):
    if not isinstance(item, tuple) or len(item) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
    kind, *metadata = item
    kind = _type(kind)
    if hasattr(kind, "__metadata__"):
        kind, metadata = kind.__origin__, [*kind.__metadata__, *metadata]
    return _GenericAlias(kind, (kind,), "Annotated", tuple(metadata))


for _name in "NoReturn Never Self LiteralString TypeAlias".split():
    globals()[_name] = _Special(_name)
for _name in "ClassVar Final Required NotRequired ReadOnly Unpack TypeGuard TypeIs".split():
    globals()[_name] = _Special(_name, _one)
Concatenate = _Special("Concatenate", _several)
Literal = _Special("Literal", _literal)
Annotated = _Special("Annotated", _annotated)
Optional = _Special("Optional", _optional)


class ForwardRef(_Form):
    """A type by its name in a string."""

    def __init_subclass__(cls, **keywords):
        raise TypeError("type 'ForwardRef' is not an acceptable base type")

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False, owner=None):
        if not isinstance(arg, str):
            raise TypeError("Forward reference must be a string -- got %r" % (arg,))
        self.__forward_arg__ = arg
        self.__forward_module__ = module

    def evaluate(self, *, globals=None, locals=None, type_params=None, owner=None, format=1):
        """The type."""
        space = dict(globals or {})
        for p in type_params or ():
            space.setdefault(p.__name__, p)
        return eval(self.__forward_arg__, space, locals)

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return (self.__forward_arg__, self.__forward_module__) == (other.__forward_arg__, other.__forward_module__)

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __repr__(self):
        module = self.__forward_module__
        return "ForwardRef(%r%s)" % (self.__forward_arg__, "" if module is None else ", module=%r" % (module,))


# ---- generic classes and protocols ----

class Generic:
    """A base of classes with type parameters."""
    __slots__ = ()
    _is_protocol = False

    def __class_getitem__(cls, given):
        if cls in (Generic, Protocol):
            params = tuple([_type(p) for p in _tuple(given)])
            if not params:
                raise TypeError("Parameter list to %s[...] cannot be empty" % cls.__name__)
            if not all([isinstance(p, (TypeVar, ParamSpec, TypeVarTuple)) or getattr(p, "_name", None) == "Unpack"
                        for p in params]):
                raise TypeError("Parameters to %s[...] must all be type variables or parameter specification variables."
                                % cls.__name__)
            if len(set(params)) != len(params):
                raise TypeError("Parameters to %s[...] must all be unique" % cls.__name__)
        else:
            if not cls.__parameters__:
                raise TypeError("%r is not a generic class" % cls)
            wanted, params = cls.__parameters__, ()
            for p, a in zip(wanted, _bind(cls, wanted, given)):
                params += a if isinstance(p, TypeVarTuple) else (a,)
        return _GenericAlias(cls, params)

    def __init_subclass__(cls, **keywords):
        super().__init_subclass__(**keywords)
        bases = cls.__dict__.get("__orig_bases__", ())
        used = list(_find_parameters([b for b in bases]))
        found, listed = used, None
        for b in bases:
            if getattr(b, "__origin__", None) not in (Generic, Protocol):
                continue
            found = b.__parameters__
            if b.__origin__ is Generic:
                listed = found
        if listed is not None and not set(used) <= set(listed):
            raise TypeError("Some type variables (%s) are not listed in Generic[%s]" % (
                ", ".join([str(p) for p in used if p not in listed]), ", ".join([str(p) for p in listed])))
        if not found:
            found = cls.__dict__.get("__type_params__", ())
        cls.__parameters__ = tuple(found)


def _generic(params):
    # The base that type parameters add to a class: class A[T, *Ts] has Generic[T, *Ts].
    return Generic[tuple([_GenericAlias(Unpack, (p,), "Unpack") if isinstance(p, TypeVarTuple) else p for p in params])]


Generic.__parameters__ = ()
Protocol = None
_NOT_MEMBERS = frozenset("""__abstractmethods__ __annotations__ __dict__ __doc__ __init__ __module__ __new__ __slots__
    __subclasshook__ __weakref__ __class_getitem__ __match_args__ __static_attributes__ __firstlineno__ __parameters__
    __orig_bases__ __orig_class__ __protocol_attrs__ __non_callable_proto_members__ __type_params__ _is_protocol
    _is_runtime_protocol _abc_impl __annotate__ __qualname__ __init_subclass__ __annotate_func__
    __annotations_cache__""".split())


def _members_of(cls):
    names = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ not in ("Protocol", "Generic"):
            names.update(base.__dict__)
            names.update(_annotations(base))
    return names - _NOT_MEMBERS


def _annotations(cls):
    from annotationlib import get_annotations
    return get_annotations(cls, format=3)


class _ProtocolMeta(ABCMeta):
    def __call__(cls, *args, **keywords):
        if cls._is_protocol:
            raise TypeError("Protocols cannot be instantiated")
        return super().__call__(*args, **keywords)

    def __instancecheck__(cls, x):
        if cls is Protocol or not cls._is_protocol:
            return super().__instancecheck__(x)
        _check_runtime(cls)
        if ABCMeta.__subclasscheck__(cls, type(x)):
            return True
        own = getattr(x, "__dict__", ())
        for name in cls.__protocol_attrs__: # nothing of x is run
            value = _MISSING
            for c in type(x).__mro__:
                if name in c.__dict__:
                    value = c.__dict__[name]
                    break
            if name in own:
                value = own[name]
            if value is _MISSING and (type(x).__getattribute__ is not object.__getattribute__ or
                                      hasattr(type(x), "__getattr__")):
                value = getattr(x, name, _MISSING)
            if value is _MISSING or value is None and callable(getattr(cls, name, None)):
                return False
        return True

    def __subclasscheck__(cls, c):
        if cls is Protocol or not cls._is_protocol:
            return super().__subclasscheck__(c)
        if not isinstance(c, type):
            raise TypeError("issubclass() arg 1 must be a class")
        _check_runtime(cls)
        data = sorted([n for n in cls.__protocol_attrs__ if not callable(getattr(cls, n, None))])
        if data:
            raise TypeError("Protocols with non-method members don't support issubclass(). Non-method members: %s."
                            % str(data)[1:-1])
        return super().__subclasscheck__(c)


_MISSING = object()


def _check_runtime(cls):
    if not getattr(cls, "_is_runtime_protocol", False):
        raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")


class Protocol(Generic, metaclass=_ProtocolMeta):
    """A base of classes that say what others must have."""
    __slots__ = ()
    _is_protocol = True

    def __init_subclass__(cls, **keywords):
        super().__init_subclass__(**keywords)
        if not cls.__dict__.get("_is_protocol"):
            cls._is_protocol = Protocol in cls.__bases__
        if cls._is_protocol:
            if "_is_runtime_protocol" not in cls.__dict__:
                cls._is_runtime_protocol = False
            for base in cls.__bases__:
                if not (base in (object, Generic) or base.__dict__.get("_is_protocol") or
                        base.__module__ in ("collections.abc", "contextlib", "typing")):
                    raise TypeError("Protocols can only inherit from other protocols, got %r" % base)
            cls.__protocol_attrs__ = _members_of(cls)

    @classmethod
    def __subclasshook__(cls, c):
        if not cls.__dict__.get("_is_protocol"):
            return NotImplemented
        for name in cls.__protocol_attrs__:
            for base in c.__mro__:
                if name in base.__dict__:
                    if base.__dict__[name] is None:
                        return NotImplemented
                    break
                if name in _annotations(base) and getattr(base, "_is_protocol", False):
                    break
            else:
                return NotImplemented
        return True


def runtime_checkable(cls):
    """A class decorator: isinstance() can be asked of a protocol."""
    if not (isinstance(cls, type) and issubclass(cls, Generic) and cls._is_protocol):
        raise TypeError("@runtime_checkable can be only applied to protocol classes, got %r" % (cls,))
    cls._is_runtime_protocol = True
    return cls


def is_protocol(tp, /):
    """Whether it is a protocol."""
    return isinstance(tp, type) and getattr(tp, "_is_protocol", False) and tp is not Protocol


def get_protocol_members(tp, /):
    """The names that a protocol asks for."""
    if not is_protocol(tp):
        raise TypeError("%r is not a Protocol" % (tp,))
    return frozenset(tp.__protocol_attrs__)


def _supports(name, method, generic):
    def call(self):
        """The method."""
    call.__name__ = method
    call.__isabstractmethod__ = True
    bases = (Protocol[TypeVar("T_co", covariant=True)],) if generic else (Protocol,)
    made = _ProtocolMeta(name, (Protocol,) if not generic else (Protocol, Generic), {
        method: call, "__module__": "typing", "__slots__": (), "__orig_bases__": bases})
    return runtime_checkable(made)


# ---- records ----

def _own_annotations(space):
    kinds = space.get("__annotations__")
    if kinds is None:
        annotate = space.get("__annotate__")
        from annotationlib import call_annotate_function as _call_annotate
        kinds = _call_annotate(annotate, 3) if annotate else {}
    return dict(kinds)


def _named_tuple(name, kinds, defaults, module):
    from collections import namedtuple
    made = namedtuple(name, list(kinds), defaults=defaults, module=module)
    made.__annotations__ = {n: _type(k) for n, k in kinds.items()}
    return made


class _NamedTupleMeta(type):
    def __new__(meta, name, bases, space):
        kinds = _own_annotations(space)
        defaults = []
        for field in kinds:
            if field in space:
                defaults.append(space[field])
            elif defaults:
                raise TypeError("Non-default namedtuple field %s cannot follow default field%s %s" % (
                    field, "s" if len(defaults) > 1 else "", ", ".join([f for f in kinds if f in space])))
        for b in bases:
            if b is not Generic and b is not _NamedTupleBase:
                raise TypeError("can only inherit from a NamedTuple type and Generic")
        base = _named_tuple(name, kinds, defaults, space["__module__"])
        for key in space:
            if key in ("__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_make",
                       "_replace", "_asdict", "_source"):
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
        more = {k: v for k, v in space.items() if k not in kinds and k not in ("__annotate__", "__annotations__")}
        base.__orig_bases__ = space.get("__orig_bases__", (NamedTuple,))
        base.__qualname__ = space.get("__qualname__", name)
        if Generic in bases:
            base.__bases__ = tuple([tuple if b is _NamedTupleBase else b for b in bases])
        for key, value in more.items():
            if key not in ("__module__", "__qualname__", "__orig_bases__"):
                setattr(base, key, value)
        for key, value in space.items():
            f = getattr(type(value), "__set_name__", None)
            if f:
                try:
                    f(value, base, key)
                except BaseException as e:
                    e.add_note("Error calling __set_name__ on %r instance %r in %r" % (type(value).__name__, key, name))
                    raise
        if Generic in bases:
            base.__init_subclass__()
        return base


def NamedTuple(typename, fields=None, /, **kwargs):
    """A namedtuple class whose fields have annotations."""
    if kwargs:
        if fields is not None:
            raise TypeError("Either list of fields or keywords can be provided to NamedTuple, not both")
        from warnings import warn
        warn("Creating NamedTuple classes using keyword arguments is deprecated and will be disallowed in Python 3.15. "
             "Use the class-based or functional syntax instead.", DeprecationWarning, stacklevel=2)
        fields = kwargs.items()
    made = _named_tuple(typename, {n: k for n, k in fields or ()}, (), _caller())
    made.__orig_bases__ = (NamedTuple,)
    return made


def _caller():
    try:
        import sys
        return sys._getframe(2).f_globals["__name__"]
    except (AttributeError, KeyError, ValueError):
        return "__main__"


class _NamedTupleHead(type):
    def __new__(meta, name, bases, space):
        if _NamedTupleBase is None:
            return type.__new__(meta, name, bases, space)
        return _NamedTupleMeta.__new__(_NamedTupleMeta, name, bases, space)


_NamedTupleBase = None


class _NamedTupleBase(metaclass=_NamedTupleHead):
    pass


NamedTuple.__mro_entries__ = lambda bases: (_NamedTupleBase,)


class _TypedDictMeta(type):
    def __new__(meta, name, bases, space, total=True):
        generic = any([issubclass(b, Generic) for b in bases if not isinstance(b, _TypedDictMeta) or Generic in b.__mro__])
        made = type.__new__(meta, name, (Generic, dict) if generic else (dict,), space)
        if _TypedDictBase is None:
            return made
        for base in bases:
            if not isinstance(base, _TypedDictMeta) and base is not Generic:
                raise TypeError("cannot inherit from both a TypedDict type and a non-TypedDict base class")
        kinds, required, optional, readonly = {}, set(), set(), set()
        for base in bases:
            if base is not _TypedDictBase and isinstance(base, _TypedDictMeta):
                kinds.update(base.__annotations__)
                required = (required - base.__optional_keys__) | base.__required_keys__
                optional = (optional - base.__required_keys__) | base.__optional_keys__
                readonly = (readonly - base.__mutable_keys__) | base.__readonly_keys__
        for key, kind in _own_annotations(space).items():
            was = key in kinds and key not in readonly
            if isinstance(kind, str):
                kind = ForwardRef(kind, module=made.__module__)
            kinds[key] = kind = _type(kind)
            readonly.discard(key)
            needed = total
            while getattr(kind, "_name", None) in ("Required", "NotRequired", "ReadOnly", "Annotated"):
                if kind._name == "ReadOnly":
                    readonly.add(key)
                elif kind._name != "Annotated":
                    needed = kind._name == "Required"
                kind = kind.__args__[0]
            if was and key in readonly:
                raise TypeError("Cannot override mutable key %r with read-only key" % key)
            (required if needed else optional).add(key)
            (optional if needed else required).discard(key)
        made.__annotations__ = kinds
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__readonly_keys__ = frozenset(readonly)
        made.__mutable_keys__ = frozenset(set(kinds) - readonly)
        made.__total__ = total
        if "__orig_bases__" not in space:
            made.__orig_bases__ = tuple([TypedDict if b is _TypedDictBase else b for b in bases])
        return made

    def __call__(cls, /, *args, **keywords):
        return dict(*args, **keywords)

    def __instancecheck__(cls, x):
        raise TypeError("TypedDict does not support instance and class checks")

    __subclasscheck__ = __instancecheck__


def TypedDict(typename, fields=None, /, *, total=True):
    """A dict whose keys have annotations: nothing is checked."""
    return _TypedDictMeta(typename, (_TypedDictBase,), {
        "__annotations__": dict(fields or {}), "__module__": _caller(), "__orig_bases__": (TypedDict,)}, total=total)


_TypedDictBase = None
_TypedDictBase = _TypedDictMeta("TypedDict", (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDictBase,)


def is_typeddict(tp):
    """Whether it is a TypedDict."""
    return isinstance(tp, _TypedDictMeta) and tp is not _TypedDictBase


class NewType(_Form):
    """A type that is another one with a name of its own."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[2]
        self.__supertype__ = tp
        self.__module__ = _caller()

    def __call__(self, x, /):
        return x

    def __repr__(self):
        return "%s.%s" % (self.__module__, self.__qualname__)

    def __reduce__(self):
        return self.__qualname__

    def __mro_entries__(self, bases):
        name = self.__name__

        class Dummy:
            def __init_subclass__(cls):
                raise TypeError("Cannot subclass an instance of NewType. Perhaps you were looking for: `%s = NewType(%r, %s)`"
                                % (cls.__name__, cls.__name__, name))
        return Dummy,


# ---- functions ----

def cast(typ, val):
    """val"""
    return val


def assert_type(val, typ, /):
    """val"""
    return val


def reveal_type(obj, /):
    """obj, its type told on standard error."""
    import sys
    print("Runtime type is %r" % type(obj).__name__, file=sys.stderr)
    return obj


def assert_never(arg, /):
    """Raises AssertionError: no program should get here."""
    value = repr(arg)
    raise AssertionError("Expected code to be unreachable, but got: " + (value if len(value) <= 100 else value[:100] + "..."))


def _mark(name):
    def decorator(arg):
        """A decorator: notes what it says."""
        try:
            setattr(arg, name, True)
        except (AttributeError, TypeError):
            pass
        return arg
    return decorator


final = _mark("__final__")
override = _mark("__override__")
_no_check = _mark("__no_type_check__")


def no_type_check(arg):
    """A decorator: its annotations are no types; those of a class's methods and classes neither."""
    if isinstance(arg, type):
        for name in dir(arg):
            x = getattr(arg, name)
            if getattr(x, "__module__", None) == arg.__module__ and \
                    getattr(x, "__qualname__", None) == "%s.%s" % (arg.__qualname__, name):
                no_type_check(x) if isinstance(x, type) else _no_check(getattr(x, "__func__", x))
    return _no_check(arg)


def no_type_check_decorator(decorator):
    """A decorator of decorators: what they return is not to be checked."""
    return lambda *args, **keywords: no_type_check(decorator(*args, **keywords))


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, frozen_default=False,
                        field_specifiers=(), **kwargs):
    """A decorator: what it decorates makes dataclasses."""
    def decorate(x):
        x.__dataclass_transform__ = {
            "eq_default": eq_default, "order_default": order_default, "kw_only_default": kw_only_default,
            "frozen_default": frozen_default, "field_specifiers": field_specifiers, "kwargs": kwargs}
        return x
    return decorate


_overloads = {}


def _no_overload(*args, **keywords):
    """Stands for the function until the last definition."""
    raise NotImplementedError("You should not call an overloaded function. A series of @overload-decorated functions "
                              "outside a stub module should always be followed by an implementation that is not "
                              "@overload-ed.")


def overload(func):
    """A decorator: one of several signatures."""
    f = getattr(func, "__func__", func)
    _overloads.setdefault((f.__module__, f.__qualname__), {})[f.__code__.co_firstlineno] = func
    return _no_overload


def get_overloads(func):
    """What overload() was called with."""
    f = getattr(func, "__func__", func)
    return list(_overloads.get((f.__module__, f.__qualname__), {}).values())


def clear_overloads():
    """Forgets all that."""
    _overloads.clear()


def get_origin(tp):
    """The class of an alias: list of list[int]."""
    if isinstance(tp, _GenericAlias):
        return Annotated if "__metadata__" in tp.__dict__ else tp.__origin__
    if tp is Generic:
        return Generic
    if isinstance(tp, _SpecPart):
        return tp.__origin__
    return None if isinstance(tp, type) else getattr(tp, "__origin__", None)


def get_args(tp):
    """The arguments of an alias."""
    if isinstance(tp, _GenericAlias) and "__metadata__" in tp.__dict__:
        return (tp.__origin__, *tp.__metadata__)
    args = getattr(tp, "__args__", ()) if not isinstance(tp, _SpecPart) and get_origin(tp) is not None else ()
    if args and getattr(get_origin(tp), "__name__", None) == "Callable":
        if not (len(args) == 2 and (args[0] is ... or _is_spec(args[0]))):
            args = list(args[:-1]), args[-1]
    return args


_resolving = set()


def _resolve(x, globals, locals, extras):
    """An annotation, its strings evaluated."""
    if x is None:
        return type(None)
    if isinstance(x, ForwardRef):
        if x.__forward_module__ is not None:
            import sys
            globals = getattr(sys.modules.get(x.__forward_module__), "__dict__", globals)
        x = x.__forward_arg__
    if isinstance(x, str):
        if x in _resolving: # it leads to itself
            return ForwardRef(x)
        text = "(%s,)[0]" % x if x[:1] == "*" else x
        _resolving.add(x)
        try:
            return _resolve(eval(text, globals, locals), globals, locals, extras)
        finally:
            _resolving.discard(x)
    if isinstance(x, (list, tuple)):
        return type(x)([_resolve(a, globals, locals, extras) for a in x])
    if isinstance(x, _GenericAlias):
        if "__metadata__" in x.__dict__:
            kind = _resolve(x.__origin__, globals, locals, extras)
            return Annotated[kind, *x.__metadata__] if extras else kind
        if x._name == "Literal" or "__args__" not in x.__dict__:
            return x
        args = tuple([_resolve(a, globals, locals, extras) for a in x.__args__])
        if not extras and x._name in ("Required", "NotRequired", "ReadOnly"):
            return args[0]
        return x if args == x.__args__ else _GenericAlias(x.__origin__, args, x._name)
    if not isinstance(x, type):
        args = getattr(x, "__args__", None)
        if isinstance(args, tuple):
            made = tuple([_resolve(a, globals, locals, extras) for a in args])
            if made != args:
                return Union[made] if type(x) is Union else type(x)(x.__origin__, made)
    return x


def get_type_hints(obj, globalns=None, localns=None, include_extras=False, *, format=1):
    """The annotations, with strings evaluated; of a class, those of its bases too."""
    import sys
    if getattr(obj, "__no_type_check__", None):
        return {}
    from annotationlib import get_annotations
    if isinstance(obj, type):
        hints = {}
        for base in reversed(obj.__mro__):
            space = globalns
            if space is None:
                space = getattr(sys.modules.get(base.__module__), "__dict__", {})
            local = dict(vars(base)) if localns is None else localns
            for p in getattr(base, "__type_params__", ()):
                local.setdefault(p.__name__, p)
            for name, kind in get_annotations(base, format=3 if format != 1 else 1).items():
                hints[name] = _resolve(kind, space, local, include_extras)
        return hints
    f = obj
    while hasattr(f, "__wrapped__"):
        f = f.__wrapped__
    if globalns is None:
        globalns = obj.__dict__ if type(obj) is type(sys) else getattr(f, "__globals__", {})
    kinds = get_annotations(obj) if hasattr(obj, "__annotations__") else None
    if kinds is None:
        if callable(obj) or type(obj) is type(sys):
            return {}
        raise TypeError("%r is not a module, class, method, or function." % (obj,))
    local = localns
    params = getattr(f, "__type_params__", ())
    if params:
        local = {p.__name__: p for p in params}
        local.update(localns or {})
    return {name: _resolve(kind, globalns, local, include_extras) for name, kind in kinds.items()}


def evaluate_forward_ref(forward_ref, *, owner=None, globals=None, locals=None, type_params=None, format=1):
    """What a ForwardRef stands for."""
    return _resolve(forward_ref, globals or {}, locals, True)


def get_annotations_of(obj):
    """The annotations as they are."""
    return _annotations(obj)


del get_annotations_of
AnyStr = TypeVar("AnyStr", bytes, str)
Text = str


class NoDefaultType:
    """What a type parameter without a default has as its default."""
    __slots__ = ()

    def __new__(cls):
        return NoDefault

    def __repr__(self):
        return "typing.NoDefault"

    def __reduce__(self):
        return "NoDefault"


NoDefault = object.__new__(NoDefaultType)
_COUNTS = {"Sized": 0, "Hashable": 0, "ByteString": 0, "Tuple": -1, "Callable": -1, "Generator": 3, "Coroutine": 3}
for _name in """Dict DefaultDict OrderedDict ChainMap Mapping MutableMapping ItemsView AsyncGenerator ContextManager
        AsyncContextManager""".split():
    _COUNTS[_name] = 2
_DEFAULTS = {"Generator": (type(None),) * 2, "AsyncGenerator": (type(None),), "ContextManager": (bool | None,),
             "AsyncContextManager": (bool | None,)}

# what is made when it is asked for: name -> class, with a module before it
_ALIASES = {
    "List": "list", "Dict": "dict", "Set": "set", "FrozenSet": "frozenset", "Tuple": "tuple", "Type": "type",
    "Deque": "collections.deque", "DefaultDict": "collections.defaultdict", "OrderedDict": "collections.OrderedDict",
    "Counter": "collections.Counter", "ChainMap": "collections.ChainMap", "AbstractSet": "collections.abc.Set",
    "ContextManager": "contextlib.AbstractContextManager", "Pattern": "re.Pattern", "Match": "re.Match",
    "AsyncContextManager": "contextlib.AbstractAsyncContextManager",
}
for _name in """Awaitable Coroutine AsyncIterable AsyncIterator AsyncGenerator Hashable Iterable Iterator Generator
        Reversible Sized Container Callable Collection MutableSet Mapping MutableMapping MappingView KeysView ItemsView
        ValuesView Sequence MutableSequence ByteString""".split():
    _ALIASES[_name] = "collections.abc." + _name
_SUPPORTS = {"SupportsInt": "__int__", "SupportsFloat": "__float__", "SupportsComplex": "__complex__",
             "SupportsBytes": "__bytes__", "SupportsIndex": "__index__", "SupportsAbs": "__abs__",
             "SupportsRound": "__round__"}
__all__ = [_name for _name in globals() if _name[0] != "_" and _name not in ("ABCMeta", "NoDefaultType")]
__all__ += [*_ALIASES, *_SUPPORTS, "IO", "TextIO", "BinaryIO"]
del _name


def __getattr__(name):
    if name in _ALIASES:
        module, _, attribute = _ALIASES[name].rpartition(".")
        made = __import__(module or "builtins", None, None, [attribute])
        made = _GenericAlias(getattr(made, attribute), None, name)
    elif name in _SUPPORTS:
        made = _supports(name, _SUPPORTS[name], name in ("SupportsAbs", "SupportsRound"))
    elif name in ("IO", "TextIO", "BinaryIO"):
        made = type(name, (Generic[AnyStr].__origin__,), {"__module__": "typing", "__parameters__": (AnyStr,)})
        made.__parameters__ = (AnyStr,)
    else:
        raise AttributeError("module 'typing' has no attribute %r" % name)
    globals()[name] = made
    return made
