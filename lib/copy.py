"""Copies of objects."""


class Error(Exception):
    """What can't be copied."""


_ATOMIC = (int, float, complex, bool, str, bytes, type, range, type(None), type(...), type(NotImplemented),
           type(lambda: 0), type(len))


def _make(x, state):
    """An object of x's class with these attributes."""
    made = object.__new__(type(x))
    for name, item in state.items():
        setattr(made, name, item)
    return made


def copy(x):
    """A shallow copy."""
    cls = type(x)
    if issubclass(cls, type) or cls in _ATOMIC or cls in (tuple, frozenset):
        return x
    if cls in (list, dict, set, bytearray):
        return cls(x)
    own = getattr(cls, "__copy__", None)
    if own is not None:
        return own(x)
    if hasattr(x, "copy") and not hasattr(x, "__dict__"):
        return x.copy()
    if hasattr(x, "__dict__"):
        return _fill(x, cls, x.__dict__, lambda item: item)
    raise Error("un(shallow)copyable object of type %s" % cls)


def _fill(x, cls, state, item_copy):
    for base in (dict, list, set, tuple):
        if issubclass(cls, base):
            if base is dict:
                made = cls.__new__(cls)
                for key, item in x.items():
                    dict.__setitem__(made, item_copy(key), item_copy(item))
            elif base is tuple:
                made = tuple.__new__(cls, [item_copy(item) for item in x])
            else:
                made = cls.__new__(cls)
                for item in x:
                    made.append(item_copy(item)) if base is list else made.add(item_copy(item))
            for name, item in state.items():
                setattr(made, name, item_copy(item))
            return made
    return _make(x, {name: item_copy(item) for name, item in state.items()})


def deepcopy(x, memo=None):
    """A copy of x and of all that it refers to."""
    cls = type(x)
    if issubclass(cls, type) or cls in _ATOMIC:
        return x
    if memo is None:
        memo = {}
    key = id(x)
    if key in memo:
        return memo[key][0]
    made = _deep(x, cls, memo)
    memo[key] = (made, x) # x lives as long, so that no other object gets its id
    return made


def _deep(x, cls, memo):
    own = getattr(cls, "__deepcopy__", None)
    if own is not None:
        return own(x, memo)
    if cls is list:
        made = []
        memo[id(x)] = (made, x)
        for item in x:
            made.append(deepcopy(item, memo))
        return made
    if cls is dict:
        made = {}
        memo[id(x)] = (made, x)
        for key, item in x.items():
            made[deepcopy(key, memo)] = deepcopy(item, memo)
        return made
    if cls is tuple:
        items = [deepcopy(item, memo) for item in x]
        if id(x) in memo:
            return memo[id(x)][0]
        for a, b in zip(items, x):
            if a is not b:
                return tuple(items)
        return x
    if cls in (set, frozenset):
        return cls([deepcopy(item, memo) for item in x])
    if cls is bytearray:
        return bytearray(x)
    if hasattr(x, "__dict__") and not issubclass(cls, (dict, list, set, tuple)):
        made = object.__new__(cls)
        memo[id(x)] = (made, x)
        for name, item in x.__dict__.items():
            setattr(made, name, deepcopy(item, memo))
        return made
    if hasattr(x, "__dict__"):
        return _fill(x, cls, x.__dict__, lambda item: deepcopy(item, memo))
    if hasattr(x, "copy"):
        return x.copy()
    raise Error("un(deep)copyable object of type %s" % cls)


def replace(obj, /, **changes):
    """obj.__replace__(**changes)"""
    own = getattr(type(obj), "__replace__", None)
    if own is None:
        raise TypeError("replace() does not support %s objects" % type(obj).__name__)
    return own(obj, **changes)
