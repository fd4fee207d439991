# needs: codecs messages methods unicode_names os_errors
# Code pages, unicode_escape, and encodings that the program adds, through str.encode(), bytes.decode(), codecs and files.
import codecs
import io
import os


def error(f):
    try:
        return f()
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


PAGES = ("cp437 cp850 cp852 cp866 cp1250 cp1251 cp1252 cp1253 cp1254 cp1257 iso8859-2 iso8859-5 iso8859-7 iso8859-9 iso8859-15 "
         "koi8-r koi8-u mac-roman").split()

# all bytes, there and back
for name in PAGES:
    text = bytes(range(256)).decode(name, "surrogateescape")
    assert text.encode(name, "surrogateescape") == bytes(range(256)) and len(set(text)) == 256, name
    assert text[:128] == "".join(map(chr, range(128)))
    assert codecs.lookup(name).name == name and codecs.lookup(name.upper().replace("-", "_")).name == name

# samples, by which a table can be told from the others
for name, byte, c in (("cp437", 0xe1, "\xdf"), ("cp850", 0xd5, "\u0131"), ("cp852", 0xf0, "\xad"), ("cp866", 0x80, "\u0410"),
                      ("cp1250", 0xa3, "\u0141"), ("cp1251", 0xc0, "\u0410"), ("cp1252", 0x80, "\u20ac"), ("cp1252", 0x9f, "\u0178"),
                      ("cp1253", 0xe1, "\u03b1"), ("cp1254", 0xf0, "\u011f"), ("cp1257", 0xe0, "\u0105"),
                      ("iso8859-2", 0xa3, "\u0141"), ("iso8859-5", 0xb0, "\u0410"), ("iso8859-7", 0xe1, "\u03b1"),
                      ("iso8859-9", 0xf0, "\u011f"), ("iso8859-15", 0xa4, "\u20ac"), ("iso8859-15", 0x85, "\x85"),
                      ("koi8-r", 0xe1, "\u0410"), ("koi8-u", 0xa4, "\u0454"), ("mac-roman", 0x8a, "\xe4")):
    assert bytes((byte,)).decode(name) == c and c.encode(name) == bytes((byte,)), name
for name, other in (("windows-1252", "cp1252"), ("1251", "cp1251"), ("IBM437", "cp437"), ("latin9", "iso8859-15"), ("ISO-8859-15", "iso8859-15"),
                    ("iso_8859_2", "iso8859-2"), ("greek", "iso8859-7"), ("macintosh", "mac-roman"), ("KOI8_R", "koi8-r")):
    assert codecs.lookup(name).name == other
assert str(b"\x80", "cp1252") == "\u20ac" and bytes("\u20ac", "cp1252") == b"\x80" and bytearray("\u20ac", "cp1252") == b"\x80"

# what a table has not
assert error(lambda: "a\u0100\u0101b".encode("cp1252")) == (
    "UnicodeEncodeError: 'charmap' codec can't encode characters in position 1-2: character maps to <undefined>")
assert error(lambda: "\u0100".encode("koi8-r")) == (
    "UnicodeEncodeError: 'charmap' codec can't encode character '\\u0100' in position 0: character maps to <undefined>")
assert error(lambda: b"a\x81".decode("cp1252")) == (
    "UnicodeDecodeError: 'charmap' codec can't decode byte 0x81 in position 1: character maps to <undefined>")
for handler, result in (("ignore", b"ab"), ("replace", b"a??b"), ("xmlcharrefreplace", b"a&#256;&#257;b"),
                        ("backslashreplace", b"a\\u0100\\u0101b"),
                        ("namereplace", b"a\\N{LATIN CAPITAL LETTER A WITH MACRON}\\N{LATIN SMALL LETTER A WITH MACRON}b")):
    assert "a\u0100\u0101b".encode("cp1252", handler) == result
assert "a\udc81".encode("cp1252", "surrogateescape") == b"a\x81" and b"a\x81".decode("cp1252", "surrogateescape") == "a\udc81"
assert b"a\x81b".decode("cp1252", "ignore") == "ab" and b"a\x81b".decode("cp1252", "replace") == "a\ufffdb"
assert b"a\x81b".decode("cp1252", "backslashreplace") == "a\\x81b"
codecs.register_error("span", lambda e: ("<%d-%d>" % (e.start, e.end), e.end))
codecs.register_error("wide", lambda e: ("\u0100", e.end))
assert "a\u0100\u0101b".encode("cp1252", "span") == b"a<1-3>b" and b"a\x81b".decode("cp1252", "span") == "a<1-2>b"
assert error(lambda: "\u0100".encode("cp1252", "wide")).startswith("UnicodeEncodeError: 'charmap' codec can't encode character")
assert error(lambda: "\u0100".encode("cp1252", "nothing")) == "LookupError: unknown error handler name 'nothing'"

