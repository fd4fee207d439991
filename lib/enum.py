"""Enumerations: classes with a fixed set of named instances."""

from types import DynamicClassAttribute, MappingProxyType

__all__ = ["EnumType", "EnumMeta", "EnumDict", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto",
           "unique", "property", "verify", "member", "nonmember", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP",
           "global_flag_repr", "global_enum_repr", "global_str", "global_enum", "EnumCheck", "CONTINUOUS",
           "NAMED_FLAGS", "UNIQUE", "pickle_by_global_name", "pickle_by_enum_name"]

Enum = Flag = EJECT = ReprEnum = None # until they are there
_property = property


class nonmember:
    """A value in an enumeration's body that is no member."""

    def __init__(self, value):
        self.value = value


class member:
    """A value in an enumeration's body that is a member, whatever it is."""

    def __init__(self, value):
        self.value = value


class auto:
    """A value that the enumeration chooses."""

    def __init__(self, value=None):
        self.value = _AUTO if value is None else value

    def __repr__(self):
        return "auto(%r)" % self.value


_AUTO = object()


def _auto_operator(name):
    import operator
    function = getattr(operator, name)

    def operate(self, other):
        if self.value is _AUTO:
            raise TypeError("auto() has no value yet")
        return function(self.value, other)
    return operate


def _is_descriptor(x):
    kind = type(x)
    return hasattr(kind, "__get__") or hasattr(kind, "__set__") or hasattr(kind, "__delete__")


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


def _is_private(cls_name, name):
    start = "_%s__" % cls_name
    return len(name) > len(start) and name.startswith(start) and (name[-1] != "_" or name[-2] != "_")


def _is_single_bit(n):
    return n > 0 and n & (n - 1) == 0


def _bits(n):
    """The single bits of a number, lowest first."""
    while n:
        bit = n & -n
        yield bit
        n ^= bit


def bin(num, max_bits=None):
    """Like bin(), with a sign bit: '0b0 1010', '0b1 0110'."""
    width = num.bit_length()
    s = format(num if num >= 0 else num + (1 << width), "b").rjust(width, "0") if width else ""
    s = s if num or width else "0"
    if num < 0:
        s = format(~num ^ (1 << num.bit_length()) - 1, "b").rjust(num.bit_length(), "0")
    sign = "0b0 " if num >= 0 else "0b1 "
    if max_bits is not None and len(s) < max_bits:
        s = ("0" if num >= 0 else "1") * (max_bits - len(s)) + s
    return sign + s


class property(DynamicClassAttribute):
    """A property of members that a member of the same name does not hide, nor is hidden by."""
    member = None
    _attr_type = None
    _cls_type = None

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.member is not None:
                return self.member
            raise AttributeError("%r has no attribute %r" % (ownerclass, self.name))
        if self.fget is not None:
            return self.fget(instance)
        if self._attr_type == "attr":
            return getattr(self._cls_type, self.name)
        if self._attr_type == "desc":
            return getattr(instance._value_, self.name)
        try:
            return ownerclass._member_map_[self.name]
        except KeyError:
            raise AttributeError("%r has no attribute %r" % (ownerclass, self.name)) from None

    def __set__(self, instance, value):
        if self.fset is not None:
            return self.fset(instance, value)
        raise AttributeError("<enum %r> cannot set attribute %r" % (self.clsname, self.name))

    def __delete__(self, instance):
        if self.fdel is not None:
            return self.fdel(instance)
        raise AttributeError("<enum %r> cannot delete attribute %r" % (self.clsname, self.name))

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__


