"""Classes that are made of annotated fields."""

from types import GenericAlias, MappingProxyType

__all__ = ["dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict",
           "astuple", "make_dataclass", "replace", "is_dataclass"]


class FrozenInstanceError(AttributeError):
    """An attribute of a frozen object was to be changed."""


class _Sign:
    def __init__(self, name):
        self._name = name

    def __repr__(self):
        return self._name


class _MISSING_TYPE:
    pass


class _KW_ONLY_TYPE:
    pass


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return "<factory>"


MISSING = _MISSING_TYPE()
KW_ONLY = _KW_ONLY_TYPE()
_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()
_FIELD, _FIELD_CLASSVAR, _FIELD_INITVAR = [_Sign(n) for n in ("_FIELD", "_FIELD_CLASSVAR", "_FIELD_INITVAR")]
_FIELDS = "__dataclass_fields__"
_PARAMS = "__dataclass_params__"


class InitVar:
    """The annotation of an argument of __init__() that is handed to __post_init__() and is no field."""
    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        t = self.type
        return "dataclasses.InitVar[%s]" % (t.__name__ if isinstance(t, type) else repr(t))

    def __class_getitem__(cls, type):
        return InitVar(type)


_printing = []


class Field:
    """What is to be known of a field."""
    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata", "kw_only",
                 "doc", "_field_type")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only, doc=None):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = MappingProxyType({} if metadata is None else metadata)
        self.kw_only = kw_only
        self.doc = doc
        self._field_type = None

    def __repr__(self):
        if self in _printing:
            return "..."
        names = ("name", "type", "default", "default_factory", "init", "repr", "hash", "compare", "metadata", "kw_only")
        _printing.append(self)
        try:
            return "Field(%s,_field_type=%r)" % (",".join(["%s=%r" % (n, getattr(self, n)) for n in names]), self._field_type)
        finally:
            _printing.pop()

    def __set_name__(self, owner, name):
        f = getattr(type(self.default), "__set_name__", None)
        if f:
            f(self.default, owner, name)

    __class_getitem__ = classmethod(GenericAlias)


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING, doc=None):
    """What is to be said of a field beside its type."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only, doc)


class _Params:
    _names = "init", "repr", "eq", "order", "unsafe_hash", "frozen", "match_args", "kw_only", "slots", "weakref_slot"
    __slots__ = _names

    def __init__(self, *values):
        for name, value in zip(self._names, values):
            setattr(self, name, value)

    def __repr__(self):
        return "_DataclassParams(%s)" % ",".join(["%s=%r" % (n, getattr(self, n)) for n in self._names])


# ---- the methods: those whose form depends on the fields are compiled, the others are closures ----

def _signature(f, names):
    if f.default is not MISSING:
        names["_d_" + f.name] = f.default
        return "%s=_d_%s" % (f.name, f.name)
    if f.default_factory is not MISSING:
        names["_d_" + f.name] = _FACTORY
        return "%s=_d_%s" % (f.name, f.name)
    return f.name


def _make_init(cls, plain, keyword, fields, frozen, has_post_init, slots):
    seen_default = None
    for f in plain:
        if f.init:
            if f.default is not MISSING or f.default_factory is not MISSING:
                seen_default = f
            elif seen_default:
                raise TypeError("non-default argument %r follows default argument %r" % (f.name, seen_default.name))
    names = {"_FACTORY": _FACTORY, "_set": object.__setattr__}
    me = "self" if "self" not in fields else "__dataclass_self__"
    params = [me, *[_signature(f, names) for f in plain if f.init]]
    more = [_signature(f, names) for f in keyword if f.init]
    if more:
        params += ["*", *more]
    body = []
    for f in fields.values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        n = f.name
        if f.default_factory is not MISSING:
            names["_f_" + n] = f.default_factory
            value = "_f_%s() if %s is _FACTORY else %s" % (n, n, n) if f.init else "_f_%s()" % n
        elif f.init:
            value = n
        elif slots and f.default is not MISSING:
            names["_d_" + n] = f.default
            value = "_d_" + n
        else:
            continue
        if f._field_type is _FIELD:
            body.append("_set(%s, %r, %s)" % (me, n, value) if frozen else "%s.%s = %s" % (me, n, value))
        elif f.default_factory is not MISSING:
            body.append("%s = %s" % (n, value))
    if has_post_init:
        body.append("%s.__post_init__(%s)" % (me, ", ".join(
            [f.name for f in fields.values() if f._field_type is _FIELD_INITVAR])))
    exec("def __init__(%s):\n %s" % (", ".join(params), "\n ".join(body or ["pass"])), names)
    made = _own(cls, names["__init__"])
    kinds = {f.name: f.type for f in [*plain, *keyword] if f.init}
    kinds["return"] = None
    made.__annotations__ = kinds
    return made


def _own(cls, f):
    f.__qualname__ = "%s.%s" % (cls.__qualname__, f.__name__)
    f.__module__ = cls.__module__
    return f


def _make_repr(names):
    printing = []

    def __repr__(self):
        for other in printing:
            if other is self:
                return "..."
        printing.append(self)
        try:
            return "%s(%s)" % (self.__class__.__qualname__, ", ".join(["%s=%r" % (n, getattr(self, n)) for n in names]))
        finally:
            printing.pop()
    return __repr__


def _items(what, names):
    return "(%s)" % "".join(["%s.%s," % (what, n) for n in names])


def _make_eq(names):
    space = {}
    tests = " and ".join(["self.%s == other.%s" % (n, n) for n in names]) or "True"
    exec("""def __eq__(self, other):
 if self is other:
  return True
 if other.__class__ is self.__class__:
  return %s
 return NotImplemented""" % tests, space)
    return space["__eq__"]


def _make_order(name, operator, names):
    space = {}
    exec("""def %s(self, other):
 if other.__class__ is self.__class__:
  return %s %s %s
 return NotImplemented""" % (name, _items("self", names), operator, _items("other", names)), space)
    return space[name]


def _make_hash(names):
    space = {}
    exec("def __hash__(self):\n return hash(%s)" % _items("self", names), space)
    return space["__hash__"]


def _make_frozen(cls, names):
    names = frozenset(names)

    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError("cannot assign to field %r" % (name,))
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError("cannot delete field %r" % (name,))
        super(cls, self).__delattr__(name)
    return __setattr__, __delattr__


def _replace(self, /, **changes):
    for f in getattr(self, _FIELDS).values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise TypeError("field %s is declared with init=False, it cannot be specified with replace()" % f.name)
        elif f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise TypeError("InitVar %r must be specified with replace()" % f.name)
            changes[f.name] = getattr(self, f.name)
    return self.__class__(**changes)


# ---- reading a class ----

def _word(text):
    """The name that it begins with, and what comes after."""
    text = text.lstrip()
    n = 0
    while text[n:n + 1].isalnum() or text[n:n + 1] == "_":
        n += 1
    return text[:n], text[n:].lstrip()


def _kind_of(annotation, name, module_of):
    """Whether an annotation is ClassVar, InitVar or KW_ONLY, as itself or as text."""
    if isinstance(annotation, str):
        import sys
        space = getattr(sys.modules.get(module_of), "__dict__", {})
        prefix, rest = _word(annotation)
        annotation = space.get(prefix)
        if rest[:1] == ".":
            if getattr(annotation, "__name__", None) not in ("typing", "dataclasses"):
                return None
            annotation = getattr(annotation, _word(rest[1:])[0], None)
    if annotation is KW_ONLY:
        return "KW_ONLY"
    if annotation is InitVar or type(annotation) is InitVar:
        return "InitVar"
    origin = getattr(annotation, "__origin__", annotation)
    return "ClassVar" if getattr(origin, "_name", None) == "ClassVar" else None


def _read_field(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if type(default).__name__ in ("member_descriptor", "getset_descriptor"):
            default = MISSING
        f = field(default=default)
    f.name = name
    f.type = annotation
    kind = _kind_of(annotation, name, cls.__module__)
    f._field_type = {"ClassVar": _FIELD_CLASSVAR, "InitVar": _FIELD_INITVAR}.get(kind, _FIELD)
    if f._field_type is not _FIELD and f.default_factory is not MISSING:
        raise TypeError("field %s cannot have a default factory" % name)
    if f._field_type is _FIELD_CLASSVAR:
        if f.kw_only is not MISSING:
            raise TypeError("field %s is a ClassVar but specifies kw_only" % name)
    elif f.kw_only is MISSING:
        f.kw_only = kw_only
    if f._field_type is _FIELD and f.default is not MISSING and f.default.__class__.__hash__ is None:
        raise ValueError("mutable default %s for field %s is not allowed: use default_factory" % (
            f.default.__class__, name))
    return f


def _annotations_of(cls):
    """Its own; as far as names are known."""
    try:
        return cls.__dict__.get("__annotations__") or (cls.__annotations__ if "__annotate__" in cls.__dict__ or
                                                       "__annotate_func__" in cls.__dict__ else {})
    except NameError:
        from annotationlib import get_annotations
        return get_annotations(cls, format=3)


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    fields = {}
    has_frozen_base = has_plain_base = False
    for base in cls.__mro__[-1:0:-1]:
        inherited = base.__dict__.get(_FIELDS)
        if inherited is not None:
            fields.update(inherited)
            if base.__dict__[_PARAMS].frozen:
                has_frozen_base = True
            else:
                has_plain_base = True
    own = []
    seen_kw_only = None
    for name, annotation in _annotations_of(cls).items():
        if _kind_of(annotation, name, cls.__module__) == "KW_ONLY":
            if seen_kw_only is not None:
                raise TypeError("%r is KW_ONLY, but KW_ONLY has already been specified" % name)
            seen_kw_only = name
            kw_only = True
        else:
            own.append(_read_field(cls, name, annotation, kw_only))
    for f in own:
        fields[f.name] = f
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in [f.name for f in own]:
            raise TypeError("%r is a field but has no type annotation" % name)
    if has_plain_base and frozen:
        raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    if has_frozen_base and not frozen:
        raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
    setattr(cls, _FIELDS, fields)
    setattr(cls, _PARAMS, _Params(init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot))
    explicit_hash = "__hash__" in cls.__dict__ and not (cls.__dict__["__hash__"] is None and "__eq__" in cls.__dict__)
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    arguments = [f for f in fields.values() if f._field_type in (_FIELD, _FIELD_INITVAR)]
    plain = [f for f in arguments if f.init and not f.kw_only]
    keyword = [f for f in arguments if f.init and f.kw_only]
    real = [f for f in fields.values() if f._field_type is _FIELD]

    def add(name, function):
        if name in cls.__dict__:
            return True
        setattr(cls, name, _own(cls, function))
        return False

    if init:
        add("__init__", _make_init(cls, plain, keyword, fields, frozen, hasattr(cls, "__post_init__"), slots))
    if "__replace__" not in cls.__dict__:
        cls.__replace__ = _replace
    if repr:
        add("__repr__", _make_repr([f.name for f in real if f.repr]))
    compared = [f.name for f in real if f.compare]
    had_eq = "__eq__" in cls.__dict__
    if eq and not had_eq:
        add("__eq__", _make_eq(compared))
    if order:
        for name, operator in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
            if add(name, _make_order(name, operator, compared)):
                raise TypeError("Cannot overwrite attribute %s in class %s. Consider using functools.total_ordering" % (
                    name, cls.__name__))
    if frozen:
        for function in _make_frozen(cls, [f.name for f in real]):
            if add(function.__name__, function):
                raise TypeError("Cannot overwrite attribute %s in class %s" % (function.__name__, cls.__name__))
    hashed = [f.name for f in real if (f.compare if f.hash is None else f.hash)]
    if unsafe_hash:
        if explicit_hash:
            raise TypeError("Cannot overwrite attribute __hash__ in class %s" % cls.__name__)
        cls.__hash__ = _own(cls, _make_hash(hashed))
    elif eq and not explicit_hash:
        if frozen:
            cls.__hash__ = _own(cls, _make_hash(hashed))
        else:
            cls.__hash__ = None
    if not getattr(cls, "__doc__", None):
        cls.__doc__ = "%s(%s)" % (cls.__name__, _parameters(plain, keyword) if init else "")
    if match_args and "__match_args__" not in cls.__dict__:
        cls.__match_args__ = tuple([f.name for f in plain])
    if weakref_slot and not slots:
        raise TypeError("weakref_slot is True but slots is False")
    if slots:
        cls = _with_slots(cls, frozen, weakref_slot, fields)
    if hasattr(cls, "__abstractmethods__"):
        from abc import update_abstractmethods
        update_abstractmethods(cls)
    return cls


def _parameters(plain, keyword):
    """As inspect.signature() shows them."""
    parts = [_parameter(f) for f in plain]
    if keyword:
        parts += ["*", *[_parameter(f) for f in keyword]]
    return ", ".join(parts)


def _parameter(f):
    kind = f.type
    if isinstance(kind, type):
        kind = kind.__qualname__ if kind.__module__ == "builtins" else "%s.%s" % (kind.__module__, kind.__qualname__)
    else:
        kind = repr(kind).replace("typing.", "")
    default = f.default if f.default is not MISSING else _FACTORY if f.default_factory is not MISSING else None
    return "%s: %s%s" % (f.name, kind, "" if default is None and f.default is MISSING else " = %r" % (default,))


def _slots_of(cls):
    slots = cls.__dict__.get("__slots__", ())
    return (slots,) if isinstance(slots, str) else tuple(slots)


def _with_slots(cls, frozen, weakref_slot, fields):
    if "__slots__" in cls.__dict__:
        raise TypeError("%s already specifies __slots__" % cls.__name__)
    names = [f.name for f in fields.values() if f._field_type is _FIELD]
    inherited = {s for base in cls.__mro__[1:-1] for s in _slots_of(base)}
    for base in cls.__mro__[1:-1]:
        if "__slots__" not in base.__dict__ and base.__module__ != "builtins":
            inherited.add("__weakref__")
    space = dict(cls.__dict__)
    slots = {}
    for f in fields.values():
        if f._field_type is _FIELD and f.name not in inherited:
            slots[f.name] = f.doc
        if f._field_type is _FIELD:
            space.pop(f.name, None)
    if weakref_slot and "__weakref__" not in inherited:
        slots["__weakref__"] = None
    space["__slots__"] = slots if any(slots.values()) else tuple(slots)
    space.pop("__dict__", None)
    space.pop("__weakref__", None)
    qualname = cls.__qualname__
    made = type(cls)(cls.__name__, cls.__bases__, space)
    made.__qualname__ = qualname
    if frozen:
        if "__getstate__" not in space:
            made.__getstate__ = lambda self: [getattr(self, n) for n in names]
        if "__setstate__" not in space:
            def __setstate__(self, state):
                for n, value in zip(names, state):
                    object.__setattr__(self, n, value)
            made.__setstate__ = __setstate__
    _move_class_cell(cls, made)
    if frozen:
        for function in _make_frozen(made, names):
            type.__setattr__(made, function.__name__, _own(made, function))
    return made


def _move_class_cell(old, new):
    """super() and __class__ in methods mean the new class from now on."""
    for member in new.__dict__.values():
        functions = [getattr(member, "__func__", member)]
        if isinstance(member, property):
            functions = [member.fget, member.fset, member.fdel]
        for f in functions:
            f = getattr(f, "__wrapped__", f)
            for cell in getattr(f, "__closure__", None) or ():
                try:
                    if cell.cell_contents is old:
                        cell.cell_contents = new
                except ValueError:
                    pass


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """A class decorator: makes __init__(), __repr__(), __eq__() ... of the fields that the class annotates."""
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    return wrap if cls is None else wrap(cls)


# ---- functions about them ----

def fields(class_or_instance):
    """A tuple of the fields."""
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple([f for f in found.values() if f._field_type is _FIELD])


def is_dataclass(obj):
    """Whether it is a dataclass or an instance of one."""
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def _is_instance(obj):
    return hasattr(type(obj), _FIELDS)


def asdict(obj, *, dict_factory=dict):
    """A dict of the fields, recursively."""
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _convert(obj, lambda items: dict_factory(items), True)


def astuple(obj, *, tuple_factory=tuple):
    """A tuple of the fields, recursively."""
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _convert(obj, lambda items: tuple_factory([item[1] for item in items]), False)


def _convert(x, make, keys):
    kind = type(x)
    if kind in (int, str, float, bool, bytes, type(None)):
        return x
    if hasattr(kind, _FIELDS):
        return make([(f.name, _convert(getattr(x, f.name), make, keys)) for f in fields(x)])
    if isinstance(x, tuple) and hasattr(kind, "_fields"):
        return kind(*[_convert(item, make, keys) for item in x])
    if isinstance(x, (list, tuple)):
        return kind([_convert(item, make, keys) for item in x])
    if isinstance(x, dict):
        pairs = [(_convert(k, make, keys), _convert(v, make, keys)) for k, v in x.items()]
        if hasattr(kind, "default_factory"):
            made = kind(x.default_factory)
            made.update(pairs)
            return made
        return kind(pairs)
    from copy import deepcopy
    return deepcopy(x)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False,
                   module=None, decorator=dataclass):
    """A dataclass of names, (name, type) or (name, type, field)."""
    import keyword
    import types
    space = {} if namespace is None else dict(namespace)
    annotations, defaults = {}, {}
    for item in fields:
        if isinstance(item, str):
            from typing import Any
            name, kind = item, Any
        elif len(item) == 2:
            name, kind = item
        elif len(item) == 3:
            name, kind, default = item
            defaults[name] = default
        else:
            raise TypeError("Invalid field: %r" % (item,))
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError("Field names must be valid identifiers: %r" % (name,))
        if keyword.iskeyword(name):
            raise TypeError("Field names must not be keywords: %r" % name)
        if name in annotations:
            raise TypeError("Field name duplicated: %r" % name)
        annotations[name] = kind

    def fill(ns):
        ns.update(space)
        ns.update(defaults)
        ns["__annotations__"] = annotations
    cls = types.new_class(cls_name, bases, {}, fill)
    if module is None:
        try:
            import sys
            module = sys._getframe(1).f_globals["__name__"]
        except (AttributeError, KeyError, ValueError):
            module = "__main__"
    cls.__module__ = module
    return decorator(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
                     match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)


def replace(obj, /, **changes):
    """A copy with other values of some fields."""
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    return _replace(obj, **changes)