# unicode_escape
assert "\\a\n\t\r\u1234\U0001f600\xe9\x00\x7f'".encode("unicode_escape") == b"\\\\a\\n\\t\\r\\u1234\\U0001f600\\xe9\\x00\\x7f'"
assert "\\a\n\u1234\U0001f600\xe9".encode("raw_unicode_escape") == b"\\a\n\\u1234\\U0001f600\xe9"
assert b"\\\\ \\' \\\" \\n\\t\\x41\\u1234\\U0001f600\\N{BULLET}\\101\\7\\0 \xe9".decode("unicode_escape") == (
    "\\ ' \" \n\tA\u1234\U0001f600\u2022A\7\0 \xe9")
assert b"\\n\\u1234\\\\\\x41\xe9".decode("raw_unicode_escape") == "\\n\u1234\\\\\\x41\xe9" and b"a\\\nb".decode("unicode-escape") == "ab"
for data, start, end, reason in (
        (rb"ab\x4", 2, 4, "truncated \\xXX escape"), (rb"\u12", 0, 3, "truncated \\uXXXX escape"),
        (rb"\U00110000", 0, 9, "illegal Unicode character"), (rb"\N{foo}", 0, 6, "unknown Unicode character name"),
        (rb"\N", 0, 1, "malformed \\N character escape"), (rb"\N{}", 0, 2, "malformed \\N character escape"),
        (rb"\N{BULLET", 0, 8, "malformed \\N character escape")):
    assert error(lambda: data.decode("unicode_escape")) == (
        "UnicodeDecodeError: 'unicodeescape' codec can't decode bytes in position %d-%d: %s" % (start, end, reason))
assert error(lambda: b"a\\".decode("unicode_escape")) == (
    "UnicodeDecodeError: 'unicodeescape' codec can't decode byte 0x5c in position 1: \\ at end of string")
assert rb"a\x4z\u12".decode("unicode_escape", "replace") == "a\ufffdz\ufffd" and rb"\x4z".decode("unicode_escape", "ignore") == "z"
assert error(lambda: rb"\u12".decode("raw_unicode_escape")) == (
    "UnicodeDecodeError: 'rawunicodeescape' codec can't decode bytes in position 0-3: truncated \\uXXXX escape")

# files
f = io.TextIOWrapper(io.BytesIO(b"\x80 5\n\xe4"), encoding="cp1252")
assert f.readline() == "\u20ac 5\n" and f.read() == "\xe4"
path = "codec_pages_%d.tmp" % os.getpid()
try:
    with open(path, "w", encoding="koi8-r") as f:
        assert f.write("\u0410\u0411") == 2
    with open(path, "rb") as f:
        assert f.read() == b"\xe1\xe2"
    with open(path, encoding="koi8-r") as f:
        assert f.read() == "\u0410\u0411"
    assert error(lambda: open(path, encoding="nonsense")) == "LookupError: unknown encoding: nonsense"
finally:
    os.remove(path)
d = codecs.getincrementaldecoder("cp1252")()
assert d.decode(b"\x80") + d.decode(b"a", True) == "\u20aca" and list(codecs.iterencode(["a", "\u20ac"], "cp1252")) == [b"a", b"\x80"]
assert codecs.encode("\u20ac", "cp1252") == b"\x80" and codecs.decode(b"\x80", "cp1252") == "\u20ac"


# encodings of the program's own
def search(name):
    if name == "my_swap":
        return codecs.CodecInfo(lambda s, errors="strict": (s.swapcase().encode(errors=errors), len(s)),
                                lambda b, errors="strict": (str(b, "utf-8", errors).swapcase(), len(b)), name="my-swap")
    if name in ("five", "six"):
        made = (5, 1) if name == "five" else 5
        return codecs.CodecInfo(lambda s, errors="strict": made, lambda b, errors="strict": made, name=name)


codecs.register(search)
assert "aB\u0394".encode("my-swap") == "Ab\u03b4".encode() and b"aB".decode("MY_swap") == "Ab" and str(b"x", "my swap") == "X"
assert error(lambda: b"\xff".decode("my-swap", "replace")) == "\ufffd"
assert error(lambda: "a".encode("five")) == (
    "TypeError: 'five' encoder returned 'int' instead of 'bytes'; use codecs.encode() to encode to arbitrary types")
assert error(lambda: b"a".decode("five")) == (
    "TypeError: 'five' decoder returned 'int' instead of 'str'; use codecs.decode() to decode to arbitrary types")
assert error(lambda: "a".encode("six")) == "TypeError: encoder must return a tuple (object, integer)"
assert codecs.encode("a", "five") == 5
assert error(lambda: "a".encode("hex")) == "LookupError: 'hex' is not a text encoding; use codecs.encode() to handle arbitrary codecs"
assert error(lambda: b"a".decode("rot13")) == "LookupError: 'rot13' is not a text encoding; use codecs.decode() to handle arbitrary codecs"
for f in (lambda: "a".encode("nope"), lambda: b"a".decode("nope"), lambda: codecs.lookup("nope"), lambda: str(b"a", "nope")):
    assert error(f) == "LookupError: unknown encoding: nope"
