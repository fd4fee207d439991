raise AssertionError("usys is always built in")
