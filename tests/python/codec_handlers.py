# needs: codecs messages methods unicode_names
# Every codec with every handler of errors.

def error(f):
    try:
        return f()
    except Exception as e:
        return type(e).__name__ + ": " + str(e)

# ---- encoding ----
assert error(lambda: "a\xe9\u0394".encode("ascii", "strict")) == "UnicodeEncodeError: 'ascii' codec can't encode characters in position 1-2: ordinal not in range(128)"
assert "a\xe9\u0394".encode("ascii", "ignore") == b'a'
assert "a\xe9\u0394".encode("ascii", "replace") == b'a??'
assert "a\xe9\u0394".encode("ascii", "backslashreplace") == b'a\\xe9\\u0394'
assert "a\xe9\u0394".encode("ascii", "xmlcharrefreplace") == b'a&#233;&#916;'
assert "a\xe9\u0394".encode("ascii", "namereplace") == b'a\\N{LATIN SMALL LETTER E WITH ACUTE}\\N{GREEK CAPITAL LETTER DELTA}'
assert error(lambda: "a\xe9\u0394".encode("ascii", "surrogateescape")) == "UnicodeEncodeError: 'ascii' codec can't encode characters in position 1-2: ordinal not in range(128)"
assert error(lambda: "a\xe9\u0394".encode("ascii", "surrogatepass")) == "UnicodeEncodeError: 'ascii' codec can't encode characters in position 1-2: ordinal not in range(128)"
assert error(lambda: "a\xe9\u0394".encode("latin-1", "strict")) == "UnicodeEncodeError: 'latin-1' codec can't encode character '\\u0394' in position 2: ordinal not in range(256)"
assert "a\xe9\u0394".encode("latin-1", "ignore") == b'a\xe9'
assert "a\xe9\u0394".encode("latin-1", "replace") == b'a\xe9?'
assert "a\xe9\u0394".encode("latin-1", "backslashreplace") == b'a\xe9\\u0394'
assert "a\xe9\u0394".encode("latin-1", "xmlcharrefreplace") == b'a\xe9&#916;'
assert "a\xe9\u0394".encode("latin-1", "namereplace") == b'a\xe9\\N{GREEK CAPITAL LETTER DELTA}'
assert error(lambda: "a\xe9\u0394".encode("latin-1", "surrogateescape")) == "UnicodeEncodeError: 'latin-1' codec can't encode character '\\u0394' in position 2: ordinal not in range(256)"
assert error(lambda: "a\xe9\u0394".encode("latin-1", "surrogatepass")) == "UnicodeEncodeError: 'latin-1' codec can't encode character '\\u0394' in position 2: ordinal not in range(256)"
assert "a\xe9\u0394".encode("utf-8", "strict") == b'a\xc3\xa9\xce\x94'
assert "a\xe9\u0394".encode("utf-8", "ignore") == b'a\xc3\xa9\xce\x94'
assert "a\xe9\u0394".encode("utf-8", "replace") == b'a\xc3\xa9\xce\x94'
assert "a\xe9\u0394".encode("utf-8", "backslashreplace") == b'a\xc3\xa9\xce\x94'
assert "a\xe9\u0394".encode("utf-8", "xmlcharrefreplace") == b'a\xc3\xa9\xce\x94'
assert "a\xe9\u0394".encode("utf-8", "namereplace") == b'a\xc3\xa9\xce\x94'
assert "a\xe9\u0394".encode("utf-8", "surrogateescape") == b'a\xc3\xa9\xce\x94'
assert "a\xe9\u0394".encode("utf-8", "surrogatepass") == b'a\xc3\xa9\xce\x94'
assert "a\xe9\u0394".encode("utf-16-le", "strict") == b'a\x00\xe9\x00\x94\x03'
assert "a\xe9\u0394".encode("utf-16-le", "ignore") == b'a\x00\xe9\x00\x94\x03'
assert "a\xe9\u0394".encode("utf-16-le", "replace") == b'a\x00\xe9\x00\x94\x03'
assert "a\xe9\u0394".encode("utf-16-le", "backslashreplace") == b'a\x00\xe9\x00\x94\x03'
assert "a\xe9\u0394".encode("utf-16-le", "xmlcharrefreplace") == b'a\x00\xe9\x00\x94\x03'
assert "a\xe9\u0394".encode("utf-16-le", "namereplace") == b'a\x00\xe9\x00\x94\x03'
assert "a\xe9\u0394".encode("utf-16-le", "surrogateescape") == b'a\x00\xe9\x00\x94\x03'
assert "a\xe9\u0394".encode("utf-16-le", "surrogatepass") == b'a\x00\xe9\x00\x94\x03'
assert error(lambda: "\ud800x".encode("ascii", "strict")) == "UnicodeEncodeError: 'ascii' codec can't encode character '\\ud800' in position 0: ordinal not in range(128)"
assert "\ud800x".encode("ascii", "ignore") == b'x'
assert "\ud800x".encode("ascii", "replace") == b'?x'
assert "\ud800x".encode("ascii", "backslashreplace") == b'\\ud800x'
assert "\ud800x".encode("ascii", "xmlcharrefreplace") == b'&#55296;x'
assert "\ud800x".encode("ascii", "namereplace") == b'\\ud800x'
assert error(lambda: "\ud800x".encode("ascii", "surrogateescape")) == "UnicodeEncodeError: 'ascii' codec can't encode character '\\ud800' in position 0: ordinal not in range(128)"
assert error(lambda: "\ud800x".encode("ascii", "surrogatepass")) == "UnicodeEncodeError: 'ascii' codec can't encode character '\\ud800' in position 0: ordinal not in range(128)"
assert error(lambda: "\ud800x".encode("latin-1", "strict")) == "UnicodeEncodeError: 'latin-1' codec can't encode character '\\ud800' in position 0: ordinal not in range(256)"
assert "\ud800x".encode("latin-1", "ignore") == b'x'
assert "\ud800x".encode("latin-1", "replace") == b'?x'
assert "\ud800x".encode("latin-1", "backslashreplace") == b'\\ud800x'
assert "\ud800x".encode("latin-1", "xmlcharrefreplace") == b'&#55296;x'
assert "\ud800x".encode("latin-1", "namereplace") == b'\\ud800x'
assert error(lambda: "\ud800x".encode("latin-1", "surrogateescape")) == "UnicodeEncodeError: 'latin-1' codec can't encode character '\\ud800' in position 0: ordinal not in range(256)"
assert error(lambda: "\ud800x".encode("latin-1", "surrogatepass")) == "UnicodeEncodeError: 'latin-1' codec can't encode character '\\ud800' in position 0: ordinal not in range(256)"
assert error(lambda: "\ud800x".encode("utf-8", "strict")) == "UnicodeEncodeError: 'utf-8' codec can't encode character '\\ud800' in position 0: surrogates not allowed"
assert "\ud800x".encode("utf-8", "ignore") == b'x'
assert "\ud800x".encode("utf-8", "replace") == b'?x'
assert "\ud800x".encode("utf-8", "backslashreplace") == b'\\ud800x'
assert "\ud800x".encode("utf-8", "xmlcharrefreplace") == b'&#55296;x'
assert "\ud800x".encode("utf-8", "namereplace") == b'\\ud800x'
assert error(lambda: "\ud800x".encode("utf-8", "surrogateescape")) == "UnicodeEncodeError: 'utf-8' codec can't encode character '\\ud800' in position 0: surrogates not allowed"
assert "\ud800x".encode("utf-8", "surrogatepass") == b'\xed\xa0\x80x'
assert error(lambda: "\ud800x".encode("utf-16-le", "strict")) == "UnicodeEncodeError: 'utf-16-le' codec can't encode character '\\ud800' in position 0: surrogates not allowed"
assert "\ud800x".encode("utf-16-le", "ignore") == b'x\x00'
assert "\ud800x".encode("utf-16-le", "replace") == b'?\x00x\x00'
assert "\ud800x".encode("utf-16-le", "backslashreplace") == b'\\\x00u\x00d\x008\x000\x000\x00x\x00'
assert "\ud800x".encode("utf-16-le", "xmlcharrefreplace") == b'&\x00#\x005\x005\x002\x009\x006\x00;\x00x\x00'
assert "\ud800x".encode("utf-16-le", "namereplace") == b'\\\x00u\x00d\x008\x000\x000\x00x\x00'
assert error(lambda: "\ud800x".encode("utf-16-le", "surrogateescape")) == "UnicodeEncodeError: 'utf-16-le' codec can't encode character '\\ud800' in position 0: surrogates not allowed"
assert "\ud800x".encode("utf-16-le", "surrogatepass") == b'\x00\xd8x\x00'
assert error(lambda: "\udc80\udcff".encode("ascii", "strict")) == "UnicodeEncodeError: 'ascii' codec can't encode characters in position 0-1: ordinal not in range(128)"
assert "\udc80\udcff".encode("ascii", "ignore") == b''
assert "\udc80\udcff".encode("ascii", "replace") == b'??'
assert "\udc80\udcff".encode("ascii", "backslashreplace") == b'\\udc80\\udcff'
assert "\udc80\udcff".encode("ascii", "xmlcharrefreplace") == b'&#56448;&#56575;'
assert "\udc80\udcff".encode("ascii", "namereplace") == b'\\udc80\\udcff'
assert "\udc80\udcff".encode("ascii", "surrogateescape") == b'\x80\xff'
assert error(lambda: "\udc80\udcff".encode("ascii", "surrogatepass")) == "UnicodeEncodeError: 'ascii' codec can't encode characters in position 0-1: ordinal not in range(128)"
assert error(lambda: "\udc80\udcff".encode("latin-1", "strict")) == "UnicodeEncodeError: 'latin-1' codec can't encode characters in position 0-1: ordinal not in range(256)"
assert "\udc80\udcff".encode("latin-1", "ignore") == b''
assert "\udc80\udcff".encode("latin-1", "replace") == b'??'
assert "\udc80\udcff".encode("latin-1", "backslashreplace") == b'\\udc80\\udcff'
assert "\udc80\udcff".encode("latin-1", "xmlcharrefreplace") == b'&#56448;&#56575;'
assert "\udc80\udcff".encode("latin-1", "namereplace") == b'\\udc80\\udcff'
assert "\udc80\udcff".encode("latin-1", "surrogateescape") == b'\x80\xff'
assert error(lambda: "\udc80\udcff".encode("latin-1", "surrogatepass")) == "UnicodeEncodeError: 'latin-1' codec can't encode characters in position 0-1: ordinal not in range(256)"
assert error(lambda: "\udc80\udcff".encode("utf-8", "strict")) == "UnicodeEncodeError: 'utf-8' codec can't encode characters in position 0-1: surrogates not allowed"
assert "\udc80\udcff".encode("utf-8", "ignore") == b''
assert "\udc80\udcff".encode("utf-8", "replace") == b'??'
assert "\udc80\udcff".encode("utf-8", "backslashreplace") == b'\\udc80\\udcff'
assert "\udc80\udcff".encode("utf-8", "xmlcharrefreplace") == b'&#56448;&#56575;'
assert "\udc80\udcff".encode("utf-8", "namereplace") == b'\\udc80\\udcff'
assert "\udc80\udcff".encode("utf-8", "surrogateescape") == b'\x80\xff'
assert "\udc80\udcff".encode("utf-8", "surrogatepass") == b'\xed\xb2\x80\xed\xb3\xbf'
assert error(lambda: "\udc80\udcff".encode("utf-16-le", "strict")) == "UnicodeEncodeError: 'utf-16-le' codec can't encode character '\\udc80' in position 0: surrogates not allowed"
assert "\udc80\udcff".encode("utf-16-le", "ignore") == b''
assert "\udc80\udcff".encode("utf-16-le", "replace") == b'?\x00?\x00'
assert "\udc80\udcff".encode("utf-16-le", "backslashreplace") == b'\\\x00u\x00d\x00c\x008\x000\x00\\\x00u\x00d\x00c\x00f\x00f\x00'
assert "\udc80\udcff".encode("utf-16-le", "xmlcharrefreplace") == b'&\x00#\x005\x006\x004\x004\x008\x00;\x00&\x00#\x005\x006\x005\x007\x005\x00;\x00'
assert "\udc80\udcff".encode("utf-16-le", "namereplace") == b'\\\x00u\x00d\x00c\x008\x000\x00\\\x00u\x00d\x00c\x00f\x00f\x00'
assert error(lambda: "\udc80\udcff".encode("utf-16-le", "surrogateescape")) == "UnicodeEncodeError: 'utf-16-le' codec can't encode character '\\udc80' in position 0: surrogates not allowed"
assert "\udc80\udcff".encode("utf-16-le", "surrogatepass") == b'\x80\xdc\xff\xdc'
assert error(lambda: "\U0001f600".encode("ascii", "strict")) == "UnicodeEncodeError: 'ascii' codec can't encode character '\\U0001f600' in position 0: ordinal not in range(128)"
assert "\U0001f600".encode("ascii", "ignore") == b''
assert "\U0001f600".encode("ascii", "replace") == b'?'
assert "\U0001f600".encode("ascii", "backslashreplace") == b'\\U0001f600'
assert "\U0001f600".encode("ascii", "xmlcharrefreplace") == b'&#128512;'
assert "\U0001f600".encode("ascii", "namereplace") == b'\\N{GRINNING FACE}'
assert error(lambda: "\U0001f600".encode("ascii", "surrogateescape")) == "UnicodeEncodeError: 'ascii' codec can't encode character '\\U0001f600' in position 0: ordinal not in range(128)"
assert error(lambda: "\U0001f600".encode("ascii", "surrogatepass")) == "UnicodeEncodeError: 'ascii' codec can't encode character '\\U0001f600' in position 0: ordinal not in range(128)"
assert error(lambda: "\U0001f600".encode("latin-1", "strict")) == "UnicodeEncodeError: 'latin-1' codec can't encode character '\\U0001f600' in position 0: ordinal not in range(256)"
assert "\U0001f600".encode("latin-1", "ignore") == b''
assert "\U0001f600".encode("latin-1", "replace") == b'?'
assert "\U0001f600".encode("latin-1", "backslashreplace") == b'\\U0001f600'
assert "\U0001f600".encode("latin-1", "xmlcharrefreplace") == b'&#128512;'
assert "\U0001f600".encode("latin-1", "namereplace") == b'\\N{GRINNING FACE}'
assert error(lambda: "\U0001f600".encode("latin-1", "surrogateescape")) == "UnicodeEncodeError: 'latin-1' codec can't encode character '\\U0001f600' in position 0: ordinal not in range(256)"
assert error(lambda: "\U0001f600".encode("latin-1", "surrogatepass")) == "UnicodeEncodeError: 'latin-1' codec can't encode character '\\U0001f600' in position 0: ordinal not in range(256)"
assert "\U0001f600".encode("utf-8", "strict") == b'\xf0\x9f\x98\x80'
assert "\U0001f600".encode("utf-8", "ignore") == b'\xf0\x9f\x98\x80'
assert "\U0001f600".encode("utf-8", "replace") == b'\xf0\x9f\x98\x80'
assert "\U0001f600".encode("utf-8", "backslashreplace") == b'\xf0\x9f\x98\x80'
assert "\U0001f600".encode("utf-8", "xmlcharrefreplace") == b'\xf0\x9f\x98\x80'
assert "\U0001f600".encode("utf-8", "namereplace") == b'\xf0\x9f\x98\x80'
assert "\U0001f600".encode("utf-8", "surrogateescape") == b'\xf0\x9f\x98\x80'
assert "\U0001f600".encode("utf-8", "surrogatepass") == b'\xf0\x9f\x98\x80'
assert "\U0001f600".encode("utf-16-le", "strict") == b'=\xd8\x00\xde'
assert "\U0001f600".encode("utf-16-le", "ignore") == b'=\xd8\x00\xde'
assert "\U0001f600".encode("utf-16-le", "replace") == b'=\xd8\x00\xde'
assert "\U0001f600".encode("utf-16-le", "backslashreplace") == b'=\xd8\x00\xde'
assert "\U0001f600".encode("utf-16-le", "xmlcharrefreplace") == b'=\xd8\x00\xde'
assert "\U0001f600".encode("utf-16-le", "namereplace") == b'=\xd8\x00\xde'
assert "\U0001f600".encode("utf-16-le", "surrogateescape") == b'=\xd8\x00\xde'
assert "\U0001f600".encode("utf-16-le", "surrogatepass") == b'=\xd8\x00\xde'
# ---- decoding ----
assert error(lambda: b"a\xff\xfeb".decode("ascii", "strict")) == "UnicodeDecodeError: 'ascii' codec can't decode byte 0xff in position 1: ordinal not in range(128)"
assert b"a\xff\xfeb".decode("ascii", "ignore") == 'ab'
assert b"a\xff\xfeb".decode("ascii", "replace") == 'a\ufffd\ufffdb'
assert b"a\xff\xfeb".decode("ascii", "backslashreplace") == 'a\\xff\\xfeb'
assert b"a\xff\xfeb".decode("ascii", "surrogateescape") == 'a\udcff\udcfeb'
assert error(lambda: b"a\xff\xfeb".decode("ascii", "surrogatepass")) == "UnicodeDecodeError: 'ascii' codec can't decode byte 0xff in position 1: ordinal not in range(128)"
assert error(lambda: b"a\xff\xfeb".decode("ascii", "xmlcharrefreplace")) == "TypeError: don't know how to handle UnicodeDecodeError in error callback"
assert error(lambda: b"a\xff\xfeb".decode("utf-8", "strict")) == "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 1: invalid start byte"
assert b"a\xff\xfeb".decode("utf-8", "ignore") == 'ab'
assert b"a\xff\xfeb".decode("utf-8", "replace") == 'a\ufffd\ufffdb'
assert b"a\xff\xfeb".decode("utf-8", "backslashreplace") == 'a\\xff\\xfeb'
assert b"a\xff\xfeb".decode("utf-8", "surrogateescape") == 'a\udcff\udcfeb'
assert error(lambda: b"a\xff\xfeb".decode("utf-8", "surrogatepass")) == "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 1: invalid start byte"
assert error(lambda: b"a\xff\xfeb".decode("utf-8", "xmlcharrefreplace")) == "TypeError: don't know how to handle UnicodeDecodeError in error callback"
assert b"a\xff\xfeb".decode("utf-16-le", "strict") == '\uff61\u62fe'
assert b"a\xff\xfeb".decode("utf-16-le", "ignore") == '\uff61\u62fe'
assert b"a\xff\xfeb".decode("utf-16-le", "replace") == '\uff61\u62fe'
assert b"a\xff\xfeb".decode("utf-16-le", "backslashreplace") == '\uff61\u62fe'
assert b"a\xff\xfeb".decode("utf-16-le", "surrogateescape") == '\uff61\u62fe'
assert b"a\xff\xfeb".decode("utf-16-le", "surrogatepass") == '\uff61\u62fe'
assert b"a\xff\xfeb".decode("utf-16-le", "xmlcharrefreplace") == '\uff61\u62fe'
assert error(lambda: b"a\xff\xfeb".decode("utf-32-be", "strict")) == "UnicodeDecodeError: 'utf-32-be' codec can't decode bytes in position 0-3: code point not in range(0x110000)"
assert b"a\xff\xfeb".decode("utf-32-be", "ignore") == ''
assert b"a\xff\xfeb".decode("utf-32-be", "replace") == '\ufffd'
assert b"a\xff\xfeb".decode("utf-32-be", "backslashreplace") == '\\x61\\xff\\xfe\\x62'
assert error(lambda: b"a\xff\xfeb".decode("utf-32-be", "surrogateescape")) == "UnicodeDecodeError: 'utf-32-be' codec can't decode bytes in position 0-3: code point not in range(0x110000)"
assert error(lambda: b"a\xff\xfeb".decode("utf-32-be", "surrogatepass")) == "UnicodeDecodeError: 'utf-32-be' codec can't decode bytes in position 0-3: code point not in range(0x110000)"
assert error(lambda: b"a\xff\xfeb".decode("utf-32-be", "xmlcharrefreplace")) == "TypeError: don't know how to handle UnicodeDecodeError in error callback"
assert error(lambda: b"\xed\xa0\x80".decode("ascii", "strict")) == "UnicodeDecodeError: 'ascii' codec can't decode byte 0xed in position 0: ordinal not in range(128)"
assert b"\xed\xa0\x80".decode("ascii", "ignore") == ''
assert b"\xed\xa0\x80".decode("ascii", "replace") == '\ufffd\ufffd\ufffd'
assert b"\xed\xa0\x80".decode("ascii", "backslashreplace") == '\\xed\\xa0\\x80'
assert b"\xed\xa0\x80".decode("ascii", "surrogateescape") == '\udced\udca0\udc80'
assert error(lambda: b"\xed\xa0\x80".decode("ascii", "surrogatepass")) == "UnicodeDecodeError: 'ascii' codec can't decode byte 0xed in position 0: ordinal not in range(128)"
assert error(lambda: b"\xed\xa0\x80".decode("ascii", "xmlcharrefreplace")) == "TypeError: don't know how to handle UnicodeDecodeError in error callback"
assert error(lambda: b"\xed\xa0\x80".decode("utf-8", "strict")) == "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xed in position 0: invalid continuation byte"
assert b"\xed\xa0\x80".decode("utf-8", "ignore") == ''
assert b"\xed\xa0\x80".decode("utf-8", "replace") == '\ufffd\ufffd\ufffd'
assert b"\xed\xa0\x80".decode("utf-8", "backslashreplace") == '\\xed\\xa0\\x80'
assert b"\xed\xa0\x80".decode("utf-8", "surrogateescape") == '\udced\udca0\udc80'
assert b"\xed\xa0\x80".decode("utf-8", "surrogatepass") == '\ud800'
assert error(lambda: b"\xed\xa0\x80".decode("utf-8", "xmlcharrefreplace")) == "TypeError: don't know how to handle UnicodeDecodeError in error callback"
assert error(lambda: b"\xed\xa0\x80".decode("utf-16-le", "strict")) == "UnicodeDecodeError: 'utf-16-le' codec can't decode byte 0x80 in position 2: truncated data"
assert b"\xed\xa0\x80".decode("utf-16-le", "ignore") == '\ua0ed'
assert b"\xed\xa0\x80".decode("utf-16-le", "replace") == '\ua0ed\ufffd'
assert b"\xed\xa0\x80".decode("utf-16-le", "backslashreplace") == '\ua0ed\\x80'
assert b"\xed\xa0\x80".decode("utf-16-le", "surrogateescape") == '\ua0ed\udc80'
assert error(lambda: b"\xed\xa0\x80".decode("utf-16-le", "surrogatepass")) == "UnicodeDecodeError: 'utf-16-le' codec can't decode byte 0x80 in position 2: truncated data"
assert error(lambda: b"\xed\xa0\x80".decode("utf-16-le", "xmlcharrefreplace")) == "TypeError: don't know how to handle UnicodeDecodeError in error callback"
assert error(lambda: b"\xed\xa0\x80".decode("utf-32-be", "strict")) == "UnicodeDecodeError: 'utf-32-be' codec can't decode bytes in position 0-2: truncated data"
assert b"\xed\xa0\x80".decode("utf-32-be", "ignore") == ''
assert b"\xed\xa0\x80".decode("utf-32-be", "replace") == '\ufffd'
assert b"\xed\xa0\x80".decode("utf-32-be", "backslashreplace") == '\\xed\\xa0\\x80'
assert b"\xed\xa0\x80".decode("utf-32-be", "surrogateescape") == '\udced\udca0\udc80'
assert error(lambda: b"\xed\xa0\x80".decode("utf-32-be", "surrogatepass")) == "UnicodeDecodeError: 'utf-32-be' codec can't decode bytes in position 0-2: truncated data"
assert error(lambda: b"\xed\xa0\x80".decode("utf-32-be", "xmlcharrefreplace")) == "TypeError: don't know how to handle UnicodeDecodeError in error callback"
assert error(lambda: b"\xe2\x82".decode("ascii", "strict")) == "UnicodeDecodeError: 'ascii' codec can't decode byte 0xe2 in position 0: ordinal not in range(128)"
assert b"\xe2\x82".decode("ascii", "ignore") == ''
assert b"\xe2\x82".decode("ascii", "replace") == '\ufffd\ufffd'
assert b"\xe2\x82".decode("ascii", "backslashreplace") == '\\xe2\\x82'
assert b"\xe2\x82".decode("ascii", "surrogateescape") == '\udce2\udc82'
assert error(lambda: b"\xe2\x82".decode("ascii", "surrogatepass")) == "UnicodeDecodeError: 'ascii' codec can't decode byte 0xe2 in position 0: ordinal not in range(128)"
assert error(lambda: b"\xe2\x82".decode("ascii", "xmlcharrefreplace")) == "TypeError: don't know how to handle UnicodeDecodeError in error callback"
assert error(lambda: b"\xe2\x82".decode("utf-8", "strict")) == "UnicodeDecodeError: 'utf-8' codec can't decode bytes in position 0-1: unexpected end of data"
assert b"\xe2\x82".decode("utf-8", "ignore") == ''
assert b"\xe2\x82".decode("utf-8", "replace") == '\ufffd'
assert b"\xe2\x82".decode("utf-8", "backslashreplace") == '\\xe2\\x82'
assert b"\xe2\x82".decode("utf-8", "surrogateescape") == '\udce2\udc82'
assert error(lambda: b"\xe2\x82".decode("utf-8", "surrogatepass")) == "UnicodeDecodeError: 'utf-8' codec can't decode bytes in position 0-1: unexpected end of data"
assert error(lambda: b"\xe2\x82".decode("utf-8", "xmlcharrefreplace")) == "TypeError: don't know how to handle UnicodeDecodeError in error callback"
assert b"\xe2\x82".decode("utf-16-le", "strict") == '\u82e2'
assert b"\xe2\x82".decode("utf-16-le", "ignore") == '\u82e2'
assert b"\xe2\x82".decode("utf-16-le", "replace") == '\u82e2'
assert b"\xe2\x82".decode("utf-16-le", "backslashreplace") == '\u82e2'
assert b"\xe2\x82".decode("utf-16-le", "surrogateescape") == '\u82e2'
assert b"\xe2\x82".decode("utf-16-le", "surrogatepass") == '\u82e2'
assert b"\xe2\x82".decode("utf-16-le", "xmlcharrefreplace") == '\u82e2'
assert error(lambda: b"\xe2\x82".decode("utf-32-be", "strict")) == "UnicodeDecodeError: 'utf-32-be' codec can't decode bytes in position 0-1: truncated data"
assert b"\xe2\x82".decode("utf-32-be", "ignore") == ''
assert b"\xe2\x82".decode("utf-32-be", "replace") == '\ufffd'
assert b"\xe2\x82".decode("utf-32-be", "backslashreplace") == '\\xe2\\x82'
assert b"\xe2\x82".decode("utf-32-be", "surrogateescape") == '\udce2\udc82'
assert error(lambda: b"\xe2\x82".decode("utf-32-be", "surrogatepass")) == "UnicodeDecodeError: 'utf-32-be' codec can't decode bytes in position 0-1: truncated data"
assert error(lambda: b"\xe2\x82".decode("utf-32-be", "xmlcharrefreplace")) == "TypeError: don't know how to handle UnicodeDecodeError in error callback"
# ---- marks ----
assert "a".encode("utf-16") == b'\xff\xfea\x00'
assert "a".encode("utf-32") == b'\xff\xfe\x00\x00a\x00\x00\x00'
assert "a".encode("utf-8-sig") == b'\xef\xbb\xbfa'
assert "".encode("utf-16") == b'\xff\xfe'
assert b"\xff\xfea\0".decode("utf-16") == 'a'
assert b"\xfe\xff\0a".decode("utf-16") == 'a'
assert b"a\0".decode("utf-16") == 'a'
assert b"\xef\xbb\xbfa".decode("utf-8-sig") == 'a'
assert b"\xef\xbb\xbfa".decode("utf-8") == '\ufeffa'
assert b"a".decode("utf-8-sig") == 'a'
assert error(lambda: b"\xef\xbb\xbf\xff".decode("utf-8-sig")) == "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"
assert b"\0\0\xfe\xff\0\0\0a".decode("utf-32") == 'a'
assert "\xe9".encode("utf-8-sig") == b'\xef\xbb\xbf\xc3\xa9'
assert b"\xff\xfe".decode("utf-16") == ''
# ---- names ----
assert "\xe9".encode("UTF8") == b'\xc3\xa9'
assert "\xe9".encode("Latin_1") == b'\xe9'
assert "\xe9".encode("ISO-8859-1") == b'\xe9'
assert "\xe9".encode("l1") == b'\xe9'
assert "a".encode("US-ASCII") == b'a'
assert "a".encode("646") == b'a'
assert "a".encode("U8") == b'a'
assert error(lambda: "a".encode("nope")) == 'LookupError: unknown encoding: nope'
assert error(lambda: b"a".decode("nope")) == 'LookupError: unknown encoding: nope'
assert error(lambda: "a".encode(5)) == "TypeError: encode() argument 'encoding' must be str, not int"
assert error(lambda: b"a".decode(errors=5)) == "TypeError: decode() argument 'errors' must be str, not int"
assert "a".encode("ascii", "bad") == b'a'
assert error(lambda: "\xe9".encode("ascii", "bad")) == "LookupError: unknown error handler name 'bad'"
assert error(lambda: b"\xe9".decode("ascii", "bad")) == "LookupError: unknown error handler name 'bad'"
assert error(lambda: "a".encode("ascii", "strict", 1)) == 'TypeError: encode() takes at most 2 arguments (3 given)'
assert error(lambda: "a".encode(foo=1)) == "TypeError: encode() got an unexpected keyword argument 'foo'"
assert b"a".decode(encoding="ascii", errors="ignore") == 'a'
# ---- names of characters ----
assert "\xe9".encode("ascii", "namereplace") == b'\\N{LATIN SMALL LETTER E WITH ACUTE}'
assert "\u2022".encode("ascii", "namereplace") == b'\\N{BULLET}'
assert "\uac00".encode("ascii", "namereplace") == b'\\N{HANGUL SYLLABLE GA}'
assert "\ud7a3".encode("ascii", "namereplace") == b'\\N{HANGUL SYLLABLE HIH}'
assert "\u4e00".encode("ascii", "namereplace") == b'\\N{CJK UNIFIED IDEOGRAPH-4E00}'
assert "\U00020000".encode("ascii", "namereplace") == b'\\N{CJK UNIFIED IDEOGRAPH-20000}'
assert "\U0001f600".encode("ascii", "namereplace") == b'\\N{GRINNING FACE}'
assert "\U000e0001".encode("ascii", "namereplace") == b'\\N{LANGUAGE TAG}'
assert "\ue000".encode("ascii", "namereplace") == b'\\ue000'
assert "\u0378".encode("ascii", "namereplace") == b'\\u0378'
assert "\u0000\x80".encode("ascii", "namereplace") == b'\x00\\x80'
assert "\ufffd".encode("ascii", "namereplace") == b'\\N{REPLACEMENT CHARACTER}'
assert "\U0001f1e6".encode("ascii", "namereplace") == b'\\N{REGIONAL INDICATOR SYMBOL LETTER A}'
# ---- bad UTF-8 ----
assert b"\x80".decode("utf-8", "replace") == '\ufffd'
assert b"\xc0\x80".decode("utf-8", "replace") == '\ufffd\ufffd'
assert b"\xc1\xbf".decode("utf-8", "replace") == '\ufffd\ufffd'
assert b"\xe0\x80\x80".decode("utf-8", "replace") == '\ufffd\ufffd\ufffd'
assert b"\xe0\xa0".decode("utf-8", "replace") == '\ufffd'
assert b"\xed\xbf\xbf".decode("utf-8", "replace") == '\ufffd\ufffd\ufffd'
assert b"\xf0\x80\x80\x80".decode("utf-8", "replace") == '\ufffd\ufffd\ufffd\ufffd'
assert b"\xf0\x90\x80".decode("utf-8", "replace") == '\ufffd'
assert b"\xf4\x90\x80\x80".decode("utf-8", "replace") == '\ufffd\ufffd\ufffd\ufffd'
assert b"\xf5\x80".decode("utf-8", "replace") == '\ufffd\ufffd'
assert b"\xfe\xff".decode("utf-8", "replace") == '\ufffd\ufffd'
assert b"\xe2\x82A".decode("utf-8", "replace") == '\ufffdA'
assert b"\xc3A".decode("utf-8", "replace") == '\ufffdA'
assert b"\xf0\x9f\x98A".decode("utf-8", "replace") == '\ufffdA'
assert error(lambda: b"\x80".decode()) == "UnicodeDecodeError: 'utf-8' codec can't decode byte 0x80 in position 0: invalid start byte"
assert error(lambda: b"\xc0\x80".decode()) == "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xc0 in position 0: invalid start byte"
assert error(lambda: b"\xe0\x80\x80".decode()) == "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xe0 in position 0: invalid continuation byte"
assert error(lambda: b"\xe2\x82".decode()) == "UnicodeDecodeError: 'utf-8' codec can't decode bytes in position 0-1: unexpected end of data"
assert error(lambda: b"\xed\xa0\x80".decode()) == "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xed in position 0: invalid continuation byte"
assert error(lambda: b"\xf0\x9f\x98".decode()) == "UnicodeDecodeError: 'utf-8' codec can't decode bytes in position 0-2: unexpected end of data"
assert error(lambda: b"\xf4\x90\x80\x80".decode()) == "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xf4 in position 0: invalid continuation byte"
assert error(lambda: b"ab\xffcd".decode()) == "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 2: invalid start byte"
assert error(lambda: b"\xe2\x82A".decode()) == "UnicodeDecodeError: 'utf-8' codec can't decode bytes in position 0-1: invalid continuation byte"
