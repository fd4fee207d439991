# needs: methods
# What fuzzing found: object.__new__() makes no exceptions, which would have no arguments.
class Error(ValueError):
    def __new__(cls, *args):
        return super().__new__(cls, *args)


assert Error(1, 2).args == (1, 2) and ValueError.__new__(Error, 3).args == (3,)
for cls in (BaseException, ValueError, OSError, StopIteration, Error):
    try:
        object.__new__(cls)
    except TypeError:
        pass
    else:
        assert False, cls
