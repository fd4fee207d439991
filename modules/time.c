/* The module time: clocks, sleeping, MicroPython's ticks, and calendar time. */
#include "object/layout.h"
#include "runtime/record.h"

/* ---- clocks ---- */

static value seconds(uint64_t ns)
{
    return from_real((real)ns * (real)1e-9);
}

/* Seconds since 1970. Singles would be minutes off: where floats are singles, it is an int. */
static value time_time(void)
{
    int64_t ns = port_time_ns();
#if ADDER_DOUBLE
    return from_real((real)(ns / 1000000000) + (real)(ns % 1000000000) * (real)1e-9);
#else
    return int_from_int64(ns / 1000000000);
#endif
}

static value time_time_ns(void) { return int_from_int64(port_time_ns()); }
static value time_monotonic(void) { return seconds(port_clock_ns()); }
static value time_monotonic_ns(void) { return int_from_uint64(port_clock_ns()); }
static value time_process_time(void) { return seconds(port_cpu_ns()); }
static value time_process_time_ns(void) { return int_from_uint64(port_cpu_ns()); }

/* Ticks count in a ring, so that they are always small ints: on 32-bit machines too. */
#define TICKS_PERIOD ((uint64_t)1 << 30)

static value ticks(uint64_t n)
{
    return from_int((word)(n & (TICKS_PERIOD - 1)));
}

static value time_ticks_ms(void) { return ticks(port_clock_ns() / 1000000); }
static value time_ticks_us(void) { return ticks(port_clock_ns() / 1000); }
static value time_ticks_cpu(void) { return ticks(port_clock_ns()); }

static value time_ticks_add(value start, value delta)
{
    word d = need_word(delta);
    if (d >= (word)(TICKS_PERIOD / 2) || d < -(word)(TICKS_PERIOD / 2))
        raise_error(&type_OverflowError, "ticks interval overflow");
    return ticks((uint64_t)need_word(start) + (uint64_t)d);
}

static value time_ticks_diff(value end, value start)
{
    uint64_t d = (uint64_t)need_word(end) - (uint64_t)need_word(start);
    d = (d + TICKS_PERIOD / 2) & (TICKS_PERIOD - 1);
    return from_int((word)d - (word)(TICKS_PERIOD / 2));
}

/* ---- sleeping ---- */

static value sleep_units(value v, uint64_t unit)
{
    double n = need_double(v);
    if (!(n >= 0))
        raise_value_error("sleep length must be non-negative");
    if (n * (double)unit >= 9e18)
        raise_error(&type_OverflowError, "timestamp too large to convert to C PyTime_t");
    runtime_sleep_ns((uint64_t)(n * (double)unit));
    return NONE;
}

static value time_sleep(value v) { return sleep_units(v, 1000000000); }
/* On a board these take negative times as no time. */
static value time_sleep_ms(value v) { return need_word(v) < 0 ? NONE : sleep_units(v, 1000000); }
static value time_sleep_us(value v) { return need_word(v) < 0 ? NONE : sleep_units(v, 1000); }

/* ---- the calendar: days are counted from 1970-01-01 (proleptic Gregorian) ---- */

struct calendar {
    int64_t year;
    int month, day;      /* from 1 */
    int hour, minute, second;
    int weekday;         /* Monday is 0 */
    int yearday;         /* from 1 */
};

static int64_t floor_div(int64_t a, int64_t b)
{
    return a / b - (a % b < 0);
}

/* Years that begin in March have their leap day at the end. (Howard Hinnant: chrono-compatible low-level
 * date algorithms.) */
static int64_t days_of(int64_t year, int month, int day)
{
    year -= month <= 2;
    int64_t era = floor_div(year, 400);
    int64_t y = year - era * 400;
    int64_t yday = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + y * 365 + y / 4 - y / 100 + yday - 719468;
}

static struct calendar calendar_of(int64_t t)
{
    struct calendar c;
    int64_t days = floor_div(t, 86400);
    int rest = (int)(t - days * 86400);
    c.hour = rest / 3600;
    c.minute = rest / 60 % 60;
    c.second = rest % 60;
    c.weekday = (int)(((days + 3) % 7 + 7) % 7);
    int64_t z = days + 719468, era = floor_div(z, 146097), d = z - era * 146097;
    int64_t y = (d - d / 1460 + d / 36524 - d / 146096) / 365;
    int64_t yday = d - (365 * y + y / 4 - y / 100);
    int m = (int)((5 * yday + 2) / 153);
    c.day = (int)(yday - (153 * m + 2) / 5) + 1;
    c.month = m < 10 ? m + 3 : m - 9;
    c.year = y + era * 400 + (c.month <= 2);
    c.yearday = (int)(days - days_of(c.year, 1, 1)) + 1;
    return c;
}

