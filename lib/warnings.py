"""Warnings: what they are about, which are shown, and how."""

import sys

__all__ = ["warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings", "simplefilter", "resetwarnings",
           "catch_warnings", "deprecated"]
filters = [] # (action, message's pattern, category, module's pattern, line), the first that fits counts
defaultaction = "default"
onceregistry = {}
_version = 1 # of the filters
_ACTIONS = "error", "ignore", "always", "all", "default", "module", "once"


class WarningMessage:
    """What showwarning() is told."""

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return "{message : %r, category : %r, filename : %r, lineno : %s, line : %r}" % (
            self.message, self._category_name, self.filename, self.lineno, self.line)


def formatwarning(message, category, filename, lineno, line=None):
    """The text of a warning."""
    text = "%s:%s: %s: %s\n" % (filename, lineno, category.__name__, message)
    if line is None:
        import linecache
        line = linecache.getline(filename, lineno)
    return text + "  %s\n" % line.strip() if line else text


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Writes a warning to a file, or standard error."""
    file = file or sys.stderr
    if file is not None:
        try:
            file.write(formatwarning(message, category, filename, lineno, line))
        except OSError:
            pass


_showwarning = showwarning


def _changed():
    global _version
    _version += 1


def _add(entry, append):
    if append:
        if entry not in filters:
            filters.append(entry)
    else:
        if entry in filters:
            filters.remove(entry)
        filters.insert(0, entry)
    _changed()


def _check_filter(action, category, lineno):
    if action not in _ACTIONS:
        raise ValueError("invalid action: %r" % (action,))
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError("category must be a Warning subclass, not %r" % type(category).__name__)
    if not isinstance(lineno, int):
        raise TypeError("lineno must be an int")
    if lineno < 0:
        raise ValueError("lineno must be an int >= 0")


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    """Puts a filter in front; message and module are regular expressions."""
    _check_filter(action, category, lineno)
    if not isinstance(message, str):
        raise TypeError("message must be a string")
    if not isinstance(module, str):
        raise TypeError("module must be a string")
    import re
    _add((action, re.compile(message, re.I) if message else None, category, re.compile(module) if module else None, lineno),
         append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Puts a filter in front that fits any message and module."""
    _check_filter(action, category, lineno)
    _add((action, None, category, None, lineno), append)


def resetwarnings():
    """Drops all filters."""
    filters[:] = []
    _changed()


def _is_internal(frame):
    name = frame.f_code.co_filename
    return "importlib" in name and "_bootstrap" in name


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    """Tells of something at the caller, or one of its callers."""
    if isinstance(message, Warning):
        category = message.__class__
    if category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError("category must be a Warning subclass, not '%s'" % type(category).__name__)
    if not isinstance(skip_file_prefixes, tuple):
        raise TypeError("skip_file_prefixes must be a tuple of strs.")
    if skip_file_prefixes:
        stacklevel = max(2, stacklevel)
    space, filename, lineno = sys.__dict__, "<sys>", 0
    if hasattr(sys, "_getframe"):
        try:
            frame = sys._getframe() # the caller: that of this module are not seen
            for _ in range(stacklevel - 1):
                frame = frame.f_back
                while frame is not None and skip_file_prefixes and frame.f_code.co_filename.startswith(skip_file_prefixes):
                    frame = frame.f_back
                if frame is None:
                    break
            if frame is not None:
                space, filename, lineno = frame.f_globals, frame.f_code.co_filename, frame.f_lineno
        except ValueError:
            pass
    module = space.get("__name__", "<string>")
    registry = space.setdefault("__warningregistry__", {})
    warn_explicit(message, category, filename, lineno, module, registry, space, source)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    """The same, of a place that is given."""
    lineno = int(lineno)
    if module is None:
        module = filename or "<unknown>"
        if module[-3:].lower() == ".py":
            module = module[:-3]
    if registry is None:
        registry = {}
    if registry.get("version", 0) != _version:
        registry.clear()
        registry["version"] = _version
    if isinstance(message, Warning):
        text = str(message)
        category = message.__class__
    else:
        text = message
        message = category(message)
    key = text, category, lineno
    if registry.get(key):
        return
    for action, msg, cat, mod, line in filters:
        if (msg is None or msg.match(text)) and issubclass(category, cat) and (
                mod is None or mod.match(module)) and line in (0, lineno):
            break
    else:
        action = defaultaction
    if action == "ignore":
        return
    if action == "error":
        raise message
    if action == "once":
        registry[key] = 1
        if onceregistry.get((text, category)):
            return
        onceregistry[text, category] = 1
    elif action == "module":
        registry[key] = 1
        if registry.get((text, category, 0)):
            return
        registry[text, category, 0] = 1
    elif action == "default":
        registry[key] = 1
    elif action not in ("always", "all"):
        raise RuntimeError("Unrecognized action (%r) in warnings.filters:\n %s" % (action, filters))
    _show(WarningMessage(message, category, filename, lineno, source=source))