class EnumDict(dict):
    """The namespace of an enumeration's body, which notes what is to be a member."""

    def __init__(self, cls_name=None):
        super().__init__()
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._auto_called = False
        self._cls_name = cls_name
        self._generate_next_value = None

    @_property
    def member_names(self):
        """The names of the members."""
        return list(self._member_names)

    def __setitem__(self, key, value):
        if self._cls_name is not None and _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            if key not in ("_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_",
                           "_iter_member_", "_iter_member_by_value_", "_iter_member_by_def_", "_add_alias_",
                           "_add_value_alias_", "_value_", "_name_", "_value_repr_", "_boundary_", "_new_member_",
                           "_use_args_", "_member_type_", "_sort_order_", "_inverted_"):
                raise ValueError("_sunder_ names, such as %r, are reserved for future Enum use" % key)
            if key == "_generate_next_value_":
                if self._auto_called:
                    raise TypeError("_generate_next_value_ must be defined before members")
                self._generate_next_value = getattr(value, "__func__", value)
            elif key == "_ignore_":
                if isinstance(value, str):
                    value = value.replace(",", " ").split()
                self._ignore = list(value)
                already = set(self._ignore) & set(self._member_names)
                if already:
                    raise ValueError("_ignore_ cannot specify already set names: %r" % already)
        elif _is_dunder(key):
            if key == "__order__":
                key = "_order_"
        elif key in self._member_names:
            raise TypeError("%r already defined as %r" % (key, self[key]))
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif not isinstance(value, member) and (_is_descriptor(value) or self._is_inner(value)):
            pass
        else:
            if key in self:
                raise TypeError("%r already defined as %r" % (key, self[key]))
            if isinstance(value, member):
                value = value.value
            if isinstance(value, auto):
                value = self._next(key, value)
            elif isinstance(value, tuple) and any([isinstance(v, auto) for v in value]):
                last, items = self._last_values, []
                for v in value:
                    if isinstance(v, auto):
                        v = self._next(key, v)
                        last.append(v)
                    items.append(v)
                value = tuple(items) if type(value) is tuple else type(value)(*items)
                self._member_names[key] = None
                return super().__setitem__(key, value)
            self._member_names[key] = None
            self._last_values.append(value)
        super().__setitem__(key, value)

    def _is_inner(self, value):
        # a class defined in the body of the enumeration is no member (3.13)
        return isinstance(value, type) and self._cls_name is not None and (
            value.__qualname__.split(".")[-2:-1] == [self._cls_name.split(".")[-1]])

    def _next(self, key, value):
        if value.value is _AUTO:
            self._auto_called = True
            value.value = self._generate_next_value(key, 1, len(self._member_names), self._last_values[:])
        return value.value

    def update(self, members, **more_members):
        """Sets several."""
        for key in members.keys() if hasattr(members, "keys") else []:
            self[key] = members[key]
        if not hasattr(members, "keys"):
            for key, value in members:
                self[key] = value
        for key, value in more_members.items():
            self[key] = value


def _find_data_type(name, bases):
    """The class whose values the members are, besides Enum: int for IntEnum; object if there is none."""
    found = {}
    for chain in bases:
        candidate = None
        for base in chain.__mro__:
            if base is object:
                continue
            if isinstance(base, EnumType):
                if base._member_type_ is not object:
                    found[base._member_type_] = None
                    break
            elif "__new__" in base.__dict__ or "__dataclass_fields__" in base.__dict__:
                if base.__dict__.get("__new__") or "__dataclass_fields__" in base.__dict__:
                    found[candidate or base] = None
                    break
            else:
                candidate = candidate or base
    found = list(found)
    if len(found) > 1:
        raise TypeError("too many data types for %r: {%s}" % (name, ", ".join(map(repr, found))))
    return found[0] if found else None


def _data_repr(data_type):
    for base in data_type.__mro__:
        if base is object:
            return None
        if isinstance(base, EnumType):
            return base._value_repr_
        if "__repr__" in base.__dict__:
            if "__dataclass_fields__" in base.__dict__ and base.__dict__["__dataclass_params__"].repr:
                return lambda self: ", ".join(["%s=%r" % (k, getattr(self, k))
                                                        for k in self.__dataclass_fields__ if self.__dataclass_fields__[k].repr])
            return base.__dict__["__repr__"]
    return None


