"""What functions, classes and other live objects are: signatures, kinds, documentation."""

import sys
import types
from annotationlib import get_annotations
from collections import OrderedDict, namedtuple

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED, CO_GENERATOR = 1, 2, 4, 8, 16, 32
CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 128, 256, 512
TPFLAGS_IS_ABSTRACT = 1 << 20
_MISSING = object()
_builtins = types.BuiltinFunctionType, types.MethodDescriptorType, types.WrapperDescriptorType, types.MethodWrapperType


# ---- what it is ----

def ismodule(object):
    """Whether it is a module."""
    return isinstance(object, types.ModuleType)


def isclass(object):
    """Whether it is a class."""
    return isinstance(object, type)


def ismethod(object):
    """Whether it is a bound method written in Python."""
    return isinstance(object, types.MethodType)


def isfunction(object):
    """Whether it is a function written in Python."""
    return isinstance(object, types.FunctionType)


def isbuiltin(object):
    """Whether it is a function in C, or a bound method of one."""
    return isinstance(object, types.BuiltinFunctionType)


def isroutine(object):
    """Whether it is any kind of function or method."""
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object) or ismethodwrapper(object)


def ismethoddescriptor(object):
    """Whether it has __get__ but no __set__, and is none of those above."""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    cls = type(object)
    if isinstance(object, (types.BuiltinFunctionType, types.MethodWrapperType)):
        return False
    return hasattr(cls, "__get__") and not hasattr(cls, "__set__") and not hasattr(cls, "__delete__")


def isdatadescriptor(object):
    """Whether it has __set__ or __delete__."""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    cls = type(object)
    return hasattr(cls, "__set__") or hasattr(cls, "__delete__") or isgetsetdescriptor(object) or isinstance(object, property)


def ismemberdescriptor(object):
    """Whether it is an attribute of __slots__."""
    return type(object).__name__ == "member_descriptor"


def isgetsetdescriptor(object):
    """Whether it is a computed attribute of a type in C."""
    return type(object).__name__ == "getset_descriptor"


def ismethodwrapper(object):
    """Whether it is a bound special method in C."""
    return type(object).__name__ == "method-wrapper"


def isgenerator(object):
    """Whether it is a generator."""
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    """Whether it is a coroutine."""
    return isinstance(object, types.CoroutineType)


def isasyncgen(object):
    """Whether it is an asynchronous generator."""
    return isinstance(object, types.AsyncGeneratorType)


def isawaitable(object):
    """Whether `await` takes it."""
    if isgenerator(object):
        return bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE)
    return isinstance(object, types.CoroutineType) or hasattr(type(object), "__await__")


def istraceback(object):
    """Whether it is a traceback."""
    return isinstance(object, types.TracebackType)


def isframe(object):
    """Whether it is a frame."""
    return isinstance(object, types.FrameType)


def iscode(object):
    """Whether it is a code object."""
    return isinstance(object, types.CodeType)


def isabstract(object):
    """Whether it is a class with abstract methods."""
    return isclass(object) and bool(getattr(object, "__abstractmethods__", None))


