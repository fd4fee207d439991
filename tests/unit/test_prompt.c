/* The prompt on a real pseudo-terminal: a child runs Adder on one side, the test types on the other and looks at what a
 * terminal would show. The terminal is emulated here: a grid of characters, wrapping lines, the control sequences that
 * the line editor uses, and a count of those it does not know.
 *
 *   test_prompt [NAME [SEED]]   runs one test, the one with random keys from another seed
 *
 * Nothing is timed: each step waits until the screen is as it should be, or for a long while in vain. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include "../../port/linux/linux.h"
#include "value/utf8.h"
#include "unit.h"

unsigned char_columns(uint32_t c); /* of screen.c; its header and the system's have names in common */

#define PATIENCE 20000 /* milliseconds that a step may take */
#define MAX_ROWS 200
#define MAX_COLUMNS 200

/* ---- a terminal ---- */

struct terminal {
    int fd;
    pid_t pid;
    unsigned columns, rows, row, column;
    bool wrap;                  /* the cursor is behind the last column */
    char cell[MAX_ROWS][MAX_COLUMNS][12]; /* a character and what combines with it */
    char held[8];               /* the start of a character or sequence */
    size_t nheld;
    char sequence[32];
    int nsequence;              /* -1: none */
    bool bracketed;             /* pasting is bracketed */
    unsigned unknown;           /* sequences that mean nothing here */
    unsigned scrolled;
    size_t bytes;               /* all that came */
    char log[1 << 16];          /* the last bytes that came, as they were */
    size_t nlog;
};

static struct terminal term;

static void clear_row(unsigned row, unsigned from)
{
    for (unsigned c = from; c < MAX_COLUMNS; c++)
        term.cell[row][c][0] = 0;
}

static void line_feed(void)
{
    if (term.row + 1 < term.rows) {
        term.row++;
        return;
    }
    term.scrolled++;
    memmove(term.cell[0], term.cell[1], sizeof term.cell[0] * (term.rows - 1));
    clear_row(term.rows - 1, 0);
}

static void put_cell(const char *text, size_t n, unsigned width)
{
    if (width == 0) {
        char *cell = term.cell[term.row][term.column ? term.column - !term.wrap : 0];
        size_t len = strlen(cell);
        if (len + n < sizeof term.cell[0][0]) {
            memcpy(cell + len, text, n);
            cell[len + n] = 0;
        }
        return;
    }
    if (term.wrap || term.column + width > term.columns) {
        term.column = 0;
        line_feed();
    }
    term.wrap = false;
    memcpy(term.cell[term.row][term.column], text, n);
    term.cell[term.row][term.column][n] = 0;
    if (width == 2)
        strcpy(term.cell[term.row][term.column + 1], "\1"); /* the right half */
    term.column += width;
    if (term.column >= term.columns) {
        term.column = term.columns - 1;
        term.wrap = true;
    }
}

static void run_sequence(char final)
{
    unsigned n = (unsigned)atoi(term.sequence);
    unsigned times = n ? n : 1;
    bool private = term.sequence[0] == '?';
    term.wrap = final == 'm' ? term.wrap : false;
    switch (private ? 0 : final) {
    case 'A': term.row -= times < term.row ? times : term.row; break;
    case 'B': term.row = term.row + times < term.rows ? term.row + times : term.rows - 1; break;
    case 'C': term.column = term.column + times < term.columns ? term.column + times : term.columns - 1; break;
    case 'D': term.column -= times < term.column ? times : term.column; break;
    case 'G': term.column = times - 1; break;
    case 'd': term.row = times - 1; break;
    case 'H': term.row = term.column = 0; break;
    case 'J':
        for (unsigned r = n == 2 ? 0 : term.row; r < term.rows; r++)
            clear_row(r, n == 2 || r > term.row ? 0 : term.column);
        break;
    case 'K': clear_row(term.row, term.column); break;
    case 'm': break;
    default:
        if (!strcmp(term.sequence, "?2004") && (final == 'h' || final == 'l'))
            term.bracketed = final == 'h';
        else
            term.unknown++;
    }
}

static void take_byte(char c)
{
    if (term.nsequence >= 0) {
        if (c == '[' && term.nsequence == 0 && !term.held[0]) {
            term.held[0] = '[';
        } else if ((unsigned char)c >= 0x40) {
            term.sequence[term.nsequence] = 0;
            term.held[0] = 0;
            term.nsequence = -1;
            run_sequence(c);
        } else if (term.nsequence < 30) {
            term.sequence[term.nsequence++] = c;
        }
        return;
    }
    if (term.nheld == 0 && (unsigned char)c < 0x20) {
        switch (c) {
        case '\r': term.column = 0; term.wrap = false; break;
        case '\n': line_feed(); term.wrap = false; break;
        case '\b': term.column -= term.column > 0; term.wrap = false; break;
        case 0x1b: term.nsequence = 0; term.held[0] = 0; break;
        default: term.unknown++;
        }
        return;
    }
    term.held[term.nheld++] = c;
    if (utf8_check(term.held, term.nheld, NULL) == term.nheld) {
        const char *at = term.held;
        uint32_t code = utf8_decode(&at);
        put_cell(term.held, term.nheld, char_columns(code));
        term.nheld = 0;
        term.held[0] = 0;
    } else if (term.nheld == 4) {
        term.unknown++;
        term.nheld = 0;
        term.held[0] = 0;
    }
}

