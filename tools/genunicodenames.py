"""Writes src/value/unicode_names_data.h: the names of characters for \\N{name}, as CPython 3.13 knows them.

Run with that Python, once for each new version of Unicode:  python3.13 tools/genunicodenames.py
The output is committed, so that a build needs no Python. What it means is told in src/value/unicode_names.c.
"""
import collections
import os
import unicodedata

OUT = "src/value/unicode_names_data.h"
ONE_BYTE = 202   # so many words, the most frequent, have ids of one byte; others begin with a byte from here on

# Names that unicodedata.lookup() knows besides the characters' own (Unicode's NameAliases.txt); it cannot list them.
ALIASES = """
NUL; NULL; SOH; START OF HEADING; START OF TEXT; STX; END OF TEXT; ETX; END OF TRANSMISSION; EOT; ENQ;
ENQUIRY; ACK; ACKNOWLEDGE; ALERT; BEL; BACKSPACE; BS; CHARACTER TABULATION; HORIZONTAL TABULATION; HT;
TAB; END OF LINE; EOL; LF; LINE FEED; NEW LINE; NL; LINE TABULATION; VERTICAL TABULATION; VT; FF; FORM
FEED; CARRIAGE RETURN; CR; LOCKING-SHIFT ONE; SHIFT OUT; SO; LOCKING-SHIFT ZERO; SHIFT IN; SI; DATA LINK
ESCAPE; DLE; DC1; DEVICE CONTROL ONE; DC2; DEVICE CONTROL TWO; DC3; DEVICE CONTROL THREE; DC4; DEVICE
CONTROL FOUR; NAK; NEGATIVE ACKNOWLEDGE; SYN; SYNCHRONOUS IDLE; END OF TRANSMISSION BLOCK; ETB; CAN;
CANCEL; END OF MEDIUM; EOM; SUB; SUBSTITUTE; ESC; ESCAPE; FILE SEPARATOR; FS; INFORMATION SEPARATOR FOUR;
GROUP SEPARATOR; GS; INFORMATION SEPARATOR THREE; INFORMATION SEPARATOR TWO; RECORD SEPARATOR; RS;
INFORMATION SEPARATOR ONE; UNIT SEPARATOR; US; SP; DEL; DELETE; PAD; PADDING CHARACTER; HIGH OCTET
PRESET; HOP; BPH; BREAK PERMITTED HERE; NBH; NO BREAK HERE; IND; INDEX; NEL; NEXT LINE; SSA; START OF
SELECTED AREA; END OF SELECTED AREA; ESA; CHARACTER TABULATION SET; HORIZONTAL TABULATION SET; HTS;
CHARACTER TABULATION WITH JUSTIFICATION; HORIZONTAL TABULATION WITH JUSTIFICATION; HTJ; LINE TABULATION
SET; VERTICAL TABULATION SET; VTS; PARTIAL LINE DOWN; PARTIAL LINE FORWARD; PLD; PARTIAL LINE BACKWARD;
PARTIAL LINE UP; PLU; REVERSE INDEX; REVERSE LINE FEED; RI; SINGLE SHIFT TWO; SINGLE-SHIFT-2; SS2; SINGLE
SHIFT THREE; SINGLE-SHIFT-3; SS3; DCS; DEVICE CONTROL STRING; PRIVATE USE ONE; PRIVATE USE-1; PU1;
PRIVATE USE TWO; PRIVATE USE-2; PU2; SET TRANSMIT STATE; STS; CANCEL CHARACTER; CCH; MESSAGE WAITING; MW;
SPA; START OF GUARDED AREA; START OF PROTECTED AREA; END OF GUARDED AREA; END OF PROTECTED AREA; EPA;
SOS; START OF STRING; SGC; SINGLE GRAPHIC CHARACTER INTRODUCER; SCI; SINGLE CHARACTER INTRODUCER; CONTROL
SEQUENCE INTRODUCER; CSI; ST; STRING TERMINATOR; OPERATING SYSTEM COMMAND; OSC; PM; PRIVACY MESSAGE; APC;
APPLICATION PROGRAM COMMAND; NBSP; SHY; LATIN CAPITAL LETTER GHA; LATIN SMALL LETTER GHA; CGJ; ALM;
SYRIAC SUBLINEAR COLON SKEWED LEFT; KANNADA LETTER LLLA; LAO LETTER FO FON; LAO LETTER FO FAY; LAO LETTER
RO; LAO LETTER LO; TIBETAN MARK BKA- SHOG GI MGO RGYAN; HANGUL JONGSEONG YESIEUNG-KIYEOK; HANGUL
JONGSEONG YESIEUNG-SSANGKIYEOK; HANGUL JONGSEONG SSANGYESIEUNG; HANGUL JONGSEONG YESIEUNG-KHIEUKH; FVS1;
FVS2; FVS3; MVS; FVS4; ZWSP; ZWNJ; ZWJ; LRM; RLM; LRE; RLE; PDF; LRO; RLO; NNBSP; MMSP; WJ; LRI; RLI;
FSI; PDI; WEIERSTRASS ELLIPTIC FUNCTION; MICR ON US SYMBOL; MICR DASH SYMBOL; LEFTWARDS TRIANGLE-HEADED
ARROW WITH DOUBLE VERTICAL STROKE; RIGHTWARDS TRIANGLE-HEADED ARROW WITH DOUBLE VERTICAL STROKE; YI
SYLLABLE ITERATION MARK; MYANMAR LETTER KHAMTI LLA; PRESENTATION FORM FOR VERTICAL RIGHT WHITE LENTICULAR
BRACKET; BOM; BYTE ORDER MARK; ZWNBSP; CUNEIFORM SIGN NU11 TENU; CUNEIFORM SIGN NU11 OVER NU11 BUR OVER
BUR; MEDEFAIDRIN CAPITAL LETTER H; MEDEFAIDRIN CAPITAL LETTER NG; MEDEFAIDRIN SMALL LETTER H; MEDEFAIDRIN
SMALL LETTER NG; HENTAIGANA LETTER E-1; BYZANTINE MUSICAL SYMBOL FTHORA SKLIRON CHROMA VASIS
"""


