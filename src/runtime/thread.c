/* Threads: whose turn it is, waiting, and how they begin and end. See thread.h.
 *
 * Three things are guarded in different ways. The turn and the queue of those who want it (the ready ones) are
 * changed under the port's lock, by threads whose turn it is not, too. The list of all threads and the queue of those who
 * wait for a key are changed by the one whose turn it is. What is per thread in the rest of the system lies in
 * plain variables, and is exchanged only when the turn goes to another thread than the one before.
 */
#include "thread.h"

#if ADDER_THREADS
#include "../compiler/compiler.h"

#if defined(__GNUC__)
#define NOINLINE __attribute__((noinline))
#endif

static struct thread main_thread;
struct thread *thread_current = &main_thread;
unsigned thread_count;
unsigned thread_interval = 5000;

static struct thread *threads;        /* all but the main one */
static struct thread *loaded = &main_thread; /* whose part of the machine is in place; NULL: it has ended */
static struct thread *ready_first, **ready_last = &ready_first;
static struct thread *waiting_first, **waiting_last = &waiting_first;
static bool turn_is_free;
static unsigned turns;                /* how often it has changed hands */
static unsigned last_number;
static unsigned foreground;           /* threads that are no daemons */
static bool stopped;                  /* thread_stop() */

/* ---- what is per thread ---- */

static void switch_to(struct thread *t)
{
    thread_current = t;
    if (loaded != t) {
        if (loaded) {
            vm_thread_save(&loaded->machine);
            loaded->loading = import_loading;
            loaded->source = syntax_error_source;
#if ADDER_SYNTAX_WARNINGS
            loaded->warnings = syntax_warnings_current;
#endif
            loaded->heap_locked = heap_locked;
        }
        vm_thread_load(&t->machine);
        import_loading = t->loading;
        syntax_error_source = t->source;
#if ADDER_SYNTAX_WARNINGS
        syntax_warnings_current = t->warnings;
#endif
        heap_set_stack_top(t->stack_top);
        runtime_stack_top = t->stack_top;
        c_stack_limit = t->stack_limit;
        if (heap_locked != t->heap_locked)
            heap_set_locked(t->heap_locked);
        loaded = t;
    }
    if (t->gone || (heap_stress && thread_count)) /* thread_yield() tells it; or under stress, each poll switches */
        __atomic_fetch_or(&vm.pending, PENDING_SWITCH, __ATOMIC_RELAXED);
}

void thread_each(void (*fn)(struct vm_thread *t, void *arg), void *arg)
{
    if (loaded != &main_thread)
        fn(&main_thread.machine, arg);
    for (struct thread *t = threads; t; t = t->next)
        if (t != loaded)
            fn(&t->machine, arg);
}

static void visit_thread(struct thread *t)
{
    heap_visit(&t->what);
    heap_visit(&t->locals);
    if (t != thread_current) { /* its own machine and stack are in place */
        vm_thread_visit(&t->machine);
        heap_visit_stack(t->stack_low, t->stack_top);
    }
}

static void visit_threads(void)
{
    visit_thread(&main_thread);
    for (struct thread *t = threads; t; t = t->next)
        visit_thread(t);
}

void thread_begin(void *stack_top, const char *stack_limit)
{
    memset(&main_thread, 0, sizeof main_thread);
    main_thread.number = last_number = 1;
    main_thread.stack_top = stack_top;
    main_thread.stack_limit = stack_limit;
    thread_current = loaded = &main_thread;
    threads = ready_first = waiting_first = NULL;
    ready_last = &ready_first;
    waiting_last = &waiting_first;
    thread_count = foreground = 0;
    turn_is_free = stopped = false;
    heap_add_roots(visit_threads);
}

bool thread_is_main(void)
{
    return thread_current == &main_thread;
}

bool thread_find(unsigned number)
{
    bool found = number == main_thread.number;
    for (struct thread *t = threads; t && !found; t = t->next)
        found = t->number == number;
    return found;
}

struct dict *thread_locals(void)
{
    if (thread_current->locals == UNDEF)
        thread_current->locals = from_ptr(dict_new(0));
    return dict_of(thread_current->locals);
}

/* ---- turns ---- */

/* It is another one's turn: the first one's that wants it. */
static void give_turn(void)
{
    port_threads_lock();
    struct thread *next = ready_first;
    turns++;
    if (next) {
        ready_first = next->next_ready;
        if (!ready_first)
            ready_last = &ready_first;
        __atomic_store_n(&next->has_turn, true, __ATOMIC_RELEASE);
    } else {
        turn_is_free = true;
    }
    port_threads_unlock();
    if (next)
        port_event_set(&next->event);
}

static bool has_turn(const struct thread *t)
{
    return __atomic_load_n(&t->has_turn, __ATOMIC_ACQUIRE);
}

static void take_turn(struct thread *t)
{
    port_threads_lock();
    t->has_turn = turn_is_free;
    turn_is_free = false;
    if (!t->has_turn) {
        t->next_ready = NULL;
        *ready_last = t;
        ready_last = &t->next_ready;
    }
    unsigned seen = turns;
    port_threads_unlock();
    while (!has_turn(t)) {
        bool early = port_event_wait(&t->event, (uint64_t)thread_interval * 1000);
        unsigned now = __atomic_load_n(&turns, __ATOMIC_RELAXED);
        if (!early && now == seen) /* somebody had all of that time */
            __atomic_fetch_or(&vm.pending, PENDING_SWITCH, __ATOMIC_RELAXED);
        seen = now;
    }
    switch_to(t);
}

static NOINLINE word call_outside(word (*fn)(void *arg), void *arg)
{
    struct thread *me = thread_current;
    me->stack_low = __builtin_frame_address(0);
    give_turn();
    word result = fn(arg);
    take_turn(me);
    return result;
}

