"""What weakref has beside ref."""

from collections.abc import MutableMapping, MutableSet
from copy import deepcopy
from weakref import getweakrefs, ref

__all__ = ["ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary", "ReferenceType", "ProxyType",
           "CallableProxyType", "ProxyTypes", "WeakValueDictionary", "WeakSet", "WeakMethod", "finalize"] # of weakref


__name__ = "weakref" # of the classes below


# ---- proxies ----

def _forward(name):
    def method(self, *args):
        x = _target(self)
        return getattr(type(x), name)(x, *args)
    method.__name__ = name
    return method


def _target(self):
    x = object.__getattribute__(self, "_ref")()
    if x is None:
        raise ReferenceError("weakly-referenced object no longer exists")
    return x


class ProxyType:
    """Behaves like an object, and does not keep it."""
    __slots__ = "_ref", "__weakref__"
    __hash__ = None

    def __getattribute__(self, name):
        return getattr(_target(self), name)

    def __setattr__(self, name, value):
        setattr(_target(self), name, value)

    def __delattr__(self, name):
        delattr(_target(self), name)

    def __repr__(self):
        x = object.__getattribute__(self, "_ref")()
        return "<weakproxy at 0x%x to %s at 0x%x>" % (id(self), type(x).__name__, id(x))

    def __str__(self):
        return str(_target(self))

    def __bool__(self):
        return bool(_target(self))

    def __dir__(self):
        return dir(_target(self))


def _plain(x):
    return _target(x) if type(x) in ProxyTypes else x


def _operators():
    import operator
    for name in "add sub mul matmul truediv floordiv mod pow lshift rshift and_ or_ xor".split():
        f = getattr(operator, name)
        inplace = getattr(operator, "i" + name.rstrip("_"))
        name = name.rstrip("_")
        setattr(ProxyType, "__%s__" % name, lambda a, b, f=f: f(_target(a), _plain(b)))
        setattr(ProxyType, "__r%s__" % name, lambda a, b, f=f: f(_plain(b), _target(a)))
        setattr(ProxyType, "__i%s__" % name, lambda a, b, f=inplace: f(_target(a), _plain(b)))
    for name in "lt le eq ne gt ge".split():
        f = getattr(operator, name)
        setattr(ProxyType, "__%s__" % name, lambda a, b, f=f: f(_target(a), _plain(b)))
    for name, f in (("neg", operator.neg), ("pos", operator.pos), ("invert", operator.invert), ("abs", abs), ("int", int),
                    ("float", float), ("index", operator.index), ("len", len), ("iter", iter), ("next", next),
                    ("reversed", reversed), ("bytes", bytes)):
        setattr(ProxyType, "__%s__" % name, lambda a, f=f: f(_target(a)))
    for name, f in (("getitem", operator.getitem), ("setitem", operator.setitem), ("delitem", operator.delitem),
                    ("contains", operator.contains), ("divmod", divmod), ("enter", None), ("exit", None)):
        if f is None:
            setattr(ProxyType, "__%s__" % name, _forward("__%s__" % name))
        else:
            setattr(ProxyType, "__%s__" % name, lambda a, *args, f=f: f(_target(a), *args))


_operators()


class CallableProxyType(ProxyType):
    """The same for what can be called."""
    __slots__ = ()

    def __call__(self, *args, **keywords):
        return _target(self)(*args, **keywords)


ProxyTypes = ProxyType, CallableProxyType


class _Own(ref): # as it is no plain ref, nobody shares it
    __slots__ = "proxy", # a weak reference to that


def proxy(object, callback=None, /):
    """Something that behaves like the object, and does not keep it. An object has one proxy without a callback."""
    if callback is None:
        for r in getweakrefs(object):
            made = r.proxy() if type(r) is _Own else None
            if made is not None:
                return made
    made = _new(CallableProxyType if callable(object) else ProxyType)
    if callback is None:
        r = _Own(object)
        r.proxy = ref(made)
    else:
        r = ref(object, lambda r: callback(made))
    _set(made, "_ref", r)
    return made


_new = object.__new__
_set = object.__setattr__


# ---- containers: a copy of the table is walked, for items may go while memory is collected ----

class WeakMethod(ref):
    """A weak reference to a bound method."""

    def __new__(cls, meth, callback=None):
        try:
            obj, func = meth.__self__, meth.__func__
        except AttributeError:
            raise TypeError("argument should be a bound method, not %s" % type(meth)) from None
        dead = None
        if callback is not None:
            def dead(r):
                nonlocal callback
                if callback is not None:
                    called, callback = callback, None
                    called(self)
        self = ref.__new__(cls, obj, dead)
        self._func = ref(func, dead)
        self._type = type(meth)
        return self

    def __call__(self):
        obj, func = ref.__call__(self), self._func()
        return None if obj is None or func is None else self._type(func, obj)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if self() is None or other() is None:
            return self is other
        return ref.__eq__(self, other) and self._func == other._func

    def __ne__(self, other):
        same = self.__eq__(other)
        return same if same is NotImplemented else not same

    __hash__ = ref.__hash__


