# needs: methods
# deflate: what CPython's zlib packed comes out; damaged data does not bring anything down.
import deflate
import io

TEXT = b"the quick brown fox " * 30 + b"jumps over " * 7


def unpack(data, *args):
    with deflate.DeflateIO(io.BytesIO(data), *args) as d:
        return d.read()


def raises(kind, f, *args):
    try:
        f(*args)
    except kind as e:
        return e
    assert False, "no " + kind.__name__


raw = b'+\xc9HU(,\xcdL\xceVH*\xca/\xcfSH\xcb\xafP(\x19\x15\x1b\x15\xa3P,\xab4\xb7\xa0X!\xbf,\xb5\x88\nL\x00'
raw_wide = bytes.fromhex(
    "8551d10e802008ec53fc355cae1e74ebc1ff2f95a40b686d8e291c7707c654292c67a07cec14362a85eefb9a72f562ec1d08b170e1e327b3c64f258caa7534a14cab434ee4460e74006367120de84257adee11dba23badb107140dfa674768196857ac9cf201a5c902ff3453efe58919b9a030c3954f9fc8fef503b900"
)
fixed = b'K\xcb\xacHMQHC\x90\x00'
stored = b"\x00\x05\x00\xfa\xffhello\x01\x03\x00\xfc\xff+++"
zlib = b'x\x9c+\xc9HU(,\xcdL\xceVH*\xca/\xcfSH\xcb\xafP(\x19\x15\x1b\x15\xa3P,\xab4\xb7\xa0X!\xbf,\xb5\x88\nL\x00\xced\xf8\xe8'
gz = bytes.fromhex(
    "1f8b08000000000002ff8551d10e802008ec53fc355cae1e74ebc1ff2f95a40b686d8e291c7707c654292c67a07cec14362a85eefb9a72f562ec1d08b170e1e327b3c64f258caa7534a14cab434ee4460e74006367120de84257adee11dba23badb107140dfa674768196857ac9cf201a5c902ff3453efe58919b9a030c3954f9fc8fef503b900a73a61ba60020000"
)

assert unpack(raw, deflate.RAW, 15) == TEXT == unpack(raw, deflate.RAW, 9)
mixed = unpack(raw_wide, deflate.RAW, 15)
assert len(mixed) == 608 and mixed.split(b" ").count(b"alpha") == 22
assert unpack(fixed, deflate.RAW) == b"fixed fixed fixed" and unpack(stored, deflate.RAW) == b"hello+++"
assert unpack(zlib) == TEXT == unpack(zlib, deflate.ZLIB) == unpack(zlib, deflate.AUTO, 15)
assert unpack(gz) == mixed == unpack(gz, deflate.GZIP)
assert raises(OSError, unpack, raw_wide, deflate.RAW, 5).errno == 22  # a window that is too small

# piece by piece; what follows stays in the stream below
below = io.BytesIO(zlib + b"rest")
d = deflate.DeflateIO(below)
out = b""
while piece := d.read(7):
    out += piece
assert out == TEXT and d.read() == b"" and below.read() == b"rest"
d = deflate.DeflateIO(io.BytesIO(gz))
buf = bytearray(100)
assert d.readinto(buf) == 100 and buf == mixed[:100] and d.readinto(memoryview(buf)[:5]) == 5 and buf[:5] == mixed[100:105]
lines = deflate.DeflateIO(io.BytesIO(b"\x01\x08\x00\xf7\xffa\nbc\n\nde"), deflate.RAW)
assert list(lines) == [b"a\n", b"bc\n", b"\n", b"de"] and lines.readline() == b""
below = io.BytesIO(zlib)
deflate.DeflateIO(below, close=True).close()
raises(ValueError, below.read)
d.close()
raises(OSError, d.read)

# arguments
raises(TypeError, deflate.DeflateIO)
raises(TypeError, deflate.DeflateIO, 5)
raises(ValueError, deflate.DeflateIO, below, 4)
raises(ValueError, deflate.DeflateIO, below, 0, 4)
raises(ValueError, deflate.DeflateIO, below, 0, 16)

# cut short, and damaged: EOFError, OSError, or other bytes
for data, args in ((raw, (1, 15)), (zlib, ()), (gz, ()), (fixed, (1, 9))):
    for n in range(len(data)):
        raises((EOFError, OSError), unpack, data[:n], *args)
    for i in range(len(data)):
        for flip in (1, 16, 128, 255):
            bad = bytearray(data)
            bad[i] ^= flip
            try:
                unpack(bad, *args)
            except (EOFError, OSError):
                pass
assert raises(OSError, unpack, zlib[:-1] + b"?").errno == 22  # the checksum
raises(OSError, unpack, gz[:-1] + b"?")
raises(OSError, unpack, zlib, deflate.GZIP)
raises(OSError, unpack, gz, deflate.ZLIB)


# a stream below that reads what reads it
class Loop(io.IOBase):
    def __init__(self, data):
        self.data = io.BytesIO(data)

    def read(self, n):
        if self.data.tell() in (1, 3, 20):
            self.data.read(1)
            top.read(1)
        return self.data.read(n)


top = deflate.DeflateIO(Loop(gz))
try:
    top.read()
except (EOFError, OSError):
    pass
