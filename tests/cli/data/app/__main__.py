import sys
from . import part
print("app main", __name__, __package__, part.x, sys.argv[1:])
