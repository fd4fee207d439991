# needs: methods messages codecs os_errors
# Files and streams, misused: closed ones, wrong modes, wrong arguments, raw streams in Python that misbehave.
import io
import os
import sys


def kind(f, *args, **keywords):
    """The exception's kind alone (UnsupportedOperation is a ValueError), or the value."""
    try:
        return f(*args, **keywords)
    except ValueError:
        return "ValueError"
    except Exception as e:
        return type(e).__name__


def same(a, b):
    assert a == b, (a, b)


path = "/tmp/adder-bad-input-%d" % os.getpid()
try:
    with open(path, "wb") as f:
        same([f.write(b"one\ntwo\nthree"), f.tell(), f.seek(0), f.tell(), f.writable(), f.readable(), f.seekable(), f.isatty(), f.closed],
             [13, 13, 0, 0, True, False, True, False, False])
        same([kind(f.read), kind(f.readline), kind(f.readinto, bytearray(2)), kind(f.write, "text"), kind(f.write, 5), kind(f.writelines, [5])],
             ['ValueError', 'ValueError', 'ValueError', 'TypeError', 'TypeError', 'TypeError'])
        f.seek(0, 2)
    same(f.closed, True)
    same([kind(m, *a) for m, a in ((f.read, ()), (f.write, (b"a",)), (f.seek, (0,)), (f.tell, ()), (f.flush, ()), (f.readline, ()), (f.fileno, ()), (f.isatty, ()),
                                   (f.truncate, ()), (f.__enter__, ()), (iter, (f,)), (next, (f,)), (f.close, ()))],
                                    ['ValueError', 'ValueError', 'ValueError', 'ValueError', 'ValueError',
                                     'ValueError', 'ValueError', 'ValueError', 'ValueError', 'ValueError',
                                     'ValueError', 'ValueError', None])
    with open(path, "rb") as f:
        same([kind(f.write, b"a"), f.read(3), f.seek(2), f.readline(), f.seek(-2, 1), f.read(1), f.seek(-3, 2), f.read()],
             ['ValueError', b'one', 2, b'e\n', 2, b'e', 10, b'ree'])
        same([kind(f.seek, 0, 5), kind(f.seek, -1), kind(f.seek, "a"), kind(f.read, "a"), kind(f.read, 1.5), kind(f.readline, "a"), kind(f.truncate, 1)],
             ['ValueError', 'OSError', 'TypeError', 'TypeError', 'TypeError', 'TypeError', 'ValueError'])
        f.seek(0)
        b = bytearray(5)
        same([f.readinto(b), b, f.readline(2), f.readline(100), f.readlines(), f.read(), f.readline()],
             [5, bytearray(b'one\nt'), b'wo', b'\n', [b'three'], b'', b''])
        f.seek(0)
        same([list(f), next(f, "end")], [[b'one\n', b'two\n', b'three'], 'end'])
        same([kind(f.readinto, b"abc"), kind(f.readinto, 5), kind(f.readlines, "a")],
             ['TypeError', 'TypeError', 'TypeError'])
    with open(path, "r+b") as f:
        same([f.truncate(4), f.read(), f.write(b"new"), f.seek(0), f.read(), f.truncate(), f.tell()],
             [4, b'one\n', 3, 0, b'one\nnew', 7, 7])
        same([kind(f.truncate, -1), kind(f.truncate, "a")], ['OSError', 'TypeError'])
    with open(path, "w+") as f:
        same([f.write("a\u00e9\n"), f.tell(), f.seek(0), f.read(), f.seek(0), f.readline(1), f.read(1), f.encoding.lower(), f.errors],
             [3, 4, 0, 'aé\n', 0, 'a', 'é', 'utf-8', 'strict'])
        same([kind(f.seek, 1, 1), kind(f.seek, 1, 2), kind(f.seek, -1), kind(f.seek, 0, 7), kind(f.write, b"a"), kind(f.write, 5), kind(f.read, "a")],
             ['ValueError', 'ValueError', 'ValueError', 'ValueError', 'TypeError', 'TypeError', 'TypeError'])
        same([f.seek(0, 2), f.seek(0, 1), kind(f.truncate, 2), f.line_buffering], [4, 4, 2, False])
    same([kind(f.read), kind(f.write, "a"), kind(f.readline), kind(iter, f), kind(f.flush), kind(f.seek, 0), kind(f.tell)],
         ['ValueError', 'ValueError', 'ValueError', 'ValueError', 'ValueError', 'ValueError', 'ValueError'])
    with open(path, "wb") as f: f.write(b"a\xff\nb\r\nc\rd")
    with open(path, encoding="utf-8") as f: same(kind(f.read), 'ValueError')
    for errors in ("ignore", "replace", "backslashreplace", "surrogateescape", "strict"):
        with open(path, encoding="utf-8", errors=errors) as f: same(kind(f.read), {"ignore": 'a\nb\nc\nd', "replace": 'a�\nb\nc\nd', "backslashreplace": 'a\\xff\nb\nc\nd', "surrogateescape": 'a\udcff\nb\nc\nd', "strict": 'ValueError'}[errors])
    for newline, expected in ((None, ['aÿ\n', 'b\n', 'c\n', 'd']), ("", ['aÿ\n', 'b\r\n', 'c\r', 'd']), ("\n", ['aÿ\n', 'b\r\n', 'c\rd']), ("\r", ['aÿ\nb\r', '\nc\r', 'd']), ("\r\n", ['aÿ\nb\r\n', 'c\rd'])):
        with open(path, encoding="latin-1", newline=newline) as f: same(f.readlines(), expected)
    same([kind(open, path, "q"), kind(open, path, "rw"), kind(open, path, "rbt"), kind(open, path, ""), kind(open, path, "r+w"), kind(open, path, 5), kind(open, path, "rr")],
         ['ValueError', 'ValueError', 'ValueError', 'ValueError', 'ValueError', 'TypeError', 'ValueError'])
    same([kind(open, path, newline="a"), kind(open, path, "rb", newline=""), kind(open, path, "rb", encoding="utf-8"), kind(open, path, "rb", errors="strict"),
          kind(open, path, encoding=5), kind(open, path, encoding="no-such"), kind(open, path, errors=5), kind(open, path, "r", 0), kind(open, path, "r", "a"),
          kind(open), kind(open, None), kind(open, []), kind(open, "a\0b"), kind(open, ""), kind(open, "no/such/file"), kind(open, "."), kind(open, -1),
          kind(open, 1.5), kind(open, "x" * 5000)],
           ['ValueError', 'ValueError', 'ValueError', 'ValueError', 'TypeError', 'LookupError', 'TypeError',
            'ValueError', 'TypeError', 'TypeError', 'TypeError', 'TypeError', 'ValueError', 'FileNotFoundError',
            'FileNotFoundError', 'IsADirectoryError', 'ValueError', 'TypeError', 'OSError'])
    same([kind(open, path, "x"), kind(open, path, "xb")], ['FileExistsError', 'FileExistsError'])
    with open(path, "rb", 0) as f: same([f.read(2), f.readline(), f.tell(), f.seek(0), f.read(1)],
     [b'a\xff', b'\n', 3, 0, b'a'])
    with open(path, "rb", 2) as f: same([f.read(3), f.readline(), f.tell()], [b'a\xff\n', b'b\r\n', 6])
    with open(path, "w", 1) as f: same([f.line_buffering, f.write("a\n"), f.name == path, f.mode],
     [True, 2, True, 'w'])
    with io.FileIO(path) as f: same([f.read(1), f.mode, f.name == path, kind(f.write, b"a")],
     [b'a', 'rb', True, 'ValueError'])
    with io.FileIO(path, "w") as f: same([f.write(b"abc"), kind(f.read), f.mode], [3, 'ValueError', 'wb'])
    same([kind(io.FileIO), kind(io.FileIO, path, "q"), kind(io.FileIO, "no/such"), kind(io.FileIO, []), kind(io.FileIO, path, 5)],
         ['TypeError', 'ValueError', 'FileNotFoundError', 'TypeError', 'TypeError'])
    f = open(path, "rb")
    with io.TextIOWrapper(f, "ascii") as t: same([t.read(), t.buffer is f, t.closed, t.readable(), t.writable()],
     ['abc', True, False, True, False])
    same([t.closed, f.closed, kind(t.read)], [True, True, 'ValueError'])
    same([kind(io.TextIOWrapper), kind(io.TextIOWrapper, 5) in ("TypeError", "AttributeError"), kind(io.TextIOWrapper, io.BytesIO(b"a"), 5), kind(io.TextIOWrapper, io.BytesIO(), newline="x")],
         ['TypeError', True, 'TypeError', 'ValueError'])
    with open(path) as f: same([repr(f).split(" ")[0], "name='/tmp/adder-bad" in repr(f), "mode='r'" in repr(f)],
     ['<_io.TextIOWrapper', True, True])
