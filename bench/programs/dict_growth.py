# Stresses: 200,000 distinct string keys into one dict, then all of them looked up.
d = {}
for i in range(200000):
    d["key%d" % i] = i
total = 0
for i in range(0, 200000, 3):
    total += d["key%d" % i]
print(len(d), total)
