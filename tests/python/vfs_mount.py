# needs: percent records
# The mount table, VfsPosix, file systems and files in Python, import from them.
import errno
import io
import os
import sys

try:
    import vfs
except ImportError:
    print("skipped: no vfs here")
    sys.exit()

here = os.getcwd()
log = []


def raises(number, f, *args, **kwargs):
    try:
        f(*args, **kwargs)
    except OSError as e:
        assert e.errno == number, e
    else:
        assert False, "no OSError"


class File(io.IOBase):
    def __init__(self, fs, path, mode):
        self.fs, self.path, self.data, self.at, self.mode = fs, path, bytearray(), 0, mode
        if "w" not in mode:
            self.data[:] = fs.files[path]

    def readinto(self, buf):
        n = min(len(buf), len(self.data) - self.at)
        buf[:n] = self.data[self.at : self.at + n]
        self.at += n
        return n

    def write(self, buf):
        self.data += buf.encode() if isinstance(buf, str) else buf
        return len(buf)

    def ioctl(self, request, arg):
        log.append((self.path, request))
        if request == 4 and "w" in self.mode:
            self.fs.files[self.path] = bytes(self.data)
        return 7 if request == 11 else 0


class FS:
    def __init__(self, files):
        self.files, self.folder = files, "/"

    def full(self, path):
        return path if path.startswith("/") else (self.folder + "/" + path).replace("//", "/")

    def mount(self, readonly, mkfs):
        log.append(("mount", readonly, mkfs))

    def umount(self):
        log.append("umount")

    def open(self, path, mode):
        path = self.full(path)
        if "w" not in mode and path not in self.files:
            raise OSError(errno.ENOENT)
        return File(self, path, mode)

    def stat(self, path):
        path = self.full(path)
        if path in self.files:
            return (0x8000, 0, 0, 0, 0, 0, len(self.files[path]), 1, 2, 3)
        if path == "/" or any(f.startswith(path + "/") for f in self.files):
            return (0x4000,) + (0,) * 9
        raise OSError(errno.ENOENT)

    def ilistdir(self, path):
        start = self.full(path).rstrip("/") + "/"
        for name in sorted({f[len(start) :].split("/")[0] for f in self.files if f.startswith(start)}):
            yield (name, self.stat(start + name)[0], 0)

    def chdir(self, path):
        path = self.full(path)
        if self.stat(path)[0] != 0x4000:
            raise OSError(errno.ENOTDIR)
        self.folder = path

    def getcwd(self):
        return self.folder

    def remove(self, path):
        del self.files[self.full(path)]

    def rename(self, a, b):
        self.files[self.full(b)] = self.files.pop(self.full(a))


assert [point for fs, point in vfs.mount()] == ["/"] and type(vfs.mount()[0][0]) is vfs.VfsPosix
fs = FS({
    "/a.txt": b"one\ntwo\n", "/sub/b.bin": bytes(300), "/vmod.py": b"x = 5\ndef f():\n    return __file__\n",
    "/pkg/__init__.py": b"from . import inner", "/pkg/inner.py": b"y = 6", "/bad.py": b"1 +\n", "/loose/z.py": b"z = 7",
})
vfs.mount(fs, "/vm", readonly=True)
assert log.pop() == ("mount", True, False) and (fs, "/vm") in os.__dict__.get("mounts", vfs.mount())
raises(errno.EPERM, vfs.mount, fs, "/vm/")
raises(errno.EINVAL, vfs.mount, fs, "vm2")
raises(errno.ENODEV, vfs.mount, object(), "/vm2")
raises(errno.EINVAL, vfs.umount, "/vm2")
raises(errno.EINVAL, os.umount, FS({}))
raises(errno.EEXIST, os.mkdir, "/vm")
raises(errno.EXDEV, os.rename, "/vm/a.txt", "/tmp/a.txt")
raises(errno.ENOENT, os.stat, "/vm/none")
raises(errno.ENOENT, open, "/vm/none")

# paths lead to it
assert os.listdir("/vm") == ["a.txt", "bad.py", "loose", "pkg", "sub", "vmod.py"]
assert "vm" in os.listdir("/") and "tmp" in os.listdir("/") and ("vm", 0x4000, 0) in list(os.ilistdir("/"))
assert os.stat("/vm")[0] == 0x4000 and os.stat("/vm/a.txt")[6] == 8 and os.stat("/vm/sub/b.bin")[6] == 300
assert os.path.isdir("/vm/sub") and os.path.isfile("/vm/a.txt") and not os.path.exists("/vm/x")
assert os.path.getsize("/vm/a.txt") == 8 and os.path.exists("/vm") and not os.path.exists("/vmx")
os.chdir("/vm")
assert os.getcwd() == "/vm" and os.listdir() == os.listdir("/vm") and os.stat("sub")[0] == 0x4000
os.chdir("sub")
assert os.getcwd() == "/vm/sub" and os.listdir() == ["b.bin"]
os.chdir(here)
assert os.getcwd() == here
os.chdir("/")
assert os.listdir("vm/sub") == ["b.bin"] and open("vm/a.txt", "rb").read() == b"one\ntwo\n"
os.chdir("vm")
assert os.getcwd() == "/vm"
os.chdir(here)

