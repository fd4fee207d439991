# needs: messages methods
# int.to_bytes() and int.from_bytes().

def error(f):
    try:
        return f()
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


class B:
    def __bytes__(self):
        return b"by"


class SI(int):
    pass


# ---- to_bytes ----
assert (0).to_bytes() == b'\x00'
assert (0).to_bytes(1) == b'\x00'
assert (0).to_bytes(2) == b'\x00\x00'
assert (0).to_bytes(9, "little") == b'\x00\x00\x00\x00\x00\x00\x00\x00\x00'
assert (0).to_bytes(10, "big", signed=True) == b'\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00'
assert (0).to_bytes(2, signed=True) == b'\x00\x00'
assert (0).to_bytes(0) == b''
assert (1).to_bytes() == b'\x01'
assert (1).to_bytes(1) == b'\x01'
assert (1).to_bytes(2) == b'\x00\x01'
assert (1).to_bytes(9, "little") == b'\x01\x00\x00\x00\x00\x00\x00\x00\x00'
assert (1).to_bytes(10, "big", signed=True) == b'\x00\x00\x00\x00\x00\x00\x00\x00\x00\x01'
assert (1).to_bytes(2, signed=True) == b'\x00\x01'
assert error(lambda: (1).to_bytes(0)) == 'OverflowError: int too big to convert'
assert (255).to_bytes() == b'\xff'
assert (255).to_bytes(1) == b'\xff'
assert (255).to_bytes(2) == b'\x00\xff'
assert (255).to_bytes(9, "little") == b'\xff\x00\x00\x00\x00\x00\x00\x00\x00'
assert (255).to_bytes(10, "big", signed=True) == b'\x00\x00\x00\x00\x00\x00\x00\x00\x00\xff'
assert (255).to_bytes(2, signed=True) == b'\x00\xff'
assert error(lambda: (255).to_bytes(0)) == 'OverflowError: int too big to convert'
assert error(lambda: (-1).to_bytes()) == "OverflowError: can't convert negative int to unsigned"
assert error(lambda: (-1).to_bytes(1)) == "OverflowError: can't convert negative int to unsigned"
assert error(lambda: (-1).to_bytes(2)) == "OverflowError: can't convert negative int to unsigned"
assert error(lambda: (-1).to_bytes(9, "little")) == "OverflowError: can't convert negative int to unsigned"
assert (-1).to_bytes(10, "big", signed=True) == b'\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff'
assert (-1).to_bytes(2, signed=True) == b'\xff\xff'
assert error(lambda: (-1).to_bytes(0)) == "OverflowError: can't convert negative int to unsigned"
assert error(lambda: (300).to_bytes()) == 'OverflowError: int too big to convert'
assert error(lambda: (300).to_bytes(1)) == 'OverflowError: int too big to convert'
assert (300).to_bytes(2) == b'\x01,'
assert (300).to_bytes(9, "little") == b',\x01\x00\x00\x00\x00\x00\x00\x00'
assert (300).to_bytes(10, "big", signed=True) == b'\x00\x00\x00\x00\x00\x00\x00\x00\x01,'
assert (300).to_bytes(2, signed=True) == b'\x01,'
assert error(lambda: (300).to_bytes(0)) == 'OverflowError: int too big to convert'
assert error(lambda: (-129).to_bytes()) == "OverflowError: can't convert negative int to unsigned"
assert error(lambda: (-129).to_bytes(1)) == "OverflowError: can't convert negative int to unsigned"
assert error(lambda: (-129).to_bytes(2)) == "OverflowError: can't convert negative int to unsigned"
assert error(lambda: (-129).to_bytes(9, "little")) == "OverflowError: can't convert negative int to unsigned"
assert (-129).to_bytes(10, "big", signed=True) == b'\xff\xff\xff\xff\xff\xff\xff\xff\xff\x7f'
assert (-129).to_bytes(2, signed=True) == b'\xff\x7f'
assert error(lambda: (-129).to_bytes(0)) == "OverflowError: can't convert negative int to unsigned"
assert error(lambda: (2**64).to_bytes()) == 'OverflowError: int too big to convert'
assert error(lambda: (2**64).to_bytes(1)) == 'OverflowError: int too big to convert'
assert error(lambda: (2**64).to_bytes(2)) == 'OverflowError: int too big to convert'
assert (2**64).to_bytes(9, "little") == b'\x00\x00\x00\x00\x00\x00\x00\x00\x01'
assert (2**64).to_bytes(10, "big", signed=True) == b'\x00\x01\x00\x00\x00\x00\x00\x00\x00\x00'
assert error(lambda: (2**64).to_bytes(2, signed=True)) == 'OverflowError: int too big to convert'
assert error(lambda: (2**64).to_bytes(0)) == 'OverflowError: int too big to convert'
assert error(lambda: (1).to_bytes(-1)) == 'ValueError: length argument must be non-negative'
assert error(lambda: (1).to_bytes("x")) == "TypeError: 'str' object cannot be interpreted as an integer"
assert error(lambda: (1).to_bytes(1, "x")) == "ValueError: byteorder must be either 'little' or 'big'"
assert error(lambda: (1).to_bytes(1, 5)) == "TypeError: to_bytes() argument 'byteorder' must be str, not int"
assert (1).to_bytes(length=2, byteorder="little") == b'\x01\x00'
assert error(lambda: (1).to_bytes(1, "big", True)) == 'TypeError: to_bytes() takes at most 2 positional arguments (3 given)'
assert error(lambda: (1).to_bytes(foo=1)) == "TypeError: to_bytes() got an unexpected keyword argument 'foo'"
assert error(lambda: (1).to_bytes(1, 2, 3, 4)) == 'TypeError: to_bytes() takes at most 3 arguments (4 given)'
assert (-128).to_bytes(1, signed=True) == b'\x80'
assert error(lambda: (128).to_bytes(1, signed=True)) == 'OverflowError: int too big to convert'
# ---- from_bytes ----
assert int.from_bytes(b"") == 0
assert int.from_bytes(b"\x01\x02") == 258
assert int.from_bytes(b"\x01\x02", "little") == 513
assert int.from_bytes(b"\xff\xfe", signed=True) == -2
assert int.from_bytes(b"\xff" * 9) == 4722366482869645213695
assert int.from_bytes(b"\x80" + bytes(8), "big", signed=True) == -2361183241434822606848
assert int.from_bytes([1, 2]) == 258
assert int.from_bytes((255,), signed=True) == -1
assert int.from_bytes(bytearray(b"\1")) == 1
assert int.from_bytes(B()) == 25209
assert error(lambda: int.from_bytes("a")) == "TypeError: cannot convert 'str' object to bytes"
assert error(lambda: int.from_bytes(5)) == "TypeError: cannot convert 'int' object to bytes"
assert error(lambda: int.from_bytes([256])) == 'ValueError: bytes must be in range(0, 256)'
assert error(lambda: int.from_bytes(None)) == "TypeError: cannot convert 'NoneType' object to bytes"
assert error(lambda: int.from_bytes()) == "TypeError: from_bytes() missing required argument 'bytes' (pos 1)"
assert error(lambda: int.from_bytes(b"", "x")) == "ValueError: byteorder must be either 'little' or 'big'"
assert error(lambda: int.from_bytes(b"", 5)) == "TypeError: from_bytes() argument 'byteorder' must be str, not int"
assert error(lambda: int.from_bytes(b"", "big", True)) == 'TypeError: from_bytes() takes at most 2 positional arguments (3 given)'
assert int.from_bytes(bytes=b"\1", byteorder="big") == 1
assert type(SI.from_bytes(b"\5")).__name__ == 'SI'
assert SI.from_bytes(b"\5") + 1 == 6
