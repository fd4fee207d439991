"""What collections has in Python: ChainMap, and UserDict, UserList and UserString, made to be derived from."""

from collections.abc import Mapping, MutableMapping, MutableSequence, Sequence
from reprlib import recursive_repr

__name__ = "collections" # of the classes
__all__ = ["ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString", "defaultdict", "deque",
           "namedtuple"]


class ChainMap(MutableMapping):
    """Several mappings seen as one: of those that have a key the first one counts, and changes go to the first of all."""

    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __missing__(self, key):
        raise KeyError(key)

    def __getitem__(self, key):
        for m in self.maps:
            try:
                return m[key]
            except KeyError:
                pass
        return self.__missing__(key)

    def get(self, key, default=None):
        """self[key], or default."""
        return self[key] if key in self else default

    def __contains__(self, key):
        return any([key in m for m in self.maps])

    def __bool__(self):
        return any(self.maps)

    def __len__(self):
        return len(set().union(*self.maps))

    def __iter__(self):
        keys = {}
        for m in reversed(self.maps):
            keys.update(dict.fromkeys(m))
        return iter(keys)

    @recursive_repr()
    def __repr__(self):
        return "%s(%s)" % (self.__class__.__name__, ", ".join(map(repr, self.maps)))

    @classmethod
    def fromkeys(cls, iterable, value=None, /):
        """One whose keys all have this value."""
        return cls(dict.fromkeys(iterable, value))

    def copy(self):
        """One with a copy of the first mapping, and the others."""
        return self.__class__(self.maps[0].copy(), *self.maps[1:])

    __copy__ = copy

    def new_child(self, m=None, **kwargs):
        """One with another mapping before the others."""
        if m is None:
            m = kwargs
        elif kwargs:
            m.update(kwargs)
        return self.__class__(m, *self.maps)

    @property
    def parents(self):
        """One without the first mapping."""
        return self.__class__(*self.maps[1:])

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        try:
            del self.maps[0][key]
        except KeyError:
            raise KeyError("Key not found in the first mapping: %r" % (key,))

    def pop(self, key, *args):
        """Removes a key of the first mapping; its value."""
        try:
            return self.maps[0].pop(key, *args)
        except KeyError:
            raise KeyError("Key not found in the first mapping: %r" % (key,))

    def popitem(self):
        """Removes a pair of the first mapping."""
        try:
            return self.maps[0].popitem()
        except KeyError:
            raise KeyError("No keys found in the first mapping.")

    def clear(self):
        """Removes all of the first mapping."""
        self.maps[0].clear()

    def __ior__(self, other):
        self.maps[0].update(other)
        return self

    def __or__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        made = self.copy()
        made.maps[0].update(other)
        return made

    def __ror__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        made = dict(other)
        for m in reversed(self.maps):
            made.update(m)
        return self.__class__(made)


class UserDict(MutableMapping):
    """A dict in an attribute, data: whatever changes it goes through __setitem__ and __delitem__."""

    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        if dict is not None:
            self.update(dict)
        self.update(kwargs)

    def __len__(self):
        return len(self.data)

    def __getitem__(self, key):
        if key in self.data:
            return self.data[key]
        missing = getattr(type(self), "__missing__", None)
        if missing is None:
            raise KeyError(key)
        return missing(self, key)

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    def __iter__(self):
        return iter(self.data)

    def __contains__(self, key):
        return key in self.data

    def get(self, key, default=None):
        """self[key], or default."""
        return self[key] if key in self else default

    def __repr__(self):
        return repr(self.data)

    def __or__(self, other):
        if isinstance(other, UserDict):
            other = other.data
        return self.__class__(self.data | other) if isinstance(other, dict) else NotImplemented

    def __ror__(self, other):
        if isinstance(other, UserDict):
            other = other.data
        return self.__class__(other | self.data) if isinstance(other, dict) else NotImplemented

    def __ior__(self, other):
        self.data |= other.data if isinstance(other, UserDict) else other
        return self

    def __copy__(self):
        made = self.__class__.__new__(self.__class__)
        made.__dict__.update(self.__dict__)
        made.__dict__["data"] = self.data.copy()
        return made

    def copy(self):
        """A shallow copy."""
        if self.__class__ is UserDict:
            return UserDict(self.data.copy())
        made = self.__copy__()
        made.data = {}
        made.update(self)
        return made

    @classmethod
    def fromkeys(cls, iterable, value=None):
        """One whose keys all have this value."""
        made = cls()
        for key in iterable:
            made[key] = value
        return made


def _data(x):
    return x.data if isinstance(x, (UserList, UserString)) else x


