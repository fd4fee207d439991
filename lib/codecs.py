"""Encodings: the built-in ones, looked up by name, and handlers of errors."""
from _codecs import name as _name, register_error, registered_error as _registered

BOM_UTF8 = b"\xef\xbb\xbf"
BOM = BOM_LE = BOM_UTF16 = BOM_UTF16_LE = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = b"\xfe\xff"
BOM_UTF32 = BOM_UTF32_LE = b"\xff\xfe\0\0"
BOM_UTF32_BE = b"\0\0\xfe\xff"


def _hex(obj, errors="strict"):
    return bytes(obj).hex().encode(), len(obj)


def _unhex(obj, errors="strict"):
    return bytes.fromhex(str(obj, "ascii")), len(obj)


def _rot13(obj, errors="strict"):
    turned = {c: (c - first + 13) % 26 + first for first in (65, 97) for c in range(first, first + 26)}
    return obj.translate(turned), len(obj)


_OTHERS = {"hex": (_hex, _unhex), "hex_codec": (_hex, _unhex), "rot13": (_rot13, _rot13), "rot_13": (_rot13, _rot13)}
_searches = []
_found = {} # what lookup() gave before


class Codec:
    """What a program's own codec derives from."""

    def encode(self, input, errors="strict"):
        raise NotImplementedError

    decode = encode


class CodecInfo(tuple):
    """A codec: its functions (text) -> (bytes, length) and (bytes) -> (text, length), and classes that use them."""

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None,
                incrementaldecoder=None, name=None, *, _is_text_encoding=None):
        self = super().__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name = name
        self.encode, self.decode = encode, decode
        self.incrementalencoder, self.incrementaldecoder = incrementalencoder, incrementaldecoder
        self.streamreader, self.streamwriter = streamreader, streamwriter
        self._is_text_encoding = _is_text_encoding is not False
        return self

    def __repr__(self):
        return "<codecs.CodecInfo object for encoding %s at %#x>" % (self.name, id(self))


class IncrementalEncoder:
    """Encodes a text that comes in pieces; a mark at its beginning is written once."""
    encoding = "utf-8"

    def __init__(self, errors="strict"):
        self.errors = errors
        self.reset()

    def encode(self, input, final=False):
        data = input.encode(self.encoding, self.errors)
        if not self._begun:
            self._begun = True
            return data
        return data[len("".encode(self.encoding)):]

    def reset(self):
        self._begun = False

    def getstate(self):
        return 0 if self._begun or not "".encode(self.encoding) else 2

    def setstate(self, state):
        self._begun = not state


class IncrementalDecoder:
    """Decodes bytes that come in pieces; those of a character that is not complete wait for the next piece."""
    encoding = "utf-8"

    def __init__(self, errors="strict"):
        self.errors = errors
        self.reset()

    def decode(self, input, final=False):
        data = self._rest + bytes(input)
        mark = {"utf-8-sig": 3, "utf-16": 2, "utf-32": 4}.get(self._now, 0)
        if len(data) < mark and not final and (mark != 3 or BOM_UTF8.startswith(data)):
            good = 0
        else:
            data = self._head(data)
            good = len(data) if final else self._complete(data)
        self._rest = data[good:]
        return data[:good].decode(self._now, self.errors)

    def reset(self):
        self._rest = b""
        self._now = self.encoding

    def getstate(self):
        return self._rest, 0 if self._now == self.encoding else int.from_bytes(self._now.encode())

    def setstate(self, state):
        self._rest, now = state
        self._now = now.to_bytes(9).strip(b"\0").decode() or self.encoding

    def _head(self, data):
        # A mark is looked for at the beginning only, and tells the order of bytes for the rest.
        if self._now == "utf-8-sig" and data:
            self._now = "utf-8"
            return data.removeprefix(BOM_UTF8)
        size = 4 if self._now == "utf-32" else 2
        if self._now in ("utf-16", "utf-32") and data:
            big = data[:size] == (BOM_UTF16_BE if size == 2 else BOM_UTF32_BE)
            mark = big or data[:size] == (BOM_UTF16_LE if size == 2 else BOM_UTF32_LE)
            self._now += "-be" if big else "-le"
            return data[size:] if mark else data
        return data

    def _complete(self, data):
        # How many bytes can be decoded now: the last few tell.
        at = 0 if "escape" in self._now else max(0, len(data) - 8 & ~3)
        while True:
            try:
                data[at:].decode(self._now)
                return len(data)
            except UnicodeDecodeError as e:
                if e.end == len(e.object) and e.reason.startswith(("unexpected", "trunc", "\\ at")):
                    return at + e.start
                at += e.end


