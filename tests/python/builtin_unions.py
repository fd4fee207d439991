# isinstance() with a union of types.
# needs: type_params
assert isinstance(1, int | str) and not isinstance(1.5, int | None) and isinstance(None, int | None)