def _has_flag(f, flag):
    f = getattr(f, "__func__", f)
    while type(f).__name__ == "partial" and hasattr(f, "func"):
        f = f.func
        f = getattr(f, "__func__", f)
    return isfunction(f) and bool(f.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    """Whether calls of it make generators."""
    return _has_flag(obj, CO_GENERATOR)


def isasyncgenfunction(obj):
    """Whether calls of it make asynchronous generators."""
    return _has_flag(obj, CO_ASYNC_GENERATOR)


def iscoroutinefunction(obj):
    """Whether calls of it make coroutines."""
    if _has_flag(obj, CO_COROUTINE):
        return True
    f = getattr(obj, "__func__", obj)
    if getattr(f, "_is_coroutine_mark", None) is _MISSING:
        return True
    f = getattr(type(obj), "__call__", None) if not isclass(obj) and not isroutine(obj) else None
    return getattr(f, "_is_coroutine_mark", None) is _MISSING


def markcoroutinefunction(func):
    """Makes iscoroutinefunction() say so."""
    getattr(func, "__func__", func)._is_coroutine_mark = _MISSING
    return func


# ---- attributes ----

def getmembers(object, predicate=None):
    """All (name, value), sorted."""
    return _members(object, predicate, getattr)


def getmembers_static(object, predicate=None):
    """The same, without calling anything."""
    return _members(object, predicate, getattr_static)


def _members(object, predicate, get):
    names = sorted(set(dir(object)))
    if isclass(object):
        for base in object.__bases__:
            names += [n for n, v in base.__dict__.items() if isinstance(v, types.DynamicClassAttribute) and n not in names]
    found = []
    for name in names:
        try:
            value = get(object, name)
        except AttributeError:
            for base in getattr(object, "__mro__", ()):
                if name in base.__dict__:
                    value = base.__dict__[name]
                    break
            else:
                continue
        if predicate is None or predicate(value):
            found.append((name, value))
    found.sort(key=lambda pair: pair[0])
    return found


_bases_of, _dict_of = type.__dict__["__mro__"].__get__, type.__dict__["__dict__"].__get__


def _in_classes(cls, name):
    for cls in _bases_of(cls):
        if name in _dict_of(cls):
            return _dict_of(cls)[name]
    return _MISSING


def getattr_static(obj, attr, default=_MISSING):
    """An attribute as it is stored: nothing is called."""
    cls = type(obj)
    in_instance, in_class = _MISSING, _in_classes(cls, attr)
    if issubclass(cls, type):
        in_instance = _in_classes(obj, attr)
        if in_instance is not _MISSING:
            return in_instance
    elif type(_in_classes(cls, "__dict__")).__name__ in ("object", "getset_descriptor"): # no class has its own
        try:
            in_instance = object.__getattribute__(obj, "__dict__").get(attr, _MISSING)
        except AttributeError:
            pass
    if in_instance is not _MISSING and in_class is not _MISSING:
        kind = type(in_class)
        if hasattr(kind, "__get__") and (hasattr(kind, "__set__") or hasattr(kind, "__delete__")):
            return in_class
    for found in (in_instance, in_class, default):
        if found is not _MISSING:
            return found
    raise AttributeError(attr)


Attribute = namedtuple("Attribute", "name kind defining_class object")


def classify_class_attrs(cls):
    """An Attribute for each name in dir(cls)."""
    result = []
    for name in dir(cls):
        home = found = None
        for base in (*cls.__mro__, *type(cls).__mro__):
            if name in base.__dict__:
                home, found = base, base.__dict__[name]
                break
        else:
            continue
        kind = "data"
        if isinstance(found, staticmethod) or name == "__new__":
            kind = "static method"
        elif isinstance(found, classmethod) or name in ("__init_subclass__", "__class_getitem__"):
            kind = "class method"
        elif isinstance(found, property):
            kind = "property"
        elif isroutine(found):
            kind = "method"
        result.append(Attribute(name, kind, home, found))
    return result


def getmro(cls):
    """The classes that attributes are looked for in."""
    return cls.__mro__


def unwrap(func, *, stop=None):
    """What decorators with wraps() have wrapped."""
    seen = {id(func): func}
    start = func
    while not isclass(func) and hasattr(func, "__wrapped__"):
        if stop is not None and stop(func):
            break
        func = func.__wrapped__
        if id(func) in seen or len(seen) >= sys.getrecursionlimit():
            raise ValueError("wrapper loop when unwrapping %r" % (start,))
        seen[id(func)] = func
    return func


# ---- documentation ----

def cleandoc(doc):
    """A docstring without its indentation."""
    lines = doc.expandtabs().split("\n")
    margin = min([len(line) - len(line.lstrip(" ")) for line in lines[1:] if line.lstrip(" ")], default=0)
    lines = [lines[0].lstrip(" "), *[line[margin:] for line in lines[1:]]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def _inherited_doc(object):
    if isclass(object):
        for base in object.__mro__[1:-1]:
            if getattr(base, "__doc__", None) is not None:
                return base.__doc__
        return None
    f = getattr(object, "__func__", getattr(object, "fget", object))
    name = getattr(f, "__name__", None)
    cls = getattr(object, "__self__", None)
    if cls is None:
        cls = sys.modules.get(getattr(f, "__module__", None))
        for part in getattr(f, "__qualname__", "").split(".")[:-1]:
            cls = getattr(cls, part, None)
    cls = cls if isclass(cls) else type(cls)
    for base in cls.__mro__:
        doc = getattr(base.__dict__.get(name), "__doc__", None)
        if doc is not None and base is not __builtins_object:
            return doc
    return None


__builtins_object = object


def getdoc(object):
    """The docstring, or that of what it overrides, cleaned."""
    try:
        doc = object.__doc__
        if doc is None:
            doc = _inherited_doc(object)
    except (AttributeError, TypeError):
        return None
    return cleandoc(doc) if isinstance(doc, str) else None


def getmodule(object, _filename=None):
    """The module that something was defined in."""
    return object if ismodule(object) else sys.modules.get(getattr(object, "__module__", None))


def getmodulename(path):
    """The name of the module in a file."""
    name = path.replace("\\", "/").split("/")[-1]
    for suffix in (".py", ".adc"):
        if name.endswith(suffix):
            return name[:-len(suffix)]
    return None


def getfile(object):
    """The file that something was defined in."""
    if isclass(object):
        object = sys.modules.get(object.__module__)
    if ismodule(object):
        if getattr(object, "__file__", None):
            return object.__file__
        raise TypeError("%r is a built-in module" % object)
    object = getattr(object, "__func__", object)
    for name in ("__code__", "tb_frame", "f_code"):
        object = getattr(object, name, object)
    if iscode(object):
        return object.co_filename
    raise TypeError("module, class, method, function, traceback, frame, or code object was expected, got %s"
                    % type(object).__name__)


def _no_source(object):
    """There are no sources in memory."""
    raise OSError("source code not available")


getsource = getsourcelines = findsource = getcomments = _no_source


def getsourcefile(object):
    """The file of the source, if it is one."""
    name = getfile(object)
    return name if name.endswith(".py") and not name.startswith(".frozen/") else None


# ---- frames ----

Traceback = namedtuple("Traceback", "filename lineno function code_context index", defaults=(None, None))
FrameInfo = namedtuple("FrameInfo", "frame filename lineno function code_context index", defaults=(None, None))


def currentframe():
    """The frame of the caller; None: there are none."""
    return sys._getframe(1) if hasattr(sys, "_getframe") else None


def _info(frame, line, context):
    code = frame.f_code
    from linecache import getlines
    lines, index = getlines(code.co_filename, frame.f_globals), None
    if lines and context > 0:
        start = max(0, min(line - 1 - context // 2, len(lines) - context))
        lines, index = lines[start:start + context], line - 1 - start
    return Traceback(code.co_filename, line, code.co_name, lines or None, index)


def getframeinfo(frame, context=1):
    """A Traceback for a frame or traceback, with so many lines of the source."""
    if istraceback(frame):
        return _info(frame.tb_frame, frame.tb_lineno, context)
    return _info(frame, frame.f_lineno, context)


def getouterframes(frame, context=1):
    """A FrameInfo for a frame and each that called it."""
    found = []
    while frame:
        found.append(FrameInfo(frame, *getframeinfo(frame, context)))
        frame = frame.f_back
    return found


def getinnerframes(tb, context=1):
    """A FrameInfo for each frame of a traceback."""
    found = []
    while tb:
        found.append(FrameInfo(tb.tb_frame, *getframeinfo(tb, context)))
        tb = tb.tb_next
    return found


def stack(context=1):
    """The frames of the caller and those that called it."""
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    """The frames of the exception that is being handled."""
    return getinnerframes(sys.exc_info()[2], context)


GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED", "CORO_CLOSED"
AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED = "AGEN_CREATED", "AGEN_RUNNING", "AGEN_SUSPENDED", "AGEN_CLOSED"


def _state(x, prefix, kind):
    if getattr(x, prefix + "_running"):
        return kind + "_RUNNING"
    if getattr(x, prefix + "_suspended"):
        return kind + "_SUSPENDED"
    return kind + ("_CLOSED" if getattr(x, prefix + "_frame") is None else "_CREATED")


def getgeneratorstate(generator):
    """GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED or GEN_CLOSED."""
    return _state(generator, "gi", "GEN")


def getcoroutinestate(coroutine):
    """CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED or CORO_CLOSED."""
    return _state(coroutine, "cr", "CORO")


def getasyncgenstate(agen):
    """AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED or AGEN_CLOSED."""
    return _state(agen, "ag", "AGEN")


def _locals_of(x, name):
    frame = getattr(x, name, None)
    return dict(frame.f_locals) if frame is not None else {}


def getgeneratorlocals(generator):
    """Its variables."""
    if not isgenerator(generator):
        raise TypeError("%r is not a Python generator" % (generator,))
    return _locals_of(generator, "gi_frame")


def getcoroutinelocals(coroutine):
    """Its variables."""
    return _locals_of(coroutine, "cr_frame")


def getasyncgenlocals(agen):
    """Its variables."""
    return _locals_of(agen, "ag_frame")


ClosureVars = namedtuple("ClosureVars", "nonlocals globals builtins unbound")


def getclosurevars(func):
    """The variables that a function uses and that are not its own."""
    func = getattr(func, "__func__", func)
    if not isfunction(func):
        raise TypeError("%r is not a Python function" % (func,))
    nonlocals = {n: c.cell_contents for n, c in zip(func.__code__.co_freevars, func.__closure__ or ())}
    import builtins
    builtins = func.__globals__.get("__builtins__", builtins)
    builtins = builtins.__dict__ if ismodule(builtins) else builtins
    found, builtin, unbound = {}, {}, set()
    for name in func.__code__.co_names:
        if name in func.__globals__:
            found[name] = func.__globals__[name]
        elif name in builtins:
            builtin[name] = builtins[name]
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, found, builtin, unbound)


# ---- signatures ----

class _empty:
    """Stands for what is not there."""


class _ParameterKind(int):
    def __repr__(self):
        return "<_ParameterKind.%s: %d>" % (self.name, self)

    def __str__(self):
        return self.name

    __format__ = lambda self, spec: format(str(self), spec)


def _kind(number, name, description):
    made = _ParameterKind(number)
    made.name = name
    made.value = number
    made.description = description
    return made


_POSITIONAL_ONLY = _kind(0, "POSITIONAL_ONLY", "positional-only")
_POSITIONAL_OR_KEYWORD = _kind(1, "POSITIONAL_OR_KEYWORD", "positional or keyword")
_VAR_POSITIONAL = _kind(2, "VAR_POSITIONAL", "variadic positional")
_KEYWORD_ONLY = _kind(3, "KEYWORD_ONLY", "keyword-only")
_VAR_KEYWORD = _kind(4, "VAR_KEYWORD", "variadic keyword")
_KINDS = _POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD


def formatannotation(annotation, base_module=None, *, quote_annotation_strings=True):
    """How an annotation is shown in a signature."""
    if not quote_annotation_strings and isinstance(annotation, str):
        return annotation
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return "%s.%s" % (annotation.__module__, annotation.__qualname__)
    return repr(annotation)


class Parameter:
    """A parameter of a signature."""
    __slots__ = "_name", "_kind", "_default", "_annotation"
    empty = _empty
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _KINDS

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        if kind not in (0, 1, 2, 3, 4):
            raise ValueError("value %r is not a valid Parameter.kind" % (kind,))
        kind = _KINDS[kind]
        if default is not _empty and kind in (2, 4):
            raise ValueError("%s parameters cannot have default values" % kind.description)
        if name is _empty:
            raise ValueError("name is a required attribute for Parameter")
        if not isinstance(name, str):
            raise TypeError("name must be a str, not a %s" % type(name).__name__)
        from keyword import iskeyword
        if iskeyword(name) and kind != 0 or not name.isidentifier():
            raise ValueError("%r is not a valid parameter name" % name)
        self._name = name
        self._kind = kind
        self._default = default
        self._annotation = annotation

    name = property(lambda self: self._name)
    kind = property(lambda self: self._kind)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)

    def replace(self, *, name=_MISSING, kind=_MISSING, annotation=_MISSING, default=_MISSING):
        """The same with other attributes."""
        return type(self)(self._name if name is _MISSING else name, self._kind if kind is _MISSING else kind,
                          default=self._default if default is _MISSING else default,
                          annotation=self._annotation if annotation is _MISSING else annotation)

    __replace__ = replace

    def __str__(self):
        return self._format()

    def _format(self, quote=True):
        text = self._name
        if self._annotation is not _empty:
            text += ": " + formatannotation(self._annotation, quote_annotation_strings=quote)
        if self._default is not _empty:
            text += (" = %r" if self._annotation is not _empty else "=%r") % (self._default,)
        return ("*" if self._kind == 2 else "**" if self._kind == 4 else "") + text

    def __repr__(self):
        return '<Parameter "%s">' % self

    def _key(self):
        return self._name, int(self._kind), self._default, self._annotation

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, Parameter) else NotImplemented

    def __hash__(self):
        return hash(self._key())


class BoundArguments:
    """Arguments, as the parameters of a signature take them."""
    __slots__ = "arguments", "_signature"

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    @property
    def signature(self):
        """The signature."""
        return self._signature

    @property
    def args(self):
        """The positional arguments."""
        args = []
        for name, p in self._signature.parameters.items():
            if p.kind >= 3 or name not in self.arguments:
                break
            if p.kind == 2:
                args.extend(self.arguments[name])
            else:
                args.append(self.arguments[name])
        return tuple(args)

    @property
    def kwargs(self):
        """The keyword arguments."""
        found = {}
        by_keyword = False
        for name, p in self._signature.parameters.items():
            if p.kind >= 3:
                by_keyword = True
            elif name not in self.arguments:
                by_keyword = True
                continue
            if by_keyword and name in self.arguments:
                if p.kind == 4:
                    found.update(self.arguments[name])
                elif p.kind != 2:
                    found[name] = self.arguments[name]
        return found

    def apply_defaults(self):
        """Fills in what was not given."""
        filled = {}
        for name, p in self._signature.parameters.items():
            if name in self.arguments:
                filled[name] = self.arguments[name]
            elif p.default is not _empty:
                filled[name] = p.default
            elif p.kind == 2:
                filled[name] = ()
            elif p.kind == 4:
                filled[name] = {}
        self.arguments = filled

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self._signature == other._signature and self.arguments == other.arguments

    __hash__ = None

    def __repr__(self):
        return "<BoundArguments (%s)>" % ", ".join(["%s=%r" % item for item in self.arguments.items()])


def _signature_again(cls, parameters, annotation):
    return cls(parameters, return_annotation=annotation)


class Signature:
    """The parameters of a function and what it returns."""
    __slots__ = "_parameters", "_return_annotation"
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        params = OrderedDict()
        last, seen_default = 0, False
        for p in parameters or ():
            if __validate_parameters__:
                if p.kind < last:
                    raise ValueError("wrong parameter order: %s parameter before %s parameter" % (
                        _KINDS[last].description, p.kind.description))
                if p.kind > last:
                    last = int(p.kind)
                if p.kind <= 1:
                    if p.default is not _empty:
                        seen_default = True
                    elif seen_default:
                        raise ValueError("non-default argument follows default argument")
                if p.name in params:
                    raise ValueError("duplicate parameter name: %r" % p.name)
            params[p.name] = p
        self._parameters = types.MappingProxyType(params)
        self._return_annotation = return_annotation

    def __reduce__(self):
        return _signature_again, (type(self), tuple(self._parameters.values()), self._return_annotation)

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False, annotation_format=1):
        """The signature of a function, class or other callable."""
        return _signature_of(obj, cls, follow_wrapped, (globals, locals, eval_str, annotation_format))

    parameters = property(lambda self: self._parameters)
    return_annotation = property(lambda self: self._return_annotation)

    def replace(self, *, parameters=_MISSING, return_annotation=_MISSING):
        """The same with other attributes."""
        return type(self)(self._parameters.values() if parameters is _MISSING else parameters,
                          return_annotation=self._return_annotation if return_annotation is _MISSING else return_annotation)

    __replace__ = replace

    def _key(self):
        return ([p for p in self._parameters.values() if p.kind != 3],
                {n: p for n, p in self._parameters.items() if p.kind == 3}, self._return_annotation)

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, Signature) else NotImplemented

    def __hash__(self):
        plain, named, result = self._key()
        return hash((tuple(plain), frozenset(named.values()), result))

    def bind(self, /, *args, **kwargs):
        """A BoundArguments; TypeError if the arguments don't fit."""
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        """The same; some may be missing."""
        return self._bind(args, kwargs, True)

    def _bind(self, args, kwargs, partial):
        arguments = {}
        args = list(args)
        left = dict(kwargs)
        params = self._parameters
        extra = None
        which = " keyword-only" # as long as no parameter before was left out, or given by its name
        for name, p in params.items():
            if p.kind >= 3 and args:
                raise TypeError("too many positional arguments")
            if p.kind == 2:
                which = ""
                if args:
                    arguments[name] = tuple(args)
                    args = []
            elif p.kind == 4:
                extra = name
            elif p.kind <= 1 and args:
                if name in left and p.kind == 1:
                    raise TypeError("multiple values for argument %r" % name)
                arguments[name] = args.pop(0)
            elif p.kind != 0 and name in left:
                arguments[name] = left.pop(name)
            elif p.kind == 0 and name in left and p.default is _empty and not any([q.kind == 4 for q in params.values()]):
                raise TypeError("got some positional-only arguments passed as keyword arguments: %r" % name)
            elif p.default is _empty and not partial:
                raise TypeError("missing a required%s argument: %r" % (which if p.kind == 3 else "", name))
            if name in kwargs or name not in arguments:
                which = ""
        if args:
            raise TypeError("too many positional arguments")
        if left:
            if extra is None:
                wrong = [n for n in left if n in params and params[n].kind == 0 and n not in arguments]
                if wrong:
                    raise TypeError("got some positional-only arguments passed as keyword arguments: '%s'" % ", ".join(wrong))
                raise TypeError("got an unexpected keyword argument %r" % next(iter(left)))
            arguments[extra] = left
        return BoundArguments(self, {name: arguments[name] for name in params if name in arguments})

    def format(self, *, max_width=None, quote_annotation_strings=True):
        """The text; each parameter on a line of its own if it is longer than max_width."""
        parts = []
        slash = star = False
        for p in self._parameters.values():
            if p.kind == 0:
                slash = True
            elif slash:
                parts.append("/")
                slash = False
            if p.kind == 2:
                star = True
            elif p.kind == 3 and not star:
                parts.append("*")
                star = True
            parts.append(p._format(quote_annotation_strings))
        if slash:
            parts.append("/")
        text = "(%s)" % ", ".join(parts)
        if max_width is not None and len(text) > max_width:
            text = "(\n    %s\n)" % ",\n    ".join(parts)
        if self._return_annotation is not _empty:
            text += " -> " + formatannotation(self._return_annotation, quote_annotation_strings=quote_annotation_strings)
        return text

    def __str__(self):
        return self.format()

    def __repr__(self):
        return "<%s %s>" % (type(self).__name__, self)


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False, annotation_format=1):
    """The Signature of a function, class or other callable."""
    return Signature.from_callable(obj, follow_wrapped=follow_wrapped, globals=globals, locals=locals, eval_str=eval_str,
                                   annotation_format=annotation_format)