def _mixins(name, bases):
    """(data type, Enum class) of the bases."""
    if not bases:
        return object, Enum
    for base in bases[:-1]:
        if isinstance(base, EnumType) and base._member_names_:
            _refuse_extension(name, base)
    last = bases[-1]
    if not isinstance(last, EnumType):
        raise TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`")
    data = _find_data_type(name, bases) or object
    return data, last


def _refuse_extension(name, base):
    raise TypeError("<enum %r> cannot extend %r" % (name, base))


def _find_new(namespace, data_type, first_enum):
    """(__new__ for members, whether it is the enumeration's own, whether it gets the value's items)"""
    own = namespace.get("__new__")
    saved = first_enum is not None and own is not None
    if own is None:
        for name in ("__new_member__", "__new__"):
            for c in (data_type, first_enum):
                f = getattr(c, name, None)
                if f is not None and f not in (None, object.__new__, getattr(Enum, "__new__", None)):
                    own = f
                    break
            if own is not None:
                break
        else:
            own = object.__new__
    own = getattr(own, "__func__", own)
    return own, saved, first_enum is not None and own is not object.__new__


class EnumType(type):
    """The metaclass of enumerations."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        if Enum is None: # it is this one
            return {}
        for base in bases:
            if isinstance(base, EnumType) and base._member_names_:
                _refuse_extension(cls, base)
        namespace = EnumDict(cls)
        if bases:
            namespace._generate_next_value = getattr(_mixins(cls, bases)[1], "_generate_next_value_", None)
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if Enum is None:
            return super().__new__(metacls, cls, bases, classdict, **kwds)
        names = list(classdict._member_names)
        ignored = classdict._ignore
        order = classdict.pop("_order_", None)
        values = {name: classdict[name] for name in names}
        namespace = {k: v for k, v in classdict.items() if k not in values and k not in ignored and k != "_ignore_"}
        generate = classdict._generate_next_value
        if "_generate_next_value_" in namespace:
            namespace["_generate_next_value_"] = staticmethod(generate)
        invalid = set(names) & {"mro", ""}
        if invalid:
            raise ValueError("invalid enum member name(s) %s" % ",".join([repr(n) for n in sorted(invalid)]))
        data_type, first_enum = _mixins(cls, bases)
        new, saved, use_args = _find_new(namespace, data_type, first_enum)
        namespace["_new_member_"] = new
        namespace["_use_args_"] = use_args
        namespace["_member_names_"] = []
        namespace["_member_map_"] = {}
        namespace["_value2member_map_"] = {}
        namespace["_hashable_values_"] = []
        namespace["_unhashable_values_"] = []
        namespace["_unhashable_values_map_"] = {}
        namespace["_member_type_"] = data_type
        namespace.setdefault("_value_repr_", _data_repr(data_type))
        namespace["_boundary_"] = boundary or getattr(first_enum, "_boundary_", None)
        namespace["_flag_mask_"] = namespace["_singles_mask_"] = namespace["_all_bits_"] = 0
        namespace["_inverted_"] = None
        if saved:
            namespace["__new_member__"] = new
        namespace.pop("__new__", None)
        if ReprEnum is not None and ReprEnum in bases: # its members look like their values
            namespace.setdefault("__format__", data_type.__format__)
            method = data_type.__str__
            namespace.setdefault("__str__", data_type.__repr__ if method is object.__str__ else method)
        is_flag = Flag is not None and issubclass(first_enum, Flag)
        enum_class = super().__new__(metacls, cls, bases, namespace, **kwds)
        for name in ("__repr__", "__str__", "__format__", "__reduce_ex__"): # not those of the data type
            if name not in namespace and getattr(enum_class, name, None) in (
                    getattr(data_type, name, None), getattr(object, name, None)):
                type.__setattr__(enum_class, name, getattr(first_enum, name))
        if is_flag:
            for name in ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__"):
                if name not in namespace:
                    type.__setattr__(enum_class, name, getattr(Flag, name))
        for name in names:
            _add_member(enum_class, name, values[name], data_type, new, use_args)
        if is_flag:
            _finish_flag(enum_class)
        type.__setattr__(enum_class, "__new__", Enum.__new__ if Enum is not None else _enum_new)
        if order is not None:
            if isinstance(order, str):
                order = order.replace(",", " ").split()
            if is_flag:
                order = [o for o in order if o in enum_class._member_names_ or o not in enum_class._member_map_]
            else:
                order = [o for o in order if o in enum_class._member_names_ or o not in enum_class._member_map_]
            if order != enum_class._member_names_:
                raise TypeError("member order does not match _order_:\n  %r\n  %r" % (enum_class._member_names_, order))
        return enum_class

    def __bool__(cls):
        return True

    def __call__(cls, value=_AUTO, names=_AUTO, *values, module=None, qualname=None, type=None, start=1, boundary=None):
        if cls._member_map_:
            if names is not _AUTO:
                value = (value, names, *values)
            if value is _AUTO:
                raise TypeError("%s.__new__() missing 1 required positional argument: 'value'" % cls.__name__)
            return cls.__new__(cls, value)
        if names is _AUTO and type is None:
            return cls.__new__(cls, value)
        return cls._create_(value, None if names is _AUTO else names, module=module, qualname=qualname, type=type,
                            start=start, boundary=boundary)

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        try:
            return value in cls._value2member_map_
        except TypeError:
            return value in cls._unhashable_values_

    def __delattr__(cls, attr):
        if attr in cls._member_map_:
            raise AttributeError("%r cannot delete member %r." % (cls.__name__, attr))
        super().__delattr__(attr)

    def __dir__(cls):
        names = {"__class__", "__contains__", "__doc__", "__getitem__", "__iter__", "__len__", "__members__",
                 "__module__", "__name__", "__qualname__", *cls._member_names_}
        if cls._new_member_ is not object.__new__:
            names.add("__new__")
        if cls.__init_subclass__ is not object.__init_subclass__:
            names.add("__init_subclass__")
        return sorted(names if cls._member_type_ is object else names | set(dir(cls._member_type_)))

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return iter([cls._member_map_[name] for name in cls._member_names_])

    def __len__(cls):
        return len(cls._member_names_)

    @_property
    def __members__(cls):
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        if Flag is not None and issubclass(cls, Flag):
            return "<flag %r>" % cls.__name__
        return "<enum %r>" % cls.__name__

    def __reversed__(cls):
        return iter([cls._member_map_[name] for name in reversed(cls._member_names_)])

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError("cannot reassign member %r" % name)
        super().__setattr__(name, value)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        bases = (cls,) if type is None else (type, cls)
        meta = cls.__class__
        namespace = meta.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            original, names, last = names, [], []
            for count, name in enumerate(original):
                value = cls._generate_next_value_(name, start, count, last[:])
                last.append(value)
                names.append((name, value))
        for item in () if names is None else names:
            name, value = (item, names[item]) if isinstance(item, str) else item
            namespace[name] = value
        if module is None:
            try:
                import sys
                module = sys._getframe(2).f_globals["__name__"]
            except (AttributeError, KeyError, ValueError):
                module = "__main__"
        namespace["__module__"] = module
        if qualname is not None:
            namespace["__qualname__"] = qualname
        return meta.__new__(meta, class_name, bases, namespace, boundary=boundary)


EnumMeta = EnumType


def _add_member(cls, name, value, data_type, new, use_args):
    args = value if isinstance(value, tuple) else (value,)
    if data_type is tuple:
        args = (args,)
    made = new(cls, *args) if use_args else new(cls)
    if not hasattr(made, "_value_"):
        if data_type is object:
            made._value_ = value
        else:
            try:
                made._value_ = data_type(*args)
            except Exception as error:
                raise TypeError("_value_ not set in __new__, unable to create it") from error
    value = made._value_
    made._name_ = name
    made.__objclass__ = cls
    made.__init__(*args)
    made._sort_order_ = len(cls._member_names_)
    is_flag = Flag is not None and issubclass(cls, Flag)
    try:
        known = cls._value2member_map_.get(value)
    except TypeError:
        known = None
        for m in cls._member_map_.values():
            if m._value_ == value:
                known = m
                break
    if known is not None:
        made = known
    elif not is_flag or not isinstance(value, int) or _is_single_bit(value):
        cls._member_names_.append(name)
    if is_flag and isinstance(value, int):
        cls._flag_mask_ |= value
        if _is_single_bit(value):
            cls._singles_mask_ |= value
        cls._all_bits_ = 2 ** cls._flag_mask_.bit_length() - 1
    _publish(cls, name, made)
    cls._member_map_[name] = made
    try:
        cls._value2member_map_.setdefault(value, made)
        if value not in cls._hashable_values_:
            cls._hashable_values_.append(value)
    except TypeError:
        cls._unhashable_values_.append(value)
        cls._unhashable_values_map_.setdefault(name, []).append(value)


def _publish(cls, name, made):
    """Makes a member an attribute of its class; beside a property of this name, both are seen."""
    for base in cls.__mro__[1:]:
        found = base.__dict__.get(name)
        if found is None:
            continue
        redirect = property()
        redirect.member = made
        redirect.__set_name__(cls, name)
        if isinstance(found, (property, DynamicClassAttribute)):
            redirect.fget, redirect.fset, redirect.fdel = found.fget, found.fset, found.fdel
        elif _is_descriptor(found):
            if not hasattr(found, "__get__"):
                break
            redirect._attr_type, redirect._cls_type = "desc", base
        else:
            redirect._attr_type, redirect._cls_type = "attr", base
        type.__setattr__(cls, name, redirect)
        return
    type.__setattr__(cls, name, made)


def _finish_flag(cls):
    cls._flag_mask_ |= 0
    # members of several bits whose bits have no names are no aliases
    names = sorted([(m._value_, n) for n, m in cls._member_map_.items()
                    if n in cls._member_names_ and isinstance(m._value_, int)], key=lambda p: p[0])
    if names and [n for _, n in names] != cls._member_names_:
        cls._iter_member_ = cls._iter_member_by_def_


def _enum_new(cls, value):
    if type(value) is cls:
        return value
    try:
        return cls._value2member_map_[value]
    except KeyError:
        pass
    except TypeError:
        for m in cls._member_map_.values():
            if m._value_ == value:
                return m
    if not cls._member_map_:
        if "__new__" not in cls.__dict__: # (it is still being made)
            raise TypeError("do not use `super().__new__; call the appropriate __new__ directly") from None
        raise TypeError("%r has no members" % cls)
    problem = None
    try:
        result = cls._missing_(value)
    except Exception as error:
        problem = error
        result = None
    try:
        if isinstance(result, cls) or (Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT
                                       and isinstance(result, int)):
            return result
        wrong = ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        if result is None and problem is None:
            raise wrong
        if problem is None:
            problem = TypeError("error in %s._missing_: returned %r instead of None or a valid member" % (
                cls.__name__, result))
        if not isinstance(problem, ValueError):
            problem.__context__ = wrong
        raise problem
    finally:
        problem = wrong = None


