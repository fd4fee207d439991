# needs: messages methods
# property


class Temperature:
    def __init__(self):
        self._c = 0.0

    @property
    def celsius(self):
        "In degrees."
        return self._c

    @celsius.setter
    def celsius(self, v):
        self._c = v

    @celsius.deleter
    def celsius(self):
        self._c = None

    @property
    def kelvin(self):
        return self._c + 273.0


t = Temperature()
for i in range(5):
    t.celsius = i
    assert t.celsius == i and t.kelvin == i + 273.0
assert Temperature.celsius.__doc__ in ("In degrees.", None) and Temperature.celsius.fget(t) == 4
del t.celsius
assert t.celsius is None
for action, text in [(lambda: setattr(t, "kelvin", 1), "property 'kelvin' of 'Temperature' object has no setter"),
                     (lambda: delattr(t, "kelvin"), "property 'kelvin' of 'Temperature' object has no deleter")]:
    try:
        action()
        assert False
    except AttributeError as e:
        assert str(e) == text, e
t.__dict__["kelvin"] = 5
t._c = 1.0
assert t.kelvin == 274.0


class Sub(Temperature):
    @Temperature.celsius.setter
    def celsius(self, v):
        self._c = v * 2

    @property
    def kelvin(self):
        return -super().kelvin


s = Sub()
s.celsius = 2
assert s.celsius == 4 and s.kelvin == -277.0


class Old:
    def get(self): return self.__dict__.setdefault("v", 1)
    def set(self, v): self.__dict__["v"] = v
    v = property(get, set, None, "old style")


o = Old()
assert o.v == 1
o.v = 3
assert o.v == 3 and Old.v.__doc__ == "old style" and Old.v.fset is Old.set and Old.v.fdel is None
Old.v = property(lambda self: "new")
assert o.v == "new"
Old.v = 10
assert o.v == 3
del Old.v
assert o.v == 3


class WriteOnly:
    x = property(None, lambda self, v: None)


try:
    WriteOnly().x
    assert False
except AttributeError as e:
    assert str(e) == "property 'x' of 'WriteOnly' object has no getter"


class Upper(property):
    def __get__(self, o, cls=None):
        v = super().__get__(o, cls)
        return v.upper() if isinstance(v, str) else v


class U:
    @Upper
    def name(self):
        return "ann"


assert U().name == "ANN" and isinstance(U.__dict__["name"], Upper)


class Fails:
    @property
    def bad(self):
        raise AttributeError("inside")

    def __getattr__(self, name):
        return "getattr " + name


assert Fails().bad == "getattr bad"
print("ok")
