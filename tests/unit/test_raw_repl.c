/* The raw modes of the prompt, spoken to through a real pseudo-terminal as a host tool does.
 *
 *   test_raw_repl             runs the tests
 *   test_raw_repl serve       offers the prompt as a device: prints the name of a terminal to connect to, and stays
 *                             until its standard input ends (tests/cli/mpremote.sh)
 *
 * The interpreter is $ADDER, or the one of the same build. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "value/config.h"

static const char *adder;
static int master; /* our end of the pseudo-terminal */
static pid_t child;
static char got[1 << 16]; /* what the device said since the last expect() */
static size_t got_len;

static void die(const char *what)
{
    fprintf(stderr, "test_raw_repl: %s\nthe device said (%zu bytes): ", what, got_len);
    for (size_t i = 0; i < got_len; i++) {
        unsigned char c = (unsigned char)got[i];
        fprintf(stderr, c < 32 || c > 126 ? "\\x%02x" : "%c", c);
    }
    fputc('\n', stderr);
    if (child > 0)
        kill(child, SIGKILL);
    exit(1);
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int open_master(char *name, size_t room)
{
    int fd = posix_openpt(O_RDWR | O_NOCTTY);
    if (fd < 0 || grantpt(fd) || unlockpt(fd) || ptsname_r(fd, name, room)) {
        perror("test_raw_repl: no pseudo-terminal");
        exit(1);
    }
    return fd;
}

static void start(void)
{
    char name[128];
    master = open_master(name, sizeof name);
    child = fork();
    if (child == 0) {
        setsid();
        int slave = open(name, O_RDWR);
        ioctl(slave, TIOCSCTTY, 0);
        for (int fd = 0; fd < 3; fd++)
            dup2(slave, fd);
        if (slave > 2)
            close(slave);
        close(master);
        setenv("TERM", "dumb", 1);
        setenv("HOME", "/nonexistent", 1); /* no history file */
        execl(adder, adder, "-i", (char *)NULL);
        _exit(127);
    }
    fcntl(master, F_SETFL, O_NONBLOCK);
    got_len = 0;
}

static void stop(void)
{
    close(master);
    int status;
    for (int i = 0; i < 500; i++) {
        if (waitpid(child, &status, WNOHANG) == child) {
            child = 0;
            return;
        }
        usleep(10000);
    }
    die("the interpreter does not end when the terminal is gone");
}

/* Takes what the device says, waiting at most so long. */
static int take(int milliseconds)
{
    struct pollfd p = {master, POLLIN, 0};
    if (poll(&p, 1, milliseconds) <= 0)
        return 0;
    if (got_len == sizeof got)
        die("it says too much");
    ssize_t n = read(master, got + got_len, sizeof got - got_len);
    if (n > 0)
        got_len += (size_t)n;
    return n > 0;
}

static void send_bytes(const char *data, size_t n)
{
    double end = now() + 30;
    while (n) {
        ssize_t done = write(master, data, n);
        if (done > 0) {
            data += done;
            n -= (size_t)done;
            continue;
        }
        if (now() > end)
            die("it does not take what is sent");
        struct pollfd p = {master, POLLIN | POLLOUT, 0};
        poll(&p, 1, 1000);
        if (p.revents & POLLIN)
            take(0);
    }
}

static void send_text(const char *text) { send_bytes(text, strlen(text)); }

/* Waits until the device has said this, and forgets it and what came before. */
static void expect_bytes(const char *text, size_t n)
{
    double end = now() + 20;
    for (;;) {
        char *at = memmem(got, got_len, text, n);
        if (at) {
            size_t used = (size_t)(at - got) + n;
            memmove(got, got + used, got_len - used);
            got_len -= used;
            return;
        }
        if (now() > end) {
            fprintf(stderr, "expected: %s\n", text);
            die("it says something else");
        }
        take(100);
    }
}

static void expect(const char *text) { expect_bytes(text, strlen(text)); }

/* The same, and nothing may come before. */
static void expect_exactly(const char *text)
{
    size_t n = strlen(text);
    double end = now() + 20;
    while (got_len < n && now() < end)
        take(100);
    if (got_len < n || memcmp(got, text, n)) {
        fprintf(stderr, "expected exactly: %s\n", text);
        die("it says something else");
    }
    expect(text);
}

#define BANNER "raw REPL; CTRL-B to exit\r\n>"

static void start_raw(void)
{
    start();
    expect(">>> ");
    send_text("\r\3\r\1");
    expect(BANNER);
}

/* ---- tests ---- */

static void test_raw(void)
{
    send_text("print(1 + 2)\nprint('x', end='')\4");
    expect_exactly("OK3\r\nx\4\4>");
    send_text("1\4");
    expect_exactly("OK\4\4>");
    send_text("a = 5\r\ndef f():\r\n    return a\r\n\4");
    expect_exactly("OK\4\4>");
    send_text("print(f())\4");
    expect_exactly("OK5\r\n\4\4>");
    /* errors: behind the mark, with the text's lines */
    send_text("print('before')\nf(1)\4");
    expect_exactly("OKbefore\r\n\4Traceback (most recent call last):\r\n  File \"<stdin>\", line 2, in <module>\r\n    f(1)");
    expect("TypeError: f() takes 0 positional arguments but 1 was given\r\n\4>");
    send_text("1 +\4");
    expect_exactly("OK\4  File \"<stdin>\", line 1\r\n");
    expect("SyntaxError: invalid syntax\r\n\4>");
    send_text("open('/none/such')\4");
    expect("FileNotFoundError: [Errno 2] No such file or directory: '/none/such'\r\nOSError: [Errno 2] ENOENT\r\n\4>");
    /* text has \r\n, bytes are left alone */
    send_text("import sys\nsys.stdout.write('a\\nb\\n'); sys.stdout.buffer.write(b'\\x00\\n\\r\\xff')\4");
    expect("OKa\r\nb\r\n");
    expect_bytes("\0\n\r\xff\4\4>", 7);
    send_text("garbage\3print(7)\4"); /* Ctrl-C: begin again */
    expect_exactly("OK7\r\n\4\4>");
    send_text("garbage\1");
    expect_exactly(BANNER);
    send_text("\5B\1"); /* not the word for raw-paste */
    expect_exactly(BANNER);
    /* bytes that are no UTF-8 */
    send_text("x = '\xff\xfe'\4");
    expect("SyntaxError");
    expect("\4>");
    send_text("print(len('h\xc3\xa4llo'))\4");
    expect_exactly("OK5\r\n\4\4>");
    /* the program reads what the host sends */
    send_text("print(sys.stdin.buffer.read(5), sys.stdin.readline())\4");
    expect_exactly("OK");
    send_text("\1\2\5\4\nline\n");
    expect_exactly("b'\\x01\\x02\\x05\\x04\\n' line\r\n\r\n\4\4>");
    /* out of raw mode and back */
    send_text("\2");
    expect(">>> ");
    send_text("print(a)\r");
    expect("5");
    expect(">>> ");
    send_text("\1");
    expect(BANNER);
    send_text("print(a)\4");
    expect_exactly("OK5\r\n\4\4>");
}

static void test_soft_reset(void)
{
    send_text("import sys, os\na = 1\nsys.path.append('/x')\nsys.ps1 = '!'\nsys.modules['mine'] = sys\4");
    expect_exactly("OK\4\4>");
    send_text("\4");
    expect_exactly("\r\nMPY: soft reboot\r\n" BANNER);
    send_text("import sys\nprint('a' in globals(), '/x' in sys.path, getattr(sys, 'ps1', '') == '!', 'mine' in sys.modules, __name__)\4");
    expect_exactly("OKFalse False False False __main__\r\n\4\4>");
    /* SystemExit is one too: the device goes on */
    send_text("b = 1\nraise SystemExit(3)\4");
    expect_exactly("OK\4\4\r\nMPY: soft reboot\r\n" BANNER);
    send_text("print('b' in globals())\4");
    expect_exactly("OKFalse\r\n\4\4>");
    for (int i = 0; i < 50; i++)
        send_text("\4");
    for (int i = 0; i < 50; i++)
        expect_exactly("\r\nMPY: soft reboot\r\n" BANNER);
}

#if ADDER_THREADS
static void test_threads(void)
{
    /* they go on while the prompt waits */
    send_text("import _thread, time\nn = 0\nlock = _thread.allocate_lock()\nlock.acquire()\n"
              "def spin():\n  global n\n  while True: n += 1\n"
              "def stubborn():\n  while True:\n    try: spin()\n    except ValueError: pass\n"
              "for f in spin, stubborn, lock.acquire: _thread.start_new_thread(f, ())\n"
              "before = n\4");
    expect_exactly("OK\4\4>");
    send_text("while n == before: time.sleep(0.001)\nprint(_thread._count())\4");
    expect_exactly("OK3\r\n\4\4>");
    /* and end at a soft reset */
    send_text("\4");
    expect_exactly("\r\nMPY: soft reboot\r\n" BANNER);
    send_text("import _thread, time\nwhile _thread._count(): time.sleep(0.001)\nprint('alone')\4");
    expect_exactly("OKalone\r\n\4\4>");
}
#endif

static void test_interrupt(void)
{
    double began = 0, worst = 0;
    static const char *const programs[] = {"while True: pass", "import time\ntime.sleep(100)", "input()",
                                           "import sys\nsys.stdin.buffer.read(1000)"};
    for (size_t i = 0; i < sizeof programs / sizeof programs[0]; i++) {
        send_text("print('running')\n");
        send_text(programs[i]);
        send_text("\4");
        expect("running\r\n");
        began = now();
        usleep(20000);
        send_text("\3");
        expect("KeyboardInterrupt\r\n\4>");
        if (now() - began > worst)
            worst = now() - began;
    }
    /* at once, before the program has begun */
    send_text("while True: pass\4\3");
    expect("KeyboardInterrupt\r\n\4>");
    /* as a byte like others */
    send_text("import micropython, sys\nmicropython.kbd_intr(-1)\nprint(sys.stdin.buffer.read(4))\4");
    expect_exactly("OK");
    usleep(100000);
    send_text("a\3\3b");
    expect_exactly("b'a\\x03\\x03b'\r\n\4\4>");
    send_text("micropython.kbd_intr(-1)\nmicropython.kbd_intr(3)\nprint('on')\nwhile True: pass\4");
    expect("on\r\n");
    usleep(20000);
    send_text("\3");
    expect("KeyboardInterrupt\r\n\4>");
    printf("raw mode: Ctrl-C seen in %.0f ms at most\n", (worst - 0.02) * 1000);
}

/* Sends a program in raw-paste mode; returns the window's size. */
static unsigned paste(const char *data, size_t n)
{
    send_text("\5A\1");
    double end = now() + 10;
    while (got_len < 5 && now() < end)
        take(100);
    if (got_len < 5 || memcmp(got, "R\1", 2))
        die("no raw-paste mode");
    unsigned window = (unsigned char)got[2] | (unsigned)(unsigned char)got[3] << 8;
    size_t room = window;
    memmove(got, got + 4, got_len -= 4);
    end = now() + 60;
    while (n) {
        size_t i = 0;
        for (; i < got_len && got[i] == 1; i++)
            room += window;
        memmove(got, got + i, got_len -= i);
        if (got_len)
            return window; /* the device wants no more */
        size_t now_sent = n < room ? n : room;
        send_bytes(data, now_sent);
        data += now_sent;
        n -= now_sent;
        room -= now_sent;
        if (!room)
            take(1000);
        if (now() > end)
            die("no window is granted");
    }
    send_text("\4");
    while (got_len && got[0] == 1)
        memmove(got, got + 1, --got_len);
    return window;
}

/* Raw-paste, its acknowledgement and the windows granted before it. */
static void paste_all(const char *data, size_t n)
{
    paste(data, n);
    double end = now() + 20;
    while (now() < end) {
        size_t i = 0;
        while (i < got_len && got[i] == 1)
            i++;
        memmove(got, got + i, got_len -= i);
        if (got_len)
            break;
        take(100);
    }
    expect_exactly("\4");
}

static void test_paste(void)
{
    paste_all("print(123)", 10);
    expect_exactly("123\r\n\4\4>");
    paste_all("", 0);
    expect_exactly("\4\4>");
    paste_all("1 +", 3);
    expect("SyntaxError: invalid syntax\r\n\4>");
    paste_all("1/0", 3);
    expect_exactly("\4Traceback");
    expect("ZeroDivisionError: division by zero\r\n\4>");
    /* broken off by the host */
    send_text("\5A\1");
    expect_exactly("R\1");
    take(100);
    got_len = 0;
    send_text("print('never')\3");
    expect_exactly("\4\4KeyboardInterrupt\r\n\4>");
    send_text("print(1)\4");
    expect_exactly("OK1\r\n\4\4>");
}

/* Every byte of many lines arrives. */
static void test_long_paste(int raw_paste)
{
    static char text[200000];
    size_t n = 0;
    n += (size_t)sprintf(text + n, "t = 0\n");
    for (int i = 0; i < 2000; i++)
        n += (size_t)sprintf(text + n, "t += %d  # line %d: \xc3\xa4 filler filler filler\n", i, i);
    n += (size_t)sprintf(text + n, "print(t)\n");
    if (raw_paste) {
        paste_all(text, n);
        expect_exactly("1999000\r\n\4\4>");
    } else {
        send_bytes(text, n);
        send_text("\4");
        expect_exactly("OK1999000\r\n\4\4>");
    }
}

static void test_speed(void)
{
    size_t size = 1 << 20, n = 0;
    char *text = malloc(size + 1);
    n += (size_t)sprintf(text, "s = '''");
    while (n < size - 40) {
        text[n] = n % 64 == 63 ? '\n' : (char)('a' + n % 26);
        n++;
    }
    n += (size_t)sprintf(text + n, "'''\nprint(len(s), hash(s) != 0)\n");
    double began = now();
    unsigned window = paste(text, n);
    expect("\4");
    double took = now() - began;
    char want[64];
    sprintf(want, "%zu True\r\n\4\4>", n - 10 - 29);
    expect_exactly(want);
    printf("raw-paste: %.1f MB/s with windows of %u bytes\n", (double)n / took / 1e6, window);
    free(text);
}

static void test_no_memory(void)
{
    send_text("import micropython\nmicropython.heap_lock()\nbytearray(100)\4");
    expect("MemoryError\r\n\4>");
    send_text("print(micropython.heap_locked(), len(bytearray(100)))\4");
    expect_exactly("OK0 100\r\n\4\4>");
}

static void test_vanishing(void)
{
    static const char *const moments[] = {"", "print(1", "while True: pass\4", "while True: print('x' * 100)\4", "\5A\1abc",
                                          "import sys\nsys.stdin.read()\4"};
    for (size_t i = 0; i < sizeof moments / sizeof moments[0]; i++) {
        start_raw();
        send_text(moments[i]);
        usleep(50000);
        stop();
    }
}

static void test_garbage(void)
{
    unsigned seed = 12345;
    char data[4096];
    for (int round = 0; round < 10; round++) {
        for (size_t i = 0; i < sizeof data; i++) {
            seed = seed * 1103515245 + 12345;
            data[i] = (char)(seed >> 16);
            if ((unsigned char)data[i] < 8)
                data[i] = ' '; /* no keys that mean something: those have tests of their own */
        }
        send_bytes(data, sizeof data);
        send_text("\4");
        expect("Error");
        expect("\4>");
    }
}

/* ---- offering a device ---- */

static void relay(int from, int to)
{
    char piece[4096];
    ssize_t n = read(from, piece, sizeof piece);
    for (ssize_t at = 0; at < n;) {
        ssize_t done = write(to, piece + at, (size_t)(n - at));
        if (done > 0)
            at += done;
        else if (errno == EAGAIN)
            poll(&(struct pollfd){to, POLLOUT, 0}, 1, 1000);
        else
            return;
    }
}

static int serve(void)
{
    char name[128];
    int host = open_master(name, sizeof name), slave = open(name, O_RDWR | O_NOCTTY);
    struct termios t;
    tcgetattr(slave, &t);
    cfmakeraw(&t);
    tcsetattr(slave, TCSANOW, &t); /* it stays open, so that hosts may come and go */
    start();
    printf("%s\n", name);
    fflush(stdout);
    for (;;) {
        struct pollfd p[] = {{host, POLLIN, 0}, {master, POLLIN, 0}, {STDIN_FILENO, POLLIN, 0}};
        poll(p, 3, -1);
        if (p[0].revents & POLLIN)
            relay(host, master);
        if (p[1].revents & POLLIN)
            relay(master, host);
        else if (p[1].revents)
            return 1;
        char c;
        if (p[2].revents && read(STDIN_FILENO, &c, 1) <= 0)
            break;
    }
    stop();
    return 0;
}

int main(int argc, char **argv)
{
    static char path[4096];
    adder = getenv("ADDER");
    if (!adder) { /* build/NAME/unit/test_raw_repl: build/NAME/adder, or build/adder */
        const char *end = strstr(argv[0], "/unit/");
        snprintf(path, sizeof path, "%.*s/adder", end ? (int)(end - argv[0]) : 0, argv[0]);
        if (end && access(path, X_OK) && end - argv[0] > 5)
            snprintf(path, sizeof path, "%.*s/../adder", (int)(end - argv[0]), argv[0]);
        adder = path;
    }
    if (access(adder, X_OK)) {
        printf("skipped: there is no %s\n", adder);
        return 0;
    }
    if (argc > 1 && !strcmp(argv[1], "serve"))
        return serve();
    start_raw();
    test_raw();
    test_paste();
    test_long_paste(0);
    test_long_paste(1);
    test_soft_reset();
#if ADDER_THREADS
    test_threads();
#endif
    test_interrupt();
    test_garbage();
    test_no_memory();
    test_speed();
    stop();
    test_vanishing();
    return 0;
}