def _of_function(f, cls, how):
    code = f.__code__
    space, local, eval_str, format = how
    kinds = get_annotations(f, globals=space, locals=local, eval_str=eval_str, format=format)
    names = code.co_varnames
    positional = code.co_argcount
    keyword_only = names[positional:positional + code.co_kwonlyargcount]
    defaults = f.__defaults__ or ()
    by_keyword = f.__kwdefaults__ or {}
    params = []

    def add(name, kind, default=_empty):
        p = Parameter(name if name.isidentifier() else "implicit" + name[1:], kind, default=default,
                      annotation=kinds.get(name, _empty))
        params.append(p)
    for i, name in enumerate(names[:positional]):
        at = i - positional + len(defaults)
        add(name, 0 if i < code.co_posonlyargcount else 1, defaults[at] if at >= 0 else _empty)
    at = positional + len(keyword_only)
    if code.co_flags & CO_VARARGS:
        add(names[at], 2)
        at += 1
    for name in keyword_only:
        add(name, 3, by_keyword.get(name, _empty))
    if code.co_flags & CO_VARKEYWORDS:
        add(names[at], 4)
    return cls(params, return_annotation=kinds.get("return", _empty), __validate_parameters__=False)


def _without_first(sig):
    params = list(sig.parameters.values())
    if not params or params[0].kind in (3, 4):
        raise ValueError("invalid method signature")
    return sig.replace(parameters=params if params[0].kind == 2 else params[1:])


