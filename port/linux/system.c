/* Memory, time, signals, entropy, the environment. */
#define _GNU_SOURCE
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/utsname.h>
#include <time.h>
#include <unistd.h>

#include "linux.h"

const char port_platform[] = "linux";
const char port_machine[] = "linux";

/* ---- memory ---- */

#define STACK_MARGIN (256 * 1024) /* for what lies above main() and for signal handlers */

/* Half of the memory that the machine has, no more than the limits of the process allow, and at most 4 GiB: a
 * program that runs wild is to get MemoryError before the machine swaps. */
static size_t sensible_heap(void)
{
    uint64_t size = (uint64_t)sysconf(_SC_PHYS_PAGES) * (uint64_t)sysconf(_SC_PAGESIZE) / 2;
    static const int limits[] = {RLIMIT_AS, RLIMIT_DATA};
    for (unsigned i = 0; i < 2; i++) {
        struct rlimit r;
        if (getrlimit(limits[i], &r) == 0 && r.rlim_cur != RLIM_INFINITY && r.rlim_cur / 2 < size)
            size = r.rlim_cur / 2;
    }
    uint64_t most = sizeof(void *) == 8 ? (uint64_t)1 << 32 : (uint64_t)1 << 30;
    return (size_t)(size < most ? size : most);
}