class StreamReader:
    """Reads text from a binary stream."""
    encoding = "utf-8"

    def __init__(self, stream, errors="strict"):
        self.stream = stream
        self.errors = errors
        self.reset()

    def reset(self):
        self._decoder = getincrementaldecoder(self.encoding)(self.errors)
        self._text = ""

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reset()

    def _fill(self, size, chars):
        # Reads on until there are so many characters; false: there are not.
        while chars < 0 or len(self._text) < chars:
            data = self.stream.read(size)
            self._text += self._decoder.decode(data)
            if not data:
                return False
        return True

    def _take(self, n):
        text, self._text = self._text[:n], self._text[n:]
        return text

    def read(self, size=-1, chars=-1, firstline=False):
        if chars < 0:
            chars = size
        self._fill(size, chars)
        return self._take(len(self._text) if chars < 0 else chars)

    def readline(self, size=None, keepends=True):
        more = True
        while True:
            lines = self._text.splitlines(True)
            line = lines[0] if lines else ""
            bare = line.splitlines()[0] if line else ""
            # a "\r" at the end may be half of an end of line
            if len(lines) > 1 or line != bare and line[-1] != "\r" or not more:
                break
            more = self._fill(size or 72, len(self._text) + (size or 72)) and size is None
        self._take(len(line))
        return line if keepends else bare

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def __getattr__(self, name):
        return getattr(self.__dict__.get("stream"), name)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.stream.close()

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line


class StreamWriter:
    """Writes text to a binary stream."""
    encoding = "utf-8"

    def __init__(self, stream, errors="strict"):
        self.stream = stream
        self._encoder = getincrementalencoder(self.encoding)(errors)

    def reset(self):
        self._encoder.reset()

    __getattr__ = StreamReader.__getattr__
    __enter__ = StreamReader.__enter__
    __exit__ = StreamReader.__exit__

    def write(self, text):
        self.stream.write(self._encoder.encode(text))

    def writelines(self, lines):
        self.write("".join(lines))


def register(search_function):
    """Adds a function that lookup() asks for codecs that are not built in."""
    if not callable(search_function):
        raise TypeError("argument must be callable")
    _searches.append(search_function)


def unregister(search_function):
    if search_function in _searches:
        _searches.remove(search_function)
        _found.clear()


def lookup(encoding):
    """The CodecInfo of an encoding."""
    key = encoding.lower().replace("-", "_").replace(" ", "_")
    if key in _found:
        return _found[key]
    if key in _OTHERS:
        return CodecInfo(*_OTHERS[key], name="rot-13" if "rot" in key else "hex", _is_text_encoding=False)
    try:
        name = _name(encoding)

        def encode(input, errors="strict"):
            return input.encode(name, errors), len(input)

        def decode(input, errors="strict"):
            return str(input, name, errors), len(input)
    except LookupError:
        from _codepages import find
        other = find(key)
        if other is None:
            for search in _searches:
                info = search(key)
                if info is not None:
                    _found[key] = info
                    return info
            raise
        name, encode, decode = other

    own = {"encoding": name}
    info = CodecInfo(encode, decode, type("StreamReader", (StreamReader,), own), type("StreamWriter", (StreamWriter,), own),
                     type("IncrementalEncoder", (IncrementalEncoder,), own),
                     type("IncrementalDecoder", (IncrementalDecoder,), own), name)
    _found[key] = info
    return info


def encode(obj, encoding="utf-8", errors="strict"):
    """What an encoding makes of an object."""
    return lookup(encoding).encode(obj, errors)[0]


