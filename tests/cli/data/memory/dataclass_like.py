def record(cls):
    names = [n for n in vars(cls) if n[0] != "_"]

    def __init__(self, *values):
        for name, value in zip(names, values):
            setattr(self, name, value)

    cls.__init__ = __init__
    return cls


if __name__ == "__main__":
    print(record.__name__)
