# Stresses: building strings: concatenation, join, slices, replace, case.
def run(n):
    s = ""
    for i in range(n):
        s += chr(97 + i % 26)
    parts = []
    for i in range(n):
        parts.append(s[i % 100 : i % 100 + 5].upper())
    t = "-".join(parts)
    u = t.replace("A", "aa").lower()
    words = u.split("-")
    count = 0
    for w in words:
        if w.startswith("b") or w.endswith("e"):
            count += 1
    r = "".join(reversed(s[:2000]))
    return len(s), len(t), len(u), count, r[:5], u.find("xyz")


print(run(100000))
