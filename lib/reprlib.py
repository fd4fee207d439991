"""repr() with limits."""

__all__ = ["Repr", "repr", "recursive_repr"]
_repr = repr


def recursive_repr(fillvalue="..."):
    """A decorator of __repr__: gives fillvalue for an object that is being shown."""
    def decorate(function):
        running = set()

        def wrapper(self):
            key = id(self)
            try:
                from _thread import get_ident
                key = key, get_ident()
            except ImportError:
                pass
            if key in running:
                return fillvalue
            running.add(key)
            try:
                return function(self)
            finally:
                running.discard(key)
        from functools import update_wrapper
        return update_wrapper(wrapper, function)
    return decorate


class Repr:
    """What shows objects, and the limits."""

    def __init__(self, *, maxlevel=6, maxtuple=6, maxlist=6, maxarray=5, maxdict=4, maxset=6, maxfrozenset=6, maxdeque=6,
                 maxstring=30, maxlong=40, maxother=30, fillvalue="...", indent=None):
        for name, value in (("maxlevel", maxlevel), ("maxtuple", maxtuple), ("maxlist", maxlist), ("maxarray", maxarray),
                            ("maxdict", maxdict), ("maxset", maxset), ("maxfrozenset", maxfrozenset),
                            ("maxdeque", maxdeque), ("maxstring", maxstring), ("maxlong", maxlong),
                            ("maxother", maxother), ("fillvalue", fillvalue), ("indent", indent)):
            setattr(self, name, value)

    def repr(self, x):
        """The text for an object."""
        return self.repr1(x, self.maxlevel)

    def repr1(self, x, level):
        """The same, with so many levels left."""
        name = type(x).__name__
        if " " in name:
            name = "_".join(name.split())
        method = getattr(self, "repr_" + name, None)
        return method(x, level) if method else self.repr_instance(x, level)

    def _join(self, pieces, level):
        if self.indent is None:
            return ", ".join(pieces)
        if not pieces:
            return ""
        indent = self.indent
        if isinstance(indent, int):
            if indent < 0:
                raise ValueError("Repr.indent cannot be negative int (was %r)" % indent)
            indent *= " "
        try:
            sep = ",\n" + (self.maxlevel - level + 1) * indent
        except TypeError as error:
            raise TypeError("Repr.indent must be a str, int or None, not %s" % type(indent)) from error
        return sep.join(("", *pieces, ""))[1:-len(indent) or None]

    def _repr_iterable(self, x, level, left, right, most, trail=""):
        n = len(x)
        if level <= 0 and n:
            s = self.fillvalue
        else:
            pieces = []
            for item in x:
                if len(pieces) == most:
                    break
                pieces.append(self.repr1(item, level - 1))
            if n > most:
                pieces.append(self.fillvalue)
            s = self._join(pieces, level)
            if n == 1 and trail and self.indent is None:
                right = trail + right
        return left + s + right

    def repr_tuple(self, x, level):
        return self._repr_iterable(x, level, "(", ")", self.maxtuple, ",")

    def repr_list(self, x, level):
        return self._repr_iterable(x, level, "[", "]", self.maxlist)

    def repr_array(self, x, level):
        if not x:
            return "array('%s')" % x.typecode
        return self._repr_iterable(x, level, "array('%s', [" % x.typecode, "])", self.maxarray)

    def repr_set(self, x, level):
        return self._repr_iterable(_sorted(x), level, "{", "}", self.maxset) if x else "set()"

    def repr_frozenset(self, x, level):
        return self._repr_iterable(_sorted(x), level, "frozenset({", "})", self.maxfrozenset) if x else "frozenset()"

    def repr_deque(self, x, level):
        return self._repr_iterable(x, level, "deque([", "])", self.maxdeque)

    def repr_dict(self, x, level):
        if not x:
            return "{}"
        if level <= 0:
            return "{" + self.fillvalue + "}"
        pieces = ["%s: %s" % (self.repr1(key, level - 1), self.repr1(x[key], level - 1))
                  for key in _sorted(x)[:self.maxdict]]
        if len(x) > self.maxdict:
            pieces.append(self.fillvalue)
        return "{%s}" % self._join(pieces, level)

    def _cut(self, s, most, anyway=False):
        if len(s) <= most and not anyway:
            return s
        i = max(0, (most - 3) // 2)
        j = max(0, most - 3 - i)
        return s[:i] + self.fillvalue + s[len(s) - j:]

    def repr_str(self, x, level):
        most = self.maxstring
        s = _repr(x[:most])
        if len(s) <= most:
            return s
        i = max(0, (most - 3) // 2)
        return self._cut(_repr(x[:i] + x[len(x) - max(0, most - 3 - i):]), most, True)

    def repr_int(self, x, level):
        try:
            s = _repr(x)
        except ValueError: # more digits than may be converted
            return "<%s instance with roughly %d digits at 0x%x>" % (
                type(x).__name__, int(x.bit_length() * 0.30103), id(x))
        return self._cut(s, self.maxlong)

    def repr_instance(self, x, level):
        try:
            s = _repr(x)
        except Exception:
            return "<%s instance at 0x%x>" % (type(x).__name__, id(x))
        return self._cut(s, self.maxother)


def _sorted(x):
    try:
        return sorted(x)
    except Exception:
        return list(x)


aRepr = Repr()
repr = aRepr.repr
