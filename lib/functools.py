"""Functions about functions."""

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__type_params__")
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


class partial:
    """A call of func with its first arguments and some keywords given."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __repr__(self):
        parts = [repr(self.func)] + [repr(a) for a in self.args]
        parts += ["%s=%r" % item for item in self.keywords.items()]
        return "functools.partial(%s)" % ", ".join(parts)


class partialmethod:
    """partial, for a method in a class body."""

    def __init__(self, func, /, *args, **keywords):
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, instance, owner=None):
        get = getattr(type(self.func), "__get__", None)
        func = get(self.func, instance, owner) if get else self.func
        return partial(func, *self.args, **self.keywords)


def reduce(function, iterable, initial=_MISSING, /):
    """function(function(function(initial, first), second), third) ..."""
    it = iter(iterable)
    if initial is _MISSING:
        try:
            initial = next(it)
        except StopIteration:
            raise TypeError("reduce() of empty iterable with no initial value") from None
    for item in it:
        initial = function(initial, item)
    return initial


def cmp_to_key(compare):
    """A key function for sort(), of a comparison that returns a negative number, 0 or a positive one."""

    class Key:
        __slots__ = ("obj",)

        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return compare(self.obj, other.obj) < 0

        def __gt__(self, other):
            return compare(self.obj, other.obj) > 0

        def __eq__(self, other):
            return compare(self.obj, other.obj) == 0

        def __le__(self, other):
            return compare(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return compare(self.obj, other.obj) >= 0

        __hash__ = None

    return Key


_ORDERINGS = {
    "__lt__": (("__gt__", lambda a, b: not (a < b or a == b)), ("__le__", lambda a, b: a < b or a == b),
               ("__ge__", lambda a, b: not a < b)),
    "__le__": (("__ge__", lambda a, b: not a <= b or a == b), ("__lt__", lambda a, b: a <= b and not a == b),
               ("__gt__", lambda a, b: not a <= b)),
    "__gt__": (("__lt__", lambda a, b: not (a > b or a == b)), ("__ge__", lambda a, b: a > b or a == b),
               ("__le__", lambda a, b: not a > b)),
    "__ge__": (("__le__", lambda a, b: not a >= b or a == b), ("__gt__", lambda a, b: a >= b and not a == b),
               ("__lt__", lambda a, b: not a >= b)),
}


def total_ordering(cls):
    """A class decorator: adds the comparisons that are missing to one of them and __eq__."""
    for root in ("__lt__", "__le__", "__gt__", "__ge__"):
        if getattr(cls, root, None) is not getattr(object, root, None):
            for name, function in _ORDERINGS[root]:
                if name not in cls.__dict__:
                    setattr(cls, name, function)
            return cls
    raise ValueError("must define at least one ordering operation: < > <= >=")


class _CacheInfo(tuple):
    hits = property(lambda self: self[0])
    misses = property(lambda self: self[1])
    maxsize = property(lambda self: self[2])
    currsize = property(lambda self: self[3])

    def __repr__(self):
        return "CacheInfo(hits=%r, misses=%r, maxsize=%r, currsize=%r)" % self[:]


class _Cached:
    """A function with a dict of results, the one that was not used for longest first."""

    def __init__(self, function, maxsize, typed):
        self._maxsize = maxsize
        self._typed = typed
        self.cache_clear()
        update_wrapper(self, function)

    def cache_clear(self):
        """Forgets all results."""
        self._results = {}
        self._hits = self._misses = 0

    def cache_info(self):
        """(hits, misses, maxsize, currsize)"""
        return _CacheInfo((self._hits, self._misses, self._maxsize, len(self._results)))

    def cache_parameters(self):
        """What lru_cache() was called with."""
        return {"maxsize": self._maxsize, "typed": self._typed}

    def _key(self, args, keywords):
        key = args
        if keywords:
            key += (_MISSING,)
            for item in keywords.items():
                key += item
        if self._typed:
            key += tuple(type(a) for a in args) + tuple(type(a) for a in keywords.values())
        return key

    def __call__(self, *args, **keywords):
        key = self._key(args, keywords)
        results = self._results
        result = results.get(key, _MISSING)
        if result is not _MISSING:
            self._hits += 1
            if self._maxsize is not None: # to the end: it was used last
                del results[key]
                results[key] = result
            return result
        self._misses += 1
        result = self.__wrapped__(*args, **keywords)
        if self._maxsize == 0:
            return result
        if self._maxsize is not None and key not in results and len(results) >= self._maxsize:
            del results[next(iter(results))]
        results[key] = result
        return result

    def __get__(self, instance, owner=None):
        return self if instance is None else partial(self, instance)

    def __repr__(self):
        return "<cached %r>" % self.__wrapped__


def lru_cache(maxsize=128, typed=False):
    """A decorator: remembers the results of the last calls."""
    if callable(maxsize):
        return _Cached(maxsize, 128, typed)
    if maxsize is not None and maxsize < 0:
        maxsize = 0
    return lambda function: _Cached(function, maxsize, typed)


def cache(function, /):
    """A decorator: remembers all results."""
    return _Cached(function, None, False)


class cached_property:
    """A property that is computed once, and then an attribute of the instance."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        self.attrname = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        value = self.func(instance)
        setattr(instance, self.attrname, value)
        return value


class _Dispatcher:
    def __init__(self, function):
        self._functions = {object: function}
        update_wrapper(self, function)

    def register(self, cls, function=None):
        """The implementation for a class: a decorator, or called with both."""
        if function is None:
            if isinstance(cls, type):
                return lambda f: self.register(cls, f)
            function = cls
            cls = next(iter(function.__annotations__.values()))
        self._functions[cls] = function
        return function

    def dispatch(self, cls):
        """The implementation that a call with an instance of cls takes."""
        for base in cls.__mro__:
            if base in self._functions:
                return self._functions[base]
        return self._functions[object]

    def __call__(self, *args, **keywords):
        if not args:
            raise TypeError("%s requires at least 1 positional argument" % self.__name__)
        return self.dispatch(type(args[0]))(*args, **keywords)


def singledispatch(function):
    """A decorator: a function with an implementation for each class of its first argument."""
    return _Dispatcher(function)
