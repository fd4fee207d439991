"""Tracebacks as texts and as objects. What exceptions look like is known to the interpreter: sys.print_exception()."""

import sys
from linecache import getline

__all__ = ["extract_stack", "extract_tb", "format_exception", "format_exception_only", "format_list", "format_stack",
           "format_tb", "print_exc", "format_exc", "print_exception", "print_last", "print_stack", "print_tb",
           "clear_frames", "FrameSummary", "StackSummary", "TracebackException", "walk_stack", "walk_tb", "print_list"]
_CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"
_SAME_LINES = 3
_MISSING = object()


class FrameSummary:
    """What is to be known of a frame: file, line, function, text."""
    __slots__ = "filename", "lineno", "name", "_line", "locals", "end_lineno", "colno", "end_colno", "_caret"

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None,
                 end_colno=None, **keywords):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self._line = line
        self.locals = None if locals is None else {k: repr(v) for k, v in locals.items()}
        self.end_lineno = lineno if end_lineno is None else end_lineno
        self.colno = colno
        self.end_colno = end_colno
        if lookup_line:
            self.line

    @property
    def line(self):
        """The text of the line, without the blanks around it."""
        if self._line is None:
            if self.lineno is None:
                return None
            self._line = getline(self.filename, self.lineno)
        return self._line.strip()

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __getitem__(self, i):
        return (self.filename, self.lineno, self.name, self.line)[i]

    def __len__(self):
        return 4

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return tuple(self) == tuple(other) and self.locals == other.locals
        return tuple(self) == other if isinstance(other, tuple) else NotImplemented

    def __repr__(self):
        return "<FrameSummary file %s, line %s in %s>" % (self.filename, self.lineno, self.name)


