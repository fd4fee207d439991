"""os.environ: a dict whose changes the system, and the commands it runs, are told of."""

from uos import putenv, unsetenv


def _text(s):
    if not isinstance(s, str):
        raise TypeError("str expected, not %s" % type(s).__name__)
    return s


class _Environ(dict):
    __module__ = "os"

    def __getitem__(self, key):
        try:
            return super().__getitem__(_text(key))
        except KeyError:
            raise KeyError(key) from None

    def __setitem__(self, key, value):
        putenv(_text(key), _text(value))
        super().__setitem__(key, value)

    def __delitem__(self, key):
        unsetenv(_text(key))
        super().__delitem__(key)

    def __repr__(self):
        return "environ(%r)" % dict(self)

    def get(self, key, default=None):
        return super().get(_text(key), default)

    def copy(self):
        return dict(self)

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def update(self, other=(), /, **named):
        for key, value in dict(other, **named).items():
            self[key] = value

    _missing = object()

    def pop(self, key, default=_missing):
        if key in self or default is self._missing:
            default = self[key]
            del self[key]
        return default

    def popitem(self):
        for key in self:
            return key, self.pop(key)
        raise KeyError

    def clear(self):
        for key in list(self):
            del self[key]

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        return dict(self) | dict(other)

    def __ror__(self, other):
        return dict(other) | dict(self)


environ = _Environ()
