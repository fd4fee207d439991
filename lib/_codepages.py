"""Encodings with a table: one byte for each character, and ASCII below 128. And escapes for encodings.

codecs.lookup() comes here for names that the core does not know."""

# The characters of the bytes from 128 on, or from 160 on; \ufffe: none.
_PAGES = {
    "cp437": "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩"
             "≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\xa0",
    "cp850": "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´"
             "\xad±‗¾¶§÷¸°¨·¹³²■\xa0",
    "cp852": "ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´"
             "\xad˝˛ˇ˘§÷¸°¨˙űŘř■\xa0",
    "cp866": "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмноп░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀рстуфхцчшщъыьэюя"
             "ЁёЄєЇїЎў°∙·√№¤■\xa0",
    "cp1250": "€\ufffe‚\ufffe„…†‡\ufffe‰Š‹ŚŤŽŹ\ufffe‘’“”•–—\ufffe™š›śťžź\xa0ˇ˘Ł¤Ą¦§¨©Ş«¬\xad®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐ"
              "ŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙",
    "cp1251": "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\ufffe™љ›њќћџ\xa0ЎўЈ¤Ґ¦§Ё©Є«¬\xad®Ї°±Ііґµ¶·ё№є»јЅѕїАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгд"
              "ежзийклмнопрстуфхцчшщъыьэюя",
    "cp1252": "€\ufffe‚ƒ„…†‡ˆ‰Š‹Œ\ufffeŽ\ufffe\ufffe‘’“”•–—˜™š›œ\ufffežŸ\xa0¡¢£¤¥¦§¨©ª«¬\xad®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐ"
              "ÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ",
    "cp1253": "€\ufffe‚ƒ„…†‡\ufffe‰\ufffe‹\ufffe\ufffe\ufffe\ufffe\ufffe‘’“”•–—\ufffe™\ufffe›\ufffe\ufffe\ufffe\ufffe\xa0΅Ά£¤¥¦"
              "§¨©\ufffe«¬\xad®―°±²³΄µ¶·ΈΉΊ»Ό½ΎΏΐΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡ\ufffeΣΤΥΦΧΨΩΪΫάέήίΰαβγδεζηθικλμνξοπρςστυφχψωϊϋόύώ\ufffe",
    "cp1254": "€\ufffe‚ƒ„…†‡ˆ‰Š‹Œ\ufffe\ufffe\ufffe\ufffe‘’“”•–—˜™š›œ\ufffe\ufffeŸ\xa0¡¢£¤¥¦§¨©ª«¬\xad®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆ"
              "ÇÈÉÊËÌÍÎÏĞÑÒÓÔÕÖ×ØÙÚÛÜİŞßàáâãäåæçèéêëìíîïğñòóôõö÷øùúûüışÿ",
    "cp1257": "€\ufffe‚\ufffe„…†‡\ufffe‰\ufffe‹\ufffe¨ˇ¸\ufffe‘’“”•–—\ufffe™\ufffe›\ufffe¯˛\ufffe\xa0\ufffe¢£¤\ufffe¦§Ø©Ŗ«¬\xad"
              "®Æ°±²³´µ¶·ø¹ŗ»¼½¾æĄĮĀĆÄÅĘĒČÉŹĖĢĶĪĻŠŃŅÓŌÕÖ×ŲŁŚŪÜŻŽßąįāćäåęēčéźėģķīļšńņóōõö÷ųłśūüżž˙",
    "iso8859-2": "\xa0Ą˘Ł¤ĽŚ§¨ŠŞŤŹ\xadŽŻ°ą˛ł´ľśˇ¸šşťź˝žżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙",
    "iso8859-5": "\xa0ЁЂЃЄЅІЇЈЉЊЋЌ\xadЎЏАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя№ёђѓєѕіїјљњћќ§ўџ",
    "iso8859-7": "\xa0‘’£€₯¦§¨©ͺ«¬\xad\ufffe―°±²³΄΅Ά·ΈΉΊ»Ό½ΎΏΐΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡ\ufffeΣΤΥΦΧΨΩΪΫάέήίΰαβγδεζηθικλμνξοπρςστυφχψωϊϋόύώ"
                 "\ufffe",
    "iso8859-9": "\xa0¡¢£¤¥¦§¨©ª«¬\xad®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏĞÑÒÓÔÕÖ×ØÙÚÛÜİŞßàáâãäåæçèéêëìíîïğñòóôõö÷øùúûüışÿ",
    "iso8859-15": "\xa0¡¢£€¥Š§š©ª«¬\xad®¯°±²³Žµ¶·ž¹º»ŒœŸ¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ",
    "koi8-r": "─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\xa0⌡°²·÷═║╒ё╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡Ё╢╣╤╥╦╧╨╩╪╫╬©юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛ"
              "МНОПЯРСТУЖВЬЫЗШЭЩЧЪ",
    "koi8-u": "─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\xa0⌡°²·÷═║╒ёє╔ії╗╘╙╚╛ґ╝╞╟╠╡ЁЄ╣ІЇ╦╧╨╩╪Ґ╬©юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛ"
              "МНОПЯРСТУЖВЬЫЗШЭЩЧЪ",
    "mac-roman": "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\xa0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏ"
                 "ÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ",
}
_NAMES = {"macintosh": "macroman"}
for _page, _names in (("iso88592", "latin2 l2"), ("iso88595", "cyrillic"), ("iso88597", "greek"), ("iso88599", "latin5 l5"),
                      ("iso885915", "latin9 l9")):
    for _name in _names.split():
        _NAMES[_name] = _page
