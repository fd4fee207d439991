name = __name__
from .. import marker as deep
