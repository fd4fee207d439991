# needs: methods
# What fuzzing found: methods of RingIO on other objects; numbers whose code shortens the data.
import io
import micropython

RingIO = micropython.RingIO
for name in ("any", "read", "readline", "close"):
    try:
        getattr(RingIO, name)([1, 2])
    except TypeError:
        pass
    else:
        assert name == "close"


class Shorten:
    def __index__(self):
        del data[4:]
        return 1000


data = bytearray(5000)
ring = RingIO(data)
ring.write(bytes(3000))
assert ring.read(Shorten()) == b""
for out in (RingIO(100), io.BytesIO()):
    data = bytearray(5000)
    assert out.write(data, Shorten()) == 4
