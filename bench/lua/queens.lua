local function bits(n)
  local full = (1 << n) - 1
  local function place(columns, left, right)
    if columns == full then return 1 end
    local count = 0
    local free = full & ~(columns | left | right)
    while free ~= 0 do
      local bit = free & -free
      free = free ~ bit
      count = count + place(columns | bit, (left | bit) << 1, (right | bit) >> 1)
    end
    return count
  end
  return place(0, 0, 0)
end
local function lists(n)
  local at, columns, up, down = {}, {}, {}, {}
  for i = 0, 2 * n do at[i], columns[i], up[i], down[i] = 0, false, false, false end
  local count, row, column = 0, 0, 0
  while true do
    while column < n and (columns[column] or up[row + column] or down[row - column + n]) do column = column + 1 end
    local full = false
    if column < n then
      at[row] = column
      columns[column], up[row + column], down[row - column + n] = true, true, true
      row, column = row + 1, 0
      if row >= n then count = count + 1 full = true end
    else
      full = true
    end
    if full then
      row = row - 1
      if row < 0 then return count end
      column = at[row]
      columns[column], up[row + column], down[row - column + n] = false, false, false
      column = column + 1
    end
  end
end
print(bits(9), lists(8))
