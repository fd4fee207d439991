# needs: methods
# Sources that fuzzing found: each gets through the compiler, or is a SyntaxError.
def check(*sources):
    for source in sources:
        for mode in ("exec", "eval", "single"):
            try:
                compile(source, "found", mode)
            except SyntaxError:
                pass


# a field whose string ends early, while what is behind an error is read
check('assertexcept  f"{x:{w}{x:{w\u07daY>{$=r*')
# in a pattern nothing follows True, False and None
for source in ("match a:\n case False[1, *b]: pass", "match a:\n case {'k': None.x}: pass", "match a:\n case [True()]: pass"):
    try:
        compile(source, "found", "exec")
        assert False, source
    except SyntaxError:
        pass

check(b"f'{(' ", b"x y f'{[", b"x y f'{(:{[", b'x y f"{a:{b}{c:{d')
