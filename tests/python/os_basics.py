# needs: percent os_errors
# os, os.path and errno.
import errno
import os
import os.path
import sys

root = "/tmp/adder-os-%d" % os.getpid()


def raises(kind, message, f, *args, **kwargs):
    try:
        f(*args, **kwargs)
    except kind as e:
        assert message is None or str(e) == message, str(e)
        return e
    else:
        assert False, "no " + kind.__name__


before = os.getcwd()
os.mkdir(root)
try:
    os.chdir(root)
    assert os.getcwd() == root and os.listdir() == []
    open("a.txt", "w").close()
    os.mkdir("sub")
    os.makedirs("sub/x/y")
    os.makedirs("sub/x/y", exist_ok=True)
    raises(FileExistsError, "[Errno 17] File exists: 'sub/x/y'", os.makedirs, "sub/x/y")
    assert sorted(os.listdir()) == ["a.txt", "sub"] and os.listdir("sub") == ["x"] and os.listdir(root + "/sub/x") == ["y"]
    if hasattr(os, "ilistdir"):
        entries = sorted(os.ilistdir(root))
        assert [(e[0], e[1]) for e in entries] == [("a.txt", 0x8000), ("sub", 0x4000)]
    assert os.path.isdir("sub") and os.path.isfile("a.txt") and os.path.exists("a.txt") and not os.path.exists("b")
    assert not os.path.isdir("a.txt") and not os.path.isfile("sub") and not os.path.islink("a.txt")
    with open("a.txt", "w") as f:
        f.write("12345")
    st = os.stat("a.txt")
    assert st[6] == 5 and st[0] & 0xF000 == 0x8000 and os.path.getsize("a.txt") == 5
    assert os.path.getmtime("a.txt") > 1e9 and os.lstat("sub")[0] & 0o170000 == 0o40000
    os.rename("a.txt", "sub/b.txt")
    assert not os.path.exists("a.txt") and os.path.exists("sub/b.txt")
    e = raises(FileNotFoundError, "[Errno 2] No such file or directory: 'none'", os.remove, "none")
    assert e.errno == errno.ENOENT and e.filename == "none" and e.strerror == "No such file or directory"
    e = raises(OSError, None, os.rmdir, "sub")
    assert str(e) == f"[Errno {e.errno}] Directory not empty: 'sub'" and e.errno in (39, 93)  # 93: MIPS
    raises(NotADirectoryError, None, os.listdir, "sub/b.txt")
    os.unlink("sub/b.txt")
    os.rmdir("sub/x/y")
    os.rmdir("sub/x")
    os.rmdir("sub")
    assert os.listdir(".") == [] and len(os.statvfs("/")) >= 10
finally:
    os.chdir(before)
    os.rmdir(root)

# environment and system
os.putenv("ADDER_TEST", "yes")
assert os.getenv("ADDER_TEST") is None and "ADDER_TEST" not in os.environ # it was taken over before
assert os.system('test "$ADDER_TEST" = yes') == 0
os.unsetenv("ADDER_TEST")
env = os.environ
env["ADDER_TEST"] = "set"
assert os.getenv("ADDER_TEST") == env["ADDER_TEST"] == "set" and os.system('test "$ADDER_TEST" = set') == 0
assert env.setdefault("ADDER_TEST", "no") == "set" and repr(env).startswith("environ({") and type(env.copy()) is dict
env.update({"ADDER_B": "1"}, ADDER_C="2")
env |= {"ADDER_D": "3"}
assert os.system('test "$ADDER_B$ADDER_C$ADDER_D" = 123') == 0 and type(env | {}) is dict and ({} | env)["ADDER_B"] == "1"
assert env.pop("ADDER_B") == "1" and env.pop("ADDER_B", None) is None and os.system('test -z "$ADDER_B"') == 0
del env["ADDER_C"], env["ADDER_D"], env["ADDER_TEST"]
assert os.getenv("ADDER_TEST") is None and os.system('test -z "$ADDER_C$ADDER_TEST"') == 0
for bad in (lambda: env["ADDER_NOT_SET"], lambda: env.pop("ADDER_NOT_SET"), lambda: env.__delitem__("ADDER_NOT_SET")):
    try:
        bad()
        assert False
    except KeyError as e:
        assert e.args == ("ADDER_NOT_SET",)
for bad in (lambda: env.__setitem__("A", 1), lambda: env.__setitem__(1, "a"), lambda: env[1], lambda: os.getenv(1)):
    try:
        bad()
        assert False
    except TypeError as e:
        assert str(e) == "str expected, not int"
assert os.getenv("ADDER_NOT_SET") is None and os.getenv("ADDER_NOT_SET", "d") == "d" and "PATH" in os.environ
assert os.getpid() > 1 and len(os.urandom(16)) == 16 and os.urandom(8) != os.urandom(8) and os.urandom(0) == b""
assert os.system("exit 3") >> 8 == 3 and os.uname()[0] == "Linux" and os.name == "posix" and os.sep == "/"
assert errno.errorcode[errno.ENOENT] == "ENOENT" and errno.EEXIST == 17 and os.strerror(2) == "No such file or directory"
assert os.fspath("a") == "a" and os.linesep == "\n" and os.path.sep == "/"

# os.path texts
p = os.path
assert p.join("a", "b", "c") == "a/b/c" and p.join("a/", "b") == "a/b" and p.join("a", "/b") == "/b" and p.join("a", "") == "a/"
assert p.join("", "b") == "b" and p.join("a") == "a" and p.join("/", "x") == "/x"
assert p.basename("/a/b.c") == "b.c" and p.basename("a/") == "" and p.dirname("/a/b") == "/a" and p.dirname("/a") == "/"
assert p.dirname("a") == "" and p.dirname("a//b") == "a" and p.split("/a/b") == ("/a", "b") and p.split("b") == ("", "b")
assert p.split("//") == ("//", "") and p.splitext("a/b.tar.gz") == ("a/b.tar", ".gz") and p.splitext(".x") == (".x", "")
assert p.splitext("a.b/c") == ("a.b/c", "") and p.splitext("..a") == ("..a", "")
assert p.isabs("/a") and not p.isabs("a") and p.normpath("a/./b//c/../d") == "a/b/d" and p.normpath("") == "."
assert p.normpath("/../a") == "/a" and p.normpath("../../a") == "../../a" and p.normpath("//a") == "//a"
assert p.normpath("///a/") == "/a" and p.normpath("a/..") == "." and p.abspath("x") == p.join(os.getcwd(), "x")
assert p.abspath("/a/../b") == "/b" and p.expanduser("x") == "x"
