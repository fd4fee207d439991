local function collatz(limit)
  local best, best_n = 0, 0
  for n = 1, limit - 1 do
    local steps, m = 0, n
    while m ~= 1 do
      if m & 1 == 1 then m = 3 * m + 1 else m = m >> 1 end
      steps = steps + 1
    end
    if steps > best then best, best_n = steps, n end
  end
  return best, best_n
end
local function gcd_sum(n)
  local total = 0
  for a = 1, n - 1 do
    for b = 1, n - 1 do
      local x, y = a, b
      while y ~= 0 do x, y = y, x % y end
      total = total + x
    end
  end
  return total
end
print(collatz(30000), gcd_sum(300))