def _of_partial(p, cls, how):
    sig = _signature_of(p.func, cls, True, how)
    try:
        bound = sig.bind_partial(*p.args, **p.keywords).arguments
    except TypeError as error:
        raise ValueError("partial object %r has incorrect arguments" % (p,)) from error
    from functools import Placeholder
    params = []
    to_keyword = False
    for name, param in sig.parameters.items():
        if name in bound:
            if param.kind == 0 or param.kind == 1 and name not in p.keywords:
                if bound[name] is Placeholder:
                    params.append(param.replace(kind=0, default=_empty))
                continue
            if param.kind == 1:
                to_keyword = True
                param = param.replace(kind=3, default=bound[name])
            elif param.kind == 3:
                param = param.replace(default=bound[name])
        elif to_keyword:
            if param.kind == 1:
                param = param.replace(kind=3)
            elif param.kind == 2:
                continue
        params.append(param)
    return sig.replace(parameters=params)


def _in_c(f):
    return type(f).__name__ in ("builtin_function_or_method", "method_descriptor", "wrapper_descriptor", "method-wrapper")


def _user_method(cls, name):
    """A method that is not in C, bound to the class as if that were the instance; None: there is none."""
    f = getattr(cls, name) if name == "__new__" else _in_classes(cls, name)
    if f is _MISSING or _in_c(unwrap(f, stop=lambda f: hasattr(f, "__signature__") or _in_c(f))):
        return None
    return f.__get__(cls, type(cls)) if name != "__new__" and not isclass(f) and hasattr(type(f), "__get__") else f