for _page in _PAGES:
    _NAMES[_page.replace("-", "")] = _page
    if _page[:2] == "cp":
        _NAMES[_page[2:]] = _NAMES[("windows" if _page[2:4] == "12" else "ibm") + _page[2:]] = _page


def _handled(error, errors, text):
    # What the handler of errors gives for what is wrong, and where to go on.
    from codecs import lookup_error
    new, at = lookup_error(errors)(error)
    if not isinstance(at, int) or not isinstance(new, (str, bytes)):
        raise TypeError("codec error handler must return (str, int) tuple")
    if at < 0:
        at += len(text)
    if not 0 <= at <= len(text):
        raise IndexError("position %d from error handler out of bounds" % at)
    return new, at


def _encode_all(text, errors, convert, name, reason):
    # convert(character) gives the bytes for it, or None.
    if not isinstance(text, str):
        raise TypeError("argument must be str, not %s" % type(text).__name__)
    out, at = bytearray(), 0
    while at < len(text):
        code = convert(text[at])
        if code is not None:
            out += code
            at += 1
            continue
        end = at + 1
        while end < len(text) and convert(text[end]) is None:
            end += 1
        error = UnicodeEncodeError(name, text, at, end, reason)
        new, at = _handled(error, errors, text)
        if isinstance(new, str):
            new = [convert(c) for c in new]
            if None in new:
                raise error
            new = b"".join(new)
        out += new
    return bytes(out), len(text)


def _table(name, table):
    if len(table) < 128:
        table = "".join(map(chr, range(128, 160))) + table
    table = "".join(map(chr, range(128))) + table
    codes = {c: bytes((i,)) for i, c in enumerate(table) if c != "\ufffe"}

    def encode(text, errors="strict"):
        return _encode_all(text, errors, codes.get, "charmap", "character maps to <undefined>")

    def decode(data, errors="strict"):
        data = bytes(data)
        text = "".join([table[c] for c in data])
        if "\ufffe" not in text:
            return text, len(data)
        parts, at = [], 0
        while at < len(data):
            c = table[data[at]]
            if c == "\ufffe":
                error = UnicodeDecodeError("charmap", data, at, at + 1, "character maps to <undefined>")
                c, at = _handled(error, errors, data)
            else:
                at += 1
            parts.append(c)
        return "".join(parts), len(data)

    return name, encode, decode