finally:
    os.remove(path)

# ---- raw streams in Python ----
class Raw(io.RawIOBase):
    """Gives data by what its answers say: a number that is claimed, an exception, or bytes."""
    def __init__(self, *answers): self.answers, self.written = list(answers), b""
    def readable(self): return True
    def writable(self): return True
    def seekable(self): return False
    def readinto(self, b):
        if not self.answers: return 0
        a = self.answers.pop(0)
        if isinstance(a, Exception): raise a
        if isinstance(a, bytes):
            b[:len(a)] = a
            return len(a)
        return a
    def write(self, data):
        self.written += bytes(data)
        return len(data)


same(io.BufferedReader(Raw(b"abc", b"def")).read(), b'abcdef')
same(io.BufferedReader(Raw(b"abc", b"def")).read(4), b'abcd')
same(io.BufferedReader(Raw(b"ab\nc", b"def")).readline(), b'ab\n')
same(io.BufferedReader(Raw(b"ab\nc", b"d\nef")).readlines(), [b'ab\n', b'cd\n', b'ef'])
same(kind(io.BufferedReader(Raw(KeyError("raw"))).read), 'KeyError')
same(kind(io.BufferedReader(Raw(b"a", KeyError("raw"))).read, 5), 'KeyError')
same([kind(io.BufferedReader(Raw(n)).read, 2) in ("OSError", "ValueError", "TypeError", "OverflowError") for n in (1 << 30, -5, "a", 1 << 80)], [True] * 4)
assert kind(io.BufferedReader(Raw(None)).read, 2) in (None, b"")
same([kind(io.BufferedReader, n) in ("AttributeError", "TypeError", "OSError", "UnsupportedOperation") for n in (None, [])], [True] * 2)
same([kind(io.BufferedReader, Raw(), n) in ("ValueError", "TypeError", "OverflowError", "MemoryError") for n in (0, -1, "a", 1 << 80)],
     [True, True, True, True])