class WeakValueDictionary(MutableMapping):
    """A dict whose values go when nobody else has them."""

    def __init__(self, other=(), /, **kw):
        self.data = {}
        self.update(other, **kw)

    def _ref(self, key, value):
        data = self.data

        def gone(r):
            if data.get(key) is r:
                del data[key]
        return ref(value, gone)

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self.data[key] = self._ref(key, value)

    def __delitem__(self, key):
        del self.data[key]

    def __contains__(self, key):
        r = self.data.get(key)
        return r is not None and r() is not None

    def __len__(self):
        return len(self.data)

    def __iter__(self):
        for key, r in self.data.copy().items():
            if r() is not None:
                yield key

    keys = __iter__

    def values(self):
        """The values."""
        for r in self.data.copy().values():
            value = r()
            if value is not None:
                yield value

    def items(self):
        """The items."""
        for key, r in self.data.copy().items():
            value = r()
            if value is not None:
                yield key, value

    def get(self, key, default=None):
        """self[key], or default."""
        r = self.data.get(key)
        value = None if r is None else r()
        return default if value is None else value

    def pop(self, key, *args):
        """Removes a key and returns its value."""
        r = self.data.pop(key, None)
        value = None if r is None else r()
        if value is None:
            if args:
                return args[0]
            raise KeyError(key)
        return value

    def popitem(self):
        """Removes an item and returns it."""
        while True:
            key, r = self.data.popitem()
            value = r()
            if value is not None:
                return key, value

    def setdefault(self, key, default=None):
        """self[key], which is default from now on if it was not there."""
        value = self.get(key)
        if value is None:
            self[key] = value = default
        return value

    def copy(self):
        """A copy."""
        return WeakValueDictionary(self.items())

    __copy__ = copy

    def __deepcopy__(self, memo):
        return type(self)([(deepcopy(key, memo), value) for key, value in self.items()])

    def __repr__(self):
        return "<%s at 0x%x>" % (type(self).__name__, id(self))

    def valuerefs(self):
        """The references to the values."""
        return list(self.data.copy().values())

    def itervaluerefs(self):
        """The same, one by one."""
        yield from self.valuerefs()

    def __or__(self, other):
        if not hasattr(other, "keys"):
            return NotImplemented
        made = self.copy()
        made.update(other)
        return made

    def __ror__(self, other):
        if not hasattr(other, "keys"):
            return NotImplemented
        made = type(self)()
        made.update(other)
        made.update(self)
        return made

    def __ior__(self, other):
        self.update(other)
        return self


class WeakKeyDictionary(MutableMapping):
    """A dict whose items go when nobody else has their keys."""

    def __init__(self, dict=None):
        self.data = {}
        data = self.data

        def gone(r):
            data.pop(r, None)
        self._gone = gone
        if dict is not None:
            self.update(dict)

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key, self._gone)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __contains__(self, key):
        try:
            return ref(key) in self.data
        except TypeError:
            return False

    def __len__(self):
        return len(self.data)

    def __iter__(self):
        for r in self.data.copy():
            key = r()
            if key is not None:
                yield key

    keys = __iter__

    def values(self):
        """The values."""
        for r, value in self.data.copy().items():
            if r() is not None:
                yield value

    def items(self):
        """The items."""
        for r, value in self.data.copy().items():
            key = r()
            if key is not None:
                yield key, value

    def popitem(self):
        """Removes an item and returns it."""
        while True:
            r, value = self.data.popitem()
            key = r()
            if key is not None:
                return key, value

    def copy(self):
        """A copy."""
        made = WeakKeyDictionary()
        made.update(self.items())
        return made

    __copy__ = copy

    def __deepcopy__(self, memo):
        made = type(self)()
        for key, value in self.items():
            made[key] = deepcopy(value, memo)
        return made

    def __repr__(self):
        return "<%s at 0x%x>" % (type(self).__name__, id(self))

    def keyrefs(self):
        """The references to the keys."""
        return list(self.data.copy())

    __or__ = WeakValueDictionary.__or__
    __ior__ = WeakValueDictionary.__ior__
    __ror__ = WeakValueDictionary.__ror__


