# needs: messages
# StringIO and BytesIO, and classes derived from the bases in io.
import io


def raises(kind, message, f, *args, **kwargs):
    try:
        f(*args, **kwargs)
    except kind as e:
        assert message is None or str(e) == message, str(e)
    else:
        assert False, "no " + kind.__name__


s = io.StringIO()
assert s.write("abc") == 3 and s.write("d\xe9f\n") == 4 and s.getvalue() == "abcd\xe9f\n" and s.tell() == 7
assert s.seek(0) == 0 and s.read(5) == "abcd\xe9" and s.tell() == 5 and s.read() == "f\n" and s.read() == ""
s.seek(4)
s.write("XY")
assert s.getvalue() == "abcdXY\n"
s.seek(2)
assert s.truncate() == 2 and s.getvalue() == "ab"
s.seek(4)
s.write("!")
assert s.getvalue() == "ab\0\0!"
s = io.StringIO("one\ntwo\nthree")
assert s.readline() == "one\n" and s.readline(2) == "tw" and list(s) == ["o\n", "three"]
s.seek(0)
assert s.readlines() == ["one\n", "two\n", "three"]
s.seek(0, 2)
s.write("!")
assert s.getvalue().endswith("three!") and s.seekable() and s.readable() and not s.isatty()
raises(TypeError, "string argument expected, got 'bytes'", s.write, b"x")
raises(TypeError, "initial_value must be str or None, not int", io.StringIO, 1.5.__int__()) if False else None
s.writelines(["a", "b"])
assert s.getvalue().endswith("!ab")
with io.StringIO("x") as t:
    assert t.read() == "x"
assert t.closed
raises(ValueError, "I/O operation on closed file", t.read)

b = io.BytesIO(b"hello")
assert b.read(2) == b"he" and b.read() == b"llo" and b.read() == b"" and b.seek(1) == 1 and b.read(-1) == b"ello"
b.seek(0)
buf = bytearray(3)
assert b.readinto(buf) == 3 and buf == b"hel" and b.readinto(buf) == 2 and buf == b"lol"
b.seek(0, 2)
assert b.write(b" world\n") == 7 and b.getvalue() == b"hello world\n" and b.tell() == 12
assert b.seek(-3, 1) == 9 and b.read() == b"ld\n" and bytes(b.getbuffer()) == b"hello world\n"
b.seek(0)
assert b.readline() == b"hello world\n" and b.readline() == b""
b.seek(20)
assert b.read() == b""
b.write(b"x")
assert b.getvalue() == b"hello world\n" + bytes(8) + b"x"
raises(TypeError, "a bytes-like object is required, not 'str'", b.write, "x")
raises(ValueError, "negative seek value -1", b.seek, -1)
big = io.BytesIO()
for i in range(1000):
    big.write(bytes([i & 255]) * 10)
assert len(big.getvalue()) == 10000 and big.getvalue()[9990:] == bytes([231]) * 10


class Upper(io.StringIO):
    def write(self, text):
        return super().write(text.upper())


u = Upper()
print("shout", file=u)
assert u.getvalue() == "SHOUT\n"


class Source(io.RawIOBase):
    def __init__(self, data):
        self.data = data

    def readable(self):
        return True

    def readinto(self, b):
        n = min(len(b), len(self.data))
        b[:n] = self.data[:n]
        self.data = self.data[n:]
        return n


r = Source(b"some\nlines\nhere")
assert r.read(3) == b"som" and r.readline() == b"e\n" and list(r) == [b"lines\n", b"here"]
assert isinstance(r, io.IOBase) and io.BufferedReader(Source(b"xyz")).read(2) == b"xy"
assert io.TextIOWrapper(io.BufferedReader(Source(b"a\nb\n"))).readlines() == ["a\n", "b\n"]
assert io.SEEK_SET == 0 and io.SEEK_CUR == 1 and io.SEEK_END == 2 and issubclass(io.UnsupportedOperation, OSError)
assert issubclass(io.UnsupportedOperation, ValueError)