r = Raw(b"abc")
w = io.BufferedWriter(r)
same([w.write(b"xyz"), r.written, w.flush(), r.written, kind(w.write, "a"), kind(w.write, 5)],
     [3, b'', None, b'xyz', 'TypeError', 'TypeError'])
w.close()
same([kind(w.write, b"a")], ['ValueError'])
t = io.TextIOWrapper(io.BufferedReader(Raw(b"a\xc3", b"\xa9\nb")), "utf-8")
same([t.readline(), t.readline(), t.read()], ['aé\n', 'b', ''])
t = io.TextIOWrapper(io.BufferedReader(Raw(b"a\xc3", KeyError("raw"))), "utf-8")
same(kind(t.readline), 'KeyError')


class Closes(Raw):
    def readinto(self, b):
        self.stream.close()
        b[:2] = b"ab"
        return 2


raw = Closes()
raw.stream = io.BufferedReader(raw)
same(kind(raw.stream.read, 3) in (b"ab", "ValueError", "RuntimeError", b"aba"), True)


class Again(Raw):
    def readinto(self, b):
        try:
            self.stream.read(1)
        except RuntimeError as e:
            again.append(type(e).__name__)
        b[:2] = b"ab"
        return 2 if len(again) < 2 else 0


again = []
raw = Again()
raw.stream = io.BufferedReader(raw)
same(kind(raw.stream.read, 2) is not None, True)


