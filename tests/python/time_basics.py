# needs: messages
# time: clocks, calendar, strftime, and MicroPython's ticks where they are.
import time


def raises(kind, message, f, *args, **kwargs):
    try:
        f(*args, **kwargs)
    except kind as e:
        assert message is None or str(e) == message, str(e)
    else:
        assert False, "no " + kind.__name__


a = time.monotonic_ns()
time.sleep(0.01)
b = time.monotonic_ns()
step = max(0.1, time.monotonic() * 1e-6)  # with singles
assert 9000000 <= b - a < 1000000000 and abs(time.monotonic() - b / 1e9) < step and time.perf_counter() > 0
assert abs(time.time() - time.time_ns() // 1000000000) < 2 and time.time() > 1.6e9 and time.process_time() >= 0
time.sleep(0)
raises(ValueError, "sleep length must be non-negative", time.sleep, -1)

assert tuple(time.gmtime(0))[:8] == (1970, 1, 1, 0, 0, 0, 3, 1)
assert tuple(time.gmtime(951827696))[:8] == (2000, 2, 29, 12, 34, 56, 1, 60)
assert tuple(time.gmtime(-1))[:8] == (1969, 12, 31, 23, 59, 59, 2, 365)
assert tuple(time.gmtime(4107542400))[:8] == (2100, 3, 1, 0, 0, 0, 0, 60) and time.gmtime(1.9)[5] == 1
t = time.gmtime(1000000000)
assert t[0] == 2001 and t[1] == 9 and t[6] == 6 and t[7] == 252 and len(t) == 9
for s in (0, 86399, 86400, 1700000000, 951782400, 1234567890):
    assert time.mktime(time.localtime(s)) == s
assert time.mktime((2001, 9, 40, 1, 46, 40, 0, 0, 0)) == time.mktime((2001, 10, 10, 1, 46, 40, 0, 0, 0))
assert time.strftime("%Y-%m-%d %H:%M:%S", t) == "2001-09-09 01:46:40"
assert time.strftime("%a %A %b %B %d %j %p %I %y %%", t) == "Sun Sunday Sep September 09 252 AM 01 01 %"
assert time.strftime("%U %W %w %u %e %F %T %R %D", t) == "36 36 0 7  9 2001-09-09 01:46:40 01:46 09/09/01"
assert time.strftime("%c|%x|%X", t) == "Sun Sep  9 01:46:40 2001|09/09/01|01:46:40"
assert time.asctime(t) == "Sun Sep  9 01:46:40 2001"
raises(TypeError, None, time.mktime, 5)

if hasattr(time, "ticks_ms"):
    s = time.ticks_ms()
    time.sleep_ms(5)
    time.sleep_us(100)
    assert 5 <= time.ticks_diff(time.ticks_ms(), s) < 1000
    assert time.ticks_add(0, -1) == (1 << 30) - 1 and time.ticks_diff(0, (1 << 30) - 1) == 1
    assert time.ticks_diff(5, 10) == -5 and time.ticks_add(10, 20) == 30 and time.ticks_us() >= 0 and time.ticks_cpu() >= 0
