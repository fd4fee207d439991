import io
import struct

name, width, value = "näme", 12, 3.14159
out = [f"{name!r:>{width}}|{value:.3f}|{value=}", "%-10s|%05d|%x" % (name, 42, 255), "{0:*^20}{1[a]}".format("mid", {"a": 1})]
out.append(str(7 ** 200)[:20] + hex(3 ** 100))
out.append(str(10 ** 40 // 7 ** 11) + str(divmod(-(10 ** 30), 12345678901)))
out.append(repr(1e300) + repr(2 ** 0.5) + str(float("1e-7")))
words = "the quick brown fox jumps over the lazy dog " * 8
count = {}
for w in words.split():
    count[w] = count.get(w, 0) + 1
out.append(",".join(sorted(count, key=lambda w: (-count[w], w))))
out.append(words.upper().replace("THE", "a").title()[:20])
out.append(words.encode().hex()[:10] + bytes(range(200)).decode("latin-1")[190:])
f = io.StringIO()
for i in range(30):
    print(i, "line", file=f)
out.append(f.getvalue().splitlines()[-1])
out.append(struct.pack("<iq5s", 1, 2, b"three"))
b = bytearray()
for i in range(300):
    b.append(i % 256)
out.append(len(b) + sum(memoryview(b)[::2]))
print(*out, sep="\n")
