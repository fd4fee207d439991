from circle_d import x
y = 1
