"""Tracebacks as texts and as objects. What exceptions look like is known to the interpreter: sys.print_exception()."""

import builtins
import sys
from linecache import cache, checkcache, getline, lazycache

__all__ = ["extract_stack", "extract_tb", "format_exception", "format_exception_only", "format_list", "format_stack",
           "format_tb", "print_exc", "format_exc", "print_exception", "print_last", "print_stack", "print_tb",
           "clear_frames", "FrameSummary", "StackSummary", "TracebackException", "walk_stack", "walk_tb", "print_list"]
_CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"
_SAME_LINES = 3
_Group = getattr(builtins, "BaseExceptionGroup", ())


class _Implicit:
    def __repr__(self):
        return "<implicit>"


_MISSING = _Implicit()
_piece = getattr(sys, "_traceback_piece", None) # (a small build has none)


def _safely(value, what, func=str):
    try:
        return func(value)
    except:
        return "<%s %s() failed>" % (what, func.__name__)


class FrameSummary:
    """What is to be known of a frame: file, line, function, text."""
    __slots__ = "filename", "lineno", "end_lineno", "colno", "end_colno", "name", "_lines", "locals"

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None,
                 end_colno=None, **keywords):
        self.filename = filename
        self.lineno = lineno
        self.end_lineno = lineno if end_lineno is None else end_lineno
        self.colno = colno
        self.end_colno = end_colno
        self.name = name
        self._lines = line
        self.locals = None if locals is None else {k: _safely(v, "local", repr) for k, v in locals.items()}
        if lookup_line:
            self.line

    def _text(self):
        if self._lines is None and self.lineno is not None:
            self._lines = "".join([getline(self.filename, i).rstrip() + "\n"
                                   for i in range(self.lineno, self.end_lineno + 1)])
        return self._lines

    @property
    def line(self):
        """The text of the first line, without the blanks around it."""
        text = self._text()
        return None if text is None else text.partition("\n")[0].strip()

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


