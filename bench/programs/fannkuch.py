# Stresses: permutations in place: list slices, reversal, swaps.
def fannkuch(n):
    p = list(range(n))
    count = [0] * n
    best = checksum = 0
    sign = 1
    r = n
    while True:
        while r != 1:
            count[r - 1] = r
            r -= 1
        if p[0] != 0:
            q = p[:]
            flips = 0
            k = q[0]
            while k:
                q[: k + 1] = q[k::-1]
                flips += 1
                k = q[0]
            if flips > best:
                best = flips
            checksum += sign * flips
        while True:
            if r == n:
                return checksum, best
            p.insert(r, p.pop(0))
            count[r] -= 1
            if count[r] > 0:
                break
            r += 1
        sign = -sign


print(fannkuch(8))