_SHORT = {"\\": "\\", "'": "'", '"': '"', "a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "\n": ""}


def _escaped(c):
    n = ord(c)
    if c in "\n\r\t\\":
        return {"\n": b"\\n", "\r": b"\\r", "\t": b"\\t", "\\": b"\\\\"}[c]
    if 32 <= n < 127:
        return bytes((n,))
    return (b"\\x%02x" if n < 256 else b"\\u%04x" if n < 65536 else b"\\U%08x") % n


class _Unescape:
    """Text that is written in ASCII, with escapes. widths: how many hex digits an escape has; short: the other escapes."""

    def __init__(self, data, errors, name, widths, short):
        self.data = data.encode() if isinstance(data, str) else bytes(data)
        self.errors, self.name, self.widths, self.short = errors, name, widths, short

    def text(self):
        data, parts, at = self.data, [], 0
        while True:
            back = data.find(b"\\", at)
            if back < 0:
                parts.append(data[at:].decode("latin-1"))
                return "".join(parts), len(data)
            parts.append(data[at:back].decode("latin-1"))
            new, at = self.escape(back, data[back + 1:back + 2].decode("latin-1"))
            parts.append(new)

    def escape(self, back, c):
        # What the escape at `back` stands for, and where it ends.
        short = self.short
        if c in self.widths:
            return self.hexadecimal(back, c)
        if not short:
            return "\\" + c, back + 1 + len(c)
        if c in short:
            return short[c], back + 2
        if c == "N":
            return self.named(back)
        if not c:
            return self.wrong(back, back + 1, "\\ at end of string")
        if c in "01234567":
            end = self.end_of(back + 1, 3, "01234567")
            return chr(int(self.data[back + 1:end], 8)), end
        return "\\" + c, back + 2

    def end_of(self, at, most, digits):
        most += at
        while at < most and at < len(self.data) and chr(self.data[at]) in digits:
            at += 1
        return at

    def wrong(self, start, end, reason):
        return _handled(UnicodeDecodeError(self.name, self.data, start, end, reason), self.errors, self.data)

    def hexadecimal(self, back, c):
        width = self.widths[c]
        end = self.end_of(back + 2, width, "0123456789abcdefABCDEF")
        if end < back + 2 + width:
            return self.wrong(back, end, "truncated \\%s escape" % (c + "X" * width))
        code = int(self.data[back + 2:end], 16)
        if code > 0x10ffff:
            return self.wrong(back, end, "illegal Unicode character" if self.short else "\\Uxxxxxxxx out of range")
        return chr(code), end

    def named(self, back):
        end = self.data.find(b"}", back) + 1
        if self.data[back + 2:back + 3] != b"{" or not end:
            return self.wrong(back, len(self.data) if end == 0 and self.data[back + 2:back + 3] == b"{" else back + 2, _NO_NAME)
        name = self.data[back + 3:end - 1]
        if not name:
            return self.wrong(back, end - 1, _NO_NAME)
        try:
            return eval(b"'\\N{%s}'" % name if name.replace(b" ", b"").replace(b"-", b"").isalnum() else b"("), end
        except SyntaxError:
            return self.wrong(back, end, "unknown Unicode character name")


_NO_NAME = "malformed \\N character escape"


def _unicode_escape(text, errors="strict"):
    return b"".join([_escaped(c) for c in text]), len(text)


def _unicode_unescape(data, errors="strict"):
    return _Unescape(data, errors, "unicodeescape", {"x": 2, "u": 4, "U": 8}, _SHORT).text()


def _raw_escape(text, errors="strict"):
    return b"".join([bytes((ord(c),)) if c < "\u0100" else _escaped(c) for c in text]), len(text)


def _raw_unescape(data, errors="strict"):
    return _Unescape(data, errors, "rawunicodeescape", {"u": 4, "U": 8}, None).text()


def find(key):
    """The name and the two functions of an encoding; None: there is none such. key: small letters, and _ for what is between."""
    bare = key.replace("_", "")
    if bare == "unicodeescape":
        return "unicode-escape", _unicode_escape, _unicode_unescape
    if bare == "rawunicodeescape":
        return "raw-unicode-escape", _raw_escape, _raw_unescape
    name = _NAMES.get(bare)
    return name and _table(_NAMES.get(name, name), _PAGES[_NAMES.get(name, name)])