def _fields_text(cls):
    defaults = cls._field_defaults
    return "(%s)" % ", ".join([name + "=defaults[%r]" % name if name in defaults else name for name in cls._fields])


def _of_class(obj, cls, how):
    meta = type(obj)
    call = _user_method(meta, "__call__") if meta.__module__ not in ("enum", "abc", "typing") else None
    if call is not None:
        return _signature_of(call, cls, True, how)
    if hasattr(obj, "_member_names_"):
        return _of_text("(*values)" if obj._member_names_ else "(new_class_name, /, names, *, module=None, qualname=None, "
                        "type=None, start=1, boundary=None)", cls, how)
    for base in obj.__mro__:
        for name in ("__new__", "__init__"):
            if name in base.__dict__ and _user_method(obj, name) is not None:
                sig = _signature_of(_user_method(obj, name), cls, True, how)
                return _without_first(sig) if name == "__new__" else sig
        if "_field_defaults" in base.__dict__: # of a named tuple
            return _of_text(_fields_text(base), cls, how, base._field_defaults)
    for base in obj.__mro__[:-1]:
        if _in_c(base.__dict__.get("__new__")): # a class in C
            from _signatures import find
            text = find(base.__module__, base.__name__)
            if text:
                return _of_text(text, cls, how)
            raise ValueError("no signature found for builtin type %r" % obj)
    return cls()


