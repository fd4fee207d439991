# Run with a heap of 4 MiB: builds and drops 200,000 strings of growing length.
n = 0
keep = []
for i in range(200000):
    s = "x" * (i // 40 + 1)
    n += len(s)
    if i % 1000 == 0:
        keep.append(s[:100])
print(n, len(keep))
