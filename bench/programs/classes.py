# Stresses: making many small objects, operators by special methods, a binary tree.
class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __mul__(self, k):
        return Vector(self.x * k, self.y * k)

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y


class Node:
    def __init__(self, key):
        self.key = key
        self.left = None
        self.right = None

    def insert(self, key):
        node = self
        while True:
            if key < node.key:
                if node.left is None:
                    node.left = Node(key)
                    return
                node = node.left
            else:
                if node.right is None:
                    node.right = Node(key)
                    return
                node = node.right

    def depth(self):
        left = self.left.depth() if self.left else 0
        right = self.right.depth() if self.right else 0
        return 1 + (left if left > right else right)


def vectors(n):
    v = Vector(0, 0)
    d = Vector(1, 2)
    same = 0
    for i in range(n):
        v = v + d * i
        if v == d:
            same += 1
    return v.x, v.y, same


def tree(n):
    root = Node(n // 2)
    key = 1
    for _ in range(n):
        key = (key * 7919 + 1) % n
        root.insert(key)
    return root.depth()


print(vectors(100000), tree(30011))
