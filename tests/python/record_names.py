# needs: records time tracing
# Records and the errors of modules know which module they are of.
import io
import os
import struct
import sys
import time
import traceback

assert repr(time.gmtime(0)) == ("time.struct_time(tm_year=1970, tm_mon=1, tm_mday=1, tm_hour=0, tm_min=0, tm_sec=0, "
                                "tm_wday=3, tm_yday=1, tm_isdst=0)")
assert str(time.struct_time) == "<class 'time.struct_time'>" and time.struct_time.__name__ == "struct_time"
assert str(type(os.stat("."))) == "<class 'os.stat_result'>" and str(type(sys.flags)) == "<class 'sys.flags'>"
assert repr(sys.version_info).startswith("sys.version_info(major=3, minor=")
try:
    struct.unpack("i", b"")
except struct.error as e:
    assert traceback.format_exception_only(e) == ["struct.error: unpack requires a buffer of 4 bytes\n"]
    told = io.StringIO()
    traceback.print_exc(file=told)
    assert told.getvalue().endswith("\nstruct.error: unpack requires a buffer of 4 bytes\n")