/* The registers of the callers are put on the stack first, as the collector does it: another thread is to find them. */
NOINLINE word thread_outside(word (*fn)(void *arg), void *arg)
{
    if (!thread_others())
        return fn(arg);
    __builtin_unwind_init();
    word result = call_outside(fn, arg);
    __asm__ volatile("" ::: "memory"); /* no tail call: this frame stays */
    return result;
}

bool thread_others(void)
{
    return thread_count > 0 && !stopped;
}

static word nothing(void *unused)
{
    (void)unused;
    return 0;
}

void thread_yield(void)
{
    thread_outside(nothing, NULL);
    if (thread_current->gone)
        raise(from_ptr(&type_SystemExit));
}

/* ---- waiting ---- */

struct wait {
    struct thread *me;
    uint64_t deadline;
};

static word wait_for_event(void *arg)
{
    const struct wait *w = arg;
    while (!__atomic_load_n(&w->me->woken, __ATOMIC_ACQUIRE)) {
        uint64_t now = port_clock_ns();
        if (now >= w->deadline || w->me->gone || (w->me == &main_thread && interrupt_wanted()))
            break;
        port_event_wait(&w->me->event, w->deadline - now);
    }
    return 0;
}

static void stop_waiting(struct thread *t)
{
    struct thread **at = &waiting_first;
    while (*at != t)
        at = &(*at)->next_waiting;
    *at = t->next_waiting;
    if (!*at)
        waiting_last = at;
    t->key = NULL;
}

bool thread_wait(const void *key, uint64_t deadline)
{
    struct thread *me = thread_current;
    struct wait w = {me, deadline};
    me->key = key;
    me->woken = false;
    me->since = port_clock_ns();
    me->next_waiting = NULL;
    *waiting_last = me;
    waiting_last = &me->next_waiting;
    port_console_settle();
    thread_outside(wait_for_event, &w);
    if (!me->woken)
        stop_waiting(me);
    return me->woken;
}

void thread_wake(const void *key, bool all)
{
    for (struct thread *t = waiting_first, *next; t; t = next) {
        next = t->next_waiting;
        if (t->key != key)
            continue;
        stop_waiting(t);
        __atomic_store_n(&t->woken, true, __ATOMIC_RELEASE);
        port_event_set(&t->event);
        if (!all)
            return;
    }
}

uint64_t thread_waits(const void *key)
{
    for (struct thread *t = waiting_first; t; t = t->next_waiting)
        if (t->key == key)
            return port_clock_ns() - t->since + 1;
    return 0;
}

/* For the signal handler. */
void thread_wake_main(void)
{
    port_event_set(&main_thread.event);
}

/* ---- beginning and ending ---- */

/* What a new thread is made of; the one that starts it waits, without giving its turn away, till that is taken over. */
struct start {
    struct thread thread;
    uint32_t taken;
    size_t stack;
};

static value run_protected(void *arg)
{
    struct thread *t = arg;
    t->run(t->what);
    return NONE;
}

static void thread_end(struct thread *me)
{
    struct thread **at = &threads;
    while (*at != me)
        at = &(*at)->next;
    *at = me->next;
    thread_count--;
    foreground -= !me->daemon;
    if (foreground == 0)
        thread_wake(&foreground, true);
    loaded = NULL;
    give_turn();
}

/* The function of the port's thread. */
static void thread_main(void *arg)
{
    struct start *start = arg;
    struct thread me = start->thread;
    me.stack_top = __builtin_frame_address(0);
    me.stack_low = me.stack_top;
    me.stack_limit = (const char *)me.stack_top - start->stack;
    me.next = threads;
    threads = &me;
    thread_count++;
    foreground += !me.daemon;
    port_event_set(&start->taken);
    take_turn(&me);
    value e;
    protect(run_protected, &me, &e);
    thread_end(&me);
}

unsigned thread_start(void (*run)(value what), value what, bool daemon, size_t stack)
{
    struct start start = {.stack = stack};
    vm_thread_new(&start.thread.machine);
    start.thread.run = run;
    start.thread.what = what;
    start.thread.daemon = daemon;
    start.thread.number = ++last_number;
    if (stopped || port_thread_start(thread_main, &start, stack) < 0)
        raise_error(&type_RuntimeError, "can't start new thread");
    while (!port_event_wait(&start.taken, UINT64_MAX)) {}
    return last_number;
}

void thread_finish(void)
{
    while (foreground) {
        thread_wait(&foreground, UINT64_MAX);
        check_interrupt();
    }
}

void thread_stop(void)
{
    stopped = true;
}

void thread_abandon(void)
{
    foreground = 0;
    for (struct thread *t = threads; t; t = t->next) {
        t->gone = t->daemon = true;
        port_event_set(&t->event);
    }
}

/* ---- modules that are being loaded ---- */

static struct thread *loader_of(const void *module)
{
    for (struct thread *t = &main_thread; t; t = t == &main_thread ? threads : t->next)
        for (struct loading *l = t == thread_current ? NULL : t->loading; l; l = l->outer)
            if (obj_of(l->module) == module)
                return t;
    return NULL;
}

bool thread_finish_import(value module)
{
    bool waited = false;
    for (struct thread *loader; thread_count && is_obj(module) && (loader = loader_of(obj_of(module)));) {
        for (struct thread *t = loader; t; t = t->key ? loader_of(t->key) : NULL)
            for (struct loading *l = import_loading; l && t->key; l = l->outer)
                if (obj_of(l->module) == t->key)
                    return waited;
        thread_wait(obj_of(module), UINT64_MAX);
        check_interrupt();
        waited = true;
    }
    return waited;
}
#endif
