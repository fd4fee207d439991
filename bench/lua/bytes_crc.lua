local function crc_table()
  local out = {}
  for i = 0, 255 do
    local c = i
    for _ = 1, 8 do
      if c & 1 == 1 then c = (c >> 1) ~ 0xEDB88320 else c = c >> 1 end
    end
    out[i] = c
  end
  return out
end
local function crc(data, t)
  local c = 0xFFFFFFFF
  for i = 1, #data do c = t[(c ~ data[i]) & 255] ~ (c >> 8) end
  return c ~ 0xFFFFFFFF
end
local function adler(data)
  local a, b = 1, 0
  for i = 1, #data do
    a = (a + data[i]) % 65521
    b = (b + a) % 65521
  end
  return b << 16 | a
end
local function pack(n)
  local out = {}
  for i = 0, n - 1 do
    local v = i * 2654435761 & 0xFFFFFFFF
    out[4 * i + 1] = v & 255
    out[4 * i + 2] = v >> 8 & 255
    out[4 * i + 3] = v >> 16 & 255
    out[4 * i + 4] = v >> 24
  end
  return out
end
local data = pack(60000)
print(crc(data, crc_table()), adler(data))
