# needs: codecs
# print() to any object with a write(); text files with an encoding that is named.
import io


class Pieces:
    def __init__(self):
        self.pieces = []

    def write(self, text):
        self.pieces.append(text)
        return len(text)

    def flush(self):
        self.pieces.append("flushed")


p = Pieces()
print("a", 1, [2], file=p)
print(file=p)
print("x", "y", sep="", end="", file=p, flush=True)
assert p.pieces == ["a", " ", "1", " ", "[2]", "\n", "\n", "x", "", "y", "", "flushed"], p.pieces
try:
    print("text", file=12)
except AttributeError as e:
    assert str(e) == "'int' object has no attribute 'write'"
else:
    assert False
assert repr(io.StringIO()).startswith("<_io.StringIO object at 0x")
assert repr(io.BytesIO()).startswith("<_io.BytesIO object at 0x")

for name in ("utf-8", "UTF-8", "utf8", "U8", None):
    f = io.TextIOWrapper(io.BytesIO("\u03b1b\u3041\U0001f650c".encode()), encoding=name)
    assert f.read(1) == "\u03b1" and f.read(2) == "b\u3041" and f.read(3) == "\U0001f650c"
try:
    io.TextIOWrapper(io.BytesIO(), encoding="no-such")
except LookupError as e:
    assert str(e) == "unknown encoding: no-such"
else:
    assert False
assert 0.0 ** float("-inf") == float("inf") and (-0.0) ** float("-inf") == float("inf")
