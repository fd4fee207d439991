"""Lines of source files."""

cache = {}


def getline(filename, lineno, module_globals=None):
    """A line with its end; "" if there is none."""
    lines = getlines(filename)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ""


def getlines(filename, module_globals=None):
    """All lines of a file; [] if it can't be read."""
    lines = cache.get(filename)
    return updatecache(filename) if lines is None else lines


def updatecache(filename, module_globals=None):
    """Reads a file anew."""
    lines = []
    if filename and not (filename[0] == "<" and filename[-1] == ">") and not filename.startswith(".frozen/"):
        try:
            with open(filename) as f:
                lines = f.read().splitlines(True)
        except (OSError, UnicodeError):
            lines = []
        if lines and lines[-1][-1:] != "\n":
            lines[-1] += "\n"
    cache[filename] = lines
    return lines


def checkcache(filename=None):
    """Forgets what may have changed."""
    if filename is None:
        cache.clear()
    else:
        cache.pop(filename, None)


clearcache = cache.clear
