# needs: percent
# select: files of the port, streams in Python, time-outs.
import errno
import io
import os
import select
import sys
import time


class Stream(io.IOBase):
    def __init__(self, ready):
        self.ready, self.asked = ready, 0

    def ioctl(self, request, arg):
        assert request == 3
        self.asked += 1
        return self.ready if self.ready < 0 else self.ready & arg


def raises(kind, f, *args):
    try:
        f(*args)
    except kind as e:
        return e
    assert False, "no " + kind.__name__


p = select.poll()
assert p.poll(0) == [] and list(p.ipoll(0)) == [] and select.select([], [], [], 0) == ([], [], [])
begin = time.ticks_ms()
assert p.poll(30) == [] and time.ticks_diff(time.ticks_ms(), begin) >= 29

name = "/tmp/adder-select-%d" % os.getpid()
with open(name, "w") as f:
    f.write("line 1\nline 2\n")
with open(name) as f, open(name, "rb") as g:
    p.register(f, select.POLLIN)
    p.register(g)
    assert p.poll(0) == [(f, select.POLLIN), (g, select.POLLIN | select.POLLOUT)]
    f.readline()
    p.modify(g, 0)
    assert p.poll() == [(f, select.POLLIN)]
    p.register(g, select.POLLOUT)
    for obj, events in p.ipoll(0, 1):
        assert obj in (f, g) and events in (select.POLLIN, select.POLLOUT)
    assert p.poll(0) == []
    assert select.select([f, g], [g], [f], 0) == ([f, g], [g], [])
    p.unregister(f)
    p.unregister(g)
    raises(KeyError, p.unregister, g)
    assert raises(OSError, p.modify, g, 1).errno == errno.ENOENT
    raises(TypeError, p.register, "no stream")
    raises(ValueError, p.register, -5)
    raises(ValueError, p.register, f, -1)
raises(ValueError, p.register, f)
os.remove(name)

# streams in Python
a, b = Stream(0), Stream(0)
p.register(a, select.POLLIN)
p.register(b)
assert p.poll(20) == [] and a.asked > 1
a.ready = select.POLLIN | select.POLLOUT
b.ready = select.POLLOUT
assert p.poll() == [(a, select.POLLIN), (b, select.POLLOUT)]
assert select.select([a], [a], [], 0) == ([a], [a], [])
b.ready = -errno.EIO
assert raises(OSError, p.poll).errno == errno.EIO
p.unregister(b)
seen = None
for item in p.ipoll():
    seen = item
assert tuple(seen) == (a, select.POLLIN)


# one that changes the rows while it is asked
class Busy(Stream):
    def ioctl(self, request, arg):
        for i in range(20):
            p.register(Stream(0), select.POLLIN)
        if self.ready:
            p.unregister(self)
        return self.ready


busy = Busy(0)
p.register(busy)
assert p.poll(0) == [(a, select.POLLIN)]
busy.ready = 1
p.poll(0)
assert p.poll(0) == [(a, select.POLLIN)]
