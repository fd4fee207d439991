# needs: messages methods
# format() of int, bool, str, and None: the whole language, and its errors.

def error(f):
    try:
        return f()
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


class D:
    def __format__(self, spec):
        return "<" + spec + ">"

    def __str__(self):
        return "str\xe9"

    def __repr__(self):
        return "rep\u0394"


class S(str):
    pass


class SI(int):
    pass


# ---- bases and signs ----
assert format(0, "") == '0'
assert format(0, "d") == '0'
assert format(0, "+d") == '+0'
assert format(0, " d") == ' 0'
assert format(0, "b") == '0'
assert format(0, "#b") == '0b0'
assert format(0, "o") == '0'
assert format(0, "#o") == '0o0'
assert format(0, "x") == '0'
assert format(0, "#X") == '0X0'
assert format(0, "n") == '0'
assert format(0, ",") == '0'
assert format(0, "_") == '0'
assert format(0, "_b") == '0'
assert format(0, "#_x") == '0x0'
assert format(0, "012,") == '0,000,000,000'
assert format(0, "+012_d") == '+000_000_000'
assert format(0, "*^12d") == '*****0******'
assert format(0, "0=+12d") == '+00000000000'
assert format(0, "<8") == '0       '
assert format(0, ">8") == '       0'
assert format(0, "08x") == '00000000'
assert format(0, "#010x") == '0x00000000'
assert format(1, "") == '1'
assert format(1, "d") == '1'
assert format(1, "+d") == '+1'
assert format(1, " d") == ' 1'
assert format(1, "b") == '1'
assert format(1, "#b") == '0b1'
assert format(1, "o") == '1'
assert format(1, "#o") == '0o1'
assert format(1, "x") == '1'
assert format(1, "#X") == '0X1'
assert format(1, "n") == '1'
assert format(1, ",") == '1'
assert format(1, "_") == '1'
assert format(1, "_b") == '1'
assert format(1, "#_x") == '0x1'
assert format(1, "012,") == '0,000,000,001'
assert format(1, "+012_d") == '+000_000_001'
assert format(1, "*^12d") == '*****1******'
assert format(1, "0=+12d") == '+00000000001'
assert format(1, "<8") == '1       '
assert format(1, ">8") == '       1'
assert format(1, "08x") == '00000001'
assert format(1, "#010x") == '0x00000001'
assert format(-12, "") == '-12'
assert format(-12, "d") == '-12'
assert format(-12, "+d") == '-12'
assert format(-12, " d") == '-12'
assert format(-12, "b") == '-1100'
assert format(-12, "#b") == '-0b1100'
assert format(-12, "o") == '-14'
assert format(-12, "#o") == '-0o14'
assert format(-12, "x") == '-c'
assert format(-12, "#X") == '-0XC'
assert format(-12, "n") == '-12'
assert format(-12, ",") == '-12'
assert format(-12, "_") == '-12'
assert format(-12, "_b") == '-1100'
assert format(-12, "#_x") == '-0xc'
assert format(-12, "012,") == '-000,000,012'
assert format(-12, "+012_d") == '-000_000_012'
assert format(-12, "*^12d") == '****-12*****'
assert format(-12, "0=+12d") == '-00000000012'
assert format(-12, "<8") == '-12     '
assert format(-12, ">8") == '     -12'
assert format(-12, "08x") == '-000000c'
assert format(-12, "#010x") == '-0x000000c'
assert format(1234567, "") == '1234567'
assert format(1234567, "d") == '1234567'
assert format(1234567, "+d") == '+1234567'
assert format(1234567, " d") == ' 1234567'
assert format(1234567, "b") == '100101101011010000111'
assert format(1234567, "#b") == '0b100101101011010000111'
assert format(1234567, "o") == '4553207'
assert format(1234567, "#o") == '0o4553207'
assert format(1234567, "x") == '12d687'
assert format(1234567, "#X") == '0X12D687'
assert format(1234567, "n") == '1234567'
assert format(1234567, ",") == '1,234,567'
assert format(1234567, "_") == '1_234_567'
assert format(1234567, "_b") == '1_0010_1101_0110_1000_0111'
assert format(1234567, "#_x") == '0x12_d687'
assert format(1234567, "012,") == '0,001,234,567'
assert format(1234567, "+012_d") == '+001_234_567'
assert format(1234567, "*^12d") == '**1234567***'
assert format(1234567, "0=+12d") == '+00001234567'
assert format(1234567, "<8") == '1234567 '
assert format(1234567, ">8") == ' 1234567'
assert format(1234567, "08x") == '0012d687'
assert format(1234567, "#010x") == '0x0012d687'
assert format(-9876543210, "") == '-9876543210'
assert format(-9876543210, "d") == '-9876543210'
assert format(-9876543210, "+d") == '-9876543210'
assert format(-9876543210, " d") == '-9876543210'
assert format(-9876543210, "b") == '-1001001100101100000001011011101010'
assert format(-9876543210, "#b") == '-0b1001001100101100000001011011101010'
assert format(-9876543210, "o") == '-111454013352'
assert format(-9876543210, "#o") == '-0o111454013352'
assert format(-9876543210, "x") == '-24cb016ea'
assert format(-9876543210, "#X") == '-0X24CB016EA'
assert format(-9876543210, "n") == '-9876543210'
assert format(-9876543210, ",") == '-9,876,543,210'
assert format(-9876543210, "_") == '-9_876_543_210'
assert format(-9876543210, "_b") == '-10_0100_1100_1011_0000_0001_0110_1110_1010'
assert format(-9876543210, "#_x") == '-0x2_4cb0_16ea'
assert format(-9876543210, "012,") == '-9,876,543,210'
assert format(-9876543210, "+012_d") == '-9_876_543_210'
assert format(-9876543210, "*^12d") == '-9876543210*'
assert format(-9876543210, "0=+12d") == '-09876543210'
assert format(-9876543210, "<8") == '-9876543210'
assert format(-9876543210, ">8") == '-9876543210'
assert format(-9876543210, "08x") == '-24cb016ea'
assert format(-9876543210, "#010x") == '-0x24cb016ea'
assert format(2**70, "") == '1180591620717411303424'
assert format(2**70, "d") == '1180591620717411303424'
assert format(2**70, "+d") == '+1180591620717411303424'
assert format(2**70, " d") == ' 1180591620717411303424'
assert format(2**70, "b") == '10000000000000000000000000000000000000000000000000000000000000000000000'
assert format(2**70, "#b") == '0b10000000000000000000000000000000000000000000000000000000000000000000000'
assert format(2**70, "o") == '200000000000000000000000'
assert format(2**70, "#o") == '0o200000000000000000000000'
assert format(2**70, "x") == '400000000000000000'
assert format(2**70, "#X") == '0X400000000000000000'
assert format(2**70, "n") == '1180591620717411303424'
assert format(2**70, ",") == '1,180,591,620,717,411,303,424'
assert format(2**70, "_") == '1_180_591_620_717_411_303_424'
assert format(2**70, "_b") == '100_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000'
assert format(2**70, "#_x") == '0x40_0000_0000_0000_0000'
assert format(2**70, "012,") == '1,180,591,620,717,411,303,424'
assert format(2**70, "+012_d") == '+1_180_591_620_717_411_303_424'
assert format(2**70, "*^12d") == '1180591620717411303424'
assert format(2**70, "0=+12d") == '+1180591620717411303424'
assert format(2**70, "<8") == '1180591620717411303424'
assert format(2**70, ">8") == '1180591620717411303424'
assert format(2**70, "08x") == '400000000000000000'
assert format(2**70, "#010x") == '0x400000000000000000'
assert format(True, "") == 'True'
assert format(True, "d") == '1'
assert format(True, "+d") == '+1'
assert format(True, " d") == ' 1'
assert format(True, "b") == '1'
assert format(True, "#b") == '0b1'
assert format(True, "o") == '1'
assert format(True, "#o") == '0o1'
assert format(True, "x") == '1'
assert format(True, "#X") == '0X1'
assert format(True, "n") == '1'
assert format(True, ",") == '1'
assert format(True, "_") == '1'
assert format(True, "_b") == '1'
assert format(True, "#_x") == '0x1'
assert format(True, "012,") == '0,000,000,001'
assert format(True, "+012_d") == '+000_000_001'
assert format(True, "*^12d") == '*****1******'
assert format(True, "0=+12d") == '+00000000001'
assert format(True, "<8") == '1       '
assert format(True, ">8") == '       1'
assert format(True, "08x") == '00000001'
assert format(True, "#010x") == '0x00000001'
assert format(255, "") == '255'
assert format(255, "d") == '255'
assert format(255, "+d") == '+255'
assert format(255, " d") == ' 255'
assert format(255, "b") == '11111111'
assert format(255, "#b") == '0b11111111'
assert format(255, "o") == '377'
assert format(255, "#o") == '0o377'
assert format(255, "x") == 'ff'
assert format(255, "#X") == '0XFF'
assert format(255, "n") == '255'
assert format(255, ",") == '255'
assert format(255, "_") == '255'
assert format(255, "_b") == '1111_1111'
assert format(255, "#_x") == '0xff'
assert format(255, "012,") == '0,000,000,255'
assert format(255, "+012_d") == '+000_000_255'
assert format(255, "*^12d") == '****255*****'
assert format(255, "0=+12d") == '+00000000255'
assert format(255, "<8") == '255     '
assert format(255, ">8") == '     255'
assert format(255, "08x") == '000000ff'
assert format(255, "#010x") == '0x000000ff'
# ---- characters ----
assert format(65, "c") == 'A'
assert format(0x1f600, "5c") == '    \U0001f600'
assert format(0x394, "*^5c") == '**\u0394**'
assert error(lambda: format(-1, "c")) == 'OverflowError: %c arg not in range(0x110000)'
assert error(lambda: format(0x110000, "c")) == 'OverflowError: %c arg not in range(0x110000)'
assert error(lambda: format(65, "+c")) == "ValueError: Sign not allowed with integer format specifier 'c'"
assert error(lambda: format(65, "#c")) == "ValueError: Alternate form (#) not allowed with integer format specifier 'c'"
assert error(lambda: format(65, ",c")) == "ValueError: Cannot specify ',' with 'c'."
assert error(lambda: format(65, ".1c")) == 'ValueError: Precision not allowed in integer format specifier'
# ---- as floats ----
assert format(5, "f") == '5.000000'
assert format(5, ".2e") == '5.00e+00'
assert format(5, "%") == '500.000000%'
assert format(-5, "g") == '-5'
assert format(10**20, ".3g") == '1e+20'
assert format(12345, ",.2f") == '12,345.00'
assert format(True, ".1f") == '1.0'
assert error(lambda: format(2**2000, "f")) == 'OverflowError: int too large to convert to float'
# ---- errors ----
assert error(lambda: format(5, "s")) == "ValueError: Unknown format code 's' for object of type 'int'"
assert error(lambda: format(5, "y")) == "ValueError: Unknown format code 'y' for object of type 'int'"
assert error(lambda: format(5, ".2")) == 'ValueError: Precision not allowed in integer format specifier'
assert error(lambda: format(5, ".2d")) == 'ValueError: Precision not allowed in integer format specifier'
assert error(lambda: format(5, "zd")) == 'ValueError: Negative zero coercion (z) not allowed in integer format specifier'
assert error(lambda: format(5, ",x")) == "ValueError: Cannot specify ',' with 'x'."
assert error(lambda: format(5, ",n")) == "ValueError: Cannot specify ',' with 'n'."
assert error(lambda: format(5, "_n")) == "ValueError: Cannot specify '_' with 'n'."
assert error(lambda: format(5, "_c")) == "ValueError: Cannot specify '_' with 'c'."
assert error(lambda: format(5, ",_")) == "ValueError: Cannot specify both ',' and '_'."
assert error(lambda: format(5, "_,")) == "ValueError: Cannot specify both ',' and '_'."
assert error(lambda: format(5, ",,")) == "ValueError: Cannot specify ',' with ','."
assert error(lambda: format(5, ",,d")) == "ValueError: Invalid format specifier ',,d' for object of type 'int'"
assert error(lambda: format(5, "5.")) == 'ValueError: Format specifier missing precision'
assert error(lambda: format(5, "dd")) == "ValueError: Invalid format specifier 'dd' for object of type 'int'"
assert error(lambda: format(5, ">>>5")) == "ValueError: Invalid format specifier '>>>5' for object of type 'int'"
assert error(lambda: format(5, "\u0394")) == "ValueError: Unknown format code '\\x394' for object of type 'int'"
assert error(lambda: format(5, " \u0394")) == "ValueError: Unknown format code '\\x394' for object of type 'int'"
assert error(lambda: format(5, "99999999999999999999")) == 'ValueError: Too many decimal digits in format string'
assert error(lambda: format(5, ",\u0394")) == "ValueError: Cannot specify ',' with '\\x394'."
assert error(lambda: format(5, "_ ")) == "ValueError: Cannot specify '_' with '\\x20'."
assert error(lambda: format(5, "a5")) == "ValueError: Invalid format specifier 'a5' for object of type 'int'"
# ---- str ----
assert format("h\xe9llo", "") == 'h\xe9llo'
assert format("h\xe9llo", "s") == 'h\xe9llo'
assert format("h\xe9llo", "10") == 'h\xe9llo     '
assert format("h\xe9llo", "<10") == 'h\xe9llo     '
assert format("h\xe9llo", ">10") == '     h\xe9llo'
assert format("h\xe9llo", "^10") == '  h\xe9llo   '
assert format("h\xe9llo", "*^10") == '**h\xe9llo***'
assert format("h\xe9llo", ".3") == 'h\xe9l'
assert format("h\xe9llo", "10.3") == 'h\xe9l       '
assert format("h\xe9llo", "0") == 'h\xe9llo'
assert format("h\xe9llo", "010") == 'h\xe9llo00000'
assert format("h\xe9llo", "<010s") == 'h\xe9llo00000'
assert format("h\xe9llo", "\u0394>8") == '\u0394\u0394\u0394h\xe9llo'
assert error(lambda: format("h\xe9llo", "=10")) == "ValueError: '=' alignment not allowed in string format specifier"
assert error(lambda: format("h\xe9llo", "+")) == 'ValueError: Sign not allowed in string format specifier'
assert error(lambda: format("h\xe9llo", " ")) == 'ValueError: Space not allowed in string format specifier'
assert error(lambda: format("h\xe9llo", "z")) == 'ValueError: Negative zero coercion (z) not allowed in string format specifier'
assert error(lambda: format("h\xe9llo", "#")) == 'ValueError: Alternate form (#) not allowed in string format specifier'
assert error(lambda: format("h\xe9llo", ",")) == "ValueError: Cannot specify ',' with 's'."
assert error(lambda: format("h\xe9llo", "_")) == "ValueError: Cannot specify '_' with 's'."
assert error(lambda: format("h\xe9llo", "d")) == "ValueError: Unknown format code 'd' for object of type 'str'"
assert error(lambda: format("h\xe9llo", ".3f")) == "ValueError: Unknown format code 'f' for object of type 'str'"
assert error(lambda: format("h\xe9llo", "10.2x")) == "ValueError: Unknown format code 'x' for object of type 'str'"
assert error(lambda: format("h\xe9llo", ".")) == 'ValueError: Format specifier missing precision'
assert format("h\xe9llo", "\x00<9") == 'h\xe9llo\x00\x00\x00\x00'
# ---- others ----
assert format(None) == 'None'
assert format(None, "") == 'None'
assert error(lambda: format(None, ">5")) == 'TypeError: unsupported format string passed to NoneType.__format__'
assert format([1], "") == '[1]'
assert error(lambda: format([1], "5")) == 'TypeError: unsupported format string passed to list.__format__'
assert format(D(), "xyz") == '<xyz>'
assert format(D()) == '<>'
assert error(lambda: format(5, 5)) == 'TypeError: format() argument 2 must be str, not int'
assert error(lambda: format(5, None)) == 'TypeError: format() argument 2 must be str, not None'
assert error(lambda: format()) == 'TypeError: format expected at least 1 argument, got 0'
assert format(S("ab"), ">5") == '   ab'
assert format(SI(5), "03") == '005'
