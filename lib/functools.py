"""Functions about functions."""

from types import MethodType as _Method

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotate__", "__type_params__")
WRAPPER_UPDATES = ("__dict__",)
_MISSING = object()


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Makes wrapper look like wrapped, and returns it."""
    for name in assigned:
        try:
            setattr(wrapper, name, getattr(wrapped, name))
        except (AttributeError, TypeError):
            pass
    for name in updated:
        for key, item in getattr(wrapped, name, {}).items():
            setattr(wrapper, key, item)
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


class partial:
    """A call of func with its first arguments and some keywords given."""

    def __new__(cls, func=_MISSING, /, *args, **keywords):
        if func is _MISSING:
            raise TypeError("type 'partial' takes at least one argument")
        _check_partial(func, args, keywords)
        self = super().__new__(cls)
        if isinstance(func, partial) and not func.__dict__.keys() - {"func", "args", "keywords", "_plain"}:
            args = _more(func.args, args)
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords
        self._plain = True
        for a in args:
            if a is Placeholder:
                self._plain = False
        return self

    def __call__(self, /, *args, **keywords):
        args = self.args + args if self._plain else _filled(self.args, args)
        if self.keywords:
            keywords = {**self.keywords, **keywords}
        return self.func(*args, **keywords)

    def __get__(self, obj, objtype=None):
        return self if obj is None else _Method(self, obj)

    def __repr__(self):
        parts = [repr(self.func), *map(repr, self.args), *["%s=%r" % item for item in self.keywords.items()]]
        name = "functools.partial" if type(self) is partial else type(self).__qualname__
        if type(self) is not partial and type(self).__module__ != "builtins":
            name = "%s.%s" % (type(self).__module__, name)
        return "%s(%s)" % (name, ", ".join(parts))


class partialmethod:
    """partial, for a method in a class body."""

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
        get = getattr(type(self.func), "__get__", None)
        bound = self.func
        if get and (obj is not None or not hasattr(self.func, "__code__")):
            bound = get(self.func, obj, cls)
        if obj is None and bound is self.func:
            return lambda self_, /, *args, **keywords: self.func(
                self_, *_filled(self.args, args), **{**self.keywords, **keywords})
        return partial(bound, *self.args, **self.keywords)

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

class _CacheInfo(tuple):
    __slots__ = ()
    __match_args__ = _fields = "hits", "misses", "maxsize", "currsize"
    hits = property(lambda self: self[0])
    misses = property(lambda self: self[1])
    maxsize = property(lambda self: self[2])
    currsize = property(lambda self: self[3])

    def __repr__(self):
        return "CacheInfo(hits=%r, misses=%r, maxsize=%r, currsize=%r)" % self[:]


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
    """A function with a dict of results, the one that was not used for longest first."""
    results = {}
    hits = misses = 0
    get = results.get

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
            del results[key] # to the end: it was used last
            results[key] = result
            return result
        misses += 1
        result = function(*args, **keywords)
        if key not in results and len(results) >= maxsize:
            for oldest in results:
                break
            del results[oldest]
        results[key] = result
        return result

    def cache_info():
        """(hits, misses, maxsize, currsize)"""
        return _CacheInfo((hits, misses, maxsize, len(results)))

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
        value = self.func(instance)
        try: # (past a __setattr__ of the class, and __dict__ stays unmade)
            object.__setattr__(instance, self.attrname, value)
        except AttributeError:
            raise TypeError("No '__dict__' attribute on %r instance to cache %r property."
                            % (type(instance).__name__, self.attrname)) from None
        return value


# ---- dispatch ----

def _find_implementation(cls, registry):
    mro = cls.__mro__
    virtual = [t for t in registry if t not in mro and issubclass(cls, t)]
    for i, base in enumerate(mro):
        if base in registry and (base is not object or not virtual):
            return registry[base]
        # an abstract class stands behind the last one of the MRO that belongs to it
        here = [t for t in virtual if issubclass(base, t) and not any([issubclass(b, t) for b in mro[i + 1:]])]
        best = [t for t in here if not any([s is not t and issubclass(s, t) for s in here])]
        if len(best) > 1:
            raise RuntimeError("Ambiguous dispatch: %s or %s" % (best[0], best[1]))
        if best:
            return registry[best[0]]
    return registry[object]


def _classes_of(kind):
    """The classes that a class or a union stands for; None: it is neither."""
    if isinstance(kind, type) and not hasattr(kind, "__origin__"):
        return (kind,)
    args = getattr(kind, "__args__", ())
    if type(kind).__name__ in ("UnionType", "Union") and all([isinstance(a, type) for a in args]):
        return args
    return None


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
                raise TypeError("Invalid annotation for %r. %r is not a class%s." % (
                    name, cls, " or union type" if not hasattr(cls, "__args__") else ""))
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
