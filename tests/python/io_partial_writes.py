# Streams in Python may take less than they are given, or nothing for now: no byte gets lost.
# needs: io os_errors methods
import io


class Raw(io.IOBase):
    def __init__(self, *answers):
        self.answers = list(answers)
        self.got = []

    def readable(self):
        return False

    def writable(self):
        return True

    def seekable(self):
        return False

    def write(self, data):
        self.got.append(bytes(data))
        return self.answers.pop(0) if self.answers else len(data)


def flush_fails(writer):
    try:
        writer.flush()
    except BlockingIOError:
        return True
    return False


raw = Raw(2, 0, 1)
writer = io.BufferedWriter(raw, 8)
assert writer.write(b"foobar") == 6
writer.flush()
assert raw.got == [b"foobar", b"obar", b"obar", b"bar"], raw.got

raw = Raw(None, 2, None)
writer = io.BufferedWriter(raw, 8)
writer.write(b"foobar")
assert flush_fails(writer) and flush_fails(writer)
assert not flush_fails(writer)
assert raw.got == [b"foobar", b"foobar", b"obar", b"obar"], raw.got

for answer in 99, -1:
    writer = io.BufferedWriter(Raw(answer), 8)
    writer.write(b"foobar")
    try:
        writer.flush()
        assert False
    except OSError as e:
        assert "returned invalid length %d (should have been between 0 and 6)" % answer in str(e), e

# Text files don't ask.
raw = Raw(None)
text = io.TextIOWrapper(raw)
text.write("foobar")
text.flush()
text.flush()
assert raw.got == [b"foobar"], raw.got
