# needs: methods messages memoryview os_errors
# __buffer__() of a class (PEP 688): memoryview(), bytes() and bytearray() take what it gives.
class Buffer:
    def __init__(self, data):
        self.data = data
        self.flags = self.released = None

    def __buffer__(self, flags):
        self.flags = flags
        return memoryview(self.data)

    def __release_buffer__(self, view):
        self.released = view
        view.release()


class Bad:
    def __buffer__(self, flags):
        return b"no view"


class Failing:
    def __buffer__(self, flags):
        raise OverflowError("no")


class Plain:
    def __buffer__(self, flags):
        return memoryview(b"plain")


def error(f, *args):
    try:
        f(*args)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


b = Buffer(bytearray(b"hello"))
m = memoryview(b)
m[0] = ord("J")
assert m.tobytes() == b"Jello" and b.data == b"Jello" and len(m) == 5 and b.flags == 284 and m[1:3].tolist() == [101, 108]
m.release()
b = Buffer(b"hello")
assert bytes(b) == b"hello" and type(b.released) is memoryview
assert bytearray(b) == bytearray(b"hello") and bytes(memoryview(Plain())[1:]) == b"lain" and memoryview(Plain()).readonly
assert bytes(Plain()) == b"plain" and memoryview(Plain()) == b"plain"
for f in memoryview, bytes, bytearray:
    assert error(f, Bad()) == "TypeError: __buffer__ returned non-memoryview object"
    assert error(f, Failing()) == "OverflowError: no"
assert error(memoryview, object()) == "TypeError: memoryview: a bytes-like object is required, not 'object'"

# who gives a view is told when it is released, once, and not of parts of it
b = Buffer(b"hello")
with memoryview(b) as m:
    m[1:].release()
    assert b.released is None
given = b.released
assert type(given) is memoryview and error(given.tobytes) == "ValueError: operation forbidden on released memoryview object"
b.released = None
m.release()
assert b.released is None


class Own(bytearray):
    told = 0

    def __buffer__(self, flags):
        return super().__buffer__(flags)

    def __release_buffer__(self, view):
        self.told += 1
        super().__release_buffer__(view)


b = Own(b"own")
with memoryview(b) as m:
    assert m == b"own" and b.told == 0
assert b.told == 1
b.extend(b"ed")
assert b == b"owned" and bytes(b) == b"owned"
m = memoryview(bytearray(3))
m[0:2] = memoryview(Plain())[:2]
assert m.tobytes() == b"pl\0"

# what bytearray and memoryview have of it
a = bytearray(b"abc")
m = a.__buffer__(284)
assert error(bytearray(1).__release_buffer__, m) == "ValueError: memoryview's buffer is not this object"
assert error(a.__release_buffer__, 1) == "TypeError: expected a memoryview object"
a.__release_buffer__(m)
assert error(m.tobytes) == "ValueError: operation forbidden on released memoryview object"
a.append(1)

# BlockingIOError says how much was written
e = BlockingIOError(11, "x", 5)
assert e.characters_written == 5 and e.filename is None and e.args == (11, "x", 5) and "characters_written" in dir(e)
e = BlockingIOError(11, "x", "file")
assert e.filename == "file" and not hasattr(e, "characters_written") and not hasattr(OSError(1, "x"), "characters_written")
e.characters_written = 7
assert e.characters_written == 7
del e.characters_written
assert not hasattr(e, "characters_written")

# and ESHUTDOWN is a broken pipe
import errno

assert type(OSError(errno.ESHUTDOWN, "x")) is BrokenPipeError and errno.errorcode[errno.ESHUTDOWN] == "ESHUTDOWN"
