"""Functions about functions."""

from collections import OrderedDict as _OrderedDict, namedtuple as _namedtuple
from types import GenericAlias as _Alias, MethodType as _Method

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotate__", "__type_params__")
WRAPPER_UPDATES = ("__dict__",)
_MISSING = object()


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Makes wrapper look like wrapped, and returns it."""
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """A decorator: update_wrapper() with wrapped."""
    return lambda wrapper: update_wrapper(wrapper, wrapped, assigned, updated)


# ---- partial calls ----

class _PlaceholderType:
    """Stands for an argument that a call of a partial gives."""
    __slots__ = ()

    def __new__(cls):
        return Placeholder

    def __init_subclass__(cls):
        raise TypeError("type '_PlaceholderType' is not an acceptable base type")

    def __repr__(self):
        return "Placeholder"

    def __reduce__(self):
        return "Placeholder"


Placeholder = object.__new__(_PlaceholderType)


def _filled(given, args):
    """The arguments of a partial, its placeholders replaced by the first ones of args; and the rest of them."""
    wanted = sum([a is Placeholder for a in given])
    if not wanted:
        return given + args
    if len(args) < wanted:
        raise TypeError("missing positional arguments in 'partial' call; expected at least %d, got %d"
                        % (wanted, len(args)))
    it = iter(args)
    return tuple([next(it) if a is Placeholder else a for a in given]) + args[wanted:]


def _more(given, args):
    """The same where args has placeholders, too, or is too short."""
    wanted = sum([a is Placeholder for a in given])
    return _filled(given, args + (Placeholder,) * (wanted - len(args)))


def _check_partial(func, args, keywords):
    if not callable(func):
        raise TypeError("the first argument must be callable")
    if args and args[-1] is Placeholder:
        raise TypeError("trailing Placeholders are not allowed")
    for value in keywords.values():
        if value is Placeholder:
            raise TypeError("Placeholder cannot be passed as a keyword argument")


_shown = [] # those whose repr() is being made


class partial:
    """A call of func with its first arguments and some keywords given."""
    __slots__ = "func", "args", "keywords", "_plain", "__dict__", "__weakref__"
    __class_getitem__ = classmethod(_Alias)

    def __new__(cls, func=_MISSING, /, *args, **keywords):
        if func is _MISSING:
            raise TypeError("type 'partial' takes at least one argument")
        _check_partial(func, args, keywords)
        self = super().__new__(cls)
        if isinstance(func, partial) and not func.__dict__:
            args = _more(func.args, args)
            keywords = {**func.keywords, **keywords}
            func = func.func
        self._fill(func, args, keywords)
        return self

    def _fill(self, func, args, keywords):
        self.func = func
        self.args = args
        self.keywords = keywords
        self._plain = True
        for a in args:
            if a is Placeholder:
                self._plain = False

    def __reduce__(self):
        return type(self), (self.func,), (self.func, self.args, self.keywords or None, self.__dict__ or None)

    def __setstate__(self, state, /):
        match state:
            case tuple((func, tuple(args), dict() | None as keywords, dict() | None as own)) if callable(func):
                self._fill(func, tuple(args), keywords if type(keywords) is dict else dict(keywords or {}))
                self.__dict__ = {} if own is None else own
            case _:
                raise TypeError("invalid partial state")

    def __call__(self, /, *args, **keywords):
        args = self.args + args if self._plain else _filled(self.args, args)
        if self.keywords:
            keywords = {**self.keywords, **keywords}
        return self.func(*args, **keywords)

    def __get__(self, obj, objtype=None):
        return self if obj is None else _Method(self, obj)

    def __repr__(self):
        if self in _shown:
            return "..."
        _shown.append(self)
        try:
            parts = [repr(self.func), *map(repr, self.args), *["%s=%r" % item for item in self.keywords.items()]]
        finally:
            _shown.remove(self)
        name = "functools.partial" if type(self) is partial else type(self).__qualname__
        if type(self) is not partial and type(self).__module__ != "builtins":
            name = "%s.%s" % (type(self).__module__, name)
        return "%s(%s)" % (name, ", ".join(parts))


class partialmethod:
    """partial, for a method in a class body."""
    __class_getitem__ = classmethod(_Alias)

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError("%r is not callable or a descriptor" % (func,))
        if isinstance(func, partialmethod):
            args = _more(func.args, args)
            keywords = {**func.keywords, **keywords}
            func = func.func
        if args and args[-1] is Placeholder:
            raise TypeError("trailing Placeholders are not allowed")
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, obj, cls=None):
        get = getattr(self.func, "__get__", None)
        bound = self.func if get is None or isinstance(self.func, partial) else get(obj, cls)
        if bound is not self.func:
            result = partial(bound, *self.args, **self.keywords)
            if hasattr(bound, "__self__"):
                result.__self__ = bound.__self__
            return result

        def method(self_, /, *args, **keywords):
            return self.func(self_, *_filled(self.args, args), **{**self.keywords, **keywords})
        method.__isabstractmethod__ = self.__isabstractmethod__
        method.__partialmethod__ = self
        return method.__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    def __repr__(self):
        parts = [repr(self.func), *map(repr, self.args), *["%s=%r" % item for item in self.keywords.items()]]
        return "functools.partialmethod(%s)" % ", ".join(parts)


# ---- values ----

def reduce(function, iterable, /, initial=_MISSING):
    """function(function(function(initial, first), second), third) ..."""
    it = iter(iterable)
    if initial is _MISSING:
        for initial in it:
            break
        else:
            raise TypeError("reduce() of empty iterable with no initial value")
    for item in it:
        initial = function(initial, item)
    return initial


def cmp_to_key(mycmp):
    """A key function for sort(), of a comparison that returns a negative number, 0 or a positive one."""

    class K:
        __slots__ = ("obj",)

        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

        def __gt__(self, other):
            return mycmp(self.obj, other.obj) > 0

        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0

        def __le__(self, other):
            return mycmp(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return mycmp(self.obj, other.obj) >= 0

        __hash__ = None

    return K


# which comparison is made of which: of its result, whether that is negated, and what (not) being equal adds
_ORDERINGS = {
    "__lt__": (("__gt__", lambda r, a, b: not r and a != b), ("__le__", lambda r, a, b: r or a == b),
               ("__ge__", lambda r, a, b: not r)),
    "__le__": (("__ge__", lambda r, a, b: not r or a == b), ("__lt__", lambda r, a, b: r and a != b),
               ("__gt__", lambda r, a, b: not r)),
    "__gt__": (("__lt__", lambda r, a, b: not r and a != b), ("__ge__", lambda r, a, b: r or a == b),
               ("__le__", lambda r, a, b: not r)),
    "__ge__": (("__le__", lambda r, a, b: not r or a == b), ("__gt__", lambda r, a, b: r and a != b),
               ("__lt__", lambda r, a, b: not r)),
}


def _ordering(name, root, combine):
    def compare(self, other):
        result = getattr(type(self), root)(self, other)
        return result if result is NotImplemented else combine(result, self, other)
    compare.__name__ = name
    return compare


def total_ordering(cls):
    """A class decorator: adds the comparisons that are missing to one of them and __eq__."""
    own = [root for root in _ORDERINGS if getattr(cls, root, None) is not getattr(object, root, None)]
    if not own:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    for name, combine in _ORDERINGS[own[0]]:
        if name not in own:
            setattr(cls, name, _ordering(name, own[0], combine))
    return cls


# ---- caches ----

_CacheInfo = _namedtuple("CacheInfo", "hits misses maxsize currsize")


def _make_key(args, keywords, typed):
    key = args
    if keywords:
        key += (_MISSING,)
        for item in keywords.items():
            key += item
    if typed:
        key += tuple([type(a) for a in args]) + tuple([type(a) for a in keywords.values()])
    return key


def _cached(function, maxsize, typed):
    """A function with a dict of results, the one that was not used for longest first. Other threads may change it."""
    results = _OrderedDict()
    hits = misses = 0
    get = results.get
    size = results.__len__ # (len itself may be what is cached)

    def all(*args, **keywords):
        nonlocal hits, misses
        key = _make_key(args, keywords, typed) if keywords or typed else args
        result = get(key, _MISSING)
        if result is not _MISSING:
            hits += 1
            return result
        misses += 1
        results[key] = result = function(*args, **keywords)
        return result

    def none(*args, **keywords):
        nonlocal misses
        misses += 1
        return function(*args, **keywords)

    def some(*args, **keywords):
        nonlocal hits, misses
        key = _make_key(args, keywords, typed) if keywords or typed else args
        result = get(key, _MISSING)
        if result is not _MISSING:
            hits += 1
            try:
                results.move_to_end(key) # it was used last
            except KeyError:
                pass
            return result
        misses += 1
        result = function(*args, **keywords)
        if key not in results and size() >= maxsize:
            try:
                results.popitem(False)
            except KeyError:
                pass
        results[key] = result
        return result

    def cache_info():
        """(hits, misses, maxsize, currsize)"""
        return _CacheInfo(hits, misses, maxsize, size())

    def cache_clear():
        """Forgets all results."""
        nonlocal hits, misses
        results.clear()
        hits = misses = 0

    wrapper = all if maxsize is None else some if maxsize else none
    wrapper.cache_info = cache_info
    wrapper.cache_clear = cache_clear
    wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
    return update_wrapper(wrapper, function)


def lru_cache(maxsize=128, typed=False):
    """A decorator: remembers the results of the last calls."""
    if isinstance(maxsize, int):
        if maxsize < 0:
            maxsize = 0
    elif callable(maxsize) and isinstance(typed, bool):
        return _cached(maxsize, 128, typed)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")
    return lambda function: _cached(function, maxsize, typed)


def cache(user_function, /):
    """A decorator: remembers all results."""
    return _cached(user_function, None, False)


class cached_property:
    """A property that is computed once, and then an attribute of the instance."""
    __class_getitem__ = classmethod(_Alias)

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.__module__ = getattr(func, "__module__", None)

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError("Cannot assign the same cached_property to two different names (%r and %r)."
                            % (self.attrname, name))

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        own = hasattr(type(self), "__set__")
        if own and self.attrname in instance.__dict__:
            return instance.__dict__[self.attrname]
        value = self.func(instance)
        try: # (past a __setattr__ of the class, and __dict__ stays unmade)
            if own:
                instance.__dict__[self.attrname] = value
            else:
                object.__setattr__(instance, self.attrname, value)
        except AttributeError:
            raise TypeError("No '__dict__' attribute on %r instance to cache %r property."
                            % (type(instance).__name__, self.attrname)) from None
        except TypeError:
            raise TypeError("The '__dict__' attribute on %r instance does not support item assignment for "
                            "caching %r property." % (type(instance).__name__, self.attrname)) from None
        return value


# ---- dispatch ----

def _line(cls, abstract):
    """The MRO of cls if it were derived from these abstract classes, too."""
    bases = cls.__bases__
    last = 0 # of the bases that are abstract classes themselves: ours come behind it
    for n, base in enumerate(bases):
        if hasattr(base, "__abstractmethods__"):
            last = n + 1
    here = [a for a in abstract if issubclass(cls, a) and not any([issubclass(b, a) for b in bases])]
    abstract = [a for a in abstract if a not in here]
    parts = list(bases[:last]), here, list(bases[last:])
    lines = [[cls], *[_line(base, abstract) for part in parts for base in part], *parts]
    found = []
    while lines := [line for line in lines if line]:
        for line in lines:
            if not any([line[0] in other[1:] for other in lines]):
                break
        else:
            raise RuntimeError("Inconsistent hierarchy")
        head = line[0]
        found.append(head)
        lines = [line[1:] if line[0] is head else line for line in lines]
    return found


def _find_implementation(cls, registry):
    mro = cls.__mro__
    virtual = [t for t in registry if t not in mro and issubclass(cls, t)]
    best = None
    for t in _line(cls, [t for t in virtual if not any([t in s.__mro__[1:] for s in virtual])]) if virtual else mro:
        if t in registry:
            if best is None:
                best = t
                continue
            if best in virtual and t in virtual and not issubclass(best, t):
                raise RuntimeError("Ambiguous dispatch: %s or %s" % (best, t))
        if best is not None:
            break
    return registry[object if best is None else best]


def _classes_of(kind):
    """The classes that a class or a union stands for; None: it is neither."""
    if isinstance(kind, type) and not hasattr(kind, "__origin__"):
        return (kind,)
    args = getattr(kind, "__args__", ())
    return args if _is_union(kind) and all([isinstance(a, type) for a in args]) else None


def _is_union(kind):
    return type(kind).__name__ in ("UnionType", "Union")


def singledispatch(func):
    """A decorator: a function with an implementation for each class of its first argument."""
    registry = {object: func}
    known = {}
    token = None

    def dispatch(cls):
        """The implementation that a call with an instance of cls takes."""
        nonlocal token
        if token is not None:
            from abc import get_cache_token
            if token != get_cache_token():
                known.clear()
                token = get_cache_token()
        f = known.get(cls)
        if f is None:
            known[cls] = f = _find_implementation(cls, registry)
        return f

    def register(cls, func=None):
        """The implementation for a class: a decorator, or called with both."""
        nonlocal token
        classes = _classes_of(cls)
        if classes is None:
            if func is not None:
                raise TypeError("Invalid first argument to `register()`. %r is not a class or union type." % (cls,))
            annotations = getattr(cls, "__annotations__", {})
            if not annotations:
                raise TypeError("Invalid first argument to `register()`: %r. Use either `@register(some_class)` or "
                                "plain `@register` on an annotated function." % (cls,))
            func = cls
            name, cls = next(iter(annotations.items()))
            if isinstance(cls, str):
                from typing import get_type_hints
                cls = get_type_hints(func)[name]
            classes = _classes_of(cls)
            if classes is None:
                raise TypeError("Invalid annotation for %r. %r %s." % (
                    name, cls, "not all arguments are classes" if _is_union(cls) else "is not a class"))
        if func is None:
            return lambda f: register(cls, f)
        for c in classes:
            registry[c] = func
            if token is None and hasattr(c, "__abstractmethods__"):
                from abc import get_cache_token
                token = get_cache_token()
        known.clear()
        return func

    def wrapper(*args, **keywords):
        if not args:
            raise TypeError("%s requires at least 1 positional argument" % name)
        return dispatch(args[0].__class__)(*args, **keywords)

    name = getattr(func, "__name__", "singledispatch function")
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = type(type.__dict__)(registry)
    wrapper._clear_cache = known.clear
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    """singledispatch for methods: by the class of the argument after self."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError("%r is not callable or a descriptor" % (func,))
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        """The implementation for a class."""
        if method is None and isinstance(cls, (classmethod, staticmethod)):
            kind = next(iter(cls.__func__.__annotations__.values()))
            return self.dispatcher.register(kind, cls)
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        def method(*args, **keywords):
            if not args:
                raise TypeError("%s requires at least 1 positional argument"
                                % getattr(self.func, "__name__", "singledispatchmethod method"))
            f = self.dispatcher.dispatch(args[0].__class__)
            return f.__get__(obj, cls)(*args, **keywords)
        method.register = self.register
        method.__isabstractmethod__ = self.__isabstractmethod__
        return update_wrapper(method, self.func)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)
