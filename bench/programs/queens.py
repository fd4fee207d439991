# Stresses: backtracking with lists and integer bit masks.
def bits(n):
    full = (1 << n) - 1

    def place(columns, left, right):
        if columns == full:
            return 1
        count = 0
        free = full & ~(columns | left | right)
        while free:
            bit = free & -free
            free ^= bit
            count += place(columns | bit, (left | bit) << 1, (right | bit) >> 1)
        return count

    return place(0, 0, 0)


def lists(n):
    at = [0] * n
    columns = [False] * n
    up = [False] * (2 * n)
    down = [False] * (2 * n)
    count = 0
    row = 0
    column = 0
    while True:
        while column < n and (columns[column] or up[row + column] or down[row - column + n]):
            column += 1
        if column < n:
            at[row] = column
            columns[column] = up[row + column] = down[row - column + n] = True
            row += 1
            column = 0
            if row < n:
                continue
            count += 1
        row -= 1
        if row < 0:
            return count
        column = at[row]
        columns[column] = up[row + column] = down[row - column + n] = False
        column += 1


print(bits(9), lists(8))