class Enum(metaclass=EnumType):
    """A base class of enumerations."""
    _member_names_ = []
    _member_map_ = {}
    _value2member_map_ = {}
    _hashable_values_ = []
    _unhashable_values_ = []
    _unhashable_values_map_ = {}
    _member_type_ = object
    _value_repr_ = None
    _boundary_ = None
    _new_member_ = object.__new__
    _use_args_ = False

    __new__ = _enum_new

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            last = sorted(last_values)[-1]
        except TypeError:
            raise TypeError("unable to sort non-numeric values") from None
        try:
            return last + 1
        except TypeError:
            raise TypeError("unable to increment %r" % (last,)) from None

    @classmethod
    def _missing_(cls, value):
        return None

    def _add_alias_(self, name):
        if self.__class__._member_map_.get(name, self) is not self:
            raise NameError("%r is already bound: %r" % (name, self.__class__._member_map_[name]))
        _publish(self.__class__, name, self)
        self.__class__._member_map_[name] = self

    def _add_value_alias_(self, value):
        cls = self.__class__
        try:
            if cls._value2member_map_.get(value, self) is not self:
                raise ValueError("%r is already bound: %r" % (value, cls._value2member_map_[value]))
            cls._value2member_map_[value] = self
            cls._hashable_values_.append(value)
        except TypeError:
            cls._unhashable_values_.append(value)
            cls._unhashable_values_map_.setdefault(self._name_, []).append(value)

    def __repr__(self):
        show = self.__class__._value_repr_ or repr
        return "<%s.%s: %s>" % (self.__class__.__name__, self._name_, show(self._value_))

    def __str__(self):
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __dir__(self):
        cls = self.__class__
        names = {"__class__", "__doc__", "__eq__", "__hash__", "__module__", "name", "value"}
        if cls._member_type_ is not object:
            names |= set(object.__dir__(self))
        for base in cls.__mro__:
            for name, x in base.__dict__.items():
                if name[0] != "_" and (not isinstance(x, (property, Enum)) or isinstance(x, property) and
                                       (x.fget is not None or name not in cls._member_map_)):
                    names.add(name)
        names |= {name for name in getattr(self, "__dict__", ()) if name[0] != "_"}
        return sorted(names)

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    @property
    def name(self):
        """The name of the member."""
        return self._name_

    @property
    def value(self):
        """The value of the member."""
        return self._value_