def words_of(name):
    return name.split(" ")


def encode_dictionary(words):
    """Each word: how many characters it shares with the one before; the others, the last one with bit 7 set."""
    out, previous = bytearray(), ""
    for w in words:
        shared = len(os.path.commonprefix([previous, w]))
        if shared == len(w):
            shared -= 1
        out.append(shared)
        rest = w[shared:].encode("ascii")
        out += rest[:-1] + bytes([rest[-1] | 128])
        previous = w
    return out


def encode_names(names, ids):
    """Each name: words shared with the one before, | 16 * number of new words; then the ids of those."""
    out, previous = bytearray(), []
    for name in names:
        words = words_of(name)
        shared = len(os.path.commonprefix([previous, words]))
        assert len(words) < 16 and shared < 16
        out.append(shared | (len(words) - shared) << 4)
        for w in words[shared:]:
            i = ids[w]
            out += bytes([i]) if i < ONE_BYTE else bytes([ONE_BYTE + ((i - ONE_BYTE) >> 8), (i - ONE_BYTE) & 255])
        previous = words
    return out


def runs_of(codes):
    """[(first, count)] of a sorted list."""
    runs = []
    for c in codes:
        if runs and runs[-1][0] + runs[-1][1] == c:
            runs[-1][1] += 1
        else:
            runs.append([c, 1])
    return runs


def numbers(out, kind, name, values, form="{}"):
    out.append(f"static const {kind} {name}[{len(values)}] = {{")
    line = "   "
    for v in values:
        item = " " + form.format(v) + ","
        if len(line) + len(item) > 118:
            out.append(line)
            line = "   "
        line += item
    out.append(line)
    out.append("};\n")


def main():
    names = {c: unicodedata.name(chr(c)) for c in range(0x110000) if unicodedata.name(chr(c), None)}
    hangul = {c for c in names if 0xac00 <= c <= 0xd7a3}
    computed = {c for c, n in names.items() if n.endswith("-%X" % c)}
    listed = sorted(c for c in names if c not in hangul and c not in computed)
    aliases = [a.strip() for a in ALIASES.replace("\n", " ").split(";")] + [f"VS{i}" for i in range(1, 257)]
    aliases = sorted((ord(unicodedata.lookup(a)), a) for a in aliases)

    count = collections.Counter(w for c in listed for w in words_of(names[c]))
    count.update(w for _, a in aliases for w in words_of(a))
    by_count = [w for w, _ in count.most_common()]
    words = sorted(by_count[:ONE_BYTE]) + sorted(by_count[ONE_BYTE:])
    assert len(words) <= ONE_BYTE + (256 - ONE_BYTE) * 256
    ids = {w: i for i, w in enumerate(words)}
    dictionary = encode_dictionary(words)
    stream = encode_names([names[c] for c in listed], ids)
    alias_stream = encode_names([a for _, a in aliases], ids)
    runs = runs_of(listed)

    out = ["/* clang-format off */",
           "/* Names of characters: Unicode " + unicodedata.unidata_version
           + ". Made by tools/genunicodenames.py; not to be edited. See unicode_names.c. */",
           f"#define NAME_ONE_BYTE {ONE_BYTE}\n"]
    numbers(out, "uint8_t", "name_words", dictionary)
    numbers(out, "uint8_t", "name_stream", stream)
    numbers(out, "uint32_t", "name_runs", [c << 11 | n for c, n in runs], "0x{:x}")
    assert max(n for _, n in runs) < 2048
    numbers(out, "uint8_t", "name_alias_stream", alias_stream)
    numbers(out, "uint32_t", "name_alias_codes", [c for c, _ in aliases], "0x{:x}")
    out.append("/* Names that end in the code in hexadecimal. */")
    out.append("static const struct { const char *prefix; uint32_t from, to; } name_computed[] = {")
    for c, n in runs_of(sorted(computed)):
        prefixes = {names[x].rpartition("-")[0] for x in range(c, c + n)}
        assert len(prefixes) == 1
        out.append(f'    {{ "{prefixes.pop()}-", 0x{c:x}, 0x{c + n - 1:x} }},')
    out.append("};\n")
    syllables = [names[0xac00 + i * 588].split()[2] for i in range(19)]
    lead = ["G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P", "H"]
    vowel = ["A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO", "WE", "WI", "YU",
             "EU", "YI", "I"]
    tail = ["", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH", "M", "B", "BS", "S",
            "SS", "NG", "J", "C", "K", "T", "P", "H"]
    assert syllables == [x + "A" for x in lead]
    for c in hangul:
        i = c - 0xac00
        assert names[c] == "HANGUL SYLLABLE " + lead[i // 588] + vowel[i // 28 % 21] + tail[i % 28]
    with open(OUT, "w") as f:
        f.write("\n".join(out))
    print(f"{len(listed)} names, {len(aliases)} aliases, {len(words)} words:",
          len(dictionary) + len(stream) + len(alias_stream) + 4 * len(runs) + 4 * len(aliases), "bytes")


main()
