__all__ = ["_shown"]
_shown = 1
unlisted = 2