class ReprEnum(Enum):
    """Only repr() shows that it is an enumeration; str() and format() show the value."""


class IntEnum(int, ReprEnum):
    """Members that are ints."""


class StrEnum(str, ReprEnum):
    """Members that are strings."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError("too many arguments for str(): %r" % (values,))
        for i, what in ((0, "is not a string"), (1, "encoding must be a string, not "), (2, "errors must be a string, not ")):
            if len(values) > i and not isinstance(values[i], str) and (i or len(values) == 1):
                raise TypeError("%r %s" % (values[0], what) if i == 0 else "%s%r" % (what, values[i]))
        value = str(*values)
        made = str.__new__(cls, value)
        made._value_ = value
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


def pickle_by_global_name(self, proto):
    """For __reduce_ex__: by its name in the module."""
    return self.name


_reduce_ex_by_global_name = pickle_by_global_name


def pickle_by_enum_name(self, proto):
    """For __reduce_ex__: by the class and its name."""
    return getattr, (self.__class__, self._name_)


class FlagBoundary(StrEnum):
    """What becomes of bits that have no names."""
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum, boundary=STRICT):
    """Members that can be combined by | & ^ ~."""
    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        last = max(last_values)
        try:
            return 2 ** last.bit_length()
        except Exception:
            raise TypeError("invalid flag value %r" % last) from None

    @classmethod
    def _iter_member_by_value_(cls, value):
        for bit in _bits(value & cls._flag_mask_):
            yield cls._value2member_map_.get(bit)

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        yield from sorted(cls._iter_member_by_value_(value), key=lambda m: m._sort_order_)

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        mask, singles, bits = cls._flag_mask_, cls._singles_mask_, cls._all_bits_
        negative = None
        if not ~bits <= value <= bits or value & (bits ^ mask):
            if cls._boundary_ is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError("%r invalid value %r\n    given %s\n  allowed %s" % (
                    cls, value, bin(value, width), bin(mask, width)))
            if cls._boundary_ is CONFORM:
                value &= mask
            elif cls._boundary_ is EJECT:
                return value
            elif value < 0: # KEEP
                value = max(bits + 1, 2 ** value.bit_length()) + value
        if value < 0:
            negative = value
            value = bits + 1 + value
        unknown = value & ~mask
        aliases = value & ~singles
        if unknown and cls._boundary_ is not KEEP:
            raise ValueError("%s(%r) -->  unknown values %r [%s]" % (cls.__name__, value, unknown, bin(unknown)))
        if cls._member_type_ is object:
            made = object.__new__(cls)
        else:
            made = cls._member_type_.__new__(cls, value)
        if not hasattr(made, "_value_"):
            made._value_ = value
        members = []
        combined = 0
        for m in cls._iter_member_(value & singles):
            members.append(m)
            combined |= m._value_
        if aliases:
            value = members and combined or value & singles
            for m in cls._member_map_.values():
                if m._value_ and m._value_ & made._value_ == m._value_ and m not in members:
                    if m._value_ & aliases:
                        members.append(m)
                        aliases &= ~m._value_
                        combined |= m._value_
        unknown = made._value_ ^ combined
        made._name_ = "|".join([m._name_ for m in members]) or None
        if made._name_ is None:
            made._sort_order_ = -1 if not combined else 0
        elif unknown and cls._boundary_ is KEEP:
            made._name_ += "|%s" % cls._numeric_repr_(unknown)
        made._sort_order_ = -1
        made = cls._value2member_map_.setdefault(made._value_, made)
        if negative is not None:
            cls._value2member_map_[negative] = made
        return made

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError("unsupported operand type(s) for 'in': %r and %r" % (
                type(other).__qualname__, self.__class__.__qualname__))
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count() if hasattr(int, "bit_count") else len(list(_bits(self._value_)))

    def __repr__(self):
        cls = self.__class__
        show = cls._value_repr_ or repr
        if self._name_ is None:
            return "<%s: %s>" % (cls.__name__, show(self._value_))
        return "<%s.%s: %s>" % (cls.__name__, self._name_, show(self._value_))

    def __str__(self):
        cls = self.__class__
        if self._name_ is None:
            return "%s(%r)" % (cls.__name__, self._value_)
        return "%s.%s" % (cls.__name__, self._name_)

    def __bool__(self):
        return bool(self._value_)

    def _get_value(self, flag):
        if isinstance(flag, self.__class__):
            return flag._value_
        if self._member_type_ is not object and isinstance(flag, self._member_type_):
            return flag
        return NotImplemented

    def _refuse(self, other, sign):
        raise TypeError("'%s' cannot be combined with other flags with %s" % (self if self._value_ is None else other, sign))

    def __or__(self, other):
        value = self._get_value(other)
        if value is NotImplemented:
            return NotImplemented
        if value is None or self._value_ is None:
            self._refuse(other, "|")
        return self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._get_value(other)
        if value is NotImplemented:
            return NotImplemented
        if value is None or self._value_ is None:
            self._refuse(other, "&")
        return self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._get_value(other)
        if value is NotImplemented:
            return NotImplemented
        if value is None or self._value_ is None:
            self._refuse(other, "^")
        return self.__class__(self._value_ ^ value)

    def __invert__(self):
        if self._value_ is None:
            raise TypeError("'%s' cannot be inverted" % (self,))
        if self._inverted_ is None:
            if self._boundary_ in (EJECT, KEEP):
                inverted = self.__class__(~self._value_)
            else:
                inverted = self.__class__(self._singles_mask_ & ~self._value_)
            self._inverted_ = inverted
        return self._inverted_

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Flags that are ints."""


