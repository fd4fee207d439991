"""JSON (RFC 8259): dumps() and dump() write it, loads() and load() read it. Options, results and messages are those of
CPython's module; MicroPython's calls are among them."""

import _json

__all__ = ["dump", "dumps", "load", "loads", "JSONDecoder", "JSONDecodeError", "JSONEncoder"]


class JSONDecodeError(ValueError):
    """What is no JSON. msg: what is wrong; doc: the text; pos: the index there; lineno, colno: the same, from 1."""

    __module__ = "json.decoder"

    def __init__(self, msg, doc, pos):
        line = doc.count("\n", 0, pos) + 1
        column = pos - doc.rfind("\n", 0, pos)
        super().__init__("%s: line %d column %d (char %d)" % (msg, line, column, pos))
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = line
        self.colno = column

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


class JSONEncoder:
    """Writes JSON. A class derived from it gives default(o): what to write in place of an o of another type."""

    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError("Object of type %s is not JSON serializable" % type(o).__name__)

    def encode(self, o):
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = " " * indent
        return _json.encode(o, self.default, self.skipkeys, self.ensure_ascii, self.check_circular, self.allow_nan,
                            indent, self.item_separator, self.key_separator, self.sort_keys)

    def iterencode(self, o, _one_shot=False):
        yield self.encode(o)


class JSONDecoder:
    """Reads JSON. The hooks are called with each object (a dict, or its list of pairs), and with the texts of numbers."""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook = object_hook
        self.object_pairs_hook = object_pairs_hook
        self.parse_float = parse_float
        self.parse_int = parse_int
        self.parse_constant = parse_constant
        self.strict = strict

    def decode(self, s):
        o, end = self.raw_decode(s, _skip_space(s, 0))
        end = _skip_space(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return o

    def raw_decode(self, s, idx=0):
        def failed(message, at):
            raise JSONDecodeError(message, s, at)

        return _json.decode(s, idx, failed, self.object_hook, self.object_pairs_hook, self.parse_float, self.parse_int,
                            self.parse_constant, self.strict)


def _skip_space(s, i):
    while s[i:i + 1] in (" ", "\n", "\t", "\r"):
        i += 1
    return i


_encoder = JSONEncoder()
_decoder = JSONDecoder()


def dumps(obj, *, cls=None, **options):
    """The text for obj. Options: skipkeys, ensure_ascii, check_circular, allow_nan, indent, separators, default, sort_keys."""
    if cls is None:
        if not options:
            return _encoder.encode(obj)
        cls = JSONEncoder
    return cls(**options).encode(obj)


def dump(obj, fp, *, cls=None, **options):
    """Writes the text for obj to the file fp."""
    fp.write(dumps(obj, cls=cls, **options))


def loads(s, *, cls=None, **options):
    """The object that the text s is for, a str or bytes. Options: object_hook, object_pairs_hook, parse_float, parse_int,
    parse_constant, strict."""
    if isinstance(s, str):
        if s.startswith("\ufeff"):
            raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
    elif isinstance(s, (bytes, bytearray)):
        s = s.decode(_encoding(s), "surrogatepass")
    else:
        raise TypeError("the JSON object must be str, bytes or bytearray, not " + type(s).__name__)
    if cls is None:
        if not options:
            return _decoder.decode(s)
        cls = JSONDecoder
    return cls(**options).decode(s)


def load(fp, *, cls=None, **options):
    """The object that the file fp has the text of."""
    return loads(fp.read(), cls=cls, **options)


def _encoding(b):
    """By the byte order mark, or by where the zeros are among the first four bytes: RFC 4627, section 3."""
    if b.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "utf-32"
    if b.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if b.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    if len(b) >= 2 and not b[0]:
        return "utf-16-be" if b[1] else "utf-32-be"
    if len(b) >= 2 and not b[1]:
        return "utf-16-le" if len(b) < 4 or b[2] or b[3] else "utf-32-le"
    return "utf-8"
