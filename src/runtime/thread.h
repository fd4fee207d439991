/* Threads: each is a thread of the port's with its own C stack and its own part of the machine (struct vm_thread), but
 * only one at a time runs Python code or touches objects: the one whose turn it is.
 *
 * The turn changes hands at polls (vm.pending, by handle_pending) when another one has waited for it for the
 * switch interval, and around calls that may wait (thread_outside() of port.h: pointers to objects and buffers that
 * its callers hold keep them in their place). So C code need not know of threads but
 * where it must expect Python code to run anyway. Turns are taken in the order in which they were asked for.
 *
 * A program that starts no thread runs none of this. */
#ifndef ADDER_THREAD_H
#define ADDER_THREAD_H

#include "runtime.h"

#if ADDER_THREADS

struct source;

struct thread {
    struct thread *next;        /* of all */
    unsigned number;            /* get_ident(): 1 is the main thread's */
    /* while it is not its turn: */
    struct vm_thread machine;
    const void *stack_low;      /* its C stack is in use from here */
    void *stack_top;            /* to here */
    const char *stack_limit;    /* recursion goes no deeper */
    unsigned heap_locked;
    struct loading *loading;    /* of import.c */
    const struct source *source; /* syntax_error_source */
    struct syntax_warnings *warnings; /* syntax_warnings_current */
    /* what it is for: */
    void (*run)(value what);
    value what;
    value locals;               /* thread_locals(): a dict, or UNDEF */
    bool daemon;                /* the program does not wait for its end */
    bool gone;                  /* it is to end: the program that it belongs to has */
    /* its turn, and waiting: */
    struct thread *next_ready, *next_waiting;
    bool has_turn;
    bool woken;
    const void *key;            /* thread_wait() */
    uint64_t since;
    uint32_t event;             /* of port.h */
};

extern struct thread *thread_current; /* whose turn it is */
extern unsigned thread_count;         /* besides the main one */
extern unsigned thread_interval;      /* sys.setswitchinterval(), in microseconds */

/* Visits what every thread but the one whose turn it is has of the machine. */
void thread_each(void (*fn)(struct vm_thread *t, void *arg), void *arg);
void thread_begin(void *stack_top, const char *stack_limit); /* at start: the main thread */
bool thread_is_main(void);
/* Starts a thread that calls run(what), which must not raise; returns its number. RuntimeError: the port can't;
 * MemoryError. stack: bytes that recursion in C may use. */
unsigned thread_start(void (*run)(value what), value what, bool daemon, size_t stack);
/* Lets those run that wait for their turn. SystemExit: the thread is to end. */
void thread_yield(void);
/* Waits for thread_wake(key): true. false: the time (port_clock_ns(); UINT64_MAX: never) is over, or something is
 * pending: the caller looks what, and at the clock. */
bool thread_wait(const void *key, uint64_t deadline);
/* Wakes the one who waits longest for this key, or all. */
void thread_wake(const void *key, bool all);
void thread_wake_main(void);          /* out of any wait, to see what is pending; a signal handler may call it */
/* For how long, in nanoseconds, the first of those has waited; 0: there is none. */
uint64_t thread_waits(const void *key);
bool thread_find(unsigned number);    /* whether there is such a one */
struct dict *thread_locals(void);     /* values of the current thread, made at first use */
/* If another thread loads the module now, waits till that is over: true. Not if that one waits for a module that this
 * one loads. */
bool thread_finish_import(value module);
static inline void thread_wake_import(value module) { thread_wake(obj_of(module), true); }

/* The end of the program: waits for all threads that are no daemons. May raise KeyboardInterrupt. */
void thread_finish(void);
void thread_stop(void);               /* from now on no other thread has a turn any more */
void thread_abandon(void);            /* tells all others to end, by a SystemExit in each */

#else
static inline bool thread_is_main(void) { return true; }
static inline void thread_yield(void) {}
static inline void thread_wake_main(void) {}
static inline void thread_wake_import(value module) { (void)module; }
static inline bool thread_finish_import(value module) { return (void)module, false; }
static inline void thread_finish(void) {}
static inline void thread_stop(void) {}
static inline void thread_abandon(void) {}
#endif
#endif
