runs = globals().get("runs", 0) + 1
value = 42
_hidden = 1


def function():
    return __name__


def __getattr__(name):
    if name == "lazy":
        return "lazy value"
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
