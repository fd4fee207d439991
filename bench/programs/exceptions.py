# Stresses: try, raise, except, finally; exceptions that cross calls.
class Negative(ValueError):
    pass


def check(n):
    if n % 5 == 0:
        raise Negative("five")
    return n


def deep(n, level):
    if level:
        return deep(n, level - 1)
    return check(n)


def run(n):
    caught = total = cleaned = 0
    for i in range(n):
        try:
            total += check(i)
        except Negative:
            caught += 1
        finally:
            cleaned += 1
        if i % 16 == 0:
            try:
                deep(i, 4)
            except ValueError as e:
                caught += len(e.args)
        try:
            {}[i]
        except KeyError:
            caught += 1
    return caught, total, cleaned


print(run(80000))
