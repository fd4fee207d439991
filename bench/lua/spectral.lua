local function a(i, j) return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1) end
local function times(v)
  local n, out = #v, {}
  for i = 0, n - 1 do
    local total = 0.0
    for j = 0, n - 1 do total = total + a(i, j) * v[j + 1] end
    out[#out + 1] = total
  end
  return out
end
local function transposed_times(v)
  local n, out = #v, {}
  for i = 0, n - 1 do
    local total = 0.0
    for j = 0, n - 1 do total = total + a(j, i) * v[j + 1] end
    out[#out + 1] = total
  end
  return out
end
local function norm(n)
  local u, v = {}, nil
  for i = 1, n do u[i] = 1.0 end
  for _ = 1, 6 do
    v = transposed_times(times(u))
    u = transposed_times(times(v))
  end
  local vbv, vv = 0.0, 0.0
  for i = 1, n do
    vbv = vbv + u[i] * v[i]
    vv = vv + v[i] * v[i]
  end
  return (vbv / vv) ^ 0.5
end
print(string.format("%.9f", norm(130)))
