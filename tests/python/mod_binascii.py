# needs: memoryview messages
# The module binascii.
import binascii
from binascii import hexlify, unhexlify, a2b_base64, b2a_base64, crc32, crc_hqx


def raises(error, text, f, *args, **kw):
    try:
        f(*args, **kw)
    except error as e:
        assert text is None or str(e) == text, (str(e), text)
    else:
        raise AssertionError("nothing raised")


# hexadecimal
assert hexlify(b"") == b"" and type(hexlify(b"")) is bytes
assert hexlify(b"\x00\xff\x10abc") == b"00ff10616263"
assert hexlify(bytearray(b"\x01\x02")) == b"0102"
assert hexlify(memoryview(b"abcd")[1:3]) == b"6263"
assert hexlify(b"abcde", ":") == b"61:62:63:64:65"
assert hexlify(b"abcde", b"-", 2) == b"61-6263-6465"
assert hexlify(b"abcde", sep="-", bytes_per_sep=-2) == b"6162-6364-65"
assert binascii.b2a_hex(b"\x0f") == b"0f"
raises(TypeError, "a bytes-like object is required, not 'str'", hexlify, "abc")
raises(ValueError, "sep must be length 1.", hexlify, b"abc", "::")
assert unhexlify(b"00ff10616263") == b"\x00\xff\x10abc"
assert unhexlify("0aFB") == b"\x0a\xfb" and binascii.a2b_hex(bytearray(b"FF")) == b"\xff"
assert unhexlify(b"") == b""
raises(binascii.Error, "Odd-length string", unhexlify, "abc")
raises(ValueError, "Non-hexadecimal digit found", unhexlify, "0g")
raises(ValueError, "Non-hexadecimal digit found", unhexlify, b"0 ")
raises(ValueError, "string argument should contain only ASCII characters", unhexlify, "\xe9\xe9")
raises(TypeError, None, unhexlify, 12)
data = bytes(range(256)) * 3
assert unhexlify(hexlify(data)) == data

# base64
for plain, text in (
    (b"", b""), (b"f", b"Zg=="), (b"fo", b"Zm8="), (b"foo", b"Zm9v"), (b"foob", b"Zm9vYg=="), (b"fooba", b"Zm9vYmE="),
    (b"foobar", b"Zm9vYmFy"), (b"\xff\xfe\xfd", b"//79"), (b"\xfb\xef\xbe", b"++++"),
):
    assert b2a_base64(plain) == text + b"\n"
    assert b2a_base64(plain, newline=False) == text
    assert a2b_base64(text) == a2b_base64(text.decode()) == plain
    assert a2b_base64(text + b"\n") == plain
for n in range(70):
    assert a2b_base64(b2a_base64(data[100:100 + n])) == data[100:100 + n]
assert a2b_base64(b"Z m9\nv!Yg==") == b"foob"  # what is no digit is skipped
assert a2b_base64(b"Zg==Zg==") == b"f"  # and what follows the padding
assert a2b_base64(b"Zm9v=Zg==") == b"foof"
assert a2b_base64(b"=Zm9v") == b"foo"
assert a2b_base64(b"==") == b""
raises(ValueError, "Incorrect padding", a2b_base64, b"Zg=")
raises(ValueError, "Incorrect padding", a2b_base64, b"Zm9vYg")
raises(ValueError, "Invalid base64-encoded string: number of data characters (5) cannot be 1 more than a multiple of 4",
       a2b_base64, b"Zm9vY")
raises(ValueError, "Only base64 data is allowed", a2b_base64, b"Zm 9v", strict_mode=True)
raises(ValueError, "Leading padding not allowed", a2b_base64, b"=Zm9v", strict_mode=True)
raises(ValueError, "Excess data after padding", a2b_base64, b"Zg==Zg==", strict_mode=True)
raises(ValueError, "Discontinuous padding not allowed", a2b_base64, b"Zg=A", strict_mode=True)
assert a2b_base64(b"Zm9vYg==", strict_mode=True) == b"foob"
raises(TypeError, None, b2a_base64, "text")
raises(TypeError, None, a2b_base64, None)

# check sums
assert crc32(b"") == 0
assert crc32(b"123456789") == 0xCBF43926
assert crc32(b"56789", crc32(b"1234")) == 0xCBF43926
assert crc32(data) == crc32(data[300:], crc32(data[:300]))
assert crc32(b"abc", -1) == crc32(b"abc", 0xFFFFFFFF)
assert crc_hqx(b"123456789", 0) == 0x31C3
assert crc_hqx(b"123456789", 0xFFFF) == 0x29B1
raises(TypeError, None, crc32, "text")
raises(TypeError, None, crc32, b"", "0")
