# MemoryError can be caught anywhere, and the program goes on.
def work(n):
    kept = []
    for i in range(n):
        kept.append({"key%d" % i: [i] * 10, "text": "abc" * i})
    return len(kept)


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, *exc):
        return False


def attempt():
    try:
        with Manager():
            return work(8)
    except MemoryError as e:
        return 8 if e.args == () else 0
    finally:
        done.append(1)


done = []
for i in range(3):
    try:
        n = attempt()
    except MemoryError:
        n = 8
    if n != 8:
        raise SystemExit(3)
try:
    print("fine")
except MemoryError:
    print("fine")
