"""Abstract base classes: classes that can't be made while a method is missing, and that others can join."""

_token = 0


def abstractmethod(funcobj):
    """Marks a method that a subclass has to define."""
    funcobj.__isabstractmethod__ = True
    return funcobj


def _is_abstract(x):
    return bool(getattr(x, "__isabstractmethod__", False))


class abstractclassmethod(classmethod):
    """An abstract class method."""
    __isabstractmethod__ = True


class abstractstaticmethod(staticmethod):
    """An abstract static method."""
    __isabstractmethod__ = True


class abstractproperty(property):
    """An abstract property."""
    __isabstractmethod__ = True


def _find_abstract(cls, names):
    names = {name for name in names if _is_abstract(cls.__dict__.get(name))}
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            for c in cls.__mro__:
                if name in c.__dict__:
                    if _is_abstract(c.__dict__[name]):
                        names.add(name)
                    break
    cls.__abstractmethods__ = frozenset(names)


def _mark(cls, kind):
    # it joined Sequence (32) or Mapping (64): patterns know these by a flag
    if kind and cls.__flags__ & 256 == 0 and cls.__flags__ & 96 != kind:
        cls.__abc_tpflags__ = kind
        for c in cls.__subclasses__():
            _mark(c, kind)


class ABCMeta(type):
    """The metaclass of abstract classes."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        _find_abstract(cls, namespace)
        cls._abc_impl = [], {} # the classes that were registered; answers given: class -> (answer, token)
        return cls

    def register(cls, subclass):
        """Makes issubclass(subclass, cls) true."""
        global _token
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if not ABCMeta.__subclasscheck__(cls, subclass): # (a protocol's own check may refuse)
            if issubclass(cls, subclass):
                raise RuntimeError("Refusing to create an inheritance cycle")
            cls._abc_impl[0].append(subclass)
            _token += 1
            _mark(subclass, getattr(cls, "__flags__", 0) & 96)
        return subclass

    def __instancecheck__(cls, instance):
        claimed = instance.__class__
        return cls.__subclasscheck__(claimed) or (
            claimed is not type(instance) and cls.__subclasscheck__(type(instance)))

    def __subclasscheck__(cls, subclass):
        registry, answers = cls._abc_impl
        known = answers.get(subclass)
        if known and (known[0] or known[1] == _token):
            return known[0]
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        answer = cls.__subclasshook__(subclass)
        if answer is NotImplemented:
            answer = cls in subclass.__mro__
            if not answer:
                for c in [*registry, *cls.__subclasses__()]:
                    if issubclass(subclass, c):
                        answer = True
                        break
        if len(answers) > 100: # (they keep the classes)
            answers.clear()
        answers[subclass] = answer, _token
        return answer


class ABC(metaclass=ABCMeta):
    """A base class that makes a class abstract."""
    __slots__ = ()


def get_cache_token():
    """What changes whenever a class is registered."""
    return _token


def update_abstractmethods(cls):
    """Finds out anew what is abstract in a class whose attributes were changed."""
    if hasattr(cls, "__abstractmethods__"):
        for sub in cls.__subclasses__():
            if "__abstractmethods__" not in sub.__dict__:
                return cls
        _find_abstract(cls, list(cls.__dict__))
    return cls
