words = "the quick brown fox jumps over the lazy dog and the cat".split()
counts = {}
for w in words:
    counts[w] = counts.get(w, 0) + 1
print(sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:3])
squares = {n: n * n for n in range(40)}
unique = {n % 7 for n in range(50)} | {"a", "b"}
print(sum(squares.values()), len(unique), [x for x in squares if x % 9 == 0])
data = bytearray(b"abc") * 20
data.extend(range(10))
text = "".join(chr(65 + i % 26) for i in range(600))
print(len(data), text[30:40], text.replace("A", "--").count("-"), f"{2 ** 200:,}"[:20], len(str(3 ** 900)))
a, *b, c = range(20)
print(a, b[::5], c, list(zip(b, reversed(b)))[:2], memoryview(data)[2:5].tobytes())