class UserList(MutableSequence):
    """A list in an attribute, data."""

    def __init__(self, initlist=None):
        self.data = [] if initlist is None else list(_data(initlist))

    def __repr__(self):
        return repr(self.data)

    def __lt__(self, other):
        return self.data < _data(other)

    def __le__(self, other):
        return self.data <= _data(other)

    def __eq__(self, other):
        return self.data == _data(other)

    def __gt__(self, other):
        return self.data > _data(other)

    def __ge__(self, other):
        return self.data >= _data(other)

    __hash__ = None

    def __contains__(self, item):
        return item in self.data

    def __len__(self):
        return len(self.data)

    def __getitem__(self, i):
        return self.__class__(self.data[i]) if isinstance(i, slice) else self.data[i]

    def __setitem__(self, i, item):
        self.data[i] = item

    def __delitem__(self, i):
        del self.data[i]

    def __add__(self, other):
        other = _data(other)
        return self.__class__(self.data + (other if isinstance(other, list) else list(other)))

    def __radd__(self, other):
        other = _data(other)
        return self.__class__((other if isinstance(other, list) else list(other)) + self.data)

    def __iadd__(self, other):
        self.data += _data(other)
        return self

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        self.data *= n
        return self

    def __copy__(self):
        made = self.__class__.__new__(self.__class__)
        made.__dict__.update(self.__dict__)
        made.__dict__["data"] = self.data[:]
        return made

    def append(self, item):
        """Puts an item at the end."""
        self.data.append(item)

    def insert(self, i, item):
        """Puts an item in front of another one."""
        self.data.insert(i, item)

    def pop(self, i=-1):
        """Removes an item and returns it."""
        return self.data.pop(i)

    def remove(self, item):
        """Removes the first such item."""
        self.data.remove(item)

    def clear(self):
        """Removes all items."""
        self.data.clear()

    def copy(self):
        """A shallow copy."""
        return self.__class__(self)

    def count(self, item):
        """How many such items there are."""
        return self.data.count(item)

    def index(self, item, *args):
        """Where the first such item is."""
        return self.data.index(item, *args)

    def reverse(self):
        """Turns the order round."""
        self.data.reverse()

    def sort(self, /, *args, **kwds):
        """Sorts the items."""
        self.data.sort(*args, **kwds)

    def extend(self, other):
        """Puts items at the end."""
        self.data.extend(_data(other))


def _text(name, own):
    """A method that calls that of the str; `own`: the result is of self's class."""
    method = getattr(str, name)

    def call(self, *args, **kwds):
        result = method(self.data, *[_data(a) for a in args], **kwds)
        return self.__class__(result) if own else result
    call.__name__ = name
    call.__qualname__ = "UserString." + name
    return call


class UserString(Sequence):
    """A str in an attribute, data."""

    def __init__(self, seq):
        self.data = seq if isinstance(seq, str) else seq.data[:] if isinstance(seq, UserString) else str(seq)

    def __str__(self):
        return str(self.data)

    def __repr__(self):
        return repr(self.data)

    def encode(self, encoding="utf-8", errors="strict"):
        """The text as bytes."""
        return self.data.encode("utf-8" if encoding is None else encoding, "strict" if errors is None else errors)

    def __int__(self):
        return int(self.data)

    def __float__(self):
        return float(self.data)

    def __complex__(self):
        return complex(self.data)

    def __hash__(self):
        return hash(self.data)

    def __eq__(self, other):
        return self.data == _data(other)

    def __lt__(self, other):
        return self.data < _data(other)

    def __le__(self, other):
        return self.data <= _data(other)

    def __gt__(self, other):
        return self.data > _data(other)

    def __ge__(self, other):
        return self.data >= _data(other)

    def __contains__(self, char):
        return _data(char) in self.data

    def __len__(self):
        return len(self.data)

    def __getnewargs__(self):
        return self.data,

    def __getitem__(self, index):
        return self.__class__(self.data[index])

    def __add__(self, other):
        other = _data(other)
        return self.__class__(self.data + (other if isinstance(other, str) else str(other)))

    def __radd__(self, other):
        return self.__class__((other if isinstance(other, str) else str(other)) + self.data)

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __mod__(self, args):
        return self.__class__(self.data % args)

    def __rmod__(self, template):
        return self.__class__(str(template) % self)

    def removeprefix(self, prefix, /):
        """Without this text at the start."""
        return self.__class__(self.data.removeprefix(_data(prefix)))

    def removesuffix(self, suffix, /):
        """Without this text at the end."""
        return self.__class__(self.data.removesuffix(_data(suffix)))


for _name in ("capitalize casefold center expandtabs ljust lower lstrip replace rjust rstrip strip swapcase "
              "title translate upper zfill").split():
    if hasattr(str, _name):
        setattr(UserString, _name, _text(_name, True))
for _name in ("count endswith find format format_map index isalnum isalpha isascii isdecimal isdigit "
              "isidentifier islower isnumeric isprintable isspace istitle isupper join maketrans partition rfind "
              "rindex rpartition rsplit split splitlines startswith").split():
    if hasattr(str, _name):
        setattr(UserString, _name, staticmethod(str.maketrans) if _name == "maketrans" else _text(_name, False))