class Base(io.IOBase):
    data = [b"a\n", b"b"]
    def readline(self, size=-1): return self.data.pop(0) if self.data else b""


b = Base()
same([b.readlines(), b.readable(), b.writable(), b.seekable(), b.isatty(), list(b)],
     [[b'a\n', b'b'], False, False, False, False, []])
same([b.flush(), b.close()], [None, None])


class Lines(io.IOBase):
    def __init__(self): self.got = []
    def write(self, x): self.got.append(x)


l = Lines()
l.writelines(["a", "b"])
same([l.got, kind(l.writelines, 5), kind(l.writelines, [1, 2]), len(l.got)], [['a', 'b', 1, 2], 'TypeError', None, 4])

# ---- streams in memory ----
for make, a, wrong in ((io.BytesIO, b"one\ntwo", "text"), (io.StringIO, "one\ntwo", b"bytes")):
    s = make(a)
    same([s.read(2) == a[:2], s.readline() == a[2:4], s.tell(), s.seek(0), s.readlines() == a.splitlines(True), s.read() == a[:0], s.getvalue() == a],
         [True, True, 4, 0, True, True, True])
    same([kind(s.write, wrong), kind(s.write, 5), kind(s.seek, -1), kind(s.seek, "a"), kind(s.seek, 0, 9), kind(s.read, "a"), kind(s.truncate, -1)],
         ['TypeError', 'TypeError', 'ValueError', 'TypeError', 'ValueError', 'TypeError', 'ValueError'])
    same([s.truncate(3), s.getvalue() == a[:3], s.seek(10), s.write(a[:1]), len(s.getvalue()), s.isatty(), s.readable(), s.closed],
         [3, True, 10, 1, 11, False, True, False])
    s.close()
    same([kind(m) for m in (s.read, s.getvalue, s.readline, s.tell, s.readable, s.__enter__, s.close)],
         ['ValueError', 'ValueError', 'ValueError', 'ValueError', 'ValueError', 'ValueError', None])
b = io.BytesIO(b"abc")
with b.getbuffer() as v:
    v[0] = 65
    same([kind(b.write, b"x" * 100), kind(b.truncate, 1), kind(b.close), b.getvalue(), bytes(v)],
         ['BufferError', 'BufferError', 'BufferError', b'Abc', b'Abc'])
same([b.write(b"xyzw"), b.getvalue()], [4, b'xyzw'])


class Index:
    def __index__(self):
        m.close()
        return 2


for name in ("read", "seek", "truncate", "readline"):
    m = io.BytesIO(b"abcdef")
    assert kind(getattr(m, name), Index()) in ("ValueError", b"", 2), name # it has been closed meanwhile

# ---- print() and its file ----
class Writes:
    def __init__(self, e=None): self.e, self.got = e, []
    def write(self, s):
        if self.e: raise self.e
        self.got.append(s)


w = Writes()
print(1, "a", sep="-", end="!", file=w)
same("".join(w.got), '1-a!')
same([kind(print, 1, file=5), kind(print, 1, file=Writes(KeyError("w"))), kind(print, 1, file=w, flush=True), kind(print, 1, sep=5), kind(print, 1, end=5)],
     ['AttributeError', 'KeyError', 'AttributeError', 'TypeError', 'TypeError'])
