/* Ctrl-C stops whatever runs: each program loops over one operation that is long in C. Prints how long the slowest took
 * to stop; a second is too long (the machine may be busy). The interpreter is $ADDER, or the one of the same build. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static const struct {
    const char *setup, *operation;
} programs[] = {
    {"", "pass"},
    {"l = [i * 7919 % 1000003 for i in range(1000000)]", "sorted(l)"},
    {"l = [str(i * 7919 % 1000003) for i in range(300000)]", "sorted(l, reverse=True)"},
    {"l = list(range(1000000))", "sorted(l, key=lambda x: -x)"},
    {"a = 3 ** 1000000", "a * a"},
    {"", "3 ** 20000000"},
    {"a = 3 ** 5000", "pow(a, a, a + 2)"},
    {"a = 3 ** 500000; b = 7 ** 100000", "divmod(a, b)"},
    {"import sys; sys.set_int_max_str_digits(0); a = 3 ** 1000000", "str(a)"},
    {"import sys; sys.set_int_max_str_digits(0); a = '7' * 1000000", "int(a)"},
    {"a = (1 << 50000000) - 1", "hex(a)"},
    {"", "sum(range(10 ** 10))"},
    {"", "min(range(10 ** 10))"},
    {"", "list(range(3 * 10 ** 7))"},
    {"", "any(map(bool, zip()))\n for x in filter(None, map(lambda x: 0, range(10 ** 10))): pass"},
    {"l = list(range(3000000))", "-1 in l"},
    {"l = ['abc%d' % (i % 50) for i in range(500000)]", "l.count('zzz1')"},
    {"s = 'ab' * 5000000", "s.replace('ab', 'xyz')"},
    {"s = 'a' * 5000000", "s.find('ab')"},
    {"s = 'a' * 200000; t = 'a' * 100000 + 'b'", "s.find(t)"},
    {"s = 'a b ' * 2000000", "s.split()"},
    {"s = '\u00e4b' * 3000000", "s.upper()"},
    {"s = '\u00e4' * 5000000", "s.encode('utf-16')"},
    {"l = ['abc'] * 5000000", "''.join(l)"},
    {"l = list(range(3000000))", "repr(l)"},
    {"m = memoryview(bytes(10000000))", "m.tolist()"},
    {"b = bytes(5000000)", "repr(b)"},
    {"import math", "math.factorial(200000)"},
    {"s = 'x = 1\\n' * 1000000", "compile(s, 's', 'exec')"},
    {"s = '[' + '1, ' * 3000000 + ']'", "eval(s)"},
    {"a = set(range(1000000)); b = set(range(500000, 1500000))", "a & b; a | b; a ^ b"},
    {"import time", "time.sleep(100)"},
    {"import select; p = select.poll()", "p.poll()"},
    {"import hashlib; b = bytes(50000000)", "hashlib.sha256(b)"},
    {"import re", "re.match('(a*)*b', 'a' * 40)"},
    {"import re", "re.match('(?:a|a)*?b', 'a' * 40)"},
    {"import re; s = 'a' * 100000", "re.search('a*a*b', s)"},
};

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Seconds from the signal to the end; negative: it did not end by KeyboardInterrupt. */
static double run(const char *adder, const char *setup, const char *operation)
{
    char text[1000], line[8];
    int out[2];
    snprintf(text, sizeof text, "%s\nprint('go', flush=True)\nwhile True:\n %s\n", setup, operation);
    if (pipe(out))
        return -1;
    pid_t child = fork();
    if (child == 0) {
        dup2(out[1], STDOUT_FILENO);
        close(out[0]);
        close(out[1]);
        if (!freopen("/dev/null", "w", stderr))
            _exit(126);
        signal(SIGINT, SIG_DFL);
        execl(adder, adder, "-c", text, (char *)NULL);
        _exit(127);
    }
    close(out[1]);
    ssize_t n = read(out[0], line, sizeof line);
    close(out[0]);
    usleep(60000);
    double began = now(), took;
    int status = 0;
    kill(child, SIGINT);
    do {
        usleep(1000);
        took = now() - began;
    } while (waitpid(child, &status, WNOHANG) == 0 && took < 20);
    if (took >= 20) {
        kill(child, SIGKILL);
        waitpid(child, &status, 0);
    }
    return n > 0 && WIFSIGNALED(status) && WTERMSIG(status) == SIGINT ? took : -1; /* as shells want it */
}

int main(int argc, char **argv)
{
    char path[4096];
    const char *adder = getenv("ADDER"), *end = strstr(argv[0], "/unit/");
    (void)argc;
    if (!adder) { /* build/NAME/unit/test_interrupt: build/NAME/adder, or build/adder */
        int n = end ? (int)(end - argv[0]) : 0;
        snprintf(path, sizeof path, "%.*s/adder", n, argv[0]);
        if (access(path, X_OK))
            snprintf(path, sizeof path, "%.*s/../adder", n, argv[0]);
        adder = path;
    }
    if (access(adder, X_OK)) {
        printf("skipped: there is no %s\n", adder);
        return 0;
    }
    double worst = 0;
    int failed = 0;
    const char *which = "";
    for (size_t i = 0; i < sizeof programs / sizeof programs[0]; i++) {
        double took = run(adder, programs[i].setup, programs[i].operation);
        if (took < 0 || took > 1) {
            printf("%s: %s\n", programs[i].operation, took < 0 ? "does not stop" : "is slow to stop");
            failed++;
        } else if (took > worst) {
            worst = took;
            which = programs[i].operation;
        }
    }
    printf("Ctrl-C: slowest to stop: %s, %.0f ms\n", which, worst * 1000);
    return failed != 0;
}
