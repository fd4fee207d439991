# needs: memoryview methods
# memoryview.
import array

def raises(exception, f, *args):
    try:
        f(*args)
    except exception as e:
        return str(e)
    raise AssertionError("no " + exception.__name__)

m = memoryview(b"abcdef")
assert len(m) == 6 and m[0] == 97 and m[-1] == 102 and m.readonly and m.format == "B" and m.itemsize == 1 and m.nbytes == 6 and m.ndim == 1
assert m.shape == (6,) and m.strides == (1,) and m.obj == b"abcdef" and m.contiguous and m.c_contiguous and m.f_contiguous and m.suboffsets == ()
assert m.tobytes() == b"abcdef" and m.tolist() == [97, 98, 99, 100, 101, 102] and bytes(m) == b"abcdef" and list(m) == m.tolist()
assert m[1:3] == b"bc" and m[1:3].tobytes() == b"bc" and m[::2].tobytes() == b"ace" and m[::-1].tobytes() == b"fedcba" and m[4:1:-1].tolist() == [101, 100, 99]
assert m[1:][1:][0] == 99 and not m[::2].contiguous and m[::2].strides == (2,) and bytes(m[::2]) == b"ace" and m[2:2].tobytes() == b""
assert m == b"abcdef" and m != b"x" and m[:2] == memoryview(b"ab") and (m == "x") is False and hash(m) == hash(b"abcdef")
assert 99 in m and 5 not in m and m.hex() == "616263646566" and m.hex("-", 2) == "6162-6364-6566"
assert raises(TypeError, m.__setitem__, 0, 1) == "cannot modify read-only memory"
assert raises(IndexError, lambda: m[6]) == "index out of bounds on dimension 1" and raises(TypeError, lambda: m["x"]) == "memoryview: invalid slice key"
assert raises(TypeError, memoryview, 5) == "memoryview: a bytes-like object is required, not 'int'"

# ---- writing ----
b = bytearray(b"hello world")
m = memoryview(b)
m[0] = 72
m[6:] = b"WORLD"
assert b == b"Hello WORLD"
m[::2] = b"123456"
assert b == b"1e2l3 4O5L6"
b[:] = b"0123456789a"
m[2:5] = m[3:6]
assert b == b"0134556789a"
m[1:5] = memoryview(b)[0:4]
assert b == b"0013456789a"[:1] + b"0134" + b"56789a"
assert raises(ValueError, m.__setitem__, 0, 300) == "memoryview: invalid value for format 'B'"
assert raises(TypeError, m.__setitem__, 0, "x") == "memoryview: invalid type for format 'B'"
assert raises(ValueError, m.__setitem__, slice(0, 2), b"abc") == "memoryview assignment: lvalue and rvalue have different structures"
assert m.toreadonly().readonly and not m.readonly
raises(TypeError, m.toreadonly().__setitem__, 0, 1)

# ---- cast ----
m = memoryview(bytearray(8))
i = m.cast("I")
assert len(i) == 2 and i.itemsize == 4 and i.format == "I" and i.nbytes == 8
i[0] = 0x01020304
i[1] = 4294967295
assert sorted(m[:4].tolist()) == [1, 2, 3, 4] and m[4:].tolist() == [255] * 4 and i.tolist() == [0x01020304, 4294967295]
assert i.cast("B").tobytes() == m.tobytes() and m.cast("d").shape == (1,) and m.cast("b")[4] == -1 and m.cast("c")[4] == b"\xff"
assert raises(TypeError, m[:7].cast, "I") == "memoryview: length is not a multiple of itemsize"
assert raises(TypeError, i.cast, "h") == "memoryview: cannot cast between two non-byte formats"
assert raises(TypeError, m[::2].cast, "B") == "memoryview: casts are restricted to C-contiguous views"
assert raises(ValueError, i.__setitem__, 0, -1) == "memoryview: invalid value for format 'I'"
d = memoryview(bytearray(16)).cast("d")
d[1] = 1.5
assert d.tolist() == [0.0, 1.5] and m.cast("?").tolist() == [bool(x) for x in m]

# ---- of arrays ----
a = array.array("h", [1, -2, 3])
m = memoryview(a)
assert m.format == "h" and m.itemsize == 2 and m.tolist() == [1, -2, 3] and len(m) == 3 and m.nbytes == 6 and not m.readonly
m[1] = 77
assert a[1] == 77 and m[1:] == array.array("h", [77, 3]) and m == a and bytes(m) == a.tobytes()
assert m.cast("B").cast("h").tolist() == [1, 77, 3]

# ---- release ----
b = bytearray(b"abc")
with memoryview(b) as m:
    assert m[0] == 97
    assert raises(BufferError, b.append, 1) == "Existing exports of data: object cannot be re-sized"
    m[0] = 98
assert raises(ValueError, lambda: m[0]) == "operation forbidden on released memoryview object"
b.append(100)
assert b == b"bbcd"
m = memoryview(b)
m.release()
m.release()
raises(ValueError, len, m)
raises(ValueError, m.tobytes)
assert m == m and m != b
