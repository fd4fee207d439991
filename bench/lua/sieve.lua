local function sieve(n)
  local composite, count = {}, 0
  for i = 0, n do composite[i] = 0 end
  for i = 2, n do
    if composite[i] == 0 then
      count = count + 1
      for j = i * i, n, i do composite[j] = 1 end
    end
  end
  return count
end
local function sieve_list(n)
  local flags = {}
  for i = 0, n do flags[i] = true end
  local i = 2
  while i * i <= n do
    if flags[i] then
      local j = i * i
      while j <= n do
        flags[j] = false
        j = j + i
      end
    end
    i = i + 1
  end
  local sum = 0
  for i = 0, n do if flags[i] then sum = sum + 1 end end
  return sum - 2
end
print(sieve(400000), sieve_list(200000))
