"""Abstract base classes: the names that programs import, as far as they matter without a registry.

A class whose metaclass is ABCMeta (or that is derived from ABC) can't be instantiated while one of its methods is
marked by abstractmethod.
"""


def abstractmethod(function):
    """Marks a method that a subclass has to define."""
    function.__isabstractmethod__ = True
    return function


def _abstract_names(cls):
    names = []
    for base in cls.__mro__:
        for name in base.__dict__:
            if name not in names and getattr(getattr(cls, name, None), "__isabstractmethod__", False):
                names.append(name)
    return sorted(names)


class ABCMeta(type):
    """The metaclass of abstract classes."""

    def __call__(cls, *args, **kwargs):
        names = _abstract_names(cls)
        if names:
            raise TypeError("Can't instantiate abstract class %s without an implementation for abstract method%s %s" % (
                cls.__name__, "s" if len(names) > 1 else "", ", ".join("'%s'" % n for n in names)))
        return super().__call__(*args, **kwargs)

    def register(cls, subclass):
        """Accepted, for decorators; it has no effect on isinstance()."""
        return subclass


class ABC(metaclass=ABCMeta):
    """A base class that makes a class abstract."""