class WeakSet(MutableSet):
    """A set whose items go when nobody else has them."""
    __class_getitem__ = ref.__dict__["__class_getitem__"]

    def __init__(self, data=None):
        self.data = set()
        items = self.data
        self._gone = lambda r: items.discard(r)
        if data is not None:
            self.update(data)

    def __iter__(self):
        for r in self.data.copy():
            item = r()
            if item is not None:
                yield item

    def __len__(self):
        return len(self.data)

    def __contains__(self, item):
        try:
            return ref(item) in self.data
        except TypeError:
            return False

    def add(self, item):
        """Adds an item."""
        self.data.add(ref(item, self._gone))

    def discard(self, item):
        """Removes an item, if it is there."""
        self.data.discard(ref(item))

    def remove(self, item):
        """Removes an item."""
        self.data.remove(ref(item))

    def pop(self):
        """Removes some item and returns it."""
        while True:
            try:
                item = self.data.pop()()
            except KeyError:
                raise KeyError("pop from empty WeakSet") from None
            if item is not None:
                return item

    def clear(self):
        """Removes all items."""
        self.data.clear()

    def update(self, other):
        """Adds all items of another one."""
        for item in other:
            self.add(item)

    def copy(self):
        """A copy."""
        return type(self)(self)

    def __reduce__(self):
        state = self.__getstate__()
        own = {k: v for k, v in self.__dict__.items() if k not in ("data", "_gone")}
        return type(self), (list(self),), (own, state[1]) if type(state) is tuple else own

    def union(self, other):
        """The items of both."""
        made = self.copy()
        made.update(other)
        return made

    __or__ = union

    def difference(self, other):
        """The items that are not in the other one."""
        made = self.copy()
        made.difference_update(other)
        return made

    __sub__ = difference

    def difference_update(self, other):
        """Removes what is in another one."""
        for item in list(other):
            self.discard(item)

    def intersection(self, other):
        """The items in both."""
        return type(self)([item for item in other if item in self])

    __and__ = intersection

    def intersection_update(self, other):
        """Keeps what is in both."""
        self.data.intersection_update([ref(item) for item in other])

    def symmetric_difference(self, other):
        """The items in one of them."""
        made = self.copy()
        made.symmetric_difference_update(other)
        return made

    __xor__ = symmetric_difference

    def symmetric_difference_update(self, other):
        """Keeps what is in one of them."""
        for item in list(other):
            if item in self:
                self.discard(item)
            else:
                self.add(item)

    def issubset(self, other):
        """Whether all items are in the other one."""
        return all([item in other for item in self])

    __le__ = issubset

    def issuperset(self, other):
        """Whether all items of the other one are here."""
        return all([item in self for item in other])

    __ge__ = issuperset

    def __lt__(self, other):
        return self.issubset(other) and len(self) < len(other)

    def __gt__(self, other):
        return self.issuperset(other) and len(self) > len(other)

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return set(self) == set(other)

    __hash__ = None

    def isdisjoint(self, other):
        """Whether no item is in both."""
        return not len(self.intersection(other))

    def __repr__(self):
        return repr(self.data)


# ---- finalisers ----

class finalize:
    """A function that is called when an object goes, or at the end of the program."""
    __slots__ = ()
    _registry = {} # of those that are alive: finalize -> [reference, function, arguments, keywords, at exit?]
    _watching = False

    def __init__(self, obj, func, /, *args, **kwargs):
        if not finalize._watching:
            finalize._watching = True
            import sys
            before = []

            def at_exit():
                for f in reversed(list(finalize._registry)):
                    info = finalize._registry.get(f)
                    if info is not None and info[4]:
                        try:
                            f()
                        except Exception as e:
                            sys.excepthook(type(e), e, e.__traceback__)
                if before[0] is not None:
                    before[0]()
            before.append(sys.atexit(at_exit) if hasattr(sys, "atexit") else None)
        finalize._registry[self] = [ref(obj, self), func, args, kwargs, True]

    def __call__(self, _=None):
        info = finalize._registry.pop(self, None)
        if info is not None:
            return info[1](*info[2], **info[3])

    def detach(self):
        """(object, function, arguments, keywords) if it was alive; it is dead now."""
        info = finalize._registry.get(self)
        obj = info and info[0]()
        if obj is not None and finalize._registry.pop(self, None):
            return (obj, *info[1:4])

    def peek(self):
        """The same; it stays alive."""
        info = finalize._registry.get(self)
        obj = info and info[0]()
        if obj is not None:
            return (obj, *info[1:4])

    @property
    def alive(self):
        """Whether it was not called yet."""
        return self in finalize._registry

    @property
    def atexit(self):
        """Whether it is called at the end of the program."""
        info = finalize._registry.get(self)
        return bool(info) and info[4]

    @atexit.setter
    def atexit(self, value):
        info = finalize._registry.get(self)
        if info:
            info[4] = bool(value)

    def __repr__(self):
        info = finalize._registry.get(self)
        obj = info and info[0]()
        if obj is None:
            return "<%s object at 0x%x; dead>" % (type(self).__name__, id(self))
        return "<%s object at 0x%x; for %r at 0x%x>" % (type(self).__name__, id(self), type(obj).__name__, id(obj))
