local function body(x, y, z, vx, vy, vz, mass)
  return { x = x, y = y, z = z, vx = vx, vy = vy, vz = vz, mass = mass }
end
local bodies = { body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 39.5) }
for i = 1, 4 do
  local d = 1.5 * i
  bodies[#bodies + 1] = body(d, 0.3 * i, -0.1 * i, 0.2, (39.5 / d) ^ 0.5, 0.01 * i, 0.01 / i)
end
local function advance(bodies, dt, steps)
  local n = #bodies
  for _ = 1, steps do
    for i = 1, n do
      local a = bodies[i]
      for j = i + 1, n do
        local b = bodies[j]
        local dx, dy, dz = a.x - b.x, a.y - b.y, a.z - b.z
        local d2 = dx * dx + dy * dy + dz * dz
        local mag = dt / (d2 * d2 ^ 0.5)
        local am, bm = a.mass * mag, b.mass * mag
        a.vx = a.vx - dx * bm
        a.vy = a.vy - dy * bm
        a.vz = a.vz - dz * bm
        b.vx = b.vx + dx * am
        b.vy = b.vy + dy * am
        b.vz = b.vz + dz * am
      end
    end
    for i = 1, n do
      local a = bodies[i]
      a.x = a.x + dt * a.vx
      a.y = a.y + dt * a.vy
      a.z = a.z + dt * a.vz
    end
  end
end
advance(bodies, 0.001, 12000)
print(string.format("%.6f %.6f", bodies[2].x, bodies[5].vy))
