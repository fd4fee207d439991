# Stresses: formatting: %, format(), f-strings, str() and repr() of numbers.
def run(n):
    size = 0
    for i in range(n):
        size += len("%d:%05d:%s" % (i, i, i))
        size += len("{}-{:>8}-{:x}".format(i, i, i))
        x = i * 0.37
        size += len(f"{i} {x:.3f} {i:08b}")
        size += len(str(x)) + len(repr(i))
        size += int(str(i)) & 1
    return size


print(run(50000))
