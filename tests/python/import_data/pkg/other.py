from . import marker as from_parent
from .sub import leaf
from .sub.leaf import name
import pkg as up