def _show(msg):
    if showwarning is not _showwarning: # somebody has put one of his own there
        showwarning(msg.message, msg.category, msg.filename, msg.lineno, msg.file, msg.line)
    else:
        _showwarnmsg_impl(msg)


def _showwarnmsg_impl(msg):
    _showwarning(msg.message, msg.category, msg.filename, msg.lineno, msg.file, msg.line)


class catch_warnings:
    """A context manager: filters come back afterwards; record=True gives a list of what was told."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._module = module or sys.modules["warnings"]
        self._entered = False
        self._filter = None if action is None else (action, category, lineno, append)

    def __repr__(self):
        args = []
        if self._record:
            args.append("record=True")
        if self._module is not sys.modules["warnings"]:
            args.append("module=%r" % self._module)
        return "%s(%s)" % (type(self).__name__, ", ".join(args))

    def __enter__(self):
        if self._entered:
            raise RuntimeError("Cannot enter %r twice" % self)
        self._entered = True
        m = self._module
        self._saved = m.filters, m.showwarning, m._showwarnmsg_impl
        m.filters = m.filters[:]
        m._changed()
        log = None
        if self._record:
            log = []
            m._showwarnmsg_impl = log.append
            m.showwarning = m._showwarning
        if self._filter is not None:
            simplefilter(*self._filter)
        return log

    def __exit__(self, *info):
        if not self._entered:
            raise RuntimeError("Cannot exit %r without entering first" % self)
        m = self._module
        m.filters, m.showwarning, m._showwarnmsg_impl = self._saved
        m._changed()


class deprecated:
    """A decorator: calls of a function or class are told of."""

    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        if not isinstance(message, str):
            raise TypeError("Expected an object of type str for 'message', not %r" % type(message).__name__)
        self.message = message
        self.category = category
        self.stacklevel = stacklevel

    def __call__(self, arg, /):
        message, category, level = self.message, self.category, self.stacklevel
        if category is None:
            arg.__deprecated__ = message
            return arg
        if isinstance(arg, type):
            new = arg.__new__

            def __new__(cls, /, *args, **kwargs):
                if cls is arg:
                    warn(message, category=category, stacklevel=level + 1)
                if new is not object.__new__:
                    return new(cls, *args, **kwargs)
                if cls.__init__ is object.__init__ and (args or kwargs):
                    raise TypeError("%s() takes no arguments" % cls.__name__)
                return new(cls)
            arg.__new__ = staticmethod(__new__)
            subclass = arg.__init_subclass__
            subclass = getattr(subclass, "__func__", subclass)

            def __init_subclass__(*args, **kwargs):
                warn(message, category=category, stacklevel=level + 1)
                return subclass(*args, **kwargs)
            if hasattr(subclass, "__code__"):
                arg.__init_subclass__ = classmethod(__init_subclass__)
            else:
                arg.__init_subclass__ = classmethod(lambda cls, **kwargs: __init_subclass__(**kwargs))
            arg.__deprecated__ = __new__.__deprecated__ = message
            return arg
        if callable(arg):
            from functools import wraps

            @wraps(arg)
            def wrapper(*args, **kwargs):
                warn(message, category=category, stacklevel=level + 1)
                return arg(*args, **kwargs)
            arg.__deprecated__ = wrapper.__deprecated__ = message
            if getattr(getattr(arg, "__code__", None), "co_flags", 0) & 128: # a coroutine function
                from inspect import markcoroutinefunction
                markcoroutinefunction(wrapper)
            return wrapper
        raise TypeError("@deprecated decorator with non-None category must be applied to a class or callable, not %r" % (
            arg,))


def _category_of(text):
    module, dot, name = text.rpartition(".")
    if not text:
        return Warning
    try:
        category = getattr(__import__(module or "builtins", None, None, [name]), name)
    except ImportError:
        raise ValueError("invalid module name: %r" % module)
    except AttributeError:
        raise ValueError("unknown warning category: %r" % text)
    if not issubclass(category, Warning):
        raise ValueError("invalid warning category: %r" % text)
    return category


def _apply_option(option):
    """A filter as the command line's -W has it: ACTION:MESSAGE:CATEGORY:MODULE:LINE, of which the last ones may lack."""
    fields = [field.strip() for field in option.split(":")]
    if len(fields) > 5:
        raise ValueError("too many fields (max 5): %r" % option)
    short, message, category, module, line = fields + [""] * (5 - len(fields))
    action = [name for name in ("default",) + _ACTIONS if name.startswith(short)]
    if not action:
        raise ValueError("invalid action: %r" % short)
    if line and not line.isdecimal():
        raise ValueError("invalid lineno %r" % line)
    from re import escape
    filterwarnings(action[0], escape(message), _category_of(category), module and escape(module) + r"\Z", int(line or 0))


for _category in (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning):
    simplefilter("ignore", category=_category, append=True)
del _category
filters.insert(0, ("default", None, DeprecationWarning, __import__("re").compile("__main__$"), 0))
for _option in getattr(sys, "warnoptions", ()):
    try:
        _apply_option(_option)
    except ValueError as _error:
        print("Invalid -W option ignored:", _error, file=sys.stderr)