def walk_tb(tb):
    """(frame, line) of each traceback object."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    """(frame, line) of a frame and each that called it."""
    if f is None:
        f = sys._getframe(1).f_back
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


class StackSummary(list):
    """A list of FrameSummary."""

    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        """Of what walk_tb() or walk_stack() gives."""
        if limit is None:
            limit = getattr(sys, "tracebacklimit", None)
            if limit is not None and limit < 0:
                limit = 0
        frames = list(frame_gen)
        if limit is not None:
            frames = frames[:limit] if limit >= 0 else frames[limit:]
        return klass([FrameSummary(f.f_code.co_filename, line, f.f_code.co_name, lookup_line=lookup_lines,
                                   locals=f.f_locals if capture_locals else None) for f, line in frames])

    @classmethod
    def from_list(klass, a_list):
        """Of FrameSummary objects or old tuples."""
        return klass([f if isinstance(f, FrameSummary) else FrameSummary(f[0], f[1], f[2], line=f[3]) for f in a_list])

    def format_frame_summary(self, frame_summary):
        """The lines of one, as one text."""
        f = frame_summary
        text = '  File "%s", line %s, in %s\n' % (f.filename, f.lineno, f.name)
        if f.line:
            text += "    %s\n" % f.line
        for name in sorted(f.locals or ()):
            text += "    %s = %s\n" % (name, f.locals[name])
        return text

    def format(self, **keywords):
        """A list of texts; frames that repeat are counted."""
        result, last, times = [], None, 0

        def folded():
            n = times - _SAME_LINES
            if n > 0:
                result.append("  [Previous line repeated %d more time%s]\n" % (n, "s" if n > 1 else ""))
        for f in self:
            text = self.format_frame_summary(f)
            if text is None:
                continue
            key = f.filename, f.lineno, f.name
            if key != last:
                folded()
                last, times = key, 0
            times += 1
            if times <= _SAME_LINES:
                result.append(text)
        folded()
        return result


def _print_whole(exc):
    """What the interpreter prints for an exception."""
    from io import StringIO
    file = StringIO()
    sys.print_exception(exc, file)
    return file.getvalue()


def _only(exc):
    """The lines behind the frames: the exception itself, with place, notes, and what is in a group."""
    tb, cause, context, suppress = exc.__traceback__, exc.__cause__, exc.__context__, exc.__suppress_context__
    try:
        exc.__traceback__ = exc.__cause__ = exc.__context__ = None
        text = _print_whole(exc)
    finally:
        exc.__traceback__, exc.__cause__, exc.__context__ = tb, cause, context
        exc.__suppress_context__ = suppress
    return text


def _head(exc):
    """The first of these lines, and notes: not what is in a group."""
    text = _only(exc)
    if hasattr(exc, "exceptions"):
        lines = text.splitlines(True)
        text = "".join([line[4:] for line in lines if line.startswith("  | ")][:1 + len(_notes(exc))]) or lines[0]
        text = "".join([line + ("" if line.endswith("\n") else "\n") for line in text.splitlines()])
    return text


def _notes(exc):
    notes = getattr(exc, "__notes__", None)
    return "\n".join(map(str, notes)).split("\n") if isinstance(notes, (list, tuple)) and notes else []


def _entries(text):
    """A text cut so that a frame, or a line of the exception, is one piece."""
    pieces, in_frame = [], False
    for line in text.splitlines(True):
        if line.startswith("  File "):
            pieces.append(line)
            in_frame = ", in " in line # or it is the place of a SyntaxError
        elif in_frame and line.startswith("    "):
            pieces[-1] += line
        else:
            in_frame = False
            pieces.append(line)
    return pieces


class TracebackException:
    """All that is to be printed of an exception; the exception itself is not kept."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, save_exc_type=True, _seen=None):
        seen = _seen or set()
        seen.add(id(exc_value))
        self._exc_type = exc_type
        self.exc_type_qualname = exc_type.__qualname__
        self.exc_type_module = exc_type.__module__
        self.stack = StackSummary.extract(walk_tb(exc_traceback), limit=limit, lookup_lines=lookup_lines,
                                          capture_locals=capture_locals)
        self._str = str(exc_value)
        self._only = _entries(_head(exc_value)) if exc_value is not None else [exc_type.__name__ + "\n"]
        self._text = None
        if limit is None and not capture_locals and exc_value is not None and \
                exc_traceback is exc_value.__traceback__ and hasattr(sys, "print_exception"):
            self._text = _print_whole(exc_value)
        self.__notes__ = getattr(exc_value, "__notes__", None)
        if isinstance(exc_value, SyntaxError):
            for name in ("filename", "text", "offset", "end_offset", "msg"):
                setattr(self, name, getattr(exc_value, name, None))
            for name in ("lineno", "end_lineno"):
                line = getattr(exc_value, name, None)
                setattr(self, name, None if line is None else str(line))

        def another(exc):
            return None if exc is None or id(exc) in seen else TracebackException(
                type(exc), exc, exc.__traceback__, limit=limit, lookup_lines=lookup_lines,
                capture_locals=capture_locals, _seen=seen)
        cause = getattr(exc_value, "__cause__", None)
        self.__cause__ = another(cause)
        self.__suppress_context__ = getattr(exc_value, "__suppress_context__", False)
        context = getattr(exc_value, "__context__", None)
        self.__context__ = None if compact and (cause is not None or self.__suppress_context__) else another(context)
        self.exceptions = None
        if hasattr(exc_value, "exceptions") and isinstance(exc_value, BaseException):
            self.exceptions = [another(e) for e in exc_value.exceptions]

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        """Of an exception with its own traceback."""
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    @property
    def exc_type(self):
        """The class of the exception."""
        return self._exc_type

    @property
    def exc_type_str(self):
        """Its name."""
        if self.exc_type_module in ("__main__", "builtins"):
            return self.exc_type_qualname
        return "%s.%s" % (self.exc_type_module, self.exc_type_qualname)

    def format_exception_only(self, *, show_group=False, **keywords):
        """The lines behind the frames."""
        yield from self._only
        if show_group:
            for e in self.exceptions or ():
                for line in e.format_exception_only(show_group=True):
                    yield "   " + line

    def format(self, *, chain=True, **keywords):
        """All lines, a frame in one piece."""
        if self._text is not None and (chain or self.exceptions):
            yield from _entries(self._text)
            return
        if chain:
            if self.__cause__ is not None:
                yield from self.__cause__.format(chain=chain)
                yield _CAUSE
            elif self.__context__ is not None and not self.__suppress_context__:
                yield from self.__context__.format(chain=chain)
                yield _CONTEXT
        if self._text is not None: # what is behind the chain
            yield from _entries(self._text.split(_CAUSE)[-1].split(_CONTEXT)[-1])
            return
        if self.stack:
            yield "Traceback (most recent call last):\n"
            yield from self.stack.format()
        yield from self.format_exception_only()
        for i, e in enumerate(self.exceptions or ()):
            yield "  +-%s %d ----------------\n" % ("+---------------" if i == 0 else "---------------", i + 1)
            for line in e.format(chain=chain):
                yield "".join(["    | " + part for part in line.splitlines(True)])
        if self.exceptions:
            yield "    +------------------------------------\n"

    def print(self, *, file=None, chain=True, **keywords):
        """Prints format()."""
        for line in self.format(chain=chain):
            print(line, file=sys.stderr if file is None else file, end="")

    def __str__(self):
        return self._str

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if isinstance(other, TracebackException) else NotImplemented


