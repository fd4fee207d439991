# needs: memoryview methods
# Memoryviews of several dimensions, and of none: what cast() gives with a shape.

import sys


def error(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


def refuse(text, f, *args, **kwargs):
    got = error(f, *args, **kwargs)
    assert got == text, (got, text)


def put(m, key, v):
    m[key] = v


def get(m, key):
    return m[key]


data = bytearray(range(24))
m = memoryview(data).cast("B", (2, 3, 4))
assert (m.ndim, m.shape, m.strides, m.suboffsets) == (3, (2, 3, 4), (12, 4, 1), ())
assert (m.nbytes, m.itemsize, len(m)) == (24, 1, 2)
assert (m.contiguous, m.c_contiguous, m.f_contiguous) == (True, True, False)
assert m.tolist() == [[[12 * i + 4 * j + k for k in range(4)] for j in range(3)] for i in range(2)]
assert bytes(m) == bytes(data) and m.tobytes() == bytes(data) and m.tobytes("A") == m.tobytes(None) == bytes(data)
assert m.hex("-", 8) == data.hex("-", 8)
assert m.tobytes("F") == bytes(12 * i + 4 * j + k for k in range(4) for j in range(3) for i in range(2))

# items
assert m[0, 0, 0] == 0 and m[1, 2, 3] == 23 and m[-1, -3, True] == 13 and m[(0, 1, 2)] == 6
m[1, 1, 1] = 99
assert data[17] == 99
m[1, 1, 1] = 17
refuse("IndexError: index out of bounds on dimension 1", get, m, (2, 0, 0))
refuse("IndexError: index out of bounds on dimension 2", get, m, (0, 3, 0))
refuse("IndexError: index out of bounds on dimension 3", get, m, (0, 0, -5))
refuse("IndexError: index out of bounds on dimension 3", put, m, (0, 0, 4), 1)
refuse("IndexError: cannot fit 'int' into an index-sized integer", get, m, (0, 0, 1 << 70))
refuse("NotImplementedError: multi-dimensional sub-views are not implemented", get, m, 0)
refuse("NotImplementedError: sub-views are not implemented", put, m, 0, 1)
refuse("NotImplementedError: sub-views are not implemented", get, m, (0, 0))
refuse("NotImplementedError: sub-views are not implemented", get, m, ())
refuse("NotImplementedError: sub-views are not implemented", put, m, (0, 0), 5)
refuse("TypeError: cannot index 3-dimension view with 4-element tuple", get, m, (0, 0, 0, 0))
refuse("NotImplementedError: multi-dimensional slicing is not implemented", get, m, (slice(1), slice(1)))
refuse("NotImplementedError: memoryview slice assignments are currently restricted to ndim = 1", put, m, slice(1), m)
refuse("NotImplementedError: memoryview slice assignments are currently restricted to ndim = 1", put, m, (slice(1),), m)
refuse("TypeError: memoryview: invalid slice key", get, m, (slice(1), 1))
refuse("TypeError: memoryview: invalid slice key", get, m, "a")
refuse("TypeError: memoryview: invalid slice key", put, m, ..., 1)
refuse("ValueError: memoryview: invalid value for format 'B'", put, m, (0, 0, 0), 256)
refuse("TypeError: memoryview: invalid type for format 'B'", put, m, (0, 0, 0), "a")
refuse("TypeError: cannot modify read-only memory", put, m.toreadonly(), (0, 0, 0), 1)
refuse("NotImplementedError: multi-dimensional sub-views are not implemented", iter, m)
refuse("NotImplementedError: multi-dimensional sub-views are not implemented", list, m)
refuse("NotImplementedError: multi-dimensional sub-views are not implemented", lambda: 3 in m)
refuse("NotImplementedError: multi-dimensional sub-views are not implemented", next, reversed(m))


# a slice takes rows of the first dimension
part = m[1:]
assert (part.shape, part.strides, part.nbytes, part.contiguous) == ((1, 3, 4), (12, 4, 1), 12, True)
assert part.tobytes() == bytes(range(12, 24)) and part[0, 2, 3] == 23
back = m[::-1]
assert (back.shape, back.strides, back.contiguous, back.c_contiguous, back.f_contiguous) == ((2, 3, 4), (-12, 4, 1), False, False, False)
assert back.tolist() == [m.tolist()[1], m.tolist()[0]]
assert back.tobytes() == bytes(range(12, 24)) + bytes(range(12)) and back[0, 0, 0] == 12
assert back.tobytes("F") == bytes(12 * i + 4 * j + k for k in range(4) for j in range(3) for i in (1, 0))
back[0, 0, 1] = 77
assert data[13] == 77
data[13] = 13
empty = m[5:]
assert (empty.shape, empty.nbytes, empty.tolist(), empty.tobytes(), empty.tobytes("F")) == ((0, 3, 4), 0, [], b"", b"")
assert (empty.contiguous, empty.c_contiguous, empty.f_contiguous) == (True, True, True)
gaps = m[::2]
assert gaps.shape == (1, 3, 4) and gaps.contiguous and gaps.tobytes() == bytes(range(12))
rows = memoryview(data).cast("B", [4, 6])[::2]
assert (rows.shape, rows.strides, rows.contiguous) == ((2, 6), (12, 1), False)
assert rows.tobytes() == bytes(range(6)) + bytes(range(12, 18)) and rows[1, 5] == 17
refuse("TypeError: memoryview: casts are restricted to C-contiguous views", rows.cast, "B")

# equality looks at the shape, the items, and not at the format
assert m == m[:] and m == memoryview(bytes(data)).cast("B", (2, 3, 4)) and not m != m[:]
assert m != data and m != memoryview(data) and m != memoryview(data).cast("B", (3, 2, 4))
assert m != memoryview(data).cast("B", (2, 12)) and memoryview(data).cast("B", (24, 1)) != memoryview(data)
assert back != m and back == memoryview(bytes(back)).cast("B", (2, 3, 4)) and back[::-1] == m
halves = memoryview(b"".join(i.to_bytes(2, sys.byteorder) for i in (1, 2, 3, 4))).cast("H", (2, 2))
assert halves.strides == (4, 2) and halves.tolist() == [[1, 2], [3, 4]] and halves[1, 0] == 3
assert halves == memoryview(bytes([1, 2, 3, 4])).cast("B", (2, 2)) and halves[::-1] == memoryview(bytes([3, 4, 1, 2])).cast("b", [2, 2])
assert hash(memoryview(b"abcd").cast("B", (2, 2))) == hash(b"abcd")
refuse("ValueError: cannot hash writable memoryview object", hash, m)
refuse("ValueError: memoryview: hashing is restricted to formats 'B', 'b' or 'c'", hash, halves)

# copying: a view of rows is no value for a slice of items
flat = memoryview(bytearray(4))
flat[:] = memoryview(b"abcd").cast("B", (4,))
assert flat.tobytes() == b"abcd"
refuse("ValueError: memoryview assignment: lvalue and rvalue have different structures", put, flat, slice(None), memoryview(b"abcd").cast("B", (2, 2)))
refuse("ValueError: memoryview assignment: lvalue and rvalue have different structures", put, flat, slice(1), memoryview(b"a").cast("B", ()))
assert bytearray(m) == data and b"".join([m, m[1:]]) == bytes(data) + bytes(range(12, 24))
copy = memoryview(m)
assert copy.shape == m.shape and copy == m and copy.obj is data
with memoryview(data).cast("B", (4, 6)) as w:
    assert w.shape == (4, 6)
refuse("ValueError: operation forbidden on released memoryview object", lambda: w.shape)

# casts
assert m.cast("B").shape == (24,) and m.cast("B") == data and m.cast("H").ndim == 1 and m.cast("B", [24]).strides == (1,)
assert m.cast("I").nbytes == 24 and memoryview(data).cast("I", (3, 2)).strides == (8, 4)
assert memoryview(bytes(8)).cast("d", (1, 1)).tolist() == [[0.0]] and memoryview(b"ab").cast("c", (1, 2)).tolist() == [[b"a", b"b"]]
view = memoryview(data)
refuse("TypeError: memoryview: cast must be 1D -> ND or ND -> 1D", m.cast, "B", (4, 6))
refuse("TypeError: memoryview: cast must be 1D -> ND or ND -> 1D", m.cast, "B", ())
refuse("TypeError: memoryview: product(shape) * itemsize != buffer size", view.cast, "B", (5, 5))
refuse("TypeError: memoryview: product(shape) * itemsize != buffer size", view.cast, "B", [])
refuse("TypeError: memoryview: product(shape) * itemsize != buffer size", view.cast, "H", (4, 6))
refuse("TypeError: shape must be a list or a tuple", view.cast, "B", 24)
refuse("TypeError: memoryview.cast(): elements of shape must be integers", view.cast, "B", (4, "6"))
refuse("TypeError: memoryview.cast(): elements of shape must be integers", view.cast, "B", (4, 6.0))
refuse("ValueError: memoryview.cast(): elements of shape must be integers > 0", view.cast, "B", (24, 0))
refuse("ValueError: memoryview.cast(): elements of shape must be integers > 0", view.cast, "B", (-4, -6))
assert error(view.cast, "B", (1 << 20, 1 << 20, 1 << 20, 1 << 20)) == "ValueError: memoryview.cast(): product(shape) > SSIZE_MAX"
assert error(view.cast, "B", (1 << 80,)).startswith("OverflowError: Python int too large to convert to C ")
refuse("ValueError: memoryview: number of dimensions must not exceed 64", view.cast, "B", [1] * 65)
deep = memoryview(b"x").cast("B", [1] * 64)
assert deep.ndim == 64 and deep.tolist() != 1 and deep[(0,) * 64] == 120 and deep.tobytes("F") == b"x" and deep.f_contiguous
refuse("TypeError: memoryview: cannot cast view with zeros in shape or strides", empty.cast, "B")
refuse("TypeError: memoryview: cannot cast view with zeros in shape or strides", memoryview(b"").cast, "B", (0,))
shape = [2, True, 12]
s = view.cast("B", shape)
shape[0] = 5
assert s.shape == (2, 1, 12) and type(s.shape[1]) is int and s.f_contiguous is False


# no dimension: one item
z = memoryview(bytearray(b"\7\1")).cast("H", ())
assert (z.ndim, z.shape, z.strides, z.nbytes, z.itemsize) == (0, (), (), 2, 2)
assert (z.contiguous, z.c_contiguous, z.f_contiguous) == (True, True, True)
assert z[()] == z.tolist() == int.from_bytes(b"\7\1", sys.byteorder) and z[...] is z and z.tobytes() == z.tobytes("F") == b"\7\1"
z[()] = 5
z[...] = z[()] + 1
assert z[()] == 6 and z == z.cast("B").cast("H", []) and z != z.cast("B").cast("H") and z.cast("B").cast("H") != z
refuse("TypeError: 0-dim memory has no length", len, z)
refuse("TypeError: invalid indexing of 0-dim memory", get, z, 0)
refuse("TypeError: invalid indexing of 0-dim memory", get, z, slice(None))
refuse("TypeError: invalid indexing of 0-dim memory", get, z, (0,))
refuse("TypeError: invalid indexing of 0-dim memory", get, z, (slice(1),))
refuse("TypeError: invalid indexing of 0-dim memory", put, z, 0, 1)
refuse("TypeError: invalid indexing of 0-dim memory", put, z, slice(None), z)
refuse("TypeError: invalid indexing of 0-dim memory", iter, z)
assert z.cast("B").tobytes() == (6).to_bytes(2, sys.byteorder)


# the bytes go away meanwhile
class Shrink:
    def __init__(self, of):
        self.of = of

    def __index__(self):
        view.release()
        return 1


view = memoryview(bytearray(6)).cast("B", (2, 3))
refuse("ValueError: operation forbidden on released memoryview object", put, view, (1, 1), Shrink(view))
print("ok")

# the format as it was given
assert memoryview(bytes(4)).cast("@B").format == "@B" and memoryview(bytes(4)).cast("@H").cast("B").format == "B"
assert memoryview(b"abcd").cast("@B") == memoryview(b"abcd") and memoryview(b"abcd").cast("@B")[1:].tolist() == [98, 99, 100]
refuse("ValueError: memoryview: destination format must be a native single character format prefixed with an optional '@'", memoryview(bytes(4)).cast, "u")
