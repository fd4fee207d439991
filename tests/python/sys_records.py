# needs: records
# Tuples with named fields: time, os.stat(), sys.
import os, sys, time

t = time.gmtime(1000000000)
assert t.tm_year == 2001 and t.tm_mon == 9 and t.tm_wday == 6 and t.tm_yday == 252 and t[0] == 2001 and len(t) == 9
assert sys.version_info.major == 3 and sys.float_info.radix == 2 and sys.float_info.max > 1e30 and 0 < sys.float_info.epsilon < 1e-6
st = os.stat(__file__)
assert st.st_mode & 0o170000 == 0o100000 and st.st_size == st[6] > 300 and st.st_mtime > 1e9