def _signature_of(obj, cls, follow, how):
    if not callable(obj):
        raise TypeError("%r is not a callable object" % (obj,))
    if isinstance(obj, types.MethodType):
        return _without_first(_signature_of(obj.__func__, cls, follow, how))
    if follow:
        obj = unwrap(obj, stop=lambda f: hasattr(f, "__signature__") or isinstance(f, types.MethodType))
        if isinstance(obj, types.MethodType):
            return _signature_of(obj, cls, follow, how)
    own = made = getattr(obj, "__signature__", None)
    if callable(own) and not isinstance(own, Signature):
        made = own()
    if isinstance(made, str):
        return _of_text(made, cls, how)
    if own is not None:
        if not isinstance(made, Signature):
            raise TypeError("unexpected object %r in __signature__ attribute" % (own,))
        return made
    if isfunction(obj) or not isclass(obj) and isinstance(getattr(obj, "__code__", None), types.CodeType):
        return _of_function(obj, cls, how)
    if isinstance(obj, _builtins):
        return _of_builtin(obj, cls, how)
    if type(obj).__name__ == "partial" and hasattr(obj, "func"):
        return _of_partial(obj, cls, how)
    if isclass(obj):
        return _of_class(obj, cls, how)
    call = _user_method(type(obj), "__call__")
    if call is not None:
        return _signature_of(call, cls, follow, how)
    raise ValueError("callable %r is not supported by signature" % (obj,))


