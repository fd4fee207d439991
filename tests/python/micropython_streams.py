# What MicroPython alone has around streams: RingIO with select, sys.print_exception()'s file and limit.
# needs: micropython select methods columns
import io
import select
import sys
import micropython

ring = micropython.RingIO(4)
assert repr(ring) == "<RingIO>"
poll = select.poll()
poll.register(ring)
assert poll.poll(0) == [(ring, select.POLLOUT)]
ring.write(b"ab")
assert poll.poll(0) == [(ring, select.POLLIN | select.POLLOUT)]
ring.write(b"cdef")
assert poll.poll(0) == [(ring, select.POLLIN)]
poll.modify(ring, select.POLLOUT)
assert poll.poll(0) == []
assert ring.read() == b"abcd"
assert select.select([ring], [ring], [], 0) == ([], [ring], [])
assert ring.ioctl(1, 0) == ring.ioctl(4, 0) == 0 and ring.ioctl(99, 0) < 0

try:
    sys.print_exception(ValueError(), 1)
    assert False
except OSError as e:
    assert e.errno


def inner():
    raise ValueError("deep")


def middle():
    inner()


def lines(limit):
    sys.tracebacklimit = limit
    try:
        middle()
    except ValueError as e:
        out = io.StringIO()
        sys.print_exception(e, out)
    return [l.split()[-1] for l in out.getvalue().split("\n") if l.startswith("  File")]


assert lines(100) == ["lines", "middle", "inner"]
assert lines(2) == ["lines", "middle"]
assert lines(1) == ["lines"]
assert lines(0) == lines(-1) == []
del sys.tracebacklimit
