local function product(a, b)
  local n, m, p = #a, #b, #b[1]
  local out = {}
  for i = 1, n do
    local row, line = a[i], {}
    for j = 1, p do
      local total = 0
      for k = 1, m do total = total + row[k] * b[k][j] end
      line[j] = total
    end
    out[i] = line
  end
  return out
end
local function solve(m)
  local n = #m
  for i = 1, n do
    local pivot = m[i]
    for j = i + 1, n do
      local row = m[j]
      local f = row[i] / pivot[i]
      for k = i, n do row[k] = row[k] - f * pivot[k] end
    end
  end
  local d = 1.0
  for i = 1, n do d = d * m[i][i] end
  return d
end
local n, x, w = 90, {}, {}
for i = 0, n - 1 do
  local row, line = {}, {}
  for j = 0, n - 1 do
    row[j + 1] = (i * j) % 7 + 1
    line[j + 1] = 1.0 / (i + j + 1) + (i == j and 2.0 or 0.0)
  end
  x[i + 1], w[i + 1] = row, line
end
print(product(x, x)[4][6], string.format("%.6e", solve(w)))
