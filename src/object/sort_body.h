/* The sort of sort.c for elements of W words, the first of which is the key. Included once for each
 * W; NAMED(f) is what the function f is called. */

static inline void NAMED(move)(value *to, const value *from)
{
    to[0] = from[0];
    if (W == 2)
        to[1] = from[1];
}

static inline value *NAMED(at)(value *items, size_t i)
{
    return items + i * W;
}

static void NAMED(reverse)(value *lo, value *hi)
{
    while (lo + W < hi) {
        value t[W];
        hi -= W;
        NAMED(move)(t, lo);
        NAMED(move)(lo, hi);
        NAMED(move)(hi, t);
        lo += W;
    }
}

/* Sorts [0, n) of a, of which [0, sorted) is in order. */
static void NAMED(insertion)(struct sort *s, value *a, size_t n, size_t sorted)
{
    for (size_t i = sorted; i < n; i++) {
        value t[W];
        size_t lo = 0, hi = i;
        NAMED(move)(t, a + i * W);
        while (lo < hi) {
            size_t mid = (lo + hi) / 2;
            if (before(s, W, t, a + mid * W))
                hi = mid;
            else
                lo = mid + 1;
        }
        memmove(a + (lo + 1) * W, a + lo * W, (i - lo) * W * sizeof(value));
        NAMED(move)(a + lo * W, t);
    }
}

/* The length of the run that begins at a, of at most n elements; a descending one is reversed. */
static size_t NAMED(find_run)(struct sort *s, value *a, size_t n)
{
    size_t i = 1;
    if (n < 2)
        return n;
    if (before(s, W, a + W, a)) {
        for (i = 2; i < n && before(s, W, a + i * W, a + (i - 1) * W); i++)
            ;
        NAMED(reverse)(a, a + i * W);
    } else {
        for (i = 2; i < n && !before(s, W, a + i * W, a + (i - 1) * W); i++)
            ;
    }
    return i;
}

/* How many of the n elements of a belong in front of key: those less than it and, if `after`, those
 * equal to it. Searched in growing steps from the start, or with `from_end` from the end. */
static size_t NAMED(gallop)(struct sort *s, const value *key, const value *a, size_t n, bool after, bool from_end)
{
#define IN_FRONT(i) (after ? !before(s, W, key, a + (i) * W) : before(s, W, a + (i) * W, key))
    size_t lo = 0, hi = n, step = 1;
    if (!from_end) {
        while (lo + step <= n && IN_FRONT(lo + step - 1)) {
            lo += step;
            step *= 2;
        }
        hi = lo + step <= n ? lo + step - 1 : n;
    } else {
        while (hi >= step && !IN_FRONT(hi - step)) {
            hi -= step;
            step *= 2;
        }
        lo = hi >= step ? hi - step + 1 : 0;
    }
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        if (IN_FRONT(mid))
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
#undef IN_FRONT
}

/* Sets n elements aside. */
static value *NAMED(set_aside)(struct sort *s, const value *from, size_t n)
{
    if (s->spare->cap < n * W) {
        heap_buffer_resize(&s->spare->owner, n * W * sizeof(value), BUFFER_VALUES);
        s->spare->cap = (uint32_t)(n * W);
    }
    s->aside = list_items(s->spare);
    memcpy(s->aside, from, n * W * sizeof(value));
    s->spare->len = (uint32_t)(n * W);
    return s->aside;
}

/* Notes, before Python code may run, where what is set aside belongs if the merge is broken off. */
#define NOTE(gap_, at_, left_) \
    do { \
        if (s->kind == BY_LESS) { \
            s->gap = (gap_); \
            s->aside_at = (at_); \
            s->aside_left = (left_); \
        } \
    } while (0)

/* Merges a[0, n) with a[n, n + m), n <= m: from the left, the left run set aside. */
static void NAMED(merge_left)(struct sort *s, value *a, size_t n, size_t m)
{
    size_t base = (size_t)(a - s->items) / W;
    value *x = NAMED(set_aside)(s, a, n), *x_end = x + n * W;
    value *y = a + n * W, *y_end = y + m * W, *out = a;
    unsigned x_wins = 0, y_wins = 0;
#define NOTE_LEFT() NOTE(base + (size_t)(out - a) / W, (size_t)(x - s->aside) / W, (size_t)(x_end - x) / W)
    while (x < x_end && y < y_end) {
        NOTE_LEFT();
        if (before(s, W, y, x)) {
            NAMED(move)(out, y);
            y += W;
            out += W;
            x_wins = 0;
            if (++y_wins < GALLOP_AFTER)
                continue;
            y_wins = 0;
            if (y == y_end)
                break;
            NOTE_LEFT();
            size_t k = NAMED(gallop)(s, x, y, (size_t)(y_end - y) / W, false, false);
            memmove(out, y, k * W * sizeof(value));
            out += k * W;
            y += k * W;
        } else {
            NAMED(move)(out, x);
            x += W;
            out += W;
            y_wins = 0;
            if (++x_wins < GALLOP_AFTER)
                continue;
            x_wins = 0;
            NOTE_LEFT();
            size_t k = NAMED(gallop)(s, y, x, (size_t)(x_end - x) / W, true, false);
            memcpy(out, x, k * W * sizeof(value));
            out += k * W;
            x += k * W;
        }
    }
    memcpy(out, x, (size_t)(x_end - x) * sizeof(value));
    NOTE(0, 0, 0);
#undef NOTE_LEFT
}

