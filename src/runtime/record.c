/* Records: see record.h. Their classes are made by collections.namedtuple, when first needed. */
#include "record.h"

#if ADDER_MODULES
static const struct {
    uint16_t module, name, count;
    const char *fields; /* with spaces between; NULL: always a plain tuple */
} records[RECORDS] = {
    [RECORD_STAT] = {S_os, S_stat_result, 10,
                     "st_mode st_ino st_dev st_nlink st_uid st_gid st_size st_atime st_mtime st_ctime"},
    [RECORD_STATVFS] = {S_os, S_statvfs_result, 10,
                        "f_bsize f_frsize f_blocks f_bfree f_bavail f_files f_ffree f_favail f_flag f_namemax"},
    [RECORD_TIME] = {S_time, S_struct_time, 9, "tm_year tm_mon tm_mday tm_hour tm_min tm_sec tm_wday tm_yday tm_isdst"},
    [RECORD_UNAME] = {S_posix, S_uname_result, 5, "sysname nodename release version machine"},
    [RECORD_VERSION] = {S_sys, S_version_info, 5, "major minor micro releaselevel serial"},
    [RECORD_FLOAT] = {S_sys, S_float_info, 11,
                      "max max_exp max_10_exp min min_exp min_10_exp dig mant_dig epsilon radix rounds"},
    [RECORD_FLAGS] = {S_sys, S_flags, 18,
                      "debug inspect interactive optimize dont_write_bytecode no_user_site no_site ignore_environment "
                      "verbose bytes_warning quiet hash_randomization isolated dev_mode utf8_mode warn_default_encoding "
                      "safe_path int_max_str_digits"},
    [RECORD_INT] = {S_sys, S_int_info, 4, "bits_per_digit sizeof_digit default_max_str_digits str_digits_check_threshold"},
    [RECORD_HASH] = {S_sys, S_hash_info, 9, "width modulus inf nan imag algorithm hash_bits seed_bits cutoff"},
    [RECORD_UNRAISABLE] = {S_builtins, S_UnraisableHookArgs, 5, "exc_type exc_value exc_traceback err_msg object"},
};

static value classes[RECORDS]; /* UNDEF until first needed */

void record_forget(void)
{
    memset(classes, 0, sizeof classes);
}

void record_visit(void)
{
    heap_visit_all(classes, RECORDS);
}

/* class(sequence), as CPython's records have it. */
static value make_record(value cls, value items)
{
    return call_method(cls, SYMBOL(S__make), 1, &items);
}

static value plain_repr; /* that of named tuples: lies in ROM */

/* MODULE.NAME(field=value, ...) */
static value record_repr(value self)
{
    value module = get_attr(from_ptr(type_of(self)), SYMBOL(S___module__)), text = call(plain_repr, 1, &self);
    return module == SYMBOL(S_builtins) ? text : str_format_c("%v.%v", module, text);
}

METHOD1(function_record_repr, __repr__, record_repr);

static const struct cfunction function_make_record = {
    {&type_builtin_function}, S___new__, CF_2, 2, 2, 0, {.f2 = make_record}};

value record_class(enum record kind)
{
    if (classes[kind] != UNDEF || ADDER_LEVEL < 2)
        return classes[kind];
    value collections = import_builtin(SYMBOL(S_collections));
    value make = collections == UNDEF ? UNDEF : find_attr(collections, SYMBOL(S_namedtuple));
    if (make == UNDEF)
        return UNDEF;
    value args[2] = {SYMBOL(records[kind].name), str_new(records[kind].fields, strlen(records[kind].fields))};
    classes[kind] = call(make, 2, args);
    plain_repr = find_attr(classes[kind], SYMBOL(S___repr__));
    set_attr(classes[kind], SYMBOL(S___module__), SYMBOL(records[kind].module));
    set_attr(classes[kind], SYMBOL(S___new__), from_ptr(&function_make_record));
    set_attr(classes[kind], SYMBOL(S___repr__), from_ptr(&function_record_repr));
    return classes[kind];
}

value record_new(enum record kind, const value *items)
{
    value cls = record_class(kind);
    value t = tuple_new(records[kind].count, items);
    return cls == UNDEF ? t : make_record(cls, t);
}
#endif
