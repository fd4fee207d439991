local function integrate(n)
  local h, total = 1.0 / n, 0.0
  for i = 0, n - 1 do
    local x = h * (i + 0.5)
    total = total + 4.0 / (1.0 + x * x)
  end
  return total * h
end
local function logistic(n)
  local x, r = 0.3, 3.7
  for _ = 1, n do x = r * x * (1.0 - x) end
  return x
end
local function newton(n)
  local total = 0.0
  for i = 1, n - 1 do
    local x = i * 0.5
    for _ = 1, 8 do x = 0.5 * (x + i / x) end
    total = total + x
  end
  return total
end
print(string.format("%.9f %.9f %.6f", integrate(600000), logistic(600000), newton(60000)))
