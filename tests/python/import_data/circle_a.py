import circle_b as b
