def f(n):
    x = n
    breakpoint()
    y = x + 1
    z = g(y)
    return z
def g(a):
    b = a * 2
    return b
print(f(3))
print("end")
