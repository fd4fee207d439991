# needs: unicode_names
# Characters by name.

assert "\N{LATIN SMALL LETTER E WITH ACUTE}\N{euro sign}\N{GRINNING FACE}" == "\u00e9\u20ac\U0001f600" and "\N{LF}\N{BOM}" == "\n\ufeff"
assert "\N{HANGUL SYLLABLE GAG}\N{CJK UNIFIED IDEOGRAPH-4E2D}" == "\uac01\u4e2d"
assert f"\x41{1}\N{BULLET}\u00e4" == "A1\u2022\u00e4" and "\N{digit one}" == "1"
try:
    eval("'\\N{NO SUCH THING}'")
    assert False
except SyntaxError as e:
    assert "unknown Unicode character name" in str(e)
