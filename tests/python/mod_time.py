# needs: records
# The module time: what the calendar's ends, zones and records do.
import time

t = time.gmtime(0)
assert t == (1970, 1, 1, 0, 0, 0, 3, 1, 0) and t.tm_year == 1970 and t.tm_wday == 3 and t.tm_isdst == 0
assert isinstance(t, tuple) and isinstance(t, time.struct_time)
made = time.struct_time((2024, 2, 29, 12, 30, 5, 3, 60, 0))
assert made.tm_mon == 2 and made[2] == 29 and time.strftime("%Y-%m-%d %H:%M:%S %j", made) == "2024-02-29 12:30:05 060"
try:
    time.struct_time((1, 2))
except TypeError:
    pass
else:
    assert False
assert isinstance(time.timezone, int) and isinstance(time.altzone, int) and time.daylight in (0, 1)
assert len(time.tzname) == 2 and all(isinstance(n, str) and n for n in time.tzname)
now = int(time.time())
here = time.localtime(now)
assert time.mktime(here) == now
assert abs(time.mktime(time.gmtime(now)) - now - (time.altzone if here.tm_isdst else time.timezone)) in (0, 3600)
assert time.strftime("%Z", here) == time.tzname[here.tm_isdst]

# ticks go round
assert time.ticks_diff(time.ticks_add(10, -20), 10) == -20
assert time.ticks_diff(time.ticks_add(2**30 - 1, 5), 2**30 - 1) == 5
start = time.ticks_us()
time.sleep_ms(2)
time.sleep_us(10)
time.sleep(0.001)
time.sleep_ms(-1)
assert time.ticks_diff(time.ticks_us(), start) >= 3000
try:
    time.sleep(-1)
except ValueError as e:
    assert str(e) == "sleep length must be non-negative"
else:
    assert False

for clock, ns in (
    (time.time, time.time_ns), (time.monotonic, time.monotonic_ns), (time.perf_counter, time.perf_counter_ns),
    (time.process_time, time.process_time_ns), (time.thread_time, time.thread_time_ns),
):
    a, b, c = clock(), ns(), clock()
    slack = max(1e-3, c * 1e-6)  # of singles
    assert isinstance(b, int) and a <= b / 1e9 + slack and b / 1e9 <= c + slack