/* Seconds that local time is ahead of UTC. */
static int utc_offset(int64_t t)
{
    struct port_zone zone;
    port_zone(t, &zone);
    return zone.offset;
}

static int64_t time_argument(size_t n, value *args)
{
    if (n == 0 || args[0] == NONE)
        return floor_div(port_time_ns(), 1000000000);
    if (is_float(args[0])) {
        double t = real_of(args[0]);
        if (!(t > -6e16 && t < 6e16))
            raise_error(&type_OverflowError, "timestamp out of range for platform time_t");
        int64_t whole = (int64_t)t;
        return whole - (t < (double)whole);
    }
    int64_t t;
    if (!int_to_int64(need_integer(args[0]), &t) || t > (int64_t)6e16 || t < -(int64_t)6e16)
        raise_error(&type_OverflowError, "timestamp out of range for platform time_t");
    return t;
}

static value struct_time(int64_t t, bool summer)
{
    struct calendar c = calendar_of(t);
    value v[9] = {int_from_int64(c.year), from_int(c.month), from_int(c.day), from_int(c.hour), from_int(c.minute),
                  from_int(c.second), from_int(c.weekday), from_int(c.yearday), from_int(summer)};
    return record_new(RECORD_TIME, v);
}

static value time_gmtime(size_t n, value *args)
{
    return struct_time(time_argument(n, args), false);
}

static value time_localtime(size_t n, value *args)
{
    int64_t t = time_argument(n, args);
    struct port_zone zone;
    port_zone(t, &zone);
    return struct_time(t + zone.offset, zone.summer);
}

/* The fields of a time tuple of at least 8 items (6 are used). */
static struct calendar need_calendar(value v)
{
    struct calendar c;
    value t = unwrap(v);
    if (!is_tuple(t))
        t = tuple_from_iterable(t);
    const struct tuple *f = tuple_of(t);
    if (f->len < 8)
        raise_type_error("mktime needs a tuple of length 8 or 9 (%zd given)", (word)f->len);
    c.year = need_int(f->items[0]);
    c.month = need_int(f->items[1]);
    c.day = need_int(f->items[2]);
    c.hour = need_int(f->items[3]);
    c.minute = need_int(f->items[4]);
    c.second = need_int(f->items[5]);
    c.weekday = need_int(f->items[6]);
    c.yearday = need_int(f->items[7]);
    return c;
}

/* Fields may be out of range: the 32nd of a month is in the next. */
static int64_t seconds_of(const struct calendar *c)
{
    int64_t months = c->year * 12 + c->month - 1, year = floor_div(months, 12);
    int64_t days = days_of(year, (int)(months - year * 12) + 1, 1) + c->day - 1;
    return ((days * 24 + c->hour) * 60 + c->minute) * 60 + c->second;
}

/* The moment of a local time. */
static int64_t utc_seconds(const struct calendar *c)
{
    int64_t local = seconds_of(c), t = local - utc_offset(local);
    return local - utc_offset(t);
}

static value time_mktime(value v)
{
    struct calendar c = need_calendar(v);
    int64_t t = utc_seconds(&c);
#if ADDER_LEVEL == 2 && ADDER_DOUBLE
    return from_real((real)t);
#else
    return int_from_int64(t);
#endif
}

/* ---- strftime ---- */

static const char day_names[7][10] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
static const char month_names[12][10] = {"January", "February", "March",     "April",   "May",      "June",
                                         "July",    "August",   "September", "October", "November", "December"};

static void print_padded(struct printer *p, int64_t n, int width, char pad)
{
    char digits[24];
    int i = sizeof digits;
    bool negative = n < 0;
    for (uint64_t u = negative ? -(uint64_t)n : (uint64_t)n; u || i == sizeof digits; u /= 10)
        digits[--i] = (char)('0' + u % 10);
    if (negative)
        print_text(p, "-", 1);
    for (int have = (int)sizeof digits - i; have < width; have++)
        print_text(p, &pad, 1);
    print_text(p, digits + i, sizeof digits - (size_t)i);
}

static void print_short(struct printer *p, const char *name)
{
    print_text(p, name, 3);
}

static void print_times(struct printer *p, const struct calendar *c, const char *format);