def _exception(exc, value, tb):
    if value is _MISSING and tb is _MISSING:
        return (type(exc), exc, exc.__traceback__) if exc is not None else (None, None, None)
    if value is _MISSING or tb is _MISSING:
        raise ValueError("Both or neither of value and tb must be given")
    return (type(value) if value is not None else exc), value, tb


def format_exception(exc, /, value=_MISSING, tb=_MISSING, limit=None, chain=True, **keywords):
    """A list of texts: an exception, its traceback, and what it came of."""
    kind, value, tb = _exception(exc, value, tb)
    if value is None:
        return ["NoneType: None\n"]
    return list(TracebackException(kind, value, tb, limit=limit, compact=True).format(chain=chain))


def print_exception(exc, /, value=_MISSING, tb=_MISSING, limit=None, file=None, chain=True, **keywords):
    """Prints format_exception()."""
    file = sys.stderr if file is None else file
    for line in format_exception(exc, value, tb, limit, chain):
        print(line, file=file, end="")


def format_exception_only(exc, /, value=_MISSING, *, show_group=False, **keywords):
    """A list of texts: an exception without its traceback."""
    if value is _MISSING:
        value = exc
    if value is None:
        return ["NoneType: None\n"]
    return list(TracebackException(type(value), value, None, compact=True).format_exception_only(show_group=show_group))


def format_exc(limit=None, chain=True):
    """The exception that is being handled, as a text."""
    return "".join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    """Prints the exception that is being handled."""
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def print_last(limit=None, file=None, chain=True):
    """Prints the exception that the prompt showed last."""
    exc = getattr(sys, "last_exc", None) or getattr(sys, "last_value", None)
    if exc is None:
        raise ValueError("no last exception")
    print_exception(exc, limit=limit, file=file, chain=chain)


def extract_tb(tb, limit=None):
    """The frames of a traceback."""
    return StackSummary.extract(walk_tb(tb), limit=limit)


def extract_stack(f=None, limit=None):
    """The frames of the caller and those that called it, the outermost first."""
    if f is None:
        f = sys._getframe(1)
    frames = list(walk_stack(f))[::-1]
    if limit is not None:
        frames = frames[-limit:] if limit > 0 else frames[:-limit] if limit else []
    return StackSummary.extract(frames)


def format_list(extracted_list):
    """A text for each frame."""
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    """Prints format_list()."""
    for line in format_list(extracted_list):
        print(line, file=sys.stderr if file is None else file, end="")


def format_tb(tb, limit=None):
    """A text for each frame of a traceback."""
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    """Prints format_tb()."""
    print_list(extract_tb(tb, limit), file)


def format_stack(f=None, limit=None):
    """A text for each frame of extract_stack()."""
    return extract_stack(sys._getframe(1) if f is None else f, limit).format()


def print_stack(f=None, limit=None, file=None):
    """Prints format_stack()."""
    print_list(extract_stack(sys._getframe(1) if f is None else f, limit), file)


def clear_frames(tb):
    """Lets the variables of frames go."""
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except (RuntimeError, AttributeError):
            pass
        tb = tb.tb_next
