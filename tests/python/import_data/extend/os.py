from uos import *

extra = "os"
