from circle_c import y
x = 1