# files
with open("/vm/a.txt", "rb") as f:
    assert f.read(2) == b"on" and f.readline() == b"e\n" and list(f) == [b"two\n"] and f.read() == b""
assert log[-1] == ("/a.txt", 4)
with open("/vm/new", "w") as f:
    print("printed", 1, file=f)
    f.flush()
    assert log[-1] == ("/new", 1)
assert fs.files["/new"] == b"printed 1\n"
os.rename("/vm/new", "/vm/newer")
os.remove("/vm/newer")
assert "/newer" not in fs.files

# import
sys.path.append("/vm")
sys.path.append("/vm/loose")
import vmod
assert vmod.x == 5 and vmod.f() == "/vm/vmod.py" and ("/vmod.py", 11) in log and log[-1] == ("/vmod.py", 4)
import pkg.inner
assert pkg.inner.y == 6 and pkg.__file__ == "/vm/pkg/__init__.py"
import z
assert z.z == 7
try:
    import bad
except SyntaxError as e:
    assert e.filename == "/vm/bad.py" and log[-1] == ("/bad.py", 4)
else:
    assert False
try:
    import nowhere
except ImportError:
    pass
else:
    assert False
sys.path[-2:] = []

# mount points within mount points; the longest wins
vfs.mount(FS({"/deep.txt": b""}), "/vm/sub/deeper")
assert os.listdir("/vm/sub/deeper") == ["deep.txt"] and os.listdir("/vm/sub") == ["deeper", "b.bin"]
os.chdir("/vm/sub/deeper")
vfs.umount("/vm/sub/deeper")
assert os.getcwd() in ("/", here) and os.listdir("/vm/sub") == ["b.bin"]
os.chdir(here)
os.umount(fs)
assert log[-1] == "umount"
raises(errno.ENOENT, os.stat, "/vm")

# a part of the port's files
root = "/tmp/adder-vfs-%d" % os.getpid()
os.mkdir(root)
try:
    part = vfs.VfsPosix(root)
    vfs.mount(part, "/part")
    with open("/part/f.txt", "w", encoding="utf-8") as f:
        f.write("hällo")
    assert os.stat(root + "/f.txt").st_size == 6 and open("/part/f.txt").read() == "hällo"
    assert os.listdir("/part") == ["f.txt"] and list(os.ilistdir("/part"))[0][3] == 6
    assert list(part.ilistdir(b"/"))[0][0] == b"f.txt" and part.open("/f.txt", "rb").read() == "hällo".encode()
    os.mkdir("/part/d")
    os.chdir("/part/d")
    assert os.getcwd() == "/part/d"
    os.chdir("..")
    assert os.getcwd() == "/part" and os.listdir("d") == []
    os.makedirs("/part/d/e/f")
    os.chdir(here)
    vfs.umount(part)
    vfs.mount(part, "/part", readonly=True)
    for f, args in (
        (os.mkdir, ("/part/x",)), (os.rmdir, ("/part/d",)), (os.remove, ("/part/f.txt",)), (open, ("/part/f.txt", "a")),
        (open, ("/part/f.txt", "r+")), (os.rename, ("/part/f.txt", "/part/g")),
    ):
        raises(errno.EROFS, f, *args)
    assert open("/part/f.txt").read() == "hällo"
    vfs.umount("/part")
    os.remove(root + "/f.txt")
    for d in ("/d/e/f", "/d/e", "/d"):
        os.rmdir(root + d)

    # nothing at "/"
    all = vfs.mount()[0][0]
    os.chdir("/")
    vfs.umount("/")
    assert vfs.mount() == [] and os.listdir("/") == [] == os.listdir() and os.getcwd() == "/"
    assert os.stat("/")[0] == 0x4000 and os.statvfs("/")[9] == 255
    raises(errno.ENODEV, open, "x")
    raises(errno.ENODEV, os.mkdir, "/x")
    raises(errno.ENODEV, os.chdir, "/x")
    vfs.mount(fs, "/only")
    assert os.listdir() == ["only"] and open("only/a.txt", "rb").read() == b"one\ntwo\n"
    vfs.umount("/only")
    vfs.mount(all, "/")
    os.chdir(here)
    assert os.getcwd() == here and os.path.isdir(root)
finally:
    os.rmdir(root)

assert vfs.rom_ioctl(1) == 0 and vfs.rom_ioctl(2, 0) == -errno.EINVAL
raises(errno.EINVAL, vfs.rom_ioctl, 7)
