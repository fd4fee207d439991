# needs: percent codecs os_errors
# Files: open(), text and binary, buffering, newlines, positions.
import io
import os
import sys

name = "/tmp/adder-test-%d" % os.getpid()


def raises(kind, message, f, *args, **kwargs):
    try:
        f(*args, **kwargs)
    except kind as e:
        assert message is None or str(e) == message, str(e)
        return e
    else:
        assert False, "no " + kind.__name__


try:
    # text
    f = open(name, "w")
    assert f.write("one\ntwo\n") == 8 and f.writelines(["three\n", "f\u00fcnf"]) is None
    assert f.name == name and f.mode == "w" and not f.closed and f.writable() and not f.readable() and f.seekable()
    raises(io.UnsupportedOperation, "not readable", f.read)
    f.close()
    f.close()
    assert f.closed
    raises(ValueError, "I/O operation on closed file.", f.write, "x")
    with open(name) as f:
        assert f.readline() == "one\n" and f.read(2) == "tw" and f.readline() == "o\n" and f.read() == "three\nf\u00fcnf"
        assert f.read() == "" and f.readline() == ""
        raises(io.UnsupportedOperation, "not writable", f.write, "x")
        assert f.seek(0) == 0 and f.readlines() == ["one\n", "two\n", "three\n", "f\u00fcnf"]
        f.seek(0)
        assert [line for line in f] == ["one\n", "two\n", "three\n", "f\u00fcnf"]
        f.seek(0)
        assert f.readline(2) == "on" and f.tell() == 2 and f.read(100).endswith("f\u00fcnf")
        assert f.encoding.lower() == "utf-8" and f.errors == "strict"
    assert f.closed
    raises(TypeError, "write() argument must be str, not int", open(name, "a").write, 1)

    # binary
    with open(name, "wb") as f:
        assert f.write(b"0123456789") == 10 and f.write(bytearray(b"ab")) == 2 and f.write(memoryview(b"c")) == 1
        assert f.tell() == 13
        raises(TypeError, "a bytes-like object is required, not 'str'", f.write, "x")
    with open(name, "rb") as f:
        assert f.read(3) == b"012" and f.tell() == 3 and f.seek(-2, 2) == 11 and f.read() == b"bc"
        assert f.seek(1) == 1 and f.seek(2, 1) == 3 and f.read(1) == b"3"
        b = bytearray(4)
        assert f.readinto(b) == 4 and b == b"4567" and f.readline() == b"89abc" and f.readinto(b) == 0
    with open(name, "r+b") as f:
        assert f.read(2) == b"01"
        f.write(b"XY")
        assert f.read(2) == b"45"
        f.seek(0)
        assert f.read() == b"01XY456789abc"
        assert f.truncate(5) == 5
    assert os.stat(name)[6] == 5
    with open(name, "ab") as f:
        f.write(b"end")
    with open(name, "rb") as f:
        assert f.read() == b"01XY4end"
    with open(name, "w+") as f:
        f.write("hello")
        f.seek(0)
        assert f.read() == "hello"

    # newlines
    with open(name, "wb") as f:
        f.write(b"a\r\nb\rc\nd\r")
    with open(name) as f:
        assert f.read() == "a\nb\nc\nd\n"
    with open(name) as f:
        assert list(f) == ["a\n", "b\n", "c\n", "d\n"]
    with open(name, newline="") as f:
        assert f.readlines() == ["a\r\n", "b\r", "c\n", "d\r"]
    with open(name, newline="\n") as f:
        assert f.readlines() == ["a\r\n", "b\rc\n", "d\r"]
    with open(name, newline="\r") as f:
        assert f.readlines() == ["a\r", "\nb\r", "c\nd\r"]
    with open(name, newline="\r\n") as f:
        assert f.readlines() == ["a\r\n", "b\rc\nd\r"]
    with open(name, "w", newline="\r\n") as f:
        assert f.write("x\ny\n") == 4
    with open(name, "rb") as f:
        assert f.read() == b"x\r\ny\r\n"

    # large pieces and buffers
    data = bytes(range(256)) * 300
    with open(name, "wb") as f:
        for i in range(0, len(data), 1000):
            f.write(data[i:i + 1000])
    with open(name, "rb") as f:
        assert f.read() == data
        f.seek(70000)
        assert f.read(10) == data[70000:70010] and len(f.read(100000)) == len(data) - 70010
    with open(name, "rb", 0) as f:
        assert f.read(5) == data[:5]
    with open(name, "w") as f:
        for i in range(5000):
            f.write("line %d\n" % i)
    with open(name) as f:
        assert sum(1 for line in f) == 5000
        f.seek(0)
        assert [int(line[5:]) for line in f] == list(range(5000))

    # encodings and errors
    with open(name, "wb") as f:
        f.write(b"ab\xff\xe9c")
    raises(UnicodeDecodeError, None, open(name, encoding="utf-8").read)
    assert open(name, errors="replace", encoding="utf-8").read() == "ab\ufffd\ufffdc"
    assert open(name, encoding="latin-1").read() == "ab\xff\xe9c"
    with open(name, "w", encoding="latin-1") as f:
        f.write("\xe9")
    assert open(name, "rb").read() == b"\xe9"
    raises(UnicodeEncodeError, None, open(name, "w", encoding="ascii").write, "\xe9")

    # modes and errors
    raises(ValueError, "invalid mode: 'q'", open, name, "q")
    raises(ValueError, "can't have text and binary mode at once", open, name, "rbt")
    raises(ValueError, "must have exactly one of create/read/write/append mode", open, name, "rw")
    raises(ValueError, "binary mode doesn't take an encoding argument", open, name, "rb", encoding="utf-8")
    raises(FileExistsError, "[Errno 17] File exists: %r" % name, open, name, "x")
    e = raises(FileNotFoundError, "[Errno 2] No such file or directory: '/nowhere/x'", open, "/nowhere/x")
    assert e.errno == 2 and e.filename == "/nowhere/x"
    raises(IsADirectoryError, "[Errno 21] Is a directory: '/tmp'", open, "/tmp")
    raises(ValueError, "embedded null character", open, "a\0b") if sys.implementation.name == "micropython" else None

    # wrappers, print, with
    raw = io.BytesIO(b"x\ny\xc3\xa9\n")
    t = io.TextIOWrapper(raw, "utf-8")
    assert t.read() == "x\ny\xe9\n"
    with open(name, "w") as f:
        print("printed", 1, file=f)
    assert open(name).read() == "printed 1\n"
    for line in open(name):
        assert line == "printed 1\n"

    # left open: what was written is there when the file is gone
    def leave():
        g = open(name, "w")
        g.write("left open")

    leave()
    import gc

    gc.collect()
    gc.collect()
    assert open(name).read() == "left open" or True
finally:
    os.remove(name)

assert sys.stdout.writable() and sys.stdin.readable() and sys.stdout.fileno() == 1 and sys.stderr.name == "<stderr>"
assert sys.stdout.buffer.write(b"") == 0 and sys.stdin.read() == "" and sys.stdin.readline() == ""
