# needs: methods
# hashlib: known values, pieces of all sizes, copies.
import hashlib

known = {
    "sha256": (
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", 32,
    ),
    "sha1": ("da39a3ee5e6b4b0d3255bfef95601890afd80709", "a9993e364706816aba3e25717850c26c9cd0d89d", 20),
    "md5": ("d41d8cd98f00b204e9800998ecf8427e", "900150983cd24fb0d6963f7d28e17f72", 16),
    "sha512": (
        "cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce"
        "47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e",
        "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
        "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f", 64,
    ),
}
long = bytes(range(256)) * 40
for name, (empty, abc, size) in known.items():
    make = getattr(hashlib, name)
    h = make()
    assert h.hexdigest() == empty and h.digest() == bytes.fromhex(empty) and h.digest_size == size and h.block_size == (64 if size < 64 else 128)
    assert make(b"abc").hexdigest() == abc == hashlib.new(name, b"abc").hexdigest() and h.name == name
    h.update(bytearray(b"a"))
    other = h.copy()
    h.update(memoryview(b"xbc")[1:])
    assert h.hexdigest() == abc and h.digest() == bytes.fromhex(abc)
    other.update(b"bc")
    assert other.digest() == h.digest()
    # in pieces: the same, around every border of a block
    for n in list(range(50, 70)) + [111, 112, 113, 119, 120, 127, 128, 129, 10240]:
        whole = make(long[:n]).digest()
        for step in (1, 7, 63, 64, 65):
            if n > 200 and step == 1:
                continue
            h = make()
            for i in range(0, n, step):
                h.update(long[i : min(i + step, n)])
            assert h.digest() == whole, (name, n, step)

assert hashlib.sha256(b"a" * 100000).hexdigest() == "6d1cf22d7cc09b085dfc25ee1a1f3ae0265804c607bc2074ad253bcc82fd81ee"
assert hashlib.sha512(b"a" * 1000).hexdigest()[:40] == "67ba5535a46e3f86dbfbed8cbbaf0125c76ed549"
assert hashlib.sha1(b"a" * 1000).hexdigest() == "291e9a6c66994949b57ba5e650361e98fc36b1ba"
assert hashlib.md5(b"a" * 1000).hexdigest() == "cabe45dcc9ae5b66ba86600cca6b8ba8"
for bad in (lambda: hashlib.sha256("abc"), lambda: hashlib.sha256(5), lambda: hashlib.md5().update(None)):
    try:
        bad()
    except TypeError:
        pass
    else:
        assert False
try:
    hashlib.new("nothing")
except ValueError as e:
    assert "unsupported hash type nothing" in str(e)
else:
    assert False
