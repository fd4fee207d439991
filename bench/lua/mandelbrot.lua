local function mandelbrot(size, depth)
  local inside = 0
  for row = 0, size - 1 do
    local ci = 2.0 * row / size - 1.0
    for column = 0, size - 1 do
      local cr = 3.0 * column / size - 2.0
      local zr, zi, out = 0.0, 0.0, false
      for _ = 1, depth do
        local r2, i2 = zr * zr, zi * zi
        if r2 + i2 > 4.0 then out = true break end
        zi = 2.0 * zr * zi + ci
        zr = r2 - i2 + cr
      end
      if not out then inside = inside + 1 end
    end
  end
  return inside
end
print(mandelbrot(220, 60))