def _of_text(text, cls, how, defaults=None):
    space = {"defaults": defaults}
    exec("def f%s: pass" % text, space)
    return _of_function(space["f"], cls, how)


def _of_builtin(obj, cls, how):
    from _signatures import find
    name, owner, unbound = obj.__name__, getattr(obj, "__objclass__", None), True
    me = getattr(obj, "__self__", types)
    if owner is None and not ismodule(me):
        unbound = False
        for owner in (me if isclass(me) else type(me)).__mro__:
            if name in owner.__dict__:
                break
    text = find(owner.__name__ if owner else obj.__module__, name)
    if text is None:
        raise ValueError("no signature found for builtin %r" % (obj,))
    if owner and unbound:
        text = "(self, /)" if text == "()" else "(self, " + ("" if "/" in text else "/, ") + text[1:]
    return _of_text(text, cls, how)


FullArgSpec = namedtuple("FullArgSpec", "args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations")


def getfullargspec(func):
    """The parameters of a function, in the old form."""
    try:
        sig = _signature_of(func.__func__ if ismethod(func) else func, Signature, False, (None, None, False, 1))
    except Exception as error:
        raise TypeError("unsupported callable") from error
    args, varargs, varkw, defaults, kwonly, kwdefaults, kinds = [], None, None, [], [], {}, {}
    for name, p in sig.parameters.items():
        if p.kind <= 1:
            args.append(name)
            if p.default is not _empty:
                defaults.append(p.default)
        elif p.kind == 2:
            varargs = name
        elif p.kind == 3:
            kwonly.append(name)
            if p.default is not _empty:
                kwdefaults[name] = p.default
        else:
            varkw = name
        if p.annotation is not _empty:
            kinds[name] = p.annotation
    if sig.return_annotation is not _empty:
        kinds["return"] = sig.return_annotation
    return FullArgSpec(args, varargs, varkw, tuple(defaults) or None, kwonly, kwdefaults or None, kinds)


