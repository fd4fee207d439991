# needs: unicode methods
# Case mappings that are more than letter by letter.

# ---- what becomes several characters ----
assert "\xdf".lower() == '\xdf'
assert "\xdf".upper() == 'SS'
assert "\xdf".title() == 'Ss'
assert "\xdf".casefold() == 'ss'
assert "\xdf".swapcase() == 'SS'
assert "\xdf".capitalize() == 'Ss'
assert "\ufb03".lower() == '\ufb03'
assert "\ufb03".upper() == 'FFI'
assert "\ufb03".title() == 'Ffi'
assert "\ufb03".casefold() == 'ffi'
assert "\ufb03".swapcase() == 'FFI'
assert "\ufb03".capitalize() == 'Ffi'
assert "\u0130".lower() == 'i\u0307'
assert "\u0130".upper() == '\u0130'
assert "\u0130".title() == '\u0130'
assert "\u0130".casefold() == 'i\u0307'
assert "\u0130".swapcase() == 'i\u0307'
assert "\u0130".capitalize() == '\u0130'
assert "\u0149".lower() == '\u0149'
assert "\u0149".upper() == '\u02bcN'
assert "\u0149".title() == '\u02bcN'
assert "\u0149".casefold() == '\u02bcn'
assert "\u0149".swapcase() == '\u02bcN'
assert "\u0149".capitalize() == '\u02bcN'
assert "\u0390".lower() == '\u0390'
assert "\u0390".upper() == '\u0399\u0308\u0301'
assert "\u0390".title() == '\u0399\u0308\u0301'
assert "\u0390".casefold() == '\u03b9\u0308\u0301'
assert "\u0390".swapcase() == '\u0399\u0308\u0301'
assert "\u0390".capitalize() == '\u0399\u0308\u0301'
assert "\u1f80".lower() == '\u1f80'
assert "\u1f80".upper() == '\u1f08\u0399'
assert "\u1f80".title() == '\u1f88'
assert "\u1f80".casefold() == '\u1f00\u03b9'
assert "\u1f80".swapcase() == '\u1f08\u0399'
assert "\u1f80".capitalize() == '\u1f88'
assert "\u1e9e".lower() == '\xdf'
assert "\u1e9e".upper() == '\u1e9e'
assert "\u1e9e".title() == '\u1e9e'
assert "\u1e9e".casefold() == 'ss'
assert "\u1e9e".swapcase() == '\xdf'
assert "\u1e9e".capitalize() == '\u1e9e'
assert "\u01c4".lower() == '\u01c6'
assert "\u01c4".upper() == '\u01c4'
assert "\u01c4".title() == '\u01c5'
assert "\u01c4".casefold() == '\u01c6'
assert "\u01c4".swapcase() == '\u01c6'
assert "\u01c4".capitalize() == '\u01c5'
assert "\u01c5".lower() == '\u01c6'
assert "\u01c5".upper() == '\u01c4'
assert "\u01c5".title() == '\u01c5'
assert "\u01c5".casefold() == '\u01c6'
assert "\u01c5".swapcase() == '\u01c5'
assert "\u01c5".capitalize() == '\u01c5'
assert "\u10d0".lower() == '\u10d0'
assert "\u10d0".upper() == '\u1c90'
assert "\u10d0".title() == '\u10d0'
assert "\u10d0".casefold() == '\u10d0'
assert "\u10d0".swapcase() == '\u1c90'
assert "\u10d0".capitalize() == '\u10d0'
assert "\u1c90".lower() == '\u10d0'
assert "\u1c90".upper() == '\u1c90'
assert "\u1c90".title() == '\u1c90'
assert "\u1c90".casefold() == '\u10d0'
assert "\u1c90".swapcase() == '\u10d0'
assert "\u1c90".capitalize() == '\u1c90'
assert "\uab70".lower() == '\uab70'
assert "\uab70".upper() == '\u13a0'
assert "\uab70".title() == '\u13a0'
assert "\uab70".casefold() == '\u13a0'
assert "\uab70".swapcase() == '\u13a0'
assert "\uab70".capitalize() == '\u13a0'
assert "\u13a0".lower() == '\uab70'
assert "\u13a0".upper() == '\u13a0'
assert "\u13a0".title() == '\u13a0'
assert "\u13a0".casefold() == '\u13a0'
assert "\u13a0".swapcase() == '\uab70'
assert "\u13a0".capitalize() == '\u13a0'
# ---- final sigma ----
assert "\u03a3".lower() == '\u03c3'
assert "A\u03a3".lower() == 'a\u03c2'
assert "A\u03a3B".lower() == 'a\u03c3b'
assert "A\u0345\u03a3".lower() == 'a\u0345\u03c2'
assert "A.\u03a3 B".lower() == 'a.\u03c2 b'
assert "\u03a3\u03a3".lower() == '\u03c3\u03c2'
assert "A\u03a3\u0301".lower() == 'a\u03c2\u0301'
assert "A\u03a3\u0301b".lower() == 'a\u03c3\u0301b'
assert "\u039f\u0394\u039f\u03a3".title() == '\u039f\u03b4\u03bf\u03c2'
assert "\u039f\u0394\u039f\u03a3 x".capitalize() == '\u039f\u03b4\u03bf\u03c2 x'
assert "\u03c3".upper() == '\u03a3'
assert "\u03c2".casefold() == '\u03c3'
assert "A\u03a3".swapcase() == 'a\u03c2'
# ---- words ----
assert "they're bill's".title() == "They'Re Bill'S"
assert "x2y 3z".title() == 'X2Y 3Z'
assert "\u01c6a \xe9t\xe9".title() == '\u01c5a \xc9t\xe9'
assert "hELLO wORLD".capitalize() == 'Hello world'
assert "a1B2".swapcase() == 'A1b2'
assert "Ab Cd".istitle()
assert not ("AB".istitle())
assert "\u01c5a".istitle()
assert not ("".istitle())
assert "A1".isupper()
assert not ("1".isupper())
assert not ("a\u2160".isupper())
assert "\u2170".islower()
assert "\xaa".islower()
# ---- classes ----
assert not ("\u0663".isalpha())
assert "\u0663".isdecimal()
assert "\u0663".isdigit()
assert "\u0663".isnumeric()
assert not ("\u0663".isspace())
assert not ("\u0663".isidentifier())
assert "\u0663".isprintable()
assert "\u0663".isalnum()
assert not ("\xb2".isalpha())
assert not ("\xb2".isdecimal())
assert "\xb2".isdigit()
assert "\xb2".isnumeric()
assert not ("\xb2".isspace())
assert not ("\xb2".isidentifier())
assert "\xb2".isprintable()
assert "\xb2".isalnum()
assert not ("\xbd".isalpha())
assert not ("\xbd".isdecimal())
assert not ("\xbd".isdigit())
assert "\xbd".isnumeric()
assert not ("\xbd".isspace())
assert not ("\xbd".isidentifier())
assert "\xbd".isprintable()
assert "\xbd".isalnum()
assert "\u4e00".isalpha()
assert not ("\u4e00".isdecimal())
assert not ("\u4e00".isdigit())
assert "\u4e00".isnumeric()
assert not ("\u4e00".isspace())
assert "\u4e00".isidentifier()
assert "\u4e00".isprintable()
assert "\u4e00".isalnum()
assert not ("\u2160".isalpha())
assert not ("\u2160".isdecimal())
assert not ("\u2160".isdigit())
assert "\u2160".isnumeric()
assert not ("\u2160".isspace())
assert "\u2160".isidentifier()
assert "\u2160".isprintable()
assert "\u2160".isalnum()
assert not ("_".isalpha())
assert not ("_".isdecimal())
assert not ("_".isdigit())
assert not ("_".isnumeric())
assert not ("_".isspace())
assert "_".isidentifier()
assert "_".isprintable()
assert not ("_".isalnum())
assert not ("\u0300".isalpha())
assert not ("\u0300".isdecimal())
assert not ("\u0300".isdigit())
assert not ("\u0300".isnumeric())
assert not ("\u0300".isspace())
assert not ("\u0300".isidentifier())
assert "\u0300".isprintable()
assert not ("\u0300".isalnum())
assert not ("\u00b7".isalpha())
assert not ("\u00b7".isdecimal())
assert not ("\u00b7".isdigit())
assert not ("\u00b7".isnumeric())
assert not ("\u00b7".isspace())
assert not ("\u00b7".isidentifier())
assert "\u00b7".isprintable()
assert not ("\u00b7".isalnum())
assert not ("\u2118".isalpha())
assert not ("\u2118".isdecimal())
assert not ("\u2118".isdigit())
assert not ("\u2118".isnumeric())
assert not ("\u2118".isspace())
assert "\u2118".isidentifier()
assert "\u2118".isprintable()
assert not ("\u2118".isalnum())
assert not ("\xa0".isalpha())
assert not ("\xa0".isdecimal())
assert not ("\xa0".isdigit())
assert not ("\xa0".isnumeric())
assert "\xa0".isspace()
assert not ("\xa0".isidentifier())
assert not ("\xa0".isprintable())
assert not ("\xa0".isalnum())
assert not ("\u1680".isalpha())
assert not ("\u1680".isdecimal())
assert not ("\u1680".isdigit())
assert not ("\u1680".isnumeric())
assert "\u1680".isspace()
assert not ("\u1680".isidentifier())
assert not ("\u1680".isprintable())
assert not ("\u1680".isalnum())
assert not ("\x1f".isalpha())
assert not ("\x1f".isdecimal())
assert not ("\x1f".isdigit())
assert not ("\x1f".isnumeric())
assert "\x1f".isspace()
assert not ("\x1f".isidentifier())
assert not ("\x1f".isprintable())
assert not ("\x1f".isalnum())
assert not ("\u200b".isalpha())
assert not ("\u200b".isdecimal())
assert not ("\u200b".isdigit())
assert not ("\u200b".isnumeric())
assert not ("\u200b".isspace())
assert not ("\u200b".isidentifier())
assert not ("\u200b".isprintable())
assert not ("\u200b".isalnum())
assert not ("\ud800".isalpha())
assert not ("\ud800".isdecimal())
assert not ("\ud800".isdigit())
assert not ("\ud800".isnumeric())
assert not ("\ud800".isspace())
assert not ("\ud800".isidentifier())
assert not ("\ud800".isprintable())
assert not ("\ud800".isalnum())
assert not ("\U0001d7d8".isalpha())
assert "\U0001d7d8".isdecimal()
assert "\U0001d7d8".isdigit()
assert "\U0001d7d8".isnumeric()
assert not ("\U0001d7d8".isspace())
assert not ("\U0001d7d8".isidentifier())
assert "\U0001d7d8".isprintable()
assert "\U0001d7d8".isalnum()
assert "a\u0300".isidentifier()
assert not ("1a".isidentifier())
assert not ("".isidentifier())
assert "".isprintable()
assert "\u03b1\u03b2".isidentifier()
assert not ("a b".isidentifier())
assert int("\u0663\uff14") == 34
assert repr(float("\u0661.\u06f5")) == '1.5'
assert int("\xb2") if 0 else 1 == 1
