"""Lines of source files."""

import os
import sys

cache = {} # file name: (size, mtime or None: it is not a file's, lines, full name), or (function that gives the text,)


def clearcache():
    """Forgets all."""
    cache.clear()


def getline(filename, lineno, module_globals=None):
    """A line with its end; "" if there is none."""
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ""


def getlines(filename, module_globals=None):
    """All lines of a file; [] if it can't be read."""
    entry = cache.get(filename, ())
    if len(entry) > 1:
        return entry[2]
    try:
        return updatecache(filename, module_globals)
    except MemoryError:
        clearcache()
        return []


def _status(name):
    try:
        status = os.stat(name)
        return status[6], status[8]
    except (OSError, ValueError, UnicodeError):
        return None


def checkcache(filename=None):
    """Forgets what has changed."""
    for name in [*cache] if filename is None else [filename]:
        entry = cache.get(name, ())
        if len(entry) > 1 and entry[1] is not None and _status(entry[3]) != entry[:2]:
            del cache[name]


def _is_file(filename):
    return filename and not (filename[0] == "<" and filename[-1] == ">")


def updatecache(filename, module_globals=None):
    """Reads a file anew."""
    entry = cache.pop(filename, ())
    if not _is_file(filename):
        return []
    name = filename
    status = _status(name)
    if status is None:
        if len(entry) == 1 or lazycache(filename, module_globals):
            try:
                text = (entry or cache.pop(filename))[0]()
            except (ImportError, OSError):
                text = ""
            else:
                if text is None:
                    return []
                lines = [line + "\n" for line in text.splitlines()]
                cache[filename] = len(text), None, lines, filename
                return lines
        if filename[0] == "/":
            return []
        for folder in sys.path:
            if isinstance(folder, str) and folder and folder[0] != ".":
                name = folder + "/" + filename
                status = _status(name)
                if status:
                    break
        else:
            return []
    try:
        with open(name) as f:
            lines = f.readlines()
    except (OSError, UnicodeError):
        return []
    if not lines:
        lines = ["\n"]
    elif lines[-1][-1] != "\n":
        lines[-1] += "\n"
    cache[filename] = *status, lines, name
    return lines


def lazycache(filename, module_globals):
    """Notes that a module's loader is to be asked for the text, once it is needed; whether it can be."""
    if filename in cache:
        return len(cache[filename]) == 1
    if not _is_file(filename) or not module_globals:
        return False
    spec = module_globals.get("__spec__")
    name = getattr(spec, "name", None) or module_globals.get("__name__")
    source = getattr(getattr(spec, "loader", None) or module_globals.get("__loader__"), "get_source", None)
    if not name or not source:
        return False
    cache[filename] = (lambda: source(name),)
    return True
