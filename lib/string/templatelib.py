"""The types of t-strings."""

_template = eval("t'{0}'")
Template = type(_template)
Interpolation = type(_template.interpolations[0])
del _template


def convert(obj, /, conversion):
    """obj after the conversion of an Interpolation: None, "a", "r" or "s"."""
    if conversion is None:
        return obj
    try:
        return {"a": ascii, "r": repr, "s": str}[conversion](obj)
    except (KeyError, TypeError):
        raise ValueError("invalid conversion specifier: %s" % conversion) from None