def getcallargs(func, /, *positional, **named):
    """The variables that a call with these arguments would have."""
    if ismethod(func):
        positional = (func.__self__, *positional)
        func = func.__func__
    spec = getfullargspec(func)
    # another function with these parameters knows, and what the matter is if they don't fit
    space = {}
    kwonly = ["*" + (spec.varargs or "")] if spec.varargs or spec.kwonlyargs else []
    exec("def f(%s): return locals()" % ", ".join(
        [*spec.args, *kwonly, *spec.kwonlyargs, *(["**" + spec.varkw] if spec.varkw else [])]), space)
    f = space["f"]
    f.__qualname__, f.__defaults__, f.__kwdefaults__ = func.__name__, spec.defaults, spec.kwonlydefaults
    return f(*positional, **named)


def getclasstree(classes, unique=False):
    """Classes and their bases as nested lists: (class, bases), and after it the list of those derived from it."""
    children, roots = {}, []
    for c in classes:
        for base in c.__bases__:
            below = children.setdefault(base, [])
            if c not in below:
                below.append(c)
            if unique and base in classes:
                break
        if not c.__bases__ and c not in roots:
            roots.append(c)
    roots += [base for base in children if base not in classes]
    return walktree(roots, children, None)


def walktree(classes, children, parent):
    """A part of getclasstree()."""
    found = []
    for c in sorted(classes, key=lambda c: (c.__module__, c.__name__)):
        found.append((c, c.__bases__))
        if c in children:
            found.append(walktree(children[c], children, c))
    return found


Arguments = namedtuple("Arguments", "args, varargs, varkw")
ArgInfo = namedtuple("ArgInfo", "args varargs keywords locals")


def getargs(co):
    """The names of the parameters of a code object."""
    names, n = co.co_varnames, co.co_argcount + co.co_kwonlyargcount
    args = names[:n]
    varargs = varkw = None
    if co.co_flags & CO_VARARGS:
        varargs = names[n]
        n += 1
    if co.co_flags & CO_VARKEYWORDS:
        varkw = names[n]
    return Arguments(list(args), varargs, varkw)


def getargvalues(frame):
    """The parameters of a frame, and its variables."""
    return ArgInfo(*getargs(frame.f_code), frame.f_locals)


def formatargvalues(args, varargs, varkw, locals, formatarg=str, formatvarargs=lambda name: "*" + name,
                    formatvarkw=lambda name: "**" + name, formatvalue=lambda value: "=" + repr(value)):
    """The values of getargvalues() as a text."""
    parts = [formatarg(name) + formatvalue(locals[name]) for name in args]
    for name, form in ((varargs, formatvarargs), (varkw, formatvarkw)):
        if name:
            parts.append(form(name) + formatvalue(locals[name]))
    return "(" + ", ".join(parts) + ")"


def __getattr__(name):
    if name != "BufferFlags": # (few ask for it, and enum is large)
        raise AttributeError("module 'inspect' has no attribute %r" % name)
    global BufferFlags
    from enum import IntFlag
    BufferFlags = IntFlag("BufferFlags", dict(
        SIMPLE=0, WRITABLE=1, FORMAT=4, ND=8, STRIDES=0x18, C_CONTIGUOUS=0x38, F_CONTIGUOUS=0x58, ANY_CONTIGUOUS=0x98,
        INDIRECT=0x118, CONTIG=9, CONTIG_RO=8, STRIDED=0x19, STRIDED_RO=0x18, RECORDS=0x1d, RECORDS_RO=0x1c, FULL=0x11d,
        FULL_RO=0x11c, READ=0x100, WRITE=0x200), module="inspect")
    return BufferFlags


__all__ = [name for name in globals() if name[0] != "_" and name not in ("OrderedDict", "namedtuple", "sys", "types")] + ["BufferFlags"]
