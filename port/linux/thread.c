/* Threads, by POSIX; and events, by the kernel's futexes: those may be set by a signal handler, and a wait for one is
 * ended by a signal. */
#define _GNU_SOURCE
#include "linux.h"

#if ADDER_THREADS
#include <errno.h>
#include <limits.h>
#include <linux/futex.h>
#include <pthread.h>
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

#define STACK_MARGIN (128 * 1024) /* for what a thread begins with, and for what no recursion is counted in */

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static _Thread_local bool is_other;

static struct {
    void (*run)(void *arg);
    void *arg;
} next; /* what the thread that is being started is to do: there is one at a time */

static void *begin(void *unused)
{
    (void)unused;
    is_other = true;
    next.run(next.arg);
    return NULL;
}

int port_thread_start(void (*run)(void *arg), void *arg, size_t stack)
{
    pthread_attr_t how;
    pthread_t id;
    sigset_t all, before;
    size_t size = (stack + STACK_MARGIN + 4095) & ~(size_t)4095;
    next.run = run;
    next.arg = arg;
    pthread_attr_init(&how);
    pthread_attr_setdetachstate(&how, PTHREAD_CREATE_DETACHED);
    int error = pthread_attr_setstacksize(&how, size);
    sigfillset(&all); /* signals are the main thread's */
    pthread_sigmask(SIG_SETMASK, &all, &before);
    if (!error)
        error = pthread_create(&id, &how, begin, NULL);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    pthread_attr_destroy(&how);
    return -error;
}

bool port_thread_is_main(void)
{
    return !is_other;
}

uint64_t port_thread_id(void)
{
    return (uint64_t)syscall(SYS_gettid);
}

void port_thread_interrupt(void)
{
    kill(getpid(), SIGINT);
}

void port_threads_lock(void)
{
    pthread_mutex_lock(&lock);
}

void port_threads_unlock(void)
{
    pthread_mutex_unlock(&lock);
}

/* ---- events ---- */

#ifdef SYS_futex
typedef long futex_time; /* as the system call has it, whatever time_t is */
#else
#define SYS_futex SYS_futex_time64
typedef int64_t futex_time;
#endif

bool port_event_wait(uint32_t *event, uint64_t ns)
{
    struct {
        futex_time seconds, ns;
    } t = {(futex_time)(ns / 1000000000u), (futex_time)(ns % 1000000000u)};
    if (__atomic_exchange_n(event, 0, __ATOMIC_ACQ_REL))
        return true;
    bool forever = ns / 1000000000u > INT32_MAX;
    syscall(SYS_futex, event, FUTEX_WAIT_PRIVATE, 0, forever ? NULL : &t, NULL, 0);
    return __atomic_exchange_n(event, 0, __ATOMIC_ACQ_REL);
}

void port_event_set(uint32_t *event)
{
    int error = errno;
    __atomic_store_n(event, 1, __ATOMIC_RELEASE);
    syscall(SYS_futex, event, FUTEX_WAKE_PRIVATE, 1, NULL, NULL, 0);
    errno = error;
}
#endif