def decode(obj, encoding="utf-8", errors="strict"):
    """What an object stands for in an encoding."""
    return lookup(encoding).decode(obj, errors)[0]


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    return lookup(encoding).incrementalencoder


def getincrementaldecoder(encoding):
    return lookup(encoding).incrementaldecoder


def getreader(encoding):
    return lookup(encoding).streamreader


def getwriter(encoding):
    return lookup(encoding).streamwriter


def iterencode(iterator, encoding, errors="strict", **kwargs):
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for text in iterator:
        data = encoder.encode(text)
        if data:
            yield data


def iterdecode(iterator, encoding, errors="strict", **kwargs):
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for data in iterator:
        text = decoder.decode(data)
        if text:
            yield text
    text = decoder.decode(b"", True)
    if text:
        yield text


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    """A file of text, whose line ends are kept as they are."""
    import io
    if encoding is None:
        return io.open(filename, mode, buffering)
    return io.open(filename, mode.replace("b", ""), buffering, encoding, errors, "")


def utf_8_encode(text, errors="strict"):
    return text.encode("utf-8", errors), len(text)


def utf_8_decode(data, errors="strict", final=False):
    if final:
        return str(data, "utf-8", errors), len(data)
    decoder = getincrementaldecoder("utf-8")(errors)
    text = decoder.decode(data)
    return text, len(data) - len(decoder._rest)


# ---- handlers of errors: functions of the exception, that return what stands for what is wrong, and where to go on ----

def strict_errors(exception):
    if not isinstance(exception, Exception):
        raise TypeError("codec must pass exception instance")
    raise exception


def _check(exception):
    if not isinstance(exception, UnicodeError):
        raise TypeError("don't know how to handle %s in error callback" % type(exception).__name__)
    return exception.object[exception.start:exception.end]


def ignore_errors(exception):
    _check(exception)
    return "", exception.end


def replace_errors(exception):
    wrong = _check(exception)
    if isinstance(exception, UnicodeDecodeError):
        return "\ufffd", exception.end
    return ("?" if isinstance(exception, UnicodeEncodeError) else "\ufffd") * len(wrong), exception.end


def _by_name(name):
    def handle(exception):
        wrong = _check(exception)
        encoding = exception.encoding if name == "surrogatepass" else "ascii"
        if name == "backslashreplace" and isinstance(exception, UnicodeDecodeError):
            return "".join(["\\x%02x" % c for c in wrong]), exception.end
        if name[0] == "s" and isinstance(wrong, str) and min(wrong + "\ud800") < "\ud800":
            raise exception
        try:
            if name.startswith("surrogate") and isinstance(exception, UnicodeEncodeError):
                return wrong.encode(encoding, name), exception.end
            if isinstance(exception, UnicodeEncodeError) or name == "backslashreplace" and isinstance(wrong, str):
                return "".join([c.encode("ascii", name).decode() if c > "\x7f" else ("&#%d;" if name[0] == "x" else "\\x%02x") % ord(c) for c in wrong]), exception.end
            if isinstance(exception, UnicodeDecodeError) and name not in ("xmlcharrefreplace", "namereplace"):
                return wrong.decode(encoding, name), exception.end
        except UnicodeError:
            raise exception from None
        raise TypeError("don't know how to handle %s in error callback" % type(exception).__name__)
    handle.__name__ = name
    return handle


backslashreplace_errors = _by_name("backslashreplace")
xmlcharrefreplace_errors = _by_name("xmlcharrefreplace")
namereplace_errors = _by_name("namereplace")

_handlers = {"strict": strict_errors, "ignore": ignore_errors, "replace": replace_errors,
             "backslashreplace": backslashreplace_errors, "xmlcharrefreplace": xmlcharrefreplace_errors,
             "namereplace": namereplace_errors, "surrogateescape": _by_name("surrogateescape"),
             "surrogatepass": _by_name("surrogatepass")}


def lookup_error(name):
    """The handler of this name."""
    handler = _registered(name) or _handlers.get(name)
    if handler is None:
        raise LookupError("unknown error handler name '%s'" % name)
    return handler
