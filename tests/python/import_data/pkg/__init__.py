marker = __name__
