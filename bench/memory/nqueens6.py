def queens(n, row, columns, up, down, found):
    if row == n:
        found.append(list(columns))
        return
    for c in range(n):
        if c in columns or row + c in up or row - c in down:
            continue
        columns.append(c)
        up.append(row + c)
        down.append(row - c)
        queens(n, row + 1, columns, up, down, found)
        columns.pop()
        up.pop()
        down.pop()


found = []
queens(6, 0, [], [], [], found)
print(len(found), found[0])
