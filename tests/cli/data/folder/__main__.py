import sys
import sibling
print(sys.argv, __name__, sys.path[0].split("/")[-1])
