"""Copies of objects, by the protocol that pickle uses: __reduce_ex__ tells how an object is made anew."""

import copyreg
from weakref import ref

try:
    complex
except NameError: # a build without

    class complex:
        pass


class _Class:
    def method(self):
        pass


_METHOD = type(_Class().method)

__all__ = ["Error", "copy", "deepcopy", "replace"]


class Error(Exception):
    """What can't be copied."""


error = Error

_ATOMIC = {int, float, complex, bool, str, bytes, type, range, property, type(None), type(...), type(NotImplemented),
           type(lambda: 0), type(len), type(str.join), type(str.__len__), type(_Class.method.__code__), ref}
_SHALLOW = (list, dict, set, bytearray)
_KEPT = (tuple, frozenset, slice, _METHOD)


def _parts(x, cls):
    """What the object's reduction says; a str: it is the only one of its kind."""
    reduce = copyreg.dispatch_table.get(cls)
    if reduce is not None:
        return reduce(x)
    reduce = getattr(x, "__reduce_ex__", None)
    if reduce is not None:
        return reduce(4)
    reduce = getattr(x, "__reduce__", None)
    if reduce is not None:
        return reduce()
    raise Error("un(deep)copyable object of type %s" % cls)


def copy(x):
    """A shallow copy."""
    cls = type(x)
    if cls in _ATOMIC or cls in _KEPT or issubclass(cls, type):
        return x
    if cls in _SHALLOW:
        return cls(x)
    own = getattr(cls, "__copy__", None)
    if own is not None:
        return own(x)
    parts = _parts(x, cls)
    if isinstance(parts, str):
        return x
    return _reconstruct(x, None, *parts)


def deepcopy(x, memo=None):
    """A copy of x and of all that it refers to."""
    cls = type(x)
    if cls in _ATOMIC:
        return x
    if memo is None:
        memo = {}
    key = id(x)
    if key in memo:
        return memo[key]
    made = _deep(x, cls, memo)
    if made is not x:
        memo[key] = made
        memo.setdefault(id(memo), []).append(x) # it lives as long, so that no other object gets its id
    return made


def _deep(x, cls, memo):
    copier = _DEEP.get(cls)
    if copier is not None:
        return copier(x, memo)
    if issubclass(cls, type):
        return x
    own = getattr(x, "__deepcopy__", None)
    if own is not None:
        return own(memo)
    parts = _parts(x, cls)
    if isinstance(parts, str):
        return x
    return _reconstruct(x, memo, *parts)


def _deep_list(x, memo):
    made = memo[id(x)] = []
    for item in x:
        made.append(deepcopy(item, memo))
    return made


def _deep_dict(x, memo):
    made = memo[id(x)] = {}
    for key, item in x.items():
        made[deepcopy(key, memo)] = deepcopy(item, memo)
    return made


def _deep_tuple(x, memo):
    items = [deepcopy(item, memo) for item in x]
    if id(x) in memo: # it contains itself
        return memo[id(x)]
    for a, b in zip(items, x):
        if a is not b:
            return tuple(items)
    return x


def _deep_method(x, memo):
    return _METHOD(x.__func__, deepcopy(x.__self__, memo)) if hasattr(x, "__func__") else x


_DEEP = {list: _deep_list, dict: _deep_dict, tuple: _deep_tuple, _METHOD: _deep_method}


def _reconstruct(x, memo, make, args, state=None, items=None, pairs=None):
    deep = (lambda v: v) if memo is None else lambda v: deepcopy(v, memo)
    if memo is not None and args:
        args = [deepcopy(arg, memo) for arg in args]
    made = make(*args)
    if memo is not None:
        memo[id(x)] = made
    if state is not None:
        state = deep(state)
        if hasattr(made, "__setstate__"):
            made.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state is not None:
                made.__dict__.update(state)
            for name, item in (slots or {}).items():
                setattr(made, name, item)
    for item in items or ():
        made.append(deep(item))
    for key, item in pairs or ():
        made[deep(key)] = deep(item)
    return made


def replace(obj, /, **changes):
    """obj.__replace__(**changes)"""
    own = getattr(type(obj), "__replace__", None)
    if own is None:
        raise TypeError("replace() does not support %s objects" % type(obj).__name__)
    return own(obj, **changes)