/* What is on the screen: rows without the blanks at their ends, with \n between; "|" is the cursor. */
static const char *screen(void)
{
    static char text[MAX_ROWS * (MAX_COLUMNS * 4 + 2)];
    char *out = text, *end = text;
    for (unsigned r = 0; r < term.rows; r++) {
        char *last = out;
        for (unsigned c = 0; c <= term.columns; c++) {
            if (r == term.row && c == term.column + term.wrap) {
                *out++ = '|';
                last = out;
            }
            const char *cell = c < term.columns ? term.cell[r][c] : "";
            if (*cell == 1)
                continue;
            size_t n = *cell ? strlen(cell) : 1;
            memcpy(out, *cell ? cell : " ", n);
            out += n;
            if (*cell && *cell != ' ')
                last = out;
        }
        out = last;
        *out++ = '\n';
        if (out > text + 1 && out[-2] != '\n')
            end = out;
    }
    *end = 0;
    return text;
}

/* Reads what comes within some milliseconds; false: nothing came, or the other side is gone. */
static bool receive(int milliseconds)
{
    struct pollfd wait = {term.fd, POLLIN, 0};
    static char data[65536];
    if (poll(&wait, 1, milliseconds) <= 0)
        return false;
    ssize_t n = read(term.fd, data, sizeof data);
    for (ssize_t i = 0; i < n; i++) {
        take_byte(data[i]);
        if (term.nlog < sizeof term.log - 1)
            term.log[term.nlog++] = data[i];
    }
    term.bytes += n > 0 ? (size_t)n : 0;
    return n > 0;
}

static char home[64]; /* of the child: a folder of its own */

struct options {
    unsigned columns, rows; /* 0: the terminal does not tell */
    const char *arguments[6];
    const char *variable[2]; /* NAME=CONTENT */
    bool shell;             /* with something of a shell between: a process that stops needs one */
};

/* Runs the rest of the process as a job; when it stops, says so, and goes on with it at the next Enter. */
static void be_shell(void)
{
    int status;
    char key;
    signal(SIGTTOU, SIG_IGN);
    pid_t job = fork();
    if (job == 0) {
        setpgid(0, 0);
        tcsetpgrp(0, getpid());
        signal(SIGTTOU, SIG_DFL);
        return;
    }
    setpgid(job, job);
    tcsetpgrp(0, job);
    while (waitpid(job, &status, WUNTRACED) == job && WIFSTOPPED(status)) {
        tcsetpgrp(0, getpid());
        if (write(1, "stopped ", 8) < 0 || read(0, &key, 1) < 0)
            break;
        tcsetpgrp(0, job);
        kill(job, SIGCONT);
    }
    _exit(WEXITSTATUS(status));
}

static void run_child(const struct options *o)
{
    static char name[] = "adder", *argv[8] = {name, NULL};
    int argc = 1;
    for (; o->arguments[argc - 1]; argc++)
        argv[argc] = (char *)o->arguments[argc - 1];
    setenv("HOME", home, 1);
    setenv("TERM", "xterm", 1);
    setenv("NO_COLOR", "1", 1);
    unsetenv("ADDER_HISTORY");
    unsetenv("MICROPYINSPECT");
    unsetenv("MICROPYPATH");
    for (unsigned k = 0; k < 2 && o->variable[k]; k++)
        putenv((char *)o->variable[k]);
    if (chdir(home) < 0)
        _exit(99);
    signals_start();
    exit(adder_main(argc, argv));
}

/* Starts Adder on a terminal of its own. */
static struct termios settings_before; /* the terminal's, when nobody used it yet */

static void start(const struct options *o)
{
    int master = posix_openpt(O_RDWR | O_NOCTTY);
    grantpt(master);
    unlockpt(master);
    memset(&term, 0, sizeof term);
    term.columns = o->columns ? o->columns : MAX_COLUMNS - 1;
    term.rows = o->rows ? o->rows : MAX_ROWS;
    term.nsequence = -1;
    term.fd = master;
    struct winsize size = {(unsigned short)o->rows, (unsigned short)o->columns, 0, 0};
    int slave = open(ptsname(master), O_RDWR | O_NOCTTY);
    ioctl(slave, TIOCSWINSZ, &size);
    tcgetattr(slave, &settings_before);
    fflush(stdout);
    term.pid = fork();
    if (term.pid == 0) {
        setsid();
        ioctl(slave, TIOCSCTTY, 0);
        for (int fd = 0; fd < 3; fd++)
            dup2(slave, fd);
        close(slave);
        close(master);
        if (o->shell)
            be_shell();
        run_child(o);
    }
    close(slave);
}

static void type_keys(const char *keys, size_t n)
{
    while (n) {
        struct pollfd wait = {term.fd, POLLIN | POLLOUT, 0};
        poll(&wait, 1, PATIENCE);
        if (wait.revents & POLLIN)
            receive(0);
        ssize_t done = wait.revents & POLLOUT ? write(term.fd, keys, n < 256 ? n : 256) : 0;
        if (done < 0)
            return;
        keys += done;
        n -= (size_t)done;
    }
}

