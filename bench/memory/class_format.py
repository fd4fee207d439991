class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def show(self):
        return "<%d, %d>" % (self.x, self.y)


points = [Point(i * 7 % 5, i) for i in range(5)]
for p in sorted(points, key=lambda p: p.x):
    print(p.show(), "{:>4}".format(p.y))