static void print_field(struct printer *p, const struct calendar *c, char letter)
{
    int weekday = ((c->weekday % 7) + 7) % 7, month = ((c->month - 1) % 12 + 12) % 12, hour12 = c->hour % 12;
    if (hour12 == 0)
        hour12 = 12;
    switch (letter) {
    case 'a': print_short(p, day_names[weekday]); break;
    case 'A': print_z(p, day_names[weekday]); break;
    case 'b':
    case 'h': print_short(p, month_names[month]); break;
    case 'B': print_z(p, month_names[month]); break;
    case 'c': print_times(p, c, "a b e H:M:S Y"); break;
    case 'C': print_padded(p, c->year / 100, 2, '0'); break;
    case 'd': print_padded(p, c->day, 2, '0'); break;
    case 'D':
    case 'x': print_times(p, c, "m/d/y"); break;
    case 'e': print_padded(p, c->day, 2, ' '); break;
    case 'F': print_times(p, c, "Y-m-d"); break;
    case 'H': print_padded(p, c->hour, 2, '0'); break;
    case 'I': print_padded(p, hour12, 2, '0'); break;
    case 'j': print_padded(p, c->yearday, 3, '0'); break;
    case 'm': print_padded(p, c->month, 2, '0'); break;
    case 'M': print_padded(p, c->minute, 2, '0'); break;
    case 'n': print_text(p, "\n", 1); break;
    case 'p': print_z(p, c->hour < 12 ? "AM" : "PM"); break;
    case 'r': print_times(p, c, "I:M:S p"); break;
    case 'R': print_times(p, c, "H:M"); break;
    case 's': print_padded(p, utc_seconds(c), 1, '0'); break;
    case 'S': print_padded(p, c->second, 2, '0'); break;
    case 't': print_text(p, "\t", 1); break;
    case 'T':
    case 'X': print_times(p, c, "H:M:S"); break;
    case 'u': print_padded(p, weekday + 1, 1, '0'); break;
    case 'U': print_padded(p, (c->yearday + 6 - (weekday + 1) % 7) / 7, 2, '0'); break;
    case 'w': print_padded(p, (weekday + 1) % 7, 1, '0'); break;
    case 'W': print_padded(p, (c->yearday + 6 - weekday) / 7, 2, '0'); break;
    case 'y': print_padded(p, ((c->year % 100) + 100) % 100, 2, '0'); break;
    case 'Y': print_padded(p, c->year, 1, '0'); break;
    case 'z': {
        int offset = utc_offset(utc_seconds(c)) / 60;
        print_text(p, offset < 0 ? "-" : "+", 1);
        offset = offset < 0 ? -offset : offset;
        print_padded(p, offset / 60 * 100 + offset % 60, 4, '0');
        break;
    }
    case 'Z': {
        struct port_zone zone;
        port_zone(utc_seconds(c), &zone);
        print_z(p, zone.name);
        break;
    }
    case '%': print_text(p, "%", 1); break;
    default:
        print_text(p, "%", 1);
        print_text(p, &letter, 1);
    }
}

/* A format in which letters stand for fields without the %. */
static void print_times(struct printer *p, const struct calendar *c, const char *format)
{
    for (; *format; format++) {
        if ((*format | 32) >= 'a' && (*format | 32) <= 'z')
            print_field(p, c, *format);
        else
            print_text(p, format, 1);
    }
}

static value time_strftime(size_t n, value *args)
{
    struct view format = need_str(args[0], "strftime() argument 1");
    struct calendar c;
    if (n > 1) {
        c = need_calendar(args[1]);
    } else {
        int64_t now = time_argument(0, NULL);
        c = calendar_of(now + utc_offset(now));
    }
    struct printer p;
    printer_init(&p);
    for (size_t i = 0; i < format.len; i++) {
        const char *rest = memchr(format.data + i, '%', format.len - i);
        size_t end = rest ? (size_t)(rest - format.data) : format.len;
        if (end > i)
            print_text(&p, format.data + i, end - i);
        if (rest && end + 1 < format.len)
            print_field(&p, &c, format.data[end + 1]);
        else if (rest)
            print_text(&p, "%", 1);
        i = end + 1;
    }
    return printer_str(&p);
}

static value print_date(struct calendar c)
{
    struct printer p;
    printer_init(&p);
    print_field(&p, &c, 'c');
    return printer_str(&p);
}

static value time_asctime(size_t n, value *args)
{
    if (n)
        return print_date(need_calendar(args[0]));
    int64_t now = time_argument(0, NULL);
    return print_date(calendar_of(now + utc_offset(now)));
}

static value time_ctime(size_t n, value *args)
{
    int64_t t = time_argument(n, args);
    return print_date(calendar_of(t + utc_offset(t)));
}