def unique(enumeration):
    """A class decorator: two names for one value are an error."""
    aliases = [(name, m._name_) for name, m in enumeration.__members__.items() if name != m._name_]
    if aliases:
        raise ValueError("duplicate values found in %r: %s" % (
            enumeration, ", ".join(["%s -> %s" % pair for pair in aliases])))
    return enumeration


def show_flag_values(value):
    """The single bits of a flag, as numbers."""
    return list(_bits(int(value) if isinstance(value, int) else value._value_))


class EnumCheck(StrEnum):
    """What verify() can look at."""
    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """A class decorator: checks an enumeration."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        name = enumeration.__name__
        is_flag = issubclass(enumeration, Flag)
        if not is_flag and not issubclass(enumeration, Enum):
            raise TypeError("the 'verify' decorator only works with Enum and Flag")
        for check in self.checks:
            if check is UNIQUE:
                aliases = [(n, m._name_) for n, m in enumeration.__members__.items() if n != m._name_]
                if aliases:
                    raise ValueError("aliases found in %r: %s" % (
                        enumeration, ", ".join(["%s -> %s" % pair for pair in aliases])))
            elif check is CONTINUOUS:
                values = {m.value for m in enumeration}
                if len(values) < 2:
                    continue
                low, high = min(values), max(values)
                if is_flag:
                    missing = [2 ** i for i in range(low.bit_length(), high.bit_length() - 1) if 2 ** i not in values]
                else:
                    missing = [i for i in range(low + 1, high) if i not in values]
                if missing:
                    raise ValueError(("invalid %s %r: missing values %s" % (
                        "flag" if is_flag else "enum", name, ", ".join(map(str, missing))))[:256])
            elif check is NAMED_FLAGS:
                known = {m._value_ for m in enumeration}
                unnamed, missing = [], 0
                for alias, m in enumeration._member_map_.items():
                    if alias not in enumeration._member_names_ and m._value_ >= 0:
                        bits = [v for v in _bits(m._value_) if v not in known]
                        if bits:
                            unnamed.append(alias)
                            for v in bits:
                                missing |= v
                if unnamed:
                    what = "alias %s is" % unnamed[0] if len(unnamed) == 1 else "aliases %s and %s are" % (
                        ", ".join(unnamed[:-1]), unnamed[-1])
                    what += " missing " + ("value 0x%x" % missing if _is_single_bit(missing) else
                                           "combined values of 0x%x" % missing)
                    raise ValueError("invalid Flag %r: %s [use enum.show_flag_values(value) for details]" % (name, what))
        return enumeration


def global_enum_repr(self):
    """The name behind that of its module."""
    return "%s.%s" % (self.__class__.__module__.split(".")[-1], self._name_)


def global_flag_repr(self):
    """The names behind that of the module."""
    module = self.__class__.__module__.split(".")[-1]
    if self._name_ is None:
        return "%s.%s(%r)" % (module, self.__class__.__name__, self._value_)
    if _is_single_bit(self._value_):
        return "%s.%s" % (module, self._name_)
    return "|".join(["%s.%s" % (module, n) if not n[0].isdigit() else n for n in self._name_.split("|")])


def global_str(self):
    """The bare name."""
    if self._name_ is None:
        return "%s(%r)" % (self.__class__.__name__, self._value_)
    return self._name_


def global_enum(cls, update_str=False):
    """A class decorator: its members become names of its module."""
    import sys
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls
