import circle_a as a
