# needs: codecs messages methods unicode_names
# The module codecs: handlers of errors, incremental codecs; UnicodeError's texts.
import codecs

def error(f):
    try:
        return f()
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


def span(e):
    return "<%d-%d>" % (e.start, e.end), e.end


def fields(f):
    try:
        return f()
    except UnicodeError as e:
        return [e.encoding, e.object, e.start, e.end, e.reason]


for name, handler in {"span": span, "one": lambda e: 1, "far": lambda e: ("x", 99), "wide": lambda e: ("\u0394", e.end),
                      "raw": lambda e: (b"\xff", e.end), "float": lambda e: ("x", 1.5), "wrong": lambda e: (1, 1),
                      "back": lambda e: ("x", -1), "latin": lambda e: ("\xe9", e.end)}.items():
    codecs.register_error(name, handler)
utf8, utf16, sig = (codecs.getincrementaldecoder(name)() for name in ("utf-8", "utf-16", "utf-8-sig"))
begun = codecs.getincrementalencoder("utf-16")()

assert codecs.lookup('utf8').name == 'utf-8'
assert codecs.lookup('latin1').name == 'iso8859-1'
assert codecs.lookup('ASCII').name == 'ascii'
assert codecs.lookup('utf-16').name == 'utf-16'
assert codecs.lookup('utf_8_sig').name == 'utf-8-sig'
assert codecs.lookup('rot13').name == 'rot-13'
assert codecs.encode('ab', 'rot13') == 'no'
assert codecs.encode(b'ab', 'hex') == b'6162'
assert codecs.decode(b'6162', 'hex') == b'ab'
assert codecs.encode('\xe9') == b'\xc3\xa9'
assert codecs.decode(b'\xe9', 'latin-1') == '\xe9'
assert codecs.encode('\xe9', 'ascii', 'xmlcharrefreplace') == b'&#233;'
assert repr(codecs.getencoder('utf-8')('\xe9')) == "(b'\\xc3\\xa9', 1)"
assert repr(codecs.getdecoder('utf-8')(b'ab')) == "('ab', 2)"
assert repr(codecs.lookup('utf-8').encode('ab')) == "(b'ab', 2)"
assert error(lambda: codecs.lookup('nope')) == 'LookupError: unknown encoding: nope'
assert repr((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF32_BE)) == "(b'\\xef\\xbb\\xbf', b'\\xff\\xfe', b'\\x00\\x00\\xfe\\xff')"
assert repr([utf8.decode(bytes([b])) for b in '\u0394x\U0001f600'.encode()]) == "['', '\u0394', 'x', '', '', '', '\U0001f600']"
assert utf8.decode(b'\xce', False) == ''
assert error(lambda: utf8.decode(b'', True)) == "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xce in position 0: unexpected end of data"
assert repr([utf16.decode(bytes([b])) for b in '\u0394x'.encode('utf-16')]) == "['', '', '', '\u0394', '', 'x']"
assert repr([sig.decode(bytes([b])) for b in 'ab'.encode('utf-8-sig')]) == "['', '', '', 'a', 'b']"
assert repr([begun.encode(c) for c in 'ab']) == "[b'\\xff\\xfea\\x00', b'b\\x00']"
assert repr(list(codecs.iterdecode([b'\xce', b'\x94x'], 'utf-8'))) == "['\u0394x']"
assert repr(list(codecs.iterencode(['a', '\xe9'], 'latin-1'))) == "[b'a', b'\\xe9']"
assert repr(codecs.utf_8_decode(b'a\xce')) == "('a', 1)"
assert 'a\xe9\u0394b'.encode('ascii', 'span') == b'a<1-3>b'
assert b'a\xff\xfeb'.decode('ascii', 'span') == 'a<1-2><2-3>b'
assert b'a\xff\xfeb'.decode('utf-8', 'span') == 'a<1-2><2-3>b'
assert '\ud800'.encode('utf-16-le', 'span') == b'<\x000\x00-\x001\x00>\x00'
assert 'a\u0100'.encode('latin-1', 'span') == b'a<1-2>'
assert 'a'.encode('ascii', 'span') == b'a'
assert error(lambda: 'a\xe9\xffz'.encode('ascii', 'one')) == 'TypeError: encoding error handler must return (str/bytes, int) tuple'
assert error(lambda: 'a\xe9\xffz'.encode('ascii', 'far')) == 'IndexError: position 99 from error handler out of bounds'
assert error(lambda: 'a\xe9\xffz'.encode('ascii', 'wide')) == "UnicodeEncodeError: 'ascii' codec can't encode characters in position 1-2: ordinal not in range(128)"
assert 'a\xe9\xffz'.encode('ascii', 'raw') == b'a\xffz'
assert error(lambda: 'a\xe9\xffz'.encode('ascii', 'float')) == "TypeError: 'float' object cannot be interpreted as an integer"
assert error(lambda: 'a\xe9\xffz'.encode('ascii', 'wrong')) == 'TypeError: encoding error handler must return (str/bytes, int) tuple'
assert 'a\xe9\xffz'.encode('ascii', 'back') == b'axz'
assert error(lambda: b'a\xffz'.decode('ascii', 'one')) == 'TypeError: decoding error handler must return (str, int) tuple'
assert error(lambda: b'a\xffz'.decode('ascii', 'far')) == 'IndexError: position 99 from error handler out of bounds'
assert b'a\xffz'.decode('ascii', 'wide') == 'a\u0394z'
assert error(lambda: b'a\xffz'.decode('ascii', 'raw')) == 'TypeError: decoding error handler must return (str, int) tuple'
assert error(lambda: b'a\xffz'.decode('ascii', 'float')) == "TypeError: 'float' object cannot be interpreted as an integer"
assert error(lambda: b'a\xffz'.decode('ascii', 'wrong')) == 'TypeError: decoding error handler must return (str, int) tuple'
assert b'a\xffz'.decode('ascii', 'back') == 'axz'
assert error(lambda: 'a\ud800z'.encode('utf-8', 'wide')) == "UnicodeEncodeError: 'utf-8' codec can't encode character '\\ud800' in position 1: surrogates not allowed"
assert 'a\ud800z'.encode('utf-8', 'raw') == b'a\xffz'
assert error(lambda: 'a\ud800z'.encode('utf-16-le', 'wide')) == "UnicodeEncodeError: 'utf-16-le' codec can't encode character '\\ud800' in position 1: surrogates not allowed"
assert error(lambda: 'a\ud800z'.encode('utf-16-le', 'raw')) == "UnicodeEncodeError: 'utf-16-le' codec can't encode character '\\ud800' in position 1: surrogates not allowed"
assert 'a\ud800z'.encode('utf-16-le', 'span') == b'a\x00<\x001\x00-\x002\x00>\x00z\x00'
assert 'a\u0394z'.encode('latin-1', 'latin') == b'a\xe9z'
assert error(lambda: codecs.register_error('x', 5)) == 'TypeError: handler must be callable'
assert error(lambda: codecs.register_error(5, len)) == 'TypeError: register_error() argument 1 must be str, not int'
assert error(lambda: codecs.lookup_error('nope')) == "LookupError: unknown error handler name 'nope'"
assert codecs.lookup_error('span') is span
assert error(lambda: codecs.lookup_error('strict')(UnicodeEncodeError('ascii', 'x\xe9\udc80', 1, 3, 'r'))) == "UnicodeEncodeError: 'ascii' codec can't encode characters in position 1-2: r"
assert error(lambda: codecs.lookup_error('strict')(UnicodeDecodeError('utf-8', b'x\xed\xb2\x80', 1, 4, 'r'))) == "UnicodeDecodeError: 'utf-8' codec can't decode bytes in position 1-3: r"
assert error(lambda: codecs.lookup_error('strict')(ValueError('x'))) == 'ValueError: x'
assert repr(codecs.lookup_error('ignore')(UnicodeEncodeError('ascii', 'x\xe9\udc80', 1, 3, 'r'))) == "('', 3)"
assert repr(codecs.lookup_error('ignore')(UnicodeDecodeError('utf-8', b'x\xed\xb2\x80', 1, 4, 'r'))) == "('', 4)"
assert error(lambda: codecs.lookup_error('ignore')(ValueError('x'))) == "TypeError: don't know how to handle ValueError in error callback"
assert repr(codecs.lookup_error('replace')(UnicodeEncodeError('ascii', 'x\xe9\udc80', 1, 3, 'r'))) == "('??', 3)"
assert repr(codecs.lookup_error('replace')(UnicodeDecodeError('utf-8', b'x\xed\xb2\x80', 1, 4, 'r'))) == "('\ufffd', 4)"
assert error(lambda: codecs.lookup_error('replace')(ValueError('x'))) == "TypeError: don't know how to handle ValueError in error callback"
assert repr(codecs.lookup_error('backslashreplace')(UnicodeEncodeError('ascii', 'x\xe9\udc80', 1, 3, 'r'))) == "('\\\\xe9\\\\udc80', 3)"
assert repr(codecs.lookup_error('backslashreplace')(UnicodeDecodeError('utf-8', b'x\xed\xb2\x80', 1, 4, 'r'))) == "('\\\\xed\\\\xb2\\\\x80', 4)"
assert error(lambda: codecs.lookup_error('backslashreplace')(ValueError('x'))) == "TypeError: don't know how to handle ValueError in error callback"
assert repr(codecs.lookup_error('xmlcharrefreplace')(UnicodeEncodeError('ascii', 'x\xe9\udc80', 1, 3, 'r'))) == "('&#233;&#56448;', 3)"
assert error(lambda: codecs.lookup_error('xmlcharrefreplace')(UnicodeDecodeError('utf-8', b'x\xed\xb2\x80', 1, 4, 'r'))) == "TypeError: don't know how to handle UnicodeDecodeError in error callback"
assert error(lambda: codecs.lookup_error('xmlcharrefreplace')(ValueError('x'))) == "TypeError: don't know how to handle ValueError in error callback"
assert repr(codecs.lookup_error('namereplace')(UnicodeEncodeError('ascii', 'x\xe9\udc80', 1, 3, 'r'))) == "('\\\\N{LATIN SMALL LETTER E WITH ACUTE}\\\\udc80', 3)"
assert error(lambda: codecs.lookup_error('namereplace')(UnicodeDecodeError('utf-8', b'x\xed\xb2\x80', 1, 4, 'r'))) == "TypeError: don't know how to handle UnicodeDecodeError in error callback"
assert error(lambda: codecs.lookup_error('namereplace')(ValueError('x'))) == "TypeError: don't know how to handle ValueError in error callback"
assert error(lambda: codecs.lookup_error('surrogateescape')(UnicodeEncodeError('ascii', 'x\xe9\udc80', 1, 3, 'r'))) == "UnicodeEncodeError: 'ascii' codec can't encode characters in position 1-2: r"
assert repr(codecs.lookup_error('surrogateescape')(UnicodeDecodeError('utf-8', b'x\xed\xb2\x80', 1, 4, 'r'))) == "('\\udced\\udcb2\\udc80', 4)"
assert error(lambda: codecs.lookup_error('surrogateescape')(ValueError('x'))) == "TypeError: don't know how to handle ValueError in error callback"
assert error(lambda: codecs.lookup_error('surrogatepass')(UnicodeEncodeError('ascii', 'x\xe9\udc80', 1, 3, 'r'))) == "UnicodeEncodeError: 'ascii' codec can't encode characters in position 1-2: r"
assert repr(codecs.lookup_error('surrogatepass')(UnicodeDecodeError('utf-8', b'x\xed\xb2\x80', 1, 4, 'r'))) == "('\\udc80', 4)"
assert error(lambda: codecs.lookup_error('surrogatepass')(ValueError('x'))) == "TypeError: don't know how to handle ValueError in error callback"
assert str(UnicodeEncodeError('c', 'a\xe9', 0, 1, 'why')) == "'c' codec can't encode character '\\x61' in position 0: why"
assert str(UnicodeEncodeError('c', 'a\xe9', 1, 2, 'why')) == "'c' codec can't encode character '\\xe9' in position 1: why"
assert str(UnicodeEncodeError('c', 'a\xe9', 0, 2, 'why')) == "'c' codec can't encode characters in position 0-1: why"
assert str(UnicodeEncodeError('c', 'a\xe9', 5, 6, 'why')) == "'c' codec can't encode characters in position 5-5: why"
assert str(UnicodeDecodeError('c', b'a\xe9', 0, 1, 'why')) == "'c' codec can't decode byte 0x61 in position 0: why"
assert str(UnicodeDecodeError('c', b'a\xe9', 1, 2, 'why')) == "'c' codec can't decode byte 0xe9 in position 1: why"
assert str(UnicodeDecodeError('c', b'a\xe9', 0, 2, 'why')) == "'c' codec can't decode bytes in position 0-1: why"
assert str(UnicodeTranslateError('a\u0394', 1, 2, 'why')) == "can't translate character '\\u0394' in position 1: why"
assert str(UnicodeTranslateError('a\u0394', 0, 2, 'why')) == "can't translate characters in position 0-1: why"
assert error(lambda: UnicodeEncodeError('a', 'b')) == 'TypeError: function takes exactly 5 arguments (2 given)'
assert error(lambda: UnicodeDecodeError()) == 'TypeError: function takes exactly 5 arguments (0 given)'
assert repr(fields(lambda: 'a\xe9'.encode('ascii'))) == "['ascii', 'a\xe9', 1, 2, 'ordinal not in range(128)']"
assert repr(fields(lambda: b'a\xe9'.decode('ascii'))) == "['ascii', b'a\\xe9', 1, 2, 'ordinal not in range(128)']"
assert repr(fields(lambda: b'\xff'.decode())) == "['utf-8', b'\\xff', 0, 1, 'invalid start byte']"


# ---- a handler may exchange what is decoded ----
def exchanging(e):
    e.object = b"" if e.object[:1] == b"\xff" else 42
    return "\u4242", 0

codecs.register_error("test.exchanging", exchanging)
for encoding in "ascii", "utf-8", "utf-16", "utf-32":
    assert b"\xff".decode(encoding, "test.exchanging") == "\u4242"
assert "TypeError" in error(lambda: b"a\xff".decode("ascii", "test.exchanging"))


# ---- decoding in pieces, with errors in front of what is not complete ----
d = codecs.getincrementaldecoder("utf-8")("replace")
assert [d.decode(b) for b in (b"\xff\xff", b"a\xff\xe2\x82", b"\xac")] == ["\ufffd\ufffd", "a\ufffd", "\u20ac"]
for encoding in "utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32", "utf-32-le", "unicode-escape":
    text = "a\u20ac\U0001f600 b"
    data = text.encode(encoding)
    d = codecs.getincrementaldecoder(encoding)()
    parts = []
    for i in range(len(data)):
        state = d.getstate()
        assert type(state[0]) is bytes and type(state[1]) is int
        d.reset()
        d.setstate(state)
        parts.append(d.decode(data[i:i + 1], i == len(data) - 1))
    assert "".join(parts) == text, (encoding, parts)
    e = codecs.getincrementalencoder(encoding)()
    begin = e.getstate()
    assert e.encode("a") + e.encode("b") == "ab".encode(encoding)
    e.setstate(begin)
    assert e.encode("ab") == "ab".encode(encoding)


# ---- streams: lines and counts of characters, not bytes ----
import io

lines = ["first\n", "second\r\n", "\u20acthird\r", "\U0001f600fourth\x85", "last"]
for encoding in "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "utf-32-be":
    data = "".join(lines).encode(encoding)

    def reader():
        return codecs.getreader(encoding)(io.BytesIO(data))

    assert list(reader()) == lines and reader().readlines() == lines and reader().read() == "".join(lines)
    assert reader().readline(keepends=False) == "first" and reader().readline(size=2) in ("fi", "fir")
    r = reader()
    assert [r.readline(), r.read(1), r.read(0), r.read(chars=2), r.readline(), r.read(100)] == \
        ["first\n", "s", "", "ec", "ond\r\n", "".join(lines[2:])]
    r.seek(0)
    assert r.read(5) == "first"
    with reader() as r:
        assert r.readline() == "first\n"
    assert r.stream.closed

x = UnicodeEncodeError("ascii", "a\u20ac", 0, 2, "?")
assert codecs.xmlcharrefreplace_errors(x) == ("&#97;&#8364;", 2)
assert "UnicodeEncodeError" in error(lambda: codecs.lookup_error("surrogateescape")(x))