/* ---- what local time is in general ---- */

/* timezone, altzone, daylight, tzname: taken from the January and the July of the present year. */
static value time_getattr(value module, value name)
{
    (void)module;
    if (name == SYMBOL(S_struct_time)) {
        value cls = record_class(RECORD_TIME);
        return cls == UNDEF ? from_ptr(&type_tuple) : cls;
    }
    if (name != SYMBOL(S_timezone) && name != SYMBOL(S_altzone) && name != SYMBOL(S_daylight) && name != SYMBOL(S_tzname))
        return UNDEF;
    struct port_zone half[2];
    int64_t year = calendar_of(time_argument(0, NULL)).year;
    port_zone(days_of(year, 1, 1) * 86400, &half[0]);
    port_zone(days_of(year, 7, 1) * 86400, &half[1]);
    bool south = half[0].summer;
    const struct port_zone *winter = &half[south], *summer = &half[!south];
    if (name == SYMBOL(S_timezone))
        return from_int(-winter->offset);
    if (name == SYMBOL(S_altzone))
        return from_int(-summer->offset);
    if (name == SYMBOL(S_daylight))
        return from_int(winter->summer != summer->summer);
    value names[2] = {str_new(winter->name, strlen(winter->name)), str_new(summer->name, strlen(summer->name))};
    return tuple_new(2, names);
}

static const sym time_computed[] = {S_struct_time, S_timezone, S_altzone, S_daylight, S_tzname, 0};

/* ---- the table ---- */

FUN0(time_time_function, time, time_time);
FUN0(time_time_ns_function, time_ns, time_time_ns);
FUN0(time_monotonic_function, monotonic, time_monotonic);
FUN0(time_monotonic_ns_function, monotonic_ns, time_monotonic_ns);
FUN0(time_process_time_function, process_time, time_process_time);
FUN0(time_process_time_ns_function, process_time_ns, time_process_time_ns);
FUN0(time_ticks_ms_function, ticks_ms, time_ticks_ms);
FUN0(time_ticks_us_function, ticks_us, time_ticks_us);
FUN0(time_ticks_cpu_function, ticks_cpu, time_ticks_cpu);
FUN2(time_ticks_add_function, ticks_add, time_ticks_add);
FUN2(time_ticks_diff_function, ticks_diff, time_ticks_diff);
FUN1(time_sleep_function, sleep, time_sleep);
FUN1(time_sleep_ms_function, sleep_ms, time_sleep_ms);
FUN1(time_sleep_us_function, sleep_us, time_sleep_us);
FUNV(time_gmtime_function, gmtime, 0, 1, time_gmtime);
FUNV(time_localtime_function, localtime, 0, 1, time_localtime);
FUN1(time_mktime_function, mktime, time_mktime);
FUNV(time_strftime_function, strftime, 1, 2, time_strftime);
FUNV(time_asctime_function, asctime, 0, 1, time_asctime);
FUNV(time_ctime_function, ctime, 0, 1, time_ctime);

static const struct attr time_attrs[] = {
    ATTR(time, time_time_function),
    ATTR(time_ns, time_time_ns_function),
    ATTR(monotonic, time_monotonic_function),
    ATTR(monotonic_ns, time_monotonic_ns_function),
    ATTR(perf_counter, time_monotonic_function),
    ATTR(perf_counter_ns, time_monotonic_ns_function),
    ATTR(process_time, time_process_time_function),
    ATTR(process_time_ns, time_process_time_ns_function),
    ATTR(thread_time, time_process_time_function),
    ATTR(thread_time_ns, time_process_time_ns_function),
    ATTR(ticks_ms, time_ticks_ms_function),
    ATTR(ticks_us, time_ticks_us_function),
    ATTR(ticks_cpu, time_ticks_cpu_function),
    ATTR(ticks_add, time_ticks_add_function),
    ATTR(ticks_diff, time_ticks_diff_function),
    ATTR(sleep, time_sleep_function),
    ATTR(sleep_ms, time_sleep_ms_function),
    ATTR(sleep_us, time_sleep_us_function),
    ATTR(gmtime, time_gmtime_function),
    ATTR(localtime, time_localtime_function),
    ATTR(mktime, time_mktime_function),
    ATTR(strftime, time_strftime_function),
    ATTR(asctime, time_asctime_function),
    ATTR(ctime, time_ctime_function),
};

const struct module_def module_time = {
    .name = SYMBOL(S_time),
    .attrs = time_attrs,
    .nattrs = sizeof time_attrs / sizeof time_attrs[0],
    .getattr = time_getattr,
    .computed = time_computed,
};