def _walk_positions(tb):
    # as walk_tb(), with (line, last line, column, last column) in the place of the line
    last = None, None, None
    while tb is not None:
        frame, line, at = tb.tb_frame, tb.tb_lineno, tb.tb_lasti
        code = frame.f_code
        if last != (code, line, at): # (recursion repeats a place a million times)
            last = code, line, at
            place = line, None, None, None
            if at >= 0 and hasattr(code, "co_positions"):
                places = list(code.co_positions())[at // 2:]
                if places and places[0][0] == line:
                    place = places[0]
        yield frame, place
        tb = tb.tb_next


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
        result = klass()
        before = None
        for f, place in frames:
            if before == (f.f_code, place) and not capture_locals:
                result.append(result[-1])
                continue
            before = f.f_code, place
            line, last, column, end = place if isinstance(place, tuple) else (place, None, None, None)
            name = f.f_code.co_filename
            if name not in cache:
                lazycache(name, f.f_globals)
            result.append(FrameSummary(name, line, f.f_code.co_name, lookup_line=False, end_lineno=last, colno=column,
                                       end_colno=end, locals=f.f_locals if capture_locals else None))
        for name in {f.filename for f in result}:
            checkcache(name)
        if lookup_lines:
            for f in result:
                if f._lines is None:
                    f.line
        return result

    @classmethod
    def from_list(klass, a_list):
        """Of FrameSummary objects or old tuples."""
        return klass([f if isinstance(f, FrameSummary) else FrameSummary(f[0], f[1], f[2], line=f[3]) for f in a_list])

    def format_frame_summary(self, frame_summary):
        """The lines of one, as one text."""
        f = frame_summary
        text = '  File "%s", line %s, in %s\n' % (f.filename, f.lineno, f.name)
        if f.colno is not None and f.end_colno is not None and _piece:
            text += _piece(f.filename, f._text() if f.line else "", f.lineno, f.end_lineno, f.colno, f.end_colno)
        elif f.line:
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
        text = before = None
        for f in self:
            if f is not before:
                text = self.format_frame_summary(f)
                before = f
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


class _Margin:
    """How far in a group it is, and what is to be drawn left of it."""
    depth = 0
    need_close = False

    def indent(self):
        return "  " * self.depth

    def put(self, texts, char="|"):
        for text in texts:
            if self.depth:
                lead = self.indent() + char + " "
                text = "".join([lead + line for line in text.splitlines(True)])
                char = "|"
            yield text


class TracebackException:
    """All that is to be printed of an exception; the exception itself is not kept."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, save_exc_type=True, _seen=None):
        whole = _seen is None
        seen = set() if whole else _seen
        seen.add(id(exc_value))
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        self.stack = StackSummary.extract(_walk_positions(exc_traceback), limit=limit, lookup_lines=lookup_lines,
                                          capture_locals=capture_locals)
        self._exc_type = exc_type if save_exc_type else None
        self._have_exc_type = exc_type is not None
        self.exc_type_qualname = exc_type.__qualname__ if exc_type is not None else None
        self.exc_type_module = exc_type.__module__ if exc_type is not None else None
        self._str = _safely(exc_value, "exception")
        try:
            self.__notes__ = getattr(exc_value, "__notes__", None)
        except Exception as e:
            self.__notes__ = ["Ignored error getting __notes__: " + _safely(e, "__notes__", repr)]
        if isinstance(exc_value, BaseException) and _piece:
            text = _piece(exc_value)
        elif exc_type is None:
            text = "NoneType: None\n"
        else:
            text = self.exc_type_str + (": %s\n" % self._str if exc_value is not None and self._str else "\n")
        self._last = [text]
        if isinstance(exc_value, SyntaxError):
            self._last = text.splitlines(True)
            for name in ("filename", "text", "offset", "end_offset", "msg"):
                setattr(self, name, getattr(exc_value, name, None))
            for name in ("lineno", "end_lineno"):
                line = getattr(exc_value, name, None)
                setattr(self, name, None if line is None else str(line))
        self.__suppress_context__ = getattr(exc_value, "__suppress_context__", False)
        self.__cause__ = self.__context__ = self.exceptions = None
        queue = [(self, exc_value)] if whole else []

        def another(exc):
            made = TracebackException(
                type(exc), exc, exc.__traceback__, limit=limit, lookup_lines=lookup_lines, capture_locals=capture_locals,
                max_group_width=max_group_width, max_group_depth=max_group_depth, _seen=seen)
            queue.append((made, exc))
            return made
        for te, e in queue:
            cause, context = getattr(e, "__cause__", None), getattr(e, "__context__", None)
            if cause is not None and id(cause) not in seen:
                te.__cause__ = another(cause)
            if context is not None and id(context) not in seen and not (
                    compact and (te.__cause__ is not None or te.__suppress_context__)):
                te.__context__ = another(context)
            if isinstance(e, _Group):
                te.exceptions = [another(x) for x in e.exceptions]

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        """Of an exception with its own traceback."""
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    @property
    def exc_type(self):
        """The class of the exception."""
        from warnings import warn
        warn("Deprecated in 3.13. Use exc_type_str instead.", DeprecationWarning, stacklevel=2)
        return self._exc_type

    @property
    def exc_type_str(self):
        """Its name."""
        if not self._have_exc_type:
            return None
        module = self.exc_type_module
        if module in ("__main__", "builtins"):
            return self.exc_type_qualname
        return "%s.%s" % (module if isinstance(module, str) else "<unknown>", self.exc_type_qualname)

    def format_exception_only(self, *, show_group=False, _depth=0, **keywords):
        """The lines behind the frames."""
        indent = "   " * _depth
        for text in self._last:
            yield from [indent + line for line in text.splitlines(True)] if _depth else [text]
        notes = self.__notes__
        if type(notes).__flags__ & 32 if _piece else isinstance(notes, (list, tuple)):
            for note in notes:
                for line in _safely(note, "note").split("\n"):
                    yield indent + line + "\n"
        elif notes is not None:
            yield indent + _safely(notes, "__notes__", repr) + "\n"
        if show_group:
            for e in self.exceptions or ():
                yield from e.format_exception_only(show_group=True, _depth=_depth + 1)

    def _format_one(self, chain, margin):
        top = self.exceptions is not None and margin.depth == 0
        if self.exceptions is not None and margin.depth > self.max_group_depth:
            yield from margin.put(["... (max_group_depth is %d)\n" % self.max_group_depth])
            return
        margin.depth += top
        if self.stack:
            head = "Traceback (most recent call last):\n"
            if self.exceptions is not None:
                head = "Exception Group " + head
            yield from margin.put([head], "+" if top else "|")
            yield from margin.put(self.stack.format())
        yield from margin.put(self.format_exception_only())
        if self.exceptions is None:
            return
        width, n = self.max_group_width, len(self.exceptions)
        margin.need_close = False
        for i in range(min(n, width + 1)):
            last = i == min(n - 1, width)
            margin.need_close |= last
            yield "%s%s+---------------- %s ----------------\n" % (
                margin.indent(), "  " if i else "+-", i + 1 if i < width else "...")
            margin.depth += 1
            if i < width:
                yield from self.exceptions[i].format(chain=chain, _ctx=margin)
            else:
                yield from margin.put(["and %d more exception%s\n" % (n - width, "s" if n - width > 1 else "")])
            if last and margin.need_close:
                yield margin.indent() + "+------------------------------------\n"
                margin.need_close = False
            margin.depth -= 1
        margin.depth -= top

    def format(self, *, chain=True, _ctx=None, **keywords):
        """All lines, a frame in one piece."""
        margin = _ctx or _Margin()
        exc, parts = self, [(None, self)]
        while chain:
            if exc.__cause__ is not None:
                exc, text = exc.__cause__, _CAUSE
            elif exc.__context__ is not None and not exc.__suppress_context__:
                exc, text = exc.__context__, _CONTEXT
            else:
                break
            parts.append((text, exc))
        for text, exc in reversed(parts):
            yield from exc._format_one(chain, margin)
            if text:
                yield from margin.put([text])

    def print(self, *, file=None, chain=True, **keywords):
        """Prints format()."""
        for line in self.format(chain=chain):
            print(line, file=sys.stderr if file is None else file, end="")

    def __str__(self):
        return self._str

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if isinstance(other, TracebackException) else NotImplemented


def _exception(exc, value, tb):
    if (value is _MISSING) != (tb is _MISSING):
        raise ValueError("Both or neither of value and tb must be given")
    if value is not _MISSING:
        return type(value), value, tb
    if exc is None:
        return None, None, None
    if isinstance(exc, BaseException):
        return type(exc), exc, exc.__traceback__
    raise TypeError("Exception expected for value, %s found" % type(exc).__name__)


def format_exception(exc, /, value=_MISSING, tb=_MISSING, limit=None, chain=True, **kwargs):
    """A list of texts: an exception, its traceback, and what it came of."""
    kind, value, tb = _exception(exc, value, tb)
    return list(TracebackException(None if value is None else kind, value, tb, limit=limit, compact=True).format(chain=chain))


def print_exception(exc, /, value=_MISSING, tb=_MISSING, limit=None, file=None, chain=True, **kwargs):
    """Prints format_exception()."""
    for line in format_exception(exc, value, tb, limit, chain):
        print(line, file=sys.stderr if file is None else file, end="")


def format_exception_only(exc, /, value=_MISSING, *, show_group=False, **kwargs):
    """A list of texts: an exception without its traceback."""
    if value is _MISSING:
        value = exc
    kind = None if value is None else type(value)
    return list(TracebackException(kind, value, None, compact=True).format_exception_only(show_group=show_group))


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
    return StackSummary.extract(_walk_positions(tb), limit=limit)


def extract_stack(f=None, limit=None):
    """The frames of the caller and those that called it, the outermost first."""
    if f is None:
        f = sys._getframe(1)
    stack = StackSummary.extract(walk_stack(f), limit=limit)
    stack.reverse()
    return stack


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
