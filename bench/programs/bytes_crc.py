# Stresses: bytes and bytearray: a CRC, a checksum, packing by shifts.
def table():
    out = []
    for i in range(256):
        c = i
        for _ in range(8):
            c = (c >> 1) ^ 0xEDB88320 if c & 1 else c >> 1
        out.append(c)
    return out


def crc(data, t):
    c = 0xFFFFFFFF
    for b in data:
        c = t[(c ^ b) & 255] ^ (c >> 8)
    return c ^ 0xFFFFFFFF


def adler(data):
    a, b = 1, 0
    for x in data:
        a = (a + x) % 65521
        b = (b + a) % 65521
    return b << 16 | a


def pack(n):
    out = bytearray(4 * n)
    for i in range(n):
        v = i * 2654435761 & 0xFFFFFFFF
        out[4 * i] = v & 255
        out[4 * i + 1] = v >> 8 & 255
        out[4 * i + 2] = v >> 16 & 255
        out[4 * i + 3] = v >> 24
    return out


data = bytes(pack(60000))
print(crc(data, table()), adler(data))