static void type(const char *keys)
{
    type_keys(keys, strlen(keys));
}

/* Waits until the screen is this, or ends like this (part). */
static void expect_at(const char *wanted, bool part, const char *file, int line)
{
    size_t n = strlen(wanted);
    for (;;) {
        const char *now = screen();
        size_t len = strlen(now);
        if (part ? len > n && !memcmp(now + len - 1 - n, wanted, n) : len == n + 1 && !memcmp(now, wanted, n)) {
            unit_check(true, "", file, line);
            return;
        }
        if (!receive(PATIENCE))
            break;
    }
    printf("---- wanted%s:\n%s\n---- the screen:\n%s----\n", part ? " at the end" : "", wanted, screen());
    unit_check(false, "the screen", file, line);
}
#define EXPECT(wanted) expect_at(wanted, false, __FILE__, __LINE__)
#define EXPECT_END(wanted) expect_at(wanted, true, __FILE__, __LINE__)

/* Waits for the end; the exit status, or 128 + the signal. */
static int finish(void)
{
    int status = 0, waited = 0;
    while (receive(PATIENCE)) {}
    while (waitpid(term.pid, &status, WNOHANG) == 0 && waited < PATIENCE) {
        usleep(10000);
        waited += 10;
    }
    if (waited >= PATIENCE) {
        kill(term.pid, SIGKILL);
        waitpid(term.pid, &status, 0);
    }
    close(term.fd);
    CHECK_EQUAL(term.unknown, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

#define END_PROMPT() type("\x04"), CHECK_EQUAL(finish(), 0)

static const struct options usual = {.columns = 70, .rows = 24};

/* Starts with the screen cleared of the banner. */
static void start_clear(const struct options *o)
{
    start(o);
    EXPECT_END(">>> |");
    if (o->columns) {
        type("\f");
        EXPECT(">>> |");
    }
}

#define UP "\x1b[A"
#define DOWN "\x1b[B"
#define RIGHT "\x1b[C"
#define LEFT "\x1b[D"
#define RUBOUT "\x7f"

/* ---- one line ---- */

static void test_editing(void)
{
    start_clear(&usual);
    type("1+1\n");
    EXPECT(">>> 1+1\n2\n>>> |");
    type("_ * 10\r");
    EXPECT(">>> 1+1\n2\n>>> _ * 10\n20\n>>> |");
    type("\f" "abc\x01X\x05Y");
    EXPECT(">>> XabcY|");
    type("\x02\x02" "1");
    EXPECT(">>> Xab1|cY");
    type(LEFT LEFT "\x04"); /* delete */
    EXPECT(">>> Xa|1cY");
    type("\x1b[3~" RIGHT RUBOUT);
    EXPECT(">>> Xa|Y");
    type("\x1b[H2\x1b[F3\x1bOH1\x1bOF4");
    EXPECT(">>> 12XaY34|");
    type("\x15");
    EXPECT(">>> |");
    type("\x19\x19");
    EXPECT(">>> 12XaY3412XaY34|");
    type("\x15one two-three four");
    EXPECT(">>> one two-three four|");
    type("\x1b" "b\x1b" "b");
    EXPECT(">>> one two-|three four");
    type("\x17"); /* back to the blank */
    EXPECT(">>> one |three four");
    type("\x1b" "d");
    EXPECT(">>> one | four");
    type("\x19\x19\x1b" RUBOUT);
    EXPECT(">>> one | four");
    type("\x1b[1;5C!\x1b[1;5D\x1b[1;3D?\x0b");
    EXPECT(">>> ?|");
    type("\x15\x06\x06\x10\x10\x0e\x0e");
    EXPECT(">>> |");
    END_PROMPT();
}

static void test_odd_keys(void)
{
    start_clear(&usual);
    type("1\x1b[15~\x1b[1;2P\x1b[99999;999999;99X\x1bz\x1b[<0;1;1M\x07\x1c\x1f");
    EXPECT(">>> 1|");
    type("\x1b[\x03");
    EXPECT(">>> 1\nKeyboardInterrupt\n>>> |");
    type("\x1b\x03");
    EXPECT(">>> 1\nKeyboardInterrupt\n>>>\nKeyboardInterrupt\n>>> |");
    END_PROMPT();
}

static void test_utf8(void)
{
    start_clear(&usual);
    type("x = 'aé漢e\xcc\x81z'");
    EXPECT(">>> x = 'aé漢e\xcc\x81z'|");
    type(LEFT LEFT LEFT);
    EXPECT(">>> x = 'aé漢|e\xcc\x81z'");
    type(RUBOUT RUBOUT RIGHT RUBOUT);
    EXPECT(">>> x = 'a|z'");
    type("\xf0\x9f\x90\x8d");
    EXPECT(">>> x = 'a🐍|z'");
    type("\x05; len(x)\n");
    EXPECT(">>> x = 'a🐍z'; len(x)\n3\n>>> |");
    /* bytes that are no UTF-8, and a character cut short by an Enter: an error each */
    type("\f" "'\xff\xc3x\xe6\xbc\n");
    EXPECT_END("SyntaxError: unterminated string literal (detected at line 1)\n>>> |");
    type("\f" "\xc0\xaf\xed\xa0\x80\xf5\n");
    EXPECT_END("SyntaxError: invalid character '\xef\xbf\xbd' (U+FFFD)\n>>> |");
    END_PROMPT();
}

static void test_wrapping(void)
{
    static const struct options narrow = {.columns = 20, .rows = 10};
    start_clear(&narrow);
    type("x = '345678901234567890abcdefghijklmnopqrstuvwx'");
    EXPECT(">>> x = '34567890123\n4567890abcdefghijklm\nnopqrstuvwx'|");
    type("\x01" "y = ");
    EXPECT(">>> y = |x = '3456789\n01234567890abcdefghi\njklmnopqrstuvwx'");
    type(RUBOUT RUBOUT RUBOUT RUBOUT "\x05" RUBOUT RUBOUT);
    EXPECT(">>> x = '34567890123\n4567890abcdefghijklm\nnopqrstuvw|");
    type("\x15y = 'exactly20'");
    EXPECT(">>> y = 'exactly20'|");
    type(";");
    EXPECT(">>> y = 'exactly20';\n|");
    type("2");
    EXPECT(">>> y = 'exactly20';\n2|");
    type(RUBOUT);
    EXPECT(">>> y = 'exactly20';\n|");
    type(" y");
    EXPECT(">>> y = 'exactly20';\n y|");
    type("\n");
    EXPECT(">>> y = 'exactly20';\n y\n'exactly20'\n>>> |");
    type("\f'23456789012345\xe6\xbc\xa2\xe6\xbc\xa2'"); /* a wide character does not fit the edge */
    EXPECT(">>> '23456789012345\n漢漢'|");
    type("\x01\x0b");
    EXPECT(">>> |");
    END_PROMPT();
}

static void test_resize(void)
{
    start_clear(&usual);
    type("abc = 1");
    EXPECT(">>> abc = 1|");
    struct winsize size = {20, 40, 0, 0};
    ioctl(term.fd, TIOCSWINSZ, &size);
    term.columns = 40;
    term.rows = 20;
    type("2");
    EXPECT(">>> abc = 12|");
    type("345678901234567890123456789012345");
    EXPECT(">>> abc = 123456789012345678901234567890\n12345|");
    type("\x15");
    END_PROMPT();
}

/* ---- blocks ---- */

static void test_blocks(void)
{
    start_clear(&usual);
    type("def f(x):\nif x:\nreturn (1,\n2)\n");
    EXPECT(">>> def f(x):\n...     if x:\n...         return (1,\n... 2)\n...         |");
    type(RUBOUT "return 3\n");
    EXPECT(">>> def f(x):\n...     if x:\n...         return (1,\n... 2)\n...     return 3\n...     |");
    type("\x03\f");
    EXPECT(">>> |");
    type("def f(x):\nif x:\nreturn 1\n");
    EXPECT(">>> def f(x):\n...     if x:\n...         return 1\n...         |");
    type(RUBOUT);
    EXPECT(">>> def f(x):\n...     if x:\n...         return 1\n...     |");
    type("return 3\n\n\n\nf(0), f(1)\n");
    EXPECT(">>> def f(x):\n...     if x:\n...         return 1\n...     return 3\n...\n...\n...\n"
           ">>> f(0), f(1)\n(3, 1)\n>>> |");
    type("\f" UP UP);
    EXPECT(">>> def f(x):\n...     if x:\n...         return 1\n...     return 3|");
    type(RUBOUT "4" UP UP "\x05");
    EXPECT(">>> def f(x):\n...     if x:|\n...         return 1\n...     return 4");
    type("\ny = x");
    EXPECT(">>> def f(x):\n...     if x:\n...         y = x|\n...         return 1\n...     return 4");
    type(DOWN DOWN "\x05\n\n\n\nf(0)\n");
    EXPECT_END("...     return 4\n...\n...\n...\n>>> f(0)\n4\n>>> |");
    type("\f" UP UP "\nf(0)\n"); /* what came as one runs at once */
    EXPECT_END("...     return 4\n>>> f(0)\n4\n>>> |");
    type("\f'''a\n b\n'''\n");
    EXPECT(">>> '''a\n...  b\n... '''\n'a\\n b\\n'\n>>> |");
    type("\f1 + \\\n2\n");
    EXPECT(">>> 1 + \\\n... 2\n3\n>>> |");
    END_PROMPT();
}

/* A host that sends indented lines one by one: what it sends is what counts. */
static void test_sent_indented(void)
{
    start_clear(&usual);
    type("if 1:\r\n  if 1:\r\n    x = 5\r\n  else:\r\n    x = 6\r\n\r\nx\r\n");
    EXPECT(">>> if 1:\n...   if 1:\n...     x = 5\n...   else:\n...     x = 6\n...\n>>> x\n5\n>>> |");
    type("\fif 1:\r\tif 1:\r\t\tx = 7\r\rx\r");
    EXPECT(">>> if 1:\n...     if 1:\n...         x = 7\n...\n>>> x\n7\n>>> |");
    END_PROMPT();
}

/* A block with more rows than the terminal. */
static void test_tall(void)
{
    static const struct options low = {.columns = 30, .rows = 6};
    start_clear(&low);
    type("x = [\n1,\n2,\n3,\n4,\n5,\n6,\n7");
    EXPECT("... 2,\n... 3,\n... 4,\n... 5,\n... 6,\n... 7|");
    type(UP UP UP UP UP UP UP "\x01" "y = ");
    EXPECT(">>> y = |x = [\n... 1,\n... 2,\n... 3,\n... 4,\n... 5,");
    type("\x15" DOWN DOWN DOWN DOWN DOWN DOWN DOWN "\x05]\nsum(x)\n");
    EXPECT("... 5,\n... 6,\n... 7]\n>>> sum(x)\n28\n>>> |");
    type("\f" UP UP);
    EXPECT("... 2,\n... 3,\n... 4,\n... 5,\n... 6,\n... 7]|");
    type("\x03");
    EXPECT_END("KeyboardInterrupt\n>>> |");
    END_PROMPT();
}

/* ---- history ---- */

static void test_history(void)
{
    char path[80];
    snprintf(path, sizeof path, "%s/.adder_history", home);
    unlink(path);
    start_clear(&usual);
    type("a = 1\nb = 2\nb = 2\n   \nif a:\nb\n" RUBOUT "\n");
    EXPECT_END("\n2\n>>> |");
    type("\funfinished" UP UP);
    EXPECT(">>> if a:|\n...     b");
    type(UP);
    EXPECT(">>> b = 2|");
    type(UP UP UP);
    EXPECT(">>> a = 1|");
    type(DOWN DOWN DOWN DOWN);
    EXPECT(">>> unfinished|");
    type("\x15");
    END_PROMPT();

    struct stat st;
    CHECK(stat(path, &st) == 0 && (st.st_mode & 0777) == 0600);
    start_clear(&usual);
    type(UP);
    EXPECT(">>> if a:\n...     b|");
    type("\x03\f" UP UP UP);
    EXPECT(">>> b = 2|");
    type("\x03\f\x12" "a");
    EXPECT("(reverse search) `a': if |a:\n...     b");
    type("\x12");
    EXPECT("(reverse search) `a': |a = 1");
    type("\x12");
    EXPECT("(failed reverse search) `a': |a = 1");
    type(RUBOUT "b = ");
    EXPECT("(reverse search) `b = ': |b = 2");
    type("nothing");
    EXPECT("(failed reverse search) `b = nothing': |b = 2");
    type("\x07");
    EXPECT(">>> |");
    type("draft\x12" "if a\x05" DOWN DOWN);
    EXPECT(">>> draft|");
    type("\x15\x12" "a =\x05" "0\na\n");
    EXPECT(">>> a = 10\n>>> a\n10\n>>> |");
    END_PROMPT();
    unlink(path);
}

/* A history that cannot be had is none, and nothing is said about it. */
static void test_history_lost(void)
{
    static char damaged[100];
    const char *path = damaged + strlen("ADDER_HISTORY=");
    snprintf(damaged, sizeof damaged, "ADDER_HISTORY=%s/damaged", home);
    FILE *f = fopen(path, "w");
    for (int i = 0; i < 3000; i++)
        fprintf(f, i % 3 ? ">>> entry %d\n" : i % 2 ? "garbage\xff%d\n" : ">>> bad \xff %d\n... \n", i);
    fprintf(f, ">>> last\n... of\n... all");
    fclose(f);
    const struct options odd[] = {
        {60, 24, {NULL}, {"ADDER_HISTORY=/"}, false},
        {60, 24, {NULL}, {"ADDER_HISTORY=/dev/null"}, false},
        {60, 24, {NULL}, {"HOME=/nowhere/at/all"}, false},
        {60, 24, {NULL}, {"HOME="}, false},
    };
    for (unsigned i = 0; i < sizeof odd / sizeof odd[0]; i++) {
        start_clear(&odd[i]);
        type("1\n" UP);
        EXPECT(">>> 1\n1\n>>> 1|");
        type("\x15");
        END_PROMPT();
    }
    struct stat before, after;
    CHECK(stat(path, &before) == 0);
    const struct options shortened = {60, 24, {NULL}, {damaged}, false};
    start_clear(&shortened);
    type(UP UP UP UP);
    EXPECT(">>> entry 2999|");
    type("\x15");
    END_PROMPT();
    CHECK(stat(path, &after) == 0 && after.st_size < before.st_size / 2);
    unlink(path);
}

/* ---- completion ---- */

static void make_file(const char *name, bool folder)
{
    char path[120];
    snprintf(path, sizeof path, "%s/%s", home, name);
    if (folder)
        mkdir(path, 0777);
    else
        fclose(fopen(path, "w"));
}

static void remove_file(const char *name)
{
    char path[120];
    snprintf(path, sizeof path, "%s/%s", home, name);
    remove(path);
}

static void test_completion(void)
{
    start_clear(&usual);
    type("class C: first = 1; fist = 2; _hidden = 3; __more = 4\n\n");
    EXPECT_END("\n...\n>>> |");
    type("\fC.\t");
    EXPECT(">>> C.fi|");
    type("\t");
    EXPECT(">>> C.fi\nfirst           fist\n>>> C.fi|");
    type("\x15\f" "C._h\t + C.fir\t");
    EXPECT(">>> C._hidden + C.first|");
    type("\x15\f" "impo\tmat\t\n");
    EXPECT(">>> import math\n>>> |");
    type("\fmath.sqr\t(ma\t\n");
    EXPECT_END(">>> math.sqrt(ma\nmap             match           math            max\n>>> math.sqrt(ma\n... |");
    type("\x03\fnone.\tnothing\t(1).\t[2].x\t");
    EXPECT(">>> none.nothing(1).[2].x|");
    type("\x15");
    END_PROMPT();
}

static void test_completion_of_files(void)
{
    make_file("pack", true);
    make_file("pack/__init__.py", false);
    make_file("pack/parted.py", false);
    start_clear(&usual);
    type("import pac\t.pa\t");
    EXPECT(">>> import pack.parted|");
    type("\x15" "from pac\tpart\t\n");
    EXPECT(">>> from pack import parted\n>>> |");
    type("\fopen('pac\tpart\t').read()\n");
    EXPECT(">>> open('pack/parted.py').read()\n''\n>>> |");
    type("\f'/no/such/\t/folder\t'\n");
    EXPECT(">>> '/no/such//folder'\n'/no/such//folder'\n>>> |");
    END_PROMPT();
    remove_file("pack/parted.py");
    remove_file("pack/__init__.py");
    remove_file("pack");
}

/* ---- pasting ---- */

static void test_bracketed_paste(void)
{
    start_clear(&usual);
    CHECK(term.bracketed);
    type("\x1b[200~def f(x):\r    if x:\r        return 1\r\r    return 2\rf(1)\rf(0)\r\x1b[201~");
    EXPECT(">>> def f(x):\n...     if x:\n...         return 1\n...\n...     return 2\n... f(1)\n... f(0)\n... |");
    type("\n");
    EXPECT(">>> def f(x):\n...     if x:\n...         return 1\n...\n...     return 2\n... f(1)\n... f(0)\n...\n1\n2\n"
           ">>> |");
    type("\f\x1b[200~1 + \x1b[201~2\n");
    EXPECT(">>> 1 + 2\n3\n>>> |");
    type("\f\x1b[200~\x01\x1b[A\x1b[201~\n"); /* no key of these acts */
    EXPECT_END("SyntaxError: invalid non-printable character U+0001\n>>> |");
    CHECK(term.bracketed);
    term.unknown = 0; /* the message shows the line as it is */
    END_PROMPT();
    CHECK(!term.bracketed);
}

static void test_paste_mode(void)
{
    start_clear(&usual);
    type("\x05x = 1\r\nif x:\r\n  print('yes')\r\n\r\n  print('no')" RUBOUT RUBOUT RUBOUT RUBOUT "you')\n\x04");
    EXPECT(">>>\npaste mode; Ctrl-C to cancel, Ctrl-D to finish\n=== x = 1\n=== if x:\n===   print('yes')\n===\n"
           "===   print('you')\n===\nyes\nyou\n>>> |");
    type("\f\x05print('never')\n\x03");
    EXPECT(">>>\npaste mode; Ctrl-C to cancel, Ctrl-D to finish\n=== print('never')\n===\n>>> |");
    END_PROMPT();
}

/* 2,000 lines in paste mode: none is lost, whatever the terminal's buffers hold. */
static void test_long_paste(void)
{
    start_clear(&usual);
    type("\x05t = 0\n");
    long t = 0;
    for (int i = 0; i < 2000; i++) {
        char line[60];
        snprintf(line, sizeof line, "t = (t * 31 + len('line number %d')) %% 1000003\n", i);
        type(line);
        t = (t * 31 + snprintf(NULL, 0, "line number %d", i)) % 1000003;
    }
    type("print('sum', t)\n\x04");
    char wanted[60];
    snprintf(wanted, sizeof wanted, "===\nsum %ld\n>>> |", t);
    EXPECT_END(wanted);
    END_PROMPT();
}

/* ---- interrupts and ends ---- */

static void test_interrupts(void)
{
    start_clear(&usual);
    type("half a line\x03");
    EXPECT(">>> half a line\nKeyboardInterrupt\n>>> |");
    type("\fif 1:\nx\x03");
    EXPECT(">>> if 1:\n...     x\nKeyboardInterrupt\n>>> |");
    type("\fprint('go')\nwhile True: pass\n\n");
    EXPECT(">>> print('go')\ngo\n>>> while True: pass\n...\n|");
    type("\x03");
    EXPECT_END("KeyboardInterrupt\n>>> |");
    type("\fimport time; time.sleep(100)\n");
    EXPECT(">>> import time; time.sleep(100)\n|");
    type("\x03");
    EXPECT_END("KeyboardInterrupt\n>>> |");
    kill(term.pid, SIGINT); /* not from the keyboard */
    EXPECT_END(">>>\nKeyboardInterrupt\n>>> |");
    type("\f\x02");
    EXPECT_END("Type \"help()\" for more information.\n>>> |");
    type("\fraise SystemExit(3)\n");
    CHECK_EQUAL(finish(), 3);

    start_clear(&usual);
    type("import sys; sys.ps1 = 'in: '; sys.ps2 = '  : '\n(1,\n2)\n");
    EXPECT_END("in: (1,\n  : 2)\n(1, 2)\nin: |");
    type("x = input('name? ')\n");
    EXPECT_END("name? |");
    type("you\n");
    EXPECT_END("name? you\nin: |");
    type("x\n");
    EXPECT_END("name? you\nin: x\n'you'\nin: |");
    END_PROMPT();
}

/* Out of pasting, searching and raw mode, and of whatever runs, to an empty prompt. What is typed meanwhile may come as an
 * interrupt, or as a key to what begins only then, so it may take several times. */
static void come_back(void)
{
    for (int i = 0; i < 40; i++) {
        type("\x1b[201~\x07\x03\x03\x02\x03\x0c");
        while (receive(400)) {}
        const char *now = screen();
        if (!strcmp(now, ">>> |\n"))
            return;
    }
}

/* Ctrl-C ends nothing but what it is meant for, at whatever moment it comes while the prompt changes modes. */
static void test_interrupts_between(void)
{
    static const char *const keys[] = {"\x01\x02\x03", "\x03\x01\x02\x03\x03", "x = 1\n\x03", "\x05\x03", "1/0\n\x03"};
    start_clear(&usual);
    for (int i = 0; i < 400; i++)
        type(keys[i * 7 % 5]);
    come_back();
    type("print('still', 'here')\n");
    EXPECT_END("still here\n>>> |");
    term.unknown = 0;
    END_PROMPT();
}

/* What is typed while a program runs waits, unseen, and is not lost. */
static void test_typed_ahead(void)
{
    start_clear(&usual);
    type("import time; time.sleep(1)\n1 + 1\n\x04");
    CHECK_EQUAL(finish(), 0);
    EXPECT(">>> import time; time.sleep(1)\n>>> 1 + 1\n2\n>>>\n|");
}

/* Ctrl-Z stops the process, with the terminal as it was found; what was being typed is there when it goes on. */
static void test_suspending(void)
{
    static const struct options under_shell = {.columns = 60, .rows = 24, .shell = true};
    struct termios settings;
    start_clear(&under_shell);
    type("1 + \x1a");
    EXPECT(">>> 1 + stopped |");
    tcgetattr(term.fd, &settings);
    CHECK(settings.c_lflag & ICANON && settings.c_lflag & ECHO);
    type("\n");
    EXPECT(">>> 1 + stopped\n>>> 1 + |");
    type("1\n");
    EXPECT(">>> 1 + stopped\n>>> 1 + 1\n2\n>>> |");
    END_PROMPT();
}

static uint32_t random_seed = 12345;

/* Whatever is typed, the prompt lives, and shows what can be shown. */
static void test_random_keys(void)
{
    static const char *const keys[] = {
        "a", "(", ")", ":", " ", "\"", "'", "\\", "\n", "\n", "\t", "if 1:\n", "\x01", "\x02", "\x04", "\x05", "\x06",
        "\x07", "\b", "\x0b", "\x0c", "\x0e", "\x10", "\x12", "\x15", "\x17", "\x19", "\x1b", "\x1b" "b", "\x1b" "d",
        "\x1b" "f", UP, DOWN, LEFT, RIGHT, RUBOUT, "\x1b[3~", "\x1b[H", "\x1b[200~", "\x1b[201~", "\x1b\n", "\xc3\xa9",
        "\xe6\xbc\xa2", "e\xcc\x81", "\xcc\x81", "\xff", "\xe6", "long text to wrap the line around the edge",
    };
    static const struct options small = {.columns = 24, .rows = 7};
    uint32_t seed = random_seed;
    start_clear(&small);
    for (int i = 0; i < 4000; i++) {
        seed = seed * 1664525 + 1013904223;
        if (seed >> 24 == 0)
            type("\x03");
        type("x" + (seed >> 31)); /* so that Ctrl-A, B, D and E mostly find a line that is not empty */
        unsigned which = (seed >> 8) % (sizeof keys / sizeof keys[0]);
        if (*keys[which] != 4)
            type(keys[which]);
    }
    come_back();
    type("print('still', 'here')\n");
    EXPECT_END("still here\n>>> |");
    term.unknown = 0; /* messages show source lines as they are */
    type("\x04");
    CHECK_EQUAL(finish(), 0);
}

/* The terminal's settings are as they were when the program has ended or was killed. */
static void test_settings(void)
{
    static const int signals[] = {0, SIGTERM, SIGHUP};
    for (unsigned i = 0; i < sizeof signals / sizeof signals[0]; i++) {
        struct termios after;
        start(&usual);
        EXPECT_END(">>> |");
        tcgetattr(term.fd, &after);
        CHECK(!(after.c_lflag & ICANON));
        int keep = open(ptsname(term.fd), O_RDWR | O_NOCTTY); /* nothing resets it while it is open */
        if (signals[i])
            kill(term.pid, signals[i]);
        else
            type("\x04");
        for (int k = 0; k < PATIENCE / 10 && tcgetattr(term.fd, &after) == 0 && !(after.c_lflag & ICANON); k++)
            usleep(10000);
        CHECK(after.c_lflag == settings_before.c_lflag && after.c_iflag == settings_before.c_iflag &&
              after.c_oflag == settings_before.c_oflag);
        close(keep);
        CHECK_EQUAL(finish(), signals[i] ? 128 + signals[i] : 0);
    }
}

static void test_vanishing(void)
{
    for (int ignored = 0; ignored < 2; ignored++) {
        int status;
        signal(SIGHUP, ignored ? SIG_IGN : SIG_DFL); /* the child inherits it */
        start_clear(&usual);
        type("import time\n12");
        EXPECT_END("\n>>> 12|");
        close(term.fd);
        waitpid(term.pid, &status, 0);
        bool ended = WIFEXITED(status) && WEXITSTATUS(status) == 0; /* reading found the end first */
        CHECK(ended || (!ignored && WIFSIGNALED(status) && WTERMSIG(status) == SIGHUP));
    }
    signal(SIGHUP, SIG_DFL);
}

/* ---- other terminals ---- */

/* Of unknown size, as a serial line: nothing is sent but the echo, and what moves the cursor in a line. */
static void test_serial(void)
{
    static const struct options serial = {0};
    start(&serial);
    EXPECT_END(">>> |");
    term.nlog = 0;
    type("ab\x02" "c" RUBOUT "\x05" RUBOUT "1\n");
    EXPECT_END("NameError: name 'a1' is not defined\n>>> |");
    term.log[term.nlog] = 0;
    static const char wanted[] = "ab\b" "cb\b" "\bb\x1b[K\b" "\x1b[1C" "\b\x1b[K" "1\r\nTraceback";
    CHECK(!strncmp(term.log, wanted, sizeof wanted - 1));
    CHECK(!strstr(term.log, "2004"));
    END_PROMPT();
}

static void test_dumb(void)
{
    static const struct options dumb = {60, 24, {NULL}, {"TERM=dumb"}, false};
    start(&dumb);
    EXPECT_END(">>> |");
    type("1 + 1\n"); /* edited and echoed by the terminal itself */
    EXPECT_END(">>> 1 + 1\n2\n>>> |");
    CHECK(!memchr(term.log, 0x1b, term.nlog));
    END_PROMPT();
}

static void test_colors(void)
{
    static const struct options colored = {60, 24, {NULL}, {"NO_COLOR="}, false};
    start(&colored);
    EXPECT_END(">>> |");
    term.log[term.nlog] = 0;
    CHECK(strstr(term.log, "\x1b[1;35m>>> \x1b[0m"));
    term.nlog = 0;
    type("1/0\n");
    EXPECT_END("ZeroDivisionError: division by zero\n>>> |");
    term.log[term.nlog] = 0;
    CHECK(strstr(term.log, "\x1b[1;35mZeroDivisionError\x1b[0m: \x1b[35mdivision by zero\x1b[0m"));
    CHECK(strstr(term.log, "  File \x1b[35m\"<stdin>\"\x1b[0m, line \x1b[35m1\x1b[0m, in \x1b[35m<module>\x1b[0m"));
    END_PROMPT();
}

/* Texts and prompts move while they are edited. */
static void test_stress(void)
{
    static const struct options stress = {60, 24, {"-X", "stress"}, {NULL}, false};
    start_clear(&stress);
    type("def f(x):\nreturn x + 1\n" RUBOUT "\nf(1)\n\f" UP UP);
    EXPECT(">>> def f(x):\n...     return x + 1|");
    type("\x03\f\x12" "f(\x05 + f(3)\n");
    EXPECT(">>> f(1) + f(3)\n6\n>>> |");
    type("\fimpo\tmat\t\nmath.sqr\t(4)\n");
    EXPECT(">>> import math\n>>> math.sqrt(4)\n2.0\n>>> |");
    END_PROMPT();
}

int main(int argc, char **argv)
{
    static const struct { const char *name; void (*run)(void); } tests[] = {
#define TEST(name) {#name, test_##name}
        TEST(editing), TEST(odd_keys), TEST(utf8), TEST(wrapping), TEST(resize), TEST(blocks), TEST(sent_indented),
        TEST(tall), TEST(history), TEST(history_lost), TEST(completion), TEST(completion_of_files),
        TEST(bracketed_paste), TEST(paste_mode), TEST(long_paste), TEST(interrupts), TEST(interrupts_between),
        TEST(typed_ahead), TEST(suspending), TEST(random_keys),
        TEST(settings), TEST(vanishing), TEST(serial), TEST(dumb), TEST(colors), TEST(stress),
    };
    signal(SIGHUP, SIG_DFL);
    signal(SIGPIPE, SIG_IGN);
    if (argc > 2)
        random_seed = (uint32_t)atoi(argv[2]);
    const char *folder = getenv("TMPDIR");
    snprintf(home, sizeof home, "%s/adder-prompt-XXXXXX", folder && strlen(folder) < 30 ? folder : "/tmp");
    if (!mkdtemp(home))
        return 1;
    for (unsigned i = 0; i < sizeof tests / sizeof tests[0]; i++) {
        int failed = unit_failed;
        if (argc < 2 || !strcmp(argv[1], tests[i].name))
            tests[i].run();
        if (unit_failed > failed)
            printf("in test_%s\n", tests[i].name);
    }
    remove_file(".adder_history");
    rmdir(home);
    return unit_done();
}