/* Merges a[0, n) with a[n, n + m), n > m: from the right, the right run set aside. Positions are
 * counted, not pointed to: none ever lies in front of its buffer. */
static void NAMED(merge_right)(struct sort *s, value *a, size_t n, size_t m)
{
    size_t base = (size_t)(a - s->items) / W;
    value *y = NAMED(set_aside)(s, a + n * W, m);
    unsigned x_wins = 0, y_wins = 0;
    while (n > 0 && m > 0) {
        NOTE(base + n, 0, m);
        if (before(s, W, y + (m - 1) * W, a + (n - 1) * W)) {
            NAMED(move)(NAMED(at)(a, n + m - 1), NAMED(at)(a, n - 1));
            n--;
            y_wins = 0;
            if (++x_wins < GALLOP_AFTER)
                continue;
            x_wins = 0;
            NOTE(base + n, 0, m);
            size_t k = NAMED(gallop)(s, y + (m - 1) * W, a, n, true, true);
            memmove(NAMED(at)(a, k + m), NAMED(at)(a, k), (n - k) * W * sizeof(value));
            n = k;
        } else {
            NAMED(move)(NAMED(at)(a, n + m - 1), NAMED(at)(y, m - 1));
            m--;
            x_wins = 0;
            if (++y_wins < GALLOP_AFTER)
                continue;
            y_wins = 0;
            NOTE(base + n, 0, m);
            size_t k = NAMED(gallop)(s, a + (n - 1) * W, y, m, false, true);
            memcpy(NAMED(at)(a, n + k), NAMED(at)(y, k), (m - k) * W * sizeof(value));
            m = k;
        }
    }
    memcpy(a, y, m * W * sizeof(value));
    NOTE(0, 0, 0);
}
#undef NOTE

/* Merges the two topmost runs of the stack. */
static void NAMED(merge_top)(struct sort *s)
{
    struct run *r = &s->run[s->runs - 2];
    value *a = s->items + r[0].start * W;
    size_t n = r[0].len, m = r[1].len;
    r[0].len = n + m;
    r[0].power = r[1].power;
    s->runs--;
    /* What is in its place already at either end stays there. */
    size_t k = NAMED(gallop)(s, a + n * W, a, n, true, false);
    a += k * W;
    n -= k;
    if (n == 0)
        return;
    m = NAMED(gallop)(s, a + (n - 1) * W, a + n * W, m, false, true);
    if (m == 0)
        return;
    check_interrupt();
    if (n <= m)
        NAMED(merge_left)(s, a, n, m);
    else
        NAMED(merge_right)(s, a, n, m);
}

static size_t NAMED(extend_run)(struct sort *s, size_t start, size_t min)
{
    value *a = s->items + start * W;
    size_t left = s->n - start, len = NAMED(find_run)(s, a, left);
    if (len < min && len < left) {
        size_t want = min < left ? min : left;
        NAMED(insertion)(s, a, want, len);
        len = want;
    }
    return len;
}

static void NAMED(sort)(struct sort *s)
{
    size_t min = s->n;
    unsigned odd = 0;
    while (min > INSERTION_MAX) { /* so that n / min is, or is just below, a power of two */
        odd |= min & 1;
        min >>= 1;
    }
    min += odd;
    for (size_t start = 0; start < s->n;) {
        size_t len = NAMED(extend_run)(s, start, min);
        if (s->runs) {
            struct run *top = &s->run[s->runs - 1];
            int power = run_power(top->start, top->len, len, s->n);
            while (s->runs > 1 && s->run[s->runs - 2].power >= power)
                NAMED(merge_top)(s);
            s->run[s->runs - 1].power = power;
        }
        s->run[s->runs++] = (struct run){ .start = start, .len = len };
        start += len;
        if ((start & 0x3fff) < len)
            check_interrupt();
    }
    while (s->runs > 1)
        NAMED(merge_top)(s);
}
