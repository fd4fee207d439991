"""Sets of characters."""

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Each word with a capital letter."""
    return (sep or " ").join([word.capitalize() for word in s.split(sep)])


def _compiled(cls, pattern):
    import re
    return re.compile(pattern, (re.IGNORECASE if cls.flags is None else cls.flags) | re.VERBOSE)


class _Pattern:
    """The pattern of a Template class that has none of its own, made when it is first wanted."""

    def __get__(self, template, cls):
        import re
        sign = re.escape(cls.delimiter)
        cls.pattern = _compiled(cls, "%s(?:(?P<escaped>%s)|(?P<named>%s)|{(?P<braced>%s)}|(?P<invalid>))" % (
            sign, sign, cls.idpattern, cls.braceidpattern or cls.idpattern))
        return cls.pattern


class Template:
    """Text with $names to be replaced."""
    delimiter = "$"
    idpattern = "(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = None
    pattern = _Pattern()

    def __init_subclass__(cls):
        super().__init_subclass__()
        if "pattern" in cls.__dict__:
            cls.pattern = _compiled(cls, cls.pattern)
        else:
            cls.pattern = _Pattern()

    def __init__(self, template):
        self.template = template

    def _invalid(self, match):
        at = match.start("invalid")
        lines = self.template[:at].splitlines(True) or [""]
        column = at - len("".join(lines[:-1])) if self.template[:at] else 1
        raise ValueError("Invalid placeholder in string: line %d, col %d" % (len(lines), column))

    def _substitute(self, mapping, keywords, safe):
        if keywords:
            from collections import ChainMap
            mapping = ChainMap(keywords, mapping)

        def replace(match):
            name = match.group("named") or match.group("braced")
            if name is not None:
                if not safe:
                    return str(mapping[name])
                try:
                    return str(mapping[name])
                except KeyError:
                    return match.group()
            if match.group("escaped") is not None:
                return self.delimiter
            if match.group("invalid") is None:
                raise ValueError("Unrecognized named group in pattern", self.pattern)
            return match.group() if safe else self._invalid(match)
        return self.pattern.sub(replace, self.template)

    def substitute(self, mapping={}, /, **kws):
        """The text with names replaced; KeyError for one that is not there."""
        return self._substitute(mapping, kws, False)

    def safe_substitute(self, mapping={}, /, **kws):
        """The text with those names replaced that are there."""
        return self._substitute(mapping, kws, True)

    def is_valid(self):
        """Whether substitute() would find fault with the text."""
        return "invalid" not in self._kinds()

    def _kinds(self):
        """Which groups of the pattern match."""
        kinds = [m.lastgroup for m in self.pattern.finditer(self.template)]
        if not {"escaped", "named", "braced", "invalid"}.issuperset(kinds):
            raise ValueError("Unrecognized named group in pattern", self.pattern)
        return kinds

    def get_identifiers(self):
        """The names in the text, each once."""
        self._kinds()
        found = [m.group("named") or m.group("braced") for m in self.pattern.finditer(self.template)]
        return list(dict.fromkeys([name for name in found if name is not None]))


def _split_field(name):
    """"a.b[0]" -> "a", [(True, "b"), (False, 0)]"""
    at = 0
    while at < len(name) and name[at] not in ".[":
        at += 1
    first, rest = name[:at], []
    while at < len(name):
        start = at + 1
        if name[at] == ".":
            at = start
            while at < len(name) and name[at] not in ".[":
                at += 1
            part = name[start:at]
        elif name[at] == "[":
            at = name.find("]", start) + 1
            if at == 0:
                raise ValueError("Missing ']' in format string")
            part = name[start:at - 1]
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        if not part:
            raise ValueError("Empty attribute in format string")
        attribute = name[start - 1] == "."
        rest.append((attribute, int(part) if part.isdigit() and not attribute else part))
    return int(first) if first.isdigit() else first, rest


class Formatter:
    """str.format(), whose steps a subclass can change."""

    def format(self, format_string, /, *args, **kwargs):
        """The text with its fields replaced."""
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        """The same, of a tuple and a mapping."""
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2, 0)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, text, args, kwargs, used, depth, number):
        if depth < 0:
            raise ValueError("Max string recursion exceeded")
        result = []
        for literal, field, spec, conversion in self.parse(text):
            result.append(literal)
            if field is None:
                continue
            first = _split_field(field)[0]
            if first == "":
                if number is None:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                field = str(number) + field
                number += 1
            elif isinstance(first, int):
                if number:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                number = None
            obj, key = self.get_field(field, args, kwargs)
            used.add(key)
            obj = self.convert_field(obj, conversion)
            spec, number = self._vformat(spec, args, kwargs, used, depth - 1, number)
            result.append(self.format_field(obj, spec))
        return "".join(result), number

    def get_value(self, key, args, kwargs):
        """The argument for a number or a name."""
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        """Called at the end with the set of what was used."""

    def format_field(self, value, format_spec):
        """The text for a value."""
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        """The value after !r, !s, !a."""
        if conversion is None:
            return value
        if conversion == "s":
            return str(value)
        if conversion == "r":
            return repr(value)
        if conversion == "a":
            return ascii(value)
        raise ValueError("Unknown conversion specifier %s" % conversion)

    def get_field(self, field_name, args, kwargs):
        """(value, first part) of a field's name."""
        first, rest = _split_field(field_name)
        obj = self.get_value(first, args, kwargs)
        for attribute, part in rest:
            obj = getattr(obj, part) if attribute else obj[part]
        return obj, first

    def parse(self, format_string):
        """Yields (text, field's name, format, conversion) for each field; None: there is none."""
        text, at, n = [], 0, len(format_string)
        while at < n:
            char = format_string[at]
            at += 1
            if char not in "{}" or format_string[at:at + 1] == char:
                text.append(char)
                at += char in "{}"
                if char in "{}": # a doubled brace ends a piece
                    yield "".join(text), None, None, None
                    text = []
                continue
            if char == "}":
                raise ValueError("Single '}' encountered in format string")
            if at == n:
                raise ValueError("Single '{' encountered in format string")
            depth, start = 1, at
            while depth:
                if at == n:
                    raise ValueError("expected '}' before end of string")
                depth += (format_string[at] == "{") - (format_string[at] == "}")
                at += 1
            field = format_string[start:at - 1]
            end = 0
            while end < len(field) and field[end] not in "!:":
                end = field.find("]", end) if field[end] == "[" and "]" in field[end:] else end
                end += 1
            name, rest = field[:end], field[end:]
            conversion = None
            if rest[:1] == "!":
                conversion = rest[1:2]
                if not conversion:
                    raise ValueError("end of string while looking for conversion specifier")
                rest = rest[2:]
                if rest and rest[0] != ":":
                    raise ValueError("expected ':' after conversion specifier")
            yield "".join(text), name, rest[1:], conversion
            text = []
        if text:
            yield "".join(text), None, None, None
