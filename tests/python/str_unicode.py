# needs: unicode
# Unicode: properties, case, codecs, surrogates.

def raises(exception, f, *args):
    try:
        f(*args)
    except exception as e:
        return e
    raise AssertionError("no " + exception.__name__)

# ---- case ----
assert "stra\u00dfe".upper() == "STRASSE" and "stra\u00dfe".casefold() == "strasse" and "\u00df".title() == "Ss"
assert "\u00c9T\u00c9".lower() == "\u00e9t\u00e9" and "\u00e9t\u00e9".upper() == "\u00c9T\u00c9" and "\u00e9t\u00e9".capitalize() == "\u00c9t\u00e9"
assert "\u0130".lower() == "i\u0307" and "\ufb01".upper() == "FI" and "\u01c6".title() == "\u01c5" and "\u01c6".upper() == "\u01c4"
assert "\u03a3\u0391\u03a3".lower() == "\u03c3\u03b1\u03c2" and "\u03a3".lower() == "\u03c3" and "A\u03a3.B".lower() == "a\u03c3.b"
assert "A\u03a3'".lower() == "a\u03c2'" and "\u0391\u03a3 \u0391".lower() == "\u03b1\u03c2 \u03b1"
assert "\u0149".upper() == "\u02bcN" and "\u1f52".upper() == "\u03a5\u0313\u0300" and "\u10d0".upper() == "\u1c90" and "\u10d0".title() == "\u10d0"
assert "\u00e9a\u00c9".swapcase() == "\u00c9A\u00e9" and "\U00010400".lower() == "\U00010428"
assert "\u00e9cole \u00e0 l'\u00e9t\u00e9".title() == "\u00c9cole \u00c0 L'\u00c9t\u00e9"

# ---- classes ----
assert "\u00e9\u4e2d\u05d0".isalpha() and "\u00bd".isnumeric() and not "\u00bd".isdigit() and "\u00b2".isdigit() and not "\u00b2".isdecimal()
assert "\u0663".isdecimal() and "\u0663".isdigit() and "\u4e09".isnumeric() and not "\u4e09".isdigit()
assert "\u2003\xa0\u3000".isspace() and not "\u200b".isspace() and "\u00c9".isupper() and "\u00e9".islower() and "\u01c5".istitle()
assert "\u00aa".islower() and "\u2160".isupper() and "\u2170".islower() and not "\u4e2d".islower() and not "\u4e2d".isupper()
assert "\u00e9".isprintable() and not "\xad".isprintable() and not "\u200b".isprintable() and not "\ud800".isprintable() and "\U0001f600".isprintable()
assert "\u4e2d\u6587".isidentifier() and "a\u0301".isidentifier() and not "\u0301a".isidentifier() and "\u2118".isidentifier()
assert not "\u20ac".isidentifier()
assert int("\u0664\u0662") == 42

# ---- encode ----
s = "a\u00e9\u20ac\U0001f600"
assert s.encode() == b"a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80" and s.encode("utf-8").decode() == s and s.encode("UTF8") == s.encode("utf_8")
assert "\u00e9".encode("latin-1") == b"\xe9" and "\u00e9".encode("iso-8859-1") == b"\xe9" and "abc".encode("ascii") == b"abc"
assert s.encode("ascii", "ignore") == b"a" and s.encode("ascii", "replace") == b"a???" and s.encode("latin-1", "replace") == b"a\xe9??"
assert s.encode("ascii", "backslashreplace") == b"a\\xe9\\u20ac\\U0001f600"
assert s.encode("ascii", "xmlcharrefreplace") == b"a&#233;&#8364;&#128512;"
assert s.encode("utf-16-le") == b"a\0\xe9\0\xac\x20\x3d\xd8\x00\xde" and s.encode("utf-16-be") == b"\0a\0\xe9\x20\xac\xd8\x3d\xde\x00"
assert s.encode("utf-16")[:2] == b"\xff\xfe" and s.encode("utf-16").decode("utf-16") == s
assert s.encode("utf-32-le") == b"a\0\0\0\xe9\0\0\0\xac\x20\0\0\x00\xf6\x01\0" and s.encode("utf-32").decode("utf-32") == s
e = raises(UnicodeEncodeError, s.encode, "ascii")
assert (e.encoding, e.object, e.start, e.end, e.reason) == ("ascii", s, 1, 4, "ordinal not in range(128)")
assert str(e) == "'ascii' codec can't encode characters in position 1-3: ordinal not in range(128)"
e = raises(UnicodeEncodeError, "ab\u20ac".encode, "latin-1")
assert str(e) == "'latin-1' codec can't encode character '\\u20ac' in position 2: ordinal not in range(256)"
e = raises(UnicodeEncodeError, "a\ud800b".encode)
assert str(e) == "'utf-8' codec can't encode character '\\ud800' in position 1: surrogates not allowed"
assert "a\ud800".encode("utf-8", "surrogatepass") == b"a\xed\xa0\x80" and "\udc80x".encode("utf-8", "surrogateescape") == b"\x80x"
assert "\ud800".encode("utf-8", "replace") == b"?" and "\ud800".encode("utf-8", "backslashreplace") == b"\\ud800"
raises(UnicodeEncodeError, lambda: "\ud800".encode("utf-8", "surrogateescape"))
assert str(raises(LookupError, "a".encode, "nope")) == "unknown encoding: nope"

# ---- decode ----
assert b"abc".decode() == "abc" and b"\xc3\xa9".decode("utf-8") == "\u00e9" and b"\xe9".decode("latin-1") == "\u00e9"
for data, start, end, reason in [
        (b"a\xff", 1, 2, "invalid start byte"), (b"ab\x80", 2, 3, "invalid start byte"), (b"\xc3", 0, 1, "unexpected end of data"),
        (b"\xc3(", 0, 1, "invalid continuation byte"), (b"\xe2\x82", 0, 2, "unexpected end of data"), (b"\xe2\x28", 0, 1, "invalid continuation byte"),
        (b"\xed\xa0\x80", 0, 1, "invalid continuation byte"), (b"\xf4\x90\x80\x80", 0, 1, "invalid continuation byte"),
        (b"\xc0\x80", 0, 1, "invalid start byte"), (b"\xe0\x80\x80", 0, 1, "invalid continuation byte"), (b"\xf0\x9f\x98", 0, 3, "unexpected end of data"),
        (b"xx\xf0\x9f\x98x", 2, 5, "invalid continuation byte")]:
    e = raises(UnicodeDecodeError, data.decode)
    assert (e.encoding, e.object, e.start, e.end, e.reason) == ("utf-8", data, start, end, reason), (data, e.start, e.end, e.reason)
assert str(raises(UnicodeDecodeError, b"a\xff".decode)) == "'utf-8' codec can't decode byte 0xff in position 1: invalid start byte"
assert str(raises(UnicodeDecodeError, b"a\xff".decode, "ascii")) == "'ascii' codec can't decode byte 0xff in position 1: ordinal not in range(128)"
assert b"a\xffb".decode("utf-8", "ignore") == "ab" and b"a\xffb".decode("utf-8", "replace") == "a\ufffdb" and b"\xe2\x82x".decode("utf-8", "replace") == "\ufffdx"
assert b"a\xff\xfe".decode("ascii", "backslashreplace") == "a\\xff\\xfe" and b"\xff".decode("utf-8", "surrogateescape") == "\udcff"
assert b"\xed\xa0\x80".decode("utf-8", "surrogatepass") == "\ud800" and b"\xed\xa0\x80".decode("utf-8", "replace") == "\ufffd\ufffd\ufffd"
assert bytearray(b"\xc3\xa9").decode() == "\u00e9" and bytes(range(256)).decode("latin-1") == "".join(map(chr, range(256)))
data = bytes(range(256)) * 3
assert data.decode("utf-8", "surrogateescape").encode("utf-8", "surrogateescape") == data
raises(UnicodeDecodeError, b"\0\xd8".decode, "utf-16-le")
assert b"\x3d\xd8".decode("utf-16-le", "replace") == "\ufffd"

# ---- surrogates are characters ----
s = "\ud83d\ude00"
assert len(s) == 2 and s[0] == "\ud83d" and s != "\U0001f600" and repr(s) == "'\\ud83d\\ude00'" and chr(0xd800) == "\ud800" and ord(s[1]) == 0xde00

# ---- in numbers, spaces, repr() ----
assert complex('\u0661+\u0662j') == complex(1, 2)
assert float('\u0661.\u0665') == 1.5
assert int('\u0663\u0664') == 34 and int('\u2003 5\u00a0') == 5
assert repr("\u2028") == "'\\u2028'" and repr("\U000e0001") == "'\\U000e0001'"
assert "\u3000a\u2003".strip() == "a"
assert "a\u2003b\xa0c".split() == ["a", "b", "c"]