void *port_heap(size_t *size, bool *plenty)
{
    *plenty = *size == 0;
    if (*plenty)
        *size = sensible_heap() & ~(size_t)4095;
    void *start = MAP_FAILED;
    while (start == MAP_FAILED) {
        start = mmap(NULL, *size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (start == MAP_FAILED) {
            if (!*plenty || *size < 1 << 20)
                return NULL;
            *size = *size / 2 & ~(size_t)4095;
        }
    }
    return start;
}

size_t port_c_stack(void)
{
    struct rlimit r;
    if (getrlimit(RLIMIT_STACK, &r) < 0 || r.rlim_cur == RLIM_INFINITY)
        return 8 * 1024 * 1024 - STACK_MARGIN;
    return r.rlim_cur > 2 * STACK_MARGIN ? (size_t)r.rlim_cur - STACK_MARGIN : (size_t)r.rlim_cur / 2;
}

/* ---- texts ---- */

static void copy_text(char *out, size_t room, const char *text)
{
    size_t n = strlen(text);
    if (n >= room)
        n = room - 1;
    memcpy(out, text, n);
    out[n] = 0;
}

/* ---- signals ---- */

bool interrupt_on = true;

static void on_interrupt(int number)
{
    (void)number;
    if (interrupt_on)
        interrupt_request();
}

static void on_pipe(int number)
{
    (void)number;
}

void port_keyboard_interrupt(bool on)
{
    interrupt_on = on;
    terminal_interrupt_changed();
}

/* Signals that the process was started to ignore, by nohup for one, stay ignored. System calls are not restarted,
 * so that what waits in one sees the signal. */
static void catch_signal(int number, void (*handler)(int), int flags)
{
    struct sigaction act = {.sa_handler = handler, .sa_flags = flags}, before;
    sigemptyset(&act.sa_mask);
    if (sigaction(number, NULL, &before) == 0 && before.sa_handler != SIG_IGN)
        sigaction(number, &act, NULL);
}

void signals_start(void)
{
    catch_signal(SIGINT, on_interrupt, 0);
    catch_signal(SIGPIPE, on_pipe, 0); /* write() fails instead; programs that this one starts get the default back */
    /* once: the second one ends a process that does not listen */
    catch_signal(SIGTERM, interrupt_end, SA_RESETHAND);
    catch_signal(SIGHUP, interrupt_end, SA_RESETHAND);
}

_Noreturn void port_end_by_signal(int number)
{
    terminal_restore();
    signal(number, SIG_DFL);
    kill(getpid(), number);
    _exit(128 + number);
}

struct wait {
    struct pollfd *files;
    size_t n;
    uint64_t ns;
};

/* Signals, which are the main thread's, are blocked from the look at what is pending to the wait: none comes in between
 * unseen. */
static word wait_outside(void *arg)
{
    const struct wait *w = arg;
    sigset_t block, before;
    struct timespec t = {(time_t)(w->ns / 1000000000u), (long)(w->ns % 1000000000u)};
    sigemptyset(&block);
    sigaddset(&block, SIGINT);
    sigaddset(&block, SIGTERM);
    sigaddset(&block, SIGHUP);
    pthread_sigmask(SIG_BLOCK, &block, &before);
    int r = -EINTR;
    if (!port_thread_is_main() || !interrupt_pending())
        r = result_of(ppoll(w->files, w->n, w->ns == FOREVER ? NULL : &t, &before));
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return r;
}

int wait_for_files(struct pollfd *files, size_t n, uint64_t ns)
{
    struct wait w = {files, n, ns};
    return (int)thread_outside(wait_outside, &w);
}

int wait_for(int fd, uint64_t ns)
{
    struct pollfd wait = {fd, POLLIN, 0};
    return wait_for_files(&wait, 1, ns);
}

/* ---- time ---- */

static uint64_t clock_ns(clockid_t which)
{
    struct timespec t;
    clock_gettime(which, &t);
    return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

uint64_t port_clock_ns(void) { return clock_ns(CLOCK_MONOTONIC); }
uint64_t port_cpu_ns(void) { return clock_ns(CLOCK_PROCESS_CPUTIME_ID); }
int64_t port_time_ns(void) { return (int64_t)clock_ns(CLOCK_REALTIME); }

bool port_sleep_ns(uint64_t ns)
{
    return wait_for(-1, ns) == 0;
}

void port_zone(int64_t unix_seconds, struct port_zone *out)
{
    time_t t = (time_t)unix_seconds;
    struct tm tm;
    *out = (struct port_zone){.name = "UTC"};
    if (!localtime_r(&t, &tm))
        return;
    out->offset = (int)tm.tm_gmtoff;
    out->summer = tm.tm_isdst > 0;
    copy_text(out->name, sizeof out->name, tm.tm_zone);
}

/* ---- entropy ---- */

void port_entropy(void *out, size_t n)
{
    uint8_t *at = out;
    while (n) {
        ssize_t r = getrandom(at, n, 0);
        if (r < 0 && errno != EINTR)
            abort(); /* no kernel that this runs on lacks it, and nothing else may stand in for it */
        if (r > 0) {
            at += r;
            n -= (size_t)r;
        }
    }
}

/* ---- the system around ---- */

const char *port_getenv(const char *name)
{
    return getenv(name);
}

int port_setenv(const char *name, const char *content)
{
    return result_of(content ? setenv(name, content, 1) : unsetenv(name));
}

const char *const *port_environment(void)
{
    return (const char *const *)environ;
}

static word system_outside(void *command)
{
    return result_of(system(command));
}

int port_system(const char *command)
{
    port_terminal_reads(); /* the command may */
    return (int)thread_outside(system_outside, (void *)(uintptr_t)command);
}

int port_process_id(void)
{
    return getpid();
}

int port_executable(char *out, size_t n)
{
    ssize_t len = readlink("/proc/self/exe", out, n - 1);
    if (len < 0)
        return -errno;
    out[len] = 0;
    return 0;
}

void port_uname(struct port_uname *out)
{
    struct utsname u;
    uname(&u);
    copy_text(out->system, sizeof out->system, u.sysname);
    copy_text(out->node, sizeof out->node, u.nodename);
    copy_text(out->release, sizeof out->release, u.release);
    copy_text(out->version, sizeof out->version, u.version);
    copy_text(out->machine, sizeof out->machine, u.machine);
}

const char *port_error_text(int number)
{
    return strerrordesc_np(number);
}
