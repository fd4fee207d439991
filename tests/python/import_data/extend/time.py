import sys

_path = sys.path
sys.path = ()
try:
    from time import *
finally:
    sys.path = _path

extra = "time"
