"""Annotations, evaluated in several ways."""


class Format(int):
    """How annotations are asked for."""

    def __repr__(self):
        return "<Format.%s: %d>" % (self.name, self)


for _i, _name in enumerate("VALUE VALUE_WITH_FAKE_GLOBALS FORWARDREF STRING".split()):
    _format = Format(_i + 1)
    _format.name = _name
    _format.value = _i + 1
    setattr(Format, _name, _format)
del _i, _name, _format


def type_repr(value):
    """How a type is written."""
    if isinstance(value, type):
        return value.__qualname__ if value.__module__ == "builtins" else "%s.%s" % (value.__module__, value.__qualname__)
    return "..." if value is ... else value.__name__ if type(value) is type(type_repr) else repr(value)


def call_annotate_function(annotate, format, *, owner=None):
    """What __annotate__() returns; names that are not known are ForwardRefs if format is FORWARDREF, or STRING."""
    if format <= 2:
        return annotate(1)
    f = getattr(annotate, "__func__", annotate)
    unknown = None
    while True:
        try:
            found = annotate(1)
            break
        except NameError as error:
            from typing import ForwardRef
            if unknown is None:
                unknown = dict(getattr(f, "__globals__", {}))
            name = error.name
            if name is None or name in unknown and isinstance(unknown[name], ForwardRef):
                raise
            cells = f.__closure__ or ()
            free = f.__code__.co_freevars
            if name in free: # a variable of a function around it that has no value yet
                cells = tuple([type(c)(ForwardRef(name)) if n == name else c for n, c in zip(free, cells)])
            unknown[name] = ForwardRef(name)
            f = type(f)(f.__code__, unknown, f.__name__, f.__defaults__, cells or None)
            annotate = f
    if format == 4:
        from typing import ForwardRef
        found = {k: v if isinstance(v, str) else v.__forward_arg__ if isinstance(v, ForwardRef) else type_repr(v)
                 for k, v in found.items()}
    return found


call_evaluate_function = call_annotate_function


def annotations_to_string(annotations):
    """Annotations as texts."""
    return {name: a if isinstance(a, str) else type_repr(a) for name, a in annotations.items()}


def __getattr__(name):
    if name != "ForwardRef": # (of a large module)
        raise AttributeError("module 'annotationlib' has no attribute %r" % name)
    from typing import ForwardRef
    return ForwardRef


def get_annotate_from_class_namespace(namespace):
    """The function that makes the annotations of a class."""
    return namespace.get("__annotate__")


def get_annotations(obj, *, globals=None, locals=None, eval_str=False, format=1):
    """A dict of the annotations of a function, class or module, not those that a class inherits."""
    if eval_str and format != 1:
        raise ValueError("eval_str=True is only supported with format=Format.VALUE")
    if isinstance(obj, type):
        space = obj.__dict__
        own = space.get("__annotations__") if obj is not type else None
        annotate = space.get("__annotate__") if own is None and obj is not type else None
    elif type(obj).__name__ == "module" or callable(obj) or hasattr(obj, "__annotations__"):
        annotate = getattr(obj, "__annotate__", None) if format != 1 else None
        own = None if annotate else getattr(obj, "__annotations__", None)
    else:
        raise TypeError("%r does not have annotations" % (obj,))
    if annotate is not None:
        own = call_annotate_function(getattr(annotate, "__func__", annotate), format)
    if own is None:
        return {}
    if not isinstance(own, dict):
        raise ValueError("%r.__annotations__ is neither a dict nor None" % (obj,))
    if format == 4:
        own = {k: v if isinstance(v, str) else type_repr(v) for k, v in own.items()}
    if not eval_str:
        return dict(own)
    if isinstance(obj, type):
        import sys
        space = getattr(sys.modules.get(obj.__module__), "__dict__", {})
        locals = dict(vars(obj)) if locals is None else locals
    else:
        while hasattr(obj, "__wrapped__"):
            obj = obj.__wrapped__
        obj = getattr(obj, "func", obj)
        space = getattr(obj, "__globals__", None) or getattr(obj, "__dict__", {})
    if globals is None:
        globals = space
    params = {p.__name__: p for p in getattr(obj, "__type_params__", ())}
    if params:
        locals = {**params, **(locals or {})}
    return {k: eval(v, globals, locals) if isinstance(v, str) else v for k, v in own.items()}
