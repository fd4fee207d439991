# needs: methods messages
# A bytearray, array or BytesIO keeps its size while the program has a memoryview of it.
import array
import io


def error(f, *args, **keywords):
    try:
        f(*args, **keywords)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)
    return "no error"


REFUSED = "BufferError: Existing exports of data: object cannot be re-sized"


def set_slice(b, part, v):
    b[part] = v


def delete(b, part):
    del b[part]


def add(b, v):
    b += v


def multiply(b, n):
    b *= n


def resizers(b):
    yield b.append, 1
    yield b.extend, b"xyz"
    yield b.insert, 0, 1
    yield b.pop,
    yield b.remove, b[0]
    yield b.clear,
    yield add, b, b"xyz"
    yield multiply, b, 3
    yield multiply, b, 0
    yield delete, b, 0
    yield delete, b, slice(0, 2)
    yield delete, b, slice(None, None, 2)
    yield set_slice, b, slice(0, 2), b"123"
    yield set_slice, b, slice(0, 3), b"1"
    yield b.extend, memoryview(b"ab")


# a view in a global variable
b = bytearray(b"abcdef")
m = memoryview(b)
for call in resizers(b):
    assert error(*call) == REFUSED, call
assert b == b"abcdef" and bytes(m) == b"abcdef"
b[0] = 65 # what keeps the size is allowed
b[1:3] = b"12"
b.reverse()
b.extend(b"")
m[0] = 66
assert b == b"Bed21A" and bytes(m) == b
del m
b.append(1)
m = memoryview(b)[2:4]
assert error(b.append, 1) == REFUSED
m.release()
b.append(2)
assert b == b"Bed21A\1\2"


# in a local variable, a parameter, a closure, a slice or cast of a view, a derived class
def local(b):
    v = memoryview(b).cast("B")[1:]
    refused = error(b.append, 1)
    v = None
    b.append(3)
    return refused


def outer(b):
    v = memoryview(b)

    def inner():
        return error(b.append, 1)
    refused = inner(), error(b.append, 1)
    v.release()
    b.append(4)
    return refused, v


def parameter(v, b):
    return error(b.append, 1)


class Bytes(bytearray):
    pass


assert local(b) == REFUSED and outer(b)[0] == (REFUSED, REFUSED) and parameter(memoryview(b).toreadonly(), b) == REFUSED
b = Bytes(b"abc")
m = memoryview(b)
assert error(b.append, 1) == REFUSED and error(multiply, b, 2) == REFUSED
m.release()
b.append(100)
assert b == b"abcd" and type(b) is Bytes


# in an attribute
class Reader:
    def __init__(self):
        self.data = bytearray(8)
        self.view = memoryview(self.data)

    def grow(self):
        self.data.extend(b"more")


r = Reader()
assert error(r.grow) == REFUSED
del r.view
r.grow()
assert r.data == bytes(8) + b"more"

# in a with statement, also without a name
b = bytearray(b"abc")
with memoryview(b):
    assert error(b.append, 1) == REFUSED and error(b.clear) == REFUSED
b.append(100)
with memoryview(b) as first, memoryview(first) as second:
    assert error(b.append, 1) == REFUSED
    first.release()
    assert error(b.append, 1) == REFUSED
b.append(101)
assert b == b"abcde"

# views that were dropped are in nobody's way
for i in range(5):
    assert bytes(memoryview(b)[:2]) == bytes(b[:2])
    del b[:1]
assert b == b""
for i in range(100):
    b += b"%d" % i
    assert memoryview(b).nbytes == len(b)
assert len(b) == 190

# array
a = array.array("i", [1, 2, 3])
m = memoryview(a)
for f in (lambda: a.append(1), a.pop, lambda: a.extend([1]), lambda: a.insert(0, 1), lambda: a.remove(1), lambda: delete(a, 0),
          lambda: delete(a, slice(None, None, 2)), lambda: set_slice(a, slice(0, 1), array.array("i", [1, 2])),
          lambda: a.frombytes(bytes(a.itemsize)), lambda: a.fromlist([1]), lambda: multiply(a, 2), lambda: add(a, a)):
    assert error(f) == "BufferError: cannot resize an array that is exporting buffers"
a[0] = 5
a[1:2] = array.array("i", [7])
assert m.tolist() == [5, 7, 3] == a.tolist()
m.release()
a.append(4)
assert a.tolist() == [5, 7, 3, 4]

# BytesIO: its view is of the file itself
f = io.BytesIO(b"hello")
v = f.getbuffer()
v[0] = ord("J")
assert f.getvalue() == b"Jello" and f.read() == b"Jello" and v.nbytes == 5 and not v.readonly
for change in (lambda: f.write(b"x"), lambda: f.truncate(1), f.close):
    assert error(change) == REFUSED
assert f.getvalue() == b"Jello"
v.release()
f.write(b"!")
f.seek(0)
assert f.read() == b"Jello!" and f.truncate(2) == 2 and f.getvalue() == b"Je"
with f.getbuffer() as v:
    assert bytes(v) == b"Je" and error(f.write, b"x") == REFUSED
assert error(lambda: f.write(f.getbuffer())) == REFUSED
f.close()
assert error(f.getbuffer) == "ValueError: I/O operation on closed file" + ("." if "." in error(f.read) else "")


# a variable in a cell that has no value yet is no view
def unbound():
    b = bytearray(4)
    m = memoryview(b)[::-1]
    m.release()
    del b[0]
    later = lambda: never
    assert len(b) == 3
    if len(b) == 5:
        never = 1


unbound()
